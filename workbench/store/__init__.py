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
    Saved,
    SentenceRef,
    StoredAnnotation,
    StoredDocument,
    StoredVerdict,
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
    "Saved",
    "SentenceRef",
    "Store",
    "StoredAnnotation",
    "StoredDocument",
    "StoredVerdict",
    "Undone",
    "Verdict",
    "VerdictName",
    "create_store",
    "open_store",
    "read_clock",
]
