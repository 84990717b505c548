"""What the commands share that print a report: its options, where it goes, and how it is called again."""

from __future__ import annotations

import shlex
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, assert_never, get_args

import click

from policydiff.cli import output
from policydiff.cli.progress import written
from policydiff.errors import UnusableCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.report.blocks import Report
    from policydiff.report.timeline_picture import Picture

BlockFormat = Literal["text", "markdown"]
"""How the blocks of a report can be printed. A name that is added here is offered by `--format` of every
command that prints a report, and needs its branch in `printed`: until then the types do not hold, and the
command fails."""
ReportFormat = Literal[BlockFormat, "json"]
"""What `--format` of these commands may be; JSON is made of the values and not of the blocks."""
FORMAT = output.formats(*get_args(ReportFormat))
CACHE = click.option(
    "--cache",
    metavar="FILE",
    envvar="POLICYDIFF_CACHE",
    help="File that keeps results for the next run; by default in the user's cache folder, - for none.",
)


def page_target(html: str | None, about: str, archive: str, *, opened: bool) -> str | None:
    """Where a page is to be written, None for nowhere; never on evidence, or on a page of others."""
    page = output.page_target(html, about, opened=opened)
    if page is not None:
        output.check_target(page, archive)
        output.check_page(page)
    return page


def write_page(page: str, report: Report, picture: Picture | None = None, *, opened: bool) -> None:
    """Write a report as a page, and open it if that is wanted."""
    from policydiff.report import history_page  # noqa: PLC0415 - loads jinja2

    output.write(page, history_page.html(report, picture))
    written(page)
    if opened:
        output.open_page(page)


def show(report: Report, output_format: ReportFormat, as_json: Callable[[], str]) -> None:
    """Print a report in the format that was asked for.

    Args:
        report: its blocks.
        output_format: as `--format` has it.
        as_json: makes the JSON of the same result.
    """
    if output_format == "json":
        output.show(as_json())
    else:
        coloured = output_format == "text" and output.colour()
        output.show(printed(report, output_format), coloured=coloured)


def printed(report: Report, output_format: BlockFormat) -> str:
    """The blocks of a report as text for the terminal, or as Markdown."""
    from policydiff.report import markdown, terminal  # noqa: PLC0415

    match output_format:
        case "markdown":
            return markdown.markdown(report)
        case "text":
            return terminal.text(report, width=output.terminal_width(), colour=output.colour())
        case _:
            assert_never(output_format)


def called(context: click.Context) -> tuple[str, ...]:
    """How the program is to be called again, with the archive where the command line named one."""
    above = context.find_root()
    named = above.get_parameter_source("archive") is click.core.ParameterSource.COMMANDLINE
    return ("policydiff", f"--archive {shlex.quote(str(context.obj))}") if named else ("policydiff",)


def cache_place(asked: str | None, archive: str) -> str | None:
    """Where results are kept: as asked, by default with the user's other caches; None for nowhere."""
    from policydiff import cache  # noqa: PLC0415

    if asked == "-":
        return None
    if asked:
        output.check_target(asked, archive)
        return asked
    place = cache.place()
    try:
        with suppress(OSError):  # one that cannot be looked at keeps nothing
            cache.check(place)
    except UnusableCache as unusable:  # nobody named it: the command does without
        name = output.visible(unusable.subject)
        click.echo(f"{name}: {unusable.problem}. Remove it, or nothing is kept for the next run.", err=True)
        return None
    return str(place)
