/** What a card under the pointer or the focus speaks of: its words are outlined, all else is dimmed. */

import type { State } from "./state.ts";

export class Spotlight {
  readonly #root: HTMLElement;
  readonly #state: () => State | null;
  #hovered: Element | null = null;
  #focused: Element | null = null;

  constructor(root: HTMLElement, side: HTMLElement, state: () => State | null, signal: AbortSignal) {
    this.#root = root;
    this.#state = state;
    const item = (target: EventTarget | null): Element | null => (target as Element).closest("[data-attribution], [data-claim], [data-choice]");
    side.addEventListener("mouseover", (event) => this.#set(item(event.target), this.#focused), { signal });
    side.addEventListener("mouseleave", () => this.#set(null, this.#focused), { signal });
    side.addEventListener("focusin", (event) => this.#set(this.#hovered, item(event.target)), { signal });
    side.addEventListener("focusout", () => this.#set(this.#hovered, null), { signal });
  }

  #set(hovered: Element | null, focused: Element | null): void {
    if (hovered === this.#hovered && focused === this.#focused) return;
    this.#hovered = hovered;
    this.#focused = focused;
    this.draw();
  }

  /** Marks may be new: light those that belong to what is looked at. */
  draw(): void {
    const looked = [this.#hovered, this.#focused].find((each) => each?.isConnected) ?? null;
    const items = looked ? this.#items(looked as HTMLElement) : new Set<string>();
    if (items.size === 0 && !this.#root.hasAttribute("data-lit")) return;
    this.#root.toggleAttribute("data-lit", items.size > 0);
    for (const mark of this.#root.querySelectorAll<HTMLElement>(".wb-s mark")) {
      const own = (mark.dataset["items"] ?? "").split(" ");
      mark.classList.toggle("wb-lit", own.some((id) => items.has(id)));
    }
  }

  #items({ dataset }: HTMLElement): Set<string> {
    const state = this.#state();
    const attribution = dataset["attribution"];
    const claim = dataset["claim"] ?? dataset["choice"];
    if (!state) return new Set();
    if (attribution !== undefined) return new Set([attribution, ...state.leaves(attribution)]);
    return claim === undefined ? new Set() : state.reaching(claim).add(claim);
  }
}
