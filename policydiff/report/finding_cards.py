"""What changed in substance, as a reader is told it: findings -> what each output shows of them.

In: a comparison with its findings. Out: one value for each, most important first, with the words on both
sides as runs that mark what changed, where in the policy they stand, and a citation to copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import Edit
from policydiff.report import change_text, document_text, wording
from policydiff.report.captures import shortened
from policydiff.report.characters import visible
from policydiff.report.marked_text import TextRun, in_line, joined, tight
from policydiff.text import tokens, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Category, Comparison, Document, Finding, Quote
    from policydiff.report.captures import CaptureInfo, CapturePair
    from policydiff.report.marked_text import MarkedText
    from policydiff.report.numbered_changes import NumberedChange

HEADING = "What changed in substance"
OPEN_READING = "The words can be read another way."
IMPORTANCE: Mapping[int, str] = {3: "Headline", 2: "For the article", 1: "For completeness"}
MATTERS: Mapping[Category, str] = {
    "legal-basis": "Legal basis",
    "ai-training": "AI training",
    "opt-out": "Opting out",
    "data-collection": "Data collected",
    "sharing": "Sharing",
    "purpose": "Purposes",
    "retention": "Retention",
    "rights": "Rights",
    "children": "Children",
    "transfers": "Transfers abroad",
    "security": "Security",
    "controller-contact": "Controller and contact",
    "effective-date": "Date",
    "change-notice": "Notice of changes",
    "disputes": "Disputes",
}
THEMES: Mapping[int, str] = {3: "Headlines", 2: "For the article"}
"""Importance in words before what findings are about."""
_MANY = 4
"""Findings whose matters are worth a line above them."""
_MOST = 24
"""Findings of one importance that a reader goes through one by one."""
_ISLAND = 2
"""Kept words between two edits that a reader takes in faster as part of the edit."""
_LONGEST = 400
"""Words on a side of a quote beyond which the two are set beside one another without marks."""


class Theme(NamedTuple):
    """What several findings are about."""

    rank: int
    """Their importance."""
    matter: str
    findings: int
    first: int
    """Number of the first of them."""


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding as a reader is told it."""

    number: int
    """From 1, most important first."""
    finding: Finding
    matter: str
    """The category in words."""
    weight: str
    """The importance in words."""
    sentence: str
    edits: tuple[Edit, ...]
    """The words quoted: on both sides with their edits, else all of them inserted or deleted."""
    where: str
    """The headings above, for what was removed those of the old side."""
    entry: int
    """Number of the change in which the words are found, 0 where their clause did not change."""
    citations: tuple[str, ...]
    """One for each side that is quoted, as plain text."""

    @property
    def quotes_only(self) -> bool:
        """Whether its sentence says no more than the words it quotes, which stand below it anyway."""
        return bool(self.edits) and not self.finding.detail

    @property
    def edited(self) -> bool:
        """Whether the words of the two sides differ."""
        return any(edit.operation != "equal" for edit in self.edits)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where a link led and leads, with the name of the side, where the target is the news."""
        sides = (("Old", self.finding.link_old), ("New", self.finding.link_new))
        return tuple((which, target) for which, target in sides if target)

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


def finding_cards(
    comparison: Comparison, sides: CapturePair, found: Iterable[NumberedChange] = ()
) -> tuple[FindingCard, ...]:
    """The findings of a comparison as a reader is told them, most important first.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        found: its entries, to which the findings lead.
    """
    sides = shortened(sides)
    news, olds = _places(found)
    ranked = sorted(comparison.findings, key=lambda finding: -finding.importance)
    return tuple(
        _finding_card(comparison, sides, number, finding, _entry(finding, news, olds))
        for number, finding in enumerate(ranked, 1)
    )


def grouped(findings: Sequence[FindingCard]) -> tuple[tuple[int, str, tuple[FindingCard, ...]], ...]:
    """The findings by importance, with a heading that counts them."""
    groups = ((rank, tuple(f for f in findings if f.finding.importance == rank)) for rank in IMPORTANCE)
    return tuple((rank, _counted(rank, len(group)), group) for rank, group in groups if group)


def themes(findings: Sequence[FindingCard]) -> tuple[Theme, ...]:
    """What findings of more than completeness are about, most important first; none where they are few."""
    found: dict[tuple[int, str], Theme] = {}
    for card in findings:
        rank = card.finding.importance
        if rank > min(IMPORTANCE):
            before = found.get((rank, card.matter), Theme(rank, card.matter, 0, card.number))
            found[rank, card.matter] = before._replace(findings=before.findings + 1)
    themes = tuple(found.values())
    return themes if sum(theme.findings for theme in themes) >= _MANY else ()


def theme_lines(findings: Sequence[FindingCard]) -> tuple[str, ...]:
    """The same as a line for each importance: "Headlines: AI training (3), sharing"."""
    found = themes(findings)
    lines = []
    for rank, heading in THEMES.items():
        named = [
            f"{theme.matter}{f' ({theme.findings})' if theme.findings > 1 else ''}"
            for theme in found
            if theme.rank == rank
        ]
        lines += [f"{heading}: {', '.join(named)}."] if named else []
    return tuple(lines)


def by_matter(findings: Sequence[FindingCard]) -> tuple[tuple[str, tuple[FindingCard, ...]], ...]:
    """Findings of one importance by their matter, with its number; none where they are few enough to read."""
    if len(findings) <= _MOST:
        return ()
    found: dict[str, list[FindingCard]] = {}
    for card in findings:
        found.setdefault(card.matter, []).append(card)
    return tuple((f"{matter} ({len(some)})", tuple(some)) for matter, some in found.items())


def _counted(rank: int, number: int) -> str:
    return wording.count(number, "headline") if rank == max(IMPORTANCE) else f"{IMPORTANCE[rank]} ({number})"


def _places(found: Iterable[NumberedChange]) -> tuple[dict[int, int], dict[int, int]]:
    """For clauses of the new and of the old side the entry that shows them."""
    news: dict[int, int] = {}
    olds: dict[int, int] = {}
    for entry in found:
        for change in entry.changes:
            news.update(dict.fromkeys(change.new, entry.number))
            olds.update(dict.fromkeys(change.old, entry.number))
    return news, olds


def _entry(finding: Finding, news: Mapping[int, int], olds: Mapping[int, int]) -> int:
    here = news.get(finding.new.clause, 0) if finding.new else 0
    return here or (olds.get(finding.old.clause, 0) if finding.old else 0)


def _finding_card(
    comparison: Comparison, sides: CapturePair, number: int, finding: Finding, entry: int
) -> FindingCard:
    quoted = finding.new or finding.old
    return FindingCard(
        number,
        finding,
        MATTERS[finding.category],
        IMPORTANCE[finding.importance],
        visible(finding.sentence),
        _edits(finding),
        change_text.where(comparison, quoted.path) if quoted else "",
        entry,
        tuple(_citations(comparison, sides, finding)),
    )


def _edits(finding: Finding) -> tuple[Edit, ...]:
    if finding.old and finding.new:
        return compared(finding.old.text, finding.new.text)
    if finding.new:
        return (Edit("insert", "", finding.new.text),)
    return (Edit("delete", finding.old.text, ""),) if finding.old else ()


def compared(old: str, new: str) -> tuple[Edit, ...]:
    """Two quotes as runs of kept, deleted and inserted words.

    Punctuation and capitals alone are no edit. A kept word or two between two longer edits belong to the
    edit: "for your safety and comfort" and "to sell and advertise it" share no word that helps a reader.

    >>> compared("We keep it for 30 days.", "We keep it for 90 days.")[1:3]
    (Edit(operation='delete', old='30 ', new=''), Edit(operation='insert', old='', new='90 '))
    """
    (starts, before), (ends, after) = _words(old), _words(new)
    if not before or not after or max(len(before), len(after)) > _LONGEST:
        return tuple(_edit(old, new))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    edits: list[Edit] = []
    was = now = 0
    for a, b, size in _kept(blocks):
        edits += _edit(_cut(old, starts, was, a), _cut(new, ends, now, b))
        was, now = a + size, b + size
        edits.append(Edit("equal", _cut(old, starts, a, was), _cut(new, ends, b, now)))
    return tuple(edit for edit in edits if edit.old or edit.new)


def _words(text: str) -> tuple[list[int], list[str]]:
    """Where each word begins, and the word as it is compared; punctuation belongs to the word before it."""
    found = [(start, word) for start, word in zip(*tokens(text), strict=True) if word_count(word)]
    return [start for start, _ in found], [word for _, word in found]


def _kept(blocks: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The stretches that both sides hold, islands between two longer edits left out."""
    end = 0, 0
    for (a, b, size), (after_a, after_b, _) in pairwise([*blocks, blocks[-1]]):
        left = max(a - end[0], b - end[1])
        right = max(after_a - a - size, after_b - b - size)
        if size == 0 or size > _ISLAND or size >= min(left, right):
            yield a, b, size
        end = a + size, b + size


