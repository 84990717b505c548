"""The region whose law a sentence is about: names of laws, authorities and regions, by region.

The policies of two regions seldom differ in a label: they differ in the law they cite, the authority they
send people to and the company that is responsible. The names are those of `laws.names` and of
`identity.regions` of the languages' files, in lower case, with a word boundary on both sides.
"""

from __future__ import annotations

import re
from functools import cache

from policydiff import languages

_REGIONS = {
    "EU": "EU", "UK": "UK", "US": "US", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland", "IN": "India",
    "JP": "Japan", "KR": "Korea", "AU": "Australia",
}  # fmt: skip
"""What each region is called."""
_STATES = {"US": ("US-CA",)}
"""Parts of a region that have laws of their own."""


@cache
def _names() -> re.Pattern[str]:
    """The names of all regions, each region a group."""
    return re.compile("|".join(rf"(?P<{region}>\b(?:{'|'.join(_of(region))})\b)" for region in _REGIONS))


def _of(region: str) -> tuple[str, ...]:
    places = languages.all_lines(lambda one: one.identity.regions.get(region, ()))
    return (*places, *languages.law_names(region, *_STATES.get(region, ())))


def named(text: str) -> tuple[str, ...]:
    """The regions whose law or authorities a text names, each once, in the order of the table.

    >>> named("The GDPR and the UK GDPR give you rights.")
    ('EU', 'UK')
    """
    found = {match.lastgroup for match in _names().finditer(text.casefold())}
    return tuple(called for region, called in _REGIONS.items() if region in found) if found else ()
