"""Which differences state nothing of substance by themselves: headings, pointers, change logs, dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.findings.phrases import split_words

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit

_NUMBERED = re.compile(r"\d+(\.\d+)+\.? [^.!?:;]{1,80}$")
"""A title that opens with the number of its section."""
_LABEL = re.compile(r"[^.:;]{1,120}: ")
"""What stands before the sentence proper."""
DATED = 10
"""Words of a line that prints a date of the page."""
_POINTER = 30
"""Words of a sentence that only points to another page."""
_OPENS = 3
"""Words before the verb of a sentence that only says what the text is about."""
_TITLE = 8
"""Words of a title that is run into its paragraph."""
_SPOKEN = (
    "actor.user", "actor.company", "actor.third", "actor.passive", "limit.may", "limit.will", "limit.not",
)  # fmt: skip
"""Concepts one of which most sentences name and titles do not."""
_FEW, _SENTENCE = 4, 7
"""Words that an entry of a list must have to state something, and any other line."""


def _example(unit: Unit) -> bool:
    """Whether it gives an example, be it behind a label ("Audits: For example, we keep ...")."""
    label = _LABEL.match(unit.text)
    first = len(split_words(label[0])) if label else 0
    return any(m.concept == "form.example" and m.start in (0, first) for m in unit.facts.mentions)


def _opens_paragraph(unit: Unit) -> bool:
    """Whether it is a title run into its paragraph ("Research and safety. We study ...")."""
    alone = unit.number or len(unit.place.sentences) == 1
    if alone or unit.place.item or unit.cell or len(unit.words) > _TITLE:
        return False
    mentions = unit.facts.mentions
    return not any(m.concept in _SPOKEN or (m.concept == "form.aim" and m.start == 0) for m in mentions)


def silent(change: News) -> bool:
    """Whether a difference says nothing of substance itself."""
    unit, facts = change.unit, change.unit.facts
    if (
        "©" in unit.text
        or unit.text.endswith("?")
        or unit.place.heading
        or unit.under("topic.history", last=2)
    ):
        return True
    if change.kind == "edited":
        meta = any(m.concept == "topic.meta" and m.start <= _OPENS for m in facts.mentions)
        points = facts.has("topic.pointer") and len(facts.words) < _POINTER
        return meta or points or facts.has("topic.advice")
    if _example(unit) and not facts.trains_ai:
        return True
    dated = facts.has("topic.effective") and facts.digits and len(facts.words) <= DATED
    if dated and not facts.has("topic.change-effect", "topic.change-notice"):
        return True
    if _opens_paragraph(unit):
        return True
    if unit.title or _NUMBERED.match(unit.text) or facts.has("topic.advice", "topic.meta"):
        return True
    if facts.has("topic.pointer") and not facts.has("choice.object", "topic.change-effect"):
        return len(facts.words) < _POINTER
    if facts.has("limit.never"):
        return False
    entry = unit.place.lead or unit.cell or unit.place.item or unit.text.endswith(".")
    least = _FEW if entry else _SENTENCE
    return len(facts.words) < least
