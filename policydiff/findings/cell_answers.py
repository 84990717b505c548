"""What a cell of a table answers to its row and column: "Yes", "No", or a mark that stands for one.

A tick and a cross say yes and no by themselves. Other marks say it only against each other: an "x" means yes
where the other version has a dash or an empty box ("Shared: ☐" became "Shared: ☒"), and no where it has a
tick.
"""

from __future__ import annotations

from functools import cache

from policydiff import languages
from policydiff.models import EMPTY, TICKED

_TICKS = frozenset(f"✓✔✅🗸🟢●⬤■+{TICKED}")
_CROSSES = frozenset("✗✘✕✖❌❎⨯×☒🗙🔴x")
_BLANKS = frozenset(f"○◯□–—−-{EMPTY}")
_TRIMMED = " .*\ufe0e\ufe0f"
"""What may stand around an answer: a full stop, the mark of a footnote, how a mark is to be drawn."""


def new_cell_answer(old: str, new: str) -> bool | None:
    """What a cell says now where it said the opposite: True for yes; None if it does not.

    >>> new_cell_answer("No", "Yes"), new_cell_answer("✓", "x"), new_cell_answer("–", "x")
    (True, False, True)
    """
    was, now = _trimmed(old), _trimmed(new)
    if {was, now} & _CROSSES and {was, now} & _BLANKS:
        return now in _CROSSES
    answers = _answers()
    if was not in answers or now not in answers or answers[was] is answers[now]:
        return None
    return answers[now]


def word_for_mark(text: str, language: str) -> str:
    """The word of a language that a mark stands for by itself: "yes", "non"; "" if the text is no mark.

    >>> word_for_mark("✓", "fr"), word_for_mark("x", "en"), word_for_mark("Yes", "en")
    ('oui', '', '')
    """
    mark, words = _trimmed(text), languages.find(language)
    if words is None or len(mark) != 1 or mark.isalnum():
        return ""
    answer = _answers().get(mark)
    said = () if answer is None else words.findings.yes if answer else words.findings.no
    return max(sorted(said), key=len, default="")


def _trimmed(text: str) -> str:
    """A cell as it is compared; of a mark and the word that it stands for ("✔Yes") the word alone."""
    said, answers = text.casefold().strip(_TRIMMED), _answers()
    word = said[1:].strip(_TRIMMED)
    return word if word in answers and answers.get(said[0]) is answers[word] else said


@cache
def _answers() -> dict[str, bool]:
    """Everything that says yes or no, in all languages together: texts mix them."""
    yes = {word for one in languages.every() for word in one.findings.yes} | _TICKS
    no = {word for one in languages.every() for word in one.findings.no} | _CROSSES | _BLANKS
    return {**dict.fromkeys(yes, True), **dict.fromkeys(no, False)}
