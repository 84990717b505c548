"""Furniture around a text that a recorder converted to Markdown: what goes, and the look-alikes that stay."""

from __future__ import annotations

import pytest

from policydiff.normaliser import normalise

TITLE = "# Privacy Policy\n\nLast updated: 3 March 2031\n"
SECTION = (
    "## {name}\n\nFernleaf collects your name, your e-mail address and the data of your device when you use "
    "the services. We share personal data with partners that process it for us, and keep it as long as your "
    "account exists. You have the right to object at any time.\n"
)
NAMES = ("Who we are", "What we collect", "Whom we tell", "How long", "Your rights", "Contact")
BODY = "\n".join(SECTION.format(name=name) for name in NAMES)
WHOLE = f"{TITLE}\n{BODY}"


def texts(markdown: str) -> list[str]:
    return [clause.text for clause in normalise(markdown.encode(), content_type="text/markdown").clauses]


def linked(*entries: str) -> str:
    return "\n\n".join(f"* [{one}](https://shop.example/{one.lower().replace(' ', '-')})" for one in entries)


MENU = linked("Home", "Birthday cards", "Studio", "Help", "Contact us")
FURNITURE_BEHIND = {
    "a row of languages": "Dansk Deutsch English Français Norsk Bokmål Suomi Ελληνικά\n\n* Corporate news",
    "a row of links": " ".join(
        f"[{one}](https://shop.example/{one[:4]})"
        for one in ("About us", "What is new", "Help", "Jobs", "API", "Partners")
    ),
    "links that share the page": "\n".join(
        f"* [{name}](https://{name.lower()}.example/{path}?u=https://shop.example/privacy)"
        for name, path in (("Twitter", "intent/tweet"), ("Facebook", "sharer.php"))
    ),
    "windows of the site below its footer": (
        "* About us\n* Paper tips\n* Careers\n* Help\n* Sitemap\n\nFernleaf wants its services to be open to "
        "everyone, and welcomes requests about your personal data.\n\n© 2031 Fernleaf\n\n"
        "You are now leaving our website\n\nOther companies run the pages to which our links lead, and their "
        "privacy policies apply there to your personal data.\n\nContinue\n\nContinue"
    ),
    "a footer run together": (
        "### Company:\n\nAbout UsLeadershipNewsroomCareersImprint\n\n### Policies:\n\n"
        "Terms of UsePrivacy NoticeCookies NoticeSitemap\n\nFernleaf is brought to you by Quillmoor. Shape "
        "what comes next.\n\nCopyright © 1999-2031 Quillmoor\n\nTrusted site logo"
    ),
    "a claim of copyright and tools": "© Fernleaf 2031\n\nBack to top\n\nChoose language: CymraegGàidhlig",
    "a list of menu entries": linked("About us", "Careers", "Press", "Sitemap", "Contact us"),
    "an error of the shop's program": (
        "Access Denied\n\nIMPORTANT! If you run this store, please enable customer accounts in the admin."
    ),
    "an error in French": "Accès refusé\n\nVeuillez activer les comptes des clients dans la boutique.",
    "a footer below a line in capitals": f"OUR SHOPS\n\n{linked('About us', 'Careers', 'Press', 'Sitemap')}",
    "boxes that lead to other pages": (
        "## Children’s Lamps\n\nFernleaf protects the personal data of children who use the services.\n\n"
        "Learn More\n\n[Children’s Lamps](/children)\n\n## Your Boat Rights\n\nLearn about your rights.\n\n"
        "Learn More\n\n[Your Boat Rights](/boats)"
    ),
    "people on cards that open": (
        "### Ada Birch\n\nFounder of Quillmoor\n\n### Ada Birch\n\nPartner at Quillmoor\n\nAda Birch founded "
        "a platform for online classes and advises companies on growth and data.\n\n### Otto Lind\n\n"
        "Investor\n\n### Otto Lind\n\nInvestor\n\nOtto Lind has helped shape startups across the world."
    ),
}
FURNITURE_BEFORE = {
    "data of a program below a menu": (
        f'{MENU}\n\nundefined false {{"topnav":{{"cache":"none","format":"short"}}}} false '
        '{"logo":{"text":"Fernleaf","href":"/"},"main":{"sections":[{"link":"/cards"}]}}'
    ),
    "what a page skips": (
        "[Skip to main content](#main)\n\n* [Who we are](https://shop.example/who)\n* Stories\n\n"
        "[Overview](https://shop.example/o) [Press](https://shop.example/p)"
    ),
    "a menu above the title": MENU,
    "a menu without links": "\n".join(
        f"* {one}"
        for one in (
            "Home",
            "Cards",
            "Birthday cards",
            "Thank you cards",
            "Envelopes",
            "Paper",
            "Pens",
            "Offers",
            "Studio",
            "Help",
            "Log in",
            "About us",
            "Careers",
        )
    ),
    "a menu run together": "Fernleaf\n\nAboutBlogCareersSupportPress\n\nLog InJoin now",
    "a ticker": "\n\n".join(
        f'[{name}\n\n{price}\n\n-1.74%](https://news.example/{name} "View price details")'
        for name, price in (("BTC", "$93,418.94"), ("ETH", "$3,404.94"), ("XRP", "$2.07"))
    ),
    "offers of a shop": "\n\n".join(
        f"### [{name}](https://shop.example/{name})\n\n[Leather bag](https://shop.example/{name})\n\n"
        f"[{price}](https://shop.example/{name})"
        for name, price in (("Marlow", "295,00€"), ("Osk", "195,00 €"), ("Pell", "385,00 €"))
    ),
}
STAYS = {
    "languages in which we answer": "We answer in Dansk, Deutsch, English, Français and Suomi",
    "profiles of ours": linked("Facebook", "Twitter"),
    "links to the policies of others": " ".join(
        f"[{one}](https://other.example/{one[:6]})"
        for one in ("Quillmoor", "Ostra", "Fennel", "Marlow", "Pell")
    ),
    "an address at the end": "Fernleaf Ltd\n\n5 Mill Lane, Oslo\n\nTel. 555 0101",
    "notices that are listed": linked("Cookie notice", "Notice for applicants", "Archive"),
    "names with capitals inside": "We work with YouTube, LinkedIn and PayPal",
    "a key for encrypted mail": "xjMEX85NRYJKwYBBAHaRwAv/BIPUTvYbTNLNvbnRhY+jZzwhVHLOC",
    "a section on errors": "## Access denied\n\nIf we deny you access to your data we tell you why, and "
    "where to complain: to the authority of the country in which you live.",
    "a protected form": "## Forms protected by captcha\n\nSome forms use a captcha of another company.",
    "two sections of one name": "### Children\n\nUnder 13\n\n### Teenagers\n\nFrom 13 to 17",
    "a day behind the copyright": "Last updated: 4 March 2031",
}


