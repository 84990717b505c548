"""What changed in a text in which no word did: comparison -> phrases on how it is written, linked or set.

"Fern OS" that is now "FernOS", quotation marks that are curled, an address that is now a link: each is named
by an example, and with how often it occurs, since a reader sees it and asks whether it is all.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.report.characters import clipped, visible
from policydiff.report.marked_text import clause_texts
from policydiff.report.standing_alone import is_code
from policydiff.report.wording import count
from policydiff.report.written_otherwise import bare_address
from policydiff.word_edits import written_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document, Link, LinkChange
    from policydiff.report.numbered_changes import NumberedChange

SignKind = Literal["blanks", "capitals", "quotation", "dashes", "numbers", "signs"]
"""What differs between two ways of writing the same words."""

_SAID: Mapping[SignKind, str] = {
    "blanks": "blanks between words",
    "capitals": "capital letters",
    "quotation": "quotation marks",
    "dashes": "dashes",
    "numbers": "numbers before lines",
    "signs": "signs beside the words",
}
_QUOTATION = str.maketrans("", "", "\"'`´‘’‚‛“”„‟«»‹›")
_DASHES = str.maketrans("", "", "-‐‑‒–—―−")
_UNSEEN = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
"""Signs that no reader sees."""
_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]?")
"""A number of an item."""
_MASKED = "[email"
"""How a masked address begins, of which a sentence of its own tells."""
_UNREAD = "\ufffd"
"""What stands in the place of a character that could not be read."""
_DRAWN = re.compile(r"[-=_*~\s]+")
"""A line that is drawn of signs."""
_PAIRS = 3
"""Ways of writing that are quoted; of more only the first is."""
_BEHIND = 4
"""Words behind a mark that are quoted with it."""
_LINKS = 2
"""Links that are quoted; of more only the first is."""
_NAMED, _WORDS = 2, 4
"""Links of which each is named, at most; and letters of one that says something, at least."""
_HOST = re.compile(r"https?://([^/?#:]+)", re.IGNORECASE)
_SHOWN = 60
"""Characters of each side that are quoted."""


class _Written(NamedTuple):
    """The same words, written in two ways."""

    kind: SignKind
    old: str
    new: str


def beside_words(comparison: Comparison) -> list[str]:
    """What changed in a text in which no word did, each as a clause of a sentence; never empty.

    Args:
        comparison: what `compare` returned.
    """
    links = [*_of_links(comparison), *_of_addresses(comparison)]
    found = [*_of_order(comparison), *links, *_as_written(comparison)]
    return found or ["only its layout differs"]


def written_otherwise(comparison: Comparison) -> list[str]:
    """How words are written that are the same on both sides, which of them stand in another place and which
    are links on one alone, each as a clause of a sentence; no link that is told elsewhere since it matters.

    Args:
        comparison: what `compare` returned.
    """
    links = _of_new_links(comparison, all_links=False)
    return [*_of_order(comparison), *links, *_as_written(comparison)]


def linked_otherwise(comparison: Comparison) -> list[str]:
    """Which words are links on one side alone, and which lead elsewhere, each as a clause of a sentence;
    nothing of many, unless all lead to one other site or are addresses.

    Args:
        comparison: what `compare` returned.
    """
    kept = [one for one in comparison.diff.changes if one.old and one.new and not one.rewords]
    links = [one for change in kept for one in change.links if not one.noise]
    words = [side.text for one in links if (side := one.new or one.old)]
    if len(links) <= _NAMED and all(len(one) >= _WORDS for one in words):
        return list(_of_links(comparison))
    if all(one.new and not one.old and _is_address(one.new) for one in links):
        return [f"addresses such as “{_cut(words[0])}” are now links"]
    olds, news = ({_site(side) for side in sides if side} for sides in _sides(links))
    is_moved = all(one.old and one.new for one in links) and len(news) == 1 and not news & {"", *olds}
    return [f"links now lead to {visible(*news)}"] if is_moved else []


def _sides(links: Sequence[LinkChange]) -> tuple[list[Link | None], list[Link | None]]:
    return [one.old for one in links], [one.new for one in links]


def _site(link: Link) -> str:
    """The host of the page to which a link leads, "" if it leads to a part of its own page or to no page."""
    found = _HOST.match(link.target)
    return found[1].lower() if found else ""


def _as_written(comparison: Comparison) -> list[str]:
    """How words are written that are the same on both sides."""
    changes = (one for one in comparison.diff.changes if one.old and one.new and not one.rewords)
    texts = ((_marked(comparison.old, one.old), _marked(comparison.new, one.new)) for one in changes)
    found = [one for old, new in texts if old != new for one in _written(old, new)]
    by_kind = {kind: [one for one in found if one.kind == kind] for kind in _SAID}
    return [said for kind, alike in by_kind.items() if alike for said in _of_kind(kind, alike)]


def unseen_marks(comparison: Comparison, numbered: Iterable[NumberedChange]) -> list[str]:
    """What changed where that is no word but a mark, a heading that stands twice or the data of a program,
    each as a clause of a sentence.

    Args:
        comparison: what `compare` returned.
        numbered: all its changes.
    """
    found = dict[str, None]()
    for change in (one for entry in numbered if entry.rewords for one in entry.changes):
        old, new = map(visible, clause_texts(comparison, change))
        if is_code(old) or is_code(new):
            found["the code of a program differs"] = None
        elif not old or not new:
            found[f"“{_cut(old or new)}” {'stands once more' if new else 'stands once less'}"] = None
        elif old.endswith(new) or new.endswith(old):
            mark, kept = (
                max(old, new, key=len).removesuffix(min(old, new, key=len)).strip(),
                min(old, new, key=len),
            )
            start = " ".join(kept.split()[:_BEHIND])
            found[f"“{mark}” before “{start}…” {'was added' if len(new) > len(old) else 'is gone'}"] = None
        else:
            found |= dict.fromkeys(_of_kind("signs", list(_written(old, new))))
    shown = list(found)
    more = [f"{len(shown) - _PAIRS:,} other marks differ"] if len(shown) > _PAIRS else []
    return [*shown[:_PAIRS], *more] or ["only marks beside the words differ"]


def unread_words(comparison: Comparison) -> str:
    """A word with a character that one side could not read, as both have it: "now “Genève”, before “Gen�ve”";
    "" if none is alone."""
    texts = (map(visible, clause_texts(comparison, one)) for one in comparison.diff.reworded)
    pairs = [pair for old, new in texts for pair in written_edits(old, new)]
    was, now = next((pair for pair in pairs if _UNREAD in "".join(pair) and _is_word(*pair)), ("", ""))
    return f"now “{_cut(now)}”, before “{_cut(was)}”" if was else ""


def _is_word(was: str, now: str) -> bool:
    """Whether these are one word on both sides, with more than signs."""
    return all(" " not in one and any(map(str.isalpha, one)) for one in (was, now))


def _marked(side: Document, places: Sequence[int]) -> str:
    """The words of some clauses with the numbers of their items."""
    said = (f"{side.clauses[place].marker} {side.clauses[place].text}" for place in places)
    return " ".join(visible(one.strip()) for one in said)


def _written(old: str, new: str) -> Iterator[_Written]:
    """The places in which words are written in another way, but for signs that nobody sees or could read, and
    lines that are drawn."""
    for was, now in written_edits(old.translate(_UNSEEN), new.translate(_UNSEEN)):
        is_sign = _UNREAD not in was + now and _MASKED not in was + now
        if is_sign and not _DRAWN.fullmatch(was + now):
            trimmed = _trimmed(was, now)
            yield _Written(_kind(was, now), *(trimmed if trimmed[0] != trimmed[1] else (was, now)))


def _trimmed(was: str, now: str) -> tuple[str, str]:
    """Both without the signs that stand at the same end of both."""
    while was and now and was[-1] == now[-1] and not was[-1].isalnum():
        was, now = was[:-1].rstrip(), now[:-1].rstrip()
    while was and now and was[0] == now[0] and not was[0].isalnum():
        was, now = was[1:].lstrip(), now[1:].lstrip()
    return was, now


def _kind(was: str, now: str) -> SignKind:
    """What differs between two ways of writing: the first of these without which they are the same."""
    old, new = ("".join(one.split()) for one in (was, now))
    if old == new:
        return "blanks"
    if old.casefold() == new.casefold():
        return "capitals"
    if not (old and new) and _NUMBER.fullmatch(old + new):
        return "numbers"
    if old.translate(_QUOTATION) == new.translate(_QUOTATION):
        return "quotation"
    return "dashes" if old.translate(_DASHES) == new.translate(_DASHES) else "signs"


def _of_kind(kind: SignKind, found: Sequence[_Written]) -> Iterator[str]:
    """What differs that is of one kind: each place if they are few, else an example."""
    pairs = Counter((one.old, one.new) for one in found)
    if kind == "quotation" or len(pairs) > _PAIRS:
        shown = "" if kind == "quotation" else _example([*pairs])
        places = "" if kind == "numbers" else _in(len(found))  # a page may number what it lists by itself
        yield f"{_SAID[kind]} differ{places}{shown}"
        return
    for (old, new), times in pairs.items():
        if old and new:
            yield f"“{_cut(old)}” is now written “{_cut(new)}”{_in(times)}"
        else:
            yield f"“{_cut(old or new)}” {'was added' if new else 'is gone'}{_in(times)}"


def _example(pairs: Sequence[tuple[str, str]]) -> str:
    """One of some ways of writing, of both sides where it has both."""
    old, new = next((pair for pair in pairs if all(pair)), pairs[0])
    if old and new:
        return f", as in “{_cut(new)}”, before “{_cut(old)}”"
    return f", such as “{_cut(old or new)}”"


def _of_order(comparison: Comparison) -> Iterator[str]:
    """The first line that stands in another place, and how many others do."""
    moved = [one for one in comparison.diff.changes if one.kind.startswith("moved") and one.new]
    if moved:
        more = f" and {count(len(moved) - 1, 'other passage')} stand" if moved[1:] else " stands"
        yield f"“{_cut(visible(comparison.new.clauses[moved[0].new[0]].text))}”{more} in another place"


def _of_links(comparison: Comparison) -> Iterator[str]:
    """Links that came, went, or lead elsewhere."""
    moved = [
        one
        for change in comparison.diff.changes
        for one in change.links
        if not one.noise and one.old and one.new
    ]
    yield from _of_new_links(comparison, all_links=True)
    if len(moved) == 1:
        yield _led(moved[0])
    elif moved:
        yield "links lead elsewhere"


def _of_addresses(comparison: Comparison) -> Iterator[str]:
    """Links whose address is another one of the same page: another identifier, another place there."""
    links = [one.new for change in comparison.diff.changes for one in change.links if one.noise and one.old]
    if len(links) > 1:
        yield f"the addresses of {len(links):,} links differ, but not the pages to which they lead"
    elif links and links[0]:
        shown = f" “{_cut(links[0].text)}”" if links[0].text.strip() else ""
        yield f"the address of the link{shown} differs, but not the page to which it leads"


def _of_new_links(comparison: Comparison, *, all_links: bool) -> Iterator[str]:
    """Links that came or went with words that stayed: all, or those that do not matter and are more than an
    address that can be followed."""
    kept = (one for one in comparison.diff.changes if one.old and one.new and not one.rewords)
    links = (one for change in kept for one in change.links if not one.noise)
    heard = [one for one in links if all_links or not (one.matters or _is_plain(one.new or one.old))]
    came = [one.new.text for one in heard if one.new and not one.old]
    went = [one.old.text for one in heard if one.old and not one.new]
    yield from _linked(came, "is now a link", "are now links")
    yield from _linked(went, "is no link any more", "are no links any more")


def _is_plain(link: Link | None) -> bool:
    """Whether a link is of an address that stands there as its words, or leads to a part of its own page."""
    if link is None:
        return True
    return _is_address(link) or "#" in link.target


def _is_address(link: Link) -> bool:
    """Whether the words of a link are the address to which it leads."""
    return bare_address(link.text) == bare_address(link.target)


def _linked(texts: Sequence[str], one: str, many: str) -> Iterator[str]:
    times = Counter(texts)
    if not times:
        return
    shown = [f"“{_cut(text)}”" for text in [*times][:_LINKS]]
    if len(times) == 1:
        yield f"{shown[0]} {one}{_in(len(texts))}"
    elif len(times) == _LINKS:
        yield f"{' and '.join(shown)} {many}"
    else:
        yield f"{len(texts):,} passages, such as {shown[0]}, {many}"


def _led(link: LinkChange) -> str:
    old, new = link.old, link.new
    if old is None or new is None:
        return ""
    return f"“{_cut(new.text)}” leads to {visible(new.target)}, before to {visible(old.target)}"


def _in(places: int) -> str:
    return f" in {places:,} places" if places > 1 else ""


def _cut(said: str) -> str:
    return clipped(visible(said).strip(), _SHOWN)
