"""What changed in substance: DocumentDiff and both documents -> findings and a verdict."""

from __future__ import annotations

from policydiff.findings.assess import Assessment, assess
from policydiff.findings.kinds import RULES, Rule
from policydiff.findings.stances import stances

__all__ = ["RULES", "VERSION", "Assessment", "Rule", "assess", "stances"]

VERSION = "20"
"""Raised whenever the same documents may give other findings."""
