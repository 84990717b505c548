"""The words of buttons and of short lines next to a text, as patterns over all languages, built when first
needed.

For text in lower case: comparing without regard to case takes three times as long.
"""

from __future__ import annotations

import re
from functools import cache

from policydiff import languages
from policydiff.normaliser import alternatives

NETWORKS = (
    "facebook|twitter|x|instagram|linkedin|youtube|tiktok|pinterest|github|discord|mastodon|threads",
    "bluesky|telegram|whatsapp|reddit|snapchat|vimeo|rss",
)
"""Where things are shared: labels in rows of tools, menus and footers that are the same in all languages."""


@cache
def network() -> re.Pattern[str]:
    """All of a part of a line: where a page can be shared."""
    return _whole((*NETWORKS, "e-?mail|courriel|mail"))


@cache
def language() -> re.Pattern[str]:
    """All of a part of a line: what a language calls itself."""
    return _whole(tuple(one.own_name for one in languages.every() if one.own_name))


@cache
def choice() -> re.Pattern[str]:
    """Somewhere in a text: a choice or a right lies behind it."""
    return re.compile(rf"\b(?:{alternatives.any_of(languages.all_lines(lambda one: one.buttons.choices))})\b")


@cache
def subscribing() -> re.Pattern[str]:
    """Somewhere in a text: a form asks for an address to send news to."""
    return re.compile(rf"\b(?:{'|'.join(languages.all_lines(lambda one: one.buttons.subscribing))})\b")


@cache
def tool() -> re.Pattern[str]:
    """All of a line: a tool for reading the page."""
    return _whole(languages.all_lines(lambda one: one.buttons.tools), behind=_SIZE)


@cache
def opener() -> re.Pattern[str]:
    """All of a line: it opens a section without naming it."""
    return _whole(languages.all_lines(lambda one: one.buttons.openers))


@cache
def consent() -> re.Pattern[str]:
    """All of a line: a button of a consent window."""
    return _whole(languages.all_lines(lambda one: one.buttons.consents))


_SIZE = r"(?:\W{0,3}(?:pdf|docx?)?\W{0,3}\d[\d.,]* ?[kmg]i?b\W{0,3})?"
"""What may follow the name of a file: "Download this policy (PDF, 240 KB)"."""


def _whole(lines: tuple[str, ...], *, behind: str = "") -> re.Pattern[str]:
    """Lines with the signs that may stand around them."""
    return re.compile(rf"\W{{0,3}}(?:{alternatives.any_of(lines)})\W{{0,9}}{behind}")
