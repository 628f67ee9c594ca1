"""The register: what merges and splits make of ids that were chosen, and what undo gives back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import EditError
from workbench.model import Annotation, Attribution, Entity, Name, Source, Span
from workbench.model.register import (
    Add,
    Deed,
    Edit,
    Entry,
    Merge,
    Place,
    Register,
    Split,
    Undo,
    adopt_base,
)
from workbench.model.registering import check_deed, clean_name
from workbench.model.resolving import resolve_annotation, resolve_entities


def entity(id_: str, *names: str, **fields: str | None) -> Entity:
    given_ = {"kind": None, "anonymity": None, "affiliation": None, "note": None, **fields}
    return Entity(id_, names=tuple(Name(each, None) for each in names or (id_,)), **given_)


def log(*deeds: Deed) -> Register:
    """Return a register after `deeds`, each checked as a store does."""
    register = Register()
    for deed in deeds:
        check_deed(deed, register)
        register = register.after(Entry(register.number + 1, "", None, deed))
    return register


def said(words: str = "", *entities: str, id_: str = "a1") -> Attribution:
    spans = (Span(0, len(words), words),) if words else ()
    return Attribution(id_, "s1", Source(spans, "explicit", entities))


def resolve(register: Register, attribution: Attribution, document: str = "d1") -> tuple[str, ...]:
    return resolve_entities(attribution, document, register)


A, B, C = Add(entity("a")), Add(entity("b")), Add(entity("c"))


def test_a_merged_id_stands_for_the_other_and_each_is_named_once() -> None:
    register = log(A, B, C, Merge(("b",), "a"), Merge(("a",), "c"))
    assert resolve(register, said("", "b", "x", "a")) == ("c", "x")
    assert {each.text for each in register.entities["c"].names} == {"a", "b", "c"}
    assert [*register.entities] == ["c"]


def test_what_a_merged_entity_lacks_it_gets_from_the_others() -> None:
    one, other = entity("a", "أ"), entity("b", "ب", kind="person", note="n", affiliation="a")
    merged = log(Add(one), Add(other), Merge(("b",), "a")).entities["a"]
    assert (merged.kind, merged.note) == ("person", "n")
    assert merged.affiliation is None  # nobody belongs to themselves


def test_a_split_takes_along_what_it_says() -> None:
    new = entity("new", "الهيئة")
    register = log(
        Add(entity("a", "الوزارة", "الهيئة")),
        Split("a", new, ("الهيئه",), ("d9",), (Place("d1", "a7"),)),
    )
    assert resolve(register, said("الوزارة", "a")) == ("a",)
    assert resolve(register, said("الهَيْئة", "a")) == ("new",)  # folded
    assert resolve(register, said("الوزارة", "a"), "d9") == ("new",)
    assert resolve(register, said("", "a", id_="a7")) == ("new",)
    assert [each.text for each in register.entities["a"].names] == ["الوزارة"]


def test_rules_that_lead_round_end_at_one_place() -> None:
    register = log(
        A,
        B,
        Split("a", entity("n"), documents=("d1",)),
        Split("b", entity("m"), documents=("d1",)),
        Merge(("n",), "b"),
        Merge(("m",), "a"),
    )
    assert {resolve(register, said("", each)) for each in "abnm"} == {("a",)}
    assert resolve(register, said("", "b"), "d2") == ("b",)


def test_an_undo_of_an_undo_is_the_change_again() -> None:
    register = log(A, B, Merge(("b",), "a"), Undo(3), Undo(4))
    assert register.entities == log(A, B, Merge(("b",), "a")).entities
    assert register.number == 5


@pytest.mark.parametrize(
    ("deed", "word"),
    [
        (Add(entity("a")), "had"),
        (Add(entity("no space")), "id"),
        (Add(Entity("n", None, (), None, None, None)), "name"),
        (Add(entity("n", affiliation="nobody")), "register"),
        (Edit(entity("a", affiliation="a")), "lead back"),
        (Edit(entity("b")), "merged into a"),
        (Merge((), "a"), "two"),
        (Merge(("c", "c"), "a"), "two"),
        (Merge(("b",), "c"), "merged into a"),
        (Merge(("x",), "c"), "register"),
        (Split("a", entity("n")), "articles"),
        (Split("c", entity("n"), names=("c",)), "stays"),
        (Undo(99), "99"),
        (Undo(1), "take back number 4 first"),
    ],
)
def test_what_the_register_cannot_take_is_refused(deed: Deed, word: str) -> None:
    register = log(A, B, C, Merge(("b",), "a"))
    with pytest.raises(EditError, match=word):
        check_deed(deed, register)


def test_an_entity_that_others_belong_to_is_not_taken_back() -> None:
    register = log(A, Add(entity("of-a", affiliation="a")))
    with pytest.raises(EditError, match="belong"):
        check_deed(Undo(1), register)


# -- who belongs to one article -----------------------------------------------------------------

OFFICIAL = entity("official", anonymity="anonymous")
WITNESSES = entity("witnesses", anonymity="generic")


def test_anonymous_ones_are_never_one_across_articles() -> None:
    other = entity("other", anonymity="anonymous")
    register = log(A, Add(OFFICIAL, "d1"), Add(other, "d2"), Add(WITNESSES, "d1"))
    for merge in (Merge(("other",), "official"), Merge(("official",), "a"), Merge(("a",), "other")):
        with pytest.raises(EditError, match="anonymous"):
            check_deed(merge, register)
    check_deed(Merge(("witnesses",), "official"), register)  # of one article


def test_nor_are_those_whose_article_nobody_knows() -> None:
    register = log(Add(OFFICIAL), Add(WITNESSES))
    with pytest.raises(EditError, match="anonymous"):
        check_deed(Merge(("witnesses",), "official"), register)


def test_a_role_is_shared_where_somebody_with_a_name_stands_behind_it() -> None:
    behind = Add(entity("ministry", anonymity="named"))
    one = entity("s1", "المتحدثة", anonymity="role_only", affiliation="ministry")
    register = log(behind, Add(one, "d1"), Add(entity("s2", anonymity="role_only"), "d2"))
    assert not register.is_bound("s1")
    assert register.is_bound("s2")
    assert register.home("s2") == "d2"


def test_nobody_becomes_anonymous_who_was_merged_across_articles() -> None:
    register = log(Add(entity("a"), "d1"), Add(entity("b"), "d2"), Merge(("b",), "a"))
    with pytest.raises(EditError, match="anonymous"):
        check_deed(Edit(entity("a", anonymity="anonymous")), register)


def test_an_unknown_way_of_being_named_counts_as_anonymous() -> None:
    assert log(Add(entity("x", anonymity="withheld"))).is_bound("x")


def test_what_only_files_know_comes_into_the_log_with_whom_it_belongs_to() -> None:
    base = {"a": entity("a", affiliation="b"), "b": entity("b", affiliation="a")}
    register = Register(base)
    adds = adopt_base(Edit(entity("a", "new")), register)
    assert [add.entity.id for add in adds] == ["b", "a"]
    whole = log(*adds)  # a circle in the files does not come along
    assert set(whole.entities) == {"a", "b"}


def test_names_are_kept_without_what_turns_the_text_around() -> None:
    assert clean_name(" \u202eوزارة\u00a0  النقل\u200f ") == "وزارة النقل"


# -- laws ---------------------------------------------------------------------------------------

_WORDS = ("الوزارة", "الهيئة", "المتحدث", "")
_DOCUMENTS = ("d1", "d2")


@st.composite
def logs(draw: st.DrawFn) -> Register:
    """Give any register that a sequence of allowed changes may lead to."""
    register = Register()
    for number in range(draw(st.integers(2, 4))):
        words = draw(st.sampled_from(_WORDS[:3]))
        deed: Deed = Add(entity(f"e{number}", f"{words}{number}", words))
        register = register.after(Entry(register.number + 1, "", None, deed))
    for number in range(draw(st.integers(0, 9))):
        deed = draw(_deeds(register, f"n{number}"))
        try:
            check_deed(deed, register)
        except EditError:
            continue
        register = register.after(Entry(register.number + 1, "", None, deed))
    return register


def _deeds(register: Register, new: str) -> st.SearchStrategy[Deed]:
    known = st.sampled_from(sorted(register.lines) or ["none"])
    some = st.lists(known, min_size=1, max_size=2).map(tuple)
    places = st.builds(Place, st.sampled_from(_DOCUMENTS), st.sampled_from(["a1", "a2"]))
    return st.one_of(
        st.builds(Merge, some, known),
        st.builds(
            Split,
            known,
            st.just(entity(new)),
            names=st.lists(st.sampled_from(_WORDS[:3]), max_size=1).map(tuple),
            documents=st.lists(st.sampled_from(_DOCUMENTS), max_size=1).map(tuple),
            attributions=st.lists(places, max_size=1).map(tuple),
        ),
        st.builds(Edit, known.map(lambda each: entity(each, "المتحدث", each))),
        st.builds(Undo, st.integers(1, max(1, register.number))),
    )


@st.composite
def attributions(draw: st.DrawFn) -> Attribution:
    ids = [f"e{n}" for n in range(4)] + [f"n{n}" for n in range(9)] + ["unknown"]
    entities = draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))
    word = draw(st.sampled_from(_WORDS))
    return said(word, *entities, id_=draw(st.sampled_from(["a1", "a2"])))


@given(logs(), attributions(), st.sampled_from(_DOCUMENTS))
def test_resolving_again_changes_nothing(
    register: Register, attribution: Attribution, document: str
) -> None:
    annotation = Annotation("s1", attributions=(attribution,))
    once = resolve_annotation(annotation, document, register)
    assert resolve_annotation(once, document, register) == once
    for each in once.attributions[0].source.entities:
        assert register.is_current(each)


@given(logs())
@settings(max_examples=60)
def test_every_change_that_may_be_taken_back_leaves_exactly_what_was(register: Register) -> None:
    everything = [
        said(word, f"{kind}{number}", id_=id_)
        for word in _WORDS
        for kind, number in [("e", 0), ("e", 1), ("n", 0), ("n", 3)]
        for id_ in ("a1", "a2")
    ]

    def state(log_: Register) -> object:
        return log_.entities, log_.merged, [resolve(log_, each) for each in everything]

    while register.active:
        last = register.active[-1]
        before = Register(entries=register.entries[: last.number - 1])
        undo = Undo(last.number)
        is_plain = not any(isinstance(e.deed, Undo) for e in register.entries)
        try:
            check_deed(undo, register)
        except EditError:
            # only an entity that others belong to, which these never do, would be kept
            raise AssertionError(f"the newest change {last} could not be taken back") from None
        register = register.after(Entry(register.number + 1, "", None, undo))
        if is_plain:
            assert state(register) == state(before)
        assert last.number not in {entry.number for entry in register.active}
    assert register.entities == {}


@given(logs(), st.data())
def test_undo_and_undo_again_is_as_if_nothing_was(register: Register, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, register.number))
    try:
        check_deed(Undo(number), register)
    except EditError:
        return
    undone = register.after(Entry(register.number + 1, "", None, Undo(number)))
    check_deed(Undo(undone.number), undone)
    again = undone.after(Entry(undone.number + 1, "", None, Undo(undone.number)))
    assert (again.entities, again.active) == (register.entities, register.active)
