"""The verdict: what a pair is before anybody reads a finding, and what the findings make of it."""

from __future__ import annotations

from datetime import date

import pytest

from policydiff.diff import compare_documents
from policydiff.findings.both_texts import BothTexts
from policydiff.findings.dates import Printed, printed_date
from policydiff.findings.lexicon import lexicon, spoken
from policydiff.findings.verdict import ReadChanges, judge_changes
from policydiff.models import Clause, Document, DocumentDiff, Finding, Link, Quote
from policydiff.normaliser import normalise
from policydiff.workflows.comparing import compare
from tests.findings import LANGUAGES, compared, document

_EU = (
    "Under the GDPR our legal basis is our legitimate interests, and people in the European Economic Area "
    "and the European Union may complain to a supervisory authority; the right to object is theirs."
)
_US = "California residents have rights under the CCPA and other state privacy laws, as U.S. state law says."


_DATES = [
    ("en", "Last updated: 3 March 2024.", "Last updated: 9 May 2025."),
    ("fr", "Dernière mise à jour : 3 mars 2024.", "Dernière mise à jour : 9 mai 2025."),
    ("de", "Zuletzt aktualisiert: 3. März 2024.", "Zuletzt aktualisiert: 9. Mai 2025."),
    ("es", "Última actualización: 3 de marzo de 2024.", "Última actualización: 9 de mayo de 2025."),
]


def _region(law: str, day: str, words: str) -> Document:
    lines = (f"Effective {day}", *(f"{law} {words} {k}." for k in ("first", "second", "third", "fourth")))
    return Document(tuple(Clause("paragraph", line) for line in lines), language="en")


def test_a_page_that_lost_most_of_its_words_is_no_capture() -> None:
    """A text of which a sentence is left was not shortened: the capture failed."""
    long = Document(tuple(Clause("paragraph", f"{_EU} Paragraph {k}.") for k in range(20)), language="en")
    assert compare(long, document("")).verdict == "broken-capture"
    assert compare(document(""), long).verdict == "broken-capture"


def test_another_language_is_another_variant() -> None:
    """Also where the pages do not say which language they are in."""
    sides = [Document(document("", code).clauses) for code in ("en", "de")]
    result = compare(*sides)
    assert (result.verdict, result.findings) == ("other-variant", ())


def test_another_region_under_the_same_date_is_another_variant() -> None:
    """One law's words gone, most sentences different, the printed date the same: another region's page."""
    old = _region(_EU, "3 March 2024", "It is the way of the house, says the number")
    new = _region(_US, "3 March 2024", "Such is the custom of this country, says paragraph")
    assert compare(old, new).verdict == "other-variant"


def test_a_part_on_one_law_under_the_same_date_is_a_change() -> None:
    """Both sides name the other law as often: they are for the same people."""
    old, new = (
        _region(law, "3 March 2024", "It is the way of the house, says") for law in (_EU, f"{_EU} {_US}")
    )
    assert compare(old, new).verdict == compare(new, old).verdict == "substantive"


def test_a_new_law_under_a_new_date_is_a_change() -> None:
    """A policy rewritten for a law has a date of its own."""
    old = _region(_US, "3 March 2024", "It is the way of the house, says the number")
    new = _region(_EU, "25 May 2024", "Such is the custom of this country, says paragraph")
    assert compare(old, new).verdict == "substantive"


def test_words_without_substance_are_editorial() -> None:
    """A product with another name changes nothing that a reader's rights depend on."""
    result = compared("The Lumora Notes app is blue and green.", "The Lumora Pages app is blue and green.")
    assert (result.verdict, result.findings) == ("editorial", ())


