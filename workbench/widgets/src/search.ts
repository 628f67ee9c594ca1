/** The search beside the text: hits of this article are painted and listed, then those of the others. */

import { h, patch, type VNode } from "./dom.ts";
import { Narrowing } from "./narrowing.ts";
import { makeKey, type Args, type Span, type SpanRole } from "./protocol.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

export interface Hit {
  readonly document: string;
  readonly sentence: string;
  readonly position: number;
  readonly start: number;
  readonly text: string;
  readonly kind: string;
  readonly spans: readonly Span[];
  /** Of its article. */
  readonly title: string | null;
  /** What was said, where that was searched: the claim or attribution, and what it is. */
  readonly item: string | null;
  readonly role: SpanRole | null;
  readonly holders: readonly Holder[];
}

interface Holder {
  readonly words: string;
  readonly stance: string | null;
  readonly realization: string | null;
}

interface Found {
  readonly query: string;
  /** Why it could not be understood. */
  readonly problem: string | null;
  readonly here: readonly Hit[];
  readonly project: readonly Hit[];
  readonly rest: number | null;
}

export interface SearchSource {
  readonly state: () => State | null;
  readonly ask: (name: string, args: Args) => Promise<unknown>;
  readonly send: (name: string, args: Args) => void;
  readonly paint: (spans: readonly Span[]) => void;
  /** Give the keys back to the text. */
  readonly leave: () => void;
}

const PATIENCE_MS = 150;
const NOTHING: Found = { query: "", problem: null, here: [], project: [], rest: null };

export class SearchPanel {
  readonly #host: HTMLElement;
  readonly #source: SearchSource;
  readonly #narrowing: Narrowing;
  /** Two views may stand on one page. */
  readonly #id = `wb-${makeKey().slice(0, 6)}`;
  #found: Found = NOTHING;
  /** What was asked for last, and what the hits are of. */
  #asked = "";
  #answered = "";
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #origin: { readonly id: string; readonly document: string } | null = null;
  /** The hit that was gone to last. */
  #reached: Hit | null = null;

