"""The ways out of a document: OptOuts in, a report out. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report import days, wording
from policydiff.report.blocks import QUOTE, Card, Heading, Paragraph, Point, Points, Report
from policydiff.report.characters import clipped
from policydiff.report.side_names import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.optout_models import (
        AddressRecord,
        Event,
        OptOuts,
        Right,
        Stretch,
        TextObstacle,
        Way,
        WayRecord,
    )
    from policydiff.report.blocks import ReportBlock

TITLES: dict[Right, str] = {
    "object": "Object",
    "opt-out": "Opt out",
    "withdraw": "Withdraw consent",
    "choose": "Choose in settings",
    "delete": "Have data deleted",
    "complain": "Complain",
    "ask": "Ask, and use other rights",
}
STATES = {
    "works": "works",
    "needs-login": "needs a login",
    "demands-reason": "demands a reason",
    "demands-proof": "demands a proof",
    "leads-elsewhere": "leads elsewhere",
    "dead": "dead",
    "cannot-tell": "cannot tell",
}
_HEADINGS = 120
_BEGINNING = 0.005
"""Share of the document's words up to which a way is at its beginning."""
_GET_ONLY = (
    "Pages were asked for, and nothing was sent or pressed: that a form answers does not show that"
    " somebody reads what is sent by it."
)


def report(optouts: OptOuts, *, live: bool = False, command: tuple[str, ...] = ("policydiff",)) -> Report:
    """The ways out of a document as a text of paragraphs and entries.

    Args:
        optouts: the ways out.
        live: whether their addresses were just opened.
        command: how a reader calls the program, with the archive where that must be named, in pieces.
    """
    return Report(f"{optouts.subject}: the ways out", tuple(_blocks(optouts, live=live, command=command)))


def _blocks(optouts: OptOuts, *, live: bool, command: tuple[str, ...]) -> Iterator[ReportBlock]:
    standing = [one for one in optouts.records if not one.story.gone]
    gone = [one for one in optouts.records if one.story.gone]
    yield Paragraph(_summary(optouts, len(standing), len(gone)), strong=True)
    if optouts.first and optouts.last and optouts.captures > 1:
        span = days.stretch(optouts.first, optouts.last)
        yield Paragraph(f"Read: {wording.count(optouts.captures, 'good capture')}, {span} (UTC).")
    if live:
        yield Paragraph(_GET_ONLY)
    notes = list(_notes(optouts))
    if notes:
        yield Points(tuple(Point(line) for line in notes))
    rights = [
        (title, [one for one in standing if one.story.way.right == right]) for right, title in TITLES.items()
    ]
    number = 0
    seen: dict[str, int] = {}
    for title, records in [*rights, ("No longer there", gone)]:
        if records:
            yield Heading(title)
        for record in records:
            number += 1
            yield _card(optouts, number, record, seen, command)
            for address in record.addresses:
                seen.setdefault(address.target, number)
    if optouts.rules:
        yield from _law(optouts)


def _summary(optouts: OptOuts, standing: int, gone: int) -> str:
    if not standing and not gone:
        return f"{optouts.subject} names no way out: no link and no address for using a right."
    ended = f"; {gone} more {'is' if gone == 1 else 'are'} no longer there" if gone else ""
    return f"{optouts.subject} names {wording.count(standing, 'way')} out{ended}."


def _notes(optouts: OptOuts) -> Iterator[str]:
    yield from optouts.notes
    if optouts.not_asked:
        yield f"{optouts.not_asked} addresses were too many and not looked at."
    for other in optouts.variants:
        without = f"no way was found there to: {_acts(other.without)}" if other.without else ""
        beside = f"a way that is not here, to: {_acts(other.beside)}" if other.beside else ""
        compared = "; ".join(filter(None, (without, beside))) or "ways for the same rights"
        yield f"Beside it {other.snapshot}, last seen on {day(other.at)}: {compared}."


def _acts(rights: Sequence[Right]) -> str:
    return ", ".join(TITLES[right][0].lower() + TITLES[right][1:] for right in rights)


