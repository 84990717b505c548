"""What a page says of itself outside its text."""

from __future__ import annotations

import pytest
from lxml import etree

from policydiff.normaliser import head, tree


def _read(html: str) -> head.PageHead:
    return head.read_head(tree.Elements(tree.parse(html)))


def test_the_title_is_that_of_the_page_and_not_of_a_picture() -> None:
    """A picture in SVG has a title element as well."""
    html = "<body><svg><title>Logo</title></svg><title> Privacy \n Policy </title></body>"
    assert _read(html).title == "Privacy Policy"


def test_a_title_is_all_its_text() -> None:
    """Tags in a title are text, as in browsers; a parser that makes elements of them loses none of it."""
    assert _read("<title>Privacy <b>Policy</b></title>").title == "Privacy <b>Policy</b>"
    parsed_otherwise = etree.fromstring("<html><title>Privacy <b>Policy</b> 2031</title></html>")
    assert head.read_head(tree.Elements(parsed_otherwise)).title == "Privacy Policy 2031"


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ('<base href="https://cdn.example/docs/">', "https://cdn.example/docs/"),
        ('<base href="/docs/">', "https://lumenpost.example/docs/"),
        ('<base target="_blank">', "https://lumenpost.example/a"),
        ('<base href="http://[">', "https://lumenpost.example/a"),
    ],
)
def test_relative_links_start_where_the_page_says(base: str, expected: str) -> None:
    """`<base href>` counts, where it is an address."""
    assert _read(f"<head>{base}</head>").base_address("https://lumenpost.example/a") == expected


def test_a_page_leads_on_only_where_scripts_run() -> None:
    """A refresh inside `<noscript>` is for readers without scripts, and tells nothing about the page."""
    said = _read(
        '<head><meta http-equiv="Refresh" content="0; url=/new"></head>'
        '<body><noscript><meta http-equiv="refresh" content="0; url=/plain"></noscript></body>'
    )
    assert said.refresh == ("0; url=/new",)


def test_the_address_that_a_page_calls_its_own_is_the_first() -> None:
    """A page without such a link and one whose link is empty are told apart."""
    twice = '<link rel="canonical" href="/a"><link rel="canonical" href="/b">'
    assert _read(f"<head>{twice}</head>").canonical == "/a"
    assert _read('<head><link rel="canonical"></head>').canonical == ""
    assert _read("<p>Policy").canonical is None
