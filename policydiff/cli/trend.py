"""policydiff trend: who of the whole archive says what on one matter, and who added it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.companies import FINDING, tell
from policydiff.cli.moment import Moment
from policydiff.cli.reports import CACHE, FORMAT

if TYPE_CHECKING:
    from datetime import datetime

    from policydiff.cli.reports import ReportFormat


@click.command(short_help="Show which documents in the archive say something on a matter, and who added it.")
@FINDING
@click.option(
    "--since",
    type=Moment(["%Y-%m-%d"]),
    metavar="DATE",
    help="Tell first who added it on this day or later, such as the first day of the quarter.",
)
@FORMAT
@output.page_options
@CACHE
@click.pass_obj
def trend(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    *,
    finding: str,
    since: datetime | None,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
) -> int:
    """Show for every document in the archive whether it says something on one matter, in its own words, since
    when, and who added it since a given day."""
    tell(
        archive,
        (),
        finding,
        output_format=output_format,
        html=html,
        opened=opened,
        cache=cache,
        added_since=since.date() if since else None,
    )
    return 0
