r"""A report as Markdown, for an issue tracker or an editorial system (GitHub Flavored Markdown).

Policy text cannot make Markdown or HTML: every character that has a meaning there is escaped. Edits are
~~deleted~~ and **inserted**. A delimiter run only opens or closes emphasis under the rules of "left-flanking"
and "right-flanking" (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis), which an edit such as
"data**, photos**" breaks; there the letter outside is written as a character reference (`dat&#97;`),
which reads the same and counts as punctuation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.report.blocks import (
    QUOTE,
    Card,
    FactList,
    Heading,
    LinkTargets,
    MarkedWords,
    Paragraph,
    Points,
)
from policydiff.report.characters import clipped, followed, visible
from policydiff.report.marked_text import elided, spaced, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.report.blocks import Point, Report, ReportBlock
    from policydiff.report.marked_text import MarkedText

_MEANING = re.compile(r"[\\`*_\[\]<>&~|$]|(?<=[Ww]{3})\.|:(?=//)")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
"""What readers of Markdown take for a sign written by its name, in addresses too: "&copy;"."""
_BLOCK = re.compile(r"^(\d{0,9})([#+=.)-])")
_DELIMITERS = {"delete": "~~", "insert": "**"}


_HASH = re.compile(r"[0-9a-f]{64}")


def markdown(report: Report) -> str:
    """A report as Markdown."""
    parts = [f"# {escaped(report.title)}"]
    for block in (*report.blocks, *report.appendix):
        parts += _block(block)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Text that reads in Markdown as it stands, also at the start of a block.

    >>> print(escaped("1. *We* keep <b>data</b>"))
    1\. \*We\* keep \<b\>data\</b\>
    """
    return _begun(_inline(visible(text).strip()))


def _inline(text: str) -> str:
    return _MEANING.sub(r"\\\g<0>", text)


def _begun(line: str) -> str:
    """The line with what would make it a heading, a list or a rule escaped."""
    return _BLOCK.sub(r"\1\\\2", line)


def _block(block: ReportBlock) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {escaped(block.text)}"
    elif isinstance(block, Paragraph):
        yield f"**{_inline(visible(block.text).strip())}**" if block.strong else escaped(block.text)
    elif isinstance(block, Points):
        yield _list(block.points)
    elif isinstance(block, FactList):
        yield "\n".join(f"- {escaped(name)}: {_value(value)}" for name, value in block.rows)
    elif isinstance(block, MarkedWords):
        yield f"- {marked(elided(block.words))}"
    else:
        yield from _card(block)


def _card(card: Card) -> Iterator[str]:
    yield f"### {escaped(card.head)}" if not card.body else f"**{_inline(visible(card.head).strip())}**"
    if card.facts:
        yield "\n\n".join(escaped(fact) for fact in card.facts)
    if card.points:
        more = f"\n- {escaped(card.more)}" if card.more else ""
        yield _list(card.points) + more
    yield from _body(card)
    for what, quote in card.quotes:
        yield f"{escaped(what)}:\n\n> {escaped(clipped(visible(quote), QUOTE))}"
    for command in card.commands:
        yield _code(" ".join(command))


def _body(card: Card) -> Iterator[str]:
    """Words as one quotation, links as a list, notes in italics, in their order."""
    quotation: list[str] = []
    for part in (*card.body, None):
        if isinstance(part, MarkedWords):
            quotation += [f"*{_inline(visible(part.before).strip())}*"] if part.before else []
            quotation.append(_quoted(part.words))
            continue
        if quotation:
            yield "\n>\n".join(f"> {paragraph}" for paragraph in quotation)
            quotation = []
        if isinstance(part, LinkTargets):
            yield _link(part)
        elif part is not None:
            yield f"*{_inline(visible(part.text).strip())}*"


def _list(points: tuple[Point, ...]) -> str:
    return "\n".join(
        f"- **{escaped(point.label)}:** {escaped(point.text)}" if point.label else f"- {escaped(point.text)}"
        for point in points
    )


def _value(value: str) -> str:
    return f"`{value}`" if _HASH.fullmatch(value) else _address(value)


def _code(command: str) -> str:
    """A command as code; a fence that is longer than any run of backticks in it."""
    shown = visible(command)
    return f"``{shown} ``" if "`" in shown else f"`{shown}`"


def _quoted(paragraph: MarkedText) -> str:
    if whole(paragraph) and paragraph[0].operation == "insert":
        return escaped(paragraph[0].text)  # the label says that it was added; bold throughout reads badly
    return marked(elided(paragraph))


def marked(paragraph: MarkedText) -> str:
    """A paragraph with its edits struck and bold."""
    written = ""
    before = ""  # the last letter of the edit just written, "" after other words
    for run in spaced(paragraph):
        text = _inline(run.text)
        delimiter = _DELIMITERS.get(run.operation, "") if text.strip() else ""
        if before and _hides(text[0], before):
            text = _reference(text[0]) + text[1:]
        if delimiter and written and _hides(written[-1], text[0]):
            written = written[:-1] + _reference(written[-1])
        written += f"{delimiter}{text}{delimiter}"
        before = text[-1] if delimiter else ""
    return _begun(written.strip())


def _hides(outside: str, inside: str) -> bool:
    """Whether a delimiter between these letters would not count: a letter outside, a sign inside."""
    return not inside.isalnum() and not outside.isspace() and (outside.isalnum() or not outside.isascii())


def _reference(letter: str) -> str:
    return f"&#{ord(letter)};"


def _link(link: LinkTargets) -> str:
    targets = "".join(f"\n  - {which}: {_address(target)}" for which, _, target in link.targets)
    return f"- {escaped(link.head)}{targets}"


def _address(target: str) -> str:
    """An address to follow, if it is one; Markdown's own form for it allows neither blanks nor < and >."""
    if not followed(target) or re.search(r"[\s<>]", target):
        return escaped(target)
    return f"<{_ENTITY.sub('&amp;', target)}>"
