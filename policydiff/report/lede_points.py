"""Up to three quotes of the most important changes: cards of findings -> the points of a lede.

A quote says something by itself: a sentence that leans on the one before it, the heading of a paragraph and
the line that prints the date of the page stand behind others. What this gets wrong: a sentence that leans
without a word that shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import audience
from policydiff.report import finding_cards, wording
from policydiff.report.characters import clipped, visible
from policydiff.report.marked_text import clauses
from policydiff.report.numbered_changes import below, entries
from policydiff.report.quotes import beside_edits, edited, in_short
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document, Quote
    from policydiff.report.finding_cards import FindingCard, ShownFinding, ShownStatement, StatementFate
    from policydiff.report.numbered_changes import NumberedChange

_FATES: Mapping[StatementFate, str] = {"new": "New", "gone": "Gone", "same": "Moved"}
_POINTS = 3
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
_HEADING = 80
_LINE = 2
"""Length of a line that does no more than print a date, as a multiple of the words that say so."""
_CLAUSE = 320
"""Characters of a clause that came or went and is quoted."""
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
    """The heading above them, "" where none says anything."""
    quotes: tuple[LedeQuote, ...]
    finding: int = 0
    """Number of the finding that it quotes, 0 where it quotes a change of words."""
    entry: int = 0
    """Number of the change of words that it quotes, 0 where it quotes a finding."""
    link: str = ""
    """What became of a link that leads elsewhere."""

    @property
    def text(self) -> str:
        """All of it on one line."""
        under = f": {self.link}" if self.link else f", under “{self.where}”" if self.where else ""
        quotes = (f"{one.which} {one.words if one.address else f'“{one.words}”'}" for one in self.quotes)
        return f"{self.label}{under}: {', '.join(map(str.lstrip, quotes))}"


class _QuotableStatement(NamedTuple):
    """A statement that a lede may quote."""

    rank: int
    finding: ShownFinding
    statement: ShownStatement | None
    """None where only a link is the news."""
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


def points(comparison: Comparison, title: str, cards: Sequence[FindingCard]) -> Iterator[LedePoint]:
    """The most important changes, none that says what another says; details only where nothing else changed.

    The best of each card come first, by rank, then more of the same cards; of what is not most important,
    what says little by itself comes last.

    Args:
        comparison: what `compare` returned.
        title: the title of the document, which is no heading worth telling.
        cards: its findings.
    """
    least = min(finding_cards.RANKS)
    chosen = [card for card in cards if card.rank > least] or cards
    found = [sorted(_candidates(comparison, card), key=lambda one: one.standing) for card in chosen]
    firsts = [some[0] for some in found if some]
    others = [one for some in found for one in some[1:] if not one.standing.is_weak]
    firsts.sort(key=lambda one: (-one.rank, one.standing.is_weak, one.finding.number))
    most = max(finding_cards.RANKS)
    behind = [one for one in firsts if one.standing.is_scrap or (one.standing.leans and one.rank < most)]
    ranked = (*(one for one in firsts if one not in behind), *others, *behind)
    before: list[frozenset[str]] = []
    for one in ranked:
        point = _point(comparison, title, one)
        said = frozenset(words(f"{point.link} {point.quotes[0].words}".casefold()))
        if any(len(said & its) > _ALIKE * len(said | its) for its in before):
            continue
        before.append(said)
        yield point
        if len(before) == _POINTS:
            return


def word_points(comparison: Comparison) -> tuple[LedePoint, ...]:
    """The changes of words, where they are so few that a lede holds them all; else none."""
    found = [entry for entry in entries(comparison) if entry.matters]
    if len(found) > _POINTS or not all(len(entry.changes) == 1 and entry.rewords for entry in found):
        return ()
    points = [_word_point(comparison, entry) for entry in found if not _is_of_date(comparison, entry)]
    return () if any(len(quote.words) > _CLAUSE for one in points for quote in one.quotes) else tuple(points)


def only_date_changed(comparison: Comparison) -> bool:
    """Whether no words changed but those of lines that print the date of the page."""
    found = [entry for entry in entries(comparison) if entry.matters]
    return bool(found) and all(_is_of_date(comparison, entry) for entry in found)


def _is_of_date(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is a line that prints the date of the page, and little else."""
    return all(
        change.kind == "reworded"
        and _is_date_line(comparison.old, change.old)
        and _is_date_line(comparison.new, change.new)
        for change in entry.changes
    )


