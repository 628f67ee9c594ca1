/** Files dropped or chosen go to Python in pieces; what became of each is listed. */

import { element, h, patch, type VNode } from "./dom.ts";
import { makeKey } from "./protocol.ts";
import { readShared } from "./settings.ts";
import { languageOf, Texts } from "./texts.ts";
import { followTheme } from "./theme.ts";
import { describeFile, nextPiece, type FileState } from "./upload.ts";

interface Model {
  get(name: string): unknown;
  send(message: object, callbacks: undefined, buffers: readonly ArrayBuffer[]): void;
  on(event: string, listener: (message: Answer) => void): void;
  off(event: string, listener: (message: Answer) => void): void;
}

type Answer =
  | { t: "more"; file: string; received: number }
  | { t: "done"; file: string; ok: boolean; lines: readonly string[]; count: number | null };

const KINDS = ".txt,.jsonl,.ndjson,.csv,.parquet,.md,text/plain,text/csv";

class ArticlesView {
  readonly #model: Model;
  readonly #end = new AbortController();
  readonly #root: HTMLElement;
  readonly #texts = new Texts(languageOf(readShared().language));
  readonly #states = new Map<string, FileState>();
  readonly #files = new Map<string, File>();

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    const { t, dir, language } = this.#texts;
    this.#root = element("div", { class: "wb wb-articles", dir, lang: language },
      h("label", { class: "wb-drop" },
        h("input", { type: "file", multiple: true, accept: KINDS, class: "wb-hidden" }),
        h("b", {}, t("articles.drop")), h("span", {}, ` ${t("articles.choose")}`)),
      h("ul", { class: "wb-files", "aria-live": "polite", "aria-label": t("articles.files") }));
    el.append(this.#root);
    followTheme(this.#root, () => readShared().theme, this.#end.signal);
    this.#listen(this.#end.signal);
    this.#root.dataset["ready"] = "";
  }

  #listen(signal: AbortSignal): void {
    const zone = this.#root.querySelector<HTMLElement>(".wb-drop")!;
    const input = this.#root.querySelector("input")!;
    this.#model.on("msg:custom", this.#onMessage);
    input.addEventListener("change", () => {
      this.#take(input.files ?? []);
      input.value = "";
    }, { signal });
    // Lab would open a dropped file itself
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
      zone.addEventListener(type, (event) => this.#onDrag(zone, event as DragEvent), { signal });
    }
    this.#root.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
  }

  #onDrag(zone: HTMLElement, event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    zone.classList.toggle("over", event.type === "dragenter" || event.type === "dragover");
    if (event.type === "drop") this.#take(event.dataTransfer?.files ?? []);
  }

  #take(files: FileList | readonly File[]): void {
    const limit = Number(this.#model.get("max_bytes"));
    for (const file of files) {
      const id = makeKey();
      const tooLarge = file.size > limit;
      const lines = tooLarge ? [this.#texts.t("articles.too_large", { limit: Math.floor(limit / 1e6), command: "workbench ingest" })] : [];
      this.#states.set(id, { name: file.name, size: file.size, sent: 0, outcome: tooLarge ? "refused" : "waiting", lines });
      if (!tooLarge) this.#files.set(id, file);
    }
    this.#draw();
    void this.#sendNext();
  }

  /** One file at a time, one piece at a time. */
  async #sendNext(): Promise<void> {
    if ([...this.#states.values()].some((state) => state.outcome === "sending")) return;
    const waiting = [...this.#files.keys()].find((id) => this.#states.get(id)?.outcome === "waiting");
    if (waiting !== undefined) await this.#sendPiece(waiting, 0);
  }

  async #sendPiece(id: string, start: number): Promise<void> {
    const file = this.#files.get(id);
    const state = this.#states.get(id);
    if (!file || !state) return;
    this.#states.set(id, { ...state, sent: start, outcome: "sending" });
    this.#draw();
    const [from, to] = nextPiece(file.size, start);
    try {
      const buffer = await file.slice(from, to).arrayBuffer();
      this.#model.send({ t: "piece", file: id, name: file.name, size: file.size, start }, undefined, [buffer]);
    } catch {
      this.#finish(id, false, [this.#texts.t("articles.unreadable")]);
    }
  }

  readonly #onMessage = (answer: Answer): void => {
    if (!this.#files.has(answer.file)) return; // another view's
    if (answer.t === "more") void this.#sendPiece(answer.file, answer.received);
    else this.#finish(answer.file, answer.ok, this.#say(answer));
  };

  #say(answer: Answer & { t: "done" }): readonly string[] {
    return answer.count === null ? answer.lines : [this.#texts.t("articles.count", { count: answer.count })];
  }

  #finish(id: string, ok: boolean, lines: readonly string[]): void {
    const state = this.#states.get(id);
    if (!state) return;
    this.#files.delete(id);
    this.#states.set(id, { ...state, sent: state.size, outcome: ok ? "added" : "refused", lines });
    this.#draw();
    void this.#sendNext();
  }

  #draw(): void {
    const rows = [...this.#states].map(([id, state]) => drawFile(this.#texts, id, state));
    patch(this.#root.querySelector(".wb-files")!, rows);
  }

  close(): void {
    this.#end.abort();
    this.#model.off("msg:custom", this.#onMessage);
    this.#root.remove();
  }
}

function drawFile(texts: Texts, id: string, state: FileState): VNode {
  return h("li", { key: id, "data-outcome": state.outcome },
    h("bdi", { class: "wb-file" }, state.name), h("span", { class: "wb-outcome" }, describeFile(texts, state)),
    state.lines.length > 0 && h("ul", {}, state.lines.map((line) => h("li", {}, h("bdi", {}, line)))));
}

/** What anywidget calls for each view. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const view = new ArticlesView(model, el);
  return () => view.close();
}

export default { render };
