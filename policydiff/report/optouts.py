"""The ways out of a document as a reader is told them: OptOuts in, a report out. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report import days, wording
from policydiff.report.blocks import QUOTE, Card, Heading, Paragraph, Point, Points, Report
from policydiff.report.captures import day
from policydiff.report.characters import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.optout_models import AddressRecord, Event, OptOuts, Right, Stretch, Way, WayRecord
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
_GET_ONLY = (
    "Pages were asked for, and nothing was sent or pressed: that a form answers does not show that"
    " somebody reads what is sent by it."
)


def report(told: OptOuts, *, live: bool = False, command: tuple[str, ...] = ("policydiff",)) -> Report:
    """The ways out of a document as a text of paragraphs and entries.

    Args:
        told: what is told.
        live: whether somebody just looked where they lead.
        command: how a reader calls the program, with the archive where that must be named, in pieces.
    """
    return Report(f"{told.subject}: the ways out", tuple(_blocks(told, live=live, command=command)))


def _blocks(told: OptOuts, *, live: bool, command: tuple[str, ...]) -> Iterator[ReportBlock]:
    standing = [one for one in told.records if not one.story.gone]
    gone = [one for one in told.records if one.story.gone]
    yield Paragraph(_summary(told, len(standing), len(gone)), strong=True)
    if told.first and told.last and told.captures > 1:
        span = days.stretch(told.first, told.last)
        yield Paragraph(f"Read: {wording.count(told.captures, 'good capture')}, {span} (UTC).")
    if live:
        yield Paragraph(_GET_ONLY)
    if told.told or told.not_asked:
        more = [f"{told.not_asked} addresses were too many and not looked at."] if told.not_asked else []
        yield Points(tuple(Point(line) for line in (*told.told, *more)))
    number = 0
    for right, title in TITLES.items():
        records = [one for one in standing if one.story.way.right == right]
        if records:
            yield Heading(title)
        for record in records:
            number += 1
            yield _card(told, number, record, command)
    if gone:
        yield Heading("No longer there")
    for record in gone:
        number += 1
        yield _card(told, number, record, command)
    if told.rules:
        yield from _law(told)


def _summary(told: OptOuts, standing: int, gone: int) -> str:
    if not standing and not gone:
        return f"{told.subject} names no way out: no link and no address behind which a right lies."
    ended = f"; {gone} more {'is' if gone == 1 else 'are'} no longer there" if gone else ""
    return f"{told.subject} names {wording.count(standing, 'way')} out{ended}."


def _card(told: OptOuts, number: int, record: WayRecord, command: tuple[str, ...]) -> Card:
    way, story = record.story.way, record.story
    facts = [f"Leads to: {way.target}"]
    facts += [_place(way)]
    if way.audience:
        facts.append(f"For: {', '.join(way.audience)}.")
    if told.captures > 1:
        facts.append(_since(record))
    titles = {rule.code: rule.title for rule in told.rules}
    facts += [f"Obstacle: {titles.get(one.code, one.code)} ({one.evidence})." for one in record.in_text]
    points = [Point(_event(event)) for event in story.events]
    for address in record.addresses:
        points += [Point(line) for line in _answers(address, titles, now=address.target == way.target)]
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


def _state(record: WayRecord) -> str:
    """The last word on a way."""
    if record.story.gone:
        return "gone"
    address = record.addresses[0]
    if not address.stretches:
        return "address of mail" if address.target.startswith("mailto:") else "not looked at"
    return STATES[address.stretches[-1].verdict.state]


def _place(way: Way) -> str:
    above = clipped(" > ".join(way.path), _HEADINGS)
    where = f"Stands under {above}, " if above else "Stands "
    ease = f"; reading ease of its sentence {way.ease} of 100" if way.ease is not None else ""
    return f"{where}behind {way.depth:.0%} of the words{ease}."


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
    "gone": "Gone",
    "back": "There again",
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
    if address.unasked:
        yield f"{address.unasked}."
        return
    if not address.stretches:
        yield f"Nobody looked at {address.target}: --live does."
    for stretch in address.stretches:
        yield _answer(address, stretch, titles, now=now)


def _answer(address: AddressRecord, stretch: Stretch, titles: dict[str, str], *, now: bool) -> str:
    verdict = stretch.verdict
    where = "" if now else f"{address.target}: "
    found = "".join(f"; {titles.get(one.code, one.code)}: {one.evidence}" for one in verdict.obstacles)
    seen = days.stretch(stretch.first, stretch.last)
    pages = f", after {verdict.steps} pages" if verdict.steps > 1 else ""
    told = f"{where}{STATES[verdict.state]} ({seen}{pages}): {verdict.because}{found}"
    return f"{told}. Evidence: {stretch.evidence}."


def _law(told: OptOuts) -> Iterator[ReportBlock]:
    yield Heading("What is measured, and what the law says")
    yield Paragraph(
        "The measure is this program's; finding it is no breach of a law. The law is told in short: read it"
        " where it stands."
    )
    for rule in told.rules:
        yield Card(
            rule.title[0].upper() + rule.title[1:],
            (f"Measured: {rule.measure}",),
            tuple(Point(f"{law.says} ({law.source})", "Law") for law in rule.law),
        )
