"""Page furniture recognised by its text: link farms, and lines that are new at every visit.

Every pattern must match a whole short line. "(c) intellectual property claims" and "Copyright Agent, 1 Main
Street" are policy text, "© 2024 Example Inc." is not.

What this gets wrong: a list at the very end of a policy that links its further notices, on the same site,
is a farm by this measure, and so is one before its first sentence.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from policydiff import calendar_dates, languages
from policydiff.normaliser import alternatives, buttonwords
from policydiff.normaliser.lines import BULLETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policydiff.languages import FurnitureWords
    from policydiff.models import ClauseKind
    from policydiff.normaliser.blocks import Block

_LONGEST = 120
"""Characters of the longest line that the patterns look at."""
_SIGNS = BULLETS | frozenset("+-–—−×<>‹›«»|/\\…*#▼▲▾▴▸►▶←→↑↓⌄⌃\u200c\u200d ")
"""A line of only these characters is decoration: a bullet in a box of its own, the plus of a folded section,
a rule."""
_VERSION_LENGTH = 60
"""Characters of the longest name of a version."""
_FARM = 3
"""Links from which a part of the page can be a link farm."""

_BARREN = frozenset(("links", "form", "newsletter", "promotion", "related", "share", "teaser"))
"""Rules for parts whose heading goes with them."""
_PARTING = re.compile("[•·|∙]")
"""A sign between the parts of a line about the page: "By Anna | 3 months ago | 425 views"."""
_PARTED = re.compile(rf"\s*{_PARTING.pattern}\s*")
_JOINING = 3
"""Characters of the longest word between two tools: "Print or Share"."""
_BEFORE_TOOLS = "-–—|·•[(<>›»↑^"
"""Signs between the end of a line and a tool behind it."""
_ENDED = (*_BEFORE_TOOLS, ".", "!", "?")
"""How a line ends that does not go on with the words of a link."""
_PART = 40
"""Characters of the longest of them."""
_LABEL = 30
"""Characters of the longest label of a day."""
_CONTENTS = 40
"""Characters of the longest heading of a list of sections."""

_WEATHER = re.compile(r"[^.°]{0,40}[-–−]?\d{1,3} ?° ?[cf]\b.{0,20}")
_COPYRIGHT = re.compile(
    r"(?:copyright |©|\(c\))[ ©(c)]*(?:19|20)\d\d\b.*|© ?[^.:;!?]{1,60} (?:19|20)\d\d\W{0,3}"
    r"|(?:copyright|©).*all rights reserved\W?"
)
_PRINTED = re.compile(r"https?://[^\s]{1,300}[^:]{0,40}?\b\d\d?[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?\W{0,3}")
"""What a browser prints at the edge of a page: its address and the time."""
CLAIMS = frozenset("cC©(")
"""What a line about copyright begins with. It is asked first, since every block is asked several times."""


class _LineWords(NamedTuple):
    """Words of such lines, as patterns over all languages."""

    relative: re.Pattern[str]
    """"Updated 2 months ago"."""
    span: re.Pattern[str]
    """Words in "2 months ago" that "today" does not have; "today" may be an item of a policy's list."""
    counter: re.Pattern[str]
    """"38 people bought it in the last 24 hours"."""
    date: re.Pattern[str]
    dated: re.Pattern[str]
    """Words of a sentence that tells which day a document is from."""
    reserved: re.Pattern[str]
    """A claim of rights without the sign: "The Evening Post Company, all rights reserved"."""
    contents: re.Pattern[str]
    """The heading of a list of the page's sections."""
    version: re.Pattern[str]
    """The name of an earlier version of a document, as in a list of all versions."""


