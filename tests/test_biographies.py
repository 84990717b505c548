"""`policydiff blame`: every wording of a clause, in letters, and on the archive of the fictional platform."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff.history import wordings
from policydiff.history_models import Biographies, Biography, Wording
from policydiff.report import biography_report, terminal
from tests.commands import Run, command_line
from tests.histories import sightings

if TYPE_CHECKING:
    from policydiff.models import ClauseKind

ROOT = Path(__file__).parent.parent
EU = "quillmoor/privacy-policy@eu"


def lives(*texts: str) -> list[list[tuple[str, int, int, int]]]:
    """Of each clause of the last text its wordings: the word, first, last, and first without a break.

    Texts are clauses with blanks between them; of neighbours the clause at the same place is the same one,
    unless it is a dash.
    """
    seen = sightings("\n".join(f"2024-01-0{day} {'abcd'[day - 1]}" for day in range(1, len(texts) + 1)))
    number = {one.snapshot: place for place, one in enumerate(seen)}
    said = {one.body: text.split() for one, text in zip(seen, texts, strict=True)}
    descents = {
        (old.body, new.body): tuple(
            (place,) if place < len(said[old.body]) and said[old.body][place] != "-" else ()
            for place in range(len(said[new.body]))
        )
        for old, new in pairwise(seen)
    }
    return [
        [
            (w.text, number[w.first.snapshot], number[w.last.snapshot], number[w.unbroken.snapshot])
            for w in life
        ]
        for life in wordings(seen, len(seen) - 1, said, descents)
    ]


@pytest.mark.parametrize(
    ("texts", "life"),
    [
        pytest.param(["one", "one"], [("one", 0, 1, 0)], id="never changed"),
        pytest.param(["one", "two", "two"], [("two", 1, 2, 1), ("one", 0, 0, 0)], id="reworded"),
        pytest.param(["-", "two"], [("two", 1, 1, 1)], id="new"),
        pytest.param(
            ["one", "two", "three"], [("three", 2, 2, 2), ("two", 1, 1, 1), ("one", 0, 0, 0)], id="twice"
        ),
        pytest.param(["one", "two", "one"], [("one", 0, 2, 2)], id="gone and back"),
        pytest.param(["one", "two", "one", "two"], [("two", 1, 3, 3), ("one", 0, 2, 2)], id="to and fro"),
    ],
)
def test_a_clause_has_its_wordings(texts: list[str], life: list[tuple[str, int, int, int]]) -> None:
    """Each wording once, the newest first; what stands as it always stood has one."""
    assert lives(*texts) == [life]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command line inside this process, on the archive of the fictional platform."""
    monkeypatch.setenv("POLICYDIFF_CACHE", str(tmp_path / "results.sqlite"))
    monkeypatch.setenv("POLICYDIFF_ARCHIVE", str(ROOT / "snapshots"))
    monkeypatch.setenv("COLUMNS", "400")
    return command_line(capsys)


def test_every_wording_is_told_with_its_days(run: Run) -> None:
    code, out, _ = run("blame", EU, "--changed", "--words", "effective")
    assert code == 0
    assert [line.strip() for line in out.splitlines() if "Effective" in line] == [
        "- FIRST SEEN 14 APRIL 2025: Effective 27 May 2025",
        "- BEFORE, 28 JUNE 2024: Effective 28 June 2024",
        "- BEFORE, 22 MAY TO 26 JUNE 2024: Effective 26 June 2024",
        "- BEFORE, 12 FEBRUARY TO 11 MARCH 2024: Effective 10 January 2024",
    ]
    assert "controller of your information" not in out


def test_a_sentence_that_became_a_list_is_told_once() -> None:
    """It stood before each of the items; a heading is shown under itself, and opens no part of its parent."""
    one, two = sightings("2024-01-01 a\n2024-01-02 b")
    old = Wording("We use cookies for this and that.", one, one, None, one)

    def clause(number: int, text: str, kind: ClauseKind = "item", *earlier: Wording) -> Biography:
        path = ("Policy",) if kind == "heading" else ("Policy", "Cookies")
        return Biography(number, kind, path, (Wording(text, two, two, one, two), *earlier))

    told = Biographies(
        "lumio/privacy@2024-01-02",
        (
            clause(0, "Cookies", "heading"),
            clause(1, "Set a language.", "item", old),
            clause(2, "Show advertising.", "item", old),
            clause(3, "Count visits."),
        ),
        "",
        one,
        two,
        2,
    )
    text = terminal.text(biography_report.report(told), width=120)
    assert text.count("We use cookies for this and that.") == 1
    assert text.count("as before the clause above") == 1
    assert "\nCookies\n" in text
    assert "\nPolicy\n" not in text
    none = terminal.text(biography_report.report(told, words="zebra"), width=120)
    assert "No clause is of the kind that was asked for." in none


def test_json_keeps_its_schema(run: Run) -> None:
    schema = (ROOT / "policydiff" / "report" / "blame.schema.json").read_text("utf-8")
    _, out, _ = run("blame", EU, "--format", "json")
    told = json.loads(out)
    assert [fault.message for fault in Draft202012Validator(json.loads(schema)).iter_errors(told)] == []
    assert len(told["shown"]) == told["clauses"]


def test_a_page_is_written(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "wordings.html"
    assert run("blame", EU, "--html", page)[0] == 0
    assert "Effective 26 June 2024" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("quillmoor/privacy-policy@mars", "quillmoor/privacy-policy@mars"),
        (f"{EU}@2024-03-04T091211Z", "it is no good capture of the policy"),
        (f"{EU}@2023", EU),
    ],
)
def test_what_cannot_be_told_is_one_sentence(run: Run, reference: str, said: str) -> None:
    code, out, err = run("blame", reference)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
