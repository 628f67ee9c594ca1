"""A real JupyterHub for tests: its environment, made on demand, and a hub set up as documented."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import psutil
import pytest

from tests.browser.jupyterlab import find_free_port

ROOT = Path(__file__).parents[2]
HUB = ROOT / ".dev" / "jupyterhub"
NEEDS = ("jupyterhub>=5", "configurable-http-proxy>=0.4")  # the proxy's port to Python: no npm
START_S = 120

# What a test needs beyond what a team needs.
MORE = """
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.Spawner.args = ["--allow-root", "--LabApp.expose_app_in_browser=True", "--LabApp.news_url="]
c.Spawner.http_timeout = c.Spawner.start_timeout = {start}
"""


def read_hub_python() -> Path:
    """Return the Python of an environment with JupyterHub beside all of ours; made once."""
    HUB.parent.mkdir(exist_ok=True)
    with (HUB.parent / "jupyterhub.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two runs at once make it once
        done = HUB / "done"
        if not done.exists():
            _make_environment()
            done.touch()
    return HUB / "bin" / "python"


def _make_environment() -> None:
    subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", HUB], check=True)
    python = HUB / "bin" / "python"
    paths = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", paths], capture_output=True, text=True, check=True)
    # JupyterLab, the widgets and the workbench are those of the tests' own environment.
    ours = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    Path(site.stdout.strip(), "ours.pth").write_text(ours, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-input", "--quiet"]
    made = subprocess.run([*pip, *NEEDS], capture_output=True, text=True, check=False)
    if re.search(r"NewConnectionError|NameResolution|unreachable|timed out", made.stderr):
        pytest.skip("JupyterHub is missing: the package index cannot be reached to install it")
    assert made.returncode == 0, made.stderr
    for place in ("share/jupyter", "etc/jupyter"):  # front ends, kernels; which extensions to load
        (HUB / place).parent.mkdir(exist_ok=True)
        (HUB / place).symlink_to(Path(sys.prefix, place))


@contextmanager
def running_hub(folder: Path, configuration: str) -> Iterator[str]:
    """Start a hub with a configuration of the documentation; gives its address."""
    python = read_hub_python()
    ports = {"port": find_free_port(), "hub": find_free_port(), "proxy": find_free_port()}
    settings = folder / "jupyterhub_config.py"
    settings.write_text(configuration + MORE.format(start=START_S, **ports), encoding="utf-8")
    path = os.pathsep.join([str(HUB / "bin"), os.environ["PATH"]])
    with (folder / "jupyterhub.log").open("wb") as log:
        process = subprocess.Popen(
            [python, "-m", "jupyterhub", "-f", settings],
            cwd=folder,
            env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _wait_for_answer(process, f"http://127.0.0.1:{ports['port']}", log.name)
    finally:
        _stop(process)


def _wait_for_answer(process: subprocess.Popen[bytes], address: str, log: str) -> str:
    end = monotonic() + START_S
    while process.poll() is None and monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"{address}/hub/health", timeout=5):
            return address
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)  # between two questions; its death ends the wait at once
    _stop(process)
    raise RuntimeError(f"JupyterHub does not answer:\n{Path(log).read_text('utf-8')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    family = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for child in family:
        with suppress(psutil.NoSuchProcess):
            child.kill()
