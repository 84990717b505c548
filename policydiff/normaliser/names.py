"""What an element says of itself by tag, role, class and id: that it is furniture, or that it is the text.

Roles and tags are believed as far as the mass of prose allows (`extract` decides). Class names lie: they are
compared as whole tokens, and only those count that name a thing and not a looks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.normaliser.vocabulary import CONSENT_MANAGERS, FURNITURE_TOKENS, LANDMARKS, ROLES

if TYPE_CHECKING:
    from lxml import etree

TEXTS = frozenset(("main", "article"))
"""Tags, and roles, of what holds the text of a page."""

_CONSENT_WORDS = ("cookie", "consent", "gdpr", "ccpa")
_CONSENT_WINDOW = re.compile(
    r"(?:[a-z]+-)?(?:cookies?|consent|gdpr|ccpa)-?(?:[a-z]+-)?"
    r"(?:banner|bar|popup|pop-up|modal|overlay|dialog|layer|toast|drawer)"
    r"(?:-(?:container|wrapper|inner|content|text))?"
)
"""A class name made of a word for consent and a word for a window, as in "cookie-consent-banner"."""


class Name(NamedTuple):
    """What an element says it is."""

    tag: str
    """Its tag, or "main" or "article" where its role says so."""
    rule: str = ""
    """The kind of furniture, "" for none."""
    sure: bool = False
    """The name can mean nothing else."""


def judge(node: etree._Element, tag: str, known: dict[tuple[str, str], Name]) -> Name:
    """What a container element says of itself.

    Args:
        node: the element.
        tag: its tag.
        known: what class names of this page were found to say; filled here.
    """
    role = node.get("role")
    if role in TEXTS:
        return Name(role or tag)
    if node.get("aria-modal") == "true":
        return Name(tag, "dialog", sure=True)
    rule = LANDMARKS.get(tag, "")
    if role:
        rule = ROLES.get(role, rule)
    if rule:
        return Name(tag, rule, tag == "dialog")
    key = (tag, node.get("class") or "")
    name = known.get(key)
    if name is None:
        name = known[key] = _by_class(*key)
    identity = node.get("id")
    if identity and _plain(identity) in CONSENT_MANAGERS:
        return Name(tag, "consent", sure=True)
    return name


def _by_class(tag: str, classes: str) -> Name:
    classes = _plain(classes)
    tokens = classes.split()
    if (
        CONSENT_MANAGERS.isdisjoint(tokens)
        and FURNITURE_TOKENS.keys().isdisjoint(tokens)
        and not any(word in classes for word in _CONSENT_WORDS)
    ):
        return Name(tag)
    for token in tokens:
        if token in CONSENT_MANAGERS or _CONSENT_WINDOW.fullmatch(token):
            return Name(tag, "consent", sure=True)
        rule = FURNITURE_TOKENS.get(token)
        if rule is not None:
            return Name(tag, rule)
    return Name(tag)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
