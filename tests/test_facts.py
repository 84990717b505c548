"""`policydiff facts`: what one text states, in its own words, and since when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff.findings import stances
from policydiff.models import Clause, Document, Link, Quote, Stance
from policydiff.report import stance_report, terminal
from tests.commands import Run, command_line

ROOT = Path(__file__).parent.parent
EU = "quillmoor/privacy-policy@eu"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command line inside this process, on the archive of the fictional platform."""
    monkeypatch.setenv("POLICYDIFF_CACHE", str(tmp_path / "results.sqlite"))
    monkeypatch.setenv("POLICYDIFF_ARCHIVE", str(ROOT / "snapshots"))
    monkeypatch.setenv("COLUMNS", "200")
    return command_line(capsys)


def document(*texts: str) -> Document:
    return Document(tuple(Clause("paragraph", text) for text in texts), language="en")


@pytest.mark.parametrize(
    ("text", "category", "kind"),
    [
        ("We use your posts to train our artificial intelligence models.", "ai-training", "stated"),
        ("We do not use your posts to train our artificial intelligence models.", "ai-training", "denied"),
        ("We have paused our plans to train AI models on your posts.", "ai-training", "paused"),
        ("You can opt out of personalised advertising in your settings.", "opt-out", "stated"),
        ("We do not sell your personal information to advertisers.", "sharing", "denied"),
    ],
)
def test_a_statement_is_told_from_its_denial(text: str, category: str, kind: str) -> None:
    """What a company rules out or has paused is not what it says it does."""
    assert {(one.category, one.kind) for one in stances(document(text))} >= {(category, kind)}
    assert all(one.kind == kind for one in stances(document(text)) if one.category == category)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("You have the right to have us delete your information.", "deletion"),
        ("You may ask us for a copy of your information.", "access"),
        ("We rely on our legitimate interests to keep the service safe.", "legitimate-interests"),
        ("You may object to our use of your information for direct marketing.", "object"),
    ],
)
def test_points_name_the_right_or_the_basis(text: str, point: str) -> None:
    assert point in {name for one in stances(document(text)) for name in one.points}


def test_quotes_are_stretches_of_their_clause_with_their_links() -> None:
    """A quote is found again in its clause, and has the links that begin in it and no others."""
    text = "We share your data with advertisers. You can opt out of personalised advertising in settings."
    at = text.index("opt out")
    form = Link("opt out", "https://fernleaf.example/choices", at)
    read = Document((Clause("paragraph", text, links=(form,)),), language="en")
    told = stances(read)
    assert {one.category for one in told} >= {"sharing", "opt-out"}
    for one in told:
        assert text[one.quote.start :].startswith(one.quote.text)
        assert one.links == ((form,) if "opt out" in one.quote.text else ())


@pytest.mark.parametrize(
    "read",
    [document("The weather was fine and the harbour was full of boats."), Document((), language="en")],
)
def test_a_text_that_states_nothing_is_silent(read: Document) -> None:
    assert not stances(read)


def test_since_when_is_told_of_a_page_of_the_archive(run: Run) -> None:
    code, out, _ = run("facts", EU, "--only", "ai-training")
    assert code == 0
    assert "First seen on 14 April 2025, last seen without it on 28 June 2024." in out
    assert "From 27 May 2025 we will use public information" in out
    assert "Opting out" not in out


VAGUE = "We are a company that trains AI models for everyone."
TELLING = "We use your messages and your photos to train our AI models unless you opt out in your settings."


def test_the_more_telling_statement_has_more_weight() -> None:
    weights = {one.quote.text: one.weight for one in stances(document(VAGUE, TELLING))}
    assert weights[TELLING] > weights.get(VAGUE, 0) > -10_000


def test_of_many_statements_the_weightiest_are_shown_in_reading_order() -> None:
    """A sentence that speaks of training in passing does not push out the one that tells what is used."""
    texts = [f"{VAGUE[:-1]} number {number}." for number in range(6)]
    read = document(*texts, TELLING, TELLING.replace("messages", "letters"))
    told = tuple(
        Stance("ai-training", "stated", Quote(clause.text, place), weight=100 * (clause.text[:6] == "We use"))
        for place, clause in enumerate(read.clauses)
    )
    text = terminal.text(stance_report.report(stance_report.StatedIn("policy.md", read, told)), width=300)
    shown = [line[4:-1] for line in text.split("\n") if line.startswith(" - ")]
    assert shown == [*texts[:4], TELLING, TELLING.replace("messages", "letters")]
    assert "2 more statements: --all shows all." in text
    whole = stance_report.report(stance_report.StatedIn("policy.md", read, told), in_full=True)
    assert texts[5] in terminal.text(whole, width=300)


def test_a_page_that_is_no_policy_is_called_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That an error page states nothing is no news of the policy."""
    page = tmp_path / "policy.html"
    page.write_text("<html lang=en><p>Something went wrong. Please try again later.</html>", "utf-8")
    monkeypatch.chdir(tmp_path)
    _, out, _ = run("facts", page.name)
    assert "policy.html is no good capture of a policy: The page says that it could not show" in out
    assert out.startswith("policy.html states nothing of what is looked for.")
    _, out, _ = run("facts", EU)
    assert "no good capture" not in out


def test_a_pause_has_no_since(run: Run) -> None:
    _, out, _ = run("facts", f"{EU}@2024-06-28", "--only", "ai-training")
    assert "PAUSED" in out
    assert "First seen" not in out


def test_a_file_has_no_history(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "policy.txt"
    page.write_text("# Privacy policy\n\nWe use your posts to train our AI models.\n", encoding="utf-8")
    code, out, _ = run("facts", page)
    assert code == 0
    assert "We use your posts to train our AI models." in out
    assert "First seen" not in out


@pytest.mark.parametrize("name", [EU, f"{EU}@2024-06-28", "quillmoor/privacy-policy@us"])
def test_json_keeps_its_schema(run: Run, name: str) -> None:
    schema = (ROOT / "policydiff" / "report" / "facts.schema.json").read_text("utf-8")
    _, out, _ = run("facts", name, "--format", "json")
    told = json.loads(out)
    assert [fault.message for fault in Draft202012Validator(json.loads(schema)).iter_errors(told)] == []
    assert told["matters"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("quillmoor/privacy-policy@mars",), "quillmoor/privacy-policy@mars"),
        ((EU, "--only", "weather"), "no such category"),
        (("nowhere.html",), "nowhere.html"),
    ],
)
def test_what_is_not_there_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("facts", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
