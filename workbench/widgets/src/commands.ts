/** What each key and button does: a name from the key map becomes an operation or a move of the view. */

import { toggleTarget } from "./cards.ts";
import { ask, askText } from "./dialogs.ts";
import { h } from "./dom.ts";
import type { SegmentKindForm } from "./segments.ts";
import { drawSegmentForm, readSegmentForm } from "./segments.ts";
import type { Args, SpanRole } from "./protocol.ts";
import type { WordSelection } from "./selection.ts";
import type { State } from "./state.ts";
import { drawHelp, type Notice } from "./strip.ts";

/** What the commands need of the view around them. */
export interface View {
  readonly root: HTMLElement;
  readonly state: State;
  readonly selection: WordSelection;
  send(name: string, args?: Args): void;
  notify(notice: Notice | null): void;
  say(text: string): void;
  toggleArticle(): void;
  toggleGuide(): void;
}

export interface Press {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

type Command = (view: View, press: Press) => void;

const PLAIN: Press = { shiftKey: false, altKey: false };

export class Commands {
  #lastRole: SpanRole = "claim";
  /** The item of an armed list of claims that the keys have reached. */
  choice = -1;

  /** Do what an operation says; tells whether there is such an operation. */
  run(view: View, operation: string, press: Press = PLAIN): boolean {
    const [verb, value] = operation.split(" ") as [string, string | undefined];
    if (verb === "stance" && value) this.#stance(view, value);
    else if (verb === "mark" && value) this.#mark(view, value as SpanRole, false);
    else if (verb === "append") this.#mark(view, (value as SpanRole | undefined) ?? this.#lastRole, true);
    else if (operation === "done") this.#done(view);
    else if (operation === "next item") this.#item(view, 1);
    else if (operation === "previous item") this.#item(view, -1);
    else if (COMMANDS[operation]) COMMANDS[operation](view, press);
    else return false;
    return true;
  }

  #mark(view: View, role: SpanRole, append: boolean): void {
    const span = view.selection.span;
    if (!span) return view.notify({ text: `Select the words of the ${role} first.`, hint: null, tone: "info" });
    this.#lastRole = role;
    view.send("mark", { role, spans: [span], append });
    view.selection.collapse();
  }

  #stance(view: View, value: string): void {
    view.send("stance", { value });
  }

  /** Enter: fills the armed slot with what is selected, takes the claim reached, or says done. */
  #done(view: View): void {
    const { armed } = view.state.ui;
    const span = view.selection.span;
    const claim = armed?.slot === "target" ? view.state.nearbyClaims(12)[this.choice] : undefined;
    const attribution = view.state.attributions.get(armed?.attribution ?? "");
    if (claim && attribution) {
      this.choice = -1;
      view.send("target", toggleTarget(attribution, claim.id));
    } else if (span && (armed?.slot === "source" || armed?.slot === "cue")) {
      view.send("fill", { spans: [span] });
      view.selection.collapse();
    } else {
      view.send("decide", { status: "done", nothing: false, advance: true });
    }
  }

  /** Walk over the cards and their rows, or over the claims to choose from. */
  #item(view: View, step: 1 | -1): void {
    const { state } = view;
    const { armed, card, attribution, sentence } = state.ui;
    if (armed?.slot === "target") {
      const count = state.nearbyClaims(12).length;
      this.choice = count === 0 ? -1 : (this.choice + step + count) % count;
      const claim = state.nearbyClaims(12)[this.choice];
      view.root.querySelectorAll<HTMLElement>("[data-choice]").forEach((element) =>
        element.classList.toggle("on", element.dataset["choice"] === claim?.id));
      if (claim) view.say(claim.spans.map((span) => span.text).join(" … ") || (claim.proposition ?? ""));
      return;
    }
    const stops = sentence ? listStops(state, sentence) : [];
    const here = stops.findIndex((stop) => stop.card === card && stop.attribution === attribution);
    const next = here < 0 ? (step > 0 ? 0 : stops.length - 1) : here + step;
    const stop = stops[next];
    if (stop) view.send("focus", { ...stop });
  }
}

interface Stop {
  readonly card: string | null;
  readonly attribution: string | null;
}

function listStops(state: State, sentence: string): Stop[] {
  const onCards = state.cards(sentence).flatMap((card): Stop[] => [
    { card, attribution: null },
    ...state.rows(card).map((row) => ({ card, attribution: row.attribution.id })),
  ]);
  return [...onCards, ...state.loose(sentence).map((each): Stop => ({ card: null, attribution: each.id }))];
}

const decide = (status: string, nothing = false): Command => (view) => {
  view.send("decide", status === "open" ? { status } : { status, nothing, advance: true });
};

const move = (name: string): Command => (view) => view.send(name);

const horizontal = (visual: 1 | -1): Command => (view, press) => {
  // to the left is onwards in a text that runs to the left
  const step = (view.state.article.dir === "rtl" ? -visual : visual) as 1 | -1;
  view.selection.step(step, press.shiftKey, press.altKey);
};

const sentenceStep = (step: 1 | -1): Command => (view) => {
  view.selection.toSentence(view.selection.caret.sentence + step);
};

const edge = (step: 1 | -1): Command => (view, press) => view.selection.toEdge(step, press.shiftKey);

const sourceKind = (realization: string): Command => (view) => view.send("source_kind", { realization });

