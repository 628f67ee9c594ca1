/** Overlapping spans as a row of flat pieces: marks are never nested, so that letters stay joined. */

import type { SpanRole } from "./protocol.ts";

/** What a suggestion would mark. */
export type SuggestedRole = `suggested-${SpanRole}`;

/** What a version of a difference marks, while it is looked at. */
export type VersionRole = `version-${SpanRole}`;

/** One fragment of an item, in UTF-16 units of the sentence it is painted in. */
export interface Placed {
  readonly item: string;
  readonly role: SpanRole | SuggestedRole | VersionRole;
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The fragments that cover this piece, in the order given; none for plain text. */
  readonly placed: readonly Placed[];
}

/** Cut a text of `length` units where any fragment begins or ends. */
export function flatten(length: number, fragments: readonly Placed[]): Piece[] {
  const inside = fragments.filter((each) => each.start < each.end && each.start >= 0 && each.end <= length);
  const edges = new Set([0, length]);
  for (const each of inside) edges.add(each.start).add(each.end);
  const cuts = [...edges].sort((one, other) => one - other);
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [start, end] = [cuts[index]!, cuts[index + 1]!];
    pieces.push({ start, end, placed: inside.filter((each) => each.start <= start && end <= each.end) });
  }
  return pieces;
}
