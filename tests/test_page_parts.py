"""A page of very many changes comes in parts; one of the usual size does not."""

from __future__ import annotations

import pytest

from policydiff import normalise
from policydiff.diff import compare_documents
from policydiff.models import Comparison, Reason
from policydiff.report import html_page
from policydiff.report.numbered_changes import entries, sections
from policydiff.report.page_parts import list_parts, text_parts
from policydiff.report.table_rows import laid_out


def reworded(changes: int) -> Comparison:
    """A policy of which every second clause changed, in sections of fifty changes."""
    texts = [f"We keep record {n} of what you read for thirty days." for n in range(2 * changes)]
    lines = [f"## Shelf {n // 100}\n\n{text}" if n % 100 == 0 else text for n, text in enumerate(texts)]
    others = [line.replace("thirty", "ninety") if n % 2 else line for n, line in enumerate(lines)]
    old, new = (
        normalise("\n\n".join(["# Policy", *text]).encode(), content_type="text/markdown")
        for text in (lines, others)
    )
    why = (Reason("words-changed", "Words changed"),)
    return Comparison(old, new, compare_documents(old, new), "substantive", why)


MANY = reworded(620)


def test_every_change_stands_in_one_part() -> None:
    """About a hundred in each, in their order, and none is lost; a heading stands with what it heads."""
    found = entries(MANY)
    blocks = laid_out(MANY, found)
    parts = text_parts(blocks, len(found))
    assert [(part.first, part.last) for part in parts] == [
        (1, 100), (101, 200), (201, 300), (301, 400), (401, 500), (501, 600), (601, 620)
    ]  # fmt: skip
    assert tuple(block for part in parts for block in part.content) == blocks
    assert all(getattr(getattr(part.content[-1], "clause", None), "kind", "") != "heading" for part in parts)


def test_the_list_of_changes_comes_in_parts_too() -> None:
    """A section of very many changes is divided."""
    found = entries(MANY)
    told = sections(MANY, found)
    parts = list_parts(told, len(found))
    lines = [line.entry.number for part in parts for one in part.content for line in one.lines]
    assert lines == [line.entry.number for one in told for line in one.lines]
    assert all(sum(len(one.lines) for one in part.content) <= 100 for part in parts)
    assert len(parts) == 7


@pytest.mark.parametrize("changes", [0, 1, 300])
def test_a_page_of_the_usual_size_is_one_part(changes: int) -> None:
    """Nothing is folded that was not folded before."""
    few = (
        reworded(changes)
        if changes
        else Comparison(
            MANY.old,
            MANY.old,
            compare_documents(MANY.old, MANY.old),
            "identical",
            (Reason("same-text", "Same"),),
        )
    )
    found = entries(few)
    assert len(text_parts(laid_out(few, found), len(found))) == 1
    assert len(list_parts(sections(few, found), len(found))) <= 1
    assert 'class="part"' not in html_page.html(few)


def test_only_the_first_part_is_open() -> None:
    """Of the list and of the text; each is called by its changes and the section it begins in."""
    page = html_page.html(MANY)
    assert page.count('<details class="part" open>') == 2
    assert page.count('<details class="part">') == 12
    assert "Changes 101 to 200, from Shelf 2 on" in page
