/** The claims of all articles, as Python finds them: asked for a page at a time, while the list is open. */

import { Holders } from "./holders.ts";
import type { Clusters } from "./linked.ts";
import type { Args, Attribution, Claim } from "./protocol.ts";

export interface FoundClaim {
  readonly document: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly dir: "rtl" | "ltr";
  readonly position: number;
  readonly flagged: boolean;
  readonly claim: Claim;
  readonly holders: Holders;
}

type Answer = { readonly claims: readonly (Omit<FoundClaim, "holders"> & { readonly attributions: readonly Attribution[] })[]; readonly rest: number | null; readonly clusters?: Clusters };

export interface EverywhereSource {
  readonly ask: (name: string, args: Args) => Promise<unknown>;
  /** Something was found. */
  readonly changed: () => void;
}

/** A page: Python may have to be asked several times for one, where few claims are like that. */
const PAGE = 50;

export class Everywhere {
  readonly #source: EverywhereSource;
  #filter: Args = {};
  #claims: FoundClaim[] = [];
  #clusters: Clusters = {};
  #rest: number | null = null;
  #busy = false;
  /** Answers to what was asked before are no longer wanted. */
  #turn = 0;

  constructor(source: EverywhereSource) {
    this.#source = source;
  }

  get claims(): readonly FoundClaim[] {
    return this.#claims;
  }

  /** The clusters that these claims are in, as far as they were told. */
  get clusters(): Clusters {
    return this.#clusters;
  }

  get hasMore(): boolean {
    return this.#rest !== null;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Look from the beginning. */
  look(filter: Args): Promise<void> {
    this.#filter = filter;
    this.#turn++;
    this.#claims = [];
    this.#rest = 0;
    this.#busy = false;
    return this.more();
  }

  /** Look on, until there is a page more or nothing is left. */
  async more(): Promise<void> {
    if (this.#busy || this.#rest === null) return;
    const turn = this.#turn;
    const wanted = this.#claims.length + PAGE;
    this.#busy = true;
    while (this.#rest !== null && this.#claims.length < wanted) {
      const answer = (await this.#source.ask("claims", { ...this.#filter, first: this.#rest, count: PAGE })) as Answer | null;
      if (turn !== this.#turn) return;
      this.#rest = answer?.rest ?? null;
      this.#clusters = { ...this.#clusters, ...answer?.clusters };
      this.#claims = [...this.#claims, ...(answer?.claims ?? []).map((each) => ({ ...each, holders: new Holders(each.attributions) }))];
      this.#source.changed();
    }
    this.#busy = false;
    this.#source.changed();
  }
}