const COMMANDS: Readonly<Record<string, Command>> = {
  "pro_drop": sourceKind("pro_drop"),
  "implicit": sourceKind("implicit"),
  "author": sourceKind("author"),
  "writer": (view) => view.send("writer", view.state.ui.armed?.claim ? { claim: view.state.ui.armed.claim } : {}),
  "another source": armSource,
  "relay": (view) => view.send("relay"),
  "pick target": (view) => view.send("arm", { slot: "target", claim: null, attribution: view.state.ui.attribution }),
  "certainty": (view) => view.send("certainty"),
  "unsure": (view) => view.send("unsure"),
  "note": (view) => void writeNote(view),
  "proposition": (view) => void writeProposition(view),
  "understood claim": (view) => void writeUnderstood(view),
  "delete": (view) => view.send("delete"),
  "undo": move("undo"),
  "redo": move("redo"),
  "nothing": decide("done", true),
  "skip": decide("skipped"),
  "reopen": decide("open"),
  "flag": (view) => view.send("flag"),
  "comment": (view) => void writeComment(view),
  "next": move("next"),
  "previous": move("previous"),
  "next open": move("next_open"),
  "previous open": move("previous_open"),
  "go to": (view) => void goTo(view),
  "left": horizontal(-1),
  "right": horizontal(1),
  "up": sentenceStep(-1),
  "down": sentenceStep(1),
  "start": edge(-1),
  "end": edge(1),
  "drop proclitic": dropProclitic,
  "whole article": (view) => view.toggleArticle(),
  "boilerplate": toggleBoilerplate,
  "segment": (view) => void changeSegment(view),
  "guide": (view) => view.toggleGuide(),
  "help": (view) => void help(view),
  "cancel": cancel,
};

function armSource(view: View): void {
  const card = view.state.ui.card ?? view.state.cards(view.state.ui.sentence ?? "").at(-1);
  if (card) view.send("arm", { slot: "source", claim: card, attribution: null });
  else view.notify({ text: "Mark a claim first.", hint: null, tone: "info" });
}

function cancel(view: View): void {
  view.notify(null);
  if (view.selection.stretch) view.selection.collapse();
  else if (view.state.ui.armed) view.send("arm", { slot: null });
  else if (view.state.ui.card || view.state.ui.attribution) view.send("focus", { card: null, attribution: null });
}

function dropProclitic(view: View): void {
  if (!view.selection.dropProclitic()) {
    view.notify({ text: "Nothing to drop: the selection begins with none of و ف ب ل ك س.", hint: null, tone: "info" });
  }
}

// -- questions -----------------------------------------------------------------------------------

async function goTo(view: View): Promise<void> {
  const { sentences, position } = view.state.progress;
  const answer = await askText(view.root, "Go to", { value: "", label: `Sentence, 1 to ${sentences} (now ${position + 1})` });
  if (!answer) return;
  const number = Number(answer);
  view.send("goto", Number.isInteger(number) ? { position: number - 1 } : { id: answer.trim() });
}

async function writeComment(view: View): Promise<void> {
  const value = view.state.annotation(view.state.ui.sentence ?? "")?.comment ?? "";
  const text = await askText(view.root, "Comment on the sentence", { value, label: "comment", long: true });
  if (text !== null && text !== value) view.send("comment", { text });
}

async function writeNote(view: View): Promise<void> {
  const { ui, claims, attributions } = view.state;
  const item = attributions.get(ui.attribution ?? "") ?? claims.get(ui.card ?? "");
  if (!item) return view.notify({ text: "A note belongs to a claim or a source: put one in focus first.", hint: null, tone: "info" });
  const text = await askText(view.root, "Note", { value: item.note ?? "", label: "note", long: true });
  if (text !== null && text !== (item.note ?? "")) view.send("note", { id: item.id, text });
}

async function writeProposition(view: View): Promise<void> {
  const claim = view.state.claims.get(view.state.ui.card ?? "");
  if (!claim) return view.notify({ text: "Put a claim in focus first.", hint: null, tone: "info" });
  const { dir, language } = view.state.article;
  const value = claim.proposition ?? "";
  const text = await askText(view.root, "The claim in words", { value, label: "proposition", long: true, dir, lang: language });
  if (text !== null && text !== value) view.send("proposition", { id: claim.id, text });
}

async function writeUnderstood(view: View): Promise<void> {
  const { dir, language } = view.state.article;
  const text = await askText(view.root, "A claim that the text only implies", { value: "", label: "proposition", long: true, dir, lang: language });
  if (text?.trim()) view.send("understood_claim", { proposition: text });
}

function toggleBoilerplate(view: View): void {
  const { sentence, article } = view.state;
  if (!sentence) return;
  const segment = article.segmentAt(sentence.start);
  const kind = segment?.kind === "boilerplate" ? "body" : "boilerplate";
  view.send("segment", { start: sentence.start, end: sentence.end, kind, published: segment?.published ?? null });
}

async function changeSegment(view: View): Promise<void> {
  const form: SegmentKindForm | null = drawSegmentForm(view.state);
  if (!form) return;
  const answer = await ask(view.root, "What this stretch is", form.body, [
    { value: "ok", label: "OK", primary: true },
    { value: "", label: "Cancel" },
  ]);
  if (!answer) return;
  for (const { name, args } of readSegmentForm(view.state, answer.fields)) view.send(name, args);
}

async function help(view: View): Promise<void> {
  await ask(view.root, "Keys", h("div", { class: "wb-help" }, drawHelp(view.state)), [{ value: "", label: "Close", primary: true }], true);
}
