"""The trained reader: its file, its bounds, and that it answers the same everywhere."""

from __future__ import annotations

import itertools
import zlib
from collections import defaultdict
from hashlib import sha256
from importlib import resources
from math import sqrt
from struct import Struct
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from policydiff.diff import compare_documents
from policydiff.errors import DamagedModel
from policydiff.findings import assess, stances
from policydiff.findings.assess import changes_in_order
from policydiff.findings.features import _Pair, features, shape_rows
from policydiff.findings.model import _LANES, MAGIC, OFFSET, _from_the_left, parsed, shipped
from policydiff.workflows.comparing import compare
from tests.findings import compared, document
from training.labelled import without_shape
from training.written import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Comparison

_LONGEST_QUOTE = 250
_PROMISE = "We will never sell your personal data to advertisers or to data brokers."


@pytest.fixture(scope="module")
def packed() -> bytes:
    """The file that comes with the package."""
    return (resources.files("policydiff.findings") / "reader.model").read_bytes()


# --- the file --------------------------------------------------------------------------------------


def test_the_file_is_small(packed: bytes) -> None:
    """It travels in every wheel."""
    assert len(packed) < 5_000_000
    assert parsed(packed, "reader.model").bounds.clear < parsed(packed, "reader.model").bounds.substance


def _other_version(data: bytes) -> bytes:
    return data.replace(MAGIC, MAGIC.replace(b"1", b"9"), 1)


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def _signed(body: bytes) -> bytes:
    """A file whose digest is right, whatever it holds."""
    return MAGIC + sha256(body).digest() + body


