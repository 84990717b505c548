"""What differs on the page around a policy: comparison -> a sentence that names it.

In the texts of a recorder a policy stands between a menu, prices, a copyright line: what the normaliser left
out of them (`Document.left_out`), what findings took for furniture, and what a report takes for the frame of
the text. A reader who lays both texts side by side sees these first. A table of contents, and what links say
of themselves, are told here too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import NOTHING_DOUBTED, RECORDING_DOUBTS
from policydiff.report import wording
from policydiff.report.around_lines import LinesOfSide, around_phrases
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from policydiff.models import Clause, Comparison, Document

_HINT, _ABOVE = "link hint", "navigation"
"""The rules of the normaliser for what a link says of itself, and for lines above a text; by all others they
stand below it."""
_TEXTS = frozenset(("text/markdown", "text/plain"))
"""Types of texts that hold what stands around a policy as lines of their own."""
_PLACES = ("above", "below", "amid")
"""Where a line stands beside a policy."""
_EDGE = 0.15
"""Share of the clauses of a text before which a line is above it."""
_SECTIONS = 3
"""Lines of a table of contents, at least."""
_LINKED = 0.6
"""Share of a line that its links are, at least, where each of them is an entry of its own."""
_BRACKETS = "()[] "


class AroundLines(NamedTuple):
    """What stands around a policy on one side."""

    lines: Mapping[str, Sequence[str]]
    """By their place: "above", "below", "amid"."""
    said: Counter[str]
    """All lines of the side, those of the policy too: how often each stands there."""
    contents: Sequence[str]
    """The entries of a table of contents that changed."""
    hints: Counter[str]
    """What links say of themselves: "(opens in a new window)"."""

    neighbours: frozenset[tuple[str, str]]
    """Lines of the policy of which one stands right below the other."""

    def list_too(self, contents: Sequence[str]) -> bool:
        """Whether most entries of a table of contents of the other side stand below one another here too."""
        pairs = list(pairwise(contents))
        return 2 * sum(one in self.neighbours for one in pairs) >= len(pairs)


class FramePlaces(NamedTuple):
    """Clauses of both sides that are no words of the policy."""

    old: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()


NO_FRAME = FramePlaces()
"""No such clauses."""


def around_page(comparison: Comparison, frame: FramePlaces = NO_FRAME, *, only: bool) -> str:
    """A sentence on what differs around a policy, "" if nothing does. Of a recording that may have lost words
    only the lines count that the normaliser left out.

    Args:
        comparison: what `compare` returned.
        frame: clauses that are no words of the policy, besides those that findings took for furniture.
        only: whether nothing else differs.
    """
    is_lost = any(one.code in RECORDING_DOUBTS for one in comparison.reasons)
    doubted = NOTHING_DOUBTED if is_lost else comparison.doubted
    old = _around(comparison.old, doubted.old | frame.old)
    new = _around(comparison.new, doubted.new | frame.new)
    came, went = _only(new.said, old.said), _only(old.said, new.said)
    page = _of_contents(old, new)
    shown = set[str]()
    for place in _PLACES:  # a menu stands in some texts again and again
        both = [
            LinesOfSide(
                side.lines[place], [one for one in _those(side.lines[place], wanted) if one not in shown]
            )
            for side, wanted in ((old, went), (new, came))
        ]
        page += around_phrases(both[0], both[1], place)
        shown.update(chain(both[0].alone, both[1].alone))
    hints = list(_of_hints(old.hints - new.hints, new.hints - old.hints))
    if not page and not hints:
        return ""
    what = ["the page around it"] * bool(page) + ["hints beside its links"] * bool(hints)
    verb = "differ" if hints else "differs"
    named = wording.listed(what)
    lead = f"Only {named} {verb}" if only else f"{named[:1].upper()}{named[1:]} {verb} too"
    return f"{lead}: {'; '.join([*page, *hints])}."


def _only(side: Counter[str], other: Counter[str]) -> Counter[str]:
    """The lines of which one side has more. One that says something, and that the other side has too, neither
    came nor went: it stands there once more, or once less. Figures of a ticker may be the same by chance."""
    more = side - other
    return Counter({line: times for line, times in more.items() if not other[line] or _has_figures(line)})


def _has_figures(line: str) -> bool:
    """Whether a line has figures, or no letters."""
    return any(map(str.isdigit, line)) or not any(map(str.isalpha, line))


def _around(side: Document, beside: Collection[int]) -> AroundLines:
    """What stands around a policy.

    Args:
        side: the document.
        beside: the places of its clauses that are none of the policy's.
    """
    left = side.left_out if side.media_type in _TEXTS else ()
    found: dict[str, list[str]] = {place: [] for place in _PLACES}
    for one in left:
        if one.rule != _HINT:
            found["above" if one.rule == _ABOVE else "below"].append(one.text)
    own = [place for place in range(len(side.clauses)) if place not in beside]
    heads = {_letters(side.clauses[place].text) for place in own if side.clauses[place].kind == "heading"}
    entries = [place for place in beside if _letters(side.clauses[place].text) in heads]
    contents = entries if len(entries) >= _SECTIONS else []
    title = next((place for place in own if side.clauses[place].text == side.title), 0)
    for place in sorted({*beside}.difference(contents)):
        before = bisect_left(own, place)
        is_edge = min(before, len(own) - before) <= _EDGE * len(own) or place < title
        where = "amid" if not is_edge else "above" if 2 * before <= len(own) else "below"
        found[where] += _entries(side.clauses[place])
    texts = [side.clauses[place].text for place in chain(own, contents)]
    return AroundLines(
        found,
        Counter(chain(texts, *found.values())),
        [side.clauses[place].text for place in contents],
        Counter(one.text for one in left if one.rule == _HINT),
        frozenset(pairwise(one.text for one in side.clauses)),
    )


def _entries(clause: Clause) -> list[str]:
    """The entries of a line that is nothing but links, else the line."""
    links = [one.text for one in clause.links if one.text.strip()]
    is_row = len(links) > 1 and sum(map(len, links)) >= _LINKED * len(clause.text)
    return links if is_row else [clause.text]


def _letters(text: str) -> str:
    """A heading without its number and its blanks."""
    return compared(text).replace(" ", "").lstrip("0123456789")


def _those(lines: Sequence[str], wanted: Counter[str]) -> list[str]:
    """The lines of which one side has more than the other, as often as it has."""
    left = Counter(wanted)
    found = list[str]()
    for one in lines:
        if left[one] > 0:
            left[one] -= 1
            found.append(one)
    return found


def _of_contents(old: AroundLines, new: AroundLines) -> list[str]:
    """What became of a table of contents."""
    if not old.contents and not new.contents:
        return []
    if not new.contents and not new.list_too(old.contents):
        return ["its table of contents is gone"]
    if not old.contents and not old.list_too(new.contents):
        return ["a table of contents was added"]
    return ["its table of contents is set otherwise"]


def _of_hints(went: Counter[str], came: Counter[str]) -> Iterator[str]:
    """What links say of themselves now, or no longer."""
    bare = {one.strip(_BRACKETS).casefold(): one for one in went}
    for now, times in came.items():
        before = bare.get(now.strip(_BRACKETS).casefold()) or next(
            (one for one in went if f"{one} {one}" == now), ""
        )
        if before and went[before] == times:
            twice = f"“{before}” stands twice now" if before != now and now.startswith(before) else ""
            yield f"{twice or f'“{before}” is now “{now}”'}{_in(times)}"
            del went[before]
        else:
            yield f"“{now}” was added{_in(times)}"
    yield from (f"“{before}” is gone{_in(times)}" for before, times in went.items())


def _in(places: int) -> str:
    return f" in {places:,} places" if places > 1 else ""
