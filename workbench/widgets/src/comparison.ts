/** Two answers to one sentence beside each other, to be read: nothing can be changed here. */

import { drawCards, type CardActions } from "./cards.ts";
import { element, h, patch, type VNode } from "./dom.ts";
import { announceMarks } from "./frame.ts";
import { flatten, type Piece } from "./marks.ts";
import { likenesses, type Likeness } from "./pairing.ts";
import type { Annotation, DocumentInfo, SpanRole } from "./protocol.ts";
import { readShared, USUAL } from "./settings.ts";
import { State } from "./state.ts";
import { languageOf, Texts } from "./texts.ts";
import { applyColours, followTheme } from "./theme.ts";

interface Model {
  send(message: object): void;
  on(event: string, listener: (message: Answer) => void): void;
  off(event: string, listener: (message: Answer) => void): void;
}

/** Everything that is shown, as `workbench/widgets/comparison.py` sends it. */
interface Answer {
  readonly t: "comparison";
  readonly scheme: unknown;
  readonly document: DocumentInfo;
  readonly sentence: string;
  readonly item: string | null;
  /** Which of the sides has it. */
  readonly side: number;
  readonly sides: readonly { readonly name: string; readonly annotations: Readonly<Record<string, Annotation>> }[];
}

const ROLES: readonly SpanRole[] = ["claim", "source", "cue", "anchor"];
const SIGNS: Readonly<Record<Likeness, string>> = { same: "=", edges: "~", alone: "+" };

