"""From the raw text of a block to its lines: the short ways give what the long way gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policydiff.normaliser import lines

_WORDS = st.sampled_from(
    ["", " ", "a", " a", "a ", " a b ", "a  b", "é", "e\u0301", "\n", "a\u00a0b", "\u200b"]
)
_LINKED = st.lists(st.tuples(_WORDS, _WORDS), max_size=4)


@given(_WORDS, _LINKED)
def test_a_line_with_nothing_to_tidy_is_read_the_same_as_any_other(
    first: str, linked: list[tuple[str, str]]
) -> None:
    """Links stand at the same places, whether their offsets are added up or counted piece by piece."""
    raw = first + "".join(f"{lines.LINK}{text}{lines.LINK_END}{behind}" for text, behind in linked)
    addresses = [f"/{number}" for number, _ in enumerate(linked)]
    short = lines._regular(raw, addresses)
    if short is not None:
        long, _ = lines._line(raw, None, iter(addresses))
        assert (short.text, list(short.links)) == (long.text, list(long.links))


def test_links_of_a_line_with_nothing_to_tidy() -> None:
    """The short way is taken where it can be, and blanks at the ends of a link do not belong to it."""
    raw = f"See {lines.LINK}our rules{lines.LINK_END} and{lines.LINK} more{lines.LINK_END}."
    line = lines._regular(raw, ["/rules", "/more"])
    assert line is not None
    assert [(line.text[start:end], address) for start, end, address in line.links] == [
        ("our rules", "/rules"),
        ("more", "/more"),
    ]


def test_what_is_remembered_depends_on_the_text_alone() -> None:
    """The same text in a cell, or with another address, is another thing to remember."""
    raw = f"- {lines.LINK}one{lines.LINK_END}"
    in_cell = lines.remembered(raw, ("/a",), True, "")
    outside = lines.remembered(raw, ("/a",), False, "")
    assert (in_cell[0].text, outside[0].text) == ("one", "- one")
    assert lines.remembered(raw, ("/b",), False, "")[0].links == [(2, 5, "/b")]
