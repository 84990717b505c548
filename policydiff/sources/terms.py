"""The types of documents, as Open Terms Archive names them, so that archives can be read side by side.

The vocabulary is the one published as its terms types (44 of them); the aliases are names under which
platforms publish the same document. A type that is not in it is kept as written, with a warning.
"""

from __future__ import annotations

from difflib import get_close_matches

TYPES = (
    "Acceptable Use Policy", "Accessibility Statement", "Advertising Content Policy",
    "Affiliate Agreement", "Anti-corruption Policy", "Brand Guidelines", "Business Mediation Policy",
    "Business Privacy Policy", "Closed Captioning Policy", "Commercial Terms", "Community Guidelines",
    "Complaints Policy", "Conditions of Carriage", "Content Monetisation Policy",
    "Copyright Claims Policy", "Data Controller Agreement", "Data Processor Agreement",
    "Deceased Users", "Developer Terms", "Editorial Policy", "General Conditions of Sale",
    "Human Rights Policy", "Hyperlinks Policy", "Imprint", "In-App Purchases Policy",
    "Law Enforcement Guidelines", "Live Policy", "Marketplace Buyers Conditions",
    "Marketplace Sellers Conditions", "Platform to Business Notice", "Premium Partner Conditions",
    "Privacy Policy", "Quality Guidelines", "Ranking Parameters Description", "Restricted Use Policy",
    "Review Guidelines", "Seller Warranty", "Service Level Agreement", "Single Sign-On Policy",
    "Terms of Service", "Trackers Policy", "User Consent Policy", "Vulnerability Disclosure Policy",
    "Whistleblower Policy",
)  # fmt: skip

ALIASES = {
    "Community Standards": "Community Guidelines",
    "Cookies Policy": "Trackers Policy",
    "Cookie Policy": "Trackers Policy",
    "Data Processing Agreement": "Data Processor Agreement",
    "Fair Use Policy": "Acceptable Use Policy",
    "Privacy Notice": "Privacy Policy",
    "Privacy Statement": "Privacy Policy",
    "Security Disclosure Policy": "Vulnerability Disclosure Policy",
    "Terms and Conditions": "Terms of Service",
    "Terms of Use": "Terms of Service",
}

OWN = ("Way Out",)
"""Types of ours, of documents for which the vocabulary has no name: a form or page of help that a policy
leads to for a right (`optout_models.WAY_OUT`)."""
_KNOWN = {name.casefold(): name for name in (*TYPES, *OWN)} | {
    alias.casefold(): name for alias, name in ALIASES.items()
}


def known(name: str) -> str:
    """The name of the type in the vocabulary, "" if it has none.

    >>> known("terms of use")
    'Terms of Service'
    """
    return _KNOWN.get(" ".join(name.split()).casefold(), "")


def nearest(name: str) -> list[str]:
    """Types whose names look like this one, best first: at most three, each once."""
    found = get_close_matches(name.casefold(), _KNOWN, n=6, cutoff=0.5)
    return list(dict.fromkeys(_KNOWN[close] for close in found))[:3]
