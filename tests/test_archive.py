"""The archive: what is kept, what is only noted, and that every byte comes back."""

from __future__ import annotations

import errno
import gzip
import json
import os
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive, disk
from policydiff.errors import (
    BusyArchive,
    DamagedArchive,
    InvalidReference,
    UnusableCapture,
    UnwritableArchive,
)
from policydiff.models import Capture, Quality, Reason, Redirect
from tests.archiving import NAME, START, URL, capture, tree

if TYPE_CHECKING:
    from pathlib import Path

BAD = Quality("bad", (Reason("error-page", "The page says that it could not be loaded."),))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def see(archive: Archive, *bodies: str, keep: str = "visible") -> list[str]:
    """Store bodies an hour apart, their visible text in lower case without dots; what came of each."""
    return [
        archive.store(
            NAME, capture(body, hours=hour), text=body.lower().replace(".", ""), normaliser="1",
            keep="all" if keep == "all" else "visible",
        ).what
        for hour, body in enumerate(bodies)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keep", "bodies", "what", "files"),
    [
        ("visible", "a b", "new new", 2),
        ("visible", "a a", "new unchanged", 1),
        ("visible", "a A a.", "new unchanged unchanged", 1),
        ("visible", "a b a b", "new new returned returned", 2),
        ("visible", "a b A", "new new returned", 2),
        ("all", "a A a.", "new new new", 3),
        ("all", "a A a A", "new new returned returned", 2),
        ("all", "a a", "new unchanged", 1),
    ],
)
def test_what_is_kept(archive: Archive, keep: str, bodies: str, what: str, files: int) -> None:
    """Bodies whose visible text is new, or each distinct one; never one body twice."""
    assert " ".join(see(archive, *bodies.split(), keep=keep)) == what
    assert len([name for name in tree(archive.path) if name.endswith(".gz")]) == files
    assert archive.verify().faults == ()


def test_every_byte_comes_back(archive: Archive) -> None:
    """Body, headers, redirects and conditions are those of the capture."""
    kept = replace(
        capture("<p>Ünï\r\n\0</p>"),
        redirects=(Redirect("https://quillmoor.example/", 301),),
        final_url="https://www.quillmoor.example/privacy",
        headers=(("Content-Type", "text/html"), ("X-Odd", "a=1"), ("x-odd", "b=\x80\ud800")),
        request_headers=(("Accept-Language", "en-IE"),),
        ref="ab12",
    )
    archive.store(NAME, kept, details={"region": "IE"})
    snapshot = archive.resolve(NAME)
    assert archive.captures(snapshot) == (replace(kept, details=(("region", "IE"),)),)
    assert archive.read_body(snapshot) == kept.body
    assert gzip.decompress((archive.path / NAME / "2024-06-26T101502Z.html.gz").read_bytes()) == kept.body
    sidecar = json.loads((archive.path / NAME / "2024-06-26T101502Z.json").read_bytes())
    assert sidecar["details"] == {"region": "IE"}


def test_secrets_stay_out(archive: Archive) -> None:
    """An archive may be public: what a request proved itself with is not in it."""
    asked = (("Authorization", "Bearer hush"), ("COOKIE", "hush"), ("Accept", "text/html"))
    archive.store(NAME, replace(capture("a"), request_headers=asked))
    assert b"hush" not in b"".join(tree(archive.path).values())
    assert archive.captures(archive.resolve(NAME))[0].request_headers[2] == ("Accept", "text/html")


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """Two archives of the same captures are equal, file by file."""
    first, second = Archive(tmp_path / "1"), Archive(tmp_path / "2")
    for archive in (first, second):
        see(archive, "a", "b", "a", "c")
        archive.fail(NAME, "timeout", "No answer.", at=START)
    assert tree(first.path) == tree(second.path)
    assert first.verify().seal == second.verify().seal


