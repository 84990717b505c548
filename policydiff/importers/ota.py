"""Imports the history that Open Terms Archive recorded in a git repository.

Its layout: one file a document ("Service/Terms type.md" for the versions, ".html" or ".pdf" for the
snapshots, "Service/Terms type #id.html" where several pages make up one document), one commit a record.
The author date is when the page was fetched; the first words of the message say what happened: the
recorder's engine writes "First record of", "Record new changes of", "Apply technical or declaration upgrade
on", and formerly "Start tracking", "Update", "Refilter". A version assembled from several source documents
names the snapshots of all of them in its message; the message is kept.

An upgrade takes the latest capture and filters it anew, so it bears the date of that capture: the order
of the commits is the truth and dates may go back. The visible text is not asked for: these bodies are
curated text already, each distinct one is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from policydiff.archive import LARGEST, KnownOfCaptures, SeriesWriter, failure, names
from policydiff.errors import PolicydiffError, UnusableHistory, guarded
from policydiff.importers.adding import stop_where_all_would_fail
from policydiff.importers.git import Commit, Repository, Touched
from policydiff.importers.ota_names import SeriesNames
from policydiff.importers.recorded import Imported, unaddressed
from policydiff.models import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from os import PathLike

    from policydiff.archive import Archive
    from policydiff.importers.recorded import AddressOf

_RECORDED: Final = re.compile(
    r"(First record of|Start tracking|Record new changes of|Update) ", re.IGNORECASE
)
_UPGRADED: Final = re.compile(
    r"(Apply (technical|declaration)\b.* (upgrade|update)|Refilter )", re.IGNORECASE
)
_LANES: Final = 2
_MESSAGE: Final = 20_000
"""Most characters of a message that are kept: one that names forty source documents has four thousand."""
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC).timestamp()


@dataclass
class _Done:
    """The result of importing one series."""

    added: int = 0
    known: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    problem: str = ""
    """Why the series could not be imported, "" if it was."""

    def skip(self, record: Touched, reason: str) -> None:
        self.skipped.append((f"{record.path} at {record.commit[:12]}", reason))


def import_ota(  # noqa: PLR0913 - all but two are optional and go by name
    archive: Archive,
    repository: str | PathLike[str],
    path: str | None = None,
    *,
    variant: str = "",
    address_of: AddressOf = unaddressed,
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Import the versions or snapshots of an Open Terms Archive repository, bare or not.

    Running the same import again adds nothing.

    Args:
        archive: The archive to import into.
        repository: The folder of the git repository.
        path: One file of it ("Instagram/Privacy Policy.md"); all by default.
        variant: Variant that the series get, for collections of one region ("us").
        address_of: Gives the address of a capture: the repository names none.
        progress: Called with the number of records done and the number of all; what it counts is on the disk.

    Raises:
        UnusableHistory: no git repository, no git program, no such path in it.
    """
    with Repository(repository) as git:
        series = _by_series(git.history(), variant)
        broken = [(f"commit {one[:12]}", "git cannot read what it changed") for one in git.damaged]
    if path is not None:
        series = {name: found for name, found in series.items() if any(one.path == path for one in found)}
    if not series:
        wanted = repr(path) if path else "of the form Service/Terms type.md"
        advice = "Look at the paths with `git log --name-only`"
        raise UnusableHistory(str(repository), f"it holds no file {wanted}", advice)
    total, counted = sum(map(len, series.values())), 0
    done: dict[str, _Done] = {}
    with closing(_import_all(archive, repository, series, address_of)) as imports:
        for name, one in imports:
            done[name] = one
            counted += len(series[name])
            if progress:
                progress(counted, total)
    skipped = [entry for name in series for entry in done[name].skipped]
    failed = [(name, done[name].problem) for name in series if done[name].problem]
    added, known = sum(one.added for one in done.values()), sum(one.known for one in done.values())
    grown = tuple(sorted(name for name, one in done.items() if one.added))
    return Imported(len(series) - len(failed), added, known, (*broken, *skipped), tuple(failed), grown)


def _by_series(history: Iterable[Touched], variant: str) -> dict[str, list[Touched]]:
    """The records of each series, in the order of the commits."""
    series_names = SeriesNames(variant)
    series: dict[str, list[Touched]] = defaultdict(list)
    for touched in history:
        folder, _, file = touched.path.rpartition("/")
        if not folder or "/" in folder or folder.startswith("."):
            continue
        name = series_names.of(folder, file.rpartition(".")[0] or file)
        if name:
            series[name].append(touched)
    return dict(series)


