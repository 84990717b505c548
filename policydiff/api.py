"""The questions that a program may ask of an archive, one function each: `timeline`, `when`, `fetch_sources`.

They do the work of the commands `log`, `when` and `fetch`. `compare` and `normalise` need no archive and come
from the stages. docs/api.md has an example of each.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import __version__, pattern_search, sources
from policydiff.archive import Archive
from policydiff.cache import Cache
from policydiff.errors import UnusableOption
from policydiff.fetch import open_fetchers
from policydiff.workflows.fetching import follow
from policydiff.workflows.timeline import SeriesHistory, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from policydiff.history_models import Presence, Timeline
    from policydiff.workflows.fetching import Outcome


def timeline(
    archive: str | PathLike[str], series: str, *, cache: str | PathLike[str] | None = None
) -> Timeline:
    """How a document changed over time, each change once and noise removed.

    Args:
        archive: the folder of the archive.
        series: "platform/document" or "platform/document@variant".
        cache: the file in which results are kept for the next time; None keeps none.

    Raises:
        UnknownReference: there is no such series, or nothing was ever seen.
        DamagedArchive: the archive does not match its hashes.
        UnusableCache: `cache` is a file that is no cache of policydiff.
    """
    with Cache(cache) as kept:
        return SeriesHistory(archive, series, kept).timeline()


def when(
    archive: str | PathLike[str],
    series: str,
    words: str,
    *,
    regex: bool = False,
    cache: str | PathLike[str] | None = None,
) -> Presence:
    """Since when a document says some words, and whether it stopped.

    Args:
        archive: the folder of the archive.
        series: "platform/document" or "platform/document@variant".
        words: whole words in this order; case and white space are ignored.
        regex: take `words` for a regular expression, on the text in one line without marks of Markdown.
        cache: the file in which results are kept for the next time; None keeps none.

    Raises:
        UnusableOption: `words` has no word in it, is no regular expression, or takes too long to search.
        UnknownReference: there is no such series, or nothing was ever seen.
        DamagedArchive: the archive does not match its hashes.
        UnusableCache: `cache` is a file that is no cache of policydiff.
    """
    wanted = words if regex else pattern_search.of_words(plain(words))
    if not plain(words):
        raise UnusableOption(words, "there is no word in it", "Write the words that a text must say")
    pattern_search.check(wanted)
    with Cache(cache) as kept:
        return SeriesHistory(archive, series, kept).presence(words, partial(pattern_search.search, wanted))


def fetch_sources(
    archive: str | PathLike[str], *names: str, allow_loopback: bool = False
) -> Iterator[Outcome]:
    """Check what an archive follows, and keep what is new; outcomes come as they are ready.

    Args:
        archive: the folder of the archive, with its `sources.toml`.
        names: of the sources to check, a document's name standing for all its variants; none for all.
        allow_loopback: whether servers on this machine may be asked.

    Raises:
        InvalidSources: faults in the list, all of them at once.
        UnknownSource: a name that the list does not have.
        UnreadableFile: there is no list.
    """
    listed = sources.read_sources(Path(archive, sources.FILE_NAME))
    chosen = listed.select(names)
    fetchers = open_fetchers(listed.contact, __version__, os.environ, allow_loopback=allow_loopback)
    return follow(Archive(archive), chosen, fetchers)