def _is_date_line(document: Document, places: Sequence[int]) -> bool:
    return any(
        len(document.clauses[place].text) < _LINE * len(one.text)
        for place in places
        for one in document.dates
        if one.clause == place
    )


def _word_point(comparison: Comparison, entry: NumberedChange) -> LedePoint:
    change = entry.changes[0]
    where = " › ".join(clipped(visible(one), _HEADING) for one in below(comparison, entry.section)[-1:])
    label = wording.LABELS[entry.kind]
    if not change.edits:
        text = clauses(comparison, change)[0].text
        return LedePoint(label, where, (LedeQuote("", clipped(visible(text), _CLAUSE)),), entry=entry.number)
    before = beside_edits(change.edits, "delete") or edited(change.edits, "delete")
    both = LedeQuote("now", edited(change.edits, "insert")), LedeQuote("before", before)
    return LedePoint(label, where, tuple(one for one in both if one.words), entry=entry.number)


def _candidates(comparison: Comparison, card: FindingCard) -> Iterator[_QuotableStatement]:
    """What a card holds that is worth a line beside the sentence about dates."""
    dates = {visible(one.text) for side in (comparison.old, comparison.new) for one in side.dates}
    for one in card.findings:
        if one.finding.category == "effective-date" or one.written_otherwise:
            continue
        statements = [each for each in one.statements if not _prints_date(each, dates)]
        if one.statements and not statements:
            continue
        for statement in [each for each in statements if not _only_introduces(each)] or statements or (None,):
            yield _QuotableStatement(card.rank, one, statement, _standing(comparison, statement))


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


def _point(comparison: Comparison, title: str, one: _QuotableStatement) -> LedePoint:
    """What became of the words, and the words with where they stand."""
    finding, statement, number = one.finding.finding, one.statement, one.finding.number
    leads, led = visible(finding.link_new), visible(finding.link_old)
    if statement is None or (leads and led):
        both = (
            LedeQuote("now", leads or "none", address=True),
            LedeQuote("before", led or "none", address=True),
        )
        return LedePoint("Link", "", both, number, link=visible(finding.sentence).rstrip("."))
    where = _heading(comparison, title, statement)
    quote = statement.new or statement.old
    said = LedeQuote("", in_short(quote) if quote else "")
    if leads or led:
        address = LedeQuote("it leads to" if leads else "it led to", leads or led, address=True)
        return LedePoint("New link" if leads else "Link gone", where, (said, address), number)
    if statement.fate == "changed" and statement.old and statement.new:
        return LedePoint("Changed", where, _both_quotes(statement, statement.old, statement.new), number)
    return LedePoint(_FATES[statement.fate], where, (said,), number)


def _both_quotes(one: ShownStatement, old: Quote, new: Quote) -> tuple[LedeQuote, ...]:
    """Now and before; the other way round where words only went: then they are the news.

    Of a short sentence the second side is cut down to what changed; of a long one both are shortened.
    """
    if old.short or new.short:
        return LedeQuote("now", in_short(new)), LedeQuote("before", in_short(old))
    if all(edit.operation != "insert" for edit in one.edits):
        after = beside_edits(one.edits, "insert") or in_short(new)
        return LedeQuote("before", in_short(old)), LedeQuote("now", after)
    before = beside_edits(one.edits, "delete") or in_short(old)
    return LedeQuote("now", in_short(new)), LedeQuote("before", before)


def _heading(comparison: Comparison, title: str, one: ShownStatement) -> str:
    """The nearest heading above the words, and one further above that says for whom they are.

    "Notice to applicants › Retention": of the words "for two years" the first half is half of the news.
    """
    quote = one.new or one.old
    path = [one for one in below(comparison, quote.path) if one not in (quote.text, title)] if quote else []
    people = [one for one in path[:-1] if audience(one)][-1:]
    named = (clipped(visible(one), _HEADING).rstrip(":") for one in (*people, *path[-1:]))
    return " › ".join(named)
