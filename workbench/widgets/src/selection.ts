/** The words that are selected: moved by keys, set by the mouse, painted without touching the text. */

import type { Article, Stretch } from "./article.ts";
import {
  caretAt, extendByWord, moveByLetter, moveByWord, moveToEdge, select, selected, withoutProclitic,
  type Caret, type Step,
} from "./caret.ts";
import { rangeIn, type Highlights } from "./highlights.ts";
import type { Span } from "./protocol.ts";
import { closePairs, islandAt, snapExact, type Range16 } from "./snapping.ts";
import type { TextView } from "./textview.ts";

export class WordSelection {
  readonly #text: TextView;
  readonly #highlights: Highlights;
  readonly #bar: HTMLElement;
  #article: Article | null = null;
  #caret: Caret = caretAt(0, 0);
  /** Chosen letter by letter: nothing is added to it. */
  #exact = false;

  constructor(text: TextView, highlights: Highlights) {
    this.#text = text;
    this.#highlights = highlights;
    this.#bar = document.createElement("div");
    this.#bar.className = "wb-caret";
    this.#bar.setAttribute("aria-hidden", "true");
  }

  open(article: Article, sentence: number): void {
    this.#article = article;
    this.#text.page.append(this.#bar);
    this.place(sentence, 0);
  }

  get caret(): Caret {
    return this.#caret;
  }

