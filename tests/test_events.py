"""The short way from a text to clauses says what the long way over HTML says, or nothing."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff import normalise
from policydiff.normaliser import events, markdown, media, outline, plaintext, tree, walk
from policydiff.normaliser.memory import Memory, forget

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.models import Clause

# Parts of texts that mean something to Markdown, most where they stand beside others.
PARTS = [
    # words
    "We", "keep data", "a", "naïve", "“quoted”", "10", "€5", "(b)", "e.g.", "policy_name", "\u200b", " ", " ",
    " ", ",", ".", ":", "-", "\u00a0", "•", "!", "=", "|",
    # emphasis, links, escapes
    "*", "**", "***", "****", "_", "__", "**bold**", "_light_", "[", "]", "](", "[1]",
    "[more](https://x.example)", "](https://x.example/a_b?c=1&d=(2))", "](/a b)", '](/a "t")', "](mailto:?a)",
    "](#ä[0])", "[#](#a)", "§](#a)", "↑](#a)", "![p](/p.png)", "\\*", "\\_", "\\[", "\\", "`", "~", "~~", "&",
    "&amp;", "<", "<br>", "<x>",
    # lines
    "\n", "\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "  \n", "\\\n", "\n \n", "\r\n", "\n  ", "\n    ", "\n\n  ",
    "\n\n    ", "* ", "*   ", "- ", "+ ", "1. ", "2.  ", "12.  ", "3) ", "# ", "## ", "#", "###", "---",
    "===", "* * *", "> ",
    ">", "    ", "\t", "```", "| a | b |\n| --- | --- |\n| ", "|\n| ", " | ", "<br>*   ",
    "<br>1.  ", "<div>", "</div>", "[a]: /b",
]  # fmt: skip
EMPHASIS = ["a", "“b”", ".", " ", "*", "**", "_", "[**e**](/f)"]
MARKS = [
    "",
    "",
    "* ",
    "*   ",
    "- ",
    "1. ",
    "2. ",
    "12.  ",
    "# ",
    "    * ",
    "    ",
    "  ",
    "   1. ",
    "> ",
    "---",
    "===",
    "##",
]
CELLS = [
    "a",
    "**b**",
    "*   c",
    "    *   d",
    "1.  e",
    "* **f**",
    "[g](/h)",
    "_i",
    "j_ k",
    "l\\|m",
    "",
    "•   n",
    "— o",
]

lines_of_text = st.builds(
    lambda marked, ends: "".join(
        mark + "words" * (mark != "---") + end for mark, end in zip(marked, ends, strict=False)
    ),
    st.lists(st.sampled_from(MARKS), min_size=1, max_size=8),
    st.lists(st.sampled_from(["\n", "\n\n", "\n\n", "\n  \n"]), min_size=8, max_size=8),
)
cells = st.builds("<br>".join, st.lists(st.sampled_from(CELLS), min_size=1, max_size=4))
tables = st.builds(
    lambda head, rows: "\n".join([head, "| --- | --- |", *rows]),
    st.builds("| {} | {} |".format, cells, cells),
    st.lists(st.builds("| {} | {} |".format, cells, cells), min_size=1, max_size=3),
)
texts = st.one_of(
    st.builds("".join, st.lists(st.sampled_from(PARTS), max_size=24)),
    lines_of_text,
    tables,
)


def the_long_way(text: str, kind: str) -> tuple[Clause, ...]:
    return outline.clauses(walk.read_elements(tree.parse(markdown.to_html(text, kind))).blocks, base="")


@settings(max_examples=1000)
@given(texts)
def test_markdown_is_read_as_its_html(text: str) -> None:
    pieces = events.read_markdown(text)
    if pieces is not None:
        assert outline.clauses_of_pieces(pieces, base="") == the_long_way(text, media.MARKDOWN)


@settings(max_examples=2000)
@given(st.builds("".join, st.lists(st.sampled_from(EMPHASIS), min_size=3, max_size=8)))
def test_emphasis_is_read_as_its_html(text: str) -> None:
    pieces = events.read_markdown(text)
    assert pieces is not None
    assert outline.clauses_of_pieces(pieces, base="") == the_long_way(text, media.MARKDOWN)


@pytest.mark.parametrize(
    "text",
    [
        "**“****a****”**",  # bold inside bold
        "**Fern****leaf** and **Fernleaf Ltd****Privacy Notice**",
        "a2.  **\n    - *   ",  # blanks before signs that vanish, at the end of a line
        "[\n \n\\[\n\n    ](/a)",  # an escaped bracket inside a torn link
        "* #\n\na",  # an item without words
        "2.  \u00a0\n\n    a",  # an item that gets its words in the next chunk
        "a![#](/b)",  # a link behind an exclamation mark
        "a\n\n<br>\nb\n\n<br>\nc",  # text outside of paragraphs
        "#   \n\u00a0\n\n\nb",  # a heading that more than a blank line has torn
        "###  \n\u00a0\na",  # the same inside a chunk
        "    | a | b |\n| --- | --- |\n| |",  # a table that is indented like code
        "| --- | --- |",  # the rule of a table alone
        "* [a\n* b](/c) " + "d " * 600,  # a link that the next item of a long list has torn
        "| a | |\n| --- | --- |\n| | *   c<br>**b**<br>d |",  # a bold line behind an item is no title
        "**a  \nb**\n\nc",  # a title over two lines
        "![\n\na](/b)",  # a picture whose words a blank line has torn
        "| a |\n| --- |\n| b<br>*   **c**<br>* **d**<br>1.  e |",  # items of cells, one of which is none
    ],
)
def test_traps(text: str) -> None:
    """What random texts and real ones have taught."""
    pieces = events.read_markdown(text)
    if pieces is not None:
        assert outline.clauses_of_pieces(pieces, base="") == the_long_way(text, media.MARKDOWN)


@settings(max_examples=300)
@given(texts)
def test_plain_text_is_read_as_its_html(text: str) -> None:
    pieces = plaintext.read_plain_text(text)
    if pieces is not None:
        assert outline.clauses_of_pieces(pieces, base="") == the_long_way(text, media.PLAIN)


ARCHIVED = """\
Privacy Policy
==============

