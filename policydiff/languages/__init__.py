"""All that a language needs, from `<code>.toml`; each file is read once.

The values are those of `sections`. `find` gives one language; `by_language` and `all_lines` give the words of
all languages together. Languages stand in the order of their codes. docs/adding-a-language.md tells how to
add one: no module names a language.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from policydiff.errors import InvalidLanguage
from policydiff.languages.page_sections import (
    AnnouncementWords,
    BoxWords,
    BrowserWords,
    Calendar,
    DateWords,
    DiscoveryWords,
    FurnitureWords,
    IdentityWords,
    NoticeWords,
    PageWords,
)
from policydiff.languages.reading import read_language
from policydiff.languages.sections import LanguageWords
from policydiff.languages.statement_sections import (
    DirectionWords,
    LawWords,
    NumberWords,
    RightsWords,
    WayWords,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "FALLBACK",
    "AnnouncementWords",
    "BoxWords",
    "BrowserWords",
    "Calendar",
    "DateWords",
    "DirectionWords",
    "DiscoveryWords",
    "FurnitureWords",
    "IdentityWords",
    "LanguageWords",
    "LawWords",
    "NoticeWords",
    "NumberWords",
    "PageWords",
    "RightsWords",
    "WayWords",
    "all_lines",
    "all_words",
    "by_language",
    "codes",
    "every",
    "find",
    "law_names",
    "of_language",
]

_Said = TypeVar("_Said")
FALLBACK = "en"
"""The language whose words are used for texts in an unknown language."""
_ADVICE = "Check its permissions, or install policydiff anew"
_FOLDER = Path(__file__).parent


@cache
def codes() -> tuple[str, ...]:
    """The codes (ISO 639-1) of all languages that have a file."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


@lru_cache(maxsize=64)
def find(code: str) -> LanguageWords | None:
    """A language by its code, None if there is no file for it.

    Raises:
        InvalidLanguage: the file cannot be read, or is not whole.
    """
    if code not in codes():
        return None
    file = _FOLDER / f"{code}.toml"
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InvalidLanguage(str(file), f"it cannot be read ({error.strerror})", _ADVICE) from error
    return read_language(code, data, str(file))


@cache
def every() -> tuple[LanguageWords, ...]:
    """All languages."""
    return tuple(found for code in codes() if (found := find(code)))


def by_language(pick: Callable[[LanguageWords], _Said]) -> dict[str, _Said]:
    """One value of every language that has it, by code: `by_language(lambda one: one.pages.error)`."""
    return {one.code: said for one in every() if (said := pick(one))}


def all_words(pick: Callable[[LanguageWords], Iterable[str]]) -> frozenset[str]:
    """The words of every language, put together."""
    return frozenset(word for one in every() for word in pick(one))


def of_language(code: str, pick: Callable[[LanguageWords], Iterable[str]]) -> frozenset[str]:
    """The words of a language; where none are known of it, those of every language."""
    known = find(code)
    return frozenset(pick(known) if known else ()) or all_words(pick)


def law_names(*regions: str) -> tuple[str, ...]:
    """The names of the laws of some regions, in every language: policies name them in any."""
    return all_lines(lambda one: [name for region in regions for name in one.laws.names.get(region, ())])


def all_lines(pick: Callable[[LanguageWords], Iterable[str]]) -> tuple[str, ...]:
    """One list of every language, put together."""
    return tuple(line for one in every() for line in pick(one))
