/** What a person did and Python has not confirmed: kept in the browser, sent in order, sent again. */

import { NAVIGATION, type Operation } from "./protocol.ts";

export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving"; readonly count: number }
  /** The reason is `unreachable`, `silent`, or what Python said. */
  | { readonly state: "unsaved"; readonly count: number; readonly reason: string; readonly kept: boolean };

export interface Clock {
  set(callback: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

export interface Keep {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface OutboxOptions {
  /** Separates projects and annotators that share a browser. */
  readonly namespace: string;
  readonly send: (operation: Operation) => void;
  readonly onChange: (save: SaveState) => void;
  readonly storage: Keep | null;
  readonly clock: Clock;
}

export const PATIENCE_MS = 2000;
const LONGEST_WAIT_MS = 15_000;

interface Kept {
  readonly order: number;
  readonly operation: Operation;
}

/**
 * A queue with one operation under way at a time: what was done later can rest on what was done
 * before (a cue on the claim just made), so nothing may overtake.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #queue: Kept[] = [];
  #sent: string | null = null;
  #timer: unknown = null;
  #tries = 0;
  #reason: string | null = null;
  #order = 0;
  #unkept = false;
  #ready = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#queue = this.#load();
    this.#order = (this.#queue.at(-1)?.order ?? 0) + 1;
  }

  get operations(): readonly Operation[] {
    return this.#queue.map((kept) => kept.operation);
  }

  /** The edits among them: what would be lost with the browser. */
  get edits(): readonly Operation[] {
    return this.operations.filter((operation) => !NAVIGATION.has(operation.name));
  }

  /** Keep an operation, then send it when its turn comes. */
  push(operation: Operation): void {
    const kept = { order: this.#order++, operation };
    if (!NAVIGATION.has(operation.name)) this.#write(kept);
    this.#queue.push(kept);
    this.#report();
    this.#sendFirst();
  }

  /** Python answered a greeting: send what is left, from the first. */
  open(): void {
    this.#ready = true;
    this.#tries = 0;
    this.#reason = null;
    this.#sent = null;
    this.#report();
    this.#sendFirst();
  }

  /** An operation is settled, saved or refused; it is returned where it was ours. */
  settle(key: string): Operation | null {
    const settled = this.#queue.find((kept) => kept.operation.key === key);
    if (!settled) return null;
    this.#queue = this.#queue.filter((kept) => kept !== settled);
    this.#forget(settled);
    if (this.#sent === key) {
      this.#stop();
      this.#sent = null;
      this.#tries = 0;
      this.#reason = null;
    }
    this.#report();
    this.#sendFirst();
    return settled.operation;
  }

  /** Python cannot save now. */
  postpone(key: string, reason: string): void {
    if (this.#queue[0]?.operation.key !== key) return;
    this.#reason = reason;
    this.#wait();
    this.#report();
  }

  close(): void {
    this.#stop();
    this.#ready = false;
  }

  #sendFirst(): void {
    const first = this.#queue[0];
    if (!first || !this.#ready || this.#sent === first.operation.key) return;
    this.#send(first.operation);
  }

  #send(operation: Operation): void {
    this.#sent = operation.key;
    try {
      this.#options.send(operation);
    } catch {
      this.#reason = "unreachable";
      this.#report();
    }
    this.#wait();
  }

  #wait(): void {
    this.#stop();
    const milliseconds = Math.min(LONGEST_WAIT_MS, PATIENCE_MS * 2 ** Math.min(this.#tries, 3));
    this.#timer = this.#options.clock.set(() => this.#retry(), milliseconds);
  }

  #retry(): void {
    const first = this.#queue[0];
    if (!first) return;
    this.#tries++;
    this.#reason ??= "silent";
    this.#report();
    this.#send(first.operation);
  }

  #stop(): void {
    if (this.#timer !== null) this.#options.clock.clear(this.#timer);
    this.#timer = null;
  }

  #report(): void {
    const count = this.edits.length;
    if (count === 0 && this.#reason === null) this.#options.onChange({ state: "saved" });
    else if (this.#reason === null) this.#options.onChange({ state: "saving", count });
    else this.#options.onChange({ state: "unsaved", count, reason: this.#reason, kept: !this.#unkept });
  }

  // -- the browser's storage: one key an operation, so that two tabs never overwrite each other ----

  #name(operation: Operation): string {
    return `${this.#options.namespace}:${operation.key}`;
  }

  #write(kept: Kept): void {
    try {
      if (!this.#options.storage) throw new Error("no storage");
      this.#options.storage.setItem(this.#name(kept.operation), JSON.stringify(kept));
    } catch {
      this.#unkept = true; // full or forbidden: the queue in memory is all there is, and the view says so
    }
  }

  #forget(kept: Kept): void {
    try {
      this.#options.storage?.removeItem(this.#name(kept.operation));
    } catch {
      // a forbidden storage holds nothing to remove
    }
    if (this.#queue.length === 0) this.#unkept = false;
  }

  #load(): Kept[] {
    const found: Kept[] = [];
    try {
      const storage = this.#options.storage;
      const names = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index));
      for (const name of names) {
        if (!name?.startsWith(`${this.#options.namespace}:`)) continue;
        const kept = readKept(storage?.getItem(name) ?? "");
        if (kept) found.push(kept);
      }
    } catch {
      this.#unkept = true;
    }
    return found.sort((one, other) => one.order - other.order);
  }
}

function readKept(text: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Kept;
    return typeof kept.operation.key === "string" && typeof kept.operation.name === "string" ? kept : null;
  } catch {
    return null;
  }
}
