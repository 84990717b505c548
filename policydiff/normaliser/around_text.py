"""Furniture before and after a text that a program converted from a page, so that no element tells it.

In: the blocks of Markdown or plain text. Out: which of them are no part of the policy, and the rule for each.
A recorder that keeps too much of a page keeps what stands around the text: the menu above its title, and
below it the footer, a message of the shop's program, the people behind the company. Only the two ends are
looked at: what stands before the name of the document, and what follows the last sentence that has a word of
policies. Even there lines go only with a sign that nobody writes in a policy: a menu, entries run together, a
claim of copyright, an error.

What this gets wrong: a menu of which hardly an entry is known stays, and so do the entries of a footer before
the first one that is known, and a footer with a sentence on data.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from policydiff.models import LeftOut
from policydiff.normaliser import announcements, boxes, buttonwords, furniture, said, titles
from policydiff.normaliser.mass import prose_length
from policydiff.normaliser.outline import TextPiece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.normaliser.blocks import Block

HINT = "link hint"
"""The rule that leaves out what a link says of itself."""
_FEWEST = 1_500
"""Characters of the shortest text that is looked at: of an excerpt nobody knows what stood around it."""
_JOINTS = 3
"""Places in a line where two entries of a menu meet without a blank: "Terms of UsePrivacy NoticeImprint"."""
_JOINT = re.compile(r"(?<=[a-zß-öø-ÿ])[A-ZÀ-ÖØ-Þ](?=[a-zß-öø-ÿ])")
_NO_MENU = re.compile(r"[@,]|://|\d{4}|[.;!?:]$|[^\W\d_]\d|\d[^\W\d_]")
"""Found in addresses, lists, numbers, keys and sentences."""
_TWICE = re.compile(r"(\S.+) [-–|] \1")
_PRICE = re.compile(r"[+−–-]?\s?(?:[$€£¥]\s?\d[\d.,\s]*|\d[\d.,\s]*\s?[$€£¥%])")
_PRICES = 3
"""Lines with nothing but a price before the text: a ticker, or cards of a shop."""
_LINKED = 3
"""Links in a row, each all of its line, that make a menu before the title of a text."""
_MENU = 8
"""Lines that are looked at for a menu."""
_ENTRY, _ENTRIES, _KNOWN = 40, 12, 3
"""Characters of the longest entry of a menu without links, entries of the shortest such menu before a title,
and how many of them must be known."""
_CLOSING, _LARGEST, _AFTER = 5, 100, 3
"""Entries of the shortest and of the longest menu that a claim of copyright closes, and lines between."""
_LONGEST_ROW = 600
"""Characters of the longest row of languages or links."""
_SHARE = re.compile(r"/sharer?(?:\.php|/|\?)|/intent/(?:tweet|post)\?|/share(?:Article|-offsite)")
_DATA = re.compile(r'\{"\w{1,40}":[^}]{0,80}[{}\[]')
"""The data of a program, printed as text."""
_ERROR, _MESSAGE = 5, 80
"""Most words of the title of an error message, and of the message below it."""
_FAILURES = frozenset(("error-page", "soft-error", "script-error"))
_LABEL = 4
"""Words of a line in capitals that heads a footer, at most."""
_TEASER = 4
"""Lines of a box that leads to another page, at most, its heading included."""
_MOST = 0.3
"""Share of the characters that may stand at one end: with more, the text is of an unknown kind."""


def leave_out(blocks: Sequence[Block]) -> Mapping[int, str]:
    """The blocks before and after a text that are no part of it, by their number, with the rule for each.

    Args:
        blocks: those of the whole text, in reading order.
    """
    ends = _prose_ends(blocks)
    if ends is None:
        return {}
    first, last = ends
    whole = sum(len(block.text) for block in blocks)
    if whole < _FEWEST:
        return {}
    found: dict[int, str] = {}
    for run in (_before(blocks, first), _behind(blocks, last)):
        if sum(len(blocks[place].text) for place in run) <= _MOST * whole:
            found |= run
    return found


def parted(pieces: Sequence[TextPiece]) -> tuple[Sequence[TextPiece], tuple[LeftOut, ...]]:
    """The pieces of a text without what is no part of it, and that; others share them, so none is changed."""
    blocks = [block for piece in pieces for block in piece.blocks]
    out = leave_out(blocks)
    left = tuple(_left_out(blocks, out))
    if not out:
        return pieces, left
    kept: list[TextPiece] = []
    place = 0
    for piece in pieces:
        end = place + len(piece.blocks)
        stays = [number not in out for number in range(place, end)]
        place = end
        kept.append(piece if all(stays) else TextPiece(tuple(compress(piece.blocks, stays))))
    return kept, left


def marked(blocks: Sequence[Block]) -> tuple[LeftOut, ...]:
    """Gives the blocks that are no part of a text the rule that says so, and returns what they hold."""
    out = leave_out(blocks)
    for place, rule in out.items():
        blocks[place].rule = rule
    return tuple(_left_out(blocks, out))


def _left_out(blocks: Sequence[Block], out: Mapping[int, str]) -> Iterator[LeftOut]:
    """Each line that is left out, and each hint of a link of those that stay, in reading order."""
    for place, block in enumerate(blocks):
        if place in out:
            yield LeftOut(out[place], block.text)
        else:
            yield from (LeftOut(HINT, hint) for hint in block.hints)


def _prose_ends(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and the last block of prose with a word of policies."""
    first = next((place for place, block in enumerate(blocks) if _is_of_policy(block)), None)
    if first is None:
        return None
    return first, next(place for place in range(len(blocks) - 1, -1, -1) if _is_of_policy(blocks[place]))


