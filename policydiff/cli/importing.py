"""policydiff import: history that others recorded, from a repository, files or a public archive."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from policydiff.cli import imported, public_archives, versions
from policydiff.cli.moment import Moment
from policydiff.cli.progress import counting
from policydiff.errors import UnusableOption

_DATE = Moment(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H%M%SZ", "%Y-%m-%dT%H:%M:%SZ"])


@click.group(name="import", short_help="Bring in history that others recorded.")
def importing() -> None:
    """Import history that others recorded. Running an import twice adds nothing twice."""


@importing.command(short_help="From a repository or dataset of Open Terms Archive.")
@click.argument("repository")
@click.option("--path", metavar="FILE", help='One document of it, such as "Instagram/Privacy Policy.md".')
@click.option("--variant", default="", help="Variant of the series, for a collection of one region.")
@click.option(
    "--declarations", metavar="FOLDER", help="The collection's declarations, which name the addresses."
)
@click.pass_obj
def ota(folder: str, repository: str, path: str | None, variant: str, declarations: str | None) -> int:
    """Import what Open Terms Archive recorded: versions or snapshots in a git REPOSITORY, bare or not, or in
    a dataset (.zip).

    Dates are the author dates, the order is that of the commits; in a dataset names are dates. Exit codes: 0
    done, 1 a series could not be imported, the others were, 2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.importers import import_ota, import_ota_dataset  # noqa: PLC0415
    from policydiff.sources.declared_addresses import DeclaredAddresses  # noqa: PLC0415

    archive = Archive(folder)
    more: dict[str, Any] = {"variant": variant, "progress": counting("records")}
    if declarations is not None:
        more["address_of"] = DeclaredAddresses(Path(declarations))
    if repository.lower().endswith(".zip"):
        terms = (path or "").removesuffix(".md")
        return imported.show(archive, import_ota_dataset(archive, repository, terms, **more))
    return imported.show(archive, import_ota(archive, repository, path, **more))


@importing.command(short_help="From pages that were saved as files.")
@click.argument("series")
@click.argument("files", nargs=-1, required=True)
@click.option("--date", type=_DATE, metavar="DATE", help="When all of them were captured, UTC: 2024-06-26.")
@click.option("--url", default="", help="Address of the page, if the files do not say it.")
@click.pass_obj
def files(folder: str, series: str, files: tuple[str, ...], date: datetime | None, url: str) -> int:
    """Import saved pages into a SERIES, platform/document or platform/document@variant.

    The date of each is taken from what the Wayback Machine or the program that saved it wrote into it, else
    from its name (year first). Exit codes: 0 done, 1 a file could not be imported, the others were,
    2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.importers import import_files  # noqa: PLC0415
    from policydiff.workflows.importing import reading  # noqa: PLC0415

    at = date.replace(tzinfo=UTC) if date else None
    archive = Archive(folder)
    latest = datetime.now(UTC) + timedelta(days=1)  # a name may have the day of a clock that is ahead
    with reading(archive) as read:
        done = import_files(archive, series, files, at=at, url=url, latest=latest, read=read)
        return imported.show(archive, done)


@importing.command(short_help="From a web archive in a file: WARC, ARC or WACZ.")
@click.argument("file")
@click.option("--series", default="", help="Series that the pages belong to, platform/document[@variant].")
@click.option("--url", "urls", multiple=True, help="Address of a page to import; may be given again.")
@click.pass_obj
def warc(folder: str, file: str, series: str, urls: tuple[str, ...]) -> int:
    """Import pages out of a web archive FILE (.warc, .warc.gz, .arc, .wacz).

    Without --series those of the addresses that sources.toml lists. A file of `policydiff export` says itself
    which series its pages belong to. Exit codes: 0 done, 1 a record could not be imported, the
    others were, 2 could not run.
    """
    from policydiff.archive import Archive  # noqa: PLC0415 - not needed for the help
    from policydiff.importers import import_warc  # noqa: PLC0415
    from policydiff.workflows.importing import reading  # noqa: PLC0415

    archive = Archive(folder)
    addresses = _addresses(folder, series, urls)
    with reading(archive) as read:
        return imported.show(
            archive, import_warc(archive, file, addresses, read=read, progress=counting("records"))
        )


def _addresses(archive: str, series: str, urls: tuple[str, ...]) -> dict[str, str]:
    """The series of each address: as the options say, else as sources.toml does."""
    from policydiff import sources  # noqa: PLC0415 - not needed for the help

    if bool(series) != bool(urls):
        raise UnusableOption(
            "--series" if series else "--url",
            "--series and --url belong together: name both",
            "Give both: --series lumio/terms --url https://lumio.example/terms",
        )
    listed = Path(archive, sources.FILE_NAME)
    if series or not listed.is_file():
        return dict.fromkeys(urls, series)
    single = (one for one in sources.read_sources(listed).sources if len(one.urls) == 1)
    return {one.urls[0]: one.name for one in single}


for _command in (
    public_archives.wayback,
    public_archives.memento,
    public_archives.commoncrawl,
    versions.versions,
):
    importing.add_command(_command)
