"""Words of the policy cut to a length that a reader takes in, so that what they promise stays in them.

A quote is never cut at its beginning, where a sentence says who does what and whether at all ("We do not
…"), and never inside what changed, unless that alone is too long. What is left out are unchanged words
between the beginning and a change, between two changes, and behind the last one; an ellipsis stands in
their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Edit, EditOperation

LONGEST = 46
"""Words of a quote in a lede: two or three lines of a newspaper column."""
_BEGINNING = 16
"""Words at the start of a sentence that hold its subject, its verb and their denial."""
_BESIDE, _NEAR = 7, 4
"""Unchanged words beside a change by which a reader finds it in the sentence."""


def quoted(text: str, longest: int = LONGEST) -> str:
    """A quote with no more than `longest` words, cut at its end.

    >>> quoted("We do not sell your data to anybody.", 5)
    'We do not sell your …'
    """
    words = visible(text).split()
    return " ".join(words if len(words) <= longest else [*words[:longest], "…"])


def around_edits(edits: Sequence[Edit], side: EditOperation, *, shortest: bool = False) -> str:
    """The text of one side of a change, unchanged words far from it left out.

    Args:
        edits: the change.
        side: "delete" for the old side, "insert" for the new one.
        shortest: keep only the words beside what changed, for a side whose beginning stands in the other one.

    >>> from policydiff.models import Edit
    >>> shared = "We keep the list of the books that you lend "
    >>> gone, came = Edit("delete", "for 30 days.", ""), Edit("insert", "", "for ever.")
    >>> around_edits((Edit("equal", shared, shared), gone, came), "delete", shortest=True)
    '… books that you lend for 30 days.'
    """
    texts = [(edit.operation, edit.old if side == "delete" else edit.new) for edit in edits]
    whole = visible("".join(text for _, text in texts)).split()
    kept = sum(len(text.split()) for operation, text in texts if operation == "equal")
    if len(whole) <= LONGEST and not (shortest and 2 * kept > len(whole)):
        return " ".join(whole)
    beside = _NEAR if shortest else _BESIDE
    beginning = _NEAR if shortest else _BEGINNING
    parts: list[str] = []
    inside_word = False
    last = len(texts) - 1
    for place, (operation, text) in enumerate(texts):
        words = visible(text).split()
        if operation != "equal":
            shown = words if len(words) <= LONGEST else [*words[:LONGEST], "…"]
        elif place == 0 and shortest:
            shown = _middle_out(words, 0, beside)
        else:
            shown = _middle_out(words, beside if place else beginning, beside if place < last else 0)
        if parts and shown and inside_word and not text[0].isspace():  # "third-" and "party"
            parts[-1] += shown.pop(0)
        parts += shown
        inside_word = not text[-1].isspace() if text else inside_word
    return " ".join(parts if len(parts) <= 2 * LONGEST else [*parts[: 2 * LONGEST], "…"])


def _middle_out(words: Sequence[str], before: int, after: int) -> list[str]:
    if len(words) <= before + after + 2:
        return list(words)
    return [*words[:before], "…", *(words[-after:] if after else ())]
