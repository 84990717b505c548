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

from policydiff.report import passages, signs, story, substance
from policydiff.report.characters import clipped, followed, visible
from policydiff.report.entries import entries, sections
from policydiff.report.marks import apart, elided, paragraphs, unwoven, whole
from policydiff.report.sides import Sides, moment, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Comparison, Document, LinkChange
    from policydiff.report.entries import Entry, Line
    from policydiff.report.marks import Paragraph
    from policydiff.report.sides import Side
    from policydiff.report.substance import Told

_LONGEST_ENTRY = 12  # clauses of one entry; the page and the JSON have them all
_MEANING = re.compile(r"[\\`*_\[\]<>&~|$]|(?<=[Ww]{3})\.|:(?=//)")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
"""What readers of Markdown take for a sign written by its name, in addresses too: "&copy;"."""
_BLOCK = re.compile(r"^(\d{0,9})([#+=.)-])")
_DELIMITERS = {"delete": "~~", "insert": "**"}


def markdown(comparison: Comparison, *, sides: Sides = Sides()) -> str:  # noqa: B008 - a frozen value
    """The comparison as Markdown.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
    """
    short = shortened(sides)
    told = substance.told(comparison, sides) if comparison.verdict not in story.INCOMPARABLE else ()
    parts = [
        f"# {escaped(story.title(comparison))}: two versions compared",
        f"**{escaped(story.headline(comparison))}.**",
        *(escaped(reason) for reason in story.further_reasons(comparison, sides)),
        *(escaped(line) for line in substance.theme_lines(told)),
        "\n".join((_side(comparison, "Old", short.old), _side(comparison, "New", short.new))),
        *(_beginnings(comparison) if comparison.verdict in story.INCOMPARABLE else _told(comparison, sides)),
        "## Where this comes from",
        _evidence("Old", comparison.old, sides.old),
        _evidence("New", comparison.new, sides.new),
        "## What this method cannot see",
        "\n".join(f"- {limit}" for limit in story.LIMITS),
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


def _side(comparison: Comparison, which: str, side: Side) -> str:
    document = comparison.old if which == "Old" else comparison.new
    told = [escaped(part) for part in story.known(comparison, document, side)]
    told += [_address(story.address(document, side))] if story.address(document, side) else []
    told += [escaped(story.credit(side))] if story.credit(side) else []
    return f"- {which}: {', '.join(told) or 'nothing is known of it'}"


def findings(comparison: Comparison, *, sides: Sides = Sides()) -> str:  # noqa: B008 - a frozen value
    """The verdict and the findings alone, as Markdown."""
    parts = [
        f"# {escaped(story.title(comparison))}: what changed in substance",
        f"**{escaped(story.headline(comparison))}.**",
        *(escaped(reason) for reason in story.further_reasons(comparison, sides)),
        *_substance(substance.told(comparison, sides), "", "##"),
    ]
    return "\n\n".join(parts) + "\n"


def _told(comparison: Comparison, sides: Sides) -> Iterator[str]:
    found = entries(comparison)
    yield from _substance(substance.told(comparison, sides, found), f"## {substance.HEADING}", "###")
    yield from _changes(comparison, found)
    retouched = signs.signs(comparison)
    if retouched:
        yield f"## {story.only_punctuation(len(retouched))}"
        yield "\n".join(f"- {marked(elided(signs.both(edits)))}" for edits in retouched)


def _substance(told: Sequence[Told], title: str, level: str) -> Iterator[str]:
    if told and title:
        yield title
    for _, heading, found in substance.grouped(told):
        yield f"{level} {heading}"
        for each in found:
            yield from _finding(each)


def _finding(told: Told) -> Iterator[str]:
    open_reading = f" {substance.OPEN_READING}" if told.finding.open_reading else ""
    about = f"{told.matter}, {told.finding.direction}"
    yield f"**{about}**" if told.quotes_only else f"**{_inline(told.sentence)}**{open_reading} ({about})"
    if told.words:
        yield f"> {_quoted(told.words)}"
    links = [f"- {which.lower()} link: {_address(target)}" for which, target in told.links]
    entry = f", change {told.entry}" if told.entry else ""
    yield "\n".join((*links, f"- {escaped(told.where)}{entry}"))


def _changes(comparison: Comparison, found: Sequence[Entry]) -> Iterator[str]:
    yield "\n".join(f"- {label}: {number}" for label, number in story.figure_lines(comparison))
    if not found:
        return
    yield f"## {story.WORDS if comparison.findings else 'What changed'}"
    moved = passages.marks(comparison, found)
    for part in sections(comparison, [entry for entry in found if entry.matters]):
        yield f"### {escaped(story.where(comparison, part.path))}"
        for line in part.lines:
            yield from _line(comparison, line)
            told = [escaped(story.passage(told)) for told in story.passages(line.entry, moved)]
            yield from (f"*{'; '.join(told)}*",) if told else ()
    quiet = [entry for entry in found if not entry.matters]
    if quiet:
        yield "## Moved or divided otherwise, without a changed word"
        yield "\n".join(_quiet(comparison, entry) for entry in quiet)


def _line(comparison: Comparison, line: Line) -> Iterator[str]:
    entry = line.entry
    label = _label(comparison, entry)
    where = story.in_table(entry)
    if line.twins:
        where = f"and the same as changes {', '.join(str(twin.number) for twin in line.twins)}"
    yield f"{label} ({escaped(where)})" if where else label
    quoted = []
    for number, (change, cell) in enumerate(zip(entry.changes, story.cells(comparison, entry), strict=True)):
        if number < _LONGEST_ENTRY:
            quoted += [f"*{_inline(cell)}*"] if cell and number else []
            quoted += [_quoted(paragraph) for paragraph in unwoven(comparison, change)]
    left = len(entry.changes) - _LONGEST_ENTRY
    if left > 0:
        quoted.append(f"*and {story.count(left, 'more clause')}*")
    yield "\n>\n".join(f"> {paragraph}" for paragraph in quoted)
    yield from map(_link, entry.links)


def _quiet(comparison: Comparison, entry: Entry) -> str:
    first = paragraphs(comparison, entry.changes[0])[0]
    gist = escaped(clipped("".join(run.text for run in first), 120))
    more = f" {story.others(entry)}" if len(entry.changes) > 1 else ""
    return f"- {_label(comparison, entry)}: “{gist}”{more}"


def _label(comparison: Comparison, entry: Entry) -> str:
    told = story.LABELS[entry.kind] + story.explained(comparison, entry)
    return f"**{entry.number}. {_inline(visible(told))}**"


def _quoted(paragraph: Paragraph) -> str:
    if whole(paragraph) and paragraph[0].operation == "insert":
        return escaped(paragraph[0].text)  # the label says that it was added; bold throughout reads badly
    return marked(elided(paragraph))


def marked(paragraph: Paragraph) -> str:
    """A paragraph with its edits struck and bold."""
    told = ""
    before = ""  # the last letter of the edit just written, "" behind other words
    for run in apart(paragraph):
        text = _inline(run.text)
        delimiter = _DELIMITERS.get(run.operation, "") if text.strip() else ""
        if before and _hides(text[0], before):
            text = _reference(text[0]) + text[1:]
        if delimiter and told and _hides(told[-1], text[0]):
            told = told[:-1] + _reference(told[-1])
        told += f"{delimiter}{text}{delimiter}"
        before = text[-1] if delimiter else ""
    return _begun(told.strip())


def _hides(outside: str, inside: str) -> bool:
    """Whether a delimiter between these letters would not count: a letter outside, a sign inside."""
    return not inside.isalnum() and not outside.isspace() and (outside.isalnum() or not outside.isascii())


def _reference(letter: str) -> str:
    return f"&#{ord(letter)};"


def _link(link: LinkChange) -> str:
    old, new = (_address(side.target) if side else "no link" for side in (link.old, link.new))
    return f"- {escaped(story.link_head(link))}\n  - old: {old}\n  - new: {new}"


def _address(target: str) -> str:
    """An address to follow, if it is one; Markdown's own form for it allows neither blanks nor < and >."""
    if not followed(target) or re.search(r"[\s<>]", target):
        return escaped(target)
    return f"<{_ENTITY.sub('&amp;', target)}>"


def _beginnings(comparison: Comparison) -> Iterator[str]:
    yield "## What each side begins with"
    for which, document in (("Old", comparison.old), ("New", comparison.new)):
        yield f"{which}, {story.count(len(document.clauses), 'clause')}:"
        yield (
            "\n>\n".join(f"> {escaped(clipped(clause.text, 240))}" for clause in document.clauses[:4])
            or "> *nothing*"
        )


def _evidence(which: str, document: Document, side: Side) -> str:
    known = {
        "Address": _address(story.address(document, side)) or "not noted",
        "Captured": moment(side) or "not noted",
        "Came from": escaped(story.origin(side)) or "not noted",
        "SHA-256": f"`{escaped(document.sha256) or 'not known'}`",
        "Size": story.size(document),
        "Read as": escaped(story.read_as(document)),
        "Language": escaped(story.language(document)),
        "Quality": escaped(story.quality(document)),
    }
    head = f"**{which}: {escaped(story.name(side, f'the {which.lower()} version'))}**"
    return "\n".join((head, "", *(f"- {label}: {value}" for label, value in known.items())))
