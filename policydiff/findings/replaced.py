"""Changes of facts, which are reported whatever the trained reader thinks of them.

    another period      "90 days" for "30 days"
    another answer      a cell that says "Yes" where it said "No"
    another basis       "lit. f" for "lit. a", "Our legitimate interests" for "Your consent"
    another age         "under 13" for "under 16"
    another mail        "privacy@x.example" for "dpo@x.example", or a form for it
    another company     "Birch Holdings GmbH" for "Birch AG"
    another denial      "We do not use your letters" for "We do not use your data"
    a narrower promise  "We do not train third-party models" for "We do not train models"
    a denial            "We may sell your data" for "We do not sell your data, but our partners may"
    a condition         "when they ask for it" for "only when a court orders it"
    a default           "on unless you turn them off" for "off unless you turn them on"
    a listed denial     "read your letters" in a list of what "we never" do
    a row               "Consent" in a new row, under "Legal basis", where no other text names consent
    an exception        "Your profile is shown to partners", without "other than your letters"
    a standard          "certified by ISO 27001", where the other text names no such standard
    somebody to ask     "Representative in the Union: Birch GmbH"
    data that is shared "we share your name or your letters" for "we share your name"
    a limit of an act   "which is the only data that we collect" is gone
    no sale promised    "We do not sell your data" is gone, and nothing like it stands elsewhere

In: a changed statement. Out: whether it is such a change.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.comparability.legal_forms import LEGAL_FORM
from policydiff.findings.ages import ages_of
from policydiff.findings.cell_answers import new_cell_answer
from policydiff.findings.direction import condition_lifted, denies_of_all
from policydiff.findings.facts import StatedAct
from policydiff.findings.law_points import points_cited
from policydiff.findings.likeness import likeness
from policydiff.findings.phrases import split_words
from policydiff.findings.qualifiers import denial_qualified
from policydiff.findings.sentence_form import exception_made, without_time_ago
from policydiff.findings.vocabulary import vocabulary

if TYPE_CHECKING:
    from policydiff.findings.facts import Facts
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.findings.statements import Statement
    from policydiff.models import Category

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_TRADERS = frozenset(("recipient.advertisers", "recipient.buyers"))
_CHILDREN = ("people.minors", "topic.children")
_IN_OTHER_WORDS = 50
"""Likeness, in percent, below which two sentences on the same matter say different things."""
_NO_SALE = StatedAct("share", "recipient.buyers", denied=True)
_HIDDEN = frozenset({"email", "protected"})
_STANDARD = re.compile(
    r"\b(?:pci dss|iso (?:iec )?27\d{3}|soc [123]|hitrust|fedramp|tisax|cyber essentials)\b"
)
"""Names of standards by which security is certified, in words as `Statement.said` has them."""
_ANY_DATA = frozenset({"data.personal", "data.other"})
_ONLY_IF = ("limit.solely", "limit.only-if")
_ONLY = ("limit.condition", "limit.solely", "limit.only-if")
_HANDING = frozenset(("act.share", "act.look"))
_BASIS_NAMED = "basis.frame"
"""The words "legal basis" themselves."""
_COMPANY = re.compile(rf"([A-ZÀ-Þ][\w&-]+),? (?:{LEGAL_FORM})")
"""The last word of a name before a legal form."""
_LINES_ABOVE = 3
"""Lines above a statement that may say what becomes of the data it names."""
_OFFICE = 120
"""Most characters of a line that names a person or an office."""


def replaces_fact(change: StatementChange) -> bool:
    """Whether it is a change that needs no trained reader: another period, another answer, another letter of
    the law, another mail address, a denial of more or less, a standard of security, a name to turn to, other
    data that is shared, a limit of what is done."""
    return any(rule(change) for rule in _FACTS)


def other_denial(change: StatementChange) -> bool:
    """Whether the same act is denied of some data where it was denied of all, or the other way round.

    The reader doubts such edits, since nearly all words stay: it would tell none of those in the stories.
    """
    if change.old is None or change.new is None:
        return False
    old, new = change.old, change.new
    acts = new.named(("act.",))
    if not acts or not denies_of_all(old.text, new.text, old.reader.lexicon.language):
        return False
    return acts == old.named(("act.",))


def listed_as_denied(change: StatementChange) -> bool:
    """Whether an item came or went of a list of what is not done: "read your letters" under "We never"."""
    unit = change.statement
    if change.kind == "edited" or not unit.place.item or unit.has("actor.company"):
        return False
    facts = unit.reader.facts(unit.introduction)
    asked = facts.has("right.exercise", "choice.opt-out", "choice.object", "actor.user")
    return unit.reader.denies(unit.introduction) and not asked


def not_shared_as_listed(change: StatementChange) -> bool:
    """Whether such an item is what is not shared or sold: "your letters" under "We never sell"."""
    unit = change.statement
    return listed_as_denied(change) and "share" in unit.reader.facts(unit.introduction).denied


def excepts_recipients(change: StatementChange) -> bool:
    """Whether an edit does nothing but put an exception into what somebody is shown, or take one out: "Your
    profile, other than your letters, is shown to partners"."""
    if change.old is None or change.new is None or change.old.denied or change.new.denied:
        return False
    sides = change.old, change.new
    if not all(side.named(("recipient.",)) and side.named(("act.",)) <= _HANDING for side in sides):
        return False
    return exception_made(change.old.text, change.new.text, change.old.reader.lexicon.language) != 0


