import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawCards } from "../../workbench/widgets/src/cards.ts";
import type { VNode } from "../../workbench/widgets/src/dom.ts";
import { findKindred } from "../../workbench/widgets/src/kindred.ts";
import { isJudged, JUDGEMENTS, judgementName, nameOf, nextOpen, othersOf, type Candidates, type Other } from "../../workbench/widgets/src/linked.ts";
import type { Claim } from "../../workbench/widgets/src/protocol.ts";
import { drawLinking, type LinkingView } from "../../workbench/widgets/src/relations.ts";
import { USUAL } from "../../workbench/widgets/src/settings.ts";
import { State, type FullSnap } from "../../workbench/widgets/src/state.ts";
import { Texts } from "../../workbench/widgets/src/texts.ts";

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const TEXT = "وصلت ثلاث سفن.";
const claim: Claim = {
  id: "c1", sentence: "s1", spans: [{ start: 0, end: 13, text: "وصلت ثلاث سفن" }], voice: "author", proposition: null, cluster: "k1",
  features: {}, origin: "human", unsure: false, note: null,
};

function stateOf(language = "en"): State {
  const snap: FullSnap = {
    t: "snap", view: null, session: "", scheme: read("schemas/claims-sources-stances-1.0.json"), keys: read("workbench/session/keys.json"), settings: USUAL,
    annotations: { s1: { claims: [claim], attributions: [], status: "open", flagged: false, comment: null } },
    clusters: { k1: { size: 3, documents: 2, proposition: "ثلاث سفن وصلت." } },
    project: { id: "", name: "", annotator: "", annotators: [], warnings: [] },
    document: {
      id: "d", title: null, publisher: null, published: null, language: "ar", dir: "rtl", text: TEXT, segments: [],
      sentences: [{ id: "s1", start: 0, end: TEXT.length, kind: "body", position: 0 }],
    },
    ui: { sentence: "s1", card: "c1", attribution: null, armed: null, missing: [], undo: null, redo: null },
    progress: { position: 0, sentences: 1, to_decide: 1, done: 0, skipped: 0, flagged: 0, pace_s: null },
    adjudication: {
      people: [{ id: "p1", shown: "A" }, { id: "p2", shown: "B" }], hidden: true, sample: 0, cases: {},
      progress: { sentences: 1, differences: 0, settled: 0, unanimous: 0, accepted: 0 },
    },
  };
  return new State(snap, new Texts(language));
}

const other = (document: string, more: Partial<Other> = {}): Other => ({
  document, title: null, publisher: "صحيفة", published: "2025-03-04", language: "ar", dir: "rtl", sentence: "s", position: 4, claim: "c9", words: `سفن ${document}`,
  proposition: null, cluster: null, holders: [], score: 0.5, relation: null, reversed: false, versions: [], ...more,
});
const found = (candidates: Other[], more: Partial<Candidates> = {}): Candidates => ({ claim: "c1", cluster: null, candidates, ...more });
const view = (each: Candidates | null, more: Partial<LinkingView> = {}): LinkingView =>
  ({ found: each, here: null, pending: new Set(), busy: false, open: true, more: true, words: null, origin: null, ...more });

const nodes = (tree: readonly VNode[]): VNode[] => tree.flatMap((node) => [node, ...nodes(node.children)]);
const wordsOf = (tree: readonly VNode[]): string => nodes(tree).map((node) => node.text ?? "").join(" ").replace(/\s+/gu, " ");
const having = (tree: readonly VNode[], name: string) => nodes(tree).filter((node) => node.props[name] !== undefined && node.props[name] !== null);
const draw = (state: State, each: LinkingView) => drawLinking(state, each, { act: () => undefined, judge: () => undefined, toggle: () => undefined });

