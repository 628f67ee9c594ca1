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

// workbench/widgets/src/dialogs.ts
function ask(root, title, body, choices, wide = !1) {
  let box = document.createElement("dialog");
  return box.className = wide ? "wb-dialog wb-wide" : "wb-dialog", box.setAttribute("aria-label", title), patch(box, h(
    "form",
    { method: "dialog" },
    h("h2", { tabindex: -1 }, title),
    h("div", { class: "wb-dialog-body" }, body),
    h("div", { class: "wb-choices" }, choices.map((choice) => h("button", { type: "submit", value: choice.value, class: choice.primary ? "wb-primary" : "wb-plain" }, choice.label)))
  )), root.append(box), box.showModal(), (box.querySelector("textarea, input, select") ?? box.querySelector("h2"))?.focus(), new Promise((resolve) => {
    box.addEventListener("close", () => {
      let form = box.querySelector("form"), fields = Object.fromEntries([...new FormData(form ?? void 0)].map(([name, value]) => [name, String(value)]));
      box.remove(), resolve(box.returnValue ? { choice: box.returnValue, fields } : null);
    });
  });
}
async function askText(root, title, options) {
  let { value, label, long, dir, lang } = options, field = long ? h("textarea", { name: "text", rows: 3, "aria-label": label, dir: dir ?? "auto", lang }, value) : h("input", { name: "text", value, "aria-label": label, inputmode: "numeric", autocomplete: "off" }), answer = await ask(root, title, field, [
    { value: "ok", label: "OK", primary: !0 },
    { value: "", label: "Cancel" }
  ]);
  return answer ? answer.fields.text ?? "" : null;
}

// workbench/widgets/src/segments.ts
var KINDS = ["headline", "subheading", "summary", "body", "related", "credit", "boilerplate"];
function drawSegmentForm(state) {
  let { sentence, article } = state, segment = sentence && article.segmentAt(sentence.start);
  if (!segment) return null;
  let sentences = covered(state, segment).length, date = segment.published ?? segment.proposed ?? article.info.published ?? "";
  return {
    body: [
      h("label", {}, "Kind ", h("select", { name: "kind" }, KINDS.map((kind) => h("option", { value: kind, selected: kind === segment.kind }, kind)))),
      h("label", {}, "Of ", h(
        "select",
        { name: "scope" },
        h("option", { value: "sentence" }, "this sentence"),
        h("option", { value: "segment", selected: sentences > 1 }, `the whole stretch (${sentences} sentences)`)
      )),
      h("label", {}, "Published ", h("input", { name: "published", value: date, placeholder: "2024-10-23, 2025-04?", autocomplete: "off", spellcheck: "false" })),
      segment.reason && h("p", { class: "wb-hint" }, `Marked by: ${segment.reason}`)
    ].filter((part) => !!part)
  };
}
function readSegmentForm(state, fields) {
  let { sentence, article } = state, segment = sentence && article.segmentAt(sentence.start);
  if (!sentence || !segment) return [];
  let operations = [], kind = fields.kind ?? segment.kind, published = fields.published?.trim() || null;
  if (kind !== segment.kind) {
    let stretch = fields.scope === "segment" ? covered(state, segment) : [sentence], [start, end] = [stretch[0]?.start ?? sentence.start, stretch.at(-1)?.end ?? sentence.end];
    operations.push({ name: "segment", args: { start, end, kind, published: segment.published } });
  }
  let shown = segment.published ?? article.info.published;
  return published !== shown && operations.push({ name: "date", args: { published, start: sentence.start } }), operations;
}
function covered(state, segment) {
  return state.article.sentences.filter((each) => segment.start <= each.start && each.start < segment.end);
}

// workbench/widgets/src/wording.ts
var GROUPS = [
  {
    title: "In the text",
    operations: [
      ["left", "word to the left; ⇧ extends, Alt by letter"],
      ["right", "word to the right"],
      ["up", "sentence above"],
      ["down", "sentence below"],
      ["start", "start of the sentence"],
      ["end", "end of the sentence"],
      ["drop proclitic", "drop و ف ب ل ك س from the start"],
      ["cancel", "let go of the selection or the slot"]
    ]
  },
  {
    title: "Marking",
    operations: [
      ["mark claim", "claim"],
      ["mark source", "source"],
      ["mark cue", "cue"],
      ["mark anchor", "anchor: words that stand for the claim"],
      ["append", "one more fragment of what was marked last"],
      ["append claim", "one more fragment of the claim (⇧ and its number, each role)"],
      ["pro_drop", "source understood from before"],
      ["implicit", "source unnamed"],
      ["writer", "the claim is the writer's own"],
      ["author", "the writer takes a stance"]
    ]
  },
  {
    title: "On a card",
    operations: [
      ["another source", "another source of the same claim"],
      ["relay", "somebody relays this one"],
      ["pick target", "choose its claims from the list"],
      ["certainty", "next certainty"],
      ["unsure", "unsure"],
      ["note", "note"],
      ["proposition", "say the claim in words"],
      ["understood claim", "a claim without words of its own"],
      ["next item", "next card or row"],
      ["previous item", "card or row before"],
      ["delete", "delete what is in focus"],
      ["undo", "undo"],
      ["redo", "redo"]
    ]
  },
  {
    title: "The sentence",
    operations: [
      ["done", "done, and on to the next open one; fills an armed slot"],
      ["nothing", "looked, nothing here"],
      ["skip", "skip"],
      ["reopen", "open again"],
      ["flag", "flag"],
      ["comment", "comment"],
      ["boilerplate", "boilerplate, or not"],
      ["segment", "kind and date of the stretch"]
    ]
  },
  {
    title: "Going about",
    operations: [
      ["next", "next sentence"],
      ["previous", "sentence before"],
      ["next open", "next open sentence"],
      ["previous open", "open sentence before"],
      ["go to", "go to a sentence by number"],
      ["whole article", "whole article"],
      ["guide", "guideline of what is in focus"],
      ["help", "this page"]
    ]
  }
], STRIP = [
  [["done", "done"], ["nothing", "nothing here"], ["skip", "skip"], ["flag", "flag"], ["comment", "comment"]],
  [["mark claim", "claim"], ["mark source", "source"], ["mark cue", "cue"], ["mark anchor", "anchor"]],
  [["another source", "another source"], ["relay", "relay"], ["certainty", "certainty"], ["unsure", "unsure"]],
  [["next open", "next open"], ["go to", "go to"], ["whole article", "article"], ["undo", "undo"], ["help", "all keys"]]
], SLOT_NAMES = {
  source: "source",
  cue: "cue",
  stance: "stance",
  target: "claim",
  proposition: "proposition"
};
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function timeLeft(left, paceSeconds) {
  let minutes = Math.round(left * paceSeconds / 60);
  return minutes < 1 ? "under a minute left" : minutes < 90 ? `~${minutes} min left` : `~${Math.round(minutes / 6) / 10} h left`;
}

// workbench/widgets/src/strip.ts
var ROLES = ["claim", "source", "cue", "anchor"];
function drawTools(state, words2, notice, act, dismiss) {
  return notice ? [h(
    "div",
    { key: "notice", class: `wb-notice wb-${notice.tone}`, role: notice.tone === "error" ? "alert" : "status" },
    h("span", {}, h("b", {}, notice.text), notice.hint && ` ${notice.hint}`),
    h("button", { type: "button", class: "wb-quiet", "aria-label": "Close the message", onclick: dismiss }, "×")
  )] : words2 !== null ? [drawSelection(state, words2, act)] : [h("div", { key: "idle", class: "wb-idle" }, idleText(state))];
}
function drawSelection(state, words2, act) {
  let { armed } = state.ui;
  return h(
    "div",
    { key: "selection", class: "wb-selected", role: "toolbar", "aria-label": "Selected words" },
    h("bdi", { class: "wb-words", lang: state.article.language }, words2),
    ROLES.map((role) => h("button", {
      key: role,
      type: "button",
      class: `wb-tool wb-tool-${role}`,
      "data-guide": `role:${role}`,
      onclick: () => act(`mark ${role}`)
    }, cap(state.keymap.cap(`mark ${role}`)), " ", h("span", {}, english(state.scheme.role(role).name)))),
    h("button", { key: "append", type: "button", class: "wb-tool", onclick: () => act("append") }, cap(state.keymap.cap("append")), " fragment"),
    /^[وفبلكس]/u.test(words2) && h(
      "button",
      { key: "drop", type: "button", class: "wb-tool", onclick: () => act("drop proclitic") },
      cap(state.keymap.cap("drop proclitic")),
      ` drop ${words2[0]}`
    ),
    armed && (armed.slot === "source" || armed.slot === "cue") && h(
      "button",
      { key: "fill", type: "button", class: "wb-tool wb-brand", onclick: () => act("done") },
      cap(state.keymap.cap("done")),
      ` fill ${SLOT_NAMES[armed.slot]}`
    )
  );
}
function idleText(state) {
  let { armed, missing, undo } = state.ui;
  return armed ? `Waiting for: ${SLOT_NAMES[armed.slot] ?? armed.slot}` : missing.length > 0 ? `Still empty: ${[...new Set(missing.map((each) => SLOT_NAMES[each.slot] ?? each.slot))].join(", ")}` : undo ? `${state.keymap.cap("undo")} takes back: ${undo}` : "";
}
function drawStrip(state, act) {
  let stances = state.scheme.stances.map((stance) => [`stance ${stance.value}`, english(stance.name)]), groups = [...STRIP.slice(0, 2), stances, ...STRIP.slice(2)], blocked = state.ui.missing.length > 0;
  return groups.map((group, index) => h(
    "span",
    { key: index, class: "wb-keygroup" },
    group.map(([operation, label]) => h("button", {
      key: operation,
      type: "button",
      tabindex: index === 0 ? 0 : -1,
      "data-operation": operation,
      class: operation === "done" && blocked ? "wb-key wb-blocked" : "wb-key",
      "data-guide": guideOf(operation),
      "aria-pressed": operation === "flag" ? String(state.annotation(state.ui.sentence ?? "")?.flagged ?? !1) : null,
      onclick: () => act(operation)
    }, cap(state.keymap.cap(operation)), h("span", {}, label)))
  ));
}
function guideOf(operation) {
  let [verb, value] = operation.split(" ");
  return verb === "stance" ? `stance:${value}` : verb === "mark" ? `role:${value}` : null;
}
function drawHelp(state) {
  let stances = state.scheme.stances.map((stance) => [`stance ${stance.value}`, english(stance.name)]);
  return [...GROUPS, { title: "Stances", operations: stances }].map((group) => h(
    "section",
    { class: "wb-helpgroup" },
    h("h3", {}, group.title),
    h("dl", {}, group.operations.filter(([operation]) => state.keymap.caps(operation).length > 0).map(([operation, label]) => h("div", {}, h("dt", {}, state.keymap.caps(operation).map(cap)), h("dd", {}, label))))
  ));
}