def listed_recipient(change: StatementChange) -> bool:
    """Whether an item, or a cell of a table, is somebody with whom data is shared: "data brokers" under "We
    share data with" or "Recipients"."""
    unit = change.statement
    if change.kind == "edited" or unit.named(("act.",)) or not unit.named(("recipient.",)):
        return False
    columns = unit.path[-2:] if unit.cell else ()
    lead = (unit.introduction,) if unit.place.item else ()
    return any(map(unit.reader.shares, (*columns, *lead)))


def trades_data(change: StatementChange) -> bool:
    """Whether advertisers or buyers of data came or went as such an item, and are named nowhere else but in
    a denial. As a sentence of its own that is a headline."""
    side = change.side
    if side is None or not listed_recipient(change):
        return False
    named = change.statement.facts.concepts & _TRADERS
    return any(all(one.denied for one in side.naming(concept)) for concept in named)


def stated_in_column(change: StatementChange) -> Category | None:
    """What a cell that came or went states by the name of its column: a basis under "Legal basis", a period
    under "Kept for", a purpose under "Purposes"; None if it names none that the other text does not."""
    unit = change.statement
    if change.kind == "edited" or not unit.cell or not unit.path or change.side is None:
        return None
    column = unit.reader.facts(unit.path[-1])
    if column.has("act.keep") and unit.periods:
        return "retention"
    kinds: tuple[tuple[Category, str, bool], ...] = (
        ("legal-basis", "basis.", column.has(_BASIS_NAMED)),
        ("purpose", "purpose.", not _purposes().isdisjoint(split_words(unit.path[-1]))),
    )
    for category, beginning, asked in kinds:
        named = unit.named((beginning,)) - {_BASIS_NAMED} if asked else ()
        if any(not change.side.mentions(concept) for concept in named):
            return category
    return None


def is_stated_in_column(change: StatementChange) -> bool:
    """Whether a cell that came or went states something by the name of its column."""
    return stated_in_column(change) is not None


@cache
def _purposes() -> frozenset[str]:
    """Words for what data is used for, as columns are named, of all languages together."""
    return languages.all_words(lambda one: one.findings.purposes)


