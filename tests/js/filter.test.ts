import assert from "node:assert/strict";
import { test } from "node:test";
import { chainsOf } from "../../workbench/widgets/src/chain.ts";
import { EVERYTHING, filterClaims, sourcesOf } from "../../workbench/widgets/src/filter.ts";
import type { Attribution, Claim } from "../../workbench/widgets/src/protocol.ts";
import { USUAL } from "../../workbench/widgets/src/settings.ts";
import { State } from "../../workbench/widgets/src/state.ts";

const TEXT = "a b c d";
const span = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + 1, text });
const claim = (id: string, text: string, fields: Partial<Claim> = {}): Claim =>
  ({ id, sentence: "s", spans: [span(text)], voice: null, proposition: null, features: {}, origin: "human", unsure: false, note: null, ...fields });
const attribution = (id: string, source: string | null, stance: string, targets: string[], fields: Partial<Attribution> = {}): Attribution => ({
  id, sentence: "s", source: source === null ? { spans: [], realization: "implicit" } : { spans: [span(source)], realization: "explicit" },
  cue: null, targets, anchor: [], stance, certainty: null, features: {}, origin: "human", unsure: false, note: null, ...fields,
});

const state = (flagged = false): State => new State({
  t: "snap", view: null, session: "", project: { id: "p", name: "p", annotator: "x", annotators: [], warnings: [] },
  scheme: null, keys: {}, settings: USUAL,
  document: {
    id: "d", title: null, publisher: null, published: null, language: "en", dir: "ltr", text: TEXT, segments: [],
    sentences: [{ id: "s", start: 0, end: 7, kind: "body", position: 0 }],
  },
  annotations: {
    s: {
      claims: [claim("late", "d", { unsure: true }), claim("early", "b")],
      attributions: [
        attribution("relay", "a", "report", ["inner"]), attribution("inner", "c", "affirm", ["early"]),
        attribution("other", null, "deny", ["early", "late"]),
      ],
      status: "open", flagged, comment: null,
    },
  },
  ui: { sentence: "s", card: null, attribution: null, armed: null, missing: [], undo: null, redo: null },
  progress: { position: 0, sentences: 1, to_decide: 1, done: 0, skipped: 0, flagged: 0, pace_s: null },
});

const found = (filter: Partial<typeof EVERYTHING>, flagged = false): string[] =>
  filterClaims(state(flagged), { ...EVERYTHING, ...filter }).map((each) => each.id);

test("claims are listed in the order of the text, and a filter takes some away", () => {
  assert.deepEqual(found({}), ["early", "late"]);
  assert.deepEqual(found({ stance: "affirm" }), ["early"]);
  assert.deepEqual(found({ source: "=a" }), ["early"]); // who only relays it, too
  assert.deepEqual(found({ source: "implicit", stance: "deny" }), ["early", "late"]);
  assert.deepEqual(found({ source: "=a", stance: "deny" }), []); // both of one and the same
  assert.deepEqual(found({ unsure: true }), ["late"]);
  assert.deepEqual([found({ flagged: true }), found({ flagged: true }, true)], [[], ["early", "late"]]);
});

test("each source is offered once", () => {
  assert.deepEqual(sourcesOf(state()).map((each) => each.key), ["=a", "=c", "implicit"]);
});

test("a chain runs from its outermost relay to the one that speaks of the claim", () => {
  const ids = (claim: string) => chainsOf(state(), claim).map((chain) => chain.map((each) => each.id));
  assert.deepEqual(ids("early"), [["relay", "inner"], ["other"]]);
  assert.deepEqual(ids("late"), [["other"]]);
});