@pytest.mark.parametrize("unclear", [1, 4])
def test_changes_that_were_not_clear_are_counted(unclear: int) -> None:
    """Editorial is said without reserve only where the reader is sure of every change."""
    old, new = (document(f"The Lumora {name} app is blue.") for name in ("Notes", "Pages"))
    diff = compare_documents(old, new)
    verdict, reasons = judge_changes(BothTexts(old, new), diff, ReadChanges((), unclear))
    assert (verdict, [reason.code for reason in reasons]) == ("editorial", ["unclear"])
    assert ("one change was" if unclear == 1 else f"{unclear} changes were") in reasons[0].sentence
    assert judge_changes(BothTexts(old, new), diff, ReadChanges((), 0))[1][0].code == "wording"


@pytest.mark.parametrize(("language", "old", "new"), _DATES)
def test_a_date_that_changes_alone_is_told_and_is_editorial(language: str, old: str, new: str) -> None:
    """One detail, no substance, in both directions and in every language."""
    for before, after in ((old, new), (new, old)):
        result = compared(before, after, language)
        told = [(one.category, one.direction, one.importance) for one in result.findings]
        assert (result.verdict, told) == ("editorial", [("effective-date", "changed", 1)])
        assert result.reasons[0].code == "date-alone"


def test_a_silent_change_is_named() -> None:
    """New substance under the old date is told among the reasons."""
    date = "Last updated: 3 March 2024."
    old, new = f"{date}", f"{date} We share your email address with our advertising partners."
    assert "silent-change" in {reason.code for reason in compared(old, new).reasons}


def test_a_day_that_was_only_announced_is_no_silence() -> None:
    """The old page announces the day of the new one and states its own at the end: that date did change."""
    frame, share = document("").clauses, "We share your email address with our advertising partners."
    far = tuple(Clause("paragraph", f"Clause number {k} of the house.") for k in range(50))
    old = "We're updating our Privacy Policy, effective April 30, 2025. You can preview it."
    new = "This updated Privacy Policy will be effective April 30, 2025. You can view the last one."
    sides = [
        normalise("\n\n".join([banner, *(c.text for c in (*frame, *far)), more, end]).encode())
        for banner, more, end in (
            (old, "", "Effective date: March 13, 2024"),
            (new, share, "Effective date: April 30, 2025"),
        )
    ]
    result = compare(*sides)
    assert result.findings
    assert "silent-change" not in {reason.code for reason in result.reasons}


def test_a_page_without_a_date_is_not_silent() -> None:
    """Where no date is printed, nothing is said of it."""
    share = "We share your email address with our advertising partners."
    assert [reason.code for reason in compared("", share).reasons] == ["findings"]


def test_a_change_of_date_stands_beside_substance() -> None:
    """The date is a finding of its own, and what changed beside it is no silent change."""
    share = "We share your email address with our advertising partners."
    old = Document((Clause("paragraph", "Last updated: 3 March 2024"), *document("").clauses), language="en")
    new = Document((Clause("paragraph", "Last updated: 9 May 2025"), *document(share).clauses), language="en")
    assert {"effective-date", "sharing"} <= {f.category for f in compare(old, new).findings}
    assert "silent-change" not in {reason.code for reason in compare(old, new).reasons}


def test_a_language_that_is_not_read_is_said_plainly() -> None:
    """The diff still tells what changed; the verdict goes as far as words go."""
    old, new = (
        Document((Clause("paragraph", text),), language="fi") for text in ("Kissa istuu.", "Koira juoksee.")
    )
    result = compare(old, new)
    assert (result.verdict, result.reasons[0].code, result.findings) == ("substantive", "no-rules", ())


def test_the_language_is_heard_where_it_is_not_said() -> None:
    """Function words tell the four languages apart, and nonsense is none of them."""
    assert [spoken(Document(document("", code).clauses)) for code in LANGUAGES] == list(LANGUAGES)
    assert spoken(Document((Clause("paragraph", "xyzzy plugh qwfp"),))) == ""


