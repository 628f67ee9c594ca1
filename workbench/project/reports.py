"""What a project answers: how an ingest, an import or an export went, and how far everybody is."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.exchange.formats.losses import Loss
from workbench.model.record import Frozen

if TYPE_CHECKING:
    import pandas as pd


class Remark(Frozen, frozen=True):
    """What there is to say about a file (or a line of one), in one sentence."""

    name: str
    reason: str


class IngestReport(Frozen, frozen=True):
    """How an ingest went: numbers of documents that were new and known.

    `failed` names what could not be added and why, `notes` what was taken otherwise than it was
    meant.
    """

    added: int
    known: int
    failed: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    def __str__(self) -> str:
        """Return the numbers as one sentence."""
        return f"{self.added:,} added, {self.known:,} known, {len(self.failed):,} failed."

    def _repr_html_(self) -> str:
        """Return the sentence and all remarks for a notebook; names are text, never HTML."""
        remarks = "".join(
            f"<li><bdi>{escape(each.name)}</bdi>: <bdi>{escape(each.reason)}</bdi></li>"
            for each in (*self.failed, *self.notes)
        )
        return f"<p>{escape(str(self))}</p>" + (f"<ul>{remarks}</ul>" if remarks else "")


class RegistryReport(Frozen, frozen=True):
    """What was written of the registry of a layer; `unknown` are ids that have no line."""

    layer: str
    path: Path
    entities: int
    clusters: int
    links: int
    unknown: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the numbers as one sentence."""
        said = (
            f"Wrote {self.entities:,} entities, {self.clusters:,} clusters and {self.links:,} "
            f"links of {self.layer} to {self.path}"
        )
        return f"{said}; {len(self.unknown):,} ids have no line." if self.unknown else f"{said}."


class GoldReport(Frozen, frozen=True):
    """How far gold is, and what was just done to it.

    `documents` and `sentences` that somebody answered: `done` in gold, `agreed` by all of them,
    `settled` but not decided, `differing`, with the open `differences` by kind. `taken_over` counts
    sentences that were just brought up to what is agreed, `linked` pairs of claims that were just
    linked as all link them, `accepted` those just decided (where one
    person's answers were accepted, `accepted_from` that one), `kept` those of that person that gold
    had otherwise, `left` unanimous ones that are to be looked at.
    """

    documents: int
    sentences: int
    done: int
    agreed: int
    settled: int
    differing: int
    differences: dict[str, int]
    taken_over: int = 0
    linked: int = 0
    accepted: int = 0
    accepted_from: str | None = None
    kept: int = 0
    left: int = 0

    def __str__(self) -> str:
        """Return the numbers in a few sentences."""
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.differences.items() if count)
        answered = (
            f"{self.sentences:,} sentences answered: {self.done:,} done, {self.agreed:,} agreed, "
            f"{self.settled:,} settled, {self.differing:,} with differences"
        )
        said = [f"{answered} ({kinds})." if kinds else f"{answered}."]
        links = f", {self.linked:,} links" if self.linked else ""
        said.append(f"{self.taken_over:,} taken over now{links}.")
        if self.accepted_from is not None:
            said.append(
                f"{self.accepted:,} accepted from {self.accepted_from}, "
                f"{self.kept:,} of theirs decided before."
            )
        elif self.accepted or self.left:
            said.append(f"{self.accepted:,} accepted, {self.left:,} left to be looked at.")
        return " ".join(said)

    def _repr_html_(self) -> str:
        """Return the sentences for a notebook."""
        return f"<p>{escape(str(self))}</p>"


class EntitiesReport(Frozen, frozen=True):
    """How many entities of a file were added to the register, and how many it knew.

    `left_out` belong to one article each (anonymous ones, for example), and nobody knows to which.
    """

    added: int
    known: int
    left_out: int = 0

    def __str__(self) -> str:
        """Return the numbers as one sentence."""
        said = f"{_count_entities(self.added)} added, {self.known:,} known already"
        if not self.left_out:
            return f"{said}."
        return f"{said}, {self.left_out:,} left out: they belong to an article that is not told."

    def _repr_html_(self) -> str:
        """Return the sentence for a notebook."""
        return f"<p>{escape(str(self))}</p>"


