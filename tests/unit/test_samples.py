"""The sample articles, their gold and the guidelines' examples: true to their word, and our own."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from workbench.ingest import Article, iter_articles
from workbench.model import (
    REALIZATIONS,
    SCHEMA_VERSION,
    SEGMENT_KINDS,
    Attribution,
    Claim,
    Decision,
    Document,
    Provenance,
    Record,
    Segment,
    Sentence,
    compute_leaf_claims,
    compute_text_sha256,
    derive_voices,
    dump_record,
    load_record,
)
from workbench.scheme import load_scheme
from workbench.scheme.validation import iter_violations

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT / "seeds"
GOLD = ROOT / "exports" / "sample-gold.jsonl"
GUIDELINES = ROOT / "docs" / "guidelines.md"
SCHEME = load_scheme("claims-sources-stances")
_FENCE = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _load_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sample_build", SEEDS / "gold" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # msgspec looks its annotations up there
    spec.loader.exec_module(module)
    return module


build = _load_build()
RECORDS = tuple(load_record(line) for line in GOLD.read_text("utf-8").splitlines())
ARTICLES = sorted(SEEDS.glob("*.txt"))
ALL_TEXT = "\n".join(path.read_text("utf-8") for path in ARTICLES)


def _attributions() -> Iterator[tuple[Record, Attribution]]:
    return ((record, each) for record in RECORDS for each in record.attributions)


def _claims() -> Iterator[tuple[Record, Claim]]:
    return ((record, each) for record in RECORDS for each in record.claims)


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    inner = [_depth(by_id[target], by_id) for target in attribution.targets if target in by_id]
    return 1 + max(inner, default=0)


def _by_id(record: Record) -> dict[str, Attribution]:
    return {each.id: each for each in record.attributions}


def _stances_by_cluster() -> dict[str, list[tuple[str, str | None]]]:
    """Return the document and stance of whatever reaches a claim of each cluster."""
    stances = defaultdict(list)
    for record in RECORDS:
        clusters = {claim.id: claim.cluster for claim in record.claims}
        for each in record.attributions:
            for target in each.targets:
                if cluster := clusters.get(target):
                    stances[cluster].append((record.document.id, each.stance))
    return stances


# The gold


def test_gold_is_rebuilt_byte_for_byte() -> None:
    assert build.dump_gold().encode("utf-8") == GOLD.read_bytes()


def test_the_registry_is_rebuilt_byte_for_byte() -> None:
    registry = build.load_registry()
    for name, dumped in [
        ("entities", build.dump_entities(registry)),
        ("clusters", build.dump_clusters(registry)),
    ]:
        assert dumped.encode("utf-8") == GOLD.with_name(f"sample-{name}.jsonl").read_bytes()


def test_gold_has_neither_violations_nor_warnings() -> None:
    assert list(iter_violations(GOLD)) == []


def test_gold_lines_are_canonical_and_in_the_order_of_their_documents() -> None:
    assert [dump_record(record) for record in RECORDS] == GOLD.read_text("utf-8").splitlines()
    ids = [record.document.id for record in RECORDS]
    assert ids == sorted(ids)
    assert len(ids) == len(ARTICLES) == 5


def test_gold_documents_are_those_that_ingest_makes_of_the_articles() -> None:
    records = {record.document.id: record for record in RECORDS}
    for path in ARTICLES:
        document, _, sentences = build.ingest_article(path)
        assert document.id == compute_text_sha256(document.text)[:16]
        assert records[document.id].document == document
        assert records[document.id].sentences == sentences


def test_every_sentence_outside_boilerplate_is_decided() -> None:
    for record in RECORDS:
        for sentence, decision in zip(record.sentences, record.decisions, strict=True):
            segment = build.segment_of(sentence, record.segments)
            expected = "open" if segment.kind == "boilerplate" else "done"
            assert (decision.sentence, decision.status) == (sentence.id, expected)


def test_every_stance_realization_and_certainty_occurs() -> None:
    attributions = [each for _, each in _attributions()]
    assert {each.stance for each in attributions} == {each.value for each in SCHEME.stances}
    assert {each.source.realization for each in attributions} == set(REALIZATIONS)
    assert {each.certainty for each in attributions} == {None, "certain", "probable", "possible"}


def test_every_kind_of_segment_occurs() -> None:
    kinds = {segment.kind for record in RECORDS for segment in record.segments}
    assert kinds == set(SEGMENT_KINDS)


def test_chains_are_three_voices_deep() -> None:
    assert max(_depth(each, _by_id(record)) for record, each in _attributions()) == 3


def test_split_cues_missing_cues_and_anchors_occur() -> None:
    attributions = [each for _, each in _attributions()]
    assert any(each.stance == "decline" and len(each.cue or ()) == 2 for each in attributions)
    assert any(each.cue is None for each in attributions)
    assert any(each.anchor for each in attributions)


def test_an_attribution_reaches_into_another_sentence() -> None:
    assert any(
        any(claim.sentence != each.sentence for claim in record.claims if claim.id in leaves)
        for record, each in _attributions()
        if (leaves := compute_leaf_claims(each, _by_id(record)))
    )


def test_claims_of_every_form_occur() -> None:
    claims = [claim for _, claim in _claims()]
    assert {claim.voice for claim in claims} == {"attributed", "author"}
    assert {min(len(claim.spans), 2) for claim in claims} == {0, 1, 2}
    assert any(claim.unsure for claim in claims)
    assert any(each.unsure for _, each in _attributions())
    assert any(decision.flagged for record in RECORDS for decision in record.decisions)


def test_one_claim_is_affirmed_denied_and_left_alone_across_articles() -> None:
    stances = _stances_by_cluster()
    sent = stances["k:engineers-sent"]
    assert len({document for document, _ in sent}) == 5
    assert {stance for _, stance in sent} >= {"affirm", "deny", "decline"}
    ships = stances["k:ships-in-sarlund"]
    assert len({document for document, _ in ships}) >= 3
    assert "noncommittal" in {stance for _, stance in ships}


def test_a_source_changes_its_position() -> None:
    stances = defaultdict(set)
    for record, each in _attributions():
        clusters = {claim.id: claim.cluster for claim in record.claims}
        for target in each.targets:
            for entity in each.source.entities:
                stances[(entity, clusters.get(target))].add(each.stance)
    assert stances[("ent:caldora", "k:engineers-sent")] == {"affirm", "deny"}


def test_a_spliced_article_has_a_date_of_its_own() -> None:
    related = [s for record in RECORDS for s in record.segments if s.kind == "related"]
    assert [segment.published for segment in related if segment.published] != []
    assert all((segment.published or "").startswith("2026") for segment in related)


# The registries


def test_registries_know_every_id_and_hold_no_other() -> None:
    registry = build.load_registry()
    assert set(registry.clusters) == {claim.cluster for _, claim in _claims()} - {None}
    entities = {entity for _, each in _attributions() for entity in each.source.entities}
    affiliations = {each.affiliation for each in registry.entities.values()} - {None}
    assert set(registry.entities) == entities | affiliations


@pytest.mark.parametrize(
    ("dump", "keys"),
    [
        ("dump_entities", ["id", "kind", "names", "anonymity", "affiliation", "note"]),
        ("dump_clusters", ["id", "proposition", "note"]),
    ],
)
def test_registry_lines_have_their_keys_and_order(dump: str, keys: list[str]) -> None:
    text = getattr(build, dump)(build.load_registry())
    lines = [json.loads(line) for line in text.splitlines()]
    assert all(list(line) == keys for line in lines)
    ids = [line["id"] for line in lines]
    assert ids == sorted(set(ids))


def test_the_folder_of_samples_holds_no_other_articles() -> None:
    found = [each.path for each in iter_articles([SEEDS]) if isinstance(each, Article)]
    assert found == ARTICLES


def test_clusters_join_at_least_two_claims() -> None:
    counts: dict[str, int] = defaultdict(int)
    for _, claim in _claims():
        if claim.cluster:
            counts[claim.cluster] += 1
    assert {cluster for cluster, count in counts.items() if count < 2} == set()


# The articles


def test_articles_are_stored_text_already() -> None:
    for path in ARTICLES:
        data = path.read_bytes()
        text = data.decode("utf-8")
        assert unicodedata.is_normalized("NFC", text)
        assert b"\r" not in data
        assert text.endswith("\n")


@pytest.mark.parametrize(
    "pattern",
    [
        "\u00a0",  # a no-break space
        "[\u06a9\u06cc]",  # Persian kaf and ya
        "[\u064b-\u0652]",  # tashkeel
        "[“”]",
        r"\bLSS\b",
        "ـ ",  # a tatweel as a dash
        r"[^.]\.\. ",
        "\U0001f600|\U0001f4f2",
        "[٠-٩]",
        r"\b\d{1,2},\d{3}\b",
        "حزيران/يونيو",
        "يونيو/حزيران",
        "ما يصل إلى",
        "على الأقل",
        r"\b\d-\d ",
        r"https://[\w.-]+\.example\.org/",
        "(?m)^\\.$",
        " \\.\n",
    ],
)
def test_articles_have_the_difficulties_of_real_ones(pattern: str) -> None:
    assert re.search(pattern, ALL_TEXT)


def test_two_outlets_carry_one_agency_paragraph() -> None:
    texts = [path.read_text("utf-8") for path in ARTICLES]
    sentence = "وتوثقت علاقات نردينيا وكالدورا منذ أن أغلقت تيلوريا المضيق أمام السفن النردينية"
    assert sum(sentence in text for text in texts) == 2


def _shingles(text: str, size: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def test_no_sentence_of_the_real_articles_is_here(shared: Path) -> None:
    real = _shingles("\n".join(p.read_text("utf-8") for p in (shared / "seeds").glob("*.txt")))
    assert len(real) > 1000
    for text in (ALL_TEXT, GUIDELINES.read_text("utf-8")):
        assert _shingles(text) & real == set()


# The answers


def test_an_ambiguous_quote_is_refused() -> None:
    document, sentence = _one_sentence("قال هذا وقال ذاك")
    finder = build.Finder(document, (sentence,))
    with pytest.raises(build.SampleError, match="2 occurrences"):
        finder.spans("قال", sentence)
    assert [span.start for span in finder.spans(build.Quote("قال", nth=2), sentence)] == [9]
    with pytest.raises(build.SampleError, match="2 occurrences"):
        finder.spans(build.Quote("قال", nth=3), sentence)


def test_a_sentence_without_its_answer_is_refused() -> None:
    answers = build.load_answers(SEEDS / "gold" / f"{ARTICLES[0].stem}.toml")
    shorter = msgspec.structs.replace(answers, sentence=answers.sentence[:-1])
    with pytest.raises(build.SampleError, match="got the sentence"):
        build.build_record(ARTICLES[0], shorter, SCHEME)


def test_an_answer_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('[[sentence]]\nbegins = "x"\nclaim = []\n', encoding="utf-8")
    with pytest.raises(build.SampleError, match="claim"):
        build.load_answers(path)


# The guidelines


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of the guidelines with its whole answer."""

    text: str
    gloss: str
    claims: tuple[build.ClaimAnswer, ...]  # type: ignore[name-defined]
    attributions: tuple[build.AttributionAnswer, ...]  # type: ignore[name-defined]


