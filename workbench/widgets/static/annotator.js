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
  let place2 = parent.firstChild;
  for (let vnode of wanted) {
    let node = reuse(vnode, keyed, free) ?? make(vnode);
    node !== place2 ? parent.insertBefore(node, place2) : place2 = place2.nextSibling, update(node, vnode);
  }
  for (; place2; ) {
    let next = place2.nextSibling;
    place2.remove(), place2 = next;
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
function makeFrame() {
  return element(
    "div",
    { class: "wb" },
    h("div", { class: "wb-bar", role: "group", "data-label": "frame.progress" }),
    h(
      "div",
      { class: "wb-cols" },
      h(
        "div",
        { class: "wb-reading" },
        h("div", { class: "wb-pane", tabindex: 0, role: "group", "data-label": "frame.article" }),
        h("div", { class: "wb-tools" })
      ),
      h(
        "div",
        { class: "wb-side", role: "group", "data-label": "frame.claims" },
        h("div", { class: "wb-search", role: "search", "data-label": "search.label", hidden: !0 }),
        h("div", { class: "wb-differences", role: "group", "data-label": "frame.differences", hidden: !0 }),
        h("section", { class: "wb-feedback", "data-label": "training.title", hidden: !0 }),
        h("ul", { class: "wb-cards" }),
        h("section", { class: "wb-linking", "data-label": "frame.linking", hidden: !0 }),
        h("section", { class: "wb-outcome", "data-label": "frame.outcome", hidden: !0 }),
        h("div", { class: "wb-list", hidden: !0 }),
        h("div", { class: "wb-guide", role: "note", "data-label": "frame.guideline", hidden: !0 })
      )
    ),
    h("div", { class: "wb-keys", role: "toolbar", "data-label": "frame.keys" }),
    h("div", { class: "wb-live", role: "status", "aria-live": "polite", "aria-atomic": "true" }),
    h("p", { class: "wb-message wb-message-waiting", "data-text": "frame.waiting" }),
    h("p", { class: "wb-message wb-message-empty", "data-text": "frame.empty" })
  );
}
function wordFrame(root, texts) {
  root.dir = texts.dir, root.lang = texts.language;
  for (let node of root.querySelectorAll("[data-label]"))
    node.setAttribute("aria-label", texts.t(node.dataset.label));
  for (let node of root.querySelectorAll("[data-text]"))
    node.textContent = texts.t(node.dataset.text);
  root.querySelector(".wb-pane")?.setAttribute("aria-roledescription", texts.t("frame.area")), announceMarks(root, texts);
}
function announceMarks(root, texts) {
  for (let role of ["claim", "source", "cue", "anchor", "suggestion"])
    root.style.setProperty(`--wb-say-${role}`, JSON.stringify(texts.t(`announce.${role}`)));
}
function keepFocus(root, shelter, draw) {
  let page = root.getRootNode(), before = page.activeElement, inside = before !== null && root.contains(before);
  draw(), !(!inside || page.activeElement === before) && (before.isConnected ? before.focus({ preventScroll: !0 }) : shelter.focus({ preventScroll: !0 }));
}

// workbench/widgets/src/keys.ts
var CARET = /* @__PURE__ */ new Set(["left", "right", "up", "down", "start", "end"]), LAYERS = ["ruling", "linking"];
function layerOf(operation) {
  return LAYERS.find((layer) => operation.startsWith(`${layer} `)) ?? null;
}
var BESIDE_LINKING = /* @__PURE__ */ new Set([
  "links",
  "undo",
  "redo",
  "next",
  "previous",
  "next open",
  "previous open",
  "go to",
  "search",
  "claim list",
  "whole article",
  "settings",
  "help"
]), RESERVED = /* @__PURE__ */ new Set([
  ..."ACFNPRSTVWX".split("").map((letter) => `Ctrl+Key${letter}`),
  "Ctrl+Shift+KeyC",
  "Tab",
  "Shift+Tab",
  "Escape",
  "F5",
  "F11",
  "F12"
]), Keymap = class {
  #byCode = /* @__PURE__ */ new Map();
  #layers = { ruling: /* @__PURE__ */ new Map(), linking: /* @__PURE__ */ new Map() };
  #codes;
  #layout;
  /** The stances, and the stances with a certainty, that have a key. */
  stances;
  /** `own` holds the keys that the person chose, for the operations where they chose some. */
  constructor(codes, stances, own = {}, layout = null) {
    let keysOf = (isOwn) => Object.fromEntries(stances.filter((each) => each.own === isOwn).map(({ operation, code }) => [operation, [code]])), all = { ...keysOf(!1), ...codes, ...keysOf(!0) };
    this.stances = stances.map((each) => each.operation);
    let chosen = Object.entries(own).filter(([operation]) => operation in all);
    this.#codes = { ...all, ...Object.fromEntries(chosen) }, this.#layout = layout;
    for (let [operation, list] of [...Object.entries(all).filter(([operation2]) => !(operation2 in own)), ...chosen])
      for (let code of list) this.#among(operation).set(code, operation);
  }
  /** With a `layer` its panel has the focus. */
  find(press, layer = null) {
    let own = layer && this.#layers[layer].get(chord(press));
    if (own) return own;
    let found = this.owner(chord(press));
    return found ? layer !== "linking" || BESIDE_LINKING.has(found) ? found : null : press.key === "?" || press.key === "؟" ? "help" : null;
  }
  /** The operation that a combination means; with `beside`, among those that it could not mean as well. */
  owner(code, beside = "") {
    let layer = layerOf(beside);
    if (layer) return this.#layers[layer].get(code) ?? null;
    let plain = this.#byCode.get(code.replace(/^(?:Alt\+)?(?:Shift\+)?/u, ""));
    return plain && CARET.has(plain) && !code.startsWith("Ctrl") ? plain : this.#byCode.get(code) ?? null;
  }
  /** The combinations that lead to an operation. */
  codes(operation) {
    return (this.#codes[operation] ?? []).filter((code) => this.#among(operation).get(code) === operation);
  }
  #among(operation) {
    let layer = layerOf(operation);
    return layer ? this.#layers[layer] : this.#byCode;
  }
  /** The first key of an operation as it is drawn on a key cap, for example `Ctrl Z`. */
  cap(operation) {
    let code = this.codes(operation)[0];
    return code ? this.draw(code) : "";
  }
  caps(operation) {
    return this.codes(operation).filter((code) => !code.startsWith("Numpad")).map((code) => this.draw(code));
  }
  /** A combination as its key caps, in the person's own layout where the browser tells it. */
  draw(code) {
    return capOf(code, this.#layout);
  }
  get operations() {
    return Object.keys(this.#codes);
  }
};
function chord(press) {
  let parts = [press.code];
  return press.shiftKey && parts.unshift("Shift"), press.altKey && parts.unshift("Alt"), (press.ctrlKey || press.metaKey) && parts.unshift("Ctrl"), parts.join("+");
}
function isReserved(code) {
  return RESERVED.has(code);
}
function isModifier(code) {
  return /^(?:Shift|Control|Alt|Meta|OS)(?:Left|Right)?$|^(?:CapsLock|Fn|NumLock)$|^$/u.test(code);
}
function swapKeys(keymap, own, operation, code) {
  let other = keymap.owner(code, operation), before = keymap.codes(operation), changed = { ...own, [operation]: [code] };
  if (other && other !== operation) {
    let rest = keymap.codes(other).filter((each) => each !== code);
    changed[other] = [...before.slice(0, 1), ...rest];
  }
  return changed;
}
var CAPS = {
  Shift: "⇧",
  Comma: ",",
  Slash: "/",
  Backslash: "\\",
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
  NumpadAdd: "+",
  Minus: "-",
  Period: ".",
  Semicolon: ";",
  Quote: "'",
  Backquote: "`"
};
function capOf(code, layout = null) {
  if (!layout && code === "Shift+Slash") return "?";
  if (!layout && code === "Shift+Equal") return "+";
  let parts = code.split("+").map((part) => layout?.get(part)?.toUpperCase() ?? CAPS[part] ?? part.replace(/^(Key|Digit|Numpad)/, ""));
  return layout && parts.join("") === "⇧/" ? "?" : layout && parts.join("") === "⇧=" ? "+" : parts.join(parts[0] === "⇧" ? "" : " ");
}
async function readLayout() {
  let { keyboard } = navigator;
  try {
    let found = await keyboard?.getLayoutMap?.();
    return found ? new Map(found) : null;
  } catch {
    return null;
  }
}
function isOurs(press, handled) {
  let modified = press.ctrlKey || press.metaKey;
  return handled || !modified ? !0 : press.key === "Enter";
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
function share(settings) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings));
  } catch {
  }
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
var CATALOGUES = { en: texts_en_default, ar: texts_ar_default }, LANGUAGES = [
  { value: "en", name: "English" },
  { value: "ar", name: "العربية" }
], Texts = class {
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
  list(words2) {
    return words2.join(this.t("tools.separator"));
  }
  #form(key, values) {
    let entry = this.#entries[key] ?? key;
    if (typeof entry == "string") return entry;
    let count = Number(values.count ?? 0), rule = count === 0 && entry.zero !== void 0 ? "zero" : this.#plurals.select(count);
    return entry[rule] ?? entry.other ?? key;
  }
  #fill(key, values) {
    return this.#form(key, values).replace(/\{(\w+)\}/gu, (place2, name) => {
      let value = values[name];
      return typeof value == "number" ? this.number(value) : value ?? place2;
    });
  }
};
function languageOf(chosen, preferred = navigator.languages) {
  return chosen in CATALOGUES ? chosen : preferred.map((tag) => tag.split("-")[0] ?? "").find((language) => language in CATALOGUES) ?? "en";
}
function cap(text) {
  return h("kbd", { dir: "ltr" }, text);
}

// workbench/widgets/src/wording.ts
var GROUPS = [
  { name: "text", operations: ["left", "right", "up", "down", "start", "end", "drop proclitic", "adjust", "cancel"] },
  {
    name: "marking",
    operations: [
      "mark claim",
      "mark source",
      "mark cue",
      "mark anchor",
      "append",
      "append claim",
      "append source",
      "append cue",
      "append anchor",
      "pro_drop",
      "implicit",
      "writer",
      "author"
    ]
  },
  {
    name: "card",
    operations: [
      "another source",
      "name source",
      "relay",
      "pick target",
      "certainty",
      "unsure",
      "note",
      "proposition",
      "confirm",
      "understood claim",
      "take entity",
      "choose entity",
      "next item",
      "previous item",
      "delete",
      "undo",
      "redo"
    ]
  },
  { name: "suggestions", operations: ["take", "change", "refuse"] },
  { name: "sentence", operations: ["done", "nothing", "skip", "reopen", "flag", "comment", "boilerplate", "segment", "split", "merge"] },
  {
    name: "ruling",
    operations: [
      "differences",
      ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((number) => `ruling ${number}`),
      "ruling next",
      "ruling previous",
      "ruling remark",
      "ruling leave",
      "gap",
      "accept unanimous"
    ]
  },
  {
    name: "linking",
    operations: [
      "links",
      ...["1", "2", "3", "4", "5"].map((number) => `linking ${number}`),
      "linking next",
      "linking previous",
      "linking same",
      "linking contradicts",
      "linking updates",
      "linking updates reversed",
      "linking part_of",
      "linking part_of reversed",
      "linking restates",
      "linking restates reversed",
      "linking none",
      "linking clear",
      "linking proposition",
      "linking find",
      "linking more",
      "linking open",
      "linking back",
      "linking next claim",
      "linking previous claim",
      "linking leave"
    ]
  },
  { name: "going", operations: ["next", "previous", "next open", "previous open", "go to", "search", "whole article", "claim list", "register", "outcome", "guide", "settings", "help"] }
], STRIP = [
  ["done", "nothing", "skip", "flag", "comment"],
  ["mark claim", "mark source", "mark cue", "mark anchor"],
  ["another source", "relay", "certainty", "unsure"],
  ["next open", "go to", "search", "whole article", "claim list", "links", "undo", "help"]
], RULING = [["differences", "gap", "accept unanimous"]];
function groupsOf({ adjudication }) {
  return GROUPS.filter(({ name }) => name !== "ruling" || adjudication !== null);
}
function timeLeft(texts, left, paceSeconds) {
  let minutes = Math.round(left * paceSeconds / 60);
  return minutes < 1 ? texts.t("time.under_a_minute") : minutes < 90 ? texts.t("time.minutes", { count: minutes }) : texts.t("time.hours", { count: Math.round(minutes / 6) / 10 });
}

// workbench/widgets/src/strip.ts
var ROLES = ["claim", "source", "cue", "anchor"];
function drawTools(state, words2, notice, pen, act, dismiss) {
  return notice ? [h(
    "div",
    { key: "notice", class: `wb-notice wb-${notice.tone}`, role: notice.tone === "error" ? "alert" : "status" },
    h("span", {}, h("b", {}, notice.text), notice.hint && ` ${notice.hint}`),
    h("button", { type: "button", class: "wb-quiet", "aria-label": state.texts.t("tools.dismiss"), onclick: dismiss }, "×")
  )] : words2 !== null ? [drawSelection(state, words2, act)] : [h("div", { key: "idle", class: "wb-idle" }, idleText(state, pen))];
}
function drawSelection(state, words2, act) {
  let { texts } = state, { t } = texts, { armed } = state.ui;
  return h(
    "div",
    { key: "selection", class: "wb-selected", role: "toolbar", "aria-label": t("tools.selected") },
    h("bdi", { class: "wb-words", lang: state.article.language }, words2),
    ROLES.map((role) => h("button", {
      key: role,
      type: "button",
      class: `wb-tool wb-tool-${role}`,
      "data-guide": `role:${role}`,
      onclick: () => act(`mark ${role}`)
    }, cap(state.keymap.cap(`mark ${role}`)), " ", h("span", {}, texts.label(state.scheme.role(role).name)))),
    h("button", { key: "append", type: "button", class: "wb-tool", onclick: () => act("append") }, cap(state.keymap.cap("append")), ` ${t("tools.fragment")}`),
    /^[وفبلكس]/u.test(words2) && h(
      "button",
      { key: "drop", type: "button", class: "wb-tool", onclick: () => act("drop proclitic") },
      cap(state.keymap.cap("drop proclitic")),
      ` ${t("tools.drop", { letter: words2[0] ?? "" })}`
    ),
    armed && (armed.slot === "source" || armed.slot === "cue") && h(
      "button",
      { key: "fill", type: "button", class: "wb-tool wb-brand", onclick: () => act("done") },
      cap(state.keymap.cap("done")),
      ` ${t("tools.fill", { slot: texts.name("slot", armed.slot) })}`
    )
  );
}
function idleText(state, pen) {
  let { texts } = state, { armed, missing, undo } = state.ui;
  if (armed) return texts.t("tools.waiting", { slot: texts.name("slot", armed.slot) });
  if (pen) return texts.t("tools.pen", { role: texts.name("notice.role", pen) });
  if (missing.length > 0) {
    let slots = [...new Set(missing.map((each) => texts.name("slot", each.slot)))];
    return texts.t("tools.empty", { slots: texts.list(slots) });
  }
  return undo ? texts.t("tools.undo", { key: state.keymap.cap("undo"), action: texts.name("action", undo) }) : "";
}
function drawStrip(state, pen, act) {
  let stances = state.scheme.stances.map((stance) => `stance ${stance.value}`), groups = [...STRIP.slice(0, 2), stances, ...STRIP.slice(2), ...state.adjudication ? RULING : []], blocked = state.ui.missing.length > 0;
  return groups.map((group, index) => h(
    "span",
    { key: index, class: "wb-keygroup" },
    group.map((operation) => h("button", {
      key: operation,
      type: "button",
      tabindex: -1,
      "data-operation": operation,
      class: operation === "done" && blocked ? "wb-key wb-blocked" : "wb-key",
      "data-guide": guideOf(operation),
      "aria-pressed": isPressed(state, pen, operation),
      onclick: () => act(operation)
    }, cap(state.keymap.cap(operation)), h("span", {}, nameOperation(state, "strip", operation))))
  ));
}
function isPressed(state, pen, operation) {
  return operation === "flag" ? String(state.annotation(state.ui.sentence ?? "")?.flagged ?? !1) : operation.startsWith("mark ") ? String(operation === `mark ${pen}`) : null;
}
function nameOperation(state, area, operation) {
  let [verb, value = "", certainty] = operation.split(" "), stance = verb === "stance" ? state.scheme.stance(value) : null;
  if (!stance) return state.texts.name(area, operation);
  let names = [stance.name, ...certainty ? [state.scheme.certainty(certainty).name] : []];
  return state.texts.list(names.map((name) => state.texts.label(name)));
}
function guideOf(operation) {
  let [verb, value] = operation.split(" ");
  return verb === "stance" ? `stance:${value}` : verb === "mark" ? `role:${value}` : null;
}
function drawHelp(state) {
  return [...groupsOf(state), { name: "stances", operations: state.keymap.stances }].map((group) => h(
    "section",
    { class: "wb-helpgroup" },
    h("h3", {}, state.texts.t(`group.${group.name}`)),
    h("dl", {}, group.operations.filter((operation) => state.keymap.caps(operation).length > 0).map((operation) => h("div", {}, h("dt", {}, state.keymap.caps(operation).map(cap)), h("dd", {}, nameOperation(state, "key", operation)))))
  ));
}

// workbench/widgets/src/preferences.ts
var SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2], THEMES = ["auto", "light", "dark", "contrast"], FIXED = /* @__PURE__ */ new Set(["cancel", "ruling leave", "linking leave"]), PreferencesDialog = class {
  #root;
  #source;
  #box = document.createElement("dialog");
  #listening = null;
  constructor(root, source) {
    this.#root = root, this.#source = source, this.#box.className = "wb-dialog wb-wide wb-settings", this.#box.addEventListener("keydown", (event) => this.#onKey(event)), this.#box.addEventListener("focusout", (event) => this.#onLeave(event)), this.#box.addEventListener("close", () => this.#box.remove());
  }
  open() {
    this.#listening = null, this.#root.append(this.#box), this.draw(), this.#box.showModal(), this.#box.querySelector("select")?.focus();
  }
  /** Draw it anew where it is open. */
  draw() {
    if (!this.#box.isConnected) return;
    let { t } = this.#source.state().texts;
    this.#box.setAttribute("aria-label", t("settings.title")), patch(this.#box, h(
      "form",
      { method: "dialog" },
      h("h2", {}, t("settings.title")),
      h("div", { class: "wb-dialog-body" }, this.#drawLook(), this.#drawKeys()),
      h("div", { class: "wb-choices" }, h("button", { type: "submit", class: "wb-primary" }, t("dialog.close")))
    ));
  }
  #drawLook() {
    let { texts } = this.#source.state(), { t } = texts, { language, theme, text_size: size } = this.#source.settings(), choose2 = (name, read) => (event) => {
      this.#source.change({ [name]: read(event.target.value) });
    }, option = (value, label, current) => h("option", { key: value, value, selected: value === current }, label);
    return h(
      "div",
      { class: "wb-look" },
      h("label", {}, t("settings.language"), h(
        "select",
        { name: "language", onchange: choose2("language", String) },
        option("auto", t("settings.auto_language"), language),
        LANGUAGES.map((each) => option(each.value, each.name, language))
      )),
      h("label", {}, t("settings.theme"), h(
        "select",
        { name: "theme", onchange: choose2("theme", String) },
        THEMES.map((each) => option(each, t(`settings.theme.${each}`), theme))
      )),
      h("label", {}, t("settings.text_size"), h(
        "select",
        { name: "text_size", onchange: choose2("text_size", Number) },
        [.../* @__PURE__ */ new Set([...SIZES, size])].sort((one, other) => one - other).map((each) => option(each, t("settings.percent", { percent: Math.round(each * 100) }), size))
      ))
    );
  }
  #drawKeys() {
    let state = this.#source.state(), { t } = state.texts, groups = [...groupsOf(state), { name: "stances", operations: state.keymap.stances }];
    return h(
      "section",
      { class: "wb-binding" },
      h("h3", {}, t("settings.keys")),
      h("p", { class: "wb-hint" }, t("settings.keys_hint")),
      h("div", { class: "wb-help" }, groups.map((group) => h(
        "section",
        { key: group.name, class: "wb-helpgroup" },
        h("h4", {}, t(`group.${group.name}`)),
        h("ul", {}, group.operations.filter((operation) => !FIXED.has(operation)).map((operation) => this.#drawKey(state, operation)))
      ))),
      h("button", { type: "button", class: "wb-plain", "data-reset": "all", onclick: () => this.#change(USUAL.keys) }, t("settings.reset_keys"))
    );
  }
  #drawKey(state, operation) {
    let { t } = state.texts, label = nameOperation(state, "key", operation), caps = state.keymap.caps(operation), here = this.#listening?.operation === operation ? this.#listening : null, own = operation in this.#source.settings().keys;
    return h(
      "li",
      { key: operation },
      h("button", {
        type: "button",
        class: here ? "wb-bind wb-armed" : "wb-bind",
        "data-bind": operation,
        "aria-pressed": here ? "true" : "false",
        "aria-label": t("settings.change", { operation: label, keys: caps.join(" ") || t("settings.no_key") }),
        onclick: () => this.#listen(operation)
      }, caps.length > 0 ? caps.map(cap) : cap("—")),
      h("span", {}, label),
      own && !here && h("button", { type: "button", class: "wb-quiet wb-usual", "data-reset": operation, onclick: () => this.#reset(operation) }, t("settings.usual")),
      here && this.#drawListening(state, here)
    );
  }
  #drawListening(state, { operation, pressed }) {
    let { t } = state.texts;
    if (pressed === null) return h("p", { class: "wb-hint", role: "status" }, t("settings.press"));
    let key = state.keymap.draw(pressed), other = isReserved(pressed) ? null : state.keymap.owner(pressed, operation);
    return other === null ? h("p", { class: "wb-clash", role: "alert" }, t("settings.reserved", { key })) : h(
      "p",
      { class: "wb-clash", role: "alert" },
      t("settings.clash", { key, other: nameOperation(state, "key", other) }),
      " ",
      // one whose key is fixed, or that has its keys with every modifier, gives none away
      !FIXED.has(other) && CARET.has(other) === CARET.has(operation) && h("button", {
        type: "button",
        class: "wb-plain",
        "data-swap": operation,
        onclick: () => this.#give(operation, pressed)
      }, t("settings.swap")),
      h("button", { type: "button", class: "wb-plain", "data-leave": operation, onclick: () => this.#stop() }, t("settings.leave"))
    );
  }
  #listen(operation) {
    this.#listening = { operation, pressed: null }, this.draw(), this.#button(operation)?.focus();
  }
  #stop() {
    let operation = this.#listening?.operation;
    this.#listening = null, this.draw(), operation && this.#button(operation)?.focus();
  }
  #button(operation) {
    return this.#box.querySelector(`[data-bind="${CSS.escape(operation)}"]`);
  }
  #onKey(event) {
    let listening = this.#listening;
    if (!listening || !event.target.matches("[data-bind]") && event.code !== "Escape" || event.code === "Tab" || (event.preventDefault(), event.stopPropagation(), isModifier(event.code))) return;
    if (event.code === "Escape") return this.#stop();
    let state = this.#source.state(), code = CARET.has(listening.operation) ? event.code : chord(event), owner = state.keymap.owner(code, listening.operation);
    if (owner === listening.operation) return this.#stop();
    if (owner === null && !isReserved(code)) return this.#give(listening.operation, code);
    this.#listening = { ...listening, pressed: code }, this.draw(), this.#box.querySelector("[data-swap]")?.focus();
  }
  #onLeave(event) {
    let row = event.target.closest("li"), to = event.relatedTarget;
    !this.#listening || !to || row?.contains(to) || (this.#listening = null, this.draw());
  }
  #give(operation, code) {
    let state = this.#source.state();
    this.#listening = null, this.#change(swapKeys(state.keymap, this.#source.settings().keys, operation, code));
    let { texts, keymap } = this.#source.state();
    this.#source.say(texts.t("settings.changed", { operation: nameOperation(state, "key", operation), keys: keymap.draw(code) })), this.#button(operation)?.focus();
  }
  /** Give an operation its usual keys; whoever holds one of them now gets its own back too. */
  #reset(operation) {
    let { [operation]: _, ...rest } = this.#source.settings().keys, usual = new Set(this.#source.state().usualKeys(operation));
    this.#change(Object.fromEntries(Object.entries(rest).filter(([, codes]) => !codes.some((code) => usual.has(code))))), this.#button(operation)?.focus();
  }
  #change(keys) {
    this.#source.change({ keys }), this.draw();
  }
};

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

// workbench/widgets/src/appearance.ts
var Appearance = class {
  #root;
  #events;
  #retheme;
  settings = readShared();
  texts = new Texts(languageOf(this.settings.language));
  /** What this keyboard's keys type, once the browser has told it. */
  layout = null;
  constructor(root, events, signal) {
    this.#root = root, this.#events = events, wordFrame(root, this.texts), this.#retheme = followTheme(root, () => this.settings.theme, signal), this.#resize(), readLayout().then((layout) => {
      this.layout = layout, layout && !signal.aborted && this.#events.changed(!1);
    });
  }
  /** Make the view what the person chose. */
  take(settings) {
    let reworded = languageOf(settings.language) !== this.texts.language;
    this.settings = settings, share(settings), reworded && (this.texts = new Texts(languageOf(settings.language)), wordFrame(this.#root, this.texts)), this.#retheme(), this.#resize(), this.#events.changed(reworded);
  }
  /** Choices hold at once; they are no annotations, so the screen may be ahead of the disk. */
  change(changes) {
    this.take({ ...this.settings, ...changes }), this.#events.save(changes);
  }
  /** Larger or smaller text, by one step. */
  step(by) {
    let size = this.settings.text_size, next = SIZES[SIZES.findIndex((each) => each >= size) + by];
    next !== void 0 && this.change({ text_size: next });
  }
  #resize() {
    this.#root.style.setProperty("--wb-size", String(this.settings.text_size));
  }
};

// workbench/widgets/src/adjusting.ts
var ROLES2 = ["claim", "source", "cue", "anchor"];
function fragments(state, item, role) {
  let attribution = state.attributions.get(item);
  return role === "claim" ? state.claims.get(item)?.spans ?? [] : role === "source" ? attribution?.source.spans ?? [] : (role === "cue" ? attribution?.cue : attribution?.anchor) ?? [];
}
function gripsOf(state, item) {
  return ROLES2.flatMap((role) => fragments(state, item, role).flatMap((_, index) => [
    { item, role, index, side: "end" },
    { item, role, index, side: "start" }
  ]));
}
function replacement(state, grip, span) {
  let spans = [...fragments(state, grip.item, grip.role)], before = spans[grip.index];
  return !before || before.start === span.start && before.end === span.end ? null : (spans[grip.index] = span, { id: grip.item, role: grip.role, spans });
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
async function askText(root, { t }, title, options) {
  let { value, label, long, dir, lang } = options, field = long ? h("textarea", { name: "text", rows: 3, "aria-label": label, dir: dir ?? "auto", lang }, value) : h("input", { name: "text", value, "aria-label": label, inputmode: "numeric", autocomplete: "off" }), answer = await ask(root, title, field, [
    { value: "ok", label: t("dialog.ok"), primary: !0 },
    { value: "", label: t("dialog.cancel") }
  ]);
  return answer ? answer.fields.text ?? "" : null;
}

// workbench/widgets/src/completions.ts
async function nameSource(view) {
  let { texts, article, ui } = view.state, { t } = texts;
  if (!ui.card && !ui.attribution && !ui.armed) return view.notify({ text: t("notice.focus_claim"), hint: null, tone: "info" });
  let body = [
    h("input", {
      name: "text",
      role: "combobox",
      "aria-label": t("sources.field"),
      "aria-controls": "wb-offers",
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      dir: article.dir,
      lang: article.language
    }),
    h("ul", { id: "wb-offers", class: "wb-hits", role: "listbox", "aria-label": t("sources.offered") }),
    h("p", { class: "wb-hint wb-offers-none", role: "status" }),
    h("p", { class: "wb-hint" }, t("sources.help"))
  ], answered = ask(view.root, t("sources.title"), body, [
    { value: "ok", label: t("dialog.ok"), primary: !0 },
    { value: "", label: t("dialog.cancel") }
  ]), offers = new Offers(view), text = (await answered)?.fields.text?.trim();
  text && view.send("name_source", offers.item ? { text, id: offers.item } : { text });
}
var Offers = class {
  #view;
  #box;
  #field;
  #offered = [];
  #active = -1;
  #asked = "";
  constructor(view) {
    this.#view = view, this.#box = view.root.querySelector("dialog:last-of-type"), this.#field = this.#box.querySelector("input"), this.#field.addEventListener("input", () => {
      this.#look();
    }), this.#field.addEventListener("keydown", (event) => this.#onKey(event)), this.#look();
  }
  /** The attribution whose source was chosen, if it was. */
  get item() {
    return this.#offered[this.#active]?.item ?? null;
  }
  async #look() {
    let text = this.#field.value;
    this.#asked = text, this.#active = -1;
    let found = await this.#view.question("sources", { text });
    this.#asked !== text || this.#active >= 0 || (this.#offered = found?.sources ?? [], this.#draw());
  }
  #onKey(event) {
    let step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    step !== 0 && (event.preventDefault(), this.#choose(Math.max(0, Math.min(this.#active + step, this.#offered.length - 1))));
  }
  #choose(index) {
    let offered = this.#offered[index];
    offered && (this.#active = index, this.#field.value = offered.name, this.#draw());
  }
  #draw() {
    let { texts, article } = this.#view.state, { t } = texts;
    this.#active >= 0 ? this.#field.setAttribute("aria-activedescendant", `wb-offer-${this.#active}`) : this.#field.removeAttribute("aria-activedescendant"), patch(this.#box.querySelector(".wb-hits"), this.#offered.map((each, index) => h(
      "li",
      {
        key: each.name,
        id: `wb-offer-${index}`,
        role: "option",
        class: index === this.#active ? "wb-hit on" : "wb-hit",
        "aria-selected": index === this.#active ? "true" : "false",
        onclick: () => {
          this.#choose(index), this.#field.focus();
        }
      },
      h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, each.name),
      h("small", {}, each.item ? `${t("sources.here")} · ` : "", t("sources.times", { count: each.count }))
    )));
    let none = this.#offered.length === 0 && this.#field.value.trim() !== "";
    this.#box.querySelector(".wb-offers-none").textContent = none ? t("sources.none") : "", this.#box.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }
};

// workbench/widgets/src/accepting.ts
var SHARES = [0, 0.05, 0.1, 0.2, 0.5];
async function acceptUnanimous(view) {
  let { texts, adjudication } = view.state;
  if (!adjudication) return;
  let { t } = texts, shares = [.../* @__PURE__ */ new Set([...SHARES, adjudication.sample])].sort((one, other) => one - other), body = [
    h("p", {}, t("ruling.accept.body", { count: adjudication.progress.unanimous }), " ", t("ruling.accept.rule")),
    h("label", { class: "wb-share" }, t("ruling.accept.scope"), h(
      "select",
      { name: "scope" },
      h("option", { value: "document" }, t("ruling.accept.document")),
      h("option", { value: "project" }, t("ruling.accept.project"))
    )),
    h("label", { class: "wb-share" }, t("ruling.accept.share"), h(
      "select",
      { name: "share" },
      shares.map((share4) => h("option", { value: share4, selected: share4 === adjudication.sample }, share4 === 0 ? t("ruling.accept.none") : t("ruling.percent", { percent: share4 * 100 })))
    ))
  ], answer = await ask(view.root, t("ruling.accept.title"), body, [
    { value: "ok", label: t("dialog.ok"), primary: !0 },
    { value: "", label: t("dialog.cancel") }
  ]), { scope, share: share3 } = answer?.fields ?? {};
  answer && view.send("accept_unanimous", { scope: scope ?? "document", share: Number(share3 ?? 0) });
}

