/** The pane of the ledger: what was said, in order of time, with the sentences it was said in. */

import { h, type Child, type VNode } from "./dom.ts";
import { drawGlyph } from "./glyphs.ts";
import type { Ledger, Quote, Row, Statement } from "./ledgerdata.ts";
import type { Words } from "./ledgerwords.ts";
import { flatten, type Piece } from "./marks.ts";
import { OffsetMap } from "./offsets.ts";
import type { SpanRole } from "./protocol.ts";

export interface PaneSource {
  readonly ledger: Ledger;
  readonly words: Words;
  readonly shapes: Readonly<Record<string, string>>;
  /** Whether sentences can be opened in an annotator. */
  readonly opens: boolean;
  readonly open: (document: string, sentence: string, item: string | null) => void;
  readonly go: (row: string) => void;
  readonly close: () => void;
}

const ROLES: readonly SpanRole[] = ["claim", "source", "cue", "anchor"];

/** Everything that is said of a claim, or what one column says of it. */
export function drawStatements(row: Row, statements: readonly Statement[], who: string | null, source: PaneSource): VNode[] {
  const { words, ledger } = source;
  const { t } = words.texts;
  const texts = new Map(ledger.rows.map((each) => [each.id, each]));
  return [
    drawTitle(row.text, row.direction, source),
    h("p", { key: "tally", class: "wb-pane-tally" }, who === null ? words.tally(row) : h("bdi", {}, who)),
    ...(row.conflicts.length > 0 ? [drawClashes(row, source)] : []),
    h("ol", { key: "said", class: "wb-statements" }, statements.map((each) => drawStatement(each, source))),
    row.related.length > 0 && who === null ? h("ul", { key: "related", class: "wb-related", "aria-label": t("ledger.related") }, row.related.map((each) => h("li", { key: `${each.relation} ${each.row} ${each.reversed}` },
      h("span", {}, words.texts.name("ledger.relation", each.reversed ? `${each.relation}_of` : each.relation)), " ",
      h("button", { type: "button", class: "wb-quiet wb-words", dir: texts.get(each.row)?.direction ?? "auto", onclick: () => source.go(each.row) }, texts.get(each.row)?.text ?? each.row)))) : h("span", { key: "related" }),
  ];
}

/** What cannot be true at once: how much of it, and each in a sentence where one asks. */
function drawClashes(row: Row, { words }: PaneSource): VNode {
  return h("details", { key: "clashes", class: "wb-clashes" },
    h("summary", {}, h("i", { "aria-hidden": "true" }, "≠ "), words.texts.t("ledger.clashes", { count: row.conflicts.length })),
    row.conflicts.map((clash) => h("p", {}, words.clash(clash))));
}

/** The sentences in which one passes on another. */
export function drawQuotes(title: string, quotes: readonly Quote[], source: PaneSource): VNode[] {
  return [
    drawTitle(title, source.words.texts.dir, source),
    h("ol", { key: "said", class: "wb-statements" }, quotes.map((quote, index) => h("li", { key: String(index) },
      h("p", { class: "wb-statement-where" }, h("bdi", {}, source.words.outlet(quote.document)), drawOpen(quote, null, source)),
      drawQuote(quote, source)))),
  ];
}

function drawTitle(text: string, dir: string, { words, close }: PaneSource): VNode {
  return h("div", { key: "title", class: "wb-pane-title" },
    h("p", { class: "wb-pane-heading wb-words", dir, tabindex: -1 }, text),
    h("button", { type: "button", class: "wb-quiet wb-close", "aria-label": words.texts.t("ledger.close"), title: words.texts.t("ledger.close"), onclick: close }, "×"));
}

function drawStatement(each: Statement, source: PaneSource): VNode {
  const { words, shapes } = source;
  const { t, rich } = { t: words.texts.t, rich: (key: "ledger.relayed_by" | "ledger.copies_of", parts: Record<string, Child>) => words.texts.rich(key, parts) };
  const [first] = each.quotes;
  return h("li", { key: String(each.number), "data-part": each.part },
    h("p", { class: "wb-statement-head" },
      drawGlyph(words.scheme, shapes, each),
      h("b", { "data-stance": each.stance ?? "own", class: "wb-stance-name" }, words.position(each)),
      h("bdi", { class: "wb-who" }, words.source(each.column)),
      each.unsure && h("small", { class: "wb-badge" }, t("ledger.unsure"))),
    h("p", { class: "wb-statement-where" },
      h("bdi", { class: "wb-date" }, words.date(each)), h("bdi", {}, words.outlet(each.document)),
      h("small", { class: "wb-part" }, words.part(each.part)),
      first && drawOpen(first, each.attribution ?? each.claim, source, each.sentence)),
    each.via.length > 0 && h("p", { class: "wb-statement-via" }, rich("ledger.relayed_by", { who: each.via.flatMap((via, index) => [index > 0 ? " › " : "", h("bdi", {}, words.source(via))]) })),
    each.copy_of !== null && h("p", { class: "wb-statement-via" }, rich("ledger.copies_of", { who: h("bdi", {}, words.outlet(each.copy_of)) })),
    each.quotes.map((quote) => drawQuote(quote, source)));
}

function drawOpen(quote: Quote, item: string | null, { opens, open, words }: PaneSource, sentence = quote.sentence): VNode | false {
  return opens && h("button", { type: "button", class: "wb-quiet wb-brand", onclick: () => open(quote.document, sentence, item) }, words.texts.t("ledger.open"));
}

/** A sentence with its words marked as they are in the annotator. */
function drawQuote(quote: Quote, { ledger }: PaneSource): VNode {
  const text = ledger.sentences[quote.document]?.[quote.sentence] ?? "";
  const article = ledger.articles[quote.document];
  const map = new OffsetMap(text);
  const placed = quote.marks.map((mark) => ({ item: "", role: mark.role, start: map.toUtf16(mark.start), end: map.toUtf16(mark.end) }));
  return h("p", { key: `${quote.document} ${quote.sentence}`, class: "wb-s wb-quote", dir: article?.direction ?? "auto", lang: article?.language },
    flatten(text.length, placed).map((piece) => drawPiece(piece, text)));
}

function drawPiece(piece: Piece, text: string): VNode | string {
  const covered = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return covered;
  const roles = ROLES.filter((role) => piece.placed.some((each) => each.role === role));
  const begins = piece.placed.findLast((each) => each.start === piece.start)?.role ?? null;
  return h("mark", { class: roles.map((role) => `wb-${role}`).join(" "), "data-begins": begins }, covered);
}
