/** Two answers for one sentence, side by side: nothing is overwritten before the person has chosen. */

import { nameOf, quote } from "./cards.ts";
import { ask } from "./dialogs.ts";
import { h, type Child, type VNode } from "./dom.ts";
import type { Annotation, Conflict } from "./protocol.ts";
import type { State } from "./state.ts";

/** Ask which of the two is to stay. */
export async function askConflict(root: HTMLElement, state: State, conflict: Conflict): Promise<"mine" | "theirs"> {
  const { t } = state.texts;
  const answer = await ask(root, t("conflict.title"), drawConflict(state, conflict), [
    { value: "theirs", label: t("conflict.keep_theirs"), primary: true },
    { value: "mine", label: t("conflict.save_mine") },
  ], true);
  return answer?.choice === "mine" ? "mine" : "theirs";
}

function drawConflict(state: State, conflict: Conflict): VNode[] {
  return Object.entries(conflict).map(([id, { mine, theirs }]) => {
    const sentence = state.article.byId(id);
    return h("section", { key: id, class: "wb-conflict" },
      h("p", { class: "wb-words", dir: state.article.dir, lang: state.article.language }, sentence?.text ?? id),
      h("div", { class: "wb-sides" }, drawSide(state, "mine", mine, theirs), drawSide(state, "theirs", theirs, mine)));
  });
}

function drawSide(state: State, side: "mine" | "theirs", annotation: Annotation | null, other: Annotation | null): VNode {
  const otherLines = new Set(describe(state, other));
  return h("div", { class: "wb-side-answer", "data-side": side },
    h("h3", {}, state.texts.t(`conflict.${side}`)),
    h("ul", { dir: state.article.dir, lang: state.article.language }, describe(state, annotation).map((line): Child =>
      h("li", { class: otherLines.has(line) ? null : "wb-differs" }, h("bdi", {}, line)))));
}

/** An answer in lines, so that two can be compared line by line. */
export function describe(state: State, annotation: Annotation | null): string[] {
  if (!annotation) return ["—"];
  const { texts } = state;
  const lines: string[] = [];
  for (const claim of annotation.claims) {
    lines.push(`● ${quote(claim.spans) || claim.proposition || claim.id}${claim.unsure ? " (?)" : ""}`);
  }
  for (const attribution of annotation.attributions) {
    const stance = state.scheme.stance(attribution.stance);
    const certainty = attribution.certainty && texts.label(state.scheme.certainty(attribution.certainty).name);
    const said = texts.list([stance ? texts.label(stance.name) : "?", certainty ?? ""].filter(Boolean));
    lines.push(`◦ ${nameOf(state, attribution)} — ${said}${attribution.unsure ? " (?)" : ""}`);
  }
  lines.push([texts.name("status", annotation.status), annotation.flagged ? "⚑" : "", annotation.comment ?? ""].filter(Boolean).join(" · "));
  return lines;
}
