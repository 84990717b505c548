"""Consent windows and boxes for news that no name tells, and parts of the text that look like them."""

from __future__ import annotations

import pytest

from policydiff.normaliser import normalise

POLICY = [
    "We keep your name and address as long as you are our customer, and for two years after that.",
    "You may object to the use of your data for advertising at any time, and withdraw your consent.",
    "We share personal data with carriers and with our payment service, and with nobody else at all.",
    "You may complain to the supervisory authority if you think that we process your data unlawfully.",
]
COOKIES = (
    "<p>We use cookies to make this site work and to measure how it is used. You may choose which ones.</p>"
)
FIELD = '<input type="email" placeholder="Your e-mail"><button>Subscribe</button>'
STORIES = "<p>Get our stories once a month.</p>"


def _more(*, before: str = "", amid: str = "", after: str = "") -> list[str]:
    """What a page says beside its policy: lines of the boxes that were taken for text."""
    half = "".join(f"<h2>Part {number}</h2><p>{text}</p>" for number, text in enumerate(POLICY[:2]))
    rest = "".join(f"<h2>Part {number}</h2><p>{text}</p>" for number, text in enumerate(POLICY[2:], 2))
    body = f"{before}<div><h1>Privacy Policy</h1>{half}{amid}{rest}</div>{after}"
    page = normalise(f"<html><title>Privacy Policy</title><body>{body}</body></html>".encode())
    own = ["Privacy Policy", *(f"Part {number}" for number in range(4)), *POLICY]
    texts = [clause.text for clause in page.clauses]
    assert [text for text in texts if text in own].count("Privacy Policy") == 1
    assert set(own) <= set(texts)
    return [text for text in texts if text not in own]


@pytest.mark.parametrize(
    "buttons",
    [
        '<a href="#">Accept all</a> <a href="#">Reject all</a>',
        '<a href="#accept">Accept</a> <a href="/cookie-settings">Cookie settings</a>',
        '<a href="/consent?all=1">Accept all</a><br><a href="/consent?all=0">Reject all</a>',
        "<span>Accept all</span> <span>Reject all</span>",
        '<ul><li><a href="#">Accept</a></li><li><a href="#">Decline</a></li></ul>',
    ],
)
def test_a_window_whose_buttons_are_links_asks_for_consent(buttons: str) -> None:
    """It has no name, and stands before the text or after it."""
    window = f"<div>{COOKIES}{buttons}</div>"
    assert _more(before=window) == _more(after=window) == []


@pytest.mark.parametrize("place", ["amid", "after"])
def test_a_section_on_cookies_with_such_links_stays(place: str) -> None:
    """A section has a heading, or stands amid the text."""
    heading = "<h2>Change your choice</h2>" if place == "after" else ""
    links = '<a href="#">Accept all</a> <a href="#">Reject all</a>'
    found = _more(**{place: f"<section>{heading}{COOKIES}{links}</section>"})
    assert found[-1] == "Accept all Reject all"
    assert len(found) == 2 + bool(heading)


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{STORIES}{FIELD}</div>",
        f"<div><h3>Stay in touch</h3>{STORIES}{FIELD}<p>No spam, ever.</p></div>",
        f"<div><h3>Join our list</h3>{STORIES}<form>{FIELD}</form><small>Leave any time.</small></div>",
        '<section><p>Join!</p><div><input name="email"><a class="btn" href="#">Sign up</a></div></section>',
        '<div><p>News</p><label>Mail <input type="email"></label><input type="submit" value="Sign up"></div>',
        f"<div>{STORIES}{FIELD}<p>By subscribing you agree to our privacy policy.</p></div>",
        '<div><p>Wir schreiben einmal im Monat.</p><input type="email"><button>Abonnieren</button></div>',
    ],
)
def test_a_box_for_news_is_none_of_the_text(box: str) -> None:
    """It is told by its field and its button, wherever it stands."""
    assert _more(amid=box) == _more(after=box) == []


@pytest.mark.parametrize(
    "offer",
    ["Half price on all boots until Sunday.", "20% off your first order", "Use the code FERN at checkout"],
)
def test_an_offer_beside_the_policy_is_none_of_it(offer: str) -> None:
    """It is told by its words, before the title and after the text."""
    assert _more(before=f"<div><p>{offer}</p></div>") == _more(after=f"<div><p>{offer}</p></div>") == []


def test_a_sentence_of_the_policy_may_speak_of_offers() -> None:
    """Amid the text a discount is what data is used for."""
    sentence = "We use your birthday to send you a discount of 20% off your next order."
    assert _more(amid=f"<p>{sentence}</p>") == [sentence]


