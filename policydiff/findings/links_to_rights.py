"""Does a link that a person's rights depend on lead elsewhere?"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from policydiff import languages
from policydiff.address_parameters import LANGUAGES, says_visit
from policydiff.models import MASKED_MAIL_PATH, Finding, Quote
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.findings.statements import Reader
    from policydiff.models import Category, Clause, Document, DocumentDiff, Link, LinkChange

_PAGE = re.compile(r"https?://|/(?!/)|[\w.~-]+(?=[/?#]|$)")
"""The beginning of an address of a page; in a page saved without its own address "/forms/object" is one,
too."""
_HOST_AS_PATH = re.compile(r"/(www\.[\w.-]+\.\w+)(/.*|)")
"""The path of an address that a page wrote without "https://", and that was read as a page of its own."""
_BEFORE, _BEHIND = 90, 150
"""Most words of a sentence that are quoted before and after the start of a link."""
_PUNCTUATION, _LIST = 2, 30
"""Punctuation around a link that is its whole clause ("Object here."), and most list items before a link in a
list."""
_LONGEST = 4_000
"""Characters of a sentence that are looked at on either side of a link."""


def find(
    diff: DocumentDiff, old: Document, new: Document, reader: Reader | None, *, forward: bool = True
) -> Iterator[Finding]:
    """One finding for each link that matters and leads elsewhere, or is gone while its words stay.

    `forward` says whether the texts are in the order that the caller asked for; sentences are written for
    that order.
    """
    changes = [change for change in diff.changes if change.links]
    recorded = bool(changes) and _both_have_links(old, new)
    for change in changes:
        holders = _Holders(old, change.old, reader), _Holders(new, change.new, reader)
        for link in change.links:
            if not link.matters:
                continue
            if link.old and link.new and link.old.target and link.new.target:
                if _leads_out(link.old.target, link.new.target):
                    before, after = holders[0].quote(link.old), holders[1].quote(link.new)
                    category = holders[1].category(link.new, after)
                    if category:
                        quotes, objects = (before, after), holders[1].objects(link.new, after)
                        yield _moved(link.old, link.new, quotes, category, objects=objects)
            elif recorded and change.old and change.new:
                yield from _on_one_side(link, holders, forward=forward)


def _both_have_links(old: Document, new: Document) -> bool:
    """Whether both sides have a similar number of links: a recorder that drops links drops them all."""
    counts = [
        sum(bool(link.target) for clause in side.clauses for link in clause.links) for side in (old, new)
    ]
    return 2 * (min(counts) + 1) >= max(counts)


def _on_one_side(link: LinkChange, holders: tuple[_Holders, _Holders], *, forward: bool) -> Iterator[Finding]:
    """Findings for words that stay but no longer lead to a right, or do so for the first time.

    A link without an address (`href="#"`) leads nowhere, whatever a script makes of it.
    """
    one = link.old if link.old and link.old.target else link.new
    gone = one is link.old
    other = holders[1] if gone else holders[0]
    words = other.with_words(one.text) if one else None
    if one is None or words is None or not one.target.startswith(("https://", "http://", "mailto:")):
        return
    if _spells(one):
        return
    own = holders[0] if gone else holders[1]
    quote = own.quote(one)
    category = own.category(one, quote)
    if category is None:
        return
    change = "no longer lead" if gone is forward else "lead for the first time"
    yield Finding(
        category,
        "removed" if gone else "added",
        2,
        "the way to a right",
        f"The words “{one.text}” {change} to an address.",
        f"{category}/link",
        quote if gone else words,
        words if gone else quote,
        one.target if gone else "",
        "" if gone else one.target,
    )


def _spells(link: Link) -> bool:
    """Whether the words of a link are its address: "write to privacy@birch.example" says the same without a
    link."""
    words = link.text.casefold()
    if link.target.startswith("mailto:"):
        address = unquote(link.target.removeprefix("mailto:")).partition("?")[0].casefold()
        return bool(address) and address in words
    host, path, _ = _bare(link.target.casefold())
    return bool(host) and f"{host}{path}" in words


def _leads_out(old: str, new: str) -> bool:
    """Whether both lead to different pages, or one to a page and one to an e-mail address; a place within the
    policy itself is no page."""
    if any(MASKED_MAIL_PATH in target for target in (old, new)):
        return False
    pages = [_PAGE.match(target) is not None for target in (old, new)]
    mails = [target.startswith("mailto:") for target in (old, new)]
    if all(pages):
        was, now = _bare(old), _bare(new)
        return was != now if was[0] and now[0] else was[1:] != now[1:]
    return any(pages) and any(mails)


def _rank(old: str, new: str) -> tuple[int, str]:
    """The importance of an exchanged address, and the reason.

    Another form, or a mail address in the place of a form, may ask for other things than before: that is what
    readers want to know. The same path on a renamed domain, another way to the front page of a site and help
    pages, which platforms renumber, are reported for completeness.
    """
    if old.startswith("mailto:") != new.startswith("mailto:"):
        return 3, "a form became a mail address, or the other way round"
    was, now = _bare(old), _bare(new)
    if was[1:] == now[1:] or not (was[1] or was[2]) or not (now[1] or now[2]):
        return 1, "the same page under another name, or the front page of a site"
    helps = [_help_page().search(f"{side[0]}{side[1]}") is not None for side in (was, now)]
    if any(helps) and not any(_form_page().search(side[1]) for side in (was, now)):
        return 1, "a page of help"
    return 3, "the form a right depends on is another one"


@cache
def _help_page() -> re.Pattern[str]:
    """Parts of addresses of pages that explain and are no form."""
    return re.compile(rf"\b(?:{'|'.join(languages.all_lines(lambda one: one.rights.help_paths))})\b")


@cache
def _form_page() -> re.Pattern[str]:
    """Parts of addresses of forms, even below help pages: "/help/contact/4418"."""
    return re.compile("|".join(languages.all_lines(lambda one: one.rights.form_paths)))


def _bare(target: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """An address without the parts that differ at every visit, and without stray spaces."""
    address = unquote(target).replace(" ", "")
    try:
        parts = urlsplit(address)
    except ValueError:  # such as "https://[": no address, but what the page says
        return address, "", ()
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not (says_visit(k) or k.lower() in LANGUAGES)]
    named = _HOST_AS_PATH.fullmatch(parts.path)
    host, path = (named[1], named[2]) if named else (parts.netloc, parts.path)
    return host.removeprefix("www."), path.rstrip("/"), tuple(sorted(kept))


class _Holders:
    """The clauses of one side of a change, with the sentences that hold their links."""

    def __init__(self, side: Document, places: tuple[int, ...], reader: Reader | None) -> None:
        self._side = side
        self._places = places
        self._reader = reader
        self._holder: dict[Link, int] = {}
        """The place of the clause that holds each link; of several clauses with an equal link the first."""
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def quote(self, link: Link) -> Quote:
        """The sentence that holds a link."""
        if not self._holder:  # a clause may have thousands
            listed = [(one, place) for place in self._places for one in self._side.clauses[place].links]
            self._holder = dict(reversed(listed))
        place = self._holder.get(link, self._places[0])
        clause = self._side.clauses[place]
        if place not in self._spans:
            self._spans[place] = self._reader.spans(clause.text) if self._reader else []
        start, end = _sentence(clause, link, self._spans[place])
        return Quote(clause.text[start:end], place, start, clause.path)

    def with_words(self, words: str) -> Quote | None:
        """The clause of this side in which the words of a link of the other side stand."""
        for place in self._places:
            clause = self._side.clauses[place]
            start = clause.text.find(words)
            if start >= 0 and words:
                spans = self._reader.spans(clause.text) if self._reader else []
                first, end = next(
                    (span for span in spans if span[0] <= start < span[1]), (0, len(clause.text))
                )
                return Quote(clause.text[first : min(end, first + _LONGEST)], place, first, clause.path)
        return None

    def category(self, link: Link, quote: Quote) -> Category | None:
        """The category of a link; None if it leads to neither a choice nor a right.

        Its sentence says so; where that is nothing but the link ("Object here") the text that introduces it
        and the headings above do.
        """
        if self._reader is None:
            return "opt-out"
        said = [quote.text]
        if len(link.text) >= len(quote.text) - _PUNCTUATION:
            said += self._above(quote.clause)
        return next((found for text in said if (found := _category(text, self._reader))), None)

    def objects(self, link: Link, quote: Quote) -> bool:
        """Whether people can object at a link, by its words or by a sentence on objecting."""
        if self._reader is None:
            return True
        said = [
            quote.text,
            *(self._above(quote.clause) if len(link.text) >= len(quote.text) - _PUNCTUATION else ()),
        ]
        return _category(link.text, self._reader) == "opt-out" or any(
            self._reader.facts(text).has("choice.object") for text in said
        )

    def _above(self, place: int) -> list[str]:
        """The texts that introduce a clause: the paragraph before it or before its list, and the headings
        above."""
        clause = self._side.clauses[place]
        in_front = self._side.clauses[max(0, place - _LIST) : place][::-1]
        lead = next((one for one in in_front if one.kind != "item"), None)
        led = lead is not None and lead.kind == "paragraph" and lead.path == clause.path
        return [*([lead.text[-_LONGEST:]] if lead and led else []), *reversed(clause.path)]


def _sentence(clause: Clause, link: Link, spans: list[tuple[int, int]]) -> tuple[int, int]:
    number = bisect_right(spans, link.start, key=itemgetter(0)) - 1
    start, end = spans[number] if number >= 0 else (0, len(clause.text))
    if link.start >= end:
        start, end = 0, len(clause.text)
    before = clause.text[max(start, link.start - _LONGEST) : link.start].split(" ")
    behind = clause.text[link.start : min(end, link.start + _LONGEST)].split(" ")
    if len(before) + len(behind) <= _BEFORE + _BEHIND and end - start <= _LONGEST:
        return start, end
    return link.start - len(" ".join(before[-_BEFORE:])), link.start + len(" ".join(behind[:_BEHIND]))


def _category(text: str, reader: Reader) -> Category | None:
    """The category that a text gives to a link in it; None if it names neither a choice nor a right."""
    concepts = reader.facts(text).concepts
    if any(c.startswith("choice.") for c in concepts):
        return "opt-out"
    return "rights" if any(c.startswith("right.") for c in concepts) else None


def _sentence_on(old: str, new: str) -> str:
    """What is reported of a link with these words on either side."""
    if compared(old) == compared(new):
        return f"The link “{new}” leads to another address than before."
    return f"Where the link “{old}” stood the link “{new}” stands, and leads to another address."


def _moved(
    old: Link, new: Link, quotes: tuple[Quote, Quote], category: Category, *, objects: bool
) -> Finding:
    importance, why = _rank(old.target, new.target)
    # Where to ask for a copy is a service; where to object is the story. Of four other ways to a choice that
    # stood on top ("contact us", a portal for requests) four were the same one at another address.
    if category != "opt-out" or not objects:
        importance = min(importance, 2)
    return Finding(
        category,
        "changed",
        importance,
        why,
        _sentence_on(old.text, new.text),
        f"{category}/link",
        *quotes,
        old.target,
        new.target,
    )
