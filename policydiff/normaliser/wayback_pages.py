"""Pages that the Internet Archive's Wayback Machine rewrote for replay.

Its marks: every address leads through `/web/<time of capture>/<address>`; a toolbar, scripts and comments of
its own are put around the page. (Replay software of other archives writes addresses the same way.) In:
addresses, bytes or a tree. Out: what the page's own server sent, as far as that can be reconstructed.
"""

from __future__ import annotations

import re

from lxml import etree

_REPLAYED = re.compile(
    r"(?:(?:https?:)?//(?:web|wayback|liveweb)\.[\w.-]*archive[\w.-]*(?::\d+)?|(?:https?:)?//[\w.-]*\barchive\.org)?"
    r"/web/\d{4,14}(?:[a-z]{2}_)?/",
    re.IGNORECASE,
)
_ANY_HOST = re.compile(r"https?://[^/?#]+/web/\d{14}(?:[a-z]{2}_)?/(?=https?:/)", re.IGNORECASE)
_AT_THE_START = (
    b"BEGIN WAYBACK TOOLBAR INSERT",
    b"End Wayback Rewrite JS",
    b"web-static.archive.org",
    b"__wm.",
    b'id="wm-ipp',
)
_AT_THE_END = b"FILE ARCHIVED ON"
_START, _BEHIND_HEAD, _END = 60_000, 6_000, 6_000
"""Bytes from the start of a page, after its head, and at its end, in which an archive writes that it plays it
back."""
_OWN_ID = re.compile(r"wm-(?:ipp|capinfo|toolbar)[\w-]*|donato(?:-base)?", re.IGNORECASE)
_OWN_SOURCE = re.compile(
    r"(?:web-static|web|archive)\.archive\.org/|//archive\.org/|/_static/|/static/(?:js|css)/(?:wombat|banner|playback|athena)",
    re.IGNORECASE,
)
_OWN_SCRIPT = re.compile(r"__wm\.|archive_analytics|_wbhinsert|WB_wombat|wbinfo\b|_wb_wombat|RufflePlayer")
_CANDIDATES = '//*[starts-with(@id, "wm-") or starts-with(@id, "donato")] | //script | //link'

_ADDRESS = r"/web/(?P<time>\d{14})(?:[a-z]{2}_)?/(?P<url>https?:/[^\s\"'<>\\]{1,2000})"
_SELF_NAMED = (
    re.compile(
        r"__wm\.wombat\(\s*[\"'](?P<url>https?:[^\"'\s]{1,2000})[\"']\s*,\s*[\"'](?P<time>\d{14})[\"']"
    ),
    re.compile(rf"saved from url=\(\d+\)\s*https?://[^/\s]+{_ADDRESS}"),
    re.compile(
        rf"<link[^<>]{{0,200}}rel=[\"']?canonical[^<>]{{0,200}}href=[\"']?[^\s\"'<>]{{0,60}}{_ADDRESS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"<meta[^<>]{{0,200}}og:url[^<>]{{0,200}}content=[\"']?[^\s\"'<>]{{0,60}}{_ADDRESS}", re.IGNORECASE
    ),
    re.compile(rf"<base[^<>]{{0,100}}href=[\"']?[^\s\"'<>]{{0,60}}{_ADDRESS}", re.IGNORECASE),
)


def original(address: str) -> str:
    """The address that a rewritten one stands for; others are returned as they are.

    >>> original("https://web.archive.org/web/20240626101502id_/https://example.org/privacy")
    'https://example.org/privacy'
    """
    found = _REPLAYED.match(address) or _ANY_HOST.match(address)
    if not found:
        return address
    inner = address[found.end() :]
    if re.match(r"(?:https?:|mailto:|tel:|//)", inner, re.IGNORECASE):
        # Replay servers and editors fold "https://" into "https:/".
        return re.sub(r"^(https?:)/*", r"\1//", inner, flags=re.IGNORECASE)
    return f"http://{inner}" if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)", inner) else address


def time(address: str) -> str:
    """The time of capture in a rewritten address (14 digits), "" in any other."""
    found = _REPLAYED.match(address) or _ANY_HOST.match(address)
    digits = re.search(r"/web/(\d{14})", found[0]) if found else None
    return digits[1] if digits else ""


def is_replayed(data: bytes) -> bool:
    """Whether these bytes bear the marks of a page played back by the Wayback Machine."""
    if b"<script" not in data and b"<!--" not in data:  # as in a text
        return False
    # Without copies of parts of the page: they take longer than the search.
    if data.find(_AT_THE_END, max(0, len(data) - _END)) >= 0:
        return True
    start = start_of_page(data)
    return any(data.find(mark, 0, start) >= 0 for mark in _AT_THE_START)


def start_of_page(data: bytes) -> int:
    """Up to where a page says what it is: its head, and what archives put at the start of its body."""
    head = data.find(b"</head", 0, _START)
    return _START if head < 0 else min(head + _BEHIND_HEAD, _START)


def capture(text: str) -> tuple[str, str]:
    """The page's own address and the time of its capture (14 digits), each "" if nothing tells.

    The toolbar, its scripts and the canonical link all name the page itself; its own links and pictures
    carry other addresses, so the first mention decides only where none of these is found.
    """
    for pattern in _SELF_NAMED:
        found = pattern.search(text)
        if found:
            return original("/web/" + found["time"] + "/" + found["url"]), found["time"]
    return "", ""


def strip(root: etree._Element) -> int:
    """Take the toolbar and scripts of the Wayback Machine out of a tree, and say how many.

    What the page itself wrote after one of them stays.
    """
    found = root.xpath(_CANDIDATES)
    nodes = found if isinstance(found, list) else []
    own = [node for node in nodes if isinstance(node, etree._Element) and _is_own(node)]
    for node in own:
        _drop(node)
    return len(own)


def _drop(node: etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent, before, tail = node.getparent(), node.getprevious(), node.tail
    if parent is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(node)


def _is_own(node: etree._Element) -> bool:
    tag = node.tag
    if tag in ("script", "link"):
        source = node.get("src") or node.get("href") or ""
        if source:
            return _OWN_SOURCE.search(source) is not None and "/web/" not in source
        return tag == "script" and _OWN_SCRIPT.search(node.text or "") is not None
    return _OWN_ID.fullmatch(node.get("id") or "") is not None
