/** Claims of two answers: the same, with other edges, or alone. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { likenesses } from "../../workbench/widgets/src/pairing.ts";
import type { Claim } from "../../workbench/widgets/src/protocol.ts";

function claim(id: string, spans: readonly [number, number][], sentence = "s1"): Claim {
  return {
    id, sentence, voice: "author", proposition: null, features: {}, origin: "human", unsure: false, note: null,
    spans: spans.map(([start, end]) => ({ start, end, text: "x".repeat(end - start) })),
  };
}

test("ids do not matter, edges do", () => {
  const own = [claim("a", [[0, 5]]), claim("b", [[6, 9]]), claim("c", [[20, 25]])];
  const others = [claim("z", [[0, 5]]), claim("y", [[8, 12]]), claim("x", [[25, 30]])];
  assert.deepEqual([...likenesses(own, others)], [["a", "same"], ["b", "edges"], ["c", "alone"]]);
});

test("every fragment counts", () => {
  const split = claim("a", [[0, 5], [8, 9]]);
  assert.equal(likenesses([split], [claim("b", [[0, 5]])]).get("a"), "edges");
  assert.equal(likenesses([split], [claim("b", [[0, 5], [8, 9]])]).get("a"), "same");
});

test("an understood claim is like another one of its sentence", () => {
  assert.equal(likenesses([claim("a", [])], [claim("b", [])]).get("a"), "same");
  assert.equal(likenesses([claim("a", [])], [claim("b", [], "s2")]).get("a"), "alone");
});

test("against nothing everything is alone", () => {
  assert.equal(likenesses([claim("a", [[0, 5]])], []).get("a"), "alone");
});
