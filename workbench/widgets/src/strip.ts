/** Under the text: what can be done with the words selected, messages, and the keys. */

import { h, type VNode } from "./dom.ts";
import type { SpanRole } from "./protocol.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";
import { groupsOf, RULING, STRIP } from "./wording.ts";

export interface Notice {
  readonly text: string;
  readonly hint: string | null;
  readonly tone: "error" | "info";
}

const ROLES: readonly SpanRole[] = ["claim", "source", "cue", "anchor"];

/** One line that is always there, so that nothing on the page moves when words are selected. */
export function drawTools(state: State, words: string | null, notice: Notice | null, pen: SpanRole | null, act: (operation: string) => void, dismiss: () => void): VNode[] {
  if (notice) {
    return [h("div", { key: "notice", class: `wb-notice wb-${notice.tone}`, role: notice.tone === "error" ? "alert" : "status" },
      h("span", {}, h("b", {}, notice.text), notice.hint && ` ${notice.hint}`),
      h("button", { type: "button", class: "wb-quiet", "aria-label": state.texts.t("tools.dismiss"), onclick: dismiss }, "×"))];
  }
  if (words !== null) return [drawSelection(state, words, act)];
  return [h("div", { key: "idle", class: "wb-idle" }, idleText(state, pen))];
}

function drawSelection(state: State, words: string, act: (operation: string) => void): VNode {
  const { texts } = state;
  const { t } = texts;
  const { armed } = state.ui;
  return h("div", { key: "selection", class: "wb-selected", role: "toolbar", "aria-label": t("tools.selected") },
    h("bdi", { class: "wb-words", lang: state.article.language }, words),
    ROLES.map((role) => h("button", {
      key: role, type: "button", class: `wb-tool wb-tool-${role}`, "data-guide": `role:${role}`,
      onclick: () => act(`mark ${role}`),
    }, cap(state.keymap.cap(`mark ${role}`)), " ", h("span", {}, texts.label(state.scheme.role(role).name)))),
    h("button", { key: "append", type: "button", class: "wb-tool", onclick: () => act("append") }, cap(state.keymap.cap("append")), ` ${t("tools.fragment")}`),
    /^[وفبلكس]/u.test(words) && h("button", { key: "drop", type: "button", class: "wb-tool", onclick: () => act("drop proclitic") },
      cap(state.keymap.cap("drop proclitic")), ` ${t("tools.drop", { letter: words[0] ?? "" })}`),
    armed && (armed.slot === "source" || armed.slot === "cue") && h("button", { key: "fill", type: "button", class: "wb-tool wb-brand", onclick: () => act("done") },
      cap(state.keymap.cap("done")), ` ${t("tools.fill", { slot: texts.name("slot", armed.slot) })}`));
}

function idleText(state: State, pen: SpanRole | null): string {
  const { texts } = state;
  const { armed, missing, undo } = state.ui;
  if (armed) return texts.t("tools.waiting", { slot: texts.name("slot", armed.slot) });
  if (pen) return texts.t("tools.pen", { role: texts.name("notice.role", pen) });
  if (missing.length > 0) {
    const slots = [...new Set(missing.map((each) => texts.name("slot", each.slot)))];
    return texts.t("tools.empty", { slots: texts.list(slots) });
  }
  return undo ? texts.t("tools.undo", { key: state.keymap.cap("undo"), action: texts.name("action", undo) }) : "";
}

/** The keys, which are buttons too. */
export function drawStrip(state: State, pen: SpanRole | null, act: (operation: string) => void): VNode[] {
  const stances = state.scheme.stances.map((stance) => `stance ${stance.value}`);
  const groups = [...STRIP.slice(0, 2), stances, ...STRIP.slice(2), ...(state.adjudication ? RULING : [])];
  const blocked = state.ui.missing.length > 0;
  return groups.map((group, index) => h("span", { key: index, class: "wb-keygroup" },
    group.map((operation) => h("button", {
      key: operation, type: "button", tabindex: -1, "data-operation": operation,
      class: operation === "done" && blocked ? "wb-key wb-blocked" : "wb-key", "data-guide": guideOf(operation),
      "aria-pressed": isPressed(state, pen, operation),
      onclick: () => act(operation),
    }, cap(state.keymap.cap(operation)), h("span", {}, nameOperation(state, "strip", operation))))));
}

/** Whether a key of the strip is one that stays down: what it says holds, or its pen is held. */
function isPressed(state: State, pen: SpanRole | null, operation: string): string | null {
  if (operation === "flag") return String(state.annotation(state.ui.sentence ?? "")?.flagged ?? false);
  return operation.startsWith("mark ") ? String(operation === `mark ${pen}`) : null;
}

/** An operation in the interface's words: short on the strip, a sentence in the help. */
export function nameOperation(state: State, area: "strip" | "key", operation: string): string {
  const [verb, value = "", certainty] = operation.split(" ");
  const stance = verb === "stance" ? state.scheme.stance(value) : null;
  if (!stance) return state.texts.name(area, operation);
  const names = [stance.name, ...(certainty ? [state.scheme.certainty(certainty).name] : [])];
  return state.texts.list(names.map((name) => state.texts.label(name)));
}

function guideOf(operation: string): string | null {
  const [verb, value] = operation.split(" ") as [string, string | undefined];
  if (verb === "stance") return `stance:${value}`;
  return verb === "mark" ? `role:${value}` : null;
}

/** All keys, from the same table that the widget works by. */
export function drawHelp(state: State): VNode[] {
  return [...groupsOf(state), { name: "stances", operations: state.keymap.stances } as const].map((group) =>
    h("section", { class: "wb-helpgroup" },
      h("h3", {}, state.texts.t(`group.${group.name}`)),
      h("dl", {}, group.operations.filter((operation) => state.keymap.caps(operation).length > 0).map((operation) =>
        h("div", {}, h("dt", {}, state.keymap.caps(operation).map(cap)), h("dd", {}, nameOperation(state, "key", operation)))))));
}
