"""Which document a text is: its title, in its own words.

In: a document, or both sides of a comparison. Out: the title, "" if the page has none that says what it is:
the head of a list of sections, a slogan and the name of a company alone are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.calendar_dates import without_dates
from policydiff.comparability import document_kinds
from policydiff.report.brands import letters
from policydiff.report.characters import clipped, visible
from policydiff.text import compared, enumerator_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from policydiff.models import Comparison, Document, Identity

_INNER_CAPITAL = re.compile(r"\b\w*[a-z][A-Z]")
"""A name made for a trade: "xFern", "FernLeaf". No language writes its common words so."""
_NUMBER = re.compile(r"[\W\d_]+")
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]+(?:[-.][^\W\d_]+)*(?![\w@/-])")
"""A word, outside of addresses: "TP-Fern"."""
_DEFINED = re.compile(r"\s*\((?:\w+ )?[“\"'‘«][^()]{2,40}[”\"'’»]\)$")
"""How the text calls the document, behind its title: (the “Policy”)."""
_NAMESPACE = re.compile(r"^[^\W\d_]+:(?=[^\W\d_])")
"""What a wiki puts before its titles: "Policy:"."""
_RARE = 4
"""Of how many times that a text says a name one at most is in small letters."""
_SET_OFF = re.compile(r"^\[?([^.\[\]]*[^\W\d_]{3})[.\]]?$")
"""A title that a page sets in brackets, or ends with a full stop."""
_SHOUTED = 2
"""Words in capitals that are no abbreviation alone."""
_NAME = 4
"""Most words of a title that is surely no sentence."""
_LINE = 10
"""Most words of a line that may be a title."""
_TOP = 5
"""Clauses at the top of a page among which its title stands."""
_ABBREVIATED = 5
"""Most letters of an abbreviated form of a company, with its full stop: "Corp."."""
_LONGEST_HEADING = 8
"""Most words of a heading that may stand before a title: behind a longer one the text has begun."""
LONGEST = 110


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
    """The title of a document, or the line at its top that is one; "" if it has none: a table of contents, a
    sentence, a slogan."""
    title = _before_title().sub("", visible(_headed(document)), count=1)
    is_none = not title or heads_contents(title) or _is_slogan(title, document.language)
    return clipped(visible(_title_line(document)) if is_none else title, LONGEST)


def _title_line(document: Document) -> str:
    """The line near the top that is set as text and yet says what the document is called; "" if there is
    none."""
    lines = (one for one in document.clauses[:_TOP] if one.kind == "paragraph" and not one.links)
    return next((one.text for one in lines if _says_title(one.text)), "")


def _says_title(text: str) -> bool:
    is_line = len(text.split()) <= _LINE and text[-1:].isalnum() and text[:1].isupper()
    return is_line and "privacy" in document_kinds(text) and _document_word().search(text) is not None


def as_written(title: str, document: Document) -> str:
    """A title as people write it: without what a recorder or a wiki put into it ("Web &. Mobile Notice",
    "Policy:Privacy Notice"), without its own definition ("(the “Policy”)"), and not in capitals throughout.

    Capitals are how a page sets a title, as it sets its letters large. Where words behind a name may belong
    to it ("FERNLEAF PAYMENT HOUSE"), or a name is not known from the text, the capitals stay.
    """
    shown = _DEFINED.sub("", _NAMESPACE.sub("", title.replace("&.", "&")))
    shown = _SET_OFF.sub(r"\1", shown)
    if not shown.isupper() or (len(shown.split()) < _SHOUTED and not document_kinds(shown)):
        return shown
    calm = _in_small_letters(shown, document)
    return calm[:1].upper() + calm[1:]


def _in_small_letters(title: str, document: Document) -> str:
    """A title in small letters but for its names; unchanged where its names are not known."""
    found = list(_WORD.finditer(title))
    spelled = _spellings({letters(word[0]) for word in found}, document)
    written, name_before = title, False
    for word in found:
        forms = _as_long(word[0], spelled.get(letters(word[0]), Counter()))
        small = {one: times for one, times in forms.items() if one.islower()}
        if sum(small.values()) * _RARE < forms.total():
            small = {}
        is_known = word[0].casefold() in _title_words() or bool(_document_word().fullmatch(word[0]))
        if is_known or (small and not name_before):
            form = max(small, key=lambda one: (small[one], one), default=word[0].lower())
        elif small or not forms:
            return title
        else:
            form = min(forms, key=lambda one: (-forms[one], one))
        name_before = not form.islower()
        written = written[: word.start()] + form + written[word.end() :]
    return written


def _as_long(word: str, forms: Counter[str]) -> Counter[str]:
    """Those spellings that differ from a word in capitals and accents alone, and in no sign."""
    return Counter({one: times for one, times in forms.items() if len(one) == len(word)})


def _spellings(wanted: Set[str], document: Document) -> dict[str, Counter[str]]:
    """How a text writes some words, by their letters."""
    forms: dict[str, Counter[str]] = {}
    for clause in document.clauses:
        for word in () if clause.text.isupper() else _WORD.findall(clause.text):
            if (known := letters(word)) in wanted:
                forms.setdefault(known, Counter())[word] += 1
    return forms


@cache
def _title_words() -> frozenset[str]:
    """What titles are made of, in any language, beside names: "the", "privacy", "data"."""
    return languages.all_words(
        lambda one: (
            one.identity.generic | one.identity.no_names | one.identity.speakers | one.identity.inside_names
        )
    )


def names_document(line: str) -> bool:
    """Whether a line says what kind of document it heads, and calls it one: "Notice of Data Protection".

    >>> names_document("Fernleaf Cookie Policy"), names_document("Cookies")
    (True, False)
    """
    return _document_word().search(line) is not None and bool(document_kinds(line))


def _headed(document: Document) -> str:
    """The title, or the heading near the top that names a kind of document where the title names none: a
    page may stand below a banner ("Legal information")."""
    if not document.title or document_kinds(document.title):
        return document.title
    headings = (one.text for one in document.clauses[:_TOP] if one.kind == "heading")
    return next((one for one in headings if document_kinds(one) and len(one) <= LONGEST), document.title)


def title_before(comparison: Comparison, shown: str) -> str:
    """The title of the old side, "" if the new one differs in its date, numbers, signs or accents, or one of
    them names no kind of document, or if a side has both: then another title was only put above."""
    before, now = title(comparison.old), title(comparison.new)
    sides = (before, comparison.old.language), (now, comparison.new.language)
    plain = (unicodedata.normalize("NFKD", compared(without_dates(*side))) for side in sides)
    same = {_NUMBER.sub("", one) for one in plain}
    kinds = [document_kinds(one) for one in (before, now)]
    if shown != now or not all(kinds) or len(same) < 2:
        return ""
    both = ((comparison.new, before), (comparison.old, now))
    lines = [{compared(clause.text) for clause in side.clauses} for side, _ in both]
    has_both = any(compared(one) in there for (_, one), there in zip(both, lines, strict=True))
    return "" if has_both else before


def _is_slogan(title: str, language: str) -> bool:
    """Whether a title is a sentence ("Let us read the Privacy Policy.") or praise, with words that carry
    grammar alone and none that documents of its kind are called by: "A search that keeps your privacy". One
    that names its matter before it ends, and does not speak of us, is none: "Your personal data: what is
    kept"."""
    said = title.split()
    if len(said) <= _NAME:
        return False
    if said[-1].endswith((".", "!", "?")) and len(said[-1]) > _ABBREVIATED:
        return True
    known = languages.find(language)
    small = known.direction.function if known else frozenset()
    if sum(word.casefold() in small for word in said) <= 1 or _document_word().search(title):
        return False
    speaks = known is not None and not known.identity.we.isdisjoint(map(str.casefold, said))
    return speaks or not document_kinds(" ".join(said[:-1]))


