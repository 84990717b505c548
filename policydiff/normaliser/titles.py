"""Names of policies, and which line of a page is the name of its document.

In: lines of a page. Out: whether a line names a policy, and which of several does so best. The name of the
site, the name of a section of it and a date may all be headings of level one.

What this gets wrong: where a site gives its policy a name of its own ("Our promise to you") and repeats it
nowhere, the first heading that says what policies are called is taken, though it is that of a section.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.normaliser import alternatives, furniture
from policydiff.normaliser.mass import LEAST, SENTENCE

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.mass import Mass

LONGEST = 120
"""Characters of the longest title."""
_PARTS = re.compile(r"\s+[|–—·•:»›«/-]\s+|\s*\|\s*|:\s+")
_CELL = 8
"""Blocks in which a cell that holds a page comes to its text."""
_SUBTITLE = 4
"""Blanks in the shortest line below a title that says what the document is about."""
_PURE = 0.5
"""Share of its words that say what the document is, from which a line is nothing but its name."""
_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[ivx]{1,4}|[a-z])[.):]", re.IGNORECASE)
"""Headings of sections: "1. Which data this policy speaks of"."""


@lru_cache(maxsize=1024)
def is_name(text: str) -> bool:
    """Whether a line names a document of our kind."""
    return len(text) <= LONGEST and (
        _names().search(text.lower()) is not None or _other_names().search(text.lower()) is not None
    )


@lru_cache(maxsize=1024)
def is_pure_name(text: str) -> bool:
    """Whether a line says hardly anything but what the document is: "Privacy Policy", not "A safe home"."""
    if len(text) > LONGEST or text[-1] in ".;,!?":
        return False
    lowered = text.lower()
    if _other_names().search(lowered):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", lowered) if word not in _small_words()]
    named = sum(len(name.split()) for name in _names().findall(lowered))
    return bool(words) and named >= _PURE * len(words)


def is_subtitle(block: Block) -> bool:
    """Whether a line in the header of a document, below its title, says what it is about."""
    return block.kind == "paragraph" and not block.linked and block.text.count(" ") >= _SUBTITLE


def parts(title: str) -> list[str]:
    """A page's `<title>` and its parts: "Privacy Policy | Example" has two."""
    return [part for part in (title, *_PARTS.split(title)) if part]


def is_part(heading: str, of: list[str]) -> bool:
    """Whether a heading is a part of the page's title, which may be cut short."""
    heading = heading.casefold()
    return any(
        heading == part.casefold() or (len(part) > 20 and heading.startswith(part.casefold())) for part in of
    )


def is_numbered(text: str) -> bool:
    """Whether a heading is numbered as sections are: "1. Who we are", "II. Présentation"."""
    return _NUMBERED.match(text) is not None


def is_date(text: str) -> bool:
    """Whether a heading is no title, but a date line set as one."""
    return furniture.is_date_line(text) and not is_pure_name(text)


def place(blocks: list[Block], mass: Mass, start: int, end: int, declared: list[str]) -> int | None:
    """The number of the block with the name of the document, None if nothing names it.

    It is a heading near the start of the text, or above it, that says what a policy is called, before one
    that says what a part of `<title>` says; without such headings a short line that is nothing but a name.
    """
    # The title stands before a tenth of the text at the latest: further down a heading that names a document
    # is the title of a section on another one ("Cookie policy").
    enough = mass.prose[start] + max(2 * LEAST, 0.1 * (mass.prose[end] - mass.prose[start]))
    last = next((n for n in range(start, end) if mass.prose[n + 1] > enough), end)
    best, most = None, 0.0
    top: int | None = None
    sections: dict[int, list[int]] = {}  # the first two headings of each level in the text
    for number in range(last):
        block = blocks[number]
        if block.kind != "heading" or block.rule not in ("", "header"):
            continue
        if number >= start and not block.rule and _is_section(block, number, mass, sections):
            continue
        rank = _rank(block, declared)
        if block.depth == 1 and not block.linked and top is None and not block.rule:
            top = number
        # Once prose follows a heading of level one, lower headings belong to its sections.
        elif (
            top is not None
            and block.depth > 1
            and mass.prose[number] > mass.prose[top]
            and not top < start <= number  # it is outside of the text, which has a heading of its own
        ):
            continue  # the heading of a section
        nearer = rank == most and block.depth == 1 and best is not None and best < start <= number
        if rank > most or nearer:
            best, most = number, rank
    if most < 2:
        best = _named_line(blocks, mass, start, last, titled=best is not None)
    if best is None:
        return _heading_above(blocks, start, end)
    if top is not None and top < best and start <= top and not is_of_the_site(blocks, top, best, declared):
        return top
    return best


