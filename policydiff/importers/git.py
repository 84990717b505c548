"""Reads a git repository that may be anybody's, through a few plumbing commands that see its objects alone.

git runs in an empty repository of our own, with our own configuration, and is only told where the objects
lie: nothing of the repository's configuration, hooks, attributes, index or work tree is there to be obeyed,
whatever key a later version of git may add. Commits and blobs come through one `git cat-file --batch`.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Self

from policydiff.errors import UnusableHistory
from policydiff.importers import gitfolder

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

_LARGEST_COMMIT: Final = 1024 * 1024
_LONGEST_PATH: Final = 1024 * 1024
_CONFIG: Final = """\
[core]
\tbare = true
\tcommitGraph = false
\tmultiPackIndex = false
\tbigFileThreshold = 8m
"""
"""Configuration of the empty repository: caches of the given repository are not trusted, and a huge object is
read in pieces."""
_BY_SHA1: Final = "[core]\n\trepositoryformatversion = 0\n"
_BY_SHA256: Final = "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n"
_ENVIRONMENT: Final = {
    "GIT_ALLOC_LIMIT": "512m",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_DIFF: Final = ("--stdin", "--root", "-r", "-z", "--raw", "--no-abbrev", "--no-renames")
_MOST_DAMAGED: Final = 1000
"""Most damaged commits that are skipped; each costs two processes."""
_ADDRESS: Final = re.compile(r"([a-z][a-z0-9+.-]{1,20})://([^/?#]*)([^?#]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a commit added, changed or removed."""

    commit: str
    path: str
    """As UTF-8; bytes that are none are replaced."""
    blob: str
    """Id of the content, "" if the file was removed."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The author and date of a commit."""

    author: str
    """Name and address."""
    seconds: int
    """Author date, seconds since 1970."""
    message: str


