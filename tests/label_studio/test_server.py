"""The server that the other tests talk to is the one that a user gets, and it is alone."""

from __future__ import annotations

import socket

import psutil
import pytest

from tests.label_studio.server import LabelStudio, Refused
from workbench.sync.server import VERSION


def test_it_is_the_version_that_is_pinned(label_studio: LabelStudio) -> None:
    version = label_studio.call("GET", "version")
    assert version["release"] == VERSION
    assert version["edition"] == "Community"


def test_only_this_machine_reaches_it(label_studio: LabelStudio) -> None:
    listening = [
        each.laddr.ip
        for each in psutil.Process(label_studio.server.process.pid).net_connections()
        if each.status == psutil.CONN_LISTEN
    ]
    assert listening == ["127.0.0.1"]


def test_a_wrong_token_is_refused(label_studio: LabelStudio) -> None:
    with pytest.raises(Refused) as refused:
        label_studio.call("GET", "projects", token="0" * 40)
    assert refused.value.status == 401


def test_tasks_come_back_as_they_went(label_studio: LabelStudio, project_id: int) -> None:
    text = "قالت وكالة سروند\u00a0إن \u200fالجسر\u200f سيفتح 😀.\r\n"
    (task,) = label_studio.import_tasks(project_id, [{"data": {"text": text, "wb_id": "doc:1"}}])
    (found,) = label_studio.export(project_id, task)
    assert found["data"]["text"] == text


def test_a_second_person_has_annotations(label_studio: LabelStudio, project_id: int) -> None:
    person = label_studio.make_user("second@example.org")
    (task,) = label_studio.import_tasks(project_id, [{"data": {"text": "نص", "wb_id": "doc:1"}}])
    body = {"result": [], "completed_by": person}
    label_studio.call("POST", f"tasks/{task}/annotations", body)
    (found,) = label_studio.export(project_id)
    assert [each["completed_by"] for each in found["annotations"]] == [person]


def test_a_busy_port_leads_to_the_next_one_and_is_noticed(own_label_studio: LabelStudio) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = busy.getsockname()[1]
        own_label_studio.stop()
        own_label_studio.start(port=taken)
        assert own_label_studio.server.port != taken
        assert own_label_studio.call("GET", "current-user/whoami")["email"]
