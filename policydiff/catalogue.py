"""The catalogue of well-known platforms: a name in, the addresses of its documents out. The data and its
sources are in catalogue.toml; the addresses were not tried when it was made.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydiff.errors import UnknownSource

if TYPE_CHECKING:
    from datetime import date

_FILE = Path(__file__).with_name("catalogue.toml")
PRIVACY_POLICY = "Privacy Policy"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One document of one platform."""

    platform: str
    """Its name in an archive ("instagram")."""
    title: str
    """What people call it ("Instagram")."""
    terms_type: str
    url: str
    source: str
    """Address of the declaration it comes from."""
    date: date
    """Date of that declaration."""
    variant: str = ""
    region: str = ""
    language: str = ""
    needs_browser: bool = False
    exact: bool = True
    """Whether it belongs to the variant that was asked for; if not, it is the platform's address for
    everybody."""


@cache
def entries() -> tuple[CatalogueEntry, ...]:
    """Everything that the catalogue has, in its order."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        _entry(table, platform, document)
        for platform in table["platform"]
        for document in platform["document"]
    )


def platforms() -> tuple[str, ...]:
    """The names of the platforms, in the order of the catalogue."""
    return tuple(dict.fromkeys(one.platform for one in entries()))


def platform_title(platform: str) -> str:
    """What people call a platform that is named as in an archive, "" where the catalogue has none of it."""
    return next((one.title for one in entries() if one.platform == platform), "")


def find(name: str, *, terms_type: str = PRIVACY_POLICY) -> CatalogueEntry:
    """The document of a platform.

    Args:
        name: "instagram" or "instagram@eu"; how it is written does not count ("The Guardian").
        terms_type: type of the document.

    Raises:
        UnknownSource: the catalogue has no such platform, or no such document of it.
    """
    plain, _, variant = name.partition("@")
    asked = _folded(plain)
    known = {_folded(title): one.platform for one in entries() for title in (one.platform, one.title)}
    platform = known.get(asked) or known.get(_folded(asked.removesuffix("com")))
    if platform is None:
        near = get_close_matches(asked, known, n=3, cutoff=0.7)
        names = list(dict.fromkeys(known[one] for one in near))
        question = f"Did you mean {' or '.join(names)}? Else give" if names else "Give"
        advice = f"{question} the address of its home page or of its policy, beginning with https://"
        raise UnknownSource(name, "the catalogue has no platform of this name", advice)
    documents = [one for one in entries() if one.platform == platform]
    typed = [one for one in documents if one.terms_type == terms_type]
    if not typed:
        types = ", ".join(dict.fromkeys(one.terms_type for one in documents))
        problem = f"the catalogue has no address of its document of type {terms_type}"
        raise UnknownSource(name, problem, f"It has {types}; else give the address")
    exact = [one for one in typed if variant and variant.casefold() in (one.variant, one.region.casefold())]
    if exact:
        return replace(exact[0], variant=variant)
    return replace(typed[0], variant=variant or typed[0].variant, exact=not variant)


def _entry(table: dict[str, Any], platform: dict[str, Any], document: dict[str, Any]) -> CatalogueEntry:
    return CatalogueEntry(
        platform=platform["name"],
        title=platform["title"],
        terms_type=document["terms_type"],
        url=document["url"],
        source=document.get("source", table["source"]),
        date=document.get("date", table["date"]),
        variant=document.get("variant", ""),
        region=document.get("region", ""),
        language=document.get("language", ""),
        needs_browser=document.get("needs_browser", False),
    )


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
