"""The normaliser on real pages: figures that must not fall, for exactly this corpus."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from benchmarks import normaliser as bench

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = "c7c3ed6353b2784231ff27668b61ccfaccb660187c1c67342b9522a536cd40f4"
"""SHA-256 of `raw/pairs.json`: with another corpus the figures below say nothing."""
MEASURED = {
    "5-gram F1": 0.9935,
    "5-gram recall": 0.9975,
    "noise identical": 0.998,
    "noise 30 days apart identical": 0.964,
    "change detected": 0.995,
    "change covered": 0.995,
    "difference precision": 0.990,
    "overall with far": 0.987,
}
"""What was reached, rounded down in the last digit."""


@pytest.fixture(scope="module")
def measured(corpus: Path) -> dict[str, float]:
    """The figures of today."""
    raw = corpus / "raw"
    assert hashlib.sha256((raw / "pairs.json").read_bytes()).hexdigest() == PAIRS, "the corpus has changed"
    return bench.figures(*bench.results(raw))


@pytest.mark.corpus
@pytest.mark.parametrize("name", MEASURED)
def test_no_figure_falls(measured: dict[str, float], name: str) -> None:
    """What was reached once holds, and is no less than what was asked for."""
    assert MEASURED[name] >= bench.FLOORS[name]
    assert measured[name] >= MEASURED[name]
