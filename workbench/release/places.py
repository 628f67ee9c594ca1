"""Where things lie in the folder of a release."""

from __future__ import annotations

CARD = "README.md"
CROISSANT = "croissant.json"
AGREEMENT = "agreement.json"
GUIDELINES = "guidelines.md"
ANNOTATORS = "annotators"
SCHEMAS = "schemas"
SCHEME = "scheme.json"
WHOLE = "with-texts"
"""In a release without texts: the card, metadata and manifest that the same one has with them."""

DOCUMENTS, SENTENCES, TRIPLES, STANDOFF = (
    ".documents.jsonl", ".sentences.jsonl", ".triples.jsonl", ".standoff.jsonl",
)  # fmt: skip
