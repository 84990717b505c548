"""The state of an archive in a form that somebody else can witness: how many lines each series has, and the
hash of the last. A later archive that begins with these very lines is the same archive, continued.

One JSON object in ASCII: `format`, and `series`, each with its name, the number of its lines and the SHA-256
of the last, sorted by name. What is stamped and kept is these bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policydiff.archive import chain, names
from policydiff.archive.series import read_or_nothing
from policydiff.archive.verification import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.archive.store import Archive

_FORMAT: Final = "policydiff-stand/1"


@dataclass(frozen=True, slots=True)
class SeriesStand:
    """The state of one series."""

    series: str
    lines: int
    """How many."""
    last: str
    """SHA-256 of the last line, without its line break."""


def stand(archive: Archive) -> bytes:
    """The state of the archive now.

    Raises:
        DamagedArchive: a series does not match its hashes.
    """
    counts = ((name, len(archive.observations(name))) for name in archive.series())
    found = [[name, lines, archive.seal(name)] for name, lines in counts if lines]
    return chain.dump({"format": _FORMAT, "series": found}) + b"\n"


def read_stand(data: bytes) -> tuple[SeriesStand, ...]:
    """What these bytes say.

    Raises:
        ValueError: they are not of the form that `stand` gives.
    """
    try:
        stated = json.loads(data)
        if stated["format"] != _FORMAT:
            raise ValueError(f"it is not of the form {_FORMAT}")
        found = tuple(SeriesStand(name, lines, last) for name, lines, last in stated["series"])
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"it is not of the form {_FORMAT}") from error
    for one in found:
        if not isinstance(one.lines, int) or one.lines < 1 or not isinstance(one.last, str):
            raise ValueError("it holds a line that no archive has")
        if not isinstance(one.series, str) or not names.is_series(one.series):
            raise ValueError("it names what is no series")
    return found


def departures(root: Path, stands: tuple[SeriesStand, ...]) -> Iterator[Fault]:
    """Where an archive no longer holds what it held: each series that was rewritten, cut or taken away.

    Raises:
        DamagedArchive: something else stands in the place of a series' lines.
    """
    for one in stands:
        place = root.joinpath(*one.series.split("/")) / names.LINES
        lines = read_or_nothing(place).split(b"\n")
        if len(lines) <= one.lines or chain.sha256(lines[one.lines - 1]) != one.last:
            yield Fault(f"{one.series}/{names.LINES}:{one.lines}", "it is not the line that was stamped")
