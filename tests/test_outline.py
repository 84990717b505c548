"""Headings, lists, paragraphs and links to clauses; the law that Markdown reads like HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.normaliser import normalise
from tests import documents, pages
from tests.pages import URL, clauses, texts

# body, (kind, depth, marker, text) of each clause
SHAPES: dict[str, tuple[str, list[tuple[str, int, str, str]]]] = {
    "headings and paragraphs": (
        "<h1>Privacy</h1><p>One.</p><h3>Data</h3>Loose text.",
        [("heading", 1, "", "Privacy"), ("paragraph", 0, "", "One."), ("heading", 3, "", "Data"),
         ("paragraph", 0, "", "Loose text.")],
    ),
    "nested lists": (
        "<ul><li>a<ol><li>b<ul><li>c</ul></ol></li><li>d</ul>",
        [("item", 1, "", "a"), ("item", 2, "1.", "b"), ("item", 3, "", "c"), ("item", 1, "", "d")],
    ),
    "an item of two paragraphs": (
        "<ul><li><p>first</p><p>second</p></li><li>third</li></ul>",
        [("item", 1, "", "first"), ("paragraph", 0, "", "second"), ("item", 1, "", "third")],
    ),
    "text behind a nested list is no second item": (
        "<ul><li>a<ul><li>b</li></ul>after</li></ul>",
        [("item", 1, "", "a"), ("item", 2, "", "b"), ("paragraph", 0, "", "after")],
    ),
    "an item without a list": ("<li>alone</li>", [("item", 1, "", "alone")]),
    "definition list": (
        "<dl><dt>Who</dt><dd>Lumenpost</dd><dt>Where</dt><dd>Dublin</dd></dl>",
        [("paragraph", 0, "", text) for text in ("Who", "Lumenpost", "Where", "Dublin")],
    ),
    "several definitions of one term": (
        "<dl><dt>Who</dt><dd>Lumenpost</dd><dd>Its owner</dd></dl>",
        [("paragraph", 0, "", "Who"), ("item", 1, "", "Lumenpost"), ("item", 1, "", "Its owner")],
    ),
    "closed details": (
        "<details><summary>More</summary>Inside.</details>",
        [("paragraph", 0, "", "More"), ("paragraph", 0, "", "Inside.")],
    ),
    "hidden panel of an accordion": (
        '<h3><button aria-expanded="false">Your rights</button></h3><div hidden>You may object.</div>',
        [("heading", 3, "", "Your rights"), ("paragraph", 0, "", "You may object.")],
    ),
    "button that opens a section": (
        '<button aria-controls="p1">Cookies</button><div id="p1">We set two.</div>',
        [("paragraph", 0, "", "Cookies"), ("paragraph", 0, "", "We set two.")],
    ),
    "button around a heading": (
        "<button><h3>Cookies</h3></button>", [("heading", 3, "", "Cookies")],
    ),
    "legend, caption, figure": (
        ("<fieldset><legend>Choices</legend>Yes or no</fieldset>"
        "<figure>F<figcaption>How data flow</figcaption></figure>"),
        [("paragraph", 0, "", "Choices"), ("paragraph", 0, "", "Yes or no"), ("paragraph", 0, "", "F"),
         ("paragraph", 0, "", "How data flow")],
    ),
    "empty headings": ('<h2></h2><h2><a name="x"></a></h2><h2><a href="#y">#</a></h2><p>text</p>',
                       [("paragraph", 0, "", "text")]),
    "inline elements do not end words": ("<p>per<b>son</b>al <i>da</i><span>ta</span></p>",
                                         [("paragraph", 0, "", "personal data")]),
    "scripts, styles, templates, choices": (
        "<p>a</p><script>b()</script><style>c{}</style><template><p>d</p></template><select><option>e</select><p>f</p>",
        [("paragraph", 0, "", "a"), ("paragraph", 0, "", "f")],
    ),
    "bullets written by hand": (
        "<p>We use:<br>• names<br>• addresses</p><p>– not a bullet</p>",
        [("paragraph", 0, "", "We use:"), ("item", 1, "", "names"), ("item", 1, "", "addresses"),
         ("paragraph", 0, "", "– not a bullet")],
    ),
    "preformatted text": (
        "<pre>We keep your data\nfor two years.\n\n- names\n- addresses</pre>",
        [("paragraph", 0, "", "We keep your data for two years."), ("item", 1, "", "names"),
         ("item", 1, "", "addresses")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_each_element_becomes_its_kind_of_clause(name: str) -> None:
    """Kind, nesting, list number and text."""
    body, expected = SHAPES[name]
    assert [(c.kind, c.depth, c.marker, c.text) for c in clauses(body)] == expected


BREAKS: dict[str, tuple[str, list[str]]] = {
    "two breaks": ("<p>One thing<br><br>another</p>", ["One thing", "another"]),
    "two breaks with blanks between": ("One thing<br> &nbsp; <br>another", ["One thing", "another"]),
    "postal address": (
        "<p>Lumenpost Ltd.<br>4 Harbour Street<br>Portown PT1 2AB</p>",
        ["Lumenpost Ltd. 4 Harbour Street Portown PT1 2AB"],
    ),
    "finished sentences": (
        "<p>We collect the name and address of everyone.<br>We keep them for three years.</p>",
        ["We collect the name and address of everyone.", "We keep them for three years."],
    ),
    "text broken to a width": (
        (
            "<p>We collect the name and the address of everyone who<br>opens an account with us, and the<br>"
            "European Union may know.</p>"
        ),
        [
            (
                "We collect the name and the address of everyone who opens an account with us, and the"
                " European Union may know."
            )
        ],
    ),
    "a short line that goes on": (
        f"<p>Lumenpost carries<br>{'parcels to every town of the island, and letters few, ' * 2}daily</p>",
        [f"Lumenpost carries {'parcels to every town of the island, and letters few, ' * 2}daily"],
    ),
    "a title over its text": (
        "<p><b>Who we are</b><br>Lumenpost.</p>",
        ["Who we are", "Lumenpost."],
    ),
    "a plain title over long text": (
        f"<p>Who we are<br>{'Lumenpost carries parcels to every town of the island, ' * 2}daily</p>",
        ["Who we are", f"{'Lumenpost carries parcels to every town of the island, ' * 2}daily"],
    ),
    "a line of the source": (
        f"<p>{pages.COLLECT}\n{pages.SHARE}</p><pre>{pages.COLLECT}\n{pages.SHARE}</pre>",
        [f"{pages.COLLECT} {pages.SHARE}", pages.COLLECT, pages.SHARE],
    ),
    "a word in an element of unknown make": (
        "<div>We <b>keep</b> <x-word>your</x-word> data.</div>",
        ["We keep your data."],
    ),
    "break at the end": ("<p>One<br></p><p><br>Two</p>", ["One", "Two"]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_line_break_ends_a_clause_only_between_lines_of_substance(name: str) -> None:
    """Paragraphs made of breaks come apart, addresses and wrapped lines do not."""
    body, expected = BREAKS[name]
    assert texts(body) == expected


def test_the_path_holds_the_headings_above() -> None:
    """A heading has those above itself; a bold line stands for a heading below all others."""
    body = (
        "<h1>A</h1><h2>B</h2><p>b</p><p><strong>Bold</strong></p><p>c</p><h4>D</h4><p>d</p><h2>E</h2><p>e</p>"
    )
    assert [(c.text, c.path) for c in clauses(body)] == [
        ("A", ()),
        ("B", ("A",)),
        ("b", ("A", "B")),
        ("Bold", ("A", "B")),
        ("c", ("A", "B", "Bold")),
        ("D", ("A", "B")),
        ("d", ("A", "B", "D")),
        ("E", ("A",)),
        ("e", ("A", "E")),
    ]


@pytest.mark.parametrize("end", ["...", "…", ":", "?"])
def test_a_bold_line_that_a_list_opens_is_a_heading(end: str) -> None:
    """Three dots end it as an ellipsis does: "If you live in Norway..."."""
    found = clauses(f"<p><b>If you live in Norway{end}</b></p><p>x</p>")
    assert [clause.path for clause in found] == [(), (f"If you live in Norway{end}",)]


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>We never sell your data.</b></p><p>x</p>",
        "<p><b>Note</b> that we sell data</p><p>x</p>",
        f"<p><b>{'long words ' * 12}</b></p><p>x</p>",
        "<ul><li><b>Names</b></li></ul><p>x</p>",
    ],
)
def test_not_every_bold_text_is_a_heading(body: str) -> None:
    """Sentences, beginnings of paragraphs, long lines and items leave the path alone."""
    assert [clause.path for clause in clauses(body)] == [(), ()]


ADDRESS_LINES = "Lumenpost Holding Ltd", "Lumenpost, 3 Quay Street, 40468 Kiel", "post@lumenpost.example"


@pytest.mark.parametrize("line", ADDRESS_LINES)
def test_a_bold_address_that_a_line_announces_is_no_heading(line: str) -> None:
    """What stands below it is still of the section of the line that announces it, in Markdown too, which is
    read in pieces."""
    page = f"<h2>Who we are</h2><p>Write to us at:</p><p><b>{line}</b></p><p>We answer.</p>"
    assert [clause.path for clause in clauses(page)] == [(), *[("Who we are",)] * 3]
    written = f"## Who we are\n\nWrite to us at:\n\n**{line}**\n\nWe answer."
    read = normalise(written.encode(), url=URL, content_type="text/markdown; charset=utf-8")
    assert [clause.path for clause in read.clauses] == [(), *[("Who we are",)] * 3]


@pytest.mark.parametrize(
    "body",
    [
        "<p>These companies help us.</p><p><b>Lumenpost Holding Ltd</b></p><p>It prints letters.</p>",
        "<p>We do this on the following bases:</p><p><b>1 Your consent</b></p><p>You may withdraw it.</p>",
    ],
)
def test_a_bold_line_below_a_colon_or_with_a_name_is_a_heading(body: str) -> None:
    """A list of companies has their names for headings; a line with a colon may lead to sections."""
    found = clauses(body)
    assert found[2].path == (found[1].text,)


LINKS: dict[str, tuple[str, list[tuple[str, int, str]]]] = {
    "offsets count in the collapsed text": (
        '<p>  See \n <a href="/help"> our   help </a>,&nbsp; or <a href="https://x.example/">theirs</a>.</p>',
        [("our help", 4, "https://www.lumenpost.example/help"), ("theirs", 18, "https://x.example/")],
    ),
    "the same words twice": (
        '<p>here and <a href="/a">here</a> and <a href="/b">here</a></p>',
        [("here", 9, "https://www.lumenpost.example/a"), ("here", 18, "https://www.lumenpost.example/b")],
    ),
    "behind a bullet": (
        '<p>x:<br>• <a href="/a">names</a></p>', [("names", 0, "https://www.lumenpost.example/a")],
    ),
    "over a line break": (
        '<p>Lumenpost<br><a href="/a">4 Harbour<br>Street</a></p>',
        [("4 Harbour", 10, "https://www.lumenpost.example/a"), ("Street", 20, "https://www.lumenpost.example/a")],
    ),
    "around blocks": (
        '<a href="/a"><h2>Title</h2><p>text</p></a>',
        [("Title", 0, "https://www.lumenpost.example/a"), ("text", 0, "https://www.lumenpost.example/a")],
    ),
    "around nothing": ('<p><a href="/a"><img alt="x"></a> <a href="/b"></a>text <a name="c">d</a></p>', []),
    "with a hint for screen readers": (
        '<p><a href="/a">Terms<span class="sr-only">(opens in a new window)</span></a></p>',
        [("Terms", 0, "https://www.lumenpost.example/a")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LINKS)
def test_links_stand_where_their_words_stand(name: str) -> None:
    """Anchor text, offset in the clause, and canonical target."""
    body, expected = LINKS[name]
    found = clauses(body)
    assert [(link.text, link.start, link.target) for c in found for link in c.links] == expected
    assert all(c.text[link.start : link.end] == link.text for c in found for link in c.links)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ('Your data <a href="#data">¶</a>', "Your data"),
        ('<a class="anchor" href="/p#data">#</a> Your data', "Your data"),
        ('<a href="#data">Your data</a>', "Your data"),
        ('Your data <a href="/data">link</a>', "Your data link"),
        ('Rule <a href="#n1">1</a>', "Rule 1"),
        ('<span class="visually-hidden">Section: </span>Your data', "Your data"),
    ],
)
def test_a_heading_is_read_without_the_sign_that_links_to_it(heading: str, text: str) -> None:
    """Permalinks go, links that say something stay."""
    assert texts(f"<h2>{heading}</h2>") == [text]


def test_words_for_screen_readers_stay_where_they_are_text() -> None:
    """A summary that only a screen reader gets is left in; a hint inside a link is not."""
    assert texts('<p class="sr-only">This table lists our partners.</p>') == [
        "This table lists our partners."
    ]


def test_the_longest_cell_of_a_table_is_not_the_text_of_a_page() -> None:
    """A page of one table whose only list is all that it says: its column headings belong to it."""
    said = "We collect your notes and we share what we collect of your data with others"
    table = f"<table><tr><th>What</th><th>Why</th></tr><tr><td></td><td><ul><li>{said}</ul></td></tr></table>"
    page = f"<main><h1>Privacy Policy</h1>{table}</main>"
    texts = [clause.text for clause in normalise(page.encode(), url=URL).clauses]
    assert texts == ["Privacy Policy", "What", "Why", said]


@given(documents.nodes)
@settings(max_examples=150, deadline=None)
def test_markdown_gives_the_same_clauses_as_html(nodes: list[documents.Node]) -> None:
    """Headings, paragraphs, nested lists, tables, links, lists in cells: one document, two languages."""
    nodes = [documents.Heading(1, (documents.Run("Privacy Policy", "plain"),)), *nodes]
    html = normalise(documents.as_html(nodes).encode(), content_type="text/html", url=URL)
    markdown = normalise(documents.as_markdown(nodes).encode(), content_type="text/markdown", url=URL)
    assert markdown.clauses == html.clauses


@given(documents.nodes)
@settings(max_examples=60, deadline=None)
def test_the_text_of_a_document_read_again_keeps_its_words(nodes: list[documents.Node]) -> None:
    """`Document.text` is plain text that says the same; only list numbers may be read otherwise."""
    document = normalise(documents.as_html(nodes).encode(), content_type="text/html", url=URL)
    again = normalise(document.text.encode(), content_type="text/plain")
    words, words_again = (
        [word for word in side.text.split() if not re.fullmatch(r"\d+\.", word)] for side in (document, again)
    )
    assert words_again == words


_SOUP = st.recursive(
    st.sampled_from(
        ["we", " data ", "<br>", "• x", "\n", "&nbsp;", "<img>", "\u200b", "1. y", "<b>bold</b>"]
    ),
    lambda inner: st.builds(
        "<{0}>{1}</{2}>".format,
        st.sampled_from(
            ["p", "div", "ul", "li", "a href=/x", "h2", "table", "tr", "td", "span", "b", "pre", "button"]
        ),
        st.lists(inner, max_size=4).map("".join),
        st.sampled_from(
            ["p", "div", "ul", "li", "a", "h2", "table", "tr", "td", "span", "b", "pre", "button"]
        ),
    ),
    max_leaves=30,
)


@given(_SOUP, st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_soup_of_tags_gives_sound_clauses(soup: str, explain: bool) -> None:
    """No clause is empty or of two lines, links stand where their words stand; explaining changes nothing."""
    document = normalise(soup.encode(), content_type="text/html", url=URL, explain=explain)
    assert document.clauses == normalise(soup.encode(), content_type="text/html", url=URL).clauses
    for clause in document.clauses:
        assert clause.text
        assert clause.text == " ".join(clause.text.split())
        for link in clause.links:
            assert link.text
            assert clause.text[link.start : link.end] == link.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Privacy Center\n\nPrivacy Policy\n\nWe keep your data.", "Privacy Policy"),  # more of a name
        ("Datenschutzerklärung\n\nWir speichern Daten.", "Datenschutzerklärung"),
        ("Our privacy policy tells what we keep.\n\nWe keep data.", ""),  # a sentence
        ("We keep data.\n\nWe share it.\n\nWe delete it.\n\nPrivacy Policy", ""),  # a link at the end
        ("# Help\n\nPrivacy Policy\n\nWe keep your data.", "Help"),  # what is marked as a heading wins
        ("### 1. Who we are\n\nWe are a club.\n\n### 2. What we keep\n\nYour name.", ""),
        ("Wer wir sind?\n---\n\nWir sind ein Verein.", ""),
        ("II. Présentation\n---\n\nNous sommes un club.", ""),
        ("## Introduction\n\nA club.\n\n## Data\n\nNames.\n\n## Rights\n\nAsk us.", ""),  # one of several
        ("Privacy Policy\n\n## Data\n\nNames.\n\n## Use\n\nLetters.\n\n## Rights\n\nAsk.", "Privacy Policy"),
        ("# Fernleaf\n\n## Data\n\nNames.\n\n## Use\n\nLetters.\n\n## Rights\n\nAsk us.", "Fernleaf"),
    ],
)
def test_a_document_without_headings_has_the_name_at_its_start(text: str, title: str) -> None:
    assert normalise(text.encode(), content_type="text/markdown").title == title


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Lumenpost", "Privacy Policy"),
        ("3 May 2031", "Privacy Policy"),
        ("Contact us", "Privacy Policy | Lumenpost"),
    ],
)
def test_a_name_below_the_first_heading_is_the_title(first: str, title: str) -> None:
    """Where the first heading is the site's name or a day; not where it heads a part of the page."""
    found = pages.document(f"<h1>{first}</h1><h2>Privacy Policy</h2>{pages.PROSE}")
    assert found.title == title