// workbench/widgets/src/commands.ts
var PLAIN = { shiftKey: !1, altKey: !1 }, Commands = class {
  #lastRole = "claim";
  /** The item of an armed list of claims that the keys have reached. */
  choice = -1;
  /** Do what an operation says; tells whether there is such an operation. */
  run(view, operation, press = PLAIN) {
    let [verb, value] = operation.split(" ");
    if (verb === "stance" && value) this.#stance(view, value);
    else if (verb === "mark" && value) this.#mark(view, value, !1);
    else if (verb === "append") this.#mark(view, value ?? this.#lastRole, !0);
    else if (operation === "done") this.#done(view);
    else if (operation === "next item") this.#item(view, 1);
    else if (operation === "previous item") this.#item(view, -1);
    else if (COMMANDS[operation]) COMMANDS[operation](view, press);
    else return !1;
    return !0;
  }
  #mark(view, role, append) {
    let span = view.selection.span;
    if (!span) return view.notify({ text: `Select the words of the ${role} first.`, hint: null, tone: "info" });
    this.#lastRole = role, view.send("mark", { role, spans: [span], append }), view.selection.collapse();
  }
  #stance(view, value) {
    view.send("stance", { value });
  }
  /** Enter: fills the armed slot with what is selected, takes the claim reached, or says done. */
  #done(view) {
    let { armed } = view.state.ui, span = view.selection.span, claim = armed?.slot === "target" ? view.state.nearbyClaims(12)[this.choice] : void 0, attribution = view.state.attributions.get(armed?.attribution ?? "");
    claim && attribution ? (this.choice = -1, view.send("target", toggleTarget(attribution, claim.id))) : span && (armed?.slot === "source" || armed?.slot === "cue") ? (view.send("fill", { spans: [span] }), view.selection.collapse()) : view.send("decide", { status: "done", nothing: !1, advance: !0 });
  }
  /** Walk over the cards and their rows, or over the claims to choose from. */
  #item(view, step) {
    let { state } = view, { armed, card, attribution, sentence } = state.ui;
    if (armed?.slot === "target") {
      let count = state.nearbyClaims(12).length;
      this.choice = count === 0 ? -1 : (this.choice + step + count) % count;
      let claim = state.nearbyClaims(12)[this.choice];
      view.root.querySelectorAll("[data-choice]").forEach((element2) => element2.classList.toggle("on", element2.dataset.choice === claim?.id)), claim && view.say(claim.spans.map((span) => span.text).join(" … ") || (claim.proposition ?? ""));
      return;
    }
    let stops = sentence ? listStops(state, sentence) : [], here = stops.findIndex((stop2) => stop2.card === card && stop2.attribution === attribution), next = here < 0 ? step > 0 ? 0 : stops.length - 1 : here + step, stop = stops[next];
    stop && view.send("focus", { ...stop });
  }
};
function listStops(state, sentence) {
  return [...state.cards(sentence).flatMap((card) => [
    { card, attribution: null },
    ...state.rows(card).map((row) => ({ card, attribution: row.attribution.id }))
  ]), ...state.loose(sentence).map((each) => ({ card: null, attribution: each.id }))];
}
var decide = (status, nothing = !1) => (view) => {
  view.send("decide", status === "open" ? { status } : { status, nothing, advance: !0 });
}, move = (name) => (view) => view.send(name), horizontal = (visual) => (view, press) => {
  let step = view.state.article.dir === "rtl" ? -visual : visual;
  view.selection.step(step, press.shiftKey, press.altKey);
}, sentenceStep = (step) => (view) => {
  view.selection.toSentence(view.selection.caret.sentence + step);
}, edge = (step) => (view, press) => view.selection.toEdge(step, press.shiftKey), sourceKind = (realization) => (view) => view.send("source_kind", { realization }), COMMANDS = {
  pro_drop: sourceKind("pro_drop"),
  implicit: sourceKind("implicit"),
  author: sourceKind("author"),
  writer: (view) => view.send("writer", view.state.ui.armed?.claim ? { claim: view.state.ui.armed.claim } : {}),
  "another source": armSource,
  relay: (view) => view.send("relay"),
  "pick target": (view) => view.send("arm", { slot: "target", claim: null, attribution: view.state.ui.attribution }),
  certainty: (view) => view.send("certainty"),
  unsure: (view) => view.send("unsure"),
  note: (view) => {
    writeNote(view);
  },
  proposition: (view) => {
    writeProposition(view);
  },
  "understood claim": (view) => {
    writeUnderstood(view);
  },
  delete: (view) => view.send("delete"),
  undo: move("undo"),
  redo: move("redo"),
  nothing: decide("done", !0),
  skip: decide("skipped"),
  reopen: decide("open"),
  flag: (view) => view.send("flag"),
  comment: (view) => {
    writeComment(view);
  },
  next: move("next"),
  previous: move("previous"),
  "next open": move("next_open"),
  "previous open": move("previous_open"),
  "go to": (view) => {
    goTo(view);
  },
  left: horizontal(-1),
  right: horizontal(1),
  up: sentenceStep(-1),
  down: sentenceStep(1),
  start: edge(-1),
  end: edge(1),
  "drop proclitic": dropProclitic,
  "whole article": (view) => view.toggleArticle(),
  boilerplate: toggleBoilerplate,
  segment: (view) => {
    changeSegment(view);
  },
  guide: (view) => view.toggleGuide(),
  help: (view) => {
    help(view);
  },
  cancel
};
function armSource(view) {
  let card = view.state.ui.card ?? view.state.cards(view.state.ui.sentence ?? "").at(-1);
  card ? view.send("arm", { slot: "source", claim: card, attribution: null }) : view.notify({ text: "Mark a claim first.", hint: null, tone: "info" });
}
function cancel(view) {
  view.notify(null), view.selection.stretch ? view.selection.collapse() : view.state.ui.armed ? view.send("arm", { slot: null }) : (view.state.ui.card || view.state.ui.attribution) && view.send("focus", { card: null, attribution: null });
}
function dropProclitic(view) {
  view.selection.dropProclitic() || view.notify({ text: "Nothing to drop: the selection begins with none of و ف ب ل ك س.", hint: null, tone: "info" });
}
async function goTo(view) {
  let { sentences, position } = view.state.progress, answer = await askText(view.root, "Go to", { value: "", label: `Sentence, 1 to ${sentences} (now ${position + 1})` });
  if (!answer) return;
  let number = Number(answer);
  view.send("goto", Number.isInteger(number) ? { position: number - 1 } : { id: answer.trim() });
}
async function writeComment(view) {
  let value = view.state.annotation(view.state.ui.sentence ?? "")?.comment ?? "", text = await askText(view.root, "Comment on the sentence", { value, label: "comment", long: !0 });
  text !== null && text !== value && view.send("comment", { text });
}
async function writeNote(view) {
  let { ui, claims, attributions } = view.state, item = attributions.get(ui.attribution ?? "") ?? claims.get(ui.card ?? "");
  if (!item) return view.notify({ text: "A note belongs to a claim or a source: put one in focus first.", hint: null, tone: "info" });
  let text = await askText(view.root, "Note", { value: item.note ?? "", label: "note", long: !0 });
  text !== null && text !== (item.note ?? "") && view.send("note", { id: item.id, text });
}
async function writeProposition(view) {
  let claim = view.state.claims.get(view.state.ui.card ?? "");
  if (!claim) return view.notify({ text: "Put a claim in focus first.", hint: null, tone: "info" });
  let { dir, language } = view.state.article, value = claim.proposition ?? "", text = await askText(view.root, "The claim in words", { value, label: "proposition", long: !0, dir, lang: language });
  text !== null && text !== value && view.send("proposition", { id: claim.id, text });
}
async function writeUnderstood(view) {
  let { dir, language } = view.state.article, text = await askText(view.root, "A claim that the text only implies", { value: "", label: "proposition", long: !0, dir, lang: language });
  text?.trim() && view.send("understood_claim", { proposition: text });
}
function toggleBoilerplate(view) {
  let { sentence, article } = view.state;
  if (!sentence) return;
  let segment = article.segmentAt(sentence.start), kind = segment?.kind === "boilerplate" ? "body" : "boilerplate";
  view.send("segment", { start: sentence.start, end: sentence.end, kind, published: segment?.published ?? null });
}
async function changeSegment(view) {
  let form = drawSegmentForm(view.state);
  if (!form) return;
  let answer = await ask(view.root, "What this stretch is", form.body, [
    { value: "ok", label: "OK", primary: !0 },
    { value: "", label: "Cancel" }
  ]);
  if (answer)
    for (let { name, args } of readSegmentForm(view.state, answer.fields)) view.send(name, args);
}
async function help(view) {
  await ask(view.root, "Keys", h("div", { class: "wb-help" }, drawHelp(view.state)), [{ value: "", label: "Close", primary: !0 }], !0);
}

