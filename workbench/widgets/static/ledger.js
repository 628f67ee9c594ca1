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
var SVG = "svg:";
function make(vnode) {
  return vnode.tag === "#text" ? document.createTextNode(vnode.text ?? "") : vnode.tag.startsWith(SVG) ? document.createElementNS("http://www.w3.org/2000/svg", vnode.tag.slice(SVG.length)) : document.createElement(vnode.tag);
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

// workbench/widgets/src/frame.ts
function announceMarks(root, texts) {
  for (let role of ["claim", "source", "cue", "anchor", "suggestion"])
    root.style.setProperty(`--wb-say-${role}`, JSON.stringify(texts.t(`announce.${role}`)));
}
function keepFocus(root, shelter, draw) {
  let page = root.getRootNode(), before = page.activeElement, inside = before !== null && root.contains(before);
  draw(), !(!inside || page.activeElement === before) && (before.isConnected ? before.focus({ preventScroll: !0 }) : shelter.focus({ preventScroll: !0 }));
}

// workbench/widgets/src/glyphs.ts
var SHAPES = {
  circle: "M10 1.5A8.5 8.5 0 1 1 10 18.5A8.5 8.5 0 1 1 10 1.5Z",
  square: "M2.5 2.5H17.5V17.5H2.5Z",
  triangle: "M10 1L19 17.5H1Z",
  diamond: "M10 .8L19.2 10L10 19.2L.8 10Z",
  hexagon: "M5.2 1.8H14.8L19.4 10L14.8 18.2H5.2L.6 10Z",
  pentagon: "M10 1L19 7.7L15.6 18.2H4.4L1 7.7Z",
  star: "M10 .8L12.7 7L19.4 7.6L14.3 12L15.9 18.6L10 15L4.1 18.6L5.7 12L.6 7.6L7.3 7Z",
  arrow: "M2 3.2H11L19 10L11 16.8H2L7 10Z",
  bar: "M1.5 7.2H18.5V12.8H1.5Z"
}, FILLS = ["full", "half", "empty"];
function drawGlyph(scheme, shapes, look, key = null) {
  let path = SHAPES[look.stance === null ? "bar" : shapes[look.stance] ?? "circle"] ?? SHAPES.circle, sign = look.stance === null ? "" : scheme.stance(look.stance)?.symbol ?? "";
  return h("svg:svg", {
    key,
    class: "wb-glyph",
    viewBox: "0 0 20 20",
    "aria-hidden": "true",
    focusable: "false",
    "data-stance": look.stance ?? "own",
    "data-fill": fillOf(scheme, look),
    "data-part": look.part ?? "witness"
  }, h("svg:path", { class: "wb-shape", d: path }), sign && h("svg:text", { x: 10, y: 14.2, class: "wb-sign" }, sign));
}
function fillOf(scheme, { stance, certainty }) {
  if (stance === null || certainty === null) return "full";
  let place = scheme.file.certainties.findIndex((each) => each.value === certainty);
  return FILLS[Math.min(Math.max(place, 0), FILLS.length - 1)];
}

// workbench/widgets/src/folding.ts
var DROPPED = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, LETTERS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
function fold(text) {
  return text.toLowerCase().replace(DROPPED, "").replace(/[أإآٱىیکة]/gu, (letter) => LETTERS[letter] ?? letter).replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\s+/gu, " ").trim();
}

// workbench/widgets/src/ledgerdata.ts
var SHOWN = ["all", "disputed", "several", "linked", "changed", "figures", "conflicts"], SORTS = ["interest", "witnesses", "articles", "first", "last", "text"], GROUPS = ["none", "standing", "outlet"], USUAL_CHOICE = {
  words: "",
  stance: "",
  outlet: "",
  shown: "all",
  sort: "interest",
  group: "none",
  sides: !1,
  rare: !1,
  compact: !1
}, REST = "rest", FEW = 14;
function outletOf(article) {
  return article?.publisher ?? article?.title ?? article?.id ?? "";
}
function chooseRows(ledger, choice) {
  let names = new Map(ledger.columns.map((column) => [column.id, [column.name, ...Object.values(column.names)].join(" ")])), figured = new Set(ledger.points.map((point) => point.row)), wanted = fold(choice.words).split(" ").filter(Boolean), passes = {
    all: () => !0,
    disputed: (row) => row.disputed,
    several: (row) => row.documents.length > 1,
    linked: (row) => row.cluster !== null || row.related.length > 0,
    changed: (row) => row.changed.length > 0,
    figures: (row) => figured.has(row.id),
    conflicts: (row) => row.conflicts.length > 0
  }, rows = ledger.rows.filter((row) => {
    if (!passes[choice.shown](row) || choice.stance && !row.statements.some((each) => (each.stance ?? "own") === choice.stance) || choice.outlet && !row.documents.some((each) => outletOf(ledger.articles[each]) === choice.outlet)) return !1;
    if (wanted.length === 0) return !0;
    let text = fold([row.text, ...new Set(row.statements.map((each) => names.get(each.column) ?? ""))].join(" "));
    return wanted.every((word) => text.includes(word));
  });
  return sortRows(rows, choice.sort);
}
var LATE = Number.MAX_SAFE_INTEGER;
function sortRows(rows, sort) {
  let days = new Map(rows.map((row) => [row.id, row.statements.flatMap((each) => each.day ?? []).sort((one, other) => one - other)])), orders = {
    interest: () => 0,
    witnesses: (one, other) => countWitnesses(other) - countWitnesses(one),
    articles: (one, other) => other.documents.length - one.documents.length,
    first: (one, other) => compare(days.get(one.id)[0] ?? LATE, days.get(other.id)[0] ?? LATE),
    last: (one, other) => compare(days.get(other.id).at(-1) ?? 0, days.get(one.id).at(-1) ?? 0),
    text: (one, other) => compare(fold(one.text), fold(other.text))
  };
  return [...rows].sort(orders[sort]);
}
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
function countWitnesses(row) {
  return Object.values(row.witnesses).reduce((sum, each) => sum + each, 0);
}
function standingOf(row) {
  if (row.disputed) return "disputed";
  let count = countWitnesses(row);
  return count > 1 ? "several" : count === 1 ? "one" : "nobody";
}
function groupRows(ledger, rows, group) {
  if (group === "none") return [{ name: "", rows }];
  let found = new Map(group === "standing" ? ["disputed", "several", "one", "nobody"].map((name) => [name, []]) : []);
  for (let row of rows) {
    let first = row.statements[0]?.document ?? row.documents[0] ?? "", name = group === "standing" ? standingOf(row) : outletOf(ledger.articles[first]);
    found.set(name, [...found.get(name) ?? [], row]);
  }
  return [...found].filter(([, members]) => members.length > 0).map(([name, members]) => ({ name, rows: members }));
}
function chooseColumns(ledger, rows, choice) {
  let counts = /* @__PURE__ */ new Map(), keyOf = new Map(ledger.columns.map((column) => [column.id, choice.sides ? column.side : column.id]));
  for (let row of rows)
    for (let key of new Set(row.statements.map((each) => keyOf.get(each.column)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  let members = /* @__PURE__ */ new Map();
  for (let column of ledger.columns) {
    let key = keyOf.get(column.id);
    counts.has(key) && members.set(key, [...members.get(key) ?? [], column]);
  }
  let all = [...members].map(([id, columns]) => ({ id, side: columns[0].side, columns }));
  if (choice.rare || all.length <= FEW) return all;
  let kept = all.filter((each) => counts.get(each.id) > 1), rest = all.filter((each) => counts.get(each.id) <= 1).flatMap((each) => each.columns);
  return rest.length > 1 ? [...kept, { id: REST, side: REST, columns: rest }] : all;
}
function findCells(row, columns) {
  let keyOf = new Map(columns.flatMap((shown) => shown.columns.map((column) => [column.id, shown.id]))), cells = /* @__PURE__ */ new Map();
  for (let each of row.statements) {
    let key = keyOf.get(each.column);
    key !== void 0 && cells.set(key, [...cells.get(key) ?? [], each]);
  }
  return cells;
}
function findPositions(statements) {
  let found = [];
  for (let { stance, certainty, part, day } of statements) {
    let alike = (each) => each.stance === stance && each.certainty === certainty && each.part === part, place = part === "relay" || part === "copy" ? found.findIndex(alike) : found.findLastIndex((each) => each.part === part), before = found[place];
    before && alike(before) ? found[place] = { ...before, count: before.count + 1 } : found.push({ stance, certainty, part, day, count: 1 });
  }
  return found;
}
function isOrdered(positions) {
  let days = positions.map((each) => each.day);
  return days.every((day) => day !== null) && new Set(days).size === days.length;
}
function groupPoints(points) {
  let groups = /* @__PURE__ */ new Map();
  for (let point of points) {
    let unit = point.amount.unit ?? "";
    groups.set(unit, [...groups.get(unit) ?? [], point]);
  }
  return [...groups].map(([unit, members]) => {
    let sorted = [...members].sort((one, other) => compare(one.day ?? LATE, other.day ?? LATE) || one.statement - other.statement), edges = sorted.flatMap(({ amount }) => [amount.low ?? [], amount.high ?? []].flat()), [least, most] = [Math.min(...edges), Math.max(...edges)], log = least > 0 && most / least > 40;
    return { unit, points: sorted, log, low: log ? least / 1.5 : Math.min(0, least), high: most > 0 ? most * (log ? 1.5 : 1.08) : 1 };
  }).sort((one, other) => other.points.length - one.points.length || compare(one.unit, other.unit));
}
function placeOn(group, value) {
  let { low, high, log } = group, share = log ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low)) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}
function ticksOf(group, most = 6) {
  if (group.log) {
    let first = Math.ceil(Math.log10(group.low)), decades = Array.from({ length: Math.max(1, Math.floor(Math.log10(group.high)) - first + 1) }, (_, step3) => 10 ** (first + step3)), step2 = Math.ceil(decades.length / most);
    return decades.filter((_, index) => index % step2 === 0);
  }
  let raw = (group.high - group.low) / most, scale = 10 ** Math.floor(Math.log10(raw)), step = [1, 2, 5, 10].map((each) => each * scale).find((each) => each >= raw), ticks = [];
  for (let value = Math.ceil(group.low / step) * step; value <= group.high; value += step) ticks.push(value);
  return ticks;
}

// workbench/widgets/src/ledgerbar.ts
var TABS = ["table", "figures", "relays"], KINDS = ["svg", "png", "csv"];
function drawControls(source) {
  let { words, view } = source;
  return [
    h(
      "div",
      { key: "head", class: "wb-ledger-head" },
      h("div", { class: "wb-tabs", role: "tablist", "aria-label": words.texts.t("ledger.title") }, TABS.map((each) => h("button", {
        key: each,
        type: "button",
        role: "tab",
        class: "wb-tab",
        "aria-selected": String(each === view),
        tabindex: each === view ? 0 : -1,
        onclick: () => source.show(each)
      }, words.choice("tab", each), countTab(each, source)))),
      drawSaving(source)
    ),
    view === "relays" ? h("div", { key: "filters" }) : drawFilters(source),
    view === "relays" ? h("div", { key: "legend" }) : drawLegend(source),
    h("p", { key: "notice", class: source.notice?.bad ? "wb-notice wb-error" : "wb-notice", role: "status", hidden: source.notice === null }, source.notice?.text)
  ];
}
function countTab(view, { ledger, words }) {
  let counts = { table: ledger.rows.length, figures: ledger.points.length, relays: ledger.relays.length };
  return h("small", {}, ` ${words.texts.number(counts[view])}`);
}
function drawSaving({ words, save, busy }) {
  return h(
    "div",
    { class: "wb-saving-as", role: "group", "aria-label": words.texts.t("ledger.save") },
    h("span", { "aria-hidden": "true" }, words.texts.t("ledger.save")),
    KINDS.map((kind) => h("button", { key: kind, type: "button", class: "wb-plain wb-file-kind", "data-kind": kind, "aria-disabled": busy ? "true" : null, onclick: () => {
      busy || save(kind);
    } }, kind.toUpperCase()))
  );
}
function drawFilters({ ledger, words, choice, choose, shown, view }) {
  let { t } = words.texts, outlets = [...new Set(Object.values(ledger.articles).map(outletOf))].sort(), stances = [...words.scheme.stances.map((each) => each.value), "own"], isTable = view === "table";
  return h(
    "div",
    { key: "filters", class: "wb-ledger-filters", role: "search", "aria-label": t("ledger.filters") },
    h("input", { type: "search", class: "wb-find", dir: "auto", placeholder: t("ledger.find"), "aria-label": t("ledger.find"), oninput: (event) => choose({ words: event.target.value }) }),
    select("shown", t("ledger.shown"), SHOWN.map((each) => [each, words.choice("shown", each)]), choice.shown, (value) => choose({ shown: value })),
    select("stance", t("ledger.stance"), [["", t("ledger.any")], ...stances.map((each) => [each, words.stance(each === "own" ? null : each)])], choice.stance, (stance) => choose({ stance })),
    outlets.length > 1 && select("outlet", t("ledger.outlet"), [["", t("ledger.any")], ...outlets.map((each) => [each, each])], choice.outlet, (outlet) => choose({ outlet })),
    isTable && select("sort", t("ledger.sort"), SORTS.map((each) => [each, words.choice("sort", each)]), choice.sort, (value) => choose({ sort: value })),
    isTable && select("group", t("ledger.group"), GROUPS.map((each) => [each, words.choice("group", each)]), choice.group, (value) => choose({ group: value })),
    isTable && toggle(t("ledger.sides"), choice.sides, (sides) => choose({ sides })),
    isTable && toggle(t("ledger.rare"), choice.rare, (rare) => choose({ rare })),
    isTable && toggle(t("ledger.compact"), choice.compact, (compact) => choose({ compact })),
    h("span", { class: "wb-count", role: "status" }, t("ledger.count", { shown, all: ledger.rows.length }))
  );
}
function select(name, label, options, chosen, choose) {
  return h(
    "label",
    { key: label },
    h("span", {}, label),
    h(
      "select",
      { "data-name": name, onchange: (event) => choose(event.target.value) },
      options.map(([value, name2]) => h("option", { key: value, value, selected: value === chosen }, name2))
    )
  );
}
function toggle(label, on, choose) {
  return h("button", { key: label, type: "button", class: "wb-toggle", "aria-pressed": String(on), onclick: () => choose(!on) }, label);
}
function drawLegend({ ledger, words, shapes }) {
  let statements = ledger.rows.flatMap((row) => row.statements), used = new Set(statements.map((each) => each.stance)), sure = new Set(statements.map((each) => each.certainty)), parts = new Set(statements.map((each) => each.part)), firm = words.scheme.stances.find((stance) => stance.certainties.some((each) => each.certainty !== null))?.value ?? null, item = (key, glyph, name) => h("li", { key }, glyph, h("span", {}, name));
  return h(
    "ul",
    { key: "legend", class: "wb-legend", "aria-label": words.texts.t("ledger.legend") },
    words.scheme.stances.filter((stance) => used.has(stance.value)).map((stance) => item(`stance ${stance.value}`, drawGlyph(words.scheme, shapes, { stance: stance.value, certainty: null }), words.stance(stance.value))),
    used.has(null) && item("own", drawGlyph(words.scheme, shapes, { stance: null, certainty: null }), words.stance(null)),
    words.scheme.file.certainties.filter((each) => sure.has(each.value)).map((each) => item(`certainty ${each.value}`, drawGlyph(words.scheme, shapes, { stance: firm, certainty: each.value }), words.scheme.nameOf(each.value, words.texts))),
    ["relay", "copy"].filter((part) => parts.has(part)).map((part) => item(`part ${part}`, drawGlyph(words.scheme, shapes, { stance: part === "relay" ? words.scheme.file.relay_stance : firm, certainty: null, part }), words.part(part))),
    h("li", { key: "flags" }, h("b", { class: "wb-flag", "aria-hidden": "true" }, "⚡"), h("span", {}, words.texts.t("ledger.disputed"))),
    ledger.rows.some((row) => row.conflicts.length > 0) && h(
      "li",
      { key: "clashes" },
      h("b", { class: "wb-flag wb-clash", "aria-hidden": "true" }, "≠"),
      h("span", {}, words.choice("shown", "conflicts"))
    )
  );
}

// workbench/widgets/src/ledgerwords.ts
var Words = class {
  texts;
  scheme;
  #articles;
  #columns;
  constructor(texts, scheme, ledger) {
    this.texts = texts, this.scheme = scheme, this.#articles = ledger.articles, this.#columns = new Map(ledger.columns.map((column) => [column.id, column]));
  }
  outlet(document2) {
    return outletOf(this.#articles[document2]);
  }
  source(id) {
    let column = this.#columns.get(id);
    if (!column) return id;
    if (column.naming !== "unnamed") return pick(column.names, column.name, this.texts.language);
    let kind = column.name.replace(/^\(|\)$/gu, "");
    return this.texts.t("ledger.unnamed", { kind: this.scheme.nameOf(kind, this.texts), outlet: this.outlet(column.document ?? "") });
  }
  side(column) {
    return pick(column.side_names, column.side_name, this.texts.language);
  }
  column(shown) {
    if (shown.id === REST) return this.texts.t("ledger.others", { count: shown.columns.length });
    let first = shown.columns[0];
    return shown.id === first.id ? this.source(first.id) : this.side(first);
  }
  stance(stance) {
    return stance === null ? this.texts.t("ledger.own_voice") : this.scheme.nameOf(stance, this.texts);
  }
  position({ stance, certainty, part }) {
    let said = [this.stance(stance), certainty === null ? "" : this.scheme.nameOf(certainty, this.texts)].filter(Boolean).join(" ");
    return part === "witness" || part === "own" ? said : `${said} (${this.part(part)})`;
  }
  part(part) {
    return this.texts.name("ledger.part", part);
  }
  cell(positions) {
    return this.texts.list(positions.map((each) => this.position(each)));
  }
  /** What stands of a claim, in one line. */
  tally(row) {
    let { t } = this.texts, said = Object.entries(row.witnesses).map(([stance, count]) => `${this.texts.number(count)} ${this.stance(stance)}`);
    return this.texts.list([
      t("ledger.witnesses", { count: countWitnesses(row) }),
      ...said,
      ...row.own > 0 ? [t("ledger.own", { count: row.own })] : [],
      ...row.relays > 0 ? [t("ledger.relays", { count: row.relays })] : [],
      ...row.copies > 0 ? [t("ledger.copies", { count: row.copies })] : [],
      ...row.disputed ? [t("ledger.disputed")] : []
    ]);
  }
  /** In one sentence, why two claims cannot both be true; what is quoted runs as it is written. */
  clash({ tie, first, second }) {
    let outlet = (document2) => h("bdi", {}, this.outlet(document2));
    return this.texts.rich(`ledger.clash.${tie}`, {
      first: h("bdi", {}, first.words),
      outlet: outlet(first.document),
      value: h("bdi", { dir: "ltr" }, first.value),
      second: h("bdi", {}, second.words),
      other_outlet: outlet(second.document),
      other_value: h("bdi", { dir: "ltr" }, second.value)
    });
  }
  date(statement) {
    return statement.date === null ? this.texts.t("ledger.undated") : statement.inferred ? `${statement.date} (${this.texts.t("ledger.inferred")})` : statement.date;
  }
  choice(area, value) {
    return this.texts.t(`ledger.${area}.${value}`);
  }
};
function pick(names, usual, language) {
  return names[language] ?? usual;
}

// workbench/widgets/src/matrix.ts
var UPRIGHT = 9, MOST_POSITIONS = 3;
function drawMatrix(source) {
  let { choice, rows, words, ledger } = source, { t } = words.texts, columns = chooseColumns(ledger, rows, choice), upright = choice.compact || columns.length > UPRIGHT;
  return rows.length === 0 ? h("p", { key: "nothing", class: "wb-empty" }, t(ledger.rows.length === 0 ? "ledger.empty" : "ledger.none")) : h(
    "div",
    { key: "matrix", class: "wb-matrix", role: "region", tabindex: -1, "aria-label": t("ledger.tab.table") },
    h(
      "table",
      { role: "grid", class: choice.compact ? "wb-compact" : "", "data-upright": upright ? "" : null, "aria-rowcount": rows.length + 1, "aria-colcount": columns.length + 1 },
      h("thead", {}, !choice.sides && drawSides(columns, words), h(
        "tr",
        {},
        h("th", { class: "wb-corner", scope: "col" }, t("ledger.claims", { count: rows.length })),
        columns.map((column) => drawHead(column, words))
      )),
      groupRows(ledger, rows, choice.group).map((group) => h(
        "tbody",
        { key: `group ${group.name}` },
        group.name && h("tr", { class: "wb-group" }, h(
          "th",
          { colspan: columns.length + 1, scope: "rowgroup" },
          h(
            "span",
            {},
            choice.group === "standing" ? words.choice("standing", group.name) : h("bdi", {}, group.name),
            h("small", {}, ` ${t("ledger.claims", { count: group.rows.length })}`)
          )
        )),
        group.rows.map((row) => drawRow(row, columns, source))
      ))
    )
  );
}
function drawSides(columns, words) {
  let runs = [];
  for (let column of columns) {
    let last = runs.at(-1);
    last && last.side === column.side ? last.columns.push(column) : runs.push({ side: column.side, columns: [column] });
  }
  return runs.every((run) => run.columns.length === 1) ? null : h("tr", { class: "wb-sides-row" }, h("td", { class: "wb-corner" }), runs.map((run) => {
    let [first] = run.columns, named = run.columns.length > 1 && first.id !== REST;
    return h(
      named ? "th" : "td",
      { key: run.side, colspan: run.columns.length, scope: named ? "colgroup" : null },
      named && h("bdi", {}, words.side(first.columns[0]))
    );
  }));
}
function drawHead(column, words) {
  let name = words.column(column), document2 = column.columns.length === 1 ? column.columns[0].document : null;
  return h(
    "th",
    { key: column.id, scope: "col", class: "wb-source-head", title: name },
    h("span", {}, h("bdi", {}, name), document2 !== null && column.columns[0].naming === "entity" && h("small", {}, h("bdi", {}, words.outlet(document2))))
  );
}
function drawRow(row, columns, source) {
  let cells = findCells(row, columns), { picked, words } = source;
  return h(
    "tr",
    { key: row.id, "data-row": row.id, class: picked?.row === row.id ? "on" : null },
    drawClaim(row, source),
    columns.map((column) => drawCell(row, column, cells.get(column.id) ?? [], source, words))
  );
}
function tabindexOf(source, row, column) {
  let { stop } = source;
  return stop?.row === row && stop.column === column ? 0 : -1;
}
function drawClaim(row, source) {
  let { words, picked, scheme, shapes } = { ...source, scheme: source.words.scheme }, { t } = words.texts, number = (value) => words.texts.number(value), on = picked?.row === row.id && picked.column === null;
  return h(
    "th",
    { scope: "row", class: on ? "wb-claim-head on" : "wb-claim-head", tabindex: tabindexOf(source, row.id, null), "data-column": "", "aria-label": `${row.text}. ${words.tally(row)}`, "aria-selected": String(on) },
    h("span", { class: "wb-claim-text wb-words", dir: row.direction, title: row.text }, row.text),
    h(
      "span",
      { class: "wb-tally", "aria-hidden": "true" },
      h("b", { title: t("ledger.witnesses", { count: countWitnesses(row) }) }, number(countWitnesses(row))),
      Object.entries(row.witnesses).map(([stance, count]) => h(
        "span",
        { key: stance, class: "wb-count-of", title: `${number(count)} ${words.stance(stance)}` },
        drawGlyph(scheme, shapes, { stance, certainty: null }),
        number(count)
      )),
      row.own > 0 && h("span", { class: "wb-count-of", title: t("ledger.own", { count: row.own }) }, drawGlyph(scheme, shapes, { stance: null, certainty: null }), number(row.own)),
      row.relays > 0 && h("span", { class: "wb-less", title: t("ledger.relays", { count: row.relays }) }, `↷${number(row.relays)}`),
      row.copies > 0 && h("span", { class: "wb-less", title: t("ledger.copies", { count: row.copies }) }, `⧉${number(row.copies)}`),
      row.documents.length > 1 && h("span", { class: "wb-less", title: t("ledger.articles", { count: row.documents.length }) }, `▤${number(row.documents.length)}`),
      row.changed.length > 0 && h("span", { class: "wb-flag", title: t("ledger.changed") }, "⇄"),
      row.disputed && h("span", { class: "wb-flag", title: t("ledger.disputed") }, "⚡"),
      row.conflicts.length > 0 && h("span", { class: "wb-flag wb-clash", title: t("ledger.clashes", { count: row.conflicts.length }) }, "≠")
    )
  );
}
function drawCell(row, column, statements, source, words) {
  let positions = findPositions(statements), on = source.picked?.row === row.id && source.picked.column === column.id, shared = { key: column.id, role: "gridcell", tabindex: tabindexOf(source, row.id, column.id), "data-column": column.id, "aria-selected": String(on) };
  if (positions.length === 0) return h("td", shared);
  let own = positions.filter((each) => each.part === "witness" || each.part === "own"), passed = positions.filter((each) => !own.includes(each)), shown = own.length > MOST_POSITIONS ? [own[0], ...own.slice(1 - MOST_POSITIONS)] : own, sign = new Set(statements.map((each) => each.column)).size === 1 && isOrdered(own) ? words.texts.dir === "rtl" ? "←" : "→" : "·", said = words.cell(positions);
  return h(
    "td",
    { ...shared, class: on ? "wb-said-cell on" : "wb-said-cell", title: `${words.column(column)}: ${said}`, "aria-label": `${words.column(column)}: ${said}` },
    h("span", { class: "wb-positions" }, shown.flatMap((position, index) => [
      index > 0 ? h("i", { key: `sign ${index}`, "aria-hidden": "true" }, sign) : null,
      drawGlyph(words.scheme, source.shapes, position, String(index))
    ]), passed[0] && drawGlyph(words.scheme, source.shapes, passed[0], "passed")),
    statements.length > positions.length && h("sup", { "aria-hidden": "true" }, words.texts.number(statements.length))
  );
}
function stepFrom(cell, code, rtl) {
  let row = cell.closest("tr"), cellsOf = (line) => [...line.querySelectorAll("[data-column]")], cells = cellsOf(row), here = cells.indexOf(cell), said = (each) => each.dataset.column === "" || each.classList.contains("wb-said-cell");
  if (code === (rtl ? "ArrowLeft" : "ArrowRight")) return cells.slice(here + 1).find(said) ?? null;
  if (code === "ArrowLeft" || code === "ArrowRight") return cells.slice(0, here).findLast(said) ?? null;
  if (code === "Home") return cells[0] ?? null;
  if (code === "End") return cells.findLast(said) ?? null;
  let rows = [...row.closest("table").querySelectorAll("tr[data-row]")], step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[code];
  if (step === void 0) return null;
  let place = Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + step));
  return rows[place] === row ? null : cellsOf(rows[place])[here] ?? null;
}

