"""The whole story of an objection form, from the archive alone: buried, reason and proof demanded, offered to
one region, swapped without a changed word, dead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from tests.commands import Run

ROOT = Path(__file__).parent.parent
SNAPSHOTS = ROOT / "snapshots"
OLD = "https://help.quillmoor.example/forms/object-ai-training/4418/"
NEW = "https://help.quillmoor.example/forms/request/9902/"


CLAIMS = {
    "who has it": "@us@2025-04-14T093128Z, last seen on 14 April 2025: no way was found there to: object",
    "dead": "“object to the use of your information for AI”: dead since 14 May 2025",
    "since when": "First seen between 11 March and 22 May 2024, last seen on 14 May 2025",
    "buried": "it stands far back in the text (87% of the words stand before it, 22 May to 26 June 2024)",
    "taken away": "Taken away between 26 and 28 June 2024",
    "swapped": f"Swapped between 14 and 15 April 2025: from {OLD} to {NEW}, and no word of",
    "demanded at first": f"{OLD}: 22 May to 26 June 2024, demands a proof",
    "a reason": "It demands a reason: required field “Please explain how this use affects you” (a text)",
    "a proof": "“Screenshot of an answer in which Quill shows your information” (a file to upload)",
    "refusal": "It says that it may refuse: “We may refuse it where our reasons weigh more than yours",
    "promised": f"{OLD}: 14 April 2025, works",
    "demanded by the other form": "15 to 28 April 2025, demands a proof",
    "evidence": "Evidence: quillmoor/request-form@2025-04-15T093244Z.",
    "nothing there": "14 May 2025, dead: Nothing is there: the host answers with status 404",
    "the law apart": "(GDPR Article 21(1))",
}


def test_the_archive_tells_the_whole_story(run: Run) -> None:
    """Every claim with its dates and its evidence, and no network."""
    done = run("--archive", str(SNAPSHOTS), "optout", "quillmoor/privacy-policy@eu", "--cache", "-")
    assert done.code == 0
    told = " ".join(done.out.split())
    assert [name for name, claim in CLAIMS.items() if claim not in told] == []
    schema = json.loads((ROOT / "policydiff" / "report" / "optout.schema.json").read_text("utf-8"))
    written = run(
        "--archive",
        str(SNAPSHOTS),
        "optout",
        "quillmoor/privacy-policy@eu",
        "--cache",
        "-",
        "--format",
        "json",
    )
    Draft202012Validator(schema).validate(json.loads(written.out))
    elsewhere = run("--archive", str(SNAPSHOTS), "optout", "quillmoor/privacy-policy@us", "--cache", "-")
    assert "\nObject\n" in done.out
    assert "\nObject\n" not in elsewhere.out, "the right to object is offered to one region only"