@cache
def _words() -> _LineWords:
    def lines(pick: Callable[[FurnitureWords], Iterable[str]]) -> str:
        return alternatives.any_of(languages.all_lines(lambda one: pick(one.furniture)))

    ago = lines(lambda one: one.ago)
    months = alternatives.any_of(languages.all_lines(lambda one: one.dates.month_beginnings))
    day = (
        rf"v(?:ersion)? ?\d[\d.]*|\d{{1,2}}\.? (?:{months}|de )[^\d]{{0,14}},? (?:19|20)\d\d"
        rf"|(?:{months})\w*\.? \d{{1,2}}(?:{calendar_dates.day_ending()})?,? (?:19|20)\d\d"
        r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
    )
    return _LineWords(
        re.compile(
            rf"(?:{lines(lambda one: one.updated)})[:,]?(?: on)? (?:{ago})\.?|(?:{ago})"
            rf"(?: (?:{lines(lambda one: one.updated)}))?"
        ),
        re.compile(rf"\b(?:{lines(lambda one: one.ago_marks)})\b"),
        re.compile("|".join(languages.all_lines(lambda one: one.furniture.counters))),
        re.compile(
            rf"\b(?:19|20)\d\d\b.*\b(?:{months})|\b(?:{months})\w*\.?,? .*\b(?:19|20)\d\d\b"
            r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{lines(lambda one: one.dated)})", re.IGNORECASE),
        re.compile(rf".{{0,60}}\b(?:{lines(lambda one: one.reserved)})\W{{0,3}}"),
        re.compile(rf"(?:{lines(lambda one: one.contents)})\W{{0,3}}", re.IGNORECASE),
        re.compile(rf"(?:[^\W\d]+[ ,]+){{0,4}}\(?(?:{day})\)?(?: [^\W\d]+){{0,3}}", re.IGNORECASE),
    )


def leave_out_lines(blocks: list[Block]) -> None:
    """Mark single lines that are no policy text once all elements are judged: headings over nothing, lines
    that are new at every visit, what heads a list of sections that went."""
    _barren_headings(blocks)
    _volatile_lines(blocks)
    _tool_lists(blocks)
    _contents_headings(blocks)


def _barren_headings(blocks: list[Block]) -> None:
    """Mark headings below which nothing but furniture stood."""
    heading: Block | None = None
    barren = False
    for block in [*blocks, None]:
        if block is not None and block.rule:
            barren = barren or block.rule in _BARREN
            continue
        ends = block is None or (
            heading is not None and block.kind == "heading" and block.depth <= heading.depth
        )
        if heading is not None and barren and ends:
            heading.rule = "barren"
        heading = block if block is not None and block.kind == "heading" else None
        barren = False


def _volatile_lines(blocks: list[Block]) -> None:
    """Mark the lines that are new at every visit."""
    for block in blocks:
        if block.links and not block.rule:
            _cut_tool(block)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.rule or len(block.text) > _LONGEST:
            continue
        if block.cell is None or block.cell.table.layout:
            if following is not None and labels_day(block, following):
                continue
            block.rule = _volatile(block.text, block.kind)
            if not block.rule and block.kind == "item" and _jumps_back(block):
                block.rule = "tool"
            if not block.rule and block.links and _are_tools(block):
                block.rule = "tool"
        elif block.text[0] in CLAIMS and is_copyright(block.text):
            block.rule = "copyright"


@lru_cache(maxsize=4096)
def _volatile(text: str, kind: ClauseKind) -> str:
    """The rule that leaves a line out, or ""."""
    if _SIGNS.issuperset(text) and kind != "heading":
        return "sign"
    text = text.lower()
    if _words().relative.fullmatch(text) and (kind != "item" or _words().span.search(text)):
        return "relative date"
    if kind == "item":
        return ""
    line = kind == "paragraph" or text[-1] == "?" or text[0].isdecimal()
    if line and buttonwords.tool().fullmatch(text):  # a heading "Share" may be that of a section
        return "tool"
    if _PARTING.search(text) and _is_about_page(text):
        return "tool"
    if text.startswith("http") and _PRINTED.fullmatch(text):
        return "counter"
    if text[0] in CLAIMS and _COPYRIGHT.fullmatch(text) and not (is_dated(text) and is_date_line(text)):
        return "copyright"
    if _words().reserved.fullmatch(text):
        return "copyright"
    if any(map(str.isdecimal, text)) and _words().counter.fullmatch(text):
        return "counter"
    return "counter" if "°" in text and _WEATHER.fullmatch(text) else ""


