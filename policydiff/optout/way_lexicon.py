"""The words of ways (`[ways]` of the languages' files) as patterns, and how easy a sentence is to read."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.languages import WayWords
from policydiff.optout_models import RIGHTS
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from policydiff.languages import LanguageWords
    from policydiff.optout_models import Right

_LONGEST_POINTER = 6
"""Words of a link that ends in "here"."""
_JUST_BEFORE = 6
"""Words before a link."""
_BARE: dict[str, Right] = {"asking": "ask", "choosing": "choose"}
"""Sections of acts that name a right only where a link consists of one."""
_BEGINNING: dict[str, Right] = {"asking_for": "ask", "choosing_of": "choose"}
"""Sections of acts with which the text of a link may begin."""
_LONGEST_ACT = 9
"""Words of such a text; what is longer is a sentence."""
_LONGEST_JOINT = 8
"""Characters between two links of a list."""
_BETWEEN = r"(?:\w+ ){0,3}"


_SYLLABLE = re.compile("[aeiouyàâäáéèêëíîïóôöúùûüœæ]+")


class Found(NamedTuple):
    """Words that name a right."""

    right: Right
    words: str
    start: int
    """Offset in the folded text."""
    end: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """One pattern for each list and for each right, of all languages together: policies mix them."""
    lists = [key.name for key in fields(WayWords) if key.default == ()]
    return {name: _of_list(name) for name in lists} | _of_tables(lambda one: one.ways.rights)


def _of_list(name: str) -> re.Pattern[str]:
    return any_of(languages.all_lines(lambda one: getattr(one.ways, name)))


@cache
def named() -> dict[str, re.Pattern[str]]:
    """The words that name a right, a legal basis or a matter in a list, by its name."""
    return _of_tables(lambda one: one.ways.named)


@cache
def obstacles() -> dict[str, re.Pattern[str]]:
    """The words that show an obstacle, in the name of a field or in a page, by the code of the obstacle."""
    return _of_tables(lambda one: one.ways.obstacles)


@cache
def _regions() -> dict[str, re.Pattern[str]]:
    return _of_tables(
        lambda one: {
            region: (*said, *languages.law_names(region)) for region, said in one.ways.regions.items()
        }
    )


def _of_tables(pick: Callable[[LanguageWords], Mapping[str, Iterable[str]]]) -> dict[str, re.Pattern[str]]:
    """One pattern for each name in a table, of all languages together; in the order of one file."""
    ordered = sorted(languages.every(), key=lambda one: one.code != languages.FALLBACK)
    names = dict.fromkeys(name for one in ordered for name in pick(one))
    return {name: any_of(line for one in ordered for line in pick(one).get(name, ())) for name in names}


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for folded text that finds any of some phrases, written as in the languages' files."""
    return re.compile(rf"\b(?:{'|'.join(sorted(map(_expression, phrases), key=len, reverse=True))})\b")


def _expression(phrase: str) -> str:
    """The pattern of a phrase of a language's file, for folded text."""
    parts = (" ".join(map(_word, part.split())) for part in phrase.split(" * "))
    return f" {_BETWEEN}".join(parts)


def _word(word: str) -> str:
    return compared(word.removesuffix("~")) + r"\w*" * word.endswith("~")


def rights(folded: str) -> list[Found]:
    """Every phrase that names a right, in reading order.

    Args:
        folded: the text as `text.compared` makes it.
    """
    patterns = _patterns()
    found = [
        Found(right, match.group(), match.start(), match.end())
        for right in RIGHTS
        for match in patterns[right].finditer(folded)
    ]
    return sorted(found, key=lambda one: (one.start, -one.end))


def authority(folded: str) -> Found | None:
    """The authority that the text of a link names."""
    match = _patterns()["authorities"].search(folded)
    return Found("complain", match.group(), match.start(), match.end()) if match else None


def act(folded: str) -> Right | None:
    """The right that a link of one bare act names ("access", "manage"), None of any other."""
    patterns = _patterns()
    for name, right in _BARE.items():
        if patterns[name].fullmatch(folded):
            return right
    return None


def begins_with_act(folded: str) -> Right | None:
    """The right of the act that the text of a link begins with ("manage apps and sites", "contact Lumio")."""
    patterns = _patterns()
    for name, right in _BEGINNING.items():
        if len(folded.split()) <= _LONGEST_ACT and patterns[name].match(folded):
            return right
    return None


def tells_how(before: str) -> bool:
    """Whether the words before a link speak of what its reader may do."""
    return _patterns()["acts"].search(before) is not None


def offers(lead_in: str) -> Found | None:
    """The right to which the entries of a list lead by its line ("you can block cookies in:").

    Args:
        lead_in: that line, folded.
    """
    if not tells_how(lead_in) or _patterns()["documents"].search(lead_in) or is_about_another(lead_in):
        return None
    return next(iter(rights(lead_in)), None)


def announces_list(lead_in: str) -> bool:
    """Whether a folded line announces what is listed after it, without a colon ("at the links below")."""
    return _patterns()["below"].search(lead_in) is not None


def is_within(folded: str, behind: str) -> bool:
    """Whether a link leads to a part of the same text ("Your choices" section below).

    Args:
        folded: its words.
        behind: those after it.
    """
    within = _patterns()["within"]
    return (within.search(folded) or within.match(behind)) is not None


def hears_complaints(lead_in: str) -> bool:
    """Whether a folded line speaks of the right to complain to an authority."""
    return authority(lead_in) is not None and any(one.right == "complain" for one in rights(lead_in))


def informs(folded: str) -> bool:
    """Whether a sentence says itself of what a link tells more ("learn more about our partners")."""
    patterns = _patterns()
    return patterns["informs"].search(folded) is not None and patterns["howto"].search(folded) is None


