"""policydiff list: what the archive holds, and how each series is."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.name_completion import SERIES
from policydiff.errors import UnknownReference, UnusableOption
from policydiff.models import series_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.workflows.overview import SeriesState


@click.command(name="list", short_help="List the series of the archive and their state.")
@click.argument("names", nargs=-1, metavar="[NAME...]", type=SERIES)
@click.option("--trouble", is_flag=True, help="Only series whose last check did not see the page.")
@click.pass_obj
def listing(archive: str, names: tuple[str, ...], *, trouble: bool) -> int:
    """List the series of the archive: how many snapshots each has, when the page was last seen, whether the
    last check saw it, and when the next check may come. A NAME is a platform, a document or a series.

    A series that is in sources.toml is checked by every run of `fetch`, unless its server asked to be left
    alone; one that is not there was imported, or fetched by its address.
    """
    from policydiff import sources  # noqa: PLC0415 - not needed for the help
    from policydiff.archive import Archive  # noqa: PLC0415
    from policydiff.workflows.overview import overview  # noqa: PLC0415

    if Path(archive).is_file():
        raise UnusableOption("--archive", f"{archive} is a file", "Name the folder of an archive")
    path = Path(archive, sources.FILE_NAME)
    listed = sources.read_sources(path).sources if path.is_file() else ()
    states = overview(Archive(archive), listed)
    if not states:
        output.show(f"{archive}: nothing yet. Begin with policydiff follow NAME or policydiff import --help")
        return 0
    for name in names:
        if not any(_is_meant(state.name, name) for state in states):
            known = {part for state in states for part in (state.name, series_name(state.name).platform)}
            near = get_close_matches(name, known, cutoff=0.5)
            advice = f"The nearest: {', '.join(near)}" if near else "Leave it out to see all"
            raise UnknownReference(name, "there is no such platform or series in the archive", advice)
    meant = [one for one in states if not names or any(_is_meant(one.name, name) for name in names)]
    shown = [state for state in meant if state.trouble or not trouble]
    output.show("\n".join(output.visible(line) for line in _table(shown, meant)))
    return 0


def _is_meant(series: str, name: str) -> bool:
    """Whether a series is meant by the name of its platform, of its document or of itself."""
    parts = series_name(series)
    return name in (series, parts.document_name, parts.platform)


def _table(states: list[SeriesState], counted: list[SeriesState]) -> Iterator[str]:
    rows = [("SERIES", "SNAPSHOTS", "LAST SEEN", "NEXT FETCH", "HEALTH")]
    for state in states:
        seen = f"{state.last_seen:%Y-%m-%d %H:%M}" if state.last_seen else "never"
        rows.append((state.name, str(state.snapshots), seen, _next(state), state.trouble or "good"))
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    for name, count, *rest in rows:
        seen, following, health = rest
        start = f"{name:<{widths[0]}}  {count:>{widths[1]}}  {seen:<{widths[2]}}"
        yield f"{start}  {following:<{widths[3]}}  {health}"
    ill = sum(1 for state in states if state.trouble)
    yield f"{len(counted)} series, {ill} in trouble." if ill else f"{len(counted)} series, all well."


def _next(state: SeriesState) -> str:
    if not state.followed:
        return "not followed"
    if state.not_before and state.last_check and state.not_before > state.last_check:
        return f"after {state.not_before:%Y-%m-%d %H:%M}"
    return "every run"
