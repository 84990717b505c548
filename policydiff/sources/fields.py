"""The allowed values of each key of a `[[source]]`, one check for each key.

A check takes the raw value and returns the value of the source, or raises `Refused` with the problem and what
to write instead. There are limits because the file may come from somebody else.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit

from policydiff.models import FetchWay

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LANGUAGE = re.compile(r"[a-z]{2}")
_REGION = re.compile(r"[A-Z]{2,3}(?:-[A-Z0-9]{1,3})?")
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_PREFIX = re.compile(r"(?<!:):(?!:)")
"""In an XPath without its literals: what parts a prefix from a name, as an axis is parted by two."""
_MOST_URLS = 20
"""Addresses of one source."""
_LONGEST_URL = 4096
"""Characters of an address."""
_LONGEST_TEXT = 200
"""Characters of a value that is a plain name."""
_LONGEST_NAME = 100
"""Bytes of the name of a platform, a document or a variant: it becomes that of a folder."""
_RESERVED_NAME = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_MOMENT = re.compile(r"latest|\d{4}-\d\d-\d\d(?:t.*)?|(?:19|20)\d\d(?:-\d\d)?")
_RESERVED = {
    "accept-encoding": "policydiff asks for what it can unpack",
    "connection": "policydiff keeps its own connections",
    "content-length": "a page is asked for without a body",
    "host": "the host is the one of the address",
    "if-modified-since": "policydiff asks whether the page changed by itself",
    "if-none-match": "policydiff asks whether the page changed by itself",
    "range": "half a page is no evidence",
    "te": "policydiff asks for what it can unpack",
    "transfer-encoding": "a page is asked for without a body",
    "user-agent": 'policydiff says who it is; add who you are with "contact" at the top of the file',
}


class Refused(Exception):
    """A value that a key cannot have. Only raised inside this package."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem, hint)
        self.problem = problem
        self.hint = hint


def text(value: object) -> str:
    """A short piece of text on one line."""
    if not isinstance(value, str):
        raise Refused(f"it is {_kind(value)}, not text", "Put it between quotation marks")
    clean = " ".join(value.split())
    if not clean:
        raise Refused("it is empty", "Give it a value or take the line out")
    if len(clean) > _LONGEST_TEXT or not clean.isprintable():
        raise Refused("it is no plain name", f"Use at most {_LONGEST_TEXT} printable characters")
    return clean


