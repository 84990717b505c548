"""CSS selectors that a source may give: what they match is read; nothing is lost when they match no more."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from policydiff import normalise, resolve
from policydiff.archive import Archive
from policydiff.models import Capture, Quality
from policydiff.workflows.comparing import document

if TYPE_CHECKING:
    from pathlib import Path

POLICY = "".join(
    f"<p>We keep the data of your account for {days} days after you delete it, and no longer.</p>"
    for days in range(20, 40)
)
PAGE = f"""<html><head><title>Privacy Policy</title></head><body><nav><a href="/">Home</a></nav>
<div class="side"><p>Our newsletter tells you of all that is new.</p></div>
<main><h1>Privacy Policy</h1><div class="text outer"><div class="text">{POLICY}</div> tail</div>
<section id="more"><p>Write to privacy@harbour.example.</p></section></main></body></html>""".encode()


def texts(*selectors: str) -> list[str]:
    return [clause.text for clause in normalise(PAGE, selectors=selectors).clauses]


def test_only_the_matching_parts_are_read() -> None:
    """What no selector matches is out, what one matches is in once and in the order of the page."""
    found = texts("#more", "div.text")
    assert found[-1] == "Write to privacy@harbour.example."
    assert found[0].startswith("We keep the data of your account for 20 days")
    assert len(found) == len(set(found)) == 22  # twenty paragraphs, the line behind them, the address
    assert normalise(PAGE, selectors=("#more", "div.text")).quality.level == "good"


def test_selectors_can_take_in_what_is_left_out_without_them() -> None:
    """A selector outranks the automatic way."""
    assert "Our newsletter tells you of all that is new." in texts(".side", "main")


@pytest.mark.parametrize("selector", ["#gone", "div:::", "", "//p", "p::before", "option"])
def test_a_selector_that_matches_nothing_falls_back_and_says_so(selector: str) -> None:
    """The text is that of the automatic way, and the quality names the reason."""
    document = normalise(PAGE, selectors=(selector,))
    assert document.text == normalise(PAGE).text
    assert document.quality.level == "suspect"
    assert [reason.code for reason in document.quality.reasons] == ["selector-unmatched"]


def test_one_of_two_that_matches_is_enough() -> None:
    """A list of selectors holds while any of them does."""
    assert normalise(PAGE, selectors=("#gone", "main")).quality.level == "good"


def test_markdown_has_no_selectors() -> None:
    """Selectors are for pages; other text is read whole and not doubted."""
    text = POLICY.replace("<p>", "").replace("</p>", "\n\n").encode()
    assert normalise(text, selectors=("main",)) == normalise(text)


def test_references_to_an_archive_are_read_by_its_list_of_sources(tmp_path: Path) -> None:
    """Both sides of a comparison are read by the selectors that the list gives today."""
    archive = Archive(tmp_path)
    at = datetime(2024, 5, 1, tzinfo=UTC)
    answer = Capture("https://harbour.example/privacy", at, PAGE, "http", 200)
    archive.store("harbour/privacy-policy", (answer,), text="x", normaliser="1", quality=Quality())
    (tmp_path / "sources.toml").write_text(
        '[[source]]\nplatform = "harbour"\ndocument = "privacy-policy"\n'
        'url = "https://harbour.example/privacy"\nterms_type = "Privacy Policy"\nselectors = ["#more"]\n'
    )
    page = resolve.read_named("harbour/privacy-policy@latest", str(tmp_path))
    assert document(page).text == "Write to privacy@harbour.example."


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "selector", ["p ~ p", "h9 ~ p", "div p ~ p", "p + p", "p:nth-child(2)", "p:not(:last-child)"]
)
def test_a_page_of_many_siblings_is_matched_in_time(selector: str) -> None:
    """Each element is looked at once, not once for each of its neighbours."""
    page = b"<html><body><div>" + b"<p>We keep it." * 30_000 + b"</div></body></html>"
    normalise(page, selectors=(selector,))
    normalise(page)


@pytest.mark.parametrize(
    ("selector", "matched"),
    [
        ("h1 ~ section", True), ("section ~ h1", False), ("h1 + div", True), ("h1 + section", False),
        ("main > div div", True), ("body > div > div", False), ("nav ~ main > #more", True),
        (".gone, #more", True), ("main div ~ section p", True),
    ],
)  # fmt: skip
def test_combinators_mean_what_they_mean_in_browsers(selector: str, *, matched: bool) -> None:
    """Before, beside, inside, right inside."""
    reasons = normalise(PAGE, selectors=(selector,)).quality.reasons
    assert ("selector-unmatched" not in [reason.code for reason in reasons]) is matched


def test_what_the_page_hides_stays_hidden_in_the_part_that_is_read() -> None:
    """A trap for robots inside the text goes, though the style sheet that hides it stands outside."""
    page = PAGE.replace(b"</head>", b"<style>.veil { display: none }</style></head>").replace(
        b"Write to", b'Write to <span class="veil">nobody@trap.example</span>'
    )
    found = normalise(page, selectors=("#more", "div.text")).clauses
    assert found[-1].text == "Write to privacy@harbour.example."
