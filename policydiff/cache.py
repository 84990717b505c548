"""Results of earlier runs, so that nothing is worked out twice: a file of its own, never part of the archive.

Everything in it can be thrown away. The key of a result covers everything the result depends on: the bytes it
came from and the versions of the code. So a result of another version is never asked for. A result that does
not match its hash, or has another type than was asked for, counts as absent. A cache that cannot be opened or
written is no error: everything is worked out anew. But if the file named as the cache is something else, it
is left untouched and an error says so.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from policydiff.errors import UnusableCache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike

_T = TypeVar("_T")

_SCHEMA = """
create table if not exists results (
  key text primary key, value blob not null, hash blob not null
) without rowid
"""
_MAGIC = b"SQLite format 3\0"
_OURS = 0x70646966
"""What marks a database as our cache ("pdif"): its application id, which SQLite keeps in bytes 68 to 71."""
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BESIDE = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite writes beside a database, and reads if it finds them there."""
_PATIENCE = 5.0
"""Seconds to wait while another run writes; after that these results are not kept."""
_AT_ONCE = 400
"""Most keys in one query: SQLite takes at least 999 variables."""
_HASH = 16
"""Bytes of each hash that are stored: enough that no two of millions of results share them."""


def place() -> Path:
    """The default path of this user's cache."""
    import platformdirs  # noqa: PLC0415 - asked for by few commands

    return Path(platformdirs.user_cache_dir("policydiff", appauthor=False)) / "results.cache"


def key(*parts: str) -> str:
    """One key for everything that a result depends on, 64 hexadecimal digits."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """Results by key. Use it in a `with`; without a path it keeps nothing."""

    def __init__(self, path: str | PathLike[str] | None) -> None:
        self._path = Path(path) if path is not None else None
        self._database: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Open it.

        Raises:
            UnusableCache: the file is not a cache of policydiff; it was not touched.
        """
        if self._path is None:
            return self
        try:
            check(self._path)
            self._database = self._open(self._path)
        except sqlite3.Error as error:
            # Ours, but damaged: nothing in it is believed. After any other fault nothing is kept.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN:
                self._begin_anew(self._path)
        except OSError:
            pass
        return self

    def _begin_anew(self, path: Path) -> None:
        with contextlib.suppress(OSError, sqlite3.Error):
            for ending in ("", *_BESIDE):
                path.with_name(path.name + ending).unlink(missing_ok=True)
            self._database = self._open(path)

    def __exit__(self, *_: object) -> None:
        database, self._database = self._database, None
        if database:
            with contextlib.suppress(sqlite3.Error):
                database.close()

    @contextlib.contextmanager
    def lent(self) -> Iterator[Path | None]:
        """Its file, for other processes to open meanwhile; None where nothing is kept. It is closed until
        they are done: SQLite allows no connection to be open where a process is forked.
        """
        path = self._path if self._database else None
        self.__exit__()
        try:
            yield path
        finally:
            if path:
                self.__enter__()

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            if database.execute("pragma application_id").fetchone() != (_OURS,):
                database.execute(f"pragma application_id={_OURS}")
            database.execute("pragma journal_mode=wal")
            database.execute("pragma synchronous=off")
            database.execute(_SCHEMA)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def get(self, keys: Iterable[str], kind: type[_T]) -> dict[str, _T]:
        """The results that are there, by their keys.

        Args:
            keys: what is asked for.
            kind: the type of the results; a value of another type counts as absent.
        """
        wanted, found = list(dict.fromkeys(keys)), dict[str, _T]()
        if self._database is None:
            return found
        decoder = msgspec.msgpack.Decoder(kind)
        with contextlib.suppress(sqlite3.Error):
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"select key, value, hash from results where key in ({marks})"  # noqa: S608 - marks only
                for name, value, hashed in self._database.execute(query, some):
                    if _hash(name, value) == hashed:
                        with contextlib.suppress(zlib.error, msgspec.MsgspecError, RecursionError):
                            found[name] = decoder.decode(zlib.decompress(value))
        return found

    def put(self, results: Mapping[str, object]) -> None:
        """Keep results by their keys."""
        if self._database is None or not results:
            return
        encoder = msgspec.msgpack.Encoder()
        rows = []
        for name, result in results.items():
            value = zlib.compress(encoder.encode(result), 1)
            rows.append((name, value, _hash(name, value)))
        try:
            self._database.execute("begin")
            self._database.executemany("insert or replace into results values (?, ?, ?)", rows)
            self._database.execute("commit")
        except sqlite3.Error:  # another run is writing, or the disk is full
            if self._database.in_transaction:  # else no later `begin` would do
                with contextlib.suppress(sqlite3.Error):
                    self._database.execute("rollback")


def check(path: Path) -> None:
    """Refuse a file that is not a cache of policydiff. An empty file becomes one.

    Raises:
        UnusableCache: it is something else.
        OSError: it cannot be looked at.
    """
    advice = "Name another file with --cache, or - for none"
    # Looked at first: one that begins meanwhile, in another process, has its file before what lies beside it.
    beside = {ending for ending in _BESIDE if path.with_name(path.name + ending).exists()}
    there = path.exists()
    if there and not path.is_file():
        raise UnusableCache(str(path), "it is no file", advice)
    head = b""
    if there:
        with path.open("rb") as file:
            head = file.read(72)
    if head and (head[:16] != _MAGIC or head[68:] != _OURS.to_bytes(4, "big")):
        raise UnusableCache(str(path), "it is no cache of policydiff, and is left as it is", advice)
    # One that begins just now has a journal and nothing else.
    foreign = () if head else _BESIDE[:2] if there else _BESIDE
    if not beside.isdisjoint(foreign):
        raise UnusableCache(str(path), "beside it lies what may belong to another database", advice)


def _hash(name: str, value: bytes) -> bytes:
    return sha256(name.encode() + value).digest()[:_HASH]
