"""Open Terms Archive repositories, real in form and hostile in content: every version once, in its order."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from policydiff.archive import Archive, disk
from policydiff.cli.group import policydiff
from policydiff.errors import UnusableHistory, UnwritableArchive
from policydiff.importers import git, import_files, import_ota, ota
from tests.archiving import capture, tree

if TYPE_CHECKING:
    from collections.abc import Callable


FIRST = 1_700_000_000
NAME = "quillmoor/privacy-policy"
FILE = "Quillmoor/Privacy Policy.md"


@dataclass
class Commit:
    """One commit of a test repository: files with their text, None where it removes one."""

    files: dict[str, str | bytes | None]
    message: str = "Record new changes of Quillmoor Privacy Policy"
    hours: float = 0
    zone: str = "+0000"
    mode: str = "100644"
    parents: tuple[int, ...] | None = None
    """Marks of the parents, from 1; the commit before by default."""


def repository(path: Path, *commits: Commit, bare: bool = True) -> Path:
    """A git repository with these commits on its branch main."""
    stream = []
    for mark, commit in enumerate(commits, 1):
        who = f"Recorder <r@recorder.example> {FIRST + int(3600 * commit.hours)} {commit.zone}"
        message = commit.message.encode()
        stream.append(f"commit refs/heads/main\nmark :{mark}\nauthor {who}\ncommitter {who}\n".encode())
        stream.append(b"data %d\n%s\n" % (len(message), message))
        parents = commit.parents or ()
        stream += [b"%s :%d\n" % (b"merge" if n else b"from", parent) for n, parent in enumerate(parents)]
        for name, text in commit.files.items():
            if text is None:
                stream.append(f'D "{name}"\n'.encode())
                continue
            data = text.encode() if isinstance(text, str) else text
            stream.append(
                f'M {commit.mode} inline "{name}"\n'.encode() + b"data %d\n%s\n" % (len(data), data)
            )
    run("git", "init", "-q", *(["--bare"] if bare else []), "-b", "main", str(path))
    run("git", "-C", str(path), "fast-import", "--quiet", given=b"".join(stream))
    return path


def run(*command: str, given: bytes = b"") -> bytes:
    return subprocess.run(command, input=given, check=True, capture_output=True).stdout


def versions(*texts: str | None) -> list[Commit]:
    """Versions of one document, an hour apart."""
    return [Commit({FILE: text}, hours=hour) for hour, text in enumerate(texts)]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def bodies(archive: Archive, name: str = NAME) -> list[str]:
    return [archive.read_body(one).decode() for one in archive.snapshots(name)]


@pytest.mark.parametrize("bare", [True, False])
def test_each_commit_is_an_observation(archive: Archive, tmp_path: Path, bare: bool) -> None:
    """With its text, its author date and its id, from a repository with or without a work tree."""
    path = repository(tmp_path / "git", *versions("one", "two", "one"), bare=bare)
    done = import_ota(archive, path)
    assert (done.series, done.added, done.known, done.skipped) == (1, 3, 0, ())
    seen = archive.observations(NAME)
    assert [one.what for one in seen] == ["new", "new", "returned"]
    assert [one.at for one in seen] == [datetime.fromtimestamp(FIRST + 3600 * n, UTC) for n in range(3)]
    assert [one.ref for one in seen] == run(
        "git", "-C", str(path), "rev-list", "--reverse", "main"
    ).decode().split()
    assert {one.how for one in seen} == {"ota"}
    assert bodies(archive) == ["one", "two", "one"]
    assert archive.captures(archive.resolve(NAME))[0].content_type == "text/markdown"
    assert archive.verify().faults == ()


def test_the_second_import_adds_nothing(archive: Archive, tmp_path: Path) -> None:
    """Not a byte is written, and a later import adds what is new only."""
    import_ota(archive, repository(tmp_path / "git", *versions("one", "two")))
    before = tree(archive.path)
    done = import_ota(archive, tmp_path / "git")
    assert (done.added, done.known) == (0, 2)
    assert tree(archive.path) == before
    later = repository(tmp_path / "later", *versions("one", "two", "three"))
    done = import_ota(archive, later)
    assert (done.added, done.known) == (1, 2)
    assert bodies(archive) == ["one", "two", "three"]


def test_an_import_goes_on_where_it_ended(tmp_path: Path) -> None:
    """In two steps or in one: the same bytes."""
    whole, steps = Archive(tmp_path / "whole"), Archive(tmp_path / "steps")
    parts = versions(*"abcdef")
    repository(tmp_path / "1" / "git", *parts[:3])
    repository(tmp_path / "2" / "git", *parts)
    import_ota(whole, tmp_path / "2" / "git")
    import_ota(steps, tmp_path / "1" / "git")
    import_ota(steps, tmp_path / "2" / "git")
    assert tree(whole.path) == tree(steps.path)


@pytest.mark.parametrize(
    ("message", "technical"),
    [
        ("First record of Quillmoor Privacy Policy", False),
        ("Start tracking Quillmoor Privacy Policy", False),
        ("Record new changes of Quillmoor Privacy Policy", False),
        ("Update Quillmoor Privacy Policy", False),
        ("Refilter Quillmoor Privacy Policy", True),
        ("Apply technical or declaration upgrade on Quillmoor Privacy Policy", True),
        ("Apply technical upgrade on Quillmoor Privacy Policy", True),
        ("Mend a broken list by hand", True),
    ],
)
def test_changes_of_the_recorder_are_marked(
    archive: Archive, tmp_path: Path, message: str, technical: bool
) -> None:
    """A better filter, or a correction by hand among the engine's records, is no change of the platform."""
    path = repository(tmp_path / "git", *versions("one"), Commit({FILE: "two"}, message, 1))
    import_ota(archive, path)
    assert [one.technical for one in archive.observations(NAME)] == [False, technical]
    assert [one.technical for one in archive.snapshots(NAME)] == [False, technical]


