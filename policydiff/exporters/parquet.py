"""Writes the tables of an archive as Parquet files, one for each table, in one folder: by DuckDB, an extra.

Of the libraries that write the format DuckDB is the smallest by far, and needs no other (67 MB installed;
fastparquet with pandas takes 121, PyArrow 166, Polars 175). It gets the rows as lines of JSON, which it reads
many times as fast as it inserts them one by one.
"""

from __future__ import annotations

import json
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from policydiff.atomic_write import replacing
from policydiff.errors import UnusableOption, UnwritableFile
from policydiff.exporters.tables import TABLES, distinct, storable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.exporters.tables import ExportRow

_TYPES: Final = {"text": "VARCHAR", "integer": "BIGINT"}
_LONGEST_LINE: Final = 64 * 1024 * 1024
"""Most bytes of a row in JSON: a page of 32 MB in which every character is escaped."""
_OFFLINE: Final = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""Settings by which DuckDB downloads nothing: all that it needs here is built in."""


def export_parquet(folder: str, rows: Iterable[ExportRow]) -> dict[str, int]:
    """Write rows into `<table>.parquet` files.

    Args:
        folder: The folder to write to; created if missing. Files with these names are replaced.
        rows: Of all tables, in any order.

    Returns:
        The number of rows of each table.

    Raises:
        UnusableOption: DuckDB is not installed.
        UnwritableFile: a file cannot be written.
    """
    duckdb = _duckdb()
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="policydiff-") as scratch:
            counts = _write_lines(Path(scratch), rows)
            with closing(duckdb.connect(":memory:", config=_OFFLINE)) as database:
                for table in TABLES:
                    with replacing(str(Path(folder, f"{table.table}.parquet"))) as place:
                        _copy(database, table, Path(scratch, table.table), place)
    except (OSError, duckdb.Error) as error:
        problem = f"it cannot be written ({' '.join(str(error).split())[:200]})"
        raise UnwritableFile(folder, problem, "Choose another place") from error
    return counts


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        advice = "Install it: pip install 'policydiff[parquet]'"
        raise UnusableOption("parquet", "it needs DuckDB, which is not installed", advice) from error
    return duckdb


def _write_lines(scratch: Path, rows: Iterable[ExportRow]) -> dict[str, int]:
    """Write the rows as lines of JSON, a file for each table. Returns the number of rows of each table."""
    counts = dict.fromkeys((one.table for one in TABLES), 0)
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(Path(scratch, name).open("x", encoding="utf-8")) for name in counts
        }
        for row in distinct(rows):
            values = map(storable, row.values())
            fields = {one.name: value for one, value in zip(row.columns(), values, strict=True)}
            files[row.table].write(f"{json.dumps(fields, ensure_ascii=False)}\n")
            counts[row.table] += 1
    return counts


def _copy(database: Any, table: type[ExportRow], lines: Path, place: Path) -> None:
    columns = ", ".join(f"'{one.name}': '{_TYPES[one.type]}'" for one in table.columns())
    form = f"format='newline_delimited', maximum_object_size={_LONGEST_LINE}, columns={{{columns}}}"
    # The names are those of our own classes; the paths are given apart from the words of the query.
    query = f"copy (select * from read_json(?, {form})) to ? (format parquet, compression zstd)"  # noqa: S608
    database.execute(query, [str(lines), str(place)])
