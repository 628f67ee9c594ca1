/** Where a selection may begin and end: graphemes, words, proclitics and what is trimmed from edges. */

/** `[start, end)` in UTF-16 units of one sentence. */
export interface Range16 {
  readonly start: number;
  readonly end: number;
}

const BLANK = /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;
const PUNCTUATION = /[.,،;؛:!?؟…]/u;
const PROCLITICS = "وفبلكس";
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["«", "»"], ["“", "”"], ["‘", "’"], ["„", "“"], ["‹", "›"], ['"', '"'], ["'", "'"],
  ["(", ")"], ["[", "]"], ["{", "}"], ["﴾", "﴿"],
]);
const QUOTES = "«»“”‘’„‹›\"'";
const CLOSERS = new Set(PAIRS.values());

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: "grapheme" | "word", language: string): Intl.Segmenter {
  const name = `${granularity} ${language}`;
  let found = segmenters.get(name);
  if (!found) {
    found = new Intl.Segmenter(supported(language), { granularity });
    segmenters.set(name, found);
  }
  return found;
}

function supported(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "ar";
  } catch {
    return "ar"; // a wrong language tag must not keep anybody from working
  }
}

/** The edges of grapheme clusters, from 0 to the text's length. */
export function graphemeEdges(text: string, language = "ar"): number[] {
  const edges = Array.from(segmenter("grapheme", language).segment(text), (part) => part.index);
  edges.push(text.length);
  return edges;
}

/** The words of a text, as the caret stops at them. */
export function words(text: string, language = "ar"): Range16[] {
  const found: Range16[] = [];
  for (const part of segmenter("word", language).segment(text)) {
    if (!part.isWordLike) continue;
    // a bidi control after a word counts as the word's to the segmenter
    const word = trimBlank(text, { start: part.index, end: part.index + part.segment.length });
    if (word) found.push(word);
  }
  return found;
}

/** The given range, grown to whole grapheme clusters and without blanks or bidi controls at its edges. */
export function snapExact(text: string, range: Range16, language = "ar"): Range16 | null {
  const edges = graphemeEdges(text, language);
  const [from, to] = range.start <= range.end ? [range.start, range.end] : [range.end, range.start];
  const start = edges.filter((edge) => edge <= from).at(-1) ?? 0;
  const end = edges.find((edge) => edge >= to) ?? text.length;
  return trimClusters(text, { start, end }, edges);
}

/** A blank takes the vowel sign with it that stands on it: what is left begins with a whole letter. */
function trimClusters(text: string, range: Range16, edges: readonly number[]): Range16 | null {
  const inside = edges.filter((edge) => range.start <= edge && edge <= range.end);
  while (inside.length > 1 && BLANK.test(text[inside[0]!]!)) inside.shift();
  while (inside.length > 1 && BLANK.test(text[inside.at(-2)!]!)) inside.pop();
  return inside.length > 1 ? { start: inside[0]!, end: inside.at(-1)! } : null;
}

/**
 * The given range moved to whole words: an edge inside a word goes to the nearer end of the word, and
 * a range inside one word becomes that word. Punctuation and quotation marks that are not a pair of
 * the range's own inside are left out.
 */
export function snapToWords(text: string, range: Range16, language = "ar"): Range16 | null {
  const exact = snapExact(text, range, language);
  if (!exact) return null;
  const all = words(text, language);
  const first = all.find((word) => word.start < exact.start && exact.start < word.end);
  const last = all.find((word) => word.start < exact.end && exact.end < word.end);
  if (first && last && first === last) return first;
  const start = first ? nearer(exact.start, first) : exact.start;
  const end = last ? nearer(exact.end, last) : exact.end;
  if (start >= end) return first ?? last ?? null;
  const trimmed = trimEdges(text, { start, end });
  return trimmed && snapExact(text, trimmed, language);
}

function nearer(offset: number, word: Range16): number {
  return offset - word.start <= word.end - offset ? word.start : word.end;
}

function trimBlank(text: string, range: Range16): Range16 | null {
  let { start, end } = range;
  while (start < end && BLANK.test(text[start]!)) start++;
  while (end > start && BLANK.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

/** The range without blanks, punctuation, an enclosing pair of quotation marks, or half a pair. */
export function trimEdges(text: string, range: Range16): Range16 | null {
  let current: Range16 | null = range;
  for (;;) {
    current = current && trimBlank(text, current);
    if (!current) return null;
    const next: Range16 = trimOnce(text, current);
    if (next.start === current.start && next.end === current.end) return current;
    current = next;
  }
}

function trimOnce(text: string, { start, end }: Range16): Range16 {
  const first = text[start]!;
  const last = text[end - 1]!;
  const inner = text.slice(start + 1, end);
  if (QUOTES.includes(first) && PAIRS.get(first) === last && !text.slice(start + 1, end - 1).includes(last)) {
    return { start: start + 1, end: end - 1 };
  }
  if (PUNCTUATION.test(first)) return { start: start + 1, end };
  if (PAIRS.has(first) && !inner.includes(PAIRS.get(first)!)) return { start: start + 1, end };
  if (PUNCTUATION.test(last)) return { start, end: end - 1 };
  if (CLOSERS.has(last) && !opens(text.slice(start, end - 1), last)) return { start, end: end - 1 };
  return { start, end };
}

function opens(before: string, closer: string): boolean {
  for (const [open, close] of PAIRS) {
    if (close === closer && before.includes(open)) return true;
  }
  return false;
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const NUMBER = /\p{Nd}/u;

/** The number, name or address around an offset that is written against the direction of its line. */
export function islandAt(text: string, offset: number, dir: "rtl" | "ltr"): Range16 | null {
  const isAgainst = (character: string): boolean => {
    if (/\s/u.test(character)) return false;
    const rtl = RTL_LETTER.test(character) && !NUMBER.test(character);
    return dir === "rtl" ? !rtl : rtl;
  };
  let [start, end] = [offset, offset];
  while (start > 0 && isAgainst(text[start - 1]!)) start--;
  while (end < text.length && isAgainst(text[end]!)) end++;
  // punctuation at its edges takes the direction of the line
  while (start < end && !/[\p{L}\p{Nd}]/u.test(text[start]!)) start++;
  while (end > start && !/[\p{L}\p{Nd}]/u.test(text[end - 1]!)) end--;
  return start < end && start <= offset && offset <= end ? { start, end } : null;
}

/** The range without the one-letter proclitic it begins with, or `null` where there is none. */
export function dropProclitic(text: string, range: Range16, language = "ar"): Range16 | null {
  const covered = text.slice(range.start, range.end);
  if (!PROCLITICS.includes(covered[0] ?? " ")) return null;
  const letter = graphemeEdges(covered, language)[1] ?? covered.length;
  const rest = covered.slice(letter);
  // a word of one letter is not a word with its proclitic dropped
  if (!/^\p{L}\p{M}*\p{L}/u.test(rest)) return null;
  return { start: range.start + letter, end: range.end };
}
