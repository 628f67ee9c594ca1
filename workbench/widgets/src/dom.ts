/** Elements described as data and brought onto the page in place: a focused node is never replaced. */

export type Listener = (event: Event) => void;
type Value = string | number | boolean | null | undefined | Listener;

export interface VNode {
  readonly tag: string;
  readonly key: string | null;
  readonly props: Readonly<Record<string, Value>>;
  readonly children: readonly VNode[];
  readonly text: string | null;
}

export type Child = VNode | string | number | null | undefined | false | readonly Child[];

/**
 * Describe an element. Properties that begin with `on` are listeners, `key` names the element among
 * its siblings, all others are attributes. Strings become text nodes: data is never read as markup.
 */
export function h(tag: string, props: Record<string, Value> = {}, ...children: Child[]): VNode {
  const { key, ...rest } = props;
  return { tag, key: key == null ? null : String(key), props: rest, children: flat(children), text: null };
}

function flat(children: readonly Child[]): VNode[] {
  const nodes: VNode[] = [];
  for (const child of children) {
    if (child == null || child === false) continue;
    if (Array.isArray(child)) nodes.push(...flat(child as readonly Child[]));
    else if (typeof child === "object") nodes.push(child as VNode);
    else nodes.push({ tag: "#text", key: null, props: {}, children: [], text: String(child) });
  }
  return nodes;
}

const described = new WeakMap<Node, VNode>();
const listeners = new WeakMap<Node, Map<string, Listener>>();

/** Make the children of `parent` be `children`, keeping every node that still fits. */
export function patch(parent: Element, children: Child): void {
  const wanted = flat([children]);
  const keyed = new Map<string, ChildNode>();
  const free: ChildNode[] = [];
  for (const node of parent.childNodes) {
    const key = described.get(node)?.key;
    if (key != null) keyed.set(key, node);
    else free.push(node);
  }
  let place: ChildNode | null = parent.firstChild;
  for (const vnode of wanted) {
    const node = reuse(vnode, keyed, free) ?? make(vnode);
    if (node !== place) parent.insertBefore(node, place);
    else place = place.nextSibling;
    update(node, vnode);
  }
  while (place) {
    const next: ChildNode | null = place.nextSibling;
    place.remove();
    place = next;
  }
}

function reuse(vnode: VNode, keyed: Map<string, ChildNode>, free: ChildNode[]): ChildNode | null {
  if (vnode.key !== null) {
    const found = keyed.get(vnode.key);
    keyed.delete(vnode.key);
    return found && described.get(found)?.tag === vnode.tag ? found : null;
  }
  const index = free.findIndex((node) => described.get(node)?.tag === vnode.tag);
  return index < 0 ? null : (free.splice(0, index + 1).at(-1) ?? null);
}

const SVG = "svg:";

/** A tag that begins with `svg:` is a part of a drawing. */
function make(vnode: VNode): ChildNode {
  if (vnode.tag === "#text") return document.createTextNode(vnode.text ?? "");
  if (vnode.tag.startsWith(SVG)) return document.createElementNS("http://www.w3.org/2000/svg", vnode.tag.slice(SVG.length));
  return document.createElement(vnode.tag);
}

function update(node: ChildNode, vnode: VNode): void {
  const before = described.get(node);
  described.set(node, vnode);
  if (node instanceof Text) {
    if (node.data !== vnode.text) node.data = vnode.text ?? "";
    return;
  }
  if (!(node instanceof Element)) return;
  for (const name of Object.keys(before?.props ?? {})) {
    if (!(name in vnode.props)) setProp(node, name, null);
  }
  for (const [name, value] of Object.entries(vnode.props)) {
    if (before?.props[name] !== value) setProp(node, name, value);
  }
  patch(node, vnode.children);
}

function setProp(node: Element, name: string, value: Value): void {
  if (name.startsWith("on")) return listen(node, name.slice(2), typeof value === "function" ? value : null);
  if (value == null || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
}

function listen(node: Element, type: string, listener: Listener | null): void {
  const own = listeners.get(node) ?? new Map<string, Listener>();
  listeners.set(node, own);
  if (listener && !own.has(type)) node.addEventListener(type, (event) => own.get(type)?.(event));
  if (listener) own.set(type, listener);
  else own.delete(type);
}

/** Make one element, for parts that are made once and kept. */
export function element(tag: string, props: Record<string, Value> = {}, ...children: Child[]): HTMLElement {
  const holder = document.createElement("div");
  patch(holder, h(tag, props, ...children));
  return holder.firstElementChild as HTMLElement;
}
