/** The differences of a sentence as they are drawn: each claim, where its answers differ, and who said what. */

import { isOpen, settledOf, type Adjudication, type Settled, type Stage } from "./adjudication.ts";
import { quote } from "./cards.ts";
import { h, type Child, type VNode } from "./dom.ts";
import type { Case, Difference, Unit, Version } from "./protocol.ts";
import type { Feature, Scheme } from "./scheme.ts";
import { isTyped } from "./stated.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

export interface RulingActions {
  readonly choose: (difference: Difference, version: number) => void;
  readonly act: (operation: string) => void;
}

/** A sign beside every colour. */
export const SIGNS: Readonly<Record<Stage, string>> = { waiting: "…", differs: "◇", settled: "◆", agreed: "=", done: "✓", late: "↻" };
const SETTLED: Readonly<Record<Settled, string>> = { open: "◇", settled: "✓", own: "✎", stale: "↻" };
/** What can be done with the difference in focus besides taking a version. */
const ACTS = ["gap", "ruling remark", "ruling leave"] as const;
const VERDICTS = { accepted: "✓", rejected: "✗", open: "·" } as const;

/** Everything that the panel holds; `here` is the difference that the keys are at. */
export function drawCase(state: State, here: string | null, actions: RulingActions): VNode[] {
  const { adjudication, ui } = state;
  if (!adjudication) return [];
  const found = adjudication.of(ui.sentence);
  return [
    drawSummary(state, adjudication, found),
    ...(found?.units ?? []).filter((unit) => unit.differences.length > 0).map((unit, index) => drawUnit(state, unit, index, here, actions)),
    drawProgress(state, adjudication, actions),
  ];
}

function drawSummary(state: State, adjudication: Adjudication, found: Case | null): VNode {
  const { texts } = state;
  const outcome = adjudication.stage(state.ui.sentence);
  const count = adjudication.open(state.ui.sentence).length;
  const empty = outcome === "agreed" && state.cards(state.ui.sentence ?? "").length === 0;
  const said = empty ? texts.t("ruling.case.agreed_nothing") : texts.t(`ruling.case.${outcome}`, { count });
  const waiting = adjudication.names(found?.waiting ?? []);
  return h("div", { key: "case", class: "wb-case", "data-case": outcome, tabindex: -1 },
    h("p", {}, h("i", { "aria-hidden": "true" }, SIGNS[outcome]), h("b", {}, said),
      (outcome === "agreed" || outcome === "settled") && h("span", {}, texts.rich("ruling.accepts", { key: cap(state.keymap.cap("done")) }))),
    waiting.length > 0 && found && h("p", { class: "wb-incomplete" },
      h("i", { "aria-hidden": "true" }, SIGNS.waiting), texts.t("ruling.waiting", { people: texts.list(waiting) })));
}

function drawProgress(state: State, { progress }: Adjudication, actions: RulingActions): VNode {
  const { t } = state.texts;
  return h("p", { key: "progress", class: "wb-ruled" },
    h("span", {}, t("ruling.progress", { settled: progress.settled, all: progress.differences })),
    progress.links !== undefined && progress.links.left > 0 && h("button", { key: "links", type: "button", class: "wb-tool", "data-operation": "links", onclick: () => actions.act("links") },
      cap(state.keymap.cap("links")), ` ${t("linking.left", { count: progress.links.left })}`),
    h("button", { key: "unanimous", type: "button", class: "wb-tool", onclick: () => actions.act("accept unanimous") },
      cap(state.keymap.cap("accept unanimous")), ` ${t("ruling.unanimous", { count: progress.unanimous })}`));
}

function drawUnit(state: State, unit: Unit, index: number, here: string | null, actions: RulingActions): VNode {
  const { article } = state;
  return h("section", { key: unit.id ?? index, class: "wb-unit", role: "group", "aria-label": unit.words || null },
    unit.words && h("p", { class: "wb-words wb-unit-words", dir: article.dir, lang: article.language }, unit.words),
    h("ul", {}, unit.differences.map((difference) => drawDifference(state, difference, difference.id === here, actions))));
}

function drawDifference(state: State, difference: Difference, here: boolean, actions: RulingActions): VNode {
  const { texts, article } = state;
  const { t } = texts;
  const settled = settledOf(difference);
  return h("li", {
    key: difference.id, class: here ? "wb-difference on" : "wb-difference", "data-difference": difference.id, "data-settled": settled,
    tabindex: here ? 0 : -1, "aria-current": here ? "true" : null, "aria-label": tellDifference(state, difference),
  },
    h("p", { class: "wb-difference-head" },
      h("i", { "aria-hidden": "true" }, SETTLED[settled]),
      h("b", {}, nameKind(state, difference)),
      difference.about && h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, difference.about),
      settled !== "open" && h("small", {}, t(`ruling.state.${settled}`)),
      difference.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?"),
      difference.gap && h("span", { class: "wb-badge wb-gap" }, `⚑ ${t("ruling.gap")}`),
      difference.comment && h("span", { class: "wb-badge", title: difference.comment }, "✎")),
    (here || isOpen(difference)) && h("div", { class: "wb-versions" },
      difference.versions.map((version, index) => drawVersion(state, difference, version, index + 1, actions))),
    !here && !isOpen(difference) && h("p", { class: "wb-taken" }, drawTaken(state, difference)),
    here && difference.by && h("small", { class: "wb-by" }, texts.rich("ruling.by", { name: h("bdi", {}, difference.by) })),
    here && difference.comment && h("p", { class: "wb-remark" }, h("bdi", {}, difference.comment)),
    here && h("div", { class: "wb-mini" }, ACTS.map((operation) => h("button", {
      key: operation, type: "button", class: "wb-tool", tabindex: -1, "data-operation": operation,
      "aria-pressed": operation === "gap" ? String(difference.gap) : null,
      onclick: (event: Event) => { event.stopPropagation(); actions.act(operation); },
    }, cap(state.keymap.cap(operation)), ` ${texts.name("ruling.act", operation)}`))));
}

