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
    noun_capitals: bool = False
    """Nouns begin with a capital: a capital makes no name."""
    abbreviations: Words = _NONE
    """Words that keep their full stop within a sentence, without it: "art", "z.b"."""
    reading_ease: dict[str, float] = field(default_factory=dict)
    """Flesch's formula as fitted to the language: `most`, and what each word of a sentence (`words`) and each
    syllable of a word (`syllables`) takes off it."""
    enumerators: Lines = ()
    """What stands before the number of a clause: "Section 4:"."""


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
    month_beginnings: Lines = ()
    """How names of months begin, for lines that are quickly seen to hold a date."""
    month_first: bool = False
    """Whether the month may stand before its day: "May 5"."""
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
class PageWords:
    """What documents of our kind are called and speak of, and what pages say that came in place of one.

    Phrases are those of the kind of page, whoever wrote it: error pages of web servers, challenge pages of
    content delivery networks, consent dialogs, messages of web applications.
    """

    names: Lines = ()
    """What documents of our kind are called: privacy, terms, cookies, guidelines, imprint, prices ..."""
    names_within: Lines = ()
    """The same as they stand, found inside of words too."""
    cookie_document: Lines = ()
    """Names of documents on cookies, whose text is as a dialog's and may end in its buttons."""
    small_words: Words = _NONE
    """Words of such names that say nothing."""
    topics: Lines = ()
    """What such documents talk about, whatever they are called: one word in ten to forty."""
    marketing: Lines = ()
    """What home pages and advertisements talk about."""
    error: Lines = ()
    """The server did not give the page."""
    soft_error: Lines = ()
    """The application answered, but not with the page: also logins, and what is still being loaded."""
    closed: Lines = ()
    """The site is closed for a while, or lets visitors in one after another."""
    entry: Lines = ()
    """The page asks for an age, a country or a subscription before it shows anything."""
    parked: Lines = ()
    """The address has no site of its own."""
    needs_script: Lines = ()
    """The page asks to turn scripts on."""
    redirect: Lines = ()
    """The page only leads on."""
    challenge: Lines = ()
    """The page asks for proof that the reader is a person."""
    consent_topic: Lines = ()
    """What a consent dialog talks about."""
    consent_button: Lines = ()
    """What is written on its buttons."""
    to_fill: Lines = ()
    """What stands in brackets where an author was to fill in something."""


@dataclass(frozen=True, slots=True)
class BoxWords:
    """What boxes around a policy say, and what policies speak of; nothing that only some sites sell."""

    subjects: Lines = ()
    """What policies, terms and notices speak of and the boxes around them hardly do."""
    subjects_within: Lines = ()
    """The same as parts of words."""
    headings: Lines = ()
    """Headings, and first lines, of boxes that stand around texts on all kinds of sites, whole."""
    consent_headings: Lines = ()
    """Headings of consent windows, whole."""
    invitations: Lines = ()
    """What links and buttons say that lead to another page of the site or sell something, whole."""
    selling: Lines = ()
    """What strips and boxes say that sell something, or speak of the site's own business."""
    labels: Lines = ()
    """Entries of menus and footers, whole."""


@dataclass(frozen=True, slots=True)
class ButtonWords:
    """What buttons and short lines say beside a text; none could be a sentence of a policy."""

    choices: Lines = ()
    """A choice or a right lies behind it; a button without such words is a tool of the page."""
    subscribing: Lines = ()
    """What forms say that ask for an address to send news to."""
    tools: Lines = ()
    """Lines that offer a tool for reading the page, ask how it was, or count its readers, whole."""
    openers: Lines = ()
    """What buttons say that open a section without naming it, whole."""
    consents: Lines = ()
    """What the buttons of a consent window say, whole."""


