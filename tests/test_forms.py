"""The other forms of a comparison: CSV, tracked changes, a block for an article, a picture, citations."""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from policydiff import screenshot
from policydiff.models import Clause
from policydiff.report import citations, comparison_csv, fragments
from policydiff.report.characters import visible
from policydiff.report.docx_file import docx as written
from policydiff.report.subject import subject
from tests.comparisons import SIDES, club, comparisons, judged, sides
from tests.conftest import absent
from tests.test_marked_text import rewrite

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Comparison
    from policydiff.report.side_names import CapturePair


# --- CSV -----------------------------------------------------------------------------------------


def rows(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(comparison_csv.text(comparison, sides=SIDES), newline="")))


def test_csv_has_a_row_for_each_finding_and_change() -> None:
    """Findings first, in their order, with both texts and times."""
    found = rows(judged())
    assert [row["what"] for row in found] == ["finding"] * 5 + ["change"] * 9
    assert found[0]["before"] == "We never sell your list."
    assert found[0]["rank"] == "Most important"
    assert found[0]["captured now"] == "2031-06-14T18:30:00+00:00"
    kept = next(row for row in found if row["kind"] == "Retention")
    assert (kept["before"], kept["now"][:38]) == (
        "We keep your lending list for 30 days.", "We keep your lending list for 90 days,",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\t=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would run has an apostrophe before it."""
    clauses = tuple(replace(clause, text=text) for clause in club().new.clauses)
    found = rows(replace(club(), new=replace(club().new, clauses=clauses)))
    assert any(row["now"].startswith("'") for row in found)
    assert not any(value.lstrip().startswith(tuple("=+-@")) for row in found for value in row.values())


@given(comparison=comparisons(), named=sides)
def test_any_comparison_is_csv(comparison: Comparison, named: CapturePair) -> None:
    """Every row has every column, and nothing that no file can hold."""
    text = comparison_csv.text(comparison, sides=named)
    assert text.encode()
    found = list(csv.reader(StringIO(text, newline="")))
    assert {len(row) for row in found} == {len(comparison_csv.COLUMNS)}


# --- a document with tracked changes ------------------------------------------------------------


def accepted(data: bytes, *, rejected: bool = False) -> list[str]:
    """The paragraphs of a document below its last heading of ours, with all changes accepted or rejected."""
    gone, came = ("w:ins", "w:del") if rejected else ("w:del", "w:ins")
    texts = []
    for paragraph in docx.Document(BytesIO(data)).element.body.iter(qn("w:p")):
        marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(gone)}")
        kept = [
            node.text or ""
            for node in paragraph.iter(qn("w:t"), qn("w:delText"))
            if not any(above.tag == qn(gone) for above in node.iterancestors())
        ]
        assert came
        texts += [] if marks is not None and not kept else ["".join(kept)]
    return texts[texts.index("The policy, with its changes tracked") + 1 :]


@pytest.mark.parametrize("rejected", [False, True])
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(*, rejected: bool) -> None:
    """Tracked changes are real: what is left after accepting, or rejecting, is one side's words."""
    words = " ".join(accepted(written(judged(), sides=SIDES), rejected=rejected)).replace("¶", " ").split()
    side = judged().old if rejected else judged().new
    assert sorted(words) == sorted(" ".join(clause.text for clause in side.clauses).split())


@pytest.mark.parametrize(("kept", "woven"), [(3, 0), (21, 1)], ids=["rewritten", "much of it stayed"])
def test_a_rewritten_clause_goes_whole_and_comes_whole(kept: int, woven: int) -> None:
    """Where hardly a word stayed no paragraph has words of both texts; either text stands alone."""
    comparison = rewrite(kept, 3)
    data = written(comparison)
    mixed = [
        paragraph
        for paragraph in docx.Document(BytesIO(data)).element.body.iter(qn("w:p"))
        if {qn("w:ins"), qn("w:del")} <= {node.tag for node in paragraph.iter()}
    ]
    assert len(mixed) == woven
    assert accepted(data) == [visible(comparison.new.clauses[0].text)]
    assert accepted(data, rejected=True) == [visible(comparison.old.clauses[0].text)]


def test_a_document_has_no_time_of_its_own() -> None:
    """The same comparison gives the same bytes; the changes name who tracked them."""
    data = written(judged(), sides=SIDES)
    assert data == written(judged(), sides=SIDES)
    with ZipFile(BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        body = packed.read("word/document.xml").decode()
    assert body.count('w:author="policydiff"') > 5
    assert "The printed date moved." in body


@settings(max_examples=25)
@given(comparison=comparisons(), named=sides)
def test_any_comparison_is_a_document(comparison: Comparison, named: CapturePair) -> None:
    """It can be read back, whatever a page says."""
    assert docx.Document(BytesIO(written(comparison, sides=named))).paragraphs


@pytest.mark.libreoffice
@pytest.mark.timeout(120)
def test_libreoffice_keeps_the_tracked_changes(tmp_path: Path) -> None:
    """Opened and saved again by a word processor, what came and what went is still tracked, by whom."""
    soffice = shutil.which("soffice")
    if soffice is None:
        absent("libreoffice", "no LibreOffice (soffice)")
    (tmp_path / "club.docx").write_bytes(written(judged(), sides=SIDES))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [soffice, home, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "club.docx")], check=True, capture_output=True)
    text = (tmp_path / "club.fodt").read_text("utf-8")
    assert text.count("<text:insertion>") >= 3
    assert text.count("<text:deletion>") >= 3
    assert "<dc:creator>policydiff</dc:creator>" in text


