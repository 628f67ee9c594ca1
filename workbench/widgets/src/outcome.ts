/** What became of a person's own answer, once gold has decided: told under the cards, for reading only. */

import { h, patch, type Child, type VNode } from "./dom.ts";
import type { LinkFate } from "./linked.ts";
import type { Fate, Outcome } from "./protocol.ts";
import { drawJudgement } from "./relations.ts";
import { nameField } from "./ruling.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

const SIGNS: Readonly<Record<Fate["verdict"], string>> = { taken: "✓", changed: "✎", dropped: "✗" };

export class OutcomePanel {
  readonly #panel: HTMLElement;
  readonly #state: () => State | null;
  readonly #act: (operation: string) => void;
  #open = false;

  constructor(panel: HTMLElement, state: () => State | null, act: (operation: string) => void) {
    this.#panel = panel;
    this.#state = state;
    this.#act = act;
  }

  /** Show all of it, or the first line alone; returns what it says. */
  toggle(): string {
    const state = this.#state();
    if (!state) return "";
    if (!state.outcomes.has(state.ui.sentence ?? "")) return state.texts.t("outcome.none");
    this.#open = !this.#open;
    this.draw();
    return this.#open ? (this.#panel.innerText || (this.#panel.textContent ?? "")) : "";
  }

  draw(): void {
    const state = this.#state();
    const outcome = state?.outcomes.get(state.ui.sentence ?? "");
    this.#panel.hidden = !outcome;
    if (!state || !outcome) return;
    patch(this.#panel, [
      h("button", { key: "head", type: "button", class: "wb-outcome-head", "aria-expanded": String(this.#open), onclick: () => this.#act("outcome") },
        cap(state.keymap.cap("outcome")), h("b", {}, state.texts.t("outcome.title")), h("span", {}, summarize(state, outcome))),
      this.#open && h("div", { key: "body", class: "wb-fates" }, drawOutcome(state, outcome)),
    ]);
  }
}

export function summarize({ texts }: State, { items, missed, links }: Outcome): string {
  const mine = [...items, ...links.filter((each) => each.mine !== null)];
  const taken = mine.filter((each) => each.verdict === "taken").length;
  if (taken === mine.length && missed.length === 0 && mine.length === items.length + links.length) return texts.t("outcome.all_taken");
  return texts.t("outcome.some", { count: taken, all: mine.length });
}

export function drawOutcome(state: State, outcome: Outcome): VNode[] {
  const { texts } = state;
  const { t } = texts;
  return [
    h("ul", {},
      outcome.items.map((fate) => drawFate(state, fate)),
      outcome.missed.map((each) => h("li", { class: "wb-fate", "data-fate": "missed" }, drawLine(state, "+", t("outcome.missed"), each.words))),
      outcome.links.map((link) => drawLink(state, link))),
    outcome.comment && h("p", { class: "wb-remark" }, texts.rich("outcome.comment", { text: h("bdi", {}, outcome.comment) })),
    outcome.gap && h("p", { class: "wb-gap" }, `⚑ ${t("outcome.gap")}`),
    outcome.adjudicator && h("p", { class: "wb-hint" }, texts.rich("outcome.by", { name: h("bdi", {}, outcome.adjudicator) })),
  ].filter((each): each is VNode => typeof each === "object" && each !== null);
}

function drawFate(state: State, fate: Fate): VNode {
  const { texts } = state;
  return h("li", { class: "wb-fate", "data-fate": fate.verdict },
    drawLine(state, SIGNS[fate.verdict], texts.t(`outcome.${fate.verdict}`), fate.words),
    fate.changes.map((change) => h("div", { class: "wb-change" },
      h("p", {}, h("b", {}, nameField(state, change.field)), drawWhy(state, change)),
      h("p", {}, h("small", {}, texts.t("outcome.mine")), drawSaid(state, change.mine)),
      h("p", {}, h("small", {}, texts.t("outcome.gold")), drawSaid(state, change.gold)))),
    drawWhy(state, fate));
}

/** A pair of claims: the one here, the other one with its article, and how they stand to each other. */
function drawLink(state: State, { verdict, words, other, mine, gold }: LinkFate): VNode {
  const { t } = state.texts;
  const said = (who: "outcome.mine" | "outcome.gold", what: Child) => h("p", {}, h("small", {}, t(who)), h("span", {}, what));
  return h("li", { class: "wb-fate", "data-fate": verdict, "data-link": `${other.document} ${other.claim}` },
    drawLine(state, verdict === "missed" ? "+" : SIGNS[verdict], `${t("outcome.link")}: ${t(`outcome.${verdict}`)}`, words),
    h("div", { class: "wb-change" },
      h("p", {}, h("small", {}, t("outcome.with")),
        h("span", {}, h("bdi", { class: "wb-words", dir: other.dir, lang: other.language }, other.words), " · ", h("bdi", {}, other.publisher ?? other.title ?? other.document))),
      verdict !== "taken" && said("outcome.mine", mine ? drawJudgement(state, mine) : t("linking.relation.unsaid")),
      said("outcome.gold", drawJudgement(state, gold))));
}

function drawLine(state: State, sign: string, verdict: string, words: string): VNode {
  const { article } = state;
  return h("p", {}, h("i", { "aria-hidden": "true" }, sign), h("b", {}, verdict), " ",
    h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, words));
}

/** What the adjudicator said of it: a comment, or that the guideline has a gap. */
function drawWhy({ texts }: State, { gap, comment }: { readonly gap: boolean; readonly comment: string | null }): Child {
  return [
    gap && h("span", { class: "wb-badge wb-gap", title: texts.t("outcome.gap") }, "⚑"),
    comment && h("span", { class: "wb-remark" }, " ", h("bdi", {}, comment)),
  ];
}

function drawSaid(state: State, said: string): Child {
  const { article, texts } = state;
  if (said === "") return h("i", {}, texts.t("outcome.nothing"));
  return h("bdi", { class: "wb-words", dir: "auto", lang: article.language }, said);
}
