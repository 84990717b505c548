"""Markdown and plain text keep their words and their structure on the way to HTML."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.normaliser import markdown, normalise

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = "text/markdown"

# Markdown, and the HTML it must become (white space between elements aside).
CASES = {
    "setext headings": ("Policy\n------\n\nText", "<h2>Policy</h2><p>Text</p>"),
    "escaped number is no list": ("1\\. Scope", "<p>1. Scope</p>"),
    "heading with an anchor before its number": (
        "### [](#scope)1\\. Scope",
        '<h3><a href="#scope"></a>1. Scope</h3>',
    ),
    "heading that is a link": ("## [Cookies](/cookies)", '<h2><a href="/cookies">Cookies</a></h2>'),
    "empty heading takes the line that follows": (
        "### \n\nHighlights\n\nText",
        "<h3>Highlights</h3><p>Text</p>",
    ),
    "empty heading leaves a list alone": ("### \n\n*   one", "<h3></h3><ul><li>one</li></ul>"),
    "heading whose underline was torn off": ("Cookies\n\n\n=======\n\nText", "<h1>Cookies</h1><p>Text</p>"),
    "links around headings": (
        "[One\n---](#1)[Two\n---](#2)",
        '<h2><a href="#1">One</a></h2><h2><a href="#2">Two</a></h2>',
    ),
    "link around a marked heading": ("[### One](#1)", '<h3><a href="#1">One</a></h3>'),
    "mark of a heading in a cell": (
        "| ### A | B |\n| --- | --- |\n| x | y |",
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
            "<tbody><tr><td>x</td><td>y</td></tr></tbody></table>"
        ),
    ),
    "a placeholder is no tag": ("Write to <Company Name> now", "<p>Write to &lt;Company Name&gt; now</p>"),
    "less-than before a word": ("adults <children", "<p>adults &lt;children</p>"),
    "a line break is a tag": ("a<br>b", "<p>a<br>b</p>"),
    "an address in brackets stays a link": (
        "<https://example.org/x>",
        '<p><a href="https://example.org/x">https://example.org/x</a></p>',
    ),
    "an unclosed script swallows nothing": ("<script>x\n\nPolicy", "<p>&lt;script&gt;x</p><p>Policy</p>"),
    "an unclosed comment swallows nothing": ("<!-- x\n\nPolicy", "<p>&lt;!-- x</p><p>Policy</p>"),
    "indented text is no program": ("Text\n\n    An *address*", "<p>Text</p><p>An <em>address</em></p>"),
    "nested items under a number of two digits": (
        "10.  ten\n    *   inner",
        '<ol start="10"><li>ten<ul><li>inner</li></ul></li></ol>',
    ),
    "no-break space behind the mark of a heading": ("##\u00a0Your rights", "<h2>Your rights</h2>"),
    "zero-width space before it": ("Hello\n\u200b## Your rights", "<p>Hello</p><h2>Your rights</h2>"),
    "byte order mark and soft hyphen": ("\ufeff#\u00ad Your rights", "<h1>Your rights</h1>"),
    "a number sign in a line": ("Lot #\u00a05", "<p>Lot #\u00a05</p>"),
    "link over blank lines": ("[\n\nControls\n\n](/c)", '<p><a href="/c">Controls</a></p>'),
    "link around a heading and a paragraph": (
        "[\n\n### Controls\n\nMore\n\n](/c)",
        '<h3><a href="/c">Controls</a></h3><p><a href="/c">More</a></p>',
    ),
    "link around a heading inside an item": (
        "*   [\n    \n    #### Controls\n    \n    More\n    \n    ](/c)",
        '<ul><li><h4><a href="/c">Controls</a></h4><p><a href="/c">More</a></p></li></ul>',
    ),
    "link in a link": ("[[our jobs](/jobs)](/jobs)", '<p><a href="/jobs">our jobs</a></p>'),
    "link inside a code span": ("`[<is_spam>](/schema)`", '<p><a href="/schema">&lt;is_spam&gt;</a></p>'),
    "address with blanks": (
        "[Ratings](#How apps are rated)",
        '<p><a href="#How%20apps%20are%20rated">Ratings</a></p>',
    ),
    "picture with a broken address": ("a ![](data:image/svg+xml,%3Csvg xmlns=%22x%22) b", "<p>a  b</p>"),
    "picture of an at sign": ("info![@](/at.png)example.org", "<p>info@example.org</p>"),
    "link behind an exclamation mark": ("Look![here](/x)", '<p>Look!<a href="/x">here</a></p>'),
    "a remark in brackets is no definition": ("[Note]: important", "<p>[Note]: important</p>"),
    "a definition is one": (
        "[a][1]\n\n[1]: https://example.org/",
        '<p><a href="https://example.org/">a</a></p>',
    ),
    "row wider than the heading row": (
        "|     |     |\n| --- | --- |\n| a | b | c |",
        (
            "<table><thead><tr><th></th><th></th><th></th></tr></thead>"
            "<tbody><tr><td>a</td><td>b</td><td>c</td></tr></tbody></table>"
        ),
    ),
    "heading row narrower than the rule": (
        "| A |\n| --- | --- |\n| x | y |",
        (
            "<table><thead><tr><th>A</th><th></th></tr></thead>"
            "<tbody><tr><td>x</td><td>y</td></tr></tbody></table>"
        ),
    ),
    "items inside a cell": (
        "| Data |\n| --- |\n| Kinds:<br>*   name<br>*   mail |",
        (
            "<table><thead><tr><th>Data</th></tr></thead><tbody><tr>"
            "<td>Kinds:<br><ul><li>name</li></ul><br><ul><li>mail</li></ul></td></tr></tbody></ta"
            "ble>"
        ),
    ),
    "numbered items inside a cell": (
        "| Data |\n| --- |\n| Kinds:<br>7.  name<br>8.  mail |",
        (
            "<table><thead><tr><th>Data</th></tr></thead><tbody><tr><td>Kinds:<br>"
            '<ol start="7"><li>name</li></ol><br><ol start="8"><li>mail</li></ol></td></tr></tbody></table>'
        ),
    ),
    "bold that ends before a letter": ("**Note:**text \\*\\*", "<p>Note:text **</p>"),
    "no smart punctuation": ('"a" -- b...', '<p>"a" -- b...</p>'),
    "no footnotes": ("a[^1]\n\n[^1]: Hint", "<p>a[^1]</p><p>[^1]: Hint</p>"),
    "rule": ("a\n\n* * *\n\nb", "<p>a</p><hr><p>b</p>"),
    "hard break": ("a  \nb", "<p>a<br>\nb</p>"),
    "Markdown inside a stray container": ("<div>\n[a](/b)\n</div>", '<div><p><a href="/b">a</a></p></div>'),
    "Windows line ends": ("a\r\n\r\nb", "<p>a</p><p>b</p>"),
}

PLAIN = {
    "paragraphs": ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
    "wrapped lines are joined": (
        "We collect what you give us when you open an account, write to\nus or use the service.",
        "<p>We collect what you give us when you open an account, write to us or use the service.</p>",
    ),
    "an address is not joined": ("Acme Ltd\n1 Road\nTown", "<p>Acme Ltd</p><p>1 Road</p><p>Town</p>"),
    "bullets": ("We keep:\n- name\n- mail", "<p>We keep:</p><ul><li>name</li><li>mail</li></ul>"),
    "numbers": ("1. name\n2. mail", '<ol start="1"><li>name</li><li>mail</li></ol>'),
    "one number is a heading": ("1. Scope\n\nText", "<p>1. Scope</p><p>Text</p>"),
    "a long item goes on": (
        "- what you give us when you open an account or when you write to\n  us about it\n- mail",
        (
            "<ul><li>what you give us when you open an account or when you write to us about "
            "it</li><li>mail</li></ul>"
        ),
    ),
    "no markup": ("<b>*a*</b>", "<p>&lt;b&gt;*a*&lt;/b&gt;</p>"),
}


def shape(page: str) -> str:
    """The HTML as lxml reads it, without white space between elements."""
    root = lxml.html.fragment_fromstring(page, create_parent="body")
    for node in root.iter():
        node.text = None if not (node.text or "").strip() else node.text.strip("\n")
        node.tail = None if not (node.tail or "").strip() else node.tail.rstrip("\n")
    return str(lxml.html.tostring(root, encoding="unicode"))


@pytest.mark.parametrize("name", CASES)
def test_markdown_becomes_the_html_it_came_from(name: str) -> None:
    """What archives' converters write is read as they meant it."""
    source, expected = CASES[name]
    assert shape(markdown.to_html(source, MARKDOWN)) == shape(expected)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text_becomes_paragraphs_and_lists(name: str) -> None:
    """Blank lines, bullets and numbers make the structure; the width of the page does not."""
    source, expected = PLAIN[name]
    assert shape(markdown.to_html(source, "text/plain")) == shape(expected)


