/** Claims as cards: what is said, who holds it through whom, and the slots that wait. */

import { drawChains } from "./chain.ts";
import { h, type Child, type VNode } from "./dom.ts";
import type { Attribution, Claim, Slot, Span, SpanRole } from "./protocol.ts";
import type { State } from "./state.ts";
import type { Row } from "./holders.ts";
import type { Feature } from "./scheme.ts";
import { drawConfirm, drawStated, drawTyped, isTyped } from "./stated.ts";
import { drawEditor } from "./editor.ts";
import { drawEntities } from "./identifying.ts";
import { drawCluster } from "./relations.ts";
import type { Targets } from "./targets.ts";
import { cap } from "./texts.ts";

export interface CardActions {
  readonly act: (operation: string) => void;
  readonly send: (name: string, args: Record<string, unknown>) => void;
  /** A click on a card or row: it takes the focus, or fills an armed slot for a claim. */
  readonly pick: (card: string | null, attribution: string | null) => void;
  /** `null` where nothing is changed. */
  readonly targets: Targets | null;
  readonly arm: (slot: Slot, claim: string | null, attribution: string | null) => void;
}

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
  const { t } = state.texts;
  const said = status === "done" ? t("card.looked") : status === "skipped" ? t("card.skipped") : t("card.none");
  return h("li", { key: "empty", class: "wb-empty" },
    h("p", {}, said),
    status === "open" && h("p", { class: "wb-hint" }, state.texts.rich("card.none_hint", {
      claim: cap(keymap.cap("mark claim")), nothing: cap(keymap.cap("nothing")),
    })));
}

