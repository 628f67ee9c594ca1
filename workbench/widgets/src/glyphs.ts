/** A stance as a shape: its colour, its outline and its sign say the same, and its fill says how sure. */

import { h, type VNode } from "./dom.ts";
import type { Part } from "./ledgerdata.ts";
import type { Scheme } from "./scheme.ts";

const SHAPES: Readonly<Record<string, string>> = {
  circle: "M10 1.5A8.5 8.5 0 1 1 10 18.5A8.5 8.5 0 1 1 10 1.5Z",
  square: "M2.5 2.5H17.5V17.5H2.5Z",
  triangle: "M10 1L19 17.5H1Z",
  diamond: "M10 .8L19.2 10L10 19.2L.8 10Z",
  hexagon: "M5.2 1.8H14.8L19.4 10L14.8 18.2H5.2L.6 10Z",
  pentagon: "M10 1L19 7.7L15.6 18.2H4.4L1 7.7Z",
  star: "M10 .8L12.7 7L19.4 7.6L14.3 12L15.9 18.6L10 15L4.1 18.6L5.7 12L.6 7.6L7.3 7Z",
  arrow: "M2 3.2H11L19 10L11 16.8H2L7 10Z",
  bar: "M1.5 7.2H18.5V12.8H1.5Z",
};
/** How full a shape is: the surest certainty, the next one, all others. */
const FILLS = ["full", "half", "empty"] as const;

export interface Look {
  readonly stance: string | null;
  readonly certainty: string | null;
  readonly part?: Part;
}

/** Draw the shape of a position; it is decoration, and whoever places it says it in words. */
export function drawGlyph(scheme: Scheme, shapes: Readonly<Record<string, string>>, look: Look, key: string | null = null): VNode {
  const path = SHAPES[look.stance === null ? "bar" : (shapes[look.stance] ?? "circle")] ?? SHAPES["circle"]!;
  const sign = look.stance === null ? "" : (scheme.stance(look.stance)?.symbol ?? "");
  return h("svg:svg", {
    key, class: "wb-glyph", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false",
    "data-stance": look.stance ?? "own", "data-fill": fillOf(scheme, look), "data-part": look.part ?? "witness",
  }, h("svg:path", { class: "wb-shape", d: path }), sign && h("svg:text", { x: 10, y: 14.2, class: "wb-sign" }, sign));
}

export function fillOf(scheme: Scheme, { stance, certainty }: Look): (typeof FILLS)[number] {
  if (stance === null || certainty === null) return "full";
  const place = scheme.file.certainties.findIndex((each) => each.value === certainty);
  return FILLS[Math.min(Math.max(place, 0), FILLS.length - 1)]!;
}
