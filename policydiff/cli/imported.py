"""What the importing commands tell: what was done, and what the series say now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.cli import headlines, output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.archive import Archive
    from policydiff.importers import Imported
    from policydiff.workflows.importing import SeriesSummary

NOT_ALL = 1
"""Exit code where a series, a file or a record could not be imported, the others were."""


def show(archive: Archive, done: Imported) -> int:
    """Tell what was done and what changed in the series that grew, and give the exit code."""
    from policydiff.workflows.importing import MOST_SUMMARISED, summaries  # noqa: PLC0415 - not for the help

    lines = [output.visible(f"Left out: {what}: {reason}.") for what, reason in done.skipped]
    lines += [output.visible(f"NOT IMPORTED: {what}: {problem}.") for what, problem in done.failed]
    were = "was" if done.known == 1 else "were"
    known = f", {done.known} {were} there already" if done.known else ""
    lines.append(f"{_number(done.added, 'observation')} added to {done.series} series{known}.")
    for summary in summaries(archive, done.grown[:MOST_SUMMARISED]):
        lines += _summary(summary)
    more = len(done.grown) - MOST_SUMMARISED
    if more > 0:
        lines.append(f"{more} more series: {headlines.command('list')}")
    output.show("\n".join(lines))
    return NOT_ALL if done.failed else 0


def _summary(summary: SeriesSummary) -> Iterator[str]:
    if summary.first is None or summary.last is None:
        yield f"{summary.series}: no good capture."
        return
    first, last = summary.first, summary.last
    if summary.texts == 1:
        days = sorted({f"{first.at:%Y-%m-%d}", f"{last.seen_until:%Y-%m-%d}"})
        seen = f"on {days[0]}" if len(days) == 1 else f"from {days[0]} to {days[1]}"
        yield f"{summary.series}: one text, seen {seen}."
        yield f"    {headlines.command('show', last.reference)}"
        return
    yield f"{summary.series}: {summary.texts} texts, from {first.at:%Y-%m-%d} to {last.seen_until:%Y-%m-%d}."
    if summary.compared:
        before, now = summary.compared
        yield from headlines.lines(summary.verdict, summary.headlines, before.reference, now.reference)
    yield f"    {headlines.command('log', summary.series)}"


def _number(count: int, of: str) -> str:
    return f"{count} {of}" if count == 1 else f"{count} {of}s"
