/** What a person chose for the interface: language, size, theme and keys. */

export interface Settings {
  /** `auto`: as the browser asks for. */
  readonly language: string;
  /** `auto`: as the page around the widget. */
  readonly theme: string;
  /** 1 is the usual size of the text. */
  readonly text_size: number;
  /** The keys that differ from the usual ones, by operation. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

export const USUAL: Settings = { language: "auto", theme: "auto", text_size: 1, keys: {} };

const PLACE = "workbench:settings";

/** What was chosen last in this browser: for widgets that belong to nobody in particular. */
export function readShared(): Settings {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(PLACE) ?? "{}") as Partial<Settings>) };
  } catch {
    return USUAL; // no storage, or something else in it
  }
}

export function share(settings: Settings): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings));
  } catch {
    // a sandboxed page: the other widgets follow the browser
  }
}
