/** Selecting with the mouse: whole words, drags that the browser dropped, and shadow roots. */

import type { Article } from "./article.ts";
import { islandAt, snapExact, snapToWords, type Range16 } from "./snapping.ts";
import type { TextView } from "./textview.ts";

interface Point {
  readonly sentence: number;
  readonly offset: number;
  readonly x: number;
  readonly y: number;
}

export interface PointerEvents {
  readonly select: (sentence: number, range: Range16) => void;
  /** A click without a drag: on a mark with its items, or on the bare text. */
  readonly click: (sentence: number, offset: number, items: readonly string[]) => void;
}

const TRAVEL_PX = 3;

interface CaretPosition {
  readonly offsetNode: Node;
  readonly offset: number;
}

type CaretFromPoint = (x: number, y: number, options?: { shadowRoots: ShadowRoot[] }) => CaretPosition | null;

export class Pointer {
  readonly #pane: HTMLElement;
  readonly #text: TextView;
  readonly #article: () => Article | null;
  readonly #events: PointerEvents;
  #down: Point | null = null;
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
    if (event.button !== 0) return;
    this.#down = this.#at(event);
    this.busy = this.#down !== null;
  }

  #release(event: MouseEvent): void {
    const down = this.#down;
    this.#down = null;
    this.busy = false;
    if (!down) return;
    const travelled = Math.hypot(event.clientX - down.x, event.clientY - down.y) > TRAVEL_PX;
    // the points are enough, and Chromium drops some drags that begin in the middle of a letter
    const dragged = (travelled ? this.#span(down, event) : null) ?? this.#read(down);
    const range = dragged && this.#snap(down.sentence, dragged, event.altKey);
    // a selection left in place makes the next press inside it a drag of text
    getSelection()?.removeAllRanges();
    if (range && (travelled || event.detail > 1)) this.#events.select(down.sentence, range);
    else if (!travelled) this.#events.click(down.sentence, down.offset, itemsAt(event));
  }

  #snap(sentence: number, range: Range16, exact: boolean): Range16 | null {
    const article = this.#article();
    const text = article?.sentences[sentence]?.text;
    if (!article || text === undefined) return null;
    return exact ? snapExact(text, range, article.language) : snapToWords(text, range, article.language);
  }

  /** The browser's own selection, clipped to the sentence in which it was begun. */
  #read(down: Point): Range16 | null {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    const range = this.#composed(selection);
    if (range.startContainer === range.endContainer && range.startOffset === range.endOffset) return null;
    const from = this.#text.locate(range.startContainer, range.startOffset);
    const to = this.#text.locate(range.endContainer, range.endOffset);
    const length = this.#article()?.sentences[down.sentence]?.text.length ?? 0;
    if (!from && !to) return null;
    const start = !from || from.sentence < down.sentence ? 0 : from.offset;
    const end = !to || to.sentence > down.sentence ? length : to.offset;
    if (from && from.sentence > down.sentence) return null;
    return start < end ? { start, end } : null;
  }

  #composed(selection: Selection): StaticRange | Range {
    const root = this.#pane.getRootNode();
    const composed = (selection as { getComposedRanges?: (options: object) => StaticRange[] }).getComposedRanges;
    if (root instanceof ShadowRoot && composed) {
      return composed.call(selection, { shadowRoots: [root] })[0] ?? selection.getRangeAt(0);
    }
    return selection.getRangeAt(0);
  }

  /** What lies between the two points of a drag, clipped to the sentence in which it was begun. */
  #span(down: Point, event: MouseEvent): Range16 | null {
    const up = this.#at(event);
    if (!up) return null;
    const length = this.#article()?.sentences[down.sentence]?.text.length ?? 0;
    const from = event.altKey ? down.offset : this.#offset(down);
    const inside = event.altKey ? up.offset : this.#offset(up);
    const to = up.sentence === down.sentence ? inside : up.sentence > down.sentence ? length : 0;
    return from === to ? null : { start: Math.min(from, to), end: Math.max(from, to) };
  }

  /**
   * The offset of a point as a reader sees it. A number or a Latin name in an Arabic line runs the
   * other way: at its far edge, where the eye has passed it, the browser reports its beginning.
   */
  #offset(point: Point): number {
    const article = this.#article();
    const text = article?.sentences[point.sentence]?.text ?? "";
    const island = article && islandAt(text, point.offset, article.dir);
    const boxes = island && this.#text.range({ sentence: point.sentence, ...island })?.getClientRects();
    const box = [...(boxes ?? [])].find((each) => each.left <= point.x && point.x <= each.right && each.top <= point.y && point.y <= each.bottom);
    if (!island || !box) return point.offset;
    const passed = article.dir === "rtl" ? box.right - point.x : point.x - box.left;
    return passed * 2 > box.width ? island.end : island.start;
  }

  #at(event: MouseEvent): Point | null {
    const root = this.#pane.getRootNode();
    const page = this.#pane.ownerDocument as unknown as { caretPositionFromPoint?: CaretFromPoint };
    const shadowRoots = root instanceof ShadowRoot ? [root] : [];
    const position = page.caretPositionFromPoint?.(event.clientX, event.clientY, { shadowRoots });
    const found = position && this.#text.locate(position.offsetNode, position.offset);
    return found ? { ...found, x: event.clientX, y: event.clientY } : null;
  }
}

function itemsAt(event: MouseEvent): string[] {
  const target = event.composedPath()[0];
  const mark = target instanceof Element ? target.closest("mark") : null;
  return mark?.dataset["items"]?.split(" ") ?? [];
}
