"""The ledger: claims in rows, sources in columns, and who counts as a witness."""

from __future__ import annotations

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledgers import Saying, make_many, make_record
from workbench.ledger import Ledger, build_ledger
from workbench.ledger.layering import layer_relays
from workbench.ledger.ledger import Relay
from workbench.ledger.selecting import REST, join_sides, keep_columns, select_rows
from workbench.ledger.shapes import choose_shapes
from workbench.ledger.tables import COLUMNS, build_matrix, iter_lines
from workbench.model import ClaimRef, Entity, Link, Name, Record, Registry
from workbench.model.registry import Cluster
from workbench.scheme import load_scheme

SCHEME = load_scheme("claims-sources-stances")
BRIDGE = "إن الجسر سيغلق"


def make_entity(
    name: str, text: str, affiliation: str | None = None, anonymity: str | None = None
) -> Entity:
    return Entity(name, None, (Name(text, "ar"),), anonymity, affiliation, None)


REGISTRY = Registry(
    {
        "town": make_entity("town", "بلدية سهوان"),
        "mayor": make_entity("mayor", "رئيس بلدية سهوان", "town"),
        "clerk": make_entity("clerk", "مسؤول في سهوان", "town", "anonymous"),
        "wire": make_entity("wire", "وكالة المرفأ"),
    },
    {"k1": Cluster("k1", "الجسر سيغلق", None)},
)


def build(*records: Record, links: tuple[Link, ...] = ()) -> Ledger:
    return build_ledger(records, SCHEME, REGISTRY, links)


def say(source: str, stance: str = "affirm", **others: str) -> Saying:
    certainty = "certain" if stance in ("affirm", "deny") else None
    entities = (source,) if source in REGISTRY.entities else ()
    return Saying(BRIDGE, source, stance, certainty, "k1", entities, **others)  # type: ignore[arg-type]


# -- rows and columns -----------------------------------------------------------------------------


def test_claims_of_one_cluster_are_one_row_and_a_denial_stands_with_what_it_denies() -> None:
    ledger = build(
        make_record("d1", [say("mayor"), Saying("إن المطر سيهطل", "هيئة الأنواء")]),
        make_record("d2", [say("نقابة", "deny")]),
    )
    row, other = ledger.rows
    assert (row.id, row.text, row.documents, row.claims) == ("k1", "الجسر سيغلق", ("d1", "d2"), 2)
    assert row.witnesses == {"affirm": 1, "deny": 1}
    assert row.disputed
    assert not other.disputed
    assert (other.cluster, other.id, other.text) == (None, "d1 c1", "إن المطر سيهطل")


def test_one_source_is_one_column_by_entity_or_by_folded_words() -> None:
    ledger = build(
        make_record("d1", [say("mayor"), Saying("أ", "نقابة الأطبّاء")]),
        make_record("d2", [say("mayor"), Saying("ب", "نقابة الاطباء")]),
    )
    assert sorted(each.name for each in ledger.columns) == ["رئيس بلدية سهوان", "نقابة الأطبّاء"]


def test_who_is_anonymous_keeps_to_its_article() -> None:
    words = [Saying(BRIDGE, "مسؤول", cluster="k1", entities=("clerk",))]
    ledger = build(make_record("d1", words))
    assert [each.document for each in ledger.columns] == ["d1"]
    unnamed = make_record("d1", words)
    hidden = msgspec.structs.replace(
        unnamed.attributions[0],
        source=msgspec.structs.replace(
            unnamed.attributions[0].source, spans=(), realization="implicit", entities=()
        ),
    )
    one = msgspec.structs.replace(unnamed, attributions=(hidden,))
    document = msgspec.structs.replace(one.document, id="d2")
    ledger = build(one, msgspec.structs.replace(one, document=document))
    assert {each.document for each in ledger.columns} == {"d1", "d2"}
    assert ledger.rows[0].witness_count == 2


def test_columns_of_one_side_stand_together() -> None:
    ledger = build(make_record("d1", [say("mayor"), say("نقابة"), say("town"), say("نقابة")]))
    assert [each.side for each in ledger.columns] in (
        ["town", "town", "words نقابه"],
        ["words نقابه", "town", "town"],
    )
    joined = join_sides(ledger)
    assert len(joined.columns) == 2
    assert joined.rows[0].witness_count == ledger.rows[0].witness_count == 3


