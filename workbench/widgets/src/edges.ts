/** Dragging the edge of a marked span: near one the pointer changes, and a drag moves it. */

import { fragments, gripsOf, replacement, type Grip } from "./adjusting.ts";
import type { Stretch } from "./article.ts";
import type { Highlights } from "./highlights.ts";
import { Lines, type Edge } from "./lines.ts";
import type { Place, Pointer } from "./pointer.ts";
import type { Args } from "./protocol.ts";
import { snapExact, tidy } from "./snapping.ts";
import type { State } from "./state.ts";
import type { TextView } from "./textview.ts";

export interface EdgeEvents {
  readonly state: () => State | null;
  /** An edge was moved: the arguments of the operation `spans`. */
  readonly move: (args: Args) => void;
  /** Whether a drag is to mark words. */
  readonly writing: () => boolean;
}

interface Held {
  readonly grip: Grip;
  /** The edge that stays, in its own sentence and on the page. */
  readonly fixed: Place & { readonly offset: number };
  /** Where the button went down. */
  readonly press: Place;
  readonly x: number;
  readonly y: number;
  stretch: Stretch | null;
}

const REACH_PX = 4;
const SCROLL_PX = 14;

export class Edges {
  readonly #pane: HTMLElement;
  readonly #text: TextView;
  readonly #pointer: Pointer;
  readonly #highlights: Highlights;
  readonly #events: EdgeEvents;
  readonly #bar: HTMLElement;
  #held: Held | null = null;

