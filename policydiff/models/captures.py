"""Pages as they were fetched and archived: Source -> Capture -> Observation -> Snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - values are read back by the types of their fields
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from policydiff.models.reasons import GOOD, Language, Quality

FetchWay = Literal["auto", "http", "browser"]
"""How a source may ask to be fetched; "auto": by a browser if the page is empty without one."""
How = Literal["http", "browser", "wayback", "warc", "ota", "file", "platform"]
"""How a capture was obtained: "ota" is a git repository of Open Terms Archive, "platform" the list in which a
platform publishes the earlier versions of its own document, under dates that only it vouches for."""


class SeriesName(NamedTuple):
    """The name of a series in its parts. As text it is "platform/document" or "platform/document@variant"."""

    platform: str
    document: str
    """"" if a platform alone is named."""
    variant: str = ""

    @property
    def document_name(self) -> str:
        """The name without the variant: series of one document share it."""
        return f"{self.platform}/{self.document}" if self.document else self.platform

    def __str__(self) -> str:
        return f"{self.document_name}@{self.variant}" if self.variant else self.document_name


def series_name(text: str) -> SeriesName:
    """The parts of a name, whether or not such a series exists.

    >>> series_name("lumio/privacy-policy@eu")
    SeriesName(platform='lumio', document='privacy-policy', variant='eu')
    """
    named, _, variant = text.partition("@")
    platform, _, document = named.partition("/")
    return SeriesName(platform, document, variant)


def recorder_host(ref: str) -> str:
    """The host of the service that recorded a capture, by its id there; "" if that is no address.

    >>> recorder_host("https://web.archive.org/web/2021id_/https://lumio.example/"), recorder_host("a1b2c3d")
    ('web.archive.org', '')
    """
    try:
        return urlsplit(ref).hostname or ""
    except ValueError:  # "https://[lumio.example": what others recorded may be anything
        return ""


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
    """Region, language or test group that makes a series of its own ("eu"), "" if there is one."""
    terms_type: str = ""
    """Type of document in the vocabulary of Open Terms Archive ("Privacy Policy")."""
    region: str = ""
    language: Language = ""
    selectors: tuple[str, ...] = ()
    """CSS selectors of the part of the page that is the policy. None is needed; they are a hint."""
    headers: tuple[tuple[str, str], ...] = ()
    """Request headers that are sent in addition to our own."""
    how: FetchWay = "auto"
    proxy_variable: str = ""
    """Name of the environment variable that holds the proxy's address."""
    keep_screenshot: bool = False
    """Whether a picture of the page is kept with each of its captures by a browser."""
    robots: Literal["obey", "ignore"] = "obey"
    """Whether robots.txt is obeyed: the choice of the archive's owner, recorded with every capture."""
    keep: Literal["visible", "all"] = "visible"
    """Which bodies the archive keeps: those in which `compare` finds a change, or each distinct one."""

    @property
    def name(self) -> str:
        """The reference of the series: "platform/document" or "platform/document@variant"."""
        return str(SeriesName(self.platform, self.document, self.variant))


PUBLIC_HEADERS = frozenset(
    (
        "accept accept-charset accept-encoding accept-language cache-control connection dnt host "
        "if-modified-since if-none-match pragma save-data sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform "
        "sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-gpc upgrade-insecure-requests "
        "user-agent"
    ).split()
)
"""Request headers, in lower case, whose values are never secret. Any other may hold a secret: it is sent only
to the address it is meant for, and an archive, which may be public, keeps only its name."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """One hop on the way to a page."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Accompanying:
    """A file kept beside a capture that a browser made: the answer as it was received, or a picture of the
    page."""

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
    """HTTP status, 0 if there was none (a file, a git repository)."""
    final_url: str = ""
    """The address that answered, after redirects."""
    redirects: tuple[Redirect, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    """Response headers in the order received."""
    request_headers: tuple[tuple[str, str], ...] = ()
    ref: str = ""
    """The recorder's own id of this capture (a commit), "" if we are the recorder."""
    media_type: str = ""
    """The media type by the recorder's file name if there was no server ("text/markdown"), else ""."""
    details: tuple[tuple[str, str], ...] = ()
    """Further details of its origin that the archive keeps, by name ("repository", "message")."""
    beside: tuple[Accompanying, ...] = ()
    """Files to be kept beside the body; an archive does not return them with the capture."""

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
    """How they were obtained, "" if nobody noted it."""
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
"""The provenance of bytes of unknown origin."""


CheckResult = Literal["new", "unchanged", "returned", "suspect", "failed"]
"""The result of a check: `new` text; the same text as before; the text of an earlier snapshot again; a page
that is no good capture and so never follows a good one; no page at all."""


@dataclass(frozen=True, slots=True)
class RememberedCapture:
    """What an observation remembers of one capture, kept or not."""

    url: str
    status: int = 0
    final_url: str = ""
    """The address that answered, "" if it is `url`."""
    redirects: tuple[Redirect, ...] = ()
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    """Of the body as received, "" if none came (a failure, 304 Not Modified)."""
    size: int = 0
    """Of the body as received."""
    file: str = ""
    """Name of the file that holds the body, "" if this body is not kept."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One check of one source: a line of observations.jsonl."""

    series: str
    """"platform/document" or "platform/document@variant"."""
    at: datetime
    """When the page was seen, aware, UTC."""
    what: CheckResult
    number: int = 0
    """Place of the line in observations.jsonl, from 1."""
    snapshot: str = ""
    """Id of the snapshot that was seen, "" if the check failed."""
    how: How = "http"
    ref: str = ""
    """The recorder's own id (a commit), "" if we are the recorder."""
    technical: bool = False
    """Whether the recorder changed the text (its filter, its declaration), not the platform."""
    since: datetime | None = None
    """The time from which it counts, if that is not `at`: recorders have an order of their own, in which a
    later record may have an earlier date."""
    answers: tuple[RememberedCapture, ...] = ()
    """One for each address, in the order of the source."""
    stored: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each file that was stored with this line."""
    sidecar: str = ""
    """SHA-256 of the snapshot's JSON file, "" if this line stored no snapshot."""
    text: str = ""
    """SHA-256 of the visible text, "" if it was not asked for."""
    normaliser: str = ""
    """Version of the normaliser that found the visible text."""
    quality: Quality = GOOD
    kind: str = ""
    """Of a failure: a stable code ("timeout", "robots", "status")."""
    problem: str = ""
    """Of a failure: one sentence."""
    retry_at: datetime | None = None
    """Of a failure: when the server asks to be asked again, None if it did not say."""
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
    """The time from which it counts: `at`, but never before the snapshot it follows at its recorder."""
    seen_until: datetime
    """When it was last seen in this stretch."""
    answers: tuple[RememberedCapture, ...]
    """One for each body, with the name of its file, in the order of the source."""
    how: How = "http"
    ref: str = ""
    technical: bool = False
    """Whether the recorder's change, not the platform's, began this stretch."""
    quality: Quality = GOOD

    @property
    def reference(self) -> str:
        """Its name on the command line: "platform/document@2024-06-26T101502Z"."""
        return f"{self.series}@{self.id}"


@dataclass(frozen=True, slots=True)
class Between:
    """What an archive knows about the time between two captures of one document."""

    unchanged_until: datetime | None = None
    """When the old text was last seen before the new one, None if it was seen once."""
    captures: int = 0
    """Other captures between the two."""
