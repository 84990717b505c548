"""The forms of a page, field by field: bytes in, `PageForm` values out. Nothing is ever filled in or sent.

Every form is listed, even a login; fields outside any form, as in pages built by script, are listed as one
form. Checks that a script makes when the button is pressed cannot be seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.models import PageField, PageForm
from policydiff.normaliser import containers, decode, media, tidy, tree
from policydiff.normaliser.forms import PRESSED, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_FIELDS = ("input", "textarea", "select")
_MOST_FIELDS = 300
_MOST_BYTES = 8 * 1024 * 1024
_LONGEST = 300
"""Characters of a name."""
_UP = 6
"""Elements around a field that are asked for a label."""
_MUST = re.compile(
    r"[*✱]\s*:?$|\((?:required|mandatory|obligatoire|requis|pflichtfeld|erforderlich|obligatorio)\)",
    re.IGNORECASE,
)


def read_forms(data: bytes, *, url: str = "", content_type: str = "") -> tuple[PageForm, ...]:
    """The forms of a page in its order; none of what is no page of HTML.

    Args:
        data: the bytes as received; of more than eight megabytes the first.
        url: the address of the page.
        content_type: the HTTP Content-Type header.
    """
    received = containers.unpack(data[:_MOST_BYTES], content_type=content_type or None, url=url)
    kind = media.media_type(received.data, received.content_type, received.url)
    if kind != media.HTML:
        return ()
    root = tree.parse(decode.decode(received.data, received.content_type, kind).text)
    labels = _labels(root)
    by_form: dict[etree._Element | None, list[PageField]] = {}
    for number, node in enumerate(root.iter(*_FIELDS)):
        if number >= _MOST_FIELDS:
            break
        if kind_of(node) not in PRESSED | {"hidden", "reset"}:
            by_form.setdefault(_form(node), []).append(_field(node, labels))
    return tuple(
        PageForm(
            tuple(fields),
            tuple(_buttons(form)) if form is not None else (),
            (form.get("action") or "").strip() if form is not None else "",
        )
        for form, fields in by_form.items()
    )


def _labels(root: etree._Element) -> dict[str, str]:
    """What a field is called by an element elsewhere: of labels by `for`, of others by their id."""
    found: dict[str, str] = {}
    for number, node in enumerate(root.iter("label")):
        if number >= _MOST_FIELDS:
            break
        named = node.get("for")
        if named:
            found.setdefault(named, tree.words(node)[:_LONGEST])
    wanted = {node.get("aria-labelledby") for node in root.iter(*_FIELDS)} - {None}
    if wanted:
        for node in root.iter():
            if node.get("id") in wanted:
                found.setdefault(f"#{node.get('id')}", tree.words(node)[:_LONGEST])
    return found


def _form(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors("form"), None)


def _field(node: etree._Element, labels: dict[str, str]) -> PageField:
    kind = kind_of(node)
    name = tidy.one_line(_name(node, labels))[:_LONGEST]
    must = node.get("required") is not None or node.get("aria-required") == "true"
    return PageField(_MUST.sub("", name).strip(), kind, must or _MUST.search(name) is not None)


def _name(node: etree._Element, labels: dict[str, str]) -> str:
    for said in (
        labels.get(node.get("id") or ""),
        labels.get(f"#{node.get('aria-labelledby')}"),
        node.get("aria-label"),
        _around(node),
        node.get("placeholder"),
        node.get("title"),
        node.get("name"),
    ):
        if said and said.strip():
            return said
    return ""


def _around(node: etree._Element) -> str:
    """The words of the label that holds a field."""
    for number, parent in enumerate(node.iterancestors()):
        if number >= _UP or parent.tag in ("form", "body"):
            break
        if parent.tag == "label":
            inside = tree.words(parent)[: 2 * _LONGEST]
            own = tree.words(node) if node.tag in ("select", "textarea") else ""
            return inside.replace(own, "", 1) if own else inside
    return ""


def _buttons(form: etree._Element) -> Iterator[str]:
    for number, node in enumerate(form.iter("button", "input")):
        if number >= _MOST_FIELDS:
            return
        if node.tag == "button":
            words = tree.words(node)[:_LONGEST]
        elif kind_of(node) in PRESSED:
            words = node.get("value") or node.get("alt") or ""
        else:
            continue
        if words.strip():
            yield tidy.one_line(words)
