/** What is drawn around the text, each part anew from the state: bar, cards, tools, keys, what is said. */

import { drawBar } from "./bar.ts";
import { drawCards, type CardActions } from "./cards.ts";
import { patch } from "./dom.ts";
import { keepFocus } from "./frame.ts";
import type { SaveState } from "./outbox.ts";
import type { SpanRole } from "./protocol.ts";
import { rove } from "./roving.ts";
import type { State } from "./state.ts";
import { drawStrip, drawTools, type Notice } from "./strip.ts";
import { drawSuggestions } from "./suggestions.ts";
import { applyColours } from "./theme.ts";

/** What the screen asks of the view that it belongs to. */
export interface ScreenSource {
  readonly state: () => State | null;
  /** The words that are selected. */
  readonly words: () => string | null;
  /** How many operations are on their way. */
  readonly queue: () => number;
  /** The role whose pen is held. */
  readonly pen: () => SpanRole | null;
  readonly act: (operation: string) => void;
  readonly resize: (step: 1 | -1) => void;
  readonly cards: CardActions;
}

export class Screen {
  readonly #root: HTMLElement;
  readonly #source: ScreenSource;
  readonly #keepStop: () => void;
  #save: SaveState = { state: "saved" };
  #notice: Notice | null = null;

  constructor(root: HTMLElement, source: ScreenSource, signal: AbortSignal) {
    this.#root = root;
    this.#source = source;
    this.#keepStop = rove(this.part("keys"), signal);
  }

  part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`.wb-${name}`)!;
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  /** Draw everything; `more` draws what else belongs to the same moment. */
  draw(more: () => void): void {
    const state = this.#source.state();
    if (!state) return;
    this.keepFocus(() => {
      patch(this.part("cards"), [drawCards(state, this.#source.cards), drawSuggestions(state, this.#source.cards)]);
      this.drawTools();
      patch(this.part("keys"), drawStrip(state, this.#source.pen(), this.#source.act));
      this.#keepStop();
      more();
    });
    this.drawBar();
    applyColours(this.#root, state.scheme);
    this.#root.dataset["sentence"] = state.ui.sentence ?? "";
    this.#root.querySelector(".wb-card.on .wb-att.on, .wb-card.on")?.scrollIntoView({ block: "nearest" });
  }

  /** Draw a part that came later than the rest. */
  redraw(draw: () => void): void {
    this.keepFocus(draw);
    const state = this.#source.state();
    if (state) applyColours(this.#root, state.scheme);
  }

  drawBar(save: SaveState = this.#save): void {
    this.#save = save;
    const state = this.#source.state();
    if (!state) return;
    this.#root.dataset["save"] = save.state;
    this.#root.dataset["queue"] = String(this.#source.queue());
    const { act, resize } = this.#source;
    this.keepFocus(() => patch(this.part("bar"), drawBar(state, save, {
      goTo: () => act("go to"),
      date: () => act("segment"),
      resize,
      settings: () => act("settings"),
      help: () => act("help"),
    })));
  }

  drawTools(): void {
    const state = this.#source.state();
    if (!state) return;
    const { words, pen, act } = this.#source;
    patch(this.part("tools"), drawTools(state, words(), this.#notice, pen(), act, () => this.notify(null)));
  }

  notify(notice: Notice | null): void {
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.keepFocus(() => this.drawTools());
  }

  say(text: string): void {
    this.part("live").textContent = text;
  }

  keepFocus(draw: () => void): void {
    keepFocus(this.#root, this.part("pane"), draw);
  }
}
