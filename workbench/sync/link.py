"""A project here and its project on a server: found by our mark, made once, guarded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from workbench.errors import RemoteError
from workbench.exchange.label_studio import dump_config
from workbench.model.record import Frozen
from workbench.scheme import Scheme
from workbench.store import Store
from workbench.store.remote_values import JournalEntry, RemoteProject
from workbench.sync import api
from workbench.sync.configuring import check_nothing_lost, collect_used, is_enough
from workbench.sync.failures import Refused, Unsettled
from workbench.sync.local import Local
from workbench.sync.people import People
from workbench.sync.remote import Remote

MAJOR = "1"
EDITION = "Community"
_MARK = re.compile(r"\[wb:([0-9a-zA-Z-]{1,64})\]")
_SDK = (2, 1)

T = TypeVar("T")


class Settings(Frozen, frozen=True):
    """What a project says of its server.

    Attributes
    ----------
    name
        What the project there is called when it is made.
    project
        The number of a project there; without it ours is found by its mark, or made.
    people
        E-mail addresses by name or pseudonym.
    any_server
        Whether servers of another version or edition are taken too.
    """

    name: str = "claims-workbench"
    project: int | None = None
    people: dict[str, str] = {}  # noqa: RUF012  msgspec copies it
    any_server: bool = False


class Link:
    """What every part of a sync shares; `open` asks the server who it is.

    Attributes
    ----------
    project
        The number of the project there; ``None`` until it is made.
    """

    def __init__(
        self,
        store: Store,
        scheme: Scheme,
        remote: Remote,
        settings: Settings,
        guideline_version: str | None = None,
    ) -> None:
        self.store = store
        self.scheme = scheme
        self.remote = remote
        self.settings = settings
        self.local = Local(store, scheme, guideline_version)
        self.warnings: list[str] = []
        self.project: int | None = None
        self.config_differs = False
        self.is_empty = False
        self._there: api.ServerProject | None = None

    @property
    def uuid(self) -> str:
        """Our mark in the description of the project there."""
        return self.store.info.id

    def open(self) -> None:
        """Ask which server it is and who is there, and find our project; writes nothing there."""
        check_server(self.remote, any_server=self.settings.any_server)
        warning = check_sdk()
        self.warnings = [warning] if warning else []
        self.me = _at_home(self.remote, api.read_self)
        users = {each.id: each for each in [*api.read_users(self.remote), self.me]}
        self.people = People(self.store, self.settings.people, users.values())
        self.row: RemoteProject = self.store.remotes.ensure(self.remote.address.url, self.uuid)
        self._there = self._find_project()
        self._note_project()

    def ensure_project(self) -> int:
        """Return the number of our project there, made if need be, with our configuration."""
        config = dump_config(self.scheme)
        if self._there is None:
            self._make_project(config)
        else:
            self._settle_making()
            if self.config_differs:
                self._extend_config(config)
        assert self.project is not None  # noqa: S101  found or made above
        return self.project

    def mark_project(self) -> None:
        """Write our mark into the description of a project that the settings name."""
        there = self._there
        if there is None or f"[wb:{self.uuid}]" in (there.description or ""):
            return
        description = f"{there.description or ''} [wb:{self.uuid}]".strip()
        self._settle_project(lambda: self._patch_project(description=description))

    def note(self, **values: object) -> None:
        """Keep values of our row for this server."""
        self.store.remotes.update(self.row.number, **values)
        self.row = self.store.remotes.ensure(self.remote.address.url, self.uuid)

    def journal(self, keys: Mapping[str, str | None], state: str) -> None:
        """Keep how far the writes `keys` are, each with the hash of what is sent."""
        entries = [JournalEntry(key, state, sha) for key, sha in keys.items()]  # type: ignore[arg-type]
        self.store.remotes.put_journal(self.row.number, entries)

    def _find_project(self) -> api.ServerProject | None:
        number = self.settings.project
        if number is not None:
            return self._check_named(number)
        if self.row.project is not None:
            try:
                known = api.read_project(self.remote, self.row.project)
            except Refused as error:
                if error.status != 404:
                    raise
            else:
                if _read_mark(known) == self.uuid:
                    return known
        found = [each for each in api.iter_projects(self.remote) if _read_mark(each) == self.uuid]
        if len(found) > 1:
            self.warnings.append(
                f"{len(found)} projects there carry our mark; {found[0].id} is used: name one "
                "under [label_studio] project."
            )
        numbers = sorted(each.id for each in found)
        return api.read_project(self.remote, numbers[0]) if numbers else None

    def _check_named(self, number: int) -> api.ServerProject:
        try:
            there = api.read_project(self.remote, number)
        except Refused as error:
            if error.status != 404:
                raise
            raise RemoteError(
                f"Expected project {number} on {self.remote.address.url}, got none of that number.",
                hint="Name another under [label_studio] project, or none: then one is made.",
            ) from None
        if _read_mark(there) not in {None, self.uuid}:
            raise RemoteError(
                f"Expected a project of this workbench as number {number}, got one of another.",
                hint="Name another under [label_studio] project, or none: then one is made.",
            )
        return there

    def _note_project(self) -> None:
        there = self._there
        self.project = None if there is None else there.id
        self.config_differs = there is not None and not is_enough(
            there.label_config, dump_config(self.scheme)
        )
        self.is_empty = there is None or there.task_number == 0
        if there is not None and there.id != self.row.project:
            self.note(project=there.id)

    def _make_project(self, config: str) -> None:
        api.validate_config(self.remote, config)
        title = self.settings.name[:50].ljust(3)
        title = title if len(title.strip()) >= 3 else f"claims {title.strip()}"
        self.journal({"project": None}, "sent")
        description = f"[wb:{self.uuid}]"
        there = None
        for attempt in range(3):
            try:
                made = api.create_project(self.remote, title, description, config)
            except Unsettled:
                there = self._find_project()
                if there is None and attempt == 2:
                    raise
            else:
                there = api.read_project(self.remote, made.id)
            if there is not None:
                break
        self._there = there
        self._note_project()
        self.is_empty = there is not None and not there.task_number
        self.journal({"project": None}, "confirmed")

    def _settle_making(self) -> None:
        """Close the journal's entry of a run that made the project and did not hear of it."""
        if "project" in self.store.remotes.journal(self.row.number):
            self.journal({"project": None}, "confirmed")

    def _extend_config(self, config: str) -> None:
        there = self._there
        assert there is not None  # noqa: S101  the caller has looked
        used = api.read_used_labels(self.remote, there.id)
        for name, values in collect_used(self._iter_bases()).items():
            used.setdefault(name, set()).update(values)
        check_nothing_lost(there.label_config, config, used)
        api.validate_config(self.remote, config)
        self._settle_project(lambda: self._patch_project(label_config=config))

    def _patch_project(self, **values: str) -> None:
        assert self.project is not None  # noqa: S101  there is one to be changed
        api.patch_project(self.remote, self.project, **values)

    def _settle_project(self, change: object) -> None:
        """Send a change of the project that may be sent twice, and read it again."""
        assert callable(change)  # noqa: S101  a function of this class
        for attempt in range(3):
            try:
                change()
                break
            except Unsettled:
                if attempt == 2:
                    raise
        assert self.project is not None  # noqa: S101  there is one to be changed
        self._there = api.read_project(self.remote, self.project)
        self._note_project()

    def _iter_bases(self) -> Iterator[object]:
        marks = sorted({wb_id for wb_id, _ in self.store.remotes.marks(self.row.number)})
        for some in iter_chunks(marks, 100):
            for each in self.store.remotes.annotations(self.row.number, some).values():
                if each.base:
                    yield json.loads(each.base)


