/** The pen: which role the next words get that a mouse selects, before any key is pressed. */

import type { SpanRole, Ui } from "./protocol.ts";

const FILLED: Readonly<Partial<Record<string, SpanRole>>> = { source: "source", cue: "cue", target: "claim" };

/**
 * A role's key with nothing selected takes up its pen. That of the claim stays in the hand, for whoever works claim after claim;
 * the others are for one stretch of words, because what they belong to changes.
 */
export class Pen {
  #once: SpanRole | null = null;
  #claims = false;

  /** The pen in the hand; an armed slot is not asked. */
  get held(): SpanRole | null {
    return this.#once ?? (this.#claims ? "claim" : null);
  }

  /** Take up the pen of a role, or lay down the one that is held. */
  take(role: SpanRole): void {
    if (role === "claim") {
      this.#claims = this.#once !== null || !this.#claims;
      this.#once = null;
    } else {
      this.#once = this.#once === role ? null : role;
    }
  }

  /** Lay down what is held; tells whether there was anything. */
  drop(): boolean {
    const had = this.held !== null;
    this.#once = null;
    this.#claims = false;
    return had;
  }

  /** The role of the next words: of the pen for once, else of the slot that waits for words, else of the pen that stays. */
  role({ armed }: Pick<Ui, "armed">): SpanRole | null {
    return this.#once ?? FILLED[armed?.slot ?? ""] ?? this.held;
  }

  /** Words were marked. */
  used(): void {
    this.#once = null;
  }
}
