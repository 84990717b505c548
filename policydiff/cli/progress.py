"""How far long work is, on standard error: the one display of it."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from policydiff.cli import output

if TYPE_CHECKING:
    from collections.abc import Callable

_NOW_AND_THEN = 5.0
"""Seconds after which somebody who sees nothing would wonder."""


def is_watched() -> bool:
    """Whether somebody reads along on a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


class Progress:
    """Counts pieces of work: a terminal shows it in one line, a file gets a line now and then.

    Args:
        only_watched: whether a file gets none. A job that runs by the clock sends what it writes on standard
            error to somebody's mailbox.
    """

    def __init__(self, *, only_watched: bool = False) -> None:
        self._shown_at = time.monotonic()
        self._only_watched = only_watched

    def __call__(self, what: str, done: int, total: int) -> None:
        """So many pieces are done.

        Args:
            what: the pieces, in the plural ("documents").
            done: how many of them are done.
            total: how many there are, 0 if nobody knows.
        """
        if not sys.stderr:
            return
        line = f"{what}: {done}{f' of {total}' if total else ''}"
        if is_watched():
            click.echo(f"\r{line}", err=True, nl=done == total)
        elif not self._only_watched and done != total and time.monotonic() - self._shown_at >= _NOW_AND_THEN:
            self._shown_at = time.monotonic()
            click.echo(line, err=True)


def doing(what: str) -> None:
    """Say on a terminal what is being done now: "Looking at https://lumio.example/"."""
    if is_watched():
        click.echo(f"{output.visible(what)} ...", err=True)


def written(path: str) -> None:
    """Say on a terminal which file was written: where nobody named it, nobody knows."""
    if is_watched():
        click.echo(f"Written: {output.visible(path)}", err=True)


def counting(what: str) -> Callable[[int, int], None]:
    """A `Progress` that only a terminal shows, for work of one kind.

    It is called with how many pieces are done, and of how many.
    """
    progress = Progress(only_watched=True)
    return lambda done, total: progress(what, done, total)
