"""Which way a change of a statement points: computed from the words that were inserted and deleted.

In: the two sides of one statement and its category. Out: a direction, and whether it is sure. The computation
is antisymmetric: with the sides exchanged, added and removed change places, so do widened and narrowed, and
changed stays, for every input. An edit is a sum in which an inserted word counts the opposite of the same
word deleted. A statement on one side only is read as if it were new, and mirrored if it is gone. Words that
limit ("only", "if you consent", "who live in Ohio") count against those that state, so a deleted limit
widens.

The weights are few: doubling or halving one of them moves the share of right directions on labelled edits,
0.82, by at most two points, and weights chosen without the services that are scored reach 0.80
(`benchmarks/direction.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.findings.ages import ages_of
from policydiff.findings.likeness import likeness
from policydiff.findings.qualifiers import LIMITING, qualifiers, steps
from policydiff.findings.vocabulary import PUNCTUATION, DirectionVocabulary, tokens_of, vocabulary
from policydiff.models import CHOICES, COMPANY_ACTS

if TYPE_CHECKING:
    from policydiff.models import Direction, Language

_MIRRORED: dict[Direction, Direction] = {
    "added": "removed",
    "removed": "added",
    "widened": "narrowed",
    "narrowed": "widened",
    "changed": "changed",
}
_REACH = COMPANY_ACTS | {"security"}
"""Categories in which a new "we do not" narrows the company's reach."""
_AGED = frozenset({"children", "purpose", "data-collection"})
_TABLED = frozenset({"effective-date", "controller-contact"})
"""Categories of dates and addresses: an edit replaces one by another, so nothing is widened or narrowed."""

WEIGHTS = {
    "word": 2,  # a word with a meaning of its own
    "join": 2,  # a list that grew, up to two members
    "open": 1,  # "including", "any"
    "closed": -2,  # "certain"
    "denial": -6,
    "exclusion": -10,
    "lifted": 6,  # "unless" behind a denial
    "only": -4,
    "condition": -3,
    "consent": -4,
    "protection": -3,
    "burden": -4,  # on the person: proof, fees
    "may": -2,  # what the person may have is less than what the person has
    "qualifier": -8,  # put in by itself: "partners" became "partners who sell books"
    "opening": -8,  # the condition that a sentence opens with: "If you pay by card, we tell your bank"
    "whole": -10,  # a denial of everything: "no contents of chats" denies less than "no data"
    "age": -16,  # a limit that rises protects more people
    "period": 10,
}
"""The weight of an inserted word of each kind towards "widened"; a deleted word counts the opposite."""
_FOR_ALL = ("denial", "exclusion", "lifted", "only", "condition", "open", "closed")
_FOR_COMPANY = ("consent", "protection")
_LIMITS = ("only", "exclusion")
_FOR_PERSON = ("burden", "may")
_SURE = 4
"""How many times the smallest weight a score must be to be sure. Readers agree with 8 of 10 edits above it,
with 6 of 10 below."""
_ADDRESS = frozenset({"http", "https", "www", "com"})
"""Words for contact addresses: another way to the same right makes it neither wider nor narrower."""
_GREW: dict[str, tuple[Direction, Direction]] = {"security": ("added", "removed")}
"""Categories of protective measures: an inserted one is new, it widens nothing."""
_HEAD = 8
"""Within how many tokens a label before a statement must end."""
_EARLY = 12
"""Most words before a denial that is the main point of its sentence."""
_ALIKE = 45
_SAME_MATTER = 35
"""Likeness, in percent, from which two statements count as one edited statement, or as two on the same
matter."""
_MARGIN = 20
"""Unchanged words around the edits that are read with them: more than a denial covers."""
_OPENED = 40
"""Within how many tokens a condition at the start of a sentence must end."""
_COVERING = frozenset({"denial", "exclusion"})
_COMMA = ","
_SENTENCE_END = re.compile(r"[.!?]\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]|\b(?:[A-ZÀ-Þ]\w+\s+){2,}")
"""What a link or a page is called: "Do Not Sell My Personal Information"."""
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}


