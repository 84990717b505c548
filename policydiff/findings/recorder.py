"""Did the recorder lose words, rather than the company delete them?

In: a diff. Out: a reason for doubt, or None. Programs that convert pages to text drop links, or masked e-mail
addresses, from the middle of sentences: "write to us at ." Nobody wrote such a sentence, and passages that
disappear at the same time may have been lost with the links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.models import Reason
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Change, Document, DocumentDiff

_PLACES, _SHARE = 3, 0.6
"""Fewest places in which the words of a link are missing, and their share of all places in which words are
missing."""
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)\S+"
    r"|\[email[\s\u00a0]protected\]|\+?\d[\d ()/-]{6,}\d"
)


def links_lost(diff: DocumentDiff, old: Document) -> Reason | None:
    """The reason to think that the recorder lost the missing words; None if there is none."""
    places = [fell for change in diff.changes if change.edits for fell in _fallen(change, old)]
    lost = sum(places)
    if lost < _PLACES or lost < _SHARE * len(places):
        return None
    places_lost = (
        f"In {lost} places the words of a link or an address fall out, and nothing takes their place"
    )
    return Reason("links-lost", f"{places_lost}: perhaps the recorder lost them, and what else is gone")


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
            yield said in links or not compared(_ADDRESS.sub("", edit.old))