function drawCard(state: State, claim: Claim, number: number, actions: CardActions): VNode {
  const on = state.ui.card === claim.id;
  const rows = state.rows(claim.id);
  return h("li", { key: claim.id, class: on ? "wb-card on" : "wb-card", dir: state.article.dir, "data-claim": claim.id, "aria-current": on ? "true" : null },
    drawClaim(state, claim, number, on && state.ui.attribution === null, actions),
    rows.map((row) => drawRow(state, claim, row, actions)),
    claim.voice === "author" && rows.length === 0 && h("div", { class: "wb-att", "data-voice": "author" },
      h("div", { class: "wb-line" }, h("span", { class: "wb-said wb-ui", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("card.writers_own")))),
    on && drawWaiting(state, claim, rows.length > 0, actions),
    on && drawChains(state, claim));
}

function drawClaim(state: State, claim: Claim, number: number, here: boolean, actions: CardActions): VNode {
  const { t, dir } = state.texts;
  const home = state.article.byId(claim.sentence);
  const elsewhere = home && claim.sentence !== state.ui.sentence ? ` · ${t("card.elsewhere", { number: home.position + 1 })}` : "";
  return h("div", { class: here ? "wb-head here" : "wb-head", onclick: () => actions.pick(claim.id, null) },
    h("button", { type: "button", class: "wb-open", "aria-pressed": state.ui.card === claim.id ? "true" : "false", "data-guide": "role:claim" },
      claim.spans.length > 0
        ? h("span", { class: "wb-words", lang: state.article.language }, quote(claim.spans))
        : h("span", { class: "wb-words wb-understood", lang: state.article.language, dir: "auto" }, claim.proposition ?? "")),
    h("span", { class: "wb-badges", dir },
      claim.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?"),
      claim.note && h("span", { class: "wb-badge", title: claim.note }, "✎"),
      claim.cluster && drawCluster(state, claim.cluster, state.clusters.get(claim.cluster) ?? null),
      drawStated(state, claim, actions),
      state.adjudication?.progress.links?.claims.includes(claim.id) && h("span", { class: "wb-badge wb-lack", title: t("linking.relation.differs") }, "◇ ⧉"),
      state.isMissing(claim.id, "source") && !state.ui.armed && h("span", { class: "wb-badge wb-lack" }, t("card.lacks_source")),
      h("small", {}, `${t(claim.spans.length === 0 ? "card.understood_claim" : "card.claim", { number })}${elsewhere}`)),
    claim.proposition && claim.spans.length > 0 && h("p", { class: "wb-proposition", dir: "auto" }, claim.proposition),
    here && drawClaimTools(state, claim, actions));
}

function drawClaimTools(state: State, claim: Claim, actions: CardActions): VNode {
  const { t, dir } = state.texts;
  return h("div", { class: "wb-mini", dir },
    tool(state, "proposition", t(claim.proposition ? "card.reword" : "card.in_words"), actions),
    tool(state, "unsure", t(claim.unsure ? "card.sure" : "card.unsure"), actions),
    tool(state, "note", t("card.note"), actions),
    drawConfirm(state, claim, actions),
    state.scheme.features("claims").map((feature) => drawFeature(state, feature, claim, actions)),
    tool(state, "delete", t("card.delete"), actions));
}

export function tool(state: State, operation: string, label: string, actions: CardActions): VNode {
  return h("button", {
    key: operation, type: "button", class: "wb-tool",
    onclick: (event: Event) => { event.stopPropagation(); actions.act(operation); },
  }, cap(state.keymap.cap(operation)), ` ${label}`);
}

export function drawFeature(state: State, feature: Feature, item: Claim | Attribution, actions: CardActions): VNode {
  if (isTyped(feature)) return drawTyped(state, feature, item, actions);
  const { texts } = state;
  const change = (event: Event): void => {
    const value = (event.target as HTMLSelectElement).value;
    actions.send("feature", { id: item.id, name: feature.name, value: value || null });
  };
  const current = item.features[feature.name] ?? "";
  return h("label", { key: feature.name, class: "wb-feature", onclick: (event: Event) => event.stopPropagation() },
    `${texts.label(feature.label)} `,
    h("select", { onchange: change },
      h("option", { value: "", selected: current === "" }, "—"),
      feature.values.map((label) => h("option", { value: label.value, selected: current === label.value, title: texts.label(label.definition) }, texts.label(label.name)))));
}

/** What the focused card waits for, or what can be added to it. */
function drawWaiting(state: State, claim: Claim, held: boolean, actions: CardActions): Child {
  const { armed } = state.ui;
  const { keymap, texts } = state;
  if (armed?.slot === "source" && armed.claim === claim.id && armed.attribution === null) {
    return h("div", { key: "waiting", class: "wb-slot wb-armed", dir: texts.dir, "data-armed": "source" },
      texts.rich(held ? "card.another_waits" : "card.source_waits", { kinds: kindButtons(state, actions, !held) }));
  }
  if (claim.voice === "author") return null;
  return h("button", { key: "waiting", type: "button", class: "wb-more", dir: texts.dir, onclick: () => actions.act("another source") },
    cap(keymap.cap("another source")), ` ${texts.t(held ? "card.another_source" : "card.source")}`);
}

function kindButtons(state: State, actions: CardActions, own: boolean): VNode[] {
  const { t } = state.texts;
  const kinds: [string, string][] = [["pro_drop", t("card.understood")], ["implicit", t("card.unnamed")]];
  kinds.push(own ? ["writer", t("card.writers_own")] : ["author", t("card.writer")], ["name source", t("card.typed")]);
  return kinds.map(([operation, label]) =>
    h("button", { type: "button", class: "wb-tool", "data-guide": operation === "name source" ? null : `realization:${operation === "writer" ? "author" : operation}`, onclick: () => actions.act(operation) },
      cap(state.keymap.cap(operation)), ` ${label}`));
}

// -- who holds it --------------------------------------------------------------------------------

function drawRow(state: State, claim: Claim, row: Row, actions: CardActions): VNode {
  const { attribution, depth } = row;
  const on = state.ui.attribution === attribution.id;
  const relay = row.relay ? nameOf(state, row.relay) : null;
  return h("div", {
    key: `${depth}:${row.relay?.id ?? ""}:${attribution.id}`, class: on ? "wb-att on" : "wb-att",
    style: `--depth:${depth}`, "data-attribution": attribution.id, "data-depth": depth,
    onclick: () => actions.pick(claim.id, attribution.id),
  },
    depth > 0 && h("span", { class: "wb-branch", "aria-hidden": "true" }),
    drawLine(state, attribution, relay, actions),
    on && drawEditor(state, attribution, actions),
    on && isPicking(state, attribution) && (actions.targets?.draw(state, attribution) ?? null));
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
      ? (actions.targets?.draw(state, attribution) ?? null)
      : h("button", { type: "button", class: lack(state, attribution.id, "target"), dir: state.texts.dir, onclick: () => actions.arm("target", null, attribution.id) }, state.texts.t("card.lacks_claim")));
}

