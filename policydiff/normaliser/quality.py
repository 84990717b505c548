"""Is this a good capture of a policy?

In come the clauses that were found and the page they come from; out comes "good", or "suspect" or "bad"
with reasons: a code for programs, a sentence for people. Archives hold thousands of answers that servers
gave in place of the policy, and each looks like "everything was deleted" to a comparison. Judged from the
page alone, without memory of other captures. Two kinds of evidence count: how little or how odd the text
is (its length, its repetition, its end), and what it says (words of error, challenge and consent pages; the
vocabulary without which no policy is written). Words alone condemn only short texts, because policies
explain cookies, errors and redirects as well. docs/reading-pages.md lists the codes.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from policydiff.models import Quality, Reason
from policydiff.normaliser import language, qualitywords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml import etree

    from policydiff.models import Clause, QualityLevel

REASONS = {
    "empty": "The page holds no text",
    "empty-shell": "The page is the frame of an application: it was saved before its scripts had run",
    "script-error": "A script of the page crashed, and its error message stands in place of the text",
    "redirect-stub": "The page only leads on to another address",
    "challenge": "The page asks for proof that the reader is a person, in place of the text",
    "error-page": "The server answered with an error page",
    "soft-error": "The page says that it could not show what was asked for",
    "consent-wall": "Only a consent dialog was captured, not the text behind it",
    "title-only": "Only the title was captured, not the text under it",
    "too-short": "There are too few words for a policy",
    "no-prose": "There are only menus, links and labels, and no sentences",
    "other-page": "This seems to be another page than a policy: its title and words are those of a home page",
    "doubled": "Every part of the text stands there twice",
    "truncated": "The text breaks off in the middle of a sentence",
    "selector-unmatched": "No selector of the source matches this page; the policy was found without them",
}
"""Every code with the sentence that goes with it."""

_STUB = 60
"""Words below which a page needs to be a policy by every sign to count as one."""
_SHORT = 400
"""Words up to which phrases of error and consent pages are believed."""
_NAMED_HEADINGS = 3
_CLAUSES = 500
"""Clauses that are read for words."""
_LONGEST = 2_000
"""Characters of one clause that are read for words."""
_LOOKED_AT = 8_000
"""Characters of the text in which vocabulary is counted."""
_SPARSE = 0.03
"""Share of policy words below which a page without a policy's name is another page; real policies have 0.03
to 0.25, home pages 0.005 to 0.025."""


def _any(table: Mapping[str, Iterable[str]] | Iterable[str]) -> str:
    parts = table if not hasattr(table, "values") else [part for group in table.values() for part in group]
    return "|".join(sorted(set(parts))).replace(" ", r"\s+")


_PHRASES = tuple(
    (code, re.compile(_any(table), re.MULTILINE))
    for code, table in (
        ("script-error", qualitywords.SCRIPT_ERROR),
        ("challenge", qualitywords.CHALLENGE),
        ("redirect-stub", qualitywords.REDIRECT),
        ("error-page", qualitywords.ERROR),
        ("soft-error", qualitywords.SOFT_ERROR),
        ("empty-shell", qualitywords.NEEDS_SCRIPT),
    )
)
_NAME = re.compile(rf"\b(?:{_any(qualitywords.NAMES)})\b")
_TOPICS = {code: re.compile(rf"\b(?:{_any(words)})\b") for code, words in qualitywords.TOPICS.items()}
_MARKETING = {code: re.compile(rf"\b(?:{_any(words)})\b") for code, words in qualitywords.MARKETING.items()}
_CONSENT = re.compile(_any(qualitywords.CONSENT_TOPIC))
_BUTTON = re.compile(rf"(?:{_any(qualitywords.CONSENT_BUTTON)})[.!]?")
_REFRESH = re.compile(r"\s*\d*\s*;?\s*url\s*=\s*(\S+)", re.IGNORECASE)
_CHALLENGER = re.compile(
    r"captcha|challenge|datadome|perimeterx|px-cloud|arkoselabs|turnstile|incapsula|akam/", re.IGNORECASE
)
_HOME_PATH = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?)?/?(?:index\.\w+|home)?/?", re.IGNORECASE)
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no blanks between words, of which two make about one word."""
_BROKEN_END = re.compile(r"[.!?]['\")\]]?\s+(?=[A-ZÄÖÜÉÀ])([^.!?]*[a-zà-ÿ,])$")


