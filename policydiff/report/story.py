"""What every output for people says in words: headline, figures, notes on an entry, limits of the method.

Sentences are made here once, so that the page, the Markdown and the terminal tell the same story.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from policydiff import notice
from policydiff.report.characters import clipped, visible
from policydiff.report.entries import MOST_LINKS, below, labels_of, section
from policydiff.report.marks import Run, clauses, merged
from policydiff.report.sides import cautions, day, moment
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from policydiff.models import Cell, Change, Clause, Comparison, Document, EditOperation, Link, LinkChange
    from policydiff.report.entries import Entry, EntryKind
    from policydiff.report.marks import Mark, Paragraph
    from policydiff.report.sides import Side, Sides

LABELS: Mapping[EntryKind, str] = {
    "added": "Added",
    "removed": "Removed",
    "reworded": "Reworded",
    "moved": "Moved",
    "moved-reworded": "Moved and reworded",
    "split": "Split",
    "merged": "Merged",
    "link": "Link changed",
}
VERDICTS: Mapping[str, str] = {
    "identical": "Identical",
    "cosmetic": "Cosmetic",
    "editorial": "Editorial",
    "substantive": "Substantive",
    "other-variant": "Other variant",
    "broken-capture": "Broken capture",
}
INCOMPARABLE: Mapping[str, str] = {
    "other-variant": "these are two variants of a policy, or two documents, not two moments of one",
    "broken-capture": "one side is no good capture of a policy, so the two cannot be compared",
}
WORDS = "All changes of words"
"""Heading of the list of changes, where findings stand above it."""
LIMITS = (
    "It compares two captures. What the page said between them, and on which day it changed, it cannot know.",
    (
        "It reads the text of the page itself. Pages that are linked, pictures, and text that appears only"
        " after a click which the capture did not make are not part of it."
    ),
    (
        "A page may read differently in another country, in another language or for a group of test users."
        " This is what the capture was given."
    ),
    (
        "It shows which words changed, not what they mean in law, nor whether the company does what it"
        " writes. Which changes are of substance is told by a trained reader: it can miss one, or take one"
        " for more than it is."
    ),
    (
        "A passage that was moved and largely rewritten at once may be shown as removed in one place and"
        " added in another."
    ),
    (
        "The hashes show that these files were compared. That the company served them, only the record of the"
        " capture can show."
    ),
)
START = "The start of the page"
WHOLE = "The page, which has no headings"
_TEXT = 200  # words of which it says something that most of them changed
_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_HOST = re.compile(r"https?://([\w.-]+)", re.IGNORECASE)
_NOUNS = {"paragraph": "paragraph", "item": "list item", "heading": "heading"}


class LinkSide(NamedTuple):
    """Where a link led, or leads."""

    which: str
    """"old" or "new"."""
    operation: EditOperation
    """How the address is marked."""
    link: Link | None

    @property
    def target(self) -> str:
        """The address, in words where there is none."""
        return self.link.target if self.link else "no link"


@dataclass(frozen=True, slots=True)
class Figures:
    """A comparison counted."""

    kinds: Mapping[str, int]
    """How many changes of each kind the diff has, unchanged clauses included."""
    words_added: int
    words_removed: int
    links_matter: int
    """Links on clauses of both sides that lead to a right and came, went or lead elsewhere."""
    links_noise: int
    """The others that changed there."""
    retouched: int
    """Clauses of which only punctuation, capitals or the like changed."""


def figures(comparison: Comparison) -> Figures:
    """Count clauses, words and links."""
    kinds: Counter[str] = Counter()
    added = removed = matter = noise = touched = 0
    for change in comparison.diff.changes:
        kinds[change.kind] += 1
        touched += retouched(comparison, change)
        came, went = _moved_words(comparison, change)
        added, removed = added + came, removed + went
        for link in change.links if change.old and change.new else ():
            matter, noise = matter + link.matters, noise + (not link.matters)
    return Figures(kinds, added, removed, matter, noise, touched)


def retouched(comparison: Comparison, change: Change) -> bool:
    """Whether no word changed and the texts differ all the same: in punctuation, capitals, numbering."""
    if change.kind not in ("unchanged", "moved"):
        return False
    olds, news = ([side.clauses[place].text for place in places] for side, places in (
        (comparison.old, change.old), (comparison.new, change.new)
    ))  # fmt: skip
    return olds != news


def only_punctuation(number: int) -> str:
    """How many clauses differ in no word."""
    return f"Only punctuation, capitals, spacing or numbering differ in {count(number, 'clause')}"


def _moved_words(comparison: Comparison, change: Change) -> tuple[int, int]:
    if change.kind == "added":
        return sum(len(words(clause.text)) for clause in clauses(comparison, change)), 0
    if change.kind == "removed":
        return 0, sum(len(words(clause.text)) for clause in clauses(comparison, change))
    return (
        sum(len(words(edit.new)) for edit in change.edits if edit.operation == "insert"),
        sum(len(words(edit.old)) for edit in change.edits if edit.operation == "delete"),
    )


def headline(comparison: Comparison) -> str:
    """The verdict as one plain sentence, without its full stop.

    >>> from policydiff.models import Comparison, Document, DocumentDiff, Reason
    >>> why = (Reason("same-text", "Both sides read the same"),)
    >>> headline(Comparison(Document(()), Document(()), DocumentDiff(()), "identical", why))
    'Identical: both sides read the same'
    """
    told = INCOMPARABLE.get(comparison.verdict) or _lowered(visible(comparison.reasons[0].sentence))
    return f"{VERDICTS[comparison.verdict]}: {told.rstrip('.')}"


def _lowered(sentence: str) -> str:
    second = sentence[1:2]
    return sentence if second.isupper() else sentence[:1].lower() + sentence[1:]


def further_reasons(comparison: Comparison, sides: Sides) -> tuple[str, ...]:
    """What the headline does not say: cautions about the sides, and further reasons."""
    said = 0 if comparison.verdict in INCOMPARABLE else 1
    reasons = (_sentence(reason.sentence) for reason in comparison.reasons[said:])
    return (
        *cautions(sides),
        *reasons,
        *_noticed(comparison, sides),
        *_extent(comparison),
        *_links(comparison),
    )


def noticed(comparison: Comparison, sides: Sides) -> tuple[date, int] | None:
    """The new day of effect, and its days behind the capture of the new side; None where nobody can say."""
    if comparison.verdict in INCOMPARABLE or sides.new.captured_at is None:
        return None
    seen = sides.new.captured_at.date()
    before = sides.old.captured_at.date() if sides.old.captured_at else seen
    effective = notice.effective(comparison.new, seen)
    days = notice.notice(notice.days(comparison.old, before), effective, seen)
    return None if effective is None or days is None else (effective, days)


def _noticed(comparison: Comparison, sides: Sides) -> tuple[str, ...]:
    """That a text was captured before it is in force; for how long it had been in force others may know."""
    found = noticed(comparison, sides)
    return (in_force(*found, "it was captured"),) if found and found[1] >= 0 else ()


def in_force(effective: date, days: int, seen: str) -> str:
    """What the page says of its day of effect, and how long before that it was seen.

    >>> from datetime import date
    >>> in_force(date(2024, 6, 26), 35, "it was first seen")
    'In force from 26 June 2024, 35 days after it was first seen.'
    """
    if days > 0:
        return f"In force from {day(effective)}, {count(days, 'day')} after {seen}."
    if days == 0:
        return f"In force from {day(effective)}, the day on which {seen}."
    return f"In force from {day(effective)}: already when {seen}, {count(-days, 'day')} later."


def _links(comparison: Comparison) -> tuple[str, ...]:
    """That links that lead to a right changed, where the verdict says that nothing of consequence did."""
    changed = figures(comparison).links_matter
    if not changed or comparison.verdict not in ("cosmetic", "editorial"):
        return ()
    return (
        f"Of the links that lead to a right, {changed:,} came, went or got another address: look at them.",
    )


def _extent(comparison: Comparison) -> tuple[str, ...]:
    """That less than half of the old words remain: of a text that was rewritten, or of one that went."""
    if comparison.verdict in INCOMPARABLE:
        return ()
    olds, news = (
        sum(len(words(clause.text)) for clause in side.clauses) for side in (comparison.old, comparison.new)
    )
    kept = olds - figures(comparison).words_removed
    if olds < _TEXT or 2 * kept >= olds:
        return ()
    told = "Most of the text was rewritten" if 2 * kept < news else "Most of the old text is gone"
    return (f"{told}: {kept:,} of the {olds:,} words of the old version remain.",)


def _sentence(text: str) -> str:
    shown = visible(text)
    return shown if shown.endswith((".", "!", "?")) else f"{shown}."


def title(comparison: Comparison) -> str:
    """What the two sides are versions of."""
    sides = sorted((comparison.new, comparison.old), key=lambda side: side.quality.level == "bad")
    titles = [clipped(visible(side.title), 160) for side in sides]
    hosts = [f"A page of {visible(host)}" for side in sides if (host := _host(side.url))]
    return next(filter(None, (*titles, *hosts)), "A page without a title")


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].removeprefix("www.") if found else ""


def own_title(comparison: Comparison, document: Document) -> str:
    """The title of a side, "" where it is that of the comparison."""
    titled = clipped(visible(document.title), 160)
    return "" if compared(titled) == compared(title(comparison)) else titled


def name(side: Side, fallback: str) -> str:
    """How a side is called in a sentence."""
    return visible(side.name) or fallback


def version(document: Document, side: Side) -> str:
    """What tells a version from others: the moment of capture or else the date it states, "" without either.

    Of several dates of effect, one may be that of the next version: then none of them tells it.
    """
    if side.captured_at:
        return f"captured {moment(side)}"
    for stated in document.dates:
        if all(other.day == stated.day for other in document.dates if other.role == stated.role):
            return f"{stated.role} {day(stated.day)}"
    return ""


def known(comparison: Comparison, document: Document, side: Side) -> tuple[str, ...]:
    """What is known of a side, in the order in which a reader asks.

    That is another title than that of the comparison, its capture, the dates it states, and its file.
    """
    titled = own_title(comparison, document)
    told = [f"“{titled}”"] if titled else []
    told += [f"captured {moment(side)}"] if side.captured_at else []
    told += [f"{stated.role} {day(stated.day)}" for stated in document.dates]
    told += [f"{unsure.role} {visible(unsure.text)}" for unsure in document.unsure_dates]
    return tuple(filter(None, (*told, name(side, ""))))


def address(document: Document, side: Side) -> str:
    """Where the page of a side stood, "" where nobody noted it."""
    return visible(side.address or document.url)


_OBTAINED = {
    "http": "fetched from its server",
    "browser": "fetched through a browser",
    "warc": "taken out of a web archive (WARC)",
    "file": "imported from a saved file",
}


def origin(side: Side) -> str:
    """Where the bytes of a side came from, who recorded them, under which licence; "" if nobody noted it."""
    told = side.provenance
    if not told.recorder:
        return _OBTAINED.get(told.how, "")
    parts = [f"recorded by {told.recorder}", f"collection {told.collection}" if told.collection else ""]
    parts.append(f"{'commit ' if told.how == 'ota' else ''}{told.ref}" if told.ref else "")
    parts.append(f"snapshot {told.snapshot}" if told.snapshot else "")
    parts.append(f"database licence {told.licence}" if told.licence else "")
    return visible(", ".join(filter(None, parts)))


def credit(side: Side) -> str:
    """Who recorded a side, in the few words that a citation has room for; "" where that was the archive."""
    told = side.provenance
    if not told.recorder:
        return ""
    kept = told.collection.rstrip("/").rpartition("/")[2].removesuffix(".git")
    found = f"{kept}{f' {told.ref[:12]}' if told.how == 'ota' else ''}".strip()
    licence = f", {told.licence}" if told.licence else ""
    return visible(f"recorded by {told.recorder}{f' ({found}{licence})' if found else licence}")


def language(document: Document) -> str:
    """The language of a side and how it was found."""
    reason = f" ({visible(document.language_reason)})" if document.language_reason else ""
    return (document.language or "not known") + reason


def read_as(document: Document) -> str:
    """What the bytes of a side were taken for."""
    charset = (
        f", {visible(document.charset)} ({visible(document.charset_reason)})" if document.charset else ""
    )
    return f"{document.media_type or 'unknown type'}{charset}, normaliser {document.normaliser or 'unknown'}"


def size(document: Document) -> str:
    """How much a side holds."""
    return f"{document.size:,} bytes, {count(len(document.clauses), 'clause')}"


def quality(document: Document) -> str:
    """How good a capture a side is, with the reasons."""
    reasons = "; ".join(visible(reason.sentence) for reason in document.quality.reasons)
    return document.quality.level + (f": {reasons}" if reasons else "")


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 clause", "1,204 clauses"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def figure_lines(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The key numbers as (label, value), those that are zero and never surprise left out."""
    found = figures(comparison)
    kinds = found.kinds
    lines = [("Clauses added", kinds["added"]), ("Clauses removed", kinds["removed"])]
    lines.append(("Clauses reworded", kinds["reworded"] + kinds["moved-reworded"]))
    lines.append(("Clauses moved", kinds["moved"] + kinds["moved-reworded"]))
    shown = [(label, f"{number:,}") for label, number in lines]
    shown.append(("Words in", f"+{found.words_added:,}" if found.words_added else "0"))
    shown.append(("Words out", f"−{found.words_removed:,}" if found.words_removed else "0"))
    optional = (
        ("Split or merged", kinds["split"] + kinds["merged"]),
        ("Links that matter", found.links_matter),
    )
    return (*shown, *((label, f"{number:,}") for label, number in optional if number))


