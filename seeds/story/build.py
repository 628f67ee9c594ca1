"""Builds the second sample, the story of a dam, from the articles and answers in `story.toml`.

Run it from anywhere: ``python seeds/story/build.py`` writes the files beside it anew: the gold of
eight articles, the entities and clusters in it, and its links. They are JSON lines that do not end
in ``.jsonl``, since whoever takes in the folder of samples would read those as articles.
"""  # noqa: INP001 (a script that is run by its path)

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from workbench.ingest import Article, build_document
from workbench.model import ClaimRef, LinkLine, Relation, dump_line, dump_record
from workbench.scheme import adopt_features, load_scheme
from workbench.text import normalize_text

FOLDER = Path(__file__).resolve().parent
GOLD = FOLDER.parent / "gold"
STORY = FOLDER / "story.toml"
FEATURES = ("figure", "date")
"""What its claims have beside words: figures and dates that somebody confirmed, but for a few."""


def _load_build() -> ModuleType:
    """Return the builder of the other sample, which is a script too."""
    spec = importlib.util.spec_from_file_location("sample_build", GOLD / "build.py")
    if spec is None or spec.loader is None:
        raise ImportError("build.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # msgspec looks its annotations up there
    spec.loader.exec_module(module)
    return module


build = sys.modules.get("sample_build") or _load_build()


class ArticleText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article with its words, where and when it was told, and what was decided on it."""

    key: str
    publisher: str
    published: str
    title: str
    text: str
    sentence: tuple[build.SentenceAnswer, ...]  # type: ignore[name-defined]


class LinkAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of two claims, each by the key of its article and its id."""

    relation: Relation
    start: tuple[str, str] = msgspec.field(name="from")
    end: tuple[str, str] = msgspec.field(name="to")


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that the file holds."""

    article: tuple[ArticleText, ...]
    link: tuple[LinkAnswer, ...]
    entities: dict[str, build.Entity]  # type: ignore[name-defined]
    clusters: dict[str, build.Cluster]  # type: ignore[name-defined]


def load_story() -> Story:
    """Return the story as it was written down."""
    return msgspec.toml.decode(STORY.read_bytes(), type=Story)


def build_records(story: Story) -> dict[str, Any]:
    """Return the gold record of each article, by the article's key."""
    scheme = load_scheme("claims-sources-stances", features=FEATURES).with_features(FEATURES)
    return {
        each.key: adopt_features(
            build.annotate(_ingest(each), build.ArticleAnswer(each.sentence), scheme), scheme
        )
        for each in story.article
    }


def dump_story(story: Story) -> dict[str, str]:
    """Return the files of the sample by what they hold."""
    records = build_records(story)
    ids = {key: record.document.id for key, record in records.items()}
    registry = build.Registry(story.entities, story.clusters)
    ordered = sorted(records.values(), key=lambda record: record.document.id)
    links = [
        LinkLine(
            "gold",
            each.relation,
            ClaimRef(ids[each.start[0]], each.start[1]),
            ClaimRef(ids[each.end[0]], each.end[1]),
        )
        for each in story.link
    ]
    links.sort(key=lambda each: (each.start, each.end))
    return {
        "gold": "".join(f"{dump_record(record)}\n" for record in ordered),
        "entities": build.dump_entities(registry),
        "clusters": build.dump_clusters(registry),
        "links": "".join(f"{dump_line(link)}\n" for link in links),
    }


def _ingest(article: ArticleText) -> Any:
    text = normalize_text(article.text.strip() + "\n")
    return build_document(
        Article(
            text,
            STORY,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
        )
    )


def main() -> None:
    """Write the files of the sample."""
    for name, text in dump_story(load_story()).items():
        path = FOLDER / f"{name}.lines"
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
