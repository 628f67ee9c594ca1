/** The ledger of who says what: a table, figures in time, who relays whom; nothing can be changed here. */

import { element, h, patch, type VNode } from "./dom.ts";
import { announceMarks, keepFocus } from "./frame.ts";
import { drawControls } from "./ledgerbar.ts";
import { chooseColumns, chooseRows, USUAL_CHOICE, type Choice, type Ledger, type Node, type Point, type Relay, type Row } from "./ledgerdata.ts";
import { Words } from "./ledgerwords.ts";
import { drawMatrix, stepFrom, type Picked } from "./matrix.ts";
import { drawRelays } from "./relaying.ts";
import { Scheme } from "./scheme.ts";
import { readShared } from "./settings.ts";
import { drawQuotes, drawStatements, type PaneSource } from "./statements.ts";
import { languageOf, Texts } from "./texts.ts";
import { applyColours, followTheme } from "./theme.ts";
import { drawTimeline } from "./timeline.ts";
import { makeKey } from "./protocol.ts";

interface Model {
  send(message: object): void;
  on(event: string, listener: (message: Answer, buffers?: readonly DataView[]) => void): void;
  off(event: string, listener: (message: Answer, buffers?: readonly DataView[]) => void): void;
}

/** What `workbench/widgets/ledger.py` sends. */
type Answer =
  | { readonly t: "ledger"; readonly ledger: Ledger; readonly nodes: readonly Node[]; readonly scheme: unknown; readonly shapes: Readonly<Record<string, string>>; readonly opens: boolean }
  | { readonly t: "file"; readonly key: string; readonly name: string; readonly kind: string }
  | { readonly t: "opened"; readonly key: string }
  | { readonly t: "failed"; readonly key: string; readonly message: string };

export const VIEWS = ["table", "figures", "relays"] as const;
export type View = (typeof VIEWS)[number];

const MIME: Readonly<Record<string, string>> = { svg: "image/svg+xml", png: "image/png", csv: "text/csv" };
const FILES: Readonly<Record<View, string>> = { table: "ledger", figures: "figures", relays: "relays" };

