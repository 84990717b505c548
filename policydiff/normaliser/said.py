"""Recognises what a text is, by the words of all languages: phrases of error pages, names of policies.

In: text in lower case with straight quotes. Out: codes, yes or no, shares of words. Patterns are made
when they are first asked for: most pages are asked few questions, and there are many languages.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from policydiff import languages
from policydiff.normaliser import alternatives
from policydiff.text import size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policydiff.languages import PageWords

_EVERYWHERE: dict[str, tuple[str, ...]] = {
    "script-error": (
        "client-side exception", r"application error: an?\s", "see the browser console", "hydration failed",
        "uncaught (?:type|reference|syntax|range)?error", "minified react error", "chunkloaderror",
        r"unhandled (?:runtime|promise)\s"
    ),
    "challenge": ("captcha", "ray id", "ddos protection", "incident id", "cf-browser"),
    "error-page": (
        r"\b(?:error|http|status)(?: code)?:? ?[45]\d\d\b", r"^(?:40[0-9]|410|429|50[0-9])\b", "reference #"
    ),
    "parked": ("domain (?:for sale|parking)", "parked (?:free|domain)"),
    "consent-wall": ("cookie", "gdpr", "tracking technolog"),
}  # fmt: skip
"""English phrases of programs, used in pages in any language."""

_SAID: dict[str, Callable[[PageWords], Iterable[str]]] = {
    "script-error": lambda one: (),
    "challenge": lambda one: one.challenge,
    "redirect-stub": lambda one: one.redirect,
    "error-page": lambda one: one.error,
    "soft-error": lambda one: one.soft_error,
    "closed": lambda one: one.closed,
    "entry": lambda one: one.entry,
    "parked": lambda one: one.parked,
    "empty-shell": lambda one: one.needs_script,
}
"""The phrases of each kind of answer, in the order in which they are looked for."""


@lru_cache(maxsize=256)
def phrase(text: str) -> str:
    """The code of the first kind of answer whose phrases a text has, or ""."""
    return next((code for code, pattern in _phrases() if pattern.search(text)), "")


@lru_cache(maxsize=64)
def named(text: str) -> bool:
    """Whether a text has the name of a document of our kind: "privacy", "Nutzungsbedingungen", "規約"."""
    return _names().search(text) is not None


def to_fill(text: str) -> int:
    """How often a text has something in brackets that an author was to fill in: "[your company]"."""
    return len(_brackets().findall(text))


def about_cookies(text: str) -> bool:
    """Whether a text has the name of a document on cookies."""
    return _cookie_document().search(text) is not None


def consent_button(text: str) -> bool:
    """Whether a text is what stands on a button of a consent dialog."""
    return _consent_button().fullmatch(text.rstrip(".!")) is not None


def pay_or_consent(text: str) -> bool:
    """Whether a text lets the reader choose between cookies and a subscription."""
    return _pay_or_consent().search(text) is not None


def consent_topic(text: str) -> bool:
    """Whether a text speaks of what consent dialogs speak of."""
    return _consent_topic().search(text) is not None


def knows(language: str) -> bool:
    """Whether there are words by which the subject of a text in this language can be told."""
    return language in _subjects("policy")


def policy(text: str, language: str) -> float:
    """Share of the words that policies use; in a language that is not known, of the one that fits best."""
    return _share(text, language, "policy")


def advertising(text: str, language: str) -> float:
    """Likewise of the words of home pages and advertisements."""
    return _share(text, language, "advertising")


def _share(text: str, language: str, about: _About) -> float:
    table = _subjects(about)
    known = [language] if language in table else list(table)
    return max(len(_subject(about, one).findall(text)) for one in known) / size(text)


_About = Literal["policy", "advertising"]


@lru_cache(maxsize=64)
def _subjects(about: _About) -> dict[str, tuple[str, ...]]:
    """The words of a subject by language."""
    if about == "policy":
        return languages.by_language(lambda one: one.pages.topics)
    return languages.by_language(lambda one: one.pages.marketing)


@lru_cache(maxsize=64)
def _subject(about: _About, code: str) -> re.Pattern[str]:
    """The words of a subject; between blanks, unless the language has none."""
    words = _any(_subjects(about)[code])
    return re.compile(words if code in _unparted() else rf"\b(?:{words})\b")


@cache
def _unparted() -> frozenset[str]:
    return frozenset(one.code for one in languages.every() if one.writing.unparted)


@cache
def _phrases() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (code, re.compile(_any((*_EVERYWHERE.get(code, ()), *_lines(pick))), re.MULTILINE))
        for code, pick in _SAID.items()
    ]


@cache
def _names() -> re.Pattern[str]:
    names = languages.by_language(lambda one: one.document_names)
    apart = _any(line for code, lines in names.items() if code not in _unparted() for line in lines)
    inside = _any(line for code, lines in names.items() if code in _unparted() for line in lines)
    return re.compile(rf"\b(?:{apart})\b|{inside}")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(rf"\[(?:{_any(_lines(lambda one: one.to_fill))})\b[^\[\]]{{0,60}}\](?!\()")


@cache
def _cookie_document() -> re.Pattern[str]:
    return re.compile(_any(_lines(lambda one: one.cookie_document)))


@cache
def _consent_button() -> re.Pattern[str]:
    return re.compile(_any(_lines(lambda one: one.consent_button)))


@cache
def _pay_or_consent() -> re.Pattern[str]:
    return re.compile(_any(_lines(lambda one: one.pay_or_consent)))


@cache
def _consent_topic() -> re.Pattern[str]:
    return re.compile(_any((*_EVERYWHERE["consent-wall"], *_lines(lambda one: one.consent_topic))))


def _lines(pick: Callable[[PageWords], Iterable[str]]) -> tuple[str, ...]:
    return languages.all_lines(lambda one: pick(one.pages))


def _any(parts: Iterable[str]) -> str:
    """One expression for many; a blank of theirs is any white space."""
    return alternatives.any_of(parts).replace(" ", r"\s+")
