"""The trained reader: from the features of a changed statement to its category and its importance.

It has two layers. The first is linear: every word and pair of words has a weight for each question (is this
of substance, is it on sharing, does it matter), and a statement's answer is the sum of its weights, divided
by its length as a vector. The second is a small forest of boosted trees that sees those answers beside the
numbers about the statement's shape, and answers three of the questions again; whether a statement is of
substance it also judges by what the first layer says of the statements around it. `training/` fits both;
`docs/model.md` is the card.

Weights and leaves are whole numbers and are summed as such; what follows uses only single sums, products,
quotients and square roots, which every machine rounds alike. So the same text gets the same answer
everywhere. (`sum` of numbers with a point would not do: from Python 3.12 on it rounds in another way.)
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, reduce
from hashlib import sha256
from importlib import resources
from itertools import accumulate
from math import floor, sqrt
from operator import and_, getitem
from typing import TYPE_CHECKING, Final, NamedTuple

from policydiff.errors import DamagedModel
from policydiff.findings.features import NAMES, ROWS
from policydiff.models import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policydiff.findings.features import Features

HEADS: Final = ("substance", *CATEGORIES, "article", "headline")
"""The questions of the first layer, in the order of its weights."""
FORESTS: Final = ("substance", "article", "headline")
"""The questions that the second layer answers again."""
_LANES = len(HEADS) + 1
"""How many numbers a row has: a weight for each question, and the row's share in the length of a
statement."""
_ROW = 2 * _LANES
"""Bytes of a row of the table: two for each weight."""
_MOST_ADDED = 256
"""Bytes whose sum `_sum_of_bytes` can hold."""
OFFSET: Final = 1 << 15
"""Weights are kept as 0 to 65,535 and stand for -32,768 to 32,767."""
MAGIC = b"policydiff reader 1\n"
_FILE = "reader.model"
_MOST_LEAVES = 8
_SURE = 2000
"""Thousandths of log-odds from which on a statement counts as wholly of substance, or of none, beside
another."""
_NEAR = (2, 5)
"""Statements before and behind one that count as near it."""
_FINE = 10_000_000
"""What the leaves of a tree are counted in: the file has seven places behind the point."""
_ADVICE = "Install policydiff again"
_RETRAIN = "Install policydiff again; after a change of categories or features, run make model"

Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...], tuple[float, ...]]
"""A tree as columns: the number a node asks for, its bound, the nodes that follow where the number is at
most the bound and where it is more, and the values of its leaves. A node below 0 is leaf -1 - node."""


class ReaderAnswer(NamedTuple):
    """The reader's answers on one changed statement, as log-odds: above 0 is more likely than not."""

    substance: float
    categories: tuple[float, ...]
    """In the order of `CATEGORIES`."""
    article: float
    """Log-odds that it belongs in an article: importance 2 or more."""
    headline: float
    """Log-odds that a newspaper would print a headline on it; comparable among statements, not calibrated."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The log-odds from which something is reported; chosen on statements that the weights were not fitted
    to."""

    substance: float
    second: float
    """Of a second category beside the likeliest one."""
    article: float
    headline: float
    clear: float
    """Below this a change is clearly of no substance."""


