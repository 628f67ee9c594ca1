"""Releases: gold frozen as a folder, split without leaks, verified and compared."""

from workbench.release.assignment import compute_splits
from workbench.release.building import ReleaseReport, build_release, check_new_release
from workbench.release.diff import Change, Diff, compute_diff
from workbench.release.leaks import Leak, check_leaks, find_leaks
from workbench.release.manifest import FileEntry, Manifest, is_release, read_manifest
from workbench.release.material import Material, check_release_name
from workbench.release.rehydrate import rehydrate
from workbench.release.splits import (
    SplitPlan,
    Splits,
    choose_splits,
    load_plan,
    read_splits,
)
from workbench.release.verify import verify_release

__all__ = [
    "Change",
    "Diff",
    "FileEntry",
    "Leak",
    "Manifest",
    "Material",
    "ReleaseReport",
    "SplitPlan",
    "Splits",
    "build_release",
    "check_leaks",
    "check_new_release",
    "check_release_name",
    "choose_splits",
    "compute_diff",
    "compute_splits",
    "find_leaks",
    "is_release",
    "load_plan",
    "read_manifest",
    "read_splits",
    "rehydrate",
    "verify_release",
]
