"""`companies`, `trend` and `regions`: who says what, since when, and which region has it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff.history_models import Position, Region
from policydiff.models import Quote, Stance, StanceKind
from policydiff.optout.named import named_in, names
from policydiff.report import position_report, region_report, terminal
from tests.commands import Run, command_line

ROOT = Path(__file__).parent.parent
EU, US = "quillmoor/privacy-policy@eu", "quillmoor/privacy-policy@us"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One cache for all tests here: what is tested is what is told, not what is kept."""
    return str(tmp_path_factory.mktemp("cache") / "results.sqlite")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: str) -> Run:
    """The command line inside this process, on the archive of the fictional platform."""
    monkeypatch.setenv("POLICYDIFF_CACHE", cache)
    monkeypatch.setenv("POLICYDIFF_ARCHIVE", str(ROOT / "snapshots"))
    monkeypatch.setenv("COLUMNS", "300")
    return command_line(capsys)


SCHEMAS = {"companies": "companies", "trend": "companies", "regions": "regions"}


def told(run: Run, *arguments: str) -> Any:
    """The JSON that a command writes, which keeps its published schema."""
    code, out, _ = run(*arguments, "--format", "json")
    assert code == 0
    schema = ROOT / "policydiff" / "report" / f"{SCHEMAS[arguments[0]]}.schema.json"
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(json.loads(out))
    return json.loads(out)


def test_companies_tells_each_in_its_words_with_its_day(run: Run) -> None:
    documents = {
        one["series"]: one
        for one in told(run, "companies", "quillmoor", "--finding", "ai-training")["documents"]
    }
    assert documents[EU]["first"].startswith("2025-04-14")
    assert [one["first"][:10] for one in documents[EU]["stretches"]] == ["2024-05-22", "2025-04-14"]
    assert documents[US]["first"].startswith("2024-06-26")
    assert "train our AI in the European Region" in documents[EU]["statements"][0]["text"]


def test_the_weightiest_statement_is_quoted_first() -> None:
    """What a text says of training in passing comes behind what it says it does, and a denial behind that."""
    said: tuple[tuple[StanceKind, int, str], ...] = (
        ("denied", 900, "We never sell it."),
        ("stated", 800, "Learning"),
        ("stated", 1, "We learn."),
        ("stated", 500, "We train."),
    )
    told = tuple(
        Stance("ai-training", kind, Quote(text, place), weight=weight)
        for place, (kind, weight, text) in enumerate(said)
    )
    day = datetime(2025, 1, 1, tzinfo=UTC)
    position = Position("lumio/privacy", "ai-training", "lumio/privacy@2025", day, told, ())
    text = terminal.text(position_report.report("ai-training", (position,), ()), width=200)
    assert text.index("We train.") < text.index("We learn.") < text.index("Learning")
    assert "We never sell it." not in text
    region = Region("eu", "", "lumio/privacy@eu", day, "en", told, ())
    (row,) = region_report.rows((region,))
    assert row.held[0].stance == told[3]
    young = replace(region, stances=tuple(replace(one, category="children") for one in told))
    assert region_report.rows((young,))[0].held[0].stance == young.stances[1], "as the text begins: the age"


def test_trend_tells_who_added_it_since_a_day(run: Run) -> None:
    """What was there before that day is not new; what nobody saw begin is not either."""
    asked = "trend", "--finding", "ai-training", "--since"
    assert told(run, *asked, "2025-04-01")["added"] == [EU]
    assert told(run, *asked, "2024-06-01")["added"] == [US, EU]
    assert told(run, *asked, "2025-04-15")["added"] == []
    assert told(run, "trend", "--finding", "retention", "--since", "2024-01-01")["added"] == []


def rows(run: Run, *arguments: str) -> dict[tuple[str, str], Any]:
    (document,) = told(run, "regions", *arguments)["documents"]
    return {(row["section"], row["name"]): row for row in document["rows"]}


def test_what_only_one_region_has(run: Run) -> None:
    table = rows(run, "quillmoor")
    assert table["Rights", "object"]["only"] == "eu"
    assert table["Legal bases", "legitimate interests"]["only"] == "eu"
    assert table["Rights", "appeal"]["only"] == "us"
    assert table["Matters", "AI training"]["only"] is None
    assert table["Rights", "correction"]["only"] is None