test("the next is the next of whom nothing was said, from the start again; who is in the cluster needs no word", () => {
  const all = found([other("a"), other("b", { relation: "none" }), other("c", { cluster: "k1" }), other("d", { cluster: "k2" })],
    { cluster: { id: "k1", proposition: null, proposed: "p", members: [other("e", { cluster: "k1" })] } });
  assert.deepEqual(othersOf(all).map((each) => isJudged(all, each)), [false, true, true, false, true]);
  const next = (here: string | null, passed: string[] = []) => nextOpen(all, here, new Set(passed))?.document ?? null;
  assert.deepEqual([next(null), next("a c9"), next("d c9"), next("e c9"), next("a c9", ["d c9"]), next("a c9", ["a c9", "d c9"])], ["a", "d", "a", "a", "a", null]);
  assert.deepEqual(othersOf(null), []);
});

test("each thing that can be said has a name of its own, in both directions", () => {
  const names = Object.keys(JUDGEMENTS);
  assert.deepEqual(names.map((name) => judgementName(JUDGEMENTS[name]!)), names);
});

test("candidates stand in their order, each with its key, its outlet, who holds it and what was said", () => {
  const state = stateOf();
  const denied = other("b", { relation: "updates", reversed: true, holders: [{ words: "وزارة", stance: "deny", certainty: "certain", realization: "explicit" }, { words: null, stance: null, certainty: null, realization: "implicit" }] });
  const tree = draw(state, view(found([other("a"), denied]), { here: nameOf(other("a")) }));
  assert.deepEqual(having(tree, "data-relation").map((each) => each.props["data-relation"]), ["open", "updates reversed"]);
  assert.deepEqual(having(tree, "data-other").map((each) => each.props["tabindex"]), [0, -1]);
  assert.match(wordsOf(tree), /8 In other articles 1 of 2 judged 1 سفن a ◇ to judge صحيفة · 2025-03-04 · sentence 5/u);
  assert.match(wordsOf(tree), /2 سفن b ↓ updates this claim صحيفة · 2025-03-04 · sentence 5 ✗ وزارة deny ●●● .*unnamed/u);
  const buttons = nodes(tree).filter((node) => String(node.props["data-operation"] ?? "").startsWith("linking "));
  assert.deepEqual(buttons.map((each) => each.props["data-operation"]), [
    "linking same", "linking contradicts", "linking updates", "linking part_of", "linking restates", "linking none",
    "linking updates reversed", "linking part_of reversed", "linking restates reversed", "linking open", "linking find",
  ]);
});

test("a screen reader is told a candidate with all that is shown of it", () => {
  const state = stateOf();
  const each = other("a", { cluster: "k2", figure: "~1500 ton", conflict: "Both cannot be true.", holders: [{ words: "وزارة", stance: "deny", certainty: "certain", realization: "explicit" }] });
  const tree = draw(state, view(found([each], { clusters: { k2: { size: 1, documents: 1, proposition: null } } })));
  assert.equal(having(tree, "data-other")[0]?.props["aria-label"],
    "1 of 1: سفن a; to judge, صحيفة, 2025-03-04, وزارة deny, 1 claim, 1 article, ~1500 ton, Both cannot be true.");
});

test("what is on its way is shown as that, and an article that nobody has left has no way back", () => {
  const tree = draw(stateOf(), view(found([other("a", { relation: "same" })]), { pending: new Set(["a c9"]), origin: "سفينة" }));
  assert.match(wordsOf(tree), /… صحيفة/u);
  assert.match(wordsOf(tree), /B back to سفينة/u);
  assert.doesNotMatch(wordsOf(draw(stateOf(), view(found([other("a")])))), /back to/u);
});

test("a proposition that nobody has written is shown as proposed", () => {
  const cluster = { id: "k1", proposed: "ثلاث سفن", members: [other("z", { cluster: "k1" })] };
  const hollow = draw(stateOf(), view(found([], { cluster: { ...cluster, proposition: null } })));
  const filled = draw(stateOf(), view(found([], { cluster: { ...cluster, proposition: "سفن وصلت." } })));
  const isHollow = (tree: VNode[]) => nodes(tree).some((node) => String(node.props["class"]).includes("wb-hollow"));
  assert.deepEqual([isHollow(hollow), isHollow(filled)], [true, false]);
  assert.match(wordsOf(hollow), /⧉ 3 claims, 2 articles ثلاث سفن E write .* in the same cluster/u);
  assert.match(wordsOf(filled), /سفن وصلت\. E reword/u);
});

