"""Pieces of pages of a fictional company, for the tests of the normaliser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.normaliser import normalise

if TYPE_CHECKING:
    from policydiff.models import Clause, Document

URL = "https://www.lumenpost.example/legal/privacy"

COLLECT = "Lumenpost collects the name, the postal address and the e-mail address of all who open an account."
SHARE = "We share these data with the carriers that deliver your parcels, and with nobody else in the world."
KEEP = "We keep the data of an account for three years after its last parcel, and then delete them for good."
RIGHTS = "You may ask for a copy of your data, have them corrected, or object to their use at any time."
POLICY = (COLLECT, SHARE, KEEP, RIGHTS)
PROSE = "".join(f"<p>{text}</p>" for text in POLICY)


def document(
    body: str, *, head: str = "<title>Privacy Policy | Lumenpost</title>", explain: bool = False
) -> Document:
    """A page with this body, normalised."""
    html = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return normalise(html.encode(), url=URL, content_type="text/html; charset=utf-8", explain=explain)


def clauses(body: str) -> list[Clause]:
    """The clauses of a page whose text is this, whole."""
    return list(document(f"<main>{body}</main>").clauses)


def texts(body: str) -> list[str]:
    """The texts of those clauses."""
    return [clause.text for clause in clauses(body)]
