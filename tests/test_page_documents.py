"""Which document of a page changed, where the page holds several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare, normalise
from policydiff.report.lede import lede
from policydiff.report.page_documents import page_documents
from policydiff.report.side_names import CapturePair

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.report.lede import Lede

BODY = "\n\n".join(
    f"{line} We lend {thing} to readers, write their names into a book and keep the book in the house, where "
    "a clerk reads it each week and tells nobody what stands in it but the owner of the house."
    for line, thing in (
        ("Fernleaf Ltd collects personal data.", "lamps"),
        ("We share personal data with printers.", "maps"),
        ("You have the right to object.", "boats"),
        ("We delete personal data after a year.", "coats"),
    )
)
OTHER = BODY.replace("readers", "boatmen").replace("each week", "in spring")
FIRST = f"# Privacy Policy\n\nLast updated: 3 May 2031\n\n{BODY}"
SECOND = f"# Boat Privacy Notice\n\nLast updated: 7 June 2032\n\n{OTHER}"
HEADED = "\n\n# Us\n\nClerks.\n\n# Lamps\n\nThey shine."
WIKI = "Retrieved from “https://wiki.example/w/index.php?title=Policy:{}&oldid={}”"


def titles(text: str) -> list[str]:
    return [one.title for one in page_documents(normalise(text.encode(), content_type="text/markdown"))]


def told(folder: Path, old: str, new: str) -> Lede:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), CapturePair())


def sentences(folder: Path, old: str, new: str) -> str:
    return " ".join(told(folder, old, new).sentences)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FIRST}\n\n{SECOND}", ["Privacy Policy", "Boat Privacy Notice"]),
        (f"{FIRST}\n\n# Boat Privacy Notice\n\n{OTHER}", ["Privacy Policy", "Boat Privacy Notice"]),
        (  # set as text, with its date
            f"{FIRST}\n\n### Contact\n\nAsk us.\n\nBoat Cookie Policy\n\nEffective: 7 June 2032\n\n{OTHER}",
            ["Privacy Policy", "Boat Cookie Policy"],
        ),
        (FIRST, []),
        (f"{FIRST}\n\n## Cookie Policy\n\n{OTHER}", []),  # a section
        (f"{FIRST}\n\n## Cookie Policy\n\nLast updated: 7 June 2032\n\n{OTHER}\n\n## Contact\n\nAsk.", []),
        (f"{FIRST}\n\n# Changes to our Privacy Policy\n\n{OTHER}", []),
        (f"{FIRST}\n\n# Changes to this Policy\n\n{OTHER}", []),
        (f"{FIRST}\n\n# 4. Cookie Policy\n\n{OTHER}", []),
        (f"{FIRST}\n\n# Boats\n\nOurs.\n\n# Scope of the Notice on Data Protection\n\n{OTHER}{HEADED}", []),
        (f"{FIRST}\n\n# Boat Privacy Notice\n\nSee the notice.", []),  # hardly a document
        (f"{FIRST}\n\n# Privacy Policy\n\n{OTHER}", []),  # printed on every part
        (f"We use cookies on boats.\n\n{FIRST}", []),  # a banner
    ],
)
def test_a_page_holds_several_documents_where_titles_say_so(text: str, found: list[str]) -> None:
    assert titles(text) == found


MIDDLE = "# Borrowing a lamp with the card of a friend\n\nHe is asked first."


def test_a_text_between_documents_is_called_by_its_own_heading(tmp_path: Path) -> None:
    """And prints no date of the document above it; behind the last one it may be a section of that."""
    text = f"{FIRST}\n\n{MIDDLE}\n\n{SECOND}"
    heading = MIDDLE.partition("\n")[0].strip("# ")
    assert titles(text) == ["Privacy Policy", heading, "Boat Privacy Notice"]
    assert titles(f"{FIRST}\n\n{SECOND}\n\n{MIDDLE}") == ["Privacy Policy", "Boat Privacy Notice"]
    said = sentences(tmp_path, text, text.replace("asked first", "asked by letter and may say no"))
    assert f"“{heading}” changed" in said
    assert "The “Privacy Policy” on the same page did not change." in said
    assert "2031" not in said


def test_a_title_begins_its_document_again() -> None:
    again = (
        f"CONTENTS\n\nBOAT PRIVACY NOTICE\n\n[See our boats](/boats)\n\nLast updated: 7 June 2032\n\n{OTHER}"
    )
    boats = SECOND.replace("# Boat Privacy Notice", "BOAT PRIVACY NOTICE")
    found = titles(f"{boats}\n\n{FIRST}\n\n**Read all**\n\n{again}")
    assert found == ["BOAT PRIVACY NOTICE", "Privacy Policy", "BOAT PRIVACY NOTICE"]


def test_pages_of_a_wiki_end_with_their_address() -> None:
    found = titles(
        f"{BODY}\n\n{WIKI.format('Privacy_policy', 7)}\n\n{OTHER}\n\n{WIKI.format('Lamp_Rules', 9)}"
    )
    assert found == ["Privacy policy", "Lamp Rules"]


def test_the_document_is_named_in_which_the_changes_are(tmp_path: Path) -> None:
    changed = SECOND.replace("7 June 2032", "9 July 2033").replace("in spring", "in autumn")
    found = sentences(tmp_path, f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{changed}")
    assert found.startswith(
        "Fernleaf’s “Boat Privacy Notice” changed from the version of 7 June 2032 to that"
    )
    assert found.endswith("The “Privacy Policy” on the same page did not change.")
    assert "3 May" not in found


def test_the_first_document_is_named_where_it_changed_and_by_its_own_date(tmp_path: Path) -> None:
    changed = FIRST.replace("each week", "each month")
    found = sentences(tmp_path, f"{FIRST}\n\n{SECOND}", f"{changed}\n\n{SECOND}")
    assert found.startswith("Fernleaf’s “Privacy Policy” changed")
    assert "The printed date stays 3 May 2031." in found
    assert "same page" not in found
    both = SECOND.replace("in spring", "in autumn")
    assert "“Privacy Policy” changed" in sentences(tmp_path, f"{FIRST}\n\n{SECOND}", f"{changed}\n\n{both}")


def test_a_day_that_both_print_is_that_of_each(tmp_path: Path) -> None:
    second = SECOND.replace("7 June 2032", "3 May 2031")
    changed = second.replace("in spring", "in autumn")
    found = sentences(tmp_path, f"{FIRST}\n\n{second}", f"{FIRST}\n\n{changed}")
    assert "The printed date stays 3 May 2031." in found


def test_of_two_that_changed_none_is_said_to_be_as_it_was(tmp_path: Path) -> None:
    first = SECOND.replace("# Boat Privacy Notice", "BOAT PRIVACY NOTICE")
    both = f"{first}\n\n{FIRST}"
    found = sentences(tmp_path, both, both.replace("in spring", "in autumn"))
    assert found.startswith("Fernleaf’s “BOAT PRIVACY NOTICE” changed")
    assert "The “Privacy Policy” on the same page did not change." in found
    found = sentences(tmp_path, both, both.replace("in spring", "in autumn").replace("each week", "in May"))
    assert found.startswith("Fernleaf’s “BOAT PRIVACY NOTICE” changed")
    assert "same page" not in found


def test_a_long_notice_above_the_title_makes_no_second_document(tmp_path: Path) -> None:
    said = (
        "From May on",
        "In the old house",
        "At the desk",
        "On Sundays",
        "By the river",
        "At night",
        "Here",
    )
    notice = "\n\n".join(
        f"{one} we use cookies to tell who asks for a lamp, what the lamp is for and when it has to be back."
        for one in said
    )
    assert titles(f"{notice}\n\n{FIRST}") == ["", "Privacy Policy"]
    changed = FIRST.replace("each week", "in May")
    found = sentences(tmp_path, f"{notice}\n\n{FIRST}", f"{notice}\n\n{changed}")
    assert "“Privacy Policy” changed" in found
    assert "same page" not in found


def test_thousands_of_titles_are_read_once() -> None:
    """Each was set beside each other: a hostile page of 8,000 took half a minute."""
    ends = ("".join(chr(97 + n // 26**k % 26) for k in range(3)) for n in range(15_000))
    page = "".join(f"# Privacy Policy of {end}\n\nWe lend books by day and by night.\n\n" for end in ends)
    assert not page_documents(normalise(page.encode(), url="policy.md"))  # none is long enough to be one


def test_a_quote_of_another_document_names_it(tmp_path: Path) -> None:
    """Where both changed, the sentence is of the first; a quote of that names no document."""
    sale = "We sell the names and the addresses of all readers to shops that print advertising."
    machine = "A machine that learns to write is trained on the letters that boatmen send each other."
    page = f"{FIRST}\n\n## Lists\n\nWe list. {{}}\n\n{SECOND}\n\n## Rivers\n\nWe row. {{}}\n"
    said = told(tmp_path, page.format("", ""), page.format(sale, machine))
    assert {one.where for one in said.points} == {"Lists", "Boat Privacy Notice › Rivers"}


TABLE = """| Purpose | Data |
| --- | --- |
| To sell advertising about lamps | Names and addresses of readers |
| To train machines that write | Letters of readers |
"""


def test_a_row_that_went_with_its_table_is_told_so(tmp_path: Path) -> None:
    """One that went alone went from a table that stays."""
    page = f"{FIRST}\n\n## Lists\n\nThese are our purposes.\n\n{{}}\n"
    whole = told(tmp_path, page.format(TABLE), page.format("")).points
    assert "Row of a table that is gone" in {one.label for one in whole}
    last = TABLE.splitlines(keepends=True)[-1]
    (row,) = told(tmp_path, page.format(TABLE), page.format(TABLE.replace(last, ""))).points
    assert row.label == "Row gone"
