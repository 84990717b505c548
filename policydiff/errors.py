"""The family of errors that policydiff raises on purpose.

Each carries its subject (a path, an address) and says what to do next. The command line prints the
message and exits with 2; nothing in this family is ever shown as a traceback.
"""

from __future__ import annotations


class PolicydiffError(Exception):
    """Any error that policydiff raises on purpose: catch this one to catch them all."""

    def __init__(self, subject: str, problem: str, advice: str) -> None:
        super().__init__(subject, problem, advice)
        self.subject = subject
        """What it is about: a path or an address."""
        self.problem = problem
        """What is wrong with it."""
        self.advice = advice
        """What to do next."""

    def __str__(self) -> str:
        return f"{self.subject}: {self.problem}. {self.advice}."


class UnreadableFile(PolicydiffError):
    """A file that is missing or cannot be opened: check the name and the permissions."""


class UnsupportedInput(PolicydiffError):
    """Bytes that are no page, Markdown or text: give policydiff what the server sent."""


class InputTooLarge(PolicydiffError):
    """More bytes than policydiff reads."""


class UnwritableFile(PolicydiffError):
    """A result that cannot be written where it was asked for: choose another place."""


class DamagedArchive(PolicydiffError):
    """An archived page that is not what its sidecar says: trust neither before you know why."""
