/** Claims of other articles as they are drawn: ranked, with who holds them, and what was said of each pair. */

import { cap, type TextKey } from "./texts.ts";
import { h, type Child, type VNode } from "./dom.ts";
import { isJudged, JUDGEMENTS, judgementName, nameOf, othersOf, type Candidates, type ClusterPart, type Judgement, type Other, type OtherHolder } from "./linked.ts";
import type { State } from "./state.ts";

export interface LinkingView {
  readonly found: Candidates | null;
  /** The claim that the keys are at. */
  readonly here: string | null;
  /** What was judged and is not saved yet. */
  readonly pending: ReadonlySet<string>;
  readonly busy: boolean;
  readonly open: boolean;
  /** Whether more than the likest are shown. */
  readonly more: boolean;
  /** What was typed of a claim that is looked for. */
  readonly words: string | null;
  /** The words of the claim that one came from. */
  readonly origin: string | null;
}

export interface LinkingActions {
  readonly act: (operation: string) => void;
  readonly judge: (other: Other, judgement: Judgement) => void;
  readonly toggle: () => void;
}

/** A sign beside every word. */
const SIGNS: Readonly<Record<string, string>> = {
  same: "=", contradicts: "≠", updates: "↑", "updates reversed": "↓", part_of: "⊂", "part_of reversed": "⊃",
  restates: "⧉", "restates reversed": "⧉", none: "∅",
};
/** On the claim in focus: the usual direction alone, with Shift the other one. */
const BUTTONS = ["same", "contradicts", "updates", "part_of", "restates", "none"] as const;
const REVERSED = ["updates reversed", "part_of reversed", "restates reversed"] as const;

/** Everything that the panel holds. */
export function drawLinking(state: State, view: LinkingView, actions: LinkingActions): VNode[] {
  const { t } = state.texts;
  const { found, busy, open, origin, more, words } = view;
  const others = othersOf(found);
  return [
    drawHead(state, view, actions),
    ...(open && found?.cluster ? [drawOwnCluster(state, found, actions)] : []),
    ...(open && origin !== null ? [drawOrigin(state, origin, actions)] : []),
    ...(open && words !== null ? [h("p", { key: "words", class: "wb-hint" }, state.texts.rich("linking.found", { words: h("bdi", { class: "wb-words" }, words) }))] : []),
    ...(open && found?.preparing ? [h("p", { key: "preparing", class: "wb-hint" }, t("linking.preparing"))] : []),
    ...(open && others.length === 0 && !found?.preparing ? [h("p", { key: "none", class: "wb-hint" }, t(busy ? "linking.looking" : "linking.none"))] : []),
    ...(open && others.length > 0 ? [h("ul", { key: "others", class: "wb-others", "aria-label": t("frame.linking"), "aria-busy": busy ? "true" : null },
      others.map((other, index) => drawOther(state, view, other, index, actions)))] : []),
    ...(open ? [h("p", { key: "acts", class: "wb-mini wb-linking-acts" },
      drawAct(state, "linking find", actions), !more && drawAct(state, "linking more", actions))] : []),
  ];
}

function drawHead(state: State, { found, open }: LinkingView, actions: LinkingActions): VNode {
  const { t } = state.texts;
  const all = found?.candidates ?? [];
  const judged = found ? all.filter((each) => isJudged(found, each)).length : 0;
  return h("button", { key: "head", type: "button", class: "wb-linking-head", "aria-expanded": String(open), onclick: () => actions.toggle() },
    cap(state.keymap.cap("links")), h("b", {}, t("frame.linking")),
    open && found?.settling ? h("span", {}, t("linking.left", { count: state.adjudication?.progress.links?.left ?? 0 }))
      : open && all.length > 0 && h("span", {}, t("linking.judged", { judged, count: all.length })));
}

/** The cluster of the claim in focus, and in one sentence what its claims say. */
function drawOwnCluster(state: State, { cluster, clusters }: Candidates, actions: LinkingActions): VNode {
  const { t } = state.texts;
  const { id, proposition, proposed } = cluster!;
  const known = clusters?.[id] ?? state.clusters.get(id) ?? null;
  return h("p", { key: "cluster", class: "wb-own-cluster" },
    drawCluster(state, id, known),
    h("bdi", { class: proposition === null ? "wb-words wb-hollow" : "wb-words", title: proposition === null ? t("linking.proposed") : null }, proposition ?? proposed),
    h("button", { type: "button", class: "wb-tool", tabindex: -1, "data-operation": "linking proposition", onclick: () => actions.act("linking proposition") },
      cap(state.keymap.cap("linking proposition")), ` ${t(proposition === null ? "linking.write" : "linking.reword")}`));
}

