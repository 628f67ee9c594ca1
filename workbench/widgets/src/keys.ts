/** From a key press to the name of an operation, by physical key, so that any layout works. */

import type { StanceKey } from "./scheme.ts";

export interface Press {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

type Codes = Readonly<Record<string, readonly string[]>>;
/** What each physical key types, where the browser tells it. */
export type Layout = ReadonlyMap<string, string>;

/** The steps of the caret take Shift (extend) and Alt (by letter) themselves. */
export const CARET: ReadonlySet<string> = new Set(["left", "right", "up", "down", "start", "end"]);

/** A panel that gives keys a meaning of its own while it has the focus, before all else that they mean. */
export type Layer = "ruling" | "linking";
const LAYERS: readonly Layer[] = ["ruling", "linking"];

/** The panel whose key an operation has, `null` for all that keys mean anywhere. */
export function layerOf(operation: string): Layer | null {
  return LAYERS.find((layer) => operation.startsWith(`${layer} `)) ?? null;
}

/** Among claims of other articles a key that means nothing there changes nothing here either. */
const BESIDE_LINKING: ReadonlySet<string> = new Set([
  "links", "undo", "redo", "next", "previous", "next open", "previous open", "go to", "search", "claim list", "whole article", "settings", "help",
]);

/** Combinations that stay with the browser and the notebook: to save, to copy, to leave. */
const RESERVED = new Set([
  ..."ACFNPRSTVWX".split("").map((letter) => `Ctrl+Key${letter}`), "Ctrl+Shift+KeyC", "Tab", "Shift+Tab", "Escape", "F5", "F11", "F12",
]);

export class Keymap {
  readonly #byCode = new Map<string, string>();
  readonly #layers: Readonly<Record<Layer, Map<string, string>>> = { ruling: new Map(), linking: new Map() };
  readonly #codes: Codes;
  readonly #layout: Layout | null;

  /** The stances, and the stances with a certainty, that have a key. */
  readonly stances: readonly string[];

  /** `own` holds the keys that the person chose, for the operations where they chose some. */
  constructor(codes: Codes, stances: readonly StanceKey[], own: Codes = {}, layout: Layout | null = null) {
    const keysOf = (isOwn: boolean): Codes =>
      Object.fromEntries(stances.filter((each) => each.own === isOwn).map(({ operation, code }) => [operation, [code]]));
    const all: Codes = { ...keysOf(false), ...codes, ...keysOf(true) };
    this.stances = stances.map((each) => each.operation);
    const chosen = Object.entries(own).filter(([operation]) => operation in all);
    this.#codes = { ...all, ...Object.fromEntries(chosen) };
    this.#layout = layout;
    // a scheme's key wins over a general one, and the person's own over both
    for (const [operation, list] of [...Object.entries(all).filter(([operation]) => !(operation in own)), ...chosen]) {
      for (const code of list) this.#among(operation).set(code, operation);
    }
  }

  /** With a `layer` its panel has the focus. */
  find(press: Press, layer: Layer | null = null): string | null {
    const own = layer && this.#layers[layer].get(chord(press));
    if (own) return own;
    const found = this.owner(chord(press));
    if (found) return layer !== "linking" || BESIDE_LINKING.has(found) ? found : null;
    return press.key === "?" || press.key === "؟" ? "help" : null;
  }

  /** The operation that a combination means; with `beside`, among those that it could not mean as well. */
  owner(code: string, beside = ""): string | null {
    const layer = layerOf(beside);
    if (layer) return this.#layers[layer].get(code) ?? null;
    const plain = this.#byCode.get(code.replace(/^(?:Alt\+)?(?:Shift\+)?/u, ""));
    return plain && CARET.has(plain) && !code.startsWith("Ctrl") ? plain : (this.#byCode.get(code) ?? null);
  }

  /** The combinations that lead to an operation. */
  codes(operation: string): readonly string[] {
    return (this.#codes[operation] ?? []).filter((code) => this.#among(operation).get(code) === operation);
  }

  #among(operation: string): Map<string, string> {
    const layer = layerOf(operation);
    return layer ? this.#layers[layer] : this.#byCode;
  }

  /** The first key of an operation as it is drawn on a key cap, for example `Ctrl Z`. */
  cap(operation: string): string {
    const code = this.codes(operation)[0];
    return code ? this.draw(code) : "";
  }

  caps(operation: string): string[] {
    return this.codes(operation).filter((code) => !code.startsWith("Numpad")).map((code) => this.draw(code));
  }

  /** A combination as its key caps, in the person's own layout where the browser tells it. */
  draw(code: string): string {
    return capOf(code, this.#layout);
  }

  get operations(): string[] {
    return Object.keys(this.#codes);
  }
}

/** A press as it is written in a key map; a modifier alone is none. */
export function chord(press: Press): string {
  const parts = [press.code];
  if (press.shiftKey) parts.unshift("Shift");
  if (press.altKey) parts.unshift("Alt");
  if (press.ctrlKey || press.metaKey) parts.unshift("Ctrl");
  return parts.join("+");
}

export function isReserved(code: string): boolean {
  return RESERVED.has(code);
}

export function isModifier(code: string): boolean {
  return /^(?:Shift|Control|Alt|Meta|OS)(?:Left|Right)?$|^(?:CapsLock|Fn|NumLock)$|^$/u.test(code);
}

/**
 * The person's keys after `operation` was given `code`: whoever had it gets the first key that
 * `operation` had before, or none.
 */
export function swapKeys(keymap: Keymap, own: Codes, operation: string, code: string): Codes {
  const other = keymap.owner(code, operation);
  const before = keymap.codes(operation);
  const changed: Record<string, readonly string[]> = { ...own, [operation]: [code] };
  if (other && other !== operation) {
    const rest = keymap.codes(other).filter((each) => each !== code);
    changed[other] = [...before.slice(0, 1), ...rest];
  }
  return changed;
}

const CAPS: Readonly<Record<string, string>> = {
  Shift: "⇧", Comma: ",", Slash: "/", Backslash: "\\", Equal: "=", BracketLeft: "[", BracketRight: "]",
  ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓",
  PageUp: "PgUp", PageDown: "PgDn", Escape: "Esc", Backspace: "⌫", Delete: "Del", NumpadAdd: "+",
  Minus: "-", Period: ".", Semicolon: ";", Quote: "'", Backquote: "`",
};

export function capOf(code: string, layout: Layout | null = null): string {
  if (!layout && code === "Shift+Slash") return "?";
  if (!layout && code === "Shift+Equal") return "+";
  const parts = code.split("+").map((part) =>
    layout?.get(part)?.toUpperCase() ?? CAPS[part] ?? part.replace(/^(Key|Digit|Numpad)/, ""));
  if (layout && parts.join("") === "⇧/") return "?";
  if (layout && parts.join("") === "⇧=") return "+";
  return parts.join(parts[0] === "⇧" ? "" : " ");
}

/** What the keys of this keyboard type; `null` where the browser keeps it to itself. */
export async function readLayout(): Promise<Layout | null> {
  const { keyboard } = navigator as { keyboard?: { getLayoutMap?: () => Promise<Iterable<[string, string]>> } };
  try {
    const found = await keyboard?.getLayoutMap?.();
    return found ? new Map(found) : null;
  } catch {
    return null; // not allowed inside a frame of another origin
  }
}

/** Whether a press must stay inside the widget: Lab would take it for a command of the notebook. */
export function isOurs(press: Press, handled: boolean): boolean {
  const modified = press.ctrlKey || press.metaKey;
  if (handled || !modified) return true;
  return press.key === "Enter"; // would run the cell, and so close this widget
}
