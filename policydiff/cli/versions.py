"""policydiff import versions: the earlier versions that a platform publishes itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff import __version__
from policydiff.cli import imported, output, web
from policydiff.cli.name_completion import SERIES
from policydiff.cli.progress import counting
from policydiff.errors import UnusableOption

if TYPE_CHECKING:
    from policydiff.models import Source


@click.command(short_help="From the platform's own list of earlier versions.")
@click.argument("series", type=SERIES)
@click.argument("url")
@click.option("--dry-run", is_flag=True, help="Only show the list; nothing is kept.")
@web.ALLOW_LOOPBACK
@click.pass_obj
def versions(folder: str, /, series: str, url: str, *, dry_run: bool, allow_loopback: bool) -> int:
    """Import into a SERIES the earlier versions that the platform's page URL lists with dates and links.

    Each is imported under the date that the platform gives, which nobody else confirms. If interrupted, run
    the same command again: it continues. Exit codes: 0 done, 1 a version could not be fetched, the
    others were, 2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - all not needed for the help
    from policydiff.fetch import open_fetchers  # noqa: PLC0415
    from policydiff.web_address import parse_address  # noqa: PLC0415
    from policydiff.workflows import earlier_versions  # noqa: PLC0415

    address = parse_address(url)
    if address is None or address.replay or address.when:
        problem = "it is no address of a page"
        raise UnusableOption(url[:200], problem, "Write it as in https://lumio.example/privacy/archive")
    archive = Archive(folder)
    archive.observations(series)  # which refuses what is no name of a series before anybody is asked
    fetchers = open_fetchers(web.contact(folder), __version__, os.environ, allow_loopback=allow_loopback)
    source = _source(folder, series)
    if dry_run:
        found = earlier_versions.listed_versions(source, address.url, fetchers)
        lines = [output.visible(f"{one.day}  {one.url}  ({one.words})") for one in found.versions]
        lines += [output.visible(f"Left out: {left}: {reason}.") for left, reason in found.left_out]
        count = len(found.versions)
        output.show("\n".join([*lines, f"{count} {'version' if count == 1 else 'versions'}."]))
        return 0
    done = earlier_versions.import_listed(archive, source, address.url, fetchers, counting("versions"))
    return imported.show(archive, done)


def _source(archive: str, series: str) -> Source:
    """The source of that name, else one without an address."""
    from policydiff import sources  # noqa: PLC0415
    from policydiff.archive import parse_reference  # noqa: PLC0415
    from policydiff.models import Source, series_name  # noqa: PLC0415

    listed = Path(archive, sources.FILE_NAME)
    known = sources.read_sources(listed).sources if listed.is_file() else ()
    name = series_name(parse_reference(series).series)
    named = [one for one in known if one.name == series]
    return named[0] if named else Source(name.platform, name.document, (), name.variant)
