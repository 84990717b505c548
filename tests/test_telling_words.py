"""The few words of a changed statement that tell most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.telling_words import MOST, TellingReader

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "# Privacy policy\n\nFernleaf lends pictures to its members, and will ask the Mill Office for help.\n\n"
)
LONG = "the shelves by the old door of the town hall in the street behind the harbour"


def reader(folder: Path, old: str, new: str) -> TellingReader:
    """A reader of two policies that hold these statements."""
    for name, text in zip(("old.md", "new.md"), (old, new), strict=True):
        (folder / name).write_text(f"{HEAD}{text}\n", "utf-8")
    both = compare(folder / "old.md", folder / "new.md")
    return TellingReader(both.old, both.new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # the words of the edit alone, with the word beside a single one
        ("We share lists with the baker.", "We share lists with the brewer.", ("the brewer", "the baker")),
        # a number with its unit, a name as a whole, an address
        ("We keep letters for 24 months here.", "We keep letters for 10 months here.",
         ("10 months", "24 months")),
        ("Ask Fernleaf Books Ltd about it.", "Ask Fernleaf Reading Ltd about it.",
         ("Fernleaf Reading Ltd", "Fernleaf Books Ltd")),
        ("Write to desk@fernleaf.example for a copy.", "Write to door@fernleaf.example for a copy.",
         ("door@fernleaf.example", "desk@fernleaf.example")),
        # with the words beside it, where it says nothing alone
        ("We may read the letters.", "We will read the letters.", ("We will read", "We may read")),
        # one side alone, without what joins a list
        ("We ask the baker, the smith.", "We ask the baker, the weaver, the smith.",
         ("the weaver", "")),
        ("We keep your list and your maps of the harbour.", "We keep your list.",
         ("", "your maps of the harbour")),
        # as each side writes it, and from where a word begins
        ("We hold the ads that you see to help.", "We hold the ads that you see, with Rowan logs, to help.",
         ("with Rowan logs", "")),
        ("Our third-party mills", "Our third-hand mills", ("third-hand", "third-party")),
        # the weightier of two edits
        ("We keep the letters that came to the desk.", "We keep those letters that came to Rowan Storage.",
         ("Rowan Storage", "the desk")),
    ],
)  # fmt: skip
def test_an_edit_is_told_by_its_words(tmp_path: Path, old: str, new: str, expected: tuple[str, str]) -> None:
    """With what belongs to them, and no others."""
    found = reader(tmp_path, old, new).of(old, new)
    assert found is not None
    assert (found.came, found.went) == expected
    assert found.is_edit


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We analyse the letters.", "We analyze the letters."),  # spelling
        ("See our section 4 on letters.", "See our section 5 on letters."),
        ("See section 4 on letters.", "See section 5 on letters."),  # the number of a section
        ("We keep the letters and a list.", "We keep letters and a list."),  # an article
        ("We share the maps that we have.", "We share the maps which we have."),  # a word that joins
        ("We talk with with the baker.", "We talk with the baker."),  # a word that stood there twice
    ],
)
def test_an_edit_without_a_meaning_is_none(tmp_path: Path, old: str, new: str) -> None:
    """Nor is one of words that the other side says elsewhere."""
    assert reader(tmp_path, old, new).of(old, new) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We lend maps to the Rowan Storage.", "We lend maps to the Rowan Storage"),
        # a condition that fills all the room is left out
        (
            f"For this reason, we lend maps to Rowan Storage by {LONG}.",
            "For this reason, we lend maps to Rowan Storage…",
        ),
        (
            "If the shelves by the old door of the harbour are full, we lend the maps out.",
            "…we lend the maps out",
        ),
        ("Likewise, if the shelves by the old door are full, we lend the maps out.", "…we lend the maps out"),
        ("We lend green maps (and the atlas).", "We lend green maps (and the atlas)"),
        # what denies or limits must stay with all behind it
        (f"We never lend maps to Rowan Storage by {LONG}.", ""),
        (f"We lend maps to Rowan Storage by {LONG}, unless you object.", ""),
        (
            "In all seasons, and in all streets by the sea, we never lend.",
            "…and in all streets by the sea, we never lend",
        ),
    ],
)
def test_a_statement_is_told_by_its_phrases(tmp_path: Path, said: str, expected: str) -> None:
    """Those that hold most of what the other text lacks; "…" stands for the others."""
    for old, new in (("", said), (said, "")):
        found = reader(tmp_path, f"We have {LONG}.\n\n{old}", f"We have {LONG}.\n\n{new}").of(old, new)
        assert (found.came or found.went if found else "") == expected
        assert found is None or (bool(found.came) == bool(new) and not found.is_edit)


def test_words_that_the_other_side_says_are_not_told(tmp_path: Path) -> None:
    """Whatever their capitals and marks."""
    said = "We lend the green maps."
    both = reader(tmp_path, "We lend the “green” maps", said)
    assert both.of("", said) is None
    assert both.says("the Green maps", new=False)


def test_no_more_words_are_told_than_there_is_room_for(tmp_path: Path) -> None:
    """Of a long statement, and of both sides of an edit that holds other words than before."""
    old = "We lend maps that " + " ".join(f"smith{number}" for number in range(30))
    new = "We lend maps that " + " and the ".join(f"baker{number}" for number in range(30))
    found = reader(tmp_path, old, new).of(old, new)
    assert found is not None
    assert 0 < len(found.came.split()) <= MOST
