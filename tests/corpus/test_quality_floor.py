"""Quality on real captures: what is recognised may rise, never fall, and good pages stay good.

The floors belong to one state of the corpus, whose hash stands beside them: another corpus, other floors.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from policydiff.normaliser import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.models import Quality

pytestmark = pytest.mark.corpus

RAW_PAIRS = "c7c3ed6353b2784231ff27668b61ccfaccb660187c1c67342b9522a536cd40f4"
LABELS = "2507bc3a8b0f73d98408ba11d15be229b813d7957224b16fe4183f3159bbd16e"
RECOGNISED = 36
"""Of the 36 captures that are not the policy."""
BROKEN_SIDES = 6
"""Of the 6 broken sides among the labelled pairs."""


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _pages(corpus: Path, kind: str) -> Iterator[tuple[str, Quality]]:
    known = json.loads((corpus / "raw" / "pairs.json").read_text(encoding="utf-8"))
    documents = {document["dir"]: document for document in known["documents"]}
    for pair in known["pairs"]:
        if pair["kind"] == kind:
            place, at = pair["dir"], pair["to"]
            url = documents[place]["pages"][at].get("url") or "https://example.org/"
            page = gzip.decompress((corpus / "raw" / place / f"{at}.html.gz").read_bytes())
            yield f"{place} {at}", normalise(page, url=url).quality


def test_the_floors_belong_to_this_corpus(corpus: Path) -> None:
    """Figures without the material they were measured on mean nothing."""
    assert _digest(corpus / "raw" / "pairs.json") == RAW_PAIRS
    assert _digest(corpus / "changes" / "labels.json") == LABELS


def test_captures_that_are_no_policy_are_recognised(corpus: Path) -> None:
    """Redirects, errors, crashes, empty pages and home pages."""
    taken_for_good = [name for name, found in _pages(corpus, "capture") if found.level == "good"]
    assert len(taken_for_good) <= 36 - RECOGNISED, taken_for_good


def test_good_pages_are_exactly_good(corpus: Path) -> None:
    """Not one false alarm, not even a suspicion."""
    refused = [(name, found.reasons) for name, found in _pages(corpus, "fidelity") if found.level != "good"]
    assert refused == []


def test_labelled_texts(corpus: Path) -> None:
    """The broken side of a pair is bad, every other text is good."""
    records = json.loads((corpus / "changes" / "labels.json").read_text(encoding="utf-8"))["records"]
    broken_side = {"broken-capture": "new", "recovery": "old"}
    recognised, false_alarms = 0, []
    for record in records:
        for side in ("old", "new"):
            text = (corpus / "changes" / "texts" / f"{record['id']}.{side}.md").read_bytes()
            level = normalise(text).quality.level
            if broken_side.get(record["triage"]) == side:
                recognised += level == "bad"
            elif level != "good":
                false_alarms.append((record["id"], side, level))
    assert recognised >= BROKEN_SIDES
    assert false_alarms == []
