/** The messages between the view and the session, as docs/widget-protocol.md fixes them. */

import type { EntityPart } from "./entity.ts";
import type { Clusters, LinkFate } from "./linked.ts";
import type { Settings } from "./settings.ts";
import type { Proposed } from "./stated.ts";

export type SpanRole = "claim" | "source" | "cue" | "anchor";
export type Slot = "source" | "cue" | "stance" | "target";
export type Realization = "explicit" | "pro_drop" | "implicit" | "author";
export type Status = "open" | "done" | "skipped";

/** `[start, end)` in code points of the document's text, with the text it covers. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly published: string | null;
  readonly reason: string | null;
  /** A publication date that the text states and nobody has confirmed. */
  readonly proposed: string | null;
}

export interface SentenceInfo {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  /** Counts all sentences of the project from 0. */
  readonly position: number;
  /** Whether it is this person's to decide; the others are there to be read. */
  readonly given?: boolean;
}

export interface DocumentInfo {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly dir: "rtl" | "ltr";
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly sentences: readonly SentenceInfo[];
}

export interface Claim {
  readonly id: string;
  readonly sentence: string;
  readonly spans: readonly Span[];
  readonly voice: "attributed" | "author" | null;
  readonly proposition: string | null;
  readonly cluster?: string | null;
  readonly features: Readonly<Record<string, string | null>>;
  readonly origin: string;
  readonly unsure: boolean;
  readonly note: string | null;
}

export interface Attribution {
  readonly id: string;
  readonly sentence: string;
  readonly source: { readonly spans: readonly Span[]; readonly realization: Realization | null };
  readonly cue: readonly Span[] | null;
  readonly targets: readonly string[];
  readonly anchor: readonly Span[];
  readonly stance: string | null;
  readonly certainty: string | null;
  readonly features: Readonly<Record<string, string | null>>;
  readonly origin: string;
  readonly unsure: boolean;
  readonly note: string | null;
}

/** A suggestion as a claim or an attribution; its targets are suggestions, or what was taken. */
export type Suggestion = (
  | (Claim & { readonly kind: "claim" })
  | (Attribution & { readonly kind: "attribution" })
) & {
  /** How sure the system is, in its own units. */
  readonly score: number | null;
  readonly depth: number;
};

export interface SuggestionPart {
  /** They wait until the sentence is decided. */
  readonly held: boolean;
  /** They waited, and are shown now. */
  readonly revealed: boolean;
  /** In the order of the cards: a claim, then those who hold it. */
  readonly items: readonly Suggestion[];
}

export interface Annotation {
  readonly claims: readonly Claim[];
  readonly attributions: readonly Attribution[];
  readonly status: Status;
  readonly flagged: boolean;
  readonly comment: string | null;
  readonly revision?: number | null;
}

/** One answer to what a difference is about, with everybody who gave it. */
export interface Version {
  readonly people: readonly string[];
  /** What they say in words; `spans` and labels of the scheme are drawn rather than these. */
  readonly words: string;
  /** As in the record: a label, spans, a source; of a whole attribution what it holds besides. */
  readonly value: unknown;
  readonly spans: readonly Span[];
  readonly role: SpanRole | null;
  /** These people have nothing of the kind here. */
  readonly absent: boolean;
  readonly same_as_gold: boolean;
}

export interface Difference {
  readonly id: string;
  readonly kind: string;
  readonly field: string;
  /** The claim and the attribution of gold that it is about, where gold has them. */
  readonly claim: string | null;
  readonly attribution: string | null;
  /** Whose attribution it is about: the words of the source; "" for the claim's own fields. */
  readonly about: string;
  readonly versions: readonly Version[];
  /** The version taken, counted from 1. */
  readonly chosen: number | "own" | null;
  /** The versions are others than when it was settled. */
  readonly stale: boolean;
  readonly by: string | null;
  readonly comment: string | null;
  readonly gap: boolean;
  readonly unsure: boolean;
}

