"""Pages made to stop, to fill the memory or to take for ever: what is inside them, and their links."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import get_args

import pytest

from policydiff import Clause, Document, Link, compare, compare_documents, normalise
from policydiff.errors import InputTooLarge
from policydiff.models import Verdict
from policydiff.normaliser import bounds
from policydiff.word_edits.sequences import Codes
from policydiff.workflows.timeline.plain import plain

PROSE = (
    "<p>We keep the letters of our guests for as long as the harbour office asks us to, and no longer.</p>"
    * 8
)
ADDRESSES = [
    "https://%5B/form",
    "https://[/form",
    "https://form.example%5B/object",
    "http://a%E2%84%80b.example/",
    "https://form.example:x/",
    "//[",
    "http://a\uff03b/",
    "https://user:pa[ss@form.example/",
    "https://form.example/url?q=http%3A%2F%2F%5B",
    "mailto:[@]",
    "",
]


def _page(address: str) -> bytes:
    link = f"<p>You may object to this use: <a href='{address}'>use this form to object</a>.</p>"
    head = "<html><title>Privacy policy</title><main><h1>Privacy policy</h1>"
    return f"{head}{PROSE}{link}{PROSE}</main></html>".encode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_stops_a_comparison(address: str) -> None:
    """On either side; that the link changed is told."""
    good = _page("https://form.example/object")
    for old, new in ((good, _page(address)), (_page(address), good), (_page(address), _page("https://[x/"))):
        compared = compare(old, new)
        assert sum(len(change.links) for change in compared.diff.changes) == 1


MEMORY = 1_000_000_000
KINDS = {
    "paragraphs": ("", "<p>x"),
    "cells": ("<table><tr>", "<td>x"),
    "attributes": ("", "<p a b c d e f g h i j k l m n o p q r s t u v w x y z>"),
    "quoted attributes": ("", "<p " + " ".join(f"a{n}=''" for n in range(90)) + ">"),
    "breaks": ("<p>", "x<br>"),
    "lines": ("<pre>", "x\n"),
    "quotations": ("# P\n\n", ">>>>"),
    "items": ("# P\n\n", "* a\n"),
    "items in items": ("# P\n\n", "- "),
    "links of Markdown": ("# P\n\n", "[a](b) "),
    "cells of Markdown": ("# P\n\n|a|b|\n|-|-|\n", "|a|b|\n"),
    "text": ("", "We keep it. "),
    "letters of four bytes": ("", "\U0001f600. "),
}
CHILD = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
from policydiff import compare
from policydiff.errors import InputTooLarge
start, part, size = json.loads(sys.stdin.read())
page = (start + part * (size // len(part.encode()))).encode()
try:
    print(compare(page, page[: len(page) // 2] + page[: len(page) // 2]).verdict)
except InputTooLarge as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
@pytest.mark.parametrize("size", [100_000, 20_000_000])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_stays_within_the_memory(kind: str, size: int) -> None:
    """It is read, or refused in a sentence, below a gigabyte that the system holds it to."""
    told = subprocess.run(
        [sys.executable, "-c", CHILD, str(MEMORY)],
        input=json.dumps([*KINDS[kind], size]), capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr[-400:]
    refused = "more than the" in told.stdout and "Give policydiff the page of the policy alone" in told.stdout
    assert told.stdout.strip() in get_args(Verdict) or refused


def test_two_pages_that_share_nothing_are_bounded_together() -> None:
    """Each sentence that changed is read, so it is their number that counts."""
    old = "".join(f"<p>We keep letter {n} of our guests." for n in range(45_000))
    new = "".join(f"<p>They may lend parcel {n} to a porter." for n in range(45_000))
    with pytest.raises(InputTooLarge, match="characters of text differ"):
        compare(old.encode(), new.encode())


def test_what_is_read_is_more_than_any_policy_has() -> None:
    """A hundred times the largest, and its end is there."""
    count = 20_000
    document = normalise(("<p>We keep it.</p>" * count).encode())
    assert len(document.clauses) == count
    with pytest.raises(InputTooLarge, match="more than the 150,000 that are read"):
        normalise(("<p>We keep it." * (bounds.MOST_CLAUSES + 1)).encode())


@pytest.mark.parametrize("explain", [False, True])
def test_quotations_inside_quotations_are_laid_flat(explain: bool) -> None:
    """Their words are there, by both ways of reading."""
    text = f"# Privacy\n\n{'>' * 5000} We keep it.\n\n{'- ' * 500}We sell it.\n"
    document = normalise(text.encode(), content_type="text/markdown", explain=explain)
    assert [clause.text for clause in document.clauses] == ["Privacy", "We keep it.", "We sell it."]


def test_more_words_than_there_are_signs_for() -> None:
    """The codes of words go round; the same word has the same one."""
    codes = Codes()
    codes.update((str(n), "x") for n in range(0x10FFFF))
    assert codes.encode(["a", "b", "a"])[0] == codes["a"]
    assert len(codes.encode(["a", "b", "c"])) == 3


@pytest.mark.parametrize("part", ["[", "[a](", "![", "[a]((", "[a](b"])
def test_text_to_be_searched_is_cleared_at_once(part: str) -> None:
    """Brackets that nothing closes are looked at once each: with their square this takes minutes."""
    assert len(plain(part * 100_000)) == len(part) * 100_000


def _linked(*links: tuple[str, str]) -> Document:
    text, placed = "You can object:", []
    for anchor, target in links:
        placed.append(Link(anchor, target, len(text) + 1))
        text += f" {anchor}"
    return Document((Clause("paragraph", text, links=tuple(placed)),))


def test_links_mirror_when_the_sides_are_swapped() -> None:
    """Also where several have the same words or the same address, and where each side names another right."""
    sides = [
        _linked(
            ("here", "https://a.example/1"), ("form", "https://a.example/2"), ("here", "https://a.example/3")
        ),
        _linked(
            ("form", "https://a.example/3"),
            ("here", "https://a.example/4"),
            ("opt out", "https://a.example/1"),
        ),
        _linked(("erase", "https://a.example/3"), ("this form to object", "https://a.example/1")),
        _linked(("here", "https://a.example/v/abcdef0123456789"), ("here", "https://a.example/v/")),
        _linked(),
    ]
    for old in sides:
        for new in sides:
            there = [link for change in compare_documents(old, new).changes for link in change.links]
            back = [link for change in compare_documents(new, old).changes for link in change.links]
            assert sorted((repr(one.new), repr(one.old), one.matters, one.reason) for one in there) == sorted(
                (repr(one.old), repr(one.new), one.matters, one.reason) for one in back
            )


def test_thousands_of_changed_links_in_one_paragraph() -> None:
    """Its sentences are looked at once: with the square of their number this takes minutes."""
    many = 20_000
    old = _linked(*[(f"objection {n}.", f"https://a.example/{n}") for n in range(many)])
    new = _linked(*[(f"objection {n}.", f"https://b.example/{n}") for n in range(many)])
    (change,) = compare_documents(old, new).changes
    assert sum(link.matters for link in change.links) == many
