"""A page as a policy: a Document of clauses, with the page's data about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - values are read back by the types of their fields
from typing import Literal

from policydiff.models.reasons import GOOD, Language, Quality

ClauseKind = Literal["heading", "paragraph", "item"]
DateRole = Literal["effective", "updated"]


MASKED_MAIL_PATH = "/cdn-cgi/l/email-protection"
"""Part of where a link leads behind which a content delivery network hides an e-mail address, at every visit
another one."""


# These are not frozen: a page has hundreds, and a frozen one takes three to five times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Link:
    """A link inside a clause. Nothing changes it once it is made."""

    text: str
    """The anchor text as a reader sees it."""
    target: str
    """Canonical address: absolute where the page's address is known, redirect wrappers opened,
    tracking parameters dropped."""
    start: int
    """Offset of the anchor text in the clause's text, in characters."""

    @property
    def end(self) -> int:
        """Offset just after the anchor text."""
        return self.start + len(self.text)


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """Where in a table a clause stands. Nothing changes it once it is made."""

    table: int
    """Number of the table in the document, from 0."""
    row: int
    """Row of the table, from 0, the heading rows included."""
    column: int
    """Column of the table, from 0; a cell over several columns has the first."""
    row_label: str = ""
    """Text of the first cell of the row, "" in that cell itself."""
    row_group: str = ""
    """Text of the heading row that spans the table above this row, or of the first cell that spans
    several rows; "" if there is none."""
    column_heading: str = ""
    """Text of the heading cell of the column, "" in that cell itself."""


REQUIRED = "✱"
"""The mark in the text of a clause after the name of a field that must be filled in."""
TICKED, EMPTY = "☑", "☐"
"""The marks in the text of a clause before the words of a box: ticked, or not."""


@dataclass(slots=True, unsafe_hash=True)
class Clause:
    """The smallest unit that is aligned: a heading, a paragraph, a list item, or one such piece of a
    table cell. Nothing changes it once it is made."""

    kind: ClauseKind
    text: str
    """What a reader sees, on one line, without the list marker: never empty."""
    path: tuple[str, ...] = ()
    """The headings above, outermost first; in tables then row group, row label and column heading,
    those that exist."""
    depth: int = 0
    """Of a heading its level (1 to 6), of a list item its nesting (1 is the outer list), else 0."""
    marker: str = ""
    """The number of an ordered list's item ("1.", "b)") as shown, "" elsewhere."""
    links: tuple[Link, ...] = ()
    cell: Cell | None = None
    announcement: bool = False
    """Whether it is not part of the document itself but of a strip, banner or dialog that announces a change
    of it."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that the page states of itself."""

    role: DateRole
    """The kind of date by the page's own words: "effective" (in force from) or "updated" (last revised)."""
    day: date
    text: str
    """The words that state it, as printed."""
    clause: int = 0
    """Place of the clause that prints it."""


@dataclass(frozen=True, slots=True)
class UnsureDate:
    """A date that the page states of itself and that may be one of several days.

    Only its month is printed, or figures in an unknown order (03/04/2025), or a day of a calendar in which
    months begin when the moon is seen.
    """

    role: DateRole
    first: date
    """The first day that it may be."""
    last: date
    """The last one."""
    text: str
    """The date as printed."""
    clause: int = 0
    """Place of the clause that prints it."""
    readings: tuple[date, date] | None = None
    """Of figures in an unknown order: the date if the day comes first, and the date if the month does."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the page that is not policy text, and the rule that says so."""

    rule: str
    text: str
    """The words left out, on one line."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as a policy: clauses in reading order, and what the page says about itself."""

    clauses: tuple[Clause, ...]
    title: str = ""
    language: Language = ""
    language_reason: str = ""
    """How the language was found: "declared", "function words", "declared and function words"..."""
    dates: tuple[StatedDate, ...] = ()
    unsure_dates: tuple[UnsureDate, ...] = ()
    day_first: bool | None = None
    """Whether the day comes first in dates that the page writes in figures; None if nothing shows it."""
    quality: Quality = GOOD
    left_out: tuple[LeftOut, ...] = ()
    """Of a page filled only when asked for (`explain`); of a recorded text the lines around it, each by
    itself, and the hints of its links."""
    url: str = ""
    media_type: str = ""
    """The type that was read: "text/html", "text/markdown", "text/plain", or that of a PDF, document or
    e-mail."""
    charset: str = ""
    charset_reason: str = ""
    sha256: str = ""
    """Of the bytes as received, in hexadecimal."""
    size: int = 0
    """Of the bytes as received."""
    normaliser: str = ""
    """Version of the normaliser that made this document."""

    @property
    def text(self) -> str:
        """What a reader sees, one clause a line, without link targets, nothing masked."""
        return "\n".join(
            [f"{clause.marker} {clause.text}" if clause.marker else clause.text for clause in self.clauses]
        )


@dataclass(frozen=True, slots=True)
class PageField:
    """A field of a form that a visitor fills in or chooses."""

    name: str
    """Its name: its label, else its placeholder, else its `name` in the page."""
    kind: str
    """Its type ("text", "email", "file", "checkbox"), "textarea" or "select"."""
    required: bool = False
    """Whether the page says that it must be filled in: by an attribute, a star or a word."""


@dataclass(frozen=True, slots=True)
class PageForm:
    """A form of a page, or the fields that stand in none."""

    fields: tuple[PageField, ...]
    """In the order of the page, without hidden ones and buttons."""
    buttons: tuple[str, ...] = ()
    """The words on its buttons."""
    action: str = ""
    """The address that it would be sent to; "" for the page itself or a script."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose document a text is, and which one, as far as the text shows it."""

    title: str = ""
    kinds: tuple[str, ...] = ()
    """Its kinds by its name: "privacy", "cookies", "terms"; two if the name has two."""
    audience: tuple[str, ...] = ()
    """Its audience, if it is not for everybody: "applicants", "children"."""
    company: str = ""
    """The legal entity it names most often, without its legal form."""
    party: str = ""
    """The legal entity that the text calls “we”, with its legal form: "Lumora (Europe) S.A."."""
    names: tuple[str, ...] = ()
    """The words, in lower case, that name whose document it is: the strongest first."""
    mentions: frozenset[str] = frozenset()
    """All words in it that name a company or person."""
    often: frozenset[str] = frozenset()
    """Those of them that are frequent, or are called an earlier name of the company."""
    on_subject: bool = False
    """Whether its text is about the subject that its name gives."""
    ended: bool = True
    """Whether its last sentence has an end, as far as that can be seen."""
    day: date | None = None
    """The latest date that it states of itself."""
    words: int = 0
    """Approximate number of words."""
