import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Case, Difference, Outcome, Snap, Version } from "../../workbench/widgets/src/protocol.ts";
import type { VNode } from "../../workbench/widgets/src/dom.ts";
import { drawOutcome, summarize } from "../../workbench/widgets/src/outcome.ts";
import { drawCase, labelOf, tellDifference } from "../../workbench/widgets/src/ruling.ts";
import { USUAL } from "../../workbench/widgets/src/settings.ts";
import { State, type FullSnap } from "../../workbench/widgets/src/state.ts";
import { Texts } from "../../workbench/widgets/src/texts.ts";

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const TEXT = "😀 قالت أمل ذلك.\nنفت بسمة ذلك.";
const span = (text: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(text))].length;
  return { start, end: start + [...text].length, text };
};
const version = (people: string[], value: unknown, more: Partial<Version> = {}): Version =>
  ({ people, words: "", value, spans: [], role: null, absent: false, same_as_gold: false, ...more });
const difference = (id: string, kind: string, more: Partial<Difference> = {}): Difference => ({
  id, kind, field: kind, claim: null, attribution: null, about: "أمل", chosen: null, stale: false, by: null, comment: null, gap: false, unsure: false,
  versions: [version(["p1", "p3"], "affirm"), version(["p2"], "deny")], ...more,
});
const one = (differences: Difference[], more: Partial<Case> = {}): Case =>
  ({ answered: ["p1", "p2", "p3"], waiting: [], unanimous: false, outcome: "differs", units: [{ id: "u", claim: "c", words: "ذلك", differences }], ...more });

const ends = [[...TEXT].indexOf("\n"), [...TEXT].length];
function stateOf(cases: Record<string, Case | null>, outcome: Snap["outcome"] = null, language = "en"): State {
  const snap: FullSnap = {
    t: "snap", view: null, session: "", scheme: read("schemas/claims-sources-stances-1.0.json"), keys: read("workbench/session/keys.json"),
    settings: USUAL, annotations: {}, outcome,
    project: { id: "", name: "", annotator: "", annotators: [], warnings: [] },
    document: {
      id: "d", title: null, publisher: null, published: null, language: "ar", dir: "rtl", text: TEXT, segments: [],
      sentences: ends.map((end, index) => ({ id: `s${index + 1}`, start: index === 0 ? 0 : ends[0]! + 1, end, kind: "body", position: index })),
    },
    ui: { sentence: "s1", card: null, attribution: null, armed: null, missing: [], undo: null, redo: null },
    progress: { position: 0, sentences: 2, to_decide: 2, done: 0, skipped: 0, flagged: 0, pace_s: null },
    adjudication: {
      people: [{ id: "p1", shown: "A" }, { id: "p2", shown: "B" }, { id: "p3", shown: "C" }], hidden: true, sample: 0, cases,
      progress: { sentences: 2, differences: 3, settled: 1, unanimous: 4, accepted: 0 },
    },
  };
  return new State(snap, new Texts(language));
}

const nodes = (tree: readonly VNode[]): VNode[] => tree.flatMap((node) => [node, ...nodes(node.children)]);
const wordsOf = (tree: readonly VNode[]): string => nodes(tree).map((node) => node.text ?? "").join(" ").replace(/\s+/gu, " ");
const having = (tree: readonly VNode[], name: string) => nodes(tree).filter((node) => node.props[name] !== undefined && node.props[name] !== null);
const draw = (state: State, here: string | null = null) => drawCase(state, here, { choose: () => undefined, act: () => undefined });

test("the next difference is the next that waits, from the start again, and one that changed waits anew", () => {
  const { adjudication } = stateOf({ s1: one([
    difference("a", "stance"), difference("b", "source", { chosen: 1 }), difference("c", "cue", { chosen: 2, stale: true }), difference("d", "nesting", { chosen: "own" }),
  ]) });
  assert.deepEqual(adjudication?.open("s1").map((each) => each.id), ["a", "c"]);
  assert.deepEqual(["a", "b", "c", "d"].map((id) => adjudication?.after("s1", id)?.id), ["c", "c", "a", "a"]);
  assert.equal(adjudication?.after("s2", "a"), null);
});

