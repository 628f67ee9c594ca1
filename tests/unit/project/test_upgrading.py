"""Features turned on when a project is made, or later; records of 1.0 and 1.1."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import UsageError, init_project, open_project
from workbench.errors import SchemeError
from workbench.exchange import iter_records
from workbench.model import dump_record
from workbench.project.config import CONFIG_NAME
from workbench.project.upgrading import UpgradeReport, upgrade_project
from workbench.resources import resource_path
from workbench.scheme import check_record

GOLD = resource_path("exports") / "sample-gold.jsonl"
FEATURES = ("figure", "date")


def export(folder: Path, name: str) -> bytes:
    with open_project(folder) as project:
        return project.export("gold", out=folder / name).path.read_bytes()


def test_a_project_takes_the_oldest_version_that_knows_its_features(tmp_path: Path) -> None:
    for features, version in (((), "1.0"), (("form",), "1.0"), (("date", "form"), "1.1")):
        with init_project(tmp_path / version / "-".join(features), features=features) as project:
            assert project.scheme.version == project.store.info.scheme_version == version
            assert set(project.scheme.enabled) == set(features)
    with pytest.raises(SchemeError, match="fog"):
        init_project(tmp_path / "fog", features=["fog"])
    assert not (tmp_path / "fog").exists()


def test_a_project_goes_on_with_features_and_without_other_annotations(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    with init_project(folder) as project:
        project.import_records(GOLD, "gold")
        before = list(project.store.history("gold"))
    assert export(folder, "before.jsonl") == GOLD.read_bytes()
    config = folder / CONFIG_NAME
    config.write_text(f'{config.read_text()}# mine\n[suggestions]\nlayers = ["system:a"]\n')
    with open_project(folder) as project:
        report = upgrade_project(project, ["date", "figure"])
    assert report == UpgradeReport("claims-sources-stances", "1.1", FEATURES)
    assert config.read_text().endswith('# mine\n[suggestions]\nlayers = ["system:a"]\n')
    with open_project(folder) as project:
        assert project.scheme.enabled == project.store.info.features == FEATURES
        assert list(project.store.history("gold")) == before
        scheme = project.scheme
    (folder / "after.jsonl").write_bytes(export(folder, "after.jsonl"))
    records = list(iter_records(folder / "after.jsonl"))
    assert {each.schema_version for each in records} == {"1.1"}
    for record in records:
        assert [each for each in check_record(record, scheme) if not each.is_warning] == []
        assert all(set(claim.features) == set(FEATURES) for claim in record.claims)
    with open_project(folder) as project:
        assert project.import_records(GOLD, "gold").sentences == 0  # of 1.0, and says the same


def test_records_of_1_0_are_brought_to_1_1_at_the_door(tmp_path: Path) -> None:
    old = list(iter_records(GOLD))
    lines = [dump_record(record) for record in old]
    with init_project(tmp_path / "new", features=FEATURES) as project:
        project.import_records(GOLD, "gold")
        out = project.export("gold").path
    assert [dump_record(record) for record in old] == lines
    assert {each.provenance.scheme_version for each in iter_records(out)} == {"1.1"}


def test_what_cannot_be_turned_on_changes_nothing(tmp_path: Path) -> None:
    with init_project(tmp_path / "harbour") as project:
        before = (tmp_path / "harbour" / CONFIG_NAME).read_bytes()
        with pytest.raises(SchemeError, match="'dat'"):
            upgrade_project(project, ["dat"])
        with pytest.raises(UsageError, match="at least one feature"):
            upgrade_project(project, [])
        assert (tmp_path / "harbour" / CONFIG_NAME).read_bytes() == before
        assert project.store.info.scheme_version == "1.0"


def test_settings_that_name_a_newer_feature_say_how_to_get_it(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    init_project(folder).close()
    config = folder / CONFIG_NAME
    config.write_text(config.read_text().replace("features = []", 'features = ["date"]'))
    with pytest.raises(SchemeError, match="workbench upgrade --features"):
        open_project(folder)