function drawLine(state: State, attribution: Attribution, relay: string | null, actions: CardActions): VNode {
  const { t, dir } = state.texts;
  return h("div", { class: "wb-line" },
    h("span", { class: "wb-said" },
      drawSource(state, attribution, actions),
      drawEntities(state, attribution, actions),
      attribution.cue && attribution.cue.length > 0 && h("span", { class: "wb-cue-words", "data-guide": "role:cue", title: roleName(state, "cue"), lang: state.article.language }, quote(attribution.cue)),
      attribution.anchor.length > 0 && h("span", { class: "wb-anchor-words", "data-guide": "role:anchor", title: roleName(state, "anchor"), lang: state.article.language }, `«${quote(attribution.anchor)}»`),
      relay !== null && h("span", { class: "wb-hidden", dir }, t("card.relayed_by", { name: relay })),
      attribution.unsure && h("span", { class: "wb-badge", title: t("card.unsure"), dir }, "?"),
      attribution.note && h("span", { class: "wb-badge", title: attribution.note, dir }, "✎")),
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
    return h("span", { class: "wb-kind", dir: state.texts.dir, "data-guide": `realization:${source.realization}` }, `(${state.texts.label(label.name)})`);
  }
  return slot(state, attribution, "source", state.texts.t("card.lacks_source"), actions);
}

export function slot(state: State, attribution: Attribution, name: Slot, label: string, actions: CardActions): VNode {
  const { armed } = state.ui;
  const isArmed = armed?.slot === name && armed.attribution === attribution.id;
  return h("button", {
    type: "button", class: isArmed ? "wb-slot wb-armed" : lack(state, attribution.id, name), dir: state.texts.dir, "data-slot": name,
    "data-armed": isArmed ? name : null,
    onclick: (event: Event) => { event.stopPropagation(); actions.arm(name, null, attribution.id); },
  }, label);
}

function lack(state: State, id: string, name: string): string {
  return state.isMissing(id, name) ? "wb-slot wb-lack" : "wb-slot";
}

function drawStance(state: State, attribution: Attribution, actions: CardActions): VNode {
  const stance = state.scheme.stance(attribution.stance);
  if (!stance) return slot(state, attribution, "stance", state.texts.t("card.lacks_stance"), actions);
  return h("span", { class: "wb-stance", dir: state.texts.dir, "data-stance": stance.value, "data-guide": `stance:${stance.value}` },
    h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), state.texts.label(stance.name));
}

function drawCertainty(state: State, attribution: Attribution): VNode {
  const all = state.scheme.file.certainties.length;
  const { certainty } = attribution;
  if (!certainty || all === 0) return h("span", { class: "wb-certainty" });
  const name = state.texts.label(state.scheme.certainty(certainty).name);
  const level = state.scheme.certaintyLevel(certainty);
  return h("span", { class: "wb-certainty", dir: state.texts.dir, role: "img", "aria-label": name, title: name, "data-guide": `certainty:${certainty}` },
    "●".repeat(level) + "○".repeat(all - level));
}

function roleName(state: State, role: SpanRole): string {
  return state.texts.label(state.scheme.role(role).name);
}

export function quote(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join(" … ");
}

export function nameOf(state: State, attribution: Attribution): string {
  const { spans, realization } = attribution.source;
  if (spans.length > 0) return quote(spans);
  return realization ? state.texts.label(state.scheme.realization(realization).name) : state.texts.t("card.some_source");
}