@pytest.mark.parametrize("name", FURNITURE_BEHIND)
def test_furniture_behind_a_text_is_left_out(name: str) -> None:
    assert texts(f"{WHOLE}\n{FURNITURE_BEHIND[name]}\n") == texts(WHOLE)


@pytest.mark.parametrize("name", FURNITURE_BEFORE)
def test_furniture_before_a_text_is_left_out(name: str) -> None:
    assert [one for one in texts(f"{FURNITURE_BEFORE[name]}\n\n{WHOLE}") if one != "Fernleaf"] == texts(WHOLE)


@pytest.mark.parametrize("name", STAYS)
def test_what_may_be_said_by_the_policy_stays(name: str) -> None:
    alone = texts(STAYS[name])
    assert alone
    assert texts(f"{WHOLE}\n{STAYS[name]}\n") == [*texts(WHOLE), *alone]


def test_the_day_of_the_document_stays_in_a_footer() -> None:
    footer = "© 2031 Fernleaf Ltd\n\nLast updated: 4 March 2031\n\nSitemap"
    assert texts(f"{WHOLE}\n{footer}")[-1] == "Last updated: 4 March 2031"


def test_a_list_that_a_sentence_introduces_is_no_menu_above_the_copyright() -> None:
    rights = (
        "Write to us about these:\n\n* Help\n* Careers\n* Contact us\n* A copy of your notes\n* Errors\n\n"
        "We answer requests about your personal data within a month, and tell you why if we refuse one."
    )
    assert texts(f"{WHOLE}\n{rights}\n\n© 2031 Fernleaf") == [*texts(WHOLE), *texts(rights)]