  constructor(host: HTMLElement, source: SearchSource) {
    this.#host = host;
    this.#source = source;
    this.#narrowing = new Narrowing({ ask: source.ask, draw: () => this.draw(), changed: (soon) => soon ? this.#wait() : void this.#search() });
    host.addEventListener("keydown", (event) => this.#onEscape(event));
  }

  get isOpen(): boolean {
    return !this.#host.hidden;
  }

  open(): void {
    const state = this.#source.state();
    if (!state?.ui.sentence) return;
    if (!this.isOpen) {
      this.#origin = { id: state.ui.sentence, document: state.article.info.id };
      this.#reached = null;
    }
    this.#host.hidden = false;
    this.draw();
    this.#field?.focus();
    this.#field?.select();
  }

  /** Go away from it: to where one was, or with `stay` to where one has come. */
  close(stay = false): void {
    clearTimeout(this.#timer);
    if (!stay && this.#reached && this.#origin) this.#source.send("goto", this.#origin);
    this.#host.hidden = true;
    this.#source.paint([]);
    this.#source.leave();
  }

  /** Paint the hits of the open article; also after its rows were drawn anew. */
  paint(): void {
    if (!this.isOpen) return;
    const document = this.#source.state()?.article.info.id;
    this.#source.paint(this.#hits.filter((hit) => hit.document === document).flatMap((hit) => hit.spans));
  }

  get #field(): HTMLInputElement | null {
    return this.#host.querySelector(".wb-search-field");
  }

  get #hits(): readonly Hit[] {
    return [...this.#found.here, ...this.#found.project];
  }

  draw(): void {
    const state = this.#source.state();
    if (!state || !this.isOpen) return;
    const { t } = state.texts;
    const hits = this.#hits;
    patch(this.#host, [
      h("div", { class: "wb-search-line" },
        h("input", {
          type: "text", role: "combobox", class: "wb-search-field", "aria-label": t("search.field"), placeholder: t("search.field"), dir: "auto",
          autocomplete: "off", spellcheck: "false", "aria-expanded": String(hits.length > 0), "aria-controls": `${this.#id}-hits`, "aria-autocomplete": "list",
          "aria-activedescendant": this.#active >= 0 ? `${this.#id}-${this.#active}` : null,
          oninput: () => this.#wait(), onkeydown: (event: Event) => this.#onKey(event as KeyboardEvent),
        }),
        h("button", { type: "button", class: "wb-quiet", "aria-label": t("search.close"), onclick: () => this.close() }, cap("Esc"))),
      this.#narrowing.draw(state),
      h("p", { class: this.#found.problem === null ? "wb-hint wb-search-count" : "wb-hint wb-search-count wb-problem", role: "status" }, this.#found.problem ?? this.#count(state)),
      h("ul", { id: `${this.#id}-hits`, class: "wb-hits", role: "listbox", "aria-label": t("search.hits") }, hits.map((hit, index) => this.#drawHit(state, hit, index))),
      hits.length > 0 && h("p", { class: "wb-hint" }, t("search.help")),
    ]);
    this.#host.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }

  #count(state: State): string {
    if (!this.#answered) return "";
    const { t } = state.texts;
    const here = { count: this.#found.here.length };
    const project = { count: this.#found.project.length };
    const isAll = this.#found.rest === null || project.count === 0;
    if (this.#hits.some((hit) => hit.item !== null)) return `${t("search.items_here", here)} · ${t(isAll ? "search.items_project" : "search.items_more", project)}`;
    return `${t("search.here", here)} · ${t(isAll ? "search.project" : "search.more", project)}`;
  }

  #drawHit(state: State, hit: Hit, index: number): VNode {
    const { article } = state;
    return h("li", {
      key: nameOf(hit), dir: article.dir, id: `${this.#id}-${index}`, role: "option", class: index === this.#active ? "wb-hit on" : "wb-hit",
      "aria-selected": index === this.#active ? "true" : "false", "data-kind": hit.kind,
      onclick: () => { this.#active = index; this.#go(); },
    },
      h("span", {},
        hit.role !== null && this.#drawRole(state, hit.role),
        h("bdi", { class: "wb-words", dir: "auto", lang: article.language }, pieces(hit)),
        hit.holders.map((holder) => drawHolder(state, holder))),
      h("small", {}, hit.document === article.info.id ? "" : h("bdi", { class: "wb-listed-article", title: hit.title ?? hit.document }, hit.title ?? hit.document), ` ${state.texts.number(hit.position + 1)}`));
  }

  #drawRole(state: State, value: SpanRole): VNode {
    const role = state.scheme.role(value);
    return h("span", { class: "wb-hit-role", role: "img", "aria-label": state.texts.label(role.name), title: state.texts.label(role.name) }, role.symbol ?? role.value);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), PATIENCE_MS);
  }

  async #search(): Promise<void> {
    clearTimeout(this.#timer);
    const args = this.#args;
    const key = JSON.stringify(args);
    this.#asked = key;
    const asks = /[\p{L}\p{N}]/u.test(args.query) || this.#narrowing.narrows;
    let found = asks ? ((await this.#source.ask("search", { ...args })) as Found | null) : NOTHING;
    // Python may have to be asked on, where few things are like that.
    while (found && this.#asked === key && found.rest !== null && found.project.length === 0) {
      const { here, rest } = found;
      const more = (await this.#source.ask("search", { ...args, first: rest })) as Found | null;
      found = more && { ...more, here };
    }
    if (this.#asked !== key) return; // something else was asked for meanwhile
    this.#found = found ?? { ...NOTHING, query: args.query };
    this.#answered = asks ? key : "";
    this.#active = this.#hits.length > 0 ? 0 : -1;
    this.draw();
    this.paint();
  }

  get #args(): { readonly query: string } {
    return { query: this.#field?.value ?? "", ...this.#narrowing.chosen };
  }

  async #more(): Promise<void> {
    const { rest } = this.#found;
    const key = this.#answered;
    if (rest === null || key !== JSON.stringify(this.#args)) return;
    const more = (await this.#source.ask("search", { ...this.#args, first: rest })) as Found | null;
    if (!more || this.#answered !== key || this.#found.rest !== rest) return;
    const known = new Set(this.#hits.map(nameOf));
    const fresh = more.project.filter((hit) => !known.has(nameOf(hit)));
    this.#found = { ...this.#found, project: [...this.#found.project, ...fresh], rest: more.rest };
    this.draw();
  }

  /** Escape leaves the search from its filters too. */
  #onEscape(event: KeyboardEvent): void {
    if (event.code !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.close();
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (step !== 0) this.#choose(this.#active + step);
    else if (event.code === "Enter" || event.code === "NumpadEnter") void this.#enter();
    else if (event.code === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  /** Enter may come before the answer to what was typed last. */
  async #enter(): Promise<void> {
    if (JSON.stringify(this.#args) !== this.#answered) await this.#search();
    this.#go();
  }

  #choose(index: number): void {
    const last = this.#hits.length - 1;
    this.#active = Math.max(Math.min(index, last), last < 0 ? -1 : 0);
    this.draw();
    if (index > last) void this.#more();
  }

  /** Go to the hit that was chosen; from where it has brought us, stay. */
  #go(): void {
    const hit = this.#hits[this.#active];
    if (!hit) return;
    if (nameOf(hit) === (this.#reached && nameOf(this.#reached))) return this.close(true);
    this.#reached = hit;
    this.#source.send("goto", { id: hit.item ?? hit.sentence, document: hit.document });
    this.draw();
  }
}

function nameOf(hit: Hit): string {
  return `${hit.document} ${hit.item ?? hit.sentence} ${hit.role ?? ""}`;
}

/** Who speaks of a claim, or whose source or cue it is: the stance by its sign, and the words. */
function drawHolder({ scheme, texts }: State, holder: Holder): VNode {
  const stance = scheme.stance(holder.stance);
  const name = stance ? texts.label(stance.name) : "";
  const words = holder.words || (holder.realization ? texts.label(scheme.realization(holder.realization).name) : "");
  return h("span", { class: "wb-hit-holder", "data-stance": holder.stance },
    stance && h("span", { role: "img", "aria-label": name, title: name }, stance.symbol ?? stance.value), " ", h("bdi", {}, words));
}

/** A hit's text, with what was looked for marked: whole words, so that no letters come apart. */
function pieces(hit: Hit): (VNode | string)[] {
  const letters = [...hit.text]; // code points, as the offsets are
  const inside = hit.spans.filter((span) => span.start >= hit.start && span.end <= hit.start + letters.length);
  const parts: (VNode | string)[] = [];
  let at = 0;
  for (const span of inside) {
    parts.push(letters.slice(at, span.start - hit.start).join(""), h("b", {}, span.text));
    at = span.end - hit.start;
  }
  return [...parts, letters.slice(at).join("")];
}
