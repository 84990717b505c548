"""Writes observations into one series, several at a time, so that a kill at any moment loses nothing that
was reported and leaves nothing that could be taken for a snapshot.

The order of a flush: (1) bodies and sidecars under temporary names, flushed; (2) the lines appended
to observations.jsonl, flushed; (3) the files renamed; (4) head.json replaced. What is cut short is finished
or undone by the next writer: temporary files without a line are removed, half a line is cut off, whole lines
beyond head.json are carried through to (3) and (4), for all their files are on the disk since (1).
"""

from __future__ import annotations

import contextlib
import logging
import os
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal, Self

from policydiff import __version__
from policydiff.archive import chain, disk, names, records
from policydiff.archive import series as reading
from policydiff.errors import UnusableCapture
from policydiff.models import Capture, Observation, Quality, RememberedCapture, Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from policydiff.models import CheckResult

TOOL: Final = f"policydiff {__version__}"
LARGEST: Final = records.LARGEST
GOOD: Final = Quality()
_FLUSH_BYTES: Final = 4 * 1024 * 1024
_FLUSH_LINES: Final = 256
_log = logging.getLogger("policydiff.archive")


@dataclass(frozen=True, slots=True)
class KnownOfCaptures:
    """What a caller knows about captures: their text, quality and place in time."""

    text: str | None = None
    text_sha256: str = ""
    """The SHA-256 of the text, if another archive of policydiff worked it out."""
    normaliser: str = ""
    quality: Quality = GOOD
    keep: Literal["visible", "all"] = "visible"
    technical: bool = False
    since: datetime | None = None
    details: Mapping[str, str] | None = None
    shows: str | None = None


class SeriesIndex:
    """An index of what a series already holds: by body, by text and by time."""

    def __init__(self, series: reading.Series) -> None:
        self.stored = dict(series.stored)
        self.files: dict[str, RememberedCapture] = {}
        self._kept: dict[tuple[str, ...], str] = {}
        self._seen: dict[tuple[str, ...], str] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._times: list[tuple[datetime, int, str]] = []
        self._counted: set[str] = set()
        for seen in series.observations:
            self.remember(seen)

    def remember(self, seen: Observation) -> None:
        """Take an observation in."""
        if not seen.snapshot:
            return
        bodies = _bodies(seen.answers)
        if seen.sidecar:
            self.stored[seen.snapshot] = seen
            self.files.update((answer.sha256, answer) for answer in seen.answers)
            self._kept.setdefault(bodies, seen.snapshot)
        if bodies:
            self._seen.setdefault(bodies, seen.snapshot)
        if seen.text:
            self._texts.setdefault((seen.normaliser, seen.text), seen.snapshot)
        if seen.what != "suspect":
            entry = (seen.counts_from, seen.number, seen.snapshot)
            self._times.insert(bisect_right(self._times, entry), entry)
            self._counted.add(seen.snapshot)

    def match(self, answers: tuple[RememberedCapture, ...], text: str, page: KnownOfCaptures) -> str:
        """The id of the snapshot with the same text or bodies; "" if there is none."""
        bodies = _bodies(answers)
        if page.keep == "all" or not text:
            return self._kept.get(bodies, "")
        if page.shows is not None:
            return page.shows if page.shows in self.stored else self._kept.get(bodies, "")
        return self._texts.get((page.normaliser, text)) or self._seen.get(bodies, "")

    def at(self, moment: datetime) -> str:
        """The id of the snapshot that holds at a moment; "" before the first."""
        place = bisect_right(self._times, moment, key=lambda entry: entry[0])
        return self._times[place - 1][2] if place else ""

    def counted(self, snapshot: str) -> bool:
        """Whether a snapshot ever counted as the text of the page, and was not only suspect."""
        return snapshot in self._counted


def _bodies(answers: tuple[RememberedCapture, ...]) -> tuple[str, ...]:
    bodies = tuple(answer.sha256 for answer in answers)
    return bodies if all(bodies) else ()


