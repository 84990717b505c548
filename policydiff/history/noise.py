"""Changes of words that are not changes of the policy: text around it, or text that is new at every visit.

In: a comparison, and the days on which both sides were seen. Out: the reason why nothing of the policy
changed, or "". A page that prints today's date, its own revision number, or a menu that was captured with the
text changes at every visit. A change is noise only if everything that changed is of such a kind.

What this gets wrong: an entry that is added to a list of partners which a page sets as its menu is taken
for one of the menu, if the list has labels that only menus have.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from policydiff import languages, notice
from policydiff.sentences import sentences
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from policydiff.models import Change, Clause, Comparison, Document

    _Mask = Callable[[str], str]

_LABEL = 4
"""Most words of a label."""
_HEAD = 6
"""Clauses at the beginning of a page that may be labels of its header."""
_MENU, _GIVEN_AWAY = 12, 3
"""Fewest labels of a menu or footer, and how many of these no list of a policy has."""
_FEW = 6
"""Words of a label in a menu."""
_FRONT = 8
"""Fewest labels of a menu in front of a policy, one of which only menus have."""
_SENTENCE = 8
"""Words of a sentence with which a policy may begin, at least."""
_SENTENCE_ENDS = (".", "!", "?", "。")
_MARKS = re.compile(r"^\W+|\W+$")
"""What a menu draws around its labels: "⌂ Home"."""
_ENDS = (".", "!", "?", ":", ";", ",")
_ADDRESS = re.compile(r"https?://\S+")
_NUMBERS = re.compile(r"\d{2,}")
_GLUED = re.compile(
    r"^\s*(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+)(?=\s*[A-ZÀ-Þa-z])"
)
"""The number of a clause, also where no blank stands after it."""
_HIDDEN = re.compile(r"\[email[\s\u00a0]protected\]", re.IGNORECASE)
"""The mask that a content delivery network puts over an e-mail address."""
_MAIL_TO = re.compile(r"\(\s*mailto:\s*([^\s()]+)\s*\)|\bmailto:\s*(?=\S)", re.IGNORECASE)
"""An e-mail address with its markup printed."""
_MAIL = re.compile(rf"{_HIDDEN.pattern}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*[-–]\s*)?\d{4}", re.IGNORECASE)
_AGAIN = 3
"""How often a heading must be repeated on a page to say nothing about the part below it."""
_LITTLE, _MUCH = 0.02, 0.2
"""Shares of a text's words: how many may be deleted at most where documents were joined to it, and how many
must have been added at least."""
_WINDOW = 40
"""Most clauses of a consent window that a recorder captured with a text."""
_FAR = 1
"""Most days between the clock of the page and that of its recorder."""

UPDATE_ONLY = "Only words changed that tell of an update which is on both sides"
VISIT = "The page prints the day of the visit, and nothing of the policy changed"
JOINED = "Other documents came to the recorded page or went from it, and nothing else of it changed"
EARLIER = "The page printed an earlier day for once, and nothing of the policy changed"
VOLATILE = "Only labels, headings said twice, or numbers and addresses that are new at every visit, changed"


_UPDATES = frozenset(("change-notice", "effective-date"))


def _tells_of_an_update(comparison: Comparison) -> bool:
    """Whether the findings only say that, or from when, the policy changed."""
    categories = {finding.category for finding in comparison.findings}
    return comparison.verdict == "substantive" and bool(categories) and categories <= _UPDATES


def page_noise(comparison: Comparison, days: tuple[date, date]) -> str:
    """Why the change is not one of the policy; "" if it may be.

    Args:
        comparison: both documents and what changed between them.
        days: on which the old and the new side were seen.
    """
    if comparison.verdict == "other-variant":
        return JOINED if _is_joined(comparison) else ""
    if comparison.verdict not in ("editorial", "substantive"):
        return ""
    strict = comparison.verdict == "substantive" and not _tells_of_an_update(comparison)
    windows = _consent_windows(comparison)
    visit, back, update_only = _prints_its_visit(comparison, days), _went_back(comparison), False
    masks: list[_Mask] = [_without_tokens]
    if visit or back or _same_days(comparison):
        masks.append(_without_dates(comparison))
    sides = _AskedDocument(comparison.old), _AskedDocument(comparison.new)
    for change in comparison.diff.changes:
        if _is_window(change, windows) or _mail_alone(comparison, change):
            continue
        if strict and _is_found(comparison, change):  # also where nothing but a link leads elsewhere
            return ""
        if not change.rewords:
            continue
        if strict and not _labels(comparison, change):
            return ""
        if not (
            _labels(comparison, change)
            or any(_same(comparison, change, masked) for masked in masks)
            or (sides[0].are_of_menu(change.old) and sides[1].are_of_menu(change.new))
            or (_in_front(change, sides) and not _is_found(comparison, change))
            or _said_elsewhere(comparison, change, sides)
        ):
            if not _tells_again(comparison, change, days):
                return ""
            update_only = True
    return VISIT if visit else EARLIER if back else UPDATE_ONLY if update_only else VOLATILE


def _is_found(comparison: Comparison, change: Change) -> bool:
    """Whether a finding rests on a change."""
    places = (frozenset(change.old), frozenset(change.new))
    return any(
        quote is not None and quote.clause in own
        for finding in comparison.findings
        for quote, own in zip((finding.old, finding.new), places, strict=True)
    )


def _is_joined(comparison: Comparison) -> bool:
    """Whether other documents were added to a page, or removed from it, while the rest and its dates stayed.

    A notice for one region recorded after the policy looks like a policy for that region. What is added to
    the policy itself comes with another day.
    """
    sides = comparison.old, comparison.new
    words = [sum(len(clause.text.split()) for clause in side.clauses) for side in sides]
    came_and_went = [0, 0]
    for change in comparison.diff.changes:
        if change.rewords and change.old and change.new:
            return False
        for number, (side, places) in enumerate(_sides(comparison, change)):
            if change.rewords:
                came_and_went[number] += sum(len(side.clauses[place].text.split()) for place in places)
    days = [{stated.day for stated in side.dates} for side in sides]
    if came_and_went[0] <= _LITTLE * words[0] and came_and_went[1] >= _MUCH * words[0]:
        return days[0] <= days[1]
    return (
        came_and_went[1] <= _LITTLE * words[1] and came_and_went[0] >= _MUCH * words[1] and days[1] <= days[0]
    )


def _went_back(comparison: Comparison) -> bool:
    """Whether the new side states one day, earlier than that of the old side: a page that alternates."""
    old, new = ({stated.day for stated in side.dates} for side in (comparison.old, comparison.new))
    return len(old) == len(new) == 1 and max(new) < min(old)


def _consent_windows(comparison: Comparison) -> tuple[frozenset[int], frozenset[int]]:
    """The clauses of each side that belong to a consent window which was captured with the text."""
    old, new = (_windows(document.clauses) for document in (comparison.old, comparison.new))
    return old, new


def _windows(clauses: Sequence[Clause]) -> frozenset[int]:
    """The clauses of windows that ask about cookies: a question, the purposes, two buttons or more."""
    found = set[int]()
    for place, clause in enumerate(clauses):
        if place in found or not (clause.text.endswith("?") and "cookie" in clause.text.casefold()):
            continue
        buttons = [
            number
            for number in range(place + 1, min(len(clauses), place + _WINDOW))
            if _buttons().fullmatch(clauses[number].text.casefold())
        ]
        together = [one for n, one in enumerate(buttons) if one - buttons[0] == n]
        if len(together) > 1:
            found.update(range(place, together[-1] + 1))
    return frozenset(found)


@cache
def _buttons() -> re.Pattern[str]:
    """The texts of buttons of consent windows, whole."""
    return re.compile("|".join(languages.all_lines(lambda one: one.buttons.consents)))


def _is_window(change: Change, windows: tuple[frozenset[int], frozenset[int]]) -> bool:
    """Whether all that came or went is a consent window."""
    return windows[0].issuperset(change.old) and windows[1].issuperset(change.new)


def _mail_alone(comparison: Comparison, change: Change) -> bool:
    """Whether nothing but the mark-up or the mask of an e-mail address changed."""
    return (
        change.rewords
        and bool(change.old and change.new)
        and not any(link.matters for link in change.links)
        and _same(comparison, change, _without_mark_up)
    )


class _AskedDocument:
    """A document with answers about the whole of it, each worked out when first asked: most changes need
    none."""

    def __init__(self, document: Document) -> None:
        self.clauses = document.clauses
        self._menu_in_front: int | None = None

    @cached_property
    def _menus(self) -> frozenset[int]:
        return _menus(self.clauses)

    @cached_property
    def _said(self) -> set[str]:
        return {compared(_without_tokens(clause.text)) for clause in self.clauses}

    def are_of_menu(self, places: Sequence[int]) -> bool:
        """Whether clauses belong to menus that were captured with the text."""
        perhaps = all(_may_be_of_menu(self.clauses[place]) for place in places)
        return perhaps and self._menus.issuperset(places)

    def says(self, clause: Clause) -> bool:
        """Whether the words of a clause stand in the document."""
        return compared(_without_tokens(clause.text)) in self._said

    def front(self, other: _AskedDocument) -> int:
        """How many clauses, with a menu, stand in front of the first sentence that both documents have."""
        if self._menu_in_front is None:
            first = next(
                (n for n, one in enumerate(self.clauses) if _is_sentence(one) and other.says(one)), 0
            )
            labels = [one.text for one in self.clauses[:first] if _may_be_of_menu(one)]
            self._menu_in_front = first if len(labels) >= _FRONT and any(map(_only_in_menus, labels)) else 0
        return self._menu_in_front


def _tells_again(comparison: Comparison, change: Change, seen: tuple[date, date]) -> bool:
    """Whether added or removed sentences only announce an update that both sides know.

    "We updated our policy on 16 June 2025" stands above many a policy for weeks, and then goes: the update is
    on the other side too, by its day. An announcement without a day may be removed; if one is added, its
    subject is unknown.
    """
    old, new = (
        {one for place in places for one in sentences(document.clauses[place].text, document.language)}
        for document, places in _sides(comparison, change)
    )
    return all(_known(one, comparison.new, seen[1], gone=True) for one in old - new) and all(
        _known(one, comparison.old, seen[0], gone=False) for one in new - old
    )


def _known(sentence: str, other: Document, seen: date, *, gone: bool) -> bool:
    """Whether a sentence announces an update that the other side knows of."""
    if not notice.announces_only(sentence):
        return False
    named = {one.on(seen) for one in notice.named(sentence, other.language)}
    return named <= notice.days(other, seen) if named else gone or notice.points(sentence)


def _sides(comparison: Comparison, change: Change) -> Iterator[tuple[Document, Sequence[int]]]:
    yield comparison.old, change.old
    yield comparison.new, change.new


def _labels(comparison: Comparison, change: Change) -> bool:
    return all(
        (_is_label(document.clauses[place]) and _of_the_page(document.clauses, place))
        or _heads_again(document.clauses, place)
        for document, places in _sides(comparison, change)
        for place in places
    )


def _heads_again(clauses: Sequence[Clause], place: int) -> bool:
    """Whether a short heading stands above many parts of a page: "Highlights"."""
    clause = clauses[place]
    return (
        clause.kind == "heading"
        and len(clause.text.split()) <= _LABEL
        and sum(one.text == clause.text for one in clauses) >= _AGAIN
    )


@cache
def _in_menus() -> re.Pattern[str]:
    """A label that only menus have, whole."""
    return re.compile("|".join(languages.all_lines(lambda one: one.furniture.menu)), re.IGNORECASE)


def _only_in_menus(label: str) -> bool:
    return _in_menus().fullmatch(_MARKS.sub("", label)) is not None


def _menus(clauses: Sequence[Clause]) -> frozenset[int]:
    """The clauses of menus that were captured with the text, as at the foot of a page.

    They are long runs of labels, some of which only menus have: "Careers", "Site map". A list of data or of
    partners has none of these, however long it is.
    """
    found = set[int]()
    run: list[int] = []
    for place, clause in enumerate((*clauses, None)):
        if clause is not None and _may_be_of_menu(clause):
            run.append(place)
            continue
        if len(run) >= _MENU:
            known = {clauses[one].text.casefold() for one in run}
            if sum(map(_only_in_menus, known)) >= _GIVEN_AWAY:
                found.update(run)
        run = []
    return frozenset(found)


def _in_front(change: Change, sides: tuple[_AskedDocument, _AskedDocument]) -> bool:
    """Whether all that came or went stands with a menu in front of the policy, and is no sentence: greetings,
    searches and other sites of the company that a recorder took along.
    """
    return all(
        place < side.front(other) and not _is_sentence(side.clauses[place])
        for side, other, places in zip(sides, reversed(sides), (change.old, change.new), strict=True)
        for place in places
    )


def _is_sentence(clause: Clause) -> bool:
    return len(clause.text.split()) >= _SENTENCE and clause.text.endswith(_SENTENCE_ENDS)


def _may_be_of_menu(clause: Clause) -> bool:
    """A label, a row of names of languages, or the data of a menu that its script was to show."""
    text = clause.text
    if clause.cell is not None:
        return False
    said = text.split()
    if len(said) > _FEW and not text.startswith("{"):
        names = (
            0 if text.endswith(".") else sum(word[:1].isupper() or not word[:1].isalpha() for word in said)
        )
        if names < 0.8 * len(said):
            return False
    return not any(map(str.isdigit, text))


def _is_label(clause: Clause) -> bool:
    few = len(clause.text.split()) <= _LABEL or _tools().fullmatch(clause.text.casefold()) is not None
    return (
        few
        and not clause.text.endswith(_ENDS)
        and clause.kind != "heading"
        and clause.cell is None
        and not any(map(str.isdigit, clause.text))
    )


def _of_the_page(clauses: Sequence[Clause], place: int) -> bool:
    """Whether a label belongs to the page and not to the policy.

    It stands at the head of the page, is said again and again, or it is nothing but a link among other links.
    A list of data or of partners is made of labels, too.
    """
    text = clauses[place].text
    if _tools().fullmatch(text.casefold()):
        return True
    if place < _HEAD or sum(clause.text == text for clause in clauses) > 1:
        return True
    beside = [clauses[k] for k in (place - 1, place + 1) if 0 <= k < len(clauses)]
    return _is_link(clauses[place]) and any(_is_label(one) and _is_link(one) for one in beside)


@cache
def _tools() -> re.Pattern[str]:
    """A line that is a tool of a page, or opens and closes its sections, whole."""
    said = languages.all_lines(lambda one: (*one.buttons.tools, *one.buttons.openers))
    return re.compile("|".join(said))


def _is_link(clause: Clause) -> bool:
    return any(link.text.strip() == clause.text.strip() for link in clause.links)


def _said_elsewhere(
    comparison: Comparison, change: Change, sides: tuple[_AskedDocument, _AskedDocument]
) -> bool:
    """Whether clauses that were added or removed whole are on the other side too, as in a list of the
    headings."""
    return change.kind in ("added", "removed") and all(
        other.says(document.clauses[place])
        for (document, places), other in zip(_sides(comparison, change), reversed(sides), strict=True)
        for place in places
    )


def _same(comparison: Comparison, change: Change, masked: _Mask) -> bool:
    """Whether both sides of a change read the same once something is masked in them."""
    old, new = (
        " ".join(document.clauses[place].text for place in places)
        for document, places in _sides(comparison, change)
    )
    if _HIDDEN.search(old) or _HIDDEN.search(new):  # an address that is hidden may be any
        old, new = _MAIL.sub("@", old), _MAIL.sub("@", new)
    return compared(masked(old)) == compared(masked(new))


def _without_mark_up(text: str) -> str:
    return _MAIL_TO.sub(lambda found: found[1] or "", text)


def _without_tokens(text: str) -> str:
    text = _ADDRESS.sub(lambda found: _NUMBERS.sub("0", found.group()), _GLUED.sub("", text))
    return _COPYRIGHT.sub("©", text)


def _prints_its_visit(comparison: Comparison, days: tuple[date, date]) -> bool:
    """Whether each side states the day on which it was seen, and the two days differ."""
    return days[0] != days[1] and all(
        any(abs((stated.day - day).days) <= _FAR for stated in document.dates)
        for document, day in zip((comparison.old, comparison.new), days, strict=True)
    )


def _same_days(comparison: Comparison) -> bool:
    """Whether both sides state the same days and months, however they are spelt."""
    old, new = (
        {(stated.day, stated.day) for stated in side.dates}
        | {(stated.first, stated.last) for stated in side.unsure_dates}
        for side in (comparison.old, comparison.new)
    )
    return bool(old) and old == new


def _without_dates(comparison: Comparison) -> _Mask:
    stated: set[str] = set()
    for side in (comparison.old, comparison.new):
        stated |= {one.text for one in side.dates} | {one.text for one in side.unsure_dates}
    printed = re.compile("|".join(map(re.escape, sorted(stated, key=len, reverse=True))) or "(?!)")
    return lambda text: printed.sub("", _without_tokens(text))
