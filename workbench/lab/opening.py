"""A project with its notebook, and the JupyterLab server that shows it."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from workbench.errors import InputError, UsageError
from workbench.lab.card import write_labextension
from workbench.project.config import CONFIG_NAME, ENVIRONMENT_VARIABLE, find_project
from workbench.resources import resource_path

NOTEBOOK_NAME = "annotate.ipynb"
SAMPLE_PROJECT = "my-project"
FIRST_PORT, LAST_PORT = 8888, 8987


def open_lab(
    place: str | os.PathLike[str] | None = None,
    *,
    browser: bool = True,
    port: int | None = None,
    say: Callable[[str], object] | None = None,
) -> int:
    """Open JupyterLab on a project, which is made of the sample articles where there is none.

    This process becomes the server; the answer, an exit status, comes when it is stopped.

    Parameters
    ----------
    place
        The project's folder; without it what ``WORKBENCH_PROJECT`` names, else the current folder
        where that is a project, else `my-project` in it.
    browser
        Whether the system's browser is opened as well.
    port
        The port on the loopback device; without it, the first free one from 8888 on.
    say
        Is given each sentence for the person; by default they go to standard error.

    Raises
    ------
    UsageError
        There can be no project at `place`, or the port is taken.
    InputError
        The sample articles or the notebook cannot be written.
    """
    say = say or _write_to_standard_error
    folder = find_folder(place)
    _require_jupyterlab()
    port = find_port(port)
    if prepare_project(folder, say):
        say(f"Made the project {folder} of sample articles.")
    token = secrets.token_hex(24)
    say(
        f"The workbench runs at http://127.0.0.1:{port}/lab/tree/{NOTEBOOK_NAME}?token={token} "
        "until you press Ctrl+C here; what is shown as saved is safe."
    )
    os.environ.update(build_environment(folder, token))
    # What other packages find deprecated in each other is nothing that an annotator can act on.
    logging.captureWarnings(capture=True)
    logging.getLogger("py.warnings").addHandler(logging.NullHandler())
    from jupyterlab.labapp import LabApp

    with tempfile.TemporaryDirectory(prefix="workbench-") as extensions:
        write_labextension(Path(extensions))
        LabApp.launch_instance(
            build_options(folder, browser=browser, port=port, extensions=extensions)
        )
    return 0


def find_folder(place: str | os.PathLike[str] | None) -> Path:
    """Return the folder that `open_lab` opens; it need not exist yet."""
    found = find_project(place)
    if isinstance(found, str):
        raise UsageError(
            "Expected a project's folder, for the notebook lies in it; got a store's address.",
            hint="Make a folder for it with `workbench init DIR --store URL`, and open that.",
        )
    if place is None and found == Path() and not (found / CONFIG_NAME).exists():
        found /= SAMPLE_PROJECT
    return found.absolute()


def prepare_project(folder: Path, say: Callable[[str], object]) -> bool:
    """Make what is missing in `folder`, and answer whether the project is new.

    A project that exists keeps its articles, and a notebook that exists keeps every edit. What is
    unsafe about the store is given to `say`.
    """
    from workbench.project import open_project

    is_new = not (folder / CONFIG_NAME).exists()
    if is_new:
        _make_sample_project(folder)
    with closing(open_project(folder)) as project:
        for warning in project.warnings:
            say(f"Warning: {warning}")
    for notebook in sorted(resource_path("notebooks").glob("*.ipynb")):
        _copy_notebook(notebook, folder / notebook.name)
    return is_new


def _make_sample_project(folder: Path) -> None:
    """Make a project with all sample articles or, stopped by Ctrl+C or a full disk, none."""
    from workbench.project import init_project

    existed = folder.exists()
    with closing(init_project(folder)) as project:
        try:
            project.ingest(sorted(resource_path("seeds").glob("*.txt")))
            known = resource_path("exports") / "sample-entities.jsonl"
            if known.is_file():  # so that the first sources find who they are
                project.import_entities(known)
        except BaseException:
            project.close()
            for path in (folder / CONFIG_NAME, *folder.glob("workbench.sqlite*")):
                path.unlink()
            if not existed:
                folder.rmdir()
            raise


def build_options(
    folder: Path, *, browser: bool, port: int, extensions: str | os.PathLike[str]
) -> list[str]:
    """Return the options of a quiet server that only this machine reaches.

    `extensions` is a folder with the launcher's card, which an editable install places nowhere.
    """
    options: dict[str, object] = {
        "Application.log_level": "ERROR",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.default_url": f"/lab/tree/{NOTEBOOK_NAME}",
        "LabApp.extension_manager": "readonly",
        "LabApp.extra_labextensions_path": extensions,
        "LabApp.news_url": None,
        "ServerApp.answer_yes": True,  # Ctrl+C stops without a question
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
    }
    flags = [] if browser else ["--no-browser"]
    flags += ["--allow-root"] if os.geteuid() == 0 else []
    return flags + [f"--{name}={value}" for name, value in options.items()]


def build_environment(folder: Path, token: str) -> dict[str, str]:
    """Return the variables that the server needs.

    The token is among them because other people of the machine can read a command line.
    """
    settings = [str(Path(__file__).parent), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    return {
        "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, settings)),
        "JUPYTER_PREFER_ENV_PATH": "1",  # the kernel that has the workbench, not the user's own
        "JUPYTER_TOKEN": token,
        ENVIRONMENT_VARIABLE: str(folder),
    }


def find_port(port: int | None) -> int:
    """Return `port`, or the first free one, of the loopback device."""
    wanted = [port] if port is not None else range(FIRST_PORT, LAST_PORT + 1)
    for candidate in wanted:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            return candidate
    got = f"{port}, which is taken" if port is not None else f"none from {FIRST_PORT} on"
    raise UsageError(
        f"Expected a free port on 127.0.0.1, got {got}.", hint="Name another one with `--port`."
    )


def _copy_notebook(notebook: Path, path: Path) -> None:
    if path.exists():
        return
    try:
        shutil.copyfile(notebook, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected to write {path}, got: {reason}.") from error


def _require_jupyterlab() -> None:
    if find_spec("jupyterlab") is None:
        raise UsageError(
            f"Expected JupyterLab beside {sys.executable}, got none.",
            hint="Install it with `pip install jupyterlab`.",
        )


def _write_to_standard_error(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
