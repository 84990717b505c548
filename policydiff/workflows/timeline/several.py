"""One question put to many series: two processes share the series, where a single one shares its captures.

Most series of an archive have a dozen texts: too few for two processes to share, each of which would read
them all again. So a short series is answered whole by one process, while the other one answers the next. A
series that holds a large share of all texts is answered here, after the others, and is shared as ever.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from policydiff.archive import Archive
from policydiff.cache import Cache
from policydiff.errors import UnknownReference
from policydiff.workflows.timeline import SeriesHistory
from policydiff.workflows.timeline.second_process import results

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_T = TypeVar("_T")

_SHARE = 4
"""A series with more than one in so many of all texts would keep one process at work when the others are
reported."""


def answers(
    archive: str,
    names: Sequence[str],
    cache: Cache,
    question: Callable[[SeriesHistory], _T],
    progress: Callable[[int, int], None] | None = None,
) -> Mapping[str, _T | None]:
    """What each series answers, in the order of the names; None where nothing was ever seen of it.

    Args:
        archive: the folder of the archive.
        names: its series.
        cache: where results are kept.
        question: asked of each; it must be such that it can be handed to another process.
        progress: called with the number of series reported and of all.

    Raises:
        DamagedArchive: the archive does not match its hashes.
    """
    held, found = Archive(archive), dict[str, _T | None]()
    texts = {name: len(held.kept(name)) for name in names}
    most = sum(texts.values()) / _SHARE
    short = sorted((name for name in texts if texts[name] <= most), key=lambda name: (-texts[name], name))

    def tell(name: str, answer: _T | None) -> None:
        found[name] = answer
        if progress:
            progress(len(found), len(texts))

    with cache.lent() as path:
        task = partial(_answer_elsewhere, archive, path, question)
        for name, answer in zip(short, results(task, short), strict=True):
            tell(name, answer)
    for name in texts:
        if name not in found:
            tell(name, _answer(archive, cache, question, name))
    return {name: found[name] for name in texts}


def _answer(archive: str, cache: Cache, question: Callable[[SeriesHistory], _T], name: str) -> _T | None:
    try:
        return question(SeriesHistory(archive, name, cache))
    except UnknownReference:  # nothing was ever seen of it
        return None


def _answer_elsewhere(
    archive: str, cache: Path | None, question: Callable[[SeriesHistory], _T], name: str
) -> _T | None:
    """The same with a connection to the cache of its own: none may be taken into another process."""
    with Cache(cache) as kept:
        return _answer(archive, kept, question, name)
