import assert from "node:assert/strict";
import { test } from "node:test";
import { clustersOf, dropProclitic, graphemeEdges, islandAt, pieces, snapExact, tidy, trimEdges, words } from "../../workbench/widgets/src/snapping.ts";
import { generator, hardTexts } from "./hard.ts";

const tidied = (text: string, part: string): string | null => {
  const start = text.indexOf(part);
  const range = tidy(text, { start, end: start + part.length });
  return range && text.slice(range.start, range.end);
};

test("a snapped range lies on grapheme edges and has no blank or bidi control at its own", () => {
  const random = generator(3);
  for (const text of hardTexts(3000)) {
    const [one, other] = [Math.floor(random() * (text.length + 1)), Math.floor(random() * (text.length + 1))];
    for (const snap of [snapExact, tidy]) {
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

test("a letter before a name or number of another script is a piece of its own", () => {
  const text = "بين 1500 و2500 (وWGO) صحيـــفة السَّفِينَةُ می\u200cشود 👨‍👩‍👧‍👦";
  assert.deepEqual(pieces(text).map(({ start, end }) => text.slice(start, end)),
    ["بين", "1500", "و", "2500", "(", "و", "WGO", ")", "صحيـــفة", "السَّفِينَةُ", "می\u200cشود", "👨‍👩‍👧‍👦"]);
});

test("pieces and clusters cover a text in order, and cut no letter from its marks", () => {
  for (const text of hardTexts(1000, 5)) {
    const edges = new Set(graphemeEdges(text));
    assert.deepEqual(clustersOf(text).map(({ start, end }) => text.slice(start, end)).join(""), text);
    let before = 0;
    for (const { start, end } of pieces(text)) {
      assert.ok(before <= start && start < end && end <= text.length);
      assert.equal(text.slice(before, start).replace(/[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, ""), "");
      before = end;
    }
    assert.ok(edges.has(text.length));
  }
});

test("a bracket that was opened inside is closed where it stands beside the edge", () => {
  assert.equal(tidied("الهيئة (HBA) قالت", "الهيئة (HBA"), "الهيئة (HBA)");
  assert.equal(tidied("قال [الربان] غدا", "الربان] غدا"), "[الربان] غدا");
  assert.equal(tidied("قال «نعم» غدا", "نعم"), "نعم");
  assert.equal(tidied('قال "نعم" غدا', 'قال "نعم'), 'قال "نعم"');
});

test("punctuation, a pair of quotation marks around it all, and half a pair are left out", () => {
  assert.equal(tidied("قال «نحو 45.5 طن»، أمس", "«نحو 45.5 طن»،"), "نحو 45.5 طن");
  assert.equal(tidied("قال «نحو 45.5 طن» أمس", "«نحو 45.5"), "نحو 45.5");
  assert.equal(tidied('قال "غدا" و"أمس" معا', '"غدا" و"أمس"'), '"غدا" و"أمس"');
  assert.equal(tidied("منظمة (WGO) قالت", "منظمة (WGO)"), "منظمة (WGO)");
  assert.equal(tidied("منظمة (WGO) قالت", "WGO)"), "WGO");
  assert.equal(trimEdges("« . »", { start: 0, end: 5 }), null);
});

test("words are what the caret stops at, in any script", () => {
  const text = "بين 1500 و2500 (WGO) 🚢 12.5% صحيـــفة @marsa $300";
  assert.deepEqual(words(text).map(({ start, end }) => text.slice(start, end)), ["بين", "1500", "و2500", "WGO", "12.5%", "صحيـــفة", "@marsa", "$300"]);
});

test("a proclitic goes with its vowel signs, and one at a time", () => {
  const drop = (text: string): string | null => {
    const range = dropProclitic(text, { start: 0, end: text.length });
    return range && text.slice(range.start, range.end);
  };
  assert.equal(drop("ونفت"), "نفت");
  assert.equal(drop("وَنفت"), "نفت");
  assert.equal(drop("وبالمرفأ"), "بالمرفأ");
  assert.equal(drop("و2500"), "2500");
  assert.equal(drop("وHBA"), "HBA");
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
  assert.equal(islandAt("صحيـــفة", 4, "rtl"), null);
  assert.equal(islandAt("السَّفينة", 4, "rtl"), null);
  assert.equal(islandAt("said قال now", 6, "ltr")?.start, 5);
});
