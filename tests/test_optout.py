"""The ways out: which a document names, what became of them, what is said of where they lead."""

from __future__ import annotations

import json
import re
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policydiff import compare, languages, normalise
from policydiff.archive import Archive
from policydiff.fetch import BrowserFetcher, Fetchers, HttpFetcher, Limits
from policydiff.fetch.failures import explain
from policydiff.normaliser.page_forms import read_forms
from policydiff.optout import followed, obstacles, ways
from policydiff.optout.verdicts import unasked
from policydiff.optout_models import OptOuts, Seen
from policydiff.saved_page import SavedPage
from policydiff.workflows import optouts, visiting
from tests import way_pages
from tests.servers import Server, answer, redirect

if TYPE_CHECKING:
    from tests.commands import Run

HERE = "https://lumio.example/privacy"


def found(text: str, *, language: str = "en", before: str = "") -> list[tuple[str, str]]:
    """The ways of one paragraph: right and text of the link."""
    body = f"<html lang={language}><main><h1>Privacy</h1>{before}<p>{text}</p></main></html>"
    return [(way.right, way.anchor) for way in ways(normalise(body.encode(), url=HERE))]


NAMED = [
    ("en", "You can <a href='/f'>object</a> at any time.", "object", "object"),
    ("en", "If you want to object, fill in <a href='/f'>this form</a>.", "object", "this form"),
    ("en", "You can opt out of measurement by <a href='https://c.example/'>Candela</a>.", "opt-out", "Candela"),
    ("en", "See how to delete your account in <a href='/h'>this help center article</a>.", "delete", "this help center article"),
    ("en", "Withdraw your consent in your <a href='/s'>settings</a>.", "withdraw", "settings"),
    ("en", "Change this in your <a href='/s'>ad preferences</a>.", "choose", "ad preferences"),
    ("en", "You may complain to the <a href='https://a.example/'>Information Commissioner</a>.", "complain", "Information Commissioner"),
    ("en", "Write to privacy@lumio.example.", "ask", "privacy@lumio.example"),
    ("en", "Learn how to <a href='/h'>access</a> what we know.", "ask", "access"),
    ("en", "You can <a href='/h'>manage apps and sites</a> in your account.", "choose", "manage apps and sites"),
    ("en", "You can delete your <a href='/h'>reviews</a> at any time.", "delete", "reviews"),
    ("en", "You can always <a href='/h'>turn profiles off</a>.", "opt-out", "turn profiles off"),
    ("en", "Tell us <a href='/h'>to stop using your information</a>.", "opt-out", "to stop using your information"),
    ("en", "For visitors, <a href='/h'>the controls are here</a>.", "choose", "the controls are here"),
    ("en", "Write to us by using <a href='/h'>the reader form</a> if you have questions.", "ask", "the reader form"),
    ("en", "Use the <a href='https://a.example/'>contact details</a> of the Information Commissioner.", "complain", "contact details"),
    ("en", "See our <a href='/n'>Notice for Ohio</a> for your rights and how to exercise your rights.", "ask", "Notice for Ohio"),
    ("en", "You may exercise your rights at <a href='/cdn/mail'>[email protected]</a>.", "ask", "[email protected]"),
    ("en", "Email us at lumio<a href='/cdn-cgi/l/email-protection#ab'>[email protected]</a> with questions.", "ask", "[email protected]"),
    ("en", "To find your supervisory authority, look at <a href='https://a.example/members'>https://a.example/members</a>.", "complain", "https://a.example/members"),
    ("en", "For your options visit <a href='https://www.aboutads.info'>www.aboutads.info</a>.", "opt-out", "www.aboutads.info"),
    ("en", "Enter your number at <a href='https://www.bloctel.gouv.fr'>www.bloctel.gouv.fr</a>.", "opt-out", "www.bloctel.gouv.fr"),
    ("en", "Please visit <a href='/w'>Candela Watch</a> for more or to file a complaint.", "complain", "Candela Watch"),
    ("en", "A copy of the standard contractual clauses is available upon request to a@lumio.example.", "ask", "a@lumio.example"),
    ("en", "To opt out, just <a href='/c'>contact us</a>.", "opt-out", "contact us"),
    ("en", "Fill in <a href='/f.pdf'>our form</a> and sign it.", "ask", "our form"),
    ("fr", "Pour en savoir plus sur la gestion des cookies, veuillez vous référer à notre <a href='/c'>Politique Cookies</a>.", "choose", "Politique Cookies"),
    ("es", "Puedes optar por no participar en <a href='/p'>el programa de Lumio</a>.", "opt-out", "el programa de Lumio"),
    ("es", "Solicita acceso a través de nuestro <a href='/p'>Panel de control</a>.", "choose", "Panel de control"),
    ("en", "You can correct your address in your <a href='/p'>profile page</a>.", "ask", "profile page"),
    ("en", "You can access and edit what we know by signing in at <a href='/p'>Lumio Forum</a>.", "choose", "Lumio Forum"),
    ("en", "Access may be revoked at <a href='/p'>www.lumio.example/access</a>.", "withdraw", "www.lumio.example/access"),
    ("en", "How to complain is told on its site: <a href='https://a.example'>www.a.example</a>.", "complain", "www.a.example"),
    ("en", "For a copy of the standard contractual clauses, please contact a@lumio.example.", "ask", "a@lumio.example"),
    ("en", "Your number is put on our Do Not Call list by going to <a href='/help/calls'>/help/calls</a>.", "opt-out", "/help/calls"),
    ("en", "Contact <a href='/c'>Online</a> for privacy queries", "ask", "Online"),
    ("fr", "Vous pourrez aussi le faire dans votre <a href='/c'>Espace Lumio</a>.", "choose", "Espace Lumio"),
    ("en", "The Information Commissioner can be reached at <a href='https://a.example'>https://a.example</a>.", "complain", "https://a.example"),
    ("fr", "Tu peux modifier tes données dans ton <a href='/c'>Espace Lumio</a>.", "choose", "Espace Lumio"),
    ("en", "To opt out, call <a href='tel:+1555'>+1 555</a>.", "opt-out", "+1 555"),
    ("en", "You can opt out at www.candela.example/out.", "opt-out", "www.candela.example/out"),
    ("fr", "Adressez votre réclamation à la CNIL : https://a.example/plaintes.", "complain", "https://a.example/plaintes"),
    ("en", "You can log in to <a href='/l'>My Lumio</a> to correct your address.", "ask", "My Lumio"),
    ("en", "Supervisory authority of Ohio, 1 High Street, <a href='https://a.example'>www.a.example (new tab)</a>", "complain", "www.a.example (new tab)"),
    ("en", "All of it stands behind <a href='/privacy-settings'>this door</a>.", "choose", "this door"),
    ("en", "For our aims and your privacy choices, please see our <a href='/c'>Cookie Policy</a>.", "choose", "Cookie Policy"),
    ("en", "If you do not want this, tell us via our <a href='/c'>Reader Desk</a>.", "choose", "Reader Desk"),
    ("en", "Go to your <a href='/p'>Lumio Profile</a> and click on 'Delete'.", "delete", "Lumio Profile"),
    ("en", "You can <a href='/l'>login</a> and change what we send.", "ask", "login"),
    ("en", "To have it deleted, please contact the <a href='/d'>Lumio Desk</a>.", "delete", "Lumio Desk"),
    ("en", "Write: <a href='/legal/privacy@lumio.example'>click</a>.", "ask", "click"),
    ("en", "For your choices see the Lumora Privacy Policy, https://lumora.example/c.", "choose", "https://lumora.example/c"),
    ("en", "How you can control them is told at https://lumora.example/d.", "choose", "https://lumora.example/d"),
    ("en", "The authority is the Information Commissioner. It lives at www.a.example.", "complain", "www.a.example"),
    ("en", "Opt-out: https://candela.example/a, their privacy policy aside.", "opt-out", "https://candela.example/a"),
    ("fr", "Vous pouvez vous opposer en <a href='/f'>cliquant ici</a>.", "object", "cliquant ici"),
    ("fr", "Pour exercer vos droits, utilisez <a href='/f'>ce formulaire</a>.", "ask", "ce formulaire"),
    ("fr", "Vous pouvez <a href='/f'>supprimer votre compte</a>.", "delete", "supprimer votre compte"),
    ("de", "Sie können der Verarbeitung <a href='/f'>hier</a> widersprechen.", "object", "hier"),
    ("de", "Ihre Einwilligung können Sie in den <a href='/s'>Einstellungen</a> widerrufen.", "withdraw", "Einstellungen"),
    ("de", "Beschwerde können Sie bei der <a href='https://a.example/'>Aufsichtsbehörde</a> einlegen.", "complain", "Aufsichtsbehörde"),
    ("it", "Puoi opporti tramite <a href='/f'>questo modulo</a>.", "object", "questo modulo"),
    ("it", "Puoi revocare il tuo consenso nelle <a href='/s'>impostazioni</a>.", "withdraw", "impostazioni"),
    ("it", "Puoi presentare reclamo al <a href='https://a.example/'>Garante</a>.", "complain", "Garante"),
    ("nl", "U kunt <a href='/f'>hier</a> bezwaar maken.", "object", "hier"),
    ("nl", "Je kunt je <a href='/s'>uitschrijven</a> wanneer je wilt.", "opt-out", "uitschrijven"),
    ("nl", "Uw account kunt u verwijderen via <a href='/s'>deze pagina</a>.", "delete", "deze pagina"),
    ("es", "Puede oponerse mediante <a href='/f'>este formulario</a>.", "object", "este formulario"),
    ("es", "Puede <a href='/f'>darse de baja</a> cuando quiera.", "opt-out", "darse de baja"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right", "anchor"), NAMED)
def test_a_way_is_told(language: str, text: str, right: str, anchor: str) -> None:
    """By its own words, by the sentence around "here", by what the sentence tells its reader to do."""
    assert found(text, language=language) == [(right, anchor)]


SILENT = [
    "Read our <a href='/t'>Terms of Service</a> before you object to anything.",
    "You can view the clauses adopted by the authority <a href='/c'>here</a>: standard contractual clauses.",
    "We keep data as our <a href='/p'>partners</a> ask us to.",
    "You can read all <a href='/v'>previous versions</a> of this policy.",
    "Learn more about how we measure <a href='/m'>here</a>.",
    "Who decides? See <a href='/q'>Who is my data controller?</a>",
    "Contact for government authorities: state@lumio.example.",
    "We share little. Choose wisely. You can learn more about our partners in our <a href='/h'>Help Center</a>.",
    "The provider of the website <a href='https://lumora.example/'>www.lumora.example</a> is the data controller.",
    "Retrieved from <a href='https://wiki.example/w?title=P&oldid=12'>https://wiki.example/w?title=P&oldid=12</a>",
    "Write to press@lumora.example.",
    "Orders of law enforcement go to legal@lumora.example.",
    "Files that <a href='linkto:#rights'>you may object to</a> stand below.",
    "Our <a href='/m'>Transparency Report</a> counts requests for deletion.",
    "The <a href='/o'>opinion of the supervisory authorities on masks</a> shaped our work.",
    "Answers are in the <a href='/q'>frequently asked questions on our programme</a>.",
    "Report such pictures to abuse-pictures@lumio.example.",
    "You can see what we show via the site <a href='https://lumora.example/en/'>www.lumora.example</a>, to control our stock.",
    "You can opt out of our <a href='https://lumora.example/en/glossary/newsletter'>newsletter</a>.",
    "Subject to your <a href='/s'>settings</a>, we show pictures.",
    "Lumora is a member of the <a href='https://www.networkadvertising.org'>Initiative</a> and adheres to its code.",
    "Read our <a href='/l'>guide for government requests and courts</a>.",
    f"It holds <a href='/l'>inferences (a profile that reflects the preferences of {'people and ' * 6}others)</a>.",
    "The authority is the supervisory authority of Ohio (<a href='https://a.example'>https://a.example</a>).",
    "Lees de <a href='/t'>algemene voorwaarden</a> voordat u bezwaar maakt.",
    "I dati stanno presso i nostri <a href='/p'>fornitori</a>.",
    "The picture pen@2.00x is sharp, and so is all that you may object to.",
    "You can read the page at www.lumora.example whenever you want.",
    "Their privacy policy is at https://lumora.example/privacy and tells how to object.",
    "You can choose what we keep. <a href='/k'>More information</a> on our kitchen.",
    "Choices are sent to our partners. <a href='/k'>More information</a>",
    "To report a hole, contact our bug bounty team at <a href='https://lumora.example/h'>https://lumora.example/h</a>.",
    "<a href='/f'>Legal forms</a>",
    "Ask us anything. All words mean what they mean in the Terms of Use for the site, found <a href='/t'>here</a>.",
    "To learn more about Do Not Track, click <a href='/d'>here</a>.",
    "<a href='mailto:https://lumora.example/cookies'>Our cakes</a> are known.",
    "How it works is told at <a href='https://www.networkadvertising.org/understanding-online-advertising'>a school</a>.",
    "If you would like to become a member, see the Terms of Use available at https://lumora.example/r.",
    "Your rights stand in the official law text <a href='/law'>here</a>.",
    "Learn about <a href='/d'>Do Not Track signals</a>.",
    "You may lose what you withdraw from under our terms and our <a href='/m'>Member Agreement</a>.",
    "See <a href='#rights'>Your rights</a> and <a href='javascript:open()'>object</a>.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_way_is_not_told(text: str) -> None:
    """Documents to read, jumps within the page, scripts."""
    assert found(text) == []


def test_unusual_words_are_read_too() -> None:
    """Ways and what only looks like one, in words that no list was written from (`cases/ways.tsv`)."""
    rows = (Path(__file__).parent / "cases" / "ways.tsv").read_text("utf-8").splitlines()[1:]
    assert {row.split("\t")[0] for row in rows} == {one.code for one in languages.every() if one.ways.rights}
    wrong = [
        f"{told}: {text}"
        for language, told, text in (row.split("\t") for row in rows)
        if bool(found(text, language=language)) != (told == "way")
    ]
    assert wrong == []


def test_a_table_of_contents_shows_the_own_page() -> None:
    """In a text without an address: what leads to places of the page to whose places the headings lead."""
    parts = ("Who we are", "Your choices", "Contact us")
    body = "".join(f"<h2>{number}. {part}</h2><p>Words of it.</p>" for number, part in enumerate(parts, 1))
    jumps = " and ".join(f"<a href='https://l.example/p#{part[:3]}'>{part}</a>" for part in parts)
    page = f"<main><h1>Privacy</h1><p>All of it is told below: {jumps}.</p>{body}<p>You can <a href='https://l.example/p?f'>object</a>.</p></main>"
    assert [way.anchor for way in ways(normalise(page.encode()))] == ["object"]
    other = page.replace("<h2>1. Who we are</h2>", "<h2>1. We</h2>")
    assert [way.anchor for way in ways(normalise(other.encode()))] == ["Your choices", "Contact us", "object"]


def test_labelled_addresses_are_led_in_together() -> None:
    """In one paragraph or in several that follow the line; not behind another paragraph."""
    line = "<p>You can opt out of all this at:</p>"
    both = "For Ada: https://ada.example/a For Bob: https://bob.example/b"
    assert len(found(both, before=line)) == 2
    assert (
        len(found("For Bob: https://bob.example/b", before=f"{line}<p>For Ada: https://ada.example/a</p>"))
        == 2
    )
    assert found("For Bob: https://bob.example/b", before=f"{line}<p>Or do nothing at all.</p>") == []


def test_an_entry_of_a_list_is_led_in() -> None:
    """However long the list is."""
    items = "".join(
        f"<li><a href='https://p{number}.example/'>https://p{number}.example/</a></li>"
        for number in range(40)
    )
    told = found("The end.", before=f"<p>To opt out, visit:</p><ul>{items}</ul>")
    assert len(told) == 40
    assert {right for right, _ in told} == {"opt-out"}


@pytest.mark.parametrize(
    ("lead_in", "told"),
    [
        ("<ul><li>Browsers. You can block cookies in:<li><a href='https://p.example'>Nightbird</a></ul>", 1),
        ("<p>You can block cookies in:</p><ul><li><a href='https://p.example'>Nightbird</a></ul>", 1),
        ("<p>You can block cookies here:</p><p><a href='https://p.example'>Nightbird</a></p>", 1),
        (
            "<p>How you can block cookies is told at the links below. Some pages may fail then. Or sing.</p><ul><li><a href='https://p.example'>Nightbird</a></ul>",
            1,
        ),
        (
            "<p>You can block cookies. Some pages may fail then. We also keep a list of birds.</p><ul><li>A: <a href='https://p.example'>Nightbird</a></ul>",
            0,
        ),
        ("<p>You can block cookies.</p><ul><li><a href='https://p.example'>Nightbird</a></ul>", 0),
        ("<p>For metrics of how you can ask to delete, see:</p><ul><li>A: https://p.example/m</ul>", 0),
        ("<p>We read with you in:</p><ul><li><a href='https://p.example'>Nightbird</a></ul>", 0),
        ("<p>You can block cookies in:</p><ul><li>in <a href='https://p.example'>Nightbird</a></ul>", 0),
    ],
)
def test_a_name_in_a_list_is_led_in(lead_in: str, told: int) -> None:
    """By the line in front of it that ends in a colon; not a name with words of its own beside it."""
    assert len(found("The end.", before=lead_in)) == told


def test_a_sentence_does_not_end_within_an_address() -> None:
    """Where the name of a site begins with a capital."""
    page = "<main><h1>Privacy</h1><p>To opt out, visit www.Lumora.example/out, or write.</p></main>"
    linked = page.replace("www.Lumora.example/out", "<a href='/out'>www.Lumora.example/out</a>")
    assert [way.sentence for way in ways(normalise(linked.encode(), url=HERE))] == ["To opt out, visit www.Lumora.example/out, or write."]  # fmt: skip


def test_links_that_are_listed_are_led_in_together() -> None:
    """By the words in front of the first; the document named beside a way is none."""
    listed = ", ".join(f"<a href='https://{name}.example/c'>{name}</a>" for name in ("Ada", "Bob", "Cyd"))
    assert [anchor for _, anchor in found(f"How to edit your cookie settings is described as follows: {listed}.")] == ["Ada", "Bob", "Cyd"]  # fmt: skip
    second = "Learn more at <a href='https://ada.example/a'>their site</a>, and to opt out, visit <a href='https://bob.example/b'>this page</a>."
    assert found(second) == [("opt-out", "this page")]
    beside = "Privacy Policy: https://ada.example/privacy/ Opt-Out: https://ada.example/ads"
    assert found(re.sub(r"(https\S+)", r"<a href='\1'>\1</a>", beside)) == [("opt-out", "https://ada.example/ads")]  # fmt: skip


def test_a_way_knows_its_place() -> None:
    """How far back it stands, under which headings, for whom, and how hard its sentence is."""
    filler = "<p>" + "We use data to run our services. " * 30 + "</p>"
    body = f"<main><h1>Privacy</h1>{filler}<h2>European Economic Area</h2><p>You can <a href='/f'>object</a>.</p></main>"
    (way,) = ways(normalise(body.encode(), url=HERE))
    assert way.target == "https://lumio.example/f"
    assert way.path[-1] == "European Economic Area"
    assert way.audience == ("EU",)
    assert way.depth > 0.9
    assert [[one.code for one in found] for found in obstacles.of_text((way,))] == [["buried"]]


# --- over time -----------------------------------------------------------------------------------------


def seen(day: int, *texts: str) -> Seen:
    """A capture of a page with these paragraphs."""
    body = "<main><h1>Privacy</h1>" + "".join(f"<p>{text}</p>" for text in texts) + "</main>"
    told = ways(normalise(body.encode(), url=HERE))
    return Seen(datetime(2025, 4, day, tzinfo=UTC), f"lumio/privacy@{day}", told)


def test_a_swap_without_a_changed_word_is_told() -> None:
    """With the two captures between which it happened."""
    first, second = (f"You can <a href='/{form}'>object</a> at any time." for form in ("a", "b"))
    (story,) = followed((seen(1, first), seen(14, first), seen(15, second)))
    (event,) = story.events
    assert (event.what, event.after.day, event.at.day, event.worded) == ("swapped", 14, 15, False)
    assert (event.was, event.became) == ("https://lumio.example/a", "https://lumio.example/b")


def test_gone_and_back_are_told() -> None:
    """A way that returns is the same way."""
    there, away = "You can <a href='/a'>object</a>.", "Nothing to see."
    (story,) = followed((seen(1, there), seen(2, away), seen(3, there), seen(4, away)))
    assert [event.what for event in story.events] == ["gone", "back", "gone"]
    assert story.gone
    assert story.not_before is None


def test_what_the_text_puts_in_the_way_has_its_time() -> None:
    """A way is buried as long as nothing before it names one for the same right."""
    filler = "We use data to run our services. " * 30
    back, front = "You can <a href='/a'>object</a>.", "Or <a href='/b'>object here</a>."
    told = followed((seen(1, filler, back), seen(2, filler, back), seen(3, front, filler, back)))
    (obstacle,) = told[0].in_text
    assert (obstacle.obstacle.code, obstacle.first.day, obstacle.last.day, obstacle.over) == (
        "buried",
        1,
        2,
        True,
    )
    assert told[1].in_text == ()


def test_the_same_page_again_is_silent() -> None:
    """No events where nothing changed, also where an address is only written anew."""
    told = followed(
        (
            seen(1, "You can <a href='/a?ref=1'>object</a>."),
            seen(2, "You can <a href='/a?ref=2'>object</a>."),
        ),
        lambda old, new: old.partition("?")[0] == new.partition("?")[0],
    )
    assert [story.events for story in told] == [()]


# --- where they lead -----------------------------------------------------------------------------------


def looked(
    server: Server, paths: tuple[str, ...], folder: Path, *, chromium: str = "", **bounds: Any
) -> OptOuts:
    """Look where a policy's ways lead, with a browser if there is one."""
    page = SavedPage("policy.html", way_pages.policy(server, paths), server.url("/policy"))
    archive = Archive(folder / "archive")
    limits = Limits(pause_seconds=0, retries=0, **bounds)
    http = HttpFetcher(user_agent="test/1", environment={}, allow_loopback=True, limits=limits)
    browser = BrowserFetcher(http, chromium=chromium, user_agent="test/1", allow_loopback=True, limits=limits)
    told = optouts.of_page(page)
    return optouts.visit_ways(
        told,
        archive,
        Fetchers(http, browser if chromium else None),
        lambda url: visiting.source_of(url, (), archive),
    )


def test_each_kind_of_page_gets_its_verdict(server: Server, tmp_path: Path) -> None:
    """Forms, logins, home pages, articles, dead ends; and nothing is ever sent."""
    server.pages.update(way_pages.SITE)
    told = looked(server, tuple(way_pages.VERDICTS), tmp_path)
    home = server.url("/").rstrip("/")
    states = {
        record.story.way.target.removeprefix(home): record.addresses[0].stretches[-1].verdict.state
        for record in told.records
    }
    assert states == way_pages.VERDICTS
    assert not server.asked("/send")
    buried = next(one for one in told.records if one.story.way.target.endswith("/help/object"))
    assert buried.addresses[0].stretches[-1].verdict.steps == 3


def test_a_form_that_dies_has_its_day(server: Server, tmp_path: Path) -> None:
    """What was kept tells both verdicts, without asking again."""
    server.pages.update(way_pages.SITE)
    looked(server, ("/forms/object",), tmp_path)
    del server.pages["/forms/object"]
    told = looked(server, ("/forms/object",), tmp_path)
    stretches = told.records[0].addresses[0].stretches
    assert [one.verdict.state for one in stretches] == ["demands-proof", "dead"]


@pytest.mark.browser
def test_a_form_that_a_script_draws_is_read_in_a_browser(
    server: Server, tmp_path: Path, chromium: str
) -> None:
    """Over HTTP the page is empty and nobody can tell; in Chromium a form appears, and wants a reason."""
    server.pages["/forms/drawn"] = answer(way_pages.DRAWN_BY_SCRIPT)
    states = []
    for folder, browser in (("http", ""), ("browser", chromium)):
        told = looked(server, ("/forms/drawn",), tmp_path / folder, chromium=browser)
        states.append(told.records[0].addresses[0].stretches[-1].verdict.state)
    assert states == ["cannot-tell", "demands-reason"]
    assert not server.asked("/send")


def test_every_hostile_page_ends_in_a_verdict(server: Server, tmp_path: Path) -> None:
    """None ends the run, none stays without a word."""
    server.pages.update(way_pages.hostile())
    server.pages["/hostile/0"] = redirect("/hostile/0")
    bounds: dict[str, Any] = {"total_seconds": 3, "silence_seconds": 1, "most_bytes": 1_000_000}
    told = looked(server, tuple(way_pages.hostile()), tmp_path, **bounds)
    assert len(told.records) == len(way_pages.hostile())
    assert all(record.addresses[0].stretches for record in told.records)


def test_one_click_is_not_made() -> None:
    """An address with somebody's token is not asked for, nor are letters and relative places."""
    assert unasked("https://lumio.example/unsubscribe?t=0123456789abcdef0123456789") is not None
    assert unasked("mailto:a@lumio.example") is not None
    assert unasked("/forms/object") is not None
    assert unasked("tel:+1555") is not None
    assert unasked("https://lumio.example/forms/object?id=4418") is None


def test_fields_are_read_as_a_visitor_reads_them() -> None:
    """Labels, stars, hidden fields, and fields without a form."""
    (form,) = read_forms(way_pages.FORM)
    assert [(field.kind, field.required) for field in form.fields] == [
        ("select", True),
        ("email", True),
        ("textarea", True),
        ("file", True),
    ]
    (loose,) = read_forms(b"<body><input aria-label='Your name' aria-required=true><textarea></textarea>")
    assert [(field.name, field.required) for field in loose.fields] == [("Your name", True), ("", False)]
    assert read_forms(b"# No page", content_type="text/markdown") == ()


# --- the command ---------------------------------------------------------------------------------------


def test_the_command_tells_a_file(run: Run, tmp_path: Path) -> None:
    """As text and as JSON; a document without links says so."""
    (tmp_path / "a.html").write_text(
        "<main><h1>Privacy</h1><p>You can <a href='https://l.example/f'>object</a>.</p></main>"
    )
    done = run("optout", "a.html")
    assert done.code == 0
    assert "names 1 way out" in done.out
    told = json.loads(run("optout", "a.html", "--format", "json").out)
    assert [way["right"] for way in told["ways"]] == ["object"]
    (tmp_path / "b.html").write_text("<main><h1>Privacy</h1><p>We keep nothing at all of you.</p></main>")
    assert "names no way out" in run("optout", "b.html").out


@pytest.mark.parametrize("name", ["lumio/privacy", "lumio/privacy@eu", "missing.html"])
def test_what_is_not_there_is_one_sentence(run: Run, name: str) -> None:
    """No archive, no such series, no such file."""
    done = run("optout", name)
    assert done.code == 2
    assert done.err.startswith("policydiff: ")


def test_without_a_network_nothing_is_called_dead(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence and a code, and nothing in the archive; without --live the ways are told as ever."""

    def unanswered(*asked: object, **more: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    page = tmp_path / "policy.html"
    page.write_bytes(
        way_pages.page("Privacy", "<p>You can <a href='https://lumio.example/f'>object</a>.</p>")
    )
    monkeypatch.setattr(socket, "getaddrinfo", unanswered)
    archive = ("--archive", str(tmp_path / "archive"))
    done = run(*archive, "optout", str(page), "--live", "--cache", "-")
    assert done.code == 2
    assert "there is no network" in done.err
    assert not (tmp_path / "archive").exists()
    assert run(*archive, "optout", str(page), "--cache", "-").code == 0
    error = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    assert explain("https://lumio.example/f", error).kind == "connection"


def test_ten_thousand_links_are_told() -> None:
    """In one pass; what is one sentence with one address is told once."""
    items = "".join(
        f"<li>You can <a href='/f{number}'>object</a> to use {number}.</li>" for number in range(10_000)
    )
    assert len(ways(normalise(f"<main><h1>Privacy</h1><ul>{items}</ul></main>".encode(), url=HERE))) == 10_000


@pytest.mark.parametrize("form", [way_pages.FORM, way_pages.REASON, way_pages.OPEN])
def test_a_form_page_is_a_document(form: bytes) -> None:
    """Its fields are content, those that must be filled in are marked, and few words are enough."""
    document = normalise(form, url=HERE)
    assert document.quality.level == "good", document.quality.reasons
    assert "Your email ✱" in document.text or "Email address ✱" in document.text


def test_a_required_field_that_goes_is_a_change() -> None:
    """And so is one that need not be filled in any more."""
    without = way_pages.REASON.replace(b"<textarea required>", b"<textarea>")
    gone = way_pages.REASON.replace(b"<label>Reason<textarea required></textarea></label>", b"")
    told = [
        [
            (one.sentence, one.direction)
            for one in compare(*pair).findings
            if one.rule == "rights/required-field"
        ]
        for pair in ((way_pages.REASON, without), (without, way_pages.REASON), (gone, way_pages.REASON))
    ]
    assert told == [
        [("“Reason” need not be filled in any more.", "widened")],
        [("“Reason” must be filled in now.", "narrowed")],
        [("A new field must be filled in: “Reason”.", "narrowed")],
    ]
    renamed = way_pages.REASON.replace(b"Reason", b"Your reason")
    assert not [one for one in compare(way_pages.REASON, renamed).findings if "field" in one.rule]


def test_a_page_for_news_stays_furniture() -> None:
    """A short page with a form that names no right does not become one for rights."""
    news = way_pages.page(
        "Hello",
        "<p>Welcome here.</p><form><label>Your email<input type=email required></label><button>Subscribe</button></form>",
    )
    assert "✱" not in normalise(news, url=HERE).text
