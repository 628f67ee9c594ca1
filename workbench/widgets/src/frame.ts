/** The widget's frame: the parts that are made once and filled by the others. */

import { element, h } from "./dom.ts";

export function makeFrame(): HTMLElement {
  return element("div", { class: "wb", dir: "ltr", lang: "en" },
    h("div", { class: "wb-bar", role: "group", "aria-label": "Progress" }),
    h("div", { class: "wb-cols" },
      h("div", { class: "wb-reading" },
        h("div", { class: "wb-pane", tabindex: 0, role: "group", "aria-roledescription": "annotation area", "aria-label": "Article" }),
        h("div", { class: "wb-tools" }),
        h("div", { class: "wb-guide", role: "note", "aria-label": "Guideline", hidden: true })),
      h("div", { class: "wb-side", role: "group", "aria-label": "Claims" },
        h("ul", { class: "wb-cards" }))),
    h("div", { class: "wb-keys", role: "toolbar", "aria-label": "Keys" }),
    h("div", { class: "wb-live", role: "status", "aria-live": "polite", "aria-atomic": "true" }),
    h("p", { class: "wb-message wb-message-waiting" }, "No answer from the kernel yet. If it stays so, run the cell again."),
    h("p", { class: "wb-message wb-message-empty" }, "This project has no articles yet. Add some, then run the cell again."));
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
