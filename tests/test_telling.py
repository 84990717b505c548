"""Sentences about findings read as people write, and say no more than the words."""

from __future__ import annotations

from typing import get_args

import pytest

from policydiff.findings import telling
from policydiff.models import Category, Direction
from tests.findings import LANGUAGES, compared

TOLD: tuple[tuple[Category, Direction, str, str], ...] = (
    ("ai-training", "added", "personal data", "A new statement speaks of training or improving AI."),
    ("ai-training", "added", "adults, content, public content",
     "A new statement speaks of training or improving AI: public content, of adults."),
    ("ai-training", "added", "adults", "A new statement speaks of training or improving AI: data of adults."),
    ("ai-training", "narrowed", "denial: messages, voice",
     "A new statement rules something out on training or improving AI: messages and voice or audio."),
    ("ai-training", "removed", "denial: personal data",
     "A statement that ruled something out on training or improving AI is gone."),
    ("opt-out", "added", "object", "A new statement speaks of a way to object."),
    ("rights", "removed", "any, exercise", "A statement on how to make a request is gone."),
    ("purpose", "added", "advertising", "A new statement names a purpose: advertising."),
    ("purpose", "added", "advertising, research",
     "A new statement names purposes: advertising and research."),
    ("purpose", "widened", "messages for advertising",
     "The policy goes further on which data is used for what: messages, for advertising."),
    ("purpose", "widened", "safety, messages for safety, research",
     "The policy goes further on which data is used for what: messages, for safety and research."),
    ("purpose", "widened", "messages for research, posts for research",
     "The policy goes further on which data is used for what: messages and posts, for research."),
    ("ai-training", "changed", "announced -> in force",
     "A new statement speaks of training or improving AI as in force, no longer as announced."),
    ("retention", "changed", "6 months -> 18 months",
     "How long data is kept changed from 6 months to 18 months."),
    ("retention", "changed", "1 year -> 3 years", "How long data is kept changed from 1 year to 3 years."),
    ("retention", "added", "2 years", "A new statement says how long data is kept: 2 years."),
    ("retention", "changed", "no period -> 30 days",
     "How long data is kept is now stated where it was not: 30 days."),
    ("legal-basis", "changed", "consent -> legitimate interests",
     "The legal basis for using data changed from consent to legitimate interests."),
    ("controller-contact", "added", "representative", "A new statement names a representative."),
    ("security", "added", "quantum", "A new statement speaks of how data is protected: quantum."),
)  # fmt: skip
ACCUSING = ("secret", "hid", "quiet", "sneak", "steal", "spy", "silent", "abus", "exploit")


@pytest.mark.parametrize(("category", "direction", "detail", "sentence"), TOLD)
def test_sentence(category: Category, direction: Direction, detail: str, sentence: str) -> None:
    """Category, direction and detail give one sentence that a reporter may quote."""
    assert telling.sentence(category, direction, detail) == sentence


@pytest.mark.parametrize("category", get_args(Category))
@pytest.mark.parametrize("direction", get_args(Direction))
@pytest.mark.parametrize("detail", ["", "content", "denial: content", "a -> b", "content for research"])
def test_every_claim_has_a_plain_sentence(category: Category, direction: Direction, detail: str) -> None:
    """Whatever a rule claims: one sentence, ended, without a hole in it or a word of blame."""
    told = telling.sentence(category, direction, detail)
    assert told[0].isupper()
    assert told.endswith(".")
    assert not any(hole in told for hole in ("{", "  ", ": .", "denial", "->", ", ."))
    assert not any(word in told.casefold() for word in ACCUSING)


def test_a_date_is_told_as_people_write_it() -> None:
    """Days have their months by name; a day that no calendar has stays as printed."""
    assert telling.printed_date("2023-02-24", "2023-04-10") == (
        "The printed date moved from 24 February 2023 to 10 April 2023."
    )
    assert telling.printed_date("2023-02-31", "2023-04-10").startswith(
        "The printed date moved from 2023-02-31"
    )


def test_the_same_change_is_told_in_english_in_every_language() -> None:
    """A period that changed in four languages gives one sentence."""
    texts = {
        "en": "We keep your notes for {} months after you close your account.",
        "fr": "Nous conservons vos notes pendant {} mois après la fermeture de votre compte.",
        "de": "Wir speichern deine Notizen {} Monate lang, nachdem du dein Konto geschlossen hast.",
        "es": "Conservamos tus notas durante {} meses después de que cierres tu cuenta.",
    }
    told = {
        language: [f.sentence for f in compared(text.format(6), text.format(18), language).findings]
        for language, text in texts.items()
    }
    expected = ["How long data is kept changed from 6 months to 18 months."]
    assert told == dict.fromkeys(LANGUAGES, expected)
