"""Trivial changes of links and of addresses: a clause before and now -> what became of them.

Where a link leads and what it is called; addresses on the web, of e-mail and of the post.
What this gets wrong: a postal address in another country, which may be that of another company; a page of
somebody else's that says now what it did not say before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.domains import name_in_domain
from policydiff.report.counterparts import address_kinds
from policydiff.report.trivial_kinds import TrivialChange, trivial_pair
from policydiff.report.trivial_names import COMPANY
from policydiff.text import compared, compared_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from policydiff.models import Change, Clause, Comparison, Link
    from policydiff.report.replaced_words import Replacement

_WEB = re.compile(r"(?<![\w@.])(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/[^\s,;)»”\"]*)?", re.IGNORECASE)
"""An address on the web, with or without what stands before it."""
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
"""An e-mail address."""
_LINK = 10
"""Words of a link that names where it leads, at most."""
_ADDRESS_LINE = 50
"""Words of a clause that is about an address and little else."""
_BESIDE = 3
"""Words that come or go with an address that is printed: "at", "by visiting"."""
_NAME = 4
"""Letters of a name by which two sites are of one owner."""
_DOMAIN = 3
"""Letters of a domain that names somebody: "eu" of "fern.eu.com" does not."""
_COOKIES = "cookie"
"""What addresses of pages on cookies hold in all languages."""
_ADDRESS_WORD = re.compile(r"[A-ZÀ-Þ0-9#][^/]*")


# --- links ---------------------------------------------------------------------------------------


def links_moved(change: Change) -> tuple[TrivialChange, ...] | None:
    """Links of one clause that lead elsewhere; None if one that leads to a right, or opens an e-mail, leads
    to another owner, or to another page of the same one, or came or went."""
    links = [one for one in change.links if not one.noise]
    pairs = [(one.new.target, one.old.target) for one in links if one.old and one.new]
    rights = [one for one in links if one.matters]
    both = [(one.new.target, one.old.target) for one in rights if one.old and one.new]
    is_mail = any(map(_MAIL.search, (each for pair in pairs for each in pair)))
    if is_mail or len(both) < len(rights) or not all(_are_of_one(*pair) for pair in both):
        return None
    if len(pairs) == 1 and not change.rewords:
        return (trivial_pair("link", *map(_bare, pairs[0])),)
    return (TrivialChange("link"),) if pairs else ()


def links_elsewhere(comparison: Comparison, known: Collection[Change]) -> Iterator[TrivialChange]:
    """The places in which a link leads elsewhere and no word changed, of one alone with where it leads.

    Args:
        comparison: what `compare` returned.
        known: changes that are told already.
    """
    places = {(one.old, one.new) for one in known}
    others = [one for one in comparison.diff.changes if not one.rewords and (one.old, one.new) not in places]
    moved = [[link for link in one.links if link.old and link.new and not link.noise] for one in others]
    found = [each for each in moved if each]
    if len(found) == len(found[:1]) == 1 and (link := found[0][0]).old and link.new:
        yield trivial_pair(
            "link", *(_bare(one.target.removeprefix("mailto:")) for one in (link.new, link.old))
        )
    else:
        yield from (TrivialChange("link") for _ in found)


def link_words(old: Clause, new: Clause, owner: frozenset[str]) -> TrivialChange | None:
    """Other words of links that lead where they led, but not of those that lead to a right, or that name
    who does something; None if they are none, or other words changed.

    Args:
        old: the clause before.
        new: the clause now.
        owner: the words of the name of whose document it is.
    """
    if not have_same_mail(old, new) or compared(_linked(old)) != compared(_linked(new)):
        return None
    both = zip(old.links, new.links, strict=False)
    pairs = [(now.text, was.text) for was, now in both if compared(was.text) != compared(now.text)]
    said = [one for pair in pairs for one in pair]
    if any(address_kinds(one) or not owner.isdisjoint(compared_words(one)) for one in said):
        return None
    if any(_rights().search(compared(one)) for one in said):
        return None
    is_known = len(old.links) == len(new.links) and len(pairs) == 1
    return trivial_pair("link-words", *pairs[0]) if is_known else TrivialChange("link-words")


def names_page(spot: Replacement, new: Clause) -> bool:
    """Whether words that came are those of a link to another page.

    Args:
        spot: words that gave way to others.
        new: the clause now.
    """
    now = compared(spot.new)
    return any("#" not in one.target and now and now in compared(one.text) for one in new.links)


def _linked(clause: Clause) -> str:
    """A clause with the address of each link that names it in the place of its words."""
    text = clause.text
    for link in sorted(clause.links, key=lambda one: -one.start):
        if 0 < len(link.text.split()) <= _LINK:
            text = f"{text[: link.start]} {_bare(link.target)} {text[link.end :]}"
    return text


@cache
def _rights() -> re.Pattern[str]:
    """The words of a link that leads to a right, in any language."""
    said = {
        line.rstrip("~"): line.endswith("~") for line in languages.all_lines(lambda one: one.rights.links)
    }
    parts = (rf"{compared(line)}{'[^ ]*' if is_open else ''}" for line, is_open in sorted(said.items()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


# --- addresses -----------------------------------------------------------------------------------


def _bare(address: str) -> str:
    """An address without what stands before it, or a stroke behind it."""
    return _SCHEME.sub("", address, count=1).rstrip("/.")


def web_addresses(old: Clause, new: Clause) -> TrivialChange | None:
    """Addresses on the web that gave way to others of the same owner, where nothing else did."""
    if compared(_WEB.sub(" ", old.text)) != compared(_WEB.sub(" ", new.text)):
        return None
    news, olds = _WEB.findall(new.text), _WEB.findall(old.text)
    if len(news) != len(olds):
        return None
    both = list(zip(news, olds, strict=True))
    pairs = [(now, was) for now, was in both if _bare(was) != _bare(now)]
    forms = [(now, was) for now, was in both if now != was]
    if not pairs and forms:
        return trivial_pair("web-form", *(one.rstrip(".") for one in forms[0]))._replace(times=len(forms))
    if not pairs or not all(_are_of_one(*pair) for pair in pairs):
        return None
    shown = trivial_pair("web", *map(_bare, pairs[0])) if len({*pairs}) == 1 else TrivialChange("web")
    return shown._replace(times=len(pairs))


def _are_of_one(one: str, other: str) -> bool:
    """Whether two addresses are of one owner by the name in their domains, and lead to another site of theirs
    or deeper into the same page: another page of one site may say something else."""
    hosts = sorted((_host(one), _host(other)), key=len)
    short, long = sorted(map(name_in_domain, hosts), key=len)
    is_same_owner = (short == long and len(short) >= _DOMAIN) or (len(short) >= _NAME and short in long)
    is_same_owner = is_same_owner or hosts[1].startswith(
        f"{hosts[0]}."
    )  # "fern.example" and "fern.example.org"
    shallow, deep = sorted((_bare(one), _bare(other)), key=len)
    return is_same_owner and (hosts[0] != hosts[1] or deep.startswith(f"{shallow}/"))


def _host(address: str) -> str:
    return _bare(address).partition("/")[0]


def printed_otherwise(spots: Sequence[Replacement], old: Clause, new: Clause) -> TrivialChange | None:
    """Addresses that are now printed in the place of the words of the links that led there, or the other way
    round; None if any of the words did anything else.

    Args:
        spots: words that gave way to others.
        old: the clause before.
        new: the clause now.
    """
    shown = [_printed_instead(one, old, new) for one in spots]
    if not shown or not all(shown):
        return None
    return trivial_pair("printed", *shown[0]) if shown[0] and len(shown) == 1 else TrivialChange("printed")


def _printed_instead(spot: Replacement, old: Clause, new: Clause) -> tuple[str, str] | None:
    """The address that is printed on one side and the word of the link on the other, as (now, before); None
    if they are none."""
    for said, other, clause in ((spot.new, spot.old, old), (spot.old, spot.new, new)):
        printed = _WEB.search(said)
        link = _link_of(other, clause)
        if printed is None or link is None or len(_WEB.sub(" ", said).split()) > _BESIDE:
            continue
        if _bare(link.target).casefold() == _bare(printed[0]).casefold():
            shown = _bare(printed[0]), link.text
            return shown if said is spot.new else shown[::-1]
    return None


def _link_of(said: str, clause: Clause) -> Link | None:
    return next((one for one in clause.links if compared(one.text) == compared(said) != ""), None)


def is_help_page(old: Clause, new: Clause) -> bool:
    """Whether all that changed are web addresses of pages on cookies, that of how they are refused in a
    browser: before and now they are called alike.

    Args:
        old: the clause before.
        new: the clause now.
    """
    was, now = _WEB.findall(old.text), _WEB.findall(new.text)
    if len(was) != len(now) or compared(_WEB.sub(" ", old.text)) != compared(_WEB.sub(" ", new.text)):
        return False
    pairs = [both for both in zip(was, now, strict=True) if both[0] != both[1]]
    return bool(pairs) and all(
        all(_COOKIES in one.partition("/")[2].casefold() for one in both) for both in pairs
    )


def is_printed_no_more(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether an address went that a link of the clause leads to, with what stood around it."""
    printed = _WEB.search(spot.old)
    if printed is None or len(_WEB.sub(" ", spot.old).split()) > _BESIDE:
        return False
    linked = [one for one in new.links if _host(one.target) == _host(printed[0])]
    now = compared(spot.new)
    return bool(linked) and (not now or any(_name_of(one) in now for one in linked))


