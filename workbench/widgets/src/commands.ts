/** What each key and button does: a name from the key map becomes an operation or a move of the view. */

import { gripsOf, replacement, fragments, type Grip } from "./adjusting.ts";
import { nameSource } from "./completions.ts";
import { acceptUnanimous } from "./accepting.ts";
import { ask, askText } from "./dialogs.ts";
import { h } from "./dom.ts";
import { fold } from "./folding.ts";
import type { SegmentKindForm } from "./segments.ts";
import { drawSegmentForm, readSegmentForm } from "./segments.ts";
import { chooseEntity, takeEntity } from "./identifying.ts";
import { CARET } from "./keys.ts";
import type { Panels } from "./panels.ts";
import { Pen } from "./pen.ts";
import type { Args, Difference, SpanRole } from "./protocol.ts";
import type { WordSelection } from "./selection.ts";
import { SentenceChanges } from "./sentences.ts";
import { confirmStated } from "./stated.ts";
import type { State } from "./state.ts";
import { drawHelp, type Notice } from "./strip.ts";
import type { Targets } from "./targets.ts";

/** What the commands need of the view around them. */
export interface View {
  readonly root: HTMLElement;
  readonly state: State;
  readonly selection: WordSelection;
  send(name: string, args?: Args): void;
  notify(notice: Notice | null): void;
  say(text: string): void;
  toggleArticle(): void;
  /** Ask Python what changes nothing; `null` where there is no answer. */
  question(name: string, args: Args): Promise<unknown>;
  readonly targets: Targets;
  readonly panels: Panels;
  openSettings(): void;
}

export interface Press {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

type Command = (view: View, press: Press) => void;

/** What a person does on the way from taking an edge to letting it go. */
const KEEP_GRIP: ReadonlySet<string> = new Set(["adjust", "drop proclitic", "done"]);
const PLAIN: Press = { shiftKey: false, altKey: false };

export class Commands {
  #lastRole: SpanRole = "claim";
  readonly sentences = new SentenceChanges();
  readonly pen = new Pen();
  /** The role that the mouse has just marked: its key, pressed out of habit, says nothing new. */
  #written: SpanRole | null = null;
  /** The edge that the keys move until Enter. */
  #grip: Grip | null = null;

  /** Do what an operation says; tells whether there is such an operation. */
  run(view: View, operation: string, press: Press = PLAIN): boolean {
    const [verb, value, detail] = operation.split(" ") as [string, string | undefined, string | undefined];
    const written = this.#written;
    this.#written = null;
    if (!CARET.has(operation) && !KEEP_GRIP.has(operation)) this.#grip = null;
    if (verb === "stance" && value) view.send("stance", detail ? { value, certainty: detail } : { value });
    else if (operation === `mark ${written}` && !view.selection.span) return true;
    else if (verb === "mark" && value) this.#mark(view, value as SpanRole, false);
    else if (verb === "append") this.#mark(view, (value as SpanRole | undefined) ?? this.#lastRole, true);
    else if (operation === "adjust") this.#adjust(view);
    else if (operation === "done") this.#done(view);
    else if (operation === "cancel") this.#cancel(view);
    else if (operation === "next item") this.#item(view, 1);
    else if (operation === "previous item") this.#item(view, -1);
    else if (verb === "ruling" && value !== "remark") return view.panels.differences.run(operation);
    else if (operation.startsWith("choose entity ")) void chooseEntity(view, detail);
    else if (verb === "linking") return view.panels.linking.run(operation);
    else if (operation === "split") this.sentences.split(view);
    else if (operation === "merge") this.sentences.merge(view);
    else if (COMMANDS[operation]) COMMANDS[operation](view, press);
    else return false;
    return true;
  }

  /** What one more fragment belongs to: the claim in focus, or what was marked last of the attribution in focus. */
  fragmentRole({ ui }: State): SpanRole {
    if (!ui.attribution) return "claim";
    return this.#lastRole === "claim" ? "source" : this.#lastRole;
  }

  /** What a mouse selected becomes what waits for words: one more fragment, an armed slot's, or the pen's. */
  write(view: View, append: boolean): void {
    const { state } = view;
    const role = append ? this.fragmentRole(state) : this.pen.role(state.ui);
    if (!role || !view.selection.span) return;
    this.#mark(view, role, append);
    this.#written = role;
  }

