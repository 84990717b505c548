"""What of a page is policy and what is furniture: each rule, and what each must leave alone."""

from __future__ import annotations

import pytest

from policydiff import normalise
from policydiff.normaliser import boxes, element_names
from policydiff.normaliser.blocks import Block
from tests.pages import COLLECT, KEEP, POLICY, PROSE, SHARE, URL, document

MENU = '<ul><li><a href="/">Home</a><li><a href="/prices">Prices</a><li><a href="/jobs">Jobs</a></ul>'
CONSENT = (
    "<p>We use cookies to improve our site. Accept all of them, or choose below which ones you want.</p>"
)
BANNER_RULES = {
    "nav": (f"<nav>{MENU}</nav>", "navigation"),
    "role navigation": (f'<div role="navigation">{MENU}</div>', "navigation"),
    "page header": ("<header>Lumenpost <a href=/login>Log in</a></header>", "header"),
    "footer": ("<footer>Lumenpost Ltd., Portown</footer>", "footer"),
    "aside": (f"<aside>{MENU}</aside>", "aside"),
    "dialog": (f"<dialog>{CONSENT}</dialog>", "dialog"),
    "role dialog": (f'<div role="dialog">{CONSENT}</div>', "dialog"),
    "modal": (f'<div aria-modal="true">{CONSENT}</div>', "dialog"),
    "consent manager by id": (f'<div id="onetrust-consent-sdk"><div>{CONSENT * 30}</div></div>', "consent"),
    "consent manager by class": (f'<div class="x cky-consent-container">{CONSENT}</div>', "consent"),
    "consent window by its name": (f'<div class="site_cookie-consent-banner">{CONSENT}</div>', "consent"),
    "breadcrumb": ('<div class="breadcrumb"><a href=/>Home</a> &gt; Legal</div>', "navigation"),
}


@pytest.mark.parametrize("name", BANNER_RULES)
@pytest.mark.parametrize("wrapped", [True, False])
def test_what_calls_itself_furniture_is_left_out_and_listed(name: str, wrapped: bool) -> None:
    """Landmarks, roles and consent windows, whether or not the page marks its text as `<main>`."""
    furniture, rule = BANNER_RULES[name]
    text = f"<main><h1>Privacy Policy</h1>{PROSE}</main>" if wrapped else f"<h1>Privacy Policy</h1>{PROSE}"
    found = document(f"{furniture}{text}", explain=True)
    assert [clause.text for clause in found.clauses] == ["Privacy Policy", *POLICY]
    assert [left.rule for left in found.left_out] == [rule]
    assert found.left_out[0].text


KEPT = {
    "class names that lie": f'<div class="cookie-policy header-v2 toc-visible:mt-4 md:sidebar">{PROSE}</div>',
    "a policy in a class of furniture": f'<div class="modal"><div class="sidebar">{PROSE}</div></div>',
    "a cookie notice that is the page": f'<div class="cookie-notice">{PROSE}</div>',
    "a policy in a dialog, alone on the page": f'<div role="dialog" aria-modal="true">{PROSE}</div>',
    "a policy in the footer element": f"<footer>{PROSE}</footer>",
    "a policy in a form": f"<form>{PROSE}</form>",
    "a policy in a layout table": f"<table><tr><td>{PROSE}</td></tr></table>",
    "sections as articles": "".join(f"<article><p>{text}</p></article>" for text in POLICY),
    "no main, divs and breaks only": f"<div><div>{'<br><br>'.join(POLICY)}</div></div>",
    "no body to speak of": " ".join(POLICY[:0]) + PROSE,
    "hidden by style": f'<div style="display:none">{PROSE}</div>',
}


@pytest.mark.parametrize("name", KEPT)
def test_where_a_rule_and_the_mass_of_prose_disagree_the_text_stays(name: str) -> None:
    """The policy is found in the oddest places."""
    assert [clause.text for clause in document(KEPT[name]).clauses] == list(POLICY)


