/** The string literals of a source that a person would see: children of elements, titles, labels, messages. */

const SHOWN = new Set(["title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "alt", "label", "text", "hint"]);
const DRAWS: Readonly<Record<string, number>> = { h: 2, element: 2, ask: 1, askText: 2, say: 0, add: 1, tool: 2 };

interface Frame {
  readonly open: string;
  /** The function that is called, for a parenthesis. */
  readonly name: string;
  argument: number;
}

interface Literal {
  readonly text: string;
  readonly before: string;
}

export function shownLiterals(source: string): string[] {
  const found: string[] = [];
  const frames: Frame[] = [];
  let at = 0;
  while (at < source.length) {
    const letter = source[at]!;
    if (source.startsWith("//", at)) at = end(source.indexOf("\n", at), source);
    else if (source.startsWith("/*", at)) at = end(source.indexOf("*/", at) + 2, source);
    else if (/["'`]/u.test(letter)) {
      const close = closing(source, at);
      const literal = { text: plain(source.slice(at + 1, close)), before: source.slice(Math.max(0, at - 60), at) };
      if (isShown(literal, frames)) found.push(literal.text);
      if (letter === "`") found.push(...inside(source.slice(at + 1, close)));
      at = close + 1;
    } else {
      if ("([{".includes(letter)) frames.push({ open: letter, name: /(\w+)\s*$/u.exec(source.slice(Math.max(0, at - 40), at))?.[1] ?? "", argument: 0 });
      else if (")]}".includes(letter)) frames.pop();
      else if (letter === "," && frames.length > 0) frames.at(-1)!.argument++;
      at++;
    }
  }
  return found;
}

function isShown({ text, before }: Literal, frames: readonly Frame[]): boolean {
  if (!/\p{L}{2}/u.test(text.replaceAll("${}", "")) || /[!=]==\s*$/u.test(before)) return false;
  if (/\.textContent\s*=\s*$/u.test(before)) return true;
  const inner = frames.at(-1);
  const property = /(?:"([\w-]+)"|(\b\w+)):\s*(?:[^,{]*\?\s*)?$/u.exec(before);
  if (inner?.open === "{") return SHOWN.has(property?.[1] ?? property?.[2] ?? "");
  const call = frames.findLast((frame) => frame.open !== "[");
  const from = call?.open === "(" ? DRAWS[call.name] : undefined;
  return from !== undefined && call!.argument >= from;
}

function closing(source: string, start: number): number {
  const quote = source[start]!;
  let depth = 0;
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (quote === "`" && source.startsWith("${", at)) depth++;
    else if (depth > 0 && source[at] === "}") depth--;
    else if (depth > 0 && source[at] === "`") at = closing(source, at);
    else if (depth === 0 && source[at] === quote) return at;
  }
  return source.length;
}

/** A template without what is filled into it. */
function plain(text: string): string {
  return text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, "${}");
}

/** Literals in what a template is filled with. */
function inside(template: string): string[] {
  return [...template.matchAll(/\$\{((?:[^{}]|\{[^{}]*\})*)\}/gu)].flatMap((match) => shownLiterals(match[1] ?? ""));
}

function end(index: number, source: string): number {
  return index <= 1 ? source.length : index;
}
