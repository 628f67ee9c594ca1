import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { CATALOGUES, LANGUAGES, languageOf, Texts } from "../../workbench/widgets/src/texts.ts";
import { shownLiterals } from "./literals.ts";

const SOURCES = new URL("../../workbench/widgets/src/", import.meta.url);
const placesOf = (text: string): string => [...text.matchAll(/\{\w+\}/gu)].map(String).sort().join(" ");

test("every language has every text, with the same places to fill", () => {
  const keys = Object.keys(CATALOGUES["en"]!);
  for (const { value: language } of LANGUAGES) {
    const catalogue = CATALOGUES[language]!;
    assert.deepEqual(Object.keys(catalogue).sort(), [...keys].sort(), language);
    for (const key of keys) {
      const forms = Object.values(typeof catalogue[key] === "string" ? [catalogue[key]] : catalogue[key]!);
      assert.ok(forms.every((form) => typeof form === "string" && form.trim() !== ""), `${language} ${key}`);
      const english = CATALOGUES["en"]![key]!;
      const most = placesOf(typeof english === "string" ? english : (english.other ?? ""));
      const last = forms.at(-1) as string;
      assert.equal(placesOf(last), most, `${language} ${key}`);
    }
  }
});

test("a text that counts has every form that its language knows", () => {
  for (const { value: language } of LANGUAGES) {
    const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, entry] of Object.entries(CATALOGUES[language]!)) {
      if (typeof entry !== "string") assert.deepEqual(rules.filter((rule) => !entry[rule]), [], `${language} ${key}`);
    }
  }
});

test("numbers take their forms, in the digits of the keys", () => {
  const { t } = new Texts("ar");
  const flagged = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((count) => t("bar.flagged", { count }));
  assert.deepEqual(flagged, [
    "لا جمل معلَّمة", "جملة معلَّمة", "جملتان معلَّمتان", "3 جمل معلَّمة", "10 جمل معلَّمة", "11 جملة معلَّمة", "99 جملة معلَّمة",
    "100 جملة معلَّمة", "103 جمل معلَّمة",
  ]);
  assert.equal(new Texts("en").t("articles.count", { count: 0 }), "Nothing new: its articles are in the project already.");
});

test("the language is the one chosen, else the browser's, else English", () => {
  assert.equal(languageOf("ar", ["en-GB"]), "ar");
  assert.equal(languageOf("auto", ["fr", "ar-EG", "en"]), "ar");
  assert.equal(languageOf("auto", ["fr"]), "en");
  assert.equal(new Texts("xx").language, "en");
});

test("a label of the scheme that lacks the language is shown in one that it has", () => {
  const texts = new Texts("ar");
  assert.deepEqual([texts.label({ en: "a", ar: "ب" }), texts.label({ en: "a" }), texts.label({ fr: "c" })], ["ب", "a", "c"]);
});

test("what is drawn comes from the catalogue: no module holds words of its own", () => {
  const found = readdirSync(SOURCES).filter((name) => name.endsWith(".ts")).flatMap((name) =>
    shownLiterals(readFileSync(new URL(name, SOURCES), "utf8")).map((literal) => `${name}: ${literal}`));
  assert.deepEqual(found, []);
  const styles = new URL("styles/", SOURCES);
  const spoken = readdirSync(styles).filter((name) => /content:[^;]*[/]\s*"/u.test(readFileSync(new URL(name, styles), "utf8")));
  assert.deepEqual(spoken, []);
});

test("words in a place where they would be shown are found", () => {
  const shown = (source: string) => shownLiterals(source);
  assert.deepEqual(shown('h("p", { class: "wb-x" }, "Hello there")'), ["Hello there"]);
  assert.deepEqual(shown('h("p", {}, on ? "yes it is" : t("a.b"))'), ["yes it is"]);
  assert.deepEqual(shown('h("p", {}, [`count ${n} things`, n === "one" && "x"])'), ["count ${} things"]);
  assert.deepEqual(shown('h("b", { title: "a title", "aria-label": `to ${x}`, "data-x": "data" })'), ["a title", "to ${}"]);
  assert.deepEqual(shown('view.notify({ text: "Do this first.", tone: "info" }); node.textContent = "Some words";'), ["Do this first.", "Some words"]);
  assert.deepEqual(shown('h("b", {}, t("card.note"), name("area", "it")) // "a comment here"'), []);
});