def _one_sentence(text: str) -> tuple[Document, Sentence]:
    sha256 = compute_text_sha256(text)
    document = Document("example", "ar", None, None, None, None, {}, text, sha256)
    return document, Sentence("s1", 0, len(text))


EXAMPLES = [
    msgspec.toml.decode(body, type=Example)
    for body in _FENCE.findall(GUIDELINES.read_text("utf-8"))
]


def _build_example(example: Example) -> Record:
    document, sentence = _one_sentence(example.text)
    finder = build.Finder(document, (sentence,))
    attributions = tuple(
        build.make_attribution(each, sentence, finder, SCHEME) for each in example.attributions
    )
    claims = tuple(build.make_claim(each, sentence, finder) for each in example.claims)
    return Record(
        schema_version=SCHEMA_VERSION,
        document=document,
        segments=(Segment(0, len(example.text), "body"),),
        sentences=(sentence,),
        claims=derive_voices(claims, attributions),
        attributions=attributions,
        decisions=(Decision("s1", "done"),),
        provenance=Provenance("gold", ("a01",), None, "1.0", SCHEME.name, SCHEME.version),
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.gloss[:40])
def test_examples_of_the_guidelines_are_valid_answers(example: Example) -> None:
    line = dump_record(_build_example(example))
    assert list(iter_violations(io.BytesIO(f"{line}\n".encode()))) == []


