"""Archives from anybody: forged with hashes that fit, and with pipes, devices, links and folders for files.

Whatever they hold, `verify` names it and goes on, and every command answers with one sentence at most.
"""

from __future__ import annotations

import copy
import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from benchmarks import tamper
from policydiff import resolve
from policydiff.archive import Archive, chain, disk
from policydiff.cache import Cache
from policydiff.cli import group
from policydiff.errors import DamagedArchive, InternalFault, PolicydiffError
from policydiff.workflows.timeline import SeriesHistory
from tests.archiving import tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME, OTHER = tamper.NAME, tamper.OTHER
STRANGE: list[Any] = [
    None, True, -1, 0, 1.5, 2**63, 10**30, "", "x", "9", "\ud800", "../x",
    "2024-06-26T10:15:02", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z",
    [], [[]], [None], [["a", 1, 2]], {}, {"x": []}, {"": None},
]  # fmt: skip
"""What a value of JSON may be instead of the one that we write."""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return tamper.build(tmp_path / "archive")


def read(folder: Path) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The lines of a series, and its sidecars by the id of the snapshot."""
    lines = [json.loads(line) for line in (folder / "observations.jsonl").read_bytes().splitlines()]
    sidecars = {path.stem: json.loads(path.read_bytes()) for path in folder.glob("2*.json")}
    return lines, sidecars


def forge(folder: Path, lines: list[dict[str, Any]], sidecars: dict[str, dict[str, Any]]) -> None:
    """Write them with hashes that fit."""
    for name, told in sidecars.items():
        (folder / f"{name}.json").write_text(json.dumps(told))
    last, written = "", []
    for line in lines:
        line.pop("previous", None)
        sidecar = folder / f"{line.get('snapshot')}.json"
        if line.get("sidecar") and sidecar.name[0] == "2" and sidecar.exists():
            line["sidecar"] = chain.sha256(sidecar.read_bytes())
        written.append(chain.encode(line, last))
        last = chain.sha256(written[-1])
    (folder / "observations.jsonl").write_bytes(b"".join(line + b"\n" for line in written))
    (folder / "head.json").write_bytes(chain.ChainHead(len(written), last).encode())


def places(value: object, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside of a value of JSON."""
    yield way
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*way, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from places(one, (*way, number))


def changed(value: Any, way: tuple[Any, ...], strange: object) -> Any:
    """The value with another one at this place; None as the strange one takes it away."""
    value = copy.deepcopy(value)
    above = value
    for step in way[:-1]:
        above = above[step]
    if strange is None:
        del above[way[-1]]
    else:
        above[way[-1]] = strange
    return value


def ask(archive: Archive) -> None:
    """Read all that there is; errors must be ours."""
    found = archive.verify()
    assert not any("inside of policydiff" in fault.problem for fault in found.faults), found.faults
    for name in (NAME, OTHER):
        try:
            fresh = Archive(archive.path)
            fresh.check(name)
            for snapshot in (*fresh.snapshots(name), *fresh.kept(name).values()):
                page = resolve.page(fresh, snapshot, ())
                assert page.captured_at is not None
                assert page.captured_at.tzinfo is not None
        except InternalFault:
            raise
        except PolicydiffError:
            if not found.faults:  # verify saw nothing
                raise


@pytest.mark.parametrize("part", range(2))
def test_lines_and_sidecars_may_say_anything(archive: Archive, part: int) -> None:
    """Each value is replaced by strange ones, and all hashes are made to fit."""
    folder = archive.path / NAME
    lines, sidecars = read(folder)
    first = min(sidecars)
    turn = part
    for way in places(lines):
        if len(way) > 1 and way[0] in (0, 1, 3) and way[-1] != "previous":
            for strange in STRANGE[turn % 4 :: 4]:
                forge(folder, changed(lines, way, strange), sidecars)
                ask(archive)
            turn += 2
    for way in places(sidecars[first]):
        if way:
            for strange in STRANGE[turn % 4 :: 4]:
                told = changed(sidecars[first], way, strange)
                forge(folder, copy.deepcopy(lines), sidecars | {first: told})
                ask(archive)
            turn += 2


