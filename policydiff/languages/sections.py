"""What a language's file holds, section by section: the words that each part of policydiff reads texts by.

Expressions are regular expressions without capturing groups, in small letters; a blank in them stands for any
white space. A list is a tuple of lines, single words are a set.
"""

from dataclasses import dataclass, field
from typing import Literal

Calendar = Literal["", "persian", "hijra", "buddhist"]
Lines = tuple[str, ...]
Words = frozenset[str]
_NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Writing:
    """How the language is written."""

    latin: bool = False
    """In Latin letters."""
    unparted: bool = False
    """Without blanks between words, or with particles at their ends: words are found inside of others."""
    affixes: bool = False
    """Words take letters before or behind them: dates are announced by parts of words."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """By what a text in the language is told from others."""

    function_words: Words = _NONE
    """The most frequent words, which carry grammar and no subject. A word may stand in several languages: it
    counts for each of them, and the words that only one has decide."""
    letters: str = ""
    """One letter of a script by which the language is told where small words cannot, as an expression. Where
    several languages share the script, the most frequent one has it."""
    neighbours: Words = _NONE
    """Codes of all languages whose texts these function words may take for their own, where that is known: a
    text with enough of them is then in none but these."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How dates are printed, and what says that one is the document's."""

    months: Lines = ()
    """Twelve lines: every form that a month has in dates, with an underscore for a blank. Of names that two
    languages give to different months only the more widely printed one may be in a file."""
    persian_months: Lines = ()
    hijra_months: Lines = ()
    """The same for the calendar of Iran, and for that of the Hijra."""
    short_months: Words = _NONE
    """Names of months that are words elsewhere ("3 years ago 2024"): with a year alone they are no date."""
    ordinals: dict[str, Words] = field(default_factory=dict)
    """Days of a month in words, by number."""
    tens: dict[str, Words] = field(default_factory=dict)
    """Words before one of the first nine ordinals, by number: "twenty first"."""
    between: Words = _NONE
    """What may stand between the parts of a date: "5th day of May", "1° de mayo del 2024"."""
    calendar: Calendar = ""
    """The calendar of years that cannot be of ours."""
    either_order: bool = False
    """Whether 03/04/2024 may be in March as well as in April; elsewhere the day stands first."""
    updated: Lines = ()
    """What announces the day of the last revision."""
    effective: Lines = ()
    """What announces the day from which the text applies."""
    otherwise: Lines = ()
    """What says that a day is not that of the last revision: that of the first text, of a law."""
    behind: Lines = ()
    """What joins a date and such words behind it."""
    weak: Lines = ()
    """What announces a day of revision only where nothing behind the day says otherwise, as in "Diese
    Fassung tritt am 1. Mai 2024 in Kraft"."""
    numbered: Lines = ()
    """What stands before numbers that are no days: "version"."""
    beside_copyright: Lines = ()
    """What says of a copyright line since when the right exists."""
    until: Lines = ()
    """What stands before a day on which something ends."""
    range: Lines = ()
    """What stands between the two days of a period that is over: a list of older versions."""
    before_day: Lines = ()
    """What stands right before a day: "on", "am"."""
    joined: Lines = ()
    becomes: Lines = ()
    """What joins two announcements of one day: "updated and effective", "updated and becomes effective"."""
    older: Lines = ()
    """What says that another version is meant than this one."""
    law: Lines = ()
    """What has a date of its own that is not the document's."""
    things: Lines = ()
    """Other things of a company that have days of revision and effect too."""
    document: Lines = ()
    """What a page of this kind calls itself."""
    about: Lines = ()
    """What joins the name of a document and its matter ("politique relative aux cookies")."""
    changes: Lines = ()
    """What else a long sentence may name for its date to be the document's."""
    cookies: Lines = ()
    terms: Lines = ()
    privacy: Lines = ()
    """By what a page or a sentence tells which document it means."""
    example: Lines = ()
    """What makes of a date a supposed one."""


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """All that a language's file says."""

    code: str
    """ISO 639-1."""
    name: str
    """In English."""
    also: Words = _NONE
    """Other codes that pages declare for it."""
    complete: bool = False
    """Whether the file has every key of every section, but for those that it says it lacks."""
    lacks: Words = _NONE
    """Of a complete file: sections ("findings") and keys ("dates.tens") that the language has no need of, or
    that nobody wrote yet."""
    writing: Writing = Writing()
    recognition: Recognition = Recognition()
    dates: DateWords = DateWords()
