/** Saying who a source is: a chip beside its words, and a list to choose from. */

import type { CardActions } from "./cards.ts";
import type { View } from "./commands.ts";
import { ask } from "./dialogs.ts";
import { h, patch, type Child, type VNode } from "./dom.ts";
import { drawName, entityLabel, entityName, readNames, writeNames, type EntityLine, type EntityLines, type Vocabulary } from "./entity.ts";
import type { Attribution } from "./protocol.ts";
import type { State } from "./state.ts";
import { cap } from "./texts.ts";

interface Offered {
  readonly proposed: readonly string[];
  readonly found: readonly string[];
  readonly here: readonly string[];
  readonly rest: number;
  readonly lines: EntityLines;
  readonly vocabulary: Vocabulary;
}

/** Who the source is; hollow, who it may be: a click takes that. */
export function drawEntities(state: State, attribution: Attribution, actions: CardActions): Child {
  const source = state.entities.sources[attribution.id];
  if (!source) return null;
  const { t, dir } = state.texts;
  const { lines } = state.entities;
  const on = state.ui.attribution === attribution.id;
  const press = (operation: () => void) => (event: Event): void => {
    event.stopPropagation();
    operation();
  };
  const open = press(() => {
    actions.act(`choose entity ${attribution.id}`);
  });
  const [first] = source.chosen;
  if (first !== undefined) {
    const names = source.chosen.map((id) => entityName(lines, id)).join(t("tools.separator"));
    return h("button", {
      key: "entity", type: "button", class: "wb-entity", dir, "data-entity": first, title: t("entity.chip", { name: names }), onclick: open,
    }, h("i", { "aria-hidden": "true" }, "◆"), drawName(lines, first),
    source.chosen.length > 1 && h("small", {}, `+${source.chosen.length - 1}`));
  }
  const [proposed] = source.proposed;
  if (proposed === undefined) {
    return on && h("button", { key: "entity", type: "button", class: "wb-entity wb-entity-none", dir, "data-entity": "", title: t("entity.choose"), onclick: open },
      cap(state.keymap.cap("choose entity")), ` ${t("entity.who")}`);
  }
  return h("span", { key: "entity", class: "wb-entity-offer", dir },
    h("button", {
      type: "button", class: "wb-entity wb-entity-proposed", "data-proposed": proposed, title: t("entity.proposed", { name: entityName(lines, proposed) }),
      onclick: press(() => actions.send("entities", { ids: [proposed], id: attribution.id })),
    }, on && cap(state.keymap.cap("take entity")), h("i", { "aria-hidden": "true" }, "◇"), drawName(lines, proposed)),
    h("button", { type: "button", class: "wb-entity wb-entity-none", "data-entity": "", title: t("entity.choose"), "aria-label": t("entity.choose"), onclick: open }, "…"));
}

/** The attribution that a key is about: the one in focus, else the only one of the card. */
function meant(state: State): Attribution | null {
  const { attribution, card } = state.ui;
  const rows = card ? state.rows(card) : [];
  return state.attributions.get(attribution ?? "") ?? (rows.length === 1 ? (rows[0]?.attribution ?? null) : null);
}

/** Take who is proposed; where nobody is, open the list. */
export function takeEntity(view: View): void {
  const attribution = meant(view.state);
  if (!attribution) return view.notify({ text: view.state.texts.t("notice.focus_source"), hint: null, tone: "info" });
  const source = view.state.entities.sources[attribution.id];
  const proposed = source?.proposed[0];
  if (proposed !== undefined && source?.chosen.length === 0) view.send("entities", { ids: [proposed], id: attribution.id });
  else void chooseEntity(view, attribution.id);
}

