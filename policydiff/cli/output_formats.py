"""The output formats of `compare`: printed, and written to files."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

import click

from policydiff import saved_page
from policydiff.atomic_write import write_whole
from policydiff.cli import output, reports
from policydiff.cli.progress import written
from policydiff.errors import UnsupportedInput, UnusableOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.models import Between, Comparison
    from policydiff.report.comparison_parts import ComparisonParts
    from policydiff.report.side_names import CapturePair

_Command = TypeVar("_Command", bound="Callable[..., Any]")
ComparisonFormat = Literal[reports.BlockFormat, "json", "html", "csv"]
"""What `--format` of `compare` may be. A name that is added here, and not to `BlockFormat`, needs its branch
in `rendered`: until then the types do not hold, and the command fails."""
FORMAT = output.formats(*get_args(ComparisonFormat))
OPTIONS = ("output_format", "html", "opened", "docx", "card", "fragment")
"""The names of all options on what is to be made of a comparison, as `output_plan` takes them."""


def options(command: _Command) -> _Command:
    """The options that ask for a file, or for another output than the printed one."""
    number = click.IntRange(1)
    for option in (
        click.option(
            "--card",
            type=number,
            metavar="N",
            help="Write finding N as a picture (PNG), named after what is compared; needs the extra browser.",
        ),
        click.option(
            "--fragment", type=number, metavar="N", help="Print finding N as a block of HTML for an article."
        ),
        click.option(
            "--docx",
            metavar="FILE",
            help="Also write the comparison to FILE, with tracked changes; needs the extra docx.",
        ),
    ):
        command = option(command)
    return output.page_options(command)


@dataclass(frozen=True, slots=True)
class OutputPlan:
    """What is to be made of a comparison. Everything that can be refused is refused before a page is read."""

    output_format: ComparisonFormat
    page: str | None
    """Where a page is to be written."""
    opened: bool
    docx: str | None
    card: int | None
    card_file: str
    fragment: int | None


def output_plan(  # noqa: PLR0913 - one for each option
    archive: str,
    sides: tuple[str, str],
    *,
    output_format: ComparisonFormat,
    html: str | None,
    opened: bool,
    docx: str | None,
    card: int | None,
    fragment: int | None,
) -> OutputPlan:
    """What the options ask for.

    Raises:
        UnwritableFile: a result would land on evidence, or on what is read.
        UnsupportedInput: an extra is not installed.
    """
    page = output.page_target(html, sides[1], opened=opened)
    picture = f"{output.stem(sides[1])}-finding-{card}.png"
    for target in filter(None, (page, docx, picture if card else None)):
        output.check_target(target, archive, [*sides, *map(saved_page.sidecar, sides)])
    if page is not None:
        output.check_page(page)
    if docx is not None and find_spec("docx") is None:
        advice = "Install the extra: pip install 'policydiff[docx]'"
        raise UnsupportedInput("--docx", "writing it needs python-docx, which is not installed", advice)
    return OutputPlan(output_format, page, opened, docx, card, picture, fragment)


def write_output(
    plan: OutputPlan, comparison: Comparison, sides: CapturePair, between: Between | None
) -> None:
    """Write the files that are wanted, and print the result."""
    from policydiff.report.comparison_parts import ComparisonParts  # noqa: PLC0415 - loads the reports

    parts = ComparisonParts(comparison, sides, between)
    if plan.page is not None:
        output.write(plan.page, rendered("html", parts))
        written(plan.page)
        if plan.opened:
            output.open_page(plan.page)
    if plan.docx is not None:
        from policydiff.report import docx_file  # noqa: PLC0415 - an extra

        write_whole(plan.docx, docx_file.docx(comparison, sides=sides, between=between, parts=parts))
    if plan.card is not None:
        from policydiff import screenshot  # noqa: PLC0415 - loads the fetchers

        write_whole(plan.card_file, screenshot.png(_finding("card", comparison, plan.card, sides)))
        written(plan.card_file)
    if plan.fragment is not None:
        output.show(_finding("fragment", comparison, plan.fragment, sides))
    else:
        text = rendered(plan.output_format, parts)
        output.show(text, coloured=plan.output_format == "text" and output.colour())


def _finding(form: str, comparison: Comparison, number: int, sides: CapturePair) -> str:
    from policydiff.report import fragments  # noqa: PLC0415 - loads jinja2

    try:
        make = fragments.card if form == "card" else fragments.fragment
        return make(comparison, number, sides=sides)
    except IndexError as error:
        found = len(fragments.numbered(comparison, sides))
        advice = f"Choose a number from 1 to {found}" if found else "Compare without the option to see why"
        problem = f"there is no finding {number}" if found else "there are no findings"
        raise UnusableOption(f"--{form}", problem, advice) from error


def rendered(output_format: ComparisonFormat, parts: ComparisonParts) -> str:
    """The comparison in one of the formats; each loads only what it needs."""
    comparison, sides, between = parts.comparison, parts.sides, parts.between
    match output_format:
        case "json":
            from policydiff.report import comparison_json  # noqa: PLC0415

            return comparison_json.json(comparison, sides=sides, between=between)
        case "csv":
            from policydiff.report import comparison_csv  # noqa: PLC0415

            return comparison_csv.text(comparison, sides=sides)
        case "html":
            from policydiff.report import html_page  # noqa: PLC0415

            return html_page.html(comparison, sides=sides, between=between, parts=parts)
        case _:
            from policydiff.report import comparison_report  # noqa: PLC0415

            report = comparison_report.report(comparison, sides=sides, between=between, parts=parts)
            return reports.printed(report, output_format)
