/** The register of sources in a box: merged, split, edited, and every change that can be taken back. */

import type { View } from "./commands.ts";
import { ask } from "./dialogs.ts";
import { element, h, patch, type Child, type VNode } from "./dom.ts";
import { drawName, entityLabel, entityName, type EntityLine, type EntityLines, type Vocabulary } from "./entity.ts";
import { askEntity } from "./identifying.ts";

interface Registered {
  readonly id: string;
  readonly members: readonly string[];
  readonly documents: readonly { readonly id: string; readonly count: number }[];
}

interface Change {
  readonly number: number;
  readonly at_utc: string;
  readonly by: string | null;
  readonly kind: string;
  readonly of: number | null;
  readonly names: readonly string[];
  readonly stands: boolean;
  readonly undoable: boolean;
}

interface Told {
  readonly number: number;
  readonly entities: readonly Registered[];
  readonly rest: number;
  readonly lines: EntityLines;
  readonly history: readonly Change[];
  readonly vocabulary: Vocabulary;
}

const PATIENCE_MS = 150;

export class RegisterBox {
  #box: HTMLDialogElement | null = null;
  #view: View | null = null;
  #told: Told | null = null;
  /** Those to merge, in the order in which they were chosen. */
  #chosen: readonly string[] = [];
  #asked = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  open(view: View): void {
    if (this.#box) return;
    const { t } = view.state.texts;
    this.#view = view;
    this.#told = null;
    this.#chosen = [];
    const box = element("dialog", { class: "wb-dialog wb-wide wb-register", "aria-label": t("register.title") },
      h("h2", { tabindex: -1 }, t("register.title")),
      h("div", { class: "wb-register-tools" }),
      h("p", { class: "wb-hint wb-register-said", role: "status" }),
      h("div", { class: "wb-register-parts" },
        h("ul", { class: "wb-register-list", "aria-label": t("register.entities") }),
        h("section", { class: "wb-register-history", "aria-label": t("register.history") })),
      h("div", { class: "wb-choices" }, h("button", { type: "button", class: "wb-primary", onclick: () => this.#box?.close() }, t("register.close"))),
    ) as HTMLDialogElement;
    box.addEventListener("close", () => this.#closed());
    view.root.append(box);
    this.#box = box;
    box.showModal();
    this.#draw();
    box.querySelector("input")?.focus();
    void this.#look();
  }

  /** Something was changed: whoever looks at the register sees it. */
  changed(): void {
    if (this.#box) void this.#look();
  }

  /** What was refused stands in the box, which lies over everything else. */
  refuse(message: string): void {
    if (this.#box) this.#say(message);
  }

  #closed(): void {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = null;
  }

  #say(text: string): void {
    this.#box!.querySelector(".wb-register-said")!.textContent = text;
  }

  async #look(): Promise<void> {
    const text = this.#field?.value ?? "";
    this.#asked = text;
    const told = (await this.#view!.question("register", { text })) as Told | null;
    if (!told || !this.#box || this.#asked !== text) return;
    this.#told = told;
    this.#chosen = this.#chosen.filter((id) => told.lines[id] !== undefined);
    this.#draw();
  }

  get #field(): HTMLInputElement | null {
    return this.#box?.querySelector("input[name='filter']") ?? null;
  }

  #send(name: string, args: Record<string, unknown>): void {
    this.#say("");
    this.#view!.send(name, { ...args, based_on: this.#told?.number ?? 0 });
  }

  // -- drawing -------------------------------------------------------------------------------

  #draw(): void {
    const told = this.#told;
    const { texts } = this.#view!.state;
    const { t } = texts;
    patch(this.#box!.querySelector(".wb-register-tools")!, [
      h("input", {
        key: "filter", name: "filter", type: "text", dir: "auto", autocomplete: "off", "aria-label": t("register.filter"), placeholder: t("register.filter"),
        oninput: () => {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => void this.#look(), PATIENCE_MS);
        },
      }),
      h("span", { key: "count", class: "wb-count" }, told ? t("register.count", { count: told.entities.length + told.rest }) : ""),
      h("button", { key: "merge", type: "button", class: "wb-plain", "data-merge": "", disabled: this.#chosen.length < 2, title: t("register.merge_hint"), onclick: () => this.#merge() }, t("register.merge")),
      h("button", { key: "new", type: "button", class: "wb-plain", onclick: () => void this.#add() }, t("register.new")),
    ]);
    patch(this.#box!.querySelector(".wb-register-list")!, told?.entities.map((each) => this.#drawEntity(told, each)) ?? []);
    patch(this.#box!.querySelector(".wb-register-history")!, [
      h("h3", { key: "title" }, t("register.history")),
      told?.history.length === 0 && h("p", { key: "none", class: "wb-hint" }, t("register.no_history")),
      h("ol", { key: "list", reversed: true }, told?.history.map((each) => this.#drawChange(each)) ?? []),
    ]);
  }

  #drawEntity(told: Told, entity: Registered): VNode {
    const { texts } = this.#view!.state;
    const { t } = texts;
    const { id, members, documents } = entity;
    const line = told.lines[id]!;
    const place = this.#chosen.indexOf(id);
    const uses = documents.reduce((sum, each) => sum + each.count, 0);
    const facts = [
      entityLabel(texts, told.vocabulary.kind, line.kind), entityLabel(texts, told.vocabulary.anonymity, line.anonymity),
      uses > 0 ? `${t("register.uses", { count: uses })} (${t("register.articles", { count: documents.length })})` : t("register.uses", { count: 0 }),
      members.length > 0 ? t("register.stands", { count: members.length }) : "",
    ].filter(Boolean);
    return h("li", { key: id, class: "wb-registered", "data-entity": id },
      h("label", {},
        h("input", { type: "checkbox", "aria-label": t("register.choose", { name: entityName(told.lines, id) }), checked: place >= 0, onchange: () => this.#toggle(id) }),
        place >= 0 && h("span", { class: "wb-badge" }, String(place + 1))),
      h("div", {},
        drawName(told.lines, id),
        line.names.length > 1 && h("small", { class: "wb-entity-also" }, line.names.slice(1).map((name) => h("bdi", { dir: name.dir, lang: name.language }, name.text))),
        h("small", {}, facts.join(" · "), line.belongs && h("bdi", {}, ` · ${t("entity.of", { name: line.belongs })}`)),
        line.bound && h("span", { class: "wb-badge" }, t("entity.badge.bound")),
        line.note && h("small", { dir: "auto" }, line.note)),
      h("span", { class: "wb-register-acts" },
        h("button", { type: "button", class: "wb-tool", "data-edit": "", onclick: () => void this.#edit(line) }, t("register.edit")),
        h("button", { type: "button", class: "wb-tool", "data-split": "", onclick: () => void this.#split(line, entity) }, t("register.split"))));
  }

  #drawChange(change: Change): VNode {
    const { texts } = this.#view!.state;
    const { t } = texts;
    const [date, time] = [change.at_utc.slice(0, 10), change.at_utc.slice(11, 16)];
    const gone = !change.stands && change.kind !== "undo";
    return h("li", { key: change.number, value: change.number, class: gone ? "wb-change gone" : "wb-change", "data-change": change.number },
      h("span", {}, texts.name("register.kind", change.kind), change.of === null ? "" : ` ${change.of}`),
      change.names.map((name, index) => h("bdi", { key: index, class: "wb-entity-name" }, name)),
      h("small", {}, h("bdi", {}, change.by ?? ""), ` ${date} ${time}`, gone && ` · ${t("register.undone")}`),
      change.undoable && h("button", {
        type: "button", class: "wb-tool", "data-undo": change.number, "aria-label": t("register.undo_this", { number: change.number }),
        onclick: () => this.#send("entity_undo", { number: change.number }),
      }, t("register.undo")));
  }

  // -- changing ------------------------------------------------------------------------------

  #toggle(id: string): void {
    this.#chosen = this.#chosen.includes(id) ? this.#chosen.filter((each) => each !== id) : [...this.#chosen, id];
    this.#draw();
  }

  #merge(): void {
    const [into, ...ids] = this.#chosen;
    this.#chosen = [];
    this.#send("entity_merge", { into, ids });
  }

  async #add(): Promise<void> {
    const { vocabulary, lines } = this.#told ?? { vocabulary: null, lines: {} };
    const fields = await askEntity(this.#view!, this.#view!.state.texts.t("entity.new_title"), null, vocabulary, lines);
    if (fields) this.#view!.send("entity_add", { fields, take: false });
  }

  async #edit(line: EntityLine): Promise<void> {
    const { vocabulary, lines, number } = this.#told!;
    const fields = await askEntity(this.#view!, this.#view!.state.texts.t("entity.edit_title"), line, vocabulary, lines);
    if (fields) this.#view!.send("entity_edit", { entity: line.id, fields, based_on: number });
  }

  /** What is split off: sources that go by some of the names, or all in some articles. */
  async #split(line: EntityLine, { documents }: Registered): Promise<void> {
    const view = this.#view!;
    const { t } = view.state.texts;
    const seen = this.#told!.number;
    const box = (name: string, value: string, shown: Child): VNode => h("label", { key: `${name} ${value}`, class: "wb-check" }, h("input", { type: "checkbox", name, value }), " ", shown);
    const body = [
      h("input", { name: "text", "aria-label": t("register.split_name"), placeholder: t("register.split_name"), dir: "auto", autocomplete: "off" }),
      h("fieldset", {}, h("legend", {}, t("register.split_by_names")),
        line.names.map((name, index) => box(`name-${index}`, name.text, h("bdi", { dir: name.dir, lang: name.language }, name.text)))),
      documents.length > 0 && h("fieldset", {}, h("legend", {}, t("register.split_by_articles")),
        documents.map((each, index) => box(`document-${index}`, each.id, h("bdi", {}, `${each.id} (${each.count})`)))),
      h("p", { class: "wb-hint" }, t("register.split_help")),
    ];
    const answer = await ask(view.root, t("register.split_title", { name: line.names[0]?.text ?? line.id }), body, [
      { value: "ok", label: t("dialog.ok"), primary: true },
      { value: "", label: t("dialog.cancel") },
    ]);
    if (!answer) return;
    const values = (prefix: string): string[] => Object.entries(answer.fields).filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);
    const [names, articles] = [values("name-"), values("document-")];
    const name = answer.fields["text"]?.trim() || names[0];
    view.send("entity_split", { entity: line.id, names: name ? [...new Set([name, ...names])] : [], by_names: names, documents: articles, based_on: seen });
  }
}
