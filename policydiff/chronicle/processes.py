"""Two processes for much work. They end with the one that asked them, however that ends."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_T = TypeVar("_T")
_Part = TypeVar("_Part")

_ALONE = 2
"""Parts up to which a second process costs more than it saves."""


def results(task: Callable[[_Part], _T], parts: Sequence[_Part]) -> Iterator[_T]:
    """The result of each part, in their order, as soon as it is there.

    Args:
        task: what to do with a part; both must be such that they can be handed to another process.
        parts: the work.
    """
    workers = min(2, os.cpu_count() or 1)
    if len(parts) <= _ALONE or workers == 1:
        yield from map(task, parts)
        return
    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_begin) as processes:
            for result in processes.map(task, parts):
                done += 1
                yield result
    except BrokenProcessPool:
        # One was killed, as systems short of memory do: this process alone needs less.
        yield from map(task, parts[done:])


def _begin() -> None:
    """Ctrl-C reaches all processes of a terminal: one that waits for work has nothing to tell of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the process that asked, and end at once; it may have been killed and could tell nobody."""
    asking = parent_process()
    if asking:
        asking.join()
        os._exit(1)
