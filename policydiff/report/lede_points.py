"""Up to three quotes of the most important changes: cards of findings -> the points of a lede.

A quote says something by itself: a sentence that leans on the one before it, the heading of a paragraph and
the line that prints the date of the page stand after others. What this gets wrong: a sentence that leans
without a word that shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import audience
from policydiff.report import finding_cards
from policydiff.report.characters import clipped, visible
from policydiff.report.new_sections import UNDER, NewSections
from policydiff.report.numbered_changes import below
from policydiff.report.quotes import beside_edits, in_short
from policydiff.report.subject import heads_contents
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document, Quote
    from policydiff.report.finding_cards import FindingCard, ShownFinding, ShownStatement, StatementFate

_FATES: Mapping[StatementFate, str] = {"new": "New", "gone": "Gone", "same": "Moved"}
POINTS = 3
_DOUBTFUL = -10.0
"""Log-odds of weight below which a changed sentence is quoted and nothing is said of what it is worth."""
_READ = 300
"""Statements that are compared with those before them."""
_SHORT = 9
"""Words of a quote that says little without the heading above it."""
_SCRAP = 4
"""Words that are no sentence in any place: a heading, an item of a list."""
_RUN_IN = 10
"""Words of a heading that stands at the start of its paragraph."""
_BRIEF = 16
"""Words of a sentence in which "these signals" is half of what it says."""
_OPENING = 4
"""Words with which a sentence begins."""
_OPENING_QUOTES = '“"«„‘'
"""Signs with which a definition begins: “Content” means …"""
HEADING = 80
_WHOLE = 360
"""Characters of a changed sentence of which the first side is quoted whole."""
_ALIKE = 0.6
"""Share of words in common of two quotes that say the same, of different people or purposes."""


class LedeQuote(NamedTuple):
    """Words of the policy, or an address."""

    which: str
    """When the text says so, where that is not clear ("now"); of an address what it was."""
    words: str
    address: bool = False


@dataclass(frozen=True, slots=True)
class LedePoint:
    """One change in the policy's own words."""

    label: str
    """What became of the words: "New"."""
    where: str
    """The heading above them, "" if none says anything."""
    quotes: tuple[LedeQuote, ...]
    finding: int = 0
    """Number of the finding that it quotes, 0 if it quotes a change of words."""
    entry: int = 0
    """Number of the change of words that it quotes, 0 if it quotes a finding."""
    link: str = ""
    """What became of a link that leads elsewhere."""
    stands: str = UNDER
    """How the words stand to the heading: below it, or they came or went with its whole section."""

    @property
    def text(self) -> str:
        """All of it on one line."""
        heading = f" “{self.where}”" if self.where else ""
        place = f", {self.stands}{heading}" if self.where or self.stands != UNDER else ""
        under = f": {self.link}" if self.link else place
        quotes = (f"{one.which} {one.words if one.address else f'“{one.words}”'}" for one in self.quotes)
        return f"{self.label}{under}: {', '.join(map(str.lstrip, quotes))}"


class ChosenPoints(NamedTuple):
    """What a lede quotes, and what it says of it."""

    points: tuple[LedePoint, ...]
    number: int
    """How many findings there are of which each says something of its own."""
    rank: int
    """What the most important one is worth of which the reader is not in doubt; 1 where there is none."""


class _QuotableStatement(NamedTuple):
    """A statement that a lede may quote."""

    rank: int
    finding: ShownFinding
    statement: ShownStatement | None
    """None if only a link is the news."""
    standing: StandingAlone
    """How it stands alone: what does so best comes first."""


class StandingAlone(NamedTuple):
    """How words stand alone, without what stands around them: False is better."""

    is_scrap: bool
    """A heading, a definition, a few words of a list."""
    leans: bool
    """On the sentence before it."""
    is_short: bool

    @property
    def is_weak(self) -> bool:
        """Whether they say little."""
        return self.is_scrap or self.leans


def points(comparison: Comparison, title: str, cards: Sequence[FindingCard]) -> ChosenPoints:
    """The most important changes, none that says what another says; details only where nothing else can be
    quoted.

    The best of each card come first, by rank, then more of the same cards; of what is not most important,
    what says little by itself comes last.

    Args:
        comparison: what `compare` returned.
        title: the title of the document, which is no heading worth telling.
        cards: its findings.
    """
    least = min(finding_cards.RANKS)
    ranked = _ranked(comparison, [card for card in cards if card.rank > least])
    ranked = ranked or _ranked(comparison, cards)
    found = list(_apart(comparison, title, ranked))
    return ChosenPoints(
        tuple(_in_reading_order(found[:POINTS])),
        len({one.finding.number for one, _ in found}),
        max((one.rank for one, _ in found if not _is_doubtful(one.finding)), default=least),
    )


