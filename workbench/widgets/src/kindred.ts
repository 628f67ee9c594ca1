/** Claims of the open article that are like one of it, as the panel shows those of others: a headline often says what is said below. */

import { quote } from "./cards.ts";
import { fold } from "./folding.ts";
import { nameOf, type Other } from "./linked.ts";
import type { Attribution, Claim } from "./protocol.ts";
import type { State } from "./state.ts";

/** The claims of the article with the most words in common, the likest first; none of those in `known`. */
export function findKindred(state: State, claim: Claim, count: number, known: ReadonlySet<string>): Other[] {
  const mine = wordsOf(claim);
  return [...state.claims.values()]
    .map((each) => ({ each, score: share(mine, wordsOf(each)) }))
    .filter(({ each, score }) => score > 0 && each.id !== claim.id && !known.has(nameOf({ document: state.article.info.id, claim: each.id })))
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ each, score }) => describe(state, each, score));
}

function wordsOf(claim: Claim): ReadonlySet<string> {
  const words = fold(`${quote(claim.spans)} ${claim.proposition ?? ""}`).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/^(?:[وف]?ال|[وفبلك](?=.{4}))/u, "")));
}

/** The share of words that two claims have in common, from 0 to 1. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

function describe(state: State, claim: Claim, score: number): Other {
  const { info, dir, language } = state.article;
  const holds = ({ source, stance, certainty }: Attribution) => ({ words: quote(source.spans), stance, certainty, realization: source.realization });
  return {
    document: info.id, title: info.title, publisher: info.publisher, published: info.published, language, dir,
    sentence: claim.sentence, position: state.article.byId(claim.sentence)?.position ?? 0, claim: claim.id,
    words: quote(claim.spans) || (claim.proposition ?? ""), proposition: claim.proposition, voice: claim.voice, cluster: claim.cluster ?? null,
    holders: state.rows(claim.id).filter(({ attribution }) => attribution.targets.includes(claim.id)).map(({ attribution }) => holds(attribution)),
    score, relation: null, reversed: false, versions: [],
    figure: claim.features["figure"] ?? null, date: claim.features["date"] ?? null, conflict: null,
  };
}
