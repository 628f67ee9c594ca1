import assert from "node:assert/strict";
import { test } from "node:test";
import { OffsetMap } from "../../workbench/widgets/src/offsets.ts";
import { hardTexts } from "./hard.ts";

test("code points and UTF-16 units agree with the string's own iterator", () => {
  for (const text of hardTexts(800)) {
    const map = new OffsetMap(text);
    let utf16 = 0;
    let codePoint = 0;
    for (const character of text) {
      assert.equal(map.toUtf16(codePoint), utf16);
      assert.equal(map.fromUtf16(utf16), codePoint);
      utf16 += character.length;
      codePoint += 1;
    }
    assert.equal(map.toUtf16(codePoint), text.length);
    assert.equal(map.fromUtf16(text.length), codePoint);
  }
});

test("the inside of a character is refused", () => {
  const map = new OffsetMap("a😀b");
  assert.throws(() => map.fromUtf16(2), RangeError);
  assert.equal(map.fromUtf16(3), 2);
});

test("offsets outside the text are refused", () => {
  const map = new OffsetMap("😀😀");
  for (const offset of [-1, 3, Number.NaN]) assert.throws(() => map.toUtf16(offset), RangeError);
  for (const offset of [-1, 5]) assert.throws(() => map.fromUtf16(offset), RangeError);
});
