"""The words of the clauses of two documents, each text read once: clauses -> words.

Most clauses stand on both sides of a comparison, and several parts of a report ask for their words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Read = TypeVar("_Read")


class ReadOnce(dict[str, _Read], Generic[_Read]):
    """What is read of texts, of each when it is first asked."""

    def __init__(self, read: Callable[[str], _Read]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> _Read:
        found = self[text] = self._read(text)
        return found


class ClauseWords:
    """The words of clauses, by the text of these."""

    def __init__(self) -> None:
        self.written: ReadOnce[Sequence[str]] = ReadOnce(words)
        """As they stand."""
        self.small: ReadOnce[Sequence[str]] = ReadOnce(lambda text: words(text.casefold()))
        """In small letters."""