def _ranked(comparison: Comparison, cards: Sequence[FindingCard]) -> list[_QuotableStatement]:
    """What cards hold, in the order in which a lede would quote it."""
    found = [sorted(_candidates(comparison, card), key=lambda one: one.standing) for card in cards]
    firsts = [some[0] for some in found if some]
    others = [one for some in found for one in some[1:]]
    firsts.sort(key=_precedence)
    most = max(finding_cards.RANKS)
    behind = [one for one in firsts if one.standing.is_weak and one.rank < most]
    behind += [one for one in others if one.standing.leans and not one.standing.is_scrap]
    return [
        *(one for one in firsts if one not in behind),
        *(one for one in others if not one.standing.is_weak),
        *behind,
    ]


def _precedence(one: _QuotableStatement) -> tuple[int, bool, bool, int]:
    """Within a rank what stands alone comes first, and what is no link."""
    return -one.rank, one.standing.is_weak, bool(one.finding.links), one.finding.number


def _apart(
    comparison: Comparison, title: str, ranked: Iterable[_QuotableStatement]
) -> Iterator[tuple[_QuotableStatement, LedePoint]]:
    """The points of statements, without those that say what one before them says."""
    before: list[frozenset[str]] = []
    news = NewSections(comparison)
    for one in islice(ranked, _READ):
        point = _point(comparison, title, one, news)
        said = _key(point)
        if any(len(said & its) > _ALIKE * len(said | its) for its in before):
            continue
        before.append(said)
        yield one, point


def _key(point: LedePoint) -> frozenset[str]:
    """By what two points say the same: the words quoted first, of links their two addresses."""
    if point.link:
        return frozenset(quote.words for quote in point.quotes if quote.address)
    return frozenset(words(point.quotes[0].words.casefold()))


def _in_reading_order(found: Iterable[tuple[_QuotableStatement, LedePoint]]) -> Iterator[LedePoint]:
    """Neighbours of one rank and section in the order of the policy: a passage is shown as it is written."""
    for _, group in groupby(found, lambda each: (each[0].rank, each[1].label, each[1].where)):
        run = list(group)
        run.sort(key=lambda each: _place(each[0].statement))
        yield from (point for _, point in run)


def _place(one: ShownStatement | None) -> tuple[int, int]:
    quote = (one.new or one.old) if one else None
    return (quote.clause, quote.start) if quote else (0, 0)


def _is_doubtful(one: ShownFinding) -> bool:
    """Whether the reader is far from sure that a changed sentence is of substance."""
    return bool(one.finding.old and one.finding.new) and one.finding.weight < _DOUBTFUL


def _candidates(comparison: Comparison, card: FindingCard) -> Iterator[_QuotableStatement]:
    """What a card holds that is worth a line beside the sentence about dates."""
    dates = {visible(one.text) for side in (comparison.old, comparison.new) for one in side.dates}
    for one in card.findings:
        if one.finding.category == "effective-date" or one.written_otherwise or _is_of_another_link(one):
            continue
        statements = [each for each in one.statements if not _prints_date(each, dates)]
        if one.statements and not statements:
            continue
        for statement in [each for each in statements if not _only_introduces(each)] or statements or (None,):
            yield _QuotableStatement(card.rank, one, statement, _standing(comparison, statement))


def _is_of_another_link(one: ShownFinding) -> bool:
    """Whether a link came or went with its sentence, and what stands on the other side is another sentence
    with the same words ("here"): then the sentence is the news, and not the link."""
    old, new = one.finding.old, one.finding.new
    if len(one.links) != 1 or not old or not new:
        return False
    before, now = (frozenset(words(quote.text.casefold())) for quote in (old, new))
    return 2 * len(before & now) < min(len(before), len(now))


def _only_introduces(one: ShownStatement) -> bool:
    """Whether it only says that something follows: "We collect the following data:"."""
    quote = one.new or one.old
    return one.fate != "changed" and quote is not None and quote.text.rstrip().endswith(":")


def _prints_date(one: ShownStatement, dates: set[str]) -> bool:
    """Whether it is the line that says when the page was changed, or when it comes into force."""
    quote = one.new or one.old
    return quote is not None and any(date in visible(quote.text) for date in dates)


def _standing(comparison: Comparison, one: ShownStatement | None) -> StandingAlone:
    quote = (one.new or one.old) if one else None
    shown = visible(quote.text).split() if quote else []
    if one is None or not shown:
        return StandingAlone(is_scrap=False, leans=False, is_short=False)
    language = (comparison.new if one.new else comparison.old).language
    is_scrap = len(shown) < _SCRAP or shown[0][0] in _OPENING_QUOTES or _is_run_in(shown, language)
    return StandingAlone(is_scrap, _leans(shown, language), len(shown) < _SHORT)


def _is_run_in(shown: Sequence[str], language: str) -> bool:
    """Whether words are a heading that is set as text: "Partners We Work With."."""
    known = languages.find(language)
    if known is None or known.writing.noun_capitals or len(shown) > _RUN_IN:
        return False
    named = [word.strip('(“”".,') for word in shown[1:]]
    return all(word[:1].isupper() for word in named if len(word) > _SCRAP)