def promise_hedged(change: StatementChange) -> int:
    """1 where an edit puts nothing but an exception into what a company does not do, -1 where it takes one
    out, else 0: "We ask no children, except for their age".

    Both of the labelled statements are a widening and a headline to the expert.
    """
    if change.old is None or change.new is None or not change.old.denied & change.new.denied:
        return 0
    return exception_made(change.old.text, change.new.text, change.old.reader.lexicon.language)


def promise_qualified(change: StatementChange) -> bool:
    """Whether a promise not to train AI on data, or not to share it, says now of what it holds, or no longer:
    "We do not train third-party models", before "We do not train models"."""
    if change.old is None or change.new is None:
        return False
    old, new = change.old, change.new
    if not (old.has("limit.not") and new.has("limit.not")):
        return False
    if not ((old.trains_ai and new.trains_ai) or "share" in old.denied & new.denied):
        return False
    return denial_qualified(old.text, new.text, vocabulary(old.reader.lexicon.language))


def denial_came_or_went(change: StatementChange) -> bool:
    """Whether an edit puts a denial of an act into a sentence that had none, or takes it out: "We may sell
    your data" for "We do not sell your data, but our partners may".

    Of ten labelled statements nine are of substance to the expert, all of them a matter for an article, and
    all five on sharing and children are a headline.
    """
    if change.old is None or change.new is None:
        return False
    old, new = change.old, change.new
    turned = old.has("limit.not") != new.has("limit.not") and bool(old.denied) != bool(new.denied)
    return turned and not (_denies_on_request(old.facts) or _denies_on_request(new.facts))


def _denies_on_request(facts: Facts) -> bool:
    """Whether the first denial is what people may ask for: "users can ask Birch to use it no longer".

    "You can read it, but we do not sell it" names the company in between.
    """
    first = min((one.start for one in facts.mentions if one.concept == "limit.not"), default=-1)
    asking = {one.end for one in facts.mentions if one.concept == "actor.user"}
    able = [one.start for one in facts.mentions if one.concept == "limit.may" and one.start in asking]
    ours = [one.start for one in facts.mentions if one.concept == "actor.company"]
    return any(at < first and not any(at < our < first for our in ours) for at in able)


def other_condition(change: StatementChange) -> bool:
    """Whether an edit takes the "only" out of what is shared on a condition, or puts it in: "when they
    ask" for "only when a court orders it".

    Both of the labelled statements with the same acts were reported anyway, and one was of substance.
    """
    if change.old is None or change.new is None:
        return False
    if change.old.has(*_ONLY_IF) == change.new.has(*_ONLY_IF):
        return False
    old, new = change.old.facts, change.new.facts
    return old.ours and new.ours and bool(old.named("recipient") & new.named("recipient"))


def other_default(change: StatementChange) -> bool:
    """Whether a sentence on a choice has two words exchanged: "on unless you turn them off" for "off unless
    you turn them on"."""
    if change.old is None or change.new is None:
        return False
    swapped = any(put and (put, cut) in change.swaps for cut, put in change.swaps)
    return swapped and all(side.named(("choice.",)) for side in (change.old, change.new))


def names_standard(change: StatementChange) -> bool:
    """Whether a standard of security that the other text names nowhere came or went with a statement."""
    named = set(_STANDARD.findall(change.statement.said)) if change.kind != "edited" else set()
    return bool(named) and not any(change.side and change.side.holds(standard) for standard in named)


def names_office(change: StatementChange) -> bool:
    """Whether a line that names a representative or a data protection officer came or went."""
    text = change.statement.text
    label, colon, name = text.partition(":")
    if change.kind == "edited" or not colon or len(text) > _OFFICE or not name.lstrip()[:1].isupper():
        return False
    return change.statement.reader.facts(label).has("topic.representative", "topic.dpo")


def kept_otherwise(change: StatementChange) -> bool:
    """Whether data is kept for another period than before, longer or shorter.

    What is no sentence has the act of the lines above it: "Server logs: 90 days", under "How long we keep
    it", or a cell "6 months", under "Kept for".
    """
    unit = change.statement
    if not other_period(change):
        return False
    above = () if unit.text.endswith(".") and not unit.cell else unit.context[-_LINES_ABOVE:]
    return unit.names_anywhere("act.keep") or any(facts.has("act.keep") for facts in above)


