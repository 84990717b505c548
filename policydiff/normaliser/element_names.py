"""Tag, role, class and id of an element, read as a name: furniture, or the text of the page.

Roles and tags are believed as far as the mass of prose allows (`extract` decides). Class names are often
wrong: they are compared as whole tokens, and only those that name a thing and not a style count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff.normaliser.html_vocabulary import CONSENT_MANAGERS, FURNITURE_TOKENS, LANDMARKS, ROLES

if TYPE_CHECKING:
    from lxml import etree

TEXTS = frozenset(("main", "article"))
"""Tags, and roles, of what holds the text of a page."""

_CONSENT_WINDOW = re.compile(
    r"(?:[a-z]+-)?(?:cookies?|consent|gdpr|ccpa)-?(?:[a-z]+-)?"
    r"(?:banner|bar|popup|pop-up|modal|overlay|dialog|layer|toast|drawer)"
    r"(?:-(?:container|wrapper|inner|content|text))?"
    r"|(?:cookies?-|consent-|privacy-)?preferences?-(?:center|centre|manager)"
)
"""A class name made of a word for consent and a word for a window, as in "cookie-consent-banner"."""

_AROUND = (
    "(?:--?(?:area|band|banner|bar|block|box|buttons?|card|container|content|embed|footer|form|grid|group|icons?|inline|inner"
    "|links?|list|module|panel|prompt|row|section|strip|template|tools|unit|widget|wrap|wrapper))*"
)
_PARTS_WITH_FEET = (
    "(?:[a-z0-9]+-)*(?:accordion|article|block|card|doc|dialog|document|entry|item|legal|list|modal|panel|policy|post"
    "|privacy|section|table|terms|tile)-"
)
"""Begins the names of feet that are none of the page: that of a section or of the policy itself."""
_BOXES = {
    "share": (
        "(?:(?:article|blog|entry|page|post|sd|social|story|ya)-)?(?:share|sharing)(?:-enabled)?|sharedaddy|addtoany"
        "|(?!data-|info)(?:[a-z]+-){1,3}shar(?:e|ing)-(?:bar|box|btn|buttons?|grid|icons?|links|list|row|tools|widget)"
    ),
    "newsletter": (
        "(?:[a-z]+-)?(?:newsletter|subscribe|signup|sign-up)(?:-(?:popup|modal|signup|subscribe|cta))?"
        "|subscription-widget"
    ),
    "promotion": (
        "(?:[a-z]+-)?(?:cta|call-to-action)|(?:[a-z]+-)?app-(?:download|promo|teaser)"
        "|(?:[a-z]+-)*(?:block-?)?reassurance(?:-[a-z]+)*"
    ),
    "byline": "(?:(?:article|blog|entry|page|post|story)-)?(?:author|byline)",
    "related": (
        "(?:[a-z]+-)?(?:author-(?:bio|biography|card|profile)|about-(?:the-)?author|bio-box)|"
        "(?:related|recent|recommended)-(?:articles?|content|pages?|posts?|reading|stories)|jp-relatedposts"
    ),
    "comments": "(?:[a-z0-9]+-){0,2}comments?|comment-respond",
    "feedback": "(?:[a-z0-9]+-){1,2}feedback|(?:article|doc|helpful|page|was)-(?:votes?|rating|helpful)",
    "navigation": "(?:[a-z0-9]+-)*breadcrumbs?",
    "tools": (
        "(?:article|content|doc|document|entry|page|policy|post|pp|print)-(?:actions?|functions|tools?|utilities)"
        "|toolbar"
    ),
    "footer": f"(?!{_PARTS_WITH_FEET})(?:[a-z0-9]+-)*(?:footer|foot|ft|ftr)",
}
_BOX_PATTERNS = [(rule, re.compile(f"(?:{names}){_AROUND}")) for rule, names in _BOXES.items()]
"""Class names of what surrounds an article, with what designers append to them."""


_PARTS = (
    "breadcrumb cookie consent gdpr ccpa preference shar addtoany newsletter subscri signup sign-up cta app-"
    " call-to author bio-box byline related recent recommended comment feedback vote rating helpful foot ft"
    " tool actions functions utilities reassur".split()
)
"""Parts of class names without which none of these patterns fits; most names have none of them."""
_AD = "data-ad-"
"""Begins the attributes by which networks find the place of their advertisement."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ADJECTIVES = ("has-", "no-", "with-", "without-")
"""Begin class names that say what stands beside an element, not what it is: "with-breadcrumbs"."""
LONGEST = 2000
"""Characters of one of these attributes that are read."""
_WORDS = CONSENT_MANAGERS | FURNITURE_TOKENS.keys()


