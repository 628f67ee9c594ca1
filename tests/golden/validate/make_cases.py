"""Write the broken files beside this script: ``python -m tests.golden.validate.make_cases``.

Each line is the small invented record of `tests/record_strategies.py`, changed in one way or in a
few. What `workbench validate` says of each file stands in the ``.txt`` of its name, which was read
by a person; ``WORKBENCH_RENEW=1 pytest tests/unit/scheme/test_golden.py`` writes those again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.record_strategies import plain, small_record

HERE = Path(__file__).parent
COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


class Case:
    """A record that is changed in places: ``Case()["claims/0/voice"] = "author"``."""

    count = 0

    def __init__(self) -> None:
        Case.count += 1
        self.data = plain(small_record(f"small-{Case.count}"))

    def __setitem__(self, place: str, value: Any) -> None:
        item, key = self._find(place)
        item[key] = value

    def __getitem__(self, place: str) -> Any:
        item, key = self._find(place)
        return item[key]

    def __delitem__(self, place: str) -> None:
        item, key = self._find(place)
        del item[key]

    def _find(self, place: str) -> tuple[Any, Any]:
        *path, last = [int(part) if part.isdigit() else part for part in place.split("/")]
        item: Any = self.data
        for part in path:
            item = item[part]
        return item, last

    def line(self, **style: Any) -> str:
        return json.dumps(self.data, **(COMPACT | style))


def changed(**changes: Any) -> str:
    """Return a line with changes; ``__`` stands for ``/`` in places."""
    case = Case()
    for place, value in changes.items():
        case[place.replace("__", "/")] = value
    return case.line()


def replaced(old: str, new: str, **style: Any) -> str:
    """Return a line with one change in its text."""
    line = Case().line(**style)
    if line.count(old) < 1:
        raise ValueError(old)
    return line.replace(old, new, 1)


def with_text(text: str, **changes: Any) -> str:
    """Return a line of another text with one sentence and one claim, `spans` of which are given."""
    case = Case()
    case["document/text"] = text
    case["document/text_sha256"] = hashlib.sha256(text.encode()).hexdigest()
    case["segments/0/end"] = len(text)
    case["sentences"] = [{"id": "s1", "start": 0, "end": len(text)}]
    case["decisions"] = case["decisions"][:1]
    case["attributions"] = []
    claim = case["claims/1"] | {"sentence": "s1"}
    start, end = changes.pop("claim")
    claim["spans"] = [{"start": start, "end": end, "text": text[start:end]}]
    case["claims"] = [claim]
    return case.line()


def iter_form() -> Iterator[str]:
    case = Case()
    del case["document/language"], case["claims/0/note"], case["decisions"]
    yield case.line()
    case = Case()
    case.data |= {"~new": 1, "a/b\u202ec": None}
    case["document/colour"] = "red"
    yield case.line()
    yield changed(
        claims__0__unsure="no", claims__1__spans=None, decisions__0__flagged=0, claims__0__note=3,
        attributions__0__cue=[], attributions__1__cue="قال", document__metadata=[],
    )  # fmt: skip
    yield changed(segments__0__kind="advert", claims__0__voice=None, decisions__0__status="DONE")
    yield changed(attributions__0=None, claims=7, sentences__1=[], attributions__1__stance=None)
    yield changed(document=None, provenance="gold", schema_version=1.0, segments={})
    for offset in ("1.0", "-0", "1e2", "true", '"39"', "null", "1" + "0" * 30, "1" * 5000, "-3"):
        start = Case()["claims/0/spans/0/start"]
        yield replaced(f'"spans":[{{"start":{start}', f'"spans":[{{"start":{offset}')
    yield changed(schema_version="2.0")


def iter_names() -> Iterator[str]:
    yield changed(document__id="", claims__0__id="c 1", claims__0__cluster="k/1")
    yield changed(document__id="x" * 256, sentences__0__id="", attributions__0__id="a" * 65)
    yield changed(document__id="tab\tin\u202eit", attributions__0__source__entities=["ent:1", "é"])
    yield changed(
        claims__0__origin="machine",
        claims__1__origin="system:m",
        attributions__0__origin="imported:a b",
    )
    yield changed(provenance__layer="annotator:", provenance__annotators=["a01", "Amal A."])
    yield changed(provenance__layer="annotator:a01\n", provenance__adjudicator="")
    yield changed(document__published="05/02/2031", segments__0__published="2031-02-30")
    yield changed(claims__1__id="c1\n")  # fmt: skip


def iter_invariants() -> Iterator[str]:
    yield changed(document__text_sha256="0" * 64)
    yield with_text("cafe\u0301 opened", claim=(6, 12))
    yield with_text("opened\r\nclosed\x00", claim=(0, 6))
    yield changed(claims__1__id="c1", attributions__0__id="s2")
    yield changed(claims__0__spans__0__start=61, claims__0__spans__0__end=40)
    yield changed(claims__0__spans__0__end=5000, claims__1__spans__0__start=-1)
    case = Case()
    case["attributions/3/cue"] = case["attributions/3/cue"][::-1]
    yield case.line()
    case = Case()
    case["attributions/3/cue"] = [case["attributions/3/cue/0"]] * 2
    yield case.line()
    yield changed(claims__0__spans__0__text="something else that is said at great length, " * 9)
    yield with_text("he said so", claim=(2, 8))
    yield with_text("نفتْ الخبر", claim=(0, 3))
    yield with_text("صوتُ \u200fالبحر", claim=(5, 11))
    yield with_text("a 👩‍👩‍👧 b 🇱🇧 c", claim=(2, 5))
    yield with_text("a 🇱🇧", claim=(3, 4))
    yield changed(
        attributions__0__source__realization="implicit", attributions__1__source__spans=[]
    )
    yield changed(attributions__0__targets=[], attributions__1__targets=["c9", "c1", "c1", "s1"])
    yield changed(attributions__0__targets=["a2"], attributions__1__targets=["a1"])
    yield changed(
        attributions__0__targets=["a1", "c1"],
        attributions__2__targets=["a4"],
        attributions__3__targets=["a3"],
    )
    yield changed(claims__0__voice="author", claims__1__voice="attributed")
    yield changed(
        attributions__1__stance="agree",
        attributions__2__certainty="sure",
        attributions__3__certainty="certain",
        attributions__0__certainty="possible",
    )
    yield changed(
        attributions__0__features={"form": "direct", "tone": "warm"},
        claims__0__features={"form": None, "claim_type": "fact"},
    )
    yield changed(provenance__scheme="claims-sources-stance")
    yield changed(provenance__scheme_version="9.9")
    case = Case()
    case["segments"] = [case["segments/0"], case["segments/0"] | {"start": 5, "end": 999}]
    case["sentences"] = case["sentences"][::-1]
    yield case.line()
    yield changed(claims__0__sentence="s2", attributions__2__sentence="s9")
    case = Case()
    case["sentences/1/start"] += 3
    yield case.line()
    yield changed(decisions__0__status="open")
    case = Case()
    case["decisions"] = [
        case["decisions/0"],
        case["decisions/0"],
        {"sentence": "s7", "status": "open", "flagged": False, "comment": None},
    ]
    yield case.line()
    case = Case()
    case["decisions"] = case["decisions"][::-1]
    yield case.line()
    yield changed(provenance__annotators=[])
    yield changed(claims__0__spans=[], claims__1__spans=[], claims__1__proposition=" ")  # fmt: skip


def iter_warnings() -> Iterator[str]:
    yield changed(segments__0__kind="boilerplate")
    case = Case()
    case["attributions/1/cue"] = case["claims/0/spans"]
    case["attributions/2/cue"] = case["attributions/2/source/spans"]
    case["attributions/3/source/spans"] = case["claims/1/spans"]
    yield case.line()


def iter_json() -> Iterator[str]:
    line = Case().line()
    yield line[: len(line) // 2]
    yield line[:-1]
    yield line + line
    yield line.replace('"claims":', '"claims"', 1)
    yield ""
    yield "   \t"
    yield "null"
    yield "[1, 2]"
    yield "claims: none"
    yield '"' + "x" * 500 + '"'
    yield '{"a":' * 2000 + "1" + "}" * 2000
    yield replaced('"metadata":{', '"metadata":{"deep":' + "[" * 120 + "]" * 120 + ",")
    yield replaced('"edition":2', '"edition":NaN,"a":[Infinity,-Infinity,1e999,-0,1.50,1E3]')
    yield replaced('"edition":2', '"edition":2,"edition":2')
    yield replaced('"id":"c1",', '"id":"c1","id":"c1",')
    yield replaced('{"schema_version"', '{"provenance":0,"a~/b":{"x":1,"x":2},"schema_version"')
    yield replaced('"publisher":"صحيفة المرفأ"', '"publisher":"\\ud83d"')
    yield replaced('"edition":2', '"edition\\ude00":"\\ude00\\ud83d"')
    yield replaced('"note":null', '"note":"a\x01b"')
    yield replaced('"note":null', '"note":"<script>\\u202e\\u0007\\u2028"')


def iter_valid() -> Iterator[str]:
    yield Case().line()
    yield Case().line(ensure_ascii=True)
    yield Case().line(separators=(" , ", "\t: "))
    yield Case().line(sort_keys=True)
    yield replaced('"note":null', '"note":"line\u2028separator\x85and \\ud83d\\ude00 \\/"')
    yield replaced('"edition":2', '"edition":2.50,"big":1' + "0" * 40 + ',"minus":-0,"e":1E3')
    yield with_text("قال \u200fنعمْ", claim=(5, 9))


def write(name: str, content: bytes) -> None:
    (HERE / name).write_bytes(content)


def write_lines(name: str, lines: Iterator[str]) -> None:
    Case.count = 0
    write(name, "".join(f"{line}\n" for line in lines).encode())


def main() -> None:
    write_lines("form.jsonl", iter_form())
    write_lines("names.jsonl", iter_names())
    write_lines("invariants.jsonl", iter_invariants())
    write_lines("warnings.jsonl", iter_warnings())
    write_lines("json.jsonl", iter_json())
    write_lines("valid.jsonl", iter_valid())
    Case.count = 0
    good = Case().line().encode()
    other = Case().line().encode()
    write("twice.jsonl", b"\n".join([good, other, good]))
    write("bom.jsonl", b"\xef\xbb\xbf" + good + b"\n")
    write("returns.jsonl", good + b"\r\n" + other.replace(b",", b",\r", 1) + b"\n")
    write("returns-only.jsonl", good + b"\r" + other + b"\r")
    write("utf8.jsonl", good + b"\n" + other[:200] + b"\xff" + other[200:] + b"\n\xed\xa0\x80\n")
    write("utf16.jsonl", "{}\n".encode("utf-16"))
    write("empty.jsonl", b"")
    write("blank.jsonl", b"\n\n")
    write("no-last-feed.jsonl", good)


if __name__ == "__main__":
    main()
