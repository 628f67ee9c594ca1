/** Typing who a source is, with the sources that were named before to choose from. */

import type { View } from "./commands.ts";
import { ask } from "./dialogs.ts";
import { h, patch } from "./dom.ts";

interface Offered {
  readonly name: string;
  readonly count: number;
  /** The attribution of this article that names it; `null` where another article does. */
  readonly item: string | null;
}

export async function nameSource(view: View): Promise<void> {
  const { texts, article, ui } = view.state;
  const { t } = texts;
  if (!ui.card && !ui.attribution && !ui.armed) return view.notify({ text: t("notice.focus_claim"), hint: null, tone: "info" });
  const body = [
    h("input", {
      name: "text", role: "combobox", "aria-label": t("sources.field"), "aria-controls": "wb-offers", "aria-expanded": "true", "aria-autocomplete": "list",
      autocomplete: "off", spellcheck: "false", dir: article.dir, lang: article.language,
    }),
    h("ul", { id: "wb-offers", class: "wb-hits", role: "listbox", "aria-label": t("sources.offered") }),
    h("p", { class: "wb-hint wb-offers-none", role: "status" }),
    h("p", { class: "wb-hint" }, t("sources.help")),
  ];
  const answered = ask(view.root, t("sources.title"), body, [
    { value: "ok", label: t("dialog.ok"), primary: true },
    { value: "", label: t("dialog.cancel") },
  ]);
  const offers = new Offers(view);
  const answer = await answered;
  const text = answer?.fields["text"]?.trim();
  if (text) view.send("name_source", offers.item ? { text, id: offers.item } : { text });
}

/** The list under the field; the keys choose from it while the focus stays in the field. */
class Offers {
  readonly #view: View;
  readonly #box: HTMLElement;
  readonly #field: HTMLInputElement;
  #offered: readonly Offered[] = [];
  #active = -1;
  #asked = "";

  constructor(view: View) {
    this.#view = view;
    this.#box = view.root.querySelector<HTMLElement>("dialog:last-of-type")!;
    this.#field = this.#box.querySelector("input")!;
    this.#field.addEventListener("input", () => void this.#look());
    this.#field.addEventListener("keydown", (event) => this.#onKey(event));
    void this.#look();
  }

  /** The attribution whose source was chosen, if it was. */
  get item(): string | null {
    return this.#offered[this.#active]?.item ?? null;
  }

  async #look(): Promise<void> {
    const text = this.#field.value;
    this.#asked = text;
    this.#active = -1;
    const found = (await this.#view.question("sources", { text })) as { sources: readonly Offered[] } | null;
    if (this.#asked !== text || this.#active >= 0) return;
    this.#offered = found?.sources ?? [];
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    this.#choose(Math.max(0, Math.min(this.#active + step, this.#offered.length - 1)));
  }

  #choose(index: number): void {
    const offered = this.#offered[index];
    if (!offered) return;
    this.#active = index;
    this.#field.value = offered.name;
    this.#draw();
  }

  #draw(): void {
    const { texts, article } = this.#view.state;
    const { t } = texts;
    if (this.#active >= 0) this.#field.setAttribute("aria-activedescendant", `wb-offer-${this.#active}`);
    else this.#field.removeAttribute("aria-activedescendant");
    patch(this.#box.querySelector(".wb-hits")!, this.#offered.map((each, index) => h("li", {
      key: each.name, id: `wb-offer-${index}`, role: "option", class: index === this.#active ? "wb-hit on" : "wb-hit",
      "aria-selected": index === this.#active ? "true" : "false", onclick: () => { this.#choose(index); this.#field.focus(); },
    },
      h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, each.name),
      h("small", {}, each.item ? `${t("sources.here")} · ` : "", t("sources.times", { count: each.count })))));
    const none = this.#offered.length === 0 && this.#field.value.trim() !== "";
    this.#box.querySelector(".wb-offers-none")!.textContent = none ? t("sources.none") : "";
    this.#box.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }
}
