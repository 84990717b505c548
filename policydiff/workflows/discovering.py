"""Finds the address of a policy from a name or a home page: which addresses were tried, what was found, and
why.

A candidate is believed when the page itself reads as a document of the kind, and, on another site, when it
speaks for the site that links to it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from policydiff import discovery, documents
from policydiff.comparability.identity import identity
from policydiff.errors import FetchFailed, PolicydiffError
from policydiff.models import Source
from policydiff.workflows import fetching

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.discovery import Candidate
    from policydiff.fetch import Fetchers
    from policydiff.models import Capture, Document

MOST_LOOKED_AT = 8
"""Addresses that are fetched for one question, the home page apart."""
_FEW_LINKS = 3
"""A home page with fewer was saved before its scripts had run."""
_EMPTY_FRAME = frozenset(("challenge", "empty", "empty-shell", "script-error"))
_KINDS: dict[str, discovery.DocumentKind] = {
    "Privacy Policy": "privacy",
    "Terms of Service": "terms",
    "Trackers Policy": "trackers",
}
_CALLED = re.compile(
    rb"<meta\b(?=[^>]{0,300}(?:og:site_name|application-name))"
    rb"[^>]{0,300}content\s*=\s*[\"']([^\"'<>]{2,60})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile("(?:©|&copy;|&#169;|Copyright)([^<>]{2,80})".encode(), re.IGNORECASE)
_TITLE = re.compile(rb"<title\b[^>]{0,200}>([^<]{2,200})</title", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """An address that was tried."""

    url: str
    why: str
    """Why it was tried."""
    outcome: str
    """What it was found to be, "" if it is the document."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """The result of a search."""

    found: LookedAt | None
    """The address of the document, None if none was found."""
    looked_at: tuple[LookedAt, ...]
    """Everything that was tried, in that order; the last is what was found."""
    language: str = ""
    """Of the document."""
    how: str = "auto"
    """"browser" where only that showed it."""


class Searcher:
    """Looks for the document of one site."""

    def __init__(
        self,
        fetchers: Fetchers,
        terms_type: str = "Privacy Policy",
        doing: Callable[[str], None] = lambda _: None,
    ) -> None:
        """A searcher.

        Args:
            fetchers: fetch the pages.
            terms_type: "Privacy Policy", "Terms of Service" or "Trackers Policy".
            doing: called with what is being done: "Looking at https://lumio.example/".
        """
        self._fetchers = fetchers
        self._doing = doing
        self._type = terms_type
        self._kind: discovery.DocumentKind = _KINDS[terms_type]
        self._resorted = False
        self._looked_at: list[LookedAt] = []

    def search(self, url: str) -> Discovery:
        """Search from an address: that of a home page, or of the document itself.

        Raises:
            FetchFailed: the address could not be got.
        """
        home = self._got(url)
        home, document = self._shown(home, _document_of(home))
        if document is not None and self._is_one(document) and self._is_called_so(document):
            return self._discovery(LookedAt(url, "it is the document itself", ""), document, home)
        start = home.final_url or url
        names = _names(home.body)
        waiting = list(self._candidates(home, start))
        while waiting and len(self._looked_at) < MOST_LOOKED_AT:
            candidate = waiting.pop(0)
            found, page = self._tried(candidate, start, names)
            if found is not None:
                return found
            if page is not None and discovery.same_site(page.final_url or page.url, start):
                waiting = [*self._listed(page, {url, start, *(one.url for one in waiting)}), *waiting]
            if not waiting:
                waiting = self._last_resorts(start)
        return Discovery(None, tuple(self._looked_at))

    def _candidates(self, home: Capture, start: str) -> tuple[Candidate, ...]:
        """What may be it by the links of the home page: those that name it, then pages that list such."""
        links = discovery.read_links(home.body, start)
        second = self._fetchers.second_fetcher(_source(start), home.how)
        if len(links) < _FEW_LINKS and second is not None:
            with suppress(FetchFailed):
                self._doing(f"Opening {start} in a browser")
                (shown,) = second(_source(start), {})
                links = discovery.read_links(shown.body, start)
        found = discovery.candidates(links, start, self._kind)
        return (*found, *discovery.hubs(links, start)) or tuple(self._last_resorts(start))

    def _listed(self, page: Capture, known: set[str]) -> list[Candidate]:
        """What a page links to that lists documents ("Legal", a center of privacy)."""
        place = page.final_url or page.url
        links = discovery.read_links(page.body, place)
        known |= {place, *(one.url for one in self._looked_at)}
        return [one for one in discovery.candidates(links, place, self._kind) if one.url not in known]

    def _last_resorts(self, start: str) -> list[Candidate]:
        """The sitemap, and where such documents usually lie; each once."""
        if self._resorted:
            return []
        self._resorted = True
        usual = discovery.well_known(start) if self._kind == "privacy" else ()
        tried = {one.url for one in self._looked_at}
        found = {one.url: one for one in (*usual, *self._sitemap(start)) if one.url not in tried}
        return sorted(found.values(), key=lambda one: -one.weight)

    def _sitemap(self, start: str) -> tuple[Candidate, ...]:
        try:
            text = self._got(urljoin(start, "/sitemap.xml")).body[:4_000_000].decode("utf-8", "replace")
        except FetchFailed:
            return ()
        return discovery.from_sitemap(text, start, self._kind)

    def _tried(
        self, candidate: Candidate, start: str, names: tuple[str, ...]
    ) -> tuple[Discovery | None, Capture | None]:
        """What came of one address: the document, or the page that it is instead."""
        try:
            capture = self._got(candidate.url)
        except FetchFailed as failed:
            self._looked_at.append(LookedAt(candidate.url, candidate.why, failed.problem))
            return None, None
        capture, document = self._shown(capture, _document_of(capture))
        outcome = self._doubt(document, capture, candidate, start, names)
        tried = LookedAt(candidate.url, candidate.why, outcome)
        if outcome or document is None:
            self._looked_at.append(tried)
            return None, capture
        return self._discovery(tried, document, capture), capture

    def _doubt(
        self,
        document: Document | None,
        capture: Capture,
        candidate: Candidate,
        start: str,
        names: tuple[str, ...],
    ) -> str:
        """Why a page is not taken for the document, "" if it is."""
        if document is None:
            return "it cannot be read"
        if not self._is_one(document):
            reasons = "; ".join(reason.sentence for reason in document.quality.reasons[:1])
            return reasons or f"it does not read as a document of type {self._type}"
        elsewhere = candidate.elsewhere or not discovery.same_site(capture.final_url or capture.url, start)
        if elsewhere and not discovery.belongs(document, identity(document), start, names):
            return "it is on another site and does not name this one"
        return ""

    def _is_one(self, document: Document) -> bool:
        if document.quality.level == "bad":
            return False
        whose = identity(document)
        kinds = {"trackers": "cookies"}.get(self._kind, self._kind)
        return kinds in whose.kinds and not whose.audience

    def _is_called_so(self, document: Document) -> bool:
        """Whether its title says it: a home page may have the word among its first lines."""
        return self._is_one(replace(document, clauses=document.clauses[:1]))

    def _got(self, url: str) -> Capture:
        self._doing(f"Looking at {url}")
        source = _source(url)
        return fetching.fetch_captures(source, self._fetchers.http, self._fetchers, {})[0]

    def _shown(self, capture: Capture, document: Document | None) -> tuple[Capture, Document | None]:
        """The page as a browser shows it, where it came as an empty frame."""
        second = self._fetchers.second_fetcher(_source(capture.url), capture.how)
        codes = {reason.code for reason in document.quality.reasons} if document else set()
        if second is None or codes.isdisjoint(_EMPTY_FRAME):
            return capture, document
        with suppress(FetchFailed):
            self._doing(f"Opening {capture.url} in a browser")
            (capture,) = second(_source(capture.url), {})
            document = _document_of(capture)
        return capture, document

    def _discovery(self, found: LookedAt, document: Document, capture: Capture) -> Discovery:
        how = "browser" if capture.how == "browser" else "auto"
        return Discovery(found, (*self._looked_at, found), document.language, how)


def _source(url: str) -> Source:
    return Source("home", "page", (url,))


def _document_of(capture: Capture) -> Document | None:
    try:
        return documents.read_document(
            capture.body, url=capture.final_url or capture.url, content_type=capture.content_type
        )
    except PolicydiffError:
        return None


def _names(page: bytes) -> tuple[str, ...]:
    """What a site calls itself: its name for applications, and that part of its title which stands in its
    copyright line too ("Lumio" of "Lumio | Lamps" and "© 2025 Lumio Ltd.")."""
    page = page[:2_000_000]
    found = [match[1].decode("utf-8", "replace") for match in _CALLED.finditer(page[:200_000])]
    title = _TITLE.search(page[:200_000])
    owned = " ".join(match[1].decode("utf-8", "replace") for match in list(_COPYRIGHT.finditer(page))[:10])
    parts = re.split(r"\s+[|–—:·-]+\s+", title[1].decode("utf-8", "replace")) if title else []
    found += [part for part in parts if part.strip() and part.strip().casefold() in owned.casefold()]
    names = (" ".join(one.split()) for one in found)
    return tuple(name for name in names if 3 <= len(name) <= 40)


def platform_name(url: str) -> str:
    """The name under which a site is followed ("lumio" of https://www.lumio.example/)."""
    name = discovery.site_name(url)
    return name if not re.fullmatch(r"[\d.]+", name) else urlsplit(url).netloc