@dataclass(frozen=True, slots=True)
class Context:
    """The context of a statement. It is the same in both directions of reading: nothing in it is old or
    new."""

    language: Language = ""
    """"" if unknown: then the words of all languages are used."""
    lead: str = ""
    """The sentence that introduces the list in which it stands."""
    path: tuple[str, ...] = ()
    """The headings above; in tables then row and column."""
    nearest: str | None = None
    """The most similar statement that both sides have."""
    counterpart: str | None = None
    """The most similar statement that only the other side has (see `counterparts`)."""
    dated: bool = True
    """Whether the texts say which of them is the later one."""


class Reading(NamedTuple):
    """A direction, and whether the words support it. If they show nothing it is `changed`; if they show
    little it is the likelier one, not sure.
    """

    direction: Direction
    sure: bool


def mirrored(direction: Direction) -> Direction:
    """The direction of the same change read from the other end."""
    return _MIRRORED[direction]


def direction(old: str | None, new: str | None, category: str, context: Context) -> Reading:
    """Which way a statement changed; None as the old side means that it is new, as the new side that it is
    gone.

    >>> direction("We tell our partners.", "We tell our partners and banks.", "sharing", Context("en"))
    Reading(direction='widened', sure=True)
    """
    words = vocabulary(context.language)
    if old is not None and new is not None:
        reading = _edited(old, new, category, words)
        turned = category in _REACH - _GREW.keys() and _refused_list(context.lead, words)
        return Reading(mirrored(reading.direction), reading.sure) if turned else reading
    text = new if new is not None else old
    if text is None:
        return Reading("changed", sure=False)
    reading = _alone(text, category, context, words)
    return reading if old is None else Reading(mirrored(reading.direction), reading.sure)


# --- a statement that stands on one side alone, read as if it were new ---------------------------


def _alone(text: str, category: str, context: Context, words: DirectionVocabulary) -> Reading:
    other = context.counterpart or ""
    if category == "effective-date":
        dated = _YEAR.search(other) or _YEAR.search(context.nearest or "")
        return Reading("changed" if dated else "added", sure=True)
    if category in CHOICES and _refuses(_NAMED.sub(" ", text), words):
        return Reading("added", sure=False)  # "Using this does not opt you out": a choice, or the lack of one
    alike = likeness(text, other) if other else 0
    if category == "controller-contact":
        return Reading("changed" if alike > _SAME_MATTER else "added", sure=True)
    if category in _REACH and (_refuses(text, words) or _refused_list(context.lead, words)):
        return Reading("narrowed", sure=True)
    if alike > _ALIKE:
        reading = _edited(other, text, category, words)
        if reading.direction == "widened":
            return reading
    return Reading("added", sure=True)


def _refuses(text: str, words: DirectionVocabulary) -> bool:
    """Whether a statement says what the company does not do."""
    tokens = [token for token in tokens_of(text[:400]) if token[0].isalnum()]
    if not tokens or "opening" in words.kinds(tokens[0]):
        return False
    for at in range(min(len(tokens), _EARLY + 2)):
        kinds, _ = words.found(tokens, at)
        if "refusal" in kinds:
            # "is not limited to" begins like a refusal.
            behind = range(at, min(at + 3, len(tokens)))
            return not any("half-denial" in words.found(tokens, place)[0] for place in behind)
        if kinds & {"half-denial", "person"}:
            return False
    return False


def _refused_list(lead: str, words: DirectionVocabulary) -> bool:
    """Whether a sentence introduces a list of things that the company does not do: "We never share:"."""
    lead = lead.rstrip()
    return lead.endswith(":") and _refuses(_SENTENCE_END.split(lead[-400:])[-1], words)


# --- a statement with both sides -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of one side, counted by kind."""

    kinds: Counter[str]
    """Number of words of each kind; limiting words count only if no denial covers them."""
    stated: Counter[str]
    """The words; those that a denial covers have a "~" before them."""


