"""What the docs say is true: examples print what they show, commands are told, links lead somewhere."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import policydiff
from policydiff.cli.group import COMMANDS
from policydiff.cli.group import policydiff as group
from policydiff.models.reasons import RECORDING_DOUBTS
from policydiff.normaliser import quality
from policydiff.report.comparison_csv import COLUMNS
from tests.conftest import absent

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("snapshots/*.md"),
        *ROOT.glob("benchmarks/*.md"),
    ]
)
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "policydiff").rglob("*.py")
    if path.name != "__main__.py"
)


def runner() -> ModuleType:
    """docs/run.py, which is no part of the package."""
    told = importlib.util.spec_from_file_location("docs_run", ROOT / "docs" / "run.py")
    assert told
    assert told.loader
    module = importlib.util.module_from_spec(told)
    told.loader.exec_module(module)
    return module


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def pages_with(mark: str) -> list[Path]:
    return [path for path in PAGES if mark in path.read_text(encoding="utf-8")]


@pytest.mark.skipif(shutil.which("bash") is None or os.name != "posix", reason="the examples are for bash")
@pytest.mark.parametrize("path", pages_with("```console\n"), ids=name_of)
def test_examples_print_what_the_page_shows(path: Path) -> None:
    """Each command of a page is run; `make docs` writes what it prints into the page."""
    page = path.read_text(encoding="utf-8")
    assert runner().refreshed(page) == page


def test_the_examples_are_run_at_all() -> None:
    """A page that shows something else than its command prints is not left as it is."""
    page = "```console\n$ echo one\n> echo two\ntwo\n$ policydiff --version\n```\n"
    true = page.replace("two\ntwo\n", "two\none\ntwo\n").replace(
        "n\n```", f"n\npolicydiff {policydiff.__version__}\n```"
    )
    assert runner().refreshed(page) == true


@pytest.mark.parametrize("path", pages_with(">>> "), ids=name_of)
def test_python_examples_are_true(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python examples run in a folder that has what the page's shell examples made, and the archive."""
    page = path.read_text(encoding="utf-8")
    shutil.copytree(ROOT / "snapshots", tmp_path / "snapshots")
    for name, text in re.findall(r"^\$ cat > (\S+) <<'END'\n(.*?)^> END$", page, re.DOTALL | re.MULTILINE):
        (tmp_path / name).write_text(re.sub(r"^> ?", "", text, flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(page, {}, path.name, str(path), 0)
    told: list[str] = []
    assert doctest.DocTestRunner().run(test, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    """Every docstring of the package that shows an example shows the truth."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def headings(page: str) -> set[str]:
    """The anchors that a page offers, as the usual viewers make them."""
    found = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link to a file of the repository leads to one, every anchor to a heading."""
    page = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", page):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        aim = (path.parent / file).resolve() if file else path
        assert aim.exists(), target
        assert aim.is_relative_to(ROOT), target
        if anchor:
            assert anchor in headings(aim.read_text(encoding="utf-8")), target


def site(top: Path, out: Path) -> str:
    """What Sphinx has to say against the docs of `top`, "" for nothing."""
    if importlib.util.find_spec("sphinx") is None:
        absent("docs", "no Sphinx; the extra docs brings it")
    options = ["-W", "--keep-going", "-q", "-b", "html"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(top / "docs"), str(out)],
        capture_output=True, text=True, cwd=top, timeout=300, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stderr or (f"exit code {done.returncode}" if done.returncode else "")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    """Every page has its place in the site, every link in it leads somewhere."""
    assert site(ROOT, tmp_path) == ""
    assert "Compare your first two pages" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert list(tmp_path.glob("_downloads/*/compare.schema.json"))


def test_a_dead_link_stops_the_site(tmp_path: Path) -> None:
    """A page that is gone, and a heading."""
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copy(ROOT / "docs" / "conf.py", docs)
    (docs / "index.md").write_text("# Docs\n\n[one](gone.md) [two](#no-such-heading)\n")
    told = site(tmp_path, tmp_path / "out")
    assert "gone.md" in told
    assert "no-such-heading" in told


def test_every_page_is_linked() -> None:
    """Whoever starts at the README finds every page of the docs."""
    reached, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        reached.add(page)
        for target in re.findall(r"\]\(([^)#\s]+\.md)[^)]*\)", page.read_text(encoding="utf-8")):
            aim = (page.parent / target).resolve()
            if aim not in reached and aim.exists():
                ahead.append(aim)
    assert set(ROOT.glob("docs/**/*.md")) <= reached


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told(name: str) -> None:
    """A command has help, each of its options too, and a heading of its own in the docs."""
    command = group.get_command(click.Context(group), name)
    assert command
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    told = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"## {name}\n" in told
    assert f"$ policydiff {name} --help\n" in told


def test_make_targets_in_the_docs_exist() -> None:
    """Every `make` command that a page names is in the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        named = re.findall(r"`make ([a-z]+)", page) + re.findall(
            r"^(?:    |\$ )?make ([a-z]+)", page, re.MULTILINE
        )
        assert set(named) <= targets, path


def test_every_code_of_a_reason_is_told() -> None:
    """Programs decide by these codes: each stands in the docs of the JSON, or of good captures."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "policydiff").rglob("*.py"))
    codes = {*quality.REASONS, *RECORDING_DOUBTS}
    codes |= set(re.findall(r'Reason\(\s*"([a-z-]+)"', code)) | set(re.findall(r'"(pdf-[a-z-]+)"', code))
    told = "".join(
        (ROOT / "docs" / page).read_text(encoding="utf-8") for page in ("json.md", "reading-pages.md")
    )
    assert {"silent-change", "came-back", "pdf-words", "empty-shell"} <= codes
    assert [one for one in sorted(codes) if f"`{one}`" not in told] == []


def test_every_column_of_a_comparison_as_csv_is_told() -> None:
    """In their order, and no other."""
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", page.partition("\n## CSV\n")[2].partition("\n## ")[0], re.MULTILINE)
    assert tuple(re.findall(r"`([^`]+)`", " ".join(rows))) == COLUMNS


def test_the_readme_says_what_the_figures_say() -> None:
    """The figures that most people will see are those of the page on accuracy."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    accuracy = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    headlines, labelled = (
        float(re.search(rf"^\| {name} \| ([0-9.]+) \|", accuracy, re.MULTILINE)[1])  # type: ignore[index]
        for name in ("recall importance 3", "precision")
    )
    assert (
        f"found {headlines * 100:.0f} of 100 headlines, and of 100 findings {labelled * 100:.0f} were"
        in readme
    )


def test_nothing_tells_of_a_machine() -> None:
    """No page names a folder of the machine it was written on."""
    home = re.compile(r"(?:^|[\s`(\"'])/(?:home|root|tmp|work|Users)/")
    for path in PAGES:
        assert not home.search(path.read_text(encoding="utf-8")), path


def test_module_can_be_run() -> None:
    """`python -m policydiff` is the command."""
    done = subprocess.run(
        [sys.executable, "-m", "policydiff", "--version"],
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout == f"policydiff {policydiff.__version__}\n"
