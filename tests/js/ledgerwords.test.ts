import assert from "node:assert/strict";
import { test } from "node:test";
import type { Child, VNode } from "../../workbench/widgets/src/dom.ts";
import type { Clash, Ledger } from "../../workbench/widgets/src/ledgerdata.ts";
import { Words } from "../../workbench/widgets/src/ledgerwords.ts";
import { Scheme } from "../../workbench/widgets/src/scheme.ts";
import { Texts } from "../../workbench/widgets/src/texts.ts";

const article = (id: string, publisher: string | null) => ({ id, title: null, publisher, published: null, language: "ar", direction: "rtl" }) as const;
const LEDGER: Ledger = {
  layer: "gold", rows: [], columns: [], points: [], relays: [], sentences: {},
  articles: { d1: article("d1", "المرفأ"), d2: article("d2", null) },
};
const clash = (tie: Clash["tie"]): Clash => ({
  tie, first: { document: "d1", words: "وصول 5 سفن", value: "5" }, second: { document: "d2", words: "ships came", value: ">=9" },
});
const flatten = (children: readonly Child[]): string => children.flat().map((child) => {
  if (typeof child !== "object" || child === null) return String(child ?? "");
  const node = child as VNode;
  return node.text ?? flatten(node.children);
}).join("");

test("what cannot both be true is explained in the language of the interface, whatever ties the claims", () => {
  const scheme = new Scheme({});
  const said = (language: string, tie: Clash["tie"]): string => flatten(new Words(new Texts(language), scheme, LEDGER).clash(clash(tie)));
  for (const language of ["en", "ar"]) {
    const all = (["cluster", "same", "restates", "part_of"] as const).map((tie) => said(language, tie));
    assert.equal(new Set(all).size, 4, language);
    for (const text of all) {
      for (const part of ["وصول 5 سفن", "المرفأ", "ships came", "d2", ">=9"]) assert.ok(text.includes(part), `${language}: ${text}`);
      assert.doesNotMatch(text, /[{}]/u);
    }
  }
  assert.match(said("ar", "same"), /لا يصحّان معا/u);
  assert.doesNotMatch(said("ar", "same"), /cannot/u);
});
