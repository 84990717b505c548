"""policydiff import wayback, memento and commoncrawl: the past of a page out of public archives."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policydiff import __version__
from policydiff.cli import imported, web
from policydiff.cli.moment import Moment
from policydiff.cli.progress import counting
from policydiff.errors import UnusableOption
from policydiff.web_address import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from policydiff.archive import Archive
    from policydiff.fetch import HttpFetcher
    from policydiff.importers import WantedPage

_DAY = "%Y-%m-%d"
_FROM = click.option(
    "--from", "first", type=Moment([_DAY]), metavar="DATE", help="Only captures of this day or later."
)
_TO = click.option(
    "--to", "last", type=Moment([_DAY], end=True), metavar="DATE", help="Only captures up to this day."
)


@click.command(short_help="From the Wayback Machine.")
@click.argument("series")
@click.argument("url")
@_FROM
@_TO
@web.WAYBACK
@web.ALLOW_LOOPBACK
@click.pass_obj
def wayback(archive: str, /, series: str, url: str, **options: Any) -> int:
    """Import the copies that the Wayback Machine has of the page URL into a SERIES.

    It is asked at most 24 times a minute, and only once for the same bytes. If interrupted, run the same
    command again: it continues. Exit codes: 0 done, 1 a copy could not be fetched, the others were, 2 could
    not run.
    """
    from policydiff.importers import import_wayback  # noqa: PLC0415 - not needed for the help

    place = options["wayback"]
    with web.answering("--wayback", web.cdx(place)), _asking(archive, series, url, options) as asked:
        done = import_wayback(asked.archive, asked.page, asked.fetcher, address=place, **asked.more)
    return imported.show(asked.archive, done)


@click.command(short_help="From the TimeMap of any web archive.")
@click.argument("series")
@click.argument("timemap")
@click.option("--url", default="", help="Address of the page, if the TimeMap's address does not end in it.")
@_FROM
@_TO
@web.ALLOW_LOOPBACK
@click.pass_obj
def memento(archive: str, /, series: str, timemap: str, url: str, **options: Any) -> int:
    """Import the copies that a TIMEMAP lists (RFC 7089) into a SERIES, one a day; TIMEMAP is its address.
    Pace, interruption and exit codes are those of `import wayback`.
    """
    from policydiff.importers import import_memento  # noqa: PLC0415 - not needed for the help

    _, inside, rest = timemap.rpartition("/http")
    page = url or (f"http{rest}" if inside else "")
    if not page:
        problem = "the TimeMap's address does not end in that of a page"
        raise UnusableOption("--url", problem, "Give it: --url https://lumio.example/privacy")
    with _asking(archive, series, page, options) as asked:
        done = import_memento(asked.archive, asked.page, timemap, asked.fetcher, **asked.more)
    return imported.show(asked.archive, done)


@click.command(short_help="From the crawls of Common Crawl.")
@click.argument("series")
@click.argument("url")
@_FROM
@_TO
@click.option(
    "--index",
    metavar="URL",
    envvar="POLICYDIFF_COMMONCRAWL_INDEX",
    default="https://index.commoncrawl.org",
    show_default=True,
    help="Where the indexes are.",
)
@click.option(
    "--data",
    metavar="URL",
    envvar="POLICYDIFF_COMMONCRAWL_DATA",
    default="https://data.commoncrawl.org",
    show_default=True,
    help="Where the files are.",
)
@web.ALLOW_LOOPBACK
@click.pass_obj
def commoncrawl(archive: str, /, series: str, url: str, **options: Any) -> int:
    """Import what the crawls of Common Crawl have of the page URL into a SERIES. Pace, interruption and exit
    codes are those of `import wayback`.
    """
    from policydiff.importers import import_commoncrawl  # noqa: PLC0415 - not needed for the help

    places = {"index": options["index"], "data": options["data"]}
    crawls = places["index"].rstrip("/")
    with web.answering("--index", crawls), _asking(archive, series, url, options) as asked:
        done = import_commoncrawl(asked.archive, asked.page, asked.fetcher, **places, **asked.more)
    return imported.show(asked.archive, done)


@dataclass(frozen=True)
class _Asking:
    """What importers of public archives need."""

    archive: Archive
    page: WantedPage
    fetcher: HttpFetcher
    more: dict[str, Any]
    """What says whether captures are good ones, and what counts them."""


@contextmanager
def _asking(folder: str, series: str, url: str, options: dict[str, Any]) -> Iterator[_Asking]:
    from policydiff import sources  # noqa: PLC0415 - all not needed for the help
    from policydiff.archive import Archive  # noqa: PLC0415
    from policydiff.fetch import HttpFetcher, user_agent  # noqa: PLC0415
    from policydiff.importers import WantedPage, service  # noqa: PLC0415
    from policydiff.workflows.importing import reading  # noqa: PLC0415

    address = parse_address(url)
    if address is None or address.replay or address.when:
        problem = "it is no address of a page"
        raise UnusableOption(url[:200], problem, "Write it as in https://lumio.example/privacy")
    listed = Path(folder, sources.FILE_NAME)
    contact = sources.read_sources(listed).contact if listed.is_file() else ""
    # A server on this machine is no public archive that has to be spared.
    pause = 0.0 if options["allow_loopback"] else service.PAUSE
    fetcher = HttpFetcher(
        user_agent=user_agent(__version__, contact),
        environment=os.environ,
        allow_loopback=options["allow_loopback"],
        limits=service.limits(pause),
    )
    archive = Archive(folder)
    archive.observations(series)  # which refuses what is no name of a series before anybody is asked
    page = WantedPage(series, url, _start(options["first"]), _end(options["last"]))
    with reading(archive) as read:
        yield _Asking(archive, page, fetcher, {"read": read, "progress": counting("copies")})


def _start(day: datetime | None) -> datetime | None:
    return day.replace(tzinfo=UTC) if day else None


def _end(day: datetime | None) -> datetime | None:
    """The last moment of a day."""
    return day.replace(tzinfo=UTC) + timedelta(days=1, microseconds=-1) if day else None
