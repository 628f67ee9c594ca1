/** How long a person worked on each sentence: pauses are not work, and nobody works on a hidden page. */

/** A longer silence counts as this long: who reads a sentence touches nothing for a while. */
const PAUSE_MS = 15_000;

export class Effort {
  readonly #spent = new Map<string, number>();
  readonly #now: () => number;
  #place = "";
  #last: number;
  #away = false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#last = now();
  }

  /** Keep an eye on a view: any touch of it is work, a page out of sight is not. */
  watch(root: HTMLElement, signal: AbortSignal): void {
    const note = (): void => this.note();
    for (const type of ["keydown", "pointerdown", "pointermove", "wheel"]) {
      root.addEventListener(type, note, { capture: true, passive: true, signal });
    }
    window.addEventListener("blur", () => this.leave(), { signal });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.leave();
    }, { signal });
  }

  /** The person did something: whoever was away is back. */
  note(): void {
    this.#count();
    this.#away = false;
  }

  /** The page is out of sight, or the window is not the one in use: nothing counts until something is done. */
  leave(): void {
    this.#count();
    this.#away = true;
  }

  /** From now on the work is on another sentence; what was spent on this one waits for its next edit. */
  at(place: string): void {
    if (place === this.#place) return;
    this.#count();
    this.#place = place;
  }

  /** The seconds of work on the present sentence since this was asked last. */
  take(): number {
    this.note();
    const milliseconds = this.#spent.get(this.#place) ?? 0;
    this.#spent.delete(this.#place);
    return Math.round(milliseconds) / 1000;
  }

  #count(): void {
    const now = this.#now();
    const passed = this.#away ? 0 : Math.min(PAUSE_MS, now - this.#last);
    this.#spent.set(this.#place, (this.#spent.get(this.#place) ?? 0) + passed);
    this.#last = now;
  }
}
