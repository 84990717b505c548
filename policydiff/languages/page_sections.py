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
    """Letters are added to words at their beginning or end: dates are announced by parts of words."""
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
    """What stands in a sentence before the number of a section of the same text. An article is a law's."""
    spelled_at: Lines = ()
    spelled_dot: Lines = ()
    """How the signs of an e-mail address are spelled: "privacy [at] x [dot] example"."""
    first_spelling: str = ""
    second_spelling: str = ""
    """What the spellings of two regions are called: "British", "American"."""
    regional_spellings: Lines = ()
    """Beginnings of words that these regions spell in two ways, the first before the second: "behaviour
    behavior". No other word begins so."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """How texts in the language are told from others."""

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
    """How dates are printed, and which words say that a date is the document's own."""

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
    """The calendar that years are counted in if they cannot be years of the common calendar."""
    either_order: bool = False
    """Whether 03/04/2024 may be in March as well as in April; elsewhere the day stands first."""
    updated: Lines = ()
    """What announces the day of the last revision."""
    effective: Lines = ()
    """What announces the day from which the text applies."""
    otherwise: Lines = ()
    """Words that say that a day is not that of the last revision, but of the first text or of a law."""
    behind: Lines = ()
    """What joins a date and such words after it."""
    weak: Lines = ()
    """What announces a day of revision, unless something after the day says otherwise, as in "Diese Fassung
    tritt am 1. Mai 2024 in Kraft"."""
    numbered: Lines = ()
    """What stands before numbers that are no days: "version"."""
    beside_copyright: Lines = ()
    """Words beside a copyright line that say since when the right exists."""
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
    """Words before a day that lead to the version of that day: "see the version of"."""
    kept: Lines = ()
    """Words after a day that say where the version of that day is kept: "can be found here", "is
    archived"."""
    present: Lines = ()
    """Words that say that this version is meant all the same: "this", "current"."""
    as_of: Lines = ()
    """What stands before a day alone at the top of a page: "As of"."""
    law: Lines = ()
    """Things with a date of their own, which is not the document's: an act, a court. Names of laws are
    added."""
    things: Lines = ()
    """Other things of a company that have days of revision and effect too."""
    document: Lines = ()
    """What a page of this kind calls itself."""
    about: Lines = ()
    """What joins the name of a document and its matter ("politique relative aux cookies")."""
    changes: Lines = ()
    """What a long sentence may name so that its date counts as the document's."""
    cookies: Lines = ()
    terms: Lines = ()
    privacy: Lines = ()
    """Words by which a page or a sentence tells which document it means."""
    example: Lines = ()
    """Words that make a date an example: "for instance", "if you"."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What policies and their like are called and speak of, and what pages say that were sent in their place.

    Phrases are those of the kind of page, whoever wrote it: error pages of web servers, challenge pages of
    content delivery networks, consent dialogs, messages of web applications.
    """

    names: Lines = ()
    """What policies and their like are called: privacy, terms, cookies, guidelines, imprint, prices ..."""
    names_within: Lines = ()
    """The same as they stand, found inside of words too."""
    cookie_document: Lines = ()
    """Names of documents on cookies: their text is like that of a dialog, and may end in its buttons."""
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
    pay_or_consent: Lines = ()
    """The page lets the reader choose between cookies and a subscription."""
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
    """Words that tell whose document a text is, of which kind, and for whom. Those "within" are also looked
    for inside runs of letters, for languages without blanks."""

    subjects: Lines = ()
    subjects_within: Lines = ()
    """What policies speak of in every other sentence."""
    generic: Words = _NONE
    """Parts of names, and of titles, that do not tell one company from another."""
    once: Lines = ()
    """What stands before the name that a company had before, or took. A blank follows, unless it ends in a
    hyphen."""
    we: Words = _NONE
    """How a company speaks of itself. Its name stands before these words, which are in brackets and
    quotes."""
    with_own: Lines = ()
    """What joins its name and those of its own: "and its subsidiaries"."""
    inside_names: Words = _NONE
    """Small words that stand inside names."""
    represents: Lines = ()
    """Beginnings of words that say that a company only represents another one in a region."""
    speakers: Words = _NONE
    """Words with a capital that stand before the name of a company and are no part of it: "We Fernleaf
    Ltd"."""
    no_names: Words = _NONE
    """Words that alone are no name: the rest of "ABC Private Limited"."""
    before_company: Lines = ()
    """What else stands before its name: "la société Fernleaf SAS"."""
    at_home: Lines = ()
    """What stands before its name where it speaks of itself: "At Fernleaf, we care", "Bei Fernleaf achten
    wir"."""
    introduces: Lines = ()
    """What stands behind its name in a sentence by which a text introduces it: "Fernleaf takes your privacy
    seriously", "Fernleaf is the controller"."""
    we_are: Lines = ()
    """What stands before its name where it says who it is: "We are Fernleaf"."""
    welcome: Lines = ()
    """What stands in a title before the name of the document and is no part of it: "Welcome to"."""
    kinds: dict[str, Lines] = field(default_factory=dict)
    kinds_within: dict[str, Lines] = field(default_factory=dict)
    """What kinds of documents are called, in a title or a line over the text: privacy, cookies, terms, rules,
    imprint, returns, processing."""
    audiences: dict[str, Lines] = field(default_factory=dict)
    audiences_within: dict[str, Lines] = field(default_factory=dict)
    """For whom a notice is, if it is not for everybody: applicants, employees, children, one state, business
    partners."""
    places: Lines = ()
    """Countries and states, as they stand in headings of what a policy says to the people of some: "Notice to
    readers in Norway"."""
    regions: dict[str, Lines] = field(default_factory=dict)
    """Names of authorities and regions, by region: only those that a policy for another region hardly ever
    uses. The names of its laws are added to them."""


