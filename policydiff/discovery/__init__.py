"""Finds where a site keeps a document: bytes of its home page in, addresses with reasons out. Pure.

It looks at what a reader looks at: how the site marks a link (`rel="privacy-policy"`), what the link is
called in the reader's language, what its address says. The best candidate comes first. A link that leads to
another site is only a candidate: "This form is protected by ...: Privacy Policy" leads to a stranger's.
`belongs` reads the document itself to find out whether it is the site's own.
"""

from __future__ import annotations

from policydiff.discovery.page_links import PageLink, read_links
from policydiff.discovery.ranking import (
    Candidate,
    DocumentKind,
    belongs,
    candidates,
    from_sitemap,
    hubs,
    same_site,
    site_name,
    well_known,
)
from policydiff.discovery.version_list import ListedVersion, VersionList, read_versions

__all__ = [
    "Candidate", "DocumentKind", "ListedVersion", "PageLink", "VersionList", "belongs", "candidates",
    "from_sitemap", "hubs", "read_links", "read_versions", "same_site", "site_name", "well_known",
]  # fmt: skip
