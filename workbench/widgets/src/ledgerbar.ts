/** The ledger's tabs, filters and legend. */

import { h, type VNode } from "./dom.ts";
import { drawGlyph } from "./glyphs.ts";
import type { View } from "./ledger.ts";
import { GROUPS, outletOf, SHOWN, SORTS, type Choice, type Ledger } from "./ledgerdata.ts";
import type { Words } from "./ledgerwords.ts";

export interface Controls {
  readonly ledger: Ledger;
  readonly words: Words;
  readonly shapes: Readonly<Record<string, string>>;
  readonly view: View;
  readonly choice: Choice;
  readonly shown: number;
  readonly notice: { readonly text: string; readonly bad: boolean } | null;
  readonly busy: boolean;
  readonly show: (view: View) => void;
  readonly choose: (change: Partial<Choice>) => void;
  readonly save: (kind: string) => void;
}

const TABS: readonly View[] = ["table", "figures", "relays"];
const KINDS = ["svg", "png", "csv"] as const;

export function drawControls(source: Controls): VNode[] {
  const { words, view } = source;
  return [
    h("div", { key: "head", class: "wb-ledger-head" },
      h("div", { class: "wb-tabs", role: "tablist", "aria-label": words.texts.t("ledger.title") }, TABS.map((each) => h("button", {
        key: each, type: "button", role: "tab", class: "wb-tab", "aria-selected": String(each === view), tabindex: each === view ? 0 : -1, onclick: () => source.show(each),
      }, words.choice("tab", each), countTab(each, source)))),
      drawSaving(source)),
    view === "relays" ? h("div", { key: "filters" }) : drawFilters(source),
    view === "relays" ? h("div", { key: "legend" }) : drawLegend(source),
    h("p", { key: "notice", class: source.notice?.bad ? "wb-notice wb-error" : "wb-notice", role: "status", hidden: source.notice === null }, source.notice?.text),
  ];
}

function countTab(view: View, { ledger, words }: Controls): VNode {
  const counts: Readonly<Record<View, number>> = { table: ledger.rows.length, figures: ledger.points.length, relays: ledger.relays.length };
  return h("small", {}, ` ${words.texts.number(counts[view])}`);
}

function drawSaving({ words, save, busy }: Controls): VNode {
  return h("div", { class: "wb-saving-as", role: "group", "aria-label": words.texts.t("ledger.save") },
    h("span", { "aria-hidden": "true" }, words.texts.t("ledger.save")),
    KINDS.map((kind) => h("button", { key: kind, type: "button", class: "wb-plain wb-file-kind", "data-kind": kind, "aria-disabled": busy ? "true" : null, onclick: () => { if (!busy) save(kind); } }, kind.toUpperCase())));
}

function drawFilters({ ledger, words, choice, choose, shown, view }: Controls): VNode {
  const { t } = words.texts;
  const outlets = [...new Set(Object.values(ledger.articles).map(outletOf))].sort();
  const stances = [...words.scheme.stances.map((each) => each.value), "own"];
  const isTable = view === "table";
  return h("div", { key: "filters", class: "wb-ledger-filters", role: "search", "aria-label": t("ledger.filters") },
    h("input", { type: "search", class: "wb-find", dir: "auto", placeholder: t("ledger.find"), "aria-label": t("ledger.find"), oninput: (event) => choose({ words: (event.target as HTMLInputElement).value }) }),
    select("shown", t("ledger.shown"), SHOWN.map((each) => [each, words.choice("shown", each)]), choice.shown, (value) => choose({ shown: value as Choice["shown"] })),
    select("stance", t("ledger.stance"), [["", t("ledger.any")], ...stances.map((each): Option => [each, words.stance(each === "own" ? null : each)])], choice.stance, (stance) => choose({ stance })),
    outlets.length > 1 && select("outlet", t("ledger.outlet"), [["", t("ledger.any")], ...outlets.map((each): Option => [each, each])], choice.outlet, (outlet) => choose({ outlet })),
    isTable && select("sort", t("ledger.sort"), SORTS.map((each) => [each, words.choice("sort", each)]), choice.sort, (value) => choose({ sort: value as Choice["sort"] })),
    isTable && select("group", t("ledger.group"), GROUPS.map((each) => [each, words.choice("group", each)]), choice.group, (value) => choose({ group: value as Choice["group"] })),
    isTable && toggle(t("ledger.sides"), choice.sides, (sides) => choose({ sides })),
    isTable && toggle(t("ledger.rare"), choice.rare, (rare) => choose({ rare })),
    isTable && toggle(t("ledger.compact"), choice.compact, (compact) => choose({ compact })),
    h("span", { class: "wb-count", role: "status" }, t("ledger.count", { shown, all: ledger.rows.length })));
}

type Option = readonly [string, string];

function select(name: string, label: string, options: readonly Option[], chosen: string, choose: (value: string) => void): VNode {
  return h("label", { key: label }, h("span", {}, label),
    h("select", { "data-name": name, onchange: (event) => choose((event.target as HTMLSelectElement).value) },
      options.map(([value, name]) => h("option", { key: value, value, selected: value === chosen }, name))));
}

function toggle(label: string, on: boolean, choose: (on: boolean) => void): VNode {
  return h("button", { key: label, type: "button", class: "wb-toggle", "aria-pressed": String(on), onclick: () => choose(!on) }, label);
}

/** What the shapes mean: of the stances and certainties that occur here. */
function drawLegend({ ledger, words, shapes }: Controls): VNode {
  const statements = ledger.rows.flatMap((row) => row.statements);
  const used = new Set(statements.map((each) => each.stance));
  const sure = new Set(statements.map((each) => each.certainty));
  const parts = new Set(statements.map((each) => each.part));
  const firm = words.scheme.stances.find((stance) => stance.certainties.some((each) => each.certainty !== null))?.value ?? null;
  const item = (key: string, glyph: VNode, name: string): VNode => h("li", { key }, glyph, h("span", {}, name));
  return h("ul", { key: "legend", class: "wb-legend", "aria-label": words.texts.t("ledger.legend") },
    words.scheme.stances.filter((stance) => used.has(stance.value)).map((stance) =>
      item(`stance ${stance.value}`, drawGlyph(words.scheme, shapes, { stance: stance.value, certainty: null }), words.stance(stance.value))),
    used.has(null) && item("own", drawGlyph(words.scheme, shapes, { stance: null, certainty: null }), words.stance(null)),
    words.scheme.file.certainties.filter((each) => sure.has(each.value)).map((each) =>
      item(`certainty ${each.value}`, drawGlyph(words.scheme, shapes, { stance: firm, certainty: each.value }), words.scheme.nameOf(each.value, words.texts))),
    (["relay", "copy"] as const).filter((part) => parts.has(part)).map((part) =>
      item(`part ${part}`, drawGlyph(words.scheme, shapes, { stance: part === "relay" ? words.scheme.file.relay_stance : firm, certainty: null, part }), words.part(part))),
    h("li", { key: "flags" }, h("b", { class: "wb-flag", "aria-hidden": "true" }, "⚡"), h("span", {}, words.texts.t("ledger.disputed"))),
    ledger.rows.some((row) => row.conflicts.length > 0) && h("li", { key: "clashes" },
      h("b", { class: "wb-flag wb-clash", "aria-hidden": "true" }, "≠"), h("span", {}, words.choice("shown", "conflicts"))));
}
