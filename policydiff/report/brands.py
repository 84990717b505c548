"""The name by which readers know whom a text is of, where its own addresses have that name.

In: a document. Out: the name as the text writes it ("Fern & Leaf"), how often it is said, and how many
addresses have it; None if there is no such name. Names and addresses are compared by their letters alone:
"Café Fern" is that of cafe-fern.example.

What this gets wrong: a company whose pages and mailboxes are called otherwise than itself has no such name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import document_kinds
from policydiff.domains import name_in_domain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from policydiff.models import Clause, Document

_MAIL = re.compile(r"@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_HOST = re.compile(r"(?:https?://|mailto:[^@\s]{1,64}@)([\w.-]+)", re.IGNORECASE)
_SITE = re.compile(r"(?<![\w@.-])(?:[\w-]+\.){1,3}[a-z]{2,10}(?![\w@-])")
_INNER_STOP = re.compile(r"\.[a-z]")
"""What every site has, and little else."""
_WORD = re.compile(r"[^\W_][\w&'’+-]*(?:\.[\w&+-]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s?|[.,:;])$")
_OF_ITS_OWN = re.compile(r"['’]s\b")
_BRACKETS = re.compile(r"\([^()]{2,200}\)")
_QUOTED = re.compile(r"[“\"«‘']\s?([^“”\"«»‘’']{2,40}?)[,.]?\s?[”\"»’']")
_READ = 400_000
"""Characters of a document that are searched."""
_SENTENCE = 60
"""Characters of a paragraph that says something."""
_PARAGRAPHS = 8
"""Such paragraphs at the start of a text in which it says whose it is."""
_TOP = 60
"""Clauses among which these paragraphs are looked for."""
_WORDS = 6
"""Most words of a name."""
_SHORTEST = 3
"""Letters of the shortest name."""
_AGAIN = 3
"""In how many clauses at least a name must stand, those included that hold its address."""
_ADDRESSES = 2
"""How many addresses must have it, at least; an e-mail address counts twice."""
_OFTEN = 15
"""In how many clauses a name must stand that fewer addresses have, or hardly any beside those of others."""
_SAID = 5
"""How often at least a name must be said that is only the beginning of an address, or in small letters."""
_HOST_COUNTS = 5
"""As how many addresses that counts where the page itself stood."""
_MUCH = 2
"""How many times as often as the next name one must be said."""
_RARE = 4
"""How many times as often as in small letters a name must be said: "Visible"."""


class Brand(NamedTuple):
    """A name of the text that its addresses have, too."""

    name: str
    """As the text writes it."""
    said: int
    """In how many clauses it stands, as a name or in an address."""
    addresses: int
    """How many addresses have it: e-mail addresses, links, and sites that the text names."""
    is_called: bool
    """Whether the text calls itself so beside “we”: (“Fern”, “we” or “us”)."""


@dataclass(slots=True)
class _Known:
    """What a document holds of one name in its addresses."""

    spelled: Counter[str] = field(default_factory=Counter)
    """How the text writes it, and how often."""
    sites: Counter[str] = field(default_factory=Counter)
    """The sites of that name, as the text writes them."""
    before: Counter[str] = field(default_factory=Counter)
    """Words with a capital directly before it."""
    small: int = 0
    """How often it is written in small letters."""
    owns: bool = False
    """Whether something is its own, where it is written so: "fern’s", "the fern Privacy Policy"."""
    clauses: set[int] = field(default_factory=set)
    own: int = 0
    """How many addresses have it."""
    opens: bool = False
    """Whether the opening names it, or its site."""

    @property
    def written(self) -> str:
        """The name as the text writes it most often, in capitals throughout only if it never does otherwise;
        with a word that stands before it nearly always ("Old Fern"), and with its ending if it is mostly
        written so ("Fern.com")."""
        sites = {one: times for one, times in self.sites.items() if one[0].isupper()}
        if sum(sites.values()) > self.spelled.total():
            return max(sites, key=lambda one: (sites[one], one))
        mixed = {one: times for one, times in self.spelled.items() if not one.isupper()}
        listed = mixed or self.spelled
        name = max(listed, key=lambda one: (listed[one], one), default="")
        first, times = next(iter(self.before.most_common(1)), ("", 0))
        return f"{first} {name}" if times * 4 > self.spelled.total() * 3 else name


class AddressNames:
    """The names of a document that its addresses have, too."""

    def __init__(self, document: Document, host: str) -> None:
        """Args:
        document: the page.
        host: where it stood, "" if that is not known.
        """
        clauses = list(_read_clauses(document))
        self._known = _addressed(clauses, host)
        partly = _count_names(clauses, self._known)
        called = next(filter(self._known.get, _called_beside_we(clauses)), "")
        self.brand = self._called(called) or self._brand(self._known)
        """The name by which the text is known; None if there is none, or two are said as often."""
        self.beginning = None if self.brand else self._brand(partly)
        """Such a name that is only the beginning of an address: "Fern" of fernleaf.example."""
        if self.beginning and is_abbreviation(self.beginning.name, clauses):
            self.beginning = None

    @property
    def site(self) -> str:
        """The site that the opening of the text names, if most of its addresses are there; else ""."""
        most = max((one.own for one in self._known.values()), default=0)
        known = [one for one in self._known.values() if one.opens and one.sites and one.own * _MUCH > most]
        sites = [one.sites.most_common(1)[0] for one in known]
        named = [site for site, times in sites if times >= _AGAIN]
        return named[0] if len(named) == 1 else ""

    @property
    def small_name(self) -> str:
        """A name that the text always writes in small letters, if most of its addresses have it; else ""."""
        most = max((one.own for one in self._known.values()), default=0)
        named = [
            name
            for name, one in self._known.items()
            if one.small >= _SAID and one.owns and not one.spelled and one.own * _MUCH > most
        ]
        return named[0] if len(named) == 1 and _may_be_name(named[0]) else ""

    def addresses(self, name: str) -> int:
        """How many addresses begin with a name."""
        return sum(one.own for known, one in self._known.items() if known.startswith(letters(name)))

    def _called(self, name: str) -> Brand | None:
        one = self._known.get(name)
        if one is None or not one.spelled or not one.own or not _may_be_name(one.written):
            return None
        return Brand(one.written, len(one.clauses), self.addresses(name), is_called=True)

    def _brand(self, among: Mapping[str, _Known]) -> Brand | None:
        able = {known: one for known, one in among.items() if one.opens and _is_name(one)}
        ranked = sorted(able, key=lambda one: -len(able[one].clauses))
        if not ranked:
            return None
        name = ranked[0]
        for other in ranked[1:]:
            if len(able[other].clauses) * _MUCH <= len(able[name].clauses):
                break
            if other.endswith(name) or name.startswith(other):  # "La Fern" of "Fern", "Fern" of "Fern Books"
                name = other
            elif name.endswith(other) or other.startswith(name):
                continue
            elif self.addresses(other) * _RARE >= self.addresses(name):
                return None
        said, addresses = len(able[name].clauses), self.addresses(name)
        most = max(one.own for one in self._known.values())
        is_own = (addresses >= _ADDRESSES and addresses * _MUCH >= most) or (said >= _OFTEN and addresses > 0)
        return Brand(able[name].written, said, addresses, is_called=False) if is_own else None


def letters(name: str) -> str:
    """The letters and figures of a name, without accents, in small letters.

    >>> letters("Café-Fern"), letters("Fern & Leaf"), letters("Fern+")
    ('cafefern', 'fernandleaf', 'fernplus')
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    spoken = plain.replace("&", "and").replace("+", "plus").casefold()
    return "".join(one for one in spoken if one.isascii() and one.isalnum())


