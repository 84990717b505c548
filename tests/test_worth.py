"""What a changed statement is worth to an editor, and what is handed over of those that no finding tells."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from policydiff import compare
from policydiff.findings import worth as worths
from policydiff.findings.model import ReaderAnswer
from policydiff.findings.worth import worth
from policydiff.models import CATEGORIES

if TYPE_CHECKING:
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.models import Category

START = "# Privacy policy\n\n{}Fernleaf lends books to its members and writes down who reads what.\n\n"
LINES = "The hours of the desk hang at the door of the hall.\n\nWe keep the list of your books for {}.\n"


def answer(substance: float, article: float, matter: Category = "sharing") -> ReaderAnswer:
    matters = tuple(1.0 if one == matter else -1.0 for one in CATEGORIES)
    return ReaderAnswer(substance, matters, article, article)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (answer(1.5, -1.0), answer(0.5, -1.0)),
        (answer(0.5, 0.0), answer(0.5, -1.0)),
        (answer(0.5, -1.0, "children"), answer(0.5, -1.0, "purpose")),
        (answer(0.5, -1.0), answer(0.5, -1.0, "effective-date")),
    ],
)
def test_both_answers_and_the_matter_make_the_worth(
    more: ReaderAnswer, less: ReaderAnswer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whole numbers, so that every machine orders alike; another company adds to it."""
    monkeypatch.setattr(worths, "is_of_company", lambda change: change.named)
    same, other = (cast("StatementChange", SimpleNamespace(named=named)) for named in (False, True))
    assert worth(same, more) > worth(same, less)
    assert worth(other, less) > worth(same, less)
    assert isinstance(worth(same, more), int)


def test_what_no_finding_tells_is_handed_over_the_worthiest_first() -> None:
    """And what one tells is not."""
    old = START.format("") + LINES.format("ten days")
    new = START.format("") + LINES.format("two years").replace("the hall", "our house")
    found = compare(old.encode(), new.encode())
    assert any("two years" in one.new.text for one in found.findings if one.new)
    (one,) = found.unreported
    assert one.new is not None
    assert "our house" in one.new.text
    more = (START.format("") + LINES + "We may change who answers you.\n").format("two years")
    several = compare(old.encode(), more.replace("the hall", "our house").encode()).unreported
    assert [each.worth for each in several] == sorted((each.worth for each in several), reverse=True)


def test_sides_are_those_that_were_given() -> None:
    """Also where the texts say that the first one is the later one."""
    days = "Last updated: 1 May 2031.\n\n", "Last updated: 1 May 2030.\n\n"
    later, earlier = (START.format(day) + LINES.format("ten days") for day in days)
    found = compare(later.encode(), earlier.replace("the hall", "our house").encode()).unreported
    assert any(one.new and "our house" in one.new.text for one in found)
    assert not any(one.old and "our house" in one.old.text for one in found)
