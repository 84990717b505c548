"""The few words of a changed statement that a reader understands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.absent_words import AbsentWords, TextPair
from policydiff.report.telling_words import TellingReader

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "# Privacy policy\n\nFernleaf lends pictures to its members, and will ask the Mill Office for help.\n\n"
)
LONG = "the shelves by the old door of the town hall in the street behind the harbour"


def pair(folder: Path, old: str, new: str) -> TextPair:
    """Two policies that hold these statements."""
    for name, text in zip(("old.md", "new.md"), (old, new), strict=True):
        (folder / name).write_text(f"{HEAD}{text}\n", "utf-8")
    both = compare(folder / "old.md", folder / "new.md")
    return TextPair(AbsentWords(both.old), AbsentWords(both.new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # one number for one number, one name for one name, one address for one address
        ("We keep letters for 24 months here.", "We keep letters for 10 months here.",
         ("10 months", "24 months")),
        ("We keep letters for two years.", "We keep letters for three years.",
         ("three years", "two years")),
        ("Ask Fernleaf Books Ltd about it.", "Ask Fernleaf Reading Ltd about it.",
         ("Fernleaf Reading Ltd", "Fernleaf Books Ltd")),
        ("Write to desk@fernleaf.example for a copy.", "Write to door@fernleaf.example for a copy.",
         ("door@fernleaf.example", "desk@fernleaf.example")),
        # a phrase of one side alone, without what joins a list
        ("We ask the baker, the smith.", "We ask the baker, the weaver, the smith.",
         ("the weaver", "")),
        ("We keep your list and your maps of the harbour.", "We keep your list.",
         ("", "your maps of the harbour")),
        ("We hold the ads that you see to help.", "We hold the ads that you see, with Rowan logs, to help.",
         ("with Rowan logs", "")),
    ],
)  # fmt: skip
def test_an_edit_is_told_by_whole_words(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str]
) -> None:
    """With what belongs to them, and no others."""
    found = TellingReader(pair(tmp_path, old, new), "en").of(old, new)
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
        # fragments of both sides, of which nobody knows what else they say
        ("We may read the letters.", "We will read the letters."),
        ("We share lists with the baker.", "We share lists with the brewer."),
        # two edits of one sentence, one word alone, words from the midst of a phrase
        ("We keep maps for 24 months here.", "We keep green maps by day for 10 months here."),
        ("We keep maps and lists.", "We keep maps, atlases and lists."),
        ("We read letters of members here.", "We read letters long kept of members here."),
        # a name in full and in short, and in other capitals
        ("We ask the UK about it.", "We ask the United Kingdom about it."),
        ("We ask Alder Vaults about it.", "We ask AlderVaults about it."),
        # what the other side says near it, with a number in figures or another ending
        ("We keep notes, for one winter, in a box. They stay 1 winter.",
         "We keep notes in a box. They stay 1 winter."),
    ],
)  # fmt: skip
def test_an_edit_that_cannot_be_told_in_whole_words_is_none(tmp_path: Path, old: str, new: str) -> None:
    """Nor is one without a meaning."""
    assert TellingReader(pair(tmp_path, old, new), "en").of(old, new) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We lend maps to the Rowan Storage.", "We lend maps to the Rowan Storage"),
        ("We lend green maps (and the atlas).", "We lend green maps (and the atlas)"),
        (f"We lend maps to Rowan Storage by {LONG}.", ""),  # a long one
        ("We lend maps here", ""),  # a line
        ("These maps go to Rowan Storage by mule.", ""),  # one that leans on another
        ("For more see www.fernleaf.example/maps on mules.", ""),  # an address
        ("Green Maps And Mules Of Rowan.", ""),  # a heading
    ],
)
def test_a_short_sentence_is_told_whole(tmp_path: Path, said: str, expected: str) -> None:
    """If it is understood alone."""
    for old, new in (("", said), (said, "")):
        both = pair(tmp_path, f"We have {LONG}.\n\n{old}", f"We have {LONG}.\n\n{new}")
        found = TellingReader(both, "en").of(old, new)
        assert (found.came or found.went if found else "") == expected
        assert found is None or (bool(found.came) == bool(new) and not found.is_edit)


def test_words_that_the_other_side_says_are_not_told(tmp_path: Path) -> None:
    """In other words, and in another order."""
    said = "We lend the green maps to mules."
    both = pair(tmp_path, "To mules the “green” map is lent", said)
    assert TellingReader(both, "en").of("", said) is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We write.", "We ask Rowan Storage Ltd, door@fernleaf.example and +44 20 7946 0000.",
         ["door@fernleaf.example", "+44 20 7946 0000", "Rowan Storage Ltd"]),
        ("Members from Arden may write.", "Members from Arden, Ystrad and Lorn may write.",
         ["Ystrad", "Lorn"]),
        ("We write.", "We follow the Data Privacy Framework by letter.", ["Data Privacy Framework"]),
        # in other capitals, signs and accents, in full, in short, as the target of a link
        ("We ask Rówan-Storage of the United Kingdom.", "We ask RowanStorage of the UK.", []),
        ("Write [here](mailto:door@fernleaf.example).", "Write to door@fernleaf.example.", []),
        # an address of a house, the first word of a sentence, a word that is no name
        ("We write.", "We live at 12 Rowan Lane, Ystrad 90291. Lamps are lit. Our Lamps too.", []),
    ],
)  # fmt: skip
def test_names_that_the_other_text_lacks(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    """Wholly, however it may write them."""
    both = pair(tmp_path, f"{old} We have {LONG}.", f"{new} We have {LONG}.")
    assert list(both.absent(new, new=True)) == expected


def test_an_entry_that_is_numbered_otherwise_is_not_taken_out(tmp_path: Path) -> None:
    """Its number is no word of it."""
    old, new = "You may ask us for, 1.1 sight of letters; and more.", "You may ask us for and more."
    assert TellingReader(pair(tmp_path, old, new), "en").of(old, new) is None
    old = old.replace("1.1 ", "the ")
    found = TellingReader(pair(tmp_path, old, new), "en").of(old, new)
    assert found is not None
    assert found.went == "the sight of letters"


@pytest.mark.parametrize(
    ("there", "name"),
    [
        ("Complain to the Agency for old maps and notes.", "AOMN"),  # a name that is written small
        ("Our Keeper of Maps is\n\nRowan Storage Ltd, by the harbour.", "Keeper of Maps is Rowan Storage"),
    ],
)
def test_a_name_in_short_or_in_two_lines_is_there(tmp_path: Path, there: str, name: str) -> None:
    """A reader finds the Agency who looks for its letters, and a name that goes on in the next line."""
    both = pair(tmp_path, there, "We keep notes.")
    assert both.old.holds(name)
    assert not both.new.holds(name)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # of several edits the one that tells most, with the words of its phrase
        (
            "We may read notes about books that stand in the hall at night.",
            "We must not read notes about books that stand in the hall at noon.",
            ("We must not read notes", "We may read notes"),
        ),
        # of a long one its first clauses
        ("", f"We lend pictures to all members of the club, and to {LONG}.",
         ("We lend pictures to all members of the club, …", "")),
        # a label, an address, a question, what leans, what only introduces
        ("", "Harbour Street and the Old Mill Yard", None),
        ("", "The rules are those of https://fernleaf.example/rules now.", None),
        ("", "Who carries the pictures that members send home?", None),
        ("", "They are lent to all who live here.", None),
        ("", "We lend pictures to all of these people:", None),
        # words of grammar
        ("We lend a picture to the members.", "We lend the picture to members.", None),
        # the end of one item and the beginning of another
        ("We lend pictures, maps.", "We lend pictures; the maps.", None),
    ],
)  # fmt: skip
def test_what_no_whole_word_tells_is_told_in_brief(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str] | None
) -> None:
    """If a reader understands it."""
    found = TellingReader(pair(tmp_path, old, new), "en").in_brief(old, new)
    assert (found and (found.came, found.went)) == expected
