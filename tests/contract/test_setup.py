"""The set-up that docs/team.md shows: its roles, certificates and commands, as written there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import trustme

from tests.browser.jupyterlab import find_free_port
from tests.contract.team import CLAIM, SENTENCE, SOURCE
from tests.postgresql import OwnServer, own_server
from workbench.errors import StoreUnavailable, UsageError
from workbench.model import Annotation
from workbench.project import init_project, open_project
from workbench.store import Known

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "team.md").read_text(encoding="utf-8")
HOST = "db.example.org"  # as the page calls it
ADDRESS = f"postgresql+psycopg://{HOST}/claims?sslmode=verify-full"
PASSWORD = "the-password"

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


def find_block(language: str, beginning: str) -> str:
    """Return the block of the page that begins so."""
    blocks = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    (found,) = [block for block in blocks if block.startswith(beginning)]
    return str(found)


@dataclass(frozen=True)
class Setup:
    """A server that is set up as the page says, and a folder to work in."""

    server: OwnServer
    folder: Path
    environment: dict[str, str]

    def sh(self, script: str, user: str = "claims_owner") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=self.folder,
            env={**os.environ, **self.environment, "PGUSER": user},
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, script: str) -> str:
        done = self.sh(script)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory, authority: trustme.CA) -> Iterator[Setup]:
    """Do what the page says, up to the project that annotators may annotate."""
    folder = tmp_path_factory.mktemp("setup")
    with own_server(find_free_port(), listen_addresses="127.0.0.1") as server:
        configuration = server.binaries / "pg_config"
        has_tls = subprocess.run([configuration, "--configure"], capture_output=True, check=True)
        if b"ssl" not in has_tls.stdout:
            pytest.skip("this PostgreSQL is without TLS: install your system's")
        turn_tls_on(server, authority)
        for statement in find_block("sql", "CREATE ROLE").split(";\n"):
            server.run(statement or "SELECT 1")
        server.run(find_block("sql", "REVOKE CREATE"), "claims")
        for role in ("claims_owner", "amal", "basil"):
            server.run(f"ALTER ROLE {role} PASSWORD '{PASSWORD}'")
        made = Setup(server, folder, make_environment(server, folder, authority))
        (folder / "articles").mkdir()
        lines = [SENTENCE.format(number) for number in range(4)]
        (folder / "articles" / "bridge.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        made.run(find_block("sh", "export PGUSER=claims_owner"))
        with open_project(server.url("claims", "basil")) as project:
            project.session("basil").do("flag")
        with open_project(server.url("claims", "claims_owner")) as project:
            queue = {each.spot: "overlap" for each in project.store.readings()}
            given = {project.session(name).layer: queue for name in ("amal", "camil", "dana")}
            project.store.assign(given, settings="{}", sha256="0" * 64)
        yield made


def turn_tls_on(server: OwnServer, authority: trustme.CA) -> None:
    certificate = authority.issue_cert(HOST)
    key, chain = Path(server.folder, "server.key"), Path(server.folder, "server.crt")
    certificate.private_key_pem.write_to_path(str(key))
    certificate.cert_chain_pems[0].write_to_path(str(chain))
    owner = Path(server.folder).stat()
    for path in (key, chain):
        path.chmod(0o600)
        os.chown(path, owner.st_uid, owner.st_gid)
    rules = Path(server.folder, "data", "pg_hba.conf")
    local = next(line for line in rules.read_text("utf-8").splitlines() if line.endswith("trust"))
    rules.write_text(f"{local}\n{find_block('text', 'hostssl')}", encoding="utf-8")
    for setting in (f"ssl_key_file = '{key}'", f"ssl_cert_file = '{chain}'", "ssl = on"):
        server.run(f"ALTER SYSTEM SET {setting}")
    server.restart("fast")


def make_environment(server: OwnServer, folder: Path, authority: trustme.CA) -> dict[str, str]:
    """Make a home with a password file and an authority, and a path with our command."""
    home, programs = folder / "home", folder / "bin"
    (home / ".postgresql").mkdir(parents=True)
    authority.cert_pem.write_to_path(str(home / ".postgresql" / "root.crt"))
    line = find_block("text", f"{HOST}:5432").replace("5432", str(server.port))
    passwords = home / ".pgpass"
    names = ("amal", "basil", "claims_owner")
    lines = [line.replace("amal", name).replace(":claims:", ":*:") for name in names]
    passwords.write_text("".join(lines), encoding="utf-8")
    passwords.chmod(0o600)
    programs.mkdir()
    (programs / "workbench").write_text(f'#!/bin/sh\nexec {sys.executable} -m workbench "$@"\n')
    (programs / "workbench").chmod(0o755)
    path = os.pathsep.join([str(programs), str(server.binaries), os.environ["PATH"]])
    return {
        "HOME": str(home),
        "PATH": path,
        "PGHOSTADDR": "127.0.0.1",  # what a name server would say
        "PGPORT": str(server.port),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def as_amal(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process connect as an annotator."""
    for name, value in {**setup.environment, "PGUSER": "amal"}.items():
        monkeypatch.setenv(name, value)


