"""Building the folder of a release from its material."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from workbench.errors import ReleaseError, UsageError
from workbench.exchange import (
    dump_lines,
    dump_registry_lines,
    iter_lines,
    iter_records,
    iter_sentence_lines,
    iter_triples,
    write_lines,
)
from workbench.model import Link, LinkLine, Record, dump_line
from workbench.model.record import Frozen
from workbench.model.registry import (
    CLUSTERS,
    ENTITIES,
    LINKS,
    REGISTRY,
    Registry,
    select_registry,
)
from workbench.release.assignment import compute_splits
from workbench.release.card import Card
from workbench.release.folder import check_new, making_folder, write_file
from workbench.release.leaks import check_leaks
from workbench.release.manifest import FORMAT, MANIFEST, Manifest, compute_file_sha256
from workbench.release.material import Material, check_release_name, name_file
from workbench.release.places import (
    AGREEMENT,
    ANNOTATORS,
    GUIDELINES,
    SCHEMAS,
    SCHEME,
)
from workbench.release.sealing import seal
from workbench.release.splits import SPLITS, SplitPlan, Splits, dump_splits
from workbench.release.tally import Tally, count_records
from workbench.release.withholding import withhold_texts
from workbench.resources import resource_path
from workbench.scheme import Scheme
from workbench.scheme.validation import iter_violations

SCHEMA_FILES = (
    "record.schema.json", "sentence.schema.json", "triple.schema.json", "scheme.schema.json",
)  # fmt: skip
LINK_SCHEMA = "link.schema.json"
_DECIMALS = 6


class ReleaseReport(Frozen, frozen=True):
    """What was released or verified.

    `sha256` is that of the manifest, which names every other file's: whoever knows it can tell
    whether a copy is this release. `notes` say what is missing and are in the release as well,
    `warnings` are for whoever makes it alone, `problems` are what is wrong.
    """

    name: str
    path: Path
    sha256: str
    texts: str
    documents: int
    files: int
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def build_release(
    material: Material,
    target: Path,
    *,
    splits: SplitPlan | Splits | None = None,
    with_texts: bool = True,
) -> ReleaseReport:
    """Build the folder `target`, whole or not at all, and return what it is.

    Parameters
    ----------
    splits
        How to split, or splits that exist; they are checked for leaks either way.
    with_texts
        Without, the texts are left out, and `rehydrate` brings them back.

    Raises
    ------
    UsageError
        `target` exists, or the disk is full.
    ReleaseError
        The data do not allow it: no documents, an invalid one, a leak, a quotation in the registry.
    """
    check_release_name(material.name)
    check_new(target)
    with making_folder(target) as part:
        whole = part / ".whole"
        card = _build(material, whole, splits)
        if not with_texts:
            card = withhold_texts(whole, part, card)
        else:
            _move_up(whole, part)
    return make_report(target, card.manifest)


def check_new_release(folder: Path, name: str) -> Path:
    """Return the folder of the release `name` in `folder`; one that exists is a `UsageError`."""
    target = folder / check_release_name(name)
    check_new(target)
    return target


def make_report(folder: Path, manifest: Manifest, problems: Iterable[str] = ()) -> ReleaseReport:
    """Return the report on the release in `folder`."""
    return ReleaseReport(
        name=manifest.name,
        path=folder,
        sha256=compute_file_sha256(folder / MANIFEST),
        texts=manifest.texts,
        documents=manifest.documents,
        files=len(manifest.files) + 1,
        notes=manifest.notes,
        problems=tuple(problems),
    )


def write_derived(folder: Path, prefix: str, scheme: Scheme) -> None:
    """Write the sentences and triples of the records in `folder`."""
    documents = folder / f"{prefix}.documents.jsonl"
    factbank = scheme.factbank
    write_lines(folder / f"{prefix}.sentences.jsonl", _derive(documents, iter_sentence_lines))
    write_lines(
        folder / f"{prefix}.triples.jsonl",
        _derive(documents, lambda record: iter_triples(record, factbank)),
    )


def _derive(documents: Path, derive: Any) -> Iterator[str]:
    return dump_lines(line for record in iter_records(documents) for line in derive(record))


def _build(material: Material, folder: Path, splits: SplitPlan | Splits | None) -> Card:
    """Write the whole release into `folder`, and return what its data card says."""
    tally = material.count_gold()
    layers = {layer: count_records(iter_records(path)) for layer, path in _annotators(material)}
    registry, unknown = select_registry(
        material.registry,
        {each for counted in (tally, *layers.values()) for each in counted.entities},
        {each for counted in (tally, *layers.values()) for each in counted.clusters},
    )
    for path in (material.gold, *material.annotators.values()):
        _check_valid(path, material.scheme)
    folder.mkdir()
    _write_records(material, folder)
    _write_registry(folder / REGISTRY, registry, material.links)
    _write_schemas(material, folder / SCHEMAS)
    if material.guidelines is not None:
        write_file(folder / GUIDELINES, material.guidelines)
    agreement, reason = _measure_agreement(material)
    if agreement is not None:
        write_file(folder / AGREEMENT, agreement)
    made = compute_splits(material.iter_gold, splits) if isinstance(splits, SplitPlan) else splits
    if made is not None:
        check_leaks(material.iter_gold, made)
        write_file(folder / SPLITS, dump_splits(made))
    notes = (
        *material.notes,
        *_note_unknown(unknown, registry),
        *reason,
        *_note_missing(material, tally),
    )
    manifest = _describe(material, tally, made, notes)
    return seal(folder, Card(manifest, material, tally, layers, made, registry))


def _check_valid(path: Path, scheme: Scheme) -> None:
    for violation in iter_violations(path, scheme, name=path.name):
        if not violation.is_warning:
            raise ReleaseError(
                f"Expected valid records, got one that is not: {violation}.",
                hint="Export the layer and run `workbench validate` on it to see all of them.",
                subject=violation,
            )


def _write_records(material: Material, folder: Path) -> None:
    documents = folder / f"{material.prefix}.documents.jsonl"
    write_lines(documents, (line for _, line in iter_lines(material.gold)))
    write_derived(folder, material.prefix, material.scheme)
    for layer, path in _annotators(material):
        name = name_file(layer.removeprefix("annotator:"))
        copy = folder / ANNOTATORS / f"{name}.documents.jsonl"
        write_lines(copy, (line for _, line in iter_lines(path)))


def _annotators(material: Material) -> list[tuple[str, Path]]:
    return sorted(material.annotators.items())


def _write_registry(folder: Path, registry: Registry, links: tuple[LinkLine, ...]) -> None:
    write_lines(folder / ENTITIES, dump_registry_lines(registry.entities))
    write_lines(folder / CLUSTERS, dump_registry_lines(registry.clusters))
    if links:  # a layer in which nobody linked anything has no file of nothing
        write_lines(folder / LINKS, map(dump_line, links))


def _write_schemas(material: Material, folder: Path) -> None:
    scheme = material.scheme
    for name in (*SCHEMA_FILES, *([LINK_SCHEMA] if material.links else [])):
        write_file(folder / name, (resource_path("schemas") / name).read_bytes())
    data = {key: value for key, value in scheme.as_json().items() if key != "enabled"}
    write_file(folder / SCHEME, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _describe(
    material: Material, tally: Tally, splits: Splits | None, notes: tuple[str, ...]
) -> Manifest:
    return Manifest(
        format=FORMAT,
        name=material.name,
        layer=material.layer,
        texts="included",
        full_sha256=None,
        schema_version=material.scheme.schema_version,
        scheme=material.scheme.name,
        scheme_version=material.scheme.version,
        guideline_versions=tuple(sorted(tally.guideline_versions)),
        license=material.license,
        documents=tally.documents,
        splits_sha256=splits.sha256 if splits else None,
        notes=notes,
    )


def _measure_agreement(material: Material) -> tuple[str | None, tuple[str, ...]]:
    """Return the agreement between the annotators, or a sentence on why there is none."""
    if len(material.annotators) < 2:
        found = "is one" if material.annotators else "are none"
        return None, (
            f"There is no agreement report: two annotators' own layers are needed, here {found}.",
        )
    try:
        from workbench.agreement import compute_agreement
    except ImportError as error:
        raise UsageError(f"Expected what measures agreement, got: {error}.") from error
    records: dict[str, list[Record]] = {
        layer: list(iter_records(path)) for layer, path in _annotators(material)
    }
    links: dict[str, list[Link]] = {}
    for line in material.links:
        links.setdefault(line.layer, []).append(line.link)
    measured = compute_agreement(records, material.scheme, links=links).as_json()
    return json.dumps(_round(measured), ensure_ascii=False, indent=1) + "\n", ()


def _round(value: Any) -> Any:
    """Round every number: the last digits of a float are those of the machine."""
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _round(each) for key, each in value.items()}
    return [_round(each) for each in value] if isinstance(value, list | tuple) else value


def _note_unknown(unknown: tuple[str, ...], registry: Registry) -> Iterator[str]:
    if unknown:
        yield f"{len(unknown)} ids have no line in the registry: {_list_some(unknown)}."
    silent = [each.id for each in registry.clusters.values() if each.proposition is None]
    if silent:
        yield f"{len(silent)} clusters have no proposition in the registry: {_list_some(silent)}."


def _list_some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:20]) + (", …" if len(ids) > 20 else "")


def _note_missing(material: Material, tally: Tally) -> Iterator[str]:
    if material.guidelines is None:
        yield "The guidelines are not included: no text of their version was at hand."
    if material.license is None:
        yield "No licence is stated: ask whoever made this release before passing it on."
    if not tally.days:
        yield "No document has a day of publication, so the metadata have no date."
    other = sorted(tally.schemes - {(material.scheme.name, material.scheme.version)})
    if other:
        named = ", ".join(" ".join(each) for each in other)
        yield f"Some records were made by another scheme than the one included: {named}."


def _move_up(whole: Path, part: Path) -> None:
    for path in sorted(whole.iterdir()):
        path.rename(part / path.name)
    whole.rmdir()
