"""The findings as cards of one story each: findings -> what every output shows of them.

In: a comparison with its findings. Out: the findings in the order in which a reader wants them, with the
words on both sides as runs that mark what changed, where in the policy they stand, and a citation to copy;
and cards, each of which holds what changed in one section, or in one matter across sections, so that a reader
sees five sentences on one subject as one entry.

Promises and rights that are gone come first within their rank. A link to the same form under another domain
comes last: it is shown, but nobody's rights changed with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.models import CATEGORY_TRAITS, CHOICES, Edit, QuotedStatement
from policydiff.report import document_text
from policydiff.report.change_text import where
from policydiff.report.changelog import is_of_changelog
from policydiff.report.characters import visible
from policydiff.report.marked_text import TextRun, are_rewritten, in_line, joined, tight, two_wholes
from policydiff.report.numbered_changes import section
from policydiff.report.side_names import shortened
from policydiff.report.whole_quotes import with_the_same_sentences
from policydiff.report.written_otherwise import is_address_written_otherwise
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document, Finding, Quote
    from policydiff.report.marked_text import MarkedText
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.side_names import CaptureInfo, CapturePair

HEADING = "What changed in substance"
RANKS: Mapping[int, str] = {3: "Most important", 2: "Also changed", 1: "For completeness"}
_MOST_OF_A_CARD = 8
"""Most findings of one section in one card; more are grouped by what they are about."""

StatementFate = Literal["new", "gone", "changed", "same"]
"""What became of a statement; "same": its words stayed, and only its link leads elsewhere."""


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """One statement of a finding, prepared for display."""

    old: Quote | None
    new: Quote | None
    edits: tuple[Edit, ...]
    """The words: on both sides with their edits, else all of them inserted or deleted."""
    where: str
    """The headings above it; for a statement that was removed, those of the old side."""
    entry: int
    """Number of the change in which the words are found, 0 if their clause did not change."""
    weight: float = 0.0
    """Its weight by the trained reader, in log-odds."""
    worth: int = 0
    """The weight that an editor would give it, in thousandths."""

    @property
    def fate(self) -> StatementFate:
        """What became of it."""
        if self.old is None:
            return "new"
        if self.new is None:
            return "gone"
        return "changed" if any(edit.operation != "equal" for edit in self.edits) else "same"

    @property
    def before(self) -> MarkedText:
        """The words of the old side, what was deleted marked."""
        return tight(tuple(TextRun(edit.operation, visible(edit.old)) for edit in self.edits))

    @property
    def now(self) -> MarkedText:
        """The words of the new side, what was inserted marked."""
        return tight(tuple(TextRun(edit.operation, visible(edit.new)) for edit in self.edits))

    @property
    def words(self) -> MarkedText:
        """Both sides in one paragraph."""
        return in_line(joined(self.edits))

    @property
    def unwoven(self) -> tuple[MarkedText, ...]:
        """Both sides in one paragraph, or in one each where the statement was rewritten."""
        return two_wholes(self.edits) if are_rewritten(self.edits) else (self.words,)


@dataclass(frozen=True, slots=True)
class StatementSection:
    """Statements of one finding that stand in one section."""

    where: str
    runs: tuple[tuple[ShownStatement, ...], ...]
    """The statements as they are shown: those that came, and those that went, each as the items of one list;
    those that changed one by one."""

    @property
    def statements(self) -> tuple[ShownStatement, ...]:
        """All of them."""
        return tuple(one for run in self.runs for one in run)


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding, prepared for display."""

    number: int
    """From 1, most important first."""
    finding: Finding
    matter: str
    """The category in words."""
    rank: int
    """Its importance, reduced if only the domain of a form changed."""
    sentence: str
    statements: tuple[ShownStatement, ...]
    """Its statements, the most important first."""
    citations: tuple[str, ...]
    """One for each side of each statement, as plain text."""
    same_as: int = 0
    """Number of an earlier finding in its card, on another matter, that holds all its words; 0 if there is
    none."""

    @property
    def quotes_only(self) -> bool:
        """Whether its sentence says no more than the words it quotes, which stand below it anyway."""
        return bool(self.statements) and self.finding.category != "effective-date"

    @property
    def nearest(self) -> str:
        """The statement of the other side, in another place, that is most like its first one, with its
        section; "" if there is none."""
        near = self.finding.nearest
        if near is None:
            return ""
        section = f", under “{visible(near.path[-1])}”" if near.path else ""
        when = "before" if self.finding.old is None else "now"
        return f"Nearest {when}{section}: “{visible(near.text)}”"

    @property
    def where(self) -> str:
        """The section of its first statement."""
        return self.statements[0].where if self.statements else ""

    @property
    def entries(self) -> tuple[int, ...]:
        """Numbers of the changes in which its words are found."""
        return tuple(dict.fromkeys(one.entry for one in self.statements if one.entry))

    @property
    def sections(self) -> tuple[StatementSection, ...]:
        """Its statements by section, the sections in the order of their most important ones."""
        by_section: dict[str, list[ShownStatement]] = {}
        for one in self.statements:
            by_section.setdefault(one.where, []).append(one)
        return tuple(StatementSection(named, _runs(found)) for named, found in by_section.items())

    @property
    def written_otherwise(self) -> bool:
        """Whether nothing but the writing of an address changed."""
        return is_address_written_otherwise(self.finding)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where a link led and leads, with the name of the side, where the target is the news."""
        sides = (("Old", self.finding.link_old), ("New", self.finding.link_new))
        return tuple((which, target) for which, target in sides if target)


def _runs(found: Iterable[ShownStatement]) -> tuple[tuple[ShownStatement, ...], ...]:
    groups = (tuple(group) for _, group in groupby(found, lambda one: one.fate))
    return tuple(
        run
        for group in groups
        for run in ([group] if group[0].fate in ("new", "gone") else [(one,) for one in group])
    )


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A card: findings of one section, or of one matter across sections."""

    rank: int
    """3 is most important."""
    where: str
    """The section, "" if it is about several."""
    matters: tuple[str, ...]
    """What it is about, in words."""
    findings: tuple[ShownFinding, ...]

    @property
    def first(self) -> int:
        """Number of its first finding."""
        return self.findings[0].number

    @property
    def head(self) -> str:
        """Its title: its section and what it is about."""
        return " · ".join(filter(None, (self.where, ", ".join(self.matters))))