def name(value: object) -> str:
    """A name that is not empty when written in lower case with hyphens.

    >>> name("Privacy Policy")
    'privacy-policy'
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text(value)).lower())
    kept = (one if one.isalnum() or unicodedata.category(one)[0] == "M" else " " for one in plain)
    slug = "-".join("".join(kept).split())
    if not slug:
        raise Refused("it has no letter or digit", 'Write a name such as "Privacy Policy"')
    if len(slug.encode()) > _LONGEST_NAME or _RESERVED_NAME.fullmatch(slug):
        raise Refused("it cannot be the name of a folder everywhere", "Choose another, shorter one")
    return slug


def variant(value: object) -> str:
    """The name of a series beside others of the same document; no moment, so that references are clear."""
    slug = name(value)
    if _MOMENT.fullmatch(slug):
        raise Refused(f'"{slug}" reads as a moment in time', 'Write a region or language such as "eu"')
    return slug


def address(value: object) -> str:
    """The address of a page on the web."""
    if not isinstance(value, str):
        raise Refused(f"it is {_kind(value)}, not text", "Put the address between quotation marks")
    if not value.isprintable() or " " in value or len(value) > _LONGEST_URL:
        raise Refused("it is no address", "Copy it from the browser's address bar, without spaces")
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise Refused(f"it is no address ({error})", "Copy it from the browser's address bar") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise Refused(f'"{value}" is no address on the web', "Begin it with https://")
    if parts.username is not None or parts.password is not None:
        raise Refused("it holds a name or password", "Take it out: the archive would show it to every reader")
    # What stands after a # is a place in the page, but for pages whose script reads the page from it.
    return value if re.search(r"#!?/", value) else value.partition("#")[0]


def contact(value: object) -> str:
    """Where a platform can read who follows it: an address on the web, or a mailbox."""
    given = text(value)
    if re.fullmatch(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", given, re.ASCII):
        return given
    if not given.isascii() or set(given) & set("()\\"):
        raise Refused("it cannot be sent", "Use an address of plain ASCII characters, without brackets")
    return address(given)


def addresses(value: object) -> tuple[str, ...]:
    """Several addresses, each once, in reading order."""
    if not isinstance(value, list) or not value:
        given = "an empty list" if value == [] else f"{_kind(value)}, not a list"
        raise Refused(f"it is {given}", 'Write urls = ["https://...", "https://..."]')
    if len(value) > _MOST_URLS:
        raise Refused(f"it has {len(value)} addresses", f"One document has at most {_MOST_URLS}")
    found = tuple(address(one) for one in value)
    twice = next((one for one in found if found.count(one) > 1), None)
    if twice:
        raise Refused(f"{twice} stands in it twice", "Keep each address once")
    return found


def language(value: object) -> str:
    """A language as two letters."""
    code = text(value)
    if not _LANGUAGE.fullmatch(code):
        hint = 'Write two small letters such as "en" or "fr" (ISO 639-1)'
        if re.fullmatch(r"[a-z]{2}[-_][A-Za-z]{2}", code):
            hint = f'Write language = "{code[:2]}" and region = "{code[3:].upper()}"'
        raise Refused(f'"{code}" is no language code', hint)
    return code


def region(value: object) -> str:
    """A country or group of countries."""
    code = text(value)
    if not _REGION.fullmatch(code):
        raise Refused(f'"{code}" is no region', 'Write capital letters such as "EU", "GB" or "US-CA"')
    return code


def selectors(value: object) -> tuple[str, ...]:
    """One CSS selector or several."""
    given = value if isinstance(value, list) else [value]
    if not given:
        raise Refused("it is an empty list", "Take the line out: no selector is needed")
    return tuple(map(_selector, given))


def _selector(value: object) -> str:
    from cssselect import HTMLTranslator, SelectorError  # noqa: PLC0415 - few sources have selectors

    given = text(value)
    hint = 'Write one such as "main" or "#policy .text"'
    try:
        path = HTMLTranslator().css_to_xpath(given)
    except (SelectorError, RecursionError) as error:
        raise Refused(f'"{given}" is no CSS selector', hint) from error
    if _PREFIX.search(_LITERAL.sub("", path)):
        raise Refused(f'"{given}" names a namespace, which pages have none of', hint)
    return given


def headers(value: object) -> tuple[tuple[str, str], ...]:
    """Request headers beside our own."""
    if not isinstance(value, dict):
        raise Refused(f"it is {_kind(value)}, not a table", 'Write headers = { Accept-Language = "fr" }')
    return tuple(_header(key, one) for key, one in value.items())


def _header(key: str, value: object) -> tuple[str, str]:
    if not _TOKEN.fullmatch(key):
        raise Refused(f'"{key}" is no name of a header', "Use letters, digits and hyphens")
    reserved = _RESERVED.get(key.lower())
    if reserved:
        raise Refused(f'"{key}" cannot be set', f"Take it out: {reserved}")
    if not isinstance(value, str) or not value.isprintable() or not value.isascii():
        raise Refused(f'the value of "{key}" cannot be sent', "Use text of plain ASCII characters")
    return key, value.strip()


def variable(value: object) -> str:
    """The name of an environment variable."""
    given = text(value)
    if not _VARIABLE.fullmatch(given):
        advice = "Put the address into an environment variable and write the variable's name here"
        raise Refused(f'"{given}" is no name of an environment variable', advice)
    return given


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Refused(
            f"it is {_kind(value)}, not true or false", "Write true or false, without quotation marks"
        )
    return value


def choice(*allowed: str) -> Callable[[object], str]:
    """A check that takes one of a few words."""

    def check(value: object) -> str:
        if value not in allowed:
            words = " or ".join(f'"{one}"' for one in allowed)
            raise Refused(f"{_shown(value)} is not known here", f"Write {words}")
        return str(value)

    return check


CHECKS: Mapping[str, Callable[[object], object]] = {
    "platform": name,
    "document": name,
    "variant": variant,
    "terms_type": text,
    "url": address,
    "urls": addresses,
    "region": region,
    "language": language,
    "selectors": selectors,
    "headers": headers,
    "how": choice(*get_args(FetchWay)),
    "keep_screenshot": flag,
    "proxy_variable": variable,
    "robots": choice("obey", "ignore"),
    "keep": choice("visible", "all"),
}
"""The keys of a source, in the order in which people read them."""


def _kind(value: object) -> str:
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a table",
    }
    return kinds.get(type(value), "a date or time")


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else _kind(value)