def _count_entities(number: int) -> str:
    return f"{number:,} {'entity' if number == 1 else 'entities'}"


class ImportReport(Frozen, frozen=True):
    """How an import into `layer` went.

    `documents` counts the records of the file, `added` those whose document was new. Of their
    sentences, `sentences` got a new revision, `unchanged` were the same already, and `kept` were
    done here but open in the file. Of links and clusters, their lines are counted in place of
    sentences, and `kept` those that were passed over. `format` is what the file was taken for;
    `losses` counts what could not come along, and is ``None`` for records, of which everything
    does.
    """

    layer: str
    documents: int
    added: int
    sentences: int
    unchanged: int
    kept: int
    format: str = "records"
    losses: tuple[Loss, ...] | None = None

    def __str__(self) -> str:
        """Return the numbers as one sentence."""
        if self.format in ("links", "clusters"):
            saved = f"{count(self.sentences, self.format[:-1])} saved, {self.unchanged:,} unchanged"
            passed = f", {self.kept:,} passed over: they state nothing, or have no claim here"
            return f"{saved}{passed if self.kept else ''}."
        return (
            f"{count(self.documents, 'document')} ({self.added:,} new): "
            f"{count(self.sentences, 'sentence')} saved, {self.unchanged:,} unchanged, "
            f"{self.kept:,} kept because they are done here."
        )

    def _repr_html_(self) -> str:
        """Return the sentence for a notebook."""
        return f"<p>{escape(str(self))}</p>"


class ExportReport(Frozen, frozen=True):
    """How an export went: the file, its lines, and how many unfinished items it leaves out.

    `path` is ``-`` where the lines went somewhere else than into a file. A format of other programs
    has `losses`, what it cannot hold, and files for `lines`; the workbench's own have ``None``.
    """

    layer: str
    format: str
    path: Path
    lines: int
    left_out_unfinished: int
    losses: tuple[Loss, ...] | None = None

    def __str__(self) -> str:
        """Return the file and the numbers as one sentence."""
        return f"{'standard output' if self.path == Path('-') else self.path}: {self._numbers}"

    def _repr_html_(self) -> str:
        """Return the sentence for a notebook; the file's name is text, never HTML."""
        return f"<p><bdi>{escape(str(self.path))}</bdi>: {self._numbers}</p>"

    @property
    def _numbers(self) -> str:
        unit = "line" if self.losses is None else "file"
        left_out = count(self.left_out_unfinished, "unfinished item")
        return f"{count(self.lines, unit)}; {left_out} left out."


class SuggestionCounts(Frozen, frozen=True):
    """How many suggestions an annotator has taken, refused, left untaken, or said by hand too.

    `held` were held back until the decision, and have had no answer since.
    """

    taken: int = 0
    refused: int = 0
    ignored: int = 0
    matched: int = 0
    held: int = 0


class LayerStatus(Frozen, frozen=True):
    """How far one layer is, in sentences; `name` is the person's own name and stays here.

    `active_h` are the hours of work, in which pauses and time away from the page do not count.
    `assigned` are the sentences that the person was given, to which the counts then refer; ``None``
    where nobody said who reads what. `pace_s` is the median of the last decisions.
    """

    layer: str
    name: str | None
    done: int
    skipped: int
    flagged: int
    left: int
    active_h: float = 0.0
    suggestions: SuggestionCounts = SuggestionCounts()
    assigned: int | None = None
    pace_s: float | None = None


