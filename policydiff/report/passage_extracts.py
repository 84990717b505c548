"""What a lede quotes of a passage: whole if it is short, else whole sentences, the weightiest among them.

In: sentences, what each is worth, a document. Out: quotes, one for each clause, and whether sentences are
left out. What the weightiest leans on and what leans on it stand with it, and so does the line that
introduces its list: a quote without its subject, its limit or its condition says something else.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import visible
from policydiff.report.full_sentences import LONGEST, in_order
from policydiff.report.lede_order import DOUBTFUL
from policydiff.report.standing_alone import has_hole, leans, without_link
from policydiff.text import size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from policydiff.models import Comparison, Document, Quote
    from policydiff.report.lede_order import QuotableStatement
    from policydiff.report.lede_passages import Passage
    from policydiff.report.passage_counterparts import PassageCounterparts

ROOM = 150
"""Words of a passage that is quoted whole, and that are quoted of a longer one."""
_NAME = 4
"""Words before a colon by which an item begins that names what it is about, at most."""
_TRIES = 4
"""How often other sentences are tried in the place of those that the other side says too."""


class Extract(NamedTuple):
    """Words of a passage."""

    quotes: tuple[str, ...]
    """The words of each clause; "…" stands for sentences left out between others."""
    shown: tuple[Quote, ...]
    """The sentences of which they are."""
    is_begun: bool = True
    """Whether the first sentence of the passage is among them."""
    is_ended: bool = True
    """Whether the last one is."""
    is_whole: bool = True
    """Whether all words are quoted."""

    @property
    def with_ends(self) -> tuple[str, ...]:
        """The quotes, with "…" where the passage begins before them and goes on behind them. How many
        sentences are left out is not said: no two readers count lines, labels and items alike."""
        quotes = [*self.quotes]
        if not self.is_begun and not quotes[0].startswith("…"):
            quotes[0] = f"… {quotes[0]}"
        if not self.is_ended and not quotes[-1].endswith("…"):
            quotes[-1] = f"{quotes[-1]} …"
        return tuple(quotes)


def extract(
    said: Sequence[Quote],
    worth: Sequence[float],
    document: Document,
    barred: Collection[Quote] = (),
    *,
    named: bool = False,
) -> Extract:
    """The words of a passage that a lede quotes.

    Args:
        said: its sentences, in the order of the policy; at least one.
        worth: what each is worth to a reader, in log-odds.
        document: the side on which they stand.
        barred: those of them that are not quoted for themselves, while there are others.
        named: whether what stands above the quote says what its list is of.
    """
    apart = {n for n, one in enumerate(said) if one in barred}
    if len(apart) == len(said):
        apart = set()
    places = _chosen(said, worth, document, apart, named=named)
    while len(places) > 1 and said[places[-1]].text.rstrip().endswith(":"):  # its list is not quoted
        places.pop()
    shown = tuple(said[place] for place in places)
    quotes = tuple(
        without_link(in_order(list(group), document.language), document.language)
        for _, group in groupby(shown, lambda one: one.clause)
    )
    is_whole = len(places) == len(said) and not any("…" in one for one in quotes)
    return Extract(quotes, shown, places[0] == 0, places[-1] == len(said) - 1, is_whole)


class PassageExtracts:
    """Finds the words that are quoted of the passages of one comparison."""

    def __init__(
        self, comparison: Comparison, others: PassageCounterparts, found: Iterable[QuotableStatement]
    ) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            others: what the other side says in the place of passages.
            found: the statements that may be quoted.
        """
        self._others = others
        self._sides = comparison.old, comparison.new
        self._statements: dict[tuple[bool, int], list[tuple[Quote, float]]] = {}
        for one in found:
            for is_new, quote in enumerate((one.statement.old, one.statement.new) if one.statement else ()):
                if quote is not None:
                    self._statements.setdefault((bool(is_new), quote.clause), []).append((quote, one.worth))

    def worth(self, clause: int, *, new: bool) -> float:
        """What the weightiest statement of a clause is worth to a reader, in log-odds."""
        return max((worth for _, worth in self._statements.get((new, clause), ())), default=float("-inf"))

    def of(self, passage: Passage, barred: Collection[Quote] = ()) -> Extract:
        """The words that are quoted of a passage of one side."""
        is_new = bool(passage.new)
        said: list[Quote] = []
        worth: list[float] = []
        for one in passage.said if passage.head else self._others.unsaid(passage):
            known = self._statements.get((is_new, one.clause), ())
            quoted = [(its, weight) for its, weight in known if _holds(one, its)]
            said.append(next((its for its, _ in quoted if its.text == one.text), one))
            weight = max((weight for _, weight in quoted), default=float("-inf"))
            worth.append(float("-inf") if has_hole(one.text) else weight)
        return extract(said, worth, self._sides[is_new], barred, named=bool(passage.head))

    def unsaid(self, passage: Passage) -> tuple[Extract, bool]:
        """The words that are quoted of a section or an entry, without what the other side says too; and
        whether that says a part of all of them, and most of one."""
        first = shown = self.of(passage)
        barred: set[Quote] = set()
        for _ in range(_TRIES):
            said = {one for one in shown.shown if self._others.is_said_in_part(one, passage)}
            if not said:
                return shown, False
            barred |= said
            if all(one in barred for one in passage.said):
                break
            shown = self.of(passage, barred)
        return first, any(self._others.is_repeated(one, passage) for one in passage.said)