// workbench/widgets/src/relaying.ts
var [WIDE, HIGH, BOX, MARGIN] = [210, 46, 160, 12];
function drawRelays(source) {
  let { relays, nodes, words, chosen } = source, { t } = words.texts;
  if (relays.length === 0) return h("p", { key: "nothing", class: "wb-empty" }, t("ledger.no_relays"));
  let listed = relays.filter((each) => chosen === null || each.start === chosen || each.end === chosen);
  return h(
    "div",
    { key: "relays", class: "wb-relays" },
    drawGraph(source, nodes),
    h("ul", { class: "wb-relay-list", "aria-label": t("ledger.tab.relays") }, listed.map((each) => h(
      "li",
      { key: `${each.kind} ${each.start} ${each.end}` },
      h(
        "button",
        { type: "button", class: "wb-quiet", onclick: () => source.pick(each) },
        h("bdi", {}, words.source(each.start)),
        " ",
        h("span", { class: `wb-relay-kind wb-relay-${each.kind}` }, words.texts.name("ledger.does", each.kind)),
        " ",
        h("bdi", {}, words.source(each.end)),
        h("small", {}, ` ${t("ledger.times", { count: each.count })}`)
      )
    )))
  );
}
function drawGraph({ relays, words, chosen, choose }, nodes) {
  let layers = 1 + Math.max(...nodes.map((node) => node.layer)), sizes = Array.from({ length: layers }, (_, layer) => nodes.filter((node) => node.layer === layer).length), tallest = Math.max(...sizes), [width, height] = [(layers - 1) * WIDE + BOX + 2 * MARGIN, tallest * HIGH + 2 * MARGIN], rtl = words.texts.dir === "rtl", places = new Map(nodes.map((node) => {
    let across = MARGIN + BOX / 2 + node.layer * WIDE;
    return [node.column, { x: rtl ? width - across : across, y: MARGIN + (node.place + 0.5) * tallest * HIGH / sizes[node.layer] }];
  })), most = Math.max(...relays.map((each) => each.count));
  return h(
    "div",
    { class: "wb-graph-scroll", tabindex: 0, role: "group", "aria-label": words.texts.t("ledger.graph") },
    h(
      "div",
      { class: "wb-graph", dir: "ltr", style: `inline-size:${width}px;block-size:${height}px` },
      h("svg:svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" }, relays.map((each) => {
        let [from, to] = [places.get(each.start), places.get(each.end)], lit = chosen === null || each.start === chosen || each.end === chosen;
        return drawArrow(from, to, 1 + 2.6 * each.count / most, `wb-arrow wb-relay-${each.kind}${lit ? "" : " wb-faint"}`, `${each.kind} ${each.start} ${each.end}`);
      })),
      nodes.map((node) => {
        let { x, y } = places.get(node.column);
        return h(
          "button",
          { key: node.column, type: "button", class: "wb-node", "aria-pressed": String(chosen === node.column), style: `left:${x - BOX / 2}px;top:${y}px;inline-size:${BOX}px`, title: words.source(node.column), onclick: () => choose(node.column) },
          h("bdi", {}, words.source(node.column))
        );
      })
    )
  );
}
function drawArrow(from, to, width, name, key) {
  let side = Math.sign(to.x - from.x), [x1, x2] = side === 0 ? [from.x + BOX / 2, to.x + BOX / 2] : [from.x + side * BOX / 2, to.x - side * (BOX / 2 + 7)], bend = side === 0 ? 46 : (x2 - x1) / 2, end = side === 0 ? x2 + 7 : x2, inner = side === 0 ? end + bend : x2 - bend, tip = side === 0 ? -1 : side;
  return h(
    "svg:g",
    { key, class: name },
    h("svg:path", { d: `M${x1} ${from.y}C${x1 + bend} ${from.y} ${inner} ${to.y} ${end} ${to.y}`, "stroke-width": width.toFixed(1), fill: "none" }),
    h("svg:path", { class: "wb-tip", d: `M${end + tip * 7} ${to.y}L${end - tip * 2} ${to.y - 5}L${end - tip * 2} ${to.y + 5}Z` })
  );
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
}, WITH_CERTAINTY = ["Shift", "Alt"], Scheme = class {
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
  /** A label's name in the interface's language, whatever kind of label it is; the value where there is none. */
  nameOf(value, texts) {
    let label = [...this.file.roles, ...this.file.realizations, ...this.stances, ...this.file.certainties].find((each) => each.value === value);
    return label ? texts.label(label.name) : value;
  }
  /** The certainties that go with a stance, strongest first; none where it takes no certainty. */
  certaintiesOf(stance) {
    let allowed = new Set(this.stance(stance)?.certainties.map((each) => each.certainty));
    return this.file.certainties.map((each) => each.value).filter((value) => allowed.has(value));
  }
  /** The weaker certainties of a stance, or all but its default where that is not the strongest. */
  furtherCertainties(stance) {
    return this.certaintiesOf(stance.value).filter((value) => value !== stance.default_certainty);
  }
  /** What can be said of a stance by one key: its own, with Shift and with Alt for its further certainties. */
  get stanceKeys() {
    return this.stances.flatMap((stance) => {
      let { value, hotkey } = stance;
      if (!hotkey) return [];
      let further = this.furtherCertainties(stance).slice(0, WITH_CERTAINTY.length);
      return [
        { operation: `stance ${value}`, code: hotkey, own: !0 },
        ...further.map((certainty, index) => ({ operation: `stance ${value} ${certainty}`, code: `${WITH_CERTAINTY[index]}+${hotkey}`, own: !1 }))
      ];
    });
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

// workbench/widgets/src/settings.ts
var USUAL = { language: "auto", theme: "auto", text_size: 1, keys: {} }, PLACE = "workbench:settings";
function readShared() {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(PLACE) ?? "{}") };
  } catch {
    return USUAL;
  }
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

// workbench/widgets/src/statements.ts
var ROLES = ["claim", "source", "cue", "anchor"];
function drawStatements(row, statements, who, source) {
  let { words, ledger } = source, { t } = words.texts, texts = new Map(ledger.rows.map((each) => [each.id, each]));
  return [
    drawTitle(row.text, row.direction, source),
    h("p", { key: "tally", class: "wb-pane-tally" }, who === null ? words.tally(row) : h("bdi", {}, who)),
    ...row.conflicts.length > 0 ? [drawClashes(row, source)] : [],
    h("ol", { key: "said", class: "wb-statements" }, statements.map((each) => drawStatement(each, source))),
    row.related.length > 0 && who === null ? h("ul", { key: "related", class: "wb-related", "aria-label": t("ledger.related") }, row.related.map((each) => h(
      "li",
      { key: `${each.relation} ${each.row} ${each.reversed}` },
      h("span", {}, words.texts.name("ledger.relation", each.reversed ? `${each.relation}_of` : each.relation)),
      " ",
      h("button", { type: "button", class: "wb-quiet wb-words", dir: texts.get(each.row)?.direction ?? "auto", onclick: () => source.go(each.row) }, texts.get(each.row)?.text ?? each.row)
    ))) : h("span", { key: "related" })
  ];
}
function drawClashes(row, { words }) {
  return h(
    "details",
    { key: "clashes", class: "wb-clashes" },
    h("summary", {}, h("i", { "aria-hidden": "true" }, "≠ "), words.texts.t("ledger.clashes", { count: row.conflicts.length })),
    row.conflicts.map((clash) => h("p", {}, words.clash(clash)))
  );
}
function drawQuotes(title, quotes, source) {
  return [
    drawTitle(title, source.words.texts.dir, source),
    h("ol", { key: "said", class: "wb-statements" }, quotes.map((quote, index) => h(
      "li",
      { key: String(index) },
      h("p", { class: "wb-statement-where" }, h("bdi", {}, source.words.outlet(quote.document)), drawOpen(quote, null, source)),
      drawQuote(quote, source)
    )))
  ];
}
function drawTitle(text, dir, { words, close }) {
  return h(
    "div",
    { key: "title", class: "wb-pane-title" },
    h("p", { class: "wb-pane-heading wb-words", dir, tabindex: -1 }, text),
    h("button", { type: "button", class: "wb-quiet wb-close", "aria-label": words.texts.t("ledger.close"), title: words.texts.t("ledger.close"), onclick: close }, "×")
  );
}
function drawStatement(each, source) {
  let { words, shapes } = source, { t, rich } = { t: words.texts.t, rich: (key, parts) => words.texts.rich(key, parts) }, [first] = each.quotes;
  return h(
    "li",
    { key: String(each.number), "data-part": each.part },
    h(
      "p",
      { class: "wb-statement-head" },
      drawGlyph(words.scheme, shapes, each),
      h("b", { "data-stance": each.stance ?? "own", class: "wb-stance-name" }, words.position(each)),
      h("bdi", { class: "wb-who" }, words.source(each.column)),
      each.unsure && h("small", { class: "wb-badge" }, t("ledger.unsure"))
    ),
    h(
      "p",
      { class: "wb-statement-where" },
      h("bdi", { class: "wb-date" }, words.date(each)),
      h("bdi", {}, words.outlet(each.document)),
      h("small", { class: "wb-part" }, words.part(each.part)),
      first && drawOpen(first, each.attribution ?? each.claim, source, each.sentence)
    ),
    each.via.length > 0 && h("p", { class: "wb-statement-via" }, rich("ledger.relayed_by", { who: each.via.flatMap((via, index) => [index > 0 ? " › " : "", h("bdi", {}, words.source(via))]) })),
    each.copy_of !== null && h("p", { class: "wb-statement-via" }, rich("ledger.copies_of", { who: h("bdi", {}, words.outlet(each.copy_of)) })),
    each.quotes.map((quote) => drawQuote(quote, source))
  );
}
function drawOpen(quote, item, { opens, open, words }, sentence = quote.sentence) {
  return opens && h("button", { type: "button", class: "wb-quiet wb-brand", onclick: () => open(quote.document, sentence, item) }, words.texts.t("ledger.open"));
}
function drawQuote(quote, { ledger }) {
  let text = ledger.sentences[quote.document]?.[quote.sentence] ?? "", article = ledger.articles[quote.document], map = new OffsetMap(text), placed = quote.marks.map((mark) => ({ item: "", role: mark.role, start: map.toUtf16(mark.start), end: map.toUtf16(mark.end) }));
  return h(
    "p",
    { key: `${quote.document} ${quote.sentence}`, class: "wb-s wb-quote", dir: article?.direction ?? "auto", lang: article?.language },
    flatten(text.length, placed).map((piece) => drawPiece(piece, text))
  );
}
function drawPiece(piece, text) {
  let covered = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return covered;
  let roles = ROLES.filter((role) => piece.placed.some((each) => each.role === role)), begins = piece.placed.findLast((each) => each.start === piece.start)?.role ?? null;
  return h("mark", { class: roles.map((role) => `wb-${role}`).join(" "), "data-begins": begins }, covered);
}

