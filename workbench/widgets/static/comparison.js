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
  return chains.length === 0 && claim.voice === "author" ? [line("author", texts.rich("chain.own", { claim: drawClaim(state, claim) }))] : chains.map((chain) => line(chain.map((each) => each.id).join(" "), tell(state, claim, chain)));
}
function tell(state, claim, chain) {
  let { texts } = state, inner = chain.at(-1), said = texts.rich("chain.says", { ...describe(state, inner), claim: drawClaim(state, claim) });
  for (let outer of chain.slice(0, -1).reverse()) {
    let relays = outer.stance === null || outer.stance === state.scheme.file.relay_stance;
    said = texts.rich(relays ? "chain.relays" : "chain.about", { ...describe(state, outer), said });
  }
  return said;
}
function describe(state, attribution) {
  let { texts, scheme } = state, stance = scheme.stance(attribution.stance), known = stance && texts.name("chain.stance", stance.value), certainty = attribution.certainty && texts.label(scheme.certainty(attribution.certainty).name);
  return {
    who: drawSource(state, attribution),
    stance: stance ? known === stance.value ? texts.label(stance.name) : known : texts.t("chain.open"),
    certainty: certainty ? texts.t("chain.certainty", { certainty }) : null
  };
}
function drawSource(state, { source }) {
  return source.spans.length > 0 ? h("bdi", { lang: state.article.language }, quote(source.spans)) : state.texts.name("chain.source", source.realization ?? "none");
}
function drawClaim(state, claim) {
  let words2 = quote(claim.spans) || (claim.proposition ?? "");
  return h("bdi", { lang: state.article.language }, `«${words2.length > LONGEST ? `${words2.slice(0, LONGEST).trimEnd()}…` : words2}»`);
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
    return this.#form(key, values).replace(/\{(\w+)\}/gu, (place, name) => {
      let value = values[name];
      return typeof value == "number" ? this.number(value) : value ?? place;
    });
  }
};
function languageOf(chosen, preferred = navigator.languages) {
  return chosen in CATALOGUES ? chosen : preferred.map((tag) => tag.split("-")[0] ?? "").find((language) => language in CATALOGUES) ?? "en";
}
function cap(text) {
  return h("kbd", { dir: "ltr" }, text);
}

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