def opening(clauses: Sequence[Clause]) -> int:
    """How many clauses at the start of a text are its opening, a list of its sections included."""
    prose = 0
    for place, clause in enumerate(clauses[:_TOP]):
        prose += clause.kind != "heading" and len(clause.text) > _SENTENCE
        if prose == _PARAGRAPHS:
            return place + 1
    return min(len(clauses), _TOP)


def _read_clauses(document: Document) -> Iterator[Clause]:
    left = _READ
    for clause in document.clauses:
        left -= len(clause.text)
        if left < 0:
            return
        yield clause


def _addressed(clauses: Sequence[Clause], host: str) -> dict[str, _Known]:
    """The names in all addresses, by their letters."""
    found: dict[str, _Known] = defaultdict(_Known)
    opens = opening(clauses)
    for place, clause in enumerate(clauses):
        for link in clause.links:
            if linked := _HOST.match(link.target):
                _of(found, linked[1]).own += 1
        sites = [*_SITE.findall(clause.text)] if _INNER_STOP.search(clause.text) else []
        mails = [*_MAIL.findall(clause.text)] if "@" in clause.text else []
        for domain in (*sites, *mails, *mails):
            one = _of(found, domain)
            one.own += 1
            one.clauses.add(place)
        for domain in sites:
            one = _of(found, domain)
            one.opens |= place < opens
            one.sites[domain.removeprefix("www.")] += 1
    if host:
        _of(found, host).own += _HOST_COUNTS
    return {name: one for name, one in found.items() if len(name) >= _SHORTEST}


def _of(found: dict[str, _Known], domain: str) -> _Known:
    return found[letters(name_in_domain(domain))]


