"""The text about a link that was added, removed or leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import clipped, visible
from policydiff.report.marked_text import TextRun, merged
from policydiff.report.numbered_changes import MOST_LINKS
from policydiff.report.wording import count
from policydiff.report.written_otherwise import MASK, bare_address
from policydiff.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import Change, Comparison, EditOperation, Link, LinkChange
    from policydiff.report.marked_text import MarkedText
    from policydiff.report.numbered_changes import NumberedChange, NumberedKind


_LINK = "A link to a right, a contact or an earlier version"
_LINKS = "Links to rights, contacts or earlier versions"
_SAYS_NOTHING = 1
"""Words of a link that need the sentence around them, at most: "here"."""
_SENTENCE = 40
"""Words of such a sentence, at most."""
_NAMED = 2
"""Links that a sentence names; of three all."""


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


def link_gist(link: LinkChange) -> MarkedText:
    """A changed link in one line: its words, and where it led and leads."""
    side = link.new or link.old
    runs = [TextRun("equal", f"“{clipped(visible(side.text), 60)}” " if side else "")]
    runs += [TextRun("delete", clipped(visible(link.old.target), 90))] if link.old else []
    runs += [TextRun("insert", clipped(visible(link.new.target), 90))] if link.new else []
    return merged(runs)


def link_head(link: LinkChange) -> str:
    """Which link changed, and why that matters, if it does."""
    side = link.new or link.old
    words_of = clipped(visible(side.text), 120) if side else ""
    return f"Link “{words_of}”" + (f": {visible(link.reason)}" if link.reason and link.matters else "")


def link_sides(link: LinkChange, kind: NumberedKind) -> tuple[LinkSide, ...]:
    """The old and the new target of a link. If its whole clause was added or removed, only one of them."""
    sides = LinkSide("old", "delete", link.old), LinkSide("new", "insert", link.new)
    return tuple(side for side in sides if side.link or kind not in ("added", "removed"))


def changed_links(comparison: Comparison) -> str:
    """One sentence on the links of clauses of both sides that matter and came, went or lead elsewhere: two of
    them by name; "" if there are none."""
    changes = [change for change in comparison.diff.changes if change.old and change.new and change.links]
    links = [
        link
        for change in changes
        for link in change.links
        if link.matters and not _is_jump(link) and not _is_printed(comparison, change, link)
    ]
    found = list(dict.fromkeys(f"{_became(one)}{_said_in(comparison, changes, one)}" for one in links))
    if not found:
        return ""
    shown = found[:_NAMED] if len(found) > _NAMED + 1 else found
    left = f"; and {count(len(found) - len(shown), 'other')}" if len(found) > len(shown) else ""
    head = _LINK if len(found) == 1 else _LINKS
    return f"{head} changed: {'; '.join(shown)}{left}."


def leads_inside(link: Link) -> bool:
    """Whether a link leads to a place of its own page: to one without an address, or called as its words are
    ("/privacy#contact-us" of “Contact us”, "/privacy#3contactus" where that is the third heading)."""
    place = link.target.partition("#")[2]
    is_called = bool(place) and _bare(place).lstrip("0123456789") == _bare(link.text).lstrip("0123456789")
    return link.target.startswith("#") or is_called


def _is_jump(link: LinkChange) -> bool:
    return all(leads_inside(one) for one in (link.old, link.new) if one)


def _bare(said: str) -> str:
    """The letters and numbers of some words."""
    return "".join(filter(str.isalnum, said.casefold()))


def _is_printed(comparison: Comparison, change: Change, link: LinkChange) -> bool:
    """Whether both sides print an address that only one of them lets follow, or print it masked."""
    side = link.new or link.old
    if side is None or (link.old and link.new):
        return False
    sides = (comparison.old, change.old), (comparison.new, change.new)
    bare = bare_address(side.target)
    printed = (bare, MASK) if "@" in bare else (bare,)
    return bool(bare) and all(
        any(one in document.clauses[place].text.casefold() for place in places for one in printed)
        for document, places in sides
    )


def _became(link: LinkChange) -> str:
    """What became of a link, in words."""
    old, new = (visible(one.target) if one else "" for one in (link.old, link.new))
    side = link.new or link.old
    named = f"“{clipped(visible(side.text), 60)}”" if side else "one"
    to = clipped(new or old, 90)
    if old and new:
        return f"{named} now leads to {to}, before to {clipped(old, 90)}"
    is_named = side is not None and bare_address(side.text) == bare_address(side.target)
    if new:
        return f"{named} is a new link" if is_named else f"{named} is a new link, to {to}"
    return f"{named} is no link any more" if is_named else f"{named}, which led to {to}, is no link any more"


def _said_in(comparison: Comparison, changes: Iterable[Change], link: LinkChange) -> str:
    """The words around a link that is none any more and that a word names which says nothing: "here"."""
    if link.new or link.old is None or len(link.old.text.split()) > _SAYS_NOTHING:
        return ""
    places = [place for change in changes if link in change.links for place in change.old]
    texts = [comparison.old.clauses[place].text for place in places]
    for text in texts:
        if text[link.old.start : link.old.end] != link.old.text:
            continue
        spans = sentence_spans(text, comparison.old.language)
        start, end = next((one for one in spans if one[0] <= link.old.start < one[1]), (0, 0))
        said = text[start:end]
        if 0 < len(said.split()) <= _SENTENCE:
            return f" (in “{visible(said)}”)"
    return ""


def more_links(entry: NumberedChange) -> str:
    """How many links of an entry are not shown; "" if all are."""
    left = len(entry.links) - MOST_LINKS
    return f"and {count(left, 'more link')}" if left > 0 else ""