def linked(*addresses: str) -> str:
    """A list of links."""
    return "<ul>" + "".join(f'<li><a href="{address}">{address}</a></li>' for address in addresses) + "</ul>"


INSIDE = {
    "header with title and date": ("<header><h1>Privacy</h1><p>Last updated: 3 May 2024</p></header>", 2),
    "an aside that sums up": (f"<aside><p>In short: {SHARE}</p></aside>", 1),
    "a list of contents": (linked("#a", "#b", "#c"), 3),
    "absolute list of contents": (linked(URL + "#a", URL + "#b", URL + "#c"), 3),
    "a list of partners": (linked("https://a.example/", "https://b.example/", "https://c.example/"), 3),
    "addresses to write to": (linked("mailto:a@x.example", "mailto:b@x.example", "tel:123"), 3),
    "days as items": ("<ul><li>today</li><li>yesterday</li></ul>", 2),
    "a short item": ("<ul><li>Names</li></ul>", 1),
    "a date line": ("<p>Effective 1.6.2024</p>", 1),
    "a lettered item": ("<p>(c) intellectual property claims</p>", 1),
    "a copyright agent": ("<p>Copyright Agent, 4 Harbour Street, Portown</p>", 1),
    "a sentence on updates": ("<p>We tell you when this policy was updated more than a month ago.</p>", 1),
    "a span of time": ("<p>30 days in the last 12 months</p>", 1),
    "a question of the policy": ("<p>Why do we use cookies?</p>", 1),
}


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("behind", [True, False])
def test_what_looks_like_furniture_and_is_policy_stays(name: str, behind: bool) -> None:
    """In front of the prose and behind it."""
    extra, count = INSIDE[name]
    found = document(
        f"<main>{PROSE}{extra}</main>" if behind else f"<main>{extra}{PROSE}</main>", explain=True
    )
    assert len(found.clauses) == len(POLICY) + count
    assert found.left_out == ()


def test_a_long_link_beside_the_title_is_no_sentence_on_the_policy() -> None:
    """A header keeps its title; a line counts by what of it is no link."""
    told = "Read how our harbour works, who casts our bells and why they ring so late in the evening of a day"
    header = f'<header><h1>Privacy Policy</h1><p><a href="/bells">{told}</a></p></header>'
    found = document(f"{header}<main>{PROSE}</main>", explain=True)
    assert [clause.text for clause in found.clauses] == ["Privacy Policy", *POLICY]
    assert [(left.rule, left.text) for left in found.left_out] == [("header", told)]


VOLATILE = [
    "Updated over a week ago",
    "Last updated: 3 days ago",
    "Updated yesterday",
    "Mis à jour il y a plus d’une semaine",
    "Zuletzt aktualisiert vor 2 Tagen",
    "Actualizado hace 3 días",
    "316,997 parcels sent in the last 15 minutes",
    "© 2024 Lumenpost Ltd.",
    "Copyright © 2019-2024 Lumenpost",
    "© Lumenpost. All rights reserved.",
]


@pytest.mark.parametrize("line", VOLATILE)
def test_lines_that_are_new_at_every_visit_are_left_out(line: str) -> None:
    """Relative dates, counters and copyright years, also inside the text."""
    found = document(f"<main><h1>Privacy</h1><p>{line}</p>{PROSE}</main>", explain=True)
    assert [clause.text for clause in found.clauses] == ["Privacy", *POLICY]
    assert [left.text for left in found.left_out] == [line]


def test_related_articles_go_with_their_heading() -> None:
    """A list of links to other pages of the site, behind the text; the same list in the middle stays."""
    links = "".join(f'<a href="/help/{n}"><div>Question {n}</div></a>' for n in "123")
    related = f"<div><h3>More help</h3>{links}</div>"
    at_the_end = document(f"<main>{PROSE}{related}</main>", explain=True)
    assert [clause.text for clause in at_the_end.clauses] == list(POLICY)
    assert {left.rule for left in at_the_end.left_out} == {"links"}
    in_the_middle = document(f"<main>{PROSE}{related}{PROSE}</main>")
    assert len(in_the_middle.clauses) == 2 * len(POLICY) + 4


