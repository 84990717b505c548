"""Signs of page furniture in the text itself: link farms, and lines that are new at every visit.

Every pattern must match a whole short line. "(c) intellectual property claims" and "Copyright Agent, 1 Main
Street" are policy text, "© 2024 Example Inc." is not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from policydiff.normaliser import toolwords

if TYPE_CHECKING:
    from policydiff.models import ClauseKind
    from policydiff.normaliser.blocks import Block

_LONGEST = 120
"""Characters of the longest line that the patterns look at."""
_VERSION_LENGTH = 60
"""Characters of the longest name of a version."""
_FARM = 3
"""Links from which a part of the page can be a link farm."""

_AGO = (
    r"(?:today|yesterday|just now|this week|last week"
    r"|(?:(?:over|about|almost|more than|less than|around) )?"
    r"(?:an?|\d+) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|heute|gestern|vor (?:(?:über|etwa|mehr als) )?"
    r"(?:einem|einer|\d+) (?:minute|stunde|tag|woche|monat|jahr)e?n?"
    r"|aujourd['’]hui|hier|il y a (?:plus d['’]|environ |plus de )?"
    r"(?:une?|\d+) (?:minute|heure|jour|semaine|mois|an)s?"
    r"|hoy|ayer|hace (?:más de |unos )?(?:una?|\d+) (?:minuto|hora|día|semana|mes|año)(?:e?s)?)"
)
_UPDATED = (
    r"(?:(?:last |article )?(?:updated|modified|edited|published|revised)"
    r"|zuletzt (?:aktualisiert|geändert|bearbeitet)|aktualisiert"
    r"|(?:dernière )?mise? à jour|última actualización|actualizado)"
)
_RELATIVE = re.compile(rf"(?:this (?:article|page) was )?{_UPDATED}[:,]?(?: on)? {_AGO}\.?|{_AGO}")
_SPAN = re.compile(r"\bago\b|\bvor\b|\bil y a\b|\bhace\b")
"""What tells "2 months ago" from "today", which may be an item of a policy's list."""
_COUNTER = re.compile(
    r"\d[\d.,  ]*(?:[^\W\d]+ ){1,5}(?:in|within) (?:the )?(?:last|past) \d+ (?:minutes|hours|days)\W?"
)
_COPYRIGHT = re.compile(
    r"(?:copyright |©|\(c\))[ ©(c)]*(?:19|20)\d\d\b.*|(?:copyright|©).*all rights reserved\W?"
)
_CLAIMS = frozenset("cC©(")
"""What such a line begins with."""
_MONTHS = (
    r"jan|feb|fév|mar|mär|apr|avr|abr|mai|may|jun|juin|jul|juil|aug|août|ago"
    r"|sep|oct|okt|nov|dec|déc|dez|dic|ene"
)
_DATE = re.compile(
    rf"\b(?:19|20)\d\d\b.*\b(?:{_MONTHS})|\b(?:{_MONTHS})\w*\.?,? .*\b(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b",
    re.IGNORECASE,
)


_VERSION_DAY = (
    rf"v(?:ersion)? ?\d[\d.]*|\d{{1,2}}\.? (?:{_MONTHS}|de )[^\d]{{0,14}},? (?:19|20)\d\d"
    rf"|(?:{_MONTHS})\w*\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
)
_VERSION = re.compile(rf"(?:[^\W\d]+[ ,]+){{0,4}}\(?(?:{_VERSION_DAY})\)?(?: [^\W\d]+){{0,3}}", re.IGNORECASE)
"""The name of an earlier version of a document, as in a list of all versions."""


_SHORTEST_NOTICE, _LONGEST_NOTICE = 50, 2_000
"""Characters of a paragraph that may announce a change."""
_YEAR = re.compile(r"\b20\d\d\b")
_POLICY_NAME = re.compile(
    r"\b(?:privacy (?:policy|notice|statement)|cookies? policy|terms (?:of|and)"
    r"|politique de confidentialité|conditions (?:générales|d.utilisation)|datenschutz\w*|nutzungsbedingungen"
    r"|(?:política|aviso) de privacidad|términos (?:de|y)|condiciones)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:updat|chang|revis|amend|mise à jour|mettons à jour|mettrons à jour|modifi|änder|geändert"
    r"|aktualisier|actualiz|cambi)",
    re.IGNORECASE,
)


def volatile(blocks: list[Block]) -> None:
    """Mark the lines that are new at every visit."""
    for block in blocks:
        if not block.rule and len(block.text) <= _LONGEST and block.cell is None:
            block.rule = _volatile(block.text, block.kind)


@lru_cache(maxsize=4096)
def _volatile(text: str, kind: ClauseKind) -> str:
    """The rule that leaves a line out, or ""."""
    text = text.lower()
    if _RELATIVE.fullmatch(text) and (kind != "item" or _SPAN.search(text)):
        return "relative date"
    if kind == "item":
        return ""
    line = kind == "paragraph" or text[-1] == "?" or text[0].isdecimal()
    if line and toolwords.TOOL.fullmatch(text):  # a heading "Share" may be that of a section
        return "tool"
    if text[0] in _CLAIMS and _COPYRIGHT.fullmatch(text):
        return "copyright"
    return "counter" if text[0].isdecimal() and _COUNTER.fullmatch(text) else ""


def is_copyright(text: str) -> bool:
    """Whether a short line claims the copyright of a site."""
    return len(text) <= _LONGEST and text[0] in _CLAIMS and _COPYRIGHT.fullmatch(text.lower()) is not None


def announces(text: str) -> bool:
    """Whether a paragraph announces a change of the policy, as banners above a policy do."""
    return (
        _SHORTEST_NOTICE <= len(text) <= _LONGEST_NOTICE
        and _YEAR.search(text) is not None
        and _POLICY_NAME.search(text) is not None
        and _CHANGE.search(text) is not None
    )


def is_date_line(text: str) -> bool:
    """Whether a short line states a day, as under the title of a policy."""
    return len(text) <= _LONGEST and _DATE.search(text) is not None


LinkSums = tuple[int, int, int, int]
"""Up to a block: characters, those in links, links to other pages of the site, what speaks against a farm."""


def link_sums(blocks: list[Block], url: str) -> list[LinkSums]:
    """Running sums for `is_link_farm`: before the first block, behind the first, and so on."""
    host = _host(url)
    chars = linked = count = against = 0
    sums = [(0, 0, 0, 0)]
    for block in blocks:
        if not block.rule:
            if block.kind != "heading":  # it names the links below it
                chars += len(block.text)
                linked += block.linked
            against += block.cell is not None
            for start, end, address in block.links:
                if _leads_elsewhere(address, host) and not (
                    end - start <= _VERSION_LENGTH and _VERSION.fullmatch(block.text, start, end)
                ):
                    count += 1
                else:
                    against += 1
        sums.append((chars, linked, count, against))
    return sums


def is_link_farm(before: LinkSums, behind: LinkSums) -> bool:
    """Whether nearly all that stands between two places is links to other pages of the same site."""
    if behind[2] - before[2] < _FARM:  # as nearly everywhere
        return False
    chars, linked, _, against = (late - early for early, late in zip(before, behind, strict=True))
    return not against and linked >= 0.9 * chars


def _leads_elsewhere(address: str, host: str) -> bool:
    """A link to another page of the same site: no jump inside the page, no e-mail address, no other site."""
    if "#" in address:
        return False
    if address.startswith(("http:", "https:", "//")):
        return bool(host) and host in address.lower() and _host(address) == host
    return ":" not in address


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
