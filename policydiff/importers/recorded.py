"""What importers have in common: a record of somebody else's on its way in, and what an import answers."""

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
    """Called with the number of records done and of all, 0 where nobody knows how many there are."""


class ReadCaptures(Protocol):
    """Says what captures show before they come in: their visible text, and whether they are good."""

    def __call__(self, series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
        """Read the captures of one document of a series.

        Raises:
            UnsupportedInput: they are no page, Markdown, text or PDF.
            InputTooLarge: they have more bytes than are read.
        """


class AddressOf(Protocol):
    """Says at which address a document of a recorder stood at a moment, "" where nobody knows."""

    def __call__(self, service: str, terms_type: str, at: datetime) -> str:
        """Look it up."""


def unaddressed(service: str, terms_type: str, at: datetime) -> str:
    """Knows of no address."""
    return ""


def unread(series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
    """Says nothing of captures: for bodies that are curated text already."""
    return KnownOfCaptures()


@dataclass(frozen=True, slots=True)
class WantedPage:
    """A page whose past is wanted."""

    series: str
    """"platform/document[@variant]": where its captures go."""
    url: str
    first: datetime | None = None
    """From when, aware; None where there is no bound."""
    last: datetime | None = None
    """Until when."""

    def spans(self, at: datetime) -> bool:
        """Whether a capture of this time is wanted."""
        return (self.first is None or self.first <= at) and (self.last is None or at <= self.last)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a recorder has of one moment: the captures of one document, or why there are none."""

    captures: tuple[Capture, ...]
    """One for each address of the document. Each bears the recorder's own id as its `ref`: a second import
    knows it by that; where there is none, by time and bytes."""
    details: Mapping[str, str] = field(default_factory=dict)
    """What else to keep of where it was found."""
    doubts: tuple[Reason, ...] = ()
    """What is wrong with it as a record: it cannot follow a good capture then."""
    known: Observation | None = None
    """What another archive of ours had judged already: its text, its quality, its place in time."""
    failure: tuple[FailureKind, str] | None = None
    """Why the recorder has no page, a code and a sentence; the captures then say only when and where."""


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """A check by another archive of ours that kept no body: it failed, or saw what was kept before."""

    observation: Observation
    """As that archive has it; what names files or places of lines there is of no account."""
    bodies: tuple[str, ...] = ()
    """SHA-256 of each body of the snapshot that it saw again, () where it failed."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    series: int
    """Series that the records belong to."""
    added: int
    """Observations that are new in the archive."""
    known: int
    """Records that were there from an earlier import."""
    skipped: tuple[tuple[str, str], ...]
    """Records that were left out (a path, a commit), each with the reason."""
    failed: tuple[tuple[str, str], ...] = ()
    """Series or files that could not be brought in, each with the problem: the others were."""
    grown: tuple[str, ...] = ()
    """Series that got observations, by name."""
