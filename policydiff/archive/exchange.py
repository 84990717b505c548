"""One observation on its way from one archive to another, inside of a file of another format. Pure.

A JSON object in ASCII: `format`, `observation` (the line, without `previous`), and either `sidecar` (of the
snapshot that it stored) with `records` (what the other file calls each of its bodies, in order), or `bodies`
(SHA-256 of each body of the snapshot that it saw again).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from policydiff.archive import chain, names, records

if TYPE_CHECKING:
    from policydiff.models import Capture, Observation

MEDIA_TYPE: Final = "application/vnd.policydiff+json"
_FORMAT: Final = "policydiff-observation/1"


@dataclass(frozen=True, slots=True)
class ExchangedObservation:
    """An observation with all that another archive needs to store it."""

    observation: Observation
    captures: tuple[Capture, ...] = ()
    """The captures of the snapshot that it stored, without their bodies; () if it stored none."""
    bodies: tuple[str, ...] = ()
    """SHA-256 of each body of the snapshot that it stored or saw again."""
    records: tuple[str, ...] = ()
    """What the file calls each body of the snapshot that it stored."""


def encode(seen: Observation, *, sidecar: bytes = b"", found: tuple[str, ...] = ()) -> bytes:
    """Write an observation.

    Args:
        seen: the observation.
        sidecar: of the snapshot that it stored, b"" if it stored none.
        found: with a sidecar, the name that the file gives each body; else the SHA-256 of each body that was
            seen again.
    """
    exchanged: dict[str, Any] = {"format": _FORMAT, "observation": records.to_record(seen)}
    if sidecar:
        exchanged |= {"sidecar": json.loads(sidecar), "records": list(found)}
    else:
        exchanged["bodies"] = list(found)
    return chain.dump(exchanged)


def decode(data: bytes) -> ExchangedObservation:
    """Read what `encode` wrote.

    Raises:
        ValueError: it did not write this.
    """
    try:
        exchanged = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(exchanged, dict) or exchanged.get("format") != _FORMAT:
        raise ValueError(f"it is not of the format {_FORMAT}")
    line = exchanged.get("observation")
    if not isinstance(line, dict):
        raise ValueError("it has no observation")
    seen = records.from_record(line, 0)
    if not names.is_series(seen.series):
        raise ValueError(f"{seen.series[:80]!r} is no name of a series")
    if "sidecar" not in exchanged:
        return ExchangedObservation(seen, bodies=_texts(exchanged.get("bodies")))
    described = records.from_sidecar(json.dumps(exchanged["sidecar"]).encode())
    found = _texts(exchanged.get("records"))
    if len(found) != len(described):
        raise ValueError("it names more or fewer bodies than it has pages")
    captures = tuple(capture for capture, _ in described)
    return ExchangedObservation(seen, captures, tuple(answer.sha256 for _, answer in described), found)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("it has no list of texts where one belongs")
    return tuple(value)
