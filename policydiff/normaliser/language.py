"""Which language a document is in, and how it was found.

In: clauses and the declaration of the page (`lang`). Out: a language code and the reason. The most frequent
small words of a language ("the", "der", "les") fill a third of any text in it: counting them in a sample
settles the language without a model. A declaration is believed unless the words contradict it: templates
declare "en" for pages in every language. Languages without rules are in the table only so that they are not
taken for a related language.

What this gets wrong: a document of two languages in halves is given the one with more words; a text of a
few dozen words has too few of the small ones to be told from its neighbour (Norwegian and Danish, Galician
and Portuguese) and keeps what was declared.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause, Language

_SAMPLE = 5000
"""Characters that are looked at, taken from all over the document."""
_FEWEST = 12
"""Function words below which a text says nothing about its language."""
_MARGIN = 1.3
"""How many times as many of them the language needs as the second one."""
_GLANCE, _CLEAR = 4, 2.5
"""The share of each piece of the sample that is looked at first, and the margin that then settles it."""
_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_LETTERS = bytes(code if code >= 0x80 or chr(code).isalpha() else ord(" ") for code in range(256))
"""A table that replaces all of ASCII but its letters by blanks; translating bytes is ten times as fast as a
str."""
_SIGNS = "’‘“”„«»–—…"
"""Signs of print that are no ASCII."""


def identify(clauses: Sequence[Clause], *, declared: str) -> tuple[Language, str]:
    """The language code ("" if unknown) and the reason.

    Args:
        clauses: the document.
        declared: the language tag of the page ("en", "en-GB"), or "".
    """
    found = _CODE.fullmatch(declared.strip())
    said = found[1].lower() if found else ""
    counted = _by_words(clauses) or _by_script(clauses)
    if not counted:
        return (said, "declared, too few words to check") if said else ("", "")
    if counted == said:
        return said, "declared and function words"
    if not said:
        return counted, "function words"
    if said not in _marks().function_words and not _is_sure(counted, said):
        # Norwegian or Catalan look like their neighbours to a table that does not hold them.
        return said, "declared, not checked"
    return counted, f"function words, against the declared {said!r}"


def is_one(clauses: Sequence[Clause]) -> bool:
    """Whether a document is in one language: of its parts, hardly any is in another than most."""
    size = max(1, len(clauses) // 20)
    parts = (clauses[place : place + size] for place in range(0, len(clauses), size))
    found = [code for part in parts if (code := identify(part, declared="")[0])]
    return not found or Counter(found).most_common(1)[0][1] * 8 >= len(found) * 7


def _is_sure(counted: str, said: str) -> bool:
    """Whether words cannot be of the declared language: another script has it, or it is no neighbour."""
    marks = _marks()
    if counted in marks.scripts:
        return said in marks.latin
    return said in marks.scripts or (counted in marks.neighbours and said not in marks.neighbours[counted])


class _LanguageMarks(NamedTuple):
    """The words and letters by which languages are recognised."""

    function_words: dict[str, frozenset[str]]
    """By language."""
    codes: tuple[str, ...]
    """Of these languages, in the order in which one is taken of several that have as many words."""
    languages_of_word: dict[str, tuple[str, ...]]
    """Each small word with the languages that have it."""
    scripts: dict[str, re.Pattern[str]]
    """Letters that tell a language. Japanese stands before Chinese, whose signs it has too."""
    latin: frozenset[str]
    """Codes of languages that are written in Latin letters."""
    neighbours: dict[str, frozenset[str]]


@cache
def _marks() -> _LanguageMarks:
    words = languages.by_language(lambda one: one.recognition.function_words)
    return _LanguageMarks(
        words,
        tuple(sorted(words)),
        {
            word: tuple(code for code in words if word in words[code])
            for word in sorted(frozenset().union(*words.values()))
        },
        {
            code: re.compile(letters)
            for code, letters in languages.by_language(lambda one: one.recognition.letters).items()
        },
        frozenset(code for one in languages.every() if one.writing.latin for code in (one.code, *one.also)),
        languages.by_language(lambda one: one.recognition.neighbours),
    )


def _by_words(clauses: Sequence[Clause]) -> Language:
    pieces = _sample(clauses)
    begun = [piece[: len(piece) // _GLANCE] for piece in pieces]
    return _counted(begun, _CLEAR) or _counted(pieces, _MARGIN)


def _counted(pieces: list[str], margin: float) -> Language:
    """The language that most function words are of, "" if a second one comes near."""
    words = _words([piece.lower() for piece in pieces])
    marks = _marks()
    counts = dict.fromkeys(marks.codes, 0)
    times = Counter(map(marks.languages_of_word.get, words))
    for codes, number in times.items():
        for code in codes or ():
            counts[code] += number
    first, second, *_ = sorted(counts, key=counts.__getitem__, reverse=True)
    enough = counts[first] >= max(_FEWEST, len(words) * 0.12)
    return first if enough and counts[first] >= counts[second] * margin else ""


def _sample(clauses: Sequence[Clause]) -> list[str]:
    """Pieces of clauses taken at equal distances, so that a foreign banner or notice does not decide."""
    prose = [clause.text for clause in clauses if len(clause.text) > 40] or [
        clause.text for clause in clauses
    ]
    taken = prose[:: len(prose) // 40 + 1]
    if len(taken) < 5:
        whole = " ".join(taken)
        taken = [whole[at : at + 300] for at in range(0, len(whole), max(300, len(whole) // 20))]
    size = max(100, _SAMPLE // max(1, len(taken)))
    return [text[:size] for text in taken]


def _words(texts: list[str]) -> list[str]:
    """Runs of letters; the rare signs beside those of print stay with the word at which they stand."""
    text = " ".join(texts)
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text.encode("utf-8", "replace").translate(_LETTERS).decode().split()


def _by_script(clauses: Sequence[Clause]) -> Language:
    text = "".join(clause.text[:200] for clause in clauses[:: max(1, len(clauses) // 40)])
    for code, letters in _marks().scripts.items():
        if len(letters.findall(text)) * 4 > len(text) > 40:
            return code
    return ""
