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
    year; "month*3" for names of three months. The first that fits counts."""
    glued: dict[str, Lines] = field(default_factory=dict)
    """Endings that are glued to a number: "zwölfmonatig", "30-tägig"."""
    fillers: Words = _NONE
    """Words between a number and its unit that change nothing."""
    articles: Words = _NONE
    """Words for one that often are no number: "one day we may", "eines Tages"."""
    article_counts: bool = False
    """Whether such a word counts before a week, a month or a year wherever it stands."""
    cues: Lines = ()
    """Words before such a word that make it one."""
    ranges: Lines = ()
    """What stands between two numbers of one unit: "30 to 90 days"."""
    rates: Lines = ()
    """What stands between a number of units and another unit where both say how often: "7 days a week"."""
    ages_behind: Lines = ()
    ages_before: Lines = ()
    """What after or before a number of years says that it is somebody's age."""
    half_before: Lines = ()
    half_behind: Lines = ()
    """What adds a half before the unit, or after it."""
    named: Lines = ()
    """What a number names that counts nothing: a section, a page."""
    dialled: Lines = ()
    """What stands right before the number of a telephone: "call us on"."""


@dataclass(frozen=True, slots=True)
class RightsWords:
    """Words behind which a link leads to a right, in lower case and without punctuation.

    `~` stands for any ending. What is listed are kinds of words as policies use them.
    """

    links: Lines = ()
    """The form for objections, the address of the data protection officer, the page with earlier versions."""
    pointers: Lines = ()
    """What says nothing of itself, so that the sentence around it counts: "here"."""
    leading: Lines = ()
    """What may stand before a word that only points: "fill in this form"."""
    in_address: Lines = ()
    """By what an address says that it leads to a right."""
    help_paths: Lines = ()
    """Words in the address of a page that explains and is no form."""
    form_paths: Lines = ()
    """Parts of the address of a form, also below the pages of help: "/help/contact/4418"."""


@dataclass(frozen=True, slots=True)
class LawWords:
    """The one table of laws: whoever looks for laws adds these to words of its own."""

    names: dict[str, Lines] = field(default_factory=dict)
    """Names of laws as they stand in texts, by the region whose they are (ISO 3166, "EU", "UK"; a state of it
    as "US-CA"). None that is a common word elsewhere."""
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
    """How many words before and after a word of denial the denied act may stand."""
    user_reach: int = 0
    """Words behind a word for the person within which a verb is theirs."""
    doubted: float = 0.0
    """By how much less likely substance may be, in log-odds, to be reported: where few statements of the
    language are labelled, the trained reader doubts what it would be sure of in English."""
    yes: Words = _NONE
    no: Words = _NONE
    """What stands in a cell of a table that answers its row and column."""
    receivers: Words = _NONE
    """Those who receive data: in a line above a list of them."""
    tables: Lines = ()
    """How a sentence begins that is about a table of the text: "the table below"."""
    pledges: Lines = ()
    """Words of what nearly every policy promises, which is no news: not to reidentify people, what the law
    gives them anyway."""
    spellings: Lines = ()
    """Pieces of words that are written in two ways, each before the other way: "our or"."""
    other_rights: dict[str, Lines] = field(default_factory=dict)
    """Words of rights that the concepts do not have, by right: what the trained reader sees rests on the
    concepts, so that a word more there would ask for another model."""
    legal_terms: dict[str, Lines] = field(default_factory=dict)
    """Names of authorities, and words of the law, by region. The names of its laws are added to them."""
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
    forms: Words = _NONE
    """Words for a form: another form for the same right makes it neither wider nor narrower."""
    place: Words = _NONE
    """Words for a part of a text, to which a number refers: "section"."""
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
    linking: Lines = ()
    """Of these the ones without which it says the same: "however"."""
    defining: Lines = ()
    """What stands behind a term that is defined: "means"."""
    aim: Lines = ()
    """What opens a sentence with its aim: "in order to"."""


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """By which it is told whether a sentence can be quoted alone."""

    pointing: Words = _NONE
    """Words that point at something said before: "these"."""
    itself: Words = _NONE
    """What a policy points at when it points at itself, or at what the heading says: "for this purpose"."""


@dataclass(frozen=True, slots=True)
class WayWords:
    """Words by which ways to use a right are found, in lower case and without punctuation. `~` stands for
    any ending, ` * ` for up to three words between."""

    authorities: Lines = ()
    """Names of authorities: in a link they say to whom to complain, in a sentence nothing."""
    acts: Lines = ()
    """How a sentence tells its reader to do something, before a link that bears another name."""
    does: Lines = ()
    """What somebody may do then."""
    asking: Lines = ()
    """Acts that name a right where a link consists of one ("access")."""
    choosing: Lines = ()
    """The same of choices ("manage")."""
    asking_for: Lines = ()
    """The same, where the text of a link begins with one ("contact Lumio")."""
    choosing_of: Lines = ()
    """The same of choices ("manage apps that have access")."""
    undoes: Lines = ()
    """What is done to what a link names ("you can delete your reviews")."""
    informs: Lines = ()
    """What says itself of what a link tells more: the sentence before it and the heading then say nothing."""
    howto: Lines = ()
    """What says that a link tells how to do something, though it informs."""
    means: Lines = ()
    """What stands just before a link that is the means ("via")."""
    looks: Lines = ()
    """The same, if the right is named after it ("see our notice for your rights")."""
    tells: Lines = ()
    """What stands just after a link that tells of rights ("our guide explains how to object")."""
    enters: Lines = ()
    """The same, if it is named on either side ("log in to your account to correct it")."""
    pointing: Lines = ()
    """Of what words a link consists that says nothing of itself ("click here")."""
    place: Lines = ()
    """Last words of a link that points ("here")."""
    forms: Lines = ()
    """Words that name a form."""
    joints: Lines = ()
    """What stands between two links that are only listed ("or")."""
    documents: Lines = ()
    """Names of documents to read: a way only where a sentence tells its reader that they are the means."""
    never: Lines = ()
    """Names of what is never a way: terms, earlier versions."""
    subjects: Lines = ()
    """What a sentence speaks of in which "here" leads nowhere: contractual clauses."""
    mentioned: Lines = ()
    """What stands just before settings that are only mentioned ("subject to your settings")."""
    below: Lines = ()
    """How a line announces a list or an address, if it does not end in a colon ("at the links below")."""
    within: Lines = ()
    """What a link or the words behind it say that leads to a part of the same text ("section below")."""
    occasions: Lines = ()
    """How a sentence begins that tells what happens to those who ask, not where ("when you contact us")."""
    members: Lines = ()
    """What a sentence says that tells only of which bodies a company is a member."""
    copies: Lines = ()
    """What says that an e-mail address is one to ask at all the same ("a copy of")."""
    contacts: Lines = ()
    """What a link says that only names whom to write to ("contact us")."""
    rights: dict[str, Lines] = field(default_factory=dict)
    """What names a right, by right: object, opt-out, withdraw, delete, complain, ask, choose."""
    regions: dict[str, Lines] = field(default_factory=dict)
    """What says for whom something is, by region ("EU", "US-CA")."""
    named: dict[str, Lines] = field(default_factory=dict)
    """What names a right, a legal basis or a matter where no more is said of it, as in a list of rights."""
    obstacles: dict[str, Lines] = field(default_factory=dict)
    """What shows an obstacle of obstacles.toml, by its code: names of fields, or what a page says."""
