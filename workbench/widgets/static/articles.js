// workbench/widgets/src/dom.ts
function h(tag, props = {}, ...children) {
  let { key, ...rest } = props;
  return { tag, key: key == null ? null : String(key), props: rest, children: flat(children), text: null };
}
function flat(children) {
  let nodes = [];
  for (let child of children)
    child == null || child === !1 || (Array.isArray(child) ? nodes.push(...flat(child)) : typeof child == "object" ? nodes.push(child) : nodes.push({ tag: "#text", key: null, props: {}, children: [], text: String(child) }));
  return nodes;
}
var described = /* @__PURE__ */ new WeakMap(), listeners = /* @__PURE__ */ new WeakMap();
function patch(parent, children) {
  let wanted = flat([children]), keyed = /* @__PURE__ */ new Map(), free = [];
  for (let node of parent.childNodes) {
    let key = described.get(node)?.key;
    key != null ? keyed.set(key, node) : free.push(node);
  }
  let place = parent.firstChild;
  for (let vnode of wanted) {
    let node = reuse(vnode, keyed, free) ?? make(vnode);
    node !== place ? parent.insertBefore(node, place) : place = place.nextSibling, update(node, vnode);
  }
  for (; place; ) {
    let next = place.nextSibling;
    place.remove(), place = next;
  }
}
function reuse(vnode, keyed, free) {
  if (vnode.key !== null) {
    let found = keyed.get(vnode.key);
    return keyed.delete(vnode.key), found && described.get(found)?.tag === vnode.tag ? found : null;
  }
  let index = free.findIndex((node) => described.get(node)?.tag === vnode.tag);
  return index < 0 ? null : free.splice(0, index + 1).at(-1) ?? null;
}
function make(vnode) {
  return vnode.tag === "#text" ? document.createTextNode(vnode.text ?? "") : document.createElement(vnode.tag);
}
function update(node, vnode) {
  let before = described.get(node);
  if (described.set(node, vnode), node instanceof Text) {
    node.data !== vnode.text && (node.data = vnode.text ?? "");
    return;
  }
  if (node instanceof Element) {
    for (let name of Object.keys(before?.props ?? {}))
      name in vnode.props || setProp(node, name, null);
    for (let [name, value] of Object.entries(vnode.props))
      before?.props[name] !== value && setProp(node, name, value);
    patch(node, vnode.children);
  }
}
function setProp(node, name, value) {
  if (name.startsWith("on")) return listen(node, name.slice(2), typeof value == "function" ? value : null);
  value == null || value === !1 ? node.removeAttribute(name) : node.setAttribute(name, value === !0 ? "" : String(value));
}
function listen(node, type, listener) {
  let own = listeners.get(node) ?? /* @__PURE__ */ new Map();
  listeners.set(node, own), listener && !own.has(type) && node.addEventListener(type, (event) => own.get(type)?.(event)), listener ? own.set(type, listener) : own.delete(type);
}
function element(tag, props = {}, ...children) {
  let holder = document.createElement("div");
  return patch(holder, h(tag, props, ...children)), holder.firstElementChild;
}

