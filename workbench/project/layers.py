"""Names of layers: whose answer is meant, by a person's own name or by the pseudonym."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from workbench.errors import UsageError, WithdrawnError

if TYPE_CHECKING:
    from workbench.store import Person, Store

ANNOTATOR = "annotator:"
NEW_ANNOTATOR = "annotator:new"
_LAYER = re.compile(r"gold|(?:annotator|system):[A-Za-z0-9_.:-]{1,64}")
_PSEUDONYM = re.compile(r"a[0-9]{2,6}")


def find_layer(store: Store, layer: str, *, unused: bool = False) -> str:
    """Return the layer that `layer` names, with a person's own name replaced by the pseudonym.

    With `unused` one that nobody has used yet will do as well.

    Raises
    ------
    UsageError
        It is the name of no layer, or of an annotator whom nobody knows here.
    """
    left = find_person(store, layer, withdrawn=True)
    if left is not None and left not in store.people():
        raise WithdrawnError(
            f"Expected a layer of this project, got that of {left.pseudonym}, who was withdrawn.",
            hint="`workbench withdraw --list` says by whom and why.",
            subject=left.pseudonym,
        )
    found = name_layer(store, layer) if unused else _find_known(store, layer)
    if found is None or found == NEW_ANNOTATOR:
        known = ", ".join(list_layers(store)) or "none yet"
        raise UsageError(
            f"Expected a layer of this project, got {layer!r}.", hint=f"Its layers: {known}."
        )
    return found


def make_layer(store: Store, layer: str) -> str:
    """Return the layer that an import into `layer` goes to; a new name gets a pseudonym.

    What looks like a pseudonym and is nobody's is taken as it stands.
    """
    named = name_layer(store, layer)
    name = layer.removeprefix(ANNOTATOR)
    if named == NEW_ANNOTATOR or _is_next_pseudonym(store, name):
        return ANNOTATOR + store.ensure_person(name).pseudonym
    return named


def name_layer(store: Store, layer: str) -> str:
    """Return what `make_layer` will, or `NEW_ANNOTATOR` where it has to make a person first."""
    found = _find_known(store, layer)
    if found is not None:
        return found
    name = layer.removeprefix(ANNOTATOR)
    if name == layer or _PSEUDONYM.fullmatch(name) or not name.strip():
        return _check_layer(layer)
    return NEW_ANNOTATOR


def list_layers(store: Store) -> list[str]:
    """Return the layers that exist: those of the people first, then the others, each once."""
    people = [ANNOTATOR + person.pseudonym for person in store.people()]
    return list(dict.fromkeys([*people, *sorted(store.layers())]))


def find_person(store: Store, layer: str, *, withdrawn: bool = False) -> Person | None:
    """Return the person whose layer it is, if it is anybody's; with `withdrawn` who left too."""
    name = layer.removeprefix(ANNOTATOR)
    people = store.people(withdrawn=withdrawn) if name != layer else ()
    wanted = _fold_name(name)
    named = [each for each in people if each.name and _fold_name(each.name) == wanted]
    by_pseudonym = [person for person in people if person.pseudonym == name]
    return next(iter([*by_pseudonym, *named]), None)


def _find_known(store: Store, layer: str) -> str | None:
    person = find_person(store, layer)
    if person is not None:
        return ANNOTATOR + person.pseudonym
    return layer if layer in store.layers() or layer == "gold" else None


def _fold_name(name: str) -> str:
    # As the store compares names.
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _is_next_pseudonym(store: Store, name: str) -> bool:
    """Answer whether `name` is a pseudonym that the store would still give to somebody."""
    given = [int(person.pseudonym[1:]) for person in store.people(withdrawn=True)]
    return bool(_PSEUDONYM.fullmatch(name)) and int(name[1:]) > max(given, default=0)


def _check_layer(layer: str) -> str:
    if not _LAYER.fullmatch(layer):
        raise UsageError(
            f"Expected a layer, got {layer!r}.",
            hint="Layers are gold, annotator:NAME and system:NAME, NAME of A-Z a-z 0-9 _ . : -",
        )
    return layer
