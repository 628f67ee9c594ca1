/** What is said of the ledger's parts in words: names of columns, positions, dates. */

import { h, type Child, type VNode } from "./dom.ts";
import type { Article, Clash, Column, Ledger, Part, Position, Row, ShownColumn, Statement } from "./ledgerdata.ts";
import { countWitnesses, outletOf, REST } from "./ledgerdata.ts";
import type { Scheme } from "./scheme.ts";
import type { TextKey, Texts } from "./texts.ts";

export class Words {
  readonly texts: Texts;
  readonly scheme: Scheme;
  readonly #articles: Readonly<Record<string, Article>>;
  readonly #columns: ReadonlyMap<string, Column>;

  constructor(texts: Texts, scheme: Scheme, ledger: Ledger) {
    this.texts = texts;
    this.scheme = scheme;
    this.#articles = ledger.articles;
    this.#columns = new Map(ledger.columns.map((column) => [column.id, column]));
  }

  outlet(document: string): string {
    return outletOf(this.#articles[document]);
  }

  source(id: string): string {
    const column = this.#columns.get(id);
    if (!column) return id;
    if (column.naming !== "unnamed") return pick(column.names, column.name, this.texts.language);
    const kind = column.name.replace(/^\(|\)$/gu, "");
    return this.texts.t("ledger.unnamed", { kind: this.scheme.nameOf(kind, this.texts), outlet: this.outlet(column.document ?? "") });
  }

  side(column: Column): string {
    return pick(column.side_names, column.side_name, this.texts.language);
  }

  column(shown: ShownColumn): string {
    if (shown.id === REST) return this.texts.t("ledger.others", { count: shown.columns.length });
    const first = shown.columns[0]!;
    return shown.id === first.id ? this.source(first.id) : this.side(first);
  }

  stance(stance: string | null): string {
    return stance === null ? this.texts.t("ledger.own_voice") : this.scheme.nameOf(stance, this.texts);
  }

  position({ stance, certainty, part }: Pick<Position, "stance" | "certainty" | "part">): string {
    const words = [this.stance(stance), certainty === null ? "" : this.scheme.nameOf(certainty, this.texts)];
    const said = words.filter(Boolean).join(" ");
    return part === "witness" || part === "own" ? said : `${said} (${this.part(part)})`;
  }

  part(part: Part): string {
    return this.texts.name("ledger.part", part);
  }

  cell(positions: readonly Position[]): string {
    return this.texts.list(positions.map((each) => this.position(each)));
  }

  /** What stands of a claim, in one line. */
  tally(row: Row): string {
    const { t } = this.texts;
    const said = Object.entries(row.witnesses).map(([stance, count]) => `${this.texts.number(count)} ${this.stance(stance)}`);
    return this.texts.list([
      t("ledger.witnesses", { count: countWitnesses(row) }), ...said,
      ...(row.own > 0 ? [t("ledger.own", { count: row.own })] : []),
      ...(row.relays > 0 ? [t("ledger.relays", { count: row.relays })] : []),
      ...(row.copies > 0 ? [t("ledger.copies", { count: row.copies })] : []),
      ...(row.disputed ? [t("ledger.disputed")] : []),
    ]);
  }

  /** In one sentence, why two claims cannot both be true; what is quoted runs as it is written. */
  clash({ tie, first, second }: Clash): Child[] {
    const outlet = (document: string): VNode => h("bdi", {}, this.outlet(document));
    return this.texts.rich(`ledger.clash.${tie}`, {
      first: h("bdi", {}, first.words), outlet: outlet(first.document), value: h("bdi", { dir: "ltr" }, first.value),
      second: h("bdi", {}, second.words), other_outlet: outlet(second.document), other_value: h("bdi", { dir: "ltr" }, second.value),
    });
  }

  date(statement: Pick<Statement, "date" | "inferred">): string {
    if (statement.date === null) return this.texts.t("ledger.undated");
    return statement.inferred ? `${statement.date} (${this.texts.t("ledger.inferred")})` : statement.date;
  }

  choice(area: string, value: string): string {
    return this.texts.t(`ledger.${area}.${value}` as TextKey);
  }
}

function pick(names: Readonly<Record<string, string>>, usual: string, language: string): string {
  return names[language] ?? usual;
}
