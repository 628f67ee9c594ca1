"""Stored text, folding, languages, sentences, segments, dates, figures: what is read of a text."""

from workbench.text.dates import DateProposal, StatedDate, find_dates, propose_published
from workbench.text.edtf import is_edtf
from workbench.text.edtf_bounds import Bounds, find_bounds, overlaps
from workbench.text.figures import Figure, dump_figures, is_figures, load_figures
from workbench.text.folding import Folded, fold, fold_key
from workbench.text.graphemes import is_grapheme_boundary, widen_to_graphemes
from workbench.text.languages import UNDETERMINED, detect_language, direction_of
from workbench.text.normalization import normalize_text
from workbench.text.patterns import Pattern, load_patterns
from workbench.text.quantities import FoundFigure, propose_figures
from workbench.text.searching import (
    Namesakes,
    Term,
    find_matches,
    index_words,
    make_key,
    parse_query,
    spell_name,
    widen_terms,
)
from workbench.text.segmentation import Segmentation, Stretch, segment_text
from workbench.text.sentences import split_sentences
from workbench.text.spellings import find_spellings
from workbench.text.timing import FoundDate, propose_dates

__all__ = [
    "UNDETERMINED",
    "Bounds",
    "DateProposal",
    "Figure",
    "Folded",
    "FoundDate",
    "FoundFigure",
    "Namesakes",
    "Pattern",
    "Segmentation",
    "StatedDate",
    "Stretch",
    "Term",
    "detect_language",
    "direction_of",
    "dump_figures",
    "find_bounds",
    "find_dates",
    "find_matches",
    "find_spellings",
    "fold",
    "fold_key",
    "index_words",
    "is_edtf",
    "is_figures",
    "is_grapheme_boundary",
    "load_figures",
    "load_patterns",
    "make_key",
    "normalize_text",
    "overlaps",
    "parse_query",
    "propose_dates",
    "propose_figures",
    "propose_published",
    "segment_text",
    "spell_name",
    "split_sentences",
    "widen_terms",
    "widen_to_graphemes",
]