def divided(comparison: Comparison, change: Change) -> str:
    """How clauses were divided otherwise: "One paragraph became three; no words changed"."""
    olds = [comparison.old.clauses[place] for place in change.old]
    news = [comparison.new.clauses[place] for place in change.new]
    first, second = _counted(olds), _counted(news)
    if first.split(" ", 1)[1].rstrip("s") == second.split(" ", 1)[1].rstrip("s"):
        second = second.split(" ", 1)[0]
    tail = "" if change.rewords else "; no words changed"
    return f"{first[0].upper()}{first[1:]} became {second}{tail}"


def _counted(found: Sequence[Clause]) -> str:
    kinds = {clause.kind for clause in found}
    noun = _NOUNS[kinds.pop()] if len(kinds) == 1 else "clause"
    number = _SMALL[len(found)] if len(found) < len(_SMALL) else f"{len(found)}"
    return f"{number} {noun}{'' if len(found) == 1 else 's'}"


def place(path: Sequence[str], longest: int = 80) -> str:
    """A path on one line, each heading clipped: "Your rights › Objection"."""
    return " › ".join(clipped(visible(heading), longest) for heading in path)


def where(comparison: Comparison, path: Sequence[str]) -> str:
    """A section as a reader calls it: without the title of the whole policy, where that heads the path."""
    return place(below(comparison, tuple(path))) or _top(comparison)


