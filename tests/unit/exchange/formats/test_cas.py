"""UIMA CAS files of other makers, made by their own library, and hostile ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.record_strategies import small_record
from tests.unit.exchange.formats.conftest import export, read
from workbench.errors import InputError, OffsetError, WorkbenchError
from workbench.exchange.formats.cas import ATTRIBUTION, CLAIM, SOURCE, TYPE_SYSTEM
from workbench.exchange.formats.found import Ground
from workbench.model import compute_text_sha256

cassis = pytest.importorskip("cassis")

TEXT = "🚢 قال المتحدث إن الميناء مفتوح"


def make_foreign() -> Any:
    """Return a CAS with layers as a team makes them in INCEpTION: labels, and a relation."""
    types = cassis.TypeSystem()
    mention = types.create_type("webanno.custom.Mention", "uima.tcas.Annotation")
    types.create_feature(mention, "label", "uima.cas.String")
    types.create_feature(mention, "stance", "uima.cas.String")
    relation = types.create_type("webanno.custom.Link", "uima.tcas.Annotation")
    types.create_feature(relation, "Governor", "uima.tcas.Annotation")
    types.create_feature(relation, "Dependent", "uima.tcas.Annotation")
    other = types.create_type("webanno.custom.Person", "uima.tcas.Annotation")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = TEXT
    cas.sofa_mime = "text/plain"

    def mark(label: str, words: str, stance: str | None = None) -> Any:
        start = TEXT.index(words)
        added = mention(begin=start, end=start + len(words), label=label, stance=stance)
        cas.add(added)
        return added

    cue, source = mark("Cue", "قال", "affirm"), mark("Source", "المتحدث")
    claim = mark("Claim", "إن الميناء مفتوح")
    for dependent in (source, claim):
        cas.add(relation(begin=2, end=5, Governor=cue, Dependent=dependent))
    cas.add(other(begin=2, end=5))
    return cas


@pytest.mark.parametrize("name", ["cas-json", "cas-xmi"])
def test_layers_of_others_are_read_by_their_labels_and_relations(name: str, tmp_path: Path) -> None:
    cas = make_foreign()
    if name == "cas-json":
        cas.to_json(tmp_path / "a.json")
    else:
        cas.to_xmi(tmp_path / "a.xmi")
        cas.typesystem.to_xml(tmp_path / TYPE_SYSTEM)
    (record,), report = read(name, tmp_path)
    (found,) = record.attributions
    assert record.document.text == TEXT
    assert [span.text for span in found.source.spans] == ["المتحدث"]
    assert found.cue is not None
    assert (found.cue[0].text, found.stance) == ("قال", "affirm")
    assert [claim.spans[0].text for claim in record.claims] == ["إن الميناء مفتوح"]
    assert "annotations: 1 dropped (of the unknown type webanno.custom.Person)" in map(
        str, report.losses
    )


@pytest.mark.parametrize("name", ["cas-json", "cas-xmi"])
def test_its_own_library_reads_what_is_written(name: str, tmp_path: Path) -> None:
    record = small_record()
    export(name, [record], tmp_path)
    if name == "cas-json":
        cas = cassis.load_cas_from_json((tmp_path / "small-1.json").read_text("utf-8"))
    else:
        types = cassis.load_typesystem(tmp_path / TYPE_SYSTEM)
        cas = cassis.load_cas_from_xmi(tmp_path / "small-1.xmi", typesystem=types)
    assert cas.sofa_string == record.document.text
    covered = [each.get_covered_text() for each in cas.select(CLAIM)]
    assert covered == [claim.spans[0].text for claim in record.claims]
    hubs = {each.item: each for each in cas.select(ATTRIBUTION)}
    assert {name: hub.stance for name, hub in hubs.items()} == {
        each.id: each.stance for each in record.attributions
    }
    slots = [(link.role, link.target.get_covered_text()) for link in hubs["a3"].arguments.elements]
    assert slots == [
        ("source", "البلدية"), ("cue", "نفت"), ("anchor", "ذلك"),
        ("target", "إن الجسر الجديد أُغلق"),
    ]  # fmt: skip


def test_every_layer_is_one_that_inception_takes() -> None:
    """INCEpTION makes a span layer of an annotation type; a link has `role` and `target`."""
    types = cassis.TypeSystem()
    from workbench.exchange.formats.cas import LINK, build_types

    types = build_types()
    for name in (CLAIM, SOURCE, ATTRIBUTION):
        assert types.get_type(name).supertype.name == "uima.tcas.Annotation"
        assert name.startswith("webanno.custom.")
    assert {each.name for each in types.get_type(LINK).all_features} >= {"role", "target"}
    arguments = types.get_type(ATTRIBUTION).get_feature("arguments")
    assert arguments.elementType.name == LINK


def test_what_a_person_changes_in_inception_comes_back(tmp_path: Path) -> None:
    record = small_record()
    export("cas-json", [record], tmp_path)
    path = tmp_path / "small-1.json"
    cas = cassis.load_cas_from_json(path.read_text("utf-8"))
    hub = next(each for each in cas.select(ATTRIBUTION) if each.item == "a3")
    hub.stance, hub.certainty, hub.note = "doubt", "possible", "هل نفت حقا؟"
    start = record.document.text.index("300 متر")
    cas.add(cas.typesystem.get_type(CLAIM)(begin=start, end=start + 7))
    path.write_text(cas.to_json(), "utf-8")
    (back,), report = read("cas-json", tmp_path, "gold")
    changed = next(each for each in back.attributions if each.id == "a3")
    assert (changed.stance, changed.certainty, changed.note) == ("doubt", "possible", "هل نفت حقا؟")
    assert [claim.spans[0].text for claim in back.claims][-1] == "300 متر"
    assert back.claims[0] == record.claims[0]
    assert report.losses == ()


def test_characters_that_xml_cannot_hold_come_back(tmp_path: Path) -> None:
    record = small_record()
    text = record.document.text.replace("ويمتد", "و\x0bمتد")
    document = msgspec.structs.replace(
        record.document, text=text, text_sha256=compute_text_sha256(text)
    )
    noted = msgspec.structs.replace(record.claims[0], note="\x01\ufffe")
    record = msgspec.structs.replace(record, document=document, claims=(noted,))
    report = export("cas-xmi", [record], tmp_path)
    assert read("cas-xmi", tmp_path, "gold")[0] == [record]
    assert {(loss.what, loss.count) for loss in report.losses if "XML" in loss.why} == {
        ("characters of the text", 1), ("characters of notes and propositions", 2),
    }  # fmt: skip


BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&b;</xmi:XMI>"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&secret;</xmi:XMI>"""


