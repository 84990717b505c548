"""The history of each way from capture to capture: since when, moved, reworded, swapped, gone.

A way is the same as one before that has its right, its words and its address; else its right and its words;
else its right and its address; else its right and its sentence. A link behind the very same words that leads
elsewhere is therefore swapped, not another way.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policydiff.optout import obstacles
from policydiff.optout_models import Event, TextObstacle, WayStory
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from policydiff.optout_models import Happening, Obstacle, Seen, Way


@dataclass(slots=True)
class _Story:
    """A way that is being followed."""

    way: Way
    first: Seen
    before: Seen | None
    last: Seen
    events: list[Event] = field(default_factory=list)
    missing: bool = False
    in_text: tuple[TextObstacle, ...] = ()


def followed(
    captures: Sequence[Seen], same_place: Callable[[str, str], bool] = lambda old, new: old == new
) -> tuple[WayStory, ...]:
    """The story of every way, in the order in which they were first seen.

    Args:
        captures: good captures of one document, oldest first.
        same_place: whether two addresses lead to one place, though they are written otherwise.
    """
    stories: list[_Story] = []
    before: Seen | None = None
    for seen in captures:
        shown = obstacles.of_text(seen.ways)
        for (way, known), found in zip(_paired(seen.ways, stories, same_place), shown, strict=True):
            story = known or _Story(way, seen, before, seen)
            if known is None:
                stories.append(story)
            else:
                story.events.extend(_events(story, way, seen, before, same_place))
                story.way, story.last, story.missing = way, seen, False
            story.in_text = tuple(_in_text(story, found, seen))
        for story in stories:
            if story.last is not seen and not story.missing:
                story.missing = True
                story.events.append(_event("gone", story, seen))
                story.in_text = tuple(_in_text(story, (), seen))
        before = seen
    return tuple(_way_story(story) for story in stories)


def _paired(
    ways: Sequence[Way], stories: Sequence[_Story], same_place: Callable[[str, str], bool]
) -> list[tuple[Way, _Story | None]]:
    """Each way with the story that it goes on, in reading order."""
    found: dict[int, int] = {}  # by the place of a way the place of its story
    free = sorted(range(len(stories)), key=lambda number: stories[number].missing)
    for alike in (_whole, _named, _words, _led, _sentence):
        listed: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number in reversed(free):
            listed[alike(stories[number].way)].append(number)
        for place, way in enumerate(ways):
            if place not in found and listed[alike(way)]:
                found[place] = listed[alike(way)].pop()
        taken = set(found.values())
        free = [number for number in free if number not in taken]
    return [(way, stories[found[place]] if place in found else None) for place, way in enumerate(ways)]


def _whole(way: Way) -> Hashable:
    return way.right, compared(way.anchor), way.target, compared(way.sentence), way.path


def _named(way: Way) -> Hashable:
    return way.right, compared(way.anchor), way.target


def _words(way: Way) -> Hashable:
    return way.right, compared(way.anchor), way.path


def _led(way: Way) -> Hashable:
    return way.right, way.target


def _sentence(way: Way) -> Hashable:
    return way.right, compared(way.sentence)


def _events(
    story: _Story, way: Way, seen: Seen, before: Seen | None, same_place: Callable[[str, str], bool]
) -> Iterator[Event]:
    old = story.way
    if story.missing:
        yield replace(_event("back", story, seen), after=before.at if before else story.last.at)
    reworded = compared(old.sentence) != compared(way.sentence)
    if old.target != way.target and not same_place(old.target, way.target):
        yield replace(_event("swapped", story, seen), was=old.target, became=way.target, worded=reworded)
    if reworded:
        yield replace(_event("reworded", story, seen), was=old.sentence, became=way.sentence)
    if _headings(old) != _headings(way):
        yield replace(_event("moved", story, seen), was=" > ".join(old.path), became=" > ".join(way.path))


def _in_text(story: _Story, found: Sequence[Obstacle], seen: Seen) -> Iterator[TextObstacle]:
    """The obstacles in the document's text, updated by one more capture."""
    new = {one.code: one for one in found}
    for known in story.in_text:
        again = None if known.over else new.pop(known.obstacle.code, None)
        if again is None:
            yield replace(known, over=True)
        else:
            yield replace(known, obstacle=again, last=seen.at, snapshot=seen.snapshot)
    for one in new.values():
        yield TextObstacle(one, seen.at, seen.at, seen.snapshot)


def _headings(way: Way) -> tuple[str, ...]:
    return tuple(compared(heading) for heading in way.path)


def _event(what: Happening, story: _Story, seen: Seen) -> Event:
    return Event(what, story.last.at, seen.at, story.last.snapshot, seen.snapshot)


def _way_story(story: _Story) -> WayStory:
    return WayStory(
        story.way,
        story.first.at,
        story.before.at if story.before else None,
        story.last.at,
        story.first.snapshot,
        story.last.snapshot,
        tuple(story.events),
        story.missing,
        story.in_text,
    )
