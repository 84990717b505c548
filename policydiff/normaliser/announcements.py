"""Announcements: strips, banners and dialogs that tell of a change of the policy, or of a new use of data.

In comes the text of one block, out comes whether it announces. It has to name a day (or a month of a year),
and either a document and that it changes, or what "we" will do with data from that day on. What sells
something announces nothing, whatever it says will change.
"""

from __future__ import annotations

import re
from functools import lru_cache

from policydiff.normaliser import announcewords, boxes

_SHORTEST, _LONGEST = 25, 2_000
"""Characters of a paragraph that may announce a change."""
_YEAR = re.compile(r"\b20\d\d\b")
_DAY = re.compile(announcewords.DAY)
_POLICY = re.compile(announcewords.POLICY)
_CHANGE = re.compile(announcewords.CHANGE)
_WILL = re.compile(announcewords.WILL)
_WHAT = re.compile(announcewords.WHAT)
_UPDATED = re.compile(announcewords.UPDATED)


@lru_cache(maxsize=512)
def says_updated(text: str) -> bool:
    """Whether a text says that "we" changed a policy."""
    return len(text) <= _LONGEST and _UPDATED.search(text.lower().replace("’", "'")) is not None


@lru_cache(maxsize=512)
def announces(text: str) -> bool:
    """Whether a text beside a policy announces a change of it, or what is done with data from some day on."""
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    text = text.lower().replace("’", "'")
    dated = _YEAR.search(text) is not None or _DAY.search(text) is not None
    if not dated:
        return False
    changes = _POLICY.search(text) is not None and _CHANGE.search(text) is not None
    uses = _WILL.search(text) is not None and _WHAT.search(text) is not None and _DAY.search(text) is not None
    return (changes or uses) and not boxes.sells(text)
