"""The values of importers: a record to be imported, and the result of an import."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from policydiff.archive import KnownOfCaptures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from policydiff.errors import FailureKind
    from policydiff.models import Capture, Observation, Reason

    RecordProgress = Callable[[int, int], None]
    """Called with the number of records done and of all, 0 if nobody knows how many there are."""


class ReadCaptures(Protocol):
    """Reads captures before they are imported: their visible text, and whether they are good."""

    def __call__(self, series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
        """Read the captures of one document of a series.

        Raises:
            UnsupportedInput: they are no page, Markdown, text or PDF.
            InputTooLarge: they have more bytes than are read.
        """


class AddressOf(Protocol):
    """Gives the address of a recorder's document at a moment; "" if unknown."""

    def __call__(self, service: str, terms_type: str, at: datetime) -> str:
        """Look it up."""


def unaddressed(service: str, terms_type: str, at: datetime) -> str:
    """Gives no address."""
    return ""


def unread(series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
    """Judges nothing: for bodies that are curated text already."""
    return KnownOfCaptures()


@dataclass(frozen=True, slots=True)
class WantedPage:
    """A page whose earlier captures are wanted."""

    series: str
    """"platform/document[@variant]": where its captures go."""
    url: str
    first: datetime | None = None
    """From when, aware; None if there is no bound."""
    last: datetime | None = None
    """Until when."""

    def spans(self, at: datetime) -> bool:
        """Whether a capture of this time is wanted."""
        return (self.first is None or self.first <= at) and (self.last is None or at <= self.last)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorder's record of one moment: the captures of one document, or why there are none."""

    captures: tuple[Capture, ...]
    """One for each address of the document. The `ref` of each is the recorder's own id, by which a second
    import recognises it; without an id it is recognised by time and bytes."""
    details: Mapping[str, str] = field(default_factory=dict)
    """Further details of where it was found."""
    doubts: tuple[Reason, ...] = ()
    """Faults of the record: with one it cannot follow a good capture."""
    known: Observation | None = None
    """What another archive of policydiff had worked out: its text, its quality, its place in time."""
    failure: tuple[FailureKind, str] | None = None
    """Why the recorder has no page, a code and a sentence; the captures then say only when and where."""


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """A check by another archive of policydiff that kept no body: it failed, or saw a known text."""

    observation: Observation
    """The observation in that archive; its file names and line numbers are ignored."""
    bodies: tuple[str, ...] = ()
    """SHA-256 of each body of the snapshot that it saw again, () if it failed."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of an import."""

    series: int
    """Series that the records belong to."""
    added: int
    """Observations that are new in the archive."""
    known: int
    """Records that were there from an earlier import."""
    skipped: tuple[tuple[str, str], ...]
    """Records that were left out (a path, a commit), each with the reason."""
    failed: tuple[tuple[str, str], ...] = ()
    """Series or files that could not be imported, each with the problem; the others were imported."""
    grown: tuple[str, ...] = ()
    """Series that got observations, by name."""
