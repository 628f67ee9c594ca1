"""Several answers to one sentence, side by side: what agrees, what differs, and one gold of it."""

from workbench.curation.adjudication.aligning import align_answers
from workbench.curation.adjudication.cases import (
    KINDS,
    Case,
    Difference,
    DifferenceKind,
    build_cases,
    find_kind,
)
from workbench.curation.adjudication.fields import (
    EXISTENCE,
    FEATURE,
    dump_value,
    list_fields,
    read_field,
)
from workbench.curation.adjudication.golds import map_gold
from workbench.curation.adjudication.merging import GOLD, Merge, merge_answers
from workbench.curation.adjudication.rulings import (
    ANNOTATOR,
    KEPT,
    NOTHING,
    OWN,
    Ruling,
    Rulings,
    load_ruling,
    place_rulings,
)
from workbench.curation.adjudication.settling import Field, Settled, settle_unit
from workbench.curation.adjudication.units import (
    Answers,
    Item,
    Kind,
    Ref,
    Unit,
    Units,
    dump_ref,
    load_ref,
)

__all__ = [
    "ANNOTATOR",
    "EXISTENCE",
    "FEATURE",
    "GOLD",
    "KEPT",
    "KINDS",
    "NOTHING",
    "OWN",
    "Answers",
    "Case",
    "Difference",
    "DifferenceKind",
    "Field",
    "Item",
    "Kind",
    "Merge",
    "Ref",
    "Ruling",
    "Rulings",
    "Settled",
    "Unit",
    "Units",
    "align_answers",
    "build_cases",
    "dump_ref",
    "dump_value",
    "find_kind",
    "list_fields",
    "load_ref",
    "load_ruling",
    "map_gold",
    "merge_answers",
    "place_rulings",
    "read_field",
    "settle_unit",
]
