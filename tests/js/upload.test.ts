import assert from "node:assert/strict";
import { test } from "node:test";
import { Effort } from "../../workbench/widgets/src/effort.ts";
import { PIECE_BYTES, nextPiece } from "../../workbench/widgets/src/upload.ts";

test("the pieces of a file join into the file", () => {
  for (const size of [0, 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES]) {
    let received = 0;
    do {
      const [from, to] = nextPiece(size, received);
      assert.equal(from, received);
      assert.ok(to - from <= PIECE_BYTES);
      received = to;
    } while (received < size);
    assert.equal(received, size);
  }
});

test("a pause is not work", () => {
  let now = 0;
  const effort = new Effort(() => now);
  now += 4_000;
  effort.note();
  now += 3_600_000;
  assert.equal(effort.take(), 19);
  assert.equal(effort.take(), 0);
});

test("nothing counts while the page is out of sight, until the person does something", () => {
  let now = 0;
  const effort = new Effort(() => now);
  now += 3_000;
  effort.leave();
  now += 9_000;
  effort.at("s2"); // another view moved on: still nobody here
  now += 9_000;
  effort.note();
  now += 2_000;
  assert.equal(effort.take(), 2);
  effort.at("");
  assert.equal(effort.take(), 3);
});

test("work on a sentence that was left without an edit waits for the person to come back", () => {
  let now = 0;
  const effort = new Effort(() => now);
  effort.at("s1");
  now += 6_000;
  effort.note();
  effort.at("s2");
  now += 1_000;
  assert.equal(effort.take(), 1);
  effort.at("s1");
  now += 500;
  assert.equal(effort.take(), 6.5);
});
