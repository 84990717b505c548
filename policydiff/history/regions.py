"""Whose law a sentence speaks of: names of laws, authorities and regions, by region. Data.

What tells the policy of one region from that of another is seldom a label: it is the law it cites, the
authority it sends people to and the company that answers. Only names count that a policy for elsewhere
has little reason to use. Small letters; a word boundary on both sides.
"""

from __future__ import annotations

import re

REGIONS: dict[str, tuple[str, ...]] = {
    "EU": (
        "european union", "european economic area", "european region", "eea", "digital services act",
        "data protection commission", "(?<!uk )gdpr", "(?<!uk )general data protection regulation",
        "union européenne", "espace économique européen", "rgpd", "cnil", "union europea", "unión europea",
        "espacio económico europeo", "aepd", "europäischen? union", "europäischen? wirtschaftsraum", "dsgvo",
        "ds-gvo",
    ),
    "UK": (
        "uk gdpr", "uk law", "united kingdom", "information commissioner", "data protection act 2018",
        "online safety act", "royaume-uni", "vereinigten? königreichs?", "reino unido",
    ),
    "US": (
        "california", "californian", "californie", "kalifornien", "ccpa", "cpra", "colorado", "connecticut",
        "virginia", "utah", "nevada", "u\\.?s\\.? states?", "united states regional", "consumer privacy act",
        "shine the light", "coppa",
    ),
    "Brazil": ("lgpd", "brazil", "brazilian", "brasil", "brésil", "brasilien"),
    "Canada": ("pipeda", "quebec", "québec"),
    "Switzerland": ("fadp", "swiss federal", "revdsg", "swiss data protection"),
    "India": ("digital personal data protection act", "dpdp"),
    "Japan": ("appi", "protection of personal information act of japan"),
    "Korea": ("pipa", "personal information protection act of korea", "south korea"),
    "Australia": ("australian privacy principles", "oaic", "privacy act 1988"),
}  # fmt: skip

_ALL = re.compile("|".join(rf"(?P<{region}>\b(?:{'|'.join(names)})\b)" for region, names in REGIONS.items()))


def named(text: str) -> tuple[str, ...]:
    """The regions whose law or authorities a text names, each once, in the order of the table.

    >>> named("The GDPR and the UK GDPR give you rights.")
    ('EU', 'UK')
    """
    found = {match.lastgroup for match in _ALL.finditer(text.casefold())}
    return tuple(region for region in REGIONS if region in found) if found else ()
