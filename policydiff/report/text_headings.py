"""Under which headings words stand, where pages set some of them as text; and headings that name nothing.

In: a document and the place of a clause. Out: the headings above it; none where a reader could not tell. A
page may mark one heading and set the next ones as text: then the marked one names a section that ended long
ago, and a wrong name is worse than none.
What this gets wrong: a short paragraph without an end that happens to stand above others.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.calendar_dates import without_dates
from policydiff.comparability import LEGAL_FORM
from policydiff.report.counterparts import address_kinds
from policydiff.report.document_titles import heads_contents
from policydiff.text import compared, enumerator_end, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause, Document

_WORDS, _MORE_WORDS = 10, 14
"""Words of such a line, and of one that is numbered, asks something, has capitals throughout, or is an item
by itself: the head of a part of the page that opens."""
_LABEL_WORDS = 6
"""Words of a line that ends with a colon and yet is a heading, at most: "Contact Us:"."""
_SMALL_WORD = 3
"""Letters of a word that is written small within a title: "of", "and"."""
_HALF = 3
"""Words of the second half of a question that a page broke in two lines, at most."""
_LABEL = 2
"""Other places near by at which a line is a label of each, and no heading: "Purpose"."""
_RUN = 3
"""Lines in a row that are a list of contents, and head nothing."""
_MARKS = "*•- "
"""What a page writes before such a line."""
_SIGNED = re.compile(r"\s[-–]\s|,\s\S+(?:\s\S+)?$")
"""What the line of somebody who signs holds: "Ada Fern, Director"."""
_COMPANY = re.compile(rf"^(?:\S+ ){{1,4}}(?:{LEGAL_FORM})$")
"""The name of a company as a line of its address."""
_FAR = 80
"""Clauses above a clause among which it is looked for."""
_SISTERS = 2
"""Headings below one that begin alike, at least, so that a line which does so too is one of them."""
_FARTHEST = 800
"""The same with the cells of tables, which are passed over."""
_LINKED = 0.8
"""Share of the words of a line that are links, from which it leads elsewhere."""
_DOUBLED = re.compile(r"(\S.{6,78}\S)\s*\1", re.DOTALL)
"""A heading that a recorder wrote twice in a row, perhaps with the name of its anchor behind it."""
_NUMBERED = re.compile(r"\d{1,2}\.[a-z]\.(?:[ivx]{1,4}\.)?\s?(?=[A-Z])")
"""A number that no list has: "6.b.Storage", "6.b.ii.Lamps"."""
_AT_END = re.compile(r"[.!?]\s(\d{1,2}\.\s[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'&-]+){0,6})$")
"""A numbered heading that a recorder joined to the end of the paragraph before it."""
_RUN_IN = re.compile(r"([^.:!?]{8,90})\.\s(?=[A-ZÀ-Þ])")
"""What stands before the first sentence of a paragraph and names it."""
_AROUND, _ALIKE = 12, 2
"""Clauses before and behind such a paragraph among which others begin alike, and words that are alike."""
_MINE = re.compile(r"\b(?:my|mes|mon|ma|meine[nr]?|mis?)\b", re.IGNORECASE)
"""A word of the reader, in a line that the reader clicks on."""
_YEAR = re.compile(r"[^\W\d] (?:19|20)\d{2}$")
"""What a heading that is no date may end with: "Lists lent in 2033"."""
_FOOTNOTE = re.compile(r"\*+\s?[^\W\d]")
"""How a note begins, which stands below all that it explains."""
_SENTENCES = re.compile(r"(?<=[a-zà-ÿ0-9)])[.!?]\s")
"""Where one sentence ends and another begins; "U.S." ends none."""
_CLOSING = ".:;!"
"""Signs with which a text ends that is no line of an address or of the contents."""
_DASHES = "–—"
"""What a page writes before an item of a list."""
_NEAR = 100
"""Clauses before and behind such a line of which none may say the same."""
_LONGEST = 200
"""Characters of such a line."""
_UNREAD = "\ufffd"
_LETTERS = 2
"""Letters of a heading that says something: "9." does not."""
_DATE_LINE = 4
"""Words beside the date in a line that only prints one."""


def names_nothing(heading: str, language: str) -> bool:
    """Whether a heading tells a reader nothing: a bare number, characters that nobody could read, a line that
    prints a date, the head of a list of contents, the language in which the page is shown.

    >>> names_nothing("9.", "en"), names_nothing("Previous version: 23 February 2031", "en")
    (True, True)
    >>> names_nothing("Deutsch", "de"), names_nothing("Deutsche Leser", "de")
    (True, False)
    """
    if sum(map(str.isalpha, heading)) < _LETTERS or _UNREAD in heading or heads_contents(heading):
        return True
    if compared(heading) in _language_names():
        return True
    return is_date_line(heading, language)


@cache
def _language_names() -> frozenset[str]:
    """How languages call themselves."""
    return frozenset(compared(one.own_name) for one in languages.every() if one.own_name)


def is_date_line(said: str, language: str) -> bool:
    """Whether a line only prints a date: "Updated on 23 February 2031"."""
    rest = without_dates(said, language)
    return rest != said and len(words(rest)) <= _DATE_LINE


def heading_name(heading: str) -> str:
    """A heading as a reader knows it: once, where a recorder wrote it twice.

    >>> heading_name("Your lists at homeYour lists at homemainlistsmodule")
    'Your lists at home'
    """
    twice = _DOUBLED.match(heading)
    return twice[1] if twice else heading


def headings_over(document: Document, place: int, path: Sequence[str]) -> list[str]:
    """The headings under which a clause stands, outermost first; none where nobody can tell.

    Args:
        document: the document of the clause.
        place: that of the clause.
        path: the headings of the page above it, without labels of a table.
    """
    line = text_heading(document, place)
    if line is None:
        return []
    if line and not _is_sister(document, place, line):
        return [] if _is_beside(document, place, line) else [line]
    known = [one for one in path if not names_nothing(one, document.language)]
    if len(known) > 1 and _is_beside(document, place, known[-1]):
        known = known[:-1]
    if known and _is_ended(document, place, known[-1]):
        known = known[:-1]
    return [heading_name(one) for one in known]


def _is_sister(document: Document, place: int, heading: str) -> bool:
    """Whether a clause is a line that heads others as the one above it does: the title of the next box. One
    that is numbered otherwise is of a section in that."""
    clause = document.clauses[place]
    if clause.kind != "paragraph" or clause.links or _numbering(clause.text) != _numbering(heading):
        return False
    if _COMPANY.match(clause.text) or address_kinds(clause.text) or any(map(str.isdigit, clause.text)):
        return False
    behind = next(iter(document.clauses[place + 1 : place + 2]), clause)
    return _is_short(document, place) and behind.text[-1] == "." and behind.kind == "paragraph"


def text_heading(document: Document, place: int) -> str | None:
    """The line above a clause that is a heading set as text, "" if there is none; None if a line stands there
    that may be one, if the heading of the page is so far away that others may stand between, and of a
    note."""
    if _FOOTNOTE.match(document.clauses[place].text):
        return None
    end = max(place - _FARTHEST, 0)
    while place > end and document.clauses[place].cell:
        place -= 1
    path = document.clauses[place].path
    left = _FAR
    label = ""  # a name with which a paragraph on the way begins
    is_doubtful = False  # whether a line that leads elsewhere may yet be a heading
    is_below_list = False  # then an item above it may head what stands before the list alone
    for above in range(place, end, -1):
        clause, before = document.clauses[above], document.clauses[above - 1]
        if clause.cell:
            continue
        if clause.path != path or clause.kind == "heading" or before.text in path:
            return ""
        label = label or _run_in(document, above)
        line: str | None = ""
        if _may_head(before.text, is_item=before.kind == "item"):
            if _runs_on(before) and _name(document, above - 1):  # a page that put its notes between its words
                return ""
            if joined := _AT_END.search(before.text):
                return joined[1]
            line = _line(document, above - 1)
        if line and _is_button(before):
            line, is_doubtful = "", is_doubtful or len(before.links) <= 1
        if line is None or (line and (is_doubtful or (before.kind == "item" and is_below_list))):
            return None
        if line and not heads_contents(line):
            return label or line
        is_below_list = is_below_list or clause.kind == "item"
        left -= 1
        if not left:
            return None if path else ""
    return ""


def _run_in(document: Document, place: int) -> str:
    """The name with which a paragraph begins as those beside it begin: "Your right to know. We tell you"; ""
    if it does not begin so."""
    label = _label_of(document.clauses[place])
    if not label:
        return ""
    first = " ".join(label.split()[:_ALIKE])
    near = document.clauses[max(place - _AROUND, 0) : place + _AROUND]
    alike = sum(_label_of(clause).startswith(f"{first} ") for clause in near)
    return label if alike > _SISTERS else ""


def _label_of(clause: Clause) -> str:
    is_text = clause.kind == "paragraph" and not clause.cell
    return _run_in_label(clause.text) if is_text else ""


@lru_cache(maxsize=8_192)
def _run_in_label(text: str) -> str:
    found = _RUN_IN.match(text) if text[:1].isupper() else None
    return found[1] if found and _ALIKE < len(found[1].split()) <= _WORDS else ""


def _line(document: Document, place: int) -> str | None:
    """What a clause is a heading of those behind it by; "" if it is none, None if it may be one."""
    clause = document.clauses[place]
    name = _name(document, place)
    if not name or _is_broken_item(document, place):
        return ""
    if _ends_address(document, place):  # the lines above it head nothing either
        return None
    behind = next(
        (
            one.text.rstrip()
            for one in document.clauses[place + 1 : place + 3]
            if not is_date_line(one.text, document.language)
        ),
        clause.text,
    )
    is_longer = len(behind.split()) > len(clause.text.split()) or behind[-1] in _CLOSING
    if not is_longer and not any(map(_ends_in_link, document.clauses[place + 1 : place + 2])):
        return ""
    if _is_in_contents(document, place):
        return None
    if ":" in name:
        return None
    if name.endswith("?") and len(name.split()) <= _HALF and _is_short(document, place - 1):
        return f"{document.clauses[place - 1].text.lstrip(_MARKS)} {name}"
    is_numbered = _unnumbered(clause.text) != clause.text.lstrip(_MARKS)
    again = _again(document, place, _unnumbered(clause.text), listed=is_numbered)
    if not again:
        return heading_name(name)
    is_below_heading = place > 0 and document.clauses[place - 1].kind == "heading"
    is_label = again >= _LABEL or is_below_heading or clause.text.rstrip()[-1] == ":"
    return "" if is_label else None


def _is_broken_item(document: Document, place: int) -> bool:
    """Whether a line is the rest of an item that a page broke behind its label: "Legal basis:"."""
    before = document.clauses[place - 1] if place else None
    return before is not None and before.kind == "item" and before.text.rstrip().endswith(":")


def _runs_on(clause: Clause) -> bool:
    """Whether the label of a link was run into the sentence behind it: "Learn more that keeps your lists"."""
    if len(clause.links) != 1 or clause.links[0].start or clause.links[0].target.startswith("#"):
        return False
    return clause.text[clause.links[0].end :].lstrip()[:1].islower()


def _unnumbered(line: str) -> str:
    """A line without its number: "(b) Your rights", "7.3 Transfers"."""
    line = line[enumerator_end(line) :].lstrip(_MARKS)
    return line[found.end() :] if (found := _NUMBERED.match(line)) else line


def _numbering(line: str) -> str:
    """How a line is numbered: "9." for "7. Your lists", "9.9" for "12.3 Your lists", "" if it is not."""
    number = line[: len(line) - len(_unnumbered(line))].strip()
    return re.sub(r"\d+", "9", re.sub(r"[a-z]+", "a", number))


def _name(document: Document, place: int) -> str:
    """A line that may be a heading, "" if it cannot: short and without an end."""
    clause = document.clauses[place]
    is_line = clause.kind == "paragraph" or (clause.kind == "item" and _is_alone(document, place))
    if clause.cell or not is_line or _leads_away(document, place):
        return ""
    return _line_name(clause.text, is_item=clause.kind == "item")


def _ends_address(document: Document, place: int) -> bool:
    """Whether a line is the country below the town of a postal address."""
    before = document.clauses[place - 1].text if place else ""
    is_town = len(before.split()) <= _LABEL_WORDS and any(map(str.isdigit, before))
    return is_town and compared(document.clauses[place].text) in _countries()


@cache
def _countries() -> frozenset[str]:
    """The countries and states of all languages."""
    return frozenset(languages.all_lines(lambda one: one.identity.places))


@lru_cache(maxsize=8_192)
def _may_head(line: str, *, is_item: bool) -> bool:
    """Whether a line may be a heading by its words, or end with one: most of a text need no further look."""
    return bool(_line_name(line, is_item=is_item)) or _AT_END.search(line) is not None


@lru_cache(maxsize=8_192)
def _line_name(line: str, *, is_item: bool) -> str:
    """A line as a heading, "" if it cannot be one by its words."""
    if len(line) > _LONGEST or line[0] in _DASHES:
        return ""
    shown = heading_name(line.lstrip(_MARKS))
    name = _unnumbered(shown)
    is_numbered = name != shown
    if not is_numbered and name[-1:] in ".;!":
        return ""
    said = [word for word in name.split() if any(map(str.isalnum, word))]
    is_title = all(word[:1].isupper() or not word[:1].isalpha() for word in said if len(word) > _SMALL_WORD)
    if is_numbered and (is_title or len(said) <= _LABEL_WORDS):
        name = name.rstrip(".")  # "10. Contact us."
    if name.endswith(":"):
        name, said = (
            name[:-1].rstrip(),
            said if is_title and (is_numbered or len(said) > 1) and len(said) <= _LABEL_WORDS else [],
        )
        shown = shown.rstrip(": ")
    is_question = name.endswith("?")
    most = _MORE_WORDS if is_numbered or is_question or is_title or is_item else _WORDS
    if not said or len(said) > most or not name[:1].isupper() or _SENTENCES.search(name):
        return ""
    is_whole = (
        name[-1:].isalpha() or bool(_YEAR.search(name)) or is_question or (is_numbered and name[-1:] == ")")
    )
    if not is_whole or (":" in name and not is_title):
        return ""
    is_signed = (_SIGNED.search(name) or _COMPANY.search(name)) and not is_numbered
    return "" if is_signed or address_kinds(name) else shown


def _leads_away(document: Document, place: int) -> bool:
    """Whether a line ends with a link to another page, as the one behind it does: an entry of a list of
    pages, each with words on it."""
    return all(map(_ends_in_link, document.clauses[place : place + 2])) and place + 1 < len(document.clauses)


def _ends_in_link(clause: Clause) -> bool:
    if not clause.links:
        return False
    last = clause.links[-1]
    return last.start > 0 and last.end == len(clause.text) and not last.target.startswith("#")


def _is_button(clause: Clause) -> bool:
    """Whether a line that may be a heading leads elsewhere: it is links alone, or speaks for the reader, as
    "Do not share my lists" does."""
    if _MINE.search(clause.text) and not clause.text.endswith("?"):
        return True
    linked = [one for one in clause.links if not one.target.startswith("#")]
    return bool(linked) and sum(len(words(one.text)) for one in linked) >= _LINKED * len(words(clause.text))


def _is_beside(document: Document, place: int, heading: str) -> bool:
    """Whether a place begins with a line that is numbered as the heading above it, or begins as that and
    others beside it do: "For readers in Norway:", "For members of our club"; then it is not below it."""
    clause = document.clauses[place]
    if clause.cell or clause.kind != "paragraph":
        return False
    shape = _numbering(clause.text)
    if shape and shape == _numbering(heading):
        return bool(_name(document, place))
    first = heading.partition(" ")[0]
    if heading not in clause.path or not clause.text.startswith(f"{first} ") or clause.text[-1] in _CLOSING:
        return False
    outer = clause.path[: clause.path.index(heading)]
    around = document.clauses[max(place - _FARTHEST, 0) : place]
    beside = {
        one.path[len(outer)]
        for one in around
        if len(one.path) > len(outer) and one.path[: len(outer)] == outer
    }
    return sum(one.startswith(f"{first} ") for one in beside) >= _SISTERS


def _is_short(document: Document, place: int) -> bool:
    """Whether a clause is a short line without an end."""
    if not 0 <= place < len(document.clauses):
        return False
    clause = document.clauses[place]
    is_line = clause.kind in ("paragraph", "item") and clause.cell is None
    return is_line and len(clause.text.split()) <= _MORE_WORDS and clause.text.rstrip()[-1].isalnum()


def _is_in_contents(document: Document, place: int) -> bool:
    """Whether a line is the last of a list of contents that the page sets as text."""
    return all(
        _is_short(document, one) and document.clauses[one].kind == "paragraph"
        for one in range(place - _RUN, place)
    )


def _again(document: Document, place: int, name: str, *, listed: bool) -> int:
    """How many other paragraphs or headings near by say the same as a line over a longer text, without cells
    of tables and lines of a list of contents; one that is `listed` may stand in one of paragraphs above it.

    Only near by: a label such as "Purpose" comes back soon, and of thousands of sections each would be
    compared with all others.
    """
    same = _compared_name(name)
    clauses = document.clauses
    kinds = (clauses[place].kind, "heading")
    above = () if listed else range(max(place - _NEAR, 0), place)
    others = (*above, *range(place + 1, min(place + 1 + _NEAR, len(clauses))))
    return sum(
        clauses[one].kind in kinds
        and clauses[one].cell is None
        and _compared_name(clauses[one].text) == same
        and (clauses[one].kind == "heading" or not _is_short(document, one + 1))
        for one in others
    )


@lru_cache(maxsize=8_192)
def _compared_name(line: str) -> str:
    """A line without its number, as texts are compared; "" of one too long for a heading."""
    return compared(_unnumbered(line)) if len(line) < _LONGEST else ""


def _is_alone(document: Document, place: int) -> bool:
    """Whether an item has no other beside it: then it is no list."""
    beside = (*document.clauses[max(place - 1, 0) : place], *document.clauses[place + 1 : place + 2])
    return all(one.kind != "item" for one in beside)


def _is_ended(document: Document, place: int, heading: str) -> bool:
    """Whether a heading introduces a list or a table ("These activities include:") and words stand behind
    that."""
    clause = document.clauses[place]
    if not heading.rstrip().endswith(":") or clause.kind == "item" or clause.cell:
        return False
    return any(one.kind == "item" or one.cell for one in _between(document, place, heading))


def _between(document: Document, place: int, heading: str) -> Sequence[Clause]:
    """The clauses between a heading and a place below it."""
    above = place
    while above and document.clauses[above].text != heading:
        above -= 1
    return document.clauses[above + 1 : place]
