"""Reads captures of other recorders before they are imported, and summarises their series afterwards, in a
separate process as in `fetch`.

The importers know records and archives; reading a page takes the normaliser. Here they meet.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policydiff import resolve
from policydiff.archive import KnownOfCaptures
from policydiff.errors import PolicydiffError
from policydiff.saved_page import SavedPage, page_of_captures
from policydiff.workflows.appraisal import Appraiser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.archive import Archive
    from policydiff.importers import ReadCaptures
    from policydiff.models import Capture, Snapshot
    from policydiff.workflows.appraisal import Judge

MOST_SUMMARISED: Final = 3
"""Series of one import whose first and last captures are compared: a repository may bring hundreds."""
_ASKED: Final = 8
"""Captures at each end of a series among which a good one is sought: a page may be broken for weeks."""


@dataclass(frozen=True, slots=True)
class SeriesSummary:
    """What a series holds after an import."""

    series: str
    texts: int
    """Stretches with one text."""
    first: Snapshot | None = None
    """The earliest capture, None if there is none."""
    last: Snapshot | None = None
    compared: tuple[Snapshot, Snapshot] | None = None
    """The earliest and the latest good one, None where they are one, or could not be compared."""
    verdict: str = ""
    """Of these two."""
    headlines: tuple[str, ...] = ()
    """The most important of what changed, in sentences."""


@contextmanager
def reading(archive: Archive) -> Iterator[ReadCaptures]:
    """A reader that judges captures; it ends with the block."""
    with Appraiser() as judge:
        yield CaptureReader(archive, judge)


class CaptureReader:
    """Says what captures show, as importers ask it."""

    def __init__(self, archive: Archive, judge: Judge) -> None:
        self._archive = archive
        self._judge = judge
        self._selectors: dict[str, tuple[str, ...]] = {}

    def __call__(self, series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
        """As `ReadCaptures`."""
        if series not in self._selectors:
            self._selectors[series] = resolve.selectors(self._archive, series)
        page = page_of_captures(captures, series, selectors=self._selectors[series])
        judged = self._judge(page, None, "")
        return KnownOfCaptures(text=judged.text, normaliser=judged.normaliser, quality=judged.quality)


def summaries(archive: Archive, names: Sequence[str]) -> Iterator[SeriesSummary]:
    """What some series hold, and what changed in each from its first good capture to its last."""
    with ExitStack() as stack:
        judge: Appraiser | None = None
        for name in names:
            texts = archive.snapshots(name)
            if len(texts) < 2:
                only = texts[0] if texts else None
                yield SeriesSummary(name, len(texts), only, only)
                continue
            judge = judge or stack.enter_context(Appraiser())
            yield _summarised(archive, name, texts, judge)


def _summarised(archive: Archive, name: str, texts: Sequence[Snapshot], judge: Judge) -> SeriesSummary:
    summary = SeriesSummary(name, len(texts), texts[0], texts[-1])

    def page(one: Snapshot) -> SavedPage:
        return resolve.page(archive, one, selectors)

    with suppress(PolicydiffError):  # `log` says what is wrong
        selectors = resolve.selectors(archive, name)
        good = (one for one in texts[:_ASKED] if judge(page(one), None, "").quality.level != "bad")
        first = next(good, None)
        for last in reversed(texts[-_ASKED:]):
            if first is None or last.at <= first.at:
                break
            judged = judge(page(last), page(first), "")
            if judged.verdict and judged.verdict != "broken-capture":
                compared = (first, last)
                return replace(summary, compared=compared, verdict=judged.verdict, headlines=judged.headlines)
    return summary
