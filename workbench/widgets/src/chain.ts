/** Who holds a claim, as sentences: who, relaying whom, affirms or denies what, how certainly. */

import { quote } from "./cards.ts";
import { h, type Child, type VNode } from "./dom.ts";
import type { Attribution, Claim, Ui } from "./protocol.ts";
import type { Row } from "./holders.ts";
import type { Scheme } from "./scheme.ts";
import type { State } from "./state.ts";
import type { Texts } from "./texts.ts";

const LONGEST = 70;

/** What a chain is told from: the open article, or a claim of another with those who hold it. */
export interface Telling {
  readonly texts: Texts;
  readonly scheme: Scheme;
  readonly article: { readonly language: string };
  rows(claim: string): Row[];
}

/** The ways from whoever is quoted last to a claim, each from its outermost relay inwards. */
export function chainsOf(state: Telling, claim: string): Attribution[][] {
  const chains: Attribution[][] = [];
  const path: Attribution[] = [];
  for (const { attribution, depth } of state.rows(claim)) {
    path.length = depth;
    path.push(attribution);
    if (attribution.targets.includes(claim)) chains.push([...path]);
  }
  return chains;
}

/** One sentence for each way; a claim of the writer's own has one too, an open one has none. */
export function drawChains(state: Telling, claim: Claim): VNode[] {
  const { texts } = state;
  const line = (key: string, said: Child): VNode =>
    h("p", { key, class: "wb-chain", dir: texts.dir, lang: texts.language }, said);
  const chains = chainsOf(state, claim.id);
  if (chains.length === 0 && claim.voice === "author") return [line("author", texts.rich("chain.own", { claim: drawClaim(state, claim) }))];
  return chains.map((chain) => line(chain.map((each) => each.id).join(" "), tell(state, claim, chain)));
}

/** The same, to be said. */
function tellChains(state: Telling, claim: Claim, only: string | null): string {
  const lines = drawChains(state, claim);
  const own = lines.filter((line) => only !== null && (line.key ?? "").split(" ").includes(only));
  return (own.length > 0 ? own : lines).map(textOf).join(" ");
}

/** What is to be said when the focus came to another card or row: the words, and who holds them. */
export function tellFocus(state: State, before: Ui): string {
  const { card, attribution } = state.ui;
  const claim = state.claims.get(card ?? "");
  if (!claim || (card === before.card && attribution === before.attribution)) return "";
  return tellChains(state, claim, attribution) || quote(claim.spans) || (claim.proposition ?? "");
}

function tell(state: Telling, claim: Claim, chain: readonly Attribution[]): Child {
  const { texts } = state;
  const inner = chain.at(-1)!;
  let said: Child = texts.rich("chain.says", { ...describe(state, inner), claim: drawClaim(state, claim) });
  for (const outer of chain.slice(0, -1).reverse()) {
    const relays = outer.stance === null || outer.stance === state.scheme.file.relay_stance;
    said = texts.rich(relays ? "chain.relays" : "chain.about", { ...describe(state, outer), said });
  }
  return said;
}

function describe(state: Telling, attribution: Attribution): Record<string, Child> {
  const { texts, scheme } = state;
  const stance = scheme.stance(attribution.stance);
  const known = stance && texts.name("chain.stance", stance.value);
  const certainty = attribution.certainty && texts.label(scheme.certainty(attribution.certainty).name);
  return {
    who: drawSource(state, attribution),
    stance: !stance ? texts.t("chain.open") : known === stance.value ? texts.label(stance.name) : known,
    certainty: certainty ? texts.t("chain.certainty", { certainty }) : null,
  };
}

function drawSource(state: Telling, { source }: Attribution): Child {
  if (source.spans.length > 0) return h("bdi", { lang: state.article.language }, quote(source.spans));
  return state.texts.name("chain.source", source.realization ?? "none");
}

function drawClaim(state: Telling, claim: Claim): Child {
  const words = quote(claim.spans) || (claim.proposition ?? "");
  return h("bdi", { lang: state.article.language }, `«${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}»`);
}

function textOf(node: VNode): string {
  return node.text ?? node.children.map(textOf).join("");
}