// workbench/session/texts-ar.json
var texts_ar_default = {
  "frame.progress": "التقدم",
  "frame.area": "مساحة الوسم",
  "frame.article": "المقال",
  "frame.guideline": "الإرشادات",
  "frame.claims": "الادعاءات",
  "frame.keys": "المفاتيح",
  "frame.waiting": "لا جواب من النواة بعد. إن طال ذلك فشغّل الخلية من جديد.",
  "frame.empty": "لا مقالات في هذا المشروع بعد. أضف بعضها ثم شغّل الخلية من جديد.",
  "frame.empty_queue": "لم تُسند إليك جمل بعد. اسأل من يوزّعها، ثم شغّل الخلية من جديد.",
  "frame.whole": "المقال كله",
  "frame.focused": "الجملة الحالية",
  "announce.claim": "ادعاء: ",
  "announce.source": "مصدر: ",
  "announce.cue": "مؤشر النسبة: ",
  "announce.anchor": "مرتكز: ",
  "announce.suggestion": "اقتراح: ",
  "bar.annotator": "الواسم",
  "bar.go_to": "انتقل إلى جملة",
  "bar.place": "الجملة {here} من {all}",
  "bar.flagged": { zero: "لا جمل معلَّمة", one: "جملة معلَّمة", two: "جملتان معلَّمتان", few: "{count} جمل معلَّمة", many: "{count} جملة معلَّمة", other: "{count} جملة معلَّمة" },
  "bar.all_decided": "لم يبق شيء",
  "bar.to_do": { zero: "لم يبق شيء", one: "بقيت جملة واحدة", two: "بقيت جملتان", few: "بقيت {count} جمل", many: "بقيت {count} جملة", other: "بقيت {count} جملة" },
  "bar.decided_label": "الجمل المنجزة",
  "bar.decided": "أُنجز {done} من {all}",
  "bar.warnings": "عن مخزن المشروع",
  "bar.smaller": "خط أصغر",
  "bar.larger": "خط أكبر",
  "bar.help": "المفاتيح والمساعدة",
  "bar.proposed": "تاريخ مذكور في النص: أكّده أو غيّره",
  "bar.date": "تاريخ النشر",
  "time.under_a_minute": "بقي أقل من دقيقة",
  "time.minutes": { zero: "بقي أقل من دقيقة", one: "بقيت نحو دقيقة", two: "بقيت نحو دقيقتين", few: "بقيت نحو {count} دقائق", many: "بقيت نحو {count} دقيقة", other: "بقيت نحو {count} دقيقة" },
  "time.hours": { zero: "بقي أقل من ساعة", one: "بقيت نحو ساعة", two: "بقيت نحو ساعتين", few: "بقيت نحو {count} ساعات", many: "بقيت نحو {count} ساعة", other: "بقيت نحو {count} ساعة" },
  "save.saved": "محفوظ",
  "save.saved_detail": "كل شيء محفوظ على القرص",
  "save.saving": "جارٍ الحفظ…",
  "save.saving_detail": { zero: "لا تعديل في الطريق", one: "تعديل واحد في الطريق", two: "تعديلان في الطريق", few: "{count} تعديلات في الطريق", many: "{count} تعديلًا في الطريق", other: "{count} تعديل في الطريق" },
  "save.unsaved": "غير محفوظ {count}",
  "save.unreached": "لا اتصال",
  "save.kept": "باقٍ في هذا المتصفح ويُرسَل من جديد تلقائيًا",
  "save.not_kept": "لم يحفظه هذا المتصفح: لا تغلق الصفحة",
  "reason.unreachable": "تعذّر الوصول إلى النواة",
  "reason.silent": "لا جواب من النواة",
  "status.open": "مفتوحة",
  "status.done": "منجزة",
  "status.skipped": "متروكة",
  "slot.source": "المصدر",
  "slot.cue": "مؤشر النسبة",
  "slot.stance": "الموقف",
  "slot.target": "الادعاء",
  "slot.proposition": "الصياغة",
  "kind.headline": "عنوان",
  "kind.subheading": "عنوان فرعي",
  "kind.summary": "ملخص",
  "kind.body": "متن",
  "kind.related": "خبر ذو صلة",
  "kind.credit": "توقيع",
  "kind.boilerplate": "نص هامشي",
  "segment.title": "ما هذا المقطع",
  "segment.kind": "النوع",
  "segment.scope": "النطاق",
  "segment.sentence": "هذه الجملة",
  "segment.whole": { zero: "المقطع كله (بلا جمل)", one: "المقطع كله (جملة واحدة)", two: "المقطع كله (جملتان)", few: "المقطع كله ({count} جمل)", many: "المقطع كله ({count} جملة)", other: "المقطع كله ({count} جملة)" },
  "segment.published": "تاريخ النشر",
  "segment.reason": "السبب: {reason}",
  "margin.not_given": "مسندة إلى غيرك: لا قرار عليها هنا",
  "margin.flagged": "معلَّمة",
  "because.advertisement": "إعلان",
  "because.agency-line": "الوكالات",
  "because.app": "تطبيق",
  "because.breadcrumbs": "مسار الصفحات",
  "because.by-name": "الكاتب",
  "because.byline": "توقيع",
  "because.comments": "تعليقات",
  "because.cookies": "ملفات الارتباط",
  "because.copyright": "حقوق النشر",
  "because.dateline": "مكان وتاريخ",
  "because.email": "بريد إلكتروني",
  "because.follow": "تابعنا",
  "because.keywords": "كلمات مفتاحية",
  "because.menu": "قائمة",
  "because.photo-credit": "مصدر الصورة",
  "because.previous-next": "السابق والتالي",
  "because.published": "تاريخ النشر",
  "because.punctuation": "علامات",
  "because.read-also": "اقرأ أيضًا",
  "because.read-also-link": "رابط",
  "because.reading-time": "مدة القراءة",
  "because.share": "مشاركة",
  "because.source": "المصدر",
  "because.tail": "بعد الخاتمة",
  "because.time-ago": "منذ مدة",
  "because.updated": "آخر تحديث",
  "because.url": "عنوان إلكتروني",
  "because.view-count": "عدد المشاهدات",
  "because.weather": "الطقس",
  "card.looked": "فُحصت: لا شيء هنا.",
  "card.skipped": "متروكة.",
  "card.none": "لم يُعلَّم ادعاء بعد.",
  "card.none_hint": "حدّد كلمات ثم اضغط {claim}، أو {nothing} إن لم يكن هناك شيء.",
  "card.writers_own": "من الكاتب نفسه",
  "card.claim": "ادعاء {number}",
  "card.understood_claim": "ادعاء مفهوم ضمنًا {number}",
  "card.elsewhere": "الجملة {number}",
  "card.unsure": "غير متأكد",
  "card.lacks_source": "المصدر؟",
  "card.lacks_stance": "الموقف؟",
  "card.lacks_claim": "أي ادعاء؟",
  "card.reword": "أعد الصياغة",
  "card.in_words": "صُغه",
  "card.sure": "متأكد",
  "figure.proposed": "مقترح من ألفاظ الادعاء، ولم يُعتمد بعد.",
  "figure.confirm": "اعتماد",
  "figure.confirm_one": "{feature}: {value}، مقترح. اعتمده.",
  "figure.set": "{feature}: {value}",
  "figure.placeholder.figure": "1500 soldier",
  "figure.placeholder.edtf": "2031-10-24",
  "figure.conflict": "لا يصحّ معا ⁨{here}⁩ هنا و⁨{there}⁩ هناك.",
  "figure.clear": "مسح",
  "figure.none": "لا عدد ولا تاريخ مقترحا لهذا الادعاء.",
  "card.note": "ملاحظة",
  "card.delete": "احذف",
  "card.source_waits": "المصدر؟ حدّده في النص، أو {kinds}",
  "card.another_waits": "مصدر آخر؟ حدّده في النص، أو {kinds}",
  "card.source_hint": "حدّد المصدر في النص، أو {kinds}",
  "card.another_source": "مصدر آخر",
  "card.source": "مصدر",
  "card.understood": "مفهوم مما سبق",
  "card.unnamed": "غير مسمّى",
  "card.writer": "الكاتب",
  "card.typed": "بالكتابة",
  "card.choose": "عن أي ادعاء يتكلم؟ اختره هنا أو في النص، أو علّم ادعاءً جديدًا.",
  "card.mark_it": "علّم الادعاء الذي يتكلم عنه.",
  "card.find_claim": "اكتب لتجد واحدًا ({key} مرة أخرى)",
  "card.more_claims": { zero: "ولا غيرها", one: "وغيرها واحد: اكتب لتجده", two: "وغيرها اثنان: اكتب لتجد أحدهما", few: "وغيرها {count}: اكتب لتجد واحدًا", many: "وغيرها {count}: اكتب لتجد واحدًا", other: "وغيرها {count}: اكتب لتجد واحدًا" },
  "card.relayed_by": "نقله {name}",
  "card.relay": "نقله…",
  "card.targets": "الادعاءات",
  "card.some_source": "مصدر",
  "card.question": "؟",
  "card.stances": "الموقف",
  "card.certainties": "درجة التأكد",
  "suggest.held": "اقتراحات هذه الجملة تظهر بعد قرارك.",
  "suggest.count": { zero: "لا اقتراحات", one: "اقتراح واحد", two: "اقتراحان", few: "{count} اقتراحات", many: "{count} اقتراحًا", other: "{count} اقتراح" },
  "suggest.untaken": "{key} يتركها دون أخذها",
  "suggest.revealed": "حُجبت حتى قرارك",
  "suggest.claim": "ادعاء مقترح: ",
  "suggest.source": "مصدر مقترح: ",
  "suggest.of_yours": "عن ادعائك",
  "suggest.of_another": "عن ادعاء في موضع آخر",
  "suggest.relays": "ينقل عن {name}",
  "suggest.origin": "من يقترح هذا وبأي ثقة",
  "suggest.take": "خذه",
  "suggest.change": "خذه وغيّره",
  "suggest.refuse": "ارفضه",
  "tools.dismiss": "أغلق الرسالة",
  "tools.selected": "الكلمات المحددة",
  "tools.fragment": "جزء آخر",
  "tools.drop": "احذف {letter}",
  "tools.fill": "املأ {slot}",
  "tools.waiting": "بانتظار: {slot}",
  "tools.pen": "الكلمات التي تسحب فوقها تاليًا تصير: {role}",
  "tools.no_pen": "عاد السحب إلى التحديد وحده.",
  "tools.empty": "ما زال فارغًا: {slots}",
  "tools.undo": "{key} يتراجع عن: {action}",
  "tools.separator": "، ",
  "notice.select_first": "حدّد كلمات {role} أولًا.",
  "notice.role.claim": "الادعاء",
  "notice.role.source": "المصدر",
  "notice.role.cue": "مؤشر النسبة",
  "notice.role.anchor": "المرتكز",
  "notice.claim_first": "علّم ادعاءً أولًا.",
  "notice.focus_claim": "اختر ادعاءً أولًا.",
  "notice.focus_item": "الملاحظة تخص ادعاءً أو مصدرًا: اختر واحدًا أولًا.",
  "notice.no_proclitic": "لا شيء يُحذف: لا يبدأ التحديد بأي من و ف ب ل ك س.",
  "notice.no_suggestion": "لم يُختر أي اقتراح.",
  "notice.focus_words": "اختر أولًا ادعاءً أو مصدرًا له كلمات.",
  "notice.adjust.end": "⇧ مع الأسهم تحرّك النهاية، و Enter يثبّتها؛ والمفتاح نفسه ينتقل إلى الحد الآخر.",
  "notice.adjust.start": "⇧ مع الأسهم تحرّك البداية، و Enter يثبّتها؛ والمفتاح نفسه ينتقل إلى الحد التالي.",
  "overlap.title": "أيها تقصد؟",
  "dialog.ok": "موافق",
  "dialog.cancel": "إلغاء",
  "dialog.close": "إغلاق",
  "dialog.go_to": "انتقل إلى",
  "dialog.go_to_label": "الجملة، من 1 إلى {all} (الآن {here})",
  "dialog.comment": "تعليق على الجملة",
  "dialog.comment_label": "تعليق",
  "dialog.note": "ملاحظة",
  "dialog.note_label": "ملاحظة",
  "dialog.proposition": "صياغة الادعاء",
  "dialog.proposition_label": "الصياغة",
  "dialog.understood": "ادعاء لا يقوله النص إلا ضمنًا",
  "dialog.keys": "المفاتيح",
  "dialog.others_work": "عمل آخرون هنا",
  "dialog.go_on": "افعل ذلك للجميع",
  "search.label": "بحث",
  "search.field": "كلمات، أو «كلمات متتالية»",
  "search.hits": "النتائج",
  "search.here": { zero: "لا شيء في هذا المقال.", one: "جملة واحدة في هذا المقال", two: "جملتان في هذا المقال", few: "{count} جمل في هذا المقال", many: "{count} جملة في هذا المقال", other: "{count} جملة في هذا المقال" },
  "search.project": { zero: "لا شيء في المقالات الأخرى.", one: "جملة واحدة في مقالات أخرى", two: "جملتان في مقالات أخرى", few: "{count} جمل في مقالات أخرى", many: "{count} جملة في مقالات أخرى", other: "{count} جملة في مقالات أخرى" },
  "search.more": { zero: "لا شيء بعد", one: "جملة واحدة في مقالات أخرى، وغيرها", two: "أول جملتين في مقالات أخرى", few: "أول {count} جمل في مقالات أخرى", many: "أول {count} جملة في مقالات أخرى", other: "أول {count} جملة في مقالات أخرى" },
  "search.help": "↑ ↓ للاختيار · Enter ينتقل، ومرة أخرى: يبقى · Esc يعود",
  "search.close": "أغلق البحث",
  "search.items_here": { zero: "لا شيء في هذا المقال.", one: "نتيجة واحدة في هذا المقال", two: "نتيجتان في هذا المقال", few: "{count} نتائج في هذا المقال", many: "{count} نتيجة في هذا المقال", other: "{count} نتيجة في هذا المقال" },
  "search.items_project": { zero: "لا شيء في المقالات الأخرى.", one: "نتيجة واحدة في مقالات أخرى", two: "نتيجتان في مقالات أخرى", few: "{count} نتائج في مقالات أخرى", many: "{count} نتيجة في مقالات أخرى", other: "{count} نتيجة في مقالات أخرى" },
  "search.items_more": { zero: "لا شيء بعد", one: "نتيجة واحدة في مقالات أخرى، وغيرها", two: "أول نتيجتين في مقالات أخرى", few: "أول {count} نتائج في مقالات أخرى", many: "أول {count} نتيجة في مقالات أخرى", other: "أول {count} نتيجة في مقالات أخرى" },
  "search.filters": "تضييق البحث",
  "search.role": "في",
  "search.stance": "الموقف",
  "search.source": "المصدر",
  "search.published": "تاريخ النشر",
  "search.date": "التاريخ",
  "search.anywhere": "أي موضع",
  "search.any_stance": "أي موقف",
  "search.any_source": "أي مصدر",
  "search.any_date": "أي تاريخ",
  "search.date_hint": "مثل 2031-04 أو 2031-04-05/2031-06 أو 2031/.. — تاريخ النشر أو تاريخ الادعاء نفسه",
  "sources.title": "من هو المصدر؟",
  "sources.field": "الاسم",
  "sources.offered": "مصادر سُمّيت من قبل",
  "sources.here": "في هذا المقال",
  "sources.times": { zero: "لم يُذكر", one: "مرة", two: "مرتان", few: "{count} مرات", many: "{count} مرة", other: "{count} مرة" },
  "sources.none": "لم يُسمَّ من قبل ما فيه هذه الكلمات؛ يُؤخذ ما تكتبه.",
  "sources.help": "الكلمات الموجودة في الجملة تصير المصدر؛ وإلا فهو مفهوم مما سبق ويُحفظ معه الاسم.",
  "training.title": "تدريب",
  "training.known": "الجواب المعروف",
  "training.count": "{right} من {count} صحيح",
  "training.waiting": "احسم هذه الجملة فترى الجواب المعروف. حسمك الأول هو المحسوب.",
  "training.elsewhere": "هذه الجملة للقراءة فقط.",
  "training.next": "الجملة التالية",
  "training.you": "أنت",
  "training.gold": "الجواب المعروف",
  "training.nothing": "لا شيء",
  "training.right": "صحيح",
  "training.wrong": "مختلف",
  "training.missed": "فاتك",
  "training.extra": "ليس في الجواب المعروف",
  "training.field.has_claim": "ادعاء هنا",
  "training.field.claim": "ادعاء",
  "training.field.voice": "الصوت",
  "training.field.source": "مصدر",
  "training.field.cue": "مؤشر النسبة",
  "training.field.targets": "المنسوب",
  "training.field.stance": "الموقف",
  "training.field.certainty": "اليقين",
  "training.has_claim.some": "ادعاء",
  "training.voice.author": "قول الكاتب",
  "training.voice.attributed": "قول غيره",
  "training.score.has_claim": "فيها ادعاء",
  "training.score.claim": "الادعاءات",
  "training.score.source": "المصادر",
  "training.score.cue": "مؤشرات النسبة",
  "training.score.stance": "الموقف",
  "training.score.triples": "من وماذا والموقف",
  "training.mark": "حد النجاح {mark} %",
  "training.say": "{right} من {count} صحيح.",
  "training.say.wrong": "{field}: قلت {yours}، والمعروف {gold}.",
  "training.say.missed": "{field} فاتك: {gold}.",
  "training.say.extra": "{field} ليس في الجواب المعروف: {yours}.",
  "training.passed": "اجتزت التدريب.",
  "training.failed": "لم تجتز التدريب بعد؛ ابدأ جولة أخرى.",
  "conflict.title": "حفظ شخص آخر هذه الجملة قبلك",
  "conflict.keep_theirs": "أبقِ ما حفظه",
  "conflict.save_mine": "احفظ ما عندي مكانه",
  "conflict.mine": "ما عندي",
  "conflict.theirs": "ما حُفظ",
  "guide.examples": "مثلًا",
  "guide.counter": "وليس",
  "comparison.title": "جوابان عن جملة واحدة",
  "comparison.sentence": "الجملة",
  "comparison.same": "متطابق",
  "comparison.edges": "حدود أخرى",
  "comparison.alone": "هنا فقط",
  "comparison.nothing": "لا شيء معلَّم هنا.",
  "comparison.previous": "السابقة",
  "comparison.next": "التالية",
  "ledger.title": "من يقول ماذا",
  "ledger.tab.table": "الأقوال والمصادر",
  "ledger.tab.figures": "الأرقام عبر الزمن",
  "ledger.tab.relays": "من ينقل عن من",
  "ledger.save": "احفظ بصيغة",
  "ledger.saved": "حُفظ {name}.",
  "ledger.opened": "فُتحت في أداة الوسم.",
  "ledger.said": "ما قيل",
  "ledger.filters": "ما يُعرض",
  "ledger.find": "ابحث في الأقوال والمصادر",
  "ledger.shown": "اعرض",
  "ledger.stance": "الموقف",
  "ledger.any": "الكل",
  "ledger.sort": "رتّب حسب",
  "ledger.group": "اجمع حسب",
  "ledger.sides": "اجمع من ينتمون إلى جهة واحدة",
  "ledger.rare": "كل المصادر",
  "ledger.compact": "مكثّف",
  "ledger.count": "{shown} من {all} من الأقوال",
  "ledger.legend": "معاني الأشكال",
  "ledger.outlet": "الوسيلة",
  "ledger.source": "المصدر",
  "ledger.date": "التاريخ",
  "ledger.figure": "الرقم",
  "ledger.bounds": "الحدود",
  "ledger.graph": "رسم من ينقل عن من",
  "ledger.shown.all": "كل الأقوال",
  "ledger.shown.disputed": "المتنازع فيه",
  "ledger.shown.several": "ما ورد في عدة مقالات",
  "ledger.shown.linked": "المرتبط",
  "ledger.shown.changed": "ما تغيّر فيه موقف مصدر",
  "ledger.shown.figures": "ما فيه أرقام",
  "ledger.shown.conflicts": "أرقام متعارضة",
  "ledger.sort.interest": "المتنازع فيه",
  "ledger.sort.witnesses": "الشهود",
  "ledger.sort.articles": "المقالات",
  "ledger.sort.first": "أول ذكر",
  "ledger.sort.last": "آخر ذكر",
  "ledger.sort.text": "الكلمات",
  "ledger.group.none": "لا شيء",
  "ledger.group.standing": "المكانة",
  "ledger.group.outlet": "أول وسيلة",
  "ledger.standing.disputed": "متنازع فيه",
  "ledger.standing.several": "عدة شهود",
  "ledger.standing.one": "شاهد واحد",
  "ledger.standing.nobody": "لا يقول به أحد",
  "ledger.claims": { zero: "لا أقوال", one: "قول واحد", two: "قولان", few: "{count} أقوال", many: "{count} قولا", other: "{count} قول" },
  "ledger.witnesses": { zero: "بلا شاهد", one: "شاهد واحد", two: "شاهدان", few: "{count} شهود", many: "{count} شاهدا", other: "{count} شاهد" },
  "ledger.own": { zero: "لا وسيلة بصوتها", one: "وسيلة واحدة بصوتها", two: "وسيلتان بصوتهما", few: "{count} وسائل بصوتها", many: "{count} وسيلة بصوتها", other: "{count} وسيلة بصوتها" },
  "ledger.relays": { zero: "بلا نقل", one: "نقل واحد", two: "نقلان", few: "{count} نقول", many: "{count} نقلا", other: "{count} نقل" },
  "ledger.copies": { zero: "بلا نسخ", one: "نسخة واحدة", two: "نسختان", few: "{count} نسخ", many: "{count} نسخة", other: "{count} نسخة" },
  "ledger.articles": { zero: "لا مقالات", one: "مقالة واحدة", two: "مقالتان", few: "{count} مقالات", many: "{count} مقالة", other: "{count} مقالة" },
  "ledger.figures": { zero: "لا أرقام", one: "رقم واحد", two: "رقمان", few: "{count} أرقام", many: "{count} رقما", other: "{count} رقم" },
  "ledger.times": { zero: "ولا مرة", one: "مرة", two: "مرتين", few: "{count} مرات", many: "{count} مرة", other: "{count} مرة" },
  "ledger.others": { zero: "لا آخرون", one: "واحد آخر", two: "اثنان آخران", few: "{count} آخرون", many: "{count} آخرون", other: "{count} آخرون" },
  "ledger.clashes": { zero: "لا تعارض في الأرقام والتواريخ", one: "تعارض واحد في الأرقام أو التواريخ", two: "تعارضان في الأرقام أو التواريخ", few: "{count} تعارضات في الأرقام أو التواريخ", many: "{count} تعارضا في الأرقام أو التواريخ", other: "{count} تعارض في الأرقام أو التواريخ" },
  "ledger.clash.cluster": "في القول «{first}» ({outlet}): {value}، وفي «{second}» ({other_outlet})، وهو في المجموعة نفسها: {other_value}. لا يصحّان معا.",
  "ledger.clash.same": "في القول «{first}» ({outlet}): {value}، وفي «{second}» ({other_outlet})، وقد عُدّ القول نفسه: {other_value}. لا يصحّان معا.",
  "ledger.clash.restates": "في القول «{first}» ({outlet}): {value}، وفي «{second}» ({other_outlet})، وقد عُدّ أحدهما نسخة من الآخر: {other_value}. لا يصحّان معا.",
  "ledger.clash.part_of": "في القول «{first}» ({outlet}): {value}، وفي «{second}» ({other_outlet})، وقد عُدّ الأول جزءا منه: {other_value}. لا يصحّان معا.",
  "ledger.disputed": "متنازع فيه",
  "ledger.changed": "غيّر مصدر موقفه",
  "ledger.own_voice": "بصوت الوسيلة",
  "ledger.unnamed": "غير مسمّى ({kind})، {outlet}",
  "ledger.undated": "بلا تاريخ",
  "ledger.inferred": "من النص",
  "ledger.witnesses_head": "الشهود",
  "ledger.single": "أرقام منفردة بوحدتها",
  "ledger.unsure": "غير أكيد",
  "ledger.part.witness": "شاهد",
  "ledger.part.own": "بصوت الوسيلة",
  "ledger.part.relay": "ناقل",
  "ledger.part.copy": "نسخة",
  "ledger.relayed_by": "نقله {who}",
  "ledger.copies_of": "يعيد ما روته {who}: ليس شاهدا ثانيا",
  "ledger.does.relay": "ينقل عن",
  "ledger.does.copy": "ينسخ عن",
  "ledger.open": "افتح في أداة الوسم",
  "ledger.close": "أغلق",
  "ledger.related": "أقوال مرتبطة",
  "ledger.relation.contradicts": "يناقض",
  "ledger.relation.contradicts_of": "يناقض",
  "ledger.relation.updates": "يحدّث",
  "ledger.relation.updates_of": "يحدّثه",
  "ledger.relation.part_of": "جزء من",
  "ledger.relation.part_of_of": "من أجزائه",
  "ledger.relation.restates": "يعيد",
  "ledger.relation.restates_of": "يعيده",
  "ledger.empty": "لم يوسم شيء هنا بعد.",
  "ledger.none": "لا قول يوافق ما طُلب.",
  "ledger.no_figures": "لا رقم في الأقوال المعروضة.",
  "ledger.no_relays": "لا أحد هنا ينقل عن أحد.",
  "ledger.no_unit": "بلا وحدة",
  "ledger.part_of": "منهم",
  "ledger.proposed": "مقترح",
  "ledger.published_on": "يوم النشر",
  "ledger.figures_hint": "المجوّف: اقترحته القواعد ولم يؤكده أحد. المتلاشي: بلا حد من تلك الجهة. السحابة: نحو. التاريخ مع * هو تاريخ النشر.",
  "articles.drop": "أفلت المقالات هنا",
  "articles.choose": "أو اختر ملفات: txt وJSONL وCSV وParquet",
  "articles.files": "الملفات",
  "articles.too_large": "أكبر من {limit} ميغابايت: أضفه بالأمر {command}",
  "articles.unreadable": "لم يُرسَل: تعذّرت قراءة الملف أو الوصول إلى النواة",
  "articles.waiting": "بالانتظار",
  "articles.added": "تمّ",
  "articles.refused": "لم يُضَف",
  "articles.sending": "يُرسَل، {percent} %",
  "articles.reading": "يُقرأ…",
  "articles.count": { zero: "لا جديد: مقالاته موجودة في المشروع.", one: "أُضيف مقال واحد.", two: "أُضيف مقالان.", few: "أُضيفت {count} مقالات.", many: "أُضيف {count} مقالًا.", other: "أُضيف {count} مقال." },
  "group.text": "في النص",
  "group.marking": "التعليم",
  "group.card": "على البطاقة",
  "group.suggestions": "الاقتراحات",
  "group.sentence": "الجملة",
  "group.going": "التنقل",
  "group.stances": "المواقف",
  "key.left": "الكلمة إلى اليسار؛ ⇧ للتمديد وAlt للحرف",
  "key.right": "الكلمة إلى اليمين",
  "key.up": "الجملة أعلاه",
  "key.down": "الجملة أدناه",
  "key.start": "أول الجملة",
  "key.end": "آخر الجملة",
  "key.drop proclitic": "احذف و ف ب ل ك س من الأول",
  "key.adjust": "حرّك حدًّا لما هو قيد النظر: ⇧ مع الأسهم ثم ⏎؛ ومرة أخرى: حده الآخر",
  "key.cancel": "اترك التحديد أو الخانة",
  "key.mark claim": "ادعاء",
  "key.mark source": "مصدر",
  "key.mark cue": "مؤشر النسبة",
  "key.mark anchor": "مرتكز: كلمات تنوب عن الادعاء",
  "key.append": "جزء آخر مما عُلِّم أخيرًا",
  "key.append claim": "جزء آخر من الادعاء (⇧ مع رقم كل دور)",
  "key.append source": "جزء آخر من المصدر",
  "key.append cue": "جزء آخر من مؤشر النسبة",
  "key.append anchor": "جزء آخر من المرتكز",
  "key.pro_drop": "مصدر مفهوم مما سبق",
  "key.implicit": "مصدر غير مسمّى",
  "key.writer": "الادعاء من الكاتب نفسه",
  "key.author": "الكاتب يتخذ موقفًا",
  "key.another source": "مصدر آخر للادعاء نفسه",
  "key.name source": "اكتب من هو المصدر؛ تُعرض المصادر المسمّاة من قبل",
  "key.relay": "طرف ينقل عن هذا",
  "key.pick target": "اختر ادعاءاته من القائمة",
  "key.certainty": "درجة التأكد التالية",
  "key.unsure": "غير متأكد",
  "key.note": "ملاحظة",
  "key.proposition": "صُغ الادعاء",
  "key.confirm": "اعتماد العدد والتاريخ المقترحين، وإلا فتعديلهما",
  "key.understood claim": "ادعاء بلا كلمات خاصة به",
  "key.next item": "البطاقة أو السطر التالي",
  "key.previous item": "البطاقة أو السطر السابق",
  "key.delete": "احذف المحدد",
  "key.take": "خذ الاقتراح: البطاقة بسطورها، أو السطر بما يحتاج إليه",
  "key.change": "خذ الاقتراح وغيّره",
  "key.refuse": "ارفض الاقتراح نهائيًا",
  "key.undo": "تراجع",
  "key.redo": "أعد",
  "key.done": "تمّ، وانتقل إلى التالية المفتوحة؛ ويملأ الخانة المنتظرة",
  "key.nothing": "فُحصت، لا شيء هنا",
  "key.skip": "اترك",
  "key.reopen": "افتح من جديد",
  "key.flag": "علّم للمراجعة",
  "key.comment": "تعليق",
  "key.boilerplate": "نص هامشي أو لا",
  "key.segment": "نوع المقطع وتاريخه",
  "key.split": "قسم الجملة قبل كلمة المؤشر",
  "key.merge": "ادمج الجملة مع التالية",
  "key.next": "الجملة التالية",
  "key.previous": "الجملة السابقة",
  "key.next open": "الجملة المفتوحة التالية",
  "key.previous open": "الجملة المفتوحة السابقة",
  "key.go to": "انتقل إلى جملة برقمها",
  "key.search": "ابحث في المقال وفي المشروع",
  "key.whole article": "المقال كله",
  "key.guide": "إرشادات المحدد",
  "key.help": "هذه الصفحة",
  "strip.done": "تمّ",
  "strip.nothing": "لا شيء هنا",
  "strip.skip": "اترك",
  "strip.flag": "علّم",
  "strip.comment": "تعليق",
  "strip.mark claim": "ادعاء",
  "strip.mark source": "مصدر",
  "strip.mark cue": "مؤشر",
  "strip.mark anchor": "مرتكز",
  "strip.another source": "مصدر آخر",
  "strip.relay": "نقل",
  "strip.certainty": "درجة التأكد",
  "strip.unsure": "غير متأكد",
  "strip.next open": "المفتوحة التالية",
  "strip.go to": "انتقل",
  "strip.search": "ابحث",
  "strip.whole article": "المقال",
  "strip.claim list": "الادعاءات",
  "strip.undo": "تراجع",
  "strip.help": "كل المفاتيح",
  "action.mark claim": "تعليم الادعاء",
  "action.mark source": "تعليم المصدر",
  "action.mark cue": "تعليم مؤشر النسبة",
  "action.mark anchor": "تعليم المرتكز",
  "action.fill": "ملء الخانة",
  "action.source_kind pro_drop": "المصدر المفهوم مما سبق",
  "action.source_kind implicit": "المصدر غير المسمّى",
  "action.source_kind author": "موقف الكاتب",
  "action.writer": "نسبة الادعاء إلى الكاتب",
  "action.relay": "إضافة النقل",
  "action.name_source": "اسم المصدر",
  "action.understood_claim": "الادعاء المفهوم ضمنًا",
  "action.target": "الربط بالادعاء",
  "action.stance": "الموقف",
  "action.certainty": "درجة التأكد",
  "action.spans claim": "كلمات الادعاء",
  "action.spans source": "كلمات المصدر",
  "action.spans cue": "كلمات مؤشر النسبة",
  "action.spans anchor": "كلمات المرتكز",
  "action.unsure": "غير متأكد",
  "action.note": "الملاحظة",
  "action.proposition": "الصياغة",
  "action.confirm": "اعتماد العدد أو التاريخ",
  "action.feature": "السمة",
  "action.delete": "الحذف",
  "action.take suggestion": "أخذ اقتراح",
  "action.change suggestion": "أخذ اقتراح وتغييره",
  "action.refuse suggestion": "رفض اقتراح",
  "action.decide done": "قرار الإنجاز",
  "action.decide skipped": "قرار الترك",
  "action.decide open": "إعادة الفتح",
  "action.flag": "العلامة",
  "action.comment": "التعليق",
  "action.segment": "نوع المقطع",
  "action.date": "تاريخ النشر",
  "action.resolve": "حل التعارض",
  "action.split sentence": "تقسيم الجملة",
  "action.merge sentences": "دمج الجملتين",
  "group.ruling": "الاختلافات",
  "key.differences": "إلى الاختلافات، ثم عودة إلى النص",
  "key.ruling 1": "خذ الصيغة الأولى",
  "key.ruling 2": "خذ الصيغة الثانية",
  "key.ruling 3": "خذ الصيغة الثالثة",
  "key.ruling 4": "خذ الصيغة الرابعة",
  "key.ruling 5": "خذ الصيغة الخامسة",
  "key.ruling 6": "خذ الصيغة السادسة",
  "key.ruling 7": "خذ الصيغة السابعة",
  "key.ruling 8": "خذ الصيغة الثامنة",
  "key.ruling 9": "خذ الصيغة التاسعة",
  "key.ruling next": "الاختلاف التالي؛ → و← لمعاينة صيغه",
  "key.ruling previous": "الاختلاف السابق",
  "key.ruling remark": "تعليق على هذا الاختلاف",
  "key.ruling leave": "عُد إلى النص وحرِّر من جديد",
  "key.gap": "ثغرة: لا تقول الإرشادات شيئًا عن هذا",
  "key.accept unanimous": "اقبل الجمل المتفق عليها",
  "key.outcome": "ما آل إليه عملك هنا",
  "strip.differences": "الاختلافات",
  "strip.gap": "ثغرة في الإرشادات",
  "strip.accept unanimous": "اقبل المتفق عليه",
  "frame.differences": "الاختلافات",
  "frame.outcome": "ما آل إليه عملك",
  "ruling.case.waiting": "لم يُجب أحد عن هذه الجملة بعد.",
  "ruling.case.differs": { zero: "لا اختلاف ينتظر الحسم", one: "اختلاف واحد ينتظر الحسم", two: "اختلافان ينتظران الحسم", few: "{count} اختلافات تنتظر الحسم", many: "{count} اختلافًا ينتظر الحسم", other: "{count} اختلاف ينتظر الحسم" },
  "ruling.case.agreed": "الجميع متفقون.",
  "ruling.case.agreed_nothing": "الجميع متفقون: لا شيء هنا.",
  "ruling.case.settled": "حُسم كل شيء.",
  "ruling.case.late": { zero: "قُبلت، ولم يظهر اختلاف بعد ذلك.", one: "قُبلت، ثم ظهر اختلاف واحد.", two: "قُبلت، ثم ظهر اختلافان.", few: "قُبلت، ثم ظهرت {count} اختلافات.", many: "قُبلت، ثم ظهر {count} اختلافًا.", other: "قُبلت، ثم ظهر {count} اختلاف." },
  "ruling.case.done": "قُبلت.",
  "dialog.remark": "تعليق على هذا الاختلاف",
  "ruling.act.gap": "ثغرة في الإرشادات",
  "ruling.act.ruling remark": "تعليق",
  "ruling.act.ruling leave": "حرِّر من جديد",
  "ruling.accepts": "{key} للقبول.",
  "ruling.waiting": "لم يُجب بعد: {people}",
  "ruling.progress": "حُسم {settled} من {all} من الاختلافات",
  "ruling.unanimous": { zero: "لا جملة متفقًا عليها تنتظر القبول", one: "جملة واحدة متفق عليها", two: "جملتان متفق عليهما", few: "{count} جمل متفق عليها", many: "{count} جملة متفقًا عليها", other: "{count} جملة متفق عليها" },
  "ruling.kind.missed": "لم يجده الجميع",
  "ruling.kind.boundary": "الحدود",
  "ruling.kind.source": "المصدر",
  "ruling.kind.cue": "مؤشر النسبة",
  "ruling.kind.stance": "الموقف",
  "ruling.kind.certainty": "درجة التأكد",
  "ruling.kind.nesting": "تسلسل النقل",
  "ruling.kind.feature": "السمة",
  "ruling.absent": "غير موجود",
  "ruling.verdict.accepted": "أُخذت",
  "ruling.verdict.rejected": "لم تُؤخذ",
  "ruling.verdict.open": "لم تُحسم",
  "ruling.gap": "ثغرة في الإرشادات",
  "ruling.by": "حسمه {name}",
  "ruling.choose": "{number} من {all}: {version} ({people})",
  "ruling.difference": "{kind} {words}، {state}: {versions}",
  "ruling.state.open": "ينتظر الحسم",
  "ruling.state.settled": "محسوم",
  "ruling.state.own": "حُرِّر من جديد",
  "ruling.state.stale": "تغيّر بعد حسمه",
  "ruling.none": "لا اختلاف في هذه الجملة.",
  "ruling.choose_first": "اختر اختلافًا أولًا.",
  "ruling.no_version": { zero: "ليس لهذا الاختلاف صيغ.", one: "لهذا الاختلاف صيغة واحدة.", two: "لهذا الاختلاف صيغتان.", few: "لهذا الاختلاف {count} صيغ.", many: "لهذا الاختلاف {count} صيغة.", other: "لهذا الاختلاف {count} صيغة." },
  "ruling.accept.title": "قبول المتفق عليه",
  "ruling.accept.body": { zero: "لا جملة متفقًا عليها تنتظر في هذا المقال.", one: "تنتظر في هذا المقال جملة واحدة متفق عليها؛ تدخل المرجع كما هي إذا قُبلت.", two: "تنتظر في هذا المقال جملتان متفق عليهما؛ تدخلان المرجع كما هما إذا قُبلتا.", few: "تنتظر في هذا المقال {count} جمل متفق عليها؛ تدخل المرجع كما هي إذا قُبلت.", many: "تنتظر في هذا المقال {count} جملة متفقًا عليها؛ تدخل المرجع كما هي إذا قُبلت.", other: "تنتظر في هذا المقال {count} جملة متفق عليها؛ تدخل المرجع كما هي إذا قُبلت." },
  "ruling.accept.scope": "من",
  "ruling.accept.document": "هذا المقال",
  "ruling.accept.project": "كل المقالات",
  "ruling.accept.rule": "يلزم أن يكون قد أجاب اثنان على الأقل، وأن يتفق كل من أجاب.",
  "ruling.accept.share": "ما يُترك مفتوحًا ليُفحص عيّنةً",
  "ruling.accept.none": "لا شيء",
  "ruling.percent": "{percent} %",
  "group.linking": "في مقالات أخرى",
  "key.links": "إلى ادعاءات المقالات الأخرى، ثم عودة إلى النص",
  "key.linking 1": "إلى المرشَّح الأول",
  "key.linking 2": "إلى المرشَّح الثاني",
  "key.linking 3": "إلى المرشَّح الثالث",
  "key.linking 4": "إلى المرشَّح الرابع",
  "key.linking 5": "إلى المرشَّح الخامس",
  "key.linking same": "كلاهما يقول الشيء نفسه",
  "key.linking contradicts": "أحدهما يناقض الآخر",
  "key.linking updates": "الادعاء المختار يُحدِّث ذاك",
  "key.linking updates reversed": "ذاك يُحدِّث الادعاء المختار",
  "key.linking part_of": "الادعاء المختار جزء من ذاك",
  "key.linking part_of reversed": "ذاك جزء من الادعاء المختار",
  "key.linking restates": "الادعاء المختار يعيد ذاك: نسخة لا شاهد ثانٍ",
  "key.linking restates reversed": "ذاك يعيد الادعاء المختار",
  "key.linking none": "لا صلة بينهما",
  "key.linking clear": "اسحب ما قيل عنهما",
  "key.linking next": "المرشَّح التالي",
  "key.linking previous": "المرشَّح السابق",
  "key.linking next claim": "إلى الادعاء التالي في المقال",
  "key.linking previous claim": "إلى الادعاء السابق",
  "key.linking proposition": "اكتب في جملة واحدة ما تقوله ادعاءات المجموعة",
  "key.linking find": "ابحث عن ادعاء بكلماته، في أي مقال",
  "key.linking more": "اعرض ادعاءات أخرى، ومنها ما في هذا المقال",
  "key.linking open": "اقرأ ذلك الادعاء في مقاله",
  "key.linking back": "عودة إلى الادعاء الذي جئت منه",
  "key.linking leave": "عودة إلى النص",
  "strip.links": "مقالات أخرى",
  "frame.linking": "في مقالات أخرى",
  "entity.title": "من هو المصدر",
  "entity.chip": "المصدر هو: {name}",
  "entity.chip_more": "{name} ومعه {count}",
  "entity.proposed": "مقترَح: {name}. خذه",
  "entity.who": "من؟",
  "entity.choose": "قل من هو المصدر",
  "entity.field": "الاسم المطلوب",
  "entity.offered": "الكيانات",
  "entity.help": "الأسهم تختار و Enter يأخذ. لا يُحدَّد شيء من تلقاء نفسه.",
  "entity.none": "لا كيان بهذا الاسم.",
  "entity.rest": { zero: "لا غير", one: "وواحد غيرها: اكتب لتجده", two: "واثنان غيرها: اكتب لتجدهما", few: "و{count} غيرها: اكتب لتجدها", many: "و{count} غيرها: اكتب لتجدها", other: "و{count} غيرها: اكتب لتجدها" },
  "entity.take": "خذ",
  "entity.beside": "أضف إلى المختار",
  "entity.new": "جديد …",
  "entity.clear": "لا أحد",
  "entity.badge.proposed": "مقترَح",
  "entity.badge.here": "في هذا المقال",
  "entity.badge.bound": "هذا المقال وحده",
  "entity.badge.chosen": "مختار",
  "entity.of": "من {name}",
  "entity.new_title": "كيان جديد",
  "entity.edit_title": "كيان",
  "entity.names": "الأسماء، اسم في كل سطر",
  "entity.names_help": "يجوز أن تسبقه اللغة: «en: Harbour Watch».",
  "entity.kind": "النوع",
  "entity.anonymity": "كيف سُمّي",
  "entity.affiliation": "يتبع",
  "entity.note": "ملاحظة",
  "entity.unset": "—",
  "entity.save": "احفظ",
  "entity.add": "أضف وخذ",
  "entity.bound_help": "المصدر المجهول يبقى في هذا المقال: لا يُدمج بمصدر من مقال آخر أبدًا.",
  "register.title": "سجل المصادر",
  "register.filter": "الاسم المطلوب",
  "register.entities": "الكيانات",
  "register.count": { zero: "لا كيان.", one: "كيان واحد.", two: "كيانان.", few: "{count} كيانات.", many: "{count} كيانًا.", other: "{count} كيان." },
  "register.uses": { zero: "لم يُختَر", one: "اختير مرة", two: "اختير مرتين", few: "اختير {count} مرات", many: "اختير {count} مرة", other: "اختير {count} مرة" },
  "register.articles": { zero: "لا مقال", one: "مقال واحد", two: "مقالان", few: "{count} مقالات", many: "{count} مقالًا", other: "{count} مقال" },
  "register.stands": { zero: "لا غيره", one: "وعن كيان آخر", two: "وعن كيانين آخرين", few: "وعن {count} كيانات أخرى", many: "وعن {count} كيانًا آخر", other: "وعن {count} كيان آخر" },
  "register.choose": "اختر {name}",
  "register.edit": "عدِّل",
  "register.merge": "ادمج المختار",
  "register.merge_hint": "أول مختار يبقى معرِّفه، وتبقى الأسماء كلها.",
  "register.split": "افصل …",
  "register.split_title": "فصل {name}",
  "register.split_name": "اسم الجديد",
  "register.split_by_names": "يأخذ المصادر التي تُسمَّى",
  "register.split_by_articles": "يأخذ كل ما في",
  "register.split_help": "لا يُعاد كتابة ما اختاره أحد: من الآن يُقرأ هكذا.",
  "register.history": "التغييرات",
  "register.no_history": "لا تغيير بعد.",
  "register.undo": "اسحب",
  "register.undo_this": "اسحب التغيير {number}",
  "register.undone": "سُحب",
  "register.kind.add": "أُضيف",
  "register.kind.edit": "عُدِّل",
  "register.kind.merge": "دُمج",
  "register.kind.split": "فُصل",
  "register.kind.undo": "سُحب تغيير",
  "register.new": "جديد …",
  "register.close": "أغلق",
  "key.take entity": "خذ المقترَح مصدرًا",
  "key.choose entity": "قل من هو المصدر",
  "key.register": "سجل المصادر",
  "notice.focus_source": "انقر مصدرًا أولًا.",
  "say.entities": "المصدر هو {names}.",
  "say.no_entities": "لم يُسمَّ أحد مصدرًا.",
  "say.entity_separator": "، ",
  "say.entity.added": "{name} في السجل.",
  "say.entity.edited": "حُفظ {name}.",
  "say.entity.merged": { zero: "{name} عن نفسه وحده.", one: "{name} عن نفسه وحده.", two: "{name} عن كيانين الآن.", few: "{name} عن {count} كيانات الآن.", many: "{name} عن {count} كيانًا الآن.", other: "{name} عن {count} كيان الآن." },
  "say.entity.split": "{name} كيان مستقل الآن.",
  "say.entity.undone": "سُحب التغيير {number}.",
  "action.entities": "من هو المصدر",
  "action.entity_add": "كيان جديد",
  "error.entity_id": "المتوقَّع معرِّف من 1 إلى 64 من A-Z a-z 0-9 _ . : -، والوارد {id}.",
  "error.entity_taken": "المتوقَّع معرِّف لم يحمله كيان من قبل، والوارد {id}.",
  "error.entity_names": "المتوقَّع كيان له اسم، وأسماؤه {most} على الأكثر.",
  "error.entity_name": "المتوقَّع اسم من حروف، في {most} محرفًا على الأكثر ودون محارف تحكُّم، والوارد {name}.",
  "error.entity_language": "المتوقَّع لغة مثل ar أو en-GB، والوارد {language}.",
  "error.entity_word": "المتوقَّع كلمة في {most} محرفًا على الأكثر ودون محارف تحكُّم، والوارد {word}.",
  "error.entity_note": "المتوقَّع ملاحظة في {most} محرفًا على الأكثر ودون محارف تحكُّم.",
  "error.entity_unknown": "المتوقَّع كيان من السجل، والوارد {id}.",
  "error.entity_circle": "المتوقَّع تبعية لا تعود إلى {id}.",
  "error.entity_merged": "المتوقَّع كيان قائم بنفسه، والوارد {id} وقد دُمج في {into}.",
  "error.entity_merge_two": "المتوقَّع كيانان أو أكثر للدمج، كلٌّ مرة واحدة.",
  "error.entity_bound": "المتوقَّع كيانات معروفة بالاسم، والوارد {id} وهو من مقال واحد: المصادر المجهولة لا تُدمج بين المقالات أبدًا.",
  "error.entity_split_what": "المتوقَّع أسماء أو مقالات أو نِسَب يأخذها الكيان الجديد.",
  "error.entity_split_all": "المتوقَّع اسم يبقى لـ {id}، والوارد أن تؤخذ أسماؤه كلها.",
  "error.entity_no_change": "المتوقَّع تغيير في السجل، والوارد الرقم {number} وليس منه.",
  "error.entity_undone": "المتوقَّع تغيير قائم، والوارد الرقم {number} وقد سُحب.",
  "error.entity_undo_first": "المتوقَّع آخر تغيير لهذه الكيانات، والوارد الرقم {number}: اسحب الرقم {later} أولًا.",
  "error.entity_in_use": "المتوقَّع كيان لم يختره أحد، والوارد {id} وهو في نِسَب عددها {count}.",
  "error.entity_still_used": "المتوقَّع ألا يتبع {id} أحد، لكن {by} يتبعه.",
  "error.entity_stale": "المتوقَّع {id} كما رأيته، لكنه تغيَّر بعد ذلك (الرقم {number}).",
  "error.entity_stale.hint": "انظر إليه من جديد ثم غيِّره.",
  "linking.judged": { zero: "لا مرشَّح", one: "حُكم على {judged} من {count}", two: "حُكم على {judged} من {count}", few: "حُكم على {judged} من {count}", many: "حُكم على {judged} من {count}", other: "حُكم على {judged} من {count}" },
  "linking.left": { zero: "لا صلة تنتظر الحسم", one: "صلة واحدة تنتظر الحسم", two: "صلتان تنتظران الحسم", few: "{count} صلات تنتظر الحسم", many: "{count} صلة تنتظر الحسم", other: "{count} صلة تنتظر الحسم" },
  "linking.relation.differs": "تنتظر الحسم",
  "linking.relation.unspoken": "لم يتكلم عنه أحد",
  "linking.found": "ادعاءات تقول: {words}",
  "linking.looking": "البحث جارٍ في المقالات الأخرى …",
  "linking.preparing": "يجري إعداد الادعاءات المتشابهة، وستظهر من تلقاء نفسها.",
  "linking.none": "لا ادعاء في مقال آخر يشبه هذا.",
  "linking.no_cluster": "هذا الادعاء ليس في مجموعة: احكم أولًا على ادعاء آخر بأنه هو نفسه.",
  "linking.no_more_claims": "لا ادعاء بعده في هذا المقال.",
  "linking.cluster": { zero: "لا ادعاء، {articles}", one: "ادعاء واحد، {articles}", two: "ادعاءان، {articles}", few: "{count} ادعاءات، {articles}", many: "{count} ادعاءً، {articles}", other: "{count} ادعاء، {articles}" },
  "linking.articles": { zero: "لا مقال", one: "مقال واحد", two: "مقالان", few: "{count} مقالات", many: "{count} مقالًا", other: "{count} مقال" },
  "linking.in_cluster": "مرتبط",
  "linking.proposed": "مقترَح من الادعاء؛ لم يكتبه أحد.",
  "linking.write": "اكتب",
  "linking.reword": "أعد الصياغة",
  "linking.back": "عودة إلى",
  "linking.reversed": "بالعكس",
  "linking.relation.open": "ينتظر الحكم",
  "linking.relation.member": "في المجموعة نفسها",
  "linking.relation.same": "هو نفسه",
  "linking.relation.contradicts": "يناقضه",
  "linking.relation.updates": "هذا الادعاء يُحدِّثه",
  "linking.relation.updates reversed": "يُحدِّث هذا الادعاء",
  "linking.relation.part_of": "هذا الادعاء جزء منه",
  "linking.relation.part_of reversed": "جزء من هذا الادعاء",
  "linking.relation.restates": "هذا الادعاء يعيده",
  "linking.relation.restates reversed": "يعيد هذا الادعاء",
  "linking.relation.none": "لا صلة",
  "linking.relation.unsaid": "لم يقل شيئًا",
  "linking.act.same": "نفسه",
  "linking.act.contradicts": "يناقض",
  "linking.act.updates": "يُحدِّث",
  "linking.act.updates reversed": "يُحدِّثه ذاك",
  "linking.act.part_of": "جزء منه",
  "linking.act.part_of reversed": "ذاك جزء منه",
  "linking.act.restates": "يعيد",
  "linking.act.restates reversed": "يعيده ذاك",
  "linking.act.none": "لا صلة",
  "linking.act.clear": "اسحب",
  "linking.act.find": "ابحث بالكلمات",
  "linking.act.more": "المزيد، ومن هذا المقال أيضًا",
  "linking.act.open": "افتح",
  "linking.told": "{number} من {all}: {words}؛ {rest}",
  "dialog.find_claim": "كلمات من الادعاء؛ واتركه فارغًا لأشبه الادعاءات",
  "dialog.cluster": "ما تقوله ادعاءات هذه المجموعة، في جملة واحدة",
  "outcome.title": "ما آل إليه عملك",
  "outcome.all_taken": "أُخذ كما وضعته.",
  "outcome.some": { zero: "لم يُؤخذ شيء مما وضعته.", one: "أُخذ واحد كما وضعته، من أصل {all}.", two: "أُخذ اثنان كما وضعتهما، من أصل {all}.", few: "أُخذ {count} كما وضعتها، من أصل {all}.", many: "أُخذ {count} كما وضعتها، من أصل {all}.", other: "أُخذ {count} كما وضعتها، من أصل {all}." },
  "outcome.taken": "أُخذ",
  "outcome.changed": "تغيّر",
  "outcome.dropped": "لم يُؤخذ",
  "outcome.missed": "أضافه المرجع",
  "outcome.mine": "عندك",
  "outcome.gold": "في المرجع",
  "outcome.link": "ربط",
  "outcome.with": "مع",
  "outcome.field.spans": "الكلمات",
  "outcome.field.proposition": "الصياغة",
  "outcome.field.cluster": "المجموعة",
  "outcome.field.source": "المصدر",
  "outcome.field.entities": "المقصود",
  "outcome.field.cue": "مؤشر النسبة",
  "outcome.field.anchor": "المرتكز",
  "outcome.field.targets": "ما يتحدث عنه",
  "outcome.field.stance": "الموقف",
  "outcome.field.certainty": "درجة التأكد",
  "outcome.by": "قرّره {name}",
  "outcome.comment": "تعليق: {text}",
  "outcome.gap": "في الإرشادات ثغرة هنا: لم يخطئ أحد.",
  "outcome.none": "لا قرار على هذه الجملة يمكنك الاطلاع عليه بعد.",
  "outcome.nothing": "لا شيء",
  "say.words": "{role}: {quotes}.",
  "say.role.claim": "ادعاء",
  "say.role.source": "مصدر",
  "say.role.cue": "مؤشر النسبة",
  "say.role.anchor": "مرتكز",
  "say.role.words": "كلمات",
  "say.source_kind": "المصدر: {kind}.",
  "say.kind.pro_drop": "مفهوم مما سبق",
  "say.kind.implicit": "غير مسمّى",
  "say.kind.author": "الكاتب",
  "say.nothing": "لا شيء هنا.",
  "say.status.done": "تمّ.",
  "say.status.skipped": "تُركت.",
  "say.status.open": "فُتحت من جديد.",
  "say.flagged": "عُلِّمت للمراجعة.",
  "say.unflagged": "أُزيلت العلامة.",
  "say.armed": "التالي: {slot}.",
  "say.done.writer": "الادعاء من الكاتب نفسه.",
  "say.done.relay": "أُضيف ناقل.",
  "say.done.name_source": "سُمّي المصدر.",
  "say.done.delete": "حُذف.",
  "say.done.note": "حُفظت الملاحظة.",
  "say.done.proposition": "حُفظت الصياغة.",
  "say.done.comment": "حُفظ التعليق.",
  "say.done.understood_claim": "أُضيف ادعاء مفهوم ضمنًا.",
  "say.done.spans": "تغيّرت الكلمات.",
  "say.done.target": "تغيّر الربط.",
  "say.done.confirm": "اعتُمد العدد أو التاريخ.",
  "say.done.feature": "ضُبطت السمة.",
  "say.done.segment": "تغيّر المقطع.",
  "say.done.date": "ضُبط تاريخ النشر.",
  "say.done.resolve": "حُلّ التعارض.",
  "say.done.split": "قُسمت الجملة اثنتين.",
  "say.done.merge": "دُمجت مع التالية.",
  "say.carried": "انتقل معها ما قاله غيرك.",
  "say.done.take": "أُخذ الاقتراح.",
  "say.done.refuse": "رُفض الاقتراح.",
  "say.untaken": { zero: "لم يُترك أي اقتراح.", one: "تُرك اقتراح واحد.", two: "تُرك اقتراحان.", few: "تُركت {count} اقتراحات.", many: "تُرك {count} اقتراحًا.", other: "تُرك {count} اقتراح." },
  "say.suggested_claim": "ادعاء مقترح: {quotes} ({origin}).",
  "say.suggested_source": "مصدر مقترح: {quotes} ({origin}).",
  "say.undo": "تراجُع: {action}.",
  "say.redo": "إعادة: {action}.",
  "say.no_undo": "لا شيء يُتراجع عنه.",
  "say.no_redo": "لا شيء يُعاد.",
  "say.no_sentence": "لا جملة في هذا الاتجاه.",
  "say.no_open": "لا جملة مفتوحة في هذا الاتجاه.",
  "error.no_words": "يلزم تحديد كلمات لهذا الدور ({role})، ولا تحديد.",
  "error.nothing_armed": "تلزم خانة تنتظر كلمات، ولا خانة كذلك.",
  "error.nothing_armed.hint": "اضغط مفتاح دور، أو انقر خانة أولًا.",
  "error.no_claim": "يلزم اختيار ادعاء، ولا ادعاء مختار.",
  "error.no_claim.hint": "علّم الادعاء أولًا.",
  "error.has_source": "يلزم ادعاء بلا مصدر، ولهذا مصدر.",
  "error.has_source.hint": "احذف نسبته أولًا.",
  "error.no_proposition": "تلزم صياغة: الادعاء بلا كلمات يحتاج إليها.",
  "error.no_attribution": "يلزم اختيار نسبة، ولا نسبة مختارة.",
  "error.no_attribution.hint": "حدّد المصدر في النص، أو انقر نسبة على بطاقة.",
  "error.no_card": "يلزم اختيار بطاقة، ولا بطاقة مختارة.",
  "error.no_card.hint": "انقر بطاقة أولًا.",
  "error.no_suggestion": "المتوقع اقتراح مختار، ولا شيء مختار.",
  "error.no_suggestion.hint": "انتقل إلى واحد بمفتاحي البطاقة التالية والسابقة، أو انقر عليه.",
  "error.suggestion_answered": "المتوقع اقتراح ينتظر جوابًا، وهذا لا ينتظر.",
  "error.no_stance": "يلزم الموقف قبل درجة التأكد، ولا موقف.",
  "error.certainty": "تلزم درجة تأكد تناسب «{stance}» ({allowed})، والمعطى {value}.",
  "error.no_claim_words": "تلزم للادعاء كلمات أو صياغة، ولا شيء منهما.",
  "error.feature_figure": "يلزم عدد أو مقدار مثل ⁨1500 soldier⁩ أو ⁨~12000⁩ أو ⁨>=10000⁩ أو ⁨10000..12000⁩، والمُدخل: ⁨{given}⁩.",
  "error.feature_figure.hint": "افصل بين الأعداد بفاصلة منقوطة لاتينية، واكتب part قبل ما هو جزء من غيره.",
  "error.feature_edtf": "يلزم تاريخ بصيغة EDTF مثل ⁨2031-10-24⁩ أو ⁨2031-10⁩ أو ⁨2031-10-08/2031-10-13⁩، والمُدخل: ⁨{given}⁩.",
  "error.empty_claim": "تلزم صياغة: ليس لهذا الادعاء كلمات.",
  "error.has_annotations": { zero: "تلزم جملة بلا وسوم.", one: "تلزم جملة بلا وسوم، وفي هذه وسم واحد.", two: "تلزم جملة بلا وسوم، وفي هذه وسمان.", few: "تلزم جملة بلا وسوم، وفي هذه {count} وسوم.", many: "تلزم جملة بلا وسوم، وفي هذه {count} وسمًا.", other: "تلزم جملة بلا وسوم، وفي هذه {count} وسم." },
  "error.has_annotations.hint": "احذفها أولًا، أو اقبل الجملة منجزة.",
  "error.training_answered": "يلزم جواب لم يُحسم بعد: هذا حُسم، وحسمك الأول هو المحسوب.",
  "error.training_answered.hint": "انتقل إلى الجملة التالية؛ في جولة أخرى جمل أخرى.",
  "error.training_elsewhere": "يلزم جملة من التدريب، وهذه للقراءة فقط.",
  "error.training_elsewhere.hint": "الجملة المفتوحة التالية هي المطلوبة.",
  "error.training_decide": "يلزم حسم: في التدريب تُجاب كل جملة.",
  "error.training_decide.hint": "قل تمّ، أو لا شيء هنا؛ وما لست متأكدًا منه يمكن تعليمه.",
  "error.training_shared": "يلزم تدريب، وهذا تغيير للمقال: مكانه العمل الفعلي.",
  "error.no_annotations": "يلزم ما يُقبل، ولا وسوم في هذه الجملة.",
  "error.no_annotations.hint": "قل بدلًا من ذلك: لا شيء هنا.",
  "error.unfinished": { zero: "تلزم ادعاءات مكتملة.", one: "تلزم ادعاءات مكتملة، وفيها خانة فارغة: {slots}.", two: "تلزم ادعاءات مكتملة، وفيها خانتان فارغتان: {slots}.", few: "تلزم ادعاءات مكتملة، وفيها {count} خانات فارغة: {slots}.", many: "تلزم ادعاءات مكتملة، وفيها {count} خانة فارغة: {slots}.", other: "تلزم ادعاءات مكتملة، وفيها {count} خانة فارغة: {slots}." },
  "error.unfinished.hint": "املأ المعلَّم أو احذفه.",
  "error.not_given": "أُسندت هذه الجملة إلى غيرك: يُحفظ ما تعلّمه هنا، لكن القرار عليها ليس لك.",
  "error.not_given_article": "الجملة {number} من مقال أُسند إلى غيرك، وجملتك التالية {next}.",
  "error.not_given_article.hint": "انتقل إلى الجملة التالية أو إلى الجملة المفتوحة التالية.",
  "error.withdrawn": "سُحب هذا المقال من المشروع، ولم يُحفظ شيء.",
  "error.withdrawn.hint": "فُتح مقال آخر.",
  "error.no_sentence": "يلزم رقم جملة من 1 إلى {last}، والمعطى {number}.",
  "error.unknown_id": "يلزم معرّف من هذا المقال أو معرّف وثيقة، والمعطى {id}.",
  "error.several_places": "يلزم معرّف موضع واحد، والمعطى {id} وهو في {documents}.",
  "error.several_places.hint": "انتقل أولًا إلى الوثيقة بمعرّفها.",
  "error.no_name": "يلزم اسم مصدر، ولا اسم.",
  "error.date": "يلزم تاريخ بصيغة EDTF، والمعطى {date}.",
  "error.date.hint": "اكتب 2024-10-24، أو 2024-10? إن لم يُعرف اليوم.",
  "error.circle": { zero: "تلزم سلسلة تنتهي بادعاءات، وهذه دائرة.", one: "تلزم سلسلة تنتهي بادعاءات، وهذه تعود إلى نفسها.", two: "تلزم سلسلة تنتهي بادعاءات، وهذه دائرة من اثنين.", few: "تلزم سلسلة تنتهي بادعاءات، وهذه دائرة من {count}.", many: "تلزم سلسلة تنتهي بادعاءات، وهذه دائرة من {count}.", other: "تلزم سلسلة تنتهي بادعاءات، وهذه دائرة من {count}." },
  "error.other_text": "يلزم نص الوثيقة بين {start} و{end}، والمعطى نص آخر.",
  "error.other_text.hint": "أعد تحميل الصفحة: المقال على الشاشة ليس المحفوظ.",
  "error.half_letter": "تلزم حروف كاملة، والتحديد يقطع حرفًا.",
  "error.others_here": { zero: "هذا يسري على الجميع.", one: "هذا يسري على الجميع، وقد عمل غيرك هنا.", two: "هذا يسري على الجميع، وقد عمل اثنان غيرك هنا.", few: "هذا يسري على الجميع، وقد عمل {count} غيرك هنا.", many: "هذا يسري على الجميع، وقد عمل {count} غيرك هنا.", other: "هذا يسري على الجميع، وقد عمل {count} غيرك هنا." },
  "error.others_here.hint": "تنتقل ادعاءاتهم إلى الجملة التي تبدأ فيها، وتُفتح قراراتهم عليها من جديد؛ ويُبقي المرجع قراره.",
  "error.others_work": "هذا يسري على الجميع، وقد عمل آخرون هنا (عدد ادعاءات كل منهم): {people}.",
  "error.others_work.hint": "تنتقل ادعاءاتهم إلى الجملة التي تبدأ فيها، وتُفتح قراراتهم عليها من جديد؛ ويُبقي المرجع قراره.",
  "error.sentences_changed": "تلزم الجملة التي كانت على الشاشة، وقد قسمها شخص آخر أو دمجها.",
  "error.sentences_changed.hint": "انظر إليها كما هي الآن، ثم أعد ما فعلت.",
  "error.split_edge": "يلزم موضع داخل الجملة للتقسيم، والمعطى طرفها.",
  "error.split_word": "يلزم موضع بين كلمتين للتقسيم، والمعطى داخل كلمة.",
  "error.split_word.hint": "ضع المؤشر قبل الكلمة الأولى من الجملة الثانية.",
  "error.split_empty": "تلزم كلمات على جانبي موضع التقسيم.",
  "error.split_empty.hint": "ضع المؤشر قبل الكلمة الأولى من الجملة الثانية.",
  "error.merge_last": "تلزم جملة بعدها أخرى، وهذه هي الأخيرة.",
  "error.merge_kinds": "تلزم جملتان من المقال أو جملتان من نص هامشي، والمعطى واحدة من كل نوع.",
  "error.merge_kinds.hint": "قل أولًا ما هذا المقطع.",
  "error.merge_gold": "يلزم قرار واحد في المرجع على الجملتين، وفيه قراران.",
  "error.merge_gold.hint": "قرّر الجملتين في المرجع أولًا، أو لا تقرّر أيًّا منهما.",
  "settings.title": "الإعدادات",
  "settings.interface": "المظهر",
  "settings.language": "اللغة",
  "settings.theme": "الألوان",
  "settings.text_size": "حجم النص",
  "settings.auto_language": "حسب المتصفح",
  "settings.theme.auto": "حسب الصفحة",
  "settings.theme.light": "فاتحة",
  "settings.theme.dark": "داكنة",
  "settings.theme.contrast": "تباين عالٍ",
  "settings.percent": "{percent} %",
  "settings.keys": "المفاتيح",
  "settings.keys_hint": "اختر واحدًا ثم اضغط المفاتيح التي تريدها له.",
  "settings.change": "{operation}: {keys}. تغيير",
  "settings.no_key": "بلا",
  "settings.press": "اضغط المفاتيح الجديدة؛ Esc يتركها كما هي",
  "settings.clash": "المفتاح {key} مستعمل: {other}",
  "settings.swap": "بدّل بينهما",
  "settings.leave": "اتركه",
  "settings.reserved": "المفتاح {key} للمتصفح أو للدفتر",
  "settings.usual": "كما كان",
  "settings.reset_keys": "كل المفاتيح كما كانت",
  "settings.changed": "{operation}: {keys}",
  "bar.settings": "الإعدادات",
  "key.settings": "اللغة والألوان والحجم والمفاتيح",
  "key.claim list": "قائمة الادعاءات، للمقال أو للمقالات كلها، مع مرشِّحات",
  "say.done.settings": "حُفظت الإعدادات.",
  "error.settings": "تلزم إعدادات للواجهة، والمعطى غيرها: {fault}.",
  "error.key_twice": "يلزم لكل عملية مفتاح خاص، وللمفتاح {code} عمليتان.",
  "error.store_full": "قرص المخزن ⁨{place}⁩ ممتلئ.",
  "error.store_full.hint": "أخلِ بعض المساحة ثم أعد المحاولة.",
  "error.store_read_only": "المخزن ⁨{place}⁩ للقراءة فقط.",
  "error.store_read_only.hint": "اسمح بالكتابة في الملف ومجلده أو انقلهما، ثم أعد المحاولة.",
  "error.store_denied": "لا يسمح المخزن ⁨{place}⁩ بذلك لهذا المستخدم: ⁨{reason}⁩.",
  "error.store_denied.hint": "اسأل مالك قاعدة البيانات؛ الأمر `workbench grant ROLE` يمنح الواسمين صلاحياتهم.",
  "error.store_locked": "المخزن ⁨{place}⁩ محجوز لبرنامج آخر.",
  "error.store_locked.hint": "أعد المحاولة؛ وإن طال ذلك فأغلق البرنامج الآخر الذي يفتح المخزن.",
  "error.store_damaged": "تعذّرت قراءة المخزن ⁨{place}⁩: ⁨{reason}⁩.",
  "error.store_damaged.hint": "افحص القرص، واستعد الملف من أحدث نسخة احتياطية.",
  "error.store_gone": "تعذّر الوصول إلى المخزن ⁨{place}⁩: ⁨{reason}⁩.",
  "error.store_gone.hint": "تحقق من وجود الملف أو الخادم، ثم أعد المحاولة.",
  "error.store_failed": "رفض المخزن ⁨{place}⁩ ما طُلب منه: ⁨{reason}⁩.",
  "error.half_pair": "يلزم نص بترميز يونيكود، وفي هذا نصف رمز.",
  "error.half_pair.hint": "اكتب النص من جديد.",
  "error.saved_first": "حفظ شخص آخر الجملة ⁨{sentence}⁩ قبلك.",
  "error.saved_first.hint": "انظر إلى الجوابين ثم أبقِ أحدهما.",
  "error.segments_first": "غيّر شخص آخر مقاطع هذا المقال قبلك.",
  "error.segments_first.hint": "انظر إليها كما هي الآن، ثم أعد ما فعلت.",
  "error.split_since": "قُسمت الجمل أو دُمجت من جديد منذ ذلك الحين.",
  "error.split_since.hint": "تراجع عن ذلك أولًا، أو اقسم وادمج بنفسك.",
  "error.work_since": "عمل شخص آخر في هذه الجمل منذ ذلك الحين.",
  "error.work_since.hint": "اقسم أو ادمج بنفسك: ما قيل ينتقل معها.",
  "error.changed_since": "تغيّرت الجملة ⁨{sentence}⁩ منذ ذلك الحين.",
  "error.changed_since.hint": "انظر إلى الجوابين ثم أبقِ أحدهما.",
  "error.unknown_document": "تلزم وثيقة من هذا المشروع، والمعطى ⁨{id}⁩.",
  "error.unknown_document.hint": 'يسردها `project.frame("documents")`.',
  "error.no_query": "تلزم كلمات للبحث عنها، ولا كلمات.",
  "error.search_filter": "المتوقع قبل النقطتين مرشّح (دور، موقف، مصدر، نشر، تاريخ)، والموجود {name}.",
  "error.search_filter.hint": "ضع الكلمات التي فيها نقطتان بين علامتي تنصيص.",
  "error.search_twice": "المتوقع قيمة واحدة لـ«{name}»، والموجود أكثر من واحدة.",
  "error.search_source": "المتوقع كلمات من اسم المصدر.",
  "error.search_date": "المتوقع تاريخ مثل 2031-04 أو 2031-04-05/2031-06، والموجود {got}.",
  "error.search_label": "المتوقع لـ«{name}» واحد من: {known}، والموجود {got}.",
  "error.no_document": "تلزم وثيقة، ولا وثيقة تُقرأ.",
  "error.no_document.hint": "أضف مقالات.",
  "error.protocol": "يلزم البروتوكول {expected}، والمعطى {got}.",
  "error.protocol.hint": "أعد تشغيل النواة وحمّل الصفحة من جديد: نسختاهما مختلفتان.",
  "error.unforeseen": "حدث خلل في الأداة (⁨{name}⁩)، ولم يُحفظ شيء.",
  "error.unforeseen.hint": "التفاصيل في سجل النواة.",
  "error.other": "تعذّر تنفيذ الطلب: {message}",
  "list.title": "ادعاءات المقال",
  "list.all_title": "ادعاءات المقالات كلها",
  "list.scope": "ادعاءات",
  "list.article": "هذا المقال",
  "list.project": "كل المقالات",
  "list.more": "المزيد",
  "list.found": { zero: "لا ادعاء", one: "ادعاء واحد", two: "ادعاءان", few: "{count} ادعاءات", many: "{count} ادعاءً", other: "{count} ادعاء" },
  "list.first": { zero: "البحث جارٍ", one: "ادعاء واحد، وغيره", two: "أول ادعاءين", few: "أول {count} ادعاءات", many: "أول {count} ادعاءً", other: "أول {count} ادعاء" },
  "list.filters": "إظهار",
  "list.any_stance": "أي موقف",
  "list.any_source": "أي مصدر",
  "list.flagged": "معلَّمة",
  "list.unsure": "غير متأكد",
  "list.close": "أغلق القائمة",
  "list.none": "لا ادعاء كذلك.",
  "list.count": { zero: "لا ادعاء من {all}", one: "ادعاء واحد من {all}", two: "ادعاءان من {all}", few: "{count} ادعاءات من {all}", many: "{count} ادعاءً من {all}", other: "{count} ادعاء من {all}" },
  "chain.says": "صدر عن {who} {stance}{certainty}: {claim}",
  "chain.relays": "بحسب {who}، {said}",
  "chain.about": "صدر عن {who} {stance}{certainty} بشأن الآتي: {said}",
  "chain.own": "يقوله الكاتب من عنده: {claim}",
  "chain.certainty": " ({certainty})",
  "chain.open": "كلام (الموقف؟) عن",
  "chain.stance.affirm": "إثبات",
  "chain.stance.deny": "نفي",
  "chain.stance.doubt": "تشكيك",
  "chain.stance.noncommittal": "كلام بلا التزام",
  "chain.stance.decline": "امتناع عن التعليق",
  "chain.stance.report": "نقل",
  "chain.source.pro_drop": "مصدر مفهوم مما سبق",
  "chain.source.implicit": "مصدر غير مسمّى",
  "chain.source.author": "الكاتب",
  "chain.source.none": "جهة (المصدر؟)",
  "difference.kind.missed": "ادعاء فائت",
  "difference.kind.boundary": "الحدود",
  "difference.kind.source": "المصدر",
  "difference.kind.cue": "كلمة الإسناد",
  "difference.kind.stance": "الموقف",
  "difference.kind.certainty": "درجة اليقين",
  "difference.kind.nesting": "التداخل",
  "difference.kind.feature": "السمة",
  "difference.kind.link": "الربط بين الادعاءات",
  "difference.label": "{kind}: {versions}",
  "difference.version": "{number}، {words} ({people})",
  "difference.absent": "غير موجود",
  "difference.there": "موجود",
  "difference.none": "لا شيء",
  "say.chosen": "أُخذت الصيغة {number}.",
  "say.left": { zero: "لم يبق اختلاف.", one: "بقي اختلاف واحد.", two: "بقي اختلافان.", few: "بقيت {count} اختلافات.", many: "بقي {count} اختلافًا.", other: "بقي {count} اختلاف." },
  "say.all_settled": "حُسمت الاختلافات كلها.",
  "say.links_left": { zero: "لا صلة لادعاءاتها تنتظر الحسم.", one: "تنتظر صلة واحدة لادعاءاتها الحسم.", two: "تنتظر صلتان لادعاءاتها الحسم.", few: "تنتظر {count} صلات لادعاءاتها الحسم.", many: "تنتظر {count} صلة لادعاءاتها الحسم.", other: "تنتظر {count} صلة لادعاءاتها الحسم." },
  "say.done.nothing": "لا شيء هنا؛ هذا هو المرجع.",
  "say.gap": "سُجّلت ثغرة في الإرشادات.",
  "say.no_gap": "لم تعد ثغرة في الإرشادات.",
  "say.done.remark": "حُفظت الملاحظة.",
  "say.accepted": { zero: "لم تُقبل أي جملة", one: "قُبلت جملة واحدة", two: "قُبلت جملتان", few: "قُبلت {count} جمل", many: "قُبلت {count} جملة", other: "قُبلت {count} جملة" },
  "say.sampled": { zero: "، ولم يُترك شيء للمراجعة.", one: "، وتُركت جملة واحدة للمراجعة.", two: "، وتُركت جملتان للمراجعة.", few: "، وتُركت {count} جمل للمراجعة.", many: "، وتُركت {count} جملة للمراجعة.", other: "، وتُركت {count} جملة للمراجعة." },
  "action.choose": "اختيار صيغة",
  "action.nothing": "لا شيء هنا",
  "action.gap": "ثغرة في الإرشادات",
  "action.remark": "ملاحظة",
  "action.accept unanimous": "قبول المتفق عليه",
  "error.no_version": "المتوقع رقم صيغة من 1 إلى {count}، وجاء غيره.",
  "error.no_difference": "المتوقع اختلاف بين المعلّمين، ولا يوجد مثله الآن.",
  "error.no_difference.hint": "ربما وصلت إجابات جديدة؛ انظر إلى الجملة مرة أخرى.",
  "error.not_adjudicating": "المتوقع تحكيم، وهذا تعليم شخص واحد.",
  "error.not_adjudicating.hint": "افتحه بالأمر project.adjudicate(name).",
  "error.unsettled": { zero: "لا اختلاف ينتظر الحسم ({kinds}).", one: "اختلاف واحد لم يُحسم بعد ({kinds}).", two: "اختلافان لم يُحسما بعد ({kinds}).", few: "{count} اختلافات لم تُحسم بعد ({kinds}).", many: "{count} اختلافًا لم يُحسم بعد ({kinds}).", other: "{count} اختلاف لم يُحسم بعد ({kinds})." },
  "error.unsettled.hint": "اختر صيغة لكل منها، أو قل إنه لا شيء هنا.",
  "error.waits_elsewhere": { zero: "لا إسناد هنا ينتظر ادعاء في جملة أخرى.", one: "إسناد واحد هنا يخص ادعاء في جملة أخرى لم يُحسم بعد.", two: "إسنادان هنا يخصان ادعاءات في جمل أخرى لم تُحسم بعد.", few: "{count} إسنادات هنا تخص ادعاءات في جمل أخرى لم تُحسم بعد.", many: "{count} إسنادًا هنا تخص ادعاءات في جمل أخرى لم تُحسم بعد.", other: "{count} إسناد هنا تخص ادعاءات في جمل أخرى لم تُحسم بعد." },
  "error.waits_elsewhere.hint": "احسم الادعاءات هناك أولًا.",
  "error.others_undo": "آخر عمل في المرجع هو لـ{name}: ليس لك أن تتراجع عنه.",
  "error.others_undo.hint": "اسأله، أو غيّر الجملة بيدك.",
  "error.share": "المتوقعة نسبة من 0 إلى 1، وجاء {share}.",
  "say.link.same": "الادعاء نفسه.",
  "say.link.contradicts": "يناقضه.",
  "say.link.updates": "يحدّثه.",
  "say.link.part_of": "جزء منه.",
  "say.link.restates": "يعيده بلفظه.",
  "say.link.none": "لا صلة بينهما.",
  "say.link.nothing": "أُلغي الحكم.",
  "say.link.parted": { zero: "لم يسقط معه أي حكم سابق.", one: "سقط معه حكم سابق واحد.", two: "سقط معه حكمان سابقان.", few: "سقطت معه {count} أحكام سابقة.", many: "سقط معه {count} حكمًا سابقًا.", other: "سقط معه {count} حكم سابق." },
  "say.done.cluster_proposition": "حُفظ مضمون المجموعة.",
  "action.link": "ربط ادعاءين",
  "action.cluster_proposition": "مضمون مجموعة",
  "error.link_itself": "يلزم ادعاء آخر، وهذا هو المحدَّد نفسه.",
  "error.link_gone": "لم يعد الادعاء الآخر موجودًا.",
  "error.link_gone.hint": "انظر إلى القائمة من جديد.",
  "error.no_cluster": "يلزم ادعاء في مجموعة، وهذا ليس في أي مجموعة.",
  "error.no_cluster.hint": "اربطه بادعاء آخر أولًا.",
  "error.linked_since": "قيل عن هذين الادعاءين شيء آخر منذ ذلك الحين.",
  "error.linked_since.hint": "قل فيهما ما تريد أن يقال."
};

