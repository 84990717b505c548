"""What came or went and is no news: what the other text says as well, and what every policy says.

    said elsewhere     half of its words stand in three neighbouring sentences of the other text
    what all do        "To improve our services, and for research": no data, and nobody who gets it
    denied of all      "We do not train AI on your notes", where the other text says "on your data"
    an age that stays  a sentence on people under 13 is gone, another one on them stays
    a definition       "By “adult” we understand people over 20"
    a common pledge    "We will not attempt to reidentify such data", "To the extent required by law, you may"
    other examples     "some states (e.g. Ohio, Utah)" became "some states (e.g. Ohio, Iowa, Utah)"
    trained already    "We pass it to partners who train AI", where the other text says so of partners
    a list of names    the cell "Advertising, security, audits, analytics"
    words on a table   "Table 2 below says where we have it from"
    a limit            "We use it only to count visits", reported as something that a company does

What comes in is a changed statement; what goes out is whether it is such a change. Each of these stood on top
of some report and was found false or no news by readers who had both texts. They are
reported all the same, further down.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.findings.ages import ages_of
from policydiff.findings.facts import StatedAct
from policydiff.findings.quoting import edits
from policydiff.findings.sentence_form import defines, gives_examples, only_so, opens
from policydiff.models import COMPANY_ACTS

if TYPE_CHECKING:
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.models import Category, Direction, Language

_HALF = 0.5
"""Share of its words that neighbouring sentences of the other side hold, from which on a statement is said
there: of eleven read blind seven were, two more among the nine below .55 that were right or wrong."""
_NAMING = ("data.", "people.", "recipient.", "ai.")
_OF_ALL = frozenset(f"purpose.{one}" for one in ("research", "safety", "product-development", "analytics"))
"""Purposes that nearly every policy has."""
_NO_TRAINING = StatedAct("trains", "data.personal", denied=True)
_CHILDREN = ("people.minors", "topic.children")
_PARTS = re.compile(r"[,;•]")
_MANY_PARTS = 4
_BRACKET = re.compile(r"\(([^()]*)\)")
_REACHES = frozenset(("added", "widened"))


def is_no_news(change: StatementChange, category: Category, way: Direction, language: Language) -> bool:
    """Whether a reported statement must not stand on top, since it says nothing that is new or gone."""
    if change.kind == "edited":
        return _lists_other_examples(change, language)
    text = change.statement.text
    return (
        _is_said_elsewhere(change)
        or (category == "purpose" and _names_common_purposes(change))
        or _denied_of_all(change)
        or _trained_by_same(change)
        or (category == "children" and _age_stays(change))
        or defines(text, language)
        or _pledges().search(text) is not None
        or _tables().match(text) is not None
        or _lists_names(change, language)
        or (category in COMPANY_ACTS and way in _REACHES and only_so(text, language))
    )


@cache
def _tables() -> re.Pattern[str]:
    """Beginnings of sentences about a table, of all languages together: texts mix them."""
    return _expression(languages.all_lines(lambda one: one.findings.tables))


@cache
def _pledges() -> re.Pattern[str]:
    """Words of what nearly every policy promises, of all languages together."""
    return _expression(languages.all_lines(lambda one: one.findings.pledges))


def _expression(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lines)})\b", re.IGNORECASE)


def _is_said_elsewhere(change: StatementChange) -> bool:
    """What trains AI is left out: few words tell it from what improves a service."""
    return change.share_said >= _HALF and not change.statement.trains_ai


def _names_common_purposes(change: StatementChange) -> bool:
    """Whether it says what for, but not with which data, for whom or by whom."""
    concepts = change.statement.facts.concepts - {"data.personal"}
    named = {one for one in concepts if one.startswith("purpose.")}
    return bool(named) and named <= _OF_ALL and not any(one.startswith(_NAMING) for one in concepts)


def _denied_of_all(change: StatementChange) -> bool:
    """Whether it denies that AI is trained on some data, where the other text denies it of all."""
    facts = change.statement.facts
    denies = facts.trains_ai and bool(facts.denied)
    return denies and change.side is not None and change.side.states(_NO_TRAINING)


def _trained_by_same(change: StatementChange) -> bool:
    """Whether those who receive data to train AI on train on it by the other text, too."""
    if change.side is None:
        return False
    acts = change.statement.facts.acts
    trained = [act for act in acts if act.act == "trains" and act.thing.startswith("recipient.")]
    return bool(trained) and all(map(change.side.states, trained))


def _age_stays(change: StatementChange) -> bool:
    """Whether the other text denies the same act of people of the same ages."""
    ages, denied = ages_of(change.statement.text), change.statement.facts.denied
    if not ages or not denied or change.side is None:
        return False
    others = change.side.naming(*_CHILDREN)
    return any(ages <= ages_of(one.text) and denied & one.facts.denied for one in others)


def _lists_other_examples(change: StatementChange, language: Language) -> bool:
    """Whether all that an edit touches are names within brackets that give examples."""
    texts = [unit.text for unit in (change.old, change.new) if unit]
    examples = [
        [found for found in _BRACKET.finditer(text) if gives_examples(found[1], language)] for text in texts
    ]
    return any(examples) and all(
        any(
            found.start() < start and end < found.end() and _names_only(text[start:end]) for found in brackets
        )
        for text, brackets, some in zip(texts, examples, edits(texts[0], texts[-1]), strict=True)
        for start, end in some
    )


def _names_only(text: str) -> bool:
    """Whether every word of four letters or more is written as a name."""
    return all(word[0].isupper() for word in re.findall(r"\w{4,}", text))


def _lists_names(change: StatementChange, language: Language) -> bool:
    """Whether a cell lists what others say in sentences: who receives data, or what for."""
    unit = change.statement
    listed = unit.cell and len(_PARTS.findall(unit.text)) >= _MANY_PARTS
    acts = unit.facts.has("actor.company", "actor.user", "actor.third", "actor.passive")
    return listed and not acts and not opens(unit.text, language)
