"""Remembers results by text, as long as there is room.

Versions of a policy share most paragraphs, and each needs to be read only once. A remembered value must
depend on its key alone, so that it is the same whatever was read before.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")
_all: list[Memory[Any]] = []


def forget() -> None:
    """Empty every memory, so that the next text is read as if nothing had been read before."""
    for memory in _all:
        memory.clear()


class Memory(Generic[_Value]):
    """Values by a text and everything else they depend on. When it is full, everything is forgotten."""

    def __init__(self, room: int) -> None:
        """Room for so many characters of text."""
        self._room = room
        self._size = 0
        self._known: dict[tuple[object, ...], _Value] = {}
        self.get = self._known.get
        """The value of a key, None if it is not known."""
        _all.append(self)

    def keep(self, key: tuple[object, ...], value: _Value, size: int) -> None:
        """Keep what was found for a text of so many characters."""
        if size > self._room:
            return
        if self._size + size > self._room:
            self.clear()
        self._size += size
        self._known[key] = value

    def clear(self) -> None:
        """Forget all."""
        self._known.clear()
        self._size = 0
