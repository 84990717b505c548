"""The lede says what happened in facts and quotes, and nothing that nobody knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from policydiff.models import (
    Between,
    Change,
    Clause,
    Document,
    DocumentDiff,
    Edit,
    Finding,
    Link,
    Quote,
    QuotedStatement,
    Reason,
    StatedDate,
    UnsureDate,
)
from policydiff.report import quotes
from policydiff.report.lede import lede
from policydiff.report.side_names import CaptureInfo, CapturePair
from policydiff.report.subject import subject
from policydiff.word_edits import text_edits
from tests.comparisons import SIDES, broken, club, comparisons, judged, sides

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Comparison

NAME = "The “Fernleaf Readers’ Club: privacy”"
BARE = CapturePair()


def captured(old: str, new: str, name: str = "") -> CapturePair:
    return CapturePair(
        *(CaptureInfo(name, datetime.fromisoformat(at).replace(tzinfo=UTC)) for at in (old, new))
    )


def dated(old: str, new: str, role: str = "updated") -> Comparison:
    """The judged comparison whose sides print these days."""
    found = judged()
    both = (
        replace(side, dates=(StatedDate(role, date.fromisoformat(day), day),))  # type: ignore[arg-type]
        for side, day in ((found.old, old), (found.new, new))
    )
    kept = tuple(one for one in found.findings if one.category != "effective-date")
    return replace(found, findings=kept, **dict(zip(("old", "new"), both, strict=True)))  # type: ignore[arg-type]


def test_it_tells_document_time_extent_and_notice() -> None:
    """Whose document, between which days, and from when with how much notice."""
    assert lede(judged(), SIDES).text == (
        f"{NAME} changed between 2 March and 14 June 2031."
        " By its own words it is in force from 1 July 2031, 17 days after this capture;"
        " before, it printed 1 March 2031."
    )


def test_the_points_are_quotes_of_what_matters_most() -> None:
    """What is most important leads, one quote for each section; the printed date is no point."""
    assert [point.text for point in lede(judged(), SIDES).points] == [
        "Gone, under “How we use what you lend”: “We never sell your list.”",
        (
            "New section, headed “Machines that read along”:"
            " “A program learns from your notes to suggest books.”, “notes in the margin”"
        ),
        (
            "The link “object here” leads to another address than before: now"
            " https://forms.example/f/fernleaf-objection, before https://fernleaf.example/object"
        ),
    ]


@pytest.mark.parametrize(
    ("named", "when"),
    [
        (captured("2031-03-02", "2031-06-14"), "between 2 March and 14 June 2031"),
        (captured("2031-03-02T09:00", "2031-03-02T15:00"), "on 2 March 2031"),
        (
            captured("2031-06-14", "2031-03-02"),
            "from the capture of 14 June 2031 to the earlier one of 2 March",
        ),
        (BARE, "from the version of 1 March 2031 to that of 1 July 2031"),
    ],
)
def test_when_is_told_as_far_as_it_is_known(named: CapturePair, when: str) -> None:
    """By the captures, else by the dates that both sides print."""
    assert f" {when}" in lede(judged(), named).text


def test_without_any_date_no_time_is_told() -> None:
    """Of bare files whose dates are not known nobody says when; a line that prints one is quoted."""
    found = judged()
    kept = tuple(one for one in found.findings if one.category != "effective-date")
    bare = replace(found, old=replace(found.old, dates=()), new=replace(found.new, dates=()), findings=kept)
    line = (
        "A line that prints a date is now “In force from 1 July 2031”, before “In force from 1 March 2031”."
    )
    assert lede(bare, BARE).text == f"{NAME} changed. {line}"


def test_a_version_with_an_earlier_day_is_said_to_be_earlier() -> None:
    """A reader takes the second day for the later one."""
    said = lede(dated("2031-07-01", "2031-03-01"), BARE).text
    assert "from the version of 1 July 2031 to the earlier one of 1 March 2031" in said
    assert "earlier" not in lede(dated("2031-03-01", "2031-07-01"), BARE).text


def test_the_day_of_a_version_to_come_is_none_of_the_page_that_announces_it() -> None:
    """A banner names the day of the next version above a text that prints when it was updated."""
    found = dated("2031-01-05", "2031-01-05")
    banner = Clause("paragraph", "We're updating our Privacy Policy. The updates take effect on 1 July 2031.")
    clauses = (*found.new.clauses, banner)
    to_come = StatedDate("effective", date(2031, 7, 1), "1 July 2031", len(clauses) - 1)
    new = replace(found.new, clauses=clauses, dates=(*found.new.dates, to_come))
    assert "from the version" not in lede(replace(found, new=new), BARE).text


def test_the_day_of_an_update_is_told_beside_one_of_effect_in_a_part_of_the_page() -> None:
    """Both sides say when they were updated; from when a part of the new one applies is no version."""
    found = dated("2031-01-05", "2031-03-05")
    applies = StatedDate("effective", date(2031, 5, 1), "1 May 2031", 1)
    new = replace(found.new, dates=(*found.new.dates, applies))
    said = lede(replace(found, new=new), BARE).text
    assert "from the version of 5 January 2031 to that of 5 March 2031" in said


def test_of_two_printed_days_one_may_go() -> None:
    """A page carried an older copy of its text: then its date did not move to the one below."""
    found = dated("2031-01-05", "2031-03-05")
    copy = StatedDate("updated", date(2031, 3, 5), "5 March 2031", 1)
    old = replace(found.old, dates=(*found.old.dates, copy))
    told = lede(replace(found, old=old, findings=judged().findings), captured("2031-03-02", "2031-06-14"))
    assert "Of the two dates printed on it 5 January 2031 is gone, 5 March 2031 is left." in told.sentences
    assert "moved" not in told.text


def test_a_printed_date_that_stayed_is_told() -> None:
    """A silent change: words of substance changed under the same date."""
    told = lede(dated("2031-01-05", "2031-01-05"), captured("2031-03-02", "2031-06-14"))
    assert told.sentences[1] == "The printed date stays 5 January 2031."


def test_no_date_stayed_where_one_was_found_to_move() -> None:
    """The page prints one day in two lines, and another day in one of them went."""
    same = dated("2031-01-05", "2031-01-05")
    moved = replace(same, findings=judged().findings)
    assert any(one.category == "effective-date" for one in moved.findings)
    told = lede(moved, captured("2031-03-02", "2031-06-14")).text
    assert "stays" not in told
    assert told.endswith(" The printed date moved.")


def test_a_day_that_stayed_beside_a_month_that_moved_is_no_date_that_stayed() -> None:
    """Nothing is said of "Effective: 5 January 2031. Last updated: March 2031" that becomes "April 2031"."""
    found = dated("2031-01-05", "2031-01-05")
    months = (
        UnsureDate("updated", date(2031, month, 1), date(2031, month, 28), "March or April 2031")
        for month in (3, 4)
    )
    sides = (
        replace(side, unsure_dates=(month,))
        for side, month in zip((found.old, found.new), months, strict=True)
    )
    old, new = sides
    told = lede(replace(found, old=old, new=new), captured("2031-03-02", "2031-06-14"))
    assert "stays" not in told.text


def test_what_an_archive_knows_of_the_time_between() -> None:
    """A later sighting of the old text narrows the time; a long time without a record is told."""
    named = captured("2031-03-02", "2031-06-14")
    quiet = dated("2031-01-05", "2031-02-05")
    told = lede(quiet, named, Between(datetime(2031, 4, 1, tzinfo=UTC), captures=0))
    assert "between 1 April and 14 June 2031" in told.text
    assert told.sentences[-1] == "Nobody recorded this page in the 74 days between."
    assert "Nobody" not in lede(quiet, named, Between(captures=3)).text
    assert "Nobody" not in lede(quiet, named, Between(datetime(2031, 6, 10, tzinfo=UTC))).text
    assert "Nobody" not in lede(quiet, named).text  # nobody was asked


def test_other_verdicts() -> None:
    """Nothing is called a change of the policy that is none."""
    alike = replace(club(), findings=())
    for verdict, words in (
        ("identical", "reads the same in the captures of 2 March 2031 and 14 June 2031."),
        ("cosmetic", "changed in no word between 2 March and 14 June 2031: "),
        (
            "editorial",
            "changed between 2 March and 14 June 2031.",
        ),
    ):
        assert words in lede(replace(alike, verdict=verdict), SIDES).text  # type: ignore[arg-type]
    undated = CapturePair(CaptureInfo("old.html"), CaptureInfo("new.html"))
    assert "reads the same in both captures." in lede(replace(alike, verdict="identical"), undated).text
    assert lede(broken(), SIDES).text == (
        "The two captures of the “Fernleaf Readers’ Club: privacy” cannot be compared."
        " The new side is no good capture of a policy: The page is an error page."
    )


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"importance": 3}, " June 2031."),
        ({"importance": 2}, " June 2031."),
        ({"importance": 2, "weight": -24.0}, " June 2031; besides, links lead elsewhere."),
        ({"importance": 1}, " June 2031; besides, links lead elsewhere."),
    ],
)
def test_links_are_told_where_only_details_changed(how: Mapping[str, Any], said: str) -> None:
    """Beside what may matter to a reader's rights nobody asks how many links lead elsewhere."""
    one = found("We sell your list to the town.", "We sell your list to the shore.", **how)
    assert said in lede(replace(judged(), findings=(one,)), SIDES).text