def _import_all(
    archive: Archive,
    repository: str | PathLike[str],
    series: dict[str, list[Touched]],
    address_of: AddressOf,
) -> Generator[tuple[str, _Done], None, None]:
    """Import the series, two at a time: while one is packed, another waits for the disk."""
    with ExitStack() as stack:
        lanes = min(_LANES, len(series))
        free: SimpleQueue[Repository] = SimpleQueue()
        for _ in range(lanes):
            free.put(stack.enter_context(Repository(repository)))

        def work(name: str) -> tuple[str, _Done]:
            git = free.get()
            try:
                return name, _SeriesImport(git, name, series[name], address_of).into(archive)
            finally:
                free.put(git)

        workers = stack.enter_context(ThreadPoolExecutor(lanes))
        futures = [workers.submit(work, name) for name in sorted(series)]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            workers.shutdown(cancel_futures=True)


class _SeriesImport:
    """Imports one series."""

    def __init__(self, git: Repository, name: str, records: list[Touched], address_of: AddressOf) -> None:
        self._git = git
        self._name = name
        self._records = records
        self._address_of = address_of
        self._done = _Done()

    def into(self, archive: Archive) -> _Done:
        """What was done; what keeps this series alone from coming in is reported in the end."""
        try:
            with guarded(self._name):
                seen = {one.ref for one in archive.observations(self._name)}
                if not {record.commit for record in self._records} <= seen:
                    with archive.writer(self._name) as writer:
                        self._add_records(writer)
        except PolicydiffError as error:
            stop_where_all_would_fail(error)
            return _Done(problem=f"{error.subject}: {error.problem}")
        self._done.known = len(self._records) - self._done.added - len(self._done.skipped)
        return self._done

    def _add_records(self, writer: SeriesWriter) -> None:
        # Only now, with the lock, is it certain what is known: a write that was cut short is finished.
        known = {seen.ref for seen in writer.observations}
        commits = [self._git.commit(record.commit) for record in self._records]
        ours = any(commit and _by_engine(commit.message) for commit in commits)
        since = datetime.fromtimestamp(_EARLIEST, UTC)
        for record, commit in zip(self._records, commits, strict=True):
            if commit is None or not _EARLIEST <= commit.seconds <= _LATEST:
                self._done.skip(record, "the commit has no usable date")
                continue
            at = datetime.fromtimestamp(commit.seconds, UTC)
            since = max(since, at)
            if record.commit in known:
                continue
            body = self._git.blob(record.blob, LARGEST) if record.blob else b""
            if body is None:
                self._done.skip(record, "the file is missing from the repository, or too large")
                continue
            technical = _UPGRADED.match(commit.message) or (ours and not _RECORDED.match(commit.message))
            details = _details(self._git.origin, record, commit)
            page = KnownOfCaptures(technical=bool(technical), since=since, details=details)
            self._add(writer, record, page, (at, body))
            self._done.added += 1

    def _add(
        self, writer: SeriesWriter, record: Touched, page: KnownOfCaptures, seen: tuple[datetime, bytes]
    ) -> None:
        at, body = seen
        service, _, file = record.path.partition("/")
        terms_type, _, ending = file.rpartition(".")
        capture = Capture(
            self._address_of(service, terms_type, at),
            at,
            body,
            "ota",
            ref=record.commit,
            media_type=names.MEDIA_TYPES.get(ending.lower(), ""),
        )
        if record.blob:
            writer.add([capture], page)
            return
        problem = "The recorder removed the file from its repository."
        removed = failure(self._name, "removed", problem, at, [capture])
        writer.record(replace(removed, answers=(), since=page.since if page.since != at else None))


def _details(origin: str, record: Touched, commit: Commit) -> dict[str, str]:
    return {
        "repository": origin,
        "path": record.path,
        "author": commit.author,
        "message": commit.message[:_MESSAGE],
    }


def _by_engine(message: str) -> bool:
    """Whether the recorder's engine wrote this: among its records an unknown message is a change by hand."""
    return bool(_RECORDED.match(message) or _UPGRADED.match(message))
