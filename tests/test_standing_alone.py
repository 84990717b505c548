"""Which words of a policy say little without what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.models import Clause, Document, Quote
from policydiff.report.standing_alone import standing

if TYPE_CHECKING:
    from policydiff.models.documents import ClauseKind

LONG = "b. If you wish to leave the library for good, ask the clerk for the form that deletes your list."


@pytest.mark.parametrize(
    ("kind", "text", "is_scrap"),
    [
        pytest.param("heading", LONG, False, id="a recorder set a sentence as a heading"),
        pytest.param("heading", "How long we keep your letters", True, id="a heading"),
        pytest.param("paragraph", LONG, False, id="numbered in small letters"),
        pytest.param("paragraph", "and the clerk deletes your list within a week or two.", True, id="torn"),
    ],
)
def test_a_sentence_is_told_from_a_scrap(kind: ClauseKind, text: str, *, is_scrap: bool) -> None:
    document = Document((Clause(kind, text),), language="en")
    assert standing(Quote(text, 0), document).is_scrap == is_scrap
