"""The tables of an archive: what stands in them, and that other programs can read them."""

from __future__ import annotations

import csv
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from policydiff.cache import Cache
from policydiff.errors import UnusableOption, UnwritableFile
from policydiff.exporters import export_csv, export_parquet, export_sqlite
from policydiff.exporters.tables import TABLES, ClauseRow, ExportRow, SeriesRow
from policydiff.workflows.export_rows import rows
from tests.archiving import NAME, capture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.commands import Run

DEMO = Path(__file__).parent.parent / "snapshots"
EU = "quillmoor/privacy-policy@eu"


@pytest.fixture(scope="module")
def demo_rows() -> list[ExportRow]:
    """All rows of the demo archive."""
    archive = Archive(DEMO)
    return list(rows(archive, archive.series(), Cache(None)))


@pytest.fixture(scope="module")
def demo(
    tmp_path_factory: pytest.TempPathFactory, demo_rows: list[ExportRow]
) -> Iterator[sqlite3.Connection]:
    """The database of the demo archive."""
    path = tmp_path_factory.mktemp("tables") / "demo.db"
    export_sqlite(str(path), demo_rows)
    with closing(sqlite3.connect(path)) as database:
        yield database


def asked(database: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return database.execute(query).fetchall()


def test_every_row_leads_somewhere(demo: sqlite3.Connection) -> None:
    """Keys are unique, foreign keys lead to rows, the database is whole."""
    assert asked(demo, "pragma foreign_key_check") == []
    assert asked(demo, "pragma integrity_check") == [("ok",)]
    assert asked(demo, "select count(*) from capture where document is null and what != 'failed'") == [(0,)]


def test_captures_are_the_lines_of_the_archive(demo: sqlite3.Connection) -> None:
    seen = [(one.number, one.what) for one in Archive(DEMO).observations(EU)]
    found = asked(demo, f"select number, what from capture where series = '{EU}' order by number")
    assert found == seen
    assert ("failed",) in asked(demo, "select what from capture")


def test_clauses_are_shared_and_in_their_places(demo: sqlite3.Connection) -> None:
    """A wording stands once, its versions lead back to the very documents."""
    assert asked(demo, "select count(*) - count(distinct text) from clause") == [(0,)]
    from policydiff import resolve
    from policydiff.workflows import comparing

    archive = Archive(DEMO)
    snapshot = archive.resolve(f"{EU}@2024-05-22")
    document = comparing.document(resolve.page(archive, snapshot, ()))
    texts = asked(
        demo,
        "select c.text from clause_version v join clause c on c.id = v.clause "
        f"where v.document = '{snapshot.reference}' order by v.position",
    )
    assert [text for (text,) in texts] == [clause.text for clause in document.clauses]


def test_changes_and_findings_are_those_of_the_log(demo: sqlite3.Connection) -> None:
    from policydiff.workflows.timeline import SeriesHistory

    timeline = SeriesHistory(DEMO, EU, Cache(None)).timeline()
    found = asked(demo, f"select old, new, verdict from change where series = '{EU}' order by first_seen")
    assert found == [(one.old.snapshot, one.new.snapshot, one.result.verdict) for one in timeline.entries]
    sentences = {one for (one,) in asked(demo, f"select sentence from finding_seen where series = '{EU}'")}
    assert sentences == {one.sentence for entry in timeline.entries for one in entry.result.findings}


def test_words_can_be_searched(demo: sqlite3.Connection) -> None:
    """With the day from which a wording stands there; letters count without their marks."""
    query = (
        "select s.first_at from clause_search f join clause c on c.rowid = f.rowid "
        "join clause_seen s on s.clause = c.id "
        "where clause_search match '\"públic posts\"' and s.series = '{}' order by 1"
    )
    assert asked(demo, query.format(EU))[0] == ("2024-05-22T10:17:33Z",)


def test_csv_has_the_same_rows(tmp_path: Path, demo: sqlite3.Connection, demo_rows: list[ExportRow]) -> None:
    counts = export_csv(str(tmp_path / "tables"), demo_rows)
    for table in TABLES:
        with (tmp_path / "tables" / f"{table.table}.csv").open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))
        assert lines[0] == [column.name for column in table.columns()]
        told = asked(demo, f"select * from {table.table}")
        plain = [[as_csv(one) for one in row] for row in told]
        assert sorted(lines[1:]) == sorted(plain)
        assert len(told) == counts[table.table]


