"""Findings on one matter with one direction are one, up to as many words as a reader takes in."""

from __future__ import annotations

from policydiff.findings.grouping import by_matter
from policydiff.models import Finding, Quote

LONG, SHORT = 120, 20


def found(words: int, weight: float) -> Finding:
    """A finding that quotes so many words."""
    quote = Quote(" ".join(["letters"] * words), 1)
    return Finding("sharing", "added", 2, "", "", "sharing", None, quote, weight=weight)


def test_a_long_statement_keeps_no_short_one_out_of_the_finding_before() -> None:
    """Of two that are too long together the second opens a finding; a short one still joins the first."""
    joined = by_matter([found(LONG, 9.0), found(LONG, 8.0), found(SHORT, 7.0)])
    assert [len(one.statements) for one in joined] == [2, 0]


def test_statements_keep_their_own_weights() -> None:
    """The finding has that of its first one."""
    (one,) = by_matter([found(SHORT, 7.0), found(SHORT, 9.0)])
    assert one.weight == 9.0
    assert [each.weight for each in one.statements] == [9.0, 7.0]
