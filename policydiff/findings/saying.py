"""Changes that do not change the meaning; they are not reported whatever the trained reader thinks of them.

    another price      "$5 per month" became "$6 per month": no matter of a privacy policy, and no period
    another size       "uploads of 10 GB per month" became "5 GB"
    another number     "see Section 10" became "see Section 11"
    another spelling   "privacy@x.example" became "privacy [at] x.example" or lost its "mailto:"
    a copyright year   "© 2031 Birch Ltd" became "© 2032 Birch Ltd"
    hidden mail        "privacy@x.example" became "[email protected]": hidden from robots, not from readers
    other blanks       "Redwood AvenueOslo" became "Redwood Avenue, Oslo"
    a slip             "we wight share" became "we might share": one letter of one word
    empty words        "apps we offer" became "apps that we offer"
    an old strip       "We updated this policy on 7 April." is gone: the update stays
    a question         "Is there a reason to keep the data?": what it asks is answered elsewhere
    a term             "An adequacy decision means that a country protects data as well"
    earlier versions   "1 May 2031 • 3 June 2030 • 2 March 2029 • 9 April 2028"
    a citation         "Art. 6 (1) lit. f GDPR" became "Article 6(1)(f)"
    how long ago       "3 remarks, the last one 2 hours ago" became "4 days ago"
    a moment           "Fri 9 Feb 2031 10.33 GMT" became "11.33 CET"

The trained reader sees the inserted and deleted words of each and takes some for substance: of 63 pairs in
which readers found none 4 were called substantive for these reasons alone. Hidden mail, blanks and slips are
the edits of 150 labelled statements; readers found substance in one of them, the trained reader in 15.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from policydiff import calendar_dates, languages, notice
from policydiff.findings.cell_answers import new_cell_answer
from policydiff.findings.law_points import in_one_form, points_cited
from policydiff.findings.phrases import split_words
from policydiff.findings.sentence_form import differ_in_meaning, gives_meaning, without_time_ago

if TYPE_CHECKING:
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.models import Language

_CURRENCIES = ("$", "€", "£")
_CODES = ("usd", "eur", "gbp", "chf")
"""Codes of currencies (ISO 4217)."""
_SIZES = ("kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib")
"""Units of files and storage."""
_MAIL = re.compile(r"\bmailto:|[()\[\]<>]")
_COPYRIGHT_YEAR = re.compile(r"(?<=©)(\s?\w*)\s(?:19|20)\d\d\b|(?:19|20)\d\d(?=\s?©)", re.IGNORECASE)
_WRITTEN = re.compile(
    r"[^\s;,]{0,64}\[email protected\][^\s;,]{0,64}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    re.IGNORECASE,
)
"""An e-mail address, or what Cloudflare puts in its place."""
_HIDDEN = "email protected"
_SLIP = 5
"""Letters of a word from which on another word with one letter changed is a slip of the pen."""
_ROMAN = frozenset("ivx")
_ASCII_PUNCTUATION = bytes(code for code in range(128) if not chr(code).isalnum())
_ASKS = ("?", "\uff1f", "\u061f")
_SOMEBODY = ("actor.company", "actor.user", "actor.your", "limit.not")
_LISTED = 4
"""Dates of a line from which on it lists versions: a sentence on what holds has three at most."""
_FIGURES = re.compile(r"\d+|[年년]")
"""Figures, or the sign for a year: every date has one."""
_LINE, _STAMP = 400, 60
"""Characters of a line that are read for dates, and most of one that says nothing but a moment."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d [A-Z]{3,4}\b")
"""A time of day with its zone: "10.33 GMT"."""
_STAMPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
"""A moment as machines write it (ISO 8601)."""
_MAIL_TWICE = re.compile(r"(\S+@\S+?)\s+\1")


class _WrittenForms:
    """How prices, references to sections and e-mail addresses are written, in all languages together."""

    def __init__(self) -> None:
        money = sorted((*_CODES, *languages.all_words(lambda one: one.numbers.money)))
        self.units = frozenset((*money, *_SIZES))
        """Words and codes of currencies, and units of storage, in lower case."""
        coin = rf"(?:[{''.join(_CURRENCIES)}]|\b(?:{'|'.join(money)})\b)"
        self.amounts = (*_CURRENCIES, *money, *_SIZES)
        """In lower case: one of these is in every price or size."""
        unit = rf"(?:{coin}|(?:{'|'.join(_SIZES)})\b)"
        self.price = re.compile(rf"{coin}\s?\d[\d.,]*|\d[\d.,]*\s?{unit}", re.IGNORECASE)
        sections = "|".join(languages.all_lines(lambda one: one.writing.references))
        self.reference = re.compile(
            rf"\b({sections})\s(?:\d{{1,2}}|[IVX]{{1,5}})(?:\.\d{{1,2}}){{0,3}}\b(?![\w.]*\d)", re.IGNORECASE
        )
        """A reference to a section of the policy itself."""
        at = "|".join(languages.all_lines(lambda one: one.writing.spelled_at))
        dot = "|".join(languages.all_lines(lambda one: one.writing.spelled_dot))
        self.at = re.compile(rf"\s?[\[(](?:@|{at})[\])]\s?", re.IGNORECASE)
        self.dot = re.compile(rf"\s?[\[(](?:\.|{dot})[\])]\s?", re.IGNORECASE)


