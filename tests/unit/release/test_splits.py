"""Splits that nothing leaks through, whatever the documents share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.release.conftest import LIGHTHOUSE, MILL, MakeMaterial, make_record
from workbench.errors import InputError, ReleaseError, UsageError
from workbench.model import Record
from workbench.release import (
    SplitPlan,
    Splits,
    build_release,
    check_leaks,
    choose_splits,
    compute_splits,
    find_leaks,
    load_plan,
    read_splits,
)
from workbench.release.splits import compute_splits_sha256, dump_splits, make_splits

_WORDS = ("جسر", "طاحونة", "منارة", "سوق", "بئر", "قارب", "نحلة", "فرن", "حديقة", "مدرسة")


def make_documents(
    clusters: Sequence[int], *, stances: Sequence[str] = (), outlets: int = 1
) -> list[Record]:
    """Return one document of its own words for each number; equal numbers share a cluster."""
    return [
        make_record(
            f"d{place:03d}",
            [
                f"{_WORDS[place % 10]}{place} قالت إن {_WORDS[number % 10]}{number}x{place} "
                f"{' '.join(f'{word}{place}' for word in _WORDS)}."
                for number in (cluster,)
            ],
            clusters=[f"k:{cluster}"],
            stances=stances[place : place + 1],
            publisher=f"outlet {place % outlets}",
            published=f"2031-04-{place % 28 + 1:02d}",
        )
        for place, cluster in enumerate(clusters)
    ]


def split(records: Sequence[Record], plan: SplitPlan | None = None) -> Splits:
    return compute_splits(lambda: records, plan or SplitPlan())


@settings(max_examples=30)
@given(st.lists(st.integers(0, 12), min_size=3, max_size=30).filter(lambda c: len({*c}) >= 3))
def test_no_cluster_is_torn_and_every_side_gets_something(clusters: list[int]) -> None:
    records = make_documents(clusters)
    splits = split(records)
    assert find_leaks(lambda: records, splits) == []
    assert sorted(splits.sides) == [record.document.id for record in records]
    assert splits.train
    assert splits.dev
    assert splits.test
    assert splits.groups == len({*clusters})
    backwards = split(records[::-1])
    assert backwards == splits


def test_shares_are_met_where_the_groups_allow_it() -> None:
    splits = split(make_documents(range(50)), load_plan("60,20,20"))
    assert [len(splits.train), len(splits.dev), len(splits.test)] == [30, 10, 10]
    assert split(make_documents(range(6)), load_plan("50,0,50")).dev == ()


def test_rare_stances_stand_on_every_side() -> None:
    rare = ["deny", "doubt", "decline"]
    stances = [rare[place // 10] if place < 30 else "affirm" for place in range(200)]
    counts = split(make_documents(range(200), stances=stances)).counts
    for stance in rare:
        shared = [counts[side].stances[stance] for side in ("train", "dev", "test")]
        assert shared == [8, 1, 1]


def test_another_seed_splits_otherwise_and_the_same_the_same() -> None:
    records = make_documents(range(40))
    first, again, other = (split(records, load_plan("8,1,1", seed=seed)) for seed in (1, 1, 2))
    assert first == again
    assert other.sha256 != first.sha256


def test_outlets_and_dates_stay_together_where_that_is_asked() -> None:
    records = make_documents(range(30), outlets=5)
    for kind, groups in (("outlet", 5), ("date", 28)):
        splits = split(records, load_plan("60,20,20", [kind]))
        assert splits.groups == groups
        sides: dict[str | None, set[str]] = {}
        for record in records:
            document = record.document
            key = document.publisher if kind == "outlet" else document.published
            sides.setdefault(key, set()).add(splits.sides[document.id])
        assert all(len(found) == 1 for found in sides.values())


def test_a_copied_sentence_keeps_articles_together() -> None:
    others = make_documents(range(10))
    vocalised = LIGHTHOUSE[0].replace("قال", "قالَ").replace("أمس", "امس")
    copied = [make_record("x1", [LIGHTHOUSE[0], MILL[0]]), make_record("x2", [vocalised])]
    splits = split([*others, *copied])
    assert splits.sides["x1"] == splits.sides["x2"]
    assert splits.groups == 11


def test_an_edited_copy_of_an_article_stays_with_it() -> None:
    words = [f"{word}{number}" for number in range(6) for word in _WORDS]
    edited = [*words[:20], "كلمة", *words[21:45], "أخرى", *words[46:]]
    records = [
        *make_documents(range(10)),
        make_record("x1", [" ".join(words) + "."]),
        make_record("x2", [" ".join(edited) + "."]),
    ]
    assert split(records).groups == 11


def test_what_holds_everything_together_is_named() -> None:
    with pytest.raises(ReleaseError, match=r"got 1 among 5 documents.*k:7 in 5"):
        split(make_documents([7] * 5))
    with pytest.raises(ReleaseError, match="got 2 among 2 documents"):
        split(make_documents(range(2)))


def force(records: Sequence[Record], sides: Sequence[str]) -> Splits:
    """Return splits that put each of `records` on the side that is said."""
    chosen = {each.document.id: side for each, side in zip(records, sides, strict=True)}
    return make_splits(chosen, {}, SplitPlan(), groups=0, stock=0)


def test_a_torn_cluster_and_a_copied_sentence_are_named() -> None:
    records = [
        make_record("a", [LIGHTHOUSE[0]], clusters=["k:lamp"]),
        make_record("b", [LIGHTHOUSE[1]], clusters=["k:lamp"]),
        make_record("c", [LIGHTHOUSE[0].replace("ليلة", "ليلةَ"), MILL[0]]),
    ]
    splits = force(records, ["train", "test", "dev"])
    names = [str(leak) for leak in find_leaks(lambda: records, splits)]
    assert any("cluster k:lamp stands in train (a) and test (b)" in name for name in names)
    assert any("copied sentence 'قال حارس" in name for name in names)
    with pytest.raises(ReleaseError, match=r"k:lamp"):
        check_leaks(lambda: records, splits)
    assert find_leaks(lambda: records, force(records, ["train"] * 3)) == []


def test_a_stock_phrase_ties_nothing_together() -> None:
    phrase = "ولم يتسن التحقق من هذه الأنباء من مصدر مستقل."
    records = [
        make_record(f"d{place}", [phrase, f"قال{place} {' '.join(f'{w}{place}' for w in _WORDS)}."])
        for place in range(60)
    ]
    splits = split(records)
    assert (splits.groups, splits.stock) == (60, 2)
    assert find_leaks(lambda: records, splits) == []


def test_a_release_with_leaking_splits_fails_and_one_with_old_splits_is_as_before(
    make_material: MakeMaterial, tmp_path: Path
) -> None:
    records = make_documents([0, 0, 1, 2, 3, 4])
    material = make_material(records)
    bad = force(records, ["train", "test", "dev", "train", "train", "train"])
    with pytest.raises(ReleaseError, match="k:0"):
        build_release(material, tmp_path / "leaking", splits=bad)
    assert not (tmp_path / "leaking").exists()
    first = build_release(material, tmp_path / "one", splits=load_plan("60,20,20")).path
    old = choose_splits(first)
    second = build_release(material, tmp_path / "two", splits=old).path
    assert (first / "splits.json").read_bytes() == (second / "splits.json").read_bytes()
    grown = make_material([*records, *make_documents([0] * 7)[6:]])
    with pytest.raises(ReleaseError, match=r"no side for 1: d006"):
        build_release(grown, tmp_path / "three", splits=old)


def test_splits_that_were_changed_are_refused(tmp_path: Path) -> None:
    splits = split(make_documents(range(6)))
    path = tmp_path / "splits.json"
    path.write_text(dump_splits(splits))
    assert read_splits(path) == splits
    assert splits.sha256 == compute_splits_sha256(splits.sides)
    data = json.loads(path.read_text())
    data["test"], data["dev"] = data["dev"], data["test"]
    path.write_text(json.dumps(data))
    with pytest.raises(InputError, match="changed after they were frozen"):
        read_splits(path)


@pytest.mark.parametrize("shares", ["", "80,20", "1,2,3,4", "a,b,c", "-1,1,1", "0,0,0", "nan,1,1"])
def test_shares_that_are_none_are_refused(shares: str) -> None:
    with pytest.raises(UsageError, match=r"80,10,10"):
        load_plan(shares)


def test_an_unknown_kind_of_group_is_refused() -> None:
    with pytest.raises(UsageError, match="outlet or date"):
        load_plan("80,10,10", ["author"])


def test_without_the_library_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "datasketch", None)
    with pytest.raises(UsageError, match="splits"):
        split(make_documents(range(6)))