def _is_section(block: Block, number: int, mass: Mass, above: dict[int, list[int]]) -> bool:
    """Whether a heading in the text is that of a section, as prose follows one of its level above it.

    What is nothing but a name may be the title after one such heading: that of the site, with its motto.

    Args:
        block: the heading.
        number: its place.
        mass: the sums over the page.
        above: the places of the first two headings of each level so far, to which this one is added.
    """
    places = above.setdefault(block.depth, [])
    least = 2 if is_pure_name(block.text) else 1
    found = len(places) >= least and mass.prose[number] > mass.prose[places[least - 1]]
    if len(places) < 2:
        places.append(number)
    return found


def _rank(block: Block, declared: list[str]) -> float:
    """How well a heading names a document; 2 and more for those that do."""
    text = block.text
    if len(text) > LONGEST or is_date(text) or _NUMBERED.match(text):
        return 0
    if is_name(text):
        rank = 4.0 if is_pure_name(text) else 3.0
    elif is_part(text, declared):
        rank = 2.0
    else:
        return 0
    # A heading that is mostly a link leads to another document, or is the name of the site.
    return rank + (block.depth == 1) - 0.1 * block.depth - 2 * (2 * block.linked > len(text))


def _named_line(blocks: list[Block], mass: Mass, start: int, last: int, *, titled: bool) -> int | None:
    """A line before the text that is nothing but the name of a policy."""
    if titled:
        return None
    for number in range(min(last, len(blocks)) - 1, -1, -1):
        block = blocks[number]
        if block.rule or block.linked or block.kind != "paragraph" or mass.prose[number] > mass.prose[start]:
            continue
        if block.cell is not None and not any(
            one.cell is block.cell and len(one.text) >= SENTENCE for one in blocks[number : number + _CELL]
        ):
            continue  # a cell of a table, not of a page laid out in one
        if len(block.text) <= 60 and is_pure_name(block.text):
            # Under a heading the line "Privacy Policy" is a part of the text, as in a list of documents.
            if any(one.kind == "heading" and not one.rule for one in blocks[start:number]):
                return None
            return _first_line(blocks, number)
    return None


def _first_line(blocks: list[Block], number: int) -> int:
    """Where a name begins that is set over several lines."""
    while number and not blocks[number - 1].rule and is_pure_name(blocks[number - 1].text):
        number -= 1
    return number


def _heading_above(blocks: list[Block], start: int, end: int) -> int | None:
    """The nearest heading above a root that has none of level one."""
    if any(block.kind == "heading" and block.depth == 1 for block in blocks[start:end]):
        return None
    return next(
        (
            number
            for number in range(start - 1, -1, -1)
            if blocks[number].kind == "heading" and not blocks[number].rule and blocks[number].depth <= 2
        ),
        None,
    )


def is_of_the_site(blocks: list[Block], top: int, title: int, declared: list[str]) -> bool:
    """Whether a heading above the title names the site: `<title>` says so, or a menu stands below it."""
    words = blocks[top].text.casefold()
    if any(words in part.casefold() for part in declared if not is_pure_name(part)):
        return True
    return any(2 * block.linked > len(block.text) for block in blocks[top + 1 : title])


@cache
def _names() -> re.Pattern[str]:
    listed = languages.all_lines(lambda one: one.document_names)
    return re.compile(rf"\b(?:{alternatives.any_of(listed)})\b".replace(" ", r"\s+"))


@cache
def _other_names() -> re.Pattern[str]:
    return re.compile(
        alternatives.any_of(map(re.escape, languages.all_lines(lambda one: one.pages.names_within)))
    )


@cache
def _small_words() -> frozenset[str]:
    """Words of names that say nothing."""
    return frozenset(word for one in languages.every() for word in one.pages.small_words)
