"""A comparison for the terminal: text of a given width, with colour where it is seen.

Policy text cannot reach the terminal's controls: `characters.inert` shows every control character, and
the only escape sequences in the output are the few in this file. Without colour, edits are marked as
wdiff and git mark them: [-deleted-] {+inserted+}. With colour they are also struck and underlined,
because colour alone is not seen by everyone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.report import signs, story, substance
from policydiff.report.characters import clipped, inert
from policydiff.report.characters import width as columns
from policydiff.report.entries import Entry, entries
from policydiff.report.flow import Folded, Gone, Shown, blocks
from policydiff.report.marks import Run, apart, elided, merged, paragraphs, whole
from policydiff.report.sides import Sides, day, moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Comparison, Document, LinkChange
    from policydiff.report.flow import Block
    from policydiff.report.marks import Paragraph
    from policydiff.report.sides import Side
    from policydiff.report.substance import Told

_NARROWEST = 20
_SIGNS = 3  # clauses with other punctuation that are shown; the page and the JSON have them all
_LONGEST_ENTRY = 12  # clauses of one entry; the page and the JSON have them all
_STYLES = {
    "delete": "31;9",
    "insert": "32;4",
    "strong": "1",
    "quiet": "2",
    "whole-delete": "31",
    "whole-insert": "32",
}
_MARKS = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "equal": ("", "")}


def text(comparison: Comparison, *, sides: Sides = Sides(), width: int = 80, colour: bool = False) -> str:  # noqa: B008
    """The comparison as lines for a terminal.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        width: columns of the terminal.
        colour: whether to write colours and other styles.
    """
    pen = _Pen(max(width, _NARROWEST), colour)
    lines = [*pen.plain(f"{story.headline(comparison)}.", style="strong")]
    for reason in story.further_reasons(comparison):
        lines += pen.plain(reason)
    named = [*_side(pen, "old", comparison.old, sides.old), *_side(pen, "new", comparison.new, sides.new)]
    lines += ["", *named] if named else []
    if comparison.verdict in story.INCOMPARABLE:
        lines += ["", *_beginnings(pen, comparison)]
    elif comparison.verdict != "identical":
        found = entries(comparison)
        lines += _substance(pen, substance.told(comparison, sides, found))
        lines += ["", *_figures(pen, comparison)]
        lines += ["", *pen.plain(story.WORDS, style="strong")] if comparison.findings else []
        lines += [*_changes(pen, comparison, found), *_signs(pen, comparison)]
    return "\n".join(lines) + "\n"


def findings(
    comparison: Comparison,
    *,
    sides: Sides = Sides(),  # noqa: B008 - a frozen value
    width: int = 80,
    colour: bool = False,
) -> str:
    """The verdict and the findings alone, as lines for a terminal."""
    pen = _Pen(max(width, _NARROWEST), colour)
    lines = pen.plain(f"{story.headline(comparison)}.", style="strong")
    for reason in story.further_reasons(comparison):
        lines += pen.plain(reason)
    return "\n".join([*lines, *_substance(pen, substance.told(comparison, sides), in_full=True)]) + "\n"


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes within a width, with or without colour."""

    width: int
    colour: bool

    def plain(self, told: str, *, style: str = "", first: str = "", then: str | None = None) -> list[str]:
        """A text in one style, wrapped; `first` stands before its first line and `then` before the others."""
        return self.marked(
            (Run("equal", told),), first=first, then=first if then is None else then, style=style
        )

    def marked(self, paragraph: Paragraph, *, first: str, then: str, style: str = "") -> list[str]:
        """A paragraph with its edits marked, wrapped."""
        room = self.width - max(columns(first), columns(then))
        lines = [
            self._line(line, style) for line in _wrapped(_pieces(paragraph, marked=not self.colour), room)
        ]
        return [((first if place == 0 else then) + line).rstrip() for place, line in enumerate(lines or [""])]

    def _line(self, pieces: list[Run], style: str) -> str:
        if not self.colour:
            return "".join(piece.text for piece in pieces)
        coded = ((piece.text, _STYLES.get(piece.operation) or _STYLES.get(style)) for piece in merged(pieces))
        return "".join(self._styled(told, codes) for told, codes in coded)

    @staticmethod
    def _styled(told: str, codes: str | None) -> str:
        return f"\x1b[{codes}m{told}\x1b[0m" if codes and told.strip() else told


def _pieces(paragraph: Paragraph, *, marked: bool) -> Iterator[Run]:
    """Words and blanks, each with its fate; the marks of an edit cling to its first and last word."""
    for run in apart(paragraph):
        before, after = _MARKS[run.operation] if marked else ("", "")
        told = f"{before}{inert(run.text)}{after}"
        start = 0
        for place, letter in enumerate(told):
            if letter == " ":
                yield Run(run.operation, told[start:place])
                yield Run(run.operation, " ")
                start = place + 1
        yield Run(run.operation, told[start:])


def _wrapped(pieces: Iterator[Run], room: int) -> Iterator[list[Run]]:
    """Lines of at most `room` columns. A line ends at a blank; a word longer than a line is cut."""
    line: list[Run] = []
    used = 0
    for word in _unbreakable(pieces):
        size = sum(columns(piece.text) for piece in word)
        blank = word[0].text == " "
        if used + size > room and line:
            yield _without_last_blanks(line)
            line, used = [], 0
        if blank and not line:
            continue
        for piece in _cut(word, room) if size > room else (word,):
            if used + sum(columns(part.text) for part in piece) > room and line:
                yield line
                line, used = [], 0
            line += piece
            used += sum(columns(part.text) for part in piece)
    if line:
        yield _without_last_blanks(line)


