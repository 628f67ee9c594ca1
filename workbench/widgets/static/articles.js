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
  "settings"
]);
function makeKey() {
  let bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
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
  "margin.flagged": "معلَّمة",
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
  "sources.title": "من هو المصدر؟",
  "sources.field": "الاسم",
  "sources.offered": "مصادر سُمّيت من قبل",
  "sources.here": "في هذا المقال",
  "sources.times": { zero: "لم يُذكر", one: "مرة", two: "مرتان", few: "{count} مرات", many: "{count} مرة", other: "{count} مرة" },
  "sources.none": "لم يُسمَّ من قبل ما فيه هذه الكلمات؛ يُؤخذ ما تكتبه.",
  "sources.help": "الكلمات الموجودة في الجملة تصير المصدر؛ وإلا فهو مفهوم مما سبق ويُحفظ معه الاسم.",
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
  "say.done.feature": "ضُبطت السمة.",
  "say.done.segment": "تغيّر المقطع.",
  "say.done.date": "ضُبط تاريخ النشر.",
  "say.done.resolve": "حُلّ التعارض.",
  "say.done.split": "قُسمت الجملة اثنتين.",
  "say.done.merge": "دُمجت مع التالية.",
  "say.carried": { zero: "لم ينتقل شيء لغيرك.", one: "انتقل معها جواب واحد لغيرك.", two: "انتقل معها جوابان لغيرك.", few: "انتقلت معها {count} أجوبة لغيرك.", many: "انتقل معها {count} جوابًا لغيرك.", other: "انتقل معها {count} جواب لغيرك." },
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
  "error.empty_claim": "تلزم صياغة: ليس لهذا الادعاء كلمات.",
  "error.has_annotations": { zero: "تلزم جملة بلا وسوم.", one: "تلزم جملة بلا وسوم، وفي هذه وسم واحد.", two: "تلزم جملة بلا وسوم، وفي هذه وسمان.", few: "تلزم جملة بلا وسوم، وفي هذه {count} وسوم.", many: "تلزم جملة بلا وسوم، وفي هذه {count} وسمًا.", other: "تلزم جملة بلا وسوم، وفي هذه {count} وسم." },
  "error.has_annotations.hint": "احذفها أولًا، أو اقبل الجملة منجزة.",
  "error.no_annotations": "يلزم ما يُقبل، ولا وسوم في هذه الجملة.",
  "error.no_annotations.hint": "قل بدلًا من ذلك: لا شيء هنا.",
  "error.unfinished": { zero: "تلزم ادعاءات مكتملة.", one: "تلزم ادعاءات مكتملة، وفيها خانة فارغة: {slots}.", two: "تلزم ادعاءات مكتملة، وفيها خانتان فارغتان: {slots}.", few: "تلزم ادعاءات مكتملة، وفيها {count} خانات فارغة: {slots}.", many: "تلزم ادعاءات مكتملة، وفيها {count} خانة فارغة: {slots}.", other: "تلزم ادعاءات مكتملة، وفيها {count} خانة فارغة: {slots}." },
  "error.unfinished.hint": "املأ المعلَّم أو احذفه.",
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
  "chain.source.none": "جهة (المصدر؟)"
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
  "margin.flagged": "flagged",
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
  "sources.title": "Who is the source?",
  "sources.field": "Name",
  "sources.offered": "Sources named before",
  "sources.here": "in this article",
  "sources.times": { one: "{count} time", other: "{count} times" },
  "sources.none": "None named before has these words; what you type is taken.",
  "sources.help": "Words that stand in the sentence become the source; otherwise it is understood, and the name is kept with it.",
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
  "say.done.feature": "The feature was set.",
  "say.done.segment": "The stretch was changed.",
  "say.done.date": "The publication date was set.",
  "say.done.resolve": "The conflict is settled.",
  "say.done.split": "Split in two.",
  "say.done.merge": "Merged with the next.",
  "say.carried": { one: "{count} annotation of others moved along.", other: "{count} annotations of others moved along." },
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
  "error.empty_claim": "Expected a proposition: this claim has no words.",
  "error.has_annotations": { one: "Expected a sentence without annotations, this one has {count}.", other: "Expected a sentence without annotations, this one has {count}." },
  "error.has_annotations.hint": "Delete them first, or accept the sentence as done.",
  "error.no_annotations": "Expected something to accept, this sentence has no annotations.",
  "error.no_annotations.hint": "Say that there is nothing here instead.",
  "error.unfinished": { one: "Expected finished claims, 1 slot is empty: {slots}.", other: "Expected finished claims, {count} slots are empty: {slots}." },
  "error.unfinished.hint": "Fill what is marked, or delete it.",
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
  "chain.source.none": "somebody (source?)"
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

// workbench/widgets/src/upload.ts
function nextPiece(size, received) {
  return [received, Math.min(size, received + 1e6)];
}
function describeFile({ t }, state) {
  return state.outcome === "waiting" ? t("articles.waiting") : state.outcome === "added" ? `✓ ${t("articles.added")}` : state.outcome === "refused" ? `✗ ${t("articles.refused")}` : state.size > 1e6 ? t("articles.sending", { percent: Math.floor(100 * state.sent / state.size) }) : t("articles.reading");
}

// workbench/widgets/src/articles.ts
var KINDS = ".txt,.jsonl,.ndjson,.csv,.parquet,.md,text/plain,text/csv", ArticlesView = class {
  #model;
  #end = new AbortController();
  #root;
  #texts = new Texts(languageOf(readShared().language));
  #states = /* @__PURE__ */ new Map();
  #files = /* @__PURE__ */ new Map();
  constructor(model, el) {
    this.#model = model;
    let { t, dir, language } = this.#texts;
    this.#root = element(
      "div",
      { class: "wb wb-articles", dir, lang: language },
      h(
        "label",
        { class: "wb-drop" },
        h("input", { type: "file", multiple: !0, accept: KINDS, class: "wb-hidden" }),
        h("b", {}, t("articles.drop")),
        h("span", {}, ` ${t("articles.choose")}`)
      ),
      h("ul", { class: "wb-files", "aria-live": "polite", "aria-label": t("articles.files") })
    ), el.append(this.#root), followTheme(this.#root, () => readShared().theme, this.#end.signal), this.#listen(this.#end.signal), this.#root.dataset.ready = "";
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
      let id = makeKey(), tooLarge = file.size > limit, lines = tooLarge ? [this.#texts.t("articles.too_large", { limit: Math.floor(limit / 1e6), command: "workbench ingest" })] : [];
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
      this.#finish(id, !1, [this.#texts.t("articles.unreadable")]);
    }
  }
  #onMessage = (answer) => {
    this.#files.has(answer.file) && (answer.t === "more" ? this.#sendPiece(answer.file, answer.received) : this.#finish(answer.file, answer.ok, this.#say(answer)));
  };
  #say(answer) {
    return answer.count === null ? answer.lines : [this.#texts.t("articles.count", { count: answer.count })];
  }
  #finish(id, ok, lines) {
    let state = this.#states.get(id);
    state && (this.#files.delete(id), this.#states.set(id, { ...state, sent: state.size, outcome: ok ? "added" : "refused", lines }), this.#draw(), this.#sendNext());
  }
  #draw() {
    let rows = [...this.#states].map(([id, state]) => drawFile(this.#texts, id, state));
    patch(this.#root.querySelector(".wb-files"), rows);
  }
  close() {
    this.#end.abort(), this.#model.off("msg:custom", this.#onMessage), this.#root.remove();
  }
};
function drawFile(texts, id, state) {
  return h(
    "li",
    { key: id, "data-outcome": state.outcome },
    h("bdi", { class: "wb-file" }, state.name),
    h("span", { class: "wb-outcome" }, describeFile(texts, state)),
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
