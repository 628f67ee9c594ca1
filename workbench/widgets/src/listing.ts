/** The claims of the whole article in a list: filtered, walked by keys, each told as a sentence. */

import { quote } from "./cards.ts";
import { drawChains } from "./chain.ts";
import { h, patch, type Child, type VNode } from "./dom.ts";
import { EVERYTHING, filterClaims, sourcesOf, type Filter } from "./filter.ts";
import type { Claim } from "./protocol.ts";
import type { State } from "./state.ts";

export interface ListingSource {
  readonly state: () => State | null;
  /** The list came to a claim: bring its words before the eyes. */
  readonly show: (claim: Claim) => void;
  /** A claim was taken: go to it. */
  readonly pick: (claim: Claim) => void;
  readonly say: (text: string) => void;
  /** The list is closed: the focus goes back to the text. */
  readonly closed: () => void;
}

export class Listing {
  readonly #panel: HTMLElement;
  readonly #cards: HTMLElement;
  readonly #source: ListingSource;
  #filter: Filter = EVERYTHING;
  /** The claim that Tab comes to. */
  #here: string | null = null;

  constructor(panel: HTMLElement, cards: HTMLElement, source: ListingSource, signal: AbortSignal) {
    this.#panel = panel;
    this.#cards = cards;
    this.#source = source;
    panel.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    panel.addEventListener("focusin", (event) => this.#onFocus(event), { signal });
  }

  toggle(): void {
    if (!this.#panel.hidden) return this.close();
    this.#panel.hidden = false;
    this.#cards.hidden = true;
    const state = this.#source.state();
    this.#here = state?.ui.card ?? this.#here;
    this.draw();
    const first = this.#rows.find((row) => row.dataset["listed"] === this.#here) ?? this.#rows[0];
    (first ?? this.#panel.querySelector<HTMLElement>("select"))?.focus();
    if (state) this.#source.say(this.#count(state));
  }

  close(): void {
    this.#panel.hidden = true;
    this.#cards.hidden = false;
    this.#source.closed();
  }

  draw(): void {
    const state = this.#source.state();
    if (!state || this.#panel.hidden) return;
    const claims = filterClaims(state, this.#filter);
    if (!claims.some((claim) => claim.id === this.#here)) this.#here = claims[0]?.id ?? null;
    patch(this.#panel, [
      this.#drawFilters(state),
      h("ul", { key: "list", class: "wb-listing", "aria-label": state.texts.t("list.title") }, claims.map((claim) => this.#drawClaim(state, claim)),
        claims.length === 0 && h("li", { key: "none", class: "wb-empty" }, state.texts.t("list.none"))),
    ]);
  }

  #drawFilters(state: State): VNode {
    const { texts } = state;
    const { t } = texts;
    const set = (changes: Partial<Filter>): void => {
      this.#filter = { ...this.#filter, ...changes };
      this.draw();
      this.#source.say(this.#count(state));
    };
    const stances = state.scheme.stances.map((stance) => [stance.value, `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim()] as const);
    const sources = sourcesOf(state).map(({ key, words, kind }) => [key, words ?? texts.label(state.scheme.realization(kind ?? "").name)] as const);
    return h("div", { key: "filters", class: "wb-filters", role: "group", "aria-label": t("list.filters") },
      this.#drawChoice("stance", t("card.stances"), t("list.any_stance"), stances, (stance) => set({ stance })),
      this.#drawChoice("source", t("card.source"), t("list.any_source"), sources, (source) => set({ source })),
      this.#drawCheck("flagged", t("list.flagged"), (flagged) => set({ flagged })),
      this.#drawCheck("unsure", t("list.unsure"), (unsure) => set({ unsure })),
      h("span", { key: "count", class: "wb-count" }, this.#count(state)),
      h("button", { key: "close", type: "button", class: "wb-quiet", "aria-label": t("list.close"), onclick: () => this.close() }, "×"));
  }

  #drawChoice(name: "stance" | "source", label: string, any: string, options: readonly (readonly [string, string])[], set: (value: string | null) => void): VNode {
    const current = this.#filter[name] ?? "";
    return h("select", {
      key: name, name, "aria-label": label, onchange: (event: Event) => set((event.target as HTMLSelectElement).value || null),
    }, [["", any] as const, ...options].map(([value, shown]) => h("option", { key: value, value, selected: value === current }, shown)));
  }

  #drawCheck(name: "flagged" | "unsure", label: string, set: (value: boolean) => void): VNode {
    return h("label", { key: name }, h("input", {
      type: "checkbox", name, checked: this.#filter[name], onchange: (event: Event) => set((event.target as HTMLInputElement).checked),
    }), ` ${label}`);
  }

  #count(state: State): string {
    return state.texts.t("list.count", { count: filterClaims(state, this.#filter).length, all: state.claims.size });
  }

  #drawClaim(state: State, claim: Claim): VNode {
    const { texts, article } = state;
    const { t } = texts;
    const place = article.byId(claim.sentence);
    const flagged = state.annotation(claim.sentence)?.flagged ?? false;
    const chains: Child = drawChains(state, claim);
    return h("li", { key: claim.id }, h("button", {
      type: "button", class: "wb-listed", "data-listed": claim.id, "data-claim": claim.id, tabindex: claim.id === this.#here ? 0 : -1,
      "aria-current": claim.id === state.ui.card ? "true" : null, onclick: () => this.#pick(claim),
    },
      h("span", { class: "wb-listed-head" },
        h("span", { class: "wb-words", dir: article.dir, lang: article.language }, quote(claim.spans) || (claim.proposition ?? "")),
        h("small", { dir: texts.dir }, t("card.elsewhere", { number: (place?.position ?? 0) + 1 })),
        flagged && h("span", { class: "wb-badge", title: t("margin.flagged") }, "⚑"),
        claim.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?")),
      chains));
  }

  #pick(claim: Claim): void {
    this.close();
    this.#source.pick(claim);
  }

  get #rows(): HTMLElement[] {
    return [...this.#panel.querySelectorAll<HTMLElement>("[data-listed]")];
  }

  #onKey(event: KeyboardEvent): void {
    if (event.code === "Escape") {
      event.preventDefault();
      return this.close();
    }
    const rows = this.#rows;
    const here = rows.findIndex((row) => row === event.target);
    const steps: Readonly<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 };
    const next = steps[event.code];
    if (here < 0 || next === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    rows[next]?.focus();
  }

  #onFocus(event: FocusEvent): void {
    const id = (event.target as HTMLElement).dataset["listed"];
    const claim = id && this.#source.state()?.claims.get(id);
    if (!claim) return;
    this.#here = claim.id;
    for (const row of this.#rows) row.tabIndex = row.dataset["listed"] === id ? 0 : -1;
    this.#source.show(claim);
  }
}
