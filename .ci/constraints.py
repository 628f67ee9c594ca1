"""Chooses the versions of `constraints.txt` again: ``python .ci/constraints.py`` (needs uv).

The resolver runs once for the Pythons that Label Studio's SDK supports and once for those after.
Packages with one version for all get a plain line, the others one line a version with its marker.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Exact versions of everything, tools included; renewed by `python .ci/constraints.py`.\n"
NOT_WINDOWS = "sys_platform != 'win32'"


def compile_pins(operator: str, version: str, *, lowest: str) -> list[str]:
    """Return `name==version ; marker` lines for the Pythons on one side of `version`."""
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    where = f"python_version {operator} '{version}' and {NOT_WINDOWS}"
    flags = [
        "--universal",
        "--no-annotate",
        "--no-header",
        "--quiet",
        "--all-extras",
        "--group",
        "dev",
    ]
    with tempfile.TemporaryDirectory() as folder:
        settings += f'\n[tool.uv]\nenvironments = ["{where}"]\n'
        (Path(folder) / "pyproject.toml").write_text(settings, encoding="utf-8")
        done = subprocess.run(
            ["uv", "pip", "compile", *flags, "--python-version", lowest, "pyproject.toml"],
            cwd=folder,
            check=False,
            capture_output=True,
            text=True,
        )
    if done.returncode:
        sys.exit(f"uv found no versions that fit: {done.stderr.strip()}")
    bound = f"python_full_version {operator} '{version}'"
    return [
        line if bound in line else f"{line} and {bound}"
        for line in done.stdout.splitlines()
        if "os_name == 'nt'" not in line
    ]


def merge(lines: list[str]) -> str:
    """Return the text of the constraints file."""
    versions: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        pin, _, marker = line.partition(" ; ")
        terms = [term for term in marker.split(" and ") if term != NOT_WINDOWS]
        pins = versions.setdefault(pin.partition("==")[0], {})
        pins.setdefault(pin, []).append(" and ".join(terms))
    return HEAD + "".join(
        f"{pin} ; {' or '.join(sorted(markers))}\n" if len(pins) > 1 else f"{pin}\n"
        for _, pins in sorted(versions.items())
        for pin, markers in sorted(pins.items())
    )


if __name__ == "__main__":
    before = compile_pins("<", "3.14", lowest="3.11")
    after = compile_pins(">=", "3.14", lowest="3.14")
    (ROOT / "constraints.txt").write_text(merge(before + after), encoding="utf-8")
