"""Write the golden aggregation, the schema of its output, and the example, anew."""

from __future__ import annotations

import json
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from workbench.aggregation import Aggregation, Majority, aggregate  # noqa: E402 - see above
from workbench.exchange import iter_records  # noqa: E402
from workbench.model import dump_record  # noqa: E402
from workbench.scheme import load_scheme  # noqa: E402

LAYERS = ("a01", "a02", "a03")


def compute_answer() -> tuple[Any, str]:
    """Return the report on the golden annotators of agreement, and the records as a file."""
    answers = HERE.parent / "agreement"
    layers = {f"annotator:{layer}": iter_records(answers / f"{layer}.jsonl") for layer in LAYERS}
    report, records = aggregate(layers, load_scheme(), Majority())
    return report.as_json(), "".join(dump_record(record) + "\n" for record in records)


def dump_report(report: Any) -> str:
    """Return the text of a report."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report, from the types themselves."""
    definitions = msgspec.json.schema(Aggregation)["$defs"]
    for part in definitions.values():
        part["description"] = " ".join(cleandoc(part["description"]).split()).replace("``", "`")
    report = definitions.pop("Aggregation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **report,
        "title": "workbench aggregate",
        "$defs": definitions,
    }


def main() -> None:
    """Write all files."""
    report, records = compute_answer()
    schemas = ROOT / "schemas"
    (HERE / "report.json").write_text(dump_report(report), encoding="utf-8")
    (HERE / "records.jsonl").write_text(records, encoding="utf-8")
    (schemas / "examples" / "output-aggregate.json").write_text(
        dump_report(report), encoding="utf-8"
    )
    schema = dump_report(build_schema())
    (schemas / "output-aggregate.schema.json").write_text(schema, encoding="utf-8")


if __name__ == "__main__":
    main()
