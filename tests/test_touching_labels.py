"""Labels that stand right beside one another in the page, and words of which a part is marked."""

from __future__ import annotations

import pytest

from tests.pages import PROSE, RIGHTS, texts


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("<span>8 min read</span><span>Effective 3 May 2024</span>", "8 min read Effective 3 May 2024"),
        ("<span>Version 4</span><span>12 pages</span>", "Version 4 12 pages"),
        ("<span>Statistics</span><span>Statistics</span>", "Statistics Statistics"),
        ("<span>Name</span><span>Lumenpost Limited</span>", "Name Lumenpost Limited"),
    ],
)
def test_labels_side_by_side_are_words_of_their_own(row: str, seen: str) -> None:
    """A style sets them apart, no blank does."""
    assert seen in texts(f"<h1>Privacy Policy</h1>{PROSE}<div>{row}</div><p>{RIGHTS}</p>")


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        (
            "<div><span>T</span><span>his policy is short and says little.</span></div>",
            "This policy is short and says little.",
        ),
        ("<div><span>person</span><span>al data</span></div>", "personal data"),
        ("<div><span>Lumen</span><span>Post</span></div>", "LumenPost"),
        ("<p><span>Lumenpost e</span><span>ID Card</span></p>", "Lumenpost eID Card"),
        ("<div><span>We ask </span><span>You answer</span></div>", "We ask You answer"),
        ("<div>Rule <span>1</span><span>2 applies</span></div>", "Rule 12 applies"),
    ],
)
def test_a_word_of_which_a_part_is_marked_stays_whole(marked: str, seen: str) -> None:
    """It goes on in small letters, has no blank near by, or stands in a paragraph."""
    assert seen in texts(f"<h1>Privacy Policy</h1>{PROSE}{marked}<p>{RIGHTS}</p>")


@pytest.mark.parametrize(
    "aside",
    [
        "<aside><p>Last updated: 3 May 2024</p></aside>",
        '<div class="sidebar"><p>Valid from 3 May 2024</p></div>',
    ],
)
def test_the_day_in_an_aside_stays(aside: str) -> None:
    """It is the day of the text, where the aside leads nowhere."""
    found = texts(f"<h1>Privacy Policy</h1>{aside}{PROSE}")
    assert found[1].endswith("3 May 2024")
    assert (
        len(texts(f"<h1>Privacy Policy</h1>{aside.replace('</p>', '<a href=/b>Blog</a></p>')}{PROSE}"))
        == len(found) - 1
    )