def test_parquet_has_the_same_rows(
    tmp_path: Path, demo: sqlite3.Connection, demo_rows: list[ExportRow]
) -> None:
    """With the same types; what is not there is null and what is empty is empty."""
    import duckdb

    counts = export_parquet(str(tmp_path / "tables"), demo_rows)
    for table in TABLES:
        file = tmp_path / "tables" / f"{table.table}.parquet"
        found = duckdb.read_parquet(str(file))
        kinds = {"text": "VARCHAR", "integer": "BIGINT"}
        assert found.columns == [one.name for one in table.columns()]
        assert [str(one) for one in found.types] == [kinds[one.type] for one in table.columns()]
        told = found.fetchall()
        assert sorted(told, key=repr) == sorted(asked(demo, f"select * from {table.table}"), key=repr)
        assert len(told) == counts[table.table]
    assert not list(tmp_path.rglob("*.part"))


def test_parquet_takes_whatever_a_page_holds(tmp_path: Path) -> None:
    """Half a character, a line break, a quote, a formula; what goes wrong leaves the files of before."""
    words = 'half \ud83d, "quoted"\n=1+1 \x00'
    folder = tmp_path / "tables"
    export_parquet(str(folder), [ClauseRow("1", words, 3), ClauseRow("1", words, 3)])
    import duckdb

    (row,) = duckdb.read_parquet(str(folder / "clause.parquet")).fetchall()
    assert row == ("1", words.replace("\ud83d", "\\ud83d"), 3)
    before = (folder / "clause.parquet").read_bytes()

    def broken() -> Iterator[ExportRow]:
        yield ClauseRow("2", "x", 1)
        raise UnwritableFile("here", "the disk is full", "Make room")

    with pytest.raises(UnwritableFile):
        export_parquet(str(folder), broken())
    assert (folder / "clause.parquet").read_bytes() == before


def test_without_duckdb_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UnusableOption, match="policydiff\\[parquet\\]"):
        export_parquet(str(tmp_path), [])


def as_csv(value: object) -> str:
    return re.sub(r"^(?=[=+\-@\t\r])", "'", "" if value is None else str(value))


def test_words_of_a_page_are_no_formula(tmp_path: Path) -> None:
    """Nor can half a character keep a row from being written."""
    half = ClauseRow("2", "half \ud800 of one", 4)
    evil = [ClauseRow("1", '=cmd|"/c calc"!A0', 2), half, ClauseRow("1", "twice", 1)]
    assert export_csv(str(tmp_path / "t"), evil)["clause"] == 2
    assert "'=cmd" in (tmp_path / "t" / "clause.csv").read_text("utf-8")
    assert export_sqlite(str(tmp_path / "t.db"), evil)["clause"] == 2
    with closing(sqlite3.connect(tmp_path / "t.db")) as database:
        assert asked(database, "select text from clause") == [(evil[0].text,), ("half \\ud800 of one",)]


def test_a_page_that_cannot_be_read_is_a_row_that_says_so(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.store(NAME, capture("\x00\x01" * 500))
    found = [one for one in rows(archive, [NAME], Cache(None)) if one.table == "document"]
    assert [(one.quality, one.words) for one in found] == [("bad", 0)]  # type: ignore[attr-defined]


def test_an_export_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """What was there before stays where an export breaks off."""

    def broken() -> Iterator[SeriesRow]:
        yield SeriesRow("a/b", "a", "b", "")
        raise RuntimeError

    (tmp_path / "a.db").write_text("before", "utf-8")
    with pytest.raises(RuntimeError):
        export_sqlite(str(tmp_path / "a.db"), broken())
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]
    assert (tmp_path / "a.db").read_text("utf-8") == "before"
    with pytest.raises(UnwritableFile):
        export_sqlite(str(tmp_path / "no" / "a.db"), [])
    with pytest.raises(UnwritableFile):
        export_csv(str(tmp_path / "a.db"), [])


def test_the_docs_name_every_column() -> None:
    """And no other."""
    page = (DEMO.parent / "docs" / "tables.md").read_text("utf-8")
    for table in TABLES:
        line = next(line for line in page.splitlines() if line.startswith(f"| `{table.table}` |"))
        assert all(f"`{column.name}`" in line for column in table.columns()), table.table


def test_the_commands(run: Run) -> None:
    one = "quillmoor/privacy-policy@us"
    done = run("--archive", str(DEMO), "export", "sqlite", "a.db", one, "--cache", "-")
    assert (done.code, "series 1" in done.out) == (0, True)
    assert run("--archive", str(DEMO), "export", "csv", "t", "no/such", "--cache", "-").code == 2
    assert run("--archive", str(DEMO), "export", "sqlite", str(DEMO / "a" / "b.db")).code == 2
