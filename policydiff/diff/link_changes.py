"""Links that came, went or lead elsewhere, and whether that matters.

In: the clauses of both sides of one change. Out: the differences between their links; of a clause that is on
one side only, each of its links. Most are noise: addresses are signed anew at every visit, help pages move.
But when the link behind "object" leads to another form, that is news although no word changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff.addresses import noise
from policydiff.diff.rights import behind, points
from policydiff.models import MASKED_MAIL_PATH, Clause, Link, LinkChange
from policydiff.sentences import sentence_starts
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Document

_SIGNS = 2
"""Punctuation around a link that is the whole of its clause."""
_BEFORE, _BEHIND = 600, 300
"""Characters before a link, and after its start, that show what it is for."""


def leading_to_rights(document: Document) -> tuple[Clause, ...]:
    """The clauses of a document with the links that may lead to a right, and no other links in them.

    When two documents are compared the sentence decides whether a link leads to a right; here the clause is
    enough.
    """
    found = []
    for clause in document.clauses:
        kept = tuple(
            link
            for link in clause.links
            if behind(link.text, _led_to(link, clause, clause.text), link.target)
        )
        if kept:
            found.append(replace(clause, links=kept))
    return tuple(found)


def lead_elsewhere(olds: Sequence[Clause], news: Sequence[Clause], language: str) -> bool:
    """Whether a link that leads to a right leads somewhere else than before, or is only on one side."""
    return any(change.matters for change in changed_links(olds, news, (language, language)))


class _Placed(NamedTuple):
    """A link and the clause that holds it."""

    link: Link
    clause: Clause
    anchor: str
    """The text of the link as it is compared."""


def changed_links(
    olds: Sequence[Clause], news: Sequence[Clause], languages: tuple[str, str] = ("", "")
) -> tuple[LinkChange, ...]:
    """The links that differ, in reading order: those of the new side, then those that went."""
    if not any(clause.links for clause in (*olds, *news)):
        return ()
    old, new = _placed(olds), _placed(news)
    if [(placed.link.text, placed.link.target) for placed in old] == [
        (placed.link.text, placed.link.target) for placed in new
    ]:
        return ()
    common = Counter(_identity(placed) for placed in old) & Counter(_identity(placed) for placed in new)
    old, new = _without(old, common), _without(new, common)
    if not old and not new:
        return ()
    pairs = _pairs(old, new)
    asked = _Rights(languages[0]), _Rights(languages[1])
    found = [_changed(old[pairs[k]] if k in pairs else None, placed, asked) for k, placed in enumerate(new)]
    kept = set(pairs.values())
    found += [_changed(placed, None, asked) for k, placed in enumerate(old) if k not in kept]
    return _exchanged([change for change in found if change])


def _exchanged(found: Sequence[LinkChange]) -> tuple[LinkChange, ...]:
    """Links with the only way to a right that went and the only one that came as one that was exchanged.

    "Object with our objection form" became "object by writing to privacy@lumora.example": neither words nor
    address are the same, and still one took the place of the other. Wrong where both stand in one clause for
    different rights.
    """
    came = [change for change in found if change.matters and change.old is None]
    went = [change for change in found if change.matters and change.new is None]
    if len(came) != 1 or len(went) != 1:
        return tuple(found)
    reason = max(came[0].reason, went[0].reason, key=lambda words: (len(words), words))
    one = LinkChange(went[0].old, came[0].new, matters=True, reason=reason)
    return tuple(one if change is came[0] else change for change in found if change is not went[0])


def _placed(clauses: Sequence[Clause]) -> list[_Placed]:
    return [_Placed(link, clause, compared(link.text)) for clause in clauses for link in clause.links]


def _identity(placed: _Placed) -> tuple[str, str]:
    return placed.anchor, placed.link.target


def _without(listed: Sequence[_Placed], common: Counter[tuple[str, str]]) -> list[_Placed]:
    """The links of one side without those that the other side has too, counting repetitions."""
    left, rest = Counter(common), []
    for placed in listed:
        if left[_identity(placed)]:
            left[_identity(placed)] -= 1
        else:
            rest.append(placed)
    return rest


def _pairs(old: Sequence[_Placed], new: Sequence[_Placed]) -> dict[int, int]:
    """The numbers of the old links of new ones: with the same text, else with the same address; in order."""
    pairs: dict[int, int] = {}
    free = list(range(len(old)))
    for alike in (_anchor, _target):
        listed: dict[str, list[int]] = defaultdict(list)
        for number in reversed(free):
            listed[alike(old[number])].append(number)
        for k, placed in enumerate(new):
            if k not in pairs and listed[alike(placed)]:
                pairs[k] = listed[alike(placed)].pop()
        taken = set(pairs.values())
        free = [number for number in free if number not in taken]
    return pairs


def _anchor(placed: _Placed) -> str:
    return placed.anchor


def _target(placed: _Placed) -> str:
    return placed.link.target


def _changed(old: _Placed | None, new: _Placed | None, asked: tuple[_Rights, _Rights]) -> LinkChange | None:
    """The change of one link; None if only its anchor text changed."""
    links = old.link if old else None, new.link if new else None
    if any(link and MASKED_MAIL_PATH in link.target for link in links):
        return LinkChange(*links, matters=False, reason="an e-mail address is masked", noise=True)
    if old and new:
        if old.link.target == new.link.target:
            return None
        same = noise(old.link.target, new.link.target)
        if same:
            return LinkChange(*links, matters=False, reason=same, noise=True)
    # The same words, whichever side is called old: those that say most.
    rights = [rights.behind(placed) for placed, rights in zip((old, new), asked, strict=True) if placed]
    right = max(rights, key=lambda words: (len(words), words))
    if right:
        return LinkChange(*links, matters=True, reason=f"leads to a right: {right}")
    return LinkChange(*links, matters=False, reason="leads to nothing a right depends on")


class _Rights:
    """Finds the right that a link of one side leads to; each clause is split into sentences once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._starts: dict[str, list[int]] = {}

    def behind(self, placed: _Placed) -> str:
        """The words that say so, "" if nothing does."""
        text = placed.link.text
        target = placed.link.target
        return behind(text, self._context(placed) if points(text, target) else "", target)

    def _context(self, placed: _Placed) -> str:
        """The sentence that holds the link, and the one before it, to which "here" often points back."""
        text, place = placed.clause.text, placed.link.start
        starts = self._starts.get(text)
        if starts is None:
            starts = self._starts[text] = sentence_starts(text, self._language)
        number = bisect_right(starts, place)
        first, end = starts[max(0, number - 2)], starts[min(number, len(starts) - 1)]
        context = text[max(first, place - _BEFORE) : min(end, place + _BEHIND)]
        return _led_to(placed.link, placed.clause, context)


def _led_to(link: Link, clause: Clause, context: str) -> str:
    """The text that introduces a link: the text around it, and the heading above if the link is the whole
    clause ("Fill in this form")."""
    alone = len(link.text) >= len(clause.text) - _SIGNS
    return f"{clause.path[-1]}. {context}" if alone and clause.path else context
