"""The archive as one object: store what was seen, read it back, find it by reference, verify it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from policydiff.models import Quality

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from os import PathLike

    from policydiff.archive.values import Verification
    from policydiff.models import Answer, Capture, Observation, Snapshot


class Archive:
    """A folder of dated snapshots. Making the object touches nothing on disk."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)

    # --- writing ---

    def store(
        self,
        name: str,
        captures: Capture | Sequence[Capture],
        *,
        text: str | None = None,
        normaliser: str = "",
        quality: Quality = Quality(),
        keep: Literal["visible", "all"] = "visible",
    ) -> Observation:
        """Record what was seen, and keep the bodies when they are news.

        When it returns, everything is on the disk: a kill or a power cut takes nothing back. Bodies
        are kept when the visible text was never seen in this series (`keep="visible"`), or when one
        of the bodies was not (`keep="all"`, or `text` is None); never twice. A page of quality "bad" is kept
        likewise, but recorded as "suspect" and never becomes the latest snapshot.

        Args:
            name: The series, `Source.name`.
            captures: One for each address of the source, in its order. A capture with status 304 stands
                for the body that the archive holds for that address.
            text: The visible text of all bodies together.
            normaliser: Version of what found the visible text; texts are compared within one version.
            quality: What the normaliser thinks of the page, or what the fetch thinks of the change.
            keep: Which bodies to keep.

        Raises:
            ArchiveDamaged: the series does not match its hashes; nothing was written.
            ArchiveBusy: another program kept the series locked.
            ArchiveUnwritable: the disk refuses.
            UnusableCapture: no time zone, too large, or 304 for an address with no body in the archive.
        """
        raise NotImplementedError

    def fail(
        self, name: str, kind: str, problem: str, *, at: datetime, captures: Sequence[Capture] = ()
    ) -> Observation:
        """Record that a check failed.

        Args:
            name: The series, `Source.name`.
            kind: A stable code: "timeout", "dns", "status", "robots", "too-large"...
            problem: One sentence for people.
            at: When it failed, aware.
            captures: What the servers answered, if they did (status and hash are kept, no bodies).
        """
        raise NotImplementedError

    # --- reading ---

    def series(self) -> tuple[str, ...]:
        """The names of all series in the archive, sorted."""
        raise NotImplementedError

    def observations(self, name: str) -> tuple[Observation, ...]:
        """Every check of a series, in the order recorded; empty for a series that is not there.

        Raises:
            ArchiveDamaged: the lines do not match their hashes.
        """
        raise NotImplementedError

    def snapshots(self, name: str) -> tuple[Snapshot, ...]:
        """What the page said over time, oldest first: one for each stretch with one text.

        Failed and suspect observations are left out.
        """
        raise NotImplementedError

    def read(self, snapshot: Snapshot, part: int = 0) -> bytes:
        """The body as received, checked against its hashes; `part` where a snapshot has several.

        Raises:
            ArchiveDamaged: the file is missing or was changed.
        """
        raise NotImplementedError

    def captures(self, snapshot: Snapshot) -> tuple[Capture, ...]:
        """The captures as they were stored: bodies, headers, conditions; in the order of the source."""
        raise NotImplementedError

    def validators(self, name: str) -> Mapping[str, Answer]:
        """For each address of a source the answer whose `etag` and `last_modified` a conditional
        request may use: the last one that was good and whose text is the latest snapshot's."""
        raise NotImplementedError

    def resolve(self, reference: str) -> Snapshot:
        """The snapshot that a reference means: the last one at or before its moment.

        The time in a file's name ("a/b@2024-06-26T101502Z") names that very snapshot, also a suspect one.

        Raises:
            InvalidReference: it is no reference.
            UnknownReference: the archive has no such series, or nothing that old.
        """
        raise NotImplementedError

    def verify(self) -> Verification:
        """Read every byte and check it against the chain: changes nothing."""
        raise NotImplementedError
