"""The archive of the fictional platform: every hash holds, and the story is there to be found."""

from __future__ import annotations

import gzip
import re
import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from policydiff import compare, saved_page
from policydiff.archive import Archive
from policydiff.models import Change, Comparison, Source, Verdict

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
SERIES = sorted(path.parent for path in SNAPSHOTS.glob("*/*/head.json"))
PAGES = sorted(SNAPSHOTS.glob("*/*/*.html.gz"))
POLICIES = sorted(SNAPSHOTS.glob("*/privacy-policy@*/*.html.gz"))
FORMS = sorted(SNAPSHOTS.glob("*/*-form/*.html.gz"))
EU = SNAPSHOTS / "quillmoor" / "privacy-policy@eu"
US = SNAPSHOTS / "quillmoor" / "privacy-policy@us"

BASELINE = "2024-02-12T091204Z"
NOISE = "2024-02-19T091148Z"
BROKEN = "2024-03-04T091211Z"
ANNOUNCED = "2024-05-22T101733Z"
EFFECTIVE = "2024-06-26T091152Z"
PAUSED = "2024-06-28T154906Z"
RESUMED = "2025-04-14T093020Z"
SWAPPED = "2025-04-15T093017Z"


def name_of(path: Path) -> str:
    return path.relative_to(SNAPSHOTS).as_posix()


def test_every_hash_holds() -> None:
    """The chain is whole, and each file is covered by a line of it."""
    found = Archive(SNAPSHOTS).verify()
    assert (found.faults, found.interrupted) == ((), ())
    assert (found.series, found.snapshots) == (len(SERIES), len(PAGES))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_packing_again_gives_the_same_header(page: Path) -> None:
    """No time and no file name in the gzip header, so that packing is reproducible."""
    header = page.read_bytes()[:10]
    assert header[3] == 0, "flags: no name, no comment"
    assert header[4:8] == b"\0\0\0\0", "no modification time"


def test_the_unchanged_and_the_failed_are_recorded_too() -> None:
    """Unchanged and unobserved are different things."""
    assert [seen.what for seen in Archive(SNAPSHOTS).observations(name_of(EU))] == [
        "new", "new", "suspect", "unchanged", "failed", "new", "new", "new", "new", "new", "unchanged",
    ]  # fmt: skip


def test_sources_follow_each_series() -> None:
    """The source list names every series of the archive, with keys that a Source has."""
    declared = tomllib.loads((SNAPSHOTS / "sources.toml").read_text(encoding="utf-8"))["source"]
    sources = [
        Source(**{**told, "urls": tuple(told["urls"]), "headers": tuple(told["headers"].items())})
        for told in declared
    ]
    assert sorted(source.name for source in sources) == [name_of(series) for series in SERIES]


def test_the_archive_is_small_and_fictional() -> None:
    """A clone stays light, and no address in it belongs to anybody."""
    assert sum(path.stat().st_size for path in SNAPSHOTS.rglob("*")) < 200_000
    for page in PAGES:
        hosts = re.findall(rb"https?(?:://|%3A%2F%2F)([a-z0-9.-]+)", gzip.decompress(page.read_bytes()))
        assert all(host.endswith(b".example") for host in hosts), page


# --- the story -----------------------------------------------------------------------------------


def compared(old: str, new: str, series: Path = EU, other: Path | None = None) -> Comparison:
    return compare(series / f"{old}.html.gz", (other or series) / f"{new}.html.gz")


def texts(comparison: Comparison, *kinds: str) -> str:
    """The words of the new side in changes of these kinds; in reworded clauses only the new words."""
    found = []
    for change in comparison.diff.changes:
        if change.kind not in kinds:
            continue
        if change.edits:
            found += [edit.new for edit in change.edits if edit.operation == "insert"]
        else:
            found += [comparison.new.clauses[place].text for place in change.new]
    return "\n".join(found)


