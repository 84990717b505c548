"""Which captures belong together and which count: cases in letters."""

from __future__ import annotations

import pytest

from policydiff.history import flaps, steps
from tests.histories import history, passed_over

ALONE: dict[str, str] = {
    "a change, then another": """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghik
        2024-03-01 abcdefghil
    """,
    "a rewrite of nearly everything": """
        2024-01-01 abcdefghij
        2024-02-01 klmnopqrst
        2024-03-01 klmnopqrsu
    """,
    "part of a change taken back": """
        2024-01-01 abcdefghijkl
        2024-02-01 abcdefgmnopq
        2024-03-01 abcdefgmnopqh
    """,
    "a change taken back with other words added": """
        2024-01-01 abcdefghij
        2024-02-01 abcdefklmn
        2024-03-20 abcdefghijo
    """,
    "a policy that becomes much shorter for good": """
        2024-01-01 abcdefghijklmnopqrst
        2024-02-01 abc
        2024-03-01 abcd
    """,
    "a short policy that becomes a long one": """
        2024-01-01 abc
        2024-02-01 abcdefghijklmnopqrst
        2024-03-01 abcdefghijklmnopqrsu
    """,
    "a new company for the same policy": """
        2024-01-01 abcdefghij by=Lumio_Inc
        2024-02-01 abcdefghik by=Lumio_Ireland_Limited
        2024-03-01 abcdefghil by=Lumio_Ireland_Limited
    """,
    "the law of a region that is named from now on": """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghij€
        2024-03-01 abcdefghik€
    """,
}
"""Nothing is passed over, there is one variant, and every line is a step."""


@pytest.mark.parametrize("case", ALONE)
def test_plain_histories_are_left_alone(case: str) -> None:
    """What is a change by every sign is told, and nothing is explained away."""
    judged = history(ALONE[case])
    assert passed_over(judged) == {}
    assert len(judged.variants) == 1
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("0", "1"), ("1", "2")]


OVER: dict[str, tuple[str, dict[int, str]]] = {
    "an error page": (
        """
        2024-01-01 abcdefghij
        2024-02-01 z bad
        2024-02-02 abcdefghij
        """,
        {1: "bad"},
    ),
    "half of the policy, once": (
        """
        2024-01-01 abcdefghij
        2024-02-01 abcde
        2024-02-02 abcdefghij
        """,
        {1: "cut-short"},
    ),
    "a remnant for months, then a policy that went on": (
        """
        2024-01-01 abcdefghijklmnopqrst
        2024-02-01 ab
        2024-06-01 abc
        2024-09-01 abcdefghijklmnopqABC
        """,
        {1: "cut-short", 2: "cut-short"},
    ),
    "a remnant of other words, then a rewrite": (
        """
        2024-01-01 abcdefghijklmnopqrst
        2024-02-01 yz
        2024-03-01 ABCDEFGHIJKLMNOPQRST
        """,
        {1: "cut-short"},
    ),
    "a stub, seen more often than the policy before it": (
        """
        2012-10-04 abcdefghijklmnopqrst
        2012-11-18 yz
        2012-12-18 xyz
        2013-02-17 yz
        2017-08-13 ABCDEFGHIJKLMNOPQRST
        """,
        {1: "cut-short", 2: "cut-short", 3: "cut-short"},
    ),
    "another page joined to it": (
        """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghij#
        2024-02-08 abcdefghik
        """,
        {1: "mixed-in"},
    ),
    "a smaller page joined to a long policy, for two captures that differ": (
        """
        2024-01-01 #abcdefghij
        2024-02-01 #abcdefghij%
        2024-02-08 #abcdefghik%
        2024-03-08 #abcdefghil
        """,
        {1: "mixed-in", 2: "mixed-in"},
    ),
    "another document, behind which half of the policy was rewritten": (
        """
        2024-01-01 abcdefghijklmnop
        2024-02-01 QRSTUVWXYZABCDEF
        2024-05-01 abcdefgh12345678
        """,
        {1: "other-document"},
    ),
    "another document in its place": (
        """
        2024-01-01 abcdefghij
        2024-02-01 klmnopqrst
        2024-05-01 abcdefghik
        """,
        {1: "other-document"},
    ),
    "an old page that the recorder read anew": (
        """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghik
        2024-05-01 abcdefghij technical
        2024-05-01 abcdefghik
        """,
        {2: "recorded-again"},
    ),
    "an old text out of a cache": (
        """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghik
        2024-03-01 abcdefghil
        2024-05-01 abcdefghij
        2024-05-02 abcdefghil
        """,
        {3: "old-text"},
    ),
}


