"""Many expressions as one pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policydiff import languages
from policydiff.normaliser import alternatives

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.languages import LanguageWords

_EXPRESSIONS = [
    "a?b",
    "(?:x|y)?z",
    "one|other",
    "(?:page|file) not (?:a|b)",
    "(?:p(?:q|r))s",
    "[a|b]c",
    "[éè]t",
    "(?:(?:big|small) )?house",
    "(?:g|h)+i",
    "[1-9]k",
    "(?:" + "|".join(f"m{n}" for n in range(99)) + ")n",
    r"\|d",
    "pages",
]


@pytest.mark.parametrize(
    "text",
    [
        "b",
        "ab",
        "z",
        "xz",
        "one",
        "other",
        "page not a",
        "file not b",
        "pqs",
        "ac",
        "|c",
        "|d",
        "pages",
        "ét",
        "house",
        "big house",
        "small house",
        "ghi",
        "2k",
        "m7n",
    ],
)
def test_each_expression_is_found(text: str) -> None:
    """However it begins, and wherever it has a choice."""
    assert re.fullmatch(alternatives.any_of(_EXPRESSIONS), text)


@pytest.mark.parametrize(
    "text",
    ["", "x", "oneother", "oother", "page", "not a", "file", "bd", "pagepages", "t", "big", "i", "m99n"],
)
def test_nothing_else_is_found(text: str) -> None:
    """Sorting must not join what stood in two expressions."""
    assert not re.fullmatch(alternatives.any_of(_EXPRESSIONS), text)


def _tools(one: LanguageWords) -> tuple[str, ...]:
    return one.buttons.tools


def _openers(one: LanguageWords) -> tuple[str, ...]:
    return one.buttons.openers


def _errors(one: LanguageWords) -> tuple[str, ...]:
    return one.pages.error


@pytest.mark.parametrize("pick", [_tools, _openers, _errors])
def test_plain_expressions_of_the_tables_are_found(pick: Callable[[LanguageWords], tuple[str, ...]]) -> None:
    """Every expression without signs of its own fits itself, as it did in the plain pattern."""
    parts = languages.all_lines(pick)
    pattern = re.compile(alternatives.any_of(parts))
    plain = [part for part in parts if re.fullmatch(r"[\w' ]+", part)]
    assert plain
    assert all(pattern.fullmatch(one) for one in plain)