def test_two_captures_in_one_second(archive: Archive) -> None:
    """The second is numbered, and both can be named."""
    archive.store(NAME, capture("a"))
    archive.store(NAME, capture("b", hours=0.5 / 3600))
    archive.store(NAME, capture("c"))
    ids = ["2024-06-26T101502Z", "2024-06-26T101502Z_3", "2024-06-26T101502Z_2"]
    assert [one.id for one in archive.snapshots(NAME)] == ids
    assert [archive.read_body(archive.resolve(f"{NAME}@{one}")) for one in ids] == [b"a", b"c", b"b"]
    assert archive.read_body(archive.resolve(f"{NAME}@2024-06-26T10:15:02")) == b"b"


def test_several_addresses_make_one_document(archive: Archive) -> None:
    """Each body has its part of the name, and a part that did not change is not stored again."""
    other = "https://quillmoor.example/cookies"
    first = [capture("privacy"), capture("cookies", url=other)]
    second = [capture("privacy", hours=1), capture("more cookies", hours=1, url=other)]
    archive.store(NAME, first, text="1", normaliser="1")
    archive.store(NAME, second, text="2", normaliser="1")
    assert [name.rpartition("/")[2] for name in tree(archive.path) if name.endswith(".gz")] == [
        "2024-06-26T101502Z.1.html.gz",
        "2024-06-26T101502Z.2.html.gz",
        "2024-06-26T111502Z.2.html.gz",
    ]
    latest = archive.resolve(NAME)
    assert [archive.read_body(latest, part) for part in (0, 1)] == [b"privacy", b"more cookies"]
    assert [one.url for one in archive.captures(latest)] == [URL, other]
    assert archive.verify().faults == ()


def test_two_addresses_with_one_body(archive: Archive) -> None:
    """Not even within one snapshot is a body stored twice."""
    archive.store(NAME, [capture("same"), capture("same", url=URL + "2")])
    latest = archive.resolve(NAME)
    assert [archive.read_body(latest, part) for part in (0, 1)] == [b"same", b"same"]
    assert len([name for name in tree(archive.path) if name.endswith(".gz")]) == 1


def test_not_modified_stands_for_the_body_held(archive: Archive) -> None:
    """304 is a check that found the same; beside a changed second address it is part of the new snapshot."""
    other = URL + "2"
    archive.store(NAME, [capture("a"), capture("x", url=other)], text="ax", normaliser="1")
    same = [capture("", hours=1, status=304), capture("", hours=1, url=other, status=304)]
    assert archive.store(NAME, same, text="ax", normaliser="1").what == "unchanged"
    assert archive.store(NAME, same).what == "unchanged"
    mixed = [capture("", hours=2, status=304), capture("y", hours=2, url=other)]
    assert archive.store(NAME, mixed, text="ay", normaliser="1").what == "new"
    assert [one.body for one in archive.captures(archive.resolve(NAME))] == [b"a", b"y"]
    assert [answer.sha256 for answer in archive.observations(NAME)[1].answers] == ["", ""]


def test_not_modified_without_a_body_is_refused(archive: Archive) -> None:
    """A server that says so at the first visit cannot make an empty snapshot."""
    with pytest.raises(UnusableCapture, match="holds no body of it"):
        archive.store(NAME, capture("", status=304))
    assert archive.observations(NAME) == ()


def test_a_suspect_capture_never_follows(archive: Archive) -> None:
    """It is kept, once, and named; the latest snapshot stays the good one."""
    see(archive, "a")
    for hour in (1, 2):
        seen = archive.store(NAME, capture("oops", hours=hour), text="oops", normaliser="1", quality=BAD)
        assert (seen.what, seen.quality) == ("suspect", BAD)
    assert archive.store(NAME, capture("a", hours=3), text="a", normaliser="1").what == "unchanged"
    assert [one.id for one in archive.snapshots(NAME)] == ["2024-06-26T101502Z"]
    assert archive.read_body(archive.resolve(f"{NAME}@2024-06-26T111502Z")) == b"oops"
    assert archive.verify().snapshots == 2


