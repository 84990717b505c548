"""Where a git repository keeps its objects, and which commit is checked out: read without git.

A repository that came from elsewhere brings its own configuration, hooks and attributes, and many
commands of git run the programs that these name (`git diff-tree` asks `core.fsmonitor`). So git is never
started inside of it: the few files needed to find the objects are read here, as data, and nothing else is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policydiff.errors import UnusableHistory

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID: Final = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REF: Final = re.compile(r"refs/[^\0-\x20\x7f~^:?*\[\\]{1,4000}")
_LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a file that is read here: the largest is `packed-refs`, with a line for each branch and tag."""
_DEEPEST: Final = 5
"""How many names may lead to names, and object stores borrow from others: as far as git follows them."""
_ADVICE: Final = "Give the folder of a git repository; a bundle is made one by `git clone`"


@dataclass(frozen=True, slots=True)
class GitFolder:
    """The parts of a repository that are needed to read its history; none of them can name a program."""

    objects: Path
    """The folder of its objects, absolute."""
    head: str
    """Id of the commit of HEAD."""
    config: bytes
    """Its configuration as it stands in the file: to be read as data, never to be obeyed."""
    shallow: bytes
    """Ids of the commits whose parents were not fetched, one a line."""


def find(path: Path) -> GitFolder:
    """Look into the folder of a repository: bare or not, a linked work tree, or a submodule.

    Raises:
        UnusableHistory: it is none, has no commit, or holds what is no file where git expects one.
    """
    if not path.is_dir():
        raise UnusableHistory(str(path), "it is no folder", _ADVICE)
    try:
        own = _own_folder(path)
        common = _common_folder(own)
        objects = (common / "objects").resolve()
        if not objects.is_dir() or not (own / "HEAD").is_file():
            raise UnusableHistory(str(path), "it is not a git repository", _ADVICE)
        if (common / "reftable").is_dir():
            problem = "it keeps its branches in the form reftable, which only git itself can read"
            raise UnusableHistory(str(path), problem, "Import a clone: git clone --bare --ref-format=files")
        head = _commit(own, common)
        for store in _stores(objects):
            _only_files(path, store)
        return GitFolder(objects, head, _read_file(common / "config"), _shallow(common / "shallow"))
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links that lead to each other
        problem = f"it cannot be read ({getattr(error, 'strerror', None) or error})"
        raise UnusableHistory(str(path), problem, _ADVICE) from error


def _own_folder(path: Path) -> Path:
    """What git keeps of this work tree: in `.git`, where a file `.git` says, or the folder itself."""
    inside = path / ".git"
    if inside.is_dir():
        return inside
    if not inside.is_file():
        return path
    line = _line(inside)
    if not line.startswith("gitdir: "):
        raise ValueError("its file .git names no folder")
    return path / line.removeprefix("gitdir: ")


def _common_folder(own: Path) -> Path:
    """What all work trees of a repository share."""
    return own / _line(own / "commondir") if (own / "commondir").is_file() else own


def _commit(own: Path, common: Path) -> str:
    """The commit that HEAD leads to."""
    place = own / "HEAD"
    for _ in range(_DEEPEST):
        line = _line(place)
        if _ID.fullmatch(line.encode()):
            return line
        name = line.removeprefix("ref:").strip()
        if name == line or not _REF.fullmatch(name) or ".." in name:
            break
        place = next((one for one in (own / name, common / name) if one.is_file()), Path())
        if place == Path():
            return _packed(common / "packed-refs", name)
    raise ValueError("its HEAD names no commit")


def _packed(packed: Path, name: str) -> str:
    wanted = name.encode()
    for line in _read_file(packed).split(b"\n"):
        commit, _, named = line.partition(b" ")
        if named.rstrip(b"\r") == wanted and _ID.fullmatch(commit):
            return commit.decode()
    raise ValueError(f"it has no commit on {name}")


def _shallow(place: Path) -> bytes:
    lines = _read_file(place).split()
    return b"".join(line + b"\n" for line in lines if _ID.fullmatch(line))


def _stores(objects: Path) -> Iterator[Path]:
    """The object stores that git will look into: this one, and those that it borrows from."""
    stores, known = [objects], {objects}
    for _ in range(_DEEPEST + 1):
        yield from stores
        lent = {lender.resolve() for store in stores for lender in _lenders(store)}
        stores = sorted(lent - known)
        known |= lent


def _lenders(store: Path) -> Iterator[Path]:
    for line in _read_file(store / "info" / "alternates").decode("utf-8", "surrogateescape").split("\n"):
        if line.startswith('"'):
            raise ValueError("its info/alternates names a folder that no file system should have")
        if line and not line.startswith("#"):
            yield store / line


def _only_files(path: Path, store: Path) -> None:
    """Refuse a pipe or a device in a file's place: git would wait there for ever, or read without end."""
    for folder in store.iterdir() if store.is_dir() else ():
        if folder.is_dir() and (len(folder.name) == 2 or folder.name in ("pack", "info")):
            for file in folder.iterdir():
                if file.exists() and not file.is_file() and not file.is_dir():
                    problem = f"among its objects {folder.name}/{file.name} is no file"
                    raise UnusableHistory(str(path), problem, "Ask who made it what that is for")


def _line(place: Path) -> str:
    return _read_file(place).decode("utf-8", "surrogateescape").strip("\r\n")


def _read_file(place: Path) -> bytes:
    """The content of a file; b"" if there is none."""
    if not place.exists():
        return b""
    if not place.is_file():
        raise ValueError(f"{place.name} is no file")
    with place.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(f"{place.name} has more than {_LARGEST} bytes")
    return data