  get stretch(): Stretch | null {
    const held = selected(this.#caret);
    const article = this.#article;
    if (!held || !article?.sentences[this.#caret.sentence]) return null;
    const { sentence } = this.#caret;
    const text = article.textFrom(sentence, article.settle(sentence, held.end).sentence);
    // letter by letter the caret also stops beside blanks; a span must not begin or end with one
    const exact = snapExact(text, held, article.language);
    return exact && { sentence, ...(this.#exact ? exact : closePairs(text, exact)) };
  }

  get span(): Span | null {
    const stretch = this.stretch;
    return stretch && this.#article ? this.#article.toSpan(stretch) : null;
  }

  /** What is selected, as text. */
  get words(): string | null {
    return this.span?.text ?? null;
  }

  /** Put a bare caret somewhere. */
  place(sentence: number, offset: number): void {
    this.#set(caretAt(sentence, offset));
  }

  select(sentence: number, range: Range16, exact = false): void {
    this.#exact = exact;
    this.#set(select(sentence, range));
  }

  /** Select what the keys then change at one side; to the letter. */
  hold(sentence: number, { start, end }: Range16, side: "start" | "end"): void {
    this.#exact = true;
    const [fixed, head] = side === "end" ? [start, end] : [end, start];
    this.#set({ sentence, anchor: { start: fixed, end: fixed }, head });
  }

  /** Let go of the selection; the caret stays at its end. */
  collapse(): void {
    this.#set(caretAt(this.#caret.sentence, selected(this.#caret)?.end ?? this.#caret.head));
  }

  /** One step in reading direction (1) or against it (-1). */
  step(step: Step, extend: boolean, byLetter: boolean): void {
    const article = this.#article;
    if (!article) return;
    const { sentence, head } = this.#caret;
    this.#exact = byLetter;
    if (byLetter) this.#set(moveByLetter(this.#caret, this.#reached, article.language, step, extend));
    else if (!extend) this.#step(step, article.words(sentence));
    else {
      const last = article.settle(sentence, Math.max(head, this.#caret.anchor.end)).sentence;
      this.#set(extendByWord(this.#caret, article.wordsFrom(sentence - 1, last + 1, sentence), step));
    }
  }

  /** By word; over the edge of a sentence into its neighbour. */
  #step(step: Step, words: readonly Range16[]): void {
    const next = moveByWord(this.#caret, words, step);
    if (next !== this.#caret) return this.#set(next);
    this.toSentence(this.#caret.sentence + step, step);
  }

  /** Into another sentence: to its first word, or to its last when going backwards. */
  toSentence(index: number, step: Step = 1): void {
    const article = this.#article;
    if (!article?.sentences[index]) return;
    const words = article.words(index);
    const word = step > 0 ? words[0] : words.at(-1);
    this.#set(word ? select(index, word) : caretAt(index, 0));
    this.#text.show(index);
  }

  /** To the edge of the sentence in which the caret stands. */
  toEdge(step: Step, extend: boolean): void {
    const article = this.#article;
    if (!article) return;
    this.#exact = false;
    const { sentence, head } = this.#caret;
    const here = article.settle(sentence, head).sentence;
    this.#set(moveToEdge(this.#caret, article.wordsFrom(here, here, sentence), step, extend));
  }

  /** Leave out the letter that is written together with the first word; tells whether there was one. */
  dropProclitic(): boolean {
    const rest = withoutProclitic(this.#caret, this.#sentence, this.#article?.language ?? "ar");
    if (rest) this.#set(rest);
    return rest !== null;
  }

  get #sentence(): string {
    return this.#article?.sentences[this.#caret.sentence]?.text ?? "";
  }

  /** The text as far as the selection reaches. */
  get #reached(): string {
    const { sentence, head, anchor } = this.#caret;
    return this.#article?.textFrom(sentence, this.#article.settle(sentence, Math.max(head, anchor.end)).sentence) ?? "";
  }

  #set(caret: Caret): void {
    this.#caret = this.#settled(caret);
    this.paint();
  }

  /** The same caret, counted from the sentence in which its selection begins. */
  #settled(caret: Caret): Caret {
    const article = this.#article;
    const low = Math.min(caret.anchor.start, caret.head);
    if (!article?.sentences[caret.sentence]) return caret;
    const { sentence, offset } = article.settle(caret.sentence, low);
    const shift = offset - low;
    if (sentence === caret.sentence) return caret;
    const anchor = { start: caret.anchor.start + shift, end: caret.anchor.end + shift };
    return { sentence, anchor, head: caret.head + shift };
  }

  paint(): void {
    const stretch = this.stretch;
    const parts = (stretch && this.#article?.split(stretch)) ?? [];
    this.#highlights.paint("selection", parts.map((part) => this.#text.range(part)).filter((range) => range !== null));
    this.#paintBar();
  }

  /** The caret is a line laid over the page at the edge that moves. */
  #paintBar(): void {
    const article = this.#article;
    const here = article?.sentences[this.#caret.sentence] && article.settle(this.#caret.sentence, this.#caret.head);
    const text = here && this.#text.text(here.sentence);
    const box = text && article && caretBox(text, article.sentences[here.sentence]!.text, here.offset, article.dir);
    this.#bar.hidden = !box;
    if (!box) return;
    const page = this.#text.page.getBoundingClientRect();
    this.#bar.style.transform = `translate(${box.x - page.left}px, ${box.top - page.top}px)`;
    this.#bar.style.blockSize = `${box.height}px`;
  }
}

/**
 * Where the caret stands at an offset: before the letter that follows it, or after the one before.
 * Beside a number or name that runs against the line, it stands at the side that the reader comes to.
 */
function caretBox(element: HTMLElement, text: string, offset: number, dir: "rtl" | "ltr"): Box | null {
  const rtl = dir === "rtl";
  const island = islandAt(text, offset, dir);
  const inside = island !== null && island.start < offset && offset < island.end;
  const stretch = island && !inside ? island : { start: Math.max(0, offset - 1), end: Math.max(1, offset) };
  const boxes = rangeIn(element, stretch.start, stretch.end)?.getClientRects();
  const before = offset <= stretch.start;
  const box = before ? boxes?.[0] : boxes?.[boxes.length - 1];
  if (!box) return null;
  return { x: rtl === (before !== inside) ? box.right : box.left, top: box.top, height: box.height };
}

interface Box {
  readonly x: number;
  readonly top: number;
  readonly height: number;
}
