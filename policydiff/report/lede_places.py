"""Where the words stand that a lede quotes: below which heading, in which list, in which row.

In: a comparison and a statement. Out: words to put before the quote: "Notice to applicants › Retention".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.comparability import LEGAL_FORM, is_for_some
from policydiff.models import Quote
from policydiff.report.characters import clipped, visible
from policydiff.report.lede_point import HEADING
from policydiff.report.numbered_changes import below, labels_of
from policydiff.report.page_documents import later_document
from policydiff.report.text_headings import heading_name, headings_over
from policydiff.sentences import sentences
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison, Document
    from policydiff.report.finding_cards import ShownStatement

CUT = "…"
"""Where words of a quote or of a heading are left out."""
_INNER = " › "
"""What stands between the headings that are told."""
_LIST = 120
"""Characters of the introduction of a list."""
_NO_LEAD = 2
"""Words that introduce a list and say nothing: "For example:"."""
_ABOVE = 30
"""Words of a sentence that introduces a list and is told before its items, at most."""
_FAR = 30
"""Clauses above a statement among which its introduction is looked for."""
_NEAR = 40
"""Clauses below a heading of the page among which one that is set as text is taken for one below it."""
_OWN_CELL = 8
"""Words of a cell that tells a row from others with the same first cell, at most."""
_COMPANY = re.compile(rf"\b(?:{LEGAL_FORM})(?!\w)")
_INTRODUCED = 6
"""Last words of an introduction by which it is found again."""


def heading_above(comparison: Comparison, title: str, one: ShownStatement, *, listed: bool = True) -> str:
    """The nearest heading above the words, and one further above that says for whom they are, or of which
    other document on the page.

    "Notice to applicants › Retention": of the words "for two years" the first half is half of the news.

    Args:
        comparison: what `compare` returned.
        title: the title of the document, which is no heading worth telling.
        one: whose words.
        listed: whether what introduces their list counts as a heading: not where it is quoted with them.
    """
    quote = one.new or one.old
    document = comparison.new if one.new else comparison.old
    if quote is None or document.clauses[quote.clause].announcement:
        return ""
    is_led = listed and not _leads_nowhere(document, quote) and _is_introduced(document, quote)
    place = quote.place if is_led else quote.path
    titles = (title, comparison.old.title, comparison.new.title)
    path = [each for each in below(comparison, place) if each not in (quote.text, *titles)]
    cell = document.clauses[quote.clause].cell
    inner = _from(path, labels_of(cell)) if cell else []
    outer = path[: len(path) - len(inner)]
    path = headings_over(document, quote.clause, outer)
    if cell and not path and len(inner) == len(labels_of(cell)) == 1:  # two tables may have the same row
        path = [*filter(None, (_line_above(document, quote.clause),))]
    path += inner
    labels = path[-2:] if cell else path[-1:]
    if cell:
        labels = [row_name(document, quote.clause) if one == cell.row_label else one for one in labels]
    whose = heading_of_some(document, quote.clause, outer, labels)
    whose = whose if whose or not labels else other_document(document, quote.clause, (title, *labels))
    named = (clipped(visible(one), HEADING).rstrip(":\xa0 ") for one in (*whose, *labels))
    return _INNER.join(named)


def other_document(document: Document, place: int, known: Sequence[str]) -> tuple[str, ...]:
    """The title of the document in which a clause stands, where its page begins with another one.

    Args:
        document: the page.
        place: that of the clause.
        known: what is told in any case, the title of the document that changed among it.
    """
    said = {*map(compared, known)}
    if said.intersection(map(compared, document.clauses[place].path[:1])):
        return ()
    title = later_document(document, place)
    return (title,) if title and compared(title) not in said else ()


def stands_above(document: Document, place: int, where: str) -> bool:
    """Whether the nearest of the headings that are told stands above a clause of a document.

    Args:
        document: the document of the clause.
        place: that of the clause.
        where: what `heading_above` returned.
    """
    name = where.rpartition(_INNER)[2].rstrip(CUT)
    clause = document.clauses[place]
    above = (one.text for one in document.clauses[max(place - _FAR, 0) : place])
    labels = labels_of(clause.cell) if clause.cell else ()
    return any(visible(one).startswith(name) for one in (*clause.path, *labels, *above))


def quote_of(document: Document, said: str) -> Quote | None:
    """The quote of words that are told, by the first clause that holds them; None if none does."""
    piece = max(said.split(CUT), key=len).strip()
    holding = (n for n, clause in enumerate(document.clauses) if piece in visible(clause.text))
    place = next(holding, None)
    return None if place is None else Quote(said, place, path=document.clauses[place].path)


def heading_of_some(
    document: Document, place: int, path: Sequence[str], shown: Sequence[str]
) -> tuple[str, ...]:
    """The nearest heading of the page above a clause that says for whom the words are, where they are not for
    everybody; none if one that is shown says so, or if it is far above: other headings may be set as text.

    Args:
        document: the document of the clause.
        place: that of the clause.
        path: the headings of the page above it.
        shown: those that are told in any case.
    """
    if not shown or any(map(is_for_some, shown)):
        return ()
    is_sure = shown[0] in path
    outer = path[: path.index(shown[0])] if is_sure else path
    named = next((one for one in reversed(outer) if is_for_some(one)), "")
    above = document.clauses[max(place - _NEAR, 0) : place]
    is_near = is_sure or any(one.kind == "heading" and one.text == named for one in above)
    return (heading_name(named),) if named and is_near else ()


def _from(path: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The end of a path that begins with the labels of a cell, empty if these are not in it."""
    starts = [n for n in range(len(path)) if tuple(path[n : n + len(labels)]) == tuple(labels)]
    return list(path[starts[-1] :]) if labels and starts else []