  #mark(view: View, role: SpanRole, append: boolean): void {
    const span = view.selection.span;
    if (!span) return this.#take(view, role, append);
    this.#lastRole = role;
    this.pen.used();
    view.send("mark", { role, spans: [span], append });
    view.selection.collapse();
  }

  /** With nothing selected a role's key takes up its pen: the next words that a mouse selects are that. */
  #take(view: View, role: SpanRole, append: boolean): void {
    const { texts } = view.state;
    const named = { role: texts.name("notice.role", role) };
    if (append) return view.notify({ text: texts.t("notice.select_first", named), hint: null, tone: "info" });
    this.pen.take(role);
    view.say(texts.t(this.pen.held === role ? "tools.pen" : "tools.no_pen", named));
  }

  /** Select the words of the item in focus: Shift and the arrows move an edge, Enter keeps it, the same key takes the next edge. */
  #adjust(view: View): void {
    const { state, selection } = view;
    const item = state.ui.attribution ?? state.ui.card;
    const grips = item ? gripsOf(state, item) : [];
    const here = grips.findIndex((each) => each.index === this.#grip?.index && each.role === this.#grip.role && each.side === this.#grip.side);
    const held = selection.stretch;
    if (this.#grip && held && selection.span && replacement(state, this.#grip, selection.span)) {
      this.#grip = { ...this.#grip, side: this.#grip.side === "end" ? "start" : "end" };
      return selection.hold(held.sentence, held, this.#grip.side);
    }
    const grip = grips[(here + 1) % grips.length];
    const span = grip && fragments(state, grip.item, grip.role)[grip.index];
    const stretch = span && state.article.toStretch(span);
    if (!grip || !stretch) return view.notify({ text: state.texts.t("notice.focus_words"), hint: null, tone: "info" });
    this.#grip = grip;
    selection.hold(stretch.sentence, stretch, grip.side);
    view.notify({ text: state.texts.t(`notice.adjust.${grip.side}`), hint: null, tone: "info" });
  }

  /** Put what is selected in the place of the fragment whose edge was taken. */
  #keep(view: View, grip: Grip): void {
    this.#grip = null;
    const args = view.selection.span && replacement(view.state, grip, view.selection.span);
    view.selection.collapse();
    if (args) view.send("spans", args);
  }

  /** Enter: fills the armed slot with what is selected, takes the claim reached, or says done. */
  #done(view: View): void {
    if (this.#grip && view.selection.span) return this.#keep(view, this.#grip);
    this.#grip = null;
    const { armed } = view.state.ui;
    const span = view.selection.span;
    const claim = armed?.slot === "target" ? view.targets.reached : null;
    const attribution = view.state.attributions.get(armed?.attribution ?? "");
    if (claim && attribution) view.targets.take(attribution, claim);
    else if (span && (armed?.slot === "source" || armed?.slot === "cue")) {
      view.send("fill", { spans: [span] });
      view.selection.collapse();
    } else {
      view.send("decide", { status: "done", nothing: false, advance: true });
    }
  }

  /** Escape lets go of one thing at a time, the nearest first. */
  #cancel(view: View): void {
    const { selection, state: { ui } } = view;
    view.notify(null);
    if (selection.stretch) selection.collapse();
    else if (ui.armed) view.send("arm", { slot: null });
    else if (ui.card || ui.attribution || ui.suggestion) view.send("focus", { card: null, attribution: null });
    else if (this.pen.drop()) view.say(view.state.texts.t("tools.no_pen"));
  }

  /** Walk over the cards and their rows, or over the claims to choose from. */
  #item(view: View, step: 1 | -1): void {
    const { state } = view;
    const { armed, card, attribution, sentence } = state.ui;
    if (armed?.slot === "target") return view.targets.step(step);
    const stops = sentence ? listStops(state, sentence) : [];
    const suggestion = state.ui.suggestion ?? null;
    const here = stops.findIndex((stop) => stop.card === card && stop.attribution === attribution && stop.suggestion === suggestion);
    const next = here < 0 ? (step > 0 ? 0 : stops.length - 1) : here + step;
    const stop = stops[next];
    if (stop) view.send("focus", { ...stop });
  }
}

