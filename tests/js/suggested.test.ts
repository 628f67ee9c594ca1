import assert from "node:assert/strict";
import { test } from "node:test";
import { Article } from "../../workbench/widgets/src/article.ts";
import type { Suggestion, SuggestionPart } from "../../workbench/widgets/src/protocol.ts";
import { Suggested } from "../../workbench/widgets/src/suggested.ts";

const TEXT = "😀 قالت أمل.\nنفت بسمة ذلك.";
const span = (text: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(text))].length;
  return { start, end: start + [...text].length, text };
};
const common = { origin: "system:x@1", unsure: false, note: null, features: {}, score: null };
const claim = (id: string, sentence: string, text: string): Suggestion =>
  ({ ...common, kind: "claim", id, sentence, spans: [span(text)], voice: null, proposition: null, depth: 0 });
const held = (id: string, sentence: string, source: string, depth: number, ...targets: string[]): Suggestion => ({
  ...common, kind: "attribution", id, sentence, source: { spans: [span(source)], realization: "explicit" }, cue: null,
  targets, anchor: [], stance: "affirm", certainty: "certain", depth,
});
const part = (...items: Suggestion[]): SuggestionPart => ({ held: false, revealed: false, items });
const ends = [[...TEXT].indexOf("\n"), [...TEXT].length];
const article = () => new Article({
  id: "d", title: null, publisher: null, published: null, language: "ar", dir: "rtl", text: TEXT, segments: [],
  sentences: ends.map((end, index) => ({ id: `s${index + 1}`, start: index === 0 ? 0 : ends[0]! + 1, end, kind: "body", position: index })),
});

test("suggestions are placed where their words are, also in another sentence, and leave no trace", () => {
  const suggested = new Suggested(article(), { s1: part(claim("c", "s1", "أمل"), held("a", "s1", "بسمة", 0, "c")) });
  assert.deepEqual(suggested.placed(0), [{ item: "c", role: "suggested-claim", start: 8, end: 11 }]);
  assert.deepEqual(suggested.placed(1).map((each) => each.role), ["suggested-source"]);
  assert.deepEqual([...suggested.apply({ s1: part() })], [0, 1]);
  assert.deepEqual([suggested.placed(0), suggested.placed(1), suggested.get("c")], [[], [], null]);
});

test("a card is a claim and those who hold it; what speaks of a claim elsewhere has a card of its own", () => {
  const suggested = new Suggested(article(), {
    s1: part(claim("c", "s1", "أمل")),
    s2: part(claim("d", "s2", "ذلك"), held("a", "s2", "بسمة", 0, "d"), held("b", "s2", "نفت", 0, "own"), held("e", "s2", "نفت", 1, "c")),
  });
  const cards = suggested.cards("s2").map((card) => [card.claim?.id ?? null, ...card.rows.map((row) => row.id)]);
  assert.deepEqual(cards, [["d", "a"], [null, "b", "e"]]);
  assert.deepEqual([...suggested.leaves(suggested.get("e")!)], ["c"]);
});
