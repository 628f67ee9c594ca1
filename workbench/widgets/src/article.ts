/** One document as the view sees it: its sentences as strings, and offsets between them and the wire. */

import { OffsetMap } from "./offsets.ts";
import type { DocumentInfo, Segment, SentenceInfo, Span } from "./protocol.ts";
import { words, type Range16 } from "./snapping.ts";

export interface Sentence extends SentenceInfo {
  /** The place in the document, from 0. */
  readonly index: number;
  readonly startUtf16: number;
  readonly text: string;
}

/** UTF-16 units counted from the start of a sentence; it ends beyond that where it runs over an edge. */
export interface Stretch extends Range16 {
  readonly sentence: number;
}

export class Article {
  readonly sentences: readonly Sentence[];
  readonly language: string;
  readonly dir: "rtl" | "ltr";
  readonly #offsets: OffsetMap;
  readonly #byId: ReadonlyMap<string, Sentence>;
  readonly #words = new Map<number, Range16[]>();
  readonly info: DocumentInfo;
  segments: readonly Segment[];

  constructor(info: DocumentInfo) {
    this.info = info;
    this.#offsets = new OffsetMap(info.text);
    this.language = info.language ?? "und";
    this.dir = info.dir;
    this.segments = info.segments;
    this.sentences = info.sentences.map((sentence, index) => this.#sentence(sentence, index));
    this.#byId = new Map(this.sentences.map((sentence) => [sentence.id, sentence]));
  }

  #sentence(info: SentenceInfo, index: number): Sentence {
    const startUtf16 = this.#offsets.toUtf16(info.start);
    const text = this.info.text.slice(startUtf16, this.#offsets.toUtf16(info.end));
    return { ...info, index, startUtf16, text };
  }

  byId(id: string | null): Sentence | null {
    return (id !== null && this.#byId.get(id)) || null;
  }

  /** The words of a sentence, found once. */
  words(index: number): Range16[] {
    let found = this.#words.get(index);
    if (!found) {
      found = words(this.sentences[index]?.text ?? "", this.language);
      this.#words.set(index, found);
    }
    return found;
  }

  /** The words of some sentences, counted from the start of the one at `index`. */
  wordsFrom(first: number, last: number, index: number): Range16[] {
    const found: Range16[] = [];
    for (let each = Math.max(0, first); each <= Math.min(last, this.sentences.length - 1); each++) {
      const shift = this.#shift(each, index);
      for (const { start, end } of this.words(each)) found.push({ start: start + shift, end: end + shift });
    }
    return found;
  }

  /** Where an offset that is counted from the start of a sentence lies, in its own sentence. */
  settle(index: number, offset: number): { readonly sentence: number; readonly offset: number } {
    let sentence = index;
    const length = (at: number): number => this.sentences[at]!.text.length;
    while (offset < 0 && sentence > 0) offset -= this.#shift(--sentence, sentence + 1);
    while (sentence + 1 < this.sentences.length && offset > length(sentence)) {
      const shift = this.#shift(sentence + 1, sentence);
      if (offset < shift) break; // between two sentences
      offset -= shift;
      sentence++;
    }
    return { sentence, offset: Math.max(0, offset) };
  }

  #shift(index: number, from: number): number {
    return this.sentences[index]!.startUtf16 - this.sentences[from]!.startUtf16;
  }

  /** The sentence that holds code point `offset`, or the last one that begins before it. */
  sentenceAt(offset: number): Sentence | null {
    return lastFrom(this.sentences, offset);
  }

  segmentAt(offset: number): Segment | null {
    const segment = lastFrom(this.segments, offset);
    return segment && offset < segment.end ? segment : null;
  }

  /** The text from the start of one sentence to the end of another, with what stands between them. */
  textFrom(first: number, last: number): string {
    const end = this.sentences[last];
    return this.info.text.slice(this.sentences[first]?.startUtf16 ?? 0, end ? end.startUtf16 + end.text.length : 0);
  }

  /** A stretch as a span of the wire. */
  toSpan(stretch: Stretch): Span {
    const { startUtf16 } = this.sentences[stretch.sentence]!;
    const [start, end] = [startUtf16 + stretch.start, startUtf16 + stretch.end];
    return { start: this.#offsets.fromUtf16(start), end: this.#offsets.fromUtf16(end), text: this.info.text.slice(start, end) };
  }

  /** A span of the wire as a stretch that begins in the sentence where it begins. */
  toStretch(span: Span): Stretch | null {
    const sentence = this.sentenceAt(span.start);
    if (!sentence) return null;
    const { startUtf16, index } = sentence;
    return { sentence: index, start: this.#offsets.toUtf16(span.start) - startUtf16, end: this.#offsets.toUtf16(span.end) - startUtf16 };
  }

  /** The parts of the sentences that a stretch covers. */
  split(stretch: Stretch): Stretch[] {
    const parts: Stretch[] = [];
    const { startUtf16 } = this.sentences[stretch.sentence]!;
    for (let index = stretch.sentence; index < this.sentences.length; index++) {
      const { startUtf16: own, text } = this.sentences[index]!;
      const shift = own - startUtf16;
      if (shift >= stretch.end) break;
      const [start, end] = [Math.max(0, stretch.start - shift), Math.min(text.length, stretch.end - shift)];
      if (start < end) parts.push({ sentence: index, start, end });
    }
    return parts;
  }

  /** The parts of the sentences that a span covers; more than one where it runs over an edge. */
  place(span: Span): Stretch[] {
    const stretch = this.toStretch(span);
    return stretch ? this.split(stretch) : [];
  }
}

/** The last of the ordered stretches that begins at `offset` or before it. */
function lastFrom<T extends { readonly start: number }>(stretches: readonly T[], offset: number): T | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1] ?? null;
}
