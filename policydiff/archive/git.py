"""Reads a git repository that may be anybody's, through a few plumbing commands.

Commits and blobs come through one `git cat-file --batch`. Only plumbing is used, without network, replacement
objects or lazy fetching, because a repository's own configuration can name programs that other
commands would run.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Self

from policydiff.errors import UnusableHistory

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST_COMMIT: Final = 1024 * 1024
_LONGEST_PATH: Final = 1024 * 1024
_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_ELSEWHERE: Final = frozenset(
    ("GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE")
)
"""Variables that would lead git to another repository, as in a hook."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a commit added, changed or removed."""

    commit: str
    path: str
    """As UTF-8; bytes that are none are replaced."""
    blob: str
    """Id of the content, "" where the file was removed."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What a commit says of itself."""

    author: str
    """Name and address."""
    seconds: int
    """Author date, seconds since 1970."""
    message: str


class Repository:
    """A git repository, bare or not. Use it in a `with`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._batch: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if not self._path.is_dir():
            problem = "it is no folder"
            advice = "Give the folder of a git repository; a bundle is made one by `git clone`"
            raise UnusableHistory(str(self._path), problem, advice)
        self._run("rev-parse", "--git-dir")
        return self

    def __exit__(self, *_: object) -> None:
        batch, self._batch = self._batch, None
        if batch:
            for pipe in (batch.stdin, batch.stdout):
                with contextlib.suppress(OSError):
                    pipe.close() if pipe else None
            batch.terminate()
            batch.wait()

    @cached_property
    def origin(self) -> str:
        """Where it was cloned from, without user name and password; else the name of its folder."""
        found = self._start("config", "--local", "--get", "remote.origin.url")
        url = found.communicate()[0].decode("utf-8", "replace").strip()
        if "://" not in url:
            return Path(url or self._path.resolve()).name
        scheme, _, rest = url.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"

    def history(self) -> Iterator[Touched]:
        """Every file of every commit, parents before children; merges bring nothing of their own."""
        with self._start("rev-list", "--reverse", "--topo-order", "--no-merges", "HEAD") as commits:
            options = (
                "--stdin",
                "--root",
                "-r",
                "-z",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "--no-ext-diff",
            )
            with self._start("diff-tree", *options, given=commits.stdout) as diff:
                assert diff.stdout is not None
                yield from _touched(self._fields(diff.stdout))
        if commits.returncode or diff.returncode:
            advice = "Look at it with `git fsck` and `git log`"
            raise UnusableHistory(str(self._path), "its history cannot be read", advice)

    def commit(self, name: str) -> Commit | None:
        """What a commit says of itself, None where it has no usable author date."""
        data = self.blob(name, _LARGEST_COMMIT)
        head, _, message = (data or b"").decode("utf-8", "replace").partition("\n\n")
        author = next((line[7:] for line in head.split("\n") if line.startswith("author ")), "")
        try:
            who, seconds, _ = author.rsplit(" ", 2)
            return Commit(who, int(seconds), message)
        except ValueError:
            return None

    def blob(self, name: str, largest: int) -> bytes | None:
        """The content of an object, None where it is missing or larger than this."""
        if self._batch is None:
            self._batch = self._start("cat-file", "--batch", given=subprocess.PIPE)
        into, out = self._batch.stdin, self._batch.stdout
        assert into is not None
        assert out is not None
        into.write(name.encode("ascii", "replace") + b"\n")
        into.flush()
        answer = out.readline().split()
        if len(answer) != 3 or not answer[2].isdigit():
            return None
        size = int(answer[2])
        if size > largest:
            _discard(out, size + 1)
            return None
        data = out.read(size)
        out.read(1)
        return data

    def _fields(self, stream: IO[bytes]) -> Iterator[bytes]:
        """What stands between NULs, read piece by piece."""
        rest = b""
        while piece := stream.read(1 << 16):
            *fields, rest = (rest + piece).split(b"\0")
            yield from fields
            if len(rest) > _LONGEST_PATH:
                problem = f"it holds a path of more than {_LONGEST_PATH} bytes"
                raise UnusableHistory(str(self._path), problem, "Ask who made it what that is for")

    def _run(self, *arguments: str) -> bytes:
        process = self._start(*arguments, errors=subprocess.PIPE)
        out, errors = process.communicate()
        if process.returncode:
            said = errors.decode("utf-8", "replace").strip().splitlines()
            problem = f"git cannot read it ({said[0][:200] if said else 'no reason given'})"
            raise UnusableHistory(str(self._path), problem, "Give the folder of a git repository")
        return out

    def _start(
        self, *arguments: str, given: int | IO[bytes] | None = None, errors: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        command = ["git", "-C", str(self._path), *arguments]
        environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
        # A folder inside of somebody's repository is not that repository.
        environment |= {**_ENVIRONMENT, "GIT_CEILING_DIRECTORIES": str(self._path.resolve().parent)}
        try:
            return subprocess.Popen(  # noqa: S603 - no shell, and no argument that a repository could choose
                command,
                stdin=subprocess.DEVNULL if given is None else given,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
            )
        except OSError as error:
            problem = "the program git could not be started"
            raise UnusableHistory(str(self._path), problem, "Install git") from error


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
    """Read past so many bytes; ends early where the stream does."""
    while size > 0 and (piece := stream.read(min(size, 1 << 20))):
        size -= len(piece)
