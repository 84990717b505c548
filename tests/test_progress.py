"""How far long work is: one line on a terminal, a line now and then elsewhere, none for jobs by the clock."""

from __future__ import annotations

import io
import time
from contextlib import redirect_stderr

import pytest

from policydiff.cli.progress import Progress, counting, doing, written


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes on by three seconds at each look."""
    moments = iter(range(0, 300, 3))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(moments)))


def test_a_terminal_sees_one_line_that_ends_when_all_is_done() -> None:
    """Each count is written over the one before."""
    with redirect_stderr(_Terminal()) as shown:
        progress = Progress()
        for done in range(3):
            progress("documents", done, 2)
    assert shown.getvalue() == "\rdocuments: 0 of 2\rdocuments: 1 of 2\rdocuments: 2 of 2\n"


def test_a_count_without_an_end() -> None:
    """Of a stream of records nobody knows how many there are."""
    with redirect_stderr(_Terminal()) as shown:
        counting("records")(7, 0)
    assert shown.getvalue() == "\rrecords: 7"


@pytest.mark.usefixtures("clock")
def test_a_file_gets_a_line_now_and_then() -> None:
    """At most one in five seconds, and none for the end, which the result tells."""
    with redirect_stderr(io.StringIO()) as shown:
        progress = Progress()
        for done in range(1, 6):
            progress("documents", done, 5)
    assert shown.getvalue() == "documents: 2 of 5\ndocuments: 4 of 5\n"


def test_a_terminal_is_told_which_file_was_written() -> None:
    """Its name may be one that nobody gave it. A job by the clock is not told."""
    with redirect_stderr(_Terminal()) as shown:
        written("report-\x1b.html")
    assert shown.getvalue() == "Written: report-\\x1b.html\n"
    with redirect_stderr(io.StringIO()) as unseen:
        written("report.html")
    assert unseen.getvalue() == ""


@pytest.mark.usefixtures("clock")
def test_a_job_by_the_clock_is_not_told() -> None:
    """What it writes would be sent by mail."""
    with redirect_stderr(io.StringIO()) as shown:
        count = counting("records")
        for done in range(1, 6):
            count(done, 5)
    assert shown.getvalue() == ""


def test_what_is_being_done_is_told_on_a_terminal_only() -> None:
    """A name that came from the web does nothing to it."""
    with redirect_stderr(_Terminal()) as shown:
        doing("Looking at https://lumio.example/\x1b[2J")
    assert shown.getvalue() == "Looking at https://lumio.example/\\x1b[2J ...\n"
    with redirect_stderr(io.StringIO()) as nothing:
        doing("Looking at https://lumio.example/")
    assert not nothing.getvalue()