test("a delta replaces the cases that it names, and says which sentences look different", () => {
  const state = stateOf({ s1: one([difference("a", "stance")]) });
  const changed = state.apply({
    annotations: {}, segments: null, ui: null, progress: null,
    adjudication: { cases: { s1: null, s2: one([difference("z", "cue")]) }, progress: { sentences: 1, differences: 1, settled: 0, unanimous: 0, accepted: 0 } },
  });
  assert.deepEqual([...changed].sort(), [0, 1]);
  assert.equal(state.adjudication?.of("s1"), null);
  assert.deepEqual([state.adjudication?.differences("s2").length, state.adjudication?.progress.differences], [1, 1]);
});

test("the words of a version are marked while it is looked at, also over the edge of a sentence", () => {
  const state = stateOf({ s1: one([]) });
  const spans = [span("أمل ذلك.\nنفت")];
  assert.deepEqual([...state.adjudication!.look(version(["p1"], null, { spans, role: "source" }))], [0, 1]);
  assert.deepEqual([0, 1].map((index) => state.placed(index).map((each) => [each.role, each.start, each.end])), [[["version-source", 8, 16]], [["version-source", 0, 3]]]);
  assert.deepEqual([...state.adjudication!.look(null)], [0, 1]);
  assert.deepEqual([state.placed(0), state.placed(1)], [[], []]);
});

test("each difference has its versions with their people, signs beside colours, and one key each", () => {
  const tree = draw(stateOf({ s1: one([difference("a", "stance", { chosen: 2 }), difference("b", "missed", { versions: [version(["p1"], null, { words: "أمل", spans: [span("أمل")] }), version(["p2"], null, { absent: true })] })]) }), "a");
  const versions = having(tree, "data-version");
  assert.deepEqual(versions.map((each) => each.props["data-verdict"]), ["rejected", "accepted", "open", "open"]);
  assert.deepEqual(versions.map((each) => wordsOf([each]).trim()), ["1 ✗ ✓ affirm A, C", "2 ✓ ✗ deny B", "1 · أمل A", "2 · not there B"]);
  assert.deepEqual(having(tree, "data-settled").map((each) => each.props["data-settled"]), ["settled", "open"]);
  assert.deepEqual(having(tree, "data-difference").map((each) => each.props["tabindex"]), [0, -1]);
});

test("a settled difference that nobody is at shows what was taken alone", () => {
  const tree = draw(stateOf({ s1: one([difference("a", "stance", { chosen: 2 })]) }));
  assert.equal(having(tree, "data-version").length, 0);
  assert.match(wordsOf(tree), /✓ stance أمل settled ✗ deny/u);
});

test("a sentence says how far it is, and whose answer is missing", () => {
  const said = (more: Partial<Case>) => wordsOf(draw(stateOf({ s1: one([], more) })));
  assert.match(said({ outcome: "agreed", unanimous: true }), /= All agree: nothing here\. ⏎|= All agree: nothing here\. Enter accepts it\./u);
  assert.match(said({ outcome: "settled" }), /◆ All is settled\./u);
  assert.match(said({ outcome: "done", waiting: ["p2"] }), /✓ Accepted\. … Not answered yet: B/u);
  const late = { s1: one([difference("a", "cue", { chosen: 1, stale: true })], { outcome: "done" as const }) };
  assert.match(wordsOf(draw(stateOf(late))), /↻ Accepted, but 1 difference has come up since/u);
  assert.match(wordsOf(draw(stateOf({}))), /… Nobody has answered this sentence yet\./u);
  assert.match(wordsOf(draw(stateOf({ s1: one([difference("a", "cue")]) }, null, "ar"))), /اختلاف واحد ينتظر الحسم/u);
});

test("a screen reader is told a difference with all its versions in one sentence", () => {
  const state = stateOf({});
  assert.equal(tellDifference(state, difference("a", "stance")), "stance أمل, to settle: 1 of 2: ✓ affirm (A, C); 2 of 2: ✗ deny (B)");
});

test("a difference of a feature is headed by what the scheme calls it, others of its kind by their field", () => {
  for (const [language, feature, entities] of [["en", "type of claim", "who is meant"], ["ar", "نوع الادعاء", "المقصود"]] as const) {
    const differences = [difference("a", "feature", { field: "feature:claim_type" }), difference("b", "feature", { field: "entities" }), difference("c", "feature", { field: "feature:unknown" })];
    const state = stateOf({ s1: one(differences) }, null, language);
    const heads = nodes(draw(state)).filter((node) => node.props["class"] === "wb-difference-head").map((head) => wordsOf(head.children.filter((each) => each.tag === "b")).trim());
    assert.deepEqual(heads, [feature, entities, "unknown"]);
    assert.ok(tellDifference(state, differences[0]!).startsWith(feature));
  }
});

