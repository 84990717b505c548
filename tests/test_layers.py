"""Which module may know which: the direction of imports, one door for each package, a pure core."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parent.parent / "policydiff"

STAGES = {"normaliser", "diff", "findings", "history", "report"}
GROUND = {
    "models",
    "history_models",
    "optout_models",
    "errors",
    "text",
    "sentences",
    "calendar_dates",
    "languages",
    "notice",
    "comparability",
    "address_parameters",
    "word_edits",
    "changed_words",
    "domains",
}
KNOWS = {
    "models": set[str](),
    "history_models": {"models"},
    "optout_models": {"models"},
    "errors": set[str](),
    "text": {"languages"},
    "sentences": {"languages"},
    "address_parameters": set[str](),
    "changed_words": {"models", "text"},
    "languages": {"errors"},
    "calendar_dates": {"models", "languages"},
    "notice": {"models", "calendar_dates", "languages", "sentences"},
    "comparability": {"models", "languages", "text", "domains"},
    "word_edits": {"models", "text"},
    "domains": set(),
    "normaliser": GROUND | {"formats"},
    "diff": GROUND,
    "report": GROUND,
    "periods": {"models", "languages"},
    "optout": GROUND,
    "findings": GROUND | {"periods"},
    "history": GROUND,
    "atomic_write": {"errors"},
    "cache": {"errors"},
    "formats": {"errors"},
    "saved_page": {"errors", "formats", "models"},
    "archive": {"models", "errors", "saved_page"},
    "importers": {
        "models",
        "errors",
        "saved_page",
        "archive",
        "fetch",
        "formats",
        "letters",
        "web_address",
    },
    "exporters": {"models", "errors", "archive", "atomic_write"},
    "sources": {"models", "errors"},
    "pattern_search": {"errors"},
    "fetch": {"models", "errors", "languages"},
    "pdf": {"models", "errors", "calendar_dates", "languages"},
    "office": {"errors"},
    "timestamp": set[str](),
    "letters": set[str](),
    "documents": {"models", "errors", "formats", "letters", "office", "saved_page", "pdf", "normaliser"},
    "web_address": {"errors"},
    "catalogue": {"errors"},
    "discovery": {"models", "calendar_dates", "languages", "domains"},
    "workflows.overview": {"models", "errors", "archive"},
    "workflows.discovering": GROUND | {"discovery", "documents", "fetch", "workflows.fetching"},
    "resolve": {"models", "errors", "saved_page", "archive", "sources", "web_address"},
    "capture_check": GROUND,
    "screenshot": {"errors", "fetch"},
    "workflows.appraisal": GROUND
    | {"capture_check", "saved_page", "documents", "pdf", "workflows.comparing"},
    "workflows.fetching": GROUND | {"workflows.appraisal", "fetch", "archive", "saved_page"},
    "workflows.importing": {"models", "errors", "saved_page", "archive", "resolve", "importers"}
    | {"workflows.appraisal"},
    "workflows.earlier_versions": {"models", "errors", "archive", "discovery", "fetch", "importers"}
    | {"workflows.appraisal", "workflows.fetching", "workflows.importing"},
    "workflows.crosscheck": {"models", "errors", "archive", "resolve", "workflows.comparing"},
    "workflows.witness": {"models", "errors", "fetch", "web_address", "workflows.fetching"},
    "workflows.stamping": {"errors", "archive", "atomic_write", "fetch", "timestamp"},
    "workflows.export_rows": {
        "models",
        "history_models",
        "errors",
        "archive",
        "cache",
        "exporters",
        "resolve",
        "workflows.comparing",
        "workflows.timeline",
    },
    "workflows.positions": GROUND | {"archive", "cache", "workflows.timeline"},
    "workflows.exporting": {"models", "errors", "saved_page", "archive", "resolve", "documents"},
    "workflows.visiting": GROUND
    | {
        "archive",
        "fetch",
        "resolve",
        "saved_page",
        "web_address",
        "workflows.fetching",
        "workflows.appraisal",
    },
    "workflows.comparing": GROUND | {"normaliser", "diff", "findings", "saved_page", "documents"},
    "workflows.optouts": GROUND
    | {"archive", "cache", "diff", "documents", "fetch", "normaliser", "optout", "resolve", "saved_page"}
    | {"workflows.comparing", "workflows.fetching", "workflows.timeline"},
    "workflows.timeline": GROUND
    | {"saved_page"}
    | {"normaliser", "diff", "findings", "history", "optout", "workflows.comparing", "resolve", "archive"}
    | {"cache"},
    "api": {
        "archive",
        "cache",
        "errors",
        "fetch",
        "history_models",
        "pattern_search",
        "sources",
        "workflows.fetching",
        "workflows.timeline",
    },
    "cli": GROUND
    | {
        "findings",
        "workflows.comparing",
        "report",
        "saved_page",
        "archive",
        "importers",
        "exporters",
        "sources",
        "fetch",
        "workflows.fetching",
        "workflows.earlier_versions",
        "workflows.importing",
        "workflows.exporting",
        "workflows.export_rows",
        "workflows.stamping",
        "workflows.witness",
        "workflows.crosscheck",
        "workflows.positions",
        "workflows.visiting",
        "workflows.optouts",
        "workflows.discovering",
        "workflows.overview",
        "catalogue",
        "web_address",
        "resolve",
    }
    | {"workflows.timeline", "atomic_write", "cache", "pattern_search", "screenshot"},
    "__main__": {"cli"},
}
"""Room by room, the other rooms it may import. The package itself hands names on and may know all."""

DOORS: dict[str, str | set[str]] = {
    "docx": "report",
    "playwright": {"fetch", "screenshot"},
    "requests": "fetch",
    "requests_hardened": "fetch",
    "urllib3": "fetch",
    "protego": "fetch",
    "pypdfium2": "pdf",
    "bs4": "normaliser",
    "lxml": {"normaliser", "discovery"},
    "pyromark": "normaliser",
    "webencodings": "normaliser",
    "cssselect": {"normaliser", "sources"},
    "msgspec": "cache",
    "platformdirs": "cache",
    "diff_match_patch": "word_edits",
    "rapidfuzz": {"word_edits", "diff", "findings"},
    "click": "cli",
    "jinja2": "report",
    "markupsafe": "report",
    "warcio": {"importers", "exporters"},
    "duckdb": "exporters",
    "brotli": "importers",
    "mammoth": "office",
    "odfdo": "office",
}
"""The room that may import each package from elsewhere; three share the likeness of words."""

PURE = STAGES | (GROUND - {"languages"}) | {"capture_check", "discovery", "optout", "periods", "web_address"}
EFFECTS = {
    "asyncio", "getpass", "http", "locale", "multiprocessing", "os", "pathlib.Path", "platform", "random",
    "secrets", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time",
    "urllib.request", "uuid",
}  # fmt: skip
"""What a pure room has no use for: clock, network, disk, chance, the machine. Names of paths may pass; the
words of `languages` are files, which no room but that one reads."""

HEAVY = ("requests", "bs4", "lxml", "jinja2", "dateparser", "asyncio", "rapidfuzz", "msgspec", "click")


class Import(NamedTuple):
    module: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.name}"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(module: str) -> list[Import]:
    """Every import of a module, also inside functions and for type checkers only."""
    found = []
    for node in ast.walk(ast.parse(SOURCES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [Import(module, node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports are written in full"
            found += [Import(module, node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


ALL_IMPORTS = [found for module in SOURCES for found in imports(module)]


def room(module: str) -> str:
    """The part of the house that a module of ours belongs to; "" for the package itself, and for `workflows`,
    in which every workflow is a part of its own."""
    first, *below = module.split(".")[1:] or [""]
    if first == "workflows":
        return f"{first}.{below[0]}" if below else ""
    return first


def test_every_room_is_in_the_table() -> None:
    """A new stage gets its line here, with what it may know."""
    assert {room(module) for module in SOURCES} - {""} <= set(KNOWS)


def test_rooms_know_only_what_they_may() -> None:
    """Stages do not import one another, the ground floor imports nothing of ours, nobody looks upwards."""
    wrong = []
    for found in ALL_IMPORTS:
        here, there = room(found.module), room(found.name)
        if not found.name.startswith("policydiff.") or not here or there == here:
            continue
        if there == "__version__" and here not in GROUND:
            continue
        if there not in KNOWS[here]:
            wrong.append(str(found))
    assert not wrong


def test_each_package_has_one_door() -> None:
    """A package from elsewhere is imported in one room, so that it can be replaced there."""
    wrong = []
    for found in ALL_IMPORTS:
        package = found.name.partition(".")[0]
        if package in sys.stdlib_module_names or package == "policydiff":
            continue
        doors = DOORS.get(package, "")
        if room(found.module) not in ({doors} if isinstance(doors, str) else doors):
            wrong.append(str(found))
    assert not wrong


def test_pure_rooms_have_no_effects() -> None:
    """The core knows no clock, network, disk or chance: same input, same bytes out."""
    assert not [
        str(found)
        for found in ALL_IMPORTS
        if room(found.module) in PURE
        and (found.name == "pathlib" or any(f"{found.name}.".startswith(f"{name}.") for name in EFFECTS))
    ]


def test_pure_rooms_never_ask_for_today() -> None:
    """What a page says of dates never depends on the day on which it is read."""
    wrong = []
    for module, path in SOURCES.items():
        if room(module) not in PURE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow"):
                wrong.append(f"{module}:{node.lineno}")
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("open", "input")
            ):
                wrong.append(f"{module}:{node.lineno}")
    assert not wrong


def test_everything_is_caught_in_one_place() -> None:
    """What nobody foresaw is dealt with by `errors.guarded`, and by nothing else."""
    wide = {"Exception", "BaseException"}
    found = [
        module
        for module, path in SOURCES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or wide & {one.id for one in ast.walk(node.type) if isinstance(one, ast.Name)})
    ]
    assert set(found) == {"policydiff.errors"}


def unbounded(tree: ast.Module) -> list[int]:
    """Lines on which something is remembered for every argument there ever is."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            takes = bool(ast.unparse(node.args))
            names = {ast.unparse(one) for one in node.decorator_list}
            if "lru_cache" in names or (takes and "cache" in names):
                found.append(node.lineno)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "lru_cache":
            given = [*node.args[:1], *(one.value for one in node.keywords if one.arg == "maxsize")]
            if not given or ast.unparse(given[0]) == "None":
                found.append(node.lineno)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "id":
            found.append(node.lineno)  # tells one object from another for as long as both are there
    return found