def gone(comparison: Comparison) -> str:
    """The words that stand on the old side only."""
    found = []
    for change in comparison.diff.changes:
        if change.kind == "removed":
            found += [comparison.old.clauses[place].text for place in change.old]
        found += [edit.old for edit in change.edits if edit.operation == "delete"]
    return "\n".join(found)


def arrived(comparison: Comparison) -> str:
    return texts(comparison, "added", "reworded", "moved-reworded", "split", "merged")


def what_changed(comparison: Comparison) -> list[Change]:
    return [change for change in comparison.diff.changes if change.kind != "unchanged" or change.links]


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        pytest.param(BASELINE, ANNOUNCED, "substantive", id="announced"),
        pytest.param(ANNOUNCED, EFFECTIVE, "substantive", id="effective"),
        pytest.param(EFFECTIVE, PAUSED, "substantive", id="paused"),
        pytest.param(PAUSED, RESUMED, "substantive", id="resumed"),
        pytest.param(RESUMED, SWAPPED, "substantive", id="form swapped"),
        pytest.param(BASELINE, BASELINE, "identical", id="itself"),
        pytest.param(NOISE, BROKEN, "broken-capture", id="error page"),
        pytest.param(BROKEN, ANNOUNCED, "broken-capture", id="after the error page"),
    ],
)
def test_verdict_of_each_step(old: str, new: str, verdict: Verdict) -> None:
    """Each step of the story has its verdict."""
    comparison = compared(old, new)
    assert comparison.verdict == verdict, comparison.reasons


STORY = {
    "announced": (BASELINE, ANNOUNCED, {"ai-training added", "legal-basis added"}),
    "in force": (ANNOUNCED, EFFECTIVE, {"ai-training narrowed"}),
    "paused": (EFFECTIVE, PAUSED, {"ai-training narrowed", "opt-out removed"}),
    "resumed": (PAUSED, RESUMED, {"ai-training added", "legal-basis added", "opt-out added"}),
    "form swapped": (RESUMED, SWAPPED, {"opt-out changed"}),
}
"""What a reporter would miss if it were not among the findings of a step."""


@pytest.mark.parametrize(("old", "new", "story"), STORY.values(), ids=STORY)
def test_findings_tell_the_story(old: str, new: str, story: set[str]) -> None:
    """Announced with what is used and what is not, in force, paused, resumed for more, and another form."""
    assert story <= {f"{one.category} {one.direction}" for one in compared(old, new).findings}


def test_noise_changes_nothing_a_reader_sees() -> None:
    """A second capture with other tokens, related articles and session ids reads the same."""
    comparison = compared(BASELINE, NOISE)
    assert comparison.old.text == comparison.new.text
    assert comparison.verdict in ("identical", "cosmetic")
    assert not any(link.matters for change in comparison.diff.changes for link in change.links)


def test_announced_tells_of_the_new_basis_and_the_form() -> None:
    """The notice, the new purpose, its row in the table and the buried form are all new words."""
    new = arrived(compared(BASELINE, ANNOUNCED))
    for words in (
        "On 26 June 2024 we will make changes",
        "we will use your public posts, photos and their captions",
        "We rely on our legitimate interests and those of others for this use",
        "Developing and improving artificial intelligence at Quillmoor",
        "to explain how this use affects you",
        "to give proof, such as a screenshot",
    ):
        assert words in new
    assert gone(compared(BASELINE, ANNOUNCED)).strip(" .") in ("10 January", "10 January 2024")


def test_announced_puts_the_new_row_into_its_group() -> None:
    """The new row of the table knows its group, its row label and its columns."""
    document = compared(BASELINE, ANNOUNCED).new
    row = "Developing and improving artificial intelligence at Quillmoor"
    cells = {c.cell.column_heading: c.cell for c in document.clauses if c.cell and c.cell.row_label == row}
    assert list(cells) == ["Categories of information", "Legal basis"]
    assert {cell.row_group for cell in cells.values()} == {"To improve and to earn money"}