/** Choose among entities, make a new one, or say that it is nobody's. */
export async function chooseEntity(view: View, id?: string): Promise<void> {
  const { texts, attributions } = view.state;
  const { t } = texts;
  const attribution = attributions.get(id ?? "") ?? meant(view.state);
  if (!attribution) return view.notify({ text: t("notice.focus_source"), hint: null, tone: "info" });
  const chosen = view.state.entities.sources[attribution.id]?.chosen ?? [];
  const body = [
    h("p", { class: "wb-entity-of", dir: view.state.article.dir, lang: view.state.article.language }, attribution.source.spans.map((span) => span.text).join(" … ")),
    h("input", {
      name: "text", role: "combobox", "aria-label": t("entity.field"), placeholder: t("entity.field"), "aria-controls": "wb-entities", "aria-expanded": "true", "aria-autocomplete": "list",
      autocomplete: "off", spellcheck: "false", dir: "auto",
    }),
    h("ul", { id: "wb-entities", class: "wb-hits wb-entities", role: "listbox", "aria-label": t("entity.offered") }),
    h("p", { class: "wb-hint wb-offers-none", role: "status" }),
    h("p", { class: "wb-hint" }, t("entity.help")),
  ];
  const answered = ask(view.root, t("entity.title"), body, [
    { value: "take", label: t("entity.take"), primary: true },
    ...(chosen.length > 0 ? [{ value: "beside", label: t("entity.beside") }, { value: "clear", label: t("entity.clear") }] : []),
    { value: "new", label: t("entity.new") },
    { value: "", label: t("dialog.cancel") },
  ]);
  const offers = new EntityOffers(view, attribution.id, chosen);
  const answer = await answered;
  if (answer?.choice === "clear") view.send("entities", { ids: [], id: attribution.id });
  else if (answer?.choice === "new") await makeEntity(view, attribution, answer.fields["text"]?.trim() ?? "", offers);
  else if (answer && offers.active) {
    const before = answer.choice === "beside" ? chosen : [];
    view.send("entities", { ids: [...new Set([...before, offers.active])], id: attribution.id });
  }
}

/** A new entity of the source's words, or of what was typed, and the source is it. */
async function makeEntity(view: View, attribution: Attribution, typed: string, offers: EntityOffers): Promise<void> {
  const words = typed || attribution.source.spans.map((span) => span.text).join(" ");
  const fields = await askEntity(view, view.state.texts.t("entity.new_title"), null, offers.vocabulary, offers.lines, words);
  if (fields) view.send("entity_add", { fields, id: attribution.id });
}

/** Ask what an entity is; `null` when the person changed their mind. */
export async function askEntity(
  view: Pick<View, "root" | "state">, title: string, line: EntityLine | null, vocabulary: Vocabulary | null, lines: EntityLines, words = "",
): Promise<Record<string, unknown> | null> {
  const { texts } = view.state;
  const { t } = texts;
  const select = (name: "kind" | "anonymity", value: string | null): VNode => {
    const labels = vocabulary?.[name] ?? [];
    const isOther = value !== null && !labels.some((each) => each.value === value);
    return h("select", { name }, h("option", { value: "", selected: value === null }, t("entity.unset")),
      isOther && h("option", { value, selected: true }, value),
      labels.map((each) => h("option", { value: each.value, selected: each.value === value }, entityLabel(texts, labels, each.value))));
  };
  const others = Object.values(lines).filter((each) => each.id !== line?.id && !each.bound);
  const above = line?.affiliation ?? "";
  const body = [
    h("textarea", { name: "names", rows: 3, dir: "auto", "aria-label": t("entity.names"), placeholder: t("entity.names") }, line ? writeNames(line.names) : words),
    h("p", { class: "wb-hint" }, t("entity.names_help")),
    h("label", {}, t("entity.kind"), select("kind", line?.kind ?? null)),
    h("label", {}, t("entity.anonymity"), select("anonymity", line ? line.anonymity : "named")),
    h("label", {}, t("entity.affiliation"), h("select", { name: "affiliation" }, h("option", { value: "", selected: above === "" }, t("entity.unset")),
      above !== "" && !others.some((each) => each.id === above) && h("option", { value: above, selected: true }, line?.belongs ?? above),
      others.map((each) => h("option", { value: each.id, selected: each.id === above }, entityName(lines, each.id))))),
    h("label", {}, t("entity.note"), h("input", { name: "note", value: line?.note ?? "", dir: "auto", autocomplete: "off" })),
    h("p", { class: "wb-hint" }, t("entity.bound_help")),
  ];
  const answer = await ask(view.root, title, body, [
    { value: "ok", label: t(line ? "entity.save" : "entity.add"), primary: true },
    { value: "", label: t("dialog.cancel") },
  ]);
  if (!answer) return null;
  const { names, kind, anonymity, affiliation, note } = answer.fields;
  return { names: readNames(names ?? ""), kind: kind || null, anonymity: anonymity || null, affiliation: affiliation || null, note: note?.trim() || null };
}

