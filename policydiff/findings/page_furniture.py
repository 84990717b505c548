"""Clauses that stand around a policy on its page and are no words of it: entries of menus and footers.

In: a diff and its two documents. Out: of each side the places of changed clauses that are furniture. The
normaliser leaves out what it is sure of; a recorder that keeps only text leaves lines that may be a policy's.
Here no word is lost: such clauses stay in the comparison. But for three of the signs, only what stands before
the first sentence of the policy or behind the last one is looked at.

    links              the whole line leads to other pages, and most of its links name no subject of policies
    languages          most of its words are names of languages
    entries            parts between separators: "Blog | Press | Careers", or many words in capitals in a row
    versions           the days of earlier versions, in one line
    a menu             one of many short lines in a row above the text, which head nothing in it
    above the title    a line that stands before the name of the document
    run together       entries without a blank between them, wherever they stand
    contents           a list of the sections, wherever it stands
    permanent link     the address of this version of the page, wherever it stands
    beside these       what came or went together with them, unless it names a subject, a day or an address

What this gets wrong: a menu with entries such as "Your data" stays, and so does a footer with a sentence on
data. A list at the very end of a policy that links its partners is taken for a footer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import document_kinds
from policydiff.models import DoubtedPlaces
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Clause, Document, DocumentDiff

_FEWEST = 1_500
"""Characters of the shortest text that is looked at: of an excerpt nobody knows what stood around it."""
_SENTENCE = 50
"""Characters of the shortest sentence by which the text is found."""
_LINKED = 0.9
"""Share of the letters of a line that are links, from which on it is nothing but links."""
_LINE = 60
"""Characters of the longest entry of a menu."""
_PART = 40
"""Characters of the longest entry in a line of entries."""
_ENTRIES = 4
"""Fewest entries in a line of them."""
_SECTIONS, _HEADING = 3, 90
"""Fewest entries of a list of sections, and characters of the longest heading."""
_MENU = 8
"""Lines in a row, before the first sentence of a policy, that make a menu."""
_MENU_WORDS, _MENU_CAPITALS = 24, 0.8
"""Words of a menu in one line, at least, and the share of them that are written with a capital."""
_BETWEEN = re.compile(r"[.,;:!?।،؛۔](?:\s|$)")
_STOPS = tuple(".:;!?,)。！？")
_PARTED = re.compile(r"\s+[-–—|•·/>]\s+")
_DAY = 4
"""Most words of a line of versions for each year that it names."""
_VERSIONS = 3
"""Fewest years that it names."""
_ABOVE = 0.2
"""Share of the sentences on subjects of policies that may stand above the name of a document."""
_PERMANENT = re.compile(r"(?:[^\W\d]+ ){1,3}[\"“]?https?://[^\s?]+\?\S+$")
"""The address of this very version of the page: "Retrieved from "https://wiki.example/?title=Privacy&oldid=7""."""
_NUMBER = 10
"""Characters that a name may have more where it stands: its number, quotation marks."""
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"@|\bwww\.|://|\d{5}|\d[ .-]\d{3}|\b(?:19|20)\d\d\b")
"""Found in addresses of mail, pages and houses, in telephone numbers and in dates."""


class _PagePatterns(NamedTuple):
    """Words of all languages together, as patterns: pages mix them."""

    subject: re.Pattern[str]
    selling: re.Pattern[str]
    choice: re.Pattern[str]
    """Words of links that lead to a choice or a right."""
    label: re.Pattern[str]
    """Entries that menus of all kinds of sites have, whole."""
    contents: re.Pattern[str]
    """What heads a list of the sections."""
    languages: frozenset[str]


@cache
def _patterns() -> _PagePatterns:
    whole = languages.all_lines(lambda one: (*one.boxes.subjects, *one.laws.every))
    within = languages.all_lines(lambda one: one.boxes.subjects_within)
    selling = "|".join(languages.all_lines(lambda one: one.boxes.selling))
    return _PagePatterns(
        re.compile("|".join((rf"\b(?:{'|'.join(whole)})\b", *within))),
        re.compile(rf"(?<!\w)(?:{selling})(?!\w)"),
        re.compile("|".join(languages.all_lines(lambda one: one.buttons.choices))),
        re.compile("|".join(languages.all_lines(lambda one: one.boxes.labels))),
        re.compile("|".join(languages.all_lines(lambda one: one.furniture.contents)), re.IGNORECASE),
        frozenset(one.own_name.casefold() for one in languages.every() if one.own_name),
    )


def page_furniture(diff: DocumentDiff, old: Document, new: Document) -> DoubtedPlaces:
    """The changed clauses of both sides that are no words of the policy.

    Args:
        diff: the alignment of both.
        old: the earlier document.
        new: the later document.
    """
    return DoubtedPlaces(
        _furniture(old, {place for change in diff.reworded for place in change.old}),
        _furniture(new, {place for change in diff.reworded for place in change.new}),
    )