def read_hash(address: str) -> str:
    with open_project(address) as project:
        return project.store.state_hash()


# ---------------------------------------------------------------- rights


def test_an_annotator_can_do_all_that_the_annotator_does(as_amal: None) -> None:
    with open_project(ADDRESS) as project:
        session = project.session("amal")
        session.do("mark", role="claim", spans=session.find(CLAIM))
        session.do("mark", role="source", spans=session.find(SOURCE))
        session.do("undo")
        session.do("redo")
        session.do("stance", value="affirm")
        session.do("settings", language="ar")
        mine = session.focus.card
        session.do("next")
        session.do("understood_claim", proposition="الجسر مفتوح.")
        session.do("link", document=session.sheet.id, claim=mine, relation="same")
        session.do("cluster_proposition", text="الجسر مفتوح.")
        assert session.ask("candidates")["cluster"]["members"]
        session.do("delete")
        place = session.sheet.ref(session.focus.sentence)
        at = session.sheet.stored.document.text.index(" ", place.start + 20) + 1
        session.do("split", at=at)
        session.do("merge")
        session.do("undo")
        session.do("segment", start=place.start, end=place.end, kind="boilerplate")
        session.do("date", published="2031-05-02")
        session.do("next")
        session.do("decide", status="skipped")
        known = Known(session.sheet.id, Annotation(session.focus.sentence))
        training = project.store.add_round(session.layer, "{}", [known]).number
        project.store.answer_round(training, known.document, known.gold)
        project.store.close_round(training, "{}")
        assert len(project.search("الجسر")) >= 3
        assert project.status().documents == 1
        assert len(list(project.records("annotator:amal"))) == 1
        assert project.store.check() == ()


