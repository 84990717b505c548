"""The disk: files that are there whole or not at all, bodies compressed, one writer at a time.

Every file is written under a temporary name, flushed to the disk and renamed, and then its folder is flushed.
A kill or a power cut can leave a temporary file, never half a file under its own name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import struct
import sys
import time
import zlib
from typing import TYPE_CHECKING

from policydiff.archive import names
from policydiff.errors import BusyArchive, DamagedArchive, UnwritableArchive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60.0
"""Seconds to wait for another writer, who holds the lock for as long as one page takes to write."""
_WINDOWS = sys.platform == "win32"
_FAR = 1 << 62
"""The byte that is locked. Windows keeps others from reading locked bytes, so it lies far beyond the end of
any file."""
_ADVICE = {
    errno.EACCES: "Check its permissions",
    errno.EPERM: "Check its permissions",
    errno.EROFS: "Name an archive that can be written, with --archive",
    errno.ENOSPC: "Make room on the disk",
    errno.EDQUOT: "Make room on the disk",
    errno.ENOENT: "Name the folder of an archive, with --archive",
    errno.ENOTDIR: "Name the folder of an archive, with --archive",
}
_KINDS = {stat.S_IFLNK: "a link", stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
_MAGIC = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""gzip, no name, no time, system unknown: the same bytes on every machine."""


def compress(body: bytes) -> bytes:
    """The body as a gzip file, without a name or a time, so that the same body gives the same bytes."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    raw = packer.compress(body) + packer.flush()
    return _MAGIC + raw + struct.pack("<LL", zlib.crc32(body), len(body) & 0xFFFFFFFF)


def decompress(data: bytes, size: int) -> bytes:
    """The body of a gzip file whose unpacked size in bytes is known; no more than that is unpacked.

    Raises:
        ValueError: it holds another number of bytes, or is no gzip file.
    """
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        body = unpacker.decompress(data, size + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(body) != size or not unpacker.eof or unpacker.unused_data:
        raise ValueError(f"it does not hold {size} bytes")
    return body


def read_at_most(path: Path, most: int) -> bytes:
    """The bytes of a file of an archive.

    An archive holds plain files. Reading a pipe in the place of one would never end; a link leads to bytes
    that no hash of this archive covers, or to an endless device.

    Raises:
        FileNotFoundError: there is none.
        ValueError: something else stands in its place, or it is larger than any that we write.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        raise ValueError(
            f"it is {_KINDS.get(stat.S_IFMT(found.st_mode), 'a device')}, where a file should be"
        )
    with open(path, "rb", opener=_at_once) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it has more than {most} bytes")
    return data


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def refuse_links(folder: Path) -> None:
    """Refuse to write through a link: what is written would lie outside of the archive.

    Raises:
        DamagedArchive: the folder of a series, the one above it, or a file that is written is a link.
    """
    for path in (folder.parent, folder, folder / names.LINES, folder / names.HEAD):
        if path.is_symlink():
            advice = (
                "Put the folder or file itself in its place, or name the archive it leads to with --archive"
            )
            raise DamagedArchive(str(path), "it is a link, and would lead out of the archive", advice)


def write_temporary(folder: Path, name: str, data: bytes) -> None:
    """Write and flush a file under its temporary name."""
    place = folder / names.temporary(name)
    place.unlink(missing_ok=True)  # what an earlier write left, or a link that leads elsewhere
    with place.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def finish(folder: Path, name: str) -> None:
    """Rename a temporary file to its final name. The caller flushes the folder."""
    for attempt in range(50):
        try:
            (folder / names.temporary(name)).replace(folder / name)
        except PermissionError:  # Windows, while somebody reads the old file
            if not _WINDOWS or attempt == 49:
                raise
            time.sleep(0.02)
        else:
            return


def replace_file(folder: Path, name: str, data: bytes) -> None:
    """Put new content into a file at once, and flush all of it."""
    write_temporary(folder, name, data)
    finish(folder, name)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Make renames and new names in a folder durable. Windows has no such call."""
    if _WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, each of them durable."""
    missing = []
    above = folder
    while not above.is_dir():
        missing.append(above)
        above = above.parent
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        flush_folder(path.parent)


@contextlib.contextmanager
def reporting(subject: object) -> Iterator[None]:
    """Turn an OSError into an UnwritableArchive about the file that it names, or else about the subject.

    Raises:
        UnwritableArchive: the operating system refused.
    """
    try:
        yield
    except OSError as error:
        problem = f"it cannot be read or written ({error.strerror or error})"
        advice = _ADVICE.get(error.errno or 0, "Check that the folder is yours and that the disk is sound")
        raise UnwritableArchive(str(error.filename or subject), problem, advice) from error


@contextlib.contextmanager
def locked(path: Path) -> Iterator[int]:
    """Open a file for appending and be its only writer until the block ends.

    The lock is the operating system's and ends with the process that holds it, however that ends. The file
    itself is locked, which is never renamed nor removed: no lock file is left lying about.

    Raises:
        BusyArchive: another writer did not let go in time.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
    try:
        _wait(handle, path)
        try:
            yield handle
        finally:
            _unlock(handle)
    finally:
        os.close(handle)


def _wait(handle: int, path: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not _try_lock(handle):
        if time.monotonic() > until:
            problem = f"another program has been writing here for more than {PATIENCE:g} seconds"
            raise BusyArchive(str(path), problem, "Wait for it to finish, or end it")
        time.sleep(0.005)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


def append(handle: int, data: bytes) -> None:
    """Write after the end of a file and flush it."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    os.fsync(handle)