def _leans(shown: Sequence[str], language: str) -> bool:
    """Whether a sentence leans on the one before it: quoted alone it says less.

    It begins with words that lean ("However"), or points at something in its first words ("In these cases"),
    or anywhere where it is short ("We share these signals").
    """
    opening = " ".join(word.casefold().strip(',;:.“"(') for word in shown[:_OPENING])
    if f"{opening} ".startswith(_leaning(language)):
        return True
    pointing, itself = _pointing(language), _itself(language)
    return any(
        word.casefold() in pointing and after.casefold().strip(".,;:") not in itself
        for word, after in pairwise(shown if len(shown) < _BRIEF else shown[: _OPENING + 1])
    )


@lru_cache(maxsize=64)
def _pointing(language: str) -> frozenset[str]:
    return languages.of_language(language, lambda one: one.quotes.pointing)


@lru_cache(maxsize=64)
def _itself(language: str) -> frozenset[str]:
    return languages.of_language(language, lambda one: one.quotes.itself)


@lru_cache(maxsize=64)
def _leaning(language: str) -> tuple[str, ...]:
    known = languages.by_language(lambda one: one.direction.leaning)
    lines = known.get(language) or [line for lines in known.values() for line in lines]
    return tuple(f"{line.casefold()} " for line in lines)


def _point(comparison: Comparison, title: str, one: _QuotableStatement, news: NewSections) -> LedePoint:
    """What became of the words, and the words with where they stand."""
    finding, statement, number = one.finding.finding, one.statement, one.finding.number
    leads, led = visible(finding.link_new), visible(finding.link_old)
    quote = (statement.new or statement.old) if statement else None
    said = LedeQuote("", in_short(quote) if quote else "")
    if leads and led:
        both = LedeQuote("now", leads, address=True), LedeQuote("before", led, address=True)
        sentence = visible(finding.sentence).rstrip(".")
        holds = said._replace(which="in") if len(said.words.split()) >= _SHORT else None
        return LedePoint("Link", "", (holds, *both) if holds else both, number, link=sentence)
    if statement is None:
        return LedePoint("Changed", "", (LedeQuote("", visible(finding.sentence)),), number)
    where = _heading(comparison, title, statement)
    if leads or led:
        address = LedeQuote("it leads to" if leads else "it led to", leads or led, address=True)
        return LedePoint("New link" if leads else "Link gone", where, (said, address), number)
    if statement.fate == "changed" and statement.old and statement.new:
        return LedePoint("Changed", where, _both_quotes(statement, statement.old, statement.new), number)
    return LedePoint(_FATES[statement.fate], where, (said,), number, stands=news.stands(statement))


def _both_quotes(one: ShownStatement, old: Quote, new: Quote) -> tuple[LedeQuote, ...]:
    """Now and before; the other way round where words only went: then they are the news.

    The second side is cut down to what changed, and of a long sentence both are.
    """
    cut = {side: beside_edits(one.edits, side) for side in ("delete", "insert")}
    before, after = cut["delete"] or in_short(old), cut["insert"] or in_short(new)
    if all(edit.operation != "insert" for edit in one.edits):
        return LedeQuote("before", _first(old, before)), LedeQuote("now", after)
    return LedeQuote("now", _first(new, after)), LedeQuote("before", before)


def _first(quote: Quote, cut: str) -> str:
    """The side of a change that is read first: whole, where a reader takes that in, else with the begin of
    its sentence, where that can be had within as much."""
    whole, short = visible(quote.text), in_short(quote)
    if len(whole) <= _WHOLE:
        return whole
    return short if cut.startswith("…") and len(short) <= _WHOLE else min(cut, short, key=len)


def _heading_as_text(document: Document, place: int) -> str:
    """The line directly above a paragraph that is a heading set as text, "" if there is none."""
    above = document.clauses[place - 1] if place else None
    if above is None or {above.kind, document.clauses[place].kind} != {"paragraph"} or above.cell:
        return ""
    said = above.text.split()
    is_heading = len(said) <= _RUN_IN and above.text[-1:].isalpha() and above.text[:1].isupper()
    return above.text if is_heading and above.path == document.clauses[place].path else ""


def _heading(comparison: Comparison, title: str, one: ShownStatement) -> str:
    """The nearest heading above the words, and one further above that says for whom they are.

    "Notice to applicants › Retention": of the words "for two years" the first half is half of the news.
    """
    quote = one.new or one.old
    document = comparison.new if one.new else comparison.old
    if quote is None or document.clauses[quote.clause].announcement:
        return ""
    path = [each for each in below(comparison, quote.place) if each not in (quote.text, title)]
    path = [each for each in path if not heads_contents(each)]
    if not path and (above := _heading_as_text(document, quote.clause)):
        path = [above]
    labels = path[-2:] if document.clauses[quote.clause].cell else path[-1:]
    people = [one for one in path[: -len(labels)] if audience(one)][-1:]
    named = (clipped(visible(one), HEADING).rstrip(":") for one in (*people, *labels))
    return " › ".join(named)