def new_answer(change: StatementChange) -> bool | None:
    """What a cell of a table says now where it said the opposite: True for yes; None if it does not."""
    if change.old is None or change.new is None or not change.statement.cell:
        return None
    return new_cell_answer(change.old.text, change.new.text)


def other_answer(change: StatementChange) -> bool:
    """Whether a cell of a table says yes where it said no, or the other way round."""
    return new_answer(change) is not None


def other_answer_on_sharing(change: StatementChange) -> bool:
    """Whether such a cell says whether data is shared or sold: "Geolocation data, sold or shared: Yes"."""
    unit = change.statement
    return other_answer(change) and any(unit.reader.facts(head).has("act.share") for head in unit.path[-2:])


def other_mail(change: StatementChange) -> bool:
    """Whether an edit puts another mail address, or another way to write, in place of one.

    An address that a page hides from robots ("[email protected]") is none.
    """
    if change.old is None or change.new is None or not ("@" in change.old.text or "@" in change.new.text):
        return False
    old, new = (frozenset(_MAIL.findall(unit.text.casefold())) for unit in (change.old, change.new))
    if old and new:
        return old != new
    if "@" in change.old.text and "@" in change.new.text:
        return False
    named = {word for address in old | new for word in split_words(address)}
    swapped = (cut + put for cut, put in change.swaps if cut and put)
    return any(not named.isdisjoint(words) and not set(words) >= _HIDDEN for words in swapped)


def other_company(change: StatementChange) -> bool:
    """Whether an edit names a company by another name or legal form than before."""
    if change.old is None or change.new is None:
        return False
    old, new = (_companies(unit.text) for unit in (change.old, change.new))
    return bool(old and new) and old != new


def _companies(text: str) -> frozenset[str]:
    """The last word of each name of a company, with its legal form, however they are written."""
    return frozenset(" ".join(split_words(found.group())) for found in _COMPANY.finditer(text))


def other_basis(change: StatementChange) -> bool:
    """Whether an edit names another point of Article 6(1) of the GDPR: "lit. f" where "lit. a" stood."""
    if change.old is None or change.new is None:
        return False
    old, new = (points_cited(unit.text) for unit in (change.old, change.new))
    if old and new and old != new:
        return True
    # "Your consent" became "Our legitimate interests"
    return change.statement.cell and all(
        any(name.startswith("basis.") for name in names) for names in (change.lost, change.gained)
    )


def other_age(change: StatementChange) -> int:
    """By how many years an edit raises the age below which people are children to a policy, 0 for none:
    -3 where "under 13" stands for "under 16".

    Of eleven first such edits of a policy all are of substance to the expert and seven a headline; the
    reader doubts them, since all other words stay. Wrong where two ages are examples.
    """
    if change.old is None or change.new is None or change.statement.place.heading:
        return 0
    if not change.statement.has(*_CHILDREN):
        return 0
    old, new = ages_of(change.old.text), ages_of(change.new.text)
    return max(new) - max(old) if old and new and old.isdisjoint(new) else 0


def swapped_age(change: StatementChange) -> bool:
    """Whether one sentence on the age of children stands in place of another that says something else, with
    an age that is new: neither wider nor narrower, and both have to be read."""
    if change.old is None or change.new is None or not change.statement.has(*_CHILDREN):
        return False
    old, new = ages_of(change.old.text), ages_of(change.new.text)
    return bool(old) and not new <= old and likeness(change.old.text, change.new.text) < _IN_OTHER_WORDS


def no_sale_promise_gone(change: StatementChange) -> bool:
    """Whether a promise not to sell data is gone, and the other text makes none.

    All five of the labelled statements are a headline to the expert; the reader doubts two of them.
    """
    if change.old is None or not _denies_sale(change.old):
        return False
    if change.new is not None and _denies_sale(change.new):
        return False
    return change.side is not None and not change.side.states(_NO_SALE)