interface Stop {
  readonly card: string | null;
  readonly attribution: string | null;
  readonly suggestion: string | null;
}

function listStops(state: State, sentence: string): Stop[] {
  const onCards = state.cards(sentence).flatMap((card): Stop[] => [
    { card, attribution: null, suggestion: null },
    ...state.rows(card).map((row) => ({ card, attribution: row.attribution.id, suggestion: null })),
  ]);
  return [
    ...onCards,
    ...state.loose(sentence).map((each): Stop => ({ card: null, attribution: each.id, suggestion: null })),
    ...(state.suggested.of(sentence)?.items ?? []).map((each): Stop => ({ card: null, attribution: null, suggestion: each.id })),
  ];
}

const respond = (name: string, args: Args = {}): Command => (view) => {
  const { suggestion } = view.state.ui;
  if (suggestion) view.send(name, { suggestion, ...args });
  else view.notify({ text: view.state.texts.t("notice.no_suggestion"), hint: null, tone: "info" });
};

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
  "pick target": pickTarget,
  "certainty": (view) => view.send("certainty"),
  "unsure": (view) => view.send("unsure"),
  "note": (view) => void writeNote(view),
  "proposition": (view) => void writeProposition(view),
  "confirm": confirmFigures,
  "understood claim": (view) => void writeUnderstood(view),
  "delete": (view) => view.send("delete"),
  "take": respond("take"),
  "change": respond("take", { change: true }),
  "refuse": respond("refuse"),
  "undo": move("undo"),
  "redo": move("redo"),
  "nothing": (view) => (view.state.adjudication ? view.send("nothing", { advance: true }) : decide("done", true)(view, PLAIN)),
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
  "search": (view) => view.panels.search.open(),
  "name source": (view) => void nameSource(view),
  "whole article": (view) => view.toggleArticle(),
  "boilerplate": toggleBoilerplate,
  "segment": (view) => void changeSegment(view),
  "differences": (view) => view.panels.toggleDifferences(),
  "take entity": takeEntity,
  "choose entity": (view) => void chooseEntity(view),
  "register": (view) => view.panels.register.open(view),
  "links": (view) => view.panels.toggleLinking(),
  "ruling remark": (view) => void writeRemark(view),
  "gap": (view) => ofDifference(view, (difference) => view.send("gap", { difference: difference.id, value: !difference.gap })),
  "accept unanimous": (view) => void acceptUnanimous(view),
  "outcome": (view) => view.say(view.panels.outcome.toggle()),
  "guide": (view) => view.say(view.panels.guide.toggle()),
  "claim list": (view) => view.panels.listing.toggle(),
  "settings": (view) => view.openSettings(),
  "help": (view) => void help(view),
};

function armSource(view: View): void {
  const card = view.state.ui.card ?? view.state.cards(view.state.ui.sentence ?? "").at(-1);
  if (card) view.send("arm", { slot: "source", claim: card, attribution: null });
  else view.notify({ text: view.state.texts.t("notice.claim_first"), hint: null, tone: "info" });
}

/** Once to choose from the list; again to type into it. */
function pickTarget(view: View): void {
  const field = view.root.querySelector<HTMLElement>("[data-find='target']");
  if (field) field.focus();
  else view.send("arm", { slot: "target", claim: null, attribution: view.state.ui.attribution });
}

function dropProclitic(view: View): void {
  if (!view.selection.dropProclitic()) {
    view.notify({ text: view.state.texts.t("notice.no_proclitic"), hint: null, tone: "info" });
  }
}

// -- questions -----------------------------------------------------------------------------------

async function goTo(view: View): Promise<void> {
  const { progress: { sentences, position }, texts } = view.state;
  const answer = await askText(view.root, texts, texts.t("dialog.go_to"), { value: "", label: texts.t("dialog.go_to_label", { all: sentences, here: position + 1 }) });
  if (!answer) return;
  const number = Number(fold(answer)); // an Arabic keyboard types ٣
  view.send("goto", Number.isInteger(number) ? { position: number - 1 } : { id: answer.trim() });
}

