"""Findings (changes of substance), stances (statements of one text), and a Comparison with its verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from policydiff.models.categories import Category  # noqa: TC001 - values are read back by the types of their fields
from policydiff.models.changes import DocumentDiff  # noqa: TC001 - likewise
from policydiff.models.documents import Document, Link  # noqa: TC001 - likewise
from policydiff.models.reasons import Reason  # noqa: TC001 - likewise

if TYPE_CHECKING:
    from collections.abc import Iterable

Verdict = Literal["identical", "cosmetic", "editorial", "substantive", "other-variant", "broken-capture"]

Direction = Literal["added", "removed", "widened", "narrowed", "changed"]


_LEAD = 12
"""Most words of the introduction of a list that are shown with an item of it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words on one side that a finding rests on."""

    text: str
    """A sentence, list item or piece of a table cell, as it stands in its clause."""
    clause: int
    """Place of the clause in its document."""
    start: int = 0
    """Offset of the words in the clause's text."""
    path: tuple[str, ...] = ()
    """The headings above, as the clause has them."""
    short: str = ""
    """The words with dispensable clauses replaced by an ellipsis; "" if they are short enough as they are."""
    introduction: str = ""
    """What introduces the list that the words are an item of: "We never share your data with:"; "" if nothing
    does."""

    @property
    def lead(self) -> str:
        """The introduction of the list, of a long one its last words: they say what is listed."""
        words = self.introduction.split()
        return self.introduction if len(words) <= _LEAD else f"… {' '.join(words[-_LEAD:])}"

    @property
    def place(self) -> tuple[str, ...]:
        """The headings above, and what introduces the list."""
        return (*self.path, self.lead.rstrip(": ")) if self.introduction else self.path


@dataclass(frozen=True, slots=True)
class QuotedStatement:
    """One statement that a finding rests on, as each side has it; None if a side does not."""

    old: Quote | None
    new: Quote | None
    weight: float = 0.0
    """Its own weight by the trained reader, in log-odds; 0 where only a rule found it."""
    worth: int = 0
    """The weight that an editor would give it, in thousandths; 0 where only a rule found it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One change of substance, with the words that show it.

    Statements on one matter with one direction are one finding: a new section on a partner is one finding,
    with its five statements on the partner.
    """

    category: Category
    direction: Direction
    """Seen from the company's reach (widened: it may do more); for rights and opt-out from the person's."""
    importance: int
    """3 is a headline, 2 belongs in the article, 1 is for completeness."""
    importance_reason: str
    sentence: str
    """One sentence on the change that a reporter may quote: it uses the policy's own words."""
    rule: str
    """Which kind of finding it is, as `findings --explain` knows it: "retention", "opt-out/link"."""
    old: Quote | None = None
    """The words of all its statements that stand on the old side, a bullet between them; place and headings
    are those of the first."""
    new: Quote | None = None
    link_old: str = ""
    """Where a link led, when the target is the news."""
    link_new: str = ""
    statements: tuple[QuotedStatement, ...] = ()
    """Its statements, if it has several: first the most important one, which `sentence` quotes."""
    nearest: Quote | None = None
    """For a first statement that only one side has: the statement of the other side that comes nearest, where
    both share half of their words with meaning. It stood before, or still stands, in another place."""
    weight: float = 0.0
    """Its weight by the trained reader, in log-odds: orders findings of one importance."""
    worth: int = 0
    """The weight that an editor would give its worthiest statement, in thousandths; 0 where only a rule found
    it."""

    @property
    def all_statements(self) -> tuple[QuotedStatement, ...]:
        """Its statements, also if there is only one; none where it has no words."""
        alone = QuotedStatement(self.old, self.new, self.weight, self.worth)
        return self.statements or ((alone,) if self.old or self.new else ())


StanceKind = Literal["stated", "denied", "paused"]
"""Whether a text states something, rules it out ("we do not train"), or says that it is paused."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One statement of a text on one matter, without comparison with another text."""

    category: Category
    kind: StanceKind
    quote: Quote
    points: tuple[str, ...] = ()
    """The rights, choices and legal bases it names, by names that are the same in every language
    ("deletion", "legitimate-interests")."""
    links: tuple[Link, ...] = ()
    """Links that begin within the quote."""
    weight: int = 0
    """Its weight by the trained reader, in hundredths of log-odds."""

    @property
    def by_weight(self) -> tuple[bool, int]:
        """The sort key that puts first, of several on one matter, what tells most: whole sentences before
        labels and cells of tables, and the weightiest of them."""
        is_sentence = self.quote.text.rstrip("\"'”’»)]")[-1:] in (".", "!", "?")
        return not is_sentence, -self.weight


@dataclass(frozen=True, slots=True)
class DoubtedPlaces:
    """The clauses of each side of which no change is told as one of the policy.

    They are what the recording of the other side may have lost, and what stands around the text on its page.
    """

    old: frozenset[int] = frozenset()
    """Places in the old document."""
    new: frozenset[int] = frozenset()

    def hold(self, old: Iterable[int], new: Iterable[int]) -> bool:
        """Whether all these clauses, of which at least one is given, are among them."""
        lost = [*(place in self.old for place in old), *(place in self.new for place in new)]
        return bool(lost) and all(lost)

    def hold_finding(self, finding: Finding) -> bool:
        """Whether all the words that a finding quotes stand in them."""
        quoted = finding.statements or (QuotedStatement(finding.old, finding.new),)
        old, new = (
            [one.clause for one in side if one]
            for side in zip(*((q.old, q.new) for q in quoted), strict=True)
        )
        return self.hold(old, new)


NOTHING_DOUBTED = DoubtedPlaces()
"""No sign of a fault in a recording."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, what changed between them, and one verdict."""

    old: Document
    new: Document
    diff: DocumentDiff
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """Why this verdict: never empty."""
    versions: tuple[tuple[str, str], ...] = ()
    """Names and versions of everything that the result depends on."""
    findings: tuple[Finding, ...] = ()
    """What changed in substance, most important first."""
    doubted: DoubtedPlaces = NOTHING_DOUBTED
    """What the recording of one side may have lost of the other, and what stands around the text."""
    unreported: tuple[QuotedStatement, ...] = ()
    """The changed statements that no finding tells, since the reader thinks little of them: the worthiest
    first. In no JSON."""

    @property
    def of_substance(self) -> tuple[Finding, ...]:
        """The findings that count as changes of substance: a printed date that moved is none."""
        return tuple(one for one in self.findings if one.category != "effective-date")

    @property
    def comparable(self) -> bool:
        """Whether both sides are captures of one document, so that its changes mean something."""
        return self.verdict not in ("other-variant", "broken-capture")