@cache
def _written_forms() -> _WrittenForms:
    return _WrittenForms()


def says_nothing(change: StatementChange, language: Language) -> bool:
    """Whether a changed statement says the same as before.

    Args:
        change: a statement that is new, gone or edited, in the order of time.
        language: that of both texts.
    """
    text = change.statement.text
    if text.rstrip().endswith(_ASKS) or _only_dates(change):
        return True
    if change.old is None or change.new is None:
        return notice.announces_only(text) or _explains_term(change, language)
    old, new = change.old.text, change.new.text
    if old == new or (change.statement.cell and new_cell_answer(old, new) is not None):
        return False
    figures = all(map(_may_count, chain.from_iterable(chain.from_iterable(change.swaps))))
    return (
        (figures and _without_prices(old) == _without_prices(new))
        or (figures and _without_references(old) == _without_references(new))
        or (("@" in new or "@" in old) and _address(old) == _address(new))
        or (_HIDDEN in f"{old} {new}".casefold() and _written(old) == _written(new))
        or ("©" in old and _COPYRIGHT_YEAR.sub(r"\1", old) == _COPYRIGHT_YEAR.sub(r"\1", new))
        or _letters(old) == _letters(new)
        or without_time_ago(old) == without_time_ago(new)
        or (bool(points_cited(new)) and _cited(old) == _cited(new))
        or _slipped(change)
        or not differ_in_meaning(old, new, language)
    )


def _cited(text: str) -> list[str]:
    """The words of a text, with laws cited in one way."""
    return split_words(in_one_form(text))


def _may_count(word: str) -> bool:
    """Whether a word may be part of a price, a size or the number of a section."""
    return not word.isalpha() or word in _written_forms().units or _ROMAN.issuperset(word)


def _explains_term(change: StatementChange, language: Language) -> bool:
    """Whether a statement says what a word stands for, and nothing of the company or of its reader."""
    return gives_meaning(change.statement.text, language) and not change.statement.facts.has(*_SOMEBODY)


def _only_dates(change: StatementChange) -> bool:
    """Whether a line lists the days of earlier versions, or only the moment differs at which it was made.

    "It took effect on 1 May 2031 at 10:30" says more than that.
    """
    text = change.statement.text
    if len(text) <= _STAMP and (_STAMPED.search(text) or (change.kind == "edited" and _CLOCK.search(text))):
        return True
    line = text[:_LINE]
    return len(_FIGURES.findall(line)) >= _LISTED <= len(calendar_dates.read_dates(line))


def _without_prices(text: str) -> str:
    """A text with each price and size replaced by a placeholder. Most texts have neither, which is a fast
    test."""
    folded = text.casefold()
    forms = _written_forms()
    return forms.price.sub("$", text) if any(unit in folded for unit in forms.amounts) else text


def _without_references(text: str) -> str:
    """A text without the numbers of the sections that it refers to: a new section renumbers all after it."""
    return _written_forms().reference.sub(lambda found: found[1].casefold(), text)


def _address(text: str) -> str:
    """A text with its e-mail addresses in one spelling; an address repeated at once is kept once."""
    plain = _MAIL.sub(" ", _written_forms().dot.sub(".", _written_forms().at.sub("@", text)))
    return _MAIL_TWICE.sub(r"\1", " ".join(plain.split())).rstrip(" .")


def _written(text: str) -> str:
    """The letters of a text, all its e-mail addresses alike."""
    return _letters(_WRITTEN.sub(" mail ", text))


def _letters(text: str) -> str:
    """A text without blanks and signs, in small letters."""
    if text.isascii():  # bytes are much faster than letters
        return text.lower().encode().translate(None, _ASCII_PUNCTUATION).decode()
    return "".join(filter(str.isalnum, text.casefold()))


def _slipped(change: StatementChange) -> bool:
    """Whether one letter is all that differs in each word that an edit put in place of another."""
    swaps = [(cut, put) for cut, put in change.swaps if cut != put]
    return bool(swaps) and all(len(cut) == len(put) == 1 and _is_slip(cut[0], put[0]) for cut, put in swaps)


def _is_slip(one: str, other: str) -> bool:
    known = min(len(one), len(other)) >= _SLIP and one[0] == other[0] and (one + other).isalpha()
    return known and Levenshtein.distance(one, other, score_cutoff=1) <= 1
