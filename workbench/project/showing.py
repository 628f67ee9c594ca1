"""The widget that shows one place of a project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.agreement.results import Worst
    from workbench.curation import Place
    from workbench.scheme import Scheme
    from workbench.session import Session
    from workbench.store import Store
    from workbench.widgets import Annotator
    from workbench.widgets.choosing import Choosing
    from workbench.widgets.comparison import Comparison

WORDS_SHOWN = 60
"""How many characters of a sentence a list shows."""


def show_annotator(session: Session, place: Place) -> Annotator:
    """Return the annotation widget of a person, with `place` in focus."""
    from workbench.widgets import Annotator

    session.do("goto", id=place.document)
    session.do("goto", id=place.sentence)
    if place.item is not None:
        if place.item in session.sheet.draft.claims:
            session.do("focus", card=place.item)
        else:
            session.do("focus", attribution=place.item)
    return Annotator(session)


def show_comparison(
    store: Store, scheme: Scheme, place: Place, layers: Sequence[str]
) -> Comparison:
    """Return a widget that shows what `layers` say at `place`, side by side."""
    from workbench.session.comparing import dump_comparison
    from workbench.widgets.comparison import Comparison

    return Comparison(
        dump_comparison(
            store,
            scheme,
            layers,
            document=place.document,
            sentence=place.sentence,
            item=place.item,
            side=place.layer,
        )
    )


def choose_worst(store: Store, scheme: Scheme, worst: Sequence[Worst]) -> Choosing:
    """Return a list of the sentences on which annotators differ most; the chosen one is shown."""
    from workbench.curation import Place
    from workbench.widgets.choosing import Choosing

    def show(number: int) -> Comparison:
        found = worst[number]
        place = Place(found.layers[0], found.document, found.sentence)
        return show_comparison(store, scheme, place, found.layers)

    lines = [_describe_worst(store, each) for each in worst]
    return Choosing(lines, show, "Worst sentences" if lines else "No differences")


def _describe_worst(store: Store, worst: Worst) -> str:
    text = store.get_document(worst.document).document.text[worst.start : worst.end]
    kinds = ", ".join(f"{kind} {count}" for kind, count in worst.differences.items() if count)
    words = " ".join(text.split())[:WORDS_SHOWN]
    # The words run in their own direction, whatever stands before them.
    return f"{worst.score:g} · {kinds} · {worst.document} {worst.number} · \u2068{words}\u2069"
