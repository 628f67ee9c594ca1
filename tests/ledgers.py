"""Records for tests of the ledger: articles made of sayings, and two hundred claims at once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.model import (
    SCHEMA_VERSION,
    Attribution,
    Claim,
    Decision,
    Document,
    Entity,
    Name,
    Provenance,
    Record,
    Registry,
    Segment,
    Sentence,
    Source,
    Span,
    compute_text_sha256,
    derive_voices,
)
from workbench.model.registry import Cluster


@dataclass(frozen=True)
class Saying:
    """One sentence of an article: who says a claim, and who relays it; no source is the writer."""

    claim: str
    source: str = ""
    stance: str = "affirm"
    certainty: str | None = "certain"
    cluster: str | None = None
    entities: tuple[str, ...] = ()
    relay: str = ""
    relay_entities: tuple[str, ...] = ()
    features: dict[str, str | None] = field(default_factory=dict)


def make_record(
    name: str,
    sayings: Sequence[Saying],
    *,
    publisher: str | None = "المرفأ",
    published: str | None = "2031-05-02",
    layer: str = "gold",
) -> Record:
    """Return the record of an article with one sentence for each saying (``c0``, ``a0``, ...)."""
    lines, claims, attributions, sentences = [], [], [], []
    start = 0
    for number, saying in enumerate(sayings):
        line, found, said = _write(number, start, saying)
        lines.append(line)
        claims.append(found)
        attributions += said
        sentences.append(Sentence(f"s{number}", start, start + len(line)))
        start += len(line) + 1
    text = "\n".join(lines)
    document = Document(
        name, "ar", f"مقالة {name}", publisher, None, published, {}, text, compute_text_sha256(text)
    )
    return Record(
        SCHEMA_VERSION,
        document,
        (Segment(0, len(text), "body"),),
        tuple(sentences),
        derive_voices(claims, attributions),
        tuple(attributions),
        tuple(Decision(each.id, "done") for each in sentences),
        Provenance(layer, ("a01",), None, "1.0", "claims-sources-stances", "1.0"),
    )


def _write(number: int, start: int, saying: Saying) -> tuple[str, Claim, list[Attribution]]:
    line = ""

    def add(words: str) -> tuple[Span, ...]:
        nonlocal line
        at = start + len(line)
        line += f"{words} "
        return (Span(at, at + len(words), words),)

    said: list[Attribution] = []
    target = f"c{number}"
    relay = (add("نقلت"), add(saying.relay)) if saying.relay else None
    own = (add("قال"), add(saying.source)) if saying.source else None
    claim = Claim(
        target, f"s{number}", add(saying.claim), "author", saying.cluster, features=saying.features
    )
    if own:
        source = Source(own[1], "explicit", saying.entities)
        said.append(
            Attribution(
                f"a{number}", f"s{number}", source, own[0], (target,), (),
                saying.stance, saying.certainty,
            )
        )  # fmt: skip
    if relay:
        source = Source(relay[1], "explicit", saying.relay_entities)
        said.append(
            Attribution(
                f"r{number}", f"s{number}", source, relay[0],
                (said[0].id if said else target,), (), "report", None,
            )
        )  # fmt: skip
    return line.rstrip() + ".", claim, said


OUTLETS = (
    "المرفأ", "صدى الضفة", "Harbour Wire", "موجز المضيق", "الأفق", "نشرة الميناء", "Strait Post",
)  # fmt: skip
PLACES = (
    "مرسى النور", "وادي الرمان", "تل السنديان", "جزر الصدف", "ميناء الغاب", "سهوان", "بلدة القصب",
)  # fmt: skip
THINGS = (
    "إغلاق الجسر الشرقي", "وصول سفن القمح", "إضراب عمال الرصيف", "رفع أجور النقل",
    "توقف محطة المياه", "سقوط جزء من السد", "إجلاء سكان الحي", "نشر فرق الإنقاذ",
    "تأجيل الانتخابات المحلية", "تسرب الوقود إلى النهر",
)  # fmt: skip
HIDDEN = ("مسؤول لم تسمه الوكالة", "شهود", "مصدر أمني")
ROLES = (
    "وزارة البحر", "نقابة العمال", "بلدية", "متحدث باسم الميناء", "Port Authority", "حزب الشاطئ",
    "هيئة الأنواء", "خبيرة النقل هالة درويش", "رئيس الغرفة التجارية", "منظمة WGO",
    "نائب المعارضة", *HIDDEN,
)  # fmt: skip
STANCES = ("affirm", "affirm", "affirm", "deny", "doubt", "noncommittal", "decline")


def make_many(
    claims: int = 200, articles: int = 24, seed: int = 7
) -> tuple[list[Record], Registry]:
    """Return records with `claims` clusters and some sixty sources, and their registry."""
    chance = random.Random(seed)
    entities = {}
    for number, (role, place) in enumerate((r, p) for p in PLACES[:4] for r in ROLES):
        hidden = role in HIDDEN
        side = f"e{number % 4 * 14}" if number % 3 == 0 and number % 14 else None
        entities[f"e{number}"] = Entity(
            f"e{number}", "organization", (Name(f"{role} {place}", "ar"),),
            "anonymous" if hidden else "named", side if side != f"e{number}" else None, None,
        )  # fmt: skip
    clusters = {
        f"k{number}": Cluster(
            f"k{number}", f"{THINGS[number % 10]} في {PLACES[number // 10 % 7]} ({number})", None
        )
        for number in range(claims)
    }
    sayings: dict[int, list[Saying]] = {number: [] for number in range(articles)}
    for key, cluster in clusters.items():
        for _ in range(1 + int(chance.expovariate(0.6))):
            sayings[chance.randrange(articles)].append(_make_saying(chance, key, cluster, entities))
    records = [
        make_record(
            f"d{number:02}", said, publisher=OUTLETS[number % 7],
            published=f"2031-{1 + number // 4:02}-{1 + number * 7 % 27:02}",
        )
        for number, said in sayings.items() if said
    ]  # fmt: skip
    return records, Registry(entities, clusters)


def _make_saying(
    chance: random.Random, key: str, cluster: Cluster, entities: dict[str, Entity]
) -> Saying:
    stance = chance.choice(STANCES)
    firm = stance in ("affirm", "deny")
    certainty = chance.choice(("certain", "certain", "probable", "possible")) if firm else None
    # a few sources say much, and many say little
    entity = f"e{min(int(chance.expovariate(0.06)), len(entities) - 1)}"
    relayed = chance.random() < 0.3
    relay = f"e{chance.choice((1, 5, 11, 15, 19))}"
    count = chance.choice((120, 300, 450, 1500, 2000, 12000))
    words = f"{(cluster.proposition or '').rpartition(' (')[0]} بعد وصول {count} عامل"
    return Saying(
        words,
        entities[entity].names[0].text,
        stance,
        "probable" if stance == "doubt" else certainty,
        key,
        (entity,),
        entities[relay].names[0].text if relayed and relay != entity else "",
        (relay,) if relayed and relay != entity else (),
    )