def test_what_was_suspect_may_turn_out_good(archive: Archive) -> None:
    """The same text, later judged good, is new without being stored again."""
    archive.store(NAME, capture("a"), text="a", normaliser="1", quality=BAD)
    assert archive.store(NAME, capture("a", hours=1), text="a", normaliser="2").what == "new"
    assert archive.read_body(archive.resolve(NAME)) == b"a"
    assert archive.verify().files == 2


def test_a_failure_is_an_observation(archive: Archive) -> None:
    """Unchanged and unobserved are different things: kind, sentence and answer are kept, no body."""
    answer = capture("busy", status=503)
    archive.fail(NAME, "status", "The server is busy.", at=START, captures=[answer])
    (seen,) = archive.observations(NAME)
    assert (seen.what, seen.kind, seen.problem) == ("failed", "status", "The server is busy.")
    assert [(one.status, one.size, one.file) for one in seen.answers] == [(503, 4, "")]
    assert archive.snapshots(NAME) == ()
    assert archive.verify().faults == ()


def test_another_normaliser_keeps_one_snapshot_more(archive: Archive) -> None:
    """Texts of two versions are not compared; equal bytes are equal under any."""
    archive.store(NAME, capture("a"), text="a", normaliser="1")
    assert archive.store(NAME, capture("A", hours=1), text="a", normaliser="2").what == "new"
    assert archive.store(NAME, capture("A", hours=2), text="A", normaliser="3").what == "unchanged"


def test_stretches_say_since_and_until(archive: Archive) -> None:
    """First and last time seen, for each stretch with one text."""
    see(archive, "a", "A", "b", "a", "a")
    stretches = [(one.id, one.at, one.seen_until) for one in archive.snapshots(NAME)]
    hours = [(0, 1), (2, 2), (3, 4)]
    times = [(START + timedelta(hours=first), START + timedelta(hours=last)) for first, last in hours]
    assert stretches == [
        ("2024-06-26T101502Z", *times[0]),
        ("2024-06-26T121502Z", *times[1]),
        ("2024-06-26T101502Z", *times[2]),
    ]


def test_older_history_falls_into_its_place(archive: Archive) -> None:
    """What is brought in later is ordered by its time, and the latest snapshot stays the latest."""
    see(archive, "now")
    found = [
        archive.store(NAME, capture(body, hours=hour)).what for body, hour in (("was", -48), ("now", -24))
    ]
    assert found == ["new", "returned"]
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == [b"was", b"now"]
    assert archive.resolve(NAME).seen_until == START


def test_validators_are_those_of_the_latest_text(archive: Archive) -> None:
    """Never those of a suspect page or of an older text: 304 would mean that one."""

    def store(body: str, hours: int, etag: str, quality: Quality = Quality()) -> None:  # noqa: B008
        archive.store(NAME, capture(body, hours=hours, etag=etag), text=body, normaliser="1", quality=quality)

    assert archive.validators(NAME) == {}
    store("a", 0, "1")
    store("b", 1, "2")
    store("oops", 2, "3", BAD)
    archive.fail(NAME, "timeout", "No answer.", at=START)
    assert archive.validators(NAME)[URL].etag == "2"
    store("b", 3, "4")
    assert archive.validators(NAME)[URL].etag == "4"
    archive.store(NAME, capture("", hours=4, status=304), text="b", normaliser="1")
    assert archive.validators(NAME)[URL].etag == "4"
    store("c", 5, "")
    assert archive.validators(NAME) == {}


def test_times_are_utc(archive: Archive) -> None:
    """A time of another zone is the same moment; one without a zone is refused."""
    local = replace(capture("a"), at=datetime(2024, 6, 26, 12, 15, 2, tzinfo=timezone(timedelta(hours=2))))
    assert archive.store(NAME, local).at == START
    assert archive.resolve(NAME).id == "2024-06-26T101502Z"
    with pytest.raises(UnusableCapture, match="no zone"):
        archive.store(NAME, replace(capture("b"), at=datetime(2024, 6, 26)))
    with pytest.raises(UnusableCapture, match="no zone"):
        archive.fail(NAME, "timeout", "", at=datetime(2024, 6, 26))


