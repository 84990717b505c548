"""A picture of a page that policydiff made, taken by the system's Chromium: HTML in, PNG bytes out. Needs the
extra `browser`.

The page is given to the browser as it is; its own Content Security Policy forbids every request, and the
browser is set offline.
"""

from __future__ import annotations

import os

from policydiff.errors import UnsupportedInput
from policydiff.fetch import find_chromium

WIDTH, _LEAST = 1200, 630
"""Pixels that social networks show of a picture without cutting it (1.91 : 1)."""


def png(html: str) -> bytes:
    """The whole page as a picture of `WIDTH` pixels' width.

    Raises:
        UnsupportedInput: the extra `browser` is not installed, or there is no Chromium.
    """
    chromium = find_chromium(os.environ)
    if not chromium:
        advice = "Install Chromium and the extra: pip install 'policydiff[browser]'"
        raise UnsupportedInput("--card", "a picture is taken by a browser, and there is none", advice)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an extra

    root = hasattr(os, "geteuid") and os.geteuid() == 0  # for whom Chromium has no sandbox
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, chromium_sandbox=not root)
        try:
            context = browser.new_context(
                viewport={"width": WIDTH, "height": _LEAST}, offline=True, java_script_enabled=False
            )
            page = context.new_page()
            page.set_content(html)
            return page.screenshot(full_page=True)
        finally:
            browser.close()
