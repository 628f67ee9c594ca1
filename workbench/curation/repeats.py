"""The same words marked in one place and not, or otherwise, in another.

The idea is that of variation n-grams (Dickinson and Meurers, "Detecting errors in part-of-speech
annotation", EACL 2003): words that recur should be annotated alike. Only sentences that are done
are compared, so that what nobody has looked at is not held against anybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.curation.finding import Finding, Place, shorten
from workbench.curation.reading import Mark, Page, Role, Word
from workbench.model import Sentence

LONGEST = 12
"""Longer quotes are cut to so many words for the search."""
FEWEST: dict[str, int] = {"claim": 4, "source": 2, "cue": 1}
"""How many words a quote of each role needs to say something by itself."""
MARKED = 3
"""How often a short quote has to be marked, and in which share of its places."""
SHARE = 0.75

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    """One occurrence of a quote, and the marks there that begin and end with it."""

    page: Page
    sentence: Sentence
    words: Sequence[Word]
    exact: tuple[Mark, ...]
    touched: frozenset[Role]

    @property
    def place(self) -> Place:
        item = self.exact[0].item if self.exact else None
        return Place(self.page.layer, self.page.document, self.sentence.id, item)


def find_repeats(pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield quotes with another role elsewhere, and quotes that are left out in one place."""
    quotes = _collect_quotes(pages)
    uses = _find_uses(pages, quotes)
    for key in sorted(uses):
        yield from _find_other_roles(uses[key])
        for role in quotes[key]:
            yield from _find_left_out(role, uses[key])


def find_twins(pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield sentences that are the same, word for word, and have different marks."""
    twins: dict[Key, list[tuple[Page, Sentence]]] = defaultdict(list)
    for page in pages:
        for sentence in page.record.sentences:
            key = tuple(word.key for word in page.words_of(sentence.start, sentence.end))
            if sentence.id in page.done and len(key) >= FEWEST["claim"]:
                twins[key].append((page, sentence))
    for group in twins.values():
        answers = [_answer(page, sentence) for page, sentence in group]
        usual = max(sorted(set(answers)), key=answers.count)
        example = group[answers.index(usual)]
        for (page, sentence), answer in zip(group, answers, strict=True):
            if answer != usual:
                yield _tell_twin(page, sentence, example)


def _collect_quotes(pages: Sequence[Page]) -> dict[Key, tuple[Role, ...]]:
    """Return the quotes that say something by themselves, each with the roles that it has."""
    roles: dict[Key, dict[Role, None]] = defaultdict(dict)
    for page in pages:
        for mark in page.marks:
            key = page.find_keys(mark.spans)[:LONGEST]
            if len(mark.spans) == 1 and len(key) >= FEWEST[mark.role]:
                roles[key][mark.role] = None
    return {key: tuple(sorted(found)) for key, found in roles.items()}


def _find_uses(pages: Sequence[Page], quotes: dict[Key, tuple[Role, ...]]) -> dict[Key, list[_Use]]:
    lengths = sorted({len(key) for key in quotes})
    uses: dict[Key, list[_Use]] = defaultdict(list)
    for page in pages:
        marks = _index_marks(page)
        for sentence in page.record.sentences:
            if sentence.id not in page.done:
                continue
            words = page.words_of(sentence.start, sentence.end)
            for at in range(len(words)):
                for length in lengths:
                    found = words[at : at + length]
                    for key in _spell(found):
                        if len(found) == length and key in quotes:
                            uses[key].append(_make_use(page, sentence, found, marks))
    return uses


def _spell(words: Sequence[Word]) -> tuple[Key, ...]:
    """Return the folded words, and the same without a conjunction before the first."""
    key = tuple(word.key for word in words)
    if key and key[0][:1] in ("و", "ف") and len(key[0]) > 2:
        return key, (key[0][1:], *key[1:])
    return (key,)


def _index_marks(page: Page) -> list[tuple[int, int, Mark]]:
    return [(mark.spans[0].start, mark.spans[-1].end, mark) for mark in page.marks]


def _make_use(
    page: Page, sentence: Sentence, words: Sequence[Word], marks: list[tuple[int, int, Mark]]
) -> _Use:
    first, last = words[0], words[-1]
    near = [each for each in marks if each[0] < last.end and first.start < each[1]]
    # A mark may leave a conjunction of the first word outside.
    exact = tuple(
        mark
        for start, end, mark in near
        if first.start <= start <= first.start + 1 and (end == last.end or len(words) == LONGEST)
    )
    touched = frozenset(
        mark.role
        for _, _, mark in near
        if any(span.start < last.end and first.start < span.end for span in mark.spans)
    )
    return _Use(page, sentence, words, exact, touched)


def _find_other_roles(uses: Sequence[_Use]) -> Iterator[Finding]:
    """Yield the uses whose role is the rarer one of a quote that has two."""
    counts = Counter(mark.role for use in uses for mark in use.exact)
    if len(counts) < 2:
        return
    usual, count = counts.most_common(1)[0]
    if count * 2 <= counts.total():
        return
    example = next(use for use in uses if any(mark.role == usual for mark in use.exact))
    for use in uses:
        here = {mark.role for mark in use.exact}
        for mark in use.exact:
            # One text may well have two roles at once.
            if mark.role != usual and usual not in here:
                why = (
                    f"«{shorten(mark.text)}» is a {mark.role} here and a {usual} in {count} places."
                )
                yield Finding(
                    "repeat",
                    use.page.layer,
                    use.page.document,
                    mark.sentence,
                    (mark.item,),
                    why,
                    round(count / (counts.total() + 1), 3),
                    (example.place,),
                )


def _find_left_out(role: Role, uses: Sequence[_Use]) -> Iterator[Finding]:
    """Yield the uses that have no mark of `role` at all, where nearly all others have it."""
    marked = [use for use in uses if any(mark.role == role for mark in use.exact)]
    bare = [use for use in uses if role not in use.touched and not use.exact]
    is_long = role == "claim"
    enough = bool(marked) if is_long else len(marked) >= MARKED
    share = len(marked) / (len(marked) + len(bare)) if marked else 0.0
    if not enough or (not is_long and share < SHARE):
        return
    for use in bare:
        quote = use.page.record.document.text[use.words[0].start : use.words[-1].end]
        why = (
            f"«{shorten(quote)}» is not marked here, and is a {role} in "
            f"{len(marked)} of {len(marked) + len(bare)} places."
        )
        yield Finding(
            "repeat",
            use.page.layer,
            use.page.document,
            use.sentence.id,
            (),
            why,
            round(max(share, 0.5) * len(marked) / (len(marked) + 1), 3),
            (marked[0].place,),
        )


def _answer(page: Page, sentence: Sentence) -> tuple[tuple[str, str, str], ...]:
    """Return what is marked in a sentence: roles, folded words and stances, without ids."""
    stances = {each.id: each.stance or "" for each in page.record.attributions}
    return tuple(
        sorted(
            (mark.role, " ".join(page.find_keys(mark.spans)), stances.get(mark.item, ""))
            for mark in page.marks
            if mark.sentence == sentence.id
        )
    )


def _tell_twin(page: Page, sentence: Sentence, example: tuple[Page, Sentence]) -> Finding:
    other, twin = example
    items = {mark.item: None for mark in page.marks if mark.sentence == sentence.id}
    quote = shorten(page.record.document.text[sentence.start : sentence.end])
    return Finding(
        "twin",
        page.layer,
        page.document,
        sentence.id,
        tuple(items),
        f"«{quote}» stands word for word in {other.document} too, and is marked differently there.",
        0.9,
        (Place(other.layer, other.document, twin.id),),
    )