def cards(
    comparison: Comparison, sides: CapturePair, found: Iterable[NumberedChange] = ()
) -> tuple[FindingCard, ...]:
    """The findings of a comparison as cards, most important first; the findings are numbered in that order.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        found: its numbered changes, to which the findings lead.
    """
    quoting = _Quoting.of(comparison, shortened(sides))
    news, olds = _places(found)
    done: list[FindingCard] = []
    number = 1
    for rank, group in _grouped(comparison):
        shown = tuple(
            _shown(comparison, quoting, place, finding, (news, olds))
            for place, finding in enumerate(group, number)
        )
        number += len(shown)
        shown = tuple(_with_same(shown))
        matters = tuple(dict.fromkeys(one.matter for one in shown))
        places = {statement.where for one in shown for statement in one.statements}
        done.append(FindingCard(rank, places.pop() if len(places) == 1 else "", matters, shown))
    return tuple(done)


def by_rank(found: Sequence[FindingCard]) -> tuple[tuple[int, str, tuple[FindingCard, ...]], ...]:
    """The cards by rank, each rank with its name and the number of its findings."""
    groups = ((rank, tuple(card for card in found if card.rank == rank)) for rank in RANKS)
    return tuple(
        (rank, f"{RANKS[rank]} ({sum(len(card.findings) for card in group)})", group)
        for rank, group in groups
        if group
    )


def _grouped(comparison: Comparison) -> list[tuple[int, list[Finding]]]:
    """Findings of one rank and section together, in the order in which a reader wants them.

    A finding whose statements stand in several sections is a story of its own.
    """
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(comparison.findings):
        paths = {quote.path for one in finding.all_statements if (quote := one.new or one.old)}
        sections = {where(comparison, path) for path in paths if path} or {finding.category}
        story = sections.pop() if len(sections) == 1 else number
        groups.setdefault((_rank(finding), story), []).append(finding)
    split: list[tuple[int, list[Finding]]] = []
    for group in groups.values():
        rank = _rank(group[0])
        if len(group) <= _MOST_OF_A_CARD:
            split.append((rank, group))
            continue
        matters: dict[str, list[Finding]] = {}
        for finding in group:
            matters.setdefault(finding.category, []).append(finding)
        split += [(rank, some) for some in matters.values()]
    split = [(rank, sorted(group, key=_urgency)) for rank, group in split]
    return sorted(split, key=lambda one: (-one[0], _urgency(one[1][0])))


def _rank(finding: Finding) -> int:
    is_no_news = is_address_written_otherwise(finding) or is_of_changelog(finding)
    return min(RANKS) if is_no_news else finding.importance


def _urgency(finding: Finding) -> int:
    """The order within a rank: promises and rights that are gone, then those that were narrowed."""
    if is_address_written_otherwise(finding):
        return 3
    right = finding.category in CHOICES
    first = next(iter(finding.all_statements), None)
    gone = first is not None and first.new is None
    if gone and (right or finding.direction == "widened"):
        return 0
    return 1 if (right and finding.direction in ("removed", "narrowed")) or gone else 2


