"""What of few changes a lede tells already, and what is left of them: each is told once."""

from __future__ import annotations

from policydiff.report.few_changes import FewChanges
from policydiff.report.numbered_changes import entries
from policydiff.report.told_words import LedeWords
from policydiff.report.word_changes import worded
from tests.findings import compared
from tests.test_lede_passages import compared as compared_markdown

OLD = "To lend books, our desk keeps lists and names of all readers who came by, to serve them."
NEW = (
    "To lend books, our desk may hold cards that other shops gave out. In addition, our desk keeps and "
    "sorts, to serve them."
)


def left(old: str, new: str, gone: str = "", came: str = "") -> list[tuple[str, str]]:
    """What came and went that is not told, where a lede quotes some words of both sides."""
    comparison = compared(old, new)
    lede = LedeWords((), [gone] if gone else [], [came] if came else [])
    few = FewChanges(comparison)
    changes = worded(comparison, entries(comparison))
    quoted = {one.number for one in changes} if gone or came else set()
    return [(one.came, one.went) for one in few.parted(few.untold(changes, quoted, lede), lede)]


def test_a_longer_edit_is_not_told_again_with_what_stands_beside_it() -> None:
    """Of the other side little is left: "and sorts"."""
    gone = "keeps lists and names of all readers who came by"
    assert (
        left(OLD, NEW, gone, came="To lend books, our desk may hold cards that other shops gave out.") == []
    )
    assert len(left(OLD, NEW)) == 1


def test_of_sentences_that_went_together_those_are_told_that_no_quote_shows() -> None:
    kept = "The desk is open by day."
    first, second = (
        "Birch and Clay share lists with us.",
        "They write to all readers about new books by post.",
    )
    said = left(f"{kept} {first} {second}", kept, gone=second)
    assert said == [("", first.rstrip("."))]
    assert left(f"{kept} {first} {second}", kept) == [("", f"{first} {second}".rstrip("."))]


def test_an_edit_is_told_where_nearly_all_of_its_longer_side_is() -> None:
    """Unless the few words in its place are a number or a denial."""
    old = "We keep letters and cards of all readers who came by in spring in the house."
    for now, expected in (("lists", False), ("no lists", True), ("7 lists", True)):
        new = f"We keep {now} in the house."
        said = left(old, new, gone="letters and cards of all readers who came by in spring")
        assert bool(said) == expected


def test_a_heading_is_told_also_where_a_quote_shows_the_same_edit() -> None:
    head = "Cats of the house"
    said = "sleep on the chairs of the readers."
    page = f"# Privacy policy\n\n## {head}\n\nAsk us.\n\nCats {said}\n"
    comparison = compared_markdown(page, page.replace("Cats", "Pets"))
    changes = entries(comparison)
    lede = LedeWords((), [f"Cats {said}"], [f"Pets {said}"])
    quoted = {changes[-1].number}
    found = [(one.kind, one.came, one.went) for one in FewChanges(comparison).untold(changes, quoted, lede)]
    assert found == [("heading", head.replace("Cats", "Pets"), head)]
