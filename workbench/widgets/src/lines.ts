/** A sentence as the eye sees it: lines, and how far along them each word stands. */

import { rangeIn } from "./highlights.ts";
import { islandAt, type Range16 } from "./snapping.ts";

/** A point of a sentence as a reader passes it: the line, and the pixels from where the line begins. */
export interface Spot {
  readonly line: number;
  readonly along: number;
}

/** One piece of text on one line; a piece that is broken over two lines stands there twice. */
export interface Standing extends Range16, Spot {
  /** Half its width: `along` is its middle. */
  readonly half: number;
}

export const BEFORE: Spot = { line: -Infinity, along: 0 };
export const AFTER: Spot = { line: Infinity, along: 0 };

/** Whether a reader passes the first spot before the second. */
export function isBefore(one: Spot, other: Spot): boolean {
  return one.line < other.line || (one.line === other.line && one.along < other.along);
}

/**
 * The lines of one sentence on the page. A number or a Latin name in an Arabic line runs the other way, so
 * that offsets say little about where the eye is; here everything is measured along the line.
 */
export class Lines {
  readonly #element: HTMLElement;
  readonly #box: DOMRect;
  readonly #count: number;
  readonly #rtl: boolean;

  constructor(element: HTMLElement, dir: "rtl" | "ltr") {
    this.#element = element;
    this.#box = element.getBoundingClientRect();
    this.#rtl = dir === "rtl";
    this.#count = Math.max(1, Math.round(element.offsetHeight / parseFloat(getComputedStyle(element).lineHeight)));
  }

  get height(): number {
    return this.#box.height / this.#count;
  }

  get top(): number {
    return this.#box.top;
  }

  get bottom(): number {
    return this.#box.bottom;
  }

  /** The spot under a point of the window; above and below the sentence, in its first or last line. */
  spot(x: number, y: number): Spot {
    const line = Math.floor((y - this.#box.top) / this.height);
    return { line: Math.min(this.#count - 1, Math.max(0, line)), along: this.#along(x) };
  }

  /** Where pieces of the text stand; what has no width stands nowhere. */
  place(pieces: readonly Range16[]): Standing[] {
    return pieces.flatMap((piece) => this.#boxes(piece).map((box): Standing => ({
      ...piece, ...this.spot((box.left + box.right) / 2, (box.top + box.bottom) / 2), half: box.width / 2,
    })));
  }

  #along(x: number): number {
    return this.#rtl ? this.#box.right - x : x - this.#box.left;
  }

  #boxes({ start, end }: Range16): DOMRect[] {
    return [...(rangeIn(this.#element, start, end)?.getClientRects() ?? [])].filter((box) => box.width > 0);
  }

  /**
   * Where the edge of a span is seen. Beside a number or name that runs against the line it is at the
   * side that the reader comes to; inside one it is between its letters.
   */
  edge(text: string, offset: number, side: "start" | "end"): Edge | null {
    const island = islandAt(text, offset, this.#rtl ? "rtl" : "ltr");
    const whole = island !== null && offset === (side === "start" ? island.start : island.end);
    const inside = island !== null && !whole && island.start < offset && offset < island.end;
    const letter = side === "start" ? { start: offset, end: nextLetter(text, offset) } : { start: previousLetter(text, offset), end: offset };
    const boxes = this.#boxes(whole ? island : letter);
    const box = side === "start" ? boxes[0] : boxes.at(-1);
    if (!box) return null;
    // a reader of a right-to-left line comes to the right side of a word first
    const right = (this.#rtl !== inside) === (side === "start");
    const x = right ? box.right : box.left;
    return { x, top: box.top, bottom: box.bottom, spot: { ...this.spot(x, (box.top + box.bottom) / 2), along: this.#along(x) } };
  }
}

/** The edge of a span on the page, in pixels of the window. */
export interface Edge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly spot: Spot;
}

function nextLetter(text: string, offset: number): number {
  return offset + String.fromCodePoint(text.codePointAt(offset) ?? 32).length;
}

function previousLetter(text: string, offset: number): number {
  const low = text.charCodeAt(offset - 1);
  return offset - (low >= 0xdc00 && low <= 0xdfff ? 2 : 1);
}

/**
 * What a drag from one spot to another goes over: from the first to the last piece whose middle lies between
 * them, or, where a drag stays inside a piece or two, the one it goes over most.
 */
export function swept(pieces: readonly Standing[], one: Spot, other: Spot): Range16 | null {
  const [from, to] = isBefore(one, other) ? [one, other] : [other, one];
  const covered = pieces.filter((piece) => !isBefore(piece, from) && !isBefore(to, piece));
  if (covered.length > 0) return hull(covered);
  const overlap = (piece: Standing): number => piece.line !== from.line || piece.line !== to.line ? 0
    : Math.min(to.along, piece.along + piece.half) - Math.max(from.along, piece.along - piece.half);
  const most = [...pieces].sort((a, b) => overlap(b) - overlap(a))[0];
  return most && overlap(most) > 0 ? { start: most.start, end: most.end } : null;
}

function hull(pieces: readonly Range16[]): Range16 {
  return { start: Math.min(...pieces.map(({ start }) => start)), end: Math.max(...pieces.map(({ end }) => end)) };
}

/** The piece that a spot lies on, or the nearest one of its line. */
export function nearest<T extends Standing>(pieces: readonly T[], spot: Spot): T | null {
  const inLine = pieces.filter((piece) => piece.line === spot.line);
  const distance = (piece: T): number => Math.max(0, Math.abs(piece.along - spot.along) - piece.half);
  return [...inLine].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
