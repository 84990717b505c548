"""The numbers before the items of an ordered list, as a browser shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    Attributes = etree._Element | Mapping[str, str]
    """What stands in a tag."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Markers:
    """Counts the items of one list, by `start`, `value` and `type`; an unordered list has no kind and no
    markers."""

    def __init__(self, said: Attributes, tag: str) -> None:
        self.kind = (said.get("type") or "1") if tag == "ol" else ""
        self.number = _whole(said.get("start"), 1) - 1 if self.kind else 0

    def next(self, said: Attributes) -> str:
        """The marker of the next item of an ordered list."""
        self.number = _whole(said.get("value"), self.number + 1)
        return shown(self.number, said.get("type") or self.kind) + "."


def shown(value: int, kind: str) -> str:
    """A list number as the `type` of its list has it: 1, a, A, i or I.

    >>> shown(28, "a"), shown(9, "I"), shown(0, "i")
    ('ab', 'IX', '0')
    """
    if kind in ("a", "A") and value > 0:
        letters = "".join(_letters(value))[::-1]
        return letters.upper() if kind == "A" else letters
    if kind in ("i", "I") and 0 < value < 4000:
        letters = "".join(_roman(value))
        return letters.upper() if kind == "I" else letters
    return str(value)


def _letters(value: int) -> Iterator[str]:
    while value:
        value, rest = divmod(value - 1, 26)
        yield chr(ord("a") + rest)


def _roman(value: int) -> Iterator[str]:
    for worth, sign in _ROMAN:
        while value >= worth:
            yield sign
            value -= worth


def _whole(text: str | None, default: int) -> int:
    try:
        return int(text) if text and len(text) < 7 else default
    except ValueError:
        return default
