"""The tables: those that only grow, and what is derived from them.

The migrations make them; a test holds both descriptions equal. Numbers are minted by the database
and never leave it.
"""

from workbench.store.tables.answers import (
    action,
    claim,
    head,
    layer,
    link,
    mention,
    named_source,
    provenance,
    revision,
    ruling,
    run,
    verdict,
)
from workbench.store.tables.naming import metadata
from workbench.store.tables.people import (
    assignment,
    person,
    place,
    preference,
    queue,
    training_item,
    training_round,
    withdrawal,
    workload,
)
from workbench.store.tables.register import register
from workbench.store.tables.servers import (
    email,
    remote,
    remote_annotation,
    remote_conflict,
    remote_journal,
    remote_other,
    remote_task,
)
from workbench.store.tables.texts import dated, document, numbering, project, segmentation, sentence

STORE_VERSION = "0012"
"""The newest migration: the version of the stores that this workbench writes."""

APPEND_ONLY = (
    "revision",
    "action",
    "segmentation",
    "verdict",
    "assignment",
    "withdrawal",
    "ruling",
    "link",
    "register",
)
"""Tables whose rows a trigger keeps from being changed or deleted."""

__all__ = [
    "APPEND_ONLY",
    "STORE_VERSION",
    "action",
    "assignment",
    "claim",
    "dated",
    "document",
    "email",
    "head",
    "layer",
    "link",
    "mention",
    "metadata",
    "named_source",
    "numbering",
    "person",
    "place",
    "preference",
    "project",
    "provenance",
    "queue",
    "register",
    "remote",
    "remote_annotation",
    "remote_conflict",
    "remote_journal",
    "remote_other",
    "remote_task",
    "revision",
    "ruling",
    "run",
    "segmentation",
    "sentence",
    "training_item",
    "training_round",
    "verdict",
    "withdrawal",
    "workload",
]
