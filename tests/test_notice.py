"""Days of effect, notice, and sentences that do no more than tell of an update."""

from __future__ import annotations

from datetime import date

import pytest

from policydiff import notice
from policydiff.models import Clause, DateRole, Document, StatedDate

SEEN = date(2031, 9, 18)


def page(*texts: str, language: str = "en", dates: tuple[tuple[DateRole, date], ...] = ()) -> Document:
    """A document of these paragraphs that states these dates of itself."""
    stated = tuple(StatedDate(role, day, day.isoformat()) for role, day in dates)
    return Document(tuple(Clause("paragraph", text) for text in texts), language=language, dates=stated)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 3 November we are updating our terms and policies.", date(2031, 11, 3)),
        ("We're updating our privacy policy. The updates go into effect on April 7, 2032.", date(2032, 4, 7)),
        ("Our privacy policy is changing. These changes take effect on April 7, 2032.", date(2032, 4, 7)),
        ("On January 9 we will replace this notice: changes are marked.", date(2032, 1, 9)),
        ("Am 1. November ändern wir unsere Datenschutzerklärung.", date(2031, 11, 1)),
        ("Ab dem 1. März 2032 gilt eine neue Fassung dieser Datenschutzhinweise.", date(2032, 3, 1)),
        ("Le 5 octobre, nous mettons à jour notre politique de confidentialité.", date(2031, 10, 5)),
        ("El 5 de octubre actualizaremos nuestra política de privacidad.", date(2031, 10, 5)),
        ("You can object until 3 November to the changes of our policy.", None),
        ("Before 3 November 2031 our policy was changing often.", None),
        ("On 3 November we open a new office.", None),
        ("Our terms may 5 times a year be changing.", None),
        ("On 3 August we are updating our terms.", None),
        ("Our policy is changing on 31 February.", None),
    ],
)
def test_the_day_that_an_announcement_names(text: str, day: date | None) -> None:
    """A sentence that speaks of a change of the document, and of a day; without its year the next one."""
    found = notice.days(page(text), SEEN)
    assert found == ({day} if day else set())


def test_the_day_of_effect_is_the_first_ahead_and_else_the_last_that_came() -> None:
    """Whoever prints a day ahead announces, whatever the page calls it; "updated" behind is none."""
    past, ahead, later = date(2031, 1, 1), date(2031, 11, 3), date(2032, 5, 1)
    both = page("x", dates=(("effective", past), ("effective", date(2030, 1, 1)), ("updated", SEEN)))
    assert notice.effective(both, SEEN) == past
    assert notice.effective(page("x", dates=(("effective", past), ("updated", ahead))), SEEN) == ahead
    assert (
        notice.effective(page("Our policy changes on 1 May 2032.", dates=(("effective", ahead),)), SEEN)
        == ahead
    )
    assert notice.effective(page("Our policy changes on 1 May 2032."), SEEN) == later
    assert notice.effective(page("x"), SEEN) is None


def test_notice_is_counted_from_the_day_on_which_it_was_seen() -> None:
    """Forty-six days; a day in force before it was seen; none where the day is not new."""
    day = date(2031, 11, 3)
    assert notice.notice((), day, SEEN) == 46
    assert notice.notice((), date(2031, 9, 15), SEEN) == -3
    assert notice.notice((day,), day, SEEN) is None
    assert notice.notice((), None, SEEN) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "We updated our Privacy Policy on 16 June 2031.",
        "Policy updated on Jul 23, 2031.",
        "Policy update We changed this notice in May.",
        "Our terms have recently been revised.",
        "View our previous policy.",
        "See previous versions",
        "This page is the updated policy; for the version in force until 5 May 2031, click here.",
        "Please take a look before the changes take effect on 5 May 2031.",
        "Read the updated notice",
        "What's new",
        "Wir haben unsere Datenschutzerklärung am 5. Mai 2031 aktualisiert.",
        "Nous avons mis à jour notre politique de confidentialité.",
        "Hemos actualizado nuestra política de privacidad.",
    ],
)
def test_what_only_tells_of_an_update(sentence: str) -> None:
    assert notice.announces_only(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We changed how long we keep your data.",
        "We updated our policy, and by continuing to use the club you agree to it.",
        "We may have updated this notice since you last read it.",
        "If we have changed this policy, we will tell you by mail.",
        "We no longer train programs on your notes.",
        "See our cookie notice.",
        "Please take a look before you send your notes to a partner.",
        "This is the updated list of partners.",
        "You can read more in our terms.",
        "View your previous orders and the policy of your insurance.",
        "Your address was changed under this policy.",
        "Wir haben unsere Datenschutzerklärung aktualisiert, wenn Sie dies lesen.",
    ],
)
def test_what_says_more_than_that(sentence: str) -> None:
    """It would be swallowed with the telling: a promise, a condition, another page."""
    assert not notice.announces_only(sentence)
