"""The docs on sources and fetching are true: the tutorial runs as it stands, and the tables are complete."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from policydiff.errors import FailureKind
from policydiff.models import CheckResult
from policydiff.sources import fields, terms
from policydiff.workflows.fetching import Outcome

ROOT = Path(__file__).parent.parent
TUTORIALS = ("following.md", "from-an-address-to-a-history.md")
_BLOCKS = re.compile(r"^```(sh|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(tutorial: str) -> list[tuple[str, str]]:
    """The commands of a page and what it shows of their output."""
    return _BLOCKS.findall((ROOT / "docs" / tutorial).read_text(encoding="utf-8"))


def masked(text: str) -> str:
    """The text without what differs from run to run."""
    return re.sub(r"\d{4}-\d\d-\d\dT\d{6}Z", "TIME", text)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.skipif(
    os.name != "posix" or not (shutil.which("bash") and shutil.which("git")), reason="bash, git"
)
@pytest.mark.parametrize("tutorial", TUTORIALS)
def test_the_tutorial_runs_and_prints_what_it_shows(tutorial: str, tmp_path: Path) -> None:
    """All commands in one shell; each line shown below a block is among those that the block printed."""
    ports = {"8765": str(free_port()), "8766": str(free_port())}
    script = "".join(
        f"{text}echo '=== end of block ==='\n" if kind == "sh" else "" for kind, text in blocks(tutorial)
    )
    for log, port in (("server.log", "8765"), ("machine.log", "8766")):
        open_yet = f"(echo > /dev/tcp/127.0.0.1/{port}) 2> /dev/null"
        waiting = f"for _ in $(seq 100); do {open_yet} && break; sleep 0.1; done\n"
        script = script.replace(f" 2> {log} &\n", f" 2> {log} &\n{waiting}")
    done = subprocess.run(
        ["bash", "-c", "set -m\n" + with_ports(script, ports)],
        cwd=tmp_path, env=environment(tmp_path), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    printed = iter(masked(done.stdout).split("=== end of block ===\n"))
    shown = ""
    for kind, text in blocks(tutorial):
        if kind == "sh":
            shown = next(printed)
            assert "Traceback" not in shown
            continue
        wanted = masked(with_ports(text, ports)).splitlines()
        lines = [line for line in shown.splitlines() if line in wanted]
        assert lines == wanted, done.stdout
    assert "legitimate" in done.stdout
    assert "fault inside" not in done.stdout


def with_ports(text: str, ports: dict[str, str]) -> str:
    """The text with ports that are free in place of those that it shows."""
    for shown, free in ports.items():
        text = text.replace(shown, free)
    return text


def environment(folder: Path) -> dict[str, str]:
    """Ours, with `policydiff` and `python3` as those of this run."""
    commands = folder / ".bin"
    commands.mkdir()
    for name, what in (
        ("policydiff", f'"{sys.executable}" -m policydiff'),
        ("python3", f'"{sys.executable}"'),
    ):
        (commands / name).write_text(f'#!/bin/sh\nexec {what} "$@"\n', encoding="utf-8")
        (commands / name).chmod(0o755)
    path = f"{commands}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    mine = {"PATH": path, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    kept = {name: value for name, value in os.environ.items() if name != "POLICYDIFF_ARCHIVE"}
    return {**kept, **mine, "COLUMNS": "100"}


def test_every_kind_and_outcome_is_told() -> None:
    """The tables of the page on fetching have one line for each."""
    page = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")
    outcomes = {*get_args(CheckResult), "postponed", "busy", "unkept"}
    assert Outcome.__annotations__["what"] == "CheckResult | Literal['postponed', 'busy', 'unkept']"
    told = set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
    assert told == {*get_args(FailureKind), *outcomes}


def test_every_key_and_type_is_told() -> None:
    """The page on sources has a line for each key, and the whole vocabulary."""
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE)) == {*fields.CHECKS, "contact"}
    flat = " ".join(page.split())
    assert ", ".join(terms.TYPES) in flat
    assert all(f"- {alias}: {name}" in flat for alias, name in terms.ALIASES.items())