@dataclass(frozen=True, slots=True)
class AnnouncementWords:
    """What announcements of a change say."""

    policy: Lines = ()
    """What a document of our kind is called."""
    change: Lines = ()
    """That it changes: beginnings of words."""
    will: Lines = ()
    """What somebody will do, or does from some day on."""
    what: Lines = ()
    """What is done with that matters to readers."""
    updated: Lines = ()
    """That "we" changed a document: whoever says so announces it, with or without a day."""


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """Lines of a page that are none of its text, or tell of which day it is."""

    ago: Lines = ()
    """A day as seen from today: "2 months ago", "yesterday"."""
    ago_marks: Lines = ()
    """What tells "2 months ago" from "today", which may be an item of a policy's list."""
    updated: Lines = ()
    """What stands before such a day."""
    dated: Lines = ()
    """What a sentence says that tells of which day a document is: beginnings of words."""
    counters: Lines = ()
    """Lines that count readers or sales, whole."""
    menu: Lines = ()
    """Labels of menus and of a page's foot that captures have now and then, whole."""
    contents: Lines = ()
    """What heads the list of a page's sections, whole."""
    page: Lines = ()
    page_of: Lines = ()
    """Before the number of a page of a PDF, and between it and the number of all: "page 3 of 12"."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How numbers up to a thousand are spelled: with one blank where people write a blank or a hyphen.

    Several spellings stand in one line with "|" between them.
    """

    to_99: Lines = ()
    """A line for each number from 1 to 99."""
    hundreds: Lines = ()
    """Nine lines: 100 to 900 where something follows ("two hundred")."""
    hundreds_alone: Lines = ()
    """Nine lines: where nothing does."""
    links: Words = _NONE
    """Words that may stand between hundreds and what follows ("and")."""
    joined: bool = False
    """Whether hundreds and what follows are one word."""
    others: dict[str, Lines] = field(default_factory=dict)
    """Other words for numbers, by their value ("1/2")."""


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """How spans of time are written."""

    units: dict[str, Lines] = field(default_factory=dict)
    """Names of units, those of several words first: second, minute, hour, day, working day, week, month,
    year; "month*3" for names of three months. The first that fits counts."""
    glued: dict[str, Lines] = field(default_factory=dict)
    """Endings that are glued to a number: "zwölfmonatig", "30-tägig"."""
    fillers: Words = _NONE
    """Words between a number and its unit that change nothing."""
    articles: Words = _NONE
    """Words for one that often are no number: "one day we may", "eines Tages"."""
    article_counts: bool = False
    """Whether such a word counts in front of a week, a month or a year wherever it stands."""
    cues: Lines = ()
    """Words in front of such a word that make it one."""
    ranges: Lines = ()
    """What stands between two numbers of one unit: "30 to 90 days"."""
    rates: Lines = ()
    """What stands between a number of units and another unit where both say how often: "7 days a week"."""
    ages_behind: Lines = ()
    ages_before: Lines = ()
    """What behind or in front of a number of years says that it is somebody's age."""
    half_before: Lines = ()
    half_behind: Lines = ()
    """What adds a half in front of the unit, or behind it."""
    named: Lines = ()
    """What a number names that counts nothing: a section, a page."""


@dataclass(frozen=True, slots=True)
class RightsWords:
    """Words behind which a link leads to a right, in small letters and without punctuation.

    `~` stands for any ending. What is listed are kinds of words as policies use them.
    """

    links: Lines = ()
    """The form for objections, the address of the data protection officer, the page with earlier versions."""
    pointers: Lines = ()
    """What says nothing of itself, so that the sentence around it counts: "here"."""
    leading: Lines = ()
    """What may stand in front of a word that only points: "fill in this form"."""


@dataclass(frozen=True, slots=True)
class FindingWords:
    """How policies say the concepts that findings are made of, in the notation of `findings/phrases.py`."""

    stop: Words = _NONE
    """Words without content of their own."""
    denial_before: int = 0
    denial_behind: int = 0
    """How many words before and behind a word of denial the denied act may stand."""
    user_reach: int = 0
    """Words behind a word for the person within which a verb is theirs."""
    doubted: float = 0.0
    """By how much less likely substance may be, in log-odds, to be told: where few changed statements of the
    language are labelled, the trained reader doubts what it would be sure of in English."""
    yes: Words = _NONE
    no: Words = _NONE
    """What stands in a cell of a table that answers its row and column."""
    laws: dict[str, Lines] = field(default_factory=dict)
    """Names of laws, authorities and legal terms, by region."""
    concepts: dict[str, dict[str, Lines]] = field(default_factory=dict)
    """The phrases of each concept, by its kind and name."""


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """By which a change of a statement is read to widen or to narrow it.

    An entry stands for its words in a row, `*` for any ending; apostrophes part words: "don't" is "don t".
    """

    empty: Words = _NONE
    """Articles and relative pronouns: whether they stand there or not, the same is said."""
    function: Words = _NONE
    """Words that carry grammar alone."""
    link: Words = _NONE
    """Prepositions."""
    whole: Words = _NONE
    """Words for all that is known of a person: a denial of some of it denies less."""
    relative: Lines = ()
    """Relative pronouns that open a limit: "partners who sell books"."""
    join: Lines = ()
    """What joins the members of a list."""
    denial: Lines = ()
    half_denial: Lines = ()
    """Denials that deny nothing: "not only"."""
    turn: Lines = ()
    """Where the reach of a denial ends: "but"."""
    exclusion: Lines = ()
    only: Lines = ()
    condition: Lines = ()
    consent: Lines = ()
    open: Lines = ()
    """What opens a list: "including", "any"."""
    closed: Lines = ()
    """What closes it: "certain"."""
    may: Lines = ()
    protection: Lines = ()
    burden: Lines = ()
    """What is laid on the person: proof, fees."""
    refusal: Lines = ()
    """What denies all of a sentence at its beginning: "we do not"."""
    person: Lines = ()
    opening: Lines = ()
    """What opens a clause that the sentence hangs on: "if"."""
    leaning: Lines = ()
    """Words at the beginning of a statement that leans on the one before it: "this includes"."""
    aim: Lines = ()
    """What opens a sentence with its aim: "in order to"."""


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
    pages: PageWords = PageWords()
    boxes: BoxWords = BoxWords()
    buttons: ButtonWords = ButtonWords()
    announcements: AnnouncementWords = AnnouncementWords()
    furniture: FurnitureWords = FurnitureWords()
    numbers: NumberWords = NumberWords()
    periods: PeriodWords = PeriodWords()
    rights: RightsWords = RightsWords()
    findings: FindingWords = FindingWords()
    direction: DirectionWords = DirectionWords()
