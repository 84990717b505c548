"""A comparison for the terminal: text of a given width, with colour where it is seen.

How words get there, harmless and within the width, is the business of `pen`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report import passages, signs, story, substance
from policydiff.report.characters import clipped
from policydiff.report.entries import Entry, entries, same
from policydiff.report.flow import Folded, Gone, Shown, blocks
from policydiff.report.marks import Run, elided, unwoven, whole
from policydiff.report.pen import NARROWEST, Pen
from policydiff.report.sides import Sides, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Comparison, LinkChange
    from policydiff.report.flow import Block
    from policydiff.report.marks import Mark, Paragraph
    from policydiff.report.sides import Side
    from policydiff.report.substance import Told

_SIGNS = 3  # clauses with other punctuation that are shown; the page and the JSON have them all
_LONGEST_ENTRY = 12  # clauses of one entry; the page and the JSON have them all


def text(comparison: Comparison, *, sides: Sides = Sides(), width: int = 80, colour: bool = False) -> str:  # noqa: B008
    """The comparison as lines for a terminal.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        width: columns of the terminal.
        colour: whether to write colours and other styles.
    """
    pen = Pen(max(width, NARROWEST), colour)
    lines = [*pen.plain(f"{story.headline(comparison)}.", style="strong")]
    found = entries(comparison)
    told = substance.told(comparison, sides, found) if comparison.verdict not in story.INCOMPARABLE else ()
    for reason in story.further_reasons(comparison, sides):
        lines += pen.plain(reason)
    for line in substance.theme_lines(told):
        lines += pen.plain(line)
    sides = shortened(sides)
    lines += ["", *pen.plain(story.title(comparison), style="strong")]
    lines += [*_side(pen, comparison, "old", sides.old), *_side(pen, comparison, "new", sides.new)]
    if comparison.verdict in story.INCOMPARABLE:
        lines += ["", *_beginnings(pen, comparison)]
    elif comparison.verdict != "identical":
        lines += _substance(pen, told)
        lines += _figures(pen, comparison)
        lines += ["", *pen.plain(story.WORDS, style="strong")] if comparison.findings else []
        moved = passages.marks(comparison, found)
        lines += [*_changes(pen, comparison, found, moved), *_signs(pen, comparison)]
    return "\n".join(lines) + "\n"


def findings(
    comparison: Comparison,
    *,
    sides: Sides = Sides(),  # noqa: B008 - a frozen value
    width: int = 80,
    colour: bool = False,
) -> str:
    """The verdict and the findings alone, as lines for a terminal."""
    pen = Pen(max(width, NARROWEST), colour)
    lines = pen.plain(f"{story.headline(comparison)}.", style="strong")
    for reason in story.further_reasons(comparison, sides):
        lines += pen.plain(reason)
    return "\n".join([*lines, *_substance(pen, substance.told(comparison, sides), in_full=True)]) + "\n"


def _side(pen: Pen, comparison: Comparison, which: str, side: Side) -> Iterator[str]:
    document = comparison.old if which == "old" else comparison.new
    told = [
        *story.known(comparison, document, side),
        *filter(None, [story.address(document, side), story.credit(side)]),
    ]
    if told:
        yield from pen.plain(", ".join(told), first=f"{which}: ", then="     ")


def _figures(pen: Pen, comparison: Comparison) -> list[str]:
    found = [line for line in story.figure_lines(comparison) if line[1] != "0"]
    told = " · ".join(f"{label.lower()} {number}" for label, number in found)
    return ["", *pen.plain(told)] if told else []


def _beginnings(pen: Pen, comparison: Comparison) -> Iterator[str]:
    for which, document in (("old", comparison.old), ("new", comparison.new)):
        held = story.count(len(document.clauses), "clause")
        yield from pen.plain(f"The {which} side begins with ({held}):")
        for clause in document.clauses[:3]:
            yield from pen.plain(clipped(clause.text, 160), first="  ")


def _substance(pen: Pen, told: Sequence[Told], *, in_full: bool = False) -> Iterator[str]:
    """The findings: what matters with its words, what is for completeness in a line each unless `in_full`."""
    if told:
        yield from ("", *pen.plain(substance.HEADING, style="strong"))
    for _, heading, found in substance.grouped(told):
        minor = heading if found[0].finding.importance == 1 and not in_full else ""
        if minor:
            yield from ("", *pen.plain(minor, style="strong"))
        for each in found:
            yield from _finding(pen, each) if not minor else pen.plain(_gist(each), first=" - ", then="   ")


def _gist(told: Told) -> str:
    return told.sentence + (f" (change {told.entry})" if told.entry else "")


def _finding(pen: Pen, told: Told) -> Iterator[str]:
    yield ""
    label = f"{told.weight.upper()}: {told.matter}, {told.finding.direction}"
    yield from pen.plain(label, style="strong" if told.quotes_only else "quiet")
    if not told.quotes_only:
        yield from pen.plain(told.sentence, style="strong")
    if told.finding.open_reading:
        yield from pen.plain(substance.OPEN_READING)
    if told.words:
        yield from _paragraph(pen, told.words)
    for which, target in told.links:
        run = Run("delete" if which == "Old" else "insert", target)
        yield from pen.marked((Run("equal", f"{which.lower()} link "), run), first="   ", then="     ")
    where = f"{told.where} (change {told.entry})" if told.entry else told.where
    yield from pen.plain(where, style="quiet", first="   ")


def _signs(pen: Pen, comparison: Comparison) -> Iterator[str]:
    """Clauses that differ in punctuation only: counted, and the first of them shown."""
    found = signs.signs(comparison)
    if not found:
        return
    yield from ("", *pen.plain(f"{story.only_punctuation(len(found))}.", style="quiet"))
    for edits in found[:_SIGNS]:
        yield from pen.marked(elided(signs.both(edits)), first="   ", then="   ")
    if len(found) > _SIGNS:
        yield from pen.plain(f"and {story.count(len(found) - _SIGNS, 'more clause')}", first="   ")


def _changes(
    pen: Pen, comparison: Comparison, found: Sequence[Entry], moved: Mapping[int, Sequence[Mark]]
) -> Iterator[str]:
    unchanged = 0
    path: tuple[str, ...] | None = None
    for block in blocks(comparison, found):
        if isinstance(block, Shown | Folded):
            unchanged += _size(block)
            continue
        yield from _skipped(pen, unchanged)
        unchanged = 0
        if isinstance(block, Gone):
            told = f"{story.moved_to(comparison, block.entry)} (change {block.entry.number})"
            yield from ("", *pen.plain(told, style="quiet", first="  "))
            continue
        if path is None or same(comparison, block.section) != same(comparison, path):
            path = block.section
            yield from ("", *pen.plain(story.where(comparison, path), style="strong"))
        yield from ("", *_entry(pen, comparison, block))
        for passage in story.passages(block, moved):
            yield from pen.plain(f"({story.passage(passage)})", style="quiet", first="   ")
    yield from _skipped(pen, unchanged)


def _skipped(pen: Pen, unchanged: int) -> Iterator[str]:
    if unchanged:
        yield from ("", *pen.plain(f"… {story.count(unchanged, 'unchanged clause')}", style="quiet"))


def _size(block: Block) -> int:
    return len(block.clauses) if isinstance(block, Folded) else 1


def _entry(pen: Pen, comparison: Comparison, entry: Entry) -> Iterator[str]:
    label = f"{entry.number}. {story.LABELS[entry.kind]}{story.explained(comparison, entry)}"
    yield from pen.plain(label, style="strong")
    announced = story.cells(comparison, entry)
    for change, cell in zip(entry.changes[:_LONGEST_ENTRY], announced, strict=False):
        yield from pen.plain(cell, style="quiet", first="   ") if cell else ()
        for paragraph in unwoven(comparison, change):
            yield from _paragraph(pen, paragraph)
    left = len(entry.changes) - _LONGEST_ENTRY
    if left > 0:
        yield from pen.plain(f"and {story.count(left, 'more clause')}", style="quiet", first="   ")
    for link in entry.links:
        yield from _link(pen, link)


def _paragraph(pen: Pen, paragraph: Paragraph) -> list[str]:
    if not whole(paragraph):
        return pen.marked(elided(paragraph), first="   ", then="   ")
    sign = "+" if paragraph[0].operation == "insert" else "-"
    style = f"whole-{paragraph[0].operation}"
    return pen.plain(paragraph[0].text, style=style, first=f" {sign} ", then="   ")


def _link(pen: Pen, link: LinkChange) -> Iterator[str]:
    yield from pen.plain(story.link_head(link), first="   ")
    old, new = (side.target if side else "no link" for side in (link.old, link.new))
    yield from pen.marked((Run("equal", "old "), Run("delete", old)), first="   ", then="     ")
    yield from pen.marked((Run("equal", "new "), Run("insert", new)), first="   ", then="     ")
