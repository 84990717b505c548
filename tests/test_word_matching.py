"""How the words of one text become those of another, also where a page was made to hurt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.report.word_matching import word_opcodes

WORDS = st.lists(st.sampled_from("abcdefg"), max_size=30)


@given(WORDS, WORDS, st.sampled_from([0, 500, 5_000]))
def test_the_parts_make_up_both_texts(old: list[str], new: list[str], least: int) -> None:
    """In their order and without a gap, however long a text is; what is called equal is."""
    old, new = (side * (least // len(side) + 1) if side else [] for side in (old, new))
    parts = word_opcodes(old, new)
    assert [word for _, i, j, _, _ in parts for word in old[i:j]] == old
    assert [word for _, _, _, k, m in parts for word in new[k:m]] == new
    assert all(old[i:j] == new[k:m] for tag, i, j, k, m in parts if tag == "equal")


def test_in_a_sentence_without_end_no_edits_are_looked_for() -> None:
    """Each of them would take as long as all before it."""
    old = [f"list{place}" for place in range(6_000)]
    new = [one if place % 3 or place < 10 else "none" for place, one in enumerate(old)]
    assert [tag for tag, *_ in word_opcodes(old, new)] == ["equal", "replace", "equal"]
    few = word_opcodes(old[:1_000], new[:1_000])
    assert len(few) > 100
