"""Is this a good capture of a policy?

In: the clauses that were found and the page they come from. Out: "good", or "suspect" or "bad" with reasons:
a code for programs, a sentence for people. Archives hold thousands of answers that servers sent in place of
the policy, and to a comparison each looks as if everything was deleted. The page alone is judged, without
other captures. Two kinds of evidence count: how little or how odd the text is (its length, its repetition,
its end), and what it says (words of error, challenge and consent pages; the vocabulary without which no
policy is written). Words alone condemn only short texts, because policies explain cookies, errors and
redirects as well. docs/reading-pages.md lists the codes.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from policydiff.models import REQUIRED, Quality, Reason
from policydiff.normaliser import garbled, language, said
from policydiff.normaliser.mass import is_dense
from policydiff.text import size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.models import Clause, QualityLevel
    from policydiff.normaliser.ending import Cut
    from policydiff.normaliser.head import PageHead

REASONS = {
    "empty": "The page holds no text",
    "empty-shell": "The page is the frame of an application: it was saved before its scripts had run",
    "script-error": "A script of the page crashed, and its error message stands in place of the text",
    "redirect-stub": "The page only leads on to another address",
    "challenge": "The page asks for proof that the reader is a person, in place of the text",
    "error-page": "The server answered with an error page",
    "soft-error": "The page says that it could not show what was asked for",
    "closed": "The page says that the site is closed for a while, or lets visitors in one after another",
    "entry": "The page asks for an age, a country or a subscription before it shows what was asked for",
    "parked": "The address has no site of its own: the domain is for sale, or a server greets",
    "unfilled": "The page is a template that was not filled: placeholders stand where words should",
    "garbled": "The words of the page are broken: it was written in one encoding and read in another",
    "consent-wall": "Only a consent dialog was captured, not the text behind it",
    "title-only": "Only the title was captured, not the text under it",
    "too-short": "There are too few words for a policy",
    "no-prose": "There are only menus, links and labels, and no sentences",
    "other-page": "This seems to be another page than a policy: its title and words are those of a home page",
    "doubled": "Every part of the text stands there twice",
    "repeated": "One section stands there again and again in the place of others",
    "truncated": "The text breaks off in the middle of a sentence",
    "selector-unmatched": "No selector of the source matches this page; the policy was found without them",
}
"""Every code with the sentence that goes with it."""

_STUB = 60
"""Words below which a page needs to be a policy by every sign to count as one."""
_SHORT = 400
"""Most words of a page in which phrases of error and consent pages are believed."""
_NAMED_HEADINGS = 3
"""Headings at the start that may name the document."""
_NAME_LENGTH = 10
"""Words up to which a line may be the name of a document."""
_CLAUSES = 500
"""Clauses that are read for words."""
_LONGEST = 2_000
"""Characters of one clause that are read for words."""
_LOOKED_AT = 8_000
"""Characters of the text in which vocabulary is counted."""
_COUNTED = 12_000
"""Characters of the text in which words are counted: some two thousand words, more than any question
needs."""
_SPARSE = 0.03
"""Share of policy words below which a page without a policy's name is another page; real policies have 0.03
to 0.25, home pages 0.005 to 0.025."""


_PARAGRAPH = 60
"""Characters of the shortest paragraph of which it counts that it stands there twice."""
_AGAIN, _REPEATED = 4, 0.5
"""How often a paragraph stands in a text at least to count as repeated, and the share of the text in such
paragraphs from which on the text is a repetition."""
_PLACEHOLDERS, _APART = 3, 200
"""From how many placeholders on a page is a template, and in how many words there must be one; fewer may be a
slip, or an example."""


_TERMS_OF_ENTRY = ("closed", "entry", "parked")
"""Phrases that also occur in real documents with a name above them: "You must be 18 or older"."""
_REFRESH = re.compile(r"\s*\d*\s*;?\s*url\s*=\s*(\S+)", re.IGNORECASE)
_CHALLENGER = re.compile(
    r"captcha|challenge|datadome|perimeterx|px-cloud|arkoselabs|turnstile|incapsula|akam/", re.IGNORECASE
)
_HOME_PATH = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?)?/?(?:index\.\w+|home)?/?", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"\{\{[^{}]{1,60}\}\}|\{%.{1,60}?%\}|<%.{1,60}?%>|\$\{[^{}\s]{1,60}\}"
    r"|\[object object\]|(?<![\d%])%[sd](?!\w)|%\(\w+\)s"
)
"""A placeholder that a program, or an author, should have replaced: "{{company}}", "%s"."""
_KEY = re.compile(r"[a-z][a-z0-9-]*(?:[._][a-z0-9-]+)+")
"""The name of a text in a program that was not replaced by the text: "legal.privacy.title"."""
_KEYS = 0.4
"""Share of clauses that are such names where others list hosts, cookies or files."""
_NO_VALUE = frozenset(("undefined", "null", "none", "nan", "[object object]"))
_BRACKETS, _PERCENTS = "{[", (b"<%", b"%s", b"%d", b"%(")
"""Every placeholder, and every text that an author was to fill in, has one of these signs or pairs."""
_FILLER = (
    "lorem ipsum", "dolor sit amet", "consectetur adipi", "tempor incididunt", "exercitation ullamco",
    "voluptate velit",
)  # fmt: skip
_IN_FILLER = b"dolor"
"""Words of which all sentences of filler have one, but for one sentence that never stands alone."""
_FILLED = 0.5
"""Share of the words that are filler; a guide for designers shows some as an example."""
_NO_SENTENCE = re.compile(r"[\d@/|©]")
"""Found in addresses and imprints, which end without a full stop."""
_SENTENCE_END = re.compile(r"[.!?:;。！？।؟…](?:[\s\"'”’»)\]]*)$")
_PAUSES = frozenset("、，。")
"""Found in sentences of Chinese and Japanese, and not in signatures."""
_PROSE = 12
"""Words that a paragraph has at least if it is more than a label."""
_ENDED = 5
"""Number of paragraphs from which one that does not end like the others is an exception."""
_BROKEN_END = re.compile(r"[.!?]['\")\]]?\s+(?=[A-ZÄÖÜÉÀ])([^.!?]*[a-zà-ÿ,])$")


_LevelAndReason = tuple["QualityLevel", str] | None
"""Level and code, or None if the question found nothing."""


class _Page:
    """The data that the questions below use, each made when first needed: most pages need few."""

    def __init__(self, clauses: Sequence[Clause], title: str, head: PageHead, cut: Cut = "") -> None:
        self.clauses = clauses
        self.head = head
        self.cut = cut
        self.opening = _opening(clauses)
        self.start = " ".join(self.opening)[:_COUNTED]
        """The start of the text on one line, long enough to count words in."""
        self.size = size(self.start) if clauses else 0
        """How many words the start has: in a short text, how many there are."""
        headings = [clause.text for clause in clauses[:40] if clause.kind == "heading"][:_NAMED_HEADINGS]
        named = [title, *head.titles, *headings]
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
    def long(self) -> list[str]:
        """Texts long enough to be paragraphs."""
        return [clause.text for clause in self.clauses if len(clause.text) >= _PARAGRAPH]

    @cached_property
    def says_twice(self) -> bool:
        """Whether a paragraph stands there more than once."""
        return len(set(self.long)) < len(self.long)

    @cached_property
    def called(self) -> str:
        """What stands over the text: headings, and short lines at its start, one a line."""
        opening = [text for text in self.texts[:3] if text.count(" ") < _NAME_LENGTH]
        headings = [clause.text for clause in self.clauses[:40] if clause.kind == "heading"]
        return _plain("\n".join((*opening, *(one[:_LONGEST] for one in headings))))

    @cached_property
    def language(self) -> str:
        return language.identify(self.clauses, declared="")[0]

    @cached_property
    def policy(self) -> float:
        """Share of the words that policies use."""
        return said.policy(self.text[:_LOOKED_AT], self.language)


def _opening(clauses: Sequence[Clause]) -> list[str]:
    """The texts of the first clauses: all of them, or enough to count words in."""
    texts: list[str] = []
    length = 0
    for clause in clauses:
        if length > _COUNTED:
            break
        texts.append(clause.text)
        length += len(clause.text)
    return texts


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def judge_quality(clauses: Sequence[Clause], *, title: str, head: PageHead, cut: Cut = "") -> Quality:
    """Judge a capture from the page alone.

    Args:
        clauses: what was found to be the policy.
        title: the title of the document.
        head: what the page says of itself.
        cut: where the bytes of the page end too early, as `ending` tells.
    """
    page = _Page(clauses, title, head, cut)
    doubt: _LevelAndReason = None
    for question in _QUESTIONS:
        answer = question(page)
        doubt = doubt or answer
        if answer and answer[0] == "bad":
            doubt = answer
            break
    if doubt is None:
        return Quality()
    level, code = doubt
    return Quality(level, (Reason(code, REASONS[code]),))


def _nothing(page: _Page) -> _LevelAndReason:
    if page.size:
        return None
    if _refresh(page.head):
        return _of_refresh(page)
    code = said.phrase(page.titles)
    return "bad", code or ("empty-shell" if page.head.has_scripts else "empty")


def _cut(page: _Page) -> _LevelAndReason:
    if not page.cut:
        return None
    return ("bad" if page.cut == "within" else "suspect"), "truncated"


def _phrase(page: _Page) -> _LevelAndReason:
    """Phrases of error, challenge and redirect pages, believed if there is hardly any other text."""
    if page.size > _SHORT:
        return None
    code = said.phrase(page.titles)
    if not code:
        code = said.phrase(page.text if page.size <= 2 * _STUB else "\n".join(page.texts[:3]))
        code = "" if code and page.size > _STUB and _is_on_subject(page) else code
    if code in _TERMS_OF_ENTRY and said.named(page.called):
        code = ""
    if not code and page.size <= 200 and _refresh(page.head):
        return _of_refresh(page)
    return ("bad", code) if code else None


def _is_on_subject(page: _Page) -> bool:
    """Whether a short text is a notice or an imprint by its words."""
    needed = _SPARSE if said.named(page.titles) else 2 * _SPARSE
    return page.policy > needed and said.named(page.text)


def _refresh(head: PageHead) -> str:
    """Where a page leads on to by itself, or ""."""
    found = (_REFRESH.match(content) for content in head.refresh)
    return next((match[1] for match in found if match), "")


def _of_refresh(page: _Page) -> _LevelAndReason:
    return "bad", "challenge" if _CHALLENGER.search(_refresh(page.head)) else "redirect-stub"


def _login(page: _Page) -> _LevelAndReason:
    """A form that asks for a password, and little else: nothing over the text names a document."""
    asks = page.head.asks_password and page.size <= _SHORT
    return ("bad", "soft-error") if asks and not said.named(page.called) else None


def _garbled(page: _Page) -> _LevelAndReason:
    return ("bad", "garbled") if garbled.garbled(page.start) else None


def _unfilled(page: _Page) -> _LevelAndReason:
    """Placeholders, filler text, values that a program did not have: as many as make a template."""
    written = page.start.encode("utf-8", "replace").lower()  # of bytes in a tenth of the time
    prose = [clause.text for clause in page.clauses[:_CLAUSES] if not clause.cell]
    lone = [text.lower() for text in prose if " " not in text]
    keys = sum(_KEY.fullmatch(text) is not None for text in lone)
    if keys >= _PLACEHOLDERS and keys > _KEYS * len(prose):
        return "bad", "unfilled"
    if _IN_FILLER in written and sum(
        size(text) for text in prose if _has_one(text.lower(), _FILLER)
    ) > _FILLED * size("\n".join(prose)):
        return "bad", "unfilled"
    found = sum(text in _NO_VALUE for text in lone)
    # A single sign is found at once; pairs are looked for only where one of them may be.
    if _has_one(page.start, _BRACKETS) or ("%" in page.start and any(one in written for one in _PERCENTS)):
        start = page.start.lower()
        found += len(_PLACEHOLDER.findall(start)) + said.to_fill(start)
    if (found >= _PLACEHOLDERS and found * _APART > page.size) or (
        found and _PLACEHOLDER.search(page.titles)
    ):
        return "bad", "unfilled"
    return ("suspect", "unfilled") if found * _APART > page.size else None


def _has_one(text: str, parts: Iterable[str]) -> bool:
    return any(part in text for part in parts)


def _consent_wall(page: _Page) -> _LevelAndReason:
    """A dialog and nothing else: buttons, and sentences of which hardly one is about anything else."""
    if page.size > _SHORT:  # asked first: the words of long pages need not be looked at
        return None
    asks = page.head.asks_consent or sum(said.consent_button(text) for text in page.texts) > 1
    pays = said.pay_or_consent(page.text)
    if not (asks or pays):
        return None
    if pays and page.size <= 2 * _STUB:
        return "bad", "consent-wall"
    if said.about_cookies(page.called):
        return None
    other = sum(text.count(" ") + 1 for text in page.texts if not _is_of_wall(text))
    return ("bad", "consent-wall") if other < page.size * 0.3 else None


def _is_of_wall(text: str) -> bool:
    """Whether a text may stand in a consent dialog: a button, something on cookies, a link to a document."""
    linked = len(text) < _PARAGRAPH and said.named(text)
    return linked or said.consent_button(text) or said.consent_topic(text)


def _stub(page: _Page) -> _LevelAndReason:
    """Too little text. An imprint or a notice can be short, but then it has sentences on its subject.

    A short text without scripts around it may be somebody's excerpt: that is worth a warning, no more.
    """
    if page.size >= _STUB or any(REQUIRED in text for text in page.texts):
        return None  # a form of which fields are kept is one for a right, and needs few words
    body = [text for text, clause in zip(page.texts, page.clauses, strict=True) if clause.kind != "heading"]
    if not any(_SENTENCE_END.search(text[-8:]) or text.count(" ") >= 7 for text in body):
        return ("bad", "title-only") if said.named(page.titles + "\n" + page.text) else _too_short(page)
    if any(map(_CHALLENGER.search, page.head.sources)):
        return "bad", "challenge"
    unknown = not said.knows(page.language) and not said.knows(page.head.language or "en")
    enough = page.size >= _STUB / 3 and (unknown or _is_on_subject(page))
    return None if enough else _too_short(page)


def _too_short(page: _Page) -> _LevelAndReason:
    if page.size < _STUB / 3 and page.head.has_scripts:
        return "bad", "empty-shell"
    return "suspect", "too-short"


def _doubled(page: _Page) -> _LevelAndReason:
    """Whether every longer part of the text stands there twice.

    A page with the current and the announced version has most parts twice, too, but the ones that changed
    only once: that is no fault. What differs may stand before or after the doubled part, not inside it.
    """
    long = page.long
    if len(long) < 4 or not page.says_twice:
        return None
    counts = Counter(long)
    twice = [place for place, text in enumerate(long) if counts[text] > 1]
    if len(twice) < 4 or len(twice) < len(long) * 0.9:
        return None
    inside = long[twice[0] : twice[-1] + 1]
    return ("bad", "doubled") if len(inside) == len(twice) else None


def _repeated(page: _Page) -> _LevelAndReason:
    """Whether most of the text is the same paragraphs again and again: one panel in the place of all.

    Tables repeat their cells, and a policy on many purposes its paragraphs: up to a quarter of its words.
    """
    if not page.says_twice:
        return None
    counts = Counter(
        clause.text for clause in page.clauses if not clause.cell and len(clause.text) >= _PARAGRAPH
    )
    again = sum(number * len(text) for text, number in counts.items() if number >= _AGAIN)
    return (
        ("suspect", "repeated")
        if again > _REPEATED * sum(len(clause.text) for clause in page.clauses)
        else None
    )


def _other(page: _Page) -> _LevelAndReason:
    """Another page than a policy: it does not call itself one and is about other things."""
    if page.size < _STUB:
        return None
    named, at_home = said.named(page.titles), _is_home(page.head)
    if named and not at_home:
        return None
    labels = [
        text for text in page.texts if text.count(" ") < 4 and len(text) < 40 and not text.endswith(".")
    ]
    shown = sum(text.count(" ") + 1 for text in labels)
    if not named and len(labels) > 0.85 * len(page.texts) and shown > 0.35 * size(page.text):
        return "bad", "no-prose"
    if not said.knows(page.language):
        return None  # what it speaks of cannot be told
    policy, advertising = page.policy, said.advertising(page.text[:_LOOKED_AT], page.language)
    if advertising > 0.9 * policy or (not named and at_home and policy < 2 * _SPARSE):
        return "bad", "other-page"
    return ("suspect", "other-page") if policy < _SPARSE and not named else None


def _is_home(head: PageHead) -> bool:
    """Whether the page says that it is the first page of its site."""
    if head.canonical is None:
        return False
    try:
        return _HOME_PATH.fullmatch(urlsplit(head.canonical or "x").path) is not None
    except ValueError:
        return False


def _truncated(page: _Page) -> _LevelAndReason:
    """Whether the last paragraph ends in the middle of a sentence, or the bytes within an element."""
    last = page.clauses[-1]
    if last.kind == "heading" or any(link.end >= len(last.text) for link in last.links):
        return None
    found = _BROKEN_END.search(last.text[-1000:]) if len(last.text) >= 80 else None
    if found and sum(word.islower() for word in found[1].split()) >= 2 and not _NO_SENTENCE.search(found[1]):
        return ("bad" if page.size < 1500 else "suspect"), "truncated"
    return ("suspect", "truncated") if _alone_unended(page) else None


def _alone_unended(page: _Page) -> bool:
    """Whether the last paragraph is the only one that does not end as sentences do."""
    last = page.clauses[-1]
    end = last.text[-60:]
    if _SENTENCE_END.search(end) or _NO_SENTENCE.search(end) or not _is_prose(last):
        return False
    if end[-1].isupper() or end.split()[-1][:1].isupper():
        return False
    if is_dense(end) and _PAUSES.isdisjoint(end):
        return False  # a company, an office and a name, as at the end of a letter
    prose = [one.text for one in page.clauses if _is_prose(one)]
    return len(prose) >= _ENDED and all(_SENTENCE_END.search(text[-8:]) for text in prose[:-1])


def _is_prose(clause: Clause) -> bool:
    return clause.kind == "paragraph" and not clause.cell and size(clause.text) >= _PROSE


_QUESTIONS = (
    _nothing, _cut, _garbled, _phrase, _login, _consent_wall, _unfilled, _stub, _doubled, _repeated, _other,
    _truncated,
)  # fmt: skip
"""Asked in this order; the first that finds a bad capture answers, else the first that doubts it."""


def unselected(judged: Quality) -> Quality:
    """The same judgment on a page that none of its source's selectors matches: suspect at least."""
    reason = Reason("selector-unmatched", REASONS["selector-unmatched"])
    level: QualityLevel = "bad" if judged.level == "bad" else "suspect"
    return Quality(level, (*judged.reasons, reason))
