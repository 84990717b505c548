"""Results that are kept: found again only as they were put in, by the versions that made them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from policydiff.cache import Cache, check, key
from policydiff.errors import UnusableCache
from policydiff.models import Quality, Reason

if TYPE_CHECKING:
    from pathlib import Path

KEPT = Quality("bad", (Reason("error-page", "The server answered with an error page"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A cache with one result."""
    found = tmp_path / "deep" / "results.sqlite"
    with Cache(found) as cache:
        cache.put({"one": KEPT})
    return found


def test_what_was_put_in_comes_out_as_the_value_it_was(path: Path) -> None:
    with Cache(path) as cache:
        assert cache.get(["one", "two"], Quality) == {"one": KEPT}


def test_a_changed_result_counts_as_absent(path: Path) -> None:
    """Whether a byte of it was changed or it stands under another key."""
    with sqlite3.connect(path) as database:
        database.execute("insert into results select 'other', value, hash from results")
        database.execute("update results set value = zeroblob(length(value)) where key = 'one'")
    with Cache(path) as cache:
        assert cache.get(["one", "other"], Quality) == {}


def test_a_result_of_another_kind_counts_as_absent(path: Path) -> None:
    with Cache(path) as cache:
        assert cache.get(["one"], Reason) == {}


@pytest.mark.parametrize("damage", ["emptied", "cut", "overwritten"])
def test_a_damaged_cache_is_thrown_away(path: Path, damage: str) -> None:
    """Emptied, cut in the middle, overwritten behind its head: nothing is believed, and it works again."""
    data = path.read_bytes()
    half = data[: len(data) // 2]
    path.write_bytes({"emptied": b"", "cut": half, "overwritten": half[:100] + b"x" * len(data)}[damage])
    with Cache(path) as cache:
        assert cache.get(["one"], Quality) in ({}, {"one": KEPT})
        cache.put({"two": KEPT})
    with Cache(path) as cache:
        assert cache.get(["two"], Quality) == {"two": KEPT}


def foreign(path: Path, kind: str) -> None:
    """Put something of somebody else's there."""
    if kind == "text":
        path.write_text("Notes for the story. " * 99, encoding="utf-8")
    elif kind == "short text":
        path.write_text("x", encoding="utf-8")
    elif kind == "head":
        path.write_bytes(b"SQLite format 3\0" + b"y" * 200)
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        with sqlite3.connect(path) as database:
            database.execute("create table results (key text primary key, value blob, hash blob)")
        database.close()


@pytest.mark.parametrize("kind", ["text", "short text", "head", "database", "folder", "pipe"])
def test_what_is_no_cache_of_ours_is_left_as_it_is(tmp_path: Path, kind: str) -> None:
    """Named as the cache, by its own name or by a link: it is said, and not a byte changes."""
    path = tmp_path / "mine"
    foreign(path, kind)
    before = path.read_bytes() if path.is_file() else b""
    (tmp_path / "link").symlink_to(path)
    for name in ("mine", "link"):
        with pytest.raises(UnusableCache), Cache(tmp_path / name):
            pass
    assert before == (path.read_bytes() if path.is_file() else b"")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link", "mine"]


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_what_lies_beside_is_left_as_it_is(tmp_path: Path, ending: str) -> None:
    """SQLite takes a file of such a name for its own, and removes it."""
    beside = tmp_path / f"notes{ending}"
    beside.write_text("mine")
    with pytest.raises(UnusableCache, match="another database"), Cache(tmp_path / "notes"):
        pass
    assert beside.read_text() == "mine"


def test_a_locked_database_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    foreign(tmp_path / "theirs", "database")
    before = (tmp_path / "theirs").read_bytes()
    with sqlite3.connect(tmp_path / "theirs") as database:
        database.execute("begin exclusive")
        with pytest.raises(UnusableCache), Cache(tmp_path / "theirs"):
            pass
    database.close()
    assert (tmp_path / "theirs").read_bytes() == before


def test_a_busy_cache_is_never_removed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another run holds it this one works without; what was kept is there afterwards."""
    monkeypatch.setattr("policydiff.cache._PATIENCE", 0.1)
    inode = path.stat().st_ino
    with sqlite3.connect(path, isolation_level=None) as database:
        database.execute("pragma locking_mode=exclusive")
        database.execute("begin exclusive")
        with Cache(path) as cache:
            cache.put({"two": KEPT})
            assert cache.get(["one"], Quality) in ({}, {"one": KEPT})
        database.execute("commit")
    database.close()
    assert path.stat().st_ino == inode
    with Cache(path) as cache:
        assert cache.get(["one"], Quality) == {"one": KEPT}


def test_what_comes_after_a_busy_moment_is_kept_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that another run held up is given up whole, and does not stand in the way of the next."""
    monkeypatch.setattr("policydiff.cache._PATIENCE", 0.05)
    with Cache(path) as cache:
        with sqlite3.connect(path, isolation_level=None) as other:
            other.execute("begin immediate")
            cache.put({"two": KEPT})
            other.execute("rollback")
        other.close()
        cache.put({"three": KEPT})
        assert cache.get(["two", "three"], Quality) == {"three": KEPT}


def test_many_may_begin_one_cache_at_once(tmp_path: Path) -> None:
    """None takes another's beginning for something foreign, and none removes it."""
    code = (
        "import sys; from policydiff.cache import Cache; from policydiff.models import Quality\n"
        "with Cache(sys.argv[1]) as cache: cache.put({sys.argv[2]: Quality()})"
    )
    path = str(tmp_path / "results")
    runs = [subprocess.Popen([sys.executable, "-c", code, path, str(number)]) for number in range(6)]
    assert [run.wait() for run in runs] == [0] * 6
    with Cache(path) as cache:
        assert len(cache.get(map(str, range(6)), Quality)) == 6


def test_a_cache_that_begins_while_it_is_looked_at_is_ours(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process makes the file and its journal after the file was not yet there."""
    begun, kind = path.with_name("begun"), type(path)
    real = kind.exists

    def exists(self: Path) -> bool:
        found = real(self)
        if self == begun:
            begun.touch()
            begun.with_name("begun-journal").touch()
        return found

    monkeypatch.setattr(kind, "exists", exists)
    check(begun)


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """The folder is a file: everything is worked out anew."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with Cache(tmp_path / "file" / "results.sqlite") as cache:
        cache.put({"one": KEPT})
        assert cache.get(["one"], Quality) == {}


def test_no_cache_keeps_nothing() -> None:
    with Cache(None) as cache:
        cache.put({"one": KEPT})
        assert cache.get(["one"], Quality) == {}


def test_keys_differ_where_any_part_does() -> None:
    """Also where the parts joined would be the same."""
    assert key("ab", "c") != key("a", "bc")
    assert key("timeline", "1", "a/b") == key("timeline", "1", "a/b")


def test_two_programs_may_use_it_at_once(path: Path) -> None:
    with Cache(path) as first, Cache(path) as second:
        first.put({"first": KEPT})
        second.put({"second": KEPT})
        assert first.get(["first", "second"], Quality) == second.get(["first", "second"], Quality)
