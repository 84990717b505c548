"""Since when a policy says something: Presence in, a report out. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from policydiff.models import CATEGORY_TRAITS
from policydiff.report import days, wording
from policydiff.report.blocks import Card, Heading, Paragraph, Point, Points, Report
from policydiff.report.side_names import day
from policydiff.report.subject import series_title
from policydiff.report.timelines import label, passed_over, recorders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.history_models import Presence, PresenceRun, Sighting
    from policydiff.report.blocks import ReportBlock


_BY_READER = "A trained reader finds what a text states; a denial does not count."
QuestionKind = Literal["pattern", "words", "finding", "link"]
"""How a question was meant: as a regular expression, as plain words, as a category of findings, as words or
the address of a link."""


def report(
    presence: Presence,
    asked: QuestionKind,
    *,
    command: tuple[str, ...] = ("policydiff",),
    platform: str = "",
) -> Report:
    """An answer as a text of paragraphs and entries.

    Args:
        presence: the answer.
        asked: how the question was meant.
        command: how a reader calls the program, with the archive where that must be named, in pieces.
        platform: what people call the platform, "" where nobody knows.
    """
    category = presence.asked if asked == "finding" else ""
    question = next(
        (traits.name for one, traits in CATEGORY_TRAITS.items() if one == category), f"“{presence.asked}”"
    )
    return Report(
        f"{series_title(presence.series, platform)}: since when does it say {question}?",
        tuple(_blocks(presence, question, command, category)),
    )


def _blocks(
    presence: Presence, question: str, command: tuple[str, ...], category: str
) -> Iterator[ReportBlock]:
    yield Paragraph(f"{question} in {presence.series}: {_answer(presence)}.", strong=True)
    looked_at = [_looked_at(presence), *([_BY_READER] if category else []), *recorders(presence.recorded_by)]
    yield Paragraph(" ".join(looked_at))
    for number, run in enumerate(presence.runs, 1):
        yield _stretch(presence, number, run, command, category)
    if presence.passed_over:
        yield Heading("Passed over, and not asked")
        yield Points(tuple(Point(line) for line in passed_over(presence.passed_over)))


def _answer(presence: Presence) -> str:
    """The answer in a few words."""
    if not presence.runs:
        return "never found"
    if len(presence.runs) > 1:
        return f"in {len(presence.runs)} stretches of time"
    run = presence.runs[0]
    if run.not_before is None:
        begun = "from the first good capture on"
    elif _new_variant(presence, run):
        begun = f"first seen on {day(run.first.at)}"
    else:
        begun = f"first said {days.bracket(run.not_before.at, run.first.at)}"
    if run.ended_by is not None:
        begun += f", gone {days.bracket(run.last.at, run.ended_by.at)}"
    return f"{begun}{_break(run)}"


def _break(run: PresenceRun) -> str:
    """When it was missing in between, "" if it never was: a page that went back to an older text has it
    again, and `log` tells that it was gone."""
    if len(run.without) > 1:
        return f"; missing {len(run.without)} times in between"
    return "".join(f"; missing {days.stretch(first.at, last.at)}" for first, last in run.without)


def _looked_at(presence: Presence) -> str:
    passed = sum(one.sightings for one in presence.passed_over)
    answer = "No good capture could be asked"
    if presence.first and presence.last:
        asked = wording.count(presence.sightings - passed, "good capture")
        answer = f"Asked: {asked}, {days.stretch(presence.first.at, presence.last.at)} (UTC)"
    return f"{answer}; {passed:,} passed over." if passed else f"{answer}."


def _stretch(
    presence: Presence, number: int, run: PresenceRun, command: tuple[str, ...], category: str
) -> Card:
    compare = (*command, "compare", *([f"--only {category}"] if category else []))
    pairs = (pair for pair in (run.came, run.went) if pair)
    commands = ((*compare, old.snapshot, new.snapshot) for old, new in pairs)
    return Card(
        f"{number}. {days.stretch(run.first.at, run.last.at)}",
        tuple(_facts(presence, run)),
        quotes=tuple(_quotes(run)),
        commands=tuple(commands),
    )


def _facts(presence: Presence, run: PresenceRun) -> Iterator[str]:
    yield beginning(presence, run)
    yield _end(presence, run)
    variants = [label(presence.variants, place) for place in run.variants]
    if any(variants) and len(variants) < len(presence.variants):
        yield f"Said in {_joined(variants)} only, of {len(presence.variants)} variants."
    for first, last in run.without:
        yield f"In between, {days.stretch(first.at, last.at)}, only texts without it were seen."


def beginning(presence: Presence, run: PresenceRun) -> str:
    """Since when a stretch lasts, and what is known of the time before it."""
    first = f"First seen on {day(run.first.at)}"
    if run.not_before is None:
        return f"{first}, in the first good capture: the archive cannot show since when."
    variant = _new_variant(presence, run)
    if variant:
        return (
            f"{first}, in the first capture of {variant}: the archive cannot show since when it says so."
            f" Other captures, until {day(run.not_before.at)}, are without it."
        )
    return f"{first}, {last_without(run.first, run.not_before)}."


def last_without(first: Sighting, before: Sighting) -> str:
    """When it was last seen without what was first seen then."""
    if day(before.at) == day(first.at):
        return "last seen without it earlier that day"
    return f"last seen without it on {day(before.at)}"


def _new_variant(presence: Presence, run: PresenceRun) -> str:
    """The variant whose first capture begins the stretch, "" if there is none: nothing came before it."""
    for place, variant in enumerate(presence.variants):
        if variant.first.snapshot == run.first.snapshot and variant.first.at == run.first.at:
            return label(presence.variants, place)
    return ""


def _end(presence: Presence, run: PresenceRun) -> str:
    last = f"Last seen on {day(run.last.at)}"
    if run.ended_by is not None:
        return f"{last}, gone on {day(run.ended_by.at)}."
    if presence.last is None or run.last.at >= presence.last.at:
        return f"Still there in the last good capture, of {day(run.last.at)}."
    until = day(presence.last.at)
    return f"{last}; later captures, until {until}, are of other variants, and none shows that it ended."


def _quotes(run: PresenceRun) -> Iterator[tuple[str, str]]:
    if run.quote_first:
        yield day(run.first.at), run.quote_first
    if run.quote_last and run.quote_last != run.quote_first:
        yield day(run.last.at), run.quote_last


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
