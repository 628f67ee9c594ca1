/** The article on the page: one row a sentence, marks as flat pieces, notes in the margin. */

import type { Article, Sentence, Stretch } from "./article.ts";
import { rangeIn } from "./highlights.ts";
import { flatten, type Piece } from "./marks.ts";
import type { SpanRole } from "./protocol.ts";
import { SIGNS } from "./ruling.ts";
import { labelSegment } from "./segments.ts";
import type { State } from "./state.ts";

const ROLES: readonly SpanRole[] = ["claim", "source", "cue", "anchor"];
const MARGIN_NAMES: Readonly<Record<string, string>> = { open: "", done: "✓", skipped: "⤼" };

export class TextView {
  readonly page: HTMLElement;
  readonly #pane: HTMLElement;
  readonly #prefix: string;
  #rows: HTMLElement[] = [];
  #focus = -1;
  /** Until the person scrolls, the sentence in focus is kept where it belongs. */
  #holding = true;
  #state: State | null = null;

  constructor(pane: HTMLElement, prefix: string) {
    this.#pane = pane;
    this.#prefix = prefix;
    this.page = document.createElement("div");
    this.page.className = "wb-page";
    pane.append(this.page);
    for (const type of ["wheel", "touchmove", "mousedown"]) {
      pane.addEventListener(type, () => (this.#holding = false), { passive: true });
    }
  }

  /** Put another document on the page. */
  open(state: State): void {
    this.#state = state;
    this.#focus = -1;
    const { article } = state;
    this.#pane.dir = article.dir;
    this.#pane.lang = article.language;
    this.#rows = article.sentences.map((sentence) => makeRow(sentence, this.#prefix));
    this.page.replaceChildren(...this.#rows);
    this.repaintAll();
  }

  repaintAll(): void {
    const article = this.#state?.article;
    for (const sentence of article?.sentences ?? []) this.repaint(sentence.index);
  }

  /** Draw one sentence anew: its marks, its kind, its decision. */
  repaint(index: number): void {
    const state = this.#state;
    const row = this.#rows[index];
    const sentence = state?.article.sentences[index];
    if (!state || !row || !sentence) return;
    const segment = state.article.segmentAt(sentence.start);
    const annotation = state.annotation(sentence.id);
    row.dataset["kind"] = segment?.kind ?? sentence.kind;
    row.dataset["status"] = annotation?.status ?? "open";
    row.toggleAttribute("data-context", sentence.given === false);
    row.toggleAttribute("data-flagged", annotation?.flagged ?? false);
    paintText(row.firstElementChild as HTMLElement, sentence, state);
    paintMargin(row.lastElementChild as HTMLElement, sentence, state);
  }

  /** Bring a sentence into focus, about a third down the pane. */
  focus(index: number): void {
    if (index !== this.#focus) {
      this.#rows[this.#focus]?.classList.remove("on");
      this.#rows[this.#focus]?.removeAttribute("aria-current");
      this.#focus = index;
      this.#rows[index]?.classList.add("on");
      this.#rows[index]?.setAttribute("aria-current", "true");
    }
    this.#holding = true;
    this.relayout();
  }

  /** Sizes changed: rows off the screen have guessed heights until they are laid out. */
  relayout(): void {
    const row = this.#rows[this.#focus];
    if (!row || !this.#holding) return;
    const room = Math.max(0, this.#pane.clientHeight - row.offsetHeight);
    this.#pane.scrollTop = row.offsetTop - room * 0.36;
  }

  /** Scroll as little as it takes to see a sentence. */
  show(index: number): void {
    const row = this.#rows[index];
    if (!row) return;
    this.#holding = false;
    const top = row.offsetTop - this.#pane.scrollTop;
    if (top < 0) this.#pane.scrollTop += top - 8;
    const below = top + row.offsetHeight - this.#pane.clientHeight;
    if (below > 0) this.#pane.scrollTop += below + 8;
  }

  /** The sentence whose kind or date stands in a node of the margin. */
  labelled(node: Element): Sentence | null {
    const row = node.closest("[data-segment]")?.closest<HTMLElement>(".wb-row");
    return (row && this.#state?.article.sentences[Number(row.dataset["index"])]) ?? null;
  }

  text(index: number): HTMLElement | null {
    return (this.#rows[index]?.firstElementChild as HTMLElement | undefined) ?? null;
  }

  range(stretch: Stretch): Range | null {
    const text = this.text(stretch.sentence);
    return text && rangeIn(text, stretch.start, stretch.end);
  }

  /** Where in which sentence a point of the page is; offsets in UTF-16 units. */
  locate(node: Node, offset: number): { sentence: number; offset: number } | null {
    const element = node instanceof Element ? node : node.parentElement;
    const row = element?.closest(".wb-row");
    const text = row?.firstElementChild;
    if (!(row instanceof HTMLElement) || !text || !this.page.contains(row)) return null;
    const sentence = Number(row.dataset["index"]);
    if (!text.contains(node)) return { sentence, offset: text.textContent?.length ?? 0 };
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(node, offset);
    return { sentence, offset: range.toString().length };
  }
}

function makeRow(sentence: Sentence, prefix: string): HTMLElement {
  const row = document.createElement("div");
  row.className = "wb-row";
  row.dataset["index"] = String(sentence.index);
  const text = document.createElement("p");
  text.className = "wb-s";
  text.id = `${prefix}-s${sentence.index}`;
  const margin = document.createElement("div");
  margin.className = "wb-margin";
  row.append(text, margin);
  return row;
}

function paintText(element: HTMLElement, sentence: Sentence, state: State): void {
  const focused = state.focusedItems();
  const pieces = flatten(sentence.text.length, state.placed(sentence.index));
  element.replaceChildren(...pieces.map((piece) => makePiece(piece, sentence.text, state, focused)));
}

function makePiece(piece: Piece, text: string, state: State, focused: ReadonlySet<string>): Node {
  const covered = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return document.createTextNode(covered);
  const mark = document.createElement("mark");
  mark.textContent = covered;
  mark.dataset["items"] = [...new Set(piece.placed.map((each) => each.item))].join(" ");
  for (const role of ROLES) {
    const own = piece.placed.filter((each) => each.role === role);
    if (own.length === 0) continue;
    mark.classList.add(`wb-${role}`);
    if (own.some((each) => focused.has(each.item))) mark.classList.add(`wb-on-${role}`);
    if (own.some((each) => each.item === state.ui.attribution)) mark.classList.add("wb-here");
    if (own.some((each) => each.start === piece.start)) mark.dataset["begins"] = role;
  }
  for (const each of piece.placed.filter(({ role }) => role.startsWith("suggested-"))) {
    mark.classList.add(`wb-${each.role}`);
    if (focused.has(each.item)) mark.classList.add("wb-suggested-here");
    if (each.start === piece.start) mark.dataset["begins"] ??= "suggestion";
  }
  if (piece.placed.some(({ role }) => role.startsWith("version-"))) mark.classList.add("wb-looked");
  return mark;
}

function paintMargin(element: HTMLElement, sentence: Sentence, state: State): void {
  const { article, texts } = state;
  element.dir = texts.dir;
  element.lang = texts.language;
  const label = labelSegment(article, sentence);
  const annotation = state.annotation(sentence.id);
  const parts: HTMLElement[] = [];
  const add = (name: string, text: string, title = ""): HTMLElement => {
    const part = document.createElement("span");
    part.className = `wb-m-${name}`;
    part.textContent = text;
    if (title) part.title = title;
    parts.push(part);
    return part;
  };
  add("number", texts.number(sentence.position + 1));
  const decided = MARGIN_NAMES[annotation?.status ?? "open"] ?? "";
  if (decided) add("status", decided, texts.name("status", annotation?.status ?? "open"));
  if (sentence.given === false) add("context", "◌", texts.t("margin.not_given"));
  if (annotation?.flagged) add("flag", "⚑", texts.t("margin.flagged"));
  if (annotation?.comment) add("comment", "✎", annotation.comment);
  const stage = state.adjudication?.of(sentence.id) ? state.adjudication.stage(sentence.id) : "done";
  if (stage !== "done") {
    const count = state.adjudication?.open(sentence.id).length ?? 0;
    add("case", `${SIGNS[stage]}${count > 0 ? texts.number(count) : ""}`, texts.t(`ruling.case.${stage}`, { count })).dataset["case"] = stage;
  }
  if (label?.kind) {
    add("kind", texts.name("kind", label.kind), texts.t("segment.title")).dataset["segment"] = "";
    const reason = label.reason.slice(label.reason.indexOf(":") + 1);
    // the place of a headline is why it is one: said once
    if (reason && reason !== label.kind) add("reason", texts.name("because", reason).replaceAll("_", " "), label.reason);
  }
  if (label?.date) {
    const date = add("date", label.proposed ? `${label.date}?` : label.date, texts.t(label.proposed ? "bar.proposed" : "bar.date"));
    date.dir = "ltr";
    date.dataset["segment"] = label.proposed ? "proposed" : "";
  }
  element.replaceChildren(...parts);
}

export function isBoilerplate(article: Article, sentence: Sentence): boolean {
  return (article.segmentAt(sentence.start)?.kind ?? sentence.kind) === "boilerplate";
}
