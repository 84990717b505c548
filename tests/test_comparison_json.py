"""The JSON of a comparison keeps its published schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff import compare
from policydiff.report import comparison_json
from tests.comparisons import SIDES, TITLE, USE, broken, club, comparisons, judged, retouched, sides
from tests.office_files import docx, odt, paragraph
from tests.pdfs import Put, made

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Comparison
    from policydiff.report.side_names import CapturePair


@pytest.fixture(scope="session")
def schema(root: Path) -> Draft202012Validator:
    """The published schema, read from where a program finds it."""
    text = (root / "policydiff" / "report" / "compare.schema.json").read_text("utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


def as_value(comparison: Comparison) -> Any:
    return json.loads(comparison_json.json(comparison, sides=SIDES))


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """A reader of the raw file meets the verdict first and the changes last."""
    assert list(as_value(club())) == [
        "schema_version", "tool", "verdict", "reasons", "lede", "notice", "summary", "findings", "old", "new",
        "changes", "versions",
    ]  # fmt: skip


def test_the_changes_of_the_club() -> None:
    """All changes are listed, and of the unchanged clauses those with a changed link."""
    kinds = [change["kind"] for change in as_value(club())["changes"]]
    assert kinds == [
        "reworded", "moved", "moved", "moved", "reworded", "reworded", "removed", "split", "added", "added",
        "added", "unchanged", "unchanged", "merged",
    ]  # fmt: skip


def test_the_summary_counts() -> None:
    """Counts are those of the clauses and words told by hand."""
    summary = as_value(club())["summary"]
    assert summary == {
        "clauses_old": 18,
        "clauses_new": 21,
        "changes": {
            "unchanged": 8, "added": 3, "removed": 1, "reworded": 3, "moved": 3, "moved-reworded": 0,
            "split": 1, "merged": 1,
        },
        "words_added": 1 + 1 + 5 + 5 + 4 + 9 + 4,
        "words_removed": 1 + 1 + 4 + 5,
        "only_punctuation": 0,
        "links_that_matter": 1,
        "links_noise": 1,
    }  # fmt: skip


def test_a_change_holds_both_sides_and_its_edits() -> None:
    """Both sides of a reworded clause, and the words between them."""
    change = as_value(club())["changes"][0]
    assert change == {
        "kind": "reworded",
        "old": {
            "text": "In force from 1 March 2031.",
            "path": [TITLE],
            "clauses": [1],
            "announcement": False,
        },
        "new": {
            "text": "In force from 1 July 2031.",
            "path": [TITLE],
            "clauses": [1],
            "announcement": False,
        },
        "edits": [
            {"operation": "equal", "text": "In force from 1 "},
            {"operation": "delete", "text": "March"},
            {"operation": "insert", "text": "July"},
            {"operation": "equal", "text": " 2031."},
        ],
        "links": [],
    }


def test_equal_runs_tell_how_the_old_side_prints_them() -> None:
    """`old_text` stands where an equal run differs in what does not count, and nowhere else."""
    edits = [edit for change in as_value(club())["changes"] for edit in change["edits"]]
    assert [edit["old_text"] for edit in edits if "old_text" in edit] == [
        "Letters are read by one person. They are shredded. Nobody copies them.",
        "Ask the treasurer.\nAsk at the desk.",
    ]


def test_the_sides_are_called_as_told() -> None:
    """Names, times of capture and addresses come from the caller."""
    old = as_value(club())["old"]
    assert (old["name"], old["captured_at"]) == ("fernleaf-2031-03.html", "2031-03-02T09:05:00+00:00")
    assert old["dates"] == [{"role": "effective", "day": "2031-03-01", "text": "In force from 1 March 2031"}]


def test_a_date_that_may_be_several_days_is_told_as_such(schema: Draft202012Validator) -> None:
    """A month alone, figures in an open order: programs get both ends, and no day that nobody printed."""
    old = b"# Privacy Policy\n\nLast updated: March 2031\n\nWe keep letters for a year."
    new = b"# Privacy Policy\n\nLast updated: 4 April 2031\n\nWe keep letters for a year."
    told = as_value(compare(old, new))
    schema.validate(told)
    assert (told["old"]["dates"], told["new"]["unsure_dates"]) == ([], [])
    assert told["old"]["unsure_dates"] == [
        {"role": "updated", "first": "2031-03-01", "last": "2031-03-31", "text": "March 2031"}
    ]


@pytest.mark.parametrize("comparison", [club(), broken()], ids=["club", "broken"])
def test_schema_holds_for_comparisons_told_by_hand(
    comparison: Comparison, schema: Draft202012Validator
) -> None:
    """What is written keeps the schema."""
    schema.validate(as_value(comparison))


LETTER = (
    b"From: Club <desk@club.example>\nTo: reader@reader.example\nMessage-ID: <1@club.example>\n"
    b"Content-Type: text/html\n\n<h1>Privacy Policy</h1><p>We keep letters for a year.</p>"
)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(b"<h1>Privacy Policy</h1><p>We keep letters for a year.</p>", id="HTML"),
        pytest.param(b"# Privacy Policy\n\nWe keep letters for a year.", id="Markdown"),
        pytest.param(b"We keep letters for a year.", id="text"),
        pytest.param(b"", id="nothing"),
        pytest.param(made([Put(60, 700, "We keep letters for a year.")]), id="PDF"),
        pytest.param(docx(paragraph("We keep letters for a year.")), id="Word"),
        pytest.param(odt("<text:p>We keep letters for a year.</text:p>"), id="OpenDocument"),
        pytest.param(LETTER, id="e-mail"),
    ],
)
def test_schema_holds_for_every_kind_of_file(page: bytes, schema: Draft202012Validator) -> None:
    """A file of any kind that is read can stand on either side."""
    schema.validate(as_value(compare(page, b"# Privacy Policy\n\nWe keep letters for ten years.")))


@given(comparison=comparisons(), named=sides)
def test_schema_holds_for_any_comparison(
    comparison: Comparison, named: CapturePair, schema: Draft202012Validator
) -> None:
    """No text, path or link makes JSON outside the schema, and all of it can be written as UTF-8."""
    text = comparison_json.json(comparison, sides=named)
    assert text.encode("utf-8")
    assert text.endswith("}\n")
    schema.validate(json.loads(text))


@given(comparisons())
def test_edits_rebuild_both_sides(comparison: Comparison) -> None:
    """From the edits alone a program rebuilds the old and the new text."""
    for change in json.loads(comparison_json.json(comparison))["changes"]:
        if change["edits"]:
            old = [
                edit.get("old_text", edit["text"])
                for edit in change["edits"]
                if edit["operation"] != "insert"
            ]
            new = [edit["text"] for edit in change["edits"] if edit["operation"] != "delete"]
            assert ("".join(old), "".join(new)) == (change["old"]["text"], change["new"]["text"])


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        ((), {"extra": 1}),
        (("old",), {"extra": 1}),
        (("summary",), {"words_added": -1}),
        (("changes", 0), {"kind": "rewritten"}),
        (("changes", 0), {"old": None}),
        (("changes", 8), {"old": {"text": "x", "path": [], "clauses": [1]}}),
        ((), {"verdict": "fine"}),
        ((), {"findings": [{"category": "sharing"}]}),
    ],
)
def test_schema_refuses(
    where: tuple[str | int, ...], wrong: dict[str, Any], schema: Draft202012Validator
) -> None:
    """The schema is strict: unknown keys, unknown words and sides that cannot be are refused."""
    document = as_value(club())
    inner = document
    for step in where:
        inner = inner[step]
    inner.update(wrong)
    assert not schema.is_valid(document)


def test_findings_keep_the_schema_and_say_everything(schema: Draft202012Validator) -> None:
    """Every field of a finding is written; a side that says nothing is null, and so is a link."""
    document = as_value(judged())
    schema.validate(document)
    first, *_ = document["findings"]
    assert first == {
        "category": "retention", "direction": "changed", "importance": 2,
        "importance_reason": "the period changed", "sentence": "The list is now kept for 90 days, not 30.",
        "rule": "retention",
        "old": {
            "text": "We keep your lending list for 30 days.", "path": list(USE), "introduction": "",
            "clause": 4,
        },
        "new": {
            "text": "We keep your lending list for 90 days, and longer if we must.", "path": list(USE),
            "introduction": "", "clause": 7,
        },
        "link_old": None, "link_new": None, "statements": [],
    }  # fmt: skip
    assert [finding["rule"] for finding in document["findings"]] == [f.rule for f in judged().findings]
    assert json.loads(comparison_json.findings(judged())) == document["findings"]


def test_changed_punctuation_is_counted_and_shown(schema: Draft202012Validator) -> None:
    """A clause of which only punctuation or capitals changed is unchanged and has both texts."""
    document = as_value(retouched())
    schema.validate(document)
    assert document["summary"]["only_punctuation"] == 1
    [change] = document["changes"]
    assert (change["kind"], change["edits"]) == ("unchanged", [])
    assert (change["old"]["text"], change["new"]["text"]) == ("We lend books", "We lend Books.")


def test_same_comparison_same_text() -> None:
    """Two calls write the same bytes."""
    assert comparison_json.json(club(), sides=SIDES) == comparison_json.json(club(), sides=SIDES)


@pytest.mark.corpus
def test_schema_holds_for_real_pairs(corpus: Path, schema: Draft202012Validator) -> None:
    """Real pairs of policies, one in three of them, keep the schema."""
    pairs = sorted((corpus / "changes" / "texts").glob("*.old.md"))[::3]
    assert pairs
    for old in pairs:
        schema.validate(as_value(compare(old, old.with_name(old.name.replace(".old.", ".new.")))))
