"""Findings about an address that is only written in another way.

In: a finding. Out: whether a reader who follows the address, or writes to it, notices anything. Such findings
come last and never lead: nobody's rights changed with them.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from policydiff.text import words

if TYPE_CHECKING:
    from policydiff.models import Finding

_ADDRESS = re.compile(r"https?://[^/?#]*(.*)", re.IGNORECASE)
_SCHEME = re.compile(r"(?:mailto:|https?://(?:www\.)?)", re.IGNORECASE)
MASK = "[email protected]"
"""What a content delivery network writes in the place of an e-mail address, and a recorder keeps."""
_UNREAD = "\ufffd"
"""What stands in the place of a character that could not be read."""
_MOST_UNREAD = 100
_LEFT = 4
"""Words of an address that a recorder leaves before the mask, at most."""
_MAIL = re.compile(
    r"\[email protected\][^\s,;)]{0,64}(?<![.:!?])|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)
"""An e-mail address, or its mask with what a recorder left behind it: "[email protected]×8.example"."""


def is_address_written_otherwise(finding: Finding) -> bool:
    """Whether all that differs is how an address or a character is written, or that an address can be
    followed."""
    if finding.link_old and finding.link_new:
        return _is_same_form(finding.link_old, finding.link_new)
    if finding.link_old or finding.link_new:
        return _stands_in_the_words(finding, finding.link_old or finding.link_new)
    return _is_masked(finding) or is_broken_character(finding)


def is_broken_character(finding: Finding) -> bool:
    """Whether all that differs is a character that one side could not read."""
    return bool(finding.old and finding.new) and is_broken_otherwise(finding.old.text, finding.new.text)  # type: ignore[union-attr]


def _is_same_form(old: str, new: str) -> bool:
    """Whether two targets differ in their domain alone ("/help/forms/12" of the renamed site), or one leads
    deeper into what the other does ("/account" and its "/account/signin")."""
    first, second = _ADDRESS.fullmatch(old), _ADDRESS.fullmatch(new)
    if not first or not second:
        return False
    was, now = (one[1].strip("/").casefold() for one in (first, second))
    return was == now != "" or (_host(old) == _host(new) and was != "" and _is_inside(was, now))


def _is_inside(one: str, other: str) -> bool:
    outer, inner = sorted((one, other), key=len)
    return inner.startswith(f"{outer}/")


def _host(target: str) -> str:
    return _SCHEME.sub("", target).partition("/")[0].casefold()


def bare_address(target: str) -> str:
    """An address as it is printed: without what stands before it, a query or the last stroke.

    >>> bare_address("mailto:post@fernleaf.example?subject=list")
    'post@fernleaf.example'
    """
    return _SCHEME.sub("", target).partition("?")[0].rstrip("/").casefold()


def _stands_in_the_words(finding: Finding, target: str) -> bool:
    """Whether both sides print the address that is a link on one alone."""
    bare = bare_address(target)
    return bool(bare) and all(quote and bare in quote.text.casefold() for quote in (finding.old, finding.new))


def _is_masked(finding: Finding) -> bool:
    return bool(finding.old and finding.new) and is_masked_otherwise(finding.old.text, finding.new.text)  # type: ignore[union-attr]


class MaskedPair(NamedTuple):
    """An address as both sides write it, of which at least one masks it."""

    before: str
    after: str

    @property
    def was_masked(self) -> bool:
        """Whether the old side masks it."""
        return MASK in self.before

    @property
    def is_masked(self) -> bool:
        """Whether the new side masks it."""
        return MASK in self.after


def masked_pairs(old: str, new: str) -> list[MaskedPair]:
    """The addresses that differ by a mask, where nothing else does."""
    if not is_masked_otherwise(old, new):
        return []
    pairs = zip(_MAIL.findall(old), _MAIL.findall(new), strict=True)
    different = len(old) != len(new)
    return [
        MaskedPair(*pair) for pair in pairs if MASK in "".join(pair) and (different or pair[0] != pair[1])
    ]


def is_masked_otherwise(old: str, new: str) -> bool:
    """Whether the two sides are the same but for an e-mail address that a recorder masked on one of them or
    on both, with what it left of the address: "fern [email protected]", "fern.leaf[email protected]"."""
    if MASK not in old + new:
        return False
    olds, news = _MAIL.split(old), _MAIL.split(new)
    if len(olds) != len(news) or words(olds[-1]) != words(news[-1]):
        return False
    return all(map(_is_same_but_for_its_end, olds[:-1], news[:-1]))


def is_broken_otherwise(old: str, new: str) -> bool:
    """Whether the two sides are the same but for characters that one could not read: "Gen\ufffdve".

    Of more than a hundred such characters nobody can say what they were.
    """
    for broken, whole in ((old, new), (new, old)):
        if 0 < broken.count(_UNREAD) <= _MOST_UNREAD and _UNREAD not in whole:
            return _is_filled(broken, whole)
    return False


def _is_filled(broken: str, whole: str) -> bool:
    """Whether a text is another one with a character, or none, in the place of each unread one: a letter of
    several bytes is one or several of them. All places that are reached are kept, so that none is tried
    twice."""
    reached = {0}
    for letter in broken:
        inside = {place for place in reached if place < len(whole)}
        if letter == _UNREAD:
            reached |= {place + 1 for place in inside if not whole[place].isspace()}
        else:
            reached = {place + 1 for place in inside if whole[place] == letter}
    return len(whole) in reached


def _is_same_but_for_its_end(old: str, new: str) -> bool:
    """Whether what is left of the two is the same, or one goes on where the mask of the other begins."""
    first, second = words(old), words(new)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    was, now = ("".join(side[shared:]) for side in (first, second))
    few = max(len(first), len(second)) - shared <= _LEFT
    return few and (was.startswith(now) or now.startswith(was))
