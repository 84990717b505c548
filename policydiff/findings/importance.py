"""The importance of a finding, 1 to 3, and which statement of a passage comes first.

In: statements that are reported together, with the reader's answers. Out: their importance and order. The
findings at the top of a report must be true, point the right way and be understood alone; so importance 3
needs more than the reader's judgement that a statement is a headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.findings.direction import condition_lifted
from policydiff.findings.no_news import is_no_news
from policydiff.findings.objections import only_objection_came_or_went
from policydiff.findings.replaced import (
    denial_came_or_went,
    kept_otherwise,
    limits_act,
    listed_as_denied,
    names_company,
    no_sale_promise_gone,
    other_age,
    other_answer,
    other_answer_on_sharing,
    other_basis,
    other_condition,
    other_data_shared,
    other_default,
    other_denial,
    promise_hedged,
    promise_qualified,
    swapped_age,
    trades_data,
)
from policydiff.findings.sentence_form import leans
from policydiff.models import CATEGORIES, COMPANY_ACTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.findings.direction import Context, Reading
    from policydiff.findings.model import Bounds, ReaderAnswer
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.models import Category

_ARTICLE, _HEADLINE = 2, 3
REASONS = {
    1: "read as a detail",
    _ARTICLE: "read as a matter for an article",
    _HEADLINE: "read as what a headline would be about",
}
"""Why a finding has its importance."""
_NARROWED_ON_TOP = frozenset(("ai-training", "children", "rights", "retention"))
"""Matters on which less is a headline. That a company shares, collects or uses less was one for the expert in
2 of 98 statements, and a "we do not" out of a new section on what it does is the worst of quotes."""
_DENIED_ON_TOP = frozenset(("sharing", "children"))
"""Matters on which a denial that is no longer made is a headline: it was for the expert in all of five."""
_SELDOM_ON_TOP = frozenset((("retention", "added"), ("purpose", "widened"), ("children", "widened")))
"""What is seldom a headline. Of 14 periods and grown purposes that the reader took for one none was one to
the expert, and strict readers found six of nine wrong or no news."""
_COMMON_ACTS = COMPANY_ACTS - {"ai-training"}
"""Acts that every policy states, so that a sentence on one is news only by what it says of it."""
_SAYS_WHAT = frozenset(("data", "purpose", "people", "ai"))
"""Kinds of concepts by which a statement on what a company does says with what, or what for."""
_FOR_ARTICLES = frozenset((("opt-out", "removed"), ("legal-basis", "added"), ("legal-basis", "removed")))
"""What belongs in an article even where the reader doubts it: of 14 new legal bases that it took for details
8 were more to the expert, of 10 choices that are gone 3."""
_FACTS_FOR_ARTICLES = (
    kept_otherwise,
    other_answer,
    other_basis,
    other_denial,
    other_data_shared,
    limits_act,
    listed_as_denied,
    denial_came_or_went,
    promise_qualified,
    other_condition,
    other_default,
)
"""What belongs in an article wherever it changes."""
_SAID = 0.3
"""Share of a statement's words that three neighbouring sentences of the other side hold, from which it
may be no news there: of 49 findings above it 24 were found right by strict readers, of 53 below it 34."""
_SAID_COSTS, _GONE_COSTS = 6.0, 15.0
"""What each further share of 1 costs, in log-odds of being a headline: what is new, what is gone."""
_MARGIN = 1.35
"""How far above the bound of the model a headline is, in log-odds: of 60 read blind 4 of the 9 just below
this were wrong, 8 of the other 51."""
_BEGINS_REMARK = tuple('“"«„(')
"""Characters that begin a definition or a remark."""
_TERM = re.compile(r"\([^()]{0,20}[“\"«„][^“”\"«»]{2,40}[“”\"»]\)")
"""A term that is introduced: "(together, “User Content”)"."""
_SUBSTANCE = 5.0
"""What a log-odds of being of substance at all weighs beside one of being a headline: of 100 pairs of
statements to which readers gave another importance 69 are ordered rightly so, 68 without it."""
_TRAINS = 20.0
"""By how much, in log-odds, a statement on training AI comes before others in a finding on it."""
_LEANS = 4.0
"""By how much one that leans on the sentence before it comes after others."""


class ReadStatement(NamedTuple):
    """A changed statement that is reported, with the reader's answer."""

    change: StatementChange
    answer: ReaderAnswer
    context: Context
    trains: bool
    """Whether training AI came or went with it."""
    objects: bool
    """Whether it is a way to object to that."""
    grounds: bool
    """Whether it names "legitimate interests" as the basis of that."""


def importance(some: Sequence[ReadStatement], category: Category, way: Reading, bounds: Bounds) -> int:
    """The importance of statements reported together, the weightiest first: see `Finding.importance`."""
    if _is_fact_on_top(some, category):
        return _HEADLINE
    matters = (category, way.direction) in _FOR_ARTICLES or any(
        one.answer.article > bounds.article
        or any(fact(one.change) for fact in _FACTS_FOR_ARTICLES)
        or (category == "controller-contact" and names_company(one.change))
        or one.objects
        for one in some
    )
    lesser = _is_lesser_promise(some[0], category, way)
    least = _HEADLINE if lesser else 1 + matters + some[0].trains
    if not (_may_stand_on_top(category, way) or (lesser and way.sure)):
        return min(least, _ARTICLE)
    seldom = (category, way.direction) in _SELDOM_ON_TOP
    read = not seldom and _is_headline(some[0], category, bounds)
    if least < _HEADLINE and not read:
        return least
    no_news = is_no_news(some[0].change, category, way.direction, some[0].context.language)
    return min(least, _ARTICLE) if no_news else _HEADLINE