def _is_of_policy(block: Block) -> bool:
    return prose_length(block) > 0 and boxes.has_subject((block,))


# --- before the text -----------------------------------------------------------------------------


def _before(blocks: Sequence[Block], first: int) -> dict[int, str]:
    """What stands above the name of the document, if some of it is a menu or prices: lines, no sentences."""
    end = next((place for place in range(first) if _begins_document(blocks, place)), 0)
    prices = [place for place in range(end or first) if _PRICE.fullmatch(blocks[place].text)]
    if len(prices) >= _PRICES:
        end = end or prices[-1] + 1
    elif not (_skips(blocks[:end]) or _has_menu(blocks[:end]) or _has_entries(blocks[:end], blocks[end:])):
        return {}
    places = [place for place in range(end) if not _stays(blocks[place])]
    out = dict.fromkeys(_with_headings(blocks, places, end), "navigation")
    return out | dict.fromkeys(_labels_of_system(blocks, end), "navigation")


def _labels_of_system(blocks: Sequence[Block], end: int) -> range:
    """The headings above the name of a document from one on that says this name twice: a content system puts
    its own name for the page and for its parts there ("Privacy - Privacy", "Publisher")."""
    start = end
    while start and blocks[start - 1].kind == "heading":
        start -= 1
        if _TWICE.fullmatch(blocks[start].text) and blocks[start].text.endswith(blocks[end].text):
            return range(start, end)
    return range(0)


