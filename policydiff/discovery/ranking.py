"""Which links of a site may lead to a document, best first; and whether a document is the site's own.

What this gets wrong: a platform that links its policy under a word of its own ("Legal" alone, "Trust") is
found only through the page behind that link; the notice for applicants may be taken where it alone is
linked from the home page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urljoin, urlsplit

from policydiff import languages
from policydiff.domains import SECOND_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.discovery.page_links import PageLink
    from policydiff.languages import DiscoveryWords, LanguageWords
    from policydiff.models import Document, Identity

DocumentKind = Literal["privacy", "terms", "trackers"]
_RELS: dict[str, str] = {"privacy-policy": "privacy", "terms-of-service": "terms"}
"""Relations of links that are registered for these documents (RFC 6903)."""
_LONGEST_NAME = 8
"""Words of a link that may name a document; what is longer is a sentence."""
_SHARED = frozenset(
    "blogspot github gitlab herokuapp netlify notion pages vercel webflow wixsite wordpress".split()
)
"""Second parts of domains that host sites of many owners."""
_MOST_SITEMAP = 20_000
"""Most addresses of a sitemap that are read."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be the document's."""

    url: str
    why: str
    """A sentence, for people."""
    weight: int
    """The higher, the likelier. Of two equal ones the link further down the page comes first, since footers
    link policies."""
    elsewhere: bool = False
    """Whether it is on another site, whose document must show that it belongs to this one."""


def candidates(links: Sequence[PageLink], home: str, kind: DocumentKind = "privacy") -> tuple[Candidate, ...]:
    """The links that may lead to the document, best first, each address once.

    Args:
        links: of the home page.
        home: its address.
        kind: of document.
    """
    found: dict[str, Candidate] = {}
    for link in links:
        one = _weighed(link, home, kind)
        place = link.url.partition("#")[0]
        if one is not None and (place not in found or one.weight >= found[place].weight):
            found[place] = one
    return tuple(sorted(found.values(), key=lambda one: -one.weight))


def hubs(links: Sequence[PageLink], home: str) -> tuple[Candidate, ...]:
    """The site's own pages that gather its documents: "Legal", "Policies"."""
    names = {_plain(name) for name in languages.all_lines(lambda one: one.discovery.hub)}
    found = {
        link.url.partition("#")[0]: Candidate(link.url, f"the page “{link.text}” may list it", 5)
        for link in links
        if _plain(link.text) in names and same_site(link.url, home)
    }
    return tuple(found.values())[:2]


def well_known(home: str) -> tuple[Candidate, ...]:
    """Addresses under which such documents usually lie, in the order in which they are tried."""
    return tuple(
        Candidate(urljoin(home, path), f"{path} is where many sites have it", 10)
        for one in _languages()
        for path in one.discovery.tried
    )


def from_sitemap(text: str, home: str, kind: DocumentKind = "privacy") -> tuple[Candidate, ...]:
    """The addresses in a sitemap that may be the document's, the shortest first."""
    addresses = re.findall(r"<loc>\s*([^<\s]{1,2000})\s*</loc>", text)[:_MOST_SITEMAP]
    found = [
        Candidate(address, "its address in the site's sitemap says so", 20)
        for address in addresses
        if _path_weight(address, kind) >= 30 and same_site(address, home)
    ]
    return tuple(sorted(found, key=lambda one: len(one.url)))


def names_document(text: str, kind: DocumentKind) -> bool:
    """Whether words name a document of a kind, in any of the languages known."""
    said = f" {_plain(text)} "
    return any(name in said if unspaced else f" {name} " in said for _, name, unspaced in _names(kind))


def site_name(home: str) -> str:
    """The name of a site in its domain ("lumio" of www.lumio.co.uk)."""
    parts = _domain(home)
    return parts[0] if parts else ""


def same_site(first: str, second: str) -> bool:
    """Whether two addresses belong to one owner, as far as their domains show."""
    one, other = _domain(first), _domain(second)
    return bool(one) and one == other


def belongs(document: Document, identity: Identity, home: str, names: Iterable[str]) -> bool:
    """Whether a document on another site speaks for this one: it says this site's name in its title, or over
    and over.

    Args:
        document: what the other site has.
        identity: whose document that is.
        home: address of this site.
        names: the names that this site uses for itself.
    """
    text = document.text.casefold()
    own = {_plain(name) for name in (site_name(home), *names)} - {""}
    for name in own:
        said = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text[:200_000]))
        if name in identity.names or said >= 3 or (said and name in document.title.casefold()):
            return True
    return bool(_host(home)) and _host(home) in text


