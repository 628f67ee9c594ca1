/** Claims as cards: what is said, who holds it through whom, and the slots that wait. */

import { h, type Child, type VNode } from "./dom.ts";
import type { Attribution, Claim, Slot, Span } from "./protocol.ts";
import { english } from "./scheme.ts";
import type { Row, State } from "./state.ts";
import { drawEditor } from "./editor.ts";

export interface CardActions {
  readonly act: (operation: string) => void;
  readonly send: (name: string, args: Record<string, unknown>) => void;
  /** A click on a card or row: it takes the focus, or fills an armed slot for a claim. */
  readonly pick: (card: string | null, attribution: string | null) => void;
  readonly arm: (slot: Slot, claim: string | null, attribution: string | null) => void;
}

const CHOICES = 12;

export function drawCards(state: State, actions: CardActions): VNode[] {
  const sentence = state.ui.sentence;
  if (!sentence) return [];
  const ids = state.cards(sentence);
  const loose = state.loose(sentence);
  const cards = ids.flatMap((id, index) => {
    const claim = state.claims.get(id);
    return claim ? [drawCard(state, claim, index + 1, actions)] : [];
  });
  return [
    ...cards,
    ...loose.map((attribution) => drawLoose(state, attribution, actions)),
    ...(cards.length + loose.length === 0 ? [drawEmpty(state)] : []),
  ];
}

function drawEmpty(state: State): VNode {
  const { keymap } = state;
  const status = state.annotation(state.ui.sentence ?? "")?.status ?? "open";
  const said = status === "done" ? "Looked: nothing here." : status === "skipped" ? "Skipped." : "No claim marked yet.";
  return h("li", { key: "empty", class: "wb-empty" },
    h("p", {}, said),
    status === "open" && h("p", { class: "wb-hint" }, "Select words and press ", cap(keymap.cap("mark claim")), ", or ",
      cap(keymap.cap("nothing")), " where there is nothing."));
}

export function cap(text: string): VNode {
  return h("kbd", {}, text);
}

function drawCard(state: State, claim: Claim, number: number, actions: CardActions): VNode {
  const on = state.ui.card === claim.id;
  const rows = state.rows(claim.id);
  return h("li", { key: claim.id, class: on ? "wb-card on" : "wb-card", dir: state.article.dir, "data-claim": claim.id, "aria-current": on ? "true" : null },
    drawClaim(state, claim, number, on && state.ui.attribution === null, actions),
    rows.map((row) => drawRow(state, claim, row, actions)),
    claim.voice === "author" && rows.length === 0 && h("div", { class: "wb-att", "data-voice": "author" },
      h("div", { class: "wb-line" }, h("span", { class: "wb-said", dir: "ltr", lang: "en" }, "the writer's own"))),
    on && drawWaiting(state, claim, rows.length > 0, actions));
}

function drawClaim(state: State, claim: Claim, number: number, here: boolean, actions: CardActions): VNode {
  const home = state.article.byId(claim.sentence);
  const elsewhere = home && claim.sentence !== state.ui.sentence ? ` · sentence ${home.position + 1}` : "";
  return h("div", { class: here ? "wb-head here" : "wb-head", onclick: () => actions.pick(claim.id, null) },
    h("button", { type: "button", class: "wb-open", "aria-pressed": state.ui.card === claim.id ? "true" : "false", "data-guide": "role:claim" },
      claim.spans.length > 0
        ? h("span", { class: "wb-words", lang: state.article.language }, quote(claim.spans))
        : h("span", { class: "wb-words wb-understood", lang: state.article.language, dir: "auto" }, claim.proposition ?? "")),
    h("span", { class: "wb-badges", dir: "ltr" },
      claim.unsure && h("span", { class: "wb-badge", title: "unsure" }, "?"),
      claim.note && h("span", { class: "wb-badge", title: claim.note }, "✎"),
      state.isMissing(claim.id, "source") && !state.ui.armed && h("span", { class: "wb-badge wb-lack" }, "source?"),
      h("small", {}, `${claim.spans.length === 0 ? "understood " : ""}claim ${number}${elsewhere}`)),
    claim.proposition && claim.spans.length > 0 && h("p", { class: "wb-proposition", dir: "auto" }, claim.proposition),
    here && drawClaimTools(state, claim, actions));
}

function drawClaimTools(state: State, claim: Claim, actions: CardActions): VNode {
  return h("div", { class: "wb-mini", dir: "ltr" },
    tool(state, "proposition", claim.proposition ? "reword" : "in words", actions),
    tool(state, "unsure", claim.unsure ? "sure" : "unsure", actions),
    tool(state, "note", "note", actions),
    state.scheme.features("claims").map((feature) => drawFeature(feature, claim, actions)),
    tool(state, "delete", "delete", actions));
}

