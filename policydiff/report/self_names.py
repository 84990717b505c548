"""How a text introduces its author: "At Fernleaf, we", "Fernleaf takes privacy seriously", "We are Fernleaf".

In: the clauses of a document. Out: the name, "" if its opening introduces nobody. A name that the text hardly
says again is none: the sentence may be about a partner.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.comparability import LEGAL_FORM, document_kinds
from policydiff.report import brands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause

_AGAIN = 3
"""In how many clauses at least the text must name it."""
_FORM = re.compile(rf",? (?:{LEGAL_FORM}).*")
_SHORTEST = 2
"""Letters of the shortest name."""


def introduced(clauses: Sequence[Clause]) -> str:
    """Whom the opening of a text introduces, "" if nobody."""
    for clause in clauses[: brands.opening(clauses)]:
        for form, again in _forms():
            for found in form.finditer(clause.text):
                name = _without_article(_FORM.sub("", found[1]).strip(" ,."), clauses)
                if _is_name(name) and sum(name in one.text for one in clauses) >= again:
                    return name
    return ""


def _without_article(name: str, clauses: Sequence[Clause]) -> str:
    """A name without the article that the text writes small elsewhere: "La FERN", "de la FERN"."""
    first, _, rest = name.partition(" ")
    small = f" {first.lower()} {rest}"
    is_article = first.lower() in _no_names() and any(small in clause.text for clause in clauses)
    return rest if rest and is_article else name


def _is_name(name: str) -> bool:
    words = [word.casefold().strip(".,") for word in name.split()]
    telling = [word for word in words if word not in _no_names() and len(word) >= _SHORTEST]
    return bool(telling) and not document_kinds(name)


@cache
def _no_names() -> frozenset[str]:
    return languages.all_words(
        lambda one: (
            one.identity.no_names | one.identity.speakers | one.identity.generic | one.identity.inside_names
        )
    )


@cache
def _forms() -> tuple[tuple[re.Pattern[str], int], ...]:
    """The ways to introduce oneself, each with the number of clauses in which the name must stand; it is the
    only group."""
    inside = "|".join(sorted(languages.all_words(lambda one: one.identity.inside_names)))
    name = rf"([A-ZÀ-Þ0-9][\w&'’.-]*(?: (?:(?:{inside}) )?[A-ZÀ-Þ0-9&][\w&'’.-]*){{0,4}})"
    we = "|".join(sorted(languages.all_words(lambda one: one.identity.we)))
    start = r"(?:^|(?<=[.!?] ))"
    at_home = "|".join(languages.all_lines(lambda one: one.identity.at_home))
    introduces = "|".join(languages.all_lines(lambda one: one.identity.introduces))
    we_are = "|".join(languages.all_lines(lambda one: one.identity.we_are))
    articles = "|".join(languages.all_lines(lambda one: one.identity.before_company))
    return (
        (re.compile(rf"{start}(?i:{at_home}) {name}(?: \([^()]*\))?,? (?:[a-zß-ÿ]+ )?(?:{we})\b"), _AGAIN),
        (re.compile(rf"{start}(?i:{we}), (?:(?:{articles}) )?{name},"), 1),
        (re.compile(rf"{start}(?i:{we_are}) {name}(?=[,. (]|$)"), _AGAIN),
        (re.compile(rf"^(?:(?i:{articles}) )?{name} (?:{introduces})(?!\w)"), _AGAIN),
    )
