"""The register from a notebook: entities added, merged, split; and read wherever records are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench import open_project
from workbench.errors import ConflictError, EditError, UsageError
from workbench.model import dump_line
from workbench.model.registry import Entity, Name
from workbench.project.project import Project
from workbench.project.reports import EntitiesReport
from workbench.project.samples import open_sample_project

DELMAR = "ent:delmar"


@pytest.fixture
def sample(tmp_path: Path) -> Project:
    return open_sample_project(tmp_path / "sample")


def used(project: Project, entity: str) -> int:
    frame = project.frame("attributions", "gold")
    return sum(entity in each for each in frame["entities"])


def test_the_registry_of_the_samples_is_the_register_they_begin_with(sample: Project) -> None:
    frame = sample.entities().set_index("entity")
    assert frame.loc[DELMAR, "name"] == "أرفان ديلمار"
    assert frame.loc[DELMAR, "attributions"] == used(sample, DELMAR) > 0
    assert set(frame["anonymity"].dropna()) <= {"named", "role_only", "anonymous", "generic"}
    assert set(frame["kind"].dropna()) <= {
        "person", "organization", "state", "group", "media", "document",
    }  # fmt: skip
    assert sample.register_history().empty


def test_a_merge_is_seen_in_every_export_and_taken_back_in_all(
    sample: Project, tmp_path: Path
) -> None:
    before = {
        name: export(sample, tmp_path, name) for name in ("documents", "triples", "sentences")
    }
    own = used(sample, "ent:yaran-foss")
    both = used(sample, DELMAR) + own
    assert own
    number = sample.merge_entities(DELMAR, "ent:yaran-foss")
    assert (used(sample, DELMAR), used(sample, "ent:yaran-foss")) == (both, 0)
    assert "ent:yaran-foss" not in export(sample, tmp_path, "documents")
    assert "ent:yaran-foss" not in sample.registry().entities
    assert "ent:yaran-foss" in export(sample, tmp_path, "history")  # what was chosen
    sample.undo_register(number)
    assert {name: export(sample, tmp_path, name) for name in before} == before
    assert sample.store.check() == ()


def export(project: Project, folder: Path, name: str) -> str:
    return project.export("gold", name, out=folder / f"{name}.jsonl").path.read_text("utf-8")


def test_who_exports_after_a_merge_imports_again_without_a_change(
    sample: Project, tmp_path: Path
) -> None:
    raw = sample.export("gold", out=tmp_path / "raw.jsonl").path
    sample.merge_entities(DELMAR, "ent:yaran-foss")
    resolved = sample.export("gold", out=tmp_path / "resolved.jsonl").path
    assert raw.read_bytes() != resolved.read_bytes()
    for path in (raw, resolved):
        assert sample.import_records(path, "gold").sentences == 0


def test_a_split_by_documents_tells_them_apart(sample: Project) -> None:
    frame = sample.frame("attributions", "gold")
    chosen = frame[[DELMAR in each for each in frame["entities"]]]
    document = chosen["document"].iloc[0]
    here = int((chosen["document"] == document).sum())
    new = sample.split_entity(DELMAR, "ديلمار الآخر", documents=[document])
    assert used(sample, new) == here
    assert used(sample, DELMAR) == len(chosen) - here
    assert sample.read_register().lines[new].kind == "person"


def test_pictures_count_merged_sources_as_one(sample: Project) -> None:
    pytest.importorskip("matplotlib")
    sample.merge_entities(DELMAR, "ent:yaran-foss")
    names = sample.pictures.stance_by_source("gold", top=99).table.rows
    assert "أرفان ديلمار" in names
    assert "ياران فوس" not in names


def test_a_release_has_the_current_entities(sample: Project, tmp_path: Path) -> None:
    sample.merge_entities(DELMAR, "ent:yaran-foss")
    sample.release("r", out=tmp_path)
    lines = (tmp_path / "r" / "registry" / "entities.jsonl").read_text("utf-8").splitlines()
    by_id = {each["id"]: each for each in map(json.loads, lines)}
    assert "ent:yaran-foss" not in by_id
    assert "ياران فوس" in {each["text"] for each in by_id[DELMAR]["names"]}


def test_the_register_is_there_after_opening_again(sample: Project) -> None:
    names: list[str | dict[str, str]] = [
        "مرصد الميناء",
        {"text": "Harbour Watch", "language": "en"},
    ]
    added = sample.add_entity(names, "organization", affiliation="ent:nardinia")
    sample.edit_entity(added, note="a watchdog")
    assert sample.directory is not None
    again = open_project(sample.directory)
    entity = again.registry().entities[added]
    assert entity.names == (Name("مرصد الميناء", None), Name("Harbour Watch", "en"))
    assert (entity.affiliation, entity.note) == ("ent:nardinia", "a watchdog")
    history = again.register_history()
    assert list(history["kind"]) == ["add", "add", "edit"]  # the state came from its file
    again.close()


def test_what_is_refused_says_why_and_changes_nothing(sample: Project) -> None:
    with pytest.raises(EditError, match="anonymous sources are never one"):
        sample.merge_entities("ent:02-fisherman", "ent:04-fishermen")
    with pytest.raises(EditError):
        sample.merge_entities(DELMAR, "ent:nobody")
    with pytest.raises(EditError):
        sample.undo_register()
    with pytest.raises(UsageError):
        sample.add_entity("x", by="a stranger")
    with pytest.raises(EditError, match="colour"):
        sample.edit_entity(DELMAR, colour="red")
    assert sample.store.register() == ()


def test_entities_of_a_file_come_in_once(sample: Project, tmp_path: Path) -> None:
    path = tmp_path / "more.jsonl"
    lines = [
        Entity("ent:child", "person", (Name("ابن", "ar"),), None, "ent:parent", None),
        Entity("ent:parent", "person", (Name("أب", "ar"),), "named", None, None),
    ]
    path.write_text("".join(f"{dump_line(each)}\n" for each in lines), "utf-8")
    assert sample.import_entities(path) == EntitiesReport(2, 0)
    assert sample.import_entities(path) == EntitiesReport(0, 2)
    assert sample.registry().entities["ent:child"].affiliation == "ent:parent"


def test_the_store_wins_over_the_files(sample: Project) -> None:
    sample.edit_entity(DELMAR, names=["ديلمار"])
    assert [each.text for each in sample.registry().entities[DELMAR].names] == ["ديلمار"]


def test_two_notebooks_do_not_change_one_entity_past_each_other(sample: Project) -> None:
    mine, theirs = sample._registrar(), sample._registrar()
    seen = theirs.register.number
    mine.edit(DELMAR, names=["ديلمار"])
    with pytest.raises(ConflictError):
        theirs.edit(DELMAR, names=["أرفان"], based_on=seen)


def test_an_entity_that_somebody_has_chosen_is_not_taken_back(sample: Project) -> None:
    new = sample.split_entity(DELMAR, "ديلمار الآخر", documents=["nobody"])
    sample.undo_register()  # nobody has chosen it
    assert new not in sample.registry().entities
    session = sample.session("amal")
    session.do("mark", role="claim", spans=session.find(session.sheet.stored.document.text[:6]))
    session.do("source_kind", realization="implicit")
    session.do("entity_add", fields={"names": ["أحد"]})
    with pytest.raises(EditError, match="1 attributions have"):
        sample.undo_register()


def test_a_file_brings_those_of_one_article_only_where_that_is_known(
    sample: Project, tmp_path: Path
) -> None:
    assert sample.directory is not None
    path = sample.directory / "registry" / "entities.jsonl"
    with open_project(tmp_path / "empty", create=True) as empty:
        fresh = empty.import_entities(path)
    report = sample.import_entities(path)
    assert (report.left_out, fresh.known) == (0, 0)
    assert fresh.left_out > 0
    assert fresh.added + fresh.left_out == report.added == len(sample.registry().entities)
    register = sample.read_register()
    assert register.is_bound("ent:02-fisherman")
    assert register.home("ent:02-fisherman") is not None
