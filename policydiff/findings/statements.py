"""The sentences of a document, each with the place it stands in.

A Reader splits the text of a clause into sentences and reads the facts of a sentence. It remembers both by
the text, so that a text on both sides, or in many versions of a policy, is read once. A Statement is a
sentence in its place: with the headings above, the row and column it belongs to and the sentence that
introduces its list. The facts of a sentence are worked out when first asked for; for most sentences they
never are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from policydiff import languages
from policydiff.findings.facts import TRAINS, Facts, content_of, stated
from policydiff.findings.lexicon import languages_that_name, lexicon, read_languages
from policydiff.findings.phrases import simple_lower_case, split_words
from policydiff.periods import periods
from policydiff.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from policydiff.findings.facts import StatedAct
    from policydiff.findings.lexicon import Lexicon
    from policydiff.models import Link

T = TypeVar("T")

_TITLE = 14
"""Words of a paragraph that may be a title without being marked as one."""
_LINE = 40
"""Words of a line that says whom the following is about."""
LONGEST = 40_000
"""Most characters of one clause that are read; the longest in a real policy has 6,000."""
_SENTENCE = 8_000
"""Characters of one sentence that are read."""
_ABOVE = 400
"""Characters of a heading or introduction that are read for what it is about."""
_KEPT, _KEPT_FACTS = 10_000, 4_000
"""Most texts whose sentences, and whose facts, are remembered: some 50 MB for a language after days of
reading."""
_LONG_CLAUSE, _LONG = 6_000, 2_000
"""Characters of clauses and of sentences beyond which nothing is remembered, so that no page can fill the
memory."""
_TRAINING = frozenset({"act.train", "act.develop"})
_AI = frozenset({"ai.model", "ai.corpus", "ai.named"})
"""Two sets of concepts: wherever training AI is spoken of, one of each set is named."""
_NAMED = ("act.train", "ai.named")
"""Concepts of which one stands in what a quote on training AI must not leave out."""
_ENDED = re.compile(r"[.!?:;,][\"')\]»”’]*$")
_NAME = re.compile(r"[A-ZÀ-Þ](?<!\w.)(?<!^.)(?<![.!?:] .)[\w&.]+\b")
"""The lookbehind comes after the first letter, so that nearly all of a text is skipped at once."""
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w")
_NOBODY = frozenset[str]()
_OPENING = 80
"""Within how many characters at its start a sentence says for whom it holds."""
_FIGURE = re.compile(r"\d(?<!\w.)")
"""The first sign of a number: those of "web3" make none."""


class Sentence(NamedTuple):
    """A sentence of a clause, wherever the clause stands."""

    start: int
    """Offset in the clause's text."""
    text: str
    said: str
    """Its words in lower case, with a blank between them: never empty."""


class StatementPlace(NamedTuple):
    """The context of a clause, which all its sentences share."""

    clause: int
    path: tuple[str, ...] = ()
    lead: str = ""
    """The sentence that introduces the list it stands in, "" if there is none."""
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
    sentences: tuple[Sentence, ...] = ()
    """All sentences of the clause."""
    links: tuple[Link, ...] = ()
    """All links of the clause."""


