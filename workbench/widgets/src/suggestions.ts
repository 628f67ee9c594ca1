/** Suggestions as cards of their own: dashed, with who suggests them, and the keys that answer. */

import { nameOf, quote, tool, type CardActions } from "./cards.ts";
import { h, type VNode } from "./dom.ts";
import type { Attribution, Suggestion } from "./protocol.ts";
import type { State } from "./state.ts";
import type { SuggestedCard } from "./suggested.ts";

const ANSWERS = ["take", "change", "refuse"] as const;

/** What stands under the annotator's own cards; nothing where nothing is suggested. */
export function drawSuggestions(state: State, actions: CardActions): VNode[] {
  const { sentence } = state.ui;
  const part = state.suggested.of(sentence);
  const { t } = state.texts;
  if (!sentence || !part) return [];
  if (part.held) return [h("li", { key: "held", class: "wb-suggesting" }, t("suggest.held"))];
  if (part.items.length === 0) return [];
  return [
    h("li", { key: "suggesting", class: "wb-suggesting" },
      h("b", {}, t("suggest.count", { count: part.items.length })), " – ",
      part.revealed ? t("suggest.revealed") : t("suggest.untaken", { key: state.keymap.cap("done") })),
    ...state.suggested.cards(sentence).map((card) => drawCard(state, card, actions)),
  ];
}

function drawCard(state: State, card: SuggestedCard, actions: CardActions): VNode {
  const { claim, rows } = card;
  const first = claim ?? rows[0]!;
  const on = [claim, ...rows].some((item) => item?.id === state.ui.suggestion);
  return h("li", { key: `suggested ${first.id}`, class: on ? "wb-card wb-suggested-card on" : "wb-card wb-suggested-card", dir: state.article.dir, "data-suggested-card": first.id },
    claim ? drawClaim(state, claim, actions) : drawAbout(state, first),
    rows.map((row) => drawRow(state, row, claim === null, actions)));
}

function drawClaim(state: State, claim: Suggestion, actions: CardActions): VNode | null {
  if (claim.kind !== "claim") return null;
  const on = state.ui.suggestion === claim.id;
  return h("div", { class: on ? "wb-head here" : "wb-head", "data-suggestion": claim.id, onclick: pick(claim, actions) },
    h("button", { type: "button", class: "wb-open", "aria-pressed": String(on) },
      h("span", { class: "wb-hidden", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("suggest.claim")),
      h("span", { class: "wb-words", lang: state.article.language }, quote(claim.spans) || (claim.proposition ?? ""))),
    drawOrigin(state, claim),
    claim.voice === "author" && h("small", { dir: state.texts.dir, lang: state.texts.language }, state.texts.t("card.writers_own")),
    on && drawAnswers(state, actions));
}

/** The claim that rows speak of, where it is not suggested itself. */
function drawAbout(state: State, row: Suggestion): VNode {
  const id = [...state.suggested.leaves(row)][0] ?? "";
  // a chain may go through what was taken before
  const own = state.claims.get([...state.leaves(id)][0] ?? "");
  const suggested = state.suggested.get(id);
  const claim = own ?? (suggested?.kind === "claim" ? suggested : null);
  return h("div", { class: "wb-about" },
    h("span", { dir: state.texts.dir, lang: state.texts.language, class: "wb-hint" }, state.texts.t(own ? "suggest.of_yours" : "suggest.of_another")),
    h("bdi", { class: "wb-words", lang: state.article.language }, claim ? quote(claim.spans) || (claim.proposition ?? "") : ""));
}

function drawRow(state: State, row: Suggestion, alone: boolean, actions: CardActions): VNode | null {
  if (row.kind !== "attribution") return null;
  const on = state.ui.suggestion === row.id;
  const relayed = row.targets.map((target) => state.suggested.get(target) ?? state.attributions.get(target))
    .find((target): target is Attribution & Suggestion => target !== undefined && target !== null && "targets" in target);
  return h("div", { key: row.id, class: on ? "wb-att on" : "wb-att", style: `--depth:${row.depth}`, "data-suggestion": row.id, onclick: pick(row, actions) },
    h("div", { class: "wb-line" },
      h("button", { type: "button", class: "wb-said wb-suggested-said", "aria-pressed": String(on) },
        h("span", { class: "wb-hidden", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("suggest.source")),
        drawSource(state, row),
        row.cue && row.cue.length > 0 && h("span", { class: "wb-cue-words", lang: state.article.language }, quote(row.cue)),
        row.anchor.length > 0 && h("span", { class: "wb-anchor-words", lang: state.article.language }, `«${quote(row.anchor)}»`),
        relayed && h("span", { class: "wb-hidden", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("suggest.relays", { name: nameOf(state, relayed) }))),
      drawStance(state, row),
      h("span", { class: "wb-certainty", dir: state.texts.dir }, row.certainty ? state.texts.label(state.scheme.certainty(row.certainty).name) : "")),
    (alone || on) && drawOrigin(state, row),
    on && drawAnswers(state, actions));
}

function drawSource(state: State, row: Attribution): VNode {
  if (row.source.spans.length > 0) return h("span", { class: "wb-source-words", lang: state.article.language }, quote(row.source.spans));
  const kind = row.source.realization;
  return h("span", { class: "wb-kind", dir: state.texts.dir, lang: state.texts.language }, kind ? `(${state.texts.label(state.scheme.realization(kind).name)})` : "–");
}

function drawStance(state: State, row: Attribution): VNode {
  const stance = state.scheme.stance(row.stance);
  if (!stance) return h("span", {}, "–");
  return h("span", { class: "wb-stance", dir: state.texts.dir, lang: state.texts.language, "data-stance": stance.value },
    h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), state.texts.label(stance.name));
}

function drawOrigin(state: State, item: Suggestion): VNode {
  const score = item.score === null ? "" : ` · ${Number(item.score.toFixed(2))}`;
  return h("small", { class: "wb-origin", dir: "ltr", title: state.texts.t("suggest.origin") }, `${item.origin}${score}`);
}

function drawAnswers(state: State, actions: CardActions): VNode {
  return h("div", { class: "wb-mini wb-answers", dir: state.texts.dir, lang: state.texts.language },
    ANSWERS.map((operation) => tool(state, operation, state.texts.t(`suggest.${operation}`), actions)));
}

function pick(item: Suggestion, actions: CardActions) {
  return (event: Event): void => {
    event.stopPropagation();
    actions.send("focus", { card: null, attribution: null, suggestion: item.id });
  };
}
