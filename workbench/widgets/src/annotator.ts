/** The annotator: one view of a session, put together from its parts. */

import { Appearance } from "./appearance.ts";
import type { CardActions } from "./cards.ts";
import { changeSegment, Commands, type View } from "./commands.ts";
import { tellFocus } from "./chain.ts";
import { askConflict } from "./conflict.ts";
import { Effort } from "./effort.ts";
import { Edges } from "./edges.ts";
import { makeFrame } from "./frame.ts";
import { Highlights } from "./highlights.ts";
import { isOurs } from "./keys.ts";
import { Link, type Model } from "./link.ts";
import { candidatesAt, choose } from "./overlap.ts";
import { Painting } from "./painting.ts";
import { Panels } from "./panels.ts";
import { Picking } from "./picking.ts";
import { Pointer, type Manner } from "./pointer.ts";
import { NAVIGATION, TIMELESS, type Ack, type Args, type Delta, type Nack, type Slot, type Snap } from "./protocol.ts";
import { Screen } from "./screen.ts";
import { PreferencesDialog } from "./preferences.ts";
import { WordSelection } from "./selection.ts";
import type { Range16 } from "./snapping.ts";
import { Targets } from "./targets.ts";
import { State, type FullSnap } from "./state.ts";
import { TextView } from "./textview.ts";