def _cut(text: str, starts: Sequence[int], first: int, behind: int) -> str:
    """The words from one token up to another, with the blank behind them."""
    begin, end = (starts[at] if 0 < at < len(starts) else len(text) * bool(at) for at in (first, behind))
    return text[begin:end]


def _edit(gone: str, came: str) -> Iterator[Edit]:
    """What one side has and the other has not; signs without a word are no edit."""
    if not any(letter.isalnum() for letter in gone + came):
        yield Edit("equal", gone, came)
        return
    if gone:
        yield Edit("delete", gone, "")
    if came:
        yield Edit("insert", "", came)


def _citations(comparison: Comparison, sides: CapturePair, finding: Finding) -> Iterator[str]:
    both = finding.old is not None and finding.new is not None
    if finding.old:
        yield _citation(comparison, comparison.old, sides.old, finding.old, "Before: " if both else "")
    if finding.new:
        yield _citation(comparison, comparison.new, sides.new, finding.new, "Now: " if both else "")


def _citation(comparison: Comparison, document: Document, side: CaptureInfo, quote: Quote, lead: str) -> str:
    known = [visible(document.title) or document_text.title(comparison)]
    known += [document_text.version(document, side), document_text.name(side, ""), document_text.credit(side)]
    if quote.path:
        known.append(f"under “{change_text.where(comparison, quote.path)}”")
    return f"{lead}“{visible(quote.text)}” – {', '.join(filter(None, known))}"
