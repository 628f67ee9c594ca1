"""Write the schema of `workbench training --json` anew, from the types."""

from __future__ import annotations

import json
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from workbench.project.training_reports import TrainingReport  # noqa: E402 - see above


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    definitions = msgspec.json.schema(TrainingReport)["$defs"]
    for part in definitions.values():
        part["description"] = " ".join(cleandoc(part["description"]).split()).replace("``", "`")
    report = definitions.pop("TrainingReport")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **report,
        "title": "workbench training",
        "$defs": definitions,
    }


if __name__ == "__main__":
    path = ROOT / "schemas" / "output-training.schema.json"
    path.write_text(json.dumps(build_schema(), ensure_ascii=False, indent=2) + "\n", "utf-8")