def _card(
    optouts: OptOuts, number: int, record: WayRecord, seen: Mapping[str, int], command: tuple[str, ...]
) -> Card:
    """A way as an entry.

    Args:
        optouts: the ways out that it belongs to.
        number: its place in the report.
        record: the way.
        seen: addresses whose answers were shown before, with the number of the entry.
        command: how a reader calls the program.
    """
    way, story = record.story.way, record.story
    timed = optouts.captures > 1
    facts = [f"Leads to: {way.target}", _place(way)]
    if way.audience:
        facts.append(f"For: {', '.join(way.audience)}.")
    if timed:
        facts.append(_since(record))
    titles = {rule.code: rule.title for rule in optouts.rules}
    facts += [_text_obstacle(one, titles, timed=timed) for one in story.in_text]
    points = [Point(_event(event)) for event in story.events]
    for address in reversed(record.addresses):
        now = address.target == way.target
        if address.target in seen:
            points.append(
                Point(
                    f"{'' if now else f'{address.target}: '}What answers there: see {seen[address.target]}."
                )
            )
        else:
            points += [Point(line) for line in _answers(address, titles, now=now)]
    commands = [
        (*command, "compare", event.old, event.new) for event in story.events if event.what == "swapped"
    ]
    return Card(
        f"{number}. “{clipped(way.anchor, 100)}”: {_state(record)}",
        tuple(facts),
        tuple(points),
        quotes=(("The sentence", clipped(way.sentence, QUOTE)),),
        commands=tuple(commands),
    )


def _text_obstacle(one: TextObstacle, titles: dict[str, str], *, timed: bool) -> str:
    title = titles.get(one.obstacle.code, one.obstacle.code)
    when = f", {days.stretch(one.first, one.last)}" if timed else ""
    begun = "Obstacle, no longer there" if one.over else "Obstacle"
    return f"{begun}: {title} ({one.obstacle.evidence}{when})."


def _state(record: WayRecord) -> str:
    """The last word on a way."""
    if record.story.gone:
        return "gone"
    address = record.addresses[0]
    if not address.stretches:
        scheme = address.target.partition(":")[0]
        return {"mailto": "address of mail", "tel": "telephone number"}.get(scheme, "not looked at")
    last = address.stretches[-1]
    since = f" since {day(last.first)}" if address.stretches[1:] else ""
    return f"{STATES[last.verdict.state]}{since}"


def _place(way: Way) -> str:
    above = clipped(" > ".join(way.path), _HEADINGS)
    where = f"Stands under {above}, " if above else "Stands "
    ease = f"; reading ease of its sentence {way.ease} of 100" if way.ease is not None else ""
    place = f"behind {way.depth:.0%} of the words" if way.depth >= _BEGINNING else "at the beginning"
    return f"{where}{place}{ease}."


def _since(record: WayRecord) -> str:
    story = record.story
    if story.not_before is None:
        begun = f"There from the first good capture on ({day(story.first)})"
    else:
        begun = f"First seen {days.bracket(story.not_before, story.first)}"
    return f"{begun}, last seen on {day(story.last)}."


_HAPPENED = {
    "moved": "Moved",
    "reworded": "Its sentence was reworded",
    "gone": "Taken away",
    "back": "Put back",
}


def _event(event: Event) -> str:
    when = days.bracket(event.after, event.at)
    if event.what == "swapped":
        words = "" if event.worded else ", and no word of its sentence changed"
        return f"Swapped {when}: from {event.was} to {event.became}{words}."
    if event.what == "moved":
        before, now = (clipped(one, _HEADINGS) or "the beginning" for one in (event.was, event.became))
        return f"Moved {when}: from {before} to {now}."
    return f"{_HAPPENED[event.what]} {when}."


def _answers(address: AddressRecord, titles: dict[str, str], *, now: bool) -> Iterator[str]:
    """What was seen at an address, oldest first."""
    where = "" if now else f"{address.target}: "
    if address.unasked:
        yield f"{where}{address.unasked}."
    elif not address.stretches:
        yield f"{where}Nobody looked there: --live does."
    for stretch in address.stretches:
        yield f"{where}{_answer(stretch, titles)}"


def _answer(stretch: Stretch, titles: dict[str, str]) -> str:
    """The answers in one stretch of time, in sentences; an obstacle in the verdict is not repeated."""
    verdict = stretch.verdict
    pages = f", after {verdict.steps} pages" if verdict.steps > 1 else ""
    span = days.stretch(stretch.first, stretch.last)
    sentences = [f"{span}{pages}, {STATES[verdict.state]}: {verdict.because}"]
    for one in verdict.obstacles:
        if one.evidence not in verdict.because:
            title = titles.get(one.code, one.code)
            sentences.append(f"{title[0].upper()}{title[1:]}: {one.evidence}")
    sentences.append(f"Evidence: {stretch.evidence}")
    return " ".join(one if one.endswith(".”") else f"{one}." for one in sentences)


def _law(optouts: OptOuts) -> Iterator[ReportBlock]:
    yield Heading("What is measured, and what the law says")
    yield Paragraph(
        "The measure is this program's; finding it is no breach of a law, and which law applies depends on"
        " who asks for what, and where. The law is given in short: read it at its source."
    )
    for rule in optouts.rules:
        yield Card(
            rule.title[0].upper() + rule.title[1:],
            (f"Measured: {rule.measure}",),
            tuple(Point(f"{law.says} ({law.source})", "Bears on it") for law in rule.law),
        )
