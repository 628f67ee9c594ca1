import assert from "node:assert/strict";
import { test } from "node:test";
import { Pen } from "../../workbench/widgets/src/pen.ts";

const idle = { armed: null };
const waitingFor = (slot: "source" | "cue" | "stance" | "target") => ({ armed: { slot, claim: null, attribution: "a1" } });

test("without a pen only a slot that waits takes words", () => {
  const pen = new Pen();
  assert.deepEqual([idle, waitingFor("source"), waitingFor("cue"), waitingFor("target"), waitingFor("stance")].map((ui) => pen.role(ui)),
    [null, "source", "cue", "claim", null]);
});

test("the claim's pen stays, and leaves slots their words", () => {
  const pen = new Pen();
  pen.take("claim");
  pen.used();
  assert.deepEqual([pen.role(idle), pen.role(waitingFor("cue")), pen.role(waitingFor("stance"))], ["claim", "cue", "claim"]);
  pen.take("claim");
  assert.equal(pen.held, null);
});

test("another role's pen is for once, before any slot, and gives the claim's back", () => {
  const pen = new Pen();
  pen.take("claim");
  pen.take("anchor");
  assert.deepEqual([pen.held, pen.role(waitingFor("source"))], ["anchor", "anchor"]);
  pen.used();
  assert.equal(pen.role(idle), "claim");
  pen.take("cue");
  pen.take("cue");
  assert.equal(pen.held, "claim");
});

test("laying it down says whether there was one", () => {
  const pen = new Pen();
  assert.equal(pen.drop(), false);
  pen.take("claim");
  pen.take("source");
  assert.deepEqual([pen.drop(), pen.held], [true, null]);
});
