"""A law of reading along: whatever was done, by whomever, it gives what reading all anew gives."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contract.building import (
    INFO,
    LAYER,
    OTHER,
    add,
    local_mounts,
    make_action,
    make_document,
    make_key,
)
from tests.contract.following import Reader
from workbench.errors import WorkbenchError
from workbench.model import Annotation, Claim
from workbench.store import Store, create_store, open_store

DOCUMENTS = ("d1", "d2")
steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["say", "say", "undo", "redo", "withdraw", "take back", "merge", "split", "read"]
        ),
        st.sampled_from(DOCUMENTS),
        st.integers(0, 2),
        st.sets(st.sampled_from("abc"), max_size=2),
        st.sampled_from([LAYER, LAYER, OTHER]),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("law") / "store.sqlite"
    with create_store(path, INFO, mounts=local_mounts) as store:
        add(store, *(make_document(name) for name in DOCUMENTS))
    return path


@pytest.mark.slow
@given(steps)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_along_is_reading_anew(
    template: Path, drawn: list[tuple[str, str, int, set[str], str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "store.sqlite")
        shutil.copy(template, path)
        with (
            open_store(path, mounts=local_mounts) as store,
            open_store(path, mounts=local_mounts) as elsewhere,
        ):
            mine, theirs = Reader(store), Reader(store, OTHER)
            for number, (step, document, place, names, layer) in enumerate(drawn):
                if step == "read":
                    mine.read()
                    continue
                with suppress(WorkbenchError):  # what cannot be done now
                    _do(step, elsewhere if number % 2 else store, document, place, names, layer)
                theirs.read()
            mine.read()


def _do(step: str, store: Store, document: str, place: int, names: set[str], layer: str) -> None:
    stored = store.get_document(document) if step in {"say", "merge", "split"} else None
    if stored is None:
        decided = {"by": "amal", "reason": "asked for"}
        steps: dict[str, Callable[[], object]] = {
            "undo": lambda: store.undo(layer, make_key()),
            "redo": lambda: store.redo(layer, make_key()),
            "withdraw": lambda: store.withdraw("document", document, **decided),
            "take back": lambda: store.take_back("document", document, **decided),
        }
        steps[step]()
        return
    ref = stored.sentences[min(place, len(stored.sentences) - 1)]
    changed = {"based_on": stored.segmentation, "layer": layer, "key": make_key()}
    if step == "merge":
        store.merge_sentences(document, ref.sentence, **changed)  # type: ignore[arg-type]
    elif step == "split":
        space = stored.document.text.find(" ", ref.start + 4)
        store.split_sentence(document, ref.sentence, space + 1, **changed)  # type: ignore[arg-type]
    else:
        known = store.get_annotations(document, layer).get(ref.sentence)
        claims = tuple(
            Claim(f"{ref.sentence}.{name}", ref.sentence, (), proposition=f"{name} {place}")
            for name in sorted(names)
        )
        annotation = Annotation(ref.sentence, claims)
        based_on = known.revision if known else 0
        store.save(make_action((document, annotation, based_on), layer=layer))
