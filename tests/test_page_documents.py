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
        (  # points of a short name, and a day that a line above prints in capitals
            f"{FIRST}\n\n### Contact\n\nTHE TERMS BELOW ARE EFFECTIVE JUNE 7, 2032.\n\nU.S. Boat Privacy "
            f"Notice\n\nEffective: June 7, 2032\n\n{OTHER}".strip(),
            ["Privacy Policy", "U.S. Boat Privacy Notice"],
        ),
        (f"{FIRST}\n\n# Read the Boat Privacy Notice. It is ours.\n\n{OTHER}", []),
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


def of_parts(start: str, *, middle: str = BODY) -> str:
    """A page of a policy and of further texts that may be sections of it, with a date below the last one."""
    rowing = f"# Rowing\n\n{OTHER}\n\n## Rivers\n\nWe row.\n\n## Lakes\n\nWe drift."
    laws = "# Laws\n\nOurs.\n\nLast updated: 5 May 2030"
    return f"{start}\n\n{middle}\n\n## Lists\n\n{BODY}\n\n{rowing}\n\n{laws}"


LONG = "\n\n".join(
    BODY.replace("the house", house) for house in ("the hut", "the mill", "the barn", "the inn")
)
TITLED = "# Privacy Policy of Fernleaf"


def test_a_part_that_may_be_a_document_gives_its_change_to_no_other(tmp_path: Path) -> None:
    """Its change is that of the page, and a day that another part prints is none of it."""
    page = of_parts(TITLED, middle=LONG)
    said = sentences(tmp_path, page, page.replace("We drift", "We drift and we sell your address"))
    assert said.startswith("The page that begins with the “Privacy Policy of Fernleaf” changed")
    assert "2030" not in said
    said = sentences(tmp_path, page, page.replace("Ours.", "Theirs, and yours where you live there."))
    assert "The printed date stays 5 May 2030." in said


def test_the_document_with_which_a_page_begins_keeps_its_name_and_no_other_date(tmp_path: Path) -> None:
    page = of_parts(TITLED, middle=LONG)
    said = sentences(tmp_path, page, page.replace("in the barn", "in the ship"))
    assert said.startswith("The “Privacy Policy of Fernleaf” changed")
    assert "2030" not in said


@pytest.mark.parametrize(
    "page",
    [
        of_parts(TITLED, middle="We lend."),  # its sections are headed as the page is
        of_parts(TITLED, middle=LONG).replace("\n## ", "\n# "),
        of_parts(TITLED, middle=LONG).replace("\n# Rowing", "\n## Rowing").replace("\n# Laws", "\n## Laws"),
        of_parts("# Privacy at Fernleaf", middle=LONG),
    ],
)
def test_sections_headed_as_the_page_is_are_no_documents(tmp_path: Path, page: str) -> None:
    said = sentences(tmp_path, page, page.replace("We drift", "We drift and we sell your address"))
    assert "page that begins" not in said
    assert "The printed date stays 5 May 2030." in said


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