def points(folded: str) -> bool:
    """Whether the text of a link says nothing of itself ("here", "this article of our help center"), or ends
    in a word that points ("the controls are here"), or is the name of a form."""
    patterns = _patterns()
    said = folded.split()
    short = len(said) <= _LONGEST_POINTER
    return not patterns["pointing"].sub("", folded).strip() or (
        short and (patterns["place"].fullmatch(said[-1]) or patterns["forms"].search(folded)) is not None
    )


def is_form(folded: str) -> bool:
    """Whether the text of a link names a form."""
    return _patterns()["forms"].search(folded) is not None


def lists(between: str) -> bool:
    """Whether words between two links only list them (", or")."""
    said = compared(between)
    return bool(between.strip()) and (
        len(between) <= _LONGEST_JOINT and (not said or _patterns()["joints"].fullmatch(said) is not None)
    )


def begins_anew(between: str) -> bool:
    """Whether words between two links belong to the second ("... at A, and to opt out, visit B")."""
    said = compared(between)
    first = said.partition(" ")[0]
    return _patterns()["joints"].fullmatch(first) is not None and bool(rights(said))


def mentions(before: str) -> bool:
    """Whether the words just before a link only mention what it names ("subject to your settings")."""
    return _patterns()["mentioned"].search(" ".join(before.split()[-_JUST_BEFORE:])) is not None


def tells_occasion(before: str) -> bool:
    """Whether the words before a link tell of an occasion on which somebody asks, and ask nobody to."""
    return _patterns()["occasions"].search(before) is not None


def tells_membership(folded: str) -> bool:
    """Whether a sentence tells only of which bodies a company is a member."""
    return _patterns()["members"].search(folded) is not None and not rights(folded)


def names_document(before: str) -> bool:
    """Whether the words before an address name a document, and no right after its name ("their Privacy Policy
    is at https://...")."""
    ends = [match.end() for match in _patterns()["documents"].finditer(before)]
    return bool(ends) and not rights(before[ends[-1] :])


def without_documents(folded: str) -> str:
    """The text of a link without names of documents to read, which name no right themselves."""
    return _patterns()["documents"].sub("", folded)


def is_never(folded: str) -> bool:
    """Whether the text of a link names what is no way to use a right: terms, earlier versions."""
    return _patterns()["never"].search(folded) is not None


def is_about_another(folded: str, *, mail: bool = False) -> bool:
    """Whether a sentence speaks of what no right is used by: contractual clauses, times of retention.

    Args:
        folded: the sentence.
        mail: whether an e-mail address is asked about: that of a copy of the clauses is one to ask.
    """
    patterns = _patterns()
    if patterns["subjects"].search(folded) is None:
        return False
    return not (mail and offers_copy(folded))


def offers_copy(folded: str) -> bool:
    """Whether a sentence tells where a copy of something is to be had."""
    return _patterns()["copies"].search(folded) is not None


def is_contact(folded: str) -> bool:
    """Whether the text of a link only names whom to write to ("contact us")."""
    return _patterns()["contacts"].search(folded) is not None


def is_what_is_acted_on(before: str) -> bool:
    """Whether a link is what somebody may act on, by the words just before it ("you can delete your ...")."""
    found = _patterns()
    near = " ".join(before.split()[-_JUST_BEFORE:])
    return found["undoes"].search(near) is not None and found["acts"].search(before) is not None


def looks(before: str) -> bool:
    """Whether the words just before a link tell the reader to look there ("see our ...")."""
    return _patterns()["looks"].search(" ".join(before.split()[-_JUST_BEFORE:])) is not None


def is_means(before: str) -> bool:
    """Whether the words before a link end in one that makes it the place of something ("at")."""
    return any(match.end() == len(before) for match in _patterns()["means"].finditer(before))


def guides(before: str, behind: str) -> bool:
    """Whether a sentence tells the reader to do something by means of a link.

    Args:
        before: its words before the link.
        behind: those after it ("see the notice for your rights and how to exercise them").
    """
    found = _patterns()
    near = " ".join(before.split()[-_JUST_BEFORE:])
    whole = f"{before} {behind}"
    if found["tells"].match(behind.strip()) and tells_act(behind):
        return True
    return any(
        found[by].search(near) and found["acts"].search(invited) and found["does"].search(part)
        for by, invited, part in (
            ("means", before, before),
            ("looks", whole, behind),
            ("enters", whole, whole),
        )
    )


def tells_act(folded: str) -> bool:
    """Whether a sentence speaks of what its reader may do, and of an act that uses a right."""
    return tells_how(folded) and _patterns()["does"].search(folded) is not None


def regions(folded: str) -> tuple[str, ...]:
    """The regions that a text names."""
    return tuple(name for name, pattern in _regions().items() if pattern.search(folded))


def ease(sentence: str, language: str) -> int | None:
    """How easy a sentence is to read, by Flesch's formula as fitted to the language; None in a language
    without one.

    Syllables are counted as groups of vowels, which is a few too many in French and English (silent e).

    >>> ease("You can say no.", "en") > ease("Notwithstanding the aforementioned limitation, objections are"
    ...     " considered individually.", "en")
    True
    """
    known = languages.find(language)
    formula = known.writing.reading_ease if known else {}
    said = re.findall(r"[^\W\d_]+", sentence.lower())
    if not formula or not said:
        return None
    syllables = sum(max(1, len(_SYLLABLE.findall(word))) for word in said)
    return round(
        formula["most"] - formula["words"] * len(said) - formula["syllables"] * syllables / len(said)
    )
