/** Who holds a claim through whom: attributions by their targets, for an article or for one claim of another. */

import type { Attribution } from "./protocol.ts";

export interface Row {
  readonly attribution: Attribution;
  readonly depth: number;
  /** Who relays this one, on the way down. */
  readonly relay: Attribution | null;
}

export class Holders {
  readonly attributions = new Map<string, Attribution>();
  /** The attributions that have an id as a target. */
  readonly relays = new Map<string, Set<string>>();

  constructor(attributions: Iterable<Attribution> = []) {
    for (const attribution of attributions) this.put(attribution);
  }

  put(attribution: Attribution): void {
    this.attributions.set(attribution.id, attribution);
    for (const target of attribution.targets) {
      const relays = this.relays.get(target) ?? new Set();
      this.relays.set(target, relays.add(attribution.id));
    }
  }

  take(attribution: Attribution): void {
    // it may have been put elsewhere before: what is there now stays
    if (this.attributions.get(attribution.id) !== attribution) return;
    this.attributions.delete(attribution.id);
    for (const target of attribution.targets) this.relays.get(target)?.delete(attribution.id);
  }

  /** The attributions whose chains end in a claim, outermost first, each relayed one below its relay. */
  rows(claim: string): Row[] {
    const reaching = this.reaching(claim);
    const rows: Row[] = [];
    const visit = (id: string, depth: number, relay: Attribution | null, path: ReadonlySet<string>): void => {
      const attribution = this.attributions.get(id);
      if (!attribution || path.has(id)) return;
      rows.push({ attribution, depth, relay });
      const inner = attribution.targets.filter((target) => reaching.has(target));
      for (const target of this.#inOrder(inner)) visit(target, depth + 1, attribution, new Set([...path, id]));
    };
    const outer = [...reaching].filter((id) => ![...(this.relays.get(id) ?? [])].some((each) => reaching.has(each)));
    for (const id of this.#inOrder(outer)) visit(id, 0, null, new Set());
    return rows;
  }

  /** The ids of all attributions whose chains end in a claim. */
  reaching(claim: string): Set<string> {
    const found = new Set<string>();
    const waiting = [claim];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const each of this.relays.get(id) ?? []) {
        if (!found.has(each)) waiting.push(each);
        found.add(each);
      }
    }
    return found;
  }

  #inOrder(ids: readonly string[]): string[] {
    const first = (id: string): number => {
      const attribution = this.attributions.get(id);
      return (attribution?.source.spans[0] ?? attribution?.cue?.[0])?.start ?? Number.MAX_SAFE_INTEGER;
    };
    return [...ids].sort((one, other) => first(one) - first(other));
  }
}
