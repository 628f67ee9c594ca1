/** The line above the text: where the person is, how much is left, and whether all is saved. */

import { type Child, h, type VNode } from "./dom.ts";
import type { SaveState } from "./outbox.ts";
import type { State } from "./state.ts";
import type { Texts } from "./texts.ts";
import { timeLeft } from "./wording.ts";

export interface BarActions {
  readonly goTo: () => void;
  readonly date: () => void;
  readonly resize: (step: 1 | -1) => void;
  readonly settings: () => void;
  readonly help: () => void;
}

export function drawBar(state: State, save: SaveState, actions: BarActions): Child[] {
  const { progress, texts } = state;
  const { t } = texts;
  const decided = progress.done + progress.skipped;
  const left = Math.max(0, progress.to_decide - decided);
  return [
    drawTitle(state, actions),
    h("span", { key: "who", class: "wb-who", title: t("bar.annotator") }, h("bdi", {}, state.project.annotator)),
    h("button", { key: "place", type: "button", class: "wb-quiet wb-place", title: t("bar.go_to"), onclick: actions.goTo },
      texts.rich("bar.place", { here: h("b", {}, texts.number(progress.position + 1)), all: texts.number(progress.sentences) })),
    drawProgress(texts, decided, progress.to_decide),
    h("span", { key: "flagged" }, t("bar.flagged", { count: progress.flagged })),
    progress.pace_s !== null && left > 0
      ? h("span", { key: "left" }, timeLeft(texts, left, progress.pace_s))
      : h("span", { key: "left" }, left === 0 ? t("bar.all_decided") : t("bar.to_do", { count: left })),
    drawSave(texts, save),
    state.project.warnings.length > 0 && drawWarnings(texts, state.project.warnings),
    h("span", { key: "view", class: "wb-sizes", dir: "ltr" },
      h("button", { type: "button", class: "wb-quiet", "aria-label": t("bar.smaller"), onclick: () => actions.resize(-1) }, "A−"),
      h("button", { type: "button", class: "wb-quiet", "aria-label": t("bar.larger"), onclick: () => actions.resize(1) }, "A+"),
      h("button", { type: "button", class: "wb-cap", "aria-label": t("bar.settings"), title: t("bar.settings"), onclick: actions.settings }, "⚙"),
      h("button", { type: "button", class: "wb-cap", "aria-label": t("bar.help"), onclick: actions.help }, "?")),
  ];
}

function drawTitle(state: State, actions: BarActions): VNode {
  const { t } = state.texts;
  const { info } = state.article;
  const segment = state.sentence && state.article.segmentAt(state.sentence.start);
  const proposed = segment?.proposed ?? null;
  const date = segment?.published ?? info.published;
  return h("span", { key: "title", class: "wb-title" },
    h("bdi", { lang: state.article.language, dir: state.article.dir, title: info.title ?? info.id }, info.publisher ?? info.title ?? info.id),
    proposed !== null && segment?.published == null
      ? h("button", { type: "button", class: "wb-quiet wb-proposed", dir: "ltr", title: t("bar.proposed"), onclick: actions.date }, `${proposed}?`)
      : date && h("button", { type: "button", class: "wb-quiet", dir: "ltr", title: t("bar.date"), onclick: actions.date }, date));
}

function drawProgress({ t }: Texts, decided: number, all: number): VNode {
  const share = all > 0 ? Math.min(1, decided / all) : 0;
  return h("div", {
    key: "progress", class: "wb-progress", role: "progressbar", "aria-label": t("bar.decided_label"),
    "aria-valuemin": 0, "aria-valuemax": all, "aria-valuenow": Math.min(decided, all), title: t("bar.decided", { done: decided, all }),
  }, h("i", { style: `inline-size:${(share * 100).toFixed(2)}%` }));
}

function drawSave(texts: Texts, save: SaveState): VNode {
  const shown = describeSave(texts, save);
  return h("span", { key: "save", class: `wb-save wb-${save.state}`, role: "status", "data-save": save.state, title: shown.detail }, shown.text);
}

function drawWarnings({ t }: Texts, warnings: readonly string[]): VNode {
  return h("details", { key: "warnings", class: "wb-warnings" },
    h("summary", { class: "wb-cap" }, "⚠ ", t("bar.warnings")), warnings.map((text) => h("p", {}, text)));
}

function describeSave(texts: Texts, save: SaveState): { text: string; detail: string } {
  const { t } = texts;
  if (save.state === "saved") return { text: `✓ ${t("save.saved")}`, detail: t("save.saved_detail") };
  if (save.state === "saving") return { text: t("save.saving"), detail: t("save.saving_detail", { count: save.count }) };
  const text = save.count > 0 ? t("save.unsaved", { count: save.count }) : t("save.unreached");
  return { text: `${text} · ${texts.name("reason", save.reason)}`, detail: t(save.kept ? "save.kept" : "save.not_kept") };
}
