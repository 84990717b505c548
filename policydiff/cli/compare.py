"""policydiff compare OLD NEW."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from policydiff import saved_page
from policydiff.cli import output, selection, web
from policydiff.cli.names import SERIES
from policydiff.errors import UnsupportedInput, UnwritableFile

if TYPE_CHECKING:
    from policydiff.models import Between, Comparison
    from policydiff.report.captures import CapturePair
    from policydiff.saved_page import SavedPage

SUBSTANCE = 1
"""Exit code for a change of substance, where it was asked for."""


@click.command(short_help="Tell what changed between two versions of a policy.")
@click.argument("old", type=SERIES)
@click.argument("new", type=SERIES)
@output.formats("text", "json", "markdown", "html")
@click.option(
    "--html", metavar="FILE", help="Also write the comparison to FILE, as a page to read in a browser."
)
@click.option(
    "--only",
    multiple=True,
    metavar="CATEGORY",
    help="Tell only findings of this category, such as ai-training; may be given again.",
)
@click.option(
    "--exit-code",
    is_flag=True,
    help="Exit with 1 if the verdict is substantive (with --only: for such a finding), else with 0.",
)
@web.options
@click.pass_obj
def compare(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    old: str,
    new: str,
    *,
    layout: str,
    html: str | None,
    only: tuple[str, ...],
    exit_code: bool,
    **access: Any,
) -> int:
    """Tell what changed between two versions of a policy, OLD and NEW.

    Each is a file: a page as saved (HTML, MHTML), Markdown or plain text, also packed by gzip, or a page of
    an archive, whose sidecar then tells its address and time. One of the two may be - for standard input.
    Or it is a reference to the archive: platform/document[@variant][@when], such as lumio/terms@latest~1 or
    lumio/terms@2024-06-26. Or it is an address of the web: https://lumio.example/terms as it is now, with
    @2024-06-26 behind it as it was then (from the archive or the Wayback Machine), or the address of a copy
    in the Wayback Machine. A date may be a month (2024-06) or a year (2024).

    A file that can be read but holds no policy gives the verdict broken-capture and says why.
    """
    from policydiff import resolve  # noqa: PLC0415 - loads the parser
    from policydiff.workflows import comparing  # noqa: PLC0415 - loads the parser

    if old == new == saved_page.STDIN:
        raise UnsupportedInput(
            "-", "both sides cannot come from standard input", "Name a file for one of them"
        )
    if html is not None:
        _check_target(html, archive, old, new)
    selection.check(only)
    read = web.PageReader(archive, **access)
    pages = read(old), read(new)
    comparison = selection.only(comparing.compare(*pages), only)
    told = comparison, named(*pages), resolve.between(*pages, archive)
    if html is not None:
        output.write(html, _rendered("html", *told))
    output.show(_rendered(layout, *told), coloured=layout == "text" and output.colour())
    return SUBSTANCE if exit_code and selection.of_substance(comparison, only) else 0


def _check_target(html: str, archive: str, *pages: str) -> None:
    """Refuse what is no file, and a page that the report is about: that page may be evidence."""
    if html == saved_page.STDIN:
        raise UnwritableFile(html, "this option writes a file", "Use --format html to print the page")
    output.check_target(html, archive, [*pages, *map(saved_page.sidecar, pages)])


def named(old: SavedPage, new: SavedPage) -> CapturePair:
    """How each side is called in a report."""
    from policydiff.report.captures import CaptureInfo, CapturePair  # noqa: PLC0415

    return CapturePair(
        *(CaptureInfo(page.name, page.captured_at, page.url, page.provenance) for page in (old, new))
    )


def _rendered(layout: str, comparison: Comparison, sides: CapturePair, between: Between | None) -> str:
    """The comparison in one of the formats; each loads only what it needs."""
    if layout == "json":
        from policydiff.report import comparison_json  # noqa: PLC0415

        return comparison_json.json(comparison, sides=sides, between=between)
    if layout == "html":
        from policydiff.report import html_page  # noqa: PLC0415

        return html_page.html(comparison, sides=sides, between=between)
    from policydiff.report import comparison_report, markdown, terminal  # noqa: PLC0415

    report = comparison_report.report(comparison, sides=sides, between=between)
    if layout == "markdown":
        return markdown.markdown(report)
    return terminal.text(report, width=output.width(), colour=output.colour())