NO_LONGER = "that can no longer be read in the newer capture (masked by the site)"
AGAIN = "that was masked in the older capture and can be read in the newer one"
MASKS = [
    (
        "Write to post@leaf.example.",
        "Write to [email protected].",
        f"an e-mail address {NO_LONGER}: post@leaf.example.",
    ),
    (
        "Write to [email protected].",
        "Write to post@leaf.example.",
        f"an e-mail address {AGAIN}: post@leaf.example.",
    ),
    (
        "Write to [email protected]leaf.example.",
        "Write to [email protected]",
        "what can be read of an e-mail address that the site masks in both captures: now “[email",
    ),
    (
        "Write to a@leaf.example, b@leaf.example.",
        "Write to [email protected], [email protected].",
        f"2 e-mail addresses {NO_LONGER}: a@leaf.example and b@leaf.example.",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), MASKS)
def test_where_only_masks_of_addresses_differ_that_is_said(old: str, new: str, said: str) -> None:
    """A network hides an address, or a recorder left more of one: no word of the policy changed."""
    told = lede(reworded(old, new), SIDES)
    assert f" only in {said}" in told.text
    assert not told.points


def test_a_mask_is_never_given_for_an_address() -> None:
    """Of a sentence that changed in other words, too."""
    told = lede(reworded("Members write to post@leaf.example.", "Guests write to [email protected]"), SIDES)
    [point] = told.points
    assert "[e-mail address, masked by the site]" in point.text
    assert "[email" not in point.text