def _is_lesser_promise(one: ReadStatement, category: Category, way: Reading) -> bool:
    """Whether a promise covers less than before, or has a condition.

    Where nothing says which text is the later one it may as well cover more: both are ranked alike, since the
    lesser promise must not be missed.
    """
    if way.direction not in (("widened",) if one.context.dated else ("widened", "narrowed")):
        return False
    hedged, lifted = promise_hedged(one.change), _lifted(one, category)
    denied = category in _DENIED_ON_TOP and denial_came_or_went(one.change)
    turned = hedged > 0 or lifted > 0 or (not one.context.dated and (hedged < 0 or lifted < 0))
    return other_denial(one.change) or denied or turned


def _is_fact_on_top(some: Sequence[ReadStatement], category: Category) -> bool:
    """Whether it is one of the facts that are a headline wherever they change."""
    if category == "children":
        return other_age(some[0].change) != 0 or swapped_age(some[0].change)
    if category == "sharing":
        return any(
            fact(some[0].change) for fact in (no_sale_promise_gone, trades_data, other_answer_on_sharing)
        )
    if category == "opt-out":
        return only_objection_came_or_went(some[0].change)
    return category == "legal-basis" and any(one.grounds for one in some)


def _lifted(one: ReadStatement, category: Category) -> int:
    """1 where sharing no longer depends on the condition its sentence opened with, -1 where it does now."""
    change = one.change
    if change.old is None or change.new is None or category != "sharing":
        return 0
    shares = change.old.has("act.share") and change.new.has("act.share")
    return condition_lifted(change.old.text, change.new.text, one.context.language) if shares else 0


def _may_stand_on_top(category: Category, way: Reading) -> bool:
    if way.direction == "narrowed":
        return way.sure and category in _NARROWED_ON_TOP
    if way.direction == "removed":
        # Of 16 sentences on an act of the company that are gone, and that the reader took for headlines, 3
        # were; the others were said elsewhere in other words.
        return way.sure and category not in _COMMON_ACTS
    return way.sure


def _is_headline(one: ReadStatement, category: Category, bounds: Bounds) -> bool:
    """Whether the reader takes a statement for a headline, and it says something new that stands alone."""
    change, language = one.change, one.context.language
    spoken_for = one.answer.categories[CATEGORIES.index(category)]
    score = one.answer.headline + spoken_for / 2 - bounds.headline - _MARGIN
    if score <= 0 or leans(change.statement.text, language) or not _says_enough(change, category):
        return False
    costs = _GONE_COSTS if change.kind == "gone" else _SAID_COSTS
    return change.statement.cell or score > costs * max(0.0, change.share_said - _SAID)


def _says_enough(change: StatementChange, category: Category) -> bool:
    """Whether a statement says of itself what it is about: with which data, what for, for whom.

    Left out are definitions ("“Partner” means ..."), general words on acts ("We may share your information
    with others with your permission"), sentences of which the one before says for whom they hold ("For people
    in Norway, ..."), and an age that is written in another way ("minors" for "people under 18").
    """
    unit = change.statement
    if unit.text.lstrip().startswith(_BEGINS_REMARK) or _TERM.search(unit.text) or unit.scoped:
        return False
    if change.kind == "edited":
        aged = all(side is not None and side.digits for side in (change.old, change.new))
        return category != "children" or aged
    if category == "ai-training" and not unit.has("act.train", "act.develop"):
        return False  # who runs the AI, or what it keeps
    kinds = {concept.split(".", 1)[0] for concept in unit.facts.concepts - {"data.personal"}}
    return category not in _COMMON_ACTS or not kinds.isdisjoint(_SAYS_WHAT) or unit.cell


def weightiest_first(read: Sequence[ReadStatement], category: Category) -> list[ReadStatement]:
    """The statement that says most about the matter, then the others in reading order.

    "Our models refine over time" may stand before "We use your posts to train them": not in a report.
    A sentence that leans on the one before it ("This includes ...") comes last.
    """
    first = max(range(len(read)), key=lambda place: (weight(read[place], category), -place))
    return [read[first], *read[:first], *read[first + 1 :]]


def weight(one: ReadStatement, category: Category) -> float:
    """How likely it is that a headline is about this statement, in log-odds."""
    trains = one.change.statement.trains_ai and category == "ai-training"
    leaning = leans(one.change.statement.text, one.context.language)
    spoken_for = one.answer.categories[CATEGORIES.index(category)]
    read = one.answer.headline + one.answer.article + spoken_for + _SUBSTANCE * one.answer.substance
    return read + _TRAINS * trains - _LEANS * leaning