@pytest.mark.parametrize("said", ['"9"', "1.5", "null", "true", "1" * 5000, "[]", "{}", "-1", "1e999", "NaN"])
def test_the_head_may_say_anything(archive: Archive, said: str) -> None:
    """What is no number of lines is named."""
    head = archive.path / NAME / "head.json"
    text = head.read_text()
    head.write_text(text.replace('"lines":6', f'"lines":{said}'))
    assert head.read_text() != text
    assert f"{NAME}/head.json" in {fault.place.partition(":")[0] for fault in archive.verify().faults}
    ask(archive)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sidecar": ""}, "stores files, but no snapshot"),
        ({"sidecar": "", "stored": {}}, "unknown snapshot"),
        ({"answers": []}, "its id or its body"),
        ({"stored": {}}, "holds a body, but no line stored that"),
        ({"snapshot": ""}, "its id or its body"),
        ({"what": "failed"}, "yet names a snapshot"),
    ],
)
def test_lines_that_contradict_each_other_are_damage(
    archive: Archive, change: dict[str, Any], told: str
) -> None:
    """Though each can be read and all hashes fit: both whoever reads and `verify` say so."""
    folder = archive.path / NAME
    lines, _ = read(folder)
    lines[0] |= change
    forge(folder, lines, {})
    assert told in " ".join(fault.problem for fault in archive.verify().faults)
    with pytest.raises(DamagedArchive):
        Archive(archive.path).snapshots(NAME)


def test_a_sidecar_without_captures_is_damage(archive: Archive) -> None:
    """Every command that reads a page of it says so."""
    folder = archive.path / NAME
    lines, sidecars = read(folder)
    for told in sidecars.values():
        told["captures"] = []
    forge(folder, lines, sidecars)
    assert "no capture" in " ".join(fault.problem for fault in archive.verify().faults)
    for command in (
        ["log", NAME, "--cache", "-"],
        ["when", NAME, "data", "--cache", "-"],
        ["compare", f"{NAME}@latest~1", NAME],
    ):
        with pytest.raises(DamagedArchive, match="no capture"):
            CliRunner().invoke(
                group.policydiff, ["--archive", str(archive.path), *command],
                standalone_mode=False, catch_exceptions=False,
            )  # fmt: skip


def test_a_body_is_as_large_as_one_can_be(archive: Archive) -> None:
    """What a line says of a size is not believed: a small file that unpacks to gigabytes stays packed."""
    folder = archive.path / NAME
    lines, sidecars = read(folder)
    bomb = disk.compress(b"\0" * 50_000_000)
    name = lines[0]["answers"][0]["file"]
    (folder / name).write_bytes(bomb)
    lines[0]["answers"][0]["size"] = 3_000_000_000
    lines[0]["stored"][name] = chain.sha256(bomb)
    forge(folder, lines, sidecars)
    assert "size is larger than any" in " ".join(fault.problem for fault in archive.verify().faults)
    ask(archive)


@pytest.mark.parametrize("made", ["pipe", "endless", "folder", "loop", "socket"])
@pytest.mark.parametrize(
    "what", ["observations.jsonl", "head.json", "2*.json", "2*.gz", ".head.json.tmp", "new"]
)
def test_what_is_no_file_is_named_and_the_rest_is_read(archive: Archive, made: str, what: str) -> None:
    """Nothing is waited for, nothing read without end, and the other series is still checked."""
    folder = archive.path / NAME
    path = next(iter(sorted(folder.glob(what))), folder / what)
    path.unlink(missing_ok=True)
    if made == "pipe":
        os.mkfifo(path)
    elif made == "endless":
        path.symlink_to("/dev/zero")
    elif made == "folder":
        path.mkdir()
    elif made == "loop":
        path.symlink_to(path)
    else:
        os.mknod(path, 0o140644)
    damage = archive.path / OTHER / "head.json"
    damage.write_bytes(damage.read_bytes() + b" ")
    found = archive.verify()
    named = {fault.place.partition(":")[0] for fault in (*found.faults, *found.interrupted)}
    assert {path.relative_to(archive.path).as_posix(), f"{OTHER}/head.json"} <= named
    ask(archive)


