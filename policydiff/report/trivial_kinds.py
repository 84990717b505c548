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
    from collections.abc import Iterable, Mapping, Sequence

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
    "label",
    "language",
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
    "small-words",
    "spelling",
    "stamp",
    "time",
    "web",
    "web-form",
]
"""What a trivial change is of."""


class _KindName(NamedTuple):
    """How a kind is called."""

    one: str
    """Of one place."""
    many: str
    """Of several; {} is their number."""
    behind: str = ""
    """What stands behind that with the number, where that is not told yet."""


_IN_PLACES = " in {} places"
_SAID: Mapping[TrivialKind, _KindName] = {
    "company": _KindName("a company’s name", "a company’s name", behind=_IN_PLACES),
    "mail": _KindName("an e-mail address", "an e-mail address", behind=_IN_PLACES),
    "phone": _KindName("a telephone number", "a telephone number", behind=_IN_PLACES),
    "site": _KindName("a web address", "web addresses", behind=_IN_PLACES),
    "postal": _KindName("a postal address", "a postal address", behind=_IN_PLACES),
    "name": _KindName("a name", "a name", behind=_IN_PLACES),
    "document": _KindName("what a document is called", "what documents are called", behind=_IN_PLACES),
    "web": _KindName("a web address", "{} web addresses"),
    "web-form": _KindName("how a web address is written", "how {} web addresses are written"),
    "link": _KindName("where a link leads", "where links lead"),
    "linked": _KindName(
        "a web address that is no longer printed", "{} web addresses that are no longer printed"
    ),
    "printed": _KindName("how a link is written", "how {} links are written"),
    "help": _KindName(
        "the web address of a page on cookies", "web addresses of pages on cookies", behind=_IN_PLACES
    ),
    "pointer": _KindName(
        "the order of sentences and which of them refer to another part of it",
        "the order of sentences and which of them refer to other parts of it",
        behind=", in {} places",
    ),
    "order": _KindName("the order of sentences", "the order of sentences", behind=_IN_PLACES),
    "date-line": _KindName("what stands beside the printed date", "what stands beside printed dates"),
    "language": _KindName(
        "a passage that is in another language now",
        "passages that are in another language now",
        behind=_IN_PLACES,
    ),
    "spelling": _KindName("a letter or two", "a letter or two", behind=_IN_PLACES),
    "small-words": _KindName("a small word", "small words", behind=_IN_PLACES),
    "link-words": _KindName("the words of a link", "the words of {} links"),
    "reference": _KindName(
        "a reference to another part of the text", "{} references to other parts of the text"
    ),
    "heading": _KindName("a heading", "{} headings"),
    "heading-new": _KindName("a new heading", "{} new headings"),
    "heading-gone": _KindName("a heading that is gone", "{} headings that are gone"),
    "contents": _KindName("its table of contents", "its table of contents"),
    "copy": _KindName("lines that stand in it once more", "lines that stand in it once more"),
    "copy-gone": _KindName("lines that stood in it once more", "lines that stood in it once more"),
    "time": _KindName("a time that the page shows", "times that the page shows", behind=_IN_PLACES),
    "stamp": _KindName("a line with a day and a time", "{} lines with a day and a time"),
    "jump": _KindName("a line that leads to another part of it", "{} lines that lead to other parts of it"),
    "menu": _KindName("lines of links around it", "lines of links around it"),
    "label": _KindName("a label below its text", "{} labels below its text"),
    "copyright": _KindName("a copyright line around it", "copyright lines around it"),
}
"""How each kind is called, once and more often, behind "only in"; what readers ask about comes first."""
QUOTED = frozenset[TrivialKind](("company", "mail", "phone", "postal", "site"))
"""Who it is and where to write to: the sentence says that nothing else changed, and a quote the words."""
_BARE = frozenset[TrivialKind](
    ("help", "jump", "language", "menu", "order", "copy", "copy-gone", "copyright")
)
"""Kinds of which the words say nothing to a reader."""
TELLS_LINKS = frozenset[TrivialKind](
    (
        "contents",
        "copyright",
        "help",
        "language",
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
    (
        "contents",
        "date-line",
        "heading",
        "label",
        "link-words",
        "name",
        "pointer",
        "printed",
        "reference",
        "small-words",
        "spelling",
        "stamp",
        "time",
        "web-form",
    )
)
"""Kinds that change no statement, whatever the reader of statements takes them for."""
_FRAME = frozenset[TrivialKind](("menu", "copyright"))
"""Kinds of what stands around a text, which a sentence of its own tells."""
SAYS_NOTHING = BY_FORM - {"heading", "name"}
"""Kinds that nobody misses beside others."""
_LISTED = frozenset[TrivialKind](("heading-new", "heading-gone", "linked", "pointer"))
"""Kinds of which the words of one side are all that there is."""
_PAIRS = 2
"""Pairs of words that are quoted of one kind; of more none."""
_SHOWN = 90
"""Characters that are quoted of each side."""


class TrivialChange(NamedTuple):
    """What changed, with the words of both sides where they say something."""

    kind: TrivialKind
    new: str = ""
    old: str = ""
    times: int = 1
    """In how many places of its clause."""


def is_of_frame(done: Iterable[TrivialChange]) -> bool:
    """Whether a change did nothing but to what stands around the text."""
    return all(one.kind in _FRAME for one in done)


def said_of(found: Sequence[TrivialChange], *, quoted: bool = False, where: str = "", places: int = 0) -> str:
    """What changed, behind "only in"; the words of all but what a point quotes.

    Args:
        found: all that did.
        quoted: whether to give the words of those too that a point would quote, since none does.
        where: where it did, if all that changed did so in one place: "under “Contact”".
        places: in how many places they did, where that is told already.

    >>> said_of([TrivialChange("name", "Fern Pass", "Fern Card"), TrivialChange("postal")])
    'a postal address and a name: now “Fern Pass”, before “Fern Card”'
    """
    parts = dict[str, tuple[str, list[str]]]()  # what changed alike is told at once
    for kind in _SAID:
        if done := _unsaid(kind, found):
            times = sum(each.times for each in done)
            named = _SAID[kind].one if times == 1 else _several(_SAID[kind], times, known=places)
            words = "" if kind in QUOTED and not quoted else _quoted(kind, done)
            parts.setdefault(words.casefold(), (words, []))[1].append(f"{named}{where and f' {where}'}")
    said = [f"{wording.listed(named)}{words}" for words, named in parts.values()]
    said.sort(key=lambda one: "“" in one)  # what quotes nothing needs no semicolon behind it
    return "".join(
        part if not number else f"{'; and in' if '“' in said[number - 1] else ' and'} {part}"
        for number, part in enumerate(said)
    )


def _several(name: _KindName, times: int, *, known: int) -> str:
    """What a kind is called that is in several places, of which the number may be known."""
    return f"{name.many}{'' if times == known else name.behind}".format(f"{times:,}")


def _unsaid(kind: TrivialKind, found: Sequence[TrivialChange]) -> list[TrivialChange]:
    """The changes of a kind, but for links that lead where an address now stands, which tells them."""
    printed = {(one.new, one.old) for one in found if one.kind == "web"}
    done = [one for one in found if one.kind == kind]
    return [one for one in done if kind != "link" or not one.new or (one.new, one.old) not in printed]


def _quoted(kind: TrivialKind, found: Sequence[TrivialChange]) -> str:
    """The words of changes of one kind, behind its name; "" if they say nothing. Of many the first stand."""
    both = Counter((each.new, each.old) for each in found if each.new or each.old)
    ordered = [pair for pair, _ in both.most_common()]
    pairs = list({(compared(pair[0]), compared(pair[1])): pair for pair in reversed(ordered)}.values())[::-1]
    if kind in _BARE or not pairs:
        return ""
    is_all = all(one.new or one.old for one in found)
    if kind in _LISTED:
        names = [_shown(kind, *pair, both) for pair in pairs]
        shown = names if len(names) <= _PAIRS + 1 else names[:_PAIRS]
        more = [wording.count(len(names) - len(shown), "other")] if len(shown) < len(names) else []
        return f": {wording.listed([*shown, *more])}"
    few = pairs if len(pairs) <= _PAIRS else pairs[:1]
    lead = ":" if is_all and len(few) == len(pairs) else ", for example"
    return f"{lead} {'; '.join(_both(*pair) for pair in few)}"


def _shown(kind: TrivialKind, now: str, before: str, times: Counter[tuple[str, str]]) -> str:
    """Words of which those of one side are all that there is; of an address what it gave way to, and how
    often."""
    if kind != "linked" or not before:
        return f"“{now or before}”"
    often = f" in {times[now, before]:,} places" if times[now, before] > 1 else ""
    return f"“{before}”{f', now “{now}”' if now else ''}{often}"


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
