"""policydiff log SOURCE: the history of one document."""

from __future__ import annotations

import sys

import click

_FORMATS = ("text", "json", "markdown")

CACHE = click.option(
    "--cache",
    metavar="FILE",
    envvar="POLICYDIFF_CACHE",
    help="Where results are kept for the next time; by default in the user's cache folder, - for nowhere.",
)


@click.command(short_help="Tell how a document changed over time.")
@click.argument("source")
@click.option(
    "--format",
    "layout",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="What to print.",
)
@CACHE
@click.pass_obj
def log(archive: str, /, source: str, *, layout: str, cache: str | None) -> int:
    """Tell how the document SOURCE of the archive changed over time, noise removed.

    SOURCE is the name of a series, platform/document[@variant], as `sources list` shows it. Captures that are no good captures of the policy are passed over and named; each change is told once, in its own
    variant, with what compare finds in it.
    """
    from policydiff.cache import Cache  # noqa: PLC0415 - loads the parser
    from policydiff.chronicle import Chronicle  # noqa: PLC0415

    with Cache(cache_place(cache)) as kept:
        timeline = Chronicle(archive, source, kept, progress).timeline()
    print(timeline, layout)
    return 0


def cache_place(asked: str | None) -> str | None:
    """Where results are kept: as asked, by default with the user's other caches; None for nowhere."""
    from policydiff.cache import place  # noqa: PLC0415

    return None if asked == "-" else asked or str(place())


def progress(what: str, done: int, total: int) -> None:
    """Count on a terminal, say nothing elsewhere."""
    if sys.stderr and sys.stderr.isatty():
        click.echo(f"\r{what}: {done} of {total}", err=True, nl=done == total)