/** What was said of one claim, and where its versions differ. */
export interface Unit {
  readonly id: string | null;
  readonly claim: string | null;
  readonly words: string;
  readonly differences: readonly Difference[];
}

/** The answers of several people to one sentence, compared. */
export interface Case {
  readonly answered: readonly string[];
  readonly waiting: readonly string[];
  readonly unanimous: boolean;
  readonly outcome: "waiting" | "differs" | "settled" | "agreed" | "done";
  readonly units: readonly Unit[];
}

export interface RulingProgress {
  readonly sentences: number;
  readonly differences: number;
  readonly settled: number;
  /** Sentences on which all agree and that are not accepted yet. */
  readonly unanimous: number;
  readonly accepted: number;
  /** Pairs of claims that people link otherwise. */
  readonly links?: { readonly differences: number; readonly left: number; readonly claims: readonly string[] };
}

/** What an adjudicating session says besides, of the open article. */
export interface AdjudicationPart {
  readonly people: readonly { readonly id: string; readonly shown: string }[];
  readonly hidden: boolean;
  /** The share of unanimous sentences that is to be left open, unless the person says otherwise. */
  readonly sample: number;
  readonly cases: Readonly<Record<string, Case | null>>;
  readonly progress: RulingProgress;
}

/** What became of one claim or attribution of the annotator. */
export interface Fate {
  readonly item: string;
  readonly kind: "claim" | "attribution";
  readonly words: string;
  readonly verdict: "taken" | "changed" | "dropped";
  readonly comment: string | null;
  readonly gap: boolean;
  readonly changes: readonly {
    readonly field: string;
    readonly mine: string;
    readonly gold: string;
    readonly gap: boolean;
    readonly comment: string | null;
  }[];
}

/** What became of the annotator's answer to one sentence. */
export interface Outcome {
  readonly adjudicator: string | null;
  readonly comment: string | null;
  readonly gap: boolean;
  readonly items: readonly Fate[];
  readonly missed: readonly { readonly kind: "claim" | "attribution"; readonly words: string }[];
  readonly links: readonly LinkFate[];
}

export type Outcomes = Readonly<Record<string, Outcome | null>>;

export interface Armed {
  readonly slot: Slot;
  readonly claim: string | null;
  readonly attribution: string | null;
}