def row_name(document: Document, place: int) -> str:
    """What a reader knows the row of a cell by: its first cell; where others of the table begin alike also
    whom the row is about, a company before other words: "Norway, Fernleaf Lending AS".

    Args:
        document: the document of the cell.
        place: the place of its clause.
    """
    cell = document.clauses[place].cell
    if cell is None or not cell.row_label:
        return ""
    cells = [(one.cell, one.text) for one in document.clauses if one.cell and one.cell.table == cell.table]
    others = {each.row for each, _ in cells if each.row_label == cell.row_label} - {cell.row}
    if not others:
        return cell.row_label
    beside = {text for each, text in cells if each.row in others}
    own = [
        text
        for each, text in cells
        if each.row == cell.row and 0 < each.column != cell.column and text not in beside
    ]
    short = [text for text in own if len(text.split()) <= _OWN_CELL]
    named = next((text for text in short if _COMPANY.search(text)), next(iter(short), ""))
    return f"{cell.row_label}, {named}" if named else cell.row_label


def list_introduction(comparison: Comparison, one: ShownStatement) -> str:
    """What introduces the list that a statement is an item of, "" if it is none."""
    quote, side = (one.new, comparison.new) if one.new else (one.old, comparison.old)
    if quote is None or side.clauses[quote.clause].kind != "item":
        return ""
    if inner := _inner_introduction(side, quote.clause):
        return clipped(visible(inner).rstrip(": "), _LIST)
    if _leads_nowhere(side, quote) or not _is_introduced(side, quote):
        return ""
    last = sentences(quote.introduction, side.language)[-1:] or [quote.lead]
    return clipped(visible(last[0] if len(last[0]) <= _LIST else quote.lead).rstrip(": "), _LIST)


def _leads_nowhere(document: Document, quote: Quote) -> bool:
    """Whether what introduces a list does not say what is in it: "This includes:"."""
    last = sentences(quote.introduction, document.language)[-1:] or [quote.lead]
    return len(last[0].split()) <= _NO_LEAD


def line_above_list(document: Document, place: int) -> str:
    """The sentence above the list of an item that introduces it, "" if there is none that is short."""
    above = place
    while above and document.clauses[above].kind == "item":
        above -= 1
    said = sentences(document.clauses[above].text, document.language)[-1:]
    is_lead = above < place and bool(said) and said[0].endswith(":")
    return visible(said[0]) if is_lead and _NO_LEAD < len(said[0].split()) <= _ABOVE else ""


def _inner_introduction(document: Document, place: int) -> str:
    """The item that introduces the list inside of it in which an item stands, "" if there is none."""
    for above in range(place - 1, max(place - _FAR, -1), -1):
        clause = document.clauses[above]
        if clause.kind != "item":
            return ""
        if clause.depth < document.clauses[place].depth:
            last = sentences(clause.text, document.language)[-1]
            return last if last.endswith(":") and len(last.split()) > _NO_LEAD else ""
    return ""


def _is_introduced(document: Document, quote: Quote) -> bool:
    """Whether an item stands in the list that its introduction opens, and not in one further out: behind the
    introduction no item stands less deep than the first. A heading opens none: where others below it are set
    as text, it may be far above."""
    if compared(quote.introduction) in map(compared, quote.path):
        return False
    last = words(quote.introduction or quote.lead)[-_INTRODUCED:]
    depths: list[int] = []
    for clause in reversed(document.clauses[max(quote.clause - _FAR, 0) : quote.clause + 1]):
        if depths and words(clause.text)[-len(last) :] == last:
            return min(depths) >= depths[-1]
        if clause.kind == "item":
            depths.append(clause.depth)
    return True


def _line_above(document: Document, place: int) -> str:
    """The paragraph directly above the table of a cell, "" if there is none: "The table below lists …"."""
    cell = document.clauses[place].cell
    above = place
    while above >= 0 and (other := document.clauses[above].cell) and cell and other.table == cell.table:
        above -= 1
    return document.clauses[above].text if above >= 0 and document.clauses[above].kind == "paragraph" else ""
