"""Whole parts of a page that came or went, with all that stands below their heading: comparison -> sentences.

A second policy below the first one, or a page's version in another language, is news that no quote of its
third sentence tells. Sections are none: a part calls itself one, or a document, or holds several sections.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Clause, Comparison
    from policydiff.report.numbered_changes import NumberedChange

_PART = re.compile(
    r"\W*(?:part|partie|teil|parte|deel|annex|annexe|anhang|anexo)\s+(?:\d+|[ivx]+|[a-h])\b", re.IGNORECASE
)
"""How a part of a page calls itself."""
_WORDS = 100
"""Words of a part, at least."""
_SHARE = 0.9
"""Share of the words below a heading that came or went with it, at least."""
_SECTIONS = 4
"""Headings below one from which it heads more than a section."""
_NAMED = 2
"""Parts that are named; of more the first two."""
_HEADING = 90
"""Characters of a heading that is quoted."""


class _Part(NamedTuple):
    heading: str
    words: int


def part_sentences(comparison: Comparison, numbered: Sequence[NumberedChange]) -> Iterator[str]:
    """That whole parts came or went, by their headings: one sentence for each of both.

    Args:
        comparison: what `compare` returned.
        numbered: its changes.
    """
    for kind, became in (("added", "added"), ("removed", "taken out")):
        if found := _parts(comparison, numbered, is_new=kind == "added"):
            named = wording.listed(f"“{one.heading}”" for one in found[:_NAMED])
            left = len(found) - _NAMED
            more = f" and {wording.count(left, 'other')}" if left > 0 else ""
            yield f"{'A part was' if len(found) == 1 else 'Parts were'} {became}: {named}{more}."


def _parts(comparison: Comparison, numbered: Sequence[NumberedChange], *, is_new: bool) -> list[_Part]:
    """The parts that only one side has."""
    here, there = (comparison.new, comparison.old) if is_new else (comparison.old, comparison.new)
    kind = "added" if is_new else "removed"
    came = [one for entry in numbered if entry.kind == kind for one in entry.changes]
    places = {place for one in came for place in (one.new if is_new else one.old)}
    known = {compared(one.text) for one in there.clauses} | {compared(there.title)}
    found: list[_Part] = []
    end = 0
    for place, one in enumerate(here.clauses):
        is_head = one.kind == "heading" and place in places and place >= end and place > 0
        if not is_head or compared(one.text) in known:
            continue
        below = _below(here.clauses, place)
        came_with = sum(_length(each) for number, each in below if number in places)
        total = sum(_length(each) for _, each in below)
        if came_with >= _WORDS and came_with >= _SHARE * total and _is_part(one, [each for _, each in below]):
            found.append(_Part(clipped(visible(one.text).strip(" *:"), _HEADING), came_with))
            end = below[-1][0] + 1
    return found


def _below(clauses: Sequence[Clause], place: int) -> list[tuple[int, Clause]]:
    """What stands below a heading, up to the next one of its level."""
    found: list[tuple[int, Clause]] = []
    for number, one in enumerate(clauses[place + 1 :], place + 1):
        if one.kind == "heading" and one.depth <= clauses[place].depth:
            break
        found.append((number, one))
    return found


def _length(clause: Clause) -> int:
    return len(clause.text.split())


def _is_part(heading: Clause, below: Sequence[Clause]) -> bool:
    """Whether a heading is of more than a section: it calls itself a part, or ends in the name of a document,
    or heads several sections."""
    sections = sum(one.kind == "heading" for one in below)
    return bool(_PART.match(heading.text)) or _is_of_document(heading.text) or sections >= _SECTIONS


def _is_of_document(said: str) -> bool:
    return bool(_named_document().search(said)) and said.strip(" :*.")[:1].isupper()


@cache
def _named_document() -> re.Pattern[str]:
    """The name of a document of our kind, alone or with few words beside it, in any language."""
    said = "|".join(languages.all_lines(lambda one: one.dates.document))
    return re.compile(rf"^(?:\S+\s){{0,4}}(?:{said})[\s:*]*$", re.IGNORECASE)
