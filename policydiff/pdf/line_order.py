"""Pieces of lines put in the order in which they are read: columns, numbers of lines, notes, furniture. Pure.

A PDF may have its lines in any order: two columns row by row, a note between the halves of a sentence. If the
order stays uncertain a doubt is reported: a quotation mixed from two columns is no sentence of the policy.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from policydiff import calendar_dates, languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COLUMN = 6
"""By how many points the beginnings of pieces of one column may differ."""
_FEWEST = 4
"""Rows that must be parted at one place for a column to begin there."""
_FEWEST_INTERRUPTED = 3
"""How many lines must be continued behind a line of another column for columns to count as woven."""
_MOST_COLUMNS = 12
"""Columns of a page."""
_OVERLAP = 0.3
"""Part of its height by which a line overlaps another that it stands beside."""
_APART = 1.35
"""The distance between two rows of a table, as a multiple of that between two lines."""
_ROWS_OF_TABLE = 10
"""Lines of a column in which the cells of a table begin anew once at least; headings of two columns of
running text may stand beside each other by chance."""
_FULL = 0.55
"""Part of its column's width that most lines of running text fill."""
_NUMBER = re.compile(r"\d{1,4}")
_NOTE = re.compile(r"(?:\[?\d{1,3}[\])]?|[*†‡§]{1,3}|[¹²³⁴-⁹]+)\s+\S|[*†‡¹²³⁴-⁹]\S")
_FIFTH = 5
"""By how much numbers in a margin grow where only every fifth line has one, blank lines counted or not."""
_SMALL = 0.88
"""The size of the letters of a note at most, as a share of the usual size."""
_END = re.compile(r"[.!?:;…。؟]['\"’”)\]]*$")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EDGE = 3
"""Lines at the upper and at the lower edge of a page that may be furniture."""
_SAME_PLACE = 4
"""By how many points furniture may stand higher or lower on another page."""
_NEIGHBOURS = 2
"""How many pages on the same furniture may come again: left and right pages may differ."""
_LONGEST = 120
"""Characters of a line of furniture."""


class PrintedLine(NamedTuple):
    """A line of a page or a piece of one; places are points from the lower left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    row: int = -1
    """The number of the row of the page that it is a piece of, -1 if nobody looked."""
    apart: bool = False
    """It begins a row or a cell of a table, whatever the line before it says."""


class OrderedPages(NamedTuple):
    """Pages in reading order."""

    pages: list[list[PrintedLine]]
    aside: list[PrintedLine]
    """What stood at the foot of pages and belongs to the document: notes, and the date of a running foot."""
    woven: bool
    """Whether cells stand beside each other line by line, so that it is a guess which line goes on in
    which."""


def ordered(pages: Sequence[Sequence[PrintedLine]]) -> OrderedPages:
    """Pages as they are read, from lines or pieces of lines in the order of the PDF."""
    kept = [_numbered(without_line_numbers(page)) for page in pages]
    furniture = _furniture(kept)
    running = [line for page in kept for line in page if _key(line) in furniture]
    dated = {line.text: line for line in reversed(running) if calendar_dates.read_dates(line.text)}
    kept = [[line for line in page if _key(line) not in furniture] for page in kept]
    usual = usual_size(kept)
    bodies, notes, woven = [], [], False
    for page in kept:
        below = _notes(page, usual)
        noted = set(below)
        body, doubtful = in_columns([line for line in page if line not in noted])
        woven = woven or doubtful
        bodies.append(_whole(body))
        notes += _whole(below)
    return OrderedPages(bodies, [*notes, *dated.values()], woven)


# --- numbers of lines


def without_line_numbers(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The page without the numbers of its lines, each of them or every fifth."""
    texts = [line for line in page if not _NUMBER.fullmatch(line.text)]
    numbers = sorted((line for line in page if _NUMBER.fullmatch(line.text)), key=lambda line: -line.top)
    if len(numbers) < 2 or not texts:
        return list(page)
    left, right = min(line.left for line in texts), max(line.right for line in texts)
    margins = [line for line in numbers if line.right < left or line.left > right]
    rows = _rows([*texts, *margins])
    counted = [(int(line.text), rows[line]) for line in margins]
    if counted and counted[0][0] == counted[0][1] + 1:  # the numbers begin on this page
        counted.insert(0, (0, -1))
    steps = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(counted)]
    even = sum(number == row > 0 or number == _FIFTH for number, row in steps)
    if even < 2 or even < 0.8 * len(steps):
        return list(page)
    dropped = set(margins)
    return [line for line in page if line not in dropped]


