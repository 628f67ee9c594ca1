/** The caret: words are its steps, graphemes its small steps, and what it has selected is a range. */

import { dropProclitic, graphemeEdges, type Range16 } from "./snapping.ts";

/**
 * A selection that remembers where it began. `anchor` is the word (or the point) that stays selected
 * while `head` moves; a caret without a selection has an empty anchor under its head.
 */
export interface Caret {
  readonly sentence: number;
  readonly anchor: Range16;
  readonly head: number;
}

export type Step = 1 | -1;

export function caretAt(sentence: number, offset: number): Caret {
  return { sentence, anchor: { start: offset, end: offset }, head: offset };
}

/** What is selected, or `null` for a bare caret. */
export function selected(caret: Caret): Range16 | null {
  const start = Math.min(caret.anchor.start, caret.head);
  const end = Math.max(caret.anchor.end, caret.head);
  return start < end ? { start, end } : null;
}

export function select(sentence: number, range: Range16): Caret {
  return { sentence, anchor: range, head: range.end };
}

/** Step to the next or previous word and select it; at the edge the caret stays where it is. */
export function moveByWord(caret: Caret, words: readonly Range16[], step: Step): Caret {
  const range = selected(caret) ?? { start: caret.head, end: caret.head };
  const next = step > 0
    ? words.find((word) => word.start >= range.end)
    : words.filter((word) => word.end <= range.start).at(-1);
  return next ? select(caret.sentence, next) : caret;
}

/** Grow or shrink the selection by one word, on the side of the head. */
export function extendByWord(caret: Caret, words: readonly Range16[], step: Step): Caret {
  const { anchor, head } = caret;
  if (anchor.start === anchor.end && head === anchor.start) return startSelection(caret, words, step);
  if (step > 0) {
    if (head < anchor.start) {
      const next = words.find((word) => word.start > head && word.start < anchor.start);
      return { ...caret, head: next ? next.start : anchor.end };
    }
    const next = words.find((word) => word.end > head);
    return next ? { ...caret, head: next.end } : caret;
  }
  if (head > anchor.end) {
    const previous = words.filter((word) => word.end < head && word.end > anchor.end).at(-1);
    return { ...caret, head: previous ? previous.end : anchor.end };
  }
  const from = Math.min(head, anchor.start);
  const previous = words.filter((word) => word.start < from).at(-1);
  return previous ? { ...caret, head: previous.start } : caret;
}

function startSelection(caret: Caret, words: readonly Range16[], step: Step): Caret {
  const word = step > 0
    ? words.find((each) => each.end > caret.head)
    : words.filter((each) => each.start < caret.head).at(-1);
  if (!word) return caret;
  return { ...caret, anchor: word, head: step > 0 ? word.end : word.start };
}

/** Move the caret, or with `extend` the selection's head, by one grapheme cluster. */
export function moveByLetter(caret: Caret, text: string, language: string, step: Step, extend: boolean): Caret {
  const edges = graphemeEdges(text, language);
  const range = selected(caret);
  if (!extend) {
    const from = range ? (step > 0 ? range.end : range.start) : caret.head;
    return caretAt(caret.sentence, neighbour(edges, from, step));
  }
  const backwards = caret.head < caret.anchor.end && caret.head <= caret.anchor.start && range !== null;
  const fixed = range ? (backwards ? range.end : range.start) : caret.head;
  const moving = range ? (backwards ? range.start : range.end) : caret.head;
  return { ...caret, anchor: { start: fixed, end: fixed }, head: neighbour(edges, moving, step) };
}

function neighbour(edges: readonly number[], offset: number, step: Step): number {
  const found = step > 0 ? edges.find((edge) => edge > offset) : edges.filter((edge) => edge < offset).at(-1);
  return found ?? offset;
}

/** Go to the start or the end of the sentence; with `extend` the selection grows to there. */
export function moveToEdge(caret: Caret, words: readonly Range16[], step: Step, extend: boolean): Caret {
  const word = step > 0 ? words.at(-1) : words[0];
  if (!word) return caret;
  if (!extend) return select(caret.sentence, word);
  const base = selected(caret) ? caret : startSelection(caret, words, step);
  return { ...base, head: step > 0 ? word.end : word.start };
}

/** Leave out the proclitic that the selection begins with. */
export function withoutProclitic(caret: Caret, text: string, language: string): Caret | null {
  const range = selected(caret);
  const rest = range && dropProclitic(text, range, language);
  return rest && select(caret.sentence, rest);
}