test("values are shown by the scheme's labels in the person's language", () => {
  const state = stateOf({}, null, "ar");
  const label = (field: string, value: unknown) => labelOf(state, field, value);
  assert.equal(label("stance", "deny"), "✗ نفي");
  assert.equal(label("certainty", "certain"), "مؤكد");
  assert.equal(label("existence", { stance: "deny", certainty: "certain", realization: "explicit" }), "✗ نفي، مؤكد");
  assert.equal(label("source", { spans: [], realization: "implicit" }), "غير مسمّى");
  assert.deepEqual([label("source", { spans: [{ text: "أمل" }], realization: "explicit" }), label("cue", [{ text: "قالت" }]), label("targets", ["p1/c"]), label("cue", null)], ["", "", "", ""]);
});

test("what became of an answer is told by sign, word and value, for reading only", () => {
  const outcome: Outcome = {
    adjudicator: "noor", comment: "ينظر الفصل الثاني", gap: true, missed: [{ kind: "claim", words: "ذلك" }], links: [],
    items: [
      { item: "x", kind: "claim", words: "أمل", verdict: "taken", changes: [], gap: false, comment: null },
      { item: "y", kind: "attribution", words: "أمل", verdict: "changed", gap: false, comment: null, changes: [{ field: "targets", mine: "ذلك", gold: "", gap: false, comment: null }] },
      { item: "z", kind: "claim", words: "بسمة", verdict: "dropped", changes: [], gap: true, comment: "بلا مصدر" },
    ],
  };
  const state = stateOf({}, { s1: outcome });
  const tree = drawOutcome(state, state.outcomes.get("s1")!);
  assert.deepEqual(having(tree, "data-fate").map((each) => each.props["data-fate"]), ["taken", "changed", "dropped", "missed"]);
  const words = wordsOf(tree);
  for (const part of ["✓ taken", "✎ changed", "what it speaks of yours ذلك gold nothing", "✗ not taken", "بلا مصدر", "+ added by gold", "ينظر الفصل الثاني", "noor"]) assert.ok(words.includes(part), `${part} in ${words}`);
  assert.equal(nodes(tree).filter((node) => ["button", "input", "select"].includes(node.tag)).length, 0);
  state.apply({ annotations: {}, segments: null, ui: null, progress: null, outcome: { s1: null } });
  assert.equal(state.outcomes.size, 0);
});

test("what became of a link is told with both claims, the person's word and gold's", () => {
  const other = { document: "e", title: "The strait", publisher: null, published: null, language: "en", dir: "ltr" as const, sentence: "s4", position: 7, claim: "c9", words: "tolls rise" };
  const link = { claim: "c1", words: "أمل", other };
  const updates = { relation: "updates" as const, reversed: true };
  const same = { relation: "same" as const, reversed: false };
  const links: Outcome["links"] = [
    { ...link, verdict: "taken", mine: same, gold: same },
    { ...link, verdict: "changed", mine: same, gold: updates },
    { ...link, verdict: "missed", mine: null, gold: updates },
  ];
  const outcome = { adjudicator: null, comment: null, gap: false, items: [], missed: [], links };
  const state = stateOf({}, { s1: outcome });
  const tree = drawOutcome(state, outcome);
  assert.deepEqual(having(tree, "data-link").map((each) => each.props["data-fate"]), ["taken", "changed", "missed"]);
  const words = wordsOf(tree);
  for (const part of ["✓ link: taken أمل with tolls rise · The strait gold = the same", "yours = the same gold ↓ updates this claim", "+ link: added by gold", "yours said nothing gold"]) assert.ok(words.includes(part), `${part} in ${words}`);
  assert.equal(nodes(tree).find((node) => node.props["lang"] === "en")?.props["dir"], "ltr");
  assert.equal(summarize(state, outcome), "1 taken as you had it, of 2.");
  assert.equal(summarize(state, { ...outcome, links: links.slice(0, 1) }), "Taken as you had it.");
  assert.notEqual(summarize(state, { ...outcome, links: links.slice(2) }), "Taken as you had it.");
});