def test_examples_of_the_guidelines_show_every_stance_and_realization() -> None:
    attributions = [each for example in EXAMPLES for each in example.attributions]
    assert {each.stance for each in attributions} == {each.value for each in SCHEME.stances}
    used = {each.realization for each in attributions}
    assert used == {each.value for each in SCHEME.realizations}


def test_guidelines_have_the_version_that_the_gold_names() -> None:
    versions = re.findall(r"^Version (\S+), for", GUIDELINES.read_text("utf-8"), re.MULTILINE)
    assert [record.provenance.guideline_version for record in RECORDS] == versions * len(RECORDS)


# The story


def _load_story() -> ModuleType:
    spec = importlib.util.spec_from_file_location("story_build", SEEDS / "story" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_story_is_rebuilt_byte_for_byte() -> None:
    story = _load_story()
    for name, text in story.dump_story(story.load_story()).items():
        path = SEEDS / "story" / f"{name}.lines"
        assert text.encode("utf-8") == path.read_bytes(), name


def test_the_story_has_neither_violations_nor_warnings_nor_real_sentences(shared: Path) -> None:
    path = SEEDS / "story" / "gold.lines"
    assert list(iter_violations(path)) == []
    real = _shingles("\n".join(p.read_text("utf-8") for p in (shared / "seeds").glob("*.txt")))
    told = "\n".join(
        load_record(line).document.text for line in path.read_text("utf-8").splitlines()
    )
    assert _shingles(told) & real == set()
