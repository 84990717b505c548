"""The sections of a language's file by which pages are found, and read as documents.

Expressions are regular expressions without capturing groups, in lower case; a blank in them stands for any
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
    """Words take letters before or after them: dates are announced by parts of words."""
    noun_capitals: bool = False
    """Nouns begin with a capital: a capital makes no name."""
    abbreviations: Words = _NONE
    """Words that keep their full stop within a sentence, without it: "art", "z.b"."""
    reading_ease: dict[str, float] = field(default_factory=dict)
    """Flesch's formula as fitted to the language: `most`, and what each word of a sentence (`words`) and each
    syllable of a word (`syllables`) takes off it."""
    enumerators: Lines = ()
    """What stands before the number of a clause: "Section 4:"."""
    references: Lines = ()
    """What stands before the number of a section of the text itself in a sentence; an article is a law's."""
    spelled_at: Lines = ()
    spelled_dot: Lines = ()
    """How the signs of an e-mail address are spelled: "privacy [at] x [dot] example"."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """By what a text in the language is told from others."""

    function_words: Words = _NONE
    """The most frequent words, which carry grammar and no subject. A word may stand in several languages: it
    counts for each of them, and the words that only one has decide."""
    letters: str = ""
    """One letter of a script by which the language is known where small words do not decide, as an
    expression. Where several languages share the script, the most frequent one has it."""
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
    ordinal_endings: Words = _NONE
    """What is glued to the number of a day: "5th May"."""
    before_month: Words = _NONE
    """What stands between a day and its month where the year is not said: "5th of May"."""
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
    """What joins a date and such words after it."""
    weak: Lines = ()
    """What announces a day of revision only where nothing after the day says otherwise, as in "Diese
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
    pointing: Lines = ()
    """What leads to another version before its day: "see the version of"."""
    kept: Lines = ()
    """What says after its day where another version is: "can be found here", "is archived"."""
    present: Lines = ()
    """What says that it is this version all the same: "this", "current"."""
    as_of: Lines = ()
    """What stands before a day alone at the top of a page: "As of"."""
    law: Lines = ()
    """What has a date of its own that is not the document's: an act, a court. Names of laws are added."""
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
class IdentityWords:
    """By which it is told whose document one is, which kind, and for whom. Those "within" are looked for
    inside of runs of letters too, as in languages without blanks."""

    subjects: Lines = ()
    subjects_within: Lines = ()
    """What policies speak of in every other sentence."""
    generic: Words = _NONE
    """Parts of names, and of titles, that do not tell one company from another."""
    once: Lines = ()
    """Before the name that a company once had, or took; a blank follows, but for a hyphen."""
    we: Words = _NONE
    """How a company speaks of itself: it is named before these words in brackets and quotes."""
    with_own: Lines = ()
    """What joins its name and those of its own: "and its subsidiaries"."""
    inside_names: Words = _NONE
    """Small words that stand inside names."""
    represents: Lines = ()
    """Beginnings of words by which a text says that a company only represents its own in a region."""
    speakers: Words = _NONE
    """Words that stand with a capital before the name of a company and are none of it: "We Fernleaf Ltd"."""
    no_names: Words = _NONE
    """Words that alone are no name: the rest of "ABC Private Limited"."""
    before_company: Lines = ()
    """What else stands before its name: "la société Fernleaf SAS"."""
    welcome: Lines = ()
    """What stands before the name of a document in its title and is none of it."""
    kinds: dict[str, Lines] = field(default_factory=dict)
    kinds_within: dict[str, Lines] = field(default_factory=dict)
    """What kinds of documents are called, in a title or a line over the text: privacy, cookies, terms, rules,
    imprint, returns, processing."""
    audiences: dict[str, Lines] = field(default_factory=dict)
    audiences_within: dict[str, Lines] = field(default_factory=dict)
    """Whom a notice is for, where it is not for everybody: applicants, employees, children, one state,
    business partners."""
    regions: dict[str, Lines] = field(default_factory=dict)
    """Names of authorities and regions, by region: only such as a policy for elsewhere has little reason to
    use. The names of its laws are added to them."""


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
class NoticeWords:
    """What sentences of a document say that tell of an update of it. `<document>` stands for its names."""

    document: Lines = ()
    """What a document of our kind is called."""
    news: Lines = ()
    """What else such a sentence may speak of: "these changes"."""
    changes: Lines = ()
    """That it changes, or is in force from some day on."""
    updated: Lines = ()
    """That it was changed."""
    pointing: Lines = ()
    """Whole sentences that only point to another version, or to what is new."""
    more: Lines = ()
    """Words of a sentence that says more than that something was updated."""
    here: Lines = ()
    """The word with which a sentence ends that only points."""


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
    reserved: Lines = ()
    """That somebody keeps all rights to what a page shows."""
    contents: Lines = ()
    """What heads the list of a page's sections, whole."""
    leading_back: Lines = ()
    """With what a line begins that leads back to another page."""
    leading_on: Lines = ()
    """With what a line begins that leads on to the next page, or to the one before: a colon or an arrow
    follows."""
    page: Lines = ()
    page_of: Lines = ()
    """Before the number of a page of a PDF, and between it and the number of all: "page 3 of 12"."""


@dataclass(frozen=True, slots=True)
class DiscoveryWords:
    """How a site links its documents. A link bears a name whole, or begins or ends with it."""

    privacy: Lines = ()
    terms: Lines = ()
    trackers: Lines = ()
    """What links are called that lead to the policy, the terms, the cookie policy."""
    other: Lines = ()
    """What is said beside "privacy" in a link to something else: settings, other people's data, news."""
    hub: Lines = ()
    """What pages are called that list the documents of a site."""
    privacy_paths: Lines = ()
    terms_paths: Lines = ()
    trackers_paths: Lines = ()
    """Pieces of an address by which such a page is known."""
    tried: Lines = ()
    """Addresses that are tried where no link was found, likeliest first."""
    elsewhere_paths: Words = _NONE
    """Pieces of addresses below which a page is none of the site's own documents."""
    protected: Lines = ()
    """What stands before a link to the policy of whoever protects a form from robots."""
    comparison: Lines = ()
    """What links are called that lead to two versions at once."""


@dataclass(frozen=True, slots=True)
class BrowserWords:
    """What a browser reads and presses to see a policy without consenting to anything, in lower case. A
    button whose words are not here is left alone."""

    decline: Lines = ()
    """Whole buttons, in a dialog that speaks of cookies or consent: no."""
    close: Lines = ()
    """What the sign that closes a dialog says or is labelled with, whole."""
    about: Lines = ()
    """What a dialog must speak of before anything in it is pressed: parts of words."""
    more: Lines = ()
    """Whole buttons that show the rest of a text."""
