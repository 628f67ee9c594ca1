/** What choosing a claim or an attribution means: it takes the focus, or fills the slot that waits. */

import type { Args, Claim } from "./protocol.ts";
import type { State } from "./state.ts";

export class Picking {
  readonly #state: () => State;
  readonly #send: (name: string, args: Args) => void;
  readonly #moved: () => void;

  /** `moved` is told when the focus goes to another card. */
  constructor(state: () => State, send: (name: string, args: Args) => void, moved: () => void) {
    this.#state = state;
    this.#send = send;
    this.#moved = moved;
  }

  /** Whether a click can mean an item: an armed source takes only what has a source's words. */
  fits(id: string): boolean {
    const { ui, attributions, suggested } = this.#state();
    return ui.armed?.slot !== "source" || suggested.get(id) !== null || (attributions.get(id)?.source.spans.length ?? 0) > 0;
  }

  /** Whether the attribution in focus can be linked to an item, or is. */
  links(id: string): boolean {
    const { ui, claims } = this.#state();
    return ui.attribution !== null && claims.has(id);
  }

  /** An item in the text: an existing span fills an armed slot as well as a new selection does; a link says so itself. */
  item(id: string, linking = false): void {
    const state = this.#state();
    const focused = linking ? state.attributions.get(state.ui.attribution ?? "") : undefined;
    if (focused) return this.#send("target", { attribution: focused.id, target: id, on: !focused.targets.includes(id) });
    const { armed } = state.ui;
    const attribution = state.attributions.get(id);
    if (state.suggested.get(id)) {
      this.#send("focus", { card: null, attribution: null, suggestion: id });
    } else if (attribution && armed?.slot === "source" && attribution.source.spans.length > 0) {
      this.#send("fill", { spans: attribution.source.spans });
    } else if (attribution) {
      this.card([...state.leaves(id)][0] ?? null, id);
    } else {
      this.card(id, null);
    }
  }

  /** A card, or a row on it. */
  card(card: string | null, attribution: string | null): void {
    const { armed } = this.#state().ui;
    if (armed?.slot === "target" && card !== null && attribution !== armed.attribution) {
      this.#send("target", { attribution: armed.attribution, target: attribution ?? card, on: true });
      return;
    }
    this.#moved();
    this.#send("focus", { card, attribution });
  }

  /** A claim of any sentence, of another article where `document` says which. */
  goTo(claim: Claim, document: string | null = null): void {
    if (document !== null) return this.#send("goto", { id: claim.id, document });
    if (claim.sentence !== this.#state().ui.sentence) this.#send("goto", { id: claim.id });
    this.#send("focus", { card: claim.id, attribution: null });
  }
}
