/** The claims to choose from where an attribution waits for one: all of the article, or those with some words. */

import { quote } from "./cards.ts";
import { h, type VNode } from "./dom.ts";
import { fold } from "./folding.ts";
import type { Args, Attribution, Claim } from "./protocol.ts";
import type { State } from "./state.ts";

export interface TargetsSource {
  readonly state: () => State | null;
  readonly send: (name: string, args: Args) => void;
  readonly say: (text: string) => void;
  readonly draw: () => void;
  /** Give the keys back to the text. */
  readonly leave: () => void;
}

/** So many are drawn at most; typing reaches the others. */
const SHOWN = 100;
/** From here on there is a field to type in. */
const MANY = 6;

export class Targets {
  readonly #source: TargetsSource;
  #query = "";
  #reached: string | null = null;
  /** The attribution that the words were typed for. */
  #of: string | null = null;

  constructor(source: TargetsSource) {
    this.#source = source;
  }

  /** The claim that the keys have reached. */
  get reached(): Claim | null {
    const state = this.#source.state();
    return (state && this.#list(state).find((claim) => claim.id === this.#reached)) ?? null;
  }

  /** What was reached is no longer. */
  reset(): void {
    this.#reached = null;
  }

  step(step: 1 | -1): void {
    const state = this.#source.state();
    const claims = state ? this.#list(state) : [];
    const here = claims.findIndex((claim) => claim.id === this.#reached);
    const from = here < 0 && step < 0 ? 0 : here;
    const claim = claims[(from + step + claims.length) % claims.length];
    this.#reached = claim?.id ?? null;
    this.#source.draw();
    if (claim) this.#source.say(wordsOf(claim));
  }

  take(attribution: Attribution, claim: Claim): void {
    this.reset();
    this.#source.send("target", { attribution: attribution.id, target: claim.id, on: !attribution.targets.includes(claim.id) });
  }

  draw(state: State, attribution: Attribution): VNode {
    const { texts } = state;
    const claims = this.#list(state);
    const rest = this.#matching(state).length - claims.length;
    return h("div", { class: "wb-slot wb-armed wb-choose", "data-armed": "target", onclick: (event: Event) => event.stopPropagation() },
      h("span", { dir: texts.dir }, texts.t(state.claims.size > 0 ? "card.choose" : "card.mark_it")),
      state.claims.size >= MANY && this.#drawField(state, attribution),
      h("div", { class: "wb-choice-list" }, claims.map((claim) => this.#drawClaim(state, attribution, claim))),
      claims.length === 0 && this.#query !== "" && h("span", { class: "wb-hint", dir: texts.dir }, texts.t("list.none")),
      rest > 0 && h("span", { class: "wb-hint", dir: texts.dir }, texts.t("card.more_claims", { count: rest })));
  }

  #drawField(state: State, attribution: Attribution): VNode {
    const label = state.texts.t("card.find_claim", { key: state.keymap.cap("pick target") });
    return h("input", {
      key: `find ${attribution.id}`, class: "wb-find", type: "text", dir: "auto", "data-find": "target", autocomplete: "off", spellcheck: "false",
      "aria-label": label, placeholder: label,
      oninput: (event: Event) => {
        this.#query = (event.target as HTMLInputElement).value;
        this.#reached = null;
        this.#source.draw();
      },
      onkeydown: (event: Event) => this.#onKey(event as KeyboardEvent, attribution),
    });
  }

  #drawClaim(state: State, attribution: Attribution, claim: Claim): VNode {
    const { texts, article } = state;
    return h("button", {
      key: claim.id, type: "button", class: claim.id === this.#reached ? "wb-choice on" : "wb-choice", lang: article.language, "data-choice": claim.id,
      "aria-pressed": String(attribution.targets.includes(claim.id)), onclick: () => this.take(attribution, claim),
    }, h("bdi", { class: "wb-words" }, wordsOf(claim)),
      h("small", { dir: texts.dir }, texts.number((article.byId(claim.sentence)?.position ?? 0) + 1)));
  }

  #onKey(event: KeyboardEvent, attribution: Attribution): void {
    const step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (step !== 0) this.step(step);
    else if (event.code === "Enter" || event.code === "NumpadEnter") {
      const state = this.#source.state();
      const claim = this.reached ?? (state && this.#list(state)[0]);
      if (claim) this.take(attribution, claim);
      this.#source.leave();
    } else if (event.code === "Escape") {
      this.#query = (event.target as HTMLInputElement).value = "";
      this.#source.draw();
      this.#source.leave();
    } else return;
    event.preventDefault();
  }

  #list(state: State): Claim[] {
    return this.#matching(state).slice(0, SHOWN);
  }

  #matching(state: State): Claim[] {
    const of = state.ui.armed?.attribution ?? null;
    if (of !== this.#of) {
      this.#query = "";
      this.#reached = null;
      this.#of = of;
    }
    const words = fold(this.#query).split(" ");
    return state.nearbyClaims().filter((claim) => {
      const text = fold(`${quote(claim.spans)} ${claim.proposition ?? ""}`);
      return words.every((word) => text.includes(word));
    });
  }
}

function wordsOf(claim: Claim): string {
  return quote(claim.spans) || (claim.proposition ?? "");
}