ABOVE = {
    "title in the page header": "<header><h1>Privacy Policy</h1></header><div>{}</div>",
    "title beside the text": "<div><h1>Privacy Policy</h1></div><div>{}</div>",
    "second-level title": "<nav>x</nav><div><h2>Privacy Policy</h2></div><div>{}</div>",
}


@pytest.mark.parametrize("name", ABOVE)
def test_the_title_is_taken_back_in_from_above_the_text(name: str) -> None:
    """The page's own title belongs to the policy wherever it stands."""
    found = document(ABOVE[name].format(PROSE * 5))
    assert found.clauses[0].text == "Privacy Policy"
    assert len(found.clauses) == 1 + 5 * len(POLICY)


def test_a_title_does_not_bring_the_menu_along() -> None:
    """Between the name of the site and the text there may be a menu without a landmark."""
    found = document(f"<div><h1>Lumenpost</h1><div>{MENU}</div></div><div>{PROSE * 5}</div>")
    assert all(clause.text not in ("Home", "Prices", "Jobs") for clause in found.clauses)


def test_prose_beside_a_main_that_holds_most_is_left_out() -> None:
    """An advertisement in sentences, in a container without a name."""
    found = document(f"<main>{PROSE * 2}</main><div><p>{COLLECT}</p><p>{SHARE}</p><p>{KEEP}</p></div>")
    assert [clause.text for clause in found.clauses] == list(POLICY * 2)


def test_an_announcement_above_the_title_stays() -> None:
    """A box in the text's own element that says what changed."""
    box = f"<div><p>We changed this policy. {COLLECT}</p><p>{SHARE}</p></div>"
    found = document(f"<main>{box}<div><h1>Privacy Policy</h1>{PROSE * 20}</div></main>")
    assert len(found.clauses) == 2 + 1 + 20 * len(POLICY)


@pytest.mark.parametrize("outer", ["main", "div"])
def test_an_introduction_and_a_last_section_of_their_own_stay(outer: str) -> None:
    """Containers beside the big one hold policy text too."""
    first = f"<div><h1>Privacy Policy</h1></div><div><p>{COLLECT}</p><p>{SHARE}</p></div>"
    middle = f"<div><h2>Data</h2>{PROSE * 20}</div>"
    last = f"<div><h2>Contact</h2><p>{KEEP}</p><p>4 Harbour Street</p></div>"
    found = document(f"<{outer}>{first}{middle}{last}</{outer}><footer>Lumenpost</footer>")
    assert len(found.clauses) == 3 + 1 + 20 * len(POLICY) + 3
    assert found.clauses[-1].text == "4 Harbour Street"


@pytest.mark.parametrize(
    "line", ["Last updated: 3 May 2024", "Stand: 03.05.2024", "En vigueur le 1er mai 2024"]
)
def test_a_date_line_in_a_container_of_its_own_stays(line: str) -> None:
    """Above the text or below it."""
    text = f"<div><h1>Privacy</h1>{PROSE * 5}</div>"
    for body in (f"<main><div>{line}</div>{text}</main>", f"<main>{text}<div>{line}</div></main>"):
        assert line in [clause.text for clause in document(body).clauses]


def test_lines_around_the_text_without_a_landmark_are_left_out() -> None:
    """Search boxes, feedback questions, error messages that a script would show."""
    found = document(
        f"<main><div>Search for articles...</div><div><h1>Privacy</h1>{PROSE * 5}</div>"
        "<div>Did this answer your question?</div><div>Error 418 (server7)</div></main>",
        explain=True,
    )
    assert len(found.clauses) == 1 + 5 * len(POLICY)
    assert {left.rule for left in found.left_out} == {"outside"}


