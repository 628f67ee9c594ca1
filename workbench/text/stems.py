"""Light stems: a folded word without the clitics and endings that come and go from text to text.

Nothing is looked up and no root is sought. What is taken off is what the light stemmers of Arabic
retrieval take off, in the order of Larkey, Ballesteros and Connell (2007), "Light stemming for
Arabic information retrieval" (their ``light10``); of English words the plural (Harman 1991, "How
effective is suffixing?"). Other words stay as they are.
"""

from __future__ import annotations

_ARTICLES = ("فال", "بال", "كال", "فلل", "لل", "ال")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST, _SHORTEST_START = 2, 3  # letters that stay, without endings and without clitics
_FOREIGN = ("پ", "چ", "ژ", "گ", "ڤ")  # in names alone: what ends such a word belongs to it


def find_stem(word: str) -> str:
    """Return the light stem of a folded word; never empty, never longer than the word.

    Examples
    --------
    >>> [find_stem(word) for word in ("والجنود", "جنديا", "بالجسر", "وكالات", "soldiers")]
    ['جنود', 'جنديا', 'جسر', 'كال', 'soldier']
    """
    if word.isascii():
        return _find_english(word)
    if "\u0600" <= word[:1] <= "\u06ff":
        return _strip_ending(_strip_start(word))
    return word


def _strip_start(word: str) -> str:
    if word[0] == "و" and len(word) > _SHORTEST_START:
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST_START:
            return word[len(article) :]
    return word


def _strip_ending(word: str) -> str:
    """Take off each ending once, in their order: Larkey's loop, which may take several."""
    if word.endswith(_FOREIGN):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
    return word


def _find_english(word: str) -> str:
    if len(word) > 4 and word.endswith("ies") and word[-4] not in "ae":
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "us":
        return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
    return word