@pytest.mark.parametrize("case", OVER)
def test_what_is_no_capture_of_the_policy_is_passed_over(case: str) -> None:
    """And what is left goes on as if it had never been: no step begins or ends there."""
    written, expected = OVER[case]
    judged = history(written)
    assert passed_over(judged) == expected
    touched = {int(side.ref) for one in steps(judged) for side in (one.old, one.new)}
    assert not touched & set(expected)


def test_two_texts_that_alternate_are_no_changes() -> None:
    """A → B → A within days is a flap; the change that both make alike is told once."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-01-03 abcdefghik
        2024-01-04 abcdefghij
        2024-01-06 abcdefghik
        2024-01-07 abcdefghij
        2024-02-01 Abcdefghij
        2024-02-02 Abcdefghik
        2024-02-03 Abcdefghij
    """)
    assert passed_over(judged) == {}
    assert len(judged.variants) == 1
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("4", "5")]
    assert flaps(judged) == 4


def test_a_text_that_wins_after_alternating_is_a_change() -> None:
    """A new text is rolled out: for some days both are seen, then only the new one."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-01-03 abcdefghik
        2024-01-04 abcdefghij
        2024-01-06 abcdefghik
        2024-02-06 abcdefghik
    """)
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("2", "3")]


def test_which_of_alternating_texts_was_seen_last_is_no_news() -> None:
    """Three texts alternate for days; then the policy changes. That is one step."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-01-02 abcdefghik
        2024-01-03 abcdefghij
        2024-01-04 abcdefghil
        2024-01-05 abcdefghik
        2024-01-06 abcdefghij
        2024-01-07 abcdefghik
        2024-01-08 abcdefghil
        2024-01-09 Abcdefghil
        2024-02-09 Abcdefghil
    """)
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("5", "8")]


def test_a_change_that_was_withdrawn_to_the_letter_is_two_changes() -> None:
    """Weeks are no flap: it was announced, and it was taken back."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-02-01 abcdefghijk
        2024-03-20 abcdefghij
    """)
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("0", "1"), ("1", "2")]


def test_regions_that_alternate_are_variants_with_names() -> None:
    """Each has its own line of changes, and is named after the law that only it cites."""
    judged = history("""
        2024-01-01 abcdefghijk€ by=Lumio_Ireland_Limited
        2024-01-03 abcdefgpqr$ by=Lumio_Inc
        2024-01-04 abcdefghijk€ by=Lumio_Ireland_Limited
        2024-02-01 abcdefgpqs$ by=Lumio_Inc
        2024-02-02 abcdefghijl€ by=Lumio_Ireland_Limited
        2024-02-03 abcdefgpqs$ by=Lumio_Inc
        2024-02-04 abcdefghijl€ by=Lumio_Ireland_Limited
    """)
    assert [variant.name for variant in judged.variants] == ["EU", "US"]
    assert "Lumio Ireland Limited" in judged.variants[0].evidence
    told = [(one.variant, one.old.ref, one.new.ref) for one in steps(judged)]
    assert told == [
        (1, "1", "3"),
        (0, "2", "4"),
    ]


def test_small_differences_between_regions_make_variants_too() -> None:
    """One sentence on the law of each region is enough when both are seen side by side."""
    judged = history("""
        2024-01-01 abcdefghijklmnop€
        2024-01-03 abcdefghijklmnop£
        2024-01-04 abcdefghijklmnop€
        2024-01-05 abcdefghijklmnop£
    """)
    assert [variant.name for variant in judged.variants] == ["EU", "UK"]
    assert steps(judged) == ()


def test_languages_are_variants() -> None:
    """A text in another language follows no text in this one, also when it is seen only once."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-01-03 ABCDEFGHIJ fr
        2024-01-04 abcdefghik
    """)
    assert [variant.name for variant in judged.variants] == ["en", "fr"]
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("0", "2")]


def test_a_variant_that_slept_is_known_again() -> None:
    """By the company that answers in it, although another variant is nearer in its words."""
    judged = history("""
        2024-01-01 abcdefghijklmnop€ by=Lumio_Ireland_Limited
        2024-01-02 abcdefghijklABCDEFG$ by=Lumio_Inc
        2024-01-03 abcdefghijklmnop€ by=Lumio_Ireland_Limited
        2024-01-04 abcdefghijklABCDEFG$ by=Lumio_Inc
        2024-06-01 HIJKLMNOPABCDEFG$ by=Lumio_Inc
        2024-09-01 HIJKLMNOPABCmnopQ€ by=Lumio_Ireland_Limited
        2024-09-02 HIJKLMNOPABCDEFG$ by=Lumio_Inc
    """)
    assert [one.variant for one in judged.judged] == [0, 1, 0, 1, 1, 0, 1]


