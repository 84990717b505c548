"""Restores e-mail addresses that a content delivery network hides from robots.

Cloudflare replaces each address by "[email protected]" and a hexadecimal attribute, under a key that is new
at every request: without this, a changed address would not be noticed, and an address that is masked today
but not tomorrow would look like a change. The code is the address, every byte of it combined by exclusive or
with the first byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from policydiff.models import MASKED_MAIL_PATH

if TYPE_CHECKING:
    from lxml import etree

ATTRIBUTE = "data-cfemail"
_CODED = f"{MASKED_MAIL_PATH}#"


def unmask(node: etree._Element) -> None:
    """Put the address back that a link, or an element within a text, hides. The element is changed."""
    code = node.get(ATTRIBUTE)
    if code is not None:
        address = decoded(code)
        if address:
            for child in list(node):
                node.remove(child)
            node.text = address
            if node.tag == "a":
                node.set("href", f"mailto:{quote(address, safe='@+')}")
    elif _CODED in (href := node.get("href") or ""):
        address = decoded(href.partition(_CODED)[2])
        if address:
            node.set("href", f"mailto:{quote(address, safe='@+?=&')}")


def decoded(code: str) -> str:
    """The address that a code hides; "" if it is no such code.

    >>> decoded("2a4b6a49")
    'a@c'
    """
    try:
        key, *rest = bytes.fromhex(code)
        text = bytes(byte ^ key for byte in rest).decode("utf-8")
    except ValueError:  # no hexadecimal, nothing in it, or no UTF-8
        return ""
    return text if text.isprintable() and "@" in text else ""
