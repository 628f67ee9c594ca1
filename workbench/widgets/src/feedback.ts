/** What the known answer says to a learner's own, field by field, with the guideline beside what differs. */

import { h, patch, type Child, type VNode } from "./dom.ts";
import { findLabel } from "./guide.ts";
import type { FeedbackRow, Said, TrainingPart } from "./protocol.ts";
import type { Label } from "./scheme.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

const SIGNS: Readonly<Record<FeedbackRow["verdict"], string>> = { right: "✓", wrong: "≠", missed: "○", extra: "✗" };

export class FeedbackPanel {
  readonly #panel: HTMLElement;
  readonly #state: () => State | null;
  readonly #act: (operation: string) => void;

  constructor(panel: HTMLElement, state: () => State | null, act: (operation: string) => void) {
    this.#panel = panel;
    this.#state = state;
    this.#act = act;
  }

  draw(): void {
    const state = this.#state();
    const training = state?.training;
    this.#panel.hidden = !training;
    if (!state || !training) return;
    this.#panel.dataset["answered"] = String(training.feedback !== null);
    patch(this.#panel, [
      training.result && drawResult(state, training.result),
      training.feedback ? this.#drawFeedback(state, training) : h("p", { key: "hint", class: "wb-hint" },
        state.texts.t(training.known ? "training.waiting" : "training.elsewhere")),
    ]);
  }

  #drawFeedback(state: State, training: TrainingPart): VNode {
    const { t } = state.texts;
    const { right, rows } = training.feedback!;
    // what differs first: it is what there is to learn
    const ordered = [...rows.filter((row) => row.verdict !== "right"), ...rows.filter((row) => row.verdict === "right")];
    return h("div", { key: "feedback" },
      h("p", { class: "wb-feedback-head" }, h("b", {}, t("training.known")), " ",
        h("span", {}, t("training.count", { right, count: rows.length })),
        !training.result && h("button", { type: "button", class: "wb-plain wb-next", onclick: () => this.#act("done") },
          cap(state.keymap.cap("done")), t("training.next"))),
      h("ul", {}, ordered.map((row) => drawRow(state, row))));
  }
}

function drawResult(state: State, result: NonNullable<TrainingPart["result"]>): VNode {
  const { t, name, number } = textsOf(state);
  return h("div", { key: "result", class: "wb-result", "data-passed": String(result.passed) },
    h("p", {}, h("i", { "aria-hidden": "true" }, result.passed ? "✓" : "○"), " ", h("b", {}, t(result.passed ? "training.passed" : "training.failed"))),
    h("p", { class: "wb-hint" }, t("training.mark", { mark: number(Math.round(result.pass_mark * 100)) })),
    h("dl", {}, Object.entries(result.scores).filter(([, score]) => score !== null).map(([level, score]) =>
      h("div", {}, h("dt", {}, name("training.score", level)), h("dd", {}, `${number(Math.round(score! * 100))} %`)))));
}

function drawRow(state: State, row: FeedbackRow): VNode {
  const { t, name } = textsOf(state);
  const label = row.guide === null || row.verdict === "right" ? null : findLabel(state, row.guide);
  const about = row.field === "claim" || row.field === "source" ? null : row.about;
  return h("li", { class: "wb-told", "data-verdict": row.verdict, "data-field": row.field },
    h("p", {}, h("i", { "aria-hidden": "true" }, SIGNS[row.verdict]), " ",
      h("b", {}, name("training.field", row.field)), " ", h("span", { class: "wb-verdict" }, t(`training.${row.verdict}`)),
      about && (about.words || about.label) ? h("small", {}, " ", drawSaid(state, about)) : null),
    row.verdict === "right"
      ? h("p", { class: "wb-both" }, drawSaid(state, row.gold))
      : h("dl", {},
        h("div", {}, h("dt", {}, t("training.you")), h("dd", {}, drawSaid(state, row.yours))),
        h("div", {}, h("dt", {}, t("training.gold")), h("dd", {}, drawSaid(state, row.gold)))),
    label && drawDefinition(state, label));
}

/** The guideline of a label in its first words: the guide has the examples. */
function drawDefinition(state: State, label: Label): VNode {
  const { texts } = state;
  return h("p", { class: "wb-definition" }, h("b", {}, texts.label(label.name)), " – ", texts.label(label.definition));
}

function drawSaid(state: State, said: Said | null): Child {
  const { article, texts } = state;
  if (said === null) return h("i", { class: "wb-absent" }, texts.t("training.nothing"));
  if (said.label !== null) return h("span", {}, labelText(state, said.label));
  return h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, said.words ?? "");
}

function labelText(state: State, reference: string): string {
  const label = findLabel(state, reference);
  const [kind, value] = reference.split(":") as [string, string];
  if (label) return `${label.symbol ?? ""} ${state.texts.label(label.name)}`.trim();
  const feature = [...state.scheme.features("claims"), ...state.scheme.features("attributions")].find((each) => each.name === kind);
  const chosen = feature?.values.find((each) => each.value === value);
  return chosen ? state.texts.label(chosen.name) : state.texts.name(`training.${kind}`, value);
}

function textsOf({ texts }: State) {
  return {
    t: texts.t.bind(texts),
    name: texts.name.bind(texts),
    number: texts.number.bind(texts),
  };
}
