/** Claims in a list, of the article or of all: filtered, walked by keys, each told as a sentence. */

import { quote } from "./cards.ts";
import { drawChains, type Telling } from "./chain.ts";
import { h, patch, type Child, type VNode } from "./dom.ts";
import { Everywhere, type FoundClaim } from "./everywhere.ts";
import { EVERYTHING, filterClaims, sourcesOf, type Filter } from "./filter.ts";
import { makeKey, type Args, type Claim } from "./protocol.ts";
import { drawCluster } from "./relations.ts";
import type { State } from "./state.ts";

export interface ListingSource {
  readonly state: () => State | null;
  readonly ask: (name: string, args: Args) => Promise<unknown>;
  /** The list came to a claim of the open article: bring its words before the eyes. */
  readonly show: (claim: Claim) => void;
  /** A claim was taken: go to it; `document` where it is of another article. */
  readonly pick: (claim: Claim, document: string | null) => void;
  readonly say: (text: string) => void;
  /** The list is closed: the focus goes back to the text. */
  readonly closed: () => void;
}

/** A claim as it stands in the list. */
interface Listed extends Pick<FoundClaim, "claim" | "position" | "flagged" | "dir"> {
  readonly key: string;
  /** The article, where it is not the open one. */
  readonly document: string | null;
  readonly title: string | null;
  readonly told: Telling;
}

const PATIENCE_MS = 200;

export class Listing {
  readonly #panel: HTMLElement;
  readonly #cards: HTMLElement;
  readonly #source: ListingSource;
  readonly #everywhere: Everywhere;
  /** Two views may stand on one page. */
  readonly #id = `wb-${makeKey().slice(0, 6)}`;
  #filter: Filter = EVERYTHING;
  #wide = false;
  #names: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The claim that Tab comes to. */
  #here: string | null = null;

