"""One finding of a comparison alone: as a block of HTML for an article, and as a small page for a picture.

A block for an article brings its few styles with it, in attributes, and no script, no class and no
identifier: it must not depend on the page it is set in, nor reach into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from policydiff.report import document_text, finding_cards, wording
from policydiff.report.html_page import environment, hashed, own_file
from policydiff.report.numbered_changes import entries
from policydiff.report.side_names import CapturePair, day
from policydiff.report.subject import subject

if TYPE_CHECKING:
    from policydiff.models import Comparison
    from policydiff.report.finding_cards import ShownFinding


def fragment(comparison: Comparison, number: int, *, sides: CapturePair = CapturePair()) -> str:  # noqa: B008
    """A finding as a block of HTML.

    Args:
        comparison: what `compare` returned.
        number: which finding, as the reports number them.
        sides: how each side is called.

    Raises:
        IndexError: there is no finding of that number.
    """
    return _rendered("fragment.html", comparison, number, sides)


def card(comparison: Comparison, number: int, *, sides: CapturePair = CapturePair()) -> str:  # noqa: B008
    """A finding as a page of 1200 pixels' width, of which a browser takes a picture; likewise."""
    return _rendered("card.html", comparison, number, sides)


def numbered(comparison: Comparison, sides: CapturePair) -> tuple[ShownFinding, ...]:
    """The findings in the order in which the reports number them."""
    cards = finding_cards.cards(comparison, sides, entries(comparison))
    return tuple(one for each in cards for one in each.findings)


def _rendered(template: str, comparison: Comparison, number: int, sides: CapturePair) -> str:
    found = numbered(comparison, sides)
    if not 1 <= number <= len(found):
        raise IndexError(number)
    style, about = own_file("card.css"), subject(comparison, sides)
    return (
        environment()
        .get_template(template)
        .render(
            one=found[number - 1],
            further=_further(found[number - 1]),
            owner=about.owner,
            title=about.shown or "Policy",
            when=_when(comparison, sides),
            address=document_text.address(comparison.new, sides.new),
            language=comparison.new.language,
            credit=document_text.credit(sides.new),
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=hashed(style),
        )
    )


def _further(one: ShownFinding) -> str:
    """The note that a picture, which has room for one statement, leaves others out."""
    more = len(one.statements) - 1
    return f" · and {wording.count(more, 'more statement')} on this" if more > 0 else ""


def _when(comparison: Comparison, sides: CapturePair) -> tuple[str, str]:
    """The line about each side: when it was captured, else the date that it prints."""
    old, new = (
        f"captured {day(side.captured_at)}" if side.captured_at else document_text.version(document, side)
        for document, side in ((comparison.old, sides.old), (comparison.new, sides.new))
    )
    return old, new