def test_a_text_that_goes_on_where_an_older_one_stopped_continues_that_one() -> None:
    """Without the old text coming back to the letter: it has what went and lacks what came."""
    judged = history("""
        2024-01-01 abcdefghijklmnop
        2024-02-01 abcdefghQRSTUVWX
        2024-03-01 abcdefghQRSTUVWY
        2024-04-01 abcdefghijklmnoZ
        2024-05-01 abcdefghQRSTUVWY
        2024-06-01 abcdefghijklmnoZ
    """)
    assert [one.variant for one in judged.judged] == [0, 1, 1, 0, 1, 0]
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("1", "2"), ("0", "3")]


def test_a_rewrite_continues_what_was_seen_last_and_not_what_sleeps() -> None:
    """The rewrite shares a little more with a text that was seen for two days, years ago."""
    judged = history("""
        2021-01-01 abcdefghijklmnop
        2021-01-02 abcdefghijklQRST
        2021-01-03 abcdefghijklmnop
        2021-01-04 abcdefghijklQRST
        2021-01-05 abcdefghijklmnop
        2023-01-01 abcdefghijklmnoU
        2023-02-01 abcdefgABCDEFGQV
        2023-03-01 abcdefgABCDEFGQW
    """)
    assert [(one.old.ref, one.new.ref) for one in steps(judged)] == [("4", "5"), ("5", "6"), ("6", "7")]


def test_a_policy_that_is_followed_inside_longer_captures_is_not_passed_over() -> None:
    """A page is joined to it for months and it changes meanwhile: that is told where it was seen."""
    judged = history("""
        2024-01-01 #abcdefghij
        2024-02-01 #abcdefghij%
        2024-03-01 #abcdefghik%
        2024-04-01 #abcdefghil%
        2024-05-01 #abcdefghil
    """)
    assert passed_over(judged) == {}
    assert len(judged.variants) == 1
    told = [(one.old.ref, one.new.ref) for one in steps(judged)]
    assert ("1", "2") in told
    assert ("2", "3") in told


def test_a_company_tells_variants_apart_that_hardly_share_a_word() -> None:
    """Both were rewritten while neither was looked at, so no words say which one a capture continues."""
    judged = history("""
        2024-01-01 abcdefghij by=Lumio_Ireland_Limited
        2024-01-02 klmnopqrst by=Lumio_Inc
        2024-01-03 abcdefghij by=Lumio_Ireland_Limited
        2024-01-04 klmnopqrst by=Lumio_Inc
        2025-01-01 ABCDEFGHIk by=Lumio_Ireland_Limited
        2025-01-02 ABCDEFGHKl by=Lumio_Inc
        2025-01-03 ABCDEFGHIk by=Lumio_Ireland_Limited
        2025-01-04 ABCDEFGHKl by=Lumio_Inc
    """)
    assert [one.variant for one in judged.judged] == [0, 1, 0, 1, 0, 1, 0, 1]


def test_another_target_behind_a_right_is_a_step() -> None:
    """Though no word changes; and a target that alternates is a flap like any other."""
    swapped = history("""
        2024-01-01 abcdefghij link=1
        2024-02-01 abcdefghij link=2
        2024-03-01 abcdefghij link=2
    """)
    assert [(one.old.ref, one.new.ref) for one in steps(swapped)] == [("0", "1")]
    soon = history("""
        2024-01-01 abcdefghij link=1
        2024-02-01 abcdefghij link=2
        2024-02-05 abcdefghik link=2
        2024-03-01 abcdefghik link=2
    """)
    assert [(one.old.ref, one.new.ref) for one in steps(soon)] == [("0", "1"), ("1", "2")]
    rotating = history("""
        2024-01-01 abcdefghij link=1
        2024-01-02 abcdefghij link=2
        2024-01-03 abcdefghij link=1
        2024-01-04 abcdefghij link=2
        2024-01-05 abcdefghij link=1
    """)
    assert steps(rotating) == ()


def test_what_was_seen_once_at_the_end_is_provisional() -> None:
    """It may yet turn out to be a bad capture; a later one confirms it, also with another change on top."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-02-01 abcdefghik
        2024-03-01 abcdefghil
    """)
    assert [one.confirmed for one in steps(judged)] == [True, False]
