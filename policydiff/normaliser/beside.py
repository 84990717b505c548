"""Finds the parts of the policy outside the root element of its text.

In: a page whose root is chosen, and the place of its title. Out: the numbers of the blocks that stay: the
title and the day above the root, an introduction between the two, a summary over the title, documents and
sections of their own after the root. Elements are kept or left whole.

What this gets wrong: of a page with the summary of another document over the root ("Our terms in short") the
summary is kept, since it has the vocabulary of policies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.normaliser import announcements, boxes, furniture, titles
from policydiff.normaliser.mass import LEAST, SENTENCE, prose_length
from policydiff.normaliser.page_elements import APART, MOST_BLOCKS

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import PageElements
    from policydiff.normaliser.policy_root import PolicyRoot

_HEAD = 12
"""Most blocks of an element that is the head of a page."""
_PAIR = 2
"""Blocks of an element that holds a title and a line below it, and nothing else."""
_LINE = 7
"""Blanks in a line that is more than the label of something to choose."""
_MAIL, _TELEPHONE = "mailto:", "tel:"
_KICKER = 4
"""Words of the longest label above a title."""
_SEPARATORS = " |•·/<>«»‹›:→–—-"
"""What stands between the entries of a line that leads to the page."""
_PRINTED = re.compile(r"\bpdf\b", re.IGNORECASE)
"""The words of a link to the print version of a document."""


def leave_out_around(page: PageElements, root: PolicyRoot, declared: list[str]) -> int:
    """Mark the blocks outside the root or above the title, except those that belong to the policy all the
    same.

    Returns:
        where the document begins: its title, or the root.
    """
    blocks = page.blocks
    start, end = root.start, root.end
    low, high = root.main or (0, len(blocks))
    first = start if root.title is None else root.title
    kept = [] if root.title is None else [root.title]
    if first < start:
        kept += _between(page, first + 1, start)
    elif first > start:
        kept += _over_title(page, start, first, declared)
    kept += _above(page, root.main is not None, low, min(first, start))
    if first < low:
        kept += _days_over_title(page, first)
    kept += _below(page, root.main is not None, start, end, high)
    for number in (*range(max(first, start)), *range(end, len(blocks))):
        blocks[number].rule = blocks[number].rule or ("outside" if not start <= number < end else "above")
    for number in kept:
        blocks[number].rule = ""
    if root.title is not None:
        _leave_out_below_title(blocks, root.title)
    return first


def _left(blocks: list[Block], start: int, end: int) -> list[int]:
    """Numbers of the blocks between two places that are not left out yet."""
    return [number for number in range(start, end) if not blocks[number].rule]


def _between(page: PageElements, start: int, end: int) -> list[int]:
    """The parts of the policy between its title and the root: further lines of the name ("Privacy",
    "Policy"), an introduction, a date line, no menu."""
    blocks = page.blocks
    kept: list[int] = []
    while start < end and _is_line_of_name(blocks[start]):
        kept.append(start)
        start += 1
    for first, last, _ in page.parts(start, end):
        numbers = _left(blocks, first, last)
        run = [blocks[n] for n in numbers]
        if (
            boxes.is_linked(run)
            or boxes.is_menu(run)
            or boxes.is_headed(run)
            or not any(map(_says_something, run))
            or _counts_somebody(run)
        ):
            numbers = [
                n
                for n in numbers
                if furniture.is_date_line(blocks[n].text) or _is_subtitle(page, start - 1, n)
            ]
        kept += numbers
    return kept


def _leave_out_below_title(blocks: list[Block], title: int) -> None:
    """Mark the lines of nothing but links between the title and the next heading that ring somebody up ("Call
    555 0100 WhatsApp") or name who took the picture behind it ("© Ann Birch")."""
    for block in blocks[title + 1 : title + _HEAD]:
        if block.kind == "heading" and not block.rule:
            break
        if block.links and len(block.text) - block.linked <= len(block.links):
            rings = len(block.links) > 1 and any(to.startswith(_TELEPHONE) for _, _, to in block.links)
            if rings or block.text[0] == "©":
                block.rule = block.rule or "tool"


def _is_subtitle(page: PageElements, title: int, number: int) -> bool:
    """Whether a line says what the document is about: some words in the `<header>` that holds its title, or a
    line of words in another small element that does."""
    block = page.blocks[number]
    if number - title > _HEAD or not titles.is_subtitle(block):
        return False
    if boxes.sells(block.text) or boxes.is_headed_by(block.text):
        return False
    most = _HEAD if block.text.count(" ") >= _LINE else _PAIR
    return any(
        one.start <= title and number < one.end and (one.tag == "header" or one.end - one.start <= most)
        for one in page.regions
    )


def _is_line_of_name(block: Block) -> bool:
    return not (block.rule or block.links) and titles.is_pure_name(block.text)


def _counts_somebody(run: list[Block]) -> bool:
    """Whether lines are about the author of a post, as in a forum: a name and bare numbers, and no
    sentence. A number alone is that of the first section ("01")."""
    numbers = sum(block.text.replace(",", "").replace(".", "").isdecimal() for block in run)
    return 0 < numbers < len(run) and not any(
        len(block.text) >= SENTENCE or block.text[-1] in ".!?:。" or furniture.is_date_line(block.text)
        for block in run
    )


def _says_something(block: Block) -> bool:
    """Whether a line is more than a label: a heading, a sentence, or something with a number."""
    return (
        block.kind == "heading"
        or len(block.text) >= SENTENCE
        or block.text[-1] in ".!?:。"
        or any(sign.isdecimal() for sign in block.text)
    )


def _above(page: PageElements, inside: bool, low: int, high: int) -> list[int]:
    """The parts of the policy above its root: an announcement, a summary, a date line.

    Args:
        page: the page.
        inside: whether the whole interval is inside the element that the page marks as its text.
        low: the first block.
        high: the block after the last.
    """
    blocks = page.blocks
    kept = [n for n in _left(blocks, low, high) if furniture.is_date_line(blocks[n].text)]
    for first, last, _ in page.parts(low, high):
        numbers = _left(blocks, first, last)
        run = [blocks[n] for n in numbers]
        updated = _updated(blocks, numbers) if inside else []
        if updated or boxes.asks_consent(run) or not _reads_like_prose(run):
            kept += updated
        elif boxes.is_policy(run) or (inside and not boxes.is_furniture(run)):
            kept += numbers
    return kept


def _days_over_title(page: PageElements, title: int) -> list[int]:
    """The date lines right above a title that stands over what the page marks as its text, in the element
    that holds both."""
    low = title
    for region in page.regions:  # children before their parents
        if region.start <= title < region.end:
            if region.end - region.start > _HEAD:
                break
            low = min(low, region.start)
    return [n for n in range(low, title) if furniture.is_date_line(page.blocks[n].text)]


def _updated(blocks: list[Block], numbers: list[int]) -> list[int]:
    """The blocks of a box that says that the policy was changed, marked as announcement."""
    if not any(announcements.says_updated(blocks[n].text) for n in numbers):
        return []
    for number in numbers:
        blocks[number].announcement = True
    return numbers


def _over_title(page: PageElements, start: int, title: int, declared: list[str]) -> list[int]:
    """The parts of the policy in its root, above its title: a summary, a date line, the text before a part of
    it with its name."""
    blocks = page.blocks
    left = _left(blocks, start, title)
    whole = [blocks[n] for n in left]
    if _reads_like_prose(whole) and boxes.is_policy(whole):
        return left
    in_table = blocks[title].cell is not None  # then the table is there for layout
    kept = [n for n in left if furniture.is_date_line(blocks[n].text) or _PRINTED.search(blocks[n].text)]
    for first, last, tag in page.parts(start, title):
        numbers = _left(blocks, first, last)
        run = [blocks[n] for n in numbers]
        apart = _is_apart(run, tag, in_table=in_table)
        if _is_trail(run, blocks[title].text) or _is_kicker(run, blocks[title]):
            continue
        if not apart or (boxes.is_policy(run) and not boxes.asks_consent(run)):
            kept += numbers
        else:
            kept += _updated(blocks, numbers)
    return [
        n
        for n in kept
        if blocks[n].kind != "heading" or not titles.is_of_the_site(blocks, n, title, declared)
    ]


def _is_apart(run: list[Block], tag: str, *, in_table: bool) -> bool:
    """Whether blocks are in an element that separates them from the text, or are a menu, an offer, a logo.
    Blocks merely before the title, as a paragraph before a heading, are part of the text.
    """
    if tag in APART and (tag != "td" or in_table):
        return True
    away = any(":" in address for block in run for _, _, address in block.links)
    return (
        (boxes.is_linked(run) and not away)
        or boxes.is_furniture(run)
        or any(boxes.sells(block.text) for block in run)
    )


def _is_kicker(run: list[Block], title: Block) -> bool:
    """Whether what stands above a heading is a label of a few words ("Legal"), without number or sentence.

    Above a title that is no heading it may be the first of its lines, as in a letter.
    """
    return (
        len(run) == 1
        and title.kind == "heading"
        and run[0].kind == "paragraph"
        and run[0].text.count(" ") < _KICKER
        and not _says_something(run[0])
    )


def _is_trail(run: list[Block], title: str) -> bool:
    """Whether a line leads from the home page to this one: links, then the title without a link."""
    if len(run) != 1 or not run[0].links:
        return False
    text, end = run[0].text, 0
    for start, behind, _ in run[0].links:
        if any(map(str.isalnum, text[end:start])):
            return False
        end = behind
    return text[end:].strip(_SEPARATORS).casefold() == title.casefold()


def _below(page: PageElements, inside: bool, start: int, end: int, high: int) -> list[int]:
    """The parts of the policy after its root: documents and sections in elements of their own."""
    blocks = page.blocks
    high = next((n for n in range(end, high) if blocks[n].rule), high)
    kept = _days_of_text(blocks, end, high) if inside else []
    if end == high:
        return kept
    levels = {block.depth for block in blocks[start:end] if block.kind == "heading"}
    forms = [(one.start, one.end) for one in page.regions if one.rule == "form" and one.start >= end]
    more = False
    for first, last, tag in page.parts(end, high):
        run = blocks[first:last]
        linked = boxes.is_linked(run)
        headed = run[0].kind == "heading" and run[0].depth in levels and not linked
        asks = boxes.asks_consent(run) and not (headed and titles.is_pure_name(run[0].text))
        if (
            asks
            or any(first < behind and before < last for before, behind in forms)
            or boxes.is_furniture(run)
            or (boxes.keeps_hours(run) and not page.sections_stand_apart(start, run[0].depth))
        ):
            continue
        if more and not linked:  # text stands after it
            kept += range(first, last)
            continue
        # What is left of a `<footer>` are sentences at the foot of the text.
        asked = tag == "footer" or (inside and _says_whom_to_ask(run, blocks[start:end]))
        more = asked or (
            (headed or _reads_like_prose(run) or (inside and not linked and boxes.is_policy(run)))
            and (inside or _is_more(run, blocks[start:end]) or (headed and _holds_table(run)))
        )
        kept += range(first, last) if more else ()
    return kept


def _holds_table(run: list[Block]) -> bool:
    """Whether blocks hold a table that states something, as an annex does."""
    return any(block.cell is not None and not block.cell.table.layout for block in run)


def _says_whom_to_ask(run: list[Block], text: list[Block]) -> bool:
    """Whether a small box behind the text holds an e-mail address that the text names too, or that is one for
    questions on data ("privacy@example.com"), and sells nothing."""
    mails = [address for block in run for _, _, address in block.links if address.startswith(_MAIL)]
    if not mails or len(run) > _HEAD or any(boxes.sells(block.text) for block in run):
        return False
    named = {address for block in text for _, _, address in block.links}
    return any(one in named or boxes.mentions_subject(one.partition("@")[0]) for one in mails)


def _days_of_text(blocks: list[Block], end: int, high: int) -> list[int]:
    """The lines after the text that are its date, with the label before it: a line that says so, or follows
    directly; if not, it dates some article."""
    days = []
    for n in range(end, high):
        labelled = n > end and furniture.labels_day(blocks[n - 1], blocks[n])
        if labelled:
            days.append(n - 1)
        if furniture.is_date_line(blocks[n].text) and (
            labelled or n == end or furniture.is_dated(blocks[n].text)
        ):
            days.append(n)
    return days


def _is_more(run: list[Block], text: list[Block]) -> bool:
    """Whether prose that stands anywhere on the page is more of the policy.

    Args:
        run: its blocks.
        text: those of the root.
    """
    if any(furniture.is_copyright(block.text) for block in run):
        return False
    # The words of policies are not known in every language: then its looks are all there is.
    return boxes.is_policy(run) or not boxes.is_policy(text[:MOST_BLOCKS])


def _reads_like_prose(beside: list[Block]) -> bool:
    """Whether what stands beside the root is an announcement or a section in a container of its own."""
    chars = sum(len(block.text) for block in beside)
    linked = sum(block.linked for block in beside)
    prose = sum(map(prose_length, beside))
    return prose >= LEAST and prose > 0.6 * chars and linked < 0.3 * chars
