"""By what a domain is known: "lumio" of "www.lumio.co.uk".

What this gets wrong: endings of two parts that are not listed ("ltd.uk"); there are thousands.
"""

from __future__ import annotations

SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "edu", "gob", "gouv", "or", "ne"))
"""Parts of a domain before the last that are no name: "co.uk"."""


def name_in_domain(domain: str) -> str:
    """The part before the ending of a domain, in small letters.

    >>> name_in_domain("mail.lumio.co.uk"), name_in_domain("lumio.example")
    ('lumio', 'lumio')
    """
    parts = domain.lower().split(".")[:-1]
    if len(parts) > 1 and parts[-1] in SECOND_LEVEL:
        parts.pop()
    return parts[-1] if parts else ""