def check_server(remote: Remote, *, any_server: bool) -> api.Version:
    """Return which server it is, where it is one that this workbench was tried with.

    Raises
    ------
    RemoteError
        It is another version or edition, and `any_server` is off.
    """
    version = _at_home(remote, api.read_version)
    known = version.release.partition(".")[0] == MAJOR and version.edition == EDITION
    if not known and not any_server:
        got = f"{version.edition or 'one'} {version.release}".strip()
        raise RemoteError(
            f"Expected Label Studio {EDITION} {MAJOR}.x at {remote.address.url}, got {got[:60]}.",
            hint="`any_server = true` under [label_studio] tries it all the same.",
        )
    return version


def _at_home(remote: Remote, read: Callable[[Remote], T]) -> T:
    """Return what is read, where the address is that of a server and not of a path in it."""
    try:
        return read(remote)
    except Refused as error:
        if error.status != 404:
            raise
        raise RemoteError(
            f"Expected a Label Studio server at {remote.address.url}, got something else.",
            hint="Check the address, with any path below the host.",
        ) from None


def check_sdk() -> str | None:
    """Return a warning where the client is older than the one this workbench was tried with."""
    from importlib.metadata import version

    found = version("label-studio-sdk")
    numbers = tuple(int(each) for each in re.findall(r"\d+", found)[:2])
    if numbers >= _SDK:
        return None
    wanted = ".".join(map(str, _SDK))
    return f"label-studio-sdk {found} is older than {wanted}: install {wanted} or newer."


def iter_chunks(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """Give the items in lists of at most `size`."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def _read_mark(project: api.ServerProject) -> str | None:
    found = _MARK.search(project.description or "")
    return found[1] if found else None
