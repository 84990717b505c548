"""policydiff crosscheck [SERIES...]."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.progress import counting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.workflows.crosscheck import DayOfTwo

DISAGREE = 1
"""Exit code where two recorders kept different texts of one day."""


@click.command(short_help="Compare what two recorders captured on one day.")
@click.argument("series", nargs=-1)
@click.pass_obj
def crosscheck(folder: str, /, series: tuple[str, ...]) -> int:
    """Compare what two recorders captured on the same day, in all series or those named.

    Recorders are the archive's own checks and the sources of imports. Each disagreement is shown with the
    command that shows the difference. Exit codes: 0 all agree, 1 some do not, 2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.errors import UnknownReference  # noqa: PLC0415
    from policydiff.workflows import crosscheck as workflow  # noqa: PLC0415

    archive = Archive(folder)
    held = archive.series()
    for name in series:
        if name not in held:
            advice = "Look at what `policydiff list` shows"
            raise UnknownReference(name, "there is no such series in the archive", advice)
    days = [day for name in series or held for day in workflow.crosscheck(archive, name, counting("days"))]
    output.show("\n".join(_lines(days)))
    return 0 if all(day.agree for day in days) else DISAGREE


def _lines(days: list[DayOfTwo]) -> Iterator[str]:
    for day in days:
        if day.agree:
            continue
        reason = day.problem or "; ".join(reason.sentence for reason in day.reasons)
        yield f"{day.day} {day.series}: {' and '.join(day.recorders)} do not agree"
        yield f"    {day.verdict or 'not compared'}: {output.visible(reason)}."
        yield f"    policydiff compare {' '.join(day.captures)}"
    if not days:
        yield "No day was recorded by two recorders."
        return
    agree = sum(day.agree for day in days)
    count = f"{len(days)} {'day' if len(days) == 1 else 'days'}"
    yield f"{count} with two recorders: they agree on {agree}, and not on {len(days) - agree}."