def test_all_words_of_a_page_are_either_kept_or_listed() -> None:
    """Nothing is dropped in silence: clauses and left-out parts together are the page."""
    body = (
        f"<header>Lumenpost</header><nav>{MENU}</nav><main><button>Print</button>"
        "<h1>Privacy <a href='#p'>¶</a></h1>"
        f"<p>Updated yesterday</p>{PROSE}<a href='/x'>Terms<span class='sr-only'>new window</span></a></main>"
        f"<div class='cookie-banner'>{CONSENT}</div><footer>© 2024</footer>"
    )
    found = document(body, explain=True)
    parts = [clause.text for clause in found.clauses] + [left.text for left in found.left_out]
    kept = sorted(word for part in parts for word in part.split())
    every = document(f"<main>{body}</main>").text  # only to count the words that the page has
    assert set(every.split()) <= set(kept)
    assert {left.rule for left in found.left_out} == {
        "header", "navigation", "button", "permalink", "relative date", "screen reader", "consent", "footer",
    }  # fmt: skip


def test_without_being_asked_nothing_is_listed() -> None:
    """Explaining costs, so it is done only on demand."""
    assert document(f"<nav>{MENU}</nav>{PROSE}").left_out == ()


def test_nested_furniture_costs_no_more_than_flat() -> None:
    """Two thousand landmarks in one another, and a long text inside, are read in one go."""
    body = (
        "<nav><div class=menu><aside>" * 600
        + f"{MENU * 500}"
        + "</aside></div></nav>" * 600
        + f"<div>{PROSE}</div>"
    )
    assert [clause.text for clause in document(body).clauses] == list(POLICY)


NOTICES = {
    "en": "We are updating our Privacy Policy. From 26 June 2024 we will use public posts to train AI.",
    "fr": "Nous mettons à jour notre politique de confidentialité. Elle entre en vigueur le 26 juin 2024.",
    "de": "Wir ändern unsere Datenschutzerklärung zum 26. Juni 2024 und nutzen auch öffentliche Beiträge.",
    "es": "Actualizamos nuestra política de privacidad. Los cambios se aplican desde el 26 de junio de 2024.",
}
SILENT = {
    "in a menu": "<nav><p>" + NOTICES["en"] + "</p></nav>",
    "a sale": "<div><p>Our spring sale of 2024 changes everything: all for half the price.</p></div>",
    "a pointer": "<div><p>Read our Privacy Policy to learn what we did with your data in 2024.</p></div>",
    "no date": "<div><p>We updated our Privacy Policy. Please read it before you use our service.</p></div>",
}


def noticed(banner: str) -> list[str]:
    body = "".join(f"<p>We share your data with partner {n} for advertising, as told.</p>" for n in range(30))
    title = "<h1>Privacy Policy</h1>"
    page = f"<title>Privacy Policy</title><body>{banner}<main><article>{title}{body}</article></main>"
    return [clause.text for clause in normalise(page.encode()).clauses]


@pytest.mark.parametrize("language", NOTICES)
def test_an_announcement_above_the_policy_stays(language: str) -> None:
    """A banner that announces a change is news, wherever it stands above the text."""
    assert noticed(f"<div class=strip><p>{NOTICES[language]}</p></div>")[0] == NOTICES[language]


