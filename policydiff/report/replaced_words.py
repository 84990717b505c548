"""Names and addresses that gave way to others in several places: comparison -> replacements, each told once.

A shop that moves to another address on the web, a company that takes another name, changes ten clauses and
has one piece of news: "kappa.example" became "omega.example". Only names and addresses are told so: of other
words what matters stands around them.
What this gets wrong: two names that gave way to one are two replacements.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability.legal_forms import LEGAL_FORM
from policydiff.report.characters import visible
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Edit
    from policydiff.report.numbered_changes import NumberedChange

_MOST = 15
"""Words of a replacement, at most: longer ones are other sentences."""
_FORM = re.compile(LEGAL_FORM)
"""A legal form, which alone names nobody: "Inc."."""
_BETWEEN = 2
"""Words that stayed inside of a replacement: "12 Mill Lane, Oldtown 90291" has "Oldtown"."""
_BESIDE = 60
"""Characters beside a replacement among which the rest of its name is looked for."""
_MASK = "[email"
"""How a masked address begins: it is none."""
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:(?<![^\s(“\"«])[A-ZÀ-Þ0-9][^\s,;:.()“”\"«»]*\s)*[^\s,;:()“”\"«»]*$")
"""Words with capitals before a replacement, and the beginning of its own word."""
_NAME_BEFORE_FORM = re.compile(r"(?:(?<![^\s(“\"«])[A-ZÀ-Þ0-9][^\s,;:.()“”\"«»]*,?\s)*[^\s,;:()“”\"«»]*$")
"""The same with a comma, as before a legal form: "Fernleaf Readers, Inc."."""
_NAME_BEHIND = re.compile(
    rf"[^\s,;:()“”\"«»]*(?:,?\s(?:{LEGAL_FORM})|(?<!\.)\s[A-ZÀ-Þ0-9][^\s,;:.()“”\"«»]*)*"
)
"""The rest of the word, and words with capitals and legal forms behind it."""
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,3}\.$")
"""A full stop that belongs to the word: "Inc."."""
_NAMED = re.compile(r"[A-ZÀ-Þ@]|\w\.\w")
"""What a name or an address holds."""


ReplacementKey = tuple[str, str]
"""The words that gave way and those that came, as they are compared."""


class ReplacedWords(NamedTuple):
    """Words that gave way to others."""

    old: str
    new: str
    entries: tuple[int, ...]
    """The numbers of the changes in which they did."""
    alone: tuple[int, ...]
    """Of those that did nothing else."""
    is_throughout: bool
    """Whether the old words stand nowhere in the new text, and the new ones nowhere in the old."""


@dataclass(frozen=True)
class Replacement:
    """Where words gave way to others in one clause, with what stands before and behind them."""

    old: str
    new: str
    before: str
    behind: str

    def key(self, small: frozenset[str]) -> ReplacementKey:
        """By which the same words are found elsewhere, whatever article stands before them."""
        return _bare(self.old, small), _bare(self.new, small)

    @cached_property
    def named(self) -> tuple[str, str]:
        """The old words and the new ones with the rest of the name that they are of."""
        is_form = any(_FORM.fullmatch(one.strip()) for one in (self.old, self.new))
        name = _NAME_BEFORE_FORM if is_form else _NAME_BEFORE
        start = name.search(self.before) if not self.old[:1].isdigit() else None
        blank = " " if self.old[-1:].isspace() or self.new[-1:].isspace() else ""
        is_ended = any(one.rstrip().endswith(",") for one in (self.old, self.new))
        end = None if is_ended else _NAME_BEHIND.match(f"{blank}{self.behind}")
        whole = (
            " ".join(visible(f"{start[0] if start else ''}{one.rstrip()}{end[0] if end else ''}").split())
            for one in (self.old, self.new)
        )
        bare = (_SCHEME.sub("", one.strip(" ,;:/-"), count=1) for one in whole)
        return tuple(one if _ABBREVIATED.search(one) else one.rstrip(".") for one in bare)  # type: ignore[return-value]


def replaced_words(
    comparison: Comparison, found: Sequence[NumberedChange]
) -> Mapping[ReplacementKey, ReplacedWords]:
    """The names and addresses that gave way to others in two changes or more, by `replacement_keys`.

    Args:
        comparison: what `compare` returned.
        found: its changes.
    """
    small = _small_words(comparison.new.language)
    spots: dict[ReplacementKey, dict[int, list[Replacement]]] = defaultdict(dict)
    keys: dict[int, set[ReplacementKey]] = defaultdict(set)
    for entry in found:
        for spot in (spot for change in entry.changes for spot in replacements(change.edits)):
            key = spot.key(small)
            spots[key].setdefault(entry.number, []).append(spot)
            keys[entry.number].add(key)
    places: dict[ReplacementKey, list[int]] = defaultdict(list)
    for number, its_keys in keys.items():
        for key in its_keys:
            places[key].append(number)
    named = {key: names for key in spots if len(places[key]) > 1 and (names := _named(spots[key]))}
    if not named:
        return {}
    edited = {one.number for one in found if all(change.edits for change in one.changes)}
    alone = {number for number, its in keys.items() if its <= named.keys() and number in edited}
    texts = tuple(
        " ".join(clause.text for clause in side.clauses) for side in (comparison.old, comparison.new)
    )
    olds, news = (f" {compared(text)} " for text in texts)
    known: dict[ReplacementKey, ReplacedWords] = {}
    for key, names in named.items():
        its = {number for other in named if _is_part(named[other], names) for number in places[other]}
        old, new = map(_as_written, names, texts)
        known[key] = ReplacedWords(
            old,
            new,
            tuple(sorted(its)),
            tuple(sorted(its & alone)),
            f" {compared(old)} " not in news and f" {compared(new)} " not in olds,
        )
    return {key: known[_widest(key, named)] for key in named}


def _is_part(names: tuple[str, str], others: tuple[str, str]) -> bool:
    """Whether two names, old and new, are two others or stand in them, whatever their capitals."""
    return all(
        f" {one.casefold()} " in f" {other.casefold()} " for one, other in zip(names, others, strict=True)
    )


def _widest(key: ReplacementKey, named: Mapping[ReplacementKey, tuple[str, str]]) -> ReplacementKey:
    """The longest names of which some are a part: "Reader Pass" of "Pass"."""
    return max((one for one in named if _is_part(named[key], named[one])), key=lambda one: len(named[one][0]))


def _as_written(name: str, text: str) -> str:
    """A name with the capitals of a text that says it."""
    found = None if name in text else re.search(re.escape(name), text, re.IGNORECASE)
    return found[0] if found else name


def replacement_keys(edits: Sequence[Edit], language: str) -> frozenset[ReplacementKey]:
    """What gave way to what in one text, by which `replaced_words` are found."""
    small = _small_words(language)
    return frozenset(spot.key(small) for spot in replacements(edits))


def _named(spots: Mapping[int, Sequence[Replacement]]) -> tuple[str, str] | None:
    """The old words and the new ones with what belongs to their name in every change, or what all have beside
    them, if that is a name; else with what most have. None if they are no names, if they are long, or if one
    name only joined a list.

    Args:
        spots: where the ones gave way to the others, by the numbers of the changes.
    """
    every = [one for its in spots.values() for one in its]
    first, ((named, times), *_) = every[0], Counter(one.named for one in every).most_common(1)
    if not all(_hold(its, named) for its in spots.values()):
        before = _shared([one.before for one in every], at_end=True)
        shared = replace(first, before=before, behind=_shared([one.behind for one in every])).named
        is_own = 2 * times <= len(every) or _are_names(shared)
        named = shared if is_own and not _FORM.fullmatch(shared[0]) else named
    old, new = named
    is_listed = not (first.old.strip() and first.new.strip()) and "," in first.old + first.new
    is_short = max(len(one.split()) for one in named) <= _MOST
    return named if is_short and _are_names(named) and _MASK not in old + new and not is_listed else None


def _are_names(named: tuple[str, str]) -> bool:
    return all(_NAMED.search(one.partition(" ")[2] or one) for one in named)


def _hold(spots: Iterable[Replacement], named: tuple[str, str]) -> bool:
    """Whether one of some replacements has these words with what stands beside it, whatever their capitals
    and signs."""
    said = [*map(compared, named)]
    return any(
        all(own in compared(there) for own, there in zip(said, one.named, strict=True)) for one in spots
    )


def _shared(texts: Sequence[str], *, at_end: bool = False) -> str:
    """What all of some texts begin with, or end with."""
    cut = [text[::-1] if at_end else text for text in texts]
    length = next(
        (n for n, letters in enumerate(zip(*cut, strict=False)) if len(set(letters)) > 1), min(map(len, cut))
    )
    if any(text[length : length + 1].isalnum() for text in cut):  # no first letters of other words
        length = _whole_words(cut[0], length)
    return cut[0][:length][::-1] if at_end else cut[0][:length]


def _whole_words(text: str, length: int) -> int:
    """How much of the first letters of a text are whole words."""
    while length and text[length - 1].isalnum():
        length -= 1
    return length


def _bare(said: str, small: frozenset[str]) -> str:
    found = compared(_SCHEME.sub("", said.strip(), count=1)).split()
    return " ".join(dropwhile(lambda word: word in small and len(found) > 1, found))


def _small_words(language: str) -> frozenset[str]:
    known = languages.find(language)
    return known.direction.function if known else frozenset()


def replacements(edits: Sequence[Edit]) -> list[Replacement]:
    """Where words gave way to others in a text: edits with a word or two between them are one."""
    runs = list(_runs(edits))
    return [
        Replacement(
            "".join(edit.old for edit in edits[start:end]),
            "".join(edit.new for edit in edits[start:end]),
            "".join(edit.old for edit in edits[max(start - 1, 0) : start])[-_BESIDE:],
            "".join(edit.old for edit in edits[end : end + 1])[:_BESIDE],
        )
        for start, end in runs
    ]


def _runs(edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """The places of edits that stand together, the last one excluded."""
    start = end = -1
    for place, edit in enumerate(edits):
        if edit.operation == "equal":
            continue
        if start >= 0 and (place == end or (place == end + 1 and len(edits[end].old.split()) <= _BETWEEN)):
            end = place + 1
            continue
        if start >= 0:
            yield start, end
        start, end = place, place + 1
    if start >= 0:
        yield start, end
