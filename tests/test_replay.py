"""What we export is replayed by pywb, which lives in an environment of its own (its licence is the GPL)."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from policydiff.archive import Archive
from policydiff.exporters import export_wacz, export_warc
from policydiff.workflows.exporting import text_reader
from tests.conftest import absent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Capture

pytestmark = pytest.mark.pywb
DEMO = Path(__file__).parent.parent / "snapshots"
POLICY = "quillmoor/privacy-policy@eu"


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a pywb that serves the exported demo archive."""
    programs = Path(os.environ.get("POLICYDIFF_PYWB", "/nowhere"))
    if not (programs / "wb-manager").exists():
        absent("pywb", "no pywb; POLICYDIFF_PYWB can name the folder of its programs")
    folder = tmp_path_factory.mktemp("replay")
    archive = Archive(DEMO)
    export_warc(archive, str(folder / "demo.warc.gz"), text=text_reader(archive))
    for command in (("init", "demo"), ("add", "demo", str(folder / "demo.warc.gz"))):
        subprocess.run([programs / "wb-manager", *command], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [str(programs / "wayback"), "-b", "127.0.0.1", "-p", str(port)]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(serve, cwd=folder, stdout=log, stderr=log) as pywb,
    ):
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}/demo"
        finally:
            pywb.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("pywb did not start")


def captures(*series: str) -> list[Capture]:
    archive = Archive(DEMO)
    kept = [one for name in series or archive.series() for one in archive.kept(name).values()]
    return [capture for one in kept for capture in archive.captures(one)]


def test_every_page_comes_back_byte_by_byte(replay: str) -> None:
    """By the address that answered, and by the one that was asked for and redirected there."""
    wrong = []
    everything = captures()
    assert len(everything) > 10
    for one in everything:
        for url in (one.url, one.final_url):
            answer = requests.get(f"{replay}/{one.at:%Y%m%d%H%M%S}id_/{url}", timeout=60)
            if hashlib.sha256(answer.content).digest() != hashlib.sha256(one.body).digest():
                wrong.append((url, one.at, answer.status_code))
    assert not wrong


def test_a_check_that_was_told_of_no_change_is_there(replay: str) -> None:
    """With the time of the check, as the answer without a body that it was."""
    archive = Archive(DEMO)
    checks = [one for name in archive.series() for one in archive.observations(name)]
    seen = next(one for one in checks if [answer.status for answer in one.answers] == [304])
    url = seen.answers[0].final_url or seen.answers[0].url
    answer = requests.get(f"{replay}/{seen.at:%Y%m%d%H%M%S}id_/{url}", timeout=60)
    assert answer.status_code == 304
    assert answer.headers["Memento-Datetime"] == f"{seen.at:%a, %d %b %Y %H:%M:%S} GMT"


def test_a_wacz_has_the_index_that_pywb_makes(replay: str, tmp_path: Path) -> None:
    """The same addresses, times and digests, in the same order."""
    import json
    import zipfile

    export_wacz(Archive(DEMO), str(tmp_path / "demo.wacz"))
    with zipfile.ZipFile(tmp_path / "demo.wacz") as packed:
        lines = packed.read("indexes/index.cdx").decode().splitlines()
    pages = [line.split(" ", 2) for line in lines if '"text/html"' in line]
    versions = captures(POLICY)
    url = versions[0].final_url
    asked = {"url": url, "output": "json"}
    told = requests.get(f"{replay}/cdx", params=asked, timeout=60).text.splitlines()
    theirs = {
        (one["urlkey"], one["timestamp"], one["digest"])
        for one in map(json.loads, told)
        if one["mime"] == "text/html"
    }
    ours = {
        (key, at, json.loads(rest)["digest"].removeprefix("sha1:"))
        for key, at, rest in pages
        if json.loads(rest)["url"] == url
    }
    assert ours == theirs
    assert len(ours) >= len(versions) > 5
