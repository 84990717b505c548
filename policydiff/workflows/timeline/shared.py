"""Data that many captures of one document share: parts stored once, and numbered states of links."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from policydiff.diff.link_changes import lead_elsewhere
from policydiff.workflows.timeline.work import Outline

_LATEST = 20
"""States of the links of one text that a new one is compared with, the latest: a page that signs its links
anew has one that it alternates with, and no page that leads elsewhere at every visit costs their square."""


class LinkStates:
    """Numbers the states of links that lead to a right: one number for what leads to the same places."""

    def __init__(self) -> None:
        self._known: dict[tuple[frozenset[int], tuple[Any, ...]], int] = {}
        self._of_text: dict[frozenset[int], list[tuple[int, Outline]]] = {}
        self._next = 1

    def of(self, outline: Outline) -> int:
        """The number of an outline's links, among those with the same text."""
        text = frozenset([one.id for one in outline.fingerprint.statements])
        targets = tuple(
            (link.text, link.target) for clause in outline.clauses_with_rights for link in clause.links
        )
        number = self._known.get((text, targets))
        if number is None:
            number = self._known[text, targets] = self._number(text, outline)
        return number

    def _number(self, text: frozenset[int], outline: Outline) -> int:
        same = self._of_text.setdefault(text, [])
        for number, other in reversed(same[-_LATEST:]):
            if not lead_elsewhere(
                other.clauses_with_rights, outline.clauses_with_rights, outline.fingerprint.language
            ):
                return number
        number, self._next = self._next, self._next + 1
        same.append((number, outline))
        return number


class SharedParts:
    """Keeps each statement and clause once, however many outlines have it."""

    def __init__(self) -> None:
        self._one: dict[Any, Any] = {}

    def shared(self, outline: Outline) -> Outline:
        """The same outline, made of parts that others have too."""
        statements = tuple([self._one.setdefault(one.id, one) for one in outline.fingerprint.statements])
        rights = tuple([self._one.setdefault(one, one) for one in outline.clauses_with_rights])
        return Outline(replace(outline.fingerprint, statements=statements), rights)
