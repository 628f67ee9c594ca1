/** The settings in a box of their own: each choice holds at once, each key is changed by pressing another. */

import { h, patch, type Child, type VNode } from "./dom.ts";
import { CARET, chord, isModifier, isReserved, swapKeys } from "./keys.ts";
import { USUAL, type Settings } from "./settings.ts";
import type { State } from "./state.ts";
import { nameOperation } from "./strip.ts";
import { cap, LANGUAGES } from "./texts.ts";
import { groupsOf } from "./wording.ts";

export const SIZES: readonly number[] = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];
const THEMES = ["auto", "light", "dark", "contrast"] as const;
/** Their keys are the same everywhere. */
const FIXED = new Set(["cancel", "ruling leave", "linking leave"]);

export interface PreferencesSource {
  readonly state: () => State;
  readonly settings: () => Settings;
  readonly change: (changes: Partial<Settings>) => void;
  readonly say: (text: string) => void;
}

interface Listening {
  readonly operation: string;
  /** A combination that was pressed and has another meaning, or none that can be given. */
  readonly pressed: string | null;
}

export class PreferencesDialog {
  readonly #root: HTMLElement;
  readonly #source: PreferencesSource;
  readonly #box = document.createElement("dialog");
  #listening: Listening | null = null;

  constructor(root: HTMLElement, source: PreferencesSource) {
    this.#root = root;
    this.#source = source;
    this.#box.className = "wb-dialog wb-wide wb-settings";
    this.#box.addEventListener("keydown", (event) => this.#onKey(event));
    // the next press may be anywhere else: then the key stays as it is
    this.#box.addEventListener("focusout", (event) => this.#onLeave(event));
    this.#box.addEventListener("close", () => this.#box.remove());
  }

  open(): void {
    this.#listening = null;
    this.#root.append(this.#box);
    this.draw();
    this.#box.showModal();
    this.#box.querySelector("select")?.focus();
  }

  /** Draw it anew where it is open. */
  draw(): void {
    if (!this.#box.isConnected) return;
    const { t } = this.#source.state().texts;
    this.#box.setAttribute("aria-label", t("settings.title"));
    patch(this.#box, h("form", { method: "dialog" },
      h("h2", {}, t("settings.title")),
      h("div", { class: "wb-dialog-body" }, this.#drawLook(), this.#drawKeys()),
      h("div", { class: "wb-choices" }, h("button", { type: "submit", class: "wb-primary" }, t("dialog.close")))));
  }

  #drawLook(): VNode {
    const { texts } = this.#source.state();
    const { t } = texts;
    const { language, theme, text_size: size } = this.#source.settings();
    const choose = (name: keyof Settings, read: (value: string) => string | number) => (event: Event): void => {
      this.#source.change({ [name]: read((event.target as HTMLSelectElement).value) });
    };
    const option = (value: string | number, label: string, current: string | number): VNode =>
      h("option", { key: value, value, selected: value === current }, label);
    return h("div", { class: "wb-look" },
      h("label", {}, t("settings.language"), h("select", { name: "language", onchange: choose("language", String) },
        option("auto", t("settings.auto_language"), language),
        LANGUAGES.map((each) => option(each.value, each.name, language)))),
      h("label", {}, t("settings.theme"), h("select", { name: "theme", onchange: choose("theme", String) },
        THEMES.map((each) => option(each, t(`settings.theme.${each}`), theme)))),
      h("label", {}, t("settings.text_size"), h("select", { name: "text_size", onchange: choose("text_size", Number) },
        [...new Set([...SIZES, size])].sort((one, other) => one - other).map((each) =>
          option(each, t("settings.percent", { percent: Math.round(each * 100) }), size)))));
  }

