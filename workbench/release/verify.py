"""Proving that a folder is the release it says it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice, zip_longest
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.exchange import (
    dump_lines,
    iter_lines,
    iter_records,
    iter_sentence_lines,
    iter_triples,
)
from workbench.release.building import ReleaseReport, make_report
from workbench.release.folder import iter_files
from workbench.release.leaks import find_leaks
from workbench.release.manifest import (
    MANIFEST,
    Manifest,
    compute_file_sha256,
    iter_differences,
    read_manifest,
)
from workbench.release.material import name_file
from workbench.release.places import DOCUMENTS, SCHEMAS, SCHEME, SENTENCES, TRIPLES, WHOLE
from workbench.release.splits import SPLITS, read_splits
from workbench.scheme import Scheme
from workbench.scheme.catalog import load_scheme_data
from workbench.scheme.validation import iter_violations

_SHOWN = 20


def verify_release(folder: Path) -> ReleaseReport:
    """Return a report on the release in `folder`, with all that is wrong among its problems.

    Every file is compared with the manifest. Where they are the same, the records are validated,
    the sentences and triples derived again, and the splits searched for leaks (copies of articles
    only where `datasketch` is installed).

    Raises
    ------
    InputError
        `folder` has no manifest that can be read.
    """
    manifest = read_manifest(folder)
    problems = list(islice(iter_differences(folder, manifest), _SHOWN))
    # Each of these trusts the one before: what is no record has no triples.
    for check in (_iter_form, _iter_underived, _iter_leaks):
        if not problems:
            problems = list(islice(_iter_safely(check(folder, manifest)), _SHOWN))
    return make_report(folder, manifest, problems)


def read_scheme_of(folder: Path) -> Scheme:
    """Return the label scheme of the release in `folder`, with the features that are on in it."""
    import json

    path = folder / SCHEMAS / SCHEME
    scheme = load_scheme_data(json.loads(path.read_bytes()), origin=str(path))
    return scheme.with_features(feature.name for feature in scheme.features)


def _iter_safely(problems: Iterator[str]) -> Iterator[str]:
    """Yield `problems`, and one more where they cannot be looked for any further."""
    try:
        yield from problems
    except (WorkbenchError, ValueError) as error:
        yield str(error)


def _iter_form(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield what is no valid record, or another release than the one to come back."""
    if manifest.texts == "withheld":
        whole = compute_file_sha256(folder / WHOLE / MANIFEST)
        if whole != manifest.full_sha256:
            yield f"{WHOLE}/{MANIFEST}: expected sha256 {manifest.full_sha256}, got {whole}."
        return
    scheme = read_scheme_of(folder)
    for name in iter_files(folder):
        if name.endswith(DOCUMENTS):
            found = iter_violations(folder / name, scheme, name=name)
            yield from (str(each) for each in found if not each.is_warning)


def _iter_leaks(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield what stands on two sides of the splits, where there are any and the texts too."""
    if not (folder / SPLITS).exists() or manifest.texts == "withheld":
        return
    splits = read_splits(folder / SPLITS)
    if splits.sha256 != manifest.splits_sha256:
        yield f"{SPLITS}: expected sha256 {manifest.splits_sha256}, got {splits.sha256}."
    documents = folder / f"{name_file(manifest.layer)}{DOCUMENTS}"
    can_find_copies = find_spec("datasketch") is not None
    leaks = find_leaks(lambda: iter_records(documents), splits, with_copies=can_find_copies)
    yield from (f"{SPLITS}: {leak}." for leak in leaks)


def _iter_underived(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yield the first line of each derived file that does not follow from the records."""
    if manifest.texts == "withheld":
        return
    scheme, prefix = read_scheme_of(folder), name_file(manifest.layer)
    documents = folder / f"{prefix}{DOCUMENTS}"
    made = {
        SENTENCES: (line for each in iter_records(documents) for line in iter_sentence_lines(each)),
        TRIPLES: (
            line for each in iter_records(documents) for line in iter_triples(each, scheme.factbank)
        ),
    }
    for end, lines in made.items():
        name = f"{prefix}{end}"
        found = (line for _, line in iter_lines(folder / name))
        number = _find_difference(dump_lines(lines), found)
        if number is not None:
            yield f"{name}:{number}: expected what follows from the records, got another line."


def _find_difference(expected: Iterable[str], found: Iterable[str]) -> int | None:
    for number, (one, other) in enumerate(zip_longest(expected, found), start=1):
        if one != other:
            return number
    return None
