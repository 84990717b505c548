"""policydiff export: warc FILE, wacz FILE."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from policydiff.cli import output

if TYPE_CHECKING:
    from policydiff.exporters import Exported


@click.group(short_help="Write what the archive holds into files of other tools.")
def export() -> None:
    """Write what the archive holds, all series or those named, into files of other tools."""


@export.command(short_help="As a web archive that other tools replay.")
@click.argument("file")
@click.argument("series", nargs=-1)
@click.option("--no-text", is_flag=True, help="Leave out the text of each snapshot.")
@click.pass_obj
def warc(archive: str, file: str, series: tuple[str, ...], *, no_text: bool) -> int:
    """Write a WARC FILE, packed where its name ends in .gz: every page, and every check of it.

    `policydiff import warc` makes the same archive of it again.
    """
    from policydiff.exporters import export_warc  # noqa: PLC0415 - not needed for the help

    return _web_archive(export_warc, archive, file, series, no_text=no_text)


@export.command(short_help="As a web archive with an index, for viewers.")
@click.argument("file")
@click.argument("series", nargs=-1)
@click.option("--no-text", is_flag=True, help="Leave out the text of each snapshot.")
@click.pass_obj
def wacz(archive: str, file: str, series: tuple[str, ...], *, no_text: bool) -> int:
    """Write a WACZ FILE: as `export warc`, in the form that viewers such as replayweb.page open."""
    from policydiff.exporters import export_wacz  # noqa: PLC0415 - not needed for the help

    return _web_archive(export_wacz, archive, file, series, no_text=no_text)


def _web_archive(
    write: WebArchiveExport, archive: str, file: str, series: tuple[str, ...], *, no_text: bool
) -> int:
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.workflows.exporting import text_reader  # noqa: PLC0415

    output.check_target(file, archive)
    kept = Archive(archive)
    text = None if no_text else text_reader(kept)
    done = write(kept, file, series, text=text, progress=_progress)
    checks = f"{done.observations} {'observation' if done.observations == 1 else 'observations'}"
    pages = f"{done.pages} {'page' if done.pages == 1 else 'pages'}"
    output.show(f"{output.visible(file)}: {checks} of {done.series} series, {pages}, {done.records} records.")
    return 0


def _progress(done: int, total: int) -> None:
    """Count observations on a terminal, say nothing elsewhere."""
    if sys.stderr and sys.stderr.isatty():
        click.echo(f"\r{done} of {total} observations", err=True, nl=done == total)


if TYPE_CHECKING:
    from collections.abc import Callable

    WebArchiveExport = Callable[..., Exported]
