"""policydiff export: warc FILE, wacz FILE, sqlite FILE, csv FOLDER, parquet FOLDER."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydiff.cli import output
from policydiff.cli.progress import counting
from policydiff.cli.reports import CACHE, cache_place

if TYPE_CHECKING:
    from policydiff.exporters import Exported


@click.group(short_help="Write what the archive holds into files for other tools.")
def export() -> None:
    """Write what the archive holds, all series or those named, into files for other tools."""


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


@export.command(short_help="As an SQLite database, as Datasette shows it.")
@click.argument("file")
@click.argument("series", nargs=-1)
@CACHE
@click.pass_obj
def sqlite(archive: str, /, file: str, series: tuple[str, ...], cache: str | None) -> int:
    """Write a database FILE: captures, documents, clauses, changes, findings, and a search over all words."""
    from policydiff.exporters import export_sqlite  # noqa: PLC0415 - not needed for the help

    output.check_target(file, archive)
    return _tables(export_sqlite, archive, file, series, cache)


@export.command(name="csv", short_help="As CSV files, one for each table.")
@click.argument("folder")
@click.argument("series", nargs=-1)
@CACHE
@click.pass_obj
def csv_files(archive: str, /, folder: str, series: tuple[str, ...], cache: str | None) -> int:
    """Write the tables of `export sqlite` as CSV files into a FOLDER."""
    from policydiff.exporters import export_csv  # noqa: PLC0415 - not needed for the help

    output.check_target(str(Path(folder, "series.csv")), archive)
    return _tables(export_csv, archive, folder, series, cache)


@export.command(short_help="As Parquet files, one for each table.")
@click.argument("folder")
@click.argument("series", nargs=-1)
@CACHE
@click.pass_obj
def parquet(archive: str, /, folder: str, series: tuple[str, ...], cache: str | None) -> int:
    """Write the tables of `export sqlite` as Parquet files into a FOLDER; needs the extra parquet."""
    from policydiff.exporters import export_parquet  # noqa: PLC0415 - not needed for the help

    output.check_target(str(Path(folder, "series.parquet")), archive)
    return _tables(export_parquet, archive, folder, series, cache)


def _tables(write: TablesExport, folder: str, place: str, series: tuple[str, ...], cache: str | None) -> int:
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.cache import Cache  # noqa: PLC0415
    from policydiff.exporters import chosen_series  # noqa: PLC0415
    from policydiff.workflows.export_rows import rows  # noqa: PLC0415

    archive = Archive(folder)
    names = chosen_series(archive, series)
    with Cache(cache_place(cache, folder)) as held:
        counts = write(place, rows(archive, names, held, counting("histories and documents")))
    written = ", ".join(f"{name} {count}" for name, count in counts.items())
    output.show(f"{output.visible(place)}: {written}.")
    return 0


def _web_archive(
    write: WebArchiveExport, folder: str, file: str, series: tuple[str, ...], *, no_text: bool
) -> int:
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.workflows.exporting import text_reader  # noqa: PLC0415

    output.check_target(file, folder)
    archive = Archive(folder)
    text = None if no_text else text_reader(archive)
    done = write(archive, file, series, text=text, progress=counting("observations"))
    checks = f"{done.observations} {'observation' if done.observations == 1 else 'observations'}"
    pages = f"{done.pages} {'page' if done.pages == 1 else 'pages'}"
    output.show(f"{output.visible(file)}: {checks} of {done.series} series, {pages}, {done.records} records.")
    return 0


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policydiff.exporters.tables import ExportRow

    WebArchiveExport = Callable[..., Exported]
    TablesExport = Callable[[str, Iterable[ExportRow]], dict[str, int]]
