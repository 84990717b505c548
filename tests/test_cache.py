"""Results that are kept: found again only as they were put in, by the versions that made them."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from policydiff.cache import Cache, key
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


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_cache_is_thrown_away(path: Path, damage: bytes | None) -> None:
    """Emptied, overwritten or cut in the middle: nothing is believed, and it works again at once."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] if damage is None else damage)
    with Cache(path) as cache:
        assert cache.get(["one"], Quality) in ({}, {"one": KEPT})
        cache.put({"two": KEPT})
    with Cache(path) as cache:
        assert cache.get(["two"], Quality) == {"two": KEPT}


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
