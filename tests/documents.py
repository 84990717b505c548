"""A little language of documents that can be written both as HTML and as Markdown, for the laws."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = [
    "we",
    "collect",
    "your",
    "data",
    "Never",
    "disclose",
    "it",
    "2024",
    "GDPR",
    "cookies",
    "consent",
    "naïve",
    "Straße",
]


@dataclass(frozen=True)
class Run:
    """Words in one style: plain, bold, or a link."""

    words: str
    style: str

    def html(self) -> str:
        if self.style == "bold":
            return f"<strong>{self.words}</strong>"
        if self.style == "link":
            return f'<a href="https://example.org/{len(self.words)}">{self.words}</a>'
        return self.words

    def markdown(self) -> str:
        if self.style == "bold":
            return f"**{self.words}**"
        if self.style == "link":
            return f"[{self.words}](https://example.org/{len(self.words)})"
        return self.words


Text = tuple[Run, ...]


def html(text: Text) -> str:
    return " ".join(run.html() for run in text)


def markdown(text: Text) -> str:
    return " ".join(run.markdown() for run in text)


@dataclass(frozen=True)
class Heading:
    level: int
    text: Text

    def html(self) -> str:
        return f"<h{self.level}>{html(self.text)}</h{self.level}>"

    def markdown(self) -> str:
        return "#" * self.level + " " + markdown(self.text)


@dataclass(frozen=True)
class Paragraph:
    text: Text

    def html(self) -> str:
        return f"<p>{html(self.text)}</p>"

    def markdown(self) -> str:
        return markdown(self.text)


@dataclass(frozen=True)
class Items:
    """A list; each item is its text and perhaps a list below it."""

    ordered: bool
    start: int
    items: tuple[tuple[Text, Items | None], ...]

    def html(self) -> str:
        inner = "".join(f"<li>{html(text)}{below.html() if below else ''}</li>" for text, below in self.items)
        return f'<ol start="{self.start}">{inner}</ol>' if self.ordered else f"<ul>{inner}</ul>"

    def markdown(self) -> str:
        lines = []
        for number, (text, below) in enumerate(self.items, self.start):
            mark = f"{number}. " if self.ordered else "*   "
            lines.append(mark + markdown(text))
            if below:
                lines.append("")  # a list that starts at 2 cannot stand right behind text
                lines += [" " * len(mark) + line for line in below.markdown().splitlines()]
        return "\n".join(lines)


@dataclass(frozen=True)
class CellText:
    """A table cell: paragraphs, then a list, either of which may be missing."""

    paragraphs: tuple[Text, ...]
    items: tuple[Text, ...]

    def html(self) -> str:
        inner = "".join(f"<p>{html(text)}</p>" for text in self.paragraphs)
        return inner + (
            "<ul>" + "".join(f"<li>{html(text)}</li>" for text in self.items) + "</ul>" if self.items else ""
        )

    def markdown(self) -> str:
        parts = ["<br><br>".join(markdown(text) for text in self.paragraphs)] if self.paragraphs else []
        return "<br>".join([*parts, *("* " + markdown(text) for text in self.items)])


@dataclass(frozen=True)
class Table:
    head: tuple[Text, ...]
    rows: tuple[tuple[CellText, ...], ...]

    def html(self) -> str:
        head = "".join(f"<th>{html(text)}</th>" for text in self.head)
        rows = "".join(
            "<tr>" + "".join(f"<td>{cell.html()}</td>" for cell in row) + "</tr>" for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def markdown(self) -> str:
        lines = [
            "| " + " | ".join(markdown(text) for text in self.head) + " |",
            "| --- " * len(self.head) + "|",
        ]
        lines += ["| " + " | ".join(cell.markdown() for cell in row) + " |" for row in self.rows]
        return "\n".join(lines)


Node = Heading | Paragraph | Items | Table


def as_html(nodes: Sequence[Node]) -> str:
    body = "\n".join(node.html() for node in nodes)
    return f"<!doctype html><html><head><title>Privacy</title></head><body><main>{body}</main></body></html>"


def as_markdown(nodes: Sequence[Node]) -> str:
    return "\n\n".join(node.markdown() for node in nodes) + "\n"


_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
_runs = st.builds(Run, _words, st.sampled_from(["plain", "plain", "bold", "link"]))


def _no_touching_bold(runs: list[Run]) -> bool:
    return all(not (a.style == b.style == "bold") for a, b in pairwise(runs))


_texts: st.SearchStrategy[Text] = st.lists(_runs, min_size=1, max_size=3).filter(_no_touching_bold).map(tuple)
_leaf_items = st.builds(
    Items,
    st.booleans(),
    st.integers(1, 9),
    st.lists(st.tuples(_texts, st.none()), min_size=1, max_size=3).map(tuple),
)
_items = st.builds(
    Items,
    st.booleans(),
    st.integers(1, 9),
    st.lists(st.tuples(_texts, st.one_of(st.none(), _leaf_items)), min_size=1, max_size=3).map(tuple),
)
_cells = st.builds(CellText, st.lists(_texts, max_size=2).map(tuple), st.lists(_texts, max_size=3).map(tuple))


def _tables(width: int) -> st.SearchStrategy[Table]:
    return st.builds(
        Table,
        st.lists(_texts, min_size=width, max_size=width).map(tuple),
        st.lists(st.lists(_cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3).map(
            tuple
        ),
    )


def _no_touching_lists(found: list[Node]) -> bool:
    """Markdown reads two lists in a row as one."""
    return all(not (isinstance(a, Items) and isinstance(b, Items)) for a, b in pairwise(found))


nodes: st.SearchStrategy[list[Node]] = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(1, 6), _texts),
        st.builds(Paragraph, _texts),
        _items,
        st.integers(2, 3).flatmap(_tables),
    ),
    min_size=1,
    max_size=6,
).filter(_no_touching_lists)
