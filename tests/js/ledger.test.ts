import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chooseColumns, chooseRows, findPositions, groupPoints, groupRows, isOrdered, placeOn, REST, ticksOf, USUAL_CHOICE,
  type Column, type Ledger, type Point, type Row, type Statement,
} from "../../workbench/widgets/src/ledgerdata.ts";

const said = (number: number, column: string, given: Partial<Statement> = {}): Statement => ({
  number, column, part: "witness", via: [], stance: "affirm", certainty: "certain", date: null, day: number, inferred: false,
  document: "d1", sentence: "s", claim: "c", attribution: "a", realization: "explicit", unsure: false, quotes: [], copy_of: null, ...given,
});
const column = (id: string, side = id): Column => ({
  id, name: `name ${id}`, names: {}, naming: "entity", side, side_name: side, side_names: {}, document: null, claims: 1,
});
const row = (id: string, statements: readonly Statement[], given: Partial<Row> = {}): Row => ({
  id, cluster: id, text: id, direction: "rtl", documents: ["d1"], claims: 1, statements, witnesses: { affirm: 1 }, own: 0, relays: 0, copies: 0,
  disputed: false, changed: [], related: [], conflicts: [], ...given,
});
const article = { id: "d1", title: null, publisher: "المرفأ", published: null, language: "ar", direction: "rtl" } as const;
const ledger = (rows: readonly Row[], columns: readonly Column[], points: readonly Point[] = []): Ledger => ({
  layer: "gold", rows, columns, points, relays: [], articles: { d1: article, d2: { ...article, id: "d2", publisher: "صدى" } }, sentences: {},
});

test("rows are found by words of any spelling, in the claim or in a source's name", () => {
  const given = ledger([row("إغلاق الجسر", [said(0, "a")]), row("مطر", [said(1, "أحمد")])], [column("a"), column("أحمد")]);
  const ids = (words: string): string[] => chooseRows(given, { ...USUAL_CHOICE, words }).map((each) => each.id);
  assert.deepEqual([ids("اغلاق"), ids("احمد"), ids("جسر مطر"), ids("").length], [["إغلاق الجسر"], ["مطر"], [], 2]);
});

test("each filter lets through what it names", () => {
  const point: Point = { row: "b", statement: 1, amount: { text: "3", low: 3, high: 3, low_open: false, high_open: false, approximate: false, part: false, unit: null, proposed: true }, date: null, day: null, dated: false };
  const stating = { document: "d1", words: "", value: "5" };
  const rows = [
    row("a", [said(0, "x", { stance: "deny" })], { disputed: true, cluster: null }),
    row("b", [said(1, "x", { stance: null, part: "own" })], { documents: ["d1", "d2"], changed: ["x"], conflicts: [{ tie: "cluster", first: stating, second: stating }] }),
  ];
  const given = ledger(rows, [column("x")], [point]);
  const ids = (choice: object): string => chooseRows(given, { ...USUAL_CHOICE, ...choice }).map((each) => each.id).join();
  assert.deepEqual(
    [{ shown: "disputed" }, { shown: "several" }, { shown: "linked" }, { shown: "changed" }, { shown: "figures" }, { shown: "conflicts" }, { stance: "own" }, { outlet: "صدى" }].map(ids),
    ["a", "b", "b", "b", "b", "b", "b", "b"]);
});

test("rows are sorted by first and by last telling; what has no date comes last", () => {
  const rows = [row("late", [said(5, "x"), said(9, "x")]), row("none", [said(1, "x", { day: null })]), row("early", [said(2, "x")])];
  const ids = (sort: "first" | "last"): string[] => chooseRows(ledger(rows, [column("x")]), { ...USUAL_CHOICE, sort }).map((each) => each.id);
  assert.deepEqual([ids("first"), ids("last")], [["early", "late", "none"], ["late", "early", "none"]]);
});

test("groups are by standing in a fixed order, and only those that have members", () => {
  const rows = [row("one", [said(0, "x")]), row("two", [said(1, "x")], { witnesses: { affirm: 2 } }), row("fight", [said(2, "x")], { disputed: true })];
  assert.deepEqual(groupRows(ledger(rows, [column("x")]), rows, "standing").map((each) => each.name), ["disputed", "several", "one"]);
});

test("with many sources those who say one thing share a column, unless all are asked for", () => {
  const columns = Array.from({ length: 20 }, (_, index) => column(`c${index}`, index < 3 ? "side" : `c${index}`));
  const rows = [row("r1", columns.map((each, index) => said(index, each.id))), row("r2", [said(30, "c0"), said(31, "c5")])];
  const given = ledger(rows, columns);
  const ids = (choice: object): string[] => chooseColumns(given, rows, { ...USUAL_CHOICE, ...choice }).map((each) => each.id);
  assert.deepEqual(ids({}), ["c0", "c5", REST]);
  assert.equal(ids({ rare: true }).length, 20);
  assert.deepEqual(ids({ sides: true }).slice(0, 2), ["side", "c5"]);
});

test("positions are said once while they last, and what is passed on once in all", () => {
  const cell = [said(1, "x"), said(2, "x", { part: "relay", stance: "report", certainty: null }), said(3, "x"), said(4, "x", { stance: "deny" }), said(5, "x", { part: "relay", stance: "report", certainty: null })];
  const found = findPositions(cell);
  assert.deepEqual(found.map((each) => [each.stance, each.count]), [["affirm", 2], ["report", 2], ["deny", 1]]);
  const own = found.filter((each) => each.part === "witness");
  assert.ok(isOrdered(own));
  assert.ok(!isOrdered(own.map((each) => ({ ...each, day: 7 }))), "on one day nothing says which came first");
});

test("an axis holds all its figures, and a wide one is logarithmic", () => {
  const point = (low: number | null, high: number | null, day: number | null): Point => ({ row: "r", statement: day ?? 99, day, date: null, dated: false, amount: { text: "", low, high, low_open: false, high_open: false, approximate: false, part: false, unit: "soldier", proposed: false } });
  const [linear] = groupPoints([point(1200, 3000, 2), point(null, 2500, null), point(2000, null, 1)]);
  assert.deepEqual(linear!.points.map((each) => each.day), [1, 2, null]);
  assert.ok(!linear!.log && linear!.low === 0 && linear!.high > 3000);
  assert.ok(placeOn(linear!, 1200) < placeOn(linear!, 3000) && placeOn(linear!, 3000) < 1);
  const [wide] = groupPoints([point(3, 3, 1), point(12000, 12000, 2)]);
  assert.ok(wide!.log);
  for (const group of [linear!, wide!]) assert.ok(ticksOf(group).length > 0 && ticksOf(group).length <= 7);
  assert.deepEqual(groupPoints([point(0, 0, 1)])[0]!.high, 1, "nothing but nought has an axis too");
});
