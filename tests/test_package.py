"""The package as others get it: metadata, types, what a wheel holds."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import policydiff
from policydiff import errors

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    told: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return told


def test_version_is_said_once(project: dict[str, Any]) -> None:
    """The package and its metadata agree on the version, and the changelog knows it."""
    assert project["version"] == policydiff.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[(?:Unreleased|{re.escape(policydiff.__version__)})\]", changelog, re.MULTILINE)


def test_types_are_handed_on() -> None:
    """Type checkers of those who use the package see its types."""
    assert (Path(policydiff.__file__).parent / "py.typed").is_file()


def test_public_names_agree() -> None:
    """What type checkers are told and what is handed on at run time are the same names."""
    tree = ast.parse((ROOT / "policydiff" / "__init__.py").read_text(encoding="utf-8"))
    (told,) = (node for node in tree.body if isinstance(node, ast.If))
    names = {alias.name for node in told.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert names | {"__version__"} == set(policydiff.__all__)


def test_dependencies_are_installed_and_their_reason_is_told(project: dict[str, Any]) -> None:
    """Each dependency is there, and stands on a line with the reason for it."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for requirement in project["dependencies"]:
        metadata.version(re.split(r"[<>=!~;\[ ]", requirement)[0])
        (line,) = (line for line in lines if f'"{requirement}"' in line)
        assert "# " in line, requirement


def test_script_is_the_command_line(project: dict[str, Any]) -> None:
    """The console script leads to a function that exists."""
    from policydiff.cli import main

    assert project["scripts"] == {"policydiff": f"{main.__module__}:{main.__name__}"}


def test_license_is_whole() -> None:
    """The full text of the licence that the metadata names."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize(
    ("required", "outcome"),
    [("corpus", "1 skipped"), ("corpus, browser", "1 error")],
)
def test_what_is_required_is_never_skipped(tmp_path: Path, required: str, outcome: str) -> None:
    """A test that lacks its browser is skipped with the reason, or fails where the browser must be there."""
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_page.py").write_text("def test_page(chromium): pass\n")
    options = ["-q", "-rs", "-p", "no:cacheprovider", "-p", "no:randomly"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(tmp_path)],
        capture_output=True, text=True, cwd=tmp_path, timeout=60, check=False,
        env={**os.environ, "POLICYDIFF_REQUIRE": required, "POLICYDIFF_CHROMIUM": "no-such-browser"},
    )  # fmt: skip
    assert outcome in done.stdout
    assert "POLICYDIFF_CHROMIUM can name one" in done.stdout


def test_a_test_that_hangs_fails(tmp_path: Path) -> None:
    """It is stopped by the limit that conftest.py gives each test."""
    pytest.importorskip("pytest_timeout")
    text = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    shortened = re.sub(r"^LONGEST_SECONDS = \d+$", "LONGEST_SECONDS = 1", text, flags=re.MULTILINE)
    (tmp_path / "conftest.py").write_text(shortened, encoding="utf-8")
    (tmp_path / "test_page.py").write_text("import time\ndef test_page(): time.sleep(30)\n")
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(tmp_path)],
        capture_output=True, text=True, cwd=tmp_path, timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert "Timeout (>1.0s)" in done.stdout


def family(error: type[errors.PolicydiffError]) -> list[type[errors.PolicydiffError]]:
    return [error, *(member for child in error.__subclasses__() for member in family(child))]


@pytest.mark.parametrize("error", family(errors.PolicydiffError))
def test_errors_say_what_and_what_next(error: type[errors.PolicydiffError]) -> None:
    """Every error of the family carries its subject, what is wrong and what to do, and is explained."""
    raised = error("policy.html", "it is gone", "Look elsewhere")
    assert str(raised) == "policy.html: it is gone. Look elsewhere."
    assert (raised.subject, raised.problem, raised.advice) == ("policy.html", "it is gone", "Look elsewhere")
    assert error.__doc__
