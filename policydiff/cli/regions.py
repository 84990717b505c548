"""policydiff regions PLATFORM: which region has what."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.moment import Moment
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, page_target, show, write_page

if TYPE_CHECKING:
    from datetime import datetime

    from policydiff.cli.reports import ReportFormat


@click.command(short_help="Tell which region has which right, basis and way out, in whose words.")
@click.argument("platform")
@click.option(
    "--at",
    type=Moment(["%Y-%m-%d"], end=True),
    metavar="DATE",
    help="As the policies stood at the end of this day; by default the last capture of each.",
)
@FORMAT
@output.page_options
@CACHE
@click.pass_obj
def regions(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    platform: str,
    *,
    at: datetime | None,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
) -> int:
    """Set the regions of PLATFORM beside each other: rights, legal bases, AI training and ways to object.

    PLATFORM is a platform or one document of it (platform/document). Regions are the variants of its series,
    and those that the texts of one series give.
    """
    page = page_target(html, f"{platform}-regions", archive, opened=opened)
    from policydiff.cache import Cache  # noqa: PLC0415 - not needed for the help
    from policydiff.report import region_report  # noqa: PLC0415
    from policydiff.workflows import positions  # noqa: PLC0415

    with Cache(cache_place(cache, archive)) as results:
        series = positions.named(archive, (platform,))
        until = at.replace(tzinfo=UTC) + timedelta(days=1) if at else None
        documents = positions.regions(archive, series, until, results, Progress())
    report = region_report.report(platform, documents)
    if page is not None:
        write_page(page, report, opened=opened)
    show(report, output_format, lambda: region_report.json(platform, documents))
    return 0
