"""policydiff verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli import output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.archive import Verification

DAMAGED = 1
"""Exit code for an archive that does not match its hashes."""

_LIMITS = """\
What this cannot show: an archive that somebody rewrote as a whole, hashes included, or a series of which
every file was taken away. The seal shows it: keep it where whoever keeps the archive cannot change it."""


@click.command(short_help="Check every file of the archive against its chain of hashes.")
@click.pass_obj
def verify(archive: str) -> int:
    """Read every byte of the archive and check it against the chain of hashes; nothing is changed.

    Whatever was changed, removed, added or put into another order is named with its place. Exit codes: 0
    everything matches, 1 something does not, 2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help

    found = Archive(archive).verify()
    output.show("\n".join(_lines(archive, found)))
    return DAMAGED if found.faults else 0


def _lines(archive: str, found: Verification) -> Iterator[str]:
    for fault in found.faults:
        yield f"DAMAGED  {output.visible(fault.place)}: {output.visible(fault.problem)}."
    for trace in found.interrupted:
        yield f"cut short  {output.visible(trace.place)}: {output.visible(trace.problem)}."
    if found.interrupted:
        yield "Writes that were cut short are no damage: the next write finishes or removes them."
    yield (
        f"{archive}: {found.series} series, {found.observations} observations, {found.snapshots} snapshots; "
        f"{found.files} files read."
    )
    faults = len(found.faults)
    yield f"{faults} faults: this is not the archive as it was written." if faults else "Every hash holds."
    yield f"Seal: {found.seal}"
    yield _LIMITS
