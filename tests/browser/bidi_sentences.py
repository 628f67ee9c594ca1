"""Sentences that are hard on whoever draws and selects them; all invented, none from a newspaper.

Each case is a name, a language, a sentence, and the phrases that a person would mark in it. A
phrase is whole words without the punctuation around them, and stands in its sentence once.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """One sentence and what is to be marked in it."""

    name: str
    language: str
    sentence: str
    phrases: tuple[str, ...]


LONG = "وقالت الهيئة إن " + "، و".join(
    f"السفينة {name} التي حملت {tons} طن من القمح دخلت الحوض رقم {dock}"
    for name, tons, dock in (
        ("أمواج", 1200, 3),
        ("MV Dalma", 845, 4),
        ("نوارس", "2,750", 5),
        ("رمال البحر", "١٬١٠٠", 6),
        ("Sea Lily II", 990, 7),
        ("شراع", "3.5 آلاف", 8),
        ("غدير", 410, 9),
        ("لؤلؤة الخليج الصغير", 77, 10),
        ("هدير", 1, 11),
        ("سحاب", "12/12", 12),
    )
)

CASES = (
    Case("acronym first", "ar", "WGO تعلن وصول أول شحنة إلى مرسى النور.", ("WGO", "WGO تعلن")),
    Case(
        "acronym in brackets",
        "ar",
        "وقالت الهيئة البحرية (HBA) إن الحوض جاهز.",
        ("الهيئة البحرية (HBA)", "HBA"),
    ),
    Case(
        "two acronyms in a row",
        "ar",
        "نفت WGO وHBA معا ما نشر عن الميناء.",
        ("WGO وHBA", "HBA معا"),
    ),
    Case("acronym last", "ar", "وصدر البيان عن مكتب HBA.", ("مكتب HBA", "عن مكتب")),
    Case(
        "digits", "ar", "بلغ عدد السفن 2500 سفينة في 7 أيام فقط.", ("2500 سفينة", "سفينة في 7 أيام")
    ),
    Case(
        "arabic digits",
        "ar",
        "وصلت ١٢ باخرة من أصل ٣٤٥ باخرة متوقعة.",
        ("١٢ باخرة من أصل ٣٤٥", "٣٤٥ باخرة"),
    ),
    Case(
        "date with strokes",
        "ar",
        "أعلن المجلس في 12/03/2024 أن الحوض أغلق.",
        ("12/03/2024", "في 12/03/2024 أن"),
    ),
    Case(
        "date of a machine",
        "ar",
        "صدر القرار يوم 2024-03-12 ونشر بعده.",
        ("2024-03-12", "القرار يوم"),
    ),
    Case("range", "ar", "يتوقع بين 1500-2500 طن قبل الشتاء.", ("1500-2500 طن", "بين 1500-2500")),
    Case(
        "range with a dash",
        "ar",
        "تقام الدورة من 10–15 آذار في المرسى.",
        ("10–15 آذار", "من 10–15"),
    ),
    Case(
        "percent",
        "ar",
        "ارتفعت الرسوم بنسبة 45% مقابل 12.5% العام الماضي.",
        ("بنسبة 45%", "12.5% العام"),
    ),
    Case("arabic percent", "ar", "تراجعت الحركة ٤٥٪ خلال شهر.", ("الحركة ٤٥٪", "٤٥٪ خلال شهر")),
    Case(
        "decimals and thousands",
        "ar",
        "سجلت المحطة 1.7 متر بعد 10,000 قراءة.",
        ("1.7 متر", "10,000 قراءة"),
    ),
    Case(
        "money",
        "ar",
        "دفعت الشركة $300 ثم €45.50 عن كل حاوية.",
        ("الشركة $300", "€45.50 عن كل حاوية"),
    ),
    Case("time of day", "ar", "بدأ التفريغ الساعة 18:30 وانتهى 23:05.", ("الساعة 18:30", "23:05")),
    Case(
        "telephone", "ar", "للاتصال بالمرسى: 555-0147 أو 555-0199.", ("555-0147 أو 555-0199", "أو")
    ),
    Case(
        "sum",
        "ar",
        "كتب التلميذ 3 + 4 = 7 على جدار الرصيف.",
        ("3 + 4 = 7", "التلميذ 3 + 4 = 7 على جدار"),
    ),
    Case("degrees", "ar", "هبطت الحرارة إلى −5°C عند الفجر.", ("الحرارة إلى", "عند الفجر")),
    Case(
        "address",
        "ar",
        "نشر البيان على https://marsa.test/a/1?x=2&y=3 صباحا.",
        ("https://marsa.test/a/1?x=2&y=3 صباحا", "البيان على"),
    ),
    Case(
        "arabic address",
        "ar",
        "ينظر marsa.test/أخبار/السفن لمزيد من التفاصيل.",
        ("marsa.test/أخبار/السفن", "لمزيد من التفاصيل"),
    ),
    Case("mail", "ar", "راسلوا press@marsa.test قبل الخميس.", ("press@marsa.test", "قبل الخميس")),
    Case(
        "handle and hashtag",
        "ar",
        "غرد @marsa_port تحت وسم #ميناء_النور مساء.",
        ("@marsa_port تحت وسم", "#ميناء_النور مساء"),
    ),
    Case(
        "nested quotation marks",
        "ar",
        'قال الربان: «سمعت الحارس يقول "لن نبحر" ثم سكت».',
        ("لن نبحر", 'سمعت الحارس يقول "لن نبحر" ثم سكت'),
    ),
    Case(
        "curly quotation marks",
        "ar",
        "وصف الأمر بأنه “سوء فهم ‘صغير’ لا أكثر”.",
        ("سوء فهم ‘صغير’ لا أكثر", "صغير"),
    ),
    Case(
        "quotation mark without its pair",
        "ar",
        'وأضاف "أن الرصيف لن يفتح قبل الأحد.',
        ("أن الرصيف لن يفتح", "وأضاف"),
    ),
    Case(
        "brackets in brackets",
        "ar",
        "الحمولة (القمح [الصلب] والشعير) في المخزن.",
        ("القمح [الصلب] والشعير", "الصلب"),
    ),
    Case(
        "list number",
        "ar",
        "1) السفن القادمة 2) السفن المغادرة.",
        ("السفن القادمة 2", "السفن المغادرة"),
    ),
    Case(
        "quotation in another script",
        "ar",
        "كتب الربان «The port is open» ثم حذفها.",
        ("The port is open", "ثم حذفها"),
    ),
    Case(
        "name in another script",
        "ar",
        "قال Jan van der Mole إن السفينة MV Dalma-2 غادرت.",
        ("Jan van der Mole", "إن السفينة MV Dalma-2 غادرت"),
    ),
    Case(
        "combining accents",
        "ar",
        "رست Cafe\u0301 Noe\u0308l قرب Émeraude ليلا.",
        ("Cafe\u0301 Noe\u0308l", "قرب Émeraude"),
    ),
    Case(
        "emoji family",
        "ar",
        "وصلت العائلة 👨‍👩‍👧‍👦 إلى المرسى.",
        ("العائلة 👨‍👩‍👧‍👦 إلى", "إلى المرسى"),
    ),
    Case(
        "skin tones",
        "ar",
        "صفق البحارة 👏🏽👏🏿 طويلا للربان.",
        ("صفق البحارة 👏🏽👏🏿 طويلا", "للربان"),
    ),
    Case("flags", "ar", "رفعت 🇦🇶 و🏴‍☠️ على الصاري معا.", ("الصاري معا", "رفعت 🇦🇶 و🏴‍☠️ على الصاري")),
    Case(
        "all vowel signs",
        "ar",
        "قَالَتِ السَّفِينَةُ الأُولَى إِنَّهَا سَتَعُودُ.",
        ("السَّفِينَةُ الأُولَى", "إِنَّهَا سَتَعُودُ"),
    ),
    Case("tatweel", "ar", "نشرت صحيـــفة المرســى خبرا ـ قديما.", ("صحيـــفة المرســى", "خبرا")),
    Case(
        "lam alef",
        "ar",
        "لا الآلات ولا الأحواض الأولى للإبحار لائقة.",
        ("لا الآلات ولا", "للإبحار لائقة"),
    ),
    Case(
        "joiner and non-joiner",
        "ar",
        "المادة ه\u200d من لائحة خانه\u200cها في المرسى.",
        ("المادة ه\u200d من", "خانه\u200cها في"),
    ),
    Case(
        "words of one letter",
        "ar",
        "ورد الحرف ن ثم الحرف ق على لوحة السفينة.",
        ("ن ثم", "ق على لوحة"),
    ),
    Case(
        "no-break and double spaces",
        "ar",
        "بلغت\u00a0الحمولة\u00a030\u00a0طنا  ثم  زادت.",
        ("30\u00a0طنا", "طنا  ثم"),
    ),
    Case(
        "direction marks",
        "ar",
        "رقم\u200f 2024\u200e/\u200e15 من\u061c القانون البحري.",
        ("من\u061c القانون", "القانون البحري"),
    ),
    Case(
        "isolates",
        "ar",
        "وقال \u2068Jan Mole\u2069 إن \u2066HBA 7\u2069 و\u2067مرسى\u2069 مغلقان.",
        ("Jan Mole", "مغلقان"),
    ),
    Case(
        "override",
        "ar",
        "طبع العامل \u202e123\u202c بالمقلوب و\u202dقمح\u202c كما هو.",
        ("طبع العامل", "كما هو"),
    ),
    Case(
        "embedding",
        "ar",
        "اللافتة \u202aPort of Marsa\u202c كتبت بخطين.",
        ("Port of Marsa", "كتبت بخطين"),
    ),
    Case(
        "everything in one line",
        "ar",
        "HBA: «45% (1500-2500 طن)» في 12/03/2024 🚢 على marsa.test!",
        ("1500-2500 طن", "HBA", "في 12/03/2024"),
    ),
    Case(
        "no full stop",
        "ar",
        LONG,
        ("والسفينة MV Dalma التي حملت 845 طن", "لؤلؤة الخليج الصغير التي حملت 77 طن من القمح دخلت"),
    ),
    Case(
        "mixed lines that wrap",
        "ar",
        "تنقل MV Dalma وMV Sea Lily II وSS Old Harbour Queen حمولة 12,500 طن من Port Noor "
        "إلى Cape Mole بين 12/03/2024 و19/04/2024 عبر Strait of Ambra بسرعة 18.5 عقدة.",
        ("SS Old Harbour Queen حمولة 12,500 طن", "Cape Mole بين 12/03/2024 و19/04/2024 عبر"),
    ),
    Case(
        "persian",
        "fa",
        "خبرگزاری مرسی می\u200cگوید کشتی\u200cها در ۱۴۰۲/۱۲/۲۲ می\u200cرسند.",
        ("خبرگزاری مرسی", "کشتی\u200cها در ۱۴۰۲/۱۲/۲۲ می\u200cرسند"),
    ),
    Case(
        "persian percent",
        "fa",
        "قیمت گندم ۳۵٪ (حدود ۲٫۵ برابر) بالا رفت.",
        ("حدود ۲٫۵ برابر", "قیمت گندم"),
    ),
    Case(
        "persian quotation",
        "fa",
        "وزیر گفت: «نامه\u200cای از WGO نداریم».",
        ("نامه\u200cای از WGO نداریم",),
    ),
    Case(
        "hebrew",
        "he",
        'דובר הנמל אמר ב-12/03/2024 כי צה"ן אישר 45% מהמטען.',
        ("דובר הנמל", "אישר 45% מהמטען"),
    ),
    Case(
        "hebrew with points", "he", "הַסְּפִינָה הַגְּדוֹלָה (MV Dalma) עָגְנָה.", ("הַסְּפִינָה הַגְּדוֹלָה", "MV Dalma")
    ),
    Case("hebrew marks", "he", "תל־מרסא — „נמל קטן” — נפתח ב־9:30.", ("נמל קטן", "נפתח")),
    Case(
        "urdu",
        "ur",
        "بندرگاہ کے ترجمان نے کہا کہ ۲۵ جہاز پہنچ گئے۔",
        ("بندرگاہ کے ترجمان", "۲۵ جہاز پہنچ گئے"),
    ),
    Case(
        "urdu and latin",
        "ur",
        "WGO کے مطابق 45% گندم خراب ہے، مگر HBA نے انکار کیا۔",
        ("WGO کے مطابق", "HBA نے انکار کیا"),
    ),
    Case(
        "french",
        "fr",
        "« L’île n’est pas fermée », a dit l’agence Marsa à 18\u202fh\u202f30.",
        ("L’île n’est pas fermée", "l’agence Marsa"),
    ),
    Case(
        "arabic in french",
        "fr",
        "Le journal «\u00a0مرسى النور\u00a0» affirme que 12,5\u00a0% du blé est perdu.",
        ("مرسى النور", "affirme que 12,5"),
    ),
    Case(
        "english",
        "en",
        "The harbour's spokesperson (H.B.A.) said “40–45% isn't lost” on 3/12/2024.",
        ("harbour's spokesperson", "said “40–45% isn't lost” on"),
    ),
    Case(
        "arabic in english",
        "en",
        "Captain Mole wrote ميناء النور مغلق on the wall of dock 7.",
        ("wrote ميناء النور مغلق on", "dock 7"),
    ),
    Case(
        "arabic first in english",
        "en",
        "مرسى 12 is the old name of Port Noor.",
        ("is the old name", "Port Noor"),
    ),
    Case("emoji in english", "en", "The crew 👩🏾‍✈️🚢 left 🇦🇶 at dawn.", ("The crew", "at dawn")),
)
