"""`policydiff findings`, and what `compare --only` keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from policydiff.cli import selection
from policydiff.findings import RULES
from policydiff.models import Category, Comparison, Document, DocumentDiff, Reason
from tests.commands import Run, command_line
from tests.comparisons import judged

EU = Path(__file__).parent.parent / "snapshots" / "quillmoor" / "privacy-policy@eu"
BASELINE = str(EU / "2024-02-12T091204Z.html.gz")
ANNOUNCED = str(EU / "2024-05-22T101733Z.html.gz")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line inside this process: exit code, output, complaints."""
    return command_line(capsys)


def test_findings_alone_in_each_format(run: Run) -> None:
    """Text and Markdown quote what the JSON quotes, and none lists the changes of words."""
    code, told, _ = run("findings", BASELINE, ANNOUNCED, "--format", "json")
    found = [part for finding in json.loads(told) for part in (finding["statements"] or [finding])]
    sides = [(part["old"], part["new"]) for part in found]
    quoted = [(old or new)["text"] for old, new in sides if not (old and new)]
    assert code == 0
    assert quoted
    for layout in ("text", "markdown"):
        _, text, _ = run("findings", BASELINE, ANNOUNCED, "--format", layout)
        flat = " ".join(text.replace("\\", "").split())
        assert all(text in flat for text in quoted)
        assert "All changes of words" not in text


def test_every_rule_explains_itself(run: Run) -> None:
    """The list names every rule, and each tells its category, an example and its limits."""
    listed = run("findings", "--list")[1].splitlines()
    assert [line.split()[0] for line in listed] == [rule.id for rule in RULES]
    for rule in RULES:
        code, told, _ = run("findings", "--explain", rule.id)
        flat = " ".join(told.split())
        assert code == 0
        assert all(text in flat for text in (rule.category, rule.looks_for, rule.example, rule.limits))


def test_every_category_has_a_rule() -> None:
    """No category is promised that no rule can claim."""
    assert {rule.category for rule in RULES} == set(get_args(Category))


@pytest.mark.parametrize(
    ("wanted", "nearest"), [("optout", "opt-out"), ("AI", "ai-training"), ("link", "opt-out/link")]
)
def test_an_unknown_rule_names_the_nearest(run: Run, wanted: str, nearest: str) -> None:
    """One sentence with the rules that may be meant, and exit 2."""
    code, told, complaint = run("findings", "--explain", wanted)
    assert (code, told) == (2, "")
    assert complaint.count("\n") == 1
    assert nearest in complaint


@pytest.mark.parametrize("command", ["compare", "findings"])
def test_an_unknown_category_is_refused(run: Run, command: str) -> None:
    """One sentence with what there is, and exit 2, before any file is read."""
    code, told, complaint = run(command, "no-such.html", "neither.html", "--only", "privacy")
    assert (code, told) == (2, "")
    assert complaint.startswith("policydiff: privacy: no such category of findings.")
    assert "retention" in complaint


def test_findings_without_files_says_how(run: Run) -> None:
    """Neither files nor a question about rules: usage and exit 2."""
    code, _, complaint = run("findings", BASELINE)
    assert code == 2
    assert "--explain KIND" in complaint


def test_only_keeps_a_category(run: Run) -> None:
    """Findings of other categories are left out, and the reasons say so."""
    everything = json.loads(run("compare", BASELINE, ANNOUNCED, "--format", "json")[1])
    kept = json.loads(run("compare", BASELINE, ANNOUNCED, "--format", "json", "--only", "legal-basis")[1])
    wanted = [finding for finding in everything["findings"] if finding["category"] == "legal-basis"]
    assert wanted
    assert len(wanted) < len(everything["findings"])
    assert kept["findings"] == wanted
    assert kept["changes"] == everything["changes"]
    assert [reason["code"] for reason in kept["reasons"]][-1] == "only"


@pytest.mark.parametrize(
    ("only", "code"),
    [((), 1), (("legal-basis",), 1), (("security",), 0), (("security", "legal-basis"), 1)],
)
def test_only_decides_the_exit_code(run: Run, only: tuple[str, ...], code: int) -> None:
    """With --exit-code a substantive change in another category is not asked about."""
    options = [word for category in only for word in ("--only", category)]
    assert run("compare", BASELINE, ANNOUNCED, "--exit-code", *options)[0] == code


@pytest.mark.parametrize("code", ["no-rules", "read-in-part"])
def test_what_nobody_read_is_no_silence(code: str) -> None:
    """Where nobody could look for findings, changed words count whatever the category asked about."""
    empty = Document(())
    why = (Reason(code, "Words changed"),)
    unknown = Comparison(empty, empty, DocumentDiff(()), "substantive", why)
    assert selection.of_substance(selection.only(unknown, ["sharing"]), ["sharing"])
    assert not selection.of_substance(selection.only(judged(), ["security"]), ["security"])