ANNOUNCED = {
    "no name of a policy": "Important: from 1 May 2025 we will use public posts to train AI.",
    "a short one": "Our Privacy Policy changes on 1 May 2025.",
    "in French": "À partir du 1er mai 2025, nous utiliserons vos publications pour entraîner notre IA.",
    "in German": "Ab dem 1. Mai 2025 verwenden wir öffentliche Beiträge zum Training unserer KI.",
    "in Spanish": "A partir del 1 de mayo de 2025 usaremos tus publicaciones para entrenar nuestra IA.",
    "data do it": "From 1 May 2025 your voice messages will help train our AI.",
    "in the present": "Starting 1 May 2025 we share your location with advertisers.",
    "in the present, in German": "Ab dem 1. Mai 2025 geben wir Ihre Daten an Werbepartner weiter.",
    "in the present, in French": "À partir du 1er mai 2025, nous partageons vos données avec des annonceurs.",
    "in the present, in Spanish": "A partir del 1 de mayo de 2025 compartimos sus datos con anunciantes.",
    "in the present, in Dutch": "Vanaf 1 mei 2025 delen wij je gegevens met adverteerders.",
    "in the present, in Italian": "Dal 1 maggio 2025 usiamo i tuoi contenuti per la pubblicità.",
}
BOXES = {
    "strip": "<div class='announcement-bar'><p>{}</p></div>{}",
    "alert": "<div role='alert'>{}</div>{}",
    "header": "<header><div>{}</div><nav><a href=/>Home</a></nav></header>{}",
    "aside": "<aside>{}</aside>{}",
    "dialog": "<main>{1}</main><div role='dialog' aria-modal='true'><p>{0}</p><button>OK</button></div>",
}


@pytest.mark.parametrize("said", ANNOUNCED)
@pytest.mark.parametrize("box", BOXES)
def test_announcements_are_kept_and_marked(said: str, box: str) -> None:
    """Strips, alerts and dialogs that tell of a change are clauses, marked, and head no part of the text."""
    text = f"<h1>Privacy Policy</h1>{PROSE * 2}"
    found = document(BOXES[box].format(ANNOUNCED[said], text))
    marked = [clause for clause in found.clauses if clause.announcement]
    assert [clause.text for clause in marked] == [ANNOUNCED[said]]
    assert marked[0].path == ()
    assert [clause.text for clause in found.clauses if not clause.announcement] == [
        "Privacy Policy",
        *POLICY * 2,
    ]


UNMARKED = {
    "a sale": "Order by 3 May 2025 and use the code SPRING for 20% off.",
    "the site's own business": "Our offices are closed on 1 May 2025.",
    "opening hours": "From 1 May 2025 we are open until eight in the evening.",
    "faster parcels": "From 12 May 2025 your parcels will arrive faster, thanks to a new warehouse.",
    "faster parcels, in German": "Ab dem 1. Mai 2025 liefern wir auch nach Norwegen, ohne Kosten.",
    "a story": "On 3 May 2025 a robin came to our window and would not leave.",
}


@pytest.mark.parametrize("said", UNMARKED)
@pytest.mark.parametrize("box", BOXES)
def test_what_announces_nothing_is_left_out(said: str, box: str) -> None:
    """A day alone makes no announcement of a policy."""
    found = document(BOXES[box].format(UNMARKED[said], f"<h1>Privacy Policy</h1>{PROSE * 2}"))
    assert [clause.text for clause in found.clauses] == ["Privacy Policy", *POLICY * 2]


def test_what_the_text_says_of_changes_is_no_announcement() -> None:
    """A section of the policy that names a day is part of the document."""
    section = "<h2>Changes</h2><p>We changed this Privacy Policy on 1 May 2025.</p>"
    found = document(f"<main><h1>Privacy Policy</h1>{PROSE}{section}{PROSE}</main>")
    assert not any(clause.announcement for clause in found.clauses)
    assert "We changed this Privacy Policy on 1 May 2025." in [clause.text for clause in found.clauses]


@pytest.mark.parametrize("case", SILENT)
def test_what_announces_no_change_of_the_policy_stays_out(case: str) -> None:
    """Menus, sales and pointers above the text are no announcement of a dated change."""
    assert noticed(SILENT[case])[0] == "Privacy Policy"


SECTIONS = {
    "a contact": ["Contact us", "You can reach us by post: Tidewell Ltd, 4 Quay Street, Port Maren."],
    "changes": ["Changes", "The current version can always be found here."],
    "a matter of its own": ["Opening a parcel", "We open parcels only in front of you."],
}


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_behind_a_short_text_stays(name: str) -> None:
    """What states something and offers nothing is no furniture, though it has no word of policies."""
    heading, said = SECTIONS[name]
    text = (
        "<p>We collect personal data that you give us when you use the service, and share it with nobody.</p>"
        "<p>You may object at any time, and ask us to delete your data; we answer within a month.</p>"
    )
    section = f"<div><h2>{heading}</h2><p>{said}</p></div>"
    page = document(f"<div><div><h1>Privacy Policy</h1><h2>Your data</h2>{text}</div>{section}</div>")
    assert [clause.text for clause in page.clauses[-2:]] == [heading, said]


