/** The edges of an item's fragments, one by one, and what its spans are when one of them is moved. */

import type { Span, SpanRole } from "./protocol.ts";
import type { State } from "./state.ts";

/** One edge of one fragment. */
export interface Grip {
  readonly item: string;
  readonly role: SpanRole;
  /** The fragment among those of its role. */
  readonly index: number;
  readonly side: "start" | "end";
}

const ROLES: readonly SpanRole[] = ["claim", "source", "cue", "anchor"];

/** The fragments of a role, none where the item has gone. */
export function fragments(state: State, item: string, role: SpanRole): readonly Span[] {
  const attribution = state.attributions.get(item);
  if (role === "claim") return state.claims.get(item)?.spans ?? [];
  if (role === "source") return attribution?.source.spans ?? [];
  return (role === "cue" ? attribution?.cue : attribution?.anchor) ?? [];
}

/** All edges of an item: the end of each fragment, then its start. */
export function gripsOf(state: State, item: string): Grip[] {
  return ROLES.flatMap((role) => fragments(state, item, role).flatMap((_, index): Grip[] => [
    { item, role, index, side: "end" }, { item, role, index, side: "start" },
  ]));
}

/** What puts a new span in the place of a fragment; `null` where that changes nothing. */
export function replacement(state: State, grip: Grip, span: Span): { id: string; role: SpanRole; spans: Span[] } | null {
  const spans = [...fragments(state, grip.item, grip.role)];
  const before = spans[grip.index];
  if (!before || (before.start === span.start && before.end === span.end)) return null;
  spans[grip.index] = span;
  return { id: grip.item, role: grip.role, spans };
}
