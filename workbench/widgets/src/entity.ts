/** Who the sources are: the entities that Python tells of, and how their names are drawn. */

import { h, type VNode } from "./dom.ts";
import type { Texts } from "./texts.ts";

export interface EntityName {
  readonly text: string;
  readonly language: string | null;
  readonly dir: "rtl" | "ltr";
}

export interface EntityLine {
  readonly id: string;
  readonly names: readonly EntityName[];
  readonly kind: string | null;
  readonly anonymity: string | null;
  readonly affiliation: string | null;
  /** What the one is called that it belongs to. */
  readonly belongs: string | null;
  readonly note: string | null;
  /** It belongs to one article and is never offered in another. */
  readonly bound: boolean;
}

export type EntityLines = Readonly<Record<string, EntityLine>>;

/** Of the sentence in focus, by attribution. */
export interface EntityPart {
  /** The newest change of the register that this tells. */
  readonly number: number;
  readonly sources: Readonly<Record<string, { readonly chosen: readonly string[]; readonly proposed: readonly string[] }>>;
  readonly lines: EntityLines;
}

interface Label {
  readonly value: string;
  readonly en: string;
  readonly ar: string;
}

/** What an entity may be, and how it may be named. */
export interface Vocabulary {
  readonly kind: readonly Label[];
  readonly anonymity: readonly Label[];
}

export const NOBODY: EntityPart = { number: 0, sources: {}, lines: {} };

/** What an entity is called; its id where it has no name. */
export function entityName(lines: EntityLines, id: string): string {
  return lines[id]?.names[0]?.text ?? id;
}

/** A name as an element of its own: whatever it holds turns nothing else around. */
export function drawName(lines: EntityLines, id: string): VNode {
  const name = lines[id]?.names[0];
  return h("bdi", { class: "wb-entity-name", dir: name?.dir ?? "ltr", lang: name?.language }, name?.text ?? id);
}

/** A word of a vocabulary in the language of the interface; another word as it stands. */
export function entityLabel(texts: Texts, labels: readonly Label[], value: string | null): string {
  const found = labels.find((each) => each.value === value);
  return found ? texts.label({ en: found.en, ar: found.ar }) : (value ?? "");
}

/** Names from the lines of a field: `en: Harbour Watch` says the language of one. */
export function readNames(field: string): { text: string; language: string | null }[] {
  return field.split("\n").map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    const [, language, text] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*:\s*(.+)$/u.exec(line) ?? [];
    return text ? { text, language: language ?? null } : { text: line, language: null };
  });
}

export function writeNames(names: readonly EntityName[]): string {
  return names.map(({ text, language }) => (language ? `${language}: ${text}` : text)).join("\n");
}
