"""Whatever is linked in whatever order: clusters part the claims, and undo restores all."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.session.conftest import make_document
from workbench.errors import WorkbenchError
from workbench.model import UNITING, ClaimRef, Link, Relation, make_link, name_pair
from workbench.scheme import load_scheme
from workbench.session import Session
from workbench.store import ProjectInfo, Store, create_store, open_store

LAYER = "annotator:a01"
INFO = ProjectInfo("2" * 32, "laws", "claims-sources-stances", "1.0", None, ())
LINES = ("إن السفينة وصلت", "إن المرفأ مغلق")
NAMES = ("east", "west", "north")
NUMBERS = st.integers(0, 5)
RELATIONS = st.sampled_from(["same", "same", "restates", "contradicts", "updates", "none", None])
LINK = st.tuples(st.just("link"), NUMBERS, NUMBERS, RELATIONS, st.booleans())
STEPS = st.lists(
    st.one_of(
        LINK,
        LINK,
        LINK,
        st.tuples(st.just("delete"), NUMBERS),
        st.tuples(st.sampled_from(["undo", "redo"])),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with three articles of two claims each; two of the six are in a cluster of a file."""
    path = tmp_path_factory.mktemp("laws") / "store.sqlite"
    with create_store(path, INFO) as store:
        list(store.add_documents([make_document(name, *LINES) for name in NAMES]))
        session = Session(store, load_scheme("claims-sources-stances"), "amal")
        for name in NAMES:
            for number, line in enumerate(LINES, 1):
                session.do("goto", id=f"s{number}", document=name)
                session.do("mark", role="claim", spans=session.find(line))
    return path


class Wall:
    """What the rules say of claims, worked out anew from all words since the beginning."""

    def __init__(self, claims: set[ClaimRef]) -> None:
        self.groups: list[set[ClaimRef]] = []
        self.links: dict[str, Link] = {}
        self.claims = claims

    def find(self, ref: ClaimRef) -> set[ClaimRef]:
        return next((group for group in self.groups if ref in group), {ref})

    def link(self, one: ClaimRef, other: ClaimRef, relation: Relation | None, back: bool) -> None:
        mine, theirs = self.find(one), self.find(other)
        if relation in UNITING:
            joined = mine | theirs
            self.groups = [each for each in self.groups if not each & joined] + [joined]
            self._forget(lambda each: each.relation not in UNITING and _ends(each) <= joined)
        elif mine is theirs:
            self._forget(
                lambda each: (
                    each.relation in UNITING
                    and one in _ends(each)
                    and bool((_ends(each) & mine) - {one})
                )
            )
            mine.discard(one)
        self.links.pop(name_pair(one, other), None)
        if relation is not None:
            start, end = (other, one) if back else (one, other)
            self.links[name_pair(one, other)] = make_link(relation, start, end)
        self._tidy()

    def delete(self, ref: ClaimRef) -> None:
        self.claims.discard(ref)
        for group in self.groups:
            group.discard(ref)
        self._forget(lambda each: ref in _ends(each))
        self._tidy()

    def _forget(self, is_meant: Any) -> None:
        self.links = {name: each for name, each in self.links.items() if not is_meant(each)}

    def _tidy(self) -> None:
        self.groups = [each for each in self.groups if len(each) > 1]


def _ends(link: Link) -> set[ClaimRef]:
    return {link.start, link.end}


def look(store: Store) -> tuple[set[ClaimRef], set[frozenset[ClaimRef]], set[Link]]:
    """Return the claims, which of them are in one cluster, and what is said of pairs."""
    claims: set[ClaimRef] = set()
    groups: dict[str, set[ClaimRef]] = {}
    for document in NAMES:
        for stored in store.get_annotations(document, LAYER).values():
            for claim in stored.annotation.claims:
                claims.add(ClaimRef(document, claim.id))
                if claim.cluster is not None:
                    groups.setdefault(claim.cluster, set()).add(ClaimRef(document, claim.id))
    found = store.cluster_members(LAYER, groups)
    assert {name: set(refs) for name, refs in found.items()} == groups
    return claims, {frozenset(each) for each in groups.values()}, set(store.links(LAYER))


def copy_wall(wall: Wall) -> Wall:
    copied = Wall(set(wall.claims))
    copied.groups, copied.links = [set(each) for each in wall.groups], dict(wall.links)
    return copied


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_clusters_are_what_was_said_and_undo_restores_all(
    template: Path, steps: list[tuple[Any, ...]]
) -> None:
    with TemporaryDirectory() as folder:
        path = shutil.copy(template, Path(folder) / "store.sqlite")
        with open_store(path) as store:
            follow(store, steps)


def follow(store: Store, steps: list[tuple[Any, ...]]) -> None:
    session = Session(store, load_scheme("claims-sources-stances"), "amal")
    known = sorted(look(store)[0])
    walls = [Wall(set(known))]  # what is so after each edit that stands
    ahead: list[Wall] = []
    for step in steps:
        if step[0] in ("undo", "redo"):
            take_back(session, step[0], walls, ahead)
        else:
            do(session, known, step, walls, ahead)
        check(store, walls[-1])
    while len(walls) > 1:
        take_back(session, "undo", walls, ahead)
        check(store, walls[-1])
    assert look(store)[1:] == (set(), set())
    assert store.check() == ()


def do(
    session: Session,
    known: list[ClaimRef],
    step: tuple[Any, ...],
    walls: list[Wall],
    ahead: list[Wall],
) -> None:
    one, wall = known[step[1]], copy_wall(walls[-1])
    if one not in wall.claims:
        return
    session.do("goto", id=one.claim, document=one.document)
    before = look(session.store)
    if step[0] == "delete":
        wall.delete(one)
        session.do("delete", id=one.claim)
    else:
        _, _, number, relation, back = step
        other = known[number]
        args = {"document": other.document, "claim": other.claim, "relation": relation}
        if other == one or other not in wall.claims:
            with pytest.raises(WorkbenchError):
                session.do("link", **args, reversed=back)
            assert look(session.store) == before
            return
        wall.link(one, other, relation, back)
        session.do("link", **args, reversed=back)
    if look(session.store) != before:
        walls.append(wall)
        ahead.clear()


def take_back(session: Session, name: str, walls: list[Wall], ahead: list[Wall]) -> None:
    if name == "undo" and len(walls) > 1:
        session.do("undo")
        ahead.append(walls.pop())
    elif name == "redo" and ahead:
        session.do("redo")
        walls.append(ahead.pop())


def check(store: Store, wall: Wall) -> None:
    claims, groups, links = look(store)
    assert claims == wall.claims
    assert groups == {frozenset(each) for each in wall.groups}
    assert links == set(wall.links.values())
    assert all(len(each) > 1 for each in groups)
    for link in links:
        together = any({link.start, link.end} <= each for each in groups)
        assert together == (link.relation in UNITING)