def test_dates_are_read_as_each_language_prints_them() -> None:
    """The same day in four languages, in words and in figures."""
    said = {
        "en": ("March 3, 2024", "3 March 2024", "3rd March 2024", "2024-03-03", "Mar. 3, 2024"),
        "fr": ("3 mars 2024", "03/03/2024"),
        "de": ("3. März 2024", "03.03.2024"),
        "es": ("3 de marzo de 2024", "03/03/2024"),
    }
    for code, texts in said.items():
        words = lexicon(code)
        assert words is not None
        found = [
            printed_date(Document((Clause("paragraph", f"x {text} y"),), language=code), words)
            for text in texts
        ]
        assert {one and one.text for one in found} == {"3 March 2024"}


def test_the_date_of_the_page_is_not_that_of_a_banner() -> None:
    """A line that opens with a word of effect comes before an announcement above it."""
    words = lexicon("en")
    assert words is not None
    lines = ("Big news! These changes go into effect on May 9, 2025.", "Effective March 3, 2024")
    found = printed_date(Document(tuple(Clause("paragraph", line) for line in lines)), words)
    assert found is not None
    assert found.text == "3 March 2024"


def _linked(target: str, text: str = "You can object to this use with this form at any time.") -> Document:
    start = text.index("this form")
    clause = Clause("paragraph", text, links=(Link("this form", target, start),))
    return Document((*document("").clauses, clause), language="en")


def test_a_form_for_another_form_is_news_without_a_word() -> None:
    """The target behind a right is part of the text."""
    old, new = (_linked(f"https://lumora.example/contact/{number}") for number in (11, 22))
    result = compare(old, new)
    finding = result.findings[0]
    assert (result.verdict, finding.category, finding.rule) == ("substantive", "opt-out", "opt-out/link")
    assert (finding.link_old[-2:], finding.link_new[-2:]) == ("11", "22")


def test_of_an_endless_sentence_what_stands_around_the_link_is_quoted() -> None:
    """A page may have no full stop at all: a thousand links in it must not quote all of it each."""
    endless = f"{'and we share it ' * 400}so you can object with this form {'if you want and then ' * 400}"
    old, new = (_linked(f"https://lumora.example/contact/{number}", endless) for number in (11, 22))
    quoted = compare(old, new).findings[0]
    assert quoted.new is not None
    assert len(quoted.new.text.split()) <= 250
    assert "so you can object with this form if you want" in quoted.new.text
    assert endless[quoted.new.start :].startswith(quoted.new.text)


def test_where_the_visitor_comes_from_is_noise() -> None:
    """Parameters of language and entry do not make another form."""
    base = "https://lumora.example/contact/11"
    assert not compare(_linked(base), _linked(f"{base}?locale2=en_US&entry_point=x")).findings


@pytest.mark.parametrize(
    ("importances", "sentence"),
    [
        ((2,), "1 change of substance"),
        ((3,), "1 change of substance, of first importance"),
        ((2, 1), "2 changes of substance"),
        ((3, 1), "2 changes of substance, 1 of them of first importance"),
        ((3, 3), "2 changes of substance, both of first importance"),
        ((3, 3, 1), "3 changes of substance, 2 of them of first importance"),
        ((3, 3, 3), "3 changes of substance, all of first importance"),
    ],
)
def test_the_reason_counts_as_people_count(importances: tuple[int, ...], sentence: str) -> None:
    """Singular and plural are right, and headlines are named where there are some."""
    side = document("")
    found = tuple(Finding("rights", "added", n, "", "", "rights") for n in importances)
    verdict, reasons = judge_changes(BothTexts(side, side), DocumentDiff(()), ReadChanges(found, 0))
    assert (verdict, reasons[0].sentence) == ("substantive", sentence)


def test_a_clause_too_long_to_be_read_is_never_called_editorial() -> None:
    """Behind what is read of one clause nobody looked, and the reader is told."""
    words = "We keep the records of your account as long as you use our service. " * 700
    longer = compared(f"# Privacy Policy\n\n{words}", f"# Privacy Policy\n\n{words}The end of the page.")
    assert (longer.verdict, [reason.code for reason in longer.reasons]) == ("substantive", ["read-in-part"])
    end = "The end of the page."
    room = 40_000 - len(f" {end}")  # so many letters are read
    short = words[:room].rstrip().ljust(room, "s")
    shorter = compared(short, f"{short} {end}")
    assert len(next(one.text for one in shorter.new.clauses if one.text.endswith(end))) == 40_000
    assert shorter.verdict == "editorial"