_Answer = tuple["QualityLevel", str] | None
"""Level and code, or None where the question found nothing."""


class _Page:
    """What the questions below look at, each made when first asked for: most pages answer few."""

    def __init__(self, clauses: Sequence[Clause], title: str, root: etree._Element) -> None:
        self.clauses = clauses
        self.root = root
        self.size = " ".join([clause.text for clause in clauses]).count(" ") + 1 if clauses else 0
        self.size += sum(
            len(_UNSPACED.findall(clause.text)) // 2 for clause in clauses if not clause.text.isascii()
        )
        headings = [clause.text for clause in clauses[:40] if clause.kind == "heading"][:_NAMED_HEADINGS]
        named = [title, *("".join(map(str, node.itertext())) for node in root.iter("title")), *headings]
        self.titles = _plain("\n".join(one[:_LONGEST] for one in named))
        """What the page calls itself: title, `<title>` and first headings, one a line."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Texts of the first clauses, in lower case with straight quotes."""
        return tuple(_plain(clause.text[:_LONGEST]) for clause in self.clauses[:_CLAUSES])

    @cached_property
    def text(self) -> str:
        return "\n".join(self.texts)

    @cached_property
    def language(self) -> str:
        return language.identify(self.clauses, declared="")[0]

    def share(self, table: Mapping[str, re.Pattern[str]]) -> float:
        """Share of the words that are in a table, in the page's language or in the one that fits best."""
        text = self.text[:_LOOKED_AT]
        patterns = [table[self.language]] if self.language in table else table.values()
        return max(len(pattern.findall(text)) for pattern in patterns) / (
            text.count(" ") + text.count("\n") + 1
        )


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def judge(clauses: Sequence[Clause], *, title: str, root: etree._Element, url: str) -> Quality:
    """Judge a capture from the page alone.

    Args:
        clauses: what was found to be the policy.
        title: the title of the document.
        root: the whole page as parsed.
        url: where the page is from; not believed, as pages move silently.
    """
    page = _Page(clauses, title, root)
    for question in (_nothing, _phrase, _consent_wall, _stub, _doubled, _other, _truncated):
        answer = question(page)
        if answer:
            level, code = answer
            return Quality(level, (Reason(code, REASONS[code]),))
    return Quality()


def _nothing(page: _Page) -> _Answer:
    if page.size:
        return None
    if _refresh(page.root):
        return _of_refresh(page)
    code = _code_of_phrase(page.titles)
    return "bad", code or ("empty-shell" if _has_scripts(page.root) else "empty")


def _has_scripts(root: etree._Element) -> bool:
    return next(root.iter("script"), None) is not None


def _phrase(page: _Page) -> _Answer:
    """What error, challenge and redirect pages say, believed where hardly anything else is said."""
    if page.size > _SHORT:
        return None
    code = _code_of_phrase(page.titles)
    if not code:
        code = _code_of_phrase(page.text if page.size <= 2 * _STUB else "\n".join(page.texts[:3]))
        code = "" if code and page.size > _STUB and _is_on_subject(page) else code
    if not code and page.size <= 200 and _refresh(page.root):
        return _of_refresh(page)
    return ("bad", code) if code else None


def _is_on_subject(page: _Page) -> bool:
    """Whether a short text is a notice or an imprint by its words."""
    needed = _SPARSE if _NAME.search(page.titles) else 2 * _SPARSE
    return page.share(_TOPICS) > needed and _NAME.search(page.text) is not None


def _code_of_phrase(text: str) -> str:
    return next((code for code, pattern in _PHRASES if pattern.search(text)), "")


def _refresh(root: etree._Element) -> str:
    """Where a page leads on to by itself, or ""."""
    for meta in root.iter("meta"):
        parent = meta.getparent()
        if (meta.get("http-equiv") or "").lower() == "refresh" and (
            parent is None or parent.tag != "noscript"
        ):
            found = _REFRESH.match(meta.get("content") or "")
            if found:
                return found[1]
    return ""


def _of_refresh(page: _Page) -> _Answer:
    return "bad", "challenge" if _CHALLENGER.search(_refresh(page.root)) else "redirect-stub"