class StatusReport(Frozen, frozen=True):
    """How far a project is; `to_decide` are the sentences outside boilerplate.

    Withdrawn documents and people are counted, and in none of the other numbers. `ungiven` are the
    sentences that nobody has been given; ``None`` where nobody said who reads what.
    """

    project: str
    documents: int
    sentences: int
    to_decide: int
    layers: tuple[LayerStatus, ...]
    withdrawn_documents: int = 0
    withdrawn_people: int = 0
    ungiven: int | None = None

    @property
    def frame(self) -> pd.DataFrame:
        """The layers as a pandas frame, one a row."""
        import pandas as pd

        names = [each for each in LayerStatus.__struct_fields__ if each != "suggestions"]
        rows = [[getattr(each, name) for name in names] for each in self.layers]
        return pd.DataFrame(rows, columns=names).convert_dtypes()

    def __str__(self) -> str:
        """Return the numbers of the whole project as one sentence."""
        return f"{self.project}: {self._numbers}"

    @property
    def _numbers(self) -> str:
        return (
            f"{count(self.documents, 'document')}, {count(self.sentences, 'sentence')}, "
            f"{self.to_decide:,} to decide"
            + ("" if self.ungiven is None else f", {self.ungiven:,} given to nobody")
            + (f", {self._left} withdrawn" if self._left else "")
        )

    @property
    def _left(self) -> str:
        counts = ((self.withdrawn_documents, "document"), (self.withdrawn_people, "annotator"))
        return " and ".join(count(number, noun) for number, noun in counts if number)

    def _repr_html_(self) -> str:
        """Return the report as a table for a notebook; names are shown as text, never as HTML."""
        names = ("who", "assigned", "done", "skipped", "flagged", "left", "pace s", "active h", "")
        head = "".join(f"<th>{each}</th>" for each in names)
        rows = "".join(
            f'<tr><td dir="auto">{escape(each.name or each.layer)}</td>'
            + "".join(
                f"<td>{'' if count is None else f'{count:,}'}</td>"
                for count in (each.assigned, each.done, each.skipped, each.flagged, each.left)
            )
            + f"<td>{'' if each.pace_s is None else each.pace_s}</td><td>{each.active_h:.2f}</td>"
            + f"<td>{_draw_progress(each.done + each.skipped, each.left)}</td></tr>"
            for each in self.layers
        )
        return (
            f'<p><b dir="auto">{escape(self.project)}</b>: {self._numbers}</p>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


class PersonShare(Frozen, frozen=True):
    """What one person has been given, in sentences.

    `came` and `went` tell it from what they had before; `reads_on` is false of somebody who gets no
    more, and keeps what they have decided. `name` is the person's own name and stays here.
    """

    layer: str
    name: str | None
    is_new: bool
    reads_on: bool
    assigned: int
    documents: int
    done: int
    left: int
    came: int
    went: int


class AssignReport(Frozen, frozen=True):
    """Who reads what, and what that changes.

    `sentences` are those outside boilerplate, `read_by_several` how many of them several people
    read, by why (``overlap``, ``stance``), and `short` the readings for which there is nobody left.
    `sha256` is a hash of the whole of it: the same input gives the same.
    """

    is_dry_run: bool
    is_changed: bool
    by: str
    overlap: float
    readers: int
    stances: tuple[str, ...]
    seed: int
    sentences: int
    read_by_several: dict[str, int]
    short: int
    sha256: str
    people: tuple[PersonShare, ...]

    def __str__(self) -> str:
        """Return what is done, as one sentence."""
        several = sum(self.read_by_several.values())
        verb = "Would give" if self.is_dry_run else "Gave" if self.is_changed else "Unchanged:"
        reading = sum(each.reads_on for each in self.people)
        return (
            f"{verb} {count(self.sentences, 'sentence')} to {count(reading, 'annotator')}, "
            f"by {self.by}; {several:,} are read by several."
        )

    def _repr_html_(self) -> str:
        """Return the sentence and a row for each person; names are text, never HTML."""
        names = ("who", "articles", "assigned", "done", "left", "came", "went")
        head = "".join(f"<th>{each}</th>" for each in names)
        rows = "".join(
            f'<tr><td dir="auto">{escape(each.name or each.layer)}</td>'
            + "".join(
                f"<td>{count:,}</td>"
                for count in (
                    each.documents, each.assigned, each.done, each.left, each.came, each.went
                )
            )
            + "</tr>"
            for each in self.people
        )  # fmt: skip
        return (
            f"<p>{escape(str(self))}</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


def _draw_progress(done: int, left: int) -> str:
    return f'<progress max="{max(1, done + left)}" value="{done}"></progress>'


def count(number: int, noun: str) -> str:
    """Return a number and what is counted: ``1 line``, ``2,000 lines``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
