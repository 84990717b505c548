"""Links that came, went or lead elsewhere, and whether that matters.

In: the clauses of both sides of one change. Out: the differences between their links. Most are noise:
addresses are signed anew at every visit, help pages move. But when the link behind "object" leads to
another form, that is news although no word changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff.addresses import noise
from policydiff.diff.rights import behind, points
from policydiff.models import Clause, Link, LinkChange
from policydiff.text import compared, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Document


def leading_to_rights(document: Document) -> tuple[Clause, ...]:
    """The clauses of a document with the links that may lead to a right, and no other links in them.

    Whether one does is judged by its sentence where two documents are compared; here its clause is enough.
    """
    found = []
    for clause in document.clauses:
        kept = tuple(link for link in clause.links if behind(link.text, clause.text, link.target))
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
    found = [_changed(pairs.get(k), placed, languages) for k, placed in enumerate(new)]
    kept = {id(placed) for placed in pairs.values()}
    found += [_changed(placed, None, languages) for placed in old if id(placed) not in kept]
    return tuple(change for change in found if change)


def _placed(clauses: Sequence[Clause]) -> list[_Placed]:
    return [_Placed(link, clause, compared(link.text)) for clause in clauses for link in clause.links]


def _identity(placed: _Placed) -> tuple[str, str]:
    return placed.anchor, placed.link.target


def _without(listed: Sequence[_Placed], common: Counter[tuple[str, str]]) -> list[_Placed]:
    """What is left when every common link is taken out once for every time it is common."""
    left, rest = Counter(common), []
    for placed in listed:
        if left[_identity(placed)]:
            left[_identity(placed)] -= 1
        else:
            rest.append(placed)
    return rest


def _pairs(old: Sequence[_Placed], new: Sequence[_Placed]) -> dict[int, _Placed]:
    """The old links of new ones: with the same text, else with the same address; in order."""
    pairs: dict[int, _Placed] = {}
    free = list(old)
    for alike in (_anchor, _target):
        listed: dict[str, list[_Placed]] = defaultdict(list)
        for placed in reversed(free):
            listed[alike(placed)].append(placed)
        for k, placed in enumerate(new):
            if k not in pairs and listed[alike(placed)]:
                pairs[k] = listed[alike(placed)].pop()
        free = [placed for rest in listed.values() for placed in reversed(rest)]
    return pairs


def _anchor(placed: _Placed) -> str:
    return placed.anchor


def _target(placed: _Placed) -> str:
    return placed.link.target


def _changed(old: _Placed | None, new: _Placed | None, languages: tuple[str, str]) -> LinkChange | None:
    """What happened to one link; nothing if only the words of its text changed."""
    links = old.link if old else None, new.link if new else None
    if old and new:
        if old.link.target == new.link.target:
            return None
        same = noise(old.link.target, new.link.target)
        if same:
            return LinkChange(*links, matters=False, reason=same)
    right = ""
    for placed, language in ((new, languages[1]), (old, languages[0])):
        right = right or (_right(placed, language) if placed else "")
    if right:
        return LinkChange(*links, matters=True, reason=f"leads to a right: {right}")
    return LinkChange(*links, matters=False, reason="leads to nothing a right depends on")


def _right(placed: _Placed, language: str) -> str:
    text = placed.link.text
    return behind(text, _context(placed, language) if points(text) else "", placed.link.target)


def _context(placed: _Placed, language: str) -> str:
    """The sentence that holds the link, and the one before it, to which "here" often points back."""
    before, start = "", 0
    for sentence in sentences(placed.clause.text, language):
        if placed.link.start < start + len(sentence):
            return before + sentence
        before, start = sentence, start + len(sentence)
    return placed.clause.text
