"""The archive as one object: store what was seen, read it back, find it by reference, verify it."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from policydiff.archive import disk, names
from policydiff.archive.references import choose, parse_reference, unknown_series
from policydiff.archive.series import Series, begin, load, read_head
from policydiff.archive.verify import verify
from policydiff.archive.writer import GOOD, KnownOfCaptures, SeriesWriter, current_answers, failure
from policydiff.errors import InvalidReference
from policydiff.models import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from os import PathLike

    from policydiff.archive.verification import Verification
    from policydiff.models import Observation, Quality, RememberedCapture, Snapshot

_MOST_NAMED = 8
"""Most series of a platform that an error names."""
_ATTRIBUTES = b"# Evidence: git must not change line ends in here.\n* -text\n"


class Archive:
    """A folder of dated snapshots. Making the object touches nothing on disk."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)
        self._last: Series | None = None

    # --- writing ---

    def store(  # noqa: PLR0913 - all but two are optional and go by name
        self,
        name: str,
        captures: Capture | Sequence[Capture],
        *,
        text: str | None = None,
        normaliser: str = "",
        quality: Quality = GOOD,
        keep: Literal["visible", "all"] = "visible",
        details: Mapping[str, str] | None = None,
        shows: str | None = None,
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
            quality: Whether the page is a good capture, by itself or beside the one before it.
            keep: Which bodies to keep.
            details: Further notes on how it was captured, for people ("region": "IE"); kept with the bodies.
            shows: Id of the snapshot that the caller, who compared them, found to say the same; "" if none
                does. It is used in place of the visible text.

        Raises:
            DamagedArchive: the series does not match its hashes; nothing was written.
            BusyArchive: another program kept the series locked.
            UnwritableArchive: the disk refuses.
            UnusableCapture: no time zone, too large, or 304 for an address with no body in the archive.
        """
        page = KnownOfCaptures(
            text=text, normaliser=normaliser, quality=quality, keep=keep, details=details, shows=shows
        )
        with self.writer(name) as writer:
            return writer.add(_several(captures), page)

    def fail(  # noqa: PLR0913 - as with store
        self,
        name: str,
        kind: str,
        problem: str,
        *,
        at: datetime,
        captures: Sequence[Capture] = (),
        retry_at: datetime | None = None,
    ) -> Observation:
        """Record that a check failed.

        Args:
            name: The series, `Source.name`.
            kind: A stable code: "timeout", "dns", "status", "robots", "too-large"...
            problem: One sentence for people.
            at: When it failed, aware.
            captures: What the servers answered, if they did (status and hash are kept, no bodies).
            retry_at: When the server asks to be asked again, aware, if it said so.
        """
        seen = replace(failure(name, kind, problem, at, captures), retry_at=retry_at)
        with self.writer(name) as writer:
            return writer.record(seen)

    def writer(self, name: str) -> SeriesWriter:
        """A writer for many observations of one series: `with archive.writer(name) as writer:
        writer.add(...)`.

        Raises:
            InvalidReference: no series can have this name.
        """
        folder = self._folder(name)
        with disk.reporting(self.path):
            disk.make_folders(self.path)
            attributes = self.path / ".gitattributes"
            if not attributes.exists() and not self.series():
                with contextlib.suppress(FileExistsError), attributes.open("xb") as file:
                    file.write(_ATTRIBUTES)
        return SeriesWriter(folder, name)

    # --- reading ---

    def series(self) -> tuple[str, ...]:
        """The names of all series in the archive, sorted."""
        with disk.reporting(self.path):
            found = (
                f"{platform.name}/{document.name}"
                for platform in folders(self.path)
                for document in folders(platform)
                if (document / names.LINES).is_file()
            )
            return tuple(sorted(name for name in found if names.is_series(name)))

    def observations(self, name: str) -> tuple[Observation, ...]:
        """Every check of a series, in the order recorded; empty for a series that is not there.

        Raises:
            DamagedArchive: the lines do not match their hashes.
        """
        return self._load(name).observations

    def snapshots(self, name: str) -> tuple[Snapshot, ...]:
        """The texts of the page over time, oldest first: one snapshot for each stretch of time with one text.

        Failed and suspect observations are left out.
        """
        return self._load(name).snapshots

    def kept(self, name: str) -> Mapping[str, Snapshot]:
        """Every snapshot of a series by its id, also those that were no good captures.

        Raises:
            DamagedArchive: the lines do not match their hashes.
        """
        series = self._load(name)
        return {found: begin(seen, seen) for found, seen in series.stored.items()}

    def seal(self, name: str) -> str:
        """The hash over all lines of a series, which changes with every observation; "" if there are no
        lines."""
        return self._load(name).head.last

    def read_body(self, snapshot: Snapshot, part: int = 0) -> bytes:
        """The body as received, checked against its hashes; `part` where a snapshot has several.

        Raises:
            DamagedArchive: the file is missing or was changed.
        """
        with disk.reporting(self._folder(snapshot.series)):
            return self._load(snapshot.series).body(snapshot.answers[part])

    def captures(self, snapshot: Snapshot) -> tuple[Capture, ...]:
        """The captures as they were stored: bodies, headers, conditions; in the order of the source."""
        with disk.reporting(self._folder(snapshot.series)):
            return self._load(snapshot.series).captures(snapshot)

    def details(self, snapshot: Snapshot) -> dict[str, str]:
        """The notes on how a snapshot was captured, for people: region, type of document."""
        with disk.reporting(self._folder(snapshot.series)):
            return self._load(snapshot.series).details(snapshot)

    def sidecar(self, snapshot: Snapshot) -> bytes:
        """The sidecar of a snapshot as it lies on the disk, checked against its hash.

        Raises:
            DamagedArchive: it is missing or was changed.
        """
        with disk.reporting(self._folder(snapshot.series)):
            return self._load(snapshot.series).sidecar(snapshot)

    def check(self, name: str) -> None:
        """Compare all that is stored of a series with its hashes, as `verify` does with all series, but read
        no body. A series that is not there is no damage.

        Raises:
            DamagedArchive: a file is missing or was changed.
        """
        with disk.reporting(self._folder(name)):
            self._load(name).check()

    def validators(self, name: str) -> Mapping[str, RememberedCapture]:
        """The answers whose `etag` and `last_modified` a conditional request may use, one for each address of
        a source: the last good answer with the text of the latest snapshot."""
        return current_answers(self._load(name))

    def resolve(self, reference: str) -> Snapshot:
        """The snapshot that a reference means: the last one at or before its moment.

        The time in a file's name ("a/b@2024-06-26T101502Z") names that very snapshot, also a suspect one.

        Raises:
            InvalidReference: it is no reference.
            UnknownReference: the archive has no such series, or nothing that old.
        """
        asked = parse_reference(reference)
        series = self._load(asked.series)
        if not series.observations:
            raise unknown_series(reference, asked, self.series())
        return choose(reference, asked, series)

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Read every byte and check it against the chain: changes nothing.

        Args:
            progress: called with the number of files read, and 0 until all are read.
        """
        return verify(self.path, progress)

    def _folder(self, name: str) -> Path:
        if not names.is_series(name):
            raise InvalidReference(name, "it is no name of a series", self._nearest_series(name))
        return self.path.joinpath(*name.split("/"))

    def _nearest_series(self, name: str) -> str:
        """What to write where a platform was named, or a moment of a series."""
        held = self.series()
        of_platform = [one for one in held if one.startswith(f"{name}/")]
        if of_platform:
            more = ", and more: see policydiff list" if len(of_platform) > _MOST_NAMED else ""
            return f"The archive has {', '.join(of_platform[:_MOST_NAMED])}{more}"
        document = name.rpartition("@")[0]
        if document in held:
            return f"Write {document}, without a moment"
        return "Write platform/document or platform/document@variant"

    def _load(self, name: str) -> Series:
        """The series as it is on the disk; if head.json did not change, its lines are not read again."""
        folder, last = self._folder(name), self._last
        with disk.reporting(folder):
            if last and last.name == name and last.head == read_head(folder):
                return last
        self._last = series = load(folder, name)
        return series


def folders(above: Path) -> list[Path]:
    """The names of the folders in a folder, sorted, without those that begin with a dot."""
    if not above.is_dir():
        return []
    return sorted(path for path in above.iterdir() if path.is_dir() and not path.name.startswith("."))


def _several(captures: Capture | Sequence[Capture]) -> Sequence[Capture]:
    return (captures,) if isinstance(captures, Capture) else captures
