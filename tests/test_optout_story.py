"""The whole story of an objection form, from the archive alone: buried, reason and proof demanded, offered to
one region, swapped without a changed word, dead."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.archive import Archive
from policydiff.models import Capture
from policydiff.saved_page import SavedPage
from policydiff.workflows.appraisal.judgement import judge_capture
from policydiff.workflows.visiting import unlisted
from tests import way_pages

if TYPE_CHECKING:
    from tests.commands import Run

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
OLD = "https://help.quillmoor.example/forms/object-ai-training/4418/"
NEW = "https://help.quillmoor.example/forms/request/9902/"


def record(archive: Archive, url: str, moment: str, body: bytes) -> None:
    """A look at an address; no body where nothing is there any more."""
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    status = 200 if body else 404
    headers = (("content-type", "text/html; charset=utf-8"),)
    capture = Capture(url, at, body, "http", status=status, final_url=url, headers=headers)
    name = unlisted(url).name
    if not body:
        archive.fail(name, "not-found", "the host answers with status 404", at=at, captures=(capture,))
        return
    judged = judge_capture(SavedPage(name, body, url, "text/html; charset=utf-8", at), None, "en")
    archive.store(
        name, capture, text=judged.text, normaliser=judged.normaliser, quality=judged.quality, keep="all"
    )


def test_the_archive_tells_the_whole_story(run: Run, tmp_path: Path) -> None:
    """Every claim with its dates and its evidence, and no network."""
    shutil.copytree(SNAPSHOTS, tmp_path / "demo")
    archive = Archive(tmp_path / "demo")
    record(archive, OLD, "2024-05-22T10:19:41", way_pages.FORM)
    record(archive, OLD, "2025-04-14T09:32:08", way_pages.REASON)
    record(archive, NEW, "2025-04-15T09:32:44", way_pages.REASON)
    record(archive, NEW, "2025-05-14T09:31:05", b"")
    done = run("--archive", "demo", "optout", "quillmoor/privacy-policy@eu", "--cache", "-")
    assert done.code == 0
    told = " ".join(done.out.split())
    for claim in (
        "“object to the use of your information for AI”: dead",
        "behind 89% of the words",
        "First seen between 11 March and 22 May 2024",
        "Gone between 26 and 28 June 2024",
        f"Swapped between 14 and 15 April 2025: from {OLD} to {NEW}, and no word of its sentence changed",
        f"{OLD}: demands a proof (22 May 2024)",
        f"{OLD}: demands a reason (14 April 2025)",
        "demands a reason (15 April 2025)",
        "dead (14 May 2025)",
        "GDPR Article 21(1)",
    ):
        assert claim in told, claim
    elsewhere = run("--archive", "demo", "optout", "quillmoor/privacy-policy@us", "--cache", "-")
    assert "\nObject\n" in done.out
    assert "\nObject\n" not in elsewhere.out, "the right to object is offered to one region only"
