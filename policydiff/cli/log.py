"""policydiff log SOURCE: the history of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

import click

from policydiff.cli import output, selection
from policydiff.cli.moment import Moment
from policydiff.cli.name_completion import SERIES
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, called, page_target, show, write_page
from policydiff.errors import UnusableOption

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from policydiff.cli.reports import ReportFormat
    from policydiff.history_models import Timeline, Variant
    from policydiff.report.timelines import Wanted

_Command = TypeVar("_Command", bound="Callable[..., Any]")

_DAY = Moment(["%Y-%m-%d"])
_LAST_DAY = Moment(["%Y-%m-%d"], end=True)
_ONLY = click.option(
    "--only",
    multiple=True,
    metavar="CATEGORY",
    help="Tell only changes with findings of this category, such as ai-training; may be given again.",
)
_SUBSTANTIVE = click.option("--substantive", is_flag=True, help="Leave editorial changes out.")
_SINCE = click.option(
    "--since", type=_DAY, metavar="DATE", help="Only changes first seen on this day or later."
)
_UNTIL = click.option(
    "--until",
    type=_LAST_DAY,
    metavar="DATE",
    help="Only changes that may have happened on this day or before.",
)
_VARIANT = click.option(
    "--variant", metavar="NAME", help="Only changes of one variant, by its name or number."
)
_TOP = click.option(
    "--top", type=click.IntRange(1), metavar="N", help="Only the N most important, those first."
)


class _Asked(TypedDict):
    """Which changes are wanted, as the options of the command line have it."""

    only: tuple[str, ...]
    substantive: bool
    since: datetime | None
    until: datetime | None
    variant: str | None
    top: int | None


def _filters(command: _Command) -> _Command:
    """The options that leave changes out."""
    for option in (_TOP, _VARIANT, _UNTIL, _SINCE, _SUBSTANTIVE, _ONLY):
        command = option(command)
    return command


@click.command(short_help="Show how a document changed over time.")
@click.argument("source", type=SERIES)
@FORMAT
@_filters
@click.option("--reverse", is_flag=True, help="Newest first.")
@click.option("--all", "in_full", is_flag=True, help="Show every finding of each change.")
@click.option("--passed-over", is_flag=True, help="Name every capture that was passed over.")
@output.page_options
@CACHE
@click.pass_context
def log(  # noqa: PLR0913 - click gives each by name
    context: click.Context,
    /,
    source: str,
    *,
    output_format: ReportFormat,
    reverse: bool,
    in_full: bool,
    passed_over: bool,
    html: str | None,
    opened: bool,
    cache: str | None,
    **asked: Unpack[_Asked],
) -> int:
    """Show how the document SOURCE of the archive changed over time, noise removed.

    SOURCE is the name of a series, platform/document[@variant], as `list` shows it. Bad
    captures are passed over and listed; each change is shown once, in its own variant, with what `compare`
    finds in it.
    """
    if asked["top"] is not None and reverse:
        raise click.UsageError("--top has an order of its own: leave --reverse out.")
    if asked["since"] and asked["until"] and asked["until"] < asked["since"]:
        raise click.UsageError("--until is a day before --since: no change is of both.")
    selection.check(asked["only"])
    page = page_target(html, f"{source}-history", context.obj, opened=opened)
    from policydiff.cache import Cache  # noqa: PLC0415 - loads the parser
    from policydiff.catalogue import platform_title  # noqa: PLC0415
    from policydiff.report import history_json  # noqa: PLC0415
    from policydiff.report.timelines import chosen, report  # noqa: PLC0415
    from policydiff.workflows.timeline import SeriesHistory  # noqa: PLC0415

    with Cache(cache_place(cache, context.obj)) as results:
        timeline = SeriesHistory(context.obj, source, results, Progress()).timeline()
    wanted = _wanted(timeline, asked)
    log_report = report(
        timeline,
        wanted,
        newest_first=reverse,
        in_full=in_full,
        each_passed_over=passed_over,
        command=called(context),
        platform=platform_title(source.partition("/")[0]),
    )
    if page is not None:
        from policydiff.report.timeline_picture import picture  # noqa: PLC0415

        write_page(page, log_report, picture(timeline, chosen(timeline, wanted)), opened=opened)
    show(log_report, output_format, lambda: history_json.log(timeline, wanted, newest_first=reverse))
    return 0


def _wanted(timeline: Timeline, asked: _Asked) -> Wanted:
    """The changes of a timeline that are asked for.

    Raises:
        UnusableOption: there is no such variant.
    """
    from policydiff.report.timelines import Wanted  # noqa: PLC0415 - not needed for the help

    since, until = asked["since"], asked["until"]
    return Wanted(
        asked["only"],
        since.date() if since else None,
        until.date() if until else None,
        asked["substantive"],
        _variant(timeline.variants, asked["variant"]),
        asked["top"],
    )


def _variant(variants: tuple[Variant, ...], asked: str | None) -> int | None:
    """The place of a variant by its name or number, ignoring case."""
    if asked is None:
        return None
    names = [one.name or str(place) for place, one in enumerate(variants, 1)]
    wanted = asked.casefold().removeprefix("variant ")
    known = [name.casefold() for name in names]
    if wanted in known:
        return known.index(wanted)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(variants):
        return int(wanted) - 1
    if len(variants) < 2:
        raise UnusableOption(asked, "there is only one variant", "Leave --variant out")
    raise UnusableOption(asked, "there is no such variant", f"Choose among {', '.join(names)}")