def test_other_recorders_write_what_they_like(archive: Archive, tmp_path: Path) -> None:
    """Where no message is the engine's, an unknown one says nothing about who changed the text."""
    path = repository(tmp_path / "git", Commit({FILE: "one"}, "scrape"), Commit({FILE: "two"}, "scrape", 1))
    import_ota(archive, path)
    assert not any(one.technical for one in archive.observations(NAME))


def test_the_order_is_that_of_the_commits(archive: Archive, tmp_path: Path) -> None:
    """An upgrade bears the date of the capture that it filtered anew, and still follows the newer record."""
    upgrade = Commit({FILE: "two, better"}, "Apply technical or declaration upgrade on Quillmoor", 0.5)
    path = repository(tmp_path / "git", *versions("one", "two"), upgrade, Commit({FILE: "three"}, hours=3))
    import_ota(archive, path)
    found = archive.snapshots(NAME)
    assert bodies(archive) == ["one", "two", "two, better", "three"]
    assert [(one.at.timestamp() - FIRST) / 3600 for one in found] == [0, 1, 0.5, 3]
    assert [(one.since.timestamp() - FIRST) / 3600 for one in found] == [0, 1, 1, 3]
    half_past = archive.resolve(f"{NAME}@{datetime.fromtimestamp(FIRST + 2400, UTC):%Y-%m-%dT%H:%M}")
    assert archive.read_body(half_past) == b"one"


def test_dates_are_moments(archive: Archive, tmp_path: Path) -> None:
    """The zone of an author date changes nothing; a date that no calendar has is left out and named."""
    path = repository(
        tmp_path / "git",
        Commit({FILE: "one"}, zone="+0530"),
        Commit({FILE: "two"}, hours=9e9),
        Commit({FILE: "three"}, hours=1),
    )
    done = import_ota(archive, path)
    assert archive.observations(NAME)[0].at == datetime.fromtimestamp(FIRST, UTC)
    assert [reason for _, reason in done.skipped] == ["the commit has no usable date"]
    assert bodies(archive) == ["one", "three"]


def test_a_removed_file_is_noted(archive: Archive, tmp_path: Path) -> None:
    """The recorder stopped: a failed check, not an empty policy; the same text again is unchanged."""
    import_ota(archive, repository(tmp_path / "git", *versions("one", None, "one")))
    seen = archive.observations(NAME)
    assert [(one.what, one.kind) for one in seen] == [("new", ""), ("failed", "removed"), ("unchanged", "")]
    assert bodies(archive) == ["one"]
    assert import_ota(archive, tmp_path / "git").added == 0


