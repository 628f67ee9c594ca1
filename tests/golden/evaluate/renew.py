"""Write the golden evaluation, the schema of its output, and the example, anew."""

from __future__ import annotations

import json
import subprocess
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from tests.record_strategies import small_record  # noqa: E402 - found by the line above
from workbench.evaluation import Report  # noqa: E402
from workbench.model import Record, Span, dump_record  # noqa: E402


def build_gold(number: int) -> Record:
    """Return one invented document; the second leaves its last sentence open."""
    record = small_record(f"golden-{number}")
    if number != 2:
        return record
    decisions = (record.decisions[0], msgspec.structs.replace(record.decisions[1], status="open"))
    return msgspec.structs.replace(record, claims=record.claims[:1], decisions=decisions)


def build_prediction(number: int) -> Record:
    """Return a prediction with another kind of mistake in each document."""
    record = small_record(f"golden-{number}")
    claim, own = record.claims
    relay, official, denial, refusal = record.attributions
    if number == 1:
        whole = claim.spans[0]
        short = Span(whole.start + 3, whole.end, whole.text[3:])
        claim = msgspec.structs.replace(claim, spans=(short,))
    if number == 2:
        denial = msgspec.structs.replace(denial, stance="doubt", certainty="possible")
        relay = msgspec.structs.replace(relay, targets=("c1",), unsure=True)
    if number == 3:
        official = msgspec.structs.replace(official, cue=None)
    provenance = msgspec.structs.replace(
        record.provenance, layer="system:golden", annotators=(), adjudicator=None
    )
    return msgspec.structs.replace(
        record, claims=(claim, own), attributions=(relay, official, denial, refusal),
        provenance=provenance,
    )  # fmt: skip


def build_triples() -> list[dict[str, Any]]:
    """Return triples with quotes; the last one is nowhere in its document."""
    lines: list[dict[str, Any]] = [
        {
            "document": record.document.id,
            "sentence": attribution.sentence,
            "source": attribution.source.spans[0].text,
            "claim": {"text": record.claims[0].spans[0].text},
            "stance": attribution.stance,
            "certainty": attribution.certainty,
        }
        for record in map(build_prediction, (1, 2))
        for attribution in record.attributions
    ]
    lines.append({**lines[0], "claim": {"text": "إن الميناء غرق"}})
    return lines


def print_report(*arguments: str) -> str:
    """Return what the command prints."""
    command = [sys.executable, "-m", "workbench", "evaluate", "--json", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False).stdout.decode()


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report, from the types themselves."""
    definitions = msgspec.json.schema(Report)["$defs"]
    for part in definitions.values():
        part["description"] = " ".join(cleandoc(part["description"]).split())
    report = definitions.pop("Report")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **report,
        "title": "workbench evaluate",
        "$defs": definitions,
    }


def main() -> None:
    """Write all files."""
    for name, build in (("gold", build_gold), ("pred", build_prediction)):
        lines = [dump_record(build(number)) + "\n" for number in (1, 2, 3)]
        (HERE / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    triples = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in build_triples())
    (HERE / "triples.jsonl").write_text(triples, encoding="utf-8")
    gold, pred = str(HERE / "gold.jsonl"), str(HERE / "pred.jsonl")
    report = print_report("--gold", gold, "--pred", pred, "--baselines")
    (HERE / "report.json").write_text(report, encoding="utf-8")
    other = str(HERE / "triples.jsonl")
    report = print_report("--gold", gold, "--pred", other, "--baselines")
    (HERE / "report-triples.json").write_text(report, encoding="utf-8")
    example = json.loads(print_report("--gold", gold, "--pred", pred, "--pred2", other))
    for path, data in (
        ("output-evaluate.schema.json", build_schema()),
        ("examples/output-evaluate.json", example),
    ):
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        (ROOT / "schemas" / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
