/** What narrows a search beside its words: a role, a stance, a source, a time; chosen in one row. */

import { h, type VNode } from "./dom.ts";
import { makeKey, type Args } from "./protocol.ts";
import type { State } from "./state.ts";
import type { TextKey } from "./texts.ts";

/** What is chosen; `null` for any. */
export interface Chosen {
  readonly role: string | null;
  readonly stance: string | null;
  readonly source: string | null;
  readonly date: string | null;
}

export interface NarrowingSource {
  readonly ask: (name: string, args: Args) => Promise<unknown>;
  /** Something else was chosen, or is being typed (`soon`: it may go on). */
  readonly changed: (soon: boolean) => void;
  readonly draw: () => void;
}

const ANYTHING: Chosen = { role: null, stance: null, source: null, date: null };
const ROLES: readonly string[] = ["claim", "source", "cue"];

type Option = readonly [value: string, shown: string];

export class Narrowing {
  readonly #source: NarrowingSource;
  /** Two views may stand on one page. */
  readonly #id = `wb-${makeKey().slice(0, 6)}`;
  #chosen: Chosen = ANYTHING;
  #names: readonly string[] = [];
  #asked = "";

  constructor(source: NarrowingSource) {
    this.#source = source;
  }

  get chosen(): Chosen {
    return this.#chosen;
  }

  /** Whether there is anything to look for even without words. */
  get narrows(): boolean {
    return Object.values(this.#chosen).some((value) => value !== null);
  }

  draw(state: State): VNode {
    const { texts, scheme } = state;
    const { t } = texts;
    const roles = scheme.file.roles.filter((role) => ROLES.includes(role.value)).map((role): Option => [role.value, `${role.symbol ?? ""} ${texts.label(role.name)}`.trim()]);
    const stances = scheme.stances.map((stance): Option => [stance.value, `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim()]);
    return h("div", { key: "narrowing", class: "wb-filters wb-narrowing", role: "group", "aria-label": t("search.filters") },
      this.#drawChoice("role", t("search.role"), [["", t("search.anywhere")], ...roles]),
      this.#drawChoice("stance", t("search.stance"), [["", t("search.any_stance")], ...stances]),
      this.#drawField(state, "source", "search.any_source"),
      h("datalist", { key: "names", id: `${this.#id}-names` }, this.#names.map((name) => h("option", { key: name, value: name }))),
      this.#drawField(state, "date", "search.any_date"));
  }

  /** Offer the sources that were named before; asked for once the field is gone to. */
  async #offer(text: string): Promise<void> {
    this.#asked = text;
    const found = (await this.#source.ask("sources", { text })) as { sources: readonly { name: string }[] } | null;
    if (this.#asked !== text) return;
    this.#names = found?.sources.map((each) => each.name) ?? [];
    this.#source.draw();
  }

  #set(name: keyof Chosen, value: string, soon: boolean): void {
    const wanted = value.trim() || null;
    if (this.#chosen[name] === wanted) return;
    this.#chosen = { ...this.#chosen, [name]: wanted };
    this.#source.changed(soon);
  }

  #drawChoice(name: keyof Chosen, label: string, options: readonly Option[]): VNode {
    const current = this.#chosen[name] ?? "";
    return h("select", {
      key: name, name, "aria-label": label, class: current ? "on" : null,
      onchange: (event: Event) => this.#set(name, (event.target as HTMLSelectElement).value, false),
    }, options.map(([value, shown]) => h("option", { key: value, value, selected: value === current }, shown)));
  }

  #drawField(state: State, name: "source" | "date", placeholder: TextKey): VNode {
    const { t } = state.texts;
    const isSource = name === "source";
    return h("input", {
      key: name, name, type: "text", dir: isSource ? "auto" : "ltr", autocomplete: "off", spellcheck: "false", class: this.#chosen[name] ? "on" : null,
      list: isSource ? `${this.#id}-names` : null, "aria-label": t(`search.${name}`), placeholder: t(placeholder), title: isSource ? null : t("search.date_hint"),
      onfocus: () => isSource && void this.#offer(this.#chosen.source ?? ""),
      oninput: (event: Event) => {
        const typed = (event.target as HTMLInputElement).value;
        this.#set(name, typed, true);
        if (isSource) void this.#offer(typed.trim());
      },
    });
  }
}