def _is_about_page(text: str) -> bool:
    """Whether a line says who wrote the page, how long ago, or how many read it, in parts with separators.

    All parts must, or one with a number of the page's own: "Name | Details" may head what a policy lists.
    A line with the day of the document stays whole.
    """
    parts = [part for part in (one.strip("★☆✩ ") for one in _PARTED.split(text)) if part]
    if len(parts) < 2 or any(len(part) > _PART or is_date_line(part) for part in parts):
        return False
    tools = [part for part in parts if buttonwords.tool().fullmatch(part) or _is_ago(part)]
    counted = any(any(map(str.isdecimal, part)) for part in tools)
    return len(tools) == len(parts) or (2 * len(tools) >= len(parts) and counted)


def _is_ago(text: str) -> bool:
    return _words().relative.fullmatch(text) is not None and _words().span.search(text) is not None


def _are_tools(block: Block) -> bool:
    """Whether a line is a row of tools, some of them links ("Download PDF Print Copy link"), or of the
    languages that a page is in."""
    if block.linked == len(block.text) and len(block.links) == 1:
        return False  # an entry of a menu, as most
    edges = [0, *(edge for start, end, _ in block.links for edge in (start, end)), len(block.text)]
    first, *inner, last = (block.text[start:end].strip(" |·•/.").lower() for start, end in pairwise(edges))
    parts = [part for part in (first, *(part for part in inner if len(part) > _JOINING), last) if part]
    tool, language = buttonwords.tool(), buttonwords.language()
    if len(parts) < 2:
        return False
    if not tool.fullmatch(parts[0]):
        return all(map(language.fullmatch, parts))
    patterns = (tool, buttonwords.network(), language)
    # "Share: Facebook E-mail", "This page is also available in: Deutsch"
    return all(any(pattern.fullmatch(part) for pattern in patterns) for part in parts[1:])


def _cut_tool(block: Block) -> None:
    """Cut a link that is a tool off the end of a line: "We delete it after a year. [Back to top]"."""
    start, end, _ = block.links[-1]
    if end < len(block.text):
        return
    before = block.text[:start].rstrip()
    if not (before.endswith(_ENDED) or is_date_line(before)):
        return  # "You may export your notes or [print]" goes on
    before = before.rstrip(_BEFORE_TOOLS + " ")
    if before and buttonwords.tool().fullmatch(block.text[start:].lower()):
        block.text, block.linked = before, block.linked - (end - start)
        block.links = [link for link in block.links[:-1] if link[1] <= len(before)]


def _tool_lists(blocks: list[Block]) -> None:
    """Mark lists of nothing but tools below the title or its day ("Share on Facebook", "41 comments"), a day
    among them aside, and such items at the very end that are links.

    Further down a list of such words may be text.
    """
    run: list[Block] = []
    above: Block | None = None
    title = next((block for block in blocks if not block.rule), None)
    for block in [*blocks, None]:
        if block is not None and block.rule:
            continue
        if block is not None and block.kind == "item":
            run.append(block)
            continue
        if len(run) > 1:
            _mark_tools(run, whole=above is title or _is_over_tools(above), last=block is None)
        run, above = [], block


def _mark_tools(run: list[Block], *, whole: bool, last: bool) -> None:
    """Mark the tools of a list that stands where all of it may be tools, or at the end of the page."""
    if not whole:
        run = list(takewhile(_is_linked_tool, reversed(run))) if last else []
    tools = [item for item in run if _is_tool_item(item)]
    if len(tools) > 1 and all(_is_tool_item(item) or is_date_line(item.text) for item in run):
        for item in tools:
            item.rule = "tool"


