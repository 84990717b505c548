"""References: how people name a source and a moment, "platform/document[@variant][@when]"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference taken apart."""

    series: str
    """"platform/document" or "platform/document@variant"."""
    when: str = "latest"
    """As written: "latest", "latest~2", "2024-06-26", "2024-06-26T101502Z"."""
    back: int = 0
    """Of latest~N the N."""
    moment: datetime | None = None
    """The last moment that `when` covers (of a day its end), None for latest."""


def parse_reference(text: str) -> Reference:
    """Take a reference apart.

    What parses as an ISO date or time, or is `latest` or `latest~N`, is the moment; anything else behind
    an @ is a variant. Without a moment the latest snapshot is meant. Times without a zone are UTC.

    Raises:
        InvalidReference: the text has another form.
    """
    raise NotImplementedError


def is_reference(text: str) -> bool:
    """Whether the text has the form of a reference (so does many a relative path: look for a file first)."""
    raise NotImplementedError
