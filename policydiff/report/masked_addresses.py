"""E-mail addresses that a recorder kept masked on one side or on both: comparison -> what to say of them.

A content delivery network writes "[email protected]" in the place of an address and shows it by a script,
which recorders do not run. That the address can be read no longer, or again, is said so: nobody's address
changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.written_otherwise import MASK, is_masked_otherwise, masked_pairs
from policydiff.word_edits import written_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Comparison
    from policydiff.report.lede_point import LedePoint

_NAMED = 2
"""Addresses that are named."""
_ONE_WORD = "\ue000"
"""What stands for a mask where words are compared: a mask is two."""
_SHOWN = "[e-mail address, masked by the site]"
"""What is shown in the place of a mask: a reader would take the mask for the policy's own words."""


def said_of_masks(comparison: Comparison) -> str:
    """What differs, behind "only in": which addresses one side masks; "" if no mask differs.

    Args:
        comparison: what `compare` returned.
    """
    hidden, shown, both = dict[str, None](), dict[str, None](), dict[tuple[str, str], None]()
    for change in comparison.diff.changes:
        if not change.rewords:
            continue
        old = " ".join(comparison.old.clauses[place].text for place in change.old)
        new = " ".join(comparison.new.clauses[place].text for place in change.new)
        for pair in masked_pairs(old, new):
            if not pair.is_masked:
                shown[pair.after] = None
            elif not pair.was_masked:
                hidden[pair.before] = None
        both |= dict.fromkeys(_left_of_masks(old, new))
    return " and ".join(_parts(list(hidden), list(shown), list(both)))


def _left_of_masks(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What is left of addresses that both sides mask, as (before, now), where it differs."""
    if is_masked_otherwise(old, new):
        for pair in written_edits(old.replace(MASK, _ONE_WORD), new.replace(MASK, _ONE_WORD)):
            if all(_ONE_WORD in one for one in pair):
                was, now = (one.replace(_ONE_WORD, MASK).strip(" .,;:()_*") for one in pair)
                yield was, now


def with_masks_named(point: LedePoint) -> LedePoint:
    """A point whose quotes say that an address is masked, and do not give the mask for one."""
    quotes = tuple(one._replace(words=one.words.replace(MASK, _SHOWN)) for one in point.quotes)
    return replace(point, quotes=quotes)


def _parts(hidden: Sequence[str], shown: Sequence[str], both: Sequence[tuple[str, str]]) -> Iterator[str]:
    if hidden:
        no_longer = "that can no longer be read in the newer capture (masked by the site)"
        yield f"{_many(len(hidden))} {no_longer}{_named(hidden)}"
    if shown:
        was = "was" if len(shown) == 1 else "were"
        again = f"that {was} masked in the older capture and can be read in the newer one"
        yield f"{_many(len(shown))} {again}{_named(shown)}"
    if both:
        words = "; ".join(f"now “{visible(now)}”, before “{visible(was)}”" for was, now in both[:_NAMED])
        yield f"what can be read of {_many(len(both))} that the site masks in both captures: {words}"


def _many(number: int) -> str:
    return "an e-mail address" if number == 1 else f"{number} e-mail addresses"


def _named(addresses: Sequence[str]) -> str:
    if len(addresses) > _NAMED:
        return ""
    return f": {' and '.join(visible(one) for one in addresses)}"
