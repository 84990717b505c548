"""The form of a sentence, whatever it is about: whether it denies, depends on the sentence before it, or
begins with a reason. In: the text of a statement. Out: yes or no.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.findings.vocabulary import PUNCTUATION, tokens_of, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.findings.vocabulary import DirectionVocabulary
    from policydiff.models import Language

_OPENING = 80
"""Characters in which a statement begins."""
_BEGINNING = 240
"""Characters in which a term stands that a statement defines."""
_TERM = re.compile(r"[“\"«„]\s?[^“”\"«»„]{2,40}[”\"»“]")
_TERM_WORDS = 9
"""Words within which a statement that defines a term has come to what that means."""
_FIGURE = re.compile(r"\d")
_BINDING = frozenset({"denial", "turn", "only", "condition"})


def binds(text: str, language: Language) -> bool:
    """Whether words deny or limit: leaving them out of a quote would change its meaning."""
    return bool(_binding(text, language))


def limits(text: str, language: Language) -> bool:
    """Whether words limit and do not deny: "unless you object"."""
    return bool(kinds := _binding(text, language)) and "denial" not in kinds


@lru_cache(maxsize=256)
def _binding(text: str, language: Language) -> frozenset[str]:
    """The kinds of words with which a text denies or limits; both sides of an edit share most clauses."""
    words, tokens = vocabulary(language), tokens_of(text)
    places = (at for at, token in enumerate(tokens) if token not in PUNCTUATION)
    return frozenset().union(*(words.found(tokens, at)[0] & _BINDING for at in places))


def opens(text: str, language: Language) -> bool:
    """Whether a sentence begins with a reason, an aim or a condition, and its main point comes after that."""
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    return bool(tokens) and not words.found(tokens, 0)[0].isdisjoint(("opening", "aim"))


def hangs(text: str, language: Language) -> bool:
    """Whether a sentence opens with a condition or a reason: "Once you turn it off, ..."."""
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    return bool(tokens) and "opening" in words.found(tokens, 0)[0]


def gives_examples(text: str, language: Language) -> bool:
    """Whether words begin a list of examples, which does not limit a statement.

    >>> gives_examples("including, but not limited to, flour", "en")
    True
    """
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    return bool(tokens) and "open" in words.found(tokens, 0)[0]


def leans(text: str, language: Language) -> bool:
    """Whether a statement begins with words that refer to the sentence before it, so that it says less if
    quoted alone.

    A word that links the two ("However, we keep your letters") is passed over: without it the same is said.

    >>> leans("This includes your photos.", "en"), leans("In addition, we keep your letters.", "en")
    (True, False)
    """
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    if not tokens:
        return False
    kinds, length = words.found(tokens, 0)
    if "linking" in kinds:
        kinds = words.found(tokens, length)[0] if length < len(tokens) else frozenset()
    return "leaning" in kinds


def defines(text: str, language: Language) -> bool:
    """Whether a statement says what a term stands for.

    >>> defines("By “adult” we understand people over 20.", "en")
    True
    """
    words = vocabulary(language)
    for term in _TERM.finditer(text[:_BEGINNING]):
        tokens = [token for token in tokens_of(text[term.end() :][:_OPENING]) if token[0].isalnum()]
        if any("defining" in words.found(tokens, at)[0] for at in range(min(2, len(tokens)))):
            return True
    return False


def gives_meaning(text: str, language: Language) -> bool:
    """Whether a statement begins with a term, marked as one or not, and says what that stands for.

    >>> gives_meaning("An adequacy decision means that a country is safe.", "en")
    True
    >>> gives_meaning("This means that a country is safe.", "en")
    False
    >>> gives_meaning("It is collected by technical means only.", "en")
    False
    """
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    if not tokens or not words.found(tokens, 0)[0].isdisjoint(("leaning", "opening", "aim")):
        return False
    for at in range(1, min(_TERM_WORDS, len(tokens))):
        kinds, length = words.found(tokens, at)
        behind = tokens[at + length] if at + length < len(tokens) else ""
        # "cookies, which means the ..." defines nothing, nor does "a means to".
        if (
            "defining" in kinds
            and behind in words.empty_words - words.link
            and tokens[at - 1] not in words.empty_words
        ):
            return True
    return defines(text, language)


def without_time_ago(text: str) -> str:
    """A text without times as seen from today, of any language.

    >>> without_time_ago("3 remarks (the last one 2 hours ago)")
    '3 remarks (the last one )'
    """
    may_have = _FIGURE.search(text) and any(map(text.casefold().__contains__, _ago_marks()))
    return _time_ago().sub("", text) if may_have else text


@cache
def _ago_marks() -> tuple[str, ...]:
    """One of these is in every such time."""
    return languages.all_lines(lambda one: one.furniture.ago_marks)


@cache
def _time_ago() -> re.Pattern[str]:
    """Each with a figure: "2 hours ago"."""
    lines = [line for line in languages.all_lines(lambda one: one.furniture.ago) if r"\d" in line]
    return re.compile(rf"\b(?:{'|'.join(lines)})\b", re.IGNORECASE)


def only_so(text: str, language: Language) -> bool:
    """Whether it says that something is all there is: "only for statistics"; not "limited data".

    >>> only_so("We use it only for statistics.", "en"), only_so("We use limited data.", "en")
    (True, False)
    """
    words, tokens = vocabulary(language), tokens_of(text)
    places = (at for at, token in enumerate(tokens) if token in words.strict)
    return any("half-denial" not in words.found(tokens, at - 1)[0] for at in places if at)


def exception_made(old: str, new: str, language: Language) -> int:
    """1 where an edit did nothing but put words in that make an exception, -1 where it took them out, else 0.

    >>> exception_made("We never ask children.", "We never ask children, except for their age.", "en")
    1
    """
    words = vocabulary(language)
    before, after = tokens_of(old), tokens_of(new)
    grown = _exceptions(after, words) - _exceptions(before, words)
    if not grown:
        return 0
    more, less = (after, before) if grown > 0 else (before, after)
    kept = not Counter(_meaning(less, words)) - Counter(_meaning(more, words))
    return (grown > 0) - (grown < 0) if kept else 0


def _exceptions(tokens: list[str], words: DirectionVocabulary) -> int:
    return sum(["exclusion" in words.found(tokens, at)[0] for at in range(len(tokens))])


def _meaning(tokens: Iterable[str], words: DirectionVocabulary) -> Iterable[str]:
    return (token for token in tokens if token not in PUNCTUATION and token not in words.function)


def differ_in_meaning(old: str, new: str, language: Language) -> bool:
    """Whether two texts differ in more than articles, relative pronouns and punctuation.

    >>> differ_in_meaning("apps we offer", "apps that we offer", "en")
    False
    >>> differ_in_meaning("apps we offer", "apps we may offer", "en")
    True
    """
    empty = vocabulary(language).empty_words
    before, after = (
        [token for token in tokens_of(text) if token not in PUNCTUATION and token not in empty]
        for text in (old, new)
    )
    return before != after
