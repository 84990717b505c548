"""Asking the Wayback Machine to record what is new, and keeping its answers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff.workflows import witness
from tests.servers import Server, answer, policy, redirect

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands import Run


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "LIMITS", replace(witness.LIMITS, pause_seconds=0))


def followed(folder: Path, server: Server) -> None:
    """A list of two sources of that server."""
    folder.mkdir(exist_ok=True)
    pages = "".join(
        f'[[source]]\nplatform = "{name}"\nterms_type = "Privacy Policy"\nurl = "{server.url(f"/{name}")}"\n'
        for name in ("a", "b")
    )
    (folder / "sources.toml").write_text(pages, "utf-8")


def kept(folder: Path) -> list[dict[str, str]]:
    lines = (folder / witness.FILE).read_text("ascii").splitlines()
    return [json.loads(line) for line in lines]


def test_what_is_new_is_recorded_elsewhere_too(run: Run, tmp_path: Path, server: Server) -> None:
    """Once: a page that did not change is not asked for again; what the service says is kept either way."""
    followed(tmp_path / "archive", server)
    copy = f"/web/20250303101502/{server.url('/a')}"
    server.pages |= {"/a": answer(policy(300)), "/b": answer(policy(320, "Bb")), copy: answer(policy(300))}
    server.pages[f"/save/{server.url('/a')}"] = redirect(copy)
    server.pages[f"/save/{server.url('/b')}"] = answer(b"<p>Blocked</p>", status=403)
    push = ("--push-wayback", "--wayback", server.url(""))
    where = ("--archive", "archive", "fetch", "--allow-loopback", *push)
    done = run(*where)
    assert done.code == 0, done
    assert f"Wayback Machine: {server.url(copy)}" in done.out
    first, second = kept(tmp_path / "archive")
    assert (first["series"], first["copy"]) == ("a/privacy-policy", server.url(copy))
    assert (second["url"], "status 403" in second["problem"]) == (server.url("/b"), True)
    run(*where)
    assert len(kept(tmp_path / "archive")) == 2
    assert run("--archive", "archive", "verify").code == 0


def test_a_service_that_asks_for_peace_is_left_alone(run: Run, tmp_path: Path, server: Server) -> None:
    followed(tmp_path / "archive", server)
    server.pages |= {"/a": answer(policy(300)), "/b": answer(policy(320, "Bb"))}
    for name in ("a", "b"):
        server.pages[f"/save/{server.url(f'/{name}')}"] = answer(b"", status=429, Retry_After="60")
    run("--archive", "archive", "fetch", "--allow-loopback", "--push-wayback", "--wayback", server.url(""))
    assert len(kept(tmp_path / "archive")) == 1
    assert len([one for one in server.requests if one.path.startswith("/save")]) == 1


def test_nobody_is_asked_unasked(run: Run, tmp_path: Path, server: Server) -> None:
    followed(tmp_path / "archive", server)
    server.pages |= {"/a": answer(policy(300)), "/b": answer(policy(320, "Bb"))}
    run("--archive", "archive", "fetch", "--allow-loopback", "--wayback", server.url(""))
    assert not (tmp_path / "archive" / ".witnesses").exists()
