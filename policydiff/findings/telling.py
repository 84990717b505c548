"""What is told of the changed statements that the trained reader takes for substance.

In: changed statements with the reader's answers. Out: findings without their sentence. Statements that
follow each other and tell one story, such as the items of a list that is new, are one finding: its quote is
the passage, and its matter the one that all of them together speak for most.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.findings.direction import Context, Reading, counterparts, direction
from policydiff.findings.model import CATEGORIES
from policydiff.findings.saying import says_nothing
from policydiff.models import Finding, Quote
from policydiff.notice import told_only

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from policydiff.findings.model import Bounds, ReaderAnswer
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.findings.statements import Statement
    from policydiff.models import Category

MOST_QUOTED = 240
"""Words in a quote."""
_ARTICLE, _HEADLINE = 2, 3
_REASONS = {
    1: "read as a detail",
    _ARTICLE: "read as a matter for an article",
    _HEADLINE: "read as what a headline would be about",
}


_NARROWED_ON_TOP = ("ai-training", "children", "opt-out", "rights", "retention")
"""Matters on which less is a headline. That a company shares, collects or uses less was one for the expert in
2 of 98 statements, and a "we do not" out of a new section on what it does is the worst of quotes."""
_BESIDE_TRAINING = ("children", "legal-basis", "opt-out", "sharing")
"""Matters that are told beside the training of AI; that it is a purpose goes without saying."""


_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_YEAR = re.compile(r"\d{4}|\d[./-]\d\d\b")
"""Without one no sentence prints a date of the page."""


_SIGNS = {**dict.fromkeys("✓✔☑✅", True), **dict.fromkeys("✗✘✕☒❌", False)}
_OF_NO_ANSWER = ("controller-contact", "effective-date", "change-notice", "disputes")
"""Matters of which no table says yes or no, and no period is told."""
_POINT = re.compile(
    r"\b(?:art\w*\.?\s*)?6\s*(?:\(1\)|abs\.?\s*1|[.,]\s?1|§\s*1|\(1\),?)[^a-z]*(?:s(?:atz)?\.?\s*1\W+)?"
    r"(?:lit(?:era|\.)?|let(?:ter|ra|\.)?|point|buchst(?:abe|\.)?)?[\s(.]*([a-f])\b"
)
"""A point of Article 6(1): its letter."""


@cache
def _cell_answers() -> dict[str, bool]:
    """What stands in a cell that answers its row and column, and whether it says yes."""
    yes = dict.fromkeys((word for one in languages.every() for word in one.findings.yes), True)
    no = dict.fromkeys((word for one in languages.every() for word in one.findings.no), False)
    return {**yes, **no, **_SIGNS}


class _Read(NamedTuple):
    """A changed statement that is told."""

    change: StatementChange
    answer: ReaderAnswer
    context: Context
    trains: bool
    """Whether training AI came or went with it."""
    objects: bool
    """Whether it is a way to object to that."""


def findings_of(
    changes: Sequence[StatementChange], answers: Sequence[ReaderAnswer], bounds: Bounds, language: str
) -> list[Finding]:
    """The findings on changed statements, in their order, each without its sentence."""
    stands_for = _counterparts(changes)
    on_training = {(one.kind, one.statement.clause) for one in changes if _on_training(one)}
    known = languages.find(language)
    least = bounds.substance - (known.findings.doubted if known else 0.0)
    read = []
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        if says_nothing(change, language) or _of_strip(change, answer):
            continue
        trains, objects = _on_training(change), _objection_to_training(change, on_training)
        if trains or objects or _fact(change) or answer.substance > least:
            context = _context(change, language, stands_for.get(place))
            read.append(_Read(change, answer, context, trains, objects))
    return [finding for passage in _passages(read) for finding in _of_passage(passage, bounds)]


def _of_strip(change: StatementChange, answer: ReaderAnswer) -> bool:
    """Whether a statement is the rest of a strip that tells of an update: "Take a look before 28 June."."""
    if change.kind == "edited" or not any(
        told_only(one.text) for one in change.statement.place.sentences[:3]
    ):
        return False
    return max(zip(answer.categories, CATEGORIES, strict=True))[1] in ("change-notice", "effective-date")


def _fact(change: StatementChange) -> bool:
    """What no reader need weigh: another period, another answer, another letter of the law, another mail
    address."""
    return any(rule(change) for rule in (_other_period, _other_answer, _other_basis, _other_mail))


def _passages(read: Iterable[_Read]) -> list[list[_Read]]:
    """Statements that follow each other on one side and tell one story, as one passage."""
    found: list[list[_Read]] = []
    for one in read:
        if found and _follows(found[-1][-1], one) and _words(found[-1]) + _words([one]) <= MOST_QUOTED:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _words(passage: Iterable[_Read]) -> int:
    return sum(one.change.statement.text.count(" ") + 1 for one in passage)


def _follows(one: _Read, other: _Read) -> bool:
    """Whether a statement goes on with the one before: the next item of a list, the next sentence on a
    matter."""
    before, unit = one.change.statement, other.change.statement
    kinds = {one.change.kind, other.change.kind}
    if kinds not in ({"new"}, {"gone"}) or one.trains != other.trains or before.path != unit.path:
        return False
    if before.clause == unit.clause:
        return before.number + 1 == unit.number and _likeliest([one]) == _likeliest([other])
    ends = before.number + 1 == len(before.place.sentences) and unit.number == 0
    listed = before.place.item and unit.place.item and before.place.lead == unit.place.lead
    return ends and listed and before.clause + 1 == unit.clause and not (before.cell or unit.cell)


def _likeliest(passage: Sequence[_Read]) -> list[int]:
    """The matters of a passage, as places in `CATEGORIES`, the one it speaks for most first."""
    spoken = [sum(one.answer.categories[place] for one in passage) for place in range(len(CATEGORIES))]
    return sorted(range(len(CATEGORIES)), key=lambda place: (-spoken[place], place))


def _of_passage(passage: Sequence[_Read], bounds: Bounds) -> Iterable[Finding]:
    """A finding for each matter a passage is about, and for each way it points."""
    importance = 1 + any(
        one.answer.article > bounds.article
        or _kept_otherwise(one.change)
        or _other_answer(one.change)
        or _other_basis(one.change)
        or one.objects
        for one in passage
    )
    if passage[0].trains:
        importance += 1
    elif any(one.answer.headline > bounds.headline for one in passage):
        importance = _HEADLINE
    for place, category in enumerate(_matters(passage, bounds)):
        for way, part in groupby(passage, lambda one, about=category: _way(one, about)):  # type: ignore[misc]
            # What is not sure, or only a second matter, never stands on top; nor does a new exclusion.
            on_top = way.sure and not place and (way.direction != "narrowed" or category in _NARROWED_ON_TOP)
            rank = importance if on_top else min(importance, _ARTICLE)
            some = [one.change for one in part]
            yield Finding(
                category,
                "",
                way.direction,
                rank,
                _REASONS[rank],
                "",
                category,
                _quote([change.old for change in some if change.old]),
                _quote([change.new for change in some if change.new]),
            )


def _matters(passage: Sequence[_Read], bounds: Bounds) -> list[Category]:
    """The category that is likeliest, and another one that is likely too."""
    ranked = [
        place
        for place in _likeliest(passage)
        if CATEGORIES[place] != "effective-date"
        or any(_YEAR.search(one.change.statement.text) for one in passage)
    ]
    named = [CATEGORIES[place] for place in ranked]
    if all(_kept_otherwise(one.change) for one in passage):
        return ["retention"]
    if all(_other_answer(one.change) or _other_period(one.change) for one in passage):
        return [next(name for name in named if name not in _OF_NO_ANSWER)]
    if all(_other_basis(one.change) for one in passage):
        return ["legal-basis"]
    if all(one.trains or one.change.statement.trains_ai for one in passage):
        return ["ai-training", *(named[:1] if named[0] in _BESIDE_TRAINING else ())]
    if named[0] == "rights" and all(one.change.statement.facts.has("choice.object") for one in passage):
        return ["opt-out"]  # the right to object is a choice: few labelled statements show the difference
    second = sum(one.answer.categories[ranked[1]] for one in passage) / len(passage)
    return named[: 1 + (second > bounds.second)]


def _way(one: _Read, category: Category) -> Reading:
    old, new = (unit.text if unit else None for unit in (one.change.old, one.change.new))
    if new is not None and _other_answer(one.change):
        return Reading("widened" if _cell_answers()[new.casefold().strip(" .*")] else "narrowed", sure=True)
    return direction(old, new, category, one.context)


def _on_training(change: StatementChange) -> bool:
    """Whether training or improving AI came or went with this change.

    The one matter for which a rule is better than what was learned: too few of the expert's labels are about
    it (25 of 2,148). Of 21 statements that the rule names 16 are labelled so, and all of them hold
    substance. An edit elsewhere in a sentence on training is left to the reader.
    """
    if change.old is None or change.new is None:
        return change.statement.trains_ai
    named = "ai.named" in change.gained | change.lost
    return change.old.trains_ai != change.new.trains_ai or (named and change.statement.facts.has("act.train"))


def _objection_to_training(change: StatementChange, on_training: Container[tuple[str, int]]) -> bool:
    """Whether a way to object came or went that is beside the training of AI, or names AI.

    The reader doubts short ones ("If you don't want this, you can object at any time."), and it is the
    sentence that people look for.
    """
    facts = change.statement.facts
    objects = change.kind != "edited" and facts.has("choice.object", "choice.opt-out")
    return objects and (facts.has("ai.named") or (change.kind, change.statement.clause) in on_training)


def _kept_otherwise(change: StatementChange) -> bool:
    """Whether data is kept for another period than before, longer or shorter."""
    return _other_period(change) and change.statement.facts.has("act.keep")


def _other_answer(change: StatementChange) -> bool:
    """Whether a cell of a table says yes where it said no, or the other way round."""
    if change.old is None or change.new is None or not change.statement.cell:
        return False
    answers = [_cell_answers().get(unit.text.casefold().strip(" .*")) for unit in (change.old, change.new)]
    return None not in answers and answers[0] is not answers[1]


def _other_mail(change: StatementChange) -> bool:
    """Whether an edit puts another mail address in place of one."""
    if change.old is None or change.new is None or "@" not in change.old.text:
        return False
    old, new = (frozenset(_MAIL.findall(unit.text.casefold())) for unit in (change.old, change.new))
    return bool(old and new) and old != new


def _other_basis(change: StatementChange) -> bool:
    """Whether an edit names another point of Article 6(1) of the GDPR: "lit. f" where "lit. a" stood."""
    if change.old is None or change.new is None:
        return False
    old, new = (frozenset(_POINT.findall(unit.text.casefold())) for unit in (change.old, change.new))
    if old and new and old != new:
        return True
    lost, gained = (
        any(name.startswith("basis.") for name in names) for names in (change.lost, change.gained)
    )
    return change.statement.cell and lost and gained  # "Your consent" became "Our legitimate interests"


def _other_period(change: StatementChange) -> bool:
    """Whether an edit puts another period in place of one ("90 days" for "30 days"): a fact."""
    if change.old is None or change.new is None:
        return False
    old, new = change.old.periods, change.new.periods
    return bool(old and new) and old != new


def _counterparts(changes: Sequence[StatementChange]) -> dict[int, str]:
    """For statements of one side alone the one most like it among those of the other side alone."""
    came = [place for place, change in enumerate(changes) if change.kind == "new"]
    went = [place for place, change in enumerate(changes) if change.kind == "gone"]
    texts = [[changes[place].statement.text for place in places] for places in (came, went)]
    found = zip((*came, *went), (*counterparts(*texts), *counterparts(*reversed(texts))), strict=True)
    return {place: text for place, text in found if text is not None}


def _context(change: StatementChange, language: str, stands_for: str | None) -> Context:
    near = change.elsewhere.text if change.elsewhere else None
    return Context(language, change.statement.place.lead, change.statement.path, near, stands_for)


def _quote(units: Sequence[Statement]) -> Quote | None:
    """The words of statements that follow each other; a bullet stands between clauses."""
    if not units:
        return None
    first, text = units[0], units[0].text
    for before, unit in pairwise(units):
        text += f"{' ' if unit.clause == before.clause else BETWEEN}{unit.text}"
    return Quote(" ".join(text.split(" ")[:MOST_QUOTED]), first.clause, first.start, first.path)


BETWEEN = " • "
"""What stands in a quote between the clauses it is made of."""
