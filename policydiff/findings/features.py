"""The features of a changed statement for the trained reader: rows of its table of weights, and a few
numbers.

In: the changed statements of one comparison, in order. Out: for each of them *rows*, one for every word and
every pair of neighbouring words, separated by where they occur (in the statement, inserted, deleted, in the
headings, in the line that introduces the list), and *numbers* about its shape and about what else changed:
how much of it is new, whether the same edit was made elsewhere, whether a date or a name is all that differs.

A word becomes a row by its checksum (the "hashing trick": Weinberger et al., 2009), so that the table holds
no word of anybody's text. Two words may share a row; with many more rows than words seen that costs little.
Everything is an integer, so that the answer is the same on every machine.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING
from zlib import crc32

from policydiff.findings.month_names import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.findings.facts import StatedAct
    from policydiff.findings.statement_changes import StatementChange, StatementChangeKind
    from policydiff.findings.statements import Statement
    from policydiff.findings.time_order import Sign

ROWS = 1 << 17
"""Rows of the table of weights."""
_MOST_WORDS = 150
"""Most words of a statement that are read; of the labelled statements one in a thousand has more."""
_MOST_HEADING = 60
"""Most words of a heading or an introduction that are read."""
_RARE = 40
"""Most changed statements that may have a word for it to show which edits are the same."""
_STEM = 5
"""By how many first letters a word is known, whatever its ending."""
_ALIKE = 40
"""Most changed statements that one is compared with."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<!\w.)\w+")
_NUMBER = re.compile(r"\d+")
_ADDRESS = ("@", "http", "www.")
"""One of these is in every address of mail and pages."""
_SURE = {"date": 3, "year": 2, "length": 1, "none": 0}


@dataclass(frozen=True, slots=True)
class Features:
    """One changed statement as the model reads it."""

    rows: tuple[int, ...]
    """Rows of the table of weights, each once."""
    numbers: tuple[int, ...]
    """In the order of `NAMES`."""


NAMES = (
    "new", "gone", "heading", "cell", "item", "depth", "new words", "old words", "words put in",
    "words taken out", "runs put in", "runs taken out", "longest run put in", "longest run taken out",
    "words kept", "likeness of nearest", "share in nearest", "words elsewhere", "numbers put in",
    "numbers taken out", "mail", "address", "mail changed", "address changed", "capitals",
    "capitals put in", "capitals taken out", "ends a sentence", "asks", "introduces", "number",
    "only order", "only endings", "commas", "changes", "changes new", "changes gone", "changes edited",
    "place", "changes before", "same edit before", "same edit behind", "likest edit before",
    "likest edit", "edits alike", "date", "dates before", "only a date", "only a name",
    "name elsewhere", "only years", "order sure",
)  # fmt: skip
"""The names of the numbers of a changed statement: counts, shares in hundredths, or 0 and 1."""

_SEEDS = {kind: [crc32(f"{kind} {name} ".encode()) for name in NAMES] for kind in ("new", "gone", "edited")}
"""The checksums of what stands before a number in the name of its row, by kind of change."""
_UNSAID = {
    "new": crc32(b"new unsaid "),
    "gone": crc32(b"gone unsaid "),
    "either": crc32(b"unsaid "),
}
"""The same for a word that the other side does without."""


def features(changes: Sequence[StatementChange], sign: Sign) -> list[Features]:
    """Rows and numbers of the changed statements of one comparison, in their order; `sign` tells what that
    rests on."""
    drafts = [_Draft(change) for change in changes]
    pair = _Pair(drafts, sign)
    return [
        Features(tuple(_rows(draft, shape)), shape)
        for place, draft in enumerate(drafts)
        for shape in (_numbers(draft, place, pair),)
    ]


def _plain(words: Sequence[str]) -> list[str]:
    """The words that are read, years and other numbers replaced by their kind."""
    return [
        word
        if word.isalpha()
        else "<year>"
        if _YEAR.fullmatch(word)
        else "<number>"
        if _digit(word)
        else word
        for word in words[:_MOST_WORDS]
    ]


def _digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


class _Draft:
    """The features of one change by itself."""

    def __init__(self, change: StatementChange) -> None:
        self.change = change
        old, new = change.old, change.new
        self.old = _plain(old.words) if old else []
        self.new = _plain(new.words) if new else []
        edited = old is not None and new is not None
        self.put = [self.new[a:b] for a, b in change.put] if edited else [self.new] if new else []
        self.cut = [self.old[a:b] for a, b in change.cut] if edited else [self.old] if old else []
        self.put, self.cut = [run for run in self.put if run], [run for run in self.cut if run]
        self.came = [word for run in self.put for word in run]
        self.went = [word for run in self.cut for word in run]
        self.bag = frozenset(self.came) | frozenset("-" + word for word in self.went)
        text = change.statement.text
        said = frozenset(change.statement.words)
        self.date = bool(_YEAR.search(text) and not MONTHS.isdisjoint(said)) or bool(_DAY.search(text))
        self.capitals = _CAPITAL.findall(text)
        self.capitals_put = _among(self.came, self.capitals)
        self.capitals_cut = _among(self.went, _CAPITAL.findall(old.text) if old and new else self.capitals)


