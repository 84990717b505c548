"""What changed in substance: DocumentDiff and both documents -> findings and a verdict."""

from __future__ import annotations

from policydiff.findings.find import CATALOGUE, RULES, find, stated
from policydiff.findings.verdict import judge

__all__ = ["CATALOGUE", "RULES", "VERSION", "find", "judge", "stated"]

VERSION = "3"
"""Raised whenever the same documents may give other findings."""