def test_what_is_remembered_is_bounded() -> None:
    """`cache` is for what takes no argument, `lru_cache` has a number, and nothing is known by its `id()`."""
    trees = {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in SOURCES.items()}
    assert not [f"{module}:{line}" for module, tree in trees.items() for line in unbounded(tree)]


@pytest.mark.parametrize(
    "code",
    [
        "@cache\ndef a(b): ...",
        "@cache\ndef a(*, b): ...",
        "@lru_cache\ndef a(b): ...",
        "@lru_cache(maxsize=None)\ndef a(b): ...",
        "kept = lru_cache(None)(work)",
        "known[id(a)] = b",
    ],
)
def test_what_has_no_bound_is_found(code: str) -> None:
    """The check sees each way to keep something for ever."""
    assert unbounded(ast.parse(code))
    assert not unbounded(ast.parse("@cache\ndef a(): ...\n@lru_cache(maxsize=9)\ndef b(c): ..."))


def python(code: str) -> str:
    """What a fresh interpreter prints, with warnings as errors."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True, text=True, encoding="utf-8", cwd=PACKAGE.parent, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_module_can_be_imported_alone() -> None:
    """No module needs another to have been imported before it: before each, ours are forgotten."""
    python(
        "import importlib, sys\n"
        f"for name in {sorted(SOURCES)!r}:\n"
        "    if name == 'policydiff.__main__': continue\n"
        "    ours = [module for module in sys.modules if module.partition('.')[0] == 'policydiff']\n"
        "    for module in ours: del sys.modules[module]\n"
        "    importlib.import_module(name)\n"
    )


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import policydiff", id="the package"),
        pytest.param("import policydiff.models, policydiff.errors", id="values and errors"),
    ],
)
def test_importing_the_package_loads_nothing_heavy(code: str) -> None:
    """Names are handed on when they are first asked for."""
    assert python(f"{code}; import sys; print([m for m in {HEAVY!r} if m in sys.modules])") == "[]"


@pytest.mark.parametrize("option", ["--help", "-h", "--version"])
def test_help_loads_nothing_heavy(option: str) -> None:
    """The help of the command line is there at once: only click is loaded for it."""
    told = python(
        "import sys, contextlib, io\n"
        "from policydiff.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        f"    main([{option!r}])\n"
        f"print([m for m in {HEAVY[:-1]!r} if m in sys.modules])"
    )
    assert told == "[]"


def test_the_function_is_not_hidden_by_the_module() -> None:
    """`normalise` is the function, also after the modules of the stage were imported."""
    told = python(
        "import policydiff.normaliser, policydiff.diff, policydiff.workflows.comparing\n"
        "from policydiff import normalise, compare, compare_documents\n"
        "print(*(f.__name__ for f in (normalise, compare, compare_documents)))"
    )
    assert told == "normalise compare compare_documents"


def test_every_public_name_is_there() -> None:
    """What the package promises it hands out, and a name it does not know is an AttributeError."""
    told = python(
        "import policydiff\n"
        "missing = [name for name in policydiff.__all__ if not hasattr(policydiff, name)]\n"
        "print(missing, hasattr(policydiff, 'no'))"
    )
    assert told == "[] False"