@pytest.mark.parametrize("name", ["related", "newsletter", "share", "comments", "footer"])
def test_a_name_of_furniture_on_all_sections_is_none(name: str) -> None:
    """A builder of sites names the sections of a text as it likes; no one of them is much of it."""
    sections = "".join(f'<div class="{name}"><p>Point {n}. {text}</p></div>' for n, text in enumerate(POLICY))
    assert _more(after=sections) == [f"Point {n}. {text}" for n, text in enumerate(POLICY)]


@pytest.mark.parametrize("name", ["related", "newsletter", "share", "comments", "footer"])
def test_a_name_of_furniture_on_one_box_is_believed(name: str) -> None:
    """However much its words are those of a policy."""
    assert _more(after=f'<div class="{name}"><p>Read our notice about your data.</p></div>') == []


@pytest.mark.parametrize(
    ("lines", "button"),
    [
        (["Enter your e-mail address to object to advertising."], "Object"),
        (["To get a copy of your data enter your address."], "Send request"),
        (["To no longer receive our letter enter your address."], "Unsubscribe"),
        (["We will tell you by e-mail when this policy changes."], "Subscribe"),
        (
            ["We keep what you enter here for two years.", "It is personal data, and you may object."],
            "Subscribe",
        ),
    ],
)
def test_a_box_for_a_right_or_on_the_policy_stays(lines: list[str], button: str) -> None:
    """Its lines are part of the text, whatever its button says."""
    said = "".join(f"<p>{line}</p>" for line in lines)
    found = _more(amid=f'<div>{said}<input type="email"><button>{button}</button></div>')
    assert found[: len(lines)] == lines


@pytest.mark.parametrize(
    ("heading", "button"),
    [
        ("¿Hablamos?", "Pedir cita"),
        ("Pide tu presupuesto", "Solicitar presupuesto"),
        ("Un projet ?", "Demander un devis"),
        ("Parlons-en", "Prendre rendez-vous"),
        ("Lassen Sie uns reden", "Erstgespräch vereinbaren"),
        ("Parliamone", "Richiedi un preventivo"),
        ("Vraag een offerte aan", "Plan een gesprek"),
        ("Vamos conversar?", "Agende uma reunião"),
    ],
)
def test_an_invitation_in_another_language_is_none_of_the_text(heading: str, button: str) -> None:
    """It ends the page, in a box like that of the text, with a heading and a button that say so."""
    text = "".join(f"<h2>Part {number}</h2><p>{one}</p>" for number, one in enumerate(POLICY))
    box = f"<h2>{heading}</h2><p>Ostwick, Port Maren, Fernhill and Saltmarsh.</p><a href='/go'>{button}</a>"
    page = f"<h1>Privacy Policy</h1><section><div>{text}</div></section><section><div>{box}</div></section>"
    document = normalise(f"<html><title>Privacy Policy</title><main>{page}</main></html>".encode())
    assert document.clauses[-1].text == POLICY[-1]


def test_a_section_with_a_button_for_a_right_stays_in_another_language() -> None:
    """What is asked for there is no appointment."""
    link = "<a href='/d'>Solicitar mis datos</a>"
    box = f"<section><h2>Sus derechos</h2><p>Puede pedir sus datos.</p>{link}</section>"
    assert len(_more(after=box)) == 3


@pytest.mark.parametrize(
    "heading",
    [
        "Powiązane artykuły",
        "Relaterade artiklar",
        "Relaterede artikler",
        "Relaterte artikler",
        "Související články",
        "Похожие статьи",
    ],
)
def test_other_articles_are_none_of_the_text_in_further_languages(heading: str) -> None:
    """Their box is told by its heading."""
    links = "<ul><li><a href='/x'>Ostwick</a></li><li><a href='/y'>Fernhill</a></li></ul>"
    text = "".join(f"<h2>Part {number}</h2><p>{one}</p>" for number, one in enumerate(POLICY))
    box = f"<section><h2>{heading}</h2>{links}</section>"
    page = f"<title>Privacy Policy</title><main><h1>Privacy Policy</h1>{text}{box}</main>"
    assert normalise(f"<html>{page}</html>".encode()).clauses[-1].text == POLICY[-1]


@pytest.mark.parametrize(
    "line",
    [
        "5 min de leitura",
        "Czas czytania: 5 min",
        "5 min läsning",
        "5 min. čtení",
        "Du er her: Forside > Privatliv",
        "Jesteś tutaj: Start > Prywatność",
        "Olet tässä: Etusivu > Tietosuoja",
        "Buradasınız: Ana Sayfa > Gizlilik",
    ],
)
def test_lines_about_the_page_are_none_of_the_text_in_further_languages(line: str) -> None:
    """How long it takes to read, and where the reader is."""
    assert _more(before=f"<div><p>{line}</p></div>") == _more(amid=f"<p>{line}</p>") == []
