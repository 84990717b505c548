"""A comparison as one self-contained HTML page: no request leaves it, and only its own script runs.

In: a comparison. Out: the text of the page. Policy text passes through jinja2's autoescape and through
`characters.visible`, nothing else; the one style sheet and the one script are allowed by their hashes in the
page's own Content Security Policy (https://www.w3.org/TR/CSP3/), and everything else is forbidden there. The
script adds convenience (side by side, search, keys); without it everything can still be read.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from policydiff import __version__
from policydiff.report import (
    change_text,
    citations,
    document_text,
    figures,
    finding_cards,
    link_text,
    punctuation,
    wording,
)
from policydiff.report.anchors import anchors
from policydiff.report.characters import clipped, followed, visible
from policydiff.report.comparison_parts import ComparisonParts
from policydiff.report.lede_marks import marked_quotes
from policydiff.report.marked_text import (
    both_texts,
    clauses,
    excerpt,
    in_line,
    paragraphs,
    rewritten,
    spaced,
    tight,
)
from policydiff.report.numbered_changes import (
    MOST_LINKS,
    NumberedChange,
    section,
    sections,
    shown_links,
)
from policydiff.report.page_parts import PagePart, list_parts, text_parts
from policydiff.report.reading_order import FoldedClauses, OpenClause
from policydiff.report.side_names import CaptureInfo, CapturePair, day, moment, shortened
from policydiff.report.table_rows import ChangedClause, FoldedRows, TableRow, in_rows, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import (
        Between,
        Change,
        ChangePlaces,
        Clause,
        Comparison,
        Document,
        LinkChange,
        StatedDate,
        Verdict,
    )
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.marked_text import MarkedText, MovedMark
    from policydiff.report.numbered_changes import ChangedSection

_SYMBOLS = {
    "added": "+", "removed": "−", "reworded": "±", "moved": "↕", "moved-reworded": "↕", "split": "¶",
    "merged": "¶", "link": "↗",
}  # fmt: skip
_DEEPEST = 6


def html(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    between: Between | None = None,
    parts: ComparisonParts | None = None,
) -> str:
    """The comparison as the text of one HTML page.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between both captures.
        parts: its parts, where somebody has found them already, for another output.
    """
    parts = parts or ComparisonParts(comparison, sides, between)
    counted = figures.figures(comparison)
    style, script = own_file("page.css"), own_file("page.js")
    return (
        environment()
        .get_template("page.html")
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=hashed(style),
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=hashed(script),
            version=__version__,
            comparison=comparison,
            title=parts.about.named,
            states=_states,
            page_title=f"{parts.about.named}: {_OUTCOMES[comparison.verdict]}",
            lede=parts.beginning,
            verdict=wording.VERDICTS[comparison.verdict],
            reasons=parts.reasons,
            comparable=comparison.comparable,
            figures=figures.spoken_lines(counted),
            counted=counted,
            sides=tuple(_described(comparison, sides)),
            entries=parts.changes,
            outline=_outline(parts.worded),
            worded=list_parts(parts.worded, len(parts.changes)),
            unworded=list_parts(sections(comparison, parts.unworded), len(parts.changes)),
            text=text_parts(laid_out(comparison, parts.changes), len(parts.changes)),
            substance=finding_cards.by_rank(parts.cards),
            punctuation=[
                (punctuation.old_side(edits), punctuation.new_side(edits)) for edits in parts.retouched
            ],
            cited=_cited(parts),
            limits=wording.LIMITS,
            new_language=comparison.new.language,
            old_language=comparison.old.language,
            texts=document_text,
            words_heading=wording.WORDS,
            substance_heading=finding_cards.HEADING,
            view=_View(comparison, parts.changes, parts.moved, _anchors(parts)),
        )
    )


def _cited(parts: ComparisonParts) -> list[tuple[str, citations.Citation, tuple[str, ...]]]:
    """For each side: its name, the citation to copy and how to verify it."""
    sides = parts.sides
    return [
        (which, citations.citation(parts.comparison, sides, which, parts.about), citations.verification(side))
        for which, side in (("old", sides.old), ("new", sides.new))
    ]


_OUTCOMES: Mapping[Verdict, str] = {
    "identical": "nothing changed",
    "cosmetic": "no word changed",
    "editorial": "reworded",
    "substantive": "what changed",
    "other-variant": "two variants",
    "broken-capture": "a broken capture",
}


class _OutlineLine(NamedTuple):
    """One section in the outline."""

    path: tuple[str, ...]
    first: int
    """Number of its first change."""
    counted: str
    """How many changes of which kind it has."""


def _outline(found: Sequence[ChangedSection]) -> tuple[_OutlineLine, ...]:
    lines = []
    for one in found:
        changes = [each for line in one.lines for each in (line.entry, *line.twins)]
        kinds = Counter(wording.LABELS[each.kind].lower() for each in changes)
        counted = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
        lines.append(_OutlineLine(one.path, min(each.number for each in changes), counted))
    return tuple(lines)


class _Anchors(NamedTuple):
    """The anchors of changes and findings, by number. They are made of content, so that a link survives a
    rerun."""

    changes: Mapping[int, str]
    findings: Mapping[int, str]


def _anchors(parts: ComparisonParts) -> _Anchors:
    changes = anchors("c", (_texts(parts.comparison, entry) for entry in parts.changes))
    shown = [one for card in parts.cards for one in card.findings]
    quotes = (
        (one.finding.category, *(quote.text if quote else "" for quote in (one.finding.old, one.finding.new)))
        for one in shown
    )
    findings = anchors("f", quotes)
    return _Anchors(
        {entry.number: anchor for entry, anchor in zip(parts.changes, changes, strict=True)},
        {one.number: anchor for one, anchor in zip(shown, findings, strict=True)},
    )


def _texts(comparison: Comparison, entry: NumberedChange) -> Iterator[str]:
    for change in entry.changes:
        yield from (comparison.old.clauses[place].text for place in change.old)
        yield "→"
        yield from (comparison.new.clauses[place].text for place in change.new)


def hashed(text: str) -> str:
    """The SHA-256 of a text as a Content Security Policy names it."""
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def environment() -> Environment:
    """Our templates. Their values are escaped unless they are our own markup."""
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
        "set_as": _set_as, "level": _level,
    }  # fmt: skip
    return environment


@lru_cache(maxsize=64)
def own_file(name: str) -> str:
    """The text of a style sheet or a script beside the templates."""
    return files("policydiff.report").joinpath("templates", name).read_text("utf-8")


def _states(stated: StatedDate, version: str) -> str:
    """The date that a side states, in our words; "" if the heading, or its own words in English, say it
    already."""
    date = f"{stated.role} {day(stated.day)}"
    _, month, year = day(stated.day).split()
    in_english = year in stated.text and month[:3] in stated.text
    return "" if in_english or version[:1].lower() + version[1:] == date else f"{date} "


def _undated(document: Document) -> str:
    return "Several dates stated" if document.dates or document.unsure_dates else "No date stated"


@dataclass(frozen=True, slots=True)
class _Described:
    """One side as the head of the page and its evidence show it."""

    which: str
    side: CaptureInfo
    document: Document
    title: str
    """Its title, "" if it is that of the page."""
    version: str
    """What tells this version from others, as a heading: a date."""
    short: str
    """The name of its file, with no more folders than tell the two sides apart."""
    moment: str
    address: str


def _described(comparison: Comparison, sides: CapturePair) -> Iterator[_Described]:
    short = shortened(sides)
    for which, document, side, named in (
        ("old", comparison.old, sides.old, short.old),
        ("new", comparison.new, sides.new, short.new),
    ):
        version = document_text.version(document, side)
        yield _Described(
            which,
            side,
            document,
            document_text.own_title(comparison, document),
            version[:1].upper() + version[1:] or _undated(document),
            document_text.name(named, ""),
            moment(side),
            document_text.address(document, side),
        )


def _set_as(clause: Clause) -> str:
    """The class names of a clause: its kind and, in a list, how deep it stands."""
    return f"item deep{min(max(clause.depth, 1), 4)}" if clause.kind == "item" else clause.kind


def _level(clause: Clause) -> int:
    """The level of a heading of the policy below those of the report."""
    return min(3 + len(section(clause)), _DEEPEST)


def kinds(found: Iterable[object]) -> list[tuple[str, Any]]:
    """Each block with the name of its kind."""
    return [(type(block).__name__.lower(), block) for block in found]


@dataclass(frozen=True, slots=True)
class _View:
    """Gives the template the texts of one entry or clause at a time."""

    comparison: Comparison
    entries: Sequence[NumberedChange]
    moved: Mapping[ChangePlaces, tuple[MovedMark, ...]]
    """The words of changes that moved, by the places of the changes."""
    anchors: _Anchors
    most_links: int = MOST_LINKS
    """Most links of one entry that are shown."""

    @property
    def last(self) -> int:
        """Number of the last change."""
        return len(self.entries)

    def anchor(self, number: int) -> str:
        """The anchor of the change with a number."""
        return self.anchors.changes[number]

    def finding_anchor(self, number: int) -> str:
        """The anchor of the finding with a number."""
        return self.anchors.findings[number]

    def part(self, part: PagePart[Any]) -> str:
        """The name of one part of a page of very many changes."""
        if not part.first:
            return "Nothing changed"
        section = self.where(self.entries[part.first - 1].section)
        return f"Changes {part.first:,} to {part.last:,}" + (f", from {section} on" if section else "")

    def marked_quotes(self, point: LedePoint) -> tuple[MarkedText, ...]:
        """The words of each quote of a point of the lede, with what came and went marked."""
        return marked_quotes(point)

    def symbol(self, entry: NumberedChange) -> str:
        return _SYMBOLS[entry.kind]

    def label(self, entry: NumberedChange) -> str:
        return wording.LABELS[entry.kind]

    def gist(self, entry: NumberedChange) -> MarkedText:
        """One line of an entry for the list of changes."""
        if entry.kind == "link":
            return spaced(link_text.link_gist(entry.links[0]))
        return self.gist_of(entry.changes[0])

    def gist_of(self, change: Change) -> MarkedText:
        """One line of a change."""
        return spaced(excerpt(in_line(paragraphs(self.comparison, change))))

    def passages(self, entry: NumberedChange) -> tuple[tuple[str, int], ...]:
        """Which words of an entry only moved, and from or to which other entry."""
        return change_text.passages(entry, self.moved)

    def others(self, entry: NumberedChange) -> str:
        """How much more than its first clause an entry holds."""
        return change_text.others(entry)

    def in_table(self, entry: NumberedChange) -> str:
        """Where in a table an entry stands."""
        return change_text.in_table(entry)

    def kinds(self, found: Iterable[object]) -> list[tuple[str, Any]]:
        """Each block with the name of its kind."""
        return kinds(found)

    def pieces(self, changes: Sequence[Change], *, rows: bool) -> list[tuple[str, Any]]:
        """The paragraphs of changes, each with the clause that determines its style; in their rows if they
        are in a table."""
        found: list[ChangedClause] = []
        for change in changes:
            of = clauses(self.comparison, change)
            if rewritten(change):
                before, now = (
                    tight(side) for side in both_texts(change.edits, self.moved.get(change.places, ()))
                )
                old = self.comparison.old.clauses[change.old[0]]
                found += [
                    ChangedClause(old, before, removed=True, which="Before"),
                    ChangedClause(of[0], now, False, "Now"),
                ]
                continue
            for place, paragraph in enumerate(
                paragraphs(self.comparison, change, self.moved.get(change.places, ()))
            ):
                clause = of[min(place, len(of) - 1)]
                found.append(ChangedClause(clause, spaced(paragraph), not change.new))
        return kinds(in_rows(found) if rows else found)

    def folded(self, folded: FoldedClauses) -> list[tuple[str, Any]]:
        """The clauses of a fold, those of a table in its rows."""
        return kinds(in_rows(OpenClause(clause) for clause in folded.clauses))

    def rows(self, folded: FoldedRows) -> str:
        """The summary of folded rows."""
        shown = [clipped(visible(row.gist), 40) for row in folded.rows[:3]]
        left = len(folded.rows) - 3
        return " · ".join([*shown, wording.count(left, "more row")] if left > 0 else shown)

    def announced(self, row: TableRow) -> str:
        """What to say above a row of the group and the label that it does not show."""
        return change_text.place([label for label in (row.group, row.label) if label], 70)

    def links(self, changes: Sequence[Change]) -> tuple[LinkChange, ...]:
        """The link changes of some changes that are reported."""
        return shown_links(changes)

    def sides(self, link: LinkChange, entry: NumberedChange) -> tuple[link_text.LinkSide, ...]:
        """Where a link led and leads."""
        return link_text.link_sides(link, entry.kind)

    def divided(self, entry: NumberedChange) -> str:
        """How an entry's clauses were divided otherwise, "" if they were not."""
        if entry.kind not in ("split", "merged"):
            return ""
        return change_text.divided(self.comparison, entry.changes[0])

    def origin(self, entry: NumberedChange) -> str:
        """Where an entry was moved from."""
        return change_text.moved_from(self.comparison, entry)

    def left(self, entry: NumberedChange) -> str:
        """The text at the old place of an entry."""
        return change_text.moved_to(self.comparison, entry)

    def where(self, path: tuple[str, ...]) -> str:
        """The name of a section."""
        return change_text.where(self.comparison, path)

    def summary(self, folded: FoldedClauses) -> str:
        """The summary of a fold."""
        headings = list(dict.fromkeys(c.text for c in folded.clauses if c.kind == "heading"))
        shown = [clipped(visible(text), 60) for text in headings[:3]]
        if not shown:
            return clipped(visible(folded.clauses[0].text), 90)
        return " · ".join(shown) + (
            f" · {wording.count(len(headings) - 3, 'more section')}" if len(headings) > 3 else ""
        )

    def only_punctuation(self, number: int) -> str:
        """How many clauses differ only in punctuation, as words."""
        return figures.only_punctuation(number)

    def count(self, number: int, noun: str) -> str:
        """A number with its noun."""
        return wording.count(number, noun)
