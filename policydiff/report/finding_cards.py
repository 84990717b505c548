"""The findings as cards of one story each: findings -> what every output shows of them.

In: a comparison with its findings. Out: the findings in the order in which a reader wants them, with the
words on both sides as runs that mark what changed, where in the policy they stand, and a citation to copy;
and cards, each of which holds what changed in one section, so that a story told in five sentences is one
thing to read.

What a company promised and promises no longer, and rights that went, come first within their rank. A link
to the same form under another domain comes last: nobody's rights changed with it, and it is shown all the
same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.models import Edit
from policydiff.report import document_text
from policydiff.report.captures import shortened
from policydiff.report.change_text import where
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
RANKS: Mapping[int, str] = {3: "Most important", 2: "Also changed", 1: "For completeness"}
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
_MOST_OF_A_CARD = 8
"""Findings of one section that are one story; more are told by what they are about."""
_ISLAND = 2
"""Kept words between two edits that a reader takes in faster as part of the edit."""
_INSIDE_NUMBER = re.compile(r"\d[.,]\d")
"""Between two runs of digits of one number."""
_LONGEST = 400
"""Words on a side of a quote beyond which the two are set beside one another without marks."""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding as a reader is told it."""

    number: int
    """From 1, most important first."""
    finding: Finding
    matter: str
    """The category in words."""
    rank: int
    """What it is worth: its importance, less where only the domain of a form changed."""
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
        return bool(self.edits) and self.finding.category != "effective-date"

    @property
    def edited(self) -> bool:
        """Whether the words of the two sides differ."""
        return any(edit.operation != "equal" for edit in self.edits)

    @property
    def same_form(self) -> bool:
        """Whether a link leads to the same page under another domain: renamed, not changed."""
        return _same_form(self.finding)

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


@dataclass(frozen=True, slots=True)
class FindingCard:
    """What changed in one section, as one story."""

    rank: int
    """3 is most important."""
    where: str
    """The section."""
    matters: tuple[str, ...]
    """What it is about, in words."""
    findings: tuple[ShownFinding, ...]

    @property
    def first(self) -> int:
        """Number of its first finding."""
        return self.findings[0].number


def cards(
    comparison: Comparison, sides: CapturePair, found: Iterable[NumberedChange] = ()
) -> tuple[FindingCard, ...]:
    """The findings of a comparison as cards, most important first; the findings are numbered in that order.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        found: its numbered changes, to which the findings lead.
    """
    sides = shortened(sides)
    news, olds = _places(found)
    done: list[FindingCard] = []
    number = 1
    for rank, group in _grouped(comparison):
        shown = tuple(
            _shown(comparison, sides, place, finding, _entry(finding, news, olds))
            for place, finding in enumerate(group, number)
        )
        number += len(shown)
        matters = tuple(dict.fromkeys(one.matter for one in shown))
        done.append(FindingCard(rank, shown[0].where, matters, shown))
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
    """Findings of one rank and section together, in the order in which a reader wants them."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    for finding in comparison.findings:
        quote = finding.new or finding.old
        section = where(comparison, quote.path) if quote and quote.path else finding.category
        groups.setdefault((_rank(finding), section), []).append(finding)
    split: list[tuple[int, list[Finding]]] = []
    for (rank, _), group in groups.items():
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
    return min(RANKS) if _same_form(finding) else finding.importance


def _urgency(finding: Finding) -> int:
    """What comes first within a rank: promises and rights that went, then those that became less."""
    if _same_form(finding):
        return 3
    right = finding.category in ("rights", "opt-out")
    gone = finding.old is not None and finding.new is None
    if gone and (right or finding.direction == "widened"):
        return 0
    return 1 if (right and finding.direction in ("removed", "narrowed")) or gone else 2


_ADDRESS = re.compile(r"https?://[^/?#]*(.*)", re.IGNORECASE)


def _same_form(finding: Finding) -> bool:
    """Whether both targets of a link differ in their domain alone: "/help/forms/12" of the renamed site."""
    old, new = _ADDRESS.fullmatch(finding.link_old), _ADDRESS.fullmatch(finding.link_new)
    return bool(old and new) and old[1].strip("/") == new[1].strip("/") != ""  # type: ignore[index]


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


def _shown(
    comparison: Comparison, sides: CapturePair, number: int, finding: Finding, entry: int
) -> ShownFinding:
    quoted = finding.new or finding.old
    return ShownFinding(
        number,
        finding,
        MATTERS[finding.category],
        _rank(finding),
        visible(finding.sentence),
        _edits(finding),
        where(comparison, quoted.path) if quoted else "",
        entry,
        tuple(_citations(comparison, sides, finding)),
    )


def _edits(finding: Finding) -> tuple[Edit, ...]:
    """The edits of each statement, a bullet between them; statements are compared one by one."""
    edits: list[Edit] = list(first_edits(finding))
    for one in finding.statements[1:]:
        old, new = (" • " if quote else "" for quote in (one.old, one.new))
        edits.append(Edit("equal" if old and new else "insert" if new else "delete", old, new))
        edits += _edits_between(one.old, one.new)
    return tuple(edits)


def first_edits(finding: Finding) -> tuple[Edit, ...]:
    """Those of the most important statement."""
    old, new = (finding.old, finding.new) if not finding.statements else (
        finding.statements[0].old, finding.statements[0].new,
    )  # fmt: skip
    return _edits_between(old, new)


def _edits_between(old: Quote | None, new: Quote | None) -> tuple[Edit, ...]:
    if old and new:
        return compared(old.text, new.text)
    if new:
        return (Edit("insert", "", new.text),)
    return (Edit("delete", old.text, ""),) if old else ()


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
    """Where each word begins, and the word as it is compared; punctuation belongs to the word before it, and
    a number is one word with its decimals and thousands ("10,000", "2.5")."""
    starts: list[int] = []
    words: list[str] = []
    for start, word in zip(*tokens(text), strict=True):
        if starts and start > 1 and _INSIDE_NUMBER.match(text, start - 2):
            words[-1] += text[start - 1] + word
        elif word_count(word):
            starts.append(start)
            words.append(word)
    return starts, words


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
        known.append(f"under “{where(comparison, quote.path)}”")
    return f"{lead}“{visible(quote.text)}” – {', '.join(filter(None, known))}"
