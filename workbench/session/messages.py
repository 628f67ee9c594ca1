"""The messages between a view and its session: what is answered to each."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import msgspec

from workbench.errors import ConflictError, StoreUnavailable, UsageError, WorkbenchError
from workbench.session.wording import LANGUAGES, refusal, say_error
from workbench.store import StoredAnnotation

if TYPE_CHECKING:
    from workbench.session.session import Session

Json = dict[str, Any]

logger = logging.getLogger(__name__)


class Hello(msgspec.Struct, tag="hello", tag_field="t"):
    """A view has started."""

    view: str
    proto: int
    resume: Json | None = None
    language: str | None = None


class Do(msgspec.Struct, tag="do", tag_field="t"):
    """A view asks for one operation."""

    view: str
    key: str
    name: str
    args: Json = {}
    active_s: float | None = None
    language: str | None = None


class Ask(msgspec.Struct, tag="ask", tag_field="t"):
    """A view asks a question that changes nothing."""

    view: str
    key: str
    name: str
    args: Json = {}
    language: str | None = None


PROTOCOL = 1


def answer(session: Session, message: Any) -> list[Json]:
    """Return the messages to send in answer to `message`; nothing is raised."""
    try:
        request = msgspec.convert(message, Hello | Do | Ask)
    except msgspec.ValidationError as error:
        fault = UsageError(f"Expected a message of the widget, got another: {error}.")
        return [_refuse(session, None, None, fault)]
    if request.language in LANGUAGES:
        session.language = request.language
    if isinstance(request, Hello):
        return [_greet(session, request)]
    if isinstance(request, Ask):
        return [_answer(session, request)]
    return _do(session, request)


def _answer(session: Session, ask: Ask) -> Json:
    try:
        result, error = session.ask(ask.name, **ask.args), None
    except Exception as failure:  # noqa: BLE001 (a view that gets no answer would wait for ever)
        result, error = None, _fail(session, ask.view, ask.key, failure)["error"]
    return {"t": "answer", "view": ask.view, "key": ask.key, "result": result, "error": error}


def _greet(session: Session, hello: Hello) -> Json:
    if hello.proto != PROTOCOL:
        error = refusal("protocol", kind=UsageError, expected=PROTOCOL, got=hello.proto)
        return _refuse(session, hello.view, None, error)
    try:
        session.resume(hello.resume or {})
        return {"t": "snap", "view": hello.view, **session.snapshot()}
    except Exception as error:  # noqa: BLE001 (a view that gets no answer would ask for ever)
        return _fail(session, hello.view, None, error)


def _do(session: Session, do: Do) -> list[Json]:
    try:
        reply = session.do(do.name, key=do.key, active_s=do.active_s, **do.args)
        ack = {
            "t": "ack",
            "view": do.view,
            "key": do.key,
            "delta": None if reply.opened else reply.delta,
            "say": reply.say,
        }
        if reply.opened:
            return [ack, {"t": "snap", "view": None, **session.snapshot()}]
        return [ack]
    except StoreUnavailable as error:
        said = " ".join(filter(None, say_error(session.language, error)))
        return [{"t": "later", "view": do.view, "key": do.key, "message": said}]
    except ConflictError as error:
        nack = _refuse(session, do.view, do.key, error)
        return [
            {**nack, "conflict": _dump_conflict(error)},
            {"t": "snap", "view": None, **session.snapshot()},
        ]
    except Exception as error:  # noqa: BLE001 (the widget would swallow it)
        return [_fail(session, do.view, do.key, error)]


def _dump_conflict(error: ConflictError) -> Json | None:
    """Return both contents by sentence; ``None`` where it is not about an annotation."""
    if not isinstance(error.mine, dict) or not error.mine:
        return None
    return {
        sentence: {"mine": msgspec.to_builtins(mine), "theirs": _theirs(error, sentence)}
        for sentence, mine in error.mine.items()
    }


def _theirs(error: ConflictError, sentence: str) -> Json | None:
    stored: StoredAnnotation | None = error.theirs.get(sentence)
    return None if stored is None else msgspec.to_builtins(stored.annotation)


def _fail(session: Session, view: str | None, key: str | None, error: Exception) -> Json:
    """Answer an error; one that nobody foresaw is logged too."""
    if isinstance(error, WorkbenchError):
        return _refuse(session, view, key, error)
    logger.error("an operation failed in a way that was not foreseen", exc_info=error)
    unforeseen = refusal("unforeseen", kind=WorkbenchError, name=type(error).__name__)
    return _refuse(session, view, key, unforeseen)


def _refuse(session: Session, view: str | None, key: str | None, error: WorkbenchError) -> Json:
    kind = type(error).__name__
    message, hint = say_error(session.language, error)
    return {
        "t": "nack",
        "view": view,
        "key": key,
        "error": {"kind": kind, "message": message, "hint": hint},
        "conflict": None,
        "delta": None,
    }
