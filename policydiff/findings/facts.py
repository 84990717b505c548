"""What a sentence states: who may do what, with which data, of whom, why, on which basis, and how firmly.

In: one sentence. Out: its facts, which depend only on its words and the lexicon. They are computed once for
each distinct sentence and can be remembered by its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.findings.lexicon import Lexicon
    from policydiff.findings.phrases import Mention

_MAIN = ("act.collect", "act.use", "act.share", "act.keep")
_VERB = 2
"""Most words between the company and its verb in a clause that only identifies data ("that we collect"), plus
one."""
_TOOL = 2
"""Most words between the name of AI and what it is used for: "AI to improve", "AI that helps improve"."""
_DIRECT = 5
"""Most words between "develop" and the AI that is developed."""
_STEM = 6
"""Letters at the start of a word by which its forms are recognised as one word ("retain", "retained")."""
_OBJECTS = ("data", "purpose", "recipient", "ai")
_CONDITION = 2
"""Most words between a word of condition and the denial that belongs to it."""
_SWITCH = 5
"""Most words between "if" and what the person switches off."""
_NEAR = 10
"""Most words between an act and its object."""

TRAINS = "trains"
"""The act of training AI, for which several concepts stand."""


class StatedAct(NamedTuple):
    """An act that is stated of something, or denied: that data is not shared with buyers."""

    act: str
    """"share", "use" ...; "trains" for the training of AI."""
    thing: str
    """The concept: "recipient.buyers"."""
    denied: bool = False


@dataclass(frozen=True)
class Facts:
    """The statement of one sentence as sets of concepts, with the place of each mention."""

    mentions: tuple[Mention, ...]
    denied: frozenset[str]
    """The acts that the company says it does not do."""
    affirmed: frozenset[str]
    """The acts that the company says it does."""

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Everything named, as "kind.name"."""
        return frozenset([mention.concept for mention in self.mentions])

    def named(self, kind: str) -> frozenset[str]:
        """The names of one kind: `named("data")` may be {"biometric", "voice"}."""
        head = kind + "."
        return frozenset(c[len(head) :] for c in self.concepts if c.startswith(head))

    def has(self, *concepts: str) -> bool:
        """Whether one of the concepts is named."""
        return not self.concepts.isdisjoint(concepts)

    @cached_property
    def ours(self) -> bool:
        """Whether somebody other than the reader acts: "we use", "Lumora uses", "is used"."""
        return self.has("actor.company", "actor.third", "actor.passive")

    @cached_property
    def switched(self) -> bool:
        """Whether it says that something stops when the person switches something off."""
        return self.has("limit.not") and _switched(self.mentions)

    @cached_property
    def acts(self) -> frozenset[StatedAct]:
        """Each act with each thing that is named beside it."""
        said = [(act, act in self.denied) for act in self.named("act")]
        if self.trains_ai:
            said.append((TRAINS, bool(self.denied)))
        things = [c for c in self.concepts if c.split(".", 1)[0] in _OBJECTS]
        return frozenset(StatedAct(act, thing, denied) for act, denied in said for thing in things)

    @cached_property
    def trains_ai(self) -> bool:
        """Whether training, developing or improving AI is spoken of."""
        return _trains_ai(self)


def stem(word: str) -> str:
    """A word without its ending, roughly: the same for "delete" and "deleted"."""
    return word[:_STEM]


def content_of(words: Sequence[str], stop: frozenset[str]) -> tuple[str, ...]:
    """The content words in their order, by their stems."""
    return tuple([word[:_STEM] for word in words if word not in stop])


def stated(words: Sequence[str], lexicon: Lexicon) -> Facts:
    """The facts of a sentence that is split into words."""
    mentions = _company_acts(_without_names(lexicon.phrases.mentions(words)), lexicon.user_reach)
    mentions = _attributive(mentions)
    return Facts(mentions, *_acts(words, mentions, lexicon.denial))