@pytest.mark.parametrize(("links", "rule"), [(2, "outside"), (3, "footer")])
def test_a_footer_without_a_name_has_three_links_beside_its_copyright(links: int, rule: str) -> None:
    """Two links beside a line on copyright may be anything that stands outside of the text."""
    prose = "".join(
        f"<p>We keep the records of your account number {n} for as long as you use our service.</p>"
        for n in range(8)
    )
    named = " ".join(f"<a href='/{name}'>{name}</a>" for name in ("Help", "Jobs", "Press")[:links])
    foot = f"<div><div>{named}</div><p>Made with care in Lyon</p><p>© 2025 Lumio Ltd.</p></div>"
    page = f"<html><body><div><h1>Privacy Policy</h1>{prose}</div>{foot}</body></html>"
    left = normalise(page.encode(), explain=True).left_out
    assert [part.rule for part in left if "Lyon" in part.text] == [rule]


@pytest.mark.parametrize(
    ("labels", "sentences", "names", "menu"),
    [
        (3, 0, 0, True),
        (2, 0, 0, False),
        (3, 2, 0, True),
        (3, 3, 0, False),  # half of it is more than a label
        (3, 0, 3, True),
        (3, 0, 4, False),  # most of the labels are of no menu
    ],
)
def test_what_makes_a_menu(labels: int, sentences: int, names: int, menu: bool) -> None:
    """Three labels that menus have, hardly any sentence, and no more labels that a list of data may have."""
    texts = ["Careers", "Press", "About us"][:labels]
    texts += ["We keep the records of your account for as long as you use our service."] * sentences
    texts += ["Lamps", "Wires", "Bulbs", "Plugs"][:names]
    assert boxes.is_menu([Block("paragraph", text) for text in texts]) is menu


def test_the_day_above_the_title_stays_in_an_element_of_its_own() -> None:
    """It is the policy's, whatever parts it from the text."""
    dated = f"<section><p>Last updated: 3 May 2031</p></section><h1>Privacy Policy</h1>{PROSE}"
    found = document(f"<main>{dated}</main>")
    assert [clause.text for clause in found.clauses] == [
        "Last updated: 3 May 2031",
        "Privacy Policy",
        *POLICY,
    ]


def test_a_line_that_names_the_policy_begins_it() -> None:
    """Without headings what stands above such a line is of the site, and a name may take two lines."""
    offer = '<p>Buy stamps now and get one free</p><p><a href="/buy">Buy</a></p>'
    for name in (("Privacy Policy",), ("Privacy", "Policy")):
        lines = "".join(f"<p>{line}</p>" for line in name)
        found = document(f"<div>{offer}</div><div><div>{lines}</div><div>{PROSE}</div></div>")
        assert [clause.text for clause in found.clauses] == [*name, *POLICY]


def test_a_row_of_tools_may_have_little_beside_its_links() -> None:
    """Three letters for each link: "Print or Share" is a row of tools, "Print or Share now" a sentence."""
    links = '<a href="/p">Print</a> {}<a href="/s">Share</a>{}'
    for between, behind, left in (("or ", "", True), ("or ", " now", False)):
        row = links.format(between, behind)
        found = document(f"<h1>Privacy Policy</h1><p>{row}</p>{PROSE}")
        assert (len(found.clauses) == 1 + len(POLICY)) == left


@pytest.mark.parametrize("role", ["main", "article"])
def test_an_element_is_what_its_role_says(role: str) -> None:
    assert element_names.name_of("div", role, "", "", "") == element_names.Name(role)