def _top(comparison: Comparison) -> str:
    """Where a clause stands that has no heading above it."""
    return START if any(clause.kind == "heading" for clause in comparison.new.clauses) else WHOLE


def in_table(entry: Entry) -> str:
    """Where in a table an entry stands, "" where it stands in none."""
    labels = labels_of(entry.cell) if entry.cell else ()
    return f"Table: {place(labels, 60)}" if labels else ""


def cells(comparison: Comparison, entry: Entry) -> tuple[str, ...]:
    """What to say above each change of an entry of the table cell that begins with it, "" where none does."""
    told = []
    before: Cell | None = None
    for change in entry.changes:
        cell = clauses(comparison, change)[0].cell
        if cell is None or cell == before:
            told.append("")
        elif before and (before.table, before.row) == (cell.table, cell.row) and cell.column_heading:
            told.append(f"{place([cell.column_heading], 60).removesuffix(':')}:")
        else:
            told.append(f"Table: {place(labels_of(cell), 60)}" if labels_of(cell) else "")
        before = cell
    return tuple(told)


def others(entry: Entry) -> str:
    """How much more than its first clause an entry holds, "" where that is all."""
    more = len(entry.changes) - 1
    return f"and {count(more, 'more clause')}" if more else ""


def explained(comparison: Comparison, entry: Entry) -> str:
    """What a label cannot say: " from ...", ": One paragraph became three; no words changed", or ""."""
    if entry.kind in ("moved", "moved-reworded"):
        return f" from {moved_from(comparison, entry)}"
    if entry.kind in ("split", "merged"):
        return f": {divided(comparison, entry.changes[0])}"
    return ""


