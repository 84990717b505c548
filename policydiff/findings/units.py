"""The sentences of a document, each with the place it stands in.

What comes in is a Document; what goes out are its units: a sentence, list item or piece of a table cell
with the headings above, the row and column it belongs to and the sentence that introduces its list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.findings.facts import Facts, facts_of
from policydiff.findings.sentences import sentences

_TITLE = 14
"""Words of a paragraph that may be a title without being marked as one."""
_ENDED = re.compile(r"[.!?:;,][\"')\]»”’]*$")
_LINE = 40
"""Words of a line that says whom the following is about."""
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÀ-Þ][\w&.]+\b")

if TYPE_CHECKING:
    from policydiff.findings.language import Lexicon
    from policydiff.models import Clause, Document


@dataclass(frozen=True, eq=False)
class Unit:
    """One sentence in its place."""

    text: str
    clause: int
    """Place of its clause in the document."""
    start: int
    """Offset in the clause's text."""
    facts: Facts
    path: tuple[str, ...]
    lead: str
    """The sentence that introduces the list it stands in, "" where there is none."""
    heading: bool
    cell: bool
    """Whether it stands in a table."""
    beside: bool = False
    """Whether the sentence before or behind it in its clause speaks of training AI."""
    context: tuple[Facts, ...] = ()
    """Facts of the headings above, outermost first, and of the introducing sentence."""
    scope: frozenset[str] = frozenset()
    """The people that a line above says the following is about ("For people under 18")."""
    table: int = -1
    """Number of its table."""
    row: str = ""
    """The row of a table it stands in, by its label."""
    item: bool = False
    """Whether it stands in a list."""
    around: tuple[Facts, ...] = ()
    """Facts of the last lines that look like titles or introduce a list, nearest last."""

    @property
    def people(self) -> frozenset[str]:
        """The people its place is about: from a line of scope and from the headings."""
        named = {c for facts in self.context for c in facts.concepts if c.startswith("people.")}
        return self.scope or frozenset(named)

    def under(self, *concepts: str, last: int = 3) -> bool:
        """Whether one of the concepts is named in the nearest headings or the introducing sentence."""
        return any(facts.has(*concepts) for facts in self.context[-last:])

    @property
    def title(self) -> bool:
        """Whether it looks like a title that the page does not mark as one."""
        alone = not self.start and not (self.item or self.cell or self.lead)
        return alone and len(self.facts.words) <= _TITLE and not _ENDED.search(self.text) and not self.facts.digits

    @property
    def names(self) -> frozenset[str]:
        """Words written as names: with a capital that no beginning of a sentence explains."""
        return frozenset(_NAME.findall(self.text[1:]))

    @property
    def key(self) -> str:
        """The same for two units that read the same, about the same people where AI is trained."""
        words = " ".join(self.facts.words)
        trained = self.facts.trains_ai or (self.cell and any(above.trains_ai for above in self.context[-2:]))
        return f"{words} | {' '.join(sorted(self.people))}" if trained and self.people else words

    @property
    def near(self) -> tuple[Facts, ...]:
        """Facts of what stands nearest above it."""
        return (*self.context[-3:], *self.around)


class Reader:
    """Reads clauses of one language as units; keeps the facts of each sentence it has met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._facts: dict[str, Facts] = {}

    def facts(self, sentence: str) -> Facts:
        """The facts of a sentence, computed once."""
        known = self._facts.get(sentence)
        if known is None:
            known = self._facts[sentence] = facts_of(sentence, self.lexicon)
        return known

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where each sentence of a text begins and ends."""
        return list(sentences(text, self.lexicon.abbreviations))

    def units(self, document: Document) -> tuple[Unit, ...]:
        """Every sentence of a document, in reading order."""
        found: list[Unit] = []
        lead, scope = "", frozenset[str]()
        around: list[str] = []
        for place, clause in enumerate(document.clauses):
            if clause.kind == "heading":
                around = []
            elif clause.kind == "paragraph" and (
                len(clause.text.split()) <= _TITLE or clause.text.rstrip().endswith(":")
            ):
                around = [*around[-4:], clause.text]
            if clause.kind != "item":
                lead = clause.text if clause.text.rstrip().endswith(":") else ""
            scope = self._scope(clause, scope)
            found += self._sentences(clause, place, lead if clause.kind == "item" else "", scope, around)
        return tuple(found)

    def _scope(self, clause: Clause, scope: frozenset[str]) -> frozenset[str]:
        """The people that what follows is about: a short line that names them; a heading ends it."""
        if clause.kind == "item" or len(clause.text.split()) > _LINE:
            return scope
        facts = self.facts(clause.text)
        people = frozenset(c for c in facts.concepts if c.startswith("people."))
        opens = any(m.concept == "form.scope" and m.start == 0 for m in facts.mentions)
        if opens and people:
            return people
        return frozenset() if clause.kind == "heading" else scope

    def _sentences(
        self, clause: Clause, place: int, lead: str, scope: frozenset[str], around: list[str]
    ) -> list[Unit]:
        heading = clause.kind == "heading"
        context = tuple(self.facts(above[:400]) for above in (*clause.path, lead) if above)
        spans = self.spans(clause.text)
        read = [(start, clause.text[start:end], self.facts(clause.text[start:end])) for start, end in spans]
        trained = [facts.trains_ai for _, _, facts in read]
        item = clause.kind == "item"
        close = tuple(self.facts(line[:400]) for line in around) if item and not clause.cell else ()
        row = " ".join(clause.cell.row_label.split()[:12]).casefold() if clause.cell else ""
        cell, table = clause.cell is not None, clause.cell.table if clause.cell else -1
        return [
            Unit(text, place, start, facts, clause.path, lead, heading, cell, beside, context, scope, table, row, item, close)
            for number, (start, text, facts) in enumerate(read)
            for beside in (any(trained[max(0, number - 1) : number] + trained[number + 1 : number + 2]),)
            if facts.words
        ]
