"""A plan: what a push and a pull would do, as a file that refuses to be used when it is stale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import msgspec

from workbench.errors import InputError, MovedError
from workbench.exchange import write_lines
from workbench.model.record import Frozen
from workbench.sync.entries import Count, Entry, count_entries

PLAN_VERSION = 1


class Plan(Frozen, frozen=True):
    """What a sync would do, both ways; nothing of it holds a word of an article, or a secret.

    Attributes
    ----------
    layer
        The layer to push, or ``None`` for those of all annotators.
    """

    version: int
    server: str
    project: int | None
    layer: str | None
    entries: tuple[Entry, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        """How many entries there are of each kind."""
        return count_entries(self.entries)

    @property
    def fingerprint(self) -> str:
        """A hash of what both sides said: another one means that one of them has moved."""
        listed = sorted(
            json.dumps([each.side, each.action, each.what, each.key, each.layer, each.why,
                        each.ours, each.theirs])
            for each in self.entries
        )  # fmt: skip
        head = f"{self.version} {self.server} {self.project} {self.layer}"
        return hashlib.sha256("\n".join([head, *listed]).encode()).hexdigest()

    def __str__(self) -> str:
        """Return a line for each kind of thing that would be done."""
        lines = [str(each) for each in self.counts]
        return "\n".join(lines or ["Both sides are the same: nothing to do."])

    def check_same(self, now: Plan) -> None:
        """Raise `MovedError` unless `now` is the same plan, made again."""
        if self.fingerprint == now.fingerprint:
            return
        old, new = (
            {(each.side, each.what, each.key, each.layer): each for each in plan.entries}
            for plan in (self, now)
        )
        moved = sum(old.get(name) != new.get(name) for name in old.keys() | new.keys())
        raise MovedError(
            f"Expected both sides as they were when the plan was made, got changes in {moved} "
            "places.",
            hint="Nothing was done; make another plan.",
        )

    def write(self, path: Path) -> None:
        """Write the plan, whole or not at all."""
        head = {
            "version": self.version,
            "server": self.server,
            "project": self.project,
            "layer": self.layer,
            "entries": len(self.entries),
        }
        lines = [_dump(head), *(_dump(msgspec.to_builtins(each)) for each in self.entries)]
        write_lines(path, lines)


def read_plan(path: Path) -> Plan:
    """Return the plan that `path` holds.

    Raises
    ------
    InputError
        It holds none, or one of another version.
    """
    try:
        head, *lines = path.read_text("utf-8").splitlines()
        found = json.loads(head)
        entries = tuple(msgspec.json.decode(line, type=Entry) for line in lines)
        plan = Plan(
            int(found["version"]), str(found["server"]), found["project"], found["layer"], entries
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected a plan that can be read, got {path}: {reason}.") from error
    except (ValueError, KeyError, TypeError, msgspec.DecodeError) as error:
        raise InputError(
            f"Expected a plan of `workbench sync plan --out` in {path}, got something else.",
        ) from error
    if plan.version != PLAN_VERSION or len(entries) != found.get("entries"):
        raise InputError(f"Expected a whole plan of version {PLAN_VERSION} in {path}, got another.")
    return plan


def make_plan(
    server: str, project: int | None, layer: str | None, entries: Iterable[Entry]
) -> Plan:
    """Return a plan of this version."""
    return Plan(PLAN_VERSION, server, project, layer, tuple(entries))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