class AnnotatorView {
  readonly #end = new AbortController();
  readonly #root = makeFrame();
  readonly #link: Link;
  readonly #screen: Screen;
  readonly #text: TextView;
  readonly #selection: WordSelection;
  readonly #highlights = new Highlights();
  readonly #pointer: Pointer;
  readonly #painting: Painting;
  readonly #commands = new Commands();
  readonly #targets = new Targets({
    state: () => this.#state,
    send: (name, args) => this.send(name, args),
    say: (text) => this.#screen.say(text),
    draw: () => this.#draw(),
    leave: () => this.#focusText(),
  });
  readonly #picking = new Picking(() => this.state, (name, args) => this.send(name, args), () => this.#targets.reset());
  readonly #appearance: Appearance;
  readonly #preferences: PreferencesDialog;
  readonly #panels: Panels;
  readonly #effort = new Effort();
  #state: State | null = null;

  constructor(model: Model, el: HTMLElement) {
    this.#link = new Link(model, {
      language: () => this.#appearance.texts.language,
      resume: () => this.#state?.resume ?? null,
      waiting: () => this.#root.setAttribute("data-waiting", ""),
      snap: (snap) => this.#onSnap(snap),
      empty: (snap) => this.#showEmpty(snap),
      ack: (ack, own) => this.#onAck(ack, own),
      nack: (nack, own) => this.#onNack(nack, own),
      save: (save) => {
        this.#painting.pending();
        this.#screen.drawBar(save);
      },
    });
    this.#screen = new Screen(this.#root, {
      state: () => this.#state,
      words: () => this.#selection.words,
      queue: () => this.#link.operations.length,
      pen: () => this.#commands.pen.held,
      act: (operation) => this.#act(operation),
      resize: (step) => this.#appearance.step(step),
      cards: this.#cardActions,
    }, this.#end.signal);
    const { signal } = this.#end;
    const pane = this.#screen.part("pane");
    this.#text = new TextView(pane, `wb-${this.#link.id}`);
    this.#selection = new WordSelection(this.#text, this.#highlights);
    this.#pointer = new Pointer(pane, this.#text, () => this.#state?.article ?? null, {
      select: (sentence, range, manner) => this.#onSelect(sentence, range, manner),
      click: (sentence, offset, items, event) => this.#onClick(sentence, offset, items, event),
    }, signal);
    this.#painting = new Painting(this.#text, this.#selection, this.#highlights, {
      state: () => this.#state,
      busy: () => this.#pointer.busy,
      edits: () => this.#link.edits,
      painted: () => this.#panels.search.paint(),
    });
    new Edges(pane, this.#text, this.#pointer, this.#highlights, {
      state: () => this.#state,
      move: (args) => this.send("spans", args),
      writing: () => this.#commands.pen.held !== null,
    }, signal);
    this.#panels = new Panels(this.#root, this.#screen, {
      state: () => this.#state,
      ask: (name, args) => this.#link.ask(name, args),
      send: (name, args) => this.send(name, args),
      act: (operation) => this.#act(operation),
      queue: () => this.#link.operations.length,
      paint: (spans) => this.#painting.spans("hits", spans),
      repaint: (sentences) => this.#painting.repaint(sentences),
      show: (claim) => this.#text.show(this.state.article.byId(claim.sentence)?.index ?? 0),
      pick: (claim, document) => this.#picking.goTo(claim, document),
      leave: () => this.#focusText(),
    }, signal);
    el.append(this.#root);
    this.#listen(signal);
    this.#appearance = new Appearance(this.#root, {
      changed: (reworded) => this.#onAppearance(reworded),
      save: (changes) => this.send("settings", changes),
    }, signal);
    this.#preferences = new PreferencesDialog(this.#root, {
      state: () => this.state,
      settings: () => this.#appearance.settings,
      change: (changes) => this.#appearance.change(changes),
      say: (text) => this.#screen.say(text),
    });
    this.#link.greet();
  }

  #listen(signal: AbortSignal): void {
    this.#effort.watch(this.#root, signal);
    this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    // a press on a button must not take the focus, and with it the next key, from the text
    this.#root.addEventListener("mousedown", (event) => this.#onPress(event), { signal });
    this.#screen.part("pane").addEventListener("focus", () => this.#selection.paint(), { signal });
    this.#screen.part("pane").addEventListener("click", (event) => this.#onLabel(event), { signal });
    window.addEventListener("beforeunload", (event) => {
      if (this.#link.edits.length > 0) event.preventDefault();
    }, { signal });
    const observer = new ResizeObserver(() => this.#painting.relayout());
    observer.observe(this.#screen.part("pane"));
    observer.observe(this.#text.page);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  close(): void {
    this.#end.abort();
    this.#link.close();
    this.#highlights.clear();
    this.#root.remove();
  }

  // -- messages ------------------------------------------------------------------------------

  #onSnap(snap: FullSnap): void {
    delete this.#root.dataset["waiting"];
    const same = this.#state?.article.info.id === snap.document.id && this.#state.ui.sentence === snap.ui.sentence;
    const caret = this.#selection.stretch;
    this.#state = null;
    this.#appearance.take(snap.settings);
    this.#state = new State(snap, this.#appearance.texts);
    this.#state.rekey(snap.settings.keys, this.#appearance.layout);
    this.#root.dataset["document"] = snap.document.id;
    delete this.#root.dataset["empty"];
    this.#text.open(this.#state);
    const index = this.#state.sentence?.index ?? 0;
    this.#text.focus(index);
    this.#selection.open(this.#state.article, index);
    if (same && caret) this.#selection.select(caret.sentence, caret);
    this.#draw();
    this.#panels.search.draw();
    this.#panels.search.paint();
    this.#root.dataset["ready"] = "";
  }

  #showEmpty(snap: Snap): void {
    this.#state = null;
    const message = this.#root.querySelector<HTMLElement>(".wb-message-empty");
    const key = snap.empty === "queue" ? "frame.empty_queue" : "frame.empty";
    if (message) message.textContent = this.#appearance.texts.t((message.dataset["text"] = key));
    delete this.#root.dataset["waiting"];
    this.#root.dataset["empty"] = "";
    this.#root.dataset["ready"] = "";
  }

  #onAck(ack: Ack, own: boolean): void {
    const before = this.#state?.ui;
    if (ack.delta) this.#apply(ack.delta, own);
    this.#panels.register.changed();
    // what takes the focus in a panel says more than the card that comes with it
    const moved = this.#state && before && this.#panels.layer === null;
    const told = ack.say || (moved ? tellFocus(this.#state!, before) : "");
    if (own && told) this.#screen.say(told);
    if (own && this.#screen.notice?.tone === "error") this.#screen.notify(null);
  }

  #onNack(nack: Nack, own: boolean): void {
    if (nack.delta) this.#apply(nack.delta, own);
    const { message, hint } = nack.error;
    if (own && this.#state && this.#commands.sentences.confirm(this.#view, nack)) return;
    if (nack.conflict && this.#state) void this.#settleConflict(nack);
    else this.#screen.notify({ text: message, hint, tone: "error" });
    if (own) this.#panels.register.refuse([message, hint].filter(Boolean).join(" "));
    if (own) this.#draw();
  }

  async #settleConflict(nack: Nack): Promise<void> {
    this.send("resolve", { choice: await askConflict(this.#root, this.state, nack.conflict ?? {}) });
    this.#focusText();
  }

  #apply(delta: Delta, own: boolean): void {
    const state = this.#state;
    if (!state) return;
    if (delta.settings) this.#appearance.take(delta.settings);
    const before = state.ui.sentence;
    const changed = state.apply(delta);
    this.#targets.reset();
    if (delta.segments) for (const sentence of state.article.sentences) changed.add(sentence.index);
    this.#painting.repaint(changed);
    if (state.ui.sentence !== before && state.sentence) {
      this.#text.focus(state.sentence.index);
      if (own) this.#selection.place(state.sentence.index, 0);
    }
    this.#draw();
  }

  // -- drawing -------------------------------------------------------------------------------

  #draw(): void {
    const state = this.#state;
    if (state) this.#effort.at(`${state.article.info.id} ${state.ui.sentence}`);
    this.#panels.draw();
  }

  #onAppearance(reworded: boolean): void {
    this.#painting.relayout();
    const state = this.#state;
    if (!state) return;
    const { texts, settings, layout } = this.#appearance;
    state.texts = texts;
    state.rekey(settings.keys, layout);
    if (reworded) this.#text.repaintAll();
    this.#draw();
    this.#preferences.draw();
  }

  // -- what the person does ------------------------------------------------------------------

  get state(): State {
    if (!this.#state) throw new Error("no document is open");
    return this.#state;
  }

  send(name: string, args: Args = {}): void {
    if (!this.#state) return;
    if (!NAVIGATION.has(name)) this.#screen.notify(null);
    this.#panels.linking.sent(name);
    this.#link.send(name, args, TIMELESS.has(name) ? 0 : this.#effort.take());
    this.#screen.drawTools();
  }

  get #view(): View {
    return {
      root: this.#root,
      state: this.state,
      selection: this.#selection,
      send: (name, args) => this.send(name, args),
      notify: (notice) => this.#screen.notify(notice),
      say: (text) => this.#screen.say(text),
      targets: this.#targets,
      toggleArticle: () => this.#toggleArticle(),
      panels: this.#panels,
      openSettings: () => this.#preferences.open(),
      question: (name, args) => this.#link.ask(name, args),
    };
  }

  readonly #cardActions: CardActions = {
    act: (operation) => this.#act(operation),
    send: (name, args) => this.send(name, args),
    targets: this.#targets,
    pick: (card, attribution) => this.#picking.card(card, attribution),
    arm: (slot: Slot, claim, attribution) => this.send("arm", { slot, claim, attribution }),
  };

  #act(operation: string, press?: { shiftKey: boolean; altKey: boolean }): boolean {
    if (!this.#state) return false;
    this.#effort.note();
    const words = this.#selection.words;
    const { held } = this.#commands.pen;
    const done = this.#commands.run(this.#view, operation, press);
    if (this.#commands.pen.held !== held) this.#draw();
    if (this.#selection.words !== words) {
      if (this.#screen.notice?.tone === "info") this.#screen.notify(null);
      this.#screen.keepFocus(() => this.#screen.drawTools());
      if (this.#selection.words) this.#screen.say(this.#selection.words);
    }
    return done;
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as Element;
    const typing = target.matches("input, textarea, select") || target.closest("dialog") !== null || event.defaultPrevented;
    const operation = typing ? null : (this.#state?.keymap.find(event, this.#panels.layer) ?? null);
    // Enter and Space belong to the button that has the focus
    const native = target.matches("button, summary") && (event.code === "Enter" || event.code === "Space");
    const handled = operation !== null && !native && this.#act(operation, event);
    if (handled) event.preventDefault();
    if (isOurs(event, handled)) event.stopPropagation();
  }

  #onPress(event: MouseEvent): void {
    const target = event.target as Element;
    const pane = this.#screen.part("pane");
    if (target.closest("dialog, input, textarea, select")) return;
    const page = this.#root.getRootNode() as Document | ShadowRoot;
    if (target.closest("button, .wb-side")) event.preventDefault();
    if (page.activeElement === null || !this.#root.contains(page.activeElement)) pane.focus({ preventScroll: true });
  }

  #focusText(): void {
    this.#screen.part("pane").focus({ preventScroll: true });
  }

  #toggleArticle(): void {
    const whole = this.#root.toggleAttribute("data-whole");
    this.#painting.relayout();
    this.#screen.say(this.state.texts.t(whole ? "frame.whole" : "frame.focused"));
  }

  #onSelect(sentence: number, range: Range16, manner: Manner): void {
    this.#effort.note();
    this.#focusText();
    this.#selection.select(sentence, range, manner.exact);
    this.#painting.catchUp();
    // while an operation is under way nobody knows which slot waits
    if (manner.append || this.#link.operations.length === 0) this.#commands.write(this.#view, manner.append);
    this.#screen.drawTools();
  }

  #onClick(sentence: number, offset: number, items: readonly string[], event: MouseEvent): void {
    this.#effort.note();
    this.#focusText();
    this.#selection.place(sentence, offset);
    this.#painting.catchUp();
    const linking = event.ctrlKey || event.metaKey;
    const candidates = items.filter((id) => (linking ? this.#picking.links(id) : this.#picking.fits(id)));
    const info = this.state.article.sentences[sentence];
    if (candidates.length > 1) void this.#choose(sentence, offset, candidates, event);
    else if (candidates[0]) this.#picking.item(candidates[0], linking);
    else if (info && info.id !== this.state.ui.sentence) this.send("goto", { id: info.id });
    this.#screen.drawTools();
  }

  /** A kind or a date beside the text is a way to correct it. */
  #onLabel(event: MouseEvent): void {
    const sentence = this.#text.labelled(event.target as Element);
    if (sentence) void changeSegment(this.#view, sentence);
  }

  /** Where spans lie over each other, the person says which one is meant. */
  async #choose(sentence: number, offset: number, items: readonly string[], event: MouseEvent): Promise<void> {
    const at = { x: event.clientX, y: this.#pointer.below(sentence, event.clientY) };
    const item = await choose(this.#root, this.state, at, candidatesAt(this.state, sentence, offset, items));
    this.#focusText();
    if (item) this.#picking.item(item, event.ctrlKey || event.metaKey);
  }
}

/** What anywidget calls for each view. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const view = new AnnotatorView(model, el);
  return () => view.close();
}

export default { render };
