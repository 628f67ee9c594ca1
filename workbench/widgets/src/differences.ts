/** The panel of differences: who has the focus in it settles them by one key each. */

import { patch } from "./dom.ts";
import type { Args, Difference } from "./protocol.ts";
import { drawCase } from "./ruling.ts";
import type { State } from "./state.ts";

export interface DifferencesSource {
  readonly state: () => State | null;
  readonly send: (name: string, args: Args) => void;
  readonly act: (operation: string) => void;
  readonly notify: (text: string) => void;
  /** Sentences look different: words of a version are looked at, or no more. */
  readonly repaint: (sentences: ReadonlySet<number>) => void;
  readonly leave: () => void;
}

export class Differences {
  readonly #panel: HTMLElement;
  readonly #source: DifferencesSource;
  #here: string | null = null;
  /** A difference that was just settled: once that is saved, the next one is due. */
  #settling: string | null = null;
  #looked: HTMLElement | null = null;

  constructor(panel: HTMLElement, source: DifferencesSource, signal: AbortSignal) {
    this.#panel = panel;
    this.#source = source;
    const version = (event: Event): HTMLElement | null => (event.target as Element).closest<HTMLElement>("[data-version]");
    panel.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    panel.addEventListener("focusin", (event) => this.#onFocus(event, version(event)), { signal });
    panel.addEventListener("focusout", () => this.#look(null), { signal });
    panel.addEventListener("mouseover", (event) => this.#look(version(event)), { signal });
    panel.addEventListener("mouseleave", () => this.#look(this.#active), { signal });
    panel.addEventListener("click", (event) => this.#onClick(event), { signal });
  }

  /** Whether keys mean differences and their versions. */
  get hasFocus(): boolean {
    return this.#activeElement !== null;
  }

  /** The difference that was in focus last. */
  get current(): Difference | null {
    const state = this.#source.state();
    return state?.adjudication?.differences(state.ui.sentence).find((each) => each.id === this.#here) ?? null;
  }

  draw(): void {
    const state = this.#source.state();
    this.#panel.hidden = !state?.adjudication;
    if (!state?.adjudication) return;
    const { adjudication, ui } = state;
    const all = adjudication.differences(ui.sentence);
    const settled = this.#settling !== null && !adjudication.open(ui.sentence).some((each) => each.id === this.#settling);
    if (settled) this.#here = adjudication.after(ui.sentence, this.#settling!)?.id ?? this.#here;
    if (settled) this.#settling = null;
    if (!all.some((each) => each.id === this.#here)) this.#here = (adjudication.open(ui.sentence)[0] ?? all[0])?.id ?? null;
    patch(this.#panel, drawCase(state, this.#here, { choose: (difference, version) => this.#click(difference, version), act: this.#source.act }));
    // a button may stand for another version now
    this.#looked = null;
    this.#look(this.#active);
  }

  /** Take the focus: the difference that it was at, or what is said of the sentence. */
  focus(): void {
    const item = this.#here && this.#panel.querySelector<HTMLElement>(`[data-difference="${CSS.escape(this.#here)}"]`);
    (item || this.#panel.querySelector<HTMLElement>(".wb-case"))?.focus();
    this.#point();
  }

  /** Do what a key means while the differences have the focus. */
  run(operation: string): boolean {
    const meaning = operation.slice("ruling ".length);
    if (meaning === "next" || meaning === "previous") this.#step(meaning === "next" ? 1 : -1);
    else if (meaning === "leave") this.#source.leave();
    else if (/^[1-9]$/u.test(meaning)) this.#take(Number(meaning));
    else return false;
    return true;
  }

  #take(number: number): void {
    const { current } = this;
    const texts = this.#source.state()?.texts;
    if (!texts) return;
    if (!current) this.#source.notify(texts.t("ruling.none"));
    else if (number > current.versions.length) this.#source.notify(texts.t("ruling.no_version", { count: current.versions.length }));
    else this.#choose(current, number);
  }

  #choose(difference: Difference, version: number): void {
    this.#here = difference.id;
    this.#settling = difference.id;
    this.#source.send("choose", { difference: difference.id, version });
  }

  #click(difference: Difference, version: number): void {
    this.#choose(difference, version);
    this.draw();
    this.focus();
  }

  #step(step: 1 | -1): void {
    const state = this.#source.state();
    const all = state?.adjudication?.differences(state.ui.sentence) ?? [];
    const here = all.findIndex((each) => each.id === this.#here);
    this.#go(all[here + step] ?? all[Math.max(0, here)]);
  }

  #go(difference: Difference | undefined): void {
    if (!difference) return;
    this.#here = difference.id;
    this.#settling = null;
    this.draw();
    this.focus();
  }

  /** What is worked on by the usual keys is what the difference is about. */
  #point(): void {
    const { current } = this;
    const state = this.#source.state();
    if (!state || !current) return;
    const attribution = state.attributions.has(current.attribution ?? "") ? current.attribution : null;
    const card = state.claims.has(current.claim ?? "") ? current.claim : null;
    if (!card && !attribution) return;
    if (card !== state.ui.card || attribution !== state.ui.attribution) this.#source.send("focus", { card, attribution });
  }

  // -- looking at versions ---------------------------------------------------------------------

  get #activeElement(): HTMLElement | null {
    const page = this.#panel.getRootNode() as Document | ShadowRoot;
    return this.#panel.contains(page.activeElement) ? (page.activeElement as HTMLElement) : null;
  }

  get #active(): HTMLElement | null {
    return this.#activeElement?.closest<HTMLElement>("[data-version]") ?? null;
  }

  #look(button: HTMLElement | null): void {
    if (button === this.#looked) return;
    this.#looked = button;
    const state = this.#source.state();
    const id = button?.closest<HTMLElement>("[data-difference]")?.dataset["difference"];
    const difference = state?.adjudication?.differences(state.ui.sentence).find((each) => each.id === id);
    const version = difference?.versions[Number(button?.dataset["version"]) - 1] ?? null;
    this.#source.repaint(state?.adjudication?.look(version) ?? new Set());
  }

  #onFocus(event: Event, version: HTMLElement | null): void {
    const id = (event.target as Element).closest<HTMLElement>("[data-difference]")?.dataset["difference"];
    if (id && id !== this.#here) {
      this.#here = id;
      this.draw();
    }
    this.#look(version);
  }

  #onClick(event: Event): void {
    const id = (event.target as Element).closest<HTMLElement>("[data-difference]")?.dataset["difference"];
    const state = this.#source.state();
    const all = state?.adjudication?.differences(state.ui.sentence) ?? [];
    this.#go(all.find((each) => each.id === id));
  }

  /** To the sides are the versions of the difference, and the difference itself. */
  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.code !== "ArrowLeft" && event.code !== "ArrowRight") return;
    const item = (event.target as Element).closest<HTMLElement>("[data-difference]");
    if (!item) return;
    const stops = [item, ...item.querySelectorAll<HTMLElement>("[data-version]")];
    const onwards = getComputedStyle(this.#panel).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const here = stops.indexOf(event.target as HTMLElement);
    const next = stops[(here + (event.code === onwards ? 1 : -1) + stops.length) % stops.length];
    event.preventDefault(); // the caret of the text stays where it is
    next?.focus();
  }
}
