"""The labeling configuration there is extended, and never loses what is in use."""

from __future__ import annotations

import pytest

from workbench.errors import RemoteError
from workbench.exchange.label_studio import dump_config
from workbench.scheme import load_scheme
from workbench.sync.configuring import check_nothing_lost, collect_used, is_enough, read_names

SMALL = """<View><Labels name="role" toName="text"><Label value="CLAIM"/></Labels>
<Choices name="mood" toName="text" perRegion="true"><Choice value="calm"/></Choices>
<Text name="text" value="$text"/></View>"""


def test_a_configuration_is_enough_for_itself_and_with_more_in_it() -> None:
    ours = dump_config(load_scheme("claims-sources-stances"))
    assert is_enough(ours, ours)
    assert is_enough(ours.replace("</View>", '<Choices name="mine" toName="text"/></View>'), ours)
    assert not is_enough(SMALL, ours)
    for there in (None, "", "<View", "<View/>"):
        assert not is_enough(there, ours)


def test_a_label_in_use_is_never_removed() -> None:
    ours = SMALL.replace('<Choice value="calm"/>', '<Choice value="loud"/>')
    check_nothing_lost(SMALL, ours, {"role": {"CLAIM"}})
    with pytest.raises(RemoteError, match="calm of the control 'mood'"):
        check_nothing_lost(SMALL, ours, {"mood": {"calm"}})
    with pytest.raises(RemoteError, match="mood"):
        check_nothing_lost(SMALL, "<View/>", {"mood": {"calm"}})
    # What the configuration there does not know either is nothing that we take away.
    check_nothing_lost(SMALL, ours, {"tone": {"high"}})


def test_what_results_use_is_collected_by_control() -> None:
    result = [
        {"from_name": "role", "type": "labels", "value": {"labels": ["CLAIM", 7]}},
        {"from_name": "mood", "type": "choices", "value": {"choices": ["calm"]}},
        {"from_name": "note", "type": "textarea", "value": {"text": ["words"]}},
        {"type": "relation", "from_id": "a", "to_id": "b"},
        "nonsense",
        None,
    ]
    assert collect_used([result, None, "x"]) == {"role": {"CLAIM"}, "mood": {"calm"}}
    assert read_names(SMALL)["mood"] == {"calm"}
