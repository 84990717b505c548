"""A passage that stands in another language than before is told as that, and is neither new nor gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.report.translated import is_translated
from tests.test_trivial_changes import PAGE, told

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = (
    "Bitte schreiben Sie Fernleaf Ltd, 12 Mill Lane, Oldtown OT1 2AB, oder an desk@fernleaf.example, wenn "
    "Sie eine Frage an uns haben. Wir werden Ihnen in der Regel innerhalb von 30 Tagen antworten."
)
ENGLISH = (
    "Please write to Fernleaf Ltd, 12 Mill Lane, Oldtown OT1 2AB, or to desk@fernleaf.example if you have "
    "any question for us. We will answer your question within 30 days of the day on which we got it."
)


def test_a_translated_passage_is_told_as_such(tmp_path: Path) -> None:
    """A sentence beside it that went is still quoted."""
    page = PAGE.replace("## The shelf", "{}\n\n## The shelf")
    alone = told(tmp_path, page.replace("{}", GERMAN), page.replace("{}", ENGLISH))
    assert "only in a passage that is in another language now" in alone.text
    assert not alone.points
    lost = "Ring us at 020 7946 0958 if you lost your card. "
    beside = told(tmp_path, page.replace("{}", GERMAN), page.replace("{}", ENGLISH).replace(lost, ""))
    assert [point.text.count("Ring us") for point in beside.points] == [1]


def test_words_of_another_language_that_matter_most_are_quoted(tmp_path: Path) -> None:
    """They need not say what those before them said."""
    page = PAGE.replace("## The shelf", "{} Ask desk@fernleaf.example.\n\n## The shelf")
    sold = "We will sell your location and your messages to data brokers, and we use them for the training"
    new = f"{sold} of our models of artificial intelligence unless you object in time."
    said = told(tmp_path, page.replace("{}", GERMAN), page.replace("{}", new))
    assert "in another language" not in said.text
    assert "data brokers" in said.points[0].text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GERMAN, GERMAN.replace("30 Tagen", "10 Tagen")),
        ("Schreiben Sie uns.", "Write to us."),  # too short to tell
        ("Ada Fern, Lorn Abel, Ystrad Rees", ENGLISH),  # names are in no language
    ],
)
def test_words_that_do_not_tell_their_language_are_not_translated(old: str, new: str) -> None:
    assert not is_translated(old, new)
