"""The pages in Chromium, as readers use them: with a screen reader, with keys alone, printed, attacked."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from policydiff.report import fragments, history_page, html_page, timelines
from policydiff.report.side_names import CaptureInfo, CapturePair
from policydiff.report.timeline_picture import picture
from tests.comparisons import NASTY, SIDES, broken, club, judged
from tests.stories import story as recorded
from tests.test_page_parts import reworded
from tests.test_table_rows import reworded as tabled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

    from policydiff.models import Comparison

pytestmark = pytest.mark.browser

PAGES: dict[str, Callable[[], str]] = {
    "findings": lambda: html_page.html(judged(), sides=SIDES),
    "words": lambda: html_page.html(club(), sides=SIDES),
    "broken": lambda: html_page.html(broken(), sides=SIDES),
    "table": lambda: html_page.html(tabled()),
    "history": lambda: history_page.html(
        timelines.report(recorded()), picture(recorded(), timelines.chosen(recorded(), timelines.Wanted()))
    ),
    "card": lambda: fragments.card(judged(), 4, sides=SIDES),
}


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        shown = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield shown
        shown.close()


class Watched:
    """A page, and what it asked for, printed to the console or popped up."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", self._popped_up)

    def _popped_up(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def show(browser: Browser, tmp_path: Any) -> Iterator[Callable[..., Watched]]:
    """Show a page; it is closed behind the test."""
    contexts: list[BrowserContext] = []

    def shown(text: str, *, width: int = 1440, dark: bool = False, scripts: bool = True) -> Watched:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )  # fmt: skip
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto(path.as_uri())
        return watched

    yield shown
    for context in contexts:
        context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, width: int, show: Callable[..., Watched], *, dark: bool) -> None:
    """axe-core: contrast, names, landmarks, headings; nothing scrolls sideways, nothing is asked for."""
    from axe_playwright_python.sync_playwright import Axe

    if name == "card" and (width == 360 or dark):
        pytest.skip("a picture has one size and one scheme")
    seen = show(PAGES[name](), width=width, dark=dark)
    assert seen.said == []
    assert len(seen.asked) == 1
    seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    seen.page.evaluate("document.querySelector('meta[http-equiv]').remove()")
    found = Axe().run(seen.page).response["violations"]
    assert [
        (one["id"], one["nodes"][0]["html"][:120], one["nodes"][0]["failureSummary"]) for one in found
    ] == []


def test_without_scripts_everything_can_be_read(show: Callable[..., Watched]) -> None:
    """No control that does nothing, both sides of every change, and folds that open."""
    page = show(PAGES["findings"](), scripts=False).page
    assert page.locator(".tools").count() == 0
    assert page.locator(".change del").first.is_visible()
    assert page.locator(".change ins").first.is_visible()
    page.locator("summary").first.click()
    assert page.locator("details[open]").count() > 0


