"""The ledger of who says what: claims in rows, sources in columns; figures in time; relays."""

from workbench.ledger.building import build_ledger
from workbench.ledger.ledger import (
    Amount,
    Article,
    Column,
    Ledger,
    Mark,
    Point,
    Quote,
    Related,
    Relay,
    Row,
    Statement,
)

__all__ = [
    "Amount",
    "Article",
    "Column",
    "Ledger",
    "Mark",
    "Point",
    "Quote",
    "Related",
    "Relay",
    "Row",
    "Statement",
    "build_ledger",
]
