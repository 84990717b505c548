"""One meaning for each name: no two types share one, functions name their object, lists are true."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "policydiff"
MODULES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}

OBJECTLESS = {"read", "judge", "told", "one"}
"""Verbs and words that say nothing of what a function reads, judges or tells."""


DIALECT = {"pen", "sheet", "signs", "sketch", "passing", "aside", "weighed", "sharer"}
"""Words of which nobody can tell what they name, in the rooms that have given them up."""
REPEATED = {
    "blocks": {"normaliser", "report"},  # of a page that is read; of a report that is written
    "child": {"fetch/browser", "pattern_search", "pdf", "workflows/appraisal"},  # programs, never imported
    "documents": {"", "models"},  # bytes to the value; the value
    "markdown": {"normaliser", "report"},  # read; written
    "records": {"archive", "importers/warc"},  # of the archive's own lines; of a web archive
    "tables": {"exporters", "normaliser"},
}
"""Modules that share a name, with their folders: each is the plain word for what it holds."""
DOORS = {"cli", "workflows"}
"""Folders whose modules may be called like each other, since they offer and join the same thing."""


def identifiers(tree: ast.Module) -> set[str]:
    """Every name in a module: of variables, arguments, attributes, functions and classes."""
    names = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.arg | ast.keyword):
            names.add(node.arg or "")
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
    return names


def functions(tree: ast.Module) -> list[str]:
    """The names of the functions of a module and of the methods of its classes; no nested ones."""
    bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    return [
        node.name
        for body in bodies
        for node in body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def bound(tree: ast.Module) -> set[str]:
    """The names that a module has when it was imported."""
    names = set[str]()
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.If):  # for type checkers
            names |= bound(ast.Module(node.body, []))
        else:
            names.update(
                name.id
                for name in ast.walk(node)
                if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
            )
    return names


def types(tree: ast.Module) -> set[str]:
    """The names of the classes of a module, and of its types made of others (`Verdict = Literal[...]`)."""
    classes = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    return classes | {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name) and re.fullmatch(r"_?([A-Z][a-z0-9]+)+", target.id)
    }


def promised(tree: ast.Module) -> set[str]:
    """What `__all__` of a module lists."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def test_no_type_has_the_name_of_another() -> None:
    """Whoever meets a type finds one by its name; a mark of privacy makes no other name of it."""
    homes = defaultdict[str, set[str]](set)
    for module, tree in MODULES.items():
        for name in types(tree):
            homes[name.lstrip("_")].add(module)
    assert not {name: where for name, where in homes.items() if len(where) > 1}


def test_functions_name_their_object() -> None:
    """What is read or told stands in the name: `read_rules`, not `read`."""
    found = {
        f"{module}: {name}"
        for module, tree in MODULES.items()
        for name in functions(tree)
        if name.strip("_") in OBJECTLESS
    }
    assert not found


def test_names_are_plain_english() -> None:
    """A value is named after what it is: `positions`, `reported` or `failure`, and `told` nowhere."""
    found = {
        f"{module}: {name}"
        for module, tree in MODULES.items()
        for name in identifiers(tree)
        if "told" in name.lower().split("_")
        or (
            module.split("/")[0] in ("findings", "report", "history", "archive", "cli")
            and DIALECT & set(name.lower().split("_"))
        )
    }
    assert not found


def test_no_two_modules_share_a_name_unsaid() -> None:
    """Whoever looks for a module by its name finds one, or knows why there are more."""
    homes = defaultdict[str, set[str]](set)
    for module in MODULES:
        folder, _, name = module.rpartition("/")
        homes[name.removesuffix(".py")].add(folder)
    shared = {name: folders for name, folders in homes.items() if len(folders) > 1 and name != "__init__"}
    assert {name: there for name, there in shared.items() if len(there - DOORS) > 1} == REPEATED


@pytest.mark.parametrize("module", [name for name, tree in MODULES.items() if promised(tree)])
def test_every_listed_name_exists(module: str) -> None:
    """`from module import *` works, and a list is no older than its module."""
    assert promised(MODULES[module]) <= bound(MODULES[module])


def test_a_package_lists_no_module_that_is_gone() -> None:
    """A docstring that leads to `chain.py` when the file is `best_chain.py` costs its reader a search."""
    gone = []
    for module, tree in MODULES.items():
        if module.endswith("__init__.py"):
            listed = re.findall(r"^ +(\w+\.py)\b", ast.get_docstring(tree) or "", re.MULTILINE)
            folder = (PACKAGE / module).parent
            gone += [f"{module}: {name}" for name in listed if not (folder / name).exists()]
    assert gone == []


def test_the_checks_see_what_they_are_for() -> None:
    """A method counts, a function inside of one does not; a listed name that is not there is found; a type
    made of others counts, a constant does not."""
    tree = ast.parse(
        "from a import b as c\n__all__ = ['c', 'd', 'E']\nMOST = 3\nF = Factory()\nKindOf = Literal['x']\n"
        "class E:\n    def read(self):\n        def told(): ...\ndef judge(): ...\n"
    )
    assert functions(tree) == ["judge", "read"]
    assert promised(tree) - bound(tree) == {"d"}
    assert types(tree) == {"E", "KindOf"}
    assert {"told", "E", "self"} <= identifiers(tree)


def test_how_it_works_names_every_room() -> None:
    """A newcomer finds each module of the top and each workflow in the table of docs/how-it-works.md."""
    page = (PACKAGE.parent / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    table = page[page.index("## Where things are") : page.index("## Read")]
    rooms = {
        f"{path.relative_to(PACKAGE).as_posix()}{'/' if path.is_dir() else ''}"
        for folder in (PACKAGE, PACKAGE / "workflows")
        for path in folder.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    rows = "\n".join(line for line in table.splitlines() if line.startswith("| `"))
    named = set(re.findall(r"`([\w/]+(?:\.py|/))`", rows))
    assert named == {room for room in rooms if "__" not in room} - {"workflows/"}


def test_the_glossary_names_classes_that_exist() -> None:
    """Its table of names is true of the code."""
    page = (PACKAGE.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z]\w+)`", page.partition("## Names in the code")[2]))
    classes = {
        node.name for tree in MODULES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    }
    assert named
    assert named - classes == {"Verdict"}  # a type of words
