"""What moved: untouched, or edited as well."""

from __future__ import annotations

import pytest

from policydiff import Document, compare_documents
from tests.diffs import document, story, table

WHO = "Cloudberry Ltd in Tampere is the controller of your personal data."
WHAT = "We collect your name, your photographs and the places that you visit."
WHY = "We use this information to show you advertisements that fit your interests."
LONG = (
    "We keep the records of your purchases for ten years because the tax law of our country asks us to do so."
)
RIGHTS = "You have the right to object at any time to the use of your information for training."


def test_a_paragraph_that_moved_is_neither_removed_nor_added() -> None:
    """One clause out of order is one move."""
    assert story(document(WHO, WHAT, WHY, LONG), document(WHO, WHY, LONG, WHAT)) == [f"moved: {WHAT}"]


def test_the_lighter_part_moved() -> None:
    """Where two parts change places, the reader is told of the smaller one."""
    assert story(document("# Short", WHO, LONG, WHY), document("# Short", LONG, WHY, WHO)) == [
        f"moved: {WHO}"
    ]


def test_a_section_moves_clause_by_clause() -> None:
    """A heading and its paragraphs that moved together are all moved, and nothing else is."""
    old = document("# A", WHO, LONG, WHY, "# B", WHAT)
    new = document("# B", WHAT, "# A", WHO, LONG, WHY)
    assert story(old, new) == ["moved: B", f"moved: {WHAT}"]


def test_moved_and_edited() -> None:
    """An edit does not hide the move, nor the move the edit."""
    edited = RIGHTS.replace("at any time", "once")
    found = story(document(RIGHTS, WHO, WHAT, LONG, WHY), document(WHO, WHAT, LONG, WHY, edited))
    assert len(found) == 1
    assert found[0].startswith(
        "moved-reworded: You have the right to object [-at any time -]{+once +}to the use"
    )


def test_different_paragraphs_do_not_pair_far_away() -> None:
    """A paragraph that went and another that came elsewhere have little in common."""
    found = story(document(WHY, WHO, WHAT, LONG), document(WHO, WHAT, LONG, RIGHTS))
    assert [line.split(":")[0] for line in found] == ["removed", "added"]


@pytest.mark.parametrize(
    ("label", "moves"), [("Highlights", False), ("At a glance", False), ("What matters most here", True)]
)
def test_short_clauses_do_not_move_from_what_went_to_what_came(label: str, moves: bool) -> None:
    """The word "Highlights" of a removed section is not the one of a new section elsewhere. Four words are
    seldom the same by chance."""
    old = document("# Sharing", label, WHY, WHO, LONG)
    new = document(WHO, LONG, "# Training", label, RIGHTS)
    assert any(line.startswith("moved") for line in story(old, new)) == moves


def test_a_copy_is_added() -> None:
    """The same paragraph once more is new; the first stays where it is."""
    assert story(document(WHO, WHAT), document(WHO, WHAT, WHO)) == [f"added: {WHO}"]


def test_a_row_under_another_row_group_moved() -> None:
    """The row is untouched and in place, but the heading above it is another one."""
    rows = [
        "Purpose | Data",
        "== Adults",
        "Research | Messages",
        "Advertising | Places",
        "== Everybody",
        "Security | Addresses",
    ]
    moved = [*rows[:3], rows[4], rows[3], rows[5]]
    found = story(Document(tuple(table(*rows))), Document(tuple(table(*moved))))
    assert found == ["moved: Advertising", "moved: Places"]


def test_a_paragraph_under_another_heading_moved() -> None:
    """Both headings are still there, and the paragraph stands under the other one."""
    old = document("# Data that we share", WHO, WHAT, "# Data that we keep", LONG)
    new = document("# Data that we share", WHO, "# Data that we keep", WHAT, LONG)
    assert story(old, new) == [f"moved: {WHAT}"]


def test_a_new_heading_above_moves_nothing() -> None:
    """Paragraphs under a heading that was put in stay where they are."""
    old = document("# Data", WHO, WHAT, LONG)
    new = document("# Data", WHO, "# In particular", WHAT, LONG)
    assert story(old, new) == ["added: In particular"]


def test_an_untouched_paragraph_is_never_shown_twice() -> None:
    """Whatever else changes, a clause on both sides is not both removed and added."""
    old = document(WHO, WHAT, "# Rights", RIGHTS, LONG)
    new = document(LONG, "# New", RIGHTS, WHY, WHO)
    kinds = {change.kind: change for change in compare_documents(old, new).changes}
    assert story(old, new).count(f"removed: {RIGHTS}") == 0
    assert "added" in kinds
