"""What a layer of the store says to a server: gold only once somebody has called it so."""

from __future__ import annotations

from pathlib import Path

from tests.unit.session.conftest import STORM, make_document
from workbench.model import Annotation, Claim, Span, Status
from workbench.scheme import load_scheme
from workbench.store import Action, Change, ProjectInfo, create_store
from workbench.sync.local import Local

SCHEME = load_scheme("claims-sources-stances")


def test_what_annotators_agree_on_is_not_sent_as_gold_before_it_is_decided(tmp_path: Path) -> None:
    info = ProjectInfo("0" * 32, "harbour", SCHEME.name, SCHEME.version)
    with create_store(tmp_path / "store.sqlite", info) as store:
        list(store.add_documents([make_document("d", STORM)]))
        claim = Claim("c1", "s1", (Span(0, 5, STORM[:5]),), "author")
        sent = {}
        decisions: tuple[Status, ...] = ("open", "done")
        for number, status in enumerate(decisions):
            said = Annotation("s1", (claim,), (), status)
            for layer in ("gold", "annotator:a01"):
                change = Change("d", said, number)
                store.save(Action(f"{layer}{number}", layer, "decide", (change,)))
                sent[layer, status] = Local(store, SCHEME).dump("d", layer)
        assert sent["gold", "open"] == []
        assert all(sent[each] for each in sent if each != ("gold", "open"))
