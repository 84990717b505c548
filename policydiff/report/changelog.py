"""Findings that rest on a list of changes which the policy keeps of itself.

In: a finding. Out: whether all its words stand below headings that are days ("26 October 2021"). What such a
list says of a change was changed in the policy itself, then or long ago, and is no statement of today; when
the list came to the page, all of it looks new. It is reported for completeness and never leads.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.calendar_dates import read_dates

if TYPE_CHECKING:
    from policydiff.models import Finding

_REST = 12
"""Letters beside the day in a heading that is one: "26 October 2021 (latest)"."""


def is_of_changelog(finding: Finding) -> bool:
    """Whether it rests on nothing but words below headings that are days."""
    pairs = [(one.old, one.new) for one in finding.statements] or [(finding.old, finding.new)]
    quotes = [quote for pair in pairs for quote in pair if quote]
    return bool(quotes) and all(quote.path and _is_day(quote.path[-1]) for quote in quotes)


@lru_cache(maxsize=4096)
def _is_day(heading: str) -> bool:
    dates = read_dates(heading)
    return len(dates) == 1 and len(heading) - (dates[0].end - dates[0].start) <= _REST