def _among(some: Sequence[str], written: Iterable[str]) -> list[str]:
    """Those of the words written with a capital that are among some."""
    known = frozenset(some)
    return [word for word in map(str.casefold, written) if word in known] if known else []


class _Pair:
    """An index of all changed statements of a comparison: what was inserted and deleted, and where."""

    def __init__(self, drafts: Sequence[_Draft], sign: Sign) -> None:
        self.drafts = drafts
        self.sure = _SURE[sign]
        kinds = Counter(draft.change.kind for draft in drafts)
        self.kinds = kinds["new"], kinds["gone"], kinds["edited"]
        self.came = Counter(word for draft in drafts for word in frozenset(draft.came))
        self.went = Counter(word for draft in drafts for word in frozenset(draft.went))
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, draft in enumerate(drafts):
            for word in draft.bag:
                self.places[word].append(place)
        dates = [draft.date for draft in drafts]
        self.dates = (
            [sum(dates[:place]) for place in range(len(dates))] if len(dates) <= _RARE * _RARE else None
        )

    def alike(self, place: int) -> tuple[int, int, int, int, int]:
        """The number of equal edits before and after it, the likeness of the most similar edit before it and
        anywhere, and the number of similar ones."""
        bag = self.drafts[place].bag
        spots = [self.places[word] for word in bag]
        near = Counter(chain.from_iterable([some for some in spots if len(some) <= _RARE]))
        del near[place]
        others: Iterable[int] = near
        if len(near) > _ALIKE:
            others = sorted(near, key=lambda other: (-near[other], other))[:_ALIKE]
        before = [_share(bag, self.drafts[other].bag) for other in others if other < place]
        behind = [_share(bag, self.drafts[other].bag) for other in others if other > place]
        return (
            len([share for share in before if share > 80]),
            len([share for share in behind if share > 80]),
            max(before, default=0),
            max(max(before, default=0), max(behind, default=0)),
            len([share for share in before + behind if share > 40]),
        )


def _share(one: frozenset[str], other: frozenset[str]) -> int:
    """How many of all words of two statements both hold, in hundredths."""
    both = len(one & other)
    return both * 100 // max(1, len(one) + len(other) - both)


def _numbers(draft: _Draft, place: int, pair: _Pair) -> tuple[int, ...]:
    change, unit = draft.change, draft.change.statement
    text, words = unit.text, draft.new or draft.old
    edited = change.kind == "edited"
    before = change.old.text if change.old else ""
    after = change.new.text if change.new else ""
    was, now = frozenset(_NUMBER.findall(before)), frozenset(_NUMBER.findall(after))
    addressed = [any(map(side.__contains__, _ADDRESS)) for side in (before, after)] if edited else ()
    undated = [_YEAR.sub("", side) for side in (before, after)] if now or was else [before, after]
    differ = " ".join(frozenset(before.split()) ^ frozenset(after.split())) if any(addressed) else ""
    end = text.rstrip()[-1:]
    kept = (
        200 * (len(draft.old) - len(draft.went)) // max(1, len(draft.old) + len(draft.new)) if edited else 0
    )
    other = pair.went if change.kind == "new" else pair.came
    bag = frozenset(words)
    elsewhere = 0 if edited else 100 * sum(1 for word in bag if other[word]) // max(1, len(bag))
    near = _likeness(words, change.elsewhere)
    names = frozenset(draft.capitals_put) | frozenset("-" + word for word in draft.capitals_cut)
    both = bool(draft.capitals_put and draft.capitals_cut)
    return (
        change.kind == "new", change.kind == "gone", unit.place.heading, unit.cell, unit.place.item,
        len(unit.path), len(draft.new), len(draft.old), len(draft.came), len(draft.went), len(draft.put),
        len(draft.cut), max(map(len, draft.put), default=0), max(map(len, draft.cut), default=0), kept, near,
        int(100 * change.share) if not edited else 0, elsewhere, len(now - was), len(was - now), "@" in text,
        "http" in text or "www." in text, "@" in differ, "http" in differ or "www." in differ,
        100 * len(draft.capitals) // max(1, len(words)), len(draft.capitals_put),
        len(draft.capitals_cut), end in (".", "!"), end == "?", end == ":", bool(now or was),
        edited and sorted(draft.old) == sorted(draft.new),
        edited and {word[:_STEM] for word in draft.old} == {word[:_STEM] for word in draft.new},
        after.count(",") - before.count(",") if edited else text.count(","), len(pair.drafts), *pair.kinds,
        100 * place // max(1, len(pair.drafts)), place, *pair.alike(place), draft.date,
        pair.dates[place] if pair.dates else 0,
        edited and all(w in ("<number>", "<year>") or w in MONTHS for w in (*draft.came, *draft.went)),
        edited and both and 10 * len(names) >= 6 * len(draft.bag),
        max((len(pair.places[name]) - 1 for name in names if name in pair.places), default=0),
        edited and undated[0] == undated[1], pair.sure,
    )  # fmt: skip