@cache
def _document_word() -> re.Pattern[str]:
    """What documents of our kind are called, in any language."""
    said = languages.all_lines(lambda one: one.dates.document)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)


def heads_contents(title: str) -> bool:
    """Whether words head the list of a page's sections, and name nothing: "Table of contents"."""
    return _contents().fullmatch(title) is not None


def is_of_section(document: Document, title: str) -> bool:
    """Whether a title is only the heading of a section: it is the first of several that are numbered and does
    not call what it heads a document, or the text begins above it and it does not say of what it is the
    title."""
    titled = document.title
    if enumerator_end(titled) and not names_document(titled) and _is_one_of_several(document):
        return True
    if document_kinds(titled) or document_kinds(title):
        return False
    above = list(takewhile(lambda clause: clause.text != titled, document.clauses))
    return len(above) < len(document.clauses) and any(
        clause.kind != "heading" and len(clause.text.split()) > _LONGEST_HEADING for clause in above
    )


def _is_one_of_several(document: Document) -> bool:
    """Whether a page has other numbered headings of the level of its title."""
    heads = [one for one in document.clauses if one.kind == "heading" and enumerator_end(one.text)]
    level = next((one.depth for one in heads if one.text == document.title), None)
    return sum(one.depth == level for one in heads) > 1


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
