"""policydiff log SOURCE: the history of one document."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from policydiff.cli import output, selection
from policydiff.cli.moment import Moment
from policydiff.cli.names import SERIES
from policydiff.cli.progress import Progress
from policydiff.errors import UnusableOption

if TYPE_CHECKING:
    from datetime import datetime

    from policydiff.history_models import Variant
    from policydiff.report.blocks import Report
    from policydiff.report.timeline_picture import Picture

_DAY = Moment(["%Y-%m-%d"])
_LAST_DAY = Moment(["%Y-%m-%d"], end=True)

FORMAT = output.formats("text", "json", "markdown")
CACHE = click.option(
    "--cache",
    metavar="FILE",
    envvar="POLICYDIFF_CACHE",
    help="Where results are kept for the next time; by default in the user's cache folder, - for nowhere.",
)


@click.command(short_help="Tell how a document changed over time.")
@click.argument("source", type=SERIES)
@FORMAT
@click.option(
    "--only",
    multiple=True,
    metavar="CATEGORY",
    help="Tell only changes with findings of this category, such as ai-training; may be given again.",
)
@click.option("--substantive", is_flag=True, help="Leave editorial changes out.")
@click.option("--since", type=_DAY, metavar="DATE", help="Only changes first seen on this day or later.")
@click.option(
    "--until",
    type=_LAST_DAY,
    metavar="DATE",
    help="Only changes that may have happened on this day or before.",
)
@click.option("--variant", metavar="NAME", help="Only changes of one variant, by its name or number.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Only the N most important, those first.")
@click.option("--reverse", is_flag=True, help="Newest first.")
@click.option("--all", "in_full", is_flag=True, help="Tell every finding of each change.")
@click.option("--passed-over", is_flag=True, help="Name every capture that was passed over.")
@output.page_options
@CACHE
@click.pass_context
def log(  # noqa: PLR0913 - click gives each by name
    context: click.Context,
    /,
    source: str,
    *,
    layout: str,
    only: tuple[str, ...],
    substantive: bool,
    since: datetime | None,
    until: datetime | None,
    variant: str | None,
    top: int | None,
    reverse: bool,
    in_full: bool,
    passed_over: bool,
    html: str | None,
    opened: bool,
    cache: str | None,
) -> int:
    """Tell how the document SOURCE of the archive changed over time, noise removed.

    SOURCE is the name of a series, platform/document[@variant], as `sources list` or `import` show it.
    Captures that are no good captures of the policy are passed over and named; each change is told once, in
    its own variant, with what `compare` finds in it.
    """
    if top is not None and reverse:
        raise click.UsageError("--top has an order of its own: leave --reverse out.")
    selection.check(only)
    page = page_target(html, f"{source}-history", context.obj, opened=opened)
    from policydiff.cache import Cache  # noqa: PLC0415 - loads the parser
    from policydiff.report.timelines import Wanted, chosen, report  # noqa: PLC0415
    from policydiff.workflows.timeline import Chronicle  # noqa: PLC0415

    with Cache(cache_place(cache, context.obj)) as kept:
        timeline = Chronicle(context.obj, source, kept, Progress()).timeline()
    wanted = Wanted(
        only,
        since.date() if since else None,
        until.date() if until else None,
        substantive,
        _variant(timeline.variants, variant),
        top,
    )
    told = report(
        timeline,
        wanted,
        newest_first=reverse,
        in_full=in_full,
        each_passed_over=passed_over,
        command=called(context),
    )
    if page is not None:
        from policydiff.report.timeline_picture import picture  # noqa: PLC0415

        write_page(page, told, picture(timeline, chosen(timeline, wanted)), opened=opened)
    if layout == "json":
        from policydiff.report import history_json  # noqa: PLC0415

        output.show(history_json.log(timeline, wanted, newest_first=reverse))
    else:
        show(told, layout)
    return 0


def _variant(variants: tuple[Variant, ...], asked: str | None) -> int | None:
    """The place of a variant by its name or number, case aside."""
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


def page_target(html: str | None, about: str, archive: str, *, opened: bool) -> str | None:
    """Where a page is to be written, None for nowhere; never on evidence."""
    page = output.page_target(html, about, opened=opened)
    if page is not None:
        output.check_target(page, archive)
    return page


def write_page(page: str, report: Report, picture: Picture | None = None, *, opened: bool) -> None:
    """Write a report as a page, and open it if that is wanted."""
    from policydiff.report import history_page  # noqa: PLC0415 - loads jinja2

    output.write(page, history_page.html(report, picture))
    if opened:
        output.open_page(page)


def show(report: Report, layout: str) -> None:
    """Print a report as text or as Markdown."""
    from policydiff.report import markdown, terminal  # noqa: PLC0415

    if layout == "markdown":
        output.show(markdown.markdown(report))
    else:
        coloured = output.colour()
        output.show(terminal.text(report, width=output.width(), colour=coloured), coloured=coloured)


def called(context: click.Context) -> tuple[str, ...]:
    """How the program is to be called again, with the archive where the command line named one."""
    above = context.find_root()
    named = above.get_parameter_source("archive") is click.core.ParameterSource.COMMANDLINE
    return ("policydiff", f"--archive {shlex.quote(str(context.obj))}") if named else ("policydiff",)


def cache_place(asked: str | None, archive: str) -> str | None:
    """Where results are kept: as asked, by default with the user's other caches; None for nowhere."""
    from policydiff.cache import place  # noqa: PLC0415

    if asked and asked != "-":
        output.check_target(asked, archive)
    return None if asked == "-" else asked or str(place())
