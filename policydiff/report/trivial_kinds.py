"""The kinds of trivial changes, and how each is said: what changes did -> words behind "only in".

Who asks what a kind is called, whether its words are quoted, or whether anybody misses it, looks here;
`trivial_changes` finds which change is of which kind.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TrivialKind = Literal[
    "company",
    "contents",
    "copy",
    "copy-gone",
    "copyright",
    "date-line",
    "document",
    "heading",
    "heading-gone",
    "heading-new",
    "help",
    "jump",
    "link",
    "linked",
    "link-words",
    "mail",
    "menu",
    "name",
    "order",
    "phone",
    "pointer",
    "postal",
    "printed",
    "reference",
    "site",
    "spelling",
    "time",
    "web",
    "web-form",
]
"""What a trivial change is of."""

_SAID: Mapping[TrivialKind, tuple[str, str]] = {
    "company": ("a company’s name", "a company’s name in {} places"),
    "mail": ("an e-mail address", "an e-mail address in {} places"),
    "phone": ("a telephone number", "a telephone number in {} places"),
    "site": ("a web address", "web addresses in {} places"),
    "postal": ("a postal address", "a postal address in {} places"),
    "name": ("a name", "a name in {} places"),
    "document": ("what a document is called", "what documents are called in {} places"),
    "web": ("a web address", "{} web addresses"),
    "web-form": ("how a web address is written", "how {} web addresses are written"),
    "link": ("where a link leads", "where {} links lead"),
    "linked": ("a web address that is no longer printed", "{} web addresses that are no longer printed"),
    "printed": ("how a link is written", "how {} links are written"),
    "help": ("the web address of a page on cookies", "web addresses of pages on cookies in {} places"),
    "pointer": (
        "the order of sentences and which of them refer to another part of it",
        "the order of sentences and which of them refer to other parts of it, in {} places",
    ),
    "order": ("the order of sentences", "the order of sentences in {} places"),
    "date-line": ("what stands beside the printed date", "what stands beside printed dates"),
    "spelling": ("a letter or two", "a letter or two in {} places"),
    "link-words": ("the words of a link", "the words of {} links"),
    "reference": ("a reference to another part of the text", "{} references to other parts of the text"),
    "heading": ("a heading", "{} headings"),
    "heading-new": ("a new heading", "{} new headings"),
    "heading-gone": ("a heading that is gone", "{} headings that are gone"),
    "contents": ("its table of contents", "its table of contents"),
    "copy": ("lines that stand in it once more", "lines that stand in it once more"),
    "copy-gone": ("lines that stood in it once more", "lines that stood in it once more"),
    "time": ("a time that the page shows", "times that the page shows in {} places"),
    "jump": ("a line that leads to another part of it", "{} lines that lead to other parts of it"),
    "menu": ("lines of links around it", "lines of links around it"),
    "copyright": ("a copyright line around it", "copyright lines around it"),
}
"""How each kind is called, once and more often, behind "only in"; what readers ask about comes first."""
QUOTED = frozenset[TrivialKind](("company", "mail", "phone", "postal", "site"))
"""Who it is and where to write to: the sentence says that nothing else changed, and a quote the words."""
_BARE = frozenset[TrivialKind](
    ("help", "jump", "menu", "order", "pointer", "copy", "copy-gone", "copyright", "time", "web-form")
)
"""Kinds of which the words say nothing to a reader."""
TELLS_LINKS = frozenset[TrivialKind](
    (
        "contents",
        "copyright",
        "help",
        "linked",
        "link-words",
        "mail",
        "menu",
        "order",
        "pointer",
        "printed",
        "site",
        "web",
        "web-form",
    )
)
"""Kinds of which everybody knows that a link changed too."""
BY_FORM = _BARE | frozenset[TrivialKind](
    ("contents", "date-line", "heading", "link-words", "printed", "reference", "spelling")
)
"""Kinds that change no statement, whatever the reader of statements takes them for."""
SAYS_NOTHING = BY_FORM - {"heading"}
"""Kinds that nobody misses beside others."""
_PAIRS = 2
"""Pairs of words that are quoted of one kind; of more none."""
_SHOWN = 90
"""Characters that are quoted of each side."""


class TrivialChange(NamedTuple):
    """What changed, with the words of both sides where they say something."""

    kind: TrivialKind
    new: str = ""
    old: str = ""


def said_of(found: Sequence[TrivialChange]) -> str:
    """What changed, behind "only in"; the words of all but what a point quotes.

    Args:
        found: all that did.

    >>> said_of([TrivialChange("name", "Fern Pass", "Fern Card"), TrivialChange("postal")])
    'a postal address and a name: now “Fern Pass”, before “Fern Card”'
    """
    parts = dict[str, tuple[str, list[str]]]()  # what changed alike is told at once
    for kind in _SAID:
        if done := [one for one in found if one.kind == kind]:
            one, many = _SAID[kind]
            named = one if len(done) == 1 else many.format(f"{len(done):,}")
            quoted = _quoted(kind, done)
            parts.setdefault(quoted.casefold(), (quoted, []))[1].append(named)
    said = [f"{wording.listed(named)}{quoted}" for quoted, named in parts.values()]
    said.sort(key=lambda one: "“" in one)  # what quotes nothing needs no semicolon behind it
    return "".join(
        part if not number else f"{'; and in' if '“' in said[number - 1] else ' and'} {part}"
        for number, part in enumerate(said)
    )


def _quoted(kind: TrivialKind, found: Sequence[TrivialChange]) -> str:
    """The words of changes of one kind, behind its name; "" if they say nothing, or are many."""
    both = Counter((each.new, each.old) for each in found if each.new or each.old).most_common()
    pairs = list({(compared(pair[0]), compared(pair[1])): pair for pair, _ in reversed(both)}.values())[::-1]
    if kind in _BARE or kind in QUOTED or not pairs or len(pairs) > _PAIRS:
        return ""
    if kind in ("heading-new", "heading-gone"):
        return f": {wording.listed(f'“{now or before}”' for now, before in pairs)}"
    return f": {'; '.join(_both(*pair) for pair in pairs)}"


def _both(now: str, before: str) -> str:
    if now and before:
        return f"now “{now}”, before “{before}”"
    return f"“{now}” is new" if now else f"“{before}” is gone"


def trivial_pair(kind: TrivialKind, now: str, before: str) -> TrivialChange:
    """A change of a kind with the words of both sides, cut and without signs around them."""
    return TrivialChange(kind, shown_words(now), shown_words(before))


def shown_words(said: str) -> str:
    """Words as they are quoted: cut, and without signs around them."""
    return clipped(visible(said).strip(" ,;:"), _SHOWN)
