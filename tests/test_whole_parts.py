"""Whole parts of a page that came or went, as the lede tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from policydiff.report.side_names import CapturePair

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.report.lede import Lede

PAGE = """# Fernleaf Ltd Privacy Policy

Fernleaf Ltd lends books to all who ask at its desk, and this policy tells what we write down of them.

## Letters

Readers get a letter when a book is due, and may read at the desk what we wrote down of them in winter.
"""
LINES = "".join(
    f"We collect the {one} of your lamp, share it with the guard of the house and keep it for a year.\n\n"
    for one in ("colour", "oil", "wick", "glass", "light", "handle", "weight", "smell")
)


def told(folder: Path, old: str, new: str) -> Lede:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), CapturePair())


@pytest.mark.parametrize("heading", ["Part 2: Lamps and Lights", "Lamp Privacy Policy"])
def test_a_part_that_came_or_went_is_named_at_once(tmp_path: Path, heading: str) -> None:
    new = f"{PAGE}\n## {heading}\n\n{LINES}"
    assert told(tmp_path, PAGE, new).sentences[1] == f"A part was added: “{heading}”."
    assert told(tmp_path, new, PAGE).sentences[1] == f"A part was taken out: “{heading}”."


def test_a_section_is_no_part(tmp_path: Path) -> None:
    assert "part was" not in told(tmp_path, PAGE, f"{PAGE}\n## Lamps\n\n{LINES}").text


def test_a_heading_of_sections_is_one(tmp_path: Path) -> None:
    few = "".join(LINES.splitlines(keepends=True)[:4])
    things = ("desk", "stove", "door", "cellar")
    sections = "".join(f"### The {one}\n\n{few.replace('lamp', one)}" for one in things)
    new = f"{PAGE}\n## Lamps\n\n{sections}"
    assert told(tmp_path, PAGE, new).sentences[1] == "A part was added: “Lamps”."


def test_a_part_that_stood_there_under_its_name_is_not_new(tmp_path: Path) -> None:
    old = f"{PAGE}\n## Part 2: Lamps\n\nWe own a lamp.\n"
    new = f"{PAGE}\n## Part 2: Lamps\n\nWe own a lamp.\n\n{LINES}"
    assert "part was" not in told(tmp_path, old, new).text