def test_affiliations_in_a_circle_end() -> None:
    circle = Registry({"a": make_entity("a", "أ", "b"), "b": make_entity("b", "ب", "a")}, {})
    record = make_record(
        "d1", [Saying("x", "أ", entities=("a",)), Saying("y", "ب", entities=("b",))]
    )
    assert {each.side for each in build_ledger([record], SCHEME, circle).columns} == {"a"}


def test_an_outlet_that_is_a_known_entity_is_its_column() -> None:
    record = make_record("d1", [Saying("إن الشمس أشرقت")], publisher="وكالة المرفأ")
    (column,) = build(record).columns
    assert (column.id, column.naming) == ("wire", "entity")


# -- witnesses ------------------------------------------------------------------------------------


def test_a_relay_is_no_witness_and_is_said_to_pass_it_on() -> None:
    saying = say("mayor", relay="وكالة المرفأ", relay_entities=("wire",))  # type: ignore[arg-type]
    row = build(make_record("d1", [saying])).rows[0]
    parts = {each.column: (each.part, each.via) for each in row.statements}
    assert parts == {"mayor": ("witness", ("wire",)), "wire": ("relay", ())}
    assert (row.witness_count, row.relays) == (1, 1)


def test_a_source_quoted_by_many_is_one_witness() -> None:
    row = build(*(make_record(f"d{number}", [say("mayor")]) for number in range(4))).rows[0]
    assert (row.witness_count, len(row.statements)) == (1, 4)


def test_a_claim_that_restates_another_is_no_second_witness() -> None:
    records = (
        make_record("d1", [say("شهود")], publisher="وكالة المرفأ"),
        make_record("d2", [say("سكان")], publisher="صدى"),
    )
    assert build(*records).rows[0].witness_count == 2
    link = Link("restates", ClaimRef("d2", "c0"), ClaimRef("d1", "c0"))
    ledger = build(*records, links=(link,))
    row = ledger.rows[0]
    assert (row.witness_count, row.copies) == (1, 1)
    assert [(each.part, each.copy_of) for each in row.statements] == [
        ("witness", None),
        ("copy", "d1"),
    ]
    assert [(each.kind, each.end) for each in ledger.relays] == [("copy", "wire")]


def test_an_own_voice_is_counted_beside_witnesses() -> None:
    row = build(make_record("d1", [Saying(BRIDGE, cluster="k1"), say("mayor", "deny")])).rows[0]
    assert (row.witness_count, row.own, row.disputed) == (1, 1, True)


def test_a_link_to_a_claim_that_is_not_here_changes_nothing() -> None:
    record = make_record("d1", [say("mayor")])
    link = Link("restates", ClaimRef("d1", "c0"), ClaimRef("gone", "c0"))
    assert build(record, links=(link,)) == build(record)


def test_linked_rows_know_each_other() -> None:
    record = make_record("d1", [say("mayor"), Saying("إن الجسر مفتوح", "شهود")])
    link = Link("updates", ClaimRef("d1", "c1"), ClaimRef("d1", "c0"))
    rows = {row.id: row for row in build(record, links=(link,)).rows}
    assert [(each.row, each.reversed) for each in rows["k1"].related] == [("d1 c1", True)]
    assert [(each.row, each.reversed) for each in rows["d1 c1"].related] == [("k1", False)]


# -- time -----------------------------------------------------------------------------------------


def test_a_source_that_changes_its_position_shows_both_in_order_of_time() -> None:
    ledger = build(
        make_record("d1", [say("mayor")], published="2031-09"),
        make_record("d2", [say("mayor", "deny")], published="2031-03-04"),
    )
    row = ledger.rows[0]
    assert [each.stance for each in row.of("mayor")] == ["deny", "affirm"]
    assert row.changed == ("mayor",)
    assert row.witnesses == {"affirm": 1}, "who changed counts by what was said last"


def test_a_date_that_only_the_text_states_is_inferred() -> None:
    record = make_record("d1", [Saying("تاريخ النشر: 6 نوفمبر/تشرين الثاني 2031"), say("mayor")])
    document = msgspec.structs.replace(record.document, published=None)
    segment = msgspec.structs.replace(
        record.segments[0],
        end=record.sentences[0].end,
        kind="boilerplate",
        reason="pattern:published",
    )
    rest = msgspec.structs.replace(record.segments[0], start=record.sentences[1].start)
    shown = msgspec.structs.replace(record, document=document, segments=(segment, rest))
    statement = next(e for row in build(shown).rows for e in row.statements if e.column == "mayor")
    assert (statement.date, statement.inferred) == ("2031-11-06", True)


