"""Where the files that ship with the package lie: in a checkout, and inside an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def resource_path(name: Literal["schemas", "seeds", "notebooks", "exports", "docs"]) -> Path:
    """Return the folder `name`: the checkout's own, else the copy that the wheel carries.

    The wheel has all of ``schemas``, ``seeds`` and ``notebooks``, of ``exports`` the sample gold
    with its registry, and of ``docs`` only ``guidelines.md``. The folder of a damaged
    installation may be missing: reading from it then fails as for any other path.
    """
    packed = _PACKAGE / "_resources" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