@dataclass(frozen=True, slots=True)
class BoxWords:
    """The words of boxes around a policy, and those of policies. None is sold or used by single sites
    only."""

    subjects: Lines = ()
    """Subjects of policies, terms and notices that the boxes around them hardly ever mention."""
    subjects_within: Lines = ()
    """The same as parts of words."""
    headings: Lines = ()
    """Headings and first lines of boxes that stand beside texts on all kinds of sites: each is a whole
    line."""
    consent_headings: Lines = ()
    """Headings of consent windows, whole."""
    invitations: Lines = ()
    """Whole texts of links and buttons that lead to another page of the site or sell something."""
    selling: Lines = ()
    """Words of strips and boxes that sell something or speak of the site's own business."""
    labels: Lines = ()
    """Entries of menus and footers, whole."""


@dataclass(frozen=True, slots=True)
class ButtonWords:
    """Texts of buttons and short lines beside a policy. None of them could be one of its sentences."""

    choices: Lines = ()
    """Words of buttons that lead to a choice or a right. A button without them is a tool of the page."""
    subscribing: Lines = ()
    """Words of forms that ask for an address to send news to."""
    tools: Lines = ()
    """Whole lines that offer a tool for reading the page, ask whether it helped, or count its readers."""
    openers: Lines = ()
    """Whole texts of buttons that open a section without naming it."""
    consents: Lines = ()
    """Whole texts of the buttons of a consent window."""


@dataclass(frozen=True, slots=True)
class AnnouncementWords:
    """What announcements of a change say."""

    news: Lines = ()
    """First words of a heading below which a document sums up what is new in it."""
    policy: Lines = ()
    """What a document of our kind is called."""
    change: Lines = ()
    """Beginnings of words that say that a document changes."""
    will: Lines = ()
    """What "we" will do, or do from some day on."""
    what: Lines = ()
    """What is used or shared, if that matters to readers: data, content, photos."""
    updated: Lines = ()
    """Words by which "we" say that they changed a document: that is an announcement, with or without a
    day."""


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Words of sentences that tell of an update of their document. `<document>` stands for its names."""

    document: Lines = ()
    """What a document of our kind is called."""
    news: Lines = ()
    """What such a sentence may be about instead: "these changes"."""
    changes: Lines = ()
    """Words that say that it changes, or is in force from some day on."""
    updated: Lines = ()
    """Words that say that it was changed."""
    pointing: Lines = ()
    """Whole sentences that only point to another version, or to what is new."""
    more: Lines = ()
    """Words of a sentence that says more than that something was updated."""
    here: Lines = ()
    """The word with which a sentence ends that only points."""


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """Lines of a page that are no part of its text, or that tell which day it is from."""

    ago: Lines = ()
    """A day as seen from today: "2 months ago", "yesterday"."""
    ago_marks: Lines = ()
    """Words in "2 months ago" that "today" does not have; "today" may be an item of a policy's list."""
    updated: Lines = ()
    """What stands before such a day."""
    dated: Lines = ()
    """Beginnings of words of a sentence that tells which day a document is from."""
    counters: Lines = ()
    """Whole lines that count readers or sales."""
    menu: Lines = ()
    """Whole labels of menus and footers that some captures of a page have and others do not."""
    reserved: Lines = ()
    """The end of a whole line that claims all rights to what a page shows."""
    contents: Lines = ()
    """Whole headings of a list of the page's sections."""
    link_hints: Lines = ()
    """What a link says of itself to those who hear the page: "opens in a new window"."""
    leading_back: Lines = ()
    """The beginning of a line that leads back to another page."""
    leading_on: Lines = ()
    """The beginning of a line that leads on to the next page, or to the one before; a colon or an arrow
    follows."""
    page: Lines = ()
    page_of: Lines = ()
    """What stands before the number of a page of a PDF, and between it and the number of all pages: "page 3
    of 12"."""


@dataclass(frozen=True, slots=True)
class DiscoveryWords:
    """How a site links its documents. The name is all of a link's text, its beginning or its end."""

    privacy: Lines = ()
    terms: Lines = ()
    trackers: Lines = ()
    """What links are called that lead to the policy, the terms, the cookie policy."""
    other: Lines = ()
    """What a link with "privacy" also says if it leads to something else: settings, other people's data,
    news."""
    hub: Lines = ()
    """What pages are called that list the documents of a site."""
    privacy_paths: Lines = ()
    terms_paths: Lines = ()
    trackers_paths: Lines = ()
    """Pieces of an address by which such a page is known."""
    tried: Lines = ()
    """Addresses that are tried where no link was found, likeliest first."""
    elsewhere_paths: Words = _NONE
    """Pieces of addresses of pages that are not the site's own documents."""
    protected: Lines = ()
    """What stands before a link to the policy of a service that protects a form from robots."""
    comparison: Lines = ()
    """What links are called that lead to two versions at once."""


@dataclass(frozen=True, slots=True)
class BrowserWords:
    """Which words a browser looks for, and which buttons it presses, to see a policy without consenting to
    anything; in lower case. A button whose words are not here is left alone."""

    decline: Lines = ()
    """Whole texts of buttons that say no, in a dialog that speaks of cookies or consent."""
    close: Lines = ()
    """Whole texts or labels of the button that closes a dialog."""
    about: Lines = ()
    """Parts of words of which a dialog must hold one before anything in it is pressed."""
    more: Lines = ()
    """Whole texts of buttons that show the rest of a text."""