class Name(NamedTuple):
    """The name of an element: what it claims to be."""

    tag: str
    """Its tag, or "main" or "article" where its role says so."""
    rule: str = ""
    """The kind of furniture, "" for none."""
    sure: bool = False
    """The name can mean nothing else."""
    named: bool = False
    """Only a class name says so."""


def name(node: etree._Element, tag: str) -> Name:
    """What a container element says of itself, by its tag, `role`, `aria-modal`, `id` and `class`."""
    role = modal = identity = classes = ""
    advertised = False
    said = node.keys()  # asking for what is missing takes longer
    if not said:
        return _of_tag(tag)
    for one in said:
        if one == "class":
            classes = node.get("class", "")[:LONGEST]
        elif one == "id":
            identity = node.get("id", "")[:LONGEST]
        elif one == "role":
            role = node.get("role", "")[:LONGEST]
        elif one == "aria-modal":
            modal = node.get("aria-modal", "")[:LONGEST]
        elif one[: len(_AD)] == _AD:
            advertised = True
    found = name_of(tag, role, modal, identity, classes)
    if advertised and not found.rule:
        return found._replace(rule="advertisement", named=True)
    return found


@lru_cache(maxsize=1024)
def _of_tag(tag: str) -> Name:
    """The name of an element that has nothing else."""
    return name_of(tag, "", "", "", "")


@lru_cache(maxsize=1024)
def name_of(tag: str, role: str, modal: str, identity: str, classes: str) -> Name:
    """The same of these attributes; all pages of a site have the same ones."""
    if role in TEXTS:
        return Name(role or tag)
    if modal == "true":
        return Name(tag, "dialog", sure=True)
    rule = LANDMARKS.get(tag, "")
    if role:
        rule = ROLES.get(role, rule)
    if rule:
        return Name(tag, rule, tag == "dialog")
    if identity:
        identity = _plain(identity)
        if identity in CONSENT_MANAGERS:
            return Name(tag, "consent", sure=True)
        if identity in FURNITURE_TOKENS:
            return Name(tag, FURNITURE_TOKENS[identity], named=True)
    return _by_class(tag, classes) if classes else Name(tag)


def _by_class(tag: str, classes: str) -> Name:
    """What class names say."""
    if _CAMEL.search(classes):  # "siteFooter" is a name of two words, "CybotCookiebotDialog" one of a program
        classes = f"{classes} {_CAMEL.sub('-', classes)}"
    classes = _plain(classes)
    tokens = classes.split()
    if _WORDS.isdisjoint(tokens) and not any(part in classes for part in _PARTS):
        return Name(tag)
    for token in tokens:
        if token in CONSENT_MANAGERS or _CONSENT_WINDOW.fullmatch(token):
            return Name(tag, "consent", sure=True)
        rule = FURNITURE_TOKENS.get(token)
        if rule is not None:
            return Name(tag, rule, named=True)
        if token.startswith(_ADJECTIVES):
            continue
        for box, pattern in _BOX_PATTERNS:
            if pattern.fullmatch(token):
                return Name(tag, box, named=True)
    return Name(tag)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