/** The list under the field; the keys choose from it while the focus stays in the field. */
class EntityOffers {
  readonly #view: View;
  readonly #attribution: string;
  readonly #chosen: readonly string[];
  readonly #box: HTMLElement;
  readonly #field: HTMLInputElement;
  #offered: Offered | null = null;
  /** What was offered before anything was typed: whom a new one may belong to. */
  #first: Offered | null = null;
  #active = 0;
  #asked = "";

  constructor(view: View, attribution: string, chosen: readonly string[]) {
    this.#view = view;
    this.#attribution = attribution;
    this.#chosen = chosen;
    this.#box = view.root.querySelector<HTMLElement>("dialog:last-of-type")!;
    this.#field = this.#box.querySelector("input")!;
    this.#field.addEventListener("input", () => void this.#look());
    this.#field.addEventListener("keydown", (event) => this.#onKey(event));
    void this.#look();
  }

  get active(): string | null {
    return this.#ids[this.#active] ?? null;
  }

  get vocabulary(): Vocabulary | null {
    return this.#offered?.vocabulary ?? null;
  }

  get lines(): EntityLines {
    return this.#first?.lines ?? {};
  }

  get #ids(): readonly string[] {
    return this.#offered ? [...this.#offered.proposed, ...this.#offered.found] : [];
  }

  async #look(): Promise<void> {
    const text = this.#field.value;
    this.#asked = text;
    const found = (await this.#view.question("entities", { text, id: this.#attribution })) as Offered | null;
    if (this.#asked !== text || !found) return;
    this.#offered = found;
    this.#first ??= found;
    this.#active = 0;
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    this.#choose(Math.max(0, Math.min(this.#active + step, this.#ids.length - 1)));
  }

  #choose(index: number): void {
    this.#active = index;
    this.#draw();
  }

  #draw(): void {
    const { t } = this.#view.state.texts;
    const ids = this.#ids;
    this.#field.setAttribute("aria-activedescendant", ids.length > 0 ? `wb-entity-${this.#active}` : "");
    patch(this.#box.querySelector(".wb-entities")!, ids.map((id, index) => this.#drawOption(id, index)));
    const rest = this.#offered?.rest ?? 0;
    const none = ids.length === 0 ? t("entity.none") : rest > 0 ? t("entity.rest", { count: rest }) : "";
    this.#box.querySelector(".wb-offers-none")!.textContent = none;
    this.#box.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }

  #drawOption(id: string, index: number): VNode {
    const { texts } = this.#view.state;
    const { t } = texts;
    const { lines, proposed, here, vocabulary } = this.#offered!;
    const line = lines[id];
    const badges = [
      this.#chosen.includes(id) && t("entity.badge.chosen"), proposed.includes(id) && t("entity.badge.proposed"),
      here.includes(id) && t("entity.badge.here"), line?.bound && t("entity.badge.bound"),
    ].filter((each): each is string => Boolean(each));
    const what = [entityLabel(texts, vocabulary.kind, line?.kind ?? null), line?.anonymity === "named" ? "" : entityLabel(texts, vocabulary.anonymity, line?.anonymity ?? null)];
    return h("li", {
      key: id, id: `wb-entity-${index}`, role: "option", class: index === this.#active ? "wb-hit on" : "wb-hit", "data-entity": id,
      "aria-selected": index === this.#active ? "true" : "false",
      onclick: () => { this.#choose(index); this.#field.focus(); },
      ondblclick: () => this.#box.querySelector<HTMLElement>(".wb-primary")?.click(),
    },
      drawName(lines, id),
      (line?.names.length ?? 0) > 1 && h("small", { class: "wb-entity-also" }, line!.names.slice(1).map((name) => h("bdi", { dir: name.dir, lang: name.language }, name.text))),
      h("small", {}, what.filter(Boolean).join(" · "), line?.belongs && h("bdi", {}, ` ${t("entity.of", { name: line.belongs })}`)),
      badges.map((badge) => h("span", { key: badge, class: "wb-badge" }, badge)));
  }
}
