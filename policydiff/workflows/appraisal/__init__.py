"""Judges a capture beside the one before it, in a separate process that may crash, hang or run out of memory.

A page from the web may be made to break its reader, or to take hours or all memory of the machine. The
process that reads it has bounds on both; if it exceeds them it is ended, and the page is kept unread, as
suspect. Other pages are not affected.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from policydiff import pdf
from policydiff.errors import PolicydiffError, Stopped
from policydiff.workflows.appraisal.judgement import Judgement, unreadable

if TYPE_CHECKING:
    from types import TracebackType

    from policydiff.saved_page import SavedPage

__all__ = ["Appraiser", "Judge", "Judgement"]

MOST_SECONDS = 30.0
"""Of processor time, for one page and the one before it: the largest policy seen takes two."""
_PATIENCE = 10
"""Times as long on the clock, where the machine is busy or cannot count processor time."""
MOST_MEMORY = 768 * 1024 * 1024
"""Bytes, the program itself included."""

_CHILD = Path(__file__).with_name("child.py")
_HOME = Path(__file__).parents[2]


class Judge(Protocol):
    """Judges captures: `judging.judge_capture`, or an `Appraiser` that has it asked elsewhere."""

    def __call__(self, new: SavedPage, before: SavedPage | None, language: str) -> Judgement:
        """As `judging.judge_capture`."""


class Appraiser:
    """`judge` in a process of its own; for several threads, one after another."""

    def __init__(self, *, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        """Start the process: it loads while the first page is waited for."""
        self._child = self._started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __call__(self, new: SavedPage, before: SavedPage | None, language: str) -> Judgement:
        """Judge a capture; where there is no answer within the bounds, without the capture before.

        Raises:
            UnsupportedInput: it is no page, Markdown, text or PDF.
            InputTooLarge: it has more bytes than are read.
            Stopped: `stop` was called.
        """
        with self._lock:
            judgement = self._asked(new, before, language)
            if judgement is None and before is not None:
                judgement = self._asked(new, None, language)
            if self._stopped:
                raise Stopped
        if judgement is None:
            bounds = f"{self._seconds:g} seconds of work, or more than {self._memory // 2**20} MB of memory"
            return unreadable("not-read", f"Reading the page took more than {bounds}, or broke the reader")
        return judgement

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._stopped = True
        if self._child:
            _kill(self._child)
        with self._lock:
            self._end()

    def _asked(self, new: SavedPage, before: SavedPage | None, language: str) -> Judgement | None:
        """The answer; None if there is none within the bounds."""
        if self._stopped:
            return None
        if self._child is None or self._child.poll() is not None:
            self._end()
            self._child = self._started()
        read = [page for side in (new, before) if side for page in (side, *side.more)]
        # A PDF is read by a process of its own, with a limit of its own.
        seconds = self._seconds * _PATIENCE + pdf.MOST_SECONDS * sum(pdf.is_pdf(page.data) for page in read)
        timer = threading.Timer(seconds, _kill, (self._child,))
        timer.start()
        try:
            answer = _answered(self._child, (new, before, language))
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end()
            return None
        finally:
            timer.cancel()
        if isinstance(answer, PolicydiffError):
            raise answer
        return answer if isinstance(answer, Judgement) else None

    def _started(self) -> subprocess.Popen[bytes]:
        # -P: the child's folder is not where its imports come from. A session of its own: what it starts to
        # read a PDF ends with it.
        command = [sys.executable, "-P", str(_CHILD), str(self._memory), str(self._seconds), str(_HOME)]
        return subprocess.Popen(  # noqa: S603 - our own file
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _end(self) -> None:
        """Release the process, which may have ended by itself."""
        child, self._child = self._child, None
        if child is None:
            return
        _kill(child)
        for pipe in (child.stdin, child.stdout):
            with suppress(OSError):
                pipe.close() if pipe else None
        child.wait()


def _answered(child: subprocess.Popen[bytes], question: object) -> object:
    """What the process says to a question.

    Raises:
        OSError, EOFError, UnpicklingError: it ended.
    """
    if child.stdin is None or child.stdout is None:
        raise EOFError
    pickle.dump(question, child.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    child.stdin.flush()
    return pickle.load(child.stdout)  # noqa: S301 - from our own child


def _kill(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
