/** Where a selection may begin and end: graphemes, words, proclitics and what is trimmed from edges. */

/** `[start, end)` in UTF-16 units of one sentence. */
export interface Range16 {
  readonly start: number;
  readonly end: number;
}

const BLANK = /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;
const PUNCTUATION = /[.,،;؛:!?؟…۔]/u;
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

/** The grapheme clusters of a text: what the mouse takes whole with Alt. */
export function clustersOf(text: string, language = "ar"): Range16[] {
  const edges = graphemeEdges(text, language);
  return edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1]! }));
}

/** The words of a text, as the caret stops at them. */
export function words(text: string, language = "ar"): Range16[] {
  const found: Range16[] = [];
  for (const part of segmenter("word", language).segment(text)) {
    if (!part.isWordLike) continue;
    // a bidi control after a word counts as the word's to the segmenter
    const word = trimBlank(text, { start: part.index, end: part.index + part.segment.length });
    if (word) found.push(withSigns(text, word));
  }
  return found;
}

/** A number with its per cent or degree sign, an amount with its currency, a handle with its `@`. */
function withSigns(text: string, { start, end }: Range16): Range16 {
  const number = /\p{Nd}/u.test(text[end - 1]!);
  while (number && /[%٪‰°]/u.test(text[end] ?? "")) end++;
  const beside = text[start - 2] ?? " ";
  if (/[$€£¥₪﷼@#]/u.test(text[start - 1] ?? "") && !/[\p{L}\p{Nd}]/u.test(beside)) start--;
  return { start, end };
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
 * What the mouse takes whole: words, and each sign between them. A letter written together with a name or a
 * number of another script (`و2500`) is a piece of its own.
 */
export function pieces(text: string, language = "ar"): Range16[] {
  const found: Range16[] = [];
  for (const { index, segment } of segmenter("word", language).segment(text)) {
    let [start, before] = [index, ""];
    for (let offset = index; offset < index + segment.length; offset++) {
      const direction = strength(text[offset]!);
      if (before && direction && before !== direction) {
        found.push({ start, end: offset });
        start = offset;
      }
      before = direction || before;
    }
    found.push({ start, end: index + segment.length });
  }
  return found.map((piece) => trimBlank(text, piece)).filter((piece) => piece !== null);
}

/** What a drag went over, without the punctuation and half pairs at its edges, on grapheme edges. */
export function tidy(text: string, range: Range16, language = "ar"): Range16 | null {
  const exact = snapExact(text, range, language);
  const trimmed = exact && trimEdges(text, exact);
  return trimmed && snapExact(text, closePairs(text, trimmed), language);
}

/** The range with the bracket or quotation mark beside it that one inside it waits for. */
export function closePairs(text: string, { start, end }: Range16): Range16 {
  const covered = text.slice(start, end);
  const [before, after] = [text[start - 1] ?? "", text[end] ?? ""];
  if (CLOSERS.has(after) && waiting(covered, after) > 0) return { start, end: end + 1 };
  const closer = PAIRS.get(before);
  if (closer !== undefined && before !== closer && waiting(covered, closer) < 0) return { start: start - 1, end };
  return { start, end };
}

/** How many pairs of one kind are open at the end of a text; below 0, how many were closed unopened. */
function waiting(covered: string, closer: string): number {
  let open = 0;
  for (const character of covered) {
    if (PAIRS.get(character) === closer && (character !== closer || open === 0)) open++;
    else if (character === closer) open--;
  }
  return open;
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

// with what goes along with them: vowel signs, tatweel
const RTL_LETTER = /[\p{scx=Arabic}\p{scx=Hebrew}\p{scx=Syriac}\p{scx=Thaana}]/u;
const LTR_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const NUMBER = /\p{Nd}/u;

/** Which way a letter or number is written: `""` for what takes the direction of its neighbours. */
function strength(character: string): "rtl" | "ltr" | "" {
  if (NUMBER.test(character) || LTR_LETTER.test(character)) return "ltr";
  return RTL_LETTER.test(character) ? "rtl" : "";
}

function isAgainstRtl(character: string): boolean {
  return NUMBER.test(character) || !RTL_LETTER.test(character);
}

/** The number, name or address around an offset that is written against the direction of its line. */
export function islandAt(text: string, offset: number, dir: "rtl" | "ltr"): Range16 | null {
  const isAgainst = (character: string): boolean => {
    if (/\s/u.test(character)) return false;
    return isAgainstRtl(character) === (dir === "rtl");
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
  if (!/^(\p{L}\p{M}*\p{L}|\p{Nd})/u.test(rest)) return null;
  return { start: range.start + letter, end: range.end };
}
