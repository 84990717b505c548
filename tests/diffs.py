"""Documents and diffs that a person can read, for the tests of the diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff import Cell, Clause, Document, compare_documents

if TYPE_CHECKING:
    from policydiff import Change


def document(*lines: str) -> Document:
    """One clause a line: "# " is a heading, "* " a list item, all else a paragraph."""
    path: tuple[str, ...] = ()
    clauses = []
    for line in lines:
        if line.startswith("# "):
            clauses.append(Clause("heading", line[2:], (), 2))
            path = (line[2:],)
        elif line.startswith("* "):
            clauses.append(Clause("item", line[2:], path, 1))
        else:
            clauses.append(Clause("paragraph", line, path))
    return Document(tuple(clauses))


def table(*rows: str, number: int = 0) -> list[Clause]:
    """Rows with " | " between cells and " / " between the clauses of a cell; "== " begins a row group."""
    clauses: list[Clause] = []
    group, headings = "", [cell.strip() for cell in rows[0].split("|")]
    for k, row in enumerate(rows):
        if row.startswith("== "):
            group = row[3:]
            clauses.append(Clause("paragraph", group, cell=Cell(number, k, 0)))
            continue
        cells = [cell.strip() for cell in row.split("|")]
        for column, cell in enumerate(cells):
            place = Cell(number, k, column, cells[0] if column else "", group, headings[column] if k else "")
            clauses += [
                Clause("paragraph", part.strip(), cell=place) for part in cell.split(" / ") if part.strip()
            ]
    return clauses


def marked(change: Change) -> str:
    """The edits of a change in one line: [-deleted-]{+inserted+}."""
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(signs[edit.operation].format(edit.new or edit.old) for edit in change.edits).replace(
        "\n", "⏎"
    )


def story(old: Document, new: Document) -> list[str]:
    """What became of every clause that is not unchanged, one line each."""
    lines = []
    for change in compare_documents(old, new).changes:
        if change.kind != "unchanged":
            texts = [new.clauses[j].text for j in change.new] or [old.clauses[i].text for i in change.old]
            lines.append(f"{change.kind}: {marked(change) or ' ⏎ '.join(texts)}")
    return lines
