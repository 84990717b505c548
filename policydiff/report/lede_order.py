"""In which order a lede quotes what changed: cards of findings -> statements, weightiest first.

The first is found by the trained reader's weight, corrected by what readers of ledes look for: another age
of children, a right or a way out that went, what a company does more than before, artificial intelligence and
children come before what comforts; a statement that stands alone before one that does not. Behind it come the
passages that hold most: what their statements weigh adds up. What else was tried is written down in
docs/decisions/0017-order-of-the-first-sentences.md. What the other side says nearly in the same words is told
last. What this gets wrong: importance that only somebody who knows the company sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import CHOICES, COMPANY_ACTS
from policydiff.report import finding_cards
from policydiff.report.characters import visible
from policydiff.report.counterparts import address_kinds
from policydiff.report.quotes import denies
from policydiff.report.standing_alone import ALONE, says_as_much, sentence_before, standing
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from policydiff.models import Category, Comparison, Finding, Quote
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.finding_cards import FindingCard, ShownFinding, ShownStatement
    from policydiff.report.lede_passages import Passage
    from policydiff.report.standing_alone import StandingAlone

_HIGHEST = max(finding_cards.RANKS)
_MOST = 300
"""Statements among which a lede chooses."""
_MATTERS: Mapping[Category, float] = {"ai-training": 4.0, "children": 5.0, "legal-basis": 3.0}
"""By how much, in log-odds, a statement on a matter comes before others."""
_MORE, _LESS = 2.0, -3.0
"""The same of what a company does more than before, and less."""
_WAY_OUT_GONE, _RIGHT_GONE, _RIGHT_LESS = 12.0, 6.0, 1.0
"""The same of rights and choices; the reader thinks little of a sentence that is gone, and readers much."""
_LINK = -12.0
"""The weight of a link that leads elsewhere, which no reader weighs."""
_EDITED = -3.0
_ON_TOP = 20.0
"""By how much the first statement of a finding of the highest rank comes before others: the verdict speaks of
it."""
_PROMISE_GONE = 12.0
"""A denial that is no longer made."""
_SCRAP, _LEANS, _EXPLAINED, _SHORT = -20.0, -6.0, -2.0, -2.0
"""What says little alone; what leans on the sentence before it, and that one can be shown with it."""
_ANNOUNCED = -10.0
"""Words beside the policy, which only say that it changes."""
_SAME_SECTION = -4.0
"""Each passage that is quoted of the same card already."""
_SAID_THERE = -15.0
"""What the other side says nearly so, in one place or two neighbouring ones."""
_CHILDREN = 20.0
"""A changed statement on children, mostly another age from which they may use a service: of all that changed
the easiest to tell."""
_ADDRESS = -6.0
"""Another address or number of a company, beside another company."""
_HOLDS = 25
"""By how much, in log-odds, a statement must be better than one of no substance to count in its passage: from
there on what a passage holds adds up."""
_RULES = 0.1
"""What a log-odds of these rules weighs beside one of what a passage holds, where a lede has its first
quote."""
_LINK_TEXT = 8
"""Letters of a link that name its target: "here" names none."""
_LABELLED = 5
"""Words behind a label that are no chance."""
DESERVING = 850
"""Worth of the worthiest statement of a place from which it deserves a quote beside others, in thousandths of
an editor's weight. Of places that a finding tells, and that editors would quote, 94 of 100 are worth it, of
those that they never would 65; of places that none tells 10 and 2 (`python -m training.deserving`)."""
DOUBTFUL = -20.0
"""Worth below which a statement is quoted only where nothing else can be, and nothing is said of what it is
worth. Below it 45 of 100 statements of labelled pairs were of substance to readers, and 12 a matter for an
article; of those above it, of any rank, 72 and 43."""


class QuotableStatement(NamedTuple):
    """A statement that a lede may quote."""

    finding: ShownFinding
    statement: ShownStatement | None
    """None if only a link is the news."""
    standing: StandingAlone
    worth: float
    """What it is worth, in log-odds."""
    card: int
    is_said_there: bool = False
    """Whether the other side says it in nearly the same words."""

    @property
    def is_weak(self) -> bool:
        """Whether it says little, nothing that the other side does not say, or nothing that the reader is
        sure of."""
        return self.standing.is_scrap or self.is_said_there or self.worth < DOUBTFUL

    @property
    def is_lesser_link(self) -> bool:
        """Whether a link leads elsewhere that nobody puts on top: what the text says comes before it."""
        return bool(self.finding.links) and self.finding.rank < _HIGHEST


def quotable(comparison: Comparison, cards: Sequence[FindingCard]) -> list[QuotableStatement]:
    """What cards hold that a lede may quote, the weightiest first.

    Args:
        comparison: what `compare` returned.
        cards: its findings.
    """
    found = [one for place, card in enumerate(cards) for one in _candidates(comparison, card, place)]
    return sorted(found, key=_precedence)[:_MOST]


def weightiest_first(
    found: Sequence[QuotableStatement],
    counterparts: Counterparts,
    passage: Callable[[QuotableStatement], Passage | None],
) -> Iterator[QuotableStatement]:
    """The weightiest statement of each passage, in the order in which a lede would quote them: first the
    weightiest of all, then one of each passage that holds most. What the other side says too goes back, and
    so does the second passage of a card.

    Args:
        found: what `quotable` returned.
        counterparts: the words of both sides.
        passage: tells the passage of a statement, None if it has none.
    """
    left = list(found)
    held = _held(found, passage)
    is_first = True
    while left:
        left.sort(key=_precedence if is_first else lambda one: _precedence_behind(one, held[passage(one)]))
        first = left.pop(0)
        if not first.is_said_there and _is_said_there(first.statement, counterparts):
            left.append(first._replace(worth=first.worth + _SAID_THERE, is_said_there=True))
            continue
        yield first
        is_first = False
        place = passage(first)
        left = [
            one._replace(worth=one.worth + _SAME_SECTION) if one.card == first.card else one
            for one in left
            if place is None or passage(one) != place
        ]


def _precedence(one: QuotableStatement) -> tuple[bool, bool, float, int]:
    return one.standing.is_scrap, one.is_lesser_link, -one.worth, one.finding.number


def _precedence_behind(one: QuotableStatement, held: int) -> tuple[bool, bool, float, float, int]:
    """The order behind the first quote, by what the passage of a statement holds."""
    return one.is_weak, one.is_lesser_link, -(held + _RULES * one.worth), -one.worth, one.finding.number


def _held(
    found: Sequence[QuotableStatement], passage: Callable[[QuotableStatement], Passage | None]
) -> Mapping[Passage | None, int]:
    """What each passage holds: the weights of its statements, as far as they are of some substance. A link
    that is the news, of no passage, counts as one statement."""
    weights: dict[Passage, dict[tuple[Quote | None, Quote | None], int]] = {}
    for one in found:
        place = passage(one)
        if one.statement is not None and place is not None:
            said = one.statement.old, one.statement.new
            known = weights.setdefault(place, {})
            known[said] = max(known.get(said, 0), round(one.statement.weight) + _HOLDS)
    return {None: _HOLDS, **{place: sum(known.values()) for place, known in weights.items()}}


def _is_said_there(one: ShownStatement | None, counterparts: Counterparts) -> bool:
    """Whether the other side says a statement that came or went in nearly the same words, and goes on to."""
    quote = (one.new or one.old) if one else None
    if one is None or quote is None:
        return False
    behind_label = quote.text.partition(": ")[2]  # "By post: 12 Harbour Street"
    if len(behind_label.split()) > _LABELLED and counterparts.says(behind_label, new=one.new is None):
        return True
    if one.old is not None and one.new is not None:
        return False
    near = counterparts.of(quote.text, new=one.new is not None)
    return near.stays if near else counterparts.held(quote.text, new=one.new is None)


def _candidates(comparison: Comparison, card: FindingCard, place: int) -> Iterator[QuotableStatement]:
    """What a card holds that is worth a line beside the sentence about dates."""
    dates = {visible(one.text) for side in (comparison.old, comparison.new) for one in side.dates}
    for one in card.findings:
        if one.finding.category == "effective-date" or one.written_otherwise:
            continue
        if comparison.doubted.hold_finding(one.finding):
            continue
        if _is_of_another_link(one) or _is_linked_still(comparison, one.finding):
            continue
        statements = [each for each in one.statements if not _prints_date(each, dates)]
        if one.statements and not statements:
            continue
        said = [each for each in statements if not _only_introduces(each)] or statements
        if not said:
            yield QuotableStatement(one, None, ALONE, _weight(one.finding, one.finding.weight), place)
        yield from _quotable(comparison, card.rank, one, said, place)


def _quotable(
    comparison: Comparison, rank: int, one: ShownFinding, said: Sequence[ShownStatement], card: int
) -> Iterator[QuotableStatement]:
    """The statements of a finding: the first that is understood, and the others, which are worth less."""
    ways = [_standing(comparison, each) for each in said]
    clear = [_clarity(comparison, each, how) for each, how in zip(said, ways, strict=True)]
    first = next((number for number, worth in enumerate(clear) if worth >= _EXPLAINED), 0)
    for number, (statement, how) in enumerate(zip(said, ways, strict=True)):
        worth = (
            _weight(one.finding, statement.weight)
            + clear[number]
            + _PROMISE_GONE * _is_promise_gone(comparison, statement)
        )
        worth += _ANNOUNCED * _is_announced(comparison, statement)
        worth += _CHILDREN * _is_changed_for_children(one.finding, statement)
        worth += _ADDRESS * _is_address(one.finding, statement)
        worth += _ON_TOP * (rank == _HIGHEST and number == first)
        yield QuotableStatement(one, statement, how, worth, card)


def _weight(one: Finding, weight: float) -> float:
    """What a statement of a finding is worth, whoever quotes it.

    Args:
        one: the finding.
        weight: what the trained reader says of the statement.
    """
    if not weight and (one.link_old or one.link_new):
        weight = _LINK
    if one.importance == _HIGHEST and weight == one.weight:  # perhaps by rule, whatever the reader thinks
        weight = max(weight, 0.0)
    weight += _MATTERS.get(one.category, 0.0) + _EDITED * (one.old is not None and one.new is not None)
    if one.category in CHOICES:
        gone = _WAY_OUT_GONE if one.category == "opt-out" else _RIGHT_GONE
        return weight + {"removed": gone, "narrowed": _RIGHT_LESS}.get(one.direction, 0.0)
    if one.category in COMPANY_ACTS:
        return weight + {"added": _MORE, "widened": _MORE}.get(one.direction, _LESS)
    return weight


def is_comfort(one: Finding) -> bool:
    """Whether a finding only comforts: a company does less, or says that it does not do something."""
    return one.category in COMPANY_ACTS and one.direction in ("narrowed", "removed")


def _is_announced(comparison: Comparison, one: ShownStatement) -> bool:
    return one.new is not None and comparison.new.clauses[one.new.clause].announcement


def _is_promise_gone(comparison: Comparison, one: ShownStatement) -> bool:
    """Whether a sentence no longer denies something in its first words: "We never sell your list."."""
    if one.old is None or not denies(one.old.text, comparison.old.language):
        return False
    return one.new is None or not denies(one.new.text, comparison.new.language)


def _is_changed_for_children(one: Finding, said: ShownStatement) -> bool:
    """Whether it is a changed statement on children, of the highest rank: mostly another age."""
    return one.category == "children" and one.importance == _HIGHEST and said.fate == "changed"


def _is_address(one: Finding, said: ShownStatement) -> bool:
    """Whether a statement about a company is an address and little else."""
    quote = said.new or said.old
    return one.category == "controller-contact" and quote is not None and bool(address_kinds(quote.text))


def _clarity(comparison: Comparison, one: ShownStatement, how: StandingAlone) -> float:
    if not how.leans:
        return _SCRAP * how.is_scrap + _SHORT * how.is_short
    quote, side = (one.new, comparison.new) if one.new else (one.old, comparison.old)
    explained = quote is not None and bool(sentence_before(quote, side))
    return _SCRAP * how.is_scrap + _SHORT * how.is_short + (_EXPLAINED if explained else _LEANS)


def _standing(comparison: Comparison, one: ShownStatement) -> StandingAlone:
    quote = one.new or one.old
    if quote is None:
        return ALONE
    side = comparison.new if one.new else comparison.old
    how = standing(quote, side)
    if one.fate == "changed":
        is_scrap = says_as_much(one.edits, comparison.new.language)
    else:  # of a cell that came or went a few words say little: "For safety"
        is_scrap = how.is_short and side.clauses[quote.clause].cell is not None
    return how._replace(is_scrap=how.is_scrap or is_scrap)


def _is_of_another_link(one: ShownFinding) -> bool:
    """Whether a link came or went with its sentence, and what stands on the other side is another sentence
    with the same words ("here"): then the sentence is the news, and not the link."""
    old, new = one.finding.old, one.finding.new
    if len(one.links) != 1 or not old or not new:
        return False
    before, now = (frozenset(words(quote.text.casefold())) for quote in (old, new))
    return 2 * len(before & now) < min(len(before), len(now))


def _is_linked_still(comparison: Comparison, one: Finding) -> bool:
    """Whether a link that went from a sentence stands elsewhere under the same words: a broken one was
    mended, or the sentence was divided."""
    if not one.link_old or one.link_new:
        return False
    old, new = ((link for clause in side.clauses for link in clause.links)
                for side in (comparison.old, comparison.new))  # fmt: skip
    named = {compared(link.text) for link in old if link.target == one.link_old} - {""}
    return any(len(link.text) > _LINK_TEXT and compared(link.text) in named for link in new)


def _only_introduces(one: ShownStatement) -> bool:
    """Whether it only says that something follows: "We collect the following data:"."""
    quote = one.new or one.old
    return one.fate != "changed" and quote is not None and quote.text.rstrip().endswith(":")


def _prints_date(one: ShownStatement, dates: set[str]) -> bool:
    """Whether it is the line that says when the page was changed, or when it comes into force."""
    quote = one.new or one.old
    return quote is not None and any(date in visible(quote.text) for date in dates)