function drawVersion(state: State, difference: Difference, version: Version, number: number, actions: RulingActions): VNode {
  const { texts } = state;
  const verdict = difference.chosen === null || difference.stale ? "open" : difference.chosen === number ? "accepted" : "rejected";
  return h("button", {
    key: number, type: "button", class: "wb-version", "data-version": number, "data-verdict": verdict, tabindex: -1,
    "aria-pressed": String(verdict === "accepted"), "aria-label": tellVersion(state, difference, version, number),
    onclick: (event: Event) => { event.stopPropagation(); actions.choose(difference, number); },
  },
    cap(number <= 9 ? state.keymap.cap(`ruling ${number}`) : ""),
    h("i", { "aria-hidden": "true", title: texts.t(`ruling.verdict.${verdict}`) }, VERDICTS[verdict]),
    h("span", { class: "wb-value" }, drawValue(state, difference, version)),
    h("small", { class: "wb-people" }, texts.list(peopleOf(state, version))));
}

function drawTaken(state: State, difference: Difference): Child {
  const taken = typeof difference.chosen === "number" ? difference.versions[difference.chosen - 1] : undefined;
  return taken ? drawValue(state, difference, taken) : null;
}

function drawValue(state: State, difference: Difference, version: Version): Child {
  const { article } = state;
  const { words, label } = partsOf(state, difference, version);
  return [
    words && h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, words),
    label && h("span", { class: version.absent ? "wb-absent" : "wb-label" }, label),
  ];
}

/** A version as words of the article and labels of the scheme; what is neither, as Python tells it. */
function partsOf(state: State, difference: Difference, version: Version): { words: string; label: string } {
  if (version.absent) return { words: "", label: state.texts.t("ruling.absent") };
  const words = quote(version.spans);
  const label = labelOf(state, difference.field, version.value);
  return { words: words || label ? words : version.words, label };
}

/** What a difference is about: of features and other rarer fields, which one it is. */
function nameKind(state: State, { kind, field }: Difference): string {
  return kind === "feature" ? nameField(state, field) : state.texts.name("ruling.kind", kind);
}

/** What a field is called: a feature as the scheme calls it. */
export function nameField({ scheme, texts }: State, field: string): string {
  const feature = findFeature(scheme, field);
  return feature ? texts.label(feature.label) : texts.name("outcome.field", field.replace(/^feature:/u, ""));
}

function findFeature(scheme: Scheme, field: string): Feature | undefined {
  return [...scheme.features("claims"), ...scheme.features("attributions")].find(({ name }) => `feature:${name}` === field);
}

const HELD = ["realization", "stance", "certainty"] as const;

/** A value of the scheme in the interface's words; "" for what is not in the scheme. */
export function labelOf(state: State, field: string, value: unknown): string {
  const { scheme, texts } = state;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return texts.list(HELD.map((name) => labelOf(state, name, (value as Record<string, unknown>)[name])).filter(Boolean));
  }
  if (typeof value !== "string" || value === "") return "";
  if (field === "stance") {
    const stance = scheme.stance(value);
    return stance ? `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim() : value;
  }
  if (field === "certainty") return texts.label(scheme.certainty(value).name);
  const found = findFeature(scheme, field);
  const chosen = found?.values.find((each) => each.value === value);
  if (chosen) return texts.label(chosen.name);
  if (found && isTyped(found)) return `\u2066${value}\u2069`; // from left to right, whatever stands around it
  return field === "realization" && value !== "explicit" ? texts.label(scheme.realization(value).name) : "";
}

// -- to be said ----------------------------------------------------------------------------------

function peopleOf({ adjudication }: State, version: Version): string[] {
  return adjudication?.names(version.people) ?? [];
}

function tellValue(state: State, difference: Difference, version: Version): string {
  const { words, label } = partsOf(state, difference, version);
  return [words, label].filter(Boolean).join(" · ");
}

function tellVersion(state: State, difference: Difference, version: Version, number: number): string {
  const { texts } = state;
  return texts.t("ruling.choose", {
    number, all: difference.versions.length, version: tellValue(state, difference, version), people: texts.list(peopleOf(state, version)),
  });
}

/** A difference with all its versions, in one sentence. */
export function tellDifference(state: State, difference: Difference): string {
  const { texts } = state;
  return texts.t("ruling.difference", {
    kind: nameKind(state, difference), state: texts.t(`ruling.state.${settledOf(difference)}`), words: difference.about,
    versions: difference.versions.map((version, index) => tellVersion(state, difference, version, index + 1)).join("; "),
  });
}
