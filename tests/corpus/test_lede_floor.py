"""What ledes say of real policies is so in their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from tests.comparisons import SIDES
from tests.told import headings_of_another_text

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.corpus


def test_a_heading_is_told_of_words_that_stand_below_it(corpus: Path) -> None:
    """On every pair."""
    texts = corpus / "changes" / "texts"
    pairs = [
        (one, one.with_name(one.name.replace(".old.", ".new."))) for one in sorted(texts.glob("*.old.md"))
    ]
    assert pairs
    compared = [compare(old, new) for old, new in pairs]
    wrong = [said for one in compared for said in headings_of_another_text(one, lede(one, SIDES))]
    assert not wrong
