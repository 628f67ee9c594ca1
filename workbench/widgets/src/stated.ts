/** The figures and dates of a claim: proposed from its words, confirmed with one key, edited in place. */

import type { CardActions } from "./cards.ts";
import { h, type VNode } from "./dom.ts";
import type { Attribution, Claim } from "./protocol.ts";
import type { Feature } from "./scheme.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

/** What is proposed for claims, by claim and by feature. */
export type Proposed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function isTyped(feature: Feature): boolean {
  return (feature.type ?? "values") !== "values";
}

/** What a claim states, for all to see: filled where a person said so, hollow where it is proposed. */
export function drawStated(state: State, claim: Claim, actions: CardActions): VNode[] {
  const { texts } = state;
  return state.scheme.features("claims").filter(isTyped).flatMap((feature) => {
    const label = texts.label(feature.label);
    const value = claim.features[feature.name];
    if (value) {
      return [h("span", { key: feature.name, class: "wb-badge wb-stated", "data-feature": feature.name, title: texts.t("figure.set", { feature: label, value }) },
        h("bdi", { dir: "ltr" }, value))];
    }
    const proposed = state.proposed.get(claim.id)?.[feature.name];
    if (!proposed) return [];
    return [h("button", {
      key: feature.name, type: "button", class: "wb-badge wb-stated wb-hollow", "data-feature": feature.name,
      title: texts.t("figure.proposed"), "aria-label": texts.t("figure.confirm_one", { feature: label, value: proposed }),
      onclick: (event: Event) => {
        event.stopPropagation();
        actions.send("confirm", { id: claim.id, values: { [feature.name]: proposed } });
      },
    }, h("bdi", { dir: "ltr" }, proposed), h("i", { "aria-hidden": "true" }, "?"))];
  });
}

/** Confirm what is proposed for a claim; `false` where nothing is. */
export function confirmStated(state: State, claim: Claim, send: CardActions["send"]): boolean {
  const values = state.proposed.get(claim.id);
  if (!values) return false;
  send("confirm", { id: claim.id, values });
  return true;
}

/** The key that confirms, where there is something to confirm. */
export function drawConfirm(state: State, claim: Claim, actions: CardActions): VNode | null {
  if (!state.proposed.has(claim.id)) return null;
  return h("button", {
    key: "confirm", type: "button", class: "wb-tool",
    onclick: (event: Event) => { event.stopPropagation(); actions.act("confirm"); },
  }, cap(state.keymap.cap("confirm")), ` ${state.texts.t("figure.confirm")}`);
}

/** A field for a value in its own notation; Python says whether it can be read. */
export function drawTyped({ texts, proposed }: State, feature: Feature, item: Claim | Attribution, actions: CardActions): VNode {
  const current = item.features[feature.name] ?? "";
  const send = (value: string): void => {
    if (value !== current) actions.send("feature", { id: item.id, name: feature.name, value: value || null });
  };
  const label = texts.label(feature.label);
  // A new value is a new field: what a person has typed there is not another value's.
  return h("span", { key: `${feature.name}:${current}`, class: "wb-feature wb-typed", onclick: (event: Event) => event.stopPropagation() },
    h("label", {}, `${label} `,
      h("input", {
        type: "text", dir: "ltr", value: current, autocomplete: "off", spellcheck: "false", "data-feature": feature.name, size: 16,
        placeholder: proposed.get(item.id)?.[feature.name] ?? texts.t(feature.type === "edtf" ? "figure.placeholder.edtf" : "figure.placeholder.figure"),
        onchange: (event: Event) => send((event.target as HTMLInputElement).value.trim()),
        onkeydown: (event: Event) => leave(event as KeyboardEvent, current),
      })),
    current !== "" && h("button", { type: "button", class: "wb-tool", "aria-label": `${texts.t("figure.clear")} ${label}`, title: texts.t("figure.clear"), onclick: () => send("") }, "×"));
}

/** Enter saves, Escape puts back what was there; both give the keys back to the text. */
function leave(event: KeyboardEvent, current: string): void {
  const field = event.target as HTMLInputElement;
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") field.value = current;
  const text = field.closest<HTMLElement>(".wb")?.querySelector<HTMLElement>(".wb-pane");
  field.blur(); // which saves
  text?.focus({ preventScroll: true });
}