def _consent_wall(page: _Page) -> _Answer:
    """A dialog and nothing else: buttons, and sentences of which hardly one is about anything else."""
    if page.size > _SHORT or sum(_BUTTON.fullmatch(text) is not None for text in page.texts) < 2:
        return None
    other = sum(
        text.count(" ") + 1
        for text in page.texts
        if not _BUTTON.fullmatch(text) and not _CONSENT.search(text) and not _NAME.search(text)
    )
    return ("bad", "consent-wall") if other < page.size * 0.3 else None


def _stub(page: _Page) -> _Answer:
    """Too little text. An imprint or a notice can be short, but then it has sentences on its subject.

    A short text without scripts around it may be somebody's excerpt: that is worth a warning, no more.
    """
    if page.size >= _STUB:
        return None
    body = [text for text, clause in zip(page.texts, page.clauses, strict=True) if clause.kind != "heading"]
    if not any(text.endswith((".", "!", "?")) or text.count(" ") >= 7 for text in body):
        return ("bad", "title-only") if _NAME.search(page.titles + "\n" + page.text) else _too_short(page)
    if any(_CHALLENGER.search(node.get("src") or "") for node in page.root.iter("iframe", "script")):
        return "bad", "challenge"
    unknown = page.language not in _TOPICS and (page.root.get("lang") or "en")[:2].lower() not in _TOPICS
    enough = page.size >= _STUB / 3 and (unknown or _is_on_subject(page))
    return None if enough else _too_short(page)


def _too_short(page: _Page) -> _Answer:
    if page.size < _STUB / 3 and _has_scripts(page.root):
        return "bad", "empty-shell"
    return "suspect", "too-short"


def _doubled(page: _Page) -> _Answer:
    """Whether each part of any length stands there twice.

    A page with the current and the announced version has most parts twice, too, but the ones that changed
    only once: that is no fault. What differs may stand before or behind the doubled part, not inside it.
    """
    long = [clause.text for clause in page.clauses if len(clause.text) >= 60]
    if len(long) < 4:
        return None
    counts = Counter(long)
    twice = [place for place, text in enumerate(long) if counts[text] > 1]
    if len(twice) < 4 or len(twice) < len(long) * 0.9:
        return None
    inside = long[twice[0] : twice[-1] + 1]
    return ("bad", "doubled") if len(inside) == len(twice) else None


def _other(page: _Page) -> _Answer:
    """Another page than a policy: it does not call itself one and speaks of other things."""
    if page.size < _STUB:
        return None
    named, at_home = _NAME.search(page.titles), _is_home(page.root)
    if named and not at_home:
        return None
    labels = [
        text for text in page.texts if text.count(" ") < 4 and len(text) < 40 and not text.endswith(".")
    ]
    shown = sum(text.count(" ") + 1 for text in labels)
    if not named and len(labels) > 0.85 * len(page.texts) and shown > 0.35 * page.size:
        return "bad", "no-prose"
    if page.language not in _TOPICS:
        return None  # what it speaks of cannot be told
    policy, advertising = page.share(_TOPICS), page.share(_MARKETING)
    if advertising > 0.9 * policy or (not named and at_home and policy < 2 * _SPARSE):
        return "bad", "other-page"
    return ("suspect", "other-page") if policy < _SPARSE and not named else None


def _is_home(root: etree._Element) -> bool:
    """Whether the page says that it is the first page of its site."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            try:
                return _HOME_PATH.fullmatch(urlsplit(link.get("href") or "x").path) is not None
            except ValueError:
                return False
    return False


def _truncated(page: _Page) -> _Answer:
    """Whether the last paragraph ends in the middle of a sentence that follows whole ones."""
    last = page.clauses[-1]
    if (
        last.kind == "heading"
        or len(last.text) < 80
        or any(link.end >= len(last.text) for link in last.links)
    ):
        return None
    found = _BROKEN_END.search(last.text[-1000:])
    if not found or sum(word.islower() for word in found[1].split()) < 2 or re.search(r"[\d@/|©]", found[1]):
        return None
    return ("bad" if page.size < 1500 else "suspect"), "truncated"


def unselected(judged: Quality) -> Quality:
    """The same judgment on a page that none of its source's selectors matches: suspect at the least."""
    reason = Reason("selector-unmatched", REASONS["selector-unmatched"])
    level: QualityLevel = "bad" if judged.level == "bad" else "suspect"
    return Quality(level, (*judged.reasons, reason))