def test_series_are_listed_by_name(archive: Archive) -> None:
    """What a person put beside them is no series."""
    archive.store("b/y", capture("1"))
    archive.store("a/x@eu", capture("2"))
    archive.store("a/x", capture("3"))
    (archive.path / "notes").mkdir()
    (archive.path / "README.md").write_text("mine")
    assert archive.series() == ("a/x", "a/x@eu", "b/y")
    assert Archive(archive.path / "nowhere").series() == ()


@pytest.mark.parametrize(
    "name", ["", "a", "../a/b", "a/../b", "A/b", "a/b@latest", "/a/b", "a/b/c", "a/b@2024-01-01"]
)
def test_names_never_leave_the_archive(archive: Archive, name: str) -> None:
    """A name that is none is refused before the disk is touched."""
    with pytest.raises(InvalidReference):
        archive.store(name, capture("a"))
    assert not archive.path.exists()


def test_git_must_not_change_line_ends(archive: Archive) -> None:
    """A new archive says so itself, and never again over what people wrote there."""
    see(archive, "a")
    assert b"* -text" in (archive.path / ".gitattributes").read_bytes()
    (archive.path / ".gitattributes").write_bytes(b"mine")
    see(archive, "b")
    assert (archive.path / ".gitattributes").read_bytes() == b"mine"