def _other_features(data: bytes) -> bytes:
    opened = zlib.decompress(data[len(MAGIC) + 32 :])
    return _signed(zlib.compress(opened.replace(b'"rows":', b'"rows":1', 1)))


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: b"<html>not found</html>",
        lambda data: data[:20],
        lambda data: data[: len(MAGIC) + 10],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"x",
        _flipped,
        _other_version,
        lambda data: _signed(b"no archive"),
        lambda data: _signed(zlib.compress(b"")),
        lambda data: _signed(zlib.compress((9).to_bytes(4, "little") + b"no header")),
        _other_features,
    ],
    ids=[
        "empty", "another page", "the beginning", "half a digest", "a byte short", "half", "a byte more",
        "a bit", "another version", "no archive", "nothing in it", "no header", "other features",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(packed: bytes, harm: object) -> None:
    """Which file it is, what is wrong with it and what to do; never a traceback of something else."""
    with pytest.raises(DamagedModel) as told:
        parsed(harm(packed), "reader.model")  # type: ignore[operator]
    assert str(told.value).startswith("reader.model: ")
    assert "\n" not in str(told.value)


# --- bounds ----------------------------------------------------------------------------------------

_ODD = {
    "forty thousand characters": "We share your name with advertisers and keep it " * 834,
    "forty thousand letters": "a" * 40_000,
    "one character": "x",
    "a sign": "§",
    "an unknown script": "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ ᛇᛈᛉᛊᛏᛒ ᛖᛗᛚᛜᛞᛟ",
    "only numbers": "12 34.5 678,9 2024 0 00000 1e9 99999999999999999999",
    "a thousand statements": " ".join(f"We share record {n} with partner {n}." for n in range(1000)),
    "a list without end": ", ".join(f"partner{n}" for n in range(4000)),
    "only stops": ". " * 5000,
    "turned letters": "\N{RIGHT-TO-LEFT OVERRIDE}" * 500,
}


def _kept(result: Comparison) -> tuple[object, ...]:
    return result.verdict, result.reasons, result.findings


@pytest.mark.parametrize("text", _ODD.values(), ids=_ODD)
def test_odd_statements(text: str) -> None:
    """An answer, the same one each time, with quotes that stand in their clause; come, gone or edited."""
    for old, new in (("", text), (text, ""), (text, f"{text} and more")):
        result = compared(old, new)
        assert _kept(result) == _kept(compared(old, new))
        _held_to_their_clause(result)
    stances(document(text))


def _held_to_their_clause(result: Comparison) -> None:
    for finding in result.findings:
        assert finding.old or finding.new
        assert finding.sentence
        for quote, side in ((finding.old, result.old), (finding.new, result.new)):
            if quote:
                assert quote.text
                assert len(quote.text.split()) <= _LONGEST_QUOTE
                assert side.clauses[quote.clause].text[quote.start :].startswith(quote.text)


def test_a_promise_among_words_that_say_nothing_keeps_its_rank() -> None:
    """Two thousand neutral words around a sentence make it no smaller."""
    neutral = [f"The garden behind house number {n} has a bench and a tree." for n in range(90)]
    assert sum(len(one.split()) for one in (*neutral, *neutral)) > 2000
    before, behind = " ".join(neutral), " ".join(reversed(neutral))
    alone = compared(before + " " + behind, f"{before} {_PROMISE} {behind}").findings
    plain = compared("", _PROMISE).findings
    assert [(one.category, one.direction, one.importance) for one in alone] == [
        (one.category, one.direction, one.importance) for one in plain
    ]
    assert plain


def test_a_promise_that_comes_with_words_that_say_nothing_is_told() -> None:
    """Also where all of those words are new."""
    neutral = " ".join(f"The garden behind house number {n} has a bench and a tree." for n in range(180))
    there = " ".join(f"Room {n} of the old tower is painted in green and in yellow." for n in range(180))
    found = compared(there, f"{there} {neutral} {_PROMISE}").findings
    ranks = {one.importance for one in found if one.new and one.new.text == _PROMISE}
    assert ranks == {one.importance for one in compared("", _PROMISE).findings}


# --- the same everywhere ----------------------------------------------------------------------------


def _statements() -> Iterator[str]:
    """Some three hundred statements of the kinds that policies hold, in words of our own."""
    acts = (
        "We {may}share {data} with {who} {why}.",
        "We {may}use {data} {why}.",
        "We {may}keep {data} for {period} {why}.",
        "You can ask us not to give {data} to {who}.",
    )
    modes = "", "may ", "will never "
    whats = "your name", "your precise location", "what you write in your notebook"
    whos = "our printers", "advertisers", "the police"
    whys = "to train our models", "to find mistakes", "if you have agreed", "when the law asks us to"
    for number, (act, may, data, who, why) in enumerate(itertools.product(acts, modes, whats, whos, whys)):
        yield act.format(may=may, data=data, who=who, why=why, period=f"{number % 7 + 1} months")


NUMBERS = "e3c44e95be33cd15408a2e2d3f432fadfb800042b3a2d6d4f2f0cc28a411dd57"
"""SHA-256 of the numbers that the reader gives each statement: as new, as gone and as another one edited."""
FINDINGS = "0f5c116a4e6a8e2f223c2ef00bb094b5716dbc53b7a55ec8df9a8e49f15521d7"
"""SHA-256 of what is told of them. Both stand for one model and one VERSION of findings, on every machine."""


def _pairs() -> Iterator[tuple[str, str]]:
    said = list(dict.fromkeys(_statements()))
    for number, statement in enumerate(said):
        yield "", statement
        yield statement, ""
        yield said[(number * 7 + 3) % len(said)], statement


def test_every_machine_gives_the_same_numbers() -> None:
    """To the last bit: probabilities, ranks and all categories."""
    reader, told = shipped(), []
    for old, new in _pairs():
        before, after = document(old), document(new)
        read = changes_in_order(compare_documents(before, after), before, after)
        assert read is not None
        told += reader.answers(features(read.changes, read.order.sign))
    told += reader.answers(example.features for example in written())
    assert len(told) > 3000
    assert sha256(repr(told).encode()).hexdigest() == NUMBERS


def test_every_machine_tells_the_same() -> None:
    """Category, direction, importance and sentence, with quotes that stand in their clause."""
    told: list[str] = []
    for old, new in list(_pairs())[::3] + list(_pairs())[2::3]:
        result = compared(old, new)
        _held_to_their_clause(result)
        told.append(result.verdict)
        told += [f"{one.category} {one.direction} {one.importance} {one.sentence}" for one in result.findings]
    assert sha256("\n".join(told).encode()).hexdigest() == FINDINGS


@pytest.mark.parametrize("rows", [1, 256, 257, 1000])
def test_the_weights_of_any_number_of_rows_are_added_up(rows: int) -> None:
    """However many bytes of one column there are."""
    reader = shipped()
    numbers = Struct(f"<{rows * _LANES}H").unpack_from(reader._table)
    *totals, length = (sum(numbers[lane::_LANES]) - OFFSET * rows for lane in range(_LANES))
    share = 1 / sqrt(reader._length * length)
    assert reader.linear(range(rows)) == [
        bias + scale * total * share
        for bias, scale, total in zip(reader._bias, reader._scale, totals, strict=True)
    ]


def test_a_model_of_ones_own() -> None:
    """Another reader may be given; it is asked instead of the one that comes along."""
    page = (resources.files("policydiff.findings") / "reader.model").read_bytes()
    same = parsed(page, "mine")
    old, new = document(""), document(_PROMISE)
    result = compare(old, new)
    assert assess(result.diff, old, new, model=same).findings == result.findings


def _edits_of_one_word(statements: int) -> _Pair:
    """So many changed statements, of which each put in the same word."""
    edited = SimpleNamespace(kind="edited")
    draft: Any = SimpleNamespace(bag=frozenset({"bread"}), change=edited, came=(), went=(), date=False)
    return _Pair([draft] * statements, "none")


@pytest.mark.parametrize(("statements", "likest"), [(40, 100), (41, 0)])
def test_a_word_that_most_edits_share_makes_none_alike(statements: int, likest: int) -> None:
    """Up to forty edits with one word are held against one another; more would be held against all."""
    assert _edits_of_one_word(statements).alike(0)[3] == likest


@pytest.mark.parametrize(("statements", "counted"), [(1_600, True), (1_601, False)])
def test_dates_before_a_statement_are_counted_where_few_changed(statements: int, counted: bool) -> None:
    """In a text that was written anew nobody counts them: the work would grow with the square."""
    assert (_edits_of_one_word(statements).dates is not None) == counted


@pytest.mark.parametrize(("leaves", "fits"), [(8, True), (9, False)])
def test_a_tree_has_as_many_leaves_as_a_byte_has_bits(leaves: int, fits: bool) -> None:
    """Each leaf of a tree is a bit; a file with a larger tree is refused."""
    asks = tuple(range(leaves - 1))
    lower = tuple(-1 - node for node in asks)
    higher = (*asks[1:], -leaves)
    values = tuple(map(float, range(leaves)))
    tree: Any = (asks, values[:-1], lower, higher, values)
    if fits:
        assert _from_the_left(tree, 0, defaultdict(dict)) == list(values)
        return
    with pytest.raises(ValueError, match="9 leaves"):
        _from_the_left(tree, 0, defaultdict(dict))


# --- what it is fitted to ----------------------------------------------------------------------------


def test_a_single_statement_teaches_words_and_no_shape() -> None:
    """That it is the first of one change, say, is true of every sentence that stands alone."""
    old, new = document("We keep logs."), document("We keep logs.\n\nWe sell your location to data brokers.")
    read = changes_in_order(compare_documents(old, new), old, new)
    assert read is not None
    (change,) = read.changes
    (seen,) = features(read.changes, read.order.sign)
    shape = shape_rows(change.kind, seen.numbers)
    assert shape < set(seen.rows)
    assert set(without_shape(seen, change.kind).rows) == set(seen.rows) - shape
