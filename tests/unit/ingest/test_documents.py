"""Documents made of articles, and the lines of `workbench segment`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hypothesis import given

from tests.strategies import hard_text
from workbench.ingest import Article, build_document, iter_articles, segment_lines
from workbench.text import normalize_text

TEXT = "عودة السفن إلى الميناء القديم\nعادت السفن أمس. ولم يعلق أحد.\nhttps://example.org/1\n"
FILE = Path("article.txt")


def test_a_lone_text_file_gets_its_id_and_title_from_its_text() -> None:
    document, segments, sentences = build_document(Article(TEXT, FILE))
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert (document.id, document.text_sha256) == (digest[:16], digest)
    assert document.title == "عودة السفن إلى الميناء القديم"
    assert document.language == "ar"
    assert [segment.kind for segment in segments] == ["headline", "body", "boilerplate"]
    assert segments[-1].reason == "pattern:url"
    assert [sentence.id for sentence in sentences] == ["s1", "s2", "s3", "s4"]


def test_a_row_keeps_what_it_gave_and_gets_no_title() -> None:
    article = Article(TEXT, FILE, line=3, id="given", published="2031", metadata={"n": 1})
    document, segments, _ = build_document(article)
    assert (document.id, document.title, document.published) == ("given", None, "2031")
    assert document.metadata == {"n": 1}
    assert {segment.published for segment in segments} == {None}


def test_a_text_without_a_headline_has_no_title() -> None:
    document, _, _ = build_document(Article("عادت السفن أمس. ولم يعلق أحد.", FILE))
    assert document.title is None


def test_the_same_article_gives_the_same_document_in_any_encoding(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "utf-8-sig", "utf-16", "cp1256")):
        data = TEXT.replace("\n", "\r\n").encode(encoding)
        (tmp_path / f"{number}.txt").write_bytes(data)
    articles = [item for item in iter_articles([tmp_path]) if isinstance(item, Article)]
    assert len({build_document(article)[0].id for article in articles}) == 1
    assert len(articles) == 4


@given(hard_text())
def test_lines_of_segment_quote_their_text_and_name_a_kind(raw: str) -> None:
    text = normalize_text(raw)
    lines = list(segment_lines(text))
    assert all(line["text"] == text[line["start"] : line["end"]] for line in lines)
    assert sum(len("".join(line["text"].split())) for line in lines) == len("".join(text.split()))


def test_the_kind_of_a_line_is_that_of_its_segment() -> None:
    assert [line["kind"] for line in segment_lines(TEXT)] == [
        "headline", "body", "body", "boilerplate",
    ]  # fmt: skip
