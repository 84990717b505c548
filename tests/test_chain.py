"""The chain of hashes: whatever is done to a line shows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.archive import chain

RECORDS = st.lists(
    st.dictionaries(st.text(max_size=5), st.text(max_size=20), max_size=3), min_size=1, max_size=6
)


def build(records: list[dict[str, Any]]) -> tuple[bytes, chain.ChainHead]:
    data, previous = b"", ""
    for record in records:
        line = chain.encode(record, previous)
        previous = chain.sha256(line)
        data += line + b"\n"
    return data, chain.ChainHead(len(records), previous)


def holds(data: bytes, head: chain.ChainHead) -> bool:
    lines = chain.parse_lines(data)
    return not chain.chain_faults(lines, head) and len(lines.whole) == head.lines and not lines.partial


@given(RECORDS)
def test_what_was_written_holds(records: list[dict[str, Any]]) -> None:
    """Lines come back as they were written, and the chain is whole."""
    data, head = build(records)
    assert holds(data, head)
    found = [line.record for line in chain.parse_lines(data).whole]
    assert [{k: v for k, v in (one or {}).items() if k != "previous"} for one in found] == [
        {k: v for k, v in record.items() if k != "previous"} for record in records
    ]


@given(RECORDS, st.data())
def test_any_changed_byte_shows(records: list[dict[str, Any]], data: st.DataObject) -> None:
    """One byte of one line is another: found, whichever byte and whatever it becomes."""
    lines, head = build(records)
    place = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != lines[place]))
    assert not holds(lines[:place] + bytes([other]) + lines[place + 1 :], head)


@given(RECORDS, st.data())
def test_any_removed_line_shows(records: list[dict[str, Any]], data: st.DataObject) -> None:
    """A line is missing, the first and the last included."""
    lines, head = build(records)
    pieces = lines.splitlines(keepends=True)
    del pieces[data.draw(st.integers(0, len(pieces) - 1))]
    assert not holds(b"".join(pieces), head)


@given(RECORDS, st.data())
def test_any_other_order_shows(records: list[dict[str, Any]], data: st.DataObject) -> None:
    """Two lines change places, or one stands twice."""
    lines, head = build(records)
    pieces = lines.splitlines(keepends=True)
    mixed = data.draw(st.permutations(pieces))
    assert holds(b"".join(mixed), head) == (mixed == pieces)
    twice = data.draw(st.sampled_from(pieces))
    assert not holds(lines + twice, head)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{}", id="no keys"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"format":"policydiff-archive/1","lines":1,"last":"a"}', id="no line end"),
        pytest.param(b'{"format": "policydiff-archive/1","lines":1,"last":"a"}\n', id="a space more"),
        pytest.param(b'{"format":"policydiff-archive/2","lines":1,"last":"a"}\n', id="other format"),
        pytest.param(b'{"format":"policydiff-archive/1","lines":01,"last":"a"}\n', id="other number"),
    ],
)
def test_head_has_one_way_to_be_written(data: bytes) -> None:
    """Any other bytes than ours are a change."""
    assert chain.parse_head(data) is None


def test_head_comes_back() -> None:
    """The head that was written is the head that is read."""
    head = chain.ChainHead(12, "ab")
    assert chain.parse_head(head.encode()) == head


@pytest.mark.parametrize(
    "line",
    [b"[" * 100_000, b"[]", b"null", b"\xff", b"", b"9" * 10_000, b'{"a":1}{'],
    ids=lambda b: repr(b[:6]),
)
def test_hostile_lines_are_faults_and_no_errors(line: bytes) -> None:
    """What is no JSON object is named by its line."""
    lines = chain.parse_lines(line + b"\n")
    assert chain.chain_faults(lines, chain.ChainHead(1, chain.sha256(line))) == [
        (1, "the line is no JSON object")
    ]


def test_lines_beyond_the_head_are_no_fault() -> None:
    """A write that was cut short leaves them: they are not counted, and not held against the archive."""
    data, _ = build([{"a": "1"}, {"a": "2"}])
    _, head = build([{"a": "1"}])
    assert chain.chain_faults(chain.parse_lines(data + b'{"a'), head) == []
    assert chain.parse_lines(data + b'{"a').partial == b'{"a'
