"""The first, the last and a middle capture: what is no policy neither begins nor ends anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from policydiff.history import fingerprint, judge_sightings, runs, steps
from policydiff.history_models import Sighting
from policydiff.normaliser import normalise
from tests.captures import POLICIES, Case, cases, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.history_models import Fingerprint, History

ORDERS = {"last": (0, 0, 1), "first": (1, 0, 0), "between": (0, 1, 0)}


@cache
def outline(text: str, language: str) -> Fingerprint:
    return fingerprint(normalise(page(text, language)), date(2024, 1, 1))


def history(
    texts: Sequence[str], language: str = "en", *, days: int = 31, suspect: Sequence[str] = ()
) -> History:
    """A series with one text after the other."""
    start = datetime(2025, 1, 1, tzinfo=UTC)
    seen = [
        Sighting(str(n), f"a/b@{n}", start + timedelta(days=days * n), text, outline(text, language))
        for n, text in enumerate(texts)
    ]
    return judge_sightings(
        [replace(one, suspect=why) for one, why in zip(seen, suspect or [""] * len(seen), strict=True)]
    )


def in_order(case: Case, order: tuple[int, ...]) -> list[str]:
    return [(case.old, case.new)[side] for side in order]


def code(case: Case) -> str:
    return case.name.split("-")[2]


@pytest.mark.parametrize("where", ORDERS)
@pytest.mark.parametrize("case", cases("instead"), ids=lambda case: case.name)
def test_what_is_no_policy_is_passed_over(case: Case, where: str) -> None:
    """An error page, a login, an advertisement: wherever it stands in the series."""
    judged = history(in_order(case, ORDERS[where]), code(case)).judged
    assert [one.passed_over is not None for one in judged] == [bool(side) for side in ORDERS[where]]


def test_a_long_page_that_is_no_policy_does_not_say_how_long_the_policy_is() -> None:
    """An error page with teasers was recorded first: the policy behind it is a quarter as long, and grows."""
    error = "<title>Page not found</title><h1>Page not found</h1>" + "".join(
        f"<p>Week {number}: what our club made of wood by the river, and who came along to help that day.</p>"
        for number in range(30)
    )
    texts = (error, POLICIES["en"], POLICIES["en"] + "\nWe keep what you lend for ninety days.\n")
    start = datetime(2025, 1, 1, tzinfo=UTC)
    judged = judge_sightings(
        [
            Sighting(
                str(n),
                f"a/b@{n}",
                start + timedelta(days=31 * n),
                text,
                replace(outline(text, "en"), words=words),
            )
            for n, (text, words) in enumerate(zip(texts, (443, 107, 131), strict=True))
        ]
    ).judged
    assert [one.passed_over is not None for one in judged] == [True, False, False]


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.name)
def test_new_versions_are_followed(case: Case) -> None:
    """However short or much rewritten: one story, with one step."""
    told = history([case.old, case.old, case.new], code(case))
    assert [one.passed_over for one in told.judged] == [None] * 3
    assert len(told.variants) == 1
    assert len(steps(told)) == 1


@pytest.mark.parametrize("where", ORDERS)
@pytest.mark.parametrize("case", cases("others"), ids=lambda case: case.name)
def test_another_document_has_a_story_of_its_own(case: Case, where: str) -> None:
    """Nothing of the policy is told as changed or gone, whatever the other document lacks."""
    texts = in_order(case, ORDERS[where])
    told = history(texts, code(case))
    apart = told.judged[ORDERS[where].index(1)]
    rest = [one for one in told.judged if one is not apart]
    assert all(one.passed_over is None for one in rest)
    assert apart.passed_over == "other-document" or apart.variant not in {one.variant for one in rest}
    assert steps(told) == ()
    stretch = runs(told, [text == case.old for text in texts])
    assert [run.ended_by for run in stretch] == [None]


def test_the_variant_says_why_it_is_another_document() -> None:
    """By what it is called, with the sentence of the comparison."""
    terms = next(case for case in cases("others") if "terms" in case.name)
    name, evidence = [
        (one.name, one.evidence) for one in history([terms.old, terms.old, terms.new]).variants
    ][1]
    assert name == "terms"
    assert "“Terms of Use”: another document" in evidence


def test_what_stays_is_believed() -> None:
    """A short policy in the place of a long one is passed over at first, and then what the page says."""
    long = POLICIES["en"] + "".join(
        f"\n\nWe keep list {n} of the letters for {n} weeks after that.\n" for n in range(60)
    )
    short = "# Privacy Policy\n\n" + "We keep the personal data that you give us for a month. " * 8
    assert history([long, long, short]).judged[-1].passed_over == "cut-short"
    assert history([long, long, short, short, short]).judged[-1].passed_over is None


@pytest.mark.parametrize(("days", "passed_over"), [(6, "cut-short"), (7, None)])
def test_what_stays_for_two_weeks_is_believed(days: int, passed_over: str | None) -> None:
    """Three captures that span two weeks are what the page says; for less a cache or a fault may stand."""
    long = POLICIES["en"] + "".join(
        f"\n\nWe keep list {n} of the letters for {n} weeks after that.\n" for n in range(60)
    )
    short = "# Privacy Policy\n\n" + "We keep the personal data that you give us for a month. " * 8
    assert history([long, long, short, short, short], days=days).judged[-1].passed_over == passed_over


def test_what_fetch_suspected() -> None:
    """It is passed over with the reason that was recorded, unless the text was also seen without a doubt."""
    new = POLICIES["en"].replace("30 days", "90 days")
    texts, why = [POLICIES["en"], new], "The PDF was not read"
    doubted = history(texts, suspect=["", why]).judged[-1]
    assert (doubted.passed_over, doubted.reason) == ("bad", why)
    assert history([*texts, new], suspect=["", why, ""]).judged[1].passed_over is None
    assert history([*texts, new, new], suspect=["", why, why, why]).judged[-1].passed_over is None
