"""A law of splits and merges: whatever is done, every item stands once, whole, in its sentence."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contract.building import INFO, LAYER, OTHER, add, local_mounts, make_action, make_key
from workbench.errors import ConflictError, EditError
from workbench.exchange import assemble_record
from workbench.model import (
    Annotation,
    Attribution,
    Claim,
    Document,
    Provenance,
    Segment,
    Sentence,
    Source,
    Span,
    compute_text_sha256,
)
from workbench.scheme import load_scheme
from workbench.scheme.records import check_record
from workbench.store import Store, create_store, open_store

TEXT = "قال الناطق إنّ الجسر مغلق، ونفت البلدية.\nThe clerk said no, he says 👩‍🚒.\nوصل الوفد ليلا."
LAYERS = (LAYER, OTHER, "gold", "system:cues")
WORDS = [(start, start + len(word)) for word in TEXT.split() for start in [TEXT.index(word)]]

words = st.sampled_from(WORDS)
steps = st.lists(
    st.tuples(st.sampled_from(["split", "merge", "undo", "redo"]), st.integers(0, len(TEXT))),
    min_size=1,
    max_size=8,
)
said = st.lists(
    st.tuples(st.sampled_from(LAYERS), words, st.none() | words, st.booleans()), max_size=6
)


def make() -> tuple[Document, tuple[Segment, ...], tuple[Sentence, ...]]:
    sentences, start = [], 0
    for number, line in enumerate(TEXT.split("\n"), 1):
        sentences.append(Sentence(f"s{number}", start, start + len(line)))
        start += len(line) + 1
    digest = compute_text_sha256(TEXT)
    document = Document("d1", "ar", None, None, None, None, {}, TEXT, digest)
    return document, (Segment(0, len(TEXT), "body"),), tuple(sentences)


def span(edges: tuple[int, int]) -> Span:
    return Span(*edges, TEXT[slice(*edges)])


def home(start: int) -> str:
    return f"s{TEXT[:start].count(chr(10)) + 1}"


def say(
    store: Store, drawn: list[tuple[str, tuple[int, int], tuple[int, int] | None, bool]]
) -> None:
    """Save claims of a word each, and attributions with a cue or without any word."""
    claims: dict[tuple[str, str], list[Claim]] = {}
    attributions: dict[tuple[str, str], list[Attribution]] = {}
    for number, (layer, word, cue, understood) in enumerate(drawn):
        spans = () if understood else (span(word),)
        at = home(word[0])
        claim = Claim(f"c{number}", at, spans, "attributed", proposition="مفهوم", features={})
        claims.setdefault((layer, at), []).append(claim)
        cues = None if cue is None else (span(cue),)
        there = at if cue is None else home(cue[0])
        attribution = Attribution(
            f"a{number}", there, Source((), "implicit"), cues, (claim.id,), (), "affirm", "certain"
        )
        attributions.setdefault((layer, there), []).append(attribution)
    for layer, sentence in claims.keys() | attributions.keys():
        answer = Annotation(
            sentence,
            tuple(claims.get((layer, sentence), ())),
            tuple(attributions.get((layer, sentence), ())),
            "done",
        )
        store.save(make_action(("d1", answer, 0), layer=layer))


def read_items(store: Store, layer: str) -> dict[str, Claim | Attribution]:
    items: list[Claim | Attribution] = []
    for stored in store.get_annotations("d1", layer).values():
        items += [*stored.annotation.claims, *stored.annotation.attributions]
    found = {item.id: item for item in items}
    assert len(found) == len(items)
    return found


def do(store: Store, step: str, at: int) -> None:
    stored = store.get_document("d1")
    here = [ref for ref in stored.sentences if ref.start <= at] or stored.sentences
    based_on, sentence, key = stored.segmentation, here[-1].sentence, make_key()
    try:
        if step == "split":
            store.split_sentence("d1", sentence, at, based_on=based_on, layer=LAYER, key=key)
        elif step == "merge":
            store.merge_sentences("d1", sentence, based_on=based_on, layer=LAYER, key=key)
        else:
            (store.undo if step == "undo" else store.redo)(LAYER, key)
    except EditError:
        assert store.get_document("d1") == stored
    except ConflictError:
        assert step in ("undo", "redo")


def check(store: Store, layer: str) -> None:
    stored = store.get_document("d1")
    record = assemble_record(
        stored.document,
        stored.segments,
        tuple(Sentence(ref.sentence, ref.start, ref.end) for ref in stored.sentences),
        {name: each.annotation for name, each in store.get_annotations("d1", layer).items()},
        Provenance(layer, ("a01",), None, "1", "claims-sources-stances", "1.0"),
        needs_certainty=lambda _: False,
    ).record
    problems = check_record(record, load_scheme("claims-sources-stances"))
    assert [str(problem) for problem in problems if not problem.is_warning] == []


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("laws") / "store.sqlite"
    with create_store(path, INFO, mounts=local_mounts) as store:
        add(store, make())
    return path


@given(drawn=said, steps=steps)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_item_stands_once_and_whole_in_its_sentence(
    template: Path,
    drawn: list[tuple[str, tuple[int, int], tuple[int, int] | None, bool]],
    steps: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory(dir=template.parent) as folder:
        path = Path(folder, "store.sqlite")
        shutil.copy(template, path)
        with open_store(path, mounts=local_mounts) as store:
            say(store, drawn)
            others = [layer for layer in LAYERS if layer != LAYER]
            before = {layer: read_items(store, layer) for layer in others}
            for step in steps:
                do(store, *step)
                refs = {ref.sentence: ref for ref in store.get_document("d1").sentences}
                for layer, items in before.items():
                    after = read_items(store, layer)
                    assert after.keys() == items.keys()
                    for name, item in after.items():
                        assert bare(item) == bare(items[name])
                        assert item.sentence in refs
            for layer in LAYERS:
                check(store, layer)
            assert store.check() == ()
            covered = "".join(TEXT[r.start : r.end] for r in store.get_document("d1").sentences)
            assert "".join(covered.split()) == "".join(TEXT.split())


def bare(item: Claim | Attribution) -> tuple[object, ...]:
    """Return all of an item but its sentence."""
    if isinstance(item, Claim):
        return (item.spans, item.proposition, item.voice)
    return (item.source, item.cue, item.targets, item.stance)