def _edited(old: str, new: str, category: str, words: DirectionVocabulary) -> Reading:
    if category in _TABLED:
        return Reading("changed", sure=True)
    old_all, new_all = tokens_of(old), tokens_of(new)
    ends = _own_condition(old_all, new_all, words), _own_condition(new_all, old_all, words)
    old_all, new_all = old_all[ends[0] :], new_all[ends[1] :]
    old_tokens, new_tokens = _around_edits(old_all, new_all)
    before, after = _read_side(old_tokens, words), _read_side(new_tokens, words)
    put, taken = after.stated - before.stated, before.stated - after.stated
    counted = _FOR_ALL + (_FOR_PERSON if category in CHOICES else _FOR_COMPANY)
    more = {kind: after.kinds[kind] - before.kinds[kind] for kind in counted}
    qualified = qualifiers(old_tokens, new_tokens, words)
    more["word"] = _meant(put, words) - _meant(taken, words) - qualified.words
    more["join"] = _within(after.kinds["join"] - before.kinds["join"], 2)
    more["qualifier"] = qualified.number
    more["opening"] = bool(ends[1]) - bool(ends[0])
    more["whole"] = _whole_denied(before.stated, after.stated, words)
    if category in _AGED:
        more["age"] = _rise(max(ages_of(old), default=0), max(ages_of(new), default=0))
    if category == "retention":
        more["period"] = _rise(_longest(old), _longest(new))
    score = sum(WEIGHTS[kind] * number for kind, number in more.items())
    # The more was replaced, the clearer one side must be the larger.
    replaced = min(put.total(), taken.total()) * (2 if category == "transfers" else 1)
    clear = 5 * abs(score) / (5 + replaced)
    if clear <= 1 or (category in CHOICES and put.keys() & _way() and taken.keys() & _way()):
        return Reading("changed", sure=False)
    # A limit that was taken out never narrows, one that was put in never widens, whatever else was edited.
    limits = sum(more[kind] for kind in _LIMITS) + more["opening"]
    limits += _opening(new_tokens, words) - _opening(old_tokens, words)
    # What a reference to another place stands for was moved and not cut: "in accordance with Section 4".
    refers = _refers(put, words) - _refers(taken, words)
    if limits * score > 0 or refers * score < 0:
        return Reading("changed", sure=False)
    gain, loss = _GREW.get(category, ("widened", "narrowed"))
    return Reading(gain if score > 0 else loss, sure=clear >= _SURE)


def _refers(stated: Counter[str], words: DirectionVocabulary) -> int:
    """1 if the words refer to another part of the text by number ("Section 4"), else 0."""
    numbered = any(word.isdigit() for word in stated)
    return int(numbered and any(stated[word] for word in words.place))


def _opening(tokens: list[str], words: DirectionVocabulary) -> int:
    """1 if a side begins with a condition: "Partners: If you choose a plan with advertising, we share"; else
    0."""
    first = _behind_label(tokens)
    return int(first < len(tokens) and "opening" in words.found(tokens, first)[0])


def denies_of_all(old: str, new: str, language: Language) -> int:
    """1 where a denial of some things became one of everything, -1 if it is the other way round, else 0.

    >>> denies_of_all("We do not use your data.", "We do not use the contents of your letters.", "en")
    -1
    """
    words = vocabulary(language)
    sides = _around_edits(tokens_of(old), tokens_of(new))
    if words.whole.isdisjoint(sides[0]) == words.whole.isdisjoint(sides[1]):
        return 0  # before both are gone through word by word
    before, after = (_read_side(side, words).stated for side in sides)
    return _whole_denied(before, after, words)


def condition_lifted(old: str, new: str, language: Language) -> int:
    """1 where the condition that a sentence opened with is gone, -1 if one came, else 0.

    >>> condition_lifted("If you order by post, we tell the mill.", "We tell the mill.", "en")
    1
    """
    words, before, after = vocabulary(language), tokens_of(old), tokens_of(new)
    return bool(_own_condition(before, after, words)) - bool(_own_condition(after, before, words))