@dataclass(eq=False)
class Statement:
    """One sentence in its place. Never changed; that is not enforced, since a frozen one takes three times as
    long to make and a comparison makes hundreds."""

    text: str
    start: int
    """Offset in the clause's text."""
    number: int
    """Its number among the sentences of the clause."""
    said: str
    """Its words in lower case, with a blank between them."""
    place: StatementPlace
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

    @property
    def links(self) -> tuple[Link, ...]:
        """The links that begin in it."""
        end = self.start + len(self.text)
        return tuple(link for link in self.place.links if self.start <= link.start < end)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(self.said.split())

    @cached_property
    def content(self) -> frozenset[str]:
        """The content words, by their stems."""
        return frozenset(self.reader.content(self.said))

    @cached_property
    def facts(self) -> Facts:
        """What it states."""
        return self.reader.stated(self.said)

    @cached_property
    def opened(self) -> frozenset[str]:
        """The concepts that its words may name: what is none of these needs no reading of its facts."""
        return self.reader.opened(self.said)

    @property
    def may_name(self) -> frozenset[str]:
        """All the concepts that it names, and others if its facts are not known yet."""
        return self.facts.concepts if "facts" in self.__dict__ else self.opened

    @cached_property
    def denied(self) -> frozenset[str]:
        """The acts that the company says it does not do."""
        may_deny = self.reader.lexicon.phrases.may_name(self.said, "limit.not")  # as few sentences
        return self.facts.denied if may_deny and "limit.not" in self.may_name else frozenset()

    def has(self, *concepts: str) -> bool:
        """Whether it names one of some concepts, which is first asked of its words."""
        return not self.may_name.isdisjoint(concepts) and self.facts.has(*concepts)

    def named(self, beginnings: tuple[str, ...]) -> frozenset[str]:
        """Its concepts whose names begin so ("data."), likewise."""
        some = [one for one in self.may_name if one.startswith(beginnings)]
        return self.facts.concepts.intersection(some) if some else frozenset()

    def names_all(self, concepts: frozenset[str]) -> bool:
        """Whether it names every one of these, likewise."""
        return concepts <= self.may_name and (not concepts or concepts <= self.facts.concepts)

    @cached_property
    def periods(self) -> frozenset[Fraction]:
        """The lengths in days of the spans of time that it names.

        A page in two languages is read in one of them: if a sentence has no period in that language, the
        other languages are tried.
        """
        own = self.reader.lexicon.language
        for language in (own, *(other for other in read_languages() if other != own)):
            found = frozenset(one.days for one in periods(self.text, language))
            if found or not _FIGURE.search(self.text):
                return found
        return frozenset()

    def names_anywhere(self, concept: str) -> bool:
        """Whether a concept is named: in the language of the page, or in another one that is read.

        A page in two languages has one that counts as its own.
        """
        if self.has(concept):
            return True
        others = map(reader, languages_that_name(self.words, concept))
        return any(one.stated(self.said).has(concept) for one in others if one)

    @cached_property
    def context(self) -> tuple[Facts, ...]:
        """Facts of the headings above, outermost first, and of the introducing sentence."""
        return tuple(self.reader.facts(text) for text in self._above)

    @cached_property
    def _above(self) -> tuple[str, ...]:
        """The headings above, outermost first, and the introducing sentence, as far as they are read."""
        return tuple(text[:_ABOVE] for text in (*self.place.path, self.place.lead) if text)

    @cached_property
    def introduction(self) -> str:
        """What introduces the list it stands in: the line before it that ends in a colon, else the line or
        the heading above, if that denies what follows ("What we never do") or names receivers of data ("Who
        we share it with")."""
        if self.place.lead or not self.place.item:
            return self.place.lead
        above = (line[:_ABOVE] for line in (*self.place.lines[-1:], *self.path[-1:]))
        return next((line for line in above if self.reader.denies(line) or self.reader.shares(line)), "")

    @cached_property
    def near(self) -> tuple[Facts, ...]:
        """Facts of what stands nearest above it, unmarked titles included."""
        lines = tuple(self.reader.facts(line[:_ABOVE]) for line in self.place.lines)
        return (*self.context[-3:], *lines)

    @cached_property
    def beside(self) -> bool:
        """Whether another sentence of its clause speaks of training AI."""
        others = (one for number, one in enumerate(self.place.sentences) if number != self.number)
        return any(self.reader.trains_ai(one.said) for one in others)

    @cached_property
    def people(self) -> frozenset[str]:
        """The people its place is about: from a line of scope, else from the headings."""
        named = {c for facts in self.context for c in facts.concepts if c.startswith("people.")}
        return self.place.scope or frozenset(named)

    @cached_property
    def trains_ai(self) -> bool:
        """Whether it speaks of training AI."""
        return self.reader.trains_ai(self.said)

    @cached_property
    def delays(self) -> bool:
        """Whether it says that something is put off or paused."""
        return self.reader.names(self.said, "limit.delay")

    @cached_property
    def key(self) -> str:
        """The same for two units that read the same, about the same people where AI is trained."""
        if not self.place.scope or not (
            self.trains_ai or any(self.reader.facts(text).trains_ai for text in self._above[-2:])
        ):
            return self.said
        return f"{self.said} | {' '.join(sorted(self.place.scope))}"

    @property
    def title(self) -> bool:
        """Whether it looks like a title that the page does not mark as one."""
        alone = not self.start and not (self.place.item or self.cell or self.place.lead)
        return alone and len(self.words) <= _TITLE and not _ENDED.search(self.text) and not self.digits

    @property
    def digits(self) -> bool:
        """Whether a number is in it."""
        return any(word.isdigit() for word in self.words)

    @property
    def scoped(self) -> bool:
        """Whether the sentence before it says for whom both hold: "For members in Norway, ..."."""
        if not self.number:
            return False
        before = self.place.sentences[self.number - 1].text
        opening, comma, _ = before.partition(",")
        first, _, rest = opening.partition(" ")
        scope = (
            first.casefold() in self.reader.lexicon.scope_words and bool(comma) and len(opening) <= _OPENING
        )
        return scope and not self.reader.lexicon.noun_capitals and bool(_CAPITAL.search(rest))

    @property
    def names(self) -> frozenset[str]:
        """Words written as names: with a capital, and not at the beginning of a sentence."""
        return frozenset(_NAME.findall(self.text[1:]))

    def under(self, *concepts: str, last: int = 3) -> bool:
        """Whether one of the concepts is named in the nearest headings or the introducing sentence."""
        return any(facts.has(*concepts) for facts in self.context[-last:])


