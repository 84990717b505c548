"""The page that a name on the command line means: a file, standard input, an address of the web, or a
reference to an archive.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import saved_page, sources, web_address
from policydiff.archive import Archive, is_reference, parse_reference
from policydiff.errors import InvalidReference, UnknownReference, UnreadableFile, UnsupportedInput
from policydiff.models import Between

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.models import Snapshot
    from policydiff.saved_page import SavedPage
    from policydiff.web_address import WebAddress


def offline(address: WebAddress) -> SavedPage:
    """Refuse an address, for callers without a network."""
    raise UnsupportedInput(address.url, "pages of the web are not fetched here", "Give the page as a file")


def read_named(name: str, archive: str, visit: Callable[[WebAddress], SavedPage] = offline) -> SavedPage:
    """The page that is meant.

    Args:
        name: A path, "-", an address of the web, or "platform/document[@variant][@when]".
        archive: The folder of the archive, for references.
        visit: Fetches the page of an address.

    Raises:
        FetchFailed: The page could not be fetched.
        UnsupportedInput: An address that is not one of a page of the web (file:).
        UnreadableFile: There is no such file, and it has not the form of a reference.
        InvalidReference: Likewise, and an @ says that one was meant.
        UnknownReference: The archive has nothing of that name, or nothing that old.
        InvalidSources: The archive's list of sources has faults.
        DamagedArchive: The bytes are not those that were archived.
    """
    if name == saved_page.STDIN or os.path.lexists(name):
        return saved_page.read_file(name)
    address = web_address.parse_address(name)
    if address is not None:
        return visit(address)
    try:
        parse_reference(name)
    except InvalidReference as error:
        if "@" not in name:
            return _read_missing(name)
        problem = f"there is no such file, and {error.problem}"
        raise InvalidReference(error.subject, problem, error.advice) from error
    kept = Archive(archive)
    snapshot = kept.resolve(name)
    return page(kept, snapshot, selectors(kept, snapshot.series))


def _read_missing(name: str) -> SavedPage:
    """The error for a file that does not exist, with a suggestion."""
    try:
        return saved_page.read_file(name)
    except UnreadableFile as error:
        near = get_close_matches(Path(name).name, _beside(name), n=3)
        advice = f"Did you mean {' or '.join(near)}?" if near else error.advice
        if not near and web_address.looks_like_a_host(name):
            advice = f"Check the name; for a page of the web write https://{name}"
        raise UnreadableFile(error.subject, error.problem, advice) from error


def _beside(name: str) -> list[str]:
    """The names of the files in the folder in which a file was looked for."""
    try:
        return [one.name for one in Path(name).parent.iterdir()][:10_000]
    except (OSError, ValueError):
        return []


def page(archive: Archive, snapshot: Snapshot, selectors: tuple[str, ...]) -> SavedPage:
    """The page that a snapshot holds, with the further pages that belong to it.

    Args:
        archive: holds it.
        snapshot: which one.
        selectors: as `selectors` gives them.

    Raises:
        DamagedArchive: the bytes are not those that were archived.
    """
    captures = archive.captures(snapshot)
    return saved_page.page_of_captures(captures, snapshot.reference, at=snapshot.at, selectors=selectors)


def between(old: SavedPage, new: SavedPage, archive: str) -> Between | None:
    """What the archive knows about the time between two pages of one series; None for other pages.

    Args:
        old: the earlier page, as `read_named` gives it.
        new: the later one.
        archive: the folder of the archive.
    """
    if not all(is_reference(one.name) and not os.path.lexists(one.name) for one in (old, new)):
        return None
    kept = Archive(archive)
    try:
        first, last = kept.resolve(old.name), kept.resolve(new.name)
    except UnknownReference:
        return None  # it came from elsewhere and is called as an archive would call it
    if first.series != last.series or last.since <= first.since:
        return None
    seen = [one for one in kept.snapshots(first.series) if first.since < one.since < last.since]
    return Between(first.seen_until if first.seen_until < last.since else None, len(seen))


def selectors(archive: Archive, series: str) -> tuple[str, ...]:
    """The CSS selectors for a series in the archive's list of sources: all its snapshots are read by today's
    selectors.

    Raises:
        InvalidSources: The archive's list of sources has faults.
    """
    listed = archive.path / "sources.toml"
    if not listed.is_file():
        return ()
    given = {source.name: source.selectors for source in sources.read_sources(listed).sources}
    return given.get(series, ())
