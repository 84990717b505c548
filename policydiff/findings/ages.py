"""The ages that a statement on children names.

What comes in is its text; what goes out are numbers.
"""

from __future__ import annotations

import re

from policydiff.findings.month_names import MONTHS

_AGE = re.compile(r"(?<![\d.,/-])(1\d|2[01])(?![\d/-]|[.,]\d)(?:\W+(\w+))?")
"""A number that is an age where children are spoken of, and the word behind it."""


def ages_of(text: str) -> frozenset[int]:
    """The numbers of a statement that may be ages: not the day of "12 March", but "under 13 may not"."""
    found = _AGE.findall(text)
    return frozenset(int(age) for age, word in found if word == "may" or word.casefold() not in MONTHS)
