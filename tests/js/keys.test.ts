import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Keymap, capOf, isModifier, isOurs, isReserved, layerOf, swapKeys, type Press } from "../../workbench/widgets/src/keys.ts";
import { Scheme } from "../../workbench/widgets/src/scheme.ts";
import { CATALOGUES, LANGUAGES, Texts } from "../../workbench/widgets/src/texts.ts";
import { GROUPS, STRIP, timeLeft } from "../../workbench/widgets/src/wording.ts";

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const codes = read("workbench/session/keys.json") as Record<string, string[]>;
const scheme = read("schemas/claims-sources-stances-1.0.json");
const { stanceKeys } = new Scheme(scheme);
const keymap = new Keymap(codes, stanceKeys);

const press = (code: string, key = "", modifiers: Partial<Press> = {}): Press =>
  ({ code, key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

test("a key is found by its place, whatever the layout types there", () => {
  assert.equal(keymap.find(press("KeyL", "م")), "relay");
  assert.equal(keymap.find(press("KeyQ", "ض")), "stance affirm");
  assert.deepEqual(["٥", "٦", "٧"].map((key, index) => keymap.find(press(`Digit${index + 5}`, key))), ["take", "change", "refuse"]);
  assert.equal(keymap.find(press("Comma", "و")), "drop proclitic");
  assert.equal(keymap.find(press("KeyZ", "z", { metaKey: true })), "undo");
  assert.equal(keymap.find(press("KeyZ", "Z", { ctrlKey: true, shiftKey: true })), "redo");
  assert.equal(keymap.find(press("ArrowLeft", "", { altKey: true, shiftKey: true })), "left");
  assert.equal(keymap.find(press("Minus", "؟", { shiftKey: true })), "help");
  assert.equal(keymap.find(press("KeyS", "s", { ctrlKey: true })), null);
});

test("no key means two things, and every operation has words", () => {
  for (const layer of [null, "ruling", "linking"]) {
    const usual = Object.entries(codes).filter(([operation]) => layerOf(operation) === layer).flatMap(([, list]) => list);
    const all = [...usual, ...(layer === null ? stanceKeys.map(({ code }) => code) : [])];
    assert.deepEqual(all.filter((code, index) => all.indexOf(code) !== index), []);
  }
  const shown = GROUPS.flatMap((group) => group.operations);
  assert.deepEqual([...shown].sort(), Object.keys(codes).sort());
  for (const { value } of LANGUAGES) {
    const worded = (key: string) => key in CATALOGUES[value]!;
    assert.deepEqual(shown.filter((operation) => !worded(`key.${operation}`)), []);
    assert.deepEqual(STRIP.flat().filter((operation) => !codes[operation] || !worded(`strip.${operation}`)), []);
  }
});

test("among differences a digit is a version, and every other key what it always is", () => {
  assert.deepEqual([keymap.find(press("Digit1")), keymap.find(press("Digit1"), "ruling")], ["mark claim", "ruling 1"]);
  assert.deepEqual([keymap.find(press("ArrowDown")), keymap.find(press("ArrowDown"), "ruling")], ["down", "ruling next"]);
  assert.deepEqual(["Enter", "KeyN", "KeyQ"].map((code) => keymap.find(press(code), "ruling")), ["done", "nothing", "stance affirm"]);
  assert.deepEqual([keymap.cap("ruling 1"), keymap.cap("mark claim"), keymap.owner("Digit1", "ruling 2")], ["1", "1", "ruling 1"]);
  const own = swapKeys(keymap, {}, "ruling 1", "KeyQ");
  assert.deepEqual(own, { "ruling 1": ["KeyQ"] });
  const changed = new Keymap(codes, stanceKeys, own);
  assert.deepEqual([changed.find(press("KeyQ"), "ruling"), changed.find(press("KeyQ"))], ["ruling 1", "stance affirm"]);
});

test("among claims of other articles a key is a relation or nothing, and what goes about stays", () => {
  const found = (code: string, modifiers: Partial<Press> = {}) => keymap.find(press(code, "", modifiers), "linking");
  assert.deepEqual(["KeyS", "KeyC", "KeyU", "KeyP", "KeyR", "KeyN"].map((code) => found(code)), [
    "linking same", "linking contradicts", "linking updates", "linking part_of", "linking restates", "linking none",
  ]);
  assert.deepEqual(["KeyU", "KeyP", "KeyR"].map((code) => found(code, { shiftKey: true })), ["linking updates reversed", "linking part_of reversed", "linking restates reversed"]);
  // what would change the claim itself is out of reach
  assert.deepEqual(["KeyQ", "KeyT", "Digit9", "Space", "KeyD"].map((code) => found(code)), [null, null, null, null, null]);
  assert.deepEqual([found("KeyZ", { ctrlKey: true }), found("Digit8"), found("PageDown"), found("Escape"), found("Enter")], ["undo", "links", "next", "linking leave", "linking proposition"]);
  assert.deepEqual([keymap.find(press("KeyS")), keymap.find(press("Digit8"))], ["proposition", "links"]);
  assert.deepEqual(swapKeys(keymap, {}, "linking same", "KeyC"), { "linking same": ["KeyC"], "linking contradicts": ["KeyS"] });
});

test("a stance's key says a weaker certainty as well", () => {
  const found = [press("KeyQ"), press("KeyQ", "Q", { shiftKey: true }), press("KeyQ", "q", { altKey: true }), press("KeyE", "E", { shiftKey: true })];
  assert.deepEqual(found.map((each) => keymap.find(each)), ["stance affirm", "stance affirm probable", "stance affirm possible", "stance doubt possible"]);
  assert.equal(keymap.find(press("KeyT", "T", { shiftKey: true })), null);
  assert.equal(new Keymap({ ...codes, flag: ["Shift+KeyQ"] }, stanceKeys).find(press("KeyQ", "Q", { shiftKey: true })), "flag");
});

test("keys of the notebook stay out, keys of the browser get through", () => {
  assert.ok(isOurs(press("KeyX", "x"), false));
  assert.ok(isOurs(press("Enter", "Enter", { ctrlKey: true }), false));
  assert.ok(!isOurs(press("KeyS", "s", { ctrlKey: true }), false));
  assert.ok(!isOurs(press("KeyC", "C", { ctrlKey: true, shiftKey: true }), false));
  assert.ok(isOurs(press("KeyZ", "z", { ctrlKey: true }), true));
});

test("key caps are short", () => {
  assert.deepEqual(["Shift+Digit1", "Ctrl+Shift+KeyZ", "Shift+Slash", "KeyQ", "PageDown"].map((code) => capOf(code)), ["⇧1", "Ctrl ⇧ Z", "?", "Q", "PgDn"]);
});

test("the time left is told in round numbers", () => {
  const told = (language: string) => [[1, 20], [74, 42], [600, 30], [3, 60]].map(([left, pace]) => timeLeft(new Texts(language), left!, pace!));
  assert.deepEqual(told("en"), ["under a minute left", "~52 min left", "~5 h left", "~3 min left"]);
  assert.deepEqual(told("ar").slice(1), ["بقيت نحو 52 دقيقة", "بقيت نحو 5 ساعات", "بقيت نحو 3 دقائق"]);
});

test("the person's keys come before the scheme's and the general ones", () => {
  const own = new Keymap(codes, stanceKeys, { flag: ["KeyQ"], "no such operation": ["KeyW"] });
  assert.deepEqual([own.find(press("KeyQ")), own.find(press("KeyF")), own.find(press("KeyW"))], ["flag", null, "stance deny"]);
  assert.deepEqual([own.cap("flag"), own.cap("stance affirm")], ["Q", ""]);
});

test("two operations swap their keys, and the rest stays", () => {
  const swapped = swapKeys(keymap, { note: ["KeyY"] }, "flag", "KeyQ");
  assert.deepEqual(swapped, { note: ["KeyY"], flag: ["KeyQ"], "stance affirm": ["KeyF"] });
  const again = new Keymap(codes, stanceKeys, swapped);
  assert.deepEqual([again.find(press("KeyQ")), again.find(press("KeyF"))], ["flag", "stance affirm"]);
  assert.deepEqual(swapKeys(keymap, {}, "certainty", "KeyE"), { certainty: ["KeyE"], "stance doubt": ["KeyC"] });
});

test("a caret's key is taken with every modifier that it understands", () => {
  assert.deepEqual(["ArrowLeft", "Shift+ArrowLeft", "Alt+Shift+ArrowLeft", "Ctrl+ArrowLeft"].map((code) => keymap.owner(code)), ["left", "left", "left", null]);
  assert.deepEqual(["Ctrl+KeyS", "Escape", "KeyS"].map(isReserved), [true, true, false]);
  assert.deepEqual(["ShiftLeft", "ControlRight", "Control", "KeyA", "F2"].map(isModifier), [true, true, true, false, false]);
});

test("caps are those of the person's keyboard where the browser tells them", () => {
  const azerty = new Keymap(codes, stanceKeys, {}, new Map([["KeyQ", "a"], ["KeyZ", "w"], ["Comma", ";"], ["Slash", "!"]]));
  assert.deepEqual(["stance affirm", "undo", "drop proclitic", "mark claim", "next"].map((operation) => azerty.cap(operation)), ["A", "Ctrl W", ";", "1", "PgDn"]);
});