# --- one finding alone ---------------------------------------------------------------------------


def test_a_fragment_has_the_words_and_needs_no_page() -> None:
    """Both sides with their times, styles in attributes, nothing that reaches into the page around it."""
    text = fragments.fragment(judged(), 4, sides=SIDES)
    assert "Before</strong> (captured 2 March 2031)" in text
    assert ">90</ins>" in text
    assert "Fernleaf Readers’ Club: privacy" in text
    for word in ("<script", "<style", "<link", " class=", " id=", "<img"):
        assert word not in text
    gone = fragments.fragment(judged(), 1, sides=SIDES)
    assert "Gone</strong>" in gone
    assert "<del" not in gone  # a text that went whole needs no mark
    with pytest.raises(IndexError):
        fragments.fragment(judged(), 6, sides=SIDES)


@pytest.mark.parametrize("make", [fragments.fragment, fragments.card])
def test_no_text_breaks_out_of_a_fragment(make: object) -> None:
    """The words of a finding, its title and addresses are text."""
    bad = '"><script>alert(1)</script>\x00\u202e'
    found = judged()
    quoted = [
        replace(one, new=replace(one.new, text=bad, path=(bad,)) if one.new else None, link_new=bad)
        for one in found.findings
    ]
    hostile = replace(found, findings=tuple(quoted), new=replace(found.new, title=bad))
    for number in range(1, 6):
        text = make(hostile, number, sides=SIDES)  # type: ignore[operator]
        assert "<script" not in text
        assert "\x00" not in text


@pytest.mark.browser
def test_a_picture_of_a_finding(chromium: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PNG as wide as social networks show it, and not empty."""
    monkeypatch.setenv("POLICYDIFF_CHROMIUM", chromium)
    data = screenshot.png(fragments.card(judged(), 4, sides=SIDES))
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert width == screenshot.WIDTH
    assert height >= 630
    assert len(data) > 10_000


# --- citations -----------------------------------------------------------------------------------


def test_a_citation_can_be_looked_up() -> None:
    """Whose document, its title, when it was captured, its address and its hash."""
    cited = citations.citation(judged(), SIDES, "new", subject(judged(), SIDES))
    for part in (
        "“Fernleaf Readers’ Club: privacy”", "captured 14 June 2031", "https://fernleaf.example/privacy",
        "1e" * 32,
    ):  # fmt: skip
        assert part.casefold() in cited.text.casefold()
    assert '"date-parts": [' in cited.csl
    assert cited.bibtex.startswith("@misc{fernleaf-2031-06-html,\n")
    assert cited.bibtex.endswith("\n}")


def test_bibtex_escapes_what_has_a_meaning_in_it() -> None:
    """Braces and commands in a title stay text."""
    found = judged()
    bad = replace(found, new=replace(found.new, title="50 % of {us} & \\them_"))
    assert (
        r"title = {50 \% of \{us\} \& \textbackslash{}them\_}"
        in citations.citation(bad, SIDES, "new", subject(bad, SIDES)).bibtex
    )


def test_no_clause_is_lost_on_the_way() -> None:
    """A clause of control characters is shown as such in every form."""
    odd = Clause("paragraph", "a\x00b")
    found = replace(club(), new=replace(club().new, clauses=tuple(odd for _ in club().new.clauses)))
    assert visible(odd.text) in comparison_csv.text(found)
    assert visible(odd.text) in " ".join(accepted(written(found)))
