"""Writes the tables of an archive as CSV files, one for each table, in one folder."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydiff.atomic_write import replacing
from policydiff.errors import UnwritableFile
from policydiff.exporters.tables import TABLES, ExportRow, distinct

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_csv(folder: str, rows: Iterable[ExportRow]) -> dict[str, int]:
    """Write rows into `<table>.csv` files: UTF-8, RFC 4180, with a header line.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, since pages are not
    trusted.

    Args:
        folder: The folder to write to; created if missing. Files with these names are replaced.
        rows: Of all tables, in any order.

    Returns:
        The number of rows of each table.

    Raises:
        UnwritableFile: a file cannot be written.
    """
    counts = dict.fromkeys((one.table for one in TABLES), 0)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            writers: dict[str, Any] = {}
            for table in TABLES:
                place = stack.enter_context(replacing(str(Path(folder, f"{table.table}.csv"))))
                file = stack.enter_context(
                    place.open("x", encoding="utf-8", errors="backslashreplace", newline="")
                )
                writers[table.table] = csv.writer(file)
                writers[table.table].writerow([one.name for one in table.columns()])
            for row in distinct(rows):
                writers[row.table].writerow([_plain(one) for one in row.values()])
                counts[row.table] += 1
    except OSError as error:
        raise UnwritableFile(
            folder, f"it cannot be written ({error.strerror})", "Choose another place"
        ) from error
    return counts


def _plain(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
