"""Writes the tables of an archive as an SQLite database, as Datasette and other tools browse it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from policydiff.archive import TOOL
from policydiff.atomic_write import replacing
from policydiff.errors import UnwritableFile
from policydiff.exporters.tables import TABLES, ExportRow, storable

if TYPE_CHECKING:
    from collections.abc import Iterable

_VIEWS: Final = """
create virtual table clause_search
  using fts5(text, content='clause', tokenize='unicode61 remove_diacritics 2');
insert into clause_search(clause_search) values ('rebuild');
create view clause_seen as
  select d.series, c.text, min(d.at) as first_at, max(d.at) as last_at, count(*) as documents, v.clause
  from clause_version v join clause c on c.id = v.clause join document d on d.reference = v.document
  group by d.series, v.clause;
create view finding_seen as
  select f.*, g.first_seen, g.after, g.old, g.new from finding f join change g on g.id = f.change;
"""


def export_sqlite(path: str, rows: Iterable[ExportRow]) -> dict[str, int]:
    """Write rows into a new database.

    Args:
        path: The file; an existing one is replaced.
        rows: Of all tables, in any order.

    Returns:
        The number of rows of each table.

    Raises:
        UnwritableFile: the file cannot be written.
    """
    counts = dict.fromkeys((one.table for one in TABLES), 0)
    try:
        with replacing(path) as place, closing(sqlite3.connect(place)) as database:
            database.executescript("pragma journal_mode = off; pragma synchronous = off;")
            for table in TABLES:
                database.execute(_create(table))
            database.execute("create table about (name text primary key, value text)")
            database.execute("insert into about values ('tool', ?)", (TOOL,))
            for row in rows:
                counts[row.table] += _insert(database, row)
            for table in TABLES:
                for column in table.columns():
                    if column.refers:
                        name = f"{table.table}_{column.name}"
                        database.execute(f'create index "{name}" on "{table.table}" ("{column.name}")')
            database.executescript(_VIEWS)
            database.commit()
    except sqlite3.Error as error:
        raise UnwritableFile(path, f"it cannot be written ({error})", "Choose another place") from error
    return counts


def _create(table: type[ExportRow]) -> str:
    columns = [f'"{one.name}" {one.type}{"" if one.refers else " not null"}' for one in table.columns()]
    columns.append(f"primary key ({', '.join(table.key)})")
    columns += [
        f'foreign key ("{one.name}") references "{one.refers}"' for one in table.columns() if one.refers
    ]
    return f'create table "{table.table}" ({", ".join(columns)})'


def _insert(database: sqlite3.Connection, row: ExportRow) -> int:
    """Insert a row, unless it is there already (a wording that many documents have)."""
    values = tuple(storable(one) for one in row.values())
    marks = ", ".join("?" * len(values))
    # The names are those of our own classes.
    return database.execute(f'insert or ignore into "{row.table}" values ({marks})', values).rowcount  # noqa: S608
