"""Words of clauses, each text read once."""

from __future__ import annotations

from policydiff.report.clause_words import ClauseWords, ReadOnce


def test_words_are_those_of_the_text() -> None:
    """As they stand, and in small letters."""
    said = ClauseWords()
    assert said.written["We keep Ihren Maßstab."] == ["We", "keep", "Ihren", "Maßstab"]
    assert said.small["We keep Ihren Maßstab."] == ["we", "keep", "ihren", "massstab"]


def test_a_text_is_read_once() -> None:
    """However often it is asked for."""
    asked: list[str] = []

    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    sizes = ReadOnce(size)
    assert [sizes[text] for text in ("one", "three", "one")] == [3, 5, 3]
    assert asked == ["one", "three"]
