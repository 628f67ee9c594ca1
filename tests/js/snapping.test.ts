import assert from "node:assert/strict";
import { test } from "node:test";
import { dropProclitic, graphemeEdges, islandAt, snapExact, snapToWords, trimEdges, words } from "../../workbench/widgets/src/snapping.ts";
import { generator, hardTexts } from "./hard.ts";

const snapped = (text: string, part: string, widen = 0): string | null => {
  const start = text.indexOf(part);
  const range = snapToWords(text, { start: start - widen, end: start + part.length + widen });
  return range && text.slice(range.start, range.end);
};

test("a snapped range lies on grapheme edges and has no blank or bidi control at its own", () => {
  const random = generator(3);
  for (const text of hardTexts(3000)) {
    const [one, other] = [Math.floor(random() * (text.length + 1)), Math.floor(random() * (text.length + 1))];
    for (const snap of [snapExact, snapToWords]) {
      const range = snap(text, { start: one, end: other });
      if (!range) continue;
      assert.ok(range.start < range.end && range.end <= text.length);
      const covered = text.slice(range.start, range.end);
      assert.equal(covered.trim(), covered);
      const edges = graphemeEdges(text);
      assert.ok(edges.includes(range.start) && edges.includes(range.end), JSON.stringify([text, range]));
      assert.doesNotMatch(covered, /^[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]$/u);
    }
  }
});

test("an exact range that was on grapheme edges without blanks stays as it is", () => {
  for (const text of hardTexts(200, 11)) {
    const edges = graphemeEdges(text);
    for (let index = 0; index + 1 < edges.length; index++) {
      const range = { start: edges[index]!, end: edges[index + 1]! };
      const found = snapExact(text, range);
      if (/^[\p{L}\p{N}]+$/u.test(text.slice(range.start, range.end))) assert.deepEqual(found, range);
    }
  }
});

test("half a word becomes the word, and a sliver of the next one falls away", () => {
  const text = "ونقلت وكالة المرفأ عن مسؤول";
  assert.equal(snapped(text, "كالة المرف"), "وكالة المرفأ");
  assert.equal(snapped(text, "وكالة المرفأ", 2), "وكالة المرفأ");
  assert.equal(snapped(text, "سؤ"), "مسؤول");
});

test("punctuation, a pair of quotation marks around it all, and half a pair are left out", () => {
  assert.equal(snapped("قال «نحو 45.5 طن»، أمس", "«نحو 45.5 طن»،"), "نحو 45.5 طن");
  assert.equal(snapped("قال «نحو 45.5 طن» أمس", "«نحو 45.5"), "نحو 45.5");
  assert.equal(snapped('قال "غدا" و"أمس" معا', '"غدا" و"أمس"'), '"غدا" و"أمس"');
  assert.equal(snapped("منظمة (WGO) قالت", "منظمة (WGO)"), "منظمة (WGO)");
  assert.equal(snapped("منظمة (WGO) قالت", "WGO)"), "WGO");
  assert.equal(trimEdges("« . »", { start: 0, end: 5 }), null);
});

test("words are what the caret stops at, in any script", () => {
  const text = "بين 1500 و2500 (WGO) 🚢 12.5% صحيـــفة";
  assert.deepEqual(words(text).map(({ start, end }) => text.slice(start, end)), ["بين", "1500", "و2500", "WGO", "12.5", "صحيـــفة"]);
});

test("a proclitic goes with its vowel signs, and one at a time", () => {
  const drop = (text: string): string | null => {
    const range = dropProclitic(text, { start: 0, end: text.length });
    return range && text.slice(range.start, range.end);
  };
  assert.equal(drop("ونفت"), "نفت");
  assert.equal(drop("وَنفت"), "نفت");
  assert.equal(drop("وبالمرفأ"), "بالمرفأ");
  assert.equal(drop("المرفأ"), null);
  assert.equal(drop("وق"), null);
  assert.equal(drop("WGO"), null);
});

test("what runs against its line is found whole", () => {
  const text = "قدّرت WGO في 12/03/2024 نحو و2500.";
  const island = (part: string, at = 0): string | null => {
    const range = islandAt(text, text.indexOf(part) + at, "rtl");
    return range && text.slice(range.start, range.end);
  };
  assert.deepEqual([island("WGO"), island("WGO", 3), island("03"), island("2500", 2), island("2500", 4)], ["WGO", "WGO", "12/03/2024", "2500", "2500"]);
  assert.equal(island("قد"), null);
  assert.equal(islandAt("said قال now", 6, "ltr")?.start, 5);
});
