"""The normaliser on pages of every kind in which policies are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.normaliser import normalise
from tests.kinds import EDITED, FIRST, KINDS, LATER, POLICY

if TYPE_CHECKING:
    from policydiff.models import Document
    from tests.kinds import Kind, Policy, Visit

URL = "https://www.tidewell.example/legal/privacy"


def _read(kind: Kind, policy: Policy, visit: Visit) -> Document:
    page = kind.build(policy, visit)
    return normalise(page if isinstance(page, bytes) else page.encode(), url=URL)


def _kinds() -> list[object]:
    return [
        pytest.param(
            kind,
            id=kind.name,
            marks=[pytest.mark.xfail(reason=kind.fails, strict=True)] if kind.fails else [],
        )
        for kind in KINDS
    ]


@pytest.mark.parametrize("kind", _kinds())
def test_the_policy_and_nothing_else_is_read(kind: Kind) -> None:
    """All lines of the policy come out, in order, and no furniture."""
    document = _read(kind, POLICY, FIRST)
    assert [clause.text for clause in document.clauses if clause.text not in kind.either] == kind.lines(
        POLICY
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_another_visit_gives_the_same_text(kind: Kind) -> None:
    """Nothing of what is new at every visit is seen."""
    assert _read(kind, POLICY, LATER).text == _read(kind, POLICY, FIRST).text


@pytest.mark.parametrize("kind", _kinds())
def test_an_edit_is_seen_and_nothing_else(kind: Kind) -> None:
    """A sentence changed, an item gone and a row more are what differs at a later visit."""
    document = _read(kind, EDITED, LATER)
    assert [clause.text for clause in document.clauses if clause.text not in kind.either] == kind.lines(
        EDITED
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_capture_is_called_good(kind: Kind) -> None:
    """None of them is taken for a broken capture."""
    assert _read(kind, POLICY, FIRST).quality.level == "good"
