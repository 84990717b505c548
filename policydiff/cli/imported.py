"""What the importing commands tell: what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