def test_merges_and_other_files_are_left_out(archive: Archive, tmp_path: Path) -> None:
    """A readme at the top and a merge of two lines of history bring no records of their own."""
    path = repository(
        tmp_path / "git",
        Commit({"README.md": "hello"}, "Initial commit"),
        Commit({FILE: "one"}, parents=(1,)),
        Commit({"Quillmoor/Cookies.md": "c"}, hours=1, parents=(1,)),
        Commit({FILE: "one", "Quillmoor/Cookies.md": "c"}, "Merge branch 'x'", 2, parents=(2, 3)),
        Commit({"a/b/c.md": "deep", ".github/x.yml": "y"}, "Update README", 3),
    )
    assert import_ota(archive, path).added == 2
    assert archive.series() == ("quillmoor/cookies", NAME)


def test_several_source_documents(archive: Archive, tmp_path: Path) -> None:
    """Of a version its message names the snapshots; of the snapshots each page is a series."""
    message = (
        "Record new changes of Quillmoor Terms\n\nThis version was recorded after extracting and "
        "assembling the following snapshots from 2 source documents:\n- https://git.example/commit/1\n"
        "- https://git.example/commit/2\n"
    )
    files: dict[str, str | bytes | None] = {
        "Quillmoor/Terms #main.html": "<p>1</p>",
        "Quillmoor/Terms #more.pdf": b"%PDF-1.7",
    }
    import_ota(archive, repository(tmp_path / "git", Commit({"Quillmoor/Terms.md": "t", **files}, message)))
    assert archive.series() == ("quillmoor/terms", "quillmoor/terms-main", "quillmoor/terms-more")
    sidecar = next((archive.path / "quillmoor/terms").glob("2*.json")).read_text()
    assert r"- https://git.example/commit/2\n" in sidecar
    assert [path.name.partition(".")[2] for path in archive.path.glob("*/*/*.gz")].count("pdf.gz") == 1


def test_one_file_and_a_variant(archive: Archive, tmp_path: Path) -> None:
    """Only what was asked for, under the region's name."""
    path = repository(tmp_path / "git", Commit({FILE: "one", "Quillmoor/Cookies.md": "c"}))
    assert import_ota(archive, path, FILE, variant="US East").series == 1
    assert archive.series() == (f"{NAME}@us-east",)
    with pytest.raises(UnusableHistory, match=r"Nowhere/X\.md"):
        import_ota(archive, path, "Nowhere/X.md")


def test_names_that_fall_together_stay_apart(archive: Archive, tmp_path: Path) -> None:
    """Two services that differ in punctuation are two series; the first in the history has the plain name."""
    path = repository(
        tmp_path / "git", Commit({"X.com/Terms.md": "1"}), Commit({"X com/Terms.md": "2"}, hours=1)
    )
    import_ota(archive, path)
    assert [bodies(archive, name) for name in ("x-com/terms", "x-com/terms-2")] == [["1"], ["2"]]


@pytest.mark.parametrize(
    "name",
    ["...../.. ..md", "???/!!!.md", "CON/aux.md", "a\\\\..\\\\b/c.md", "\\033[2J/x.md", "é" * 99 + "/x.md"],
)
def test_hostile_paths_stay_inside(archive: Archive, tmp_path: Path, name: str) -> None:
    """Whatever a path is made of, it becomes a plain name or is left out."""
    path = repository(tmp_path / "git", Commit({FILE: "one"}), Commit({name: "evil"}, hours=1))
    import_ota(archive, path)
    assert {path.name for path in tmp_path.iterdir()} == {"git", "archive"}
    for folder in archive.path.glob("*/*"):
        assert all(c.isalnum() or c in "-/" for c in folder.relative_to(archive.path).as_posix())
    assert archive.verify().faults == ()


