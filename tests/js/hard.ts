/** Hard text from a seeded generator, so that a failure can be seen again. */

const PIECES = [
  "و", "ف", "ال", "ق", "ا", "َ", "ّ", "ـ", "ء", "a", "Z", "7", "٣", " ", "\u00a0", "\n", ".", "،", "«", "»", '"', "(", ")",
  "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u2067", "\u2069", "\u202e", "😀", "👨‍👩‍👧", "🇪🇬", "𞺀", "e\u0301", "%", "-",
];

export function* hardTexts(count: number, seed = 7): Generator<string> {
  const random = generator(seed);
  for (let index = 0; index < count; index++) {
    const length = Math.floor(random() * 24);
    yield Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join("");
  }
}

/** Mulberry32: small, and the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
