"""What commands share that take addresses of the web: options, and the reader of whatever names a page."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policydiff import __version__
from policydiff.cli import output
from policydiff.cli.progress import doing
from policydiff.errors import FetchFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policydiff.archive import Archive
    from policydiff.models import Comparison, Quality, Source
    from policydiff.saved_page import SavedPage
    from policydiff.sources import SourceList
    from policydiff.web_address import WebAddress
    from policydiff.workflows.visiting import Visitor

_Command = TypeVar("_Command", bound="Callable[..., Any]")

ALLOW_LOOPBACK = click.option(
    "--allow-loopback", is_flag=True, help="Also ask servers on this machine (for trying things out)."
)
WAYBACK = click.option(
    "--wayback",
    metavar="URL",
    envvar="POLICYDIFF_WAYBACK",
    default="https://web.archive.org",
    show_default=True,
    help="Where the Wayback Machine answers.",
)


_ELSEWHERE = frozenset(("bad-address", "bad-redirect", "not-found"))
"""Failures by which a service shows that it does not answer at this address."""
_UNBUILT = "empty-shell"
"""The reason of a page that was saved before its scripts had built it."""


@contextmanager
def answering(option: str, place: str) -> Iterator[None]:
    """Of a service that does not answer at its own address, tell by which option that is given.

    Args:
        option: such as "--wayback".
        place: how the addresses begin at which the service itself is asked, and no page.
    """
    try:
        yield
    except FetchFailed as failed:
        if failed.kind not in _ELSEWHERE or not failed.subject.startswith(place):
            raise
        advice = f"Check the address given by {option}"
        raise FetchFailed(failed.subject, failed.problem, advice) from failed


def cdx(place: str) -> str:
    """How the addresses begin at which a Wayback Machine lists its copies."""
    return f"{place.rstrip('/')}/cdx/"


def tell_of_unbuilt(name: str, quality: Quality) -> None:
    """Say on standard error what to do about a page that was saved before its scripts had built it.

    Args:
        name: of the page.
        quality: how good a capture it is.
    """
    if any(reason.code == _UNBUILT for reason in quality.reasons):
        step = "Save it from a browser once it shows its text; the extra browser fetches such addresses"
        click.echo(f"{output.visible(name)}: its scripts have not run. {step}.", err=True)


def tell_of_unbuilt_sides(pages: tuple[SavedPage, SavedPage], comparison: Comparison) -> None:
    """The same of both sides of a comparison, of one page once."""
    sides = zip(pages, (comparison.old, comparison.new), strict=True)
    for name, quality in {page.name: document.quality for page, document in sides}.items():
        tell_of_unbuilt(name, quality)


def options(command: _Command) -> _Command:
    """The options of a command that takes addresses; it gets `allow_loopback`, `wayback`, `no_keep`."""
    keep = click.option(
        "--no-keep", is_flag=True, help="Do not keep in the archive what is fetched for this command."
    )
    return keep(WAYBACK(ALLOW_LOOPBACK(command)))


class PageReader:
    """Reads whatever names a page; what gets pages of the web is loaded when an address is met."""

    def __init__(self, archive: str, *, allow_loopback: bool, wayback: str, no_keep: bool) -> None:
        self._archive = archive
        self._allow_loopback = allow_loopback
        self._wayback = wayback
        self._keep = not no_keep
        self._visitor: Visitor | None = None

    def __call__(self, name: str) -> SavedPage:
        """The page that is meant, as `resolve.read_named` says."""
        from policydiff import resolve  # noqa: PLC0415 - loads the parser

        return resolve.read_named(name, self._archive, self._visit)

    def _visit(self, address: WebAddress) -> SavedPage:
        self._visitor = self._visitor or self._new_visitor()
        doing(f"Fetching {address.replay or address.url}")
        with answering("--wayback", cdx(self._wayback)):
            return self._visitor(address)

    def _new_visitor(self) -> Visitor:
        from policydiff.fetch import open_fetchers  # noqa: PLC0415 - loads the network
        from policydiff.workflows.visiting import Visitor  # noqa: PLC0415

        archive, listed = _existing(self._archive)
        contact = listed.contact if listed else ""
        return Visitor(
            fetchers=open_fetchers(contact, __version__, os.environ, allow_loopback=self._allow_loopback),
            archive=archive,
            sources=listed.sources if listed else (),
            keep=self._keep,
            wayback=self._wayback,
            tell=lambda sentence: click.echo(output.visible(sentence), err=True),
        )


def contact(place: str) -> str:
    """Where a platform can read who uses the program, as the archive's list says; "" without one."""
    listed = _existing(place)[1]
    return listed.contact if listed else ""


def source_of(place: str) -> Callable[[str], Source]:
    """What an address is kept under in an archive: the source that is listed with it, else one of its own."""
    from policydiff.archive import Archive  # noqa: PLC0415
    from policydiff.workflows import visiting  # noqa: PLC0415 - loads the network

    listed = _existing(place)[1]
    sources = listed.sources if listed else ()
    archive = Archive(place)
    return lambda url: visiting.source_of(url, sources, archive)


def _existing(place: str) -> tuple[Archive | None, SourceList | None]:
    """The archive and its list, each None if it is not there."""
    from policydiff import sources  # noqa: PLC0415
    from policydiff.archive import Archive  # noqa: PLC0415

    path = Path(place, sources.FILE_NAME)
    listed = sources.read_sources(path) if path.is_file() else None
    archive = Archive(place)
    return (archive if listed is not None or archive.series() else None), listed
