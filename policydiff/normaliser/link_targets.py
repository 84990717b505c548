"""Addresses of links in canonical form.

In: the `href` of a link. Out: its target: absolute, without redirectors that count clicks, without parameters
that track visitors. Two captures of one page then have the same targets, unless a link was swapped. Anything
that may matter stays: order of parameters, locale, fragment. A link that leads nowhere (a script, data) has
no target, "".

`address_parameters.py` lists these parameters. Nothing is fetched, and nothing is known about single sites
except the addresses of their redirectors.

What this gets wrong: a page that is really called "/go" or "/out" and takes the address of a page in its
query is taken for a redirector; a redirector that encrypts its target keeps its own address.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from policydiff.address_parameters import is_tracking
from policydiff.normaliser import wayback_pages

_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#;]*|/\(S\([a-z0-9]{20,}\)\)", re.IGNORECASE)

_WRAPPED = (
    "u",
    "url",
    "q",
    "to",
    "target",
    "dest",
    "destination",
    "goto",
    "link",
    "href",
    "out",
    "r",
    "redirect",
)
_REDIRECTOR_PATH = re.compile(
    r"/(?:l|url|out|away|go|goto|redir|redirect|redirector|leave|leaving|exit|external|link|linkout|outbound|click"
    r"|track|jump|safe|safelink|linkfilter|interstitial)(?:\.php|\.aspx|\.html?|\.cgi)?/?",
    re.IGNORECASE,
)
_REDIRECTOR_HOST = re.compile(
    r"(?:l|lm|out|href|redirect|redir|exit|away|go|link|links|click|clicks|track|slack-redir)"
    r"\.[\w.-]+|[\w-]+\.safelinks\.protection\.[\w.-]+",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"https?:/{1,2}(?=[^/\s])|//(?=[\w-]+\.)", re.IGNORECASE)
_ESCAPED_PATH = re.compile(r"/(https?%3A%2F%2F[^/]+.*)", re.IGNORECASE | re.DOTALL)
_DEFENDED_PATH = re.compile(r"/v3/__(https?:/.+?)__;", re.IGNORECASE)
_MAIL_MASK = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]{4,400})$", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_NO_TARGET = frozenset(("javascript", "data", "vbscript", "about", "blob", "file"))
_PLAIN = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w~-]+(?:\.[\w-]+)*){1,9}/?(?<!/web)", re.ASCII
)
"""Matches most links of a page: nothing to resolve, to unwrap or to drop."""
_REGULAR = re.compile(
    r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[\w~.:@!$&'*+,=-]*)+)"
    r"(?:\?([\w~.:@!$&'*+,=/%-]+))?(?:#([\w~.:!$&'*+,=/%-]+))?",
    re.ASCII,
)
"""Most others: nothing to resolve, but parameters that may be noise, or hold another address."""
_ESCAPED_COLON = re.compile("%3a", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x1f\x7f]+")
_PORTS = {"http": ":80", "https": ":443"}
_LONGEST = 4000
"""Characters of an address that are looked at; what is longer is cut, as a link nobody can follow."""
_DEEPEST = 3
"""Wrappers inside wrappers that are opened."""


def canonical(href: str, base: str) -> str:
    """The address a link leads to: absolute, wrappers opened, tracking parameters dropped.

    >>> canonical("/l.php?u=https%3A%2F%2Fexample.org%2Fform%3Futm_source%3Dmail", "https://social.example/")
    'https://example.org/form'
    """
    return _canonical(href[:_LONGEST], base)


@lru_cache(maxsize=4096)
def _canonical(href: str, base: str) -> str:
    if _PLAIN.fullmatch(href) or _is_regular(href):
        return href
    href = _IGNORED.sub("", href.strip())
    # A jump within the page ("#rights") leads to the page itself; "#" alone is a button without an address.
    if href.startswith("#") and "email-protection" not in href:
        return base.partition("#")[0] + href if len(href) > 1 else ""
    scheme = _SCHEME.match(href)
    if scheme and scheme[1].lower() in _NO_TARGET:
        return ""
    # An e-mail address does not depend on case, and "mailto:" has no host that urljoin could complete.
    if scheme and scheme[1].lower() in ("mailto", "tel", "sms"):
        return _contact(scheme[1].lower(), href[scheme.end() :])
    try:
        return _opened(urljoin(base, href), _DEEPEST)
    except ValueError:  # such as "https://[": no address, but what the page says
        return href


def _is_regular(href: str) -> bool:
    """Whether an address with parameters is canonical as it stands."""
    found = _REGULAR.fullmatch(href)
    if found is None or "/web/" in href or "cdn-cgi" in href or "/v3/__" in href:
        return False
    host, path, query, fragment = found.groups()
    if fragment and fragment.startswith((":~:", "utm_")):
        return False
    if "%" in href and _ESCAPED_COLON.search(href):
        return False
    return query is None or not (
        _REDIRECTOR_PATH.fullmatch(path)
        or _REDIRECTOR_HOST.fullmatch(host)
        or any(map(_follows_visitor, query.split("&")))
    )


def _contact(scheme: str, rest: str) -> str:
    address, question, query = unquote(rest).strip().partition("?")
    return f"{scheme}:{address.strip().lower() if scheme == 'mailto' else address}{question}{query}"


def _opened(address: str, depth: int) -> str:
    if "/web/" in address:
        address = wayback_pages.original(address)
    if "cdn-cgi" in address and (mask := _MAIL_MASK.search(address)):
        return _unmasked(mask[1]) or address
    parts = urlsplit(address)
    if depth and (parts.query or "%3A" in address or "%3a" in address or "/v3/__" in address):
        inner = _wrapped(parts)
        if inner:
            return _opened(inner, depth - 1)
    return _tidy(parts)


def _unmasked(mask: str) -> str:
    """The mail address behind a mask: each byte is xor-ed with the first one."""
    codes = bytes.fromhex(mask[: len(mask) // 2 * 2])
    plain = bytes(code ^ codes[0] for code in codes[1:])
    text = plain.decode("utf-8", "replace")
    return f"mailto:{text.lower()}" if "@" in text else ""


def _wrapped(parts: SplitResult) -> str:
    """The address inside the address of a redirector; "" if it is not one."""
    # Some redirectors hold the target in the path: "/out/https%3A%2F%2Fa.example" or Proofpoint's
    # "/v3/__https:/...__;".
    escaped = _ESCAPED_PATH.search(parts.path) or _DEFENDED_PATH.match(parts.path)
    if escaped:
        return unquote(escaped[1] + (f"?{parts.query}" if parts.query else ""))
    host = parts.hostname or ""
    if not (_REDIRECTOR_PATH.fullmatch(parts.path) or (_REDIRECTOR_HOST.fullmatch(host) and parts.query)):
        return ""
    # Of a repeated parameter the first value counts, as most servers read it.
    values = dict(field.partition("=")[::2] for field in reversed(parts.query.split("&")))
    for name in _WRAPPED:
        inner = unquote(values.get(name, "")).strip()
        opening = _ABSOLUTE.match(inner)
        if opening:
            return (parts.scheme + ":" if opening[0] == "//" else "") + inner
    return ""


def _tidy(parts: SplitResult) -> str:
    host = parts.netloc
    # The host does not depend on case; a user name before it ("Ada@a.example") does.
    if not host.islower():
        user, at, place = host.rpartition("@")
        host = user + at + place.lower()
    port = _PORTS.get(parts.scheme)
    if port and host.endswith(port):
        host = host[: -len(port)]
    path = parts.path
    if ";" in path or "(S(" in path:
        path = _SESSION_IN_PATH.sub("", path)
    query = parts.query
    if query:
        query = "&".join(field for field in query.split("&") if not _follows_visitor(field))
    fragment = parts.fragment
    if fragment.startswith((":~:", "utm_")):
        fragment = ""
    return SplitResult(parts.scheme, host, path or "/" if host else path, query, fragment).geturl()


def _follows_visitor(field: str) -> bool:
    """Whether a parameter of a query ("utm_source=mail") tracks a visitor instead of naming a page."""
    name, _, value = field.partition("=")
    return is_tracking(name, value)
