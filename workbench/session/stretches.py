"""What the stretches of an article are, and when they were published: corrected by a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.errors import EditError
from workbench.model import SEGMENT_KINDS, Segment
from workbench.session import wire
from workbench.session.draft import replace_stretch
from workbench.session.focus import Focus
from workbench.session.reply import Json, Reply
from workbench.session.wording import refusal
from workbench.text import is_edtf

if TYPE_CHECKING:
    from workbench.session.sheet import Sheet
    from workbench.store import Store


class Stretches:
    """The part of a session that corrects kinds and dates."""

    store: Store
    layer: str
    _focus: Focus

    if TYPE_CHECKING:

        @property
        def sheet(self) -> Sheet: ...  # noqa: D102
        def _delta(self, sentences: Sequence[str] = (), *, segments: bool = False) -> Json: ...
        def _word(self, key: str, **values: str | int) -> str: ...

    def _segment(
        self,
        *,
        key: str,
        start: int,
        end: int,
        kind: str,
        published: str | None = None,
    ) -> Reply:
        stored = self.sheet.stored
        starts = {ref.start for ref in stored.sentences}
        ends = {ref.end for ref in stored.sentences}
        if kind not in SEGMENT_KINDS:
            raise EditError(f"Expected one of {', '.join(SEGMENT_KINDS)}, got {kind!r}.")
        if start not in starts or end not in ends or start >= end:
            raise EditError(f"Expected the edges of sentences, got {start} and {end}.")
        new = Segment(start, end, kind, published, "person")
        return self._save_segments(key, replace_stretch(stored.segments, new), "segment")

    def _date(self, *, key: str, published: str | None, start: int | None = None) -> Reply:
        if published is not None and not is_edtf(published):
            raise refusal("date", date=repr(published))
        at = self.sheet.ref(self._focus.sentence).start if start is None else start
        segments = wire.date_segments(self.sheet.stored.segments, at, published)
        return self._save_segments(key, segments, "date")

    def _save_segments(self, key: str, segments: tuple[Segment, ...], name: str) -> Reply:
        stored = self.sheet.stored
        self.store.save_segments(
            stored.document.id, segments, based_on=stored.segmentation, layer=self.layer, key=key
        )
        self.sheet.reload()
        return Reply(self._delta(segments=True), self._word(f"done.{name}"))