def _likeness(words: Sequence[str], other: Statement | None) -> int:
    """Share of the words of both, in hundredths, that both have."""
    if other is None:
        return 0
    one, two = Counter(words), Counter(other.words)
    both = sum([min(number, two[word]) for word, number in one.items() if word in two])
    return 200 * both // max(1, len(words) + len(other.words))


def _rows(draft: _Draft, shape: tuple[int, ...]) -> set[int]:
    kind = draft.change.kind
    rows = _grams(draft.new or draft.old, "text")
    for field, runs in (("put in", draft.put), ("taken out", draft.cut)):
        for run in runs:
            rows |= _grams(run, field, "changed")
    unit = draft.change.statement
    for field, heading in zip(("heading", "above", "above"), reversed(unit.path), strict=False):
        rows |= _heading(heading, field)
    if unit.place.lead:
        rows |= _heading(unit.place.lead, "lead")
    rows.update(_concepts(draft.change))
    rows.update(_unsaid(draft))
    rows.update(shape_rows(kind, shape))
    return rows


def _unsaid(draft: _Draft) -> Iterable[int]:
    """The rows of the words of one side that the other side does without, whatever their endings.

    "Biometric" in a new statement counts for more where the likest statement that stood there before has no
    such word. The first letters stand for a word, so that "shares" answers "sharing"; a word that was
    replaced by a synonym counts as unsaid although it says nothing new.
    """
    change = draft.change
    if change.kind == "edited":
        yield from _unsaid_words("new", draft.came, draft.old)
        yield from _unsaid_words("gone", draft.went, draft.new)
    else:
        near = change.elsewhere
        yield from _unsaid_words(change.kind, draft.new or draft.old, near.words if near else ())


def _unsaid_words(kind: str, words: Sequence[str], other: Sequence[str]) -> Iterable[int]:
    said = {word[:_STEM] for word in other}
    for word in words:
        if word[:_STEM] not in said:
            known = word[: _STEM + 1].encode()
            yield crc32(known, _UNSAID[kind]) % ROWS
            yield crc32(known, _UNSAID["either"]) % ROWS


def shape_rows(kind: StatementChangeKind, shape: tuple[int, ...]) -> set[int]:
    """The rows that the numbers of a statement add to those of its words and concepts."""
    return set(map(_row_of_number, _SEEDS[kind], shape))


@lru_cache(maxsize=4096, typed=True)
def _row_of_number(seed: int, number: int) -> int:
    """Typed, since the model learned the row of "True" and not of "1" for what is yes or no."""
    return crc32(str(_step(number)).encode(), seed) % ROWS


def _concepts(change: StatementChange) -> Iterable[int]:
    """The rows of the concepts that the lexicon recognises, whose names are the same in every language.

    Most labelled statements are English and French. Through these names what was learned there holds for
    German and Spanish as well.
    """
    facts = change.statement.facts
    fields: list[tuple[str, Iterable[str | StatedAct]]] = [
        ("concept", facts.concepts),
        ("stated", facts.acts),
        ("denied", facts.denied),
        (f"{change.kind} gained", change.gained),
        (f"{change.kind} lost", change.lost),
        *(("under", above.concepts) for above in change.statement.context[-2:]),
    ]
    return chain.from_iterable([map(_row_of, repeat(field), names) for field, names in fields])


@lru_cache(maxsize=8192)
def _row_of(field: str, name: str | StatedAct) -> int:
    """The row of a name that the lexicon has, or of an act of two, in one field."""
    if not isinstance(name, str):
        name = f"not-{name.act} {name.thing}" if name.denied else f"{name.act} {name.thing}"
    return crc32(f"{field} {name}".encode()) % ROWS


@lru_cache(maxsize=1024)
def _heading(text: str, field: str) -> frozenset[int]:
    """The rows of a heading or an introduction, which many statements stand under."""
    return frozenset(_grams(_plain(re.findall(r"\w+", text.casefold())[:_MOST_HEADING]), field))


def _grams(words: Sequence[str], *fields: str) -> set[int]:
    """A row for each word and for each pair of neighbours, in each of some fields."""
    said = [word.encode() for word in words]
    said += [before + b" " + word for before, word in pairwise(said)]
    seeds = [crc32(field.encode()) for field in fields]
    return {crc32(gram, seed) % ROWS for seed in seeds for gram in said}


def _step(number: int) -> int:
    """A number by its order of magnitude: each up to 3, then in steps that grow."""
    return (
        number
        if -4 < number < 4
        else (2 + 2 * number.bit_length() + (number >> (number.bit_length() - 2) & 1))
        * (1 if number > 0 else -1)
    )
