"""Run the examples in the docs: `python docs/run.py` writes what they print into the pages.

An example is a fenced block marked `console`. A line that begins with "$ " is a command for bash, lines
that begin with "> " go on with it, and what follows is what it prints, standard error included. The
commands of one page run one after the other in one shell, which starts in a scratch folder that holds a
copy of `snapshots`. tests/test_docs.py fails when a page does not say what its examples print.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ .*\n(?:^>(?: .*)?\n)*", re.MULTILINE)
_PROGRESS = re.compile(r"^[a-z ]+: \d+(?: of \d+)?\n", re.MULTILINE)
"""How far work is: a command says so only where it takes seconds, on a machine that has much to do."""
_END = "=== end of command ==="


def refreshed(page: str) -> str:
    """The text of a page with the true output of its examples."""
    blocks = [_COMMAND.findall(block) for block in _BLOCK.findall(page)]
    printed = iter(_printed([_unprompted(command) for commands in blocks for command in commands]))
    written = iter("".join(command + next(printed) for command in commands) for commands in blocks)
    return _BLOCK.sub(lambda _: f"```console\n{next(written)}```", page)


def _unprompted(command: str) -> str:
    return re.sub(r"^(?:\$ |> ?)", "", command, flags=re.MULTILINE)


def _printed(commands: list[str]) -> list[str]:
    """What each command prints, without blanks at the ends of lines."""
    script = "".join(f"{command}echo; echo '{_END}'\n" for command in commands)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "snapshots", folder / "snapshots")
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", timeout=300, check=False, env=_environment(folder),
        )  # fmt: skip
    printed = _PROGRESS.sub("", done.stdout).split(f"\n{_END}\n")[:-1]
    return [re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE) for text in printed]


def _environment(folder: Path) -> dict[str, str]:
    """Ours, with `policydiff` as the command of this checkout, 80 columns and no colour."""
    script = folder / ".bin" / "policydiff"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policydiff "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    path = f"{script.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "POLICYDIFF_CACHE": str(folder / ".cache" / "results.sqlite"),
    }


if __name__ == "__main__":
    for path in PAGES:
        before = path.read_text(encoding="utf-8")
        after = refreshed(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)} says now what its examples print")
