/** The label scheme as the view reads it: names, keys, colours and guidelines of every label. */

import type { SpanRole } from "./protocol.ts";
import type { Texts as Interface } from "./texts.ts";

type Texts = Readonly<Record<string, string>>;

export interface Example {
  readonly language: string;
  readonly text: string;
  readonly gloss: string | null;
  readonly instead: string | null;
}

export interface Label {
  readonly value: string;
  readonly name: Texts;
  readonly definition: Texts;
  readonly hotkey?: string | null;
  readonly symbol?: string | null;
  readonly line?: string | null;
  readonly colour?: { readonly light: string; readonly dark: string };
  readonly examples?: readonly Example[];
  readonly counter_examples?: readonly Example[];
}

export interface Stance extends Label {
  readonly certainties: readonly { readonly certainty: string | null }[];
  readonly default_certainty: string | null;
}

export interface Feature {
  readonly name: string;
  readonly on: "claims" | "attributions";
  readonly label: Texts;
  readonly values: readonly Label[];
  /** What the text of a feature without values is; by default it has values. */
  readonly type?: "values" | "figure" | "edtf";
}

export interface SchemeFile {
  readonly name: string;
  readonly version: string;
  readonly relay_stance: string | null;
  readonly roles: readonly Label[];
  readonly realizations: readonly Label[];
  readonly certainties: readonly Label[];
  readonly stances: readonly Stance[];
  readonly features: readonly Feature[];
}

const EMPTY: SchemeFile = {
  name: "", version: "", relay_stance: null,
  roles: [], realizations: [], certainties: [], stances: [], features: [],
};

const WITH_CERTAINTY = ["Shift", "Alt"] as const;

/** A stance, or a stance with a certainty, and its key; `own` where the scheme itself says so. */
export interface StanceKey {
  readonly operation: string;
  readonly code: string;
  readonly own: boolean;
}

export class Scheme {
  readonly file: SchemeFile;

  constructor(file: unknown) {
    this.file = { ...EMPTY, ...(file as Partial<SchemeFile> | null) };
  }

  get stances(): readonly Stance[] {
    return this.file.stances;
  }

  role(value: SpanRole): Label {
    return find(this.file.roles, value);
  }

  stance(value: string | null): Stance | null {
    return this.stances.find((stance) => stance.value === value) ?? null;
  }

  realization(value: string): Label {
    return find(this.file.realizations, value);
  }

  certainty(value: string): Label {
    return find(this.file.certainties, value);
  }

  /** A label's name in the interface's language, whatever kind of label it is; the value where there is none. */
  nameOf(value: string, texts: Interface): string {
    const label = [...this.file.roles, ...this.file.realizations, ...this.stances, ...this.file.certainties].find((each) => each.value === value);
    return label ? texts.label(label.name) : value;
  }

  /** The certainties that go with a stance, strongest first; none where it takes no certainty. */
  certaintiesOf(stance: string | null): string[] {
    const allowed = new Set(this.stance(stance)?.certainties.map((each) => each.certainty));
    return this.file.certainties.map((each) => each.value).filter((value) => allowed.has(value));
  }

  /** The weaker certainties of a stance, or all but its default where that is not the strongest. */
  furtherCertainties(stance: Stance): string[] {
    return this.certaintiesOf(stance.value).filter((value) => value !== stance.default_certainty);
  }

  /** What can be said of a stance by one key: its own, with Shift and with Alt for its further certainties. */
  get stanceKeys(): StanceKey[] {
    return this.stances.flatMap((stance) => {
      const { value, hotkey } = stance;
      if (!hotkey) return [];
      const further = this.furtherCertainties(stance).slice(0, WITH_CERTAINTY.length);
      return [
        { operation: `stance ${value}`, code: hotkey, own: true },
        ...further.map((certainty, index) => ({ operation: `stance ${value} ${certainty}`, code: `${WITH_CERTAINTY[index]}+${hotkey}`, own: false })),
      ];
    });
  }

  /** From 1 for the weakest of all the scheme's certainties. */
  certaintyLevel(value: string): number {
    const index = this.file.certainties.findIndex((each) => each.value === value);
    return index < 0 ? 0 : this.file.certainties.length - index;
  }

  features(on: "claims" | "attributions"): readonly Feature[] {
    return this.file.features.filter((feature) => feature.on === on);
  }

  labels(): readonly Label[] {
    return [...this.file.roles, ...this.file.realizations, ...this.stances, ...this.file.certainties];
  }
}

function find(labels: readonly Label[], value: string): Label {
  return labels.find((label) => label.value === value) ?? { value, name: { en: value }, definition: {} };
}
