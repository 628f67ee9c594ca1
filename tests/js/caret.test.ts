import assert from "node:assert/strict";
import { test } from "node:test";
import { caretAt, extendByWord, moveByLetter, moveByWord, moveToEdge, select, selected, withoutProclitic, type Caret, type Step } from "../../workbench/widgets/src/caret.ts";
import { graphemeEdges, words } from "../../workbench/widgets/src/snapping.ts";
import { generator, hardTexts } from "./hard.ts";

const TEXT = "ونفت وزارة البحر ذلك";
const WORDS = words(TEXT);
const covered = (caret: Caret): string => {
  const range = selected(caret);
  return range ? TEXT.slice(range.start, range.end) : "";
};
const extend = (caret: Caret, ...steps: Step[]): Caret => steps.reduce((each, step) => extendByWord(each, WORDS, step), caret);

test("a step selects the next word, and stops at the edge", () => {
  let caret = moveByWord(caretAt(0, 0), WORDS, 1);
  assert.equal(covered(caret), "ونفت");
  caret = moveByWord(caret, WORDS, 1);
  assert.equal(covered(caret), "وزارة");
  caret = moveByWord(moveByWord(caret, WORDS, -1), WORDS, -1);
  assert.equal(covered(caret), "ونفت");
});

test("extending grows on one side, shrinks back, and turns around the word it began with", () => {
  const start = select(0, WORDS[1]!);
  assert.equal(covered(extend(start, 1)), "وزارة البحر");
  assert.equal(covered(extend(start, 1, -1)), "وزارة");
  assert.equal(covered(extend(start, 1, -1, -1)), "ونفت وزارة");
  assert.equal(covered(extend(start, -1, 1, 1)), "وزارة البحر");
});

test("letters move the edge that moves", () => {
  const word = select(0, WORDS[1]!);
  assert.equal(covered(moveByLetter(word, TEXT, "ar", -1, true)), "وزار");
  assert.equal(selected(moveByLetter(word, TEXT, "ar", 1, false)), null);
  const bare = caretAt(0, 5);
  assert.equal(covered(moveByLetter(bare, TEXT, "ar", 1, true)), "و");
  const backwards = extend(select(0, WORDS[2]!), -1);
  assert.equal(covered(moveByLetter(backwards, TEXT, "ar", 1, true)), "زارة البحر");
});

test("Home and End go to the edges, and extend to them", () => {
  assert.equal(covered(moveToEdge(select(0, WORDS[1]!), WORDS, 1, true)), "وزارة البحر ذلك");
  assert.equal(covered(moveToEdge(select(0, WORDS[1]!), WORDS, -1, false)), "ونفت");
});

test("a dropped proclitic stays dropped while the selection grows", () => {
  const rest = withoutProclitic(select(0, WORDS[0]!), TEXT, "ar")!;
  assert.equal(covered(rest), "نفت");
  assert.equal(covered(extend(rest, 1)), "نفت وزارة");
  assert.equal(withoutProclitic(caretAt(0, 3), TEXT, "ar"), null);
});

test("whatever the keys, the selection stays in the text and on grapheme edges", () => {
  const random = generator(5);
  for (const text of hardTexts(300, 23)) {
    const all = words(text);
    const edges = new Set(graphemeEdges(text));
    let caret = caretAt(0, 0);
    for (let press = 0; press < 12; press++) {
      const step: Step = random() < 0.5 ? 1 : -1;
      const kind = random();
      if (kind < 0.3) caret = moveByWord(caret, all, step);
      else if (kind < 0.6) caret = extendByWord(caret, all, step);
      else if (kind < 0.8) caret = moveByLetter(caret, text, "ar", step, random() < 0.5);
      else caret = moveToEdge(caret, all, step, random() < 0.5);
      const range = selected(caret);
      if (range) assert.ok(range.start >= 0 && range.end <= text.length && range.start < range.end);
      if (range && kind >= 0.6 && kind < 0.8) assert.ok(edges.has(range.start) || all.some((word) => word.start === range.start));
    }
  }
});