// workbench/widgets/src/folding.ts
var DROPPED = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, LETTERS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
function fold(text) {
  return text.toLowerCase().replace(DROPPED, "").replace(/[أإآٱىیکة]/gu, (letter) => LETTERS[letter] ?? letter).replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\s+/gu, " ").trim();
}

// workbench/widgets/src/segments.ts
var KINDS = ["headline", "subheading", "summary", "body", "related", "credit", "boilerplate"];
function drawSegmentForm(state, sentence) {
  let { article, texts } = state, { t } = texts, segment = sentence && article.segmentAt(sentence.start);
  if (!segment) return null;
  let sentences = covered(state, segment).length, date = segment.published ?? segment.proposed ?? article.info.published ?? "";
  return {
    body: [
      h("label", {}, `${t("segment.kind")} `, h("select", { name: "kind" }, KINDS.map((kind) => h("option", { value: kind, selected: kind === segment.kind }, texts.name("kind", kind))))),
      h("label", {}, `${t("segment.scope")} `, h(
        "select",
        { name: "scope" },
        h("option", { value: "sentence" }, t("segment.sentence")),
        h("option", { value: "segment", selected: sentences > 1 }, t("segment.whole", { count: sentences }))
      )),
      h("label", {}, `${t("segment.published")} `, h("input", { name: "published", dir: "ltr", value: date, placeholder: "2024-10-23, 2025-04?", autocomplete: "off", spellcheck: "false" })),
      segment.reason && h("p", { class: "wb-hint" }, t("segment.reason", { reason: segment.reason }))
    ].filter((part) => !!part)
  };
}
function readSegmentForm(state, sentence, fields) {
  let { article } = state, segment = sentence && article.segmentAt(sentence.start);
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
function labelSegment(article, sentence) {
  let segment = article.segmentAt(sentence.start), before = article.sentences[sentence.index - 1];
  if (!segment || before && article.segmentAt(before.start) === segment) return null;
  let last = before && lastDate(article, before), date = dateOf(article, segment);
  return {
    kind: segment.kind === "body" ? null : segment.kind,
    reason: segment.reason ?? "",
    // a date is said where it begins to hold
    date: date && date !== last ? date : null,
    proposed: segment.published === null && segment.proposed !== null
  };
}
function dateOf(article, segment) {
  return segment.kind === "boilerplate" ? null : segment.published ?? segment.proposed ?? (segment.kind === "related" ? null : article.info.published);
}
function lastDate(article, sentence) {
  for (let index = sentence.index; index >= 0; index--) {
    let segment = article.segmentAt(article.sentences[index].start), date = segment && dateOf(article, segment);
    if (date) return date;
  }
  return null;
}

// workbench/widgets/src/entity.ts
var NOBODY = { number: 0, sources: {}, lines: {} };
function entityName(lines, id) {
  return lines[id]?.names[0]?.text ?? id;
}
function drawName(lines, id) {
  let name = lines[id]?.names[0];
  return h("bdi", { class: "wb-entity-name", dir: name?.dir ?? "ltr", lang: name?.language }, name?.text ?? id);
}
function entityLabel(texts, labels, value) {
  let found = labels.find((each) => each.value === value);
  return found ? texts.label({ en: found.en, ar: found.ar }) : value ?? "";
}
function readNames(field) {
  return field.split(`
`).map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    let [, language, text] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*:\s*(.+)$/u.exec(line) ?? [];
    return text ? { text, language: language ?? null } : { text: line, language: null };
  });
}
function writeNames(names) {
  return names.map(({ text, language }) => language ? `${language}: ${text}` : text).join(`
`);
}

// workbench/widgets/src/identifying.ts
function drawEntities(state, attribution, actions) {
  let source = state.entities.sources[attribution.id];
  if (!source) return null;
  let { t, dir } = state.texts, { lines } = state.entities, on = state.ui.attribution === attribution.id, press = (operation) => (event) => {
    event.stopPropagation(), operation();
  }, open = press(() => {
    actions.act(`choose entity ${attribution.id}`);
  }), [first] = source.chosen;
  if (first !== void 0) {
    let names = source.chosen.map((id) => entityName(lines, id)).join(t("tools.separator"));
    return h(
      "button",
      {
        key: "entity",
        type: "button",
        class: "wb-entity",
        dir,
        "data-entity": first,
        title: t("entity.chip", { name: names }),
        onclick: open
      },
      h("i", { "aria-hidden": "true" }, "◆"),
      drawName(lines, first),
      source.chosen.length > 1 && h("small", {}, `+${source.chosen.length - 1}`)
    );
  }
  let [proposed] = source.proposed;
  return proposed === void 0 ? on && h(
    "button",
    { key: "entity", type: "button", class: "wb-entity wb-entity-none", dir, "data-entity": "", title: t("entity.choose"), onclick: open },
    cap(state.keymap.cap("choose entity")),
    ` ${t("entity.who")}`
  ) : h(
    "span",
    { key: "entity", class: "wb-entity-offer", dir },
    h("button", {
      type: "button",
      class: "wb-entity wb-entity-proposed",
      "data-proposed": proposed,
      title: t("entity.proposed", { name: entityName(lines, proposed) }),
      onclick: press(() => actions.send("entities", { ids: [proposed], id: attribution.id }))
    }, on && cap(state.keymap.cap("take entity")), h("i", { "aria-hidden": "true" }, "◇"), drawName(lines, proposed)),
    h("button", { type: "button", class: "wb-entity wb-entity-none", "data-entity": "", title: t("entity.choose"), "aria-label": t("entity.choose"), onclick: open }, "…")
  );
}
function meant(state) {
  let { attribution, card } = state.ui, rows = card ? state.rows(card) : [];
  return state.attributions.get(attribution ?? "") ?? (rows.length === 1 ? rows[0]?.attribution ?? null : null);
}
function takeEntity(view) {
  let attribution = meant(view.state);
  if (!attribution) return view.notify({ text: view.state.texts.t("notice.focus_source"), hint: null, tone: "info" });
  let source = view.state.entities.sources[attribution.id], proposed = source?.proposed[0];
  proposed !== void 0 && source?.chosen.length === 0 ? view.send("entities", { ids: [proposed], id: attribution.id }) : chooseEntity(view, attribution.id);
}
async function chooseEntity(view, id) {
  let { texts, attributions } = view.state, { t } = texts, attribution = attributions.get(id ?? "") ?? meant(view.state);
  if (!attribution) return view.notify({ text: t("notice.focus_source"), hint: null, tone: "info" });
  let chosen = view.state.entities.sources[attribution.id]?.chosen ?? [], body = [
    h("p", { class: "wb-entity-of", dir: view.state.article.dir, lang: view.state.article.language }, attribution.source.spans.map((span) => span.text).join(" … ")),
    h("input", {
      name: "text",
      role: "combobox",
      "aria-label": t("entity.field"),
      placeholder: t("entity.field"),
      "aria-controls": "wb-entities",
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      dir: "auto"
    }),
    h("ul", { id: "wb-entities", class: "wb-hits wb-entities", role: "listbox", "aria-label": t("entity.offered") }),
    h("p", { class: "wb-hint wb-offers-none", role: "status" }),
    h("p", { class: "wb-hint" }, t("entity.help"))
  ], answered = ask(view.root, t("entity.title"), body, [
    { value: "take", label: t("entity.take"), primary: !0 },
    ...chosen.length > 0 ? [{ value: "beside", label: t("entity.beside") }, { value: "clear", label: t("entity.clear") }] : [],
    { value: "new", label: t("entity.new") },
    { value: "", label: t("dialog.cancel") }
  ]), offers = new EntityOffers(view, attribution.id, chosen), answer = await answered;
  if (answer?.choice === "clear") view.send("entities", { ids: [], id: attribution.id });
  else if (answer?.choice === "new") await makeEntity(view, attribution, answer.fields.text?.trim() ?? "", offers);
  else if (answer && offers.active) {
    let before = answer.choice === "beside" ? chosen : [];
    view.send("entities", { ids: [.../* @__PURE__ */ new Set([...before, offers.active])], id: attribution.id });
  }
}
async function makeEntity(view, attribution, typed, offers) {
  let words2 = typed || attribution.source.spans.map((span) => span.text).join(" "), fields = await askEntity(view, view.state.texts.t("entity.new_title"), null, offers.vocabulary, offers.lines, words2);
  fields && view.send("entity_add", { fields, id: attribution.id });
}
async function askEntity(view, title, line, vocabulary, lines, words2 = "") {
  let { texts } = view.state, { t } = texts, select2 = (name, value) => {
    let labels = vocabulary?.[name] ?? [], isOther = value !== null && !labels.some((each) => each.value === value);
    return h(
      "select",
      { name },
      h("option", { value: "", selected: value === null }, t("entity.unset")),
      isOther && h("option", { value, selected: !0 }, value),
      labels.map((each) => h("option", { value: each.value, selected: each.value === value }, entityLabel(texts, labels, each.value)))
    );
  }, others = Object.values(lines).filter((each) => each.id !== line?.id && !each.bound), above = line?.affiliation ?? "", body = [
    h("textarea", { name: "names", rows: 3, dir: "auto", "aria-label": t("entity.names"), placeholder: t("entity.names") }, line ? writeNames(line.names) : words2),
    h("p", { class: "wb-hint" }, t("entity.names_help")),
    h("label", {}, t("entity.kind"), select2("kind", line?.kind ?? null)),
    h("label", {}, t("entity.anonymity"), select2("anonymity", line ? line.anonymity : "named")),
    h("label", {}, t("entity.affiliation"), h(
      "select",
      { name: "affiliation" },
      h("option", { value: "", selected: above === "" }, t("entity.unset")),
      above !== "" && !others.some((each) => each.id === above) && h("option", { value: above, selected: !0 }, line?.belongs ?? above),
      others.map((each) => h("option", { value: each.id, selected: each.id === above }, entityName(lines, each.id)))
    )),
    h("label", {}, t("entity.note"), h("input", { name: "note", value: line?.note ?? "", dir: "auto", autocomplete: "off" })),
    h("p", { class: "wb-hint" }, t("entity.bound_help"))
  ], answer = await ask(view.root, title, body, [
    { value: "ok", label: t(line ? "entity.save" : "entity.add"), primary: !0 },
    { value: "", label: t("dialog.cancel") }
  ]);
  if (!answer) return null;
  let { names, kind, anonymity, affiliation, note } = answer.fields;
  return { names: readNames(names ?? ""), kind: kind || null, anonymity: anonymity || null, affiliation: affiliation || null, note: note?.trim() || null };
}
var EntityOffers = class {
  #view;
  #attribution;
  #chosen;
  #box;
  #field;
  #offered = null;
  /** What was offered before anything was typed: whom a new one may belong to. */
  #first = null;
  #active = 0;
  #asked = "";
  constructor(view, attribution, chosen) {
    this.#view = view, this.#attribution = attribution, this.#chosen = chosen, this.#box = view.root.querySelector("dialog:last-of-type"), this.#field = this.#box.querySelector("input"), this.#field.addEventListener("input", () => {
      this.#look();
    }), this.#field.addEventListener("keydown", (event) => this.#onKey(event)), this.#look();
  }
  get active() {
    return this.#ids[this.#active] ?? null;
  }
  get vocabulary() {
    return this.#offered?.vocabulary ?? null;
  }
  get lines() {
    return this.#first?.lines ?? {};
  }
  get #ids() {
    return this.#offered ? [...this.#offered.proposed, ...this.#offered.found] : [];
  }
  async #look() {
    let text = this.#field.value;
    this.#asked = text;
    let found = await this.#view.question("entities", { text, id: this.#attribution });
    this.#asked !== text || !found || (this.#offered = found, this.#first ??= found, this.#active = 0, this.#draw());
  }
  #onKey(event) {
    let step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    step !== 0 && (event.preventDefault(), this.#choose(Math.max(0, Math.min(this.#active + step, this.#ids.length - 1))));
  }
  #choose(index) {
    this.#active = index, this.#draw();
  }
  #draw() {
    let { t } = this.#view.state.texts, ids = this.#ids;
    this.#field.setAttribute("aria-activedescendant", ids.length > 0 ? `wb-entity-${this.#active}` : ""), patch(this.#box.querySelector(".wb-entities"), ids.map((id, index) => this.#drawOption(id, index)));
    let rest = this.#offered?.rest ?? 0, none = ids.length === 0 ? t("entity.none") : rest > 0 ? t("entity.rest", { count: rest }) : "";
    this.#box.querySelector(".wb-offers-none").textContent = none, this.#box.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }
  #drawOption(id, index) {
    let { texts } = this.#view.state, { t } = texts, { lines, proposed, here, vocabulary } = this.#offered, line = lines[id], badges = [
      this.#chosen.includes(id) && t("entity.badge.chosen"),
      proposed.includes(id) && t("entity.badge.proposed"),
      here.includes(id) && t("entity.badge.here"),
      line?.bound && t("entity.badge.bound")
    ].filter((each) => !!each), what = [entityLabel(texts, vocabulary.kind, line?.kind ?? null), line?.anonymity === "named" ? "" : entityLabel(texts, vocabulary.anonymity, line?.anonymity ?? null)];
    return h(
      "li",
      {
        key: id,
        id: `wb-entity-${index}`,
        role: "option",
        class: index === this.#active ? "wb-hit on" : "wb-hit",
        "data-entity": id,
        "aria-selected": index === this.#active ? "true" : "false",
        onclick: () => {
          this.#choose(index), this.#field.focus();
        },
        ondblclick: () => this.#box.querySelector(".wb-primary")?.click()
      },
      drawName(lines, id),
      (line?.names.length ?? 0) > 1 && h("small", { class: "wb-entity-also" }, line.names.slice(1).map((name) => h("bdi", { dir: name.dir, lang: name.language }, name.text))),
      h("small", {}, what.filter(Boolean).join(" · "), line?.belongs && h("bdi", {}, ` ${t("entity.of", { name: line.belongs })}`)),
      badges.map((badge) => h("span", { key: badge, class: "wb-badge" }, badge))
    );
  }
};

// workbench/widgets/src/pen.ts
var FILLED = { source: "source", cue: "cue", target: "claim" }, Pen = class {
  #once = null;
  #claims = !1;
  /** The pen in the hand; an armed slot is not asked. */
  get held() {
    return this.#once ?? (this.#claims ? "claim" : null);
  }
  /** Take up the pen of a role, or lay down the one that is held. */
  take(role) {
    role === "claim" ? (this.#claims = this.#once !== null || !this.#claims, this.#once = null) : this.#once = this.#once === role ? null : role;
  }
  /** Lay down what is held; tells whether there was anything. */
  drop() {
    let had = this.held !== null;
    return this.#once = null, this.#claims = !1, had;
  }
  /** The role of the next words: of the pen for once, else of the slot that waits for words, else of the pen that stays. */
  role({ armed }) {
    return this.#once ?? FILLED[armed?.slot ?? ""] ?? this.held;
  }
  /** Words were marked. */
  used() {
    this.#once = null;
  }
};

// workbench/widgets/src/sentences.ts
var SentenceChanges = class {
  #asked = null;
  /** Before the words that are selected, or else where the caret stands. */
  split(view) {
    let { stretch, caret } = view.selection, start = stretch?.start ?? caret.head, { sentence } = stretch ?? caret;
    this.#send(view, { name: "split", args: { at: view.state.article.toSpan({ sentence, start, end: start }).start } });
  }
  merge(view) {
    this.#send(view, { name: "merge", args: { sentence: view.state.ui.sentence } });
  }
  #send(view, asked) {
    this.#asked = asked, view.send(asked.name, asked.args);
  }
  /** Others have worked here: say who, and go on only after a yes. Tells whether it was about that. */
  confirm(view, nack) {
    let asked = this.#asked;
    return nack.error.kind !== "UnconfirmedError" || !asked ? !1 : (this.#ask(view, nack, asked), !0);
  }
  async #ask(view, nack, asked) {
    let { t } = view.state.texts, { message, hint } = nack.error;
    (await ask(view.root, t("dialog.others_work"), [h("p", {}, h("bdi", {}, message)), hint && h("p", { class: "wb-hint" }, hint)], [
      { value: "yes", label: t("dialog.go_on") },
      { value: "", label: t("dialog.cancel"), primary: !0 }
    ]))?.choice === "yes" && view.send(asked.name, { ...asked.args, confirmed: !0 }), view.root.querySelector(".wb-pane")?.focus({ preventScroll: !0 });
  }
};

// workbench/widgets/src/stated.ts
function isTyped(feature) {
  return (feature.type ?? "values") !== "values";
}
function drawStated(state, claim, actions) {
  let { texts } = state;
  return state.scheme.features("claims").filter(isTyped).flatMap((feature) => {
    let label = texts.label(feature.label), value = claim.features[feature.name];
    if (value)
      return [h(
        "span",
        { key: feature.name, class: "wb-badge wb-stated", "data-feature": feature.name, title: texts.t("figure.set", { feature: label, value }) },
        h("bdi", { dir: "ltr" }, value)
      )];
    let proposed = state.proposed.get(claim.id)?.[feature.name];
    return proposed ? [h("button", {
      key: feature.name,
      type: "button",
      class: "wb-badge wb-stated wb-hollow",
      "data-feature": feature.name,
      title: texts.t("figure.proposed"),
      "aria-label": texts.t("figure.confirm_one", { feature: label, value: proposed }),
      onclick: (event) => {
        event.stopPropagation(), actions.send("confirm", { id: claim.id, values: { [feature.name]: proposed } });
      }
    }, h("bdi", { dir: "ltr" }, proposed), h("i", { "aria-hidden": "true" }, "?"))] : [];
  });
}
function confirmStated(state, claim, send) {
  let values = state.proposed.get(claim.id);
  return values ? (send("confirm", { id: claim.id, values }), !0) : !1;
}
function drawConfirm(state, claim, actions) {
  return state.proposed.has(claim.id) ? h("button", {
    key: "confirm",
    type: "button",
    class: "wb-tool",
    onclick: (event) => {
      event.stopPropagation(), actions.act("confirm");
    }
  }, cap(state.keymap.cap("confirm")), ` ${state.texts.t("figure.confirm")}`) : null;
}
function drawTyped({ texts, proposed }, feature, item, actions) {
  let current = item.features[feature.name] ?? "", send = (value) => {
    value !== current && actions.send("feature", { id: item.id, name: feature.name, value: value || null });
  }, label = texts.label(feature.label);
  return h(
    "span",
    { key: `${feature.name}:${current}`, class: "wb-feature wb-typed", onclick: (event) => event.stopPropagation() },
    h(
      "label",
      {},
      `${label} `,
      h("input", {
        type: "text",
        dir: "ltr",
        value: current,
        autocomplete: "off",
        spellcheck: "false",
        "data-feature": feature.name,
        size: 16,
        placeholder: proposed.get(item.id)?.[feature.name] ?? texts.t(feature.type === "edtf" ? "figure.placeholder.edtf" : "figure.placeholder.figure"),
        onchange: (event) => send(event.target.value.trim()),
        onkeydown: (event) => leave(event, current)
      })
    ),
    current !== "" && h("button", { type: "button", class: "wb-tool", "aria-label": `${texts.t("figure.clear")} ${label}`, title: texts.t("figure.clear"), onclick: () => send("") }, "×")
  );
}
function leave(event, current) {
  let field = event.target;
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault(), event.stopPropagation(), event.key === "Escape" && (field.value = current);
  let text = field.closest(".wb")?.querySelector(".wb-pane");
  field.blur(), text?.focus({ preventScroll: !0 });
}

// workbench/widgets/src/commands.ts
var KEEP_GRIP = /* @__PURE__ */ new Set(["adjust", "drop proclitic", "done"]), PLAIN = { shiftKey: !1, altKey: !1 }, Commands = class {
  #lastRole = "claim";
  sentences = new SentenceChanges();
  pen = new Pen();
  /** The role that the mouse has just marked: its key, pressed out of habit, says nothing new. */
  #written = null;
  /** The edge that the keys move until Enter. */
  #grip = null;
  /** Do what an operation says; tells whether there is such an operation. */
  run(view, operation, press = PLAIN) {
    let [verb, value, detail] = operation.split(" "), written = this.#written;
    if (this.#written = null, !CARET.has(operation) && !KEEP_GRIP.has(operation) && (this.#grip = null), verb === "stance" && value) view.send("stance", detail ? { value, certainty: detail } : { value });
    else {
      if (operation === `mark ${written}` && !view.selection.span) return !0;
      if (verb === "mark" && value) this.#mark(view, value, !1);
      else if (verb === "append") this.#mark(view, value ?? this.#lastRole, !0);
      else if (operation === "adjust") this.#adjust(view);
      else if (operation === "done") this.#done(view);
      else if (operation === "cancel") this.#cancel(view);
      else if (operation === "next item") this.#item(view, 1);
      else if (operation === "previous item") this.#item(view, -1);
      else {
        if (verb === "ruling" && value !== "remark") return view.panels.differences.run(operation);
        if (operation.startsWith("choose entity ")) chooseEntity(view, detail);
        else {
          if (verb === "linking") return view.panels.linking.run(operation);
          if (operation === "split") this.sentences.split(view);
          else if (operation === "merge") this.sentences.merge(view);
          else if (COMMANDS[operation]) COMMANDS[operation](view, press);
          else return !1;
        }
      }
    }
    return !0;
  }
  /** What one more fragment belongs to: the claim in focus, or what was marked last of the attribution in focus. */
  fragmentRole({ ui }) {
    return ui.attribution ? this.#lastRole === "claim" ? "source" : this.#lastRole : "claim";
  }
  /** What a mouse selected becomes what waits for words: one more fragment, an armed slot's, or the pen's. */
  write(view, append) {
    let { state } = view, role = append ? this.fragmentRole(state) : this.pen.role(state.ui);
    !role || !view.selection.span || (this.#mark(view, role, append), this.#written = role);
  }
  #mark(view, role, append) {
    let span = view.selection.span;
    if (!span) return this.#take(view, role, append);
    this.#lastRole = role, this.pen.used(), view.send("mark", { role, spans: [span], append }), view.selection.collapse();
  }
  /** With nothing selected a role's key takes up its pen: the next words that a mouse selects are that. */
  #take(view, role, append) {
    let { texts } = view.state, named = { role: texts.name("notice.role", role) };
    if (append) return view.notify({ text: texts.t("notice.select_first", named), hint: null, tone: "info" });
    this.pen.take(role), view.say(texts.t(this.pen.held === role ? "tools.pen" : "tools.no_pen", named));
  }
  /** Select the words of the item in focus: Shift and the arrows move an edge, Enter keeps it, the same key takes the next edge. */
  #adjust(view) {
    let { state, selection } = view, item = state.ui.attribution ?? state.ui.card, grips = item ? gripsOf(state, item) : [], here = grips.findIndex((each) => each.index === this.#grip?.index && each.role === this.#grip.role && each.side === this.#grip.side), held = selection.stretch;
    if (this.#grip && held && selection.span && replacement(state, this.#grip, selection.span))
      return this.#grip = { ...this.#grip, side: this.#grip.side === "end" ? "start" : "end" }, selection.hold(held.sentence, held, this.#grip.side);
    let grip = grips[(here + 1) % grips.length], span = grip && fragments(state, grip.item, grip.role)[grip.index], stretch = span && state.article.toStretch(span);
    if (!grip || !stretch) return view.notify({ text: state.texts.t("notice.focus_words"), hint: null, tone: "info" });
    this.#grip = grip, selection.hold(stretch.sentence, stretch, grip.side), view.notify({ text: state.texts.t(`notice.adjust.${grip.side}`), hint: null, tone: "info" });
  }
  /** Put what is selected in the place of the fragment whose edge was taken. */
  #keep(view, grip) {
    this.#grip = null;
    let args = view.selection.span && replacement(view.state, grip, view.selection.span);
    view.selection.collapse(), args && view.send("spans", args);
  }
  /** Enter: fills the armed slot with what is selected, takes the claim reached, or says done. */
  #done(view) {
    if (this.#grip && view.selection.span) return this.#keep(view, this.#grip);
    this.#grip = null;
    let { armed } = view.state.ui, span = view.selection.span, claim = armed?.slot === "target" ? view.targets.reached : null, attribution = view.state.attributions.get(armed?.attribution ?? "");
    claim && attribution ? view.targets.take(attribution, claim) : span && (armed?.slot === "source" || armed?.slot === "cue") ? (view.send("fill", { spans: [span] }), view.selection.collapse()) : view.send("decide", { status: "done", nothing: !1, advance: !0 });
  }
  /** Escape lets go of one thing at a time, the nearest first. */
  #cancel(view) {
    let { selection, state: { ui } } = view;
    view.notify(null), selection.stretch ? selection.collapse() : ui.armed ? view.send("arm", { slot: null }) : ui.card || ui.attribution || ui.suggestion ? view.send("focus", { card: null, attribution: null }) : this.pen.drop() && view.say(view.state.texts.t("tools.no_pen"));
  }
  /** Walk over the cards and their rows, or over the claims to choose from. */
  #item(view, step) {
    let { state } = view, { armed, card, attribution, sentence } = state.ui;
    if (armed?.slot === "target") return view.targets.step(step);
    let stops = sentence ? listStops(state, sentence) : [], suggestion = state.ui.suggestion ?? null, here = stops.findIndex((stop2) => stop2.card === card && stop2.attribution === attribution && stop2.suggestion === suggestion), next = here < 0 ? step > 0 ? 0 : stops.length - 1 : here + step, stop = stops[next];
    stop && view.send("focus", { ...stop });
  }
};
function listStops(state, sentence) {
  return [
    ...state.cards(sentence).flatMap((card) => [
      { card, attribution: null, suggestion: null },
      ...state.rows(card).map((row) => ({ card, attribution: row.attribution.id, suggestion: null }))
    ]),
    ...state.loose(sentence).map((each) => ({ card: null, attribution: each.id, suggestion: null })),
    ...(state.suggested.of(sentence)?.items ?? []).map((each) => ({ card: null, attribution: null, suggestion: each.id }))
  ];
}
var respond = (name, args = {}) => (view) => {
  let { suggestion } = view.state.ui;
  suggestion ? view.send(name, { suggestion, ...args }) : view.notify({ text: view.state.texts.t("notice.no_suggestion"), hint: null, tone: "info" });
}, decide = (status, nothing = !1) => (view) => {
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
  "pick target": pickTarget,
  certainty: (view) => view.send("certainty"),
  unsure: (view) => view.send("unsure"),
  note: (view) => {
    writeNote(view);
  },
  proposition: (view) => {
    writeProposition(view);
  },
  confirm: confirmFigures,
  "understood claim": (view) => {
    writeUnderstood(view);
  },
  delete: (view) => view.send("delete"),
  take: respond("take"),
  change: respond("take", { change: !0 }),
  refuse: respond("refuse"),
  undo: move("undo"),
  redo: move("redo"),
  nothing: (view) => view.state.adjudication ? view.send("nothing", { advance: !0 }) : decide("done", !0)(view, PLAIN),
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
  search: (view) => view.panels.search.open(),
  "name source": (view) => {
    nameSource(view);
  },
  "whole article": (view) => view.toggleArticle(),
  boilerplate: toggleBoilerplate,
  segment: (view) => {
    changeSegment(view);
  },
  differences: (view) => view.panels.toggleDifferences(),
  "take entity": takeEntity,
  "choose entity": (view) => {
    chooseEntity(view);
  },
  register: (view) => view.panels.register.open(view),
  links: (view) => view.panels.toggleLinking(),
  "ruling remark": (view) => {
    writeRemark(view);
  },
  gap: (view) => ofDifference(view, (difference) => view.send("gap", { difference: difference.id, value: !difference.gap })),
  "accept unanimous": (view) => {
    acceptUnanimous(view);
  },
  outcome: (view) => view.say(view.panels.outcome.toggle()),
  guide: (view) => view.say(view.panels.guide.toggle()),
  "claim list": (view) => view.panels.listing.toggle(),
  settings: (view) => view.openSettings(),
  help: (view) => {
    help(view);
  }
};
function armSource(view) {
  let card = view.state.ui.card ?? view.state.cards(view.state.ui.sentence ?? "").at(-1);
  card ? view.send("arm", { slot: "source", claim: card, attribution: null }) : view.notify({ text: view.state.texts.t("notice.claim_first"), hint: null, tone: "info" });
}
function pickTarget(view) {
  let field = view.root.querySelector("[data-find='target']");
  field ? field.focus() : view.send("arm", { slot: "target", claim: null, attribution: view.state.ui.attribution });
}
function dropProclitic(view) {
  view.selection.dropProclitic() || view.notify({ text: view.state.texts.t("notice.no_proclitic"), hint: null, tone: "info" });
}
async function goTo(view) {
  let { progress: { sentences, position }, texts } = view.state, answer = await askText(view.root, texts, texts.t("dialog.go_to"), { value: "", label: texts.t("dialog.go_to_label", { all: sentences, here: position + 1 }) });
  if (!answer) return;
  let number = Number(fold(answer));
  view.send("goto", Number.isInteger(number) ? { position: number - 1 } : { id: answer.trim() });
}
async function writeComment(view) {
  let { texts } = view.state, value = view.state.annotation(view.state.ui.sentence ?? "")?.comment ?? "", text = await askText(view.root, texts, texts.t("dialog.comment"), { value, label: texts.t("dialog.comment_label"), long: !0 });
  text !== null && text !== value && view.send("comment", { text });
}
function ofDifference(view, act) {
  let { current } = view.panels.differences;
  current ? act(current) : view.state.adjudication && view.notify({ text: view.state.texts.t("ruling.choose_first"), hint: null, tone: "info" });
}
async function writeRemark(view) {
  let { current } = view.panels.differences, { texts } = view.state;
  if (!current) return writeComment(view);
  let value = current.comment ?? "", text = await askText(view.root, texts, texts.t("dialog.remark"), { value, label: texts.t("dialog.comment_label"), long: !0 });
  text !== null && text !== value && view.send("remark", { difference: current.id, text });
}
async function writeNote(view) {
  let { ui, claims, attributions, texts } = view.state, item = attributions.get(ui.attribution ?? "") ?? claims.get(ui.card ?? "");
  if (!item) return view.notify({ text: texts.t("notice.focus_item"), hint: null, tone: "info" });
  let text = await askText(view.root, texts, texts.t("dialog.note"), { value: item.note ?? "", label: texts.t("dialog.note_label"), long: !0 });
  text !== null && text !== (item.note ?? "") && view.send("note", { id: item.id, text });
}
async function writeProposition(view) {
  let claim = view.state.claims.get(view.state.ui.card ?? "");
  if (!claim) return view.notify({ text: view.state.texts.t("notice.focus_claim"), hint: null, tone: "info" });
  let { texts, article: { dir, language } } = view.state, value = claim.proposition ?? "", text = await askText(view.root, texts, texts.t("dialog.proposition"), { value, label: texts.t("dialog.proposition_label"), long: !0, dir, lang: language });
  text !== null && text !== value && view.send("proposition", { id: claim.id, text });
}
function confirmFigures(view) {
  let claim = view.state.claims.get(view.state.ui.card ?? "");
  if (!claim) return view.notify({ text: view.state.texts.t("notice.focus_claim"), hint: null, tone: "info" });
  if (confirmStated(view.state, claim, (name, args) => {
    view.send(name, args);
  })) return;
  let field = view.root.querySelector(".wb-card.on .wb-typed input");
  if (field) return field.select();
  view.notify({ text: view.state.texts.t("figure.none"), hint: null, tone: "info" });
}
async function writeUnderstood(view) {
  let { texts, article: { dir, language } } = view.state, text = await askText(view.root, texts, texts.t("dialog.understood"), { value: "", label: texts.t("dialog.proposition_label"), long: !0, dir, lang: language });
  text?.trim() && view.send("understood_claim", { proposition: text });
}
function toggleBoilerplate(view) {
  let { sentence, article } = view.state;
  if (!sentence) return;
  let segment = article.segmentAt(sentence.start), kind = segment?.kind === "boilerplate" ? "body" : "boilerplate";
  view.send("segment", { start: sentence.start, end: sentence.end, kind, published: segment?.published ?? null });
}
async function changeSegment(view, sentence = view.state.sentence) {
  let form = drawSegmentForm(view.state, sentence);
  if (!form) return;
  let { t } = view.state.texts, answer = await ask(view.root, t("segment.title"), form.body, [
    { value: "ok", label: t("dialog.ok"), primary: !0 },
    { value: "", label: t("dialog.cancel") }
  ]);
  if (answer)
    for (let { name, args } of readSegmentForm(view.state, sentence, answer.fields)) view.send(name, args);
}
async function help(view) {
  let { t } = view.state.texts;
  await ask(view.root, t("dialog.keys"), h("div", { class: "wb-help" }, drawHelp(view.state)), [{ value: "", label: t("dialog.close"), primary: !0 }], !0);
}

