"""The text of kept captures, for exports: the archive knows bytes, the normaliser reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff import documents, resolve
from policydiff.errors import PolicydiffError, guarded
from policydiff.saved_page import SavedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policydiff.archive import Archive
    from policydiff.models import Capture


def text_reader(archive: Archive) -> Callable[[str, Sequence[Capture]], str]:
    """A function that gives the text of the captures of a series; "" if they cannot be read."""

    def text(series: str, captures: Sequence[Capture]) -> str:
        selectors = resolve.selectors(archive, series)
        first, *others = (
            SavedPage(
                series, one.body, one.final_url or one.url, one.content_type, one.at, selectors=selectors
            )
            for one in captures
        )
        try:
            with guarded(series):
                return documents.read_saved(replace(first, more=tuple(others))).text
        except PolicydiffError:
            return ""

    return text
