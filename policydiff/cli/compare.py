"""policydiff compare OLD NEW."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from policydiff import saved_page
from policydiff.cli import output_formats, selection, web
from policydiff.cli.name_completion import SERIES
from policydiff.errors import UnsupportedInput

if TYPE_CHECKING:
    from policydiff.report.side_names import CapturePair
    from policydiff.saved_page import SavedPage

SUBSTANCE = 1
"""Exit code for a change of substance, where it was asked for."""


@click.command(short_help="Show what changed between two versions of a policy.")
@click.argument("old", type=SERIES)
@click.argument("new", type=SERIES)
@output_formats.FORMAT
@output_formats.options
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
def compare(
    archive: str,
    /,
    old: str,
    new: str,
    *,
    only: tuple[str, ...],
    exit_code: bool,
    **options: Any,
) -> int:
    """Show what changed between two versions of a policy, OLD and NEW.

    Each is a file: a page as saved (HTML, MHTML), Markdown, plain text, a PDF (extra pdf), a Word document or
    OpenDocument text (extra office) or an e-mail, also packed by gzip, or a page of an archive, whose sidecar
    then tells its address and time. One of the two may be - for standard input. Or it is a reference to the
    archive: platform/document[@variant][@when], such as lumio/terms@latest~1 or lumio/terms@2024-06-26. Or it
    is an address of the web: https://lumio.example/terms for the page as it is now,
    https://lumio.example/terms@2024-06-26 for the page as it was then (from the archive or the Wayback
    Machine), or the address of a copy in the Wayback Machine. A date may be a month (2024-06) or a year
    (2024).

    A file that can be read but holds no policy gives the verdict broken-capture and says why.
    """
    from policydiff import resolve  # noqa: PLC0415 - loads the parser
    from policydiff.workflows import comparing  # noqa: PLC0415 - loads the parser

    if old == new == saved_page.STDIN:
        raise UnsupportedInput(
            "-", "both sides cannot come from standard input", "Name a file for one of them"
        )
    wanted = {name: options.pop(name) for name in output_formats.OPTIONS}
    plan = output_formats.output_plan(archive, (old, new), **wanted)
    selection.check(only)
    read = web.PageReader(archive, **options)
    pages = read(old), read(new)
    comparison = selection.only(comparing.compare(*pages), only)
    output_formats.write_output(plan, comparison, named(*pages), resolve.between(*pages, archive))
    if plan.output_format == "text":
        web.tell_of_unbuilt_sides(pages, comparison)
    return SUBSTANCE if exit_code and selection.of_substance(comparison, only) else 0


def named(old: SavedPage, new: SavedPage) -> CapturePair:
    """How each side is called in a report."""
    from policydiff.report.side_names import CaptureInfo, CapturePair  # noqa: PLC0415

    return CapturePair(
        *(CaptureInfo(page.name, page.captured_at, page.url, page.provenance) for page in (old, new))
    )
