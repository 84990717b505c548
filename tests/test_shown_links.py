"""Links of clauses that came, went or were reworded, in every format."""

from __future__ import annotations

import json
from html import unescape

import pytest

from policydiff import Comparison, compare
from policydiff.report import comparison_json, html_page
from policydiff.report.numbered_changes import MOST_LINKS, entries
from tests.comparisons import in_markdown, in_terminal

THINGS = "letters parcels photographs postcards drawings maps notebooks recordings menus keys".split()
PROSE = "".join(
    f"<p>We keep the {thing} of our guests for as long as you use the service.</p>" for thing in THINGS
)
ALSO = "".join(
    f"<p>Your personal data in {thing} are shown to nobody but the porter.</p>" for thing in THINGS
)


def _compared(old: str, new: str) -> Comparison:
    def side(part: str) -> bytes:
        head = "<html lang=en><title>Privacy policy</title><main><h1>Privacy policy</h1>"
        return f"{head}{PROSE}<h2>Choices</h2>{part}<h2>Letters</h2>{ALSO}</main></html>".encode()

    return compare(side(old), side(new))


GONE = "<p>Whoever likes may <a href='https://form.example/old'>say no to all of it</a> here.</p>"
PAIRS = {
    "removed": (GONE, "", "https://form.example/old", ""),
    "added": ("", GONE.replace("/old", "/new"), "", "https://form.example/new"),
    "reworded": (
        GONE,
        GONE.replace("Whoever likes", "Each guest of ours").replace("/old", "/new"),
        "https://form.example/old",
        "https://form.example/new",
    ),
}


@pytest.mark.parametrize("kind", PAIRS)
def test_the_addresses_stand_in_every_format(kind: str) -> None:
    """Where the link led and leads, whether or not a right depends on it."""
    old, new, led, leads = PAIRS[kind]
    compared = _compared(old, new)
    (entry,) = entries(compared)
    assert entry.kind == kind
    texts = (
        in_terminal(compared, width=200),
        in_markdown(compared),
        unescape(html_page.html(compared)),
    )
    for text in texts:
        assert "say no to all of it" in text
        for address in filter(None, (led, leads)):
            assert address in text
    (change,) = [one for one in json.loads(comparison_json.json(compared))["changes"] if one["kind"] == kind]
    (link,) = change["links"]
    assert [link[side] and link[side]["target"] for side in ("old", "new")] == [led or None, leads or None]


def test_what_is_no_news_is_not_told_twice() -> None:
    """A link that stayed in a reworded clause, and one with another token, are not listed."""
    for address in ("https://form.example/old", "https://form.example/old?utm_source=x"):
        new = GONE.replace("Whoever likes", "Each guest of ours").replace("https://form.example/old", address)
        (entry,) = entries(_compared(GONE, new))
        assert entry.links == ()


def test_a_section_that_came_is_one_entry_with_its_links() -> None:
    """However many of them lead to a right; of very many only the first are told."""
    many = MOST_LINKS + 3
    part = "".join(
        f"<p>Object to use {n} <a href='https://form.example/{n}'>here</a>.</p>" for n in range(many)
    )
    compared = _compared("", part)
    (entry,) = entries(compared)
    assert len(entry.links) == many
    for text in (in_terminal(compared), in_markdown(compared), html_page.html(compared)):
        assert "and 3 more links" in text
        assert f"form.example/{MOST_LINKS - 1}" in text


def test_markdown_keeps_an_address_that_looks_like_a_sign() -> None:
    """Readers of Markdown take "&copy;" for a sign, in addresses too."""
    told = in_markdown(
        _compared(GONE, GONE.replace("/old", "/f?a=1&amp;copy;=2&amp;b=3").replace("likes", "wants"))
    )
    assert "<https://form.example/f?a=1&amp;copy;=2&b=3>" in told
