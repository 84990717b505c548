"""A page that is served in the spelling of another region is another variant, and no change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from policydiff.comparability import respelled, spelled_ways
from policydiff.history import judge_sightings, steps
from policydiff.models import Clause, Document, Reason
from policydiff.normaliser import normalise
from policydiff.workflows.comparing import compare
from tests.histories import sightings

if TYPE_CHECKING:
    from collections.abc import Sequence

BRITISH = [
    "Our organisation keeps the letters that you send to the centre.",
    "We personalise what you see, and analyse your behaviour in our gardens.",
    "You may authorise a neighbour, and we will honour what you choose.",
    "For a holiday we recognise your licence.",
]
AMERICAN = [
    "Our organization keeps the letters that you send to the center.",
    "We personalize what you see, and analyze your behavior in our gardens.",
    "You may authorize a neighbor, and we will honor what you choose.",
    "For a vacation we recognize your license.",
]
EARLY, LATE = (date(2031, 3, 3),), (date(2032, 5, 9),)


def page(day: str, lines: list[str], language: str = "en") -> Document:
    """A policy that states its day above its lines."""
    text = "\n\n".join(["# Privacy Policy", f"Last updated: {day}", *lines])
    return replace(normalise(text.encode(), content_type="text/markdown"), language=language)


def verdict(old: Document, new: Document) -> tuple[str, list[str]]:
    told = compare(old, new)
    return told.verdict, [reason.code for reason in told.reasons]


def test_the_same_day_in_the_spelling_of_another_region() -> None:
    """The day counts, not how it is printed; with the sides exchanged so is the reason."""
    old, new = page("3 March 2031", BRITISH), page("March 3, 2031", AMERICAN)
    there, back = compare(old, new), compare(new, old)
    assert (there.verdict, there.findings) == (back.verdict, back.findings) == ("other-variant", ())
    british = "British spelling (“organisation”, “centre”, “personalise”)"
    american = "American spelling (“organization”, “center”, “personalize”)"
    same_day = "under the same date: another region's policy"
    assert there.reasons == (
        Reason("other-spelling", f"The old side has {british}, the new one {american}, {same_day}"),
    )
    assert back.reasons == (
        Reason("other-spelling", f"The old side has {american}, the new one {british}, {same_day}"),
    )


def test_another_day_is_a_change() -> None:
    """The text was revised: it is compared, and what is only spelled otherwise is no finding."""
    old, new = page("3 March 2031", BRITISH[:3]), page("May 9, 2032", AMERICAN[:3])
    told = compare(old, new)
    assert (told.verdict, [one.category for one in told.findings]) == ("editorial", ["effective-date"])


def test_capitals_are_the_spelling_of_no_region() -> None:
    """No capital stands for "ß": a paragraph set in capitals is no Swiss one."""
    said = "Die Maßnahmen gemäß dieser Erklärung treffen wir regelmäßig, außer in großen Fällen."
    rest = "Sie können uns jederzeit um Auskunft bitten, und wir antworten in einer Woche."
    old, new = page("3.3.2031", [said, rest], "de"), page("3.3.2031", [said.upper(), rest], "de")
    assert "ß" not in said.upper()
    assert verdict(old, new)[0] == "cosmetic"


def test_no_day_is_a_correction() -> None:
    """Nothing shows that the page is for another region, and nothing is left to be read."""
    sides = [
        Document(tuple(Clause("paragraph", line) for line in lines[:3]), language="en")
        for lines in (BRITISH, AMERICAN)
    ]
    assert verdict(*sides) == ("editorial", ["wording"])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [line.replace("isation", "ization").replace("centre", "center") for line in BRITISH],
            id="two words are mended",
        ),
        pytest.param(
            [
                *BRITISH,
                "The Organization of Centers, as it says, may analyze, authorize, honor and recognize.",
            ],
            id="words of another region are quoted",
        ),
    ],
)
def test_words_that_show_no_other_region(lines: list[str]) -> None:
    """A correction, and what a text cites beside its own spelling."""
    old, new = page("3 March 2031", BRITISH), page("3 March 2031", lines)
    assert compare(old, new).comparable
    assert compare(new, old).comparable


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Maßnahmen gemäß außer groß", "Massnahmen gemäss ausser gross"),
        ("pt", "registo eletrónico do contacto anónimo", "registro eletrônico do contato anônimo"),
    ],
)
def test_other_languages(language: str, one: str, other: str) -> None:
    """German in Germany and Switzerland, Portuguese in Portugal and Brazil."""
    ways = [spelled_ways(Document((Clause("paragraph", said),), language=language)) for said in (one, other)]
    assert len(respelled(*ways)) == len(respelled(*ways[::-1])) == 4


def test_words_that_only_begin_alike_show_nothing() -> None:
    """What both regions spell alike is in neither list."""
    said = (
        "organisms, characteristics, minimal and specialist programming in Colorado, fulfilled and enrolled"
    )
    assert spelled_ways(Document((Clause("paragraph", said),), language="en")) == {}


# --- histories ---------------------------------------------------------------------------------------


def ways(lines: list[str]) -> tuple[int, ...]:
    return tuple(spelled_ways(Document(tuple(Clause("paragraph", line) for line in lines), language="en")))


def judged(
    written: str, spelled: list[list[str]], days: Sequence[tuple[date, ...]]
) -> tuple[list[str], list[str]]:
    """The names of the variants, and the steps, of captures with these spellings and days."""
    seen = [
        replace(one, fingerprint=replace(one.fingerprint, spelled=ways(lines), days=day))
        for one, lines, day in zip(sightings(written), spelled, days, strict=True)
    ]
    found = judge_sightings(seen)
    return [one.name for one in found.variants], [f"{one.old.ref}-{one.new.ref}" for one in steps(found)]


ALTERNATING = """
    2031-04-01 abcdefghijklmnopqrst
    2031-05-01 abcdefghijklmnopqrsT
    2031-06-01 abcdefghijklmnopqRsT
    2031-07-01 abcdefghijklmnopqRst
"""


@pytest.mark.parametrize(
    "days", [[EARLY] * 4, [()] * 4, [EARLY, LATE, LATE, LATE]], ids=["one day", "no day", "another day"]
)
def test_pages_in_turn(days: Sequence[tuple[date, ...]]) -> None:
    """A page in two spellings is two variants, also where neither text comes back to the letter: each change
    is told in its own."""
    spelled = [BRITISH, AMERICAN, AMERICAN, BRITISH]
    assert judged(ALTERNATING, spelled, days) == (["British", "American"], ["1-2", "0-3"])


def test_the_page_of_another_region_from_some_day_on() -> None:
    """Under the same date nothing changed; the day before is another variant."""
    spelled = [BRITISH, BRITISH, AMERICAN, AMERICAN]
    assert judged(ALTERNATING, spelled, [EARLY] * 4) == (["British", "American"], ["0-1", "2-3"])


def test_a_new_version_in_another_spelling() -> None:
    """A company that changes its spelling for good: the new version follows the old one."""
    spelled = [BRITISH, BRITISH, AMERICAN, AMERICAN]
    days = [EARLY, EARLY, LATE, LATE]
    assert judged(ALTERNATING, spelled, days) == ([""], ["0-1", "1-2", "2-3"])
