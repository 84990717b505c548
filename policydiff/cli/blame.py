"""policydiff blame REF: since when each clause of a capture reads as it does, and its earlier wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, page_target, show, write_page

if TYPE_CHECKING:
    from policydiff.cli.reports import ReportFormat


@click.command(short_help="Show since when each clause reads as it does, and its earlier wordings.")
@click.argument("ref")
@click.option("--changed", is_flag=True, help="Only clauses whose wording is not in the first capture.")
@click.option(
    "--words",
    default="",
    metavar="TEXT",
    help="Only clauses that say or said this; case is ignored.",
)
@FORMAT
@output.page_options
@CACHE
@click.pass_obj
def blame(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    ref: str,
    *,
    changed: bool,
    words: str,
    output_format: ReportFormat,
    html: str | None,
    opened: bool,
    cache: str | None,
) -> int:
    """Show since when each clause of a capture reads as it does, and every wording that it had before.

    REF is a reference to the archive: platform/document[@variant][@when]. A wording counts from the first
    capture of the same variant that has it; bad captures are passed over.
    """
    page = page_target(html, f"{ref}-wordings", archive, opened=opened)
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.cache import Cache  # noqa: PLC0415
    from policydiff.report import biography_report  # noqa: PLC0415
    from policydiff.workflows.timeline import SeriesHistory  # noqa: PLC0415

    snapshot = Archive(archive).resolve(ref)
    with Cache(cache_place(cache, archive)) as results:
        history = SeriesHistory(archive, snapshot.series, results, Progress())
        biographies = history.biographies(snapshot.reference)
    report = biography_report.report(biographies, changed=changed, words=words)
    if page is not None:
        write_page(page, report, opened=opened)
    show(report, output_format, lambda: biography_report.json(biographies, changed=changed, words=words))
    return 0
