"""A real JupyterLab server for tests, and waits that end only when what they wait for is there."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import psutil
from playwright.sync_api import Page

from workbench.lab.card import write_labextension

START_S = 90
QUIET_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
}

# `page.wait_for_function` takes a promise for an answer, so waiting is done inside the page.
WAIT = """
const until = async (answer, what) => {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = answer();
    if (value) return value;
    if (Date.now() > end) throw new Error(`still waiting for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
};
const notebook = async () => {
  const app = await until(() => window.jupyterapp, 'JupyterLab');
  await app.restored;
  const panel = await until(() => {
    const widget = app.shell.currentWidget;
    return widget && widget.sessionContext && widget;
  }, 'a notebook');
  await panel.context.ready;
  await panel.revealed;
  await panel.sessionContext.ready;
  return panel;
};
const idle = async panel => {
  const kernel = await until(() => panel.sessionContext.session?.kernel, 'a kernel');
  await kernel.info;
  await until(() => panel.sessionContext.session?.kernel?.connectionStatus === 'connected'
    && panel.sessionContext.session.kernel.status === 'idle', 'an idle kernel');
};
"""


class JupyterLab:
    """A server of its own: own port, token, settings and root folder.

    Parameters
    ----------
    folder
        Where everything of the server lies; `root` inside it is what the file browser shows.
    python
        Whose JupyterLab is served. Kernels are this environment's either way.
    labextensions
        A folder of extensions; by default one with the launcher's card, as `workbench lab` has it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        python: Path | str = sys.executable,
        labextensions: Path | None = None,
    ) -> None:
        self.root = folder / "root"
        self.root.mkdir()
        self.token = "a-token-for-tests"
        self.log = folder / "jupyterlab.log"
        self._python = python
        self._labextensions = labextensions or folder / "extensions"
        if labextensions is None:
            write_labextension(self._labextensions)
        self._write_settings(folder)
        self.url, self._process = self._start(folder)

    def _write_settings(self, folder: Path) -> None:
        settings = folder / "config" / "labconfig" / "default_setting_overrides.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(QUIET_SETTINGS), encoding="utf-8")
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        kernel = {"argv": argv, "display_name": "Python 3 (ipykernel)", "language": "python"}
        spec = folder / "path" / "kernels" / "python3" / "kernel.json"
        spec.parent.mkdir(parents=True)
        spec.write_text(json.dumps(kernel), encoding="utf-8")

    def _start(self, folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
        """Return the address and the process of a server that answers."""
        port = find_free_port()
        named: dict[str, object] = {
            "IdentityProvider.token": self.token,
            "JupyterNotebookApp.expose_app_in_browser": True,
            "JupyterNotebookApp.extra_labextensions_path": self._labextensions,
            "LabApp.expose_app_in_browser": True,
            "LabApp.extension_manager": "readonly",
            "LabApp.extra_labextensions_path": self._labextensions,
            "LabApp.news_url": None,
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": port,
            "ServerApp.port_retries": 0,
            "ServerApp.root_dir": self.root,
            "VoilaConfiguration.extra_labextensions_path": self._labextensions,
        }
        options = [f"--{name}={value}" for name, value in named.items()]
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [self._python, "-m", "jupyterlab", "--no-browser", "--allow-root", *options],
                env={**os.environ, **own_folders(folder)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = f"http://127.0.0.1:{port}"
        self._wait_for_answer(process)
        return self.url, process

    def _wait_for_answer(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + START_S
        while process.poll() is None and time.monotonic() < end:
            with suppress(OSError):
                self.api("GET", "status")
                return
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.05)  # between two questions; its death ends the wait at once
        process.kill()
        process.wait()
        raise RuntimeError(f"JupyterLab does not answer:\n{self.log.read_text('utf-8')}")

    def api(self, method: str, path: str) -> Any:
        """Return what the server's REST interface answers."""
        request = urllib.request.Request(f"{self.url}/api/{path}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def write_notebook(self, name: str, *cells: str) -> str:
        """Write a notebook of code cells into the root folder and return its name."""
        made = nbformat.v4.new_notebook(
            cells=[
                nbformat.v4.new_code_cell(source, id=f"cell-{number}")
                for number, source in enumerate(cells)
            ],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        )
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(made, path)
        return name

    def address(self, notebook: str, *, workspace: str | None = None) -> str:
        """Return the address that opens `notebook`; a second tab needs a workspace of its own."""
        where = f"workspaces/{workspace}/tree" if workspace else "tree"
        return f"{self.url}/lab/{where}/{notebook}?token={self.token}&reset"

    def kill_kernel(self, notebook: str) -> None:
        """Kill the kernel of `notebook` as a crash would, and return when the process is gone."""
        victims = self._kernel_processes(notebook)
        for process in victims:
            process.send_signal(signal.SIGKILL)
        _, alive = psutil.wait_procs(victims, timeout=10)
        if alive or not victims:
            raise RuntimeError(f"expected a kernel of {notebook} to kill, got {victims}")

    def _kernel_processes(self, notebook: str) -> list[psutil.Process]:
        sessions = self.api("GET", "sessions")
        kernels = [each["kernel"]["id"] for each in sessions if each["path"] == notebook]
        return [
            process
            for process in psutil.Process(self._process.pid).children(recursive=True)
            if any(kernel in " ".join(process.cmdline()) for kernel in kernels)
        ]

    def close_kernels(self) -> None:
        """Shut every kernel down: one that outlives its test would serve the next one old code."""
        for session in self.api("GET", "sessions"):
            with suppress(OSError):
                self.api("DELETE", f"sessions/{session['id']}")

    def stop(self) -> None:
        """Stop the server and whatever it has started."""
        family = [self._process.pid, *psutil.Process(self._process.pid).children(recursive=True)]
        with suppress(OSError):
            self.close_kernels()
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for process in family[1:]:
            with suppress(psutil.NoSuchProcess):
                process.kill()


class Notebook:
    """A notebook that is open in a page.

    Attributes
    ----------
    page
        Playwright's page; `page_errors` are the JavaScript errors that nobody caught in it.
    """

    def __init__(self, lab: JupyterLab, page: Page, name: str) -> None:
        self.lab = lab
        self.page = page
        self.name = name
        self.page_errors: list[str] = []
        page.on("pageerror", lambda error: self.page_errors.append(str(error)))

    def open(self, *, workspace: str | None = None) -> None:
        """Open the notebook and wait for its kernel to be idle."""
        self.page.goto(self.lab.address(self.name, workspace=workspace))
        self.wait_for_kernel()

    def reload(self) -> None:
        """Reload the page as a person would, and wait for the kernel to be idle."""
        self.page.reload()
        self.wait_for_kernel()

    def wait_for_kernel(self, timeout_s: float = 90) -> None:
        """Return when a kernel is connected and idle."""
        self._evaluate("await idle(await notebook());", timeout_s)

    def kill_kernel(self, timeout_s: float = 90) -> None:
        """Kill the kernel as a crash would; return when the server has started it again.

        JupyterLab tells the person so in a dialog, which is closed here.
        """
        self._evaluate(
            "const kernel = (await notebook()).sessionContext.session.kernel;"
            "window.kernelDied = false; kernel.statusChanged.connect((_, status) => {"
            "  if (status.endsWith('restarting')) window.kernelDied = true; });",
            timeout_s,
        )
        self.lab.kill_kernel(self.name)
        self._evaluate("await until(() => window.kernelDied, 'the kernel to die');", timeout_s)
        self.page.get_by_role("dialog").get_by_role("button", name="Ok").click()
        self.wait_for_kernel(timeout_s)

    def restart_kernel(self, timeout_s: float = 90) -> None:
        """Restart the kernel as the menu does, and wait for it to be idle."""
        self._evaluate(
            "const panel = await notebook(); await panel.sessionContext.restartKernel();"
            "await idle(panel);",
            timeout_s,
        )

    def run_all(self, timeout_s: float = 90) -> None:
        """Run every cell; raise with the first error that a cell shows."""
        self._run("notebook:run-all-cells", timeout_s)

    def run_cell(self, number: int, timeout_s: float = 90) -> None:
        """Run one cell, counted from 0; raise with the error that it shows."""
        self._evaluate(
            f"(await notebook()).content.activeCellIndex = {number};"
            "(await notebook()).content.deselectAll();",
            timeout_s,
        )
        self._run("notebook:run-cell", timeout_s)

    def save(self, timeout_s: float = 30) -> None:
        """Save the notebook file."""
        self._evaluate("await (await notebook()).context.save();", timeout_s)

    def _run(self, command: str, timeout_s: float) -> None:
        fine = self._evaluate(
            f"return await window.jupyterapp.commands.execute('{command}');", timeout_s
        )
        shown = self.page.locator('.jp-RenderedText[data-mime-type*="stderr"]').all_inner_texts()
        if not fine:
            raise AssertionError(f"{command} did not end well in {self.name}: {shown}")

    def _evaluate(self, script: str, timeout_s: float) -> Any:
        return self.page.evaluate(
            f"async milliseconds => {{ {WAIT} {script} }}", round(timeout_s * 1000)
        )


def find_free_port() -> int:
    """Return a port of the loopback device that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def own_folders(folder: Path) -> dict[str, str]:
    """Return the environment that keeps Jupyter's files inside `folder`."""
    places = {
        "IPYTHONDIR": "ipython",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_PATH": "path",
        "JUPYTER_RUNTIME_DIR": "runtime",
    }
    own = {variable: str(folder / name) for variable, name in places.items()}
    return {**own, "JUPYTER_PLATFORM_DIRS": "1"}
