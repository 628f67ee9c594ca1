/** The interface's own words, from one catalogue that Python reads too, with numbers and plurals. */

import ar from "../../session/texts-ar.json" with { type: "json" };
import en from "../../session/texts-en.json" with { type: "json" };
import { h, type Child } from "./dom.ts";

export type TextKey = keyof typeof en;
/** A text, or one for each kind of number; `{name}` is a place to fill. */
type Entry = string | Partial<Record<Intl.LDMLPluralRule, string>>;
type Values = Readonly<Record<string, string | number>>;

export const CATALOGUES: Readonly<Record<string, Readonly<Record<string, Entry>>>> = { en, ar };
export const LANGUAGES: readonly { readonly value: string; readonly name: string }[] = [
  { value: "en", name: "English" },
  { value: "ar", name: "العربية" },
];

export class Texts {
  readonly language: string;
  readonly dir: "rtl" | "ltr";
  readonly #entries: Readonly<Record<string, Entry>>;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  constructor(language: string) {
    this.language = language in CATALOGUES ? language : "en";
    this.dir = this.language === "ar" ? "rtl" : "ltr";
    this.#entries = CATALOGUES[this.language]!;
    this.#plurals = new Intl.PluralRules(this.language);
    // the digits of the key caps and of most articles, in either language
    this.#numbers = new Intl.NumberFormat(`${this.language}-u-nu-latn`, { useGrouping: false, maximumFractionDigits: 1 });
  }

  /** The text of a key; `count` chooses among the forms of a number. */
  readonly t = (key: TextKey, values: Values = {}): string => this.#fill(key, values);

  /** The text of a name that comes as data, such as an operation's; the name itself where there is none. */
  name(area: string, name: string): string {
    const key = `${area}.${name}`;
    return key in this.#entries ? this.#fill(key, {}) : name;
  }

  /** A text with elements in its places. */
  rich(key: TextKey, parts: Readonly<Record<string, Child>>): Child[] {
    return this.#form(key, {}).split(/(\{\w+\})/u).map((piece) =>
      piece.startsWith("{") ? (parts[piece.slice(1, -1)] ?? null) : piece);
  }

  /** A label of the scheme in this language, or else in one that it has. */
  label(texts: Readonly<Record<string, string>>): string {
    return texts[this.language] ?? texts["en"] ?? Object.values(texts)[0] ?? "";
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  list(words: readonly string[]): string {
    return words.join(this.t("tools.separator"));
  }

  #form(key: string, values: Values): string {
    const entry = this.#entries[key] ?? key;
    if (typeof entry === "string") return entry;
    const count = Number(values["count"] ?? 0);
    // a text of its own for none, also in a language whose plural rules have no such form
    const rule = count === 0 && entry.zero !== undefined ? "zero" : this.#plurals.select(count);
    return entry[rule] ?? entry.other ?? key;
  }

  #fill(key: string, values: Values): string {
    return this.#form(key, values).replace(/\{(\w+)\}/gu, (place, name: string) => {
      const value = values[name];
      return typeof value === "number" ? this.number(value) : (value ?? place);
    });
  }
}

/** The language of the interface: the one chosen, or else the first of the browser's that there is. */
export function languageOf(chosen: string, preferred: readonly string[] = navigator.languages): string {
  if (chosen in CATALOGUES) return chosen;
  const found = preferred.map((tag) => tag.split("-")[0] ?? "").find((language) => language in CATALOGUES);
  return found ?? "en";
}

export function cap(text: string): ReturnType<typeof h> {
  return h("kbd", { dir: "ltr" }, text);
}
