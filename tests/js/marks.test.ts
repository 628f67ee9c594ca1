import assert from "node:assert/strict";
import { test } from "node:test";
import { flatten, type Placed } from "../../workbench/widgets/src/marks.ts";
import { generator } from "./hard.ts";

test("pieces cover the text once and in order, and each says exactly what covers it", () => {
  const random = generator(2);
  for (let round = 0; round < 300; round++) {
    const length = 1 + Math.floor(random() * 30);
    const fragments = Array.from({ length: Math.floor(random() * 6) }, (_, index): Placed => {
      const start = Math.floor(random() * length);
      return { item: `i${index}`, role: "claim", start, end: start + 1 + Math.floor(random() * (length - start)) };
    });
    const pieces = flatten(length, fragments);
    assert.equal(pieces[0]?.start, 0);
    assert.equal(pieces.at(-1)?.end, length);
    pieces.forEach((piece, index) => {
      assert.ok(piece.start < piece.end);
      assert.equal(piece.start, index === 0 ? 0 : pieces[index - 1]?.end);
      for (let offset = piece.start; offset < piece.end; offset++) {
        const covering = fragments.filter((each) => each.start <= offset && offset < each.end);
        assert.deepEqual(piece.placed, covering);
      }
    });
  }
});

test("a fragment outside the text is not painted", () => {
  assert.deepEqual(flatten(3, [{ item: "i", role: "cue", start: 1, end: 9 }]), [{ start: 0, end: 3, placed: [] }]);
});