// workbench/widgets/src/conflict.ts
function drawConflict(state, conflict) {
  return Object.entries(conflict).map(([id, { mine, theirs }]) => {
    let sentence = state.article.byId(id);
    return h(
      "section",
      { key: id, class: "wb-conflict" },
      h("p", { class: "wb-words", dir: state.article.dir, lang: state.article.language }, sentence?.text ?? id),
      h("div", { class: "wb-sides" }, drawSide(state, "Mine", mine, theirs), drawSide(state, "Theirs, saved", theirs, mine))
    );
  });
}
function drawSide(state, title, annotation, other) {
  let otherLines = new Set(describe(other));
  return h(
    "div",
    { class: "wb-side-answer", "data-side": title.split(",")[0]?.toLowerCase() },
    h("h3", {}, title),
    h("ul", { dir: state.article.dir, lang: state.article.language }, describe(annotation).map((line) => h("li", { class: otherLines.has(line) ? null : "wb-differs" }, h("bdi", {}, line))))
  );
}
function describe(annotation) {
  if (!annotation) return ["—"];
  let lines = [];
  for (let claim of annotation.claims)
    lines.push(`● ${quote(claim.spans) || claim.proposition || claim.id}${claim.unsure ? " (?)" : ""}`);
  for (let attribution of annotation.attributions) {
    let stance = [attribution.stance ?? "?", attribution.certainty].filter(Boolean).join(", ");
    lines.push(`◦ ${nameOf(attribution)} — ${stance}${attribution.unsure ? " (?)" : ""}`);
  }
  return lines.push([annotation.status, annotation.flagged ? "⚑" : "", annotation.comment ?? ""].filter(Boolean).join(" · ")), lines;
}

// workbench/widgets/src/effort.ts
var Effort = class {
  #activeMs = 0;
  #last;
  #now;
  constructor(now = () => performance.now()) {
    this.#now = now, this.#last = now();
  }
  /** The person did something. */
  note() {
    let now = this.#now();
    this.#activeMs += Math.min(15e3, now - this.#last), this.#last = now;
  }
  /** The seconds of work since this was asked last. */
  take() {
    this.note();
    let seconds = Math.round(this.#activeMs) / 1e3;
    return this.#activeMs = 0, seconds;
  }
};

// workbench/widgets/src/frame.ts
function makeFrame() {
  return element(
    "div",
    { class: "wb", dir: "ltr", lang: "en" },
    h("div", { class: "wb-bar", role: "group", "aria-label": "Progress" }),
    h(
      "div",
      { class: "wb-cols" },
      h(
        "div",
        { class: "wb-reading" },
        h("div", { class: "wb-pane", tabindex: 0, role: "group", "aria-roledescription": "annotation area", "aria-label": "Article" }),
        h("div", { class: "wb-tools" }),
        h("div", { class: "wb-guide", role: "note", "aria-label": "Guideline", hidden: !0 })
      ),
      h(
        "div",
        { class: "wb-side", role: "group", "aria-label": "Claims" },
        h("ul", { class: "wb-cards" })
      )
    ),
    h("div", { class: "wb-keys", role: "toolbar", "aria-label": "Keys" }),
    h("div", { class: "wb-live", role: "status", "aria-live": "polite", "aria-atomic": "true" }),
    h("p", { class: "wb-message wb-message-waiting" }, "No answer from the kernel yet. If it stays so, run the cell again."),
    h("p", { class: "wb-message wb-message-empty" }, "This project has no articles yet. Add some, then run the cell again.")
  );
}
function keepFocus(root, shelter, draw) {
  let page = root.getRootNode(), before = page.activeElement, inside = before !== null && root.contains(before);
  draw(), !(!inside || page.activeElement === before) && (before.isConnected ? before.focus({ preventScroll: !0 }) : shelter.focus({ preventScroll: !0 }));
}

// workbench/widgets/src/guide.ts
function findLabel(state, reference) {
  let [kind, value] = reference.split(":");
  if (value === void 0) return null;
  let { file } = state.scheme;
  return {
    role: file.roles,
    stance: file.stances,
    realization: file.realizations,
    certainty: file.certainties
  }[kind]?.find((label) => label.value === value) ?? null;
}
var DELAY_MS = 450, LINGER_MS = 120, GuidePanel = class {
  #panel;
  #state;
  #shown = null;
  #timer;
  constructor(panel, root, state, signal) {
    this.#panel = panel, this.#state = state, root.addEventListener("mouseover", (event) => {
      let label = event.target.closest("[data-guide]");
      this.#hover(label?.dataset.guide ?? null);
    }, { signal }), root.addEventListener("mouseleave", () => this.#hover(null), { signal }), signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }
  #hover(reference) {
    this.#shown?.pinned || (clearTimeout(this.#timer), reference !== (this.#shown?.reference ?? null) && (this.#timer = setTimeout(() => {
      this.#shown = reference ? { reference, pinned: !1 } : null, this.draw();
    }, reference ? DELAY_MS : LINGER_MS)));
  }
  /** Pin the guideline of what is in focus, or take it away; returns what it says. */
  toggle() {
    let state = this.#state();
    return this.#shown = this.#shown?.pinned || !state ? null : { reference: guideInFocus(state), pinned: !0 }, this.draw(), this.#panel.hidden ? "" : this.#panel.textContent ?? "";
  }
  draw() {
    let state = this.#state();
    this.#shown?.pinned && state && (this.#shown = { reference: guideInFocus(state), pinned: !0 });
    let label = state && this.#shown && findLabel(state, this.#shown.reference);
    this.#panel.hidden = !label, patch(this.#panel, label ? drawGuide(label) : []);
  }
};
function guideInFocus(state) {
  let { armed, attribution, card } = state.ui, stance = state.attributions.get(attribution ?? "")?.stance;
  return armed?.slot === "source" || armed?.slot === "cue" ? `role:${armed.slot}` : armed?.slot === "target" ? "role:anchor" : stance ? `stance:${stance}` : card || !attribution ? "role:claim" : "role:source";
}
function drawGuide(label) {
  return [
    h("p", { class: "wb-guide-title" }, label.symbol && h("i", { "aria-hidden": "true" }, label.symbol), english(label.name)),
    h("p", {}, english(label.definition)),
    h(
      "div",
      { class: "wb-examples" },
      drawExamples("For example", label.examples ?? []),
      drawExamples("But not", label.counter_examples ?? [])
    )
  ];
}
function drawExamples(title, examples) {
  return examples.length === 0 ? null : h(
    "div",
    {},
    h("p", { class: "wb-guide-part" }, title),
    h("ul", {}, examples.map((example) => h(
      "li",
      {},
      h("span", { class: "wb-words", lang: example.language, dir: example.language === "ar" ? "rtl" : "auto" }, example.text),
      example.gloss && h("span", { class: "wb-gloss" }, example.gloss),
      example.instead && h("span", { class: "wb-instead" }, "→ ", h("b", {}, example.instead))
    )))
  );
}