def _denies_sale(unit: Statement) -> bool:
    """Whether it says that data is not sold: not "Do Not Sell My Info", nor "you may ask us not to sell"."""
    if "share" not in unit.denied:
        return False
    facts = unit.facts
    asked = facts.has("right.exercise", "choice.opt-out", "choice.object")
    return _NO_SALE in facts.acts and facts.has("actor.company", "actor.third", "actor.passive") and not asked


def other_period(change: StatementChange) -> bool:
    """Whether an edit puts another period in place of one ("90 days" for "30 days"): a fact.

    How long ago something was is none: "3 comments, the last one 2 hours ago".
    """
    if change.old is None or change.new is None:
        return False
    old = change.old.periods
    differ = bool(old) and bool(change.new.periods) and old != change.new.periods
    return differ and all(unit.text == without_time_ago(unit.text) for unit in (change.old, change.new))


def longer_period(change: StatementChange) -> int:
    """1 if an edit makes periods longer and none shorter, -1 if it does the opposite, else 0.

    Periods of one sentence are taken in the order of their length: "1.5 years, archives 1,000 days".
    """
    if change.old is None or change.new is None or len(change.old.periods) != len(change.new.periods):
        return 0
    pairs = list(zip(sorted(change.old.periods), sorted(change.new.periods), strict=True))
    longer, shorter = (any(now > was for was, now in pairs), any(now < was for was, now in pairs))
    return longer - shorter


def other_data_shared(change: StatementChange) -> bool:
    """Whether an edit puts a kind of data into a statement on what is shared, or takes one out."""
    if change.old is None or change.new is None:
        return False
    turned = change.gained ^ change.lost
    if not any(name.startswith("data.") and name not in _ANY_DATA for name in turned):
        return False
    return all(side.has("act.share") and not side.denied for side in (change.old, change.new))


def conditions_sharing(change: StatementChange) -> bool:
    """Whether an edit takes out the condition that a sentence on sharing opened with, or puts one in."""
    if change.old is None or change.new is None:
        return False
    if not (change.old.has("act.share") and change.new.has("act.share")):
        return False
    return condition_lifted(change.old.text, change.new.text, change.old.reader.lexicon.language) != 0


def limits_act(change: StatementChange) -> bool:
    """Whether an edit takes out, or puts in, that something is the only thing that is done."""
    return lifted_limit(change) is not None


def lifted_limit(change: StatementChange) -> bool | None:
    """Whether an edit takes out that something is the only thing that is done; None if it does neither."""
    old, new = change.old, change.new
    if old is None or new is None or old.has(*_ONLY) == new.has(*_ONLY):
        return None
    lifted = old.has(*_ONLY)
    side, runs = (old, change.cut) if lifted else (new, change.put)
    facts = side.reader.stated(" ".join(side.words[at] for start, end in runs for at in range(start, end)))
    limits = facts.has(*_ONLY) and facts.has("actor.company") and bool(facts.named("act"))
    return lifted if limits else None


def names_company(change: StatementChange) -> bool:
    """Whether a line came or went that names a company, and the other text names that company nowhere."""
    if change.kind == "edited" or change.side is None:
        return False
    named = _COMPANY.findall(change.statement.text)
    return any(not change.side.holds(" ".join(split_words(name))) for name in named)


_FACTS = (
    other_period,
    other_answer,
    other_basis,
    other_mail,
    other_company,
    other_denial,
    listed_as_denied,
    trades_data,
    is_stated_in_column,
    excepts_recipients,
    denial_came_or_went,
    promise_qualified,
    other_condition,
    other_default,
    names_standard,
    names_office,
    other_data_shared,
    limits_act,
    conditions_sharing,
)
"""Each says whether a change is such a fact."""
