"""What a lede quotes of a passage: whole if it is short, else whole sentences, the weightiest among them.

In: sentences, what each is worth, a document. Out: quotes, one for each clause, and how many sentences are
left out. What the weightiest leans on and what leans on it stand with it, and so does the line that
introduces its list: a quote without its subject, its limit or its condition says something else.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report import wording
from policydiff.report.characters import visible
from policydiff.report.lede_order import DOUBTFUL
from policydiff.report.quotes import in_few_words, in_short
from policydiff.report.standing_alone import leans, without_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Document, Quote

_WHOLE = 80
"""Words of a passage that is quoted whole, and that are quoted of a longer one."""
_ENDS = tuple(".!?。")
_SENTENCE = 60
"""Words of a sentence that is quoted whole."""


class Extract(NamedTuple):
    """Words of a passage."""

    quotes: tuple[str, ...]
    """The words of each clause; "…" stands for sentences left out between others."""
    shown: tuple[Quote, ...]
    """The sentences of which they are."""
    more: str
    """What is left out: "4 more sentences", "more" where labels are among it; "" if nothing is."""


def extract(
    said: Sequence[Quote], worth: Sequence[float], document: Document, *, named: bool = False
) -> Extract:
    """The words of a passage that a lede quotes.

    Args:
        said: its sentences, in the order of the policy; at least one.
        worth: what each is worth to a reader, in log-odds.
        document: the side on which they stand.
        named: whether what stands above the quote says what its list is of.
    """
    places = _chosen(said, worth, document, named=named)
    shown = tuple(said[place] for place in places)
    quotes = (
        _joined(list(group), said, document.language)
        for _, group in groupby(places, lambda place: said[place].clause)
    )
    left = [one.text for place, one in enumerate(said) if place not in places]
    is_counted = all(one.rstrip('”"»)')[-1:] in _ENDS for one in left)
    more = wording.count(len(left), "more sentence") if is_counted else "more"
    return Extract(tuple(quotes), shown, more if left else "")


def _joined(places: Sequence[int], said: Sequence[Quote], language: str) -> str:
    """Some sentences of one clause, with an ellipsis for those left out between them."""
    words = without_link(_shown(said[places[0]], language), language)
    for before, place in pairwise(places):
        words += f"{' ' if place == before + 1 else ' … '}{_shown(said[place], language)}"
    return words


def _shown(sentence: Quote, language: str) -> str:
    """A sentence, of one that is longer than a quote should be its first clauses."""
    whole = visible(sentence.text)
    return whole if len(whole.split()) <= _SENTENCE else in_few_words(in_short(sentence), language)


def _chosen(said: Sequence[Quote], worth: Sequence[float], document: Document, *, named: bool) -> list[int]:
    """The places of the sentences that are quoted."""
    sizes = [len(_shown(one, document.language).split()) for one in said]
    if sum(sizes) <= _WHOLE:
        return list(range(len(said)))
    weightiest = sorted(range(len(said)), key=lambda place: (-worth[place], place))
    chosen: dict[int, None] = {}
    left = _WHOLE
    for place in weightiest:
        if chosen and worth[place] < DOUBTFUL:
            break
        for one in _with_its_neighbours(place, said, document, named=named):
            fits = not chosen or sizes[one] <= left
            if one not in chosen and fits and (one == place or place in chosen):
                chosen[one] = None
                left -= sizes[one]
    return sorted(chosen)


def _with_its_neighbours(
    place: int, said: Sequence[Quote], document: Document, *, named: bool
) -> Iterator[int]:
    """A sentence, then the one that it leans on, the one that leans on it, and the line that introduces its
    list, as far as the passage has them."""
    yield place
    first = place
    while first and _leans(said[first], document) and said[first - 1].clause == said[first].clause:
        first -= 1
        yield first
    clause = said[place].clause
    if place + 1 < len(said) and said[place + 1].clause == clause and _leans(said[place + 1], document):
        yield place + 1
    if document.clauses[clause].kind == "item" and not named:
        leads = (n for n in range(place - 1, -1, -1) if document.clauses[said[n].clause].kind != "item")
        lead = next(leads, None)
        if lead is not None and said[lead].text.rstrip().endswith(":"):
            yield lead


def _leans(sentence: Quote, document: Document) -> bool:
    return leans(visible(sentence.text).split(), document.language)
