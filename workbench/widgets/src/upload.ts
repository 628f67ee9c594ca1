/** The pieces of a file and how far it is. */

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

export function describeFile(state: FileState): string {
  if (state.outcome === "waiting") return "waiting";
  if (state.outcome === "added") return "✓ done";
  if (state.outcome === "refused") return "✗ not added";
  return state.size > PIECE_BYTES ? `sending, ${Math.floor((100 * state.sent) / state.size)} %` : "reading…";
}
