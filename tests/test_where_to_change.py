"""A newcomer finds what to change: the lists of CONTRIBUTING.md name files that are there, and what is
asked of a new category is had by every old one."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, get_args

from policydiff import report
from policydiff.cli import normalise
from policydiff.models import CATEGORY_TRAITS, Category, How
from policydiff.report import (
    biography_report,
    comparison_json,
    history_json,
    optouts_json,
    position_report,
    region_report,
    stance_report,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACES = re.compile(r"`((?:policydiff|training|tests|benchmarks|docs)/[^`]+)`")
NAMES = re.compile(r"`([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)`(?!\.)")
"""What a list calls by its name in code: `Fetchers`, `Source.how`, `rewritten`."""
STEP = re.compile(r"^(\d+)\. (.+(?:\n   .+)*)", re.MULTILINE)
MOST_WORDS = 75
"""Of one step: what is longer is no step but a wall."""
SCHEMAS = (
    ("compare", comparison_json.SCHEMA_VERSION, "9c804933ec8a"),
    ("normalise", normalise.SCHEMA_VERSION, "9e98787e03f0"),
    ("log", history_json.LOG_VERSION, "41038083d15d"),
    ("when", history_json.WHEN_VERSION, "c1245ec67ae8"),
    ("blame", biography_report.SCHEMA_VERSION, "28c4606164df"),
    ("companies", position_report.SCHEMA_VERSION, "093b8f8099eb"),
    ("facts", stance_report.SCHEMA_VERSION, "a476bd4e255c"),
    ("regions", region_report.SCHEMA_VERSION, "c74951f0b7c8"),
    ("optout", optouts_json.OPTOUT_VERSION, "8defd7de7b9b"),
)
"""The name of each schema, its version, and how the SHA-256 of the file begins."""
TASKS = {
    "Add a category of findings", "Add a language", "Add a fetcher", "Add an importer",
    "Add an output format of every report", "Change how a rewritten clause looks",
}  # fmt: skip


def _tasks(root: Path) -> dict[str, str]:
    """The list of each task, by its heading."""
    lists = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Where to change what")[2]
    return dict(re.findall(r"^### (.+)\n((?:(?!^### ).*\n)*)", lists, re.MULTILINE))


def test_every_task_is_a_list_of_short_steps(root: Path) -> None:
    """Numbered from one, each about files, the last about the docs."""
    tasks = _tasks(root)
    assert set(tasks) >= TASKS
    for task, text in tasks.items():
        steps = STEP.findall(text)
        assert [int(number) for number, _ in steps] == list(range(1, len(steps) + 1)), task
        assert len(steps) > 2, task
        assert [step for _, step in steps if "`" not in step and "](#" not in step] == [], task
        assert [step for _, step in steps if len(step.split()) > MOST_WORDS] == [], task
        assert steps[-1][1].startswith("Docs"), task


def test_every_place_that_is_named_is_there(root: Path) -> None:
    """A file that was moved or renamed is named by its new name."""
    named = [place for text in _tasks(root).values() for place in PLACES.findall(text)]
    assert len(named) > 20
    assert [one for one in named if not list(root.glob(one.replace("<code>", "*")))] == []


def test_every_name_in_code_is_there(root: Path) -> None:
    """A function, class or constant that was renamed is named by its new name, in a file that is named."""
    unknown = []
    for text in _tasks(root).values():
        places = [path for place in PLACES.findall(text) for path in root.glob(place.replace("<code>", "*"))]
        code = "\n".join(
            path.read_text(encoding="utf-8")
            for place in places
            for path in (place.rglob("*.*") if place.is_dir() else [place])
            if path.suffix in (".py", ".html", ".css", ".js", ".toml")
        )
        names = {
            part for one in NAMES.findall(text.replace("`pyproject.toml`", "")) for part in one.split(".")
        }
        unknown += sorted(names - set(re.findall(r"\w+", code)))
    assert unknown == []


def _told_apart(node: ast.AST, categories: set[str]) -> set[str]:
    """The categories of a table (a tuple, list, set or dictionary), or that a category is compared with."""
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)
        asked = any(getattr(one, "attr", getattr(one, "id", "")) == "category" for one in sides)
        return categories & {one.value for one in sides if asked and isinstance(one, ast.Constant)}
    if not isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
        return set()
    found = categories & {str(one.value) for one in ast.walk(node) if isinstance(one, ast.Constant)}
    return found if len(found) > 1 else set()


def test_every_module_that_tells_categories_apart_is_named(root: Path) -> None:
    """Whoever adds a category finds each place that has a table of others, or asks for one by its id."""
    categories = set(get_args(Category))
    named = set(PLACES.findall(_tasks(root)["Add a category of findings"]))
    tables = {
        path.relative_to(root).as_posix()
        for path in (root / "policydiff").rglob("*.py")
        if any(
            _told_apart(node, categories) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }
    assert "policydiff/models/categories.py" in tables
    assert tables - named == set()


def test_every_module_of_reports_is_in_their_list(root: Path) -> None:
    """The docstring of the package says what each file holds, and names none that is gone."""
    listed = set(re.findall(r"(\w+\.py)\b", report.__doc__ or ""))
    there = {path.name for path in (root / "policydiff/report").glob("*.py")} - {"__init__.py"}
    assert listed == there


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
    assert set(CATEGORY_TRAITS) == categories
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


def test_the_versions_of_schemas_are_theirs(root: Path) -> None:
    """A schema that changes has another version, and both are written down here anew."""
    for name, version, digest in SCHEMAS:
        schema = (root / f"policydiff/report/{name}.schema.json").read_bytes()
        assert json.loads(schema)["$id"] == f"urn:policydiff:schema:{name}:{version}", name
        assert hashlib.sha256(schema).hexdigest()[:12] == digest, f"{name}: raise its version (docs/json.md)"


def test_every_schema_is_told_with_its_version(root: Path) -> None:
    """The table of docs/json.md has a line for each schema, and no other."""
    page = (root / "docs/json.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| .+ \| \[(\w+)\.schema\.json\]\(\S+\) \| `\"([0-9.]+)\"` \|$", page, re.MULTILINE)
    assert sorted(told) == sorted((name, version) for name, version, _ in SCHEMAS)
    assert {path.name.removesuffix(".schema.json") for path in root.rglob("policydiff/**/*.schema.json")} == {
        name for name, _ in told
    }
