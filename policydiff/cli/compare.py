"""policydiff compare OLD NEW."""

from __future__ import annotations

import click

from policydiff import files
from policydiff.cli import output
from policydiff.errors import UnsupportedInput

SUBSTANCE = 1
"""Exit code for a change of substance, where it was asked for."""


@click.command(short_help="Tell what changed between two versions of a policy.")
@click.argument("old")
@click.argument("new")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something of substance changed, else 0.")
def compare(old: str, new: str, *, exit_code: bool) -> int:
    """Tell what changed between two versions of a policy, OLD and NEW.

    Each is a file: a page as saved, the same packed by gzip, Markdown or plain text, or a page of an
    archive. One of them may be - for standard input.
    """
    from policydiff.pipeline import compare as compare_pages  # noqa: PLC0415 - loads the parser

    if old == new == files.STDIN:
        raise UnsupportedInput("-", "both sides cannot come from standard input", "Name a file for one")
    comparison = compare_pages(old, new)
    lines = [f"Verdict: {comparison.verdict}", *(f"- {reason.sentence}" for reason in comparison.reasons)]
    output.show("\n".join(lines))
    return SUBSTANCE if exit_code and comparison.verdict == "substantive" else 0
