"""Write the golden agreement, the schema of its output, and the example, anew."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from tests.record_strategies import small_record  # noqa: E402 - found by the line above
from workbench.agreement import Agreement, compute_agreement  # noqa: E402
from workbench.exchange import iter_records, read_links  # noqa: E402
from workbench.model import (  # noqa: E402
    Attribution,
    ClaimRef,
    Decision,
    Link,
    LinkLine,
    Record,
    Relation,
    Span,
    dump_line,
    dump_record,
)
from workbench.scheme import load_scheme  # noqa: E402

LAYERS = ("a01", "a02", "a03")
DOCUMENTS = 6


def build_answer(layer: str, number: int) -> Record | None:
    """Return what one annotator says of one invented document; the third has not seen the last."""
    record = small_record(f"golden-{number}")
    claim, own = record.claims
    relay, official, denial, refusal = record.attributions
    denial = _name_source(denial, "ent:town")
    attributions = [relay, official, denial, refusal]
    decisions = record.decisions
    if layer == "a02":
        if number in (1, 4):
            whole = claim.spans[0]
            claim = msgspec.structs.replace(
                claim, spans=(Span(whole.start + 3, whole.end, whole.text[3:]),)
            )
        if number in (2, 4):
            attributions[2] = msgspec.structs.replace(
                denial, stance="doubt", certainty="possible", unsure=True
            )
        if number == 3:
            attributions[1] = msgspec.structs.replace(official, certainty="probable")
            attributions[2] = _name_source(denial, "ent:municipality")
    if layer == "a03":
        if number == DOCUMENTS:
            return None
        if number == 2:
            attributions.remove(refusal)
            claim = msgspec.structs.replace(claim, cluster=None)
        if number == 5:
            decisions = (record.decisions[0], Decision("s2", "open"))
    claims = (claim,) if layer == "a03" and number in (3, 5) else (claim, own)
    provenance = msgspec.structs.replace(
        record.provenance, layer=f"annotator:{layer}", annotators=(), adjudicator=None
    )
    return msgspec.structs.replace(
        record, claims=claims, attributions=tuple(attributions), decisions=decisions,
        provenance=provenance,
    )  # fmt: skip


def _name_source(attribution: Attribution, entity: str) -> Attribution:
    source = msgspec.structs.replace(attribution.source, entities=(entity,))
    return msgspec.structs.replace(attribution, source=source)


def iter_links() -> Iterator[LinkLine]:
    """Yield what the annotators say of the writer's own claims; none of it makes a cluster."""
    said: tuple[tuple[str, Relation, int, int], ...] = (
        ("a01", "updates", 1, 2), ("a01", "contradicts", 1, 4), ("a01", "none", 3, 4),
        ("a02", "updates", 2, 1), ("a02", "contradicts", 1, 4), ("a02", "part_of", 5, 6),
        ("a03", "updates", 1, 2), ("a03", "contradicts", 2, 4),
    )  # fmt: skip
    for layer, relation, start, end in said:
        ends = (ClaimRef(f"golden-{number}", "c2") for number in (start, end))
        yield LinkLine(f"annotator:{layer}", relation, *ends)


def compute_report() -> Any:
    """Return the report of the files beside this one, numbers rounded to nine places."""
    layers = {f"annotator:{layer}": iter_records(HERE / f"{layer}.jsonl") for layer in LAYERS}
    links: dict[str, list[Link]] = {}
    for line in read_links(HERE / "links.jsonl"):
        links.setdefault(line.layer, []).append(line.link)
    found = compute_agreement(layers, load_scheme(), links=links, seed=1, resamples=200)
    return round_numbers(found.as_json())


def round_numbers(value: Any) -> Any:
    """Return plain data with all fractions rounded: the last bits differ between processors."""
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, dict):
        return {key: round_numbers(part) for key, part in value.items()}
    return [round_numbers(part) for part in value] if isinstance(value, list) else value


def dump_report(report: Any) -> str:
    """Return the text of a report."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema of the report, from the types themselves."""
    definitions = msgspec.json.schema(Agreement)["$defs"]
    for part in definitions.values():
        part["description"] = " ".join(cleandoc(part["description"]).split()).replace("``", "`")
    report = definitions.pop("Agreement")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **report,
        "title": "workbench agreement",
        "$defs": definitions,
    }


def main() -> None:
    """Write all files."""
    for layer in LAYERS:
        answers = (build_answer(layer, number) for number in range(1, DOCUMENTS + 1))
        lines = [dump_record(answer) + "\n" for answer in answers if answer is not None]
        (HERE / f"{layer}.jsonl").write_text("".join(lines), encoding="utf-8")
    (HERE / "links.jsonl").write_text("".join(f"{dump_line(each)}\n" for each in iter_links()))
    text = dump_report(compute_report())
    schemas = ROOT / "schemas"
    (HERE / "report.json").write_text(text, encoding="utf-8")
    (schemas / "examples" / "output-agreement.json").write_text(text, encoding="utf-8")
    schema = dump_report(build_schema())
    (schemas / "output-agreement.schema.json").write_text(schema, encoding="utf-8")


if __name__ == "__main__":
    main()
