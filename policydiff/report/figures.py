"""A comparison counted: clauses, words and links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.changed_words import changed_words
from policydiff.report.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Change, Comparison


@dataclass(frozen=True, slots=True)
class Figures:
    """A comparison counted."""

    kinds: Mapping[str, int]
    """How many changes of each kind the diff has, unchanged clauses included."""
    words_added: int
    words_removed: int
    links_matter: int
    """Links on clauses of both sides that lead to a right and came, went or lead elsewhere."""
    links_noise: int
    """The others that changed there."""
    retouched: int
    """Clauses of which only punctuation, capitals or the like changed."""


def figures(comparison: Comparison) -> Figures:
    """Count clauses, words and links."""
    kinds: Counter[str] = Counter()
    added = removed = matter = noise = touched = 0
    for change in comparison.diff.changes:
        kinds[change.kind] += 1
        touched += retouched(comparison, change)
        came, went = changed_words(change, comparison.old, comparison.new)
        added, removed = added + came, removed + went
        for link in change.links if change.old and change.new else ():
            matter, noise = matter + link.matters, noise + (not link.matters)
    return Figures(kinds, added, removed, matter, noise, touched)


def retouched(comparison: Comparison, change: Change) -> bool:
    """Whether no word changed and the texts differ all the same: in punctuation, capitals, numbering."""
    if change.kind not in ("unchanged", "moved"):
        return False
    olds, news = ([side.clauses[place].text for place in places] for side, places in (
        (comparison.old, change.old), (comparison.new, change.new)
    ))  # fmt: skip
    return olds != news


def only_punctuation(number: int) -> str:
    """How many clauses differ in no word."""
    return f"Only punctuation, capitals, spacing or numbering differ in {count(number, 'clause')}"


def figure_lines(found: Figures) -> tuple[tuple[str, str], ...]:
    """The key numbers as (label, value), those that are zero and never surprise left out."""
    kinds = found.kinds
    lines = [("Clauses added", kinds["added"]), ("Clauses removed", kinds["removed"])]
    lines.append(("Clauses reworded", kinds["reworded"] + kinds["moved-reworded"]))
    lines.append(("Clauses moved", kinds["moved"] + kinds["moved-reworded"]))
    shown = [(label, f"{number:,}") for label, number in lines]
    shown.append(("Words in", f"+{found.words_added:,}" if found.words_added else "0"))
    shown.append(("Words out", f"−{found.words_removed:,}" if found.words_removed else "0"))
    optional = (
        ("Split or merged", kinds["split"] + kinds["merged"]),
        ("Links that matter", found.links_matter),
    )
    return (*shown, *((label, f"{number:,}") for label, number in optional if number))


def spoken_lines(found: Figures) -> tuple[tuple[str, str], ...]:
    """The same as they are said, the number first: ("1", "clause added"); what is zero is left out."""
    lines = ((label.lower(), value) for label, value in figure_lines(found) if value != "0")
    return tuple(
        (value, _ONE.get(label, label) if value.lstrip("+−") == "1" else label) for label, value in lines
    )


_ONE = {
    "clauses added": "clause added",
    "clauses removed": "clause removed",
    "clauses reworded": "clause reworded",
    "clauses moved": "clause moved",
    "words in": "word in",
    "words out": "word out",
    "links that matter": "link that matters",
}
