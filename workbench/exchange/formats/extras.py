"""Libraries of other formats: loaded when used, with a clear word where one is not there."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from workbench.errors import UsageError


def import_extra(module: str, extra: str) -> Any:
    """Return the library `module`; without it, a `UsageError` says which `extra` brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError(
            f"Expected the library {module} for this format, got none ({error}).",
            hint=f'Install it with `pip install "claims-workbench[{extra}]"`.',
        ) from error
