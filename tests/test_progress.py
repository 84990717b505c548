"""How far long work is: counted on a terminal, told now and then elsewhere, on standard error."""

from __future__ import annotations

import io
import sys

import pytest

from policydiff.cli import progress


class Terminal(io.StringIO):
    """Standard error as a terminal reads it."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece in the same line, which ends with the last; names are shown harmless."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    count = progress.counted("Copies")
    for done in range(3):
        count(done, 2)
    progress.Progress().doing("Looking at https://lumio.example/\x1b[2J")
    assert isinstance(sys.stderr, Terminal)
    assert sys.stderr.getvalue() == (
        "\rCopies: 0 of 2\rCopies: 1 of 2\rCopies: 2 of 2\nLooking at https://lumio.example/\\x1b[2J ...\n"
    )


@pytest.mark.parametrize(("every", "told"), [(0.0, ["Copies: 1 of 3", "Files: 2", "Looking"]), (3600.0, [])])
def test_elsewhere_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], every: float, told: list[str]
) -> None:
    """Nothing of what is done soon; no line for the end, which the result tells."""
    monkeypatch.setattr(progress, "_NOW_AND_THEN", every)
    count = progress.Progress()
    count("Copies", 1, 3)
    count("Files", 2, 0)
    count.doing("Looking")
    count("Copies", 3, 3)
    printed = capsys.readouterr()
    assert (printed.err.splitlines(), printed.out) == (told, "")


def test_a_closed_standard_error_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As under a scheduler that gives none."""
    monkeypatch.setattr(sys, "stderr", None)
    progress.counted("Copies")(1, 2)
    progress.Progress().doing("Looking")
