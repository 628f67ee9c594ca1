/** Who relays whom: a small graph in layers, and the same as a list. */

import { h, type VNode } from "./dom.ts";
import type { Node, Relay } from "./ledgerdata.ts";
import type { Words } from "./ledgerwords.ts";

export interface RelaySource {
  readonly relays: readonly Relay[];
  readonly nodes: readonly Node[];
  readonly words: Words;
  /** Whose arrows alone are listed. */
  readonly chosen: string | null;
  readonly choose: (column: string) => void;
  readonly pick: (relay: Relay) => void;
}

const [WIDE, HIGH, BOX, MARGIN] = [210, 46, 160, 12];

export function drawRelays(source: RelaySource): VNode {
  const { relays, nodes, words, chosen } = source;
  const { t } = words.texts;
  if (relays.length === 0) return h("p", { key: "nothing", class: "wb-empty" }, t("ledger.no_relays"));
  const listed = relays.filter((each) => chosen === null || each.start === chosen || each.end === chosen);
  return h("div", { key: "relays", class: "wb-relays" },
    drawGraph(source, nodes),
    h("ul", { class: "wb-relay-list", "aria-label": t("ledger.tab.relays") }, listed.map((each) => h("li", { key: `${each.kind} ${each.start} ${each.end}` },
      h("button", { type: "button", class: "wb-quiet", onclick: () => source.pick(each) },
        h("bdi", {}, words.source(each.start)), " ", h("span", { class: `wb-relay-kind wb-relay-${each.kind}` }, words.texts.name("ledger.does", each.kind)), " ",
        h("bdi", {}, words.source(each.end)), h("small", {}, ` ${t("ledger.times", { count: each.count })}`))))));
}

function drawGraph({ relays, words, chosen, choose }: RelaySource, nodes: readonly Node[]): VNode {
  const layers = 1 + Math.max(...nodes.map((node) => node.layer));
  const sizes = Array.from({ length: layers }, (_, layer) => nodes.filter((node) => node.layer === layer).length);
  const tallest = Math.max(...sizes);
  const [width, height] = [(layers - 1) * WIDE + BOX + 2 * MARGIN, tallest * HIGH + 2 * MARGIN];
  const rtl = words.texts.dir === "rtl";
  const places = new Map(nodes.map((node) => {
    const across = MARGIN + BOX / 2 + node.layer * WIDE;
    return [node.column, { x: rtl ? width - across : across, y: MARGIN + ((node.place + .5) * tallest * HIGH) / sizes[node.layer]! }];
  }));
  const most = Math.max(...relays.map((each) => each.count));
  return h("div", { class: "wb-graph-scroll", tabindex: 0, role: "group", "aria-label": words.texts.t("ledger.graph") },
    h("div", { class: "wb-graph", dir: "ltr", style: `inline-size:${width}px;block-size:${height}px` },
      h("svg:svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" }, relays.map((each) => {
        const [from, to] = [places.get(each.start)!, places.get(each.end)!];
        const lit = chosen === null || each.start === chosen || each.end === chosen;
        return drawArrow(from, to, 1 + (2.6 * each.count) / most, `wb-arrow wb-relay-${each.kind}${lit ? "" : " wb-faint"}`, `${each.kind} ${each.start} ${each.end}`);
      })),
      nodes.map((node) => {
        const { x, y } = places.get(node.column)!;
        return h("button", { key: node.column, type: "button", class: "wb-node", "aria-pressed": String(chosen === node.column), style: `left:${x - BOX / 2}px;top:${y}px;inline-size:${BOX}px`, title: words.source(node.column), onclick: () => choose(node.column) },
          h("bdi", {}, words.source(node.column)));
      })));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function drawArrow(from: Place, to: Place, width: number, name: string, key: string): VNode {
  const side = Math.sign(to.x - from.x);
  const [x1, x2] = side === 0 ? [from.x + BOX / 2, to.x + BOX / 2] : [from.x + (side * BOX) / 2, to.x - (side * (BOX / 2 + 7))];
  const bend = side === 0 ? 46 : (x2 - x1) / 2;
  const end = side === 0 ? x2 + 7 : x2;
  const inner = side === 0 ? end + bend : x2 - bend;
  const tip = side === 0 ? -1 : side;
  return h("svg:g", { key, class: name },
    h("svg:path", { d: `M${x1} ${from.y}C${x1 + bend} ${from.y} ${inner} ${to.y} ${end} ${to.y}`, "stroke-width": width.toFixed(1), fill: "none" }),
    h("svg:path", { class: "wb-tip", d: `M${end + tip * 7} ${to.y}L${end - tip * 2} ${to.y - 5}L${end - tip * 2} ${to.y + 5}Z` }));
}
