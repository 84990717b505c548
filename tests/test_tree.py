"""HTML to a tree, whatever the page does."""

from __future__ import annotations

import pytest
from lxml import etree

from policydiff.normaliser import normalise, tree
from tests.pages import texts


@pytest.mark.parametrize(
    "html",
    [
        "",
        "   ",
        "\0",
        "<!-- nothing -->",
        "<?php echo 1 ?>",
        "<frameset><frame src=x></frameset>",
        "<",
        "&#xd800;",
    ],
)
def test_every_input_gives_a_tree_that_can_be_walked(html: str) -> None:
    """However little there is, the tree has a root."""
    assert isinstance(tree.parse(html).tag, str)


@pytest.mark.parametrize("opened", ["<div>", "<ul><li>", "<table><tr><td>", "<span>", "<blockquote><p>"])
def test_nothing_is_lost_below_the_depth_at_which_libxml2_gives_up(opened: str) -> None:
    """Text at depth 5,000, and behind it, is read like any other."""
    html = f"<p>first</p>{opened * 5000}deep<h2>Then</h2><p>after</p>"
    found = [clause.text for clause in normalise(html.encode(), content_type="text/html").clauses]
    assert found == ["first", "deep", "Then", "after"]


@pytest.mark.parametrize(
    "odd",
    ["<svg xlink:href=a 1a=2></svg>", "<o:p>\x01</o:p>", "<a.b{c}>&#1;</a.b{c}>", "<p title='&#2;' {b}=3>"],
)
def test_a_deep_page_may_hold_what_no_tree_is_built_with(odd: str) -> None:
    """Names and characters that lxml refuses: the page around them is read all the same."""
    html = f"<p>first</p>{odd}{'<div>' * 3000}{odd}deep<p>after</p>"
    found = [clause.text for clause in normalise(html.encode(), content_type="text/html").clauses]
    assert found[0] == "first"
    assert found[-1] == "after"


def test_a_deep_page_may_go_on_behind_its_end() -> None:
    """A script behind `</html>` is no page of its own in place of the first."""
    html = f"<html><body><p>first</p>{'<div>' * 3000}deep</body></html><script>1</script>"
    found = [clause.text for clause in normalise(html.encode(), content_type="text/html").clauses]
    assert found == ["first", "deep"]


def test_an_xml_declaration_does_not_matter() -> None:
    """A page may call itself XML in another encoding: it was decoded before."""
    root = tree.parse('<?xml version="1.0" encoding="utf-16"?><html><body><p>Zürich</p></body></html>')
    assert tree.words(root) == "Zürich"


def test_a_frame_in_the_head_does_not_swallow_the_page() -> None:
    """`<noscript><iframe/></noscript>` in the head leaves the body as it is."""
    html = '<html><head><noscript><iframe src="/x"/></noscript></head><body><p>Policy text.</p></body></html>'
    assert [clause.text for clause in normalise(html.encode(), content_type="text/html").clauses] == [
        "Policy text."
    ]


def test_comments_and_instructions_do_not_split_words() -> None:
    """What stands between two halves of a word in the source does not stand there for a reader."""
    assert texts("<p>per<!-- x -->sonal da<?y z?>ta</p>") == ["personal data"]


def test_a_page_from_a_web_archive_loses_what_the_archive_added() -> None:
    """The toolbar goes, the text behind it stays."""
    html = '<body><div id="wm-ipp-base">12 captures</div><p>Policy.</p><!-- FILE ARCHIVED ON 2024 --></body>'
    assert tree.words(tree.parse_replayed(html)) == "Policy."


def test_words_of_an_element_leave_out_what_follows_it() -> None:
    """The tail of an element is not its text."""
    root = etree.fromstring("<p><b>one <i>two</i></b> three</p>")
    assert tree.words(root[0]) == "one two"


def test_a_page_without_the_tag_of_its_body_is_read() -> None:
    """Where `<body>` is left out, libxml2 leaves `<nav>` and `<main>` in the head; the text is not lost."""
    page = b"<!doctype html><title>Privacy</title><nav><a href=/>Home</a></nav>"
    found = normalise(page + b"<main><h1>Privacy</h1><p>We keep data.").clauses
    assert [clause.text for clause in found] == ["Privacy", "We keep data."]
    assert normalise(b"<title>Privacy</title><meta name=a content=b>").clauses == ()


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{n}" for n in range(9_000)),
        " ".join(f"a{n}=1" for n in range(9_000)),
        "".join(f"a{n}='>'" for n in range(9_000)),
        'b=x" ' + " ".join(f"a{n}" for n in range(9_000)),
        " ".join(f"a{n}" if n % 500 else f"a{n} = '<p>'" for n in range(9_000)),
    ],
    ids=["without values", "values", "quoted", "a quotation mark in a value", "both"],
)
def test_an_element_with_thousands_of_attributes_is_bounded(attributes: str) -> None:
    """libxml2 takes minutes for one with a hundred thousand; what stands around it is read as ever."""
    page = f"<h1>Policy</h1><p {attributes}>We keep data.</p><p>You may <a href='/object'>object</a>.</p>"
    assert max(len(one.attrib) for one in tree.parse(page).iter()) <= 1000
    document = normalise(page.encode(), content_type="text/html")
    assert [clause.text for clause in document.clauses] == ["Policy", "We keep data.", "You may object."]
    assert document.clauses[2].links[0].target == "/object"


@pytest.mark.parametrize(
    "attributes",
    [
        "style='" + "a:b;" * 20_000 + "'",
        'data-x="' + "<p>" * 20_000 + '"',
        " ".join(f"a{n}=1" for n in range(700)),
    ],
    ids=["a picture", "a page", "a script's table"],
)
def test_a_long_tag_is_not_a_crowded_one(attributes: str) -> None:
    """A picture inside an attribute, or a long line of a script: nothing is cut for it."""
    script = f"<script>if (n <length && {'a ' * 9_000}) run()</script>"
    kept = tree.parse(f"<p {attributes}>We keep data.{script}").find(".//p")
    assert kept is not None
    assert sum(len(str(name)) + len(str(value)) for name, value in kept.attrib.items()) > len(attributes) / 2