def test_wide_screens_show_both_sides_and_narrow_ones_both_in_one(show: Callable[..., Watched]) -> None:
    """Old and new stand beside each other by themselves on a wide screen, and on demand on any."""
    wide = show(PAGES["findings"]()).page
    columns = wide.locator(".pair").first.locator(".column-of")
    first, second = (columns.nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert "30" in wide.locator(".pair", has_text="lending").locator(".column-of").nth(0).inner_text()
    assert "90" not in wide.locator(".pair", has_text="lending").locator(".column-of").nth(0).inner_text()
    for column in wide.locator(".column-of").all():
        assert not re.search(r"\s[,.;!?]", column.inner_text())  # no blank stays of an edit that was left out
    narrow = show(PAGES["findings"](), width=360).page
    assert narrow.locator(".pair").count() == 0
    narrow.get_by_role("button", name="Side by side").click()
    assert narrow.locator(".pair").first.is_visible()


def test_keys_lead_from_change_to_change(show: Callable[..., Watched]) -> None:
    """N and p step through the changes, / leads to the search; in a field letters are letters."""
    page = show(PAGES["words"]()).page

    def at() -> str:
        return str(
            page.evaluate(
                "document.activeElement.getAttribute('aria-labelledby') || document.activeElement.className"
            )
        )

    page.keyboard.press("n")
    assert at() == "label-1"
    page.keyboard.press("n")
    assert at() == "label-2"
    page.keyboard.press("p")
    assert at() == "label-1"
    page.keyboard.press("/")
    page.keyboard.type("np")
    assert at() == "search"
    assert page.locator(".search").input_value() == "np"


def test_a_page_of_very_many_changes_opens_its_parts_on_demand(show: Callable[..., Watched]) -> None:
    """A link and a key open the part that holds what they lead to, and nothing moves while the page loads."""
    page = show(html_page.html(reworded(520))).page
    assert page.evaluate(
        """new Promise(done => new PerformanceObserver(list => done(list.getEntries().length))
          .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""
    ) == 0  # fmt: skip
    parts = page.locator(".policy > .part")
    assert [parts.nth(n).get_attribute("open") for n in (0, 1)] == ["", None]
    page.locator(".policy > .part").nth(0).locator(".change").last.evaluate(
        "one => { one.tabIndex = -1; one.focus(); }"
    )
    page.keyboard.press("n")
    assert parts.nth(1).get_attribute("open") == ""
    assert parts.nth(1).locator(".pair").count() == 100
    last = page.locator(".policy .change").last
    page.evaluate("id => { location.hash = id; }", last.get_attribute("id"))
    assert last.is_visible()


def test_every_link_is_reached_by_keyboard(show: Callable[..., Watched]) -> None:
    """The first tab shows a link past the head, and its target exists."""
    page = show(PAGES["findings"]()).page
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert page.locator(target).count() == 1
    assert page.locator(".skip").is_visible()


def test_search_and_filter(show: Callable[..., Watched]) -> None:
    """What does not hold the words steps back; a screen reader is told how much is left."""
    page = show(PAGES["findings"]()).page
    page.locator(".search").fill("lending")
    assert page.locator(".finding:visible").count() == 1
    assert page.locator("[role=status]").inner_text() == "1 finding, 1 change"
    page.locator(".search").fill("")
    page.locator(".filter").select_option("Sharing")
    assert page.locator(".card:visible").count() == 1


def test_anchors_survive_another_numbering(show: Callable[..., Watched]) -> None:
    """The link of a change leads to the same words on a page on which another change came before it."""
    page = show(PAGES["words"]()).page
    href = page.locator("[aria-labelledby=label-3] .number").get_attribute("href")
    fewer = replace(club(), diff=replace(club().diff, changes=club().diff.changes[2:]))
    again = show(html_page.html(fewer, sides=SIDES)).page
    assert href is not None
    assert "lending list" in again.locator(href).inner_text()


def test_print_leaves_the_text_for_those_who_want_it(show: Callable[..., Watched]) -> None:
    """Two pages with lede, findings and citations; the full text by choice."""
    page = show(PAGES["findings"](), scripts=False).page

    def printed() -> tuple[int, str]:
        document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4")))
        return len(document), " ".join(one.get_textpage().get_text_range() for one in document)

    pages, words = printed()
    assert pages <= 3
    assert "We never sell your list." in words
    assert "Search" not in words
    assert "with its changes" not in words
    page.locator("#print-text").check()
    assert "with its changes" in printed()[1]


# --- attacks -------------------------------------------------------------------------------------

_SEEDS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    '"onmouseover=alert(1) x="',
    "'><iframe src=//a.example>",
    "{{7*7}}",
    "{% include '/etc/passwd' %}",
    "]]><!--",
    "<meta http-equiv=refresh content='0;url=//a.example'>",
    "<base href=//a.example/>",
    "<link rel=stylesheet href=//a.example>",
    "&#60;script&#62;",
    "\u202e<b>\u2066",
    "<form action=//a.example><input autofocus onfocus=alert(1)>",
    "data:text/html,<script>alert(1)</script>",
    "@import url(//a.example)",
    "</script><script>alert(1)</script>",
    "`${alert(1)}`",
    "<math><mi xlink:href=javascript:alert(1)>",
    "\x00<script>\x1b[31malert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<video src=//a.example/x>",
)  # fmt: skip


def attacks(number: int) -> list[str]:
    """Texts that would run if a page let them, put together from seeds; the same at every run."""
    chance = random.Random(13)
    glue = ("", " ", '"', "'", ">", "<", "\n", "&", "--", "\u2028", *NASTY)
    return [
        "".join(chance.choice(_SEEDS) + chance.choice(glue) for _ in range(chance.randint(1, 3)))
        for _ in range(number)
    ]


def attacked(texts: list[str]) -> Comparison:
    """The judged comparison with attacks in every field: clauses, links, findings, titles, dates."""
    found, supply = judged(), iter(texts * 3)

    def side(document: Any) -> Any:
        clauses = tuple(
            replace(
                clause, text=next(supply) if clause.kind != "heading" else clause.text,
                marker=next(supply)[:30] if clause.marker else "",
                links=tuple(replace(link, text=next(supply), target=next(supply)) for link in clause.links),
            )
            for clause in document.clauses
        )  # fmt: skip
        dates = tuple(replace(one, text=next(supply)) for one in document.dates)
        return replace(
            document,
            clauses=clauses,
            title=next(supply),
            url=next(supply),
            charset_reason=next(supply),
            dates=dates,
        )

    def quote(one: Any) -> Any:
        return replace(one, text=next(supply), path=(next(supply),)) if one else None

    findings = tuple(
        replace(one, sentence=next(supply), rule=next(supply), old=quote(one.old),
                new=quote(one.new), link_old=next(supply), link_new=next(supply))
        for one in found.findings
    )  # fmt: skip
    reasons = tuple(replace(one, sentence=next(supply)) for one in found.reasons)
    return replace(found, old=side(found.old), new=side(found.new), findings=findings, reasons=reasons)


def test_five_hundred_attacks_run_nothing_and_ask_for_nothing(show: Callable[..., Watched]) -> None:
    """In every field of every page: nothing runs, no request leaves, and control characters can be seen."""
    texts = attacks(500)
    for start in range(0, 500, 100):
        some = texts[start : start + 100]
        comparison = attacked(some)
        named = CapturePair(CaptureInfo(some[0], None, some[1]), CaptureInfo(some[2], None, some[3]))
        timeline = replace(recorded(), series=some[4])
        pages = [
            html_page.html(comparison, sides=named),
            history_page.html(timelines.report(timeline)),
            f"<!doctype html><title>x</title>{fragments.fragment(comparison, 1, sides=named)}",
            fragments.card(comparison, 2, sides=named),
        ]
        for text in pages:
            assert not any(letter in text for letter in ("\x00", "\x1b"))
            seen = show(text)
            seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            seen.page.mouse.move(300, 300)
            assert seen.said == []
            assert len(seen.asked) == 1
            assert seen.page.locator("iframe, img, video, object, embed, form, base, link").count() == 0
