"""The sentences of a document, each with the place it stands in.

What comes in is a Document; what goes out are its units: a sentence, list item or piece of a table cell
with the headings above, the row and column it belongs to and the sentence that introduces its list. What a
sentence states is worked out when it is first asked for: most sentences never are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from policydiff.findings.facts import Facts, facts_of, stem
from policydiff.findings.phrases import split_words
from policydiff.findings.sentences import sentences

if TYPE_CHECKING:
    from policydiff.findings.language import Lexicon
    from policydiff.models import Clause, Document

_TITLE = 14
"""Words of a paragraph that may be a title without being marked as one."""
_LINE = 40
"""Words of a line that says whom the following is about."""
LONGEST = 40_000
"""Characters of one clause that are read; the longest seen in a real policy has 6,000."""
_SENTENCE = 8_000
"""Characters of one sentence that are read."""
_ABOVE = 400
"""Characters of a heading or introduction that are read for what it is about."""
_LABEL = 80
"""Characters of a row's label by which it is known again."""
_TITLES = 5
"""Lines above a list that may say what the list is."""
_ENDED = re.compile(r"[.!?:;,][\"')\]»”’]*$")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÀ-Þ][\w&.]+\b")


@dataclass(frozen=True)
class Place:
    """Where a clause stands: what all its sentences have in common."""

    clause: int
    path: tuple[str, ...] = ()
    lead: str = ""
    """The sentence that introduces the list it stands in, "" where there is none."""
    lines: tuple[str, ...] = ()
    """The last lines above a list that look like titles or introduce it, nearest last."""
    scope: frozenset[str] = frozenset()
    """The people that a line above says the following is about ("For people under 18")."""
    heading: bool = False
    item: bool = False
    table: int = -1
    """Number of its table, -1 outside."""
    row: str = ""
    """The row of a table it stands in, by its label."""
    sentences: tuple[str, ...] = ()
    """All sentences of the clause."""


@dataclass(frozen=True, eq=False)
class Unit:
    """One sentence in its place."""

    text: str
    start: int
    """Offset in the clause's text."""
    number: int
    """Its number among the sentences of the clause."""
    words: tuple[str, ...]
    content: frozenset[str]
    """The words that carry meaning, by their stems."""
    place: Place
    reader: Reader = field(repr=False)

    @property
    def clause(self) -> int:
        """Place of its clause in the document."""
        return self.place.clause

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above, in tables then the row and the column."""
        return self.place.path

    @property
    def cell(self) -> bool:
        """Whether it stands in a table."""
        return self.place.table >= 0

    @cached_property
    def facts(self) -> Facts:
        """What it states."""
        return self.reader.facts(self.text)

    @cached_property
    def context(self) -> tuple[Facts, ...]:
        """Facts of the headings above, outermost first, and of the introducing sentence."""
        above = (*self.place.path, self.place.lead)
        return tuple(self.reader.facts(text[:_ABOVE]) for text in above if text)

    @cached_property
    def near(self) -> tuple[Facts, ...]:
        """Facts of what stands nearest above it, unmarked titles included."""
        lines = tuple(self.reader.facts(line[:_ABOVE]) for line in self.place.lines)
        return (*self.context[-3:], *lines)

    @cached_property
    def beside(self) -> bool:
        """Whether another sentence of its clause speaks of training AI."""
        others = (text for number, text in enumerate(self.place.sentences) if number != self.number)
        return any(self.reader.facts(text).trains_ai for text in others)

    @cached_property
    def people(self) -> frozenset[str]:
        """The people its place is about: from a line of scope, else from the headings."""
        named = {c for facts in self.context for c in facts.concepts if c.startswith("people.")}
        return self.place.scope or frozenset(named)

    @cached_property
    def key(self) -> str:
        """The same for two units that read the same, about the same people where AI is trained."""
        words = " ".join(self.words)
        if not self.place.scope or not (
            self.facts.trains_ai or any(above.trains_ai for above in self.context[-2:])
        ):
            return words
        return f"{words} | {' '.join(sorted(self.place.scope))}"

    @property
    def title(self) -> bool:
        """Whether it looks like a title that the page does not mark as one."""
        alone = not self.start and not (self.place.item or self.cell or self.place.lead)
        return alone and len(self.words) <= _TITLE and not _ENDED.search(self.text) and not self.facts.digits

    @property
    def names(self) -> frozenset[str]:
        """Words written as names: with a capital that no beginning of a sentence explains."""
        return frozenset(_NAME.findall(self.text[1:]))

    def under(self, *concepts: str, last: int = 3) -> bool:
        """Whether one of the concepts is named in the nearest headings or the introducing sentence."""
        return any(facts.has(*concepts) for facts in self.context[-last:])


class Reader:
    """Reads clauses of one language as units; keeps what it has read, by the text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._facts: dict[str, Facts] = {}
        self._read: dict[str, tuple[tuple[int, str, tuple[str, ...], frozenset[str]], ...]] = {}

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
        lines: tuple[str, ...] = ()
        for number, clause in enumerate(document.clauses):
            item = clause.kind == "item"
            if clause.kind == "heading":
                lines = ()
            elif not item and not clause.cell and _announces(clause.text):
                lines = (*lines[1 - _TITLES :], clause.text)
            if not item:
                lead = clause.text if clause.text.endswith(":") else ""
                scope = self._scope(clause, scope)
            found += self._sentences(clause, number, lead if item else "", lines if item else (), scope)
        return tuple(found)

    def _scope(self, clause: Clause, scope: frozenset[str]) -> frozenset[str]:
        """The people that what follows is about: a short line that names them; a heading ends it."""
        first = clause.text.partition(" ")[0].casefold()
        if first in self.lexicon.scope_words and clause.text.count(" ") < _LINE:
            facts = self.facts(clause.text)
            people = frozenset(c for c in facts.concepts if c.startswith("people."))
            if people and any(m.concept == "form.scope" and m.start == 0 for m in facts.mentions):
                return people
        return frozenset() if clause.kind == "heading" else scope

    def _sentences(
        self, clause: Clause, number: int, lead: str, lines: tuple[str, ...], scope: frozenset[str]
    ) -> list[Unit]:
        read = self._parts(clause.text)
        cell = clause.cell
        place = Place(
            number,
            clause.path,
            lead,
            lines if not cell else (),
            scope,
            clause.kind == "heading",
            clause.kind == "item",
            cell.table if cell else -1,
            cell.row_label[:_LABEL].casefold() if cell else "",
            tuple([text for _, text, _, _ in read]),
        )
        return [
            Unit(text, start, k, words, content, place, self)
            for k, (start, text, words, content) in enumerate(read)
        ]

    def _parts(self, text: str) -> tuple[tuple[int, str, tuple[str, ...], frozenset[str]], ...]:
        """The sentences of a text with their words; the same text is on both sides more often than not."""
        text = text[:LONGEST]
        known = self._read.get(text)
        if known is None:
            stop = self.lexicon.stop
            parts = []
            for start, end in sentences(text, self.lexicon.abbreviations):
                end = min(end, start + _SENTENCE)  # noqa: PLW2901
                words = tuple(split_words(text[start:end]))
                if words:
                    content = frozenset(stem(word) for word in words if word not in stop)
                    parts.append((start, text[start:end], words, content))
            known = self._read[text] = tuple(parts)
        return known


def _announces(text: str) -> bool:
    """Whether a paragraph may be the title of a list or introduce one."""
    return text.endswith(":") or text.count(" ") < _TITLE
