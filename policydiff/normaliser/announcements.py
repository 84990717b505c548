"""Announcements: strips, banners and dialogs that announce a change of the policy, or a new use of data.

In: a page of which all furniture is marked, or the text of one block. Out: its announcements come back, with
the boxes they stand in; or whether the text is one. It has to name a day (or a month of a year),
and either a document that changes, or what "we" will do with data from that day on. An advertisement is no
announcement, whatever it says will change.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import calendar_dates, languages
from policydiff.normaliser import alternatives, boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policydiff.languages import AnnouncementWords
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import PageElements

_SHORTEST, _LONGEST = 25, 2_000
"""Characters of a paragraph that may announce a change."""
_SILENT = frozenset(("navigation", "footer", "links", "related", "teaser", "comments", "advertisement"))
"""Rules for blocks that are no announcements: menus link to announcements."""
_LARGEST_NOTICE = 8
"""Blocks of the largest box that comes back as a whole with its announcement."""
_MOST_NOTICES = 20
"""Most announcements of one page; each costs a look at its boxes."""
_YEAR = re.compile(r"\b20\d\d\b")
_IN_FIGURES = r"\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b20\d\d-\d\d-\d\d\b"


class _Announcing(NamedTuple):
    """The phrases of announcements, as patterns over all languages."""

    day: re.Pattern[str]
    """A day, with or without its year."""
    policy: re.Pattern[str]
    change: re.Pattern[str]
    will: re.Pattern[str]
    what: re.Pattern[str]
    updated: re.Pattern[str]


@cache
def _announcing() -> _Announcing:
    def lines(pick: Callable[[AnnouncementWords], Iterable[str]]) -> str:
        return alternatives.any_of(languages.all_lines(lambda one: pick(one.announcements)))

    months = alternatives.any_of(languages.all_lines(lambda one: one.dates.month_beginnings))
    first = alternatives.any_of(
        languages.all_lines(lambda one: one.dates.month_beginnings if one.dates.month_first else ())
    )
    return _Announcing(
        re.compile(
            rf"\b\d{{1,2}}{calendar_dates.behind_day()}(?:{months})[a-zäéûû]*\b"
            rf"|\b(?:{first})[a-z]*\.? \d{{1,2}}\b|{_IN_FIGURES}"
        ),
        re.compile(rf"\b(?:{lines(lambda one: one.policy)})\b"),
        re.compile(rf"\b(?:{lines(lambda one: one.change)})"),
        re.compile(lines(lambda one: one.will)),
        re.compile(rf"\b(?:{lines(lambda one: one.what)})\b"),
        re.compile(lines(lambda one: one.updated)),
    )


@lru_cache(maxsize=512)
def says_updated(text: str) -> bool:
    """Whether a text says that "we" changed a policy."""
    return len(text) <= _LONGEST and _announcing().updated.search(text.lower().replace("’", "'")) is not None


def tells_of_changes(text: str) -> bool:
    """Whether a text speaks of a policy and of its changes: "We write to you when this policy changes"."""
    text = text[:_LONGEST].lower()
    return _announcing().policy.search(text) is not None and _announcing().change.search(text) is not None


@lru_cache(maxsize=512)
def announces(text: str) -> bool:
    """Whether a text next to a policy announces a change of it, or a use of data from some day on."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    text = text.lower().replace("’", "'")
    said = _announcing()
    day = said.day.search(text) is not None
    if not day and _YEAR.search(text) is None:
        return False
    changes = said.policy.search(text) is not None and said.change.search(text) is not None
    uses = day and said.will.search(text) is not None and said.what.search(text) is not None
    return (changes or uses) and not boxes.sells(text)


def bring_back(page: PageElements, first: int) -> None:
    """Bring back announcements of a change of the policy, and mark them (`Block.announcement`)."""
    blocks = page.blocks
    found = 0
    for number, block in enumerate(blocks):
        away = block.rule and block.rule not in _SILENT
        if not (away or (number < first and not block.rule)):
            continue
        if not announces(block.text):
            continue
        found += 1
        if found > _MOST_NOTICES:
            return
        for one in _notice(page, number):
            blocks[one].rule = ""
            blocks[one].announcement = True


def _notice(page: PageElements, number: int) -> list[int]:
    """The blocks of the box in which an announcement stands, without the links that are buttons."""
    blocks, found = page.blocks, range(number, number + 1)
    for region in page.regions:
        if not region.start <= number < region.end:
            continue
        run = range(region.start, region.end)
        if len(run) > _LARGEST_NOTICE or any(_is_no_notice(blocks[n]) for n in run):
            break
        found = run
    return [n for n in found if n == number or 2 * blocks[n].linked < len(blocks[n].text)]


def _is_no_notice(block: Block) -> bool:
    """Whether a block belongs to the text or a menu, or is the title of a page."""
    return not block.rule or block.rule in _SILENT or (block.kind == "heading" and block.depth == 1)
