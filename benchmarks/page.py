"""The page of a comparison: its size and making, and how it moves in Chromium.

    python -m benchmarks.page [--corpus FOLDER] [--changes N]

In: a real pair with large tables, and a generated one with 20,000 changes. Prints bytes, the milliseconds of
making the page beyond the comparison, the layout shift while it loads and is scrolled through
(https://web.dev/articles/cls), and the longest task of its main thread while it is scrolled
(https://w3c.github.io/longtasks/). Size and making have floors for the real pair, shift and tasks for both.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from benchmarks.timing import parser, spent
from policydiff import normalise
from policydiff.diff import compare_documents
from policydiff.fetch import find_chromium
from policydiff.models import Comparison, Reason
from policydiff.report import html_page
from policydiff.workflows.comparing import compare

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAIR = "instagram-20250616"
MOST_BYTES, MOST_MILLISECONDS, LONGEST_TASK = 1_200_000, 150, 50
_STEP = 900
"""Pixels of one turn of the wheel."""
_STEPS = 400
_WATCH = """
window.seen = {shift: 0, longest: 0};
new PerformanceObserver(list => list.getEntries().forEach(one => { seen.shift += one.value; }))
  .observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(one => {
  seen.longest = Math.max(seen.longest, one.duration);
})).observe({type: "longtask"});
"""


def made(comparison: Comparison, rounds: int) -> tuple[str, float]:
    """The page, and the milliseconds of processor time of the fastest making."""
    text, fastest = "", float("inf")
    for _ in range(rounds):
        began = spent()
        text = html_page.html(comparison)
        fastest = min(fastest, spent() - began)
    return text, 1000 * fastest


def scrolled(page: Page, text: str, folder: Path) -> tuple[dict[str, Any], float, float]:
    """What Chromium saw while the page was scrolled, the pixels of its height, and the seconds of opening."""
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    page.add_init_script(_WATCH)
    began = time.perf_counter()
    page.goto(file.as_uri(), timeout=300_000)
    opened = time.perf_counter() - began
    page.wait_for_timeout(500)
    page.evaluate("seen.longest = 0")  # what comes now is scrolling
    height = float(page.evaluate("document.documentElement.scrollHeight"))
    for _ in range(min(_STEPS, int(height // _STEP) + 1)):
        page.mouse.wheel(0, _STEP)
        page.wait_for_timeout(20)
    page.wait_for_timeout(300)
    return page.evaluate("seen"), height, opened


def rewritten(changes: int) -> Comparison:
    """A policy of which every second clause changed, so that no two changes become one."""
    lines = [f"We keep record {n} of what you read for thirty days." for n in range(2 * changes)]
    others = [line.replace("thirty", "ninety") if n % 2 else line for n, line in enumerate(lines)]
    old, new = (
        normalise("\n\n".join(["# Policy", *text]).encode(), content_type="text/markdown")
        for text in (lines, others)
    )
    why = (Reason("words-changed", f"Words changed in {changes:,} places"),)
    return Comparison(old, new, compare_documents(old, new), "substantive", why)


def main() -> int:
    """Print the figures; 1 where a floor does not hold."""
    options = parser(__doc__)
    options.add_argument("--changes", type=int, default=20_000)
    chosen = options.parse_args()
    texts = chosen.corpus / "changes" / "texts"
    real, milliseconds = made(compare(texts / f"{PAIR}.old.md", texts / f"{PAIR}.new.md"), 7)
    large, making = made(rewritten(chosen.changes), 1)
    chromium = find_chromium(os.environ)
    held = len(real.encode()) < MOST_BYTES and milliseconds < MOST_MILLISECONDS
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, text, took in ((PAIR, real, milliseconds), (f"{chosen.changes:,} changes", large, making)):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            seen, height, opened = scrolled(page, text, Path(folder))
            print(
                f"{name}: {len(text.encode()) / 1e6:.2f} MB made in {took:,.0f} ms, opened in {opened:.1f} s"
                f" as {height:,.0f} pixels; layout shift {seen['shift']:.4f},"
                f" longest task {seen['longest']:.0f} ms"
            )
            held &= seen["shift"] == 0 and seen["longest"] <= LONGEST_TASK
            page.close()
        browser.close()
    print("every floor holds" if held else "below a floor")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
