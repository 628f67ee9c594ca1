/** The suggestions that a view knows: where their words are, and which cards they make. */

import type { Article } from "./article.ts";
import type { Placed, SuggestedRole } from "./marks.ts";
import type { Span, Suggestion, SuggestionPart } from "./protocol.ts";

export interface SuggestedCard {
  /** The claim that is suggested; `null` where the rows speak of one that is there already. */
  readonly claim: Suggestion | null;
  readonly rows: readonly Suggestion[];
}

type Parts = Readonly<Record<string, SuggestionPart>>;

export class Suggested {
  readonly #article: Article;
  readonly #parts = new Map<string, SuggestionPart>();
  readonly #byId = new Map<string, Suggestion>();
  /** By sentence, by the sentence whose suggestions they are. */
  readonly #placed = new Map<number, Map<string, Placed[]>>();
  readonly #touched = new Map<string, Set<number>>();

  constructor(article: Article, parts: Parts) {
    this.#article = article;
    this.apply(parts);
  }

  /** Take over what a message says; returns the sentences that look different now. */
  apply(parts: Parts): Set<number> {
    const changed = new Set<number>();
    for (const [sentence, part] of Object.entries(parts)) {
      for (const item of this.#parts.get(sentence)?.items ?? []) this.#byId.delete(item.id);
      for (const index of this.#touched.get(sentence) ?? []) {
        this.#placed.get(index)?.delete(sentence);
        changed.add(index);
      }
      this.#parts.set(sentence, part);
      this.#touched.set(sentence, new Set());
      for (const item of part.items) this.#put(sentence, item);
      for (const index of this.#touched.get(sentence) ?? []) changed.add(index);
    }
    return changed;
  }

  of(sentence: string | null): SuggestionPart | null {
    return (sentence !== null && this.#parts.get(sentence)) || null;
  }

  get(id: string | null | undefined): Suggestion | null {
    return this.#byId.get(id ?? "") ?? null;
  }

  placed(index: number): Placed[] {
    return [...(this.#placed.get(index)?.values() ?? [])].flat();
  }

  /** The cards beside a sentence, in the order in which the suggestions came. */
  cards(sentence: string): SuggestedCard[] {
    const cards: { claim: Suggestion | null; rows: Suggestion[] }[] = [];
    for (const item of this.of(sentence)?.items ?? []) {
      const last = cards.at(-1);
      if (item.kind === "claim") cards.push({ claim: item, rows: [] });
      else if (last?.claim && this.leaves(item).has(last.claim.id)) last.rows.push(item);
      else if (last && !last.claim && item.depth > 0) last.rows.push(item);
      else cards.push({ claim: null, rows: [item] });
    }
    return cards;
  }

  /** The ids that the chain of a suggestion ends in: suggested claims, or what is the annotator's own. */
  leaves(item: Suggestion): Set<string> {
    const leaves = new Set<string>();
    const seen = new Set<string>();
    const waiting = [item.id];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const found = this.get(id);
      if (found?.kind === "attribution") waiting.push(...found.targets);
      else leaves.add(id);
    }
    return leaves;
  }

  /** The sentences that the suggestions beside the one of a suggestion are marked in. */
  touched(id: string | null | undefined): ReadonlySet<number> {
    return this.#touched.get(this.get(id)?.sentence ?? "") ?? new Set();
  }

  #put(sentence: string, item: Suggestion): void {
    this.#byId.set(item.id, item);
    const place = (role: SuggestedRole, spans: readonly Span[] | null): void => {
      for (const stretch of (spans ?? []).flatMap((span) => this.#article.place(span))) {
        this.#touched.get(sentence)?.add(stretch.sentence);
        const here = this.#placed.get(stretch.sentence) ?? new Map<string, Placed[]>();
        this.#placed.set(stretch.sentence, here);
        here.set(sentence, [...(here.get(sentence) ?? []), { item: item.id, role, start: stretch.start, end: stretch.end }]);
      }
    };
    if (item.kind === "claim") return place("suggested-claim", item.spans);
    place("suggested-source", item.source.spans);
    place("suggested-cue", item.cue);
    place("suggested-anchor", item.anchor);
  }
}
