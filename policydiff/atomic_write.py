"""Files that are there whole or not at all: written under another name, flushed, then renamed.

All results are written so: pages, exports, timestamps. (The evidence of an archive is written by
`archive/disk.py`, by names that the next writer knows: it finishes or undoes what a kill left behind.)
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from policydiff.errors import UnwritableFile

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: str) -> Iterator[Path]:
    """The temporary name of a file to write. When the block ends without an error it becomes `path`.

    A symbolic link goes on pointing to the result.

    Raises:
        UnwritableFile: the disk refuses, or something that is no file stands in its place.
    """
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            raise UnwritableFile(path, "it cannot be written (it is no file)", "Choose another name")
        temporary = target.with_name(f".policydiff-{secrets.token_hex(8)}.part")
        try:
            yield temporary
            with temporary.open("rb+") as written:
                os.fsync(written.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error


@contextmanager
def replacing_bytes(path: str) -> Iterator[IO[bytes]]:
    """The same, opened for writing and reading.

    Raises:
        UnwritableFile: as `replacing`.
    """
    with replacing(path) as temporary, temporary.open("x+b") as file:
        yield file
        file.flush()


def write_whole(path: str, data: bytes) -> None:
    """Write a file at once. A device or a pipe is no file, and is written to as it stands.

    Raises:
        UnwritableFile: the disk refuses.
    """
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    with replacing_bytes(path) as file:
        file.write(data)


def _unwritable(path: str, error: OSError | ValueError) -> UnwritableFile:
    problem = getattr(error, "strerror", None) or str(error)
    return UnwritableFile(path, f"it cannot be written ({problem})", "Choose another place for the result")
