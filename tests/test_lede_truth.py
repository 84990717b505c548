"""What a lede says is so in the two texts: headings, words that came or went, counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policydiff import compare
from policydiff.models import Clause, Quote
from policydiff.report.changed_places import changed_places
from policydiff.report.clause_words import ClauseWords
from policydiff.report.counterparts import Counterparts
from policydiff.report.lede import lede
from policydiff.report.lede_passages import Passage
from policydiff.report.lede_point import LedePoint, LedeQuote
from policydiff.report.numbered_changes import entries
from policydiff.report.passage_counterparts import PassageCounterparts, with_answer, with_new_lead
from tests.comparisons import SIDES
from tests.test_lede import found
from tests.test_lede_points import changed_pages, pages, quoted
from tests.test_untold_changes import line
from tests.told import headings_of_another_text, words_of_neither_text

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Comparison
    from policydiff.report.lede import Lede


def compared(folder: Path, old: str, new: str) -> Comparison:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(f"# Fernleaf privacy policy\n\n{text}\n", "utf-8")
    return compare(folder / "old.md", folder / "new.md")


def told(folder: Path, old: str, new: str) -> Lede:
    return lede(compared(folder, old, new), SIDES)


# --- quotes

_SAID = st.lists(
    st.tuples(
        st.sampled_from(["We share", "Fernleaf keeps", "Nobody reads", "Our clerks sell"]),
        st.sampled_from(["things that you create", "letters (of friends)", "U.S. “maps”"]),
        st.sampled_from([", such as ", " (e.g., ", "; and "]),
        st.sampled_from(["posts, notes", "Omega, Kappa and Fern", "the time of day", "Fernleaf, Inc."]),
    ),
    min_size=3,
    max_size=7,
)
_REPLACED = (
    (", such as ", ", like "),
    ("that you create, such as", "you create, like"),
    ("Omega, ", "Omega, Alpha, "),
    ("Fernleaf", "Oldtown"),
    ("of friends", "of all friends and strangers in the house"),
    (", Inc.", " & Co. KG"),
)


@example(
    [(who, "things that you create", ", such as ", "notes") for who in ("We share", "They sell", "I read")],
    [_REPLACED[1]],
)
@given(_SAID, st.lists(st.sampled_from(_REPLACED), min_size=1, max_size=3))
def test_words_between_quotation_marks_stand_so_in_the_text(
    said: list[tuple[str, str, str, str]], replaced: list[tuple[str, str]]
) -> None:
    """Letter by letter, with the signs between them; where the same gave way to the same everywhere too."""
    olds = [f"{who} {what}{sign}{listed}." for who, what, sign, listed in said]
    news = [one if n % 4 == 3 else _replaced(one, replaced) for n, one in enumerate(olds)]
    known = changed_pages(olds, news)
    assert not list(words_of_neither_text(known, lede(known, SIDES)))


def _replaced(text: str, pairs: list[tuple[str, str]]) -> str:
    for was, now in pairs:
        text = text.replace(was, now)
    return text


_HELPERS = "We share your lists with our helpers, who read them for us. {} We name the helpers here."
_COMMON = [
    "We consider letters to be private letters.",
    "We do not read private letters to choose books.",
    "This does not include private letters.",
]


@pytest.mark.parametrize(
    ("old", "is_told"),
    [("We do not share private letters with them.", True), ("They do not sing.", False)],
)
def test_a_promise_with_an_exception_is_not_new(old: str, *, is_told: bool) -> None:
    """Between the same two sentences stood the promise without it; a sentence of another matter did not
    become it."""
    new = "We do not share private letters and what they hold with our helpers for purposes of their own."
    olds, news = ([*_COMMON, _HELPERS.format(one)] for one in (old, new))
    known = changed_pages(olds, news)
    said = Quote(new, 3, start=news[3].index(new))
    others = PassageCounterparts(known, Counterparts(known.old, known.new, ClauseWords()))
    assert others.replaced(said, Passage(new=(said,))) == (old if is_told else "")


# --- headings


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_words_of_the_new_text_stand_under_no_heading_of_the_old_one(*, is_elsewhere: bool) -> None:
    """Nor where the new text has that heading at another place, or names it in a sentence."""
    old = "We sell the list of the books that you borrowed to shops in the town of Harbourtown."
    new = old.replace("to shops in the town of Harbourtown", "to whoever asks the desk for it")
    last = "At night" if is_elsewhere else "We sleep."
    known = changed_pages(["We bake.", old, "Bread."], ["We bake.", new, last])
    sides = [
        replace(side, clauses=(Clause("heading", head, depth=1), replace(side.clauses[1], path=(head,)), end))
        for side, head in ((known.old, "At night"), (known.new, "By day"))
        for end in side.clauses[2:]
    ]
    gone = replace(found(old, "", importance=2), old=Quote(old, 1, path=("At night",)))
    known = replace(known, old=sides[0], new=sides[1], findings=(gone,), verdict="substantive")
    (said, *_) = quoted(known)
    assert said.startswith("Changed, under “By day”: now")
    assert not list(headings_of_another_text(known, lede(known, SIDES)))


def test_a_long_item_by_itself_heads_what_is_behind_it(tmp_path: Path) -> None:
    """The head of a part of a page that opens, between a heading and a table."""
    page = (
        "## Help\n\n- Which lists we keep\n\n  We keep the list of what you borrow.\n\n"
        "  **Lists from others**\n\n  Friends may tell us what you read.\n\n- How we use your lists,"
        " and what the law says of it here\n\n  This tells why.\n\n  | Purpose | Law |\n  | --- | --- |\n"
        "  | To find the books that you lost in the town | Your consent, which you may withdraw |\n"
    )
    said = told(tmp_path, page, page.replace("that you lost in", "and the maps that you sold in"))
    assert "Lists from others" not in said.points[0].where


# --- counts

SHELVES = "## Shelves\n\nThe shelves of the house hold the maps of all the towns by the sea.\n"
ROOMS = "## Rooms\n\nThe rooms by the sea are open to members of the club by day.\n"
NIGHT = (
    "## Night\n\nAt night we read the lists of all members.\n\n## Lamps\n\nLamps burn oil from the mill.\n\n"
    "## Doors\n\nDoors are closed by a man whom the town pays.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (f"{SHELVES}\n{ROOMS}", f"{SHELVES}\n{NIGHT}\n{ROOMS}", 1),
        (f"{SHELVES}\n{NIGHT}\n{ROOMS}", f"{SHELVES}\n{ROOMS}", 1),
        # words of another paragraph are another place
        (f"{SHELVES}\n{ROOMS}", f"{SHELVES}\n{NIGHT}\n{ROOMS.replace('by day', 'at dawn')}", 2),
    ],
)
def test_sections_that_came_or_went_in_one_go_are_one_place(
    tmp_path: Path, old: str, new: str, places: int
) -> None:
    """They are not counted where more than one of them is quoted: a reader would miss the others."""
    known = compared(tmp_path, old, new)
    assert len(changed_places(known, entries(known))) == places
    assert " places" not in lede(known, SIDES).text


def test_two_passages_with_one_that_stayed_between_are_two_places(tmp_path: Path) -> None:
    lines = [
        f"- {word} are lent for ten days to those who ask." for word in ("Books", "Maps", "Pens", "Oars")
    ]
    old, new = "\n".join(lines[1:3:2]), "\n".join(lines[:3])
    assert " in 2 places" in told(tmp_path, f"{SHELVES}\n{old}\n", f"{SHELVES}\n{new}\n").text


def test_the_lines_of_an_address_are_one_place(tmp_path: Path) -> None:
    """Where the same address stands in a sentence too."""
    page = (
        "## Letters\n\nWrite to Fernleaf Ltd, 12 Mill Lane, Harbourtown 4711, before you come by.\n\n"
        f"{SHELVES}\n## Contact\n\nFernleaf Ltd\n\n12 Mill Lane\n\nHarbourtown 4711\n\nNorland\n"
    )
    new = page.replace("12 Mill Lane", "9 Hill Road").replace("Harbourtown 4711", "Oldtown 1234")
    known = compared(tmp_path, page, new)
    assert len(changed_places(known, entries(known))) == 2


def test_words_of_the_passage_that_is_quoted_are_in_no_other_place(tmp_path: Path) -> None:
    """A paragraph of which more changed than a lede can tell."""
    page = " ".join(
        f"We {does} the {what} of our readers {when}."
        for does, what, when in (
            ("read", "letters and notes that come in", "on Friday at noon in the hall"),
            ("sell", "lists and cards that they write", "on Monday to shops of the town"),
            ("keep", "maps and plans that they draw", "for a year in the cellar below"),
            ("burn", "leaves and twigs that they bring", "in autumn behind the mill house"),
            ("send", "copies and proofs that they ask for", "by boat to all of the islands"),
        )
    )
    new = page
    for was, now in (
        ("letters and notes", "diaries, songs and plays of every kind"),
        ("shops of the town", "whoever pays the most gold for them at the door"),
        ("for a year", "for as long as the house stands by the sea"),
        ("leaves and twigs", "boxes, crates and all the old chairs"),
        ("by boat", "by the pigeons of the mayor and his friends"),
    ):
        new = new.replace(was, now)
    said = told(tmp_path, f"{SHELVES}\n## Readers\n\n{page}\n", f"{SHELVES}\n## Readers\n\n{new}\n")
    assert "place" not in said.elsewhere
    assert " in 2 places" not in said.text


# --- words that the other text has too


KEPT = "The house by the sea is open to all of the town from spring to autumn."


@pytest.mark.parametrize(
    ("still", "label"),
    [
        ("Other papers, like the names of guests, stay on your desk and never reach our cellar.", True),
        # of another matter, and one that denies it
        ("Lamps burn oil that the miller brings by boat from the islands each autumn.", False),
        ("Your papers never stay on your desk.", False),
    ],
)
def test_what_is_still_said_is_not_told_as_gone(still: str, *, label: bool) -> None:
    went = "Those papers stay on your desk."
    old, new = ["We bake.", KEPT, went, still], ["We bake.", KEPT, still]
    gone = replace(found(went, "", importance=2), old=Quote(went, 2))
    (said,) = quoted(pages(old, new, gone))
    assert ("in these words" in said) is label


@pytest.mark.parametrize(("name", "is_said"), [("Fernleaf", True), ("Birch", False)])
def test_what_is_said_of_another_company_is_not_said_of_this_one(name: str, *, is_said: bool) -> None:
    """Its name is the news."""
    still = f"The bakers of {name} read your papers at the desk to find what you like to eat."
    known = pages([KEPT], [KEPT, still])
    sides = Counterparts(known.old, known.new, ClauseWords())
    assert sides.is_mostly_said("The bakers of Fernleaf read your papers by day.", new=True) is is_said


@pytest.mark.parametrize(
    ("before", "start"),
    [
        (
            "Bakers are responsible themselves for seeing that the ovens they use meet the town's rules.",
            "Changed",
        ),
        ("Lamps burn oil that the miller brings by boat from the islands each autumn.", "Now says"),
    ],
)
def test_what_the_other_text_says_nearly_so_is_told_with_it(before: str, start: str) -> None:
    """Of a change that no finding tells."""
    now = "Bakers are solely responsible for seeing that their ovens meet the town's rules."
    known = pages([KEPT, before], [KEPT, now])
    sides = Counterparts(known.old, known.new, ClauseWords())
    point = LedePoint("Now says", "", (LedeQuote("", now),), entry=1, came=True)
    assert with_answer(point, sides, "en").label == start
    more = replace(point, quotes=(LedeQuote("", f"{now} They sweep the hall."),))
    assert ("in these words" in with_answer(more, sides, "en").label) is (start == "Changed")


@pytest.mark.parametrize(
    ("olds", "label", "said"),
    [
        ([], "New", ": “{lead}{gap}{behind}”"),
        (
            ["Machines of the mill sort all maps and plans of the house."],
            "Now says",
            ": “{lead}{gap}{behind}”",
        ),
        # one that stood there before is what the new one stands behind
        (["Machines of the mill sort all maps of the house."], "New", ", after “{lead}”: “{behind}”"),
    ],
)
def test_a_sentence_that_came_too_is_quoted_with_what_leans_on_it(
    olds: list[str], label: str, said: str
) -> None:
    lead, behind = (
        "Machines of the mill sort all maps of the house.",
        "This includes those of your own street.",
    )
    point = LedePoint("New", "", (LedeQuote("", behind),), after=lead, came=True)
    for between, gap in (("", " "), ("Oars are kept in the hall. ", " … ")):
        known = pages([KEPT, *olds], [KEPT, f"{lead} {between}{behind}"])
        shown = with_new_lead(point, Counterparts(known.old, known.new, ClauseWords()), "en")
        assert shown.text == f"{label}{said.format(lead=lead, gap=gap, behind=behind)}"


def test_of_what_stands_before_a_new_lead_only_what_came_with_it_is_quoted() -> None:
    """What the other side says too would seem to have come."""
    kept, lead = "Machines of the mill sort all maps.", "They do so whenever these were drawn."
    behind = "This includes those of your own street."
    point = LedePoint("New", "", (LedeQuote("", behind),), after=f"{kept} {lead}", came=True)
    known = pages([KEPT, kept], [KEPT, f"{kept} {lead} {behind}"])
    shown = with_new_lead(point, Counterparts(known.old, known.new, ClauseWords()), "en")
    assert shown.text == f"New: “… {lead} {behind}”"


@pytest.mark.parametrize(("line", "is_told"), [("false", False), ("undefined", False), ("False teeth", True)])
def test_a_value_of_a_program_is_no_change_of_the_policy(tmp_path: Path, line: str, *, is_told: bool) -> None:
    notice = "We changed our rules for lenders; they hold from the first of May on."
    said = told(tmp_path, f"{notice}\n\n{SHELVES}", f"{SHELVES}\n\n{line}\n")
    assert bool(said.elsewhere) is is_told


def test_no_side_of_a_rewritten_sentence_is_told_as_taken_out(tmp_path: Path) -> None:
    """Where both take more words than the line has."""
    old = "The cats sleep by day, which the miller and his friends from the islands like to see in the house."
    new = "When cats are rare, when chairs are broken, when rooms are cold and when it rains, they stay."
    lists = (
        "We sell the list of your books to banks, shops and friends of the town, who may keep it for ever."
    )
    mail = "We never sell letters, and no shop, bank or friend of the town may ask us for any of them."
    said = line(tmp_path, {"Cats": new, "Lists": lists, "Mail": mail}, old={"Cats": old})
    assert "taken out" not in said
    assert "added" not in said