def _jumps_back(block: Block) -> bool:
    """Whether an item is a tool that leads to a place on the page: "Back to top" behind a definition."""
    return _is_linked_tool(block) and all(address.startswith("#") for _, _, address in block.links)


def _is_linked_tool(block: Block) -> bool:
    return 2 * block.linked > len(block.text) and _is_tool_item(block)


def _is_over_tools(above: Block | None) -> bool:
    return above is None or above.depth == 1 or is_date_line(above.text)


def _is_tool_item(block: Block) -> bool:
    return len(block.text) <= _PART and buttonwords.tool().fullmatch(block.text.lower()) is not None


def _contents_headings(blocks: list[Block]) -> None:
    """Mark the heading of a list of the page's sections if the list itself was left out."""
    above: Block | None = None
    for block in blocks:
        if not block.rule:
            above = block
        elif block.rule == "navigation":
            if above is not None and len(above.text) <= _CONTENTS and _words().contents.fullmatch(above.text):
                above.rule = "navigation"
            above = None
        elif block.rule not in ("tool", "sign"):
            above = None


def is_copyright(text: str) -> bool:
    """Whether a short line claims the copyright of a site."""
    return len(text) <= _LONGEST and text[0] in CLAIMS and _COPYRIGHT.fullmatch(text.lower()) is not None


def is_date_line(text: str) -> bool:
    """Whether a short line states a day, as under the title of a policy."""
    if len(text) > _LONGEST or ("20" not in text and "19" not in text) or _words().date.search(text) is None:
        return False  # without its century a line has no day of ours
    return text[-1] not in ".!" or is_dated(text)  # "We are closed on 1 May 2025." is none


def labels_day(label: Block, day: Block) -> bool:
    """Whether a line is the label of the day in the next one: "Last updated", then "4 March 2025"."""
    return (
        not label.links
        and len(label.text) <= _LABEL
        and len(day.text) <= _PART
        and is_date_line(day.text)
        and is_dated(label.text)
        and not is_dated(day.text)
        and not is_date_line(label.text)
    )


def is_dated(text: str) -> bool:
    """Whether a line with a day says what it is the day of: "Last updated", "In force from"."""
    return _words().dated.search(text) is not None


def is_version(text: str) -> bool:
    """Whether a link names an earlier version of a document."""
    return len(text) <= _VERSION_LENGTH and _words().version.fullmatch(text) is not None


LinkSums = tuple[int, int, int, int]
"""Sums up to a block: characters, characters in links, links to other pages of the site, evidence against a
link farm."""


def link_sums(blocks: list[Block], url: str) -> list[LinkSums]:
    """Running sums for `is_link_farm`: before the first block, after the first, and so on."""
    host = _host(url)
    chars = linked = count = against = 0
    sums = [(0, 0, 0, 0)]
    for block in blocks:
        if not block.rule:
            if block.kind != "heading":  # it names the links below it
                chars += len(block.text)
                linked += block.linked
            against += block.cell is not None
            for start, end, address in block.links:
                if _leads_elsewhere(address, host) and not (
                    end - start <= _VERSION_LENGTH and _words().version.fullmatch(block.text, start, end)
                ):
                    count += 1
                else:
                    against += 1
        sums.append((chars, linked, count, against))
    return sums


def is_link_farm(before: LinkSums, behind: LinkSums) -> bool:
    """Whether nearly all that stands between two places is links to other pages of the same site."""
    if behind[2] - before[2] < _FARM:  # as nearly everywhere
        return False
    chars, linked, _, against = (late - early for early, late in zip(before, behind, strict=True))
    return not against and linked >= 0.9 * chars


def _leads_elsewhere(address: str, host: str) -> bool:
    """A link to another page of the same site: no jump inside the page, no e-mail address, no other site."""
    if "#" in address:
        return False
    if address.startswith(("http:", "https:", "//")):
        return bool(host) and host in address.lower() and _host(address) == host
    return ":" not in address


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
