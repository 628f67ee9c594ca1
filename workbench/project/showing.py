"""The widget that shows one place of a project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.curation import Place
    from workbench.scheme import Scheme
    from workbench.session import Session
    from workbench.store import Store
    from workbench.widgets import Annotator
    from workbench.widgets.comparison import Comparison


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
