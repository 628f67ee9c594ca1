"""Text files in any encoding: the right letters or a clear refusal, never a replacement."""

# ruff: noqa: E501  cases stand in tables, and paragraphs are whole

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from workbench.errors import DecodingError, InputError, UsageError
from workbench.ingest import read_text

ARABIC = "عادت السفن إلى الميناء القديم صباح أمس بعد غياب طويل، ولم يعلق أحد من الوزارة على ذلك حتى الآن.\n"


def write(folder: Path, data: bytes) -> Path:
    path = folder / "article.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"],
)
def test_arabic_is_read_in_every_encoding_it_comes_in(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, ARABIC.encode(encoding))
    assert read_text(path) == ARABIC
    assert read_text(path, encoding) == ARABIC


def test_a_big_endian_mark_is_understood(tmp_path: Path) -> None:
    path = write(tmp_path, codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"))
    assert read_text(path) == ARABIC


def test_letters_that_come_late_in_a_file_still_tell_the_encoding(tmp_path: Path) -> None:
    text = "12345 67890\n" * 8000 + ARABIC * 20
    assert read_text(write(tmp_path, text.encode("cp1256"))) == text


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode()[:60] + b"\xff" + ARABIC.encode()[60:],  # damaged UTF-8
        ARABIC.encode()[:-5] + b"\xd8",  # cut off inside a character
        "L'été à Genève.".encode("cp1252"),  # too little to tell from
        "قال".encode("cp1256"),
    ],
    ids=["damaged", "cut off", "latin", "one word"],
)
def test_what_cannot_be_told_for_sure_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DecodingError) as refusal:
        read_text(write(tmp_path, data))
    assert "article.txt" in str(refusal.value)
    assert refusal.value.hint


def test_bytes_that_the_declared_encoding_does_not_have_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DecodingError, match=r"article\.txt"):
        read_text(write(tmp_path, ARABIC.encode("cp1256")), "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t",
        b"%PDF-1.7 abc",
        b"PK\x03\x04abc",
        bytes(range(256)) * 8,
        b"a\0b",
        b"\x01\x02abc",
    ],
    ids=["empty", "blank", "pdf", "zip", "bytes", "zero", "controls"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError):
        read_text(write(tmp_path, data))


@pytest.mark.parametrize("encoding", ["no-such", "rot13", "hex"])
def test_a_name_that_is_no_encoding_is_a_usage_error(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(UsageError):
        read_text(write(tmp_path, ARABIC.encode()), encoding)


def test_a_file_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_text(tmp_path / "none.txt")


def test_a_file_too_large_to_be_an_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.ingest.reading.MAX_TEXT_BYTES", 10)
    with pytest.raises(InputError, match="at most 10 bytes"):
        read_text(write(tmp_path, ARABIC.encode()))
