"""Run the examples in the docs: `python docs/run.py` writes what they print into the pages.

An example is a fenced block marked `console`. A line that begins with "$ " is a command for bash, lines
that begin with "> " go on with it, and what follows is what it prints, standard error included. The
blocks of one page run one after the other in one scratch folder, in which `snapshots` is the archive of
this repository. tests/test_docs.py fails when a page does not say what its examples print.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ .*\n(?:^> ?.*\n)*", re.MULTILINE)


def refreshed(page: str) -> str:
    """The text of a page with the true output of its examples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "snapshots").symlink_to(ROOT / "snapshots")
        return _BLOCK.sub(lambda block: f"```console\n{_ran(block[1], folder)}```", page)


def _ran(block: str, folder: Path) -> str:
    return "".join(command + _printed(_shell(command), folder) for command in _COMMAND.findall(block))


def _shell(command: str) -> str:
    """What bash is given: the command without its prompts."""
    return re.sub(r"^(?:\$ |> ?)", "", command, flags=re.MULTILINE)


def _printed(command: str, folder: Path) -> str:
    bin_folder = folder / ".bin"
    bin_folder.mkdir(exist_ok=True)
    script = bin_folder / "policydiff"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policydiff "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    path = f"{bin_folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    kept = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "COLUMNS")}
    done = subprocess.run(  # noqa: S603 - our own examples
        ["bash", "-c", command],  # noqa: S607
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        timeout=120, check=False,
        env={**kept, "PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    lines = (line.rstrip() for line in done.stdout.splitlines())
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    for path in PAGES:
        before = path.read_text(encoding="utf-8")
        after = refreshed(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)} says now what its examples print")