// workbench/session/texts-en.json
var texts_en_default = {
  "frame.progress": "Progress",
  "frame.area": "annotation area",
  "frame.article": "Article",
  "frame.guideline": "Guideline",
  "frame.claims": "Claims",
  "frame.keys": "Keys",
  "frame.waiting": "No answer from the kernel yet. If it stays so, run the cell again.",
  "frame.empty": "This project has no articles yet. Add some, then run the cell again.",
  "frame.empty_queue": "No sentences have been given to you yet. Ask whoever gives them out, then run the cell again.",
  "frame.whole": "Whole article",
  "frame.focused": "Sentence in focus",
  "announce.claim": "claim: ",
  "announce.source": "source: ",
  "announce.cue": "cue: ",
  "announce.anchor": "anchor: ",
  "announce.suggestion": "suggestion: ",
  "bar.annotator": "annotator",
  "bar.go_to": "Go to a sentence",
  "bar.place": "sentence {here} of {all}",
  "bar.flagged": { one: "{count} flagged", other: "{count} flagged" },
  "bar.all_decided": "all decided",
  "bar.to_do": { one: "{count} to do", other: "{count} to do" },
  "bar.decided_label": "sentences decided",
  "bar.decided": "{done} of {all} decided",
  "bar.warnings": "about this store",
  "bar.smaller": "Smaller text",
  "bar.larger": "Larger text",
  "bar.help": "Keys and help",
  "bar.proposed": "A date that the text states: confirm or change it",
  "bar.date": "Publication date",
  "time.under_a_minute": "under a minute left",
  "time.minutes": { one: "~{count} min left", other: "~{count} min left" },
  "time.hours": { one: "~{count} h left", other: "~{count} h left" },
  "save.saved": "Saved",
  "save.saved_detail": "Everything is on disk",
  "save.saving": "Saving…",
  "save.saving_detail": { one: "{count} change on the way", other: "{count} changes on the way" },
  "save.unsaved": "NOT SAVED {count}",
  "save.unreached": "NO CONNECTION",
  "save.kept": "kept in this browser, sent again by itself",
  "save.not_kept": "NOT kept by this browser: do not close the page",
  "reason.unreachable": "the kernel cannot be reached",
  "reason.silent": "no answer from the kernel",
  "status.open": "open",
  "status.done": "done",
  "status.skipped": "skipped",
  "slot.source": "source",
  "slot.cue": "cue",
  "slot.stance": "stance",
  "slot.target": "claim",
  "slot.proposition": "proposition",
  "kind.headline": "headline",
  "kind.subheading": "subheading",
  "kind.summary": "summary",
  "kind.body": "body",
  "kind.related": "related",
  "kind.credit": "credit",
  "kind.boilerplate": "boilerplate",
  "segment.title": "What this stretch is",
  "segment.kind": "Kind",
  "segment.scope": "Of",
  "segment.sentence": "this sentence",
  "segment.whole": { one: "the whole stretch ({count} sentence)", other: "the whole stretch ({count} sentences)" },
  "segment.published": "Published",
  "segment.reason": "Marked by: {reason}",
  "margin.not_given": "given to others: not to be decided here",
  "margin.flagged": "flagged",
  "because.advertisement": "advertisement",
  "because.agency-line": "agencies",
  "because.app": "app",
  "because.breadcrumbs": "path of pages",
  "because.by-name": "author",
  "because.byline": "byline",
  "because.comments": "comments",
  "because.cookies": "cookies",
  "because.copyright": "copyright",
  "because.dateline": "dateline",
  "because.email": "e-mail",
  "because.follow": "follow us",
  "because.keywords": "keywords",
  "because.menu": "menu",
  "because.photo-credit": "photo credit",
  "because.previous-next": "previous, next",
  "because.published": "published",
  "because.punctuation": "punctuation",
  "because.read-also": "read also",
  "because.read-also-link": "link",
  "because.reading-time": "reading time",
  "because.share": "share",
  "because.source": "source",
  "because.tail": "after the end",
  "because.time-ago": "time ago",
  "because.updated": "updated",
  "because.url": "address",
  "because.view-count": "views",
  "because.weather": "weather",
  "card.looked": "Looked: nothing here.",
  "card.skipped": "Skipped.",
  "card.none": "No claim marked yet.",
  "card.none_hint": "Select words and press {claim}, or {nothing} where there is nothing.",
  "card.writers_own": "the writer's own",
  "card.claim": "claim {number}",
  "card.understood_claim": "understood claim {number}",
  "card.elsewhere": "sentence {number}",
  "card.unsure": "unsure",
  "card.lacks_source": "source?",
  "card.lacks_stance": "stance?",
  "card.lacks_claim": "which claim?",
  "card.reword": "reword",
  "card.in_words": "in words",
  "card.sure": "sure",
  "figure.proposed": "Proposed from the words of the claim; not confirmed yet.",
  "figure.confirm": "confirm",
  "figure.confirm_one": "{feature}: {value}, proposed. Confirm it.",
  "figure.set": "{feature}: {value}",
  "figure.placeholder.figure": "1500 soldier",
  "figure.placeholder.edtf": "2031-10-24",
  "figure.conflict": "{here} here and {there} there cannot both be true.",
  "figure.clear": "Clear",
  "figure.none": "No figure and no date is proposed for this claim.",
  "card.note": "note",
  "card.delete": "delete",
  "card.source_waits": "Source? Select it in the text, or {kinds}",
  "card.another_waits": "Another source? Select it in the text, or {kinds}",
  "card.source_hint": "Select the source in the text, or {kinds}",
  "card.another_source": "another source",
  "card.source": "source",
  "card.understood": "understood",
  "card.unnamed": "unnamed",
  "card.writer": "the writer",
  "card.typed": "typed",
  "card.choose": "Which claim does it speak of? Pick it here or in the text, or mark a new one.",
  "card.mark_it": "Mark the claim that it speaks of.",
  "card.find_claim": "Type to find one ({key} again)",
  "card.more_claims": { one: "and {count} more: type to find it", other: "and {count} more: type to find one" },
  "card.relayed_by": "relayed by {name}",
  "card.relay": "relayed by…",
  "card.targets": "claims",
  "card.some_source": "a source",
  "card.question": "?",
  "card.stances": "stance",
  "card.certainties": "certainty",
  "suggest.held": "Suggestions for this sentence come after your decision.",
  "suggest.count": { one: "{count} suggestion", other: "{count} suggestions" },
  "suggest.untaken": "{key} leaves them untaken",
  "suggest.revealed": "held back until your decision",
  "suggest.claim": "suggested claim: ",
  "suggest.source": "suggested source: ",
  "suggest.of_yours": "of your claim",
  "suggest.of_another": "of a claim elsewhere",
  "suggest.relays": "relays {name}",
  "suggest.origin": "who suggests this, and how surely",
  "suggest.take": "take",
  "suggest.change": "take and change",
  "suggest.refuse": "refuse",
  "tools.dismiss": "Close the message",
  "tools.selected": "Selected words",
  "tools.fragment": "fragment",
  "tools.drop": "drop {letter}",
  "tools.fill": "fill {slot}",
  "tools.waiting": "Waiting for: {slot}",
  "tools.pen": "The next words that you drag over become: {role}",
  "tools.no_pen": "Dragging selects again.",
  "tools.empty": "Still empty: {slots}",
  "tools.undo": "{key} takes back: {action}",
  "tools.separator": ", ",
  "notice.select_first": "Select the words of the {role} first.",
  "notice.role.claim": "claim",
  "notice.role.source": "source",
  "notice.role.cue": "cue",
  "notice.role.anchor": "anchor",
  "notice.claim_first": "Mark a claim first.",
  "notice.focus_claim": "Put a claim in focus first.",
  "notice.focus_item": "A note belongs to a claim or a source: put one in focus first.",
  "notice.no_proclitic": "Nothing to drop: the selection begins with none of و ف ب ل ك س.",
  "notice.no_suggestion": "No suggestion is in focus.",
  "notice.focus_words": "Put a claim or a source with words in focus first.",
  "notice.adjust.end": "⇧ and the arrows move the end, Enter keeps it; the same key takes the other edge.",
  "notice.adjust.start": "⇧ and the arrows move the start, Enter keeps it; the same key takes the next edge.",
  "overlap.title": "Which one?",
  "dialog.ok": "OK",
  "dialog.cancel": "Cancel",
  "dialog.close": "Close",
  "dialog.go_to": "Go to",
  "dialog.go_to_label": "Sentence, 1 to {all} (now {here})",
  "dialog.comment": "Comment on the sentence",
  "dialog.comment_label": "comment",
  "dialog.note": "Note",
  "dialog.note_label": "note",
  "dialog.proposition": "The claim in words",
  "dialog.proposition_label": "proposition",
  "dialog.understood": "A claim that the text only implies",
  "dialog.keys": "Keys",
  "dialog.others_work": "Others have worked here",
  "dialog.go_on": "Do it for everybody",
  "search.label": "Search",
  "search.field": 'Words, or "words in a row"',
  "search.hits": "Hits",
  "search.here": { zero: "Nothing in this article.", one: "{count} sentence of this article", other: "{count} sentences of this article" },
  "search.project": { zero: "Nothing in other articles.", one: "{count} sentence of other articles", other: "{count} sentences of other articles" },
  "search.more": { one: "{count} sentence of other articles, and more", other: "the first {count} sentences of other articles" },
  "search.help": "↑ ↓ choose · Enter goes there, again: stays · Esc goes back",
  "search.close": "Close the search",
  "search.items_here": { zero: "Nothing in this article.", one: "{count} hit in this article", other: "{count} hits in this article" },
  "search.items_project": { zero: "Nothing in other articles.", one: "{count} hit in other articles", other: "{count} hits in other articles" },
  "search.items_more": { one: "{count} hit in other articles, and more", other: "the first {count} hits in other articles" },
  "search.filters": "Narrow the search",
  "search.role": "In",
  "search.stance": "Stance",
  "search.source": "Source",
  "search.published": "Published",
  "search.date": "Date",
  "search.anywhere": "anywhere",
  "search.any_stance": "any stance",
  "search.any_source": "any source",
  "search.any_date": "any date",
  "search.date_hint": "Such as 2031-04, 2031-04-05/2031-06, 2031/.. — when it was published, or the date a claim is of",
  "sources.title": "Who is the source?",
  "sources.field": "Name",
  "sources.offered": "Sources named before",
  "sources.here": "in this article",
  "sources.times": { one: "{count} time", other: "{count} times" },
  "sources.none": "None named before has these words; what you type is taken.",
  "sources.help": "Words that stand in the sentence become the source; otherwise it is understood, and the name is kept with it.",
  "training.title": "Training",
  "training.known": "The known answer",
  "training.count": "{right} of {count} right",
  "training.waiting": "Decide this sentence: then you see the known answer. Your first decision counts.",
  "training.elsewhere": "This sentence is only there to be read.",
  "training.next": "Next sentence",
  "training.you": "you",
  "training.gold": "known answer",
  "training.nothing": "nothing",
  "training.right": "right",
  "training.wrong": "differs",
  "training.missed": "missed",
  "training.extra": "not in the known answer",
  "training.field.has_claim": "claim here",
  "training.field.claim": "claim",
  "training.field.voice": "voice",
  "training.field.source": "source",
  "training.field.cue": "cue",
  "training.field.targets": "what is held",
  "training.field.stance": "stance",
  "training.field.certainty": "certainty",
  "training.has_claim.some": "a claim",
  "training.voice.author": "the writer's own",
  "training.voice.attributed": "somebody's",
  "training.score.has_claim": "has a claim",
  "training.score.claim": "claims",
  "training.score.source": "sources",
  "training.score.cue": "cues",
  "training.score.stance": "stance",
  "training.score.triples": "who, what, stance",
  "training.mark": "pass mark {mark} %",
  "training.say": "{right} of {count} right.",
  "training.say.wrong": "{field}: you {yours}, known {gold}.",
  "training.say.missed": "{field} missed: {gold}.",
  "training.say.extra": "{field} that the known answer has not: {yours}.",
  "training.passed": "The training is passed.",
  "training.failed": "The training is not passed yet; begin another round.",
  "conflict.title": "Somebody saved this sentence first",
  "conflict.keep_theirs": "Keep theirs",
  "conflict.save_mine": "Save mine over it",
  "conflict.mine": "Mine",
  "conflict.theirs": "Theirs, saved",
  "guide.examples": "For example",
  "guide.counter": "But not",
  "comparison.title": "Two answers to one sentence",
  "comparison.sentence": "Sentence",
  "comparison.same": "same",
  "comparison.edges": "other edges",
  "comparison.alone": "only here",
  "comparison.nothing": "Nothing is marked here.",
  "comparison.previous": "previous",
  "comparison.next": "next",
  "ledger.title": "Who says what",
  "ledger.tab.table": "Claims and sources",
  "ledger.tab.figures": "Figures in time",
  "ledger.tab.relays": "Who relays whom",
  "ledger.save": "Save as",
  "ledger.saved": "Saved {name}.",
  "ledger.opened": "Opened in the annotator.",
  "ledger.said": "What was said",
  "ledger.filters": "What is shown",
  "ledger.find": "find claims or sources",
  "ledger.shown": "Show",
  "ledger.stance": "Stance",
  "ledger.any": "any",
  "ledger.sort": "Sort by",
  "ledger.group": "Group by",
  "ledger.sides": "join who belong together",
  "ledger.rare": "all sources",
  "ledger.compact": "compact",
  "ledger.count": "{shown} of {all} claims",
  "ledger.legend": "What the shapes mean",
  "ledger.outlet": "Outlet",
  "ledger.source": "Source",
  "ledger.date": "Date",
  "ledger.figure": "Figure",
  "ledger.bounds": "Bounds",
  "ledger.graph": "Who relays whom, as a drawing",
  "ledger.shown.all": "all claims",
  "ledger.shown.disputed": "what is disputed",
  "ledger.shown.several": "in several articles",
  "ledger.shown.linked": "what is linked",
  "ledger.shown.changed": "where a source changed",
  "ledger.shown.figures": "with figures",
  "ledger.shown.conflicts": "figures that clash",
  "ledger.sort.interest": "what is disputed",
  "ledger.sort.witnesses": "witnesses",
  "ledger.sort.articles": "articles",
  "ledger.sort.first": "first told",
  "ledger.sort.last": "last told",
  "ledger.sort.text": "words",
  "ledger.group.none": "nothing",
  "ledger.group.standing": "standing",
  "ledger.group.outlet": "first outlet",
  "ledger.standing.disputed": "Disputed",
  "ledger.standing.several": "Several witnesses",
  "ledger.standing.one": "One witness",
  "ledger.standing.nobody": "Nobody stands for it",
  "ledger.claims": { one: "{count} claim", other: "{count} claims" },
  "ledger.witnesses": { zero: "no witness", one: "{count} witness", other: "{count} witnesses" },
  "ledger.own": { one: "{count} outlet in its own voice", other: "{count} outlets in their own voice" },
  "ledger.relays": { one: "{count} relay", other: "{count} relays" },
  "ledger.copies": { one: "{count} copy", other: "{count} copies" },
  "ledger.articles": { one: "{count} article", other: "{count} articles" },
  "ledger.figures": { one: "{count} figure", other: "{count} figures" },
  "ledger.times": { one: "once", other: "{count} times" },
  "ledger.others": { one: "{count} other", other: "{count} others" },
  "ledger.clashes": { one: "{count} pair of figures or dates that cannot both be true", other: "{count} pairs of figures or dates that cannot both be true" },
  "ledger.clash.cluster": "The claim «{first}» ({outlet}) states {value}, and «{second}» ({other_outlet}), which stands in the same cluster, states {other_value}: both cannot be true.",
  "ledger.clash.same": "The claim «{first}» ({outlet}) states {value}, and «{second}» ({other_outlet}), which is said to be the same, states {other_value}: both cannot be true.",
  "ledger.clash.restates": "The claim «{first}» ({outlet}) states {value}, and «{second}» ({other_outlet}), which is said to be copied by it or to copy it, states {other_value}: both cannot be true.",
  "ledger.clash.part_of": "The claim «{first}» ({outlet}) states {value}, and «{second}» ({other_outlet}), which is said to be the whole that it is a part of, states {other_value}: both cannot be true.",
  "ledger.disputed": "disputed",
  "ledger.changed": "a source changed its position",
  "ledger.own_voice": "own voice",
  "ledger.unnamed": "unnamed ({kind}), {outlet}",
  "ledger.undated": "undated",
  "ledger.inferred": "as the text says",
  "ledger.witnesses_head": "witnesses",
  "ledger.single": "Figures alone of their unit",
  "ledger.unsure": "unsure",
  "ledger.part.witness": "witness",
  "ledger.part.own": "own voice",
  "ledger.part.relay": "relay",
  "ledger.part.copy": "copy",
  "ledger.relayed_by": "relayed by {who}",
  "ledger.copies_of": "restates what {who} told: no second witness",
  "ledger.does.relay": "relays",
  "ledger.does.copy": "copies",
  "ledger.open": "open in the annotator",
  "ledger.close": "Close",
  "ledger.related": "Linked claims",
  "ledger.relation.contradicts": "contradicts",
  "ledger.relation.contradicts_of": "contradicts",
  "ledger.relation.updates": "updates",
  "ledger.relation.updates_of": "is updated by",
  "ledger.relation.part_of": "is a part of",
  "ledger.relation.part_of_of": "has as a part",
  "ledger.relation.restates": "restates",
  "ledger.relation.restates_of": "is restated by",
  "ledger.empty": "Nothing is annotated here yet.",
  "ledger.none": "No claim fits what is asked for.",
  "ledger.no_figures": "No claim shown here has a figure.",
  "ledger.no_relays": "Nobody here relays anybody.",
  "ledger.no_unit": "without a unit",
  "ledger.part_of": "of them",
  "ledger.proposed": "proposed",
  "ledger.published_on": "the day it was published",
  "ledger.figures_hint": "Hollow: proposed by rules, confirmed by nobody. Fading: no bound on that side. A cloud: about. A date with * is that of publication.",
  "articles.drop": "Drop articles here",
  "articles.choose": "or choose files: txt, JSONL, CSV, Parquet",
  "articles.files": "Files",
  "articles.too_large": "larger than {limit} MB: add it with {command}",
  "articles.unreadable": "not sent: the file cannot be read, or the kernel cannot be reached",
  "articles.waiting": "waiting",
  "articles.added": "done",
  "articles.refused": "not added",
  "articles.sending": "sending, {percent} %",
  "articles.reading": "reading…",
  "articles.count": { zero: "Nothing new: its articles are in the project already.", one: "1 article added.", other: "{count} articles added." },
  "group.text": "In the text",
  "group.marking": "Marking",
  "group.card": "On a card",
  "group.suggestions": "Suggestions",
  "group.sentence": "The sentence",
  "group.going": "Going about",
  "group.stances": "Stances",
  "key.left": "word to the left; ⇧ extends, Alt by letter",
  "key.right": "word to the right",
  "key.up": "sentence above",
  "key.down": "sentence below",
  "key.start": "start of the sentence",
  "key.end": "end of the sentence",
  "key.drop proclitic": "drop و ف ب ل ك س from the start",
  "key.adjust": "move an edge of what is in focus: ⇧ and arrows, then ⏎; again: its other edge",
  "key.cancel": "let go of the selection or the slot",
  "key.mark claim": "claim",
  "key.mark source": "source",
  "key.mark cue": "cue",
  "key.mark anchor": "anchor: words that stand for the claim",
  "key.append": "one more fragment of what was marked last",
  "key.append claim": "one more fragment of the claim (⇧ and its number, each role)",
  "key.append source": "one more fragment of the source",
  "key.append cue": "one more fragment of the cue",
  "key.append anchor": "one more fragment of the anchor",
  "key.pro_drop": "source understood from before",
  "key.implicit": "source unnamed",
  "key.writer": "the claim is the writer's own",
  "key.author": "the writer takes a stance",
  "key.another source": "another source of the same claim",
  "key.name source": "type who the source is; sources named before are offered",
  "key.relay": "somebody relays this one",
  "key.pick target": "choose its claims from the list",
  "key.certainty": "next certainty",
  "key.unsure": "unsure",
  "key.note": "note",
  "key.proposition": "say the claim in words",
  "key.confirm": "confirm the proposed figure and date; without one: edit them",
  "key.understood claim": "a claim without words of its own",
  "key.next item": "next card or row",
  "key.previous item": "card or row before",
  "key.delete": "delete what is in focus",
  "key.take": "take it: a card with its rows, a row with what it needs",
  "key.change": "take it and change it",
  "key.refuse": "refuse it, for good",
  "key.undo": "undo",
  "key.redo": "redo",
  "key.done": "done, and on to the next open one; fills an armed slot",
  "key.nothing": "looked, nothing here",
  "key.skip": "skip",
  "key.reopen": "open again",
  "key.flag": "flag",
  "key.comment": "comment",
  "key.boilerplate": "boilerplate, or not",
  "key.segment": "kind and date of the stretch",
  "key.split": "split the sentence before the caret's word",
  "key.merge": "merge the sentence with the next",
  "key.next": "next sentence",
  "key.previous": "sentence before",
  "key.next open": "next open sentence",
  "key.previous open": "open sentence before",
  "key.go to": "go to a sentence by number",
  "key.search": "search the article and the project",
  "key.whole article": "whole article",
  "key.guide": "guideline of what is in focus",
  "key.help": "this page",
  "strip.done": "done",
  "strip.nothing": "nothing here",
  "strip.skip": "skip",
  "strip.flag": "flag",
  "strip.comment": "comment",
  "strip.mark claim": "claim",
  "strip.mark source": "source",
  "strip.mark cue": "cue",
  "strip.mark anchor": "anchor",
  "strip.another source": "another source",
  "strip.relay": "relay",
  "strip.certainty": "certainty",
  "strip.unsure": "unsure",
  "strip.next open": "next open",
  "strip.go to": "go to",
  "strip.search": "search",
  "strip.whole article": "article",
  "strip.claim list": "claims",
  "strip.undo": "undo",
  "strip.help": "all keys",
  "action.mark claim": "claim",
  "action.mark source": "source",
  "action.mark cue": "cue",
  "action.mark anchor": "anchor",
  "action.fill": "words of a slot",
  "action.source_kind pro_drop": "source understood",
  "action.source_kind implicit": "source unnamed",
  "action.source_kind author": "the writer's stance",
  "action.writer": "the writer's own",
  "action.relay": "relay",
  "action.name_source": "name of the source",
  "action.understood_claim": "understood claim",
  "action.target": "link to a claim",
  "action.stance": "stance",
  "action.certainty": "certainty",
  "action.spans claim": "words of the claim",
  "action.spans source": "words of the source",
  "action.spans cue": "words of the cue",
  "action.spans anchor": "words of the anchor",
  "action.unsure": "unsure",
  "action.note": "note",
  "action.proposition": "proposition",
  "action.confirm": "confirm figure",
  "action.feature": "feature",
  "action.delete": "deletion",
  "action.take suggestion": "suggestion taken",
  "action.change suggestion": "suggestion taken and changed",
  "action.refuse suggestion": "suggestion refused",
  "action.decide done": "done",
  "action.decide skipped": "skipped",
  "action.decide open": "opened again",
  "action.flag": "flag",
  "action.comment": "comment",
  "action.segment": "kind of the stretch",
  "action.date": "publication date",
  "action.resolve": "conflict settled",
  "action.split sentence": "split of a sentence",
  "action.merge sentences": "merge of sentences",
  "group.ruling": "Differences",
  "key.differences": "to the differences, and back to the text",
  "key.ruling 1": "take the first version",
  "key.ruling 2": "take the second version",
  "key.ruling 3": "take the third version",
  "key.ruling 4": "take the fourth version",
  "key.ruling 5": "take the fifth version",
  "key.ruling 6": "take the sixth version",
  "key.ruling 7": "take the seventh version",
  "key.ruling 8": "take the eighth version",
  "key.ruling 9": "take the ninth version",
  "key.ruling next": "next difference; → and ← look at its versions",
  "key.ruling previous": "difference before",
  "key.ruling remark": "comment on this difference",
  "key.ruling leave": "back to the text, to edit afresh",
  "key.gap": "the guideline says nothing of this: a gap",
  "key.accept unanimous": "accept the sentences on which all agree",
  "key.outcome": "what became of your work here",
  "strip.differences": "differences",
  "strip.gap": "guideline gap",
  "strip.accept unanimous": "accept unanimous",
  "frame.differences": "Differences",
  "frame.outcome": "What became of it",
  "ruling.case.waiting": "Nobody has answered this sentence yet.",
  "ruling.case.differs": { one: "{count} difference to settle", other: "{count} differences to settle" },
  "ruling.case.agreed": "All agree.",
  "ruling.case.agreed_nothing": "All agree: nothing here.",
  "ruling.case.settled": "All is settled.",
  "ruling.case.late": { one: "Accepted, but {count} difference has come up since.", other: "Accepted, but {count} differences have come up since." },
  "ruling.case.done": "Accepted.",
  "dialog.remark": "Comment on this difference",
  "ruling.act.gap": "guideline gap",
  "ruling.act.ruling remark": "comment",
  "ruling.act.ruling leave": "edit afresh",
  "ruling.accepts": "{key} accepts it.",
  "ruling.waiting": "Not answered yet: {people}",
  "ruling.progress": "{settled} of {all} differences settled",
  "ruling.unanimous": { zero: "no sentence waits to be accepted together", one: "{count} sentence on which all agree", other: "{count} sentences on which all agree" },
  "ruling.kind.missed": "not found by all",
  "ruling.kind.boundary": "edges",
  "ruling.kind.source": "source",
  "ruling.kind.cue": "cue",
  "ruling.kind.stance": "stance",
  "ruling.kind.certainty": "certainty",
  "ruling.kind.nesting": "nesting",
  "ruling.kind.feature": "feature",
  "ruling.absent": "not there",
  "ruling.verdict.accepted": "taken",
  "ruling.verdict.rejected": "not taken",
  "ruling.verdict.open": "open",
  "ruling.gap": "guideline gap",
  "ruling.by": "settled by {name}",
  "ruling.choose": "{number} of {all}: {version} ({people})",
  "ruling.difference": "{kind} {words}, {state}: {versions}",
  "ruling.state.open": "to settle",
  "ruling.state.settled": "settled",
  "ruling.state.own": "edited afresh",
  "ruling.state.stale": "changed since it was settled",
  "ruling.none": "There is no difference in this sentence.",
  "ruling.choose_first": "Put a difference in focus first.",
  "ruling.no_version": { one: "This difference has {count} version.", other: "This difference has {count} versions." },
  "ruling.accept.title": "Accept what all agree on",
  "ruling.accept.body": { zero: "No sentence of this article waits on which all agree.", one: "{count} sentence of this article waits on which all agree; accepted, it is gold as it is.", other: "{count} sentences of this article wait on which all agree; accepted, they are gold as they are." },
  "ruling.accept.scope": "Of",
  "ruling.accept.document": "this article",
  "ruling.accept.project": "all articles",
  "ruling.accept.rule": "At least two have to have answered, and all who did the same.",
  "ruling.accept.share": "Leave open, to be looked at as a sample",
  "ruling.accept.none": "none",
  "ruling.percent": "{percent} %",
  "group.linking": "In other articles",
  "key.links": "to the claims of other articles, and back to the text",
  "key.linking 1": "to the first candidate",
  "key.linking 2": "to the second candidate",
  "key.linking 3": "to the third candidate",
  "key.linking 4": "to the fourth candidate",
  "key.linking 5": "to the fifth candidate",
  "key.linking same": "both say the same",
  "key.linking contradicts": "one contradicts the other",
  "key.linking updates": "the claim in focus updates that one",
  "key.linking updates reversed": "that one updates the claim in focus",
  "key.linking part_of": "the claim in focus is a part of that one",
  "key.linking part_of reversed": "that one is a part of the claim in focus",
  "key.linking restates": "the claim in focus restates that one: a copy, no second witness",
  "key.linking restates reversed": "that one restates the claim in focus",
  "key.linking none": "neither has to do with the other",
  "key.linking clear": "take back what was said of both",
  "key.linking next": "next candidate",
  "key.linking previous": "candidate before",
  "key.linking next claim": "to the next claim of the article",
  "key.linking previous claim": "to the claim before",
  "key.linking proposition": "say in one sentence what the cluster's claims say",
  "key.linking find": "find a claim by its words, in any article",
  "key.linking more": "show more claims, those of this article too",
  "key.linking open": "read that claim in its article",
  "key.linking back": "back to the claim that one came from",
  "key.linking leave": "back to the text",
  "strip.links": "other articles",
  "frame.linking": "In other articles",
  "entity.title": "Who the source is",
  "entity.chip": "Who the source is: {name}",
  "entity.chip_more": "{name} and {count} more",
  "entity.proposed": "Proposed: {name}. Take it",
  "entity.who": "who?",
  "entity.choose": "Say who the source is",
  "entity.field": "Name to look for",
  "entity.offered": "Entities",
  "entity.help": "Arrows choose, Enter takes. Nothing is set by itself.",
  "entity.none": "No entity has such a name.",
  "entity.rest": { one: "and {count} more: type to find it", other: "and {count} more: type to find them" },
  "entity.take": "Take",
  "entity.beside": "Add to those chosen",
  "entity.new": "New …",
  "entity.clear": "Nobody",
  "entity.badge.proposed": "proposed",
  "entity.badge.here": "in this article",
  "entity.badge.bound": "this article alone",
  "entity.badge.chosen": "chosen",
  "entity.of": "of {name}",
  "entity.new_title": "New entity",
  "entity.edit_title": "Entity",
  "entity.names": "Names, one a line",
  "entity.names_help": "A language may stand in front: “en: Harbour Watch”.",
  "entity.kind": "Kind",
  "entity.anonymity": "How it is named",
  "entity.affiliation": "Belongs to",
  "entity.note": "Note",
  "entity.unset": "—",
  "entity.save": "Save",
  "entity.add": "Add and take",
  "entity.bound_help": "An anonymous source stays in this article: it is never one with a source of another.",
  "register.title": "Register of sources",
  "register.filter": "Name to look for",
  "register.entities": "Entities",
  "register.count": { zero: "No entity.", one: "{count} entity.", other: "{count} entities." },
  "register.uses": { zero: "chosen nowhere", one: "chosen once", other: "chosen {count} times" },
  "register.articles": { one: "{count} article", other: "{count} articles" },
  "register.stands": { one: "stands for {count} more", other: "stands for {count} more" },
  "register.choose": "Choose {name}",
  "register.edit": "Edit",
  "register.merge": "Merge the chosen",
  "register.merge_hint": "The first one chosen keeps its id; all names stay.",
  "register.split": "Split …",
  "register.split_title": "Split {name}",
  "register.split_name": "Name of the new one",
  "register.split_by_names": "It takes along sources called",
  "register.split_by_articles": "It takes along all in",
  "register.split_help": "What anybody chose is not rewritten: from now on it is read so.",
  "register.history": "Changes",
  "register.no_history": "No change yet.",
  "register.undo": "Undo",
  "register.undo_this": "Undo change {number}",
  "register.undone": "taken back",
  "register.kind.add": "added",
  "register.kind.edit": "edited",
  "register.kind.merge": "merged",
  "register.kind.split": "split",
  "register.kind.undo": "undone",
  "register.new": "New …",
  "register.close": "Close",
  "key.take entity": "take who is proposed as the source",
  "key.choose entity": "say who the source is",
  "key.register": "register of sources",
  "notice.focus_source": "Click a source first.",
  "say.entities": "The source is {names}.",
  "say.no_entities": "Nobody is named as the source.",
  "say.entity_separator": ", ",
  "say.entity.added": "{name} is in the register.",
  "say.entity.edited": "{name} is saved.",
  "say.entity.merged": { one: "{name} stands for itself.", other: "{name} stands for {count} now." },
  "say.entity.split": "{name} is somebody of their own now.",
  "say.entity.undone": "Change {number} is taken back.",
  "action.entities": "who the source is",
  "action.entity_add": "new entity",
  "error.entity_id": "Expected an id of 1 to 64 of A-Z a-z 0-9 _ . : -, got {id}.",
  "error.entity_taken": "Expected an id that no entity has or had, got {id}.",
  "error.entity_names": "Expected an entity with a name, and at most {most}.",
  "error.entity_name": "Expected a name of letters, up to {most} characters and no control ones, got {name}.",
  "error.entity_language": "Expected a language such as ar or en-GB, got {language}.",
  "error.entity_word": "Expected a word of up to {most} characters without control characters, got {word}.",
  "error.entity_note": "Expected a note of up to {most} characters without control characters.",
  "error.entity_unknown": "Expected an entity of the register, got {id}.",
  "error.entity_circle": "Expected an affiliation that does not lead back to {id}.",
  "error.entity_merged": "Expected an entity that stands for itself, got {id}, which was merged into {into}.",
  "error.entity_merge_two": "Expected two entities or more to merge, each once.",
  "error.entity_bound": "Expected entities that are known by name, got {id}, which belongs to one article: anonymous sources are never one across articles.",
  "error.entity_split_what": "Expected names, articles or attributions that the new entity takes along.",
  "error.entity_split_all": "Expected a name that stays with {id}, got all of its names to take away.",
  "error.entity_no_change": "Expected a change of the register, got number {number}, which is none.",
  "error.entity_undone": "Expected a change that stands, got number {number}, which was taken back.",
  "error.entity_undo_first": "Expected the newest change of these entities, got number {number}: take back number {later} first.",
  "error.entity_in_use": "Expected an entity that nobody has chosen, got {id}, which {count} attributions have.",
  "error.entity_still_used": "Expected nobody to belong to {id} any more, but {by} does.",
  "error.entity_stale": "Expected {id} as it was seen, but it was changed since (number {number}).",
  "error.entity_stale.hint": "Look at it again, then change it.",
  "linking.judged": { one: "{judged} of {count} judged", other: "{judged} of {count} judged" },
  "linking.left": { zero: "no link to settle", one: "{count} link to settle", other: "{count} links to settle" },
  "linking.relation.differs": "to settle",
  "linking.relation.unspoken": "nobody spoke of it",
  "linking.found": "Claims that say: {words}",
  "linking.looking": "Looking in the other articles …",
  "linking.preparing": "Similar claims are being prepared; they come by themselves.",
  "linking.none": "No claim of another article is like this one.",
  "linking.no_cluster": "This claim is in no cluster: judge another one the same first.",
  "linking.no_more_claims": "There is no further claim in this article.",
  "linking.cluster": { one: "{count} claim, {articles}", other: "{count} claims, {articles}" },
  "linking.articles": { one: "{count} article", other: "{count} articles" },
  "linking.in_cluster": "linked",
  "linking.proposed": "Proposed from the claim; nobody has written it.",
  "linking.write": "write",
  "linking.reword": "reword",
  "linking.back": "back to",
  "linking.reversed": "the other way",
  "linking.relation.open": "to judge",
  "linking.relation.member": "in the same cluster",
  "linking.relation.same": "the same",
  "linking.relation.contradicts": "contradicts it",
  "linking.relation.updates": "this claim updates it",
  "linking.relation.updates reversed": "updates this claim",
  "linking.relation.part_of": "this claim is a part of it",
  "linking.relation.part_of reversed": "a part of this claim",
  "linking.relation.restates": "this claim restates it",
  "linking.relation.restates reversed": "restates this claim",
  "linking.relation.none": "not related",
  "linking.relation.unsaid": "said nothing",
  "linking.act.same": "same",
  "linking.act.contradicts": "contradicts",
  "linking.act.updates": "updates",
  "linking.act.updates reversed": "is updated by",
  "linking.act.part_of": "part of",
  "linking.act.part_of reversed": "whole of",
  "linking.act.restates": "restates",
  "linking.act.restates reversed": "is restated by",
  "linking.act.none": "none",
  "linking.act.clear": "take back",
  "linking.act.find": "find by words",
  "linking.act.more": "more, of this article too",
  "linking.act.open": "open",
  "linking.told": "{number} of {all}: {words}; {rest}",
  "dialog.find_claim": "Words of the claim; none for the most similar ones",
  "dialog.cluster": "What the claims of this cluster say, in one sentence",
  "outcome.title": "What became of it",
  "outcome.all_taken": "Taken as you had it.",
  "outcome.some": { zero: "Nothing of yours was taken.", one: "{count} taken as you had it, of {all}.", other: "{count} taken as you had them, of {all}." },
  "outcome.taken": "taken",
  "outcome.changed": "changed",
  "outcome.dropped": "not taken",
  "outcome.missed": "added by gold",
  "outcome.mine": "yours",
  "outcome.gold": "gold",
  "outcome.link": "link",
  "outcome.with": "with",
  "outcome.field.spans": "words",
  "outcome.field.proposition": "in words",
  "outcome.field.cluster": "cluster",
  "outcome.field.source": "source",
  "outcome.field.entities": "who is meant",
  "outcome.field.cue": "cue",
  "outcome.field.anchor": "anchor",
  "outcome.field.targets": "what it speaks of",
  "outcome.field.stance": "stance",
  "outcome.field.certainty": "certainty",
  "outcome.by": "decided by {name}",
  "outcome.comment": "Comment: {text}",
  "outcome.gap": "The guideline has a gap here: nobody was wrong.",
  "outcome.none": "Nothing is decided on this sentence that you could see yet.",
  "outcome.nothing": "nothing",
  "say.words": "{role}: {quotes}.",
  "say.role.claim": "Claim",
  "say.role.source": "Source",
  "say.role.cue": "Cue",
  "say.role.anchor": "Anchor",
  "say.role.words": "Words",
  "say.source_kind": "Source: {kind}.",
  "say.kind.pro_drop": "understood",
  "say.kind.implicit": "unnamed",
  "say.kind.author": "the writer",
  "say.nothing": "Nothing here.",
  "say.status.done": "Done.",
  "say.status.skipped": "Skipped.",
  "say.status.open": "Open again.",
  "say.flagged": "Flagged.",
  "say.unflagged": "Flag taken off.",
  "say.armed": "Next: {slot}.",
  "say.done.writer": "The claim is the writer's own.",
  "say.done.relay": "A relay was added.",
  "say.done.name_source": "The source was named.",
  "say.done.delete": "Deleted.",
  "say.done.note": "Note saved.",
  "say.done.proposition": "Proposition saved.",
  "say.done.comment": "Comment saved.",
  "say.done.understood_claim": "A claim that is only understood was added.",
  "say.done.spans": "The words were changed.",
  "say.done.target": "The link was changed.",
  "say.done.confirm": "The figure or date was confirmed.",
  "say.done.feature": "The feature was set.",
  "say.done.segment": "The stretch was changed.",
  "say.done.date": "The publication date was set.",
  "say.done.resolve": "The conflict is settled.",
  "say.done.split": "Split in two.",
  "say.done.merge": "Merged with the next.",
  "say.carried": "What others had said moved along.",
  "say.done.take": "Suggestion taken.",
  "say.done.refuse": "Suggestion refused.",
  "say.untaken": { one: "{count} suggestion left untaken.", other: "{count} suggestions left untaken." },
  "say.suggested_claim": "Suggested claim: {quotes} ({origin}).",
  "say.suggested_source": "Suggested source: {quotes} ({origin}).",
  "say.undo": "Undo: {action}.",
  "say.redo": "Redo: {action}.",
  "say.no_undo": "There is nothing to undo.",
  "say.no_redo": "There is nothing to redo.",
  "say.no_sentence": "There is no sentence that way.",
  "say.no_open": "There is no open sentence that way.",
  "error.no_words": "Expected a selection for the {role}, got none.",
  "error.nothing_armed": "Expected an armed slot for words, there is none.",
  "error.nothing_armed.hint": "Press the key of a role, or click a slot first.",
  "error.no_claim": "Expected a claim in focus, there is none.",
  "error.no_claim.hint": "Mark the claim first.",
  "error.has_source": "Expected a claim without a source, this one has one.",
  "error.has_source.hint": "Delete its attribution first.",
  "error.no_proposition": "Expected a proposition: a claim without words needs one.",
  "error.no_attribution": "Expected an attribution in focus, there is none.",
  "error.no_attribution.hint": "Select the source in the text, or click one on a card.",
  "error.no_card": "Expected a card in focus, there is none.",
  "error.no_card.hint": "Click one first.",
  "error.no_suggestion": "Expected a suggestion in focus, there is none.",
  "error.no_suggestion.hint": "Go to one with the keys for the next and the previous card, or click it.",
  "error.suggestion_answered": "Expected a suggestion that waits for an answer, this one does not.",
  "error.no_stance": "Expected a stance before its certainty, there is none.",
  "error.certainty": "Expected a certainty that goes with {stance} ({allowed}), got {value}.",
  "error.no_claim_words": "Expected words or a proposition for a claim, got neither.",
  "error.feature_figure": "Expected a figure such as 1500 soldier, ~12000, >=10000 or 10000..12000, got {given}.",
  "error.feature_figure.hint": "Join several with a semicolon; write part before a figure that counts some of another.",
  "error.feature_edtf": "Expected a date in EDTF such as 2031-10-24, 2031-10 or 2031-10-08/2031-10-13, got {given}.",
  "error.empty_claim": "Expected a proposition: this claim has no words.",
  "error.has_annotations": { one: "Expected a sentence without annotations, this one has {count}.", other: "Expected a sentence without annotations, this one has {count}." },
  "error.has_annotations.hint": "Delete them first, or accept the sentence as done.",
  "error.training_answered": "Expected an answer that is not decided yet: this one is, and your first decision counts.",
  "error.training_answered.hint": "Go on to the next sentence; another round has other sentences.",
  "error.training_elsewhere": "Expected a sentence of the training, this one is only there to be read.",
  "error.training_elsewhere.hint": "The next open sentence is one to answer.",
  "error.training_decide": "Expected a decision: in training every sentence is answered.",
  "error.training_decide.hint": "Say done, or that there is nothing here; what you are unsure of can be marked so.",
  "error.training_shared": "Expected practice, got a change of the article: that is for real work.",
  "error.no_annotations": "Expected something to accept, this sentence has no annotations.",
  "error.no_annotations.hint": "Say that there is nothing here instead.",
  "error.unfinished": { one: "Expected finished claims, 1 slot is empty: {slots}.", other: "Expected finished claims, {count} slots are empty: {slots}." },
  "error.unfinished.hint": "Fill what is marked, or delete it.",
  "error.not_given": "This sentence was given to others: what you mark here is kept, but it is not yours to decide.",
  "error.not_given_article": "Sentence {number} is of an article that was given to others; your next one is {next}.",
  "error.not_given_article.hint": "Go to the next or the next open sentence instead.",
  "error.withdrawn": "This article was withdrawn from the project; nothing was saved.",
  "error.withdrawn.hint": "Another one was opened.",
  "error.no_sentence": "Expected a sentence from 1 to {last}, got {number}.",
  "error.unknown_id": "Expected an id of this article or of a document, got {id}.",
  "error.several_places": "Expected the id of one place, got {id}, which is in {documents}.",
  "error.several_places.hint": "Go to the document first, by its own id.",
  "error.no_name": "Expected the name of a source, got none.",
  "error.date": "Expected a date in EDTF, got {date}.",
  "error.date.hint": "Write 2024-10-24, or 2024-10? where the day is not known.",
  "error.circle": { one: "Expected a chain that ends in claims, got a circle of {count}.", other: "Expected a chain that ends in claims, got a circle of {count}." },
  "error.other_text": "Expected the text at {start}-{end} of the document, got another text.",
  "error.other_text.hint": "Reload the page: the article on the screen is not the stored one.",
  "error.half_letter": "Expected whole letters, got a span that cuts one.",
  "error.others_here": { one: "This is for everybody, and somebody else has worked here.", other: "This is for everybody, and {count} others have worked here." },
  "error.others_here.hint": "Their claims go to the sentence that they start in. Their decisions on it are open again; gold keeps its own.",
  "error.others_work": "This is for everybody, and others have worked here (claims of each): {people}.",
  "error.others_work.hint": "Their claims go to the sentence that they start in. Their decisions on it are open again; gold keeps its own.",
  "error.sentences_changed": "Expected the sentence that was on the screen, somebody split or merged it.",
  "error.sentences_changed.hint": "Look at it as it is now, and do it again.",
  "error.split_edge": "Expected a place inside the sentence to split at, got its edge.",
  "error.split_word": "Expected a place between two words to split at, got one inside a word.",
  "error.split_word.hint": "Put the caret before the first word of the second sentence.",
  "error.split_empty": "Expected words on both sides of the place to split at.",
  "error.split_empty.hint": "Put the caret before the first word of the second sentence.",
  "error.merge_last": "Expected a sentence with another one after it, got the last one.",
  "error.merge_kinds": "Expected two sentences of the article or two of boilerplate, got one of each.",
  "error.merge_kinds.hint": "Say first what the stretch is.",
  "error.merge_gold": "Expected one decision of gold on both sentences, got two.",
  "error.merge_gold.hint": "Decide both in gold first, or none.",
  "settings.title": "Settings",
  "settings.interface": "Appearance",
  "settings.language": "Language",
  "settings.theme": "Colours",
  "settings.text_size": "Size of the text",
  "settings.auto_language": "as the browser",
  "settings.theme.auto": "as the page",
  "settings.theme.light": "light",
  "settings.theme.dark": "dark",
  "settings.theme.contrast": "high contrast",
  "settings.percent": "{percent} %",
  "settings.keys": "Keys",
  "settings.keys_hint": "Choose one, then press the keys it is to have.",
  "settings.change": "{operation}: {keys}. Change",
  "settings.no_key": "none",
  "settings.press": "Press the new keys; Esc leaves it as it is",
  "settings.clash": "{key} already means: {other}",
  "settings.swap": "Swap the two",
  "settings.leave": "Leave it",
  "settings.reserved": "{key} belongs to the browser or the notebook",
  "settings.usual": "As it was",
  "settings.reset_keys": "All keys as they were",
  "settings.changed": "{operation}: {keys}",
  "bar.settings": "Settings",
  "key.settings": "language, colours, size and keys",
  "key.claim list": "list of claims, of the article or of all, with filters",
  "say.done.settings": "Settings saved.",
  "error.settings": "Expected settings of the interface, got others: {fault}.",
  "error.key_twice": "Expected a key of its own for each operation, {code} has two.",
  "error.store_full": "The disk of the store {place} is full.",
  "error.store_full.hint": "Free some space, then try again.",
  "error.store_read_only": "The store {place} is read-only.",
  "error.store_read_only.hint": "Make the file and its folder writable, or move them, then try again.",
  "error.store_denied": "The store {place} does not let this role do so: {reason}.",
  "error.store_denied.hint": "Ask whoever owns the database; `workbench grant ROLE` gives annotators their rights.",
  "error.store_locked": "The store {place} is locked by another program.",
  "error.store_locked.hint": "Try again; if it stays so, close the other program that has the store open.",
  "error.store_damaged": "The store {place} cannot be read: {reason}.",
  "error.store_damaged.hint": "Check the disk, and restore the file from its newest backup.",
  "error.store_gone": "The store {place} cannot be reached: {reason}.",
  "error.store_gone.hint": "Check that the file or server is there, then try again.",
  "error.store_failed": "The store {place} failed: {reason}.",
  "error.half_pair": "Expected text in Unicode, got half of a surrogate pair.",
  "error.half_pair.hint": "Type the text again.",
  "error.saved_first": "Somebody saved sentence {sentence} first.",
  "error.saved_first.hint": "Look at both, then keep one.",
  "error.segments_first": "Somebody changed the segments of this article first.",
  "error.segments_first.hint": "Look at them as they are now, and do it again.",
  "error.split_since": "The sentences were split or merged again since then.",
  "error.split_since.hint": "Take that back first, or split and merge by hand.",
  "error.work_since": "Somebody has worked in these sentences since then.",
  "error.work_since.hint": "Split or merge by hand: what was said is carried along.",
  "error.changed_since": "Sentence {sentence} was changed since then.",
  "error.changed_since.hint": "Look at both, then keep one.",
  "error.unknown_document": "Expected a document of this project, got {id}.",
  "error.unknown_document.hint": '`project.frame("documents")` lists what is there.',
  "error.no_query": "Expected words to look for, got none.",
  "error.search_filter": "Expected a filter (role, stance, source, published, date) before a colon, got {name}.",
  "error.search_filter.hint": "Put words with a colon in quotation marks.",
  "error.search_twice": "Expected one value for {name}, got several.",
  "error.search_source": "Expected words of a source's name.",
  "error.search_date": "Expected a date such as 2031-04 or 2031-04-05/2031-06, got {got}.",
  "error.search_label": "Expected for {name} one of {known}, got {got}.",
  "error.no_document": "Expected a document, there is none to read.",
  "error.no_document.hint": "Add articles.",
  "error.protocol": "Expected protocol {expected}, got {got}.",
  "error.protocol.hint": "Restart the kernel and reload the page: they hold different versions.",
  "error.unforeseen": "Something went wrong in the workbench ({name}); nothing was saved.",
  "error.unforeseen.hint": "The kernel's log has the details.",
  "error.other": "{message}",
  "list.title": "Claims of the article",
  "list.all_title": "Claims of all articles",
  "list.scope": "Claims of",
  "list.article": "this article",
  "list.project": "all articles",
  "list.more": "More",
  "list.found": { zero: "no claim", one: "{count} claim", other: "{count} claims" },
  "list.first": { zero: "still looking", one: "{count} claim, and more", other: "the first {count} claims" },
  "list.filters": "Show only",
  "list.any_stance": "any stance",
  "list.any_source": "any source",
  "list.flagged": "flagged",
  "list.unsure": "unsure",
  "list.close": "Close the list",
  "list.none": "No claim is like that.",
  "list.count": { one: "{count} claim of {all}", other: "{count} claims of {all}" },
  "chain.says": "{who} {stance}{certainty}: {claim}",
  "chain.relays": "{who} relays that {said}",
  "chain.about": "{who} {stance}{certainty} that {said}",
  "chain.own": "The writer says it in their own voice: {claim}",
  "chain.certainty": " ({certainty})",
  "chain.open": "says something (stance?) of",
  "chain.stance.affirm": "affirms",
  "chain.stance.deny": "denies",
  "chain.stance.doubt": "doubts",
  "chain.stance.noncommittal": "leaves open",
  "chain.stance.decline": "declines to comment on",
  "chain.stance.report": "relays",
  "chain.source.pro_drop": "a source understood from before",
  "chain.source.implicit": "an unnamed source",
  "chain.source.author": "the writer",
  "chain.source.none": "somebody (source?)",
  "difference.kind.missed": "missed claim",
  "difference.kind.boundary": "boundary",
  "difference.kind.source": "source",
  "difference.kind.cue": "cue",
  "difference.kind.stance": "stance",
  "difference.kind.certainty": "certainty",
  "difference.kind.nesting": "nesting",
  "difference.kind.feature": "feature",
  "difference.kind.link": "link between claims",
  "difference.label": "{kind}: {versions}",
  "difference.version": "{number}, {words} ({people})",
  "difference.absent": "not there",
  "difference.there": "there",
  "difference.none": "none",
  "say.chosen": "Version {number} taken.",
  "say.left": { one: "{count} difference left.", other: "{count} differences left." },
  "say.all_settled": "All settled.",
  "say.links_left": { one: "{count} link of its claims waits to be settled.", other: "{count} links of its claims wait to be settled." },
  "say.done.nothing": "Nothing here; that is gold.",
  "say.gap": "Noted as a gap of the guidelines.",
  "say.no_gap": "No gap of the guidelines any more.",
  "say.done.remark": "Remark saved.",
  "say.accepted": { one: "{count} sentence accepted", other: "{count} sentences accepted" },
  "say.sampled": { one: ", {count} left to be looked at.", other: ", {count} left to be looked at." },
  "action.choose": "choice of a version",
  "action.nothing": "nothing here",
  "action.gap": "guideline gap",
  "action.remark": "remark",
  "action.accept unanimous": "accept unanimous",
  "error.no_version": "Expected a version from 1 to {count}, got another number.",
  "error.no_difference": "Expected a difference between annotators, there is none such now.",
  "error.no_difference.hint": "Answers may have come in since; look at the sentence again.",
  "error.not_adjudicating": "Expected an adjudication, this is one person's own annotation.",
  "error.not_adjudicating.hint": "Open it with project.adjudicate(name).",
  "error.unsettled": { one: "{count} difference is not settled yet ({kinds}).", other: "{count} differences are not settled yet ({kinds})." },
  "error.unsettled.hint": "Choose a version of each, or say that nothing is here.",
  "error.waits_elsewhere": { one: "{count} attribution here speaks of a claim of another sentence that is not settled yet.", other: "{count} attributions here speak of claims of other sentences that are not settled yet." },
  "error.waits_elsewhere.hint": "Settle the claims there first.",
  "error.others_undo": "The last action on gold is of {name}: it is not yours to take back.",
  "error.others_undo.hint": "Ask them, or change the sentence by hand.",
  "error.share": "Expected a share from 0 to 1, got {share}.",
  "say.link.same": "The same.",
  "say.link.contradicts": "Contradicts.",
  "say.link.updates": "Updates.",
  "say.link.part_of": "Part of it.",
  "say.link.restates": "Restates.",
  "say.link.none": "Nothing to do with each other.",
  "say.link.nothing": "Taken back.",
  "say.link.parted": { one: "{count} earlier answer went with it.", other: "{count} earlier answers went with it." },
  "say.done.cluster_proposition": "Proposition of the cluster saved.",
  "action.link": "link between claims",
  "action.cluster_proposition": "proposition of a cluster",
  "error.link_itself": "Expected another claim, got the one in focus.",
  "error.link_gone": "The other claim is not there any more.",
  "error.link_gone.hint": "Look at the list again.",
  "error.no_cluster": "Expected a claim of a cluster, this one is in none.",
  "error.no_cluster.hint": "Link it to another claim first.",
  "error.linked_since": "Something else was said of these claims since then.",
  "error.linked_since.hint": "Say of the claims what you want to be said of them."
};

