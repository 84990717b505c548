"""policydiff when SOURCE PATTERN: since when a document says something."""

from __future__ import annotations

import json
import re

import click

from policydiff.cli.log import CACHE, cache_place, progress
from policydiff.errors import UnsupportedInput


@click.command(short_help="Tell since when a document says something.")
@click.argument("source")
@click.argument("pattern")
@click.option(
    "--format",
    "layout",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="What to print.",
)
@CACHE
@click.pass_obj
def when(archive: str, /, source: str, pattern: str, *, layout: str, cache: str | None) -> int:
    """Tell since when the document SOURCE says what PATTERN, a regular expression, matches."""
    from policydiff.cache import Cache  # noqa: PLC0415
    from policydiff.chronicle import Chronicle  # noqa: PLC0415

    try:
        wanted = re.compile(pattern)
    except re.error as error:
        raise UnsupportedInput(
            pattern, f"it is no regular expression ({error})", "Use --words for plain words"
        ) from error
    with Cache(cache_place(cache)) as kept:
        told = Chronicle(archive, source, kept, progress).presence(
            pattern, lambda text: bool(wanted.search(text))
        )
    print(
        json.dumps(
            {
                "present_from_start": told.present_from_start,
                "runs": [
                    {
                        name: {"date": one.at.isoformat(), "ref": one.ref}
                        for name, one in (("first", run.first), ("last", run.last))
                    }
                    for run in told.runs
                ],
            }
        )
    )
    return 0
