"""A newcomer finds what to change: the table of CONTRIBUTING.md names files that are there, and what is asked
of a new category is had by every old one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args

from policydiff.models import Category, How
from policydiff.report.finding_cards import MATTERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACES = re.compile(r"`((?:policydiff|training|tests)/[^`]+)`")
NAMES = re.compile(r"`([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)`(?!\.)")
"""What the table calls by its name in code: `Fetchers`, `Source.how`, `rewritten`."""


def test_every_place_that_is_named_is_there(root: Path) -> None:
    """A file that was moved or renamed is named by its new name."""
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Where to change what")[2]
    named = PLACES.findall(page)
    assert len(named) > 20
    assert [one for one in named if not list(root.glob(one.replace("<code>", "*")))] == []


def test_every_name_in_code_is_there(root: Path) -> None:
    """A function, class or constant that was renamed is named by its new name."""
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Where to change what")[2]
    named = {part for one in NAMES.findall(page) for part in one.split(".")}
    assert len(named) > 20
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("policydiff", "tests")
        for path in (root / folder).rglob("*.py")
    )
    written = set(re.findall(r"\w+", code))
    assert named - written == set()


def _lists(schema: Any) -> Iterator[list[str]]:
    """Every list of allowed words in a schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("enum"), list):
            yield schema["enum"]
        for part in schema.values():
            yield from _lists(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _lists(part)


def test_every_category_has_a_name_and_stands_in_the_schemas(root: Path) -> None:
    """What a report would print for a category, and what programs may expect."""
    categories = set(get_args(Category))
    assert set(MATTERS) == categories
    for name in ("compare", "log"):
        schema = json.loads((root / f"policydiff/report/{name}.schema.json").read_text(encoding="utf-8"))
        assert [set(one) for one in _lists(schema) if "ai-training" in one] == [categories], name


def test_every_way_to_get_a_capture_stands_in_the_schema(root: Path) -> None:
    """What programs may expect of `how`."""
    schema = json.loads((root / "policydiff/report/compare.schema.json").read_text(encoding="utf-8"))
    assert [set(one) for one in _lists(schema) if "wayback" in one] == [set(get_args(How))]


def test_every_category_has_a_page_and_is_named_by_the_command_line(root: Path) -> None:
    """What people may ask for with --only, and where it is said what a finding of it means."""
    categories = set(get_args(Category))
    assert {page.stem for page in (root / "docs/findings").glob("*.md")} - {"README"} == categories
    command_line = (root / "docs/cli.md").read_text(encoding="utf-8")
    assert [one for one in sorted(categories) if f"`{one}`" not in command_line] == []