// workbench/widgets/src/editor.ts
function drawEditor(state, attribution, actions) {
  let { t, dir } = state.texts;
  return h(
    "div",
    { class: "wb-editor", dir, onclick: (event) => event.stopPropagation() },
    drawSourceHint(state, attribution, actions),
    drawStances(state, attribution, actions),
    drawCertainties(state, attribution, actions),
    h(
      "div",
      { class: "wb-mini" },
      (attribution.cue?.length ?? 0) === 0 && wordSlot(state, attribution, "cue", actions),
      tool(state, "relay", t("card.relay"), actions),
      attribution.targets.length > 0 && tool(state, "pick target", t("card.targets"), actions),
      tool(state, "unsure", t(attribution.unsure ? "card.sure" : "card.unsure"), actions),
      tool(state, "note", t("card.note"), actions),
      state.scheme.features("attributions").map((feature) => drawFeature(state, feature, attribution, actions)),
      tool(state, "delete", t("card.delete"), actions)
    )
  );
}
function drawSourceHint(state, attribution, actions) {
  if (attribution.source.realization) return null;
  let { t } = state.texts, kinds = [["pro_drop", t("card.understood")], ["implicit", t("card.unnamed")], ["author", t("card.writer")], ["name source", t("card.typed")]];
  return h("p", { key: "hint", class: "wb-hint" }, state.texts.rich("card.source_hint", {
    kinds: kinds.map(([operation, label]) => tool(state, operation, label, actions))
  }));
}
function wordSlot(state, attribution, name, actions) {
  return { ...slot(state, attribution, name, "", actions), children: [...h("span", {}, cap(state.keymap.cap(`mark ${name}`)), ` ${state.texts.name("slot", name)}${state.texts.t("card.question")}`).children] };
}
function drawStances(state, attribution, actions) {
  return h(
    "div",
    { key: "stances", class: "wb-stances", role: "group", "aria-label": state.texts.t("card.stances") },
    state.scheme.stances.map((stance) => h("button", {
      key: stance.value,
      type: "button",
      class: "wb-stance",
      "data-stance": stance.value,
      "data-guide": `stance:${stance.value}`,
      "aria-pressed": stance.value === attribution.stance ? "true" : "false",
      onclick: () => actions.send("stance", { value: stance.value, attribution: attribution.id })
    }, cap(state.keymap.cap(`stance ${stance.value}`)), h("i", { "aria-hidden": "true" }, stance.symbol ?? ""), state.texts.label(stance.name)))
  );
}
function drawCertainties(state, attribution, actions) {
  let allowed = state.scheme.certaintiesOf(attribution.stance);
  return allowed.length === 0 ? null : h(
    "div",
    { key: "certainties", class: "wb-certainties", role: "group", "aria-label": state.texts.t("card.certainties") },
    cap(state.keymap.cap("certainty")),
    allowed.map((value) => h("button", {
      key: value,
      type: "button",
      class: "wb-sure",
      "data-guide": `certainty:${value}`,
      "aria-pressed": value === attribution.certainty ? "true" : "false",
      onclick: () => actions.send("certainty", { value, attribution: attribution.id })
    }, state.texts.label(state.scheme.certainty(value).name)))
  );
}

// workbench/widgets/src/linked.ts
var JUDGEMENTS = {
  same: { relation: "same", reversed: !1 },
  contradicts: { relation: "contradicts", reversed: !1 },
  updates: { relation: "updates", reversed: !1 },
  "updates reversed": { relation: "updates", reversed: !0 },
  part_of: { relation: "part_of", reversed: !1 },
  "part_of reversed": { relation: "part_of", reversed: !0 },
  restates: { relation: "restates", reversed: !1 },
  "restates reversed": { relation: "restates", reversed: !0 },
  none: { relation: "none", reversed: !1 },
  clear: { relation: null, reversed: !1 }
};
function judgementName({ relation, reversed }) {
  return reversed ? `${relation} reversed` : relation ?? "clear";
}
var nameOf = (other) => `${other.document} ${other.claim}`;
function othersOf(found) {
  return found ? [...found.candidates, ...found.linked ?? [], ...found.cluster?.members ?? [], ...found.nearby ?? []] : [];
}
function isJudged(found, other) {
  return found.settling ? other.state !== "open" && !other.stale : other.relation !== null || other.cluster !== null && other.cluster === found.cluster?.id;
}
function nextOpen(found, here, passed) {
  let all = othersOf(found), at = all.findIndex((each) => nameOf(each) === here);
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find((each) => !isJudged(found, each) && !passed.has(nameOf(each))) ?? null;
}

// workbench/widgets/src/relations.ts
var SIGNS = {
  same: "=",
  contradicts: "≠",
  updates: "↑",
  "updates reversed": "↓",
  part_of: "⊂",
  "part_of reversed": "⊃",
  restates: "⧉",
  "restates reversed": "⧉",
  none: "∅"
}, BUTTONS = ["same", "contradicts", "updates", "part_of", "restates", "none"], REVERSED = ["updates reversed", "part_of reversed", "restates reversed"];
function drawLinking(state, view, actions) {
  let { t } = state.texts, { found, busy, open, origin, more, words: words2 } = view, others = othersOf(found);
  return [
    drawHead(state, view, actions),
    ...open && found?.cluster ? [drawOwnCluster(state, found, actions)] : [],
    ...open && origin !== null ? [drawOrigin(state, origin, actions)] : [],
    ...open && words2 !== null ? [h("p", { key: "words", class: "wb-hint" }, state.texts.rich("linking.found", { words: h("bdi", { class: "wb-words" }, words2) }))] : [],
    ...open && found?.preparing ? [h("p", { key: "preparing", class: "wb-hint" }, t("linking.preparing"))] : [],
    ...open && others.length === 0 && !found?.preparing ? [h("p", { key: "none", class: "wb-hint" }, t(busy ? "linking.looking" : "linking.none"))] : [],
    ...open && others.length > 0 ? [h(
      "ul",
      { key: "others", class: "wb-others", "aria-label": t("frame.linking"), "aria-busy": busy ? "true" : null },
      others.map((other, index) => drawOther(state, view, other, index, actions))
    )] : [],
    ...open ? [h(
      "p",
      { key: "acts", class: "wb-mini wb-linking-acts" },
      drawAct(state, "linking find", actions),
      !more && drawAct(state, "linking more", actions)
    )] : []
  ];
}
function drawHead(state, { found, open }, actions) {
  let { t } = state.texts, all = found?.candidates ?? [], judged = found ? all.filter((each) => isJudged(found, each)).length : 0;
  return h(
    "button",
    { key: "head", type: "button", class: "wb-linking-head", "aria-expanded": String(open), onclick: () => actions.toggle() },
    cap(state.keymap.cap("links")),
    h("b", {}, t("frame.linking")),
    open && found?.settling ? h("span", {}, t("linking.left", { count: state.adjudication?.progress.links?.left ?? 0 })) : open && all.length > 0 && h("span", {}, t("linking.judged", { judged, count: all.length }))
  );
}
function drawOwnCluster(state, { cluster, clusters }, actions) {
  let { t } = state.texts, { id, proposition, proposed } = cluster, known = clusters?.[id] ?? state.clusters.get(id) ?? null;
  return h(
    "p",
    { key: "cluster", class: "wb-own-cluster" },
    drawCluster(state, id, known),
    h("bdi", { class: proposition === null ? "wb-words wb-hollow" : "wb-words", title: proposition === null ? t("linking.proposed") : null }, proposition ?? proposed),
    h(
      "button",
      { type: "button", class: "wb-tool", tabindex: -1, "data-operation": "linking proposition", onclick: () => actions.act("linking proposition") },
      cap(state.keymap.cap("linking proposition")),
      ` ${t(proposition === null ? "linking.write" : "linking.reword")}`
    )
  );
}
function drawAct(state, operation, actions) {
  return h(
    "button",
    { key: operation, type: "button", class: "wb-tool", tabindex: -1, "data-operation": operation, onclick: () => actions.act(operation) },
    cap(state.keymap.cap(operation)),
    ` ${state.texts.name("linking.act", operation.slice(8))}`
  );
}
function drawOrigin(state, words2, actions) {
  return h(
    "button",
    { key: "origin", type: "button", class: "wb-tool wb-origin", tabindex: -1, "data-operation": "linking back", onclick: () => actions.act("linking back") },
    cap(state.keymap.cap("linking back")),
    ` ${state.texts.t("linking.back")} `,
    h("bdi", { class: "wb-words" }, words2)
  );
}
function drawCluster({ texts }, id, cluster) {
  let said = cluster ? tellCluster(texts, cluster) : texts.t("linking.in_cluster");
  return h(
    "span",
    { key: "cluster", class: "wb-badge wb-cluster", "data-cluster": id, title: cluster?.proposition ?? null, dir: texts.dir },
    h("i", { "aria-hidden": "true" }, "⧉"),
    ` ${said}`
  );
}
function tellCluster({ t }, { size, documents }) {
  return t("linking.cluster", { count: size, articles: t("linking.articles", { count: documents }) });
}
function drawOther(state, view, other, index, actions) {
  let name = nameOf(other), here = name === view.here, { found, pending } = view, ranked = index < (found?.candidates.length ?? 0);
  return h(
    "li",
    {
      key: name,
      class: here ? "wb-other on" : "wb-other",
      "data-other": name,
      "data-relation": relationOf(found, other),
      "data-pending": pending.has(name) ? "" : null,
      tabindex: here ? 0 : -1,
      "aria-current": here ? "true" : null,
      "aria-label": tellOther(state, found, other, index)
    },
    h(
      "p",
      { class: "wb-other-head" },
      ranked ? cap(state.keymap.cap(`linking ${index + 1}`)) : h("i", { class: "wb-member", "aria-hidden": "true" }, "⧉"),
      h("bdi", { class: "wb-words", dir: other.dir, lang: other.language }, other.words || (other.proposition ?? ""))
    ),
    h("p", { class: "wb-other-place" }, drawRelation(state, view, other), drawPlace(state, other), drawOthersCluster(state, found, other)),
    other.holders.length > 0 && h("p", { class: "wb-other-holders" }, other.holders.map((holder) => drawHolder(state, other, holder))),
    other.holders.length === 0 && other.voice === "author" && h("p", { class: "wb-other-holders" }, h("small", {}, state.texts.t("card.writers_own"))),
    (other.figure || other.date) && h("p", { class: "wb-other-figures" }, [other.figure, other.date].map((each) => each && h("bdi", { class: "wb-badge wb-figure", dir: "ltr" }, each))),
    other.conflict && h("p", { class: "wb-other-conflict" }, h("i", { "aria-hidden": "true" }, "⚠"), " ", h("bdi", {}, other.conflict)),
    other.versions.length > 0 && drawVersions(state, other),
    here && drawButtons(state, other, actions)
  );
}
function relationOf(found, other) {
  return found.settling && !isJudged(found, other) ? "differs" : other.relation !== null ? judgementName(other) : other.cluster !== null && other.cluster === found.cluster?.id ? "member" : found.settling ? "unspoken" : "open";
}
function drawRelation(state, { found, pending }, other) {
  let relation = relationOf(found, other);
  return pending.has(nameOf(other)) ? h("b", { key: "relation", class: "wb-relation" }, "…") : h(
    "b",
    { key: "relation", class: "wb-relation" },
    h("i", { "aria-hidden": "true" }, SIGNS[relation] ?? (relation === "member" ? "=" : "◇")),
    ` ${nameRelation(state, relation)}`
  );
}
function drawJudgement(state, judgement) {
  let name = judgementName(judgement);
  return [h("i", { "aria-hidden": "true" }, SIGNS[name] ?? ""), ` ${nameRelation(state, name)}`];
}
var nameRelation = (state, relation) => state.texts.t(`linking.relation.${relation}`);
function drawPlace(state, other) {
  let outlet = other.document === state.article.info.id ? state.texts.t("list.article") : other.publisher ?? other.title ?? other.document;
  return h(
    "small",
    { title: other.title },
    h("bdi", {}, outlet),
    other.published && [" · ", h("bdi", { dir: "ltr" }, other.published)],
    ` · ${state.texts.t("card.elsewhere", { number: other.position + 1 })}`
  );
}
function drawOthersCluster(state, { cluster, clusters }, other) {
  return other.cluster === null || other.cluster === cluster?.id ? null : drawCluster(state, other.cluster, clusters?.[other.cluster] ?? state.clusters.get(other.cluster) ?? null);
}
function drawHolder(state, other, holder) {
  let { texts, scheme } = state, stance = scheme.stance(holder.stance), words2 = holder.words || (holder.realization ? texts.label(scheme.realization(holder.realization).name) : texts.t("card.some_source")), certainty = holder.certainty ? texts.label(scheme.certainty(holder.certainty).name) : null, all = scheme.file.certainties.length, level = holder.certainty ? scheme.certaintyLevel(holder.certainty) : 0;
  return h(
    "span",
    { class: "wb-stance wb-holder", "data-stance": holder.stance, title: certainty },
    stance && h("i", { "aria-hidden": "true" }, stance.symbol ?? ""),
    h("bdi", { class: "wb-words", dir: other.dir, lang: holder.words ? other.language : texts.language }, words2),
    h("span", {}, stance ? texts.label(stance.name) : texts.t("card.lacks_stance")),
    level > 0 && h("span", { class: "wb-certainty", "aria-hidden": "true" }, "●".repeat(level) + "○".repeat(Math.max(0, all - level)))
  );
}
function drawVersions(state, other) {
  let verdict = (number) => other.stale || other.chosen == null ? "open" : other.chosen === number ? "accepted" : "rejected";
  return h("ul", { class: "wb-said-of" }, other.versions.map((version, index) => h(
    "li",
    { key: index, "data-verdict": verdict(index + 1) },
    verdict(index + 1) === "accepted" && h("i", { title: state.texts.t("ruling.verdict.accepted") }, "✓ "),
    h("small", { class: "wb-people" }, state.texts.list(state.adjudication?.names(version.people) ?? [])),
    " ",
    h("b", {}, h("i", { "aria-hidden": "true" }, SIGNS[judgementName(version)] ?? "·"), ` ${nameRelation(state, version.relation === null ? "unsaid" : judgementName(version))}`)
  )));
}
function drawButtons(state, other, actions) {
  let { texts } = state, press = (operation, pressed, act) => h("button", {
    key: operation,
    type: "button",
    class: "wb-tool",
    tabindex: -1,
    "data-operation": `linking ${operation}`,
    "aria-pressed": pressed === null ? null : String(pressed),
    title: texts.name("key", `linking ${operation}`),
    onclick: (event) => {
      event.stopPropagation(), act();
    }
  }, cap(state.keymap.cap(`linking ${operation}`)), ` ${texts.name("linking.act", operation)}`), judging = (operation) => press(operation, other.relation !== null && judgementName(other) === operation, () => actions.judge(other, JUDGEMENTS[operation]));
  return h(
    "div",
    { class: "wb-mini", dir: texts.dir },
    BUTTONS.map(judging),
    h(
      "details",
      { key: "reversed", class: "wb-reversed" },
      h("summary", { tabindex: -1 }, texts.t("linking.reversed")),
      REVERSED.map(judging)
    ),
    other.relation !== null && press("clear", null, () => actions.judge(other, JUDGEMENTS.clear)),
    press("open", null, () => actions.act("linking open"))
  );
}
function tellOther(state, found, other, index) {
  let { texts, scheme } = state, holders = other.holders.map((holder) => {
    let stance = scheme.stance(holder.stance);
    return `${holder.words || (holder.realization ? texts.label(scheme.realization(holder.realization).name) : texts.t("card.some_source"))} ${stance ? texts.label(stance.name) : ""}`.trim();
  }), cluster = other.cluster !== null && other.cluster !== found.cluster?.id ? found.clusters?.[other.cluster] : null, parts = [
    nameRelation(state, relationOf(found, other)),
    other.publisher ?? other.title ?? other.document,
    other.published,
    ...holders,
    cluster ? tellCluster(texts, cluster) : null,
    other.figure,
    other.date,
    other.conflict
  ].filter((each) => !!each);
  return texts.t("linking.told", { number: index + 1, all: othersOf(found).length, words: other.words || (other.proposition ?? ""), rest: texts.list(parts) });
}

