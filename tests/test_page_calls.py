"""How many function calls a page costs, stage by stage: what a clock shows only on a quiet machine.

Three written pages are read, each in words that no cache has met, and the calls of each stage are counted for
100 elements of the page. A stage may grow by a quarter over what is written here. The figures are those of
Python 3.11, which calls a function for each comprehension as later versions do not.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from policydiff import calendar_dates
from policydiff.normaliser import (
    containers,
    decode,
    element_names,
    extract,
    head,
    language,
    media,
    moments,
    normalise,
    outline,
    quality,
    tree,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, FrameType

_SLACK = 1.25
_STAGES: dict[str, tuple[Callable[..., object], ...]] = {
    "bytes": (containers.unpack, media.media_type, decode.decode),
    "tree": (tree.parse, tree.Elements.__init__, head.read_head, moments.write_out),
    "walk": (walk.read_elements,),
    "furniture": (extract.leave_out_furniture,),
    "clauses": (outline.clauses, outline.title),
    "language": (language.identify,),
    "dates": (calendar_dates.stated,),
    "quality": (quality.judge_quality,),
}
_NAMES: dict[CodeType, str] = {
    function.__code__: stage for stage, functions in _STAGES.items() for function in functions
}
_MENU = "".join(
    f'<li class="menu-item menu-item-{n}"><a class="menu-link" href="/shop/{n}">Parcels {n}</a></li>'
    for n in range(12)
)
_FOOT = (
    "<footer><p>© 2031 Lumenpost S.A.</p>"
    "<p><a href='/imprint'>Imprint</a> | <a href='/jobs'>Jobs</a></p></footer>"
)


def _sentences(words: Iterator[int], count: int) -> Iterator[str]:
    for _ in range(count):
        number = next(words)
        yield (
            f"We keep the data of account {number} for as long as a parcel is on its way to you, and we share"
            f" them with the carrier who brings it and with nobody else than the office of customs {number}."
        )


def _article(words: Iterator[int]) -> str:
    """Headings, paragraphs with links and bold type, lists."""
    sections = []
    for number in range(12):
        first, second, *items = _sentences(words, 6)
        listed = "".join(
            f"<li>{one} <a href='https://carrier.example/{number}'>Read on</a></li>" for one in items
        )
        sections.append(
            f"<h2 id='s{number}'>{number + 1}. What section {next(words)} says</h2><p>{first}</p>"
            f"<p><strong>In short:</strong> {second} <a href='#s{number}'>See above</a>.</p><ul>{listed}</ul>"
        )
    return f"<article><h1>Privacy Policy</h1><p>Last updated: 4 March 2031</p>{''.join(sections)}</article>"


def _builder(words: Iterator[int]) -> str:
    """Boxes in boxes with many attributes, as programs that build sites write them."""
    rows = (
        f'<section class="row row-{n}" data-id="{n}f" style="margin:0"><div class="column" id="c{n}">'
        f'<div class="widget-container" data-kind="text"><div><span style="color:#333">{one}</span></div>'
        f'<div><a class="link-plain" href="/legal/{n}">More on this {next(words)}</a></div>'
        "</div></div></section>"
        for n, one in enumerate(_sentences(words, 40))
    )
    return f'<div id="page" class="site"><h1>Privacy Policy</h1>{"".join(rows)}</div>'


def _tables(words: Iterator[int]) -> str:
    """Tables of data, with a line between them."""
    tables = []
    for said in _sentences(words, 6):
        rows = "".join(
            f"<tr><td>Data {next(words)}</td><td>Carriage of parcels</td><td>{next(words)} days</td></tr>"
            for _ in range(12)
        )
        tables.append(
            f"<p>{said}</p><table><tr><th>Data</th><th>Purpose</th><th>Kept</th></tr>{rows}</table>"
        )
    return f"<main><h1>Privacy Policy</h1>{''.join(tables)}</main>"


_WORDS = itertools.count(100_000)
"""Numbers that no page has had before."""


def _read(body: Callable[[Iterator[int]], str]) -> int:
    """Read a page of new words; how many elements it has."""
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Privacy Policy | Lumenpost</title>'
        "<script>let parcels = 1;</script></head><body>"
        f"<nav><ul>{_MENU}</ul></nav>{body(_WORDS)}{_FOOT}</body></html>"
    )
    read = normalise(page.encode(), url="https://lumenpost.example/privacy", content_type="text/html")
    assert read.quality.level == "good"
    return page.count("<") - page.count("</")


def _calls(body: Callable[[Iterator[int]], str]) -> dict[str, float]:
    """The calls of each stage for 100 elements of a page."""
    _read(body)  # patterns are compiled for the first page
    calls: Counter[str] = Counter()
    running = ["rest"]

    def note(frame: FrameType, event: str, _: Any) -> None:
        stage = _NAMES.get(frame.f_code) if event in ("call", "return") else None
        if stage and event == "call":
            running.append(stage)
        calls[running[-1]] += event in ("call", "c_call")
        if stage and event == "return":
            running.pop()

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        elements = _read(body)
    finally:
        sys.setprofile(before)
    return {stage: round(100 * calls[stage] / elements, 1) for stage in _STAGES}


_MEASURED: dict[Callable[[Iterator[int]], str], dict[str, float]] = {
    _article: {
        "bytes": 36, "tree": 42, "walk": 2300, "furniture": 683,
        "clauses": 266, "language": 127, "dates": 744, "quality": 152,
    },
    _builder: {
        "bytes": 23, "tree": 52, "walk": 1566, "furniture": 726,
        "clauses": 129, "language": 51, "dates": 587, "quality": 101,
    },
    _tables: {
        "bytes": 21, "tree": 21, "walk": 4333, "furniture": 831,
        "clauses": 454, "language": 81, "dates": 1159, "quality": 221,
    },
}  # fmt: skip
"""The calls of each stage for 100 elements."""


@pytest.mark.parametrize("body", _MEASURED)
def test_no_stage_of_reading_a_page_takes_more_calls(body: Callable[[Iterator[int]], str]) -> None:
    """Each stage takes at most a quarter more calls than are written here."""
    measured, calls = _MEASURED[body], _calls(body)
    grown = [
        f"{stage}: {calls[stage]} calls for 100 elements of the page, {measured[stage]} before"
        for stage in _STAGES
        if calls[stage] > _SLACK * measured[stage]
    ]
    assert not grown, (
        f"a page costs more now ({'; '.join(grown)}). Look at what is called there for each element or block;"
        " if the calls are worth it, write the new figure into _MEASURED."
    )


def test_calls_are_counted_where_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call more for each container grows the stage that makes it, and no other."""
    before, name = _calls(_builder), element_names.name
    monkeypatch.setattr(element_names, "name", lambda node, tag: name(node, tag))  # noqa: PLW0108 - a call more
    after = _calls(_builder)
    assert after["walk"] > before["walk"] + 20
    assert {**after, "walk": 0} == pytest.approx({**before, "walk": 0}, rel=0.02)
