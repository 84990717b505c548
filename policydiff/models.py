"""Every value that passes between the stages, in the order in which a page meets them.

Values only: frozen, comparable, without behaviour beyond what can be read off their own fields.
This module imports nothing of ours. The two sides of a comparison are always `old` and `new`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - values are read back by the types of their fields
from typing import Literal

Language = str
"""An ISO 639-1 code ("en", "fr"), or "" where the language is not known."""

QualityLevel = Literal["good", "suspect", "bad"]
ClauseKind = Literal["heading", "paragraph", "item"]
DateRole = Literal["effective", "updated"]
ChangeKind = Literal[
    "unchanged", "added", "removed", "reworded", "moved", "moved-reworded", "split", "merged"
]
EditOperation = Literal["equal", "delete", "insert"]
Verdict = Literal["identical", "cosmetic", "editorial", "substantive", "other-variant", "broken-capture"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: a stable code for programs, a sentence for people."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Quality:
    """Whether this is a good capture of a policy, judged from the page alone."""

    level: QualityLevel = "good"
    reasons: tuple[Reason, ...] = ()
    """Empty when good."""


# --- fetch and archive: Source -> Capture -> Snapshot --------------------------------------------

How = Literal["http", "browser", "wayback", "warc", "ota", "file", "platform"]
"""How a capture was obtained: "ota" is a git repository of Open Terms Archive, "platform" the list in which a
platform publishes the earlier versions of its own document, under dates that only it vouches for."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an archive follows: one document of one platform, as declared in sources.toml."""

    platform: str
    """Name in the archive: lower case letters, digits and hyphens ("instagram")."""
    document: str
    """Likewise ("privacy-policy")."""
    urls: tuple[str, ...]
    """One address, or several that make up one document, in reading order."""
    variant: str = ""
    """Region, language or test group that makes a series of its own ("eu"), "" where there is one."""
    terms_type: str = ""
    """Type of document in the vocabulary of Open Terms Archive ("Privacy Policy")."""
    region: str = ""
    language: Language = ""
    selectors: tuple[str, ...] = ()
    """CSS selectors of the policy's part of the page; none needed, a hint where given."""
    headers: tuple[tuple[str, str], ...] = ()
    """Request headers beside our own."""
    how: Literal["auto", "http", "browser"] = "auto"
    """How to get it; "auto": by a browser where the page is none without one."""
    proxy_variable: str = ""
    """Name of the environment variable that holds the proxy's address."""
    keep_screenshot: bool = False
    """Whether a picture of the page is kept with each of its captures by a browser."""
    robots: Literal["obey", "ignore"] = "obey"
    """Whether robots.txt is heard; a choice of the one who follows, recorded with every capture."""
    keep: Literal["visible", "all"] = "visible"
    """Which bodies the archive keeps: those of which `compare` tells something, or each distinct one."""

    @property
    def name(self) -> str:
        """The reference of the series: "platform/document" or "platform/document@variant"."""
        return f"{self.platform}/{self.document}" + (f"@{self.variant}" if self.variant else "")


