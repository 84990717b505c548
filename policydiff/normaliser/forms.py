"""Forms: which belong to the policy, with their fields, and which to the page around it.

A form behind which a right lies (an objection, a request) is a part of the policy: its labels, which fields
must be filled in, and which boxes are ticked beforehand. A form to search, to log in or to get news is
furniture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.models import EMPTY, REQUIRED, TICKED
from policydiff.normaliser import buttons, buttonwords, tidy

if TYPE_CHECKING:
    from lxml import etree

    from policydiff.normaliser.blocks import Block

WRITTEN = frozenset(("text", "email", "password", "search", "tel", "url"))
"""Types of fields to write into; an element with one of them is a form."""
_CHOSEN = WRITTEN | {"textarea", "radio"}
"""What makes an element `<form>` more than a container: boxes to tick stand in any text."""
PRESSED = frozenset(("submit", "button", "image"))
"""Types of fields that are buttons."""
_NAMED = WRITTEN - {"search"} | {"date", "number", "file", "textarea", "select"}
_LOOKED_AT = 12
"""Blocks at either end of a form that are read to find out what it is for."""
_LONGEST = 300
"""Characters of each, and of a field's name."""
_MOST_LABELS = 500


@dataclass(slots=True)
class Form:
    """A form that is being read."""

    start: int
    """Number of its first block."""
    action: str = ""
    """Where it is sent to, "" for the page itself."""
    labelled: frozenset[str] = frozenset()
    """Ids of the fields that have a label elsewhere."""
    fields: int = 0
    """Fields in which the reader answers something."""
    secret: bool = False
    """One of them is for a password."""
    uploads: bool = False
    """One of them takes a file."""
    pressed: list[Block] = field(default_factory=list)
    """Its buttons, left out until it is known what the form is for."""


def begin(node: etree._Element, start: int) -> Form:
    """A form begins before a block."""
    labels = (label.get("for") for _, label in zip(range(_MOST_LABELS), node.iter("label"), strict=False))
    return Form(start, node.get("action") or "", frozenset(filter(None, labels)))


def names_choice(node: etree._Element) -> bool:
    """Whether a label is that of a list to choose from, or of a field to search in, which it holds or stands
    before."""
    fields = (node.getnext(), node.find("select"), node.find("input"))
    return any(
        field is not None and (field.tag == "select" or (field.tag == "input" and kind_of(field) == "search"))
        for field in fields
    )


def is_filled_in(kind: str) -> bool:
    """Whether a field of this kind asks something of the reader, in words or as one of several answers."""
    return kind in _CHOSEN


def kind_of(node: etree._Element) -> str:
    """The kind of a field: its type, "textarea" or "select"."""
    return (node.get("type") or "text").lower() if node.tag == "input" else node.tag


def name(node: etree._Element, form: Form, *, inside_label: bool) -> str:
    """What a field is called where no label says so, and whether it must be filled in.

    Returns:
        The name, the sign for a field that must be filled in, both, or "".
    """
    if kind_of(node) not in _NAMED:
        return ""
    must = node.get("required") is not None or node.get("aria-required") == "true"
    said = ""
    if not (inside_label or node.get("id") in form.labelled):
        given = node.get("aria-label") or node.get("placeholder") or node.get("title") or ""
        said = tidy.one_line(given[:_LONGEST])
    return f"{said} {REQUIRED}".strip() if must else said


def is_content(form: Form, blocks: list[Block]) -> bool:
    """Whether what a form says, or the line before it, names a choice or a right.

    Consent to the processing of a message shows nothing: every form asks for it. A form that takes a file
    asks for evidence, as no search and no comment form does.
    """
    if form.secret:
        return False
    if form.uploads:
        return True
    inside = blocks[form.start :]
    ends = inside if len(inside) <= 2 * _LOOKED_AT else inside[:_LOOKED_AT] + inside[-_LOOKED_AT:]
    said = [block.text[:_LONGEST].lower() for block in [*blocks[max(0, form.start - 1) : form.start], *ends]]
    if any(buttonwords.subscribing().search(text) for text in said):
        return False
    return any(buttons.says_choice(text) for text in said if text[0] not in (TICKED, EMPTY))