  constructor(pane: HTMLElement, text: TextView, pointer: Pointer, highlights: Highlights, events: EdgeEvents, signal: AbortSignal) {
    this.#pane = pane;
    this.#text = text;
    this.#pointer = pointer;
    this.#highlights = highlights;
    this.#events = events;
    this.#bar = document.createElement("div");
    this.#bar.className = "wb-grip";
    this.#bar.hidden = true;
    this.#bar.setAttribute("aria-hidden", "true");
    const page = pane.ownerDocument;
    pane.addEventListener("mousemove", (event) => { if (event.buttons === 0) this.#hover(event); }, { signal });
    pane.addEventListener("mouseleave", () => { if (!this.#held) this.#show(null); }, { signal });
    // before the pointer takes the press for the start of a selection
    pane.addEventListener("mousedown", (event) => this.#grab(event), { signal, capture: true });
    page.addEventListener("mousemove", (event) => this.#drag(event), { signal });
    page.addEventListener("mouseup", (event) => this.#drop(event), { signal });
    page.addEventListener("keydown", (event) => this.#cancel(event), { signal, capture: true });
  }

  #hover(event: MouseEvent): void {
    this.#show(this.#find(event));
  }

  /** A bar at the edge, and the pointer that says it can be moved. */
  #show(found: { grip: Grip; edge: Edge } | null): void {
    this.#pane.toggleAttribute("data-grip", found !== null);
    this.#bar.hidden = found === null;
    if (!found) return;
    const { grip, edge } = found;
    this.#bar.dataset["role"] = grip.role;
    this.#text.page.append(this.#bar);
    const page = this.#text.page.getBoundingClientRect();
    this.#bar.style.transform = `translate(${edge.x - page.left}px, ${edge.top - page.top}px)`;
    this.#bar.style.blockSize = `${edge.bottom - edge.top}px`;
  }

  /**
   * The edge under the pointer, among those of the card in focus. While a slot waits for words or a pen is held every
   * drag selects, and with Shift too: what is to be marked may begin where a span does.
   */
  #find(event: MouseEvent): { grip: Grip; edge: Edge } | null {
    const state = this.#events.state();
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>(".wb-row") : null;
    if (!state || !row || event.shiftKey || state.ui.armed || this.#events.writing()) return null;
    let best: { grip: Grip; edge: Edge } | null = null;
    const distance = (edge: Edge): number => Math.abs(edge.x - event.clientX);
    const here = (grip: Grip): boolean => grip.item === (state.ui.attribution ?? state.ui.card);
    for (const { grip, edge } of this.#edgesIn(state, Number(row.dataset["index"]))) {
      if (distance(edge) > REACH_PX || event.clientY < edge.top || event.clientY > edge.bottom) continue;
      const nearer = best === null ? 1 : distance(best.edge) - distance(edge);
      if (best === null || nearer > 1 || (nearer > -1 && here(grip) && !here(best.grip))) best = { grip, edge };
    }
    return best;
  }

  #edgesIn(state: State, sentence: number): { grip: Grip; edge: Edge }[] {
    const focused = state.focusedItems();
    const items = new Set(state.placed(sentence).map((each) => each.item).filter((item) => focused.has(item)));
    const text = state.article.sentences[sentence]?.text;
    const lines = items.size > 0 && text !== undefined ? this.#lines(state, sentence) : null;
    if (!lines || text === undefined) return [];
    return [...items].flatMap((item) => gripsOf(state, item)).flatMap((grip) => {
      const place = placeOf(state, grip);
      const edge = place?.sentence === sentence ? lines.edge(text, place.offset, grip.side) : null;
      return edge ? [{ grip, edge }] : [];
    });
  }

  #lines(state: State, sentence: number): Lines | null {
    const element = this.#text.text(sentence);
    return element && new Lines(element, state.article.dir);
  }

  #grab(event: MouseEvent): void {
    const state = this.#events.state();
    const found = event.button === 0 && !event.ctrlKey && !event.metaKey ? this.#find(event) : null;
    if (!state || !found) return;
    const { grip } = found;
    const fixed = placeOf(state, { ...grip, side: grip.side === "start" ? "end" : "start" });
    const lines = fixed && this.#lines(state, fixed.sentence);
    const edge = lines?.edge(state.article.sentences[fixed!.sentence]!.text, fixed!.offset, grip.side === "start" ? "end" : "start");
    const press = this.#pointer.place(event.clientX, event.clientY);
    if (!fixed || !edge || !press) return;
    // no selection of the browser's begins here
    event.preventDefault();
    this.#pane.focus({ preventScroll: true });
    this.#held = { grip, fixed: { ...fixed, ...edge.spot }, press, x: event.clientX, y: event.clientY, stretch: null };
  }

  #drag(event: MouseEvent): void {
    const [held, state] = [this.#held, this.#events.state()];
    if (!held || !state) return;
    this.#scroll(event.clientY);
    const place = this.#pointer.place(event.clientX, event.clientY, held.fixed);
    if (!hasMoved(held, event) && !held.stretch) return;
    held.stretch = place && this.#stretch(state, held, place, event.altKey);
    const ranges = (held.stretch ? state.article.split(held.stretch) : []).map((part) => this.#text.range(part));
    this.#highlights.paint("edge", ranges.filter((range) => range !== null));
    this.#bar.hidden = true;
  }

  /** The words from the edge that stays to the pointer; `null` on the other side of that edge. */
  #stretch(state: State, held: Held, place: Place, exact: boolean): Stretch | null {
    const { fixed, grip } = held;
    const [from, to] = grip.side === "end" ? [fixed, place] : [place, fixed];
    if (from.sentence > to.sentence) return null;
    const over = this.#pointer.sweep(from, to, exact);
    const { article } = state;
    const range = over && (exact ? snapExact : tidy)(over.text, over, article.language);
    if (!range) return null;
    // the edge that stays does so to the letter: its proclitic may have been left out
    const shift = article.sentences[fixed.sentence]!.startUtf16 - article.sentences[from.sentence]!.startUtf16;
    const [start, end] = grip.side === "end" ? [fixed.offset + shift, range.end] : [range.start, fixed.offset + shift];
    return start < end ? { sentence: from.sentence, start, end } : null;
  }

  #scroll(y: number): void {
    const box = this.#pane.getBoundingClientRect();
    if (y < box.top) this.#pane.scrollTop -= SCROLL_PX;
    if (y > box.bottom) this.#pane.scrollTop += SCROLL_PX;
  }

  #drop(event: MouseEvent): void {
    const [held, state] = [this.#held, this.#events.state()];
    this.#release();
    if (!held || !state) return;
    const args = held.stretch && replacement(state, held.grip, state.article.toSpan(held.stretch));
    if (args) this.#events.move(args);
    else if (!hasMoved(held, event)) this.#pointer.click(event);
    // over the edge that stays, or back to where it was: then the words between are meant
    else this.#pointer.drag(held.press, event);
  }

  #cancel(event: KeyboardEvent): void {
    if (!this.#held || event.code !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    this.#release();
  }

  #release(): void {
    if (!this.#held) return;
    this.#held = null;
    this.#highlights.paint("edge", []);
    this.#show(null);
  }
}

function hasMoved(held: Held, event: MouseEvent): boolean {
  return Math.hypot(event.clientX - held.x, event.clientY - held.y) > REACH_PX / 2;
}

/** The sentence that an edge lies in, and its offset there in UTF-16 units. */
function placeOf(state: State, grip: Grip): { sentence: number; offset: number } | null {
  const span = fragments(state, grip.item, grip.role)[grip.index];
  const stretch = span && state.article.toStretch(span);
  if (!stretch) return null;
  return grip.side === "start" ? { sentence: stretch.sentence, offset: stretch.start } : state.article.settle(stretch.sentence, stretch.end);
}
