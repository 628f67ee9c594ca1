/** The line to Python: greetings until somebody answers, operations in order, answers to whom they concern. */

import { Outbox, type Keep, type SaveState } from "./outbox.ts";
import {
  makeKey, type Ack, type Args, type FromPython, type Nack, type Operation, type Resume, type Snap, type ToPython,
} from "./protocol.ts";
import { isFull, type FullSnap } from "./state.ts";

/** The part of anywidget's model that is used. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  send(message: ToPython): void;
  on(event: string, listener: (message: FromPython) => void): void;
  off(event: string, listener: (message: FromPython) => void): void;
}

export interface LinkEvents {
  /** What Python is to speak. */
  readonly language: () => string;
  /** Where the view is, for a kernel that forgot it. */
  readonly resume: () => Resume | null;
  /** Nobody has answered for a while. */
  readonly waiting: () => void;
  readonly snap: (snap: FullSnap) => void;
  /** There is nothing to read. */
  readonly empty: (snap: Snap) => void;
  readonly ack: (ack: Ack, own: boolean) => void;
  readonly nack: (nack: Nack, own: boolean) => void;
  readonly save: (save: SaveState) => void;
}

const LONGEST_GREETING_MS = 8000;

export class Link {
  readonly #id = makeKey().slice(0, 8);
  readonly #model: Model;
  readonly #events: LinkEvents;
  #outbox: Outbox | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #greetings = 0;
  #answered = false;
  readonly #questions = new Map<string, (result: unknown) => void>();

  constructor(model: Model, events: LinkEvents) {
    this.#model = model;
    this.#events = events;
    model.on("msg:custom", this.#onMessage);
  }

  get id(): string {
    return this.#id;
  }

  get operations(): readonly Operation[] {
    return this.#outbox?.operations ?? [];
  }

  get edits(): readonly Operation[] {
    return this.#outbox?.edits ?? [];
  }

  /** Ask for everything, again and again until an answer comes. */
  greet(resume: Resume | null = this.#events.resume()): void {
    clearTimeout(this.#timer);
    this.#answered = false;
    this.#greetings++;
    if (this.#greetings > 1) this.#events.waiting();
    try {
      this.#model.send({ t: "hello", view: this.#id, proto: 1, resume, language: this.#events.language() });
    } catch {
      // the kernel is away: the greeting is repeated
    }
    this.#timer = setTimeout(() => this.greet(resume), Math.min(LONGEST_GREETING_MS, 1000 * this.#greetings));
  }

  send(name: string, args: Args, activeSeconds: number): void {
    this.#outbox?.push({ key: makeKey(), name, args, active_s: activeSeconds, at: this.#events.resume() });
  }

  /** Ask what changes nothing; `null` where there is no answer to it. Nothing of it is kept. */
  ask(name: string, args: Args): Promise<unknown> {
    const key = makeKey();
    return new Promise((resolve) => {
      this.#questions.set(key, resolve);
      try {
        this.#model.send({ t: "ask", view: this.#id, key, name, args, language: this.#events.language() });
      } catch {
        this.#onAnswer(key, null); // the kernel is away: the save state says so
      }
    });
  }

  #onAnswer(key: string, result: unknown): void {
    this.#questions.get(key)?.(result);
    this.#questions.delete(key);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const key of [...this.#questions.keys()]) this.#onAnswer(key, null);
    this.#outbox?.close();
    this.#model.off("msg:custom", this.#onMessage);
  }

  readonly #onMessage = (message: FromPython): void => {
    if (message.t === "snap") this.#onSnap(message);
    else if (message.t === "later") this.#outbox?.postpone(message.key, message.message);
    else if (message.t === "ack") this.#events.ack(message, this.#settle(message.key));
    else if (message.t === "nack") this.#onNack(message);
    else if (message.t === "answer") this.#onAnswer(message.key, message.result);
  };

  #settle(key: string | null): boolean {
    return key !== null && (this.#outbox?.settle(key) ?? null) !== null;
  }

  #onNack(nack: Nack): void {
    const own = this.#settle(nack.key);
    if (own || nack.view === this.#id) this.#events.nack(nack, own);
  }

  #onSnap(snap: Snap): void {
    if (snap.view !== null && snap.view !== this.#id) return;
    const first = snap.view === this.#id && !this.#answered;
    if (first) {
      clearTimeout(this.#timer);
      this.#greetings = 0;
      this.#answered = true;
    }
    if (!isFull(snap)) return this.#events.empty(snap);
    const outbox = (this.#outbox ??= this.#makeOutbox(snap));
    this.#events.snap(snap);
    if (!first) return;
    // what was kept over a reload goes back to the place it was done at, in a kernel that forgot it
    const at = outbox.edits[0]?.at;
    if (at && at.session !== snap.session && at.sentence !== snap.ui.sentence) this.greet(at);
    else outbox.open();
  }

  #makeOutbox(snap: FullSnap): Outbox {
    return new Outbox({
      namespace: `workbench:${snap.project.id}:${snap.project.annotator}`,
      send: ({ key, name, args, active_s }) => this.#model.send({
        t: "do", view: this.#id, key, name, args, active_s, language: this.#events.language(),
      }),
      onChange: this.#events.save,
      storage: findStorage(),
      clock: { set: (callback, wait) => setTimeout(callback, wait), clear: (timer) => clearTimeout(timer as number) },
    });
  }
}

function findStorage(): Keep | null {
  try {
    return window.localStorage;
  } catch {
    return null; // a sandboxed page: the queue lives in memory
  }
}
