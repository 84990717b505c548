"""Compares the captures of two recorders on one day: do they agree?

Recorders are independent witnesses. If their captures of a day differ, one of them recorded another region, a
test group or a broken page, or the page changed in between: a reporter who relies on one of them should know.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, get_args

from policydiff import resolve
from policydiff.errors import PolicydiffError, guarded
from policydiff.models import FetchWay, recorder_host
from policydiff.workflows import comparing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from policydiff.archive import Archive
    from policydiff.models import Document, Observation, Reason, Verdict

_ALIKE: Final = ("identical", "cosmetic")
_MOST_PAIRS: Final = 20
"""Of one day; a page that is another at every visit was copied a hundred times on some days."""
_MOST_READ: Final = 32
_RECORDERS: Final = {"ota": "Open Terms Archive", "file": "saved files", "warc": "web archive files"}


@dataclass(frozen=True, slots=True)
class DayOfTwo:
    """A day on which two recorders kept the same document."""

    series: str
    day: date
    """In UTC."""
    recorders: tuple[str, str]
    captures: tuple[str, str]
    """References of the two captures that come nearest to each other."""
    verdict: Verdict | None
    """What comparing them says; None if that could not be done."""
    reasons: tuple[Reason, ...] = ()
    problem: str = ""
    """Why they could not be compared, "" if they could."""

    @property
    def agree(self) -> bool:
        """Whether both say the same."""
        return self.verdict in _ALIKE


def recorder(seen: Observation) -> str:
    """Who recorded: this archive's own checks, a service by its host, or a kind of files."""
    if seen.how in get_args(FetchWay):
        return "this archive"
    host = recorder_host(seen.ref)
    return host or _RECORDERS.get(seen.how, seen.how)


def days_of_two(archive: Archive, series: str) -> list[tuple[date, dict[str, list[str]]]]:
    """The days on which two or more recorders kept good captures of a series, with the snapshots of each."""
    found: defaultdict[date, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for seen in archive.observations(series):
        if seen.snapshot and seen.what != "suspect":
            found[seen.at.date()][recorder(seen)].append(seen.snapshot)
    return [(day, dict(who)) for day, who in sorted(found.items()) if len(who) > 1]


def crosscheck(
    archive: Archive, series: str, progress: Callable[[int, int], None] | None = None
) -> Iterator[DayOfTwo]:
    """Compare the captures of each day on which there are two recorders.

    A recorder that saw the page change on that day agrees with one that saw either text.

    Args:
        archive: Holds the captures.
        series: "platform/document[@variant]".
        progress: Called with the number of days done and of all.

    Raises:
        DamagedArchive: the archive does not match its hashes.
    """
    days = days_of_two(archive, series)
    reader = _SnapshotReader(archive, series)
    for number, (day, who) in enumerate(days, 1):
        for first, second in combinations(sorted(who), 2):
            yield reader.compared(day, (first, second), who[first], who[second])
        if progress:
            progress(number, len(days))


class _SnapshotReader:
    """Reads each snapshot once, and compares each pair once."""

    def __init__(self, archive: Archive, series: str) -> None:
        self._archive = archive
        self._series = series
        self._kept = archive.kept(series)
        self._selectors = resolve.selectors(archive, series)
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._results: dict[tuple[str, str], tuple[Verdict, tuple[Reason, ...]]] = {}

    def compared(
        self, day: date, recorders: tuple[str, str], first: Iterable[str], second: Iterable[str]
    ) -> DayOfTwo:
        """The nearest two of what both kept."""
        pairs = {(one, other) for one in first for other in second}
        found: DayOfTwo | None = None
        for pair in sorted(pairs, key=lambda pair: (pair[0] != pair[1], pair))[:_MOST_PAIRS]:
            names = (f"{self._series}@{pair[0]}", f"{self._series}@{pair[1]}")
            try:
                with guarded(names[0]):
                    verdict, reasons = self._result(pair)
            except PolicydiffError as error:
                one = DayOfTwo(self._series, day, recorders, names, None, problem=error.problem)
            else:
                one = DayOfTwo(self._series, day, recorders, names, verdict, reasons)
            found = one if found is None or one.agree else found
            if found.agree:
                break
        assert found is not None
        return found

    def _result(self, pair: tuple[str, str]) -> tuple[Verdict, tuple[Reason, ...]]:
        if pair[0] == pair[1]:
            return "identical", ()
        if pair not in self._results:
            comparison = comparing.compare(self._document(pair[0]), self._document(pair[1]))
            self._results[pair] = comparison.verdict, comparison.reasons
        return self._results[pair]

    def _document(self, snapshot: str) -> Document:
        known = self._documents.get(snapshot)
        if known is None:
            page = resolve.page(self._archive, self._kept[snapshot], self._selectors)
            known = self._documents[snapshot] = comparing.document(page)
            if len(self._documents) > _MOST_READ:
                self._documents.popitem(last=False)
        return known
