/** The words that are selected: moved by keys, set by the mouse, painted without touching the text. */

import type { Article, Stretch } from "./article.ts";
import {
  caretAt, extendByWord, moveByLetter, moveByWord, moveToEdge, select, selected, withoutProclitic,
  type Caret, type Step,
} from "./caret.ts";
import { rangeIn, type Highlights } from "./highlights.ts";
import type { Span } from "./protocol.ts";
import { islandAt, snapExact, type Range16 } from "./snapping.ts";
import type { TextView } from "./textview.ts";

export class WordSelection {
  readonly #text: TextView;
  readonly #highlights: Highlights;
  readonly #bar: HTMLElement;
  #article: Article | null = null;
  #caret: Caret = caretAt(0, 0);

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
    // letter by letter the caret also stops beside blanks; a span must not begin or end with one
    const range = held && snapExact(this.#sentence, held, this.#article?.language ?? "ar");
    return range && { sentence: this.#caret.sentence, ...range };
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

  select(sentence: number, range: Range16): void {
    this.#set(select(sentence, range));
  }

  /** Let go of the selection; the caret stays at its end. */
  collapse(): void {
    this.#set(caretAt(this.#caret.sentence, selected(this.#caret)?.end ?? this.#caret.head));
  }

  /** One step in reading direction (1) or against it (-1). */
  step(step: Step, extend: boolean, byLetter: boolean): void {
    const article = this.#article;
    if (!article) return;
    const words = article.words(this.#caret.sentence);
    if (byLetter) this.#set(moveByLetter(this.#caret, this.#sentence, article.language, step, extend));
    else if (extend) this.#set(extendByWord(this.#caret, words, step));
    else this.#step(step, words);
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

  toEdge(step: Step, extend: boolean): void {
    if (!this.#article) return;
    this.#set(moveToEdge(this.#caret, this.#article.words(this.#caret.sentence), step, extend));
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

  #set(caret: Caret): void {
    this.#caret = caret;
    this.paint();
  }

  paint(): void {
    const stretch = this.stretch;
    const range = stretch && this.#text.range(stretch);
    this.#highlights.paint("selection", range ? [range] : []);
    this.#paintBar();
  }

  /** The caret is a line laid over the page at the edge that moves. */
  #paintBar(): void {
    const { sentence, head } = this.#caret;
    const text = this.#text.text(sentence);
    const box = text && this.#article && caretBox(text, this.#sentence, head, this.#article.dir);
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
