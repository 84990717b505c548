"""What a lede says is so in the two texts: headings, words that came or went, counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.models import Clause, Quote
from policydiff.report.lede import lede
from tests.comparisons import SIDES
from tests.test_lede import found
from tests.test_lede_points import changed_pages, quoted
from tests.told import headings_of_another_text

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Comparison
    from policydiff.report.lede import Lede


def compared(folder: Path, old: str, new: str) -> Comparison:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(f"# Fernleaf privacy policy\n\n{text}\n", "utf-8")
    return compare(folder / "old.md", folder / "new.md")


def told(folder: Path, old: str, new: str) -> Lede:
    return lede(compared(folder, old, new), SIDES)


# --- headings


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_words_of_the_new_text_stand_under_no_heading_of_the_old_one(*, is_elsewhere: bool) -> None:
    """Nor where the new text has that heading at another place, or names it in a sentence."""
    old = "We sell the list of the books that you borrowed to shops in the town of Harbourtown."
    new = old.replace("to shops in the town of Harbourtown", "to whoever asks the desk for it")
    last = "At night" if is_elsewhere else "We sleep."
    known = changed_pages(["We bake.", old, "Bread."], ["We bake.", new, last])
    sides = [
        replace(side, clauses=(Clause("heading", head, depth=1), replace(side.clauses[1], path=(head,)), end))
        for side, head in ((known.old, "At night"), (known.new, "By day"))
        for end in side.clauses[2:]
    ]
    gone = replace(found(old, "", importance=2), old=Quote(old, 1, path=("At night",)))
    known = replace(known, old=sides[0], new=sides[1], findings=(gone,), verdict="substantive")
    (said, *_) = quoted(known)
    assert said.startswith("Changed, under “By day”: now")
    assert not list(headings_of_another_text(known, lede(known, SIDES)))


def test_a_long_item_by_itself_heads_what_is_behind_it(tmp_path: Path) -> None:
    """The head of a part of a page that opens, between a heading and a table."""
    page = (
        "## Help\n\n- Which lists we keep\n\n  We keep the list of what you borrow.\n\n  **Lists from others**\n\n"
        "  Friends may tell us what you read.\n\n- How we use your lists, and what the law says of it"
        " here\n\n  This tells why.\n\n  | Purpose | Law |\n  | --- | --- |\n"
        "  | To find the books that you lost in the town | Your consent, which you may withdraw |\n"
    )
    said = told(tmp_path, page, page.replace("that you lost in", "and the maps that you sold in"))
    assert "Lists from others" not in said.points[0].where
