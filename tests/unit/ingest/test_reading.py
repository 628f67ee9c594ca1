"""Articles from tables and folders: what is known, what is carried, and what is named as bad."""

# ruff: noqa: E501  cases stand in tables, and paragraphs are whole

from __future__ import annotations

import datetime as dt
import decimal
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import RecordError, UsageError
from workbench.ingest import Article, BadInput, build_document, count_bytes, iter_articles


def read(*paths: Path, **options: Any) -> tuple[list[Article], list[BadInput]]:
    items = list(iter_articles(paths, **options))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, BadInput)]


def write_lines(path: Path, *rows: Any) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_known_fields_are_taken_and_all_others_carried(tmp_path: Path) -> None:
    row = {
        "text": "نص.", "id": "a/1", "title": "عنوان", "publisher": "النهر", "url": "https://example.org",
        "published": "2031-03", "language": "ar", "section": {"name": "x", "n": [1, None, 2.5]},
    }  # fmt: skip
    (article,), bad = read(write_lines(tmp_path / "a.jsonl", row))
    assert not bad
    assert (article.id, article.title, article.publisher) == ("a/1", "عنوان", "النهر")
    assert (article.url, article.published, article.language) == (row["url"], "2031-03", "ar")
    assert article.metadata == {"section": row["section"]}
    assert article.line == 1


@pytest.mark.parametrize(
    "row",
    [
        "{not json", "[1]", '"text"', '{"id": "x"}', '{"text": null}', '{"text": " "}', '{"text": 5}',
        '{"text": "a", "text": "b"}', '{"text": NaN}', '{"text": "\\ud800"}', '{"text": "a\\u0000b"}',
        '{"text": "a", "id": "\\u0007"}', '{"text": "a", "title": ["x"]}', '{"text": "a", "x": "\\ud800"}',
        '{"text": "a", "language": "!"}', "[" * 100_000,
        '{"schema_version": "1.0", "document": {}}',
    ],
    ids=lambda row: row[:24],
)  # fmt: skip
def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path, row: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": "x."}, row, "", {"text": "y."})
    articles, (bad,) = read(path)
    assert [article.text for article in articles] == ["x.", "y."]
    assert (bad.path, bad.line) == (path, 2)
    assert str(bad).startswith(f"{path}:2: ")


def test_an_id_longer_than_allowed_is_refused(tmp_path: Path) -> None:
    rows = [{"text": "a", "id": "x" * 255}, {"text": "a", "id": "x" * 256}]
    articles, bad = read(write_lines(tmp_path / "a.jsonl", *rows))
    assert [len(article.id or "") for article in articles] == [255]
    assert [item.line for item in bad] == [2]


@pytest.mark.parametrize(
    ("given", "published", "kept"),
    [
        ("2031-03-03T10:00:00Z", "2031-03-03T10:00:00Z", None),
        ("2031-03-03 10:00:00.123", "2031-03-03T10:00:00", None),
        ("2031", "2031", None),
        (2031, "2031", None),
        ("3 March 2031", None, "3 March 2031"),
        ("2031-02-30", None, "2031-02-30"),
        ("", None, None),
    ],
)
def test_a_date_is_edtf_or_kept_and_said(
    tmp_path: Path, given: Any, published: str | None, kept: str | None
) -> None:
    row = {"text": "a", "published": given}
    (article,), _ = read(write_lines(tmp_path / "a.jsonl", row))
    assert article.published == published
    assert article.metadata.get("published") == kept
    assert bool(article.notes) == (kept is not None)


