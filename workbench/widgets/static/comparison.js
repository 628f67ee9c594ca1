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

// workbench/widgets/src/scheme.ts
var EMPTY = {
  name: "",
  version: "",
  relay_stance: null,
  roles: [],
  realizations: [],
  certainties: [],
  stances: [],
  features: []
}, Scheme = class {
  file;
  constructor(file) {
    this.file = { ...EMPTY, ...file };
  }
  get stances() {
    return this.file.stances;
  }
  role(value) {
    return find(this.file.roles, value);
  }
  stance(value) {
    return this.stances.find((stance) => stance.value === value) ?? null;
  }
  realization(value) {
    return find(this.file.realizations, value);
  }
  certainty(value) {
    return find(this.file.certainties, value);
  }
  /** The certainties that go with a stance, strongest first; none where it takes no certainty. */
  certaintiesOf(stance) {
    let allowed = new Set(this.stance(stance)?.certainties.map((each) => each.certainty));
    return this.file.certainties.map((each) => each.value).filter((value) => allowed.has(value));
  }
  /** From 1 for the weakest of all the scheme's certainties. */
  certaintyLevel(value) {
    let index = this.file.certainties.findIndex((each) => each.value === value);
    return index < 0 ? 0 : this.file.certainties.length - index;
  }
  features(on) {
    return this.file.features.filter((feature) => feature.on === on);
  }
  labels() {
    return [...this.file.roles, ...this.file.realizations, ...this.stances, ...this.file.certainties];
  }
};
function find(labels, value) {
  return labels.find((label) => label.value === value) ?? { value, name: { en: value }, definition: {} };
}
function english(texts) {
  return texts.en ?? Object.values(texts)[0] ?? "";
}

// workbench/widgets/src/editor.ts
function drawEditor(state, attribution, actions) {
  return h(
    "div",
    { class: "wb-editor", dir: "ltr", onclick: (event) => event.stopPropagation() },
    drawSourceHint(state, attribution, actions),
    drawStances(state, attribution, actions),
    drawCertainties(state, attribution, actions),
    h(
      "div",
      { class: "wb-mini" },
      (attribution.cue?.length ?? 0) === 0 && wordSlot(state, attribution, "cue", actions),
      tool(state, "relay", "relayed by…", actions),
      attribution.targets.length > 0 && tool(state, "pick target", "claims", actions),
      tool(state, "unsure", attribution.unsure ? "sure" : "unsure", actions),
      tool(state, "note", "note", actions),
      state.scheme.features("attributions").map((feature) => drawFeature(feature, attribution, actions)),
      tool(state, "delete", "delete", actions)
    )
  );
}
function drawSourceHint(state, attribution, actions) {
  return attribution.source.realization ? null : h("p", { key: "hint", class: "wb-hint" }, "Select the source in the text, or ", [["pro_drop", "understood"], ["implicit", "unnamed"], ["author", "the writer"]].map(([operation, label]) => tool(state, operation, label, actions)));
}
function wordSlot(state, attribution, name, actions) {
  return { ...slot(state, attribution, name, "", actions), children: [...h("span", {}, cap(state.keymap.cap(`mark ${name}`)), ` ${name}?`).children] };
}
function drawStances(state, attribution, actions) {
  return h(
    "div",
    { key: "stances", class: "wb-stances", role: "group", "aria-label": "stance" },
    state.scheme.stances.map((stance) => h("button", {
      key: stance.value,
      type: "button",
      class: "wb-stance",
      "data-stance": stance.value,
      "data-guide": `stance:${stance.value}`,
      "aria-pressed": stance.value === attribution.stance ? "true" : "false",
      onclick: () => actions.send("stance", { value: stance.value, attribution: attribution.id })
    }, cap(state.keymap.cap(`stance ${stance.value}`)), h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), english(stance.name)))
  );
}
function drawCertainties(state, attribution, actions) {
  let allowed = state.scheme.certaintiesOf(attribution.stance);
  return allowed.length === 0 ? null : h(
    "div",
    { key: "certainties", class: "wb-certainties", role: "group", "aria-label": "certainty" },
    cap(state.keymap.cap("certainty")),
    allowed.map((value) => h("button", {
      key: value,
      type: "button",
      class: "wb-sure",
      "data-guide": `certainty:${value}`,
      "aria-pressed": value === attribution.certainty ? "true" : "false",
      onclick: () => actions.send("certainty", { value, attribution: attribution.id })
    }, english(state.scheme.certainty(value).name)))
  );
}

