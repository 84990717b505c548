"""What the importing commands tell: records counted while they come, and what was done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from policydiff.cli import output

if TYPE_CHECKING:
    from policydiff.importers import Imported

NOT_ALL = 1
"""Exit code where a series, a file or a record could not be brought in, and the others were."""


def show(done: Imported) -> int:
    """Tell what was done, and give the exit code."""
    lines = [output.visible(f"Left out: {what}: {reason}.") for what, reason in done.skipped]
    lines += [output.visible(f"NOT BROUGHT IN: {what}: {problem}.") for what, problem in done.failed]
    were = "was" if done.known == 1 else "were"
    known = f", {done.known} {were} there already" if done.known else ""
    added = f"{done.added} {'observation' if done.added == 1 else 'observations'}"
    lines.append(f"{added} added to {done.series} series{known}.")
    output.show("\n".join(lines))
    return NOT_ALL if done.failed else 0


def count(done: int, total: int) -> None:
    """Count records on a terminal, say nothing elsewhere."""
    if sys.stderr and sys.stderr.isatty():
        of_all = f" of {total}" if total else ""
        click.echo(f"\r{done}{of_all} records", err=True, nl=done == total)