// workbench/widgets/src/texts.ts
var CATALOGUES = { en: texts_en_default, ar: texts_ar_default };
var Texts = class {
  language;
  dir;
  #entries;
  #plurals;
  #numbers;
  constructor(language) {
    this.language = language in CATALOGUES ? language : "en", this.dir = this.language === "ar" ? "rtl" : "ltr", this.#entries = CATALOGUES[this.language], this.#plurals = new Intl.PluralRules(this.language), this.#numbers = new Intl.NumberFormat(`${this.language}-u-nu-latn`, { useGrouping: !1, maximumFractionDigits: 1 });
  }
  /** The text of a key; `count` chooses among the forms of a number. */
  t = (key, values = {}) => this.#fill(key, values);
  /** The text of a name that comes as data, such as an operation's; the name itself where there is none. */
  name(area, name) {
    let key = `${area}.${name}`;
    return key in this.#entries ? this.#fill(key, {}) : name;
  }
  /** A text with elements in its places. */
  rich(key, parts) {
    return this.#form(key, {}).split(/(\{\w+\})/u).map((piece) => piece.startsWith("{") ? parts[piece.slice(1, -1)] ?? null : piece);
  }
  /** A label of the scheme in this language, or else in one that it has. */
  label(texts) {
    return texts[this.language] ?? texts.en ?? Object.values(texts)[0] ?? "";
  }
  number(value) {
    return this.#numbers.format(value);
  }
  list(words) {
    return words.join(this.t("tools.separator"));
  }
  #form(key, values) {
    let entry = this.#entries[key] ?? key;
    if (typeof entry == "string") return entry;
    let count = Number(values.count ?? 0), rule = count === 0 && entry.zero !== void 0 ? "zero" : this.#plurals.select(count);
    return entry[rule] ?? entry.other ?? key;
  }
  #fill(key, values) {
    return this.#form(key, values).replace(/\{(\w+)\}/gu, (place, name) => {
      let value = values[name];
      return typeof value == "number" ? this.number(value) : value ?? place;
    });
  }
};
function languageOf(chosen, preferred = navigator.languages) {
  return chosen in CATALOGUES ? chosen : preferred.map((tag) => tag.split("-")[0] ?? "").find((language) => language in CATALOGUES) ?? "en";
}

