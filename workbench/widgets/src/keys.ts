/** From a key press to the name of an operation, by physical key, so that any layout works. */

export interface Press {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The steps of the caret take Shift (extend) and Alt (by letter) themselves. */
export const CARET: ReadonlySet<string> = new Set(["left", "right", "up", "down", "start", "end"]);

export class Keymap {
  readonly #byCode = new Map<string, string>();
  readonly #codes: Readonly<Record<string, readonly string[]>>;

  constructor(codes: Readonly<Record<string, readonly string[]>>, stances: readonly { value: string; hotkey?: string | null }[]) {
    const all: Record<string, readonly string[]> = { ...codes };
    for (const stance of stances) {
      if (stance.hotkey) all[`stance ${stance.value}`] ??= [stance.hotkey];
    }
    this.#codes = all;
    // a scheme's key wins over a general one: the scheme is what the project chose
    for (const [operation, list] of Object.entries(all)) {
      for (const code of list) this.#byCode.set(code, operation);
    }
  }

  find(press: Press): string | null {
    const plain = this.#byCode.get(press.code);
    if (plain && CARET.has(plain) && !press.ctrlKey && !press.metaKey) return plain;
    const found = this.#byCode.get(chord(press));
    if (found) return found;
    return press.key === "?" || press.key === "؟" ? "help" : null;
  }

  /** The first key of an operation as it is drawn on a key cap, for example `Ctrl Z`. */
  cap(operation: string): string {
    const code = this.#codes[operation]?.[0];
    return code ? capOf(code) : "";
  }

  caps(operation: string): string[] {
    return (this.#codes[operation] ?? []).filter((code) => !code.startsWith("Numpad")).map(capOf);
  }

  get operations(): string[] {
    return Object.keys(this.#codes);
  }
}

function chord(press: Press): string {
  const parts = [press.code];
  if (press.shiftKey) parts.unshift("Shift");
  if (press.altKey) parts.unshift("Alt");
  if (press.ctrlKey || press.metaKey) parts.unshift("Ctrl");
  return parts.join("+");
}

const CAPS: Readonly<Record<string, string>> = {
  Shift: "⇧", Comma: ",", Slash: "/", Backslash: "\\", Equal: "=", BracketLeft: "[", BracketRight: "]",
  ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓",
  PageUp: "PgUp", PageDown: "PgDn", Escape: "Esc", Backspace: "⌫", Delete: "Del", NumpadAdd: "+",
};

export function capOf(code: string): string {
  if (code === "Shift+Slash") return "?";
  if (code === "Shift+Equal") return "+";
  const parts = code.split("+").map((part) => CAPS[part] ?? part.replace(/^(Key|Digit|Numpad)/, ""));
  return parts.join(parts[0] === "⇧" ? "" : " ");
}

/** Whether a press must stay inside the widget: Lab would take it for a command of the notebook. */
export function isOurs(press: Press, handled: boolean): boolean {
  const modified = press.ctrlKey || press.metaKey;
  if (handled || !modified) return true;
  return press.key === "Enter"; // would run the cell, and so close this widget
}