// workbench/widgets/src/highlights.ts
var Highlights = class {
  #own = /* @__PURE__ */ new Map();
  paint(layer, ranges) {
    if (!CSS.highlights) return;
    let name = `wb-${layer}`, shared = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, shared);
    for (let range of this.#own.get(layer) ?? []) shared.delete(range);
    for (let range of ranges) shared.add(range);
    this.#own.set(layer, [...ranges]);
  }
  clear() {
    for (let layer of [...this.#own.keys()]) this.paint(layer, []);
  }
};
function rangeIn(element2, start, end) {
  let walker = document.createTreeWalker(element2, NodeFilter.SHOW_TEXT), range = document.createRange(), passed = 0, started = !1;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!started && (start < passed + node.length || start === end) && (range.setStart(node, start - passed), started = !0), started && end <= passed + node.length)
      return range.setEnd(node, end - passed), range;
    passed += node.length;
  }
  return null;
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
function isOurs(press, handled) {
  let modified = press.ctrlKey || press.metaKey;
  return handled || !modified ? !0 : press.key === "Enter";
}

// workbench/widgets/src/protocol.ts
var NAVIGATION = /* @__PURE__ */ new Set([
  "next",
  "previous",
  "next_open",
  "previous_open",
  "goto",
  "focus",
  "arm"
]);
function makeKey() {
  let bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// workbench/widgets/src/outbox.ts
var PATIENCE_MS = 2e3, LONGEST_WAIT_MS = 15e3, Outbox = class {
  #options;
  #queue = [];
  #sent = null;
  #timer = null;
  #tries = 0;
  #reason = null;
  #order = 0;
  #unkept = !1;
  #ready = !1;
  constructor(options) {
    this.#options = options, this.#queue = this.#load(), this.#order = (this.#queue.at(-1)?.order ?? 0) + 1;
  }
  get operations() {
    return this.#queue.map((kept) => kept.operation);
  }
  /** The edits among them: what would be lost with the browser. */
  get edits() {
    return this.operations.filter((operation) => !NAVIGATION.has(operation.name));
  }
  /** Keep an operation, then send it when its turn comes. */
  push(operation) {
    let kept = { order: this.#order++, operation };
    NAVIGATION.has(operation.name) || this.#write(kept), this.#queue.push(kept), this.#report(), this.#sendFirst();
  }
  /** Python answered a greeting: send what is left, from the first. */
  open() {
    this.#ready = !0, this.#tries = 0, this.#reason = null, this.#sent = null, this.#report(), this.#sendFirst();
  }
  /** An operation is settled, saved or refused; it is returned where it was ours. */
  settle(key) {
    let settled = this.#queue.find((kept) => kept.operation.key === key);
    return settled ? (this.#queue = this.#queue.filter((kept) => kept !== settled), this.#forget(settled), this.#sent === key && (this.#stop(), this.#sent = null, this.#tries = 0, this.#reason = null), this.#report(), this.#sendFirst(), settled.operation) : null;
  }
  /** Python cannot save now. */
  postpone(key, reason) {
    this.#queue[0]?.operation.key === key && (this.#reason = reason, this.#wait(), this.#report());
  }
  close() {
    this.#stop(), this.#ready = !1;
  }
  #sendFirst() {
    let first = this.#queue[0];
    !first || !this.#ready || this.#sent === first.operation.key || this.#send(first.operation);
  }
  #send(operation) {
    this.#sent = operation.key;
    try {
      this.#options.send(operation);
    } catch {
      this.#reason = "the kernel cannot be reached", this.#report();
    }
    this.#wait();
  }
  #wait() {
    this.#stop();
    let milliseconds = Math.min(LONGEST_WAIT_MS, PATIENCE_MS * 2 ** Math.min(this.#tries, 3));
    this.#timer = this.#options.clock.set(() => this.#retry(), milliseconds);
  }
  #retry() {
    let first = this.#queue[0];
    first && (this.#tries++, this.#reason ??= "no answer from the kernel", this.#report(), this.#send(first.operation));
  }
  #stop() {
    this.#timer !== null && this.#options.clock.clear(this.#timer), this.#timer = null;
  }
  #report() {
    let count = this.edits.length;
    count === 0 && this.#reason === null ? this.#options.onChange({ state: "saved" }) : this.#reason === null ? this.#options.onChange({ state: "saving", count }) : this.#options.onChange({ state: "unsaved", count, reason: this.#reason, kept: !this.#unkept });
  }
  // -- the browser's storage: one key an operation, so that two tabs never overwrite each other ----
  #name(operation) {
    return `${this.#options.namespace}:${operation.key}`;
  }
  #write(kept) {
    try {
      if (!this.#options.storage) throw new Error("no storage");
      this.#options.storage.setItem(this.#name(kept.operation), JSON.stringify(kept));
    } catch {
      this.#unkept = !0;
    }
  }
  #forget(kept) {
    try {
      this.#options.storage?.removeItem(this.#name(kept.operation));
    } catch {
    }
    this.#queue.length === 0 && (this.#unkept = !1);
  }
  #load() {
    let found = [];
    try {
      let storage = this.#options.storage, names = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index));
      for (let name of names) {
        if (!name?.startsWith(`${this.#options.namespace}:`)) continue;
        let kept = readKept(storage?.getItem(name) ?? "");
        kept && found.push(kept);
      }
    } catch {
      this.#unkept = !0;
    }
    return found.sort((one, other) => one.order - other.order);
  }
};
function readKept(text) {
  try {
    let kept = JSON.parse(text);
    return typeof kept.operation.key == "string" && typeof kept.operation.name == "string" ? kept : null;
  } catch {
    return null;
  }
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
var BLANK = /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u, PUNCTUATION = /[.,،;؛:!?؟…]/u, PROCLITICS = "وفبلكس", PAIRS = /* @__PURE__ */ new Map([
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
]), QUOTES = `«»“”‘’„‹›"'`, CLOSERS = new Set(PAIRS.values()), segmenters = /* @__PURE__ */ new Map();
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
function graphemeEdges(text, language = "ar") {
  let edges = Array.from(segmenter("grapheme", language).segment(text), (part) => part.index);
  return edges.push(text.length), edges;
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
function snapExact(text, range, language = "ar") {
  let edges = graphemeEdges(text, language), [from, to] = range.start <= range.end ? [range.start, range.end] : [range.end, range.start], start = edges.filter((edge2) => edge2 <= from).at(-1) ?? 0, end = edges.find((edge2) => edge2 >= to) ?? text.length;
  return trimClusters(text, { start, end }, edges);
}
function trimClusters(text, range, edges) {
  let inside = edges.filter((edge2) => range.start <= edge2 && edge2 <= range.end);
  for (; inside.length > 1 && BLANK.test(text[inside[0]]); ) inside.shift();
  for (; inside.length > 1 && BLANK.test(text[inside.at(-2)]); ) inside.pop();
  return inside.length > 1 ? { start: inside[0], end: inside.at(-1) } : null;
}
function snapToWords(text, range, language = "ar") {
  let exact = snapExact(text, range, language);
  if (!exact) return null;
  let all = words(text, language), first = all.find((word) => word.start < exact.start && exact.start < word.end), last = all.find((word) => word.start < exact.end && exact.end < word.end);
  if (first && last && first === last) return first;
  let start = first ? nearer(exact.start, first) : exact.start, end = last ? nearer(exact.end, last) : exact.end;
  if (start >= end) return first ?? last ?? null;
  let trimmed = trimEdges(text, { start, end });
  return trimmed && snapExact(text, trimmed, language);
}
function nearer(offset, word) {
  return offset - word.start <= word.end - offset ? word.start : word.end;
}
function trimBlank(text, range) {
  let { start, end } = range;
  for (; start < end && BLANK.test(text[start]); ) start++;
  for (; end > start && BLANK.test(text[end - 1]); ) end--;
  return start < end ? { start, end } : null;
}
function trimEdges(text, range) {
  let current = range;
  for (; ; ) {
    if (current = current && trimBlank(text, current), !current) return null;
    let next = trimOnce(text, current);
    if (next.start === current.start && next.end === current.end) return current;
    current = next;
  }
}
function trimOnce(text, { start, end }) {
  let first = text[start], last = text[end - 1], inner = text.slice(start + 1, end);
  return QUOTES.includes(first) && PAIRS.get(first) === last && !text.slice(start + 1, end - 1).includes(last) ? { start: start + 1, end: end - 1 } : PUNCTUATION.test(first) ? { start: start + 1, end } : PAIRS.has(first) && !inner.includes(PAIRS.get(first)) ? { start: start + 1, end } : PUNCTUATION.test(last) ? { start, end: end - 1 } : CLOSERS.has(last) && !opens(text.slice(start, end - 1), last) ? { start, end: end - 1 } : { start, end };
}
function opens(before, closer) {
  for (let [open, close] of PAIRS)
    if (close === closer && before.includes(open)) return !0;
  return !1;
}
var RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u, NUMBER = /\p{Nd}/u;
function islandAt(text, offset, dir) {
  let isAgainst = (character) => {
    if (/\s/u.test(character)) return !1;
    let rtl = RTL_LETTER.test(character) && !NUMBER.test(character);
    return dir === "rtl" ? !rtl : rtl;
  }, [start, end] = [offset, offset];
  for (; start > 0 && isAgainst(text[start - 1]); ) start--;
  for (; end < text.length && isAgainst(text[end]); ) end++;
  for (; start < end && !/[\p{L}\p{Nd}]/u.test(text[start]); ) start++;
  for (; end > start && !/[\p{L}\p{Nd}]/u.test(text[end - 1]); ) end--;
  return start < end && start <= offset && offset <= end ? { start, end } : null;
}
function dropProclitic2(text, range, language = "ar") {
  let covered2 = text.slice(range.start, range.end);
  if (!PROCLITICS.includes(covered2[0] ?? " ")) return null;
  let letter = graphemeEdges(covered2, language)[1] ?? covered2.length, rest = covered2.slice(letter);
  return /^\p{L}\p{M}*\p{L}/u.test(rest) ? { start: range.start + letter, end: range.end } : null;
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

// workbench/widgets/src/state.ts
function isFull(snap) {
  return snap.document !== null && snap.ui !== null && snap.progress !== null;
}
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

// workbench/widgets/src/link.ts
var LONGEST_GREETING_MS = 8e3, Link = class {
  #id = makeKey().slice(0, 8);
  #model;
  #events;
  #outbox = null;
  #timer;
  #greetings = 0;
  #answered = !1;
  constructor(model, events) {
    this.#model = model, this.#events = events, model.on("msg:custom", this.#onMessage);
  }
  get id() {
    return this.#id;
  }
  get operations() {
    return this.#outbox?.operations ?? [];
  }
  get edits() {
    return this.#outbox?.edits ?? [];
  }
  /** Ask for everything, again and again until an answer comes. */
  greet(resume = this.#events.resume()) {
    clearTimeout(this.#timer), this.#answered = !1, this.#greetings++, this.#greetings > 1 && this.#events.waiting();
    try {
      this.#model.send({ t: "hello", view: this.#id, proto: 1, resume });
    } catch {
    }
    this.#timer = setTimeout(() => this.greet(resume), Math.min(LONGEST_GREETING_MS, 1e3 * this.#greetings));
  }
  send(name, args, activeSeconds) {
    this.#outbox?.push({ key: makeKey(), name, args, active_s: activeSeconds, at: this.#events.resume() });
  }
  close() {
    clearTimeout(this.#timer), this.#outbox?.close(), this.#model.off("msg:custom", this.#onMessage);
  }
  #onMessage = (message) => {
    message.t === "snap" ? this.#onSnap(message) : message.t === "later" ? this.#outbox?.postpone(message.key, message.message) : message.t === "ack" ? this.#events.ack(message, this.#settle(message.key)) : message.t === "nack" && this.#onNack(message);
  };
  #settle(key) {
    return key !== null && (this.#outbox?.settle(key) ?? null) !== null;
  }
  #onNack(nack) {
    let own = this.#settle(nack.key);
    (own || nack.view === this.#id) && this.#events.nack(nack, own);
  }
  #onSnap(snap) {
    if (snap.view !== null && snap.view !== this.#id) return;
    let first = snap.view === this.#id && !this.#answered;
    if (first && (clearTimeout(this.#timer), this.#greetings = 0, this.#answered = !0), !isFull(snap)) return this.#events.empty();
    let outbox = this.#outbox ??= this.#makeOutbox(snap);
    if (this.#events.snap(snap), !first) return;
    let at = outbox.edits[0]?.at;
    at && at.session !== snap.session && at.sentence !== snap.ui.sentence ? this.greet(at) : outbox.open();
  }
  #makeOutbox(snap) {
    return new Outbox({
      namespace: `workbench:${snap.project.id}:${snap.project.annotator}`,
      send: ({ key, name, args, active_s }) => this.#model.send({ t: "do", view: this.#id, key, name, args, active_s }),
      onChange: this.#events.save,
      storage: findStorage(),
      clock: { set: (callback, wait) => setTimeout(callback, wait), clear: (timer) => clearTimeout(timer) }
    });
  }
};
function findStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

// workbench/widgets/src/pointer.ts
var TRAVEL_PX = 3, Pointer = class {
  #pane;
  #text;
  #article;
  #events;
  #down = null;
  /** While the button is down the page must not be painted: it would break the drag. */
  busy = !1;
  constructor(pane, text, article, events, signal) {
    this.#pane = pane, this.#text = text, this.#article = article, this.#events = events, pane.addEventListener("mousedown", (event) => this.#press(event), { signal }), pane.ownerDocument.addEventListener("mouseup", (event) => this.#release(event), { signal });
  }
  #press(event) {
    event.button === 0 && (this.#down = this.#at(event), this.busy = this.#down !== null);
  }
  #release(event) {
    let down = this.#down;
    if (this.#down = null, this.busy = !1, !down) return;
    let travelled = Math.hypot(event.clientX - down.x, event.clientY - down.y) > TRAVEL_PX, dragged = (travelled ? this.#span(down, event) : null) ?? this.#read(down), range = dragged && this.#snap(down.sentence, dragged, event.altKey);
    getSelection()?.removeAllRanges(), range && (travelled || event.detail > 1) ? this.#events.select(down.sentence, range) : travelled || this.#events.click(down.sentence, down.offset, itemsAt(event));
  }
  #snap(sentence, range, exact) {
    let article = this.#article(), text = article?.sentences[sentence]?.text;
    return !article || text === void 0 ? null : exact ? snapExact(text, range, article.language) : snapToWords(text, range, article.language);
  }
  /** The browser's own selection, clipped to the sentence in which it was begun. */
  #read(down) {
    let selection = getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    let range = this.#composed(selection);
    if (range.startContainer === range.endContainer && range.startOffset === range.endOffset) return null;
    let from = this.#text.locate(range.startContainer, range.startOffset), to = this.#text.locate(range.endContainer, range.endOffset), length = this.#article()?.sentences[down.sentence]?.text.length ?? 0;
    if (!from && !to) return null;
    let start = !from || from.sentence < down.sentence ? 0 : from.offset, end = !to || to.sentence > down.sentence ? length : to.offset;
    return from && from.sentence > down.sentence ? null : start < end ? { start, end } : null;
  }
  #composed(selection) {
    let root = this.#pane.getRootNode(), composed = selection.getComposedRanges;
    return root instanceof ShadowRoot && composed ? composed.call(selection, { shadowRoots: [root] })[0] ?? selection.getRangeAt(0) : selection.getRangeAt(0);
  }
  /** What lies between the two points of a drag, clipped to the sentence in which it was begun. */
  #span(down, event) {
    let up = this.#at(event);
    if (!up) return null;
    let length = this.#article()?.sentences[down.sentence]?.text.length ?? 0, from = event.altKey ? down.offset : this.#offset(down), inside = event.altKey ? up.offset : this.#offset(up), to = up.sentence === down.sentence ? inside : up.sentence > down.sentence ? length : 0;
    return from === to ? null : { start: Math.min(from, to), end: Math.max(from, to) };
  }
  /**
   * The offset of a point as a reader sees it. A number or a Latin name in an Arabic line runs the
   * other way: at its far edge, where the eye has passed it, the browser reports its beginning.
   */
  #offset(point) {
    let article = this.#article(), text = article?.sentences[point.sentence]?.text ?? "", island = article && islandAt(text, point.offset, article.dir), box = [...(island && this.#text.range({ sentence: point.sentence, ...island })?.getClientRects()) ?? []].find((each) => each.left <= point.x && point.x <= each.right && each.top <= point.y && point.y <= each.bottom);
    return !island || !box ? point.offset : (article.dir === "rtl" ? box.right - point.x : point.x - box.left) * 2 > box.width ? island.end : island.start;
  }
  #at(event) {
    let root = this.#pane.getRootNode(), page = this.#pane.ownerDocument, shadowRoots = root instanceof ShadowRoot ? [root] : [], position = page.caretPositionFromPoint?.(event.clientX, event.clientY, { shadowRoots }), found = position && this.#text.locate(position.offsetNode, position.offset);
    return found ? { ...found, x: event.clientX, y: event.clientY } : null;
  }
};
function itemsAt(event) {
  let target = event.composedPath()[0];
  return (target instanceof Element ? target.closest("mark") : null)?.dataset.items?.split(" ") ?? [];
}

// workbench/widgets/src/bar.ts
function drawBar(state, save, actions) {
  let { progress } = state, decided = progress.done + progress.skipped, left = Math.max(0, progress.to_decide - decided);
  return [
    drawTitle(state, actions),
    h("span", { key: "who", class: "wb-who", title: "annotator" }, h("bdi", {}, state.project.annotator)),
    h(
      "button",
      { key: "place", type: "button", class: "wb-quiet wb-place", title: "Go to a sentence", onclick: actions.goTo },
      "sentence ",
      h("b", {}, String(progress.position + 1)),
      ` of ${progress.sentences}`
    ),
    drawProgress(decided, progress.to_decide),
    h("span", { key: "flagged" }, `${progress.flagged} flagged`),
    progress.pace_s !== null && left > 0 ? h("span", { key: "left" }, timeLeft(left, progress.pace_s)) : h("span", { key: "left" }, left === 0 ? "all decided" : `${left} to do`),
    drawSave(save),
    state.project.warnings.length > 0 && drawWarnings(state.project.warnings),
    h(
      "span",
      { key: "view", class: "wb-sizes" },
      h("button", { type: "button", class: "wb-quiet", "aria-label": "Smaller text", onclick: () => actions.resize(-1) }, "A−"),
      h("button", { type: "button", class: "wb-quiet", "aria-label": "Larger text", onclick: () => actions.resize(1) }, "A+"),
      h("button", { type: "button", class: "wb-cap", "aria-label": "Keys and help", onclick: actions.help }, "?")
    )
  ];
}
function drawTitle(state, actions) {
  let { info } = state.article, segment = state.sentence && state.article.segmentAt(state.sentence.start), proposed = segment?.proposed ?? null, date = segment?.published ?? info.published;
  return h(
    "span",
    { key: "title", class: "wb-title" },
    h("bdi", { lang: state.article.language, dir: state.article.dir, title: info.title ?? info.id }, info.publisher ?? info.title ?? info.id),
    proposed !== null && segment?.published == null ? h("button", { type: "button", class: "wb-quiet wb-proposed", title: "A date that the text states: confirm or change it", onclick: actions.date }, `${proposed}?`) : date && h("button", { type: "button", class: "wb-quiet", title: "Publication date", onclick: actions.date }, date)
  );
}
function drawProgress(decided, all) {
  let share = all > 0 ? Math.min(1, decided / all) : 0;
  return h("div", {
    key: "progress",
    class: "wb-progress",
    role: "progressbar",
    "aria-label": "sentences decided",
    "aria-valuemin": 0,
    "aria-valuemax": all,
    "aria-valuenow": Math.min(decided, all),
    title: `${decided} of ${all} decided`
  }, h("i", { style: `inline-size:${(share * 100).toFixed(2)}%` }));
}
function drawSave(save) {
  let shown = describeSave(save);
  return h("span", { key: "save", class: `wb-save wb-${save.state}`, role: "status", "data-save": save.state, title: shown.detail }, shown.text);
}
function drawWarnings(warnings) {
  return h(
    "details",
    { key: "warnings", class: "wb-warnings" },
    h("summary", { class: "wb-cap" }, "⚠ about this store"),
    warnings.map((text) => h("p", {}, text))
  );
}
function describeSave(save) {
  if (save.state === "saved") return { text: "✓ Saved", detail: "Everything is on disk" };
  if (save.state === "saving") return { text: "Saving…", detail: `${plural(save.count, "change")} on the way` };
  let kept = save.kept ? "kept in this browser, sent again by itself" : "NOT kept by this browser: do not close the page";
  return { text: `${save.count > 0 ? `NOT SAVED ${save.count}` : "NO CONNECTION"} · ${save.reason}`, detail: kept };
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
function applyColours(root, scheme) {
  for (let { value, colour } of scheme.file.roles)
    colour && root.style.setProperty(`--wb-${value}`, `light-dark(${colour.light}, ${colour.dark})`);
  for (let node of root.querySelectorAll("[data-stance]")) {
    let colour = scheme.stance(node.dataset.stance ?? null)?.colour;
    colour && node.style.setProperty("--wb-stance", `light-dark(${colour.light}, ${colour.dark})`);
  }
}

// workbench/widgets/src/screen.ts
var Screen = class {
  #root;
  #source;
  #save = { state: "saved" };
  #notice = null;
  constructor(root, source) {
    this.#root = root, this.#source = source;
  }
  part(name) {
    return this.#root.querySelector(`.wb-${name}`);
  }
  get notice() {
    return this.#notice;
  }
  /** Draw everything; `more` draws what else belongs to the same moment. */
  draw(more) {
    let state = this.#source.state();
    state && (this.keepFocus(() => {
      patch(this.part("cards"), drawCards(state, this.#source.cards)), this.drawTools(), patch(this.part("keys"), drawStrip(state, this.#source.act)), more();
    }), this.drawBar(), applyColours(this.#root, state.scheme), this.#root.dataset.sentence = state.ui.sentence ?? "", this.#root.querySelector(".wb-card.on .wb-att.on, .wb-card.on")?.scrollIntoView({ block: "nearest" }));
  }
  drawBar(save = this.#save) {
    this.#save = save;
    let state = this.#source.state();
    if (!state) return;
    this.#root.dataset.save = save.state, this.#root.dataset.queue = String(this.#source.queue());
    let { act, resize } = this.#source;
    this.keepFocus(() => patch(this.part("bar"), drawBar(state, save, {
      goTo: () => act("go to"),
      date: () => act("segment"),
      resize,
      help: () => act("help")
    })));
  }
  drawTools() {
    let state = this.#source.state();
    state && patch(this.part("tools"), drawTools(state, this.#source.words(), this.#notice, this.#source.act, () => this.notify(null)));
  }
  notify(notice) {
    notice !== this.#notice && (this.#notice = notice, this.keepFocus(() => this.drawTools()));
  }
  say(text) {
    this.part("live").textContent = text;
  }
  keepFocus(draw) {
    keepFocus(this.#root, this.part("pane"), draw);
  }
};

// workbench/widgets/src/caret.ts
function caretAt(sentence, offset) {
  return { sentence, anchor: { start: offset, end: offset }, head: offset };
}
function selected(caret) {
  let start = Math.min(caret.anchor.start, caret.head), end = Math.max(caret.anchor.end, caret.head);
  return start < end ? { start, end } : null;
}
function select(sentence, range) {
  return { sentence, anchor: range, head: range.end };
}
function moveByWord(caret, words2, step) {
  let range = selected(caret) ?? { start: caret.head, end: caret.head }, next = step > 0 ? words2.find((word) => word.start >= range.end) : words2.filter((word) => word.end <= range.start).at(-1);
  return next ? select(caret.sentence, next) : caret;
}
function extendByWord(caret, words2, step) {
  let { anchor, head } = caret;
  if (anchor.start === anchor.end && head === anchor.start) return startSelection(caret, words2, step);
  if (step > 0) {
    if (head < anchor.start) {
      let next2 = words2.find((word) => word.start > head && word.start < anchor.start);
      return { ...caret, head: next2 ? next2.start : anchor.end };
    }
    let next = words2.find((word) => word.end > head);
    return next ? { ...caret, head: next.end } : caret;
  }
  if (head > anchor.end) {
    let previous2 = words2.filter((word) => word.end < head && word.end > anchor.end).at(-1);
    return { ...caret, head: previous2 ? previous2.end : anchor.end };
  }
  let from = Math.min(head, anchor.start), previous = words2.filter((word) => word.start < from).at(-1);
  return previous ? { ...caret, head: previous.start } : caret;
}
function startSelection(caret, words2, step) {
  let word = step > 0 ? words2.find((each) => each.end > caret.head) : words2.filter((each) => each.start < caret.head).at(-1);
  return word ? { ...caret, anchor: word, head: step > 0 ? word.end : word.start } : caret;
}
function moveByLetter(caret, text, language, step, extend) {
  let edges = graphemeEdges(text, language), range = selected(caret);
  if (!extend) {
    let from = range ? step > 0 ? range.end : range.start : caret.head;
    return caretAt(caret.sentence, neighbour(edges, from, step));
  }
  let backwards = caret.head < caret.anchor.end && caret.head <= caret.anchor.start && range !== null, fixed = range ? backwards ? range.end : range.start : caret.head, moving = range ? backwards ? range.start : range.end : caret.head;
  return { ...caret, anchor: { start: fixed, end: fixed }, head: neighbour(edges, moving, step) };
}
function neighbour(edges, offset, step) {
  return (step > 0 ? edges.find((edge2) => edge2 > offset) : edges.filter((edge2) => edge2 < offset).at(-1)) ?? offset;
}
function moveToEdge(caret, words2, step, extend) {
  let word = step > 0 ? words2.at(-1) : words2[0];
  return word ? extend ? { ...selected(caret) ? caret : startSelection(caret, words2, step), head: step > 0 ? word.end : word.start } : select(caret.sentence, word) : caret;
}
function withoutProclitic(caret, text, language) {
  let range = selected(caret), rest = range && dropProclitic2(text, range, language);
  return rest && select(caret.sentence, rest);
}

// workbench/widgets/src/selection.ts
var WordSelection = class {
  #text;
  #highlights;
  #bar;
  #article = null;
  #caret = caretAt(0, 0);
  constructor(text, highlights) {
    this.#text = text, this.#highlights = highlights, this.#bar = document.createElement("div"), this.#bar.className = "wb-caret", this.#bar.setAttribute("aria-hidden", "true");
  }
  open(article, sentence) {
    this.#article = article, this.#text.page.append(this.#bar), this.place(sentence, 0);
  }
  get caret() {
    return this.#caret;
  }
  get stretch() {
    let held = selected(this.#caret), range = held && snapExact(this.#sentence, held, this.#article?.language ?? "ar");
    return range && { sentence: this.#caret.sentence, ...range };
  }
  get span() {
    let stretch = this.stretch;
    return stretch && this.#article ? this.#article.toSpan(stretch) : null;
  }
  /** What is selected, as text. */
  get words() {
    return this.span?.text ?? null;
  }
  /** Put a bare caret somewhere. */
  place(sentence, offset) {
    this.#set(caretAt(sentence, offset));
  }
  select(sentence, range) {
    this.#set(select(sentence, range));
  }
  /** Let go of the selection; the caret stays at its end. */
  collapse() {
    this.#set(caretAt(this.#caret.sentence, selected(this.#caret)?.end ?? this.#caret.head));
  }
  /** One step in reading direction (1) or against it (-1). */
  step(step, extend, byLetter) {
    let article = this.#article;
    if (!article) return;
    let words2 = article.words(this.#caret.sentence);
    byLetter ? this.#set(moveByLetter(this.#caret, this.#sentence, article.language, step, extend)) : extend ? this.#set(extendByWord(this.#caret, words2, step)) : this.#step(step, words2);
  }
  /** By word; over the edge of a sentence into its neighbour. */
  #step(step, words2) {
    let next = moveByWord(this.#caret, words2, step);
    if (next !== this.#caret) return this.#set(next);
    this.toSentence(this.#caret.sentence + step, step);
  }
  /** Into another sentence: to its first word, or to its last when going backwards. */
  toSentence(index, step = 1) {
    let article = this.#article;
    if (!article?.sentences[index]) return;
    let words2 = article.words(index), word = step > 0 ? words2[0] : words2.at(-1);
    this.#set(word ? select(index, word) : caretAt(index, 0)), this.#text.show(index);
  }
  toEdge(step, extend) {
    this.#article && this.#set(moveToEdge(this.#caret, this.#article.words(this.#caret.sentence), step, extend));
  }
  /** Leave out the letter that is written together with the first word; tells whether there was one. */
  dropProclitic() {
    let rest = withoutProclitic(this.#caret, this.#sentence, this.#article?.language ?? "ar");
    return rest && this.#set(rest), rest !== null;
  }
  get #sentence() {
    return this.#article?.sentences[this.#caret.sentence]?.text ?? "";
  }
  #set(caret) {
    this.#caret = caret, this.paint();
  }
  paint() {
    let stretch = this.stretch, range = stretch && this.#text.range(stretch);
    this.#highlights.paint("selection", range ? [range] : []), this.#paintBar();
  }
  /** The caret is a line laid over the page at the edge that moves. */
  #paintBar() {
    let { sentence, head } = this.#caret, text = this.#text.text(sentence), box = text && this.#article && caretBox(text, this.#sentence, head, this.#article.dir);
    if (this.#bar.hidden = !box, !box) return;
    let page = this.#text.page.getBoundingClientRect();
    this.#bar.style.transform = `translate(${box.x - page.left}px, ${box.top - page.top}px)`, this.#bar.style.blockSize = `${box.height}px`;
  }
};
function caretBox(element2, text, offset, dir) {
  let rtl = dir === "rtl", island = islandAt(text, offset, dir), inside = island !== null && island.start < offset && offset < island.end, stretch = island && !inside ? island : { start: Math.max(0, offset - 1), end: Math.max(1, offset) }, boxes = rangeIn(element2, stretch.start, stretch.end)?.getClientRects(), before = offset <= stretch.start, box = before ? boxes?.[0] : boxes?.[boxes.length - 1];
  return box ? { x: rtl === (before !== inside) ? box.right : box.left, top: box.top, height: box.height } : null;
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

// workbench/widgets/src/textview.ts
var ROLES2 = ["claim", "source", "cue", "anchor"], MARGIN_NAMES = { open: "", done: "✓", skipped: "⤼" }, TextView = class {
  page;
  #pane;
  #prefix;
  #rows = [];
  #focus = -1;
  /** Until the person scrolls, the sentence in focus is kept where it belongs. */
  #holding = !0;
  #state = null;
  constructor(pane, prefix) {
    this.#pane = pane, this.#prefix = prefix, this.page = document.createElement("div"), this.page.className = "wb-page", pane.append(this.page);
    for (let type of ["wheel", "touchmove", "mousedown"])
      pane.addEventListener(type, () => this.#holding = !1, { passive: !0 });
  }
  /** Put another document on the page. */
  open(state) {
    this.#state = state, this.#focus = -1;
    let { article } = state;
    this.#pane.dir = article.dir, this.#pane.lang = article.language, this.#rows = article.sentences.map((sentence) => makeRow(sentence, this.#prefix)), this.page.replaceChildren(...this.#rows), this.repaintAll();
  }
  repaintAll() {
    let article = this.#state?.article;
    for (let sentence of article?.sentences ?? []) this.repaint(sentence.index);
  }
  /** Draw one sentence anew: its marks, its kind, its decision. */
  repaint(index) {
    let state = this.#state, row = this.#rows[index], sentence = state?.article.sentences[index];
    if (!state || !row || !sentence) return;
    let segment = state.article.segmentAt(sentence.start), annotation = state.annotation(sentence.id);
    row.dataset.kind = segment?.kind ?? sentence.kind, row.dataset.status = annotation?.status ?? "open", row.toggleAttribute("data-flagged", annotation?.flagged ?? !1), paintText(row.firstElementChild, sentence, state), paintMargin(row.lastElementChild, sentence, state);
  }
  /** Bring a sentence into focus, about a third down the pane. */
  focus(index) {
    index !== this.#focus && (this.#rows[this.#focus]?.classList.remove("on"), this.#rows[this.#focus]?.removeAttribute("aria-current"), this.#focus = index, this.#rows[index]?.classList.add("on"), this.#rows[index]?.setAttribute("aria-current", "true")), this.#holding = !0, this.relayout();
  }
  /** Sizes changed: rows off the screen have guessed heights until they are laid out. */
  relayout() {
    let row = this.#rows[this.#focus];
    if (!row || !this.#holding) return;
    let room = Math.max(0, this.#pane.clientHeight - row.offsetHeight);
    this.#pane.scrollTop = row.offsetTop - room * 0.36;
  }
  /** Scroll as little as it takes to see a sentence. */
  show(index) {
    let row = this.#rows[index];
    if (!row) return;
    this.#holding = !1;
    let top = row.offsetTop - this.#pane.scrollTop;
    top < 0 && (this.#pane.scrollTop += top - 8);
    let below = top + row.offsetHeight - this.#pane.clientHeight;
    below > 0 && (this.#pane.scrollTop += below + 8);
  }
  text(index) {
    return this.#rows[index]?.firstElementChild ?? null;
  }
  range(stretch) {
    let text = this.text(stretch.sentence);
    return text && rangeIn(text, stretch.start, stretch.end);
  }
  /** Where in which sentence a point of the page is; offsets in UTF-16 units. */
  locate(node, offset) {
    let row = (node instanceof Element ? node : node.parentElement)?.closest(".wb-row"), text = row?.firstElementChild;
    if (!(row instanceof HTMLElement) || !text || !this.page.contains(row)) return null;
    let sentence = Number(row.dataset.index);
    if (!text.contains(node)) return { sentence, offset: text.textContent?.length ?? 0 };
    let range = document.createRange();
    return range.setStart(text, 0), range.setEnd(node, offset), { sentence, offset: range.toString().length };
  }
};
function makeRow(sentence, prefix) {
  let row = document.createElement("div");
  row.className = "wb-row", row.dataset.index = String(sentence.index);
  let text = document.createElement("p");
  text.className = "wb-s", text.id = `${prefix}-s${sentence.index}`;
  let margin = document.createElement("div");
  return margin.className = "wb-margin", margin.dir = "ltr", margin.lang = "en", row.append(text, margin), row;
}
function paintText(element2, sentence, state) {
  let focused = state.focusedItems(), pieces = flatten(sentence.text.length, state.placed(sentence.index));
  element2.replaceChildren(...pieces.map((piece) => makePiece(piece, sentence.text, state, focused)));
}
function makePiece(piece, text, state, focused) {
  let covered2 = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return document.createTextNode(covered2);
  let mark = document.createElement("mark");
  mark.textContent = covered2, mark.dataset.items = [...new Set(piece.placed.map((each) => each.item))].join(" ");
  for (let role of ROLES2) {
    let own = piece.placed.filter((each) => each.role === role);
    own.length !== 0 && (mark.classList.add(`wb-${role}`), own.some((each) => focused.has(each.item)) && mark.classList.add(`wb-on-${role}`), own.some((each) => each.item === state.ui.attribution) && mark.classList.add("wb-here"), own.some((each) => each.start === piece.start) && (mark.dataset.begins = role));
  }
  return mark;
}
function paintMargin(element2, sentence, state) {
  let { article } = state, segment = article.segmentAt(sentence.start), before = article.sentences[sentence.index - 1], first = !before || article.segmentAt(before.start) !== segment, annotation = state.annotation(sentence.id), parts = [], add = (name, text, title = "") => {
    let part = document.createElement("span");
    part.className = `wb-m-${name}`, part.textContent = text, title && (part.title = title), parts.push(part);
  };
  add("number", String(sentence.position + 1));
  let decided = MARGIN_NAMES[annotation?.status ?? "open"] ?? "";
  if (decided && add("status", decided, annotation?.status), annotation?.flagged && add("flag", "⚑", "flagged"), annotation?.comment && add("comment", "✎", annotation.comment), segment && segment.kind !== "body" && first) {
    add("kind", segment.kind);
    let reason = readable(segment.reason ?? "");
    reason && reason !== segment.kind && add("reason", reason, segment.reason ?? "");
  }
  element2.replaceChildren(...parts);
}
function readable(reason) {
  return reason.slice(reason.indexOf(":") + 1).replaceAll("_", " ");
}

// workbench/widgets/src/annotator.ts
var SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2], AnnotatorView = class {
  #model;
  #end = new AbortController();
  #root = makeFrame();
  #link;
  #screen;
  #guide;
  #text;
  #selection;
  #highlights = new Highlights();
  #pointer;
  #commands = new Commands();
  #effort = new Effort();
  #state = null;
  #unpainted = null;
  constructor(model, el) {
    this.#model = model, this.#link = new Link(model, {
      resume: () => this.#state?.resume ?? null,
      waiting: () => this.#root.setAttribute("data-waiting", ""),
      snap: (snap) => this.#onSnap(snap),
      empty: () => this.#showEmpty(),
      ack: (ack, own) => this.#onAck(ack, own),
      nack: (nack, own) => this.#onNack(nack, own),
      save: (save) => {
        this.#paintPending(), this.#screen.drawBar(save);
      }
    }), this.#screen = new Screen(this.#root, {
      state: () => this.#state,
      words: () => this.#selection.words,
      queue: () => this.#link.operations.length,
      act: (operation) => this.#act(operation),
      resize: (step) => this.#resize(step),
      cards: this.#cardActions
    });
    let { signal } = this.#end, pane = this.#screen.part("pane");
    this.#text = new TextView(pane, `wb-${this.#link.id}`), this.#selection = new WordSelection(this.#text, this.#highlights), this.#guide = new GuidePanel(this.#screen.part("guide"), this.#root, () => this.#state, signal), this.#pointer = new Pointer(pane, this.#text, () => this.#state?.article ?? null, {
      select: (sentence, range) => this.#onSelect(sentence, range),
      click: (sentence, offset, items) => this.#onClick(sentence, offset, items)
    }, signal), el.append(this.#root), followTheme(this.#root, () => String(model.get("theme") ?? "auto"), signal), this.#listen(signal), this.#resize(0), this.#link.greet();
  }
  #listen(signal) {
    this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal }), this.#root.addEventListener("mousedown", (event) => this.#onPress(event), { signal }), this.#screen.part("pane").addEventListener("focus", () => this.#selection.paint(), { signal }), window.addEventListener("beforeunload", (event) => {
      this.#link.edits.length > 0 && event.preventDefault();
    }, { signal });
    let observer = new ResizeObserver(() => this.#relayout());
    observer.observe(this.#screen.part("pane")), observer.observe(this.#text.page), signal.addEventListener("abort", () => observer.disconnect());
  }
  close() {
    this.#end.abort(), this.#link.close(), this.#highlights.clear(), this.#root.remove();
  }
  // -- messages ------------------------------------------------------------------------------
  #onSnap(snap) {
    delete this.#root.dataset.waiting;
    let same = this.#state?.article.info.id === snap.document.id && this.#state.ui.sentence === snap.ui.sentence, caret = this.#selection.stretch;
    this.#state = new State(snap), this.#root.dataset.document = snap.document.id, delete this.#root.dataset.empty, this.#text.open(this.#state);
    let index = this.#state.sentence?.index ?? 0;
    this.#text.focus(index), this.#selection.open(this.#state.article, index), same && caret && this.#selection.select(caret.sentence, caret), this.#draw(), this.#root.dataset.ready = "";
  }
  #showEmpty() {
    this.#state = null, delete this.#root.dataset.waiting, this.#root.dataset.empty = "", this.#root.dataset.ready = "";
  }
  #onAck(ack, own) {
    ack.delta && this.#apply(ack.delta, own), own && ack.say && this.#screen.say(ack.say), own && this.#screen.notice?.tone === "error" && this.#screen.notify(null);
  }
  #onNack(nack, own) {
    nack.delta && this.#apply(nack.delta, own);
    let { message, hint } = nack.error;
    nack.conflict && this.#state ? this.#settleConflict(nack) : this.#screen.notify({ text: message, hint, tone: "error" });
  }
  async #settleConflict(nack) {
    let { state } = this, body = nack.conflict ? drawConflict(state, nack.conflict) : [], answer = await ask(this.#root, "Somebody saved this sentence first", body, [
      { value: "theirs", label: "Keep theirs", primary: !0 },
      { value: "mine", label: "Save mine over it" }
    ], !0);
    this.send("resolve", { choice: answer?.choice === "mine" ? "mine" : "theirs" }), this.#screen.part("pane").focus({ preventScroll: !0 });
  }
  #apply(delta, own) {
    let state = this.#state;
    if (!state) return;
    let before = state.ui.sentence, changed = state.apply(delta);
    if (this.#commands.choice = -1, delta.segments) for (let sentence of state.article.sentences) changed.add(sentence.index);
    this.#repaint(changed), state.ui.sentence !== before && state.sentence && (this.#text.focus(state.sentence.index), own && this.#selection.place(state.sentence.index, 0)), this.#draw();
  }
  // -- drawing -------------------------------------------------------------------------------
  #repaint(changed) {
    if (this.#pointer.busy) {
      this.#unpainted = /* @__PURE__ */ new Set([...this.#unpainted ?? [], ...changed]);
      return;
    }
    for (let index of changed) this.#text.repaint(index);
    this.#selection.paint(), this.#paintPending();
  }
  #draw() {
    this.#screen.draw(() => this.#guide.draw());
  }
  #paintPending() {
    let article = this.#state?.article;
    if (!article) return;
    let ranges = this.#link.edits.flatMap(({ args, at }) => at?.document === article.info.id ? args.spans ?? [] : []).flatMap((span) => article.place(span)).map((stretch) => this.#text.range(stretch));
    this.#highlights.paint("pending", ranges.filter((range) => range !== null));
  }
  #relayout() {
    this.#pointer.busy || this.#text.relayout(), this.#selection.paint();
  }
  #resize(step) {
    let size = Number(this.#model.get("text_size") ?? 1) || 1, next = step === 0 ? size : SIZES[SIZES.findIndex((each) => each >= size) + step] ?? size;
    this.#root.style.setProperty("--wb-size", String(next)), this.#relayout(), step !== 0 && (this.#model.set("text_size", next), this.#model.save_changes());
  }
  // -- what the person does ------------------------------------------------------------------
  get state() {
    if (!this.#state) throw new Error("no document is open");
    return this.#state;
  }
  send(name, args = {}) {
    this.#state && (NAVIGATION.has(name) || this.#screen.notify(null), this.#link.send(name, args, this.#effort.take()), this.#screen.drawTools());
  }
  get #view() {
    return {
      root: this.#root,
      state: this.state,
      selection: this.#selection,
      send: (name, args) => this.send(name, args),
      notify: (notice) => this.#screen.notify(notice),
      say: (text) => this.#screen.say(text),
      toggleArticle: () => this.#toggleArticle(),
      toggleGuide: () => this.#screen.say(this.#guide.toggle())
    };
  }
  #cardActions = {
    act: (operation) => this.#act(operation),
    send: (name, args) => this.send(name, args),
    pick: (card, attribution) => this.#pick(card, attribution),
    arm: (slot2, claim, attribution) => this.send("arm", { slot: slot2, claim, attribution })
  };
  #act(operation, press) {
    if (!this.#state) return !1;
    this.#effort.note();
    let words2 = this.#selection.words, done = this.#commands.run(this.#view, operation, press);
    return this.#selection.words !== words2 && (this.#screen.notice?.tone === "info" && this.#screen.notify(null), this.#screen.keepFocus(() => this.#screen.drawTools()), this.#selection.words && this.#screen.say(this.#selection.words)), done;
  }
  #onKey(event) {
    let target = event.composedPath()[0], operation = target.matches("input, textarea, select") || target.closest("dialog") !== null ? null : this.#state?.keymap.find(event) ?? null, native = target.matches("button, summary") && (event.code === "Enter" || event.code === "Space"), handled = operation !== null && !native && this.#act(operation, event);
    handled && event.preventDefault(), isOurs(event, handled) && event.stopPropagation();
  }
  #onPress(event) {
    let target = event.target, pane = this.#screen.part("pane");
    if (target.closest("dialog, input, textarea, select")) return;
    let page = this.#root.getRootNode();
    target.closest("button, .wb-side") && event.preventDefault(), (page.activeElement === null || !this.#root.contains(page.activeElement)) && pane.focus({ preventScroll: !0 });
  }
  #toggleArticle() {
    let whole = this.#root.toggleAttribute("data-whole");
    this.#relayout(), this.#screen.say(whole ? "Whole article" : "Sentence in focus");
  }
  #onSelect(sentence, range) {
    this.#effort.note(), this.#screen.part("pane").focus({ preventScroll: !0 }), this.#selection.select(sentence, range), this.#catchUp();
    let { armed } = this.state.ui, span = this.#selection.span;
    span && armed?.slot === "source" && this.#link.operations.length === 0 && (this.send("fill", { spans: [span] }), this.#selection.collapse()), this.#screen.drawTools();
  }
  #onClick(sentence, offset, items) {
    this.#effort.note(), this.#screen.part("pane").focus({ preventScroll: !0 }), this.#selection.place(sentence, offset), this.#catchUp();
    let item = this.#nextItem(items), info = this.state.article.sentences[sentence];
    item ? this.#pickItem(item) : info && info.id !== this.state.ui.sentence && this.send("goto", { id: info.id }), this.#screen.drawTools();
  }
  /** Paint what changed while the mouse button was down. */
  #catchUp() {
    let waiting = this.#unpainted;
    this.#unpainted = null, waiting && this.#repaint(waiting);
  }
  /** Where marks lie over each other each click takes the next one. */
  #nextItem(items) {
    let { attribution, card } = this.state.ui, here = Math.max(items.indexOf(attribution ?? ""), attribution ? -1 : items.indexOf(card ?? ""));
    return items[(here + 1) % items.length] ?? null;
  }
  #pickItem(id) {
    let { state } = this, { armed } = state.ui, attribution = state.attributions.get(id);
    attribution && armed?.slot === "source" && attribution.source.spans.length > 0 ? this.send("fill", { spans: attribution.source.spans }) : attribution ? this.#pick([...state.leaves(id)][0] ?? null, id) : this.#pick(id, null);
  }
  #pick(card, attribution) {
    let { armed } = this.state.ui;
    if (armed?.slot === "target" && card !== null && attribution !== armed.attribution) {
      this.send("target", { attribution: armed.attribution, target: attribution ?? card, on: !0 });
      return;
    }
    this.#commands.choice = -1, this.send("focus", { card, attribution });
  }
};
function render({ model, el }) {
  let view = new AnnotatorView(model, el);
  return () => view.close();
}
var annotator_default = { render };
export {
  annotator_default as default
};
