"""What a person chose for the interface: language, colours, size of the text, and keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec

from workbench.scheme import Scheme
from workbench.session.wire import load_keys
from workbench.session.wording import refusal
from workbench.store import Store

# Keys that count only while a panel has the focus.
_LAYERS = ("ruling ", "linking ")
_CODE = re.compile(r"(Ctrl\+)?(Alt\+)?(Shift\+)?[A-Z][A-Za-z0-9]{0,30}")
_MOST_KEYS = 4


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person chose.

    Parameters
    ----------
    language
        Of the interface; ``auto`` is the browser's.
    theme
        ``auto`` is that of the page around the widget.
    text_size
        1 is the usual size of the text, 0.5 to 3.
    keys
        The keys that differ from the usual ones: ``event.code`` with modifiers, by operation.
    """

    language: Literal["auto", "en", "ar"] = "auto"
    theme: Literal["auto", "light", "dark", "contrast"] = "auto"
    text_size: Annotated[float, msgspec.Meta(ge=0.5, le=3)] = 1.0
    keys: dict[str, tuple[str, ...]] = {}


def read_settings(store: Store, layer: str) -> Settings:
    """Return what the person of a layer chose; what cannot be read is as nothing chosen."""
    content = store.get_preferences(layer)
    try:
        return Settings() if content is None else msgspec.json.decode(content, type=Settings)
    except msgspec.ValidationError:
        return Settings()


def change_settings(store: Store, layer: str, scheme: Scheme, changes: dict[str, Any]) -> Settings:
    """Keep `changes` beside what was chosen before; an unusable one is an `EditError`."""
    known = msgspec.structs.asdict(read_settings(store, layer))
    try:
        settings = msgspec.convert({**known, **changes}, Settings)
    except msgspec.ValidationError as error:
        raise refusal("settings", fault=str(error)) from error
    _check_keys(settings, scheme)
    store.set_preferences(layer, msgspec.json.encode(settings).decode())
    return settings


def _name_stances(scheme: Scheme) -> Iterator[str]:
    """Return the operations that say a stance, and those that say its certainty as well."""
    for stance in scheme.stances:
        yield f"stance {stance.value}"
        for certainty in scheme.certainties(stance.value):
            yield f"stance {stance.value} {certainty}"


def _check_keys(settings: Settings, scheme: Scheme) -> None:
    usual = {*load_keys(), *_name_stances(scheme)}
    taken: dict[tuple[str, str], str] = {}
    for operation, codes in settings.keys.items():
        if operation not in usual or len(codes) > _MOST_KEYS:
            raise refusal("settings", fault=repr(operation))
        for code in codes:
            if not _CODE.fullmatch(code):
                raise refusal("settings", fault=repr(code))
            # what a key means in a panel of its own, it means there alone
            place = (next((each for each in _LAYERS if operation.startswith(each)), ""), code)
            if taken.setdefault(place, operation) != operation:
                raise refusal("key_twice", code=code)
