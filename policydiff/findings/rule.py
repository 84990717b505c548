"""What a rule is: one question put to every piece of news.

A rule looks at one difference of statements (`news.News`) and either claims it or is silent. It is a
plain function with a description; `compare(..., rules=[...])` takes your own beside or instead of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.findings.news import News
    from policydiff.models import Category, Direction


@dataclass(frozen=True, slots=True)
class Claim:
    """What a rule says of one piece of news."""

    direction: Direction
    detail: str
    importance: int
    why: str
    """Why it has this importance."""
    strength: int = 2
    """How plainly the words say it: 3 is stated outright, 2 is usual, 1 only if nothing else claims it."""
    open_reading: bool = False


IN_FORCE = "announced -> in force"
"""The detail of a claim that what was announced is now done: no silent change."""


def no_claim(news: News) -> Claim | None:
    """The answer of a rule that looks at the documents as a whole and not at single statements."""
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """One question about a change, asked of every piece of news."""

    id: str
    """Stable identifier, "category" or "category/question"."""
    category: Category
    looks_for: str
    """What it looks for, in one or two sentences for people."""
    example: str
    """A made-up change that it finds."""
    limits: str
    """What it cannot see."""
    ask: Callable[[News], Claim | None]