def test_what_a_recorder_may_have_lost_is_told() -> None:
    """Words of links that fall out of sentences are perhaps no change of the policy."""
    lost = (*judged().reasons, Reason("links-lost", "In 4 places the words of a link fall out"))
    assert "In 4 places the words of a link fall out." in lede(replace(judged(), reasons=lost), SIDES).text


# --- whose document ------------------------------------------------------------------------------


def page(*texts: str, title: str = "Privacy Policy") -> Comparison:
    document = Document(tuple(Clause("paragraph", text) for text in texts), title=title, language="en")
    return replace(club(), old=document, new=document, diff=DocumentDiff(()), findings=())


def kept_as(platform: str) -> CapturePair:
    return captured("2031-03-02", "2031-06-14", f"{platform}/terms@2031-03-02T000000Z")


ARCHIVED = kept_as("lumio")


@pytest.mark.parametrize(
    ("comparison", "named", "owner"),
    [
        (page("Fernleaf Ltd. keeps your list. Write to us at post@fernleaf.example."), BARE, "Fernleaf"),
        (page("We Fernleaf Ltd. keep your list."), BARE, "Fernleaf"),
        (page("Fernleaf Limited Brightwater Limited keep your list."), BARE, "Fernleaf"),
        (page(*["We keep your list."] * 20, "We share it with Brightwater Ltd., which counts it."), BARE, ""),
        (page("Our representative in the Union is Brightwater Ltd., 1 Harbour Street."), BARE, ""),
        (
            page(
                "The Fernleaf Foundation reads it, at post@fernleaf.example.",
                *["The Fernleaf Foundation keeps it."] * 5,
                "Our representative in the Union is:",
                "Fernleaf Dev GmbH, 1 Harbour Street, post@fernleaf.example",
            ),
            BARE,
            "Fernleaf",
        ),
        (
            page(
                "Fernleaf takes the privacy of those who read and lend very seriously, now as before.",
                *["Fernleaf keeps it."] * 6,
                "This website uses the services of Brightwater Ltd. Write to dpo@brightwater.example.",
            ),
            BARE,
            "Fernleaf",
        ),
        (
            page(
                *["Fernleaf Inc. keeps it, and Fernleaf Inc. reads it. Write to post@fernleaf.example."],
                "Paid by: Brightwater Inc., dpo@brightwater.example, help@brightwater.example",
            ),
            BARE,
            "Fernleaf",
        ),
        (page("Brightwater Co (“we”, “us”) keeps it.", *["Ask Brightwater."] * 2), BARE, "Brightwater Co"),
        (page("We sit in 1 Harbour Street, Berlin, Germany (“we”).", *["Berlin."] * 2), BARE, ""),
        (page(*["Brightwater keeps it."] * 5, "Write to post@brightwater.example."), BARE, "Brightwater"),
        (page(*["Readers keep it."] * 5, "Write to post@brightwater.example."), BARE, ""),
        (page("We keep it."), ARCHIVED, "lumio"),
        (page("LUMIO Books keep it."), kept_as("lumio-books"), "LUMIO Books"),
        (page("We keep it."), kept_as("lumio-books"), ""),
        (page("LUMIO & Books keep it."), kept_as("lumio-books"), "LUMIO & Books"),
        (page("Buy at Q&Q every day."), kept_as("q-q"), "Q&Q"),
        (page("A q-q and a Q Q."), kept_as("q-q"), ""),
        (page("Here “this Privacy Policy” (“we”) is ours.", *["Privacy Policy."] * 3), BARE, ""),
        (page("Fernleaf Books Ltd. keeps it.", *["Fernleaf reads it."] * 5), BARE, "Fernleaf"),
        (page("Red Harbour Ltd. keeps it.", *["Red books are red to us."] * 5), BARE, "Red Harbour"),
        (page("Old Harbour Books Ltd. keeps it.", *["The OHB reads it."] * 15), BARE, "OHB"),
        (page("We keep it."), CapturePair(CaptureInfo(), CaptureInfo("", None, "https://www.lumio.example/p")),
         "lumio.example"),
        (page("We keep it."), BARE, ""),
        (page("Lumio.com LLC keeps it. Ask post@lumio.com.", *["Lumio.com is it."] * 3), BARE, "Lumio.com"),
        (page("Lumio.com LLC keeps LumioKids.com. Ask post@lumio.com.", *["LumioKids is it."] * 3), BARE, ""),
    ],
)  # fmt: skip
def test_an_owner_is_named_on_two_signs(comparison: Comparison, named: CapturePair, owner: str) -> None:
    """A company by its name and its mail or its first lines; recipients and representatives are no owners."""
    assert subject(comparison, named).owner == owner