// workbench/widgets/src/cards.ts
var CHOICES = 12;
function drawCards(state, actions) {
  let sentence = state.ui.sentence;
  if (!sentence) return [];
  let ids = state.cards(sentence), loose = state.loose(sentence), cards = ids.flatMap((id, index) => {
    let claim = state.claims.get(id);
    return claim ? [drawCard(state, claim, index + 1, actions)] : [];
  });
  return [
    ...cards,
    ...loose.map((attribution) => drawLoose(state, attribution, actions)),
    ...cards.length + loose.length === 0 ? [drawEmpty(state)] : []
  ];
}
function drawEmpty(state) {
  let { keymap } = state, status = state.annotation(state.ui.sentence ?? "")?.status ?? "open";
  return h(
    "li",
    { key: "empty", class: "wb-empty" },
    h("p", {}, status === "done" ? "Looked: nothing here." : status === "skipped" ? "Skipped." : "No claim marked yet."),
    status === "open" && h(
      "p",
      { class: "wb-hint" },
      "Select words and press ",
      cap(keymap.cap("mark claim")),
      ", or ",
      cap(keymap.cap("nothing")),
      " where there is nothing."
    )
  );
}
function cap(text) {
  return h("kbd", {}, text);
}
function drawCard(state, claim, number, actions) {
  let on = state.ui.card === claim.id, rows = state.rows(claim.id);
  return h(
    "li",
    { key: claim.id, class: on ? "wb-card on" : "wb-card", dir: state.article.dir, "data-claim": claim.id, "aria-current": on ? "true" : null },
    drawClaim(state, claim, number, on && state.ui.attribution === null, actions),
    rows.map((row) => drawRow(state, claim, row, actions)),
    claim.voice === "author" && rows.length === 0 && h(
      "div",
      { class: "wb-att", "data-voice": "author" },
      h("div", { class: "wb-line" }, h("span", { class: "wb-said", dir: "ltr", lang: "en" }, "the writer's own"))
    ),
    on && drawWaiting(state, claim, rows.length > 0, actions)
  );
}
function drawClaim(state, claim, number, here, actions) {
  let home = state.article.byId(claim.sentence), elsewhere = home && claim.sentence !== state.ui.sentence ? ` · sentence ${home.position + 1}` : "";
  return h(
    "div",
    { class: here ? "wb-head here" : "wb-head", onclick: () => actions.pick(claim.id, null) },
    h(
      "button",
      { type: "button", class: "wb-open", "aria-pressed": state.ui.card === claim.id ? "true" : "false", "data-guide": "role:claim" },
      claim.spans.length > 0 ? h("span", { class: "wb-words", lang: state.article.language }, quote(claim.spans)) : h("span", { class: "wb-words wb-understood", lang: state.article.language, dir: "auto" }, claim.proposition ?? "")
    ),
    h(
      "span",
      { class: "wb-badges", dir: "ltr" },
      claim.unsure && h("span", { class: "wb-badge", title: "unsure" }, "?"),
      claim.note && h("span", { class: "wb-badge", title: claim.note }, "✎"),
      state.isMissing(claim.id, "source") && !state.ui.armed && h("span", { class: "wb-badge wb-lack" }, "source?"),
      h("small", {}, `${claim.spans.length === 0 ? "understood " : ""}claim ${number}${elsewhere}`)
    ),
    claim.proposition && claim.spans.length > 0 && h("p", { class: "wb-proposition", dir: "auto" }, claim.proposition),
    here && drawClaimTools(state, claim, actions)
  );
}
function drawClaimTools(state, claim, actions) {
  return h(
    "div",
    { class: "wb-mini", dir: "ltr" },
    tool(state, "proposition", claim.proposition ? "reword" : "in words", actions),
    tool(state, "unsure", claim.unsure ? "sure" : "unsure", actions),
    tool(state, "note", "note", actions),
    state.scheme.features("claims").map((feature) => drawFeature(feature, claim, actions)),
    tool(state, "delete", "delete", actions)
  );
}
function tool(state, operation, label, actions) {
  return h("button", {
    key: operation,
    type: "button",
    class: "wb-tool",
    onclick: (event) => {
      event.stopPropagation(), actions.act(operation);
    }
  }, cap(state.keymap.cap(operation)), ` ${label}`);
}
function drawFeature(feature, item, actions) {
  let change = (event) => {
    let value = event.target.value;
    actions.send("feature", { id: item.id, name: feature.name, value: value || null });
  }, current = item.features[feature.name] ?? "";
  return h(
    "label",
    { key: feature.name, class: "wb-feature", onclick: (event) => event.stopPropagation() },
    `${english(feature.label)} `,
    h(
      "select",
      { onchange: change },
      h("option", { value: "", selected: current === "" }, "—"),
      feature.values.map((label) => h("option", { value: label.value, selected: current === label.value, title: english(label.definition) }, english(label.name)))
    )
  );
}
function drawWaiting(state, claim, held, actions) {
  let { armed } = state.ui, { keymap } = state;
  return armed?.slot === "source" && armed.claim === claim.id && armed.attribution === null ? h(
    "div",
    { key: "waiting", class: "wb-slot wb-armed", dir: "ltr", "data-armed": "source" },
    h("span", {}, held ? "Another source? Select it in the text, or " : "Source? Select it in the text, or "),
    kindButtons(state, actions, !held)
  ) : claim.voice === "author" ? null : h(
    "button",
    { key: "waiting", type: "button", class: "wb-more", dir: "ltr", onclick: () => actions.act("another source") },
    cap(keymap.cap("another source")),
    held ? " another source" : " source"
  );
}
function kindButtons(state, actions, own) {
  let kinds = [["pro_drop", "understood"], ["implicit", "unnamed"]];
  return kinds.push(own ? ["writer", "the writer's own"] : ["author", "the writer"]), kinds.map(([operation, label]) => h(
    "button",
    { type: "button", class: "wb-tool", "data-guide": `realization:${operation === "writer" ? "author" : operation}`, onclick: () => actions.act(operation) },
    cap(state.keymap.cap(operation)),
    ` ${label}`
  ));
}
function drawRow(state, claim, row, actions) {
  let { attribution, depth } = row, on = state.ui.attribution === attribution.id, relay = row.relay ? nameOf(row.relay) : null;
  return h(
    "div",
    {
      key: `${depth}:${row.relay?.id ?? ""}:${attribution.id}`,
      class: on ? "wb-att on" : "wb-att",
      style: `--depth:${depth}`,
      "data-attribution": attribution.id,
      "data-depth": depth,
      onclick: () => actions.pick(claim.id, attribution.id)
    },
    depth > 0 && h("span", { class: "wb-branch", "aria-hidden": "true" }),
    drawLine(state, attribution, relay, actions),
    on && drawEditor(state, attribution, actions),
    on && isPicking(state, attribution) && drawChoices(state, attribution, actions)
  );
}
function isPicking(state, attribution) {
  let { armed } = state.ui;
  return armed?.slot === "target" && armed.attribution === attribution.id;
}
function drawLoose(state, attribution, actions) {
  let on = state.ui.attribution === attribution.id;
  return h(
    "li",
    { key: attribution.id, class: on ? "wb-card wb-loose on" : "wb-card wb-loose", dir: state.article.dir, "data-attribution": attribution.id },
    h(
      "div",
      { class: on ? "wb-att on" : "wb-att", style: "--depth:0", onclick: () => actions.pick(null, attribution.id) },
      drawLine(state, attribution, null, actions),
      on && drawEditor(state, attribution, actions)
    ),
    isPicking(state, attribution) ? drawChoices(state, attribution, actions) : h("button", { type: "button", class: lack(state, attribution.id, "target"), dir: "ltr", onclick: () => actions.arm("target", null, attribution.id) }, "which claim?")
  );
}
function drawChoices(state, attribution, actions) {
  let claims = state.nearbyClaims(CHOICES);
  return h(
    "div",
    { class: "wb-slot wb-armed wb-choose", "data-armed": "target" },
    h("span", { dir: "ltr" }, claims.length > 0 ? "Which claim does it speak of? Pick it here or in the text, or mark a new one." : "Mark the claim that it speaks of."),
    claims.map((claim) => h(
      "button",
      {
        key: claim.id,
        type: "button",
        class: "wb-choice",
        lang: state.article.language,
        "data-choice": claim.id,
        "aria-pressed": String(attribution.targets.includes(claim.id)),
        onclick: (event) => {
          event.stopPropagation(), actions.send("target", toggleTarget(attribution, claim.id));
        }
      },
      h("bdi", { class: "wb-words" }, quote(claim.spans) || (claim.proposition ?? "")),
      h("small", { dir: "ltr" }, String((state.article.byId(claim.sentence)?.position ?? 0) + 1))
    ))
  );
}
function toggleTarget(attribution, target) {
  return { attribution: attribution.id, target, on: !attribution.targets.includes(target) };
}
function drawLine(state, attribution, relay, actions) {
  return h(
    "div",
    { class: "wb-line" },
    h(
      "span",
      { class: "wb-said" },
      drawSource(state, attribution, actions),
      attribution.cue && attribution.cue.length > 0 && h("span", { class: "wb-cue-words", "data-guide": "role:cue", title: "cue", lang: state.article.language }, quote(attribution.cue)),
      attribution.anchor.length > 0 && h("span", { class: "wb-anchor-words", "data-guide": "role:anchor", title: "anchor", lang: state.article.language }, `«${quote(attribution.anchor)}»`),
      relay !== null && h("span", { class: "wb-hidden", dir: "ltr" }, `relayed by ${relay}`),
      attribution.unsure && h("span", { class: "wb-badge", title: "unsure", dir: "ltr" }, "?"),
      attribution.note && h("span", { class: "wb-badge", title: attribution.note, dir: "ltr" }, "✎")
    ),
    drawStance(state, attribution, actions),
    drawCertainty(state, attribution)
  );
}
function drawSource(state, attribution, actions) {
  let { source } = attribution;
  if (source.realization === "explicit")
    return h("span", { class: "wb-source-words", "data-guide": "role:source", lang: state.article.language }, quote(source.spans));
  if (source.realization) {
    let label = state.scheme.realization(source.realization);
    return h("span", { class: "wb-kind", dir: "ltr", "data-guide": `realization:${source.realization}` }, `(${english(label.name)})`);
  }
  return slot(state, attribution, "source", "source?", actions);
}
function slot(state, attribution, name, label, actions) {
  let { armed } = state.ui, isArmed = armed?.slot === name && armed.attribution === attribution.id;
  return h("button", {
    type: "button",
    class: isArmed ? "wb-slot wb-armed" : lack(state, attribution.id, name),
    dir: "ltr",
    "data-slot": name,
    "data-armed": isArmed ? name : null,
    onclick: (event) => {
      event.stopPropagation(), actions.arm(name, null, attribution.id);
    }
  }, label);
}
function lack(state, id, name) {
  return state.isMissing(id, name) ? "wb-slot wb-lack" : "wb-slot";
}
function drawStance(state, attribution, actions) {
  let stance = state.scheme.stance(attribution.stance);
  return stance ? h(
    "span",
    { class: "wb-stance", dir: "ltr", "data-stance": stance.value, "data-guide": `stance:${stance.value}` },
    h("i", { "aria-hidden": "true" }, stance.symbol ?? ""),
    english(stance.name)
  ) : slot(state, attribution, "stance", "stance?", actions);
}
function drawCertainty(state, attribution) {
  let all = state.scheme.file.certainties.length, { certainty } = attribution;
  if (!certainty || all === 0) return h("span", { class: "wb-certainty" });
  let level = state.scheme.certaintyLevel(certainty);
  return h(
    "span",
    { class: "wb-certainty", dir: "ltr", role: "img", "aria-label": certainty, title: certainty, "data-guide": `certainty:${certainty}` },
    "●".repeat(level) + "○".repeat(all - level)
  );
}
function quote(spans) {
  return spans.map((span) => span.text).join(" … ");
}
function nameOf(attribution) {
  return quote(attribution.source.spans) || (attribution.source.realization ?? "a source");
}

