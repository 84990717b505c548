"""Points of a lede tell each change once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff.report.lede_point import LedePoint, LedeQuote
from policydiff.report.repeated_quotes import each_once, tell_the_same

DESK = "The desk keeps lists of all readers who came by in spring."
SHOPS = "Shops by the shore may read the names on these lists."


def point(label: str, *words: str) -> LedePoint:
    which = ("now", "before") if label == "Changed" else ("",)
    quotes = tuple(LedeQuote(*both) for both in zip(which, words, strict=True))
    return LedePoint(label, "Lists", quotes, came=None if label == "Changed" else label != "Gone")


def said(*points: LedePoint) -> list[tuple[str, ...]]:
    return [(one.label, *(quote.words for quote in one.quotes)) for one in each_once(points, "en")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # a sentence that the point before quotes is left out, and a point of nothing else
        (point("New", DESK), point("Now says", f"{SHOPS} {DESK}"), [("New", DESK), ("Now says", SHOPS)]),
        (point("New", f"{DESK} {SHOPS}"), point("New", SHOPS), [("New", f"{DESK} {SHOPS}")]),
        # of two of one kind the one that has all words of the other stands in its place
        (point("New", SHOPS), point("New", f"{DESK} {SHOPS}"), [("New", f"{DESK} {SHOPS}")]),
        # not what went of what came
        (point("New", DESK), point("Gone", DESK), [("New", DESK), ("Gone", DESK)]),
        # between two others
        (
            point("New", DESK),
            point("Now says", f"Ask us. {DESK} {SHOPS}"),
            [("New", DESK), ("Now says", f"Ask us. … {SHOPS}")],
        ),
    ],
)
def test_a_sentence_is_quoted_once(
    first: LedePoint, second: LedePoint, expected: list[tuple[str, ...]]
) -> None:
    assert said(first, second) == expected


def test_old_words_are_set_against_the_likeliest_new_ones() -> None:
    """Whichever point comes first; those of another paragraph keep theirs."""
    like = point("Changed", DESK.replace("spring", "autumn"), DESK)
    unlike = point("Changed", "Cats of the house sleep on the chairs all day long.", DESK)
    assert said(unlike, like) == [("Now says", unlike.quotes[0].words), said(like)[0]]
    assert said(like, unlike)[1][0] == "Now says"
    going_on = replace(
        unlike, more="goes on: “They purr.”"
    )  # behind words that are quoted alone it says nothing
    assert each_once((going_on, like), "en")[0].more == ""
    other = point("Changed", SHOPS.replace("Shops", "Inns"), SHOPS)
    assert [one[0] for one in said(like, other)] == ["Changed", "Changed"]


def test_two_points_tell_the_same_that_have_nearly_all_changed_words_in_common() -> None:
    assert tell_the_same(point("New", DESK), point("New", f"{DESK} Ask the clerk."))
    assert not tell_the_same(point("New", DESK), point("Gone", DESK))
    assert not tell_the_same(point("New", DESK), point("New", SHOPS))
    kept = point("Changed", f"{DESK} {SHOPS}", f"{DESK} Nobody else may read the names.")
    assert not tell_the_same(kept, point("New", DESK))  # which the first has on both sides
