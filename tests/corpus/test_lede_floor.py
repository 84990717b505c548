"""What ledes say of real policies is so in their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from tests.comparisons import SIDES
from tests.told import headings_of_another_text, words_of_neither_text

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Comparison
    from policydiff.report.lede import Lede

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def told(corpus: Path) -> list[tuple[Comparison, Lede]]:
    """Every pair, with how its report begins."""
    texts = corpus / "changes" / "texts"
    pairs = [
        (one, one.with_name(one.name.replace(".old.", ".new."))) for one in sorted(texts.glob("*.old.md"))
    ]
    assert pairs
    compared = [compare(old, new) for old, new in pairs]
    return [(one, lede(one, SIDES)) for one in compared]


def test_a_heading_is_told_of_words_that_stand_below_it(told: list[tuple[Comparison, Lede]]) -> None:
    """On every pair."""
    assert not [said for one, its in told for said in headings_of_another_text(one, its)]


def test_words_between_quotation_marks_stand_so_in_the_text(told: list[tuple[Comparison, Lede]]) -> None:
    """On every pair, letter by letter."""
    assert not [said for one, its in told for said in words_of_neither_text(one, its)]
