"""An aggregated layer of a project: made anew from what its annotators say now."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from workbench.errors import UsageError
from workbench.exchange import split_record
from workbench.model import Annotation
from workbench.project.layers import ANNOTATOR, find_layer, list_layers

if TYPE_CHECKING:
    from workbench.aggregation import Voter
    from workbench.model import Record
    from workbench.store import Store

METHODS = ("majority", "dawid-skene")


def choose_voter(method: str) -> Voter:
    """Return who counts; a `UsageError` names the methods there are."""
    if method == "majority":
        from workbench.aggregation import Majority

        return Majority()
    if method == "dawid-skene":
        from workbench.project.crowds import DawidSkene

        return DawidSkene()
    raise UsageError(f"Expected one of {', '.join(METHODS)}, got {method!r}.")


def choose_annotators(store: Store, layers: Iterable[str] | None) -> list[str]:
    """Return the layers of the annotators that are meant; the name of a person will do."""
    if layers is None:
        return [each for each in list_layers(store) if each.startswith(ANNOTATOR)]
    named = (each if ":" in each or each == "gold" else ANNOTATOR + each for each in layers)
    chosen = list(dict.fromkeys(find_layer(store, each) for each in named))
    for layer in chosen:
        if not layer.startswith(ANNOTATOR):
            raise UsageError(
                f"Expected annotators, got {layer}.",
                hint="Only people's own answers are aggregated, not gold and not systems.",
            )
    return chosen


def save_records(store: Store, layer: str, records: Iterable[Record]) -> int:
    """Make `layer` say what `records` say and nothing else; return how many sentences changed.

    What the layer said before of other documents is taken back, so that the same answers give the
    same layer, whatever it was made from earlier.
    """
    from workbench.store import Action, Change

    by_document = {record.document.id: record for record in records}
    changed = 0
    with store.transaction():
        for document in sorted(store.document_ids()):
            stored = store.get_annotations(document, layer)
            record = by_document.get(document)
            after = {} if record is None else split_record(record)
            before = {name: each.annotation for name, each in stored.items()}
            changes = tuple(
                Change(document, annotation, stored[name].revision if name in stored else 0)
                for name, annotation in _find_changes(before, after).items()
            )
            if changes:
                key = secrets.token_hex(16)
                store.save(Action(key=key, layer=layer, name="aggregate", changes=changes))
                changed += len(changes)
            if record is not None and store.get_provenance(document, layer) != record.provenance:
                store.set_provenance(document, layer, record.provenance)
    return changed


def _find_changes(
    before: Mapping[str, Annotation], after: Mapping[str, Annotation]
) -> dict[str, Annotation]:
    names = dict.fromkeys([*before, *after])
    wanted = {name: after.get(name, Annotation(name)) for name in names}
    return {
        name: annotation
        for name, annotation in wanted.items()
        if annotation != before.get(name, Annotation(name))
    }