class Repository:
    """A git repository, bare or not. Use it in a `with`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self.damaged: list[str] = []
        """Commits whose changes git could not read."""
        self._last_read = ""
        self._batch: subprocess.Popen[bytes] | None = None
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        self._program = _program(self._path)
        self._found = gitfolder.find(self._path)
        with contextlib.ExitStack() as stack:
            self._empty = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="policydiff-git-")))
            _make_empty(self._empty, self._found)
            stack.callback(self._end_batch)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @cached_property
    def origin(self) -> str:
        """Where it was cloned from, without user name, password and query; else the name of its folder."""
        asked = ("config", "--file", "-", "--no-includes", "--get", "remote.origin.url")
        with self._start(*asked, given=subprocess.PIPE) as reading:
            url = reading.communicate(self._found.config)[0].decode("utf-8", "replace").strip()
        address = _ADDRESS.match(url)
        if address:
            return f"{address[1]}://{address[2].rpartition('@')[2]}{address[3]}"
        plain = re.split("[?#]", url, maxsplit=1)[0]
        return Path(plain or self._path.resolve()).name

    def history(self) -> Iterator[Touched]:
        """Every file of every commit, parents before children; merges bring nothing of their own.

        A commit that git cannot read is passed over and put into `damaged`.
        """
        commits = self._commits()
        places = {commit: place for place, commit in enumerate(commits)}
        start = 0
        while start < len(commits):
            whole = yield from self._touched(commits[start:])
            if whole:
                return
            # git gave up at one of the commits after the last that it told of: look for that one.
            next_one = max(start, places.get(self._last_read, -1) + 1)
            broken = next((n for n in range(next_one, len(commits)) if not self._readable(commits[n])), None)
            if broken is None or len(self.damaged) == _MOST_DAMAGED:
                raise self._unreadable()
            self.damaged.append(commits[broken])
            start = broken + 1

    def _commits(self) -> list[str]:
        head = self._found.head
        with self._start("rev-list", "--reverse", "--topo-order", "--no-merges", head) as listing:
            assert listing.stdout is not None
            commits = listing.stdout.read().decode("ascii", "replace").split()
        if listing.returncode:
            raise self._unreadable()
        return commits

    def _touched(self, commits: Sequence[str]) -> Generator[Touched, None, bool]:
        """The files of these commits; says in the end whether git read all of them."""
        asked = self._empty / "asked"
        asked.write_text("".join(f"{commit}\n" for commit in commits), encoding="ascii")
        with asked.open("rb") as given, self._start("diff-tree", *_DIFF, given=given) as diff:
            assert diff.stdout is not None
            for one in _touched(self._fields(diff.stdout)):
                self._last_read = one.commit
                yield one
        return diff.returncode == 0

    def _readable(self, commit: str) -> bool:
        with self._start("diff-tree", *_DIFF[1:], commit) as diff:
            assert diff.stdout is not None
            _discard(diff.stdout, sys.maxsize)
        return diff.returncode == 0

    def _unreadable(self) -> UnusableHistory:
        advice = "Look at it with `git fsck` and `git log`"
        return UnusableHistory(str(self._path), "its history cannot be read", advice)

    def commit(self, name: str) -> Commit | None:
        """What a commit says of itself, None if it has no usable author date."""
        data = self.blob(name, _LARGEST_COMMIT)
        head, _, message = (data or b"").decode("utf-8", "replace").partition("\n\n")
        author = next((line[7:] for line in head.split("\n") if line.startswith("author ")), "")
        try:
            who, seconds, _ = author.rsplit(" ", 2)
            return Commit(who, int(seconds), message)
        except ValueError:
            return None

    def blob(self, name: str, largest: int) -> bytes | None:
        """The content of an object, None if it is missing, damaged or larger than this."""
        try:
            return self._asked(name, largest)
        except (OSError, EOFError):
            self._end_batch()  # git gives up at a damaged object: the next one is asked of another process
            return None

    def _asked(self, name: str, largest: int) -> bytes | None:
        if self._batch is None:
            self._batch = self._start("cat-file", "--batch", given=subprocess.PIPE)
        into, out = self._batch.stdin, self._batch.stdout
        assert into is not None
        assert out is not None
        into.write(name.encode("ascii", "replace") + b"\n")
        into.flush()
        header = out.readline()
        if not header.endswith(b"\n"):
            raise EOFError
        answer = header.split()
        if len(answer) != 3 or not answer[2].isdigit():
            return None
        size = int(answer[2])
        if size > largest:
            _discard(out, size + 1)
            return None
        data = out.read(size + 1)
        if len(data) != size + 1:
            raise EOFError
        return data[:size]

    def _end_batch(self) -> None:
        batch, self._batch = self._batch, None
        if batch:
            batch.kill()
            for pipe in (batch.stdin, batch.stdout):
                with contextlib.suppress(OSError):
                    pipe.close() if pipe else None
            batch.wait()

    def _fields(self, stream: IO[bytes]) -> Iterator[bytes]:
        """The fields between NULs, read piece by piece."""
        rest = b""
        while piece := stream.read(1 << 16):
            *fields, rest = (rest + piece).split(b"\0")
            yield from fields
            if len(rest) > _LONGEST_PATH:
                problem = f"it holds a path of more than {_LONGEST_PATH} bytes"
                raise UnusableHistory(str(self._path), problem, "Ask who made it what that is for")

    def _start(self, *arguments: str, given: int | IO[bytes] | None = None) -> subprocess.Popen[bytes]:
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
        places = {"GIT_DIR": str(self._empty), "GIT_OBJECT_DIRECTORY": str(self._found.objects)}
        try:
            return subprocess.Popen(  # noqa: S603 - no shell, and no argument that a repository could choose
                [self._program, *arguments],
                stdin=subprocess.DEVNULL if given is None else given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._empty,
                env=kept | _ENVIRONMENT | places,
            )
        except OSError as error:
            raise _no_git(self._path) from error


def _program(path: Path) -> str:
    """The program git, never one that lies in the current folder: that may be the repository."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        program = folder / name
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise _no_git(path)


def _no_git(path: Path) -> UnusableHistory:
    return UnusableHistory(str(path), "the program git could not be started", "Install git")


def _make_empty(folder: Path, found: gitfolder.GitFolder) -> None:
    """An empty repository: it knows how commits are named, and which of them have no parents here."""
    (folder / "refs").mkdir()
    (folder / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
    named = _BY_SHA256 if len(found.head) == 64 else _BY_SHA1
    (folder / "config").write_text(named + _CONFIG, encoding="ascii")
    if found.shallow:
        (folder / "shallow").write_bytes(found.shallow)


def _touched(fields: Iterator[bytes]) -> Iterator[Touched]:
    """What `git diff-tree --stdin -z --raw` says: a commit, then modes, ids and path of each of its files."""
    commit = ""
    for field in fields:
        if not field.startswith(b":"):
            commit = field.strip().decode("ascii", "replace")
            continue
        _, mode, _, blob, status = field.split(b" ")
        path = next(fields, b"").decode("utf-8", "replace")
        if status == b"D" or mode in (b"100644", b"100755"):
            yield Touched(commit, path, "" if status == b"D" else blob.decode("ascii", "replace"))


def _discard(stream: IO[bytes], size: int) -> None:
    """Skip this many bytes; stops at the end of the stream."""
    while size > 0 and (piece := stream.read(min(size, 1 << 20))):
        size -= len(piece)
