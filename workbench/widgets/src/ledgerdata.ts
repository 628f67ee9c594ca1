/** The ledger as Python sends it, and what of it is shown: pure, so that it can be tested. */

import { fold } from "./folding.ts";
import type { SpanRole } from "./protocol.ts";

export type Part = "witness" | "own" | "relay" | "copy";

export interface Mark {
  readonly role: SpanRole;
  /** Code points of the sentence. */
  readonly start: number;
  readonly end: number;
}

export interface Quote {
  readonly document: string;
  readonly sentence: string;
  readonly marks: readonly Mark[];
}

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly naming: "entity" | "words" | "unnamed" | "outlet";
  readonly side: string;
  readonly side_name: string;
  readonly side_names: Readonly<Record<string, string>>;
  readonly document: string | null;
  readonly claims: number;
}

export interface Statement {
  readonly number: number;
  readonly column: string;
  readonly part: Part;
  readonly via: readonly string[];
  readonly stance: string | null;
  readonly certainty: string | null;
  readonly date: string | null;
  /** A number that compares as days do. */
  readonly day: number | null;
  /** Whether nobody gave the date: the text states it. */
  readonly inferred: boolean;
  readonly document: string;
  readonly sentence: string;
  readonly claim: string;
  readonly attribution: string | null;
  readonly realization: string | null;
  readonly unsure: boolean;
  readonly quotes: readonly Quote[];
  readonly copy_of: string | null;
}

export interface Amount {
  readonly text: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly low_open: boolean;
  readonly high_open: boolean;
  readonly approximate: boolean;
  readonly part: boolean;
  readonly unit: string | null;
  readonly proposed: boolean;
}

export interface Point {
  readonly row: string;
  readonly statement: number;
  readonly amount: Amount;
  readonly date: string | null;
  readonly day: number | null;
  readonly dated: boolean;
}

/** What one claim states: its figures or its date as written. */
export interface Stating {
  readonly document: string;
  readonly words: string;
  readonly value: string;
}

/** Two claims that cannot both be true, and why they would have to be. */
export interface Clash {
  readonly tie: "cluster" | "same" | "restates" | "part_of";
  readonly first: Stating;
  readonly second: Stating;
}

export interface Row {
  readonly id: string;
  readonly cluster: string | null;
  readonly text: string;
  readonly direction: "rtl" | "ltr";
  readonly documents: readonly string[];
  readonly claims: number;
  readonly statements: readonly Statement[];
  readonly witnesses: Readonly<Record<string, number>>;
  readonly own: number;
  readonly relays: number;
  readonly copies: number;
  readonly disputed: boolean;
  readonly changed: readonly string[];
  readonly related: readonly { readonly relation: string; readonly row: string; readonly reversed: boolean }[];
  readonly conflicts: readonly Clash[];
}

export interface Relay {
  readonly start: string;
  readonly end: string;
  readonly kind: "relay" | "copy";
  readonly count: number;
  readonly documents: readonly string[];
  readonly quotes: readonly Quote[];
}

export interface Node {
  readonly column: string;
  readonly layer: number;
  readonly place: number;
  readonly count: number;
}

export interface Article {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly direction: "rtl" | "ltr";
}

