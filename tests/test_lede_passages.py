"""What came, went or gave way to other words at one place is one passage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff import normalise
from policydiff.diff import compare_documents
from policydiff.models import Change, Clause, Comparison, DocumentDiff, Quote
from policydiff.report.finding_cards import ShownStatement
from policydiff.report.lede_passages import Passage, Passages
from policydiff.report.passage_extracts import extract
from policydiff.word_edits import text_edits
from tests.comparisons import judged

BOOKS = "# Policy\n\nWe lend books.\n\n## Lists\n\nWe keep the list of your books.\n\nWe keep it long.\n"
NOTES = "\n## Notes\n\nA machine learns from your notes.\n\nIt suggests books to your neighbours.\n"
HEADED = BOOKS.replace("## Lists", "## Your books at home\n\nNobody sees it.")
TABLE = "\n| Data | Kept |\n| --- | --- |\n| Books | a year |\n"
LINE = "\nMachines at the desk\n\nA machine counts who comes in and who goes out. It knows nobody.\n"
SHOPS = "\n- Brightwater\n- Oldtown Mill\n\n  It learns which of our books you read by night.\n\n- Harbour\n"
FEWER = "\n- Brightwater\n- Harbour\n"


def compared(old: str, new: str) -> Comparison:
    sides = [normalise(text.encode(), content_type="text/markdown") for text in (old, new)]
    return replace(judged(), old=sides[0], new=sides[1], diff=compare_documents(*sides))


def passage(old: str, new: str, words: str) -> Passage:
    """The passage of the first words of one side that are not on the other."""
    both = compared(old, new)
    olds, news = (
        next(
            (
                Quote(words, n, one.text.index(words), one.path)
                for n, one in enumerate(side.clauses)
                if words in one.text
            ),
            None,
        )
        for side in (both.old, both.new)
    )
    return Passages(both).of(ShownStatement(olds, news, (), "", 0))


@pytest.mark.parametrize(
    ("old", "new", "words", "kind", "head", "number"),
    [
        (BOOKS, BOOKS + NOTES, "A machine learns", "section", "Notes", 2),
        (BOOKS + NOTES, BOOKS, "A machine learns", "section", "Notes", 2),
        (BOOKS, f"{BOOKS}\nNobody sees it.\n", "Nobody sees it", "words", "", 1),
        (BOOKS, HEADED, "Nobody sees", "words", "", 1),  # a renamed heading above a text that stayed
        (BOOKS, BOOKS + LINE, "A machine counts", "section", "Machines at the desk", 2),
        (BOOKS, f"{BOOKS}{LINE.replace('desk', 'desk.')}", "A machine counts", "words", "", 3),
        (BOOKS + FEWER, BOOKS + SHOPS, "It learns", "entry", "Oldtown Mill", 1),
        (BOOKS + TABLE, f"{BOOKS}{TABLE}| Notes | two years |\n", "two years", "row", "", 2),
        (BOOKS, BOOKS.replace("long.", "long. We sell it. Shops buy it."), "Shops buy", "words", "", 2),
    ],
)  # fmt: skip
def test_what_came_or_went_together_is_one_passage(
    old: str, new: str, words: str, kind: str, head: str, number: int
) -> None:
    """A section or an entry with its name, a row, the sentences of a paragraph."""
    found = passage(old, new, words)
    assert (found.kind, found.head, len(found.said)) == (kind, head, number)
    assert not (found.old and found.new)


def test_what_replaced_words_at_their_place_stands_with_them() -> None:
    """What is about something else does not."""
    gone, came = "Shops of the town buy your notes each year.", "No shops of the town buy any of your notes."
    inside = passage(f"We bake. {gone} We sing.", f"We bake. {came} We sing.", gone)
    assert [one.text for one in (*inside.old, *inside.new)] == [gone, came]
    other = passage(f"{BOOKS}\n{gone}\n", f"{BOOKS}\nBread is dear to us, and our ovens are hot.\n", gone)
    assert [one.text for one in (*other.old, *other.new)] == [gone]


def test_a_long_rewritten_place_is_told_sentence_by_sentence() -> None:
    """Each with what it was; what came between stands alone."""
    names = ("bakers", "sailors", "teachers", "gardeners")
    days = "on every day of the week " * 6
    old = " ".join(f"Our {one} read your letters {days}by the sea." for one in names)
    new = " ".join(
        f"Those {one} write {'by night and by candle ' * 12}what your letters say." for one in names
    )
    new = new.replace("say. Those sailors", "say. A machine sends it to your heirs. Those sailors")
    assert passage(old, new, "A machine sends it to your heirs").old == ()


def test_of_a_long_passage_the_weightiest_sentences_are_quoted() -> None:
    """With the line that introduces their list, unless a name says what it is of."""
    items = [f"the notes on book {n}, {'by day and by night, ' * 11}all year" for n in range(4)]
    page = (
        f"# Policy\n\nWe lend.\n\nWe sell these to shops:\n\n{''.join(f'- {one}{chr(10)}' for one in items)}"
    )
    both = compared("# Policy\n\nWe lend.\n", page)
    said = passage("# Policy\n\nWe lend.\n", page, "We sell these to shops:").new
    worth = [float("-inf"), 1.0, 2.0, -30.0, 3.0]
    told = extract(said, worth, both.new)
    assert told.quotes == ("We sell these to shops:", items[1], items[3])
    assert told.with_ends == told.quotes  # it begins and ends with them
    assert not told.is_whole
    named = extract(
        said,
        worth,
        replace(both.new, clauses=tuple(map(_with_capital, both.new.clauses))),
        named=True,
    )
    assert named.quotes == (items[1], items[3])
    assert named.with_ends == (f"… {items[1]}", items[3])


def _with_capital(clause: Clause) -> Clause:
    return replace(clause, text=clause.text[:1].upper() + clause.text[1:])


def test_a_sentence_that_leans_on_one_that_finds_no_room_is_left_out() -> None:
    """Read behind another one it would speak of that."""
    first = f"We read your notes {'by day, ' * 40}all year."
    second, third = f"A clerk copies them {'by hand, ' * 40}too.", "It also lends them to shops."
    page = f"# Policy\n\nWe lend.\n\n{first} {second} {third}\n"
    both = compared("# Policy\n\nWe lend.\n", page)
    said = passage("# Policy\n\nWe lend.\n", page, "We read your notes").new
    assert extract(said, [9.0, float("-inf"), 5.0], both.new).quotes == (first,)


def test_what_stands_in_a_cell_replaced_neither_its_label_nor_a_heading() -> None:
    """A column may have the words of a line that went, and a heading says nothing that a sentence could."""
    cell = "\n| Who | Kinds of notes |\n| --- | --- |\n| Shops | All notes on books |\n"
    for line, is_before in (("Kinds of notes", False), ("Some notes on books", True)):
        both = compared(f"{BOOKS}\n{line}\n", BOOKS + cell)
        place = next(n for n, one in enumerate(both.new.clauses) if one.text == "All notes on books")
        came = Quote("All notes on books", place, 0, both.new.clauses[place].path)
        apart = DocumentDiff((Change("reworded", (5,), (place,), text_edits(line, came.text)),))
        found = Passages(replace(both, diff=apart)).of(ShownStatement(None, came, (), "", 0))
        assert bool(found.old) == is_before
    for mark, is_before in (("## ", False), ("", True)):
        both = compared(f"{BOOKS}\n{mark}Notes on books\n", f"{BOOKS}\nNobody reads the notes on books.\n")
        came = Quote("Nobody reads the notes on books.", 5, 0, both.new.clauses[5].path)
        apart = DocumentDiff((Change("removed", (5,), ()), Change("added", (), (5,))))
        found = Passages(replace(both, diff=apart)).of(ShownStatement(None, came, (), "", 0))
        assert bool(found.old) == is_before


def test_a_page_in_one_paragraph_has_passages_too() -> None:
    """A recorder that loses all breaks leaves thousands of sentences in one place, each of them changed."""
    old, new = (
        " ".join(f"We lend {n} boats to {whom}." for n in range(1_200)) for whom in ("bakers", "mayors")
    )
    found = passage(old, new, "We lend 1199 boats to mayors")
    assert found.new[-1].text == "We lend 1199 boats to mayors."


def test_a_sentence_beside_a_changed_one_is_a_passage_of_its_own() -> None:
    """Two edits of one paragraph are two pieces of news; what leans on a changed sentence stays with it."""
    kept = "We keep the list of your books for ten days."
    changed = "We keep the list of your books for nine days, and sell it to shops."
    right = "Parents have the right to ask for its end."
    old = f"# Policy\n\n{kept} Nobody enters the rooms.\n"
    new = f"# Policy\n\n{changed} {right} Nobody enters the rooms.\n"
    assert passage(old, new, right) == Passage(new=passage(old, new, right).new)
    assert [one.text for one in passage(old, new, changed).new] == [changed]
    assert [one.text for one in passage(old, new, changed).old] == [kept]
    leaning = "These lists hold the days of your visits to us."
    before = "Such lists hold the days of your visits and calls to us."
    both = passage(f"# Policy\n\n{kept} {before}\n", f"# Policy\n\n{right} {leaning}\n", leaning)
    assert [one.text for one in both.new] == [right, leaning]


def test_sentences_in_another_order_stand_with_what_they_were() -> None:
    """No sentence is set against the one that stood at its place; where the order is the same it may be."""
    kept = "A clerk of the house reads the list of all loans every {}."
    asked = "You may ask the desk, for {}, when you would like to read your own list."
    gone = "Maps are lent by a machine that knows nobody."
    before = f"{gone} {kept.format('week')} {asked.format('example')}"
    now = f"{asked.format('instance')} {kept.format('month')}"
    lone = passage(f"{before}\n", f"{now}\n", gone)
    assert [one.text for one in lone.old] == [gone]
    assert lone.new == ()
    pair = passage(f"{before}\n", f"{now}\n", "You may ask the desk, for ")
    assert [[one.text for one in side] for side in pair[:2]] == [
        [asked.format("example")],
        [asked.format("instance")],
    ]
