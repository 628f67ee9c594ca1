/** The panel of other articles: who has the focus in it says by one key how two claims stand to each other. */

import { quote } from "./cards.ts";
import { patch } from "./dom.ts";
import { inOrder } from "./filter.ts";
import { findKindred } from "./kindred.ts";
import { isJudged, JUDGEMENTS, nameOf, nextOpen, othersOf, type Candidates, type Judgement, type Other } from "./linked.ts";
import type { Args, Claim } from "./protocol.ts";
import { drawLinking } from "./relations.ts";
import type { State } from "./state.ts";

export interface LinkingSource {
  readonly state: () => State | null;
  readonly ask: (name: string, args: Args) => Promise<unknown>;
  readonly send: (name: string, args: Args) => void;
  /** How many operations are on their way. */
  readonly queue: () => number;
  readonly act: (operation: string) => void;
  readonly notify: (text: string) => void;
  /** Have the words typed of a claim that is looked for; `null` where the person changed their mind. */
  readonly find: (value: string) => Promise<string | null>;
  /** Have the proposition of a cluster written; `null` where the person changed their mind. */
  readonly write: (value: string) => Promise<string | null>;
  /** Go to a claim of the open article. */
  readonly pick: (claim: Claim) => void;
  /** Draw this panel alone and keep the focus where it is. */
  readonly redraw: () => void;
  readonly leave: () => void;
}

/** How many candidates stand beside a claim, and how many where a person wants more. */
const COUNT = 5;
const MANY = 15;
/** Who walks over cards asks nothing on the way. */
const PATIENCE_MS = 250;
/** What is being prepared is asked for again after so long. */
const AGAIN_MS = 1500;
/** After these what stands beside a claim may be another, though the claim itself is as it was. */
const TOUCHING: ReadonlySet<string> = new Set(["link", "cluster_proposition", "undo", "redo"]);

export class Linking {
  readonly #panel: HTMLElement;
  readonly #source: LinkingSource;
  #found: Candidates | null = null;
  /** The claim in focus, with its article. */
  #about = "";
  /** What the answer hangs on, of that claim. */
  #wanted = "";
  /** Answers to what was asked before are no longer wanted. */
  #turn = 0;
  #busy = false;
  /** Something was done that no answer knows yet. */
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #here: string | null = null;
  /** What was judged a moment ago, and is not confirmed. */
  readonly #pending = new Set<string>();
  /** Go on as soon as what was judged is confirmed. */
  #onwards = false;
  #closed = false;
  /** A claim was gone to for the panel's sake. */
  #arriving = false;
  /** Of this claim the person wants to see more than the likest. */
  #more = false;
  /** What the person typed of a claim that they look for. */
  #words: string | null = null;
  #origin: { readonly claim: string; readonly document: string; readonly words: string } | null = null;

