"""Records as Label Studio's configuration, tasks and annotations, and back: pure functions."""

from workbench.exchange.label_studio.canonical import CanonicalResult, canonicalize_result
from workbench.exchange.label_studio.configuration import dump_config
from workbench.exchange.label_studio.dumping import dump_prediction, dump_result
from workbench.exchange.label_studio.loading import Loaded, ResultGround, load_result
from workbench.exchange.label_studio.merging import (
    FieldConflict,
    Merge,
    merge_results,
    replace_fields,
)
from workbench.exchange.label_studio.parsing import Finding
from workbench.exchange.label_studio.problems import list_problems
from workbench.exchange.label_studio.tasks import (
    LoadedTask,
    dump_task,
    list_task_problems,
    load_task,
    task_key,
)

__all__ = [
    "CanonicalResult",
    "FieldConflict",
    "Finding",
    "Loaded",
    "LoadedTask",
    "Merge",
    "ResultGround",
    "canonicalize_result",
    "dump_config",
    "dump_prediction",
    "dump_result",
    "dump_task",
    "list_problems",
    "list_task_problems",
    "load_result",
    "load_task",
    "merge_results",
    "replace_fields",
    "task_key",
]
