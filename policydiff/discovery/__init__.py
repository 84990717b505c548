"""Finds where a site keeps a document: bytes of its home page in, addresses with reasons out. Pure.

Told by what a reader goes by: how the site itself marks it (`rel="privacy-policy"`), what a link is called in
the reader's language, what its address says; best first. A link that leads to another site is only a
candidate: "This form is protected by ...: Privacy Policy" leads to a stranger's. Whether a document is the
site's own, `belongs` asks the document itself.
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