def _furniture(document: Document, changed: set[int]) -> frozenset[int]:
    """Those of some clauses of a document that stand around its text."""
    clauses = document.clauses
    begins = next(_of_policy(clauses, range(len(clauses))), None) if changed else None
    if begins is None or sum([len(clause.text) for clause in clauses]) < _FEWEST:
        return frozenset()
    title = _title(document, begins, min(changed))
    menu = _menu(clauses, begins, changed)
    first, last = max(begins, title), next(_of_policy(clauses, reversed(range(len(clauses)))))
    dated = {one.clause for one in document.dates} | {one.clause for one in document.unsure_dates}
    found = _anywhere(clauses, changed)
    for run in _runs(place for place in changed if not first <= place <= last):
        said = {place: clauses[place] for place in run if not clauses[place].cell and place not in dated}
        said |= {place: clauses[place] for place in run if _lists_versions(clauses[place].text)}
        sure = {
            place
            for place, line in said.items()
            if place in menu or _is_entry(line) or (place < title and _is_above_title(line))
        }
        found |= sure
        if sure:
            found.update(place for place, line in said.items() if _is_silent(line))
        if 2 * len(sure) >= len(run):
            found.update(place for place, line in said.items() if _is_link(line))
    return frozenset(found)


def _anywhere(clauses: Sequence[Clause], changed: set[int]) -> set[int]:
    """Those that are furniture also in the midst of the text."""
    contents = _contents(clauses, changed)
    return {
        place
        for place in changed
        if clauses[place].cell is None
        and (place in contents or _is_run_together(clauses[place]) or _PERMANENT.match(clauses[place].text))
    }


def _runs(places: Iterable[int]) -> Iterator[list[int]]:
    """Places in runs of neighbours."""
    run: list[int] = []
    for place in sorted(places):
        if run and run[-1] + 1 != place:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _has_subject(text: str) -> bool:
    said = _plain(text)
    return _patterns().subject.search(said) is not None and _patterns().selling.search(said) is None


def _of_policy(clauses: Sequence[Clause], places: Iterable[int]) -> Iterator[int]:
    """Those of some places at which a sentence on a subject of policies stands."""
    return (place for place in places if _is_of_policy(clauses[place]))


def _is_of_policy(clause: Clause) -> bool:
    """Whether a clause is a sentence on a subject of policies, outside of its links."""
    if not clause.text.rstrip().endswith(_STOPS) and not clause.links:  # as most titles and items
        return False
    said: list[str] = []
    end = 0
    for link in clause.links:
        said.append(clause.text[end : link.start])
        end = link.end
    text = " ".join((*said, clause.text[end:])).strip()
    is_sentence = len(text) >= _SENTENCE and text.endswith(_STOPS) and not _lists_versions(text)
    return is_sentence and _patterns().subject.search(_plain(text)) is not None


def _is_silent(clause: Clause) -> bool:
    """Whether a clause names no subject of policies, no day and nobody's address."""
    return not _has_subject(clause.text) and not _has_address(clause.text)


def _has_address(text: str) -> bool:
    """Whether an address or a date stands in a text, or nothing but the name of a host ("a.example")."""
    return _ADDRESS.search(text) is not None or ("." in text and len(text.split()) == 1)


def _is_entry(clause: Clause) -> bool:
    """Whether a line is an entry of a menu or a footer, or several, or lists versions of the page."""
    if _lists_versions(clause.text):
        return True
    if _is_link(clause):
        of_subjects = sum(_has_subject(link.text) for link in clause.links)
        return _is_silent(clause) or _is_label(clause.text) or 2 * of_subjects < len(clause.links)
    if _is_menu(clause):
        return not _has_address(clause.text)
    return _is_silent(clause) and (_names_languages(clause.text) or _has_entries(clause.text))


def _is_menu(clause: Clause) -> bool:
    """Whether a line is the entries of a menu, one behind another with nothing between: "Lamps Desk Lamps Old
    Lamps Boats Under $50"."""
    said = clause.text.split()
    if len(said) < _MENU_WORDS or clause.kind == "heading" or _BETWEEN.search(clause.text):
        return False
    return sum(word[:1].isupper() for word in said) >= _MENU_CAPITALS * len(said)


def _is_above_title(clause: Clause) -> bool:
    """Whether a line that stands above the name of the document is none of its own: no day, no subject; of a
    link no name of a document, which it may announce."""
    return _is_silent(clause) or (_is_link(clause) and not document_kinds(clause.text))


