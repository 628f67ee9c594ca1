/** What is painted over the lines: rows drawn anew when the mouse allows it, words on their way, hits. */

import type { Highlights, Layer } from "./highlights.ts";
import type { Operation, Span } from "./protocol.ts";
import type { WordSelection } from "./selection.ts";
import type { State } from "./state.ts";
import type { TextView } from "./textview.ts";

export interface PaintingSource {
  readonly state: () => State | null;
  /** While a mouse button is down nothing is painted: it would break the drag. */
  readonly busy: () => boolean;
  readonly edits: () => readonly Operation[];
  /** The rows are new: what else lies over them is painted again. */
  readonly painted: () => void;
}

export class Painting {
  readonly #text: TextView;
  readonly #selection: WordSelection;
  readonly #highlights: Highlights;
  readonly #source: PaintingSource;
  #waiting: Set<number> | null = null;

  constructor(text: TextView, selection: WordSelection, highlights: Highlights, source: PaintingSource) {
    this.#text = text;
    this.#selection = selection;
    this.#highlights = highlights;
    this.#source = source;
  }

  repaint(changed: ReadonlySet<number>): void {
    if (this.#source.busy()) {
      this.#waiting = new Set([...(this.#waiting ?? []), ...changed]);
      return;
    }
    for (const index of changed) this.#text.repaint(index);
    this.#selection.paint();
    this.pending();
  }

  /** Paint what changed while the mouse button was down. */
  catchUp(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.repaint(waiting);
  }

  /** A wave under the words that Python has not saved yet. */
  pending(): void {
    const article = this.#source.state()?.article;
    if (!article) return;
    this.spans("pending", this.#source.edits().flatMap(({ args, at }) =>
      at?.document === article.info.id ? ((args["spans"] ?? []) as readonly Span[]) : []));
    this.#source.painted();
  }

  spans(layer: Layer, spans: readonly Span[]): void {
    const article = this.#source.state()?.article;
    const ranges = spans.flatMap((span) => article?.place(span) ?? []).map((stretch) => this.#text.range(stretch));
    this.#highlights.paint(layer, ranges.filter((range): range is Range => range !== null));
  }

  relayout(): void {
    if (!this.#source.busy()) this.#text.relayout();
    this.#selection.paint();
  }
}
