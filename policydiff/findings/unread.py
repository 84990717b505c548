"""Statements that came under a new date and that no rule reads.

A page that gives itself a new date and says something new has changed in substance more often than not, also
where no rule knows what it is about. Nothing is claimed of such statements: they are only counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings import dates
from policydiff.findings.facts import content_of
from policydiff.findings.news import news
from policydiff.findings.side import Side
from policydiff.findings.silent import silent
from policydiff.findings.units import reader

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.models import Document, DocumentDiff

_MEANT = 2
"""Words with meaning that an edit must put in or take out to state something."""


def unread(diff: DocumentDiff, old: Document, new: Document, language: str) -> int:
    """How many statements are new although no rule reads them; 0 where the page has no new date.

    Args:
        diff: the alignment of both documents.
        old: the earlier document.
        new: the later document.
        language: the language of both.
    """
    read = reader(language)
    if read is None or not dates.turned(old, new, read.lexicon):
        return 0
    changes = news(diff, Side(old, read), Side(new, read))
    return sum(states(change) for change in changes if not silent(change))


def states(change: News) -> bool:
    """Whether it states something: a new sentence on what is done, or what joined or left one in an edit."""
    if change.kind == "new":
        return bool(change.unit.facts.named("act"))
    stop = change.unit.reader.lexicon.stop
    runs = (cut or put for cut, put in change.swaps if not (cut and put))
    return any(len(content_of(run, stop)) >= _MEANT for run in runs)