// workbench/widgets/src/cards.ts
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
  let { keymap } = state, status = state.annotation(state.ui.sentence ?? "")?.status ?? "open", { t } = state.texts, said = t(status === "done" ? "card.looked" : status === "skipped" ? "card.skipped" : "card.none");
  return h(
    "li",
    { key: "empty", class: "wb-empty" },
    h("p", {}, said),
    status === "open" && h("p", { class: "wb-hint" }, state.texts.rich("card.none_hint", {
      claim: cap(keymap.cap("mark claim")),
      nothing: cap(keymap.cap("nothing"))
    }))
  );
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
      h("div", { class: "wb-line" }, h("span", { class: "wb-said wb-ui", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("card.writers_own")))
    ),
    on && drawWaiting(state, claim, rows.length > 0, actions),
    on && drawChains(state, claim)
  );
}
function drawClaim(state, claim, number, here, actions) {
  let { t, dir } = state.texts, home = state.article.byId(claim.sentence), elsewhere = home && claim.sentence !== state.ui.sentence ? ` · ${t("card.elsewhere", { number: home.position + 1 })}` : "";
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
      { class: "wb-badges", dir },
      claim.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?"),
      claim.note && h("span", { class: "wb-badge", title: claim.note }, "✎"),
      claim.cluster && drawCluster(state, claim.cluster, state.clusters.get(claim.cluster) ?? null),
      drawStated(state, claim, actions),
      state.adjudication?.progress.links?.claims.includes(claim.id) && h("span", { class: "wb-badge wb-lack", title: t("linking.relation.differs") }, "◇ ⧉"),
      state.isMissing(claim.id, "source") && !state.ui.armed && h("span", { class: "wb-badge wb-lack" }, t("card.lacks_source")),
      h("small", {}, `${t(claim.spans.length === 0 ? "card.understood_claim" : "card.claim", { number })}${elsewhere}`)
    ),
    claim.proposition && claim.spans.length > 0 && h("p", { class: "wb-proposition", dir: "auto" }, claim.proposition),
    here && drawClaimTools(state, claim, actions)
  );
}
function drawClaimTools(state, claim, actions) {
  let { t, dir } = state.texts;
  return h(
    "div",
    { class: "wb-mini", dir },
    tool(state, "proposition", t(claim.proposition ? "card.reword" : "card.in_words"), actions),
    tool(state, "unsure", t(claim.unsure ? "card.sure" : "card.unsure"), actions),
    tool(state, "note", t("card.note"), actions),
    drawConfirm(state, claim, actions),
    state.scheme.features("claims").map((feature) => drawFeature(state, feature, claim, actions)),
    tool(state, "delete", t("card.delete"), actions)
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
function drawFeature(state, feature, item, actions) {
  if (isTyped(feature)) return drawTyped(state, feature, item, actions);
  let { texts } = state, change = (event) => {
    let value = event.target.value;
    actions.send("feature", { id: item.id, name: feature.name, value: value || null });
  }, current = item.features[feature.name] ?? "";
  return h(
    "label",
    { key: feature.name, class: "wb-feature", onclick: (event) => event.stopPropagation() },
    `${texts.label(feature.label)} `,
    h(
      "select",
      { onchange: change },
      h("option", { value: "", selected: current === "" }, "—"),
      feature.values.map((label) => h("option", { value: label.value, selected: current === label.value, title: texts.label(label.definition) }, texts.label(label.name)))
    )
  );
}
function drawWaiting(state, claim, held, actions) {
  let { armed } = state.ui, { keymap, texts } = state;
  return armed?.slot === "source" && armed.claim === claim.id && armed.attribution === null ? h(
    "div",
    { key: "waiting", class: "wb-slot wb-armed", dir: texts.dir, "data-armed": "source" },
    texts.rich(held ? "card.another_waits" : "card.source_waits", { kinds: kindButtons(state, actions, !held) })
  ) : claim.voice === "author" ? null : h(
    "button",
    { key: "waiting", type: "button", class: "wb-more", dir: texts.dir, onclick: () => actions.act("another source") },
    cap(keymap.cap("another source")),
    ` ${texts.t(held ? "card.another_source" : "card.source")}`
  );
}
function kindButtons(state, actions, own) {
  let { t } = state.texts, kinds = [["pro_drop", t("card.understood")], ["implicit", t("card.unnamed")]];
  return kinds.push(own ? ["writer", t("card.writers_own")] : ["author", t("card.writer")], ["name source", t("card.typed")]), kinds.map(([operation, label]) => h(
    "button",
    { type: "button", class: "wb-tool", "data-guide": operation === "name source" ? null : `realization:${operation === "writer" ? "author" : operation}`, onclick: () => actions.act(operation) },
    cap(state.keymap.cap(operation)),
    ` ${label}`
  ));
}
function drawRow(state, claim, row, actions) {
  let { attribution, depth } = row, on = state.ui.attribution === attribution.id, relay = row.relay ? nameOf2(state, row.relay) : null;
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
    on && isPicking(state, attribution) && (actions.targets?.draw(state, attribution) ?? null)
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
    isPicking(state, attribution) ? actions.targets?.draw(state, attribution) ?? null : h("button", { type: "button", class: lack(state, attribution.id, "target"), dir: state.texts.dir, onclick: () => actions.arm("target", null, attribution.id) }, state.texts.t("card.lacks_claim"))
  );
}
function drawLine(state, attribution, relay, actions) {
  let { t, dir } = state.texts;
  return h(
    "div",
    { class: "wb-line" },
    h(
      "span",
      { class: "wb-said" },
      drawSource(state, attribution, actions),
      drawEntities(state, attribution, actions),
      attribution.cue && attribution.cue.length > 0 && h("span", { class: "wb-cue-words", "data-guide": "role:cue", title: roleName(state, "cue"), lang: state.article.language }, quote(attribution.cue)),
      attribution.anchor.length > 0 && h("span", { class: "wb-anchor-words", "data-guide": "role:anchor", title: roleName(state, "anchor"), lang: state.article.language }, `«${quote(attribution.anchor)}»`),
      relay !== null && h("span", { class: "wb-hidden", dir }, t("card.relayed_by", { name: relay })),
      attribution.unsure && h("span", { class: "wb-badge", title: t("card.unsure"), dir }, "?"),
      attribution.note && h("span", { class: "wb-badge", title: attribution.note, dir }, "✎")
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
    return h("span", { class: "wb-kind", dir: state.texts.dir, "data-guide": `realization:${source.realization}` }, `(${state.texts.label(label.name)})`);
  }
  return slot(state, attribution, "source", state.texts.t("card.lacks_source"), actions);
}
function slot(state, attribution, name, label, actions) {
  let { armed } = state.ui, isArmed = armed?.slot === name && armed.attribution === attribution.id;
  return h("button", {
    type: "button",
    class: isArmed ? "wb-slot wb-armed" : lack(state, attribution.id, name),
    dir: state.texts.dir,
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
    { class: "wb-stance", dir: state.texts.dir, "data-stance": stance.value, "data-guide": `stance:${stance.value}` },
    h("i", { "aria-hidden": "true" }, stance.symbol ?? ""),
    state.texts.label(stance.name)
  ) : slot(state, attribution, "stance", state.texts.t("card.lacks_stance"), actions);
}
function drawCertainty(state, attribution) {
  let all = state.scheme.file.certainties.length, { certainty } = attribution;
  if (!certainty || all === 0) return h("span", { class: "wb-certainty" });
  let name = state.texts.label(state.scheme.certainty(certainty).name), level = state.scheme.certaintyLevel(certainty);
  return h(
    "span",
    { class: "wb-certainty", dir: state.texts.dir, role: "img", "aria-label": name, title: name, "data-guide": `certainty:${certainty}` },
    "●".repeat(level) + "○".repeat(all - level)
  );
}
function roleName(state, role) {
  return state.texts.label(state.scheme.role(role).name);
}
function quote(spans) {
  return spans.map((span) => span.text).join(" … ");
}
function nameOf2(state, attribution) {
  let { spans, realization } = attribution.source;
  return spans.length > 0 ? quote(spans) : realization ? state.texts.label(state.scheme.realization(realization).name) : state.texts.t("card.some_source");
}

// workbench/widgets/src/chain.ts
var LONGEST = 70;
function chainsOf(state, claim) {
  let chains = [], path = [];
  for (let { attribution, depth } of state.rows(claim))
    path.length = depth, path.push(attribution), attribution.targets.includes(claim) && chains.push([...path]);
  return chains;
}
function drawChains(state, claim) {
  let { texts } = state, line = (key, said) => h("p", { key, class: "wb-chain", dir: texts.dir, lang: texts.language }, said), chains = chainsOf(state, claim.id);
  return chains.length === 0 && claim.voice === "author" ? [line("author", texts.rich("chain.own", { claim: drawClaim2(state, claim) }))] : chains.map((chain) => line(chain.map((each) => each.id).join(" "), tell(state, claim, chain)));
}
function tellChains(state, claim, only) {
  let lines = drawChains(state, claim), own = lines.filter((line) => only !== null && (line.key ?? "").split(" ").includes(only));
  return (own.length > 0 ? own : lines).map(textOf).join(" ");
}
function tellFocus(state, before) {
  let { card, attribution } = state.ui, claim = state.claims.get(card ?? "");
  return !claim || card === before.card && attribution === before.attribution ? "" : tellChains(state, claim, attribution) || quote(claim.spans) || (claim.proposition ?? "");
}
function tell(state, claim, chain) {
  let { texts } = state, inner = chain.at(-1), said = texts.rich("chain.says", { ...describe(state, inner), claim: drawClaim2(state, claim) });
  for (let outer of chain.slice(0, -1).reverse()) {
    let relays = outer.stance === null || outer.stance === state.scheme.file.relay_stance;
    said = texts.rich(relays ? "chain.relays" : "chain.about", { ...describe(state, outer), said });
  }
  return said;
}
function describe(state, attribution) {
  let { texts, scheme } = state, stance = scheme.stance(attribution.stance), known = stance && texts.name("chain.stance", stance.value), certainty = attribution.certainty && texts.label(scheme.certainty(attribution.certainty).name);
  return {
    who: drawSource2(state, attribution),
    stance: stance ? known === stance.value ? texts.label(stance.name) : known : texts.t("chain.open"),
    certainty: certainty ? texts.t("chain.certainty", { certainty }) : null
  };
}
function drawSource2(state, { source }) {
  return source.spans.length > 0 ? h("bdi", { lang: state.article.language }, quote(source.spans)) : state.texts.name("chain.source", source.realization ?? "none");
}
function drawClaim2(state, claim) {
  let words2 = quote(claim.spans) || (claim.proposition ?? "");
  return h("bdi", { lang: state.article.language }, `«${words2.length > LONGEST ? `${words2.slice(0, LONGEST).trimEnd()}…` : words2}»`);
}
function textOf(node) {
  return node.text ?? node.children.map(textOf).join("");
}

// workbench/widgets/src/conflict.ts
async function askConflict(root, state, conflict) {
  let { t } = state.texts;
  return (await ask(root, t("conflict.title"), drawConflict(state, conflict), [
    { value: "theirs", label: t("conflict.keep_theirs"), primary: !0 },
    { value: "mine", label: t("conflict.save_mine") }
  ], !0))?.choice === "mine" ? "mine" : "theirs";
}
function drawConflict(state, conflict) {
  return Object.entries(conflict).map(([id, { mine, theirs }]) => {
    let sentence = state.article.byId(id);
    return h(
      "section",
      { key: id, class: "wb-conflict" },
      h("p", { class: "wb-words", dir: state.article.dir, lang: state.article.language }, sentence?.text ?? id),
      h("div", { class: "wb-sides" }, drawSide(state, "mine", mine, theirs), drawSide(state, "theirs", theirs, mine))
    );
  });
}
function drawSide(state, side, annotation, other) {
  let otherLines = new Set(describe2(state, other));
  return h(
    "div",
    { class: "wb-side-answer", "data-side": side },
    h("h3", {}, state.texts.t(`conflict.${side}`)),
    h("ul", { dir: state.article.dir, lang: state.article.language }, describe2(state, annotation).map((line) => h("li", { class: otherLines.has(line) ? null : "wb-differs" }, h("bdi", {}, line))))
  );
}
function describe2(state, annotation) {
  if (!annotation) return ["—"];
  let { texts } = state, lines = [];
  for (let claim of annotation.claims)
    lines.push(`● ${quote(claim.spans) || claim.proposition || claim.id}${claim.unsure ? " (?)" : ""}`);
  for (let attribution of annotation.attributions) {
    let stance = state.scheme.stance(attribution.stance), certainty = attribution.certainty && texts.label(state.scheme.certainty(attribution.certainty).name), said = texts.list([stance ? texts.label(stance.name) : "?", certainty ?? ""].filter(Boolean));
    lines.push(`◦ ${nameOf2(state, attribution)} — ${said}${attribution.unsure ? " (?)" : ""}`);
  }
  return lines.push([texts.name("status", annotation.status), annotation.flagged ? "⚑" : "", annotation.comment ?? ""].filter(Boolean).join(" · ")), lines;
}

// workbench/widgets/src/effort.ts
var Effort = class {
  #spent = /* @__PURE__ */ new Map();
  #now;
  #place = "";
  #last;
  #away = !1;
  constructor(now = () => performance.now()) {
    this.#now = now, this.#last = now();
  }
  /** Keep an eye on a view: any touch of it is work, a page out of sight is not. */
  watch(root, signal) {
    let note = () => this.note();
    for (let type of ["keydown", "pointerdown", "pointermove", "wheel"])
      root.addEventListener(type, note, { capture: !0, passive: !0, signal });
    window.addEventListener("blur", () => this.leave(), { signal }), document.addEventListener("visibilitychange", () => {
      document.visibilityState === "hidden" && this.leave();
    }, { signal });
  }
  /** The person did something: whoever was away is back. */
  note() {
    this.#count(), this.#away = !1;
  }
  /** The page is out of sight, or the window is not the one in use: nothing counts until something is done. */
  leave() {
    this.#count(), this.#away = !0;
  }
  /** From now on the work is on another sentence; what was spent on this one waits for its next edit. */
  at(place2) {
    place2 !== this.#place && (this.#count(), this.#place = place2);
  }
  /** The seconds of work on the present sentence since this was asked last. */
  take() {
    this.note();
    let milliseconds = this.#spent.get(this.#place) ?? 0;
    return this.#spent.delete(this.#place), Math.round(milliseconds) / 1e3;
  }
  #count() {
    let now = this.#now(), passed = this.#away ? 0 : Math.min(15e3, now - this.#last);
    this.#spent.set(this.#place, (this.#spent.get(this.#place) ?? 0) + passed), this.#last = now;
  }
};

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

// workbench/widgets/src/snapping.ts
var BLANK = /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u, PUNCTUATION = /[.,،;؛:!?؟…۔]/u, PROCLITICS = "وفبلكس", PAIRS = /* @__PURE__ */ new Map([
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
function clustersOf(text, language = "ar") {
  let edges = graphemeEdges(text, language);
  return edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1] }));
}
function words(text, language = "ar") {
  let found = [];
  for (let part of segmenter("word", language).segment(text)) {
    if (!part.isWordLike) continue;
    let word = trimBlank(text, { start: part.index, end: part.index + part.segment.length });
    word && found.push(withSigns(text, word));
  }
  return found;
}
function withSigns(text, { start, end }) {
  let number = /\p{Nd}/u.test(text[end - 1]);
  for (; number && /[%٪‰°]/u.test(text[end] ?? ""); ) end++;
  let beside = text[start - 2] ?? " ";
  return /[$€£¥₪﷼@#]/u.test(text[start - 1] ?? "") && !/[\p{L}\p{Nd}]/u.test(beside) && start--, { start, end };
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
function pieces(text, language = "ar") {
  let found = [];
  for (let { index, segment } of segmenter("word", language).segment(text)) {
    let [start, before] = [index, ""];
    for (let offset = index; offset < index + segment.length; offset++) {
      let direction = strength(text[offset]);
      before && direction && before !== direction && (found.push({ start, end: offset }), start = offset), before = direction || before;
    }
    found.push({ start, end: index + segment.length });
  }
  return found.map((piece) => trimBlank(text, piece)).filter((piece) => piece !== null);
}
function tidy(text, range, language = "ar") {
  let exact = snapExact(text, range, language), trimmed = exact && trimEdges(text, exact);
  return trimmed && snapExact(text, closePairs(text, trimmed), language);
}
function closePairs(text, { start, end }) {
  let covered2 = text.slice(start, end), [before, after] = [text[start - 1] ?? "", text[end] ?? ""];
  if (CLOSERS.has(after) && waiting(covered2, after) > 0) return { start, end: end + 1 };
  let closer = PAIRS.get(before);
  return closer !== void 0 && before !== closer && waiting(covered2, closer) < 0 ? { start: start - 1, end } : { start, end };
}
function waiting(covered2, closer) {
  let open = 0;
  for (let character of covered2)
    PAIRS.get(character) === closer && (character !== closer || open === 0) ? open++ : character === closer && open--;
  return open;
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
var RTL_LETTER = /[\p{scx=Arabic}\p{scx=Hebrew}\p{scx=Syriac}\p{scx=Thaana}]/u, LTR_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, NUMBER = /\p{Nd}/u;
function strength(character) {
  return NUMBER.test(character) || LTR_LETTER.test(character) ? "ltr" : RTL_LETTER.test(character) ? "rtl" : "";
}
function isAgainstRtl(character) {
  return NUMBER.test(character) || !RTL_LETTER.test(character);
}
function islandAt(text, offset, dir) {
  let isAgainst = (character) => /\s/u.test(character) ? !1 : isAgainstRtl(character) === (dir === "rtl"), [start, end] = [offset, offset];
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
  return /^(\p{L}\p{M}*\p{L}|\p{Nd})/u.test(rest) ? { start: range.start + letter, end: range.end } : null;
}

// workbench/widgets/src/lines.ts
var BEFORE = { line: -1 / 0, along: 0 }, AFTER = { line: 1 / 0, along: 0 };
function isBefore(one, other) {
  return one.line < other.line || one.line === other.line && one.along < other.along;
}
var Lines = class {
  #element;
  #box;
  #count;
  #rtl;
  constructor(element2, dir) {
    this.#element = element2, this.#box = element2.getBoundingClientRect(), this.#rtl = dir === "rtl", this.#count = Math.max(1, Math.round(element2.offsetHeight / parseFloat(getComputedStyle(element2).lineHeight)));
  }
  get height() {
    return this.#box.height / this.#count;
  }
  get top() {
    return this.#box.top;
  }
  get bottom() {
    return this.#box.bottom;
  }
  /** The spot under a point of the window; above and below the sentence, in its first or last line. */
  spot(x, y) {
    let line = Math.floor((y - this.#box.top) / this.height);
    return { line: Math.min(this.#count - 1, Math.max(0, line)), along: this.#along(x) };
  }
  /** Where pieces of the text stand; what has no width stands nowhere. */
  place(pieces3) {
    return pieces3.flatMap((piece) => this.#boxes(piece).map((box) => ({
      ...piece,
      ...this.spot((box.left + box.right) / 2, (box.top + box.bottom) / 2),
      half: box.width / 2
    })));
  }
  #along(x) {
    return this.#rtl ? this.#box.right - x : x - this.#box.left;
  }
  #boxes({ start, end }) {
    return [...rangeIn(this.#element, start, end)?.getClientRects() ?? []].filter((box) => box.width > 0);
  }
  /**
   * Where the edge of a span is seen. Beside a number or name that runs against the line it is at the
   * side that the reader comes to; inside one it is between its letters.
   */
  edge(text, offset, side) {
    let island = islandAt(text, offset, this.#rtl ? "rtl" : "ltr"), whole = island !== null && offset === (side === "start" ? island.start : island.end), inside = island !== null && !whole && island.start < offset && offset < island.end, letter = side === "start" ? { start: offset, end: nextLetter(text, offset) } : { start: previousLetter(text, offset), end: offset }, boxes = this.#boxes(whole ? island : letter), box = side === "start" ? boxes[0] : boxes.at(-1);
    if (!box) return null;
    let x = this.#rtl !== inside == (side === "start") ? box.right : box.left;
    return { x, top: box.top, bottom: box.bottom, spot: { ...this.spot(x, (box.top + box.bottom) / 2), along: this.#along(x) } };
  }
};
function nextLetter(text, offset) {
  return offset + String.fromCodePoint(text.codePointAt(offset) ?? 32).length;
}
function previousLetter(text, offset) {
  let low = text.charCodeAt(offset - 1);
  return offset - (low >= 56320 && low <= 57343 ? 2 : 1);
}
function swept(pieces3, one, other) {
  let [from, to] = isBefore(one, other) ? [one, other] : [other, one], covered2 = pieces3.filter((piece) => !isBefore(piece, from) && !isBefore(to, piece));
  if (covered2.length > 0) return hull(covered2);
  let overlap = (piece) => piece.line !== from.line || piece.line !== to.line ? 0 : Math.min(to.along, piece.along + piece.half) - Math.max(from.along, piece.along - piece.half), most = [...pieces3].sort((a, b) => overlap(b) - overlap(a))[0];
  return most && overlap(most) > 0 ? { start: most.start, end: most.end } : null;
}
function hull(pieces3) {
  return { start: Math.min(...pieces3.map(({ start }) => start)), end: Math.max(...pieces3.map(({ end }) => end)) };
}
function nearest(pieces3, spot) {
  let inLine = pieces3.filter((piece) => piece.line === spot.line), distance = (piece) => Math.max(0, Math.abs(piece.along - spot.along) - piece.half);
  return [...inLine].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

// workbench/widgets/src/edges.ts
var REACH_PX = 4, SCROLL_PX = 14, Edges = class {
  #pane;
  #text;
  #pointer;
  #highlights;
  #events;
  #bar;
  #held = null;
  constructor(pane, text, pointer, highlights, events, signal) {
    this.#pane = pane, this.#text = text, this.#pointer = pointer, this.#highlights = highlights, this.#events = events, this.#bar = document.createElement("div"), this.#bar.className = "wb-grip", this.#bar.hidden = !0, this.#bar.setAttribute("aria-hidden", "true");
    let page = pane.ownerDocument;
    pane.addEventListener("mousemove", (event) => {
      event.buttons === 0 && this.#hover(event);
    }, { signal }), pane.addEventListener("mouseleave", () => {
      this.#held || this.#show(null);
    }, { signal }), pane.addEventListener("mousedown", (event) => this.#grab(event), { signal, capture: !0 }), page.addEventListener("mousemove", (event) => this.#drag(event), { signal }), page.addEventListener("mouseup", (event) => this.#drop(event), { signal }), page.addEventListener("keydown", (event) => this.#cancel(event), { signal, capture: !0 });
  }
  #hover(event) {
    this.#show(this.#find(event));
  }
  /** A bar at the edge, and the pointer that says it can be moved. */
  #show(found) {
    if (this.#pane.toggleAttribute("data-grip", found !== null), this.#bar.hidden = found === null, !found) return;
    let { grip, edge: edge2 } = found;
    this.#bar.dataset.role = grip.role, this.#text.page.append(this.#bar);
    let page = this.#text.page.getBoundingClientRect();
    this.#bar.style.transform = `translate(${edge2.x - page.left}px, ${edge2.top - page.top}px)`, this.#bar.style.blockSize = `${edge2.bottom - edge2.top}px`;
  }
  /**
   * The edge under the pointer, among those of the card in focus. While a slot waits for words or a pen is held every
   * drag selects, and with Shift too: what is to be marked may begin where a span does.
   */
  #find(event) {
    let state = this.#events.state(), row = event.target instanceof Element ? event.target.closest(".wb-row") : null;
    if (!state || !row || event.shiftKey || state.ui.armed || this.#events.writing()) return null;
    let best = null, distance = (edge2) => Math.abs(edge2.x - event.clientX), here = (grip) => grip.item === (state.ui.attribution ?? state.ui.card);
    for (let { grip, edge: edge2 } of this.#edgesIn(state, Number(row.dataset.index))) {
      if (distance(edge2) > REACH_PX || event.clientY < edge2.top || event.clientY > edge2.bottom) continue;
      let nearer = best === null ? 1 : distance(best.edge) - distance(edge2);
      (best === null || nearer > 1 || nearer > -1 && here(grip) && !here(best.grip)) && (best = { grip, edge: edge2 });
    }
    return best;
  }
  #edgesIn(state, sentence) {
    let focused = state.focusedItems(), items = new Set(state.placed(sentence).map((each) => each.item).filter((item) => focused.has(item))), text = state.article.sentences[sentence]?.text, lines = items.size > 0 && text !== void 0 ? this.#lines(state, sentence) : null;
    return !lines || text === void 0 ? [] : [...items].flatMap((item) => gripsOf(state, item)).flatMap((grip) => {
      let place2 = placeOf(state, grip), edge2 = place2?.sentence === sentence ? lines.edge(text, place2.offset, grip.side) : null;
      return edge2 ? [{ grip, edge: edge2 }] : [];
    });
  }
  #lines(state, sentence) {
    let element2 = this.#text.text(sentence);
    return element2 && new Lines(element2, state.article.dir);
  }
  #grab(event) {
    let state = this.#events.state(), found = event.button === 0 && !event.ctrlKey && !event.metaKey ? this.#find(event) : null;
    if (!state || !found) return;
    let { grip } = found, fixed = placeOf(state, { ...grip, side: grip.side === "start" ? "end" : "start" }), edge2 = (fixed && this.#lines(state, fixed.sentence))?.edge(state.article.sentences[fixed.sentence].text, fixed.offset, grip.side === "start" ? "end" : "start"), press = this.#pointer.place(event.clientX, event.clientY);
    !fixed || !edge2 || !press || (event.preventDefault(), this.#pane.focus({ preventScroll: !0 }), this.#held = { grip, fixed: { ...fixed, ...edge2.spot }, press, x: event.clientX, y: event.clientY, stretch: null });
  }
  #drag(event) {
    let [held, state] = [this.#held, this.#events.state()];
    if (!held || !state) return;
    this.#scroll(event.clientY);
    let place2 = this.#pointer.place(event.clientX, event.clientY, held.fixed);
    if (!hasMoved(held, event) && !held.stretch) return;
    held.stretch = place2 && this.#stretch(state, held, place2, event.altKey);
    let ranges = (held.stretch ? state.article.split(held.stretch) : []).map((part) => this.#text.range(part));
    this.#highlights.paint("edge", ranges.filter((range) => range !== null)), this.#bar.hidden = !0;
  }
  /** The words from the edge that stays to the pointer; `null` on the other side of that edge. */
  #stretch(state, held, place2, exact) {
    let { fixed, grip } = held, [from, to] = grip.side === "end" ? [fixed, place2] : [place2, fixed];
    if (from.sentence > to.sentence) return null;
    let over = this.#pointer.sweep(from, to, exact), { article } = state, range = over && (exact ? snapExact : tidy)(over.text, over, article.language);
    if (!range) return null;
    let shift = article.sentences[fixed.sentence].startUtf16 - article.sentences[from.sentence].startUtf16, [start, end] = grip.side === "end" ? [fixed.offset + shift, range.end] : [range.start, fixed.offset + shift];
    return start < end ? { sentence: from.sentence, start, end } : null;
  }
  #scroll(y) {
    let box = this.#pane.getBoundingClientRect();
    y < box.top && (this.#pane.scrollTop -= SCROLL_PX), y > box.bottom && (this.#pane.scrollTop += SCROLL_PX);
  }
  #drop(event) {
    let [held, state] = [this.#held, this.#events.state()];
    if (this.#release(), !held || !state) return;
    let args = held.stretch && replacement(state, held.grip, state.article.toSpan(held.stretch));
    args ? this.#events.move(args) : hasMoved(held, event) ? this.#pointer.drag(held.press, event) : this.#pointer.click(event);
  }
  #cancel(event) {
    !this.#held || event.code !== "Escape" || (event.stopPropagation(), event.preventDefault(), this.#release());
  }
  #release() {
    this.#held && (this.#held = null, this.#highlights.paint("edge", []), this.#show(null));
  }
};
function hasMoved(held, event) {
  return Math.hypot(event.clientX - held.x, event.clientY - held.y) > REACH_PX / 2;
}
function placeOf(state, grip) {
  let span = fragments(state, grip.item, grip.role)[grip.index], stretch = span && state.article.toStretch(span);
  return stretch ? grip.side === "start" ? { sentence: stretch.sentence, offset: stretch.start } : state.article.settle(stretch.sentence, stretch.end) : null;
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
      this.#reason = "unreachable", this.#report();
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
    first && (this.#tries++, this.#reason ??= "silent", this.#report(), this.#send(first.operation));
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

// workbench/widgets/src/adjudication.ts
function settledOf({ chosen, stale }) {
  return chosen === null ? "open" : stale ? "stale" : chosen === "own" ? "own" : "settled";
}
function isOpen(difference) {
  let settled = settledOf(difference);
  return settled === "open" || settled === "stale";
}
var Adjudication = class {
  #article;
  #names;
  #cases = /* @__PURE__ */ new Map();
  #looked = [];
  sample;
  progress;
  constructor(article, part) {
    this.#article = article, this.#names = new Map(part.people.map(({ id, shown }) => [id, shown])), this.sample = part.sample, this.progress = part.progress, this.apply(part);
  }
  /** Take over what a message says; returns the sentences that look different now. */
  apply({ cases, progress }) {
    let changed = /* @__PURE__ */ new Set();
    for (let [sentence, one] of Object.entries(cases)) {
      one ? this.#cases.set(sentence, one) : this.#cases.delete(sentence);
      let place2 = this.#article.byId(sentence);
      place2 && changed.add(place2.index);
    }
    return this.progress = progress, changed;
  }
  of(sentence) {
    return sentence !== null && this.#cases.get(sentence) || null;
  }
  /** The differences of a sentence in the order in which they are drawn. */
  differences(sentence) {
    return this.of(sentence)?.units.flatMap((unit) => unit.differences) ?? [];
  }
  open(sentence) {
    return this.differences(sentence).filter(isOpen);
  }
  /** How far a sentence is; `late`: it was accepted, and answers have come in since. */
  stage(sentence) {
    let outcome = this.of(sentence)?.outcome ?? "waiting";
    return outcome === "done" && this.open(sentence).length > 0 ? "late" : outcome;
  }
  /** The difference that waits after one, from the start again behind the last. */
  after(sentence, id) {
    let all = this.differences(sentence), here = all.findIndex((each) => each.id === id);
    return [...all.slice(here + 1), ...all.slice(0, Math.max(0, here))].find(isOpen) ?? null;
  }
  /** People as they are shown: by pseudonym, or by a letter. */
  names(people) {
    return people.map((id) => this.#names.get(id) ?? "");
  }
  /** Look at the words of a version, or of none; returns the sentences that look different now. */
  look(version) {
    let before = this.#looked.flatMap((placed, index) => placed.length > 0 ? [index] : []), looked = [];
    for (let { sentence, start, end } of (version?.spans ?? []).flatMap((span) => this.#article.place(span)))
      (looked[sentence] ??= []).push({ item: "", role: `version-${version?.role ?? "claim"}`, start, end });
    return this.#looked = looked, /* @__PURE__ */ new Set([...before, ...looked.flatMap((placed, index) => placed ? [index] : [])]);
  }
  placed(index) {
    return this.#looked[index] ?? [];
  }
};

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
  /** The words of some sentences, counted from the start of the one at `index`. */
  wordsFrom(first, last, index) {
    let found = [];
    for (let each = Math.max(0, first); each <= Math.min(last, this.sentences.length - 1); each++) {
      let shift = this.#shift(each, index);
      for (let { start, end } of this.words(each)) found.push({ start: start + shift, end: end + shift });
    }
    return found;
  }
  /** Where an offset that is counted from the start of a sentence lies, in its own sentence. */
  settle(index, offset) {
    let sentence = index, length = (at) => this.sentences[at].text.length;
    for (; offset < 0 && sentence > 0; ) offset -= this.#shift(--sentence, sentence + 1);
    for (; sentence + 1 < this.sentences.length && offset > length(sentence); ) {
      let shift = this.#shift(sentence + 1, sentence);
      if (offset < shift) break;
      offset -= shift, sentence++;
    }
    return { sentence, offset: Math.max(0, offset) };
  }
  #shift(index, from) {
    return this.sentences[index].startUtf16 - this.sentences[from].startUtf16;
  }
  /** The sentence that holds code point `offset`, or the last one that begins before it. */
  sentenceAt(offset) {
    return lastFrom(this.sentences, offset);
  }
  segmentAt(offset) {
    let segment = lastFrom(this.segments, offset);
    return segment && offset < segment.end ? segment : null;
  }
  /** The text from the start of one sentence to the end of another, with what stands between them. */
  textFrom(first, last) {
    let end = this.sentences[last];
    return this.info.text.slice(this.sentences[first]?.startUtf16 ?? 0, end ? end.startUtf16 + end.text.length : 0);
  }
  /** A stretch as a span of the wire. */
  toSpan(stretch) {
    let { startUtf16 } = this.sentences[stretch.sentence], [start, end] = [startUtf16 + stretch.start, startUtf16 + stretch.end];
    return { start: this.#offsets.fromUtf16(start), end: this.#offsets.fromUtf16(end), text: this.info.text.slice(start, end) };
  }
  /** A span of the wire as a stretch that begins in the sentence where it begins. */
  toStretch(span) {
    let sentence = this.sentenceAt(span.start);
    if (!sentence) return null;
    let { startUtf16, index } = sentence;
    return { sentence: index, start: this.#offsets.toUtf16(span.start) - startUtf16, end: this.#offsets.toUtf16(span.end) - startUtf16 };
  }
  /** The parts of the sentences that a stretch covers. */
  split(stretch) {
    let parts = [], { startUtf16 } = this.sentences[stretch.sentence];
    for (let index = stretch.sentence; index < this.sentences.length; index++) {
      let { startUtf16: own, text } = this.sentences[index], shift = own - startUtf16;
      if (shift >= stretch.end) break;
      let [start, end] = [Math.max(0, stretch.start - shift), Math.min(text.length, stretch.end - shift)];
      start < end && parts.push({ sentence: index, start, end });
    }
    return parts;
  }
  /** The parts of the sentences that a span covers; more than one where it runs over an edge. */
  place(span) {
    let stretch = this.toStretch(span);
    return stretch ? this.split(stretch) : [];
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

// workbench/widgets/src/holders.ts
var Holders = class {
  attributions = /* @__PURE__ */ new Map();
  /** The attributions that have an id as a target. */
  relays = /* @__PURE__ */ new Map();
  constructor(attributions = []) {
    for (let attribution of attributions) this.put(attribution);
  }
  put(attribution) {
    this.attributions.set(attribution.id, attribution);
    for (let target of attribution.targets) {
      let relays = this.relays.get(target) ?? /* @__PURE__ */ new Set();
      this.relays.set(target, relays.add(attribution.id));
    }
  }
  take(attribution) {
    if (this.attributions.get(attribution.id) === attribution) {
      this.attributions.delete(attribution.id);
      for (let target of attribution.targets) this.relays.get(target)?.delete(attribution.id);
    }
  }
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
    let found = /* @__PURE__ */ new Set(), waiting2 = [claim];
    for (let id = waiting2.pop(); id !== void 0; id = waiting2.pop())
      for (let each of this.relays.get(id) ?? [])
        found.has(each) || waiting2.push(each), found.add(each);
    return found;
  }
  #inOrder(ids) {
    let first = (id) => {
      let attribution = this.attributions.get(id);
      return (attribution?.source.spans[0] ?? attribution?.cue?.[0])?.start ?? Number.MAX_SAFE_INTEGER;
    };
    return [...ids].sort((one, other) => first(one) - first(other));
  }
};

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

// workbench/widgets/src/suggested.ts
var Suggested = class {
  #article;
  #parts = /* @__PURE__ */ new Map();
  #byId = /* @__PURE__ */ new Map();
  /** By sentence, by the sentence whose suggestions they are. */
  #placed = /* @__PURE__ */ new Map();
  #touched = /* @__PURE__ */ new Map();
  constructor(article, parts) {
    this.#article = article, this.apply(parts);
  }
  /** Take over what a message says; returns the sentences that look different now. */
  apply(parts) {
    let changed = /* @__PURE__ */ new Set();
    for (let [sentence, part] of Object.entries(parts)) {
      for (let item of this.#parts.get(sentence)?.items ?? []) this.#byId.delete(item.id);
      for (let index of this.#touched.get(sentence) ?? [])
        this.#placed.get(index)?.delete(sentence), changed.add(index);
      this.#parts.set(sentence, part), this.#touched.set(sentence, /* @__PURE__ */ new Set());
      for (let item of part.items) this.#put(sentence, item);
      for (let index of this.#touched.get(sentence) ?? []) changed.add(index);
    }
    return changed;
  }
  of(sentence) {
    return sentence !== null && this.#parts.get(sentence) || null;
  }
  get(id) {
    return this.#byId.get(id ?? "") ?? null;
  }
  placed(index) {
    return [...this.#placed.get(index)?.values() ?? []].flat();
  }
  /** The cards beside a sentence, in the order in which the suggestions came. */
  cards(sentence) {
    let cards = [];
    for (let item of this.of(sentence)?.items ?? []) {
      let last = cards.at(-1);
      item.kind === "claim" ? cards.push({ claim: item, rows: [] }) : last?.claim && this.leaves(item).has(last.claim.id) || last && !last.claim && item.depth > 0 ? last.rows.push(item) : cards.push({ claim: null, rows: [item] });
    }
    return cards;
  }
  /** The ids that the chain of a suggestion ends in: suggested claims, or what is the annotator's own. */
  leaves(item) {
    let leaves = /* @__PURE__ */ new Set(), seen = /* @__PURE__ */ new Set(), waiting2 = [item.id];
    for (let id = waiting2.pop(); id !== void 0; id = waiting2.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      let found = this.get(id);
      found?.kind === "attribution" ? waiting2.push(...found.targets) : leaves.add(id);
    }
    return leaves;
  }
  /** The sentences that the suggestions beside the one of a suggestion are marked in. */
  touched(id) {
    return this.#touched.get(this.get(id)?.sentence ?? "") ?? /* @__PURE__ */ new Set();
  }
  #put(sentence, item) {
    this.#byId.set(item.id, item);
    let place2 = (role, spans) => {
      for (let stretch of (spans ?? []).flatMap((span) => this.#article.place(span))) {
        this.#touched.get(sentence)?.add(stretch.sentence);
        let here = this.#placed.get(stretch.sentence) ?? /* @__PURE__ */ new Map();
        this.#placed.set(stretch.sentence, here), here.set(sentence, [...here.get(sentence) ?? [], { item: item.id, role, start: stretch.start, end: stretch.end }]);
      }
    };
    if (item.kind === "claim") return place2("suggested-claim", item.spans);
    place2("suggested-source", item.source.spans), place2("suggested-cue", item.cue), place2("suggested-anchor", item.anchor);
  }
};

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
  /** The words of the interface, in the language that the person chose. */
  texts;
  suggested;
  /** What several people answered, for who decides among them. */
  adjudication;
  /** What became of the annotator's answers, by sentence. */
  outcomes = /* @__PURE__ */ new Map();
  /** The figures and dates that claims of this article state, until somebody confirms them. */
  proposed = /* @__PURE__ */ new Map();
  /** The clusters that have claims in this article. */
  clusters = /* @__PURE__ */ new Map();
  /** Who the sources of the sentence in focus are, and may be. */
  entities;
  /** Where a learner is; `null` in real work. */
  training;
  ui;
  progress;
  annotations = /* @__PURE__ */ new Map();
  claims = /* @__PURE__ */ new Map();
  #holders = new Holders();
  /** By sentence, by the annotation that says so: only what changed is looked at again. */
  #placed = /* @__PURE__ */ new Map();
  #codes;
  #touched = /* @__PURE__ */ new Map();
  constructor(snap, texts = new Texts("en")) {
    this.texts = texts, this.article = new Article(snap.document), this.scheme = new Scheme(snap.scheme), this.#codes = snap.keys, this.keymap = this.rekey(snap.settings.keys), this.project = snap.project, this.session = snap.session, this.suggested = new Suggested(this.article, snap.suggestions ?? {}), this.adjudication = snap.adjudication ? new Adjudication(this.article, snap.adjudication) : null, this.#learn(snap.outcome ?? {}), this.#group(snap.clusters ?? {}), this.entities = snap.entities ?? NOBODY, this.#propose(snap.proposed), this.training = snap.training ?? null, this.ui = snap.ui, this.progress = snap.progress;
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
    delta.segments && (this.article.segments = delta.segments);
    for (let index of this.suggested.apply(delta.suggestions ?? {})) changed.add(index);
    if (delta.adjudication) for (let index of this.adjudication?.apply(delta.adjudication) ?? []) changed.add(index);
    this.#learn(delta.outcome ?? {}), delta.clusters && this.#group(delta.clusters), delta.entities && (this.entities = delta.entities), this.#propose(delta.proposed), delta.training && (this.training = delta.training), delta.ui && (this.ui = delta.ui), delta.progress && (this.progress = delta.progress);
    for (let index of before) changed.add(index);
    for (let index of this.focusedSentences()) changed.add(index);
    return changed;
  }
  /** Take the keys that the person chose, drawn as their keyboard has them. */
  rekey(own, layout = null) {
    return this.keymap = new Keymap(this.#codes, this.scheme.stanceKeys, own, layout);
  }
  usualKeys(operation) {
    return new Keymap(this.#codes, this.scheme.stanceKeys).codes(operation);
  }
  get attributions() {
    return this.#holders.attributions;
  }
  placed(index) {
    return [...[...this.#placed.get(index)?.values() ?? []].flat(), ...this.suggested.placed(index), ...this.adjudication?.placed(index) ?? []];
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
  rows(claim) {
    return this.#holders.rows(claim);
  }
  reaching(claim) {
    return this.#holders.reaching(claim);
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
  nearbyClaims() {
    let here = this.sentence?.index ?? 0, distance = (claim) => Math.abs((this.article.byId(claim.sentence)?.index ?? 0) - here);
    return [...this.claims.values()].sort((one, other) => distance(one) - distance(other));
  }
  /** Everything whose spans belong to the card in focus. */
  focusedItems() {
    return this.ui.suggestion ? /* @__PURE__ */ new Set([this.ui.suggestion]) : this.ui.card ? this.reaching(this.ui.card).add(this.ui.card) : new Set(this.ui.attribution ? [this.ui.attribution] : []);
  }
  focusedSentences() {
    let found = /* @__PURE__ */ new Set();
    this.sentence && found.add(this.sentence.index);
    for (let index of this.suggested.touched(this.ui.suggestion)) found.add(index);
    for (let id of this.focusedItems()) {
      let item = this.claims.get(id) ?? this.attributions.get(id);
      for (let index of this.#touched.get(item?.sentence ?? "") ?? []) found.add(index);
    }
    return found;
  }
  isMissing(id, slot2) {
    return this.ui.missing.some((each) => each.id === id && each.slot === slot2);
  }
  #claimsInOrder(claims) {
    let first = (claim) => claim.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
    return [...claims].sort((one, other) => first(one) - first(other)).map((claim) => claim.id);
  }
  #learn(outcomes) {
    for (let [sentence, outcome] of Object.entries(outcomes))
      outcome ? this.outcomes.set(sentence, outcome) : this.outcomes.delete(sentence);
  }
  #propose(proposed) {
    if (proposed) {
      this.proposed.clear();
      for (let [id, values] of Object.entries(proposed)) this.proposed.set(id, values);
    }
  }
  #group(clusters) {
    this.clusters.clear();
    for (let [id, cluster] of Object.entries(clusters)) this.clusters.set(id, cluster);
  }
  // -- indexes -------------------------------------------------------------------------------
  #put(id, annotation) {
    this.#take(id), this.annotations.set(id, annotation);
    let touched = /* @__PURE__ */ new Set(), place2 = (item, role, spans) => {
      for (let stretch of (spans ?? []).flatMap((span) => this.article.place(span))) {
        touched.add(stretch.sentence);
        let here = this.#placed.get(stretch.sentence) ?? /* @__PURE__ */ new Map();
        this.#placed.set(stretch.sentence, here), here.set(id, [...here.get(id) ?? [], { item, role, start: stretch.start, end: stretch.end }]);
      }
    };
    for (let claim of annotation.claims)
      this.claims.set(claim.id, claim), place2(claim.id, "claim", claim.spans);
    for (let attribution of annotation.attributions)
      this.#holders.put(attribution), place2(attribution.id, "source", attribution.source.spans), place2(attribution.id, "cue", attribution.cue), place2(attribution.id, "anchor", attribution.anchor);
    this.#touched.set(id, touched);
  }
  #take(id) {
    let old = this.annotations.get(id);
    for (let claim of old?.claims ?? [])
      this.claims.get(claim.id) === claim && this.claims.delete(claim.id);
    for (let attribution of old?.attributions ?? []) this.#holders.take(attribution);
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
  #questions = /* @__PURE__ */ new Map();
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
      this.#model.send({ t: "hello", view: this.#id, proto: 1, resume, language: this.#events.language() });
    } catch {
    }
    this.#timer = setTimeout(() => this.greet(resume), Math.min(LONGEST_GREETING_MS, 1e3 * this.#greetings));
  }
  send(name, args, activeSeconds) {
    this.#outbox?.push({ key: makeKey(), name, args, active_s: activeSeconds, at: this.#events.resume() });
  }
  /** Ask what changes nothing; `null` where there is no answer to it. Nothing of it is kept. */
  ask(name, args) {
    let key = makeKey();
    return new Promise((resolve) => {
      this.#questions.set(key, resolve);
      try {
        this.#model.send({ t: "ask", view: this.#id, key, name, args, language: this.#events.language() });
      } catch {
        this.#onAnswer(key, null);
      }
    });
  }
  #onAnswer(key, result) {
    this.#questions.get(key)?.(result), this.#questions.delete(key);
  }
  close() {
    clearTimeout(this.#timer);
    for (let key of [...this.#questions.keys()]) this.#onAnswer(key, null);
    this.#outbox?.close(), this.#model.off("msg:custom", this.#onMessage);
  }
  #onMessage = (message) => {
    message.t === "snap" ? this.#onSnap(message) : message.t === "later" ? this.#outbox?.postpone(message.key, message.message) : message.t === "ack" ? this.#events.ack(message, this.#settle(message.key)) : message.t === "nack" ? this.#onNack(message) : message.t === "answer" && this.#onAnswer(message.key, message.result);
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
    if (first && (clearTimeout(this.#timer), this.#greetings = 0, this.#answered = !0), !isFull(snap)) return this.#events.empty(snap);
    let outbox = this.#outbox ??= this.#makeOutbox(snap);
    if (this.#events.snap(snap), !first) return;
    let at = outbox.edits[0]?.at;
    at && at.session !== snap.session && at.sentence !== snap.ui.sentence ? this.greet(at) : outbox.open();
  }
  #makeOutbox(snap) {
    return new Outbox({
      namespace: `workbench:${snap.project.id}:${snap.project.annotator}`,
      send: ({ key, name, args, active_s }) => this.#model.send({
        t: "do",
        view: this.#id,
        key,
        name,
        args,
        active_s,
        language: this.#events.language()
      }),
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

// workbench/widgets/src/overlap.ts
function candidatesAt(state, sentence, offset, items) {
  let ordered = [...state.placed(sentence).filter((each) => items.includes(each.item) && each.start <= offset && offset <= each.end)].sort((one, other) => one.end - one.start - (other.end - other.start));
  return ordered.filter((each, index) => ordered.findIndex((other) => other.item === each.item) === index).map(({ item, role, start, end }) => ({
    item,
    role: role.replace("suggested-", ""),
    suggested: role.startsWith("suggested-"),
    words: state.article.sentences[sentence].text.slice(start, end),
    aside: asideOf(state, item)
  }));
}
function asideOf(state, item) {
  let stance = state.scheme.stance(state.attributions.get(item)?.stance ?? null);
  return stance ? `${stance.symbol ?? ""} ${state.texts.label(stance.name)}`.trim() : "";
}
function choose(root, state, at, candidates) {
  let { texts, article } = state, box = document.createElement("dialog");
  box.className = "wb-overlap", patch(box, h("div", { role: "menu", "aria-label": texts.t("overlap.title") }, candidates.map((each, index) => h(
    "button",
    { type: "button", role: "menuitem", class: each.suggested ? "wb-candidate wb-candidate-suggested" : "wb-candidate", "data-item": each.item },
    h("kbd", { dir: "ltr", "aria-hidden": "true" }, index + 1),
    h("span", { class: `wb-tool-${each.role} wb-which` }, h("span", {}, texts.label(state.scheme.role(each.role).name)), each.suggested && " ?"),
    h("bdi", { class: "wb-words", lang: article.language, dir: article.dir }, each.words),
    each.aside && h("small", {}, each.aside)
  )))), root.append(box), box.show(), place(root, box, at);
  let buttons = [...box.querySelectorAll("button")];
  return buttons[0]?.focus(), new Promise((resolve) => {
    let end = new AbortController(), { signal } = end, close = (item) => {
      end.abort(), box.remove(), resolve(item);
    }, focused = () => buttons.findIndex((button) => button.matches(":focus"));
    box.addEventListener("click", (event) => {
      let button = event.target.closest("button");
      button && close(button.dataset.item ?? null);
    }, { signal }), box.addEventListener("keydown", (event) => {
      let number = /^(?:Digit|Numpad)(\d)$/u.exec(event.code)?.[1], step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
      if (number && buttons[Number(number) - 1]) close(buttons[Number(number) - 1].dataset.item ?? null);
      else if (step) buttons[(focused() + step + buttons.length) % buttons.length]?.focus();
      else if (event.code === "Home") buttons[0]?.focus();
      else if (event.code === "End") buttons.at(-1)?.focus();
      else if (event.code === "Escape" || event.code === "Tab") close(null);
      else return;
      event.preventDefault();
    }, { signal }), root.ownerDocument.addEventListener("mousedown", (event) => {
      event.composedPath().includes(box) || close(null);
    }, { signal, capture: !0 });
  });
}
function place(root, box, at) {
  let frame = root.getBoundingClientRect(), x = Math.min(at.x - box.offsetWidth / 2, frame.right - box.offsetWidth - 8) - frame.left;
  box.style.left = `${Math.max(8, x)}px`, box.style.top = `${at.y - frame.top}px`;
}

// workbench/widgets/src/painting.ts
var Painting = class {
  #text;
  #selection;
  #highlights;
  #source;
  #waiting = null;
  constructor(text, selection, highlights, source) {
    this.#text = text, this.#selection = selection, this.#highlights = highlights, this.#source = source;
  }
  repaint(changed) {
    if (this.#source.busy()) {
      this.#waiting = /* @__PURE__ */ new Set([...this.#waiting ?? [], ...changed]);
      return;
    }
    for (let index of changed) this.#text.repaint(index);
    this.#selection.paint(), this.pending();
  }
  /** Paint what changed while the mouse button was down. */
  catchUp() {
    let waiting2 = this.#waiting;
    this.#waiting = null, waiting2 && this.repaint(waiting2);
  }
  /** A wave under the words that Python has not saved yet. */
  pending() {
    let article = this.#source.state()?.article;
    article && (this.spans("pending", this.#source.edits().flatMap(({ args, at }) => at?.document === article.info.id ? args.spans ?? [] : [])), this.#source.painted());
  }
  spans(layer, spans) {
    let article = this.#source.state()?.article, ranges = spans.flatMap((span) => article?.place(span) ?? []).map((stretch) => this.#text.range(stretch));
    this.#highlights.paint(layer, ranges.filter((range) => range !== null));
  }
  relayout() {
    this.#source.busy() || this.#text.relayout(), this.#selection.paint();
  }
};

// workbench/widgets/src/ruling.ts
var SIGNS2 = { waiting: "…", differs: "◇", settled: "◆", agreed: "=", done: "✓", late: "↻" }, SETTLED = { open: "◇", settled: "✓", own: "✎", stale: "↻" }, ACTS = ["gap", "ruling remark", "ruling leave"], VERDICTS = { accepted: "✓", rejected: "✗", open: "·" };
function drawCase(state, here, actions) {
  let { adjudication, ui } = state;
  if (!adjudication) return [];
  let found = adjudication.of(ui.sentence);
  return [
    drawSummary(state, adjudication, found),
    ...(found?.units ?? []).filter((unit) => unit.differences.length > 0).map((unit, index) => drawUnit(state, unit, index, here, actions)),
    drawProgress(state, adjudication, actions)
  ];
}
function drawSummary(state, adjudication, found) {
  let { texts } = state, outcome = adjudication.stage(state.ui.sentence), count = adjudication.open(state.ui.sentence).length, said = outcome === "agreed" && state.cards(state.ui.sentence ?? "").length === 0 ? texts.t("ruling.case.agreed_nothing") : texts.t(`ruling.case.${outcome}`, { count }), waiting2 = adjudication.names(found?.waiting ?? []);
  return h(
    "div",
    { key: "case", class: "wb-case", "data-case": outcome, tabindex: -1 },
    h(
      "p",
      {},
      h("i", { "aria-hidden": "true" }, SIGNS2[outcome]),
      h("b", {}, said),
      (outcome === "agreed" || outcome === "settled") && h("span", {}, texts.rich("ruling.accepts", { key: cap(state.keymap.cap("done")) }))
    ),
    waiting2.length > 0 && found && h(
      "p",
      { class: "wb-incomplete" },
      h("i", { "aria-hidden": "true" }, SIGNS2.waiting),
      texts.t("ruling.waiting", { people: texts.list(waiting2) })
    )
  );
}
function drawProgress(state, { progress }, actions) {
  let { t } = state.texts;
  return h(
    "p",
    { key: "progress", class: "wb-ruled" },
    h("span", {}, t("ruling.progress", { settled: progress.settled, all: progress.differences })),
    progress.links !== void 0 && progress.links.left > 0 && h(
      "button",
      { key: "links", type: "button", class: "wb-tool", "data-operation": "links", onclick: () => actions.act("links") },
      cap(state.keymap.cap("links")),
      ` ${t("linking.left", { count: progress.links.left })}`
    ),
    h(
      "button",
      { key: "unanimous", type: "button", class: "wb-tool", onclick: () => actions.act("accept unanimous") },
      cap(state.keymap.cap("accept unanimous")),
      ` ${t("ruling.unanimous", { count: progress.unanimous })}`
    )
  );
}
function drawUnit(state, unit, index, here, actions) {
  let { article } = state;
  return h(
    "section",
    { key: unit.id ?? index, class: "wb-unit", role: "group", "aria-label": unit.words || null },
    unit.words && h("p", { class: "wb-words wb-unit-words", dir: article.dir, lang: article.language }, unit.words),
    h("ul", {}, unit.differences.map((difference) => drawDifference(state, difference, difference.id === here, actions)))
  );
}
function drawDifference(state, difference, here, actions) {
  let { texts, article } = state, { t } = texts, settled = settledOf(difference);
  return h(
    "li",
    {
      key: difference.id,
      class: here ? "wb-difference on" : "wb-difference",
      "data-difference": difference.id,
      "data-settled": settled,
      tabindex: here ? 0 : -1,
      "aria-current": here ? "true" : null,
      "aria-label": tellDifference(state, difference)
    },
    h(
      "p",
      { class: "wb-difference-head" },
      h("i", { "aria-hidden": "true" }, SETTLED[settled]),
      h("b", {}, nameKind(state, difference)),
      difference.about && h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, difference.about),
      settled !== "open" && h("small", {}, t(`ruling.state.${settled}`)),
      difference.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?"),
      difference.gap && h("span", { class: "wb-badge wb-gap" }, `⚑ ${t("ruling.gap")}`),
      difference.comment && h("span", { class: "wb-badge", title: difference.comment }, "✎")
    ),
    (here || isOpen(difference)) && h(
      "div",
      { class: "wb-versions" },
      difference.versions.map((version, index) => drawVersion(state, difference, version, index + 1, actions))
    ),
    !here && !isOpen(difference) && h("p", { class: "wb-taken" }, drawTaken(state, difference)),
    here && difference.by && h("small", { class: "wb-by" }, texts.rich("ruling.by", { name: h("bdi", {}, difference.by) })),
    here && difference.comment && h("p", { class: "wb-remark" }, h("bdi", {}, difference.comment)),
    here && h("div", { class: "wb-mini" }, ACTS.map((operation) => h("button", {
      key: operation,
      type: "button",
      class: "wb-tool",
      tabindex: -1,
      "data-operation": operation,
      "aria-pressed": operation === "gap" ? String(difference.gap) : null,
      onclick: (event) => {
        event.stopPropagation(), actions.act(operation);
      }
    }, cap(state.keymap.cap(operation)), ` ${texts.name("ruling.act", operation)}`)))
  );
}
function drawVersion(state, difference, version, number, actions) {
  let { texts } = state, verdict = difference.chosen === null || difference.stale ? "open" : difference.chosen === number ? "accepted" : "rejected";
  return h(
    "button",
    {
      key: number,
      type: "button",
      class: "wb-version",
      "data-version": number,
      "data-verdict": verdict,
      tabindex: -1,
      "aria-pressed": String(verdict === "accepted"),
      "aria-label": tellVersion(state, difference, version, number),
      onclick: (event) => {
        event.stopPropagation(), actions.choose(difference, number);
      }
    },
    cap(number <= 9 ? state.keymap.cap(`ruling ${number}`) : ""),
    h("i", { "aria-hidden": "true", title: texts.t(`ruling.verdict.${verdict}`) }, VERDICTS[verdict]),
    h("span", { class: "wb-value" }, drawValue(state, difference, version)),
    h("small", { class: "wb-people" }, texts.list(peopleOf(state, version)))
  );
}
function drawTaken(state, difference) {
  let taken = typeof difference.chosen == "number" ? difference.versions[difference.chosen - 1] : void 0;
  return taken ? drawValue(state, difference, taken) : null;
}
function drawValue(state, difference, version) {
  let { article } = state, { words: words2, label } = partsOf(state, difference, version);
  return [
    words2 && h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, words2),
    label && h("span", { class: version.absent ? "wb-absent" : "wb-label" }, label)
  ];
}
function partsOf(state, difference, version) {
  if (version.absent) return { words: "", label: state.texts.t("ruling.absent") };
  let words2 = quote(version.spans), label = labelOf(state, difference.field, version.value);
  return { words: words2 || label ? words2 : version.words, label };
}
function nameKind(state, { kind, field }) {
  return kind === "feature" ? nameField(state, field) : state.texts.name("ruling.kind", kind);
}
function nameField({ scheme, texts }, field) {
  let feature = findFeature(scheme, field);
  return feature ? texts.label(feature.label) : texts.name("outcome.field", field.replace(/^feature:/u, ""));
}
function findFeature(scheme, field) {
  return [...scheme.features("claims"), ...scheme.features("attributions")].find(({ name }) => `feature:${name}` === field);
}
var HELD = ["realization", "stance", "certainty"];
function labelOf(state, field, value) {
  let { scheme, texts } = state;
  if (typeof value == "object" && value !== null && !Array.isArray(value))
    return texts.list(HELD.map((name) => labelOf(state, name, value[name])).filter(Boolean));
  if (typeof value != "string" || value === "") return "";
  if (field === "stance") {
    let stance = scheme.stance(value);
    return stance ? `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim() : value;
  }
  if (field === "certainty") return texts.label(scheme.certainty(value).name);
  let found = findFeature(scheme, field), chosen = found?.values.find((each) => each.value === value);
  return chosen ? texts.label(chosen.name) : found && isTyped(found) ? `⁦${value}⁩` : field === "realization" && value !== "explicit" ? texts.label(scheme.realization(value).name) : "";
}
function peopleOf({ adjudication }, version) {
  return adjudication?.names(version.people) ?? [];
}
function tellValue(state, difference, version) {
  let { words: words2, label } = partsOf(state, difference, version);
  return [words2, label].filter(Boolean).join(" · ");
}
function tellVersion(state, difference, version, number) {
  let { texts } = state;
  return texts.t("ruling.choose", {
    number,
    all: difference.versions.length,
    version: tellValue(state, difference, version),
    people: texts.list(peopleOf(state, version))
  });
}
function tellDifference(state, difference) {
  let { texts } = state;
  return texts.t("ruling.difference", {
    kind: nameKind(state, difference),
    state: texts.t(`ruling.state.${settledOf(difference)}`),
    words: difference.about,
    versions: difference.versions.map((version, index) => tellVersion(state, difference, version, index + 1)).join("; ")
  });
}

// workbench/widgets/src/differences.ts
var Differences = class {
  #panel;
  #source;
  #here = null;
  /** A difference that was just settled: once that is saved, the next one is due. */
  #settling = null;
  #looked = null;
  constructor(panel, source, signal) {
    this.#panel = panel, this.#source = source;
    let version = (event) => event.target.closest("[data-version]");
    panel.addEventListener("keydown", (event) => this.#onKey(event), { signal }), panel.addEventListener("focusin", (event) => this.#onFocus(event, version(event)), { signal }), panel.addEventListener("focusout", () => this.#look(null), { signal }), panel.addEventListener("mouseover", (event) => this.#look(version(event)), { signal }), panel.addEventListener("mouseleave", () => this.#look(this.#active), { signal }), panel.addEventListener("click", (event) => this.#onClick(event), { signal });
  }
  /** Whether keys mean differences and their versions. */
  get hasFocus() {
    return this.#activeElement !== null;
  }
  /** The difference that was in focus last. */
  get current() {
    let state = this.#source.state();
    return state?.adjudication?.differences(state.ui.sentence).find((each) => each.id === this.#here) ?? null;
  }
  draw() {
    let state = this.#source.state();
    if (this.#panel.hidden = !state?.adjudication, !state?.adjudication) return;
    let { adjudication, ui } = state, all = adjudication.differences(ui.sentence), settled = this.#settling !== null && !adjudication.open(ui.sentence).some((each) => each.id === this.#settling);
    settled && (this.#here = adjudication.after(ui.sentence, this.#settling)?.id ?? this.#here), settled && (this.#settling = null), all.some((each) => each.id === this.#here) || (this.#here = (adjudication.open(ui.sentence)[0] ?? all[0])?.id ?? null), patch(this.#panel, drawCase(state, this.#here, { choose: (difference, version) => this.#click(difference, version), act: this.#source.act })), this.#looked = null, this.#look(this.#active);
  }
  /** Take the focus: the difference that it was at, or what is said of the sentence. */
  focus() {
    (this.#here && this.#panel.querySelector(`[data-difference="${CSS.escape(this.#here)}"]`) || this.#panel.querySelector(".wb-case"))?.focus(), this.#point();
  }
  /** Do what a key means while the differences have the focus. */
  run(operation) {
    let meaning = operation.slice(7);
    if (meaning === "next" || meaning === "previous") this.#step(meaning === "next" ? 1 : -1);
    else if (meaning === "leave") this.#source.leave();
    else if (/^[1-9]$/u.test(meaning)) this.#take(Number(meaning));
    else return !1;
    return !0;
  }
  #take(number) {
    let { current } = this, texts = this.#source.state()?.texts;
    texts && (current ? number > current.versions.length ? this.#source.notify(texts.t("ruling.no_version", { count: current.versions.length })) : this.#choose(current, number) : this.#source.notify(texts.t("ruling.none")));
  }
  #choose(difference, version) {
    this.#here = difference.id, this.#settling = difference.id, this.#source.send("choose", { difference: difference.id, version });
  }
  #click(difference, version) {
    this.#choose(difference, version), this.draw(), this.focus();
  }
  #step(step) {
    let state = this.#source.state(), all = state?.adjudication?.differences(state.ui.sentence) ?? [], here = all.findIndex((each) => each.id === this.#here);
    this.#go(all[here + step] ?? all[Math.max(0, here)]);
  }
  #go(difference) {
    difference && (this.#here = difference.id, this.#settling = null, this.draw(), this.focus());
  }
  /** What is worked on by the usual keys is what the difference is about. */
  #point() {
    let { current } = this, state = this.#source.state();
    if (!state || !current) return;
    let attribution = state.attributions.has(current.attribution ?? "") ? current.attribution : null, card = state.claims.has(current.claim ?? "") ? current.claim : null;
    !card && !attribution || (card !== state.ui.card || attribution !== state.ui.attribution) && this.#source.send("focus", { card, attribution });
  }
  // -- looking at versions ---------------------------------------------------------------------
  get #activeElement() {
    let page = this.#panel.getRootNode();
    return this.#panel.contains(page.activeElement) ? page.activeElement : null;
  }
  get #active() {
    return this.#activeElement?.closest("[data-version]") ?? null;
  }
  #look(button) {
    if (button === this.#looked) return;
    this.#looked = button;
    let state = this.#source.state(), id = button?.closest("[data-difference]")?.dataset.difference, version = state?.adjudication?.differences(state.ui.sentence).find((each) => each.id === id)?.versions[Number(button?.dataset.version) - 1] ?? null;
    this.#source.repaint(state?.adjudication?.look(version) ?? /* @__PURE__ */ new Set());
  }
  #onFocus(event, version) {
    let id = event.target.closest("[data-difference]")?.dataset.difference;
    id && id !== this.#here && (this.#here = id, this.draw()), this.#look(version);
  }
  #onClick(event) {
    let id = event.target.closest("[data-difference]")?.dataset.difference, state = this.#source.state(), all = state?.adjudication?.differences(state.ui.sentence) ?? [];
    this.#go(all.find((each) => each.id === id));
  }
  /** To the sides are the versions of the difference, and the difference itself. */
  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.code !== "ArrowLeft" && event.code !== "ArrowRight") return;
    let item = event.target.closest("[data-difference]");
    if (!item) return;
    let stops = [item, ...item.querySelectorAll("[data-version]")], onwards = getComputedStyle(this.#panel).direction === "rtl" ? "ArrowLeft" : "ArrowRight", here = stops.indexOf(event.target), next = stops[(here + (event.code === onwards ? 1 : -1) + stops.length) % stops.length];
    event.preventDefault(), next?.focus();
  }
};

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
    this.#panel.hidden = !label, patch(this.#panel, label && state ? drawGuide(state, label) : []);
  }
};
function guideInFocus(state) {
  let { armed, attribution, card } = state.ui, stance = state.attributions.get(attribution ?? "")?.stance;
  return armed?.slot === "source" || armed?.slot === "cue" ? `role:${armed.slot}` : armed?.slot === "target" ? "role:anchor" : stance ? `stance:${stance}` : card || !attribution ? "role:claim" : "role:source";
}
function drawGuide(state, label) {
  let { texts } = state;
  return [
    h("p", { class: "wb-guide-title" }, label.symbol && h("i", { "aria-hidden": "true" }, label.symbol), texts.label(label.name)),
    h("p", {}, texts.label(label.definition)),
    h(
      "div",
      { class: "wb-examples" },
      drawExamples(state, texts.t("guide.examples"), label.examples ?? []),
      drawExamples(state, texts.t("guide.counter"), label.counter_examples ?? [])
    )
  ];
}
function drawExamples({ scheme, texts }, title, examples) {
  return examples.length === 0 ? null : h(
    "div",
    {},
    h("p", { class: "wb-guide-part" }, title),
    h("ul", {}, examples.map((example) => h(
      "li",
      {},
      h("span", { class: "wb-words", lang: example.language, dir: example.language === "ar" ? "rtl" : "auto" }, example.text),
      example.gloss && h("span", { class: "wb-gloss" }, h("bdi", {}, example.gloss)),
      example.instead && h("span", { class: "wb-instead" }, texts.dir === "rtl" ? "← " : "→ ", h("b", {}, scheme.nameOf(example.instead, texts)))
    )))
  );
}

// workbench/widgets/src/feedback.ts
var SIGNS3 = { right: "✓", wrong: "≠", missed: "○", extra: "✗" }, FeedbackPanel = class {
  #panel;
  #state;
  #act;
  constructor(panel, state, act) {
    this.#panel = panel, this.#state = state, this.#act = act;
  }
  draw() {
    let state = this.#state(), training = state?.training;
    this.#panel.hidden = !training, !(!state || !training) && (this.#panel.dataset.answered = String(training.feedback !== null), patch(this.#panel, [
      training.result && drawResult(state, training.result),
      training.feedback ? this.#drawFeedback(state, training) : h(
        "p",
        { key: "hint", class: "wb-hint" },
        state.texts.t(training.known ? "training.waiting" : "training.elsewhere")
      )
    ]));
  }
  #drawFeedback(state, training) {
    let { t } = state.texts, { right, rows } = training.feedback, ordered = [...rows.filter((row) => row.verdict !== "right"), ...rows.filter((row) => row.verdict === "right")];
    return h(
      "div",
      { key: "feedback" },
      h(
        "p",
        { class: "wb-feedback-head" },
        h("b", {}, t("training.known")),
        " ",
        h("span", {}, t("training.count", { right, count: rows.length })),
        !training.result && h(
          "button",
          { type: "button", class: "wb-plain wb-next", onclick: () => this.#act("done") },
          cap(state.keymap.cap("done")),
          t("training.next")
        )
      ),
      h("ul", {}, ordered.map((row) => drawRow2(state, row)))
    );
  }
};
function drawResult(state, result) {
  let { t, name, number } = textsOf(state);
  return h(
    "div",
    { key: "result", class: "wb-result", "data-passed": String(result.passed) },
    h("p", {}, h("i", { "aria-hidden": "true" }, result.passed ? "✓" : "○"), " ", h("b", {}, t(result.passed ? "training.passed" : "training.failed"))),
    h("p", { class: "wb-hint" }, t("training.mark", { mark: number(Math.round(result.pass_mark * 100)) })),
    h("dl", {}, Object.entries(result.scores).filter(([, score]) => score !== null).map(([level, score]) => h("div", {}, h("dt", {}, name("training.score", level)), h("dd", {}, `${number(Math.round(score * 100))} %`))))
  );
}
function drawRow2(state, row) {
  let { t, name } = textsOf(state), label = row.guide === null || row.verdict === "right" ? null : findLabel(state, row.guide), about = row.field === "claim" || row.field === "source" ? null : row.about;
  return h(
    "li",
    { class: "wb-told", "data-verdict": row.verdict, "data-field": row.field },
    h(
      "p",
      {},
      h("i", { "aria-hidden": "true" }, SIGNS3[row.verdict]),
      " ",
      h("b", {}, name("training.field", row.field)),
      " ",
      h("span", { class: "wb-verdict" }, t(`training.${row.verdict}`)),
      about && (about.words || about.label) ? h("small", {}, " ", drawSaid(state, about)) : null
    ),
    row.verdict === "right" ? h("p", { class: "wb-both" }, drawSaid(state, row.gold)) : h(
      "dl",
      {},
      h("div", {}, h("dt", {}, t("training.you")), h("dd", {}, drawSaid(state, row.yours))),
      h("div", {}, h("dt", {}, t("training.gold")), h("dd", {}, drawSaid(state, row.gold)))
    ),
    label && drawDefinition(state, label)
  );
}
function drawDefinition(state, label) {
  let { texts } = state;
  return h("p", { class: "wb-definition" }, h("b", {}, texts.label(label.name)), " – ", texts.label(label.definition));
}
function drawSaid(state, said) {
  let { article, texts } = state;
  return said === null ? h("i", { class: "wb-absent" }, texts.t("training.nothing")) : said.label !== null ? h("span", {}, labelText(state, said.label)) : h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, said.words ?? "");
}
function labelText(state, reference) {
  let label = findLabel(state, reference), [kind, value] = reference.split(":");
  if (label) return `${label.symbol ?? ""} ${state.texts.label(label.name)}`.trim();
  let chosen = [...state.scheme.features("claims"), ...state.scheme.features("attributions")].find((each) => each.name === kind)?.values.find((each) => each.value === value);
  return chosen ? state.texts.label(chosen.name) : state.texts.name(`training.${kind}`, value);
}
function textsOf({ texts }) {
  return {
    t: texts.t.bind(texts),
    name: texts.name.bind(texts),
    number: texts.number.bind(texts)
  };
}

// workbench/widgets/src/filter.ts
var EVERYTHING = { stance: null, source: null, flagged: !1, unsure: !1 };
function filterClaims(state, filter) {
  return inOrder(state).filter((claim) => {
    let holders = [...state.reaching(claim.id)].flatMap((id) => state.attributions.get(id) ?? []), matches = (each) => (filter.stance === null || each.stance === filter.stance) && (filter.source === null || sourceKey(each) === filter.source), asked = filter.stance !== null || filter.source !== null, items = [claim, ...holders];
    return (!asked || holders.some(matches)) && (!filter.flagged || items.some((item) => state.annotation(item.sentence)?.flagged)) && (!filter.unsure || items.some((item) => item.unsure));
  });
}
function sourcesOf(state) {
  let found = /* @__PURE__ */ new Map(), attributions = [...state.attributions.values()].sort((one, other) => (one.source.spans[0]?.start ?? 1 / 0) - (other.source.spans[0]?.start ?? 1 / 0) || 0);
  for (let each of attributions) {
    let key = sourceKey(each);
    key !== null && !found.has(key) && found.set(key, { key, words: quote(each.source.spans) || null, kind: each.source.realization });
  }
  return [...found.values()];
}
function sourceKey({ source }) {
  return source.spans.length > 0 ? `=${quote(source.spans)}` : source.realization;
}
function inOrder(state) {
  let place2 = (claim) => claim.spans[0]?.start ?? state.article.byId(claim.sentence)?.start ?? 0;
  return [...state.claims.values()].sort((one, other) => place2(one) - place2(other));
}

// workbench/widgets/src/kindred.ts
function findKindred(state, claim, count, known) {
  let mine = wordsOf(claim);
  return [...state.claims.values()].map((each) => ({ each, score: share2(mine, wordsOf(each)) })).filter(({ each, score }) => score > 0 && each.id !== claim.id && !known.has(nameOf({ document: state.article.info.id, claim: each.id }))).sort((one, other) => other.score - one.score).slice(0, count).map(({ each, score }) => describe3(state, each, score));
}
function wordsOf(claim) {
  let words2 = fold(`${quote(claim.spans)} ${claim.proposition ?? ""}`).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words2.map((word) => word.replace(/^(?:[وف]?ال|[وفبلك](?=.{4}))/u, "")));
}
function share2(one, other) {
  let common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}
function describe3(state, claim, score) {
  let { info, dir, language } = state.article, holds = ({ source, stance, certainty }) => ({ words: quote(source.spans), stance, certainty, realization: source.realization });
  return {
    document: info.id,
    title: info.title,
    publisher: info.publisher,
    published: info.published,
    language,
    dir,
    sentence: claim.sentence,
    position: state.article.byId(claim.sentence)?.position ?? 0,
    claim: claim.id,
    words: quote(claim.spans) || (claim.proposition ?? ""),
    proposition: claim.proposition,
    voice: claim.voice,
    cluster: claim.cluster ?? null,
    holders: state.rows(claim.id).filter(({ attribution }) => attribution.targets.includes(claim.id)).map(({ attribution }) => holds(attribution)),
    score,
    relation: null,
    reversed: !1,
    versions: [],
    figure: claim.features.figure ?? null,
    date: claim.features.date ?? null,
    conflict: null
  };
}

// workbench/widgets/src/linking.ts
var COUNT = 5, MANY = 15, PATIENCE_MS2 = 250, AGAIN_MS = 1500, TOUCHING = /* @__PURE__ */ new Set(["link", "cluster_proposition", "undo", "redo"]), Linking = class {
  #panel;
  #source;
  #found = null;
  /** The claim in focus, with its article. */
  #about = "";
  /** What the answer hangs on, of that claim. */
  #wanted = "";
  /** Answers to what was asked before are no longer wanted. */
  #turn = 0;
  #busy = !1;
  /** Something was done that no answer knows yet. */
  #stale = !1;
  #timer;
  #here = null;
  /** What was judged a moment ago, and is not confirmed. */
  #pending = /* @__PURE__ */ new Set();
  /** Go on as soon as what was judged is confirmed. */
  #onwards = !1;
  #closed = !1;
  /** A claim was gone to for the panel's sake. */
  #arriving = !1;
  /** Of this claim the person wants to see more than the likest. */
  #more = !1;
  /** What the person typed of a claim that they look for. */
  #words = null;
  #origin = null;
  constructor(panel, source, signal) {
    this.#panel = panel, this.#source = source, panel.addEventListener("click", (event) => this.#onClick(event), { signal }), panel.addEventListener("focusin", (event) => this.#onFocus(event), { signal }), signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }
  /** Whether keys mean relations. */
  get hasFocus() {
    let page = this.#panel.getRootNode();
    return !this.#panel.hidden && this.#panel.contains(page.activeElement);
  }
  get #current() {
    return othersOf(this.#found).find((each) => nameOf(each) === this.#here) ?? null;
  }
  draw() {
    let focused = this.hasFocus, state = this.#source.state(), claim = state?.claims.get(state.ui.card ?? "");
    if (!state || !claim) return this.#drop();
    this.#follow(state, claim);
    let others = othersOf(this.#found);
    this.#arriving && (this.#panel.hidden = this.#closed = !1), others.some((each) => nameOf(each) === this.#here) || (this.#here = this.#first()), (!this.#busy || this.#found) && this.#hide(others.length === 0 && !this.#found?.preparing && !focused && !this.#closed && !this.#arriving), this.#panel.dataset.claim = this.#busy ? "" : claim.id, patch(this.#panel, drawLinking(state, {
      found: this.#found,
      here: this.#here,
      pending: this.#pending,
      busy: this.#busy,
      open: !this.#closed,
      more: this.#more,
      words: this.#words,
      origin: this.#origin && this.#about !== nameOf(this.#origin) ? this.#origin.words : null
    }, { act: this.#source.act, judge: (other, judgement) => this.#judge(other, judgement), toggle: () => this.#fold() }));
  }
  /** An operation is on its way: what it changes is asked for once it is saved. */
  sent(name) {
    TOUCHING.has(name) && (this.#stale = !0);
  }
  /** Take the focus: the claim that it was at, or what is said of the panel. */
  focus() {
    if (this.#panel.hidden) return;
    this.#arriving = !1;
    let item = this.#here && this.#panel.querySelector(`[data-other="${CSS.escape(this.#here)}"]`);
    (item || this.#panel.querySelector(".wb-linking-head"))?.focus(), item && item.scrollIntoView({ block: "nearest" });
  }
  /** From the text to the panel, and back. */
  toggle() {
    let state = this.#source.state();
    if (this.hasFocus) return this.#leave();
    let first = state && this.#stops(state)[0];
    if (!state || !first) return this.#source.notify(state?.texts.t("notice.focus_claim") ?? "");
    if (this.#arriving = !0, !state.claims.has(state.ui.card ?? "")) return this.#source.pick(first);
    this.#here = this.#first(), this.#source.redraw();
  }
  /** Whether the focus is on its way here: the claim that it is about had to be gone to first. */
  get isArriving() {
    return this.#arriving && !this.#panel.hidden;
  }
  /** The claims to link, in the order of the text: of the article, or those that there is something to settle of. */
  #stops(state) {
    let open = state.adjudication?.progress.links?.claims ?? [], all = inOrder(state);
    return open.length > 0 ? all.filter((each) => open.includes(each.id) || each.id === state.ui.card) : all;
  }
  /** Do what a key means while the panel has the focus. */
  run(operation) {
    let meaning = operation.slice(8), judgement = JUDGEMENTS[meaning];
    if (judgement) this.#judge(this.#current, judgement);
    else if (/^[1-9]$/u.test(meaning)) this.#go(this.#found?.candidates[Number(meaning) - 1]);
    else if (meaning === "next" || meaning === "previous") this.#step(meaning === "next" ? 1 : -1);
    else if (meaning === "next claim" || meaning === "previous claim") this.#walk(meaning === "next claim" ? 1 : -1);
    else if (meaning === "proposition") this.#reword();
    else if (meaning === "more") this.#widen();
    else if (meaning === "find") this.#find();
    else if (meaning === "open") this.#open();
    else if (meaning === "back") this.#back();
    else if (meaning === "leave") this.#leave();
    else return !1;
    return !0;
  }
  // -- asking ----------------------------------------------------------------------------------
  /** Ask anew where the claim in focus is another, or no longer what it was. */
  #follow(state, claim) {
    let about = nameOf({ document: state.article.info.id, claim: claim.id });
    if (about !== this.#about && (this.#about = about, this.#found = null, this.#pending.clear(), this.#wanted = "", this.#more = !1, this.#words = null), this.#closed) return;
    let wanted = JSON.stringify([about, claim.spans, claim.proposition, claim.features, claim.cluster, state.clusters.get(claim.cluster ?? "")]), saved = this.#stale && this.#source.queue() === 0;
    wanted === this.#wanted && !saved || (this.#wanted = wanted, saved && (this.#stale = !1), this.#look(claim.id, this.#found || this.hasFocus ? 0 : PATIENCE_MS2));
  }
  #look(id, wait) {
    clearTimeout(this.#timer);
    let turn = ++this.#turn;
    this.#busy = !0, this.#timer = setTimeout(() => {
      this.#ask(id, turn);
    }, wait);
  }
  async #ask(id, turn) {
    let answer = await this.#source.ask("candidates", { id, count: this.#more ? MANY : COUNT, words: this.#words }), state = this.#source.state();
    if (turn !== this.#turn || !state) return;
    this.#busy = !1, this.#found = answer && this.#complete(state, answer), this.#stale || this.#pending.clear();
    let current = this.#current;
    this.#found && current && this.#onwards && isJudged(this.#found, current) && (this.#here = this.#after(this.#found)), answer?.preparing && this.#look(id, AGAIN_MS), this.#source.redraw();
  }
  /** What the view itself knows of it. */
  #complete(state, answer) {
    let claim = state.claims.get(answer.claim), found = { ...answer, settling: state.adjudication !== null };
    return !claim || !this.#more ? found : { ...found, nearby: findKindred(state, claim, COUNT, new Set(othersOf(answer).map(nameOf))) };
  }
  /** The likest may all be others than the one that is looked for; and the same article may say it twice. */
  #widen() {
    let id = this.#source.state()?.ui.card;
    !id || this.#more || (this.#more = !0, this.#look(id, 0), this.draw(), this.focus());
  }
  /** A claim that has no word in common with this one is found by its own; no words lead back to the likest. */
  async #find() {
    let id = this.#source.state()?.ui.card, words2 = await this.#source.find(this.#words ?? "");
    if (words2 === null || !id || id !== this.#source.state()?.ui.card) return this.focus();
    this.#words = words2.trim() || null, this.#here = null, this.#look(id, 0), this.#source.redraw(), this.focus();
  }
  #drop() {
    clearTimeout(this.#timer), this.#turn++, this.#busy = !1, this.#found = null, this.#about = this.#wanted = "", this.#hide(!0);
  }
  /** The browser takes the focus from what is hidden and gives it to nobody: the text shall have it. */
  #hide(hidden) {
    let focused = this.hasFocus;
    this.#panel.hidden = hidden, hidden && focused && this.#source.leave();
  }
  // -- going about -----------------------------------------------------------------------------
  #first() {
    let first = this.#found && (nextOpen(this.#found, null, this.#pending) ?? othersOf(this.#found)[0]);
    return first ? nameOf(first) : null;
  }
  #after(found) {
    let next = nextOpen(found, this.#here, this.#pending);
    return next ? nameOf(next) : this.#here;
  }
  #go(other) {
    if (!other) return this.#none();
    this.#onwards = !1, this.#here = nameOf(other), this.draw(), this.focus();
  }
  /** Back to the text; a panel that holds nothing goes away with the focus. */
  #leave() {
    this.#source.leave(), this.draw();
  }
  #step(step) {
    let all = othersOf(this.#found), here = all.findIndex((each) => nameOf(each) === this.#here);
    this.#go(all[here + step] ?? all[Math.max(0, here)]);
  }
  /** To the next claim of the article, so that one claim after the other can be linked. */
  #walk(step) {
    let state = this.#source.state();
    if (!state) return;
    let all = this.#stops(state), next = all[all.findIndex((each) => each.id === state.ui.card) + step];
    next ? this.#source.pick(next) : this.#source.notify(state.texts.t("linking.no_more_claims"));
  }
  /** Read the other claim where it stands; one key comes back. */
  #open() {
    let other = this.#current, state = this.#source.state(), claim = state?.claims.get(state.ui.card ?? "");
    if (!other || !state || !claim) return this.#none();
    this.#origin = { document: state.article.info.id, claim: claim.id, words: quote(claim.spans) || (claim.proposition ?? "") }, this.#source.send("goto", { id: other.claim, document: other.document });
  }
  #back() {
    let origin = this.#origin;
    this.#origin = null, origin && this.#source.send("goto", { id: origin.claim, document: origin.document });
  }
  // -- judging ---------------------------------------------------------------------------------
  #judge(other, { relation, reversed }) {
    if (!other || !this.#found) return this.#none();
    let state = this.#source.state();
    this.#pending.add(nameOf(other)), this.#onwards = relation !== null, this.#here = nameOf(other), this.#onwards && (this.#here = this.#after(this.#found)), this.#source.send("link", { document: other.document, claim: other.claim, relation, id: state?.ui.card ?? null, reversed }), this.draw(), this.focus();
  }
  #none() {
    let texts = this.#source.state()?.texts;
    texts && this.#source.notify(texts.t(this.#busy ? "linking.looking" : "linking.none"));
  }
  async #reword() {
    let id = this.#source.state()?.ui.card, cluster = this.#found?.cluster;
    if (!cluster) return this.#source.notify(this.#source.state()?.texts.t("linking.no_cluster") ?? "");
    let text = await this.#source.write(cluster.proposition ?? cluster.proposed);
    text !== null && text.trim() !== (cluster.proposition ?? "") && this.#source.send("cluster_proposition", { id, text: text.trim() }), this.focus();
  }
  // -- the mouse -------------------------------------------------------------------------------
  #fold() {
    this.#closed = !this.#closed, this.#closed || (this.#wanted = ""), this.#source.redraw();
  }
  #onFocus(event) {
    let name = event.target.closest("[data-other]")?.dataset.other;
    name === void 0 || name === this.#here || (this.#here = name, this.#onwards = !1, this.draw());
  }
  #onClick(event) {
    let name = event.target.closest("[data-other]")?.dataset.other, other = othersOf(this.#found).find((each) => nameOf(each) === name);
    other && !event.target.closest("button") && this.#go(other);
  }
};

// workbench/widgets/src/everywhere.ts
var PAGE = 50, Everywhere = class {
  #source;
  #filter = {};
  #claims = [];
  #clusters = {};
  #rest = null;
  #busy = !1;
  /** Answers to what was asked before are no longer wanted. */
  #turn = 0;
  constructor(source) {
    this.#source = source;
  }
  get claims() {
    return this.#claims;
  }
  /** The clusters that these claims are in, as far as they were told. */
  get clusters() {
    return this.#clusters;
  }
  get hasMore() {
    return this.#rest !== null;
  }
  get busy() {
    return this.#busy;
  }
  /** Look from the beginning. */
  look(filter) {
    return this.#filter = filter, this.#turn++, this.#claims = [], this.#rest = 0, this.#busy = !1, this.more();
  }
  /** Look on, until there is a page more or nothing is left. */
  async more() {
    if (this.#busy || this.#rest === null) return;
    let turn = this.#turn, wanted = this.#claims.length + PAGE;
    for (this.#busy = !0; this.#rest !== null && this.#claims.length < wanted; ) {
      let answer = await this.#source.ask("claims", { ...this.#filter, first: this.#rest, count: PAGE });
      if (turn !== this.#turn) return;
      this.#rest = answer?.rest ?? null, this.#clusters = { ...this.#clusters, ...answer?.clusters }, this.#claims = [...this.#claims, ...(answer?.claims ?? []).map((each) => ({ ...each, holders: new Holders(each.attributions) }))], this.#source.changed();
    }
    this.#busy = !1, this.#source.changed();
  }
};

// workbench/widgets/src/listing.ts
var PATIENCE_MS3 = 200, Listing = class {
  #panel;
  #cards;
  #source;
  #everywhere;
  /** Two views may stand on one page. */
  #id = `wb-${makeKey().slice(0, 6)}`;
  #filter = EVERYTHING;
  #wide = !1;
  #names = [];
  #timer;
  /** The claim that Tab comes to. */
  #here = null;
  constructor(panel, cards, source, signal) {
    this.#panel = panel, this.#cards = cards, this.#source = source, this.#everywhere = new Everywhere({ ask: source.ask, changed: () => this.draw() }), panel.addEventListener("keydown", (event) => {
      this.#onKey(event);
    }, { signal }), panel.addEventListener("focusin", (event) => this.#onFocus(event), { signal });
  }
  toggle() {
    if (!this.#panel.hidden) return this.close();
    this.#panel.hidden = !1, this.#cards.hidden = !0;
    let state = this.#source.state();
    this.#here = state?.ui.card ?? this.#here, this.#wide && this.#look(), this.draw(), (this.#rows.find((row) => row.dataset.listed === this.#here) ?? this.#rows[0] ?? this.#panel.querySelector("select"))?.focus(), state && !this.#wide && this.#source.say(this.#count(state));
  }
  close() {
    clearTimeout(this.#timer), this.#panel.hidden = !0, this.#cards.hidden = !1, this.#source.closed();
  }
  draw() {
    let state = this.#source.state();
    if (!state || this.#panel.hidden) return;
    let { t } = state.texts, listed = this.#list(state);
    listed.some((each) => each.key === this.#here) || (this.#here = listed[0]?.key ?? null);
    let looking = this.#wide && this.#everywhere.busy;
    patch(this.#panel, [
      this.#drawFilters(state),
      h(
        "ul",
        { key: "list", class: "wb-listing", "aria-busy": looking ? "true" : null, "aria-label": t(this.#wide ? "list.all_title" : "list.title") },
        listed.map((each) => this.#drawListed(state, each)),
        listed.length === 0 && !looking && h("li", { key: "none", class: "wb-empty" }, t("list.none")),
        this.#wide && this.#everywhere.hasMore && !looking && h(
          "li",
          { key: "more" },
          h("button", { type: "button", class: "wb-more", "data-more": "", onclick: () => {
            this.#everywhere.more();
          } }, t("list.more"))
        )
      )
    ]);
  }
  // -- what is listed ------------------------------------------------------------------------
  #list(state) {
    return this.#wide ? this.#everywhere.claims.map((found) => {
      let { claim, document: document2, title, dir, position, flagged, language, holders } = found, isHere = document2 === state.article.info.id, told = { texts: state.texts, scheme: state.scheme, article: { language: language ?? "und" }, rows: (id) => holders.rows(id) };
      return { key: isHere ? claim.id : `${document2} ${claim.id}`, claim, document: isHere ? null : document2, title, dir, position, flagged, told };
    }) : filterClaims(state, this.#filter).map((claim) => ({
      key: claim.id,
      claim,
      document: null,
      title: null,
      dir: state.article.dir,
      told: state,
      position: state.article.byId(claim.sentence)?.position ?? 0,
      flagged: state.annotation(claim.sentence)?.flagged ?? !1
    }));
  }
  /** Ask for the claims of all articles, from the first one on. */
  async #look() {
    let { stance, source, flagged, unsure } = this.#filter, kind = (this.#source.state()?.scheme.file.realizations ?? []).find((each) => each.value === source), looked = this.#everywhere.look({ stance, flagged, unsure, source: kind ? null : source, realization: kind?.value ?? null });
    this.draw(), await looked;
    let state = this.#source.state();
    state && this.#wide && !this.#panel.hidden && !this.#everywhere.busy && this.#source.say(this.#count(state));
  }
  async #offerNames(text) {
    let found = await this.#source.ask("sources", { text });
    this.#names = found?.sources.map((each) => each.name) ?? [], this.draw();
  }
  #set(changes) {
    this.#filter = { ...this.#filter, ...changes };
    let state = this.#source.state();
    if (this.#wide) return void this.#look();
    this.draw(), state && this.#source.say(this.#count(state));
  }
  #count(state) {
    let { t } = state.texts;
    if (!this.#wide) return t("list.count", { count: filterClaims(state, this.#filter).length, all: state.claims.size });
    let count = this.#everywhere.claims.length;
    return t(this.#everywhere.hasMore ? "list.first" : "list.found", { count });
  }
  // -- drawing -------------------------------------------------------------------------------
  #drawFilters(state) {
    let { texts } = state, { t } = texts, stances = state.scheme.stances.map((stance) => [stance.value, `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim()]);
    return h(
      "div",
      { key: "filters", class: "wb-filters", role: "group", "aria-label": t("list.filters") },
      this.#drawChoice("scope", t("list.scope"), [["", t("list.article")], ["all", t("list.project")]], this.#wide ? "all" : "", (scope) => this.#widen(scope === "all")),
      this.#drawChoice("stance", t("card.stances"), [["", t("list.any_stance")], ...stances], this.#filter.stance, (stance) => this.#set({ stance })),
      this.#wide ? this.#drawNames(state) : this.#drawSources(state),
      this.#drawCheck("flagged", t("list.flagged"), (flagged) => this.#set({ flagged })),
      this.#drawCheck("unsure", t("list.unsure"), (unsure) => this.#set({ unsure })),
      h("span", { key: "count", class: "wb-count" }, this.#count(state)),
      h("button", { key: "close", type: "button", class: "wb-quiet", "aria-label": t("list.close"), onclick: () => this.close() }, "×")
    );
  }
  #widen(wide) {
    this.#wide = wide, this.#filter = { ...this.#filter, source: null }, wide && this.#offerNames(""), this.#set({});
  }
  #drawSources(state) {
    let { texts } = state, sources = sourcesOf(state).map(({ key, words: words2, kind }) => [key, words2 ?? texts.label(state.scheme.realization(kind ?? "").name)]);
    return this.#drawChoice("source", texts.t("card.source"), [["", texts.t("list.any_source")], ...sources], this.#filter.source, (source) => this.#set({ source }));
  }
  /** There may be thousands of sources: a name is typed, those named before are offered. */
  #drawNames(state) {
    let { texts } = state, kinds = state.scheme.file.realizations.filter((each) => each.value !== "explicit"), read = (typed) => kinds.find((each) => texts.label(each.name) === typed)?.value ?? (typed || null), names = [...this.#names, ...kinds.map((each) => texts.label(each.name))];
    return h(
      "span",
      { key: "names" },
      h("input", {
        name: "source",
        type: "text",
        list: `${this.#id}-names`,
        dir: "auto",
        autocomplete: "off",
        spellcheck: "false",
        "aria-label": texts.t("card.source"),
        placeholder: texts.t("list.any_source"),
        oninput: (event) => this.#type(event.target.value.trim(), read)
      }),
      h("datalist", { id: `${this.#id}-names` }, names.map((name) => h("option", { key: name, value: name })))
    );
  }
  #type(typed, read) {
    clearTimeout(this.#timer), this.#timer = setTimeout(() => {
      this.#set({ source: read(typed) }), this.#offerNames(typed);
    }, PATIENCE_MS3);
  }
  #drawChoice(name, label, options, current, set) {
    return h("select", {
      key: name,
      name,
      "aria-label": label,
      onchange: (event) => set(event.target.value || null)
    }, options.map(([value, shown]) => h("option", { key: value, value, selected: value === (current ?? "") }, shown)));
  }
  #drawCheck(name, label, set) {
    return h("label", { key: name }, h("input", {
      type: "checkbox",
      name,
      checked: this.#filter[name],
      onchange: (event) => set(event.target.checked)
    }), ` ${label}`);
  }
  #drawListed(state, listed) {
    let { claim, document: document2, told, dir } = listed, { clusters } = this.#everywhere, { texts } = state, { t } = texts, chains = drawChains(told, claim);
    return h("li", { key: listed.key }, h(
      "button",
      {
        type: "button",
        class: "wb-listed",
        "data-listed": listed.key,
        "data-claim": document2 === null ? claim.id : null,
        tabindex: listed.key === this.#here ? 0 : -1,
        "aria-current": document2 === null && claim.id === state.ui.card ? "true" : null,
        onclick: () => this.#pick(listed)
      },
      h(
        "span",
        { class: "wb-listed-head" },
        h("span", { class: "wb-words", dir, lang: told.article.language }, quote(claim.spans) || (claim.proposition ?? "")),
        h("small", { dir: texts.dir }, document2 !== null && h("bdi", { class: "wb-listed-article" }, listed.title ?? document2), " ", t("card.elsewhere", { number: listed.position + 1 })),
        listed.flagged && h("span", { class: "wb-badge", title: t("margin.flagged") }, "⚑"),
        claim.cluster && drawCluster(state, claim.cluster, clusters[claim.cluster] ?? state.clusters.get(claim.cluster) ?? null),
        claim.unsure && h("span", { class: "wb-badge", title: t("card.unsure") }, "?")
      ),
      chains
    ));
  }
  // -- keys ----------------------------------------------------------------------------------
  #pick({ claim, document: document2 }) {
    this.close(), this.#source.pick(claim, document2);
  }
  get #rows() {
    return [...this.#panel.querySelectorAll("[data-listed]")];
  }
  async #onKey(event) {
    if (event.code === "Escape")
      return event.preventDefault(), this.close();
    let rows = this.#rows, here = rows.findIndex((row) => row === event.target), next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.code];
    here < 0 || next === void 0 || event.ctrlKey || event.metaKey || (event.preventDefault(), next >= rows.length && this.#wide && await this.#everywhere.more(), this.#rows[next]?.focus());
  }
  #onFocus(event) {
    let key = event.target.dataset.listed, state = this.#source.state(), listed = key === void 0 || !state ? void 0 : this.#list(state).find((each) => each.key === key);
    if (listed) {
      this.#here = listed.key;
      for (let row of this.#rows) row.tabIndex = row.dataset.listed === key ? 0 : -1;
      listed.document === null && this.#source.show(listed.claim);
    }
  }
};

// workbench/widgets/src/outcome.ts
var SIGNS4 = { taken: "✓", changed: "✎", dropped: "✗" }, OutcomePanel = class {
  #panel;
  #state;
  #act;
  #open = !1;
  constructor(panel, state, act) {
    this.#panel = panel, this.#state = state, this.#act = act;
  }
  /** Show all of it, or the first line alone; returns what it says. */
  toggle() {
    let state = this.#state();
    return state ? state.outcomes.has(state.ui.sentence ?? "") ? (this.#open = !this.#open, this.draw(), this.#open ? this.#panel.innerText || (this.#panel.textContent ?? "") : "") : state.texts.t("outcome.none") : "";
  }
  draw() {
    let state = this.#state(), outcome = state?.outcomes.get(state.ui.sentence ?? "");
    this.#panel.hidden = !outcome, !(!state || !outcome) && patch(this.#panel, [
      h(
        "button",
        { key: "head", type: "button", class: "wb-outcome-head", "aria-expanded": String(this.#open), onclick: () => this.#act("outcome") },
        cap(state.keymap.cap("outcome")),
        h("b", {}, state.texts.t("outcome.title")),
        h("span", {}, summarize(state, outcome))
      ),
      this.#open && h("div", { key: "body", class: "wb-fates" }, drawOutcome(state, outcome))
    ]);
  }
};
function summarize({ texts }, { items, missed, links }) {
  let mine = [...items, ...links.filter((each) => each.mine !== null)], taken = mine.filter((each) => each.verdict === "taken").length;
  return taken === mine.length && missed.length === 0 && mine.length === items.length + links.length ? texts.t("outcome.all_taken") : texts.t("outcome.some", { count: taken, all: mine.length });
}
function drawOutcome(state, outcome) {
  let { texts } = state, { t } = texts;
  return [
    h(
      "ul",
      {},
      outcome.items.map((fate) => drawFate(state, fate)),
      outcome.missed.map((each) => h("li", { class: "wb-fate", "data-fate": "missed" }, drawLine2(state, "+", t("outcome.missed"), each.words))),
      outcome.links.map((link) => drawLink(state, link))
    ),
    outcome.comment && h("p", { class: "wb-remark" }, texts.rich("outcome.comment", { text: h("bdi", {}, outcome.comment) })),
    outcome.gap && h("p", { class: "wb-gap" }, `⚑ ${t("outcome.gap")}`),
    outcome.adjudicator && h("p", { class: "wb-hint" }, texts.rich("outcome.by", { name: h("bdi", {}, outcome.adjudicator) }))
  ].filter((each) => typeof each == "object" && each !== null);
}
function drawFate(state, fate) {
  let { texts } = state;
  return h(
    "li",
    { class: "wb-fate", "data-fate": fate.verdict },
    drawLine2(state, SIGNS4[fate.verdict], texts.t(`outcome.${fate.verdict}`), fate.words),
    fate.changes.map((change) => h(
      "div",
      { class: "wb-change" },
      h("p", {}, h("b", {}, nameField(state, change.field)), drawWhy(state, change)),
      h("p", {}, h("small", {}, texts.t("outcome.mine")), drawSaid2(state, change.mine)),
      h("p", {}, h("small", {}, texts.t("outcome.gold")), drawSaid2(state, change.gold))
    )),
    drawWhy(state, fate)
  );
}
function drawLink(state, { verdict, words: words2, other, mine, gold }) {
  let { t } = state.texts, said = (who, what) => h("p", {}, h("small", {}, t(who)), h("span", {}, what));
  return h(
    "li",
    { class: "wb-fate", "data-fate": verdict, "data-link": `${other.document} ${other.claim}` },
    drawLine2(state, verdict === "missed" ? "+" : SIGNS4[verdict], `${t("outcome.link")}: ${t(`outcome.${verdict}`)}`, words2),
    h(
      "div",
      { class: "wb-change" },
      h(
        "p",
        {},
        h("small", {}, t("outcome.with")),
        h("span", {}, h("bdi", { class: "wb-words", dir: other.dir, lang: other.language }, other.words), " · ", h("bdi", {}, other.publisher ?? other.title ?? other.document))
      ),
      verdict !== "taken" && said("outcome.mine", mine ? drawJudgement(state, mine) : t("linking.relation.unsaid")),
      said("outcome.gold", drawJudgement(state, gold))
    )
  );
}
function drawLine2(state, sign, verdict, words2) {
  let { article } = state;
  return h(
    "p",
    {},
    h("i", { "aria-hidden": "true" }, sign),
    h("b", {}, verdict),
    " ",
    h("bdi", { class: "wb-words", dir: article.dir, lang: article.language }, words2)
  );
}
function drawWhy({ texts }, { gap, comment }) {
  return [
    gap && h("span", { class: "wb-badge wb-gap", title: texts.t("outcome.gap") }, "⚑"),
    comment && h("span", { class: "wb-remark" }, " ", h("bdi", {}, comment))
  ];
}
function drawSaid2(state, said) {
  let { article, texts } = state;
  return said === "" ? h("i", {}, texts.t("outcome.nothing")) : h("bdi", { class: "wb-words", dir: "auto", lang: article.language }, said);
}

// workbench/widgets/src/register.ts
var PATIENCE_MS4 = 150, RegisterBox = class {
  #box = null;
  #view = null;
  #told = null;
  /** Those to merge, in the order in which they were chosen. */
  #chosen = [];
  #asked = "";
  #timer;
  open(view) {
    if (this.#box) return;
    let { t } = view.state.texts;
    this.#view = view, this.#told = null, this.#chosen = [];
    let box = element(
      "dialog",
      { class: "wb-dialog wb-wide wb-register", "aria-label": t("register.title") },
      h("h2", { tabindex: -1 }, t("register.title")),
      h("div", { class: "wb-register-tools" }),
      h("p", { class: "wb-hint wb-register-said", role: "status" }),
      h(
        "div",
        { class: "wb-register-parts" },
        h("ul", { class: "wb-register-list", "aria-label": t("register.entities") }),
        h("section", { class: "wb-register-history", "aria-label": t("register.history") })
      ),
      h("div", { class: "wb-choices" }, h("button", { type: "button", class: "wb-primary", onclick: () => this.#box?.close() }, t("register.close")))
    );
    box.addEventListener("close", () => this.#closed()), view.root.append(box), this.#box = box, box.showModal(), this.#draw(), box.querySelector("input")?.focus(), this.#look();
  }
  /** Something was changed: whoever looks at the register sees it. */
  changed() {
    this.#box && this.#look();
  }
  /** What was refused stands in the box, which lies over everything else. */
  refuse(message) {
    this.#box && this.#say(message);
  }
  #closed() {
    clearTimeout(this.#timer), this.#box?.remove(), this.#box = null;
  }
  #say(text) {
    this.#box.querySelector(".wb-register-said").textContent = text;
  }
  async #look() {
    let text = this.#field?.value ?? "";
    this.#asked = text;
    let told = await this.#view.question("register", { text });
    !told || !this.#box || this.#asked !== text || (this.#told = told, this.#chosen = this.#chosen.filter((id) => told.lines[id] !== void 0), this.#draw());
  }
  get #field() {
    return this.#box?.querySelector("input[name='filter']") ?? null;
  }
  #send(name, args) {
    this.#say(""), this.#view.send(name, { ...args, based_on: this.#told?.number ?? 0 });
  }
  // -- drawing -------------------------------------------------------------------------------
  #draw() {
    let told = this.#told, { texts } = this.#view.state, { t } = texts;
    patch(this.#box.querySelector(".wb-register-tools"), [
      h("input", {
        key: "filter",
        name: "filter",
        type: "text",
        dir: "auto",
        autocomplete: "off",
        "aria-label": t("register.filter"),
        placeholder: t("register.filter"),
        oninput: () => {
          clearTimeout(this.#timer), this.#timer = setTimeout(() => {
            this.#look();
          }, PATIENCE_MS4);
        }
      }),
      h("span", { key: "count", class: "wb-count" }, told ? t("register.count", { count: told.entities.length + told.rest }) : ""),
      h("button", { key: "merge", type: "button", class: "wb-plain", "data-merge": "", disabled: this.#chosen.length < 2, title: t("register.merge_hint"), onclick: () => this.#merge() }, t("register.merge")),
      h("button", { key: "new", type: "button", class: "wb-plain", onclick: () => {
        this.#add();
      } }, t("register.new"))
    ]), patch(this.#box.querySelector(".wb-register-list"), told?.entities.map((each) => this.#drawEntity(told, each)) ?? []), patch(this.#box.querySelector(".wb-register-history"), [
      h("h3", { key: "title" }, t("register.history")),
      told?.history.length === 0 && h("p", { key: "none", class: "wb-hint" }, t("register.no_history")),
      h("ol", { key: "list", reversed: !0 }, told?.history.map((each) => this.#drawChange(each)) ?? [])
    ]);
  }
  #drawEntity(told, entity) {
    let { texts } = this.#view.state, { t } = texts, { id, members, documents } = entity, line = told.lines[id], place2 = this.#chosen.indexOf(id), uses = documents.reduce((sum, each) => sum + each.count, 0), facts = [
      entityLabel(texts, told.vocabulary.kind, line.kind),
      entityLabel(texts, told.vocabulary.anonymity, line.anonymity),
      uses > 0 ? `${t("register.uses", { count: uses })} (${t("register.articles", { count: documents.length })})` : t("register.uses", { count: 0 }),
      members.length > 0 ? t("register.stands", { count: members.length }) : ""
    ].filter(Boolean);
    return h(
      "li",
      { key: id, class: "wb-registered", "data-entity": id },
      h(
        "label",
        {},
        h("input", { type: "checkbox", "aria-label": t("register.choose", { name: entityName(told.lines, id) }), checked: place2 >= 0, onchange: () => this.#toggle(id) }),
        place2 >= 0 && h("span", { class: "wb-badge" }, String(place2 + 1))
      ),
      h(
        "div",
        {},
        drawName(told.lines, id),
        line.names.length > 1 && h("small", { class: "wb-entity-also" }, line.names.slice(1).map((name) => h("bdi", { dir: name.dir, lang: name.language }, name.text))),
        h("small", {}, facts.join(" · "), line.belongs && h("bdi", {}, ` · ${t("entity.of", { name: line.belongs })}`)),
        line.bound && h("span", { class: "wb-badge" }, t("entity.badge.bound")),
        line.note && h("small", { dir: "auto" }, line.note)
      ),
      h(
        "span",
        { class: "wb-register-acts" },
        h("button", { type: "button", class: "wb-tool", "data-edit": "", onclick: () => {
          this.#edit(line);
        } }, t("register.edit")),
        h("button", { type: "button", class: "wb-tool", "data-split": "", onclick: () => {
          this.#split(line, entity);
        } }, t("register.split"))
      )
    );
  }
  #drawChange(change) {
    let { texts } = this.#view.state, { t } = texts, [date, time] = [change.at_utc.slice(0, 10), change.at_utc.slice(11, 16)], gone = !change.stands && change.kind !== "undo";
    return h(
      "li",
      { key: change.number, value: change.number, class: gone ? "wb-change gone" : "wb-change", "data-change": change.number },
      h("span", {}, texts.name("register.kind", change.kind), change.of === null ? "" : ` ${change.of}`),
      change.names.map((name, index) => h("bdi", { key: index, class: "wb-entity-name" }, name)),
      h("small", {}, h("bdi", {}, change.by ?? ""), ` ${date} ${time}`, gone && ` · ${t("register.undone")}`),
      change.undoable && h("button", {
        type: "button",
        class: "wb-tool",
        "data-undo": change.number,
        "aria-label": t("register.undo_this", { number: change.number }),
        onclick: () => this.#send("entity_undo", { number: change.number })
      }, t("register.undo"))
    );
  }
  // -- changing ------------------------------------------------------------------------------
  #toggle(id) {
    this.#chosen = this.#chosen.includes(id) ? this.#chosen.filter((each) => each !== id) : [...this.#chosen, id], this.#draw();
  }
  #merge() {
    let [into, ...ids] = this.#chosen;
    this.#chosen = [], this.#send("entity_merge", { into, ids });
  }
  async #add() {
    let { vocabulary, lines } = this.#told ?? { vocabulary: null, lines: {} }, fields = await askEntity(this.#view, this.#view.state.texts.t("entity.new_title"), null, vocabulary, lines);
    fields && this.#view.send("entity_add", { fields, take: !1 });
  }
  async #edit(line) {
    let { vocabulary, lines, number } = this.#told, fields = await askEntity(this.#view, this.#view.state.texts.t("entity.edit_title"), line, vocabulary, lines);
    fields && this.#view.send("entity_edit", { entity: line.id, fields, based_on: number });
  }
  /** What is split off: sources that go by some of the names, or all in some articles. */
  async #split(line, { documents }) {
    let view = this.#view, { t } = view.state.texts, seen = this.#told.number, box = (name2, value, shown) => h("label", { key: `${name2} ${value}`, class: "wb-check" }, h("input", { type: "checkbox", name: name2, value }), " ", shown), body = [
      h("input", { name: "text", "aria-label": t("register.split_name"), placeholder: t("register.split_name"), dir: "auto", autocomplete: "off" }),
      h(
        "fieldset",
        {},
        h("legend", {}, t("register.split_by_names")),
        line.names.map((name2, index) => box(`name-${index}`, name2.text, h("bdi", { dir: name2.dir, lang: name2.language }, name2.text)))
      ),
      documents.length > 0 && h(
        "fieldset",
        {},
        h("legend", {}, t("register.split_by_articles")),
        documents.map((each, index) => box(`document-${index}`, each.id, h("bdi", {}, `${each.id} (${each.count})`)))
      ),
      h("p", { class: "wb-hint" }, t("register.split_help"))
    ], answer = await ask(view.root, t("register.split_title", { name: line.names[0]?.text ?? line.id }), body, [
      { value: "ok", label: t("dialog.ok"), primary: !0 },
      { value: "", label: t("dialog.cancel") }
    ]);
    if (!answer) return;
    let values = (prefix) => Object.entries(answer.fields).filter(([name2]) => name2.startsWith(prefix)).map(([, value]) => value), [names, articles] = [values("name-"), values("document-")], name = answer.fields.text?.trim() || names[0];
    view.send("entity_split", { entity: line.id, names: name ? [.../* @__PURE__ */ new Set([name, ...names])] : [], by_names: names, documents: articles, based_on: seen });
  }
};

// workbench/widgets/src/narrowing.ts
var ANYTHING = { role: null, stance: null, source: null, date: null }, ROLES3 = ["claim", "source", "cue"], Narrowing = class {
  #source;
  /** Two views may stand on one page. */
  #id = `wb-${makeKey().slice(0, 6)}`;
  #chosen = ANYTHING;
  #names = [];
  #asked = "";
  constructor(source) {
    this.#source = source;
  }
  get chosen() {
    return this.#chosen;
  }
  /** Whether there is anything to look for even without words. */
  get narrows() {
    return Object.values(this.#chosen).some((value) => value !== null);
  }
  draw(state) {
    let { texts, scheme } = state, { t } = texts, roles = scheme.file.roles.filter((role) => ROLES3.includes(role.value)).map((role) => [role.value, `${role.symbol ?? ""} ${texts.label(role.name)}`.trim()]), stances = scheme.stances.map((stance) => [stance.value, `${stance.symbol ?? ""} ${texts.label(stance.name)}`.trim()]);
    return h(
      "div",
      { key: "narrowing", class: "wb-filters wb-narrowing", role: "group", "aria-label": t("search.filters") },
      this.#drawChoice("role", t("search.role"), [["", t("search.anywhere")], ...roles]),
      this.#drawChoice("stance", t("search.stance"), [["", t("search.any_stance")], ...stances]),
      this.#drawField(state, "source", "search.any_source"),
      h("datalist", { key: "names", id: `${this.#id}-names` }, this.#names.map((name) => h("option", { key: name, value: name }))),
      this.#drawField(state, "date", "search.any_date")
    );
  }
  /** Offer the sources that were named before; asked for once the field is gone to. */
  async #offer(text) {
    this.#asked = text;
    let found = await this.#source.ask("sources", { text });
    this.#asked === text && (this.#names = found?.sources.map((each) => each.name) ?? [], this.#source.draw());
  }
  #set(name, value, soon) {
    let wanted = value.trim() || null;
    this.#chosen[name] !== wanted && (this.#chosen = { ...this.#chosen, [name]: wanted }, this.#source.changed(soon));
  }
  #drawChoice(name, label, options) {
    let current = this.#chosen[name] ?? "";
    return h("select", {
      key: name,
      name,
      "aria-label": label,
      class: current ? "on" : null,
      onchange: (event) => this.#set(name, event.target.value, !1)
    }, options.map(([value, shown]) => h("option", { key: value, value, selected: value === current }, shown)));
  }
  #drawField(state, name, placeholder) {
    let { t } = state.texts, isSource = name === "source";
    return h("input", {
      key: name,
      name,
      type: "text",
      dir: isSource ? "auto" : "ltr",
      autocomplete: "off",
      spellcheck: "false",
      class: this.#chosen[name] ? "on" : null,
      list: isSource ? `${this.#id}-names` : null,
      "aria-label": t(`search.${name}`),
      placeholder: t(placeholder),
      title: isSource ? null : t("search.date_hint"),
      onfocus: () => isSource && void this.#offer(this.#chosen.source ?? ""),
      oninput: (event) => {
        let typed = event.target.value;
        this.#set(name, typed, !0), isSource && this.#offer(typed.trim());
      }
    });
  }
};

// workbench/widgets/src/search.ts
var PATIENCE_MS5 = 150, NOTHING = { query: "", problem: null, here: [], project: [], rest: null }, SearchPanel = class {
  #host;
  #source;
  #narrowing;
  /** Two views may stand on one page. */
  #id = `wb-${makeKey().slice(0, 6)}`;
  #found = NOTHING;
  /** What was asked for last, and what the hits are of. */
  #asked = "";
  #answered = "";
  #active = -1;
  #timer;
  #origin = null;
  /** The hit that was gone to last. */
  #reached = null;
  constructor(host, source) {
    this.#host = host, this.#source = source, this.#narrowing = new Narrowing({ ask: source.ask, draw: () => this.draw(), changed: (soon) => soon ? this.#wait() : void this.#search() }), host.addEventListener("keydown", (event) => this.#onEscape(event));
  }
  get isOpen() {
    return !this.#host.hidden;
  }
  open() {
    let state = this.#source.state();
    state?.ui.sentence && (this.isOpen || (this.#origin = { id: state.ui.sentence, document: state.article.info.id }, this.#reached = null), this.#host.hidden = !1, this.draw(), this.#field?.focus(), this.#field?.select());
  }
  /** Go away from it: to where one was, or with `stay` to where one has come. */
  close(stay = !1) {
    clearTimeout(this.#timer), !stay && this.#reached && this.#origin && this.#source.send("goto", this.#origin), this.#host.hidden = !0, this.#source.paint([]), this.#source.leave();
  }
  /** Paint the hits of the open article; also after its rows were drawn anew. */
  paint() {
    if (!this.isOpen) return;
    let document2 = this.#source.state()?.article.info.id;
    this.#source.paint(this.#hits.filter((hit) => hit.document === document2).flatMap((hit) => hit.spans));
  }
  get #field() {
    return this.#host.querySelector(".wb-search-field");
  }
  get #hits() {
    return [...this.#found.here, ...this.#found.project];
  }
  draw() {
    let state = this.#source.state();
    if (!state || !this.isOpen) return;
    let { t } = state.texts, hits = this.#hits;
    patch(this.#host, [
      h(
        "div",
        { class: "wb-search-line" },
        h("input", {
          type: "text",
          role: "combobox",
          class: "wb-search-field",
          "aria-label": t("search.field"),
          placeholder: t("search.field"),
          dir: "auto",
          autocomplete: "off",
          spellcheck: "false",
          "aria-expanded": String(hits.length > 0),
          "aria-controls": `${this.#id}-hits`,
          "aria-autocomplete": "list",
          "aria-activedescendant": this.#active >= 0 ? `${this.#id}-${this.#active}` : null,
          oninput: () => this.#wait(),
          onkeydown: (event) => this.#onKey(event)
        }),
        h("button", { type: "button", class: "wb-quiet", "aria-label": t("search.close"), onclick: () => this.close() }, cap("Esc"))
      ),
      this.#narrowing.draw(state),
      h("p", { class: this.#found.problem === null ? "wb-hint wb-search-count" : "wb-hint wb-search-count wb-problem", role: "status" }, this.#found.problem ?? this.#count(state)),
      h("ul", { id: `${this.#id}-hits`, class: "wb-hits", role: "listbox", "aria-label": t("search.hits") }, hits.map((hit, index) => this.#drawHit(state, hit, index))),
      hits.length > 0 && h("p", { class: "wb-hint" }, t("search.help"))
    ]), this.#host.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }
  #count(state) {
    if (!this.#answered) return "";
    let { t } = state.texts, here = { count: this.#found.here.length }, project = { count: this.#found.project.length }, isAll = this.#found.rest === null || project.count === 0;
    return this.#hits.some((hit) => hit.item !== null) ? `${t("search.items_here", here)} · ${t(isAll ? "search.items_project" : "search.items_more", project)}` : `${t("search.here", here)} · ${t(isAll ? "search.project" : "search.more", project)}`;
  }
  #drawHit(state, hit, index) {
    let { article } = state;
    return h(
      "li",
      {
        key: nameOf3(hit),
        dir: article.dir,
        id: `${this.#id}-${index}`,
        role: "option",
        class: index === this.#active ? "wb-hit on" : "wb-hit",
        "aria-selected": index === this.#active ? "true" : "false",
        "data-kind": hit.kind,
        onclick: () => {
          this.#active = index, this.#go();
        }
      },
      h(
        "span",
        {},
        hit.role !== null && this.#drawRole(state, hit.role),
        h("bdi", { class: "wb-words", dir: "auto", lang: article.language }, pieces2(hit)),
        hit.holders.map((holder) => drawHolder2(state, holder))
      ),
      h("small", {}, hit.document === article.info.id ? "" : h("bdi", { class: "wb-listed-article", title: hit.title ?? hit.document }, hit.title ?? hit.document), ` ${state.texts.number(hit.position + 1)}`)
    );
  }
  #drawRole(state, value) {
    let role = state.scheme.role(value);
    return h("span", { class: "wb-hit-role", role: "img", "aria-label": state.texts.label(role.name), title: state.texts.label(role.name) }, role.symbol ?? role.value);
  }
  #wait() {
    clearTimeout(this.#timer), this.#timer = setTimeout(() => {
      this.#search();
    }, PATIENCE_MS5);
  }
  async #search() {
    clearTimeout(this.#timer);
    let args = this.#args, key = JSON.stringify(args);
    this.#asked = key;
    let asks = /[\p{L}\p{N}]/u.test(args.query) || this.#narrowing.narrows, found = asks ? await this.#source.ask("search", { ...args }) : NOTHING;
    for (; found && this.#asked === key && found.rest !== null && found.project.length === 0; ) {
      let { here, rest } = found, more = await this.#source.ask("search", { ...args, first: rest });
      found = more && { ...more, here };
    }
    this.#asked === key && (this.#found = found ?? { ...NOTHING, query: args.query }, this.#answered = asks ? key : "", this.#active = this.#hits.length > 0 ? 0 : -1, this.draw(), this.paint());
  }
  get #args() {
    return { query: this.#field?.value ?? "", ...this.#narrowing.chosen };
  }
  async #more() {
    let { rest } = this.#found, key = this.#answered;
    if (rest === null || key !== JSON.stringify(this.#args)) return;
    let more = await this.#source.ask("search", { ...this.#args, first: rest });
    if (!more || this.#answered !== key || this.#found.rest !== rest) return;
    let known = new Set(this.#hits.map(nameOf3)), fresh = more.project.filter((hit) => !known.has(nameOf3(hit)));
    this.#found = { ...this.#found, project: [...this.#found.project, ...fresh], rest: more.rest }, this.draw();
  }
  /** Escape leaves the search from its filters too. */
  #onEscape(event) {
    event.code !== "Escape" || event.defaultPrevented || (event.preventDefault(), this.close());
  }
  #onKey(event) {
    let step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (step !== 0) this.#choose(this.#active + step);
    else if (event.code === "Enter" || event.code === "NumpadEnter") this.#enter();
    else if (event.code === "Escape") this.close();
    else return;
    event.preventDefault();
  }
  /** Enter may come before the answer to what was typed last. */
  async #enter() {
    JSON.stringify(this.#args) !== this.#answered && await this.#search(), this.#go();
  }
  #choose(index) {
    let last = this.#hits.length - 1;
    this.#active = Math.max(Math.min(index, last), last < 0 ? -1 : 0), this.draw(), index > last && this.#more();
  }
  /** Go to the hit that was chosen; from where it has brought us, stay. */
  #go() {
    let hit = this.#hits[this.#active];
    if (hit) {
      if (nameOf3(hit) === (this.#reached && nameOf3(this.#reached))) return this.close(!0);
      this.#reached = hit, this.#source.send("goto", { id: hit.item ?? hit.sentence, document: hit.document }), this.draw();
    }
  }
};
function nameOf3(hit) {
  return `${hit.document} ${hit.item ?? hit.sentence} ${hit.role ?? ""}`;
}
function drawHolder2({ scheme, texts }, holder) {
  let stance = scheme.stance(holder.stance), name = stance ? texts.label(stance.name) : "", words2 = holder.words || (holder.realization ? texts.label(scheme.realization(holder.realization).name) : "");
  return h(
    "span",
    { class: "wb-hit-holder", "data-stance": holder.stance },
    stance && h("span", { role: "img", "aria-label": name, title: name }, stance.symbol ?? stance.value),
    " ",
    h("bdi", {}, words2)
  );
}
function pieces2(hit) {
  let letters = [...hit.text], inside = hit.spans.filter((span) => span.start >= hit.start && span.end <= hit.start + letters.length), parts = [], at = 0;
  for (let span of inside)
    parts.push(letters.slice(at, span.start - hit.start).join(""), h("b", {}, span.text)), at = span.end - hit.start;
  return [...parts, letters.slice(at).join("")];
}

// workbench/widgets/src/spotlight.ts
var Spotlight = class {
  #root;
  #state;
  #hovered = null;
  #focused = null;
  constructor(root, side, state, signal) {
    this.#root = root, this.#state = state;
    let item = (target) => target.closest("[data-attribution], [data-claim], [data-choice]");
    side.addEventListener("mouseover", (event) => this.#set(item(event.target), this.#focused), { signal }), side.addEventListener("mouseleave", () => this.#set(null, this.#focused), { signal }), side.addEventListener("focusin", (event) => this.#set(this.#hovered, item(event.target)), { signal }), side.addEventListener("focusout", () => this.#set(this.#hovered, null), { signal });
  }
  #set(hovered, focused) {
    hovered === this.#hovered && focused === this.#focused || (this.#hovered = hovered, this.#focused = focused, this.draw());
  }
  /** Marks may be new: light those that belong to what is looked at. */
  draw() {
    let looked = [this.#hovered, this.#focused].find((each) => each?.isConnected) ?? null, items = looked ? this.#items(looked) : /* @__PURE__ */ new Set();
    if (!(items.size === 0 && !this.#root.hasAttribute("data-lit"))) {
      this.#root.toggleAttribute("data-lit", items.size > 0);
      for (let mark of this.#root.querySelectorAll(".wb-s mark")) {
        let own = (mark.dataset.items ?? "").split(" ");
        mark.classList.toggle("wb-lit", own.some((id) => items.has(id)));
      }
    }
  }
  #items({ dataset }) {
    let state = this.#state(), attribution = dataset.attribution, claim = dataset.claim ?? dataset.choice;
    return state ? attribution !== void 0 ? /* @__PURE__ */ new Set([attribution, ...state.leaves(attribution)]) : claim === void 0 ? /* @__PURE__ */ new Set() : state.reaching(claim).add(claim) : /* @__PURE__ */ new Set();
  }
};

// workbench/widgets/src/panels.ts
var Panels = class {
  search;
  guide;
  listing;
  differences;
  linking;
  outcome;
  register = new RegisterBox();
  #feedback;
  #spotlight;
  #screen;
  #leave;
  constructor(root, screen, source, signal) {
    let { state, send, act, repaint, leave: leave2 } = source, say = (text) => screen.say(text);
    this.#screen = screen, this.#leave = leave2, this.search = new SearchPanel(screen.part("search"), { state, ask: source.ask, send, paint: source.paint, leave: leave2 }), this.guide = new GuidePanel(screen.part("guide"), root, state, signal), this.#spotlight = new Spotlight(root, screen.part("side"), state, signal), this.listing = new Listing(screen.part("list"), screen.part("cards"), { state, show: source.show, ask: source.ask, pick: source.pick, say, closed: leave2 }, signal), this.differences = new Differences(screen.part("differences"), {
      state,
      send,
      act,
      repaint,
      leave: leave2,
      notify: (text) => screen.notify({ text, hint: null, tone: "info" })
    }, signal);
    let notify = (text) => screen.notify({ text, hint: null, tone: "info" });
    this.linking = new Linking(screen.part("linking"), {
      state,
      send,
      act,
      leave: leave2,
      notify,
      ask: source.ask,
      queue: source.queue,
      write: (value) => writeCluster(root, state(), value),
      find: (value) => typeWords(root, state(), value),
      pick: (claim) => source.pick(claim, null),
      redraw: () => this.#redrawLinking()
    }, signal), this.outcome = new OutcomePanel(screen.part("outcome"), state, act), this.#feedback = new FeedbackPanel(screen.part("feedback"), state, act);
  }
  /** Draw all that goes with the cards; who settles differences stays among them. */
  draw() {
    let settling = this.differences.hasFocus, linking = this.linking.hasFocus;
    this.#screen.draw(() => {
      this.guide.draw(), this.listing.draw(), this.differences.draw(), this.linking.draw(), this.outcome.draw(), this.#feedback.draw();
    }), this.#spotlight.draw(), settling && this.differences.focus(), (linking || this.linking.isArriving) && this.linking.focus();
  }
  /** The panel whose keys count. */
  get layer() {
    return this.differences.hasFocus ? "ruling" : this.linking.hasFocus ? "linking" : null;
  }
  #redrawLinking() {
    let focused = this.linking.hasFocus;
    this.#screen.redraw(() => this.linking.draw()), (focused || this.linking.isArriving) && this.linking.focus();
  }
  /** From the text to the claims of other articles, and back. */
  toggleLinking() {
    this.linking.toggle();
  }
  /** From the text to the differences, and back. */
  toggleDifferences() {
    this.differences.hasFocus ? this.#leave() : this.differences.focus();
  }
};
function writeCluster(root, { texts, article: { dir, language } }, value) {
  return askText(root, texts, texts.t("dialog.cluster"), { value, label: texts.t("dialog.cluster"), long: !0, dir, lang: language });
}
async function typeWords(root, { texts: { t } }, value) {
  let field = h("input", { name: "text", value, "aria-label": t("dialog.find_claim"), dir: "auto", autocomplete: "off", spellcheck: "false" });
  return (await ask(root, t("dialog.find_claim"), field, [{ value: "ok", label: t("dialog.ok"), primary: !0 }, { value: "", label: t("dialog.cancel") }]))?.fields.text ?? null;
}

// workbench/widgets/src/picking.ts
var Picking = class {
  #state;
  #send;
  #moved;
  /** `moved` is told when the focus goes to another card. */
  constructor(state, send, moved) {
    this.#state = state, this.#send = send, this.#moved = moved;
  }
  /** Whether a click can mean an item: an armed source takes only what has a source's words. */
  fits(id) {
    let { ui, attributions, suggested } = this.#state();
    return ui.armed?.slot !== "source" || suggested.get(id) !== null || (attributions.get(id)?.source.spans.length ?? 0) > 0;
  }
  /** Whether the attribution in focus can be linked to an item, or is. */
  links(id) {
    let { ui, claims } = this.#state();
    return ui.attribution !== null && claims.has(id);
  }
  /** An item in the text: an existing span fills an armed slot as well as a new selection does; a link says so itself. */
  item(id, linking = !1) {
    let state = this.#state(), focused = linking ? state.attributions.get(state.ui.attribution ?? "") : void 0;
    if (focused) return this.#send("target", { attribution: focused.id, target: id, on: !focused.targets.includes(id) });
    let { armed } = state.ui, attribution = state.attributions.get(id);
    state.suggested.get(id) ? this.#send("focus", { card: null, attribution: null, suggestion: id }) : attribution && armed?.slot === "source" && attribution.source.spans.length > 0 ? this.#send("fill", { spans: attribution.source.spans }) : attribution ? this.card([...state.leaves(id)][0] ?? null, id) : this.card(id, null);
  }
  /** A card, or a row on it. */
  card(card, attribution) {
    let { armed } = this.#state().ui;
    if (armed?.slot === "target" && card !== null && attribution !== armed.attribution) {
      this.#send("target", { attribution: armed.attribution, target: attribution ?? card, on: !0 });
      return;
    }
    this.#moved(), this.#send("focus", { card, attribution });
  }
  /** A claim of any sentence, of another article where `document` says which. */
  goTo(claim, document2 = null) {
    if (document2 !== null) return this.#send("goto", { id: claim.id, document: document2 });
    claim.sentence !== this.#state().ui.sentence && this.#send("goto", { id: claim.id }), this.#send("focus", { card: claim.id, attribution: null });
  }
};

// workbench/widgets/src/pointer.ts
var TRAVEL_PX = 3, SLACK = 0.22, Pointer = class {
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
    if (event.button !== 0 || event.defaultPrevented) return;
    let place2 = this.place(event.clientX, event.clientY);
    this.#down = place2 && { ...place2, x: event.clientX, y: event.clientY, scrolled: this.#pane.scrollTop }, this.busy = this.#down !== null;
  }
  #release(event) {
    let down = this.#down;
    if (this.#down = null, this.busy = !1, !down) return;
    let manner = { exact: event.altKey, append: event.ctrlKey || event.metaKey }, scrolled = this.#pane.scrollTop - down.scrolled, travelled = Math.hypot(event.clientX - down.x, event.clientY - down.y + scrolled) > TRAVEL_PX;
    getSelection()?.removeAllRanges();
    let up = travelled ? this.place(event.clientX, event.clientY, down) : null;
    if (up) return this.#drag(down, up, manner);
    travelled || this.#click(down, event);
  }
  /** A press that something else took, and let go of where it was: a click after all. */
  click(event) {
    let place2 = this.place(event.clientX, event.clientY);
    place2 && this.#click(place2, event);
  }
  /** A press that something else took and had no use for: a drag over words. */
  drag(from, event) {
    let place2 = this.place(event.clientX, event.clientY, from);
    place2 && this.#drag(from, place2, { exact: event.altKey, append: !1 });
  }
  #click(place2, event) {
    if (event.detail > 1) return this.#pick(place2, event.detail > 2);
    this.#events.click(place2.sentence, this.#offset(place2), itemsAt(event), event);
  }
  /** Below the line that a point is in. */
  below(sentence, y) {
    let lines = this.#lines(sentence);
    return lines ? lines.top + (lines.spot(0, y).line + 0.85) * lines.height : y;
  }
  /** Two clicks take the word, three the sentence. */
  #pick(down, whole) {
    let article = this.#article(), text = article?.sentences[down.sentence]?.text;
    if (!article || text === void 0) return;
    let words2 = article.words(down.sentence), word = nearest(this.#lines(down.sentence)?.place(words2) ?? [], down), range = whole ? tidy(text, { start: 0, end: text.length }, article.language) : word;
    range && this.#events.select(down.sentence, { start: range.start, end: range.end }, { exact: !1, append: !1 });
  }
  #drag(down, up, manner) {
    let article = this.#article(), [from, to] = down.sentence <= up.sentence ? [down, up] : [up, down], stretch = this.sweep(from, to, manner.exact);
    if (!article || !stretch) return;
    let { text, start, end } = stretch, range = manner.exact ? snapExact(text, { start, end }, article.language) : tidy(text, { start, end }, article.language);
    range && this.#events.select(from.sentence, range, manner);
  }
  /** What lies between two places, from the start of the first one's sentence; not tidied yet. */
  sweep(from, to, exact) {
    let article = this.#article(), first = article?.sentences[from.sentence];
    if (!article || !first) return null;
    let ranges = [];
    for (let index = from.sentence; index <= to.sentence; index++) {
      let whole = index > from.sentence && index < to.sentence, sentence = article.sentences[index], range = whole ? { start: 0, end: sentence.text.length } : swept(this.#standing(index, exact), index === from.sentence ? from : BEFORE, index === to.sentence ? to : AFTER), shift = sentence.startUtf16 - first.startUtf16;
      range && ranges.push({ start: range.start + shift, end: range.end + shift });
    }
    let [start, end] = [ranges[0]?.start, ranges.at(-1)?.end];
    return start === void 0 || end === void 0 ? null : { start, end, text: article.textFrom(from.sentence, to.sentence) };
  }
  /**
   * Where a point of the window is. `from` is where a drag began: it ends in a neighbouring sentence only where
   * it reaches that one's letters, so that a hand that slips below the line takes nothing more.
   */
  place(x, y, from = null) {
    let sentence = this.#sentenceAt(x, y) ?? from?.sentence ?? null, lines = sentence === null ? null : this.#lines(sentence);
    if (sentence === null || !lines) return null;
    let slack = lines.height * SLACK, near = from !== null && from.sentence !== sentence;
    return near && from.sentence < sentence && y < lines.top + slack ? { sentence: sentence - 1, ...AFTER } : near && from.sentence > sentence && y > lines.bottom - slack ? { sentence: sentence + 1, ...BEFORE } : { sentence, ...lines.spot(x, y) };
  }
  #sentenceAt(x, y) {
    let pane = this.#pane.getBoundingClientRect(), clamp = (value, low, high) => Math.max(low, Math.min(high, value)), [inX, inY] = [clamp(x, pane.left + 2, pane.right - 2), clamp(y, pane.top + 2, pane.bottom - 2)], root = this.#pane.getRootNode();
    for (let slip of [0, -10, 10]) {
      let row = root.elementFromPoint(inX, inY + slip)?.closest(".wb-row");
      if (row && this.#text.page.contains(row)) return Number(row.dataset.index);
    }
    return null;
  }
  /** The letter edge nearest to a click. */
  #offset(place2) {
    let letter = nearest(this.#standing(place2.sentence, !0), place2);
    return letter ? place2.along > letter.along ? letter.end : letter.start : 0;
  }
  #standing(sentence, exact) {
    let article = this.#article(), text = article?.sentences[sentence]?.text ?? "", language = article?.language ?? "ar";
    return this.#lines(sentence)?.place(exact ? clustersOf(text, language) : pieces(text, language)) ?? [];
  }
  #lines(sentence) {
    let element2 = this.#text.text(sentence);
    return element2 && new Lines(element2, this.#article()?.dir ?? "rtl");
  }
};
function itemsAt(event) {
  let target = event.composedPath()[0];
  return (target instanceof Element ? target.closest("mark") : null)?.dataset.items?.split(" ") ?? [];
}

// workbench/widgets/src/bar.ts
function drawBar(state, save, actions) {
  let { progress, texts } = state, { t } = texts, decided = progress.done + progress.skipped, left = Math.max(0, progress.to_decide - decided);
  return [
    drawTitle(state, actions),
    h("span", { key: "who", class: "wb-who", title: t("bar.annotator") }, h("bdi", {}, state.project.annotator)),
    h(
      "button",
      { key: "place", type: "button", class: "wb-quiet wb-place", title: t("bar.go_to"), onclick: actions.goTo },
      texts.rich("bar.place", { here: h("b", {}, texts.number(progress.position + 1)), all: texts.number(progress.sentences) })
    ),
    drawProgress2(texts, decided, progress.to_decide),
    h("span", { key: "flagged" }, t("bar.flagged", { count: progress.flagged })),
    progress.pace_s !== null && left > 0 ? h("span", { key: "left" }, timeLeft(texts, left, progress.pace_s)) : h("span", { key: "left" }, left === 0 ? t("bar.all_decided") : t("bar.to_do", { count: left })),
    drawSave(texts, save),
    state.project.warnings.length > 0 && drawWarnings(texts, state.project.warnings),
    h(
      "span",
      { key: "view", class: "wb-sizes", dir: "ltr" },
      h("button", { type: "button", class: "wb-quiet", "aria-label": t("bar.smaller"), onclick: () => actions.resize(-1) }, "A−"),
      h("button", { type: "button", class: "wb-quiet", "aria-label": t("bar.larger"), onclick: () => actions.resize(1) }, "A+"),
      h("button", { type: "button", class: "wb-cap", "aria-label": t("bar.settings"), title: t("bar.settings"), onclick: actions.settings }, "⚙"),
      h("button", { type: "button", class: "wb-cap", "aria-label": t("bar.help"), onclick: actions.help }, "?")
    )
  ];
}
function drawTitle(state, actions) {
  let { t } = state.texts, { info } = state.article, segment = state.sentence && state.article.segmentAt(state.sentence.start), proposed = segment?.proposed ?? null, date = segment?.published ?? info.published;
  return h(
    "span",
    { key: "title", class: "wb-title" },
    h("bdi", { lang: state.article.language, dir: state.article.dir, title: info.title ?? info.id }, info.publisher ?? info.title ?? info.id),
    proposed !== null && segment?.published == null ? h("button", { type: "button", class: "wb-quiet wb-proposed", dir: "ltr", title: t("bar.proposed"), onclick: actions.date }, `${proposed}?`) : date && h("button", { type: "button", class: "wb-quiet", dir: "ltr", title: t("bar.date"), onclick: actions.date }, date)
  );
}
function drawProgress2({ t }, decided, all) {
  let share3 = all > 0 ? Math.min(1, decided / all) : 0;
  return h("div", {
    key: "progress",
    class: "wb-progress",
    role: "progressbar",
    "aria-label": t("bar.decided_label"),
    "aria-valuemin": 0,
    "aria-valuemax": all,
    "aria-valuenow": Math.min(decided, all),
    title: t("bar.decided", { done: decided, all })
  }, h("i", { style: `inline-size:${(share3 * 100).toFixed(2)}%` }));
}
function drawSave(texts, save) {
  let shown = describeSave(texts, save);
  return h("span", { key: "save", class: `wb-save wb-${save.state}`, role: "status", "data-save": save.state, title: shown.detail }, shown.text);
}
function drawWarnings({ t }, warnings) {
  return h(
    "details",
    { key: "warnings", class: "wb-warnings" },
    h("summary", { class: "wb-cap" }, "⚠ ", t("bar.warnings")),
    warnings.map((text) => h("p", {}, text))
  );
}
function describeSave(texts, save) {
  let { t } = texts;
  return save.state === "saved" ? { text: `✓ ${t("save.saved")}`, detail: t("save.saved_detail") } : save.state === "saving" ? { text: t("save.saving"), detail: t("save.saving_detail", { count: save.count }) } : { text: `${save.count > 0 ? t("save.unsaved", { count: save.count }) : t("save.unreached")} · ${texts.name("reason", save.reason)}`, detail: t(save.kept ? "save.kept" : "save.not_kept") };
}

// workbench/widgets/src/roving.ts
function rove(toolbar, signal) {
  let buttons = () => [...toolbar.querySelectorAll("button")], stopAt = (button) => {
    for (let each of buttons()) each.tabIndex = each === button ? 0 : -1;
  };
  return toolbar.addEventListener("focusin", (event) => stopAt(event.target.closest("button") ?? void 0), { signal }), toolbar.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    let all = buttons(), here = all.indexOf(event.target), onwards = getComputedStyle(toolbar).direction === "rtl" ? "ArrowLeft" : "ArrowRight", step = event.code === onwards ? 1 : event.code === "ArrowLeft" || event.code === "ArrowRight" ? -1 : 0, edge2 = event.code === "Home" ? all[0] : event.code === "End" ? all.at(-1) : void 0, next = step === 0 ? edge2 : all[(here + step + all.length) % all.length];
    here < 0 || !next || (event.preventDefault(), next.focus());
  }, { signal }), () => {
    let all = buttons();
    all.some((button) => button.tabIndex === 0) || stopAt(all[0]);
  };
}