class Model:
    """A trained reader, ready for use."""

    def __init__(self, header: Mapping[str, object], weights: bytes | memoryview) -> None:
        self.bounds = Bounds(**header["bounds"])  # type: ignore[arg-type]
        self._bias: Sequence[float] = header["bias"]  # type: ignore[assignment]
        self._scale: Sequence[float] = header["scale"]  # type: ignore[assignment]
        self._length: float = header["length"]  # type: ignore[assignment]
        trees: Mapping[str, Sequence[Tree]] = header["forests"]  # type: ignore[assignment]
        self._forests = {name: Forest(some) for name, some in trees.items()}
        self._table = bytes(weights)

    def answers(self, features: Iterable[Features]) -> list[ReaderAnswer]:
        """The reader's answers on each changed statement of one comparison, in their order."""
        some = list(features)
        known = [self.linear(one.rows) for one in some]
        said = [[round(1000 * answer) for answer in answers] for answers in known]
        around = neighbours([one[0] for one in said], [one.numbers[:2] for one in some])
        return [self._answer(*one) for one in zip(some, known, said, around, strict=True)]

    def linear(self, rows: Sequence[int]) -> list[float]:
        """The answers of the first layer to all questions, as log-odds.

        The rows are written one below the other, and the bytes of each column are added up.
        """
        table = self._table
        sums = [0] * _ROW
        for first in range(0, len(rows), _MOST_ADDED):
            said = b"".join(
                [table[row * _ROW : row * _ROW + _ROW] for row in rows[first : first + _MOST_ADDED]]
            )
            sums = [before + _sum_of_bytes(said[column::_ROW]) for column, before in enumerate(sums)]
        taken = OFFSET * len(rows)
        totals = [low + 256 * high - taken for low, high in zip(sums[::2], sums[1::2], strict=True)]
        length = self._length * totals[-1]
        share = 1 / sqrt(length) if length else 0.0
        return [
            bias + scale * total * share
            for bias, scale, total in zip(self._bias, self._scale, totals, strict=False)
        ]

    def _answer(
        self, one: Features, known: Sequence[float], said: Sequence[int], around: Sequence[int]
    ) -> ReaderAnswer:
        seen = (*one.numbers, *said)
        substance = self._again("substance", (*seen, *around))
        article, headline = known[-2], known[-1]
        if substance > self.bounds.clear:  # of the others nobody asks how much they matter
            article += self._again("article", seen)
            headline += self._again("headline", seen)
        return ReaderAnswer(substance, tuple(known[1:-2]), article, article + headline)

    def _again(self, name: str, seen: Sequence[int]) -> float:
        return self._forests[name].answer(seen)


def _sum_of_bytes(some: bytes) -> int:
    """The sum of up to 256 bytes: the lower half of this checksum, in a tenth of the time of `sum`."""
    return zlib.adler32(some, 0) & 0xFFFF


