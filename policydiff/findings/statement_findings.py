"""From changed statements that the trained reader takes for substance to findings.

In: changed statements with the reader's answers. Out: findings without their sentence. Statements that follow
each other and tell one story, such as the items of a new list, are one finding: its quote is the passage, and
its category the one that is likeliest for all of them together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import compress, groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.findings.ai_training import basis_came_or_went, training_came_or_went, training_denied
from policydiff.findings.direction import Context, Reading, direction
from policydiff.findings.importance import REASONS, ReadStatement, importance, weight, weightiest_first
from policydiff.findings.likeness import counterparts, likeness
from policydiff.findings.month_names import MONTHS
from policydiff.findings.objections import objection_came_or_went, refusable_data_changed
from policydiff.findings.replaced import (
    excepts_recipients,
    kept_otherwise,
    lifted_limit,
    listed_recipient,
    longer_period,
    names_office,
    names_standard,
    new_answer,
    no_sale_promise_gone,
    not_shared_as_listed,
    other_age,
    other_answer,
    other_basis,
    other_period,
    promise_hedged,
    replaces_fact,
    stated_in_column,
    swapped_age,
)
from policydiff.findings.saying import says_nothing
from policydiff.findings.sentence_form import hangs, leans
from policydiff.findings.worth import likeliest_matter, worth
from policydiff.models import CATEGORIES, CHOICES, FORMALITIES, Finding, Quote, QuotedStatement
from policydiff.notice import announces_only, names_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from policydiff.findings.model import Bounds, ReaderAnswer
    from policydiff.findings.statement_changes import StatementChange, Swap
    from policydiff.findings.statements import Statement
    from policydiff.models import Category

_ARTICLE, _HEADLINE = 2, 3
MOST_QUOTED = 240
"""Most words of a quote."""


_BESIDE_TRAINING = ("children", "legal-basis", "opt-out", "sharing")
"""Categories reported in addition to AI training; that training is a purpose goes without saying."""


_YEAR = re.compile(r"\d{4}|\d[./-]\d\d\b")
"""A year: without one no sentence prints a date of the page."""


_DONE = ("act.collect", "act.keep", "act.share", "act.use")
"""What is done with data."""


_UNLIMITED = CHOICES | FORMALITIES
"""Categories that a limit on the company makes neither wider nor narrower."""


_NEAR_ABOVE = 3
"""Lines above a statement that say what it is about: its list's introduction and two headings, in tables row
and column."""


_MUCH_ALIKE, _ALIKE_ON_TOP = 50, 45
"""From what likeness on, in percent, the nearest statement of the other side is quoted too; for what stands
on top the second bound. Below, it is often about another matter, but what stands on top must not pass for
newer than it is."""
_TITLE = 4
"""Most words of a statement that is no more than a title."""


class StatementFindings(NamedTuple):
    """What becomes of changed statements."""

    findings: list[Finding]
    unreported: list[QuotedStatement]
    """Those that are no findings, in their order."""


def findings_of(
    changes: Sequence[StatementChange],
    answers: Sequence[ReaderAnswer],
    bounds: Bounds,
    language: str,
    *,
    dated: bool = True,
) -> StatementFindings:
    """The findings on changed statements, in their order and without sentences; and the other statements.

    Args:
        changes: the statements, in the order of time as far as it can be told.
        answers: the reader's answer to each.
        bounds: from which answers on something is reported.
        language: that of the texts.
        dated: whether the texts say which of them is the later one.
    """
    stands_for = _counterparts(changes)
    trained = [training_came_or_went(one) for one in changes]
    training = list(compress(changes, trained))
    on_training = {(one.kind, one.statement.clause) for one in training}
    sections = {(one.kind, one.statement.path) for one in training}
    known = languages.find(language)
    # Few changes in German and Spanish are labelled, so the reader doubts what it would be sure of in
    # English.
    least = bounds.substance - (known.findings.doubted if known else 0.0)
    read: list[ReadStatement] = []
    unreported: list[QuotedStatement] = []
    swapped: set[Swap] = set()
    for place, (change, answer) in enumerate(zip(changes, answers, strict=True)):
        trains = trained[place] or _goes_on(read, change, language)
        objects = objection_came_or_went(change, on_training)
        grounds = basis_came_or_went(change, sections)
        of_substance = trains or objects or grounds or answer.substance > least
        if _is_left_out(change, answer, language):
            continue
        if of_substance or _is_fact(change, read, swapped):
            swapped |= change.swaps
            context = _context(change, language, stands_for.get(place), dated=dated)
            read.append(ReadStatement(change, answer, context, trains, objects, grounds))
        else:
            unreported.append(replace(_quoted([change]), worth=worth(change, answer)))
    found = [finding for passage in _passages(read) for finding in _of_passage(passage, bounds)]
    return StatementFindings(found, unreported)


def _is_fact(change: StatementChange, read: Sequence[ReadStatement], swapped: Set[Swap]) -> bool:
    """Whether a fact is another one, and reported whatever the reader thinks of it.

    Where the same words were swapped in a statement before, it is not; nor is a second age: a policy that
    raises the age says so in many places, and the first one is the news.
    """
    if replaces_fact(change) and not (change.swaps and change.swaps <= swapped):
        return True
    aged = bool(other_age(change)) and not any(other_age(one.change) for one in read)
    return aged or no_sale_promise_gone(change) or _feeds_training(change) or refusable_data_changed(change)


def _is_left_out(change: StatementChange, answer: ReaderAnswer, language: str) -> bool:
    return says_nothing(change, language) or _of_strip(change, answer) or _keeps_date(change, answer)


def _goes_on(read: Sequence[ReadStatement], change: StatementChange, language: str) -> bool:
    """Whether a statement goes on with the one on training AI before it: "For this we use your photos"."""
    if not read or not read[-1].trains or read[-1].change.kind != change.kind or change.kind == "edited":
        return False
    before, unit = read[-1].change.statement, change.statement
    follows = (before.clause, before.number + 1) == (unit.clause, unit.number)
    return follows and leans(unit.text, language) and unit.facts.has("act.use", "act.share")


def _of_strip(change: StatementChange, answer: ReaderAnswer) -> bool:
    """Whether a statement is the rest of a banner that announces an update: "Take a look before 28 June."."""
    if change.kind == "edited" or likeliest_matter(answer) not in ("change-notice", "effective-date"):
        return False
    return any(announces_only(one.text) for one in change.statement.place.sentences[:3])


def _keeps_date(change: StatementChange, answer: ReaderAnswer) -> bool:
    """Whether an edit of a line with a date leaves the date: "Effective 1 May 2031", before "Updated"."""
    words = (word for cut, put in change.swaps for word in (*cut, *put))
    dated = (word in MONTHS or not word.isalpha() for word in words)
    return change.kind == "edited" and likeliest_matter(answer) == "effective-date" and not any(dated)


def _passages(read: Iterable[ReadStatement]) -> list[list[ReadStatement]]:
    """Statements that follow each other on one side and tell one story, as one passage."""
    found: list[list[ReadStatement]] = []
    for one in read:
        if found and _follows(found[-1][-1], one) and _words(found[-1]) + _words([one]) <= MOST_QUOTED:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _words(passage: Iterable[ReadStatement]) -> int:
    return sum(one.change.statement.text.count(" ") + 1 for one in passage)


def _follows(one: ReadStatement, other: ReadStatement) -> bool:
    """Whether a statement goes on with the one before: the next item of a list, the next sentence on a
    matter."""
    before, unit = one.change.statement, other.change.statement
    kinds = {one.change.kind, other.change.kind}
    if kinds not in ({"new"}, {"gone"}) or one.trains != other.trains or before.path != unit.path:
        return False
    if before.clause == unit.clause:
        return before.number + 1 == unit.number and _likeliest([one]) == _likeliest([other])
    ends = before.number + 1 == len(before.place.sentences) and unit.number == 0
    # Items of one list are one story only if the same line introduces them.
    listed = before.place.item and unit.place.item and before.place.lead == unit.place.lead
    return ends and listed and before.clause + 1 == unit.clause and not (before.cell or unit.cell)


def _likeliest(passage: Sequence[ReadStatement]) -> list[int]:
    """The categories of a passage, as places in `CATEGORIES`, the likeliest first."""
    spoken = [sum(spoken_for) for spoken_for in zip(*(one.answer.categories for one in passage), strict=True)]
    return sorted(range(len(CATEGORIES)), key=lambda place: (-spoken[place], place))


def _of_passage(passage: Sequence[ReadStatement], bounds: Bounds) -> Iterable[Finding]:
    """A finding for each category of a passage and each direction."""
    for place, category in enumerate(_matters(passage, bounds)):
        for way, part in groupby(passage, lambda one, about=category: _way(one, about)):  # type: ignore[misc]
            some = weightiest_first(list(part), category)
            # What is only a second matter never stands on top.
            rank = min(importance(some, category, way, bounds), _ARTICLE if place else _HEADLINE)
            yield _finding(category, way, rank, some)


def _finding(category: Category, way: Reading, rank: int, some: Sequence[ReadStatement]) -> Finding:
    changes = [one.change for one in some]
    parts = [some[:1], *(list(part) for _, part in groupby(some[1:], lambda one: _clauses(one.change)))]
    several = parts if len(parts) > 1 else ()
    whole = _quoted(changes)
    return Finding(
        category,
        way.direction,
        rank,
        REASONS[rank],
        "",
        category,
        whole.old,
        whole.new,
        statements=tuple(_quoted_with_weight(part, category) for part in several),
        nearest=_nearest(changes[0], _ALIKE_ON_TOP if rank == _HEADLINE else _MUCH_ALIKE),
        weight=weight(some[0], category),
        worth=_worth(some),
    )


def _quoted_with_weight(part: Sequence[ReadStatement], category: Category) -> QuotedStatement:
    """Statements that are quoted as one, with the weight of the weightiest and the worth of the worthiest."""
    found = max(weight(one, category) for one in part)
    return replace(_quoted([one.change for one in part]), weight=found, worth=_worth(part))


def _worth(part: Iterable[ReadStatement]) -> int:
    return max(worth(one.change, one.answer) for one in part)


def _nearest(change: StatementChange, least: int) -> Quote | None:
    """What the other side says in another place that is much like a statement which came or went."""
    near = change.elsewhere
    short = near is None or min(len(near.words), len(change.statement.words)) <= _TITLE
    if near is None or short or change.kind == "edited":
        return None
    return _quote([near]) if likeness(change.statement.text, near.text) >= least else None


def _clauses(change: StatementChange) -> tuple[int, int]:
    """The clauses that a changed statement stands in, -1 for none."""
    old, new = (unit.clause if unit else -1 for unit in (change.old, change.new))
    return old, new


def _quoted(changes: Sequence[StatementChange]) -> QuotedStatement:
    return QuotedStatement(
        _quote([change.old for change in changes if change.old]),
        _quote([change.new for change in changes if change.new]),
    )


def _matters(passage: Sequence[ReadStatement], bounds: Bounds) -> list[Category]:
    """The likeliest category, and a second one if it is likely too.

    A detail has one: of 55 second categories of details 10 were right on labelled pairs, of 125 others 39.
    """
    ranked = [
        place
        for place in _likeliest(passage)
        if CATEGORIES[place] != "effective-date"
        or any(_YEAR.search(one.change.statement.text) and not _begins_use(one.change) for one in passage)
    ]
    named = [CATEGORIES[place] for place in ranked]
    if all(kept_otherwise(one.change) for one in passage):
        return ["retention"]
    if all(names_standard(one.change) for one in passage):
        return ["security"]
    if all(names_office(one.change) for one in passage):
        return ["controller-contact"]
    if all(other_answer(one.change) or other_period(one.change) for one in passage):
        likely = [name for name in named if name not in FORMALITIES]  # no table answers these
        answers = likely[0] == "retention" and all(_answers_requests(one.change) for one in passage)
        return ["rights"] if answers else likely[:1]
    if all(one.objects and not one.change.statement.facts.has("choice.opt-out") for one in passage):
        return ["opt-out"]
    if all(other_basis(one.change) for one in passage):
        return ["legal-basis"]
    if all(no_sale_promise_gone(one.change) for one in passage):
        return ["sharing"]
    if all(other_age(one.change) for one in passage):
        return ["children"]
    training = _on_training(passage, named[0])
    if training:
        return training
    listed = _listed(passage)
    if listed:
        return listed
    if named[0] == "rights" and all(one.change.statement.facts.has("choice.object") for one in passage):
        return ["opt-out"]  # the right to object is a choice: few labelled statements show the difference
    # "We collect data from partners" has the words of sharing; without an act or a recipient it is
    # collecting.
    if named[:2] == ["sharing", "data-collection"] and not any(_hands_on(one.change) for one in passage):
        return ["data-collection"]
    second = sum(one.answer.categories[ranked[1]] for one in passage) / len(passage)
    matters = any(one.answer.article > bounds.article for one in passage)
    return named[: 1 + (matters and second > bounds.second)]


def _listed(passage: Sequence[ReadStatement]) -> list[Category]:
    """The category of items and cells that have it from what stands above them, none for others."""
    if all(_concerns_recipients(one.change) for one in passage):
        return ["sharing"]
    first, *others = {stated_in_column(one.change) for one in passage}
    return [first] if first and not others else []


def _concerns_recipients(change: StatementChange) -> bool:
    """Whether a change is about who gets data: a listed recipient, what is listed as never shared, or an
    exception from what somebody is shown."""
    return listed_recipient(change) or not_shared_as_listed(change) or excepts_recipients(change)


def _on_training(passage: Sequence[ReadStatement], likeliest: Category) -> list[Category]:
    """The categories of a passage on training AI, none for another."""
    if all(one.trains or one.change.statement.trains_ai for one in passage):
        beside: Category = "legal-basis" if any(one.grounds for one in passage) else likeliest
        goes_beside = beside in _BESIDE_TRAINING and (beside != "sharing" or any(map(_shares, passage)))
        return ["ai-training", *((beside,) if goes_beside else ())]
    if likeliest == "data-collection" and all(_listed_for_training(one.change) for one in passage):
        return ["ai-training"]
    return []


def _shares(one: ReadStatement) -> bool:
    """Whether a statement itself names an act of sharing."""
    return one.change.statement.facts.has("act.share")


def _listed_for_training(change: StatementChange) -> bool:
    """Whether a statement stands in a list, row or section on training AI: AI learns from what it names."""
    return any(above.trains_ai for above in change.statement.context[-_NEAR_ABOVE:])


def _feeds_training(change: StatementChange) -> bool:
    """Whether an item came or went that names data in a list for training AI."""
    named = change.kind != "edited" and change.statement.place.item and change.statement.facts.named("data")
    return bool(named) and _listed_for_training(change)


def _answers_requests(change: StatementChange) -> bool:
    """Whether a period is the one in which people are answered, and none for which data is kept: "We answer
    requests within 45 days"."""
    facts = change.statement.facts
    return facts.has("form.reply") and not facts.has("act.keep")