def test_a_title_with_a_name_ends_the_menu_where_its_date_stands_below() -> None:
    titled = WHOLE.replace("# Privacy Policy", "# FERNLEAF AND QUILLMOOR LENDING HOUSES – PRIVACY POLICY")
    assert texts(f"{MENU}\n\n{titled}") == texts(titled)
    without = titled.replace("Last updated: 3 March 2031\n", "")
    assert len(texts(f"{MENU}\n\n{without}")) > len(texts(without))  # it may be the heading of a section


def test_a_name_that_a_content_system_writes_twice_is_not_the_title() -> None:
    system = f"{MENU}\n\n# Fernleaf Privacy Policy - Fernleaf Privacy Policy\n\n## Asset Publisher"
    titled = WHOLE.replace("# Privacy", "# Fernleaf Privacy")
    assert texts(f"{system}\n\n{titled}") == texts(titled)
    assert "Asset Publisher" in texts(f"{MENU}\n\n## Asset Publisher\n\n{titled}")


def test_a_section_that_ends_with_another_link_is_no_box() -> None:
    section = "## Your Boat Rights\n\nLearn about your rights.\n\n[The rights of boatmen](/boats)"
    assert texts(f"{WHOLE}\n{section}\n") == [*texts(WHOLE), *texts(section)]


def test_an_announcement_above_the_title_stays() -> None:
    notice = "We will change this privacy policy on 1 May 2031."
    assert texts(f"{MENU}\n\n{notice}\n\n{WHOLE}") == [notice, *texts(WHOLE)]


def test_a_heading_among_what_is_left_out_is_kept_if_something_below_it_is() -> None:
    assert texts(f"## Elsewhere\n\n{MENU}\n\n{WHOLE}") == texts(WHOLE)
    assert "For all" in texts(f"{MENU}\n\n## For all\n\n{WHOLE}")


def test_of_an_excerpt_nobody_knows_what_stood_around_it() -> None:
    short = f"{TITLE}\n{SECTION.format(name='Contact')}\n© Fernleaf 2031"
    assert texts(short)[-1] == "© Fernleaf 2031"


def test_what_is_left_out_is_listed_and_the_rest_read_alike() -> None:
    page = f"{MENU}\n\n{WHOLE}\n{FURNITURE_BEHIND['a footer run together']}".encode()
    quick = normalise(page, content_type="text/markdown")
    explained = normalise(page, content_type="text/markdown", explain=True)
    assert explained.clauses == quick.clauses
    assert explained.left_out == quick.left_out
    assert {one.rule for one in quick.left_out} == {"navigation", "footer"}
    assert [one.text for one in quick.left_out][:2] == ["Home", "Birthday cards"]


@pytest.mark.parametrize("explain", [False, True])
def test_hints_of_links_are_listed_with_the_lines_around_a_text(explain: bool) -> None:
    page = f"{WHOLE}\nRead [our form](https://fern.example/form) (opens in a new window) first.\n".encode()
    read = normalise(page, content_type="text/markdown", explain=explain)
    assert [(one.rule, one.text) for one in read.left_out] == [("link hint", "(opens in a new window)")]
    assert read.clauses[-1].text == "Read our form first."


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u200d", "\ufeff"])
def test_unseen_characters_at_marks_of_emphasis_leave_no_mark(sign: str) -> None:
    heading = f"#### [_Your Rights_{sign}](#rights)"
    assert texts(f"{heading}\n\n{sign}*Mail* us.{sign}") == ["Your Rights", "Mail us."]


def test_joiners_inside_of_words_stay() -> None:
    assert texts("می\u200cخواهیم") == ["می\u200cخواهیم"]
