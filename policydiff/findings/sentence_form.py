"""The form of a sentence, whatever it is about: whether it denies, depends on the sentence before it, or
begins with a reason. In: the text of a statement. Out: yes or no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.vocabulary import SIGNS, tokens_of, vocabulary

if TYPE_CHECKING:
    from policydiff.models import Language

_OPENING = 80
"""Characters in which a statement begins."""
_BINDING = frozenset({"denial", "turn", "only", "condition"})


def binds(text: str, language: Language) -> bool:
    """Whether words deny or limit: leaving them out of a quote would change its meaning."""
    return bool(_binding(text, language))


def limits(text: str, language: Language) -> bool:
    """Whether words limit and do not deny: "unless you object"."""
    return bool(kinds := _binding(text, language)) and "denial" not in kinds


def _binding(text: str, language: Language) -> frozenset[str]:
    words, tokens = vocabulary(language), tokens_of(text)
    places = (at for at, token in enumerate(tokens) if token not in SIGNS)
    return frozenset().union(*(words.found(tokens, at)[0] & _BINDING for at in places))


def opens(text: str, language: Language) -> bool:
    """Whether a sentence begins with a reason, an aim or a condition, and its main point comes after that."""
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    return bool(tokens) and not words.found(tokens, 0)[0].isdisjoint(("opening", "aim"))


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

    >>> leans("This includes your photos.", "en")
    True
    """
    words = vocabulary(language)
    tokens = [token for token in tokens_of(text[:_OPENING]) if token[0].isalnum()]
    return bool(tokens) and "leaning" in words.found(tokens, 0)[0]


def differ_in_meaning(old: str, new: str, language: Language) -> bool:
    """Whether two texts differ in more than articles, relative pronouns and punctuation.

    >>> differ_in_meaning("apps we offer", "apps that we offer", "en")
    False
    >>> differ_in_meaning("apps we offer", "apps we may offer", "en")
    True
    """
    empty = vocabulary(language).empty_words
    before, after = (
        [token for token in tokens_of(text) if token not in SIGNS and token not in empty]
        for text in (old, new)
    )
    return before != after
