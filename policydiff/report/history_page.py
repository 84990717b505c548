"""A timeline, or an answer to "since when?", as one HTML page: the blocks of its report, and a picture of
the years.

As in the page of a comparison, no request leaves it, one style sheet is allowed by its hash, no script runs,
and policy text passes through jinja2's autoescape and `characters.visible`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from policydiff import __version__
from policydiff.report.blocks import QUOTE
from policydiff.report.html_page import environment, hashed, kinds, own_file

if TYPE_CHECKING:
    from policydiff.report.blocks import Report
    from policydiff.report.timeline_picture import Picture


def html(report: Report, picture: Picture | None = None) -> str:
    """A report as the text of one HTML page.

    Args:
        report: the report; its first block is its summary.
        picture: the years of a timeline, None if there are none to draw.
    """
    style = own_file("page.css")
    lede, *blocks = report.blocks
    return (
        environment()
        .get_template("history.html")
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=hashed(style),
            version=__version__,
            report=report,
            lede=lede,
            blocks=kinds((*blocks, *report.appendix)),
            picture=picture,
            longest=QUOTE,
        )
    )
