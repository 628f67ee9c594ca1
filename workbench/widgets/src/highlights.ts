/** What is drawn with the Custom Highlight API: what is selected, waits to be saved, is dragged, was found. */

export type Layer = "selection" | "pending" | "edge" | "hits";

/** `::highlight()` names are shared by the whole page, so each view adds and removes its own ranges. */
export class Highlights {
  readonly #own = new Map<Layer, Range[]>();

  paint(layer: Layer, ranges: readonly Range[]): void {
    if (!CSS.highlights) return; // an older browser shows the caret alone
    const name = `wb-${layer}`;
    const shared = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, shared);
    for (const range of this.#own.get(layer) ?? []) shared.delete(range);
    for (const range of ranges) shared.add(range);
    this.#own.set(layer, [...ranges]);
  }

  clear(): void {
    for (const layer of [...this.#own.keys()]) this.paint(layer, []);
  }
}

/** A range over `[start, end)` UTF-16 units of the text inside `element`. */
export function rangeIn(element: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  let started = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!started && (start < passed + node.length || start === end)) {
      range.setStart(node, start - passed);
      started = true;
    }
    if (started && end <= passed + node.length) {
      range.setEnd(node, end - passed);
      return range;
    }
    passed += node.length;
  }
  return null;
}
