"""A label scheme: what may be said of a claim, and what each label means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from workbench.errors import SchemeError
from workbench.model import SCHEMA_VERSION, TYPED_SCHEMA_VERSION
from workbench.scheme.labels import (
    CertaintyRule,
    Feature,
    Label,
    Part,
    Realization,
    Role,
    Stance,
    Wording,
)
from workbench.scheme.nearest import hint_nearest

SCHEME_FORMATS = ("1.0", "1.1")
"""The forms of scheme files; typed features came with 1.1."""


class Scheme(Part, frozen=True, dict=True):
    """One version of a label scheme.

    Parameters
    ----------
    certainty_labels
        Name and definition of each certainty (the key is ``certainties`` in the file).
    relay_stance
        The stance that an outer level of nesting takes unless a person says otherwise.
    features
        Every optional feature that the scheme knows.
    enabled
        The names of the features that are on, in the order of `features`; not in the file.
    """

    format: str
    name: str
    version: str
    title: Wording
    description: Wording
    relay_stance: str
    roles: tuple[Role, ...]
    realizations: tuple[Realization, ...]
    certainty_labels: tuple[Label, ...] = msgspec.field(name="certainties")
    stances: tuple[Stance, ...]
    features: tuple[Feature, ...]
    enabled: tuple[str, ...] = ()

    @cached_property
    def _stances(self) -> dict[str, Stance]:
        return {stance.value: stance for stance in self.stances}

    @cached_property
    def _rules(self) -> dict[tuple[str, str | None], CertaintyRule]:
        return {
            (stance.value, rule.certainty): rule
            for stance in self.stances
            for rule in stance.certainties
        }

    def stance(self, value: str) -> Stance:
        """Return the stance called `value`; an unknown one is a `SchemeError`."""
        try:
            return self._stances[value]
        except KeyError:
            raise SchemeError(
                f"Expected a stance of {self.name} {self.version}, got {value!r}.",
                hint=hint_nearest(value, self._stances),
                subject=self,
            ) from None

    def allows(self, stance: str, certainty: str | None) -> bool:
        """Answer whether `stance` may be combined with `certainty`; unknown values may not."""
        return (stance, certainty) in self._rules

    def certainties(self, stance: str) -> tuple[str | None, ...]:
        """Return the certainties that `stance` allows; ``(None,)`` where it takes none."""
        return tuple(rule.certainty for rule in self.stance(stance).certainties)

    def default_certainty(self, stance: str) -> str | None:
        """Return the certainty that `stance` starts with."""
        return self.stance(stance).default_certainty

    def factbank(self, stance: str, certainty: str | None) -> str | None:
        """Return the FactBank code of the two, or ``None`` where the scheme gives none.

        The codes are those of Saurí and Pustejovsky (2009): CT certain, PR probable, PS possible,
        each + or -, and Uu where nothing is committed to.
        """
        try:
            return self._rules[stance, certainty].factbank
        except KeyError:
            allowed = ", ".join(str(each) for each in self.certainties(stance))
            raise SchemeError(
                f"Expected one of {allowed} as the certainty of {stance}, got {certainty}.",
                subject=self,
            ) from None

    def with_features(self, names: Iterable[str]) -> Scheme:
        """Return the scheme with the features `names` turned on, and all others off."""
        wanted = set(names)
        known = [feature.name for feature in self.features]
        for name in sorted(wanted.difference(known)):
            raise SchemeError(
                f"Expected a feature of {self.name} {self.version}, got {name!r}.",
                hint=hint_nearest(name, known),
                subject=self,
            )
        enabled = tuple(name for name in known if name in wanted)
        return msgspec.structs.replace(self, enabled=enabled)

    def features_on(self, kind: str) -> tuple[Feature, ...]:
        """Return the features that are on for `kind`, ``claims`` or ``attributions``."""
        on = [each for each in self.features if each.on == kind]
        return tuple(each for each in on if each.name in self.enabled)

    @property
    def schema_version(self) -> str:
        """The version of the records that are made with it: 1.1 where typed features are on."""
        on = (*self.features_on("claims"), *self.features_on("attributions"))
        typed = any(feature.is_typed for feature in on)
        return TYPED_SCHEMA_VERSION if typed else SCHEMA_VERSION

    def as_json(self) -> dict[str, Any]:
        """Return the scheme as plain data, as in its file, without features that are off."""
        on = tuple(feature for feature in self.features if feature.name in self.enabled)
        # By way of JSON, because a tuple would stay a tuple otherwise.
        encoded = msgspec.json.encode(msgspec.structs.replace(self, features=on))
        data = msgspec.json.decode(encoded, type=dict[str, Any])
        del data["enabled"]
        return data
