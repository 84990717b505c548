"""Searching many texts within a bounded time."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from policydiff.errors import UnusableOption
from policydiff.pattern_search import check, of_words, search, sentence

TEXTS = {
    "a": "We keep data. We train models on it. You can object.",
    "b": "Nothing.",
    "c": "",
    "d": "汉字 \ud800 train",
}


def test_which_texts_match_and_where() -> None:
    """Texts without a match are left out; the others come with the sentence, whatever letters they hold."""
    assert search("train", TEXTS) == {"a": "We train models on it.", "d": "汉字 \ud800 train"}
    assert search("none", TEXTS) == {}
    assert search("none", {}) == {}


@pytest.mark.parametrize(
    ("pattern", "quote"),
    [
        ("models", "Data from which models learn"),
        ("partners", "Partners give us data."),
        ("learn partners", "Data from which models learn Partners give us data."),
    ],
)
def test_a_quote_ends_where_its_clause_ends(pattern: str, quote: str) -> None:
    """A heading and the sentence below it are no quote in one; who asks for words of both gets both."""
    text = "Our company\nData from which models learn\nPartners give us data. You can object."
    assert search(f"(?i){pattern}", {"a": text}) == {"a": quote}
    long = "\n".join(("word " * 80, text, "word " * 80))
    assert search(f"(?i){pattern}", {"a": long}) == {"a": quote}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\w+\s?)+~", r"(a|aa)+$"])
def test_a_pattern_that_never_ends_is_ended(pattern: str) -> None:
    """Repetitions inside repetitions take longer than anybody lives: the search gives up in time."""
    check(pattern)
    with pytest.raises(UnusableOption, match="took more than 1 seconds"):
        search(pattern, {"a": "a" * 60 + "b"}, seconds=1)


@pytest.mark.parametrize(
    "pattern", ["(", "[a", "*", "(?P<a>x)(?P<a>y)", "a{2,1}", "\\", "x*", "", "(a|)", "a{99999999999}"]
)
def test_what_is_refused(pattern: str) -> None:
    """No regular expression, and what every text matches."""
    with pytest.raises(UnusableOption):
        check(pattern)


_ASKED = """
import resource, sys
from contextlib import suppress
from policydiff.errors import UnusableOption
from policydiff.pattern_search import check
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with suppress(UnusableOption):  # some are only long
    check(sys.stdin.read())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""In a process of its own: what other tests started counts among the children of this one."""


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:(?:(?:b|){2000}){2000}){2000}",
        "(" * 50_000,
        "x{4294967294}" * 99,
    ],
    ids=range(3),
)
def test_a_pattern_cannot_take_the_memory_of_the_machine(pattern: str) -> None:
    """It is compiled where time and memory are bounded: never in the process that asks."""
    asked = subprocess.run(
        [sys.executable, "-c", _ASKED], input=pattern, capture_output=True, text=True, check=True
    )
    own, children = map(int, asked.stdout.split())  # kilobytes
    assert own < 50_000
    assert children < 1_000_000
    with pytest.raises(UnusableOption, match=r"memory|seconds|expression"):
        check("(?:(?:(?:b|){2000}){2000}){2000}")


@pytest.mark.parametrize("pattern", ["x+", r"\bAI\b", "[[a]", "(?i)a", "a|b", "é"])
def test_what_is_not_refused(pattern: str) -> None:
    """Also what Python has something to remark on."""
    check(pattern)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("AI", "said", False), ("AI", "our ai,", True), ("your  DATA", "Your data.", True),
        ("a.c", "abc", False),
        ("(legal)", "a (Legal) basis", True), ("C++", "in c++", True), ("sell", "sells", False),
        ("data,", "data, too", True),
    ],
)  # fmt: skip
def test_literal_words(words: str, text: str, *, found: bool) -> None:
    """Whole words in their order; what they hold has no other meaning."""
    assert bool(re.search(of_words(words), text)) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One. Here it is! Three.", "Here it is!"),
        ("One. it is! Three.", "it is!"),
        ("Here it is", "Here it is"),
        ("Heading ------ Here it is.", "Here it is."),
        ("A cell,<br>and<br />it is<br><br>too.", "A cell, and it is too."),
        ("x " * 200 + "Here it is" + " y" * 200, "… " + "x " * 77 + "Here it is" + " y" * 79 + " …"),
        ("Version 2.5 of it: Here it is.", "Here it is."),
    ],
)
def test_the_sentence_around_a_match(text: str, told: str) -> None:
    """From the end of the one before to its own end, cut at words where it is long."""
    start = text.index("it is")
    assert sentence(text, start, start + 5) == told
