"""Of three points the one that the others follow from comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff.models import Clause, Document
from policydiff.report.lede import lede
from policydiff.report.what_leads import TellingPlace, leads
from policydiff.workflows.comparing import compare
from tests.test_lede import captured
from tests.test_lede_points import came, pages

if TYPE_CHECKING:
    from policydiff.models import Category

SIDES = captured("2031-03-02", "2031-06-14")

COMPLAINT = TellingPlace(
    "disputes", "removed", "Privacy Shield", ("Write to the clerk of the town if we do not answer you.",)
)
PART = TellingPlace("transfers", "removed", "", ("Fernleaf is certified under the EU-U.S. Privacy Shield.",))
KEPT = TellingPlace("retention", "added", "", ("We keep the list of who came in for a year.",))
TAKEN = TellingPlace("data-collection", "added", "", ("A court may have us write down who comes in.",))


@pytest.mark.parametrize(
    ("one", "first", "language", "expected"),
    [
        (PART, COMPLAINT, "en", True),
        (PART._replace(said=("Fernleaf nimmt teil am Datenschutzrahmen der Stadt.",)), COMPLAINT, "de", True),
        (COMPLAINT, PART, "en", False),
        (PART, PART, "en", False),
        (PART, COMPLAINT._replace(heading="The town"), "en", False),
        (PART._replace(said=("Fernleaf is certified by the town.",)), COMPLAINT, "en", False),
        (PART._replace(said=("Our clerks know the Privacy Shield.",)), COMPLAINT, "en", False),
        (TAKEN, KEPT, "en", True),
        (TAKEN._replace(direction="removed"), KEPT, "en", False),
        (TAKEN, KEPT._replace(direction="removed"), "en", False),
        (KEPT, TAKEN, "en", False),
        (TAKEN, KEPT, "xx", True),
        (PART, COMPLAINT, "xx", False),
        (PART, COMPLAINT, "it", False),  # a language without concepts
    ],
)
def test_what_the_others_follow_from_leads(
    one: TellingPlace, first: TellingPlace, language: str, expected: bool
) -> None:
    """Part in a framework before its ways of complaint, and what is taken before how long it is kept."""
    assert leads(one, first, language) is expected


@pytest.mark.parametrize("category", ["retention", "rights"])
def test_what_is_taken_is_quoted_before_how_long_it_is_kept(category: Category) -> None:
    """Also where that weighs more; nothing else gives way to it."""
    texts = [*KEPT.said, "The town bakes.", *TAKEN.said]
    findings = [
        replace(came(0, texts[0]), category=category, direction="added", weight=9.0),
        replace(came(2, texts[2]), category="data-collection", direction="added", weight=1.0),
    ]
    said = [point.text for point in lede(pages([texts[1]], texts, *findings), SIDES).points]
    assert len(said) == 2
    assert ("write down" in said[0]) is (category == "retention")


def test_places_in_a_language_without_concepts_stay_in_their_order() -> None:
    """Several facts that changed are quoted, and nobody asks after a framework whose names are not known."""
    old, new = (
        Document(
            (
                Clause(
                    "paragraph", f"Conserviamo le lettere per {letters} giorni, e poi il libraio le getta."
                ),
                Clause("paragraph", "Il gatto dorme sul tetto."),
                Clause(
                    "paragraph", f"Cancelliamo i registri dopo {lists} mesi, quando il custode ha chiuso."
                ),
            ),
            language="it",
        )
        for letters, lists in ((30, 2), (90, 6))
    )
    assert len(lede(compare(old, new), SIDES).points) == 2
