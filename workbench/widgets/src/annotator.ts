/** The annotator: one view of a session, put together from its parts and bound to its messages. */

import { drawBar } from "./bar.ts";
import { drawCards, type CardActions } from "./cards.ts";
import { Commands, type View } from "./commands.ts";
import { drawConflict } from "./conflict.ts";
import { ask, makeLive } from "./dialogs.ts";
import { element, h, patch } from "./dom.ts";
import { Effort } from "./effort.ts";
import { drawGuide, findLabel, guideInFocus } from "./guide.ts";
import { Highlights } from "./highlights.ts";
import { isOurs } from "./keys.ts";
import { Outbox, type Keep, type SaveState } from "./outbox.ts";
import { Pointer } from "./pointer.ts";
import {
  NAVIGATION, makeKey, type Ack, type Args, type FromPython, type Later, type Nack, type Slot, type Snap, type Span, type ToPython,
} from "./protocol.ts";
import { WordSelection } from "./selection.ts";
import type { Range16 } from "./snapping.ts";
import { State, isFull, type FullSnap } from "./state.ts";
import { drawStrip, drawTools, type Notice } from "./strip.ts";
import { TextView } from "./textview.ts";
import { followTheme } from "./theme.ts";

/** The part of anywidget's model that is used. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  send(message: ToPython): void;
  on(event: string, listener: (message: FromPython) => void): void;
  off(event: string, listener: (message: FromPython) => void): void;
}

const SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];
const GUIDE_DELAY_MS = 450;
const LONGEST_GREETING_MS = 8000;

class AnnotatorView {
  readonly #model: Model;
  readonly #id = makeKey().slice(0, 8);
  readonly #end = new AbortController();
  readonly #root = makeRoot();
  readonly #live = makeLive();
  readonly #text: TextView;
  readonly #selection: WordSelection;
  readonly #highlights = new Highlights();
  readonly #pointer: Pointer;
  readonly #commands = new Commands();
  readonly #effort = new Effort();
  #state: State | null = null;
  #outbox: Outbox | null = null;
  #save: SaveState = { state: "saved" };
  #notice: Notice | null = null;
  #guide: { reference: string; pinned: boolean } | null = null;
  #guideTimer: ReturnType<typeof setTimeout> | undefined;
  #greeting: ReturnType<typeof setTimeout> | undefined;
  #greetings = 0;
  #greeted = false;
  #unpainted: Set<number> | null = null;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    const pane = this.#part("pane");
    this.#text = new TextView(pane, `wb-${this.#id}`);
    this.#selection = new WordSelection(this.#text, this.#highlights);
    const { signal } = this.#end;
    this.#pointer = new Pointer(pane, this.#text, () => this.#state?.article ?? null, {
      select: (sentence, range) => this.#onSelect(sentence, range),
      click: (sentence, offset, items) => this.#onClick(sentence, offset, items),
    }, signal);
    this.#root.append(this.#live);
    el.append(this.#root);
    followTheme(this.#root, () => String(model.get("theme") ?? "auto"), signal);
    this.#listen(signal);
    this.#resize(0);
    this.#hello();
  }

  #listen(signal: AbortSignal): void {
    this.#model.on("msg:custom", this.#onMessage);
    this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    this.#root.addEventListener("mouseover", (event) => this.#onHover(event), { signal });
    this.#root.addEventListener("mouseleave", () => this.#showGuide(null), { signal });
    // a press on a button must not take the focus, and with it the next key, from the text
    this.#root.addEventListener("mousedown", (event) => this.#keepFocus(event), { signal });
    this.#part("pane").addEventListener("focus", () => this.#selection.paint(), { signal });
    window.addEventListener("beforeunload", (event) => {
      if ((this.#outbox?.edits.length ?? 0) > 0) event.preventDefault();
    }, { signal });
    const observer = new ResizeObserver(() => this.#relayout());
    observer.observe(this.#part("pane"));
    signal.addEventListener("abort", () => observer.disconnect());
  }

  close(): void {
    this.#end.abort();
    clearTimeout(this.#greeting);
    clearTimeout(this.#guideTimer);
    this.#outbox?.close();
    this.#highlights.clear();
    this.#model.off("msg:custom", this.#onMessage);
    this.#root.remove();
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`.wb-${name}`)!;
  }

  // -- messages ------------------------------------------------------------------------------

  /** Ask for everything, again and again until an answer comes. */
  #hello(resume = this.#state?.resume ?? null): void {
    clearTimeout(this.#greeting);
    this.#greeted = false;
    this.#greetings++;
    if (this.#greetings > 1 && !this.#state) this.#root.dataset["waiting"] = "";
    this.#post({ t: "hello", view: this.#id, proto: 1, resume });
    this.#greeting = setTimeout(() => this.#hello(resume), Math.min(LONGEST_GREETING_MS, 1000 * this.#greetings));
  }

  #post(message: ToPython): boolean {
    try {
      this.#model.send(message);
      return true;
    } catch {
      return false; // the kernel is away: the greeting is repeated
    }
  }

  readonly #onMessage = (message: FromPython): void => {
    if (message.t === "snap" && (message.view === null || message.view === this.#id)) this.#onSnap(message);
    else if (message.t === "ack") this.#onAck(message);
    else if (message.t === "nack") this.#onNack(message);
    else if (message.t === "later") this.#onLater(message);
  };

  #onSnap(snap: Snap): void {
    delete this.#root.dataset["waiting"];
    if (!isFull(snap)) return this.#showEmpty();
    const outbox = this.#outbox ?? this.#makeOutbox(snap);
    const answersUs = snap.view === this.#id && !this.#greeted;
    if (answersUs) {
      clearTimeout(this.#greeting);
      this.#greetings = 0;
      this.#greeted = true;
    }
    this.#open(snap);
    // what was kept over a reload goes back to the place it was done at, in a kernel that forgot it
    const at = outbox.edits[0]?.at;
    if (answersUs && at && at.session !== snap.session && at.sentence !== snap.ui.sentence) return this.#hello({ ...at });
    if (answersUs) outbox.open();
  }

  #makeOutbox(snap: FullSnap): Outbox {
    this.#outbox = new Outbox({
      namespace: `workbench:${snap.project.id}:${snap.project.annotator}`,
      send: ({ key, name, args, active_s }) => this.#model.send({ t: "do", view: this.#id, key, name, args, active_s }),
      onChange: (save) => {
        this.#save = save;
        this.#paintPending();
        this.#drawBar();
      },
      storage: findStorage(),
      clock: { set: (callback, wait) => setTimeout(callback, wait), clear: (timer) => clearTimeout(timer as number) },
    });
    return this.#outbox;
  }

  #open(snap: FullSnap): void {
    const same = this.#state?.article.info.id === snap.document.id && this.#state.ui.sentence === snap.ui.sentence;
    const caret = this.#selection.stretch;
    this.#state = new State(snap);
    this.#root.dataset["document"] = snap.document.id;
    delete this.#root.dataset["empty"];
    this.#text.open(this.#state);
    const index = this.#state.sentence?.index ?? 0;
    this.#selection.open(this.#state.article, index);
    if (same && caret) this.#selection.select(caret.sentence, caret);
    this.#text.focus(index);
    this.#draw();
    this.#root.dataset["ready"] = "";
  }

  #showEmpty(): void {
    this.#state = null;
    clearTimeout(this.#greeting);
    this.#root.dataset["empty"] = "";
    this.#root.dataset["ready"] = "";
  }

  #onAck(ack: Ack): void {
    const own = this.#outbox?.settle(ack.key) ?? null;
    if (ack.delta) this.#apply(ack.delta, own !== null);
    if (own && ack.say) this.#say(ack.say);
    if (own && this.#notice?.tone === "error") this.#notify(null);
  }

  #onNack(nack: Nack): void {
    const own = nack.key === null ? null : (this.#outbox?.settle(nack.key) ?? null);
    if (nack.delta) this.#apply(nack.delta, own !== null);
    if (nack.view !== this.#id && !own) return;
    const { message, hint } = nack.error;
    if (nack.conflict && this.#state) void this.#settleConflict(nack);
    else this.#notify({ text: message, hint, tone: "error" });
  }

  async #settleConflict(nack: Nack): Promise<void> {
    const { state } = this;
    const body = nack.conflict ? drawConflict(state, nack.conflict) : [];
    const answer = await ask(this.#root, "Somebody saved this sentence first", body, [
      { value: "theirs", label: "Keep theirs", primary: true },
      { value: "mine", label: "Save mine over it" },
    ], true);
    this.send("resolve", { choice: answer?.choice === "mine" ? "mine" : "theirs" });
    this.#part("pane").focus({ preventScroll: true });
  }

  #onLater(later: Later): void {
    this.#outbox?.postpone(later.key, later.message);
  }

  #apply(delta: Parameters<State["apply"]>[0], own: boolean): void {
    const state = this.#state;
    if (!state) return;
    const before = state.ui.sentence;
    const changed = state.apply(delta);
    this.#commands.choice = -1;
    if (delta.segments) for (const sentence of state.article.sentences) changed.add(sentence.index);
    this.#repaint(changed);
    if (state.ui.sentence !== before && state.sentence) {
      this.#text.focus(state.sentence.index);
      if (own) this.#selection.place(state.sentence.index, 0);
    }
    this.#draw();
  }

  // -- drawing -------------------------------------------------------------------------------

  #repaint(changed: ReadonlySet<number>): void {
    if (this.#pointer.busy) {
      this.#unpainted = new Set([...(this.#unpainted ?? []), ...changed]);
      return;
    }
    for (const index of changed) this.#text.repaint(index);
    this.#selection.paint();
    this.#paintPending();
  }

  #draw(): void {
    const state = this.#state;
    if (!state) return;
    this.#keepingFocus(() => {
      patch(this.#part("cards"), drawCards(state, this.#cardActions));
      this.#drawTools();
      patch(this.#part("keys"), drawStrip(state, (operation) => this.#act(operation)));
      this.#drawGuide();
    });
    this.#drawBar();
    this.#markColours(state);
    this.#root.dataset["sentence"] = state.ui.sentence ?? "";
    this.#root.querySelector(".wb-card.on .wb-att.on, .wb-card.on")?.scrollIntoView({ block: "nearest" });
  }

  #drawBar(): void {
    const state = this.#state;
    if (!state) return;
    this.#root.dataset["save"] = this.#save.state;
    this.#root.dataset["queue"] = String(this.#outbox?.operations.length ?? 0);
    this.#keepingFocus(() => patch(this.#part("bar"), drawBar(state, this.#save, {
      goTo: () => this.#act("go to"),
      date: () => this.#act("segment"),
      resize: (step) => this.#resize(step),
      help: () => this.#act("help"),
    })));
  }

  #drawTools(): void {
    const state = this.#state;
    if (!state) return;
    patch(this.#part("tools"), drawTools(state, this.#selection.words, this.#notice,
      (operation) => this.#act(operation), () => this.#notify(null)));
  }

  #drawGuide(): void {
    const label = this.#state && this.#guide && findLabel(this.#state, this.#guide.reference);
    const panel = this.#part("guide");
    panel.hidden = !label;
    patch(panel, label ? drawGuide(label) : []);
  }

  /** Every stance and role in the colour that the scheme gives it. */
  #markColours(state: State): void {
    const theme = this.#root.dataset["theme"] === "dark" ? "dark" : "light";
    for (const role of state.scheme.file.roles) {
      if (role.colour) this.#root.style.setProperty(`--wb-${role.value}`, role.colour[theme]);
    }
    for (const node of this.#root.querySelectorAll<HTMLElement>("[data-stance]")) {
      const colour = state.scheme.stance(node.dataset["stance"] ?? null)?.colour;
      if (colour) node.style.setProperty("--wb-stance", `light-dark(${colour.light}, ${colour.dark})`);
    }
  }

  #paintPending(): void {
    const article = this.#state?.article;
    if (!article) return;
    const spans = (this.#outbox?.edits ?? []).flatMap(({ args, at }) =>
      at?.document === article.info.id ? ((args["spans"] ?? []) as readonly Span[]) : []);
    const ranges = spans.flatMap((span) => article.place(span)).map((stretch) => this.#text.range(stretch));
    this.#highlights.paint("pending", ranges.filter((range): range is Range => range !== null));
  }

  /** Draw without losing the focus: where its node is gone the text takes it. */
  #keepingFocus(draw: () => void): void {
    const page = this.#root.getRootNode() as Document | ShadowRoot;
    const before = page.activeElement;
    const inside = before !== null && this.#root.contains(before);
    draw();
    if (!inside || page.activeElement === before) return;
    if (before.isConnected) (before as HTMLElement).focus({ preventScroll: true });
    else this.#part("pane").focus({ preventScroll: true });
  }

  #relayout(): void {
    const index = this.#state?.sentence?.index;
    if (index !== undefined && !this.#pointer.busy) this.#text.reveal(index);
    this.#selection.paint();
  }

  #resize(step: 1 | -1 | 0): void {
    const size = Number(this.#model.get("text_size") ?? 1) || 1;
    const next = step === 0 ? size : (SIZES[SIZES.findIndex((each) => each >= size) + step] ?? size);
    this.#root.style.setProperty("--wb-size", String(next));
    this.#relayout();
    if (step === 0) return;
    this.#model.set("text_size", next);
    this.#model.save_changes();
  }

  // -- what the person does ------------------------------------------------------------------

  get state(): State {
    if (!this.#state) throw new Error("no document is open");
    return this.#state;
  }

  send(name: string, args: Args = {}): void {
    if (!this.#state || !this.#outbox) return;
    if (!NAVIGATION.has(name)) this.#notify(null);
    this.#outbox.push({ key: makeKey(), name, args, active_s: this.#effort.take(), at: this.#state.resume });
    this.#drawTools();
  }

  #notify(notice: Notice | null): void {
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.#keepingFocus(() => this.#drawTools());
  }

  #say(text: string): void {
    this.#live.textContent = text;
  }

  get #view(): View {
    return {
      root: this.#root,
      state: this.state,
      selection: this.#selection,
      send: (name, args) => this.send(name, args),
      notify: (notice) => this.#notify(notice),
      say: (text) => this.#say(text),
      toggleArticle: () => this.#toggleArticle(),
      toggleGuide: () => this.#toggleGuide(),
    };
  }

  readonly #cardActions: CardActions = {
    act: (operation) => this.#act(operation),
    send: (name, args) => this.send(name, args),
    pick: (card, attribution) => this.#pick(card, attribution),
    arm: (slot: Slot, claim, attribution) => this.send("arm", { slot, claim, attribution }),
  };

  #act(operation: string, press?: { shiftKey: boolean; altKey: boolean }): boolean {
    if (!this.#state) return false;
    this.#effort.note();
    const words = this.#selection.words;
    const done = this.#commands.run(this.#view, operation, press);
    if (this.#selection.words !== words) {
      if (this.#notice?.tone === "info") this.#notice = null;
      this.#keepingFocus(() => this.#drawTools());
      if (this.#selection.words) this.#say(this.#selection.words);
    }
    return done;
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as Element;
    const typing = target.matches("input, textarea, select") || target.closest("dialog") !== null;
    const operation = typing ? null : (this.#state?.keymap.find(event) ?? null);
    // Enter and Space belong to the button that has the focus
    const native = target.matches("button, summary") && (event.code === "Enter" || event.code === "Space");
    const handled = operation !== null && !native && this.#act(operation, event);
    if (handled) event.preventDefault();
    if (isOurs(event, handled)) event.stopPropagation();
  }

  #keepFocus(event: MouseEvent): void {
    const target = event.target as Element;
    const pane = this.#part("pane");
    if (target.closest("dialog, input, textarea, select")) return;
    const page = this.#root.getRootNode() as Document | ShadowRoot;
    if (target.closest("button, .wb-side")) event.preventDefault();
    if (page.activeElement === null || !this.#root.contains(page.activeElement)) pane.focus({ preventScroll: true });
  }

  #onHover(event: MouseEvent): void {
    this.#showGuide((event.target as Element).closest<HTMLElement>("[data-guide]")?.dataset["guide"] ?? null);
  }

  /** Show a guideline after a while on its label, and hide it when the pointer goes away. */
  #showGuide(reference: string | null): void {
    if (this.#guide?.pinned) return;
    clearTimeout(this.#guideTimer);
    if (reference === (this.#guide?.reference ?? null)) return;
    this.#guideTimer = setTimeout(() => {
      this.#guide = reference ? { reference, pinned: false } : null;
      this.#drawGuide();
    }, reference ? GUIDE_DELAY_MS : 120);
  }

  #toggleGuide(): void {
    this.#guide = this.#guide?.pinned ? null : { reference: guideInFocus(this.state), pinned: true };
    this.#drawGuide();
    const panel = this.#part("guide");
    if (!panel.hidden) this.#say(panel.textContent ?? "");
  }

  #toggleArticle(): void {
    const whole = this.#root.toggleAttribute("data-whole");
    this.#relayout();
    this.#say(whole ? "Whole article" : "Sentence in focus");
  }

  #onSelect(sentence: number, range: Range16): void {
    this.#effort.note();
    this.#part("pane").focus({ preventScroll: true });
    this.#selection.select(sentence, range);
    this.#catchUp();
    const { armed } = this.state.ui;
    const span = this.#selection.span;
    if (span && armed?.slot === "source" && (this.#outbox?.operations.length ?? 0) === 0) {
      this.send("fill", { spans: [span] });
      this.#selection.collapse();
    }
    this.#drawTools();
  }

  #onClick(sentence: number, offset: number, items: readonly string[]): void {
    this.#effort.note();
    this.#part("pane").focus({ preventScroll: true });
    this.#selection.place(sentence, offset);
    this.#catchUp();
    const item = this.#nextItem(items);
    const info = this.state.article.sentences[sentence];
    if (item) this.#pickItem(item);
    else if (info && info.id !== this.state.ui.sentence) this.send("goto", { id: info.id });
    this.#drawTools();
  }

  /** Paint what changed while the mouse button was down. */
  #catchUp(): void {
    const waiting = this.#unpainted;
    this.#unpainted = null;
    if (waiting) this.#repaint(waiting);
  }

  /** Where marks lie over each other each click takes the next one. */
  #nextItem(items: readonly string[]): string | null {
    const { attribution, card } = this.state.ui;
    const here = Math.max(items.indexOf(attribution ?? ""), attribution ? -1 : items.indexOf(card ?? ""));
    return items[(here + 1) % items.length] ?? null;
  }

  #pickItem(id: string): void {
    const { state } = this;
    const { armed } = state.ui;
    const attribution = state.attributions.get(id);
    // an existing span fills an armed slot as well as a new selection does
    if (attribution && armed?.slot === "source" && attribution.source.spans.length > 0) {
      this.send("fill", { spans: attribution.source.spans });
    } else if (attribution) {
      this.#pick([...state.leaves(id)][0] ?? null, id);
    } else {
      this.#pick(id, null);
    }
  }

  #pick(card: string | null, attribution: string | null): void {
    const { armed } = this.state.ui;
    if (armed?.slot === "target" && card !== null && attribution !== armed.attribution) {
      this.send("target", { attribution: armed.attribution, target: attribution ?? card, on: true });
      return;
    }
    this.#commands.choice = -1;
    this.send("focus", { card, attribution });
  }
}

