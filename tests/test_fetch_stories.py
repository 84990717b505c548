"""What `fetch` keeps: whatever `compare` would tell, and nothing else. By a real server, default settings."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.archive import Archive
from policydiff.cli import main
from policydiff.fetch import Fetchers, http
from policydiff.fetch.limits import Limits
from policydiff.models import Source
from policydiff.workflows.fetching import follow
from tests.servers import Server, answer, policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.models import Comparison

STORY = (
    ("2024-02-12T091204Z", "new"),
    ("2024-02-19T091148Z", "unchanged"),  # other tokens, other related articles
    ("2024-03-04T091211Z", "suspect"),  # an error page
    ("2024-02-19T091148Z", "unchanged"),
    ("2024-05-22T101733Z", "new"),
    ("2024-06-26T091152Z", "new"),
    ("2024-06-28T154906Z", "new"),
    ("2025-04-14T093020Z", "new"),
    ("2025-04-15T093017Z", "new"),  # the form behind "object" is another, and no word changed
    ("2025-04-14T093020Z", "returned"),
    ("2025-04-15T093017Z", "returned"),
)
SERIES = "quillmoor/privacy-policy@eu"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause between two requests."""
    monkeypatch.setattr(http, "Limits", lambda: Limits(pause_seconds=0))


def kept(snapshots: Path, capture: str) -> bytes:
    return gzip.decompress((snapshots / SERIES / f"{capture}.html.gz").read_bytes())


def source(server: Server, **settings: str) -> Source:
    return Source("lumio", "privacy-policy", (server.url("/privacy"),), robots="ignore", **settings)  # type: ignore[arg-type]


def fetched(archive: Archive, declared: Source) -> str:
    """What one run found."""
    fetcher = http.HttpFetcher(user_agent="test/1", environment={}, allow_loopback=True)
    (outcome,) = follow(archive, [declared], Fetchers(fetcher))
    return outcome.what


def command(arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(arguments.split())
    return int(ended.value.code or 0), capsys.readouterr().out


@pytest.mark.usefixtures("quick")
def test_the_stories_of_the_readme_are_found_by_fetch(
    server: Server, snapshots: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each step of the invented platform as a visit to its server, and what `compare` says of two of them."""
    at = f"--archive {tmp_path} "
    command(at + "init", capsys)
    command(at + f"sources add {SERIES} {server.url('/privacy')} --ignore-robots", capsys)
    found, told = [], {}
    for capture, _ in STORY:
        server.pages["/privacy"] = answer(kept(snapshots, capture))
        code, printed = command(at + "fetch --allow-loopback", capsys)
        found.append((capture, printed.split()[1]))
        assert code == (1 if found[-1][1] == "suspect" else 0)
        if found[-1][1] == "new" and len(found) > 1:
            pair = f"{SERIES}@latest~1 {SERIES}@latest"
            told[capture] = json.loads(command(at + f"compare {pair} --format json", capsys)[1])
    assert found == list(STORY)
    by_hand = compare(
        snapshots / SERIES / "2024-02-12T091204Z.html.gz", snapshots / SERIES / "2024-05-22T101733Z.html.gz"
    )
    announced, swapped = told["2024-05-22T101733Z"], told["2025-04-15T093017Z"]
    assert announced["verdict"] == by_hand.verdict == "substantive"
    assert sentences(announced) == [one.sentence for one in by_hand.findings]
    assert [one["category"] for one in swapped["findings"]] == ["opt-out"]
    assert "leads to another address" in sentences(swapped)[0]
    assert not Archive(tmp_path).verify().faults


def sentences(told: dict[str, list[dict[str, str]]]) -> list[str]:
    return [one["sentence"] for one in told["findings"]]


FORM = '<p>You can <a href="https://lumio.example/{}">object to this</a> at any time.</p>'
PAIRS: dict[str, tuple[str, str]] = {
    "another form behind a right": (FORM.format("forms/object/1"), FORM.format("forms/request/2")),
    "a right that leads nowhere": (FORM.format("object"), "<p>You can object to this at any time.</p>"),
    "words": ("<p>We keep it for 30 days.</p>", "<p>We keep it for 180 days.</p>"),
    "a token in a link": (
        FORM.format("object?session=4f1c2a9d8e7b6c5d"), FORM.format("object?session=9a8b2a9d8e7b6c5e")
    ),
    "a token in the text": ("<p>Reference 4f1c2a9d8e7b6c5d4f1c</p>", "<p>Reference 9a8b2a9d8e7b6c5d4f1c</p>"),
    "a help page that moved": (
        '<p>Read <a href="https://lumio.example/help/1">how cookies work</a>.</p>',
        '<p>Read <a href="https://lumio.example/help/2">how cookies work</a>.</p>',
    ),
    "quotation marks": ("<p>We call it “data”.</p>", '<p>We call it "data".</p>'),
    "a script": ("<script>let token = '4f1c'</script>", "<script>let token = '9a8b'</script>"),
    "a class": ('<p class="a">We keep it.</p>', '<p class="b">We keep it.</p>'),
}  # fmt: skip
NOISE = {
    "a token in a link", "a token in the text", "a help page that moved", "quotation marks", "a script",
    "a class",
}  # fmt: skip


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", PAIRS)
def test_what_compare_tells_is_kept_and_what_it_does_not_is_not(
    server: Server, tmp_path: Path, name: str
) -> None:
    """The law, in both directions; a second visit to each is no news."""
    old, new = (policy(extra=extra) for extra in PAIRS[name])
    assert tells(compare(old, new)) is (name not in NOISE)
    archive, declared = Archive(tmp_path), source(server)
    found = []
    for body in (old, new, new, old):
        server.pages["/privacy"] = answer(body)
        found.append(fetched(archive, declared))
    silent = ["new", "unchanged", "unchanged", "unchanged"]
    assert found == (silent if name in NOISE else ["new", "new", "unchanged", "returned"])
    assert len(archive.snapshots(declared.name)) == (1 if name in NOISE else 3)


def tells(compared: Comparison) -> bool:
    links = (link for change in compared.diff.changes for link in change.links)
    return compared.verdict not in ("identical", "cosmetic") or any(link.matters for link in links)
