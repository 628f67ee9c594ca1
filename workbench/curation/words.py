"""The words that the checks know by heart, from the data file beside this module."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Words = Literal["particles", "whole", "complementisers", "negations"]


@lru_cache
def load_words(name: Words) -> frozenset[str]:
    """Return one list of ``words.toml``, in folded form."""
    text = files("workbench.curation").joinpath("words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])