def test_huge_files_and_links_are_left_out(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file beyond the bound is named and passed over; a symbolic link is no page."""
    monkeypatch.setattr(ota, "LARGEST", 1000)
    path = repository(
        tmp_path / "git",
        Commit({FILE: "one"}),
        Commit({FILE: "x" * 3_000_000}, hours=1),
        Commit({"Quillmoor/Passwords.md": "/etc/passwd"}, mode="120000", hours=2),
        Commit({FILE: "two"}, hours=3),
    )
    done = import_ota(archive, path)
    assert [reason for _, reason in done.skipped] == ["the file is missing from the repository, or too large"]
    assert archive.series() == (NAME,)
    assert bodies(archive) == ["one", "two"]


PROGRAMS = (
    "alias.rev-list",
    "browser.x.cmd",
    "core.alternateRefsCommand",
    "core.askPass",
    "core.editor",
    "core.fsmonitor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "diff.evil.command",
    "diff.evil.textconv",
    "diff.external",
    "difftool.x.cmd",
    "filter.evil.clean",
    "filter.evil.process",
    "filter.evil.smudge",
    "gpg.program",
    "gpg.ssh.program",
    "interactive.diffFilter",
    "man.x.cmd",
    "merge.evil.driver",
    "mergetool.x.cmd",
    "pager.rev-list",
    "pager.diff-tree",
    "remote.origin.receivepack",
    "remote.origin.uploadpack",
    "remote.origin.vcs",
    "sendemail.smtpServer",
    "sequence.editor",
    "trailer.evil.command",
    "uploadpack.packObjectsHook",
    "web.browser",
)
"""Keys of a configuration that name a program, for some command of git or other."""
SWITCHES = {
    "core.attributesFile": "attributes",
    "core.untrackedCache": "true",
    "extensions.worktreeConfig": "true",
    "log.showSignature": "true",
    "remote.origin.promisor": "true",
    "remote.origin.partialCloneFilter": "blob:none",
    "extensions.partialClone": "origin",
    "submodule.recurse": "true",
}
HOOKS = ("fsmonitor-watchman", "post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction")


def traps(folder: Path, common: Path, own: Path) -> None:
    """Put every trap that we know into the git folder of a repository; one that works leaves a file."""
    folder.mkdir()
    attributes = "* diff=evil filter=evil merge=evil\n"
    keys = [(key, f"touch {folder / key}; cat") for key in PROGRAMS]
    keys += [("remote.origin.url", f"ext::sh -c touch% {folder}/url"), ("core.hooksPath", f"{common}/hooks")]
    keys += [
        (key, str(folder / value) if value == "attributes" else value) for key, value in SWITCHES.items()
    ]
    hidden = common / "more.config"
    for key, value in keys:
        for place in (common / "config", hidden, own / "config.worktree"):
            run("git", "config", "--file", str(place), "--add", key, value)
    run("git", "config", "--file", str(common / "config"), "include.path", str(hidden))
    run("git", "config", "--file", str(common / "config"), "includeIf.gitdir:/**.path", str(hidden))
    (folder / "attributes").write_text(attributes)
    for place in (common, own):
        (place / "info").mkdir(exist_ok=True)
        (place / "info" / "attributes").write_text(attributes)
    (common / "hooks").mkdir(exist_ok=True)
    for hook in HOOKS:
        (common / "hooks" / hook).write_text(f"#!/bin/sh\ntouch {folder / hook}\n")
        (common / "hooks" / hook).chmod(0o755)


def sprung(folder: Path) -> set[str]:
    """The traps that worked."""
    return {path.name for path in folder.iterdir()} - {"attributes"}


def bare_one(path: Path) -> tuple[Path, Path, Path]:
    made = repository(path / "git", *versions("one", "two"))
    return made, made, made


def work_tree(path: Path) -> tuple[Path, Path, Path]:
    made = repository(path / "git", *versions("one", "two"), bare=False)
    run("git", "-C", str(made), "reset", "-q", "--hard")
    return made, made / ".git", made / ".git"


def linked_tree(path: Path) -> tuple[Path, Path, Path]:
    made, common, _ = work_tree(path)
    run("git", "-C", str(made), "worktree", "add", "-q", "--detach", str(path / "linked"), "main")
    return path / "linked", common, common / "worktrees" / "linked"


def git_folder_elsewhere(path: Path) -> tuple[Path, Path, Path]:
    """The folder holds a file .git that points to any other place."""
    made, common, _ = work_tree(path)
    common.rename(path / "elsewhere")
    common.write_text("gitdir: ../elsewhere\n")
    return made, path / "elsewhere", path / "elsewhere"


def submodule(path: Path) -> tuple[Path, Path, Path]:
    repository(path / "inner", *versions("one", "two"))
    outer = repository(path / "outer", Commit({"README.md": "x"}), bare=False)
    allowed = ("-c", "protocol.file.allow=always")
    run("git", "-C", str(outer), *allowed, "submodule", "add", "-q", str(path / "inner"), "part")
    own = outer / ".git" / "modules" / "part"
    return outer / "part", own, own


SHAPES = (bare_one, work_tree, linked_tree, git_folder_elsewhere, submodule)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_repository_cannot_run_programs(
    archive: Archive, tmp_path: Path, shape: Callable[[Path], tuple[Path, Path, Path]]
) -> None:
    """Configuration, filters, hooks and replaced objects have no say, whatever the repository looks like."""
    path, common, own = shape(tmp_path)
    blobs = [
        run("git", "-C", str(path), "rev-parse", f"HEAD{at}:{FILE}").decode().strip() for at in ("~1", "")
    ]
    run("git", "-C", str(path), "replace", *reversed(blobs))
    traps(tmp_path / "traps", common, own)
    import_ota(archive, path)
    assert sprung(tmp_path / "traps") == set()
    assert bodies(archive) == ["one", "two"]


def test_the_traps_are_set(tmp_path: Path) -> None:
    """They do work on whoever runs git inside: else the test above would say nothing."""
    path, common, own = work_tree(tmp_path)
    traps(tmp_path / "traps", common, own)
    for command in (
        ["status"],
        ["log", "-p"],
        ["diff-tree", "-p", "--ext-diff", "HEAD"],
        ["checkout", "HEAD~1"],
    ):
        subprocess.run(["git", "-C", str(path), *command], check=False, capture_output=True)
    assert {"core.fsmonitor", "diff.evil.command", "post-checkout"} <= sprung(tmp_path / "traps")


def test_a_program_git_of_the_repository_is_not_run(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where the search path begins with the current folder, which may be the repository."""
    path, _, _ = work_tree(tmp_path)
    (path / "git").write_text(f"#!/bin/sh\ntouch {tmp_path / 'trap'}\n")
    (path / "git").chmod(0o755)
    monkeypatch.chdir(path)
    monkeypatch.setenv("PATH", os.pathsep.join(("", ".", os.environ["PATH"])))
    import_ota(archive, ".")
    assert not (tmp_path / "trap").exists()
    assert bodies(archive) == ["one", "two"]


def test_variables_of_git_lead_nowhere_else(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import may be started by a hook of another repository."""
    path = repository(tmp_path / "git", *versions("one"))
    other = repository(tmp_path / "other", *versions("other"))
    monkeypatch.setenv("GIT_DIR", str(other))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / "objects"))
    monkeypatch.setenv("GIT_TRACE2", str(tmp_path / "trap"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", f"touch {tmp_path / 'trap'}")
    import_ota(archive, path)
    assert not (tmp_path / "trap").exists()
    assert bodies(archive) == ["one"]


@pytest.mark.parametrize(
    "place", ["HEAD", "config", "packed-refs", "objects/pack/x.idx", "objects/info/alternates"]
)
@pytest.mark.parametrize("made", ["pipe", "endless"])
def test_what_is_no_file_is_not_waited_for(archive: Archive, tmp_path: Path, place: str, made: str) -> None:
    """A pipe that nobody writes into, a link to a device without end."""
    path = repository(tmp_path / "git", *versions("one"))
    run("git", "-C", str(path), "pack-refs", "--all")
    (path / place).unlink(missing_ok=True)
    (path / place).parent.mkdir(exist_ok=True)
    if made == "pipe":
        os.mkfifo(path / place)
    else:
        (path / place).symlink_to("/dev/zero")
    with pytest.raises(UnusableHistory):
        import_ota(archive, path)
    assert not archive.path.exists()


def test_a_damaged_object_costs_itself_only(archive: Archive, tmp_path: Path) -> None:
    """Where git gives up at it, the versions before and after are there."""
    path = repository(tmp_path / "git", *versions("one", "two", "three"))
    blob = run("git", "-C", str(path), "rev-parse", f"main~1:{FILE}").decode().strip()
    loose = path / "objects" / blob[:2] / blob[2:]
    loose.chmod(0o644)
    for damage in (b"", b"nonsense", loose.read_bytes()[:-4]):
        loose.write_bytes(damage)
        done = import_ota(Archive(tmp_path / f"archive-{len(damage)}"), path)
        assert (done.added, len(done.skipped)) == (2, 1)


SNAPSHOT = "https://git.example/OpenTermsArchive/quillmoor-snapshots/commit/0123456789abcdef"


@pytest.fixture
def credited(archive: Archive, tmp_path: Path) -> tuple[str, str, Path]:
    """The folder of an archive with an imported series, its last commit, and the repository."""
    text = (
        "# Privacy policy\n\nWe keep your notes for {0} days.\n\n" + "We tell you what we do with them. " * 40
    )
    message = (
        f"Record new changes of Quillmoor\n\nThis version was recorded after extracting from {SNAPSHOT}."
    )
    commits = [Commit({FILE: text.format(days)}, message, days) for days in (30, 180)]
    path = repository(tmp_path / "git", *commits)
    address = "https://hush:hush@git.example/OpenTermsArchive/quillmoor-versions.git"
    run("git", "-C", str(path), "config", "remote.origin.url", address)
    import_ota(archive, path)
    return str(archive.path), run("git", "-C", str(path), "rev-parse", "main").decode().strip(), path


def told(archive: str, *arguments: str) -> str:
    command = ["--archive", archive, "compare", *arguments]
    return CliRunner().invoke(policydiff, command, standalone_mode=False, catch_exceptions=False).output


@pytest.mark.parametrize("named", ["reference", "file"])
def test_a_report_says_who_recorded_its_pages(credited: tuple[str, str, Path], named: str) -> None:
    """With collection, commit, snapshot and licence: in all formats and in each citation."""
    archive, commit, _ = credited
    sides: tuple[str, ...] = (f"{NAME}@latest~1", NAME)
    if named == "file":
        sides = tuple(map(str, sorted((Path(archive) / NAME).glob("*.gz"))))
    found = json.loads(told(archive, *sides, "--format", "json"))
    assert found["new"]["provenance"] == {
        "how": "ota",
        "recorder": "Open Terms Archive contributors",
        "collection": "https://git.example/OpenTermsArchive/quillmoor-versions.git",
        "ref": commit,
        "snapshot": SNAPSHOT,
        "licence": "ODC-BY 1.0",
    }
    credit = f"recorded by Open Terms Archive contributors (quillmoor-versions {commit[:12]}, ODC-BY 1.0)"
    assert credit in " ".join(told(archive, *sides).split())
    for layout in ("markdown", "html"):
        page = " ".join(unescape(told(archive, *sides, "--format", layout)).replace("\\", "").split())
        assert credit in page  # of a citation
        assert f"commit {commit}, snapshot {SNAPSHOT}, database licence ODC-BY 1.0" in page
        assert "hush" not in page


def test_a_page_of_our_own_fetch_or_of_a_file_says_so(archive: Archive, tmp_path: Path) -> None:
    """And where nobody noted it, that is said."""
    page = "<h1>Privacy policy</h1>" + "<p>We tell you what we do with your notes.</p>" * 40
    archive.store("a/fetched", capture(page))
    (tmp_path / "2024-01-01.html").write_text(page)
    import_files(archive, "a/saved", [tmp_path / "2024-01-01.html"])
    for sides, kinds, said in (
        (
            ("a/fetched", "a/saved"),
            ["http", "file"],
            ["fetched from its server", "imported from a saved file"],
        ),
        ((str(tmp_path / "2024-01-01.html"), "a/saved"), [None, "file"], ["Came from: not noted"]),
    ):
        found = json.loads(told(str(archive.path), *sides, "--format", "json"))
        provenances = [found[side]["provenance"] for side in ("old", "new")]
        assert [one and one["how"] for one in provenances] == kinds
        shown = told(str(archive.path), *sides, "--format", "markdown")
        assert all(words in shown for words in said)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_damaged_tree_costs_its_commits_only(archive: Archive, tmp_path: Path, place: int) -> None:
    """What a commit changed cannot be told where its list of files is damaged; the others can."""
    path = repository(tmp_path / "git", *versions("one", "two", "three", "four", "five"))
    tree_id = run("git", "-C", str(path), "rev-parse", f"main~{4 - place}:Quillmoor").decode().strip()
    loose = path / "objects" / tree_id[:2] / tree_id[2:]
    loose.chmod(0o644)
    loose.write_bytes(b"nonsense")
    done = import_ota(archive, path)
    told = [what for what, _ in done.skipped]
    assert all(what.startswith("commit ") for what in told)
    assert len(told) == 2  # the commit that made it, and the next, which is told by what differs
    assert done.added == 3
    assert "five" in bodies(archive)


def test_one_series_never_ends_the_import_of_the_others(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither one that is damaged, nor one that somebody holds, nor a fault inside: each is named."""
    names = ("Cookies", "Privacy Policy", "Terms", "Imprint")
    path = repository(tmp_path / "git", Commit({f"Quillmoor/{name}.md": name for name in names}))
    import_ota(archive, path)
    lines = archive.path / "quillmoor" / "cookies" / "observations.jsonl"
    lines.write_bytes(lines.read_bytes().replace(b"20", b"21", 1))
    later = repository(
        tmp_path / "later",
        Commit({f"Quillmoor/{name}.md": name for name in names}),
        Commit({f"Quillmoor/{name}.md": f"{name} 2" for name in names}, hours=1),
    )
    monkeypatch.setattr(disk, "PATIENCE", 0.05)

    def crash(service: str, terms_type: str, at: datetime) -> str:
        if terms_type == "Imprint":
            raise KeyError("unforeseen")
        return ""

    with archive.writer("quillmoor/terms"):
        done = import_ota(Archive(archive.path), later, address_of=crash)
    told = dict(done.failed)
    assert set(told) == {"quillmoor/cookies", "quillmoor/terms", "quillmoor/imprint"}
    assert "observations.jsonl" in told["quillmoor/cookies"]
    assert "another program" in told["quillmoor/terms"]
    assert "(KeyError: 'unforeseen'" in told["quillmoor/imprint"]
    assert bodies(archive) == ["Privacy Policy", "Privacy Policy 2"]
    assert {fault.place.split("/")[1] for fault in archive.verify().faults} == {"cookies"}


def test_what_the_disk_refuses_to_one_it_refuses_to_all(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is one sentence, and not one for each series."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = repository(tmp_path / "git", Commit({f"Q/{name}.md": name for name in "abc"}))
    monkeypatch.setattr(disk, "append", full)
    with pytest.raises(UnwritableArchive, match="Make room"):
        import_ota(archive, path)


def test_forms_of_repositories(tmp_path: Path) -> None:
    """Shallow clones, borrowed objects, packed branches and long ids are read like any other."""
    path = repository(tmp_path / "git", *versions("one", "two", "three"))
    run("git", "clone", "-q", "--bare", "--depth", "2", path.as_uri(), str(tmp_path / "shallow"))
    run("git", "clone", "-q", "--bare", "--shared", str(path), str(tmp_path / "borrowing"))
    run("git", "clone", "-q", "--bare", str(path), str(tmp_path / "packed"))
    run("git", "-C", str(tmp_path / "packed"), "gc", "-q")
    run("git", "init", "-q", "--bare", "--object-format=sha256", "-b", "main", str(tmp_path / "long"))
    stream = run("git", "-C", str(path), "fast-export", "main")
    run("git", "-C", str(tmp_path / "long"), "fast-import", "--quiet", given=stream)
    for form, texts in {
        "shallow": ["two", "three"],
        "borrowing": ["one", "two", "three"],
        "packed": ["one", "two", "three"],
        "long": ["one", "two", "three"],
    }.items():
        archive = Archive(tmp_path / f"archive-{form}")
        import_ota(archive, tmp_path / form)
        assert bodies(archive) == texts


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (
            "https://git.example/quillmoor-versions.git?token=hush#hush",
            "https://git.example/quillmoor-versions.git",
        ),
        ("https://hush@git.example:8443/q.git", "https://git.example:8443/q.git"),
        ("git@git.example:hush/quillmoor-versions.git?key=hush", "quillmoor-versions.git"),
        ("hush::https://hush:hush@git.example/q.git", "q.git"),
        ("/home/hush/q.git", "q.git"),
    ],
)
def test_an_address_is_kept_without_what_opens_it(
    archive: Archive, tmp_path: Path, address: str, kept: str
) -> None:
    """The address is evidence; passwords, tokens and folders of one machine are not."""
    path = repository(tmp_path / "git", *versions("one"))
    run("git", "-C", str(path), "config", "remote.origin.url", address)
    import_ota(archive, path)
    sidecar = next((archive.path / NAME).glob("2*.json")).read_text()
    assert f'"repository": "{kept}"' in sidecar
    assert "hush" not in sidecar


def test_a_folder_inside_a_repository_is_not_that_repository(archive: Archive, tmp_path: Path) -> None:
    """Nor is one that a variable of a git hook points to."""
    path = repository(tmp_path / "git", *versions("one"), bare=False)
    (path / "docs").mkdir()
    with pytest.raises(UnusableHistory, match="not a git repository"):
        import_ota(archive, path / "docs")


@pytest.mark.parametrize("made", ["nothing", "file", "folder", "empty repository", "no documents"])
def test_what_is_no_history_is_one_sentence(archive: Archive, tmp_path: Path, made: str) -> None:
    """Never a traceback, and no archive is begun."""
    path = tmp_path / "git"
    if made == "file":
        path.write_text("x")
    elif made == "folder":
        path.mkdir()
    elif made == "empty repository":
        repository(path)
    elif made == "no documents":
        repository(path, Commit({"README.md": "x"}))
    with pytest.raises(UnusableHistory):
        import_ota(archive, path)
    assert not archive.path.exists()


def test_without_git_it_says_so(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is needed, and named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnusableHistory, match="Install git"):
        import_ota(archive, tmp_path)


def test_progress_counts_what_is_on_the_disk(archive: Archive, tmp_path: Path) -> None:
    """What was counted survives a kill right after."""
    path = repository(
        tmp_path / "git", *versions("one", "two"), Commit({"Quillmoor/Cookies.md": "c"}, hours=4)
    )
    told = []

    def progress(done: int, total: int) -> None:
        told.append((done, total, sum(len(archive.observations(name)) for name in archive.series())))

    import_ota(archive, path, progress=progress)
    assert [total for _, total, _ in told] == [3, 3]
    assert told[0][0] < told[1][0] == 3
    assert all(done <= there for done, _, there in told)


def test_an_object_that_is_gone_is_left_out(archive: Archive, tmp_path: Path) -> None:
    """A repository that lost the text of a version still gives the others."""
    path = repository(tmp_path / "git", *versions("one", "two"))
    blob = run("git", "-C", str(path), "rev-parse", f"main~1:{FILE}").decode().strip()
    (path / "objects" / blob[:2] / blob[2:]).unlink()
    done = import_ota(archive, path)
    assert (done.added, done.known, len(done.skipped)) == (1, 0, 1)
    assert bodies(archive) == ["two"]


def test_objects_are_read_one_after_the_other(tmp_path: Path) -> None:
    """What is missing, too large or of another kind does not confuse the next answer."""
    path = repository(tmp_path / "git", *versions("one", "two"))
    blob = run("git", "-C", str(path), "rev-parse", f"main~1:{FILE}").decode().strip()
    with git.Repository(path) as opened:
        found = [
            opened.blob(name, largest) for name, largest in (("0" * 40, 9), (blob, 9), (blob, 2), (blob, 3))
        ]
        assert found == [None, b"one", None, b"one"]
        assert opened.commit(blob) is None


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("bundle", "commits"),
    [("genai-eu-versions-part", 120), ("pga-versions-part", 130), ("france-versions-part", 94)],
)
def test_real_histories_come_in_whole(
    archive: Archive, tmp_path: Path, corpus: Path, bundle: str, commits: int
) -> None:
    """Each commit is an observation, and each version reads back as git has it."""
    path = tmp_path / "git"
    run("git", "clone", "-q", "--bare", str(corpus / "history" / f"{bundle}.bundle"), str(path))
    assert import_ota(archive, path).added == commits
    with git.Repository(path) as opened:
        kept = {touched.commit: touched.blob for touched in opened.history()}
        for name in archive.series():
            for one in archive.snapshots(name):
                assert archive.read_body(one) == opened.blob(kept[one.ref], 10_000_000)
    assert archive.verify().faults == ()
    assert import_ota(archive, path).added == 0
