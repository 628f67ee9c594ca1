/** What several people answered, compared: where they differ, what is settled, and whose words are looked at. */

import type { Article } from "./article.ts";
import type { Placed } from "./marks.ts";
import type { AdjudicationPart, Case, Delta, Difference, RulingProgress, Version } from "./protocol.ts";

/** How far a difference is. */
export type Settled = "open" | "settled" | "own" | "stale";
export type Stage = Case["outcome"] | "late";

export function settledOf({ chosen, stale }: Difference): Settled {
  if (chosen === null) return "open";
  if (stale) return "stale";
  return chosen === "own" ? "own" : "settled";
}

/** Whether the adjudicator has to look at a difference. */
export function isOpen(difference: Difference): boolean {
  const settled = settledOf(difference);
  return settled === "open" || settled === "stale";
}

export class Adjudication {
  readonly #article: Article;
  readonly #names: ReadonlyMap<string, string>;
  readonly #cases = new Map<string, Case>();
  #looked: readonly Placed[][] = [];
  readonly sample: number;
  progress: RulingProgress;

  constructor(article: Article, part: AdjudicationPart) {
    this.#article = article;
    this.#names = new Map(part.people.map(({ id, shown }) => [id, shown]));
    this.sample = part.sample;
    this.progress = part.progress;
    this.apply(part);
  }

  /** Take over what a message says; returns the sentences that look different now. */
  apply({ cases, progress }: NonNullable<Delta["adjudication"]>): Set<number> {
    const changed = new Set<number>();
    for (const [sentence, one] of Object.entries(cases)) {
      if (one) this.#cases.set(sentence, one);
      else this.#cases.delete(sentence);
      const place = this.#article.byId(sentence);
      if (place) changed.add(place.index);
    }
    this.progress = progress;
    return changed;
  }

  of(sentence: string | null): Case | null {
    return (sentence !== null && this.#cases.get(sentence)) || null;
  }

  /** The differences of a sentence in the order in which they are drawn. */
  differences(sentence: string | null): readonly Difference[] {
    return this.of(sentence)?.units.flatMap((unit) => unit.differences) ?? [];
  }

  open(sentence: string | null): readonly Difference[] {
    return this.differences(sentence).filter(isOpen);
  }

  /** How far a sentence is; `late`: it was accepted, and answers have come in since. */
  stage(sentence: string | null): Stage {
    const outcome = this.of(sentence)?.outcome ?? "waiting";
    return outcome === "done" && this.open(sentence).length > 0 ? "late" : outcome;
  }

  /** The difference that waits after one, from the start again behind the last. */
  after(sentence: string | null, id: string): Difference | null {
    const all = this.differences(sentence);
    const here = all.findIndex((each) => each.id === id);
    return [...all.slice(here + 1), ...all.slice(0, Math.max(0, here))].find(isOpen) ?? null;
  }

  /** People as they are shown: by pseudonym, or by a letter. */
  names(people: readonly string[]): string[] {
    return people.map((id) => this.#names.get(id) ?? "");
  }

  /** Look at the words of a version, or of none; returns the sentences that look different now. */
  look(version: Version | null): Set<number> {
    const before = this.#looked.flatMap((placed, index) => (placed.length > 0 ? [index] : []));
    const looked: Placed[][] = [];
    for (const { sentence, start, end } of (version?.spans ?? []).flatMap((span) => this.#article.place(span))) {
      (looked[sentence] ??= []).push({ item: "", role: `version-${version?.role ?? "claim"}`, start, end });
    }
    this.#looked = looked;
    return new Set([...before, ...looked.flatMap((placed, index) => (placed ? [index] : []))]);
  }

  placed(index: number): readonly Placed[] {
    return this.#looked[index] ?? [];
  }
}
