"""The data card: what a release holds, in numbers and in words, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.registry import REGISTRY, Registry
from workbench.release.manifest import FileEntry, Manifest
from workbench.release.material import Material
from workbench.release.places import (
    AGREEMENT,
    ANNOTATORS,
    GUIDELINES,
    SCHEMAS,
    SCHEME,
    WHOLE,
)
from workbench.release.splits import SIDES, SPLITS, Splits
from workbench.release.tally import Tally

_SHOWN = 30
_WITHHELD = """\
The articles' words are left out: texts, titles, longer strings of metadata, and the words of
every span. What is left are offsets and hashes. Whoever has the articles puts the words back with

    workbench rehydrate {name} COPIES

which checks each copy by its hash, and gives exactly the release that has the manifest of sha256
`{sha256}`.
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What a data card is written from: `layers` are the annotators' own answers, counted."""

    manifest: Manifest
    material: Material
    tally: Tally
    layers: Mapping[str, Tally]
    splits: Splits | None
    registry: Registry


def dump_card(card: Card, files: Iterable[FileEntry]) -> str:
    """Return the data card; `files` are those that it lists."""
    parts = [
        f"# {card.manifest.name}\n",
        _describe(card),
        *_iter_notes(card.manifest),
        "## Counts\n",
        _dump_table(("what", "number"), _iter_counts(card)),
        _dump_table(("stance", "certainty", "attributions"), _iter_stances(card)),
        _dump_table(("source", "attributions"), _iter_most(card.tally.realizations)),
        _dump_table(("language", "documents"), _iter_most(card.tally.languages)),
        _dump_table(("publisher", "documents"), _iter_most(card.tally.publishers)),
        "## Provenance\n",
        _dump_table(("what", "is"), _iter_provenance(card)),
        "## Annotators' own answers\n",
        _describe_layers(card),
        "## Splits\n",
        _describe_splits(card.splits),
        "## Files\n",
        _dump_table(("file", "holds", "bytes"), _iter_files(card, files)),
        "## To check it\n",
        _describe_check(card.manifest),
    ]
    return "\n".join(part for part in parts if part)


def _describe(card: Card) -> str:
    tally = card.tally
    said = (
        f"{tally.documents:,} documents with {tally.claims:,} claims, and who affirms, denies, "
        f"doubts or relays them in {tally.attributions:,} attributions. The layer "
        f"`{card.manifest.layer}` of a project of claims-workbench, frozen.\n"
    )
    if card.manifest.texts == "included":
        return said
    withheld = _WITHHELD.format(name=card.manifest.name, sha256=card.manifest.full_sha256)
    return f"{said}\n{withheld}"


def _iter_notes(manifest: Manifest) -> Iterator[str]:
    if manifest.notes:
        yield "## What to know first\n"
        yield "\n".join(f"- {_escape(note)}" for note in manifest.notes) + "\n"


def _iter_counts(card: Card) -> Iterator[tuple[str, str]]:
    tally = card.tally
    for what, number in (
        ("documents", tally.documents),
        ("characters (Unicode code points)", tally.characters),
        ("sentences", tally.sentences),
        ("sentences outside boilerplate", tally.to_decide),
        *(
            (f"sentences {status}", tally.statuses[status])
            for status in ("done", "skipped", "open")
        ),
        ("sentences flagged", tally.flagged),
        ("claims", tally.claims),
        ("claims that somebody is said to hold", tally.voices["attributed"]),
        ("claims of the writer", tally.voices["author"]),
        ("claims only understood, without words", tally.understood),
        ("claims in a cluster", tally.clustered),
        ("clusters", len(tally.clusters)),
        ("attributions", tally.attributions),
        ("attributions of another attribution", tally.nested),
        ("entities", len(tally.entities)),
        ("claims and attributions marked unsure", tally.unsure),
    ):
        yield what, f"{number:,}"


def _iter_stances(card: Card) -> Iterator[tuple[str, str, str]]:
    order = {stance.value: number for number, stance in enumerate(card.material.scheme.stances)}
    counts = card.tally.stances
    known = sorted(counts, key=lambda pair: (order.get(pair[0], len(order)), pair))
    for stance, certainty in known:
        yield stance, certainty, f"{counts[stance, certainty]:,}"


