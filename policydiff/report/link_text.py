"""The text about a link that was added, removed or leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import clipped, visible
from policydiff.report.marked_text import TextRun, merged
from policydiff.report.numbered_changes import MOST_LINKS
from policydiff.report.wording import count

if TYPE_CHECKING:
    from policydiff.models import EditOperation, Link, LinkChange
    from policydiff.report.marked_text import MarkedText
    from policydiff.report.numbered_changes import NumberedChange, NumberedKind


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


def more_links(entry: NumberedChange) -> str:
    """How many links of an entry are not shown; "" if all are."""
    left = len(entry.links) - MOST_LINKS
    return f"and {count(left, 'more link')}" if left > 0 else ""
