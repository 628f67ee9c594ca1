/** What a stretch of the article is, and when it was published: a small form. */

import type { Article, Sentence } from "./article.ts";
import { h, type VNode } from "./dom.ts";
import type { Args, Segment } from "./protocol.ts";
import type { State } from "./state.ts";

const KINDS = ["headline", "subheading", "summary", "body", "related", "credit", "boilerplate"];

export interface SegmentKindForm {
  readonly body: VNode[];
}

export function drawSegmentForm(state: State, sentence: Sentence | null): SegmentKindForm | null {
  const { article, texts } = state;
  const { t } = texts;
  const segment = sentence && article.segmentAt(sentence.start);
  if (!segment) return null;
  const sentences = covered(state, segment).length;
  const date = segment.published ?? segment.proposed ?? article.info.published ?? "";
  return {
    body: [
      h("label", {}, `${t("segment.kind")} `, h("select", { name: "kind" }, KINDS.map((kind) => h("option", { value: kind, selected: kind === segment.kind }, texts.name("kind", kind))))),
      h("label", {}, `${t("segment.scope")} `, h("select", { name: "scope" },
        h("option", { value: "sentence" }, t("segment.sentence")),
        h("option", { value: "segment", selected: sentences > 1 }, t("segment.whole", { count: sentences })))),
      h("label", {}, `${t("segment.published")} `, h("input", { name: "published", dir: "ltr", value: date, placeholder: "2024-10-23, 2025-04?", autocomplete: "off", spellcheck: "false" })),
      segment.reason && h("p", { class: "wb-hint" }, t("segment.reason", { reason: segment.reason })),
    ].filter((part): part is VNode => Boolean(part)),
  };
}

/** The operations that the filled form asks for; none where nothing was changed. */
export function readSegmentForm(state: State, sentence: Sentence | null, fields: Readonly<Record<string, string>>): { name: string; args: Args }[] {
  const { article } = state;
  const segment = sentence && article.segmentAt(sentence.start);
  if (!sentence || !segment) return [];
  const operations: { name: string; args: Args }[] = [];
  const kind = fields["kind"] ?? segment.kind;
  const published = fields["published"]?.trim() || null;
  if (kind !== segment.kind) {
    const stretch = fields["scope"] === "segment" ? covered(state, segment) : [sentence];
    const [start, end] = [stretch[0]?.start ?? sentence.start, stretch.at(-1)?.end ?? sentence.end];
    operations.push({ name: "segment", args: { start, end, kind, published: segment.published } });
  }
  const shown = segment.published ?? article.info.published;
  if (published !== shown) operations.push({ name: "date", args: { published, start: sentence.start } });
  return operations;
}

/** The sentences that begin in a segment. */
function covered(state: State, segment: Segment) {
  return state.article.sentences.filter((each) => segment.start <= each.start && each.start < segment.end);
}

/** What stands beside the first sentence of a stretch: its kind, and its date where it has one of its own. */
export function labelSegment(article: Article, sentence: Sentence): { readonly kind: string | null; readonly reason: string; readonly date: string | null; readonly proposed: boolean } | null {
  const segment = article.segmentAt(sentence.start);
  const before = article.sentences[sentence.index - 1];
  if (!segment || (before && article.segmentAt(before.start) === segment)) return null;
  const last = before && lastDate(article, before);
  const date = dateOf(article, segment);
  return {
    kind: segment.kind === "body" ? null : segment.kind,
    reason: segment.reason ?? "",
    // a date is said where it begins to hold
    date: date && date !== last ? date : null,
    proposed: segment.published === null && segment.proposed !== null,
  };
}

function dateOf(article: Article, segment: Segment): string | null {
  if (segment.kind === "boilerplate") return null;
  return segment.published ?? segment.proposed ?? (segment.kind === "related" ? null : article.info.published);
}

/** The date of the nearest stretch at a sentence or before it that has one. */
function lastDate(article: Article, sentence: Sentence): string | null {
  for (let index = sentence.index; index >= 0; index--) {
    const segment = article.segmentAt(article.sentences[index]!.start);
    const date = segment && dateOf(article, segment);
    if (date) return date;
  }
  return null;
}
