/** Claims of other articles beside one's own: what was said of a pair, and which claims make one cluster. */

export type Relation = "same" | "contradicts" | "updates" | "part_of" | "restates" | "none";

/** What is said of a pair: `null` takes it back; `reversed`: from the other claim to the one in focus. */
export interface Judgement {
  readonly relation: Relation | null;
  readonly reversed: boolean;
}

/** What became of what the annotator said of a claim and another one; `mine` is null where they said nothing. */
export interface LinkFate {
  readonly claim: string;
  readonly words: string;
  readonly other: Pick<Other, "document" | "title" | "publisher" | "published" | "language" | "dir" | "sentence" | "position" | "claim" | "words">;
  readonly verdict: "taken" | "changed" | "missed";
  readonly mine: Judgement | null;
  readonly gold: Judgement;
}

/** A cluster as it stands in all articles. */
export interface ClusterPart {
  readonly size: number;
  readonly documents: number;
  readonly proposition: string | null;
}

/** By id. */
export type Clusters = Readonly<Record<string, ClusterPart>>;

export interface OtherHolder {
  readonly words: string | null;
  readonly stance: string | null;
  readonly certainty: string | null;
  readonly realization: string | null;
}

/** A claim of any article beside the one in focus. */
export interface Other {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly dir: "rtl" | "ltr";
  readonly sentence: string;
  readonly position: number;
  readonly claim: string;
  readonly words: string;
  readonly proposition: string | null;
  readonly voice?: "attributed" | "author" | null;
  readonly cluster: string | null;
  readonly holders: readonly OtherHolder[];
  readonly score: number | null;
  readonly relation: Relation | null;
  readonly reversed: boolean;
  /** What each annotator said of the pair, where gold is adjudicated. */
  readonly versions: readonly { readonly people: readonly string[]; readonly relation: Relation | null; readonly reversed: boolean }[];
  /** How far the pair is, where gold is adjudicated; `null` where nobody spoke of it. */
  readonly state?: "open" | "settled" | "agreed" | null;
  /** The versions are others than when it was settled. */
  readonly stale?: boolean;
  /** The version that gold has, counted from 1. */
  readonly chosen?: number | "own" | null;
  readonly figure?: string | null;
  readonly date?: string | null;
  /** Why the figures or dates of both cannot be true. */
  readonly conflict?: string | null;
}

/** The answer to what stands beside a claim. */
export interface Candidates {
  readonly claim: string;
  readonly cluster: {
    readonly id: string;
    readonly proposition: string | null;
    /** What the proposition could be. */
    readonly proposed: string;
    /** The claims of the cluster that are not among the candidates. */
    readonly members: readonly Other[];
  } | null;
  /** The most similar first. */
  readonly candidates: readonly Other[];
  /** Whether the most similar ones are not known yet: they are being prepared, and to be asked for again. */
  readonly preparing?: boolean;
  /** Of which something was said, though they are no candidates and in another cluster. */
  readonly linked?: readonly Other[];
  /** The clusters that are named here. */
  readonly clusters?: Clusters;
  /** Claims of the same article, where the person asked for more: the view's own finding. */
  readonly nearby?: readonly Other[];
  /** Whether gold is adjudicated: the view's own word. */
  readonly settling?: boolean;
}

/** What can be said of a pair, by the names of the operations: what is directed has two ways to be said. */
export const JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  "same": { relation: "same", reversed: false },
  "contradicts": { relation: "contradicts", reversed: false },
  "updates": { relation: "updates", reversed: false },
  "updates reversed": { relation: "updates", reversed: true },
  "part_of": { relation: "part_of", reversed: false },
  "part_of reversed": { relation: "part_of", reversed: true },
  "restates": { relation: "restates", reversed: false },
  "restates reversed": { relation: "restates", reversed: true },
  "none": { relation: "none", reversed: false },
  "clear": { relation: null, reversed: false },
};

/** The name under which `JUDGEMENTS` has a judgement. */
export function judgementName({ relation, reversed }: Judgement): string {
  return reversed ? `${relation} reversed` : (relation ?? "clear");
}

export const nameOf = (other: Pick<Other, "document" | "claim">): string => `${other.document} ${other.claim}`;

/** All that stands beside a claim, in the order in which it is shown. */
export function othersOf(found: Candidates | null): readonly Other[] {
  return found ? [...found.candidates, ...(found.linked ?? []), ...(found.cluster?.members ?? []), ...(found.nearby ?? [])] : [];
}

/** Whether nothing is to be said any more: of who is in the cluster already it follows, and who settles has only to settle. */
export function isJudged(found: Candidates, other: Other): boolean {
  if (found.settling) return other.state !== "open" && !other.stale;
  return other.relation !== null || (other.cluster !== null && other.cluster === found.cluster?.id);
}

/** The candidate that waits after one, from the start again behind the last; none of those in `passed`. */
export function nextOpen(found: Candidates, here: string | null, passed: ReadonlySet<string>): Other | null {
  const all = othersOf(found);
  const at = all.findIndex((each) => nameOf(each) === here);
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return round.find((each) => !isJudged(found, each) && !passed.has(nameOf(each))) ?? null;
}
