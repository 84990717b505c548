r"""A comparison as Markdown, for an issue tracker or an editorial system (GitHub Flavored Markdown).

Policy text cannot make Markdown or HTML: every character that has a meaning there is escaped. Edits are
~~deleted~~ and **inserted**. A delimiter run only opens or closes emphasis under the rules of "left-flanking"
and "right-flanking" (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis), which an edit such as
"data**, photos**" breaks; there the letter outside is written as a character reference (`dat&#97;`),
which reads the same and counts as punctuation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.report import (
    change_text,
    document_text,
    figures,
    finding_cards,
    link_text,
    moved_words,
    punctuation,
    verdict_text,
    wording,
)
from policydiff.report.captures import CapturePair, moment, shortened
from policydiff.report.characters import clipped, followed, visible
from policydiff.report.marked_text import apart, elided, paragraphs, unwoven, whole
from policydiff.report.numbered_changes import MOST_LINKS, entries, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Comparison, Document, LinkChange
    from policydiff.report.captures import CaptureInfo
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.marked_text import MarkedText
    from policydiff.report.numbered_changes import ListedChange, NumberedChange, NumberedKind

_LONGEST_ENTRY = 12  # clauses of one entry; the page and the JSON have them all
_MEANING = re.compile(r"[\\`*_\[\]<>&~|$]|(?<=[Ww]{3})\.|:(?=//)")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
"""What readers of Markdown take for a sign written by its name, in addresses too: "&copy;"."""
_BLOCK = re.compile(r"^(\d{0,9})([#+=.)-])")
_DELIMITERS = {"delete": "~~", "insert": "**"}


def markdown(comparison: Comparison, *, sides: CapturePair = CapturePair()) -> str:  # noqa: B008 - a frozen value
    """The comparison as Markdown.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
    """
    short = shortened(sides)
    cards = (
        finding_cards.finding_cards(comparison, sides)
        if comparison.verdict not in wording.INCOMPARABLE
        else ()
    )
    parts = [
        f"# {escaped(document_text.title(comparison))}: two versions compared",
        f"**{escaped(verdict_text.headline(comparison))}.**",
        *(escaped(reason) for reason in verdict_text.further_reasons(comparison, sides)),
        *(escaped(line) for line in finding_cards.theme_lines(cards)),
        "\n".join((_side(comparison, "Old", short.old), _side(comparison, "New", short.new))),
        *(
            _beginnings(comparison)
            if comparison.verdict in wording.INCOMPARABLE
            else _told(comparison, sides)
        ),
        "## Where this comes from",
        _evidence("Old", comparison.old, sides.old),
        _evidence("New", comparison.new, sides.new),
        "## What this method cannot see",
        "\n".join(f"- {limit}" for limit in wording.LIMITS),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Text that reads in Markdown as it stands, also at the start of a block.

    >>> print(escaped("1. *We* keep <b>data</b>"))
    1\. \*We\* keep \<b\>data\</b\>
    """
    return _begun(_inline(visible(text).strip()))


def _inline(text: str) -> str:
    return _MEANING.sub(r"\\\g<0>", text)


def _begun(line: str) -> str:
    """The line with what would make it a heading, a list or a rule escaped."""
    return _BLOCK.sub(r"\1\\\2", line)


def _side(comparison: Comparison, which: str, side: CaptureInfo) -> str:
    document = comparison.old if which == "Old" else comparison.new
    known = [escaped(part) for part in document_text.known(comparison, document, side)]
    known += (
        [_address(document_text.address(document, side))] if document_text.address(document, side) else []
    )
    known += [escaped(document_text.credit(side))] if document_text.credit(side) else []
    return f"- {which}: {', '.join(known) or 'nothing is known of it'}"


def findings(comparison: Comparison, *, sides: CapturePair = CapturePair()) -> str:  # noqa: B008 - a frozen value
    """The verdict and the findings alone, as Markdown."""
    parts = [
        f"# {escaped(document_text.title(comparison))}: what changed in substance",
        f"**{escaped(verdict_text.headline(comparison))}.**",
        *(escaped(reason) for reason in verdict_text.further_reasons(comparison, sides)),
        *_substance(finding_cards.finding_cards(comparison, sides), "", "##"),
    ]
    return "\n\n".join(parts) + "\n"


def _told(comparison: Comparison, sides: CapturePair) -> Iterator[str]:
    found = entries(comparison)
    yield from _substance(
        finding_cards.finding_cards(comparison, sides, found), f"## {finding_cards.HEADING}", "###"
    )
    yield from _changes(comparison, found)
    retouched = punctuation.punctuation_changes(comparison)
    if retouched:
        yield f"## {figures.only_punctuation(len(retouched))}"
        yield "\n".join(f"- {marked(elided(punctuation.both(edits)))}" for edits in retouched)


def _substance(cards: Sequence[FindingCard], title: str, level: str) -> Iterator[str]:
    if cards and title:
        yield title
    for _, heading, found in finding_cards.grouped(cards):
        yield f"{level} {heading}"
        for each in found:
            yield from _finding(each)


def _finding(card: FindingCard) -> Iterator[str]:
    open_reading = f" {finding_cards.OPEN_READING}" if card.finding.open_reading else ""
    about = f"{card.matter}, {card.finding.direction}"
    yield f"**{about}**" if card.quotes_only else f"**{_inline(card.sentence)}**{open_reading} ({about})"
    if card.words:
        yield f"> {_quoted(card.words)}"
    links = [f"- {which.lower()} link: {_address(target)}" for which, target in card.links]
    entry = f", change {card.entry}" if card.entry else ""
    yield "\n".join((*links, f"- {escaped(card.where)}{entry}"))


