"""What a text says, by the tables of words: phrases of pages that are none, names and subjects of policies.

In: text in small letters with straight quotes. Out: codes, yes or no, shares of words. Patterns are made
when they are first asked for: most pages are asked few questions, and there are many languages.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff.normaliser import phrases, qualitywords, topicwords
from policydiff.text import size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SAID: dict[str, Mapping[str, tuple[str, ...]] | tuple[str, ...]] = {
    "script-error": qualitywords.SCRIPT_ERROR,
    "challenge": qualitywords.CHALLENGE,
    "redirect-stub": qualitywords.REDIRECT,
    "error-page": qualitywords.ERROR,
    "soft-error": qualitywords.SOFT_ERROR,
    "closed": qualitywords.CLOSED,
    "entry": qualitywords.ENTRY,
    "parked": qualitywords.PARKED,
    "empty-shell": qualitywords.NEEDS_SCRIPT,
}


def phrase(text: str) -> str:
    """The code of the first kind of answer whose phrases a text has, or ""."""
    return next((code for code, pattern in _phrases() if pattern.search(text)), "")


def named(text: str) -> bool:
    """Whether a text has the name of a document of our kind: "privacy", "Nutzungsbedingungen", "規約"."""
    return _names().search(text) is not None


def to_fill(text: str) -> int:
    """How often a text has something in brackets that an author was to fill in: "[your company]"."""
    return len(_brackets().findall(text))


def about_cookies(text: str) -> bool:
    """Whether a text has the name of a document on cookies."""
    return _of("COOKIE_DOCUMENT").search(text) is not None


def consent_button(text: str) -> bool:
    """Whether a text is what stands on a button of a consent dialog."""
    return _of("CONSENT_BUTTON").fullmatch(text.rstrip(".!")) is not None


def consent_topic(text: str) -> bool:
    """Whether a text speaks of what consent dialogs speak of."""
    return _of("CONSENT_TOPIC").search(text) is not None


def knows(language: str) -> bool:
    """Whether there are words by which the subject of a text in this language can be told."""
    return language in topicwords.TOPICS


def policy(text: str, language: str) -> float:
    """Share of the words that policies use; in a language that is not known, of the one that fits best."""
    return _share(text, language, "policy")


def advertising(text: str, language: str) -> float:
    """Likewise of the words of home pages and advertisements."""
    return _share(text, language, "advertising")


def _share(text: str, language: str, about: str) -> float:
    table = _SUBJECTS[about]
    known = [language] if language in table else list(table)
    return max(len(_subject(about, one).findall(text)) for one in known) / size(text)


_SUBJECTS = {"policy": topicwords.TOPICS, "advertising": topicwords.MARKETING}


@cache
def _subject(about: str, language: str) -> re.Pattern[str]:
    """The words of a subject; between blanks, unless the language has none."""
    words = _any(_SUBJECTS[about][language])
    return re.compile(words if language in topicwords.UNBOUND else rf"\b(?:{words})\b")


@cache
def _phrases() -> list[tuple[str, re.Pattern[str]]]:
    return [(code, re.compile(_any(_parts(table)), re.MULTILINE)) for code, table in _SAID.items()]


@cache
def _names() -> re.Pattern[str]:
    apart = _any(
        w for code, words in qualitywords.NAMES.items() if code not in topicwords.UNBOUND for w in words
    )
    inside = _any(
        w for code, words in qualitywords.NAMES.items() if code in topicwords.UNBOUND for w in words
    )
    return re.compile(rf"\b(?:{apart})\b|{inside}")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(rf"\[(?:{_any(qualitywords.TO_FILL)})\b[^\[\]]{{0,60}}\](?!\()")


@cache
def _of(name: str) -> re.Pattern[str]:
    return re.compile(_any(_parts(getattr(qualitywords, name))))


def _parts(table: Mapping[str, Iterable[str]] | tuple[str, ...]) -> list[str]:
    return list(table) if isinstance(table, tuple) else [part for group in table.values() for part in group]


def _any(parts: Iterable[str]) -> str:
    """One expression for many; a blank of theirs is any white space."""
    return phrases.any_of(parts).replace(" ", r"\s+")