def _rows(lines: Iterable[PrintedLine]) -> dict[PrintedLine, int]:
    """On which row of the page each piece stands, counted from above."""
    row, bottom = -1, float("inf")
    rows = {}
    for line in sorted(lines, key=lambda line: -(line.top + line.bottom)):
        if (line.top + line.bottom) / 2 < bottom:
            row, bottom = row + 1, line.bottom
        rows[line] = row
    return rows


# --- furniture and notes


def _furniture(pages: Sequence[Sequence[PrintedLine]]) -> set[tuple[str, int]]:
    """The lines at the same place of neighbouring pages, ignoring numbers, and page numbers of any page.

    Left and right pages may have running titles of their own: neighbours are two apart at most.
    """
    found: set[tuple[str, int]] = set()
    seen: dict[tuple[str, int], int] = {}
    for number, page in enumerate(pages, start=1):
        edges = sorted(page, key=lambda line: -line.top)
        found |= {_key(line) for line in edges[-1:] if _is_page_number(line.text, number, len(pages))}
        for key in {_key(line) for line in (*edges[:_EDGE], *edges[-_EDGE:]) if len(line.text) < _LONGEST}:
            if number - seen.get(key, -_NEIGHBOURS) <= _NEIGHBOURS:
                found.add(key)
            seen[key] = number
    return found


@cache
def _page_number() -> re.Pattern[str]:
    """The number of a page, whole: "Page 3 of 12", "– 3 –"."""
    page = "|".join(languages.all_lines(lambda one: one.furniture.page))
    of = "|".join(languages.all_lines(lambda one: one.furniture.page_of))
    return re.compile(
        rf"(?:(?:{page})\s*)?[–-]?\s*\d{{1,4}}\s*(?:(?:{of}|/)\s*\d{{1,4}})?\s*[–-]?", re.IGNORECASE
    )


def _is_page_number(text: str, number: int, pages: int) -> bool:
    """Whether a line is "Page 1 of 2" on the first of two pages."""
    numbers = [int(one) for one in re.findall(r"\d{1,4}", text)]
    return bool(_page_number().fullmatch(text.strip())) and numbers in ([number], [number, pages])


def _key(line: PrintedLine) -> tuple[str, int]:
    """A line with its numbers masked, and how high it stands."""
    return re.sub(r"\d+", "0", " ".join(line.text.split())), round(line.top / _SAME_PLACE)


def usual_size(pages: Iterable[Iterable[PrintedLine]]) -> float:
    """The letter size that most of the text has."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _notes(page: Sequence[PrintedLine], usual: float) -> list[PrintedLine]:
    """The notes at the foot of a page: small lines under all others, the first of which has a mark."""
    lowest = min((line.bottom for line in page if line.size > usual * _SMALL), default=0.0)
    small = [line for line in page if line.size <= usual * _SMALL and line.top < lowest + 1]
    first = next((at for at, line in enumerate(small) if _NOTE.match(line.text)), None)
    return [] if first is None else small[first:]


# --- columns


def _numbered(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines with the number of their row: neighbours that stand beside each other share one.

    Columns need not have their lines at the same heights.
    """
    numbered: list[PrintedLine] = []
    row: list[PrintedLine] = []
    for line in page:
        apart = all(line.left >= other.right or line.right <= other.left for other in row[:_MOST_COLUMNS])
        overlap = min(line.top, row[-1].top) - max(line.bottom, row[-1].bottom) if row else 0.0
        if row and apart and overlap > _OVERLAP * (line.top - line.bottom):
            row.append(line)
        else:
            row = [line]
        number = numbered[-1].row if numbered else -1
        numbered.append(line._replace(row=number + (len(row) == 1)))
    return numbered


