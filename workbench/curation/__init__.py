"""What looks wrong in annotations: pure functions from records to findings, each with a reason."""

from workbench.curation.checking import KINDS, check_layer, check_people, read_pages
from workbench.curation.finding import Finding, Place, order_findings
from workbench.curation.people import Worker, build_worker
from workbench.curation.sharing import Shareable, Shares, Terms, share_out

__all__ = [
    "KINDS",
    "Finding",
    "Place",
    "Shareable",
    "Shares",
    "Terms",
    "Worker",
    "build_worker",
    "check_layer",
    "check_people",
    "order_findings",
    "read_pages",
    "share_out",
]