@given(st.lists(st.text("abcäß 09", min_size=1).filter(str.strip), max_size=8))
def test_plain_text_loses_no_word(paragraphs: list[str]) -> None:
    """Every word of the text is in the HTML, in order."""
    text = "\n\n".join(paragraphs)
    page = lxml.html.fragment_fromstring(markdown.to_html(text, "text/plain"), create_parent=True)
    assert " ".join(node.text or "" for node in page.iter()).split() == text.split()


@given(st.text(st.sampled_from("ab[]()!<>/`|-*_#\\\n \t1.:&;"), max_size=200))
def test_any_text_converts(text: str) -> None:
    """No Markdown, however damaged, raises."""
    assert isinstance(markdown.to_html(text, MARKDOWN), str)


@pytest.mark.parametrize(
    "unit", ["[", "![", "<a", "[\n\n", "](", "|-|\n", "<script>", "`[", "1. \n    ", "| a\n|-|\n", "**"]
)
def test_hostile_repetition_stays_cheap(unit: str) -> None:
    """A hundred thousand characters of one trick take no quadratic time (the test would hang)."""
    markdown.to_html(unit * (100_000 // len(unit)), MARKDOWN)


_IMAGE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\\]|\\.|\([^()]*\))*\)")
_NUMBER = re.compile(r"^([ \t>]*(?:[-*+] +)*)\d{1,9}\. +", re.MULTILINE)
_KNOWN_HTML = re.compile(r"</?(?:br|p|strong)(?: [^<>]*)?/?>")


