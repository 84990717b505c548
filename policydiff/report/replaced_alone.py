"""One word that gave way to another one that is nearly the same, everywhere, and nothing else did.

"email" that became "mail address" in four sentences is no news, and four quotes would make it some. The two
share all letters of one of them; a word that only stands beside the new one ("mail address") stood beside the
old one, too, elsewhere in the same changes. Names, numbers and words that deny or limit are none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.replaced_words import replacements
from policydiff.text import compared, compared_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.replaced_words import Replacement

_OFTEN, _CHANGES = 3, 2
"""Places and changes in which a word gave way, at least."""
_LETTERS = 4
"""Letters of a word that is known inside another one, at least."""
_PLURAL = 3
"""Letters of a word that may have a sign of the plural, at least."""


def replaced_alone(changed: Sequence[NumberedChange], language: str) -> str:
    """What changed where one word gave way to another one that is nearly the same, behind "only in"; "" if
    anything else did.

    Args:
        changed: all changes of words.
        language: of the new text.
    """
    changes = [change for entry in changed for change in entry.changes]
    if len(changes) < _CHANGES or not all(change.edits and change.rewords for change in changes):
        return ""
    spots = [spot for change in changes for spot in replacements(change.edits)]
    if len(spots) < _OFTEN or not all(_is_plain(one, language) for one in spots):
        return ""
    news = [_singular(one.new) for one in spots]
    olds = {_singular(one.old) for one in spots}
    core = min(news, key=len)
    if len(olds) > 1 or len(core) != 1 or not _is_alike(next(iter(olds))[0], core[0]):
        return ""
    beside = {word for one in spots for word in _singular(one.before)[-1:]}
    if not all(one[-1:] == core and beside.issuperset(one[:-1]) for one in news):
        return ""
    times = Counter((len(compared_words(one.new)), one.new.strip(), one.old.strip()) for one in spots)
    _, new, old = max(times, key=lambda one: (one[0], -len(one[1]), times[one]))
    return f"one word in {len(spots):,} places: now “{new}”, before “{old}”"


def _is_plain(spot: Replacement, language: str) -> bool:
    """Whether one lower-case word gave way to another, or to one with a word before it, that bind nobody."""
    known = languages.find(language)
    said = compared_words(f"{spot.old} {spot.new}")
    binding = (*known.direction.denial, *known.direction.only, *known.direction.condition) if known else ()
    is_lower = f"{spot.old}{spot.new}".islower()
    is_one = len(compared_words(spot.old)) == 1 and bool(compared(spot.new))
    return is_lower and is_one and all(map(str.isalpha, said)) and set(binding).isdisjoint(said)


def _singular(said: str) -> tuple[str, ...]:
    """The words of a text without a sign of the plural."""
    return tuple(one.rstrip("s") if len(one) >= _PLURAL else one for one in compared_words(said))


def _is_alike(was: str, now: str) -> bool:
    """Whether one word is another with more letters before or behind it: "mail", "email"."""
    short, long = sorted((was, now), key=len)
    return len(short) >= _LETTERS and short != long and short in long
