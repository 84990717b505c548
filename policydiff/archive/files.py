"""Brings in pages that people saved, dated by what is in them or by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from os import PathLike

    from policydiff.archive.store import Archive
    from policydiff.archive.values import Imported


def import_files(
    archive: Archive,
    name: str,
    paths: Sequence[str | PathLike[str]],
    *,
    at: datetime | None = None,
    url: str = "",
) -> Imported:
    """Import saved pages of one source.

    A file's date is `at`; else the time of the Wayback Machine or of the saving program inside it; else the date
    in its name (year first); a file without any is left out and named in the result. Twice the same import adds
    nothing the second time.

    Args:
        archive: Where to.
        name: The series ("platform/document[@variant]").
        paths: The files; several are taken in the order of their dates.
        at: The date of all of them, aware.
        url: The address of the page where the file does not say it.

    Raises:
        UnreadableFile: a file is missing or cannot be read.
    """
    raise NotImplementedError