def _without_names(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without verbs that have another sense here: "app store", "terms of use", "obtain your
    consent"."""
    others = [m for m in mentions if m.concept in ("form.name", "form.asked")]
    if not others:
        return mentions
    named = {at for m in others if m.concept == "form.name" for at in range(m.start, m.end)}
    asked = {at for m in others if m.concept == "form.asked" for at in range(m.start, m.end)}
    none = {"act.use": named, "act.share": named, "act.keep": named, "act.collect": asked}
    return tuple(m for m in mentions if m.start not in none.get(m.concept, ()))


def _attributive(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without acts that only identify data, if the sentence states another act or an aim before
    it.

    "To keep the information that we collect safe" states no collecting.
    """
    ends = {m.end for m in mentions if m.concept in ("form.data", "data.personal")}
    if not ends:
        return mentions
    ends |= {m.end for m in mentions if m.concept == "form.relative" and m.start in ends}
    heads = [m for m in mentions if m.concept == "actor.company" and m.start in ends]
    if not heads:
        return mentions
    identifying = {
        m.start
        for m in mentions
        if m.concept in _MAIN
        and any(0 <= m.start - head.end < _VERB or m.start == head.start for head in heads)
    }
    stated = [m.start for m in mentions if m.concept in (*_MAIN, "form.aim") and m.start not in identifying]
    first = min(stated, default=len(identifying) and max(identifying) + 1)
    return tuple(
        m for m in mentions if not (m.concept in _MAIN and m.start in identifying and first < m.start)
    )


def _company_acts(mentions: tuple[Mention, ...], reach: int) -> tuple[Mention, ...]:
    """The mentions without what a person does: "when you use", "content you share"."""
    users = [m.end for m in mentions if m.concept == "actor.user"]
    if not users:
        return mentions
    ours = [m.start for m in mentions if m.concept == "actor.company"]
    theirs = {
        at
        for end in users
        for at in range(end, min([start for start in ours if start >= end] + [end + reach]))
    }
    theirs -= {m.start for m in mentions if m.end in ours}  # "if you use it, process we" in German order
    return tuple(m for m in mentions if not (m.concept in _MAIN and m.start in theirs))


def _acts(
    words: Sequence[str], mentions: tuple[Mention, ...], window: tuple[int, int]
) -> tuple[frozenset[str], frozenset[str]]:
    """What the company says it does not do, and what it says it does."""
    acts = [m for m in mentions if m.concept.startswith("act.")]
    if not acts or not any(m.concept == "limit.not" for m in mentions):
        return frozenset(), frozenset(m.name for m in acts)
    if any(m.concept in ("choice.object", "choice.opt-out") for m in mentions):
        return frozenset(), frozenset(m.name for m in acts)  # "if you object, we will not use"
    if _switched(mentions):
        return frozenset(), frozenset(m.name for m in acts)  # "if you turn it off, we will not use"
    reach = _denial_reach(words, mentions, window)
    users = {m.start for m in mentions if m.concept == "actor.user"}
    within = [m for m in acts if not reach.isdisjoint(range(m.start, m.end))]
    denied = {m.name for m in within if m.start - 1 not in users}
    affirmed = {m.name for m in acts if m not in within}
    return frozenset(denied), frozenset(affirmed)


def _switched(mentions: tuple[Mention, ...]) -> bool:
    """Whether something depends on what the person switches off or takes back: "if you disable the map"."""
    ifs = [m.end for m in mentions if m.concept == "limit.if"]
    steers = [m.start for m in mentions if m.concept in ("choice.control", "choice.withdraw")]
    return any(0 <= at - end <= _SWITCH for at in steers for end in ifs)


def _denial_reach(words: Sequence[str], mentions: tuple[Mention, ...], window: tuple[int, int]) -> set[int]:
    """The places of a sentence that a word of denial governs."""
    users = {m.start for m in mentions if m.concept == "actor.user"}
    minors = {m.end for m in mentions if m.concept == "people.minors"}
    ifs = {m.end for m in mentions if m.concept == "limit.if"}
    turns = [m.start for m in mentions if m.concept == "limit.but"]
    partial = {m.start for m in mentions if m.concept == "limit.not-only"}
    reach: set[int] = set()
    for denial in (m for m in mentions if m.concept == "limit.not"):
        if users.intersection(range(denial.start - 3, denial.start)):
            continue  # "if you do not provide": the person does not, the company does
        if denial.start in minors:
            continue  # "children cannot share": what they may not do
        if ifs.intersection(range(denial.start - _CONDITION, denial.start + 1)):
            continue  # "even if calls are not recorded": a condition denies nothing
        if denial.start in partial:
            continue  # "not all", "not only"
        end = min([t for t in turns if t >= denial.end], default=len(words))
        reach.update(range(max(0, denial.start - window[0]), min(end, denial.end + window[1])))
    return reach


def _trains_ai(facts: Facts) -> bool:
    if not facts.has("act.train", "act.develop"):
        return False
    train = [m for m in facts.mentions if m.concept == "act.train"]
    models = [m for m in facts.mentions if m.concept in ("ai.model", "ai.corpus")]
    if any(abs(t.start - m.start) <= _NEAR for t in train for m in models):
        return True
    named = [m for m in facts.mentions if m.concept == "ai.named"]
    # "We use AI to improve our service": there AI is the tool, and nothing is said of what it learns from.
    tools = {n.end for n in named}
    develop = [
        m
        for m in facts.mentions
        if m.concept == "act.develop" and tools.isdisjoint(range(m.start - _TOOL, m.start + 1))
    ]
    yours = [m.start for m in facts.mentions if m.concept == "actor.your"]
    # "to improve our AI", but not "to improve your AI pictures", which is a service.
    return any(
        0 <= n.start - d.start <= _DIRECT and not any(d.start < at < n.start for at in yours)
        for d in develop
        for n in named
    )