function makeRoot(): HTMLElement {
  return element("div", { class: "wb", dir: "ltr", lang: "en" },
    h("div", { class: "wb-bar", role: "group", "aria-label": "Progress" }),
    h("div", { class: "wb-cols" },
      h("div", { class: "wb-reading" },
        h("div", { class: "wb-pane", tabindex: 0, role: "group", "aria-roledescription": "annotation area", "aria-label": "Article" }),
        h("div", { class: "wb-tools" })),
      h("div", { class: "wb-side", role: "group", "aria-label": "Claims" },
        h("ul", { class: "wb-cards" }),
        h("div", { class: "wb-guide", role: "note", "aria-label": "Guideline", hidden: true }))),
    h("div", { class: "wb-keys", role: "toolbar", "aria-label": "Keys" }),
    h("p", { class: "wb-message wb-message-waiting" }, "No answer from the kernel yet. If it stays so, run the cell again."),
    h("p", { class: "wb-message wb-message-empty" }, "This project has no articles yet. Add some, then run the cell again."));
}

function findStorage(): Keep | null {
  try {
    return window.localStorage;
  } catch {
    return null; // a sandboxed page: the queue lives in memory
  }
}

/** What anywidget calls for each view. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const view = new AnnotatorView(model, el);
  return () => view.close();
}

export default { render };