def _unbreakable(pieces: Iterator[Run]) -> Iterator[list[Run]]:
    word: list[Run] = []
    for piece in pieces:
        if piece.text == " ":
            if word:
                yield word
            yield [piece]
            word = []
        elif piece.text:
            word.append(piece)
    if word:
        yield word


def _cut(word: list[Run], room: int) -> Iterator[list[Run]]:
    for piece in word:
        part, used = "", 0
        for letter in piece.text:
            if used + columns(letter) > room:
                yield [Run(piece.operation, part)]
                part, used = "", 0
            part, used = part + letter, used + columns(letter)
        yield [Run(piece.operation, part)]


def _without_last_blanks(line: list[Run]) -> list[Run]:
    end = len(line)
    while end and line[end - 1].text == " ":
        end -= 1
    return line[:end]


def _side(pen: _Pen, which: str, document: Document, side: Side) -> Iterator[str]:
    told = [story.name(side, "")] if side.name else []
    told += [f"captured {moment(side)}"] if side.captured_at else []
    told += [f"{stated.role} {day(stated.day)}" for stated in document.dates]
    told += [story.address(document, side)] if story.address(document, side) else []
    if told:
        yield from pen.plain(", ".join(told), first=f"{which}: ", then="     ")


def _figures(pen: _Pen, comparison: Comparison) -> list[str]:
    found = [line for line in story.figure_lines(comparison) if line[1] != "0"]
    return pen.plain(" · ".join(f"{label.lower()} {number}" for label, number in found))


def _beginnings(pen: _Pen, comparison: Comparison) -> Iterator[str]:
    for which, document in (("old", comparison.old), ("new", comparison.new)):
        held = story.count(len(document.clauses), "clause")
        yield from pen.plain(f"The {which} side begins with ({held}):")
        for clause in document.clauses[:3]:
            yield from pen.plain(clipped(clause.text, 160), first="  ")


def _substance(pen: _Pen, told: Sequence[Told], *, in_full: bool = False) -> Iterator[str]:
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


def _finding(pen: _Pen, told: Told) -> Iterator[str]:
    yield ""
    label = f"{told.weight.upper()}: {told.matter}, {told.finding.direction}"
    yield from pen.plain(label, style="quiet")
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


def _signs(pen: _Pen, comparison: Comparison) -> Iterator[str]:
    """Clauses that differ in punctuation only: counted, and the first of them shown."""
    found = signs.signs(comparison)
    if not found:
        return
    yield from ("", *pen.plain(f"{story.only_punctuation(len(found))}.", style="quiet"))
    for edits in found[:_SIGNS]:
        yield from pen.marked(elided(signs.both(edits)), first="   ", then="   ")
    if len(found) > _SIGNS:
        yield from pen.plain(f"and {story.count(len(found) - _SIGNS, 'more clause')}", first="   ")


def _changes(pen: _Pen, comparison: Comparison, found: Sequence[Entry]) -> Iterator[str]:
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
        if block.section != path:
            path = block.section
            yield from ("", *pen.plain(story.where(comparison, path), style="strong"))
        yield from ("", *_entry(pen, comparison, block))
    yield from _skipped(pen, unchanged)


def _skipped(pen: _Pen, unchanged: int) -> Iterator[str]:
    if unchanged:
        yield from ("", *pen.plain(f"… {story.count(unchanged, 'unchanged clause')}", style="quiet"))


def _size(block: Block) -> int:
    return len(block.clauses) if isinstance(block, Folded) else 1


def _entry(pen: _Pen, comparison: Comparison, entry: Entry) -> Iterator[str]:
    label = f"{entry.number}. {story.LABELS[entry.kind]}{story.explained(comparison, entry)}"
    yield from pen.plain(label, style="strong")
    if story.in_table(entry):
        yield from pen.plain(story.in_table(entry), style="quiet", first="   ")
    for change in entry.changes[:_LONGEST_ENTRY]:
        for paragraph in paragraphs(comparison, change):
            yield from _paragraph(pen, paragraph)
    left = len(entry.changes) - _LONGEST_ENTRY
    if left > 0:
        yield from pen.plain(f"and {story.count(left, 'more clause')}", style="quiet", first="   ")
    for link in entry.links:
        yield from _link(pen, link)


def _paragraph(pen: _Pen, paragraph: Paragraph) -> list[str]:
    if not whole(paragraph):
        return pen.marked(elided(paragraph), first="   ", then="   ")
    sign = "+" if paragraph[0].operation == "insert" else "-"
    style = f"whole-{paragraph[0].operation}"
    return pen.plain(paragraph[0].text, style=style, first=f" {sign} ", then="   ")


def _link(pen: _Pen, link: LinkChange) -> Iterator[str]:
    yield from pen.plain(story.link_head(link), first="   ")
    old, new = (side.target if side else "no link" for side in (link.old, link.new))
    yield from pen.marked((Run("equal", "old "), Run("delete", old)), first="   ", then="     ")
    yield from pen.marked((Run("equal", "new "), Run("insert", new)), first="   ", then="     ")