// workbench/widgets/src/theme.ts
function followTheme(root, chosen, signal) {
  let contrast = matchMedia("(prefers-contrast: more)"), apply = () => {
    let theme = chosen();
    root.dataset.theme = theme === "light" || theme === "dark" ? theme : detectTheme(root), root.toggleAttribute("data-contrast", theme === "contrast" || theme === "auto" && contrast.matches);
  };
  apply();
  let observer = new MutationObserver(apply), page = root.ownerDocument;
  for (let element2 of [page.documentElement, page.body])
    observer.observe(element2, { attributes: !0, attributeFilter: ["class", "data-jp-theme-light", "data-jp-theme-name", "data-theme", "style"] });
  return matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply, { signal }), contrast.addEventListener("change", apply, { signal }), signal.addEventListener("abort", () => observer.disconnect()), apply;
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

// workbench/widgets/src/timeline.ts
var SPREAD = 0.035;
function drawTimeline(source) {
  let { rows, ledger, words } = source, { t } = words.texts, shown = new Set(rows.map((row) => row.id)), groups = groupPoints(ledger.points.filter((point) => shown.has(point.row)));
  if (groups.length === 0) return h("p", { key: "nothing", class: "wb-empty" }, t("ledger.no_figures"));
  let together = groups.filter((group) => group.points.length > 1), alone = groups.filter((group) => group.points.length === 1), statements = new Map(rows.flatMap((row) => row.statements).map((each) => [each.number, each]));
  return h(
    "div",
    { key: "timeline", class: "wb-timeline", role: "region", tabindex: 0, "aria-label": t("ledger.tab.figures") },
    (together.length > 0 ? together : groups).map((group) => drawGroup(group, statements, source)),
    together.length > 0 && alone.length > 0 && drawAlone(alone, statements, source),
    h("p", { class: "wb-hint wb-timeline-hint" }, t("ledger.figures_hint"))
  );
}
function drawGroup(group, statements, source) {
  let { t } = source.words.texts;
  return h(
    "table",
    { key: `unit ${group.unit}`, class: "wb-figures" },
    h("caption", {}, h("bdi", {}, group.unit || t("ledger.no_unit")), h("small", {}, ` ${t("ledger.figures", { count: group.points.length })}`)),
    h("thead", {}, h(
      "tr",
      {},
      drawHeads(source.words),
      h("th", { scope: "col", class: "wb-axis" }, h("span", { class: "wb-hidden" }, t("ledger.bounds")), h(
        "span",
        { class: "wb-ticks", dir: "ltr", "aria-hidden": "true" },
        ticksOf(group).map((tick) => h("i", { key: String(tick), style: `left:${(placeOn(group, tick) * 100).toFixed(2)}%` }, write(tick)))
      ))
    )),
    h("tbody", {}, group.points.map((point, index) => {
      let statement = statements.get(point.statement), before = group.points[index - 1];
      return statement && h(
        "tr",
        { key: `${point.statement} ${point.amount.text}`, "data-proposed": point.amount.proposed ? "" : null, "data-new-day": before && before.day !== point.day ? "" : null },
        drawSaid(point, statement, null, source),
        h("td", { class: "wb-axis" }, drawBar(group, point, statement))
      );
    }))
  );
}
function drawAlone(groups, statements, source) {
  return h(
    "table",
    { key: "alone", class: "wb-figures wb-figures-alone" },
    h("caption", {}, source.words.texts.t("ledger.single")),
    h("thead", {}, h("tr", {}, drawHeads(source.words))),
    h("tbody", {}, groups.flatMap((group) => group.points.map((point) => {
      let statement = statements.get(point.statement);
      return statement && h("tr", { key: `${point.statement} ${point.amount.text}` }, drawSaid(point, statement, group.unit, source));
    })))
  );
}
function drawHeads({ texts: { t } }) {
  return ["date", "source", "outlet", "figure"].map((name) => h("th", { key: name, scope: "col" }, t(`ledger.${name}`)));
}
function drawSaid(point, statement, unit, { words, shapes, ledger, pick: pick2 }) {
  let { t } = words.texts, row = ledger.rows.find((each) => each.id === point.row), { amount, date, dated } = point;
  return [
    h("td", { key: "date" }, h("bdi", { class: "wb-date" }, words.date({ date, inferred: statement.inferred && !dated })), !dated && date !== null && h("small", { title: t("ledger.published_on") }, "*")),
    h("td", { key: "source" }, h(
      "button",
      { type: "button", class: "wb-quiet wb-figure-who", title: row?.text ?? "", onclick: () => pick2(point) },
      drawGlyph(words.scheme, shapes, statement),
      h("span", { class: "wb-hidden" }, `${words.position(statement)}: `),
      h("bdi", {}, words.source(statement.column))
    )),
    h("td", { key: "outlet" }, h("bdi", {}, words.outlet(statement.document))),
    h(
      "td",
      { key: "amount", class: "wb-amount" },
      h("bdi", { dir: "ltr" }, sayAmount(amount)),
      unit && h("bdi", {}, ` ${unit}`),
      amount.part && h("small", {}, ` ${t("ledger.part_of")}`),
      amount.proposed && h("small", { class: "wb-proposed-mark" }, ` ${t("ledger.proposed")}`)
    )
  ];
}
function drawBar(group, { amount }, statement) {
  let low = amount.low === null ? 0 : placeOn(group, amount.low), high = amount.high === null ? 1 : placeOn(group, amount.high), percent = (share) => `${(share * 100).toFixed(2)}%`, ends = [...new Set([amount.low, amount.high].flatMap((each) => each === null ? [] : [placeOn(group, each)]))];
  return h(
    "span",
    {
      class: "wb-bounds",
      dir: "ltr",
      "aria-hidden": "true",
      "data-stance": statement.stance ?? "own",
      "data-part": statement.part,
      "data-open": amount.high === null ? "high" : amount.low === null ? "low" : null
    },
    ticksOf(group).map((tick) => h("i", { key: `tick ${tick}`, class: "wb-tick", style: `left:${percent(placeOn(group, tick))}` })),
    // where one side has no bound, only the other one is rough
    amount.approximate && h("i", { key: "rough", class: "wb-rough", style: `left:${percent((amount.low === null ? high : low) - SPREAD)};right:${percent(1 - (amount.high === null ? low : high) - SPREAD)}` }),
    low !== high && h("i", { key: "range", class: "wb-range", style: `left:${percent(low)};right:${percent(1 - high)}` }),
    ends.map((end) => h("i", { key: `end ${end}`, class: "wb-end", style: `left:${percent(end)}` }))
  );
}
function sayAmount(amount) {
  let rough = amount.approximate ? "≈ " : "";
  return amount.low === null ? `${rough}${amount.high_open ? "<" : "≤"} ${write(amount.high ?? 0)}` : amount.high === null ? `${rough}${amount.low_open ? ">" : "≥"} ${write(amount.low)}` : amount.low === amount.high ? `${rough}${write(amount.low)}` : `${rough}${write(amount.low)}–${write(amount.high)}`;
}
var NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
function write(value) {
  return NUMBERS.format(value);
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
]), TIMELESS = /* @__PURE__ */ new Set([
  ...NAVIGATION,
  "undo",
  "redo",
  "segment",
  "date",
  "resolve",
  "settings",
  "entity_edit",
  "entity_merge",
  "entity_split",
  "entity_undo"
]);
function makeKey() {
  let bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// workbench/widgets/src/ledger.ts
var VIEWS = ["table", "figures", "relays"], MIME = { svg: "image/svg+xml", png: "image/png", csv: "text/csv" }, FILES = { table: "ledger", figures: "figures", relays: "relays" }, LedgerView = class {
  #model;
  #end = new AbortController();
  #root;
  #texts = new Texts(languageOf(readShared().language));
  #sent = null;
  #words = null;
  #view = "table";
  #choice = USUAL_CHOICE;
  #rows = [];
  #picked = null;
  #stop = null;
  #relay = null;
  #chosen = null;
  /** The key of what was asked for last, and what became of it. */
  #waiting = null;
  #notice = null;
  constructor(model, el) {
    this.#model = model;
    let { t, dir, language } = this.#texts;
    this.#root = element(
      "div",
      { class: "wb wb-ledger", dir, lang: language, role: "group", "aria-label": t("ledger.title") },
      h("div", { class: "wb-ledger-bar" }),
      h("div", { class: "wb-ledger-body" }, h("div", { class: "wb-ledger-view" }), h("aside", { class: "wb-pane-said", "aria-label": t("ledger.said"), hidden: !0 })),
      h("div", { class: "wb-live", role: "status", "aria-live": "polite" }),
      h("p", { class: "wb-message wb-message-waiting" }, t("frame.waiting"))
    ), announceMarks(this.#root, this.#texts), el.append(this.#root), followTheme(this.#root, () => readShared().theme, this.#end.signal), this.#listen(this.#end.signal), this.#root.dataset.waiting = "", this.#model.on("msg:custom", this.#onMessage), this.#model.send({ t: "hello" });
  }
  #listen(signal) {
    this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    let view = this.#root.querySelector(".wb-ledger-view");
    view.addEventListener("click", (event) => {
      let cell = event.target.closest("[data-column]");
      cell && this.#pickCell(cell);
    }, { signal }), view.addEventListener("focusin", (event) => {
      let cell = event.target.closest("[data-column]");
      cell && this.#stopAt(cell);
    }, { signal });
  }
  #onMessage = (answer, buffers = []) => {
    if (answer.t === "ledger") {
      this.#sent = answer, this.#words = new Words(this.#texts, new Scheme(answer.scheme), answer.ledger), this.#root.dataset.ready = "", this.#draw();
      return;
    }
    if (answer.key === this.#waiting)
      if (this.#waiting = null, answer.t === "file") {
        let content = buffers[0];
        content && download(answer.name, MIME[answer.kind] ?? "application/octet-stream", content), this.#say(this.#texts.t("ledger.saved", { name: answer.name }), !1);
      } else answer.t === "opened" ? this.#say(this.#texts.t("ledger.opened"), !1) : this.#say(answer.message, !0);
  };
  #say(text, bad) {
    this.#notice = { text, bad }, this.#draw();
  }
  #onKey(event) {
    if (event.ctrlKey || event.metaKey) return;
    event.key !== "Tab" && event.stopPropagation();
    let target = event.target;
    if (event.key === "Escape" && this.#isOpen) {
      event.preventDefault(), this.#close();
      return;
    }
    if (target.getAttribute("role") === "tab") {
      this.#walkTabs(event, target);
      return;
    }
    let cell = target.closest("[data-column]");
    if (!cell || target !== cell) return;
    let next = stepFrom(cell, event.code, this.#texts.dir === "rtl");
    next ? (event.preventDefault(), next.focus()) : event.key === "Enter" || event.key === " " ? (event.preventDefault(), this.#pickCell(cell), this.#root.querySelector(".wb-pane-heading")?.focus()) : event.code.startsWith("Arrow") && event.preventDefault();
  }
  #walkTabs(event, tab) {
    let tabs = [...tab.parentElement.querySelectorAll("[role=tab]")], onwards = this.#texts.dir === "rtl" ? "ArrowLeft" : "ArrowRight", step = event.code === onwards ? 1 : event.code === "ArrowLeft" || event.code === "ArrowRight" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault(), tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length].click(), this.#root.querySelector("[role=tab][aria-selected=true]")?.focus();
  }
  #placeOf(cell) {
    let row = cell.closest("tr")?.dataset.row;
    return row === void 0 ? null : { row, column: cell.dataset.column || null };
  }
  /** Tab comes back to where one was. */
  #stopAt(cell) {
    for (let each of this.#root.querySelectorAll(".wb-matrix [data-column][tabindex='0']")) each.tabIndex = -1;
    cell.tabIndex = 0, this.#stop = this.#placeOf(cell);
  }
  #pickCell(cell) {
    let place = this.#placeOf(cell);
    !place || place.column !== null && !cell.classList.contains("wb-said-cell") || (this.#stopAt(cell), this.#picked = place, this.#relay = null, this.#draw());
  }
  get #isOpen() {
    return this.#picked !== null || this.#relay !== null;
  }
  #close = () => {
    let place = this.#picked;
    this.#picked = null, this.#relay = null, this.#draw(), place && this.#findCell(place)?.focus();
  };
  #findCell(place) {
    return [...[...this.#root.querySelectorAll("tr[data-row]")].find((row) => row.dataset.row === place.row)?.querySelectorAll("[data-column]") ?? []].find((cell) => cell.dataset.column === (place.column ?? "")) ?? null;
  }
  #choose(change) {
    this.#choice = { ...this.#choice, ...change }, this.#draw();
  }
  #ask(message) {
    this.#waiting = makeKey(), this.#notice = null, this.#model.send({ ...message, key: this.#waiting }), this.#draw();
  }
  #save(kind) {
    let all = this.#rows.length === this.#sent?.ledger.rows.length;
    this.#ask({ t: "save", view: FILES[this.#view], kind, rows: all ? null : this.#rows.map((row) => row.id), sides: this.#choice.sides, language: this.#texts.language });
  }
  #draw() {
    let sent = this.#sent, words = this.#words;
    if (!sent || !words) return;
    let { ledger } = sent;
    if (this.#rows = chooseRows(ledger, this.#choice), !this.#rows.some((row) => row.id === this.#stop?.row)) {
      let first = this.#rows[0];
      this.#stop = first ? { row: first.id, column: null } : null;
    }
    keepFocus(this.#root, this.#root.querySelector(".wb-ledger-view"), () => {
      patch(this.#root.querySelector(".wb-ledger-bar"), drawControls({
        ledger,
        words,
        shapes: sent.shapes,
        view: this.#view,
        choice: this.#choice,
        shown: this.#rows.length,
        notice: this.#notice,
        busy: this.#waiting !== null,
        show: (view) => {
          this.#view = view, this.#relay = null, this.#draw();
        },
        choose: (change) => this.#choose(change),
        save: (kind) => this.#save(kind)
      })), patch(this.#root.querySelector(".wb-ledger-view"), this.#drawView(sent, words)), this.#drawPane(sent, words);
    }), applyColours(this.#root, words.scheme);
  }
  #drawView(sent, words) {
    let { ledger, shapes, nodes } = sent;
    return this.#view === "figures" ? drawTimeline({ ledger, rows: this.#rows, words, shapes, pick: (point) => this.#pickPoint(point) }) : this.#view === "relays" ? drawRelays({
      relays: ledger.relays,
      nodes,
      words,
      chosen: this.#chosen,
      choose: (column) => {
        this.#chosen = this.#chosen === column ? null : column, this.#draw();
      },
      pick: (relay) => {
        this.#relay = relay, this.#picked = null, this.#draw();
      }
    }) : drawMatrix({ ledger, rows: this.#rows, choice: this.#choice, words, shapes, picked: this.#picked, stop: this.#stop });
  }
  #pickPoint(point) {
    this.#picked = { row: point.row, column: null }, this.#relay = null, this.#draw();
  }
  #drawPane(sent, words) {
    let pane = this.#root.querySelector(".wb-pane-said");
    pane.hidden = !this.#isOpen, this.#root.toggleAttribute("data-open", this.#isOpen), patch(pane, this.#drawSaid(sent, words));
  }
  #drawSaid({ ledger, shapes, opens }, words) {
    let source = {
      ledger,
      words,
      shapes,
      opens,
      close: this.#close,
      open: (document2, sentence, item) => this.#ask({ t: "open", document: document2, sentence, item }),
      go: (row2) => {
        this.#picked = { row: row2, column: null }, this.#draw();
      }
    };
    if (this.#relay) {
      let { start, end, kind, quotes } = this.#relay;
      return drawQuotes(`${words.source(start)} ${this.#texts.name("ledger.does", kind)} ${words.source(end)}`, quotes, source);
    }
    let row = ledger.rows.find((each) => each.id === this.#picked?.row);
    if (!row || !this.#picked) return [];
    let shown = chooseColumns(ledger, this.#rows, this.#choice).find((each) => each.id === this.#picked?.column), sources = new Set(shown?.columns.map((column) => column.id)), statements = shown ? row.statements.filter((each) => sources.has(each.column)) : row.statements;
    return drawStatements(row, statements, shown ? words.column(shown) : null, source);
  }
  close() {
    this.#end.abort(), this.#model.off("msg:custom", this.#onMessage), this.#root.remove();
  }
};
function download(name, type, content) {
  let bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength).slice(), address = URL.createObjectURL(new Blob([bytes], { type })), link = document.createElement("a");
  link.href = address, link.download = name, link.click(), setTimeout(() => URL.revokeObjectURL(address), 1e4);
}
function render({ model, el }) {
  let view = new LedgerView(model, el);
  return () => view.close();
}
var ledger_default = { render };
export {
  VIEWS,
  ledger_default as default
};
