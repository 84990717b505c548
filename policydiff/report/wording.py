"""Words of every report: names of kinds and verdicts, limits of the method, numbers with their nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policydiff.models import StanceKind
    from policydiff.report.numbered_changes import NumberedKind

LABELS: Mapping[NumberedKind, str] = {
    "added": "Added",
    "removed": "Removed",
    "reworded": "Reworded",
    "moved": "Moved",
    "moved-reworded": "Moved and reworded",
    "split": "Split",
    "merged": "Merged",
    "link": "Link changed",
}


VERDICTS: Mapping[str, str] = {
    "identical": "Identical",
    "cosmetic": "Cosmetic",
    "editorial": "Editorial",
    "substantive": "Substantive",
    "other-variant": "Other variant",
    "broken-capture": "Broken capture",
}


STANCES: Mapping[StanceKind, str] = {"stated": "stated", "denied": "ruled out", "paused": "paused"}
"""What a text does with a matter, after the name of whoever it is."""


INCOMPARABLE: Mapping[str, str] = {
    "other-variant": "these are two variants of a policy, or two documents, not two moments of one",
    "broken-capture": "one side is no good capture of a policy, so the two cannot be compared",
}


WORDS = "All changes of words"
"""Heading of the list of changes, where findings stand above it."""


LIMITS = (
    "It compares two captures. What the page said between them, and on which day it changed, it cannot know.",
    (
        "It reads the text of the page itself. Pages that are linked, pictures, and text that appears only"
        " after a click which the capture did not make are not part of it."
    ),
    (
        "A page may read differently in another country, in another language or for a group of test users."
        " This is what the capture was given."
    ),
    (
        "It shows which words changed, not what they mean in law, nor whether the company does what it"
        " writes. A trained reader decides which changes are of substance: it can miss one, or take one"
        " for more than it is."
    ),
    (
        "A passage that was moved and largely rewritten at once may be shown as removed in one place and"
        " added in another."
    ),
    (
        "The hashes show that these files were compared. That the company served them, only the record of the"
        " capture can show."
    ),
)


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 clause", "1,204 clauses"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def size(number: int) -> str:
    """How many words a passage has, as nobody has to count them: to the nearest five, ten or hundred.

    >>> size(17), size(64), size(343), size(2380)
    ('17 words', 'about 65 words', 'about 340 words', 'about 2,400 words')
    """
    if number < 20:
        return count(number, "word")
    step = 5 if number < 100 else 10 if number < 1000 else 100
    return f"about {step * round(number / step):,} words"


def listed(parts: Iterable[str]) -> str:
    """Some parts of a sentence in a row.

    >>> listed(["a letter", "a name", "a line"])
    'a letter, a name and a line'
    """
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
