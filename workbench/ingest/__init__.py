"""Reading articles from files, tables and folders, and making documents of them."""

from workbench.ingest.article import Article, BadInput
from workbench.ingest.documents import build_document, segment_lines
from workbench.ingest.reading import count_bytes, iter_articles, read_text

__all__ = [
    "Article",
    "BadInput",
    "build_document",
    "count_bytes",
    "iter_articles",
    "read_text",
    "segment_lines",
]