def _begins_document(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line names a document, and little else but where its date stands right below."""
    block = blocks[place]
    if _TWICE.fullmatch(block.text):
        return False
    if _names_document(block):
        return True
    is_headed = block.kind == "heading" and not block.linked and titles.is_name(block.text)
    return is_headed and any(map(_is_day, blocks[place + 1 : place + 2]))


def _names_document(block: Block) -> bool:
    return block.kind != "item" and not block.linked and titles.is_pure_name(block.text)


def _has_menu(run: Sequence[Block]) -> bool:
    row = 0
    for block in run:
        row = row + 1 if _is_entry(block) else 0
        if row >= _LINKED or _is_run_together(block):
            return True
    return boxes.is_menu(run)


def _skips(run: Sequence[Block]) -> bool:
    """Whether a page begins with a tool ("Skip to content"): what follows is what it skips."""
    return (
        bool(run)
        and run[0].kind != "heading"
        and buttonwords.tool().fullmatch(run[0].text.lower()) is not None
    )


def _has_entries(run: Sequence[Block], text: Sequence[Block]) -> bool:
    """Whether the lines of a long list, without links, are a menu and not the contents of the text."""
    entries = [block.text for block in run if block.kind == "item" and _may_be_entry(block)]
    if len(entries) < _ENTRIES or sum(map(boxes.is_menu_label, entries)) < _KNOWN:
        return False
    named = {block.text.casefold() for block in text}
    return 3 * sum(entry.casefold() in named for entry in entries) < len(entries)


def _may_be_entry(block: Block) -> bool:
    return len(block.text) <= _ENTRY and block.text[-1] not in ".;,:!?"


def _is_entry(block: Block) -> bool:
    """Whether a line is nothing but a link to another page."""
    return 0 < len(block.text) <= block.linked and not any(
        "#" in address or address.startswith(("mailto:", "tel:")) for _, _, address in block.links
    )


def _is_run_together(block: Block) -> bool:
    """Whether a line is the entries of a menu with nothing between them."""
    joints = sum(1 for _ in _JOINT.finditer(block.text))
    return joints >= _JOINTS and _NO_MENU.search(block.text) is None


def _stays(block: Block) -> bool:
    """Whether a line at an end of the text says something of its own: a day, an announcement, a sentence."""
    return (
        (block.kind == "heading" and not block.linked)
        or (furniture.is_date_line(block.text) and furniture.is_dated(block.text))
        or announcements.announces(block.text)
        or (prose_length(block) > 0 and _DATA.search(block.text) is None)
    )


def _with_headings(blocks: Sequence[Block], places: Sequence[int], end: int) -> Iterator[int]:
    """Places with those of the headings below which nothing else stands."""
    out = set(places)
    for place in range(end - 1, -1, -1):
        heads = blocks[place].kind == "heading" and place + 1 in out
        if place in out or heads:
            out.add(place)
            yield place


# --- behind the text -----------------------------------------------------------------------------


def _behind(blocks: Sequence[Block], last: int) -> dict[int, str]:
    found = _message(blocks) or _people(blocks) or _closed(blocks) or _footer(blocks, last)
    end = min(found, default=len(blocks))
    return dict.fromkeys(range(_teasers(blocks, end), end), "box") | found


def _closed(blocks: Sequence[Block]) -> dict[int, str]:
    """What follows from a menu on that a claim of copyright closes: what a site says below that ("You are
    leaving our site") is none of the text, even if it speaks of data."""
    claims = (
        place
        for place, block in enumerate(blocks)
        if block.text[0] in furniture.CLAIMS and furniture.is_copyright(block.text)
    )
    for claim in claims:
        end = next((n for n in range(claim, max(0, claim - _AFTER), -1) if _lists(blocks[n - 1])), 0)
        start = end
        while start > max(0, end - _LARGEST) and _lists(blocks[start - 1]):
            start -= 1
        known = sum(boxes.is_menu_label(block.text) for block in blocks[start:end])
        if end - start >= _CLOSING and known >= _KNOWN and not (start and blocks[start - 1].text[-1] == ":"):
            return _as_footer(blocks, start)
    return {}


def _lists(block: Block) -> bool:
    return block.kind == "item" and _may_be_entry(block)


def _message(blocks: Sequence[Block]) -> dict[int, str]:
    """The error message of a program at the very end: "Access denied", and what the owner should do."""
    words = 0
    for place in range(len(blocks) - 1, 0, -1):
        block = blocks[place]
        long = block.text.count(" ")
        if long < _ERROR and block.kind != "heading" and said.phrase(block.text.lower()) in _FAILURES:
            return dict.fromkeys(range(place, len(blocks)), "error")
        words += long + 1
        if words > _MESSAGE:
            break
    return {}


def _people(blocks: Sequence[Block]) -> dict[int, str]:
    """Cards at the end, each with the window that it opens: the same heading twice, a line between."""
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    cards = {place for place in headings if _opens(blocks, place)}
    twice = cards | {place + 2 for place in cards}
    start = len(headings)
    while start and headings[start - 1] in twice:
        start -= 1
    if start == len(headings):
        return {}
    return dict.fromkeys(range(headings[start], len(blocks)), "box")


def _opens(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading stands there again after one line."""
    again = place + 2 < len(blocks) and blocks[place + 2].kind == blocks[place].kind == "heading"
    return again and blocks[place + 2].text.casefold() == blocks[place].text.casefold()


def _teasers(blocks: Sequence[Block], end: int) -> int:
    """Where the boxes before a footer begin that lead to other pages: a heading, a line or two, and a link
    with the words of the heading; the end if there are none."""
    while end > 1 and 0 < len(blocks[end - 1].text) <= blocks[end - 1].linked:
        said = blocks[end - 1].text.casefold()
        above = range(end - 2, max(end - 2 - _TEASER, -1), -1)
        start = next((place for place in above if blocks[place].kind == "heading"), end)
        if start == end or blocks[start].text.casefold() != said or end - start == 1:
            break
        end = start
    return end


def _footer(blocks: Sequence[Block], last: int) -> dict[int, str]:
    """What follows the last sentence of a policy, from the first sign of a footer on."""
    start = next((place for place in range(last + 1, len(blocks)) if _begins_footer(blocks, place)), None)
    if start is None:
        return {}
    while start > last + 1 and (blocks[start - 1].kind == "heading" or _is_label(blocks[start - 1])):
        start -= 1
    return _as_footer(blocks, start)


def _is_label(block: Block) -> bool:
    """Whether a line in capitals heads the entries of a footer: "ABOUT OUR SHOPS"."""
    is_line = block.kind == "paragraph" and block.text.isupper() and block.text[-1].isalpha()
    return is_line and block.text.count(" ") < _LABEL


def _as_footer(blocks: Sequence[Block], start: int) -> dict[int, str]:
    """Everything from a place on but days of the text."""
    out = (place for place in range(start, len(blocks)) if not _is_day(blocks[place]))
    return dict.fromkeys(out, "footer")


def _begins_footer(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    if _is_run_together(block) or _is_row(block) or _shares(block):
        return True
    if block.text[0] in furniture.CLAIMS and furniture.is_copyright(block.text):
        return not _is_day(block)
    # An entry that is known: else one more at the end moves the beginning by one.
    return boxes.is_menu_label(block.text) and boxes.is_menu(blocks[place : place + _MENU])


def _is_row(block: Block) -> bool:
    """Whether a line is a row of the languages that a site is in, or of the links of its menu."""
    words = block.text.split()
    if len(words) < _CLOSING or len(block.text) > _LONGEST_ROW:
        return False
    if not block.links:
        named = [buttonwords.language().fullmatch(word.lower()) is not None for word in words]
        return named[0] and 2 * sum(named) > len(words) and "," not in block.text
    known = sum(boxes.is_menu_label(block.text[start:end]) for start, end, _ in block.links)
    alone = len(block.text) - block.linked <= len(block.links)
    return alone and len(block.links) >= _CLOSING and known > 1


def _shares(block: Block) -> bool:
    """Whether a line is a link that shares the page elsewhere."""
    return 0 < len(block.text) <= block.linked and all(_SHARE.search(to) for _, _, to in block.links)


def _is_day(block: Block) -> bool:
    return furniture.is_date_line(block.text) and furniture.is_dated(block.text)