function drawAct(state: State, operation: string, actions: LinkingActions): VNode {
  return h("button", { key: operation, type: "button", class: "wb-tool", tabindex: -1, "data-operation": operation, onclick: () => actions.act(operation) },
    cap(state.keymap.cap(operation)), ` ${state.texts.name("linking.act", operation.slice("linking ".length))}`);
}

function drawOrigin(state: State, words: string, actions: LinkingActions): VNode {
  return h("button", { key: "origin", type: "button", class: "wb-tool wb-origin", tabindex: -1, "data-operation": "linking back", onclick: () => actions.act("linking back") },
    cap(state.keymap.cap("linking back")), ` ${state.texts.t("linking.back")} `, h("bdi", { class: "wb-words" }, words));
}

/** How many claims of how many articles make a cluster; the proposition comes with the pointer. */
export function drawCluster({ texts }: State, id: string, cluster: ClusterPart | null): VNode {
  const said = cluster ? tellCluster(texts, cluster) : texts.t("linking.in_cluster");
  return h("span", { key: "cluster", class: "wb-badge wb-cluster", "data-cluster": id, title: cluster?.proposition ?? null, dir: texts.dir },
    h("i", { "aria-hidden": "true" }, "⧉"), ` ${said}`);
}

function tellCluster({ t }: State["texts"], { size, documents }: ClusterPart): string {
  return t("linking.cluster", { count: size, articles: t("linking.articles", { count: documents }) });
}

function drawOther(state: State, view: LinkingView, other: Other, index: number, actions: LinkingActions): VNode {
  const name = nameOf(other);
  const here = name === view.here;
  const { found, pending } = view;
  const ranked = index < (found?.candidates.length ?? 0);
  return h("li", {
    key: name, class: here ? "wb-other on" : "wb-other", "data-other": name, "data-relation": relationOf(found!, other), "data-pending": pending.has(name) ? "" : null,
    tabindex: here ? 0 : -1, "aria-current": here ? "true" : null, "aria-label": tellOther(state, found!, other, index),
  },
    h("p", { class: "wb-other-head" },
      ranked ? cap(state.keymap.cap(`linking ${index + 1}`)) : h("i", { class: "wb-member", "aria-hidden": "true" }, "⧉"),
      h("bdi", { class: "wb-words", dir: other.dir, lang: other.language }, other.words || (other.proposition ?? ""))),
    h("p", { class: "wb-other-place" }, drawRelation(state, view, other), drawPlace(state, other), drawOthersCluster(state, found!, other)),
    other.holders.length > 0 && h("p", { class: "wb-other-holders" }, other.holders.map((holder) => drawHolder(state, other, holder))),
    other.holders.length === 0 && other.voice === "author" && h("p", { class: "wb-other-holders" }, h("small", {}, state.texts.t("card.writers_own"))),
    (other.figure || other.date) && h("p", { class: "wb-other-figures" }, [other.figure, other.date].map((each) => each && h("bdi", { class: "wb-badge wb-figure", dir: "ltr" }, each))),
    other.conflict && h("p", { class: "wb-other-conflict" }, h("i", { "aria-hidden": "true" }, "⚠"), " ", h("bdi", {}, other.conflict)),
    other.versions.length > 0 && drawVersions(state, other),
    here && drawButtons(state, other, actions));
}

/** What was said of the pair; what follows from the cluster, and what waits, is drawn too. */
function relationOf(found: Candidates, other: Other): string {
  if (found.settling && !isJudged(found, other)) return "differs";
  if (other.relation !== null) return judgementName(other);
  if (other.cluster !== null && other.cluster === found.cluster?.id) return "member";
  return found.settling ? "unspoken" : "open";
}

function drawRelation(state: State, { found, pending }: LinkingView, other: Other): VNode {
  const relation = relationOf(found!, other);
  if (pending.has(nameOf(other))) return h("b", { key: "relation", class: "wb-relation" }, "…");
  return h("b", { key: "relation", class: "wb-relation" },
    h("i", { "aria-hidden": "true" }, SIGNS[relation] ?? (relation === "member" ? "=" : "◇")), ` ${nameRelation(state, relation)}`);
}

/** What is said of two claims, with its sign: seen from the one in focus. */
export function drawJudgement(state: State, judgement: Judgement): Child {
  const name = judgementName(judgement);
  return [h("i", { "aria-hidden": "true" }, SIGNS[name] ?? ""), ` ${nameRelation(state, name)}`];
}

const nameRelation = (state: State, relation: string): string => state.texts.t(`linking.relation.${relation}` as TextKey);

function drawPlace(state: State, other: Other): VNode {
  const own = other.document === state.article.info.id;
  const outlet = own ? state.texts.t("list.article") : (other.publisher ?? other.title ?? other.document);
  return h("small", { title: other.title },
    h("bdi", {}, outlet), other.published && [" · ", h("bdi", { dir: "ltr" }, other.published)], ` · ${state.texts.t("card.elsewhere", { number: other.position + 1 })}`);
}

