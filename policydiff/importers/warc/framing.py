"""Wraps warcio's reader, with bounds that it lacks."""

from __future__ import annotations

import logging
import zlib
from typing import IO, TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

if TYPE_CHECKING:
    from collections.abc import Iterator


# It warns of addresses with blanks by printing them: a file from the web would write into the terminal.
logging.getLogger("warcio").addHandler(logging.NullHandler())


class FramingError(Exception):
    """The bytes are not records of a web archive."""


def frames(stream: IO[bytes], most: int, most_lines: int) -> Iterator[Any]:
    """Each record as the library has it, its block unread.

    Args:
        stream: a WARC or ARC file, packed by gzip or not.
        most: bytes that it may unpack to.
        most_lines: bytes of the header lines of one record.

    Raises:
        FramingError: the bytes are no records, or go beyond the bounds.
    """
    records = _Records(stream, no_record_parse=True)
    records.reader = reader = _BoundedReader(stream, most, most_lines)
    try:
        for frame in records:
            reader.lines_left = most_lines
            yield frame
            reader.lines_left = most_lines
    except FramingError:
        raise
    except (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, AttributeError) as error:
        raise FramingError(" ".join(str(error).split())[:120]) from error


class _Records(ArchiveIterator):  # type: ignore[misc]
    """The library prints to standard error where a record is not followed by a blank line, and reads on."""

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        size = 0
        while line := self.reader.readline():
            if line.strip():
                return line, size
            size += len(line)
        return None, size


class _BoundedReader(DecompressingBufferedReader):  # type: ignore[misc]
    """The library's reader unpacks and reads lines without bounds, and prints what is damaged."""

    def __init__(self, stream: IO[bytes], most: int, most_lines: int) -> None:
        super().__init__(stream)
        self.decompressor: Any
        self.left = most
        self.lines_left = most_lines

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or self.lines_left, self.lines_left))
        self.lines_left -= len(line)
        if self.lines_left <= 0:
            raise FramingError("its header lines have no end")
        return line

    def _decompress(self, data: bytes) -> bytes:
        if self.decompressor and data:
            try:
                data = self.decompressor.decompress(data)
            except zlib.error as error:  # records are packed by gzip alone; what an answer is, is read later
                if self.num_block_read:
                    raise FramingError(str(error)) from error
                self.decompressor = None
        self.left -= len(data)
        if self.left < 0:
            raise FramingError("it unpacks to more than two hundred times its size")
        return data
