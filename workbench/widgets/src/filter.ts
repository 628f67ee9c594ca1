/** Which claims of the article are asked for: by stance, by source, flagged, unsure. */

import { quote } from "./cards.ts";
import type { Attribution, Claim } from "./protocol.ts";
import type { State } from "./state.ts";

export interface Filter {
  /** `null` for any. */
  readonly stance: string | null;
  /** A source as `sourceKey` names it; `null` for any. */
  readonly source: string | null;
  readonly flagged: boolean;
  readonly unsure: boolean;
}

export const EVERYTHING: Filter = { stance: null, source: null, flagged: false, unsure: false };

/** The claims of the article that a filter lets through, in the order of the text. */
export function filterClaims(state: State, filter: Filter): Claim[] {
  return inOrder(state).filter((claim) => {
    const holders = [...state.reaching(claim.id)].flatMap((id) => state.attributions.get(id) ?? []);
    const matches = (each: Attribution): boolean =>
      (filter.stance === null || each.stance === filter.stance) && (filter.source === null || sourceKey(each) === filter.source);
    const asked = filter.stance !== null || filter.source !== null;
    const items = [claim, ...holders];
    return (!asked || holders.some(matches))
      && (!filter.flagged || items.some((item) => state.annotation(item.sentence)?.flagged))
      && (!filter.unsure || items.some((item) => item.unsure));
  });
}

/** The sources of the article, each once, in the order of the text; the unworded ones by their kind. */
export function sourcesOf(state: State): { key: string; words: string | null; kind: string | null }[] {
  const found = new Map<string, { key: string; words: string | null; kind: string | null }>();
  const attributions = [...state.attributions.values()].sort((one, other) => (one.source.spans[0]?.start ?? Infinity) - (other.source.spans[0]?.start ?? Infinity) || 0);
  for (const each of attributions) {
    const key = sourceKey(each);
    if (key !== null && !found.has(key)) found.set(key, { key, words: quote(each.source.spans) || null, kind: each.source.realization });
  }
  return [...found.values()];
}

export function sourceKey({ source }: Attribution): string | null {
  if (source.spans.length > 0) return `=${quote(source.spans)}`;
  return source.realization;
}

/** The claims of the article in the order of the text. */
export function inOrder(state: State): Claim[] {
  const place = (claim: Claim): number => claim.spans[0]?.start ?? state.article.byId(claim.sentence)?.start ?? 0;
  return [...state.claims.values()].sort((one, other) => place(one) - place(other));
}
