"""policydiff facts DOCUMENT: what one text states."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli import output, selection, web
from policydiff.cli.progress import Progress
from policydiff.cli.reports import CACHE, FORMAT, cache_place, page_target, show, write_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from policydiff.cli.reports import ReportFormat
    from policydiff.history_models import Presence


@click.command(short_help="Show what one text states, matter by matter, in its own words.")
@click.argument("document")
@FORMAT
@click.option(
    "--only",
    multiple=True,
    metavar="CATEGORY",
    help="Tell only statements of this category; may be given again.",
)
@click.option("--all", "in_full", is_flag=True, help="Show every statement of each matter.")
@output.page_options
@CACHE
@web.options
@click.pass_obj
def facts(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    document: str,
    *,
    output_format: ReportFormat,
    only: tuple[str, ...],
    in_full: bool,
    html: str | None,
    opened: bool,
    cache: str | None,
    **access: Any,
) -> int:
    """Show what DOCUMENT states on AI training, choices, legal bases, rights and so on, in its own words.

    DOCUMENT is what `compare` takes as one side. For a page of the archive it also shows since when the
    document says so. Statements that rule something out ("we do not train") or say that it is paused are
    marked.
    """
    selection.check(only)
    page = page_target(html, f"{document}-facts", archive, opened=opened)
    saved = web.PageReader(archive, **access)(document)
    from policydiff.findings import stances  # noqa: PLC0415 - loads the parser
    from policydiff.report import stance_report  # noqa: PLC0415
    from policydiff.workflows import comparing  # noqa: PLC0415

    read = comparing.document(saved)
    seen, since = _history(archive, document, saved.name, cache)
    stated = stance_report.StatedIn(saved.name, read, stances(read), seen, since)
    report = stance_report.report(stated, only, in_full=in_full)
    if page is not None:
        write_page(page, stance_report.report(stated, only, in_full=True), opened=opened)
    show(report, output_format, lambda: stance_report.json(stated, only))
    if output_format == "text":
        web.tell_of_unbuilt(saved.name, read.quality)
    return 0


def _history(
    archive: str, asked: str, name: str, cache: str | None
) -> tuple[datetime | None, Mapping[str, Presence]]:
    """From when the capture counts, and by category since when the archive knows that the document states
    something; nothing of a page that is not from the archive."""
    from policydiff.archive import Archive, is_reference  # noqa: PLC0415

    if os.path.lexists(asked) or not is_reference(asked):
        return None, {}
    from policydiff.cache import Cache  # noqa: PLC0415
    from policydiff.workflows.timeline import SeriesHistory  # noqa: PLC0415

    snapshot = Archive(archive).resolve(name)
    with Cache(cache_place(cache, archive)) as results:
        presences = SeriesHistory(archive, snapshot.series, results, Progress()).presences()
    return snapshot.since, {one.asked: one for one in presences}
