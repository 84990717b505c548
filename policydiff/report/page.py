"""A comparison as one HTML page that needs nothing else: no request leaves it, no script runs in it.

In: a comparison. Out: the text of the page. Policy text passes through jinja2's autoescape and through
`characters.visible`, nothing else; the one style sheet is allowed by its hash in the page's own
Content Security Policy (https://www.w3.org/TR/CSP3/), and everything else is forbidden there.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from policydiff import __version__
from policydiff.report import passages, signs, story, substance
from policydiff.report.characters import clipped, followed, visible
from policydiff.report.entries import MOST_LINKS, Entry, entries, section, sections, told_links
from policydiff.report.flow import Folded, Shown
from policydiff.report.marks import apart, beside, clauses, excerpt, in_line, paragraphs, rewritten, tight
from policydiff.report.sides import Side, Sides, day, moment, shortened
from policydiff.report.tables import FoldedRows, Piece, Row, in_rows, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Change, Clause, Comparison, Document, LinkChange
    from policydiff.report.marks import Mark, Paragraph

_SYMBOLS = {
    "added": "+", "removed": "−", "reworded": "±", "moved": "↕", "moved-reworded": "↕", "split": "¶",
    "merged": "¶", "link": "↗",
}  # fmt: skip
_DEEPEST = 6


def html(comparison: Comparison, *, sides: Sides = Sides()) -> str:  # noqa: B008 - a frozen value
    """The comparison as the text of one HTML page.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
    """
    found = entries(comparison)
    comparable = comparison.verdict not in story.INCOMPARABLE
    told = substance.told(comparison, sides, found) if comparable else ()
    style = _style()
    return (
        _environment()
        .get_template("page.html")
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            version=__version__,
            comparison=comparison,
            title=story.title(comparison),
            headline=story.headline(comparison),
            reasons=story.further_reasons(comparison, sides),
            comparable=comparable,
            figures=story.figure_lines(comparison),
            counted=story.figures(comparison),
            sides=tuple(_described(comparison, sides)),
            entries=found,
            worded=sections(comparison, [entry for entry in found if entry.matters]),
            unworded=sections(comparison, [entry for entry in found if not entry.matters]),
            flow=_kinds(laid_out(comparison, found)),
            substance=substance.grouped(told),
            themes=substance.themes(told),
            theme_headings=substance.THEMES,
            by_matter=substance.by_matter,
            signs=[(signs.old_side(edits), signs.new_side(edits)) for edits in signs.signs(comparison)],
            limits=story.LIMITS,
            new_language=comparison.new.language,
            old_language=comparison.old.language,
            story=story,
            substance_heading=substance.HEADING,
            open_reading=substance.OPEN_READING,
            view=_View(comparison, len(found), passages.marks(comparison, found)),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("policydiff.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "visible": visible, "clipped": clipped, "followed": followed, "day": day,
    }  # fmt: skip
    return environment


@cache
def _style() -> str:
    return files("policydiff.report").joinpath("templates", "page.css").read_text("utf-8")


def _undated(document: Document) -> str:
    return "Several dates stated" if document.dates or document.unsure_dates else "No date stated"


@dataclass(frozen=True, slots=True)
class _Described:
    """One side as the head of the page and its evidence show it."""

    which: str
    side: Side
    document: Document
    title: str
    """Its title, "" where it is that of the page."""
    version: str
    """What tells it from other versions, as a heading."""
    short: str
    """The name of its file, with no more folders than tell the two sides apart."""
    moment: str
    address: str


def _described(comparison: Comparison, sides: Sides) -> Iterator[_Described]:
    short = shortened(sides)
    for which, document, side, named in (
        ("old", comparison.old, sides.old, short.old),
        ("new", comparison.new, sides.new, short.new),
    ):
        version = story.version(document, side)
        yield _Described(
            which,
            side,
            document,
            story.own_title(comparison, document),
            version[:1].upper() + version[1:] or _undated(document),
            story.name(named, ""),
            moment(side),
            story.address(document, side),
        )


def _kinds(found: Iterable[object]) -> list[tuple[str, Any]]:
    """Each block with the name of its kind."""
    return [(type(block).__name__.lower(), block) for block in found]


@dataclass(frozen=True, slots=True)
class _View:
    """What the template asks about one entry or clause at a time."""

    comparison: Comparison
    last: int
    """Number of the last entry."""
    moved: Mapping[int, tuple[Mark, ...]]
    """The words of changes that moved, by the ids of the changes."""
    most_links: int = MOST_LINKS
    """Links of one entry that are told."""

    def symbol(self, entry: Entry) -> str:
        return _SYMBOLS[entry.kind]

    def label(self, entry: Entry) -> str:
        return story.LABELS[entry.kind]

    def gist(self, entry: Entry) -> Paragraph:
        """One line of an entry for the list of changes."""
        if entry.kind == "link":
            return apart(story.link_gist(entry.links[0]))
        return self.gist_of(entry.changes[0])

    def gist_of(self, change: Change) -> Paragraph:
        """One line of a change."""
        return apart(excerpt(in_line(paragraphs(self.comparison, change))))

    def passages(self, entry: Entry) -> tuple[tuple[str, int], ...]:
        """Which words of an entry only moved, and from or to which other entry."""
        return story.passages(entry, self.moved)

    def others(self, entry: Entry) -> str:
        """How much more than its first clause an entry holds."""
        return story.others(entry)

    def in_table(self, entry: Entry) -> str:
        """Where in a table an entry stands."""
        return story.in_table(entry)

    def kinds(self, found: Iterable[object]) -> list[tuple[str, Any]]:
        """Each block with the name of its kind."""
        return _kinds(found)

    def pieces(self, changes: Sequence[Change], *, rows: bool) -> list[tuple[str, Any]]:
        """The paragraphs of changes, each with the clause that tells how it is set; where they may stand in
        several rows of a table, in these rows."""
        found: list[Piece] = []
        for change in changes:
            of = clauses(self.comparison, change)
            if rewritten(change):
                before, now = (tight(side) for side in beside(change, self.moved.get(id(change), ())))
                old = self.comparison.old.clauses[change.old[0]]
                found += [Piece(old, before, removed=True, which="Before"), Piece(of[0], now, False, "Now")]
                continue
            for place, paragraph in enumerate(
                paragraphs(self.comparison, change, self.moved.get(id(change), ()))
            ):
                clause = of[min(place, len(of) - 1)]
                found.append(Piece(clause, apart(paragraph), not change.new))
        return _kinds(in_rows(found) if rows else found)

    def folded(self, folded: Folded) -> list[tuple[str, Any]]:
        """The clauses of a fold, those of a table in its rows."""
        return _kinds(in_rows(Shown(clause) for clause in folded.clauses))

    def rows(self, folded: FoldedRows) -> str:
        """What a reader may expect inside folded rows."""
        shown = [clipped(visible(row.gist), 40) for row in folded.rows[:3]]
        left = len(folded.rows) - 3
        return " · ".join([*shown, story.count(left, "more row")] if left > 0 else shown)

    def announced(self, row: Row) -> str:
        """What to say above a row of the group and the label that it does not show."""
        return story.place([label for label in (row.group, row.label) if label], 70)

    def links(self, changes: Sequence[Change]) -> tuple[LinkChange, ...]:
        """The link changes of some changes that are told."""
        return told_links(changes)

    def sides(self, link: LinkChange, entry: Entry) -> tuple[story.LinkSide, ...]:
        """Where a link led and leads."""
        return story.link_sides(link, entry.kind)

    def divided(self, entry: Entry) -> str:
        """How an entry's clauses were divided otherwise, "" where they were not."""
        if entry.kind not in ("split", "merged"):
            return ""
        return story.divided(self.comparison, entry.changes[0])

    def origin(self, entry: Entry) -> str:
        """Where an entry was moved from."""
        return story.moved_from(self.comparison, entry)

    def left(self, entry: Entry) -> str:
        """What is told at the old place of an entry."""
        return story.moved_to(self.comparison, entry)

    def where(self, path: tuple[str, ...]) -> str:
        """A section as a reader calls it."""
        return story.where(self.comparison, path)

    def set_as(self, clause: Clause) -> str:
        """The class names that set a clause: its kind and, in a list, how deep it stands."""
        return f"item deep{min(max(clause.depth, 1), 4)}" if clause.kind == "item" else clause.kind

    def level(self, clause: Clause) -> int:
        """The level of a heading of the policy below those of the report."""
        return min(3 + len(section(clause)), _DEEPEST)

    def summary(self, folded: Folded) -> str:
        """What a reader may expect inside a fold."""
        headings = list(dict.fromkeys(c.text for c in folded.clauses if c.kind == "heading"))
        shown = [clipped(visible(text), 60) for text in headings[:3]]
        if not shown:
            return clipped(visible(folded.clauses[0].text), 90)
        return " · ".join(shown) + (
            f" · {story.count(len(headings) - 3, 'more section')}" if len(headings) > 3 else ""
        )

    def only_punctuation(self, number: int) -> str:
        """How many clauses differ in nothing but signs."""
        return story.only_punctuation(number)

    def count(self, number: int, noun: str) -> str:
        """A number with its noun."""
        return story.count(number, noun)
