"""Train, dev and test: which document stands where, frozen by a hash."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from workbench.errors import InputError, UsageError
from workbench.model.record import Frozen
from workbench.release.links import ON_REQUEST

SPLITS = "splits.json"
SIDES = ("train", "dev", "test")
SEED = 20240229
_SHARES = re.compile(r"[-\d.,\s]+")
_FORMAT = "claims-workbench-splits 1.0"


class SplitPlan(Frozen, frozen=True):
    """How to split: shares of train, dev and test, what else stays together, and the seed."""

    ratios: tuple[float, float, float] = (0.8, 0.1, 0.1)
    group_by: tuple[str, ...] = ()
    seed: int = SEED


class SideCounts(Frozen, frozen=True):
    """What stands on one side: documents, and attributions by stance."""

    documents: int
    stances: dict[str, int]


class Splits(Frozen, frozen=True):
    """Which document stands on which side; ids by code point.

    `sha256` is that of the lines ``SIDE TAB ID LF`` of all documents, sorted. `groups` counts what
    could have been moved alone, `stock` the sentences and claims that are too common to be copies.
    """

    format: str
    sha256: str
    ratios: tuple[float, float, float]
    group_by: tuple[str, ...]
    seed: int
    groups: int
    stock: int
    counts: dict[str, SideCounts]
    train: tuple[str, ...]
    dev: tuple[str, ...]
    test: tuple[str, ...]

    @property
    def sides(self) -> dict[str, str]:
        """The side of each document, by id."""
        return {each: side for side in SIDES for each in getattr(self, side)}


def load_plan(shares: str, group_by: Iterable[str] = (), seed: int = SEED) -> SplitPlan:
    """Return the plan with `shares` such as ``80,10,10`` (train, dev, test)."""
    try:
        numbers = [float(each) for each in shares.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != len(SIDES) or min(numbers) < 0 or not 0 < sum(numbers) < float("inf"):
        raise UsageError(
            f"Expected shares of train, dev and test such as 80,10,10, got {shares!r}.",
            hint="A file of splits is named with its path: it ends in .json, or is a release.",
        )
    kinds = tuple(sorted({*group_by}))
    for kind in kinds:
        if kind not in ON_REQUEST:
            raise UsageError(
                f"Expected {' or '.join(ON_REQUEST)}, got {kind!r}.",
                hint="Clusters, copied claims and sentences, and copies always stay together.",
            )
    train, dev, test = (each / sum(numbers) for each in numbers)
    return SplitPlan((train, dev, test), kinds, seed)


def choose_splits(
    splits: str | Path, group_by: Iterable[str] = (), seed: int | None = None
) -> SplitPlan | Splits:
    """Return the plan that `splits` names (``80,10,10``), or else the splits in that file."""
    if isinstance(splits, str) and _SHARES.fullmatch(splits):
        return load_plan(splits, group_by, SEED if seed is None else seed)
    return read_splits(Path(splits))


def make_splits(
    sides: Mapping[str, str],
    counts: Mapping[str, SideCounts],
    plan: SplitPlan,
    *,
    groups: int,
    stock: int,
) -> Splits:
    """Return the splits of `sides` (side by document id)."""
    train, dev, test = (
        tuple(sorted(each for each in sides if sides[each] == side)) for side in SIDES
    )
    ratios = tuple(round(each, 6) for each in plan.ratios)
    return Splits(
        _FORMAT, compute_splits_sha256(sides), (ratios[0], ratios[1], ratios[2]),
        plan.group_by, plan.seed, groups, stock, dict(counts), train, dev, test,
    )  # fmt: skip


def compute_splits_sha256(sides: Mapping[str, str]) -> str:
    """Return the SHA-256 that freezes which document stands on which side."""
    lines = sorted(f"{side}\t{document}\n" for document, side in sides.items())
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def dump_splits(splits: Splits) -> str:
    """Return `splits` as the text of its file."""
    return json.dumps(msgspec.to_builtins(splits), ensure_ascii=False, indent=1) + "\n"


def read_splits(path: Path) -> Splits:
    """Return the splits of a file, or of the release in a folder.

    Raises
    ------
    InputError
        It holds none, or they are no longer what they were when they were frozen.
    """
    path = path / SPLITS if path.is_dir() else path
    try:
        splits = msgspec.json.decode(path.read_bytes(), type=Splits)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Expected a file of splits, got {path}: {reason}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"Expected splits in {path}, got: {error}.") from error
    listed = len(splits.train) + len(splits.dev) + len(splits.test)
    if len(splits.sides) != listed or compute_splits_sha256(splits.sides) != splits.sha256:
        raise InputError(
            f"Expected splits of sha256 {splits.sha256} in {path}, got others.",
            hint="They were changed after they were frozen.",
        )
    return splits
