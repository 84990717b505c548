"""Quotes of the policy shortened for a reader, so that their promise stays in them.

A quote is shown whole, or without dispensable clauses. Next to a quote of one side, the quote of the other is
reduced to the changed words: unchanged words are replaced by an ellipsis.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.characters import clipped, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.languages.statement_sections import DirectionWords
    from policydiff.models import Edit, EditOperation, Quote

_MOST = 900
"""Characters of a quote in a lede that no sentence of a policy has, shortened: words that are not cut in
sentences, or made to hurt."""
_BESIDE, _NEAR = 4, 12
"""Unchanged words beside a change by which a reader finds it in the sentence, at least and at most."""
_TAIL = 5
"""Words behind the last change that are worth one."""
_LEAST = 8
"""Words between two changes that are worth an ellipsis."""
_PAUSES = ",;:.!?"
_CLAUSE = re.compile(r"(?<=[,;:])\s+|\s+(?=[(–—])|(?<=\))\s+")


def in_short(quote: Quote) -> str:
    """A quote without its dispensable clauses.

    >>> from policydiff.models import Quote
    >>> in_short(Quote("We sell, to put it in a nutshell, your data.", 0, short="We sell … your data."))
    'We sell … your data.'
    """
    return clipped(visible(quote.short or quote.text), _MOST)


def beside_edits(edits: Sequence[Edit], side: EditOperation) -> str:
    """What changed on one side with the words beside it; "" if that is not much less than all of it.

    Args:
        edits: the change.
        side: "delete" for the old side, "insert" for the new one.

    >>> from policydiff.models import Edit
    >>> shared = "We keep the list of the books that you lend "
    >>> gone, came = Edit("delete", "for 30 days.", ""), Edit("insert", "", "for ever.")
    >>> beside_edits((Edit("equal", shared, shared), gone, came), "delete")
    '… books that you lend for 30 days.'
    """
    texts = [(edit.operation, edit.old if side == "delete" else edit.new) for edit in edits]
    whole = visible("".join(text for _, text in texts)).split()
    kept = sum(len(text.split()) for operation, text in texts if operation == "equal")
    if 2 * kept <= len(whole):
        return ""
    parts: list[str] = []
    inside_word = False
    last = len(texts) - 1
    for place, (operation, text) in enumerate(texts):
        shown = visible(text).split()
        if operation == "equal":
            shown = _beside(shown, behind_edit=place > 0, before_edit=place < last)
        if parts and shown and inside_word and not text[0].isspace():  # "third-" and "party"
            parts[-1] += shown.pop(0)
        parts += shown
        inside_word = not text[-1].isspace() if text else inside_word
    return clipped(" ".join(parts), _MOST) if any(part != "…" for part in parts) else ""


def _beside(words: Sequence[str], *, behind_edit: bool, before_edit: bool) -> list[str]:
    """Unchanged words without those far from a change, cut between clauses where a clause ends near it."""
    ends = [place + 1 for place, word in enumerate(words) if word[-1] in _PAUSES]
    after = next((end for end in ends if _BESIDE <= end <= _NEAR), _BESIDE) if behind_edit else 0
    starts = [len(words) - end for end in reversed(ends)]
    before = next((rest for rest in starts if _BESIDE <= rest <= _NEAR), _BESIDE) if before_edit else 0
    least = _LEAST if behind_edit and before_edit else _TAIL if behind_edit else 2
    if len(words) <= after + before + least:
        return list(words)
    return [*words[:after], "…", *(words[-before:] if before else ())]


def denies(said: str, language: str) -> bool:
    """Whether a sentence denies something in its first words.

    >>> denies("We never sell your list.", "en"), denies("If you ask, we do not sell it.", "en")
    (True, False)
    """
    return _denial(language).search(_CLAUSE.split(said)[0]) is not None


@lru_cache(maxsize=64)
def _denial(language: str) -> re.Pattern[str]:
    return any_of(direction(language).denial)


def direction(language: str) -> DirectionWords:
    """The words of a language by which statements are read, those of English if it is not known."""
    known = languages.find(language) or languages.find(languages.FALLBACK)
    assert known is not None
    return known.direction


def any_of(lines: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some entries of `DirectionWords`."""
    forms = [
        re.escape(line).replace(r"\*", r"\w*").replace(r"\ ", r"\W+").replace("'", r"\W") for line in lines
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