def _is_link(clause: Clause) -> bool:
    """Whether a line is nothing but links to other pages, and not one that leads to a choice or a right."""
    linked = sum(len(link.text) for link in clause.links)
    elsewhere = not any(link.target.startswith(("#", "mailto:", "tel:")) for link in clause.links)
    chosen = len(clause.links) == 1 and _patterns().choice.search(_plain(clause.text)) is not None
    named = elsewhere and not chosen and not _has_address(clause.text)
    return named and linked >= _LINKED * len("".join(clause.text.split()))


def _is_label(text: str) -> bool:
    return _patterns().label.fullmatch(_plain(text)) is not None


def _lists_versions(text: str) -> bool:
    """Whether a line is the days of earlier versions: "Versions: 10 October 2022, 16 August 2021"."""
    years = sum(1 for _ in _YEAR.finditer(text))
    return years >= _VERSIONS and text.count(" ") < _DAY * years + _DAY


def _names_languages(text: str) -> bool:
    said = re.findall(r"\w[\w\u0900-\u0dff]*", text.casefold())
    return 2 * sum(word in _patterns().languages for word in said) > len(said) > 1


def _has_entries(text: str) -> bool:
    parts = _PARTED.split(text)
    return len(parts) >= _ENTRIES and all(len(part) <= _PART for part in parts) and not text.endswith(_STOPS)


def _is_run_together(clause: Clause) -> bool:
    """Whether a line is entries of a menu with no blank between them: "BlogPress Kit", each a link."""
    joints = sum(clause.text[link.start - 1 : link.start].isalnum() for link in clause.links)
    linked = sum(len(link.text) for link in clause.links)
    enough = joints > 1 or (joints == 1 and linked >= _LINKED * len(clause.text))
    return enough and len(clause.text) <= _LINE and _is_silent(clause)


def _contents(clauses: Sequence[Clause], changed: set[int]) -> set[int]:
    """The places of lists of the sections that changed, with what heads them: three lines or more in a row
    that stand in the text as headings, too. One between two of them may be of a section that is called
    otherwise."""
    lines: set[int] = set()
    for place in chain.from_iterable((place, place + 1) for place in changed):  # what heads them, or one
        row = () if place in lines else _row(clauses, place)
        if len(row) >= _SECTIONS:
            lines.update(row)
    if not lines:
        return set()
    headings = {_letters(clause.text) for clause in clauses if clause.kind == "heading"}
    entries = {place for place in lines if _letters(clauses[place].text) in headings}
    gaps = {place for place in lines if place - 1 in entries and place + 1 in entries}
    found: set[int] = set()
    for run in _runs(entries | gaps):
        if len(run) >= _SECTIONS:
            found.update(run)
            if run[0] and _patterns().contents.search(_plain(clauses[run[0] - 1].text)):
                found.add(run[0] - 1)
    return found


def _row(clauses: Sequence[Clause], place: int) -> range:
    """The places in a row around one that may be entries of a list of the sections; none if that is none."""
    first = last = place
    while last < len(clauses) and _is_short(clauses[last]):
        last += 1
    while place < last and first and _is_short(clauses[first - 1]):
        first -= 1
    return range(first, last)


def _is_short(clause: Clause) -> bool:
    """Whether a line may be an entry of a list of the sections."""
    return clause.kind != "heading" and len(clause.text) <= _HEADING and not clause.text.endswith(_STOPS)


def _letters(text: str) -> str:
    """A heading without its number and its blanks."""
    return compared(text).replace(" ", "").lstrip("0123456789")


def _menu(clauses: Sequence[Clause], end: int, changed: set[int]) -> set[int]:
    """The changed lines among those in a row before the first sentence of a text that end like no sentence
    and head nothing."""
    short = [
        place
        for place in range(end)
        if (len(clauses[place].text) <= _LINE or clauses[place].kind == "item")
        and not clauses[place].text.endswith(_STOPS)
    ]
    lines = {place for run in _runs(short) if len(run) >= _MENU for place in run} & changed
    silent = {place for place in lines if _is_silent(clauses[place])}
    below = {compared(clause.text) for clause in clauses[end:]} if silent else set()
    return {place for place in silent if compared(clauses[place].text) not in below}


def _title(document: Document, begins: int, first: int) -> int:
    """The place of the name of a document above its text, 0 if there is none.

    Args:
        document: with its title.
        begins: the place of its first sentence on a subject of policies, of which a menu may have some.
        first: the first place that is asked about. What stands above it is not looked at.
    """
    name = compared(document.title)
    longest = len(document.title) + _NUMBER
    short = ((place, one.text) for place, one in enumerate(document.clauses) if len(one.text) <= longest)
    title = next((place for place, text in short if name and compared(text) == name), 0)
    if title <= max(begins, first):
        return title
    of_text = list(_of_policy(document.clauses, range(len(document.clauses))))
    return title if bisect_left(of_text, title) <= _ABOVE * len(of_text) else 0