def _iter_most(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the most frequent, and in one line how many the others are."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for what, number in ranked[:_SHOWN]:
        yield what or "(none given)", f"{number:,}"
    if len(ranked) > _SHOWN:
        left = sum(number for _, number in ranked[_SHOWN:])
        yield f"({len(ranked) - _SHOWN} others)", f"{left:,}"


def _iter_provenance(card: Card) -> Iterator[tuple[str, str]]:
    manifest, tally = card.manifest, card.tally
    days = sorted(tally.days)
    yield "layer", manifest.layer
    yield "annotators (pseudonyms)", ", ".join(sorted(tally.annotators)) or "none named"
    yield "adjudicators (pseudonyms)", ", ".join(sorted(tally.adjudicators)) or "not adjudicated"
    yield "guidelines", ", ".join(manifest.guideline_versions) or "no version given"
    yield "label scheme", f"{manifest.scheme} {manifest.scheme_version}"
    yield "record format", manifest.schema_version
    yield "articles published", f"{days[0]} to {days[-1]}" if days else "no day given"
    for origin, number in _iter_most(tally.origins):
        yield f"items of origin {origin}", number
    yield "licence", manifest.license or "not stated"


def _describe_layers(card: Card) -> str:
    if not card.layers:
        return "None: only the layer above is here.\n"
    said = "As each of them left it, on the same documents; where they differ is data too.\n\n"
    return said + _dump_table(
        ("layer", "documents", "sentences done", "claims", "attributions"),
        (
            (layer, f"{each.documents:,}", f"{each.statuses['done']:,}", f"{each.claims:,}",
             f"{each.attributions:,}")
            for layer, each in card.layers.items()
        ),
    )  # fmt: skip


def _describe_splits(splits: Splits | None) -> str:
    if splits is None:
        return "None were asked for.\n"
    stances = list(splits.counts[SIDES[0]].stances)
    rows = (
        (side, f"{counts.documents:,}", *(f"{counts.stances[each]:,}" for each in stances))
        for side, counts in splits.counts.items()
    )
    asked = ", ".join(f"{ratio:g}" for ratio in splits.ratios)
    also = "".join(f", nor one {kind}" for kind in splits.group_by)
    return (
        f"No claim cluster, copied claim or sentence, or copy of an article stands on two "
        f"sides{also}. Shares asked for: {asked}; seed {splits.seed}; {splits.groups:,} groups of "
        f"documents hang together; {splits.stock:,} sentences and claims are too common to count "
        f"as copies. Frozen with sha256 `{splits.sha256}`.\n\n"
        + _dump_table(("side", "documents", *stances), rows)
    )


def _iter_files(card: Card, files: Iterable[FileEntry]) -> Iterator[tuple[str, str, str]]:
    for entry in files:
        yield f"`{entry.path}`", _describe_file(entry.path, card), f"{entry.bytes:,}"


def _describe_file(path: str, card: Card) -> str:
    folder, _, name = path.rpartition("/")
    if folder == ANNOTATORS:
        return "the records of one annotator"
    if folder == WHOLE:
        return "what the same release has in its place once the texts are back"
    ends = {
        ".documents.jsonl": "records, one document a line",
        ".sentences.jsonl": "one sentence a line, with what was marked in it",
        ".triples.jsonl": "one line for each source, claim and stance",
        ".standoff.jsonl": "records without words, one document a line",
    }
    known = {
        f"{REGISTRY}/entities.jsonl": "who the ids of entities stand for",
        f"{REGISTRY}/clusters.jsonl": "what the claims of each cluster state",
        f"{SCHEMAS}/{SCHEME}": "the label scheme",
        AGREEMENT: "how far the annotators agree",
        GUIDELINES: f"the guidelines, {', '.join(card.manifest.guideline_versions)}",
        SPLITS: "which document is in train, dev and test",
    }
    for end, said in ends.items():
        if name.endswith(end):
            return said
    return known.get(path, "JSON Schema")


def _describe_check(manifest: Manifest) -> str:
    return (
        f"    workbench release --verify {manifest.name}\n\n"
        "compares every file with `manifest.json` and derives again what follows from records.\n"
    )


def _dump_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(map(_escape, row))} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines]) + "\n"


def _escape(text: str) -> str:
    """Return `text` on one line, with nothing that Markdown or HTML would take for its own."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
