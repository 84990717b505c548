"""A finding as one plain sentence that a reporter may quote: it says what the text says and never accuses.

In: category, direction and detail of a claim. Out: a sentence in English, whatever the policy's language. It
speaks of statements ("a new statement speaks of ..."), because the words quoted beside it say the rest.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Category, Direction

DENIAL = "denial: "
"""How the detail of a claim begins when the company rules something out."""
_MATTERS: Mapping[Category, str] = {
    "ai-training": "training or improving AI",
    "change-notice": "announcing changes",
    "children": "children and minors",
    "controller-contact": "who is responsible and how to reach them",
    "data-collection": "gathering data",
    "disputes": "how disputes are settled",
    "effective-date": "its date",
    "legal-basis": "the legal basis for using data",
    "opt-out": "how people can choose or say no",
    "purpose": "which data is used for what",
    "retention": "how long data is kept",
    "rights": "people's rights and how to use them",
    "security": "how data is protected",
    "sharing": "who receives data",
    "transfers": "sending data abroad",
}
_ADDED: Mapping[Category, str] = {
    "controller-contact": "A new statement names {things}.",
    "data-collection": "A new statement speaks of gathering {things}.",
    "legal-basis": "A new statement names a legal basis{tail}.",
    "purpose": "A new statement names {purposes}{tail}.",
    "retention": "A new statement says how long data is kept{tail}.",
    "sharing": "A new statement names who may receive data{tail}.",
}
_NAMED: frozenset[Category] = frozenset({"controller-contact", "opt-out", "rights"})
"""Where the detail is the matter: "a way to opt out"."""
_TOLD: Mapping[Direction, str] = {
    "added": "A new statement speaks of {matter}{tail}.",
    "removed": "A statement on {matter} is gone{tail}.",
    "widened": "The policy goes further on {matter}{tail}.",
    "narrowed": "What the policy says on {matter} is more limited now{tail}.",
    "changed": "What the policy says on {matter} changed{tail}.",
}
_DENIED: Mapping[Direction, str] = {
    "added": "A new statement rules something out on {matter}{tail}.",
    "removed": "A statement that ruled something out on {matter} is gone{tail}.",
    "widened": "What the policy rules out on {matter} covers less now{tail}.",
    "narrowed": "A new statement rules something out on {matter}{tail}.",
    "changed": "What the policy rules out on {matter} changed{tail}.",
}
_WHOLE: Mapping[tuple[Category, str], str] = {
    ("ai-training", "only to provide the feature"): (
        "A new statement says that AI uses data only to provide the feature itself."
    ),
    ("ai-training", "announced -> in force"): (
        "A new statement speaks of training or improving AI as in force, no longer as announced."
    ),
    ("ai-training", "paused or delayed"): (
        "A new statement says that training or improving AI is paused or delayed."
    ),
    ("children", "limit for minors"): ("A new statement limits what is done with minors or their data."),
    ("change-notice", "change effect"): "A new statement says when a change takes effect.",
    ("change-notice", "change told"): "A new statement tells what was changed.",
    ("change-notice", "change promise"): "A new statement promises to tell of changes.",
    ("change-notice", "the day announced"): "The day announced for a change is another one.",
    ("controller-contact", "name or address"): "A name or an address to write to changed.",
    ("controller-contact", "who is responsible"): "What the policy says on who is responsible changed.",
    ("legal-basis", "interests relied on"): "A new statement names interests that the company relies on.",
    ("opt-out", "a reason or a proof is asked for"): "People who say no are asked for a reason or a proof.",
    ("opt-out", "only with consent"): "A new statement makes consent a condition.",
    ("purpose", "a further aim"): "The policy names a further aim for which data is used.",
    ("purpose", "what the policy covers"): "A new statement says that it covers more.",
    ("retention", "what data is kept for"): "A new statement says what data is kept for.",
    ("retention", "period in words"): "A new statement says how long data is kept, without a number.",
    ("rights", "proof of who one is"): "A new statement asks for proof of who makes a request.",
    ("sharing", "how often is reported"): "How often the company reports on sharing data changed.",
    ("transfers", "may be -> is"): "A new statement says more firmly that data is sent abroad.",
    ("transfers", "another place"): "Data is said to be kept in, or sent to, another place.",
    ("transfers", "transfers firm"): "A statement on the ground for sending data abroad is new.",
}
"""What is told in a sentence of its own, where the statement is new or edited."""
_DROPPED = frozenset(
    {"a statement that it did not happen", "any",
     "children", "change effect", "change promise", "corpus", "disputes firm", "model", "named",
     "period in words", "personal", "personal data", "security", "service use", "sharing", "transfers",
     "transfers firm"}
)  # fmt: skip
"""Words of a detail that the sentence says already."""
_LABELS: Mapping[str, str] = {
    "access": "access to data",
    "ai features": "AI features",
    "ai partners": "makers of AI",
    "appeal": "appealing a decision",
    "automated": "automated decisions",
    "biometric": "biometric data",
    "browsing": "browsing or usage data",
    "buyers": "selling data",
    "complaint": "complaining to an authority",
    "contact": "contact details",
    "contacts": "address books",
    "content": "people's content",
    "control": "a setting",
    "controllers": "those who run the account",
    "cookies": "cookies and the like",
    "correction": "correcting data",
    "crime": "criminal cases",
    "data protection officer": "a data protection officer",
    "deletion": "deleting data",
    "device": "device data",
    "exercise": "how to make a request",
    "health": "health or fitness data",
    "identity": "proof of identity",
    "inferred": "inferred data",
    "insiders": "employees",
    "location": "location",
    "object": "a way to object",
    "opt in": "being asked first",
    "opting out": "a way to opt out",
    "others": "what other people share",
    "payment": "payment data",
    "portability": "taking one's data elsewhere",
    "profile": "profile data",
    "public": "the public",
    "representative": "a representative",
    "restriction": "restricting the use of data",
    "safety": "safety",
    "sensitive": "sensitive data",
    "terms": "breaches of the terms",
    "third party": "data from third parties",
    "voice": "voice or audio",
    "withdraw": "a way to withdraw consent",
}
"""What concepts are called where their own name would puzzle a reader."""
_SAID_BY: Mapping[str, str] = {
    "content": "public content",
    "location": "precise location",
    "third parties": "service providers",
}
"""A detail that another one, where both are there, says more exactly."""
_PEOPLE: Mapping[str, str] = {
    "adults": "adults",
    "minors": "minors",
    "non users": "people who do not use the service",
    "employees": "employees",
    "everyone": "everyone",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def sentence(category: Category, direction: Direction, detail: str) -> str:
    """The sentence for a claim.

    >>> sentence("ai-training", "added", "adults, interactions with AI, public content")
    'A new statement speaks of training or improving AI: interactions with AI and public content, of adults.'
    """
    matter = _MATTERS[category]
    if detail.startswith(DENIAL):
        return _DENIED[direction].format(matter=matter, tail=_tail(detail.removeprefix(DENIAL)))
    if direction != "removed" and (category, detail) in _WHOLE:
        return _WHOLE[category, detail]
    if " -> " in detail:
        return _turned(category, detail)
    if category == "sharing" and ": " in detail:
        return f"The names of {detail.partition(': ')[0]} changed."
    things, tail = _things(detail), _tail(detail)
    if category in _NAMED and things:
        matter, tail = things, ""
    told = _ADDED.get(category, _TOLD["added"]) if direction == "added" else _TOLD[direction]
    purposes = "purposes" if ", " in detail else "a purpose"
    return told.format(matter=matter, tail=tail, things=things or "data", purposes=purposes)


def printed_date(before: str, after: str) -> str:
    """The sentence for a printed date, from and to as "year-month-day".

    >>> printed_date("2023-02-24", "2023-04-10")
    'The printed date moved from 24 February 2023 to 10 April 2023.'
    """
    return f"The printed date moved from {_day(before)} to {_day(after)}."


def _day(iso: str) -> str:
    if iso.count("-") == 1:
        year, month = iso.split("-")
        return f"{_MONTHS[int(month) - 1]} {year}"
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso  # a day that no calendar has stays as it is printed
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _turned(category: Category, detail: str) -> str:
    """From one thing to another: a period, a basis."""
    before, after = detail.split(" -> ", 1)
    matter = _MATTERS[category]
    matter = matter[0].upper() + matter[1:]
    if before == after:
        return f"The words on {_MATTERS[category]} changed; both say {after}."
    if before in ("none", "no period"):
        return f"{matter} is now stated where it was not: {after}."
    if after in ("none", "no period"):
        return f"{matter} is no longer stated: it was {before}."
    return f"{matter} changed from {before} to {after}."


def _tail(detail: str) -> str:
    things = _things(detail)
    return f": {things}" if things else ""


def _things(detail: str) -> str:
    """A detail as words for people: data, whose data, for what."""
    words, purposes = _parts(detail)
    people = [_PEOPLE[word] for word in words if word in _PEOPLE]
    told = _listed([_label(word) for word in words if _says(word, words) and word not in _PEOPLE])
    told = f"{told}, of {_listed(people)}" if told and people else told or _of(people)
    return f"{told}, for {_listed([_label(word) for word in purposes])}" if purposes else told


def _parts(detail: str) -> tuple[list[str], list[str]]:
    """What a detail names, and behind "for" the purposes it serves, each once."""
    named: list[str] = []
    purposes: list[str] = []
    for word in detail.split(", "):
        thing, served, purpose = word.partition(" for ")
        if served:
            named.append(thing)
        (purposes if served or purposes else named).append(purpose or word)
    return [word for word in dict.fromkeys(named) if word not in purposes], list(dict.fromkeys(purposes))


def _of(people: list[str]) -> str:
    return f"data of {_listed(people)}" if people else ""


def _says(word: str, words: list[str]) -> bool:
    return bool(word) and word not in _DROPPED and _SAID_BY.get(word) not in words


def _label(word: str) -> str:
    return _LABELS.get(word, word)


def _listed(words: list[str]) -> str:
    """Words as people list them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
