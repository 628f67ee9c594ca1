"""A project and its server, as one object: plan, push, pull, status, conflicts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbench.errors import UsageError
from workbench.model.record import Frozen
from workbench.scheme import Scheme
from workbench.store import Store
from workbench.store.remote_values import Choice, Conflict, RemoteProject
from workbench.sync import api
from workbench.sync.entries import Count, Entry
from workbench.sync.importing import find_layers
from workbench.sync.link import Link, Settings
from workbench.sync.plan import Plan, make_plan
from workbench.sync.predicting import Predictions
from workbench.sync.pulling import OnProgress, Pull
from workbench.sync.pushing import Push
from workbench.sync.remote import Remote
from workbench.sync.results import collecting_seldom
from workbench.sync.showing import Conflicts

SYSTEM = "system:"
_NOTABLE = ("conflict", "hold", "delete")
_WRONG = ("invalid", "refused", "raced", "taken")


class SyncReport(Frozen, frozen=True):
    """What a push or a pull did.

    Attributes
    ----------
    counts
        How often it did what.
    notable
        What a person should look at, one entry each.
    writes
        How many requests changed something there.
    """

    direction: str
    server: str
    project: int | None
    counts: tuple[Count, ...]
    notable: tuple[Entry, ...]
    writes: int
    warnings: tuple[str, ...] = ()

    @property
    def has_problems(self) -> bool:
        """Whether something waits for a person: a conflict, or what could not be sent."""
        return any(each.action == "conflict" or each.why in _WRONG for each in self.notable)

    def __str__(self) -> str:
        """Return a line for each kind of thing that was done."""
        lines = [str(each) for each in self.counts]
        return "\n".join(lines or ["Both sides are the same: nothing was done."])

    def _repr_html_(self) -> str:
        return _show_html(str(self).splitlines())


class SyncStatus(Frozen, frozen=True):
    """What is known here of a server, without asking it.

    Attributes
    ----------
    unfinished
        Writes of a run that was killed; the next one finds out about them.
    """

    server: str
    project: int | None
    cursor: str | None
    tasks: int
    annotations: int
    skipped: int
    gone: int
    foreign: int
    drafts: int
    findings: int
    conflicts: int
    unfinished: int

    def __str__(self) -> str:
        """Return the numbers, a line each."""
        shown = [
            f"{name.replace('_', ' ')}: {getattr(self, name)}" for name in self.__struct_fields__
        ]
        return "\n".join(shown)

    def _repr_html_(self) -> str:
        return _show_html(str(self).splitlines())


class Unfinished(Frozen, frozen=True):
    """A draft: work that somebody there has not submitted, and that is no label yet."""

    wb_id: str
    author: str | None
    regions: int
    updated_at: str | None


class Remark(Frozen, frozen=True):
    """Something in an annotation there that has no place in a record, or an odd one."""

    wb_id: str
    layer: str
    kind: str
    region: str
    message: str


class Sync:
    """The sync of a project with one server.

    Parameters
    ----------
    url
        The server's address, as `parse_address` returns it.
    connect
        Makes the client when it is needed first; `status` and `conflicts` need none.
    find_layer
        Returns the layer that a name stands for, or raises.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        url: str,
        connect: Callable[[], Remote],
        *,
        settings: Settings | None = None,
        guideline_version: str | None = None,
        find_layer: Callable[[str], str] = str,
    ) -> None:
        self._store = store
        self._scheme = scheme
        self._connect = connect
        self._settings = settings or Settings()
        self._guideline_version = guideline_version
        self._find_layer = find_layer
        self._remote: Remote | None = None
        self.url = url

    def __repr__(self) -> str:
        return f"<Sync with {self.url}>"

    def close(self) -> None:
        """Close the connections."""
        if self._remote is not None:
            self._remote.close()
            self._remote = None

    def plan(self, layer: str | None = None, *, on_progress: OnProgress | None = None) -> Plan:
        """Return what a pull and a push would do; writes nothing.

        Parameters
        ----------
        layer
            Of the push: ``gold``, ``annotator:NAME`` or ``system:NAME``; without it those of all
            annotators who have an e-mail address there.
        """
        layer = None if layer is None else self._find_layer(layer)
        link = self._open()
        show = on_progress or _show_nothing
        with collecting_seldom():
            pulled = Pull(link, dry=True, full=True, on_progress=show).run()
            pushed = self._iter_push(link, layer, dry=True, on_progress=show)
            return make_plan(self.url, link.project, layer, [*pulled, *pushed])

    def push(
        self,
        layer: str | None = None,
        plan: Plan | None = None,
        *,
        dry_run: bool = False,
        force: bool = False,
        recreate: bool = False,
        create_users: bool = False,
        on_progress: OnProgress | None = None,
    ) -> SyncReport:
        """Bring what changed here to the server.

        Parameters
        ----------
        layer
            As in `plan`; with a plan it is the plan's.
        plan
            Only if both sides are still as they were when it was made.
        force
            Write over drafts: somebody's unsaved work is lost.
        recreate
            Make again what was deleted there.
        create_users
            Make members there for addresses that the server does not know.

        Raises
        ------
        MovedError
            A side has changed since the plan was made; nothing was done.
        RemoteError
            The server refuses, or fails; what was done is kept, and a repeat goes on from there.
        """
        layer = plan.layer if plan is not None else layer
        layer = None if layer is None else self._find_layer(layer)
        self._check_plan(plan)
        link = self._open()
        if create_users and not dry_run:
            self._create_users(link)
        entries = self._iter_push(
            link,
            layer,
            dry=dry_run,
            force=force,
            recreate=recreate,
            on_progress=on_progress or _show_nothing,
        )
        return self._report("push", link, entries)

    def pull(
        self,
        plan: Plan | None = None,
        *,
        dry_run: bool = False,
        full: bool = False,
        on_progress: OnProgress | None = None,
    ) -> SyncReport:
        """Bring what changed on the server here, as revisions of the annotators' layers.

        Parameters
        ----------
        full
            List all tasks, so that deleted ones are noticed; each tenth pull does.

        Raises
        ------
        MovedError, RemoteError
            As in `push`.
        """
        self._check_plan(plan)
        link = self._open()
        pull = Pull(link, dry=dry_run, full=full, on_progress=on_progress or _show_nothing)
        return self._report("pull", link, pull.run())

    def status(self) -> SyncStatus:
        """Return what is known of the server, without asking it."""
        row = self._find_row()
        remotes = self._store.remotes
        if row is None:
            return SyncStatus(self.url, None, None, *[0] * 9)
        tasks = remotes.tasks(row.number).values()
        marks = remotes.marks(row.number).values()
        states = Counter(each.state for each in marks)
        return SyncStatus(
            server=self.url,
            project=row.project,
            cursor=row.cursor,
            tasks=sum(each.state == "synced" for each in tasks),
            annotations=states["synced"],
            skipped=states["skipped"],
            gone=states["gone"] + sum(each.state == "gone" for each in tasks),
            foreign=len(remotes.others(row.number, "task"))
            + len(remotes.others(row.number, "annotation")),
            drafts=len(remotes.others(row.number, "draft")),
            findings=len(remotes.others(row.number, "finding")),
            conflicts=len(remotes.conflicts(row.number)),
            unfinished=len(remotes.journal(row.number)),
        )

    def conflicts(self, *, all: bool = False) -> Conflicts:  # noqa: A002
        """Return the conflicts that wait for a decision, or with `all` every one there was."""
        row = self._find_row()
        if row is None:
            return Conflicts()
        return Conflicts(self._store.remotes.conflicts(row.number, None if all else "open"))

    def resolve(self, number: int, choice: Choice) -> Conflict:
        """Choose a side of a conflict; the next pull and push carry it out.

        Parameters
        ----------
        choice
            ``ours``, what stands here, or ``theirs``, what stands on the server.
        """
        if choice not in {"ours", "theirs"}:
            raise UsageError(f"Expected ours or theirs, got {choice!r}.")
        row = self._find_row()
        known = () if row is None else self._store.remotes.conflicts(row.number, None)
        if number not in {each.number for each in known}:
            raise UsageError(
                f"Expected the number of an open conflict, got {number}.",
                hint="`workbench sync conflicts` lists them.",
            )
        return self._store.remotes.resolve(number, choice)

    def drafts(self) -> tuple[Unfinished, ...]:
        """Return the work that people there have not submitted, as the last pull found it."""
        row = self._find_row()
        found = () if row is None else self._store.remotes.others(row.number, "draft")
        return tuple(_load_draft(each.wb_id, each.author, each.content) for each in found)

    def remarks(self) -> tuple[Remark, ...]:
        """Return what the last pull found that has no place here, or an odd one."""
        row = self._find_row()
        found = () if row is None else self._store.remotes.others(row.number, "finding")
        return tuple(_load_remark(each.key, each.content) for each in found)

    def _open(self) -> Link:
        if self._remote is None:
            self._remote = self._connect()
        link = Link(
            self._store, self._scheme, self._remote, self._settings, self._guideline_version
        )
        link.open()
        return link

    def _find_row(self) -> RemoteProject | None:
        rows = self._store.remotes.all()
        return next((each for each in rows if each.server == self.url), None)

    def _check_plan(self, plan: Plan | None) -> None:
        if plan is None:
            return
        if plan.server != self.url:
            raise UsageError(f"Expected a plan for {self.url}, got one for {plan.server}.")
        plan.check_same(self.plan(plan.layer))

    def _iter_push(
        self, link: Link, layer: str | None, *, dry: bool, on_progress: OnProgress, **options: Any
    ) -> Iterator[Entry]:
        is_system = layer is not None and layer.startswith(SYSTEM)
        layers, held = ([], []) if is_system else find_layers(link, layer)
        yield from held
        yield from Push(link, layers, dry=dry, on_progress=on_progress, **options).run()
        if is_system and layer is not None:
            yield from Predictions(link, layer, dry=dry, on_progress=on_progress).run()

    def _create_users(self, link: Link) -> None:
        for layer in self._store.layers():
            email = link.people.find_email(layer) if layer.startswith("annotator:") else None
            if email is not None and link.people.find_user(layer) is None:
                link.people.add_user(api.create_user(link.remote, email))

    def _report(self, direction: str, link: Link, entries: Iterable[Entry]) -> SyncReport:
        before = link.remote.writes
        counts: Counter[tuple[Any, ...]] = Counter()
        notable = []
        with collecting_seldom():
            for each in entries:
                counts[each.side, each.action, each.what, each.why] += 1
                if each.action in _NOTABLE:
                    notable.append(each)
        listed = tuple(
            Count(side, action, what, count, why)
            for (side, action, what, why), count in sorted(
                counts.items(), key=lambda item: tuple(str(part) for part in item[0])
            )
        )
        return SyncReport(
            direction,
            self.url,
            link.project,
            listed,
            tuple(notable),
            link.remote.writes - before,
            tuple(link.warnings),
        )


def _show_nothing(_share: float, _name: str) -> None:
    """Take the place of a progress bar where nobody looks."""


def _show_html(lines: list[str]) -> str:
    from html import escape

    return "<br>".join(escape(line) for line in lines)


def _load_draft(wb_id: str | None, author: str | None, content: str) -> Unfinished:
    found = json.loads(content)
    result = found.get("result")
    regions = {each.get("id") for each in result or [] if isinstance(each, dict)} - {None}
    return Unfinished(wb_id or "", author, len(regions), found.get("updated_at"))


def _load_remark(key: str, content: str) -> Remark:
    wb_id, layer, _ = key.rsplit(" ", 2)
    found = json.loads(content)
    return Remark(wb_id, layer, found["kind"], str(found.get("region")), found["message"])
