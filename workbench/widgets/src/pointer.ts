/** Selecting with the mouse: what the eye sees the pointer go over, whatever the browser makes of it. */

import type { Article } from "./article.ts";
import { AFTER, BEFORE, Lines, nearest, swept, type Spot, type Standing } from "./lines.ts";
import { clustersOf, pieces, snapExact, tidy, type Range16 } from "./snapping.ts";
import type { TextView } from "./textview.ts";

/** A place in the article: a sentence, and a spot on its lines. */
export interface Place extends Spot {
  readonly sentence: number;
}

interface Press extends Place {
  readonly x: number;
  readonly y: number;
  /** The pane may be scrolled while the button is down. */
  readonly scrolled: number;
}

/** How a selection was made. */
export interface Manner {
  /** To the letter, with Alt. */
  readonly exact: boolean;
  /** One more fragment, with Ctrl or Cmd. */
  readonly append: boolean;
}

export interface PointerEvents {
  /** `range` counts from the start of the sentence, and ends beyond it where a drag went over its edge. */
  readonly select: (sentence: number, range: Range16, manner: Manner) => void;
  /** A click without a drag: on a mark with its items, or on the bare text. */
  readonly click: (sentence: number, offset: number, items: readonly string[], event: MouseEvent) => void;
}

const TRAVEL_PX = 3;
/** A drag into a neighbour's line takes words of it only from this part of the line's height on. */
const SLACK = 0.22;

export class Pointer {
  readonly #pane: HTMLElement;
  readonly #text: TextView;
  readonly #article: () => Article | null;
  readonly #events: PointerEvents;
  #down: Press | null = null;
  /** While the button is down the page must not be painted: it would break the drag. */
  busy = false;

  constructor(pane: HTMLElement, text: TextView, article: () => Article | null, events: PointerEvents, signal: AbortSignal) {
    this.#pane = pane;
    this.#text = text;
    this.#article = article;
    this.#events = events;
    pane.addEventListener("mousedown", (event) => this.#press(event), { signal });
    // the button may be let go anywhere on the page
    pane.ownerDocument.addEventListener("mouseup", (event) => this.#release(event), { signal });
  }

  #press(event: MouseEvent): void {
    if (event.button !== 0 || event.defaultPrevented) return;
    const place = this.place(event.clientX, event.clientY);
    this.#down = place && { ...place, x: event.clientX, y: event.clientY, scrolled: this.#pane.scrollTop };
    this.busy = this.#down !== null;
  }

  #release(event: MouseEvent): void {
    const down = this.#down;
    this.#down = null;
    this.busy = false;
    if (!down) return;
    const manner = { exact: event.altKey, append: event.ctrlKey || event.metaKey };
    const scrolled = this.#pane.scrollTop - down.scrolled;
    const travelled = Math.hypot(event.clientX - down.x, event.clientY - down.y + scrolled) > TRAVEL_PX;
    // a selection left in place makes the next press inside it a drag of text
    getSelection()?.removeAllRanges();
    const up = travelled ? this.place(event.clientX, event.clientY, down) : null;
    if (up) return this.#drag(down, up, manner);
    if (!travelled) this.#click(down, event);
  }

  /** A press that something else took, and let go of where it was: a click after all. */
  click(event: MouseEvent): void {
    const place = this.place(event.clientX, event.clientY);
    if (place) this.#click(place, event);
  }

  /** A press that something else took and had no use for: a drag over words. */
  drag(from: Place, event: MouseEvent): void {
    const place = this.place(event.clientX, event.clientY, from);
    if (place) this.#drag(from, place, { exact: event.altKey, append: false });
  }

