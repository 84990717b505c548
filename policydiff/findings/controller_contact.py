"""Who is responsible, who represents the company, and where does one write?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import of_kind, topic

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit

_SHORT = 6
"""Words of a line that is a number and a street."""
_LINE, _BLOCK = 14, 40
"""Words of a line that may be a name or an address, and of one that names a street."""


_TERM = 6
"""Words of a term that is explained."""
_ANSWERS = ("topic.representative", "topic.dpo", "topic.controller")
_CONTACT = ("form.contact", *_ANSWERS)
"""What a heading is about under which names and addresses stand."""
_ALIKE = 0.9
"""Share of the words beside an address of mail that must be the same."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    if any(m.concept == "form.means" and m.start <= _TERM for m in facts.mentions):
        return None  # what the words mean, not who it is
    turned = bool((news.gained | news.lost) & set(_ANSWERS)) and news.kind == "edited"
    if facts.has("right.exercise") and facts.has("actor.user") and not turned:
        return None  # how a request is made
    if news.kind == "new" and news.unit.facts.has("topic.controller") and "topic.controller" in news.kept:
        return Claim("changed", "who is responsible", 2, "roles are said anew", 3)
    if facts.has("topic.security", "topic.change-told"):
        return None  # what is done for safety, or was changed
    if facts.first_act == "share" and of_kind(facts.concepts, "recipient"):
        return None  # another one who is responsible receives data
    if news.kind == "edited" and facts.has("topic.self") and news.names_came and news.names_went:
        return Claim("changed", "who is responsible", 2, "the company has another name", 3)
    if news.kind == "new" and news.unit.place.item and news.unit.names and _named_above(news.unit):
        return Claim("changed", "who is responsible", 2, "it names who is responsible", 3)
    if _another(news):
        return Claim("changed", "who is responsible", 2, "another one is responsible", 3)
    claim = topic(news, _ANSWERS, 2, "it says who answers", 3)
    return claim or _address(news) or _mail(news)


def _named_above(unit: Unit) -> bool:
    """Whether the line that introduces its list speaks of who is responsible."""
    return bool(unit.place.lead) and unit.under("topic.controller", last=1)


def _another(news: News) -> bool:
    """Whether the sentence that names who is responsible names others."""
    if news.old is None or news.new is None:
        return False
    named = all(unit.facts.has("topic.controller") for unit in (news.old, news.new))
    came, went = sorted(news.names_came), sorted(news.names_went)
    alike = zip(came, went, strict=False)
    same = len(came) == len(went) and all(a.startswith(b) or b.startswith(a) for a, b in alike)
    return named and not same and not news.new.facts.has("act.share")


def _mail(news: News) -> Claim | None:
    """Another address of mail in a sentence that says the same."""
    if news.old is None or news.new is None:
        return None
    before, after = (_MAIL.findall(unit.text.casefold()) for unit in (news.old, news.new))
    if not before or not after or before == after:
        return None
    bare = [_MAIL.sub(" ", unit.text.casefold()).split() for unit in (news.old, news.new)]
    rest = Indel.normalized_similarity(*bare) >= _ALIKE
    return Claim("changed", "name or address", 1, "it says where to write", 3) if rest else None


def _address(news: News) -> Claim | None:
    """A line of an address, under a heading of contact, that is another one."""
    facts = news.unit.facts
    if news.kind != "edited" or facts.has("topic.effective") or not facts.words or "://" in news.unit.text:
        return None  # an address of the web is none to write to
    line = (
        len(facts.words) <= _SHORT and facts.words[0].isdigit() and not re.match(r"\d+\.\d", news.unit.text)
    )
    street = any(unit.facts.has("topic.address") for unit in (news.old, news.new) if unit)
    office = street and facts.digits and bool(news.names_came and news.names_went)
    block = facts.digits or street or len(facts.words) <= _SHORT
    if not (line or office or (block and not facts.named("act") and news.unit.under(*_CONTACT, last=2))):
        return None
    if len(facts.words) > (_BLOCK if street else _LINE):
        return None
    numbers = [frozenset(w for w in u.facts.words if w.isdigit()) for u in (news.old, news.new) if u]
    if not (news.names_came or news.names_went) and numbers[0] == numbers[1]:
        return None
    return Claim("changed", "name or address", 1, "it says where to write", 3)


RULE = Rule(
    "controller-contact",
    "controller-contact",
    "Controller and processor, representative, data protection officer, postal address.",
    "Edited: another representative in the Union.",
    "Addresses are compared line by line; a changed telephone number is not told.",
    ask,
)
