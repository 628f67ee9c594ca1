/** The guideline of one label, from the scheme: what it means, examples, and what it is not. */

import { h, type Child, type VNode } from "./dom.ts";
import { english, type Example, type Label } from "./scheme.ts";
import type { State } from "./state.ts";

/** The label that a `kind:value` reference names. */
export function findLabel(state: State, reference: string): Label | null {
  const [kind, value] = reference.split(":") as [string, string | undefined];
  if (value === undefined) return null;
  const { file } = state.scheme;
  const lists: Readonly<Record<string, readonly Label[]>> = {
    role: file.roles, stance: file.stances, realization: file.realizations, certainty: file.certainties,
  };
  return lists[kind]?.find((label) => label.value === value) ?? null;
}

/** What the person is likely to be asking about. */
export function guideInFocus(state: State): string {
  const { armed, attribution, card } = state.ui;
  const stance = state.attributions.get(attribution ?? "")?.stance;
  if (armed?.slot === "source" || armed?.slot === "cue") return `role:${armed.slot}`;
  if (armed?.slot === "target") return "role:anchor";
  if (stance) return `stance:${stance}`;
  return card || !attribution ? "role:claim" : "role:source";
}

export function drawGuide(label: Label): VNode[] {
  return [
    h("p", { class: "wb-guide-title" }, label.symbol && h("i", { "aria-hidden": "true" }, label.symbol), english(label.name)),
    h("p", {}, english(label.definition)),
    ...drawExamples("For example", label.examples ?? []),
    ...drawExamples("But not", label.counter_examples ?? []),
  ];
}

function drawExamples(title: string, examples: readonly Example[]): Child[] & VNode[] {
  if (examples.length === 0) return [];
  return [
    h("p", { class: "wb-guide-part" }, title),
    h("ul", {}, examples.map((example) => h("li", {},
      h("span", { class: "wb-words", lang: example.language, dir: example.language === "ar" ? "rtl" : "auto" }, example.text),
      example.gloss && h("span", { class: "wb-gloss" }, example.gloss),
      example.instead && h("span", { class: "wb-instead" }, "→ ", h("b", {}, example.instead))))),
  ];
}
