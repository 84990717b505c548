"""What happened, in one to three sentences and up to three quotes, as somebody would begin to tell it.

In: a comparison, how its sides are called, and what an archive knows of the time between them. Out:
sentences made of facts (whose document, when, from when in force, with how much notice) and quotes of the
most important changes. Nothing is judged here and nothing said that is not known: without times of capture
no time is told, and "nobody recorded this page between" only where an archive was asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff.comparability import audience
from policydiff.report import days, figures, finding_cards, verdict_text, wording
from policydiff.report.captures import day
from policydiff.report.characters import clipped, visible
from policydiff.report.numbered_changes import below
from policydiff.report.quotes import around_edits, quoted
from policydiff.report.subject import subject, whose
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from policydiff.models import Between, Comparison
    from policydiff.report.captures import CapturePair
    from policydiff.report.finding_cards import FindingCard, ShownFinding, ShownStatement, StatementFate
    from policydiff.report.subject import Subject

_WHY_NOT: Mapping[str, str] = {
    "other-variant": "they are two variants of it, or two documents, not two moments of one",
    "broken-capture": "one of them is no good capture of a policy",
}
_FATES: Mapping[StatementFate, str] = {"new": "New", "gone": "Gone", "same": "Moved"}
_POINTS = 3
_LONG = 14
"""Days without a record that are worth a sentence."""
_SHORT = 9
"""Words of a quote that says little without the heading above it."""
_SCRAP = 4
"""Words that are no sentence in any place: a heading, an item of a list."""
_BRIEF = 16
"""Words of a sentence in which "these signals" is half of what it says."""
_HEADING = 80
_ALIKE = 0.6
"""Share of words in common of two quotes that say the same, of different people or purposes."""
_POINTING = frozenset(
    "this these those such cette ces cet diese dieser dieses solche esta este estos".split()
)
"""Words that point at something said before."""
_ITSELF = frozenset(
    "policy privacy notice statement document page website site app application service services section"
    " purpose purposes"
    " politique déclaration avis page rubrique datenschutzerklärung erklärung seite website política".split()
)
"""What a policy points at when it points at itself, or at what the heading says: "for this purpose"."""
_LEANING = frozenset(
    "this these those such they it he she them their its for example e.g also in addition however therefore"
    " cela ceci ces cette celui ils elles il elle par exemple ainsi également toutefois"
    " dies diese dieser dieses solche sie es zum beispiel ebenso außerdem jedoch"
    " esto esta estos estas ello ellos por ejemplo además".split()
)
"""Words with which a sentence begins that leans on the one before it: quoted alone it says less."""


@dataclass(frozen=True, slots=True)
class Lede:
    """The beginning of a report."""

    sentences: tuple[str, ...]
    """One to three."""
    points: tuple[LedePoint, ...] = ()
    """The most important changes in the policy's own words, three at most."""

    @property
    def text(self) -> str:
        """The sentences as one paragraph."""
        return " ".join(self.sentences)


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
    finding: int
    """Number of the finding that it quotes."""
    link: str = ""
    """What became of a link that leads elsewhere."""

    @property
    def text(self) -> str:
        """All of it on one line."""
        under = f": {self.link}" if self.link else f", under “{self.where}”" if self.where else ""
        told = (f"{one.which} {one.words if one.address else f'“{one.words}”'}" for one in self.quotes)
        return f"{self.label}{under}: {', '.join(map(str.lstrip, told))}"


def lede(
    comparison: Comparison,
    sides: CapturePair,
    between: Between | None = None,
    about: Subject | None = None,
) -> Lede:
    """What happened, for somebody who reads nothing else.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between; None where none was asked.
        about: whose document it is, where somebody has asked already.
    """
    about = about or subject(comparison, sides)
    named = _subject(about)
    if not comparison.comparable:
        return Lede(
            (f"The two captures of {_inside(named)} cannot be compared: {_WHY_NOT[comparison.verdict]}.",)
        )
    cards = finding_cards.cards(comparison, sides)
    happened = _happened(comparison, sides, between, named, cards)
    further = (*_dates(comparison, sides), *_extent(comparison), *_unrecorded(sides, between))
    return Lede((happened, *further)[:3], tuple(_points(comparison, about.title, cards)))


# --- the sentences -------------------------------------------------------------------------------


