"""The verdict in sentences: the verdict, its reasons, and warnings that come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff import notice
from policydiff.changed_words import changed_words
from policydiff.report.characters import visible
from policydiff.report.side_names import cautions, day
from policydiff.report.wording import INCOMPARABLE, VERDICTS, count, size

if TYPE_CHECKING:
    from datetime import date

    from policydiff.models import Comparison, Document
    from policydiff.report.clause_words import ClauseWords
    from policydiff.report.side_names import CapturePair

_TEXT = 200  # words of a text, from which something is said of how many changed
_ONE_IN = 5  # so many of the old words; by how much the text grew or shrank is said from there on


def headline(comparison: Comparison) -> str:
    """The verdict as one plain sentence, without its full stop.

    >>> from policydiff.models import Comparison, Document, DocumentDiff, Reason
    >>> why = (Reason("same-text", "Both sides read the same"),)
    >>> headline(Comparison(Document(()), Document(()), DocumentDiff(()), "identical", why))
    'Identical: both sides read the same'
    """
    why = INCOMPARABLE.get(comparison.verdict) or _lowered(visible(comparison.reasons[0].sentence))
    return f"{VERDICTS[comparison.verdict]}: {why.rstrip('.')}"


def _lowered(sentence: str) -> str:
    second = sentence[1:2]
    return sentence if second.isupper() else sentence[:1].lower() + sentence[1:]


def cautions_and_reasons(comparison: Comparison, sides: CapturePair) -> tuple[str, ...]:
    """The parts that headline and lede leave out: cautions about the sides, and further reasons."""
    stayed = printed_date(comparison.new) == printed_date(comparison.old) is not None
    reasons = (
        _sentence(reason.sentence)
        for reason in comparison.reasons[1:]
        if not (stayed and reason.code == "silent-change")  # the lede names the day
    )
    return (*cautions(sides), *reasons)


def printed_date(document: Document) -> date | None:
    """The one day that a page states of itself, None if it states none, several, or a month beside it."""
    if document.unsure_dates:
        return None
    stated = {one.day for one in document.dates}
    return stated.pop() if len(stated) == 1 else None


def noticed(comparison: Comparison, sides: CapturePair) -> tuple[date, int] | None:
    """The new day of effect, and its days after the capture of the new side; None if unknown."""
    if not comparison.comparable or sides.new.captured_at is None:
        return None
    seen = sides.new.captured_at.date()
    before = sides.old.captured_at.date() if sides.old.captured_at else seen
    effective = notice.effective(comparison.new, seen)
    days = notice.notice(notice.days(comparison.old, before), effective, seen)
    return None if effective is None or days is None else (effective, days)


def in_force(effective: date, days: int, seen: str) -> str:
    """What the page says of its day of effect, and how long before that it was seen.

    >>> from datetime import date
    >>> in_force(date(2024, 6, 26), 35, "it was first seen")
    'In force from 26 June 2024, 35 days after it was first seen.'
    """
    if days > 0:
        return f"In force from {day(effective)}, {count(days, 'day')} after {seen}."
    if days == 0:
        return f"In force from {day(effective)}, the day on which {seen}."
    return f"In force from {day(effective)}: already when {seen}, {count(-days, 'day')} later."


def extent(comparison: Comparison, clause_words: ClauseWords) -> tuple[str, ...]:
    """How much of the text changed, where that is much of it: less than half of the old words remain, or it
    is longer or shorter by at least one in five of them.

    Args:
        comparison: what `compare` returned.
        clause_words: the words of both sides.
    """
    if not comparison.comparable:
        return ()
    olds = sum(len(clause_words.written[clause.text]) for clause in comparison.old.clauses)
    changed = [changed_words(one, comparison.old, comparison.new) for one in comparison.diff.changes]
    came, went = sum(one for one, _ in changed), sum(one for _, one in changed)
    kept, news = olds - went, olds - went + came
    if olds < _TEXT:
        return ()
    if 2 * kept < olds:
        what = "Most of the text was rewritten" if 2 * kept < news else "Most of the old text is gone"
        return (f"{what}: {kept:,} of the {olds:,} words of the old version remain.",)
    if _ONE_IN * abs(news - olds) < olds:
        return ()
    grew = "grew" if news > olds else "shrank"
    return (f"It {grew} from {size(olds).removesuffix(' words')} to {size(news)}.",)


def _sentence(text: str) -> str:
    shown = visible(text)
    return shown if shown.endswith((".", "!", "?")) else f"{shown}."
