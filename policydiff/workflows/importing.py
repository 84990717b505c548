"""What captures of other recorders show before they come in: asked in a process of its own, as in `fetch`.

The importers know records and archives; reading a page takes the normaliser. Here they meet.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff import resolve
from policydiff.archive import KnownOfCaptures
from policydiff.saved_page import SavedPage
from policydiff.workflows.appraisal import Appraiser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.archive import Archive
    from policydiff.importers import ReadCaptures
    from policydiff.models import Capture
    from policydiff.workflows.appraisal import Judge


@contextmanager
def reading(archive: Archive) -> Iterator[ReadCaptures]:
    """What says of captures whether they are good ones; it ends with the block."""
    with Appraiser() as judge:
        yield _CaptureReader(archive, judge)


class _CaptureReader:
    def __init__(self, archive: Archive, judge: Judge) -> None:
        self._archive = archive
        self._judge = judge
        self._selectors: dict[str, tuple[str, ...]] = {}

    def __call__(self, series: str, captures: Sequence[Capture]) -> KnownOfCaptures:
        if series not in self._selectors:
            self._selectors[series] = resolve.selectors(self._archive, series)
        first, *others = (
            SavedPage(
                series,
                one.body,
                one.final_url or one.url,
                one.content_type,
                one.at,
                selectors=self._selectors[series],
            )
            for one in captures
        )
        judged = self._judge(replace(first, more=tuple(others)), None, "")
        return KnownOfCaptures(text=judged.text, normaliser=judged.normaliser, quality=judged.quality)