def test_a_date_far_down_the_page() -> None:
    """Where the top shows no date that changed, a short line further down that states one is told."""
    share = "We share your email address with our advertising partners."
    lines = [*(f"Clause number {k} of the house." for k in range(60)), ""]
    sides = [
        normalise("\n\n".join([*lines, more, f"This policy was last updated on {day}."]).encode())
        for more, day in (("", "3 March 2024"), (share, "9 May 2025"))
    ]
    assert "effective-date" in {finding.category for finding in compare(*sides).findings}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last updated: October 2020", "October 2020"),
        ("Dernière mise à jour : octobre 2020", "October 2020"),
        ("Zuletzt aktualisiert: Oktober 2020", "October 2020"),
        ("Última actualización: octubre de 2020", "October 2020"),
    ],
)
def test_a_month_without_a_day(text: str, day: str) -> None:
    """Pages that print no day still print a date."""
    words = lexicon({"L": "en", "D": "fr", "Z": "de", "Ú": "es"}[text[0]])
    assert words is not None
    found = printed_date(Document((Clause("paragraph", text),)), words)
    assert found is not None
    assert found.text == day


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("ninety days", "90 days", True),
        ("12 months", "one year", True),
        ("two weeks", "14 days", True),
        ("ninety days", "19 days", False),
        ("1 month", "30 days", False),
        ("one year", "two years", False),
    ],
)
def test_another_way_to_write_a_period_is_no_news(old: str, new: str, same: bool) -> None:
    """A month is not thirty days to a lawyer, so that this is told."""
    line = "We keep the letters of our guests for {} after they have left the harbour."
    common = "We share your letters with the office of the harbour. You can object to this at any time."
    sides = (f"# Privacy Policy\n\n{common}\n\n{line.format(period)}\n".encode() for period in (old, new))
    assert (compare(*map(normalise, sides)).verdict != "substantive") is same


def _figures(*readings: date) -> Printed:
    """A date in figures: one reading where their order is known, two where it is open."""
    days = min(readings), max(readings)
    return Printed("", days, (readings[0], readings[-1]) if len(readings) > 1 else None, Quote("", 0))


def test_which_printed_dates_may_be_one_day() -> None:
    """Figures in an open order are one date where both readings agree, not where the spans only overlap."""
    march, april = date(2025, 3, 4), date(2025, 4, 3)
    assert _figures(march, april).may_be(_figures(march, april))
    assert not _figures(march, april).may_be(_figures(date(2025, 3, 5), date(2025, 5, 3)))
    assert _figures(march, april).may_be(_figures(april))
    assert not _figures(march, april).may_be(_figures(date(2025, 4, 4)))


@pytest.mark.parametrize(
    ("day_first", "told"), [(True, "3 April 2025"), (False, "4 March 2025"), (None, "03/04/2025")]
)
def test_figures_near_the_top_are_read_as_the_page_writes_them(day_first: bool | None, told: str) -> None:
    """Where the page shows the order of day and month, a date alone is a day; else it stays as printed."""
    english = lexicon("en")
    assert english is not None
    lines = Clause("heading", "Privacy Policy", depth=1), Clause("paragraph", "03/04/2025")
    found = printed_date(Document(lines, language="en", day_first=day_first), english)
    assert found is not None
    assert found.text == told


@pytest.mark.parametrize(("words", "dated"), [(60, True), (61, False)])
def test_a_line_that_prints_the_date_of_its_page_is_short(words: int, dated: bool) -> None:
    """Below it a date is of something else."""
    text = f"Last updated: 3 May 2031. {'word ' * (words - 5)}".strip()
    assert len(text.split()) == words
    known = lexicon("en")
    assert known is not None
    found = printed_date(Document((Clause("paragraph", text),), language="en"), known)
    assert (found is not None) == dated