def linking(said: str, *targets: str, often: int = 5) -> Comparison:
    """A page that says a name and leads to sites."""
    written = page(*[f"{said} keeps your list of books."] * often)
    links = tuple(Link("here", f"https://{target}.example/list", 0) for target in targets)
    first, *others = written.new.clauses
    document = replace(written.new, clauses=(replace(first, links=links), *others))
    return replace(written, old=document, new=document)


@pytest.mark.parametrize(
    ("comparison", "owner"),
    [
        (linking("Fernleaf", "www.fernleaf", "help.fernleaf", "lumora"), "Fernleaf"),
        (linking("FernLeaf.com", "www.fernleaf", "fernleaf"), "FernLeaf.com"),
        (linking("Fernleaf", "www.fernleaf", "lumora"), ""),  # one link is no sign
        (linking("Fernleaf", "fernleaf", "fernleaf", "lumora", "lumora"), "Fernleaf"),
        (linking("Fernleaf", "lumora", "lumora", "lumora", "fernleaf"), ""),
        (linking("Fernleaf", "lumora", "lumora", "lumora", "fernleaf", often=15), "Fernleaf"),
        (linking("Fernleaf", "fernleaf", "fernleaf", often=3), "Fernleaf"),
        (linking("Fernleaf", "fernleaf", "fernleaf", often=2), ""),
        (linking("fernleaf", "fernleaf", "fernleaf"), ""),  # may be a common word
    ],
)
def test_an_owner_is_named_by_the_site_that_its_links_lead_to(comparison: Comparison, owner: str) -> None:
    """Where the text begins with that name and says it often: partners have links, too."""
    assert subject(comparison, BARE).owner == owner


