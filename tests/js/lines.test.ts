import assert from "node:assert/strict";
import { test } from "node:test";
import { AFTER, BEFORE, isBefore, nearest, swept, type Spot, type Standing } from "../../workbench/widgets/src/lines.ts";

// A line that runs to the left holds a name that runs to the right: قال MV Dalma غدا
const PIECES: Standing[] = [
  { start: 0, end: 3, line: 0, along: 15, half: 15 },
  { start: 7, end: 12, line: 0, along: 60, half: 25 }, // Dalma comes first on the way to the left
  { start: 4, end: 6, line: 0, along: 105, half: 15 },
  { start: 13, end: 16, line: 1, along: 15, half: 15 },
];
const at = (line: number, along: number): Spot => ({ line, along });

test("a drag takes what it goes over as the eye sees it, in either direction", () => {
  assert.deepEqual(swept(PIECES, at(0, 36), at(0, 119)), { start: 4, end: 12 });
  assert.deepEqual(swept(PIECES, at(0, 119), at(0, 36)), { start: 4, end: 12 });
  assert.deepEqual(swept(PIECES, at(0, 16), at(1, 10)), { start: 4, end: 12 });
  assert.deepEqual(swept(PIECES, at(0, 95), at(1, 16)), { start: 4, end: 16 });
  assert.deepEqual(swept(PIECES, BEFORE, AFTER), { start: 0, end: 16 });
});

test("a drag inside a word takes the word, and one beside all words takes none", () => {
  assert.deepEqual(swept(PIECES, at(0, 20), at(0, 28)), { start: 0, end: 3 });
  assert.deepEqual(swept(PIECES, at(0, 24), at(0, 50)), { start: 7, end: 12 });
  assert.equal(swept(PIECES, at(0, 30.5), at(0, 34)), null);
  assert.equal(swept([], BEFORE, AFTER), null);
});

test("the nearest piece is one of the same line", () => {
  assert.equal(nearest(PIECES, at(0, 31))?.start, 0);
  assert.equal(nearest(PIECES, at(1, 400))?.start, 13);
  assert.equal(nearest(PIECES, at(2, 0)), null);
  assert.ok(isBefore(at(0, 9), at(1, 0)) && isBefore(at(0, 1), at(0, 2)) && !isBefore(at(1, 0), at(0, 9)));
});