def test_a_right_that_is_only_named_is_no_right_that_is_missing() -> None:
    """A list of rights in headings is no sentence, and says that there is one."""
    found = named_in(
        ("Your rights", "Erase your information", "Ablehnen ist nicht möglich.", "word " * 20 + "object")
    )
    assert found["deletion"] == "Erase your information"
    assert "object" not in found
    assert named_in(("Withdraw consent", "Consent")) == {"withdraw": "Withdraw consent", "consent": "Consent"}
    one, other = (
        Region(name, "", f"lumio/privacy@{name}", datetime(2025, 1, 1, tzinfo=UTC), "en", stances, (), named)
        for name, stances, named in (
            ("eu", (), (("deletion", "Erase your information"),)),
            (
                "us",
                (Stance("rights", "stated", Quote("You may delete it.", 0), ("deletion", "appeal")),),
                (("correction", "Correct your information"),),
            ),
        )
    )
    only = {row.name: row.alone and row.alone.region.name for row in region_report.rows((one, other))}
    assert only == {"deletion": None, "appeal": "us", "correction": "us"}


def test_machines_that_work_on_data_are_no_right_about_decisions() -> None:
    assert not names("automated", "We apply automated processing techniques and a human review to it.")
    assert names("automated", "You need not accept a decision that is based solely on automated processing.")
    assert named_in(("Automated processing",)) == {"automated": "Automated processing"}


def test_a_page_kept_for_a_way_out_is_no_document_of_its_platform(run: Run) -> None:
    """It counts where it is named itself."""
    assert len(told(run, "companies", "quillmoor", "--finding", "rights")["documents"]) == 2
    named = told(run, "companies", "quillmoor/objection-form", "--finding", "rights")
    assert [one["series"] for one in named["documents"]] == ["quillmoor/objection-form"]


def test_the_day_decides(run: Run) -> None:
    """In the pause only the policy for the United States trains AI; the day itself counts."""
    assert rows(run, "quillmoor", "--at", "2024-06-28")["Matters", "AI training"]["only"] == "us"
    links = rows(run, "quillmoor", "--at", "2025-04-15")["Objection paths", "a link to object"]["held"][0][
        "links"
    ]
    assert links == ["https://help.quillmoor.example/forms/request/9902/"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("regions", "fernleaf"), "there is no such platform or series"),
        (("regions", "quillmoor", "--at", "2023-01-01"), "no good capture was seen until then"),
        (("companies", "quillmoor", "fernleaf", "--finding", "rights"), "fernleaf"),
        (("companies", "quillmoor", "--finding", "weather"), "no such category"),
        (("trend", "--finding", "weather"), "no such category"),
    ],
)
def test_what_is_not_there_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    (sentence,) = [line for line in err.splitlines() if line.startswith("policydiff: ")]
    assert said in sentence
    assert err.endswith(f"{sentence}\n"), "a slow machine tells before it how far it is"


def test_an_empty_archive_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("--archive", tmp_path, "trend", "--finding", "ai-training")
    assert (code, out) == (2, "")
    assert "there is nothing in this archive" in err


def test_one_region_alone_is_told_so(run: Run, tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "snapshots" / "quillmoor" / "privacy-policy@us", tmp_path / "quillmoor" / "privacy-policy@us"
    )
    code, out, _ = run("--archive", tmp_path, "regions", "quillmoor")
    assert code == 0
    assert "The archive has only one" in out
    assert "Only in one region" not in out


def test_two_companies_are_pointed_to_the_command(run: Run, tmp_path: Path) -> None:
    for name in ("Fernleaf", "Harbourlight"):
        text = f"# {name} Privacy Policy\n\n" + "\n\n".join(
            f"{name} Ltd keeps the {name.lower()} {thing} of its readers in {name.lower()} rooms."
            for thing in ("letters", "lists", "books", "plans")
        )
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    _, out, _ = run("compare", tmp_path / "Fernleaf.md", tmp_path / "Harbourlight.md")
    assert "policydiff companies" in out