// workbench/widgets/src/marks.ts
function flatten(length, fragments) {
  let inside = fragments.filter((each) => each.start < each.end && each.start >= 0 && each.end <= length), edges = /* @__PURE__ */ new Set([0, length]);
  for (let each of inside) edges.add(each.start).add(each.end);
  let cuts = [...edges].sort((one, other) => one - other), pieces = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    let [start, end] = [cuts[index], cuts[index + 1]];
    pieces.push({ start, end, placed: inside.filter((each) => each.start <= start && end <= each.end) });
  }
  return pieces;
}

// workbench/widgets/src/pairing.ts
function likenesses(own, others) {
  let exact = new Set(others.map(keyOf));
  return new Map(own.map((claim) => exact.has(keyOf(claim)) ? [claim.id, "same"] : [claim.id, others.some((other) => overlap(claim.spans, other.spans)) ? "edges" : "alone"]));
}
function keyOf(claim) {
  return claim.spans.map((span) => `${span.start}-${span.end}`).join(" ") || `in ${claim.sentence}`;
}
function overlap(spans, others) {
  return spans.some((one) => others.some((other) => one.start < other.end && other.start < one.end));
}

// workbench/widgets/src/offsets.ts
var OffsetMap = class {
  #wideUtf16;
  #lengthUtf16;
  constructor(text) {
    this.#wideUtf16 = findWide(text), this.#lengthUtf16 = text.length;
  }
  /** The UTF-16 units that stand before code point `offset`. */
  toUtf16(offset) {
    if (!(offset >= 0 && offset <= this.#lengthUtf16 - this.#wideUtf16.length))
      throw new RangeError(`Expected an offset inside the text, got code point ${offset}.`);
    let low = 0, high = this.#wideUtf16.length;
    for (; low < high; ) {
      let middle = low + high >> 1;
      this.#wideUtf16[middle] - middle < offset ? low = middle + 1 : high = middle;
    }
    return offset + low;
  }
  /** The code points that stand before UTF-16 unit `offsetUtf16`, which must not cut a character. */
  fromUtf16(offsetUtf16) {
    if (!(offsetUtf16 >= 0 && offsetUtf16 <= this.#lengthUtf16))
      throw new RangeError(`Expected an offset inside the text, got UTF-16 unit ${offsetUtf16}.`);
    let low = 0, high = this.#wideUtf16.length;
    for (; low < high; ) {
      let middle = low + high >> 1;
      this.#wideUtf16[middle] < offsetUtf16 ? low = middle + 1 : high = middle;
    }
    if (low > 0 && this.#wideUtf16[low - 1] === offsetUtf16 - 1)
      throw new RangeError(`UTF-16 unit ${offsetUtf16} is inside a character.`);
    return offsetUtf16 - low;
  }
};
function findWide(text) {
  let wide = [];
  for (let index = 0; index + 1 < text.length; index++) {
    let unit = text.charCodeAt(index);
    if (unit < 55296 || unit > 56319) continue;
    let next = text.charCodeAt(index + 1);
    next >= 56320 && next <= 57343 && wide.push(index++);
  }
  return wide;
}

// workbench/widgets/src/snapping.ts
var BLANK = /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;
var PAIRS = /* @__PURE__ */ new Map([
  ["«", "»"],
  ["“", "”"],
  ["‘", "’"],
  ["„", "“"],
  ["‹", "›"],
  ['"', '"'],
  ["'", "'"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["﴾", "﴿"]
]);
var CLOSERS = new Set(PAIRS.values()), segmenters = /* @__PURE__ */ new Map();
function segmenter(granularity, language) {
  let name = `${granularity} ${language}`, found = segmenters.get(name);
  return found || (found = new Intl.Segmenter(supported(language), { granularity }), segmenters.set(name, found)), found;
}
function supported(language) {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "ar";
  } catch {
    return "ar";
  }
}
function words(text, language = "ar") {
  let found = [];
  for (let part of segmenter("word", language).segment(text)) {
    if (!part.isWordLike) continue;
    let word = trimBlank(text, { start: part.index, end: part.index + part.segment.length });
    word && found.push(word);
  }
  return found;
}
function trimBlank(text, range) {
  let { start, end } = range;
  for (; start < end && BLANK.test(text[start]); ) start++;
  for (; end > start && BLANK.test(text[end - 1]); ) end--;
  return start < end ? { start, end } : null;
}

// workbench/widgets/src/article.ts
var Article = class {
  sentences;
  language;
  dir;
  #offsets;
  #byId;
  #words = /* @__PURE__ */ new Map();
  info;
  segments;
  constructor(info) {
    this.info = info, this.#offsets = new OffsetMap(info.text), this.language = info.language ?? "und", this.dir = info.dir, this.segments = info.segments, this.sentences = info.sentences.map((sentence, index) => this.#sentence(sentence, index)), this.#byId = new Map(this.sentences.map((sentence) => [sentence.id, sentence]));
  }
  #sentence(info, index) {
    let startUtf16 = this.#offsets.toUtf16(info.start), text = this.info.text.slice(startUtf16, this.#offsets.toUtf16(info.end));
    return { ...info, index, startUtf16, text };
  }
  byId(id) {
    return id !== null && this.#byId.get(id) || null;
  }
  /** The words of a sentence, found once. */
  words(index) {
    let found = this.#words.get(index);
    return found || (found = words(this.sentences[index]?.text ?? "", this.language), this.#words.set(index, found)), found;
  }
  /** The sentence that holds code point `offset`, or the last one that begins before it. */
  sentenceAt(offset) {
    return lastFrom(this.sentences, offset);
  }
  segmentAt(offset) {
    let segment = lastFrom(this.segments, offset);
    return segment && offset < segment.end ? segment : null;
  }
  /** A stretch of a sentence as a span of the wire. */
  toSpan(stretch) {
    let sentence = this.sentences[stretch.sentence];
    return {
      start: this.#offsets.fromUtf16(sentence.startUtf16 + stretch.start),
      end: this.#offsets.fromUtf16(sentence.startUtf16 + stretch.end),
      text: sentence.text.slice(stretch.start, stretch.end)
    };
  }
  /** The parts of the sentences that a span covers; more than one where it runs over an edge. */
  place(span) {
    let placed = [], startUtf16 = this.#offsets.toUtf16(span.start), endUtf16 = this.#offsets.toUtf16(span.end);
    for (let index = this.sentenceAt(span.start)?.index ?? 0; index < this.sentences.length; index++) {
      let sentence = this.sentences[index];
      if (sentence.startUtf16 >= endUtf16) break;
      let start = Math.max(0, startUtf16 - sentence.startUtf16), end = Math.min(sentence.text.length, endUtf16 - sentence.startUtf16);
      start < end && placed.push({ sentence: index, start, end });
    }
    return placed;
  }
};
function lastFrom(stretches, offset) {
  let low = 0, high = stretches.length;
  for (; low < high; ) {
    let middle = low + high >> 1;
    stretches[middle].start <= offset ? low = middle + 1 : high = middle;
  }
  return stretches[low - 1] ?? null;
}

// workbench/widgets/src/keys.ts
var CARET = /* @__PURE__ */ new Set(["left", "right", "up", "down", "start", "end"]), Keymap = class {
  #byCode = /* @__PURE__ */ new Map();
  #codes;
  constructor(codes, stances) {
    let all = { ...codes };
    for (let stance of stances)
      stance.hotkey && (all[`stance ${stance.value}`] ??= [stance.hotkey]);
    this.#codes = all;
    for (let [operation, list] of Object.entries(all))
      for (let code of list) this.#byCode.set(code, operation);
  }
  find(press) {
    let plain = this.#byCode.get(press.code);
    if (plain && CARET.has(plain) && !press.ctrlKey && !press.metaKey) return plain;
    let found = this.#byCode.get(chord(press));
    return found || (press.key === "?" || press.key === "؟" ? "help" : null);
  }
  /** The first key of an operation as it is drawn on a key cap, for example `Ctrl Z`. */
  cap(operation) {
    let code = this.#codes[operation]?.[0];
    return code ? capOf(code) : "";
  }
  caps(operation) {
    return (this.#codes[operation] ?? []).filter((code) => !code.startsWith("Numpad")).map(capOf);
  }
  get operations() {
    return Object.keys(this.#codes);
  }
};
function chord(press) {
  let parts = [press.code];
  return press.shiftKey && parts.unshift("Shift"), press.altKey && parts.unshift("Alt"), (press.ctrlKey || press.metaKey) && parts.unshift("Ctrl"), parts.join("+");
}
var CAPS = {
  Shift: "⇧",
  Comma: ",",
  Slash: "/",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
  Backspace: "⌫",
  Delete: "Del",
  NumpadAdd: "+"
};
function capOf(code) {
  if (code === "Shift+Slash") return "?";
  if (code === "Shift+Equal") return "+";
  let parts = code.split("+").map((part) => CAPS[part] ?? part.replace(/^(Key|Digit|Numpad)/, ""));
  return parts.join(parts[0] === "⇧" ? "" : " ");
}

// workbench/widgets/src/state.ts
var State = class {
  article;
  scheme;
  keymap;
  project;
  session;
  ui;
  progress;
  annotations = /* @__PURE__ */ new Map();
  claims = /* @__PURE__ */ new Map();
  attributions = /* @__PURE__ */ new Map();
  /** The attributions that have an id as a target. */
  relays = /* @__PURE__ */ new Map();
  /** By sentence, by the annotation that says so: only what changed is looked at again. */
  #placed = /* @__PURE__ */ new Map();
  #touched = /* @__PURE__ */ new Map();
  constructor(snap) {
    this.article = new Article(snap.document), this.scheme = new Scheme(snap.scheme), this.keymap = new Keymap(snap.keys, this.scheme.stances), this.project = snap.project, this.session = snap.session, this.ui = snap.ui, this.progress = snap.progress;
    for (let [id, annotation] of Object.entries(snap.annotations)) this.#put(id, annotation);
  }
  /** Take over what a message says; returns the sentences that look different now. */
  apply(delta) {
    let before = this.focusedSentences(), changed = /* @__PURE__ */ new Set();
    for (let [id, annotation] of Object.entries(delta.annotations)) {
      for (let index of this.#touched.get(id) ?? []) changed.add(index);
      this.#put(id, annotation);
      for (let index of this.#touched.get(id) ?? []) changed.add(index);
      let own = this.article.byId(id);
      own && changed.add(own.index);
    }
    delta.segments && (this.article.segments = delta.segments), delta.ui && (this.ui = delta.ui), delta.progress && (this.progress = delta.progress);
    for (let index of before) changed.add(index);
    for (let index of this.focusedSentences()) changed.add(index);
    return changed;
  }
  placed(index) {
    return [...this.#placed.get(index)?.values() ?? []].flat();
  }
  annotation(sentence) {
    return this.annotations.get(sentence) ?? null;
  }
  get sentence() {
    return this.article.byId(this.ui.sentence);
  }
  get resume() {
    let { sentence, card, attribution, armed } = this.ui;
    return { session: this.session, document: this.article.info.id, sentence, card, attribution, armed };
  }
  // -- claims and those who hold them --------------------------------------------------------
  /** The attributions whose chains end in a claim, outermost first, each relayed one below its relay. */
  rows(claim) {
    let reaching = this.reaching(claim), rows = [], visit = (id, depth, relay, path) => {
      let attribution = this.attributions.get(id);
      if (!attribution || path.has(id)) return;
      rows.push({ attribution, depth, relay });
      let inner = attribution.targets.filter((target) => reaching.has(target));
      for (let target of this.#inOrder(inner)) visit(target, depth + 1, attribution, /* @__PURE__ */ new Set([...path, id]));
    }, outer = [...reaching].filter((id) => ![...this.relays.get(id) ?? []].some((each) => reaching.has(each)));
    for (let id of this.#inOrder(outer)) visit(id, 0, null, /* @__PURE__ */ new Set());
    return rows;
  }
  /** The ids of all attributions whose chains end in a claim. */
  reaching(claim) {
    let found = /* @__PURE__ */ new Set(), waiting = [claim];
    for (let id = waiting.pop(); id !== void 0; id = waiting.pop())
      for (let each of this.relays.get(id) ?? [])
        found.has(each) || waiting.push(each), found.add(each);
    return found;
  }
  /** The claims to show beside a sentence: its own, then those that its attributions speak of. */
  cards(sentence) {
    let annotation = this.annotation(sentence), ids = new Set(this.#claimsInOrder(annotation?.claims ?? []));
    for (let attribution of annotation?.attributions ?? [])
      for (let leaf of this.leaves(attribution.id)) ids.add(leaf);
    return this.ui.card && this.claims.has(this.ui.card) && ids.add(this.ui.card), [...ids];
  }
  /** The attributions of a sentence that reach no claim yet. */
  loose(sentence) {
    return (this.annotation(sentence)?.attributions ?? []).filter((each) => this.leaves(each.id).size === 0);
  }
  leaves(id, path = /* @__PURE__ */ new Set()) {
    let leaves = /* @__PURE__ */ new Set();
    if (this.claims.has(id)) return leaves.add(id);
    if (path.has(id)) return leaves;
    for (let target of this.attributions.get(id)?.targets ?? [])
      for (let leaf of this.leaves(target, /* @__PURE__ */ new Set([...path, id]))) leaves.add(leaf);
    return leaves;
  }
  /** The claims of the document, nearest to the sentence in focus first. */
  nearbyClaims(limit) {
    let here = this.sentence?.index ?? 0, distance = (claim) => Math.abs((this.article.byId(claim.sentence)?.index ?? 0) - here);
    return [...this.claims.values()].sort((one, other) => distance(one) - distance(other)).slice(0, limit);
  }
  /** Everything whose spans belong to the card in focus. */
  focusedItems() {
    return this.ui.card ? this.reaching(this.ui.card).add(this.ui.card) : new Set(this.ui.attribution ? [this.ui.attribution] : []);
  }
  focusedSentences() {
    let found = /* @__PURE__ */ new Set();
    this.sentence && found.add(this.sentence.index);
    for (let id of this.focusedItems()) {
      let item = this.claims.get(id) ?? this.attributions.get(id);
      for (let index of this.#touched.get(item?.sentence ?? "") ?? []) found.add(index);
    }
    return found;
  }
  isMissing(id, slot2) {
    return this.ui.missing.some((each) => each.id === id && each.slot === slot2);
  }
  #inOrder(ids) {
    let first = (id) => {
      let attribution = this.attributions.get(id);
      return (attribution?.source.spans[0] ?? attribution?.cue?.[0])?.start ?? Number.MAX_SAFE_INTEGER;
    };
    return [...ids].sort((one, other) => first(one) - first(other));
  }
  #claimsInOrder(claims) {
    let first = (claim) => claim.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
    return [...claims].sort((one, other) => first(one) - first(other)).map((claim) => claim.id);
  }
  // -- indexes -------------------------------------------------------------------------------
  #put(id, annotation) {
    this.#take(id), this.annotations.set(id, annotation);
    let touched = /* @__PURE__ */ new Set(), place = (item, role, spans) => {
      for (let stretch of (spans ?? []).flatMap((span) => this.article.place(span))) {
        touched.add(stretch.sentence);
        let here = this.#placed.get(stretch.sentence) ?? /* @__PURE__ */ new Map();
        this.#placed.set(stretch.sentence, here), here.set(id, [...here.get(id) ?? [], { item, role, start: stretch.start, end: stretch.end }]);
      }
    };
    for (let claim of annotation.claims)
      this.claims.set(claim.id, claim), place(claim.id, "claim", claim.spans);
    for (let attribution of annotation.attributions)
      this.#putAttribution(attribution), place(attribution.id, "source", attribution.source.spans), place(attribution.id, "cue", attribution.cue), place(attribution.id, "anchor", attribution.anchor);
    this.#touched.set(id, touched);
  }
  #putAttribution(attribution) {
    this.attributions.set(attribution.id, attribution);
    for (let target of attribution.targets) {
      let relays = this.relays.get(target) ?? /* @__PURE__ */ new Set();
      this.relays.set(target, relays.add(attribution.id));
    }
  }
  #take(id) {
    let old = this.annotations.get(id);
    for (let claim of old?.claims ?? [])
      this.claims.get(claim.id) === claim && this.claims.delete(claim.id);
    for (let attribution of old?.attributions ?? [])
      if (this.attributions.get(attribution.id) === attribution) {
        this.attributions.delete(attribution.id);
        for (let target of attribution.targets) this.relays.get(target)?.delete(attribution.id);
      }
    for (let index of this.#touched.get(id) ?? []) this.#placed.get(index)?.delete(id);
  }
};

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
function applyColours(root, scheme) {
  for (let { value, colour } of scheme.file.roles)
    colour && root.style.setProperty(`--wb-${value}`, `light-dark(${colour.light}, ${colour.dark})`);
  for (let node of root.querySelectorAll("[data-stance]")) {
    let colour = scheme.stance(node.dataset.stance ?? null)?.colour;
    colour && node.style.setProperty("--wb-stance", `light-dark(${colour.light}, ${colour.dark})`);
  }
}

// workbench/widgets/src/comparison.ts
var ROLES = ["claim", "source", "cue", "anchor"], WORDS = { same: "same", edges: "other edges", alone: "only here" }, SIGNS = { same: "=", edges: "~", alone: "+" }, ComparisonView = class {
  #model;
  #end = new AbortController();
  #root;
  #names = [];
  #states = [];
  /** The claim or attribution that is pointed out, by its side. */
  #picked = null;
  constructor(model, el) {
    this.#model = model, this.#root = element(
      "div",
      { class: "wb wb-comparison", dir: "ltr", lang: "en", role: "group", "aria-label": "Two answers to one sentence" },
      h("div", { class: "wb-bar", role: "toolbar", "aria-label": "Sentence" }),
      h("div", { class: "wb-sides" }),
      h("p", { class: "wb-message wb-message-waiting" }, "No answer from the kernel yet. If it stays so, run the cell again.")
    ), el.append(this.#root), followTheme(this.#root, () => "auto", this.#end.signal), this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#end.signal }), this.#model.on("msg:custom", this.#onMessage), this.#root.dataset.waiting = "", this.#model.send({ t: "hello" });
  }
  #onMessage = (answer) => {
    answer.t === "comparison" && (this.#names = answer.sides.map((side) => side.name), this.#states = answer.sides.map((side) => makeState(answer, side.annotations)), this.#picked = answer.item === null ? null : { side: answer.side, item: answer.item }, this.#root.dataset.ready = "", this.#draw());
  };
  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.key === "Tab") return;
    event.stopPropagation();
    let step = { ArrowUp: -1, PageUp: -1, ArrowDown: 1, PageDown: 1 }[event.key];
    step !== void 0 && (event.preventDefault(), this.#step(step));
  }
  #step(by) {
    let first = this.#states[0], next = first?.article.sentences[(first.sentence?.index ?? 0) + by];
    if (next) {
      for (let state of this.#states) state.ui = { ...state.ui, sentence: next.id };
      this.#picked = null, this.#draw();
    }
  }
  #draw() {
    let first = this.#states[0];
    first?.sentence && (patch(this.#root.querySelector(".wb-bar"), drawBar(first, (by) => this.#step(by))), patch(this.#root.querySelector(".wb-sides"), this.#states.map((state, side) => this.#drawSide(state, side))), applyColours(this.#root, first.scheme));
  }
  #drawSide(state, side) {
    let { article, sentence } = state, picked = this.#picked?.side === side ? this.#picked.item : null, focused = new Set(picked ? [picked, ...state.reaching(picked), ...state.leaves(picked)] : []), status = state.annotation(sentence?.id ?? "")?.status ?? "open";
    return h(
      "section",
      { key: String(side), class: "wb-answer", "data-side": side, "aria-label": this.#names[side] ?? "" },
      h("div", { class: "wb-whose" }, h("bdi", {}, this.#names[side] ?? ""), h("small", {}, status)),
      h("p", { class: "wb-s", dir: article.dir, lang: article.language }, sentence && drawText(state, sentence.index, focused)),
      h("ul", { class: "wb-cards" }, this.#drawCards(state, side, focused))
    );
  }
  #drawCards(state, side, focused) {
    let sentence = state.sentence?.id ?? "";
    if (state.cards(sentence).length + state.loose(sentence).length === 0)
      return [h("li", { key: "empty", class: "wb-empty" }, "Nothing is marked here.")];
    let others = this.#states.filter((_, place) => place !== side).flatMap((other) => [...other.claims.values()]), found = likenesses([...state.claims.values()], others);
    return drawCards(state, this.#actions(side)).map((card) => {
      let id = String(card.props["data-claim"] ?? card.props["data-attribution"] ?? ""), likeness = found.get(id), on = focused.has(id), badge = likeness && h(
        "p",
        { key: "likeness", class: "wb-likeness", dir: "ltr", lang: "en" },
        h("i", { "aria-hidden": "true" }, SIGNS[likeness]),
        ` ${WORDS[likeness]}`
      );
      return {
        ...card,
        props: { ...card.props, class: on ? "wb-card on" : "wb-card", "data-likeness": likeness ?? null },
        children: badge ? [...card.children, badge] : card.children
      };
    });
  }
  /** A click points out what a card speaks of; all else that cards can do is left out. */
  #actions(side) {
    let nothing = () => {
    };
    return {
      act: nothing,
      send: nothing,
      arm: nothing,
      pick: (card, attribution) => {
        let item = attribution ?? card;
        this.#picked = item === null ? null : { side, item }, this.#draw();
      }
    };
  }
  close() {
    this.#end.abort(), this.#model.off("msg:custom", this.#onMessage), this.#root.remove();
  }
};
function makeState(answer, annotations) {
  return new State({
    t: "snap",
    view: null,
    session: "",
    scheme: answer.scheme,
    keys: {},
    document: answer.document,
    annotations,
    project: { id: "", name: "", annotator: "", annotators: [], warnings: [] },
    ui: { sentence: answer.sentence, card: null, attribution: null, armed: null, missing: [], undo: null, redo: null },
    progress: { position: 0, sentences: 0, to_decide: 0, done: 0, skipped: 0, flagged: 0, pace_s: null }
  });
}
function drawBar(state, step) {
  let { article, sentence } = state, at = sentence?.index ?? 0, button = (by, label) => h("button", {
    key: label,
    type: "button",
    class: "wb-plain",
    "aria-disabled": article.sentences[at + by] ? null : "true",
    onclick: () => step(by)
  }, label);
  return [
    h("span", { key: "title", class: "wb-title" }, h("bdi", {}, article.info.title ?? article.info.publisher ?? article.info.id)),
    h("span", { key: "place", role: "status" }, "sentence ", h("b", {}, String(at + 1)), ` of ${article.sentences.length}`),
    button(-1, "previous"),
    button(1, "next")
  ];
}
function drawText(state, index, focused) {
  let text = state.article.sentences[index]?.text ?? "";
  return flatten(text.length, state.placed(index)).map((piece) => drawPiece(piece, text, focused));
}
function drawPiece(piece, text, focused) {
  let covered = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return covered;
  let roles = ROLES.filter((role) => piece.placed.some((each) => each.role === role)), lit = roles.filter((role) => piece.placed.some((each) => each.role === role && focused.has(each.item))), begins = piece.placed.findLast((each) => each.start === piece.start)?.role ?? null;
  return h("mark", { class: [...roles.map((role) => `wb-${role}`), ...lit.map((role) => `wb-on-${role}`)].join(" "), "data-begins": begins }, covered);
}
function render({ model, el }) {
  let view = new ComparisonView(model, el);
  return () => view.close();
}
var comparison_default = { render };
export {
  comparison_default as default
};