def _name_of(link: Link) -> str:
    return compared(link.text)


def is_postal(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether a postal address gave way to another, or a line of one with a number in it did."""
    both = f"{spot.old} {spot.new}"
    if COMPANY.search(both):
        return False
    if address_kinds(spot.old) & address_kinds(spot.new) == {0}:
        return True
    lines = [address_kinds(one.text) for one in (old, new) if len(one.text.split()) <= _ADDRESS_LINE]
    is_date = spot.before.endswith("/")
    is_line = (
        len(lines) == 2 and not is_date and all(0 in kinds for kinds in lines) and address_kinds(both) <= {0}
    )
    changed = [word for one in both.split() if (word := one.strip(",;.()"))]
    return is_line and any(map(str.isdigit, both)) and all(map(_ADDRESS_WORD.fullmatch, changed))


def have_same_mail(old: Clause, new: Clause) -> bool:
    """Whether both sides of a clause print the same e-mail addresses."""
    return _MAIL.findall(old.text) == _MAIL.findall(new.text)


def is_mail_address(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether an e-mail address gave way to another."""
    sides = ((old.text, spot.old), (new.text, spot.new))
    return all(any(compared(said) in compared(mail) for mail in _MAIL.findall(text)) for text, said in sides)


def is_site(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether an address on the web gave way to another."""
    return all(map(_WEB.fullmatch, (one.strip(" .,;:()") for one in spot.named)))
