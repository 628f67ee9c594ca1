"""What the real editor keeps and takes over: results saved there by a robot, and read back."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.hard_texts import HARD_TEXTS, join_hard_texts, mark_hard_text
from tests.label_studio.editor import Editor, browser_type_launch_args, editor
from tests.label_studio.server import LabelStudio
from tests.record_strategies import small_record
from workbench.exchange import as_layer
from workbench.exchange.label_studio import (
    ResultGround,
    canonicalize_result,
    dump_config,
    dump_prediction,
    dump_result,
    dump_task,
    load_result,
)
from workbench.model import (
    Claim,
    Decision,
    Record,
    Source,
    canonicalize,
    dump_record,
)
from workbench.scheme import check_record, load_scheme

__all__ = ["browser_type_launch_args", "editor"]

SCHEME = load_scheme()


@pytest.fixture(scope="module")
def project(label_studio: LabelStudio) -> int:
    """Give a project with the configuration of the default scheme."""
    return label_studio.make_project("Editor", dump_config(SCHEME))


def push(server: LabelStudio, project: int, record: Record) -> tuple[int, list[Any]]:
    """Send `record` as a task with one annotation, and return the task and what was sent."""
    (task,) = server.import_tasks(
        project, [dump_task(record.document, record.segments, record.sentences)]
    )
    result = dump_result(record, SCHEME)
    server.call("POST", f"tasks/{task}/annotations", {"result": result})
    return task, result


def read_back(result: list[Any], record: Record) -> Record:
    """Return `record` with the answers of `result`."""
    ground = ResultGround(record.document, record.sentences, SCHEME)
    answers = load_result(result, ground).annotations.values()
    return canonicalize(
        msgspec.structs.replace(
            record,
            claims=tuple(each for answer in answers for each in answer.claims),
            attributions=tuple(each for answer in answers for each in answer.attributions),
            decisions=tuple(answer.decision for answer in answers),
        )
    )


def count_regions(result: list[Any]) -> int:
    return len({each["id"] for each in result if each["type"] == "labels"})


def check(server: LabelStudio, project: int, editor: Editor, record: Record) -> None:
    """Check that `record` is the same after a save in the editor."""
    task, sent = push(server, project, record)
    editor.open(project, task, count_regions(sent))
    editor.touch()
    saved = editor.save()
    assert dump_record(read_back(saved, record)) == dump_record(record)
    assert canonicalize_result(saved) == canonicalize_result(sent)


ODD_STRINGS = (
    "",
    " ",
    "  two  ",
    "a\r\nb\rc\n",
    "<b>&amp;</b>",
    "👩‍👩‍👧‍👦",
    "\u2028\u200f",
    "[]",
    "null",
)


def test_what_is_rare_survives_a_save(
    label_studio: LabelStudio, project: int, editor: Editor
) -> None:
    small = small_record("rare-1")
    first, own = small.claims
    second, third = small.attributions[1:3]
    claims = [
        msgspec.structs.replace(
            first, note=ODD_STRINGS[0], proposition=ODD_STRINGS[3], unsure=True,
            features={"old": "x", "older": None}, origin="suggestion:m@1.0",
        ),
        msgspec.structs.replace(own, voice="attributed", note=ODD_STRINGS[4]),
        Claim("c:3.x_y", "s2", (), "attributed", "k:1", "الجسر مفتوح"),
    ]  # fmt: skip
    spare = {"sentence": "s2", "cue": None, "anchor": ()}
    attributions = [
        *small.attributions[:2],
        msgspec.structs.replace(third, note=ODD_STRINGS[2], unsure=True),
        small.attributions[3],
        # Two that share a cue, one without any words, one whose hub stands on its source.
        msgspec.structs.replace(third, id="b1", stance="decline", certainty=None),
        msgspec.structs.replace(
            second, id="b2", targets=("c:3.x_y", "b1"), note=ODD_STRINGS[5], **spare,
            source=Source((), "pro_drop", ("e:1", "e:2")),
        ),
        msgspec.structs.replace(second, id="b3", targets=("c2",), cue=None, note=ODD_STRINGS[6]),
    ]  # fmt: skip
    decisions = (
        Decision("s1", "done", flagged=True, comment=ODD_STRINGS[1]),
        Decision("s2", "skipped", comment=ODD_STRINGS[8]),
    )
    record = msgspec.structs.replace(
        small, claims=tuple(claims), attributions=tuple(attributions), decisions=decisions
    )
    check(label_studio, project, editor, canonicalize(record))


HARD = join_hard_texts(5)


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_survive_a_save(
    label_studio: LabelStudio, project: int, editor: Editor, name: str
) -> None:
    record = mark_hard_text(f"hard {name}", HARD[name], every=False)
    check(label_studio, project, editor, record)


def test_what_a_person_marks_in_a_hard_text_has_our_offsets(
    label_studio: LabelStudio, project: int, editor: Editor
) -> None:
    names = ("emoji", "mathematical letters", "bidi marks", "line ends", "markup")
    text = "\n".join(HARD_TEXTS[name] for name in names)
    marked = mark_hard_text("marked", text, every=False)
    bare = msgspec.structs.replace(marked, claims=())
    task, sent = push(label_studio, project, bare)
    editor.open(project, task, count_regions(sent))
    spans = [claim.spans[0] for claim in marked.claims][1::6]
    for span in spans:
        editor.mark("CLAIM", span.start, span.end)
    found = read_back(editor.save(), bare)
    assert [claim.spans[0] for claim in found.claims] == spans


def test_what_a_person_changes_is_taken_over(
    label_studio: LabelStudio, project: int, editor: Editor
) -> None:
    record = small_record("changed-1")
    text = record.document.text
    task, sent = push(label_studio, project, record)
    editor.open(project, task, count_regions(sent))
    editor.say("stance", "doubt", "a3-cue-0")  # a denial becomes a doubt
    editor.delete("a4-source-0")  # a source loses its article
    start = text.index("مقاول")
    source = editor.mark("SOURCE", start, start + len("مقاول"))
    editor.relate("a4-cue-0", source)
    editor.part("a4-cue-0", "c1-claim-0")  # and declines to speak of the other claim
    editor.relate("a4-cue-0", "c2-claim-0")
    editor.write("ليس نفيا صريحا", "a3-cue-0")
    editor.say("status", "skipped", "s2-sentence-0")
    saved = editor.save()
    found = {each.id: each for each in read_back(saved, record).attributions}
    assert (found["a3"].stance, found["a3"].certainty) == ("doubt", "probable")
    assert found["a3"].note == "ليس نفيا صريحا"
    assert [span.text for span in found["a4"].source.spans] == ["مقاول"]
    assert (found["a4"].targets, found["a4"].stance) == (("c2",), "decline")
    untouched = {each.id: each for each in record.attributions}
    assert (found["a1"], found["a2"]) == (untouched["a1"], untouched["a2"])
    again = read_back(saved, record)
    assert [each.status for each in again.decisions] == ["done", "skipped"]
    voices = {claim.id: claim.voice for claim in again.claims}
    assert voices == {"c1": "attributed", "c2": "attributed"}
    assert dump_result(again, SCHEME, saved) == saved


def test_a_person_who_works_only_there_makes_full_attributions(
    label_studio: LabelStudio, project: int, editor: Editor
) -> None:
    whole = small_record("nothing-1")
    record = msgspec.structs.replace(
        whole,
        claims=(),
        attributions=(),
        decisions=tuple(Decision(each.id) for each in whole.sentences),
    )
    (task,) = label_studio.import_tasks(
        project, [dump_task(record.document, record.segments, record.sentences)]
    )
    editor.open(project, task)
    text = record.document.text

    def mark(label: str, words: str) -> str:
        return editor.mark(label, text.index(words), text.index(words) + len(words))

    claim = mark("CLAIM", "إن الجسر الجديد أُغلق")
    source = mark("SOURCE", "مهندس في الميناء ")  # with a space too much
    cue = mark("CUE", "قوله")
    outer, station = mark("CUE", "نقلت"), mark("SOURCE", "إذاعة التلال")
    for start, end in ((cue, source), (cue, claim), (outer, station), (outer, cue)):
        editor.relate(start, end)
    editor.say("stance", "affirm", cue)
    editor.say("certainty", "possible", cue)
    editor.say("article", "done")
    saved = editor.save()
    found = read_back(saved, record)
    inner, relay = sorted(found.attributions, key=lambda each: each.stance or "")
    assert [span.text for span in inner.source.spans] == ["مهندس في الميناء"]
    assert (inner.stance, inner.certainty) == ("affirm", "possible")
    assert inner.source.realization == relay.source.realization == "explicit"
    assert inner.targets == (found.claims[0].id,)
    assert (relay.stance, relay.targets) == ("report", (inner.id,))
    assert found.claims[0].voice == "attributed"
    assert {each.status for each in found.decisions} == {"done"}
    assert not [each for each in check_record(found, SCHEME) if not each.is_warning]
    assert read_back(dump_result(found, SCHEME), found) == found


def test_a_person_starts_from_what_a_system_found(
    label_studio: LabelStudio, project: int, editor: Editor
) -> None:
    record = as_layer(small_record("found-1"), "system:model-x")
    found = tuple(
        msgspec.structs.replace(each, origin="system:model-x@3") for each in record.attributions
    )
    record = msgspec.structs.replace(record, attributions=found)
    task = dump_task(record.document, record.segments, record.sentences)
    prediction = dump_prediction(record, SCHEME, "model-x@3")
    (number,) = label_studio.import_tasks(project, [{**task, "predictions": [prediction]}])
    label_studio.call("PATCH", f"projects/{project}", {"model_version": "model-x@3"})
    editor.open(project, number, count_regions(prediction["result"]))
    editor.say("stance", "doubt", "a3-cue-0")
    editor.say("article", "done")
    back = read_back(editor.save(), record)
    stances = {each.id: each.stance for each in back.attributions}
    assert stances == {"a1": "report", "a2": "affirm", "a3": "doubt", "a4": "decline"}
    assert {each.origin for each in back.attributions} == {"suggestion:model-x@3"}
    assert [each.status for each in back.decisions] == ["done", "done"]
    assert back.claims == record.claims


def test_who_has_not_said_whether_all_was_looked_at_cannot_submit(
    label_studio: LabelStudio, project: int, editor: Editor
) -> None:
    record = small_record("nothing-2")
    (task,) = label_studio.import_tasks(
        project, [dump_task(record.document, record.segments, record.sentences)]
    )
    editor.open(project, task)
    editor.mark("CLAIM", 2, 7)
    editor.submit()
    editor.page.get_by_text("whether you have looked at the whole article").wait_for()
