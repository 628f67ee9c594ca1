"""The file `workbench.toml` that makes a folder a project, and the address of its store."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

from workbench.errors import InputError, UsageError
from workbench.exchange import write_lines
from workbench.model.record import Frozen

CONFIG_NAME = "workbench.toml"
DEFAULT_STORE = "sqlite:///workbench.sqlite"
DEFAULT_SCHEME = "claims-sources-stances"
ENVIRONMENT_VARIABLE = "WORKBENCH_PROJECT"

_HEADER = """\
# A project of claims-workbench. Paths are relative to this folder.
# The store's address carries no password: PostgreSQL reads it from PGPASSWORD or ~/.pgpass.
"""


class LabelStudioConfig(Frozen, frozen=True):
    """What `workbench.toml` says under ``[label_studio]``; a token is never among it.

    `project` is the number of a project there, by default one of our own making; `people` gives
    e-mail addresses by the names of annotators; `any_server` takes other versions than were tried.
    """

    url: str | None = None
    project: int | None = None
    people: dict[str, str] = {}  # noqa: RUF012  msgspec copies it
    any_server: bool = False


class SuggestionConfig(Frozen, frozen=True):
    """What `workbench.toml` says under ``[suggestions]``.

    `layers` names the layers of systems whose records are suggested to annotators, ``*`` for any
    characters; `held_back` is the share of sentences, 0 to 1, that are shown without suggestions
    until they are decided; `seed` says which.
    """

    layers: tuple[str, ...] = ("system:*",)
    held_back: float = 0.0
    seed: int = 0


class ProjectConfig(Frozen, frozen=True):
    """What `workbench.toml` says.

    `scheme` is the name of a scheme that comes with the workbench, or the path of a scheme file.
    """

    name: str
    store: str = DEFAULT_STORE
    scheme: str = DEFAULT_SCHEME
    features: tuple[str, ...] = ()
    guideline_version: str | None = None
    label_studio: LabelStudioConfig = LabelStudioConfig()
    suggestions: SuggestionConfig = SuggestionConfig()


def find_project(place: str | os.PathLike[str] | None) -> str | Path:
    """Return the store address or the folder that `place` names.

    Without `place` it is what the environment variable ``WORKBENCH_PROJECT`` names, else the
    current folder.
    """
    place = os.fspath(place) if place is not None else os.environ.get(ENVIRONMENT_VARIABLE) or "."
    return place if is_url(place) else Path(place).expanduser()


def read_config(directory: Path) -> ProjectConfig:
    """Return the configuration of the project in `directory`.

    Raises
    ------
    UsageError
        There is no project.
    InputError
        Its file cannot be read, or says something else than it should.
    """
    path = directory / CONFIG_NAME
    try:
        config = msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), ProjectConfig)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(
            f"Expected a project (a folder with {CONFIG_NAME}), got {directory.absolute()}.",
            hint="Make one with `workbench init DIR`, or name one with `--project DIR`.",
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected a file that can be read, got {path}: {reason}.") from error
    except (ValueError, msgspec.ValidationError) as error:
        raise InputError(f"Expected the settings of a project in {path}, got: {error}.") from error
    check_no_password(config.store)
    return config


def write_config(directory: Path, config: ProjectConfig) -> None:
    """Write `config` into `directory`, the whole file or nothing."""
    check_no_password(config.store)
    values = {name: getattr(config, name) for name in config.__struct_fields__}
    plain = {name: value for name, value in values.items() if not isinstance(value, Frozen | None)}
    lines = [f"{name} = {_dump_toml(value)}" for name, value in plain.items()]
    write_lines(directory / CONFIG_NAME, [*_HEADER.splitlines(), *lines])


def is_url(place: str) -> bool:
    """Answer whether `place` is the address of a store, not a folder."""
    return "://" in place


def check_no_password(url: str) -> None:
    """Raise `UsageError` where a store's address carries a password; it is not repeated."""
    if not is_url(url):
        return
    parts = urlsplit(url)
    if parts.password is not None or "password" in parse_qs(parts.query):
        raise UsageError(
            "Expected the address of a store without a password, got one with a password in it.",
            hint="Leave it out and put it into the environment variable PGPASSWORD or ~/.pgpass.",
        )


def locate_store(url: str, directory: Path) -> str:
    """Return the store address `url` with the path of an SQLite file made absolute.

    A path alone is the same as an ``sqlite:///`` address; both are relative to `directory`.
    """
    if not is_url(url):
        return f"sqlite:///{(directory / Path(url).expanduser()).absolute()}"
    scheme, _, path = url.partition(":///")
    if not scheme.startswith("sqlite") or not path or path.startswith(("/", ":memory:")):
        return url
    return f"{scheme}:///{(directory / path).absolute()}"


def check_name(name: str) -> str:
    """Return `name` where it can name a project: one to 200 characters, none a control."""
    if not 0 < len(name) <= 200 or re.search(
        r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", name
    ):
        raise UsageError(
            f"Expected a project name of 1 to 200 characters without controls, got {name!r}."
        )
    return name


def _dump_toml(value: Any) -> str:
    # A JSON string without control characters is a TOML string as well.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