  #click(place: Place, event: MouseEvent): void {
    if (event.detail > 1) return this.#pick(place, event.detail > 2);
    this.#events.click(place.sentence, this.#offset(place), itemsAt(event), event);
  }

  /** Below the line that a point is in. */
  below(sentence: number, y: number): number {
    const lines = this.#lines(sentence);
    return lines ? lines.top + (lines.spot(0, y).line + 0.85) * lines.height : y;
  }

  /** Two clicks take the word, three the sentence. */
  #pick(down: Place, whole: boolean): void {
    const article = this.#article();
    const text = article?.sentences[down.sentence]?.text;
    if (!article || text === undefined) return;
    const words = article.words(down.sentence);
    const word = nearest(this.#lines(down.sentence)?.place(words) ?? [], down);
    const range = whole ? tidy(text, { start: 0, end: text.length }, article.language) : word;
    if (range) this.#events.select(down.sentence, { start: range.start, end: range.end }, { exact: false, append: false });
  }

  #drag(down: Place, up: Place, manner: Manner): void {
    const article = this.#article();
    const [from, to] = down.sentence <= up.sentence ? [down, up] : [up, down];
    const stretch = this.sweep(from, to, manner.exact);
    if (!article || !stretch) return;
    const { text, start, end } = stretch;
    const range = manner.exact ? snapExact(text, { start, end }, article.language) : tidy(text, { start, end }, article.language);
    if (range) this.#events.select(from.sentence, range, manner);
  }

  /** What lies between two places, from the start of the first one's sentence; not tidied yet. */
  sweep(from: Place, to: Place, exact: boolean): (Range16 & { readonly text: string }) | null {
    const article = this.#article();
    const first = article?.sentences[from.sentence];
    if (!article || !first) return null;
    const ranges: Range16[] = [];
    for (let index = from.sentence; index <= to.sentence; index++) {
      const whole = index > from.sentence && index < to.sentence;
      const sentence = article.sentences[index]!;
      const range = whole ? { start: 0, end: sentence.text.length }
        : swept(this.#standing(index, exact), index === from.sentence ? from : BEFORE, index === to.sentence ? to : AFTER);
      const shift = sentence.startUtf16 - first.startUtf16;
      if (range) ranges.push({ start: range.start + shift, end: range.end + shift });
    }
    const [start, end] = [ranges[0]?.start, ranges.at(-1)?.end];
    if (start === undefined || end === undefined) return null;
    return { start, end, text: article.textFrom(from.sentence, to.sentence) };
  }

  /**
   * Where a point of the window is. `from` is where a drag began: it ends in a neighbouring sentence only where
   * it reaches that one's letters, so that a hand that slips below the line takes nothing more.
   */
  place(x: number, y: number, from: Place | null = null): Place | null {
    const sentence = this.#sentenceAt(x, y) ?? from?.sentence ?? null;
    const lines = sentence === null ? null : this.#lines(sentence);
    if (sentence === null || !lines) return null;
    const slack = lines.height * SLACK;
    const near = from !== null && from.sentence !== sentence;
    if (near && from.sentence < sentence && y < lines.top + slack) return { sentence: sentence - 1, ...AFTER };
    if (near && from.sentence > sentence && y > lines.bottom - slack) return { sentence: sentence + 1, ...BEFORE };
    return { sentence, ...lines.spot(x, y) };
  }

  #sentenceAt(x: number, y: number): number | null {
    const pane = this.#pane.getBoundingClientRect();
    const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
    // let go outside the pane, a drag ends at its nearest line
    const [inX, inY] = [clamp(x, pane.left + 2, pane.right - 2), clamp(y, pane.top + 2, pane.bottom - 2)];
    const root = this.#pane.getRootNode() as Document | ShadowRoot;
    for (const slip of [0, -10, 10]) {
      const row = root.elementFromPoint(inX, inY + slip)?.closest<HTMLElement>(".wb-row");
      if (row && this.#text.page.contains(row)) return Number(row.dataset["index"]);
    }
    return null;
  }

  /** The letter edge nearest to a click. */
  #offset(place: Place): number {
    const letter = nearest(this.#standing(place.sentence, true), place);
    if (!letter) return 0;
    return place.along > letter.along ? letter.end : letter.start;
  }

  #standing(sentence: number, exact: boolean): Standing[] {
    const article = this.#article();
    const text = article?.sentences[sentence]?.text ?? "";
    const language = article?.language ?? "ar";
    return this.#lines(sentence)?.place(exact ? clustersOf(text, language) : pieces(text, language)) ?? [];
  }

  #lines(sentence: number): Lines | null {
    const element = this.#text.text(sentence);
    return element && new Lines(element, this.#article()?.dir ?? "rtl");
  }
}

function itemsAt(event: MouseEvent): string[] {
  const target = event.composedPath()[0];
  const mark = target instanceof Element ? target.closest("mark") : null;
  return mark?.dataset["items"]?.split(" ") ?? [];
}