def test_an_adjudicator_needs_no_more(as_amal: None) -> None:
    with open_project(ADDRESS) as project:
        first = project.session("camil").focus.sentence
        for name in ("camil", "dana"):
            session = project.session(name)
            session.do("goto", id=first)
            if name == "camil":
                session.do("mark", role="claim", spans=session.find(CLAIM))
                session.do("writer")
            session.do("decide", status="done", nothing=name == "dana")
        judge = project.adjudication("noor", ["camil", "dana"])
        judge.do("goto", id=first)
        case = judge.snapshot()["adjudication"]["cases"][first]
        (difference,) = [each for unit in case["units"] for each in unit["differences"]]
        judge.do("choose", difference=difference["id"], version=1)
        judge.do("gap", difference=difference["id"])
        judge.do("undo")
        assert project.store.check() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM revision",
        "UPDATE revision SET content = '{}'",
        "TRUNCATE revision CASCADE",
        "DROP TABLE revision",
        "ALTER TABLE revision DISABLE TRIGGER ALL",
        "ALTER TABLE document ADD COLUMN more text",
        "DELETE FROM action",
        "UPDATE ruling SET content = NULL",
        "UPDATE link SET content = NULL",
        "UPDATE document SET text = ''",
        "DELETE FROM document",
        "DELETE FROM sentence",
        "UPDATE person SET name = 'somebody else'",
        "UPDATE workbench_project SET info = '{}'",
        "SELECT * FROM email",
        "CREATE TABLE theirs (id int)",
        "CREATE TEMPORARY TABLE theirs (id int)",
    ],
)
def test_and_nothing_beyond_that(setup: Setup, as_amal: None, statement: str) -> None:
    name = f"host={HOST} dbname=claims sslmode=verify-full"
    with (
        psycopg.connect(name) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_the_owner_cannot_change_what_only_grows_either(setup: Setup) -> None:
    with pytest.raises(psycopg.errors.RaiseException):
        setup.server.run("SET ROLE claims_owner; DELETE FROM action", "claims")


def test_what_an_annotator_may_not_do_is_said_in_one_sentence(setup: Setup) -> None:
    done = setup.sh("workbench grant basil -p claims", "amal")
    assert done.returncode == 2
    assert "does not let this role" in done.stderr
    assert "Traceback" not in done.stderr


def test_rights_that_were_given_by_hand_are_taken_back(setup: Setup) -> None:
    setup.server.run("GRANT DELETE ON action TO basil", "claims")
    assert "may annotate" in setup.run("workbench grant basil -p claims")
    query = "SELECT has_table_privilege('basil', 'action', 'DELETE')"
    assert setup.server.run(query, "claims") == [(False,)]
    setup.server.run("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM basil", "claims")


@pytest.mark.parametrize("role", ["nobody_known", 'a"; DROP TABLE revision; --', "public", ""])
def test_rights_are_given_to_a_role_and_to_nothing_else(setup: Setup, role: str) -> None:
    done = setup.sh(f"workbench grant '{role}' -p claims")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert setup.server.run("SELECT count(*) > 0 FROM revision", "claims")


def test_a_file_knows_no_roles(tmp_path: Path) -> None:
    with init_project(tmp_path / "file") as project, pytest.raises(UsageError, match="SQLite"):
        project.store.grant_annotating("annotators")


# ---------------------------------------------------------------- TLS and passwords


def test_a_server_that_cannot_prove_its_name_is_refused(
    setup: Setup, as_amal: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(StoreUnavailable, match="does not match host name"):
        open_project(ADDRESS.replace(HOST, "other.example.org"))
    stranger = tmp_path / "stranger.crt"
    trustme.CA().cert_pem.write_to_path(str(stranger))
    monkeypatch.setenv("PGSSLROOTCERT", str(stranger))
    with pytest.raises(StoreUnavailable, match="certificate verify failed"):
        open_project(ADDRESS)


def test_without_tls_nobody_comes_in(as_amal: None) -> None:
    with pytest.raises(StoreUnavailable, match="no encryption"):
        open_project(ADDRESS.replace("verify-full", "disable"))


def test_without_the_password_nobody_comes_in(
    as_amal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    with pytest.raises(StoreUnavailable, match="no password supplied"):
        open_project(ADDRESS)
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    with open_project(ADDRESS) as project:
        assert project.store.people() is not None


def test_the_password_stands_nowhere(setup: Setup) -> None:
    settings = (setup.folder / "claims" / "workbench.toml").read_text("utf-8")
    assert HOST in settings
    assert PASSWORD not in settings


# ---------------------------------------------------------------- backup and moving


def test_a_backup_can_be_brought_back(setup: Setup) -> None:
    setup.run(find_block("sh", "pg_dump"))
    setup.server.run("CREATE DATABASE claims_restored OWNER claims_owner")
    setup.run(find_block("sh", "pg_restore"))
    original, restored = setup.server.url("claims"), setup.server.url("claims_restored")
    assert (
        read_hash(restored)
        == read_hash(original)
        == read_hash(str(setup.folder / "backup-of-today"))
    )
    with open_project(restored) as project:
        assert project.store.check() == ()
    with pytest.raises(psycopg.Error):
        setup.server.run("DELETE FROM action", "claims_restored")


def test_to_the_server_and_back_by_one_command_each(setup: Setup) -> None:
    setup.server.run("CREATE DATABASE moved OWNER claims_owner")
    with init_project(setup.folder / "my-project") as project:
        project.ingest(setup.folder / "articles")
        session = project.session("amal")
        session.do("mark", role="claim", spans=session.find(CLAIM))
    there, back = (
        find_block("sh", "workbench copy my-project").replace("/claims", "/moved").splitlines()
    )
    assert "workbench.toml still names the old store" in setup.sh(there).stderr
    setup.run("workbench grant annotators -p " + there.split()[-1])
    annotating = setup.sh("workbench status -p " + there.split()[-1], "amal")
    assert annotating.returncode == 0, annotating.stderr
    done = setup.sh(back.replace("my-project-again", "stolen"), "amal")
    assert (done.returncode, (setup.folder / "stolen").exists()) == (2, False)
    assert "verified by hash" in setup.run(back)
    assert read_hash(str(setup.folder / "my-project-again")) == read_hash(
        str(setup.folder / "my-project")
    )
