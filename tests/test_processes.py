"""Work shared by two processes: the order, and what is left when one of them is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from policydiff.workflows.timeline import second_process

ROOT = Path(__file__).parent.parent
ASKING = os.getpid()

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or (os.cpu_count() or 1) < 2, reason="needs two processes that can be killed"
)


def _dies_elsewhere(part: int) -> int:
    """Twice the part, unless it comes to a process that was asked to help: it is killed at the fifth."""
    if part == 5 and os.getpid() != ASKING:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * part


def _slow_first(part: int) -> int:
    time.sleep(0.2 if part == 0 else 0)
    return part


def test_results_come_in_the_order_of_the_parts() -> None:
    assert list(second_process.results(_slow_first, range(9))) == list(range(9))


def test_what_a_killed_process_left_is_done_here() -> None:
    """A system short of memory kills: every result is there once all the same, and no traceback."""
    assert list(second_process.results(_dies_elsewhere, range(9))) == [2 * part for part in range(9)]


_ASKS = """
import os, re, signal, sys, time
from policydiff.workflows.timeline import second_process

signal.signal(signal.SIGINT, signal.default_int_handler)  # under nohup and behind & it comes ignored

def work(part):
    sys.stdout.write(f"{os.getpid()}\\n")
    sys.stdout.flush()
    if part < 4:
        time.sleep(0.05)
    elif "deaf" in sys.argv:
        re.match("(a+)+$", "a" * 60 + "b")  # one call, during which no other thread runs
    else:
        time.sleep(60)
    return part

for _ in second_process.results(work, range(8)):
    pass
"""


@pytest.mark.parametrize("way", ["SIGKILL", "SIGTERM", "SIGINT", "SIGTERM deaf"])
def test_helpers_end_with_the_process_that_asked(way: str) -> None:
    """Killed, stopped or interrupted while both helpers are at work: none of them stays behind, not even
    one that is inside a call that lets nothing else run."""
    way, *deaf = way.split()
    asking = subprocess.Popen(
        [sys.executable, "-c", _ASKS, *deaf],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        start_new_session=True,
    )
    assert asking.stdout is not None
    helpers = {int(asking.stdout.readline()) for _ in range(6)}
    assert len(helpers) == 2
    try:
        # Ctrl-C reaches all processes of a terminal, the others only the one that asked.
        (os.killpg if way == "SIGINT" else os.kill)(asking.pid, signal.Signals[way])
        _, errors = asking.communicate(timeout=10)  # ends when the last that could write is gone
        assert errors.count(b"Traceback") == (way == "SIGINT")  # that of the script above
    finally:
        for one in helpers:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
