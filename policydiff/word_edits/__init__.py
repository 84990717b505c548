"""Which words were put in and taken out between two texts: the one comparison of words that the house has.

In: two texts, or the texts of the clauses that a diff aligned. Out: edits from which both sides can be
rebuilt letter by letter, and which a person reads at a glance. A text goes through these steps:

    drafts.py      both sides as tokens, and a first guess at what they share; in the end the edits
    readable.py    which of the shared words are worth showing as kept
    best_chain.py  the best of what is shared when every run has a price
    slide.py       where an edit begins, if there is a choice
    sequences.py   what two sequences of anything share, in order

Three ask: the diff, for all clauses of two documents at once (`draft`, `settled`, `edits_between`); findings
and reports, for two quotes (`text_edits`); reports, for clauses of which only signs and blanks differ
(`letter_edits`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.word_edits.drafts import KeptStretch, WordDraft, draft, edits_around, edits_between
from policydiff.word_edits.readable import settle
from policydiff.word_edits.sequences import Codes, EqualRun, common_runs
from policydiff.word_edits.slide import slide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policydiff.models import Edit

__all__ = ["WordDraft", "draft", "edits_between", "letter_edits", "settled", "text_edits", "written_edits"]

_SPENT = 0.25
"""For a text alone so many more words are marked, as a share of those that must be, to be rid of islands: the
"and" goes where "for your safety and comfort" became "to sell and advertise it", the "or" stays where "red or
blue" became "green or black"."""
_PIECE = re.compile(r"\s+|\S+")


def settled(drafts: Sequence[WordDraft], allowance: Callable[[], float]) -> list[list[EqualRun]]:
    """What is kept in each of some texts that are shown together.

    Args:
        drafts: the texts.
        allowance: how many words may be marked beyond the least, in all of them; asked for where it matters.
    """
    regions = [region for found in drafts for region in found.regions]
    some = any(region.islands(region.ways[0]) for region in regions)
    ways = iter(settle(regions, allowance() if some else 0))
    return [
        slide(found.regions[0].tokens, [run for _ in found.regions for run in next(ways)]) for found in drafts
    ]


def text_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Two texts as runs of kept, deleted and inserted words; with the sides exchanged the mirror image.

    Punctuation and capitals alone are no edit.

    >>> text_edits("We keep it for 30 days.", "We keep it for 90 days.")[1:3]
    (Edit(operation='delete', old='30 ', new=''), Edit(operation='insert', old='', new='90 '))
    """
    turned = new < old
    found = draft([new], [old]) if turned else draft([old], [new])
    [runs] = settled([found], lambda: _SPENT * found.marked())
    return tuple(edit for edit in edits_between(found, runs, turned=turned) if edit.old or edit.new)


def letter_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The same to the letter: pieces between blanks, and blanks, that only one side has.

    >>> letter_edits("We keep it", "We keep it;")[1:]
    (Edit(operation='delete', old='it', new=''), Edit(operation='insert', old='', new='it;'))
    """
    olds, news = _PIECE.findall(old), _PIECE.findall(new)
    codes = Codes()
    runs = common_runs(codes.encode(olds), codes.encode(news))
    return tuple(
        edits_around(
            map(KeptStretch.of, [*runs, EqualRun(len(olds), len(news), 0)]),
            lambda start, end: "".join(olds[start:end]),
            lambda start, end: "".join(news[start:end]),
        )
    )


def written_edits(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The words between blanks that one text has in the place of others, as (old, new), in their order.

    >>> list(written_edits("We keep it (30 days )", "We keep it (30 days)"))
    [('days )', 'days)')]
    """
    olds, news = old.split(), new.split()
    codes = Codes()
    was = now = 0
    for run in (*common_runs(codes.encode(olds), codes.encode(news)), EqualRun(len(olds), len(news), 0)):
        if run.old > was or run.new > now:
            yield " ".join(olds[was : run.old]), " ".join(news[now : run.new])
        was, now = run.old + run.size, run.new + run.size
