"""Which rights, legal bases and matters a text names, by words: in a sentence, a heading or a list.

The reader of statements reads sentences. A list of rights in headings ("Access", "Erase information") states
as much without a sentence: such rights are reported as named. What a rule of words gets wrong: a heading that
only names a matter ("Deletion of our apps") looks like a right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.optout import way_lexicon
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 12
"""Words of a heading or of an entry in a list; what is longer is a sentence, which the reader reads."""
_ALONE = " alone"
"""Ends the name of a section whose words name their matter where a clause has no others ("Consent")."""


def names(name: str, text: str) -> bool:
    """Whether a text names a right or a basis; true of one that has no words of its own.

    >>> names("withdraw", "You can withdraw your consent."), names("opt-out", "You need not answer.")
    (True, False)
    """
    pattern = way_lexicon.named().get(name)
    return pattern is None or pattern.search(compared(text)) is not None


def named_in(clauses: Iterable[str]) -> dict[str, str]:
    """Of each right, basis and matter that a heading or an entry of a list names the first that does."""
    found: dict[str, str] = {}
    for clause in clauses:
        if len(clause.split()) > _SHORT:
            continue
        folded = compared(clause)
        for name, pattern in way_lexicon.named().items():
            matter = name.removesuffix(_ALONE)
            named = pattern.search(folded) if matter == name else pattern.fullmatch(folded)
            if named and matter not in found:
                found[matter] = clause
    return found