def _subject(about: Subject) -> str:
    """The document at the start of a sentence: Fernleaf Ltd’s “Privacy Policy” (fernleaf/privacy-policy)."""
    kept = f" ({about.series})" if about.series else ""
    if not about.title:
        kind = "policy" if about.is_policy or about.owner else "document"
        return (
            f"{whose(about.owner)} {kind}{kept}" if about.owner else f"The {kind}{kept or ' without a title'}"
        )
    if about.owner and not about.names_owner:
        return f"{whose(about.owner)} “{about.title}”{kept}"
    return f"The {'' if about.is_policy else 'document '}“{about.title}”{kept}"


def _inside(named: str) -> str:
    """The same inside of a sentence."""
    return named.replace("The ", "the ", 1) if named.startswith("The ") else named


def _happened(
    comparison: Comparison,
    sides: CapturePair,
    between: Between | None,
    named: str,
    cards: Sequence[FindingCard],
) -> str:
    when = _when(comparison, sides, between)
    if comparison.verdict == "identical":
        return f"{named} reads the same in both captures."
    if comparison.verdict == "cosmetic":
        return f"{named} changed in no word{when}, only in layout, order or links."
    if comparison.verdict == "editorial":
        unclear = "".join(
            f"; {_lowered(one.sentence).partition(': ')[0].rstrip('.')}"
            for one in comparison.reasons
            if one.code == "unclear"
        )
        found = "nothing was found on which a reader’s rights or data depend"
        return f"{named} was reworded{when}; {found}{unclear}."
    if not cards:
        return f"{named} changed{when}: {_lowered(comparison.reasons[0].sentence)}"
    if all(one.written_otherwise for card in cards for one in card.findings):
        return f"{named} changed{when} only in how an address is written."
    number = sum(len(card.findings) for card in cards if card.rank > min(finding_cards.RANKS))
    if not number:
        return f"{named} changed{when}, in points of detail."
    return f"{named} changed in substance{when}, in {'one point' if number == 1 else f'{number:,} points'}."


def _lowered(sentence: str) -> str:
    shown = visible(sentence).rstrip(".")
    return f"{shown[:1].lower()}{shown[1:]}."


def _when(comparison: Comparison, sides: CapturePair, between: Between | None) -> str:
    """When, as far as it is known: " between 17 and 21 May 2024", or by the dates that both sides print."""
    old, new = sides.old.captured_at, sides.new.captured_at
    if old and new:
        if new < old:
            return f" from the capture of {day(old)} to the earlier one of {day(new)}"
        after = max(old, between.unchanged_until or old) if between else old
        return f" {days.bracket(min(after, new), new)}"
    dates = verdict_text.printed_date(comparison.old), verdict_text.printed_date(comparison.new)
    if dates[0] and dates[1] and dates[0] != dates[1]:
        return f" from the version of {day(dates[0])} to that of {day(dates[1])}"
    return ""


def _dates(comparison: Comparison, sides: CapturePair) -> Iterator[str]:
    """From when it is in force and with how much notice, or that the printed date stayed as it was."""
    found = verdict_text.noticed(comparison, sides)
    if found is not None:
        yield _in_force(*found)
        return
    dates = verdict_text.printed_date(comparison.old), verdict_text.printed_date(comparison.new)
    if comparison.verdict in ("identical", "cosmetic") or dates[1] is None:
        return
    if dates[0] == dates[1]:
        yield f"The date printed on it, {day(dates[1])}, did not change."
    elif dates[0] is not None and sides.old.captured_at and sides.new.captured_at:
        yield f"The date printed on it went from {day(dates[0])} to {day(dates[1])}."


def _in_force(effective: date, ahead: int) -> str:
    if ahead > 0:
        later = wording.count(ahead, "day")
        return f"By its own words it is in force from {day(effective)}, {later} after this capture."
    if ahead == 0:
        return f"By its own words it is in force from {day(effective)}, the day of this capture."
    return f"By its own words it had been in force since {day(effective)}."


def _extent(comparison: Comparison) -> Iterator[str]:
    yield from verdict_text.extent(comparison)
    changed = figures.figures(comparison).links_matter
    if changed and comparison.verdict in ("cosmetic", "editorial"):
        yield f"Of the links that lead to a right, {changed:,} came, went or got another address."


def _unrecorded(sides: CapturePair, between: Between | None) -> Iterator[str]:
    old, new = sides.old.captured_at, sides.new.captured_at
    if between is None or old is None or new is None or between.captures:
        return
    after = max(old, between.unchanged_until or old)
    if (new - after).days > _LONG:
        yield f"Nobody recorded this page in the {days.days_between(after, new)} between."


