"""The chain of hashes: lines of observations.jsonl, and head.json that says which line is the last. Pure.

Each line is one JSON object that ends in `"previous"`, the SHA-256 of the bytes of the line before it
("" in the first), so a change to any line shows at the next one; head.json shows it for the last.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

FORMAT: Final = "policydiff-archive/1"
"""Name and version of the layout and of the files."""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The number of lines, and the hash of the last one ("" if there are none)."""

    lines: int = 0
    last: str = ""

    def encode(self) -> bytes:
        """The bytes of head.json. There is one way to write it, so that any other bytes show a change."""
        return dump({"format": FORMAT, "lines": self.lines, "last": self.last}) + b"\n"


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One line as it stands in the file."""

    number: int
    """From 1."""
    digest: str
    """SHA-256 of its bytes without the line break."""
    record: dict[str, Any] | None
    """None if it is not a JSON object."""
    follows: bool
    """Whether it names the hash of the line before."""


@dataclass(frozen=True, slots=True)
class ChainLines:
    """All lines of a file."""

    whole: tuple[ChainLine, ...]
    partial: bytes
    """What stands after the last line break: a write that was cut short."""


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def dump(record: dict[str, Any]) -> bytes:
    """Compact JSON, ASCII only, so that no character can be taken for a line break."""
    return json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii")


def encode(record: dict[str, Any], previous: str) -> bytes:
    """A line without its line break."""
    return dump({**record, "previous": previous})


def parse_head(data: bytes) -> ChainHead | None:
    """The head that these bytes encode; None if policydiff would not have written them so."""
    try:
        record = json.loads(data)
        lines, last = record["lines"], record["last"]
        if type(lines) is not int or lines < 0 or type(last) is not str:  # true is no number of lines
            return None
        head = ChainHead(lines, last)
        return head if head.encode() == data else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def parse_lines(data: bytes) -> ChainLines:
    """Take the file apart and check the chain, line by line."""
    *pieces, partial = data.split(b"\n")
    lines: list[ChainLine] = []
    previous = ""
    for number, piece in enumerate(pieces, 1):
        record = _record(piece)
        follows = record is not None and record.get("previous") == previous
        previous = sha256(piece)
        lines.append(ChainLine(number, previous, record, follows))
    return ChainLines(tuple(lines), partial)


def chain_faults(lines: ChainLines, head: ChainHead) -> list[tuple[int, str]]:
    """The faults of the chain, as pairs of line number (0 for the head) and problem. Lines beyond the head
    are no fault here: a write that was cut short leaves them.
    """
    faults: list[tuple[int, str]] = []
    for line in lines.whole:
        if line.record is None:
            faults.append((line.number, "the line is no JSON object"))
        elif not line.follows:
            faults.append((line.number, _broken(line.number)))
    if head.lines > len(lines.whole):
        missing = head.lines - len(lines.whole)
        faults.append((0, f"it counts {head.lines} lines, the last {missing} of them are missing"))
    elif head.last != (lines.whole[head.lines - 1].digest if head.lines else ""):
        faults.append((head.lines, f"line {head.lines} is not the one that head.json names as the last"))
    return faults


def _record(piece: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(piece)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _broken(number: int) -> str:
    if number == 1:
        return (
            "it names a line before it, though it is the first: lines were removed or their order was changed"
        )
    return (
        f"it does not follow line {number - 1} as that stands: one of the two was changed, "
        "or a line was removed, put in or moved"
    )
