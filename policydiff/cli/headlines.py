"""What is new between two captures of the archive, in a few lines, and the command that tells all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.reports import called

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 160
"""Characters of a headline that are shown: two lines of a terminal."""


def lines(verdict: str, headlines: tuple[str, ...], before: str, now: str) -> Iterator[str]:
    """The verdict of a comparison, its most important findings, and how to see it.

    Args:
        verdict: of the comparison.
        headlines: of its findings, the most important first: "retention: We keep ...".
        before: reference of the earlier capture.
        now: of the later one.
    """
    heading = f"    {verdict}"
    if headlines:
        heading += f", {len(headlines)} most important:" if len(headlines) > 1 else ":"
    yield heading
    yield from (f"      {output.visible(_shortened(headline))}" for headline in headlines)
    yield f"    {command('compare', before, now)}"


def command(*words: str) -> str:
    """A command to type, with the archive where this run was told which."""
    return " ".join((*called(click.get_current_context()), *words))


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 2].rsplit(' ', 1)[0]} …"
