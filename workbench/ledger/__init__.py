"""The ledger of who says what: claims in rows, sources in columns; figures in time; relays."""

from workbench.ledger.building import build_ledger
from workbench.ledger.ledger import (
    Amount,
    Article,
    Clash,
    Column,
    Ledger,
    Mark,
    Point,
    Quote,
    Related,
    Relay,
    Row,
    Statement,
    Stating,
    Tie,
)

__all__ = [
    "Amount",
    "Article",
    "Clash",
    "Column",
    "Ledger",
    "Mark",
    "Point",
    "Quote",
    "Related",
    "Relay",
    "Row",
    "Statement",
    "Stating",
    "Tie",
    "build_ledger",
]