  constructor(panel: HTMLElement, source: LinkingSource, signal: AbortSignal) {
    this.#panel = panel;
    this.#source = source;
    panel.addEventListener("click", (event) => this.#onClick(event), { signal });
    panel.addEventListener("focusin", (event) => this.#onFocus(event), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Whether keys mean relations. */
  get hasFocus(): boolean {
    const page = this.#panel.getRootNode() as Document | ShadowRoot;
    return !this.#panel.hidden && this.#panel.contains(page.activeElement);
  }

  get #current(): Other | null {
    return othersOf(this.#found).find((each) => nameOf(each) === this.#here) ?? null;
  }

  draw(): void {
    const focused = this.hasFocus;
    const state = this.#source.state();
    const claim = state?.claims.get(state.ui.card ?? "");
    if (!state || !claim) return this.#drop();
    this.#follow(state, claim);
    const others = othersOf(this.#found);
    if (this.#arriving) this.#panel.hidden = this.#closed = false;
    if (!others.some((each) => nameOf(each) === this.#here)) this.#here = this.#first();
    if (!this.#busy || this.#found) this.#hide(others.length === 0 && !this.#found?.preparing && !focused && !this.#closed && !this.#arriving);
    this.#panel.dataset["claim"] = this.#busy ? "" : claim.id;
    patch(this.#panel, drawLinking(state, {
      found: this.#found, here: this.#here, pending: this.#pending, busy: this.#busy, open: !this.#closed, more: this.#more, words: this.#words,
      origin: this.#origin && this.#about !== nameOf(this.#origin) ? this.#origin.words : null,
    }, { act: this.#source.act, judge: (other, judgement) => this.#judge(other, judgement), toggle: () => this.#fold() }));
  }

  /** An operation is on its way: what it changes is asked for once it is saved. */
  sent(name: string): void {
    if (TOUCHING.has(name)) this.#stale = true;
  }

  /** Take the focus: the claim that it was at, or what is said of the panel. */
  focus(): void {
    if (this.#panel.hidden) return;
    this.#arriving = false;
    const item = this.#here && this.#panel.querySelector<HTMLElement>(`[data-other="${CSS.escape(this.#here)}"]`);
    (item || this.#panel.querySelector<HTMLElement>(".wb-linking-head"))?.focus();
    // with its buttons: who has the focus already is brought nowhere by getting it
    if (item) item.scrollIntoView({ block: "nearest" });
  }

  /** From the text to the panel, and back. */
  toggle(): void {
    const state = this.#source.state();
    if (this.hasFocus) return this.#leave();
    const first = state && this.#stops(state)[0];
    if (!state || !first) return this.#source.notify(state?.texts.t("notice.focus_claim") ?? "");
    this.#arriving = true;
    if (!state.claims.has(state.ui.card ?? "")) return this.#source.pick(first);
    this.#here = this.#first();
    this.#source.redraw();
  }

  /** Whether the focus is on its way here: the claim that it is about had to be gone to first. */
  get isArriving(): boolean {
    return this.#arriving && !this.#panel.hidden;
  }

  /** The claims to link, in the order of the text: of the article, or those that there is something to settle of. */
  #stops(state: State): Claim[] {
    const open = state.adjudication?.progress.links?.claims ?? [];
    const all = inOrder(state);
    return open.length > 0 ? all.filter((each) => open.includes(each.id) || each.id === state.ui.card) : all;
  }

  /** Do what a key means while the panel has the focus. */
  run(operation: string): boolean {
    const meaning = operation.slice("linking ".length);
    const judgement = JUDGEMENTS[meaning];
    if (judgement) this.#judge(this.#current, judgement);
    else if (/^[1-9]$/u.test(meaning)) this.#go(this.#found?.candidates[Number(meaning) - 1]);
    else if (meaning === "next" || meaning === "previous") this.#step(meaning === "next" ? 1 : -1);
    else if (meaning === "next claim" || meaning === "previous claim") this.#walk(meaning === "next claim" ? 1 : -1);
    else if (meaning === "proposition") void this.#reword();
    else if (meaning === "more") this.#widen();
    else if (meaning === "find") void this.#find();
    else if (meaning === "open") this.#open();
    else if (meaning === "back") this.#back();
    else if (meaning === "leave") this.#leave();
    else return false;
    return true;
  }

  // -- asking ----------------------------------------------------------------------------------

  /** Ask anew where the claim in focus is another, or no longer what it was. */
  #follow(state: State, claim: Claim): void {
    const about = nameOf({ document: state.article.info.id, claim: claim.id });
    if (about !== this.#about) {
      this.#about = about;
      this.#found = null;
      this.#pending.clear();
      this.#wanted = "";
      this.#more = false;
      this.#words = null;
    }
    if (this.#closed) return;
    const wanted = JSON.stringify([about, claim.spans, claim.proposition, claim.features, claim.cluster, state.clusters.get(claim.cluster ?? "")]);
    const saved = this.#stale && this.#source.queue() === 0;
    if (wanted === this.#wanted && !saved) return;
    this.#wanted = wanted;
    if (saved) this.#stale = false;
    this.#look(claim.id, this.#found || this.hasFocus ? 0 : PATIENCE_MS);
  }

  #look(id: string, wait: number): void {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#busy = true;
    this.#timer = setTimeout(() => void this.#ask(id, turn), wait);
  }

  async #ask(id: string, turn: number): Promise<void> {
    const answer = (await this.#source.ask("candidates", { id, count: this.#more ? MANY : COUNT, words: this.#words })) as Candidates | null;
    const state = this.#source.state();
    if (turn !== this.#turn || !state) return; // another claim is in focus, or it has changed
    this.#busy = false;
    this.#found = answer && this.#complete(state, answer);
    if (!this.#stale) this.#pending.clear();
    const current = this.#current;
    if (this.#found && current && this.#onwards && isJudged(this.#found, current)) this.#here = this.#after(this.#found);
    if (answer?.preparing) this.#look(id, AGAIN_MS);
    this.#source.redraw();
  }

  /** What the view itself knows of it. */
  #complete(state: State, answer: Candidates): Candidates {
    const claim = state.claims.get(answer.claim);
    const found = { ...answer, settling: state.adjudication !== null };
    if (!claim || !this.#more) return found;
    return { ...found, nearby: findKindred(state, claim, COUNT, new Set(othersOf(answer).map(nameOf))) };
  }

  /** The likest may all be others than the one that is looked for; and the same article may say it twice. */
  #widen(): void {
    const id = this.#source.state()?.ui.card;
    if (!id || this.#more) return;
    this.#more = true;
    this.#look(id, 0);
    this.draw();
    this.focus();
  }

  /** A claim that has no word in common with this one is found by its own; no words lead back to the likest. */
  async #find(): Promise<void> {
    const id = this.#source.state()?.ui.card;
    const words = await this.#source.find(this.#words ?? "");
    if (words === null || !id || id !== this.#source.state()?.ui.card) return this.focus();
    this.#words = words.trim() || null;
    this.#here = null;
    this.#look(id, 0);
    this.#source.redraw();
    this.focus();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#busy = false;
    this.#found = null;
    this.#about = this.#wanted = "";
    this.#hide(true);
  }

  /** The browser takes the focus from what is hidden and gives it to nobody: the text shall have it. */
  #hide(hidden: boolean): void {
    const focused = this.hasFocus;
    this.#panel.hidden = hidden;
    if (hidden && focused) this.#source.leave();
  }

  // -- going about -----------------------------------------------------------------------------

  #first(): string | null {
    const first = this.#found && (nextOpen(this.#found, null, this.#pending) ?? othersOf(this.#found)[0]);
    return first ? nameOf(first) : null;
  }

  #after(found: Candidates): string | null {
    const next = nextOpen(found, this.#here, this.#pending);
    return next ? nameOf(next) : this.#here;
  }

  #go(other: Other | undefined): void {
    if (!other) return this.#none();
    this.#onwards = false;
    this.#here = nameOf(other);
    this.draw();
    this.focus();
  }

  /** Back to the text; a panel that holds nothing goes away with the focus. */
  #leave(): void {
    this.#source.leave();
    this.draw();
  }

  #step(step: 1 | -1): void {
    const all = othersOf(this.#found);
    const here = all.findIndex((each) => nameOf(each) === this.#here);
    this.#go(all[here + step] ?? all[Math.max(0, here)]);
  }

  /** To the next claim of the article, so that one claim after the other can be linked. */
  #walk(step: 1 | -1): void {
    const state = this.#source.state();
    if (!state) return;
    const all = this.#stops(state);
    const next = all[all.findIndex((each) => each.id === state.ui.card) + step];
    if (next) this.#source.pick(next);
    else this.#source.notify(state.texts.t("linking.no_more_claims"));
  }

  /** Read the other claim where it stands; one key comes back. */
  #open(): void {
    const other = this.#current;
    const state = this.#source.state();
    const claim = state?.claims.get(state.ui.card ?? "");
    if (!other || !state || !claim) return this.#none();
    this.#origin = { document: state.article.info.id, claim: claim.id, words: quote(claim.spans) || (claim.proposition ?? "") };
    this.#source.send("goto", { id: other.claim, document: other.document });
  }

  #back(): void {
    const origin = this.#origin;
    this.#origin = null;
    if (origin) this.#source.send("goto", { id: origin.claim, document: origin.document });
  }

  // -- judging ---------------------------------------------------------------------------------

  #judge(other: Other | null, { relation, reversed }: Judgement): void {
    if (!other || !this.#found) return this.#none();
    const state = this.#source.state();
    this.#pending.add(nameOf(other));
    this.#onwards = relation !== null;
    this.#here = nameOf(other);
    // the next key is about the next claim already, however long this one takes to be saved
    if (this.#onwards) this.#here = this.#after(this.#found);
    this.#source.send("link", { document: other.document, claim: other.claim, relation, id: state?.ui.card ?? null, reversed });
    this.draw();
    this.focus();
  }

  #none(): void {
    const texts = this.#source.state()?.texts;
    if (texts) this.#source.notify(texts.t(this.#busy ? "linking.looking" : "linking.none"));
  }

  async #reword(): Promise<void> {
    const id = this.#source.state()?.ui.card;
    const cluster = this.#found?.cluster;
    if (!cluster) return this.#source.notify(this.#source.state()?.texts.t("linking.no_cluster") ?? "");
    const text = await this.#source.write(cluster.proposition ?? cluster.proposed);
    if (text !== null && text.trim() !== (cluster.proposition ?? "")) this.#source.send("cluster_proposition", { id, text: text.trim() });
    this.focus();
  }

  // -- the mouse -------------------------------------------------------------------------------

  #fold(): void {
    this.#closed = !this.#closed;
    if (!this.#closed) this.#wanted = "";
    this.#source.redraw();
  }

  #onFocus(event: Event): void {
    const name = (event.target as Element).closest<HTMLElement>("[data-other]")?.dataset["other"];
    if (name === undefined || name === this.#here) return;
    this.#here = name;
    this.#onwards = false;
    this.draw();
  }

  #onClick(event: Event): void {
    const name = (event.target as Element).closest<HTMLElement>("[data-other]")?.dataset["other"];
    const other = othersOf(this.#found).find((each) => nameOf(each) === name);
    if (other && !(event.target as Element).closest("button")) this.#go(other);
  }
}
