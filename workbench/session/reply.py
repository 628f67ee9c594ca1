"""What an operation led to."""

from __future__ import annotations

from typing import Any

import msgspec

Json = dict[str, Any]


class Reply(msgspec.Struct, frozen=True):
    """What an operation led to.

    `delta` is what a view draws again, `say` what a screen reader says, and `opened` whether
    another document is open now, or its sentences are others, so that a view needs a whole
    snapshot.
    """

    delta: Json
    say: str | None = None
    opened: bool = False