def _words_of_markdown(text: str) -> list[str]:
    """The words that a reader of the Markdown would count: no addresses, no markup, no list numbers."""
    text = _IMAGE.sub("", _KNOWN_HTML.sub(" ", text))
    for _ in range(3):
        text = _LINK.sub(r"\1", text)
    text = _NUMBER.sub(r"\1", text)
    text = html.unescape(re.sub(r"\\(?=[^\w\s])", "", text))
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


@pytest.mark.corpus
def test_no_word_of_real_markdown_is_lost_or_invented(corpus: Path) -> None:
    """The words of the clauses are those of the text, in order, on every recorded text of the corpus; those
    of furniture around it are listed as left out."""
    differing = {}
    for path in sorted((corpus / "changes" / "texts").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        document = normalise(text.encode(), content_type="text/markdown", explain=True)
        said = [clause.text for clause in document.clauses] + [one.text for one in document.left_out]
        found = re.findall(r"[^\W_]+", "\n".join(said))
        # Joined: where a link ends inside a word, the count of words is a matter of taste.
        if "".join(found) != "".join(_words_of_markdown(text)):
            differing[path.name] = (len(found), len(_words_of_markdown(text)))
    assert differing == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nlayout: page\ntags: [a]\n---\n\n# Policy\n\nWe ask.", ["Policy", "We ask."]),
        ("+++\ntitle = 'x'\n+++\n# Policy", ["Policy"]),
        ("# Policy {#top}\n{: .lead }\n\nWe ask.{:.x}", ["Policy", "We ask."]),
        ("# Policy\n\nWe <!-- do not\n\nalways --> ask.", ["Policy", "We  ask.".replace("  ", " ")]),
        (
            "---\n\nWe ask: first.\n\n---\n\nIn {braces} and {x: y}.",
            ["We ask: first.", "In {braces} and {x: y}."],
        ),
        ("# Policy\n\nWe ask <!-- first.", ["Policy", "We ask <!-- first."]),
    ],
)
def test_what_only_a_generator_reads_is_no_text(text: str, expected: list[str]) -> None:
    """Front matter, comments and attribute lists go; what looks like them and is text stays."""
    assert [one.text for one in normalise(text.encode(), content_type="text/markdown").clauses] == expected


def test_markdown_with_a_table_in_html_is_markdown() -> None:
    """A table written in tags, with more of them than the text has marks."""
    row = "<tr><td>Running it</td><td>Contract</td></tr>"
    text = f"# Policy\n\nWe ask first.\n\n## Why\n\n<table>{row * 9}</table>\n"
    document = normalise(text.encode())
    assert document.media_type == "text/markdown"
    assert [one.text for one in document.clauses][:4] == ["Policy", "We ask first.", "Why", "Running it"]


def test_a_heading_torn_from_its_underline_is_repaired_over_the_blank_line() -> None:
    """Such a text is read as one piece; one whose underline stands where it belongs is not."""
    assert markdown.is_torn("Privacy\n\n=======\n\nWe collect.")
    assert not markdown.is_torn("Privacy\n=======\n\nWe collect.")