def test_a_body_that_is_too_large_is_refused(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a bound that the caller can record as a failure."""
    monkeypatch.setattr("policydiff.archive.writer.LARGEST", 10)
    with pytest.raises(UnusableCapture, match="11 bytes"):
        archive.store(NAME, capture("a" * 11))


def test_a_full_disk_is_one_sentence_and_no_damage(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was stored before stays, what could not be written leaves no trace after the next write."""
    see(archive, "a")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for step in ("write_temporary", "append", "finish", "replace_file"):
        with monkeypatch.context() as patched:
            patched.setattr(disk, step, full)
            with pytest.raises(UnwritableArchive, match="No space left"):
                archive.store(NAME, capture(step, hours=1))
        assert archive.verify().faults == ()
    archive.store(NAME, capture("b", hours=2))
    found = archive.verify()
    assert (found.faults, found.interrupted) == ((), ())


def test_what_the_system_refuses_is_named(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """The very file, and what helps against this refusal."""
    see(archive, "a")
    read = disk.read_at_most

    def refuse(path: Path, most: int) -> bytes:
        if path.name == "observations.jsonl":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read(path, most)

    monkeypatch.setattr(disk, "read_at_most", refuse)
    with pytest.raises(UnwritableArchive, match=r"observations\.jsonl: .*Check its permissions\."):
        Archive(archive.path).observations(NAME)
    told = {fault.place: fault.problem for fault in archive.verify().faults}
    assert "Permission denied" in told[f"{NAME}/observations.jsonl"]


def test_a_second_writer_waits_and_then_gives_up(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told who is in the way, not left hanging."""
    see(archive, "a")
    monkeypatch.setattr(disk, "PATIENCE", 0.05)
    with archive.writer(NAME), pytest.raises(BusyArchive, match="another program"):
        archive.store(NAME, capture("b"))
    assert archive.store(NAME, capture("b", hours=1)).number == 2


def test_what_was_changed_is_not_read(archive: Archive) -> None:
    """A body whose hash is another stops everything."""
    see(archive, "a")
    snapshot = archive.resolve(NAME)
    file = archive.path / NAME / "2024-06-26T101502Z.html.gz"
    file.write_bytes(disk.compress(b"b"))
    with pytest.raises(DamagedArchive, match="was changed"):
        archive.read_body(snapshot)
    file.unlink()
    with pytest.raises(DamagedArchive, match="is missing"):
        archive.captures(snapshot)


def test_nothing_is_written_onto_a_broken_chain(archive: Archive) -> None:
    """Damage stays where it can be found."""
    see(archive, "a", "b")
    lines = archive.path / NAME / "observations.jsonl"
    lines.write_bytes(lines.read_bytes().replace(b'"what":"new"', b'"what":"old"', 1))
    before = tree(archive.path)
    with pytest.raises(DamagedArchive, match=r"observations\.jsonl"):
        archive.store(NAME, capture("c", hours=2))
    assert tree(archive.path) == before


def test_a_file_that_is_in_the_way_is_not_overwritten(archive: Archive) -> None:
    """Whoever put it there: it is in no line, so it is a fault and not ours to remove."""
    see(archive, "a")
    stray = archive.path / NAME / "2024-06-26T111502Z.html.gz"
    stray.write_bytes(b"stray")
    with pytest.raises(DamagedArchive, match="in no line"):
        archive.store(NAME, capture("b", hours=1))
    assert stray.read_bytes() == b"stray"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"answers": [{"file": "../../../etc/passwd", "size": 1}]}, id="path in an answer"),
        pytest.param({"stored": {"../x": "00"}}, id="path of a stored file"),
        pytest.param({"snapshot": "../x"}, id="path of a snapshot"),
        pytest.param({"at": "yesterday"}, id="no time"),
        pytest.param({"at": 3}, id="number for a time"),
        pytest.param({"at": "2024-06-26T10:15:02"}, id="no zone"),
        pytest.param({"what": "gone"}, id="unknown word"),
        pytest.param({"answers": [1]}, id="answer is a number"),
        pytest.param({"answers": [{"size": -1}]}, id="negative size"),
        pytest.param({"answers": [{"redirects": [["a"]]}]}, id="redirect without status"),
        pytest.param({"reasons": [["a", 1]]}, id="reason is a number"),
        pytest.param({"series": "x/y"}, id="line of another series"),
    ],
)
def test_an_archive_from_elsewhere_is_not_trusted(archive: Archive, change: dict[str, object]) -> None:
    """Lines that we never write are damage even if their hashes fit; no path leaves the folder."""
    from policydiff.archive import chain

    see(archive, "a")
    folder = archive.path / NAME
    record = json.loads((folder / "observations.jsonl").read_bytes()) | change
    record.pop("previous")
    line = chain.encode(record, "")
    (folder / "observations.jsonl").write_bytes(line + b"\n")
    (folder / "head.json").write_bytes(chain.ChainHead(1, chain.sha256(line)).encode())
    with pytest.raises(DamagedArchive, match=r"observations\.jsonl:1"):
        archive.snapshots(NAME)
    assert archive.verify().faults


def test_a_packed_file_is_opened_within_bounds() -> None:
    """A body unpacks to the size that its line says, or not at all."""
    size = 50_000_000
    bomb = disk.compress(b"\0" * size)
    assert len(disk.decompress(bomb, size)) == size
    for data, told in ((bomb, 1000), (bomb, size + 1), (bomb + b"x", size), (bomb[:-4], size), (b"", 0)):
        with pytest.raises(ValueError, match=r"."):
            disk.decompress(data, told)


@pytest.mark.parametrize(
    ("content_type", "body", "ending"),
    [
        ("text/html; charset=utf-8", b"x", "html"),
        ("TEXT/MARKDOWN", b"x", "md"),
        ("application/pdf", b"x", "pdf"),
        ("application/octet-stream", b"%PDF-1.7", "pdf"),
        ("", b"  <!doctype html>", "html"),
        ("text/x-../../evil", b"x", "bin"),
    ],
)
def test_what_a_file_name_ends_in(archive: Archive, content_type: str, body: bytes, ending: str) -> None:
    """By the declared type, else by the first bytes; never by what a server made up."""
    archive.store(NAME, Capture(URL, START, body, "http", headers=(("content-type", content_type),)))
    assert (archive.path / NAME / f"2024-06-26T101502Z.{ending}.gz").exists()
