import assert from "node:assert/strict";
import { test } from "node:test";
import type { Annotation, Attribution, Claim, Ui } from "../../workbench/widgets/src/protocol.ts";
import { USUAL } from "../../workbench/widgets/src/settings.ts";
import { State, isFull, type FullSnap } from "../../workbench/widgets/src/state.ts";

const TEXT = "😀 قالت أمل.\nنفت بسمة ذلك.\nسكت عمر.";
const span = (text: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(text))].length;
  return { start, end: start + [...text].length, text };
};
const claim = (id: string, sentence: string, text: string): Claim =>
  ({ id, sentence, spans: [span(text)], voice: null, proposition: null, features: {}, origin: "human", unsure: false, note: null });
const attribution = (id: string, sentence: string, source: string, ...targets: string[]): Attribution => ({
  id, sentence, source: { spans: [span(source)], realization: "explicit" }, cue: null, targets, anchor: [],
  stance: "affirm", certainty: "certain", features: {}, origin: "human", unsure: false, note: null,
});
const answer = (claims: Claim[], attributions: Attribution[]): Annotation =>
  ({ claims, attributions, status: "open", flagged: false, comment: null, revision: 1 });
const ui = (fields: Partial<Ui> = {}): Ui =>
  ({ sentence: "s1", card: null, attribution: null, armed: null, missing: [], undo: null, redo: null, ...fields });
const progress = { position: 0, sentences: 3, to_decide: 3, done: 0, skipped: 0, flagged: 0, pace_s: null };
const ends = [...TEXT].reduce<number[]>((found, character, index) => (character === "\n" ? [...found, index] : found), []).concat([...TEXT].length);

function snap(annotations: Record<string, Annotation>, fields: Partial<Ui> = {}): FullSnap {
  return {
    t: "snap", view: null, session: "x", project: { id: "p", name: "p", annotator: "amal", annotators: [], warnings: [] }, scheme: null, keys: {}, settings: USUAL,
    document: {
      id: "d", title: null, publisher: null, published: null, language: "ar", dir: "rtl", text: TEXT,
      segments: [{ start: 0, end: [...TEXT].length, kind: "body", published: null, reason: null, proposed: null }],
      sentences: ends.map((end, index) => ({ id: `s${index + 1}`, start: index === 0 ? 0 : ends[index - 1]! + 1, end, kind: "body", position: index })),
    },
    annotations, ui: ui(fields), progress,
  };
}

test("spans after an emoji are placed where their words are", () => {
  const state = new State(snap({ s1: answer([claim("c1", "s1", "أمل")], []) }));
  const placed = state.placed(0)[0]!;
  assert.equal(state.article.sentences[0]!.text.slice(placed.start, placed.end), "أمل");
  assert.deepEqual(state.article.toSpan({ sentence: 0, start: placed.start, end: placed.end }), span("أمل"));
});

test("a chain is told from its outermost relay, each below the one that relays it", () => {
  const state = new State(snap({
    s1: answer([claim("c1", "s1", "قالت")], [attribution("a2", "s1", "أمل", "c1")]),
    s2: answer([], [attribution("a1", "s2", "بسمة", "a2"), attribution("a3", "s2", "ذلك", "c1")]),
  }));
  assert.deepEqual(state.rows("c1").map((row) => [row.attribution.id, row.depth, row.relay?.id ?? null]), [["a1", 0, null], ["a2", 1, "a1"], ["a3", 0, null]]);
  assert.deepEqual(state.cards("s2"), ["c1"]);
  assert.deepEqual([...state.leaves("a1")], ["c1"]);
});

test("a circle in what arrives does not hang the view", () => {
  const state = new State(snap({ s1: answer([], [attribution("a1", "s1", "أمل", "a2"), attribution("a2", "s1", "قالت", "a1")]) }));
  assert.equal(state.leaves("a1").size, 0);
  assert.deepEqual(state.loose("s1").map((each) => each.id), ["a1", "a2"]);
});

test("a change redraws the sentences that it touches and no others", () => {
  const state = new State(snap({ s2: answer([claim("c1", "s2", "بسمة")], []) }));
  const elsewhere = { ...attribution("a1", "s2", "سكت", "c1") };
  const changed = state.apply({ annotations: { s2: answer([claim("c1", "s2", "بسمة")], [elsewhere]) }, segments: null, ui: null, progress: null });
  assert.deepEqual([...changed].sort(), [0, 1, 2]); // 0 is in focus, 1 holds the claim, 2 the source's words
  const gone = state.apply({ annotations: { s2: answer([], []) }, segments: null, ui: ui({ sentence: "s2" }), progress: null });
  assert.ok(gone.has(2));
  assert.deepEqual([state.placed(1), state.placed(2), state.claims.size, state.attributions.size], [[], [], 0, 0]);
});

test("an item that moved to another sentence is not lost when its old one is put after it", () => {
  const state = new State(snap({ s1: answer([claim("c1", "s1", "أمل")], []) }));
  state.apply({ annotations: { s2: answer([claim("c1", "s2", "بسمة")], []), s1: answer([], []) }, segments: null, ui: null, progress: null });
  assert.equal(state.claims.get("c1")?.sentence, "s2");
});

test("a project without articles is not full", () => {
  assert.ok(!isFull({ ...snap({}), document: null, ui: null, progress: null }));
});