PUBLIC_HEADERS = frozenset(
    (
        "accept accept-charset accept-encoding accept-language cache-control connection dnt host "
        "if-modified-since if-none-match pragma save-data sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform "
        "sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-gpc upgrade-insecure-requests "
        "user-agent"
    ).split()
)
"""Request headers, in small letters, with whose values nobody proves anything. Any other may hold a secret:
it goes to nobody but the address it is meant for, and an archive, which may be public, keeps the name."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """One hop on the way to a page."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Accompanying:
    """What is kept beside a capture that a browser made: the answer as it came, a picture of the page."""

    kind: Literal["answer", "picture"]
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    """Of an answer, in the order received."""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer of one server, as received."""

    url: str
    """The address asked for."""
    at: datetime
    """When the answer was received, aware, UTC."""
    body: bytes
    how: How
    status: int = 0
    """HTTP status, 0 where there was none (a file, a git repository)."""
    final_url: str = ""
    """The address that answered, after redirects."""
    redirects: tuple[Redirect, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    """Response headers in the order received."""
    request_headers: tuple[tuple[str, str], ...] = ()
    ref: str = ""
    """The recorder's own id of this capture (a commit), "" where we are the recorder."""
    media_type: str = ""
    """What the recorder's file name says where no server spoke ("text/markdown"), else ""."""
    details: tuple[tuple[str, str], ...] = ()
    """What else the archive keeps of where it came from, by name ("repository", "message")."""
    beside: tuple[Accompanying, ...] = ()
    """What is to be kept beside the body; an archive does not hand it out with the capture."""

    @property
    def content_type(self) -> str:
        """The Content-Type header; where there was none what the recorder's file name says, or "".

        Of several, as a proxy in front of a server leaves them, the one that names a charset.
        """
        declared = [value for name, value in self.headers if name.lower() == "content-type"]
        with_charset = (value for value in declared if "charset" in value.lower())
        return next(with_charset, declared[0] if declared else self.media_type)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes of a page came from, so that a reader can find them and credit who recorded them."""

    how: How | Literal[""] = ""
    """How they were obtained, "" where nobody noted it."""
    recorder: str = ""
    """Who recorded them, where that was not the archive's own fetch."""
    collection: str = ""
    """Where the recorder keeps them: the address or name of a repository."""
    ref: str = ""
    """The recorder's own id: a commit, an address of the Wayback Machine."""
    snapshot: str = ""
    """Address of the page as the recorder received it, where these bytes are text made of it."""
    licence: str = ""
    """Under which the recorder publishes them."""


NOT_NOTED = Provenance()
"""Of bytes of which nobody noted where they came from."""


What = Literal["new", "unchanged", "returned", "suspect", "failed"]
"""What a check found: `new` text; the same as before; the text of an earlier snapshot again; a page
that is no good capture and so never follows a good one; nothing at all."""


@dataclass(frozen=True, slots=True)
class RememberedCapture:
    """What an observation remembers of one capture, kept or not."""

    url: str
    status: int = 0
    final_url: str = ""
    """The address that answered, "" where it is `url`."""
    redirects: tuple[Redirect, ...] = ()
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    """Of the body as received, "" where none came (a failure, 304 Not Modified)."""
    size: int = 0
    """Of the body as received."""
    file: str = ""
    """Name of the file that holds the body, "" where this body is not kept."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One check of one source: a line of observations.jsonl."""

    series: str
    """"platform/document" or "platform/document@variant"."""
    at: datetime
    """When the page was seen, aware, UTC."""
    what: What
    number: int = 0
    """Place of the line in observations.jsonl, from 1."""
    snapshot: str = ""
    """Id of the snapshot that was seen, "" where the check failed."""
    how: How = "http"
    ref: str = ""
    """The recorder's own id (a commit), "" where we are the recorder."""
    technical: bool = False
    """Whether the recorder changed the text (its filter, its declaration), not the platform."""
    since: datetime | None = None
    """From when it counts, where that is not `at`: recorders keep an order of their own, in which a
    later record may bear an earlier date."""
    answers: tuple[RememberedCapture, ...] = ()
    """One for each address, in the order of the source."""
    stored: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each file that was stored with this line."""
    sidecar: str = ""
    """SHA-256 of the snapshot's JSON file, "" where this line stored no snapshot."""
    text: str = ""
    """SHA-256 of the visible text, "" where it was not asked for."""
    normaliser: str = ""
    """Version of the normaliser that found the visible text."""
    quality: Quality = Quality()
    kind: str = ""
    """Of a failure: a stable code ("timeout", "robots", "status")."""
    problem: str = ""
    """Of a failure: one sentence."""
    retry_at: datetime | None = None
    """Of a failure: when the server asks to be asked again, None where it did not say."""
    tool: str = ""
    """Name and version of the program that wrote the line."""

    @property
    def counts_from(self) -> datetime:
        """The moment by which observations of a series are ordered."""
        return self.since or self.at


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A stretch of time in which a page was seen with one text, and the bytes kept of it.

    A text that goes away and comes back has two stretches with the same `id`.
    """

    series: str
    id: str
    """Name of its files without the ending: the time of the capture ("2024-06-26T101502Z")."""
    at: datetime
    """When it was first seen in this stretch."""
    since: datetime
    """From when it counts: `at`, but never before the snapshot it follows at its recorder."""
    seen_until: datetime
    """When it was last seen in this stretch."""
    answers: tuple[RememberedCapture, ...]
    """One for each body, with the name of its file, in the order of the source."""
    how: How = "http"
    ref: str = ""
    technical: bool = False
    """Whether the recorder's change, not the platform's, began this stretch."""
    quality: Quality = Quality()

    @property
    def reference(self) -> str:
        """How to name it on the command line: "platform/document@2024-06-26T101502Z"."""
        return f"{self.series}@{self.id}"


@dataclass(frozen=True, slots=True)
class Between:
    """What an archive knows of the time between two captures of one document."""

    unchanged_until: datetime | None = None
    """When the old text was last seen before the new one, None where it was seen once."""
    captures: int = 0
    """Other captures between the two."""


# --- normalise: bytes -> Document ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a clause."""

    text: str
    """The anchor text as a reader sees it."""
    target: str
    """Canonical address: absolute where the page's address is known, redirect wrappers opened,
    tracking parameters dropped."""
    start: int
    """Offset of the anchor text in the clause's text, in characters."""

    @property
    def end(self) -> int:
        """Offset just behind the anchor text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a clause stands."""

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
    several rows; "" where there is none."""
    column_heading: str = ""
    """Text of the heading cell of the column, "" in that cell itself."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest unit that is aligned: a heading, a paragraph, a list item, or one such piece of a
    table cell."""

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
    """Whether it is no part of the document itself, but a strip, banner or dialog of the page that tells of a
    change of it."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that the page states of itself."""

    role: DateRole
    """What the page says it is: "effective" (in force from) or "updated" (last revised)."""
    day: date
    text: str
    """The words that state it, as printed."""
    clause: int = 0
    """Place of the clause that prints it."""


