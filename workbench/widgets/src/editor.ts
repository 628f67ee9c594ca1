/** The open row of a card: every value of an attribution, for the mouse and with its key. */

import { cap, drawFeature, slot, tool, type CardActions } from "./cards.ts";
import { h, type Child, type VNode } from "./dom.ts";
import type { Attribution } from "./protocol.ts";
import { english } from "./scheme.ts";
import type { State } from "./state.ts";

export function drawEditor(state: State, attribution: Attribution, actions: CardActions): VNode {
  return h("div", { class: "wb-editor", dir: "ltr", onclick: (event: Event) => event.stopPropagation() },
    drawSourceHint(state, attribution, actions),
    drawStances(state, attribution, actions),
    drawCertainties(state, attribution, actions),
    h("div", { class: "wb-mini" },
      (attribution.cue?.length ?? 0) === 0 && wordSlot(state, attribution, "cue", actions),
      tool(state, "relay", "relayed by…", actions),
      attribution.targets.length > 0 && tool(state, "pick target", "claims", actions),
      tool(state, "unsure", attribution.unsure ? "sure" : "unsure", actions),
      tool(state, "note", "note", actions),
      state.scheme.features("attributions").map((feature) => drawFeature(feature, attribution, actions)),
      tool(state, "delete", "delete", actions)));
}

/** With an empty source the three ways to have none are offered beside selecting one. */
function drawSourceHint(state: State, attribution: Attribution, actions: CardActions): Child {
  if (attribution.source.realization) return null;
  const kinds: [string, string][] = [["pro_drop", "understood"], ["implicit", "unnamed"], ["author", "the writer"]];
  return h("p", { key: "hint", class: "wb-hint" }, "Select the source in the text, or ", kinds.map(([operation, label]) =>
    tool(state, operation, label, actions)));
}

function wordSlot(state: State, attribution: Attribution, name: "cue", actions: CardActions): VNode {
  const button = slot(state, attribution, name, "", actions);
  return { ...button, children: [...h("span", {}, cap(state.keymap.cap(`mark ${name}`)), ` ${name}?`).children] };
}

function drawStances(state: State, attribution: Attribution, actions: CardActions): VNode {
  return h("div", { key: "stances", class: "wb-stances", role: "group", "aria-label": "stance" },
    state.scheme.stances.map((stance) => h("button", {
      key: stance.value, type: "button", class: "wb-stance", "data-stance": stance.value, "data-guide": `stance:${stance.value}`,
      "aria-pressed": stance.value === attribution.stance ? "true" : "false",
      onclick: () => actions.send("stance", { value: stance.value, attribution: attribution.id }),
    }, cap(state.keymap.cap(`stance ${stance.value}`)), h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), english(stance.name))));
}

function drawCertainties(state: State, attribution: Attribution, actions: CardActions): Child {
  const allowed = state.scheme.certaintiesOf(attribution.stance);
  if (allowed.length === 0) return null;
  return h("div", { key: "certainties", class: "wb-certainties", role: "group", "aria-label": "certainty" },
    cap(state.keymap.cap("certainty")),
    allowed.map((value) => h("button", {
      key: value, type: "button", class: "wb-sure", "data-guide": `certainty:${value}`,
      "aria-pressed": value === attribution.certainty ? "true" : "false",
      onclick: () => actions.send("certainty", { value, attribution: attribution.id }),
    }, english(state.scheme.certainty(value).name))));
}