def _holds(sentence: Quote, quote: Quote) -> bool:
    """Whether the middle of words of the same clause stands in a sentence."""
    middle = quote.start + len(quote.text) // 2
    return sentence.start <= quote.start < sentence.start + len(sentence.text) or (
        sentence.start <= middle < sentence.start + len(sentence.text)
    )


def _chosen(
    said: Sequence[Quote],
    worth: Sequence[float],
    document: Document,
    barred: Collection[int],
    *,
    named: bool,
) -> list[int]:
    """The places of the sentences that are quoted."""
    sizes = [min(size(one.text), LONGEST) for one in said]
    if sum(sizes) <= ROOM and not barred:
        return list(range(len(said)))
    weightiest = sorted(set(range(len(said))) - {*barred}, key=lambda place: (-worth[place], place))
    chosen: set[int] = set()
    left = ROOM
    for place in weightiest:
        if chosen and worth[place] < DOUBTFUL:
            break
        needed = [
            place,
            *_leant_on(place, said, document),
            *_naming(place, said, document),
            *_introducing(place, said, document, named=named),
        ]
        if not chosen and sum(sizes[one] for one in needed) > left:  # the weightiest, however long it is
            needed = [place]
        for wanted in (needed, _leaning_on(place, said, document)):
            more = sum(sizes[one] for one in wanted if one not in chosen)
            if not chosen or (more <= left and (wanted is needed or place in chosen)):
                chosen.update(wanted)
                left -= more
    return sorted(chosen)


def _leant_on(place: int, said: Sequence[Quote], document: Document) -> Iterator[int]:
    """The sentences before one that it leans on, as far as the passage has them."""
    while place and _leans(said[place], document) and said[place - 1].clause == said[place].clause:
        place -= 1
        yield place


def _naming(place: int, said: Sequence[Quote], document: Document) -> Iterator[int]:
    """The first sentence of an item that names what all of it is about: "Fernleaf: Bakes our bread. Keeps no
    list."."""
    clause = said[place].clause
    first = next(n for n in range(place + 1) if said[n].clause == clause)
    name, _, rest = said[first].text.partition(": ")
    is_named = document.clauses[clause].kind == "item" and rest and len(name.split()) <= _NAME
    if first < place and is_named:
        yield first


def _introducing(place: int, said: Sequence[Quote], document: Document, *, named: bool) -> Iterator[int]:
    """The line that introduces the list of an item, unless a name does and the item begins by itself."""
    clause = document.clauses[said[place].clause]
    if clause.kind != "item" or (named and clause.text[:1].isupper()):
        return
    leads = (n for n in range(place - 1, -1, -1) if document.clauses[said[n].clause].kind != "item")
    lead = next(leads, None)
    if lead is not None and said[lead].text.rstrip().endswith(":"):
        yield lead


def _leaning_on(place: int, said: Sequence[Quote], document: Document) -> list[int]:
    """The sentence behind one, if it leans on it."""
    behind = place + 1
    is_beside = behind < len(said) and said[behind].clause == said[place].clause
    return [behind] if is_beside and _leans(said[behind], document) else []


def _leans(sentence: Quote, document: Document) -> bool:
    return leans(visible(sentence.text).split(), document.language)
