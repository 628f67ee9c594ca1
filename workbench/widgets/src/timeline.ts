/** Figures in order of time: each as its bounds on one axis, with who stands for it and where. */

import { h, type VNode } from "./dom.ts";
import { drawGlyph } from "./glyphs.ts";
import { groupPoints, placeOn, ticksOf, type Ledger, type Point, type PointGroup, type Row, type Statement } from "./ledgerdata.ts";
import type { Words } from "./ledgerwords.ts";

export interface TimelineSource {
  readonly ledger: Ledger;
  readonly rows: readonly Row[];
  readonly words: Words;
  readonly shapes: Readonly<Record<string, string>>;
  readonly pick: (point: Point) => void;
}

/** How far an approximation spreads to either side, as a share of the axis. */
const SPREAD = 0.035;

export function drawTimeline(source: TimelineSource): VNode {
  const { rows, ledger, words } = source;
  const { t } = words.texts;
  const shown = new Set(rows.map((row) => row.id));
  const groups = groupPoints(ledger.points.filter((point) => shown.has(point.row)));
  if (groups.length === 0) return h("p", { key: "nothing", class: "wb-empty" }, t("ledger.no_figures"));
  // a figure that no other one can be held against comes last
  const together = groups.filter((group) => group.points.length > 1);
  const alone = groups.filter((group) => group.points.length === 1);
  const statements = new Map(rows.flatMap((row) => row.statements).map((each) => [each.number, each]));
  return h("div", { key: "timeline", class: "wb-timeline", role: "region", tabindex: 0, "aria-label": t("ledger.tab.figures") },
    (together.length > 0 ? together : groups).map((group) => drawGroup(group, statements, source)),
    together.length > 0 && alone.length > 0 && drawAlone(alone, statements, source),
    h("p", { class: "wb-hint wb-timeline-hint" }, t("ledger.figures_hint")));
}

function drawGroup(group: PointGroup, statements: ReadonlyMap<number, Statement>, source: TimelineSource): VNode {
  const { t } = source.words.texts;
  return h("table", { key: `unit ${group.unit}`, class: "wb-figures" },
    h("caption", {}, h("bdi", {}, group.unit || t("ledger.no_unit")), h("small", {}, ` ${t("ledger.figures", { count: group.points.length })}`)),
    h("thead", {}, h("tr", {}, drawHeads(source.words),
      h("th", { scope: "col", class: "wb-axis" }, h("span", { class: "wb-hidden" }, t("ledger.bounds")), h("span", { class: "wb-ticks", dir: "ltr", "aria-hidden": "true" },
        ticksOf(group).map((tick) => h("i", { key: String(tick), style: `left:${(placeOn(group, tick) * 100).toFixed(2)}%` }, write(tick))))))),
    h("tbody", {}, group.points.map((point, index) => {
      const statement = statements.get(point.statement);
      const before = group.points[index - 1];
      return statement && h("tr", { key: `${point.statement} ${point.amount.text}`, "data-proposed": point.amount.proposed ? "" : null, "data-new-day": before && before.day !== point.day ? "" : null },
        drawSaid(point, statement, null, source), h("td", { class: "wb-axis" }, drawBar(group, point, statement)));
    })));
}

/** Figures of units that nothing else here is counted in: a list without axes. */
function drawAlone(groups: readonly PointGroup[], statements: ReadonlyMap<number, Statement>, source: TimelineSource): VNode {
  return h("table", { key: "alone", class: "wb-figures wb-figures-alone" },
    h("caption", {}, source.words.texts.t("ledger.single")),
    h("thead", {}, h("tr", {}, drawHeads(source.words))),
    h("tbody", {}, groups.flatMap((group) => group.points.map((point) => {
      const statement = statements.get(point.statement);
      return statement && h("tr", { key: `${point.statement} ${point.amount.text}` }, drawSaid(point, statement, group.unit, source));
    }))));
}

function drawHeads({ texts: { t } }: Words): VNode[] {
  return (["date", "source", "outlet", "figure"] as const).map((name) => h("th", { key: name, scope: "col" }, t(`ledger.${name}`)));
}

function drawSaid(point: Point, statement: Statement, unit: string | null, { words, shapes, ledger, pick }: TimelineSource): VNode[] {
  const { t } = words.texts;
  const row = ledger.rows.find((each) => each.id === point.row);
  const { amount, date, dated } = point;
  return [
    h("td", { key: "date" }, h("bdi", { class: "wb-date" }, words.date({ date, inferred: statement.inferred && !dated })), !dated && date !== null && h("small", { title: t("ledger.published_on") }, "*")),
    h("td", { key: "source" }, h("button", { type: "button", class: "wb-quiet wb-figure-who", title: row?.text ?? "", onclick: () => pick(point) },
      drawGlyph(words.scheme, shapes, statement), h("span", { class: "wb-hidden" }, `${words.position(statement)}: `), h("bdi", {}, words.source(statement.column)))),
    h("td", { key: "outlet" }, h("bdi", {}, words.outlet(statement.document))),
    h("td", { key: "amount", class: "wb-amount" }, h("bdi", { dir: "ltr" }, sayAmount(amount)), unit && h("bdi", {}, ` ${unit}`),
      amount.part && h("small", {}, ` ${t("ledger.part_of")}`), amount.proposed && h("small", { class: "wb-proposed-mark" }, ` ${t("ledger.proposed")}`)),
  ];
}

/** The bounds on the axis, which runs from the left as numbers do: hollow while they are only proposed. */
function drawBar(group: PointGroup, { amount }: Point, statement: Statement): VNode {
  const low = amount.low === null ? 0 : placeOn(group, amount.low);
  const high = amount.high === null ? 1 : placeOn(group, amount.high);
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  const ends = [...new Set([amount.low, amount.high].flatMap((each) => (each === null ? [] : [placeOn(group, each)])))];
  return h("span", {
    class: "wb-bounds", dir: "ltr", "aria-hidden": "true", "data-stance": statement.stance ?? "own", "data-part": statement.part,
    "data-open": amount.high === null ? "high" : amount.low === null ? "low" : null,
  },
  ticksOf(group).map((tick) => h("i", { key: `tick ${tick}`, class: "wb-tick", style: `left:${percent(placeOn(group, tick))}` })),
  // where one side has no bound, only the other one is rough
  amount.approximate && h("i", { key: "rough", class: "wb-rough", style: `left:${percent((amount.low === null ? high : low) - SPREAD)};right:${percent(1 - (amount.high === null ? low : high) - SPREAD)}` }),
  low !== high && h("i", { key: "range", class: "wb-range", style: `left:${percent(low)};right:${percent(1 - high)}` }),
  ends.map((end) => h("i", { key: `end ${end}`, class: "wb-end", style: `left:${percent(end)}` })));
}

function sayAmount(amount: Point["amount"]): string {
  const rough = amount.approximate ? "≈ " : "";
  if (amount.low === null) return `${rough}${amount.high_open ? "<" : "≤"} ${write(amount.high ?? 0)}`;
  if (amount.high === null) return `${rough}${amount.low_open ? ">" : "≥"} ${write(amount.low)}`;
  return amount.low === amount.high ? `${rough}${write(amount.low)}` : `${rough}${write(amount.low)}–${write(amount.high)}`;
}

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

function write(value: number): string {
  return NUMBERS.format(value);
}