def _weighed(link: PageLink, home: str, kind: DocumentKind) -> Candidate | None:
    elsewhere = not same_site(link.url, home)
    if any(_RELS.get(rel) == kind for rel in link.rel):
        return Candidate(
            link.url, f'the site marks it as its {_NAMES[kind]} (rel="{link.rel[0]}")', 200, elsewhere
        )
    if link.place < 0:
        return None
    named, language = _named(link.text, kind)
    path = _path_weight(link.url, kind)
    if not named and path < 30:
        return None
    if elsewhere and (not named or _protected().search(link.around[-60:])):
        return None
    if _says_other(link.text, kind):
        return None
    weight = named + path + min(link.place, 900) // 100 - (60 if elsewhere else 0)
    if named:
        why = f"a link is called “{link.text}” ({language})"
    else:
        why = f"the address of the link “{link.text or 'without words'}” says so"
    return Candidate(link.url, why, weight, elsewhere)


_NAMES: dict[str, str] = {
    "privacy": "privacy policy",
    "terms": "terms of service",
    "trackers": "cookie policy",
}


def _named(text: str, kind: DocumentKind) -> tuple[int, str]:
    """How surely a link's words name the document, 0 for not, and in which language."""
    said = _plain(text)
    if not said or (len(said.split()) > _LONGEST_NAME):
        return 0, ""
    best = (0, "")
    for language, name, unspaced in _names(kind):
        if said == name:
            weight = 100 + min(len(name), 30)
        elif unspaced:
            weight = 70 if name in said and len(said) < len(name) + 12 else 0
        elif said.startswith(f"{name} ") or said.endswith(f" {name}"):
            weight = 60 + min(len(name), 30)
        else:
            weight = 50 if f" {name} " in said else 0
        if weight > best[0]:
            best = (weight, language)
    return best


@lru_cache(maxsize=64)
def _names(kind: DocumentKind) -> tuple[tuple[str, str, bool], ...]:
    """Names of a document with their language, the longest first; and whether the language has no blanks."""
    found = [
        (one.code, _plain(name), one.writing.unparted)
        for one in _languages()
        for name in _lists(one.discovery, kind)[0]
    ]
    return tuple(sorted(found, key=lambda one: -len(one[1])))


def _languages() -> list[LanguageWords]:
    """All languages, English first, since sites use its words beside their own."""
    return sorted(languages.every(), key=lambda one: (one.code != languages.FALLBACK, one.code))


def _lists(words: DiscoveryWords, kind: DocumentKind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of links to a document, and the parts of its address."""
    if kind == "privacy":
        return words.privacy, words.privacy_paths
    return (words.terms, words.terms_paths) if kind == "terms" else (words.trackers, words.trackers_paths)


def _says_other(text: str, kind: DocumentKind) -> bool:
    said = f" {_plain(text)} "
    if (
        kind == "privacy"
        and re.search(r"\bcookie", said)
        and not any(f" {name} " in said for _, name, _ in _names(kind))
    ):
        return True
    return any(f" {word} " in said for word in _other())


@cache
def _protected() -> re.Pattern[str]:
    """What stands before a link to the policy of whoever protects a form from robots."""
    said = languages.all_lines(lambda one: one.discovery.protected)
    return re.compile("|".join(("recaptcha", "hcaptcha", *said)), re.IGNORECASE)


@cache
def _elsewhere() -> frozenset[str]:
    """Pieces of addresses below which a page is none of the site's own documents."""
    return languages.all_words(lambda one: one.discovery.elsewhere_paths)


@cache
def _other() -> tuple[str, ...]:
    return tuple(_plain(word) for word in languages.all_lines(lambda one: one.discovery.other))


@lru_cache(maxsize=64)
def _paths(kind: DocumentKind) -> frozenset[str]:
    return frozenset(languages.all_lines(lambda one: _lists(one.discovery, kind)[1]))


def _path_weight(url: str, kind: DocumentKind) -> int:
    """The weight of an address: higher if the telling part is at its end, 0 for an address of an article."""
    pieces = [_plain_piece(piece) for piece in unquote(urlsplit(url).path).split("/") if piece]
    if not pieces or not _elsewhere().isdisjoint(pieces):
        return 0
    last = re.sub(r"\.(?:html?|php|aspx?|jsp)$", "", pieces[-1])
    if last in _paths(kind):
        return 40 - min(len(pieces), 5)
    if any(piece in _paths(kind) for piece in pieces):
        return 12
    return 0


def _domain(url: str) -> tuple[str, ...]:
    """The parts of a domain by which its owner is known: ("lumio", "co", "uk")."""
    parts = _host(url).split(".")
    if len(parts) < 2 or parts[-1].isdecimal():
        return (_host(url), str(_port(url))) if _host(url) else ()
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND_LEVEL else 2
    if len(parts) > size and parts[-size] in _SHARED:
        size += 1
    return tuple(parts[-size:])


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def _port(url: str) -> int | None:
    try:
        return urlsplit(url).port
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w&'’-]+", " ", text.casefold()).replace("’", "'").split())


def _plain_piece(piece: str) -> str:
    return piece.casefold().strip("-_ ")