@pytest.mark.parametrize(
    ("title", "beginning"),
    [
        ("Privacy Policy", "Fernleaf’s “Privacy Policy” changed"),
        ("Fernleaf Privacy Policy", "The “Fernleaf Privacy Policy” changed"),
        ("xFern Privacy Policy", "The “xFern Privacy Policy” changed"),
        ("", "Fernleaf’s policy changed"),
        ("Fernleaf Ltd.", "Fernleaf’s policy changed"),
        ("Table of Contents", "Fernleaf’s policy changed"),
        ("1. Privacy at the shore", "Fernleaf’s “Privacy at the shore” changed"),
        ("PRIVACY", "Fernleaf’s policy changed"),
        ("About our Privacy Notice", "Fernleaf’s “Privacy Notice” changed"),
        ("Welcome to the Fernleaf Privacy Policy", "The “Fernleaf Privacy Policy” changed"),
        ("Let us read the whole Privacy Policy of Fernleaf.", "Fernleaf’s policy changed"),
        ("A club that keeps your privacy", "Fernleaf’s policy changed"),
        ("How this Fernleaf policy keeps your privacy", "The “How this Fernleaf policy keeps your privacy"),
    ],
)
def test_a_document_is_called_by_title_and_owner(title: str, beginning: str) -> None:
    """The owner stands before a title that does not name one."""
    written = page("Fernleaf Ltd. keeps your list. Write to post@fernleaf.example.", title=title)
    assert lede(written, BARE).text.startswith(beginning)


# --- what leads ----------------------------------------------------------------------------------


def found(old: str, new: str, **how: Any) -> Finding:
    """A finding of importance 3 with words on one side or on both."""
    before, now = (Quote(text, 1) if text else None for text in (old, new))
    known = Finding("sharing", "widened", 3, "", "It changed.", "any", before, now)
    return replace(known, **how)


def pointed(*findings: Finding) -> list[str]:
    """The points of a comparison with these findings, in which nothing else changed."""
    known = replace(judged(), findings=findings, diff=DocumentDiff(()))
    return [point.text for point in lede(known, SIDES).points]


def test_words_that_went_are_shown_beside_what_stayed() -> None:
    """A denial that was struck out is the news."""
    assert pointed(found("We do not sell it, and keep it dry.", "And keep it dry.")) == [
        "Changed: now “And keep it dry.”, before “We do not sell it, and keep it dry.”"
    ]


def test_the_first_statement_that_stands_alone_is_quoted() -> None:
    """No bullets, no introduction of a list, and nothing that points at what was said before."""
    quoted = (
        "We read it:",
        "We act on these signals.",
        "Every year the mayor sees who lends books to whom.",
    )
    statements = tuple(QuotedStatement(None, Quote(text, 14)) for text in quoted)
    told = pointed(found("", " • ".join(quoted), statements=statements))
    assert told == [f"New: “{quoted[2]}”", f"New: “{quoted[1]}”"]


@pytest.mark.parametrize(
    "weak",
    [
        "In these cases we may sell your list to the shops of the town every year.",
        "For instance, the shops of the town may learn what you read every year.",
    ],
)
def test_a_sentence_that_leans_stands_behind(weak: str) -> None:
    """What stands alone comes first."""
    alone = found("", "Your neighbours see which books lie beside your bed at night.", importance=2)
    first, second = pointed(found("", weak, importance=2, category="purpose"), alone)
    assert "beside your bed" in first
    assert weak in second


