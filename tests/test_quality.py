"""Good captures stay good; everything that a server gives in their place is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.models import Quality
from policydiff.normaliser import normalise, quality

SENTENCES = (
    "We collect the personal data that you give us when you open an account with Acme.",
    "We use this information to provide our services and to keep your account secure.",
    "We share data with processors, who must follow our instructions and applicable law.",
    "You have the right to object to processing that we base on legitimate interests.",
    "We retain information as long as your account exists, and delete it within 30 days after that.",
    "If you have questions, contact our data protection officer at the address below.",
    "Cookies help us to remember you; you may accept or reject them in your settings at any time.",
    "If an error occurs while you exercise your rights, please try again or write to us.",
)
POLICY = "<h1>Privacy Policy</h1>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def judged(body: str, *, title: str = "", head: str = "", lang: str = "en") -> Quality:
    head = f"<head><title>{title}</title>{head}</head>"
    page = f"<!doctype html><html lang={lang}>{head}<body>{body}</body></html>"
    return normalise(page.encode(), url="https://acme.example/privacy").quality


def code(found: Quality) -> str:
    return found.reasons[0].code if found.reasons else "good"


HOME = """<h1>Acme: meet new friends today</h1>
<p>Join more than 3 million people who love Acme. Sign up free!</p>
<h2>Discover people near you</h2>
<p>Find the best company for every evening. It is simple, fast and fun: create your profile, start a chat, and
meet somebody new today.</p>
<h2>The app with heart</h2>
<p>Download our beautiful app and try the perfect way to find love. Millions of stories start here, and yours
could be next. What do you have to lose? Watch the film about two people who found each other on a tram in
autumn, and book your seat for our next evening.</p>
<p>Get started today</p><p>Explore the world with us</p>"""
LABELS = ("Home", "Features", "Domains", "Templates", "Explore", "Support", "Blog", "Jobs", "Press", "Shop")
MENUS = "".join(f"<p>{word}</p>" for word in LABELS * 8)

# What is expected, and the page: title, what else is in its head, body.
BAD = {
    "nothing": ("empty", "", "", ""),
    "frame of an application": ("empty-shell", "Acme", "", "<div id=root></div><script>start()</script>"),
    "asks for JavaScript": (
        "empty-shell", "Acme", "", "<p>You need to enable JavaScript to run this app.</p>",
    ),
    "crashed script": (
        "script-error", "", "",
        "<h2>Application error: a client-side exception has occurred (see the browser console).</h2>",
    ),
    "redirect by words": (
        "redirect-stub", "Privacy Policy", "", "<p>You should be redirected quickly, if not click here.</p>",
    ),
    "redirect, German": (
        "redirect-stub", "Datenschutz", "", "<p>Sie werden automatisch weitergeleitet zu acme.example.</p>",
    ),
    "redirect by header": (
        "redirect-stub", "", "<meta http-equiv=Refresh content='0; url=/new'>",
        "<p>Acme legal pages moved.</p>",
    ),
    "refresh to a captcha": (
        "challenge", "", "<meta http-equiv=refresh content='0;url=/.well-known/sgcaptcha/?r=1'>", "",
    ),
    "challenge": (
        "challenge", "Just a moment...", "",
        "<h1>acme.example</h1><p>Checking your browser before you can access the site.</p><p>Ray ID: 7f</p>",
    ),
    "challenge, French": ("challenge", "", "", "<p>Vérifiez que vous êtes un humain.</p>"),
    "challenge by frame": (
        "challenge", "", "",
        """<p>Acme needs a little patience from you now, dear visitor of ours</p>
        <iframe src='https://check.example/captcha/1'></iframe>""",
    ),
    "not found": (
        "error-page", "404", "",
        """<h1>Page not found</h1><p>The page that you asked for is not here. Read our privacy policy or our
        terms instead, or use the search.</p>""",
    ),
    "denied": (
        "error-page", "", "",
        """<h1>Access Denied</h1><p>You don't have permission to access /privacy on this server.
        Reference #18.2f</p>""",
    ),
    "not found, Spanish": ("error-page", "Acme", "", "<p>Lo sentimos: página no encontrada.</p>"),
    "not available": (
        "soft-error", "", "",
        """<p>This page isn't available right now</p><p>This may be because of a technical error that we're
        working on. Try reloading this page.</p>""",
    ),
    "something went wrong": (
        "soft-error", "Politique de confidentialité", "",
        "<p>Une erreur est survenue. Nous sommes sur le coup !</p>",
    ),
    "consent dialog": (
        "consent-wall", "", "",
        """<h1>Privacy Policy</h1><p>Accept cookies from Acme on this browser?</p><p>We use cookies to
        personalise content. You can review your cookie controls at any time.</p><p>Accept All</p>
        <p>Manage settings</p><p>Accept All</p><p>Manage settings</p>""",
    ),
    "consent dialog with buttons": (
        "consent-wall", "Before you continue to Acme", "",
        """<h1>Before you continue to Acme</h1><p>We use cookies and data to keep the pages running, and to
        show advertising if you accept them all.</p><button>Reject all</button><button>Accept all</button>""",
    ),
    "menus under a consent dialog": (
        "no-prose", "Acme", "",
        f"<p>We use cookies.</p><button>Reject all</button><button>Accept all</button>{MENUS}",
    ),
    "only the title": ("title-only", "", "", "<h1>Privacy Policy</h1>"),
    "title and date": ("title-only", "", "", "<h1>Privacy Policy</h1><p>5 May 2024</p>"),
    "menus": ("no-prose", "Acme", "", MENUS),
    "home page": ("other-page", "Acme: meet new friends", "", HOME),
    "home page with a promise in its name": (
        "other-page", "Acme: privacy first", "<link rel=canonical href=https://acme.example/en/>", HOME,
    ),
    "doubled": ("doubled", "", "", POLICY * 2),
    "doubled paragraph by paragraph": (
        "doubled", "Privacy", "", "".join(f"<p>{sentence}</p>" * 2 for sentence in SENTENCES),
    ),
    "cut off": (
        "truncated", "", "",
        POLICY + """<p>We may change this policy from time to time. When we do so, we will tell you in
            the app.
        Changes take effect when they are published and you then continue to use our</p>""",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_captures_are_named(name: str) -> None:
    """Each kind has its code, and a sentence for people."""
    expected, title, head, body = BAD[name]
    found = judged(body, title=title, head=head)
    assert (found.level, code(found)) == ("bad", expected)
    assert found.reasons[0].sentence == quality.REASONS[expected]


GOOD = {
    "policy": POLICY,
    "policy that explains errors and captchas": POLICY + """<p>If you see an error, access denied or page not
        found, or have to show that you are a human in a captcha, this protects our users.</p>""",
    "policy under a consent dialog": """<h1>Before you continue to Acme</h1><p>We use cookies to show
        advertising.</p><button>Reject all</button><button>Accept all</button>""" + POLICY,
    "short policy in another language under a window": """
        <p>Usamos cookies.</p><button>Aceptar</button> <button>Rechazar</button><h1>Política de
        privacidad</h1><p>Recogemos los datos que usted nos da cuando abre una cuenta, y los que se
        registran cuando utiliza el servicio.</p><p>Utilizamos sus datos para prestar el servicio,
        atender sus consultas y mejorar nuestros productos.</p><p>Conservamos los datos mientras exista
        la relación contractual y durante los plazos que exige la ley.</p><p>Puede ejercer los derechos
        de acceso, rectificación y supresión de sus datos en cualquier momento.</p><p>Algunos
        proveedores tratan los datos por encargo nuestro y según nuestras instrucciones, y no los
        ceden.</p>""",
    "cookie policy": """<h1>Cookies</h1><p>We use cookies. You can accept all cookies or reject all of
        them, or
        change your consent in the preferences.</p><p>Accept all</p><p>Reject all</p>""" + POLICY,
    "imprint": """<h1>Impressum</h1><p>Angaben gemäß Gesetz: Acme Verlag GmbH, Beispielweg 1, 10115
        Berlin.</p>
        <p>Vertreten durch: Erika Beispiel. Kontakt: kontakt@acme.example. Handelsregister: Amtsgericht Berlin
        HRB 1.</p><p>Verantwortlich für den Inhalt nach Gesetz: Erika Beispiel. Haftung für Inhalte: die
        Rechte
        an allen Inhalten liegen bei uns, Nutzung nur mit Zustimmung.</p>""",
    "price list": """<h1>Tarifs et prestations</h1>
        <p>Abonnement simple, essayez gratuitement : 12 euros par mois.</p>
        <p>Abonnement famille, découvrez nos nouveaux salons : 24 euros par mois.</p>
        <p>Créez autant de profils que vous voulez, rejoignez nos cercles et trouvez des amis : 30 euros
        par mois,
        payables le premier de chaque mois.</p><p>Les prix comprennent les taxes. Les frais de port sont
        de cinq
        euros par envoi, et un envoi part chaque lundi matin.</p>""",
    "rules": """<h1>House rules</h1>
        <p>Be kind to each other and to the cats that live in the yard, also in winter.</p>
        <p>Do not shout, push or throw things at people.</p>
        <p>Who breaks something tells the warden and pays for it within a week of the day.</p>
        <p>Guests leave before ten in the evening.</p>
        <p>Bicycles stand in the shed, never in the hall, on the stairs or before the doors.</p>
        <p>Smoke outside and take the ends with you.</p>""",
    "current and announced version in one page": POLICY + POLICY.replace("30 days", "90 days"),
    "Polish": """<h1>Zasady</h1>
        <p>Zbieramy wiadomości, które nam podajesz, gdy otwierasz konto, i używamy ich do działania
        usługi.</p>
        <p>Nie przekazujemy ich innym, chyba że tak każe prawo albo sam o to poprosisz na piśmie w biurze.</p>
        <p>Możesz zawsze zapytać, co o tobie wiemy, i kazać to usunąć, a my odpowiemy w ciągu
        miesiąca.</p>""",
    "ends with an address": POLICY + """<p>Questions reach us here. We answer each of them. Acme Ltd, Data
        Protection, Example Road, Exampletown, United Kingdom</p>""",
    "refresh for browsers without scripts": (
        "<noscript><meta http-equiv=refresh content='0;url=/nojs'></noscript>" + POLICY
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_good_captures_stay_good(name: str) -> None:
    """No false alarm on documents that merely speak of errors, cookies and prices."""
    assert judged(GOOD[name], lang="pl" if name == "Polish" else "en") == Quality("good")


def test_other_words_without_advertising_are_only_suspect() -> None:
    """A page on another subject that advertises nothing raises suspicion, no more."""
    chapters = ("first", "second", "third", "fourth", "fifth", "sixth")
    story = "<p>In the {} chapter the miller walks along the river and thinks of his brother's boat.</p>"
    found = judged("<h1>The river</h1>" + "".join(story.format(one) for one in chapters))
    assert (found.level, code(found)) == ("suspect", "other-page")


def test_a_few_words_may_be_an_excerpt() -> None:
    """Short texts without scripts are compared, with a warning; a frame that says little is none."""
    for text in (
        b"# Policy\n\nWe keep data.",
        b"<p>Acme makes shoes for people who walk a lot.</p>",
        b"Hello.",
    ):
        found = normalise(text).quality
        assert (found.level, code(found)) == ("suspect", "too-short")
    found = judged("<p>Acme makes shoes for people who walk.</p><script>start()</script>", title="Acme")
    assert (found.level, code(found)) == ("bad", "empty-shell")


def test_a_long_text_that_breaks_off_is_suspect() -> None:
    """Most of a long policy is there: worth comparing, and worth a warning."""
    parts = "".join(f"<p>Part {n}: {sentence}</p>" for n in range(25) for sentence in SENTENCES)
    cut = "<p>We may change this policy. When we do so we tell you before the change becomes part of our</p>"
    found = judged(POLICY + parts + cut)
    assert (found.level, code(found)) == ("suspect", "truncated")


def test_an_empty_file_is_an_empty_document() -> None:
    """No bytes at all are a bad capture and no error."""
    for data in (b"", b"  \n", b"<html></html>"):
        found = normalise(data).quality
        assert (found.level, code(found)) == ("bad", "empty")


def test_markdown_is_judged_alike() -> None:
    """The text alone tells, also without a page around it."""
    assert (
        code(normalise(b"This Page Isn't Available Right Now\n\nTry reloading this page.").quality)
        == "soft-error"
    )
    assert code(normalise(("# Privacy Policy\n\n" + "\n\n".join(SENTENCES)).encode()).quality) == "good"


def test_every_code_is_explained() -> None:
    """The list in the documentation and the codes that can be given are the same."""
    text = (Path(__file__).parents[1] / "docs" / "reading-pages.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)
    by_other_stages = ["pdf-cut", "pdf-not-read"]
    assert sorted(listed) == sorted([*quality.REASONS, *by_other_stages])
    source = Path(quality.__file__).read_text(encoding="utf-8")
    given = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source.split("def _nothing")[1]))
    assert set(quality.REASONS) - given == {
        "script-error",
        "error-page",
        "closed",
        "entry",
        "parked",
    }  # given by the table of phrases


@given(
    st.lists(st.sampled_from([*SENTENCES, "Accept all", "404", "", "Just a moment", "a " * 70]), max_size=12),
    st.booleans(),
)
def test_any_page_is_judged(parts: list[str], heading: bool) -> None:
    """Nothing raises; whatever is not good says why."""
    tag = "h2" if heading else "p"
    found = judged("".join(f"<{tag}>{part}</{tag}>" for part in parts))
    assert (found.level == "good") == (not found.reasons)


@pytest.mark.parametrize("unit", ["a", "a ", "datenschutz", "<p>x. Y", "error ", "<h1>a</h1>"])
def test_hostile_repetition_stays_cheap(unit: str) -> None:
    """A megabyte of one trick is judged at once (the test would hang)."""
    judged(unit * (1_000_000 // len(unit)))
