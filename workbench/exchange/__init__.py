"""Files of records and what is derived from them: pure mappings, and whole files on disk."""

from workbench.exchange.assembly import (
    Assembly,
    as_layer,
    assemble_record,
    select_finished,
    split_record,
)
from workbench.exchange.derived import (
    dump_lines,
    dump_object,
    iter_sentence_lines,
    iter_triples,
)
from workbench.exchange.files import iter_lines, iter_records, write_lines
from workbench.exchange.frames import COLUMNS, build_frame, check_kind, iter_rows
from workbench.exchange.links import read_links
from workbench.exchange.registry import (
    dump_registry_lines,
    read_clusters,
    read_entities,
    read_registry,
)

__all__ = [
    "COLUMNS",
    "Assembly",
    "as_layer",
    "assemble_record",
    "build_frame",
    "check_kind",
    "dump_lines",
    "dump_object",
    "dump_registry_lines",
    "iter_lines",
    "iter_records",
    "iter_rows",
    "iter_sentence_lines",
    "iter_triples",
    "read_clusters",
    "read_entities",
    "read_links",
    "read_registry",
    "select_finished",
    "split_record",
    "write_lines",
]
