/** The open row of a card: every value of an attribution, for the mouse and with its key. */

import { drawFeature, slot, tool, type CardActions } from "./cards.ts";
import { h, type Child, type VNode } from "./dom.ts";
import type { Attribution } from "./protocol.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

export function drawEditor(state: State, attribution: Attribution, actions: CardActions): VNode {
  const { t, dir } = state.texts;
  return h("div", { class: "wb-editor", dir, onclick: (event: Event) => event.stopPropagation() },
    drawSourceHint(state, attribution, actions),
    drawStances(state, attribution, actions),
    drawCertainties(state, attribution, actions),
    h("div", { class: "wb-mini" },
      (attribution.cue?.length ?? 0) === 0 && wordSlot(state, attribution, "cue", actions),
      tool(state, "relay", t("card.relay"), actions),
      attribution.targets.length > 0 && tool(state, "pick target", t("card.targets"), actions),
      tool(state, "unsure", t(attribution.unsure ? "card.sure" : "card.unsure"), actions),
      tool(state, "note", t("card.note"), actions),
      state.scheme.features("attributions").map((feature) => drawFeature(state, feature, attribution, actions)),
      tool(state, "delete", t("card.delete"), actions)));
}

/** With an empty source the three ways to have none are offered beside selecting one. */
function drawSourceHint(state: State, attribution: Attribution, actions: CardActions): Child {
  if (attribution.source.realization) return null;
  const { t } = state.texts;
  const kinds: [string, string][] = [["pro_drop", t("card.understood")], ["implicit", t("card.unnamed")], ["author", t("card.writer")], ["name source", t("card.typed")]];
  return h("p", { key: "hint", class: "wb-hint" }, state.texts.rich("card.source_hint", {
    kinds: kinds.map(([operation, label]) => tool(state, operation, label, actions)),
  }));
}

function wordSlot(state: State, attribution: Attribution, name: "cue", actions: CardActions): VNode {
  const button = slot(state, attribution, name, "", actions);
  return { ...button, children: [...h("span", {}, cap(state.keymap.cap(`mark ${name}`)), ` ${state.texts.name("slot", name)}${state.texts.t("card.question")}`).children] };
}

function drawStances(state: State, attribution: Attribution, actions: CardActions): VNode {
  return h("div", { key: "stances", class: "wb-stances", role: "group", "aria-label": state.texts.t("card.stances") },
    state.scheme.stances.map((stance) => h("button", {
      key: stance.value, type: "button", class: "wb-stance", "data-stance": stance.value, "data-guide": `stance:${stance.value}`,
      "aria-pressed": stance.value === attribution.stance ? "true" : "false",
      onclick: () => actions.send("stance", { value: stance.value, attribution: attribution.id }),
    }, cap(state.keymap.cap(`stance ${stance.value}`)), h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), state.texts.label(stance.name))));
}

function drawCertainties(state: State, attribution: Attribution, actions: CardActions): Child {
  const allowed = state.scheme.certaintiesOf(attribution.stance);
  if (allowed.length === 0) return null;
  return h("div", { key: "certainties", class: "wb-certainties", role: "group", "aria-label": state.texts.t("card.certainties") },
    cap(state.keymap.cap("certainty")),
    allowed.map((value) => h("button", {
      key: value, type: "button", class: "wb-sure", "data-guide": `certainty:${value}`,
      "aria-pressed": value === attribution.certainty ? "true" : "false",
      onclick: () => actions.send("certainty", { value, attribution: attribution.id }),
    }, state.texts.label(state.scheme.certainty(value).name))));
}