export function tool(state: State, operation: string, label: string, actions: CardActions): VNode {
  return h("button", {
    key: operation, type: "button", class: "wb-tool",
    onclick: (event: Event) => { event.stopPropagation(); actions.act(operation); },
  }, cap(state.keymap.cap(operation)), ` ${label}`);
}

export function drawFeature(feature: State["scheme"]["file"]["features"][number], item: Claim | Attribution, actions: CardActions): VNode {
  const change = (event: Event): void => {
    const value = (event.target as HTMLSelectElement).value;
    actions.send("feature", { id: item.id, name: feature.name, value: value || null });
  };
  const current = item.features[feature.name] ?? "";
  return h("label", { key: feature.name, class: "wb-feature", onclick: (event: Event) => event.stopPropagation() },
    `${english(feature.label)} `,
    h("select", { onchange: change },
      h("option", { value: "", selected: current === "" }, "—"),
      feature.values.map((label) => h("option", { value: label.value, selected: current === label.value, title: english(label.definition) }, english(label.name)))));
}

/** What the focused card waits for, or what can be added to it. */
function drawWaiting(state: State, claim: Claim, held: boolean, actions: CardActions): Child {
  const { armed } = state.ui;
  const { keymap } = state;
  if (armed?.slot === "source" && armed.claim === claim.id && armed.attribution === null) {
    return h("div", { key: "waiting", class: "wb-slot wb-armed", dir: "ltr", "data-armed": "source" },
      h("span", {}, held ? "Another source? Select it in the text, or " : "Source? Select it in the text, or "),
      kindButtons(state, actions, !held));
  }
  if (claim.voice === "author") return null;
  return h("button", { key: "waiting", type: "button", class: "wb-more", dir: "ltr", onclick: () => actions.act("another source") },
    cap(keymap.cap("another source")), held ? " another source" : " source");
}

function kindButtons(state: State, actions: CardActions, own: boolean): VNode[] {
  const kinds: [string, string][] = [["pro_drop", "understood"], ["implicit", "unnamed"]];
  kinds.push(own ? ["writer", "the writer's own"] : ["author", "the writer"]);
  return kinds.map(([operation, label]) =>
    h("button", { type: "button", class: "wb-tool", "data-guide": `realization:${operation === "writer" ? "author" : operation}`, onclick: () => actions.act(operation) },
      cap(state.keymap.cap(operation)), ` ${label}`));
}

// -- who holds it --------------------------------------------------------------------------------

function drawRow(state: State, claim: Claim, row: Row, actions: CardActions): VNode {
  const { attribution, depth } = row;
  const on = state.ui.attribution === attribution.id;
  const relay = row.relay ? nameOf(row.relay) : null;
  return h("div", {
    key: `${depth}:${row.relay?.id ?? ""}:${attribution.id}`, class: on ? "wb-att on" : "wb-att",
    style: `--depth:${depth}`, "data-attribution": attribution.id, "data-depth": depth,
    onclick: () => actions.pick(claim.id, attribution.id),
  },
    depth > 0 && h("span", { class: "wb-branch", "aria-hidden": "true" }),
    drawLine(state, attribution, relay, actions),
    on && drawEditor(state, attribution, actions),
    on && isPicking(state, attribution) && drawChoices(state, attribution, actions));
}

function isPicking(state: State, attribution: Attribution): boolean {
  const { armed } = state.ui;
  return armed?.slot === "target" && armed.attribution === attribution.id;
}

/** An attribution that reaches no claim yet: it waits for one to be picked. */
function drawLoose(state: State, attribution: Attribution, actions: CardActions): VNode {
  const on = state.ui.attribution === attribution.id;
  return h("li", { key: attribution.id, class: on ? "wb-card wb-loose on" : "wb-card wb-loose", dir: state.article.dir, "data-attribution": attribution.id },
    h("div", { class: on ? "wb-att on" : "wb-att", style: "--depth:0", onclick: () => actions.pick(null, attribution.id) },
      drawLine(state, attribution, null, actions),
      on && drawEditor(state, attribution, actions)),
    isPicking(state, attribution)
      ? drawChoices(state, attribution, actions)
      : h("button", { type: "button", class: lack(state, attribution.id, "target"), dir: "ltr", onclick: () => actions.arm("target", null, attribution.id) }, "which claim?"));
}

