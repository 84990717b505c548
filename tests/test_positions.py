"""`companies`, `trend` and `regions`: who says what, since when, and which region has it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policydiff.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

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

    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return call


def told(run: Run, *arguments: str) -> Any:
    code, out, _ = run(*arguments, "--format", "json")
    assert code == 0
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
    assert said in err
    assert err.count("\n") == 1


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
    assert "The archive has one only" in out
    assert "What only one of them has" not in out


def test_two_companies_are_pointed_to_the_command(run: Run, tmp_path: Path) -> None:
    for name in ("Fernleaf", "Harbourlight"):
        text = f"# {name} Privacy Policy\n\n" + "\n\n".join(
            f"{name} Ltd keeps the {name.lower()} {thing} of its readers in {name.lower()} rooms."
            for thing in ("letters", "lists", "books", "plans")
        )
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    _, out, _ = run("compare", tmp_path / "Fernleaf.md", tmp_path / "Harbourlight.md")
    assert "policydiff companies" in out
