"""Whether a changed place deserves a quote beside others: what is known of it -> yes or no.

Editors chose for 363 pairs what they would quote, what else would deserve it, and what they never would. What
the worthiest statement of a place is worth, how many words changed there, and what the rules of `lede_order`
say of it tell these apart together better than each of them alone (`python -m training.deserving`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 2000
"""From which sum on an editor more likely quotes a place than not, in thousandths of his weights."""
_DOUBLED = 500
"""What it adds that twice as many words changed."""
_RULES = 40
"""What a log-odds adds by which the rules put a place before others."""
_NO_FINDING = -12.0


def deserved(worth: int, words: int, rules: float = _NO_FINDING) -> int:
    """What speaks for a quote of a place, in thousandths of an editor's weights; see `LEAST`.

    Args:
        worth: what its worthiest statement is worth.
        words: how many words changed there, of both sides.
        rules: by how much the rules put it before others, in log-odds; of what no finding tells less than of
            most that one does.
    """
    return worth + _DOUBLED * words.bit_length() + round(_RULES * rules)


def words_that_differ(old: Iterable[str], new: Iterable[str]) -> int:
    """How many words of two texts the other has not, or not as often."""
    before, now = (Counter(word.casefold() for text in side for word in text.split()) for side in (old, new))
    return (before - now).total() + (now - before).total()
