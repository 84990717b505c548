"""What changed in substance: DocumentDiff and both documents -> findings and a verdict."""

from __future__ import annotations

from policydiff.findings.assess import Assessment, assess, stated
from policydiff.findings.catalogue import CATALOGUE

__all__ = ["CATALOGUE", "VERSION", "Assessment", "assess", "stated"]

VERSION = "4"
"""Raised whenever the same documents may give other findings."""
