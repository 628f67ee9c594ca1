"""Where a project is kept: documents and append-only revisions, in SQLite or PostgreSQL."""

from workbench.store.opening import create_store, open_store, read_clock
from workbench.store.store import Clock, Store
from workbench.store.values import (
    Action,
    Change,
    HistoryRow,
    Person,
    Progress,
    ProjectInfo,
    Resegmented,
    Saved,
    SentenceRef,
    StoredAnnotation,
    StoredDocument,
    StoredVerdict,
    Touched,
    Undone,
    Verdict,
    VerdictName,
)

__all__ = [
    "Action",
    "Change",
    "Clock",
    "HistoryRow",
    "Person",
    "Progress",
    "ProjectInfo",
    "Resegmented",
    "Saved",
    "SentenceRef",
    "Store",
    "StoredAnnotation",
    "StoredDocument",
    "StoredVerdict",
    "Touched",
    "Undone",
    "Verdict",
    "VerdictName",
    "create_store",
    "open_store",
    "read_clock",
]
