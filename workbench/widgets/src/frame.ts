/** The widget's frame: the parts that are made once and filled by the others. */

import { element, h } from "./dom.ts";
import type { TextKey, Texts } from "./texts.ts";

export function makeFrame(): HTMLElement {
  return element("div", { class: "wb" },
    h("div", { class: "wb-bar", role: "group", "data-label": "frame.progress" }),
    h("div", { class: "wb-cols" },
      h("div", { class: "wb-reading" },
        h("div", { class: "wb-pane", tabindex: 0, role: "group", "data-label": "frame.article" }),
        h("div", { class: "wb-tools" })),
      h("div", { class: "wb-side", role: "group", "data-label": "frame.claims" },
        h("div", { class: "wb-search", role: "search", "data-label": "search.label", hidden: true }),
        h("div", { class: "wb-differences", role: "group", "data-label": "frame.differences", hidden: true }),
        h("section", { class: "wb-feedback", "data-label": "training.title", hidden: true }),
        h("ul", { class: "wb-cards" }),
        h("section", { class: "wb-linking", "data-label": "frame.linking", hidden: true }),
        h("section", { class: "wb-outcome", "data-label": "frame.outcome", hidden: true }),
        h("div", { class: "wb-list", hidden: true }),
        h("div", { class: "wb-guide", role: "note", "data-label": "frame.guideline", hidden: true }))),
    h("div", { class: "wb-keys", role: "toolbar", "data-label": "frame.keys" }),
    h("div", { class: "wb-live", role: "status", "aria-live": "polite", "aria-atomic": "true" }),
    h("p", { class: "wb-message wb-message-waiting", "data-text": "frame.waiting" }),
    h("p", { class: "wb-message wb-message-empty", "data-text": "frame.empty" }));
}

/** Put the frame's words into a language, and turn the frame to its direction. */
export function wordFrame(root: HTMLElement, texts: Texts): void {
  root.dir = texts.dir;
  root.lang = texts.language;
  for (const node of root.querySelectorAll<HTMLElement>("[data-label]")) {
    node.setAttribute("aria-label", texts.t(node.dataset["label"] as TextKey));
  }
  for (const node of root.querySelectorAll<HTMLElement>("[data-text]")) {
    node.textContent = texts.t(node.dataset["text"] as TextKey);
  }
  root.querySelector(".wb-pane")?.setAttribute("aria-roledescription", texts.t("frame.area"));
  announceMarks(root, texts);
}

/** What a screen reader says where a mark begins: the style sheet takes it from here. */
export function announceMarks(root: HTMLElement, texts: Texts): void {
  for (const role of ["claim", "source", "cue", "anchor", "suggestion"] as const) {
    root.style.setProperty(`--wb-say-${role}`, JSON.stringify(texts.t(`announce.${role}`)));
  }
}

/** Run `draw` without losing the focus: where the node that had it is gone, `shelter` takes it. */
export function keepFocus(root: HTMLElement, shelter: HTMLElement, draw: () => void): void {
  const page = root.getRootNode() as Document | ShadowRoot;
  const before = page.activeElement;
  const inside = before !== null && root.contains(before);
  draw();
  if (!inside || page.activeElement === before) return;
  if (before.isConnected) (before as HTMLElement).focus({ preventScroll: true });
  else shelter.focus({ preventScroll: true });
}
