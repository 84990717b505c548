"""Addresses: absolute, out of their wrappers, without what follows visitors around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.normaliser import link_targets

BASE = "https://social.example/legal/privacy?page=2#top"

CASES = {
    "relative": ("../help", "https://social.example/help"),
    "without scheme": ("//cdn.example/a", "https://cdn.example/a"),
    "fragment of the page": ("#rights", "https://social.example/legal/privacy?page=2#rights"),
    "fragment elsewhere": ("/terms#law", "https://social.example/terms#law"),
    "only a hash": ("#", ""),
    "script": ("javascript:void(0)", ""),
    "script in capitals, with a control character": ("Java\nScript:alert(1)", ""),
    "data": ("data:text/html,x", ""),
    "case of the host, default port": ("HTTPS://Social.Example:443/A", "https://social.example/A"),
    "another port": ("http://social.example:8080/a", "http://social.example:8080/a"),
    "host alone": ("https://social.example", "https://social.example/"),
    "campaign": ("/a?utm_source=x&id=3&UTM_medium=y", "https://social.example/a?id=3"),
    "click ids": ("/a?fbclid=IwAR0&gclid=1&msclkid=2#b", "https://social.example/a#b"),
    "order and repetition stay": ("/a?b=2&a=1&b=3", "https://social.example/a?b=2&a=1&b=3"),
    "locale stays": ("/a?hl=de&lang=fr", "https://social.example/a?hl=de&lang=fr"),
    "session in the path": ("/a;jsessionid=0EE8270E3C73EAE0?x=1", "https://social.example/a?x=1"),
    "session of another server in the path": (
        "/(S(abcdefghij0123456789klmn))/form",
        "https://social.example/form",
    ),
    "session in the query": ("/a?PHPSESSID=a0b1c2d3e4f5a6b7", "https://social.example/a"),
    "short sid is a page": ("/a?sid=privacy", "https://social.example/a?sid=privacy"),
    "click counter with a path": (
        "https://l.social.example/l.php?u=https%3A%2F%2Fexample.org%2Fform%3Fa%3D1%26fbclid%3Dz&h=AT0",
        "https://example.org/form?a=1",
    ),
    "click counter of a search": ("/url?q=https://example.org/&sa=D&usg=AF", "https://example.org/"),
    "mail scanner": (
        "https://nam06.safelinks.protection.mail.example/?url=https%3A%2F%2Fexample.org%2Fa&data=05%7C01",
        "https://example.org/a",
    ),
    "mail scanner with the address in the path": (
        "https://urldefense.example/v3/__https://example.org/a__;!!x$",
        "https://example.org/a",
    ),
    "wrapper in a wrapper": (
        "/redirect?to=https%3A%2F%2Fsocial.example%2Fout%3Furl%3Dhttps%253A%252F%252Fexample.org%252F",
        "https://example.org/",
    ),
    "an address escaped into the path": (
        "https%3A%2F%2Fl.social.example%2Fl.php%3Fu=https%3A%2F%2Fexample.org%2Ffaq&h=removed",
        "https://example.org/faq",
    ),
    "a login that leads on is no wrapper": (
        "/login?next=https%3A%2F%2Fsocial.example%2Fobject",
        "https://social.example/login?next=https%3A%2F%2Fsocial.example%2Fobject",
    ),
    "sharing is no wrapper": (
        "/pin/create/link/?url=https%3A%2F%2Fexample.org",
        "https://social.example/pin/create/link/?url=https%3A%2F%2Fexample.org",
    ),
    "a redirector to a page of its own": ("/redirect?to=home", "https://social.example/redirect?to=home"),
    "wayback": ("https://web.archive.org/web/20240626101502/https://example.org/a", "https://example.org/a"),
    "wayback, relative": ("/web/20240626101502id_/http://example.org/a?b=1", "http://example.org/a?b=1"),
    "wayback, mail": (
        "https://web.archive.org/web/20240626101502/mailto:dpo@example.org",
        "mailto:dpo@example.org",
    ),
    "wayback calendar stays": (
        "https://web.archive.org/web/*/https://example.org/a",
        "https://web.archive.org/web/*/https://example.org/a",
    ),
    "masked mail": ("/cdn-cgi/l/email-protection#117561715161693f74", "mailto:dp`@px.e"),
    "a mask that hides no mail": (
        "/cdn-cgi/l/email-protection#11756171",
        "https://social.example/cdn-cgi/l/email-protection#11756171",
    ),
    "mail": ("mailto:DPO@Example.org?subject=Objection", "mailto:dpo@example.org?subject=Objection"),
    "telephone": ("tel:+49%20123", "tel:+49 123"),
    "no address at all": ("https://[", "https://["),
    "white space around": ("  /a\n", "https://social.example/a"),
}


@pytest.mark.parametrize("name", CASES)
def test_canonical(name: str) -> None:
    """Each kind of address comes out in one form."""
    href, expected = CASES[name]
    assert link_targets.canonical(href, BASE) == expected


def test_without_base_a_path_stays_a_path() -> None:
    """A page of unknown address still has comparable links."""
    assert link_targets.canonical("/a?utm_source=x", "") == "/a"
    assert link_targets.canonical("#rights", "") == "#rights"


@given(
    st.text(max_size=60),
    st.sampled_from(["", BASE, "https://web.archive.org/web/20240101000000/https://a.example/"]),
)
def test_any_href_has_a_target(href: str, base: str) -> None:
    """Nothing that a page writes raises, and no target runs."""
    assert not link_targets.canonical(href, base).lower().startswith(("javascript:", "data:", "vbscript:"))


@given(
    st.from_regex(
        r"(https://[a-c]{1,3}\.example)?/[a-c/]{0,5}(\?[a-c]=[0-9]{1,2}(&utm_id=1)?)?(#[a-c]{1,3})?",
        fullmatch=True,
    )
)
def test_canonical_twice_changes_nothing(href: str) -> None:
    """A canonical address is its own canonical form."""
    once = link_targets.canonical(href, BASE)
    assert link_targets.canonical(once, BASE) == once


def test_wrappers_are_opened_to_a_bound() -> None:
    """A wrapper nested deeper than anybody nests it ends."""
    href = "https://example.org/end"
    for _ in range(6):
        href = "https://l.example/l.php?u=" + href
    assert link_targets.canonical(href, "").startswith("https://l.example/l.php")


def test_a_target_never_runs_out_of_a_wrapper() -> None:
    """Only web addresses are taken out of wrappers."""
    assert (
        link_targets.canonical("/l.php?u=javascript:alert(1)", BASE)
        == "https://social.example/l.php?u=javascript:alert(1)"
    )