function drawChoices(state: State, attribution: Attribution, actions: CardActions): VNode {
  const claims = state.nearbyClaims(CHOICES);
  return h("div", { class: "wb-slot wb-armed wb-choose", "data-armed": "target" },
    h("span", { dir: "ltr" }, claims.length > 0 ? "Which claim does it speak of? Pick it here or in the text, or mark a new one." : "Mark the claim that it speaks of."),
    claims.map((claim) => h("button", {
      key: claim.id, type: "button", class: "wb-choice", lang: state.article.language, "data-choice": claim.id,
      "aria-pressed": String(attribution.targets.includes(claim.id)),
      onclick: (event: Event) => { event.stopPropagation(); actions.send("target", toggleTarget(attribution, claim.id)); },
    }, h("bdi", { class: "wb-words" }, quote(claim.spans) || (claim.proposition ?? "")),
      h("small", { dir: "ltr" }, String((state.article.byId(claim.sentence)?.position ?? 0) + 1)))));
}

/** What picking a claim for an attribution means: one more, or one less where it was picked before. */
export function toggleTarget(attribution: Attribution, target: string): Record<string, unknown> {
  return { attribution: attribution.id, target, on: !attribution.targets.includes(target) };
}

function drawLine(state: State, attribution: Attribution, relay: string | null, actions: CardActions): VNode {
  return h("div", { class: "wb-line" },
    h("span", { class: "wb-said" },
      drawSource(state, attribution, actions),
      attribution.cue && attribution.cue.length > 0 && h("span", { class: "wb-cue-words", "data-guide": "role:cue", title: "cue", lang: state.article.language }, quote(attribution.cue)),
      attribution.anchor.length > 0 && h("span", { class: "wb-anchor-words", "data-guide": "role:anchor", title: "anchor", lang: state.article.language }, `«${quote(attribution.anchor)}»`),
      relay !== null && h("span", { class: "wb-hidden", dir: "ltr" }, `relayed by ${relay}`),
      attribution.unsure && h("span", { class: "wb-badge", title: "unsure", dir: "ltr" }, "?"),
      attribution.note && h("span", { class: "wb-badge", title: attribution.note, dir: "ltr" }, "✎")),
    drawStance(state, attribution, actions),
    drawCertainty(state, attribution));
}

function drawSource(state: State, attribution: Attribution, actions: CardActions): VNode {
  const { source } = attribution;
  if (source.realization === "explicit") {
    return h("span", { class: "wb-source-words", "data-guide": "role:source", lang: state.article.language }, quote(source.spans));
  }
  if (source.realization) {
    const label = state.scheme.realization(source.realization);
    return h("span", { class: "wb-kind", dir: "ltr", "data-guide": `realization:${source.realization}` }, `(${english(label.name)})`);
  }
  return slot(state, attribution, "source", "source?", actions);
}

export function slot(state: State, attribution: Attribution, name: Slot, label: string, actions: CardActions): VNode {
  const { armed } = state.ui;
  const isArmed = armed?.slot === name && armed.attribution === attribution.id;
  return h("button", {
    type: "button", class: isArmed ? "wb-slot wb-armed" : lack(state, attribution.id, name), dir: "ltr", "data-slot": name,
    "data-armed": isArmed ? name : null,
    onclick: (event: Event) => { event.stopPropagation(); actions.arm(name, null, attribution.id); },
  }, label);
}

function lack(state: State, id: string, name: string): string {
  return state.isMissing(id, name) ? "wb-slot wb-lack" : "wb-slot";
}

function drawStance(state: State, attribution: Attribution, actions: CardActions): VNode {
  const stance = state.scheme.stance(attribution.stance);
  if (!stance) return slot(state, attribution, "stance", "stance?", actions);
  return h("span", { class: "wb-stance", dir: "ltr", "data-stance": stance.value, "data-guide": `stance:${stance.value}` },
    h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), english(stance.name));
}

function drawCertainty(state: State, attribution: Attribution): VNode {
  const all = state.scheme.file.certainties.length;
  const { certainty } = attribution;
  if (!certainty || all === 0) return h("span", { class: "wb-certainty" });
  const level = state.scheme.certaintyLevel(certainty);
  return h("span", { class: "wb-certainty", dir: "ltr", role: "img", "aria-label": certainty, title: certainty, "data-guide": `certainty:${certainty}` },
    "●".repeat(level) + "○".repeat(all - level));
}

export function quote(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join(" … ");
}

export function nameOf(attribution: Attribution): string {
  return quote(attribution.source.spans) || (attribution.source.realization ?? "a source");
}
