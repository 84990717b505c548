"""The errors that policydiff raises on purpose, and the edge at which any other error becomes one of them.

Each names its subject (a path, an address) and says what to do next. The command line prints the message and
exits with 2; none of them is ever shown as a traceback.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


FailureKind = Literal[
    "bad-address",  # an address that no request can be made for
    "browser",  # no browser, or it crashed, or took more memory than it may
    "bad-redirect",  # a redirect to nowhere, or to what is no web address
    "connection",  # refused, reset, closed without an answer
    "deadline",  # answering, but too slowly to end in time
    "dns",  # the name has no address
    "empty",  # an answer without a body
    "encoding",  # packed in a way that cannot be unpacked
    "forbidden",  # 401, 403, 451
    "internal",  # policydiff itself broke down: a fault of ours, to be reported
    "not-found",  # 404, 410
    "postponed",  # not asked: the host wants to be left in peace for longer than one run lasts
    "private-address",  # an address of a private network
    "protocol",  # no HTTP
    "proxy",  # the proxy, not the page
    "rate-limited",  # 429, or any answer that says when to come back
    "redirect-loop",
    "robots",  # robots.txt disallows it
    "robots-unreachable",  # robots.txt cannot be read, which means: do not fetch
    "server-error",  # 5xx
    "status",  # another status that brings no page
    "timeout",  # nothing came for too long
    "tls",  # a certificate that cannot be trusted, or no TLS
    "too-large",  # more bytes than policydiff takes
    "too-many-redirects",
    "truncated",  # another number of bytes than announced, or packed bytes without their end mark
    "unreadable",  # a page came that is no page, Markdown, text or PDF
]
"""Why a check brought no page: stable codes for programs."""


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
        subject = self.subject or "''"
        return f"{subject}: {self.problem}. {self.advice}{'' if self.advice.endswith('?') else '.'}"


@dataclass(frozen=True, slots=True)
class SourceFault:
    """One thing that is wrong or odd in a source list, and what to do about it."""

    line: int
    """From 1; 0 if it is about the whole file."""
    problem: str
    hint: str

    def __str__(self) -> str:
        return f"{f'line {self.line}: ' if self.line else ''}{self.problem}. {self.hint}"


class InvalidSources(PolicydiffError):
    """A source list with faults: mend all of them at once, each says its line and a hint."""

    faults: tuple[SourceFault, ...] = ()
    """In the order of the file."""

    @classmethod
    def of(cls, subject: str, faults: tuple[SourceFault, ...]) -> Self:
        """One error for all of these faults."""
        count = "one fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "; ".join(str(fault).rstrip(".") for fault in faults)
        advice = "Mend the file and try it with policydiff sources check"
        error = cls(subject, f"it has {count}: {listed}", advice)
        error.faults = faults
        return error


class UnusableOption(PolicydiffError):
    """An argument of a command with a value that cannot be used."""


class UnknownSource(PolicydiffError):
    """A name that no source of the list has: the list's names are shown by `policydiff sources list`."""


class FetchFailed(PolicydiffError):
    """A page that could not be fetched. It is recorded as an observation, and the other pages are fetched all
    the same."""

    kind: FailureKind = "connection"
    """A stable code."""
    answer: Any = None
    """The server's answer as a `Capture` without its body; None if there was none."""
    retry_at: datetime | None = None
    """When the server asks to be asked again, aware, UTC; None if it did not say."""


class NoNetwork(PolicydiffError):
    """A page of the web was asked for, but host names cannot be resolved here: nothing was recorded."""


class Stopped(Exception):
    """The run was stopped while a page was being fetched: nothing is wrong with the page, and nothing was
    recorded."""


class UnreadableFile(PolicydiffError):
    """A file that is missing or cannot be opened: check the name and the permissions."""


class UnsupportedInput(PolicydiffError):
    """Bytes that are no page, Markdown or text: give policydiff what the server sent."""


class UnreadablePdf(UnsupportedInput):
    """A PDF whose text cannot be read. Its bytes can still be archived."""


class NoPdfReader(UnreadablePdf):
    """A PDF that could be read if the extra `pdf` were installed."""


class InputTooLarge(PolicydiffError):
    """More bytes than policydiff reads."""


class BusyArchive(PolicydiffError):
    """Another program has been writing to the same source for too long."""


class UnwritableArchive(PolicydiffError):
    """An archive's folder that cannot be made, read or written: a full disk, permissions."""


class UnusableCapture(PolicydiffError):
    """A capture that an archive cannot keep: without time zone, without address, too large."""


class InvalidReference(PolicydiffError):
    """Text that is not of the form platform/document[@variant][@when]."""


class UnknownReference(PolicydiffError):
    """A well-formed reference to something that the archive does not hold."""


class UnusableHistory(PolicydiffError):
    """Files or a repository that cannot be imported."""


class UnwritableFile(PolicydiffError):
    """A result that cannot be written where it was asked for: choose another place."""


class UnusableCache(PolicydiffError):
    """A file that was named as the cache and is something else: it is left as it is."""


class DamagedArchive(PolicydiffError):
    """Files of an archive that do not match its hashes: nothing is read before you know why."""


class DamagedModel(PolicydiffError):
    """The trained reader's file is missing, damaged or of another version."""


class InvalidLanguage(PolicydiffError):
    """A language's file of words that cannot be read, or lacks a key: the file and the key are named."""


class InternalFault(PolicydiffError):
    """A bug in policydiff: please report it."""

    kind = ""
    """The name of the unforeseen error. Its message is left out, since it may contain text of a page."""

    @classmethod
    def of(cls, subject: str, error: BaseException) -> Self:
        """An unforeseen error as an InternalFault: its kind, its message and its place in the code."""
        words = " ".join(str(error).split())[:200]
        message = f"{type(error).__name__}{': ' if words else ''}{words}{_place(error)}"
        advice = "Please report it, with the output of the same command under POLICYDIFF_DEBUG=1"
        fault = cls(subject, f"a fault inside of policydiff ({message})", advice)
        if isinstance(error, MemoryError):
            advice = "Give it less to read, or more memory"
            fault = cls(subject, "there was not enough memory for it", advice)
        fault.kind = type(error).__name__
        return fault


def _place(error: BaseException) -> str:
    """The place in policydiff's code where an error arose."""
    place, trace = "", error.__traceback__
    while trace:
        folders, found, file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/policydiff/")
        if found and folders:
            place = f", in {file} line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


_TO_ALL = (PolicydiffError, Stopped, BrokenPipeError, KeyboardInterrupt, SystemExit, GeneratorExit)
"""Errors that every unit of work may raise."""


@contextmanager
def guarded(subject: str, *, but: tuple[type[BaseException], ...] = ()) -> Iterator[None]:
    """The edge of a unit of work (a source, a series, a capture, a command): an unforeseen error becomes an
    InternalFault there, so that it can be recorded and does not end other units. Everything is caught here
    and nowhere else.

    Args:
        subject: what the unit is about.
        but: further errors that the caller handles.

    Raises:
        InternalFault: an error was raised that policydiff does not raise on purpose.
    """
    let_go: tuple[type[BaseException], ...] = (*_TO_ALL, *but)
    try:
        yield
    except let_go:
        raise
    except BaseException as error:  # the parser of Markdown is written in Rust: its panics are no `Exception`
        import logging  # noqa: PLC0415 - slow to load, and hardly ever needed

        logging.getLogger("policydiff").debug("%s", subject, exc_info=True)
        raise InternalFault.of(subject, error) from error