def _count_names(clauses: Sequence[Clause], known: Mapping[str, _Known]) -> dict[str, _Known]:
    """Count how each name of the addresses is written in the text; what is returned is the same of names that
    are only the beginning of an address: "Fern" of fernleaf.example."""
    beginnings = {name[:end] for name in known for end in range(1, len(name) + 1)}
    partly: dict[str, _Known] = defaultdict(_Known)
    opens = opening(clauses)
    pieces = [frozenset(clause.text.split()) for clause in clauses]
    telling = _TellingPieces.of(frozenset().union(*pieces), known, beginnings)
    for place, clause in enumerate(clauses):
        if telling.pieces.isdisjoint(pieces[place]):  # as a rule: few clauses name anybody
            continue
        words = list(_WORD.finditer(clause.text))
        behind = 0
        for start, first in enumerate(words):
            name = telling.names.get(first[0])
            if name is None or first.start() < behind:
                continue
            if first[0].islower():
                if one := known.get(name):
                    one.small += 1
                    one.owns |= _owns(words[start : start + 2])
                    one.clauses.add(place)
                continue
            name, end = _longest(clause.text, words[start : start + _WORDS], known, beginnings)
            if not name and len(first[0]) < _SHORTEST:
                continue
            one = known[name] if name else partly[_letters(first[0])]
            behind = end or first.end()
            one.spelled[_POSSESSIVE.sub("", clause.text[first.start() : behind])] += 1
            before = words[start - 1] if start else None
            if before and _is_part(clause.text, before, first):
                one.before[before[0]] += 1
            one.clauses.add(place)
            one.opens |= place < opens
    return {
        name: one
        for name, one in partly.items()
        if one.spelled.total() >= _SAID and name not in telling.small
    }


class _TellingPieces(NamedTuple):
    """What of a text may be a name of an address, or the beginning of one."""

    pieces: Set[str]
    """What stands between blanks and holds a word that may."""
    names: Mapping[str, str]
    """Such words, each with its letters."""
    small: Set[str]
    """The beginnings of names that the text writes in small letters."""

    @classmethod
    def of(cls, pieces: Iterable[str], known: Mapping[str, _Known], beginnings: Set[str]) -> _TellingPieces:
        """Of all that stands between the blanks of a text, what may."""
        found, names, small = set[str](), dict[str, str](), set[str]()
        for piece in pieces:
            for word in _WORD.findall(piece):
                name = _letters(word)
                if name not in beginnings:
                    continue
                if word.islower():
                    small.add(name)
                if name in known or not word.islower():
                    found.add(piece)
                    names[word] = name
        return cls(found, names, small)


def _owns(words: Sequence[re.Match[str]]) -> bool:
    """Whether a name in small letters owns something, or is that of a document: "fern’s", "fern Privacy"."""
    is_title = len(words) > 1 and words[1][0][0].isupper() and bool(document_kinds(words[1][0]))
    return is_title or _OF_ITS_OWN.search(words[0][0]) is not None


def _is_part(text: str, word: re.Match[str], name: re.Match[str]) -> bool:
    """Whether a word may be the first one of the name behind it: no article at the start of a sentence."""
    is_next = text[word.end() : name.start()] == " "
    return is_next and word[0][0].isupper() and word[0].casefold() not in _small_words()


def _longest(
    text: str, words: Sequence[re.Match[str]], known: Mapping[str, _Known], beginnings: set[str]
) -> tuple[str, int]:
    """The longest name of an address that words begin with, and where it ends; "" and 0 if there is none."""
    joined, found = "", ("", 0)
    for number, word in enumerate(words):
        if word[0].islower() and word[0] not in _inside_names():
            break
        between = text[words[number - 1].end() : word.start()] if number else ""
        if between not in ("", " ", " & "):
            break
        joined += ("and" if between == " & " else "") + _letters(word[0])
        if joined not in beginnings:
            break
        if joined in known:
            found = joined, word.end()
    return found


def _called_beside_we(clauses: Sequence[Clause]) -> Iterator[str]:
    """The names, by their letters, by which the opening calls its author beside “we”, in brackets."""
    we = languages.all_words(lambda one: one.identity.we)
    for clause in clauses[: opening(clauses)]:
        for inside in _BRACKETS.findall(clause.text):
            named = [one.strip() for one in _QUOTED.findall(inside)]
            if any(one.casefold() in we for one in named):
                yield from (letters(one) for one in named if one[0].isupper())


@cache
def _inside_names() -> frozenset[str]:
    return languages.all_words(lambda one: one.identity.inside_names)


@cache
def _small_words() -> frozenset[str]:
    return languages.all_words(lambda one: one.identity.no_names | one.identity.speakers)


@lru_cache(maxsize=65_536)
def _letters(word: str) -> str:
    return letters(_POSSESSIVE.sub("", word))


def _is_name(one: _Known) -> bool:
    """Whether it is the name of somebody, said often enough."""
    name = one.written
    if not name or len(one.clauses) < _AGAIN or not _may_be_name(name):
        return False
    return " " in name or _RARE * one.small <= one.spelled.total()


def is_abbreviation(name: str, clauses: Sequence[Clause]) -> bool:
    """Whether a text says for what a name stands: "the law of lending (“LOL”)"."""
    defined = re.compile(rf"\([“\"'‘«]?{re.escape(name)}[”\"'’»]?\)")
    return any(defined.search(clause.text) for clause in clauses)


def _may_be_name(name: str) -> bool:
    return not document_kinds(name) and not _no_name().fullmatch(name.casefold())


@cache
def _no_name() -> re.Pattern[str]:
    """What addresses are called by that are nobody's name: "data", "policy"."""
    said = languages.all_lines(lambda one: one.dates.document)
    words = _small_words() | languages.all_words(lambda one: one.identity.generic)
    return re.compile("|".join((*said, *map(re.escape, sorted(words)))))