def _begins_use(change: StatementChange) -> bool:
    """Whether a new statement says what is done with data from some day on, and nothing of the text itself:
    "From 1 July 2025 we share your address with advertisers" dates no policy."""
    facts = change.statement.facts
    done = facts.named("recipient") or facts.has(*_DONE)
    on_text = names_document(change.statement.text)
    named = facts.named("data") or facts.has("actor.your")
    return change.kind != "edited" and bool(done) and bool(named) and not on_text


def _hands_on(change: StatementChange) -> bool:
    """Whether a statement, or its headings, name an act of sharing or a recipient."""
    facts = change.statement.facts, *change.statement.context
    return any(one.has("act.share") or one.named("recipient") for one in facts)


def _way(one: ReadStatement, category: Category) -> Reading:
    old, new = (unit.text if unit else None for unit in (one.change.old, one.change.new))
    # A cell that now says yes allows more, whatever its words: "Sold or shared: No → Yes".
    answer = new_answer(one.change)
    if answer is not None:
        return Reading("widened" if answer else "narrowed", sure=True)
    longer = longer_period(one.change)
    if longer and category == "rights" and _answers_requests(one.change):
        return Reading("narrowed" if longer > 0 else "widened", sure=True)
    if longer and category == "retention":
        return Reading("widened" if longer > 0 else "narrowed", sure=True)
    years = other_age(one.change) if category == "children" else 0
    if category == "children" and swapped_age(one.change):
        return Reading("changed", sure=False)
    if years:
        return Reading("narrowed" if years > 0 else "widened", sure=True)
    if category == "sharing" and no_sale_promise_gone(one.change):
        return Reading("widened" if new else "removed", sure=True)
    lifted = lifted_limit(one.change) if category not in _UNLIMITED else None
    if lifted is not None:
        return Reading("widened" if lifted else "narrowed", sure=True)
    hedged = promise_hedged(one.change) if category not in _UNLIMITED else 0
    if hedged:
        return Reading("widened" if hedged > 0 else "narrowed", sure=True)
    if category == "ai-training" and training_denied(one.change):
        unit = one.change.statement
        sure = not (unit.facts.affirmed or hangs(unit.text, one.context.language))
        return Reading("narrowed" if new else "removed", sure)
    if category == "ai-training" and one.change.kind != "edited" and one.change.statement.delays:
        return Reading("narrowed" if new else "widened", sure=True)  # "We have paused our plan to ..."
    way = direction(old, new, category, one.context)
    if one.change.kind == "gone" and way.direction == "widened":
        return way._replace(direction="removed")  # a promise that is gone is reported as gone
    return way


