"""What the tests of commands share: the command line called inside this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from policydiff.cli import main


class Done(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def flat(self) -> str:
        """The output in one line."""
        return " ".join(self.out.split())


Run = Callable[..., Done]


def command_line(capsys: pytest.CaptureFixture[str]) -> Run:
    """Calls a command with its arguments, each as text."""

    def call(*arguments: object) -> Done:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Done(int(ended.value.code or 0), printed.out, printed.err)

    return call