/** The cluster of the other claim, where it is not the one that both are in. */
function drawOthersCluster(state: State, { cluster, clusters }: Candidates, other: Other): Child {
  if (other.cluster === null || other.cluster === cluster?.id) return null;
  return drawCluster(state, other.cluster, clusters?.[other.cluster] ?? state.clusters.get(other.cluster) ?? null);
}

function drawHolder(state: State, other: Other, holder: OtherHolder): VNode {
  const { texts, scheme } = state;
  const stance = scheme.stance(holder.stance);
  const words = holder.words || (holder.realization ? texts.label(scheme.realization(holder.realization).name) : texts.t("card.some_source"));
  const certainty = holder.certainty ? texts.label(scheme.certainty(holder.certainty).name) : null;
  const all = scheme.file.certainties.length;
  const level = holder.certainty ? scheme.certaintyLevel(holder.certainty) : 0;
  return h("span", { class: "wb-stance wb-holder", "data-stance": holder.stance, title: certainty },
    stance && h("i", { "aria-hidden": "true" }, stance.symbol ?? ""),
    h("bdi", { class: "wb-words", dir: other.dir, lang: holder.words ? other.language : texts.language }, words),
    h("span", {}, stance ? texts.label(stance.name) : texts.t("card.lacks_stance")),
    level > 0 && h("span", { class: "wb-certainty", "aria-hidden": "true" }, "●".repeat(level) + "○".repeat(Math.max(0, all - level))));
}

/** What each annotator said of the pair, for who settles it. */
function drawVersions(state: State, other: Other): VNode {
  const verdict = (number: number): string => (other.stale || other.chosen == null ? "open" : other.chosen === number ? "accepted" : "rejected");
  return h("ul", { class: "wb-said-of" }, other.versions.map((version, index) => h("li", { key: index, "data-verdict": verdict(index + 1) },
    verdict(index + 1) === "accepted" && h("i", { title: state.texts.t("ruling.verdict.accepted") }, "✓ "),
    h("small", { class: "wb-people" }, state.texts.list(state.adjudication?.names(version.people) ?? [])), " ",
    h("b", {}, h("i", { "aria-hidden": "true" }, SIGNS[judgementName(version)] ?? "·"), ` ${nameRelation(state, version.relation === null ? "unsaid" : judgementName(version))}`))));
}

function drawButtons(state: State, other: Other, actions: LinkingActions): VNode {
  const { texts } = state;
  const press = (operation: string, pressed: boolean | null, act: () => void): VNode => h("button", {
    key: operation, type: "button", class: "wb-tool", tabindex: -1, "data-operation": `linking ${operation}`,
    "aria-pressed": pressed === null ? null : String(pressed), title: texts.name("key", `linking ${operation}`),
    onclick: (event: Event) => { event.stopPropagation(); act(); },
  }, cap(state.keymap.cap(`linking ${operation}`)), ` ${texts.name("linking.act", operation)}`);
  const judging = (operation: string): VNode => press(operation, other.relation !== null && judgementName(other) === operation, () => actions.judge(other, JUDGEMENTS[operation]!));
  return h("div", { class: "wb-mini", dir: texts.dir },
    BUTTONS.map(judging),
    h("details", { key: "reversed", class: "wb-reversed" }, h("summary", { tabindex: -1 }, texts.t("linking.reversed")),
      REVERSED.map(judging)),
    other.relation !== null && press("clear", null, () => actions.judge(other, JUDGEMENTS["clear"]!)),
    press("open", null, () => actions.act("linking open")));
}

/** A claim with all that is shown of it, in one sentence. */
function tellOther(state: State, found: Candidates, other: Other, index: number): string {
  const { texts, scheme } = state;
  const holders = other.holders.map((holder) => {
    const stance = scheme.stance(holder.stance);
    const words = holder.words || (holder.realization ? texts.label(scheme.realization(holder.realization).name) : texts.t("card.some_source"));
    return `${words} ${stance ? texts.label(stance.name) : ""}`.trim();
  });
  const cluster = other.cluster !== null && other.cluster !== found.cluster?.id ? found.clusters?.[other.cluster] : null;
  const parts = [
    nameRelation(state, relationOf(found, other)), other.publisher ?? other.title ?? other.document, other.published, ...holders,
    cluster ? tellCluster(texts, cluster) : null, other.figure, other.date, other.conflict,
  ].filter((each): each is string => Boolean(each));
  return texts.t("linking.told", { number: index + 1, all: othersOf(found).length, words: other.words || (other.proposition ?? ""), rest: texts.list(parts) });
}
