/** The table of the ledger: claims in rows, sources in columns, a shape for each position. */

import { h, type VNode } from "./dom.ts";
import { drawGlyph } from "./glyphs.ts";
import { chooseColumns, countWitnesses, findCells, findPositions, groupRows, isOrdered, REST, type Choice, type Ledger, type Row, type ShownColumn, type Statement } from "./ledgerdata.ts";
import type { Words } from "./ledgerwords.ts";

export interface Picked {
  readonly row: string;
  /** A shown column, or null for the whole claim. */
  readonly column: string | null;
}

export interface MatrixSource {
  readonly ledger: Ledger;
  readonly rows: readonly Row[];
  readonly choice: Choice;
  readonly words: Words;
  readonly shapes: Readonly<Record<string, string>>;
  readonly picked: Picked | null;
  /** The cell that Tab comes to. */
  readonly stop: Picked | null;
}

/** With more columns their names stand upright. */
const UPRIGHT = 9;
const MOST_POSITIONS = 3;

export function drawMatrix(source: MatrixSource): VNode {
  const { choice, rows, words, ledger } = source;
  const { t } = words.texts;
  const columns = chooseColumns(ledger, rows, choice);
  const upright = choice.compact || columns.length > UPRIGHT;
  if (rows.length === 0) return h("p", { key: "nothing", class: "wb-empty" }, t(ledger.rows.length === 0 ? "ledger.empty" : "ledger.none"));
  return h("div", { key: "matrix", class: "wb-matrix", role: "region", tabindex: -1, "aria-label": t("ledger.tab.table") },
    h("table", { role: "grid", class: choice.compact ? "wb-compact" : "", "data-upright": upright ? "" : null, "aria-rowcount": rows.length + 1, "aria-colcount": columns.length + 1 },
      h("thead", {}, !choice.sides && drawSides(columns, words), h("tr", {},
        h("th", { class: "wb-corner", scope: "col" }, t("ledger.claims", { count: rows.length })),
        columns.map((column) => drawHead(column, words)))),
      groupRows(ledger, rows, choice.group).map((group) => h("tbody", { key: `group ${group.name}` },
        group.name && h("tr", { class: "wb-group" }, h("th", { colspan: columns.length + 1, scope: "rowgroup" },
          h("span", {}, choice.group === "standing" ? words.choice("standing", group.name) : h("bdi", {}, group.name),
            h("small", {}, ` ${t("ledger.claims", { count: group.rows.length })}`)))),
        group.rows.map((row) => drawRow(row, columns, source))))));
}

/** Whom the sources belong to, above those who are more than one. */
function drawSides(columns: readonly ShownColumn[], words: Words): VNode | null {
  const runs: { readonly side: string; readonly columns: ShownColumn[] }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last.side === column.side) last.columns.push(column);
    else runs.push({ side: column.side, columns: [column] });
  }
  if (runs.every((run) => run.columns.length === 1)) return null;
  return h("tr", { class: "wb-sides-row" }, h("td", { class: "wb-corner" }), runs.map((run) => {
    const [first] = run.columns;
    const named = run.columns.length > 1 && first!.id !== REST;
    return h(named ? "th" : "td", { key: run.side, colspan: run.columns.length, scope: named ? "colgroup" : null },
      named && h("bdi", {}, words.side(first!.columns[0]!)));
  }));
}

function drawHead(column: ShownColumn, words: Words): VNode {
  const name = words.column(column);
  const document = column.columns.length === 1 ? column.columns[0]!.document : null;
  return h("th", { key: column.id, scope: "col", class: "wb-source-head", title: name },
    h("span", {}, h("bdi", {}, name), document !== null && column.columns[0]!.naming === "entity" && h("small", {}, h("bdi", {}, words.outlet(document)))));
}

function drawRow(row: Row, columns: readonly ShownColumn[], source: MatrixSource): VNode {
  const cells = findCells(row, columns);
  const { picked, words } = source;
  return h("tr", { key: row.id, "data-row": row.id, class: picked?.row === row.id ? "on" : null },
    drawClaim(row, source),
    columns.map((column) => drawCell(row, column, cells.get(column.id) ?? [], source, words)));
}

function tabindexOf(source: MatrixSource, row: string, column: string | null): number {
  const { stop } = source;
  return stop?.row === row && stop.column === column ? 0 : -1;
}

