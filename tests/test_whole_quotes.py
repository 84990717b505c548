"""Two quotes of one statement hold the same sentences, as far as their clauses do."""

from __future__ import annotations

import pytest

from policydiff.models import Quote
from policydiff.report.whole_quotes import with_the_same_sentences


def quote(clause: str, text: str) -> Quote:
    return Quote(text, 0, clause.index(text))


KEEP, ASK = "We keep your list for a year.", "Ask us at any time and we burn it."
LONG = " ".join(f"Word {number} of a long tale." for number in range(20))


@pytest.mark.parametrize(
    ("olds", "old", "news", "new", "before", "now"),
    [
        (  # one statement was cut in two there, and told as one here
            f"{KEEP} {ASK}", KEEP,
            f"We keep your list for two years. {ASK}", f"We keep your list for two years. {ASK}",
            f"{KEEP} {ASK}", f"We keep your list for two years. {ASK}",
        ),
        (  # what is really new stays new
            f"{KEEP} Nobody else sees it.", KEEP,
            f"{KEEP} {ASK}", f"{KEEP} {ASK}",
            KEEP, f"{KEEP} {ASK}",
        ),
        (  # a phrase that comes twice in a clause is no sentence that is left out
            f"Children under the age of ten may not lend books. {KEEP} Nobody under the age of ten lends.",
            "Nobody under the age of ten lends.",
            "Nobody under the age of nine lends.", "Nobody under the age of nine lends.",
            "Nobody under the age of ten lends.", "Nobody under the age of nine lends.",
        ),
        (  # far away it is another matter
            f"{KEEP} {LONG} {ASK}", KEEP,
            f"We keep your list for two years. {ASK}", f"We keep your list for two years. {ASK}",
            KEEP, f"We keep your list for two years. {ASK}",
        ),
    ],
)  # fmt: skip
def test_a_quote_grows_to_what_the_other_one_holds(
    olds: str, old: str, news: str, new: str, before: str, now: str
) -> None:
    found = with_the_same_sentences(quote(olds, old), quote(news, new), olds, news, "en")
    assert [one.text for one in found] == [before, now]


def test_a_quote_that_is_not_where_it_says_stays() -> None:
    """Several statements as one, or words of another text."""
    old = Quote("No such words.", 0, 3)
    assert with_the_same_sentences(old, quote(ASK, ASK), KEEP, ASK, "en")[0] is old
