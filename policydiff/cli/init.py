"""policydiff init."""

from __future__ import annotations

from pathlib import Path

import click

from policydiff.cli import output


@click.command(short_help="Begin an archive with an empty list of sources.")
@click.pass_obj
def init(archive: str) -> int:
    """Create the folder of the archive with a commented sources.toml. Existing files stay as they are."""
    from policydiff import sources  # noqa: PLC0415 - not needed for the help

    path = Path(archive, sources.FILE_NAME)
    there = path.is_file()
    sources.create(path)
    if there:
        output.show(f"{path} is there already; nothing was changed.")
    else:
        output.show(f"{path} is ready. Add what to follow: policydiff sources add --help")
    return 0
