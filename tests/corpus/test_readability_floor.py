"""The edits stay readable on real policies: the floors of `benchmarks/readability.py`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from benchmarks import readability

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.corpus

LABELS = "2507bc3a8b0f73d98408ba11d15be229b813d7957224b16fe4183f3159bbd16e"
"""SHA-256 of labels.json on which the floors were set; another corpus needs a look at the figures."""


@pytest.fixture(scope="module")
def measured(corpus: Path) -> dict[str, tuple[str, readability.Figures]]:
    return readability.measure_pairs(corpus)


def test_the_corpus_is_the_one_that_was_measured(corpus: Path) -> None:
    """Floors are pinned together with what they were measured on."""
    assert hashlib.sha256((corpus / "changes" / "labels.json").read_bytes()).hexdigest() == LABELS


def test_pairs_labelled_identical_show_no_changed_word(
    measured: dict[str, tuple[str, readability.Figures]],
) -> None:
    """Only white space, markup, addresses or order differ there."""
    marked = {name: figures.marked for name, (label, figures) in measured.items() if label == "identical"}
    assert marked
    assert not any(marked.values()), marked


def test_marked_words_stay_close_to_the_minimum(measured: dict[str, tuple[str, readability.Figures]]) -> None:
    """On every pair."""
    above = {name: f.ratio for name, (_, f) in measured.items() if f.ratio > readability.MOST_MARKED}
    assert not above


def test_few_islands_are_left(measured: dict[str, tuple[str, readability.Figures]]) -> None:
    """Over all pairs together."""
    assert sum(figures.islands for _, figures in measured.values()) <= readability.MOST_ISLANDS


def test_no_edit_cuts_a_word_and_no_paragraph_is_shown_twice(
    measured: dict[str, tuple[str, readability.Figures]],
) -> None:
    """Neither happens anywhere."""
    assert not {name for name, (_, figures) in measured.items() if figures.cuts or figures.twice}