// workbench/widgets/src/entity.ts
var NOBODY = { number: 0, sources: {}, lines: {} };
function entityName(lines, id) {
  return lines[id]?.names[0]?.text ?? id;
}
function drawName(lines, id) {
  let name = lines[id]?.names[0];
  return h("bdi", { class: "wb-entity-name", dir: name?.dir ?? "ltr", lang: name?.language }, name?.text ?? id);
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

// workbench/widgets/src/relations.ts
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
    drawClaim2(state, claim, number, on && state.ui.attribution === null, actions),
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
function drawClaim2(state, claim, number, here, actions) {
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
      drawSource2(state, attribution, actions),
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
function drawSource2(state, attribution, actions) {
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

// workbench/widgets/src/frame.ts
function announceMarks(root, texts) {
  for (let role of ["claim", "source", "cue", "anchor", "suggestion"])
    root.style.setProperty(`--wb-say-${role}`, JSON.stringify(texts.t(`announce.${role}`)));
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

// workbench/widgets/src/settings.ts
var USUAL = { language: "auto", theme: "auto", text_size: 1, keys: {} }, PLACE = "workbench:settings";
function readShared() {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(PLACE) ?? "{}") };
  } catch {
    return USUAL;
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
      let place = this.#article.byId(sentence);
      place && changed.add(place.index);
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
    let found = /* @__PURE__ */ new Set(), waiting = [claim];
    for (let id = waiting.pop(); id !== void 0; id = waiting.pop())
      for (let each of this.relays.get(id) ?? [])
        found.has(each) || waiting.push(each), found.add(each);
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
    let leaves = /* @__PURE__ */ new Set(), seen = /* @__PURE__ */ new Set(), waiting = [item.id];
    for (let id = waiting.pop(); id !== void 0; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      let found = this.get(id);
      found?.kind === "attribution" ? waiting.push(...found.targets) : leaves.add(id);
    }
    return leaves;
  }
  /** The sentences that the suggestions beside the one of a suggestion are marked in. */
  touched(id) {
    return this.#touched.get(this.get(id)?.sentence ?? "") ?? /* @__PURE__ */ new Set();
  }
  #put(sentence, item) {
    this.#byId.set(item.id, item);
    let place = (role, spans) => {
      for (let stretch of (spans ?? []).flatMap((span) => this.#article.place(span))) {
        this.#touched.get(sentence)?.add(stretch.sentence);
        let here = this.#placed.get(stretch.sentence) ?? /* @__PURE__ */ new Map();
        this.#placed.set(stretch.sentence, here), here.set(sentence, [...here.get(sentence) ?? [], { item: item.id, role, start: stretch.start, end: stretch.end }]);
      }
    };
    if (item.kind === "claim") return place("suggested-claim", item.spans);
    place("suggested-source", item.source.spans), place("suggested-cue", item.cue), place("suggested-anchor", item.anchor);
  }
};

// workbench/widgets/src/state.ts
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
      this.#holders.put(attribution), place(attribution.id, "source", attribution.source.spans), place(attribution.id, "cue", attribution.cue), place(attribution.id, "anchor", attribution.anchor);
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

// workbench/widgets/src/comparison.ts
var ROLES = ["claim", "source", "cue", "anchor"], SIGNS = { same: "=", edges: "~", alone: "+" }, ComparisonView = class {
  #model;
  #end = new AbortController();
  #root;
  #texts = new Texts(languageOf(readShared().language));
  #names = [];
  #states = [];
  /** The claim or attribution that is pointed out, by its side. */
  #picked = null;
  constructor(model, el) {
    this.#model = model;
    let { t, dir, language } = this.#texts;
    this.#root = element(
      "div",
      { class: "wb wb-comparison", dir, lang: language, role: "group", "aria-label": t("comparison.title") },
      h("div", { class: "wb-bar", role: "toolbar", "aria-label": t("comparison.sentence") }),
      h("div", { class: "wb-sides" }),
      h("p", { class: "wb-message wb-message-waiting" }, t("frame.waiting"))
    ), announceMarks(this.#root, this.#texts), el.append(this.#root), followTheme(this.#root, () => readShared().theme, this.#end.signal), this.#root.addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#end.signal }), this.#model.on("msg:custom", this.#onMessage), this.#root.dataset.waiting = "", this.#model.send({ t: "hello" });
  }
  #onMessage = (answer) => {
    answer.t === "comparison" && (this.#names = answer.sides.map((side) => side.name), this.#states = answer.sides.map((side) => makeState(answer, side.annotations, this.#texts)), this.#picked = answer.item === null ? null : { side: answer.side, item: answer.item }, this.#root.dataset.ready = "", this.#draw());
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
      h("div", { class: "wb-whose" }, h("bdi", {}, this.#names[side] ?? ""), h("small", {}, this.#texts.name("status", status))),
      h("p", { class: "wb-s", dir: article.dir, lang: article.language }, sentence && drawText(state, sentence.index, focused)),
      h("ul", { class: "wb-cards" }, this.#drawCards(state, side, focused))
    );
  }
  #drawCards(state, side, focused) {
    let sentence = state.sentence?.id ?? "";
    if (state.cards(sentence).length + state.loose(sentence).length === 0)
      return [h("li", { key: "empty", class: "wb-empty" }, this.#texts.t("comparison.nothing"))];
    let others = this.#states.filter((_, place) => place !== side).flatMap((other) => [...other.claims.values()]), found = likenesses([...state.claims.values()], others);
    return drawCards(state, this.#actions(side)).map((card) => {
      let id = String(card.props["data-claim"] ?? card.props["data-attribution"] ?? ""), likeness = found.get(id), on = focused.has(id), badge = likeness && h(
        "p",
        { key: "likeness", class: "wb-likeness", dir: this.#texts.dir, lang: this.#texts.language },
        h("i", { "aria-hidden": "true" }, SIGNS[likeness]),
        ` ${this.#texts.t(`comparison.${likeness}`)}`
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
      targets: null,
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
function makeState(answer, annotations, texts) {
  return new State({
    t: "snap",
    view: null,
    session: "",
    scheme: answer.scheme,
    keys: {},
    settings: USUAL,
    document: answer.document,
    annotations,
    project: { id: "", name: "", annotator: "", annotators: [], warnings: [] },
    ui: { sentence: answer.sentence, card: null, attribution: null, armed: null, missing: [], undo: null, redo: null },
    progress: { position: 0, sentences: 0, to_decide: 0, done: 0, skipped: 0, flagged: 0, pace_s: null }
  }, texts);
}
function drawBar(state, step) {
  let { article, sentence, texts } = state, at = sentence?.index ?? 0, button = (by, label) => h("button", {
    key: label,
    type: "button",
    class: "wb-plain",
    "aria-disabled": article.sentences[at + by] ? null : "true",
    onclick: () => step(by)
  }, label);
  return [
    h("span", { key: "title", class: "wb-title" }, h("bdi", {}, article.info.title ?? article.info.publisher ?? article.info.id)),
    h("span", { key: "place", role: "status" }, texts.rich("bar.place", { here: h("b", {}, texts.number(at + 1)), all: texts.number(article.sentences.length) })),
    button(-1, texts.t("comparison.previous")),
    button(1, texts.t("comparison.next"))
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