@dataclass(frozen=True, slots=True)
class UnsureDate:
    """A date that the page states of itself and that may be one of several days.

    Only its month is printed, or figures whose order nothing settles (03/04/2025), or a day of a calendar
    that goes by the moon as it is seen.
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
    """Of figures in an open order: the day if the day stands first, the day if the month does."""


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
    """Whether the day stands first where the page writes dates in figures, None where nothing shows it."""
    quality: Quality = Quality()
    left_out: tuple[LeftOut, ...] = ()
    """Filled only when asked for (`explain`)."""
    url: str = ""
    media_type: str = ""
    """What was read: "text/html", "text/markdown" or "text/plain"."""
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
            f"{clause.marker} {clause.text}" if clause.marker else clause.text for clause in self.clauses
        )


@dataclass(frozen=True, slots=True)
class PageField:
    """A field of a form that a visitor fills in or chooses."""

    name: str
    """What it is called: its label, else what stands in it, else its name in the page."""
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
    """Where it would be sent, "" for the page itself or a script."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose document a text is, and which of theirs, as far as the text says it."""

    title: str = ""
    kinds: tuple[str, ...] = ()
    """What it is by its name: "privacy", "cookies", "terms"; two where the name has two."""
    audience: tuple[str, ...] = ()
    """Whom it is for, where not for everybody: "applicants", "children"."""
    company: str = ""
    """The legal entity it names most often, without its legal form."""
    party: str = ""
    """The legal entity that the text calls “we”, with its legal form: "Lumora (Europe) S.A."."""
    names: tuple[str, ...] = ()
    """The words, in small letters, that name whose document it is: the strongest first."""
    mentions: frozenset[str] = frozenset()
    """The words that name anybody in it."""
    often: frozenset[str] = frozenset()
    """Those of them that are said often, or said to be a name that the company had."""
    on_subject: bool = False
    """Whether its text speaks of what such documents are called by."""
    ended: bool = True
    """Whether its last sentence has an end, as far as that can be seen."""
    day: date | None = None
    """The latest date that it states of itself."""
    words: int = 0
    """About how many it has."""


# --- diff: Document, Document -> DocumentDiff ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words that is on both sides, or on one.

    The `old` texts of all edits of a change, joined, are the texts of its old clauses joined by line
    breaks; the same holds for `new`. On an equal run the two may differ in what does not count
    (punctuation, capitals, white space, list numbers).
    """

    operation: EditOperation
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that came, went or leads elsewhere; of a clause that came or went, each of its links."""

    old: Link | None
    new: Link | None
    matters: bool
    """Whether it leads to something a reader's rights depend on; else it is noise."""
    reason: str
    """Why it matters or not, in a few words."""
    noise: bool = False
    """Whether both addresses lead to the same place: they differ in a token, a language or the like."""