@pytest.mark.parametrize(
    "weak",
    [
        "“List” means every book that you have ever lent or wish to lend.",
        "Shops Of The Town That Buy.",
        "Books and shops",
    ],
)
def test_what_is_no_sentence_is_quoted_only_where_nothing_else_is(weak: str) -> None:
    """A definition, a heading set as text, the line of a list of contents."""
    scrap = found("", weak, importance=2, category="purpose")
    alone = found("", "Your neighbours see which books lie beside your bed at night.", importance=2)
    assert len(pointed(scrap, alone)) == 1
    assert pointed(scrap) == [f"New: “{weak}”"]


@pytest.mark.parametrize("importance", [1, 2])
def test_what_the_reader_doubts_is_told_behind_what_it_is_sure_of(importance: int) -> None:
    """As long as a quote is free, whatever its rank; it is counted nowhere."""
    detail = found("", "We answer from another house by the harbour.", importance=importance)
    news = found("", "We lend your list to the shops of the town every year.", importance=2)
    doubted = replace(detail, weight=-24.0)
    assert len(pointed(doubted)) == 1
    sure = replace(news, weight=-10.0)
    assert [point.split("“")[1][:7] for point in pointed(doubted, sure)] == ["We lend", "We answ"]
    more = [
        found("", f"We lend {what} to the {whom} every year.", importance=2, weight=-10.0)
        for what, whom in (("boats", "mayor of the town"), ("letters", "bakers by the sea"))
    ]
    assert len(pointed(doubted, sure, *more)) == 3
    assert not any("another house" in point for point in pointed(doubted, sure, *more))


def test_each_statement_of_a_finding_has_its_own_weight() -> None:
    """What a finding tells second may lead before the first statement of another, or be left out."""
    said = (
        "We lend your list to the shops of the town every year.",
        "We read your notes to find what you lack.",
        "We keep the lamp of the harbour lit at night.",
    )
    statements = tuple(
        QuotedStatement(None, Quote(text, 14), weight)
        for text, weight in zip(said, (4.0, 2.0, -30.0), strict=True)
    )
    one = replace(found("", said[0], importance=2), statements=statements, weight=4.0)
    other = replace(found("", "We weigh each letter before we send it on.", importance=2), weight=-9.0)
    quoted = pointed(one, other)
    assert len(quoted) == 3
    assert not any(said[2] in each for each in quoted)


def reworded(old: str, new: str) -> Comparison:
    """A comparison of two pages of one clause, in which nothing of substance was found."""
    side = judged().old
    olds, news = (replace(side, clauses=(Clause("paragraph", text),), dates=()) for text in (old, new))
    change = Change("reworded", (0,), (0,), text_edits(old, new))
    return replace(
        judged(), old=olds, new=news, diff=DocumentDiff((change,)), findings=(), verdict="editorial"
    )


def test_few_changes_of_words_are_quoted() -> None:
    """Where nothing of substance changed and a lede can hold all that did."""
    old, new = "We bake the bread of the town at night.", "We bake all bread of the town by night."
    told = lede(reworded(old, new), SIDES)
    assert [one.text for one in told.points] == [f"Changed: now “{new}”, before “{old}”"]


def test_a_link_that_came_or_went_is_told_by_its_words() -> None:
    """Where it leads or led, with the sentence in which it stands."""
    gone = found("Object here.", "Object here.", link_old="https://a.example/form")
    assert pointed(gone) == ["Link gone: “Object here.”, it led to https://a.example/form"]
    came = found("Object here.", "Object here.", link_new="https://a.example/form")
    assert pointed(came) == ["New link: “Object here.”, it leads to https://a.example/form"]


def test_an_announcement_is_called_one() -> None:
    """A strip above the page speaks of the policy, and is not part of it."""
    both = judged()
    place = next(n for n, one in enumerate(both.new.clauses) if one.text.startswith("A program learns"))
    clauses = list(both.new.clauses)
    clauses[place] = replace(clauses[place], announcement=True)
    announced = replace(both, new=replace(both.new, clauses=tuple(clauses)))
    told = [point.text for point in lede(announced, SIDES).points]
    assert "New, in an announcement on the page: “A program learns from your notes to suggest books.”" in told


