"""What the scorer of the raw pages calls: bytes and address in, text out."""

from __future__ import annotations

from policydiff.normaliser import normalise


def text(data: bytes, url: str) -> str:
    return normalise(data, url=url).text


def quality(data: bytes, url: str) -> str:
    return normalise(data, url=url).quality.level
