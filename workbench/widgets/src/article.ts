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

/** A stretch of one sentence, in UTF-16 units of that sentence. */
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

  /** The sentence that holds code point `offset`, or the last one that begins before it. */
  sentenceAt(offset: number): Sentence | null {
    return lastFrom(this.sentences, offset);
  }

  segmentAt(offset: number): Segment | null {
    const segment = lastFrom(this.segments, offset);
    return segment && offset < segment.end ? segment : null;
  }

  /** A stretch of a sentence as a span of the wire. */
  toSpan(stretch: Stretch): Span {
    const sentence = this.sentences[stretch.sentence]!;
    return {
      start: this.#offsets.fromUtf16(sentence.startUtf16 + stretch.start),
      end: this.#offsets.fromUtf16(sentence.startUtf16 + stretch.end),
      text: sentence.text.slice(stretch.start, stretch.end),
    };
  }

  /** The parts of the sentences that a span covers; more than one where it runs over an edge. */
  place(span: Span): Stretch[] {
    const placed: Stretch[] = [];
    const startUtf16 = this.#offsets.toUtf16(span.start);
    const endUtf16 = this.#offsets.toUtf16(span.end);
    for (let index = this.sentenceAt(span.start)?.index ?? 0; index < this.sentences.length; index++) {
      const sentence = this.sentences[index]!;
      if (sentence.startUtf16 >= endUtf16) break;
      const start = Math.max(0, startUtf16 - sentence.startUtf16);
      const end = Math.min(sentence.text.length, endUtf16 - sentence.startUtf16);
      if (start < end) placed.push({ sentence: index, start, end });
    }
    return placed;
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
