"""The sections of a language's file by which statements are read: numbers, spans of time, rights, findings.

Expressions are regular expressions without capturing groups, in lower case; a blank in them stands for any
white space. A list is a tuple of lines, single words are a set.
"""

from dataclasses import dataclass, field

from policydiff.languages.page_sections import Lines, Words

_NONE: Words = frozenset()


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
    money: Words = _NONE
    """Names of money that stand beside a number."""


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """How spans of time are written."""

    units: dict[str, Lines] = field(default_factory=dict)
    """Names of units, those of several words first: second, minute, hour, day, working day, week, month,
    year; "month*3" for names of three months. The first that matches counts."""
    glued: dict[str, Lines] = field(default_factory=dict)
    """Endings that are glued to a number: "zwölfmonatig", "30-tägig"."""
    fillers: Words = _NONE
    """Words between a number and its unit that change nothing."""
    articles: Words = _NONE
    """Words for "one" that are often no number: "one day we may", "eines Tages"."""
    article_counts: bool = False
    """Whether such a word counts before a week, a month or a year wherever it stands."""
    cues: Lines = ()
    """Words before such a word that make it one."""
    ranges: Lines = ()
    """What stands between two numbers of one unit: "30 to 90 days"."""
    rates: Lines = ()
    """What stands between a number of units and another unit where both together say how often: "7 days a
    week"."""
    ages_behind: Lines = ()
    ages_before: Lines = ()
    """What stands after or before a number of years that is somebody's age."""
    half_before: Lines = ()
    half_behind: Lines = ()
    """What adds a half before the unit, or after it."""
    named: Lines = ()
    """What stands beside a number that is a name and counts nothing: a section, a page."""
    dialled: Lines = ()
    """What stands right before a telephone number: "call us on"."""


@dataclass(frozen=True, slots=True)
class RightsWords:
    """Words of links that lead to a right, in lower case and without punctuation. `~` stands for any ending.
    Listed are kinds of words as policies use them.

    `~` stands for any ending. What is listed are kinds of words as policies use them.
    """

    links: Lines = ()
    """The form for objections, the address of the data protection officer, the page with earlier versions."""
    pointers: Lines = ()
    """Words of a link that say nothing by themselves, so that the sentence around it counts: "here"."""
    leading: Lines = ()
    """What may stand before a word that only points: "fill in this form"."""
    in_address: Lines = ()
    """Parts of an address that show that it leads to a right."""
    help_paths: Lines = ()
    """Words in the address of a page that only explains, and is no form."""
    form_paths: Lines = ()
    """Parts of the address of a form, also below the pages of help: "/help/contact/4418"."""


@dataclass(frozen=True, slots=True)
class LawWords:
    """The one table of laws: whoever looks for laws adds these to words of its own."""

    names: dict[str, Lines] = field(default_factory=dict)
    """Names of laws as they stand in texts, by the region that made them (ISO 3166, "EU", "UK"; a state of it
    as "US-CA"). None is a common word elsewhere."""
    article: Lines = ()
    paragraph: Lines = ()
    sentence: Lines = ()
    point: Lines = ()
    """What stands before the number or letter of a part of a law: "Art. 6 Abs. 1 S. 1 lit. a"."""

    @property
    def every(self) -> Lines:
        """The names of all laws."""
        return tuple(name for names in self.names.values() for name in names)


@dataclass(frozen=True, slots=True)
class FindingWords:
    """How policies say the concepts that findings are made of, in the notation of `findings/phrases.py`."""

    stop: Words = _NONE
    """Words without content of their own."""
    denial_before: int = 0
    denial_behind: int = 0
    """Within how many words before and after a word of denial the denied act is looked for."""
    user_reach: int = 0
    """Within how many words after a word for the person a verb says what that person does."""
    doubted: float = 0.0
    """By how much, in log-odds, the bound is lowered above which a change is reported. In a language of which
    few statements are labelled the trained reader is less sure than it would be in English."""
    yes: Words = _NONE
    no: Words = _NONE
    """What stands in a cell of a table that answers its row and column."""
    receivers: Words = _NONE
    """Those who receive data: in a line above a list of them."""
    purposes: Words = _NONE
    """What columns of tables are called that say what data is used for: "purposes"."""
    tables: Lines = ()
    """Beginnings of sentences about a table of the text: "the table below"."""
    pledges: Lines = ()
    """Words of promises that nearly every policy makes, and that are no news: not to reidentify people, what
    the law gives them anyway."""
    taking_part: Lines = ()
    """How a company says that it takes part in a framework, `*` for any ending: "certif*"."""
    spellings: Lines = ()
    """Pieces of words that are written in two ways, each before the other way: "our or"."""
    other_rights: dict[str, Lines] = field(default_factory=dict)
    """Words of rights that are not among the concepts, by right. The trained reader is fitted to the
    concepts: a further word there would ask for another model."""
    legal_terms: dict[str, Lines] = field(default_factory=dict)
    """Names of authorities, and words of the law, by region. The names of its laws are added to them."""
    concepts: dict[str, dict[str, Lines]] = field(default_factory=dict)
    """The phrases of each concept, by its kind and name."""


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """Words by which a change of a statement is read as widening or narrowing it. An entry stands for its
    words in a row, `*` for any ending; apostrophes separate words: "don't" is "don t".

    An entry stands for its words in a row, `*` for any ending; apostrophes part words: "don't" is "don t".
    """

    empty: Words = _NONE
    """Articles and relative pronouns: with or without them a statement says the same."""
    function: Words = _NONE
    """Words that only carry grammar."""
    link: Words = _NONE
    """Prepositions."""
    forms: Words = _NONE
    """Words for a form: another form for the same right makes it neither wider nor narrower."""
    place: Words = _NONE
    """Words for a part of a text, to which a number refers: "section"."""
    contrary: Words = _NONE
    """Letters before a word that make it its contrary: "un" of "unlawful"."""
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
    """What the person has to do: give proof, pay fees."""
    refusal: Lines = ()
    """Words at the beginning of a sentence that deny all of it: "we do not"."""
    person: Lines = ()
    opening: Lines = ()
    """What opens a clause that the sentence hangs on: "if"."""
    leaning: Lines = ()
    """Words at the beginning of a statement that leans on the one before it: "this includes"."""
    linking: Lines = ()
    """Those of them without which the statement says the same: "however"."""
    defining: Lines = ()
    """What stands behind a term that is defined: "means"."""
    aim: Lines = ()
    """Words that open a sentence with its purpose: "in order to"."""


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """Words that tell whether a sentence can be quoted alone."""

    pointing: Words = _NONE
    """Words that point at something said before: "these"."""
    pointing_phrases: Lines = ()
    """Words in a row that do so, of which none does alone: "that data"."""
    pronouns: Words = _NONE
    """Words that stand for something said before: "it", but no word that is mostly impersonal."""
    itself: Words = _NONE
    """What such words point at if it is the policy itself, or what the heading says: "for this purpose"."""