export interface Ui {
  readonly sentence: string | null;
  readonly card: string | null;
  readonly attribution: string | null;
  readonly armed: Armed | null;
  readonly suggestion?: string | null;
  readonly missing: readonly { readonly id: string; readonly slot: string }[];
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface Progress {
  readonly position: number;
  readonly sentences: number;
  readonly to_decide: number;
  readonly done: number;
  readonly skipped: number;
  readonly flagged: number;
  readonly pace_s: number | null;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly annotator: string;
  readonly annotators: readonly string[];
  /** What is unsafe about the place where the project is kept. */
  readonly warnings: readonly string[];
}

/** Words of the text, or a label of the scheme such as `stance:deny`. */
export interface Said {
  readonly words: string | null;
  readonly label: string | null;
}

/** One field of one claim or attribution, as the person and as the known answer have it. */
export interface FeedbackRow {
  readonly verdict: "right" | "wrong" | "missed" | "extra";
  readonly field: string;
  readonly about: Said;
  readonly yours: Said | null;
  readonly gold: Said | null;
  /** The label whose definition helps. */
  readonly guide: string | null;
}

/** What a training session says besides. */
export interface TrainingPart {
  readonly round: number;
  readonly answered: number;
  readonly sentences: number;
  /** Whether the sentence in focus is one to answer. */
  readonly known: boolean;
  /** Once all is answered. */
  readonly result: { readonly scores: Readonly<Record<string, number | null>>; readonly pass_mark: number; readonly passed: boolean } | null;
  /** Once the sentence in focus is decided. */
  readonly feedback: { readonly sentence: string; readonly right: number; readonly rows: readonly FeedbackRow[] } | null;
}

export interface Delta {
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly segments: readonly Segment[] | null;
  readonly suggestions?: Readonly<Record<string, SuggestionPart>> | null;
  readonly ui: Ui | null;
  readonly progress: Progress | null;
  /** Only the sentences that changed; `null` for one that has no case any more. */
  readonly adjudication?: Pick<AdjudicationPart, "cases" | "progress"> | null;
  readonly outcome?: Outcomes | null;
  readonly clusters?: Clusters | null;
  readonly entities?: EntityPart | null;
  readonly proposed?: Proposed;
  readonly training?: TrainingPart | null;
  /** Only where they were changed. */
  readonly settings?: Settings;
}

export interface Resume {
  readonly session: string | null;
  readonly document: string | null;
  readonly sentence: string | null;
  readonly card: string | null;
  readonly attribution: string | null;
  readonly armed: Armed | null;
}

export interface Snap {
  readonly t: "snap";
  readonly view: string | null;
  readonly session: string;
  readonly project: Project;
  readonly scheme: unknown;
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly settings: Settings;
  /** `null` in a project without articles; then `ui` and `progress` are `null` too. */
  readonly document: DocumentInfo | null;
  /** Why there is no document: the project has none, or this person was given nothing to read. */
  readonly empty?: "articles" | "queue" | null;
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly suggestions?: Readonly<Record<string, SuggestionPart>>;
  /** `null` for an annotator. */
  readonly adjudication?: AdjudicationPart | null;
  readonly outcome?: Outcomes | null;
  /** Those that have claims in the document. */
  readonly clusters?: Clusters | null;
  /** Who the sources of the sentence in focus are. */
  readonly entities?: EntityPart | null;
  readonly proposed?: Proposed;
  /** `null` in real work. */
  readonly training?: TrainingPart | null;
  readonly ui: Ui | null;
  readonly progress: Progress | null;
}

export interface Ack {
  readonly t: "ack";
  readonly view: string | null;
  readonly key: string;
  readonly delta: Delta | null;
  readonly say: string | null;
}

export type Conflict = Readonly<Record<string, { readonly mine: Annotation | null; readonly theirs: Annotation | null }>>;

export interface Nack {
  readonly t: "nack";
  readonly view: string | null;
  readonly key: string | null;
  readonly error: { readonly kind: string; readonly message: string; readonly hint: string | null };
  readonly conflict: Conflict | null;
  readonly delta: Delta | null;
}

export interface Later {
  readonly t: "later";
  readonly view: string | null;
  readonly key: string;
  readonly message: string;
}

/** What a question came to: `error` says why there is no `result`. */
export interface Answer {
  readonly t: "answer";
  readonly view: string | null;
  readonly key: string;
  readonly result: unknown;
  readonly error: Nack["error"] | null;
}

export type FromPython = Snap | Ack | Nack | Later | Answer;
export type Args = Readonly<Record<string, unknown>>;

/** One operation of a person. */
export interface Operation {
  readonly key: string;
  readonly name: string;
  readonly args: Args;
  /** Seconds of work since the operation before. */
  readonly active_s: number;
  /** Where the view was when the person acted: lets a new session put the operation back in place. */
  readonly at: Resume | null;
}

export type ToPython =
  | { t: "hello"; view: string; proto: 1; resume: Resume | null; language: string }
  | { t: "do"; view: string; key: string; name: string; args: Args; active_s: number; language: string }
  | { t: "ask"; view: string; key: string; name: string; args: Args; language: string };

/** What changes nothing but the place: not worth keeping over a reload. */
export const NAVIGATION: ReadonlySet<string> = new Set([
  "next", "previous", "next_open", "previous_open", "goto", "focus", "arm",
]);

/** What takes no time to the record: the seconds wait for the next edit of the sentence. */
export const TIMELESS: ReadonlySet<string> = new Set([
  ...NAVIGATION, "undo", "redo", "segment", "date", "resolve", "settings",
  "entity_edit", "entity_merge", "entity_split", "entity_undo",
]);

/** 128 random bits in hex; `crypto.randomUUID` is absent on plain http origins. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