// workbench/widgets/src/suggestions.ts
var ANSWERS = ["take", "change", "refuse"];
function drawSuggestions(state, actions) {
  let { sentence } = state.ui, part = state.suggested.of(sentence), { t } = state.texts;
  return !sentence || !part ? [] : part.held ? [h("li", { key: "held", class: "wb-suggesting" }, t("suggest.held"))] : part.items.length === 0 ? [] : [
    h(
      "li",
      { key: "suggesting", class: "wb-suggesting" },
      h("b", {}, t("suggest.count", { count: part.items.length })),
      " – ",
      part.revealed ? t("suggest.revealed") : t("suggest.untaken", { key: state.keymap.cap("done") })
    ),
    ...state.suggested.cards(sentence).map((card) => drawCard2(state, card, actions))
  ];
}
function drawCard2(state, card, actions) {
  let { claim, rows } = card, first = claim ?? rows[0], on = [claim, ...rows].some((item) => item?.id === state.ui.suggestion);
  return h(
    "li",
    { key: `suggested ${first.id}`, class: on ? "wb-card wb-suggested-card on" : "wb-card wb-suggested-card", dir: state.article.dir, "data-suggested-card": first.id },
    claim ? drawClaim3(state, claim, actions) : drawAbout(state, first),
    rows.map((row) => drawRow3(state, row, claim === null, actions))
  );
}
function drawClaim3(state, claim, actions) {
  if (claim.kind !== "claim") return null;
  let on = state.ui.suggestion === claim.id;
  return h(
    "div",
    { class: on ? "wb-head here" : "wb-head", "data-suggestion": claim.id, onclick: pick(claim, actions) },
    h(
      "button",
      { type: "button", class: "wb-open", "aria-pressed": String(on) },
      h("span", { class: "wb-hidden", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("suggest.claim")),
      h("span", { class: "wb-words", lang: state.article.language }, quote(claim.spans) || (claim.proposition ?? ""))
    ),
    drawOrigin2(state, claim),
    claim.voice === "author" && h("small", { dir: state.texts.dir, lang: state.texts.language }, state.texts.t("card.writers_own")),
    on && drawAnswers(state, actions)
  );
}
function drawAbout(state, row) {
  let id = [...state.suggested.leaves(row)][0] ?? "", own = state.claims.get([...state.leaves(id)][0] ?? ""), suggested = state.suggested.get(id), claim = own ?? (suggested?.kind === "claim" ? suggested : null);
  return h(
    "div",
    { class: "wb-about" },
    h("span", { dir: state.texts.dir, lang: state.texts.language, class: "wb-hint" }, state.texts.t(own ? "suggest.of_yours" : "suggest.of_another")),
    h("bdi", { class: "wb-words", lang: state.article.language }, claim ? quote(claim.spans) || (claim.proposition ?? "") : "")
  );
}
function drawRow3(state, row, alone, actions) {
  if (row.kind !== "attribution") return null;
  let on = state.ui.suggestion === row.id, relayed = row.targets.map((target) => state.suggested.get(target) ?? state.attributions.get(target)).find((target) => target != null && "targets" in target);
  return h(
    "div",
    { key: row.id, class: on ? "wb-att on" : "wb-att", style: `--depth:${row.depth}`, "data-suggestion": row.id, onclick: pick(row, actions) },
    h(
      "div",
      { class: "wb-line" },
      h(
        "button",
        { type: "button", class: "wb-said wb-suggested-said", "aria-pressed": String(on) },
        h("span", { class: "wb-hidden", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("suggest.source")),
        drawSource3(state, row),
        row.cue && row.cue.length > 0 && h("span", { class: "wb-cue-words", lang: state.article.language }, quote(row.cue)),
        row.anchor.length > 0 && h("span", { class: "wb-anchor-words", lang: state.article.language }, `«${quote(row.anchor)}»`),
        relayed && h("span", { class: "wb-hidden", dir: state.texts.dir, lang: state.texts.language }, state.texts.t("suggest.relays", { name: nameOf2(state, relayed) }))
      ),
      drawStance2(state, row),
      h("span", { class: "wb-certainty", dir: state.texts.dir }, row.certainty ? state.texts.label(state.scheme.certainty(row.certainty).name) : "")
    ),
    (alone || on) && drawOrigin2(state, row),
    on && drawAnswers(state, actions)
  );
}
function drawSource3(state, row) {
  if (row.source.spans.length > 0) return h("span", { class: "wb-source-words", lang: state.article.language }, quote(row.source.spans));
  let kind = row.source.realization;
  return h("span", { class: "wb-kind", dir: state.texts.dir, lang: state.texts.language }, kind ? `(${state.texts.label(state.scheme.realization(kind).name)})` : "–");
}
function drawStance2(state, row) {
  let stance = state.scheme.stance(row.stance);
  return stance ? h(
    "span",
    { class: "wb-stance", dir: state.texts.dir, lang: state.texts.language, "data-stance": stance.value },
    h("i", { "aria-hidden": "true" }, stance.symbol ?? ""),
    state.texts.label(stance.name)
  ) : h("span", {}, "–");
}
function drawOrigin2(state, item) {
  let score = item.score === null ? "" : ` · ${Number(item.score.toFixed(2))}`;
  return h("small", { class: "wb-origin", dir: "ltr", title: state.texts.t("suggest.origin") }, `${item.origin}${score}`);
}
function drawAnswers(state, actions) {
  return h(
    "div",
    { class: "wb-mini wb-answers", dir: state.texts.dir, lang: state.texts.language },
    ANSWERS.map((operation) => tool(state, operation, state.texts.t(`suggest.${operation}`), actions))
  );
}
function pick(item, actions) {
  return (event) => {
    event.stopPropagation(), actions.send("focus", { card: null, attribution: null, suggestion: item.id });
  };
}

// workbench/widgets/src/screen.ts
var Screen = class {
  #root;
  #source;
  #keepStop;
  #save = { state: "saved" };
  #notice = null;
  constructor(root, source, signal) {
    this.#root = root, this.#source = source, this.#keepStop = rove(this.part("keys"), signal);
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
      patch(this.part("cards"), [drawCards(state, this.#source.cards), drawSuggestions(state, this.#source.cards)]), this.drawTools(), patch(this.part("keys"), drawStrip(state, this.#source.pen(), this.#source.act)), this.#keepStop(), more();
    }), this.drawBar(), applyColours(this.#root, state.scheme), this.#root.dataset.sentence = state.ui.sentence ?? "", this.#root.querySelector(".wb-card.on .wb-att.on, .wb-card.on")?.scrollIntoView({ block: "nearest" }));
  }
  /** Draw a part that came later than the rest. */
  redraw(draw) {
    this.keepFocus(draw);
    let state = this.#source.state();
    state && applyColours(this.#root, state.scheme);
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
      settings: () => act("settings"),
      help: () => act("help")
    })));
  }
  drawTools() {
    let state = this.#source.state();
    if (!state) return;
    let { words: words2, pen, act } = this.#source;
    patch(this.part("tools"), drawTools(state, words2(), this.#notice, pen(), act, () => this.notify(null)));
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
  /** Chosen letter by letter: nothing is added to it. */
  #exact = !1;
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
    let held = selected(this.#caret), article = this.#article;
    if (!held || !article?.sentences[this.#caret.sentence]) return null;
    let { sentence } = this.#caret, text = article.textFrom(sentence, article.settle(sentence, held.end).sentence), exact = snapExact(text, held, article.language);
    return exact && { sentence, ...this.#exact ? exact : closePairs(text, exact) };
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
  select(sentence, range, exact = !1) {
    this.#exact = exact, this.#set(select(sentence, range));
  }
  /** Select what the keys then change at one side; to the letter. */
  hold(sentence, { start, end }, side) {
    this.#exact = !0;
    let [fixed, head] = side === "end" ? [start, end] : [end, start];
    this.#set({ sentence, anchor: { start: fixed, end: fixed }, head });
  }
  /** Let go of the selection; the caret stays at its end. */
  collapse() {
    this.#set(caretAt(this.#caret.sentence, selected(this.#caret)?.end ?? this.#caret.head));
  }
  /** One step in reading direction (1) or against it (-1). */
  step(step, extend, byLetter) {
    let article = this.#article;
    if (!article) return;
    let { sentence, head } = this.#caret;
    if (this.#exact = byLetter, byLetter) this.#set(moveByLetter(this.#caret, this.#reached, article.language, step, extend));
    else if (!extend) this.#step(step, article.words(sentence));
    else {
      let last = article.settle(sentence, Math.max(head, this.#caret.anchor.end)).sentence;
      this.#set(extendByWord(this.#caret, article.wordsFrom(sentence - 1, last + 1, sentence), step));
    }
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
  /** To the edge of the sentence in which the caret stands. */
  toEdge(step, extend) {
    let article = this.#article;
    if (!article) return;
    this.#exact = !1;
    let { sentence, head } = this.#caret, here = article.settle(sentence, head).sentence;
    this.#set(moveToEdge(this.#caret, article.wordsFrom(here, here, sentence), step, extend));
  }
  /** Leave out the letter that is written together with the first word; tells whether there was one. */
  dropProclitic() {
    let rest = withoutProclitic(this.#caret, this.#sentence, this.#article?.language ?? "ar");
    return rest && this.#set(rest), rest !== null;
  }
  get #sentence() {
    return this.#article?.sentences[this.#caret.sentence]?.text ?? "";
  }
  /** The text as far as the selection reaches. */
  get #reached() {
    let { sentence, head, anchor } = this.#caret;
    return this.#article?.textFrom(sentence, this.#article.settle(sentence, Math.max(head, anchor.end)).sentence) ?? "";
  }
  #set(caret) {
    this.#caret = this.#settled(caret), this.paint();
  }
  /** The same caret, counted from the sentence in which its selection begins. */
  #settled(caret) {
    let article = this.#article, low = Math.min(caret.anchor.start, caret.head);
    if (!article?.sentences[caret.sentence]) return caret;
    let { sentence, offset } = article.settle(caret.sentence, low), shift = offset - low;
    if (sentence === caret.sentence) return caret;
    let anchor = { start: caret.anchor.start + shift, end: caret.anchor.end + shift };
    return { sentence, anchor, head: caret.head + shift };
  }
  paint() {
    let stretch = this.stretch, parts = (stretch && this.#article?.split(stretch)) ?? [];
    this.#highlights.paint("selection", parts.map((part) => this.#text.range(part)).filter((range) => range !== null)), this.#paintBar();
  }
  /** The caret is a line laid over the page at the edge that moves. */
  #paintBar() {
    let article = this.#article, here = article?.sentences[this.#caret.sentence] && article.settle(this.#caret.sentence, this.#caret.head), text = here && this.#text.text(here.sentence), box = text && article && caretBox(text, article.sentences[here.sentence].text, here.offset, article.dir);
    if (this.#bar.hidden = !box, !box) return;
    let page = this.#text.page.getBoundingClientRect();
    this.#bar.style.transform = `translate(${box.x - page.left}px, ${box.top - page.top}px)`, this.#bar.style.blockSize = `${box.height}px`;
  }
};
function caretBox(element2, text, offset, dir) {
  let rtl = dir === "rtl", island = islandAt(text, offset, dir), inside = island !== null && island.start < offset && offset < island.end, stretch = island && !inside ? island : { start: Math.max(0, offset - 1), end: Math.max(1, offset) }, boxes = rangeIn(element2, stretch.start, stretch.end)?.getClientRects(), before = offset <= stretch.start, box = before ? boxes?.[0] : boxes?.[boxes.length - 1];
  return box ? { x: rtl === (before !== inside) ? box.right : box.left, top: box.top, height: box.height } : null;
}

// workbench/widgets/src/targets.ts
var SHOWN = 100, MANY2 = 6, Targets = class {
  #source;
  #query = "";
  #reached = null;
  /** The attribution that the words were typed for. */
  #of = null;
  constructor(source) {
    this.#source = source;
  }
  /** The claim that the keys have reached. */
  get reached() {
    let state = this.#source.state();
    return (state && this.#list(state).find((claim) => claim.id === this.#reached)) ?? null;
  }
  /** What was reached is no longer. */
  reset() {
    this.#reached = null;
  }
  step(step) {
    let state = this.#source.state(), claims = state ? this.#list(state) : [], here = claims.findIndex((claim2) => claim2.id === this.#reached), from = here < 0 && step < 0 ? 0 : here, claim = claims[(from + step + claims.length) % claims.length];
    this.#reached = claim?.id ?? null, this.#source.draw(), claim && this.#source.say(wordsOf2(claim));
  }
  take(attribution, claim) {
    this.reset(), this.#source.send("target", { attribution: attribution.id, target: claim.id, on: !attribution.targets.includes(claim.id) });
  }
  draw(state, attribution) {
    let { texts } = state, claims = this.#list(state), rest = this.#matching(state).length - claims.length;
    return h(
      "div",
      { class: "wb-slot wb-armed wb-choose", "data-armed": "target", onclick: (event) => event.stopPropagation() },
      h("span", { dir: texts.dir }, texts.t(state.claims.size > 0 ? "card.choose" : "card.mark_it")),
      state.claims.size >= MANY2 && this.#drawField(state, attribution),
      h("div", { class: "wb-choice-list" }, claims.map((claim) => this.#drawClaim(state, attribution, claim))),
      claims.length === 0 && this.#query !== "" && h("span", { class: "wb-hint", dir: texts.dir }, texts.t("list.none")),
      rest > 0 && h("span", { class: "wb-hint", dir: texts.dir }, texts.t("card.more_claims", { count: rest }))
    );
  }
  #drawField(state, attribution) {
    let label = state.texts.t("card.find_claim", { key: state.keymap.cap("pick target") });
    return h("input", {
      key: `find ${attribution.id}`,
      class: "wb-find",
      type: "text",
      dir: "auto",
      "data-find": "target",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": label,
      placeholder: label,
      oninput: (event) => {
        this.#query = event.target.value, this.#reached = null, this.#source.draw();
      },
      onkeydown: (event) => this.#onKey(event, attribution)
    });
  }
  #drawClaim(state, attribution, claim) {
    let { texts, article } = state;
    return h(
      "button",
      {
        key: claim.id,
        type: "button",
        class: claim.id === this.#reached ? "wb-choice on" : "wb-choice",
        lang: article.language,
        "data-choice": claim.id,
        "aria-pressed": String(attribution.targets.includes(claim.id)),
        onclick: () => this.take(attribution, claim)
      },
      h("bdi", { class: "wb-words" }, wordsOf2(claim)),
      h("small", { dir: texts.dir }, texts.number((article.byId(claim.sentence)?.position ?? 0) + 1))
    );
  }
  #onKey(event, attribution) {
    let step = event.code === "ArrowDown" ? 1 : event.code === "ArrowUp" ? -1 : 0;
    if (step !== 0) this.step(step);
    else if (event.code === "Enter" || event.code === "NumpadEnter") {
      let state = this.#source.state(), claim = this.reached ?? (state && this.#list(state)[0]);
      claim && this.take(attribution, claim), this.#source.leave();
    } else if (event.code === "Escape")
      this.#query = event.target.value = "", this.#source.draw(), this.#source.leave();
    else return;
    event.preventDefault();
  }
  #list(state) {
    return this.#matching(state).slice(0, SHOWN);
  }
  #matching(state) {
    let of = state.ui.armed?.attribution ?? null;
    of !== this.#of && (this.#query = "", this.#reached = null, this.#of = of);
    let words2 = fold(this.#query).split(" ");
    return state.nearbyClaims().filter((claim) => {
      let text = fold(`${quote(claim.spans)} ${claim.proposition ?? ""}`);
      return words2.every((word) => text.includes(word));
    });
  }
};
function wordsOf2(claim) {
  return quote(claim.spans) || (claim.proposition ?? "");
}

// workbench/widgets/src/marks.ts
function flatten(length, fragments2) {
  let inside = fragments2.filter((each) => each.start < each.end && each.start >= 0 && each.end <= length), edges = /* @__PURE__ */ new Set([0, length]);
  for (let each of inside) edges.add(each.start).add(each.end);
  let cuts = [...edges].sort((one, other) => one - other), pieces3 = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    let [start, end] = [cuts[index], cuts[index + 1]];
    pieces3.push({ start, end, placed: inside.filter((each) => each.start <= start && end <= each.end) });
  }
  return pieces3;
}

// workbench/widgets/src/textview.ts
var ROLES4 = ["claim", "source", "cue", "anchor"], MARGIN_NAMES = { open: "", done: "✓", skipped: "⤼" }, TextView = class {
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
    row.dataset.kind = segment?.kind ?? sentence.kind, row.dataset.status = annotation?.status ?? "open", row.toggleAttribute("data-context", sentence.given === !1), row.toggleAttribute("data-flagged", annotation?.flagged ?? !1), paintText(row.firstElementChild, sentence, state), paintMargin(row.lastElementChild, sentence, state);
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
  /** The sentence whose kind or date stands in a node of the margin. */
  labelled(node) {
    let row = node.closest("[data-segment]")?.closest(".wb-row");
    return (row && this.#state?.article.sentences[Number(row.dataset.index)]) ?? null;
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
  return margin.className = "wb-margin", row.append(text, margin), row;
}
function paintText(element2, sentence, state) {
  let focused = state.focusedItems(), pieces3 = flatten(sentence.text.length, state.placed(sentence.index));
  element2.replaceChildren(...pieces3.map((piece) => makePiece(piece, sentence.text, state, focused)));
}
function makePiece(piece, text, state, focused) {
  let covered2 = text.slice(piece.start, piece.end);
  if (piece.placed.length === 0) return document.createTextNode(covered2);
  let mark = document.createElement("mark");
  mark.textContent = covered2, mark.dataset.items = [...new Set(piece.placed.map((each) => each.item))].join(" ");
  for (let role of ROLES4) {
    let own = piece.placed.filter((each) => each.role === role);
    own.length !== 0 && (mark.classList.add(`wb-${role}`), own.some((each) => focused.has(each.item)) && mark.classList.add(`wb-on-${role}`), own.some((each) => each.item === state.ui.attribution) && mark.classList.add("wb-here"), own.some((each) => each.start === piece.start) && (mark.dataset.begins = role));
  }
  for (let each of piece.placed.filter(({ role }) => role.startsWith("suggested-")))
    mark.classList.add(`wb-${each.role}`), focused.has(each.item) && mark.classList.add("wb-suggested-here"), each.start === piece.start && (mark.dataset.begins ??= "suggestion");
  return piece.placed.some(({ role }) => role.startsWith("version-")) && mark.classList.add("wb-looked"), mark;
}
function paintMargin(element2, sentence, state) {
  let { article, texts } = state;
  element2.dir = texts.dir, element2.lang = texts.language;
  let label = labelSegment(article, sentence), annotation = state.annotation(sentence.id), parts = [], add = (name, text, title = "") => {
    let part = document.createElement("span");
    return part.className = `wb-m-${name}`, part.textContent = text, title && (part.title = title), parts.push(part), part;
  };
  add("number", texts.number(sentence.position + 1));
  let decided = MARGIN_NAMES[annotation?.status ?? "open"] ?? "";
  decided && add("status", decided, texts.name("status", annotation?.status ?? "open")), sentence.given === !1 && add("context", "◌", texts.t("margin.not_given")), annotation?.flagged && add("flag", "⚑", texts.t("margin.flagged")), annotation?.comment && add("comment", "✎", annotation.comment);
  let stage = state.adjudication?.of(sentence.id) ? state.adjudication.stage(sentence.id) : "done";
  if (stage !== "done") {
    let count = state.adjudication?.open(sentence.id).length ?? 0;
    add("case", `${SIGNS2[stage]}${count > 0 ? texts.number(count) : ""}`, texts.t(`ruling.case.${stage}`, { count })).dataset.case = stage;
  }
  if (label?.kind) {
    add("kind", texts.name("kind", label.kind), texts.t("segment.title")).dataset.segment = "";
    let reason = label.reason.slice(label.reason.indexOf(":") + 1);
    reason && reason !== label.kind && add("reason", texts.name("because", reason).replaceAll("_", " "), label.reason);
  }
  if (label?.date) {
    let date = add("date", label.proposed ? `${label.date}?` : label.date, texts.t(label.proposed ? "bar.proposed" : "bar.date"));
    date.dir = "ltr", date.dataset.segment = label.proposed ? "proposed" : "";
  }
  element2.replaceChildren(...parts);
}

// workbench/widgets/src/annotator.ts
var AnnotatorView = class {
  #end = new AbortController();
  #root = makeFrame();
  #link;
  #screen;
  #text;
  #selection;
  #highlights = new Highlights();
  #pointer;
  #painting;
  #commands = new Commands();
  #targets = new Targets({
    state: () => this.#state,
    send: (name, args) => this.send(name, args),
    say: (text) => this.#screen.say(text),
    draw: () => this.#draw(),
    leave: () => this.#focusText()
  });
  #picking = new Picking(() => this.state, (name, args) => this.send(name, args), () => this.#targets.reset());
  #appearance;
  #preferences;
  #panels;
  #effort = new Effort();
  #state = null;
  constructor(model, el) {
    this.#link = new Link(model, {
      language: () => this.#appearance.texts.language,
      resume: () => this.#state?.resume ?? null,
      waiting: () => this.#root.setAttribute("data-waiting", ""),
      snap: (snap) => this.#onSnap(snap),
      empty: (snap) => this.#showEmpty(snap),
      ack: (ack, own) => this.#onAck(ack, own),
      nack: (nack, own) => this.#onNack(nack, own),
      save: (save) => {
        this.#painting.pending(), this.#screen.drawBar(save);
      }
    }), this.#screen = new Screen(this.#root, {
      state: () => this.#state,
      words: () => this.#selection.words,
      queue: () => this.#link.operations.length,
      pen: () => this.#commands.pen.held,
      act: (operation) => this.#act(operation),
      resize: (step) => this.#appearance.step(step),
      cards: this.#cardActions
    }, this.#end.signal);
    let { signal } = this.#end, pane = this.#screen.part("pane");
    this.#text = new TextView(pane, `wb-${this.#link.id}`), this.#selection = new WordSelection(this.#text, this.#highlights), this.#pointer = new Pointer(pane, this.#text, () => this.#state?.article ?? null, {
      select: (sentence, range, manner) => this.#onSelect(sentence, range, manner),
      click: (sentence, offset, items, event) => this.#onClick(sentence, offset, items, event)
    }, signal), this.#painting = new Painting(this.#text, this.#selection, this.#highlights, {
      state: () => this.#state,
      busy: () => this.#pointer.busy,
      edits: () => this.#link.edits,
      painted: () => this.#panels.search.paint()
    }), new Edges(pane, this.#text, this.#pointer, this.#highlights, {
      state: () => this.#state,
      move: (args) => this.send("spans", args),
      writing: () => this.#commands.pen.held !== null
    }, signal), this.#panels = new Panels(this.#root, this.#screen, {
      state: () => this.#state,
      ask: (name, args) => this.#link.ask(name, args),
      send: (name, args) => this.send(name, args),
      act: (operation) => this.#act(operation),
      queue: () => this.#link.operations.length,
      paint: (spans) => this.#painting.spans("hits", spans),
      repaint: (sentences) => this.#painting.repaint(sentences),
      show: (claim) => this.#text.show(this.state.article.byId(claim.sentence)?.index ?? 0),
      pick: (claim, document2) => this.#picking.goTo(claim, document2),
      leave: () => this.#focusText()
    }, signal), el.append(this.#root), this.#listen(signal), this.#appearance = new Appearance(this.#root, {
      changed: (reworded) => this.#onAppearance(reworded),
      save: (changes) => this.send("settings", changes)
    }, signal), this.#preferences = new PreferencesDialog(this.#root, {
      state: () => this.state,
      settings: () => this.#appearance.settings,
      change: (changes) => this.#appearance.change(changes),
      say: (text) => this.#screen.say(text)
    }), this.#link.greet();
  }
  #listen(signal) {
    this.#effort.watch(this.#root, signal), this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal }), this.#root.addEventListener("mousedown", (event) => this.#onPress(event), { signal }), this.#screen.part("pane").addEventListener("focus", () => this.#selection.paint(), { signal }), this.#screen.part("pane").addEventListener("click", (event) => this.#onLabel(event), { signal }), window.addEventListener("beforeunload", (event) => {
      this.#link.edits.length > 0 && event.preventDefault();
    }, { signal });
    let observer = new ResizeObserver(() => this.#painting.relayout());
    observer.observe(this.#screen.part("pane")), observer.observe(this.#text.page), signal.addEventListener("abort", () => observer.disconnect());
  }
  close() {
    this.#end.abort(), this.#link.close(), this.#highlights.clear(), this.#root.remove();
  }
  // -- messages ------------------------------------------------------------------------------
  #onSnap(snap) {
    delete this.#root.dataset.waiting;
    let same = this.#state?.article.info.id === snap.document.id && this.#state.ui.sentence === snap.ui.sentence, caret = this.#selection.stretch;
    this.#state = null, this.#appearance.take(snap.settings), this.#state = new State(snap, this.#appearance.texts), this.#state.rekey(snap.settings.keys, this.#appearance.layout), this.#root.dataset.document = snap.document.id, delete this.#root.dataset.empty, this.#text.open(this.#state);
    let index = this.#state.sentence?.index ?? 0;
    this.#text.focus(index), this.#selection.open(this.#state.article, index), same && caret && this.#selection.select(caret.sentence, caret), this.#draw(), this.#panels.search.draw(), this.#panels.search.paint(), this.#root.dataset.ready = "";
  }
  #showEmpty(snap) {
    this.#state = null;
    let message = this.#root.querySelector(".wb-message-empty"), key = snap.empty === "queue" ? "frame.empty_queue" : "frame.empty";
    message && (message.textContent = this.#appearance.texts.t(message.dataset.text = key)), delete this.#root.dataset.waiting, this.#root.dataset.empty = "", this.#root.dataset.ready = "";
  }
  #onAck(ack, own) {
    let before = this.#state?.ui;
    ack.delta && this.#apply(ack.delta, own), this.#panels.register.changed();
    let moved = this.#state && before && this.#panels.layer === null, told = ack.say || (moved ? tellFocus(this.#state, before) : "");
    own && told && this.#screen.say(told), own && this.#screen.notice?.tone === "error" && this.#screen.notify(null);
  }
  #onNack(nack, own) {
    nack.delta && this.#apply(nack.delta, own);
    let { message, hint } = nack.error;
    own && this.#state && this.#commands.sentences.confirm(this.#view, nack) || (nack.conflict && this.#state ? this.#settleConflict(nack) : this.#screen.notify({ text: message, hint, tone: "error" }), own && this.#panels.register.refuse([message, hint].filter(Boolean).join(" ")), own && this.#draw());
  }
  async #settleConflict(nack) {
    this.send("resolve", { choice: await askConflict(this.#root, this.state, nack.conflict ?? {}) }), this.#focusText();
  }
  #apply(delta, own) {
    let state = this.#state;
    if (!state) return;
    delta.settings && this.#appearance.take(delta.settings);
    let before = state.ui.sentence, changed = state.apply(delta);
    if (this.#targets.reset(), delta.segments) for (let sentence of state.article.sentences) changed.add(sentence.index);
    this.#painting.repaint(changed), state.ui.sentence !== before && state.sentence && (this.#text.focus(state.sentence.index), own && this.#selection.place(state.sentence.index, 0)), this.#draw();
  }
  // -- drawing -------------------------------------------------------------------------------
  #draw() {
    let state = this.#state;
    state && this.#effort.at(`${state.article.info.id} ${state.ui.sentence}`), this.#panels.draw();
  }
  #onAppearance(reworded) {
    this.#painting.relayout();
    let state = this.#state;
    if (!state) return;
    let { texts, settings, layout } = this.#appearance;
    state.texts = texts, state.rekey(settings.keys, layout), reworded && this.#text.repaintAll(), this.#draw(), this.#preferences.draw();
  }
  // -- what the person does ------------------------------------------------------------------
  get state() {
    if (!this.#state) throw new Error("no document is open");
    return this.#state;
  }
  send(name, args = {}) {
    this.#state && (NAVIGATION.has(name) || this.#screen.notify(null), this.#panels.linking.sent(name), this.#link.send(name, args, TIMELESS.has(name) ? 0 : this.#effort.take()), this.#screen.drawTools());
  }
  get #view() {
    return {
      root: this.#root,
      state: this.state,
      selection: this.#selection,
      send: (name, args) => this.send(name, args),
      notify: (notice) => this.#screen.notify(notice),
      say: (text) => this.#screen.say(text),
      targets: this.#targets,
      toggleArticle: () => this.#toggleArticle(),
      panels: this.#panels,
      openSettings: () => this.#preferences.open(),
      question: (name, args) => this.#link.ask(name, args)
    };
  }
  #cardActions = {
    act: (operation) => this.#act(operation),
    send: (name, args) => this.send(name, args),
    targets: this.#targets,
    pick: (card, attribution) => this.#picking.card(card, attribution),
    arm: (slot2, claim, attribution) => this.send("arm", { slot: slot2, claim, attribution })
  };
  #act(operation, press) {
    if (!this.#state) return !1;
    this.#effort.note();
    let words2 = this.#selection.words, { held } = this.#commands.pen, done = this.#commands.run(this.#view, operation, press);
    return this.#commands.pen.held !== held && this.#draw(), this.#selection.words !== words2 && (this.#screen.notice?.tone === "info" && this.#screen.notify(null), this.#screen.keepFocus(() => this.#screen.drawTools()), this.#selection.words && this.#screen.say(this.#selection.words)), done;
  }
  #onKey(event) {
    let target = event.composedPath()[0], operation = target.matches("input, textarea, select") || target.closest("dialog") !== null || event.defaultPrevented ? null : this.#state?.keymap.find(event, this.#panels.layer) ?? null, native = target.matches("button, summary") && (event.code === "Enter" || event.code === "Space"), handled = operation !== null && !native && this.#act(operation, event);
    handled && event.preventDefault(), isOurs(event, handled) && event.stopPropagation();
  }
  #onPress(event) {
    let target = event.target, pane = this.#screen.part("pane");
    if (target.closest("dialog, input, textarea, select")) return;
    let page = this.#root.getRootNode();
    target.closest("button, .wb-side") && event.preventDefault(), (page.activeElement === null || !this.#root.contains(page.activeElement)) && pane.focus({ preventScroll: !0 });
  }
  #focusText() {
    this.#screen.part("pane").focus({ preventScroll: !0 });
  }
  #toggleArticle() {
    let whole = this.#root.toggleAttribute("data-whole");
    this.#painting.relayout(), this.#screen.say(this.state.texts.t(whole ? "frame.whole" : "frame.focused"));
  }
  #onSelect(sentence, range, manner) {
    this.#effort.note(), this.#focusText(), this.#selection.select(sentence, range, manner.exact), this.#painting.catchUp(), (manner.append || this.#link.operations.length === 0) && this.#commands.write(this.#view, manner.append), this.#screen.drawTools();
  }
  #onClick(sentence, offset, items, event) {
    this.#effort.note(), this.#focusText(), this.#selection.place(sentence, offset), this.#painting.catchUp();
    let linking = event.ctrlKey || event.metaKey, candidates = items.filter((id) => linking ? this.#picking.links(id) : this.#picking.fits(id)), info = this.state.article.sentences[sentence];
    candidates.length > 1 ? this.#choose(sentence, offset, candidates, event) : candidates[0] ? this.#picking.item(candidates[0], linking) : info && info.id !== this.state.ui.sentence && this.send("goto", { id: info.id }), this.#screen.drawTools();
  }
  /** A kind or a date beside the text is a way to correct it. */
  #onLabel(event) {
    let sentence = this.#text.labelled(event.target);
    sentence && changeSegment(this.#view, sentence);
  }
  /** Where spans lie over each other, the person says which one is meant. */
  async #choose(sentence, offset, items, event) {
    let at = { x: event.clientX, y: this.#pointer.below(sentence, event.clientY) }, item = await choose(this.#root, this.state, at, candidatesAt(this.state, sentence, offset, items));
    this.#focusText(), item && this.#picking.item(item, event.ctrlKey || event.metaKey);
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
