"""Findings that rest on an address alone, and on one that only is written in another way.

In: a finding. Out: whether a reader who follows the address, or writes to it, notices anything. Such
findings are told last and never lead: nobody's rights changed with them.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from policydiff.text import words

if TYPE_CHECKING:
    from policydiff.models import Finding

_ADDRESS = re.compile(r"https?://[^/?#]*(.*)", re.IGNORECASE)
_SCHEME = re.compile(r"(?:mailto:|https?://(?:www\.)?)", re.IGNORECASE)
_MASK = "[email protected]"
"""What a content delivery network writes in the place of an address of mail, and a recorder keeps."""
_LEFT = 2
"""Words of an address that a recorder leaves before the mask, at most."""
_MAIL = re.compile(r"\[email protected\]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


def is_address_written_otherwise(finding: Finding) -> bool:
    """Whether all that differs is how an address is written, or that it can be followed."""
    if finding.link_old and finding.link_new:
        return _is_same_form(finding.link_old, finding.link_new)
    if finding.link_old or finding.link_new:
        return _stands_in_the_words(finding, finding.link_old or finding.link_new)
    return _is_masked(finding)


def _is_same_form(old: str, new: str) -> bool:
    """Whether two targets differ in their domain alone: "/help/forms/12" of the renamed site."""
    first, second = _ADDRESS.fullmatch(old), _ADDRESS.fullmatch(new)
    return bool(first and second) and first[1].strip("/") == second[1].strip("/") != ""  # type: ignore[index]


def _stands_in_the_words(finding: Finding, target: str) -> bool:
    """Whether both sides print the address that is a link on one alone."""
    bare = _SCHEME.sub("", target).partition("?")[0].rstrip("/").casefold()
    return bool(bare) and all(quote and bare in quote.text.casefold() for quote in (finding.old, finding.new))


def _is_masked(finding: Finding) -> bool:
    """Whether the two sides are the same but for an address of mail that a recorder masked on one of them or
    on both, with what it left of the address: "fern [email protected]", "fern.leaf[email protected]"."""
    if finding.old is None or finding.new is None or _MASK not in finding.old.text + finding.new.text:
        return False
    olds, news = (_MAIL.split(quote.text) for quote in (finding.old, finding.new))
    if len(olds) != len(news) or words(olds[-1]) != words(news[-1]):
        return False
    return all(map(_is_same_but_for_its_end, olds[:-1], news[:-1]))


def _is_same_but_for_its_end(old: str, new: str) -> bool:
    first, second = words(old), words(new)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    return max(len(first), len(second)) - shared <= _LEFT
