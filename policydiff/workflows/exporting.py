"""The text of kept captures, for exports: the archive knows bytes, the normaliser reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff import documents, resolve
from policydiff.errors import PolicydiffError, guarded
from policydiff.saved_page import page_of_captures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policydiff.archive import Archive
    from policydiff.models import Capture


def text_reader(archive: Archive) -> Callable[[str, Sequence[Capture]], str]:
    """A function that gives the text of the captures of a series; "" if they cannot be read."""

    def text(series: str, captures: Sequence[Capture]) -> str:
        page = page_of_captures(captures, series, selectors=resolve.selectors(archive, series))
        try:
            with guarded(series):
                return documents.read_saved(page).text
        except PolicydiffError:
            return ""

    return text