export interface Ledger {
  readonly layer: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly points: readonly Point[];
  readonly relays: readonly Relay[];
  readonly articles: Readonly<Record<string, Article>>;
  readonly sentences: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const SHOWN = ["all", "disputed", "several", "linked", "changed", "figures", "conflicts"] as const;
export const SORTS = ["interest", "witnesses", "articles", "first", "last", "text"] as const;
export const GROUPS = ["none", "standing", "outlet"] as const;

export interface Choice {
  readonly words: string;
  readonly stance: string;
  readonly outlet: string;
  readonly shown: (typeof SHOWN)[number];
  readonly sort: (typeof SORTS)[number];
  readonly group: (typeof GROUPS)[number];
  /** One column for all who belong together. */
  readonly sides: boolean;
  /** A column for who says only one thing, too. */
  readonly rare: boolean;
  readonly compact: boolean;
}

export const USUAL_CHOICE: Choice = {
  words: "", stance: "", outlet: "", shown: "all", sort: "interest", group: "none", sides: false, rare: false, compact: false,
};

/** The column of all those who have none of their own. */
export const REST = "rest";
/** With fewer sources, each has a column. */
const FEW = 14;

export function outletOf(article: Article | undefined): string {
  return article?.publisher ?? article?.title ?? article?.id ?? "";
}

/** The rows that a choice lets through, in its order. */
export function chooseRows(ledger: Ledger, choice: Choice): Row[] {
  const names = new Map(ledger.columns.map((column) => [column.id, [column.name, ...Object.values(column.names)].join(" ")]));
  const figured = new Set(ledger.points.map((point) => point.row));
  const wanted = fold(choice.words).split(" ").filter(Boolean);
  const passes: Readonly<Record<Choice["shown"], (row: Row) => boolean>> = {
    all: () => true,
    disputed: (row) => row.disputed,
    several: (row) => row.documents.length > 1,
    linked: (row) => row.cluster !== null || row.related.length > 0,
    changed: (row) => row.changed.length > 0,
    figures: (row) => figured.has(row.id),
    conflicts: (row) => row.conflicts.length > 0,
  };
  const rows = ledger.rows.filter((row) => {
    if (!passes[choice.shown](row)) return false;
    if (choice.stance && !row.statements.some((each) => (each.stance ?? "own") === choice.stance)) return false;
    if (choice.outlet && !row.documents.some((each) => outletOf(ledger.articles[each]) === choice.outlet)) return false;
    if (wanted.length === 0) return true;
    const text = fold([row.text, ...new Set(row.statements.map((each) => names.get(each.column) ?? ""))].join(" "));
    return wanted.every((word) => text.includes(word));
  });
  return sortRows(rows, choice.sort);
}

const LATE = Number.MAX_SAFE_INTEGER;

function sortRows(rows: readonly Row[], sort: Choice["sort"]): Row[] {
  const days = new Map(rows.map((row) => [row.id, row.statements.flatMap((each) => each.day ?? []).sort((one, other) => one - other)]));
  const orders: Readonly<Record<Choice["sort"], (one: Row, other: Row) => number>> = {
    interest: () => 0,
    witnesses: (one, other) => countWitnesses(other) - countWitnesses(one),
    articles: (one, other) => other.documents.length - one.documents.length,
    first: (one, other) => compare(days.get(one.id)![0] ?? LATE, days.get(other.id)![0] ?? LATE),
    last: (one, other) => compare(days.get(other.id)!.at(-1) ?? 0, days.get(one.id)!.at(-1) ?? 0),
    text: (one, other) => compare(fold(one.text), fold(other.text)),
  };
  return [...rows].sort(orders[sort]);
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function countWitnesses(row: Row): number {
  return Object.values(row.witnesses).reduce((sum, each) => sum + each, 0);
}

export interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What stands of a claim, from the most to the least: the names are keys of texts. */
export function standingOf(row: Row): string {
  if (row.disputed) return "disputed";
  const count = countWitnesses(row);
  return count > 1 ? "several" : count === 1 ? "one" : "nobody";
}

export function groupRows(ledger: Ledger, rows: readonly Row[], group: Choice["group"]): Group[] {
  if (group === "none") return [{ name: "", rows }];
  const found = new Map<string, Row[]>(group === "standing" ? ["disputed", "several", "one", "nobody"].map((name) => [name, []]) : []);
  for (const row of rows) {
    const first = row.statements[0]?.document ?? row.documents[0] ?? "";
    const name = group === "standing" ? standingOf(row) : outletOf(ledger.articles[first]);
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return [...found].filter(([, members]) => members.length > 0).map(([name, members]) => ({ name, rows: members }));
}

/** A column as it is shown: of one source, of a side, or of all who are left. */
export interface ShownColumn {
  readonly id: string;
  readonly side: string;
  /** The sources in it. */
  readonly columns: readonly Column[];
}

/** The columns that rows need: sources, or sides, in the ledger's order; who says one thing only goes to the rest. */
export function chooseColumns(ledger: Ledger, rows: readonly Row[], choice: Choice): ShownColumn[] {
  const counts = new Map<string, number>();
  const keyOf = new Map(ledger.columns.map((column) => [column.id, choice.sides ? column.side : column.id]));
  for (const row of rows) {
    for (const key of new Set(row.statements.map((each) => keyOf.get(each.column)!))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const members = new Map<string, Column[]>();
  for (const column of ledger.columns) {
    const key = keyOf.get(column.id)!;
    if (counts.has(key)) members.set(key, [...(members.get(key) ?? []), column]);
  }
  const all = [...members].map(([id, columns]) => ({ id, side: columns[0]!.side, columns }));
  if (choice.rare || all.length <= FEW) return all;
  const kept = all.filter((each) => counts.get(each.id)! > 1);
  const rest = all.filter((each) => counts.get(each.id)! <= 1).flatMap((each) => each.columns);
  return rest.length > 1 ? [...kept, { id: REST, side: REST, columns: rest }] : all;
}

/** What stands in a cell, in order of time. */
export function findCells(row: Row, columns: readonly ShownColumn[]): Map<string, Statement[]> {
  const keyOf = new Map(columns.flatMap((shown) => shown.columns.map((column) => [column.id, shown.id] as const)));
  const cells = new Map<string, Statement[]>();
  for (const each of row.statements) {
    const key = keyOf.get(each.column);
    if (key !== undefined) cells.set(key, [...(cells.get(key) ?? []), each]);
  }
  return cells;
}

export interface Position {
  readonly stance: string | null;
  readonly certainty: string | null;
  readonly part: Part;
  readonly day: number | null;
  /** How many statements in a row take it. */
  readonly count: number;
}

/** The positions of a cell in order of time; what is said again is said once, and what is passed on only once in all. */
export function findPositions(statements: readonly Statement[]): Position[] {
  const found: Position[] = [];
  for (const { stance, certainty, part, day } of statements) {
    const alike = (each: Position): boolean => each.stance === stance && each.certainty === certainty && each.part === part;
    const passed = part === "relay" || part === "copy";
    const place = passed ? found.findIndex(alike) : found.findLastIndex((each) => each.part === part);
    const before = found[place];
    if (before && alike(before)) found[place] = { ...before, count: before.count + 1 };
    else found.push({ stance, certainty, part, day, count: 1 });
  }
  return found;
}

/** Whether the positions of one source are known to follow each other: on one day nothing says which came first. */
export function isOrdered(positions: readonly Position[]): boolean {
  const days = positions.map((each) => each.day);
  return days.every((day) => day !== null) && new Set(days).size === days.length;
}

export interface PointGroup {
  readonly unit: string;
  readonly points: readonly Point[];
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

/** Figures by unit, those with the most first, each in order of time; `low` and `high` are the ends of their axis. */
export function groupPoints(points: readonly Point[]): PointGroup[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const unit = point.amount.unit ?? "";
    groups.set(unit, [...(groups.get(unit) ?? []), point]);
  }
  return [...groups].map(([unit, members]) => {
    const sorted = [...members].sort((one, other) => compare(one.day ?? LATE, other.day ?? LATE) || one.statement - other.statement);
    const edges = sorted.flatMap(({ amount }) => [amount.low ?? [], amount.high ?? []].flat());
    const [least, most] = [Math.min(...edges), Math.max(...edges)];
    const log = least > 0 && most / least > 40;
    return { unit, points: sorted, log, low: log ? least / 1.5 : Math.min(0, least), high: most > 0 ? most * (log ? 1.5 : 1.08) : 1 };
  }).sort((one, other) => other.points.length - one.points.length || compare(one.unit, other.unit));
}

/** Where an amount stands on its axis: 0 to 1. */
export function placeOn(group: PointGroup, value: number): number {
  const { low, high, log } = group;
  const share = log ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low)) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

/** Round amounts to mark on an axis, at most `most` of them. */
export function ticksOf(group: PointGroup, most = 6): number[] {
  if (group.log) {
    const first = Math.ceil(Math.log10(group.low));
    const decades = Array.from({ length: Math.max(1, Math.floor(Math.log10(group.high)) - first + 1) }, (_, step) => 10 ** (first + step));
    const step = Math.ceil(decades.length / most);
    return decades.filter((_, index) => index % step === 0);
  }
  const raw = (group.high - group.low) / most;
  const scale = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * scale).find((each) => each >= raw)!;
  const ticks: number[] = [];
  for (let value = Math.ceil(group.low / step) * step; value <= group.high; value += step) ticks.push(value);
  return ticks;
}