**Last updated:** 5 May 2024

1\\. What we keep
----------------

We keep _some_ data, as [our cookie policy](https://acme.example/cookies?from=policy_page) says.

*   **Account:** your name
*   Messages
    *   that you send

    They are kept for [30 days](/keep).

1.  First
2.  Second

| Data | Why |
| --- | --- |
| Name | To greet you<br>*   by mail<br>*   in the app |
| | Contract |

* * *

### Contact
"""


def test_what_archives_write_takes_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the other tests here would pass where everything goes the long way."""
    forget()
    monkeypatch.setattr(tree, "parse", lambda text: pytest.fail(f"parsed as HTML: {text!r}"))
    pieces = events.read_markdown(ARCHIVED)
    assert pieces is not None
    monkeypatch.undo()
    found = outline.clauses_of_pieces(pieces, base="")
    assert found == the_long_way(ARCHIVED, media.MARKDOWN)
    assert [clause.text for clause in found if clause.kind == "item"] == [
        "Account: your name", "Messages", "that you send", "First", "Second", "by mail", "in the app",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n\n* more\n```\n\nWe keep data.",  # a fence goes on over a blank line
        "We keep [data][a].\n\n[a]: /data",  # a definition counts everywhere
        "<div>\n\nWe keep data.\n\n</div>",  # a tag that is closed elsewhere
        "a<br>*   b\n\n| c | d |\n| --- | --- |\n| e | f |",  # an item where there is a table in the text
    ],
)
def test_a_text_in_which_chunks_depend_on_one_another_takes_the_long_way(text: str) -> None:
    assert events.read_markdown(text) is None
    assert normalise(text.encode(), content_type=media.MARKDOWN).clauses == the_long_way(text, media.MARKDOWN)


@pytest.mark.parametrize(
    "text",
    [
        "[\n\n## We keep data\n\nfor a year\n\n](/data)\n\nEnd.",  # a link around several blocks
        "##\n\nWe keep data\n\nEnd.",  # the mark of a heading without its words
        "We keep data\n\n====\n\nEnd.",  # the line under a heading without its heading
        "*   `code` in an item\n\n    and more\n\nEnd.",  # an item for the parser
    ],
)
def test_what_a_blank_line_has_torn_is_mended_on_the_short_way(text: str) -> None:
    pieces = events.read_markdown(text)
    assert pieces is not None
    assert outline.clauses_of_pieces(pieces, base="") == the_long_way(text, media.MARKDOWN)


@pytest.mark.parametrize(
    ("text", "kind", "seen"),
    [
        ("See [**\n\nWe keep data](/data)", media.MARKDOWN, ["See We keep data"]),
        ("   \n" + "x" * 60, media.PLAIN, ["x" * 60]),  # a blank line in front of a long one
    ],
)
def test_odd_beginnings_end_in_no_error(text: str, kind: str, seen: list[str]) -> None:
    assert [clause.text for clause in normalise(text.encode(), content_type=kind).clauses] == seen


@given(st.lists(texts, min_size=1, max_size=4))
def test_a_text_reads_the_same_whatever_was_read_before(listed: list[str]) -> None:
    read = [normalise(text.encode(), content_type=media.MARKDOWN) for text in listed]
    for text, before in zip(listed, read, strict=True):
        forget()
        assert normalise(text.encode(), content_type=media.MARKDOWN) == before


@pytest.mark.parametrize(
    "text",
    [
        "> " * 50_000,
        "* " * 50_000,
        "* a\n\n    " * 10_000,
        "](a)\n\n" * 15_000,
        "#\n\n" * 25_000,
        " _a" * 20_000 + " b*" * 20_000,
        '[a](b "' * 15_000,
        "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|b|\n" * 5_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_repetition_stays_cheap(text: str) -> None:
    """No trick takes quadratic time or the whole stack (the test would hang or fail)."""
    events.read_markdown(text)
    plaintext.read_plain_text(text)


def test_what_a_later_parser_may_know_goes_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its kinds of blocks are not all known here."""
    forget()
    monkeypatch.setattr(pyromark, "events", lambda text, options: iter([{"Start": {"Footnote": "1"}}]))
    pieces = events.read_markdown("We keep data.")
    forget()
    assert pieces is not None
    assert [block.text for piece in pieces for block in piece.blocks] == ["We keep data."]


def test_explaining_changes_no_clause() -> None:
    """What is left out is listed by the walk alone."""
    plain, explained = (normalise(ARCHIVED.encode(), explain=explain) for explain in (False, True))
    assert plain.clauses == explained.clauses


def test_memory_holds_no_more_than_it_has_room_for() -> None:
    memory: Memory[int] = Memory(10)
    memory.keep(("one",), 1, 6)
    memory.keep(("two",), 2, 4)
    assert (memory.get(("one",)), memory.get(("two",))) == (1, 2)
    memory.keep(("three",), 3, 1)
    assert (memory.get(("one",)), memory.get(("two",)), memory.get(("three",))) == (None, None, 3)
    memory.keep(("too long",), 4, 11)
    assert (memory.get(("too long",)), memory.get(("three",))) == (None, 3)


def test_an_address_is_relative_to_the_page_that_is_read() -> None:
    """The same chunk on two pages leads to two places."""
    text = b"# Policy\n\nSee [more](/more)."
    for host in ("one", "two"):
        clauses = normalise(text, url=f"https://{host}.example/policy.md").clauses
        assert clauses[1].links[0].target == f"https://{host}.example/more"


@pytest.mark.corpus
def test_recorded_texts_are_read_as_their_html(corpus: Path) -> None:
    """All fields of all clauses, and most of the texts on the short way."""
    paths = sorted((corpus / "changes" / "texts").glob("*.md"))
    short = 0
    for path in paths:
        text = path.read_text("utf-8")
        for kind, pieces in (
            (media.MARKDOWN, events.read_markdown(text)),
            (media.PLAIN, plaintext.read_plain_text(text)),
        ):
            if pieces is not None:
                short += kind == media.MARKDOWN
                assert outline.clauses_of_pieces(pieces, base="") == the_long_way(text, kind), path.name
    assert short >= 0.9 * len(paths)


def _versions(bundle: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every version in an archive of Open Terms Archive."""
    subprocess.run(["git", "clone", "-q", "--bare", str(bundle), str(folder)], check=True)
    git = ["git", "-C", str(folder)]
    listing = [*git, "log", "--format=", "--raw", "--no-renames", "--no-abbrev", "-z", "--diff-filter=AM"]
    fields = subprocess.run(listing, check=True, stdout=subprocess.PIPE).stdout.split(b"\0")
    names = {
        meta.split()[3]: path.decode() for meta, path in pairwise(fields) if meta.lstrip().startswith(b":")
    }
    asked = b"".join(blob + b"\n" for blob in names)
    batch = subprocess.run(
        [*git, "cat-file", "--batch"], input=asked, check=True, stdout=subprocess.PIPE
    ).stdout
    at = 0
    for blob, name in names.items():
        head = batch.index(b"\n", at) + 1
        size = int(batch[at:head].split()[2])
        assert batch.startswith(blob, at)
        yield name, batch[head : head + size]
        at = head + size + 1


@pytest.mark.corpus
def test_recorded_versions_are_read_as_their_html(corpus: Path, tmp_path: Path) -> None:
    """Every version of some twenty policies; what was read before is remembered, as in use."""
    count = 0
    for bundle in sorted((corpus / "history").glob("*-part.bundle")):
        for name, data in _versions(bundle, tmp_path / bundle.stem):
            text = data.decode("utf-8", "replace")
            pieces = events.read_markdown(text)
            if pieces is not None:
                count += 1
                found = outline.clauses_of_pieces(pieces, base="")
                assert found == the_long_way(text, media.MARKDOWN), (bundle.stem, name)
    assert count > 500
