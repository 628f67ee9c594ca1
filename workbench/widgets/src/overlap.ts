/** Which of the spans that lie over each other is meant: a short list beside the click. */

import { h, patch } from "./dom.ts";
import type { SpanRole } from "./protocol.ts";
import type { State } from "./state.ts";

export interface Candidate {
  readonly item: string;
  readonly role: SpanRole;
  /** Nobody has said it yet. */
  readonly suggested: boolean;
  readonly words: string;
  /** Who holds a claim, or what a source does to it. */
  readonly aside: string;
}

/** What lies at a place, as the list names it; the smallest first, which is hardest to reach otherwise. */
export function candidatesAt(state: State, sentence: number, offset: number, items: readonly string[]): Candidate[] {
  const placed = state.placed(sentence).filter((each) => items.includes(each.item) && each.start <= offset && offset <= each.end);
  const ordered = [...placed].sort((one, other) => one.end - one.start - (other.end - other.start));
  return ordered.filter((each, index) => ordered.findIndex((other) => other.item === each.item) === index)
    .map(({ item, role, start, end }) => ({
      item, role: role.replace("suggested-", "") as SpanRole, suggested: role.startsWith("suggested-"), words: state.article.sentences[sentence]!.text.slice(start, end), aside: asideOf(state, item),
    }));
}

function asideOf(state: State, item: string): string {
  const stance = state.scheme.stance(state.attributions.get(item)?.stance ?? null);
  return stance ? `${stance.symbol ?? ""} ${state.texts.label(stance.name)}`.trim() : "";
}

/** Ask; the item chosen, or `null`. The arrows, Enter, Escape and the numbers work, and so does the mouse. */
export function choose(root: HTMLElement, state: State, at: { x: number; y: number }, candidates: readonly Candidate[]): Promise<string | null> {
  const { texts, article } = state;
  const box = document.createElement("dialog");
  box.className = "wb-overlap";
  patch(box, h("div", { role: "menu", "aria-label": texts.t("overlap.title") }, candidates.map((each, index) =>
    h("button", { type: "button", role: "menuitem", class: each.suggested ? "wb-candidate wb-candidate-suggested" : "wb-candidate", "data-item": each.item },
      h("kbd", { dir: "ltr", "aria-hidden": "true" }, index + 1),
      h("span", { class: `wb-tool-${each.role} wb-which` }, h("span", {}, texts.label(state.scheme.role(each.role).name)), each.suggested && " ?"),
      h("bdi", { class: "wb-words", lang: article.language, dir: article.dir }, each.words),
      each.aside && h("small", {}, each.aside)))));
  root.append(box);
  box.show();
  place(root, box, at);
  const buttons = [...box.querySelectorAll("button")];
  buttons[0]?.focus();
  return new Promise((resolve) => {
    const end = new AbortController();
    const { signal } = end;
    const close = (item: string | null): void => {
      end.abort();
      box.remove();
      resolve(item);
    };
    const focused = (): number => buttons.findIndex((button) => button.matches(":focus"));
    box.addEventListener("click", (event) => {
      const button = (event.target as Element).closest("button");
      if (button) close(button.dataset["item"] ?? null);
    }, { signal });
    box.addEventListener("keydown", (event) => {
      const number = /^(?:Digit|Numpad)(\d)$/u.exec(event.code)?.[1];
      const step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
      if (number && buttons[Number(number) - 1]) close(buttons[Number(number) - 1]!.dataset["item"] ?? null);
      else if (step) buttons[(focused() + step + buttons.length) % buttons.length]?.focus();
      else if (event.code === "Home") buttons[0]?.focus();
      else if (event.code === "End") buttons.at(-1)?.focus();
      else if (event.code === "Escape" || event.code === "Tab") close(null);
      else return;
      event.preventDefault();
    }, { signal });
    // a press anywhere else says: none of them
    root.ownerDocument.addEventListener("mousedown", (event) => {
      if (!event.composedPath().includes(box)) close(null);
    }, { signal, capture: true });
  });
}

/** Below the line that was clicked, inside the widget. */
function place(root: HTMLElement, box: HTMLElement, at: { x: number; y: number }): void {
  const frame = root.getBoundingClientRect();
  const x = Math.min(at.x - box.offsetWidth / 2, frame.right - box.offsetWidth - 8) - frame.left;
  box.style.left = `${Math.max(8, x)}px`;
  box.style.top = `${at.y - frame.top}px`;
}
