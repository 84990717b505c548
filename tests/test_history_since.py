"""Since when does it say that: runs of presence, of cases in letters and of any history with noise in it."""

from __future__ import annotations

import string
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.history import runs
from tests.histories import history, says

Told = list[tuple[str, str, str | None]]


def told(written: str, letter: str) -> Told:
    """First and last sighting of each run, and what ended it."""
    judged = history(written)
    return [
        (run.first.ref, run.last.ref, run.ended_by.ref if run.ended_by else None)
        for run in runs(judged, says(judged, letter))
    ]


CASES: dict[str, tuple[str, Told]] = {
    "never": (
        """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghik
        """,
        [],
    ),
    "from the first capture on": (
        """
        2024-01-01 abcdefghiX
        2024-02-01 abcdefgjiX
        """,
        [("0", "1", None)],
    ),
    "came and went": (
        """
        2024-01-01 abcdefghij
        2024-02-01 abcdefghijX
        2024-03-01 abcdefgkijX
        2024-04-01 abcdefgkij
        """,
        [("1", "2", "3")],
    ),
    "an error page in between neither ends nor begins it": (
        """
        2024-01-01 abcdefghiX
        2024-02-01 X bad
        2024-03-01 z bad
        2024-04-01 abcdefghiX
        2024-05-01 abcdefghij
        2024-05-02 X bad
        """,
        [("0", "3", "4")],
    ),
    "half a page in between does not end it": (
        """
        2024-01-01 abcdefghiX
        2024-02-01 abcde
        2024-02-02 abcdefghiX
        """,
        [("0", "2", None)],
    ),
    "another variant that never had it says nothing": (
        """
        2024-01-01 abcdefghX€ by=Lumio_Ireland_Limited
        2024-01-02 abcdopqr$ by=Lumio_Inc
        2024-01-03 abcdefghX€ by=Lumio_Ireland_Limited
        2024-02-01 abcdopqs$ by=Lumio_Inc
        2024-03-01 abcdopqt$ by=Lumio_Inc
        """,
        [("0", "2", None)],
    ),
    "one variant drops it while the other goes on saying it": (
        """
        2024-01-01 abcdefghX€ by=Lumio_Ireland_Limited
        2024-01-02 abcdopqrX$ by=Lumio_Inc
        2024-01-03 abcdefghX€ by=Lumio_Ireland_Limited
        2024-02-01 abcdopqr$ by=Lumio_Inc
        2024-03-01 abcdefghX€ by=Lumio_Ireland_Limited
        2024-04-01 abcdefgh€ by=Lumio_Ireland_Limited
        """,
        [("0", "4", "5")],
    ),
    "a page that alternates says it from the first to the last time": (
        """
        2024-01-01 abcdefghij
        2024-01-03 abcdefghiX
        2024-01-04 abcdefghij
        2024-01-08 abcdefghiX
        2024-01-09 abcdefghij
        2024-02-10 abcdefghik
        """,
        [("1", "3", "4")],
    ),
    "an old page read anew does not bring it back": (
        """
        2024-01-01 abcdefghiX
        2024-02-01 abcdefghij
        2024-05-01 abcdefghiX technical
        2024-05-01 abcdefghij
        """,
        [("0", "0", "1")],
    ),
    "two texts that alternate through a rewrite keep what is their own": (
        """
        2024-01-01 abcdefghijX
        2024-01-02 abcdefghij-
        2024-01-03 abcdefghijX
        2024-01-04 abcdefghij-
        2024-01-05 ABCDEFGHIJ-
        2024-01-06 ABCDEFGHIJX
        2024-01-07 ABCDEFGHIK-
        2024-01-08 ABCDEFGHIKX
        """,
        [("0", "7", None)],
    ),
    "what goes with a rewrite and returns when that is withdrawn, with other changes": (
        """
        2024-01-01 abcdefghXj
        2024-02-01 abcdefklmn
        2024-03-20 abcdefghXo
        """,
        [("0", "0", "1"), ("2", "2", None)],
    ),
    "gone for days and back, in a text not seen before": (
        """
        2024-01-01 abcdefghijX
        2024-02-01 abcdefghik
        2024-02-03 abcdefghilX
        2024-03-01 abcdefghim
        """,
        [("0", "2", "3")],
    ),
    "a true return, in a text not seen before, is told": (
        """
        2024-01-01 abcdefghijX
        2024-02-01 abcdefklmn
        2024-03-01 abcdefklmnX
        """,
        [("0", "0", "1"), ("2", "2", None)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_runs_of_presence(case: str) -> None:
    """X is what is asked for."""
    written, expected = CASES[case]
    assert told(written, "X") == expected


def test_a_run_says_what_was_there_before_and_what_it_lacks_inside() -> None:
    """The brackets are the last good capture before, and long times in which only another text was seen."""
    judged = history("""
        2024-01-01 abcdefghij
        2024-02-01 z bad
        2024-03-01 abcdefghiX
        2024-04-01 abcdefghik
        2024-06-01 abcdefghiX
    """)
    (run,) = runs(judged, says(judged, "X"))
    assert run.not_before is not None
    assert run.not_before.ref == "0"
    assert [(first.ref, last.ref) for first, last in run.without] == [("3", "3")]


def test_a_stretch_is_shown_by_two_sightings_of_one_variant() -> None:
    """What came before the first sighting of a variant, or between two of another, is of that other one."""
    judged = history("""
        2024-01-01 abcdefgh€ by=Lumio_Ireland_Limited
        2024-01-02 abcdopqrX$ by=Lumio_Inc
        2024-01-03 abcdefgh€ by=Lumio_Ireland_Limited
        2024-02-01 abcdefghX€ by=Lumio_Ireland_Limited
        2024-03-01 abcdopqrX$ by=Lumio_Inc
        2024-03-02 abcdefghX€ by=Lumio_Ireland_Limited
        2024-04-01 abcdopqr$ by=Lumio_Inc
        2024-04-02 abcdefgh€ by=Lumio_Ireland_Limited
    """)
    (run,) = runs(judged, says(judged, "X"))
    assert run.came is None
    assert run.went is not None
    assert {seen.ref for seen in run.went} <= {"1", "4", "6"}


@st.composite
def noisy(draw: st.DrawFn) -> tuple[str, str, tuple[int, int]]:
    """A policy that gains and loses sentences for ever, with noise between: lines, a letter, its stretch.

    The page may alternate between two texts all the time, and may be served for another region now and then.
    """
    letters = list(string.ascii_lowercase + string.ascii_uppercase)
    text, unused = letters[:20], letters[20:]
    elsewhere = list("αβγδεζηθικλμνξοπ") + text[:8]
    day, lines, states = date(2020, 1, 1), list[str](), list[str]()
    alternates = draw(st.booleans())

    def seen(written: str, *flags: str, days: int, state: str = "") -> None:
        nonlocal day
        day += timedelta(days=days)
        lines.append(" ".join((day.isoformat(), written, *flags)))
        states.append(state)

    def policy(days: int) -> None:
        first = draw(st.booleans()) if alternates else True
        for other in (first, not first) if alternates else (first,):
            written = "".join(text) + "€" + ("+" if other else "-")
            seen(written, "by=Lumio_Ireland_Limited", days=days, state=written)

    for _ in range(draw(st.integers(2, 8))):
        policy(30)
        noise = draw(st.sampled_from(["", "", "bad", "cut", "joined", "other", "french", "region"]))
        if noise == "bad":
            seen("".join(draw(st.permutations(text))[:3]), "bad", days=1)
        elif noise == "cut":
            seen("".join(text[: draw(st.integers(6, 12))]), days=1)
        elif noise == "joined":
            seen("".join(text) + "€+#", "by=Lumio_Ireland_Limited", days=1)
        elif noise == "other":
            seen("0123456789!?", days=1)
        elif noise == "french":
            seen("".join(text[::-1]) + "ÀÉ", "fr", days=1)
        elif noise == "region":
            seen("".join(elsewhere) + "$", "by=Lumio_Inc", days=1)
            elsewhere = elsewhere[1:] if draw(st.booleans()) else elsewhere
        if noise:
            policy(1)
        for _ in range(draw(st.integers(1, 3))):
            text.remove(draw(st.sampled_from(text)))
            text.append(unused.pop(0))
    policy(30)
    letter = draw(st.sampled_from([one for one in letters if any(one in state for state in states)]))
    asked = letter not in elsewhere
    having = [place for place, state in enumerate(states) if letter in state]
    return (
        "\n".join(lines),
        letter if asked else "€",
        (having[0], having[-1]) if asked else (0, len(states) - 1),
    )


@settings(max_examples=300, deadline=None)
@given(noisy())
def test_noise_moves_no_run(case: tuple[str, str, tuple[int, int]]) -> None:
    """Whatever bad captures, other pages and variants lie between: each sentence has the stretch it had."""
    written, letter, truth = case
    assert [(int(first), int(last)) for first, last, _ in told(written, letter)] == [truth]
