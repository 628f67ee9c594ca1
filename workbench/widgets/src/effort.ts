/** How long a person worked on something: pauses are not work. */

const PAUSE_MS = 15_000;

export class Effort {
  #activeMs = 0;
  #last: number;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#last = now();
  }

  /** The person did something. */
  note(): void {
    const now = this.#now();
    this.#activeMs += Math.min(PAUSE_MS, now - this.#last);
    this.#last = now;
  }

  /** The seconds of work since this was asked last. */
  take(): number {
    this.note();
    const seconds = Math.round(this.#activeMs) / 1000;
    this.#activeMs = 0;
    return seconds;
  }
}
