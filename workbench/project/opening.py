"""Making a project in a folder, and opening one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import SchemeError, UsageError
from workbench.exchange import write_lines
from workbench.project.config import (
    CONFIG_NAME,
    DEFAULT_SCHEME,
    DEFAULT_STORE,
    ProjectConfig,
    check_name,
    check_no_password,
    find_project,
    is_url,
    locate_store,
    read_config,
    write_config,
)
from workbench.project.project import Project

GUIDELINE_VERSION = "1.0"
"""The version of the guidelines that come with the workbench."""

if TYPE_CHECKING:
    from workbench.scheme import Scheme
    from workbench.store import Store


def open_project(place: str | os.PathLike[str] | None = None, *, create: bool = False) -> Project:
    """Open a project.

    Parameters
    ----------
    place
        Its folder, or the address of its store; without it what the environment variable
        ``WORKBENCH_PROJECT`` names, else the current folder.
    create
        Whether a folder that has no project gets a new one, without articles.

    Raises
    ------
    UsageError
        There is no project.
    SchemeError
        Its scheme is not there, or another than it was made with.
    StoreVersionError
        It was made by a newer workbench, or by something else.
    """
    from workbench.scheme import load_scheme
    from workbench.store import open_store

    found = find_project(place)
    if isinstance(found, str):
        store = open_store(found)
        with _closing_on_error(store):
            scheme = load_scheme(store.info.scheme, store.info.scheme_version)
            return Project(store, scheme.with_features(store.info.features))
    if create and not (found / CONFIG_NAME).exists():
        return init_project(found)
    config = read_config(found)
    location = locate_store(config.store, found)
    store = open_store(location)
    with _closing_on_error(store):
        scheme = load_scheme(locate_scheme(config.scheme, found), store.info.scheme_version)
        _check_scheme(scheme, store, found)
        return Project(
            store,
            _turn_on(scheme, config.features),
            directory=found,
            name=config.name,
            guideline_version=config.guideline_version,
            label_studio=config.label_studio,
            suggestions=config.suggestions,
        )


def init_project(
    directory: str | os.PathLike[str],
    *,
    store: str | None = None,
    scheme: str | os.PathLike[str] | None = None,
    name: str | None = None,
    features: Iterable[str] = (),
) -> Project:
    """Make a project in `directory`, which is made too if need be, and open it.

    Parameters
    ----------
    store
        Where its documents and annotations go: by default an SQLite file in the folder. An address
        of a PostgreSQL server carries no password.
    scheme
        The name of a scheme, or a scheme file, which is copied into the folder.
    name
        What it is called; by default as its folder.
    features
        The optional features of the scheme that are on. The oldest version of the scheme that
        knows them is taken.

    Raises
    ------
    UsageError
        There is a project already, or nothing can be written there.
    SchemeError
        No version of the scheme knows the features.
    """
    from workbench.scheme import load_scheme

    if is_url(os.fspath(directory)):
        raise UsageError(
            "Expected a folder for the project, got an address.",
            hint="Give the address with `--store`.",
        )
    folder = Path(directory).expanduser()
    address = store or DEFAULT_STORE
    check_no_password(address)
    wanted = tuple(dict.fromkeys(features))
    labels = load_scheme(scheme if scheme is not None else DEFAULT_SCHEME, features=wanted)
    config = ProjectConfig(
        name=check_name(name or folder.resolve().name or "project"),
        store=address,
        features=labels.with_features(wanted).enabled,
        guideline_version=GUIDELINE_VERSION,
    )
    with undoing_on_error(folder, locate_store(address, folder)):
        make_folder(folder)
        _create_store(locate_store(address, folder), config, labels)
        write_config(folder, _with_scheme(config, scheme, folder))
    return open_project(folder)


def make_folder(folder: Path) -> None:
    """Make the folder of a new project; a `UsageError` where there is one, or nothing may be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"Expected a folder for the project, got {folder}: {reason}.") from error
    if (folder / CONFIG_NAME).exists():
        raise UsageError(
            f"Expected a folder without a project, got {folder}, which has one.",
            hint="Open it, or choose another folder.",
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"Expected a folder that can be written to, got {folder}.")


def _create_store(location: str, config: ProjectConfig, scheme: Scheme) -> None:
    from workbench.store import ProjectInfo, create_store

    info = ProjectInfo(
        id=secrets.token_hex(16),
        name=config.name,
        scheme=scheme.name,
        scheme_version=scheme.version,
        guideline_version=config.guideline_version,
        features=config.features,
    )
    create_store(location, info).close()


def _with_scheme(
    config: ProjectConfig, scheme: str | os.PathLike[str] | None, folder: Path
) -> ProjectConfig:
    """Return `config` with its scheme; a scheme file is copied into the project's folder."""
    if scheme is None:
        return config
    if not _is_file(os.fspath(scheme)):
        return msgspec.structs.replace(config, scheme=os.fspath(scheme))
    copy = folder / Path(scheme).name
    if not copy.exists() or not copy.samefile(scheme):
        write_lines(copy, [Path(scheme).read_text("utf-8").rstrip("\n")])
    return msgspec.structs.replace(config, scheme=f"./{copy.name}")


def _is_file(scheme: str) -> bool:
    return scheme.endswith(".json") or "/" in scheme


def locate_scheme(scheme: str, folder: Path) -> str | Path:
    """Return the name of a scheme, or the path of its file as seen from a project's folder."""
    return folder / Path(scheme).expanduser() if _is_file(scheme) else scheme


def _turn_on(scheme: Scheme, features: tuple[str, ...]) -> Scheme:
    try:
        return scheme.with_features(features)
    except SchemeError as error:
        if not features:
            raise
        raise SchemeError(
            error.message,
            hint=f"Take it out of {CONFIG_NAME} and turn it on with `workbench upgrade --features "
            "NAME`, which goes to a version that knows it.",
            subject=scheme,
        ) from error


def _check_scheme(scheme: Scheme, store: Store, folder: Path) -> None:
    """Refuse another scheme than the project was made with: its annotations would mean nothing."""
    made_with = (store.info.scheme, store.info.scheme_version)
    if (scheme.name, scheme.version) != made_with:
        raise SchemeError(
            f"Expected in {folder / CONFIG_NAME} the scheme that the project was made with, "
            f"{' '.join(made_with)}, got {scheme.name} {scheme.version}.",
            hint="Put it back, or make another project for the other scheme.",
        )


@contextmanager
def _closing_on_error(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


@contextmanager
def undoing_on_error(folder: Path, location: str) -> Iterator[None]:
    """Take away the new files of a project that could not be finished."""
    database = Path(location.removeprefix("sqlite:///"))
    before = {folder: folder.exists(), database: is_url(str(database)) or database.exists()}
    try:
        yield
    except BaseException:
        if not before[database]:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{database}{suffix}").unlink()
        if not before[folder]:
            with suppress(OSError):
                folder.rmdir()
        raise
