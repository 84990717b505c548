"""Brings in the history that Open Terms Archive recorded in a git repository.

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
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from policydiff.archive import names
from policydiff.archive.git import Commit, Repository, Touched
from policydiff.archive.values import Imported
from policydiff.archive.writer import LARGEST, Page, Writer, failure
from policydiff.errors import UnusableHistory
from policydiff.models import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike

    from policydiff.archive.store import Archive

_RECORDED: Final = re.compile(
    r"(First record of|Start tracking|Record new changes of|Update) ", re.IGNORECASE
)
_UPGRADED: Final = re.compile(
    r"(Apply (technical|declaration)\b.* (upgrade|update)|Refilter )", re.IGNORECASE
)
_MESSAGE: Final = 20_000
"""Characters of a message that are kept: one that names forty source documents has four thousand."""
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC).timestamp()


@dataclass
class _Import:
    """What one import knows and counts."""

    archive: Archive
    repository: Repository
    origin: str
    total: int
    progress: Callable[[int, int], None] | None
    added: int = 0
    known: int = 0
    done: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)

    def skip(self, record: Touched, reason: str) -> None:
        self.skipped.append((f"{record.path} at {record.commit[:12]}", reason))


def import_ota(
    archive: Archive,
    repository: str | PathLike[str],
    path: str | None = None,
    *,
    variant: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Import the versions or snapshots of an Open Terms Archive repository, bare or not.

    Twice the same import adds nothing the second time.

    Args:
        archive: Where to.
        repository: The folder of the git repository.
        path: One file of it ("Instagram/Privacy Policy.md"); all by default.
        variant: Variant that the series get, for collections of one region ("us").
        progress: Called with the number of records done and the number of all; what it counts is on the disk.

    Raises:
        UnusableHistory: no git repository, no git program, no such path in it.
    """
    with Repository(repository) as git:
        series = _by_series(git.history(), variant)
        if path is not None:
            series = {name: found for name, found in series.items() if any(one.path == path for one in found)}
        if not series:
            problem = (
                f"it holds no file {path!r}" if path else "it holds no file of the form Service/Terms type.md"
            )
            advice = "Look at the paths with `git log --name-only`"
            raise UnusableHistory(str(repository), problem, advice)
        total = sum(map(len, series.values()))
        job = _Import(archive, git, git.origin(), total, progress)
        for name, records in sorted(series.items()):
            _import_series(job, name, records)
    return Imported(len(series), job.added, job.known, tuple(job.skipped))


def _by_series(history: Iterable[Touched], variant: str) -> dict[str, list[Touched]]:
    """The records of each series, in the order of the commits.

    Two services or documents that would get one name (they differ in punctuation) are kept apart by a number:
    the first in the history has the plain name.
    """
    owners: dict[str, tuple[str, str]] = {}
    series: dict[str, list[Touched]] = defaultdict(list)
    for touched in history:
        folder, _, file = touched.path.rpartition("/")
        if not folder or "/" in folder or touched.path.startswith("."):
            continue
        stem = file.rpartition(".")[0] or file
        plain = f"{names.slug(folder)}/{names.slug(stem)}"
        name, number = plain, 1
        while owners.setdefault(name, (folder, stem)) != (folder, stem):
            number += 1
            name = f"{plain}-{number}"
        full = f"{name}@{names.slug(variant)}" if variant else name
        if names.is_series(full):
            series[full].append(touched)
    return dict(series)


def _import_series(job: _Import, name: str, records: list[Touched]) -> None:
    before = job.added + len(job.skipped)
    if not {record.commit for record in records} <= {seen.ref for seen in job.archive.observations(name)}:
        with job.archive.writer(name) as writer:
            # Only now, with the lock, is it certain what is known: a write that was cut short is finished.
            _add_records(job, writer, records, name)
    job.known += len(records) - (job.added + len(job.skipped) - before)
    job.done += len(records)
    if job.progress:
        job.progress(job.done, job.total)


def _add_records(job: _Import, writer: Writer, records: list[Touched], name: str) -> None:
    known = {seen.ref for seen in writer.observations}
    commits = [job.repository.commit(record.commit) for record in records]
    ours = any(
        commit and (_RECORDED.match(commit.message) or _UPGRADED.match(commit.message)) for commit in commits
    )
    since = datetime.fromtimestamp(_EARLIEST, UTC)
    for record, commit in zip(records, commits, strict=True):
        if commit is None or not _EARLIEST <= commit.seconds <= _LATEST:
            job.skip(record, "the commit has no usable date")
            continue
        at = datetime.fromtimestamp(commit.seconds, UTC)
        since = max(since, at)
        if record.commit not in known:
            _add(
                job, writer, record, Page(technical=_technical(commit, ours), since=since), (name, commit, at)
            )


def _add(
    job: _Import, writer: Writer, record: Touched, page: Page, who: tuple[str, Commit, datetime]
) -> None:
    name, commit, at = who
    body = job.repository.blob(record.blob, LARGEST) if record.blob else b""
    if body is None:
        job.skip(record, "the file is missing from the repository, or too large")
        return
    ending = record.path.rpartition(".")[2].lower()
    capture = Capture("", at, body, "ota", ref=record.commit, media_type=names.MEDIA_TYPES.get(ending, ""))
    job.added += 1
    if not record.blob:
        problem = "The recorder removed the file from its repository."
        writer.record(
            replace(failure(name, "removed", problem, at, [capture]), answers=(), since=_later(page, at))
        )
        return
    details = {
        "repository": job.origin,
        "path": record.path,
        "author": commit.author,
        "message": commit.message[:_MESSAGE],
    }
    writer.add([capture], replace(page, details=details))


def _later(page: Page, at: datetime) -> datetime | None:
    return None if page.since == at else page.since


def _technical(commit: Commit, ours: bool) -> bool:
    """Whether the recorder changed the text: an upgrade, or a change by hand among the engine's records."""
    if _UPGRADED.match(commit.message):
        return True
    return ours and not _RECORDED.match(commit.message)