def test_links_lead_nowhere(archive: Archive, tmp_path: Path) -> None:
    """Nothing is written through a folder or file that is a link, and `verify` names each."""
    outside = tmp_path / "outside"
    (outside / "terms").mkdir(parents=True)
    (archive.path / "linked").symlink_to(outside)
    (archive.path / "quillmoor" / "linked").symlink_to(outside / "terms")
    kept = archive.path / "quillmoor" / "kept"
    kept.mkdir()
    (outside / "lines").write_bytes(b"")
    (kept / "observations.jsonl").symlink_to(outside / "lines")
    before = tree(outside)
    page = archive.captures(archive.snapshots(NAME)[0])[0]
    for name in ("linked/terms", "linked/new", "quillmoor/linked", "quillmoor/kept"):
        with pytest.raises(DamagedArchive, match="it is a link"):
            Archive(archive.path).store(name, page)
    assert tree(outside) == before
    assert sorted(path.name for path in outside.rglob("*")) == ["lines", "terms"]
    places = {fault.place for fault in archive.verify().faults}
    assert {"linked", "quillmoor/linked", "quillmoor/kept/observations.jsonl"} <= places


def test_a_temporary_file_that_is_a_link_is_not_written_through(archive: Archive, tmp_path: Path) -> None:
    """The link goes, what it led to stays."""
    outside = tmp_path / "outside"
    outside.write_text("mine")
    folder = archive.path / "quillmoor" / "new"
    folder.mkdir()
    (folder / ".head.json.tmp").symlink_to(outside)
    archive.store("quillmoor/new", archive.captures(archive.snapshots(NAME)[0])[0])
    assert outside.read_text() == "mine"
    assert archive.verify().faults == ()


def test_one_series_that_breaks_the_check_does_not_end_it(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault inside is told with its kind and its place in the code, and the other series is checked."""
    parse = chain.parse_lines

    def broken(data: bytes) -> chain.ChainLines:
        if NAME.encode() in data:
            raise KeyError("unforeseen")
        return parse(data)

    monkeypatch.setattr(chain, "parse_lines", broken)
    found = archive.verify()
    assert [fault.place for fault in found.faults] == [NAME]
    assert (
        "a fault inside of policydiff (KeyError: 'unforeseen', in archive/verify.py"
        in found.faults[0].problem
    )
    assert found.series == 1


def test_a_busy_series_does_not_end_the_check(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told that it was not checked."""
    monkeypatch.setattr(disk, "PATIENCE", 0.05)
    with archive.writer(NAME):
        found = archive.verify()
    assert [fault.place for fault in found.faults] == [NAME]
    assert "could not be checked: another program" in found.faults[0].problem


def test_histories_of_forged_series_are_told_or_refused(archive: Archive) -> None:
    """Each value is replaced in turn, hashes fit: `log` and `when` answer, or say what is damaged."""
    folder = archive.path / NAME
    lines, sidecars = read(folder)
    first = min(sidecars)
    turn = told = 0
    for way in [*places(lines), *((first, *way) for way in places(sidecars[first]) if way)]:
        if way[:1] != (first,) and (len(way) < 2 or way[0] not in (0, 1, 3) or way[-1] == "previous"):
            continue
        turn += 1
        for strange in STRANGE[turn % 5 :: 5]:
            if way[0] == first:
                one = changed(sidecars[first], way[1:], strange)
                forge(folder, copy.deepcopy(lines), sidecars | {first: one})
            else:
                forge(folder, changed(lines, way, strange), sidecars)
            try:
                series_history = SeriesHistory(archive.path, NAME, Cache(None))
                series_history.timeline()
                series_history.presence("data", lambda texts: dict.fromkeys(texts, ""))
            except DamagedArchive:
                continue
            told += 1
    assert told, "some values say nothing of the text"
