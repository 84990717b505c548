"""What may be a way out: links that lead somewhere else, and addresses that are only printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import MASKED_MAIL_PATH
from policydiff.optout import way_lexicon
from policydiff.text import compared, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Clause, Document, Link

_MAIL = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,63}")
_SPELT_MAIL = re.compile(
    r"(?<![\w.+@-])([\w.+-]{1,64}) ?[\[({] ?(?:at|@|arobase|arroba) ?[\])}] ?"
    r"((?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,63})",
    re.IGNORECASE,
)
"""The same, spelt so that no robot collects it: "privacy [at] lumio.example"."""
_PRINTED = re.compile(
    r"(?<![\w.+@/-])(?:https?://|www\.)(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,63}(?:/[^\s<>\"'«»“”]{0,300})?",
    re.IGNORECASE,
)
"""A printed address that a reader has to copy, as in texts without links."""
_ADDRESS = re.compile(
    r"(?:page |site )?(?:(?:https?://|www\.|/)\S+|[\w.-]+\.[a-z]{2,}(?:/\S*)?)|\[?email\W{1,3}protected\]?\.?",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"[?&]oldid=\d", re.IGNORECASE)
"""An address of an earlier version of a page, as wikis print it."""
_SCHEME = re.compile(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]{0,20}:|#", re.IGNORECASE)
"""How a target begins to which nobody can be led: a script, a place in the page."""
_EXPLAINED = re.compile(
    r"/(?:(?:glossar\w{0,3}|definitions?)(?:/.*)?|[\w-]{0,20}princip(?:l?es|ios)"
    r"|understanding-[\w-]{0,40}advertising(?:/how[\w-]{0,20})?)/?$",
    re.IGNORECASE,
)
"""Parts of the address of a page that explains words or principles, or how advertising works."""


_HOME = re.compile(r"(?:https?://)?[^/?#\s@]+/?", re.IGNORECASE)
"""The home page of a site: in a sentence its address is often only its name."""
_FEWEST_JUMPS = 3
"""Links to places of one page, named after the headings of the document, that show it to be its own page."""


_LONGEST_ASIDE = 200
"""Characters within parentheses on either side of a link."""
_LONGEST_PLACE = 40
"""Characters behind a link that say where it leads ("section below")."""
_LONGEST_LABEL = 6
"""Words in front of a link in a list."""


class WayCandidate(NamedTuple):
    """A link or a printed address."""

    anchor: str
    target: str
    start: int


def own_addresses(document: Document) -> frozenset[str]:
    """The addresses under which the document itself is known: its own, and in a text that was recorded
    without it that to whose places its table of contents leads."""
    headings = {_named(clause.text) for clause in document.clauses if clause.kind == "heading"}
    headings |= {_named(heading) for clause in document.clauses for heading in clause.path}
    jumps: dict[str, set[str]] = {}
    for clause in document.clauses:
        for link in clause.links:
            page, _, part = link.target.partition("#")
            if part and _named(link.text) in headings:
                jumps.setdefault(page, set()).add(part)
    found = {page for page, parts in jumps.items() if page and len(parts) >= _FEWEST_JUMPS}
    own = document.url.partition("#")[0]
    return frozenset(found | {own} if own else found)


def _named(heading: str) -> str:
    """A heading without its number."""
    return re.sub(r"^(?:section |article )?(?:\d+ ?)+(?=[^\d ])", "", compared(heading))


def link_candidates(clause: Clause, here: frozenset[str]) -> list[WayCandidate]:
    """Links that lead somewhere else than to a place `here`, and addresses that are only printed."""
    found = [
        WayCandidate(link.text, link.target, link.start)
        for link in clause.links
        if link.target
        and not _SCHEME.match(link.target)
        and not _EARLIER.search(link.target)
        and not _EXPLAINED.search(link.target)
        and not ("#" in link.target and link.target.partition("#")[0] in here)
        # An address in full that leads to a place of the same text, recorded without its own address.
        and not ("#" in link.target and _leads_within(clause.text, link))
    ]
    taken = sorted((link.start, link.end) for link in clause.links)
    for one in _printed(clause.text):
        link_before = bisect_right(taken, one.start, key=itemgetter(0))
        if not link_before or taken[link_before - 1][1] <= one.start:
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _leads_within(text: str, link: Link) -> bool:
    """Whether a link is said to lead to a part of the text it stands in."""
    behind = compared(text[link.end : link.end + _LONGEST_PLACE])
    return way_lexicon.is_within(compared(link.text), behind)


def _printed(text: str) -> Iterator[WayCandidate]:
    """Addresses of mail and of pages that stand in a text."""
    for match in _MAIL.finditer(text) if "@" in text else ():
        yield WayCandidate(match.group(), f"mailto:{match.group()}", match.start())
    for match in _SPELT_MAIL.finditer(text):
        yield WayCandidate(match.group(), f"mailto:{match[1]}@{match[2]}", match.start())
    for match in _PRINTED.finditer(text):
        address = match.group().rstrip(".,;:!?)]}")
        yield WayCandidate(address, address if "://" in address else f"https://{address}", match.start())


def first_of_series(text: str, candidates: Sequence[WayCandidate]) -> Iterator[WayCandidate]:
    """For each link the first of the list within a sentence that it stands in ("with Ada, Bob or Cy")."""
    first: WayCandidate | None = None
    end = 0
    for one in candidates:
        if first is None or not way_lexicon.lists(text[end : one.start]):
            first = one
        end = one.start + len(one.anchor)
        yield first


def aside_of(text: str, one: WayCandidate) -> str:
    """What stands in parentheses around a link, with other words than the link; else ""."""
    start = text.rfind("(", max(0, one.start - _LONGEST_ASIDE), one.start)
    end = text.find(")", one.start + len(one.anchor), one.start + len(one.anchor) + _LONGEST_ASIDE)
    if start < 0 or end < 0 or ")" in text[start : one.start]:
        return ""
    return text[start + 1 : end]


def consists_of_links(text: str, candidates: Sequence[WayCandidate]) -> bool:
    """Whether a clause consists of links alone, each with a label at most ("For readers: https://...")."""
    end = 0
    for one in candidates:
        label = text[end : one.start].strip()
        if label and (size(label) > _LONGEST_LABEL or label[-1] not in ":–—-"):
            return False
        end = one.start + len(one.anchor)
    return not text[end:].strip(" .;)")


def is_mail(target: str) -> bool:
    """Whether a target is an address of mail, also one that does not say so ("/legal/dpo@lumio.example")."""
    if target.startswith("mailto:"):
        return "@" in target
    return MASKED_MAIL_PATH in target or _MAIL.fullmatch(target.rpartition("/")[2]) is not None


def bears_address(one: WayCandidate) -> bool:
    """Whether the text of a link is its address, or begins with its host ("www.lumio.example (new tab)")."""
    host = one.target.partition("://")[2].partition("/")[0].removeprefix("www.")
    name = re.sub(r"^(?:https?://)?(?:www\.)?", "", one.anchor.strip())
    return _ADDRESS.fullmatch(one.anchor.strip()) is not None or (bool(host) and name.startswith(host))


def is_home(one: WayCandidate) -> bool:
    """Whether a link is one to a home page, or bears the address of one: the name of a site."""
    bears = _ADDRESS.fullmatch(one.anchor.strip()) is not None
    return any(map(_HOME.fullmatch, (one.target, one.anchor.strip() if bears else "")))
