"""A whole project in another place: a backup, or the way between SQLite and PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from workbench.errors import UsageError
from workbench.model.record import Frozen
from workbench.model.registry import REGISTRY
from workbench.project.config import (
    DEFAULT_STORE,
    ProjectConfig,
    check_no_password,
    is_url,
    locate_store,
    read_config,
    write_config,
)
from workbench.project.opening import make_folder, open_project, undoing_on_error
from workbench.project.project import Project
from workbench.project.releasing import GUIDELINES

OnProgress = Callable[[float, str], None]


class CopyReport(Frozen, frozen=True):
    """What was copied where.

    `state_sha256` is the hash of all documents, segmentations and revisions, the same in both;
    `notes` say in one sentence each what did not come along.
    """

    source: str
    target: str
    documents: int
    revisions: int
    state_sha256: str
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return what was copied as one sentence."""
        return (
            f"Copied {self.documents:,} documents and {self.revisions:,} revisions to "
            f"{self.target}, verified by hash {self.state_sha256[:12]}."
        )


def copy_project(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    on_progress: OnProgress = lambda _share, _table: None,
) -> CopyReport:
    """Copy a project as it is now to a place where nothing is yet, and verify it by hash.

    People may go on working in `source` meanwhile: the copy is its state of one instant. It holds
    all of the store (people, revisions, undo, places), and from folder to folder the settings,
    the scheme file, the guidelines and the registry as well; exports, releases and notebooks stay.

    Parameters
    ----------
    source
        A project's folder, or the address of its store.
    target
        A new folder, which gets an SQLite store; or the address of a PostgreSQL database without a
        store, or of a new SQLite file.
    on_progress
        Told now and then how much is done (0 to 1), and which table it is in.

    Raises
    ------
    UsageError
        There is no project, or something is in the target's place.
    StoreError
        The same of stores; or the copy is not what was copied. Nothing is kept then.
    """
    with open_project(source) as project:
        if is_url(os.fspath(target)):
            address = os.fspath(target)
            check_no_password(address)
            state = project.store.copy_to(locate_store(address, Path()), on_progress)
            notes = () if project.directory is None else (_say_how_to_switch(project, address),)
        else:
            state = _copy_into_folder(project, Path(target).expanduser(), on_progress)
            notes = ()
    return _report(os.fspath(source), os.fspath(target), state, notes)


def _copy_into_folder(project: Project, folder: Path, on_progress: OnProgress) -> str:
    if project.directory is not None and _is_inside(folder, project.directory / REGISTRY):
        raise UsageError(f"Expected a folder outside of what is copied, got {folder}.")
    location = locate_store(DEFAULT_STORE, folder)
    with undoing_on_error(folder, location):
        make_folder(folder)
        state = project.store.copy_to(location, on_progress)
        config = _copy_files(project, folder)
        write_config(folder, msgspec.structs.replace(config, store=DEFAULT_STORE))
    return state


def _is_inside(folder: Path, other: Path) -> bool:
    return folder.resolve().is_relative_to(other.resolve())


def _copy_files(project: Project, folder: Path) -> ProjectConfig:
    """Copy what stands beside the store, and return the settings of the copy."""
    if project.directory is None:
        info = project.store.info
        return ProjectConfig(
            name=info.name,
            scheme=info.scheme,
            features=info.features,
            guideline_version=info.guideline_version,
        )
    config = read_config(project.directory)
    scheme = project.directory / Path(config.scheme).expanduser()
    if scheme.is_file():
        shutil.copy2(scheme, folder / scheme.name)
        config = msgspec.structs.replace(config, scheme=f"./{scheme.name}")
    if (project.directory / GUIDELINES).is_file():
        shutil.copy2(project.directory / GUIDELINES, folder / GUIDELINES)
    if (project.directory / REGISTRY).is_dir():
        shutil.copytree(project.directory / REGISTRY, folder / REGISTRY)
    return config


def _say_how_to_switch(project: Project, address: str) -> str:
    settings = (project.directory or Path()) / "workbench.toml"
    return f'{settings} still names the old store; to work in the copy, write: store = "{address}"'


def _report(source: str, target: str, state: str, notes: tuple[str, ...]) -> CopyReport:
    with open_project(target) as copy:
        documents = sum(1 for _ in copy.store.document_ids())
        revisions = sum(1 for _ in copy.store.history())
    return CopyReport(source, target, documents, revisions, state, notes)
