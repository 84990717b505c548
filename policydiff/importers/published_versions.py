"""Imports the earlier versions of a policy that its platform publishes itself, under the dates it gives.

The platform is the only witness here, and an interested party: nobody saw these pages on those days. So each
capture says that it comes from the platform (`how`), where the list is, in which words the list dates it and
when it was got. A version in whose place the server gives another page is a failed check: archives that were
cleared away lead to the policy of today, which would stand under the date of then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from policydiff.importers.adding import Import
from policydiff.importers.copies import BATCH, Copy, CopyImport, CopyReader
from policydiff.importers.recorded import Recorded, WantedPage, unread
from policydiff.importers.service import Service
from policydiff.importers.warc import canonical
from policydiff.models import Capture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from policydiff.archive import Archive
    from policydiff.fetch import Fetcher
    from policydiff.importers.recorded import Imported, ReadCaptures, RecordProgress
    from policydiff.models import Source

MOST_VERSIONS: Final = 500
"""Of one list, the newest first: the longest known has some sixty."""


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version, as its platform lists it."""

    url: str
    day: date
    """The day from which it was in force, as the platform says."""
    words: str
    """The words in which the platform gives the date."""
    precision: str
    """The precision of the date: "day", "month"."""


def import_versions(  # noqa: PLR0913 - all but four are optional and go by name
    archive: Archive,
    source: Source,
    versions: Sequence[PublishedVersion],
    fetcher: Fetcher,
    *,
    address: str,
    now: datetime,
    read: ReadCaptures = unread,
    progress: RecordProgress | None = None,
) -> Imported:
    """Import versions that a platform publishes.

    Running the same import again adds nothing; an interrupted import continues.

    Args:
        archive: The archive to import into.
        source: The document whose versions they are, fetched as it says; its addresses are those of today.
        versions: Oldest first, one a day.
        fetcher: Fetches the pages, as politely as any page.
        address: Address of the list.
        now: The time, aware: versions from a later day are not in force yet.
        read: Judges whether captures are good.
        progress: Called with the number of versions done and of all.
    """
    importing = Import(archive, read, batch=BATCH)
    wanted = []
    for one in versions:
        if one.day > now.date():
            importing.skip(one.url, f"it holds from {one.day} only, as the list says")
        else:
            wanted.append(one)
    for one in wanted[:-MOST_VERSIONS]:
        importing.skip(one.url, f"of more than {MOST_VERSIONS} versions it is not one of the newest")
    wanted = wanted[-MOST_VERSIONS:]
    about = {one.url: one for one in wanted}
    service = Service(fetcher, source)
    answers = _Answers(address, source.urls, about)
    reader = CopyReader(
        "platform", lambda copy: answers.recorded(service.get(copy.address), copy, about[copy.address])
    )
    copies = [Copy(_start_of(one.day), one.url, one.url) for one in wanted]
    # No address for all: that of each version is its own.
    CopyImport(importing, archive, WantedPage(source.name, ""), reader).run(copies, progress)
    return importing.done()


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


class _Answers:
    """Answers as records of versions; no page stands for two of them, nor that of today for one of then."""

    def __init__(self, address: str, today: Iterable[str], listed: Iterable[str]) -> None:
        self._list = address
        self._taken = {canonical(url) for url in (address, *today)} - {canonical(url) for url in listed}

    def recorded(self, answer: Capture, copy: Copy, version: PublishedVersion) -> Recorded:
        """The answer for a version, under its date."""
        place = answer.final_url or answer.url
        if canonical(place) in self._taken or not _is_same(version.url, place):
            nothing = Capture(copy.original, copy.at, b"", "platform", ref=copy.address)
            problem = f"The platform lists this version, and gives {place[:300]} in its place."
            return Recorded((nothing,), failure=("bad-redirect", problem))
        self._taken.add(canonical(place))
        details = {
            "list": self._list,
            "listed_as": version.words,
            "date_is": f"the {version.precision} that the platform gives",
            "received": answer.at.isoformat(timespec="seconds"),
            "fetched_by": answer.how,
        }
        capture = replace(answer, url=copy.original, at=copy.at, how="platform", ref=copy.address)
        return Recorded((capture,), {**dict(answer.details), **details})


def _is_same(asked: str, answered: str) -> bool:
    """Whether a server that redirects still means the page asked for: in another folder ("/en/"), on another
    host, but by the same name and with what was asked in it."""
    one, other = urlsplit(asked), urlsplit(answered)
    if canonical(asked) == canonical(answered):
        return True
    names = [place.path.rstrip("/").rpartition("/")[2] for place in (one, other)]
    kept = set(one.query.split("&")) <= {"", *other.query.split("&")}
    return names[0] == names[1] and kept
