"""Checks the licences of all that the workbench needs at run time: ``python .ci/licences.py``.

The tools of development are free in this, so only what `claims-workbench` and its extras require,
directly or through others, is looked at.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

NAME = "claims-workbench"
EXTRAS = (
    "",
    "aggregation",
    "cas",
    "huggingface",
    "keyring",
    "meanings",
    "parquet",
    "pictures",
    "postgres",
    "spacy",
    "splits",
)

# Parts of licence names: permissive ones, and the GNU Lesser General Public Licence.
ALLOWED = (
    "0BSD", "Apache", "Boost", "BSD", "CNRI-Python", "HPND", "ISC", "LGPL", "Lesser General Public",
    "MIT", "MPL", "Mozilla", "PSF", "Python Software Foundation", "Python-2.0", "Unlicense", "Zlib",
)  # fmt: skip

# Label Studio's SDK names no licence in its metadata; its LICENSE file is that of Apache-2.0.
KNOWN = ("label-studio-sdk",)


def add_needed(name: str, extras: tuple[str, ...], seen: set[tuple[str, str]]) -> None:
    """Add every (distribution, extra) that `name` needs in this environment to `seen`."""
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        for extra in extras:
            if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
                continue
            wanted = ("", *requirement.extras)
            fresh = tuple(e for e in wanted if (requirement.name.lower(), e) not in seen)
            seen.update((requirement.name.lower(), e) for e in fresh)
            if fresh:
                add_needed(requirement.name, fresh, seen)


def main() -> int:
    """Return the status of pip-licenses over the packages of run time."""
    seen: set[tuple[str, str]] = set()
    try:
        add_needed(NAME, EXTRAS, seen)
    except PackageNotFoundError as error:
        print(f"{error.name} is not installed: run `python3 dev.py check`.", file=sys.stderr)
        return 2
    names = sorted({name for name, _ in seen})
    allowed = ["--partial-match", "--allow-only", ";".join(ALLOWED), "--ignore-packages", *KNOWN]
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", *allowed, "--packages", *names]
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
