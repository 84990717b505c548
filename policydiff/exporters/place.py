"""The file that an export writes: there whole, or not at all."""

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
    """The name of a file to write; it becomes `path` at the end, unless something went wrong.

    Raises:
        UnwritableFile: the disk refuses.
    """
    target = Path(path)
    temporary = target.with_name(f".policydiff-{secrets.token_hex(8)}.part")
    try:
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(target)
    except (OSError, ValueError) as error:
        problem = f"it cannot be written ({getattr(error, 'strerror', None) or error})"
        raise UnwritableFile(path, problem, "Choose another place for the result") from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def replacing_bytes(path: str) -> Iterator[IO[bytes]]:
    """The same, opened for writing and reading.

    Raises:
        UnwritableFile: the disk refuses.
    """
    with replacing(path) as temporary, temporary.open("x+b") as file:
        yield file
        file.flush()