@dataclass(frozen=True, slots=True)
class WayWords:
    """Words by which ways to use a right are found, in lower case and without punctuation. `~` stands for
    any ending, ` * ` for up to three words between."""

    authorities: Lines = ()
    """Names of authorities. In a link they say to whom to complain; in a sentence they say nothing."""
    acts: Lines = ()
    """How a sentence tells its reader to do something, before a link with another name."""
    does: Lines = ()
    """What the reader may do by means of the link."""
    asking: Lines = ()
    """Acts that name a right if they are all of a link's text ("access")."""
    choosing: Lines = ()
    """The same of choices ("manage")."""
    asking_for: Lines = ()
    """The same, where the text of a link begins with one ("contact Lumio")."""
    choosing_of: Lines = ()
    """The same of choices ("manage apps that have access")."""
    undoes: Lines = ()
    """What is done to what a link names ("you can delete your reviews")."""
    informs: Lines = ()
    """Words of a link that tells more of something it names: the sentence before it and the heading then say
    nothing."""
    howto: Lines = ()
    """Words of a link that tells how to do something, although it informs."""
    means: Lines = ()
    """What stands just before a link by means of which something is done ("via")."""
    looks: Lines = ()
    """The same, if the right is named after it ("see our notice for your rights")."""
    tells: Lines = ()
    """What stands just after a link that tells of rights ("our guide explains how to object")."""
    enters: Lines = ()
    """The same, if it is named on either side ("log in to your account to correct it")."""
    pointing: Lines = ()
    """Words of a link that say nothing by themselves ("click here")."""
    place: Lines = ()
    """Last words of a link that points ("here")."""
    forms: Lines = ()
    """Words that name a form."""
    joints: Lines = ()
    """What stands between two links that are only listed ("or")."""
    documents: Lines = ()
    """Names of documents to read. They are a way only where a sentence tells its reader that they are the
    means."""
    never: Lines = ()
    """Names of what is never a way: terms, earlier versions."""
    subjects: Lines = ()
    """Subjects of sentences in which "here" is no way to use a right: contractual clauses."""
    mentioned: Lines = ()
    """What stands just before settings that are only mentioned ("subject to your settings")."""
    below: Lines = ()
    """How a line announces a list or an address, if it does not end in a colon ("at the links below")."""
    within: Lines = ()
    """Words of a link to a part of the same text, or just after it ("section below")."""
    occasions: Lines = ()
    """Beginnings of sentences that tell what happens to those who ask, and not where to ask ("when you
    contact us")."""
    members: Lines = ()
    """Words of sentences that only tell of which bodies a company is a member."""
    copies: Lines = ()
    """Words that show that an e-mail address is one to ask at, in spite of such a subject ("a copy of")."""
    contacts: Lines = ()
    """Words of a link that only names whom to write to ("contact us")."""
    rights: dict[str, Lines] = field(default_factory=dict)
    """What names a right, by right: object, opt-out, withdraw, delete, complain, ask, choose."""
    regions: dict[str, Lines] = field(default_factory=dict)
    """Words that say for which region something is, by region ("EU", "US-CA")."""
    named: dict[str, Lines] = field(default_factory=dict)
    """Words that name a right, a legal basis or a matter, even if nothing more is said of it, as in a list of
    rights."""
    obstacles: dict[str, Lines] = field(default_factory=dict)
    """Words that show an obstacle of obstacles.toml, by its code: names of fields, or what a page says."""
