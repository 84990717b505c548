"""Did the recorder lose words, rather than the company delete them?

In: a diff. Out: a reason for doubt, or None, and the clauses that lack nothing else. Programs that convert
pages to text drop links, or masked e-mail addresses, from the middle of sentences: "write to us at ." Nobody
wrote such a sentence, and passages that disappear at the same time may have been lost with the links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import NOTHING_DOUBTED, DoubtedPlaces, Reason
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Change, Document, DocumentDiff

_PLACES, _SHARE = 3, 0.6
"""Fewest places in which the words of a link are missing, and their share of all places in which words are
missing."""
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_BUT_MAIL = (
    r"[hw\[+\d](?:(?:(?<=h)ttps?://|(?<=w)ww\.)\S+|(?<=\[)email[\s\u00a0]protected\]"
    r"|(?:(?<=\d)|(?<=\+)\d)[\d ()/-]{6,}\d)"
)
"""Addresses of pages, masked ones, and telephone numbers. The pattern begins with the signs that they may
begin with, so that most of a text is skipped at once."""
_ADDRESS, _WITHOUT_MAIL = re.compile(f"{_MAIL}|{_BUT_MAIL}"), re.compile(_BUT_MAIL)


class LostLinks(NamedTuple):
    """What a recorder lost in the midst of sentences."""

    reason: Reason | None
    """Why words may be missing; None if too few are."""
    places: DoubtedPlaces
    """The clauses of both sides that are the same but for it."""


def links_lost(diff: DocumentDiff, old: Document, new: Document) -> LostLinks:
    """The reason to think that the recorder lost missing words, and the clauses that lack nothing else.

    Args:
        diff: the alignment of both.
        old: the earlier document, which has the words.
        new: the later one.
    """
    whole: list[Change] = []
    fallen: list[bool] = []
    for change in diff.reworded:
        if _lacks_links_alone(change, old, new):
            whole.append(change)
        elif change.edits:
            fallen += _fallen(change, old)
    in_whole = sum(max(1, _links_less(change, old, new)) for change in whole)
    lost = in_whole + sum(fallen)
    if lost < _PLACES or lost < _SHARE * (in_whole + len(fallen)):
        return LostLinks(None, NOTHING_DOUBTED)
    places_lost = (
        f"In {lost} places the words of a link or an address fall out, and nothing takes their place"
    )
    reason = Reason(
        "links-lost", f"{places_lost}: perhaps the recorder lost them, and with them whatever else is missing"
    )
    return LostLinks(
        reason,
        DoubtedPlaces(
            frozenset(place for change in whole for place in change.old),
            frozenset(place for change in whole for place in change.new),
        ),
    )


def _lacks_links_alone(change: Change, old: Document, new: Document) -> bool:
    """Whether the clauses of a change are the same on both sides but for the words of links and addresses
    that the old one has more: "write to us at privacy@fernleaf.example." and "write to us at ."."""
    if not (change.old and change.new) or not _links_less(change, old, new):
        return False
    was, now = (
        compared(" ".join(_without_links(side, place) for place in places))
        for side, places in ((old, change.old), (new, change.new))
    )
    return was == now != ""


def _without_links(side: Document, place: int) -> str:
    """A clause without the words of its links and without addresses."""
    clause = side.clauses[place]
    said: list[str] = []
    end = 0
    for link in clause.links:
        said.append(clause.text[end : link.start])
        end = link.end
    text = " ".join((*said, clause.text[end:]))
    return _address(text).sub(" ", text)


def _address(text: str) -> re.Pattern[str]:
    """The pattern that finds the addresses of a text."""
    return _ADDRESS if "@" in text else _WITHOUT_MAIL


def _links_less(change: Change, old: Document, new: Document) -> int:
    """How many links and addresses the new side of a change has less than the old one, 0 if none."""
    had = _links(old, change.old)
    return max(0, had - _links(new, change.new)) if had else 0


def _links(side: Document, places: Sequence[int]) -> int:
    """How many links and addresses some clauses have."""
    clauses = [side.clauses[place] for place in places]
    return sum(len(_address(one.text).findall(one.text)) or len(one.links) for one in clauses)


def _fallen(change: Change, old: Document) -> Iterator[bool]:
    """For each place with deleted words and no inserted ones: whether these are the words of a link or an
    address."""
    links = {compared(link.text) for place in change.old for link in old.clauses[place].links}
    for number, edit in enumerate(change.edits):
        beside = change.edits[max(0, number - 1) : number + 2]
        if edit.operation != "delete" or any(one.operation == "insert" for one in beside):
            continue
        said = compared(edit.old)
        if said:
            yield said in links or not compared(_address(edit.old).sub("", edit.old))
