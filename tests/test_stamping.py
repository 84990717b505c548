"""Timestamps of an archive by an authority of RFC 3161, and what they show later."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from policydiff import timestamp
from policydiff.archive import Archive, read_stand, stand
from policydiff.workflows import stamping
from tests.archiving import NAME, capture
from tests.authority import Authority

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.commands import Run

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no OpenSSL")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path / "archive")
    archive.store(NAME, capture("<p>one</p>"), text="one")
    archive.store("\u017b\u00f3\u0142w/a".lower(), capture("<p>two</p>"), text="two")
    return archive


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    with Authority(tmp_path / "authority") as authority:
        yield authority


def test_an_archive_is_stamped_and_goes_on(run: Run, archive: Archive, authority: Authority) -> None:
    """The answer is kept, OpenSSL accepts it, and a later archive still holds what was stamped."""
    where = ("--archive", "archive", "verify")
    done = run(*where, "--timestamp", authority.url, "--allow-loopback", "--ca", authority.root)
    assert done.code == 0, done
    assert "all of that is still here" in done.out
    assert "its signature holds" in done.out
    archive.store(NAME, capture("<p>three</p>", hours=9), text="three")
    done = run(*where)
    assert done.code == 0
    assert "all of that is still here" in done.out
    (kept,) = (archive.path / ".timestamps").glob("*.tsr")
    command = ["openssl", "ts", "-verify", "-data", str(kept.with_suffix(".stand")), "-in", str(kept)]
    subprocess.run([*command, "-CAfile", authority.root], check=True, capture_output=True)
    assert read_stand(kept.with_suffix(".stand").read_bytes())[0].series == NAME


def test_an_archive_that_was_rewritten_as_a_whole_is_found_out(
    run: Run, archive: Archive, authority: Authority
) -> None:
    """Which no hash inside of it can show."""
    assert run("--archive", "archive", "verify", "--timestamp", authority.url, "--allow-loopback").code == 0
    shutil.rmtree(archive.path / "quillmoor")
    assert run("--archive", "archive", "verify").code == 1
    again = Archive(archive.path)
    again.store(NAME, capture("<p>other</p>"), text="other")
    done = run("--archive", "archive", "verify")
    assert done.code == 1
    assert f"DAMAGED  {NAME}/observations.jsonl:1: it is not the line that was stamped" in done.out


def test_signatures_that_nobody_kept_do_not_hold(run: Run, archive: Archive, authority: Authority) -> None:
    """Whoever rewrites an archive takes its timestamps away: who asks for them is not told all is well."""
    done = run("--archive", "archive", "verify", "--ca", authority.root)
    assert (done.code, "there is no timestamp whose signature" in done.out) == (1, True)
    assert run("--archive", "archive", "verify").code == 0


def test_a_damaged_archive_is_not_stamped(run: Run, archive: Archive, authority: Authority) -> None:
    next(archive.path.glob("*/*/*.html.gz")).unlink()
    done = run("--archive", "archive", "verify", "--timestamp", authority.url, "--allow-loopback")
    assert done.code == 1
    assert not (archive.path / ".timestamps").exists()


def test_an_answer_that_is_no_stamp_of_this_is_refused(
    run: Run, tmp_path: Path, archive: Archive, authority: Authority
) -> None:
    """An old one, one of something else, none at all; nothing is kept."""
    asked = timestamp.request(b"something else", 7)
    ours = authority.stamped(timestamp.request(stand(archive), 7))
    refused = b"\x30\x05\x30\x03\x02\x01\x02"
    for reply, told in (
        (authority.stamped(asked), "it stamps something else"),
        (ours, "the answer to another request"),
        (refused, "it was refused"),
        (b"<html>", "no timestamp"),
        (b"", "no timestamp"),
        (ours[:200], "no timestamp"),
    ):
        authority.reply = reply
        done = run("--archive", "archive", "verify", "--timestamp", authority.url, "--allow-loopback")
        assert (done.code, told in done.err) == (2, True), (told, done)
    authority.status = 500
    assert run("--archive", "archive", "verify", "--timestamp", authority.url, "--allow-loopback").code == 2
    assert run("--archive", "archive", "verify", "--timestamp", authority.url).code == 2
    assert not (archive.path / ".timestamps").exists()
    assert timestamp.read_answer(ours, stand(archive)).at.year > 2000


def test_a_stamp_that_was_changed_is_found_out(
    run: Run, tmp_path: Path, archive: Archive, authority: Authority
) -> None:
    """The answer, what was stamped, and a signature of somebody else."""
    run("--archive", "archive", "verify", "--timestamp", authority.url, "--allow-loopback")
    (kept,) = (archive.path / ".timestamps").glob("*.tsr")
    answer, stood = kept.read_bytes(), kept.with_suffix(".stand").read_bytes()
    with Authority(tmp_path / "other") as other:
        done = run("--archive", "archive", "verify", "--ca", other.root)
        assert (done.code, "its signature does not hold" in done.out) == (1, True)
    for one, other_bytes in ((kept, answer[:-9]), (kept.with_suffix(".stand"), stood + b" ")):
        one.write_bytes(other_bytes)
        assert run("--archive", "archive", "verify", "--ca", authority.root).code == 1
        kept.write_bytes(answer)
        kept.with_suffix(".stand").write_bytes(stood)
    assert run("--archive", "archive", "verify", "--ca", "no.pem").code == 2
    kept.with_suffix(".stand").unlink()
    assert run("--archive", "archive", "verify").code == 1


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"format":"policydiff-stand/1","series":[["../x",1,"a"]]}',
             b'{"format":"policydiff-stand/1","series":[["a/b",0,"a"]]}',
             b'{"format":"policydiff-stand/1","series":[[1,2]]}', b"[" * 99_999],
)  # fmt: skip
def test_what_is_no_stand_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_stand(data)


def test_a_request_is_what_openssl_makes(tmp_path: Path) -> None:
    """Byte by byte, but for the number of chance."""
    (tmp_path / "data").write_bytes(b"what is stamped")
    command = ["openssl", "ts", "-query", "-data", "data", "-sha256", "-cert", "-no_nonce", "-out", "q"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    theirs = (tmp_path / "q").read_bytes()
    ours = timestamp.request(b"what is stamped", 77)
    nonce = b"\x02\x01\x4d"
    assert ours.replace(nonce, b"")[2:] == theirs[2:]


def test_no_stamps_are_no_fault(archive: Archive) -> None:
    assert stamping.stamps(archive) == []
