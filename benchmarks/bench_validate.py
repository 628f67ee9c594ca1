"""Validation of a file of records, against parsing the same file with `json.loads`."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.model import (
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    Source,
    Span,
    canonicalize,
    compute_text_sha256,
    dump_record,
)
from workbench.scheme import iter_violations

SIZE_BYTES = 30_000_000
ROUNDS = 3
TARGET = 0.25
SOURCES = ("وزارة الري", "إذاعة التلال", "مهندس في الميناء", "رئيس بلدية مرسى النور", "خبير الطقس")
CUES = (("قالت", "affirm", "certain"), ("نفت", "deny", "certain"), ("رجّحت", "affirm", "probable"))
SUBJECTS = ("الجسر الجديد", "سد الرمان", "محطة القطار", "السفينة «نورس»", "مصنع الورق")
EVENTS = ("أُغلق صباح الأحد", "سيفتح بعد 45 يوما", "تعطل ثلاث مرات", "نُقل إلى ميناء آخر")
FILLERS = (
    "وكان الطقس في المدينة غائما طوال النهار.",
    "وتجمع عدد من السكان قرب السوق القديمة.",
    "وتبلغ كلفة المشروع 1,250 ألف درهم وفق الخطة الأولى.",
)


def write_records(path: Path, size_bytes: int = SIZE_BYTES, **style: Any) -> int:
    """Write invented records of at least `size_bytes` to `path`; return how many bytes it has.

    `style` goes to `json.dumps`; without it, lines are canonical.
    """
    chance = random.Random(20)
    written = 0
    with path.open("wb") as stream:
        number = 0
        while written < size_bytes:
            line = dump_record(make_record(chance, f"doc-{number:06}"))
            if style:
                line = json.dumps(json.loads(line), **style)
            written += stream.write(line.encode("utf-8") + b"\n")
            number += 1
    return written


def make_record(chance: random.Random, document_id: str, size: int = 40) -> Record:
    """Return one invented article of `size` sentences, two of three with a claim and its source."""
    text = ""
    sentences, claims, attributions = [], [], []
    for number in range(1, size + 1):
        start = len(text) + (1 if text else 0)
        name = f"s{number}"
        if number % 3:
            words, claim, attribution = _make_claim(chance, name, start)
            claims.append(claim)
            attributions.append(attribution)
        else:
            words = chance.choice(FILLERS)
        text += f"\n{words}" if text else words
        sentences.append(Sentence(name, start, len(text)))
    return canonicalize(
        Record(
            "1.0",
            Document(
                document_id, "ar", "أخبار التلال", None, None, "2031-05-02",
                {"section": "محليات", "page": 3}, text, compute_text_sha256(text),
            ),
            (Segment(0, len(text), "body"),),
            tuple(sentences),
            tuple(claims),
            tuple(attributions),
            tuple(Decision(sentence.id, "done") for sentence in sentences),
            Provenance("gold", ("a01",), None, "1.0", "claims-sources-stances", "1.0"),
        )
    )  # fmt: skip


def _make_claim(chance: random.Random, name: str, start: int) -> tuple[str, Claim, Attribution]:
    cue, stance, certainty = chance.choice(CUES)
    source = chance.choice(SOURCES)
    claim = f"إن {chance.choice(SUBJECTS)} {chance.choice(EVENTS)}"
    words = f"و{cue} {source} {claim}."

    def span(part: str) -> Span:
        at = start + words.index(part)
        return Span(at, at + len(part), part)

    return (
        words,
        Claim(f"c{name}", name, (span(claim),), "attributed", cluster="k:event"),
        Attribution(
            f"a{name}", name, Source((span(source),), "explicit", ("ent:1",)), (span(cue),),
            (f"c{name}",), (), stance, certainty,
        ),
    )  # fmt: skip


def parse(path: Path) -> None:
    """Do what validation is compared with: parse each line, and nothing else."""
    with path.open("rb") as stream:
        for line in stream:
            json.loads(line)


def validate(path: Path) -> None:
    """Validate `path`, which has to be without violations."""
    found = [violation for violation in iter_violations(path) if not violation.is_warning]
    if found:
        raise AssertionError(str(found[0]))


def _time(run: Callable[[Path], None], path: Path) -> float:
    """Return the processor's time: a busy machine lengthens it less than the clock's."""
    start = time.process_time()
    run(path)
    return time.process_time() - start


def measure(size_bytes: int = SIZE_BYTES, **style: Any) -> dict[str, Any]:
    """Return both times in seconds and the ratio of the speeds: ours to that of `json.loads`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        size = write_records(path, size_bytes, **style)
        rounds = [(_time(parse, path), _time(validate, path)) for _ in range(ROUNDS)]
    peer_s, ours_s = (min(times) for times in zip(*rounds, strict=True))
    return {
        "name": f"validate {size / 1e6:.0f} MB (speed)",
        "peer": "json.loads",
        "ours_s": ours_s,
        "peer_s": peer_s,
        "ratio": peer_s / ours_s,
        "target": f">= {TARGET}",
    }


if __name__ == "__main__":
    print(measure())
    print("as json.dumps writes by default:", measure(ensure_ascii=True))
    print("with spaces and raw letters:", measure(ensure_ascii=False))
