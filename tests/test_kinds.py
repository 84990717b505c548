"""The normaliser on pages of every kind in which policies are published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff.normaliser import normalise
from tests.kinds import EDITED, FIRST, KINDS, LATER, POLICY
from tests.pages import PROSE, document

if TYPE_CHECKING:
    from policydiff.models import Document
    from tests.kinds import Kind, Policy, Visit

URL = "https://www.tidewell.example/legal/privacy"


def _short(policy: Policy) -> Policy:
    return replace(policy, sections=policy.sections[2:5])


SIZES = {"whole": (POLICY, EDITED), "short": (_short(POLICY), _short(EDITED))}
"""On a page with a short policy menus and footers weigh more."""


def _read(kind: Kind, policy: Policy, visit: Visit) -> Document:
    page = kind.build(policy, visit)
    return normalise(page if isinstance(page, bytes) else page.encode(), url=URL)


def _kinds() -> list[object]:
    return [
        pytest.param(
            kind,
            id=kind.name,
            marks=[pytest.mark.xfail(reason=kind.fails, strict=True)] if kind.fails else [],
        )
        for kind in KINDS
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", _kinds())
def test_the_policy_and_nothing_else_is_read(kind: Kind, size: str) -> None:
    """All lines of the policy come out, in order, and no furniture."""
    policy, _ = SIZES[size]
    document = _read(kind, policy, FIRST)
    assert [one.text for one in document.clauses if one.text not in kind.either] == kind.lines(policy)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_another_visit_gives_the_same_text(kind: Kind, size: str) -> None:
    """Nothing of what is new at every visit is seen."""
    policy, _ = SIZES[size]
    assert _read(kind, policy, LATER).text == _read(kind, policy, FIRST).text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", _kinds())
def test_an_edit_is_seen_and_nothing_else(kind: Kind, size: str) -> None:
    """A sentence changed, an item gone and a row more are what differs at a later visit."""
    _, policy = SIZES[size]
    document = _read(kind, policy, LATER)
    assert [one.text for one in document.clauses if one.text not in kind.either] == kind.lines(policy)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.fails], ids=lambda kind: kind.name)
def test_the_title_is_that_of_the_policy(kind: Kind) -> None:
    """Not the name of the site, its motto or a day."""
    lines, title = kind.lines(POLICY), _read(kind, POLICY, FIRST).title
    assert title in lines[:2] or title.startswith(POLICY.title) or title.endswith(POLICY.title)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_capture_is_called_good(kind: Kind) -> None:
    """None of them is taken for a broken capture."""
    assert _read(kind, POLICY, FIRST).quality.level == "good"


# What the rules for furniture could take for it, in the middle of a text.
STAYS = {
    "a heading named like a tool": ("<h2>Share</h2><p>We share your data with our carriers.</p>", ["Share"]),
    "an item named like a tool": ("<ul><li>Print</li><li>Share</li></ul>", ["Print", "Share"]),
    "a question": ("<p>Is this policy useful?</p>", ["Is this policy useful?"]),
    "a link to learn more": ('<p><a href="/rights">Learn more</a></p>', ["Learn more"]),
    "a button that asks": (
        '<button aria-expanded="false">What do we collect?</button><p>Names.</p>',
        ["What do we collect?"],
    ),
    "a link to a script": (
        '<p>Change your <a href="javascript:void(0)">settings</a>.</p>',
        ["Change your settings."],
    ),
    "a form around the text": (
        "<form><p>You may object to this at any time.</p></form>",
        ["You may object to this at any time."],
    ),
    "a section on advertising": (
        '<section id="advertising"><h2>Adverts</h2><p>Advertisers learn which ones you open.</p></section>',
        ["Adverts", "Advertisers learn which ones you open."],
    ),
    "a section with the name of buttons": (
        '<div class="share"><h2>Sharing</h2><p>We share personal data with our parent company.</p></div>',
        ["Sharing", "We share personal data with our parent company."],
    ),
    "a section on what a comment leaves": (
        '<section id="comments"><p>With it we store your name, email address and IP address.</p></section>',
        ["With it we store your name, email address and IP address."],
    ),
    "an author of a work": (
        '<div class="author"><p>The author of a letter keeps all rights.</p></div>',
        ["The author of a letter keeps all rights."],
    ),
    "a section on sharing": (
        '<section class="data-sharing"><h3>Sharing</h3><p>With carriers.</p></section>',
        ["Sharing", "With carriers."],
    ),
    "a box that sums up": ("<aside><p>In short: we ask first.</p></aside>", ["In short: we ask first."]),
    "earlier versions": (
        (
            '<ul><li><a href="/1">May 1, 2024</a></li><li><a href="/2">Version 2</a></li>'
            '<li><a href="/3">2.3.2021</a></li></ul>'
        ),
        ["May 1, 2024", "Version 2", "2.3.2021"],
    ),
    "a sentence with a footnote": ('<p>As the law has it <a href="#n1">1</a></p>', ["As the law has it 1"]),
    "a heading above a form": (
        "<h2>Your rights</h2><p>Write to us.</p><form><input></form>",
        ["Your rights", "Write to us."],
    ),
    "words with signs between": ("<p>Name | Details | Print</p>", ["Name | Details | Print"]),
    "a day among tools": (
        "<p>Updated: 3 May 2024 • 6 min read</p>",
        ["Updated: 3 May 2024 • 6 min read"],
    ),
    "a period with signs between": ("<p>Logs • 30 days</p>", ["Logs • 30 days"]),
    "contents in the text": (
        (
            '<p>On this page</p><ul><li><a href="#1">Data</a></li><li><a href="#2">Rights</a></li>'
            '<li><a href="#3">Contact</a></li></ul>'
        ),
        ["On this page", "Data", "Rights", "Contact"],
    ),
    "a sentence on a file": ("<p>You may download a PDF of it.</p>", ["You may download a PDF of it."]),
    "a day behind a copyright": (
        "<p>Copyright 2020-2025. Last updated May 3, 2025</p>",
        ["Copyright 2020-2025. Last updated May 3, 2025"],
    ),
    "a tool at the end of a sentence": (
        '<p>You can export your notes or <a href="/p">print</a></p><p>Call us to <a href="/p">share</a>.</p>',
        ["You can export your notes or print", "Call us to share."],
    ),
    "the label of a day": (
        "<p>Last updated</p><p>4 March 2025</p>",
        ["Last updated", "4 March 2025"],
    ),
    "a foot of the policy": (
        '<div class="policy-footer"><p>Last updated: 4 March 2025</p><p>Tidewell, Port Maren</p></div>',
        ["Last updated: 4 March 2025", "Tidewell, Port Maren"],
    ),
    "a day in a foot of unknown kind": (
        '<div class="notice-footer"><p>Last updated: 4 March 2025</p><p><a href="/">Home</a></p></div>',
        ["Last updated: 4 March 2025"],
    ),
    "buttons for a right called tools": (
        '<div class="page-actions"><button onclick="a()">Request my data</button></div>',
        ["Request my data"],
    ),
    "answers to choose from for a right": (
        '<form><p>Object to the use of your data?</p><label><input type="radio">All of them</label></form>',
        ["Object to the use of your data?", "☐ All of them"],
    ),
    "a network among words": (
        '<p>We share with: <a href="/f">Facebook</a> <a href="/i">Instagram</a></p>',
        ["We share with: Facebook Instagram"],
    ),
    "a section on comments": (
        '<div class="wp-block-comments-section"><h3>Comments</h3><p>We keep comments for a year.</p></div>',
        ["Comments", "We keep comments for a year."],
    ),
    "a claim to rights in a sentence": (
        "<p>We keep all rights reserved to us by law.</p>",
        ["We keep all rights reserved to us by law."],
    ),
    "copyright in a sentence": (
        "<p>We act on claims of copyright holders.</p>",
        ["We act on claims of copyright holders."],
    ),
}


@pytest.mark.parametrize("name", STAYS)
def test_what_the_rules_could_take_for_furniture_stays(name: str) -> None:
    """Text of a policy with the looks, names or words of furniture."""
    body, expected = STAYS[name]
    page = document(f"<main><h1>Privacy Policy</h1>{PROSE}{body}{PROSE.replace('Lumenpost', 'We')}</main>")
    read = [clause.text for clause in page.clauses]
    assert [text for text in expected if text not in read] == []


GOES = {
    "a tool behind a sentence": (
        '<p>We ask first. <a href="#top">Back to top</a></p>',
        "We ask first.",
        "Back to top",
    ),
    "a tool behind a day": (
        '<p>Last updated 4 March 2025 — <a href="#log">See all updates</a></p>',
        "Last updated 4 March 2025",
        "See all updates",
    ),
    "networks in a row of tools": (
        '<p>We ask first.</p><p>Share: <a href="/f">Facebook</a> <a href="/m">E-mail</a></p>',
        "We ask first.",
        "Facebook",
    ),
    "where one is on a site": (
        '<p>We ask first.</p><p>You are here: <a href="/">Home</a> &gt; Privacy</p>',
        "We ask first.",
        "You are here",
    ),
    "a file with its size": (
        '<p>We ask first.</p><p><a href="/p.pdf">Download this policy (PDF, 240 KB)</a></p>',
        "We ask first.",
        "Download this policy (PDF, 240 KB)",
    ),
    "tools in a row, one without a link": (
        '<p>Мы спросим.</p><p><a href="/p.pdf">Скачать PDF</a> <span>Распечатать</span></p>',
        "Мы спросим.",
        "Скачать PDF Распечатать",
    ),
    "a question to the reader with answers": (
        "<p>We ask first.</p><form><p>Did you like it?</p><label><input type=radio>A lot</label></form>",
        "We ask first.",
        "Did you like it?",
    ),
}


@pytest.mark.parametrize("name", GOES)
def test_tools_of_a_page_go_and_the_text_beside_them_stays(name: str) -> None:
    """Amid the text as well."""
    body, stays, goes = GOES[name]
    page = document(f"<main><h1>Privacy Policy</h1>{PROSE}{body}{PROSE.replace('Lumenpost', 'We')}</main>")
    read = [clause.text for clause in page.clauses]
    assert stays in read
    assert not any(goes in text for text in read)


def test_a_button_is_the_title_of_the_panel_that_answers_it() -> None:
    """A fold that says so by nothing but its place; a question over nothing or over much else is a tool."""
    panel = (
        "<div><p>We keep your data for two years if you agree, and write to you when a job fits.</p></div>"
    )
    for fold, title in (
        (f"<div><button>What is a pool?</button>{panel}</div>", True),
        (f"<div><button>Show pool</button>{panel}</div>", False),
        (f"<div><button>What is a pool?</button>{panel}{panel}</div>", False),
        ("<div><button>What is a pool?</button><div>Short.</div></div>", False),
    ):
        read = [one.text for one in document(f"<h1>Privacy Policy</h1>{PROSE}{fold}{PROSE}").clauses]
        assert ("What is a pool?" in read) == title


TINY = {
    "one sentence of a policy": (b"# Policy\n\nWe keep your data for 30 days.", "suspect"),
    "a title alone": (b"# Privacy Policy", "bad"),
    "an error": (b"Something went wrong. Please try again.", "bad"),
    "the frame of an application": (
        b"<html><head><title>Privacy</title><script src=a.js></script></head><body><p></body></html>",
        "bad",
    ),
}


@pytest.mark.parametrize("name", TINY)
def test_a_fragment_is_no_broken_page(name: str) -> None:
    """A sentence of a policy is worth a warning at most; titles, errors and empty frames are bad."""
    data, level = TINY[name]
    assert normalise(data).quality.level == level
