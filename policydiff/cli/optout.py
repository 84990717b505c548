"""policydiff optout SOURCE|FILE|URL: where the way out is, since when, and what answers there."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from policydiff import __version__
from policydiff.cli import output, web
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, called, page_target, show, write_page

if TYPE_CHECKING:
    from policydiff.archive import Archive
    from policydiff.cache import Cache
    from policydiff.cli.reports import ReportFormat
    from policydiff.optout_models import OptOuts


@click.command(short_help="Show where people can object or opt out, since when, and whether it answers.")
@click.argument("name", metavar="SOURCE|FILE|URL")
@click.option("--live", is_flag=True, help="Open each address: pages are fetched, nothing is ever sent.")
@FORMAT
@output.page_options
@CACHE
@web.options
@click.pass_context
def optout(  # noqa: PLR0913 - click gives each by name
    context: click.Context,
    /,
    name: str,
    *,
    live: bool,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
    **access: Any,
) -> int:
    """Show every way that a policy names to object, opt out, withdraw consent, choose, have data deleted,
    complain or ask. For a SOURCE of the archive also show since when, and what became of it.

    With --live each address is opened, as by a visitor who only reads. The pages are kept in the archive as
    series named after their addresses, and later runs use them, also without --live.
    """
    page = page_target(html, f"{name}-ways-out", context.obj, opened=opened)
    from policydiff.cache import Cache  # noqa: PLC0415 - not needed for the help

    with Cache(cache_place(cache, context.obj)) as results:
        found = _show_ways(context.obj, name, results, live=live, access=access)
    from policydiff.report import optouts, optouts_json  # noqa: PLC0415

    report = optouts.report(found, live=live, command=called(context))
    if page is not None:
        write_page(page, report, opened=opened)
    show(report, output_format, lambda: optouts_json.optout(found))
    return 0


def _show_ways(archive: str, name: str, cache: Cache, *, live: bool, access: dict[str, Any]) -> OptOuts:
    from policydiff.archive import Archive, parse_reference  # noqa: PLC0415
    from policydiff.errors import InvalidReference  # noqa: PLC0415
    from policydiff.workflows import optouts  # noqa: PLC0415
    from policydiff.workflows.timeline import SeriesHistory  # noqa: PLC0415

    try:
        series = not os.path.lexists(name) and parse_reference(name).series == name
    except InvalidReference:
        series = False
    held = Archive(archive)
    if series:
        found = optouts.of_series(SeriesHistory(archive, name, cache, Progress()), held, cache)
    else:
        found = optouts.of_page(web.PageReader(archive, **access)(name))
    with ExitStack() as stack:
        if live and access["no_keep"]:
            held = Archive(stack.enter_context(tempfile.TemporaryDirectory(prefix="policydiff-")))
        if live:
            found = _looked_at(found, held, access)
        else:
            found = optouts.known(found, held, web.source_of(archive))
    return optouts.explained(found)


def _looked_at(found: OptOuts, held: Archive, access: dict[str, Any]) -> OptOuts:
    from policydiff.errors import NoNetwork  # noqa: PLC0415
    from policydiff.fetch import BRIEF, names_are_answered, open_fetchers  # noqa: PLC0415 - loads the network
    from policydiff.workflows import optouts  # noqa: PLC0415

    if optouts.asked(found) and not access["allow_loopback"] and not names_are_answered():
        advice = "Without --live the command shows what the archive knows; nothing was recorded now"
        raise NoNetwork(found.subject, "there is no network to look at its ways out", advice)

    fetchers = open_fetchers(
        web.contact(str(held.path)),
        __version__,
        os.environ,
        allow_loopback=access["allow_loopback"],
        limits=BRIEF,
    )
    try:
        return optouts.visit_ways(found, held, fetchers, web.source_of(str(held.path)))
    finally:
        fetchers.stop()
