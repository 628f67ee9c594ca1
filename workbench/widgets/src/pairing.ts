/** Which claims of two answers are the same, have other edges, or stand alone. */

import type { Claim, Span } from "./protocol.ts";

export type Likeness = "same" | "edges" | "alone";

/** How each claim of `own` stands to the claims of `others`; claims without spans by their sentence. */
export function likenesses(own: readonly Claim[], others: readonly Claim[]): Map<string, Likeness> {
  const exact = new Set(others.map(keyOf));
  return new Map(own.map((claim) => {
    if (exact.has(keyOf(claim))) return [claim.id, "same"];
    return [claim.id, others.some((other) => overlap(claim.spans, other.spans)) ? "edges" : "alone"];
  }));
}

function keyOf(claim: Claim): string {
  const spans = claim.spans.map((span) => `${span.start}-${span.end}`).join(" ");
  return spans || `in ${claim.sentence}`;
}

function overlap(spans: readonly Span[], others: readonly Span[]): boolean {
  return spans.some((one) => others.some((other) => one.start < other.end && other.start < one.end));
}