function drawClaim(row: Row, source: MatrixSource): VNode {
  const { words, picked, scheme, shapes } = { ...source, scheme: source.words.scheme };
  const { t } = words.texts;
  const number = (value: number): string => words.texts.number(value);
  const on = picked?.row === row.id && picked.column === null;
  return h("th", { scope: "row", class: on ? "wb-claim-head on" : "wb-claim-head", tabindex: tabindexOf(source, row.id, null), "data-column": "", "aria-label": `${row.text}. ${words.tally(row)}`, "aria-selected": String(on) },
    h("span", { class: "wb-claim-text wb-words", dir: row.direction, title: row.text }, row.text),
    h("span", { class: "wb-tally", "aria-hidden": "true" },
      h("b", { title: t("ledger.witnesses", { count: countWitnesses(row) }) }, number(countWitnesses(row))),
      Object.entries(row.witnesses).map(([stance, count]) => h("span", { key: stance, class: "wb-count-of", title: `${number(count)} ${words.stance(stance)}` },
        drawGlyph(scheme, shapes, { stance, certainty: null }), number(count))),
      row.own > 0 && h("span", { class: "wb-count-of", title: t("ledger.own", { count: row.own }) }, drawGlyph(scheme, shapes, { stance: null, certainty: null }), number(row.own)),
      row.relays > 0 && h("span", { class: "wb-less", title: t("ledger.relays", { count: row.relays }) }, `↷${number(row.relays)}`),
      row.copies > 0 && h("span", { class: "wb-less", title: t("ledger.copies", { count: row.copies }) }, `⧉${number(row.copies)}`),
      row.documents.length > 1 && h("span", { class: "wb-less", title: t("ledger.articles", { count: row.documents.length }) }, `▤${number(row.documents.length)}`),
      row.changed.length > 0 && h("span", { class: "wb-flag", title: t("ledger.changed") }, "⇄"),
      row.disputed && h("span", { class: "wb-flag", title: t("ledger.disputed") }, "⚡"),
      row.conflicts.length > 0 && h("span", { class: "wb-flag wb-clash", title: t("ledger.clashes", { count: row.conflicts.length }) }, "≠")));
}

function drawCell(row: Row, column: ShownColumn, statements: readonly Statement[], source: MatrixSource, words: Words): VNode {
  const positions = findPositions(statements);
  const on = source.picked?.row === row.id && source.picked.column === column.id;
  const shared = { key: column.id, role: "gridcell", tabindex: tabindexOf(source, row.id, column.id), "data-column": column.id, "aria-selected": String(on) };
  if (positions.length === 0) return h("td", shared);
  const own = positions.filter((each) => each.part === "witness" || each.part === "own");
  const passed = positions.filter((each) => !own.includes(each));
  const shown = own.length > MOST_POSITIONS ? [own[0]!, ...own.slice(1 - MOST_POSITIONS)] : own;
  // only one source can change its mind, and only days say which came first
  const single = new Set(statements.map((each) => each.column)).size === 1;
  const sign = single && isOrdered(own) ? (words.texts.dir === "rtl" ? "←" : "→") : "·";
  const said = words.cell(positions);
  return h("td", { ...shared, class: on ? "wb-said-cell on" : "wb-said-cell", title: `${words.column(column)}: ${said}`, "aria-label": `${words.column(column)}: ${said}` },
    h("span", { class: "wb-positions" }, shown.flatMap((position, index) => [
      index > 0 ? h("i", { key: `sign ${index}`, "aria-hidden": "true" }, sign) : null,
      drawGlyph(words.scheme, source.shapes, position, String(index)),
    ]), passed[0] && drawGlyph(words.scheme, source.shapes, passed[0], "passed")),
    statements.length > positions.length && h("sup", { "aria-hidden": "true" }, words.texts.number(statements.length)));
}

/** Where an arrow leads from a cell: to the next one in its row that says something, or to the row above or below. */
export function stepFrom(cell: HTMLElement, code: string, rtl: boolean): HTMLElement | null {
  const row = cell.closest("tr")!;
  const cellsOf = (line: Element): HTMLElement[] => [...line.querySelectorAll<HTMLElement>("[data-column]")];
  const cells = cellsOf(row);
  const here = cells.indexOf(cell);
  const said = (each: HTMLElement): boolean => each.dataset["column"] === "" || each.classList.contains("wb-said-cell");
  const onwards = rtl ? "ArrowLeft" : "ArrowRight";
  if (code === onwards) return cells.slice(here + 1).find(said) ?? null;
  if (code === "ArrowLeft" || code === "ArrowRight") return cells.slice(0, here).findLast(said) ?? null;
  if (code === "Home") return cells[0] ?? null;
  if (code === "End") return cells.findLast(said) ?? null;
  const rows = [...row.closest("table")!.querySelectorAll<HTMLElement>("tr[data-row]")];
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  const step = steps[code];
  if (step === undefined) return null;
  const place = Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + step));
  return rows[place] === row ? null : (cellsOf(rows[place]!)[here] ?? null);
}
