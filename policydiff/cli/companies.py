"""policydiff companies A B ...: who says what on one matter, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from policydiff.cli import output, selection
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, page_target, show, write_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from policydiff.cli.reports import ReportFormat
    from policydiff.models import Category

FINDING = click.option(
    "--finding", metavar="CATEGORY", required=True, help="The matter, a category of findings."
)


@click.command(short_help="Compare what several documents say on one matter, and since when.")
@click.argument("names", nargs=-1, required=True)
@FINDING
@FORMAT
@output.page_options
@CACHE
@click.pass_obj
def companies(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    names: tuple[str, ...],
    *,
    finding: str,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
) -> int:
    """Show what each of NAMES says today on one matter, in its own words, and since when.

    A name is a platform (all that the archive has of it), a document (platform/document) or a series. Two
    companies' policies are no versions of each other: they are set side by side, not compared word by word.
    """
    tell(archive, names, finding, output_format=output_format, html=html, opened=opened, cache=cache)
    return 0


def tell(  # noqa: PLR0913 - each is given by name
    archive: str,
    names: Sequence[str],
    finding: str,
    *,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
    added_since: date | None = None,
) -> None:
    """Print who says what; also write it as a page if asked for."""
    selection.check((finding,))
    page = page_target(html, "-".join([*names, finding]), archive, opened=opened)
    from policydiff.cache import Cache  # noqa: PLC0415 - not needed for the help
    from policydiff.report import position_report  # noqa: PLC0415
    from policydiff.workflows import positions  # noqa: PLC0415

    category = cast("Category", finding)
    with Cache(cache_place(cache, archive)) as results:
        series = positions.named(archive, names)
        found, unread = positions.positions(archive, series, category, results, Progress())
    report = position_report.report(category, found, unread, added_since=added_since)
    if page is not None:
        write_page(page, report, opened=opened)
    show(
        report, output_format, lambda: position_report.json(category, found, unread, added_since=added_since)
    )
