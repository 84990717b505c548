"""Writing for a terminal: runs of words within a width, with or without colour.

Policy text cannot reach the terminal's controls: `characters.inert` shows every control character, and
the only escape sequences in the output are the few in this file. Without colour, edits are marked as
wdiff and git mark them: [-deleted-] {+inserted+}. With colour they are also struck and underlined,
because colour alone is not seen by everyone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.report.characters import columns, inert
from policydiff.report.marked_text import TextRun, merged, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.report.marked_text import MarkedText

NARROWEST = 20
"""Columns that are written at least, however narrow the terminal says it is."""
_STYLES = {
    "delete": "31;9",
    "insert": "32;4",
    "strong": "1",
    "quiet": "2",
    "whole-delete": "31",
    "whole-insert": "32",
}
_MARKS = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "equal": ("", "")}


@dataclass(frozen=True, slots=True)
class TerminalWriter:
    """Writes within a width, with or without colour."""

    width: int
    colour: bool

    def plain(self, words: str, *, style: str = "", first: str = "", then: str | None = None) -> list[str]:
        """A text in one style, wrapped; `first` stands before its first line and `then` before the others."""
        return self.marked(
            (TextRun("equal", words),), first=first, then=first if then is None else then, style=style
        )

    def marked(self, paragraph: MarkedText, *, first: str, then: str, style: str = "") -> list[str]:
        """A paragraph with its edits marked, wrapped."""
        room = self.width - max(columns(first), columns(then))
        lines = [
            self._line(line, style) for line in _wrapped(_pieces(paragraph, marked=not self.colour), room)
        ]
        return [((first if place == 0 else then) + line).rstrip() for place, line in enumerate(lines or [""])]

    def uncut(self, words: str, *, style: str = "", first: str = "") -> str:
        """A text on one line however long it is: what is to be copied from the terminal is never cut."""
        shown = inert(words)
        return first + (self._styled(shown, _STYLES.get(style)) if self.colour else shown)

    def _line(self, pieces: list[TextRun], style: str) -> str:
        if not self.colour:
            return "".join(piece.text for piece in pieces)
        coded = ((piece.text, _STYLES.get(piece.operation) or _STYLES.get(style)) for piece in merged(pieces))
        return "".join(self._styled(words, codes) for words, codes in coded)

    @staticmethod
    def _styled(words: str, codes: str | None) -> str:
        return f"\x1b[{codes}m{words}\x1b[0m" if codes and words.strip() else words


def _pieces(paragraph: MarkedText, *, marked: bool) -> Iterator[TextRun]:
    """Words and blanks, each with its fate; the marks of an edit cling to its first and last word."""
    for run in spaced(paragraph):
        before, after = _MARKS[run.operation] if marked else ("", "")
        words = f"{before}{inert(run.text)}{after}"
        start = 0
        for place, letter in enumerate(words):
            if letter == " ":
                yield TextRun(run.operation, words[start:place])
                yield TextRun(run.operation, " ")
                start = place + 1
        yield TextRun(run.operation, words[start:])


def _wrapped(pieces: Iterator[TextRun], room: int) -> Iterator[list[TextRun]]:
    """Lines of at most `room` columns. A line ends at a blank; a word longer than a line is cut."""
    line: list[TextRun] = []
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


def _unbreakable(pieces: Iterator[TextRun]) -> Iterator[list[TextRun]]:
    word: list[TextRun] = []
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


def _cut(word: list[TextRun], room: int) -> Iterator[list[TextRun]]:
    for piece in word:
        part, used = "", 0
        for letter in piece.text:
            if used + columns(letter) > room:
                yield [TextRun(piece.operation, part)]
                part, used = "", 0
            part, used = part + letter, used + columns(letter)
        yield [TextRun(piece.operation, part)]


def _without_last_blanks(line: list[TextRun]) -> list[TextRun]:
    end = len(line)
    while end and line[end - 1].text == " ":
        end -= 1
    return line[:end]