def test_a_renamed_document_is_told() -> None:
    """Whom it is for may stand in its name alone."""
    both = reworded("We keep it.", "We keep all of it.")
    old, new = (replace(side, title=title) for side, title in (
        (both.old, "Privacy Notice of Fernleaf for Lenders"), (both.new, "Privacy Notice of Fernleaf")
    ))  # fmt: skip
    told = lede(replace(both, old=old, new=new), SIDES)
    assert "Before, it was called “Privacy Notice of Fernleaf for Lenders”." in told.sentences
    dated = replace(both, old=replace(old, title="Privacy Notice of Fernleaf 2030"), new=new)
    assert "called" not in lede(dated, SIDES).text
    bare = replace(both, old=old, new=replace(new, title=""))
    assert "Its title is gone." in lede(bare, SIDES).sentences
    line = Clause("paragraph", old.title)
    moved = replace(bare, new=replace(bare.new, clauses=(*bare.new.clauses, line)))
    assert "Its title is gone." not in lede(moved, SIDES).sentences


def test_two_links_that_were_led_elsewhere_alike_are_one_point() -> None:
    """The form moved, and with it every link to it."""
    led = {"link_old": "https://a.example/form", "link_new": "https://a.example/desk", "category": "opt-out"}
    told = pointed(found("Object here.", "Object here.", **led), found("Write to us.", "Write to us.", **led))
    assert len(told) == 1


def test_a_link_whose_sentence_went_is_no_link_that_went() -> None:
    """The word "here" stands in another sentence of the paragraph too, and that one never led there."""
    gone = "To leave the lists of the harbour for good you click here."
    other = "Here we tell what shops may read of your notes."
    one = found(gone, other, link_old="https://a.example/leave", category="opt-out", importance=2)
    assert not pointed(one)


# --- quotes --------------------------------------------------------------------------------------


def test_the_other_side_is_cut_down_to_what_changed() -> None:
    """Unchanged words far from it give way to an ellipsis, between clauses where one ends near."""
    begin, far = "We lend your list, if asked, to readers of ", "the shore, the town and the hill "
    behind = " of books, by night and by day, in all weathers that the harbour has seen"
    edits = (
        Edit("equal", begin + far, begin + far), Edit("delete", "for money", ""),
        Edit("insert", "", "for goods"), Edit("equal", behind, behind),
    )  # fmt: skip
    assert quotes.beside_edits(edits, "delete") == (
        "… the town and the hill for money of books, by night and by day, …"
    )


def test_a_side_without_words_near_a_change_is_no_quote() -> None:
    """Where only the end of a long sentence went, the other side would be an ellipsis alone."""
    kept = "Otherwise we ask for your consent first"
    edits = Edit("equal", f"{kept}.", f"{kept}."), Edit("delete", " 5. Rooms", "")
    assert quotes.beside_edits(edits, "insert") != "…"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We keep logs 1.5 years, archives 1,000 days.", "We keep logs 2.5 years, archives 10,000 days."),
        ("We keep third-party data for 1,234,567 days.", "We keep first-party data for 1,234,568 days."),
        ("Nobody reads (or sells) your list of books.", "Nobody reads (or lends) your list of books."),
    ],
)  # fmt: skip
def test_a_quote_is_spelled_as_the_policy_spells_it(old: str, new: str) -> None:
    """Numbers stay whole, and no blank comes between what changed and the rest of its word."""
    edits = text_edits(old, new)
    assert quotes.beside_edits(edits, "delete") == old


@given(comparison=comparisons(), named=sides)
def test_any_comparison_has_a_short_lede(comparison: Comparison, named: CapturePair) -> None:
    """One to three sentences, three quotes at most, on one line each, whatever a page says."""
    told = lede(comparison, named, Between())
    assert 1 <= len(told.sentences) <= 3
    assert len(told.points) <= 3
    for text in (*told.sentences, *(point.text for point in told.points)):
        assert text.strip()
        assert "\n" not in text
