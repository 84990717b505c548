"""What the commands share that print a report: its options, where it goes, and how it is called again."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from policydiff.cli import output

if TYPE_CHECKING:
    from policydiff.report.blocks import Report
    from policydiff.report.timeline_picture import Picture

FORMAT = output.formats("text", "json", "markdown")
CACHE = click.option(
    "--cache",
    metavar="FILE",
    envvar="POLICYDIFF_CACHE",
    help="File that keeps results for the next run; by default in the user's cache folder, - for none.",
)


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


def show(report: Report, output_format: str) -> None:
    """Print a report as text or as Markdown."""
    from policydiff.report import markdown, terminal  # noqa: PLC0415

    if output_format == "markdown":
        output.show(markdown.markdown(report))
    else:
        coloured = output.colour()
        output.show(terminal.text(report, width=output.terminal_width(), colour=coloured), coloured=coloured)


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