@pytest.mark.parametrize("hostile", [BOMB, OUTSIDE])
@pytest.mark.parametrize("place", ["doc.xmi", TYPE_SYSTEM])
def test_no_entity_is_ever_expanded(tmp_path: Path, hostile: str, place: str) -> None:
    make_foreign().typesystem.to_xml(tmp_path / TYPE_SYSTEM)
    (tmp_path / "doc.xmi").write_text("<x/>")
    (tmp_path / place).write_text(hostile)
    with pytest.raises(InputError, match="without a document type"):
        read("cas-xmi", tmp_path)


def test_every_truncation_is_a_clear_error(tmp_path: Path) -> None:
    for name in ("cas-xmi", "cas-json"):
        folder = tmp_path / name
        folder.mkdir()
        export(name, [small_record()], folder)
        path = next(folder.glob("small-1.*"))
        whole = path.read_bytes()
        for length in range(0, len(whole) - 2, len(whole) // 20):
            path.write_bytes(whole[:length])
            with pytest.raises(InputError, match="small-1"):
                read(name, folder)


def test_offsets_inside_a_pair_or_far_away_are_refused(tmp_path: Path) -> None:
    text = make_foreign().to_json()
    for wrong in (1, 10**9, -4):
        broken = text.replace('"begin": 3', f'"begin": {wrong}').replace(
            '"begin":3', f'"begin":{wrong}'
        )
        assert broken != text
        (tmp_path / "a.json").write_text(broken, "utf-8")
        with pytest.raises(OffsetError, match=r"a\.json"):
            read("cas-json", tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"[]", b"{}", b"null", b'{"%FEATURE_STRUCTURES": 3}', b'{"%FEATURE_STRUCTURES": [{}]}',
        b'{"%FEATURE_STRUCTURES": []}', b"\xff\xfe", b"PK\x03\x04", b"\x1f\x8b\x08", b"[" * 100_000,
        b'{"%FEATURE_STRUCTURES": [], "x": "\\ud800"}', b'{"%FEATURE_STRUCTURES": NaN}',
    ],
)  # fmt: skip
def test_what_is_no_cas_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(WorkbenchError, match=r"a\.json"):
        read("cas-json", tmp_path)


def test_an_xmi_without_its_types_says_where_they_come_from(tmp_path: Path) -> None:
    make_foreign().to_xmi(tmp_path / "a.xmi")
    with pytest.raises(InputError, match="type system"):
        read("cas-xmi", tmp_path)


def test_the_type_that_is_missing_is_named(tmp_path: Path, with_stance: Ground) -> None:
    make_foreign().to_xmi(tmp_path / "a.xmi")
    cassis.TypeSystem().to_xml(tmp_path / TYPE_SYSTEM)
    with pytest.raises(InputError, match=r"webanno\.custom"):
        read("cas-xmi", tmp_path, ground=with_stance)