def _own_condition(tokens: list[str], others: list[str], words: DirectionVocabulary) -> int:
    """Where a condition ends that this side alone opens with, 0 for none: "If you pay by card, we tell".

    What such a condition holds states nothing, it limits what follows.
    """
    end = _condition_end(tokens, words)
    if not end or _condition_end(others, words):
        return 0
    meant = {token for token in tokens[:end] if token not in words.function and token not in PUNCTUATION}
    return end if 2 * len(meant.intersection(others)) < len(meant) else 0


def _condition_end(tokens: list[str], words: DirectionVocabulary) -> int:
    start = _behind_label(tokens)
    if start >= len(tokens) or not {"opening", "condition"} <= words.found(tokens, start)[0]:
        return 0
    return next((at + 1 for at in range(start, min(len(tokens), _OPENED)) if tokens[at] == _COMMA), 0)


def _behind_label(tokens: list[str]) -> int:
    """Where the first word stands after a label: "Partners: If you choose a plan with advertising"."""
    head = tokens[:_HEAD]
    start = head.index(":") + 1 if ":" in head else 0
    return next((at for at in range(start, len(tokens)) if tokens[at] not in PUNCTUATION), len(tokens))


def _whole_denied(before: Counter[str], after: Counter[str], words: DirectionVocabulary) -> int:
    """1 where a denial of some things became one of everything, -1 if it is the other way round.

    "We do not use your data" denies more than "We do not use the contents of your letters".
    """
    whole = [any(side[f"~{word}"] or side[word] for word in words.whole) for side in (before, after)]
    if whole[0] == whole[1]:
        return 0
    side, other = (after, before) if whole[1] else (before, after)
    denied = any(side[f"~{word}"] for word in words.whole)
    some = any(word[0] == "~" and word[1:] not in words.function for word in other - side)
    return (1 if whole[1] else -1) if denied and some else 0


def _around_edits(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Both sides without the words that they share before and after all edits, except for the reach of a
    denial."""
    most = min(len(old), len(new))
    front = next((at for at in range(most) if old[at] != new[at]), most)
    rear = next((at for at in range(most - front) if old[-1 - at] != new[-1 - at]), most - front)
    start, rest = max(0, front - _MARGIN), max(0, rear - _MARGIN)
    return old[start : len(old) - rest], new[start : len(new) - rest]


def _read_side(tokens: list[str], words: DirectionVocabulary) -> _Side:
    """Count what a side states, going through it word by word."""
    kinds: list[str] = []
    stated: list[str] = []
    for at, step, names, denied in steps(tokens, words):
        if tokens[at] in PUNCTUATION:
            kinds += names
            continue
        kinds += names - LIMITING if denied and not names & _COVERING else names
        stated += [f"~{word}" if denied else word for word in tokens[at : at + step]]
    return _Side(Counter(kinds), Counter(stated))


def _meant(counted: Counter[str], words: DirectionVocabulary) -> int:
    """The number of content words outside denials."""
    return sum(number for word, number in counted.items() if word[0] != "~" and word not in words.function)


def _longest(text: str) -> int:
    """The longest period that is printed, in hours."""
    found = _printed_period().finditer(text.casefold())
    return max((int(one["number"]) * _HOURS[one.lastgroup or ""] for one in found), default=0)


@cache
def _printed_period() -> re.Pattern[str]:
    """A number and a unit of time, which is the last group."""
    units = "|".join(rf"(?P<{unit}>{'|'.join(_names_of_unit(unit))})" for unit in _HOURS)
    return re.compile(rf"(?P<number>\d{{1,4}})\s*(?:\([^)]{{0,20}}\)\s*)?-?\s*(?:{units})\b")


def _names_of_unit(unit: str) -> tuple[str, ...]:
    return languages.all_lines(lambda one: one.periods.units.get(unit, ()))


@cache
def _way() -> frozenset[str]:
    """Where to turn to: another way to the same right makes it neither wider nor narrower."""
    return _ADDRESS | languages.all_words(lambda one: one.direction.forms)


def _rise(before: int, after: int) -> int:
    """Whether a number rose (1) or fell (-1), if both sides print one; else 0."""
    return (after > before) - (after < before) if before and after else 0


def _within(number: int, bound: int) -> int:
    return max(-bound, min(bound, number))
