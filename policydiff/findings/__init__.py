"""What changed in substance: DocumentDiff and both documents -> findings and a verdict."""

from __future__ import annotations

from policydiff.findings.find import CATALOGUE, RULES, find
from policydiff.findings.verdict import judge

__all__ = ["CATALOGUE", "RULES", "VERSION", "find", "judge"]

VERSION = "1"
"""Raised whenever the same documents may give other findings."""