  #drawKeys(): VNode {
    const state = this.#source.state();
    const { t } = state.texts;
    const groups = [...groupsOf(state), { name: "stances", operations: state.keymap.stances } as const];
    return h("section", { class: "wb-binding" },
      h("h3", {}, t("settings.keys")),
      h("p", { class: "wb-hint" }, t("settings.keys_hint")),
      h("div", { class: "wb-help" }, groups.map((group) => h("section", { key: group.name, class: "wb-helpgroup" },
        h("h4", {}, t(`group.${group.name}`)),
        h("ul", {}, group.operations.filter((operation) => !FIXED.has(operation)).map((operation) => this.#drawKey(state, operation)))))),
      h("button", { type: "button", class: "wb-plain", "data-reset": "all", onclick: () => this.#change(USUAL.keys) }, t("settings.reset_keys")));
  }

  #drawKey(state: State, operation: string): VNode {
    const { t } = state.texts;
    const label = nameOperation(state, "key", operation);
    const caps = state.keymap.caps(operation);
    const here = this.#listening?.operation === operation ? this.#listening : null;
    const own = operation in this.#source.settings().keys;
    return h("li", { key: operation },
      h("button", {
        type: "button", class: here ? "wb-bind wb-armed" : "wb-bind", "data-bind": operation, "aria-pressed": here ? "true" : "false",
        "aria-label": t("settings.change", { operation: label, keys: caps.join(" ") || t("settings.no_key") }),
        onclick: () => this.#listen(operation),
      }, caps.length > 0 ? caps.map(cap) : cap("—")),
      h("span", {}, label),
      own && !here && h("button", { type: "button", class: "wb-quiet wb-usual", "data-reset": operation, onclick: () => this.#reset(operation) }, t("settings.usual")),
      here && this.#drawListening(state, here));
  }

  #drawListening(state: State, { operation, pressed }: Listening): Child {
    const { t } = state.texts;
    if (pressed === null) return h("p", { class: "wb-hint", role: "status" }, t("settings.press"));
    const key = state.keymap.draw(pressed);
    const other = isReserved(pressed) ? null : state.keymap.owner(pressed, operation);
    if (other === null) return h("p", { class: "wb-clash", role: "alert" }, t("settings.reserved", { key }));
    return h("p", { class: "wb-clash", role: "alert" },
      t("settings.clash", { key, other: nameOperation(state, "key", other) }), " ",
      // one whose key is fixed, or that has its keys with every modifier, gives none away
      !FIXED.has(other) && CARET.has(other) === CARET.has(operation) && h("button", {
        type: "button", class: "wb-plain", "data-swap": operation, onclick: () => this.#give(operation, pressed),
      }, t("settings.swap")),
      h("button", { type: "button", class: "wb-plain", "data-leave": operation, onclick: () => this.#stop() }, t("settings.leave")));
  }

  #listen(operation: string): void {
    this.#listening = { operation, pressed: null };
    this.draw();
    this.#button(operation)?.focus();
  }

  #stop(): void {
    const operation = this.#listening?.operation;
    this.#listening = null;
    this.draw();
    if (operation) this.#button(operation)?.focus();
  }

  #button(operation: string): HTMLElement | null {
    return this.#box.querySelector(`[data-bind="${CSS.escape(operation)}"]`);
  }

  #onKey(event: KeyboardEvent): void {
    const listening = this.#listening;
    if (!listening) return;
    const asked = !(event.target as Element).matches("[data-bind]");
    if (asked && event.code !== "Escape") return; // the keys of the question's buttons are theirs
    if (event.code === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (isModifier(event.code)) return;
    if (event.code === "Escape") return this.#stop();
    const state = this.#source.state();
    const code = CARET.has(listening.operation) ? event.code : chord(event);
    const owner = state.keymap.owner(code, listening.operation);
    if (owner === listening.operation) return this.#stop();
    if (owner === null && !isReserved(code)) return this.#give(listening.operation, code);
    this.#listening = { ...listening, pressed: code };
    this.draw();
    this.#box.querySelector<HTMLElement>("[data-swap]")?.focus();
  }

  #onLeave(event: FocusEvent): void {
    const row = (event.target as Element).closest("li");
    const to = event.relatedTarget as Element | null;
    if (!this.#listening || !to || row?.contains(to)) return;
    this.#listening = null;
    this.draw();
  }

  #give(operation: string, code: string): void {
    const state = this.#source.state();
    this.#listening = null;
    this.#change(swapKeys(state.keymap, this.#source.settings().keys, operation, code));
    const { texts, keymap } = this.#source.state();
    this.#source.say(texts.t("settings.changed", { operation: nameOperation(state, "key", operation), keys: keymap.draw(code) }));
    this.#button(operation)?.focus();
  }

  /** Give an operation its usual keys; whoever holds one of them now gets its own back too. */
  #reset(operation: string): void {
    const { [operation]: _, ...rest } = this.#source.settings().keys;
    const usual = new Set(this.#source.state().usualKeys(operation));
    this.#change(Object.fromEntries(Object.entries(rest).filter(([, codes]) => !codes.some((code) => usual.has(code)))));
    this.#button(operation)?.focus();
  }

  #change(keys: Settings["keys"]): void {
    this.#source.change({ keys });
    this.draw();
  }
}
