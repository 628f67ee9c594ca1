"""Gold of which nothing is decided yet is read like any other layer: it is only empty so far."""

from __future__ import annotations

from workbench.project import Project

TEXT = "قال وزير النقل في سروند إن الجسر سيفتح يوم الأحد."


def test_what_is_taken_over_but_not_decided_breaks_no_table(project: Project) -> None:
    article = project.directory / "bridge.txt" if project.directory else None
    assert article is not None
    article.write_text(f"{TEXT}\n", encoding="utf-8")
    project.ingest(article)
    for name in ("amal", "badr"):
        session = project.session(name)
        session.do("mark", role="claim", spans=session.find("الجسر سيفتح يوم الأحد"))
        session.do("writer")
        session.do("decide", status="done")
    assert project.make_gold().agreed == 1
    assert set(project.frame("claims")["layer"]) == {"annotator:a01", "annotator:a02"}
    assert len(project.frame("claims", "gold")) == 0
    assert project.export("gold").lines == 0
    project.make_gold(unanimous=True)
    assert len(project.frame("claims", "gold")) == 1
    assert project.export("gold").lines == 1