class ComparisonView {
  readonly #model: Model;
  readonly #end = new AbortController();
  readonly #root: HTMLElement;
  readonly #texts = new Texts(languageOf(readShared().language));
  #names: readonly string[] = [];
  #states: readonly State[] = [];
  /** The claim or attribution that is pointed out, by its side. */
  #picked: { side: number; item: string } | null = null;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    const { t, dir, language } = this.#texts;
    this.#root = element("div", { class: "wb wb-comparison", dir, lang: language, role: "group", "aria-label": t("comparison.title") },
      h("div", { class: "wb-bar", role: "toolbar", "aria-label": t("comparison.sentence") }),
      h("div", { class: "wb-sides" }),
      h("p", { class: "wb-message wb-message-waiting" }, t("frame.waiting")));
    announceMarks(this.#root, this.#texts);
    el.append(this.#root);
    followTheme(this.#root, () => readShared().theme, this.#end.signal);
    // the notebook would take every key for a command
    this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#end.signal });
    this.#model.on("msg:custom", this.#onMessage);
    this.#root.dataset["waiting"] = "";
    this.#model.send({ t: "hello" });
  }

  readonly #onMessage = (answer: Answer): void => {
    if (answer.t !== "comparison") return;
    this.#names = answer.sides.map((side) => side.name);
    this.#states = answer.sides.map((side) => makeState(answer, side.annotations, this.#texts));
    this.#picked = answer.item === null ? null : { side: answer.side, item: answer.item };
    this.#root.dataset["ready"] = "";
    this.#draw();
  };

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.key === "Tab") return;
    event.stopPropagation();
    const steps: Readonly<Record<string, number>> = { ArrowUp: -1, PageUp: -1, ArrowDown: 1, PageDown: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#step(step);
  }

  #step(by: number): void {
    const first = this.#states[0];
    const next = first?.article.sentences[(first.sentence?.index ?? 0) + by];
    if (!next) return;
    for (const state of this.#states) state.ui = { ...state.ui, sentence: next.id };
    this.#picked = null;
    this.#draw();
  }

  #draw(): void {
    const first = this.#states[0];
    if (!first?.sentence) return;
    patch(this.#root.querySelector(".wb-bar")!, drawBar(first, (by) => this.#step(by)));
    patch(this.#root.querySelector(".wb-sides")!, this.#states.map((state, side) => this.#drawSide(state, side)));
    applyColours(this.#root, first.scheme);
  }

  #drawSide(state: State, side: number): VNode {
    const { article, sentence } = state;
    const picked = this.#picked?.side === side ? this.#picked.item : null;
    const focused = new Set(picked ? [picked, ...state.reaching(picked), ...state.leaves(picked)] : []);
    const status = state.annotation(sentence?.id ?? "")?.status ?? "open";
    return h("section", { key: String(side), class: "wb-answer", "data-side": side, "aria-label": this.#names[side] ?? "" },
      h("div", { class: "wb-whose" }, h("bdi", {}, this.#names[side] ?? ""), h("small", {}, this.#texts.name("status", status))),
      h("p", { class: "wb-s", dir: article.dir, lang: article.language }, sentence && drawText(state, sentence.index, focused)),
      h("ul", { class: "wb-cards" }, this.#drawCards(state, side, focused)));
  }

  #drawCards(state: State, side: number, focused: ReadonlySet<string>): VNode[] {
    const sentence = state.sentence?.id ?? "";
    if (state.cards(sentence).length + state.loose(sentence).length === 0) {
      return [h("li", { key: "empty", class: "wb-empty" }, this.#texts.t("comparison.nothing"))];
    }
    const others = this.#states.filter((_, place) => place !== side).flatMap((other) => [...other.claims.values()]);
    const found = likenesses([...state.claims.values()], others);
    return drawCards(state, this.#actions(side)).map((card) => {
      const id = String(card.props["data-claim"] ?? card.props["data-attribution"] ?? "");
      const likeness = found.get(id);
      const on = focused.has(id);
      const badge = likeness && h("p", { key: "likeness", class: "wb-likeness", dir: this.#texts.dir, lang: this.#texts.language },
        h("i", { "aria-hidden": "true" }, SIGNS[likeness]), ` ${this.#texts.t(`comparison.${likeness}`)}`);
      return {
        ...card,
        props: { ...card.props, class: on ? "wb-card on" : "wb-card", "data-likeness": likeness ?? null },
        children: badge ? [...card.children, badge] : card.children,
      };
    });
  }

  /** A click points out what a card speaks of; all else that cards can do is left out. */
  #actions(side: number): CardActions {
    const nothing = (): void => undefined;
    return {
      act: nothing, send: nothing, arm: nothing, targets: null,
      pick: (card, attribution) => {
        const item = attribution ?? card;
        this.#picked = item === null ? null : { side, item };
        this.#draw();
      },
    };
  }

  close(): void {
    this.#end.abort();
    this.#model.off("msg:custom", this.#onMessage);
    this.#root.remove();
  }
}

function makeState(answer: Answer, annotations: Readonly<Record<string, Annotation>>, texts: Texts): State {
  return new State({
    t: "snap", view: null, session: "", scheme: answer.scheme, keys: {}, settings: USUAL, document: answer.document, annotations,
    project: { id: "", name: "", annotator: "", annotators: [], warnings: [] },
    ui: { sentence: answer.sentence, card: null, attribution: null, armed: null, missing: [], undo: null, redo: null },
    progress: { position: 0, sentences: 0, to_decide: 0, done: 0, skipped: 0, flagged: 0, pace_s: null },
  }, texts);
}

function drawBar(state: State, step: (by: number) => void): VNode[] {
  const { article, sentence, texts } = state;
  const at = sentence?.index ?? 0;
  const button = (by: number, label: string): VNode => h("button", {
    key: label, type: "button", class: "wb-plain", "aria-disabled": article.sentences[at + by] ? null : "true", onclick: () => step(by),
  }, label);
  return [
    h("span", { key: "title", class: "wb-title" }, h("bdi", {}, article.info.title ?? article.info.publisher ?? article.info.id)),
    h("span", { key: "place", role: "status" }, texts.rich("bar.place", { here: h("b", {}, texts.number(at + 1)), all: texts.number(article.sentences.length) })),
    button(-1, texts.t("comparison.previous")),
    button(1, texts.t("comparison.next")),
  ];
}

function drawText(state: State, index: number, focused: ReadonlySet<string>): (VNode | string)[] {
  const text = state.article.sentences[index]?.text ?? "";
  return flatten(text.length, state.placed(index)).map((piece) => drawPiece(piece, text, focused));
}

function drawPiece(piece: Piece, text: string, focused: ReadonlySet<string>): VNode | string {
  const covered = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return covered;
  const roles = ROLES.filter((role) => piece.placed.some((each) => each.role === role));
  const lit = roles.filter((role) => piece.placed.some((each) => each.role === role && focused.has(each.item)));
  const begins = piece.placed.findLast((each) => each.start === piece.start)?.role ?? null;
  return h("mark", { class: [...roles.map((role) => `wb-${role}`), ...lit.map((role) => `wb-on-${role}`)].join(" "), "data-begins": begins }, covered);
}

/** What anywidget calls for each view. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const view = new ComparisonView(model, el);
  return () => view.close();
}

export default { render };