@dataclass(frozen=True, slots=True)
class Change:
    """Aligned clauses of both sides and what became of them; also where nothing changed.

    `added` has no old clauses, `removed` no new ones; `split` and `merged` have more clauses on one side
    than on the other (one paragraph became three); all other kinds have one clause on each side.
    """

    kind: ChangeKind
    old: tuple[int, ...]
    """Places in `old.clauses`, ascending."""
    new: tuple[int, ...]
    """Places in `new.clauses`, ascending."""
    edits: tuple[Edit, ...] = ()
    """Word edits in reading order. Empty when every clause stands whole on one side (added, removed) or
    reads the same on both (unchanged, moved)."""
    links: tuple[LinkChange, ...] = ()

    @property
    def rewords(self) -> bool:
        """Whether words changed, apart from place, layout and links."""
        if not self.edits:
            return self.kind in ("added", "removed")
        return any(edit.operation != "equal" for edit in self.edits)


@dataclass(frozen=True, slots=True)
class DocumentDiff:
    """Every clause of both sides exactly once, in the order of the new document; what was removed
    stands behind the clause it followed in the old one."""

    changes: tuple[Change, ...]


# --- findings: DocumentDiff -> Comparison -------------------------------------------------------

Category = Literal[
    "legal-basis", "ai-training", "opt-out", "data-collection", "sharing", "purpose", "retention", "rights",
    "children", "transfers", "security", "controller-contact", "effective-date", "change-notice", "disputes",
]  # fmt: skip
Direction = Literal["added", "removed", "widened", "narrowed", "changed"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words on one side that a finding rests on."""

    text: str
    """A sentence, list item or piece of a table cell, as it stands in its clause."""
    clause: int
    """Place of the clause in its document."""
    start: int = 0
    """Offset of the words in the clause's text."""
    path: tuple[str, ...] = ()
    """The headings above, as the clause has them."""


@dataclass(frozen=True, slots=True)
class QuotedStatement:
    """One statement that a finding rests on, as each side has it; None where a side does not."""

    old: Quote | None
    new: Quote | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One change of substance, with the words that show it.

    Statements on one matter that point one way are one finding: a new section on a partner is told once, with
    what it says of the partner in five places.
    """

    category: Category
    detail: str
    """The matter in a few words: kinds of data, people, recipients."""
    direction: Direction
    """From the company's reach (widened: it may do more); for rights and opt-out from the person's."""
    importance: int
    """3 is a headline, 2 belongs in the article, 1 is for completeness."""
    importance_reason: str
    sentence: str
    """What changed, in one sentence that a reporter may quote: it says what the text says."""
    rule: str
    """Identifier of the rule that found it."""
    old: Quote | None = None
    """The words of all its statements that stand on the old side, a bullet between them; place and headings
    are those of the first."""
    new: Quote | None = None
    link_old: str = ""
    """Where a link led, when the target is the news."""
    link_new: str = ""
    open_reading: bool = False
    """Whether the words can be read another way."""
    statements: tuple[QuotedStatement, ...] = ()
    """Where it rests on several: each of them, first the most important one, which `sentence` tells."""


StanceKind = Literal["stated", "denied", "paused"]
"""Whether a text states something, rules it out ("we do not train"), or says that it stands still."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One statement of a text on one matter, without another text beside it."""

    category: Category
    kind: StanceKind
    quote: Quote
    points: tuple[str, ...] = ()
    """The rights, choices and legal bases it names, by names that are the same in every language
    ("deletion", "legitimate-interests")."""
    links: tuple[Link, ...] = ()
    """Links that begin within the quote."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, what changed between them, and one verdict."""

    old: Document
    new: Document
    diff: DocumentDiff
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """Why this verdict: never empty."""
    versions: tuple[tuple[str, str], ...] = ()
    """Names and versions of everything that had a say in the result."""
    findings: tuple[Finding, ...] = ()
    """What changed in substance, most important first."""
