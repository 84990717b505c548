"""Pages as the Wayback Machine plays them back."""

from __future__ import annotations

import lxml.html
import pytest

from policydiff.normaliser import wayback_pages

ADDRESSES = {
    "https://web.archive.org/web/20240626101502/https://acme.example/a": "https://acme.example/a",
    "https://web.archive.org/web/20240626101502id_/https://acme.example/a?b=1#c": "https://acme.example/a?b=1#c",
    "//web.archive.org/web/2024/http://acme.example": "http://acme.example",
    "/web/20240626101502im_/https://acme.example/x.png": "https://acme.example/x.png",
    "https://web.archive.org/web/20240626101502/https:/acme.example/a": "https://acme.example/a",
    "https://web.archive.org/web/20240626101502/acme.example/a": "http://acme.example/a",
    "https://replay.example/web/20240626101502mp_/https://acme.example/a": "https://acme.example/a",
    "https://acme.example/web/2024/report": "https://acme.example/web/2024/report",
    "https://acme.example/web/20240626101502/notes": "https://acme.example/web/20240626101502/notes",
    "https://web.archive.org/web/*/https://acme.example/a": "https://web.archive.org/web/*/https://acme.example/a",
}

REPLAYED = """<!DOCTYPE html><html><head>
<script src="//archive.org/includes/athena.js"></script>
<script src="https://web-static.archive.org/_static/js/wombat.js"></script>
<script>__wm.init("https://web.archive.org/web");</script>
<script>__wm.wombat("https://acme.example/privacy","20240626101502","https://web.archive.org/","web");</script>
<link rel="stylesheet" href="https://web-static.archive.org/_static/css/banner-styles.css">
<!-- End Wayback Rewrite JS Include -->
<title>Privacy</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base"><div id="wm-ipp">26 captures <a href="/web/2023/">2023</a></div></div>
<div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20240626101502/https://acme.example/privacy</div>
<div id="donato">Please give</div><!-- END WAYBACK TOOLBAR INSERT -->
Our <b>policy</b><script>page()</script>
<a href="/web/20240626101502/https://acme.example/terms">terms</a>
</body></html><!-- FILE ARCHIVED ON 10:15:02 Jun 26, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_original(address: str) -> None:
    """Rewritten addresses lead to the original; others stay."""
    assert wayback_pages.original(address) == ADDRESSES[address]


def test_toolbar_is_stripped_and_the_page_stays() -> None:
    """The archive's own elements go, the words around them and the page's own scripts stay."""
    root = lxml.html.document_fromstring(REPLAYED)
    assert wayback_pages.strip(root) >= 8
    left = lxml.html.tostring(root, encoding="unicode")
    assert "Our <b>policy</b>" in left
    assert "page()" in left
    for gone in ("captures", "wombat", "Please give"):
        assert gone not in left


def test_a_page_of_its_own_server_is_left_alone() -> None:
    """Nothing is stripped from a page that no archive has touched."""
    root = lxml.html.document_fromstring(
        '<body id="wm"><!-- note --><script>x()</script><link href="/a.css">Text</body>'
    )
    before = lxml.html.tostring(root)
    assert wayback_pages.strip(root) == 0
    assert lxml.html.tostring(root) == before


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- End Wayback Rewrite JS Include -->",
        '<script src="https://web-static.archive.org/_static/js/wombat.js"></script>',
        "<script>__wm.init('x')</script>", '<div id="wm-ipp-base"></div>',
    ],
)  # fmt: skip
def test_each_mark_at_the_start_tells_a_replayed_page(mark: str) -> None:
    """What an archive writes into the head or where the body begins tells by itself; below, it is text."""
    text = "<script></script>" + "<p>We keep the data of your parcels for a year.</p>" * 300
    assert wayback_pages.is_replayed(f"<html><head>{mark}</head><body>{text}".encode())
    assert wayback_pages.is_replayed(f"<html><head></head><body>{mark}{text}".encode())
    assert not wayback_pages.is_replayed(f"<html><head></head><body>{text}{mark}{text}".encode())


def test_the_mark_at_the_end_tells_a_replayed_page() -> None:
    """The comment on who archived the page when stands behind it, and nowhere else."""
    text = "<p>We keep the data of your parcels for a year.</p>" * 300
    mark = "<!-- FILE ARCHIVED ON 10:15:02 Jun 26, 2034 AND RETRIEVED FROM -->"
    assert wayback_pages.is_replayed(f"<html><head></head><body>{text}</body></html>{mark}".encode())
    assert not wayback_pages.is_replayed(f"<html><head></head><body>{text}{mark}{text}".encode())


def test_capture_says_whose_page_and_when() -> None:
    """The replayed page names itself and its time; its own links do not."""
    assert wayback_pages.capture(REPLAYED) == ("https://acme.example/privacy", "20240626101502")
    assert wayback_pages.is_replayed(REPLAYED.encode())
    assert wayback_pages.capture('<a href="/web/20200101000000/https://other.example/">x</a>') == ("", "")
    assert not wayback_pages.is_replayed(b"<html><p>Policy</p></html>")
