/** The line above the text: where the person is, how much is left, and whether all is saved. */

import { type Child, h, type VNode } from "./dom.ts";
import type { SaveState } from "./outbox.ts";
import type { State } from "./state.ts";
import { plural, timeLeft } from "./wording.ts";

export interface BarActions {
  readonly goTo: () => void;
  readonly date: () => void;
  readonly resize: (step: 1 | -1) => void;
  readonly help: () => void;
}

export function drawBar(state: State, save: SaveState, actions: BarActions): Child[] {
  const { progress } = state;
  const decided = progress.done + progress.skipped;
  const left = Math.max(0, progress.to_decide - decided);
  return [
    drawTitle(state, actions),
    h("span", { key: "who", class: "wb-who", title: "annotator" }, h("bdi", {}, state.project.annotator)),
    h("button", { key: "place", type: "button", class: "wb-quiet wb-place", title: "Go to a sentence", onclick: actions.goTo },
      "sentence ", h("b", {}, String(progress.position + 1)), ` of ${progress.sentences}`),
    drawProgress(decided, progress.to_decide),
    h("span", { key: "flagged" }, `${progress.flagged} flagged`),
    progress.pace_s !== null && left > 0
      ? h("span", { key: "left" }, timeLeft(left, progress.pace_s))
      : h("span", { key: "left" }, left === 0 ? "all decided" : `${left} to do`),
    drawSave(save),
    state.project.warnings.length > 0 && drawWarnings(state.project.warnings),
    h("span", { key: "view", class: "wb-sizes" },
      h("button", { type: "button", class: "wb-quiet", "aria-label": "Smaller text", onclick: () => actions.resize(-1) }, "A−"),
      h("button", { type: "button", class: "wb-quiet", "aria-label": "Larger text", onclick: () => actions.resize(1) }, "A+"),
      h("button", { type: "button", class: "wb-cap", "aria-label": "Keys and help", onclick: actions.help }, "?")),
  ];
}

function drawTitle(state: State, actions: BarActions): VNode {
  const { info } = state.article;
  const segment = state.sentence && state.article.segmentAt(state.sentence.start);
  const proposed = segment?.proposed ?? null;
  const date = segment?.published ?? info.published;
  return h("span", { key: "title", class: "wb-title" },
    h("bdi", { lang: state.article.language, dir: state.article.dir, title: info.title ?? info.id }, info.publisher ?? info.title ?? info.id),
    proposed !== null && segment?.published == null
      ? h("button", { type: "button", class: "wb-quiet wb-proposed", title: "A date that the text states: confirm or change it", onclick: actions.date }, `${proposed}?`)
      : date && h("button", { type: "button", class: "wb-quiet", title: "Publication date", onclick: actions.date }, date));
}

function drawProgress(decided: number, all: number): VNode {
  const share = all > 0 ? Math.min(1, decided / all) : 0;
  return h("div", {
    key: "progress", class: "wb-progress", role: "progressbar", "aria-label": "sentences decided",
    "aria-valuemin": 0, "aria-valuemax": all, "aria-valuenow": Math.min(decided, all), title: `${decided} of ${all} decided`,
  }, h("i", { style: `inline-size:${(share * 100).toFixed(2)}%` }));
}

function drawSave(save: SaveState): VNode {
  const shown = describeSave(save);
  return h("span", { key: "save", class: `wb-save wb-${save.state}`, role: "status", "data-save": save.state, title: shown.detail }, shown.text);
}

function drawWarnings(warnings: readonly string[]): VNode {
  return h("details", { key: "warnings", class: "wb-warnings" },
    h("summary", { class: "wb-cap" }, "⚠ about this store"), warnings.map((text) => h("p", {}, text)));
}

function describeSave(save: SaveState): { text: string; detail: string } {
  if (save.state === "saved") return { text: "✓ Saved", detail: "Everything is on disk" };
  if (save.state === "saving") return { text: "Saving…", detail: `${plural(save.count, "change")} on the way` };
  const kept = save.kept ? "kept in this browser, sent again by itself" : "NOT kept by this browser: do not close the page";
  const text = save.count > 0 ? `NOT SAVED ${save.count}` : "NO CONNECTION";
  return { text: `${text} · ${save.reason}`, detail: kept };
}
