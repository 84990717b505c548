"""A recording that holds the policy twice tells of that, and nothing of the second copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from policydiff.report.side_names import CapturePair

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.report.lede import Lede

TITLE = "# Privacy Policy of Fernleaf"
THINGS = ("lamps", "maps", "boats", "coats", "bells", "drums")
BODY = "\n\n".join(
    f"We lend {thing} to readers, write the names of those who ask for {thing} into a book, keep it in the "
    f"house by the river and read it each week to see whose {thing} have to come back."
    for thing in THINGS
)
OTHER = BODY.replace("readers", "boatmen").replace("each week", "in spring")
SOLD = "We sell the names of all readers to shops that print advertising."
NOW = f"{TITLE}\n\nEffective: 3 May 2031\n\n{BODY}"
NEAR = BODY.replace("lend lamps", "lend old lamps").replace("lend maps", "lend new maps")
COMING = f"{TITLE}\n\nEffective: 9 June 2032\n\n{BODY}\n\n{SOLD}"


def told(folder: Path, old: str, new: str) -> Lede:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), CapturePair())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            NOW,
            f"{COMING}\n\n{NOW}",
            "the new recording holds its text twice, one copy below the other, the old",
        ),
        (
            f"{COMING}\n\n{NOW}",
            COMING,
            "the old recording holds its text twice, one copy below the other, the new",
        ),
    ],
)
def test_a_second_copy_is_neither_growth_nor_loss(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = told(tmp_path, old, new)
    assert found.sentences == (f"The “Privacy Policy of Fernleaf” changed: {said} one once.",)
    assert not found.points
    assert found.elsewhere == "What changed is listed below."


def test_a_banner_may_stand_above_the_first_copy(tmp_path: Path) -> None:
    banner = "# Lamps of all sizes\n\nAsk for one."
    found = told(tmp_path, f"{banner}\n\n{NOW}", f"{banner}\n\n{COMING}\n\n{NOW}")
    assert "the new recording holds its text twice" in found.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{COMING}\n\n{TITLE}\n\n{NEAR}", f"{NOW}\n\n{TITLE}\n\n{NEAR}"),  # on both sides
        (NOW, f"{NOW}\n\n{TITLE}\n\n{OTHER}"),  # the page prints its title on each part
        (NOW, f"{NOW}\n\n{TITLE}\n\nWe lend."),
        (NOW, f"{NOW}\n\n## {TITLE.strip('# ')}\n\n{NEAR}"),  # a section
    ],
)
def test_what_is_no_second_copy_is_told_as_ever(tmp_path: Path, old: str, new: str) -> None:
    assert "holds its text twice" not in told(tmp_path, old, new).text