class LedgerView {
  readonly #model: Model;
  readonly #end = new AbortController();
  readonly #root: HTMLElement;
  readonly #texts = new Texts(languageOf(readShared().language));
  #sent: (Answer & { t: "ledger" }) | null = null;
  #words: Words | null = null;
  #view: View = "table";
  #choice: Choice = USUAL_CHOICE;
  #rows: readonly Row[] = [];
  #picked: Picked | null = null;
  #stop: Picked | null = null;
  #relay: Relay | null = null;
  #chosen: string | null = null;
  /** The key of what was asked for last, and what became of it. */
  #waiting: string | null = null;
  #notice: { readonly text: string; readonly bad: boolean } | null = null;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    const { t, dir, language } = this.#texts;
    this.#root = element("div", { class: "wb wb-ledger", dir, lang: language, role: "group", "aria-label": t("ledger.title") },
      h("div", { class: "wb-ledger-bar" }),
      h("div", { class: "wb-ledger-body" }, h("div", { class: "wb-ledger-view" }), h("aside", { class: "wb-pane-said", "aria-label": t("ledger.said"), hidden: true })),
      h("div", { class: "wb-live", role: "status", "aria-live": "polite" }),
      h("p", { class: "wb-message wb-message-waiting" }, t("frame.waiting")));
    announceMarks(this.#root, this.#texts);
    el.append(this.#root);
    followTheme(this.#root, () => readShared().theme, this.#end.signal);
    this.#listen(this.#end.signal);
    this.#root.dataset["waiting"] = "";
    this.#model.on("msg:custom", this.#onMessage);
    this.#model.send({ t: "hello" });
  }

  #listen(signal: AbortSignal): void {
    this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    const view = this.#root.querySelector<HTMLElement>(".wb-ledger-view")!;
    view.addEventListener("click", (event) => {
      const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
      if (cell) this.#pickCell(cell);
    }, { signal });
    view.addEventListener("focusin", (event) => {
      const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
      if (cell) this.#stopAt(cell);
    }, { signal });
  }

  readonly #onMessage = (answer: Answer, buffers: readonly DataView[] = []): void => {
    if (answer.t === "ledger") {
      this.#sent = answer;
      this.#words = new Words(this.#texts, new Scheme(answer.scheme), answer.ledger);
      this.#root.dataset["ready"] = "";
      this.#draw();
      return;
    }
    if (answer.key !== this.#waiting) return; // another view's
    this.#waiting = null;
    if (answer.t === "file") {
      const content = buffers[0];
      if (content) download(answer.name, MIME[answer.kind] ?? "application/octet-stream", content);
      this.#say(this.#texts.t("ledger.saved", { name: answer.name }), false);
    } else if (answer.t === "opened") this.#say(this.#texts.t("ledger.opened"), false);
    else this.#say(answer.message, true);
  };

  #say(text: string, bad: boolean): void {
    this.#notice = { text, bad };
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    // the notebook would take every key for a command
    if (event.key !== "Tab") event.stopPropagation();
    const target = event.target as HTMLElement;
    if (event.key === "Escape" && this.#isOpen) {
      event.preventDefault();
      this.#close();
      return;
    }
    if (target.getAttribute("role") === "tab") {
      this.#walkTabs(event, target);
      return;
    }
    const cell = target.closest<HTMLElement>("[data-column]");
    if (!cell || target !== cell) return;
    const next = stepFrom(cell, event.code, this.#texts.dir === "rtl");
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#pickCell(cell);
      this.#root.querySelector<HTMLElement>(".wb-pane-heading")?.focus();
    } else if (event.code.startsWith("Arrow")) event.preventDefault();
  }

  #walkTabs(event: KeyboardEvent, tab: HTMLElement): void {
    const tabs = [...tab.parentElement!.querySelectorAll<HTMLElement>("[role=tab]")];
    const onwards = this.#texts.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.code === onwards ? 1 : event.code === "ArrowLeft" || event.code === "ArrowRight" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
    next.click();
    this.#root.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  }

  #placeOf(cell: HTMLElement): Picked | null {
    const row = cell.closest<HTMLElement>("tr")?.dataset["row"];
    return row === undefined ? null : { row, column: cell.dataset["column"] || null };
  }

  /** Tab comes back to where one was. */
  #stopAt(cell: HTMLElement): void {
    for (const each of this.#root.querySelectorAll<HTMLElement>(".wb-matrix [data-column][tabindex='0']")) each.tabIndex = -1;
    cell.tabIndex = 0;
    this.#stop = this.#placeOf(cell);
  }

  #pickCell(cell: HTMLElement): void {
    const place = this.#placeOf(cell);
    if (!place || (place.column !== null && !cell.classList.contains("wb-said-cell"))) return;
    this.#stopAt(cell);
    this.#picked = place;
    this.#relay = null;
    this.#draw();
  }

  get #isOpen(): boolean {
    return this.#picked !== null || this.#relay !== null;
  }

  readonly #close = (): void => {
    const place = this.#picked;
    this.#picked = null;
    this.#relay = null;
    this.#draw();
    if (place) this.#findCell(place)?.focus();
  };

  #findCell(place: Picked): HTMLElement | null {
    const rows = [...this.#root.querySelectorAll<HTMLElement>("tr[data-row]")];
    const cells = rows.find((row) => row.dataset["row"] === place.row)?.querySelectorAll<HTMLElement>("[data-column]") ?? [];
    return [...cells].find((cell) => cell.dataset["column"] === (place.column ?? "")) ?? null;
  }

  #choose(change: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...change };
    this.#draw();
  }

  #ask(message: object): void {
    this.#waiting = makeKey();
    this.#notice = null;
    this.#model.send({ ...message, key: this.#waiting });
    this.#draw();
  }

  #save(kind: string): void {
    const all = this.#rows.length === this.#sent?.ledger.rows.length;
    this.#ask({ t: "save", view: FILES[this.#view], kind, rows: all ? null : this.#rows.map((row) => row.id), sides: this.#choice.sides, language: this.#texts.language });
  }

  #draw(): void {
    const sent = this.#sent;
    const words = this.#words;
    if (!sent || !words) return;
    const { ledger } = sent;
    this.#rows = chooseRows(ledger, this.#choice);
    if (!this.#rows.some((row) => row.id === this.#stop?.row)) {
      const first = this.#rows[0];
      this.#stop = first ? { row: first.id, column: null } : null;
    }
    keepFocus(this.#root, this.#root.querySelector<HTMLElement>(".wb-ledger-view")!, () => {
      patch(this.#root.querySelector(".wb-ledger-bar")!, drawControls({
        ledger, words, shapes: sent.shapes, view: this.#view, choice: this.#choice, shown: this.#rows.length, notice: this.#notice, busy: this.#waiting !== null,
        show: (view) => { this.#view = view; this.#relay = null; this.#draw(); },
        choose: (change) => this.#choose(change),
        save: (kind) => this.#save(kind),
      }));
      patch(this.#root.querySelector(".wb-ledger-view")!, this.#drawView(sent, words));
      this.#drawPane(sent, words);
    });
    applyColours(this.#root, words.scheme);
  }

  #drawView(sent: Answer & { t: "ledger" }, words: Words): VNode {
    const { ledger, shapes, nodes } = sent;
    if (this.#view === "figures") {
      return drawTimeline({ ledger, rows: this.#rows, words, shapes, pick: (point) => this.#pickPoint(point) });
    }
    if (this.#view === "relays") {
      return drawRelays({
        relays: ledger.relays, nodes, words, chosen: this.#chosen,
        choose: (column) => { this.#chosen = this.#chosen === column ? null : column; this.#draw(); },
        pick: (relay) => { this.#relay = relay; this.#picked = null; this.#draw(); },
      });
    }
    return drawMatrix({ ledger, rows: this.#rows, choice: this.#choice, words, shapes, picked: this.#picked, stop: this.#stop });
  }

  #pickPoint(point: Point): void {
    this.#picked = { row: point.row, column: null };
    this.#relay = null;
    this.#draw();
  }

  #drawPane(sent: Answer & { t: "ledger" }, words: Words): void {
    const pane = this.#root.querySelector<HTMLElement>(".wb-pane-said")!;
    pane.hidden = !this.#isOpen;
    this.#root.toggleAttribute("data-open", this.#isOpen);
    patch(pane, this.#drawSaid(sent, words));
  }

  #drawSaid({ ledger, shapes, opens }: Answer & { t: "ledger" }, words: Words): VNode[] {
    const source: PaneSource = {
      ledger, words, shapes, opens, close: this.#close,
      open: (document, sentence, item) => this.#ask({ t: "open", document, sentence, item }),
      go: (row) => { this.#picked = { row, column: null }; this.#draw(); },
    };
    if (this.#relay) {
      const { start, end, kind, quotes } = this.#relay;
      return drawQuotes(`${words.source(start)} ${this.#texts.name("ledger.does", kind)} ${words.source(end)}`, quotes, source);
    }
    const row = ledger.rows.find((each) => each.id === this.#picked?.row);
    if (!row || !this.#picked) return [];
    const shown = chooseColumns(ledger, this.#rows, this.#choice).find((each) => each.id === this.#picked?.column);
    const sources = new Set(shown?.columns.map((column) => column.id));
    const statements = shown ? row.statements.filter((each) => sources.has(each.column)) : row.statements;
    return drawStatements(row, statements, shown ? words.column(shown) : null, source);
  }

  close(): void {
    this.#end.abort();
    this.#model.off("msg:custom", this.#onMessage);
    this.#root.remove();
  }
}

/** Hand a file to the browser; nothing leaves the page. */
function download(name: string, type: string, content: DataView): void {
  const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength).slice();
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What anywidget calls for each view. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const view = new LedgerView(model, el);
  return () => view.close();
}

export default { render };
