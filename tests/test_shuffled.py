"""A recording that has its paragraphs in disorder is said to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.shuffled import disorder

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    f"We keep the {thing} of our readers in the {place} of the house, and show them to nobody without a card."
    for thing, place in zip(
        "names lamps boats coats hats cards maps notes keys bells pens cups".split(),
        "hall attic cellar kitchen yard tower garden shed barn gate loft porch".split(),
        strict=True,
    )
]
OTHERS = [
    one.replace("We keep", "A clerk counts each week").replace("show them", "lends them") for one in LINES
]
WHOLE = [*LINES, *OTHERS]
IN_DISORDER = [*LINES, *OTHERS[::-1], *LINES]


@pytest.mark.parametrize(
    ("old", "new", "side"),
    [
        (WHOLE, IN_DISORDER, "new"),
        (IN_DISORDER, WHOLE, "old"),
        (WHOLE, [*OTHERS, *LINES], ""),  # a section stands elsewhere
        (WHOLE, [*WHOLE, *WHOLE], ""),  # all is printed twice
        (WHOLE, [*LINES, *OTHERS[::-1]], ""),  # in another order
    ],
)
def test_paragraphs_that_moved_and_stand_twice_are_the_recorder_s(
    tmp_path: Path, old: list[str], new: list[str], side: str
) -> None:
    for name, lines in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text("# Privacy Policy\n\n" + "\n\n".join(lines), "utf-8")
    said = disorder(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert said.startswith(f"In the {side} recording many") if side else not said
