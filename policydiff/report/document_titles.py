"""Which document a text is: its title, in its own words.

In: a document, or both sides of a comparison. Out: the title, "" if the page has none that says what it is:
the head of a list of sections, a slogan and the name of a company alone are none.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.calendar_dates import without_dates
from policydiff.comparability import document_kinds
from policydiff.report.characters import clipped, visible
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import Comparison, Document, Identity

_INNER_CAPITAL = re.compile(r"\b\w*[a-z][A-Z]")
"""A name made for a trade: "xFern", "FernLeaf". No language writes its common words so."""
_NUMBER = re.compile(r"[\W\d_]+")
_NAME = 4
"""Most words of a title that is surely no sentence."""
_TOP = 5
"""Clauses at the top of a page among which its title stands."""
_ABBREVIATED = 5
"""Most letters of an abbreviated form of a company, with its full stop: "Corp."."""
_LONGEST_HEADING = 8
"""Most words of a heading that may stand before a title: behind a longer one the text has begun."""
_LONGEST = 110


@cache
def _before_title() -> re.Pattern[str]:
    """What may stand before the name of a document and is no part of it: the number of "1. Privacy", "Welcome
    to"."""
    welcome = "".join(f"|{line}" for line in languages.all_lines(lambda one: one.identity.welcome))
    return re.compile(rf"(?:\d{{1,2}}[.)] {welcome})", re.IGNORECASE)


@cache
def _contents() -> re.Pattern[str]:
    return re.compile("|".join(languages.all_lines(lambda one: one.furniture.contents)), re.IGNORECASE)


def is_menu_word(title: str) -> bool:
    """Whether a title is a word that menus lead to it by, and says no more than whose it is: "Privacy"."""
    is_label = len(title.split()) == 1 and _menu_word().fullmatch(title) is not None
    return is_label and not _document_word().search(title)


@cache
def _menu_word() -> re.Pattern[str]:
    """What menus call a document of our kind or of its kin, in any language."""
    return re.compile("|".join(languages.all_lines(lambda one: one.pages.names)), re.IGNORECASE)


def title(document: Document) -> str:
    """The title of a document, "" if it is none: a table of contents, a sentence, a slogan."""
    title = _before_title().sub("", visible(_headed(document)), count=1)
    is_none = heads_contents(title) or _is_slogan(title, document.language)
    return "" if is_none else clipped(title, _LONGEST)


def _headed(document: Document) -> str:
    """The title, or the heading near the top that names a kind of document where the title names none: a
    page may stand below a banner ("Legal information")."""
    if not document.title or document_kinds(document.title):
        return document.title
    headings = (one.text for one in document.clauses[:_TOP] if one.kind == "heading")
    return next((one for one in headings if document_kinds(one) and len(one) <= _LONGEST), document.title)


def title_before(comparison: Comparison, shown: str) -> str:
    """The title of the old side, "" if the new one differs in its date, numbers, signs or one of them names
    no kind of document, or if a side has both: then another title was only put above."""
    before, now = title(comparison.old), title(comparison.new)
    sides = (before, comparison.old.language), (now, comparison.new.language)
    same = {_NUMBER.sub("", compared(without_dates(*side))) for side in sides}
    kinds = [document_kinds(one) for one in (before, now)]
    if shown != now or not all(kinds) or len(same) < 2:
        return ""
    both = ((comparison.new, before), (comparison.old, now))
    lines = [{compared(clause.text) for clause in side.clauses} for side, _ in both]
    has_both = any(compared(one) in there for (_, one), there in zip(both, lines, strict=True))
    return "" if has_both else before


def _is_slogan(title: str, language: str) -> bool:
    """Whether a title is a sentence ("Let us read the Privacy Policy.") or praise, with words that carry
    grammar alone and none that documents of its kind are called by: "A search that keeps your privacy"."""
    said = title.split()
    if len(said) <= _NAME:
        return False
    if said[-1].endswith((".", "!", "?")) and len(said[-1]) > _ABBREVIATED:
        return True
    known = languages.find(language)
    small = known.direction.function if known else frozenset()
    return sum(word.casefold() in small for word in said) > 1 and not _document_word().search(title)


@cache
def _document_word() -> re.Pattern[str]:
    """What documents of our kind are called, in any language."""
    said = languages.all_lines(lambda one: one.dates.document)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)


def heads_contents(title: str) -> bool:
    """Whether words head the list of a page's sections, and name nothing: "Table of contents"."""
    return _contents().fullmatch(title) is not None


def is_of_section(document: Document) -> bool:
    """Whether a title is only the heading of a section: the text begins above it, and it does not say what it
    is the title of."""
    titled = document.title
    if document_kinds(titled):
        return False
    above = list(takewhile(lambda clause: clause.text != titled, document.clauses))
    return len(above) < len(document.clauses) and any(
        clause.kind != "heading" and len(clause.text.split()) > _LONGEST_HEADING for clause in above
    )


def is_only_a_name(title: str, found: Identity) -> bool:
    """Whether a title names a company, with its legal form or without, and no document."""
    rest = title.removeprefix(found.company) if found.company else title
    alone = rest != title and len(rest.split()) <= 1 and not rest[:1].isalnum()
    return alone or title.casefold() in found.names


def is_named(title: str, name: str, names: Iterable[str]) -> bool:
    """Whether a title says whose document it is.

    Args:
        title: the title.
        name: whose document it is, as people say it: "X".
        names: words in small letters by which a title would name it, too.
    """
    words = set(re.findall(r"[\w-]+", title.casefold()))
    telling = (one for one in names if len(one) > 2 and not _document_word().fullmatch(one))
    is_whole = bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None
    return is_whole or bool(_INNER_CAPITAL.search(title)) or any(one in words for one in telling)