def passages(entry: Entry, moved: Mapping[int, Sequence[Mark]]) -> tuple[tuple[str, int], ...]:
    """Which words of an entry only moved: a phrase, and the number of the other entry with which it goes on.

    The number is 0 where they moved inside the entry.
    """
    found: Counter[tuple[bool, int]] = Counter()
    for change in entry.changes:
        for mark in moved.get(id(change), ()):
            if mark.came or mark.twin != entry.number:
                found[mark.came, mark.twin] += mark.words
    told = []
    for (came, twin), number in found.items():
        phrase = (
            "moved within it" if twin == entry.number else f"moved {'here from' if came else 'to'} change"
        )
        told.append((f"{count(number, 'word')} {phrase}", twin if twin != entry.number else 0))
    return tuple(told)


def passage(told: tuple[str, int]) -> str:
    """The same as one phrase."""
    phrase, twin = told
    return f"{phrase} {twin}" if twin else phrase


def moved_from(comparison: Comparison, entry: Entry) -> str:
    """Where on the old side the clauses of an entry stood."""
    before, after = _stood(comparison, entry)
    return _spot(comparison, before, after)


def moved_to(comparison: Comparison, entry: Entry) -> str:
    """What stands at the old place of a moved entry."""
    before, after = _stood(comparison, entry)
    moved = count(len(entry.changes), "clause")
    return f"{moved} that stood here moved to {_spot(comparison, after, before)}"