def _with_same(found: Iterable[ShownFinding]) -> Iterator[ShownFinding]:
    """The findings, each linked to an earlier one that holds all its words: these are shown once."""
    before: list[tuple[int, frozenset[tuple[Quote | None, Quote | None]]]] = []
    for one in found:
        words = frozenset((each.old, each.new) for each in one.statements)
        first = next((number for number, held in before if words and words <= held), 0)
        before += [] if first else [(one.number, words)]
        yield replace(one, same_as=first) if first else one


def _places(found: Iterable[NumberedChange]) -> tuple[dict[int, int], dict[int, int]]:
    """For the clauses of each side (new, old), the number of the change that shows them."""
    news: dict[int, int] = {}
    olds: dict[int, int] = {}
    for entry in found:
        for change in entry.changes:
            news.update(dict.fromkeys(change.new, entry.number))
            olds.update(dict.fromkeys(change.old, entry.number))
    return news, olds


def _shown(
    comparison: Comparison,
    quoting: _Quoting,
    number: int,
    finding: Finding,
    places: tuple[Mapping[int, int], Mapping[int, int]],
) -> ShownFinding:
    return ShownFinding(
        number,
        finding,
        CATEGORY_TRAITS[finding.category].name,
        _rank(finding),
        visible(finding.sentence),
        tuple(_shown_statement(comparison, one, *places) for one in finding.all_statements),
        tuple(quoting.citations(finding)),
    )


def _shown_statement(
    comparison: Comparison, one: QuotedStatement, news: Mapping[int, int], olds: Mapping[int, int]
) -> ShownStatement:
    one = _with_the_same_sentences(comparison, one)
    here = news.get(one.new.clause, 0) if one.new else 0
    return ShownStatement(
        one.old,
        one.new,
        _edits(one.old, one.new),
        _where(comparison, one),
        here or (olds.get(one.old.clause, 0) if one.old else 0),
        one.weight,
        one.worth,
    )


def _where(comparison: Comparison, one: QuotedStatement) -> str:
    """The headings above a statement; of an announcement beside the policy that it is one."""
    quoted, side = (one.new, comparison.new) if one.new else (one.old, comparison.old)
    if quoted is None:
        return ""
    clause = side.clauses[quoted.clause]
    return where(comparison, section(clause) if clause.announcement else quoted.place)


def _with_the_same_sentences(comparison: Comparison, one: QuotedStatement) -> QuotedStatement:
    if one.old is None or one.new is None:
        return one
    clauses = comparison.old.clauses[one.old.clause], comparison.new.clauses[one.new.clause]
    old, new = with_the_same_sentences(
        one.old, one.new, clauses[0].text, clauses[1].text, comparison.new.language
    )
    return replace(one, old=old, new=new)


def _edits(old: Quote | None, new: Quote | None) -> tuple[Edit, ...]:
    if old and new:
        return text_edits(old.text, new.text)
    if new:
        return (Edit("insert", "", new.text),)
    return (Edit("delete", old.text, ""),) if old else ()


class _Quoting(NamedTuple):
    """Quotes with their source, of which much is the same for all of one side."""

    comparison: Comparison
    old: Sequence[str]
    """The title of the old side, its version, its name, who recorded it."""
    new: Sequence[str]

    @classmethod
    def of(cls, comparison: Comparison, sides: CapturePair) -> _Quoting:
        """The quotes of both sides of a comparison."""
        return cls(
            comparison,
            _source(comparison, comparison.old, sides.old),
            _source(comparison, comparison.new, sides.new),
        )

    def citations(self, finding: Finding) -> Iterator[str]:
        """Each statement of a finding with its source, to copy."""
        for one in finding.all_statements:
            both = one.old is not None and one.new is not None
            if one.old:
                yield self._citation(self.old, one.old, "Before: " if both else "")
            if one.new:
                yield self._citation(self.new, one.new, "Now: " if both else "")

    def _citation(self, source: Sequence[str], quote: Quote, lead: str) -> str:
        place = [f"under “{where(self.comparison, quote.place)}”"] if quote.place else []
        return f"{lead}“{visible(quote.text)}” – {', '.join(filter(None, (*source, *place)))}"


def _source(comparison: Comparison, document: Document, side: CaptureInfo) -> Sequence[str]:
    return (
        visible(document.title) or document_text.title(comparison),
        document_text.version(document, side),
        document_text.name(side, ""),
        document_text.credit(side),
    )