def test_effective_turns_the_future_into_the_present() -> None:
    """The notice goes, and "will use" becomes "use"."""
    comparison = compared(ANNOUNCED, EFFECTIVE)
    assert "We're updating our Privacy Policy" in gone(comparison)
    assert "will" in gone(comparison)
    assert "legitimate interests" not in arrived(comparison)


def test_paused_takes_the_form_away() -> None:
    """The pause is told, and with the training the objection form goes."""
    comparison = compared(EFFECTIVE, PAUSED)
    assert "we have paused our plans to train AI" in arrived(comparison)
    assert "to give proof, such as a screenshot" in gone(comparison)


def test_resumed_is_wider() -> None:
    """What people say to AI features and what others share about them come in."""
    new = arrived(compared(PAUSED, RESUMED))
    assert "your interactions with AI features" in new
    assert "information about you that other people share in public" in new
    assert "You do not have to give a reason" in new


def test_form_swapped_without_a_word() -> None:
    """One day later the links behind "object" lead elsewhere, and not a word changed."""
    comparison = compared(RESUMED, SWAPPED)
    assert comparison.old.text == comparison.new.text
    swapped = [link for change in what_changed(comparison) for link in change.links if link.matters]
    assert [(link.old and link.old.target, link.new and link.new.target) for link in swapped] == [
        (
            "https://help.quillmoor.example/forms/object-ai-training/4418/",
            "https://help.quillmoor.example/forms/request/9902/",
        )
    ] * 2
    assert {link.new and link.new.text for link in swapped} == {
        "object",
        "object to the use of your information for AI",
    }


def test_the_other_region_has_no_right_to_object() -> None:
    """In the United States the same use comes without a way out."""
    comparison = compared("2024-02-12T091311Z", "2024-06-26T091302Z", US)
    assert comparison.verdict == "substantive"
    assert "There is no setting that keeps public information out of this use" in arrived(comparison)
    assert "object" not in comparison.new.text.lower()


@pytest.mark.parametrize("page", [page for page in POLICIES if BROKEN not in page.name], ids=name_of)
def test_furniture_stays_out_and_the_policy_in(page: Path) -> None:
    """Menus, the cookie dialog, related articles and the footer are no policy; closed answers,
    tables, lists and the postal address are."""
    document = compare(page, page).old
    for words in (
        "Reject all",
        "Explore",
        "Related articles",
        "min read",
        "Log in",
        "Served by",
        "Show the policy for",
    ):
        assert words not in document.text, words
    for words in (
        "years old",
        "Effective",
        "Attn:",
        "Cookies and similar technologies",
        "posts, comments and captions",
    ):
        assert words in document.text, words
    assert document.quality.level == "good"
    assert document.language == "en"
    assert document.title == "Quillmoor Privacy Policy"


@pytest.mark.parametrize("page", FORMS, ids=name_of)
def test_fields_of_forms_are_content(page: Path) -> None:
    """What a form asks for is read, and which of it must be filled in; menus are not."""
    document = compare(page, page).old
    assert "✱" in document.text
    assert "Safety" not in document.text
    assert document.quality.level == "good"


def test_redirectors_are_opened() -> None:
    """Links through the platform's redirector lead to their true target, tokens dropped."""
    document = compared(ANNOUNCED, ANNOUNCED).old
    targets = {link.text: link.target for clause in document.clauses for link in clause.links}
    assert targets["contact our Data Protection Officer"] == (
        "https://help.quillmoor.example/forms/data-protection-officer/1107/"
    )
    assert not any("l.php" in target or "utm_" in target for target in targets.values())


def test_sidecar_gives_address_and_time() -> None:
    """What the page cannot say of itself comes from beside it."""
    page = saved_page.read_file(EU / f"{ANNOUNCED}.html.gz")
    assert page.name == f"quillmoor/privacy-policy@eu@{ANNOUNCED}"
    assert page.url == "https://www.quillmoor.example/legal/privacy/?region=eu"
    assert page.content_type == "text/html; charset=utf-8"
    assert page.captured_at == datetime.fromisoformat("2024-05-22T10:17:33+00:00")
