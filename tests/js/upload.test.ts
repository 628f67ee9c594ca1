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
