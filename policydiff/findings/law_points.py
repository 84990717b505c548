"""The points of Article 6(1) of the GDPR that a text cites: the six legal bases, by their letters.

In: a text. Out: the letters it cites, or the text with each citation in one form. Laws are cited in many
ways: "Art. 6 Abs. 1 S. 1 lit. f", "6(1)(f)", "point (f) of Article 6(1)", "article 6, paragraphe 1, points a)
et f)".

What this gets wrong: an "Article 6.1 a" of another law is taken for the same.
"""

from __future__ import annotations

import re
from functools import cache

from policydiff import languages

_BY = r"\W{0,4}"
"""What may stand between the parts of a citation: ", (", ". "."""
_LETTER = r"[a-f]\b"
_NEXT_LETTER = r"(?:[b-df]\b(?!['’])|[a-f]\))"
"""A further letter: "(b), (c) and (f)". Not the words that "a" and "e" are in some languages."""


def points_cited(text: str) -> frozenset[str]:
    """The letters of the points of Article 6(1) that a text cites.

    >>> sorted(points_cited("Art. 6 Abs. 1 lit. b und f DSGVO"))
    ['b', 'f']
    """
    if "6" not in text:
        return frozenset()
    return frozenset(letter for found in _citation().finditer(text.casefold()) for letter in _letters(found))


def in_one_form(text: str) -> str:
    """A text in small letters, with each such citation, and the name of the law behind it, in one form.

    >>> in_one_form("It rests on Article 6, paragraph 1, point (a)")
    'it rests on 6(1)(a)'
    >>> in_one_form("Consent (Art. 6(1)a) or need (6(1)(b) GDPR).")
    'consent (6(1)(a)) or need (6(1)(b)).'
    """
    if "6" not in text:
        return text.casefold()
    return _citation().sub(_one_form, text.casefold())


def _one_form(found: re.Match[str]) -> str:
    """A citation in one form. A bracket behind it that was opened before it stays: "(Art. 6(1)a)"."""
    outer = ")" if found[0].count(")") > found[0].count("(") else ""
    return f"6(1)({','.join(_letters(found))}){outer}"


def _letters(found: re.Match[str]) -> list[str]:
    return sorted(set(re.findall(rf"\b{_LETTER}", found["before"] or found["behind"] or found["bare"])))


@cache
def _citation() -> re.Pattern[str]:
    article = "|".join(languages.all_lines(lambda one: one.laws.article))
    paragraph = "|".join(languages.all_lines(lambda one: one.laws.paragraph))
    sentence = "|".join(languages.all_lines(lambda one: one.laws.sentence))
    point = "|".join(languages.all_lines(lambda one: one.laws.point))
    next_one = rf"\W{{1,4}}(?:(?!{_LETTER})[^\W\d]{{1,3}}\W{{1,4}})?(?:(?:{point})s?\W{{0,2}})?{_NEXT_LETTER}"
    letters = rf"(?:(?:{point})s?)?\W{{0,3}}(?P<LETTERS>{_LETTER}(?:{next_one})*)\)?"
    behind, bare = (letters.replace("LETTERS", name) for name in ("behind", "bare"))
    first_sentence = rf"(?:{_BY}(?:{sentence})?{_BY}1\b)?{_BY}"
    marked = rf"{_BY}\(1\)|{_BY}(?:{paragraph}|§){_BY}1"
    law = "|".join(languages.all_lines(lambda one: one.laws.names.get("EU", ())))
    named = rf"(?:[\W]{{1,3}}(?:[^\W\d]{{1,3}}\W{{1,2}}){{0,2}}(?:{law})\b)?"
    reverse = rf"\b(?:{point})\W{{0,2}}(?P<before>{_LETTER})\W{{1,3}}(?:[^\W\d]{{1,3}}\W{{1,2}}){{0,3}}"
    return re.compile(
        rf"{reverse}(?:{article})\s*6\b(?:{marked}|{_BY}1\b)?{named}"
        rf"|\b(?:{article})\s*6(?:{marked}|{_BY}1\b|\s+i\b){first_sentence}{behind}{named}"
        rf"|\b6(?:{marked}){first_sentence}{bare}{named}"
    )
