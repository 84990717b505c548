"""Short policies on pages as they are met: what surrounds the text is as long as the text.

A page is a file of `cases/short-pages`. Furniture stands between `{-` and `-}`, what may stay or go between
`{?` and `?}`; all other words are those of the policy. `A|||B` is A at the first visit and B at a later one.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from policydiff.normaliser import normalise

_PAGES = sorted((Path(__file__).parent / "cases" / "short-pages").glob("*.html"))
_READ_OTHERWISE = {
    "confluence-cloud": "a line about the page whose parts only their styles set apart",
    "cookie-manager-table": "a firm's statutory line in a footer without a name",
    "periodico": "a box for a newsletter without a telling name, in the middle of the text",
    "mobile-operator-nuxt": "a question for help with nothing but a button below it",
    "saas-legal-framer": "questions and answers on the product behind the text, which offer nothing",
    "webflow-cta": "questions and answers on the product behind the text, which offer nothing",
}
_VISITS = {"first": r"\1", "later": r"\2"}
_UNSEEN = re.compile(
    r"<(script|style|noscript|title|select|svg)\b.*?</\1>|<(?:a|i) [^>]*(?:aria-hidden|icons)[^>]*>.*?</",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = re.compile(r"</?(?:a|b|em|i|span|strong|sup|u)\b[^>]*>")


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _words_of_html(page: str) -> Counter[str]:
    shown = re.sub(r"<[^>]*>", " ", _INLINE.sub("", _UNSEEN.sub(" <", page)))
    return _words(html.unescape(shown))


def _cases() -> list[object]:
    return [
        pytest.param(
            page,
            id=page.stem,
            marks=[pytest.mark.xfail(reason=_READ_OTHERWISE[page.stem], strict=True)]
            if page.stem in _READ_OTHERWISE
            else [],
        )
        for page in _PAGES
    ]


@pytest.mark.parametrize("visit", _VISITS)
@pytest.mark.parametrize("page", _cases())
def test_the_policy_and_nothing_else_is_read(page: Path, visit: str) -> None:
    """All words of the policy come out, none of what surrounds it, and the capture is a good one."""
    marked = re.sub(r"([^<>|{}]*)\|\|\|([^<>|{}]*)", _VISITS[visit], page.read_text(encoding="utf-8"))
    document = normalise(
        re.sub(r"\{[-?]|[-?]\}", "", marked).encode(), url="https://www.tidewell.example/privacy"
    )
    read = _words("\n".join(clause.text for clause in document.clauses))
    either = _words_of_html(" ".join(re.findall(r"\{\?(.*?)\?\}", marked, re.DOTALL)))
    expected = _words_of_html(re.sub(r"\{([-?]).*?\1\}", " ", marked, flags=re.DOTALL))
    assert (expected - read, read - expected - either, document.quality.level) == (
        Counter(),
        Counter(),
        "good",
    )