def in_columns(page: list[PrintedLine]) -> tuple[list[PrintedLine], bool]:
    """The pieces of a page column by column, and whether their order is a guess."""
    edges = _edges(page)
    if not edges:
        return page, False
    to_left = _runs_to_left(page)
    done: list[PrintedLine] = []
    columns: list[list[PrintedLine]] = [[] for _ in range(len(edges) + 1)]
    woven = False
    for line in [*page, None]:
        place = None if line is None else _column(line, edges)
        if line is not None and place is not None:
            columns[place].append(line)
            continue
        parted, doubtful = _parted([side for side in columns if side], to_left=to_left)
        done += parted
        woven = woven or doubtful
        columns = [[] for _ in columns]
        if line is not None:
            done.append(line)
    return done, woven


def _edges(page: Sequence[PrintedLine]) -> list[float]:
    """Where columns begin, the first one aside: places at which enough rows are parted."""
    begins: Counter[int] = Counter()
    lefts: dict[int, float] = {}
    for one, two in _beside(page):
        later = max(one, two, key=lambda line: line.left)
        place = round(later.left / _COLUMN)
        begins[place] += 1
        lefts[place] = min(lefts.get(place, later.left), later.left)
    least = max(_FEWEST, 0.5 * max(begins.values(), default=0))
    return sorted(lefts[place] for place, count in begins.items() if count >= least)[:_MOST_COLUMNS]


def _column(line: PrintedLine, edges: Sequence[float]) -> int | None:
    """The column that a piece stands in, None if it reaches over several."""
    place = sum(line.left >= edge - _COLUMN for edge in edges)
    return place if place == len(edges) or line.right <= edges[place] else None


def _beside(page: Sequence[PrintedLine]) -> list[tuple[PrintedLine, PrintedLine]]:
    """Neighbouring pieces of one line."""
    return [(one, two) for one, two in pairwise(page) if one.row == two.row]


def _parted(columns: list[list[PrintedLine]], *, to_left: bool) -> tuple[list[PrintedLine], bool]:
    """A stretch of columns in reading order, and whether that is a guess.

    Nothing is to be done where the PDF has them one after the other, nor in a table of short cells. Where the
    lines of one column stand between those of another, running text is read column by column, and a table
    whose rows are set apart row by row, each cell as a whole.
    """
    together = sorted((line for side in columns for line in side), key=lambda line: line.row)
    together = _turned(together, to_left=to_left)
    shared = [one.row for one, two in pairwise(together) if one.row == two.row]
    if not shared:
        return together, False
    # The last line of a paragraph over the full width may be so short that it stands in the first column.
    others = columns[:-1] if to_left else columns[1:]
    first = min(line.row for side in others for line in side)
    above = [line for line in together if line.row < first]
    columns = [[line for line in side if line.row >= first] for side in columns]
    read, guessed = _read_in(columns, together[len(above) :], to_left=to_left)
    return [*above, *read], guessed


