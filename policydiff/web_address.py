"""What somebody writes for a page of the web: "https://lumio.example/privacy", the same with "@2024-05-01"
after it, or the address of a copy in the Wayback Machine. Pure: text in, `WebAddress` out.

Addresses are passed on exactly as they were written: one slash or escape more or less is another page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from policydiff.errors import UnsupportedInput

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(/{0,3})", re.IGNORECASE)
_WITHOUT_SLASHES = frozenset(("about", "blob", "data", "javascript", "mailto", "tel", "view-source"))
_MOMENT = re.compile(r"latest(?:~\d+)?|(?:19|20)\d\d(?:-\d\d(?:-\d\d(?:[Tt][\d:.Zz+-]+)?)?)?", re.ASCII)
_REPLAY = re.compile(
    r"(?P<place>https?://[^/?#]+(?:/[\w.-]+)*?)/(?:web/)?(?P<time>\d{4,14})(?P<form>[a-z]{2}_)?/"
    r"(?P<page>https?:/.+|[\w-]+(?:\.[\w-]+)+(?:[:/?].*)?)",
    re.IGNORECASE | re.DOTALL,
)
_CALENDAR = re.compile(r"https?://[^/?#]+/web/\d*\*/", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
_FILE = re.compile(
    r"[^/]+\.(?:docx?|eml|gz|html?|json|md|mht(?:ml)?|odt|pdf|rtf|txt|xht(?:ml)?|xml|zip)", re.IGNORECASE
)
"""What a name of a saved page ends with; of some a country has the same ending."""
_LONGEST = 8_192
"""Characters of an address: more than any server takes."""
_WRITE = "Write it as the browser's address bar shows it, beginning with https://"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A page of the web, as somebody named it."""

    url: str
    """The page's own address."""
    when: str = ""
    """The moment after an @, as written ("2024-05-01", "latest~1"); "" if the page of today is meant."""
    replay: str = ""
    """Address of the copy in a web archive, in the form that gives the bytes as they were recorded; ""
    where none was named."""


def parse_address(text: str) -> WebAddress | None:
    """The page of the web that is meant; None if the text is no address, but a path or a reference.

    >>> parse_address("https://lumio.example/@desk/privacy@2024-05-01")
    WebAddress(url='https://lumio.example/@desk/privacy', when='2024-05-01', replay='')
    >>> parse_address("https://web.archive.org/web/20240501/https://lumio.example/").replay
    'https://web.archive.org/web/20240501id_/https://lumio.example/'

    Raises:
        UnsupportedInput: it is an address, and not of a page of the web (file:, data:), or none that works.
    """
    text = text.strip()
    scheme = _SCHEME.match(text)
    if scheme is None or not (scheme[2] or scheme[1].lower() in _WITHOUT_SLASHES):
        return None
    name = scheme[1].lower()
    if name == "file":
        raise UnsupportedInput(
            text[:200], "it is a file written as an address", f"Name the file itself: {_path(text)}"
        )
    if len(name) == 1:  # a drive of Windows
        return None
    if name not in ("http", "https"):
        raise UnsupportedInput(text[:200], f'"{name}:" leads to no page of the web', _WRITE)
    if _CALENDAR.match(text):
        problem = "it is a list of copies of a page, not a copy"
        raise UnsupportedInput(text[:200], problem, "Name one of them, or write ADDRESS@2024-05-01")
    page, _, when = text.rpartition("@")
    if not page or not _MOMENT.fullmatch(when) or "://" not in page or page.endswith("://"):
        page, when = text, ""
    _check(page)
    copy = _replay(page)
    if copy is None:
        return WebAddress(page, when)
    if when:
        raise UnsupportedInput(
            text[:200], "it names a copy of one moment and another moment", "Leave one out"
        )
    return copy


def recorded_at(address: str) -> tuple[str, datetime] | None:
    """The page and the time of a copy in a web archive, None if an address is none of these.

    >>> recorded_at("https://web.archive.org/web/20240501101502id_/https://lumio.example/")
    ('https://lumio.example/', datetime.datetime(2024, 5, 1, 10, 15, 2, tzinfo=datetime.timezone.utc))
    """
    found = _REPLAY.match(address)
    if found is None or len(found["time"]) != 14:
        return None
    try:
        at = datetime.strptime(found["time"], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return _page(found), at


def looks_like_a_host(text: str) -> bool:
    """Whether this may be an address without its beginning ("www.lumio.example/privacy"), and no file.

    >>> looks_like_a_host("lumio.example"), looks_like_a_host("policy.html")
    (True, False)
    """
    return _HOST.fullmatch(text) is not None and _FILE.fullmatch(text) is None


def _check(text: str) -> None:
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and parts.port != 0
        secret = parts.username is not None or parts.password is not None
    except ValueError:
        usable, secret = False, False
    if not usable or not text.isprintable() or " " in text or len(text) > _LONGEST:
        raise UnsupportedInput(text[:200], "it is no address of a page", _WRITE)
    if secret:
        problem = "it holds a name or a password, which reports would show to every reader"
        raise UnsupportedInput(_without_secret(text), problem, "Take it out")


def _without_secret(text: str) -> str:
    return re.sub(r"//[^/?#]*@", "//", text)[:200]


def _replay(page: str) -> WebAddress | None:
    found = _REPLAY.match(page)
    if found is None or not _archives(found):
        return None
    raw = f"{page[: found.end('time')]}id_/{page[found.start('page') :]}"
    return WebAddress(_page(found), replay=raw)


def _archives(found: re.Match[str]) -> bool:
    """Whether the address is that of a web archive, and not of a page with a number and a host in its path:
    it is the Internet Archive's, or has the whole of another address inside of it."""
    whole = re.match(r"https?:/", found["page"], re.IGNORECASE) is not None
    host = (urlsplit(found["place"]).hostname or "").lower()
    ours = host in ("archive.org", "web.archive.org", "www.archive.org")
    return "/web/" in found[0][: found.start("page")] and (ours or (whole and len(found["time"]) >= 8))


def _page(found: re.Match[str]) -> str:
    """The page's own address: some programs write "https:/" for "https://" inside of another address."""
    page = found["page"]
    if re.match(r"https?:", page, re.IGNORECASE) is None:
        return f"http://{page}"
    return re.sub(r"^(https?:)/+", r"\1//", page, count=1, flags=re.IGNORECASE)


def _path(text: str) -> str:
    return unquote(re.sub(r"^file:(?://(?:localhost)?(?=/))?", "", text, flags=re.IGNORECASE))[:200]
