"""policydiff findings OLD NEW: the findings alone, and which kinds of findings there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from policydiff import saved_page
from policydiff.cli import output, reports, selection, web
from policydiff.cli.name_completion import SERIES
from policydiff.errors import UnsupportedInput

if TYPE_CHECKING:
    from policydiff.cli.reports import ReportFormat
    from policydiff.saved_page import SavedPage


@click.command(short_help="Show what changed in substance, or list the kinds of findings.")
@click.argument("old", type=SERIES, required=False)
@click.argument("new", type=SERIES, required=False)
@reports.FORMAT
@click.option(
    "--only",
    multiple=True,
    metavar="CATEGORY",
    help="Tell only findings of this category; may be given again.",
)
@click.option(
    "--explain", metavar="KIND", help="Explain a kind of finding: what it is about and what it misses."
)
@click.option("--list", "listed", is_flag=True, help="List the kinds of findings.")
@web.options
@click.pass_obj
def findings(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    old: str | None,
    new: str | None,
    *,
    output_format: ReportFormat,
    only: tuple[str, ...],
    explain: str | None,
    listed: bool,
    **access: Any,
) -> None:
    """Show what changed in substance between OLD and NEW, and nothing else.

    OLD and NEW are what `compare` takes. With --list or --explain no files are needed: they describe the
    kinds of findings.
    """
    if listed:
        output.show(_list())
    elif explain is not None:
        output.show(_explained(explain))
    elif old is None or new is None:
        raise click.UsageError("Name two versions, OLD and NEW; or use --list or --explain KIND.")
    elif old == new == saved_page.STDIN:
        raise UnsupportedInput(
            "-", "both sides cannot come from standard input", "Name a file for one of them"
        )
    else:
        selection.check(only)
        read = web.PageReader(archive, **access)
        _show(read(old), read(new), output_format, only)


def _list() -> str:
    from policydiff.findings import RULES  # noqa: PLC0415

    widest = max(len(kind.id) for kind in RULES)
    return "\n".join(f"{kind.id:{widest}}  {kind.looks_for}" for kind in RULES)


def _explained(name: str) -> str:
    from policydiff.findings import RULES  # noqa: PLC0415

    kind = next((kind for kind in RULES if kind.id == name), None)
    if kind is None:
        names = [kind.id for kind in RULES]
        raise UnsupportedInput(name, "no such kind of finding", selection.advice(name, names))
    about = (("Category", kind.category), ("Tells", kind.looks_for), ("Example", kind.example),
             ("Cannot see", kind.limits))  # fmt: skip
    lines = [f"Kind of finding: {kind.id}", *(f"{label + ':':<12}{text}" for label, text in about)]
    return "\n".join(
        click.wrap_text(line, output.terminal_width(), subsequent_indent=" " * 12) for line in lines
    )


def _show(old: SavedPage, new: SavedPage, output_format: ReportFormat, only: tuple[str, ...]) -> None:
    from policydiff.cli.compare import named  # noqa: PLC0415
    from policydiff.report import comparison_json, comparison_report  # noqa: PLC0415
    from policydiff.workflows import comparing  # noqa: PLC0415 - loads the parser

    comparison = selection.only(comparing.compare(old, new), only)
    report = comparison_report.findings_report(comparison, sides=named(old, new))
    reports.show(report, output_format, lambda: comparison_json.findings(comparison))
    if output_format == "text":
        web.tell_of_unbuilt_sides((old, new), comparison)