# -- figures --------------------------------------------------------------------------------------


def test_confirmed_figures_stand_before_proposed_ones() -> None:
    confirmed = Saying(
        "إن 600 عامل وصلوا", "شهود", cluster="k1",
        features={"figure": ">=600 person", "date": "2031-04"},
    )  # fmt: skip
    proposed = Saying("إن 700 عامل وصلوا", "نقابة", "deny", cluster="k1")
    ledger = build(make_record("d1", [confirmed, proposed]))
    first, second = ledger.points
    assert (first.amount.low, first.amount.high, first.amount.proposed) == (600, None, False)
    assert (first.date, first.dated) == ("2031-04", True)
    assert first.day is not None
    assert second.day is not None
    assert first.day < second.day
    assert (second.amount.low, second.amount.proposed, second.dated) == (700, True, False)


# -- laws -----------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_the_records_changes_nothing(seed: int) -> None:
    records, registry = make_many(20, 6, seed=seed)
    shuffled = random.Random(seed).sample(records, len(records))
    assert build_ledger(shuffled, SCHEME, registry) == build_ledger(records, SCHEME, registry)


def test_every_statement_has_its_sentence_and_its_column() -> None:
    records, registry = make_many()
    ledger = build_ledger(records, SCHEME, registry)
    assert len(ledger.rows) == 200
    columns = {each.id for each in ledger.columns}
    statements = [each for row in ledger.rows for each in row.statements]
    assert [each.number for each in statements] == list(range(len(statements)))
    for each in statements:
        assert {each.column, *each.via} <= columns
        for quote in each.quotes:
            text = ledger.sentences[quote.document][quote.sentence]
            for mark in quote.marks:
                assert text[mark.start : mark.end].strip() == text[mark.start : mark.end] != ""


# -- parts, tables, layers ------------------------------------------------------------------------


def test_a_part_of_a_ledger_keeps_what_its_rows_need() -> None:
    records, registry = make_many(40, 6)
    ledger = build_ledger(records, SCHEME, registry)
    part = select_rows(ledger, [ledger.rows[3].id])
    assert [row.id for row in part.rows] == [ledger.rows[3].id]
    assert {each.id for each in part.columns} == {each.column for each in part.rows[0].statements}
    narrow = keep_columns(ledger, 5)
    assert len(narrow.columns) == 5
    assert narrow.columns[-1].id == REST
    assert [len(row.statements) for row in narrow.rows] == [len(r.statements) for r in ledger.rows]


def test_the_tables_have_a_line_for_each_thing() -> None:
    ledger = build(make_record("d1", [say("mayor"), say("نقابة", "deny")]))
    lines = list(iter_lines("statements", ledger, repr))
    assert [(each["source"], each["stance"]) for each in lines] == [
        ("رئيس بلدية سهوان", "affirm"),
        ("نقابة", "deny"),
    ]
    for kind, columns in COLUMNS.items():
        assert all(set(line) == set(columns) for line in iter_lines(kind, ledger, repr))
    names, matrix = build_matrix(ledger)
    assert matrix[0]["نقابة"] == "deny"
    assert set(names) == set(matrix[0])


def test_sources_of_one_name_have_columns_of_their_own_in_the_matrix() -> None:
    registry = Registry({"x": make_entity("x", "claim"), "y": make_entity("y", "claim")}, {})
    said = [Saying("أ", "س", entities=("x",)), Saying("ب", "ع", entities=("y",))]
    names, _ = build_matrix(build_ledger([make_record("d1", said)], SCHEME, registry))
    assert len(names) == len(set(names)) == 7


def test_relays_stand_in_layers_and_circles_end() -> None:
    pairs = [("wire", "paper"), ("paper", "mayor"), ("mayor", "wire"), ("wire", "mayor")]
    relays = [Relay(start, end, "relay", 1, (), ()) for start, end in pairs]
    nodes = {each.column: each for each in layer_relays(relays)}
    assert (nodes["wire"].layer, nodes["paper"].layer, nodes["mayor"].layer) == (0, 1, 2)
    assert layer_relays([]) == ()


def test_no_two_stances_of_a_scheme_look_alike() -> None:
    for name in ("claims-sources-stances", "sdqc"):
        shapes = choose_shapes(load_scheme(name))
        assert len(set(shapes.values())) == len(shapes)
