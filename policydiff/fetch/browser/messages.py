"""The request to the process that shows a page, and its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.errors import FailureKind


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page to be shown."""

    url: str
    agent: str
    """The program's name, appended to Chromium's own User-Agent."""
    chromium: str
    """The program."""
    seconds: float
    """Seconds after which the page is read as it is."""
    most_bytes: int
    """Over the network."""
    most_text: int
    """Letters of the page."""
    language: str = ""
    """As Chromium names it ("en", "en-IE"), "" for its own."""
    headers: tuple[tuple[str, str], ...] = ()
    """For the origin of the address alone."""
    allow_loopback: bool = False
    proxy: str = ""
    picture: bool = False
    """Whether a picture of the page is wanted."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it stood in the browser."""

    url: str
    """The address at the end."""
    status: int
    """Of the last document."""
    html: str
    visited: tuple[str, ...]
    """The address of each document that was shown in its place, in their order."""
    declined: str = ""
    """The text of the button that was clicked in a cookie dialog."""
    opened: int = 0
    """Panels that were opened."""
    picture: bytes = b""
    refused: tuple[str, ...] = ()
    """Hosts in private networks that the page tried to reach."""
    version: str = ""
    """Of Chromium."""


@dataclass(frozen=True, slots=True)
class NotShown:
    """Why no page was shown."""

    kind: FailureKind
    problem: str
