/** What is typed is looked for as it is meant: without harakat, with either digits. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../workbench/widgets/src/folding.ts";

test("letters that stand for each other are the same", () => {
  assert.equal(fold("إِجْراءاتٌ"), fold("اجراءات"));
  assert.equal(fold("المدينة الكبرى"), fold("المدينه الكبري"));
  assert.equal(fold("  WHO ـــ said "), "who said");
});

test("digits of any keyboard are numbers", () => {
  assert.equal(Number(fold("١٢٣")), 123);
  assert.equal(Number(fold("۴۵۶")), 456);
  assert.equal(Number(fold("7")), 7);
});
