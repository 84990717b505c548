"""Zip archives of saved pages: a path in, the files inside out, each read only when it is asked for.

A small zip may unpack to a disk full, or hold another zip that does. The total size and the size of each file
are bounded, and a zip inside a zip is refused like any file that is no page.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policydiff.archive import LARGEST
from policydiff.errors import InputTooLarge, UnreadableFile
from policydiff.saved_page import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

_MAGIC: Final = b"PK\x03\x04"
_MOST_FILES: Final = 10_000
_MOST_UNPACKED: Final = 512 * 1024 * 1024
_MOST_TIMES: Final = 200
"""Highest compression ratio of a file, beyond its first megabyte."""
_BROKEN: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error)


@dataclass(frozen=True, slots=True)
class ZippedFile:
    """One file of a zip archive."""

    name: str
    """With its folders, as the archive has it."""
    read: Callable[[], bytes]
    """Its bytes, as `saved_page.contents` gives those of a file."""


def unzipped(path: Path) -> list[ZippedFile] | None:
    """The files of a zip archive of pages, in the order of their names; None if it is not one but a page, an
    office document or a WACZ file.

    Raises:
        UnreadableFile: it is a damaged zip archive.
        InputTooLarge: it holds more than is read.
    """
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            if file.read(4) != _MAGIC:
                return None
            file.seek(0)
            with zipfile.ZipFile(file) as packed:
                members = [one for one in packed.infolist() if not one.is_dir()]
    except (*_BROKEN, OSError) as error:
        raise _damaged(str(path), error) from error
    names = {one.filename for one in members}
    if names & {"[Content_Types].xml", "mimetype", "datapackage.json"}:
        return None
    if len(members) > _MOST_FILES or sum(one.file_size for one in members) > _MOST_UNPACKED:
        problem = f"it holds more than {_MOST_FILES} files, or {_MOST_UNPACKED // 2**20} MB"
        raise InputTooLarge(str(path), problem, "Unpack it, and give the pages inside of it")
    pages = [one for one in members if not _is_of_a_system(one.filename)]
    return [_zipped(path, one) for one in sorted(pages, key=lambda one: one.filename)]


def _is_of_a_system(name: str) -> bool:
    """Whether an operating system added this entry to the zip."""
    return name.startswith("__MACOSX/") or Path(name).name.startswith(".")


def _zipped(path: Path, member: zipfile.ZipInfo) -> ZippedFile:
    def read() -> bytes:
        place = f"{path}: {member.filename}"
        most = min(LARGEST, max(1024 * 1024, member.compress_size * _MOST_TIMES))
        try:
            with zipfile.ZipFile(path) as packed, packed.open(member) as file:
                body = file.read(most + 1)
        except (*_BROKEN, OSError) as error:
            raise _damaged(place, error) from error
        if len(body) > most:
            raise InputTooLarge(place, f"it unpacks to more than {most // 2**20} MB", "Save the page itself")
        return unpacked(body, place, LARGEST)

    return ZippedFile(member.filename, read)


def _damaged(place: str, error: Exception) -> UnreadableFile:
    problem = " ".join(str(error).split())[:120]
    return UnreadableFile(
        place, f"it is a damaged zip archive ({problem})", "Get it again from where it came"
    )
