"""Changed lines that say nothing of what a company does, and links that did not move: nothing is told."""

from __future__ import annotations

import pytest

from policydiff import compare, normalise
from policydiff.diff import compare_documents
from policydiff.findings.assess import changes_in_order
from policydiff.findings.replaced import denial_came_or_went
from policydiff.findings.sentence_form import gives_meaning
from tests.findings import compared, document

_STAYS = "We keep your letters for 30 days. Our mill prints them on paper."


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param("", "Is there a reason to keep the letters for longer?", id="a question"),
        pytest.param("", "An adequacy decision means that a country protects data as well.", id="a term"),
        pytest.param(
            "1 May 2031, 3 June 2030, 2 March 2029, 9 April 2028",
            "7 July 2032, 1 May 2031, 3 June 2030, 2 March 2029, 9 April 2028",
            id="earlier versions",
        ),
        pytest.param("Fri 9 Feb 2031 10.33 GMT", "Fri 9 Feb 2031 11.33 CET", id="a moment"),
        pytest.param(
            "Privacy Policy2031-06-18T12:16:06+02:00", "Privacy Policy2031-10-30T11:20:06+01:00", id="a stamp"
        ),
        pytest.param(
            "3 (last remark by Birch 2 hours ago)", "3 (last remark by Birch 4 days ago)", id="how long ago"
        ),
    ],
)
def test_what_is_no_statement_of_the_policy_is_not_told(before: str, now: str) -> None:
    sides = (f"{_STAYS} {side}".strip() for side in (before, now))
    assert not [one for one in compared(*sides).findings if one.category != "effective-date"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param("", "There is a reason to keep the letters for longer: we sell them.", id="an answer"),
        pytest.param("", "This means that we keep your letters for 2 years.", id="what follows"),
        pytest.param("Last updated: 7 July 2031", "Last updated: 8 July 2031", id="a date of the text"),
        pytest.param("We delete it 2 hours later.", "We delete it 10 hours later.", id="a period"),
    ],
)
def test_what_is_one_is_told(before: str, now: str) -> None:
    assert compared(f"{_STAYS} {before}".strip(), f"{_STAYS} {now}").findings


@pytest.mark.parametrize(
    ("text", "language", "gives"),
    [
        ("An adequacy decision means that a country is safe.", "en", True),
        ("“Chart” means maps of any kind.", "en", True),
        ("Un cookie désigne un petit fichier.", "fr", True),
        ("La décision d’adéquation signifie que le pays est sûr.", "fr", True),
        ("It uses first-party cookies, which means the mill sets them.", "en", False),
        ("Other means of transport are not used.", "en", False),
        ("", "en", False),
    ],
)
def test_a_term_is_known_by_what_follows_its_verb(text: str, language: str, *, gives: bool) -> None:
    """Only an article or "that" shows that a meaning follows, unless the term is in quotation marks."""
    assert gives_meaning(text, language) is gives


_FORMS = "We print letters. " * 3


def _links(old: str, new: str, said: str) -> list[tuple[str, int]]:
    sides = [
        normalise(f"# Privacy policy\n\n{_FORMS}\n\n{said.format(link=link)}\n".encode(), url="policy.md")
        for link in (old, new)
    ]
    return [(one.direction, len(one.statements)) for one in compare(*sides).findings]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ask@lumora.example", "[ask@lumora.example](mailto:ask@lumora.example)"),
        ("[lumora.example/privacy](https://www.lumora.example/privacy)", "lumora.example/privacy"),
        ("[a form](https://lumora.example/www.mill.example/ask)", "[a form](https://www.mill.example/ask/)"),
    ],
)
def test_an_address_that_is_spelled_out_is_no_lost_link(old: str, new: str) -> None:
    """What the words say is a way all the same; an address without "https://" is the same address."""
    assert _links(old, new, "To object to the use of your letters, write to {link} at any time.") == []


def test_a_link_that_is_gone_from_words_that_name_no_address_is_told() -> None:
    said = "To object to the use of your letters, use {link} at any time."
    assert _links("[this form](https://lumora.example/object)", "this form", said) == [("removed", 0)]


def test_one_form_that_moved_is_told_once() -> None:
    """Two sentences lead to it: one finding with both."""
    said = (
        "You may object to the use of your letters with {link}.\n\nTo opt out of all adverts, fill in {link}."
    )
    old, new = (f"[the form](https://lumora.example/{page}/object)" for page in ("one", "two"))
    assert _links(old, new, said) == [("changed", 2)]


def test_what_people_may_ask_for_is_no_denial() -> None:
    """A way to object in other words takes no promise back, what the company denies beside it does."""
    asked = "Users can ask Lumora to use their letters for adverts no longer."
    again = "Users can ask Lumora to stop the use of their letters for adverts."
    denied = "Users can read their letters, and we no longer use them for adverts."
    allowed = "Users can read their letters, and we may use them for adverts."
    for old, new, came in ((asked, again, False), (denied, allowed, True)):
        before, after = document(old), document(new)
        read = changes_in_order(compare_documents(before, after), before, after)
        assert read is not None
        assert any(map(denial_came_or_went, read.changes)) is came
