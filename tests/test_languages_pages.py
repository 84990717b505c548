"""Pages in languages that were added by their files alone: read as pages in any other are."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policydiff import compare
from policydiff.findings.lexicon import lexicon
from policydiff.normaliser import normalise

if TYPE_CHECKING:
    from policydiff.models import Document

CASES = tomllib.loads((Path(__file__).parent / "cases" / "languages.toml").read_text(encoding="utf-8"))
LANGUAGES = tuple(CASES)


def html(title: str, body: str) -> bytes:
    """A page that declares another language than it has."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{body}</body></html>"
    ).encode()


def document(page: bytes) -> Document:
    """The page normalised, with what was left out."""
    return normalise(page, url="https://www.example.eu/legal", content_type="text/html", explain=True)


def policy_page(case: dict[str, Any], *, over: str = "") -> bytes:
    """A policy with all that stands around one."""
    menu = "".join(f'<li><a href="/{n}">{label}</a></li>' for n, label in enumerate(case["menu"]))
    tools = [f"<p>{line}</p>" for line in case["furniture"]]
    buttons = "".join(f"<button>{label}</button>" for label in case["buttons"])
    prose = "".join(f"<p>{text}</p>" for text in case["kept"])
    heading, offer = case["box"]
    return html(
        case["title"],
        f"{over}<ul>{menu}</ul><div><h2>{case['banner']}</h2>{buttons}</div>"
        f"<main><h1>{case['title']}</h1><p>{case['date']}</p>{tools[0]}{tools[1]}{prose}{tools[2]}{tools[3]}</main>"
        f'<div><h3>{heading}</h3><p>{offer}</p><p><a href="/a">1</a></p></div>',
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_is_parted_from_what_stands_around_it(language: str) -> None:
    """Menu, tools, banner and box are left out, every sentence stays; language and days are read."""
    case = CASES[language]["policy"]
    read = document(policy_page(case))
    texts = [clause.text for clause in read.clauses]
    assert [text for text in texts if text in case["kept"]] == case["kept"]
    around = [*case["menu"], *case["furniture"], case["banner"], *case["buttons"], *case["box"]]
    assert [text for text in texts if text in around] == []
    assert read.title == case["title"]
    assert read.language == language
    assert [f"{one.role} {one.day}" for one in read.dates] == case["days"]
    assert read.quality.level == "good"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["error", "login"])
def test_a_page_in_place_of_a_policy_is_known(language: str, kind: str) -> None:
    """An error page and a login are bad captures, for their own reasons."""
    case = CASES[language][kind]
    quality = document(html(case["title"], f"<h1>{case['title']}</h1><p>{case['text']}</p>")).quality
    assert (quality.level, [reason.code for reason in quality.reasons]) == ("bad", [case["reason"]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_announcement_beside_the_text_is_kept(language: str) -> None:
    """A strip over the page that announces a change is a part of what the page says."""
    strip = CASES[language]["announcement"]["strip"]
    page = policy_page(CASES[language]["policy"], over=f'<div class="site-notice"><p>{strip}</p></div>')
    assert strip in [clause.text for clause in document(page).clauses]


@pytest.mark.parametrize("language", [one for one in LANGUAGES if lexicon(one) is None])
def test_a_change_is_found_and_not_read(language: str) -> None:
    """A changed sentence is substantive, with the reason that the language has no rules for findings. At most
    a period is told."""
    case = CASES[language]["policy"]
    old = policy_page(case)
    was, became = case["changed"]
    comparison = compare(old, old.replace(was.encode(), became.encode()))
    assert comparison.verdict == "substantive"
    assert "no-rules" in [reason.code for reason in comparison.reasons]
    assert {one.category for one in comparison.findings} <= {"retention"}
