"""Shares work with a second process, which ends with this one, however that ends."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import active_children, parent_process
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

_T = TypeVar("_T")
_Part = TypeVar("_Part")

_GRACE = 1.0
"""Seconds in which a helper that was killed is gone."""
_ALONE = 2
"""Parts up to which a second process costs more than it saves."""


def results(task: Callable[[_Part], _T], parts: Sequence[_Part]) -> Iterator[_T]:
    """The result of each part, in their order, as soon as it is there. A helper asks for no further help.

    Args:
        task: what to do with a part; both must be such that they can be handed to another process.
        parts: the work.
    """
    workers = min(2, os.cpu_count() or 1)
    if len(parts) <= _ALONE or workers == 1 or parent_process():
        yield from map(task, parts)
        return
    done = 0
    try:
        with _taken_along(), ProcessPoolExecutor(workers, initializer=_begin) as processes:
            for result in processes.map(task, parts):
                done += 1
                yield result
    except BrokenProcessPool:
        # One was killed, as systems short of memory do: this process alone needs less.
        yield from map(task, parts[done:])


@contextmanager
def _taken_along() -> Iterator[None]:
    """When this process is told to end, its helpers end first: one that is at work in a parser would not
    notice for seconds that nobody waits for it any more.
    """
    if current_thread() is not main_thread():  # nobody else is told
        yield
        return
    before = signal.signal(signal.SIGTERM, _end_with_helpers)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end_with_helpers(number: int, _: FrameType | None) -> None:
    helpers = active_children()
    with suppress(OSError):
        for helper in helpers:
            helper.kill()
        for helper in helpers:
            helper.join(_GRACE)
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _begin() -> None:
    """Ctrl-C reaches all processes of a terminal: one that waits for work has nothing to tell of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the process that asked, and end at once; it may have been killed and could tell nobody."""
    asking = parent_process()
    if asking:
        asking.join()
        os._exit(1)