class _Remembered(dict[str, T]):
    """What a function finds for texts, remembered for a number of them; for long texts it is called each
    time. When that many are remembered all are forgotten.

    A look-up is one step and leaves nothing behind: it takes half the time of `lru_cache`.
    """

    def __init__(self, work: Callable[[str], T], most: int, longest: int) -> None:
        super().__init__()
        self._work, self._most, self._longest = work, most, longest

    def __missing__(self, text: str) -> T:
        found = self._work(text)
        if len(text) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[text] = found
        return found


def _once(work: Callable[[str], T], most: int, longest: int) -> Callable[[str], T]:
    """The function, remembered for a number of texts that are not long."""
    return _Remembered(work, most, longest).__getitem__


class Reader:
    """Reads text of one language and remembers the results by the text. They depend only on the text and the
    lexicon, so they hold for every document, and most sentences of the next version of a policy are already
    read.
    """

    sentences: Callable[[str], tuple[Sentence, ...]]
    """The sentences of a clause, those without a word left out."""
    content: Callable[[str], tuple[str, ...]]
    """The content words of a sentence in their order, by their stems; the sentence as in `Sentence.said`. A
    tuple takes half the time of a set, and a tenth of its memory."""
    opened: Callable[[str], frozenset[str]]
    """The concepts for which a phrase may begin in a sentence, likewise: it names no others."""
    stated: Callable[[str], Facts]
    """What a sentence states, likewise."""
    facts: Callable[[str], Facts]
    """What a text states that is read as one sentence."""
    trains_ai: Callable[[str], bool]
    """Whether a sentence speaks of training AI."""

    def __init__(self, words: Lexicon) -> None:
        self.lexicon = words
        self.sentences = _once(self._sentences, _KEPT, _LONG_CLAUSE)
        self.content = _once(self._content, _KEPT, _LONG)
        self.opened = _once(self._opened, _KEPT, _LONG)
        self.stated = _once(self._stated, _KEPT_FACTS, _LONG)
        self.facts = _once(self._facts, _KEPT_FACTS, _LONG)
        self.trains_ai = _once(self._trains_ai, _KEPT, _LONG)
        self._people = _once(self._people_of, _KEPT_FACTS, _LONG)

    def states(self, said: str, act: StatedAct) -> bool:
        """Whether a sentence states an act of something, or denies it; most sentences are ruled out without
        reading their facts."""
        if act.act == TRAINS:
            return self.trains_ai(said) and act in self.stated(said).acts
        if not self.lexicon.phrases.may_name(said, act.thing):
            return False
        return {f"act.{act.act}", act.thing} <= self.opened(said) and act in self.stated(said).acts

    def denies(self, above: str) -> bool:
        """Whether a line above a list says that the company does not do what the list names."""
        facts = self.facts(above)
        return facts.has("limit.not") and (facts.has("actor.company") or bool(facts.denied))

    def shares(self, above: str) -> bool:
        """Whether a line above a list says that data goes to those whom the list names."""
        facts = self.facts(above)
        named = facts.has("act.share") or bool(set(split_words(above)) & _receivers())
        return named and not facts.has("limit.not")

    def names(self, said: str, concept: str) -> bool:
        """Whether a sentence names a concept; likewise."""
        phrases = self.lexicon.phrases
        opens = phrases.may_name(said, concept) and concept in self.opened(said)
        return opens and phrases.names(said.split(), concept)

    def names_training(self, clause: str) -> bool:
        """Whether a part of a sentence names AI or training; likewise."""
        said = " ".join(split_words(clause))
        return self.lexicon.phrases.may_name(said, *_NAMED) and self.stated(said).has(*_NAMED)

    def scope(self, text: str) -> frozenset[str]:
        """The people that a clause says the following is about, if it is a short line that does so."""
        first = text[: text.find(" ")] if " " in text else text
        return self._people(text) if first.casefold() in self.lexicon.scope_words else _NOBODY

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where each sentence of a text begins and ends."""
        return sentence_spans(text, self.lexicon.language)

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        text = text[:LONGEST]
        plain = simple_lower_case(text)
        found = []
        for start, end in self.spans(text):
            last = min(end, start + _SENTENCE)
            words = split_words(text[start:last]) if plain is None else plain[start:last].split()
            if words:
                found.append(Sentence(start, text[start:last], " ".join(words)))
        return tuple(found)

    def _content(self, said: str) -> tuple[str, ...]:
        return content_of(said.split(), self.lexicon.stop)

    def _stated(self, said: str) -> Facts:
        return stated(said.split(), self.lexicon)

    def _facts(self, text: str) -> Facts:
        return self.stated(" ".join(split_words(text)))

    def _people_of(self, text: str) -> frozenset[str]:
        if text.count(" ") >= _LINE or not self.lexicon.phrases.begins(split_words(text), "form.scope"):
            return _NOBODY
        return frozenset(c for c in self.facts(text).concepts if c.startswith("people."))

    def _opened(self, said: str) -> frozenset[str]:
        return self.lexicon.phrases.opened_by(said.split())

    def _trains_ai(self, said: str) -> bool:
        may_name = self.lexicon.phrases.may_name
        if not (may_name(said, *_TRAINING) and may_name(said, *_AI)):
            return False
        opened = self.opened(said)
        return not (_TRAINING.isdisjoint(opened) or _AI.isdisjoint(opened)) and self.stated(said).trains_ai


@lru_cache(maxsize=1)
def _receivers() -> frozenset[str]:
    """Words for those who receive data, of all languages together."""
    return languages.all_words(lambda one: one.findings.receivers)


@lru_cache(maxsize=64)
def reader(language: str) -> Reader | None:
    """The one reader of a language, or None if there are no rules for it."""
    words = lexicon(language)
    return Reader(words) if words else None
