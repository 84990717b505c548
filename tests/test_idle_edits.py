"""What no reader asks for beside others: the same said otherwise, a definition, the company's own news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.idle_edits import only_defines, says_the_same, sums_up_news
from policydiff.report.lede import lede
from tests.comparisons import SIDES

if TYPE_CHECKING:
    from pathlib import Path

LEND = "We lend your books in the United Harbours (“UH”) and on the hill."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (LEND, "We lend your books in the UH and on the hill.", True),
        (LEND, "We lend your books in the United Harbours and on the hill.", True),
        (LEND, "We lend your books in the United Harbours (“UH”) and/or on the hill.", True),
        (LEND, "We lend your books in the United Harbours (“UH”) and not on the hill.", False),
        (LEND, "We lend your books in the United Harbours (with your consent) and on the hill.", False),
        (LEND, "We lend your books in the United Harbours (“UH”).", False),
        ("We ask the Fern Group.", "We ask the Fern Group (as defined below).", True),
        ("We ask the Fern Group.", "We ask the Fern Group (collectively, “Friends”).", True),
        ("Fern Leaf may sell your list.", "We may sell your list.", True),
        ("Shops may sell your list.", "You may sell your list.", False),
        ("You must be 16.", "You must be 13.", False),
        ("We must ask you before we sell.", "We can ask you before we sell.", False),
        ("We sell some of your data.", "We sell all of your data.", False),
        ("At your request we stop.", "At our request we stop.", False),
        ("We need consent and a form.", "We need consent or a form.", False),
        ("We ask the Fern Group.", "We ask the Fern Group (we never pay it, as defined below).", False),
        ("We never lend United Harbours (UH) maps.", "We always lend United Harbours (UH) maps.", False),
        ("We lend the Union of the Harbours (UH) maps.", "We lend the UH maps.", True),
    ],
)
def test_short_forms_terms_and_grammar_say_the_same(old: str, new: str, expected: bool) -> None:
    """A limit, a denial, an age and a place are none of these."""
    assert says_the_same(old, new, "en") is expected
    assert says_the_same(new, old, "en") is expected


def test_many_short_forms_take_no_time_and_leave_one_result() -> None:
    """A hostile page of 40 short forms took 30 seconds, and which were replaced hung on chance."""
    forms = " ".join(f"({''.join(chr(65 + (n * k) % 26) for k in range(1, 9))})" for n in range(1, 41))
    said = f"{forms} {'a ' * 20_000}"
    assert says_the_same(said, f"{said}.", "en")
    old = "We lend in the Eastern Union (EU) and in the Eastern Union Cities (EUC)."
    assert says_the_same(old, "We lend in the EU and in the EUC.", "en")


def test_a_definition_says_what_a_term_means() -> None:
    assert only_defines("“Lent book” means each book that you take home.", "en")
    assert only_defines("« Livre » désigne chaque livre prêté.", "fr")
    assert not only_defines("We sell the list of your books, which means a letter each week.", "en")


@pytest.mark.parametrize(
    ("heading", "expected"), [("Key changes to our policies", True), ("Changes to this policy", False)]
)
def test_a_company_sums_up_its_news_below_a_heading_that_says_so(heading: str, expected: bool) -> None:
    """Below "changes to this policy" stands what it promises."""
    assert sums_up_news(["Fernleaf’s privacy", heading], "en") is expected


PAGE = """# Privacy policy

## Key changes

In short, we told more of how we share your data with partners.

## Sharing

We may share your personal data with shops in the European Union (“EU”) for their advertising.

## Children

We do not knowingly collect personal data of children under 16 without consent of a parent.

## Times

We delete your personal data after two years.
"""


def test_nothing_idle_is_quoted_beside_others(tmp_path: Path) -> None:
    """Where nothing else changed it is."""
    told = PAGE.replace("told more of how", "now tell how").replace("the European Union (“EU”)", "the EU")
    both = told.replace("under 16", "under 13").replace("two years", "nine years")
    for name, text in (("old.md", PAGE), ("new.md", both), ("other.md", told)):
        (tmp_path / name).write_text(text, "utf-8")
    points = lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES).points
    assert {one.where for one in points} == {"Children", "Times"}
    alone = lede(compare(tmp_path / "old.md", tmp_path / "other.md"), SIDES)
    assert alone.points or alone.elsewhere
