"""policydiff verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from policydiff import __version__
from policydiff.cli import output
from policydiff.cli.progress import counting, doing
from policydiff.cli.web import ALLOW_LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.archive import Verification
    from policydiff.workflows.stamping import Stamp

DAMAGED = 1
"""Exit code for an archive that does not match its hashes."""

_LIMITS = """\
This cannot show an archive that somebody rewrote as a whole, hashes included, or a series of which every file
was removed. The seal shows both: keep it where those who keep the archive cannot change it."""


@click.command(short_help="Check every file of the archive against its chain of hashes.")
@click.option(
    "--timestamp",
    "authority",
    metavar="URL",
    help="Get a timestamp of the archive's state from this authority (RFC 3161), if everything matches.",
)
@click.option("--ca", metavar="FILE", help="Have OpenSSL check all timestamps by these certificates (PEM).")
@ALLOW_LOOPBACK
@click.pass_obj
def verify(folder: str, /, authority: str | None, ca: str | None, *, allow_loopback: bool) -> int:
    """Read every byte of the archive and check it against the chain of hashes, and against its timestamps.

    Whatever was changed, removed, added or put into another order is named with its place; nothing is
    changed. Exit codes: 0 everything matches, 1 something does not, 2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help

    archive = Archive(folder)
    found = archive.verify(counting("files"))
    whole = not found.faults
    lines = list(_lines(folder, found))
    if authority or ca or (archive.path / ".timestamps").is_dir():
        from policydiff.fetch import user_agent  # noqa: PLC0415 - loads the network
        from policydiff.workflows import stamping  # noqa: PLC0415

        if authority and whole:
            agent = user_agent(__version__, "")
            doing(f"Asking {authority} for a timestamp")
            stamping.have_stamped(archive, authority, user_agent=agent, allow_loopback=allow_loopback)
        stamps = stamping.stamps(archive)
        checked = [line for stamp in stamps for line in _stamp(stamp, ca)]
        if ca and not stamps:
            missing = "MISSING  .timestamps: there is no timestamp whose signature --ca could check."
            checked = [_StampLine(missing, is_fault=True)]
        whole = whole and not any(line.is_fault for line in checked)
        lines[-1:-1] = [line.text for line in checked]
    output.show("\n".join(lines))
    return 0 if whole else DAMAGED


class _StampLine(NamedTuple):
    """A line on a timestamp."""

    text: str
    is_fault: bool = False
    """Whether it says that something does not match."""


def _stamp(stamp: Stamp, ca: str | None) -> Iterator[_StampLine]:
    """What is reported of one timestamp."""
    from policydiff.workflows.stamping import check_signature  # noqa: PLC0415

    place = output.visible(stamp.path.name)
    if stamp.problem:
        damage = f"DAMAGED  .timestamps/{place}: {output.visible(stamp.problem)}."
        yield _StampLine(damage, is_fault=True)
        return
    for fault in stamp.faults:
        damage = f"DAMAGED  {output.visible(fault.place)}: {fault.problem} ({place})."
        yield _StampLine(damage, is_fault=True)
    problem = check_signature(stamp, ca) if ca else ""
    if problem:
        damage = f"DAMAGED  .timestamps/{place}: its signature does not hold: {output.visible(problem)}."
        yield _StampLine(damage, is_fault=True)
    elif stamp.holds:
        by = "its signature holds" if ca else "check its signature with --ca, or `openssl ts -verify`"
        yield _StampLine(
            f"Stamped {stamp.at:%Y-%m-%d %H:%M:%S} UTC, and all of that is still here ({place}: {by})."
        )


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
