/** The guideline of one label, from the scheme: what it means, examples, and what it is not. */

import { h, patch, type Child, type VNode } from "./dom.ts";
import type { Example, Label } from "./scheme.ts";
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

const DELAY_MS = 450;
const LINGER_MS = 120;

/** Shows the guideline of the label under the pointer after a while, or one that a key asked for. */
export class GuidePanel {
  readonly #panel: HTMLElement;
  readonly #state: () => State | null;
  #shown: { reference: string; pinned: boolean } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: HTMLElement, root: HTMLElement, state: () => State | null, signal: AbortSignal) {
    this.#panel = panel;
    this.#state = state;
    root.addEventListener("mouseover", (event) => {
      const label = (event.target as Element).closest<HTMLElement>("[data-guide]");
      this.#hover(label?.dataset["guide"] ?? null);
    }, { signal });
    root.addEventListener("mouseleave", () => this.#hover(null), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  #hover(reference: string | null): void {
    if (this.#shown?.pinned) return;
    clearTimeout(this.#timer);
    if (reference === (this.#shown?.reference ?? null)) return;
    this.#timer = setTimeout(() => {
      this.#shown = reference ? { reference, pinned: false } : null;
      this.draw();
    }, reference ? DELAY_MS : LINGER_MS);
  }

  /** Pin the guideline of what is in focus, or take it away; returns what it says. */
  toggle(): string {
    const state = this.#state();
    this.#shown = this.#shown?.pinned || !state ? null : { reference: guideInFocus(state), pinned: true };
    this.draw();
    return this.#panel.hidden ? "" : (this.#panel.textContent ?? "");
  }

  draw(): void {
    const state = this.#state();
    if (this.#shown?.pinned && state) this.#shown = { reference: guideInFocus(state), pinned: true };
    const label = state && this.#shown && findLabel(state, this.#shown.reference);
    this.#panel.hidden = !label;
    patch(this.#panel, label && state ? drawGuide(state, label) : []);
  }
}

/** What the person is likely to be asking about. */
function guideInFocus(state: State): string {
  const { armed, attribution, card } = state.ui;
  const stance = state.attributions.get(attribution ?? "")?.stance;
  if (armed?.slot === "source" || armed?.slot === "cue") return `role:${armed.slot}`;
  if (armed?.slot === "target") return "role:anchor";
  if (stance) return `stance:${stance}`;
  return card || !attribution ? "role:claim" : "role:source";
}

function drawGuide(state: State, label: Label): VNode[] {
  const { texts } = state;
  return [
    h("p", { class: "wb-guide-title" }, label.symbol && h("i", { "aria-hidden": "true" }, label.symbol), texts.label(label.name)),
    h("p", {}, texts.label(label.definition)),
    h("div", { class: "wb-examples" },
      drawExamples(state, texts.t("guide.examples"), label.examples ?? []),
      drawExamples(state, texts.t("guide.counter"), label.counter_examples ?? [])),
  ];
}

function drawExamples({ scheme, texts }: State, title: string, examples: readonly Example[]): Child {
  if (examples.length === 0) return null;
  return h("div", {},
    h("p", { class: "wb-guide-part" }, title),
    h("ul", {}, examples.map((example) => h("li", {},
      h("span", { class: "wb-words", lang: example.language, dir: example.language === "ar" ? "rtl" : "auto" }, example.text),
      example.gloss && h("span", { class: "wb-gloss" }, h("bdi", {}, example.gloss)),
      example.instead && h("span", { class: "wb-instead" }, texts.dir === "rtl" ? "← " : "→ ", h("b", {}, scheme.nameOf(example.instead, texts)))))));
}
