"""Pages that are built by script, shown by a real browser from a server on this machine.

Each is held against the same policy as a server would send it. All are shown in one browser, each in a
context of its own; what else `fetch` does with a browser is in `test_browser_fetcher`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from policydiff import normalise
from policydiff.fetch import find_chromium
from policydiff.fetch.browser.messages import NotShown, PageRequest, ShownPage
from tests.conftest import absent
from tests.script_site import PAGES, SAME_AS_TWIN, SECTIONS, TWIN, Site, page
from tests.servers import UNTRUSTED, Server, answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from policydiff.fetch.browser.gateway import Gateway

pytestmark = pytest.mark.browser

NOTED = {
    "/consent": ("reject all", 0, ()),
    "/panels": ("", 5, ()),
    "/curious": ("", 0, ("10.0.0.7",)),
}
"""What is noted of a visit: what was declined, how many panels were opened, which hosts were refused."""


class Shower:
    """Shows pages of a site in one browser, each once: whoever asks again gets what was seen."""

    def __init__(self, site: Server, browser: Browser, gateway: Gateway, program: str) -> None:
        self.site = site
        self._browser, self._gateway, self._program = browser, gateway, program
        self._seen: dict[str, ShownPage | NotShown] = {}

    def __call__(self, path: str, headers: tuple[tuple[str, str], ...] = ()) -> ShownPage | NotShown:
        if path not in self._seen:
            from policydiff.fetch.browser.showing import show_in

            self._gateway.refused.clear()
            self._seen[path] = show_in(
                self._browser, self._gateway, asked(self._program, self.site.url(path), headers)
            )
            for context in self._browser.contexts:
                context.close()
        return self._seen[path]


def asked(program: str, url: str, headers: tuple[tuple[str, str], ...] = ()) -> PageRequest:
    return PageRequest(
        url=url, agent="policydiff/test", chromium=program, seconds=200, most_bytes=2**26, most_text=2**23,
        headers=headers, allow_loopback=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> Iterator[Shower]:
    program = find_chromium(os.environ)
    if not program:
        absent("browser", "no Chromium, or no playwright: pip install policydiff[browser]")
    from policydiff.fetch.browser.showing import open_browser

    with Server() as site, open_browser(asked(program, "")) as (browser, gateway):
        site.pages = Site(PAGES)
        yield Shower(site, browser, gateway, program)


def read(seen: ShownPage | NotShown) -> str:
    assert isinstance(seen, ShownPage), seen
    return normalise(seen.html.encode(), content_type="text/html; charset=utf-8").text


@pytest.mark.parametrize("path", SAME_AS_TWIN)
def test_a_built_page_reads_like_its_twin(shown: Shower, path: str) -> None:
    """Word by word."""
    seen = shown(path)
    assert read(seen) == normalise(TWIN).text
    assert isinstance(seen, ShownPage)
    assert (seen.status, seen.url) == (200, shown.site.url(path))
    if path in NOTED:
        assert (seen.declined, seen.opened, seen.refused) == NOTED[path]


def test_every_tab_is_read_once(shown: Shower) -> None:
    """What each shows under its name, in their order; the row of names is not read a second time."""
    text = read(shown("/tabs"))
    assert [text.count(said) for _, said in SECTIONS] == [1] * len(SECTIONS)
    assert [text.count(name) for name, _ in SECTIONS] == [1] * len(SECTIONS)


def test_nothing_is_consented_to(shown: Shower) -> None:
    """The dialog about cookies got a no, and no yes."""
    shown("/consent")
    assert shown.site.asked("/rejected")
    assert not shown.site.asked("/accepted")


def test_headers_stay_with_their_origin(shown: Shower) -> None:
    """A key for one server is not shown to the next."""
    with Server() as other:
        other.pages["/x"] = answer(b"ok", Access_Control_Allow_Origin="*", Content_Type="text/plain")
        curious = f"</main><script>fetch('{other.url('/x')}')</script>"
        shown.site.pages["/mixed"] = answer(TWIN.replace(b"</main>", curious.encode()))
        shown("/mixed", (("X-Key", "hush"),))
        keys = [
            {name.lower(): value for name, value in one.headers.items()} for one in shown.site.asked("/mixed")
        ]
        assert [one.get("x-key") for one in keys] == ["hush"]
        assert other.asked("/x")
        assert not any("hush" in str(one.headers) for one in other.requests)


def test_a_script_that_leads_into_a_private_network_is_an_outcome(shown: Shower) -> None:
    """With a kind of its own."""
    seen = shown("/private")
    assert isinstance(seen, NotShown)
    assert seen.kind == "private-address"


def test_a_script_that_leads_to_a_bad_certificate_is_an_outcome(shown: Shower) -> None:
    """The same kind as where the first answer has one; Chromium's own page about it is no policy."""
    with Server(certificate=UNTRUSTED) as other:
        shown.site.pages["/untrusted"] = page(f"location.href = '{other.url('/')}';")
        seen = shown("/untrusted")
    assert isinstance(seen, NotShown)
    assert (seen.kind, seen.problem) == ("tls", "the connection cannot be trusted")