def _stood(comparison: Comparison, entry: Entry) -> tuple[Clause, Clause]:
    first = entry.changes[0]
    return comparison.old.clauses[first.old[0]], comparison.new.clauses[first.new[0]]


def _spot(comparison: Comparison, here: Clause, there: Clause) -> str:
    """Where `here` stands, as far as that tells it from `there`: a row that moves to another group of rows is
    news even where the section is the same."""
    labels = labels_of(here.cell) if here.cell else ()
    if labels and labels != (labels_of(there.cell) if there.cell else ()):
        return f"the table at “{place(labels, 60)}”"
    path, again = section(here), section(here) == section(there)
    if len(path) > 1 or (path and not again):
        named = f"“{where(comparison, path)}”"
        return f"another place in {named}" if again else named
    if again or here.kind == "heading":
        return "another place on the page"
    return START.lower()


def link_gist(link: LinkChange) -> Paragraph:
    """A changed link in one line: its words, and where it led and leads."""
    side = link.new or link.old
    runs = [Run("equal", f"“{clipped(visible(side.text), 60)}” " if side else "")]
    runs += [Run("delete", clipped(visible(link.old.target), 90))] if link.old else []
    runs += [Run("insert", clipped(visible(link.new.target), 90))] if link.new else []
    return merged(runs)


def link_head(link: LinkChange) -> str:
    """Which link changed, and why that matters, if it does."""
    side = link.new or link.old
    words_of = clipped(visible(side.text), 120) if side else ""
    return f"Link “{words_of}”" + (f": {visible(link.reason)}" if link.reason and link.matters else "")


def link_sides(link: LinkChange, kind: EntryKind) -> tuple[LinkSide, ...]:
    """Where a link led and leads. Where its whole clause came or went, the other side is not told of."""
    sides = LinkSide("old", "delete", link.old), LinkSide("new", "insert", link.new)
    return tuple(side for side in sides if side.link or kind not in ("added", "removed"))


def more_links(entry: Entry) -> str:
    """How many links of an entry are not told, "" where all are."""
    left = len(entry.links) - MOST_LINKS
    return f"and {count(left, 'more link')}" if left > 0 else ""
