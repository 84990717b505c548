"""The rules of a host's robots.txt for this program.

The rules are those of RFC 9309: no file (any 4xx) allows everything; a file that cannot be read (5xx, no
connection) forbids everything, since the host may have rules we do not know. 429 counts as "cannot be
read": it says "not now", not "no rules". A web page in place of the file (status 200, but HTML) is no
file. Of a file the first 500 KiB count.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from policydiff.fetch.retry import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.errors import FailureKind
    from policydiff.models import Capture

AGENT = "policydiff"
"""The name by which robots.txt can address us."""

MOST_BYTES = 500 * 1024

_AGENT_LINE = re.compile(r"\s*user[-\s]?agent\s*:?\s*(\*|[a-z_-]*)", re.IGNORECASE)
"""A User-agent line. The version after the name ("policydiff/2.0") does not count, as the RFC says."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host."""

    failed: FailureKind | None = None
    """The kind of failure if the rules could not be read: nothing is allowed then."""
    problem: str = ""
    """The same in a sentence."""
    crawl_delay: float = 0
    _file: Protego = field(default_factory=Protego)

    def allows(self, url: str) -> bool:
        """Whether this address may be fetched."""
        return self.failed is None and self._file.can_fetch(url, AGENT)


def read_rules(answer: Capture) -> Rules:
    """The rules in an answer to the request for robots.txt."""
    if answer.status == 429 or answer.status >= 500:
        return Rules("robots-unreachable", f"robots.txt answers with status {answer.status}")
    if answer.status not in (200, 203):
        return Rules()
    text = answer.body[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    if text.lstrip().startswith("<"):
        return Rules()
    file = Protego.parse(_ours(text))
    return Rules(crawl_delay=_bounded(file.crawl_delay(AGENT)), _file=file)


def _bounded(delay: float | None) -> float:
    """Seconds to wait, at most a day; 0 if the value is no time ("nan", -5)."""
    return min(delay, LONGEST) if delay and delay > 0 else 0.0


def _ours(text: str) -> str:
    """The file with all other agents merged into one.

    The parser keeps every rule once for every agent of its group: 250 KB of agents before 250 KB of rules
    would be 300 million rules. Only the program's own name and "*" can matter.
    """
    return "\n".join(_without_foreign_agent(line) for line in text.splitlines())


def _without_foreign_agent(line: str) -> str:
    match = _AGENT_LINE.match(line[:1000])
    if match is None:
        return line
    agent = match[1].lower()
    return f"User-agent: {agent}" if agent in ("*", AGENT) else "User-agent: somebody-else"


class Robots:
    """The rules of all hosts of a run; each robots.txt is fetched once, when first needed."""

    def __init__(self) -> None:
        self._known: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, url: str, ask: Callable[[str], Rules]) -> Rules:
        """The rules for an address; `ask` gets them from the address of a robots.txt."""
        parts = urlsplit(url)
        origin = f"{parts.scheme.lower()}://{parts.netloc.lower()}"
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._known:
                self._known[origin] = ask(f"{origin}/robots.txt")
            return self._known[origin]
