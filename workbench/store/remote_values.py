"""What is kept about a Label Studio server: plain frozen values that know no database."""

from __future__ import annotations

from typing import Any, Literal

from workbench.model.record import Frozen

TaskState = Literal["synced", "gone"]
AnnotationState = Literal["synced", "skipped", "gone"]
JournalState = Literal["planned", "sent", "confirmed"]
Choice = Literal["ours", "theirs"]
ConflictState = Literal["open", "resolved", "settled"]
OtherKind = Literal["task", "annotation", "draft", "finding"]


class RemoteProject(Frozen, frozen=True):
    """A project on a server: `uuid` is ours and stands in its description, `project` is theirs.

    `cursor` is a time of the server: what changed then or later is read again. `pulls` counts
    those since all tasks were listed.
    """

    number: int
    server: str
    uuid: str
    project: int | None = None
    cursor: str | None = None
    pulls: int = 0


class RemoteTask(Frozen, frozen=True):
    """A document's task: its number there is only a cache, `wb_id` and the hash identify it.

    `sentences_sha256` tells which sentences the task was made with.
    """

    wb_id: str
    task: int | None
    text_sha256: str
    sentences_sha256: str
    updated_at: str | None = None
    state: TaskState = "synced"


class RemoteMark(Frozen, frozen=True):
    """The short side of a `RemoteAnnotation`: enough to tell whether anything changed."""

    wb_id: str
    layer: str
    annotation: int | None = None
    unique_id: str | None = None
    author: str | None = None
    state: AnnotationState = "synced"
    updated_at: str | None = None
    lead_time: float | None = None
    base_sha256: str = ""
    ours_sha256: str = ""
    ours_stamp: str = ""


class RemoteAnnotation(RemoteMark, frozen=True):
    """One layer's annotation of one task, with the base of the next merge.

    `base`, `earlier` (what stood there before our last change) and `raw` (what a record has no
    place for) are results as JSON.
    """

    base: str | None = None
    earlier: str | None = None
    raw: str | None = None


class JournalEntry(Frozen, frozen=True):
    """A write: planned, then sent, then confirmed. `sha256` is of the canonical content sent."""

    key: str
    state: JournalState
    sha256: str | None = None


class Conflict(Frozen, frozen=True):
    """One field that both sides changed since they agreed; both values are kept.

    `field` names a region, one of its attributes, or a relation; `base`, `ours` and `theirs` are
    its values, ``None`` where it is not there.
    """

    number: int
    wb_id: str
    layer: str
    field: str
    state: ConflictState
    choice: Choice | None
    base: Any
    ours: Any
    theirs: Any
    at_utc: str


class Other(Frozen, frozen=True):
    """Something of the server that no layer holds: a foreign task or annotation, a draft."""

    kind: OtherKind
    key: str
    content: str
    wb_id: str | None = None
    author: str | None = None