def neighbours(substance: Sequence[int], kinds: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """What the first layer says of the statements around each one: a sentence seldom changes alone.

    Args:
        substance: its answers, in thousandths, in the order of the statements of one comparison.
        kinds: what tells new, gone and edited statements apart.

    Returns:
        for each: the answers before and behind it, and how sure the others are of substance, 0 to 4,000: all,
        those of its kind, and the nearest. Where there is none it counts as one that could be either.
    """
    sure = [max(0, min(2 * _SURE, _SURE + answer)) for answer in substance]
    sums = [0, *accumulate(sure)]
    of_kind: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for kind, one in zip(kinds, sure, strict=True):
        of_kind[kind].append(one)
    kept = {kind: (sum(some), len(some)) for kind, some in of_kind.items()}

    def others(total: int, number: int, at: int) -> int:
        return (total - sure[at]) // (number - 1) if number > 1 else _SURE

    def near(at: int, reach: int) -> int:
        first, last = max(0, at - reach), min(len(sure), at + reach + 1)
        return others(sums[last] - sums[first], last - first, at)

    beside = (0, *substance, 0)
    return [
        (
            beside[at],
            beside[at + 2],
            others(sums[-1], len(sure), at),
            others(*kept[kind], at),
            *(near(at, reach) for reach in _NEAR),
        )
        for at, kind in enumerate(kinds)
    ]


class Forest:
    """Trees that are all gone through at once.

    Source: QuickScorer (Lucchese et al., SIGIR 2015). Each tree has a byte with a bit for each of its leaves,
    from the left. A node whose number is above its bound takes away the leaves on its lower side; the first
    leaf that is left is the one a walk would come to. All bytes together are one whole number, and for each
    question and each stretch between two bounds what it takes away is known beforehand: a statement costs one
    "and" a question, however many trees there are.
    """

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._size = len(trees)
        self._all = (1 << 8 * self._size) - 1
        taken: dict[int, dict[int, int]] = defaultdict(dict)
        leaves = [_from_the_left(tree, 8 * number, taken) for number, tree in enumerate(trees)]
        self._leaves = [tuple([round(value * _FINE) for value in values]) for values in leaves]
        self._questions = sorted(taken)
        self._bounds = [sorted(taken[question]) for question in self._questions]
        self._left = [
            list(accumulate((~taken[question][bound] for bound in bounds), and_, initial=self._all))
            for question, bounds in zip(self._questions, self._bounds, strict=True)
        ]
        """For each question: the leaves that are left of all trees, by how many bounds a number is above."""

    def answer(self, seen: Sequence[int]) -> float:
        """The sum of the leaves that some numbers lead to."""
        asked = [seen[question] for question in self._questions]
        left = reduce(and_, map(getitem, self._left, map(bisect_left, self._bounds, asked)), self._all)
        first = left.to_bytes(self._size, "little").translate(_FIRST_LEAF)
        return sum(map(getitem, self._leaves, first)) / _FINE


_FIRST_LEAF = bytes((leaves & -leaves).bit_length() - 1 if leaves else 0 for leaves in range(256))
"""By the leaves that are left of a tree, the first of them."""


def _from_the_left(tree: Tree, shift: int, taken: dict[int, dict[int, int]]) -> list[float]:
    """The values of a tree's leaves from the left; `taken` is added to, `shift` bits up.

    Numbers are whole, so that a bound is rounded down: whole numbers are compared faster.

    Raises:
        ValueError: more than eight leaves.
    """
    asks, bounds, lower, higher, values = tree
    ordered: list[float] = []

    def passed(node: int) -> int:
        """The leaves below a node, one bit for each."""
        if node < 0:
            ordered.append(values[-1 - node])
            return 1 << (len(ordered) - 1)
        below = passed(lower[node])
        known, bound = taken[asks[node]], floor(bounds[node])
        known[bound] = known.get(bound, 0) | below << shift
        return below | passed(higher[node])

    passed(0 if asks else -1)
    if len(ordered) > _MOST_LEAVES:
        raise ValueError(f"a tree has {len(ordered)} leaves, more than {_MOST_LEAVES}")
    return ordered


def parsed(data: bytes, name: str) -> Model:
    """A model from the bytes of its file.

    Args:
        data: the file, as `packed` writes it.
        name: what an error calls it.

    Raises:
        DamagedModel: bytes that are no model, a damaged one or one of another version.
    """
    if not data.startswith(MAGIC):
        raise DamagedModel(name, "it is no model of this version of policydiff", _ADVICE)
    try:
        digest, body = data[len(MAGIC) : len(MAGIC) + 32], data[len(MAGIC) + 32 :]
        if sha256(body).digest() != digest:
            raise DamagedModel(name, "its bytes are not what they were", _ADVICE)
        opened = zlib.decompress(body)
        size = int.from_bytes(opened[:4], "little")
        header = json.loads(opened[4 : 4 + size])
    except (zlib.error, ValueError) as error:
        raise DamagedModel(name, "it cannot be unpacked", _ADVICE) from error
    known = {"names": list(NAMES), "heads": list(HEADS), "rows": ROWS}
    if not isinstance(header, dict) or any(header.get(member) != value for member, value in known.items()):
        raise DamagedModel(name, "it answers other questions or sees other features than this code", _RETRAIN)
    return Model(header, memoryview(opened)[4 + size :])


def packed(header: Mapping[str, object], weights: bytes) -> bytes:
    """The bytes of a model's file.

    Args:
        header: bounds, bias, scale, length and forests, as `Model` takes them.
        weights: two bytes, low one first, for each number of each row of the table.
    """
    about = {"names": list(NAMES), "heads": list(HEADS), "rows": ROWS, **header}
    said = json.dumps(about, sort_keys=True, separators=(",", ":")).encode()
    body = zlib.compress(len(said).to_bytes(4, "little") + said + weights, 9)
    return MAGIC + sha256(body).digest() + body


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    file = resources.files("policydiff.findings") / _FILE
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DamagedModel(_FILE, "it is missing", _ADVICE) from error
    return parsed(data, _FILE)
