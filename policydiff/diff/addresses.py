"""Whether two addresses lead to the same place.

In: two link targets. Out: in what they differ, if that is nothing but a token, a language, a version or
the like. Built from the kinds of noise seen in recorded policies: redirectors that sign every link anew,
help pages that note where the reader came from, hosts and paths with a language, printable and mobile
hosts.

What this gets wrong: where forms are numbered in hexadecimal another form looks like another token, and
where two languages have pages of their own under one path a link that changed its language looks harmless.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from policydiff.address_parameters import LANGUAGES, VERSIONS, says_visit

_LANGUAGE = re.compile(r"(?:intl|locale|[a-z]{2}(?:[-_][a-z]{2,4}){0,2}|all)", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:(?:www|m|mobile|mbasic|touch|lm?|[a-z]{2}-[a-z]{2})\.)+(?=[^.]+\.)")
_HEXADECIMAL = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{12,}", re.IGNORECASE
)
"""A number alone is none of these: it may be the number of a form."""
_VERSION = re.compile(
    r"v\d+(?:[._]\d+)*|\d{1,3}(?:[._]\d{1,4}){1,3}|(?:19|20)\d{2}[-_.]?\d{2}[-_.]?\d{2}", re.IGNORECASE
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NOWHERE = re.compile(r"(?:#.*|javascript:.*|about:blank)?", re.IGNORECASE)


class _Address(NamedTuple):
    host: str
    path: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    fragment: str


def leads_nowhere(target: str) -> bool:
    """Whether a link has no address: what it does is up to a script, or it does nothing."""
    return _NOWHERE.fullmatch(target) is not None


def noise(old: str, new: str) -> str:
    """The difference between two addresses that lead to the same place, in words; "" if they lead to
    different places.

    >>> noise("https://a.example/r/v1.b6e7baf4849c498c/settings", "https://a.example/r/v1.b0883fdb44a3455f/settings")
    'only a token in the address differs'
    >>> noise("https://a.example/contact/1", "https://a.example/contact/2")
    ''
    """
    if leads_nowhere(old) and leads_nowhere(new):
        return "neither side leads to an address"
    a, b = _address(old), _address(new)
    if a is None or b is None:
        return ""
    if (a.host, a.path, sorted(a.query), a.fragment) == (b.host, b.path, sorted(b.query), b.fragment):
        return "only the spelling of the address differs"
    # A page that was saved without its own address keeps "/help/contact", and the next capture has
    # "https://a.example/help/contact".
    if bool(a.host) != bool(b.host) and _without_host(old if b.host else new):
        short, long = (a, b) if b.host else (b, a)
        same = (sorted(a.query), a.fragment) == (sorted(b.query), b.fragment)
        same = same and _ends(short.path, long.path, whole=(old if b.host else new).strip().startswith("/"))
        return "on one side the address is written without its host" if same else ""
    # Another host is another place, even if the paths are equal: a form may have moved to a processor.
    if a.host != b.host:
        return ""
    found = {
        _segments(a.path, b.path),
        _queries(dict(a.query), dict(b.query)),
        _fragments(a.fragment, b.fragment),
    }
    found.discard("same")
    # One part that differs in substance is enough, whatever noise the others have.
    if "" in found or not found:
        return ""
    return f"only {' and '.join(sorted(found))} in the address differs"


def _without_host(target: str) -> bool:
    """Whether an address is written as seen from a page whose own address is not known."""
    return _SCHEME.match(target.strip()) is None


def _ends(short: tuple[str, ...], long: tuple[str, ...], *, whole: bool) -> bool:
    """Whether a path is another one, seen from the root of its host (`whole`) or from some folder there."""
    seen = tuple(segment for segment in short if segment not in (".", ".."))
    return long == seen if whole else bool(seen) and long[-len(seen) :] == seen


def _address(target: str) -> _Address | None:
    try:
        parts = urlsplit(target.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", ""):
        return _Address(parts.scheme, (unquote(parts.path).casefold(),), (), "")
    path = tuple(unquote(segment) for segment in parts.path.split("/") if segment)
    query = tuple(parse_qsl(parts.query, keep_blank_values=True))
    return _Address(_HOST_PREFIX.sub("", host.casefold()), path, query, unquote(parts.fragment))


def _segments(old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """The difference between two paths: "same", a kind of noise, or "" for different places."""
    a, b = _without_languages(old), _without_languages(new)
    if a == b:
        return "same" if old == new else "the language"
    # A redirector puts a signed prefix before the same path: "/r/v1.b6e7baf4/settings" and "/settings".
    if len(a) != len(b):
        return "a token" if _tracked(*sorted((a, b), key=len)) else ""
    kinds = set()
    for k, (one, other) in enumerate(zip(a, b, strict=True)):
        if one != other:
            kinds.add(_segment(one, other, a[k - 1] if k else ""))
    return kinds.pop() if len(kinds) == 1 else ""


def _tracked(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the longer path is the shorter one after the segments of a redirector, with its token."""
    before = len(long) - len(short)
    return (
        bool(short)
        and long[before:] == short
        and any(_HEXADECIMAL.search(segment) for segment in long[:before])
    )


def _without_languages(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(segment for segment in path if not _LANGUAGE.fullmatch(segment))


def _segment(old: str, new: str, before: str) -> str:
    # Two tokens are signed anew at every visit. Wrong if a form is known only by a random id.
    if _opaque(old) and _opaque(new):
        return "a token"
    if _HEXADECIMAL.sub("", old) == _HEXADECIMAL.sub("", new):
        return "a token"
    # "/versions/2024-05-01/" and "/privacy-v3/": a copy of the same text, which is compared by its words.
    versions = before.casefold() in ("version", "versions", "revision", "archive", "archives")
    if versions or (_VERSION.fullmatch(old) and _VERSION.fullmatch(new)):
        return "the version"
    return ""


def _opaque(text: str) -> bool:
    """Whether a text looks as if a machine had made it: a long mix of digits and letters."""
    if _HEXADECIMAL.fullmatch(text):
        return True
    letters = sum(sign.isalpha() for sign in text)
    digits = sum(sign.isdigit() for sign in text)
    plain = re.fullmatch(r"[\w=.~+/-]*", text) is not None
    return plain and len(text) >= 16 and digits >= 3 and letters >= 3 and not re.search(r"[a-z]{6,}", text)


def _queries(old: dict[str, str], new: dict[str, str]) -> str:
    """The difference between two queries, as for the path."""
    kinds = set()
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            kinds.add(_parameter(name.casefold(), old.get(name, ""), new.get(name, "")))
    if not kinds:
        return "same"
    return "" if "" in kinds else " and ".join(sorted(kinds))


def _parameter(name: str, old: str, new: str) -> str:
    if name in LANGUAGES:
        return "the language"
    if says_visit(name) or _HEXADECIMAL.search(name):
        return "a token"
    if name in VERSIONS:
        return "the version"
    # An unknown parameter counts as noise only if a machine made its value: "?id=4418" may be a form.
    if all(not value or _opaque(value) for value in (old, new)):
        return "a token"
    return ""


def _fragments(old: str, new: str) -> str:
    return "same" if old == new else "the place on the page"
