/** What the view looks and speaks like: the person's settings, and what follows from them. */

import { wordFrame } from "./frame.ts";
import { readLayout, type Layout } from "./keys.ts";
import { SIZES } from "./preferences.ts";
import { readShared, share, type Settings } from "./settings.ts";
import { languageOf, Texts } from "./texts.ts";
import { followTheme } from "./theme.ts";

export interface AppearanceEvents {
  /** Something is different now; with `reworded` every word is. */
  readonly changed: (reworded: boolean) => void;
  readonly save: (changes: Partial<Settings>) => void;
}

export class Appearance {
  readonly #root: HTMLElement;
  readonly #events: AppearanceEvents;
  readonly #retheme: () => void;
  settings: Settings = readShared();
  texts = new Texts(languageOf(this.settings.language));
  /** What this keyboard's keys type, once the browser has told it. */
  layout: Layout | null = null;

  constructor(root: HTMLElement, events: AppearanceEvents, signal: AbortSignal) {
    this.#root = root;
    this.#events = events;
    wordFrame(root, this.texts);
    this.#retheme = followTheme(root, () => this.settings.theme, signal);
    this.#resize();
    void readLayout().then((layout) => {
      this.layout = layout;
      if (layout && !signal.aborted) this.#events.changed(false);
    });
  }

  /** Make the view what the person chose. */
  take(settings: Settings): void {
    const reworded = languageOf(settings.language) !== this.texts.language;
    this.settings = settings;
    share(settings);
    if (reworded) {
      this.texts = new Texts(languageOf(settings.language));
      wordFrame(this.#root, this.texts);
    }
    this.#retheme();
    this.#resize();
    this.#events.changed(reworded);
  }

  /** Choices hold at once; they are no annotations, so the screen may be ahead of the disk. */
  change(changes: Partial<Settings>): void {
    this.take({ ...this.settings, ...changes });
    this.#events.save(changes);
  }

  /** Larger or smaller text, by one step. */
  step(by: 1 | -1): void {
    const size = this.settings.text_size;
    const next = SIZES[SIZES.findIndex((each) => each >= size) + by];
    if (next !== undefined) this.change({ text_size: next });
  }

  #resize(): void {
    this.#root.style.setProperty("--wb-size", String(this.settings.text_size));
  }
}