# --- the quotes ----------------------------------------------------------------------------------


class _QuotableStatement(NamedTuple):
    """A statement that a lede may quote."""

    rank: int
    finding: ShownFinding
    statement: ShownStatement | None
    """None where only a link is the news."""


def _points(comparison: Comparison, title: str, cards: Sequence[FindingCard]) -> Iterator[LedePoint]:
    """The most important changes, none that says what another says.

    One of each card comes first, within a rank those whose words stand alone; then more of the same cards.
    """
    told = [sorted(_candidates(card), key=_leans) for card in cards]
    firsts = sorted(
        (found[0] for found in told if found), key=lambda one: (-one.rank, _leans(one)[0], one.finding.number)
    )
    before: list[frozenset[str]] = []
    for one in (*firsts, *(one for found in told for one in found[1:])):
        point = _point(comparison, title, one)
        said = frozenset(words(f"{point.link} {point.quotes[0].words}".casefold()))
        if any(len(said & its) > _ALIKE * len(said | its) for its in before):
            continue
        before.append(said)
        yield point
        if len(before) == _POINTS:
            return


def _candidates(card: FindingCard) -> Iterator[_QuotableStatement]:
    """What a card holds that is worth a line beside the sentence about dates."""
    for one in card.findings:
        if one.finding.category == "effective-date" or one.written_otherwise:
            continue
        told = [statement for statement in one.statements if not _introduces(statement)]
        for statement in told or one.statements or (None,):
            yield _QuotableStatement(card.rank, one, statement)


def _introduces(one: ShownStatement) -> bool:
    """Whether it only says that something follows: "We collect the following data:"."""
    quote = one.new or one.old
    return one.fate != "changed" and quote is not None and quote.text.rstrip().endswith(":")


def _leans(one: _QuotableStatement) -> tuple[bool, bool]:
    """What stands worse alone: a sentence that leans on another, a few words of a list."""
    quote = (one.statement.new or one.statement.old) if one.statement else None
    shown = visible(quote.text).split() if quote else []
    if not shown:
        return False, False
    leaning = shown[0].casefold().strip(',;:.“"(') in _LEANING
    points_back = len(shown) < _BRIEF and any(
        word.casefold() in _POINTING and after.casefold().strip(".,;:") not in _ITSELF
        for word, after in pairwise(shown)
    )
    return leaning or points_back or len(shown) < _SCRAP, len(shown) < _SHORT


def _point(comparison: Comparison, title: str, one: _QuotableStatement) -> LedePoint:
    """What became of the words, and the words with where they stand."""
    finding, statement, number = one.finding.finding, one.statement, one.finding.number
    leads, led = visible(finding.link_new), visible(finding.link_old)
    if statement is None or (leads and led):
        both = (
            LedeQuote("now", leads or "none", address=True),
            LedeQuote("before", led or "none", address=True),
        )
        return LedePoint("Link", "", both, number, visible(finding.sentence).rstrip("."))
    where = _heading(comparison, title, statement)
    quote = statement.new or statement.old
    said = LedeQuote("", quoted(quote.text if quote else ""))
    if leads or led:
        address = LedeQuote("it leads to" if leads else "it led to", leads or led, address=True)
        return LedePoint("New link" if leads else "Link gone", where, (said, address), number)
    if statement.fate == "changed":
        return LedePoint("Changed", where, _both_quotes(statement), number)
    return LedePoint(_FATES[statement.fate], where, (said,), number)


def _both_quotes(one: ShownStatement) -> tuple[LedeQuote, ...]:
    """Now and before; the other way round where words only went: then they are the news."""
    only_gone = all(edit.operation != "insert" for edit in one.edits)
    now = LedeQuote("now", around_edits(one.edits, "insert", shortest=only_gone))
    before = LedeQuote("before", around_edits(one.edits, "delete", shortest=not only_gone))
    return (before, now) if only_gone else (now, before)


def _heading(comparison: Comparison, title: str, one: ShownStatement) -> str:
    """The nearest heading above the words, and one further above that says for whom they are.

    "Notice to applicants › Retention": of the words "for two years" the first half is half of the news.
    """
    quote = one.new or one.old
    path = [one for one in below(comparison, quote.path) if one not in (quote.text, title)] if quote else []
    people = [one for one in path[:-1] if audience(one)][-1:]
    named = (clipped(visible(one), _HEADING).rstrip(":") for one in (*people, *path[-1:]))
    return " › ".join(named)