def _read_in(
    columns: list[list[PrintedLine]], together: list[PrintedLine], *, to_left: bool
) -> tuple[list[PrintedLine], bool]:
    """The stretch in reading order, from the first row on that has pieces in several columns."""
    if sum(_interrupted(side, columns) for side in columns) < _FEWEST_INTERRUPTED:
        return _in_rows(together), False
    sides = columns[::-1] if to_left else columns
    groups = _set_apart(together)
    cells = _cells(sides, groups)
    sentences = sum(bool(_END.search(cell[-1].text)) for cell in cells) > len(cells) / 2
    running = all(_fills(side) for side in sides)
    if (
        len(groups) > 1
        and not (running and sentences)
        and not any(_goes_on_below(side, groups) for side in sides)
    ):
        whole = [[cell[0]._replace(apart=True), *cell[1:]] for cell in cells]
        return [line for cell in whole for line in cell], False
    if running and _begin_anew(sides) < max(2, max(map(len, sides)) // _ROWS_OF_TABLE):
        return [line for side in sides for line in side], False
    return together, True


def _begin_anew(columns: Sequence[Sequence[PrintedLine]]) -> int:
    """In how many rows all columns begin anew at once, without a full stop before: as rows of a table do."""
    begun = [
        {
            two.row
            for one, two in pairwise(side)
            if two.row == one.row + 1 and not _END.search(one.text) and two.text[:1].isupper()
        }
        for side in columns
    ]
    return len(set.intersection(*begun))


def _in_rows(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Rows of several cells, each of them a block of its own."""
    first: dict[int, int] = {}
    for at, line in enumerate(lines):
        first.setdefault(line.row, at)
    several = {one.row for one, two in pairwise(lines) if one.row == two.row}
    return [
        line._replace(apart=line.row in several and first[line.row] == at) for at, line in enumerate(lines)
    ]


def _goes_on(one: PrintedLine, two: PrintedLine) -> bool:
    """Whether a sentence goes on in the next line of its column, as far as one can see."""
    return not _END.search(one.text) and (two.text[:1].islower() or not one.text[-1:].isascii())


def _goes_on_below(column: Sequence[PrintedLine], groups: Sequence[set[int]]) -> bool:
    """Whether a sentence goes on over the white that sets rows apart."""
    of = {row: number for number, group in enumerate(groups) for row in group}
    return any(of[one.row] != of[two.row] and _goes_on(one, two) for one, two in pairwise(column))


def _turned(lines: list[PrintedLine], *, to_left: bool) -> list[PrintedLine]:
    """The pieces of each row in the direction of the script."""
    return sorted(lines, key=lambda line: (line.row, -line.left if to_left else line.left))


def _interrupted(column: Sequence[PrintedLine], columns: Sequence[Sequence[PrintedLine]]) -> int:
    """How many lines of a column go on in its next, with another column's between them."""
    others = {line.row for side in columns if side is not column for line in side}
    return sum(
        two.row == one.row + 1 and (one.row in others or two.row in others) and _goes_on(one, two)
        for one, two in pairwise(column)
    )


def _cells(columns: Sequence[Sequence[PrintedLine]], groups: Sequence[set[int]]) -> list[list[PrintedLine]]:
    """What each column has in each group of rows, group by group."""
    of = {row: number for number, group in enumerate(groups) for row in group}
    cells: dict[tuple[int, int], list[PrintedLine]] = {}
    for place, column in enumerate(columns):
        for line in column:
            cells.setdefault((of[line.row], place), []).append(line)
    return [cells[key] for key in sorted(cells)]


def _set_apart(lines: Sequence[PrintedLine]) -> list[set[int]]:
    """The rows of a stretch in groups that more white than usual sets apart: the rows of a table."""
    tops: dict[int, float] = {}
    for line in lines:
        tops[line.row] = max(tops.get(line.row, line.top), line.top)
    rows = sorted(tops)
    gaps = [tops[one] - tops[two] for one, two in pairwise(rows)]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    groups = [{rows[0]}]
    for row, gap in zip(rows[1:], gaps, strict=True):
        if gap > _APART * usual:
            groups.append(set())
        groups[-1].add(row)
    return groups


def _fills(column: Sequence[PrintedLine]) -> bool:
    """Whether most lines of a column reach its margin, as running text does."""
    width = max(line.right for line in column) - min(line.left for line in column)
    return median(line.right - line.left for line in column) >= _FULL * width


def _runs_to_left(page: Sequence[PrintedLine]) -> bool:
    text = "".join(line.text for line in page)
    return len(_RIGHT_TO_LEFT.findall(text)) * 2 > sum(letter.isalpha() for letter in text)


def _whole(page: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Joins the pieces of one line that still stand side by side."""
    whole: list[PrintedLine] = []
    for line in page:
        if whole and whole[-1].row == line.row:
            before = whole[-1]
            whole[-1] = PrintedLine(
                f"{before.text} {line.text}", min(before.left, line.left), max(before.right, line.right),
                max(before.top, line.top), min(before.bottom, line.bottom), before.size, line.row,
                before.apart,
            )  # fmt: skip
        else:
            whole.append(line)
    return whole