// workbench/widgets/src/protocol.ts
function makeKey() {
  let bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// workbench/widgets/src/theme.ts
function followTheme(root, chosen, signal) {
  let apply = () => {
    let theme = chosen();
    root.dataset.theme = theme === "light" || theme === "dark" ? theme : detectTheme(root);
  };
  apply();
  let observer = new MutationObserver(apply), page = root.ownerDocument;
  for (let element2 of [page.documentElement, page.body])
    observer.observe(element2, { attributes: !0, attributeFilter: ["class", "data-jp-theme-light", "data-jp-theme-name", "data-theme", "style"] });
  return matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply, { signal }), signal.addEventListener("abort", () => observer.disconnect()), apply;
}
function detectTheme(root) {
  let body = root.ownerDocument.body, lab = body.dataset.jpThemeLight;
  return lab ? lab === "false" ? "dark" : "light" : body.classList.contains("vscode-dark") || body.classList.contains("vscode-high-contrast") ? "dark" : body.classList.contains("vscode-light") || body.classList.contains("theme-light") ? "light" : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// workbench/widgets/src/upload.ts
function nextPiece(size, received) {
  return [received, Math.min(size, received + 1e6)];
}
function describeFile(state) {
  return state.outcome === "waiting" ? "waiting" : state.outcome === "added" ? "✓ done" : state.outcome === "refused" ? "✗ not added" : state.size > 1e6 ? `sending, ${Math.floor(100 * state.sent / state.size)} %` : "reading…";
}

// workbench/widgets/src/articles.ts
var KINDS = ".txt,.jsonl,.ndjson,.csv,.parquet,.md,text/plain,text/csv", ArticlesView = class {
  #model;
  #end = new AbortController();
  #root;
  #states = /* @__PURE__ */ new Map();
  #files = /* @__PURE__ */ new Map();
  constructor(model, el) {
    this.#model = model, this.#root = element(
      "div",
      { class: "wb wb-articles", dir: "ltr", lang: "en" },
      h(
        "label",
        { class: "wb-drop" },
        h("input", { type: "file", multiple: !0, accept: KINDS, class: "wb-hidden" }),
        h("b", {}, "Drop articles here"),
        h("span", {}, " or choose files: txt, JSONL, CSV, Parquet")
      ),
      h("ul", { class: "wb-files", "aria-live": "polite", "aria-label": "Files" })
    ), el.append(this.#root), followTheme(this.#root, () => "auto", this.#end.signal), this.#listen(this.#end.signal), this.#root.dataset.ready = "";
  }
  #listen(signal) {
    let zone = this.#root.querySelector(".wb-drop"), input = this.#root.querySelector("input");
    this.#model.on("msg:custom", this.#onMessage), input.addEventListener("change", () => {
      this.#take(input.files ?? []), input.value = "";
    }, { signal });
    for (let type of ["dragenter", "dragover", "dragleave", "drop"])
      zone.addEventListener(type, (event) => this.#onDrag(zone, event), { signal });
    this.#root.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
  }
  #onDrag(zone, event) {
    event.preventDefault(), event.stopPropagation(), zone.classList.toggle("over", event.type === "dragenter" || event.type === "dragover"), event.type === "drop" && this.#take(event.dataTransfer?.files ?? []);
  }
  #take(files) {
    let limit = Number(this.#model.get("max_bytes"));
    for (let file of files) {
      let id = makeKey(), tooLarge = file.size > limit, lines = tooLarge ? [`larger than ${Math.floor(limit / 1e6)} MB: add it with workbench ingest`] : [];
      this.#states.set(id, { name: file.name, size: file.size, sent: 0, outcome: tooLarge ? "refused" : "waiting", lines }), tooLarge || this.#files.set(id, file);
    }
    this.#draw(), this.#sendNext();
  }
  /** One file at a time, one piece at a time. */
  async #sendNext() {
    if ([...this.#states.values()].some((state) => state.outcome === "sending")) return;
    let waiting = [...this.#files.keys()].find((id) => this.#states.get(id)?.outcome === "waiting");
    waiting !== void 0 && await this.#sendPiece(waiting, 0);
  }
  async #sendPiece(id, start) {
    let file = this.#files.get(id), state = this.#states.get(id);
    if (!file || !state) return;
    this.#states.set(id, { ...state, sent: start, outcome: "sending" }), this.#draw();
    let [from, to] = nextPiece(file.size, start);
    try {
      let buffer = await file.slice(from, to).arrayBuffer();
      this.#model.send({ t: "piece", file: id, name: file.name, size: file.size, start }, void 0, [buffer]);
    } catch {
      this.#finish(id, !1, ["not sent: the file cannot be read, or the kernel cannot be reached"]);
    }
  }
  #onMessage = (answer) => {
    this.#files.has(answer.file) && (answer.t === "more" ? this.#sendPiece(answer.file, answer.received) : this.#finish(answer.file, answer.ok, answer.lines));
  };
  #finish(id, ok, lines) {
    let state = this.#states.get(id);
    state && (this.#files.delete(id), this.#states.set(id, { ...state, sent: state.size, outcome: ok ? "added" : "refused", lines }), this.#draw(), this.#sendNext());
  }
  #draw() {
    let rows = [...this.#states].map(([id, state]) => drawFile(id, state));
    patch(this.#root.querySelector(".wb-files"), rows);
  }
  close() {
    this.#end.abort(), this.#model.off("msg:custom", this.#onMessage), this.#root.remove();
  }
};
function drawFile(id, state) {
  return h(
    "li",
    { key: id, "data-outcome": state.outcome },
    h("bdi", { class: "wb-file" }, state.name),
    h("span", { class: "wb-outcome" }, describeFile(state)),
    state.lines.length > 0 && h("ul", {}, state.lines.map((line) => h("li", {}, h("bdi", {}, line))))
  );
}
function render({ model, el }) {
  let view = new ArticlesView(model, el);
  return () => view.close();
}
var articles_default = { render };
export {
  articles_default as default
};