def _counterparts(changes: Sequence[StatementChange]) -> dict[int, str]:
    """For statements of one side alone the one most like it among those of the other side alone."""
    came = [place for place, change in enumerate(changes) if change.kind == "new"]
    went = [place for place, change in enumerate(changes) if change.kind == "gone"]
    texts = [[changes[place].statement.text for place in places] for places in (came, went)]
    found = zip((*came, *went), (*counterparts(*texts), *counterparts(*reversed(texts))), strict=True)
    return {place: text for place, text in found if text is not None}


def _context(change: StatementChange, language: str, stands_for: str | None, *, dated: bool) -> Context:
    near = change.elsewhere.text if change.elsewhere else None
    return Context(language, change.statement.introduction, change.statement.path, near, stands_for, dated)


def _quote(units: Sequence[Statement]) -> Quote | None:
    """The words of statements that follow each other; a bullet stands between clauses."""
    if not units:
        return None
    first, text = units[0], units[0].text
    for before, unit in pairwise(units):
        follows = (before.clause, before.number + 1) == (unit.clause, unit.number)
        text += f"{' ' if follows else BETWEEN}{unit.text}"
    quoted = " ".join(text.split(" ")[:MOST_QUOTED]) if text.count(" ") >= MOST_QUOTED else text
    return Quote(quoted, first.clause, first.start, first.path, introduction=first.introduction)


BETWEEN = " • "
"""The separator between the clauses of a quote."""
