/** What the view knows: the open document, what is said of it, and where the person is. */

import { Adjudication } from "./adjudication.ts";
import { Article } from "./article.ts";
import { NOBODY, type EntityPart } from "./entity.ts";
import { Holders, type Row } from "./holders.ts";
import { Keymap, type Layout } from "./keys.ts";
import type { ClusterPart, Clusters } from "./linked.ts";
import type { Placed } from "./marks.ts";
import type {
  Annotation, Attribution, Claim, Delta, DocumentInfo, Outcome, Outcomes, Progress, Project, Resume, Snap, Span, SpanRole, TrainingPart, Ui,
} from "./protocol.ts";
import { Scheme } from "./scheme.ts";
import type { Proposed } from "./stated.ts";
import { Suggested } from "./suggested.ts";
import type { Settings } from "./settings.ts";
import { Texts } from "./texts.ts";

/** A snapshot of a project that has an article to show. */
export type FullSnap = Snap & { readonly document: DocumentInfo; readonly ui: Ui; readonly progress: Progress };

export function isFull(snap: Snap): snap is FullSnap {
  return snap.document !== null && snap.ui !== null && snap.progress !== null;
}

export class State {
  readonly article: Article;
  readonly scheme: Scheme;
  keymap: Keymap;
  readonly project: Project;
  readonly session: string;
  /** The words of the interface, in the language that the person chose. */
  texts: Texts;
  readonly suggested: Suggested;
  /** What several people answered, for who decides among them. */
  readonly adjudication: Adjudication | null;
  /** What became of the annotator's answers, by sentence. */
  readonly outcomes = new Map<string, Outcome>();
  /** The figures and dates that claims of this article state, until somebody confirms them. */
  readonly proposed = new Map<string, Readonly<Record<string, string>>>();
  /** The clusters that have claims in this article. */
  readonly clusters = new Map<string, ClusterPart>();
  /** Who the sources of the sentence in focus are, and may be. */
  entities: EntityPart;
  /** Where a learner is; `null` in real work. */
  training: TrainingPart | null;
  ui: Ui;
  progress: Progress;
  readonly annotations = new Map<string, Annotation>();
  readonly claims = new Map<string, Claim>();
  readonly #holders = new Holders();
  /** By sentence, by the annotation that says so: only what changed is looked at again. */
  readonly #placed = new Map<number, Map<string, Placed[]>>();
  readonly #codes: Snap["keys"];
  readonly #touched = new Map<string, Set<number>>();

  constructor(snap: FullSnap, texts = new Texts("en")) {
    this.texts = texts;
    this.article = new Article(snap.document);
    this.scheme = new Scheme(snap.scheme);
    this.#codes = snap.keys;
    this.keymap = this.rekey(snap.settings.keys);
    this.project = snap.project;
    this.session = snap.session;
    this.suggested = new Suggested(this.article, snap.suggestions ?? {});
    this.adjudication = snap.adjudication ? new Adjudication(this.article, snap.adjudication) : null;
    this.#learn(snap.outcome ?? {});
    this.#group(snap.clusters ?? {});
    this.entities = snap.entities ?? NOBODY;
    this.#propose(snap.proposed);
    this.training = snap.training ?? null;
    this.ui = snap.ui;
    this.progress = snap.progress;
    for (const [id, annotation] of Object.entries(snap.annotations)) this.#put(id, annotation);
  }