  constructor(panel: HTMLElement, cards: HTMLElement, source: ListingSource, signal: AbortSignal) {
    this.#panel = panel;
    this.#cards = cards;
    this.#source = source;
    this.#everywhere = new Everywhere({ ask: source.ask, changed: () => this.draw() });
    panel.addEventListener("keydown", (event) => void this.#onKey(event), { signal });
    panel.addEventListener("focusin", (event) => this.#onFocus(event), { signal });
  }

  toggle(): void {
    if (!this.#panel.hidden) return this.close();
    this.#panel.hidden = false;
    this.#cards.hidden = true;
    const state = this.#source.state();
    this.#here = state?.ui.card ?? this.#here;
    if (this.#wide) void this.#look();
    this.draw();
    const first = this.#rows.find((row) => row.dataset["listed"] === this.#here) ?? this.#rows[0];
    (first ?? this.#panel.querySelector<HTMLElement>("select"))?.focus();
    if (state && !this.#wide) this.#source.say(this.#count(state));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#panel.hidden = true;
    this.#cards.hidden = false;
    this.#source.closed();
  }

  draw(): void {
    const state = this.#source.state();
    if (!state || this.#panel.hidden) return;
    const { t } = state.texts;
    const listed = this.#list(state);
    if (!listed.some((each) => each.key === this.#here)) this.#here = listed[0]?.key ?? null;
    const looking = this.#wide && this.#everywhere.busy;
    patch(this.#panel, [
      this.#drawFilters(state),
      h("ul", { key: "list", class: "wb-listing", "aria-busy": looking ? "true" : null, "aria-label": t(this.#wide ? "list.all_title" : "list.title") },
        listed.map((each) => this.#drawListed(state, each)),
        listed.length === 0 && !looking && h("li", { key: "none", class: "wb-empty" }, t("list.none")),
        this.#wide && this.#everywhere.hasMore && !looking && h("li", { key: "more" },
          h("button", { type: "button", class: "wb-more", "data-more": "", onclick: () => void this.#everywhere.more() }, t("list.more")))),
    ]);
  }

  // -- what is listed ------------------------------------------------------------------------

  #list(state: State): Listed[] {
    if (!this.#wide) return filterClaims(state, this.#filter).map((claim) => ({
      key: claim.id, claim, document: null, title: null, dir: state.article.dir, told: state,
      position: state.article.byId(claim.sentence)?.position ?? 0, flagged: state.annotation(claim.sentence)?.flagged ?? false,
    }));
    return this.#everywhere.claims.map((found) => {
      const { claim, document, title, dir, position, flagged, language, holders } = found;
      const isHere = document === state.article.info.id;
      const told: Telling = { texts: state.texts, scheme: state.scheme, article: { language: language ?? "und" }, rows: (id) => holders.rows(id) };
      return { key: isHere ? claim.id : `${document} ${claim.id}`, claim, document: isHere ? null : document, title, dir, position, flagged, told };
    });
  }

  /** Ask for the claims of all articles, from the first one on. */
  async #look(): Promise<void> {
    const { stance, source, flagged, unsure } = this.#filter;
    const kinds = this.#source.state()?.scheme.file.realizations ?? [];
    const kind = kinds.find((each) => each.value === source);
    const looked = this.#everywhere.look({ stance, flagged, unsure, source: kind ? null : source, realization: kind?.value ?? null });
    this.draw();
    await looked;
    const state = this.#source.state();
    if (state && this.#wide && !this.#panel.hidden && !this.#everywhere.busy) this.#source.say(this.#count(state));
  }

  async #offerNames(text: string): Promise<void> {
    const found = (await this.#source.ask("sources", { text })) as { sources: readonly { name: string }[] } | null;
    this.#names = found?.sources.map((each) => each.name) ?? [];
    this.draw();
  }

  #set(changes: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...changes };
    const state = this.#source.state();
    if (this.#wide) return void this.#look();
    this.draw();
    if (state) this.#source.say(this.#count(state));
  }

  #count(state: State): string {
    const { t } = state.texts;
    if (!this.#wide) return t("list.count", { count: filterClaims(state, this.#filter).length, all: state.claims.size });
    const count = this.#everywhere.claims.length;
    return t(this.#everywhere.hasMore ? "list.first" : "list.found", { count });
  }

  // -- drawing -------------------------------------------------------------------------------

  #drawFilters(state: State): VNode {
    const { texts } = state;
    const { t } = texts;
    const stances = state.scheme.stances.map((stance) => [stance.value, `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim()] as const);
    return h("div", { key: "filters", class: "wb-filters", role: "group", "aria-label": t("list.filters") },
      this.#drawChoice("scope", t("list.scope"), [["", t("list.article")], ["all", t("list.project")]], this.#wide ? "all" : "", (scope) => this.#widen(scope === "all")),
      this.#drawChoice("stance", t("card.stances"), [["", t("list.any_stance")], ...stances], this.#filter.stance, (stance) => this.#set({ stance })),
      this.#wide ? this.#drawNames(state) : this.#drawSources(state),
      this.#drawCheck("flagged", t("list.flagged"), (flagged) => this.#set({ flagged })),
      this.#drawCheck("unsure", t("list.unsure"), (unsure) => this.#set({ unsure })),
      h("span", { key: "count", class: "wb-count" }, this.#count(state)),
      h("button", { key: "close", type: "button", class: "wb-quiet", "aria-label": t("list.close"), onclick: () => this.close() }, "×"));
  }

  #widen(wide: boolean): void {
    this.#wide = wide;
    this.#filter = { ...this.#filter, source: null };
    if (wide) void this.#offerNames("");
    this.#set({});
  }

  #drawSources(state: State): VNode {
    const { texts } = state;
    const sources = sourcesOf(state).map(({ key, words, kind }) => [key, words ?? texts.label(state.scheme.realization(kind ?? "").name)] as const);
    return this.#drawChoice("source", texts.t("card.source"), [["", texts.t("list.any_source")], ...sources], this.#filter.source, (source) => this.#set({ source }));
  }

  /** There may be thousands of sources: a name is typed, those named before are offered. */
  #drawNames(state: State): VNode {
    const { texts } = state;
    const kinds = state.scheme.file.realizations.filter((each) => each.value !== "explicit");
    const read = (typed: string): string | null => kinds.find((each) => texts.label(each.name) === typed)?.value ?? (typed || null);
    const names = [...this.#names, ...kinds.map((each) => texts.label(each.name))];
    return h("span", { key: "names" },
      h("input", {
        name: "source", type: "text", list: `${this.#id}-names`, dir: "auto", autocomplete: "off", spellcheck: "false",
        "aria-label": texts.t("card.source"), placeholder: texts.t("list.any_source"),
        oninput: (event: Event) => this.#type((event.target as HTMLInputElement).value.trim(), read),
      }),
      h("datalist", { id: `${this.#id}-names` }, names.map((name) => h("option", { key: name, value: name }))));
  }

  #type(typed: string, read: (typed: string) => string | null): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set({ source: read(typed) });
      void this.#offerNames(typed);
    }, PATIENCE_MS);
  }

  #drawChoice(name: string, label: string, options: readonly (readonly [string, string])[], current: string | null, set: (value: string | null) => void): VNode {
    return h("select", {
      key: name, name, "aria-label": label, onchange: (event: Event) => set((event.target as HTMLSelectElement).value || null),
    }, options.map(([value, shown]) => h("option", { key: value, value, selected: value === (current ?? "") }, shown)));
  }

  #drawCheck(name: "flagged" | "unsure", label: string, set: (value: boolean) => void): VNode {
    return h("label", { key: name }, h("input", {
      type: "checkbox", name, checked: this.#filter[name], onchange: (event: Event) => set((event.target as HTMLInputElement).checked),
    }), ` ${label}`);
  }

  #drawListed(state: State, listed: Listed): VNode {
    const { claim, document, told, dir } = listed;
    const { clusters } = this.#everywhere;
    const { texts } = state;
    const { t } = texts;
    const chains: Child = drawChains(told, claim);
    return h("li", { key: listed.key }, h("button", {
      type: "button", class: "wb-listed", "data-listed": listed.key, "data-claim": document === null ? claim.id : null, tabindex: listed.key === this.#here ? 0 : -1,
      "aria-current": document === null && claim.id === state.ui.card ? "true" : null, onclick: () => this.#pick(listed),
    },
      h("span", { class: "wb-listed-head" },
        h("span", { class: "wb-words", dir, lang: told.article.language }, quote(claim.spans) || (claim.proposition ?? "")),
        h("small", { dir: texts.dir }, document !== null && h("bdi", { class: "wb-listed-article" }, listed.title ?? document), " ", t("card.elsewhere", { number: listed.position + 1 })),
        listed.flagged && h("span", { class: "wb-badge", title: t("margin.flagged") }, "⚑"),
        claim.cluster && drawCluster(state, claim.cluster, clusters[claim.cluster] ?? state.clusters.get(claim.cluster) ?? null),
        claim.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?")),
      chains));
  }

  // -- keys ----------------------------------------------------------------------------------

  #pick({ claim, document }: Listed): void {
    this.close();
    this.#source.pick(claim, document);
  }

  get #rows(): HTMLElement[] {
    return [...this.#panel.querySelectorAll<HTMLElement>("[data-listed]")];
  }

  async #onKey(event: KeyboardEvent): Promise<void> {
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
    if (next >= rows.length && this.#wide) await this.#everywhere.more();
    this.#rows[next]?.focus();
  }

  #onFocus(event: FocusEvent): void {
    const key = (event.target as HTMLElement).dataset["listed"];
    const state = this.#source.state();
    const listed = key === undefined || !state ? undefined : this.#list(state).find((each) => each.key === key);
    if (!listed) return;
    this.#here = listed.key;
    for (const row of this.#rows) row.tabIndex = row.dataset["listed"] === key ? 0 : -1;
    if (listed.document === null) this.#source.show(listed.claim);
  }
}