test("while nothing is known the panel says that it looks, and folded it shows its head alone", () => {
  assert.match(wordsOf(draw(stateOf(), view(null, { busy: true }))), /Looking/u);
  assert.match(wordsOf(draw(stateOf(), view(found([])))), /No claim of another article/u);
  const preparing = draw(stateOf(), view(found([], { preparing: true, linked: [other("b")] }), { busy: true }));
  assert.match(wordsOf(preparing), /being prepared.* b /u);
  assert.doesNotMatch(wordsOf(preparing), /No claim of another article|Looking/u);
  assert.match(wordsOf(draw(stateOf(), view(found([]), { words: "سفن" }))), /سفن/u);
  assert.equal(wordsOf(draw(stateOf(), view(found([other("a")]), { open: false }))).trim(), "8 In other articles");
});

test("who settles links sees what each annotator said of a pair, and who said nothing", () => {
  const tree = draw(stateOf(), view(found([other("a", { chosen: 1, state: "settled", relation: "same", versions: [{ people: ["p1"], relation: "same", reversed: false }, { people: ["p2"], relation: null, reversed: false }] })])));
  assert.match(wordsOf(tree), /✓ A = the same B · said nothing/u);
});

test("who settles has to settle only what people link otherwise", () => {
  const all = { ...found([other("a", { state: null }), other("b", { state: "open" }), other("c", { state: "settled", relation: "same" }), other("d", { state: "settled", relation: "same", stale: true })]), settling: true };
  assert.deepEqual(all.candidates.map((each) => isJudged(all, each)), [true, false, true, false]);
  assert.equal(nextOpen(all, null, new Set())?.document, "b");
  const tree = draw(stateOf(), view(all));
  assert.deepEqual(having(tree, "data-relation").map((each) => each.props["data-relation"]), ["unspoken", "differs", "same", "differs"]);
  assert.match(wordsOf(tree), /no link to settle/u);
});

test("a card says how large its cluster is, in the language of the interface, and a delta changes it", () => {
  const state = stateOf();
  const cards = () => wordsOf(drawCards(state, { act: () => undefined, send: () => undefined, pick: () => undefined, arm: () => undefined, targets: null }));
  assert.match(cards(), /⧉ 3 claims, 2 articles/u);
  state.apply({ annotations: {}, segments: null, ui: null, progress: null, clusters: { k1: { size: 1, documents: 1, proposition: null } } });
  assert.match(cards(), /⧉ 1 claim, 1 article/u);
  state.texts = new Texts("ar");
  assert.match(cards(), /⧉ ادعاء واحد، مقال واحد/u);
  state.apply({ annotations: {}, segments: null, ui: null, progress: null, clusters: {} });
  assert.match(cards(), /⧉ مرتبط/u);
});

test("claims of the same article are found by the words that they have in common, the likest first", () => {
  const state = stateOf();
  const more = ["وصلت ثلاث سفن", "ثلاث سفن", "نفت"].map((text, index): Claim => ({ ...claim, id: `m${index}`, spans: [{ start: 0, end: text.length, text }], cluster: null }));
  state.apply({ annotations: { s1: { claims: [claim, ...more], attributions: [], status: "open", flagged: false, comment: null } }, segments: null, ui: null, progress: null });
  assert.deepEqual(findKindred(state, claim, 5, new Set()).map((each) => each.claim), ["m0", "m1"]);
  assert.deepEqual(findKindred(state, claim, 5, new Set(["d m0"])).map((each) => each.claim), ["m1"]);
  assert.match(wordsOf(draw(state, view(found([], { nearby: findKindred(state, claim, 1, new Set()) })))), /this article/u);
});