class SeriesWriter:
    """The only writer of a series, from `with` to its end; what is added is durable after `flush`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._stack = contextlib.ExitStack()
        self._handle = -1
        self._head = chain.ChainHead()
        self._pending: list[bytes] = []
        self._files: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        with disk.reporting(self._folder), contextlib.ExitStack() as stack:
            disk.refuse_links(self._folder)
            disk.make_folders(self._folder)
            self._handle = stack.enter_context(disk.locked(self._folder / names.LINES))
            series = self._recover()
            self._stack = stack.pop_all()  # from here on the lock is held until the end
        self.known = SeriesIndex(series)
        self.observations = series.observations
        self._head = series.head
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        with self._stack:
            if kind is None:
                self.flush()

    def add(self, captures: Sequence[Capture], page: KnownOfCaptures) -> Observation:
        """Record captures, and keep their bodies when they are news."""
        text = (
            page.text_sha256
            if page.text is None
            else chain.sha256(page.text.encode("utf-8", "surrogatepass"))
        )
        captures = tuple(captures)
        _check(self._name, captures)
        at = max(capture.at for capture in captures).astimezone(UTC)
        answers = self._answers(captures, page.since or at)
        known = self.known.match(answers, text, page)
        seen = Observation(
            series=self._name,
            at=at,
            what=self._what(known, page, page.since or at),
            snapshot=known,
            how=captures[0].how,
            ref=captures[0].ref,
            technical=page.technical,
            since=page.since if page.since != at else None,
            answers=answers,
            text=text,
            normaliser=page.normaliser if text else "",
            quality=page.quality,
        )
        if known:
            return self.record(replace(seen, answers=_as_received(answers, captures)))
        return self._keep(seen, captures, dict(page.details or {}))

    def record(self, seen: Observation) -> Observation:
        """Append an observation."""
        seen = replace(seen, number=self._head.lines + 1, tool=TOOL)
        line = chain.encode(records.to_record(seen), self._head.last)
        self._pending.append(line)
        self._head = chain.ChainHead(seen.number, chain.sha256(line))
        self.known.remember(seen)
        if len(self._pending) >= _FLUSH_LINES or sum(map(len, self._files.values())) >= _FLUSH_BYTES:
            self.flush()
        return seen

    def flush(self) -> None:
        """Write everything that was added to the disk, in an order that survives a kill."""
        if not self._pending:
            return
        with disk.reporting(self._folder):
            for name, data in self._files.items():
                disk.write_temporary(self._folder, name, data)
            if self._files:
                disk.flush_folder(self._folder)
            disk.append(self._handle, b"".join(line + b"\n" for line in self._pending))
            for name in self._files:
                disk.finish(self._folder, name)
            if self._files:  # or a power cut could leave a head that counts lines without their files
                disk.flush_folder(self._folder)
            disk.replace_file(self._folder, names.HEAD, self._head.encode())
        self._pending, self._files = [], {}

    # --- what an observation is ---

    def _what(self, known: str, page: KnownOfCaptures, moment: datetime) -> CheckResult:
        if page.quality.level == "bad":
            return "suspect"
        if not known or not self.known.counted(known):
            return "new"
        return "unchanged" if self.known.at(moment) == known else "returned"

    def _answers(self, captures: tuple[Capture, ...], moment: datetime) -> tuple[RememberedCapture, ...]:
        current = self.known.stored.get(self.known.at(moment))
        held = {answer.url: answer for answer in current.answers} if current else {}
        answers = []
        for capture in captures:
            answer = _answer(capture)
            if capture.status == 304:
                if capture.url not in held:
                    problem = "it was answered with 304 Not Modified, but the archive holds no body of it"
                    raise UnusableCapture(capture.url, problem, "Fetch it without conditions")
                known = held[capture.url]
                answer = replace(answer, sha256=known.sha256, size=known.size)
            answers.append(answer)
        return tuple(answers)

    def _keep(self, seen: Observation, captures: tuple[Capture, ...], details: dict[str, str]) -> Observation:
        snapshot = names.new_id(seen.at, self.known.stored)
        answers, stored = [], {}
        for part, (capture, answer) in enumerate(zip(captures, seen.answers, strict=True), 1):
            file = self._file_of(answer)
            if not file:
                ending = names.ending(capture.content_type, capture.body)
                file = names.body_name(snapshot, ending, part if len(captures) > 1 else None)
                stored[file] = self._take(file, disk.compress(capture.body))
            for name, beside in records.beside_files(snapshot, capture, part if len(captures) > 1 else None):
                stored[name] = self._take(name, disk.compress(beside.body))
            answers.append(replace(answer, file=file))
            self.known.files[answer.sha256] = answers[-1]
        seen = replace(
            seen, snapshot=snapshot, answers=tuple(answers), stored=tuple(stored.items()), tool=TOOL
        )
        sidecar = records.sidecar(snapshot, seen, captures, details)
        return self.record(replace(seen, sidecar=self._take(names.sidecar_name(snapshot), sidecar)))

    def _file_of(self, answer: RememberedCapture) -> str:
        known = self.known.files.get(answer.sha256)
        return known.file if known else ""

    def _take(self, name: str, data: bytes) -> str:
        if (self._folder / name).exists():
            raise reading.damaged(self._folder / name, "it is in no line of observations.jsonl")
        self._files[name] = data
        return chain.sha256(data)

    # --- recovery ---

    def _recover(self) -> reading.Series:
        path = self._folder / names.LINES
        data = reading.read_or_nothing(path)
        head = reading.read_head(self._folder)
        if not data and not (self._folder / names.HEAD).exists():
            disk.replace_file(self._folder, names.HEAD, head.encode())
        whole = data[: data.rfind(b"\n") + 1]
        series = reading.parse(self._folder, self._name, head, whole)
        if len(whole) < len(data):
            os.ftruncate(self._handle, len(whole))
            os.fsync(self._handle)
            self._say("half a line was cut off")
        if whole.count(b"\n") > head.lines:
            lines = chain.parse_lines(whole).whole
            self._carry_through(reading.observations(self._folder, self._name, lines[head.lines :]))
            head = chain.ChainHead(len(lines), lines[-1].digest)
            disk.replace_file(self._folder, names.HEAD, head.encode())
            count = len(lines) - series.head.lines
            self._say("one line was finished" if count == 1 else f"{count} lines were finished")
            series = reading.parse(self._folder, self._name, head, whole)
        left = [file for file in self._folder.iterdir() if names.is_temporary(file.name)]
        for file in left:
            file.unlink()
        if left:
            one = "one unfinished file was removed"
            self._say(one if len(left) == 1 else f"{len(left)} unfinished files were removed")
        return series

    def _say(self, what: str) -> None:
        _log.warning("%s: an earlier write was interrupted; %s", self._name, what)

    def _carry_through(self, unfinished: tuple[Observation, ...]) -> None:
        for seen in unfinished:
            files = [
                *seen.stored,
                *([(names.sidecar_name(seen.snapshot), seen.sidecar)] if seen.sidecar else []),
            ]
            for name, digest in files:
                if reading.read_or_nothing(self._folder / name):
                    continue
                data = reading.read_or_nothing(self._folder / names.temporary(name))
                if chain.sha256(data) != digest:
                    place = self._folder / f"{names.LINES}:{seen.number}"
                    raise reading.damaged(place, f"it names {name}, which is not there")
                disk.finish(self._folder, name)
        disk.flush_folder(self._folder)


def current_answers(series: reading.Series) -> dict[str, RememberedCapture]:
    """For each address the last answer with validators in the latest stretch."""
    if not series.snapshots:
        return {}
    latest: Snapshot = series.snapshots[-1]
    found: dict[str, RememberedCapture] = {}
    for seen in reversed(series.observations):
        if seen.what in ("failed", "suspect") or seen.counts_from < latest.since:
            continue
        for answer in seen.answers:
            if answer.etag or answer.last_modified:
                found.setdefault(answer.url, answer)
    return found


def _check(name: str, captures: tuple[Capture, ...]) -> None:
    if not captures:
        raise UnusableCapture(name, "no capture was given", "Give one for each address of the source")
    for capture in captures:
        subject = capture.url or name
        if capture.at.tzinfo is None:
            raise UnusableCapture(subject, "the time of the capture has no zone", "Give it in UTC")
        if not records.is_moment(capture.at):
            problem = f"no page was captured in the year {capture.at.year}"
            raise UnusableCapture(subject, problem, "Give the time at which it was captured")
        if len(capture.body) > LARGEST:
            problem = f"it has {len(capture.body)} bytes, more than the {LARGEST} that are kept of one page"
            raise UnusableCapture(subject, problem, "Record it as failed")


def _answer(capture: Capture) -> RememberedCapture:
    headers = {name.lower(): value for name, value in reversed(capture.headers)}
    received = capture.status != 304
    return RememberedCapture(
        url=capture.url,
        status=capture.status,
        final_url="" if capture.final_url == capture.url else capture.final_url,
        redirects=capture.redirects,
        etag=headers.get("etag", ""),
        last_modified=headers.get("last-modified", ""),
        sha256=chain.sha256(capture.body) if received else "",
        size=len(capture.body) if received else 0,
    )


def _as_received(
    answers: tuple[RememberedCapture, ...], captures: tuple[Capture, ...]
) -> tuple[RememberedCapture, ...]:
    """The answers without the hash of a body that the server did not send again."""
    return tuple(
        replace(answer, sha256="", size=0) if capture.status == 304 else answer
        for answer, capture in zip(answers, captures, strict=True)
    )


def failure(name: str, kind: str, problem: str, at: datetime, captures: Sequence[Capture]) -> Observation:
    """The observation of a check that failed."""
    _check(name, tuple(captures) or (Capture(name, at, b"", "http"),))
    how = captures[0].how if captures else "http"
    ref = captures[0].ref if captures else ""
    answers = tuple(_answer(capture) for capture in captures)
    # A failure without a body is no failure with an empty one.
    answers = tuple(answer if answer.size else replace(answer, sha256="") for answer in answers)
    return Observation(
        name, at.astimezone(UTC), "failed", kind=kind, problem=problem, how=how, ref=ref, answers=answers
    )