  /** Take over what a message says; returns the sentences that look different now. */
  apply(delta: Delta): Set<number> {
    const before = this.focusedSentences();
    const changed = new Set<number>();
    for (const [id, annotation] of Object.entries(delta.annotations)) {
      for (const index of this.#touched.get(id) ?? []) changed.add(index);
      this.#put(id, annotation);
      for (const index of this.#touched.get(id) ?? []) changed.add(index);
      const own = this.article.byId(id);
      if (own) changed.add(own.index);
    }
    if (delta.segments) this.article.segments = delta.segments;
    for (const index of this.suggested.apply(delta.suggestions ?? {})) changed.add(index);
    if (delta.adjudication) for (const index of this.adjudication?.apply(delta.adjudication) ?? []) changed.add(index);
    this.#learn(delta.outcome ?? {});
    if (delta.clusters) this.#group(delta.clusters);
    if (delta.entities) this.entities = delta.entities;
    this.#propose(delta.proposed);
    if (delta.training) this.training = delta.training;
    if (delta.ui) this.ui = delta.ui;
    if (delta.progress) this.progress = delta.progress;
    for (const index of before) changed.add(index);
    for (const index of this.focusedSentences()) changed.add(index);
    return changed;
  }

  /** Take the keys that the person chose, drawn as their keyboard has them. */
  rekey(own: Settings["keys"], layout: Layout | null = null): Keymap {
    return (this.keymap = new Keymap(this.#codes, this.scheme.stanceKeys, own, layout));
  }

  usualKeys(operation: string): readonly string[] {
    return new Keymap(this.#codes, this.scheme.stanceKeys).codes(operation);
  }

  get attributions(): ReadonlyMap<string, Attribution> {
    return this.#holders.attributions;
  }

  placed(index: number): Placed[] {
    const own = [...(this.#placed.get(index)?.values() ?? [])].flat();
    return [...own, ...this.suggested.placed(index), ...(this.adjudication?.placed(index) ?? [])];
  }

  annotation(sentence: string): Annotation | null {
    return this.annotations.get(sentence) ?? null;
  }

  get sentence() {
    return this.article.byId(this.ui.sentence);
  }

  get resume(): Resume {
    const { sentence, card, attribution, armed } = this.ui;
    return { session: this.session, document: this.article.info.id, sentence, card, attribution, armed };
  }

  // -- claims and those who hold them --------------------------------------------------------

  rows(claim: string): Row[] {
    return this.#holders.rows(claim);
  }

  reaching(claim: string): Set<string> {
    return this.#holders.reaching(claim);
  }

  /** The claims to show beside a sentence: its own, then those that its attributions speak of. */
  cards(sentence: string): string[] {
    const annotation = this.annotation(sentence);
    const ids = new Set(this.#claimsInOrder(annotation?.claims ?? []));
    for (const attribution of annotation?.attributions ?? []) {
      for (const leaf of this.leaves(attribution.id)) ids.add(leaf);
    }
    if (this.ui.card && this.claims.has(this.ui.card)) ids.add(this.ui.card);
    return [...ids];
  }

  /** The attributions of a sentence that reach no claim yet. */
  loose(sentence: string): Attribution[] {
    return (this.annotation(sentence)?.attributions ?? []).filter((each) => this.leaves(each.id).size === 0);
  }

  leaves(id: string, path: ReadonlySet<string> = new Set()): Set<string> {
    const leaves = new Set<string>();
    if (this.claims.has(id)) return leaves.add(id);
    if (path.has(id)) return leaves;
    for (const target of this.attributions.get(id)?.targets ?? []) {
      for (const leaf of this.leaves(target, new Set([...path, id]))) leaves.add(leaf);
    }
    return leaves;
  }

  /** The claims of the document, nearest to the sentence in focus first. */
  nearbyClaims(): Claim[] {
    const here = this.sentence?.index ?? 0;
    const distance = (claim: Claim): number =>
      Math.abs((this.article.byId(claim.sentence)?.index ?? 0) - here);
    return [...this.claims.values()].sort((one, other) => distance(one) - distance(other));
  }

  /** Everything whose spans belong to the card in focus. */
  focusedItems(): Set<string> {
    if (this.ui.suggestion) return new Set([this.ui.suggestion]);
    if (!this.ui.card) return new Set(this.ui.attribution ? [this.ui.attribution] : []);
    return this.reaching(this.ui.card).add(this.ui.card);
  }

  focusedSentences(): Set<number> {
    const found = new Set<number>();
    if (this.sentence) found.add(this.sentence.index);
    for (const index of this.suggested.touched(this.ui.suggestion)) found.add(index);
    for (const id of this.focusedItems()) {
      const item = this.claims.get(id) ?? this.attributions.get(id);
      for (const index of this.#touched.get(item?.sentence ?? "") ?? []) found.add(index);
    }
    return found;
  }

  isMissing(id: string, slot: string): boolean {
    return this.ui.missing.some((each) => each.id === id && each.slot === slot);
  }

  #claimsInOrder(claims: readonly Claim[]): string[] {
    const first = (claim: Claim): number => claim.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
    return [...claims].sort((one, other) => first(one) - first(other)).map((claim) => claim.id);
  }

  #learn(outcomes: Outcomes): void {
    for (const [sentence, outcome] of Object.entries(outcomes)) {
      if (outcome) this.outcomes.set(sentence, outcome);
      else this.outcomes.delete(sentence);
    }
  }

  #propose(proposed: Proposed | undefined): void {
    if (!proposed) return;
    this.proposed.clear();
    for (const [id, values] of Object.entries(proposed)) this.proposed.set(id, values);
  }

  #group(clusters: Clusters): void {
    this.clusters.clear();
    for (const [id, cluster] of Object.entries(clusters)) this.clusters.set(id, cluster);
  }

  // -- indexes -------------------------------------------------------------------------------

  #put(id: string, annotation: Annotation): void {
    this.#take(id);
    this.annotations.set(id, annotation);
    const touched = new Set<number>();
    const place = (item: string, role: SpanRole, spans: readonly Span[] | null): void => {
      for (const stretch of (spans ?? []).flatMap((span) => this.article.place(span))) {
        touched.add(stretch.sentence);
        const here = this.#placed.get(stretch.sentence) ?? new Map<string, Placed[]>();
        this.#placed.set(stretch.sentence, here);
        here.set(id, [...(here.get(id) ?? []), { item, role, start: stretch.start, end: stretch.end }]);
      }
    };
    for (const claim of annotation.claims) {
      this.claims.set(claim.id, claim);
      place(claim.id, "claim", claim.spans);
    }
    for (const attribution of annotation.attributions) {
      this.#holders.put(attribution);
      place(attribution.id, "source", attribution.source.spans);
      place(attribution.id, "cue", attribution.cue);
      place(attribution.id, "anchor", attribution.anchor);
    }
    this.#touched.set(id, touched);
  }

  #take(id: string): void {
    const old = this.annotations.get(id);
    // an item may have moved to a sentence that was put before: what is there now stays
    for (const claim of old?.claims ?? []) {
      if (this.claims.get(claim.id) === claim) this.claims.delete(claim.id);
    }
    for (const attribution of old?.attributions ?? []) this.#holders.take(attribution);
    for (const index of this.#touched.get(id) ?? []) this.#placed.get(index)?.delete(id);
  }
}
