/** The pieces of a file and how far it is. */

import type { Texts } from "./texts.ts";

export interface FileState {
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly outcome: "waiting" | "sending" | "added" | "refused";
  readonly lines: readonly string[];
}

/** Servers close the connection on messages of ten megabytes. */
export const PIECE_BYTES = 1_000_000;

/** The bytes `[from, to)` to send after `received`. */
export function nextPiece(size: number, received: number): [number, number] {
  return [received, Math.min(size, received + PIECE_BYTES)];
}

export function describeFile({ t }: Texts, state: FileState): string {
  if (state.outcome === "waiting") return t("articles.waiting");
  if (state.outcome === "added") return `✓ ${t("articles.added")}`;
  if (state.outcome === "refused") return `✗ ${t("articles.refused")}`;
  return state.size > PIECE_BYTES ? t("articles.sending", { percent: Math.floor((100 * state.sent) / state.size) }) : t("articles.reading");
}