def test_bytes_that_are_no_utf8_spoil_one_line_of_jsonl(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text":"\xff"}\n{"text":"ok"}')
    articles, (bad,) = read(path)
    assert [article.text for article in articles] == ["ok"]
    assert bad.line == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_jsonl_and_csv_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text":"نص."}\n{"text":"آخر."}\n'.encode(encoding))
    (tmp_path / "b.csv").write_bytes("id,text\n1,نص.\n2,آخر.\n".encode(encoding))
    articles, bad = read(tmp_path)
    assert not bad
    assert [article.text for article in articles] == ["نص.", "آخر."] * 2


def test_a_declared_encoding_holds_for_tables_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes('{"text":"نص."}\n'.encode("cp1256"))
    (tmp_path / "b.csv").write_bytes("text\nنص.\n".encode("cp1256"))
    articles, bad = read(tmp_path, encoding="cp1256")
    assert not bad
    assert [article.text for article in articles] == ["نص.", "نص."]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_rows_may_hold_line_breaks_and_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    rows = [["text", "id", "n"], ['"first\nline ""x"""', "1", ""], ["second", "2", "7"]]
    path.write_text("\n".join(delimiter.join(row) for row in rows) + "\n", "utf-8")
    articles, bad = read(path)
    assert not bad
    assert [(a.text, a.id, a.line, a.metadata) for a in articles] == [
        ('first\nline "x"', "1", 2, {"n": ""}),
        ("second", "2", 4, {"n": "7"}),
    ]


def test_bad_csv_rows_are_named_by_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", "text,id", "a,1", "b", '"x"y,2', "c,3", '"open,4', "d,5")
    articles, bad = read(path)
    assert [article.text for article in articles] == ["a", "c"]
    assert [item.line for item in bad] == [3, 4, 6]


def test_a_csv_cell_may_be_a_whole_book(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", "text", "x" * 300_000)
    (article,), _ = read(path)
    assert len(article.text) == 300_000


@pytest.mark.parametrize("header", ["id,title", "text,text"])
def test_a_csv_without_one_text_field_is_refused(tmp_path: Path, header: str) -> None:
    _, (bad,) = read(write_lines(tmp_path / "a.csv", header, "a,b"))
    assert isinstance(bad.error, RecordError)
    assert bad.line is None


def test_parquet_values_become_json(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    pq = pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "text": ["نص.", None],
            "published": [dt.date(2031, 3, 3)] * 2,
            "seen": [dt.datetime(2031, 3, 3, 4, 5, tzinfo=dt.UTC)] * 2,
            "price": [decimal.Decimal("1.20")] * 2,
            "score": [float("nan")] * 2,
            "tags": [["a", "b"]] * 2,
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    (article,), (bad,) = read(tmp_path)
    assert article.published == "2031-03-03"
    assert article.metadata == {
        "seen": "2031-03-03T04:05:00+00:00", "price": "1.20", "score": None, "tags": ["a", "b"],
    }  # fmt: skip
    assert bad.line == 2


def test_without_pyarrow_the_extra_to_install_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    _, (bad,) = read(tmp_path)
    assert "claims-workbench[parquet]" in str(bad)


def test_what_is_no_parquet_is_named(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing else")
    _, (bad,) = read(tmp_path)
    assert bad.path == tmp_path / "a.parquet"


def test_a_folder_is_walked_in_order_without_hidden_files_and_loops(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", ".hidden.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}.", "utf-8")
    (tmp_path / "b" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "d.txt").symlink_to(tmp_path / "gone.txt")
    articles, bad = read(tmp_path, tmp_path / "none")
    assert [article.text for article in articles] == ["a.txt.", "b/2.txt.", "c.txt."]
    assert [item.path.name for item in bad] == ["picture.png", "d.txt", "none"]


def test_a_bad_file_does_not_stop_the_others_and_progress_ends_at_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    write_lines(tmp_path / "b.jsonl", {"text": "x."}, {"text": "y."})
    (tmp_path / "c.txt").write_text("z.", "utf-8")
    items = list(iter_articles([tmp_path]))
    progress = [item.read_bytes for item in items]
    assert progress == sorted(progress)
    assert progress[-1] == count_bytes([tmp_path])
    assert [type(item) for item in items] == [BadInput, Article, Article, Article]


@pytest.mark.parametrize("options", [{"language": "not a tag"}, {"encoding": "no-such"}])
def test_wrong_options_are_a_usage_error(tmp_path: Path, options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        next(iter(iter_articles([tmp_path], **options)), None)


def test_an_article_s_own_language_comes_before_the_option(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": "x", "language": "fr"}, {"text": "y"})
    articles, _ = read(path, language="de")
    assert [build_document(article)[0].language for article in articles] == ["fr", "de"]


def test_what_is_no_article_in_a_folder_is_noted_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص.", "utf-8")
    (tmp_path / "README.md").write_text("about", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    (article,), others = read(tmp_path)
    assert article.path.name == "a.txt"
    assert {bad.path.name: bad.is_other_kind for bad in others} == {
        "README.md": True,
        "b.txt": False,
    }