async function writeComment(view: View): Promise<void> {
  const { texts } = view.state;
  const value = view.state.annotation(view.state.ui.sentence ?? "")?.comment ?? "";
  const text = await askText(view.root, texts, texts.t("dialog.comment"), { value, label: texts.t("dialog.comment_label"), long: true });
  if (text !== null && text !== value) view.send("comment", { text });
}

function ofDifference(view: View, act: (difference: Difference) => void): void {
  const { current } = view.panels.differences;
  if (current) act(current);
  else if (view.state.adjudication) view.notify({ text: view.state.texts.t("ruling.choose_first"), hint: null, tone: "info" });
}

async function writeRemark(view: View): Promise<void> {
  const { current } = view.panels.differences;
  const { texts } = view.state;
  if (!current) return writeComment(view);
  const value = current.comment ?? "";
  const text = await askText(view.root, texts, texts.t("dialog.remark"), { value, label: texts.t("dialog.comment_label"), long: true });
  if (text !== null && text !== value) view.send("remark", { difference: current.id, text });
}

async function writeNote(view: View): Promise<void> {
  const { ui, claims, attributions, texts } = view.state;
  const item = attributions.get(ui.attribution ?? "") ?? claims.get(ui.card ?? "");
  if (!item) return view.notify({ text: texts.t("notice.focus_item"), hint: null, tone: "info" });
  const text = await askText(view.root, texts, texts.t("dialog.note"), { value: item.note ?? "", label: texts.t("dialog.note_label"), long: true });
  if (text !== null && text !== (item.note ?? "")) view.send("note", { id: item.id, text });
}

async function writeProposition(view: View): Promise<void> {
  const claim = view.state.claims.get(view.state.ui.card ?? "");
  if (!claim) return view.notify({ text: view.state.texts.t("notice.focus_claim"), hint: null, tone: "info" });
  const { texts, article: { dir, language } } = view.state;
  const value = claim.proposition ?? "";
  const text = await askText(view.root, texts, texts.t("dialog.proposition"), { value, label: texts.t("dialog.proposition_label"), long: true, dir, lang: language });
  if (text !== null && text !== value) view.send("proposition", { id: claim.id, text });
}

function confirmFigures(view: View): void {
  const claim = view.state.claims.get(view.state.ui.card ?? "");
  if (!claim) return view.notify({ text: view.state.texts.t("notice.focus_claim"), hint: null, tone: "info" });
  if (confirmStated(view.state, claim, (name, args) => void view.send(name, args))) return;
  const field = view.root.querySelector<HTMLInputElement>(".wb-card.on .wb-typed input");
  if (field) return field.select();
  view.notify({ text: view.state.texts.t("figure.none"), hint: null, tone: "info" });
}

async function writeUnderstood(view: View): Promise<void> {
  const { texts, article: { dir, language } } = view.state;
  const text = await askText(view.root, texts, texts.t("dialog.understood"), { value: "", label: texts.t("dialog.proposition_label"), long: true, dir, lang: language });
  if (text?.trim()) view.send("understood_claim", { proposition: text });
}

function toggleBoilerplate(view: View): void {
  const { sentence, article } = view.state;
  if (!sentence) return;
  const segment = article.segmentAt(sentence.start);
  const kind = segment?.kind === "boilerplate" ? "body" : "boilerplate";
  view.send("segment", { start: sentence.start, end: sentence.end, kind, published: segment?.published ?? null });
}

/** Say what the stretch of a sentence is, and when it was published; of the one in focus by default. */
export async function changeSegment(view: View, sentence = view.state.sentence): Promise<void> {
  const form: SegmentKindForm | null = drawSegmentForm(view.state, sentence);
  if (!form) return;
  const { t } = view.state.texts;
  const answer = await ask(view.root, t("segment.title"), form.body, [
    { value: "ok", label: t("dialog.ok"), primary: true },
    { value: "", label: t("dialog.cancel") },
  ]);
  if (!answer) return;
  for (const { name, args } of readSegmentForm(view.state, sentence, answer.fields)) view.send(name, args);
}

async function help(view: View): Promise<void> {
  const { t } = view.state.texts;
  await ask(view.root, t("dialog.keys"), h("div", { class: "wb-help" }, drawHelp(view.state)), [{ value: "", label: t("dialog.close"), primary: true }], true);
}
