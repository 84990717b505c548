"""How far long work is, on standard error: whoever waits longer than a second sees what for."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from policydiff.cli import output

if TYPE_CHECKING:
    from collections.abc import Callable

_NOW_AND_THEN = 10.0
"""Seconds between two lines where no terminal reads them."""


class Progress:
    """Counts on a terminal; elsewhere says in a line now and then how far long work is."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, what: str, done: int, total: int) -> None:
        """So many pieces are done; a total of 0 is one that nobody knows."""
        told = f"{what}: {done} of {total}" if total else f"{what}: {done}"
        if _read_on_a_terminal():
            click.echo(f"\r{told}", err=True, nl=done == total)
        elif done != total:
            self._say_now_and_then(told)

    def doing(self, what: str) -> None:
        """This is being done now: "Looking at https://lumio.example/"."""
        told = output.visible(what)
        if _read_on_a_terminal():
            click.echo(f"{told} ...", err=True)
        else:
            self._say_now_and_then(told)

    def _say_now_and_then(self, told: str) -> None:
        if sys.stderr and time.monotonic() - self._told >= _NOW_AND_THEN:
            self._told = time.monotonic()
            click.echo(told, err=True)


def counted(what: str) -> Callable[[int, int], None]:
    """What counts one kind of work: "Records", with the number done and that of all."""
    progress = Progress()
    return lambda done, total: progress(what, done, total)


def _read_on_a_terminal() -> bool:
    return bool(sys.stderr and sys.stderr.isatty())