def _changes(comparison: Comparison, found: Sequence[NumberedChange]) -> Iterator[str]:
    yield "\n".join(f"- {label}: {number}" for label, number in figures.figure_lines(comparison))
    if not found:
        return
    yield f"## {wording.WORDS if comparison.findings else 'What changed'}"
    moved = moved_words.marks(comparison, found)
    for part in sections(comparison, [entry for entry in found if entry.matters]):
        yield f"### {escaped(change_text.where(comparison, part.path))}"
        for line in part.lines:
            yield from _line(comparison, line)
            notes = [
                escaped(change_text.passage(moved_part))
                for moved_part in change_text.passages(line.entry, moved)
            ]
            yield from (f"*{'; '.join(notes)}*",) if notes else ()
    quiet = [entry for entry in found if not entry.matters]
    if quiet:
        yield "## Moved or divided otherwise, without a changed word"
        yield "\n".join(_quiet(comparison, entry) for entry in quiet)


def _line(comparison: Comparison, line: ListedChange) -> Iterator[str]:
    entry = line.entry
    label = _label(comparison, entry)
    where = change_text.in_table(entry)
    if line.twins:
        where = f"and the same as changes {', '.join(str(twin.number) for twin in line.twins)}"
    yield f"{label} ({escaped(where)})" if where else label
    quoted = []
    for number, (change, cell) in enumerate(
        zip(entry.changes, change_text.cells(comparison, entry), strict=True)
    ):
        if number < _LONGEST_ENTRY:
            quoted += [f"*{_inline(cell)}*"] if cell and number else []
            quoted += [_quoted(paragraph) for paragraph in unwoven(comparison, change)]
    left = len(entry.changes) - _LONGEST_ENTRY
    if left > 0:
        quoted.append(f"*and {wording.count(left, 'more clause')}*")
    yield "\n>\n".join(f"> {paragraph}" for paragraph in quoted)
    yield from (_link(link, entry.kind) for link in entry.links[:MOST_LINKS])
    yield from (f"*{more}*",) if (more := link_text.more_links(entry)) else ()


def _quiet(comparison: Comparison, entry: NumberedChange) -> str:
    first = paragraphs(comparison, entry.changes[0])[0]
    gist = escaped(clipped("".join(run.text for run in first), 120))
    more = f" {change_text.others(entry)}" if len(entry.changes) > 1 else ""
    return f"- {_label(comparison, entry)}: “{gist}”{more}"


def _label(comparison: Comparison, entry: NumberedChange) -> str:
    words = wording.LABELS[entry.kind] + change_text.explained(comparison, entry)
    return f"**{entry.number}. {_inline(visible(words))}**"


def _quoted(paragraph: MarkedText) -> str:
    if whole(paragraph) and paragraph[0].operation == "insert":
        return escaped(paragraph[0].text)  # the label says that it was added; bold throughout reads badly
    return marked(elided(paragraph))


def marked(paragraph: MarkedText) -> str:
    """A paragraph with its edits struck and bold."""
    written = ""
    before = ""  # the last letter of the edit just written, "" behind other words
    for run in apart(paragraph):
        text = _inline(run.text)
        delimiter = _DELIMITERS.get(run.operation, "") if text.strip() else ""
        if before and _hides(text[0], before):
            text = _reference(text[0]) + text[1:]
        if delimiter and written and _hides(written[-1], text[0]):
            written = written[:-1] + _reference(written[-1])
        written += f"{delimiter}{text}{delimiter}"
        before = text[-1] if delimiter else ""
    return _begun(written.strip())


def _hides(outside: str, inside: str) -> bool:
    """Whether a delimiter between these letters would not count: a letter outside, a sign inside."""
    return not inside.isalnum() and not outside.isspace() and (outside.isalnum() or not outside.isascii())


def _reference(letter: str) -> str:
    return f"&#{ord(letter)};"


def _link(link: LinkChange, kind: NumberedKind) -> str:
    sides = [
        f"\n  - {side.which}: {_address(side.link.target) if side.link else side.target}"
        for side in link_text.link_sides(link, kind)
    ]
    return f"- {escaped(link_text.link_head(link))}{''.join(sides)}"


def _address(target: str) -> str:
    """An address to follow, if it is one; Markdown's own form for it allows neither blanks nor < and >."""
    if not followed(target) or re.search(r"[\s<>]", target):
        return escaped(target)
    return f"<{_ENTITY.sub('&amp;', target)}>"


def _beginnings(comparison: Comparison) -> Iterator[str]:
    yield "## What each side begins with"
    for which, document in (("Old", comparison.old), ("New", comparison.new)):
        yield f"{which}, {wording.count(len(document.clauses), 'clause')}:"
        yield (
            "\n>\n".join(f"> {escaped(clipped(clause.text, 240))}" for clause in document.clauses[:4])
            or "> *nothing*"
        )


def _evidence(which: str, document: Document, side: CaptureInfo) -> str:
    known = {
        "Address": _address(document_text.address(document, side)) or "not noted",
        "Captured": moment(side) or "not noted",
        "Came from": escaped(document_text.origin(side)) or "not noted",
        "SHA-256": f"`{escaped(document.sha256) or 'not known'}`",
        "Size": document_text.size(document),
        "Read as": escaped(document_text.read_as(document)),
        "Language": escaped(document_text.language(document)),
        "Quality": escaped(document_text.quality(document)),
    }
    head = f"**{which}: {escaped(document_text.name(side, f'the {which.lower()} version'))}**"
    return "\n".join((head, "", *(f"- {label}: {value}" for label, value in known.items())))
