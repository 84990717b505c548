"""policydiff findings OLD NEW: the findings alone, and what the rules look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff import files
from policydiff.cli import output, selection
from policydiff.errors import UnsupportedInput

if TYPE_CHECKING:
    from policydiff.models import Comparison
    from policydiff.report.sides import Sides


@click.command(short_help="Tell what changed in substance, and what the rules look for.")
@click.argument("old", required=False)
@click.argument("new", required=False)
@output.formats("text", "json", "markdown")
@click.option("--only", multiple=True, metavar="CATEGORY", help="Tell only findings of this category.")
@click.option("--explain", metavar="RULE", help="Tell what a rule looks for and what it cannot see.")
@click.option("--list", "listed", is_flag=True, help="List the rules.")
@click.pass_obj
def findings(  # noqa: PLR0913 - click gives each by name
    archive: str,
    /,
    old: str | None,
    new: str | None,
    *,
    layout: str,
    only: tuple[str, ...],
    explain: str | None,
    listed: bool,
) -> None:
    """Tell what changed in substance between OLD and NEW, and nothing else.

    OLD and NEW are what `compare` takes. With --list or --explain no files are needed: they tell of the
    rules themselves.
    """
    if listed:
        output.show(_list())
    elif explain is not None:
        output.show(_explained(explain))
    elif old is None or new is None:
        raise click.UsageError("Name two versions, OLD and NEW; or use --list or --explain RULE.")
    elif old == new == files.STDIN:
        raise UnsupportedInput(
            "-", "both sides cannot come from standard input", "Name a file for one of them"
        )
    else:
        selection.check(only)
        output.show(_told(archive, old, new, layout, only), coloured=layout == "text" and output.colour())


def _list() -> str:
    from policydiff.findings import CATALOGUE  # noqa: PLC0415

    widest = max(len(rule.id) for rule in CATALOGUE)
    return "\n".join(f"{rule.id:{widest}}  {rule.looks_for}" for rule in CATALOGUE)


def _explained(name: str) -> str:
    from policydiff.findings import CATALOGUE  # noqa: PLC0415

    rule = next((rule for rule in CATALOGUE if rule.id == name), None)
    if rule is None:
        names = [rule.id for rule in CATALOGUE]
        raise UnsupportedInput(name, "no such rule", selection.advice(name, names))
    about = (("Category", rule.category), ("Looks for", rule.looks_for), ("Example", rule.example),
             ("Cannot see", rule.limits))  # fmt: skip
    lines = [f"Rule {rule.id}", *(f"{label + ':':<12}{text}" for label, text in about)]
    return "\n".join(click.wrap_text(line, output.width(), subsequent_indent=" " * 12) for line in lines)


def _told(archive: str, old: str, new: str, layout: str, only: tuple[str, ...]) -> str:
    from policydiff import opening, pipeline  # noqa: PLC0415 - loads the parser
    from policydiff.cli.compare import named  # noqa: PLC0415

    pages = opening.read(old, archive), opening.read(new, archive)
    return _rendered(layout, selection.only(pipeline.compare(*pages), only), named(*pages))


def _rendered(layout: str, comparison: Comparison, sides: Sides) -> str:
    if layout == "json":
        from policydiff.report import data  # noqa: PLC0415

        return data.findings(comparison)
    if layout == "markdown":
        from policydiff.report import markdown  # noqa: PLC0415

        return markdown.findings(comparison, sides=sides)
    from policydiff.report import terminal  # noqa: PLC0415

    return terminal.findings(comparison, sides=sides, width=output.width(), colour=output.colour())
