"""Words that go and come back, and words that fall out with links: whose doing was it?"""

from __future__ import annotations

import pytest

from policydiff.history import judge_sightings, returned, steps
from policydiff.normaliser import normalise
from policydiff.workflows.comparing import compare
from tests.histories import sightings


def told(written: str) -> list[list[str]]:
    """The codes of each step of a history in letters."""
    history = judge_sightings(sightings(written))
    return [[reason.code for reason in returned(history, step)] for step in steps(history)]


def test_what_comes_back_to_the_letter() -> None:
    """Both steps say so: the one that lost it, and the one that has it again, with the days."""
    written = """2024-01-01 abcdefghijklmnop
                 2024-02-01 abcdefghijklmn
                 2024-03-01 abcdefghijklmnq
                 2024-04-01 abcdefghijklmnqop"""
    assert told(written) == [["came-back"], [], ["stood-before"]]
    history = judge_sightings(sightings(written))
    first, _, last = (returned(history, step)[:1] for step in steps(history))
    assert "came back on 1 April 2024" in first[0].sentence
    assert "perhaps the recorder had lost them" in first[0].sentence
    assert "until 1 January 2024" in last[0].sentence


def test_what_is_replaced_was_not_lost() -> None:
    """A promise that is exchanged and comes back is told without a guess whose doing it was."""
    written = """2024-01-01 abcdefghijklmnop
                 2024-02-01 abcdefghijklmnxy
                 2024-03-01 abcdefghijklmnxyz
                 2024-04-01 abcdefghijklmnzop"""
    history = judge_sightings(sightings(written))
    first = returned(history, steps(history)[0])[0]
    assert first.sentence == "Words that went came back on 1 April 2024, the same to the letter"


def test_what_never_comes_back_is_gone() -> None:
    """Nothing is said of ordinary changes."""
    assert told("""2024-01-01 abcdefghijklmnop
                   2024-02-01 abcdefghijklmn
                   2024-03-01 abcdefghijklmnq""") == [[], []]


LINKED = """# Privacy Policy

Last updated: 3 March 2025

Write to [our office](https://acme.example/office) or to privacy@acme.example to use your rights.

You can [object here](https://acme.example/object) to advertising, and read of partners.

See [the list of partners](https://acme.example/p) with whom we share data, and why we do.

We keep your data for 30 days after you [close your account](https://acme.example/close) with us.

We do not sell your personal data to anybody, at any time.
"""


def codes(new: str) -> list[str]:
    sides = [normalise(text.encode(), content_type="text/markdown") for text in (LINKED, new)]
    return [reason.code for reason in compare(*sides).reasons]


def test_words_of_links_that_fall_out() -> None:
    """The sentences have holes where links stood: a doubt, and no silent change."""
    lost = LINKED
    for link in ("[our office](https://acme.example/office)", "[object here](https://acme.example/object)",
                 "[the list of partners](https://acme.example/p)", "privacy@acme.example"):  # fmt: skip
        lost = lost.replace(link, "")
    lost = lost.replace("We do not sell your personal data to anybody, at any time.\n", "")
    found = codes(lost)
    assert "links-lost" in found
    assert "silent-change" not in found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We do not sell your personal data to anybody, at any time.\n", ""),
        ("or to privacy@acme.example ", ""),
        ("30 days", "90 days"),
        ("[object here](https://acme.example/object)", "[say no](https://acme.example/object)"),
        ("to advertising, and", "and"),
    ],
)
def test_words_that_somebody_took_out(before: str, after: str) -> None:
    """One address, a promise, a phrase: changes as they are made."""
    assert "links-lost" not in codes(LINKED.replace(before, after))
