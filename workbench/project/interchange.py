"""A layer in the formats of other programs, out and in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import DocumentError, UsageError
from workbench.exchange.formats.found import Ground, Known
from workbench.exchange.formats.losses import Losses
from workbench.model import Annotation, Record, Sentence
from workbench.project.exporting import FORMATS, LayerReader
from workbench.project.reports import ExportReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.exchange.formats.registry import Format
    from workbench.store import Store


def find_interchange(name: str) -> Format | None:
    """Return the format of other programs called `name`; ``None`` for the workbench's own lines.

    Raises
    ------
    UsageError
        There is no such format, or it is only read.
    """
    if name in FORMATS:
        return None
    from workbench.exchange.formats.registry import FORMATS as OTHERS

    able = {each.name: each for each in OTHERS.values() if each.write is not None}
    if name not in able:
        raise UsageError(f"Expected one of {', '.join([*FORMATS, *able])}, got {name!r}.")
    return able[name]


def choose_format(path: Path, name: str) -> Format | None:
    """Return the format of other programs that `path` is in; ``None`` for records.

    Raises
    ------
    UsageError
        There is no such format, or it is only written.
    """
    from workbench.exchange.formats.registry import AUTO, RECORDS, detect_format, find_format

    chosen = detect_format(path) if name == AUTO else name
    return None if chosen == RECORDS else find_format(chosen, "import")


def export_interchange(
    reader: LayerReader,
    chosen: Format,
    path: Path,
    is_wanted: Callable[[dict[str, Annotation]], bool],
) -> ExportReport:
    """Write the records whose annotations `is_wanted`, and return what was written and lost."""
    from workbench.exchange.formats.registry import write_format

    records = reader.iter_records(is_wanted)
    files, report = write_format(chosen, path, records, reader.scheme)
    return ExportReport(reader.layer, chosen.name, path, files, reader.left_out, report.losses)


def read_interchange(
    reader: LayerReader, chosen: Format, path: Path, stance: str | None, losses: Losses
) -> Iterator[Record]:
    """Yield the records that `path` becomes in the layer of `reader`.

    Parameters
    ----------
    stance
        Of attributions whose file states none; without it they are left out.
    losses
        Where what does not come along is counted.
    """
    if chosen.read is None:
        raise UsageError(f"Expected a format to import, got {chosen.name}, which is only written.")
    if stance is not None:
        reader.scheme.stance(stance)
    store = reader.store
    ground = Ground(reader.scheme, reader.layer, lambda name: _find_known(store, name), stance)
    return chosen.read(path, ground, losses)


def _find_known(store: Store, document_id: str) -> Known | None:
    try:
        stored = store.get_document(document_id)
    except DocumentError:
        return None
    sentences = tuple(Sentence(ref.sentence, ref.start, ref.end) for ref in stored.sentences)
    return Known(stored.document, tuple(stored.segments), sentences)
