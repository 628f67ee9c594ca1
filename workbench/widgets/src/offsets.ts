/** Code points and UTF-16 units of one text: the only place where the two are converted. */

/**
 * Converts offsets of one text between code points (the wire) and UTF-16 units (the browser).
 *
 * Only characters beyond U+FFFF make the two differ, so only their places are kept.
 */
export class OffsetMap {
  readonly #wideUtf16: readonly number[];
  readonly #lengthUtf16: number;

  constructor(text: string) {
    this.#wideUtf16 = findWide(text);
    this.#lengthUtf16 = text.length;
  }

  /** The UTF-16 units that stand before code point `offset`. */
  toUtf16(offset: number): number {
    if (!(offset >= 0 && offset <= this.#lengthUtf16 - this.#wideUtf16.length)) {
      throw new RangeError(`Expected an offset inside the text, got code point ${offset}.`);
    }
    let low = 0;
    let high = this.#wideUtf16.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // the wide character `middle` stands at this code point
      if (this.#wideUtf16[middle]! - middle < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }

  /** The code points that stand before UTF-16 unit `offsetUtf16`, which must not cut a character. */
  fromUtf16(offsetUtf16: number): number {
    if (!(offsetUtf16 >= 0 && offsetUtf16 <= this.#lengthUtf16)) {
      throw new RangeError(`Expected an offset inside the text, got UTF-16 unit ${offsetUtf16}.`);
    }
    let low = 0;
    let high = this.#wideUtf16.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#wideUtf16[middle]! < offsetUtf16) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && this.#wideUtf16[low - 1]! === offsetUtf16 - 1) {
      throw new RangeError(`UTF-16 unit ${offsetUtf16} is inside a character.`);
    }
    return offsetUtf16 - low;
  }
}

function findWide(text: string): number[] {
  const wide: number[] = [];
  for (let index = 0; index + 1 < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) wide.push(index++);
  }
  return wide;
}
